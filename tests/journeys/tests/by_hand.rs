//! Every example entered by hand from an empty start, with the keyboard alone: no click, no value set by a script.
//! What is read from the page is read as it stands there; the answers are the example's, typed as people type.

use journeys::{Key, PATIENCE, Page, walk};
use miyun::answers::answer::{Answer, Table};
use miyun::answers::facts::Facts;
use miyun::answers::form::{Column, Form};
use miyun::answers::question::Spec;
use miyun::answers::row_name::row_names;
use miyun::answers::subject::Subject;
use miyun::applicant::CATALOGUE;
use miyun::applicant::identity::{ASSOCIATION, INTERMEDIARY, KIND, Kind};
use miyun::article::article;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::{ALL, Example};
use miyun::drafts::interview::Interview;
use miyun::money::Money;
use miyun::policy::CURRENT_INDEX;
use miyun::policy::miyun_2019_25::article_04_kinds::applicant;
use miyun::rule::{Asked, Outcome, Report};
use miyun::text::Lang;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::Instant;

/// No page takes more Tabs than this to walk through.
const TABS: usize = 500;

/// One who enters an example.
struct Typist<'a> {
    page: &'a Page,
    example: &'a Example,
    lang: Lang,
    /// What is to be told.
    wanted: Facts,
    /// What has been told so far, as the library would hold it.
    told: Draft,
    /// The questions that the page has put.
    offered: BTreeSet<usize>,
    /// Turns with each answer typed, so that each kind is typed in each of its ways.
    turn: usize,
}

/// What has the focus.
struct Stop {
    /// As a screen reader calls it.
    name: String,
    tag: String,
    kind: String,
    value: String,
    /// The legend of the question around it.
    question: String,
    /// The named region around it: a table.
    region: String,
    /// How many choices stand before it, and which is chosen, in a group or list.
    place: usize,
    chosen: Option<usize>,
}

