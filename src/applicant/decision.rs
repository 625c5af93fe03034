//! Qualities that the government weighs, and what it has decided so far.

use crate::answers::form::{Choice, Form};
use crate::answers::question::{Chosen, Question, Spec};
use crate::answers::subject::Subject;
use crate::applicant::{Slot, choice};
use crate::text::text;

/// What the government has said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ruling {
    /// Not decided yet.
    Pending,
    /// Granted.
    Granted,
    /// Refused.
    Refused,
}

impl Ruling {
    /// Whether it was granted, once that is decided.
    #[must_use]
    pub const fn granted(self) -> Option<bool> {
        match self {
            Self::Granted => Some(true),
            Self::Refused => Some(false),
            Self::Pending => None,
        }
    }
}

impl Chosen for Ruling {
    const ALL: &'static [Self] = &[Self::Pending, Self::Granted, Self::Refused];
}

const RULINGS: &[Choice] = &[
    choice("pending", text("尚未审定", "Not decided yet"), text("还没报，或正在走程序", "Not submitted, or under way")),
    choice("granted", text("已通过", "Granted"), text("有会议纪要或认定文件", "With minutes or a decision")),
    choice("refused", text("未通过", "Refused"), text("区级部门已答复不予支持", "The district has said no")),
];

/// First quality of Articles 5 and 7.
pub static OUTSTANDING: Question<bool> = Question::new(Spec {
    id: "outstanding",
    slot: Slot::Outstanding as u8,
    subject: Subject::Decision,
    ask: text("年度区域综合贡献是否突出？", "Is your yearly contribution outstanding?"),
    label: text("贡献突出", "Outstanding contribution"),
    hint: text("细则没有写数字，以区级部门的评价为准。", "The rules give no figure; the district judges."),
    proof: text("申报书中的情况说明", "Statement in the application"),
    form: Form::YesNo,
});

/// Second quality of Articles 5 and 7; Article 22.
pub static DEMONSTRATION: Question<bool> = Question::new(Spec {
    id: "demonstration",
    slot: Slot::Demonstration as u8,
    subject: Subject::Decision,
    ask: text("对同行业是否有重大示范引导作用？", "Do you set a major example for the sector?"),
    label: text("示范引导", "Demonstration"),
    hint: text("用同业地位、首创业务等说明。", "Show it by standing in the sector or first-of-a-kind business."),
    proof: text("申报书中的情况说明", "Statement in the application"),
    form: Form::YesNo,
});

/// Third quality of Articles 5 and 7; Article 22.
pub static INFLUENCE: Question<bool> = Question::new(Spec {
    id: "influence",
    slot: Slot::Influence as u8,
    subject: Subject::Decision,
    ask: text("对本区产业发展是否有潜在影响力？", "Do you have potential influence on the district's industries?"),
    label: text("潜在影响力", "Influence"),
    hint: text("用上下游带动来说明。", "Show it by the business it brings to the district up and down the chain."),
    proof: text("申报书中的情况说明", "Statement in the application"),
    form: Form::YesNo,
});

/// Fourth quality of Articles 5 and 7.
pub static INVESTMENT_PULL: Question<bool> = Question::new(Spec {
    id: "investment_pull",
    slot: Slot::InvestmentPull as u8,
    subject: Subject::Decision,
    ask: text("对本区固定资产投资是否有明显带动？", "Do you clearly drive fixed-asset investment here?"),
    label: text("投资带动", "Investment driven"),
    hint: text("列出带动的固定资产投资。", "List the fixed-asset investment you have driven."),
    proof: text("申报书中的情况说明", "Statement in the application"),
    form: Form::YesNo,
});

/// The mayor's meeting on Article 7.
pub static OPENING_RULING: Question<Ruling> = Question::new(Spec {
    id: "opening_ruling",
    slot: Slot::OpeningRuling as u8,
    subject: Subject::Decision,
    ask: text(
        "开办补助的“一事一议”，区长办公会审定了吗？",
        "Has the district mayor's meeting decided on your opening subsidy?",
    ),
    label: text("开办补助的审定", "Decision on the opening subsidy"),
    hint: text("没报或没结果的选“尚未审定”。", "Choose “not decided yet” if not submitted or open."),
    proof: text("会议纪要（政府一侧）", "Minutes, on the government's side"),
    form: Form::Choice(RULINGS),
});

/// The government's recognition, Article 21.
pub static REWARD_RULING: Question<Ruling> = Question::new(Spec {
    id: "reward_ruling",
    slot: Slot::RewardRuling as u8,
    subject: Subject::Decision,
    ask: text("高管奖励，区政府认定了吗？", "Has the district government recognised you for the executive reward?"),
    label: text("高管奖励的认定", "Decision on the executive reward"),
    hint: text("认定以前无从测算。", "Before recognition nothing can be estimated."),
    proof: text("认定文件", "Decision"),
    form: Form::Choice(RULINGS),
});

/// The mayor's meeting on Article 22.
pub static KEY_RULING: Question<Ruling> = Question::new(Spec {
    id: "key_ruling",
    slot: Slot::KeyRuling as u8,
    subject: Subject::Decision,
    ask: text(
        "重点机构“一事一议”，区长办公会审议了吗？",
        "Has the mayor's meeting decided on you as a key institution?",
    ),
    label: text("重点机构的审议", "Decision as a key institution"),
    hint: text("没报或没结果的选“尚未审定”。", "Choose “not decided yet” if not submitted or open."),
    proof: text("会议纪要（政府一侧）", "Minutes, on the government's side"),
    form: Form::Choice(RULINGS),
});
