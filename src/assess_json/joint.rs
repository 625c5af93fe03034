//! All choices together, and which clauses to file, as JSON; and the schema of it.

use serde_json::{Value, json};

use crate::answers::facts::Facts;
use crate::assess_json::{bands, both, list, object, place, plain, said, turn};
use crate::date::Year;
use crate::money::Money;
use crate::planner::{
    Choosable, Closed, Combination, Decision, Flip, Joint, Pick, Plan, Rank, Refused, RowYears, Rows, Share, Subject,
};

/// The names of the plans.
const RANKS: [(Rank, &str); 3] = [(Rank::Best, "best"), (Rank::Second, "second"), (Rank::Worst, "worst")];
/// How rows choose their years in a plan.
const ROWS: [&str; 3] = ["best", "second", "least"];

/// All choices together.
pub(super) fn joint(of: &Joint, facts: &Facts) -> Value {
    let most = of.best().map_or(Money::ZERO, |best| best.total);
    let subjects: Vec<Subject> = of.decisions.iter().map(|decision| decision.choice.subject).collect();
    json!({
        "settled": of.settled,
        "own": of.own.to_string(),
        "plans": of.plans.iter().map(|plan| plan_json(plan, most, &subjects)).collect::<Value>(),
        "choices": of.decisions.iter().map(|decision| choice(decision, facts)).collect::<Value>(),
        "closed": of.closed.iter().map(closed).collect::<Value>(),
        "rows": of.rows.as_ref().map(rows),
        "refused": of.refused.iter().map(refused).collect::<Value>(),
    })
}

/// The name of an option: a year, or a side.
fn name(pick: Pick) -> String {
    match pick {
        Pick::Year(year) => year.to_string(),
        Pick::Side(side) => side.id.to_owned(),
    }
}

fn plan_json(plan: &Plan, most: Money, subjects: &[Subject]) -> Value {
    let picks = subjects.iter().zip(&plan.picks);
    let (low, high) = plan.range.map_or((None, None), |(low, high)| (Some(low), Some(high)));
    let second = match &plan.rows {
        Rows::Second(row) => Some((row.row + 1, row.years.get(1).map(|(year, _)| *year))),
        Rows::Best | Rows::Least => None,
    };
    let how = match plan.rows {
        Rows::Best => ROWS[0],
        Rows::Second(_) => ROWS[1],
        Rows::Least => ROWS[2],
    };
    let rank = RANKS.iter().find(|(rank, _)| *rank == plan.rank).map(|(_, name)| *name);
    json!({
        "rank": rank,
        "picks": picks.map(|(subject, pick)| json!({ "choice": subject.id(), "option": pick.map(name) })).collect::<Value>(),
        "rows": { "years": how, "row": second.map(|(row, _)| row), "year": second.and_then(|(_, year)| year) },
        "years": plan.years.iter().map(|(year, amount)| year_json(*year, *amount)).collect::<Value>(),
        "total": plan.total.to_string(),
        "less": most.less(plan.total).to_string(),
        "low": low.map(|low| low.to_string()),
        "high": high.map(|high| high.to_string()),
    })
}

fn year_json(year: Year, amount: Money) -> Value {
    json!({ "year": year, "amount": amount.to_string() })
}

fn choice(of: &Decision, facts: &Facts) -> Value {
    let choice = &of.choice;
    let option = |option: &Choosable| {
        json!({
            "option": name(option.pick),
            "name": said(|lang| Some(option.pick.words(lang))),
            "less": option.less.to_string(),
            "past": option.past,
        })
    };
    json!({
        "choice": choice.subject.id(),
        "title": said(|lang| Some(choice.subject.words(lang))),
        "own": choice.own.and_then(|own| choice.options.get(own)).map(|own| name(own.pick)),
        "best": choice.best().map(|best| name(best.pick)),
        "options": choice.options.iter().map(option).collect::<Value>(),
        "turns": of.turns.iter().copied().map(turn).collect::<Value>(),
        "flips": of.flips.iter().map(|of| flip(of, facts)).collect::<Value>(),
    })
}

fn flip(of: &Flip, facts: &Facts) -> Value {
    let (year, row) = place(&of.cell);
    json!({
        "question": of.cell.question.id,
        "year": year,
        "row": row,
        "name": said(|lang| Some(of.cell.words(facts, lang))),
        "stands": plain(of.stands),
        "keeps": plain(of.keeps),
        "turns": plain(of.turns),
        "best": of.best.map(name),
    })
}

