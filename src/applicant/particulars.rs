//! Particulars that an office wants to see on the papers of a claim: contracts, posts, numbers of letters. No rule reads
//! them, nothing waits for them, and each is asked only with a claim that it belongs to
//! ([`crate::rule::Particular`]).

use crate::answers::answer::Table;
use crate::answers::form::{Column, Form};
use crate::answers::question::{Question, Spec, Words};
use crate::answers::subject::Subject;
use crate::applicant::{MONEY, Slot, column, key_column};
use crate::money::Money;
use crate::text::{Text, text};

/// A particular. Its words are the question, a short name, where to find it, and the document that proves it.
const fn particular(id: &'static str, slot: Slot, words: [Text; 4], form: Form) -> Spec {
    let [ask, label, hint, proof] = words;
    Spec { id, slot: slot as u8, subject: Subject::Filing, ask, label, hint, proof, form }
}

const NAME: Column = column("name", text("姓名", "Name"), Form::Words(60));
const POST: Column = column("post", text("职务", "Post"), Form::Words(60));
const AMOUNT: Column = column("amount", text("金额", "Amount"), MONEY);

/// The industry that the applicant belongs to.
pub static POSITIONING: Question<Words> = Question::new(particular(
    "positioning",
    Slot::Positioning,
    [
        text("属于本区哪一项产业定位？", "Which of the district's industries do you belong to?"),
        text("产业定位", "Industry"),
        text("照准入标准审核意见上的说法。", "As the admission opinion has it."),
        text("准入标准审核意见", "Admission opinion"),
    ],
    Form::Words(120),
));

/// Columns of [`EVENTS`].
pub mod events {
    use crate::answers::question::{Cell, Words};
    use crate::date::Date;

    /// The day.
    pub static DATE: Cell<Date> = Cell::new(0);
    /// What happened.
    pub static MATTER: Cell<Words> = Cell::new(1);
    /// Whether it is closed.
    pub static CLOSED: Cell<bool> = Cell::new(2);
}

/// Penalties, tax cases and risks of the last five years, also those that are closed.
pub static EVENTS: Question<Table> = Question::new(particular(
    "events",
    Slot::Events,
    [
        text(
            "近五年有过处罚、涉税案件或风险事件吗？",
            "Were there penalties, tax cases or risk events in the last five years?",
        ),
        text("近五年重大事项", "Events of five years"),
        text("已经办结的也列上；没有就填“没有”。", "Closed ones too; say “none” if there was none."),
        text("信用报告、监管处罚查询", "Credit report, search for regulatory penalties"),
    ],
    Form::Table(&[
        column("date", text("日期", "Date"), Form::Date),
        column("matter", text("事项", "Matter"), Form::Words(200)),
        column("closed", text("已办结", "Closed"), Form::YesNo),
    ]),
));

/// The head office or parent.
pub static HEAD_OFFICE: Question<Words> = Question::new(particular(
    "head_office",
    Slot::HeadOffice,
    [
        text("总部或母公司的全称", "Full name of the head office or parent"),
        text("总部或母公司", "Head office or parent"),
        text("照营业执照或设立批复。", "As on the licence or the approval."),
        text("总部批复设立的文件", "The head office's approval"),
    ],
    Form::Words(120),
));

/// Whether the applicant keeps its own books.
pub static SEPARATE_BOOKS: Question<bool> = Question::new(particular(
    "separate_books",
    Slot::SeparateBooks,
    [
        text("是否单独设账、独立核算？", "Do you keep books of your own?"),
        text("独立核算", "Own books"),
        text("有单独的账套和报表。", "A separate ledger and accounts."),
        text("独立核算证明", "Proof of separate accounts"),
    ],
    Form::YesNo,
));

/// What the head office has put into a branch, yuan.
pub static WORKING_CAPITAL: Question<Money> = Question::new(particular(
    "working_capital",
    Slot::WorkingCapital,
    [
        text("总部拨付的营运资金是多少？", "How much in working funds has the head office allotted?"),
        text("营运资金", "Working funds"),
        text("看拨付文件或验资报告。", "See the allotment or the capital verification."),
        text("营运资金拨付文件", "Allotment of working funds"),
    ],
    MONEY,
));

/// Columns of [`LETTERS`].
pub mod letters {
    use crate::answers::question::{Cell, FiscalYear, Words};

