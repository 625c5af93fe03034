//! The invented bank and its neighbours, planned; and what must hold of every example.

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::typed::YEARS;
use crate::answers::yearly::Source;
use crate::applicant::capital::{APPLICATIONS, PAID_IN};
use crate::applicant::contribution::{CONTRIBUTIONS, GROWTH_START, RANK, YEARLY_CONTRIBUTION, contributions};
use crate::applicant::identity::APPLICATION_YEAR;
use crate::applicant::referral::{ENTERPRISES, TAXPAYING_MEMBERS, enterprises};
use crate::date::Year;
use crate::drafts::draft::Draft;
use crate::drafts::examples;
use crate::money::{Money, percent, wan, yi};
use crate::planner::cell::{in_steps, of_steps};
use crate::planner::sensitivity::is_on_line;
use crate::planner::trial::choose;
use crate::planner::{Chance, Election, Forecast, Next, Turn, chances, cliffs, elections, forecast, sensitivities};
use crate::policy::CURRENT;
use crate::rule::{Figure, Outcome, Place, Report};
use crate::text::Lang;
use proptest::prelude::*;

fn example(id: &str) -> Draft {
    examples::ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
}

fn assessed(facts: &Facts) -> Report {
    CURRENT.assess(facts, true)
}

fn election(facts: &Facts, clause: &str) -> Option<Election> {
    elections(CURRENT, facts, &Forecast::Open).into_iter().find(|election| election.clause.id == clause)
}

fn chance(facts: &Facts, clause: &str) -> Option<Chance> {
    chances(CURRENT, facts, &assessed(facts)).into_iter().find(|chance| chance.clause.id == clause)
}

/// A hundredth of ten thousand yuan.
fn hundredths(count: u32) -> Money {
    Money::from_fen(i128::from(count) * 10_000)
}

// ── elections ────────────────────────────────────────────────────────────

#[test]
fn the_bank_compares_seven_starting_years() {
    let election = election(&example("bank").facts, "growth_funding").unwrap();
    // Contributions of 146, 287.2 and 296 at 55%, then 420, 560, 650 and 720 at 60%; nothing is told from 2031 on.
    let paid = [8030, 15796, 16280, 25200, 33600, 39000, 43200].map(hundredths);
    for (place, way) in election.ways.iter().enumerate() {
        let run = &paid[place..paid.len().min(place + 5)];
        assert_eq!(way.year, 2024 + u16::try_from(place).unwrap());
        assert_eq!(way.pays.len(), 5, "{}", way.year);
        assert_eq!(way.pays.iter().filter_map(|(_, paid)| *paid).collect::<Vec<_>>(), run, "{}", way.year);
        assert_eq!(way.total, run.iter().copied().sum(), "{}", way.year);
        assert_eq!(way.open(), run.len() < 5, "{}", way.year);
    }
    assert_eq!((election.ways.len(), election.chosen, election.best().map(|way| way.year)), (7, None, Some(2026)));
    assert_eq!(election.ranked().iter().map(|way| way.year).take(3).collect::<Vec<_>>(), [2026, 2027, 2025]);
    let columns: Vec<_> = election.columns.iter().map(|column| (column.year, column.told, column.source)).collect();
    assert_eq!(columns.first(), Some(&(2024, true, Some(Source::Confirmed))));
    assert_eq!(columns.get(2), Some(&(2026, true, Some(Source::Forecast))));
    assert_eq!(columns.last(), Some(&(2034, false, None)));
}

#[test]
fn figures_that_turn_the_choice_are_found_to_the_fen() {
    let turns = election(&example("bank").facts, "growth_funding").unwrap().turns.unwrap();
    let rows: Vec<_> = turns.iter().map(|turn| (turn.year, turn.up(), turn.bound(), turn.best)).collect();
    assert_eq!(
        rows,
        [
            // Below the lowest tier it is no start any more: one fen under 500 000 yuan.
            (2026, false, (wan(50), false), Some(2027)),
            // From 287.20 on its 55% are no more than the 157.96 of 2025, which begins earlier.
            (2030, false, (hundredths(28720), true), Some(2025)),
            // Above 296, 55% are more than the 162.80 of 2026; at 296 the earlier start stays.
            (2031, true, (wan(296), false), Some(2027)),
            // 60% of it make up for the 414.80 that 2028 is short of: 691.33333….
            (2032, true, (Money::from_fen(691_333_335), true), Some(2028)),
        ]
    );
}

