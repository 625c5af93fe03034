//! 密政发〔2019〕25号: the contents page.

pub mod article_02_gate;
pub mod article_04_kinds;
pub mod article_06_opening_legal_entity;
pub mod article_07_opening_branch;
pub mod article_08_opening_fund_manager;
pub mod article_10_office_purchase;
pub mod article_11_office_rent_legal_entity;
pub mod article_12_office_rent;
pub mod article_13_transitional_office;
pub mod article_14_executive_homes;
pub mod article_16_capital_increase;
pub mod article_17_capital_increase_quasi;
pub mod article_18_cumulative_increase;
pub mod article_19_growth;
mod article_19_starts;
pub mod article_20_innovation;
pub mod article_21_executive_reward;
pub mod article_22_key_institution;
pub mod article_23_real_economy_investment;
pub mod article_24_venture_tax_pilot;
pub mod article_25_yearly_award;
pub mod article_26_municipal_projects;
mod article_27_enterprises;
mod article_27_faults;
pub mod article_27_referral;
mod article_27_rows;
mod article_27_verdict;
mod article_27_years;
pub mod article_28_association_reward;
pub mod article_29_talent_residence_funds;
pub mod article_30_talent_residence;
pub mod article_31_talent_housing;
mod article_32_calendar;
mod article_32_procedure;
mod article_33_payments;
pub mod article_35_duties;
mod article_35_repayable;
mod article_36_alternatives;
pub mod article_36_clock;
mod article_36_introductions;
pub mod article_36_limits;
mod article_36_notes;
mod article_36_sum;
mod common;
pub mod contents;
pub mod documents;
mod everyday;
pub mod flags;
pub mod glossary;
mod increases;
mod leases;
mod particulars;
mod received;
mod sections;
mod starts;
mod statements;
mod undertakings;

use crate::applicant::CATALOGUE;
use crate::applicant::capital::APPLICATIONS;
use crate::applicant::contribution::{GROWTH_START, YEARLY_CONTRIBUTION};
use crate::applicant::identity::APPLICATION_YEAR;
use crate::article::Article;
use crate::date::Date;
use crate::rule::{Clause, Edition, Elective, Index, index};
use crate::text::text;

/// The edition by name.
pub static INDEX: Index = Index {
    id: "miyun-2019-25",
    number: "密政发〔2019〕25号",
    in_force: IN_FORCE,
    approval: Article::new(32),
    applicants: &article_04_kinds::APPLICANTS,
    starts: &starts::STARTS,
    year: &APPLICATION_YEAR,
    questions: CATALOGUE,
    clauses: &index::headings::<{ CLAUSES.len() }>(CLAUSES),
    documents: &index::documents::<{ index::count_documents(documents::COMMON, CLAUSES) }>(documents::COMMON, CLAUSES),
};

/// The edition.
pub static EDITION: Edition = Edition {
    index: &INDEX,
    title: text(
        "北京市密云区关于加快培育发展现代金融服务业若干意见实施细则",
        "Implementing Rules for the Opinions of Miyun District, Beijing, on Accelerating the Growth of Modern Financial Services",
    ),
    sections: sections::ALL,
    contents: contents::CONTENTS,
    clauses: CLAUSES,
    doubts: &[
        &article_36_notes::LATE,
        &article_36_notes::TERM,
        &article_36_clock::CLOCK,
        &article_36_sum::SAME_TYPE,
        &article_02_gate::BARE_BOUND,
        &article_02_gate::SOFT_GATE,
    ],
    glossary: glossary::GLOSSARY,
    everyday: everyday::EVERYDAY,
    papers: &documents::PAPERS,
    documents: documents::COMMON,
    without_evidence: &[&article_24_venture_tax_pilot::CLAUSE, &article_25_yearly_award::CLAUSE],
    undertakings: undertakings::ALL,
    particulars: particulars::ALL,
    procedure: article_32_procedure::STEPS,
    settlement: &article_33_payments::SETTLEMENT,
    limits: article_36_limits::apply,
    last: &[&article_22_key_institution::CLAUSE],
    statements: statements::STATEMENTS,
    plan: article_35_duties::plan,
    repayable: article_35_repayable::repayable,
    calendar: article_32_calendar::calendar,
    yearly: Some(&YEARLY_CONTRIBUTION),
    electives: &[
        Elective {
            clause: &article_16_capital_increase::CLAUSE,
            question: &APPLICATIONS.spec,
            past: false,
            barred: |facts, year| increases::barred(facts, &article_16_capital_increase::ROUTE, 16, year),
        },
        Elective {
            clause: &article_17_capital_increase_quasi::CLAUSE,
            question: &APPLICATIONS.spec,
            past: false,
            barred: |facts, year| increases::barred(facts, &article_17_capital_increase_quasi::ROUTE, 17, year),
        },
        Elective {
            clause: &article_19_growth::CLAUSE,
            question: &GROWTH_START.spec,
            past: true,
            barred: article_19_starts::barred,
        },
    ],
    alternatives: article_36_alternatives::ALTERNATIVES,
    row_rules: &[article_27_rows::RULE],
};

