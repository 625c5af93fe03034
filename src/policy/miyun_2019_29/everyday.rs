//! Words that people use for what the text says.

use crate::rule::Everyday;
use crate::text::text;

/// The words.
pub static EVERYDAY: &Everyday = &Everyday {
    words: &[
        (&["找谁", "谁管", "哪个部门", "whom", "who"], &["管家", "服务员"]),
        (&["孩子", "上学", "小孩", "看病", "水电", "修路", "school", "doctor", "power", "road"], &["诉求"]),
        (&["热线", "电话", "投诉", "phone", "hotline"], &["12345"]),
        (&["办不下来", "卡住", "拖", "stuck", "delay"], &["协调", "逐级"]),
        (&["上市", "IPO", "listing"], &["上市"]),
        (&["名单", "怎么进", "资格", "list", "join"], &["名单", "遴选"]),
    ],
    ignored: &["怎么", "如何", "多少", "什么", "吗", "how", "what", "the", "is", "to"],
    examples: text("“管家”“12345”“名单”", "“steward”, “12345”, “list”"),
};
