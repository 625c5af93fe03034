//! What a reader decided about the heads of other people's tables, to be done again without asking.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::answers::form::Column;
use crate::date::Year;
use crate::tables::heads::squeezed;
use crate::tables::mapping::Mapping;
use crate::tables::naming::{Target, Unread};

/// The most heads that are remembered of one question.
const MOST: usize = 200;
/// What stands for a calendar year, before its digits.
const YEAR: &str = "year:";
/// What stands for columns that are of their line: its year, its figure of that year, its unit. No column of ours has a
/// colon in its name.
const LINE_YEAR: &str = "line:year";
const LINE_FIGURE: &str = "line:figure";
const UNIT: &str = "line:unit";

/// Where the columns of a question's tables go, by their heads.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Habits(BTreeMap<String, String>);

impl Habits {
    /// As [`Habits::to_text`] wrote it; what cannot be read is forgotten.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    /// As text, to be kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// Notes where every column of a mapping goes that was decided by hand.
    pub fn learn(&mut self, mapping: &Mapping, columns: &[Column]) {
        for column in mapping.columns.iter().filter(|column| column.chosen && !column.head.is_empty()) {
            self.0.insert(squeezed(&column.head), id(column.target, columns));
        }
        while self.0.len() > MOST {
            self.0.pop_first();
        }
    }

    /// Decides the columns that were decided before. Their heads must be the same; `unit` is what a bare figure counts.
    pub fn apply(&self, mapping: &mut Mapping, columns: &'static [Column], unit: Decimal) {
        for place in 0..mapping.columns.len() {
            let head = squeezed(&mapping.columns[place].head);
            let known = self.0.get(&head).filter(|_| !head.is_empty());
            if let Some(target) = known.and_then(|id| target(id, columns)) {
                mapping.assign(place, target, columns, unit);
            }
        }
    }
}

/// The name of a place for a column: the id of one of ours, a calendar year, or nothing for none.
#[must_use]
pub fn id(target: Target, columns: &[Column]) -> String {
    match target {
        Target::Column(index) => columns.get(index).map_or_else(String::new, |column| column.id.to_owned()),
        Target::Calendar(year) => format!("{YEAR}{year}"),
        Target::LineFigure => LINE_FIGURE.to_owned(),
        Target::LineYear => LINE_YEAR.to_owned(),
        Target::Unit => UNIT.to_owned(),
        Target::Number | Target::Unread(_) => String::new(),
    }
}

/// The place of such a name. `None` where there is no such column any more.
#[must_use]
pub fn target(id: &str, columns: &[Column]) -> Option<Target> {
    if id.is_empty() {
        return Some(Target::Unread(Unread::Chosen));
    }
    let of_lines = [(LINE_FIGURE, Target::LineFigure), (LINE_YEAR, Target::LineYear), (UNIT, Target::Unit)];
    if let Some((_, target)) = of_lines.iter().find(|(name, _)| *name == id) {
        return Some(*target);
    }
    if let Some(year) = id.strip_prefix(YEAR) {
        let years = columns.iter().any(|column| column.year_of.is_some());
        return year.parse::<Year>().ok().filter(|_| years).map(Target::Calendar);
    }
    columns.iter().position(|column| column.id == id).map(Target::Column)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::Habits;
    use crate::answers::form::{Column, Form};
    use crate::applicant::question;
    use crate::tables::mapping::{Mapping, UnitFrom};
    use crate::tables::naming::{Target, Unread};
    use crate::tables::open::text_sheet;
    use crate::tables::read::read;

    const LIST: &str = "企业\t落位\t区财政贡献（万元）\t2023年税收\n甲公司\t城区\t120.5\t9\n";

    fn columns() -> &'static [Column] {
        match question("enterprises").unwrap().form {
            Form::Table(columns) => columns,
            _ => unreachable!(),
        }
    }

    fn place(id: &str) -> usize {
        columns().iter().position(|column| column.id == id).unwrap()
    }

    #[test]
    fn what_was_decided_once_is_done_again() {
        let (_, sheet) = text_sheet(LIST).unwrap();
        let mut mapping = Mapping::of(&sheet, columns(), Decimal::ONE);
        assert!(!mapping.is_sure());
        mapping.assign(1, Target::Unread(Unread::Chosen), columns(), Decimal::ONE);
        mapping.assign(2, Target::Column(place("year_1")), columns(), Decimal::ONE);
        assert!(!mapping.is_sure(), "one column is not decided");
        mapping.assign(3, Target::Calendar(2023), columns(), Decimal::ONE);
        assert!(mapping.is_sure());
        // The unit of the head counts, also where the reader chose the column.
        assert_eq!((mapping.columns[2].factor, mapping.columns[2].unit), (Decimal::from(10_000), UnitFrom::Head));
        let mut habits = Habits::default();
        habits.learn(&mapping, columns());
        let habits = Habits::of(&habits.to_text());
        let mut again = Mapping::of(&sheet, columns(), Decimal::ONE);
        habits.apply(&mut again, columns(), Decimal::ONE);
        assert_eq!(again, mapping);
        // Heads in another order and spelling of spaces and brackets.
        let other = "2023 年税收\t区财政贡献(万元)\t落位\t企业\n9\t120.5\t城区\t甲公司\n";
        let (_, other) = text_sheet(other).unwrap();
        let mut moved = Mapping::of(&other, columns(), Decimal::ONE);
        habits.apply(&mut moved, columns(), Decimal::ONE);
        assert!(moved.is_sure());
        assert_eq!(
            read(&other, columns(), &moved).table.cell(0, place("year_1")),
            read(&sheet, columns(), &again).table.cell(0, place("year_1"))
        );
        assert_eq!(Habits::of("{"), Habits::default());
    }

    #[test]
    fn a_column_of_ours_is_filled_by_one_column_alone() {
        let (_, sheet) = text_sheet(LIST).unwrap();
        let mut mapping = Mapping::of(&sheet, columns(), Decimal::ONE);
        mapping.assign(1, Target::Column(place("name")), columns(), Decimal::ONE);
        assert_eq!(mapping.columns[1].target, Target::Column(place("name")));
        assert_eq!(mapping.columns[0].target, Target::Unread(Unread::Unknown(Some(place("name")))));
        let unit = Decimal::from(10_000);
        mapping.assign(3, Target::Column(place("year_2")), columns(), unit);
        assert_eq!((mapping.columns[3].factor, mapping.columns[3].unit), (unit, UnitFrom::Assumed));
        mapping.count_in(3, Decimal::ONE);
        assert_eq!((mapping.columns[3].factor, mapping.columns[3].unit), (Decimal::ONE, UnitFrom::Chosen));
    }
}