#[test]
fn a_turn_is_as_far_as_from_where_the_figure_stands_up_or_down() {
    let turn = |turns| Turn { year: 2026, stands: wan(100), keeps: wan(100), turns, best: None };
    for (turns, way) in [(wan(130), wan(30)), (wan(70), wan(30)), (wan(100), Money::ZERO), (Money::ZERO, wan(100))] {
        assert_eq!(turn(turns).way(), way.fen(), "{turns}");
    }
}

#[test]
fn a_figure_is_said_by_the_rounder_side_of_where_it_turns() {
    let turn = |keeps, turns| Turn { year: 2026, stands: wan(100), keeps, turns, best: None };
    let fen = Money::from_fen(1);
    for (keeps, turns, bound) in [
        (wan(300), wan(300) + fen, (wan(300), false)),
        (wan(300).less(fen), wan(300), (wan(300), true)),
        (wan(50), wan(50).less(fen), (wan(50), false)),
        (wan(50) + fen, wan(50), (wan(50), true)),
        // Neither is round: the one that turns.
        (Money::from_fen(1234), Money::from_fen(1235), (Money::from_fen(1235), true)),
        (fen, Money::ZERO, (Money::ZERO, true)),
    ] {
        assert_eq!(turn(keeps, turns).bound(), bound);
    }
}

#[test]
fn a_choice_told_is_shown_and_the_others_stay_beside_it() {
    let mut facts = example("bank").facts;
    choose(&mut facts, &GROWTH_START.spec, 2027).unwrap();
    let election = election(&facts, "growth_funding").unwrap();
    assert_eq!((election.chosen, election.ways.len()), (Some(2027), 7));
    assert_eq!(election.best().map(|way| way.year), Some(2026));
}

#[test]
fn the_year_of_an_application_is_a_choice_among_years_to_come() {
    let found = election(&example("trust_introducer").facts, "capital_increase").unwrap();
    let ways: Vec<_> = found.ways.iter().map(|way| (way.year, way.total)).collect();
    // It was applied for in 2022, a fen below a billion, and in 2023, above it; 2026 is the year of this application.
    let expected = [(2022, wan(3000)), (2023, wan(1000)), (2026, wan(1000))];
    assert_eq!((&ways[..], found.chosen), (&expected[..], Some(2022)));

    // Nothing was applied for: what is past is past.
    let mut facts = example("trust_introducer").facts;
    let Form::Table(columns) = APPLICATIONS.spec.form else { panic!() };
    facts.set(&APPLICATIONS.spec, Some(Answer::Table(Table::new(columns)))).unwrap();
    assert!(
        elections(CURRENT, &facts, &Forecast::Open).iter().all(|election| election.clause.id != "capital_increase")
    );
    YEARLY_CONTRIBUTION.set(&mut facts, 2027, wan(500)).unwrap();
    let ways = |facts: &Facts| {
        let election = election(facts, "capital_increase");
        election.map(|election| election.ways.iter().map(|way| (way.year, way.total)).collect::<Vec<_>>())
    };
    assert_eq!(ways(&facts), None, "both years bring the same");
    facts.set(&APPLICATION_YEAR.spec, Some(Answer::Year(2022))).unwrap();
    let later = (2023..=2027).map(|year| (year, wan(1000)));
    assert_eq!(ways(&facts), Some([(2022, wan(3000))].into_iter().chain(later).collect()));
}

#[test]
fn ties_go_to_the_earliest() {
    let mut facts = example("trust_introducer").facts;
    facts.set(&APPLICATION_YEAR.spec, Some(Answer::Year(2021))).unwrap();
    let election = election(&facts, "capital_increase").unwrap();
    let ways: Vec<_> = election.ways.iter().map(|way| (way.year, way.total)).collect();
    assert_eq!(ways[..3], [(2021, wan(3000)), (2022, wan(3000)), (2023, wan(1000))]);
    assert_eq!(election.best().map(|way| way.year), Some(2021));
}

#[test]
fn there_is_no_choice_without_two_ways_that_differ() {
    // Not for this kind; nothing that can start; working funds, which bring nothing whenever they are applied for.
    for (id, clause) in [
        ("introducer", "growth_funding"),
        ("nothing", "growth_funding"),
        ("clearing_centre", "capital_increase"),
        ("accountants", "capital_increase_quasi"),
    ] {
        assert!(election(&example(id).facts, clause).is_none(), "{id} {clause}");
    }
    // One year alone.
    let mut facts = example("bank").facts;
    let table = facts.table_mut(&CONTRIBUTIONS.spec).unwrap();
    while table.len() > 3 {
        table.remove(table.len() - 1);
    }
    assert!(election(&facts, "growth_funding").is_none());
}

