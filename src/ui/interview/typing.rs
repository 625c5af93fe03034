//! What has been typed and is no answer yet. It outlives the page it was typed on, so that nothing typed is lost; it
//! is never part of the draft.

use std::collections::BTreeMap;

use leptos::prelude::*;
use miyun::answers::question::Spec;
use miyun::answers::typed::Complaint;
use miyun::answers::unit::Unit;
use miyun::drafts::list::Store as _;

use crate::ui::drafts::storage::Local;

/// A box: of a question, or a cell of its table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FieldKey {
    /// The question's place in the catalogue.
    pub question: usize,
    /// The row's id and the column, in a table.
    pub cell: Option<(u32, usize)>,
}

impl FieldKey {
    /// Of a cell: by the row's id and the column.
    pub fn cell(question: &Spec, row: u32, column: usize) -> Self {
        Self { question: question.slot.into(), cell: Some((row, column)) }
    }
}

/// A text that is no answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InvalidInput {
    /// What was typed.
    pub text: String,
    /// What is wrong with it.
    pub complaint: Complaint,
    /// Whether it is shown: not while it may still be half typed.
    pub shown: bool,
}

/// What stands beside the answer to a question: what is no answer, and the names of its rows.
#[derive(Clone)]
pub struct Beside {
    invalid_inputs: BTreeMap<FieldKey, InvalidInput>,
    rows: Vec<u32>,
}

/// What has been typed and is no answer, and names for the rows of tables that stay while rows come and go.
#[derive(Clone, Copy)]
pub struct Typing {
    invalid_inputs: RwSignal<BTreeMap<FieldKey, InvalidInput>>,
    rows: RwSignal<BTreeMap<usize, Vec<u32>>>,
    /// The row that is to be drawn next, of which question.
    reached: RwSignal<Option<(usize, usize)>>,
    /// The units that tables were switched to. They outlive the draft, and are kept in the browser: a habit of the
    /// reader, not a fact.
    units: RwSignal<BTreeMap<usize, Unit>>,
    next: StoredValue<u32>,
    /// Grows when another draft is opened: pages are drawn anew.
    pub epoch: RwSignal<u32>,
}

impl Typing {
    /// Nothing typed.
    pub fn new() -> Self {
        Self {
            invalid_inputs: RwSignal::new(BTreeMap::new()),
            rows: RwSignal::new(BTreeMap::new()),
            reached: RwSignal::new(None),
            units: RwSignal::new(BTreeMap::new()),
            next: StoredValue::new(0),
            epoch: RwSignal::new(0),
        }
    }

    /// Forgets everything: another draft is open.
    pub fn forget(self) {
        self.invalid_inputs.update(BTreeMap::clear);
        self.rows.update(BTreeMap::clear);
        self.reached.set(None);
        self.epoch.update(|epoch| *epoch += 1);
    }

    /// What is no answer in a box.
    pub fn invalid(self, key: FieldKey) -> Option<InvalidInput> {
        self.invalid_inputs.with(|invalid_inputs| invalid_inputs.get(&key).cloned())
    }

    /// The same, without watching it.
    pub fn invalid_untracked(self, key: FieldKey) -> Option<InvalidInput> {
        self.invalid_inputs.with_untracked(|invalid_inputs| invalid_inputs.get(&key).cloned())
    }

    /// All of them that are shown, in the order of the catalogue.
    pub fn shown(self) -> Vec<(FieldKey, InvalidInput)> {
        self.invalid_inputs.with(|invalid_inputs| {
            invalid_inputs
                .iter()
                .filter(|(_, invalid)| invalid.shown)
                .map(|(key, invalid)| (*key, invalid.clone()))
                .collect()
        })
    }

    /// Notes what is no answer, or that it is one now. What is shown stays shown while it is mended.
    pub fn note(self, key: FieldKey, invalid: Option<(String, Complaint)>) {
        match invalid {
            Some((text, complaint)) => self.invalid_inputs.update(|invalid_inputs| {
                let shown = invalid_inputs.get(&key).is_some_and(|invalid| invalid.shown);
                invalid_inputs.insert(key, InvalidInput { text, complaint, shown });
            }),
            None => {
                if self.invalid_inputs.with_untracked(|invalid_inputs| invalid_inputs.contains_key(&key)) {
                    self.invalid_inputs.update(|invalid_inputs| {
                        invalid_inputs.remove(&key);
                    });
                }
            }
        }
    }

    /// Tells of what is no answer in a box, if it is none.
    pub fn show(self, key: FieldKey) {
        if self
            .invalid_inputs
            .with_untracked(|invalid_inputs| invalid_inputs.get(&key).is_some_and(|invalid| !invalid.shown))
        {
            self.invalid_inputs.update(|invalid_inputs| {
                if let Some(invalid) = invalid_inputs.get_mut(&key) {
                    invalid.shown = true;
                }
            });
        }
    }

    /// Whether something typed for a question is no answer.
    pub fn has_invalid(self, question: &Spec) -> bool {
        let question = usize::from(question.slot);
        self.invalid_inputs.with(|invalid_inputs| invalid_inputs.keys().any(|key| key.question == question))
    }

    /// Whether anything typed is no answer.
    pub fn has_any(self) -> bool {
        self.invalid_inputs.with_untracked(|invalid_inputs| !invalid_inputs.is_empty())
    }