    /// The fiscal year.
    pub static YEAR: Cell<FiscalYear> = Cell::new(0);
    /// The number of the letter that confirms its contribution.
    pub static NUMBER: Cell<Words> = Cell::new(1);
}

/// The letters that confirm contributions.
pub static LETTERS: Question<Table> = Question::new(particular(
    "letters",
    Slot::Letters,
    [
        text("各年度贡献确认函的文号", "Numbers of the letters that confirm the contribution"),
        text("贡献确认函", "Letters of confirmation"),
        text("一年一行，照确认函抄。", "One row a year, as on the letter."),
        text("区域综合贡献确认函（按年）", "Letter confirming the contribution, by year"),
    ],
    Form::Table(&[
        key_column("year", text("财政年度", "Fiscal year"), Form::Year),
        column("number", text("文号", "Number"), Form::Words(80)),
    ]),
));

/// Columns of [`OTHER_SUPPORT`].
pub mod other_support {
    use crate::answers::question::{Cell, Words};
    use crate::money::Money;

    /// Who gives it, and under what.
    pub static GIVEN_BY: Cell<Words> = Cell::new(0);
    /// What it is for.
    pub static MATTER: Cell<Words> = Cell::new(1);
    /// How much, yuan.
    pub static AMOUNT: Cell<Money> = Cell::new(2);
}

/// Support of this year that is not claimed here, also from elsewhere.
pub static OTHER_SUPPORT: Question<Table> = Question::new(particular(
    "other_support",
    Slot::OtherSupport,
    [
        text(
            "申请年度还有哪些财政支持（含市级和其他部门）？",
            "What other public support is there in the year of application, from the city and others too?",
        ),
        text("当年其他支持", "Other support of the year"),
        text("已得和已申请的都列上；没有就填“没有”。", "Received or applied for; say “none” if there is none."),
        text("当年已得各项支持资金明细", "Schedule of the year's support"),
    ],
    Form::Table(&[
        column("given_by", text("部门和依据", "By whom, under what"), Form::Words(120)),
        column("matter", text("事项", "Matter"), Form::Words(120)),
        AMOUNT,
    ]),
));

/// Contract price of the office bought, yuan.
pub static PURCHASE_PRICE: Question<Money> = Question::new(particular(
    "purchase_price",
    Slot::PurchasePrice,
    [
        text("购房合同总价是多少？", "What is the contract price of the office?"),
        text("购房合同价", "Purchase price"),
        text("照网签合同；不影响补贴金额。", "As in the registered contract; the subsidy does not depend on it."),
        text("购房合同（网签）、发票", "Registered contract and invoice"),
    ],
    MONEY,
));

/// Number of the title to the office bought.
pub static PURCHASE_TITLE: Question<Words> = Question::new(particular(
    "purchase_title",
    Slot::PurchaseTitle,
    [
        text("不动产权证号", "Number of the title certificate"),
        text("不动产权证号", "Title number"),
        text("还没有办证的，写网签合同号。", "The number of the registered contract while there is no title."),
        text("不动产权证", "Title certificate"),
    ],
    Form::Words(80),
));

/// Columns of [`LEASE_CONTRACTS`].
pub mod lease_contracts {
    use crate::answers::question::{Cell, Words};
    use crate::date::Date;

    /// Where the office is.
    pub static PREMISES: Cell<Words> = Cell::new(0);
    /// Who lets it.
    pub static LANDLORD: Cell<Words> = Cell::new(1);
    /// Whether the landlord is related to the applicant.
    pub static RELATED: Cell<bool> = Cell::new(2);
    /// The first day of the lease.
    pub static FROM: Cell<Date> = Cell::new(3);
    /// The last day of the lease.
    pub static UNTIL: Cell<Date> = Cell::new(4);
    /// Whether part of it is let on.
    pub static SUBLET: Cell<bool> = Cell::new(5);
}

/// The contracts of the leases.
pub static LEASE_CONTRACTS: Question<Table> = Question::new(particular(
    "lease_contracts",
    Slot::LeaseContracts,
    [
        text("租赁合同", "Leases by contract"),
        text("租赁合同", "Lease contracts"),
        text("一份合同一行，照合同抄。", "One row a contract, as it says."),
        text("租赁合同、房东产权证明", "Lease and the landlord's title"),
    ],
    Form::Table(&[
        column("premises", text("坐落", "Premises"), Form::Words(120)),
        column("landlord", text("出租方", "Landlord"), Form::Words(120)),
        column("related", text("与本机构有关联", "Related to you"), Form::YesNo),
        column("from", text("起租日", "From"), Form::Date),
        column("until", text("到期日", "Until"), Form::Date),
        column("sublet", text("有转租", "Sublet"), Form::YesNo),
    ]),
));

