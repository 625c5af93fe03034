//! The words of the part of the planner that compares scenarios.

pub use crate::ui::words::NOT_DOWNLOADED;
pub use crate::ui::words::interview::{NO, NOT_KNOWN, YES};
pub use crate::ui::words::packet::OFFICE_NOT_COME;
use miyun::text::{Text, text};

pub const SCENARIOS: Text = text("方案比较", "Scenarios");
pub const SCENARIOS_NOTE: Text = text(
    "最多4个，随草稿保存；不改草稿，不申报",
    "four at most, kept with the draft; they neither change it nor are filed",
);
pub const NAME: Text = text("新方案的名字", "Name of a new scenario");
pub const NEW_NAME: Text = text("新名字", "New name");
pub const ADD: Text = text("增加方案", "Add a scenario");
pub const FULL: Text = text("已有4个方案，请先删去一个。", "There are four scenarios already: remove one first.");
pub const RENAME: Text = text("改名", "Rename");
pub const REMOVE: Text = text("删去方案", "Remove");
pub const TAKE: Text = text("采用到草稿…", "Take over into the draft …");
pub const TAKE_ALL: Text = text("采用这些", "Take these over");
pub const CANCEL: Text = text("取消", "Cancel");
pub const NOTHING_TO_TAKE: Text = text("与草稿没有不同", "It does not differ from the draft");
pub const AS_ABOVE: Text = text("按上面的推算", "Assume as above");
pub const OPEN_YEARS: Text = text("没有数的以后年度按0计", "Later years without a figure count nothing");
pub const DRAFT: Text = text("草稿", "Draft");
pub const SCENARIO: Text = text("方案", "Scenario");
pub const QUESTION: Text = text("项目", "Item");
pub const ROW: Text = text("年度或行", "Year or row");
pub const COLUMN: Text = text("栏目", "Column");
pub const WHOLE: Text = text("整张表", "The whole table");
pub const NONE: Text = text("没有（空表）", "None (an empty table)");
pub const VALUE: Text = text("改为", "Instead");
pub const VALUE_NOTE: Text = text("留空为未填", "leave it empty for “not told”");
pub const NOTE: Text = text("记入方案", "Note it in the scenario");
pub const NEW_ROW: Text = text("新的一行", "A new row");
pub const CLEARED: Text = text("（未填）", "(not told)");
pub const BACK: Text = text("恢复", "Undo");
pub const NO_DIFFERENCES: Text = text("还没有不同的答案", "No answer differs yet");
pub const GONE: Text = text("草稿里已没有这一行，没有计入", "the draft has no such row any more: left out");
pub const DIFFER: Text = text("不同的答案", "Other answers");
pub const TOTALS: Text = text("合计", "Total");
pub const CLAUSES: Text = text("逐条", "By clause");
pub const YEARS: Text = text("逐年", "By year");
pub const KEY: Text = text(
    "括号里是比草稿多（+）或少（−）的数；≠表示结论不同。",
    "In brackets: more (+) or less (−) than the draft; ≠ marks another outcome.",
);
pub const EXPORT: Text = text("存为Excel", "Save as Excel");
pub const FILE: Text = text("方案比较", "scenarios");
pub const NOW: Text = text("草稿：", "Draft: ");
pub const THEN: Text = text("方案：", "Scenario: ");
