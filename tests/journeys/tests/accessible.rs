//! Every page is held against WCAG 2.2 A and AA, in both languages and both themes, narrow, zoomed, without motion and
//! in forced colours; and one who walks it with Tab sees where one is.

use journeys::route::ROUTES;
use journeys::{Ability, Key, Page, Role, Settings};
use miyun::drafts::examples::{ALL, Example};
use miyun::text::Lang;
use serde_json::json;

/// One who has everything, one who introduces, one who gets nothing.
const EXAMPLES: [&str; 3] = ["bank", "introducer", "nothing"];

fn example(id: &str) -> &'static Example {
    ALL.iter().find(|example| example.id == id).unwrap()
}

/// The routes of an example: those of all pages, and a clause of every outcome it has.
fn routes(example: &Example) -> Vec<String> {
    let draft = example.draft().unwrap();
    let report = draft.rules().assess(&draft.facts, false);
    let mut outcomes = Vec::new();
    let mut routes: Vec<String> = ROUTES.iter().map(|(route, _)| (*route).to_owned()).collect();
    for assessment in &report.assessments {
        let outcome = (assessment.outcome, assessment.estimate.in_kind, !assessment.estimate.doubts.is_empty());
        let route = format!("#/clause/{}", assessment.clause.id);
        if !outcomes.contains(&outcome) {
            outcomes.push(outcome);
            if !routes.contains(&route) {
                routes.push(route);
            }
        }
    }
    routes
}

/// Opens an example in a browser of that language and walks its pages; none where the look needs what cannot be done.
fn on_every_page(
    name: &str,
    lang: Lang,
    examples: &[&str],
    needs: Option<Ability>,
    look: impl Fn(&Page, &mut Vec<String>),
) {
    let languages = if lang == Lang::Zh { "zh-CN,zh" } else { "en-GB,en" };
    Page::start(Settings { languages: languages.to_owned(), ..Settings::default() }).walked(name, |page| {
        if needs.is_some_and(|needed| !page.can(needed)) {
            return;
        }
        let mut faults = Vec::new();
        for id in examples {
            let example = example(id);
            page.open("#/");
            if page.has(Role::Button, "English") && lang == Lang::En {
                page.button("English").click();
            }
            page.example(example.name.get(lang));
            page.region(if lang == Lang::Zh { "实时测算" } else { "Live estimate" });
            for route in routes(example) {
                go(page, &route);
                let before = faults.len();
                look(page, &mut faults);
                for fault in &mut faults[before..] {
                    *fault = format!("{id} {route}: {fault}");
                }
            }
        }
        faults.dedup();
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    });
}

/// Follows a route within the page, and waits until its title has the focus.
fn go(page: &Page, route: &str) {
    let arrived = "
        const [, route] = arguments;
        if (location.hash === route) return;
        return new Promise(done => {
            addEventListener('hashchange', () => setTimeout(done, 80), { once: true });
            location.hash = route;
        });";
    page.script(arrived, &[json!(route)]);
    // An address that nobody knows leads to the start, which would hide that a page is gone.
    let title = page.title();
    let start = title.starts_with("开始") || title.starts_with("Start");
    assert_eq!(start, route == "#/", "{route} leads to “{title}”");
}

/// What axe finds, light and dark; or as the machine is set, where that is all there is.
fn axe(page: &Page, faults: &mut Vec<String>) {
    if !page.can(Ability::Emulate) {
        return faults.extend(page.axe_faults());
    }
    for (dark, theme) in [(false, "light"), (true, "dark")] {
        page.appear(dark, "");
        faults.extend(page.axe_faults().into_iter().map(|fault| format!("{theme}: {fault}")));
    }
}

#[test]
fn axe_finds_nothing_in_chinese() {
    on_every_page("axe in Chinese", Lang::Zh, &EXAMPLES, None, axe);
}