/// Columns of [`POSTS`].
pub mod posts {
    use crate::answers::question::{Cell, Words};
    use crate::date::Date;

    /// Name.
    pub static NAME: Cell<Words> = Cell::new(0);
    /// Post.
    pub static POST: Cell<Words> = Cell::new(1);
    /// The day of appointment.
    pub static SINCE: Cell<Date> = Cell::new(2);
    /// Whether social insurance and income tax are recorded with the applicant, as the salary says.
    pub static RECORDED: Cell<bool> = Cell::new(3);
}

/// Posts of the executives that are claimed for.
pub static POSTS: Question<Table> = Question::new(particular(
    "posts",
    Slot::Posts,
    [
        text("申报的高管任什么职务？", "What posts do the executives hold?"),
        text("高管任职", "Executives' posts"),
        text("一人一行，照任职文件。", "One row a person, as appointed."),
        text("任职文件、社保和个税记录", "Appointments, social insurance and tax records"),
    ],
    Form::Table(&[
        NAME,
        POST,
        column("since", text("任职日期", "Appointed"), Form::Date),
        column("recorded", text("社保、个税与申报一致", "Agrees with insurance and tax records"), Form::YesNo),
    ]),
));

/// Columns of [`HOME_PAPERS`].
pub mod home_papers {
    use crate::answers::question::{Cell, Words};
    use crate::date::Date;

    /// Name.
    pub static NAME: Cell<Words> = Cell::new(0);
    /// The day of the contract.
    pub static SIGNED: Cell<Date> = Cell::new(1);
    /// Number of the registered contract.
    pub static CONTRACT: Cell<Words> = Cell::new(2);
    /// Number of the title.
    pub static TITLE: Cell<Words> = Cell::new(3);
}

/// Contracts and titles of executives' homes.
pub static HOME_PAPERS: Question<Table> = Question::new(particular(
    "home_papers",
    Slot::HomePapers,
    [
        text("高管购房的合同和产权证", "Contracts and titles of executives' homes"),
        text("高管购房凭证", "Papers of executives' homes"),
        text("一套一行，照网签合同和产权证。", "One row a home, as in contract and title."),
        text("购房合同（网签）、不动产权证", "Registered contract and title"),
    ],
    Form::Table(&[
        NAME,
        column("signed", text("签约日期", "Signed"), Form::Date),
        column("contract", text("网签合同号", "Contract number"), Form::Words(60)),
        column("title", text("不动产权证号", "Title number"), Form::Words(80)),
    ]),
));

/// Columns of [`CUSTODIANS`].
pub mod custodians {
    use crate::answers::question::{Cell, Words};
    use crate::money::Money;

    /// Name.
    pub static NAME: Cell<Words> = Cell::new(0);
    /// Whether it is inside Miyun.
    pub static IN_MIYUN: Cell<bool> = Cell::new(1);
    /// What it keeps, yuan.
    pub static AMOUNT: Cell<Money> = Cell::new(2);
}

/// Who keeps the assets.
pub static CUSTODIANS: Question<Table> = Question::new(particular(
    "custodians",
    Slot::Custodians,
    [
        text("由哪些机构托管？", "Who are the custodians?"),
        text("托管机构", "Custodians"),
        text("写到分支行；住所看托管机构的营业执照。", "Down to the branch; its place is on its licence."),
        text("托管协议、托管机构住所证明", "Custody agreement, proof of the custodian's place"),
    ],
    Form::Table(&[
        column("name", text("托管机构", "Custodian"), Form::Words(120)),
        column("in_miyun", text("在密云区内", "In Miyun"), Form::YesNo),
        column("amount", text("托管规模", "In custody"), MONEY),
    ]),
));

/// Columns of [`INVESTEES`].
pub mod investees {
    use crate::answers::question::{Cell, Words};
    use crate::date::Date;
    use crate::money::Money;

    /// Name.
    pub static NAME: Cell<Words> = Cell::new(0);
    /// What was paid, yuan.
    pub static PAID: Cell<Money> = Cell::new(1);
    /// The first day of payment.
    pub static PAID_ON: Cell<Date> = Cell::new(2);
    /// The day of its listing.
    pub static LISTED: Cell<Date> = Cell::new(3);
    /// The day of the exit.
    pub static EXITED: Cell<Date> = Cell::new(4);
}