impl Typist<'_> {
    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn report(&self) -> Report {
        self.told.rules().assess(&self.told.facts, false)
    }

    fn asked(&self) -> Asked {
        self.told.asked(&self.report())
    }

    /// The questions that a subject must put as things stand: those that a clause for this applicant reads, those that a
    /// claim goes with, and those that the form needs.
    fn expected(&self, asked: Asked, subject: Subject) -> Vec<&'static Spec> {
        Interview::new(self.told.questions(), asked).of(subject).collect()
    }

    /// The answer still to be given to a question.
    fn owed(&self, spec: &Spec) -> Option<Answer> {
        let wanted = self.wanted.answer(spec)?;
        (self.told.facts.answer(spec) != Some(wanted)).then(|| wanted.clone())
    }

    /// The first subject with an answer that is still to be given.
    fn subject(&self) -> Option<Subject> {
        let asked = self.asked();
        Subject::ALL
            .into_iter()
            .find(|subject| self.expected(asked, *subject).iter().any(|spec| self.owed(spec).is_some()))
    }

    // ── the way through the pages ────────────────────────────────────────

    fn enter(&mut self) {
        self.begin();
        let mut visits = 0;
        while let Some(subject) = self.subject() {
            visits += 1;
            assert!(visits < 25, "{}: {:?} is never done", self.example.id, subject);
            let [_, title, _] = Interview::new(self.told.questions(), self.asked()).words(subject);
            let title = title.get(self.lang);
            let next = format!("{}{title}", self.say("下一项：", "Next: "));
            if self.stop().name != next {
                self.to_the_list();
                self.page.tab_to(title);
            }
            self.page.press(&[Key::Enter]);
            self.arrive(title);
            self.answer(subject);
        }
        let asked = self.asked();
        for spec in CATALOGUE {
            let told = self.wanted.answer(spec).is_some();
            let put = Subject::ALL.into_iter().any(|subject| {
                spec.subject == subject && self.expected(asked, subject).iter().any(|other| other.slot == spec.slot)
            });
            assert!(
                !told || spec.says_what_one_is() || self.offered.contains(&(spec.slot as usize)) || !put,
                "{}: the page never asks for {}",
                self.example.id,
                spec.id
            );
        }
    }

    /// Chooses what one is on the start page.
    fn begin(&mut self) {
        let kind = self.wanted.get(&KIND).unwrap();
        let intermediary = self.wanted.get(&INTERMEDIARY).unwrap();
        let association = self.wanted.get(&ASSOCIATION).unwrap();
        let (id, also) = match kind {
            Kind::None if association => ("association", intermediary),
            Kind::None => ("intermediary", false),
            kind => (kind.choice().id, intermediary),
        };
        loop {
            self.page.press(&[Key::Tab]);
            if self.stop().kind == "radio" {
                break;
            }
        }
        if self.stop().value == id {
            self.page.press(&[Key::Space]);
        }
        for _ in 0..20 {
            if self.stop().value == id {
                break;
            }
            self.page.press(&[Key::Down]);
        }
        assert_eq!(self.stop().value, id, "{}: the kind is not there to choose", self.example.id);
        if also {
            self.page.tab_to(self.say("同时介绍企业", "We also introduce"));
            self.page.press(&[Key::Space]);
        }
        self.page.tab_to(self.say("开始填写", "Begin"));
        self.page.press(&[Key::Enter]);
        // The first range may be passed over: its figures are asked again among all others.
        self.arrive(self.say("先看大概", "A first range"));
        self.page.tab_to(self.say("继续逐项填写", "Go on and fill in"));
        self.page.press(&[Key::Enter]);
        self.arrive(self.say("填写", "Fill in"));
        // The year of the clock is told by the page; it is typed over when it is another.
        let year = self.page.script("return new Date().getFullYear();", &[]).as_u64().unwrap();
        self.told =
            Draft::begin(CURRENT_INDEX, applicant(kind, intermediary, association), u16::try_from(year).unwrap());
    }

    /// Waits until a page has come, with the focus on its title.
    fn arrive(&self, title: &str) {
        let begun = Instant::now();
        loop {
            let at = self.page.script(
                "const at = document.activeElement; return at.tagName === 'H1' ? at.textContent.trim() : '';",
                &[],
            );
            if at.as_str().is_some_and(|at| at.contains(title)) {
                return;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "{}: the focus did not come to the title “{title}” but is on “{}”",
                self.example.id,
                self.page.focused()
            );
        }
    }

    /// Back to the list of subjects, from the foot of a subject; one may be there already.
    fn to_the_list(&self) {
        let on_the_list = self.page.script("return location.hash === '#/tasks';", &[]);
        if on_the_list == true {
            return;
        }
        self.page.tab_to(self.say("回到任务列表", "Back to the list"));
        self.page.press(&[Key::Enter]);
        let begun = Instant::now();
        while self.page.script("return location.hash + document.activeElement.tagName;", &[]) != "#/tasksH1" {
            assert!(begun.elapsed() < PATIENCE, "the list of tasks does not take the focus");
        }
    }

    /// Walks a subject's page from its title to its foot, answering what is put.
    fn answer(&mut self, subject: Subject) {
        for _ in 0..TABS {
            self.page.press(&[Key::Tab]);
            let stop = self.stop();
            assert!(!stop.name.is_empty(), "{}: a thing without a name has the focus: {}", self.example.id, stop.tag);
            if stop.question.is_empty() {
                let onward = [self.say("下一项：", "Next: "), self.say("看结果", "See the result")];
                if stop.tag == "A" && onward.iter().any(|words| stop.name.starts_with(words)) {
                    return self.check_offered(subject);
                }
                continue;
            }
            let Some(spec) = CATALOGUE
                .iter()
                .copied()
                .find(|spec| spec.subject == subject && spec.ask.get(self.lang) == stop.question)
            else {
                panic!("{}: “{}” is no question of {}", self.example.id, stop.question, subject.id());
            };
            self.offered.insert(spec.slot as usize);
            if stop.tag == "SUMMARY" || stop.tag == "A" {
                continue;
            }
            let Some(answer) = self.owed(spec) else { continue };
            match (&spec.form, &answer) {
                (_, Answer::NotKnown) if !matches!(spec.form, Form::YesNo | Form::Choice(_)) => continue,
                (Form::Table(columns), Answer::Table(table)) => self.fill(spec, columns, table, &stop),
                (Form::YesNo, _) => {
                    let place = match answer {
                        Answer::YesNo(true) => 0,
                        Answer::YesNo(false) => 1,
                        _ => 2,
                    };
                    self.pick(&stop, place);
                }
                (Form::Choice(choices), _) => {
                    let place = match answer {
                        Answer::Choice(place) => usize::from(place),
                        _ => choices.len(),
                    };
                    self.pick(&stop, place);
                }
                (form, answer) => {
                    assert_eq!(stop.name, spec.ask.get(self.lang), "the box is called by its question");
                    self.type_over(form, answer, one(), &stop.value);
                }
            }
            self.told.facts.set(spec, Some(answer)).unwrap();
        }
        panic!("{}: {} has no foot", self.example.id, subject.id());
    }

    /// The page puts exactly what the library asks.
    fn check_offered(&self, subject: Subject) {
        let expected: Vec<String> = self
            .expected(self.asked(), subject)
            .iter()
            // What one is was chosen before, and lies in a line that is closed.
            .filter(|spec| !spec.says_what_one_is())
            .map(|spec| spec.ask.get(self.lang).to_owned())
            .collect();
        let begun = Instant::now();
        loop {
            let shown = self.page.script(
                "return [...document.querySelectorAll('main form legend')]
                    .filter(legend => !legend.closest('details:not([open])')).map(legend => legend.innerText.trim());",
                &[],
            );
            let shown: Vec<String> =
                shown.as_array().into_iter().flatten().filter_map(|ask| Some(ask.as_str()?.to_owned())).collect();
            if shown == expected {
                return;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "{}, {}: the page asks {shown:#?}, the library {expected:#?}",
                self.example.id,
                subject.id()
            );
        }
    }

    // ── one answer ───────────────────────────────────────────────────────

    /// Chooses one of a group of radio buttons: Space on the first, arrows to the others.
    fn pick(&self, stop: &Stop, place: usize) {
        assert_eq!(stop.kind, "radio", "“{}” is to be chosen", stop.name);
        if stop.chosen == Some(place) {
            return;
        }
        if stop.place == place {
            self.page.press(&[Key::Space]);
        } else if place > stop.place {
            self.page.press(&vec![Key::Down; place - stop.place]);
        } else {
            self.page.press(&vec![Key::Up; stop.place - place]);
        }
        let chosen = self.stop().chosen;
        assert_eq!(chosen, Some(place), "{}: “{}” is not chosen", self.example.id, stop.question);
    }

    /// Types an answer in place of what stands there. A bare figure counts this many yuan.
    fn type_over(&mut self, form: &Form, answer: &Answer, unit: Decimal, before: &str) {
        if !before.is_empty() {
            if form.parse(before, unit) == Ok(Some(answer.clone())) {
                return;
            }
            self.page.chord(Key::Control, Key::Char('a'));
        }
        let typed = self.typed(form, answer, unit);
        self.page.type_keys(&typed);
        let stands = self.stop().value;
        assert_eq!(stands, typed, "{}: what was typed stands there", self.example.id);
    }

    /// An answer as one of the ways in which people write it.
    fn typed(&mut self, form: &Form, answer: &Answer, unit: Decimal) -> String {
        self.turn += 1;
        let plain = match answer {
            Answer::Money(money) => (money.to_decimal() / unit).normalize().to_string(),
            Answer::Area(area) => area.to_string(),
            Answer::Count(count) => count.to_string(),
            Answer::Share(share) => share.to_string(),
            Answer::Date(date) => date.to_string(),
            Answer::Year(year) => year.to_string(),
            Answer::Words(words) => words.to_string(),
            _ => panic!("{answer:?} is not typed"),
        };
        let ways: Vec<String> = match answer {
            Answer::Money(money) => vec![
                money.in_wan().map(|wan| format!("{}万", wan.trim_end_matches(".00"))).unwrap_or_default(),
                full_width(&money.grouped()),
                money.in_wan().and_then(|wan| in_yi(&wan)).unwrap_or_default(),
                money.grouped(),
                format!("￥{money}元"),
            ],
            Answer::Date(date) => {
                let (year, month, day) = (date.year(), date.month(), date.day());
                vec![
                    format!("{year}/{month}/{day}"),
                    format!("{year}年{month}月{day}日"),
                    full_width(&plain),
                    format!("{year}{month:02}{day:02}"),
                    format!("{year}.{month}.{day}"),
                ]
            }
            Answer::Year(year) => vec![full_width(&plain), format!("{year}年度"), plain.clone()],
            Answer::Area(_) => vec![full_width(&plain), format!("{plain}平方米")],
            Answer::Count(_) => vec![full_width(&plain)],
            _ => Vec::new(),
        };
        let same = |way: &String| form.parse(way, unit) == Ok(Some(answer.clone()));
        let ways: Vec<String> = ways.into_iter().filter(same).chain([plain.clone()]).collect();
        let way = ways[self.turn % ways.len()].clone();
        assert!(same(&way), "“{way}” means {answer:?}");
        way
    }

    /// Fills in a table cell by cell, from its first button.
    fn fill(&mut self, spec: &'static Spec, columns: &'static [Column], table: &Table, stop: &Stop) {
        assert_eq!(stop.tag, "BUTTON", "{}: “{}” begins with a button", self.example.id, spec.id);
        let add = self.say("加一行", "Add a row");
        assert_eq!(stop.name, add);
        if table.is_empty() {
            self.page.tab_to(self.say("没有", "None"));
            self.page.press(&[Key::Enter]);
            // The focus comes to the words that stand in the table's place.
            let none = self.say("已填：没有", "Stated: none");
            self.wait_until("the table says that there is none", |stop| stop.name.starts_with(none));
            return;
        }
        for row in 0..table.len() {
            self.page.press(&[Key::Enter]);
            let name = format!("{}{}", self.say("第", "row "), row + 1);
            let first = columns[0].head.get(self.lang);
            self.wait_until("a new row takes the focus", |stop| {
                stop.name.starts_with(first) && stop.name.contains(&name) && stop.tag != "BUTTON"
            });
            let named = row_names(table, columns, 0..row + 1, self.lang).pop().flatten();
            for index in spec.needed_columns(&self.told.facts) {
                let column = &columns[index];
                if index > 0 {
                    self.page.press(&[Key::Tab]);
                }
                let name = named.as_ref().filter(|_| index > 0).unwrap_or(&name);
                let stop = self.stop();
                assert_eq!(stop.region, spec.label.get(self.lang));
                let head = column.head.get(self.lang);
                assert!(
                    stop.name.starts_with(head) && stop.name.contains(name),
                    "“{}” is where {head} of {name} should be",
                    stop.name
                );
                let unit = if column.price { one() } else { spec.first_unit().factor() };
                self.cell(&column.form, table.cell(row, index), unit, &stop);
            }
            self.page.tab_to(add);
        }
    }

    fn cell(&mut self, form: &Form, answer: Option<Answer>, unit: Decimal, stop: &Stop) {
        let place = match (form, &answer) {
            (Form::YesNo, None) | (Form::Choice(_), None) => 0,
            (Form::YesNo, Some(answer)) => 1 + usize::from(*answer == Answer::YesNo(false)),
            (Form::Choice(_), Some(Answer::Choice(place))) => 1 + usize::from(*place),
            (form, Some(answer)) => return self.type_over(form, answer, unit, &stop.value),
            (_, None) => {
                if !stop.value.is_empty() {
                    self.page.chord(Key::Control, Key::Char('a'));
                    self.page.press(&[Key::Backspace]);
                }
                return;
            }
        };
        assert_eq!(stop.tag, "SELECT");
        self.page.press(&vec![Key::Down; place]);
        let chosen = self.stop().chosen;
        assert_eq!(chosen, Some(place), "{}: “{}” is not chosen", self.example.id, stop.name);
    }

    fn wait_until(&self, what: &str, is_so: impl Fn(&Stop) -> bool) {
        let begun = Instant::now();
        loop {
            let stop = self.stop();
            if is_so(&stop) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{}: {what}, but “{}” has it", self.example.id, stop.name);
        }
    }

    /// What has the focus now.
    fn stop(&self) -> Stop {
        let seen = self.page.script(STOP, &[]);
        let text = |key: &str| seen[key].as_str().unwrap_or_default().to_owned();
        let place = |key: &str| seen[key].as_u64().and_then(|place| usize::try_from(place).ok());
        Stop {
            name: if seen["tag"] == "BODY" { String::new() } else { self.page.focused() },
            tag: text("tag"),
            kind: text("kind"),
            value: text("value"),
            question: text("question"),
            region: text("region"),
            place: place("place").unwrap_or_default(),
            chosen: place("chosen"),
        }
    }

    // ── what the page says of it ─────────────────────────────────────────

    fn read_the_result(&self) {
        let result = self.say("结果", "Result");
        let see = self.say("看结果", "See the result");
        if self.stop().name == see {
            self.page.press(&[Key::Enter]);
        } else {
            self.to_the_list();
            self.page.tab_back_to(result);
            self.page.press(&[Key::Enter]);
        }
        self.arrive(self.say("测算结果", "Results"));
        let report = {
            let draft = self.example.draft().unwrap();
            draft.rules().assess(&draft.facts, false)
        };
        let bands: Vec<String> = strings(&self.page.script(BANDS, &[]));
        let total = report.total();
        let none = self.say("本案没有", "none here");
        // One unit for the three, which are read side by side.
        let all = [total.certain, total.possible, total.floor, total.ceiling];
        let in_wan = self.lang == Lang::Zh && all.into_iter().all(|amount| amount.in_wan().is_some());
        let shown = |amount: Money| match amount.in_wan() {
            Some(wan) if in_wan => wan,
            _ if self.lang == Lang::Zh => amount.grouped(),
            _ => amount.grouped().trim_end_matches(".00").to_owned(),
        };
        let says = |amount: Money, words: String| if amount.is_zero() { none.to_owned() } else { words };
        let expected = [
            says(total.certain, shown(total.certain)),
            says(total.possible, format!("+{}", shown(total.possible))),
            says(total.ceiling, shown(total.ceiling)),
        ];
        assert_eq!(bands.len(), 3);
        for (band, expected) in bands.iter().zip(&expected) {
            let words =
                |word: &str| word.trim_end_matches("yuan").trim_end_matches('元').trim_end_matches('万') == expected;
            assert!(
                band.split_whitespace().any(words) || band.contains(none) && expected == none,
                "{}: {expected} is not the amount of “{band}”",
                self.example.id
            );
        }
        self.read_the_outcomes(&report);
        self.page.wait_for(self.say("已存于本机", "Saved on this machine"));
    }

    /// Every clause stands under the word of its outcome.
    fn read_the_outcomes(&self, report: &Report) {
        let mut group = String::new();
        let mut seen = Vec::new();
        for heading in strings(&self.page.script(HEADINGS, &[])) {
            match heading.split_once('\t') {
                Some(("H3", words)) => group = words.to_owned(),
                Some((_, title)) => seen.push((group.clone(), title.to_owned())),
                None => {}
            }
        }
        let not_for = strings(&self.page.script(
            "return [...document.querySelectorAll('.na-list__item')].map(item => item.innerText || item.textContent);",
            &[],
        ));
        for assessment in &report.assessments {
            let clause = assessment.clause;
            let (title, number) = (clause.title.get(self.lang), article(clause.article, self.lang));
            let listed = assessment.estimate.in_kind || assessment.missing.is_empty();
            let word = match assessment.outcome {
                Outcome::Met if !assessment.estimate.in_kind => {
                    self.say("符合已核对的条件", "Meets the conditions checked")
                }
                Outcome::Met => self.say("只列示", "Listed"),
                Outcome::Unknown if listed => self.say("只列示", "Listed"),
                Outcome::Unknown => self.say("待补充", "Needs an answer"),
                Outcome::NotMet if assessment.absent.is_none() => self.say("不符合", "Not met"),
                // A line of its own, as what does not apply.
                Outcome::NotMet | Outcome::NotApplicable => {
                    assert!(
                        not_for.iter().any(|item| item.starts_with(&number)),
                        "{}: {number} is not among those that do not apply: {not_for:?}",
                        self.example.id
                    );
                    continue;
                }
            };
            assert!(
                seen.iter().any(|(group, other)| group.contains(word) && other.contains(title)),
                "{}: {number} {title} does not stand under “{word}”: {seen:?}",
                self.example.id
            );
        }
    }
}

