//! What a clause says of each row of its table: each row named by its reason, each bound and one fen beside it.

use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::{Column, Form};
use miyun::answers::question::Spec;
use miyun::applicant::question;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::money::{Money, wan};
use miyun::policy::CURRENT;
use miyun::rule::{Amount, Filter, RowAnswer, RowAnswers, RowCounts, RowRule, RowView, Sort, Standing};
use miyun::text::Lang;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

fn rule() -> (&'static Spec, &'static RowRule) {
    let spec = question("enterprises").unwrap();
    (spec, CURRENT.row_rule(spec).unwrap())
}

/// Cells of a row, by the names of their columns.
type Cells<'a> = &'a [(&'a str, &'a str)];

/// An intermediary that introduced these enterprises.
fn introducer(rows: &[Cells<'_>]) -> Draft {
    let example = ALL.iter().find(|example| example.id == "introducer").unwrap();
    let mut draft = example.draft().unwrap();
    let (spec, _) = rule();
    let Form::Table(columns) = spec.form else { panic!() };
    let mut table = Table::new(columns);
    for (row, cells) in rows.iter().enumerate() {
        table.insert(row);
        for (id, typed) in *cells {
            let column = columns.iter().position(|column| column.id == *id).unwrap();
            let answer = columns[column].form.parse(typed, Decimal::ONE).unwrap();
            table.set(columns, row, column, answer).unwrap();
        }
    }
    draft.facts.set(spec, Some(Answer::Table(table))).unwrap();
    let told = |id: &str, answer| (question(id).unwrap(), Some(answer));
    for (spec, answer) in [
        told("name", Answer::Words("密云示例顾问公司".into())),
        told("credit_code", Answer::Words("91110118MA0AGNT09X".into())),
        told("application_year", Answer::Year(2024)),
        (question("received").unwrap(), None),
    ] {
        draft.facts.set(spec, answer).unwrap();
    }
    draft
}

fn answers(rows: &[Cells<'_>]) -> Vec<RowAnswer> {
    (rule().1.answer)(&introducer(rows).facts)
}

fn answer(cells: Cells<'_>) -> RowAnswer {
    answers(&[cells]).remove(0)
}

/// A row: the reason, its cells, how it stands, year, rung, what is sure, and what is short of the next rung.
type Row = (&'static str, Cells<'static>, Standing, Option<u16>, Option<usize>, Money, Option<Money>);

const FEN: Money = Money::from_fen(1);

fn rows() -> Vec<Row> {
    use Standing::{Below, Decided, Doubtful, Open, Refused, Rewarded};
    vec![
        (
            "one fen below the line",
            &[("fits", "是"), ("first_tax", "2022-01-01"), ("year_1", "999999.99"), ("year_2", "0"), ("year_3", "0")],
            Below,
            None,
            None,
            Money::ZERO,
            Some(Money::from_fen(2)),
        ),
        (
            "exactly on the line",
            &[("fits", "是"), ("first_tax", "2022-01-01"), ("year_1", "1000000"), ("year_2", "0"), ("year_3", "0")],
            Doubtful,
            Some(2022),
            None,
            Money::ZERO,
            Some(FEN),
        ),
        (
            "one fen above the line",
            &[("fits", "是"), ("first_tax", "2022-01-01"), ("year_1", "1000000.01"), ("year_2", "0"), ("year_3", "0")],
            Rewarded,
            Some(2022),
            Some(0),
            wan(5),
            Some(wan(200)),
        ),
        (
            "the upper bound belongs to its tier",
            &[("fits", "是"), ("first_tax", "2022-01-01"), ("year_1", "0"), ("year_2", "3000000"), ("year_3", "0")],
            Rewarded,
            Some(2023),
            Some(0),
            wan(15),
            Some(FEN),
        ),
        (
            "the highest tier has no next",
            &[("fits", "是"), ("first_tax", "2022-01-01"), ("year_1", "0"), ("year_2", "0"), ("year_3", "20000000")],
            Rewarded,
            Some(2024),
            Some(4),
            wan(180),
            None,
        ),
        (
            "one fen above the top is decided",
            &[("fits", "是"), ("first_tax", "2022-01-01"), ("year_1", "0"), ("year_2", "0"), ("year_3", "20000000.01")],
            Decided,
            Some(2024),
            None,
            Money::ZERO,
            None,
        ),
        (
            "it does not fit",
            &[("fits", "否"), ("first_tax", "2022-01-01"), ("year_1", "2000000")],
            Refused,
            None,
            None,
            Money::ZERO,
            None,
        ),
        ("nothing is told", &[], Open, None, None, Money::ZERO, None),
    ]
}

#[test]
fn every_row_says_how_it_stands() {
    for (reason, cells, standing, year, rung, certain, short) in rows() {
        let answer = answer(cells);
        let told =
            (answer.standing, answer.year, answer.rung, answer.gives.certain, answer.next.map(|next| next.short));
        assert_eq!(told, (standing, year, rung, certain, short), "{reason}");
        assert_eq!(answer.why.is_some(), year.is_some(), "{reason}: a year is chosen for a reason");
        assert!(answer.faults.is_empty(), "{reason}: {:?}", answer.faults);
    }
}

#[test]
fn a_year_is_chosen_for_a_reason_that_is_true() {
    for (reason, cells, year, why) in [
        (
            "gives most",
            &[("fits", "是"), ("first_tax", "2022-01-01"), ("year_1", "200万"), ("year_2", "400万"), ("year_3", "0")][..],
            2023,
            "可选年度中奖励最高",
        ),
        (
            "two give the same",
            &[("fits", "是"), ("first_tax", "2022-01-01"), ("year_1", "400万"), ("year_2", "400万"), ("year_3", "0")],
            2022,
            "几年奖励相同，取最早的一年",
        ),
        (
            "another is above the top",
            &[("fits", "是"), ("first_tax", "2022-01-01"), ("year_1", "2001万"), ("year_2", "400万"), ("year_3", "0")],
            2023,
            "另有年度超过2000万元要另议，先选有固定比例的一年",
        ),
        (
            "one year has a figure",
            &[("fits", "是"), ("first_tax", "2022-03-01"), ("year_2", "400万")],
            2023,
            "其余可选年度还没有数",
        ),
    ] {
        let answer = answer(cells);
        assert_eq!((answer.year, answer.why.map(|why| why.zh)), (Some(year), Some(why)), "{reason}");
    }
}

#[test]
fn what_is_missing_is_named_by_column() {
    let (spec, _) = rule();
    let Form::Table(columns) = spec.form else { panic!() };
    let missing = |cells| answer(cells).missing.iter().map(|column| columns[*column].id).collect::<Vec<_>>();
    for (reason, cells, wanted) in [
        ("nothing is told", &[][..], &["fits", "first_tax", "year_1", "year_2", "year_3"][..]),
        ("the first year is outside", &[("fits", "是"), ("first_tax", "2022-03-01"), ("year_2", "200万")], &["year_3"]),
        ("it does not fit", &[("fits", "否")], &[]),
        (
            "below the line whatever else is told",
            &[("first_tax", "2022-01-01"), ("year_1", "1"), ("year_2", "1"), ("year_3", "1")],
            &[],
        ),
    ] {
        assert_eq!(missing(cells), wanted, "{reason}");
    }
}

#[test]
fn a_window_closes_with_its_third_year() {
    for (first_tax, closes) in
        [("2021-12-31", false), ("2022-01-01", true), ("2022-12-31", true), ("2023-01-01", false)]
    {
        let mut draft = introducer(&[&[("fits", "是")]]);
        let (spec, rule) = rule();
        let Form::Table(columns) = spec.form else { panic!() };
        let table = draft.facts.table_mut(spec).unwrap();
        table.set(columns, 0, 2, columns[2].form.parse(first_tax, Decimal::ONE).unwrap()).unwrap();
        assert_eq!((rule.answer)(&draft.facts)[0].closes, closes, "{first_tax}");
    }
}

#[test]
fn faults_stand_at_their_cells() {
    let (spec, _) = rule();
    let Form::Table(columns) = spec.form else { panic!() };
    // The reason, two rows, and the faults of the second: column and how it begins.
    for (reason, first, second, wanted) in [
        (
            "the same name, however it is typed",
            &[("name", "甲（北京）公司")][..],
            &[("name", "甲(北京) 公司")][..],
            &[("name", "与前面一家同名")][..],
        ),
        (
            "the same code",
            &[("code", "91110118MA0AGNT09X")],
            &[("code", "91110118MA0AGNT09X")],
            &[("code", "就是申请人自己"), ("code", "与前面一家的信用代码相同")],
        ),
        ("a code that does not check out", &[], &[("code", "91110118MA0AGNT091")], &[("code", "信用代码校验不符")]),
        ("the applicant itself", &[], &[("name", "密云示例顾问公司")], &[("name", "就是申请人自己")]),
        ("related", &[], &[("related", "是")], &[("related", "与本单位有关联")]),
        ("not related", &[], &[("related", "否")], &[]),
        (
            "it arrived a day before the agreement",
            &[],
            &[("arrived", "2022-03-01"), ("agreed", "2022-03-02")],
            &[("agreed", "落户早于引荐协议")],
        ),
        ("it arrived on the day of the agreement", &[], &[("arrived", "2022-03-02"), ("agreed", "2022-03-02")], &[]),
        (
            "tax before it arrived",
            &[],
            &[("first_tax", "2022-03-01"), ("arrived", "2022-03-02")],
            &[("first_tax", "首次纳税早于落户")],
        ),
        (
            "tax after the year of application",
            &[],
            &[("first_tax", "2025-01-01")],
            &[("first_tax", "首次纳税在申请年度之后")],
        ),
        ("tax at the end of the year of application", &[], &[("first_tax", "2024-12-31")], &[]),
        (
            "the best year is no complete one",
            &[],
            &[("first_tax", "2022-03-01"), ("year_1", "500万"), ("year_2", "300万")],
            &[("year_1", "这一年首尾不完整")],
        ),
        (
            "a complete year is as good",
            &[],
            &[("first_tax", "2022-03-01"), ("year_1", "300万"), ("year_2", "300万")],
            &[],
        ),
        ("also counted for an association", &[], &[("counted", "是")], &[("counted", "社团（第二十八条）也计入")]),
    ] {
        let answers = answers(&[first, second]);
        let found: Vec<_> =
            answers[1].faults.iter().map(|fault| (columns[fault.column].id, fault.says.get(Lang::Zh))).collect();
        assert_eq!(found.len(), wanted.len(), "{reason}: {found:?}");
        for ((column, says), (wanted, begins)) in found.iter().zip(wanted) {
            assert!(column == wanted && says.starts_with(begins), "{reason}: {found:?}");
        }
    }
}

/// What the rows give is what the clause gives, row by row, for whatever was received before.
#[test]
fn rows_add_up_to_the_clause() {
    let cells: Vec<Cells<'_>> = rows().into_iter().map(|(_, cells, ..)| cells).collect();
    let mut drafts: Vec<Draft> = ALL.iter().map(|example| example.draft().unwrap()).collect();
    drafts.push(introducer(&cells));
    let (spec, rule) = rule();
    let mut summed = 0;
    for draft in drafts {
        let rows = (rule.answer)(&draft.facts);
        let told = draft
            .facts
            .answer(spec)
            .map_or(0, |answer| if let Answer::Table(table) = answer { table.len() } else { 0 });
        assert_eq!(rows.len(), told);
        let total = rule.clause.assess(&draft.facts, false).estimate.by_year.total();
        if total == Amount::default() {
            continue;
        }
        let counts = RowCounts::of(&rows, rule.tiers);
        assert_eq!(counts.standing.iter().sum::<usize>(), rows.len());
        // Where a common condition is softened all of it is possible.
        assert_eq!(counts.gives.certain + counts.gives.possible, total.certain + total.possible);
        assert_eq!(counts.gives.ceiling, total.ceiling);
        summed += 1;
    }
    assert!(summed > 1, "some applicants have introduced enterprises");
}

#[test]
fn a_tenth_short_is_near() {
    for (contribution, near) in
        [("899999.99", false), ("900000.01", true), ("3000000", true), ("2700000", false), ("20000000", false)]
    {
        let mut draft = introducer(&[&[("fits", "是"), ("first_tax", "2022-01-01"), ("year_2", "0"), ("year_3", "0")]]);
        let (spec, rule) = rule();
        let Form::Table(columns) = spec.form else { panic!() };
        let table = draft.facts.table_mut(spec).unwrap();
        table.set(columns, 0, 3, columns[3].form.parse(contribution, Decimal::ONE).unwrap()).unwrap();
        assert_eq!((rule.answer)(&draft.facts)[0].is_near(), near, "{contribution}");
    }
}

/// A view: the reason, how it is looked at, and the names that are seen, in order.
#[test]
fn rows_are_found_filtered_and_put_in_order() {
    let draft = introducer(&[
        &[
            ("name", "甲（北京）公司"),
            ("fits", "是"),
            ("first_tax", "2022-01-01"),
            ("year_1", "200万"),
            ("year_2", "0"),
            ("year_3", "0"),
        ],
        &[
            ("name", "乙公司"),
            ("fits", "是"),
            ("first_tax", "2021-01-01"),
            ("year_1", "99万"),
            ("year_2", "0"),
            ("year_3", "0"),
        ],
        &[("name", "丙公司"), ("code", "91110118MA0AGNT091")],
        &[("name", "Ding Ltd"), ("fits", "是"), ("first_tax", "2023-05-01"), ("year_2", "3000万"), ("year_3", "0")],
    ]);
    let (spec, rule) = rule();
    let Some(Answer::Table(table)) = draft.facts.answer(spec) else { panic!() };
    let answers = (rule.answer)(&draft.facts);
    let seen = |view: RowView| {
        let names = view.rows(table, &answers).into_iter().map(|row| match table.cell(row, 0) {
            Some(Answer::Words(name)) => name.chars().next().unwrap(),
            _ => '?',
        });
        names.collect::<String>()
    };
    let filter = |filter| RowView { filter, ..RowView::default() };
    let sort = |sort, down| RowView { sort, down, ..RowView::default() };
    let find = |find: &str| RowView { find: find.to_owned(), ..RowView::default() };
    for (reason, view, names) in [
        ("all, as they stand", RowView::default(), "甲乙丙D"),
        ("the last first", sort(Sort::Table, true), "D丙乙甲"),
        ("what brings something", filter(Filter::Rewarded), "甲D"),
        ("what is below the line", filter(Filter::Below), "乙"),
        ("what lacks a fact", filter(Filter::Open), "丙"),
        ("what lacks a tenth", filter(Filter::Near), "乙"),
        ("what closes this year", filter(Filter::Closing), "甲"),
        ("what is wrong", filter(Filter::Faulty), "丙"),
        ("by a day, none last", sort(Sort::Column(2), false), "乙甲D丙"),
        ("by a day, the latest first, none last", sort(Sort::Column(2), true), "D甲乙丙"),
        ("by what they give, the most first", sort(Sort::Gives, true), "甲D乙丙"),
        ("by what they lack, none last", sort(Sort::Short, false), "乙甲丙D"),
        ("by how they stand", sort(Sort::Standing, false), "甲D乙丙"),
        ("brackets and spaces as a reader takes them", find("甲 (北京)"), "甲"),
        ("small letters", find("ding"), "D"),
        ("by code", find("nt091"), "丙"),
        ("nobody", find("戊"), ""),
    ] {
        assert_eq!(seen(view), names, "{reason}");
    }
}

/// In words a row never calls itself by a number, and says why.
#[test]
fn a_row_says_what_a_clerk_would_ask() {
    let answer = answer(&[
        ("fits", "是"),
        ("first_tax", "2022-01-01"),
        ("year_1", "400万"),
        ("year_2", "0"),
        ("year_3", "0"),
        ("related", "是"),
    ]);
    let (_, rule) = rule();
    let says = answer.says(rule, Lang::Zh);
    assert_eq!(says[0], "有奖励 24万元");
    assert_eq!(says[1], "2022年 400万元 × 6%（可选年度中奖励最高）");
    assert!(says[2].starts_with("再多") && says[2].contains("到下一档"), "{says:?}");
    assert_eq!(says[3], "今年是最后一个可选年度");
    assert!(says[4].starts_with("与本单位有关联："), "{says:?}");
    assert_eq!(answer.says(rule, Lang::En).len(), says.len());
}

/// What an editor does.
#[derive(Clone, Debug)]
enum Edit {
    /// A cell of a row: its column, and what is typed, nothing to empty it.
    Cell(usize, &'static str, &'static str),
    Insert(usize),
    Remove(usize),
    Swap(usize, usize),
    /// The year of application.
    Year(u16),
    /// What was received before for somebody; without a name, of them all. Nothing when no sum is told.
    Received(&'static str, &'static str),
}

/// Cells that make rows alike, bring them across every bound, and empty them.
fn edit() -> impl Strategy<Value = Edit> {
    const CELLS: &[(&str, &[&str])] = &[
        ("name", &["甲（北京）公司", "甲(北京) 公司", "乙公司", "丙公司", "密云示例顾问公司", ""]),
        ("fits", &["是", "否", ""]),
        ("first_tax", &["2022-01-01", "2022-03-01", "2021-05-01", "2025-01-01", ""]),
        ("year_1", &["100万", "100.01万", "2000.01万", "0", ""]),
        ("year_2", &["100万", "300万", "500.01万", ""]),
        ("year_3", &["1500万", "99.99万", ""]),
        ("code", &["91110118MA0AGNT09X", "91110118MA0AGNT091", ""]),
        ("counted", &["是", "否", ""]),
        ("arrived", &["2022-02-01", "2022-04-01", ""]),
    ];
    let cell = (0_usize..9, select(CELLS))
        .prop_flat_map(|(row, (column, typed))| select(typed).prop_map(move |typed| Edit::Cell(row, column, typed)));
    prop_oneof![
        12 => cell,
        2 => (0_usize..9).prop_map(Edit::Insert),
        1 => (0_usize..9).prop_map(Edit::Remove),
        1 => (0_usize..9, 0_usize..9).prop_map(|(one, other)| Edit::Swap(one, other)),
        1 => (2022_u16..2026).prop_map(Edit::Year),
        1 => (select(&["", "乙公司"][..]), select(&["", "3万"][..])).prop_map(|(name, sum)| Edit::Received(name, sum)),
    ]
}

impl Edit {
    fn make(&self, draft: &mut Draft) {
        let (spec, _) = rule();
        let Form::Table(columns) = spec.form else { panic!() };
        let set = |table: &mut Table, columns: &[Column], row: usize, id: &str, typed: &str| {
            let column = columns.iter().position(|column| column.id == id).unwrap();
            table.set(columns, row, column, columns[column].form.parse(typed, Decimal::ONE).unwrap()).unwrap();
        };
        match *self {
            Self::Year(year) => {
                draft.facts.set(question("application_year").unwrap(), Some(Answer::Year(year))).unwrap();
            }
            Self::Received(name, sum) => {
                let spec = question("received").unwrap();
                let Form::Table(columns) = spec.form else { panic!() };
                let mut table = Table::new(columns);
                if !sum.is_empty() {
                    table.insert(0);
                    for (id, typed) in [("article", "第二十七条"), ("for", name), ("amount", sum)] {
                        set(&mut table, columns, 0, id, typed);
                    }
                }
                draft.facts.set(spec, Some(Answer::Table(table))).unwrap();
            }
            _ => {
                let table = draft.facts.table_mut(spec).unwrap();
                match *self {
                    Self::Cell(row, id, typed) => set(table, columns, row, id, typed),
                    Self::Insert(row) => table.insert(row),
                    Self::Remove(row) => table.remove(row),
                    Self::Swap(one, other) => table.swap(one, other),
                    Self::Year(_) | Self::Received(..) => {}
                }
            }
        }
    }
}

proptest! {
    /// Whatever is edited, rows that are kept up to date say what they would say if all were answered anew.
    #[test]
    fn edited_rows_are_answered_as_if_all_were(edits in prop::collection::vec(edit(), 1..60)) {
        let (_, rule) = rule();
        let mut draft = introducer(&[&[][..]; 4]);
        let mut kept = RowAnswers::of(rule, &draft.facts);
        for edit in edits {
            edit.make(&mut draft);
            kept.follow(&draft.facts);
            prop_assert_eq!(kept.answers(), &(rule.answer)(&draft.facts)[..], "{:?}", edit);
        }
    }
}
