//! Where an applicant stands on a clause's ladders: the figure, the rung, and what the next one would change.

use crate::answers::facts::Facts;
use crate::answers::question::Spec;
use crate::answers::yearly::{Source, Yearly};
use crate::money::Money;
use crate::rule::clause::Assessment;
use crate::rule::figure::Figure;
use crate::rule::missing::Place;
use crate::rule::step::Work;
use crate::rule::tiers::Tiers;

/// How many figures a ladder shows at most: tables can hold a hundred thousand.
pub const MOST: usize = 60;

/// A ladder with the applicant's figures on it.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// The rungs.
    pub tiers: &'static Tiers,
    /// The table whose rows the figures are of, if they are of rows.
    pub table: Option<&'static Spec>,
    /// The figures, as the clause looked at them; empty while none is known. At most [`MOST`].
    pub stands: Vec<Stand>,
    /// How many figures there are beyond those.
    pub more: usize,
}

/// A figure on a ladder.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stand {
    /// The year or row that the figure is of.
    pub place: Place,
    /// The figure.
    pub figure: Money,
    /// The rung that it stands on, from 0; `None` below the lowest.
    pub rung: Option<usize>,
    /// What the rung gives on it.
    pub gives: Money,
    /// Where the figure of a year comes from, if it was told.
    pub source: Option<Source>,
    /// The rung above, if there is one.
    pub next: Option<Next>,
}

/// The rung above a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Next {
    /// Its place, from 0.
    pub rung: usize,
    /// The smallest figure that reaches it.
    pub from: Money,
    /// How much more that is.
    pub short: Money,
    /// What the rung gives on that figure. It may be less than before.
    pub gives: Money,
}

/// A fen.
const FEN: Money = Money::from_fen(1);

impl Tiers {
    /// The smallest figure that reaches a rung.
    #[must_use]
    pub fn starts(&self, rung: usize) -> Option<Money> {
        let tier = self.tiers.get(rung)?;
        Some(if tier.inclusive { tier.from } else { tier.from + FEN })
    }

    /// Where a figure stands.
    #[must_use]
    pub fn stand(&self, place: Place, figure: Money, source: Option<Source>) -> Stand {
        let reached = self.reached_by(figure);
        let rung = reached.map(|(rung, _)| rung);
        let above = rung.map_or(0, |rung| rung + 1);
        let next =
            self.starts(above).map(|from| Next { rung: above, from, short: from.less(figure), gives: self.on(from) });
        Stand { place, figure, rung, gives: self.on(figure), source, next }
    }
}

impl Ladder {
    /// The ladders of an assessed clause, with the figures that its working looked at, and where those of `yearly`
    /// come from. Needs the working.
    #[must_use]
    pub fn of(assessment: &Assessment, facts: &Facts, yearly: Option<&Yearly>) -> Vec<Self> {
        let ladders = assessment.clause.tiers;
        ladders
            .iter()
            .enumerate()
            .map(|(index, tiers)| {
                let table = assessment.steps.iter().find_map(|step| step.table);
                let mut ladder = Self { tiers, table, stands: Vec::new(), more: 0 };
                for step in &assessment.steps {
                    let figure = match step.work {
                        Work::Tier { tiers: climbed, figure, .. } if std::ptr::eq(climbed, *tiers) => figure,
                        // A figure that was held against the foot of the ladder, whether or not it was climbed.
                        Work::Condition { figure: Some(Figure::Money(figure)), bound, .. }
                            if bound == tiers.floor()
                                && !ladders[..index].iter().any(|earlier| earlier.floor() == bound) =>
                        {
                            figure
                        }
                        _ => continue,
                    };
                    ladder.add(step.place, figure, facts, yearly);
                }
                ladder
            })
            .collect()
    }

    fn add(&mut self, place: Place, figure: Money, facts: &Facts, yearly: Option<&Yearly>) {
        if self.tiers.top.is_some_and(|top| figure > top) {
            return;
        }
        if self.stands.len() >= MOST {
            self.more += 1;
        } else if !self.stands.iter().any(|stand| stand.place == place && stand.figure == figure) {
            self.stands.push(self.tiers.stand(place, figure, source_of(place, figure, facts, yearly)));
        }
    }

    /// The figure to speak of: the one that lacks the least to its next rung among those that can still grow, else the
    /// last.
    #[must_use]
    pub fn nearest(&self) -> Option<&Stand> {
        let open = self.stands.iter().filter(|stand| !stand.confirmed() && stand.next.is_some());
        open.min_by_key(|stand| stand.next.map(|next| next.short)).or(self.stands.last())
    }
}

