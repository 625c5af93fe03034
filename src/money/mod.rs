//! Money in exact yuan.
//!
//! A figure that is filed has at most two decimals, so [`Money`] is a whole number of fen. What can leave the fen
//! (a rate, an area) multiplies as an exact fraction and comes back rounded half-up, once (decision 5).

#[cfg(test)]
mod tests;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

use rust_decimal::Decimal;

use crate::text::Lang;

/// An amount in yuan, exact to the fen.
///
/// Sixty-four bits hold it: comparing and adding are one instruction, also in wasm. Arithmetic never panics: at the ends
/// of the range (92 times [`Money::LIMIT`], the largest figure that a question takes) it stays there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Money(i64);

/// 万: ten thousand yuan, the unit of the law's smaller figures.
#[must_use]
pub const fn wan(count: u32) -> Money {
    Money(count as i64 * 1_000_000)
}

/// 亿: a hundred million yuan, the unit of the law's larger figures.
#[must_use]
pub const fn yi(count: u32) -> Money {
    Money(count as i64 * 10_000_000_000)
}

/// Whole yuan.
#[must_use]
pub const fn yuan(count: u64) -> Money {
    Money::from_fen(count as i128 * 100)
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest figure that a question takes: 10^15 yuan.
    pub const LIMIT: Self = Self(100_000_000_000_000_000);

    /// So many fen.
    #[must_use]
    pub const fn from_fen(fen: i128) -> Self {
        if fen > i64::MAX as i128 {
            Self(i64::MAX)
        } else if fen < i64::MIN as i128 {
            Self(i64::MIN)
        } else {
            Self(fen as i64)
        }
    }

    /// The amount in fen.
    #[must_use]
    pub const fn fen(self) -> i128 {
        self.0 as i128
    }

    /// A decimal number of yuan; `None` if it is not a whole number of fen.
    #[must_use]
    pub fn from_decimal(yuan: Decimal) -> Option<Self> {
        let yuan = yuan.normalize();
        let fen = match yuan.scale() {
            0 => yuan.mantissa().saturating_mul(100),
            1 => yuan.mantissa().saturating_mul(10),
            2 => yuan.mantissa(),
            _ => return None,
        };
        Some(Self::from_fen(fen))
    }

    /// The amount as a decimal number of yuan.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// `self × numerator / denominator`, rounded half-up to the fen. A denominator of zero gives zero.
    #[must_use]
    pub fn ratio(self, numerator: i128, denominator: i128) -> Self {
        if let Some((product, denominator)) = self.small_product(numerator, denominator) {
            return Self(floor(2 * product + denominator, 2 * denominator));
        }
        let Some(divisor) = denominator.checked_mul(2).filter(|divisor| *divisor > 0) else {
            return Self::ZERO;
        };
        let raised = self.fen().saturating_mul(numerator).saturating_mul(2).saturating_add(denominator);
        Self::from_fen(raised.div_euclid(divisor))
    }

    /// `self × numerator / denominator`, rounded down to the fen, as ceilings are. A denominator of zero gives zero.
    #[must_use]
    pub fn ratio_down(self, numerator: i128, denominator: i128) -> Self {
        if let Some((product, denominator)) = self.small_product(numerator, denominator) {
            return Self(floor(product, denominator));
        }
        if denominator <= 0 {
            return Self::ZERO;
        }
        Self::from_fen(self.fen().saturating_mul(numerator).div_euclid(denominator))
    }

    /// `self × numerator` and the denominator where both are far within 64 bits, as nearly all of an application are:
    /// there division is one instruction, and nothing has to be asked about overflow, which wasm answers by 128 bits.
    #[inline(always)]
    const fn small_product(self, numerator: i128, denominator: i128) -> Option<(i64, i64)> {
        const SUM: u64 = 1 << 42;
        const NUMERATOR: i128 = 1 << 18;
        const DENOMINATOR: i128 = 1 << 40;
        let small = self.0.unsigned_abs() < SUM
            && 0 <= numerator
            && numerator < NUMERATOR
            && 0 < denominator
            && denominator < DENOMINATOR;
        if small { Some((self.0 * numerator as i64, denominator as i64)) } else { None }
    }

    /// `self × factor`, rounded half-up to the fen.
    // Called for every enterprise of a list: compiled for size, it would hand 128 bits through memory.
    #[inline(always)]
    #[must_use]
    pub fn times(self, factor: impl Into<Part>) -> Self {
        let Part { numerator, denominator } = factor.into();
        self.ratio(numerator.into(), denominator.into())
    }

    /// `self − other`, but not below zero.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        let difference = self.0.saturating_sub(other.0);
        Self(if difference < 0 { 0 } else { difference })
    }

    /// A negative contribution counts as zero (decision 4).
    #[must_use]
    pub const fn or_zero(self) -> Self {
        Self(if self.0 < 0 { 0 } else { self.0 })
    }

    /// Whether there is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// `1,628,000.00`.
    #[must_use]
    pub fn grouped(self) -> String {
        let plain = self.to_string();
        let (whole, fen) = plain.split_at(plain.len() - 3);
        group(whole) + fen
    }

    /// `162.80` where the amount is a whole number of hundreds of yuan, so that two decimals of 万元 say it exactly.
    #[must_use]
    pub fn in_wan(self) -> Option<String> {
        (self.0 % 10_000 == 0).then(|| Self(self.0 / 10_000).grouped())
    }

    /// The amount as running text says it: `12亿元`, `2,000万元`, `1,628.50元`; `1,200,000,000 yuan`.
    #[must_use]
    pub fn named(self, lang: Lang) -> String {
        let whole = |fen: i64, unit: &str| format!("{}{unit}", grouped_count(self.0 / fen));
        match lang {
            Lang::En if self.0 % 100 == 0 => whole(100, " yuan"),
            Lang::En => format!("{} yuan", self.grouped()),
            Lang::Zh if self.0 != 0 && self.0 % 10_000_000_000 == 0 => whole(10_000_000_000, "亿元"),
            Lang::Zh if self.0 != 0 && self.0 % 1_000_000 == 0 => whole(1_000_000, "万元"),
            Lang::Zh if self.0 % 100 == 0 => whole(100, "元"),
            Lang::Zh => format!("{}元", self.grouped()),
        }
    }

    /// One amount in running text: `12亿元`, `2,000万元`, `14.80万元`; below ten thousand yuan in yuan: `1,500元`.
    #[must_use]
    pub fn said(self, lang: Lang) -> String {
        match (lang, self.in_wan()) {
            (Lang::Zh, Some(figure)) if self.0 >= 1_000_000 && self.0 % 1_000_000 != 0 => format!("{figure}万元"),
            _ => self.named(lang),
        }
    }

    /// The amount in the figures of Chinese accounting (大写), as forms and cheques want it.
    #[must_use]
    pub fn capital(self) -> String {
        capital(self.fen())
    }
}

