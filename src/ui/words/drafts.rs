//! Words about drafts.

pub use crate::ui::words::EXPORT;
use miyun::text::{Lang, Text, text};

pub const DRAFTS: Text = text("全部草稿", "All drafts");
pub const LEAD: Text = text(
    "草稿只存在这台机器的这个浏览器里。换机器或清理浏览器之前，请先导出成文件。",
    "Drafts are kept in this browser only. Export them before you change machines or clear the browser.",
);
pub const NEW: Text = text("新开一份", "New draft");
pub const NONE: Text = text("还没有草稿", "No drafts yet");
pub const NONE_SAYS: Text =
    text("答过一题就会自动存成一份草稿。", "A draft is kept as soon as one question is answered.");
pub const OPEN_NOW: Text = text("正在填写", "open now");
pub const RENAME: Text = text("重命名", "Rename");
pub const DUPLICATE: Text = text("复制一份", "Duplicate");
pub const NEXT_YEAR: Text = text("做下一年度的", "For the next year");
pub const NEXT_YEAR_TITLE: Text =
    text("下一年度的草稿已另开一份，请先核对", "The draft for the next year is a draft of its own; confirm first");
pub const DELETE: Text = text("删除", "Delete");
pub const NAME: Text = text("草稿名称", "Name of the draft");
pub const KEEP_NAME: Text = text("改好", "Save name");
pub const CANCEL: Text = text("取消", "Cancel");
pub const COPY: Text = text("（副本）", " (copy)");
pub const CERTAIN: Text = text("可测算", "Calculable ");
pub const ASIDE: Text = text("读不出来的草稿", "Drafts that cannot be read");
pub const ASIDE_NOTE: Text =
    text("原样留着，下载之后可以删除", "kept as they are; once downloaded they can be deleted");
pub const DELETED: Text = text("已删除：", "Deleted: ");
pub const BRING_BACK: Text = text("恢复", "Bring it back");
pub const RESTORED: Text = text("草稿已恢复", "The draft is back");
pub const FOLLOWED: Text = text(
    "另一个窗口改了这份草稿，这里已换成新的",
    "Another window has changed this draft; this one shows it as it is now",
);
pub const RENAMED: Text = text("名称已改", "Renamed");
pub const COPIED: Text = text("已复制一份", "Duplicated");
pub const UNDONE: Text = text("已撤销，还可撤销的步数：", "Undone; steps left to undo: ");
pub const REDONE: Text = text("已重做，还可重做的步数：", "Redone; steps left to redo: ");

/// `草稿列表（2份）`
pub fn list(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("草稿列表（{count}份）"),
        Lang::En => format!("List of drafts ({count})"),
    }
}

/// `全部草稿（2）`
pub fn all(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("全部草稿（{count}）"),
        Lang::En => format!("All drafts ({count})"),
    }
}
