//! The unit in which a table shows and reads money. What is stored is always yuan.

use rust_decimal::Decimal;

use crate::money::{Money, grouped_count};
use crate::text::{Lang, Text, text};

/// The unit of a table's money.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Unit {
    /// 元.
    #[default]
    Yuan,
    /// 万元.
    Wan,
    /// 亿元.
    Yi,
}

impl Unit {
    /// All, the smallest first.
    pub const ALL: [Self; 3] = [Self::Yuan, Self::Wan, Self::Yi];

    /// Its key in the list one chooses from.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yuan => "yuan",
            Self::Wan => "wan",
            Self::Yi => "yi",
        }
    }

    /// The unit of this key.
    #[must_use]
    pub fn named(id: &str) -> Self {
        Self::ALL.into_iter().find(|unit| unit.id() == id).unwrap_or_default()
    }

    /// As a head says it.
    #[must_use]
    pub const fn words(self) -> Text {
        match self {
            Self::Yuan => text("元", "yuan"),
            Self::Wan => text("万元", "10,000 yuan"),
            Self::Yi => text("亿元", "100 million yuan"),
        }
    }

    /// The decimals of a fen in it.
    const fn decimals(self) -> u32 {
        match self {
            Self::Yuan => 2,
            Self::Wan => 6,
            Self::Yi => 10,
        }
    }

    /// What a bare figure is multiplied by to become yuan.
    #[must_use]
    pub fn factor(self) -> Decimal {
        match self {
            Self::Yuan => Decimal::ONE,
            Self::Wan => Decimal::from(10_000),
            Self::Yi => Decimal::from(100_000_000),
        }
    }

    /// The figure in this unit, to the fen: two decimals, or as many as it takes. Whole yuan have none.
    #[must_use]
    pub fn figure(self, money: Money) -> String {
        let figure = self.exact(money, 2);
        match (self, figure.strip_suffix(".00")) {
            (Self::Yuan, Some(whole)) => whole.to_owned(),
            _ => figure,
        }
    }

    /// The figure in this unit, to the fen, with at least so many decimals.
    fn exact(self, money: Money, least: usize) -> String {
        let decimals = self.decimals();
        let scale = 10_u128.pow(decimals);
        let fen = money.fen();
        let sign = if fen < 0 { "-" } else { "" };
        let (whole, part) = (fen.unsigned_abs() / scale, fen.unsigned_abs() % scale);
        let digits = format!("{part:0width$}", width = decimals as usize);
        let kept = digits.trim_end_matches('0').len().max(least);
        let part = digits.get(..kept).unwrap_or(&digits);
        let point = if part.is_empty() { "" } else { "." };
        format!("{sign}{}{point}{part}", grouped_count(whole))
    }
}

/// A large figure as people say it, so that a slip of the unit shows: `1.2亿元`, `1亿2345万6789元`,
/// `1.2 billion yuan`. Nothing for a small one, where the figure says it by itself.
#[must_use]
pub fn spoken(money: Money, lang: Lang) -> Option<String> {
    let fen = money.fen().unsigned_abs();
    let sign = if money.fen() < 0 { "-" } else { "" };
    match lang {
        Lang::Zh if fen < 1_000_000 => None,
        Lang::Zh => {
            for (unit, from) in [(Unit::Yi, 10_000_000_000), (Unit::Wan, 1_000_000)] {
                let figure = unit.exact(money, 0);
                if fen >= from && figure.split_once('.').is_none_or(|(_, part)| part.len() <= 2) {
                    return Some(format!("{figure}{}", unit.words().zh));
                }
            }
            // 1亿2345万6789.50元: read out part by part.
            let (yi, wan, rest) = (fen / 10_000_000_000, fen / 1_000_000 % 10_000, fen % 1_000_000);
            let yi = if yi > 0 { format!("{}亿", grouped_count(yi)) } else { String::new() };
            let wan = if wan > 0 { format!("{wan}万") } else { String::new() };
            let rest = match (rest / 100, rest % 100) {
                (0, 0) => String::new(),
                (yuan, 0) => yuan.to_string(),
                (yuan, cents) => format!("{yuan}.{cents:02}"),
            };
            Some(format!("{sign}{yi}{wan}{rest}元"))
        }
        Lang::En if fen < 100_000_000 => None,
        Lang::En => {
            let (name, scale) =
                if fen >= 100_000_000_000 { ("billion", 100_000_000_000_u128) } else { ("million", 100_000_000) };
            // Three decimals, rounded where they are not all; trillions are said in billions.
            let thousandths = (fen + scale / 2000) / (scale / 1000);
            let about = if thousandths * (scale / 1000) == fen { "" } else { "about " };
            let part = format!("{:03}", thousandths % 1000);
            let part = part.trim_end_matches('0');
            let point = if part.is_empty() { "" } else { "." };
            Some(format!("{about}{sign}{}{point}{part} {name} yuan", grouped_count(thousandths / 1000)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_fen_is_lost_in_any_unit() {
        for fen in [0, 1, -1, 100, 123_456, -123_456_789, 1_000_000, 10_000_000_000, 99_999_999_999_999_999] {
            let money = Money::from_fen(fen);
            for unit in Unit::ALL {
                let read = crate::answers::typed::figure(
                    &unit.figure(money),
                    unit.factor(),
                    crate::answers::typed::Quantity::Money,
                )
                .ok()
                .and_then(Money::from_decimal);
                assert_eq!(read, Some(money), "{} in {unit:?}", unit.figure(money));
            }
        }
        assert_eq!(Unit::Wan.figure(Money::from_fen(12_000_000)), "12.00");
        assert_eq!(Unit::Wan.figure(Money::from_fen(-1_234_567)), "-1.234567");
        assert_eq!(Unit::Yuan.figure(Money::from_fen(120_000)), "1,200");
    }

    #[test]
    fn large_figures_as_people_say_them() {
        for (fen, zh, en) in [
            (12_000_000_000, "1.2亿元", Some("120 million yuan")),
            (120_000_000_000, "12亿元", Some("1.2 billion yuan")),
            (1_000_000, "1万元", None),
            (1_628_500_000, "1,628.5万元", Some("16.285 million yuan")),
            (12_345_678_950, "1亿2345万6789.50元", Some("about 123.457 million yuan")),
        ] {
            assert_eq!(spoken(Money::from_fen(fen), Lang::Zh).as_deref(), Some(zh));
            assert_eq!(spoken(Money::from_fen(fen), Lang::En).as_deref(), en);
        }
    }
}