impl Stand {
    /// Whether the district has confirmed the figure: it cannot grow any more.
    #[must_use]
    pub fn confirmed(&self) -> bool {
        self.source == Some(Source::Confirmed)
    }
}

/// Where a figure comes from, if it is the yearly one of its year.
fn source_of(place: Place, figure: Money, facts: &Facts, yearly: Option<&Yearly>) -> Option<Source> {
    let (Place::Year(year), Some(yearly)) = (place, yearly) else { return None };
    yearly.source(facts, year).filter(|_| yearly.of(facts, year) == Some(figure))
}

#[cfg(test)]
mod tests {
    use super::{FEN, Ladder, Next};
    use crate::drafts::draft::Draft;
    use crate::drafts::examples;
    use crate::money::{Money, percent, wan, yi};
    use crate::policy::CURRENT;
    use crate::rule::tiers::{above, at_least, fixed, rate};
    use crate::rule::{Place, Provision, Tiers};

    static RISING: Provision = Provision::new(1, "按档", "by tier");
    static CLOSED: Tiers = Tiers {
        provision: &RISING,
        top: None,
        tiers: &[at_least(wan(50), rate(percent(50))), at_least(wan(100), rate(percent(60)))],
    };
    static OPEN: Tiers = Tiers {
        provision: &RISING,
        top: None,
        tiers: &[above(wan(100), fixed(wan(6))), above(wan(300), fixed(wan(2)))],
    };

    #[test]
    fn a_figure_stands_on_the_rung_it_reaches_and_knows_the_next() {
        let fen_below = Money::from_fen(wan(100).fen() - 1);
        let next = |rung, from, short, gives| Some(Next { rung, from, short, gives });
        // ladder, figure, rung, what it gives, the next rung
        let rows = [
            (&CLOSED, Money::ZERO, None, Money::ZERO, next(0, wan(50), wan(50), wan(25))),
            (&CLOSED, wan(50), Some(0), wan(25), next(1, wan(100), wan(50), wan(60))),
            (&CLOSED, fen_below, Some(0), wan(50), next(1, wan(100), FEN, wan(60))),
            (&CLOSED, wan(100), Some(1), wan(60), None),
            // A rung that starts above its number begins one fen later, and the number itself is below it.
            (&OPEN, wan(100), None, Money::ZERO, next(0, wan(100) + FEN, FEN, wan(6))),
            (&OPEN, wan(101), Some(0), wan(6), next(1, wan(300) + FEN, wan(199) + FEN, wan(2))),
            (&OPEN, wan(300), Some(0), wan(6), next(1, wan(300) + FEN, FEN, wan(2))),
            (&OPEN, yi(1), Some(1), wan(2), None),
        ];
        for (tiers, figure, rung, gives, next) in rows {
            let stand = tiers.stand(Place::Whole, figure, None);
            assert_eq!((stand.rung, stand.gives, stand.next), (rung, gives, next), "{}", figure.grouped());
        }
    }

    fn of(example: &str, clause: &str) -> Vec<Ladder> {
        let example = examples::ALL.iter().find(|known| known.id == example).unwrap();
        let draft = Draft::open(example.json).unwrap();
        Ladder::of(&CURRENT.clause(clause).unwrap().assess(&draft.facts, true), &draft.facts, CURRENT.yearly)
    }

    #[test]
    fn the_working_says_which_figures_stand_on_a_ladder() {
        for (example, clause, stands) in [
            ("bank", "opening_legal_entity", 1),
            ("bank", "growth_funding", 5),
            ("equity_fund", "real_economy_investment", 1),
            ("nothing", "opening_legal_entity", 0),
        ] {
            let ladders = of(example, clause);
            assert_eq!(ladders[0].stands.len(), stands, "{example} {clause}");
        }
    }

    #[test]
    fn one_fen_below_a_ladder_is_told() {
        let ladders = of("equity_fund", "real_economy_investment");
        let stand = ladders[0].nearest().unwrap();
        assert_eq!((stand.rung, stand.next.map(|next| next.short)), (None, Some(FEN)));
    }

    #[test]
    fn a_sum_of_increases_is_no_contribution_and_may_fall_at_the_next_rung() {
        let ladders = of("trust_introducer", "capital_increase");
        let stand = ladders[0].nearest().unwrap();
        let next = stand.next.unwrap();
        assert_eq!((stand.source, next.short), (None, FEN));
        assert!(next.gives < stand.gives);
    }

    #[test]
    fn a_confirmed_year_cannot_grow() {
        let ladders = of("bank", "growth_funding");
        let nearest = ladders[0].nearest().unwrap();
        assert!(!nearest.confirmed());
        assert!(ladders[0].stands.iter().all(|stand| matches!(stand.place, Place::Year(_))));
    }
}
