//! The column that a head names: by its own words, by those of other tables, or by its calendar year.

use crate::answers::form::Column;
use crate::date::Year;
use crate::tables::heads::{self, Fit, Head};
use crate::tables::units;
use crate::text::{Text, text};

/// Where the cells of a column go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// Into this column of ours.
    Column(usize),
    /// Into the column of whose calendar year it is, row by row.
    Calendar(Year),
    /// Nowhere: it numbers the rows.
    Number,
    /// Into the column of whose calendar year the line is.
    LineFigure,
    /// Nowhere itself: it says of which year the figure beside it is, line by line.
    LineYear,
    /// Nowhere itself: it says the unit of the money beside it, line by line.
    Unit,
    /// Nowhere, and that must be said.
    Unread(Unread),
}

/// Why a column is left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unread {
    /// Its head names none of ours; perhaps it is meant for this one.
    Unknown(Option<usize>),
    /// Another column is it as well.
    Twice(usize),
    /// Its figures are in a unit or currency that this column does not take.
    Foreign(usize),
    /// What stands in brackets makes something else of it: a part of a year, a growth.
    Otherwise(usize),
    /// It has cells and no head.
    NoHead,
    /// The reader said so.
    Chosen,
}

impl Unread {
    /// Why, in words.
    #[must_use]
    pub const fn message(self) -> Text {
        match self {
            Self::Unknown(_) => text(
                "表头不认识，这一列没有读；要读请把表头改成本程序的列名。",
                "The head is not known and the column was left out: give it the name of a column of ours to have it read.",
            ),
            Self::Twice(_) => text(
                "有两列同样的表头，都没有读，请删去或改名其中一列。",
                "Two columns have this head and neither was read: take one out or rename it.",
            ),
            Self::Foreign(_) => text(
                "单位不是这一项的，这一列没有读，请换算后再填。",
                "The unit is another one and the column was left out: convert the figures first.",
            ),
            Self::Otherwise(_) => text(
                "表头括号里的说明改变了含义，这一列没有读；要读请去掉括号。",
                "The words in brackets change the meaning and the column was left out: take them out to have it read.",
            ),
            Self::Chosen => {
                text("按选择没有读；要读请选去处。", "Left out as chosen: choose where it goes to have it read.")
            }
            Self::NoHead => text(
                "没有表头，这一列没有读；要读请补上表头。",
                "There is no head and the column was left out: put one in to have it read.",
            ),
        }
    }
}

/// The column of ours that a head may be meant for, though it is not its name.
#[must_use]
pub fn resembling(head: &Head, columns: &[Column]) -> Option<usize> {
    columns.iter().position(|column| heads::resembles(head, column))
}

/// A head looked up among our columns.
pub struct NamedColumn {
    /// Where its cells go.
    pub target: Target,
    /// How well its name fits.
    pub fit: Option<Fit>,
    /// What stands in brackets, in it and in the head above it.
    pub notes: Vec<String>,
    /// It says that its figures are expected ones.
    pub forecast: bool,
}

/// Heads of columns that number the rows.
const NUMBERS: &[&str] = &["序号", "编号", "序", "no", "no.", "#", "行号", "s/n", "项次"];
/// What in brackets leaves a figure what it is.
const HARMLESS: &[&str] = &[
    "含税",
    "必填",
    "选填",
    "可空",
    "如有",
    "小写",
    "数字",
    "审定",
    "审计后",
    "审定数",
    "确认",
    "确认数",
    "区级确认",
    "区级确认数",
    "以区级确认为准",
    "以确认函为准",
    "以区里确认的为准",
    "实缴",
    "实付",
    "已确认",
    "金额",
    "required",
    "optional",
    "confirmed",
    "保留两位小数",
    "人民币",
    "rmb",
    "cny",
];
/// What makes a figure an expected one.
const FORECAST: &[&str] = &["预计", "预测", "预估", "forecast", "estimate", "estimated", "计划"];

