//! Wording of rows that come out of a spreadsheet.

use miyun::date::Year;
use miyun::tables::naming::Target;
use miyun::text::{Lang, Text, text};

pub const OPEN: Text = text("打开表格文件", "Open a list");
pub const STOP: Text = text("停止读取", "Stop reading");
pub const STOPPED: Text = text("已停止，没有填入", "Stopped; nothing was filled in");
pub const TITLE: Text =
    text("填入之前，请核对哪一列填到哪里", "Before the rows are filled in: check which column goes where");
pub const HEADS: [Text; 4] = [
    text("表里的列", "Column of the list"),
    text("前几行", "First rows"),
    text("填到", "Goes to"),
    text("单位", "Unit"),
];
pub const GOES_TO: Text = text("填到", "Goes to");
/// Where the cells of a column go that is of its line: nothing for any other.
pub fn of_line(target: Target, lang: Lang) -> Option<String> {
    let says = match target {
        Target::LineYear => text("本行的年度", "the year of the line"),
        Target::LineFigure => text("本行年度的数", "the figure of that year"),
        Target::Unit => text("本行的单位", "the unit of the line"),
        _ => return None,
    };
    Some(says.get(lang).to_owned())
}
pub const LEAVE_OUT: Text = text("不填", "leave out");
pub const SHEET: Text = text("工作表", "Sheet");
pub const FILL: Text = text("填入", "Fill in");
pub const AFTER: Text = text("加在现有各行之后", "Add after the rows that are there");
pub const CANCEL: Text = text("取消", "Cancel");
const SURE: Text = text("每一列都有了去处", "Every column has its place");
const UNSURE: Text = text("没有选去处的列不填", "Columns without a place are left out");

/// How much of a file was read, in per cent.
pub fn reading(percent: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("正在读取…{percent}%"),
        Lang::En => format!("Reading … {percent}%"),
    }
}

/// `2023年的贡献（按首次纳税日归入）`
pub fn year(year: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year}年的数（按首次纳税日归入各年）"),
        Lang::En => format!("figures of {year}, placed by the first tax day"),
    }
}

/// `替换现有的3行`
pub fn instead(rows: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("替换现有的{rows}行"),
        Lang::En if rows == 1 => "Replace the row that is there".to_owned(),
        Lang::En => format!("Replace the {rows} rows that are there"),
    }
}

/// What comes of a mapping, in a sentence.
pub fn outcome(said: &[[String; 2]], sure: bool, lang: Lang) -> String {
    let says = if sure { SURE } else { UNSURE };
    let mut outcome = says.get(lang).to_owned();
    for [zh, en] in said {
        outcome += if lang == Lang::Zh { zh } else { en };
    }
    outcome
}
