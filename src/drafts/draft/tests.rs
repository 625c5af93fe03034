use super::Draft;
use crate::text::Lang;

#[test]
fn what_is_refused_is_said_in_the_language_of_the_reader() {
    let says = |facts: &str, lang| {
        let file = format!(r#"{{"format":1,"edition":"miyun-2019-25","title":"","facts":{{{facts}}}}}"#);
        Draft::open(&file).unwrap_err().says(lang)
    };
    let wrong = r#""paid_in":"1_000.00","custody_of_assets":"0.123456789","no_such":1"#;
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| says(wrong, lang));
    assert!(zh.contains("实收资本（paid_in）：请只用数字写") && zh.contains("no_such：没有这个问题"), "{zh}");
    assert!(zh.contains("（custody_of_assets）：小数位太多"), "{zh}");
    assert!(en.contains("Paid-in capital (paid_in): write plain digits") && en.is_ascii(), "{en}");
    // Only the first are named.
    let many = format!(r#""leases":[{}]"#, vec![r#"{"rent":"x"}"#; 1000].join(","));
    let many = says(&many, Lang::Zh);
    assert!(many.contains("另有980处") && many.len() < 4000, "{many}");
}

/// Without the limit the last table takes minutes.
#[test]
fn a_table_has_as_many_years_as_there_are() {
    let open = |rows: Vec<String>| {
        let table = rows.join(",");
        let file = format!(r#"{{"format":2,"edition":"miyun-2019-25","facts":{{"contributions":[{table}]}}}}"#);
        Draft::open(&file)
    };
    let years = |years: std::ops::RangeInclusive<u16>| years.map(|year| format!(r#"{{"year":{year}}}"#)).collect();
    assert!(open(years(1990..=2199)).is_ok());
    assert!(open(years(1989..=2199)).unwrap_err().says(Lang::En).contains("more rows than years"));
    // What is pasted into the page may have rows without a year. They are kept, and the draft opens again.
    let pasted = |rows: usize| vec![r#"{"contribution":"1.00","year":null}"#.to_owned(); rows];
    let draft = open([years(1990..=2199), pasted(1000)].concat()).unwrap();
    assert_eq!(Draft::from_json(&draft.to_json()).as_ref(), Ok(&draft));
    let twice = open([pasted(300_000), vec![r#"{"year":2024}"#.to_owned(); 300_000]].concat());
    assert!(twice.unwrap_err().says(Lang::Zh).contains("行数比年度还多"));
}

#[test]
fn the_digest_is_of_what_is_filed() {
    let mut draft = Draft::default();
    // `printf '{"edition":"miyun-2019-25","facts":{}}' | sha256sum`
    assert_eq!(draft.digest(), "1d35243b44f283e294a09265839515a212a2fd013fcbc0171c8f4fa4a5b05731");
    let code = draft.code();
    assert_eq!(code.len(), 19);
    draft.title = "another".to_owned();
    draft.filing.undertaken = true;
    assert_eq!(draft.code(), code);
    draft.filing.claims.insert("office_purchase", false);
    assert_ne!(draft.code(), code);
    let file = r#"{"format":1,"edition":"miyun-2019-25","facts":{"paid_in":"1.00","name":"某行"}}"#;
    // `printf '{"edition":"miyun-2019-25","facts":{"name":"某行","paid_in":"1.00"}}' | sha256sum`
    assert_eq!(Draft::open(file).unwrap().digest(), "8e1fe04bcf60e8f5d1b995851e3831441901b2f12cf3f9472b9884e10b79b20f");
}