#[test]
fn years_without_end_are_compared_without_looking_for_turns() {
    let mut facts = example("bank").facts;
    let Form::Table(columns) = CONTRIBUTIONS.spec.form else { panic!() };
    let mut table = Table::new(columns);
    for (row, year) in YEARS.enumerate() {
        table.insert(row);
        table.set(columns, row, contributions::YEAR.index, Some(Answer::Year(year))).unwrap();
        table.set(columns, row, contributions::AMOUNT.index, Some(Answer::Money(wan(u32::from(year))))).unwrap();
    }
    facts.set(&CONTRIBUTIONS.spec, Some(Answer::Table(table))).unwrap();
    let election = election(&facts, "growth_funding").unwrap();
    assert!(election.ways.len() > 100 && election.turns.is_none());
}

// ── cliffs ───────────────────────────────────────────────────────────────

#[test]
fn support_falls_at_a_billion_and_nowhere_else() {
    for example in examples::ALL {
        let facts = example.draft().unwrap().facts;
        let report = assessed(&facts);
        // A bank that has increased nothing need not be told.
        let increase = report.of("capital_increase").unwrap();
        let applies = increase.outcome != Outcome::NotApplicable && increase.absent.is_none();
        let found = cliffs(CURRENT, &facts, &report);
        assert_eq!(found.len(), usize::from(applies), "{}", example.id);
        for cliff in found {
            assert_eq!((cliff.clause.id, cliff.rung, cliff.from), ("capital_increase", 0, yi(10)));
            // A fen below a billion, 3% come to thirty million, rounded to the fen.
            assert_eq!((cliff.last + Money::from_fen(1), cliff.before, cliff.after), (yi(10), wan(3000), wan(1000)));
        }
    }
    let facts = example("trust_introducer").facts;
    let stand = cliffs(CURRENT, &facts, &assessed(&facts))[0].stand.unwrap();
    assert_eq!(stand.figure, yi(10).less(Money::from_fen(1)));
}

// ── chances ──────────────────────────────────────────────────────────────

#[test]
fn the_nearest_chances_of_the_bank() {
    let facts = example("bank").facts;
    let found = chances(CURRENT, &facts, &assessed(&facts));
    let rows: Vec<_> = found
        .iter()
        .map(|chance| {
            let changes: Vec<_> = chance
                .changes
                .iter()
                .map(|change| (change.cell.question.id, change.cell.place, change.from, change.to))
                .collect();
            (chance.clause.id, changes, chance.gain.certain, chance.firm)
        })
        .collect();
    let money = Figure::Money;
    assert_eq!(
        rows,
        [
            // 2026 in the next tier: 60% of 300 less 55% of 296.
            (
                "growth_funding",
                vec![(CONTRIBUTIONS.spec.id, Place::Year(2026), money(wan(296)), money(wan(300)))],
                wan(300).times(percent(60)).less(wan(296).times(percent(55))),
                Money::ZERO,
            ),
            // Within the first twenty the homes are no longer decided case by case.
            (
                "executive_homes",
                vec![(RANK.spec.id, Place::Whole, Figure::Count(34), Figure::Count(20))],
                wan(184),
                wan(184)
            ),
            // Twelve hundred million to three billion: 50 million instead of 20.
            (
                "opening_legal_entity",
                vec![(PAID_IN.spec.id, Place::Whole, money(yi(12)), money(yi(30)))],
                wan(5000).less(wan(2000)),
                Money::ZERO,
            ),
        ]
    );
}

#[test]
fn a_condition_that_fails_by_a_figure_is_a_chance_and_one_that_is_no_figure_is_none() {
    // One fen below two billion.
    let fund = example("equity_fund").facts;
    let found = chance(&fund, "real_economy_investment").unwrap();
    assert_eq!((found.changes[0].to, found.gain.certain), (Figure::Money(yi(20)), wan(200)));
    // What only a favourable reading would give stays apart.
    let found = chance(&example("fund_company").facts, "real_economy_investment").unwrap();
    assert_eq!((found.gain.certain, found.gain.possible), (Money::ZERO, wan(800)));
    // Registered only, not approved: no figure helps.
    assert!(chance(&example("guarantee").facts, "capital_increase_quasi").is_none());
    assert!(chances(CURRENT, &example("nothing").facts, &assessed(&example("nothing").facts)).is_empty());
}

