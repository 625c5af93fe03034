//! A table with one applicant a row: its heads are questions, and years of contribution; each row becomes a draft.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::answers::answer::{Answer, Table};
use crate::answers::form::{Column, Form};
use crate::answers::question::Spec;
use crate::answers::yearly::Source;
use crate::applicant::contribution::{CONTRIBUTIONS, contributions};
use crate::applicant::identity::{APPLICATION_YEAR, CREDIT_CODE, KIND, NAME};
use crate::date::Year;
use crate::drafts::draft::Draft;
use crate::drafts::portfolio::Gathered;
use crate::policy;
use crate::tables::issue::Issue;
use crate::tables::json::best_sheet;
use crate::tables::mapping::Mapping;
use crate::tables::naming::Target;
use crate::tables::open::open;
use crate::tables::read::read;
use crate::tables::reading::Reading;
use crate::tables::refused::Refused;
use crate::text::{Lang, Text};

/// The years whose contribution can have a column.
const YEARS: RangeInclusive<Year> = 2015..=2040;

/// What tables call some questions, beside their labels.
const ALSO: [(&Spec, &[&str]); 4] = [
    (
        &NAME.spec,
        &[
            "名称",
            "单位",
            "单位名称",
            "企业",
            "企业名称",
            "公司名称",
            "机构",
            "机构名称",
            "申请人",
            "申请单位",
            "申请机构",
            "申报单位",
            "申报机构",
            "applicant",
            "name",
            "company",
        ],
    ),
    (&CREDIT_CODE.spec, &["统一社会信用代码", "社会信用代码", "统一代码", "creditcode"]),
    (&KIND.spec, &["类别", "机构类型", "类型", "kind"]),
    (&APPLICATION_YEAR.spec, &["申报年度", "申请年份", "applicationyear"]),
];

/// Where the cells of a column go.
#[derive(Clone, Copy, Debug)]
enum Fills {
    /// The answer to a question.
    Question(&'static Spec),
    /// The contribution of a year.
    Contribution(Year),
}

static TABLE: LazyLock<(Vec<Fills>, Vec<Column>)> = LazyLock::new(|| {
    // The name comes first: rows of the same name are found by it.
    let first = [&NAME.spec, &CREDIT_CODE.spec];
    let questions = policy::CURRENT_INDEX.questions.iter().copied();
    let others = questions.filter(|spec| !matches!(spec.form, Form::Table(_)) && !first.contains(spec));
    let questions = first.into_iter().chain(others).map(|spec| (Fills::Question(spec), of_question(spec)));
    questions.chain(YEARS.map(|year| (Fills::Contribution(year), of_year(year)))).unzip()
});

/// The columns that such a table can have: every question with one answer, then the contribution of each year.
#[must_use]
pub fn columns() -> &'static [Column] {
    &TABLE.1
}

fn column(id: &'static str, head: Text, form: Form) -> Column {
    Column { id, head, form, key: false, price: false, formerly: None, also: &[], year_of: None }
}

fn of_question(spec: &'static Spec) -> Column {
    let also = ALSO.iter().find(|(other, _)| *other == spec).map_or(&[][..], |(_, also)| *also);
    column(spec.id, spec.label, spec.form).also(also)
}

/// `2024年区域综合贡献`. Made once, for as long as the program runs.
fn of_year(year: Year) -> Column {
    let kept = |words: String| -> &'static str { words.leak() };
    let head = Text { zh: kept(format!("{year}年区域综合贡献")), en: kept(format!("Contribution {year}")) };
    let also = [
        format!("{year}年度区域综合贡献"),
        format!("{year}区域综合贡献"),
        format!("区域综合贡献{year}年"),
        format!("区域综合贡献{year}年度"),
        format!("区域综合贡献{year}"),
        format!("{year}年综合贡献"),
        format!("{year}年贡献"),
        format!("{year}年度贡献"),
        format!("{year}贡献"),
        format!("{year}contribution"),
        format!("fy{year}contribution"),
    ];
    let also: &'static [&'static str] = Vec::from(also.map(kept)).leak();
    column(kept(format!("contribution_{year}")), head, Form::Money { signed: true }).also(also)
}

/// The most sentences about one table.
const MOST_NOTES: usize = 200;

/// Reads such a table: a draft a row, and what may not be meant so. A bare figure of money is in yuan.
#[must_use]
pub fn gather(name: &str, bytes: &[u8], lang: Lang) -> Gathered {
    let gathered = || {
        let opened = open(bytes)?;
        let (sheet, mapping) = best_sheet(&opened.sheets, columns(), Decimal::ONE).ok_or(Refused::Empty)?;
        let reading = read(sheet, columns(), &mapping);
        let drafts = drafts(&reading, &mapping, &Draft::default())?;
        Ok((drafts, said(&reading, &mapping, lang)))
    };
    let in_file = |words: String| format!("{name}{}{words}", if lang == Lang::Zh { "：" } else { ": " });
    match gathered() {
        Ok((drafts, notes)) => Gathered {
            drafts: drafts.into_iter().map(|(line, draft)| (format!("{name}:{line}"), draft)).collect(),
            notes: notes.into_iter().map(in_file).collect(),
        },
        Err::<_, Refused>(why) => Gathered { drafts: Vec::new(), notes: vec![in_file(why.says(lang))] },
    }
}