fn closed(of: &Closed) -> Value {
    json!({ "choice": of.subject.id(), "option": name(of.pick), "why": both(of.why) })
}

fn rows(of: &RowYears) -> Value {
    let named = of.named.iter().map(|row| {
        json!({
            "row": row.row + 1,
            "years": row.years.iter().map(|(year, amount)| year_json(*year, *amount)).collect::<Value>(),
        })
    });
    json!({
        "clause": of.rule.clause.id,
        "question": of.rule.question.id,
        "open": of.open,
        "less": of.less.to_string(),
        "named": named.collect::<Value>(),
    })
}

fn refused(of: &Refused) -> Value {
    let choices: Vec<&str> = of.subjects.iter().map(|subject| subject.id()).collect();
    json!({ "choices": choices, "why": said(|lang| Some(of.says(lang))) })
}

/// Which clauses to file.
pub(super) fn combination(of: &Combination) -> Value {
    let share = |share: &Share| {
        json!({
            "clause": share.clause.id,
            "article": share.clause.article,
            "counts": bands(share.counts),
            "less": share.less.to_string(),
            "room": share.room.to_string(),
            "gives_way": share.gives_way.map(|to| to.id),
            "left_out": share.left_out,
        })
    };
    json!({
        "shares": of.shares.iter().map(share).collect::<Value>(),
        "total": bands(of.total),
        "filed": bands(of.filed),
        "given_up": of.given_up().to_string(),
    })
}

fn of(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn nullable(schema: Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

fn words() -> Value {
    json!({ "type": "string" })
}

fn count(least: u8) -> Value {
    json!({ "type": "integer", "minimum": least })
}

/// The schema of [`joint`].
pub(super) fn joint_schema() -> Value {
    let paid = || object(&[("year", of("year")), ("amount", of("money"))]);
    let plan = object(&[
        ("rank", json!({ "enum": RANKS.map(|(_, name)| name) })),
        ("picks", list(object(&[("choice", words()), ("option", nullable(words()))]))),
        (
            "rows",
            object(&[("years", json!({ "enum": ROWS })), ("row", nullable(count(1))), ("year", nullable(of("year")))]),
        ),
        ("years", list(paid())),
        ("total", of("money")),
        ("less", of("money")),
        ("low", nullable(of("money"))),
        ("high", nullable(of("money"))),
    ]);
    let option = object(&[
        ("option", words()),
        ("name", of("text")),
        ("less", of("money")),
        ("past", json!({ "type": "boolean" })),
    ]);
    let flip = object(&[
        ("question", of("question")),
        ("year", nullable(of("year"))),
        ("row", nullable(count(1))),
        ("name", of("text")),
        ("stands", words()),
        ("keeps", words()),
        ("turns", words()),
        ("best", nullable(words())),
    ]);
    let choice = object(&[
        ("choice", words()),
        ("title", of("text")),
        ("own", nullable(words())),
        ("best", nullable(words())),
        ("options", list(option)),
        ("turns", list(of("turn"))),
        ("flips", list(flip)),
    ]);
    let rows = object(&[
        ("clause", of("clause")),
        ("question", of("question")),
        ("open", count(0)),
        ("less", of("money")),
        ("named", list(object(&[("row", count(1)), ("years", list(paid()))]))),
    ]);
    nullable(object(&[
        ("settled", json!({ "type": "boolean" })),
        ("own", of("money")),
        ("plans", list(plan)),
        ("choices", list(choice)),
        ("closed", list(object(&[("choice", words()), ("option", words()), ("why", of("text"))]))),
        ("rows", nullable(rows)),
        ("refused", list(object(&[("choices", list(words())), ("why", of("text"))]))),
    ]))
}

/// The schema of [`combination`].
pub(super) fn combination_schema() -> Value {
    let share = object(&[
        ("clause", of("clause")),
        ("article", of("article")),
        ("counts", of("bands")),
        ("less", of("money")),
        ("room", of("money")),
        ("gives_way", nullable(of("clause"))),
        ("left_out", json!({ "type": "boolean" })),
    ]);
    object(&[("shares", list(share)), ("total", of("bands")), ("filed", of("bands")), ("given_up", of("money"))])
}
