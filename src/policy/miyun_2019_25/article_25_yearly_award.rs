//! 第二十五条 · yearly awards

use crate::article::Article;
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds};
use crate::rule::clause::Brief;
use crate::rule::{Bound, Case, Clause, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "yearly_award",
    article: Article::new(25),
    title: text("年度金融奖项", "Yearly financial awards"),
    brief: Brief {
        whom: text("各类申请主体", "Every applicant"),
        looks_at: text("当年评选办法，届时由区级部门公布", "The rules of the year, which the district will publish"),
        gives: text("标准逐年制定，现在无从测算", "Set each year; nothing can be estimated now"),
        lasts: text("逐年评选", "Year by year"),
    },
    kinds: kinds::EVERYONE,
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&RULES, &TO_COME],
    tiers: &[],
    doubts: &[],
    evidence: &[],
    read,
};

static RULES: Provision =
    Provision::new(25, "符合当年的评选办法和奖励标准", "meets the award rules and standards of the year");
static TO_COME: Provision = Provision::new(
    25,
    "办法每年另定，报区政府批准后才有；留意当年公告",
    "the rules are made anew each year and need the government's approval: watch for the year's notice",
);

/// No answer of the applicant can tell rules that are not made yet: the condition has no figure and no question.
fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    let meets_rules = case.condition(&RULES, Place::Whole, None, None, Bound::YES);
    case.remark(&TO_COME, Place::Whole);
    case.settle(meets_rules).map(|_| ())
}