/// 33 of 60 members: three more reach the 60% of the middle tier; two do not.
#[test]
fn a_share_is_moved_by_the_count_that_is_a_part_of_the_other() {
    let facts = example("association").facts;
    let found = chance(&facts, "association_reward").unwrap();
    let changes: Vec<_> =
        found.changes.iter().map(|change| (change.cell.question.id, change.from, change.to)).collect();
    assert_eq!(changes, [(TAXPAYING_MEMBERS.spec.id, Figure::Count(33), Figure::Count(36))]);
    // It is possible as the rest is (2.4): 60 000 yuan instead of the 30 000 that a reading of the gap gives.
    assert_eq!((found.gain.certain, found.gain.possible), (Money::ZERO, wan(3)));
}

#[test]
fn a_bound_that_is_not_enough_itself_wants_a_fen_more() {
    let mut facts = example("trust_introducer").facts;
    let Form::Table(columns) = ENTERPRISES.spec.form else { panic!() };
    let table = facts.table_mut(&ENTERPRISES.spec).unwrap();
    // The lowest tier of Article 27 begins above a million.
    let (fen, million) = (Money::from_fen(1), wan(100));
    for (year, amount) in enterprises::YEARS.iter().zip([wan(0), wan(0), million.less(fen)]) {
        table.set(columns, 0, year.index, Some(Answer::Money(amount))).unwrap();
    }
    let found = chance(&facts, "referral_reward").unwrap();
    let changes: Vec<_> = found.changes.iter().map(|change| (change.cell.place, change.from, change.to)).collect();
    assert_eq!(changes, [(Place::Row(0), Figure::Money(million.less(fen)), Figure::Money(million + fen))]);
    assert_eq!(found.gain.certain, wan(5));
}

/// Decision 4: it counts nothing, and has yet a longer way to go.
#[test]
fn a_contribution_below_zero_has_to_grow_from_where_it_is() {
    let mut facts = example("bank").facts;
    let Form::Table(columns) = CONTRIBUTIONS.spec.form else { panic!() };
    let lost = Money::from_fen(-wan(100).fen());
    facts.set(&CONTRIBUTIONS.spec, Some(Answer::Table(Table::new(columns)))).unwrap();
    YEARLY_CONTRIBUTION.set(&mut facts, 2026, lost).unwrap();
    let found = chance(&facts, "growth_funding").unwrap();
    let change = found.changes[0];
    assert_eq!((change.from, change.to), (Figure::Money(lost), Figure::Money(wan(50))));
    assert_eq!(found.gain.certain, wan(25));
}

#[test]
fn what_the_district_has_confirmed_is_no_chance() {
    let mut facts = example("bank").facts;
    let Form::Table(columns) = CONTRIBUTIONS.spec.form else { panic!() };
    let table = facts.table_mut(&CONTRIBUTIONS.spec).unwrap();
    for row in 0..table.len() {
        table.set(columns, row, contributions::SOURCE.index, Some(Answer::Choice(0))).unwrap();
    }
    assert!(chance(&facts, "growth_funding").is_none());
    let turns = election(&facts, "growth_funding").unwrap().turns.unwrap();
    assert!(turns.iter().all(|turn| turn.year > 2030), "only years that have no figure: {turns:?}");
}

// ── every example ────────────────────────────────────────────────────────

/// The best start by the report itself, each year chosen in turn.
fn best_by_report(facts: &Facts, election: &Election) -> Option<Year> {
    let mut best: Option<(Money, Year)> = None;
    let since = facts.get(&APPLICATION_YEAR).filter(|_| election.question.slot != GROWTH_START.spec.slot);
    for year in YEARS.filter(|year| since.is_none_or(|since| *year >= since) || election.chosen == Some(*year)) {
        let mut facts = facts.clone();
        choose(&mut facts, election.question, year).unwrap();
        let report = assessed(&facts);
        let total = report.total().certain;
        if report.of(election.clause.id).unwrap().outcome == Outcome::Met && best.is_none_or(|(most, _)| total > most) {
            best = Some((total, year));
        }
    }
    best.map(|(_, year)| year)
}

#[test]
fn turns_turn_the_choice_and_a_fen_before_they_do_not() {
    for example in examples::ALL {
        let facts = example.draft().unwrap().facts;
        for election in elections(CURRENT, &facts, &Forecast::Open) {
            let best = election.best().map(|way| way.year);
            assert_eq!(best_by_report(&facts, &election), best, "{} {}", example.id, election.clause.id);
            for turn in election.turns.iter().flatten() {
                let at = |amount| {
                    let mut facts = facts.clone();
                    YEARLY_CONTRIBUTION.set(&mut facts, turn.year, amount).unwrap();
                    best_by_report(&facts, &election)
                };
                assert_eq!((at(turn.keeps), at(turn.turns)), (best, turn.best), "{} {turn:?}", example.id);
                assert_eq!((turn.keeps.fen() - turn.turns.fen()).abs(), 1);
            }
        }
    }
}

