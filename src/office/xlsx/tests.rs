use std::path::{Path, PathBuf};
use std::process::Command;

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::applicant::{CATALOGUE, question};
use crate::date::Date;
use crate::drafts::draft::Draft;
use crate::drafts::examples::ALL;
use crate::money::{Money, wan, yi};
use crate::office::xlsx::inputs::{AnswerCell, units};
use crate::office::xlsx::read::file::{File, LARGEST};
use crate::office::xlsx::read::{decimal, read_within};
use crate::office::xlsx::trace::{Bounds, Keep, Model, Stands, State};
use crate::office::xlsx::{Refused, Remark, Unreadable, book, read, sheets, words, workbook};
use crate::rule::{ByYear, Outcome, Report, When};
use crate::text::{Lang, printable};

pub(super) fn today() -> Date {
    Date::new(2026, 3, 1).unwrap()
}

pub(super) fn assess(draft: &Draft) -> Report {
    draft.rules().assess(&draft.facts, true)
}

fn drafts() -> impl Iterator<Item = (&'static str, Draft)> {
    ALL.iter().map(|example| (example.id, example.draft().unwrap()))
}

pub(super) fn example(id: &str) -> Draft {
    ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
}

fn answer_cell(id: &str, cell: Option<(usize, usize)>) -> AnswerCell {
    AnswerCell { question: CATALOGUE.iter().position(|spec| spec.id == id).unwrap(), cell }
}

/// A generator that gives the same numbers each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// Other answers to some of the questions that a draft's clauses read.
fn shake(model: &Model<'_>, dice: &mut Dice) -> Facts {
    let mut facts = model.draft.facts.clone();
    for _ in 0..=dice.below(3) {
        let answer_cell = model.answer_cells[dice.below(model.answer_cells.len())];
        let answer = answer_cell.answer(&facts).unwrap();
        let other = match (answer_cell.form(), units(&answer)) {
            (Form::YesNo, _) => Answer::YesNo(answer != Answer::YesNo(true)),
            (Form::Choice(choices), _) => Answer::Choice(u8::try_from(dice.below(choices.len())).unwrap()),
            (form, Some(at)) => {
                let small = i128::try_from(dice.below(2_000)).unwrap() - 1_000;
                let point = match dice.below(6) {
                    0 => at + small,
                    1 => at + small * 1_000_003,
                    2 => at * 2 + small,
                    3 => at / 2 + small,
                    4 => at * 7 / 10,
                    _ => at * 13 / 10,
                };
                match crate::office::xlsx::inputs::of_units(form, point) {
                    Some(answer) => answer,
                    None => continue,
                }
            }
            _ => continue,
        };
        let _ = answer_cell.tell(&mut facts, other);
    }
    facts
}

/// Whether the answers have left what formulas need, of each clause and of the plan, as the sheets watch it.
fn left(model: &Model<'_>, facts: &Facts) -> Vec<bool> {
    let watch = |bounds: &Bounds| {
        let (mut moved, mut moved_alone) = (0, 0);
        let left = bounds.keep.iter().any(|(answer_cell, keep)| {
            let (filled, now) = (model.filled(*answer_cell), model.answer_cells[*answer_cell].answer(facts));
            match keep {
                Keep::Exactly => filled != now,
                Keep::Between(from, to) => {
                    moved += usize::from(filled != now);
                    moved_alone += usize::from(filled != now && bounds.alone.contains(answer_cell));
                    let number = |answer: &Option<Answer>| answer.as_ref().and_then(units);
                    let now = number(&now).unwrap();
                    number(from).is_some_and(|from| now < from) || number(to).is_some_and(|to| now > to)
                }
            }
        });
        left || moved > 1 && moved_alone > 0
    };
    model.clauses.iter().map(|clause| watch(&clause.bounds)).chain([watch(&model.plan_bounds)]).collect()
}

/// Which answers were moved, and from and to where.
fn moved(model: &Model<'_>, facts: &Facts) -> Vec<(String, Option<Answer>, Option<Answer>)> {
    let pairs = (0..model.answer_cells.len())
        .map(|answer_cell| (answer_cell, model.filled(answer_cell), model.answer_cells[answer_cell].answer(facts)));
    pairs
        .filter(|(_, filled, now)| filled != now)
        .map(|(answer_cell, filled, now)| (model.answer_cells[answer_cell].name(Lang::En), filled, now))
        .collect()
}

fn same(one: &ByYear, other: &ByYear) -> bool {
    one.iter().chain(other.iter()).all(|(year, _)| {
        let [one, other] = [one.of(year), other.of(year)];
        (one.certain, one.possible, one.floor, one.ceiling)
            == (other.certain, other.possible, other.floor, other.ceiling)
    })
}