/// 15 October 2019: issued and in force, Article 37.
pub const IN_FORCE: Date = Date::new(2019, 10, 15).unwrap();

const CLAUSES: &[&Clause] = &[
    &article_06_opening_legal_entity::CLAUSE,
    &article_07_opening_branch::CLAUSE,
    &article_08_opening_fund_manager::CLAUSE,
    &article_10_office_purchase::CLAUSE,
    &article_11_office_rent_legal_entity::CLAUSE,
    &article_12_office_rent::CLAUSE,
    &article_13_transitional_office::CLAUSE,
    &article_14_executive_homes::CLAUSE,
    &article_16_capital_increase::CLAUSE,
    &article_17_capital_increase_quasi::CLAUSE,
    &article_18_cumulative_increase::CLAUSE,
    &article_19_growth::CLAUSE,
    &article_20_innovation::CLAUSE,
    &article_21_executive_reward::CLAUSE,
    &article_22_key_institution::CLAUSE,
    &article_23_real_economy_investment::CLAUSE,
    &article_24_venture_tax_pilot::CLAUSE,
    &article_25_yearly_award::CLAUSE,
    &article_26_municipal_projects::CLAUSE,
    &article_27_referral::CLAUSE,
    &article_28_association_reward::CLAUSE,
    &article_29_talent_residence_funds::CLAUSE,
    &article_30_talent_residence::CLAUSE,
    &article_31_talent_housing::CLAUSE,
];

#[cfg(test)]
mod tests {
    use super::EDITION;
    use super::article_04_kinds::applicant;
    use crate::applicant::contribution::{CONTRIBUTIONS, GROWTH_START};
    use crate::applicant::identity::{KIND, Kind};
    use crate::applicant::referral::MEMBERS;
    use crate::article::Article;
    use crate::drafts::draft::Draft;

    #[test]
    fn a_reader_finds_what_an_article_provides_and_where_it_is_unclear() {
        assert_eq!(EDITION.provisions_of(Article::new(2)).len(), 5);
        assert!(EDITION.provisions_of(Article::new(19)).iter().all(|provision| provision.article == 19));
        let numbers =
            |article| EDITION.doubts_of(Article::new(article)).iter().map(|doubt| doubt.number).collect::<Vec<_>>();
        assert_eq!(numbers(36), ["36.1", "36.2", "36.3"]);
        assert_eq!(numbers(16), ["16.1", "16.4"]);
        assert!(numbers(1).is_empty());
        assert_eq!(
            EDITION
                .register()
                .into_iter()
                .find(|doubt| doubt.number == "2.4")
                .map(|doubt| EDITION.raising(doubt).count()),
            Some(0)
        );
    }

    #[test]
    fn words_have_names_of_their_own_and_name_articles_that_exist() {
        for (place, term) in EDITION.glossary.iter().enumerate() {
            assert!(!EDITION.glossary[..place].iter().any(|other| other.id == term.id), "{}", term.id);
            assert!(term.articles.iter().all(|article| EDITION.entry(*article).is_some()), "{}", term.id);
            assert!(term.articles.is_sorted(), "{}", term.id);
        }
        assert!((20..=40).contains(&EDITION.glossary.len()));
    }

    #[test]
    fn only_what_the_clauses_for_this_kind_read_is_asked() {
        let nobody = Draft::default();
        let asked = nobody.rules().assess(&nobody.facts, false).asked();
        assert!(asked.needs(&KIND.spec) && !asked.reads(&CONTRIBUTIONS.spec));

        let bank = Draft::begin(EDITION.index, applicant(Kind::LegalEntity, false, false), 2026);
        let asked = bank.rules().assess(&bank.facts, false).asked();
        assert!(asked.needs(&CONTRIBUTIONS.spec));
        assert!(asked.reads(&GROWTH_START.spec) && !asked.needs(&GROWTH_START.spec), "welcome, never required");
        assert!(!asked.reads(&MEMBERS.spec), "for associations only");
    }
}