/// The column of ours that a head names, alone or together with the head over it.
#[must_use]
pub fn name_column(group: &str, own: &str, columns: &'static [Column], title: &str) -> NamedColumn {
    let (own, group) = (Head::new(own), Head::new(group));
    let mut notes: Vec<String> = own.notes.iter().chain(&group.notes).cloned().collect();
    let unread = |unread, notes| NamedColumn { target: Target::Unread(unread), fit: None, notes, forecast: false };
    if own.whole.is_empty() && group.whole.is_empty() {
        return unread(Unread::NoHead, notes);
    }
    if NUMBERS.contains(&own.whole.as_str()) || NUMBERS.contains(&own.name.as_str()) {
        return NamedColumn { target: Target::Number, fit: None, notes, forecast: false };
    }
    // A second line that says but the unit of the first.
    let units_only = !group.name.is_empty()
        && columns.iter().any(|column| own.notes.is_empty() && units::of(&own.name, column).is_some());
    let join = |first: &Head, second: &Head| Head {
        whole: format!("{}{}", first.whole, second.whole),
        name: format!("{}{}", first.name, second.name),
        notes: Vec::new(),
    };
    // `首年` under `区域综合贡献` is called either way round.
    let [joined, turned] = [join(&group, &own), join(&own, &group)];
    let tries: Vec<&Head> = if units_only {
        notes.push(own.name.clone());
        vec![&group]
    } else if group.name.is_empty() {
        vec![&own]
    } else {
        vec![&own, &joined, &turned]
    };
    for head in tries {
        let fits = columns.iter().enumerate().filter_map(|(index, column)| Some((heads::fit(head, column)?, index)));
        if let Some((fit, index)) = fits.min() {
            // The unit that ends a name without brackets.
            if let Some((_, _)) =
                units::at_end(&head.name, &columns[index]).filter(|_| fit_needs_unit(head, &columns[index]))
            {
                notes.push(head.name.clone());
            }
            let forecast = notes.iter().any(|note| FORECAST.contains(&note.as_str()));
            if notes.iter().any(|note| changes_meaning(note, &columns[index])) {
                return unread(Unread::Otherwise(index), notes);
            }
            return NamedColumn { target: Target::Column(index), fit: Some(fit), notes, forecast };
        }
    }
    if let Some(named) = calendar(&own, &group, columns, title, &notes) {
        return named;
    }
    let maybe = resembling(&own, columns).or_else(|| resembling(&joined, columns));
    unread(Unread::Unknown(maybe), notes)
}

/// A head with a calendar year, of a table whose columns belong to years: `2023年贡献`, or `2023年` under `区域综合贡献`.
fn calendar(
    own: &Head,
    group: &Head,
    columns: &'static [Column],
    title: &str,
    notes: &[String],
) -> Option<NamedColumn> {
    let index = columns.iter().position(|column| column.year_of.is_some())?;
    let of = columns[index].year_of?;
    let (year, rest) = own.year().or_else(|| {
        let (year, rest) = group.year()?;
        Some((year, format!("{rest}{}", own.name)))
    })?;
    let mut forecast = notes.iter().any(|note| FORECAST.contains(&note.as_str()));
    let mut rest = rest.as_str();
    for word in FORECAST {
        if let Some(without) = rest.strip_prefix(word).or_else(|| rest.strip_suffix(word)) {
            (rest, forecast) = (without, true);
        }
    }
    let rest = units::at_end(rest, &columns[index]).map_or(rest, |(name, _)| name);
    let is_name = |name: &str| of.heads.iter().any(|head| heads::squeezed(head) == name);
    let group_name = group.year().map_or(group.name.clone(), |(_, rest)| rest);
    let titled = || {
        let title = heads::squeezed(title);
        title.contains("贡献") && !["税收", "收入", "营收", "利润"].iter().any(|word| title.contains(word))
    };
    let named = is_name(rest)
        || rest.is_empty()
            && (is_name(&group_name)
                || units::at_end(&group_name, &columns[index]).is_some_and(|(name, _)| is_name(name)))
        || rest.is_empty() && group.name.is_empty() && titled();
    if !named {
        return None;
    }
    let mut notes = notes.to_vec();
    notes.push(own.name.clone());
    notes.push(group.name.clone());
    let target = if notes[..notes.len() - 2].iter().any(|note| changes_meaning(note, &columns[index])) {
        Target::Unread(Unread::Otherwise(index))
    } else {
        Target::Calendar(year)
    };
    Some(NamedColumn { target, fit: Some(Fit::Other), notes, forecast })
}

/// Whether a name is a column's only after its unit is taken off.
fn fit_needs_unit(head: &Head, column: &Column) -> bool {
    let own = [column.head.zh, column.head.en].map(|own| Head::new(own).name);
    !own.contains(&head.name) && !column.also.iter().any(|other| heads::squeezed(other) == head.name)
}

/// Whether words in brackets make something else of a figure: a part of a year, a growth, a share. A bracket of our own
/// head does not.
pub(super) fn changes_meaning(note: &str, column: &Column) -> bool {
    if !column.form.is_figure()
        || units::of(note, column).is_some()
        || HARMLESS.contains(&note)
        || FORECAST.contains(&note)
    {
        return false;
    }
    if [column.head.zh, column.head.en].iter().any(|own| Head::new(own).notes.iter().any(|own| own == note)) {
        return false;
    }
    note.contains(|sign: char| sign.is_ascii_digit())
        || ["月", "季", "半年", "累计", "增", "减", "比", "率", "均", "差", "欠", "应", "未", "不含"]
            .iter()
            .any(|word| note.contains(word))
}
