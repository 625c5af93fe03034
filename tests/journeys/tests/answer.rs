//! An answer one can act on, in both languages: what was received counts, a sum with something missing says so, only what
//! can matter is asked, and everyone is spoken to as what they are.

use std::cell::RefCell;

use journeys::{Page, Role, walk};
use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::Form;
use miyun::applicant::identity::{ARRIVED, OPINION_DATE};
use miyun::applicant::received::{RECEIVED, received};
use miyun::article::article;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::money::{Money, wan};
use miyun::text::Lang;

fn example(id: &str) -> Draft {
    ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
}

/// What is said in the language.
fn say(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// An amount as a reader of `lang` expects it on the screen.
fn shown(amount: Money, lang: Lang) -> String {
    match lang {
        Lang::Zh => amount.in_wan().unwrap_or_else(|| amount.grouped()),
        Lang::En => amount.grouped().trim_end_matches(".00").to_owned(),
    }
}

/// A page in one language, and the draft that is open there.
struct Reader<'a> {
    page: &'a Page,
    lang: Lang,
    open: RefCell<Option<String>>,
}

impl Reader<'_> {
    /// What is said in the language.
    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        say(self.lang, zh, en)
    }

    /// Opens a draft from a file; beside another one, as a draft of its own.
    fn open(&self, draft: &Draft) {
        self.page.open("#/");
        self.page.button(self.say("选择文件", "Choose a file"));
        self.page.hand_over("draft.json", draft.to_json().to_string().as_bytes());
        let before = self.open.replace(Some(draft.digest()));
        if before.is_some_and(|before| before != draft.digest()) {
            self.page.button(self.say("另开一份草稿", "Open as a copy")).click();
        }
        self.page.heading(&miyun::drafts::list::name(draft));
    }
}

