//! The first minute: the few figures that move most for a kind of applicant, and what they would come to if everything
//! that is not asked yet turned out well. It is a range to go on by, never an estimate: that needs the answers.

use std::collections::BTreeMap;

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::question::{Question, Spec};
use crate::applicant::capital::{APPLICATIONS, CAPITAL_REDUCED, INCREASES, NATIONAL_APPROVAL, PAID_IN, STANDING};
use crate::applicant::contribution::{CONTRIBUTIONS, contributions};
use crate::applicant::funds::{
    BEIJING_INVESTMENT, COUNTERPART_CLAIMED, CUSTODY_OF_ASSETS, FILED_IN_MIYUN, HIGH_END_INVESTMENT, LISTED_AND_EXITED,
    MANAGED_ASSETS, PROJECTS,
};
use crate::applicant::identity::{
    ADMITTED, ARRIVED, ASSOCIATION, CLEAN_RECORD, INTERMEDIARY, KIND, Kind, LAWFUL, NEW_ARRIVAL, NEWLY_ESTABLISHED,
    REGISTERED, SUPERVISED,
};
use crate::applicant::people::{EXECUTIVES, HOMES};
use crate::applicant::premises::{
    BOUGHT_OFFICE, FIRST_PURCHASE, IN_PREPARATION, LEASES, OFFICE_IN_MIYUN, PURCHASED_AREA, leases,
};
use crate::applicant::referral::{
    ASSOCIATION_FITS, ENTERPRISES, ENTRY_CONTRIBUTION, LEGAL_PERSON, MEMBERS, TAXPAYING_MEMBERS, enterprises,
};
use crate::date::{Date, Year};
use crate::drafts::draft::Draft;
use crate::money::{Money, percent, square_metres};
use crate::rule::{Amount, Clause};
use crate::text::{Text, text};

/// A figure of the first minute.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum First {
    /// Paid-in capital.
    PaidIn,
    /// Last year's contribution.
    Contribution,
    /// The rent of the year of application.
    Rent,
    /// The floor area bought for own use.
    Area,
    /// Assets under management.
    ManagedAssets,
    /// Investment in high-end industries of Beijing.
    HighEnd,
    /// All investment in Beijing.
    Beijing,
    /// How many enterprises were introduced.
    Enterprises,
    /// What one of them contributes in its best year.
    Each,
    /// Registered members.
    Members,
    /// Members that pay tax here.
    Taxpaying,
    /// What the introduced enterprises contributed in the year they came.
    Entry,
}

