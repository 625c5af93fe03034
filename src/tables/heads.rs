//! Heads: what a column of somebody's table is called, with its unit, its year and whatever stands in brackets.

use crate::answers::form::{Column, Form};
use crate::answers::typed::{self, Quantity};
use crate::date::Year;
use crate::tables::cell::{Cell, Line};
use crate::tables::units;
use crate::text::{Text, half_width, is_unseen};

/// A head taken apart.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Head {
    /// All of it, squeezed: no spaces, small letters, half-width signs.
    pub whole: String,
    /// What it names, without brackets.
    pub name: String,
    /// What stands in brackets, and after `单位：`.
    pub notes: Vec<String>,
}

/// A text without spaces, stars and invisible marks, in small letters and half-width signs.
#[must_use]
pub fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    squeezed.extend(squeezing(text));
    squeezed.truncate(squeezed.trim_end_matches(':').len());
    squeezed
}

/// The signs of a text that [`squeezed`] keeps, without writing it anew.
pub(super) fn squeezing(text: &str) -> impl Iterator<Item = char> + Clone {
    let narrow = text.chars().map(|sign| match half_width(sign) {
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        sign => sign.to_ascii_lowercase(),
    });
    narrow.filter(|sign| !sign.is_whitespace() && !is_unseen(*sign) && !matches!(sign, '*' | '★' | '_'))
}

/// Whether a text begins with one of these words, squeezed: most texts do not, and need not be written anew to see it.
pub(super) fn begins_with_one(text: &str, words: &[&str]) -> bool {
    let mut signs = squeezing(text);
    let first = signs.next();
    // None of our words begins with a digit, and of a table most cells do.
    first.is_some_and(|first| !first.is_ascii_digit())
        && words.iter().any(|word| {
            let (mut word, mut signs) = (word.chars(), signs.clone());
            word.next() == first && word.all(|sign| signs.next() == Some(sign))
        })
}

impl Head {
    /// Takes a head apart.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let whole = squeezed(text);
        let (mut name, mut notes, mut note, mut depth) = (String::new(), Vec::new(), String::new(), 0_u32);
        for sign in whole.chars() {
            match sign {
                '(' | '[' => {
                    depth += 1;
                    if depth > 1 {
                        note.push(sign);
                    }
                }
                ')' | ']' if depth > 0 => {
                    depth -= 1;
                    if depth == 0 {
                        notes.push(std::mem::take(&mut note));
                    } else {
                        note.push(sign);
                    }
                }
                _ if depth > 0 => note.push(sign),
                _ => name.push(sign),
            }
        }
        if !note.is_empty() {
            notes.push(note);
        }
        if let Some((before, unit)) = name.split_once("单位:") {
            notes.push(unit.to_owned());
            name = before.trim_end_matches(['金', '额', ',', '，', '、', '-']).to_owned();
        } else if let Some((before, unit)) = name.rsplit_once('/').filter(|(_, unit)| units::money(unit).is_some()) {
            notes.push(unit.to_owned());
            name = before.to_owned();
        }
        Self { whole, name: name.trim_end_matches([':', ',', '，', '-']).to_owned(), notes }
    }

    /// The year in its name, and the name without it: `2023年区域综合贡献`, `FY2023 contribution`.
    #[must_use]
    pub fn year(&self) -> Option<(Year, String)> {
        let name = &self.name;
        let digits = |at: usize| name.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        let mut found = None;
        for (at, _) in name.char_indices().filter(|(at, _)| digits(*at) && (*at == 0 || !digits(at - 1))) {
            let run = name[at..].bytes().take_while(u8::is_ascii_digit).count();
            let year = name[at..at + run].parse().ok().filter(|year| run == 4 && typed::YEARS.contains(year));
            // A second number says something else again: 2023年1-6月, 2022-2023年.
            if found.is_some() || year.is_none() {
                return None;
            }
            found = year.map(|year| (year, at));
        }
        let (year, at) = found?;
        let before = name[..at].strip_suffix("fy").unwrap_or(&name[..at]);
        let after = &name[at + 4..];
        let words = ["财政年度", "会计年度", "年度", "财年", "年"];
        let after = words.iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
        Some((year, format!("{}{}", before.trim_end_matches('-'), after.trim_start_matches(['-', ':', '的']))))
    }
}

/// How well a head names a column.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    /// By the column's own head or name.
    Own,
    /// By what other tables call it.
    Other,
}

