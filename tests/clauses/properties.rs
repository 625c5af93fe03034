//! What must hold for any answers at all.

use miyun::answers::answer::{Answer, Table};
use miyun::answers::facts::Facts;
use miyun::answers::form::{Column, Form};
use miyun::answers::question::Spec;
use miyun::applicant::capital::{INCREASES, PAID_IN};
use miyun::applicant::contribution::{CONTRIBUTIONS, contributions};
use miyun::applicant::funds::{BEIJING_INVESTMENT, HIGH_END_INVESTMENT};
use miyun::applicant::received::RECEIVED;
use miyun::applicant::referral::{ENTERPRISES, ENTRY_CONTRIBUTION, MEMBERS, TAXPAYING_MEMBERS};
use miyun::applicant::{CATALOGUE, question};
use miyun::article::Article;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::money::{Area, Money, Rate};
use miyun::policy::CURRENT;
use miyun::policy::miyun_2019_25::article_02_gate::{CONDITIONS, OPEN};
use miyun::rule::{Assessment, Outcome};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::holds;

/// Money on and beside every bound of the law, ordinary figures, and the largest that is taken.
fn money(signed: bool) -> BoxedStrategy<Answer> {
    const WAN: i128 = 1_000_000;
    let bounds: Vec<i128> =
        [0, 20, 50, 70, 100, 200, 300, 500, 1000, 1500, 2000, 10_000, 50_000, 100_000, 200_000, 300_000, 500_000]
            .into_iter()
            .map(|wan| wan * WAN)
            .chain([Money::LIMIT.fen()])
            .collect();
    let lowest = if signed { -50_000 * WAN } else { 0 };
    let beside =
        (select(bounds), -1_i128..=1).prop_map(move |(bound, fen)| (bound + fen).clamp(lowest, Money::LIMIT.fen()));
    prop_oneof![3 => beside, 2 => lowest..=3_000 * WAN, 1 => 0..=Money::LIMIT.fen()]
        .prop_map(|fen| Answer::Money(Money::from_fen(fen)))
        .boxed()
}

fn date() -> BoxedStrategy<Answer> {
    let ordinary = (2017_u16..2030, 1_u8..=12, 1_u8..=31)
        .prop_filter_map("a day of the calendar", |(year, month, day)| Date::new(year, month, day));
    let bounds = select(vec![
        Date::new(2019, 10, 14).unwrap(),
        Date::new(2019, 10, 15).unwrap(),
        Date::new(2022, 1, 1).unwrap(),
        Date::new(2199, 12, 31).unwrap(),
        Date::new(1900, 1, 1).unwrap(),
    ]);
    prop_oneof![3 => ordinary, 1 => bounds].prop_map(Answer::Date).boxed()
}

/// An answer that the form takes.
fn answer(form: &'static Form) -> BoxedStrategy<Answer> {
    match form {
        Form::YesNo => prop_oneof![4 => Just(true), 1 => Just(false)].prop_map(Answer::YesNo).boxed(),
        Form::Money { signed } => money(*signed),
        Form::Area => prop_oneof![0_u64..300_000, Just(100_000), Just(50_000), 0_u64..10_000_000_000]
            .prop_map(|hundredths| {
                Answer::Area(Area::from_decimal(rust_decimal::Decimal::new(hundredths.cast_signed(), 2)))
            })
            .boxed(),
        Form::Count { least, .. } => {
            prop_oneof![*least..70, select(vec![20, 21, 24, 25, 49, 50, 51]), *least..=10_000_000]
                .prop_map(Answer::Count)
                .boxed()
        }
        Form::Share => (0_i64..=1_000)
            .prop_map(|thousandths| Answer::Share(Rate::from_decimal(rust_decimal::Decimal::new(thousandths, 3))))
            .boxed(),
        Form::Date => date(),
        Form::Year => prop_oneof![8 => 2019_u16..2031, 1 => 1990_u16..=2199].prop_map(Answer::Year).boxed(),
        Form::Choice(choices) => (0..u8::try_from(choices.len()).unwrap()).prop_map(Answer::Choice).boxed(),
        Form::Words(_) => "[=+@a-z中示例]{0,12}".prop_map(|words| Answer::Words(words.into())).boxed(),
        Form::Code => "[0-9A-Z]{0,18}".prop_map(|code| Answer::Words(code.into())).boxed(),
        Form::Table(columns) => table(columns),
    }
}

fn table(columns: &'static [Column]) -> BoxedStrategy<Answer> {
    let cells: Vec<BoxedStrategy<Option<Answer>>> =
        columns.iter().map(|column| prop::option::weighted(0.95, answer(&column.form)).boxed()).collect();
    vec(cells, 0..8)
        .prop_map(move |rows| {
            let mut table = Table::new(columns);
            for (row, cells) in rows.into_iter().enumerate() {
                table.insert(row);
                for (column, answer) in cells.into_iter().enumerate() {
                    // A second row for one fiscal year is refused, and its year stays empty.
                    let _ = table.set(columns, row, column, answer);
                }
            }
            Answer::Table(table)
        })
        .boxed()
}

