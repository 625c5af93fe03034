//! Money as the page writes it: 万元 with two decimals in Chinese where that is exact, else yuan in full.

use miyun::money::Money;
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

    /// `5.92 – 198.80`; a floor of nothing is said too.
    pub fn range(self, floor: Money, ceiling: Money) -> String {
        format!("{} – {}", self.figure(floor), self.figure(ceiling))
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
    let scale = Scale::of([amount], lang);
    match lang {
        Lang::Zh => format!("{}{}", scale.figure(amount), scale.unit()),
        Lang::En => format!("{} {}", scale.figure(amount), scale.unit()),
    }
}

/// Without the fen where there are none: `1,628,000`.
pub fn trimmed(figure: &str) -> String {
    figure.strip_suffix(".00").unwrap_or(figure).to_owned()
}