    /// What stands beside the answer to a question now. What may still be half typed is shown when it comes back.
    pub fn beside(self, question: &Spec) -> Beside {
        let slot = usize::from(question.slot);
        let invalid_inputs = self.invalid_inputs.with_untracked(|invalid_inputs| {
            let own = invalid_inputs.iter().filter(|(key, _)| key.question == slot);
            own.map(|(key, invalid)| (*key, InvalidInput { shown: true, ..invalid.clone() })).collect()
        });
        Beside { invalid_inputs, rows: self.rows_untracked(question) }
    }

    /// Puts back what stood beside the answer to a question.
    pub fn put_back(self, question: &Spec, beside: Beside) {
        let slot = usize::from(question.slot);
        self.invalid_inputs.update(|invalid_inputs| {
            invalid_inputs.retain(|key, _| key.question != slot);
            invalid_inputs.extend(beside.invalid_inputs);
        });
        self.rows.update(|rows| {
            rows.insert(slot, beside.rows);
        });
    }

    /// The names of a table's rows, in order.
    pub fn rows(self, question: &Spec) -> Vec<u32> {
        self.rows.with(|rows| rows.get(&(usize::from(question.slot))).cloned().unwrap_or_default())
    }

    /// The same, without watching them.
    pub fn rows_untracked(self, question: &Spec) -> Vec<u32> {
        self.rows.with_untracked(|rows| rows.get(&(usize::from(question.slot))).cloned().unwrap_or_default())
    }

    /// Makes sure that there is a name for each of so many rows. Rows that came from elsewhere get new names.
    pub fn match_rows(self, question: &Spec, count: usize) {
        let slot = usize::from(question.slot);
        if self.rows.with_untracked(|rows| rows.get(&slot).map_or(0, Vec::len)) == count {
            return;
        }
        let names: Vec<u32> = (0..count).map(|_| self.name()).collect();
        self.invalid_inputs.update(|invalid_inputs| invalid_inputs.retain(|key, _| key.question != slot));
        self.rows.update(|rows| {
            rows.insert(slot, names);
        });
    }

    /// Names new rows at the end of a table.
    pub fn add_rows(self, question: &Spec, count: usize) -> Vec<u32> {
        let names: Vec<u32> = (0..count).map(|_| self.name()).collect();
        let added = names.clone();
        self.rows.update(|rows| rows.entry(usize::from(question.slot)).or_default().extend(added));
        names
    }

    /// The row of a table that is to be drawn, once.
    pub fn take_reached(self, question: &Spec) -> Option<usize> {
        let (_, row) = self.reached.get().filter(|(slot, _)| *slot == usize::from(question.slot))?;
        self.reached.update_untracked(|reached| *reached = None);
        Some(row)
    }

    /// Sees to it that a row of a table is drawn; it is when the page has been drawn next.
    pub fn reach(self, question: &Spec, row: usize) {
        self.reached.set(Some((usize::from(question.slot), row)));
    }

    /// The unit of a table's money: what it was switched to, or what it begins in.
    pub fn unit(self, question: &Spec) -> Unit {
        let switched = self.units.with(|units| units.get(&(usize::from(question.slot))).copied());
        switched.unwrap_or_else(|| question.first_unit())
    }

    /// Switches the unit of a table's money, and remembers it.
    pub fn switch_unit(self, question: &Spec, unit: Unit) {
        Local.set(&unit_key(question), unit.id());
        self.units.update(|units| {
            units.insert(usize::from(question.slot), unit);
        });
    }

    /// Takes the unit that a table was switched to last time.
    pub fn recall_unit(self, question: &Spec) {
        if let Some(unit) = Local.get(&unit_key(question)) {
            self.units.update(|units| {
                units.insert(usize::from(question.slot), Unit::named(&unit));
            });
        }
    }

    /// Whether a cell of a column is wrong.
    pub fn has_invalid_in(self, question: &Spec, column: usize) -> bool {
        let question = usize::from(question.slot);
        self.invalid_inputs.with(|invalid_inputs| {
            invalid_inputs.keys().any(|key| key.question == question && key.cell.is_some_and(|cell| cell.1 == column))
        })
    }

    /// Exchanges two rows.
    pub fn swap_rows(self, question: &Spec, row: usize, other: usize) {
        self.rows.update(|rows| {
            if let Some(rows) = rows.get_mut(&(usize::from(question.slot)))
                && row.max(other) < rows.len()
            {
                rows.swap(row, other);
            }
        });
    }

    /// Forgets a row.
    pub fn remove_row(self, question: &Spec, name: u32) {
        let slot = usize::from(question.slot);
        self.invalid_inputs.update(|invalid_inputs| {
            invalid_inputs.retain(|key, _| key.question != slot || key.cell.is_none_or(|cell| cell.0 != name))
        });
        self.rows.update(|rows| {
            if let Some(rows) = rows.get_mut(&slot) {
                rows.retain(|row| *row != name);
            }
        });
    }

    fn name(self) -> u32 {
        self.next.update_value(|next| *next += 1);
        self.next.get_value()
    }
}

/// Where the unit of a table is kept.
fn unit_key(question: &Spec) -> String {
    format!("miyun.unit.{}", question.id)
}
