//! The page for the board: what must stand on it, for two examples in both languages, and that it stays one page.

use miyun::answers::answer::Answer;
use miyun::answers::form::Form;
use miyun::applicant::question;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::drafts::scenario::{Difference, Scenario};
use miyun::money::wan;
use miyun::office::docx;
use miyun::packet::{Block, Board, Value, html};
use miyun::planner::Forecast;
use miyun::rule::Place;
use miyun::text::Lang;

fn example(id: &str) -> Draft {
    ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
}

fn day() -> Date {
    Date::new(2026, 11, 25).unwrap()
}

fn board(draft: &Draft, forecast: &Forecast, lang: Lang) -> Board {
    Board::lay_out(draft, forecast, lang, day())
}

/// The rows of the page: their names, and the lines in them.
fn sections(board: &Board) -> Vec<(String, Vec<String>)> {
    let volume = board.volume();
    let [Block::Pairs(pairs), Block::Note(_)] = &volume.parts[0].blocks[..] else { panic!("{:?}", volume.parts) };
    let row = |row: &Vec<(String, Value)>| {
        let [(name, value)] = &row[..] else { panic!("{row:?}") };
        (name.clone(), value.text().lines().map(str::to_owned).collect())
    };
    pairs.rows.iter().map(row).collect()
}

fn bank_with_a_scenario() -> Draft {
    let mut bank = example("bank");
    let contributions = question("contributions").unwrap();
    let Form::Table(columns) = contributions.form else { panic!() };
    let column = columns.iter().position(|column| column.id == "contribution");
    let mut scenario = Scenario::new("2027年没有贡献".to_owned(), Forecast::Open);
    let to = Answer::Money(wan(0));
    scenario.set(Difference { question: contributions, place: Place::Year(2027), column, to });
    bank.scenarios.push(scenario);
    bank
}

#[test]
fn what_must_stand_on_the_page() {
    let bank = bank_with_a_scenario();
    let introducer = example("introducer");
    for (draft, lang, titles, lines) in [
        (
            &bank,
            Lang::Zh,
            ["建议", "备选", "假设", "风险", "存疑"],
            vec![
                (0, "第十九条"),
                (0, "是2026年，合计"),
                (1, "方案“2027年没有贡献”：可测算合计"),
                (1, "比草稿少252万元"),
                (1, "（其次"),
                (2, "预计数"),
                (2, "方案“2027年没有贡献”有1处与草稿不同"),
                (3, "须退还已得的全部"),
            ],
        ),
        (
            &bank,
            Lang::En,
            ["Recommendation", "Alternatives", "Assumptions", "Risks", "Open questions"],
            vec![
                (0, "By what is filled in: 2026"),
                (1, "2,520,000 yuan less than the draft"),
                (1, "(second"),
                (2, "forecast: 2026, 2027"),
                (3, "means repaying all"),
            ],
        ),
        (
            &introducer,
            Lang::Zh,
            ["建议", "备选", "假设", "风险", "存疑"],
            vec![(0, "可申请"), (1, "没有需要比较的选择"), (2, "按草稿里的答案"), (3, "一事一议上限"), (4, "27.")],
        ),
        (
            &introducer,
            Lang::En,
            ["Recommendation", "Alternatives", "Assumptions", "Risks", "Open questions"],
            vec![(0, "can be applied for"), (1, "There is no choice"), (2, "answers in the draft"), (4, "27.")],
        ),
    ] {
        let found = sections(&board(draft, &Forecast::Open, lang));
        assert_eq!(found.iter().map(|(title, _)| title.as_str()).collect::<Vec<_>>(), titles);
        for (place, words) in lines {
            let lines = &found[place].1;
            assert!(lines.iter().any(|line| line.contains(words)), "{words} in {lines:#?}");
        }
    }
}

/// What is assumed is said, and only where something is.
#[test]
fn what_is_assumed_is_said() {
    let last = Forecast::read("last").unwrap();
    for (forecast, said) in [(&Forecast::Open, false), (&last, true)] {
        let mut bank = example("bank");
        bank.facts.set(question("growth_start").unwrap(), Some(Answer::Year(2028))).unwrap();
        let found = sections(&board(&bank, forecast, Lang::Zh));
        assert_eq!(found[2].1.iter().any(|line| line.contains("沿用最近一年的数")), said);
    }
}

/// Every example has a page in both languages, short enough to be one, in HTML and in Word.
#[test]
fn every_example_has_one_page() {
    for example in ALL {
        for lang in [Lang::Zh, Lang::En] {
            let board = board(&example.draft().unwrap(), &Forecast::Last, lang);
            let found = sections(&board);
            assert_eq!(found.len(), 5, "{}", example.id);
            assert!(found.iter().all(|(_, lines)| !lines.is_empty()), "{}: {found:#?}", example.id);
            let width = if lang == Lang::Zh { 31 } else { 76 };
            let height: usize =
                found.iter().flat_map(|(_, lines)| lines).map(|line| 1 + line.chars().count() / width).sum();
            assert!(height <= 33, "{} {lang:?} has {height} lines", example.id);
            if lang == Lang::En {
                let own = example.draft().unwrap().name().unwrap_or_default().to_owned();
                // Rows are called by their names, in brackets at the end.
                let foreign = |line: &&String| {
                    let line = line.rsplit_once(" (").map_or(line.as_str(), |(words, _)| words).replace(&own, "");
                    line.chars().any(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign))
                };
                // Open questions name words of the text.
                assert_eq!(found[..4].iter().flat_map(|(_, lines)| lines).find(foreign), None, "{}", example.id);
            }
            assert!(html::sheets(&board.volume()).contains("sheet"), "{}", example.id);
            assert!(!docx::docx(&board.volume()).unwrap().is_empty(), "{}", example.id);
        }
    }
    assert!(!sections(&board(&Draft::default(), &Forecast::Open, Lang::Zh)).is_empty());
}
