//! Approvals, paid-in capital and its increases.

use crate::answers::answer::Table;
use crate::answers::form::{Choice, Column, Form};
use crate::answers::question::{Chosen, Question, Spec, Words};
use crate::answers::subject::Subject;
use crate::applicant::{MONEY, Slot, YEAR_HEADS, choice, column, key_column};
use crate::money::Money;
use crate::text::text;

/// Who approved or registered a quasi-financial body or a service provider, Articles 12, 15, 17 and 19.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Approved by the Beijing financial authority.
    Beijing,
    /// Approved by another financial authority.
    Elsewhere,
    /// Only registered or filed with a financial authority.
    Registered,
    /// Neither approved nor registered.
    Neither,
}

impl Chosen for Standing {
    const ALL: &'static [Self] = &[Self::Beijing, Self::Elsewhere, Self::Registered, Self::Neither];
}

const STANDINGS: &[Choice] = &[
    choice(
        "beijing",
        text("北京市金融主管部门审批", "Approved by the Beijing financial authority"),
        text("有市级批文", "With a municipal approval"),
    ),
    choice(
        "elsewhere",
        text("其他金融主管部门审批", "Approved by another financial authority"),
        text("国家或其他地方的批文", "National, or of another place"),
    ),
    choice(
        "registered",
        text("只登记备案", "Only registered or filed"),
        text("在金融主管部门登记备案，没有批文", "On a financial authority's register, without an approval"),
    ),
    choice("neither", text("都没有", "Neither"), text("既未审批，也未登记备案", "Neither approved nor registered")),
];

/// Columns of [`INCREASES`].
pub mod increases {
    use crate::answers::question::Cell;
    use crate::date::Date;
    use crate::money::Money;

    /// Day of the increase.
    pub static DATE: Cell<Date> = Cell::new(0);
    /// Increase of paid-in capital, yuan.
    pub static AMOUNT: Cell<Money> = Cell::new(1);
}

/// Columns of [`APPLICATIONS`].
pub mod applications {
    use crate::answers::question::{Cell, FiscalYear};

    /// Year of an application for the capital-increase subsidy.
    pub static YEAR: Cell<FiscalYear> = Cell::new(0);
}

const INCREASE_COLUMNS: &[Column] = &[
    column("date", text("增资日期", "Date of increase"), Form::Date).also(&[
        "日期",
        "增资时间",
        "增资日",
        "到账日期",
        "实缴日期",
        "出资日期",
        "实缴到位日期",
        "date",
    ]),
    column("amount", text("实收资本增加额", "Increase of paid-in capital"), MONEY).also(&[
        "增资额",
        "增资金额",
        "增加额",
        "增加金额",
        "实收资本增加",
        "实缴增资额",
        "实缴金额",
        "新增实收资本",
        "金额",
        "amount",
        "increase",
    ]),
];

const APPLICATION_COLUMNS: &[Column] =
    &[key_column("year", text("申请年度", "Year of application"), Form::Year).also(YEAR_HEADS)];

/// A national regulator's approval, Article 6.
pub static NATIONAL_APPROVAL: Question<bool> = Question::new(Spec {
    id: "national_approval",
    slot: Slot::NationalApproval as u8,
    subject: Subject::Capital,
    ask: text(
        "是否持有国家金融管理部门的设立批复？",
        "Do you hold a national financial regulator's approval of establishment?",
    ),
    label: text("国家级批复", "National approval"),
    hint: text(
        "批复机关须是国家金融管理部门，市级机关的不算。",
        "The approval must come from a national regulator; a municipal one does not count.",
    ),
    proof: text("国家金融管理部门批复、金融许可证", "National approval and financial licence"),
    form: Form::YesNo,
});

/// Approval or registration of quasi and support bodies, Articles 12, 17 and 19.
pub static STANDING: Question<Standing> = Question::new(Spec {
    id: "standing",
    slot: Slot::Standing as u8,
    subject: Subject::Capital,
    ask: text("由谁审批，或在哪里登记备案？", "Who approved you, or where are you registered?"),
    label: text("审批或备案", "Approval or registration"),
    hint: text(
        "看批文或备案公示；市级审批和只备案的结果不同。",
        "See the approval or the public register; the two have different consequences.",
    ),
    proof: text("市级批文或备案公示", "Approval or proof of registration"),
    form: Form::Choice(STANDINGS),
});

