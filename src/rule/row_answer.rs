//! What a clause says of each row of its table: what it gives, on which year and tier, what is missing or wrong.

use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::date::Year;
use crate::money::{Money, Rate};
use crate::rule::amount::Amount;
use crate::rule::clause::Clause;
use crate::rule::figure::Figure;
use crate::rule::ladder::Next;
use crate::rule::tiers::{Gives, Tiers};
use crate::text::{Lang, Text, text};

/// Tells what each year that can be chosen for a row would give, row by row in their order; nothing of rows whose support
/// was received before.
pub type EachYear = fn(&Facts, &mut dyn FnMut(usize, Year, Amount));

/// A clause that answers row by row.
#[derive(Clone, Copy, Debug)]
pub struct RowRule {
    /// The clause.
    pub clause: &'static Clause,
    /// The question whose rows it reads.
    pub question: &'static Spec,
    /// The ladder that each row climbs.
    pub tiers: &'static Tiers,
    /// The columns of yes and no that must say yes.
    pub asks: &'static [usize],
    /// Answers every row, in their order; none while the question is not answered.
    pub answer: fn(&Facts) -> Vec<RowAnswer>,
    /// Answers one row by itself, where no row before it changes what it comes to. What was said of it before is given
    /// where neither it nor another has changed in the columns in which they may be alike.
    pub one: fn(&Facts, usize, Option<&RowAnswer>) -> Option<RowAnswer>,
    /// The columns in which it is a fault to say the same as another row.
    pub alike: &'static [usize],
    /// The years that each row chooses from, for itself.
    pub years: EachYear,
}

/// How a row stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// It brings a sure amount.
    Rewarded,
    /// The government decides.
    Decided,
    /// Only a favourable reading gives something.
    Doubtful,
    /// Below the lowest tier.
    Below,
    /// A fact is missing.
    Open,
    /// A condition is disproved.
    Refused,
    /// Its support was received before.
    Received,
}

impl Standing {
    /// All, in the order in which they are counted.
    pub const ALL: [Self; 7] =
        [Self::Rewarded, Self::Decided, Self::Doubtful, Self::Below, Self::Open, Self::Refused, Self::Received];

    /// Its word.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Rewarded => text("有奖励", "Rewarded"),
            Self::Decided => text("一事一议", "By decision"),
            Self::Doubtful => text("待确认", "Possible"),
            Self::Below => text("未达下限", "Below the minimum"),
            Self::Open => text("待补充", "To be completed"),
            Self::Refused => text("不符合", "Not met"),
            Self::Received => text("已领", "Received"),
        }
    }

    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Rewarded => "rewarded",
            Self::Decided => "decided",
            Self::Doubtful => "doubtful",
            Self::Below => "below",
            Self::Open => "open",
            Self::Refused => "refused",
            Self::Received => "paid",
        }
    }
}

/// What a clause says of a row.
#[derive(Clone, PartialEq, Debug)]
pub struct RowAnswer {
    /// How it stands.
    pub standing: Standing,
    /// The year that was chosen for it.
    pub year: Option<Year>,
    /// Why that year.
    pub why: Option<Text>,
    /// The figure that the amount is worked out on, else the best there is.
    pub base: Option<Money>,
    /// The rung that it stands on, from 0.
    pub rung: Option<usize>,
    /// What is left to be given, after what was received.
    pub gives: Amount,
    /// The rung above.
    pub next: Option<Next>,
    /// The columns that are empty and needed: the amount is a lower bound, or waits for them.
    pub missing: Vec<usize>,
    /// Whether the year of application is the last that can be chosen for it.
    pub closes: bool,
    /// What is wrong with it, or will be asked about.
    pub faults: Vec<Fault>,
}

/// What is wrong with a cell of a row.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fault {
    /// The column.
    pub column: usize,
    /// What is wrong, and what to do.
    pub says: Text,
}

impl RowAnswer {
    /// One of which nothing is known but how it stands.
    #[must_use]
    pub fn new(standing: Standing) -> Self {
        Self {
            standing,
            year: None,
            why: None,
            base: None,
            rung: None,
            gives: Amount::default(),
            next: None,
            missing: Vec::new(),
            closes: false,
            faults: Vec::new(),
        }
    }