/// Walks in Chinese, then in English.
fn in_both(name: &str, journey: impl Fn(&Page, Lang, &Reader<'_>)) {
    walk(name, |page| {
        let open = RefCell::new(None);
        page.open("#/");
        let reader = Reader { page, lang: Lang::Zh, open };
        journey(page, Lang::Zh, &reader);
        page.open("#/");
        page.button("English").click();
        let reader = Reader { lang: Lang::En, ..reader };
        journey(page, Lang::En, &reader);
    });
}

/// The bank was paid its opening subsidy before.
fn paid_before() -> Draft {
    let mut draft = example("bank");
    let Form::Table(columns) = RECEIVED.spec.form else { panic!() };
    let mut table = Table::new(columns);
    table.insert(0);
    let day = Date::new(2024, 5, 20).unwrap();
    for (column, answer) in [
        (received::UNDER.index, Answer::Choice(0)),
        (received::YEAR.index, Answer::Year(2023)),
        (received::AMOUNT.index, Answer::Money(wan(2000))),
        (received::LAST_PAID.index, Answer::Date(day)),
    ] {
        table.set(columns, 0, column, Some(answer)).unwrap();
    }
    draft.facts.set(&RECEIVED.spec, Some(Answer::Table(table))).unwrap();
    draft
}

#[test]
fn what_was_received_is_not_asked_for_again() {
    let draft = paid_before();
    let report = draft.rules().assess(&draft.facts, false);
    let now = report.split().now.certain;
    assert!(now < example("bank").rules().assess(&example("bank").facts, false).split().now.certain);
    in_both("received before", |page, lang, reader| {
        reader.open(&draft);
        page.open("#/result");
        let totals = page.region(say(lang, "合计", "Total"));
        totals.wait_for(say(lang, "本年可申请", "Can be applied for now"));
        totals.wait_for(&shown(now, lang));
        page.open("#/packet");
        page.heading(say(lang, "申报材料", "The packet"));
        let opening = draft.rules().clause("opening_legal_entity").unwrap();
        let name = format!("{} {}", article(opening.article, lang), opening.title.get(lang));
        let claims = page.region(say(lang, "申报哪几条", "Clauses to claim"));
        // It is named with the reason, and cannot be ticked.
        claims.wait_for(&name);
        assert!(!claims.has(Role::Checkbox, &name), "{name} can be claimed again");
        page.region(say(lang, "封面", "Cover")).wait_for(&now.grouped());
    });
}

#[test]
fn a_sum_with_something_missing_says_so_and_leads_there() {
    let mut draft = example("bank");
    draft.facts.set(&ARRIVED.spec, None).unwrap();
    let report = draft.rules().assess(&draft.facts, true);
    let (_, open, _) = report.lower_bound(Lang::Zh).unwrap();
    let first = open[0];
    in_both("a lower bound", |page, lang, reader| {
        reader.open(&draft);
        for route in ["#/result", "#/planner"] {
            page.open(route);
            page.wait_for(say(lang, "条待补充", "clauses are still open"));
        }
        page.open("#/result");
        let totals = page.region(say(lang, "合计", "Total"));
        totals.link(&article(first.article, lang)).click();
        page.heading(first.title.get(lang));
        page.open("#/handout");
        page.wait_for(say(lang, "条待补充", "clauses are still open"));
    });
}

#[test]
fn the_day_of_the_opinion_is_asked_only_where_it_can_matter() {
    in_both("the day of the opinion", |page, lang, reader| {
        for (arrived, asked) in [((2019, 10, 14), true), ((2019, 10, 15), false)] {
            let mut draft = example("insurance_branch");
            draft.facts.set(&OPINION_DATE.spec, None).unwrap();
            let day = Date::new(arrived.0, arrived.1, arrived.2).unwrap();
            draft.facts.set(&ARRIVED.spec, Some(Answer::Date(day))).unwrap();
            let report = draft.rules().assess(&draft.facts, true);
            let missing = report.missing().iter().any(|missing| missing.question.slot == OPINION_DATE.spec.slot);
            assert_eq!(missing, asked, "{day}");
            reader.open(&draft);
            page.open("#/clause/growth_funding");
            page.heading(say(lang, "发展壮大资金", "Growth funding"));
            let label = say(lang, "是哪一天发布的", "published?");
            assert_eq!(page.text().contains(label), asked, "{day}");
        }
    });
}

/// They are no institution, and are not asked for, nor told of, what only institutions have.
#[test]
fn associations_and_intermediaries_are_spoken_to_as_such() {
    in_both("spoken to as such", |page, lang, reader| {
        for id in ["association", "introducer"] {
            let draft = example(id);
            reader.open(&draft);
            page.open("#/subject/identity");
            page.wait_for(say(lang, "机构全称", "Full name of the institution"));
            assert!(!page.text().contains(say(lang, "哪一天在密云登记", "On which day did you register")), "{id}");
            page.open("#/subject/gate");
            page.wait_for(say(lang, "社团、中介一般不在名单里", "usually not on it"));
            page.open("#/packet");
            page.heading(say(lang, "申报材料", "The packet"));
            page.find(Role::Disclosure, say(lang, "材料清单", "Checklist of documents")).click();
            let list = page.find(Role::Group, say(lang, "材料清单", "Checklist of documents"));
            list.wait_for(say(lang, "税务登记信息、统计登记证明", "Proof of tax and statistics registration"));
            let text = page.text();
            for (zh, en) in [("金融许可证", "Financial licence"), ("到密日期", "Arrival in Miyun")] {
                assert!(!text.contains(say(lang, zh, en)), "{id} reads of {}", say(lang, zh, en));
            }
            let certificates = say(lang, "完税证明（按年）", "Tax certificates, by year");
            assert_eq!(text.contains(certificates), id == "introducer", "{id}");
        }
    });
}

#[test]
fn search_finds_what_people_ask_in_their_own_language() {
    walk("asked in everyday words", |page| {
        page.open("#/rules");
        let search = page.field("在规则里查找");
        for (asked, found) in [("买房补多少", "第十条"), ("迁出密云要退钱吗", "第三十五条")] {
            search.fill(asked);
            page.wait_for(found);
        }
        page.open("#/");
        page.button("English").click();
        page.open("#/rules");
        page.field("Search the rules").fill("rent");
        page.wait_for("Art. 12");
    });
}
