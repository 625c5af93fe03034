//! The parts of the interview.

use crate::text::{Text, text};

/// The parts of the interview, in its order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Who applies.
    Identity,
    /// What every applicant has to meet.
    Gate,
    /// Approvals, paid-in capital and its increases.
    Capital,
    /// Contribution by fiscal year and the rank it gives.
    Contribution,
    /// Offices bought, leased or borrowed.
    Premises,
    /// Executives.
    People,
    /// Fund managers, funds and projects.
    Funds,
    /// Introduced enterprises and associations.
    Referral,
    /// What the government has decided so far.
    Decision,
    /// What the form needs besides the rules.
    Filing,
}

impl Subject {
    /// All, in the order of the interview.
    pub const ALL: [Self; 10] = [
        Self::Identity,
        Self::Gate,
        Self::Capital,
        Self::Contribution,
        Self::Premises,
        Self::People,
        Self::Funds,
        Self::Referral,
        Self::Decision,
        Self::Filing,
    ];

    /// The part of that name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.id() == id)
    }

    /// Its short name, its title and what it holds.
    #[must_use]
    pub const fn words(self) -> [Text; 3] {
        match self {
            Self::Identity => [
                text("身份", "Who"),
                text("名称、代码与日期", "Name, code and dates"),
                text("属于哪一类，何时到密云，申请哪一年", "What you are, since when in Miyun, for which year"),
            ],
            Self::Gate => [
                text("门槛", "Conditions"),
                text("申报的共同门槛", "General conditions"),
                text("每一项都要满足", "Each of them must hold"),
            ],
            Self::Capital => [
                text("资本", "Capital"),
                text("批复、实收资本与增资", "Approval, paid-in capital and increases"),
                text("看批文和验资报告", "See the approvals and capital verifications"),
            ],
            Self::Contribution => [
                text("贡献", "Contribution"),
                text("各年度区域综合贡献", "Contribution by year"),
                text("以区级部门确认的数为准", "As the district confirms it"),
            ],
            Self::Premises => [
                text("用房", "Premises"),
                text("购置、租赁与周转用房", "Offices bought, leased or borrowed"),
                text("看购房、租赁合同和租金发票", "See the contracts and rent invoices"),
            ],
            Self::People => [
                text("高管", "People"),
                text("高管购房与年薪", "Executives' homes and salaries"),
                text("一人一行", "One row for each person"),
            ],
            Self::Funds => [
                text("基金与项目", "Funds"),
                text("管理规模、投资与创新项目", "Assets managed, investments and projects"),
                text("看备案证明、托管协议和入选文件", "See filings, custody agreements and selections"),
            ],
            Self::Referral => [
                text("引荐", "Referral"),
                text("引进企业与社团会员", "Introduced enterprises and members"),
                text("引进企业一家一行，会员数照社团名册", "One row an enterprise; members as in the register"),
            ],
            Self::Decision => [
                text("审定", "Decisions"),
                text("由区政府衡量和审定的事项", "What the district weighs and decides"),
                text("已有结果的照填，没有的选尚未审定", "Give results where there are any"),
            ],
            Self::Filing => [
                text("填表", "Form"),
                text("地址、联系人、收款账户与已享受政策", "Addresses, contact, account and support received"),
                text("用于填表；以前领过的从金额里扣除", "For the form; what was received before leaves the amounts"),
            ],
        }
    }

    /// Its name in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Gate => "gate",
            Self::Capital => "capital",
            Self::Contribution => "contribution",
            Self::Premises => "premises",
            Self::People => "people",
            Self::Funds => "funds",
            Self::Referral => "referral",
            Self::Decision => "decision",
            Self::Filing => "filing",
        }
    }
}
