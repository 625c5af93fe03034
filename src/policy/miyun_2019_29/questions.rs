//! What is asked under this text: who in the district looks after the enterprise, how far a listing is, and the needs.

use crate::answers::answer::Table;
use crate::answers::form::{Choice, Column, Form};
use crate::answers::question::{Chosen, MOST, Question, Spec, Words};
use crate::answers::subject::Subject;
use crate::applicant::CATALOGUE;
use crate::text::{Text, text};

/// Every question, in order.
pub static QUESTIONS: &[&Spec] = &[&LEADER.spec, &INDUSTRY.spec, &LISTING.spec, &NEEDS.spec];

/// The first place of these questions among the answers: behind those of the edition that they are answered beside.
const FIRST: u8 = 120;
const _: () = assert!(CATALOGUE.len() <= FIRST as usize && FIRST as usize + QUESTIONS.len() <= MOST);

const NO_TEXT: Text = text("", "");

const fn spec(id: &'static str, place: u8, words: [Text; 3], form: Form) -> Spec {
    let [ask, label, hint] = words;
    Spec { id, slot: FIRST + place, subject: Subject::Filing, ask, label, hint, proof: NO_TEXT, form }
}

/// The district leader who is in touch with the enterprise.
pub static LEADER: Question<Words> = Question::new(spec(
    "leader",
    0,
    [
        text(
            "有对口联系的区领导吗？填姓名和职务，没有就空着。",
            "Is a district leader in touch with you? Name and post; leave it empty if there is none.",
        ),
        text("对口联系区领导", "Linked district leader"),
        text(
            "看区级部门的通知；不清楚就问区投促中心。",
            "See the district's notice, or ask the district investment promotion centre.",
        ),
    ],
    Form::Words(60),
));

/// The department that looks after the industry.
pub static INDUSTRY: Question<Words> = Question::new(spec(
    "industry_steward",
    1,
    [
        text("行业主管部门是哪一家？", "Which department is in charge of your industry?"),
        text("行业管家", "Industry steward"),
        text(
            "金融机构一般是区金融办；空着就按区金融办写。",
            "For financial institutions as a rule the district financial office, which is put where this is empty.",
        ),
    ],
    Form::Words(60),
));

/// How far a listing is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// No plan to list.
    NoPlan,
    /// The company is being made fit for it.
    Preparing,
    /// A sponsor tutors it, on record.
    Tutored,
    /// The application is made.
    Applied,
    /// It is listed.
    Listed,
}

impl Chosen for Stage {
    const ALL: &'static [Self] = &[Self::NoPlan, Self::Preparing, Self::Tutored, Self::Applied, Self::Listed];
}

const STAGES: &[Choice] = &[
    Choice { id: "no_plan", label: text("没有上市计划", "No plan to list"), gloss: NO_TEXT },
    Choice {
        id: "preparing",
        label: text("准备或股改", "Preparing, or turning into a joint-stock company"),
        gloss: NO_TEXT,
    },
    Choice { id: "tutored", label: text("已辅导备案", "Tutoring on record"), gloss: NO_TEXT },
    Choice { id: "applied", label: text("已申报", "Applied"), gloss: NO_TEXT },
    Choice { id: "listed", label: text("已上市", "Listed"), gloss: NO_TEXT },
];

/// How far a listing is.
pub static LISTING: Question<Stage> = Question::new(spec(
    "listing",
    2,
    [
        text("上市走到哪一步？", "How far is a listing?"),
        text("上市阶段", "Stage of listing"),
        text("母公司上市的，按母公司填。", "Where the parent lists, say how far that is."),
    ],
    Form::Choice(STAGES),
));

/// What a need is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// Land and premises.
    Premises,
    /// Planning.
    Planning,
    /// Finance and tax.
    Finance,
    /// Talent and housing.
    Talent,
    /// School and health.
    Public,
    /// Permits.
    Permits,
    /// Utilities.
    Utilities,
    /// Something else.
    Other,
}

impl Chosen for Field {
    const ALL: &'static [Self] = &[
        Self::Premises,
        Self::Planning,
        Self::Finance,
        Self::Talent,
        Self::Public,
        Self::Permits,
        Self::Utilities,
        Self::Other,
    ];
}

const FIELDS: &[Choice] = &[
    Choice { id: "premises", label: text("用地用房", "Land and premises"), gloss: NO_TEXT },
    Choice { id: "planning", label: text("规划", "Planning"), gloss: NO_TEXT },
    Choice { id: "finance", label: text("财税金融", "Finance and tax"), gloss: NO_TEXT },
    Choice { id: "talent", label: text("人才和住房", "Talent and housing"), gloss: NO_TEXT },
    Choice { id: "public", label: text("入学和医疗", "School and health"), gloss: NO_TEXT },
    Choice { id: "permits", label: text("审批和登记", "Permits and registration"), gloss: NO_TEXT },
    Choice { id: "utilities", label: text("水电气热和道路", "Utilities and roads"), gloss: NO_TEXT },
    Choice { id: "other", label: text("其他", "Other"), gloss: NO_TEXT },
];

