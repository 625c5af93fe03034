//! From every example to the page that checks its answers, and to the result on one page.

use journeys::{Ability, Page, walk};
use miyun::drafts::examples::{ALL, Example};
use miyun::text::Lang;

/// Opens the example, finds every flag on the page, and prints the one page.
fn checked(page: &Page, example: &Example, lang: Lang) {
    page.open("#/");
    page.example(example.name.get(lang));
    page.open("#/check");
    page.heading(if lang == Lang::Zh { "核对答案" } else { "Check your answers" });
    let draft = example.draft().unwrap();
    let report = draft.rules().assess(&draft.facts, false);
    let flags = draft.flags(&report);
    let text = page.text();
    for flag in &flags {
        for words in [flag.title(lang), flag.says(lang), flag.check.asks.get(lang).to_owned()] {
            assert!(text.contains(&words), "{}: {words} is missing on the page", example.id);
        }
    }

    page.open("#/handout");
    page.heading(if lang == Lang::Zh { "一页测算摘要" } else { "One-page summary" });
    if !page.can(Ability::Print) {
        return;
    }
    let print = page.print_pdf();
    assert_eq!(print.pages(), 1, "{}: the handout does not fit one page", example.id);
    let certain = report.total().certain;
    if lang == Lang::Zh && !certain.is_zero() && page.can(Ability::ReadPrint) {
        assert!(print.contains(&certain.capital()), "{}: the handout lacks {}", example.id, certain.capital());
    }
}

#[test]
fn every_example_is_checked_in_chinese() {
    walk("checks in Chinese", |page| {
        for example in ALL {
            checked(page, example, Lang::Zh);
        }
    });
}

#[test]
fn every_example_is_checked_in_english() {
    walk("checks in English", |page| {
        page.open("#/");
        page.button("English").click();
        for example in ALL {
            checked(page, example, Lang::En);
        }
    });
}
