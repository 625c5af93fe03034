//! The program comes in parts: each when a reader first needs it, and one that does not come says so.

use journeys::{Ability, Page, Settings};
use serde_json::json;
use xtask::project;

/// The parts asked for so far of the file `name`.
fn asked_for(page: &Page, name: &str) -> usize {
    page.requests_after_load().iter().filter(|request| request.contains(&format!("/{name}."))).count()
}

#[test]
fn a_program_that_takes_a_moment_says_so() {
    journeys::walk("the program takes a moment", |page| {
        page.open("#/");
        page.heading("贵机构属于哪一类");
        assert!(!page.text().contains("正在载入"));
        // What there is before the program has drawn anything.
        let before = "const page = document.getElementById('page');
            window.drawn = [...page.childNodes];
            page.replaceChildren();";
        page.script(before, &[]);
        page.wait_for("正在载入… Loading…");
        page.script("document.getElementById('page').replaceChildren(...window.drawn);", &[]);
        page.heading("贵机构属于哪一类");
        assert!(!page.text().contains("正在载入"));
    });
}

/// How each element is laid out and painted, in `window.dressed`; or what of it differs from that, the first few.
const LOOK: &str = "
    const look = new Map();
    for (const element of document.querySelectorAll('body, body *')) {
        // What has no box is not painted; a sign is where it is used, and the hatching is on other pages only.
        if (element.closest('pattern') || !element.closest('symbol') && !element.checkVisibility()) continue;
        for (const part of [null, '::before', '::after']) {
            const style = getComputedStyle(element, part);
            if (part && style.content === 'none') continue;
            const box = element.getBoundingClientRect();
            const said = [`box: ${box.x} ${box.y} ${box.width} ${box.height}`];
            for (const property of style) said.push(`${property}: ${style.getPropertyValue(property)}`);
            look.set(`${look.size} ${element.tagName}.${element.getAttribute('class')}${part ?? ''}`, said);
        }
    }
    if (!window.dressed) return window.dressed = look, look.size > 100 ? [] : ['the page is empty'];
    const differs = [];
    for (const [name, said] of look) {
        const before = window.dressed.get(name) ?? [];
        said.forEach((line, at) => { if (line !== before[at]) differs.push(`${name} { ${line} } was { ${before[at]} }`); });
    }
    if (look.size !== window.dressed.size) differs.push('other elements');
    return differs.slice(0, 10);";

#[test]
fn the_first_page_needs_no_style_that_waits() {
    journeys::walk("the style that waits", |page| {
        page.open("#/");
        page.link("密云示例银行");
        assert_eq!(page.script(LOOK, &[]), json!([]));
        page.script("document.getElementById('late-style').media = 'not all';", &[]);
        // Styles, not pictures: how the edge of a button is drawn can differ by a shade from one picture to the next.
        assert_eq!(
            page.script(LOOK, &[]),
            json!([]),
            "the first page is painted otherwise before the rest of the style is there"
        );
    });
}

#[test]
fn a_part_comes_when_it_is_first_needed_and_only_then() {
    journeys::walk("a part comes when it is first needed", |page| {
        if !page.can(Ability::Server) || !project::is_cut(&project::dist()) {
            return;
        }
        page.open("#/");
        // The foot moves down until the examples are there.
        page.link("密云示例银行");
        assert_eq!(asked_for(page, "rules"), 0);
        page.link("术语").click();
        page.heading("术语");
        assert_eq!(asked_for(page, "rules"), 1);
        // One arrives at its title there, as on pages that are there.
        assert_eq!(page.focused(), "术语");
        page.link("存疑登记").click();
        page.heading("存疑登记");
        assert_eq!(asked_for(page, "rules"), 1);
    });
}

#[test]
fn a_part_that_does_not_come_says_so_and_is_tried_again() {
    // The console tells of the network that is not there.
    Page::start(Settings::default()).tried(|page| {
        if !page.can(Ability::Server) || !project::is_cut(&project::dist()) {
            return;
        }
        page.open("#/");
        page.go_offline();
        page.link("术语").click();
        page.wait_for("这一页没能载入");
        page.button("再试一次").click();
        page.wait_for("这一页没能载入");
        page.go_online();
        page.button("再试一次").click();
        page.heading("术语");
        // The focus follows when the page stands.
        page.wait_until_focused("术语");
    });
}
