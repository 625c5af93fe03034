//! The box of a question: its id, and how its form is typed.

use miyun::answers::form::Form;
use miyun::answers::question::Spec;

use crate::ui::components::field::Typed;
use crate::ui::interview::typing::FieldKey;

/// The id of a question's control.
pub fn id_of(spec: &Spec) -> String {
    format!("q-{}", spec.id)
}

/// The id of the box at a key.
pub fn id_at(spec: &Spec, key: FieldKey) -> String {
    match key.cell {
        None => id_of(spec),
        Some((row, column)) => format!("q-{}-{row}-{column}", spec.id),
    }
}

/// How a form is typed.
pub fn typed_as(form: &Form) -> Typed {
    match form {
        Form::Money { .. } | Form::Area | Form::Count { .. } | Form::Share => Typed::Number,
        Form::Year => Typed::Digits,
        Form::Code => Typed::Long,
        Form::Words(most) if *most > 12 => Typed::Long,
        _ => Typed::Text,
    }
}