#[test]
fn chances_bring_what_they_say_and_a_little_less_does_not() {
    let mut seen = 0;
    for example in examples::ALL {
        let facts = example.draft().unwrap().facts;
        let before = assessed(&facts);
        for chance in chances(CURRENT, &facts, &before) {
            seen += 1;
            let gain = |changes: &[crate::planner::Change]| {
                let mut facts = facts.clone();
                changes.iter().for_each(|change| assert!(change.make(&mut facts)));
                let after = assessed(&facts);
                let place = after.assessments.iter().position(|other| other.clause.id == chance.clause.id).unwrap();
                let (before, after) = (before.counted[place].total(), after.counted[place].total());
                (after.certain.less(before.certain), after.possible.less(before.possible))
            };
            let said = (chance.gain.certain, chance.gain.possible);
            assert_eq!(gain(&chance.changes), said, "{} {}", example.id, chance.clause.id);
            for place in 0..chance.changes.len() {
                let mut short = chance.changes.clone();
                short[place].to = match short[place].to {
                    Figure::Money(money) => Figure::Money(money.less(Money::from_fen(1))),
                    Figure::Count(count) if matches!(short[place].from, Figure::Count(from) if from > count) => {
                        Figure::Count(count + 1)
                    }
                    Figure::Count(count) => Figure::Count(count - 1),
                    other => other,
                };
                let less = gain(&short);
                assert!(less.0 < said.0 || less.1 < said.1, "{} {}", example.id, chance.clause.id);
            }
        }
    }
    assert!(seen > 8, "{seen}");
}

/// A year without a figure may yet be large: the best start is told as what is filled in says, with the figure that would
/// turn it.
#[test]
fn no_year_is_put_forward_while_another_is_a_lower_bound() {
    let mut facts = example("bank").facts;
    let open = election(&facts, "growth_funding").unwrap();
    assert!(!open.settled);
    let turn = open.unsettling.unwrap();
    assert_eq!((open.best().unwrap().year, turn.year, turn.best), (2026, 2031, Some(2027)));
    assert_eq!(turn.bound(), (wan(296), false));
    // The last start is 2030 and runs to 2034.
    for year in 2031..=2034 {
        assert!(!election(&facts, "growth_funding").unwrap().settled);
        YEARLY_CONTRIBUTION.set(&mut facts, year, wan(1)).unwrap();
    }
    assert!(election(&facts, "growth_funding").unwrap().settled);
}

// ── what is assumed of years without a figure ────────────────────────────

fn assumed(facts: &Facts, clause: &str, forecast: &Forecast) -> Election {
    elections(CURRENT, facts, forecast).into_iter().find(|election| election.clause.id == clause).unwrap()
}

/// Figures of one's own for the four years that the bank has none of: low, base and high.
fn own(years: [[Money; 3]; 4]) -> Forecast {
    Forecast::Own((2031..).zip(years).collect())
}

#[test]
fn the_last_figure_fills_the_years_to_come_and_a_year_is_put_forward() {
    let facts = example("bank").facts;
    let election = assumed(&facts, "growth_funding", &Forecast::Last);
    // Six more years at 720: the later the start, the more of them; those that have no figure themselves are no start.
    let best = election.best().unwrap();
    assert_eq!((best.year, best.total, election.settled), (2030, wan(2160), true));
    assert_eq!(best.range, (wan(2160), wan(2160)));
    assert_eq!(election.ways.len(), 7);
    assert!(election.ways.iter().all(|way| !way.open()) && election.rivals.is_empty() && election.unsettling.is_none());
    for column in &election.columns {
        let assumed = column.assumed.map(|assumed| assumed.base);
        assert_eq!(assumed, (column.year > 2030).then_some(wan(720)), "{}", column.year);
    }
    assert_eq!(YEARLY_CONTRIBUTION.of(&facts, 2031), None, "the draft has no figure of it");
}

