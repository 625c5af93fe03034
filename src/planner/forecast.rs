//! What a plan takes for the years to come that have no figure. It is no answer, and never part of a draft.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::typed;
use crate::answers::yearly::Yearly;
use crate::date::Year;
use crate::money::{Money, Rate};
use crate::order::Order;
use crate::text::{Lang, Text, half_width, text};

/// How a year to come that has no figure is filled.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Forecast {
    /// It is not: it counts nothing.
    #[default]
    Open,
    /// By the last figure before it.
    Last,
    /// By the last figure before it, which changes every year by one of these rates: low, base and high, as decimal
    /// fractions. Below zero it falls.
    Growth([Rate; 3]),
    /// By figures of one's own: low, base and high. A year that is not named stays open.
    Own(BTreeMap<Year, [Money; 3]>),
}

/// What is taken for a year, in yuan: low ≤ base ≤ high.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Assumed {
    /// The fiscal year.
    pub year: Year,
    /// The lowest figure.
    pub low: Money,
    /// The one that sums are worked out with.
    pub base: Money,
    /// The highest.
    pub high: Money,
}

/// A change a year as people type it, in per cent.
///
/// # Errors
/// With what is wrong.
pub fn rate(typed: &str) -> Result<Rate, Text> {
    let typed: String = typed.trim().chars().map(half_width).collect();
    let figure = typed.trim_end_matches('%').trim();
    let rate = figure.parse::<Decimal>().ok().filter(|rate| rate.abs() <= Decimal::ONE_HUNDRED && rate.scale() <= 2);
    let rate = rate.and_then(|rate| rate.checked_div(Decimal::ONE_HUNDRED));
    rate.map(Rate::from_decimal).ok_or(text(
        "请填每年增减的百分数，-100到100之间，最多两位小数，例如5或-3。",
        "Type the change a year in per cent, from -100 to 100 and with two decimals at most, such as 5 or -3.",
    ))
}

/// A figure that is taken for a year, as people type it; a bare one counts `unit` yuan. `None` where nothing is typed.
///
/// # Errors
/// With what is wrong.
pub fn figure(given: &str, unit: Decimal) -> Result<Option<Money>, Text> {
    let form = Form::Money { signed: false };
    let wrong = |complaint: typed::Complaint| complaint.message();
    match form.parse(given, unit).map_err(wrong)? {
        Some(answer) => {
            form.check(&answer).map_err(wrong)?;
            Ok(if let Answer::Money(money) = answer { Some(money) } else { None })
        }
        None => Ok(None),
    }
}

/// Low, base and high of those of them that are given: what is missing takes the nearest. `None` where none is.
#[must_use]
pub fn ranged(given: [Option<Money>; 3]) -> Option<[Money; 3]> {
    let [low, base, high] = given;
    let base = base.or(low).or(high)?;
    Some([low.unwrap_or(base), base, high.unwrap_or(base)])
}

impl Forecast {
    /// Growth by three rates, in whatever order.
    #[must_use]
    pub fn growth(mut rates: [Rate; 3]) -> Self {
        rates.order();
        Self::Growth(rates)
    }

    /// As it is written on a command line: `last`; the change a year in per cent, one or three (`3` or `-5,0,5`); or
    /// figures by year, one or three each, in yuan unless they say otherwise (`2031=300万/420万/500万;2032=420万`).
    ///
    /// # Errors
    /// With what is wrong.
    pub fn read(written: &str) -> Result<Self, Text> {
        if written == "last" {
            return Ok(Self::Last);
        }
        if !written.contains('=') {
            let rates: Vec<Rate> = written.split(',').map(rate).collect::<Result<_, _>>()?;
            return three(&rates).map(Self::growth).ok_or(NOT_THREE);
        }
        let mut years = BTreeMap::new();
        for part in written.split(';') {
            let (year, figures) = part.split_once('=').ok_or(NOT_THREE)?;
            let year = typed::year(year).map_err(typed::Complaint::message)?;
            let of = |given| figure(given, Decimal::ONE)?.ok_or(NOT_THREE);
            let figures: Vec<Money> = figures.split('/').map(of).collect::<Result<_, _>>()?;
            years.insert(year, three(&figures).ok_or(NOT_THREE)?);
        }
        Ok(Self::Own(years))
    }

    /// What it takes for a year without a figure; `None` where nothing is taken, also where no figure stands before it.
    #[must_use]
    pub fn of(&self, year: Year, yearly: &Yearly, facts: &Facts) -> Option<Assumed> {
        let assumed = |mut figures: [Money; 3]| {
            figures.order();
            let [low, base, high] = figures;
            Assumed { year, low, base, high }
        };
        match self {
            Self::Open => None,
            Self::Own(years) => years.get(&year).copied().map(assumed),
            Self::Last => last_before(year, yearly, facts).map(|(_, last)| assumed([last; 3])),
            Self::Growth(rates) => {
                let (told, last) = last_before(year, yearly, facts)?;
                Some(assumed(rates.map(|rate| grown(last, rate, year - told))))
            }
        }
    }

    /// What is assumed, in one line; `None` where nothing is.
    #[must_use]
    pub fn says(&self, lang: Lang) -> Option<String> {
        let how = match (self, lang) {
            (Self::Open, _) => return None,
            (Self::Last, Lang::Zh) => "沿用最近一年的数".to_owned(),
            (Self::Last, Lang::En) => "take the last figure told".to_owned(),
            (Self::Growth([low, base, high]), _) => {
                let rates = if low == high { low.to_string() } else { format!("{low} / {base} / {high}") };
                match lang {
                    Lang::Zh => format!("按最近一年的数每年增减{rates}"),
                    Lang::En => format!("change from the last figure told by {rates} a year"),
                }
            }
            (Self::Own(_), Lang::Zh) => "取所填的低、中、高三个数".to_owned(),
            (Self::Own(_), Lang::En) => "take the low, base and high figures entered".to_owned(),
        };
        Some(match lang {
            Lang::Zh => format!("假设：没有数的以后年度，{how}；只用于比较，不写进草稿"),
            Lang::En => format!(
                "Assumed: later years without a figure {how}; for this comparison only, never written into the draft"
            ),
        })
    }
}

const NOT_THREE: Text = text(
    "请写last、每年增减的百分数（3或-5,0,5），或“年度=低/中/高”（2031=300万/420万/500万），多个年度用分号隔开。",
    "Write last, the change a year in per cent (3 or -5,0,5), or year=low/base/high (2031=3000000/4200000/5000000), years \
     set apart by semicolons.",
);

/// Three of three, or one for all of them.
fn three<T: Copy>(given: &[T]) -> Option<[T; 3]> {
    match given {
        [one] => Some([*one; 3]),
        [low, base, high] => Some([*low, *base, *high]),
        _ => None,
    }
}

/// The last year before one that has a figure, and the figure.
fn last_before(year: Year, yearly: &Yearly, facts: &Facts) -> Option<(Year, Money)> {
    let before = yearly.years(facts).filter(|told| *told < year);
    before.filter_map(|told| Some((told, yearly.of(facts, told)?))).max_by_key(|(told, _)| *told)
}

/// A figure after so many years, each rounded to the fen, as far as a question takes money.
fn grown(from: Money, rate: Rate, years: Year) -> Money {
    let factor = Rate::from_decimal(Decimal::ONE + rate.to_decimal());
    (0..years).fold(from, |figure, _| figure.times(factor).min(Money::LIMIT))
}
