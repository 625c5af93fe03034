//! What is told under editions beside the draft's own: which scopes are listed and what speaks for each, and the needs.

use serde_json::{Value, json};

use crate::assess_json::both;
use crate::drafts::draft::Draft;
use crate::policy::miyun_2019_29::heading_3_scopes::speaks_for;
use crate::policy::miyun_2019_29::matters::{Matter, matters};
use crate::policy::miyun_2019_29::questions::State;
use crate::policy::miyun_2019_29::{EDITION, INDEX};
use crate::rule::{Assessment, Report};
use crate::text::Lang;

/// The answers under editions beside the draft's own, by their names; `None` where there are none. `report` is that of
/// the draft's own edition.
#[must_use]
pub fn further(draft: &Draft, report: &Report) -> Option<Value> {
    let facts = draft.told_under(&INDEX)?;
    let matters = matters(&facts, report);
    let count = |state| matters.iter().filter(|matter| matter.need.state == state).count();
    let said = json!({
        "scopes": EDITION.assess(&facts, true).assessments.iter().map(scope).collect::<Value>(),
        "needs": matters.iter().map(need).collect::<Value>(),
        "open": count(State::Open),
        "promised": count(State::Promised),
        "done": count(State::Done),
    });
    Some(json!({ INDEX.id: said }))
}

/// A scope with what speaks for it. The district decides: there is no outcome.
fn scope(assessment: &Assessment) -> Value {
    json!({
        "id": assessment.clause.id,
        "title": both(assessment.clause.title),
        "speaks_for": speaks_for(assessment).map(|step| both(step.provision.says)).collect::<Value>(),
    })
}

fn need(matter: &Matter) -> Value {
    let Matter { need, in_charge, ladder, answered_by } = matter;
    json!({
        "row": need.row,
        "name": need.name(Lang::Zh),
        "field": need.field.id(),
        "state": need.state.id(),
        "by": need.by.map(|day| day.to_string()),
        "promised": need.promised.map(|day| day.to_string()),
        "in_charge": both(*in_charge),
        "ladder": ladder.iter().map(|rung| both(rung.who)).collect::<Value>(),
        "answered_by": answered_by.iter().map(|clause| clause.id).collect::<Vec<_>>(),
    })
}
