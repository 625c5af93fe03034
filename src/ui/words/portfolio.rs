//! Words about many applicants.

use miyun::drafts::portfolio::Rank;
use miyun::rule::When;
use miyun::text::{Lang, Text, text};

pub const PORTFOLIO: Text = text("多家测算", "Many applicants");
pub const LEAD: Text = text(
    "打开多份草稿，或一行一家的表，一页看清各家金额、缺项和先后。文件不离开本机。",
    "Open many drafts, or a table with one applicant a row, and see what each comes to, lacks and ranks. No file leaves this machine.",
);
pub const OPEN: Text = text("打开文件", "Open files");
pub const DROP: Text = text(
    "把文件拖到这里，可以一次多个：草稿（JSON、Excel、ZIP），装着多份草稿的压缩包，或一行一家的表（xlsx、xls、ods、csv）。",
    "Drop files here, several at once: drafts (JSON, Excel, ZIP), an archive of drafts, or a table with one applicant a row (xlsx, xls, ods, csv).",
);
pub const CHOOSE: Text = text("选择文件", "Choose files");
pub const HEADS: Text = text(
    "表的第一行写题目名称，例如“机构名称”“机构类别”“申请年度”“2025年区域综合贡献（万元）”。",
    "The first line of a table names questions, such as “Kind of institution”, “Year of application”, “Contribution 2025”.",
);
pub const STOP: Text = text("停止", "Stop");
pub const STOPPED: Text = text("已停止。", "Stopped. ");
pub const CLEAR: Text = text("清空本页", "Clear this page");
pub const CLEARED: Text = text("本页已清空，已另存的草稿不受影响", "The page is cleared; drafts that were kept stay");
pub const NOTES: Text = text("没有读或需核对的内容", "Not read, or to be checked");
pub const TOTALS: Text = text("合计", "Totals");
pub const TIME: Text = text("何时", "When");
pub const BY_CLAUSE: Text = text("按条款", "By clause");
pub const CLAUSE: Text = text("条款", "Clause");
pub const MET: Text = text("符合", "Met");
pub const TO_COMPLETE: Text = text("待补充", "Open");
pub const BY_YEAR: Text = text("按年度", "By year");
pub const YEAR: Text = text("年度", "Year");
pub const APPLICANTS: Text = text("各家", "Applicants");
pub const APPLICANT: Text = text("机构", "Applicant");
pub const MISSING: Text = text("还缺", "Missing");
pub const NOTHING: Text = text("不缺", "nothing");
pub const REPEATED: Text = text("可能重复", "perhaps twice");
pub const RANKED: Text = text("排序", "Order");
pub const MORE: Text = text("再显示100家", "Show 100 more");
pub const PACK: Text = text("全部申报材料（ZIP）", "All packets (ZIP)");
pub const PACK_NAME: Text = text("各家申报材料", "packets");
pub const PACKED: Text = text("已保存：", "Saved: ");

/// The name of an order.
pub const fn rank(rank: Rank) -> Text {
    match rank {
        Rank::Amount(When::Now) => text("本年可申请，从多到少", "By what can be applied for now"),
        Rank::Amount(When::Past) => text("以前年度，从多到少", "By earlier years"),
        Rank::Amount(When::Later) => text("以后年度，从多到少", "By later years"),
        Rank::Missing => text("缺项，从多到少", "By what is missing"),
        Rank::Name => text("名称", "By name"),
        Rank::Opened => text("打开的顺序", "As opened"),
    }
}

/// The head of a time, in a table.
pub const fn time(when: When) -> Text {
    match when {
        When::Now => text("本年可申请", "Now"),
        When::Past => text("以前年度", "Earlier years"),
        When::Later => text("以后年度", "Later years"),
    }
}

/// What sums rest on.
pub fn rests_on(all: usize, complete: usize, lang: Lang) -> String {
    match (complete == all, lang) {
        (true, Lang::Zh) => format!("共{all}家，资料都齐"),
        (false, Lang::Zh) => format!("共{all}家，其中{complete}家资料齐全；其余各家的数只是下限"),
        (true, Lang::En) => format!("{all} applicants, none lacks a fact"),
        (false, Lang::En) => format!("{all} applicants, {complete} complete; the sums of the others are lower bounds"),
    }
}

/// `机构类别、申请年度等5项`
pub fn missing(named: &[&str], all: usize, lang: Lang) -> String {
    match (all > named.len(), lang) {
        (_, Lang::Zh) if all == 0 => NOTHING.zh.to_owned(),
        (_, Lang::En) if all == 0 => NOTHING.en.to_owned(),
        (true, Lang::Zh) => format!("{}等{all}项", named.join("、")),
        (false, Lang::Zh) => named.join("、"),
        (true, Lang::En) => format!("{} and {} more", named.join(", "), all - named.len()),
        (false, Lang::En) => named.join(", "),
    }
}

/// How many files are read.
pub fn opening(name: &str, place: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("正在读第{place}个，共{all}个：{name}"),
        Lang::En => format!("Reading {place} of {all}: {name}"),
    }
}

/// How many packets are made.
pub fn packing(done: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("正在整理第{done}家，共{all}家"),
        Lang::En => format!("Making packet {done} of {all}"),
    }
}

/// What was opened.
pub fn opened(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("打开了{count}家"),
        Lang::En => format!("Applicants opened: {count}"),
    }
}
