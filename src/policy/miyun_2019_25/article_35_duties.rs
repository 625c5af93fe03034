//! 第三十四至三十六条 · what a recipient undertakes

use crate::rule::Provision;

/// The undertakings of every application, in the order of the articles.
pub static UNDERTAKINGS: [&Provision; 7] = [&TRUTH, &USE, &AUDIT, &STAY, &KEEP_OFFICES, &ONCE, &REPAY];

static TRUTH: Provision = Provision::new(
    35,
    "所填内容和所附材料真实、合法、完整，线上与纸质一致",
    "all that is stated and attached is true, lawful and complete, online as on paper",
);
static USE: Provision = Provision::new(
    34,
    "资金只用于在密云的业务扩展、技术和产品研发，不作非经营支出；给个人的奖补专款专付",
    "the money is used only for business, technology and products in Miyun; awards to persons are passed on as such",
);
static AUDIT: Provision = Provision::new(
    34,
    "单独记账，配合财政、审计等部门检查",
    "separate books are kept, and inspections and audits are supported",
);
static STAY: Provision = Provision::new(
    35,
    "收到末笔资金后的五年里，注册或营业地址留在密云，注册资本和营运资金不减，税仍缴在密云；基金公司在存续期内都如此",
    "for five years after the last payment the address stays in Miyun, capital is not reduced and tax is paid here; fund companies for life",
);
static KEEP_OFFICES: Provision = Provision::new(
    35,
    "享受购房补贴的，末笔后三年内不出售；享受租房补贴的，补贴期内不转租、不改用途",
    "subsidised purchases are not sold for three years after the last payment; subsidised leases are not sublet or changed in use",
);
static ONCE: Provision =
    Provision::new(36, "同一事项没有、也不会在本区重复申领", "the same matter is not claimed twice in the district");
static REPAY: Provision = Provision::new(
    35,
    "如有违反，退回已领取的全部资金，并承担法律责任",
    "in breach, everything received is repaid, and the law applies",
);
