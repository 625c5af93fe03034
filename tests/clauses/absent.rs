//! Nothing of the kind: a clause about something that there is none of is not met, and asks for nothing more about it.

use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::Form;
use miyun::applicant::identity::Kind;
use miyun::applicant::question;
use miyun::drafts::draft::Draft;
use miyun::drafts::interview::Stage;
use miyun::policy::CURRENT_INDEX;
use miyun::policy::miyun_2019_25::article_04_kinds::applicant;
use miyun::rule::Outcome;

/// A draft of this kind with one answer more: no, or none.
fn with_none(kind: Kind, id: &str) -> Draft {
    let mut draft = Draft::begin(CURRENT_INDEX, applicant(kind, kind == Kind::None, false), 2026);
    let spec = question(id).unwrap();
    let none = match spec.form {
        Form::Table(columns) => Answer::Table(Table::new(columns)),
        _ => Answer::YesNo(false),
    };
    draft.facts.set(spec, Some(none)).unwrap();
    draft
}

#[test]
fn what_there_is_none_of_is_not_asked_about() {
    for (kind, none, clause, folded) in [
        (Kind::LegalEntity, "bought_office", "office_purchase", &["first_purchase", "purchased_area"][..]),
        (Kind::LegalEntity, "in_preparation", "transitional_office", &["strategic", "lent_area", "lent_months"]),
        (Kind::LegalEntity, "leases", "office_rent_legal_entity", &[]),
        (Kind::Branch2, "leases", "office_rent", &[]),
        (Kind::LegalEntity, "homes", "executive_homes", &["rank"]),
        (Kind::LegalEntity, "increases", "capital_increase", &["capital_reduced", "applications"]),
        (Kind::LegalEntity, "executives", "executive_reward", &["reward_ruling"]),
        (Kind::Branch1, "projects", "municipal_projects", &[]),
        (Kind::None, "enterprises", "referral_reward", &[]),
    ] {
        let draft = with_none(kind, none);
        let report = draft.rules().assess(&draft.facts, true);
        let assessment = report.of(clause).unwrap();
        assert_eq!(assessment.outcome, Outcome::NotMet, "{clause}");
        assert_eq!(assessment.absent.map(|question| question.id), Some(none), "{clause}");
        assert!(assessment.unmet().next().is_some(), "{clause}: the condition is still named");
        let interview = draft.interview(&report);
        assert!(interview.matters(question(none).unwrap()), "{clause}: the answer can be changed");
        for id in folded {
            assert!(!interview.matters(question(id).unwrap()), "{clause}: {id}");
        }
        let mut open = Draft::begin(CURRENT_INDEX, applicant(kind, kind == Kind::None, false), 2026);
        open.calculated = draft.calculated;
        let report = open.rules().assess(&open.facts, true);
        for id in folded {
            assert!(open.interview(&report).matters(question(id).unwrap()), "{clause}: {id} is asked until then");
        }
    }
}

#[test]
fn rows_that_all_fail_are_not_nothing() {
    let mut draft = Draft::begin(CURRENT_INDEX, applicant(Kind::LegalEntity, false, false), 2026);
    let spec = question("projects").unwrap();
    let Form::Table(columns) = spec.form else { panic!("projects are a table") };
    let mut table = Table::new(columns);
    table.insert(0);
    table.set(columns, 0, 1, Some(Answer::YesNo(false))).unwrap();
    draft.facts.set(spec, Some(Answer::Table(table))).unwrap();
    let report = draft.rules().assess(&draft.facts, true);
    let projects = report.of("municipal_projects").unwrap();
    assert_eq!(projects.absent.map(|question| question.id), None);
}

#[test]
fn a_subject_is_done_when_nothing_that_matters_is_open() {
    let subject = question("bought_office").unwrap().subject;
    let mut draft = Draft::begin(CURRENT_INDEX, applicant(Kind::LegalEntity, false, false), 2026);
    for (id, answer) in [("office_in_miyun", true), ("bought_office", false), ("in_preparation", false)] {
        draft.facts.set(question(id).unwrap(), Some(Answer::YesNo(answer))).unwrap();
    }
    let stage = |draft: &Draft| {
        let report = draft.rules().assess(&draft.facts, false);
        draft.interview(&report).stage(&draft.facts, &report, subject, |_| false)
    };
    assert_eq!(stage(&draft), Stage::Doing, "the leases are open");
    let leases = question("leases").unwrap();
    let Form::Table(columns) = leases.form else { panic!("leases are a table") };
    draft.facts.set(leases, Some(Answer::Table(Table::new(columns)))).unwrap();
    assert_eq!(stage(&draft), Stage::Done);
}