/// Answers to all questions, each told with high probability, so that clauses are often met.
fn facts() -> impl Strategy<Value = Facts> {
    let answers: Vec<BoxedStrategy<Option<Answer>>> = CATALOGUE
        .iter()
        .map(|spec| {
            prop_oneof![1 => Just(None), 1 => Just(Some(Answer::NotKnown)), 60 => answer(&spec.form).prop_map(Some)]
                .boxed()
        })
        .collect();
    answers.prop_map(|answers| {
        let mut facts = Facts::default();
        for (spec, answer) in CATALOGUE.iter().zip(answers) {
            facts.set(spec, answer).unwrap_or_else(|complaint| panic!("{}: {complaint:?}", spec.id));
        }
        facts
    })
}

/// A figure that can be more.
#[derive(Clone, Copy, Debug)]
enum Lever {
    Money(&'static Spec),
    /// A cell of money in a row.
    Cell(&'static Spec, usize),
    Members,
}

const LEVERS: [Lever; 9] = [
    Lever::Money(&PAID_IN.spec),
    Lever::Money(&HIGH_END_INVESTMENT.spec),
    Lever::Money(&BEIJING_INVESTMENT.spec),
    Lever::Money(&ENTRY_CONTRIBUTION.spec),
    Lever::Cell(&CONTRIBUTIONS.spec, 1),
    Lever::Cell(&INCREASES.spec, 1),
    Lever::Cell(&ENTERPRISES.spec, 3),
    Lever::Cell(&ENTERPRISES.spec, 4),
    Lever::Members,
];

fn columns(question: &Spec) -> &'static [Column] {
    let Form::Table(columns) = question.form else { unreachable!("{} is a table", question.id) };
    columns
}

impl Lever {
    fn raise(self, facts: &mut Facts, row: usize, more: i128) {
        // From 2000万 on Article 27 gives a ceiling instead: enterprises stay on their side of it.
        const BEYOND: i128 = 2_000_000_000;
        let raised = |money: Money| Money::from_fen((money.fen() + more).min(Money::LIMIT.fen()));
        match self {
            Self::Money(question) => {
                if let Some(Answer::Money(money)) = facts.answer(question).cloned() {
                    facts.set(question, Some(Answer::Money(raised(money)))).unwrap();
                }
            }
            Self::Cell(question, column) => {
                let columns = columns(question);
                let Some(table) = facts.table_mut(question) else { return };
                if let Some(Answer::Money(money)) = table.cell(row, column) {
                    let above = question.id == ENTERPRISES.spec.id && money.fen() <= BEYOND;
                    let more = if above { raised(money).min(Money::from_fen(BEYOND)) } else { raised(money) };
                    table.set(columns, row, column, Some(Answer::Money(more))).unwrap();
                }
            }
            Self::Members => {
                let more = u32::try_from(more / 100_000_000).unwrap();
                let counts = [&MEMBERS, &TAXPAYING_MEMBERS].map(|question| facts.get(question));
                // Members that pay tax here; fewer of them than members, or the share would be above all.
                if let [Some(members), Some(taxpaying)] = counts
                    && taxpaying <= members
                    && members < 10_000_000 - more
                {
                    facts.set(&MEMBERS.spec, Some(Answer::Count(members + more))).unwrap();
                    facts.set(&TAXPAYING_MEMBERS.spec, Some(Answer::Count(taxpaying + more))).unwrap();
                }
            }
        }
    }

