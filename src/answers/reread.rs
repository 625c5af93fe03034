//! A table whose money was typed in another unit than it was read in: all of it, or all of some rows beside the others, is
//! too small or too large to be meant, and is read anew in one step.

use crate::answers::answer::{Answer, Table};
use crate::answers::form::Column;
use crate::money::Money;
use crate::text::Lang;

/// How a table's money is off: by ten thousand, the step from 元 to 万元.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Off {
    way: Way,
    /// The figures that are off are below, or above, this.
    bound: Money,
    /// How many they are where others are plausible; `None` where all of the table is off.
    some: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    /// 万元 was meant and 元 read.
    TooSmall,
    /// 元 was meant and 万元 read.
    TooLarge,
}

/// 元 in a 万元.
const STEP: i128 = 10_000;
/// Figures of a table that were meant in one unit are within so many times of one another.
const NEAR: i128 = 10;

impl Off {
    /// How a table's money is off, if it is: none of its figures is plausible, or those that are not come near the others
    /// when they are read in the other unit. Nothing, and less than nothing, say nothing.
    #[must_use]
    pub fn of(table: &Table, columns: &[Column], plausible: [Money; 2]) -> Option<Self> {
        let [mut small, mut others, mut large] = [Range::default(); 3];
        for column in money(columns) {
            for figure in (0..table.len()).filter_map(|row| table.money_at(row, column)) {
                match figure {
                    figure if figure <= Money::ZERO => {}
                    figure if figure < plausible[0] => small.add(figure),
                    figure if figure > plausible[1] => large.add(figure),
                    figure => others.add(figure),
                }
            }
        }
        let off = |way, bound, of: Range, beside: Range| {
            let some = (beside.count > 0).then_some(of.count);
            (of.count > 0 && (some.is_none() || of.read_anew(way).is_near(beside))).then_some(Self { way, bound, some })
        };
        match (small.count, large.count) {
            (_, 0) => off(Way::TooSmall, plausible[0], small, others),
            (0, _) => off(Way::TooLarge, plausible[1], large, others),
            // Small beside large: which of them was meant is not to be told.
            _ => None,
        }
    }

    /// Reads the money that is off anew. What would be more than can be taken stays as it is.
    pub fn mend(self, table: &mut Table, columns: &[Column]) {
        let is_off = |figure: Money| match self.way {
            _ if self.some.is_none() => true,
            Way::TooSmall => figure > Money::ZERO && figure < self.bound,
            Way::TooLarge => figure > self.bound,
        };
        for column in money(columns) {
            for row in 0..table.len() {
                let Some(figure) = table.money_at(row, column).filter(|figure| is_off(*figure)) else { continue };
                let _ = table.set(columns, row, column, Some(Answer::Money(self.way.read_anew(figure))));
            }
        }
    }

    /// Asks whether another unit was meant.
    #[must_use]
    pub fn asks(self, lang: Lang) -> String {
        let bound = self.bound.named(lang);
        match (lang, self.way, self.some) {
            (Lang::Zh, Way::TooSmall, None) => format!("这些数都不到{bound}。是按万元填的吗？"),
            (Lang::Zh, Way::TooSmall, Some(some)) => {
                format!("有{some}个数不到{bound}，与其他各数相差悬殊。是按万元填的吗？")
            }
            (Lang::Zh, Way::TooLarge, None) => format!("这些数都超过{bound}。是按元填的吗？"),
            (Lang::Zh, Way::TooLarge, Some(some)) => {
                format!("有{some}个数超过{bound}，与其他各数相差悬殊。是按元填的吗？")
            }
            (Lang::En, Way::TooSmall, None) => {
                format!("All of these are below {bound}. Were they meant in 万元 (10,000 yuan)?")
            }
            (Lang::En, Way::TooSmall, Some(some)) => {
                format!("Figures below {bound}, far from the others: {some}. Were they meant in 万元 (10,000 yuan)?")
            }
            (Lang::En, Way::TooLarge, None) => format!("All of these are above {bound}. Were they meant in yuan?"),
            (Lang::En, Way::TooLarge, Some(some)) => {
                format!("Figures above {bound}, far from the others: {some}. Were they meant in yuan?")
            }
        }
    }

    /// What is pressed to read them anew.
    #[must_use]
    pub const fn action(self, lang: Lang) -> &'static str {
        match (self.way, lang) {
            (Way::TooSmall, Lang::Zh) => "改按万元读",
            (Way::TooSmall, Lang::En) => "Read them in 万元",
            (Way::TooLarge, Lang::Zh) => "改按元读",
            (Way::TooLarge, Lang::En) => "Read them in yuan",
        }
    }
}

impl Way {
    fn read_anew(self, figure: Money) -> Money {
        match self {
            Self::TooSmall => figure.ratio(STEP, 1),
            Self::TooLarge => figure.ratio(1, STEP),
        }
    }
}

/// The least and the largest of some figures.
#[derive(Clone, Copy, Default)]
struct Range {
    least: Money,
    most: Money,
    count: usize,
}

