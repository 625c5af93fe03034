//! Wording of the packet's page.

use miyun::money::Money;
use miyun::text::{Lang, Text, text};

use crate::ui::clauses::figures::amount;

pub use crate::ui::words::{EXPORT, PRINT};

pub const PACKET: Text = text("申报材料", "The packet");
pub const LEAD: Text = text(
    "屏上所见即打印所得：A4，正文三号仿宋，每页二十二行。",
    "What you see is what is printed, on A4. The filed papers are the Chinese ones; this English copy is for reading.",
);
pub const TOOLS: Text = text("导出与检查", "Export and checks");
pub const CLAIMED: Text = text("申报哪几条", "Clauses to claim");
pub const PAID: Text = text("以前已领，不再申报", "received before: not applied for again");
pub const CLAIMED_NONE: Text = text("目前没有可申报的条款。", "There is no clause to claim yet.");
pub const OFFERED: Text = text(
    "写着“待确认”“实物支持”的，勾选了才列入。",
    "Those marked “to be confirmed” or “in kind” are claimed only when ticked.",
);
pub const BEFORE_EXPORT: Text = text("导出前检查", "Before you export");
pub const PARTS: Text = text("本册各部分", "Parts");
pub const SETS: Text = text("各册（分别打印、导出）", "Sets of papers, printed and saved one by one");
pub const FILED: Text = text("申报材料", "Papers to file");
pub const BLOCKED: Text =
    text("申报条款互相排斥，改好才能导出。", "The claims exclude each other: mend that before exporting.");
pub const OPEN_POINTS: Text = text(
    "还有未完成的事项也可先导出，每页标“草稿”。",
    "You may export with open points; every sheet then says “Draft”.",
);
pub const FINE: Text = text("无误", "OK");
pub const NOT_LOOKED_AT: Text = text("未填", "not told");
pub const MUST: Text = text("须先改", "must be mended");
pub const MAY_WAIT: Text = text("可先导出", "can be done later");

pub const PREPARE: Text = text("备料", "Prepare");
pub const STATEMENTS: Text = text("情况说明", "Statements");
pub const STATEMENTS_NOTE: Text = text(
    "数已按答案填好；方括号里的请写成自己的话。",
    "Figures come from your answers; put what stands in brackets in your own words.",
);
pub const RESET: Text = text("恢复模板", "Back to the template");
pub const OWN_WORDS: Text =
    text("已改写，答案再变时不会自动更新。", "In your own words; changed answers do not update it.");
pub const DOCUMENTS: Text = text("材料清单", "Checklist of documents");
pub const COPIES: Text = text("份数", "Copies");
pub const PAGES: Text = text("页码", "Pages");
pub const READY: Text = text("齐备", "At hand");
pub const BAD_COPIES: Text = text("份数填1至99的整数。", "Copies: a whole number from 1 to 99.");
pub const BAD_PAGES: Text = text("页码最多20个字。", "Pages: 20 characters at most.");
pub const UNDERTAKINGS: Text = text("承诺", "Undertakings");
pub const CONFIRM: Text = text(
    "以上各条已逐条读过，由有权代表本单位的人确认",
    "Each has been read and is confirmed by someone who may act for the institution",
);
pub const CONFIRMED: Text = text("已确认", "confirmed");
pub const NOT_CONFIRMED: Text = text("尚未确认", "not confirmed");

pub const SAVED: Text = text("已保存：", "Saved: ");
pub const OFFICE_NOT_COME: Text = text(
    "导出程序没有取到，请检查网络后再试。填写的内容都在。",
    "The part that makes files could not be loaded: check the network and try again. Your answers are safe.",
);
pub const NOT_READ: Text = text("浏览器读不了这个文件。", "The browser cannot read this file.");

/// What the total loses by the clauses that are not ticked.
pub fn given_up(less: Money, lang: Lang) -> String {
    let less = amount(less, lang);
    match lang {
        Lang::Zh => format!("有的条款没有勾选：可测算合计比全部申报少{less}。"),
        Lang::En => format!("Some clauses are unticked: the calculable total is {less} less than with all of them."),
    }
}
