//! What is to be said first of a choice: the year that brings most where that is sure, else the figure that decides it.

use crate::date::Year;
use crate::planner::{Election, Turn, Way};
use crate::rule::Place;
use crate::text::{Lang, Text, text};

const NOT_SETTLED: Text = text(
    "；有的年度还没有数，哪一年最多还不能确定",
    "; some years have no figure yet, so which brings most is not settled",
);
const TOO_WIDE: Text = text(
    "；假设的范围太宽，不能整个比较，哪一年最多不能确定",
    "; what is assumed is too wide to be compared as a whole, so which brings most is not settled",
);

impl Election {
    /// What is to be said first, in whole sentences. No year is put forward while another may be the best: then the
    /// figure from which on it would be stands in its place.
    #[must_use]
    pub fn headline(&self, lang: Lang) -> String {
        let ranked = self.ranked();
        let [best, second, ..] = ranked.as_slice() else { return String::new() };
        let first = if self.settled { self.winner(best, second, lang) } else { self.so_far(best, lang) };
        let own = self.chosen.map(|chosen| self.own(best, chosen, lang));
        match lang {
            Lang::Zh => format!("{first}。{}", own.unwrap_or_default()),
            Lang::En => format!("{first}.{}", own.map(|own| format!(" {own}")).unwrap_or_default()),
        }
    }

    fn winner(&self, best: &Way, second: &Way, lang: Lang) -> String {
        let (year, next, total) = (named(best.year, lang), named(second.year, lang), best.sum(lang));
        let more = best.total.less(second.total);
        let says = match (more.is_zero(), lang) {
            (true, Lang::Zh) => format!("{year}和{next}一样多，都是{total}"),
            (true, Lang::En) => format!("{year} and {next} bring the same: {total}"),
            (false, Lang::Zh) => format!("选{year}最多，合计{total}；比其次的{next}多{}", more.said(lang)),
            (false, Lang::En) => {
                format!("{year} brings most: {total}, which is {} more than {next}, the next best", more.said(lang))
            }
        };
        // What is assumed is one figure a year, or a range that it holds over.
        let ranged = self.columns.iter().any(|column| column.assumed.is_some_and(|assumed| assumed.low < assumed.high));
        says + match (ranged, lang) {
            (false, _) => "",
            (true, Lang::Zh) => "；在假设的整个范围内都是这样",
            (true, Lang::En) => "; so it is over the whole of what is assumed",
        }
    }

    /// The best by what there is, and what would make it another.
    fn so_far(&self, best: &Way, lang: Lang) -> String {
        let assumed = self.columns.iter().any(|column| column.assumed.is_some());
        let (year, total) = (named(best.year, lang), best.sum(lang));
        let by = match (assumed, lang) {
            (false, Lang::Zh) => format!("只看已填的数，是{year}，合计{total}"),
            (false, Lang::En) => format!("By what is filled in: {year}, {total}"),
            (true, Lang::Zh) => format!("按假设的中间数，是{year}，合计{total}"),
            (true, Lang::En) => format!("By the middle of what is assumed: {year}, {total}"),
        };
        let turn = self.unsettling.and_then(|turn| Some((turn, named(turn.best?, lang))));
        by + &match (turn, &self.rivals[..], lang) {
            (Some((turn, other)), ..) => turning(turn, &other, lang),
            (None, [], _) if self.too_wide => TOO_WIDE.get(lang).to_owned(),
            (None, [], _) => NOT_SETTLED.get(lang).to_owned(),
            (None, rivals, Lang::Zh) => {
                let rivals: Vec<String> = rivals.iter().map(|rival| named(*rival, lang)).collect();
                format!("；在假设的范围内，最多的也可能是{}", rivals.join("、"))
            }
            (None, rivals, Lang::En) => {
                let rivals: Vec<String> = rivals.iter().map(|rival| named(*rival, lang)).collect();
                format!("; within what is assumed it may also be {}", rivals.join(", "))
            }
        }
    }

    /// The year that the draft names.
    fn own(&self, best: &Way, chosen: Year, lang: Lang) -> String {
        let year = named(chosen, lang);
        let way = self.ways.iter().find(|way| way.year == chosen);
        let less = way.map(|way| best.total.less(way.total)).filter(|_| self.settled);
        match (way, less, lang) {
            (None, _, Lang::Zh) => format!("草稿里填的{year}不符合条件。"),
            (None, _, Lang::En) => format!("The draft has {year}, which cannot be chosen."),
            (_, Some(less), Lang::Zh) if !less.is_zero() => format!("草稿里填的是{year}，少{}。", less.said(lang)),
            (_, Some(less), Lang::En) if !less.is_zero() => {
                format!("The draft has {year}: {} less.", less.said(lang))
            }
            (_, _, Lang::Zh) => format!("草稿里填的是{year}。"),
            (_, _, Lang::En) => format!("The draft has {year}."),
        }
    }
}

impl Way {
    /// What it comes to, with the range that it lies in.
    fn sum(&self, lang: Lang) -> String {
        let (total, (least, most)) = (self.total.said(lang), self.range);
        match lang {
            _ if least == most => total,
            Lang::Zh => format!("{total}（{}至{}）", least.said(lang), most.said(lang)),
            Lang::En => format!("{total} (from {} to {})", least.said(lang), most.said(lang)),
        }
    }
}

/// From which figure on another year is the best.
fn turning(turn: Turn, other: &str, lang: Lang) -> String {
    let (bound, turns) = turn.bound();
    let (year, bound) = (named(turn.year, lang), bound.said(lang));
    match lang {
        Lang::Zh => {
            let word = match (turn.up(), turns) {
                (true, true) => "达到",
                (true, false) => "超过",
                (false, true) => "降到",
                (false, false) => "不足",
            };
            format!("；{year}的贡献{word}{bound}，就是{other}")
        }
        Lang::En => {
            let word = match (turn.up(), turns) {
                (true, true) => "from",
                (true, false) => "above",
                (false, true) => "at or below",
                (false, false) => "below",
            };
            format!("; {word} {bound} in {year} it would be {other}")
        }
    }
}

/// A year in running text.
fn named(year: Year, lang: Lang) -> String {
    Place::Year(year).words(lang)
}
