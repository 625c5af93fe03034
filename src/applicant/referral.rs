//! Introduced enterprises (Article 27) and associations (Article 28).

use crate::answers::answer::Table;
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::answers::question::{Count, Question, Spec};
use crate::answers::subject::Subject;
use crate::applicant::identity::ASSOCIATION;
use crate::applicant::{CONTRIBUTION_HEADS, Slot, column};
use crate::money::Money;
use crate::text::text;

/// Columns of [`ENTERPRISES`].
pub mod enterprises {
    use crate::answers::question::{Cell, Words};
    use crate::date::Date;
    use crate::money::Money;

    /// Name.
    pub static NAME: Cell<Words> = Cell::new(0);
    /// Whether it fits the district's industries.
    pub static FITS: Cell<bool> = Cell::new(1);
    /// First day of paying tax in Miyun.
    pub static FIRST_TAX: Cell<Date> = Cell::new(2);
    /// Contribution of the calendar year of the first tax day and of the two after it, yuan.
    pub static YEARS: [Cell<Money>; 3] = [Cell::new(3), Cell::new(4), Cell::new(5)];
    /// Whether an association's claim under Article 28 counts it too.
    pub static COUNTED: Cell<bool> = Cell::new(6);
    /// Unified social credit code.
    pub static CODE: Cell<Words> = Cell::new(7);
    /// The day it settled in Miyun.
    pub static ARRIVED: Cell<Date> = Cell::new(8);
    /// The day of the agreement to introduce it.
    pub static AGREED: Cell<Date> = Cell::new(9);
    /// Whether it is related to the intermediary.
    pub static RELATED: Cell<bool> = Cell::new(10);
}

const ENTERPRISE_COLUMNS: &[Column] = &[
    column("name", text("企业名称", "Enterprise"), Form::Words(120)).also(&[
        "企业",
        "名称",
        "公司",
        "公司名称",
        "企业全称",
        "公司全称",
        "单位名称",
        "单位",
        "机构名称",
        "纳税人名称",
        "引进企业",
        "引进企业名称",
        "被引进企业",
        "被引进企业名称",
        "引荐企业",
        "引荐企业名称",
        "招引企业",
        "招引企业名称",
        "落地企业",
        "落地企业名称",
        "落户企业",
        "落户企业名称",
        "新引进企业名称",
        "企业法定名称",
        "enterprisename",
        "company",
        "companyname",
        "nameofenterprise",
    ]),
    column("fits", text("符合产业定位", "Fits the industries"), Form::YesNo).also(&[
        "是否符合产业定位",
        "产业定位",
        "符合产业方向",
        "是否符合产业方向",
        "产业方向",
        "是否符合本区产业定位",
        "符合本区产业定位",
        "是否符合产业",
        "产业定位是否符合",
        "是否符合区域产业定位",
        "fits",
        "fitsindustry",
    ]),
    column("first_tax", text("首次纳税日", "First tax day"), Form::Date).also(&[
        "首次纳税日期",
        "首次纳税时间",
        "首次缴税日",
        "首次缴税日期",
        "首次缴税时间",
        "首笔纳税日",
        "首笔纳税日期",
        "首笔纳税时间",
        "首笔缴税日期",
        "首笔税款入库日期",
        "首次入库日期",
        "首次纳税",
        "首次在密云纳税日期",
        "首次在密云纳税日",
        "在密云首次纳税日",
        "在密云首次纳税日期",
        "开始纳税日期",
        "纳税起始日",
        "纳税起始日期",
        "firsttaxdate",
        "firsttax",
        "dateoffirsttax",
    ]),
    column("year_1", text("首次纳税当年贡献", "Contribution, year of first tax"), Form::Money { signed: true })
        .also(&[
            "首年贡献",
            "第一年贡献",
            "首次纳税年度贡献",
            "首次纳税当年区域综合贡献",
            "首次纳税当年贡献额",
            "首年区域综合贡献",
            "第1年贡献",
            "第一年区域综合贡献",
        ])
        .in_year_of(2, 0, CONTRIBUTION_HEADS),
    column("year_2", text("次年贡献", "Contribution, next year"), Form::Money { signed: true })
        .also(&["第二年贡献", "次年区域综合贡献", "次年贡献额", "第2年贡献", "第二年区域综合贡献"])
        .in_year_of(2, 1, CONTRIBUTION_HEADS),
    column("year_3", text("第三年贡献", "Contribution, third year"), Form::Money { signed: true })
        .also(&["第3年贡献", "第三年区域综合贡献", "第三年贡献额"])
        .in_year_of(2, 2, CONTRIBUTION_HEADS),
    column("counted", text("社团（第二十八条）也计入", "Also counted under Art. 28"), Form::YesNo).also(&[
        "社团计入",
        "是否社团计入",
        "第二十八条计入",
        "是否计入第二十八条",
        "第二十八条也计入",
        "社团是否计入",
        "是否已计入社团",
        "counted",
    ]),
    column("code", text("统一社会信用代码", "Credit code"), Form::Code).also(&[
        "信用代码",
        "社会信用代码",
        "统一信用代码",
        "企业信用代码",
        "企业统一社会信用代码",
        "纳税人识别号",
        "税号",
        "uscc",
        "usci",
        "unifiedsocialcreditcode",
        "taxid",
    ]),
    column("arrived", text("落户日", "Arrived in Miyun"), Form::Date).also(&[
        "落户日期",
        "落户时间",
        "落户密云日期",
        "落地日期",
        "落地时间",
        "到密日",
        "到密日期",
        "到密时间",
        "迁入日期",
        "迁入时间",
        "入驻日期",
        "入驻时间",
        "入区日期",
        "arrivaldate",
        "arrived",
    ]),
    column("agreed", text("引荐协议签订日", "Agreement signed"), Form::Date).also(&[
        "引荐协议日期",
        "协议签订日",
        "协议签订日期",
        "协议日期",
        "委托日期",
        "agreementdate",
        "引荐协议签订日期",
        "委托函日期",
        "签约日期",
    ]),
    column("related", text("与本单位有关联", "Related to you"), Form::YesNo).also(&[
        "是否关联",
        "是否有关联",
        "关联关系",
        "关联",
        "relatedparty",
        "关联企业",
        "是否关联企业",
        "是否有关联关系",
        "与中介有关联",
        "与引荐机构是否有关联",
    ]),
];

