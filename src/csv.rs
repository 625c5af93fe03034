//! Comma-separated values, as spreadsheet programs like them.

/// A row, with its end of line.
#[must_use]
pub fn row(fields: &[String]) -> String {
    let fields: Vec<String> = fields.iter().map(|words| field(words)).collect();
    fields.join(",") + "\r\n"
}

/// What a spreadsheet takes for the beginning of a formula, also in full width or after an end of line.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// A field in quotes where it needs them. What a spreadsheet would take for a formula gets an apostrophe; a negative
/// figure is none.
pub(crate) fn field(words: &str) -> String {
    let formula = words.starts_with(FORMULA) && words.parse::<rust_decimal::Decimal>().is_err();
    let plain = if formula { format!("'{words}") } else { words.to_owned() };
    if plain.contains(['"', ',', '\n', '\r', '\'']) { format!("\"{}\"", plain.replace('"', "\"\"")) } else { plain }
}
