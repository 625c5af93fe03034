//! What would be if: the same rules run on answers that are varied. No rule is added here.

mod cell;
mod chance;
mod choice;
mod cliff;
mod combination;
pub mod comparison;
mod component;
mod election;
mod filled;
mod flip;
pub mod forecast;
mod headline;
mod joint;
mod lever;
mod part;
mod row_years;
mod sensitivity;
mod spread;
#[cfg(test)]
mod tests;
mod trial;
mod turn;

pub use cell::Cell;
pub use chance::{Chance, chances};
pub use choice::{Choice, Choosable, Closed, Pick, Subject};
pub use cliff::{Cliff, cliffs};
pub use combination::{Combination, Share, combination};
pub use election::{Column, Election, Way, elections, years_to_fill};
pub use flip::Flip;
pub use forecast::{Assumed, Forecast};
pub use joint::{Decision, Joint, Plan, Rank, Refused, Rows, Why, joint};
pub use lever::Change;
pub use row_years::{RowChoice, RowYears};
pub use sensitivity::{Corner, Fall, Next, Sensitivity, sensitivities};
pub use turn::Turn;

use crate::answers::form::{Column as TableColumn, Form};
use crate::answers::question::Spec;
use crate::money::Money;

/// A fen.
const FEN: Money = Money::from_fen(1);

/// The columns of a question that takes a table.
const fn columns_of(question: &Spec) -> Option<&'static [TableColumn]> {
    match question.form {
        Form::Table(columns) => Some(columns),
        _ => None,
    }
}
