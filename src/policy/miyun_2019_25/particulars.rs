//! Which particulars go with which claims, as a reviewer asks for them.

use crate::answers::facts::Facts;
use crate::applicant::identity::{KIND, Kind};
use crate::applicant::particulars::{
    CUSTODIANS, EVENTS, HEAD_OFFICE, HOME_PAPERS, INVESTEES, LEASE_CONTRACTS, LETTERS, OTHER_SUPPORT, POSITIONING,
    POSTS, PROJECT_PAPERS, PURCHASE_PRICE, PURCHASE_TITLE, SEPARATE_BOOKS, TALENTS, USES, WORKING_CAPITAL,
};
use crate::policy::miyun_2019_25::article_04_kinds::FINANCIAL;
use crate::policy::miyun_2019_25::undertakings::claims;
use crate::rule::Particular;

/// In the order in which they are asked.
pub(super) static ALL: &[Particular] = &[
    Particular { question: &POSITIONING.spec, binds: |_, claimed| !claimed.is_empty() },
    Particular { question: &EVENTS.spec, binds: |_, claimed| !claimed.is_empty() },
    Particular { question: &HEAD_OFFICE.spec, binds: |facts, claimed| !claimed.is_empty() && is_part(facts) },
    Particular { question: &SEPARATE_BOOKS.spec, binds: |_, claimed| claims(claimed, &[7]) },
    Particular { question: &WORKING_CAPITAL.spec, binds: |facts, claimed| !claimed.is_empty() && is_part(facts) },
    Particular {
        question: &LETTERS.spec,
        binds: |_, claimed| claims(claimed, &[7, 12, 14, 16, 17, 18, 19, 20, 21, 22]),
    },
    Particular { question: &OTHER_SUPPORT.spec, binds: |_, claimed| !claimed.is_empty() },
    Particular { question: &PURCHASE_PRICE.spec, binds: |_, claimed| claims(claimed, &[10]) },
    Particular { question: &PURCHASE_TITLE.spec, binds: |_, claimed| claims(claimed, &[10]) },
    Particular { question: &LEASE_CONTRACTS.spec, binds: |_, claimed| claims(claimed, &[11, 12]) },
    Particular { question: &POSTS.spec, binds: |_, claimed| claims(claimed, &[14, 21]) },
    Particular { question: &HOME_PAPERS.spec, binds: |_, claimed| claims(claimed, &[14]) },
    Particular { question: &CUSTODIANS.spec, binds: |_, claimed| claims(claimed, &[8]) },
    Particular { question: &INVESTEES.spec, binds: |_, claimed| claims(claimed, &[23]) },
    Particular { question: &PROJECT_PAPERS.spec, binds: |_, claimed| claims(claimed, &[26]) },
    Particular { question: &TALENTS.spec, binds: |_, claimed| claims(claimed, &[29, 30, 31]) },
    Particular {
        question: &USES.spec,
        binds: |facts, claimed| {
            !claimed.is_empty() && facts.get(&KIND).is_some_and(|kind| FINANCIAL.contain_kind(kind as u8))
        },
    },
];

/// Whether the applicant is part of another institution, which has allotted working funds to it.
fn is_part(facts: &Facts) -> bool {
    matches!(facts.get(&KIND), Some(Kind::Branch1 | Kind::Branch2 | Kind::FunctionalHq))
}

#[cfg(test)]
mod tests {
    use super::{ALL, POSITIONING};
    use crate::article::Article;
    use crate::drafts::examples;

    #[test]
    fn nothing_is_asked_for_papers_before_something_is_claimed() {
        for example in examples::ALL {
            let facts = example.draft().unwrap().facts;
            let asked = |claimed: &[Article]| {
                let binding = ALL.iter().filter(|particular| (particular.binds)(&facts, claimed));
                binding.map(|particular| particular.question.id).collect::<Vec<_>>()
            };
            assert!(asked(&[]).is_empty(), "{}: {:?}", example.id, asked(&[]));
            assert!(asked(&[Article::new(6)]).contains(&POSITIONING.spec.id), "{}", example.id);
        }
    }
}
