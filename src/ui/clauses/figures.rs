//! Money as the page writes it: 万元 with two decimals in Chinese where that is exact, else yuan in full.

use miyun::answers::question::Spec;
use miyun::money::Money;
use miyun::rule::{Bound, Figure};
use miyun::text::Lang;

/// The unit of the figures of one column or panel, the same for all of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scale {
    /// 万元, exact to two decimals.
    Wan,
    /// 元.
    Yuan(Lang),
}

impl Scale {
    /// The scale in which all these amounts are exact.
    pub fn of(amounts: impl IntoIterator<Item = Money>, lang: Lang) -> Self {
        if lang == Lang::Zh && amounts.into_iter().all(|amount| amount.in_wan().is_some()) {
            Self::Wan
        } else {
            Self::Yuan(lang)
        }
    }

    /// The figure without its unit.
    pub fn figure(self, amount: Money) -> String {
        match self {
            Self::Wan => amount.in_wan().unwrap_or_else(|| amount.grouped()),
            Self::Yuan(Lang::Zh) => amount.grouped(),
            Self::Yuan(Lang::En) => trimmed(&amount.grouped()),
        }
    }

    /// The unit.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Wan => "万元",
            Self::Yuan(Lang::Zh) => "元",
            Self::Yuan(Lang::En) => "yuan",
        }
    }

    /// `5.92 – 198.80`; a floor of nothing is said too. The dash stays with the first figure.
    pub fn range(self, floor: Money, ceiling: Money) -> String {
        format!("{}\u{a0}– {}", self.figure(floor), self.figure(ceiling))
    }

    /// One amount with its unit.
    pub fn said(self, amount: Money, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{}{}", self.figure(amount), self.unit()),
            Lang::En => format!("{} {}", self.figure(amount), self.unit()),
        }
    }

    /// What may come on top: `+190.40`.
    pub fn plus(self, amount: Money) -> String {
        format!("+{}", self.figure(amount))
    }

    /// `+8.80`, `−8.80`; nothing where nothing changed.
    pub fn change(self, from: Money, to: Money) -> Option<String> {
        match from.cmp(&to) {
            std::cmp::Ordering::Less => Some(format!("+{}", self.figure(to.less(from)))),
            std::cmp::Ordering::Greater => Some(format!("−{}", self.figure(from.less(to)))),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// One amount with its unit: `3,820.30万元`, `38,203,000 yuan`.
pub fn amount(amount: Money, lang: Lang) -> String {
    Scale::of([amount], lang).said(amount, lang)
}

/// As a length in a picture, in fen; nothing below zero.
pub fn fen(amount: Money) -> u128 {
    u128::try_from(amount.fen()).unwrap_or(0)
}

/// Without the fen where there are none: `1,628,000`.
pub fn trimmed(figure: &str) -> String {
    figure.strip_suffix(".00").unwrap_or(figure).to_owned()
}

/// One amount in running text: `12亿元`, `2,000万元`, `14.80万元`.
pub fn brief(money: Money, lang: Lang) -> String {
    match lang {
        Lang::Zh if money.is_zero() || money.fen() % 1_000_000 == 0 || money.in_wan().is_none() => money.named(lang),
        _ => amount(money, lang),
    }
}

/// A bound in the fewest characters: `5亿`, `1,000万`; `500m`, `1bn`.
pub fn short(money: Money, lang: Lang) -> String {
    match lang {
        Lang::Zh => money.named(lang).trim_end_matches('元').to_owned(),
        Lang::En => {
            let yuan = money.fen() / 100;
            let short = |unit: i128, name: &str| {
                let (whole, tenths) = (yuan / unit, yuan % unit * 10 / unit);
                if tenths == 0 { format!("{whole}{name}") } else { format!("{whole}.{tenths}{name}") }
            };
            match yuan {
                1_000_000_000.. if yuan % 100_000_000 == 0 => short(1_000_000_000, "bn"),
                1_000_000.. if yuan % 100_000 == 0 => short(1_000_000, "m"),
                1_000.. if yuan % 1_000 == 0 => short(1_000, "k"),
                _ => trimmed(&money.grouped()),
            }
        }
    }
}

/// A figure in running text, with its unit.
pub fn figure(figure: Figure, lang: Lang) -> String {
    figure.said(lang)
}

/// What a condition was checked by: `296.00万元 ≥ 50万元` where that is true, else what is lacking; yes or no by itself.
pub fn check(question: Option<&Spec>, found: Option<Figure>, bound: Bound, lang: Lang) -> String {
    match (found, bound) {
        (Some(found @ Figure::YesNo(_)), _) => figure(found, lang),
        (Some(found), bound) if !bound.admits(found) => {
            bound.shortfall(found, question, |shown| figure(shown, lang), lang)
        }
        (None, Bound::Is(Figure::YesNo(_))) => String::new(),
        (Some(found), bound) => format!("{} {} {}", figure(found, lang), bound.sign(), figure(bound.figure(), lang)),
        (None, bound) => format!("? {} {}", bound.sign(), figure(bound.figure(), lang)),
    }
}
