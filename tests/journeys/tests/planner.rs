//! Choices that are made once: compared, noted in the draft, and taken back.

use journeys::{Key, Page, Role, walk};
use miyun::drafts::examples::{ALL, Example};
use miyun::planner;
use miyun::rule::Happening;
use miyun::text::Lang;

#[test]
fn a_bank_compares_its_starting_years_and_notes_one() {
    walk("a bank plans", |page| {
        page.open("#/");
        page.example("密云示例银行");
        page.link("规划").click();
        page.wait_for("只看已填的数，是2026年，合计1,572.80万元；2031年的贡献超过296万元，就是2027年。");
        page.wait_for("2031年贡献超过296万元");
        page.wait_for("2026年区域综合贡献再增4万元，到300万元");
        // Every figure for itself: the next step, what it brings, and what each further yuan brings until then.
        page.heading("哪些数字能改变支持金额");
        page.wait_for("再增18亿元，到30亿元");
        page.wait_for("每增1万元，多得0.55万元");

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

/// A billion pays less than a fen before; only those are told who have increased their capital.
#[test]
fn where_more_brings_less_is_told_to_those_whom_it_concerns() {
    walk("a threshold", |page| {
        page.open("#/");
        page.example("密云示例银行");
        page.open("#/planner");
        page.heading("哪些数字能改变支持金额");
        assert!(!page.text().contains("反而少得"), "{}", page.text());
        page.open("#/");
        page.example("云蒙私募基金管理有限公司");
        page.open("#/planner");
        page.wait_for("由接近3,000万元落到1,000万元");
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
    let (elections, cliffs) =
        (planner::elections(edition, facts, &planner::Forecast::Open), planner::cliffs(edition, facts, &report));
    let chances = planner::chances(edition, facts, &report);
    let events = (edition.calendar)(facts, &report);
    let text = page.text();
    let nothing = if lang == Lang::Zh { "还没有可以比较的" } else { "There is nothing to compare yet" };
    assert_eq!(
        text.contains(nothing),
        elections.is_empty() && cliffs.is_empty() && chances.is_empty() && events.is_empty(),
        "{}",
        example.id
    );
    for election in &elections {
        assert!(text.contains(&election.headline(lang)), "{}: {}", example.id, election.headline(lang));
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
    for event in events.iter().filter(|event| event.kind != Happening::Window) {
        for words in [event.days(lang), event.title(lang).to_owned()] {
            assert!(text.contains(&words), "{}: {words} is missing in the calendar", example.id);
        }
    }
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

/// Years without a figure are filled for the comparison alone; what is typed there is no answer.
#[test]
fn later_years_are_filled_in_the_planner_and_never_in_the_draft() {
    walk("years filled", |page| {
        page.open("#/");
        page.example("密云示例银行");
        page.open("#/planner");
        let filling = page.region("还没有数的以后年度");

        filling.choose("怎么推算", "沿用最近一年的数");
        page.wait_for("选2030年最多，合计2,160万元");
        page.wait_for("假设：没有数的以后年度，沿用最近一年的数；只用于比较，不写进草稿");
        filling.choose("怎么推算", "逐年填低、中、高");
        page.wait_for("只看已填的数，是2026年");
        for (box_, figure) in [("2031年，低", "200"), ("2031年，中", "250"), ("2031年，高", "297")] {
            filling.field(box_).fill(figure);
        }
        for year in ["2032年，中", "2033年，中", "2034年，中"] {
            filling.field(year).fill("0");
        }
        page.wait_for("按假设的中间数，是2026年，合计1,572.80万元；2031年的贡献超过296万元，就是2027年。");
        filling.field("2031年，高").fill("296");
        page.wait_for("在假设的整个范围内都是这样");
        // What cannot be read is said when the box is left, and the last good figures stay.
        filling.field("2031年，高").fill("约300");
        filling.field("2031年，低").fill("200");
        filling.wait_for("请只填数字");
        page.wait_for("在假设的整个范围内都是这样");
        page.axe();
        filling.field("2031年，高").fill("296");

        // Left and come back to, it stands; the draft has none of it.
        page.open("#/subject/contribution");
        assert!(!page.text().contains("2031"), "{}", page.text());
        page.open("#/planner");
        assert_eq!(page.region("还没有数的以后年度").field("2031年，低").value(), "200");
        page.region("还没有数的以后年度").choose("怎么推算", "不推算，按0计");
        page.wait_for("只看已填的数，是2026年");

        page.button("English").click();
        let filling = page.region("Later years without a figure");
        filling.choose("How to fill them", "Change by so many per cent a year");
        page.wait_for("By the middle of what is assumed: 2030, 21,600,000 yuan");
        filling.field("Change by so many per cent a year, Low").fill("0");
        page.wait_for("so it is over the whole of what is assumed");
    });
}

#[test]
fn the_calendar_is_saved_as_a_file() {
    walk("a calendar", |page| {
        page.open("#/");
        page.example("密云示例银行");
        page.open("#/planner");
        page.region("日历").wait_for("2026年度申报公告");
        let (name, bytes) = page.downloaded_by(|| page.button("存为日历文件").click());
        assert!(name.starts_with("密云示例银行") && name.ends_with(".ics"), "{name}");
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("UID:call-2026-"), "{text}");
        page.axe();
    });
}

/// A scenario is made, differs in a year, is compared, saved as a workbook, and taken over after a look.
#[test]
fn a_scenario_is_compared_and_taken_over() {
    walk("scenarios", |page| {
        page.open("#/");
        page.example("密云示例银行");
        page.open("#/planner");
        let region = page.region("方案比较");
        page.button("增加方案").click();
        region.wait_for("请给方案起个名字");
        region.field("新方案的名字").fill("2027年没有贡献");
        page.button("增加方案").click();
        region.wait_for("还没有不同的答案");
        region.choose("项目", "区域综合贡献");
        region.choose("年度或行", "2027年");
        region.choose("栏目", "区域综合贡献");
        region.field("改为").fill("约0");
        page.button("记入方案").click();
        region.wait_for("请只填数字");
        region.field("改为").fill("0");
        page.button("记入方案").click();
        // 2027 brings 90 in place of 342: what differs says by how much.
        region.wait_for("90.00（−252.00）");
        page.axe();
        let (name, bytes) = page.downloaded_by(|| page.button("存为Excel").click());
        assert!(name.ends_with(".xlsx") && bytes.starts_with(b"PK"), "{name}");
        // The draft is as it was until it is taken over.
        page.button("采用到草稿").click();
        page.button("采用这些").click();
        page.wait_for("已采用1项");
        page.open("#/subject/contribution");
        page.open("#/planner");
        page.chord(Key::Control, Key::Char('z'));
        page.wait_for("已撤销");
    });
}

/// The page for the board is shown as the sheet that is printed.
#[test]
fn the_board_has_one_page() {
    walk("the board", |page| {
        page.open("#/");
        page.example("密云示例银行");
        page.open("#/planner");
        page.button("看这一页").click();
        page.wait_for("— 第1页　共1页 —");
        let (name, bytes) = page.downloaded_by(|| page.button("存为Word").click());
        assert!(name.ends_with(".docx") && bytes.starts_with(b"PK"), "{name}");
        page.axe();
    });
}
