//! The needs as comma-separated values.

use crate::answers::form::Form;
use crate::csv;
use crate::date::Date;
use crate::packet::package::{APPLY, DEPARTMENT, Matter};
use crate::policy::miyun_2019_29::questions::NEEDS;
use crate::text::Lang;

/// Whether a text is what `Package::csv` writes, perhaps saved again by another program.
#[must_use]
pub fn is_list(text: &str) -> bool {
    let first: String = text.lines().next().unwrap_or_default().chars().filter(|sign| *sign != '"').collect();
    [Lang::Zh, Lang::En].iter().any(|lang| first == heads(*lang).join(","))
}

/// The heads of the needs as comma-separated values.
fn heads(lang: Lang) -> Vec<String> {
    let columns = match NEEDS.spec.form {
        Form::Table(columns) => columns,
        _ => &[],
    };
    let heads = columns.iter().map(|column| column.head).chain([DEPARTMENT, APPLY]);
    heads.map(|head| head.get(lang).to_owned()).collect()
}

/// The file.
pub(super) fn write(matters: &[Matter], lang: Lang) -> String {
    let mut file = String::from("\u{feff}");
    file.push_str(&csv::row(&heads(lang)));
    let iso = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    for matter in matters {
        let Matter { need, in_charge, .. } = matter;
        file.push_str(&csv::row(&[
            need.matter.clone(),
            need.field.word().get(lang).to_owned(),
            need.hinders.clone(),
            iso(need.since),
            need.asked.clone(),
            iso(need.by),
            need.contact.clone(),
            need.papers.clone(),
            need.state.word().get(lang).to_owned(),
            iso(need.promised),
            need.answer.clone(),
            in_charge.get(lang).to_owned(),
            matter.answers(lang),
        ]));
    }
    file
}