impl Range {
    fn add(&mut self, figure: Money) {
        self.least = if self.count == 0 { figure } else { self.least.min(figure) };
        self.most = self.most.max(figure);
        self.count += 1;
    }

    fn read_anew(self, way: Way) -> Self {
        Self { least: way.read_anew(self.least), most: way.read_anew(self.most), ..self }
    }

    fn is_near(self, other: Self) -> bool {
        self.least.ratio(NEAR, 1) >= other.least && self.most <= other.most.ratio(NEAR, 1)
    }
}

/// The columns whose money is in the unit of the table.
fn money(columns: &[Column]) -> impl Iterator<Item = usize> + '_ {
    columns.iter().enumerate().filter(|(_, column)| column.is_in_unit()).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::Off;
    use crate::answers::answer::{Answer, Table};
    use crate::answers::form::{Column, Form};
    use crate::applicant::contribution::CONTRIBUTIONS;
    use crate::drafts::examples;
    use crate::money::{Money, wan, yi, yuan};
    use crate::text::Lang;

    fn table(figures: &[Money]) -> (Table, &'static [Column]) {
        let Form::Table(columns) = CONTRIBUTIONS.spec.form else { panic!("contributions are a table") };
        let mut table = Table::new(columns);
        for (row, figure) in figures.iter().enumerate() {
            table.insert(row);
            table.set(columns, row, 1, Some(Answer::Money(*figure))).unwrap();
        }
        (table, columns)
    }

    fn of(table: &Table, columns: &[Column]) -> Option<Off> {
        Off::of(table, columns, CONTRIBUTIONS.spec.plausible().unwrap())
    }

    #[test]
    fn figures_are_off_when_none_is_plausible_or_the_others_are_far() {
        let fen = Money::from_fen(1);
        for (figures, asks) in [
            (&[][..], None),
            (&[Money::ZERO], None),
            (&[yuan(1800)], Some("这些数都不到10万元。是按万元填的吗？")),
            (&[wan(10).less(fen), Money::ZERO], Some("这些数都不到10万元。是按万元填的吗？")),
            (&[wan(10)], None),
            // 18 million beside 20 million, in 万元.
            (&[yuan(1800), wan(2000)], Some("有1个数不到10万元，与其他各数相差悬殊。是按万元填的吗？")),
            (&[yuan(200), wan(2000)], Some("有1个数不到10万元，与其他各数相差悬殊。是按万元填的吗？")),
            // 1.99 million is more than tenfold away from it: perhaps a first year that was a few days long.
            (&[yuan(199), wan(2000)], None),
            (&[wan(5), wan(600), wan(720)], None),
            (&[yi(10)], None),
            (&[yi(10) + fen, yi(2000)], Some("这些数都超过10亿元。是按元填的吗？")),
            // 1 800 000 yuan typed as so many 万元, beside 170 in 万元.
            (&[wan(1_800_000), wan(170)], Some("有1个数超过10亿元，与其他各数相差悬殊。是按元填的吗？")),
            (&[yi(11), yi(9)], None),
            (&[yuan(1800), wan(1_800_000)], None),
        ] {
            let (table, columns) = table(figures);
            assert_eq!(of(&table, columns).map(|off| off.asks(Lang::Zh)).as_deref(), asks, "{figures:?}");
        }
    }

    #[test]
    fn all_of_it_is_read_anew_to_the_fen_and_back() {
        let figures = [yuan(1800), Money::from_fen(123_456), Money::ZERO];
        let (mut filled, columns) = table(&figures);
        let before = filled.clone();
        of(&filled, columns).unwrap().mend(&mut filled, columns);
        assert_eq!(filled.cell(0, 1), Some(Answer::Money(wan(1800))));
        assert_eq!(filled.cell(1, 1), Some(Answer::Money(Money::from_fen(1_234_560_000))));
        assert_eq!(of(&filled, columns), None);
        Off { way: super::Way::TooLarge, ..of(&before, columns).unwrap() }.mend(&mut filled, columns);
        assert_eq!(filled, before);
    }

    #[test]
    fn what_is_plausible_stays_beside_what_is_read_anew() {
        for (figures, anew) in [
            ([yuan(1800), wan(2000), yuan(900)], [wan(1800), wan(2000), wan(900)]),
            ([wan(1_800_000), wan(170), Money::ZERO], [yuan(1_800_000), wan(170), Money::ZERO]),
        ] {
            let (mut filled, columns) = table(&figures);
            of(&filled, columns).unwrap().mend(&mut filled, columns);
            assert_eq!(filled, table(&anew).0, "{figures:?}");
        }
    }

    #[test]
    fn no_example_is_asked() {
        for example in examples::ALL {
            let draft = example.draft().unwrap();
            for spec in draft.questions() {
                if let (Some(plausible), Form::Table(columns), Some(Answer::Table(table))) =
                    (spec.plausible(), spec.form, draft.facts.answer(spec))
                {
                    assert_eq!(Off::of(table, columns, plausible), None, "{}: {}", example.id, spec.id);
                }
            }
        }
    }
}
