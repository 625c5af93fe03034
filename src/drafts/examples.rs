//! Invented applicants, one of each kind and more, to start from.

use crate::drafts::draft::{Draft, Unreadable};
use crate::json;
use crate::text::{Text, text};

/// An invented applicant.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Its name in links; its file is `public/examples/<id>.json`.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// What there is to see in it.
    pub note: Text,
    /// The draft.
    pub json: &'static str,
}

impl Example {
    /// Whether it stands open on the first page: one of each way to use it.
    #[must_use]
    pub fn is_first(&self) -> bool {
        ["bank", "insurance_branch", "fund_manager", "introducer", "association"].contains(&self.id)
    }

    /// The draft.
    ///
    /// # Errors
    /// Never for the examples listed here, as a test shows.
    pub fn draft(&self) -> Result<Draft, Unreadable> {
        Draft::from_kept(&json::parse(self.json).map_err(Unreadable::NotJson)?)
    }
}

macro_rules! examples {
    ($($id:literal: $name_zh:literal $name_en:literal, $note_zh:literal $note_en:literal;)*) => {
        /// Every example, kinds in the order of Article 4.
        pub const ALL: &[Example] = &[$(Example {
            id: $id,
            name: text($name_zh, $name_en),
            note: text($note_zh, $note_en),
            json: include_str!(concat!("../../public/examples/", $id, ".json")),
        }),*];
    };
}

examples! {
    "bank":
        "密云示例银行股份有限公司（示例）" "Miyun Example Bank",
        "法人金融机构 · 自选起始年度、购房与租房只能择一" "Legal entity · a start to choose, purchase or rent";
    "trust_introducer":
        "密云示例信托有限责任公司（示例）" "Miyun Example Trust",
        "法人金融机构，也引进企业 · 增资差一分到下一档，重点机构" "Legal entity that also introduces enterprises · one fen below a tier, key institution";
    "insurance_branch":
        "示例财产保险股份有限公司北京密云分公司（示例）" "Example P&C Insurance, Miyun branch",
        "一级分支机构 · 第二年贡献不足200万元，租房补贴断档" "First-level branch · below 2 million in the second year, a step of the rent ladder is lost";
    "sub_branch":
        "示例银行股份有限公司密云鼓楼支行（示例）" "Example Bank, Miyun Gulou sub-branch",
        "二级分支机构 · 两年翻番，第十九条与第二十条合用五年" "Second-level branch · doubled twice, Articles 19 and 20 share five years";
    "clearing_centre":
        "示例证券股份有限公司北京资金清算中心（示例）" "Example Securities clearing centre",
        "职能总部 · 没有实收资本的增资，1600平方米只补1000" "Functional headquarters · an increase without paid-in capital, 1,000 of 1,600 m²";
    "fund_manager":
        "云蒙私募基金管理有限公司（示例）" "Yunmeng Fund Management",
        "基金管理机构 · 托管恰为50%，增资越过10亿元反而不再多给" "Fund manager · custody exactly 50%, more capital pays no more";
    "fund_company":
        "潮河创业投资股份有限公司（示例）" "Chaohe Venture Capital",
        "基金公司 · 对方已申请，高管购房每人封顶" "Fund company · the counterpart has claimed, homes are capped";
    "guarantee":
        "潮白融资担保有限公司（示例）" "Chaobai Guarantee",
        "准金融机构 · 只登记备案，增资补助不符合" "Quasi-financial body · only registered, no increase subsidy";
    "accountants":
        "溪翁庄会计师事务所有限公司（示例）" "Xiwengzhuang Accountants",
        "金融配套服务机构 · 只登记备案，增资补助待确认" "Service provider · only registered, the increase subsidy is open";
    "equity_fund":
        "雾灵山股权投资基金（有限合伙）（示例）" "Wulingshan Equity Fund",
        "股权基金 · 高精尖投资差一分到20亿元" "Equity fund · one fen below 2 billion of high-end investment";
    "introducer":
        "燕落企业服务有限公司（示例）" "Yanluo Enterprise Services",
        "中介机构 · 引进18家，几家差一步到下一档" "Intermediary · 18 enterprises, some just below a tier";
    "association":
        "密云示例金融科技协会（示例）" "Miyun Example Fintech Association",
        "社团组织 · 占比55%，落在两档之间" "Association · a share of 55% falls between two tiers";
    "nothing":
        "河北示例小额贷款有限公司（示例）" "Hebei Example Micro-credit",
        "准金融机构 · 什么也得不到，逐条说明为什么" "Quasi-financial body · gets nothing, and is told why";
}
