//! Rows of the tables that several articles read, written short.

use serde_json::{Value, json};

/// Contributions by fiscal year; an empty figure is a row whose figure is still open.
pub fn contributions(rows: &[(u16, &str)]) -> Value {
    rows.iter()
        .map(|(year, yuan)| match *yuan {
            "" => json!({"year": year, "source": "forecast"}),
            yuan => json!({"year": year, "contribution": yuan, "source": "confirmed"}),
        })
        .collect()
}

/// Increases of capital by day; empty where the day or the amount is not told.
pub fn increases(rows: &[(&str, &str)]) -> Value {
    let told = |word: &str| (!word.is_empty()).then(|| word.to_owned());
    rows.iter().map(|(date, yuan)| json!({"date": told(date), "amount": told(yuan)})).collect()
}

/// Applications for the capital-increase subsidy; year 0 is a row without its year.
pub fn applications(years: &[u16]) -> Value {
    years.iter().map(|year| if *year == 0 { json!({}) } else { json!({"year": year}) }).collect()
}
