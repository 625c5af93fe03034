//! Products of figures, worked out exactly.

use crate::money::Part;

/// A product on its way.
#[derive(Clone, Copy)]
pub(super) struct Fraction {
    /// Above the line.
    pub numerator: i128,
    /// Below the line; positive.
    pub denominator: i128,
}

impl From<Part> for Fraction {
    fn from(part: Part) -> Self {
        Self { numerator: part.numerator.into(), denominator: part.denominator.into() }
    }
}

/// The exact product of figures, in yuan.
pub(super) fn exact(factors: impl IntoIterator<Item = Part>) -> Fraction {
    /// Leaves room for the last steps of rounding.
    const ROOM: u128 = u128::MAX >> 11;
    let fits = |product: &i128| product.unsigned_abs() < ROOM;
    factors.into_iter().fold(Fraction { numerator: 1, denominator: 1 }, |product, factor| {
        let factor = Fraction::from(factor);
        let numerator = product.numerator.checked_mul(factor.numerator).filter(fits);
        let denominator = product.denominator.checked_mul(factor.denominator).filter(fits);
        match (numerator, denominator) {
            (Some(numerator), Some(denominator)) => Fraction { numerator, denominator },
            // Only figures near the ends of what answers take are worth looking for common factors.
            _ => reduced(lowest(product), lowest(factor)),
        }
    })
}

/// `left × right`, both in lowest terms, with the crosswise common factors taken out.
fn reduced(left: Fraction, right: Fraction) -> Fraction {
    let one = lowest(Fraction { numerator: left.numerator, denominator: right.denominator });
    let other = lowest(Fraction { numerator: right.numerator, denominator: left.denominator });
    Fraction {
        numerator: one.numerator.saturating_mul(other.numerator),
        denominator: one.denominator.saturating_mul(other.denominator),
    }
}

pub(super) fn lowest(fraction: Fraction) -> Fraction {
    let common = gcd(fraction.numerator, fraction.denominator).max(1);
    Fraction { numerator: fraction.numerator / common, denominator: fraction.denominator / common }
}

pub(super) fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        // Sixty-four bits divide in one instruction.
        (a, b) = match (u64::try_from(a), u64::try_from(b)) {
            (Ok(a), Ok(b)) => (u128::from(b), u128::from(a % b)),
            _ => (b, a % b),
        };
    }
    i128::try_from(a).unwrap_or(1)
}
