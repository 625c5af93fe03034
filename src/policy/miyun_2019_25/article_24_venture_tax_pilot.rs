//! 第二十四条 · tax treatment of venture capital

use crate::applicant::identity::Kind;
use crate::article::Article;
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds};
use crate::rule::clause::Brief;
use crate::rule::{Case, Clause, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "venture_tax_pilot",
    article: Article::new(24),
    title: text("创投税收政策", "Tax treatment of venture capital"),
    brief: Brief {
        whom: text(
            "投资初创科技企业的基金管理机构、基金公司和基金",
            "Fund managers, fund companies and funds that invest in young technology companies",
        ),
        looks_at: text("是否合乎财税〔2018〕55号的条件", "Whether the conditions of 财税〔2018〕55号 are met"),
        gives: text(
            "国家的税收优惠，本区不另行安排资金，这里不计金额",
            "National tax relief; no district money, not priced here",
        ),
        lasts: text("随国家税收政策", "As the national tax policy says"),
    },
    kinds: kinds::of(&[Kind::FundManager, Kind::FundCompany, Kind::Fund]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&RELIEF],
    tiers: &[],
    doubts: &[],
    evidence: &[],
    read,
};

static RELIEF: Provision = Provision::new(
    24,
    "税收优惠按财税〔2018〕55号，向税务局办理；只列出，不计金额",
    "tax relief under 财税〔2018〕55号, through the tax bureau: listed, not priced",
);

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.settle(())?;

    case.remark(&RELIEF, Place::Whole);
    case.in_kind();
    Ok(())
}
