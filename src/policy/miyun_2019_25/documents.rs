//! The documents of every application. The text names only the approval of Article 6; the rest is what reviewers ask
//! for, and yields to the year's call.

use crate::rule::Document;
use crate::rule::clause::{copy_of, original};

/// The common documents, in the order in which they are bound.
pub const COMMON: &[Document] = &[
    original("申报表", "Application form"),
    original("测算明细附表", "Schedule of amounts"),
    copy_of("营业执照副本", "Business licence"),
    copy_of("法定代表人身份证件、授权委托书、经办人身份证件", "Identity documents and letter of authority"),
    copy_of("金融许可证、批复或备案公示", "Financial licence, approval or proof of filing"),
    copy_of("章程、企业信用信息公示报告", "Articles of association and public credit report"),
    copy_of(
        "新设登记通知书，或迁移登记通知书和税务迁移资料",
        "Notice of new registration, or of relocation with the tax transfer",
    ),
    copy_of("税务登记信息、统计登记证明", "Proof of tax and statistics registration"),
    original("完税证明（按年）", "Tax certificates, by year"),
    original(
        "五年内无欠税及重大税收违法证明、信用报告、监管处罚查询",
        "Five-year certificates: tax, credit, regulatory penalties",
    ),
    copy_of("上年度审计报告、财务报表、纳税申报表", "Last year's audit report, accounts and tax returns"),
    original("区域综合贡献确认函（按年）", "Letters confirming the contribution, by year"),
    copy_of("准入标准审核意见、纳入日常监管证明", "Admission opinion and certificate of supervision"),
    original("已享受及同类政策情况声明", "Statement of support received"),
    original("承诺书", "Undertaking"),
    copy_of("基本存款账户信息（户名与申报单位一致）", "Account information in the applicant's name"),
];