/// For the form only.
pub static APPROVAL_NUMBER: Question<Words> = Question::new(Spec {
    id: "approval_number",
    slot: Slot::ApprovalNumber as u8,
    subject: Subject::Capital,
    ask: text("批复或备案的机关与文号", "Authority and number of the approval or filing"),
    label: text("批复文号", "Approval number"),
    hint: text("照批文抄写，填表用，不影响测算。", "As on the document; used in the form, not in the estimate."),
    proof: text("", ""),
    form: Form::Words(120),
});

/// Registered capital, for the form and the checks.
pub static REGISTERED_CAPITAL: Question<Money> = Question::new(Spec {
    id: "registered_capital",
    slot: Slot::RegisteredCapital as u8,
    subject: Subject::Capital,
    ask: text("注册资本是多少？", "What is your registered capital?"),
    label: text("注册资本", "Registered capital"),
    hint: text("营业执照上的数；只用于核对和填表。", "The figure on the licence; used for checks and the form only."),
    proof: text("营业执照副本", "Copy of the business licence"),
    form: Form::Money { signed: false },
});

/// Paid-in capital at application, Articles 6, 8 and 22.
pub static PAID_IN: Question<Money> = Question::new(Spec {
    id: "paid_in",
    slot: Slot::PaidIn as u8,
    subject: Subject::Capital,
    ask: text("申请时的实收资本是多少？", "What is your paid-in capital at the time of application?"),
    label: text("实收资本", "Paid-in capital"),
    hint: text(
        "看验资报告或审计报告的实收资本，不是注册（认缴）数；外币先折成人民币。",
        "See the capital verification or audit report, not the subscribed figure; convert foreign currency to yuan.",
    ),
    proof: text("验资报告或审计报告", "Capital verification or audit report"),
    form: Form::Money { signed: false },
});

/// Increases of paid-in capital, Articles 16–18.
pub static INCREASES: Question<Table> = Question::new(Spec {
    id: "increases",
    slot: Slot::Increases as u8,
    subject: Subject::Capital,
    ask: text("历次实收资本增资", "Increases of paid-in capital"),
    label: text("历次增资", "Capital increases"),
    hint: text(
        "每次一行，从变更登记和验资报告抄；没有增资就填“没有”。",
        "One row each, from the change registrations and capital verifications; say “none” if there was none.",
    ),
    proof: text("增资决议、变更登记通知书、验资报告", "Resolution, change registration and capital verification"),
    form: Form::Table(INCREASE_COLUMNS),
});

/// A reduction makes Articles 16–18 unknown (decision on Article 18).
pub static CAPITAL_REDUCED: Question<bool> = Question::new(Spec {
    id: "capital_reduced",
    slot: Slot::CapitalReduced as u8,
    subject: Subject::Capital,
    ask: text("《意见》发布以来减过资吗？", "Has capital been reduced since the 2018 Opinion?"),
    label: text("减资", "Capital reduction"),
    hint: text(
        "减过资的，增资补助无法测算，须先问区金融办。",
        "If so the increase subsidy cannot be estimated: ask the district office first.",
    ),
    proof: text("", ""),
    form: Form::YesNo,
});

/// Years of application for the increase subsidy, Articles 16–18.
pub static APPLICATIONS: Question<Table> = Question::new(Spec {
    id: "applications",
    slot: Slot::Applications as u8,
    subject: Subject::Capital,
    ask: text(
        "在哪些年度申请过、或打算申请增资补助？",
        "In which years was, or will be, the capital-increase subsidy applied for?",
    ),
    label: text("增资补助申请", "Applications for the increase subsidy"),
    hint: text(
        "一年最多一次。按那一年底以前的累计增资和那一年的贡献来核。",
        "At most one a year. Each is checked against the increases up to that year's end and that year's contribution.",
    ),
    proof: text("历次奖励拨款凭证", "Proof of earlier payments"),
    form: Form::Table(APPLICATION_COLUMNS),
});
