//! Wording of the page that shows what a file would change.

use miyun::text::{Lang, Text, text};

pub const OPENING: Text = text("打开文件：先看差别", "Before the file is opened");
pub const NOTHING: Text = text("现在没有等待打开的文件。", "No file waits to be opened.");
pub const PLACES_LEAD: Text = text(
    "工作簿里有的项目填了两处，内容不同。请选用哪一处；取消则什么也不改。",
    "Some items stand in two places of the workbook that differ. Choose which counts; cancelling changes nothing.",
);
pub const PLACES: Text = text("用哪一处", "Which one counts");
pub const EMPTY: Text = text("空着", "empty");
pub const GO_ON: Text = text("继续", "Continue");
pub const CHOOSE_FIRST: Text = text("请先为每一项选一处。", "Choose one for every item first.");
pub const GONE_LEAD: Text = text(
    "写出这份工作簿时有、现在找不到格子的项目。保留原来的内容，还是清空？取消则什么也不改。",
    "Items that were in the workbook when it was written and whose cells are gone now. Keep or clear them; cancelling changes nothing.",
);
pub const WHAT: Text = text("项目", "Item");
pub const AS_WRITTEN: Text = text("原来的内容", "As it was");
pub const KEEP: Text = text("保留原来的", "Keep them");
pub const CLEAR: Text = text("清空", "Clear them");
pub const CHANGES_LEAD: Text = text(
    "正在填写的草稿还没有动。下面逐项列出现在的内容和文件里的内容。",
    "The open draft has not been touched. Each item is shown as it is now and as it is in the file.",
);
pub const CHANGES_NOTE: Text = text("采用后可以撤销", "what is taken over can be undone");
pub const OTHER_RULES: Text = text("两份不是同一份规则，只能另存", "under other rules: it can only be kept as a copy");
pub const TAKE_ALL: Text = text("全部采用", "Take all");
pub const TAKE_TICKED: Text = text("只采用勾选的", "Take what is ticked");
pub const AS_COPY: Text = text("另开一份草稿", "Open as a copy");
pub const CANCEL: Text = text("取消", "Cancel");
pub const CANCELLED: Text = text("没有打开，草稿没有变", "Not opened; the draft is as it was");
pub const TICK_FIRST: Text = text("请先勾选要采用的项目", "Tick what is to be taken over first");
pub const NOW: Text = text("现在：", "Now: ");
pub const IN_FILE: Text = text("文件里：", "In the file: ");

/// `有42项找不到了`
pub fn gone(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有{count}项找不到了"),
        Lang::En if count == 1 => "1 answer is gone".to_owned(),
        Lang::En => format!("{count} answers are gone"),
    }
}

/// `有5项不同`
pub fn changes(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有{count}项不同"),
        Lang::En if count == 1 => "1 item differs".to_owned(),
        Lang::En => format!("{count} items differ"),
    }
}

/// `已采用5项`
pub fn taken(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已采用{count}项"),
        Lang::En => format!("Taken over: {count}"),
    }
}