/// The quotient rounded down. Finding that nothing is negative is much quicker than dividing for the remainder too.
#[inline(always)]
const fn floor(dividend: i64, divisor: i64) -> i64 {
    if dividend >= 0 { dividend / divisor } else { dividend.div_euclid(divisor) }
}

/// Thousands separators for a run of digits with an optional minus sign.
fn group(whole: &str) -> String {
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::with_capacity(whole.len() + whole.len() / 3);
    grouped.push_str(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A count with thousands separators.
#[must_use]
pub fn grouped_count(count: impl fmt::Display) -> String {
    group(&count.to_string())
}

fn capital(fen: i128) -> String {
    const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
    const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
    const MYRIADS: [&str; 4] = ["", "万", "亿", "万亿"];
    let mut words = String::new();
    if fen < 0 {
        words.push('负');
    }
    let fen = fen.unsigned_abs();
    let (yuan, jiao, cents) =
        (fen / 100, usize::try_from(fen / 10 % 10).unwrap_or(0), usize::try_from(fen % 10).unwrap_or(0));
    if yuan > 0 {
        // Groups of four digits, highest first. A gap between two digits is said once, as 零.
        let digits: Vec<usize> = yuan.to_string().bytes().map(|byte| usize::from(byte - b'0')).collect();
        let mut gap = false;
        let mut group_said = false;
        for (index, digit) in digits.iter().enumerate() {
            let place = digits.len() - 1 - index;
            if *digit == 0 {
                gap = true;
            } else {
                if gap && !words.is_empty() && words != "负" {
                    words.push('零');
                }
                gap = false;
                group_said = true;
                words.push_str(DIGITS[*digit]);
                words.push_str(PLACES[place % 4]);
            }
            if place.is_multiple_of(4) {
                if group_said {
                    let rest_of_yi = digits[index + 1..].iter().take(4).any(|digit| *digit != 0);
                    words.push_str(match place / 4 {
                        // 万亿 followed by 亿 says 亿 once: 壹万贰仟亿.
                        3 if rest_of_yi => "万",
                        group => MYRIADS.get(group).copied().unwrap_or("万亿亿"),
                    });
                    // Zeros that end a group are not said: 贰仟贰佰叁拾万叁仟.
                    gap = false;
                }
                group_said = false;
            }
        }
        words.push('元');
    }
    match (jiao, cents) {
        (0, 0) => {
            if yuan == 0 {
                words.push_str("零元");
            }
            words.push('整');
        }
        (jiao, 0) => {
            words.push_str(DIGITS[jiao]);
            words.push_str("角整");
        }
        (0, cents) => {
            if yuan > 0 {
                words.push('零');
            }
            words.push_str(DIGITS[cents]);
            words.push('分');
        }
        (jiao, cents) => {
            words.push_str(DIGITS[jiao]);
            words.push('角');
            words.push_str(DIGITS[cents]);
            words.push('分');
        }
    }
    words
}

impl fmt::Display for Money {
    /// Plain yuan with two decimals: `1628000.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// An exact factor of an amount, small enough to be kept in every step of a working.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// Above the line.
    pub numerator: i64,
    /// Below the line; positive.
    pub denominator: i64,
}

impl Part {
    /// `self ÷ whole`, exact: what stands above the line, and below it.
    #[must_use]
    pub fn over(self, whole: Self) -> (i128, i128) {
        let times = |one: i64, other: i64| i128::from(one) * i128::from(other);
        (times(self.numerator, whole.denominator), times(self.denominator, whole.numerator))
    }
}

impl From<Money> for Part {
    /// In yuan.
    fn from(money: Money) -> Self {
        Self { numerator: money.0, denominator: 100 }
    }
}

impl From<Decimal> for Part {
    /// Exact to eighteen decimals: answers have eight at most.
    #[inline(always)]
    fn from(decimal: Decimal) -> Self {
        const SCALE: usize = 18;
        const POWERS: [i64; SCALE + 1] = {
            let mut powers = [1; SCALE + 1];
            let mut scale = 1;
            while scale < powers.len() {
                powers[scale] = powers[scale - 1] * 10;
                scale += 1;
            }
            powers
        };
        match POWERS.get(decimal.scale() as usize) {
            Some(denominator) => {
                Self { numerator: i64::try_from(decimal.mantissa()).unwrap_or(i64::MAX), denominator: *denominator }
            }
            None => decimal.round_dp(SCALE as u32).into(),
        }
    }
}

/// A rate of the law or a share told by the applicant, as a decimal fraction: 55% is 0.55.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Rate(Decimal);

/// So many per cent.
#[must_use]
pub const fn percent(count: u32) -> Rate {
    Rate(Decimal::from_parts(count, 0, 0, false, 2))
}

/// A rate in thousandths: `per_mille(5)` is 0.5%, 5‰.
#[must_use]
pub const fn per_mille(count: u32) -> Rate {
    Rate(Decimal::from_parts(count, 0, 0, false, 3))
}

impl Rate {
    /// From a decimal fraction: 0.55 is 55%.
    #[must_use]
    pub const fn from_decimal(fraction: Decimal) -> Self {
        Self(fraction)
    }

    /// The decimal fraction: 55% is 0.55.
    #[must_use]
    pub const fn to_decimal(self) -> Decimal {
        self.0
    }
}

impl From<Rate> for Part {
    #[inline(always)]
    fn from(rate: Rate) -> Self {
        rate.0.into()
    }
}

impl fmt::Display for Rate {
    /// `55%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredfold = self.0.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(self.0);
        write!(f, "{}%", hundredfold.normalize())
    }
}

/// A floor area in square metres.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Area(Decimal);

/// So many whole square metres.
#[must_use]
pub const fn square_metres(count: u32) -> Area {
    Area(Decimal::from_parts(count, 0, 0, false, 0))
}

impl Area {
    /// No floor at all.
    pub const ZERO: Self = square_metres(0);

    /// From a decimal number of square metres.
    #[must_use]
    pub const fn from_decimal(square_metres: Decimal) -> Self {
        Self(square_metres)
    }

    /// The decimal number of square metres.
    #[must_use]
    pub const fn to_decimal(self) -> Decimal {
        self.0
    }

    /// `self ÷ whole`, exact.
    #[must_use]
    pub fn over(self, whole: Self) -> Part {
        let (mut part, mut whole) = (self.0.normalize(), whole.0.normalize());
        let scale = part.scale().max(whole.scale());
        part.rescale(scale);
        whole.rescale(scale);
        // At most 10^8 m² with six decimals: far from the ends.
        Part { numerator: Part::from(part).numerator, denominator: Part::from(whole).numerator.max(1) }
    }
}

impl Add for Area {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.checked_add(other.0).unwrap_or(Decimal::MAX))
    }
}

impl From<Area> for Part {
    fn from(area: Area) -> Self {
        area.0.into()
    }
}

impl fmt::Display for Area {
    /// `1,200` or `1,200.5`, without the unit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.0.normalize().to_string();
        match plain.split_once('.') {
            Some((whole, part)) => write!(f, "{}.{part}", group(whole)),
            None => f.write_str(&group(&plain)),
        }
    }
}