/// Whether a name is that of a column. A unit may end it: `贡献万元`.
#[must_use]
pub fn fit(head: &Head, column: &Column) -> Option<Fit> {
    let plain = |name: &str| {
        let name = if matches!(column.form, Form::YesNo) { name.strip_prefix("是否").unwrap_or(name) } else { name };
        let own = [column.head.zh, column.head.en].map(Head::new);
        if own.iter().any(|own| own.whole == head.whole || own.name == name) || name == column.id.replace('_', "") {
            return Some(Fit::Own);
        }
        column.also.iter().any(|other| squeezed(other) == name).then_some(Fit::Other)
    };
    plain(&head.name)
        .or_else(|| column.also.iter().any(|other| squeezed(other) == head.whole).then_some(Fit::Other))
        .or_else(|| units::at_end(&head.name, column).and_then(|(name, _)| plain(name)))
}

/// Whether a head speaks of a column without being its name: to be offered, never taken.
#[must_use]
pub fn resembles(head: &Head, column: &Column) -> bool {
    let names = std::iter::once(column.head.zh).chain(column.also.iter().copied());
    head.name.chars().count() >= 2
        && names
            .map(squeezed)
            .any(|name| name.chars().count() >= 2 && (head.name.contains(&name) || name.contains(&head.name)))
}

/// A cell as a head: words, or a year that a program wrote as a number.
#[must_use]
pub fn head_text(cell: &Cell) -> String {
    typed::words(cell.written()).into_owned()
}

/// Whether a cell is an answer rather than a head: a figure, a day, a truth value. A bare year may be a head.
#[must_use]
pub fn is_answer(cell: &Cell) -> bool {
    let text = match cell {
        Cell::Empty => return false,
        Cell::Text(text) => text.as_ref(),
        Cell::Number(digits) | Cell::Measured(digits, _) => digits.as_ref(),
        Cell::Day(_) | Cell::YesNo(_) | Cell::Fault(_) => return true,
    };
    if typed::year(text).is_ok() {
        return false;
    }
    let one = rust_decimal::Decimal::ONE;
    typed::date(text).is_ok()
        || [Quantity::Money, Quantity::Area, Quantity::Count(Text { zh: "", en: "" })]
            .iter()
            .any(|quantity| typed::figure(text, one, *quantity).is_ok())
}

/// Whether a line may be heads: it says something, and none of it is an answer.
#[must_use]
pub fn may_be_heads(line: &Line) -> bool {
    !line.is_empty() && !line.cells.iter().any(is_answer)
}

/// The words that begin a line of sums.
const TOTALS: &[&str] = &[
    "合计",
    "总计",
    "共计",
    "小计",
    "累计",
    "总和",
    "本页小计",
    "本页合计",
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "sum",
];

/// Whether a text begins a line of sums: `合 计`, `合计（3家）`, `Total:`.
#[must_use]
pub fn is_total(text: &str) -> bool {
    if !begins_with_one(text, TOTALS) {
        return false;
    }
    let text = squeezed(text);
    TOTALS.iter().any(|word| {
        text.strip_prefix(word).is_some_and(|rest| {
            rest.chars()
                .next()
                .is_none_or(|sign| matches!(sign, '(' | ':' | '[' | '=' | ',' | '-' | '，') || sign.is_ascii_digit())
        })
    })
}

/// Whether a text is a remark under a table: `注：…`, `填表人：…`.
#[must_use]
pub fn is_remark(text: &str) -> bool {
    const REMARKS: &[&str] = &[
        "注",
        "备注",
        "说明",
        "附注",
        "填表",
        "填报",
        "制表",
        "审核",
        "复核",
        "经办",
        "单位负责人",
        "负责人",
        "联系人",
        "联系电话",
        "数据来源",
        "盖章",
        "日期",
        "制表日期",
        "note",
        "notes",
        "remark",
        "source",
        "preparedby",
    ];
    if !begins_with_one(text, REMARKS) {
        return false;
    }
    let text = squeezed(text);
    REMARKS.iter().any(|word| {
        text.strip_prefix(word).is_some_and(|rest| {
            rest.is_empty()
                || ["人", "说明", "单位", "日期", "时间", ""].iter().any(|more| {
                    rest.strip_prefix(more)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '1', '2', '3', '(', '.', '、']))
                })
        })
    })
}

/// Whether a text says that there is nothing: a dash, a stroke, 无.
#[must_use]
pub fn is_none(text: &str) -> bool {
    const WORDS: &[&str] = &["无", "n/a", "na", "null", "none", "暂无", "空", "不详", "未知", "未填", "待定"];
    let is_dash = |sign| matches!(sign, '-' | '—' | '–' | '/' | '\\' | '―');
    if squeezing(text).next().is_some_and(is_dash) {
        return squeezed(text).chars().all(is_dash);
    }
    begins_with_one(text, WORDS) && WORDS.contains(&squeezed(text).as_str())
}
