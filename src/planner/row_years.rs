//! The years that the rows of a table choose from, each for itself: read once, row by row, as the clause does.

use crate::answers::facts::Facts;
use crate::date::Year;
use crate::money::Money;
use crate::rule::{Amount, ByYear, Place, RowRule};
use crate::text::Lang;

/// How many rows are named at most: those that lose most by another year.
const MOST_NAMED: usize = 10;

/// What the rows of a table choose from.
#[derive(Clone, Debug)]
pub struct RowYears {
    /// The clause that answers them.
    pub rule: &'static RowRule,
    /// How many rows have more than one year that gives a sure amount.
    pub open: usize,
    /// What is lost in all where every row has the year that gives least.
    pub less: Money,
    /// Those that lose most by their second year, most first; not all of a long table.
    pub named: Vec<RowChoice>,
    /// The row that loses least by another year, with its best year and that one; none where no row loses anything.
    pub(super) closest: Option<RowChoice>,
    /// What all rows give for certain in their best years.
    pub(super) certain: Money,
    /// What falls out of the years that are best, and into those that give least.
    pub(super) moved: [ByYear; 2],
}

/// A row with its years.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowChoice {
    /// The row, from 0.
    pub row: usize,
    /// Its years with what each gives for certain: most first, of equals the earlier.
    pub years: Vec<(Year, Money)>,
}

impl RowChoice {
    /// What is lost by the second year.
    #[must_use]
    pub fn less(&self) -> Money {
        match self.years[..] {
            [(_, best), (_, second), ..] => best.less(second),
            _ => Money::ZERO,
        }
    }
}

impl RowYears {
    /// What a row is called: by its name, else by its number.
    #[must_use]
    pub fn name(&self, row: usize, facts: &Facts, lang: Lang) -> String {
        Place::Row(row).named(self.rule.question, facts, lang)
    }

    /// Reads every row once.
    pub(super) fn of(rule: &'static RowRule, facts: &Facts) -> Self {
        let mut found = Self {
            rule,
            open: 0,
            less: Money::ZERO,
            named: Vec::new(),
            closest: None,
            certain: Money::ZERO,
            moved: [ByYear::default(), ByYear::default()],
        };
        let mut current = RowChoice { row: 0, years: Vec::new() };
        (rule.years)(facts, &mut |row, year, gives| {
            if row != current.row {
                found.take(&current);
                current.row = row;
                current.years.clear();
            }
            if !gives.certain.is_zero() {
                // They are told by rising year: of equals the earlier comes first.
                let place = current.years.iter().take_while(|(_, other)| *other >= gives.certain).count();
                current.years.insert(place, (year, gives.certain));
            }
        });
        found.take(&current);
        found
    }

    fn take(&mut self, row: &RowChoice) {
        let [(year, best), .., (last, least)] = row.years[..] else {
            self.certain += row.years.first().map_or(Money::ZERO, |(_, gives)| *gives);
            return;
        };
        self.certain += best;
        self.open += 1;
        self.less += best.less(least);
        *self.moved[0].of_mut(year) += Amount::certain(best);
        *self.moved[1].of_mut(last) += Amount::certain(least);
        if let Some((lower, gives)) = row.years.iter().find(|(_, gives)| *gives < best)
            && self.closest.as_ref().is_none_or(|closest| best.less(*gives) < closest.less())
        {
            self.closest = Some(RowChoice { row: row.row, years: vec![(year, best), (*lower, *gives)] });
        }
        let less = row.less();
        let place = self.named.iter().take_while(|other| other.less() >= less).count();
        if place < MOST_NAMED {
            self.named.insert(place, row.clone());
            self.named.truncate(MOST_NAMED);
        }
    }
}
