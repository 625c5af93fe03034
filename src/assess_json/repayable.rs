//! What would have to be repaid, by day, as JSON, and the schema of it: a part of plans.

use serde_json::{Value, json};

use crate::assess_json::{list, object, said};
use crate::rule::Certainty;
use crate::rule::repayable::{DutyDays, PaymentDays, Repayable, Turn};

pub(super) fn of(repayable: &Repayable) -> Value {
    let turn = |turn: &Turn<'_>| {
        json!({
            "day": turn.day.to_string(),
            "amount": turn.amount.to_string(),
            "received": repayable.received_on(turn.day).to_string(),
        })
    };
    json!({
        "payments": repayable.payments.iter().map(payment).collect::<Value>(),
        "duties": repayable.duties.iter().map(duty).collect::<Value>(),
        "days": repayable.turns().iter().map(turn).collect::<Value>(),
    })
}

fn payment(payment: &PaymentDays) -> Value {
    json!({
        "from": payment.from.to_string(),
        "until": payment.until.to_string(),
        "support_year": payment.support_year,
        "amount": payment.amount.to_string(),
        "received": payment.received,
    })
}

fn duty(duty: &DutyDays) -> Value {
    json!({
        "id": duty.id,
        "article": duty.provision.article,
        "says": said(|lang| Some(duty.provision.says.get(lang).to_owned())),
        "from": duty.from.to_string(),
        "until": duty.until.map(|day| day.to_string()),
        "free": duty.free().map(|day| day.to_string()),
        "sure": duty.sure == Certainty::Sure,
    })
}

/// The schema of it.
pub(super) fn schema() -> Value {
    let of = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let day = || json!({ "type": "string", "format": "date" });
    let no_day = || json!({ "type": ["string", "null"], "format": "date" });
    let yes_no = || json!({ "type": "boolean" });
    let payment = object(&[
        ("from", day()),
        ("until", day()),
        ("support_year", of("year")),
        ("amount", of("money")),
        ("received", yes_no()),
    ]);
    let duty = object(&[
        ("id", json!({ "type": "string" })),
        ("article", of("article")),
        ("says", of("text")),
        ("from", day()),
        ("until", no_day()),
        ("free", no_day()),
        ("sure", yes_no()),
    ]);
    let turn = object(&[("day", day()), ("amount", of("money")), ("received", of("money"))]);
    object(&[("payments", list(payment)), ("duties", list(duty)), ("days", list(turn))])
}