#[test]
fn axe_finds_nothing_in_english() {
    on_every_page("axe in English", Lang::En, &EXAMPLES, None, axe);
}

/// What is wider than a narrow window.
fn narrow(page: &Page, faults: &mut Vec<String>) {
    const WIDER: &str = "
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return '';
        // What scrolls or is cut within something narrower is no loss.
        const held = thing => {
            for (let at = thing.parentElement; at && at !== document.body; at = at.parentElement)
                if (getComputedStyle(at).overflowX !== 'visible') return true;
        };
        return `${root.scrollWidth} wide, for ` + [...document.querySelectorAll('body *')]
            .filter(thing => thing.getBoundingClientRect().right > root.clientWidth + 0.5 && !held(thing))
            .map(thing => `${thing.tagName.toLowerCase()}.${thing.getAttribute('class')}`).slice(0, 6).join(', ');";
    let wider = |faults: &mut Vec<String>, window: &str| {
        let wider = page.script(WIDER, &[]);
        if let Some(wider) = wider.as_str().filter(|wider| !wider.is_empty()) {
            faults.push(format!("{window}: {wider}"));
        }
    };
    // 320 CSS px: a phone, or 400 % of 1280. What is not drawn wide must still be right.
    page.resize(320, 800);
    wider(faults, "320 px");
    faults.extend(page.axe_faults().into_iter().map(|fault| format!("320 px: {fault}")));
    // 200 % of a window 1280 wide and 900 high.
    page.devtools(
        "Emulation.setDeviceMetricsOverride",
        &json!({ "width": 640, "height": 450, "deviceScaleFactor": 2, "mobile": false }),
    );
    wider(faults, "200 %");
}

#[test]
fn nothing_is_lost_narrow_or_zoomed_in_chinese() {
    on_every_page("narrow in Chinese", Lang::Zh, &["bank", "introducer"], Some(Ability::Emulate), narrow);
}

#[test]
fn nothing_is_lost_narrow_or_zoomed_in_english() {
    on_every_page("narrow in English", Lang::En, &["bank", "introducer"], Some(Ability::Emulate), narrow);
}

/// What moves although no motion is wanted.
fn motion(page: &Page, faults: &mut Vec<String>) {
    const MOVES: &str = "
        const longest = times => Math.max(...times.split(',').map(time =>
            parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)));
        const moves = (thing, pseudo) => {
            const style = getComputedStyle(thing, pseudo);
            return longest(style.transitionDuration) > 1
                || style.animationName !== 'none' && longest(style.animationDuration) > 1
                || style.scrollBehavior === 'smooth';
        };
        return [...document.querySelectorAll('*')]
            .filter(thing => [undefined, '::before', '::after'].some(pseudo => moves(thing, pseudo)))
            .map(thing => `${thing.tagName.toLowerCase()}.${thing.getAttribute('class')} moves`).slice(0, 5);";
    page.prefer(&[("prefers-reduced-motion", "reduce")]);
    let moves = page.script(MOVES, &[]);
    faults.extend(moves.as_array().into_iter().flatten().map(|fault| fault.as_str().unwrap_or_default().to_owned()));
}