/// Figures are in yuan.
fn one() -> Decimal {
    Decimal::ONE
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
}

fn full_width(text: &str) -> String {
    let wide = |char: char| char.is_ascii_graphic().then(|| char::from_u32(char as u32 + 0xfee0)).flatten();
    text.chars().map(|char| wide(char).unwrap_or(char)).collect()
}

/// `12,000.00` in 万 as 亿: `1.2亿`.
fn in_yi(wan: &str) -> Option<String> {
    let whole = wan.strip_suffix(".00")?.replace(',', "");
    let (yi, rest) = whole.split_at_checked(whole.len().checked_sub(4)?)?;
    let rest = rest.trim_end_matches('0');
    let yi = if yi.is_empty() { "0" } else { yi };
    Some(if rest.is_empty() { format!("{yi}亿") } else { format!("{yi}.{rest}亿") })
}

const STOP: &str = "
    const at = document.activeElement;
    const group = at.type === 'radio' && at.form ? [...at.form.elements[at.name]] : [];
    return {
        tag: at.tagName, kind: at.type ?? '', value: at.value ?? '',
        question: at.closest('fieldset.question')?.querySelector('legend')?.innerText.trim() ?? '',
        region: at.closest('[role=region]')?.getAttribute('aria-label') ?? '',
        place: group.indexOf(at),
        chosen: at.tagName === 'SELECT' ? at.selectedIndex : group.findIndex(other => other.checked),
    };";