impl First {
    /// The figures for what an applicant is; none before that is told.
    #[must_use]
    pub fn of(facts: &Facts) -> &'static [Self] {
        match facts.get(&KIND) {
            Some(Kind::LegalEntity) => &[Self::PaidIn, Self::Contribution, Self::Rent],
            Some(Kind::Branch1 | Kind::Branch2 | Kind::FunctionalHq | Kind::Quasi | Kind::Support) => {
                &[Self::Contribution, Self::Rent, Self::Area]
            }
            Some(Kind::FundManager) => &[Self::PaidIn, Self::ManagedAssets, Self::Contribution],
            Some(Kind::FundCompany) => &[Self::HighEnd, Self::Contribution, Self::Rent],
            Some(Kind::Fund) => &[Self::HighEnd, Self::Beijing],
            Some(Kind::None) if facts.get(&ASSOCIATION) == Some(true) => &[Self::Members, Self::Taxpaying, Self::Entry],
            Some(Kind::None) if facts.get(&INTERMEDIARY) == Some(true) => &[Self::Enterprises, Self::Each],
            Some(Kind::None) | None => &[],
        }
    }

    /// What is asked.
    #[must_use]
    pub const fn ask(self) -> Text {
        match self {
            Self::PaidIn => text("实收资本", "Paid-in capital"),
            Self::Contribution => text("去年的区域综合贡献", "Last year's contribution to the district"),
            Self::Rent => text("今年全年的办公房租", "This year's office rent"),
            Self::Area => text("在密云购置的自用办公面积", "Office area bought in Miyun for own use"),
            Self::ManagedAssets => text("管理规模", "Assets under management"),
            Self::HighEnd => text("投向北京高精尖产业的金额", "Invested in Beijing's high-end industries"),
            Self::Beijing => text("投向北京的全部金额", "Invested in Beijing in all"),
            Self::Enterprises => text("引进了几家企业", "How many enterprises you introduced"),
            Self::Each => {
                text("其中一般的一家，最好的一年贡献多少", "What a typical one of them contributes in its best year")
            }
            Self::Members => text("注册会员", "Registered members"),
            Self::Taxpaying => text("其中在密云纳税的", "Of them, paying tax in Miyun"),
            Self::Entry => {
                text("引进企业入区当年的贡献合计", "What introduced enterprises contributed in the year they came")
            }
        }
    }

    /// The form of the answer.
    #[must_use]
    pub const fn form(self) -> Form {
        match self {
            Self::Area => Form::Area,
            Self::Enterprises | Self::Members | Self::Taxpaying => Form::Count { unit: text("家", ""), least: 0 },
            _ => Form::Money { signed: false },
        }
    }

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::PaidIn => "paid-in",
            Self::Contribution => "contribution",
            Self::Rent => "rent",
            Self::Area => "area",
            Self::ManagedAssets => "managed-assets",
            Self::HighEnd => "high-end",
            Self::Beijing => "beijing",
            Self::Enterprises => "enterprises",
            Self::Each => "each",
            Self::Members => "members",
            Self::Taxpaying => "taxpaying",
            Self::Entry => "entry",
        }
    }

    /// The question that it answers, if it is an answer: a figure of its own or of a table.
    #[must_use]
    pub fn question(self) -> Option<&'static Spec> {
        match self {
            Self::Contribution => Some(&CONTRIBUTIONS.spec),
            Self::Rent => Some(&LEASES.spec),
            _ => self.alone(),
        }
    }

    /// The question of its own that it answers, if there is one.
    fn alone(self) -> Option<&'static Spec> {
        Some(match self {
            Self::PaidIn => &PAID_IN.spec,
            Self::Area => &PURCHASED_AREA.spec,
            Self::ManagedAssets => &MANAGED_ASSETS.spec,
            Self::HighEnd => &HIGH_END_INVESTMENT.spec,
            Self::Beijing => &BEIJING_INVESTMENT.spec,
            Self::Members => &MEMBERS.spec,
            Self::Taxpaying => &TAXPAYING_MEMBERS.spec,
            Self::Entry => &ENTRY_CONTRIBUTION.spec,
            Self::Contribution | Self::Rent | Self::Enterprises | Self::Each => return None,
        })
    }

    /// The table of years that it stands in, its year and its columns.
    fn row(self, year: Year) -> Option<(&'static Question<Table>, Year, [usize; 2])> {
        match self {
            Self::Contribution => {
                Some((&CONTRIBUTIONS, year - 1, [contributions::YEAR.index, contributions::AMOUNT.index]))
            }
            Self::Rent => Some((&LEASES, year, [leases::YEAR.index, leases::RENT.index])),
            _ => None,
        }
    }

    /// What the draft tells of it already.
    #[must_use]
    pub fn answer(self, draft: &Draft) -> Option<Answer> {
        if let Some(question) = self.alone() {
            return draft.facts.answer(question).filter(|answer| **answer != Answer::NotKnown).cloned();
        }
        let (question, year, [years, amounts]) = self.row(draft.year()?)?;
        let table = draft.facts.get(question)?;
        let row = (0..table.len()).find(|row| table.cell(*row, years) == Some(Answer::Year(year)))?;
        table.cell(row, amounts)
    }

    /// Puts the figure into the draft, where it is an answer; what a table has of other years stays. Without a figure
    /// nothing is taken out of a table but the amount itself.
    pub fn tell(self, draft: &mut Draft, answer: Option<Answer>) {
        if let Some(question) = self.alone() {
            let _ = draft.facts.set(question, answer);
            return;
        }
        let Some((question, year, [years, amounts])) = draft.year().and_then(|year| self.row(year)) else { return };
        let Form::Table(columns) = question.spec.form else { return };
        if draft.facts.table_mut(&question.spec).is_none() {
            if answer.is_none() {
                return;
            }
            let _ = draft.facts.set(&question.spec, Some(Answer::Table(Table::new(columns))));
        }
        let Some(table) = draft.facts.table_mut(&question.spec) else { return };
        let found = (0..table.len()).find(|row| table.cell(*row, years) == Some(Answer::Year(year)));
        let row = found.unwrap_or_else(|| {
            let row = table.len();
            if answer.is_some() {
                table.insert(row);
                let _ = table.set(columns, row, years, Some(Answer::Year(year)));
            }
            row
        });
        let _ = table.set(columns, row, amounts, answer);
    }
}

