//! The documents of every application. The text names only the approval of Article 6; the rest is what reviewers ask
//! for, and yields to the year's call. Each is asked only of those who can have it.

use crate::answers::facts::Facts;
use crate::applicant::identity::{INTERMEDIARY, KIND, Kind, NEWLY_ESTABLISHED, SUPERVISED};
use crate::rule::clause::{copy_of, original};
use crate::rule::{Document, Papers};
use crate::text::text;

/// What the papers say of the support.
pub static PAPERS: Papers = Papers {
    title: text("密云区金融业支持资金\n申报书", "Miyun finance support\nApplication"),
    support: text("密云区金融业支持资金", "the support of Miyun District for finance"),
    office: text("区金融办", "the district financial office"),
    addressee: text("密云区金融服务办公室：", "To the Financial Services Office of Miyun District:"),
    calendar: text("密云金融政策日历", "Miyun finance support calendar"),
    workbook: text("密云区金融业支持政策测算表", "Miyun finance support: working sheets"),
};

/// The common documents, in the order in which they are bound.
pub const COMMON: &[Document] = &[
    original("申报表", "Application form").in_part("form"),
    original("测算明细附表", "Schedule of amounts").in_part("schedule"),
    copy_of("营业执照副本", "Business licence").only(is_enterprise),
    copy_of("法定代表人身份证件、授权委托书、经办人身份证件", "Identity documents and letter of authority"),
    copy_of("金融许可证、批复或备案公示", "Financial licence, approval or proof of filing").only(is_institution),
    copy_of("章程、企业信用信息公示报告", "Articles of association and public credit report").only(is_enterprise),
    copy_of(
        "新设登记通知书，或迁移登记通知书和税务迁移资料",
        "Notice of new registration, or of relocation with the tax transfer",
    )
    .only(|facts| is_institution(facts) && facts.get(&NEWLY_ESTABLISHED).is_none()),
    copy_of("新设登记通知书", "Notice of new registration")
        .only(|facts| is_institution(facts) && facts.get(&NEWLY_ESTABLISHED) == Some(true)),
    copy_of("迁移登记通知书和税务迁移资料", "Notice of relocation and the tax transfer")
        .only(|facts| is_institution(facts) && facts.get(&NEWLY_ESTABLISHED) == Some(false)),
    copy_of("税务登记信息、统计登记证明", "Proof of tax and statistics registration"),
    original("完税证明（按年）", "Tax certificates, by year").only(is_enterprise),
    original(
        "五年内无欠税及重大税收违法证明、信用报告、监管处罚查询",
        "Five-year certificates: tax, credit, regulatory penalties",
    ),
    copy_of("上年度审计报告、财务报表、纳税申报表", "Last year's audit report, accounts and tax returns")
        .only(is_enterprise),
    copy_of("上年度审计报告、财务报表", "Last year's audit report and accounts").only(|facts| !is_enterprise(facts)),
    original("区域综合贡献确认函（按年）", "Letters confirming the contribution, by year").only(is_institution),
    copy_of("准入标准审核意见、纳入日常监管证明", "Admission opinion and certificate of supervision")
        .only(is_supervised),
    copy_of("准入标准审核意见", "Admission opinion").only(|facts| !is_supervised(facts)),
    original("已享受及同类政策情况声明", "Statement of support received").in_part("received"),
    original("承诺书", "Undertaking").in_part("undertaking"),
    copy_of("基本存款账户信息（户名与申报单位一致）", "Account information in the applicant's name"),
];

/// Not one that is only an intermediary or an association.
fn is_institution(facts: &Facts) -> bool {
    facts.get(&KIND) != Some(Kind::None)
}

/// Not one that is only an association, which has a certificate of its own (Article 28).
fn is_enterprise(facts: &Facts) -> bool {
    is_institution(facts) || facts.get(&INTERMEDIARY) == Some(true)
}

/// Whether it is expected to be on the office's list: institutions are unless they say otherwise, intermediaries and
/// associations only if they say so.
fn is_supervised(facts: &Facts) -> bool {
    facts.get(&SUPERVISED).unwrap_or_else(|| is_institution(facts))
}
