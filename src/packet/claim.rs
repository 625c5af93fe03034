//! Which clauses the papers ask for, and which they do not.

use crate::drafts::draft::Draft;
use crate::money::Money;
use crate::rule::{Amount, Assessment, Clause, Counted, Outcome, Report};
use crate::text::{Text, text};

/// A clause that could be claimed: met, with money in some band, or with support in kind.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The clause.
    pub clause: &'static Clause,
    /// What it asks for in the year of application; its own amount where it is not claimed.
    pub requested: Money,
    /// What it asks for in other years.
    pub other_years: Money,
    /// What it asks for beyond that, without a figure.
    pub unpriced: Option<Unpriced>,
    /// How it stands.
    pub standing: Standing,
}

/// What is asked for without a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unpriced {
    /// The government decides on it case by case.
    Decided,
    /// It rests on a doubt alone, which the district has to settle.
    Pending,
    /// Support in kind.
    InKind,
}

impl Unpriced {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Decided, Self::Pending, Self::InKind];

    /// What of a clause's amount is asked for without a figure.
    pub(super) fn of(clause: &Counted<'_>, amount: Amount) -> Option<Self> {
        if clause.assessment.estimate.in_kind {
            Some(Self::InKind)
        } else if !amount.ceiling.is_zero() {
            Some(Self::Decided)
        } else {
            (clause.pending() && !amount.possible.is_zero()).then_some(Self::Pending)
        }
    }

    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Decided => "by_decision",
            Self::Pending => "pending",
            Self::InKind => "in_kind",
        }
    }

    /// The words in the place of an amount.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Decided => text("一事一议", "by decision"),
            Self::Pending => text("待确认", "to be confirmed"),
            Self::InKind => text("实物支持", "in kind"),
        }
    }
}

/// How a clause stands among the claims.
#[derive(Clone, Copy, Debug)]
pub enum Standing {
    /// Claimed.
    Claimed,
    /// Left out by the applicant.
    LeftOut,
    /// Received before, all of it: nothing is left to ask for.
    Paid,
    /// Support of one type is had once: it gives way to this clause.
    GivesWay(&'static Clause),
    /// The applicant claims it all the same beside this clause: the papers may not go out so.
    Contradicts(&'static Clause),
}

impl PartialEq for Standing {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Claimed, Self::Claimed) | (Self::LeftOut, Self::LeftOut) | (Self::Paid, Self::Paid) => true,
            (Self::GivesWay(one), Self::GivesWay(two)) | (Self::Contradicts(one), Self::Contradicts(two)) => {
                one.id == two.id
            }
            _ => false,
        }
    }
}

/// The clauses that the papers ask for, in the order of the edition. `report` is [`Draft::claimed`].
pub(super) fn claimed<'a>(draft: &Draft, report: &'a Report) -> Vec<Counted<'a>> {
    let mut counted = report.counted();
    counted.retain(|counted| draft.filing.is_claimed(counted));
    counted
}

/// Every clause that could be claimed, in the order of the edition. `report` is [`Draft::claimed`].
pub(super) fn claims(draft: &Draft, report: &Report) -> Vec<Claim> {
    let year = draft.year();
    let counted = report.counted();
    let left_out = draft.filing.claims.values().any(|claimed| !claimed);
    // Clauses left out are not in the report: what they would give is worked out beside it.
    let whole = left_out.then(|| draft.rules().assess(&draft.facts, false));
    let all: &[Assessment] = whole.as_ref().map_or(&report.assessments, |whole| &whole.assessments);
    all.iter()
        .filter_map(|own| {
            let clause = own.clause;
            let alone = Counted { assessment: own, by_year: &own.estimate.by_year, gave_way: Money::ZERO };
            if !(alone.claimed() || alone.offered()) {
                let paid = own.outcome == Outcome::Met && !own.estimate.settled.is_empty();
                return paid.then_some(Claim {
                    clause,
                    requested: Money::ZERO,
                    other_years: Money::ZERO,
                    unpriced: None,
                    standing: Standing::Paid,
                });
            }
            let counts = counted.iter().find(|counted| counted.assessment.clause.id == clause.id);
            let gave_way = report.gave_way.iter().find(|gave| gave.clause.id == clause.id);
            let standing = match (counts, gave_way) {
                (None, _) => Standing::LeftOut,
                (Some(counts), _) if draft.filing.is_claimed(counts) => Standing::Claimed,
                (Some(_), Some(gave)) if draft.filing.asks_for(clause) => Standing::Contradicts(gave.to),
                (Some(_), Some(gave)) => Standing::GivesWay(gave.to),
                (Some(_), None) if alone.offered() => Standing::LeftOut,
                (Some(_), None) => return None,
            };
            let shown = counts.filter(|_| standing == Standing::Claimed).unwrap_or(&alone);
            let requested = year.map_or(Money::ZERO, |year| shown.due_in(year).certain);
            Some(Claim {
                clause,
                requested,
                other_years: shown.total().less(requested),
                unpriced: Unpriced::of(shown, shown.by_year.total()),
                standing,
            })
        })
        .collect()
}