/// What the first figures would come to.
#[derive(Clone, Debug)]
pub struct Range {
    /// In the year of application.
    pub now: Amount,
    /// In all, if the years to come are like the last one.
    pub all: Amount,
    /// The clauses that it comes from, with what each gives in all, the most first.
    pub clauses: Vec<(&'static Clause, Amount)>,
}

/// What the figures come to if all that is not answered turned out well: the conditions of everyone hold, the applicant
/// has just come, works in Miyun, and contribution and rent stay as they are. `None` without a figure.
#[must_use]
pub fn range(draft: &Draft, figures: &BTreeMap<First, Answer>) -> Option<Range> {
    let year = draft.year()?;
    let asked = First::of(&draft.facts);
    if !figures.iter().any(|(first, _)| asked.contains(first)) {
        return None;
    }
    let mut well = Draft { facts: draft.facts.clone(), ..Draft::default() };
    for (first, answer) in figures.iter().filter(|(first, _)| asked.contains(first)) {
        first.tell(&mut well, Some(answer.clone()));
    }
    let mut facts = well.facts;
    assume(&mut facts, figures, year);
    let report = draft.rules().assess(&facts, false);
    let mut clauses: Vec<(&'static Clause, Amount)> = report
        .counted()
        .into_iter()
        .map(|counted| (counted.assessment.clause, counted.by_year.total()))
        .filter(|(_, amount)| *amount != Amount::default())
        .collect();
    clauses.sort_by_key(|(_, amount)| std::cmp::Reverse((amount.certain, amount.possible, amount.ceiling)));
    Some(Range { now: report.split().now, all: report.total(), clauses })
}

/// Fills in what is not answered.
fn assume(facts: &mut Facts, figures: &BTreeMap<First, Answer>, year: Year) {
    let mut unless_told = |spec: &'static Spec, answer: Option<Answer>| {
        if facts.answer(spec).is_none_or(|told| *told == Answer::NotKnown) {
            let _ = facts.set(spec, answer);
        }
    };
    for yes in [
        &LAWFUL,
        &ADMITTED,
        &SUPERVISED,
        &REGISTERED,
        &CLEAN_RECORD,
        &NEW_ARRIVAL,
        &NEWLY_ESTABLISHED,
        &OFFICE_IN_MIYUN,
        &NATIONAL_APPROVAL,
        &FIRST_PURCHASE,
        &FILED_IN_MIYUN,
        &LISTED_AND_EXITED,
        &LEGAL_PERSON,
        &ASSOCIATION_FITS,
    ] {
        unless_told(&yes.spec, Some(Answer::YesNo(true)));
    }
    for no in [&CAPITAL_REDUCED, &IN_PREPARATION, &COUNTERPART_CLAIMED] {
        unless_told(&no.spec, Some(Answer::YesNo(false)));
    }
    let bought = matches!(figures.get(&First::Area), Some(Answer::Area(area)) if *area > square_metres(0));
    unless_told(&BOUGHT_OFFICE.spec, Some(Answer::YesNo(bought)));
    unless_told(&STANDING.spec, Some(Answer::Choice(0)));
    unless_told(&ARRIVED.spec, Date::new(year - 1, 12, 31).map(Answer::Date));
    unless_told(&CUSTODY_OF_ASSETS.spec, Some(Answer::Share(percent(100))));
    for none in [&INCREASES, &APPLICATIONS, &HOMES, &EXECUTIVES, &PROJECTS] {
        if let Form::Table(columns) = none.spec.form {
            unless_told(&none.spec, Some(Answer::Table(Table::new(columns))));
        }
    }
    let money = |first: First| match figures.get(&first) {
        Some(Answer::Money(money)) => *money,
        _ => Money::ZERO,
    };
    let (contribution, rent) = (money(First::Contribution), money(First::Rent));
    stay(facts, &CONTRIBUTIONS, year, &[(contributions::AMOUNT.index, Answer::Money(contribution))]);
    // An area so small that no limit on it matters.
    let area = Answer::Area(square_metres(1));
    stay(facts, &LEASES, year, &[(leases::RENT.index, Answer::Money(rent)), (leases::AREA.index, area)]);
    if let (Some(Answer::Count(count)), Form::Table(columns)) =
        (figures.get(&First::Enterprises), ENTERPRISES.spec.form)
    {
        let each = money(First::Each);
        let mut table = Table::new(columns);
        for row in 0..usize::try_from(*count).unwrap_or(0).min(MOST_ENTERPRISES) {
            table.insert(row);
            let first_tax = Date::new(year - 2, 1, 1).map(Answer::Date);
            for (column, answer) in [
                (enterprises::FITS.index, Some(Answer::YesNo(true))),
                (enterprises::FIRST_TAX.index, first_tax),
                (enterprises::COUNTED.index, Some(Answer::YesNo(false))),
                (enterprises::YEARS[0].index, Some(Answer::Money(each))),
            ] {
                let _ = table.set(columns, row, column, answer);
            }
        }
        let _ = facts.set(&ENTERPRISES.spec, Some(Answer::Table(table)));
    }
}

/// The most enterprises that a first range is worked out for.
const MOST_ENTERPRISES: usize = 1000;
/// How many years the longest support runs.
const YEARS: u16 = 5;

/// Lets a table of years, the year in its first column, go on as these cells say, where it does not say itself.
fn stay(facts: &mut Facts, question: &'static Question<Table>, from: Year, cells: &[(usize, Answer)]) {
    let Form::Table(columns) = question.spec.form else { return };
    if facts.table_mut(&question.spec).is_none() {
        let _ = facts.set(&question.spec, Some(Answer::Table(Table::new(columns))));
    }
    let Some(table) = facts.table_mut(&question.spec) else { return };
    for year in from..from.saturating_add(YEARS) {
        let row = (0..table.len()).find(|row| table.cell(*row, 0) == Some(Answer::Year(year)));
        let row = row.unwrap_or_else(|| {
            let row = table.len();
            table.insert(row);
            let _ = table.set(columns, row, 0, Some(Answer::Year(year)));
            row
        });
        for (column, answer) in cells {
            if table.cell(row, *column).is_none() {
                let _ = table.set(columns, row, *column, Some(answer.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{First, range};
    use crate::answers::answer::Answer;
    use crate::answers::question::Chosen as _;
    use crate::applicant::identity::Kind;
    use crate::drafts::draft::Draft;
    use crate::money::{Money, square_metres, wan, yi};
    use crate::policy::CURRENT_INDEX;
    use crate::policy::miyun_2019_25::article_04_kinds::applicant;

    fn told(draft: &Draft, figures: &[(First, Answer)]) -> BTreeMap<First, Answer> {
        assert!(figures.iter().all(|(first, _)| First::of(&draft.facts).contains(first)));
        figures.iter().cloned().collect()
    }

    fn money(amount: Money) -> Answer {
        Answer::Money(amount)
    }

    #[test]
    fn three_figures_give_every_newcomer_a_range() {
        use First::{Contribution, Each, Enterprises, Entry, ManagedAssets, Members, PaidIn, Rent, Taxpaying};
        let bank = Draft::begin(CURRENT_INDEX, applicant(Kind::LegalEntity, false, false), 2026);
        let figures = told(&bank, &[(PaidIn, money(yi(12))), (Contribution, money(wan(500))), (Rent, money(wan(300)))]);
        let found = range(&bank, &figures).unwrap();
        // Article 6 once, Article 19 at 60% and Article 11 at half the rent.
        assert_eq!(found.now.certain, wan(2000) + wan(300) + wan(150));
        assert_eq!(found.all.certain, wan(2000) + wan(5 * 300) + wan(3 * 150));

        let manager = Draft::begin(CURRENT_INDEX, applicant(Kind::FundManager, false, false), 2026);
        let figures =
            told(&manager, &[(PaidIn, money(yi(5))), (ManagedAssets, money(yi(50))), (Contribution, money(wan(100)))]);
        let found = range(&manager, &figures).unwrap();
        assert_eq!(found.now.ceiling, wan(300), "Article 8 is decided case by case");
        assert_eq!(found.now.certain, wan(55), "Article 19");

        let intermediary = Draft::begin(CURRENT_INDEX, applicant(Kind::None, true, false), 2026);
        let figures = told(&intermediary, &[(Enterprises, Answer::Count(3)), (Each, money(wan(400)))]);
        assert_eq!(range(&intermediary, &figures).unwrap().now.certain, wan(3 * 24), "Article 27 at 6%");

        let association = Draft::begin(CURRENT_INDEX, applicant(Kind::None, false, true), 2026);
        let figures = told(
            &association,
            &[(Members, Answer::Count(60)), (Taxpaying, Answer::Count(36)), (Entry, money(wan(260)))],
        );
        assert_eq!(range(&association, &figures).unwrap().now.certain, wan(6), "Article 28");
    }

    #[test]
    fn every_kind_is_asked_few_figures_and_each_alone_gives_a_range() {
        let roles = [(Kind::None, true, false), (Kind::None, false, true)];
        let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::None).map(|kind| (*kind, false, false));
        for (kind, intermediary, association) in kinds.chain(roles) {
            let draft = Draft::begin(CURRENT_INDEX, applicant(kind, intermediary, association), 2026);
            let asked = First::of(&draft.facts);
            assert!((2..=3).contains(&asked.len()), "{kind:?}");
            assert!(range(&draft, &BTreeMap::new()).is_none(), "{kind:?}: nothing is told");
            for first in asked {
                let answer = match first {
                    First::Area => Answer::Area(square_metres(100)),
                    First::Enterprises | First::Members | First::Taxpaying => Answer::Count(60),
                    _ => money(yi(30)),
                };
                assert!(range(&draft, &told(&draft, &[(*first, answer)])).is_some(), "{kind:?}: {first:?}");
            }
        }
    }

    #[test]
    fn what_is_told_goes_into_the_draft_and_what_is_assumed_does_not() {
        let mut draft = Draft::begin(CURRENT_INDEX, applicant(Kind::LegalEntity, false, false), 2026);
        let before = draft.facts.answered();
        for (first, amount) in [(First::PaidIn, yi(12)), (First::Contribution, wan(500)), (First::Rent, wan(300))] {
            first.tell(&mut draft, Some(money(amount)));
            assert_eq!(first.answer(&draft), Some(money(amount)));
        }
        assert_eq!(draft.facts.answered(), before + 3);
        let kept = draft.clone();
        let _ = range(&draft, &BTreeMap::from([(First::PaidIn, money(yi(12)))]));
        assert_eq!(draft, kept);
        First::Contribution.tell(&mut draft, None);
        assert_eq!(First::Contribution.answer(&draft), None);
        assert_eq!(First::Rent.answer(&draft), Some(money(wan(300))), "the other tables stay");
    }
}
