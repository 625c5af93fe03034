//! The words beside the page for the board.

pub use crate::ui::words::NOT_DOWNLOADED;
pub use crate::ui::words::packet::OFFICE_NOT_COME;
use miyun::text::{Text, text};

pub const BOARD: Text = text("决策参考", "For the board");
pub const BOARD_NOTE: Text = text(
    "一页：建议、备选、假设、风险和存疑；不申报",
    "one page: recommendation, alternatives, assumptions, risks and open questions; not filed",
);
pub const SHOW: Text = text("看这一页", "Show the page");
pub const HIDE: Text = text("收起", "Hide the page");
pub const PRINT: Text = text("打印这一页", "Print this page");
pub const WORD: Text = text("存为Word", "Save for Word");
