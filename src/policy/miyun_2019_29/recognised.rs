//! Needs that 25号 answers already: they are applied for there, and not asked for again.

use crate::policy::miyun_2019_25::{
    article_06_opening_legal_entity, article_07_opening_branch, article_08_opening_fund_manager,
    article_10_office_purchase, article_11_office_rent_legal_entity, article_12_office_rent,
    article_13_transitional_office, article_14_executive_homes, article_16_capital_increase,
    article_17_capital_increase_quasi, article_18_cumulative_increase, article_19_growth, article_20_innovation,
    article_21_executive_reward, article_29_talent_residence_funds, article_30_talent_residence,
    article_31_talent_housing,
};
use crate::policy::miyun_2019_29::needs::Need;
use crate::policy::miyun_2019_29::questions::Field;
use crate::rule::{Clause, Outcome, Report};

/// What people call something that clauses answer.
struct Answered {
    /// What such a need is about.
    fields: &'static [Field],
    /// What is said of it, in either language.
    words: &'static [&'static str],
    /// The clauses.
    clauses: &'static [&'static Clause],
}

static ANSWERED: &[Answered] = &[
    Answered {
        fields: &[Field::Premises, Field::Finance, Field::Other],
        words: &["租金", "房租", "租房补贴", "租赁补贴", "rent"],
        clauses: &[&article_11_office_rent_legal_entity::CLAUSE, &article_12_office_rent::CLAUSE],
    },
    Answered {
        fields: &[Field::Premises, Field::Finance, Field::Other],
        words: &[
            "购置办公",
            "购买办公",
            "买办公",
            "办公用房购置",
            "购房补贴",
            "buy office",
            "buying office",
            "purchase of office",
        ],
        clauses: &[&article_10_office_purchase::CLAUSE],
    },
    Answered {
        fields: &[Field::Premises, Field::Other],
        words: &["周转用房", "筹建期办公", "临时办公", "transitional office"],
        clauses: &[&article_13_transitional_office::CLAUSE],
    },
    Answered {
        fields: &[Field::Talent, Field::Other],
        words: &["高管购房", "高管买房", "executives' homes", "executive home"],
        clauses: &[&article_14_executive_homes::CLAUSE],
    },
    Answered {
        fields: &[Field::Talent, Field::Other],
        words: &[
            "公租房",
            "共有产权",
            "保障房",
            "保障性住房",
            "人才住房",
            "宿舍",
            "rental home",
            "housing",
            "dormitor",
        ],
        clauses: &[&article_31_talent_housing::CLAUSE],
    },
    Answered {
        fields: &[Field::Talent, Field::Permits, Field::Other],
        words: &["落户", "户口", "进京指标", "residence", "hukou"],
        clauses: &[&article_29_talent_residence_funds::CLAUSE, &article_30_talent_residence::CLAUSE],
    },
    Answered {
        fields: &[Field::Finance, Field::Other],
        words: &["增资", "capital increase"],
        clauses: &[
            &article_16_capital_increase::CLAUSE,
            &article_17_capital_increase_quasi::CLAUSE,
            &article_18_cumulative_increase::CLAUSE,
        ],
    },
    Answered {
        fields: &[Field::Finance, Field::Other],
        words: &["发展资金", "发展壮大", "经营贡献奖励", "growth funding", "growth support"],
        clauses: &[&article_19_growth::CLAUSE, &article_20_innovation::CLAUSE],
    },
    Answered {
        fields: &[Field::Finance, Field::Talent, Field::Other],
        words: &["高管奖励", "高管个税", "个人所得税", "executive reward", "income tax"],
        clauses: &[&article_21_executive_reward::CLAUSE],
    },
    Answered {
        fields: &[Field::Finance, Field::Other],
        words: &["开办补助", "落地补助", "opening subsidy"],
        clauses: &[
            &article_06_opening_legal_entity::CLAUSE,
            &article_07_opening_branch::CLAUSE,
            &article_08_opening_fund_manager::CLAUSE,
        ],
    },
];

/// The clauses that answer a need and are for such an applicant, in the order of the articles. `report` is that of the
/// draft's own edition.
#[must_use]
pub fn answered_by(need: &Need, report: &Report) -> Vec<&'static Clause> {
    let says = need.says();
    let is_meant = |answered: &&Answered| {
        answered.fields.contains(&need.field) && answered.words.iter().any(|words| says_so(&says, words))
    };
    let for_it =
        |clause: &&'static Clause| report.of(clause.id).is_some_and(|own| own.outcome != Outcome::NotApplicable);
    ANSWERED.iter().filter(is_meant).flat_map(|answered| answered.clauses.iter().copied()).filter(for_it).collect()
}

/// Whether these words are said: English ones from the start of a word, for “current” is no rent.
fn says_so(says: &str, words: &str) -> bool {
    let begins = |at: usize| !says[..at].ends_with(|sign: char| sign.is_ascii_alphabetic());
    says.match_indices(words).any(|(at, _)| !words.is_ascii() || begins(at))
}
