//! An answer that can be moved, and how far.

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::question::Spec;
use crate::answers::yearly::Yearly;
use crate::money::{Part, Rate};
use crate::planner::cell::{Cell, answer, figure, is_confirmed, row_at};
use crate::planner::columns_of;
use crate::rule::{Assessment, Bound, Edition, Figure, Place, Stand, Step, Work};

/// An answer as it is, and as it would have to be.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// What is moved.
    pub cell: Cell,
    /// The figure as it stands.
    pub from: Figure,
    /// The least change of it that is enough.
    pub to: Figure,
}

impl Change {
    /// What a condition that fails wants of the answer that it looked at; `None` where no figure can be moved: yes and
    /// no, days, what the district has confirmed; and where the number itself is not enough, which only ladders ask
    /// (`climbing`). A share is moved by the count that is a part of the other; nothing else that is derived is.
    pub(super) fn wanted(step: &Step, assessment: &Assessment, edition: &Edition, facts: &Facts) -> Option<Self> {
        let Work::Condition { question, figure: Some(from), bound, holds: Some(false) } = step.work else {
            return None;
        };
        let (Bound::AtLeast(to) | Bound::FromBare(to) | Bound::AtMost(to)) = bound else { return None };
        match (question, from, to) {
            (Some(question), ..) => Self::of(question, step.place, (from, to), facts, edition.yearly),
            (None, Figure::Part(part), Figure::Rate(share)) => {
                Self::asked(step.place, share_wanted(part, share)?, assessment, edition, facts)
            }
            (None, ..) => None,
        }
    }

    /// What the next rung of a ladder wants of the answer that stands on it.
    pub(super) fn climbing(stand: &Stand, assessment: &Assessment, edition: &Edition, facts: &Facts) -> Option<Self> {
        let next = stand.next.filter(|next| next.gives > stand.gives)?;
        let change = (Figure::Money(stand.figure), Figure::Money(next.from));
        Self::asked(stand.place, change, assessment, edition, facts)
    }

    /// The change of whichever answer counts as the figure, of those that the clause has read.
    fn asked(
        place: Place,
        change: (Figure, Figure),
        assessment: &Assessment,
        edition: &Edition,
        facts: &Facts,
    ) -> Option<Self> {
        let mut asked = assessment.asked.questions(edition.index.questions);
        asked.find_map(|question| Self::of(question, place, change, facts, edition.yearly))
    }

    /// The change of an answer that counts as `counted` at a place; `None` where no such answer is, or where it cannot be
    /// moved.
    fn of(
        question: &'static Spec,
        place: Place,
        (counted, to): (Figure, Figure),
        facts: &Facts,
        yearly: Option<&Yearly>,
    ) -> Option<Self> {
        let counts = |told: &Figure| counts_as(*told) == counted;
        let (column, from) = match (facts.answer(question)?, columns_of(question)) {
            (Answer::Table(table), Some(columns)) => {
                let row = row_at(table, columns, place)?;
                if is_confirmed(question, place, yearly, facts) {
                    return None;
                }
                let told = |column: usize| figure(&table.cell(row, column)?).filter(counts);
                let (column, from) = (0..columns.len()).find_map(|column| Some((column, told(column)?)))?;
                (Some((column, row)), from)
            }
            (told, _) => (None, figure(told).filter(counts)?),
        };
        answer(to)?;
        // Nobody is told to contribute, to hold or to invest less: what that would bring is said by the clause.
        if let (Figure::Money(from), Figure::Money(to)) = (from, to)
            && to < from
        {
            return None;
        }
        Some(Self { cell: Cell { question, place, column }, from, to })
    }

    /// Makes the change; says whether the answer takes it.
    pub(super) fn make(&self, facts: &mut Facts) -> bool {
        self.cell.set(facts, self.to)
    }

    /// How far it is, in thousandths of the larger of the two figures.
    #[must_use]
    pub fn distance(&self) -> i128 {
        let (from, to) = self.from.factor().over(self.to.factor());
        let larger = from.abs().max(to.abs()).max(1);
        to.saturating_sub(from).abs().saturating_mul(1000) / larger
    }
}

/// What a share that is too small wants of the count that it is a part of: the least that reaches it.
fn share_wanted(part: Part, share: Rate) -> Option<(Figure, Figure)> {
    let Part { numerator, denominator } = share.into();
    let least = numerator.checked_mul(part.denominator)?.checked_add(denominator - 1)? / denominator;
    let count = |count: i64| u32::try_from(count).ok().map(Figure::Count);
    Some((count(part.numerator)?, count(least)?))
}

/// Money below zero counts nothing (decision 4).
fn counts_as(told: Figure) -> Figure {
    match told {
        Figure::Money(money) => Figure::Money(money.or_zero()),
        other => other,
    }
}