    /// 16: from 1 billion on it gives less (16.1), and one application only, so that an earlier one that comes to count
    /// is priced on less. 12: a ladder that begins earlier. 20: from 50万 on, and twice the year before.
    fn is_lowered_by_law(self, article: Article) -> bool {
        match self {
            Self::Cell(question, _) if question.id == CONTRIBUTIONS.spec.id => {
                [12, 16, 20].iter().any(|other| article == *other)
            }
            Self::Cell(question, _) if question.id == INCREASES.spec.id => article == 16,
            _ => false,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_are_assessed_and_all_that_holds_for_reports_holds(facts in facts()) {
        holds::report(&Draft { facts, ..Draft::default() });
    }

    /// Whatever is told can be planned.
    #[test]
    fn any_answers_are_planned(facts in facts()) {
        holds::planned(&facts);
    }

    #[test]
    fn no_clause_pays_without_its_gate(facts in facts(), closed in 0_usize..5, told in any::<bool>()) {
        let mut facts = facts;
        facts.set(&CONDITIONS[closed].question.spec, told.then_some(Answer::YesNo(false))).unwrap();
        for assessment in CURRENT.assess(&facts, false).assessments {
            if !std::ptr::eq(assessment.clause.gate, &OPEN) {
                prop_assert!(assessment.estimate.by_year.total().certain.is_zero(), "{}", assessment.clause.id);
            }
        }
    }

    /// What is in a column that is not shown to an applicant changes nothing for them.
    #[test]
    fn columns_that_an_applicant_does_not_need_are_read_by_no_rule(facts in facts()) {
        let assess = |facts: &Facts| {
            let report = CURRENT.assess(facts, false);
            let own = report.assessments.iter().map(|own| (own.outcome, own.estimate.by_year.clone(), own.missing.len()));
            (own.collect::<Vec<_>>(), report.total())
        };
        let mut less = facts.clone();
        for spec in CATALOGUE {
            let Form::Table(columns) = spec.form else { continue };
            less.set(spec, None).unwrap();
            let needed = spec.needed_columns(&less);
            less.set(spec, facts.answer(spec).cloned()).unwrap();
            let Some(table) = less.table_mut(spec) else { continue };
            for column in (0..columns.len()).filter(|column| !needed.contains(column)) {
                for row in 0..table.len() {
                    table.set(columns, row, column, None).unwrap();
                }
            }
        }
        prop_assert_eq!(assess(&less), assess(&facts));
    }

    #[test]
    fn more_contribution_never_lowers_growth_funding(facts in facts(), row in 0_usize..8, more in 0_i128..500_000_000) {
        let clause = CURRENT.clause("growth_funding").unwrap();
        let before = clause.assess(&facts, false).estimate.by_year.total().certain;
        let mut facts = facts;
        if let Some(table) = facts.get(&CONTRIBUTIONS)
            && let Some(contribution) = table.money(&contributions::AMOUNT, row)
        {
            let Form::Table(columns) = CONTRIBUTIONS.spec.form else { unreachable!("contributions are a table") };
            let mut table = table.clone();
            let raised = Money::from_fen((contribution.fen() + more).min(Money::LIMIT.fen()));
            table.set(columns, row, contributions::AMOUNT.index, Some(Answer::Money(raised))).unwrap();
            facts.set(&CONTRIBUTIONS.spec, Some(Answer::Table(table))).unwrap();
            let after = clause.assess(&facts, false).estimate.by_year.total().certain;
            prop_assert!(after >= before, "{before} → {after}");
        }
    }

    /// More investment, contribution, capital or members never lowers what a clause gives for certain and possibly.
    /// The law's own text does so where the clause is left out below; what a figure makes newly missing is no less.
    #[test]
    fn more_never_lowers_certain_and_possible(facts in facts(), lever in select(LEVERS.to_vec()), row in 0_usize..8, more in 0_i128..3_000_000_000) {
        let mut before = facts;
        // What was received is a table of its own (`received.rs`).
        before.set(&RECEIVED.spec, Some(Answer::Table(Table::new(columns(&RECEIVED.spec))))).unwrap();
        let mut after = before.clone();
        lever.raise(&mut after, row, more);
        for clause in CURRENT.clauses {
            let (before, after) = (clause.assess(&before, false), clause.assess(&after, false));
            let sum = |assessment: &Assessment| {
                let total = assessment.estimate.by_year.total();
                total.certain + total.possible
            };
            if !lever.is_lowered_by_law(clause.article) && after.outcome != Outcome::Unknown {
                prop_assert!(sum(&after) >= sum(&before), "{}: {} → {}", clause.id, sum(&before), sum(&after));
            }
        }
    }

    #[test]
    fn the_order_of_answering_does_not_matter(facts in facts(), order in Just((0..CATALOGUE.len()).collect::<Vec<_>>()).prop_shuffle()) {
        let mut other = Facts::default();
        for index in order {
            other.set(CATALOGUE[index], facts.answer(CATALOGUE[index]).cloned()).unwrap();
        }
        let (first, second) = (Draft { facts, ..Default::default() }, Draft { facts: other, ..Default::default() });
        prop_assert_eq!(first.digest(), second.digest());
        prop_assert_eq!(first, second);
    }

    #[test]
    fn drafts_survive_saving(facts in facts()) {
        holds::saved(&Draft { title: "=cmd|草稿".into(), facts, ..Draft::default() });
    }

    #[test]
    fn broken_files_are_refused_and_never_panic(file in "\\PC*", id in "[a-z_]{1,12}", value in "(null|-?[0-9]{1,40}|\"[^\"\\\\]{0,20}\"|\\[\\]|\\[\\{\\}\\]|\\{\\}|true)") {
        let _ = Draft::open(&file);
        let id = question(&id).map_or("paid_in", |spec| spec.id);
        let _ = Draft::open(&format!("{{\"format\":1,\"edition\":\"{}\",\"facts\":{{\"{id}\":{value}}}}}", CURRENT.index.id));
    }

    #[test]
    fn whatever_is_typed_is_taken_exactly_or_refused(typed in "\\PC{0,24}|[0-9０-９,，.。]{0,24}[万亿元%]{0,3}", field in any::<u8>(), unit in any::<u8>()) {
        holds::typed(&[&[field, unit], typed.as_bytes()].concat());
    }
}