impl Field {
    /// Its name in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        FIELDS.get(self as usize).map_or("", |choice| choice.id)
    }

    /// Its word.
    #[must_use]
    pub fn word(self) -> Text {
        FIELDS.get(self as usize).map_or(NO_TEXT, |choice| choice.label)
    }
}

/// How far a need is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Nothing was answered.
    Open,
    /// Something was promised.
    Promised,
    /// It is done.
    Done,
}

impl Chosen for State {
    const ALL: &'static [Self] = &[Self::Open, Self::Promised, Self::Done];
}

const STATES: &[Choice] = &[
    Choice { id: "open", label: text("待办", "Open"), gloss: NO_TEXT },
    Choice { id: "promised", label: text("已承诺", "Promised"), gloss: NO_TEXT },
    Choice { id: "done", label: text("已办结", "Done"), gloss: NO_TEXT },
];

impl State {
    /// Its name in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        STATES.get(self as usize).map_or("", |choice| choice.id)
    }

    /// Its word.
    #[must_use]
    pub fn word(self) -> Text {
        STATES.get(self as usize).map_or(NO_TEXT, |choice| choice.label)
    }
}

/// Columns of [`NEEDS`].
pub mod needs {
    use crate::answers::question::{Cell, Words};
    use crate::date::Date;
    use crate::policy::miyun_2019_29::questions::{Field, State};

    /// What it is called.
    pub static MATTER: Cell<Words> = Cell::new(0);
    /// What it is about.
    pub static FIELD: Cell<Field> = Cell::new(1);
    /// What hinders.
    pub static HINDERS: Cell<Words> = Cell::new(2);
    /// Since when.
    pub static SINCE: Cell<Date> = Cell::new(3);
    /// What is asked for.
    pub static ASKED: Cell<Words> = Cell::new(4);
    /// By when.
    pub static BY: Cell<Date> = Cell::new(5);
    /// Whom to turn to in the enterprise.
    pub static CONTACT: Cell<Words> = Cell::new(6);
    /// Papers at hand.
    pub static PAPERS: Cell<Words> = Cell::new(7);
    /// How far it is.
    pub static STATE: Cell<State> = Cell::new(8);
    /// The day that was promised.
    pub static PROMISED: Cell<Date> = Cell::new(9);
    /// What was answered.
    pub static ANSWER: Cell<Words> = Cell::new(10);
}

const fn column(id: &'static str, head: Text, form: Form, also: &'static [&'static str]) -> Column {
    Column { id, head, form, key: false, price: false, formerly: None, also, year_of: None }
}

const NEED_COLUMNS: &[Column] = &[
    column("matter", text("事项", "Matter"), Form::Words(60), &["诉求事项", "事项名称", "名称", "subject"]),
    column("field", text("领域", "Field"), Form::Choice(FIELDS), &["类别", "分类", "诉求类别", "category"]),
    column("hinders", text("遇到的困难", "What hinders"), Form::Words(300), &["困难", "问题", "存在问题", "problem"]),
    column("since", text("自哪天起", "Since"), Form::Date, &["发生时间", "起始日期"]),
    column(
        "asked",
        text("希望怎么解决", "What is asked for"),
        Form::Words(300),
        &["诉求", "诉求内容", "请求", "request"],
    ),
    column("by", text("希望哪天前办好", "By"), Form::Date, &["希望时限", "期限", "deadline"]),
    column("contact", text("本单位联系人", "Contact"), Form::Words(60), &["联系人", "联系方式"]),
    column("papers", text("已有材料", "Papers at hand"), Form::Words(200), &["材料", "附件", "documents"]),
    column("state", text("办理状态", "State"), Form::Choice(STATES), &["状态", "进展", "status"]),
    column("promised", text("承诺办结日", "Promised for"), Form::Date, &["承诺时限", "完成时限", "办结时限"]),
    column("answer", text("答复", "Answer"), Form::Words(300), &["答复内容", "办理结果", "回复", "reply"]),
];

/// What the district is asked to coordinate.
pub static NEEDS: Question<Table> = Question::new(spec(
    "needs",
    3,
    [
        text("有哪些事要区级部门协调？", "What do you need the district to coordinate?"),
        text("服务包诉求", "Needs"),
        text(
            "一件事一行；已经答复的，记下答复和承诺的日子。",
            "One row for each matter; note what was answered and the day that was promised.",
        ),
    ],
    Form::Table(NEED_COLUMNS),
));
