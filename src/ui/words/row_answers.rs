//! Words about what each row of a table comes to.

use miyun::rule::Sort;
use miyun::text::{Lang, Text, text};

pub const TITLE: Text = text("逐行测算", "Row by row");
pub const OPEN: Text = text("逐行测算：奖励、年度、缺项和疑问", "Row by row: amount, year, what is missing or wrong");
pub const FILTER: Text = text("只看", "Show");
pub const SORT: Text = text("排序", "Order");
pub const DOWN: Text = text("从大到小", "Largest first");
pub const FIND: Text = text("查找名称或代码", "Find a name or code");
pub const TIERS: Text = text("档次", "Tier");
pub const RATE: Text = text("比例", "Rate");
pub const ROWS: Text = text("行数", "Rows");
pub const NAME: Text = text("名称", "Name");
pub const SAYS: Text = text("测算", "Answer");
pub const NAMELESS: Text = text("（未填名称）", "(no name yet)");
pub const NONE: Text = text("没有这样的行", "No such row");
pub const FAULTS_BOOK: Text = text("有疑问的行（xlsx）", "Rows with faults (xlsx)");
pub const FAULTS_NAME: Text = text("有疑问的行", "faults");
pub const WORKED_OUT: Text = text("逐行测算，带公式（xlsx）", "Row by row, with formulas (xlsx)");
pub const TEMPLATE: Text = text("空白模板（xlsx）", "Blank template (xlsx)");
pub const TEMPLATE_NAME: Text = text("模板", "template");
pub const NO_FAULTS: Text = text("没有有疑问的行", "No row has a fault");

/// The name of an order; that of a column is its head.
pub const fn sort(sort: Sort) -> Text {
    match sort {
        Sort::Table | Sort::Column(_) => text("表中的顺序", "As in the table"),
        Sort::Standing => text("状态", "By state"),
        Sort::Gives => text("金额", "By amount"),
        Sort::Short => text("离下一档的差额", "By what is short of the next tier"),
    }
}

/// What sums rest on.
pub fn rests_on(all: usize, incomplete: usize, lang: Lang) -> String {
    match (incomplete, lang) {
        (0, Lang::Zh) => format!("合计按{all}行得出"),
        (_, Lang::Zh) => format!("合计按{all}行得出，其中{incomplete}行资料不全，只是下限"),
        (0, Lang::En) => format!("The total rests on {all} rows"),
        (_, Lang::En) => format!("The total rests on {all} rows; {incomplete} lack a fact, so it is a lower bound"),
    }
}

/// How many rows are shown.
pub fn shown(count: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("显示{count}行，共{all}行"),
        Lang::En => format!("{count} of {all} rows"),
    }
}