/// Investments in Beijing's 高精尖 industries, one by one.
pub static INVESTEES: Question<Table> = Question::new(particular(
    "investees",
    Slot::Investees,
    [
        text("投了哪些北京高精尖企业？", "Which high-end enterprises in Beijing were invested in?"),
        text("被投企业", "Investees"),
        text(
            "一家一行，实付金额合计与上面的高精尖投资一致；没有上市或退出的留空。",
            "One row each; what was paid adds up to the high-end investment above; leave listing or exit empty if there was none.",
        ),
        text("投资协议、付款回单、上市公告、退出协议", "Agreements, payment slips, listing notice, exit agreement"),
    ],
    Form::Table(&[
        column("name", text("被投企业", "Investee"), Form::Words(120)),
        column("paid", text("实付金额", "Paid"), MONEY),
        column("paid_on", text("首次付款日", "First paid"), Form::Date),
        column("listed", text("上市或挂牌日", "Listed"), Form::Date),
        column("exited", text("退出日", "Exited"), Form::Date),
    ]),
));

/// Columns of [`PROJECT_PAPERS`].
pub mod project_papers {
    use crate::answers::question::{Cell, Words};
    use crate::money::Money;

    /// The project.
    pub static NAME: Cell<Words> = Cell::new(0);
    /// The round in which it was selected.
    pub static ROUND: Cell<Words> = Cell::new(1);
    /// Number of the notice.
    pub static NUMBER: Cell<Words> = Cell::new(2);
    /// Other bodies in it.
    pub static PARTNERS: Cell<Words> = Cell::new(3);
    /// Spent on research, yuan.
    pub static SPENT: Cell<Money> = Cell::new(4);
}

/// Notices of the selected projects.
pub static PROJECT_PAPERS: Question<Table> = Question::new(particular(
    "project_papers",
    Slot::ProjectPapers,
    [
        text("入选项目的批次和文号", "Rounds and numbers of the selected projects"),
        text("项目文号", "Papers of the projects"),
        text("一个项目一行，照入选通知。", "One row a project, as in the notice."),
        text("市级入选通知或公示", "Notice of selection"),
    ],
    Form::Table(&[
        column("name", text("项目名称", "Project"), Form::Words(120)),
        column("round", text("批次", "Round"), Form::Words(60)),
        column("number", text("文号", "Number"), Form::Words(80)),
        column("partners", text("联合单位", "Partners"), Form::Words(120)),
        column("spent", text("研发支出", "Spent on research"), MONEY),
    ]),
));

/// Columns of [`TALENTS`].
pub mod talents {
    use crate::answers::question::{Cell, Words};

    /// Name.
    pub static NAME: Cell<Words> = Cell::new(0);
    /// Post.
    pub static POST: Cell<Words> = Cell::new(1);
    /// What is needed: residence or housing.
    pub static NEED: Cell<Words> = Cell::new(2);
}

/// People for whom residence or housing is asked.
pub static TALENTS: Question<Table> = Question::new(particular(
    "talents",
    Slot::Talents,
    [
        text("为哪些人申请落户或住房？", "For whom is residence or housing asked?"),
        text("落户与住房需求", "Residence and housing"),
        text("一人一行。", "One row a person."),
        text("骨干名单、住房需求表", "List of core staff, statement of housing needs"),
    ],
    Form::Table(&[NAME, POST, column("need", text("需求", "Need"), Form::Words(80))]),
));

/// Columns of [`USES`].
pub mod uses {
    use crate::answers::question::{Cell, Words};
    use crate::money::Money;

    /// For what.
    pub static PURPOSE: Cell<Words> = Cell::new(0);
    /// How much, yuan.
    pub static AMOUNT: Cell<Money> = Cell::new(1);
}

/// What the money is to be used for.
pub static USES: Question<Table> = Question::new(particular(
    "uses",
    Slot::Uses,
    [
        text("资金打算用在哪里？", "What is the money to be used for?"),
        text("用途计划", "Plan of use"),
        text(
            "限区内扩大经营、革新技术、研发产品等；合计不超过申请金额。",
            "In the district, to extend the business, renew technology or develop products; not more than is requested.",
        ),
        text("资金使用计划", "Plan of use"),
    ],
    Form::Table(&[column("purpose", text("用途", "Purpose"), Form::Words(120)), AMOUNT]),
));
