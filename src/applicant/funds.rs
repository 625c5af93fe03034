//! Fund managers, funds and selected projects.

use crate::answers::answer::Table;
use crate::answers::form::{Column, Form};
use crate::answers::question::{Question, Spec};
use crate::answers::subject::Subject;
use crate::applicant::{Slot, column};
use crate::money::{Money, Rate};
use crate::text::text;

/// Columns of [`PROJECTS`].
pub mod projects {
    use crate::answers::question::{Cell, Words};

    /// Name.
    pub static NAME: Cell<Words> = Cell::new(0);
    /// Whether the project was selected, not only applied for.
    pub static SELECTED: Cell<bool> = Cell::new(1);
    /// Whether it is shared with other bodies.
    pub static JOINT: Cell<bool> = Cell::new(2);
}

const PROJECT_COLUMNS: &[Column] = &[
    column("name", text("项目名称", "Project"), Form::Words(120)).also(&[
        "项目",
        "创新项目",
        "创新项目名称",
        "入选项目",
        "projectname",
    ]),
    column("selected", text("已入选", "Selected"), Form::YesNo).also(&["是否入选", "是否已入选", "入选", "入选情况"]),
    column("joint", text("与其他单位联合", "Joint with others"), Form::YesNo).also(&[
        "是否联合",
        "是否联合申报",
        "联合申报",
        "联合",
        "joint",
    ]),
];

/// Assets under management, Article 8.
pub static MANAGED_ASSETS: Question<Money> = Question::new(Spec {
    id: "managed_assets",
    slot: Slot::ManagedAssets as u8,
    subject: Subject::Funds,
    ask: text("基金管理规模是多少？", "What are your assets under management?"),
    label: text("管理规模", "Assets under management"),
    hint: text("看备案系统和审计，不是认缴数。", "As in the register and the audit, not commitments."),
    proof: text("管理规模明细", "Schedule of managed assets"),
    form: Form::Money { signed: false },
});

/// Share of managed assets with a custodian in Miyun, Article 8.
pub static CUSTODY_OF_ASSETS: Question<Rate> = Question::new(Spec {
    id: "custody_of_assets",
    slot: Slot::CustodyOfAssets as u8,
    subject: Subject::Funds,
    ask: text(
        "管理资产规模中，在密云区内托管机构托管的占多少？",
        "What share of the managed assets is with a custodian in Miyun?",
    ),
    label: text("资产托管占比", "Share of assets in custody"),
    hint: text("可填50%或0.5。", "Type 50% or 0.5."),
    proof: text("托管协议、托管规模证明", "Custody agreement and statement"),
    form: Form::Share,
});

/// Share of investments with a custodian in Miyun, Article 8.
pub static CUSTODY_OF_INVESTMENTS: Question<Rate> = Question::new(Spec {
    id: "custody_of_investments",
    slot: Slot::CustodyOfInvestments as u8,
    subject: Subject::Funds,
    ask: text(
        "投资规模中，在密云区内托管机构托管的占多少？",
        "What share of the investments is with a custodian in Miyun?",
    ),
    label: text("投资托管占比", "Share of investments in custody"),
    hint: text("两项占比满足一项即可。", "Either share is enough."),
    proof: text("托管协议、托管规模证明", "Custody agreement and statement"),
    form: Form::Share,
});

/// Filed in Miyun, Article 23.
pub static FILED_IN_MIYUN: Question<bool> = Question::new(Spec {
    id: "filed_in_miyun",
    slot: Slot::FiledInMiyun as u8,
    subject: Subject::Funds,
    ask: text("管理人和基金是否都在密云完成登记备案？", "Are manager and funds registered and filed in Miyun?"),
    label: text("在密云备案", "Filed in Miyun"),
    hint: text("看管理人登记和基金备案证明。", "See the registration of the manager and the filing of the funds."),
    proof: text("管理人登记和基金备案证明", "Registration of the manager and filing of the funds"),
    form: Form::YesNo,
});

/// At least one listing and exit, Article 23.
pub static LISTED_AND_EXITED: Question<bool> = Question::new(Spec {
    id: "listed_and_exited",
    slot: Slot::ListedAndExited as u8,
    subject: Subject::Funds,
    ask: text(
        "是否至少扶持过一家北京机构挂牌上市并成功退出？",
        "Has at least one Beijing investee been listed with a successful exit?",
    ),
    label: text("上市并退出", "Listing and exit"),
    hint: text("挂牌或上市都算，一家即可。", "Either kind of listing counts; one is enough."),
    proof: text("上市公告、退出协议和回款凭证", "Listing notice, exit agreement and receipts"),
    form: Form::YesNo,
});

/// Actual investment in Beijing's 高精尖 industries, Article 23.
pub static HIGH_END_INVESTMENT: Question<Money> = Question::new(Spec {
    id: "high_end_investment",
    slot: Slot::HighEndInvestment as u8,
    subject: Subject::Funds,
    ask: text("在北京高精尖产业的实际投资是多少？", "How much was actually invested in Beijing's high-end sectors?"),
    label: text("高精尖投资", "High-end investment"),
    hint: text("实际付款，不是认缴。", "Paid, not committed."),
    proof: text("专项审计报告", "Special audit report"),
    form: Form::Money { signed: false },
});

/// Actual investment in Beijing, doubt 23.3.
pub static BEIJING_INVESTMENT: Question<Money> = Question::new(Spec {
    id: "beijing_investment",
    slot: Slot::BeijingInvestment as u8,
    subject: Subject::Funds,
    ask: text("在北京的全部实际投资是多少？", "How much was actually invested in Beijing in all?"),
    label: text("在京投资", "Beijing investment"),
    hint: text("只影响“待确认”的金额，可以不填。", "Only the amount to be confirmed depends on it; may be left empty."),
    proof: text("专项审计报告", "Special audit report"),
    form: Form::Money { signed: false },
});

/// Whether the counterpart has claimed, Article 36 (36.3).
pub static COUNTERPART_CLAIMED: Question<bool> = Question::new(Spec {
    id: "counterpart_claimed",
    slot: Slot::CounterpartClaimed as u8,
    subject: Subject::Funds,
    ask: text(
        "同一笔投资，对方（管理人或基金）申请过这项支持吗？",
        "Has the counterpart (manager or fund) claimed this support for the same investment?",
    ),
    label: text("对方已申请", "Counterpart has claimed"),
    hint: text("管理人和所管基金合起来只享受一次。", "Manager and fund together receive it once."),
    proof: text("已享受政策情况声明", "Statement of support received"),
    form: Form::YesNo,
});

/// Municipal projects, Article 26.
pub static PROJECTS: Question<Table> = Question::new(Spec {
    id: "projects",
    slot: Slot::Projects as u8,
    subject: Subject::Funds,
    ask: text("市级金融创新项目", "Municipal financial-innovation projects"),
    label: text("市级创新项目", "Municipal projects"),
    hint: text(
        "只有入选的才计，申报中的不计；没有就填“没有”。",
        "Only those selected count; say “none” if there is none.",
    ),
    proof: text("市级入选通知或公示", "Notice of selection"),
    form: Form::Table(PROJECT_COLUMNS),
});