/// Nobody is asked for what lists of introduced enterprises tell beside what counts: it is shown where it is told.
pub(super) fn is_never_asked(_: &Facts) -> bool {
    false
}

/// Whether the same applicant may claim under Article 28 too, where an enterprise counts once, Article 36.
pub(super) fn may_claim_members(facts: &Facts) -> bool {
    facts.get(&ASSOCIATION) == Some(true)
}

/// The intermediary is a legal person, Article 27.
pub static LEGAL_PERSON: Question<bool> = Question::new(Spec {
    id: "legal_person",
    slot: Slot::LegalPerson as u8,
    subject: Subject::Referral,
    ask: text("作为中介机构，是法人组织吗？", "As an intermediary, are you a legal person?"),
    label: text("法人组织", "Legal person"),
    hint: text(
        "个人和非法人组织不在第二十七条之内。",
        "Individuals and bodies without legal personality are not covered by Article 27.",
    ),
    proof: text("营业执照副本", "Copy of the business licence"),
    form: Form::YesNo,
});

/// Introduced enterprises, Article 27.
pub static ENTERPRISES: Question<Table> = Question::new(Spec {
    id: "enterprises",
    slot: Slot::Enterprises as u8,
    subject: Subject::Referral,
    ask: text("引进了哪些企业？", "Which enterprises were introduced?"),
    label: text("引进企业", "Introduced enterprises"),
    hint: text(
        "一家一行，可从Excel整块粘贴；贡献以区级部门确认的为准；没有就填“没有”。",
        "One row each, may be pasted from a spreadsheet; contributions as the district confirms them; say “none” if there is none.",
    ),
    proof: text(
        "引荐协议、引进企业确认函、贡献确认函",
        "Introduction agreement, the enterprise's confirmation, contribution letters",
    ),
    form: Form::Table(ENTERPRISE_COLUMNS),
});

/// The association fits the district, Article 28.
pub static ASSOCIATION_FITS: Question<bool> = Question::new(Spec {
    id: "association_fits",
    slot: Slot::AssociationFits as u8,
    subject: Subject::Referral,
    ask: text("社团组织是否符合本区产业发展方向？", "Does the association fit the district's industrial direction?"),
    label: text("社团方向", "Association's direction"),
    hint: text("看章程的业务范围。", "See the scope in the articles of association."),
    proof: text("社团章程", "Articles of association"),
    form: Form::YesNo,
});

/// Registered members, Article 28.
pub static MEMBERS: Question<Count> = Question::new(Spec {
    id: "members",
    slot: Slot::Members as u8,
    subject: Subject::Referral,
    ask: text("注册会员有多少家？", "How many registered members are there?"),
    label: text("注册会员", "Registered members"),
    hint: text("看会员名册。", "See the register of members."),
    proof: text("会员名册", "Register of members"),
    form: Form::Count { unit: text("家", "members"), least: 0 },
});

/// Members that pay tax in Miyun, Article 28.
pub static TAXPAYING_MEMBERS: Question<Count> = Question::new(Spec {
    id: "taxpaying_members",
    slot: Slot::TaxpayingMembers as u8,
    subject: Subject::Referral,
    ask: text("其中在密云区内纳税的会员企业有多少家？", "How many of them pay tax in Miyun?"),
    label: text("区内纳税会员", "Members paying tax here"),
    hint: text("看完税证明；不能多于会员总数。", "See the tax certificates; not more than all members."),
    proof: text("区内纳税会员名单、完税证明", "List of taxpaying members, tax certificates"),
    form: Form::Count { unit: text("家", "members"), least: 0 },
});

/// Entry-year contribution of introduced enterprises, Article 28.
pub static ENTRY_CONTRIBUTION: Question<Money> = Question::new(Spec {
    id: "entry_contribution",
    slot: Slot::EntryContribution as u8,
    subject: Subject::Referral,
    ask: text(
        "引进的企业，入区当年的区域综合贡献合计是多少？",
        "What did the introduced enterprises contribute in the year they entered?",
    ),
    label: text("入区当年贡献", "Entry-year contribution"),
    hint: text("只算引进企业，不算全体会员。", "Only introduced enterprises, not all members."),
    proof: text("引进企业清单、贡献确认函", "List of introduced enterprises, contribution letters"),
    form: Form::Money { signed: false },
});
