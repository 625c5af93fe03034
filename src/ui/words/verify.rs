//! Wording of the page that compares papers.

use miyun::text::{Text, text};

pub use crate::ui::words::interview::VERIFY;

pub const LEAD: Text = text(
    "把纸质件上的核验码，或别人交来的草稿、申报数据、工作簿，与这里打开的草稿对照：相同，或逐项列出不同。",
    "Hold a code from paper, or a draft, packet or workbook that someone sent, against the draft open here: the same, or exactly what differs.",
);
pub const OWN_CODE: Text = text("这里的草稿", "The draft open here");
pub const CODE_LABEL: Text = text("纸上的核验码", "Code on the paper");
pub const CODE_HINT: Text = text(
    "四组字母和数字，不区分大小写和空格；也可粘贴二维码读出的整行。",
    "Four groups of letters and digits; case and blanks do not matter. The whole line that a camera reads will do too.",
);
pub const COMPARE: Text = text("对照", "Compare");
pub const FILE_TITLE: Text = text("对照一份文件", "Compare a file");
pub const DROP: Text = text(
    "草稿、申报数据（JSON）、工作簿（xlsx）、材料包（zip）或申报书、服务包（docx）拖到这里",
    "Drop a draft, a packet (JSON), a workbook (xlsx), the packed papers (zip) or a paper (docx) here",
);
pub const CHOOSE: Text = text("选择文件", "Choose a file");
pub const READING: Text = text("正在读取…", "Reading …");
pub const NOT_OPENED: Text = text("这个文件打不开", "This file cannot be opened");
pub const UNTOUCHED: Text = text("这里的草稿没有变。", "The draft open here is as it was.");
pub const ANSWERS: Text = text("不同的答案", "Answers that differ");
pub const BESIDE: Text = text("不同的服务包诉求", "Needs of the service package that differ");
pub const CHOICES: Text = text("不同的取舍", "Choices that differ");
pub const AMOUNTS: Text = text("不同的金额（元）", "Amounts that differ (yuan)");
pub const WHAT: Text = text("项目", "What");
pub const HERE: Text = text("这里", "Here");
pub const THERE: Text = text("文件里", "In the file");
pub const TAMPERED: Text =
    text("文件里写的与它自己的答案对不上", "What the file says does not follow from its own answers");
pub const OTHER_VERSION: Text =
    text("文件由另一版本的程序写成：", "The file was written by another version of the program: ");
pub const OPEN_IT: Text = text("打开文件里的草稿", "Open the draft in the file");