#[test]
fn formulas_come_to_what_the_portal_says() {
    for (id, draft) in drafts() {
        let report = assess(&draft);
        let model = Model::trace(&draft, &report);
        let (given, counted) = model.work_out(&draft.facts);
        for (clause, given) in given.iter().enumerate() {
            let assessment = &report.assessments[clause];
            assert_eq!(given.state, State::Same, "{id} {}", assessment.clause.id);
            assert_eq!(model.clauses[clause].still, None, "{id} {}", assessment.clause.id);
            assert!(same(&given.amounts, &assessment.estimate.by_year), "{id} {}", assessment.clause.id);
            assert!(same(&counted[clause], &report.counted[clause]), "{id} {}", assessment.clause.id);
        }
    }
}

/// Whatever is typed: the amounts of the formulas are right, or the workbook says that they are not.
#[test]
fn other_answers_give_the_portal_s_amounts_or_say_that_the_structure_changed() {
    let (mut right, mut said) = (0, 0);
    for (id, draft) in drafts() {
        let report = assess(&draft);
        let model = Model::trace(&draft, &report);
        let mut dice = Dice(7);
        for _ in 0..300 {
            let facts = shake(&model, &mut dice);
            let other = draft.rules().assess(&facts, false);
            let (given, counted) = model.work_out(&facts);
            let left = left(&model, &facts);
            let mut all_right = !left[given.len()];
            for (clause, given) in given.iter().enumerate() {
                // One that was for others has no sheet: only the whole can tell.
                let for_others = report.assessments[clause].outcome == Outcome::NotApplicable;
                if for_others {
                    continue;
                }
                if given.state == State::Changed || left[clause] {
                    all_right = false;
                    continue;
                }
                let theirs = &other.assessments[clause];
                assert!(
                    same(&given.amounts, &theirs.estimate.by_year),
                    "{id} {}: {:?} is not {:?}\n{:?}",
                    theirs.clause.id,
                    given.amounts,
                    theirs.estimate.by_year,
                    moved(&model, &facts)
                );
            }
            if all_right {
                right += 1;
                for (ours, theirs) in counted.iter().zip(&other.counted) {
                    assert!(same(ours, theirs), "{id}: {ours:?} is not {theirs:?}\n{:?}", moved(&model, &facts));
                }
            } else {
                said += 1;
            }
        }
    }
    assert!(right > 600 && said > 300, "{right} right, {said} said");
}

/// What each start comes to is worked out in the workbook: forecasts may change as long as the start stays.
#[test]
fn the_alarm_waits_until_another_start_would_be_chosen() {
    let draft = example("bank");
    let report = assess(&draft);
    let model = Model::trace(&draft, &report);
    let contribution = |year: usize| answer_cell("contributions", Some((year - 2022, 1)));
    for (changes, alarmed) in [
        (vec![(2027, wan(430)), (2028, wan(550))], false),
        (vec![(2026, wan(350)), (2027, wan(90)), (2029, wan(700)), (2030, wan(800))], false),
        // 2025 would be the start from 720万 on, which 2030 comes to.
        (vec![(2025, wan(720))], true),
        (vec![(2025, wan(719)), (2028, wan(500))], false),
    ] {
        let mut facts = draft.facts.clone();
        for (year, amount) in &changes {
            assert!(contribution(*year).tell(&mut facts, Answer::Money(*amount)));
        }
        let (given, _) = model.work_out(&facts);
        let growth = report.assessments.iter().position(|other| other.clause.id == "growth_funding").unwrap();
        let said = given[growth].state == State::Changed || left(&model, &facts)[growth];
        assert_eq!(said, alarmed, "{changes:?}");
        let theirs = &draft.rules().assess(&facts, false).assessments[growth].estimate.by_year;
        assert_eq!(same(&given[growth].amounts, theirs), !alarmed, "{changes:?}");
    }
}

