//! From every example to its printed application, in both languages: the page shows the amounts that the library
//! works out, and the paper repeats them.

use journeys::{Ability, Page, some_of, walk};
use miyun::drafts::examples::{ALL, Example};
use miyun::money::Money;
use miyun::rule::Report;
use miyun::text::Lang;

fn report(example: &Example) -> Report {
    let draft = example.draft().unwrap();
    draft.rules().assess(&draft.facts, false)
}

/// An amount as a reader of `lang` expects it on the screen: in 万元 where all that stand together are exact so.
fn shown(amount: Money, together: &[Money], lang: Lang) -> String {
    match lang {
        Lang::Zh if together.iter().all(|amount| amount.in_wan().is_some()) => amount.in_wan().unwrap_or_default(),
        Lang::Zh => amount.grouped(),
        Lang::En => amount.grouped().trim_end_matches(".00").to_owned(),
    }
}

/// Opens the example, reads the totals, prints the application and reads the paper.
fn from_example_to_print(page: &Page, example: &Example, lang: Lang) {
    let (result, packet, certain) = match lang {
        Lang::Zh => ("结果", "材料", "可测算"),
        Lang::En => ("Result", "Packet", "Calculable"),
    };
    page.open("#/");
    page.example(example.name.get(lang));
    let steps = page.region(if lang == Lang::Zh { "步骤" } else { "Steps" });
    steps.link(result).click();
    let report = report(example);
    let totals = page.region(if lang == Lang::Zh { "合计" } else { "Total" });
    totals.wait_for(certain);
    let total = report.total();
    for amount in [total.certain, total.possible, total.ceiling] {
        if !amount.is_zero() {
            totals.wait_for(&shown(amount, &[total.certain, total.possible, total.floor, total.ceiling], lang));
        }
    }
    for assessment in &report.assessments {
        let title = assessment.clause.title.get(lang);
        assert!(page.text().contains(title), "{}: {title} is missing on the result page", example.id);
    }

    steps.link(packet).click();
    page.heading(if lang == Lang::Zh { "申报材料" } else { "The packet" });
    if !page.can(Ability::Print) {
        return;
    }
    let print = page.print_pdf();
    let draft = example.draft().unwrap();
    let application_year = draft.facts.get(&miyun::applicant::identity::APPLICATION_YEAR).unwrap();
    let asked: Money = report.counted().iter().map(|clause| clause.due_in(application_year).certain).sum();
    assert!(print.pages() >= 4, "{}: {} pages", example.id, print.pages());
    if !page.can(Ability::ReadPrint) {
        return;
    }
    for words in [draft.facts.get(&miyun::applicant::identity::NAME).unwrap(), &draft.code()] {
        assert!(print.contains(words), "{}: the print lacks {words}", example.id);
    }
    if !asked.is_zero() {
        assert!(print.contains(&asked.grouped()), "{}: the print lacks {}", example.id, asked.grouped());
        // The figures of Chinese accounting stand on the filed paper; the English one is for reading.
        if lang == Lang::Zh {
            assert!(print.contains(&asked.capital()), "{}: the print lacks {}", example.id, asked.capital());
        }
    }
}

#[test]
fn every_example_is_printed_in_chinese() {
    walk("examples in Chinese", |page| {
        for example in some_of(ALL) {
            from_example_to_print(page, example, Lang::Zh);
        }
    });
}

#[test]
fn every_example_is_printed_in_english() {
    walk("examples in English", |page| {
        page.open("#/");
        page.button("English").click();
        for example in some_of(ALL) {
            from_example_to_print(page, example, Lang::En);
        }
    });
}