const BANDS: &str = "
    return [...document.querySelectorAll('section[aria-labelledby=totals-title] .band')]
        .map(band => band.innerText);";

const HEADINGS: &str = "
    return [...document.querySelectorAll('main h3, main h4')]
        .map(heading => heading.tagName + '\\t' + heading.innerText.trim());";

/// Forgets every draft, in both stores of the browser.
const FORGET: &str = "
    for (const key of Object.keys(localStorage)) if (/draft/.test(key)) localStorage.removeItem(key);
    indexedDB.deleteDatabase('miyun.journal').onsuccess = () => { window.forgotten = true; };";

/// Enters some of the examples, one after another in the same browser, each from an empty start.
fn by_hand(page: &Page, lang: Lang, examples: impl Iterator<Item = &'static Example>) {
    page.open("#/");
    if lang == Lang::En {
        page.tab_to("English");
        page.press(&[Key::Enter]);
        page.wait_for("No draft yet");
    }
    for example in examples {
        let begun = Instant::now();
        // An empty start: nothing is remembered but the language.
        page.open("#/");
        page.script(FORGET, &[]);
        page.until("forgotten", "return window.forgotten === true;");
        page.reload();
        page.wait_for(if lang == Lang::Zh { "还没有草稿" } else { "No draft yet" });
        let mut typist = Typist {
            page,
            example,
            lang,
            wanted: example.draft().unwrap().facts,
            told: Draft::default(),
            offered: BTreeSet::new(),
            turn: 0,
        };
        typist.enter();
        typist.read_the_result();
        eprintln!("{} in {lang:?}: {:.1} s", example.id, begun.elapsed().as_secs_f32());
    }
}

#[test]
fn examples_by_hand_in_chinese() {
    walk("examples by hand in Chinese", |page| by_hand(page, Lang::Zh, ALL.iter().step_by(2).take(4)));
}

#[test]
fn more_examples_by_hand_in_chinese() {
    walk("more examples by hand in Chinese", |page| by_hand(page, Lang::Zh, ALL.iter().step_by(2).skip(4)));
}

#[test]
fn examples_by_hand_in_english() {
    walk("examples by hand in English", |page| by_hand(page, Lang::En, ALL.iter().skip(1).step_by(2)));
}