/// What is to be said of a table: columns left out, then cells, each by the name of its row.
fn said(reading: &Reading, mapping: &Mapping, lang: Lang) -> Vec<String> {
    let [open, close, colon] = if lang == Lang::Zh { ["“", "”", "："] } else { ["“", "”", ": "] };
    let left_out = mapping.columns.iter().filter_map(|column| match column.target {
        Target::Unread(why) => Some(format!("{open}{}{close}{colon}{}", column.head, why.message().get(lang))),
        _ => None,
    });
    let cell = |issue: &Issue| {
        let of_row = issue.row.map(|row| match reading.table.cell(row, 0) {
            Some(Answer::Words(name)) => format!("{name} "),
            _ if lang == Lang::Zh => format!("第{}行 ", issue.line),
            _ => format!("line {} ", issue.line),
        });
        let of_column = issue.column.map(|index| columns()[index].head.get(lang));
        let (row, column) = (of_row.unwrap_or_default(), of_column.unwrap_or_default());
        format!("{row}{column}{open}{}{close}{colon}{}", issue.text, issue.why.message().get(lang))
    };
    let other_table = reading.says_other_table().map(|[zh, en]| if lang == Lang::Zh { zh } else { en });
    let mut said: Vec<String> = other_table
        .into_iter()
        .chain(left_out)
        .chain(reading.refused.iter().chain(&reading.unsure).map(cell))
        .collect();
    if said.len() > MOST_NOTES {
        let more = said.split_off(MOST_NOTES).len();
        said.push(if lang == Lang::Zh { format!("另有{more}处") } else { format!("and {more} more") });
    }
    said
}

/// A draft a row, each with the line of the file it comes from. `shared` holds the answers that the table does not tell.
///
/// # Errors
/// When no head is known: nobody has these columns in this order.
pub fn drafts(reading: &Reading, mapping: &Mapping, shared: &Draft) -> Result<Vec<(usize, Draft)>, Refused> {
    if mapping.heads.is_empty() || mapping.matched() == 0 {
        return Err(Refused::NoHeads);
    }
    let (fills, _) = &*TABLE;
    let is_forecast =
        |index: usize| mapping.columns.iter().any(|column| column.forecast && column.target == Target::Column(index));
    let draft = |row: usize| {
        let mut draft = shared.clone();
        for (index, fills) in fills.iter().enumerate() {
            let Some(answer) = reading.table.cell(row, index) else { continue };
            match fills {
                // A cell was read by the form of its question.
                Fills::Question(spec) => {
                    let _ = draft.facts.set(spec, Some(answer));
                }
                Fills::Contribution(year) => contribute(&mut draft, *year, answer, is_forecast(index)),
            }
        }
        draft
    };
    Ok(reading.lines.iter().enumerate().map(|(row, line)| (*line, draft(row))).collect())
}

/// Tells the contribution of a year.
fn contribute(draft: &mut Draft, year: Year, answer: Answer, forecast: bool) {
    let Form::Table(columns) = CONTRIBUTIONS.spec.form else { return };
    let mut table = match draft.facts.get(&CONTRIBUTIONS) {
        Some(table) => table.clone(),
        None => Table::new(columns),
    };
    let of_year = (0..table.len()).find(|row| table.get(&contributions::YEAR, *row) == Some(year));
    let row = of_year.unwrap_or(table.len());
    if of_year.is_none() {
        table.insert(row);
    }
    let source = forecast.then_some(Answer::Choice(Source::Forecast as u8));
    for (column, answer) in [
        (contributions::YEAR.index, Some(Answer::Year(year))),
        (contributions::AMOUNT.index, Some(answer)),
        // Whether a figure was confirmed is not told by its being there.
        (contributions::SOURCE.index, source),
    ] {
        // The year is one of its own, and money was read by the form of its column.
        let _ = table.set(columns, row, column, answer);
    }
    let _ = draft.facts.set(&CONTRIBUTIONS.spec, Some(Answer::Table(table)));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::columns;
    use crate::tables::heads::squeezed;

    /// A head that named two columns would be read into the first.
    #[test]
    fn every_head_names_one_column() {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for column in columns() {
            let names = [column.head.zh, column.head.en, column.id].into_iter().chain(column.also.iter().copied());
            for name in names.map(squeezed) {
                let other = seen.insert(name.clone(), column.id);
                assert!(other.is_none_or(|other| other == column.id), "{name}: {other:?} and {}", column.id);
            }
        }
    }
}