#[test]
fn growth_goes_on_from_the_last_figure_year_by_year() {
    let rates = ["10", "-50", "0"].map(|rate| forecast::rate(rate).unwrap());
    let election = assumed(&example("bank").facts, "growth_funding", &Forecast::growth(rates));
    let of = |year| election.columns.iter().find(|column| column.year == year).unwrap().assumed.unwrap();
    assert_eq!((of(2031).low, of(2031).base, of(2031).high), (wan(360), wan(720), wan(792)));
    assert_eq!((of(2032).low, of(2032).base, of(2032).high), (wan(180), wan(720), hundredths(87120)));
    // 2030 at 432; then 60% of 360, 55% of 180, nothing of 90 and 45 but 50% of 90.
    let last = election.ways.last().unwrap();
    assert_eq!(last.range.0, wan(432 + 216 + 99 + 45));
    assert_eq!(last.total, wan(2160));
    assert!(!election.settled && election.rivals.contains(&2027), "{:?}", election.rivals);
}

/// 2027 makes up for the 162.80 that it is behind at 296 in 2031, where the earlier start stays; a fen more turns it.
#[test]
fn a_winner_is_named_only_where_it_wins_over_the_whole_range() {
    let facts = example("bank").facts;
    let (fen, nothing) = (Money::from_fen(1), [Money::ZERO; 3]);
    let ranged = |high| own([[wan(200), wan(250), high], nothing, nothing, nothing]);
    let at = assumed(&facts, "growth_funding", &ranged(wan(296)));
    assert!(at.settled);
    assert_eq!(at.best().unwrap().year, 2026);
    assert_eq!(at.ways[3].range, (wan(1410) + wan(110), wan(1410) + hundredths(16280)));
    assert!(at.headline(Lang::Zh).starts_with("选2026年最多，合计1,572.80万元；"), "{}", at.headline(Lang::Zh));

    let above = assumed(&facts, "growth_funding", &ranged(wan(296) + fen));
    let turn = above.unsettling.unwrap();
    assert!(!above.settled);
    assert_eq!((turn.year, turn.keeps, turn.turns, turn.best), (2031, wan(296), wan(296) + fen, Some(2027)));
    assert_eq!(above.rivals, [2027]);
    assert_eq!(
        above.headline(Lang::Zh),
        "按假设的中间数，是2026年，合计1,572.80万元；2031年的贡献超过296万元，就是2027年。"
    );
    assert_eq!(
        above.headline(Lang::En),
        "By the middle of what is assumed: 2026, 15,728,000 yuan; above 2,960,000 yuan in 2031 it would be 2027."
    );
}

/// Neither year alone makes up for it, both together do.
#[test]
fn figures_that_turn_the_choice_together_are_seen() {
    let nothing = [Money::ZERO; 3];
    let years = own([[wan(100), wan(100), wan(250)], [wan(400), wan(400), wan(500)], nothing, nothing]);
    let election = assumed(&example("bank").facts, "growth_funding", &years);
    assert_eq!((election.best().unwrap().year, election.settled), (2026, false));
    assert_eq!((election.unsettling, &election.rivals[..]), (None, &[2028][..]));
    assert!(election.headline(Lang::Zh).ends_with("；在假设的范围内，最多的也可能是2028年。"));
}

#[test]
fn only_years_to_come_are_filled() {
    let mut facts = example("bank").facts;
    let row = YEARLY_CONTRIBUTION.row(facts.get(&CONTRIBUTIONS).unwrap(), 2025).unwrap();
    facts.table_mut(&CONTRIBUTIONS.spec).unwrap().remove(row);
    let election = assumed(&facts, "growth_funding", &Forecast::Last);
    let column = election.columns.iter().find(|column| column.year == 2025).unwrap();
    assert_eq!((column.told, column.assumed), (false, None));
    assert!(election.ways[0].open() && !election.ways[1].open());
    // Without the year of application nothing tells what is past; without any figure there is none to go on from.
    facts.set(&APPLICATION_YEAR.spec, None).unwrap();
    let election = assumed(&facts, "growth_funding", &Forecast::Last);
    assert_eq!(election.columns.iter().find(|column| column.year == 2025).unwrap().assumed.unwrap().base, wan(146));
}

#[test]
fn forecasts_are_read_as_they_are_written() {
    let three = |figures: [u32; 3]| figures.map(wan);
    for (written, read) in [
        ("last", Forecast::Last),
        ("3", Forecast::Growth([percent(3); 3])),
        ("5,-3.5%,０", Forecast::growth(["-3.5", "0", "5"].map(|rate| forecast::rate(rate).unwrap()))),
        ("2031=300万", Forecast::Own([(2031, three([300; 3]))].into())),
        (
            "2031=3000000/4200000/500万;2032=0",
            Forecast::Own([(2031, three([300, 420, 500])), (2032, three([0; 3]))].into()),
        ),
    ] {
        assert_eq!(Forecast::read(written), Ok(read), "{written}");
    }
    for wrong in ["", "first", "3,5", "101", "-100.01", "0.001", "1e3", "2031=", "2031=1/2", "31=5", "2031=-5", "2031"]
    {
        assert!(Forecast::read(wrong).is_err(), "{wrong}");
    }
}