    /// The rate of its tier, where it has one.
    #[must_use]
    pub fn rate(&self, tiers: &Tiers) -> Option<Rate> {
        match tiers.tiers.get(self.rung?)?.gives {
            Gives::Rate(rate) => Some(rate),
            Gives::Fixed(_) => None,
        }
    }

    /// What it gives, on which year and why, what it lacks and what is wrong, as sentences of one line.
    #[must_use]
    pub fn says(&self, rule: &RowRule, lang: Lang) -> Vec<String> {
        let columns = if let Form::Table(columns) = rule.question.form { columns } else { &[] };
        let said = |money: Money| Figure::Money(money).said(lang);
        let say = |zh: String, en: String| if lang == Lang::Zh { zh } else { en };
        let state = self.standing.word().get(lang);
        let gives = self.gives;
        let mut says = vec![match self.standing {
            Standing::Decided => say(
                format!("{state}，不超过{}", said(gives.ceiling)),
                format!("{state}, up to {}", said(gives.ceiling)),
            ),
            Standing::Doubtful => format!("{state} +{}", said(gives.possible)),
            Standing::Rewarded => format!("{state} {}", said(gives.certain)),
            _ => state.to_owned(),
        }];
        if let (Some(year), Some(base)) = (self.year, self.base) {
            let rate = self.rate(rule.tiers).map(|rate| format!(" × {rate}")).unwrap_or_default();
            let why = self.why.map(|why| why.get(lang)).unwrap_or_default();
            says.push(say(
                format!("{year}年 {}{rate}（{why}）", said(base)),
                format!("{year}: {}{rate} ({why})", said(base)),
            ));
        } else if let (Standing::Below, Some(base)) = (self.standing, self.base) {
            says.push(say(format!("最高一年{}", said(base)), format!("best year {}", said(base))));
        }
        if let Some(next) = self.next {
            says.push(say(
                format!("再多{}到下一档，给{}", said(next.short), said(next.gives)),
                format!("{} more reach the next tier, which gives {}", said(next.short), said(next.gives)),
            ));
        }
        if self.closes {
            says.push(say("今年是最后一个可选年度".to_owned(), "this is the last year to choose".to_owned()));
        }
        if !self.missing.is_empty() {
            let heads = self.missing.iter().filter_map(|column| columns.get(*column));
            let heads: Vec<&str> = heads.map(|column| column.head.get(lang)).collect();
            says.push(say(format!("还缺：{}", heads.join("、")), format!("missing: {}", heads.join(", "))));
        }
        let faults = self.faults.iter().filter_map(|fault| Some((columns.get(fault.column)?, fault.says.get(lang))));
        says.extend(faults.map(|(column, fault)| {
            let head = column.head.get(lang);
            say(format!("{head}：{fault}"), format!("{head}: {fault}"))
        }));
        says
    }

    /// Whether it lacks at most a tenth to its next tier.
    #[must_use]
    pub fn is_near(&self) -> bool {
        let counts = matches!(self.standing, Standing::Rewarded | Standing::Doubtful | Standing::Below);
        counts && self.next.is_some_and(|next| next.short.ratio(10, 1) <= next.from)
    }
}

/// What the rows of a table come to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RowCounts {
    /// How many rows stand how, in the order of [`Standing::ALL`].
    pub standing: [usize; 7],
    /// How many stand on each rung, the lowest first.
    pub rungs: Vec<usize>,
    /// How many have something wrong.
    pub faulty: usize,
    /// How many lack a fact.
    pub incomplete: usize,
    /// What all of them give.
    pub gives: Amount,
}

impl RowCounts {
    /// Counts rows.
    #[must_use]
    pub fn of(rows: &[RowAnswer], tiers: &Tiers) -> Self {
        let mut counts = Self { rungs: vec![0; tiers.tiers.len()], ..Self::default() };
        for row in rows {
            counts.standing[row.standing as usize] += 1;
            if let Some(rung) = row.rung.and_then(|rung| counts.rungs.get_mut(rung)) {
                *rung += 1;
            }
            counts.faulty += usize::from(!row.faults.is_empty());
            counts.incomplete += usize::from(!row.missing.is_empty());
            counts.gives += row.gives;
        }
        counts
    }

    /// How many rows stand so.
    #[must_use]
    pub const fn of_standing(&self, standing: Standing) -> usize {
        self.standing[standing as usize]
    }
}
