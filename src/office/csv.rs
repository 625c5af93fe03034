//! The yearly plan as comma-separated values, for programs that read nothing else.

use crate::article::article;
use crate::csv::row;
use crate::rule::Report;
use crate::text::{Lang, Text, text};

const HEADS: [Text; 7] = [
    text("条款", "Article"),
    text("名称", "Title"),
    text("年度", "Year"),
    text("可测算（元）", "Calculable (yuan)"),
    text("待确认（元）", "Possible (yuan)"),
    text("一事一议·下限（元）", "By decision, least (yuan)"),
    text("一事一议·上限（元）", "By decision, most (yuan)"),
];

/// What each clause counts in each year, less what overlaps: UTF-8 with its mark, lines that end with CR LF, as
/// spreadsheet programs like it.
#[must_use]
pub fn csv(report: &Report, lang: Lang) -> String {
    let mut file = String::from("\u{feff}");
    let mut line = |fields: &[String]| file.push_str(&row(fields));
    line(&HEADS.map(|head| head.get(lang).to_owned()));
    for clause in report.counted() {
        let of = clause.assessment.clause;
        for (year, amount) in clause.by_year.iter() {
            let head = [article(of.article, lang), of.title.get(lang).to_owned(), year.to_string()];
            let amounts =
                [amount.certain, amount.possible, amount.floor, amount.ceiling].map(|money| money.to_string());
            line(&[head.as_slice(), amounts.as_slice()].concat());
        }
    }
    file
}

#[cfg(test)]
mod tests {
    use super::csv;
    use crate::csv::field;
    use crate::drafts::examples::ALL;
    use crate::money::Money;
    use crate::text::Lang;

    #[test]
    fn formulas_are_words_and_figures_are_figures() {
        for (words, written) in [
            ("=1+1", "\"'=1+1\""),
            ("+86 10", "\"'+86 10\""),
            ("@x", "\"'@x\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("\n=1", "\"'\n=1\""),
            ("＝1+1", "\"'＝1+1\""),
            ("＋1", "\"'＋1\""),
            ("－1", "\"'－1\""),
            ("＠SUM(A1)", "\"'＠SUM(A1)\""),
            ("-12.50", "-12.50"),
            ("a,\"b\"", "\"a,\"\"b\"\"\""),
            ("某行", "某行"),
        ] {
            assert_eq!(field(words), written);
        }
    }

    #[test]
    fn the_lines_add_up_to_the_report() {
        for example in ALL {
            let draft = example.draft().unwrap();
            let report = draft.rules().assess(&draft.facts, false);
            let file = csv(&report, Lang::Zh);
            assert!(file.starts_with("\u{feff}条款,") && file.ends_with("\r\n"));
            let certain = |line: &str| {
                line.rsplit(',').nth(3).and_then(|yuan| yuan.parse().ok()).and_then(Money::from_decimal).unwrap()
            };
            let sum: Money = file.lines().skip(1).map(certain).sum();
            assert_eq!(sum, report.total().certain, "{}", example.id);
        }
    }
}