/// The best start and what each comes to, assessed whole, with the figures of the years that were filled.
fn at_figures(facts: &Facts, election: &Election, figures: &[(Year, Money)]) -> (Year, Vec<Money>) {
    let mut facts = facts.clone();
    for (year, figure) in figures {
        YEARLY_CONTRIBUTION.set(&mut facts, *year, *figure).unwrap();
    }
    let total = |way: &crate::planner::Way| {
        let mut facts = facts.clone();
        choose(&mut facts, election.question, way.year).unwrap();
        assessed(&facts).total().certain
    };
    let totals: Vec<Money> = election.ways.iter().map(total).collect();
    let best = (0..totals.len()).rev().max_by_key(|way| totals[*way]).unwrap();
    (election.ways[best].year, totals)
}

#[test]
fn turns_hold_for_every_example_whose_years_are_filled() {
    let growth = Forecast::growth(["-20", "0", "20"].map(|rate| forecast::rate(rate).unwrap()));
    let mut seen = 0;
    for example in examples::ALL {
        let facts = example.draft().unwrap().facts;
        for election in elections(CURRENT, &facts, &growth) {
            let middle = election.columns.iter().filter_map(|column| Some((column.year, column.assumed?.base)));
            let middle: Vec<_> = middle.collect();
            let best = election.best().unwrap().year;
            assert_eq!(at_figures(&facts, &election, &middle).0, best, "{}", example.id);
            for turn in election.turns.iter().flatten().chain(&election.unsettling) {
                let at = |figure| {
                    let mut figures = middle.clone();
                    figures.retain(|(year, _)| *year != turn.year);
                    figures.push((turn.year, figure));
                    at_figures(&facts, &election, &figures).0
                };
                // A start that falls below the lowest tier is none any more: nothing is chosen in its place here.
                if turn.year != best && turn.best.is_some() {
                    assert_eq!((at(turn.keeps), Some(at(turn.turns))), (best, turn.best), "{} {turn:?}", example.id);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 8, "{seen}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Wherever the figures lie within what is assumed, what is said of the choice holds.
    #[test]
    fn what_is_said_of_a_range_holds_everywhere_in_it(
        years in prop::array::uniform4((0_u32..80_000, 0_u32..30_000, 0_u32..30_000)),
        points in prop::collection::vec(prop::array::uniform4(0_u32..=100), 4),
    ) {
        let facts = example("bank").facts;
        let years = years.map(|(low, middle, high)| [low, low + middle, low + middle + high].map(hundredths));
        let election = assumed(&facts, "growth_funding", &own(years));
        let best = election.best().unwrap().year;
        prop_assume!(!election.too_wide);
        let (_, middle) = at_figures(&facts, &election, &(2031..).zip(years.map(|[_, base, _]| base)).collect::<Vec<_>>());
        for point in points {
            let figure = |([low, _, high], part): ([Money; 3], u32)| low + high.less(low).times(percent(part));
            let figures: Vec<_> = (2031..).zip(years.into_iter().zip(point).map(figure)).collect();
            let (found, totals) = at_figures(&facts, &election, &figures);
            prop_assert!(found == best || election.rivals.contains(&found), "{found}: {election:?}");
            for ((way, total), middle) in election.ways.iter().zip(totals).zip(&middle) {
                // What other clauses give is the same in all of it.
                let others = middle.less(way.total);
                let (least, most) = way.range;
                prop_assert!(least + others <= total && total <= most + others, "{}: {total}", way.year);
            }
        }
    }
}

// ── sensitivities ────────────────────────────────────────────────────────

/// So much between two figures, as fractions of the way.
fn between(from: Figure, to: Figure) -> impl Iterator<Item = Figure> {
    let (first, last) = (in_steps(from).unwrap(), in_steps(to).unwrap());
    [1, 3, 5, 8].into_iter().filter_map(move |tenths| of_steps(from, first + (last - first) * tenths / 10))
}

#[test]
fn the_curve_of_every_figure_is_what_the_whole_edition_gives() {
    for example in examples::ALL {
        let facts = example.draft().unwrap().facts;
        let report = assessed(&facts);
        for found in sensitivities(CURRENT, &facts, &report) {
            let name = format!("{}: {} {:?}", example.id, found.cell.question.id, found.cell.place);
            let given = |figure| {
                let mut varied = facts.clone();
                assert!(found.cell.set(&mut varied, figure), "{name}");
                CURRENT.assess(&varied, false).total()
            };
            assert_eq!(given(found.stands), report.total(), "{name}");
            let highest =
                found.curve.iter().map(|corner| corner.brings.certain + corner.brings.possible).max().unwrap();
            let off = 20 + highest.fen() / 5_000;
            for pair in found.curve.windows(2) {
                assert_eq!(given(pair[0].at), pair[0].brings, "{name} at {:?}", pair[0].at);
                for figure in between(pair[0].at, pair[1].at) {
                    let point = |at, brings| (in_steps(at).unwrap(), brings);
                    let ends = (point(pair[0].at, pair[0].brings), point(pair[1].at, pair[1].brings));
                    let there = given(figure);
                    assert!(is_on_line(ends, point(figure, there), off), "{name} at {figure:?}: {there:?} in {pair:?}");
                }
            }
        }
    }
}

#[test]
fn counts_are_followed_one_by_one() {
    let mut followed = 0;
    for example in examples::ALL {
        let facts = example.draft().unwrap().facts;
        for found in sensitivities(CURRENT, &facts, &assessed(&facts)) {
            if !matches!(found.stands, Figure::Count(_)) {
                continue;
            }
            followed += 1;
            for pair in found.curve.windows(2) {
                let (first, last) = (in_steps(pair[0].at).unwrap(), in_steps(pair[1].at).unwrap());
                for count in first..=last {
                    let mut varied = facts.clone();
                    assert!(found.cell.set(&mut varied, of_steps(found.stands, count).unwrap()));
                    let point = (count, CURRENT.assess(&varied, false).total());
                    let ends = ((first, pair[0].brings), (last, pair[1].brings));
                    assert!(is_on_line(ends, point, 8), "{}: {count}", example.id);
                }
            }
        }
    }
    assert!(followed > 0);
}

#[test]
fn each_figure_has_its_next_step_and_what_that_brings() {
    for (id, question, place, next, gain) in [
        // To the tier of 60% on the whole.
        ("bank", "contributions", Place::Year(2026), Figure::Money(wan(300)), hundredths(1720)),
        ("bank", "paid_in", Place::Whole, Figure::Money(yi(30)), wan(3000)),
        // Of places the fewer the better.
        ("bank", "rank", Place::Whole, Figure::Count(20), wan(184)),
        // Three more of sixty members, then the next tier of the share.
        ("association", "taxpaying_members", Place::Whole, Figure::Count(36), wan(3)),
        ("equity_fund", "high_end_investment", Place::Whole, Figure::Money(yi(20)), wan(200)),
    ] {
        let facts = example(id).facts;
        let found = sensitivities(CURRENT, &facts, &assessed(&facts));
        let found = found.iter().find(|found| found.cell.question.id == question && found.cell.place == place);
        let found = found.and_then(|found| found.next);
        let gain_of = |found: Next| found.gain.certain + found.gain.possible;
        assert_eq!(found.map(|found| (found.to, gain_of(found))), Some((next, gain)), "{id}: {question}");
    }
}

#[test]
fn those_first_that_bring_most_for_a_yuan_and_nothing_where_nothing_is_told() {
    let facts = example("bank").facts;
    let found = sensitivities(CURRENT, &facts, &assessed(&facts));
    assert_eq!((found[0].cell.question.id, found[0].cell.place), ("contributions", Place::Year(2026)));
    assert_eq!(found[0].cell.words(&facts, Lang::Zh), "2026年区域综合贡献");
    // What the district has confirmed is nothing to plan with.
    let years = found.iter().filter(|found| found.cell.question.id == "contributions").map(|found| found.cell.place);
    assert!(!years.collect::<Vec<_>>().contains(&Place::Year(2024)));
    // Nobody is told to go beyond where support falls without hearing of it.
    let trust = example("trust_introducer").facts;
    let found = sensitivities(CURRENT, &trust, &assessed(&trust));
    let falls = &found.iter().find(|found| found.cell.question.id == "rank").unwrap().falls;
    assert_eq!(
        falls.iter().map(|fall| (fall.before.at, fall.after.at)).collect::<Vec<_>>(),
        [(Figure::Count(20), Figure::Count(21))]
    );
    let nothing = Draft::default().facts;
    assert!(sensitivities(CURRENT, &nothing, &assessed(&nothing)).is_empty());
}
