//! 区域综合贡献 by fiscal year, as the district confirms it (Article 3, decision 4), and the rank it gives.

use crate::answers::answer::Table;
use crate::answers::form::{Choice, Column, Form};
use crate::answers::question::{Count, FiscalYear, Question, Spec};
use crate::answers::subject::Subject;
use crate::answers::yearly::Yearly;
use crate::applicant::{CONTRIBUTION_HEADS, Slot, YEAR_HEADS, choice, column, key_column};
use crate::text::text;

const SOURCES: &[Choice] = &[
    choice(
        "confirmed",
        text("区级确认", "Confirmed by the district"),
        text("有确认函", "With a letter of confirmation"),
    ),
    choice("forecast", text("本机构预计", "Own forecast"), text("还没有确认", "Not confirmed yet")),
];

/// Columns of [`CONTRIBUTIONS`].
pub mod contributions {
    use crate::answers::question::{Cell, FiscalYear};
    use crate::answers::yearly::Source;
    use crate::money::Money;

    /// Fiscal year.
    pub static YEAR: Cell<FiscalYear> = Cell::new(0);
    /// Contribution of the year, yuan; may be negative (refunds).
    pub static AMOUNT: Cell<Money> = Cell::new(1);
    /// Confirmed or forecast.
    pub static SOURCE: Cell<Source> = Cell::new(2);
}

const CONTRIBUTION_COLUMNS: &[Column] = &[
    key_column("year", text("财政年度", "Fiscal year"), Form::Year).also(YEAR_HEADS),
    column("contribution", text("区域综合贡献", "Contribution"), Form::Money { signed: true }).also(CONTRIBUTION_HEADS),
    column("source", text("来源", "Source"), Form::Choice(SOURCES)).also(&[
        "数据来源",
        "数据来源说明",
        "是否确认",
        "确认情况",
        "确认状态",
        "状态",
        "口径",
        "status",
    ]),
];

/// Contribution by fiscal year, Article 3.
pub static CONTRIBUTIONS: Question<Table> = Question::new(Spec {
    id: "contributions",
    slot: Slot::Contributions as u8,
    subject: Subject::Contribution,
    ask: text("各财政年度的区域综合贡献是多少？", "What was the contribution in each fiscal year?"),
    label: text("区域综合贡献", "Contribution by year"),
    hint: text(
        "填区级部门确认的数，不是纳税额；还没确认的年度可填预计数。没有数的年度留空。",
        "The figure that the district confirms, not tax paid; forecasts may be given for open years. Leave a year empty if there is no figure.",
    ),
    proof: text("区域综合贡献确认函（按年）", "Letter confirming the contribution, by year"),
    form: Form::Table(CONTRIBUTION_COLUMNS),
});

/// The contribution of a fiscal year; a negative one counts as zero (decision 4).
pub static YEARLY_CONTRIBUTION: Yearly = Yearly {
    question: &CONTRIBUTIONS,
    year: &contributions::YEAR,
    amount: &contributions::AMOUNT,
    source: &contributions::SOURCE,
};

/// Rank in the whole district, Article 14.
pub static RANK: Question<Count> = Question::new(Spec {
    id: "rank",
    slot: Slot::Rank as u8,
    subject: Subject::Contribution,
    ask: text(
        "申请年度的区域综合贡献在全区排第几？",
        "What is your rank in the district by contribution in the year of application?",
    ),
    label: text("全区排名", "Rank in the district"),
    hint: text("由区级部门确认；全区所有企业一起排。", "As confirmed by the district, among all enterprises."),
    proof: text("排名确认", "Confirmation of rank"),
    form: Form::Count { unit: text("位", ""), least: 1 },
});

/// The start already chosen under Article 19, if any.
pub static GROWTH_START: Question<FiscalYear> = Question::new(Spec {
    id: "growth_start",
    slot: Slot::GrowthStart as u8,
    subject: Subject::Contribution,
    ask: text("发展壮大资金已选定从哪一年起算？", "From which year has growth funding been chosen to start?"),
    label: text("选定的起始年度", "Chosen start"),
    hint: text(
        "还没选定就留空，程序会比较各年；选定后不能更改。",
        "Leave empty if not chosen yet: the years are compared. Once chosen it cannot be changed.",
    ),
    proof: text("起始年度书面确认", "Written choice of the start"),
    form: Form::Year,
});