#[test]
fn what_is_typed_into_the_answers_is_checked() {
    let draft = example("bank");
    let report = assess(&draft);
    let book = sheets::book(&Model::trace(&draft, &report), Lang::Zh, today());
    let bytes = book.save().unwrap();
    let rules = |sheet: &str| {
        let xml = String::from_utf8(unzip(&bytes, &part_of(&book, sheet))).unwrap();
        xml.split("<dataValidation ")
            .skip(1)
            .map(|rule| rule.split("</dataValidation>").next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let of = |rules: &[String], cell: &str| rules.iter().find(|rule| rule.contains(cell)).cloned().unwrap_or_default();
    let inputs = rules(words::INPUTS.zh);
    let paid_in = of(&inputs, "以元为单位");
    assert!(paid_in.contains("type=\"custom\"") && paid_in.contains("暂不清楚"), "{paid_in}");
    assert!(of(&inputs, "填日期").contains("IF(ISNUMBER("));
    let table = rules(question("contributions").unwrap().label.zh);
    assert!(of(&table, "填年份").contains("&gt;=1990,") && !of(&table, "填年份").contains("暂不清楚"));
    assert!(of(&table, "sqref=\"C5:C34\"").contains("ABS(C5)&lt;="), "ten rows and twenty spare ones: {table:?}");
}

#[test]
fn every_example_comes_back_and_the_same_draft_gives_the_same_bytes() {
    for (id, draft) in drafts() {
        let report = assess(&draft);
        let model = Model::trace(&draft, &report);
        for lang in [Lang::Zh, Lang::En] {
            let bytes = sheets::book(&model, lang, today()).save().unwrap();
            assert_eq!(read(&bytes).map(|book| book.draft), Ok(draft.clone()), "{id}");
            if lang == Lang::En {
                assert_eq!(workbook(&draft, &report, lang, today()), Ok(bytes), "{id}");
            }
        }
    }
}

/// The value of a cell by the sheet's name.
fn cell(bytes: &[u8], sheet: &str, row: u32, column: u16) -> Option<String> {
    let mut file = File::open(bytes, LARGEST).unwrap();
    let parts = file.sheets().unwrap();
    let (_, part) = parts.iter().find(|(name, _)| name == sheet).unwrap();
    file.cells(part).unwrap().at(row, column).map(|raw| raw.words().to_owned())
}

/// What the last sheet says of a clause or of the plan.
fn check(bytes: &[u8], name: &str) -> Option<String> {
    let row = (4..60).find(|row| cell(bytes, words::CHECKS.zh, *row, 0).as_deref() == Some(name))?;
    cell(bytes, words::CHECKS.zh, row, 2)
}

/// Counts at amounts of the plan that are formulas.
#[test]
fn amounts_are_formulas_with_what_they_come_to() {
    for (id, draft) in drafts() {
        let report = assess(&draft);
        let model = Model::trace(&draft, &report);
        let book = sheets::book(&model, Lang::Zh, today());
        let xml = String::from_utf8(unzip(&book.save().unwrap(), &part_of(&book, words::PLAN.zh))).unwrap();
        for (index, entry) in model.plan.iter().enumerate() {
            let counted = report.counted[entry.clause].of(entry.year);
            let row = index + 5;
            for (column, amount) in [("D", counted.certain), ("E", counted.possible), ("G", counted.ceiling)] {
                let cell = xml.split(&format!("<c r=\"{column}{row}\" ")).nth(1).unwrap();
                let cell = cell.split("</c>").next().unwrap();
                assert!(cell.ends_with(&format!("<v>{amount}</v>")), "{id} {column}{row}: {cell}");
                let fixed = matches!(entry.stands, Stands::Portal(..)) && column != "G"
                    || entry.stands == Stands::Gone && column == "D";
                assert_eq!(cell.contains("<f>"), !fixed, "{id} {column}{row}: {cell}");
            }
        }
    }
}

pub(super) fn part_of(book: &book::Book, name: &str) -> String {
    let index = book.sheets.iter().position(|sheet| sheet.name == name).unwrap();
    format!("xl/worksheets/sheet{}.xml", index + 1)
}

fn unzip(bytes: &[u8], part: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut body = Vec::new();
    std::io::Read::read_to_end(&mut zip.by_name(part).unwrap(), &mut body).unwrap();
    body
}

/// The file with one part changed.
pub(super) fn with_part(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in names {
        let mut body = String::new();
        std::io::Read::read_to_string(&mut zip.by_name(&name).unwrap(), &mut body).unwrap();
        out.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(if name == part { change(body) } else { body }.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn hostile_words_stay_words() {
    let mut draft = example("bank");
    let hostile = [
        "=HYPERLINK(\"http://x\",\"y\")",
        "+1",
        "-1+2",
        "@SUM(A1)",
        "\t=1",
        "<a>&amp;\"'</a>",
        "𠮷野家😀\u{202e}abc\u{202c}",
        "_x0041_ _x005F_",
        " 前后有空格 ",
    ];
    for words in hostile {
        let name = question("name").unwrap();
        draft.facts.set(name, Some(Answer::Words(words.into()))).unwrap();
        draft.title = words.to_owned();
        let bytes = workbook(&draft, &assess(&draft), Lang::Zh, today()).unwrap();
        // Nothing unseen comes back.
        let mut seen = draft.clone();
        seen.facts.set(name, Some(Answer::Words(printable(words).into()))).unwrap();
        seen.title = printable(words).into_owned();
        assert_eq!(read(&bytes).map(|book| book.draft), Ok(seen), "{words:?}");
    }
    // What files do not hold goes; the rest stays.
    let name = question("name").unwrap();
    draft.facts.set(name, Some(Answer::Words("某\u{1}行\u{fffe}\u{7f}".into()))).unwrap();
    let bytes = workbook(&draft, &assess(&draft), Lang::Zh, today()).unwrap();
    assert_eq!(read(&bytes).unwrap().draft.facts.answer(name), Some(&Answer::Words("某行".into())));
}

#[test]
fn what_is_not_known_or_not_told_stays_so() {
    let mut draft = example("bank");
    for id in ["paid_in", "supervised", "executives", "arrived", "rank"] {
        draft.facts.set(question(id).unwrap(), Some(Answer::NotKnown)).unwrap();
    }
    for id in ["leases", "opinion_date", "admitted"] {
        draft.facts.set(question(id).unwrap(), None).unwrap();
    }
    let Form::Table(columns) = question("homes").unwrap().form else { panic!() };
    draft
        .facts
        .set(question("homes").unwrap(), Some(Answer::Table(crate::answers::answer::Table::new(columns))))
        .unwrap();
    for lang in [Lang::Zh, Lang::En] {
        let bytes = workbook(&draft, &assess(&draft), lang, today()).unwrap();
        assert_eq!(read(&bytes).map(|book| book.draft), Ok(draft.clone()));
    }
}

/// Amounts beyond fifteen digits are written out, and the workbook says that they do not follow.
#[test]
fn figures_that_a_spreadsheet_cannot_keep_are_words() {
    let mut draft = example("bank");
    let huge = Money::from_fen(99_999_999_999_999_999);
    draft.facts.set(question("paid_in").unwrap(), Some(Answer::Money(huge))).unwrap();
    let bytes = workbook(&draft, &assess(&draft), Lang::Zh, today()).unwrap();
    assert_eq!(read(&bytes).map(|book| book.draft), Ok(draft.clone()));
    assert_eq!(cell(&bytes, "第六条", 1, 1).as_deref(), Some(words::STILL_LONG.zh));
    assert_eq!(check(&bytes, "第六条").as_deref(), Some(words::STILL_LONG.zh));
    assert_eq!(check(&bytes, words::PLAN.zh).as_deref(), Some(words::STILL_LONG.zh));
    assert_eq!(check(&bytes, "第十九条").as_deref(), Some(words::SAME.zh));
}

#[test]
fn long_tables_are_written_and_read_without_formulas() {
    let mut draft = example("introducer");
    let spec = question("enterprises").unwrap();
    let Form::Table(columns) = spec.form else { panic!() };
    let table = draft.facts.table_mut(spec).unwrap();
    for row in table.len()..5_000 {
        table.insert(row);
        for (column, answer) in [
            (0, Answer::Words(format!("企业{row}").into())),
            (1, Answer::YesNo(true)),
            (2, Answer::Date(Date::new(2022, 1, 1).unwrap())),
            (3, Answer::Money(wan(200))),
        ] {
            table.set(columns, row, column, Some(answer)).unwrap();
        }
    }
    let bytes = workbook(&draft, &assess(&draft), Lang::Zh, today()).unwrap();
    assert_eq!(check(&bytes, "第二十七条").as_deref(), Some(words::STILL_MANY.zh));
    assert_eq!(read(&bytes).map(|book| book.draft), Ok(draft));
}

#[test]
fn cells_that_are_no_answers_are_all_named() {
    let draft = example("bank");
    let report = assess(&draft);
    let model = Model::trace(&draft, &report);
    let book = sheets::book(&model, Lang::Zh, today());
    let bytes = book.save().unwrap();
    let inputs = part_of(&book, words::INPUTS.zh);
    let bad = with_part(&bytes, &inputs, |xml| {
        let xml = xml.replacen("<v>1200000000.00</v>", "<v>-5</v>", 1);
        assert!(xml.contains("xml:space=\"preserve\">是<"));
        xml.replacen("xml:space=\"preserve\">是<", "xml:space=\"preserve\">也许<", 1)
    });
    let Err(Unreadable::Cells(refused, 0)) = read(&bad) else { panic!() };
    let mut labels: Vec<&str> = refused.iter().map(|refused| refused.label.zh).collect();
    labels.sort_unstable();
    assert_eq!(labels, ["新设或新迁入", "注册资本"], "{refused:?}");
    let Refused { sheet, cell, .. } = &refused[0];
    assert!(sheet == "填报内容" && cell.starts_with('B'), "{sheet}!{cell}");
}

/// A spreadsheet that takes an account number for a figure keeps fifteen of its digits.
#[test]
fn numbers_that_lost_digits_are_no_words() {
    let mut draft = example("bank");
    let spec = question("account_number").unwrap();
    draft.facts.set(spec, Some(Answer::Words("6222".into()))).unwrap();
    let book = sheets::book(&Model::trace(&draft, &assess(&draft)), Lang::Zh, today());
    let inputs = part_of(&book, words::INPUTS.zh);
    let text = r#" t="inlineStr"><is><t xml:space="preserve">6222</t></is>"#;
    let pasted = |digits: &str| {
        read(&with_part(&book.save().unwrap(), &inputs, |xml| {
            assert_eq!(xml.matches(text).count(), 1);
            xml.replace(text, &format!("><v>{digits}</v>"))
        }))
    };
    for digits in ["6.2220202001123405E+18", "6.22202020011234E+018", "1234567890123450", "1.2345678901234567", "1e5"] {
        let Err(Unreadable::Cells(refused, 0)) = pasted(digits) else { panic!("{digits}") };
        let [Refused { sheet, cell, label, why }] = &refused[..] else { panic!("{digits}") };
        assert!(sheet == words::INPUTS.zh && cell.starts_with('B') && *label == spec.label, "{sheet}!{cell}");
        assert!(why.zh.contains("超过15位") && why.en.contains("after the fifteenth"), "{digits}: {}", why.zh);
    }
    for digits in ["123456789012345", "69041234", "0.5"] {
        assert_eq!(pasted(digits).unwrap().draft.facts.answer(spec), Some(&Answer::Words(digits.into())));
    }
}

/// What a spreadsheet prints at the left and at the right of a head: codes begin with `&`, digits after it are a size.
fn printed(head: &str) -> [String; 2] {
    let mut parts = [String::new(), String::new()];
    let (mut at, mut signs) = (0, head.chars().peekable());
    while let Some(sign) = signs.next() {
        if sign != '&' {
            parts[at].push(sign);
            continue;
        }
        match signs.next() {
            Some('&') => parts[at].push('&'),
            Some('L') => at = 0,
            Some('R') => at = 1,
            Some('0'..='9') => while signs.next_if(char::is_ascii_digit).is_some() {},
            other => panic!("{other:?} in {head}"),
        }
    }
    parts.map(|part| part.trim().to_owned())
}

#[test]
fn every_printed_page_bears_the_name_as_it_is() {
    let mut draft = example("bank");
    let spec = question("name").unwrap();
    let head = |draft: &Draft| {
        let bytes = workbook(draft, &assess(draft), Lang::Zh, today()).unwrap();
        let xml = String::from_utf8(unzip(&bytes, "xl/worksheets/sheet1.xml")).unwrap();
        let xml = roxmltree::Document::parse(&xml).unwrap();
        let head = xml.descendants().find(|node| node.has_tag_name((book::MAIN, "oddHeader"))).unwrap();
        head.text().unwrap().to_owned()
    };
    let longest = ["密".repeat(120), "𠮷".repeat(120), "&".repeat(120), "9&𠮷".repeat(40), "&𠮷".repeat(60)];
    let names = ["360数科", "51信用卡", "&9 R&D", "&P&&L", "密云示例银行"].map(str::to_owned);
    let mut cut = 0;
    for name in names.into_iter().chain(longest) {
        draft.facts.set(spec, Some(Answer::Words(name.as_str().into()))).unwrap();
        let code = crate::packet::Seal::of(&draft).made_by();
        let head = head(&draft);
        let units = head.encode_utf16().count();
        let [left, right] = printed(&head);
        assert!(units <= 255 && right.ends_with(&code), "{head}");
        match left.strip_suffix('…') {
            // No more than it takes: a sign has two units at most.
            Some(kept) => assert!(name.starts_with(kept) && units > 253, "{units}: {head}"),
            None => assert_eq!(left, name),
        }
        cut += usize::from(left != name);
    }
    assert_eq!(cut, 3);
}

#[test]
fn the_overview_names_its_lines_as_the_questions_do() {
    let draft = example("bank");
    let kind = crate::applicant::identity::KIND.spec.label;
    for lang in [Lang::Zh, Lang::En] {
        let bytes = workbook(&draft, &assess(&draft), lang, today()).unwrap();
        assert_eq!(cell(&bytes, words::OVERVIEW.get(lang), 3, 0).as_deref(), Some(kind.get(lang)));
    }
}

/// A hundred refusals are listed, the rest counted.
#[test]
fn refusals_beyond_a_hundred_are_counted() {
    let mut draft = example("introducer");
    let spec = question("enterprises").unwrap();
    let Form::Table(columns) = spec.form else { panic!() };
    let mut table = crate::answers::answer::Table::new(columns);
    for row in 0..130 {
        table.insert(row);
        table.set(columns, row, 0, Some(Answer::Words("企业".into()))).unwrap();
    }
    draft.facts.set(spec, Some(Answer::Table(table))).unwrap();
    let book = sheets::book(&Model::trace(&draft, &assess(&draft)), Lang::Zh, today());
    let part = part_of(&book, spec.label.zh);
    let text = r#" t="inlineStr"><is><t xml:space="preserve">企业</t></is>"#;
    let bytes = with_part(&book.save().unwrap(), &part, |xml| xml.replace(text, "><v>1E+20</v>"));
    let Err(Unreadable::Cells(refused, more)) = read(&bytes) else { panic!() };
    assert_eq!((refused.len(), more), (100, 30));
}

/// A year is compared with all before it: there are no more of them than years.
#[test]
fn a_table_of_more_rows_than_years_is_refused_at_the_row_beyond() {
    let mut draft = example("bank");
    let spec = question("contributions").unwrap();
    let Form::Table(columns) = spec.form else { panic!() };
    let mut table = crate::answers::answer::Table::new(columns);
    for (row, year) in crate::answers::typed::YEARS.enumerate() {
        table.insert(row);
        table.set(columns, row, 0, Some(Answer::Year(year))).unwrap();
    }
    draft.facts.set(spec, Some(Answer::Table(table))).unwrap();
    let book = sheets::book(&Model::trace(&draft, &assess(&draft)), Lang::Zh, today());
    let bytes = book.save().unwrap();
    assert_eq!(read(&bytes).map(|book| book.draft).as_ref(), Ok(&draft));
    let beyond = with_part(&bytes, &part_of(&book, spec.label.zh), |xml| {
        let year = xml.find(">2199<").unwrap();
        let (from, to) = (xml[..year].rfind("<row ").unwrap(), year + xml[year..].find("</row>").unwrap() + 6);
        let number = xml[from..].split('"').nth(1).unwrap();
        let after = (number.parse::<u32>().unwrap() + 1).to_string();
        let more = xml[from..to].replace(&format!("{number}\""), &format!("{after}\""));
        format!("{}{more}{}", &xml[..to], &xml[to..])
    });
    let Err(Unreadable::Cells(refused, 0)) = read(&beyond) else { panic!() };
    assert_eq!(refused.iter().map(|refused| refused.why).collect::<Vec<_>>(), [crate::answers::typed::MORE_THAN_YEARS]);
}

#[test]
fn other_files_are_refused_with_a_reason() {
    let draft = example("association");
    let report = assess(&draft);
    let model = Model::trace(&draft, &report);
    let book = sheets::book(&model, Lang::Zh, today());
    let bytes = book.save().unwrap();
    let hidden = part_of(&book, crate::office::xlsx::HIDDEN);
    let with = |from: &'static str, to: &'static str| {
        with_part(&bytes, &hidden, |xml| {
            assert!(xml.contains(from));
            xml.replace(from, to)
        })
    };
    // Without what the hidden sheet holds the answers are still there, and what is gone is said.
    let without = read(&with("miyun-workbook", "other")).unwrap();
    assert_eq!((without.draft.facts, without.remarks), (draft.facts.clone(), vec![Remark::NoRest]));
    assert_eq!(read(&with(">1</t>", ">2</t>")), Err(Unreadable::Newer(2)));
    assert!(matches!(
        read(&with("miyun-2019-25", "miyun-2031-1")),
        Err(Unreadable::Draft(crate::drafts::draft::Unreadable::OtherEdition(_)))
    ));
    assert!(matches!(read(b"PK\x03\x04 damaged"), Err(Unreadable::Damaged(_))));
    assert!(matches!(read(b""), Err(Unreadable::Damaged(_))));
    // However a file is cut or spoilt, it is refused or read; nothing panics.
    for length in (0..bytes.len()).step_by(97) {
        let _ = read(&bytes[..length]);
    }
    let mut dice = Dice(3);
    for _ in 0..300 {
        let mut spoilt = bytes.clone();
        for _ in 0..4 {
            let place = dice.below(spoilt.len());
            spoilt[place] = u8::try_from(dice.below(256)).unwrap();
        }
        let _ = read(&spoilt);
    }
}

/// A part of a few kilobytes that unpacks to more than is allowed is not unpacked to its end.
#[test]
fn bombs_are_refused() {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<sst>").unwrap();
    let blank = vec![b' '; 1 << 20];
    for _ in 0..8 {
        zip.write_all(&blank).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 17);
    assert_eq!(read_within(&bytes, 7 << 20), Err(Unreadable::TooLarge));
}

/// A workbook of these parts and no other.
fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, body) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(body.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A string that stands once in the file and in many cells counts each time, over all sheets.
#[test]
fn a_string_said_in_every_cell_is_a_bomb() {
    let said = |times: usize, sheets: usize| {
        let cells = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(times);
        let bytes = packed(&[
            ("xl/sharedStrings.xml", format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 18))),
            ("xl/a.xml", format!("<w><sheetData>{cells}</sheetData></w>")),
        ]);
        assert!(bytes.len() < 1 << 14, "{}", bytes.len());
        let mut file = File::open(&bytes, 4 << 20)?;
        (0..sheets).try_for_each(|_| file.cells("xl/a.xml").map(|_| ()))
    };
    assert_eq!((said(7, 1), said(7, 2)), (Ok(()), Ok(())));
    for (times, sheets) in [(20, 1), (2_000, 1), (7, 3)] {
        assert_eq!(said(times, sheets), Err(Unreadable::TooLarge), "{times} {sheets}");
    }
}

/// Names and references are copied as often as they are used: neither are they long nor are there many sheets.
#[test]
fn a_long_name_and_a_thousand_sheets_are_bombs() {
    let sheets = |name: &str, times: usize| {
        let sheet = format!(r#"<sheet name="{name}" id="a"/>"#).repeat(times);
        let bytes = packed(&[
            ("xl/_rels/workbook.xml.rels", r#"<r><Relationship Id="a" Target="a.xml"/></r>"#.to_owned()),
            ("xl/workbook.xml", format!("<w><sheets>{sheet}</sheets></w>")),
        ]);
        File::open(&bytes, LARGEST).unwrap().sheets().map(|sheets| sheets.len())
    };
    assert_eq!((sheets("b", 1_000), sheets("b", 1_001)), (Ok(1_000), Err(Unreadable::TooLarge)));
    assert!(matches!(sheets(&"b".repeat(2_000), 1), Err(Unreadable::Damaged(_))));
}

#[test]
fn numbers_of_spreadsheets_are_the_ones_meant() {
    for (digits, meant) in [
        ("0.55000000000000004", "0.55"),
        ("1234567.8899999999", "1234567.89"),
        ("1.2E9", "1200000000"),
        ("9999999999999.99", "9999999999999.99"),
        ("333.33333333333331", "333.333333333333"),
        ("-1.2000000000000002E-2", "-0.012"),
        ("1.4000000000000001E-17", "0.000000000000000014"),
        ("123456789012345678", "123456789012346000"),
    ] {
        assert_eq!(decimal(digits).map(|number| number.normalize().to_string()).as_deref(), Some(meant));
    }
    for refused in ["1e400", "1e29", "inf", "NaN", "1e", "12345678901234567890123456789012"] {
        assert_eq!(decimal(refused), None, "{refused}");
    }
}

// ── LibreOffice ──────────────────────────────────────────────────────────

/// Saves each of the files anew with LibreOffice, which works out all formulas.
fn save_anew(folder: &Path) -> PathBuf {
    let out = folder.join("anew");
    let files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "xlsx"))
        .collect();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let status = Command::new("soffice")
        .args(["--headless", &profile, "--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .args(files)
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    out
}

struct Trial {
    id: String,
    /// The answers that were typed into the workbook of this draft.
    draft: Draft,
    facts: Facts,
    lang: Lang,
}

fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for (id, draft) in drafts() {
        let languages: &[Lang] = if id == "bank" { &[Lang::Zh, Lang::En] } else { &[Lang::Zh] };
        for lang in languages.iter().copied() {
            trials.push(Trial { id: format!("{id}-as-told"), facts: draft.facts.clone(), draft: draft.clone(), lang });
        }
        let report = assess(&draft);
        let model = Model::trace(&draft, &report);
        let mut dice = Dice(11);
        for index in 0..2 {
            let facts = shake(&model, &mut dice);
            trials.push(Trial { id: format!("{id}-{index}"), facts, draft: draft.clone(), lang: Lang::Zh });
        }
    }
    // Another tier above and below, a cap reached, a condition that fails.
    for (name, id, answer_cell, answer) in [
        ("tier-up", "bank", answer_cell("paid_in", None), Answer::Money(yi(30))),
        ("tier-down", "bank", answer_cell("paid_in", None), Answer::Money(Money::from_fen(99_999_999_999))),
        ("cap", "bank", answer_cell("homes", Some((0, 3))), Answer::Money(wan(400))),
        ("fails", "bank", answer_cell("lawful", None), Answer::YesNo(false)),
        ("next-year", "guarantee", answer_cell("application_year", None), Answer::Year(2027)),
        ("next-year", "introducer", answer_cell("application_year", None), Answer::Year(2027)),
        ("half-fen", "bank", answer_cell("contributions", Some((4, 1))), Answer::Money(Money::from_fen(296_000_010))),
        (
            "area",
            "clearing_centre",
            answer_cell("leases", Some((0, 2))),
            Answer::Area(crate::money::square_metres(1_733)),
        ),
    ] {
        let draft = example(id);
        let mut facts = draft.facts.clone();
        assert!(answer_cell.tell(&mut facts, answer), "{name}");
        trials.push(Trial { id: name.to_owned(), facts, draft, lang: Lang::Zh });
    }
    trials
}

/// LibreOffice works the formulas out (what they came to was made wrong before), and what it saves is read back.
#[test]
#[ignore = "needs LibreOffice: cargo test --package miyun -- --ignored libreoffice"]
fn libreoffice_gives_the_portal_s_amounts_and_its_files_come_back() {
    let folder = std::env::temp_dir().join(format!("miyun-xlsx-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let trials = trials();
    for (index, trial) in trials.iter().enumerate() {
        let report = assess(&trial.draft);
        let model = Model::trace(&trial.draft, &report);
        let mut book = sheets::with_answers(&model, &trial.facts, trial.lang, today());
        book.forget();
        std::fs::write(folder.join(format!("{index}.xlsx")), book.save().unwrap()).unwrap();
    }
    let anew = save_anew(&folder);
    let (mut right, mut said, mut wrong) = (0, 0, Vec::new());
    for (index, trial) in trials.iter().enumerate() {
        let bytes = std::fs::read(anew.join(format!("{index}.xlsx"))).unwrap();
        let back = read(&bytes).unwrap_or_else(|why| panic!("{}: {}", trial.id, why.says(Lang::En))).draft;
        assert_eq!(back.facts, trial.facts, "{}", trial.id);
        let base = assess(&trial.draft);
        let model = Model::trace(&trial.draft, &base);
        let (given, _) = model.work_out(&trial.facts);
        let left = left(&model, &trial.facts);
        let changed = left.contains(&true) || given.iter().any(|given| given.state == State::Changed);
        let fails = given.iter().any(|given| given.state == State::Fails);
        let expected = match (changed, fails) {
            (true, _) => words::CHANGED,
            (false, true) => words::FAILS,
            (false, false) => words::SAME,
        };
        let mut file = File::open(&bytes, LARGEST).unwrap();
        let parts = file.sheets().unwrap();
        let mut cells = |name: &str| {
            let (_, part) = parts.iter().find(|(other, _)| other == name).unwrap();
            file.cells(part).unwrap()
        };
        let overview = cells(words::OVERVIEW.get(trial.lang));
        let status = overview.at(8, 1).map(|raw| raw.words().to_owned()).unwrap_or_default();
        if status != expected.get(trial.lang) {
            wrong.push(format!("{}: says {status}, not {}", trial.id, expected.zh));
            continue;
        }
        if changed {
            said += 1;
            continue;
        }
        right += 1;
        let report = assess(&back);
        let plan = cells(words::PLAN.get(trial.lang));
        let money = |row: u32, column: u16| {
            let raw = plan.at(row, column).map(|raw| raw.words().to_owned()).unwrap_or_default();
            decimal(&raw).and_then(Money::from_decimal)
        };
        for (row, entry) in (4..).zip(&model.plan) {
            let counted = report.counted[entry.clause].of(entry.year);
            for (column, amount) in
                [(3, counted.certain), (4, counted.possible), (5, counted.floor), (6, counted.ceiling)]
            {
                if money(row, column) != Some(amount) {
                    let clause = report.assessments[entry.clause].clause.id;
                    wrong.push(format!(
                        "{}: {clause} {} column {column}: {:?} is not {amount}",
                        trial.id,
                        entry.year,
                        money(row, column)
                    ));
                }
            }
        }
        let total = report.total();
        let split = report.split();
        let in_all = [(11, 1, total.certain), (12, 1, total.possible), (13, 1, total.ceiling)];
        let by_time = (16..).zip(When::ALL).flat_map(|(row, when)| {
            let amount = split.of(when);
            [(row, 3, amount.certain), (row, 4, amount.possible), (row, 5, amount.ceiling)]
        });
        for (row, column, amount) in in_all.into_iter().chain(by_time) {
            let raw = overview.at(row, column).map(|raw| raw.words().to_owned()).unwrap_or_default();
            if decimal(&raw).and_then(Money::from_decimal) != Some(amount) {
                wrong.push(format!("{}: total in row {row}, column {column}: {raw} is not {amount}", trial.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right > 20 && said > 5, "{right} right, {said} said");
    std::fs::remove_dir_all(&folder).unwrap();
}
