//! Choices that are made once: compared, noted in the draft, and taken back.

use journeys::{Key, Page, Role, walk};
use miyun::drafts::examples::{ALL, Example};
use miyun::planner;
use miyun::text::Lang;

#[test]
fn a_bank_compares_its_starting_years_and_notes_one() {
    walk("a bank plans", |page| {
        page.open("#/");
        page.example("密云示例银行");
        page.link("规划").click();
        page.wait_for("只看已填的数，是2026年，合计1,572.80万元；2031年的贡献超过296万元，就是2027年。");
        page.wait_for("2031年贡献超过296万元");
        // Below what is a threshold: ten hundred million pay less than a fen before.
        page.wait_for("由接近3,000万元落到1,000万元");
        page.wait_for("2026年区域综合贡献再增4万元，到300万元");
        // Every figure for itself: the next step, what it brings, and what each further yuan brings until then.
        page.heading("哪些数字能改变支持金额");
        page.wait_for("再增18亿元，到30亿元");
        page.wait_for("每增1万元，多得5,500元");

        // By keyboard: another year, and the button that names it.
        page.find(Role::Radio, "2026年").click();
        page.tab_to("2026年");
        page.press(&[Key::Down]);
        page.tab_to("在草稿中记下2027年");
        page.press(&[Key::Enter]);
        page.wait_for("草稿里填的是2027年。");
        page.wait_until_focused("提交后不可更改");
        page.open("#/subject/contribution");
        assert_eq!(page.field("已选定从哪一年起算").value(), "2027");

        // One step back, as everywhere.
        page.open("#/planner");
        page.chord(Key::Control, Key::Char('z'));
        page.wait_for("已撤销");
        assert!(!page.text().contains("草稿里填的是"));
        page.find(Role::Radio, "2028年").click();
        page.button("在草稿中记下2028年").click();
        page.button("先不定，让程序比较").click();
        page.wait_for("已清除");
        assert!(!page.text().contains("草稿里填的是"));
    });
}

/// Opens the example and finds on the page what the library says of its choices, thresholds and chances.
fn planned(page: &Page, example: &Example, lang: Lang) {
    page.open("#/");
    page.example(example.name.get(lang));
    page.open("#/planner");
    page.heading(if lang == Lang::Zh { "不可更改的选择" } else { "Choices made once" });
    let draft = example.draft().unwrap();
    let (edition, facts) = (draft.rules(), &draft.facts);
    let report = edition.assess(facts, true);
    let (elections, cliffs) = (planner::elections(edition, facts), planner::cliffs(edition, facts, &report));
    let chances = planner::chances(edition, facts, &report);
    let text = page.text();
    let nothing = if lang == Lang::Zh { "还没有可以比较的" } else { "There is nothing to compare yet" };
    assert_eq!(
        text.contains(nothing),
        elections.is_empty() && cliffs.is_empty() && chances.is_empty(),
        "{}",
        example.id
    );
    for election in &elections {
        for way in &election.ways {
            // In 万元 where all of the table is exact in it.
            let full = way.total.grouped();
            let said = [way.total.in_wan().unwrap_or_default(), full.trim_end_matches(".00").to_owned()];
            let said = said.iter().any(|sum| !sum.is_empty() && text.contains(sum));
            assert!(said, "{}: {} comes to {full}", example.id, way.year);
        }
    }
    let title = if lang == Lang::Zh { "离得最近的档次和条件" } else { "Closest thresholds" };
    assert_eq!(page.has(Role::Heading, title), !chances.is_empty(), "{}", example.id);
    for chance in &chances {
        assert!(text.contains(chance.clause.title.get(lang)), "{}: {}", example.id, chance.clause.id);
    }
}

#[test]
fn every_example_is_planned_in_chinese() {
    walk("plans in Chinese", |page| {
        for example in ALL {
            planned(page, example, Lang::Zh);
        }
    });
}

#[test]
fn every_example_is_planned_in_english() {
    walk("plans in English", |page| {
        page.open("#/");
        page.button("English").click();
        for example in ALL {
            planned(page, example, Lang::En);
        }
    });
}