/// Walks a page with Tab: each stop has a name, is drawn as the one with the focus, and lies in sight.
fn stops(page: &Page, faults: &mut Vec<String>) {
    const STOP: &str = "return (async () => {
        const at = document.activeElement;
        if (at === document.body) return null;
        const said = `${at.tagName.toLowerCase()} “${(at.getAttribute('aria-label') || at.innerText || at.id).slice(0, 30)}”`;
        const ring = (thing, pseudo) => {
            const style = getComputedStyle(thing, pseudo);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        };
        const ringed = thing => [undefined, '::before', '::after'].some(pseudo => ring(thing, pseudo));
        const around = [at, ...[1, 2, 3].map(up => { let thing = at; while (up-- && thing) thing = thing.parentElement; return thing; })];
        const faults = [];
        if (!around.some(thing => thing && ringed(thing))) faults.push(`${said} shows no focus`);
        const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]];
        const seen = () => {
            const box = at.getBoundingClientRect();
            return points.some(([x, y]) => {
                const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
                return hit && (at.contains(hit) || hit.contains(at) && !hit.matches('html,body') || at.labels?.[0]?.contains(hit));
            });
        };
        // WebKit brings a field into sight a moment after it has the focus.
        for (let wait = 0; wait < 5 && !seen(); wait++) await new Promise(done => setTimeout(done, 50));
        if (!seen()) faults.push(`${said} has the focus out of sight`);
        if (at.tabIndex > 0) faults.push(`${said} jumps the queue`);
        window.journeyStops ??= new Set();
        const again = window.journeyStops.has(at);
        window.journeyStops.add(at);
        return { faults, again, said };
        })();";
    // One who has walked off the last page's end is with the browser's own buttons, and comes back.
    page.script("delete window.journeyStops; window.focus();", &[]);
    for _ in 0..90 {
        page.press(&[Key::Tab]);
        let stop = page.script(STOP, &[]);
        if stop.is_null() || stop["again"] == true {
            break;
        }
        for fault in stop["faults"].as_array().into_iter().flatten() {
            faults.push(fault.as_str().unwrap_or_default().to_owned());
        }
    }
}

#[test]
fn nothing_moves_where_no_motion_is_wanted() {
    on_every_page("without motion", Lang::Zh, &["bank"], Some(Ability::Emulate), motion);
}

#[test]
fn the_focus_is_seen_everywhere() {
    on_every_page("the focus", Lang::Zh, &["bank"], None, stops);
}

#[test]
fn the_focus_is_seen_on_a_phone() {
    on_every_page("the focus on a phone", Lang::En, &["introducer"], Some(Ability::Emulate), |page, faults| {
        page.resize(360, 740);
        stops(page, faults);
    });
}

#[test]
fn forced_colours_keep_focus_and_controls() {
    on_every_page("forced colours", Lang::Zh, &["bank"], Some(Ability::Emulate), |page, faults| {
        page.prefer(&[("forced-colors", "active"), ("prefers-color-scheme", "dark")]);
        // The colours are the person's own there; axe takes the page's for those that are drawn.
        faults.extend(page.axe_faults().into_iter().filter(|fault| !fault.starts_with("color-contrast:")));
        // A background is not drawn there: a box, a button or a field must have an edge, a word or a native look.
        let bare = page.script(
            "return [...document.querySelectorAll('button, input:not([hidden]), select')].filter(thing => {
                if (!thing.checkVisibility()) return false;
                const style = getComputedStyle(thing);
                const edged = parseFloat(style.borderTopWidth) + parseFloat(style.borderBottomWidth) > 0
                    || style.appearance !== 'none';
                const framed = thing.parentElement && parseFloat(getComputedStyle(thing.parentElement).borderBottomWidth) > 0;
                return !edged && !framed && !thing.innerText.trim() && !thing.querySelector('svg');
            }).map(thing => `${thing.tagName.toLowerCase()}#${thing.id} has no edge`).slice(0, 4);",
            &[],
        );
        faults.extend(bare.as_array().into_iter().flatten().map(|bare| bare.as_str().unwrap_or_default().to_owned()));
    });
}

#[test]
fn a_change_is_told_politely() {
    journeys::walk("a change is told", |page| {
        page.open("#/");
        page.link(example("bank").name.zh).click();
        page.open("#/subject/capital");
        page.heading("批复、实收资本与增资");
        page.field("申请时的实收资本").fill("1亿");
        page.wait_for("刚才的改动");
        let told = page.script(
            "return [...document.querySelectorAll('[role=status], [aria-live=polite]')]
                .map(place => place.innerText).join('\\n');",
            &[],
        );
        assert!(told.as_str().unwrap_or_default().contains("实收资本"), "nothing is told politely: {told}");
    });
}
