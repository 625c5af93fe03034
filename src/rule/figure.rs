//! A figure with its unit, and what a condition wants of it.

use crate::date::{Date, Year};
use crate::money::{Area, Money, Part, Rate, grouped_count};
use crate::text::Lang;

/// A figure with its unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Figure {
    /// Yuan.
    Money(Money),
    /// Square metres.
    Area(Area),
    /// A rate or share.
    Rate(Rate),
    /// A part of a whole that is shown as a fraction, such as 1000/1500 of an area or 30/50 members.
    Part(Part),
    /// A whole number of months, people, projects, members or places.
    Count(u32),
    /// A fiscal year.
    Year(Year),
    /// A day.
    Date(Date),
    /// Yes or no.
    YesNo(bool),
}

impl Figure {
    /// The figure as words: `2,960,000.00`, `55%`, `1,000 ÷ 1,500`, `2022年3月18日`.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Money(money) => money.grouped(),
            Self::Area(area) => area.to_string(),
            Self::Rate(rate) => rate.to_string(),
            Self::Part(Part { numerator, denominator }) => {
                format!("{} ÷ {}", grouped_count(numerator), grouped_count(denominator))
            }
            Self::Count(count) => grouped_count(count),
            Self::Year(year) => year.to_string(),
            Self::Date(date) => match lang {
                Lang::Zh => date.zh(),
                Lang::En => date.en(),
            },
            Self::YesNo(yes) => match (yes, lang) {
                (true, Lang::Zh) => "是",
                (false, Lang::Zh) => "否",
                (true, Lang::En) => "yes",
                (false, Lang::En) => "no",
            }
            .to_owned(),
        }
    }

    /// The unit, where one has to stand beside the figure.
    #[must_use]
    pub const fn unit(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Money(_), Lang::Zh) => "元",
            (Self::Money(_), Lang::En) => " yuan",
            (Self::Area(_), Lang::Zh) => "平方米",
            (Self::Area(_), Lang::En) => " m²",
            _ => "",
        }
    }

    /// The figure as words, with its unit: `2,960,000.00元`.
    #[must_use]
    pub fn with_unit(self, lang: Lang) -> String {
        format!("{}{}", self.words(lang), self.unit(lang))
    }

    /// As a factor of an amount. Days and answers are no factors and count one.
    #[must_use]
    pub fn factor(self) -> Part {
        match self {
            Self::Money(money) => money.into(),
            Self::Area(area) => area.into(),
            Self::Rate(rate) => rate.into(),
            Self::Part(part) => part,
            Self::Count(count) => Part { numerator: i64::from(count), denominator: 1 },
            Self::Year(_) | Self::Date(_) | Self::YesNo(_) => Part { numerator: 1, denominator: 1 },
        }
    }
}

impl From<Money> for Figure {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<Area> for Figure {
    fn from(area: Area) -> Self {
        Self::Area(area)
    }
}

impl From<u32> for Figure {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

impl From<Date> for Figure {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

/// What a condition wants of a figure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Bound {
    /// The number itself is enough, and the text says so with （含） or in words.
    AtLeast(Figure),
    /// A bare 以上: the number is taken as enough, and an exact hit is flagged.
    FromBare(Figure),
    /// More than the number.
    Above(Figure),
    /// Not more than the number.
    AtMost(Figure),
    /// Less than the number.
    Below(Figure),
    /// This very answer.
    Is(Figure),
}

impl Bound {
    /// Yes.
    pub const YES: Self = Self::Is(Figure::YesNo(true));
    /// An amount above zero.
    pub const POSITIVE: Self = Self::Above(Figure::Money(Money::ZERO));

    /// The number that the condition is about.
    #[must_use]
    pub const fn figure(self) -> Figure {
        match self {
            Self::AtLeast(figure)
            | Self::FromBare(figure)
            | Self::Above(figure)
            | Self::AtMost(figure)
            | Self::Below(figure)
            | Self::Is(figure) => figure,
        }
    }

    /// `≥`, `>`, `≤`, `<` or `=`.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast(_) | Self::FromBare(_) => "≥",
            Self::Above(_) => ">",
            Self::AtMost(_) => "≤",
            Self::Below(_) => "<",
            Self::Is(_) => "=",
        }
    }

    /// Whether `figure` is exactly the number that the condition is about.
    #[must_use]
    pub fn hit_by(self, figure: Figure) -> bool {
        compare(figure, self.figure()).is_some_and(std::cmp::Ordering::is_eq)
    }

    /// Whether `figure` satisfies the bound. Figures of different units never do.
    #[must_use]
    pub fn admits(self, figure: Figure) -> bool {
        let Some(order) = compare(figure, self.figure()) else { return false };
        match self {
            Self::AtLeast(_) | Self::FromBare(_) => order.is_ge(),
            Self::Above(_) => order.is_gt(),
            Self::AtMost(_) => order.is_le(),
            Self::Below(_) => order.is_lt(),
            Self::Is(_) => order.is_eq(),
        }
    }
}

/// The order of two figures of one unit.
fn compare(left: Figure, right: Figure) -> Option<std::cmp::Ordering> {
    Some(match (left, right) {
        (Figure::Money(left), Figure::Money(right)) => left.cmp(&right),
        (Figure::Area(left), Figure::Area(right)) => left.cmp(&right),
        (Figure::Count(left), Figure::Count(right)) => left.cmp(&right),
        (Figure::Year(left), Figure::Year(right)) => left.cmp(&right),
        (Figure::Date(left), Figure::Date(right)) => left.cmp(&right),
        (Figure::YesNo(left), Figure::YesNo(right)) => left.cmp(&right),
        (Figure::Rate(_) | Figure::Part(_), Figure::Rate(_) | Figure::Part(_)) => {
            let (left, right) = left.factor().over(right.factor());
            left.cmp(&right)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::money::{Area, Rate};
    use crate::rule::figure::{Bound, Figure};

    /// The largest areas with the finest parts, and a rate of eight decimals: their products leave 64 bits.
    #[test]
    fn parts_and_rates_of_many_digits_are_compared_exactly() {
        let area = |square_metres: &str| Area::from_decimal(square_metres.parse().unwrap());
        let rate = |share: &str| Figure::Rate(Rate::from_decimal(share.parse().unwrap()));
        let part = Figure::Part(area("50000000.000001").over(area("100000000")));
        for (bound, admits) in [
            (Bound::Above(rate("0.5")), true),
            (Bound::AtLeast(rate("0.50000001")), false),
            (Bound::Is(part), true),
            (Bound::Below(Figure::Part(area("50000000.000002").over(area("100000000")))), true),
        ] {
            assert_eq!(bound.admits(part), admits, "{bound:?}");
        }
    }
}
