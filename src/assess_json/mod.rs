//! What other programs read: an assessment, the catalogue of questions and the contents page, as JSON.

mod comparison;
mod further;
mod joint;
mod plan;
mod repayable;

pub use further::further;
pub use plan::{plan, schema as plan_schema};

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::answers::answer::Answer;
use crate::answers::form::{Choice, Column, Form};
use crate::answers::question::Spec;
use crate::answers::typed::Complaint;
use crate::applicant::identity::CREDIT_CODE;
use crate::date::Year;
use crate::drafts::applicants;
use crate::drafts::draft::{Draft, Unreadable};
use crate::drafts::portfolio::{Applicant, ClauseTotal, Portfolio};
use crate::planner::{Cell, Turn};
use crate::policy;
use crate::rule::{Amount, Assessment, ByYear, Edition, Figure, Place, Report, RowAnswer, RowRule, Step, When, Work};
use crate::tables::refused::Refused;
use crate::text::{Lang, Text, text};

/// A wording in both languages.
pub(crate) fn both(text: Text) -> Value {
    json!({ "zh": text.zh, "en": text.en })
}

/// Words in both languages, null where there are none.
fn said(words: impl Fn(Lang) -> Option<String>) -> Value {
    match (words(Lang::Zh), words(Lang::En)) {
        (Some(zh), Some(en)) => json!({ "zh": zh, "en": en }),
        _ => Value::Null,
    }
}

/// The schema of an object with these properties, all of them and no others.
pub(crate) fn object(properties: &[(&str, Value)]) -> Value {
    let required: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
    let properties: Map<String, Value> =
        properties.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

/// The schema of a list.
pub(crate) fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// The year or the row, from 1, of a figure in a table.
const fn place(cell: &Cell) -> (Option<Year>, Option<usize>) {
    match cell.place {
        Place::Whole => (None, None),
        Place::Year(year) => (Some(year), None),
        Place::Row(row) => (None, Some(row + 1)),
    }
}

/// A contribution that would turn a choice.
fn turn(turn: Turn) -> Value {
    json!({
        "year": turn.year,
        "stands": turn.stands.to_string(),
        "keeps": turn.keeps.to_string(),
        "turns": turn.turns.to_string(),
        "best": turn.best,
    })
}

/// A draft assessed: one object, money as decimal strings in yuan with two places.
#[must_use]
pub fn assessment(draft: &Draft, report: &Report) -> Value {
    let edition = draft.rules();
    json!({
        "edition": edition.index.id,
        "digest": draft.digest(),
        "clauses": report.assessments.iter().map(clause).collect::<Value>(),
        "totals": totals(report),
        "gave_way": report.gave_way.iter().map(|gave_way| json!({
            "clause": gave_way.clause.id,
            "to": gave_way.to.id,
            "article": gave_way.provision.article,
            "doubt": gave_way.doubt.map(|doubt| doubt.number),
            "amount": gave_way.amount.to_string(),
        })).collect::<Value>(),
        "notes": notes(report),
        "flags": flags(draft, report),
    })
}

/// The totals, band by band: in all, by year, and by when they can be applied for; and what was received.
pub(crate) fn totals(report: &Report) -> Value {
    let (total, split) = (report.total(), report.split());
    json!({
        "certain": total.certain.to_string(),
        "possible": total.possible.to_string(),
        "floor": total.floor.to_string(),
        "ceiling": total.ceiling.to_string(),
        "by_year": by_year(&report.by_year),
        "now": bands(split.now),
        "past": bands(split.past),
        "later": bands(split.later),
        "received": report.received.to_string(),
        "open": report.open().map(|clause| clause.id).collect::<Vec<_>>(),
    })
}

/// The names of the checks that found something, each once.
fn flags(draft: &Draft, report: &Report) -> Value {
    let mut names: Vec<&str> = draft.flags(report).iter().map(|flag| flag.check.id).collect();
    names.dedup();
    names.into()
}

fn clause(assessment: &Assessment) -> Value {
    let total = assessment.estimate.by_year.total();
    // A question that is missing for several years or rows is named once.
    let mut missing: Vec<&str> = Vec::new();
    for lacking in &assessment.missing {
        if !missing.contains(&lacking.question.id) {
            missing.push(lacking.question.id);
        }
    }
    json!({
        "id": assessment.clause.id,
        "article": assessment.clause.article,
        "outcome": assessment.outcome.id(),
        "missing": missing,
        "unmet": assessment.unmet().filter_map(unmet).collect::<Value>(),
        "certain": total.certain.to_string(),
        "possible": total.possible.to_string(),
        "floor": total.floor.to_string(),
        "ceiling": total.ceiling.to_string(),
        "by_year": by_year(&assessment.estimate.by_year),
        "doubts": assessment.estimate.doubts.iter().map(|doubt| doubt.number).collect::<Vec<_>>(),
        "in_kind": assessment.estimate.in_kind,
        "absent": assessment.absent.map(|question| question.id),
    })
}

fn by_year(by_year: &ByYear) -> Value {
    Value::Object(by_year.iter().map(|(year, amount)| (year.to_string(), bands(amount))).collect())
}

fn bands(Amount { certain, possible, floor, ceiling, .. }: Amount) -> Value {
    json!({
        "certain": certain.to_string(),
        "possible": possible.to_string(),
        "floor": floor.to_string(),
        "ceiling": ceiling.to_string(),
    })
}

/// An unmet condition with the figure that failed and the figure needed.
fn unmet(step: &Step) -> Option<Value> {
    let Work::Condition { question, figure, bound, .. } = step.work else { return None };
    Some(json!({
        "article": step.provision.article,
        "provision": both(step.provision.says),
        "question": question.map(|question| question.id),
        "place": step.place.words(Lang::En),
        "figure": figure.map(plain),
        "needed": format!("{} {}", bound.sign(), plain(bound.figure())),
    }))
}

/// A figure as other programs read it: no thousands separators, ISO dates.
fn plain(figure: Figure) -> String {
    match figure {
        Figure::Money(money) => money.to_string(),
        Figure::Area(area) => area.to_decimal().normalize().to_string(),
        Figure::Rate(rate) => rate.to_decimal().normalize().to_string(),
        Figure::Part(part) => format!("{}/{}", part.numerator, part.denominator),
        Figure::Date(date) => date.to_string(),
        Figure::Count(_) | Figure::Year(_) | Figure::YesNo(_) => figure.words(Lang::En).replace(',', ""),
    }
}

fn notes(report: &Report) -> Value {
    let of_clauses = report.assessments.iter().flat_map(|assessment| {
        assessment.estimate.notes.iter().map(|note| {
            json!({ "clause": assessment.clause.id, "article": note.article, "zh": note.says.zh, "en": note.says.en })
        })
    });
    let of_the_sum = report.notes.iter().map(|note| {
        let says = note.provision.says;
        json!({ "article": note.provision.article, "zh": says.zh, "en": says.en, "years": note.years })
    });
    of_clauses.chain(of_the_sum).collect()
}

/// Every question of the interview of an edition.
#[must_use]
pub fn questions(edition: &Edition) -> Value {
    edition
        .index
        .questions
        .iter()
        .map(|spec| {
            let mut question = Map::new();
            question.insert("id".into(), spec.id.into());
            question.insert("subject".into(), spec.subject.id().into());
            describe(&mut question, &spec.form);
            question.insert("ask".into(), both(spec.ask));
            question.insert("label".into(), both(spec.label));
            question.insert("hint".into(), both(spec.hint));
            if spec.has_proof() {
                question.insert("proof".into(), both(spec.proof));
            }
            Value::Object(question)
        })
        .collect()
}

/// Kind, unit, choices and columns.
fn describe(object: &mut Map<String, Value>, form: &Form) {
    object.insert("kind".into(), form.name().into());
    if !form.unit().zh.is_empty() {
        object.insert("unit".into(), both(form.unit()));
    }
    match form {
        Form::Choice(choices) => {
            let choices =
                choices.iter().map(|Choice { id, label, .. }| json!({ "id": id, "zh": label.zh, "en": label.en }));
            object.insert("choices".into(), choices.collect());
        }
        Form::Table(columns) => {
            let columns = columns.iter().map(|Column { id, head, form, .. }| {
                let mut column = Map::new();
                column.insert("id".into(), (*id).into());
                describe(&mut column, form);
                column.insert("head".into(), both(*head));
                Value::Object(column)
            });
            object.insert("columns".into(), columns.collect());
        }
        _ => {}
    }
}

/// The form of a name: that of a kind of answer (`money`, `money+` where it may be below zero, `area`, `count`, `share`,
/// `date`, `year`, `yes_no`, `text`, `code`), of a question (`credit_code`), or of a column (`leases.rent`).
#[must_use]
pub fn form_named(name: &str) -> Option<Form> {
    Some(match name {
        "money" => Form::Money { signed: false },
        "money+" => Form::Money { signed: true },
        "area" => Form::Area,
        "count" => Form::Count { unit: text("", ""), least: 0 },
        "share" => Form::Share,
        "date" => Form::Date,
        "year" => Form::Year,
        "yes_no" | "yesno" => Form::YesNo,
        "text" | "words" => Form::Words(120),
        "code" => CREDIT_CODE.spec.form,
        _ => match name.split_once('.') {
            None => question_named(name)?.form,
            Some((question, column)) => match question_named(question)?.form {
                Form::Table(columns) => columns.iter().find(|other| other.id == column)?.form,
                _ => return None,
            },
        },
    })
}

/// What a text means to a form: `answer` as drafts hold it, null where it says nothing, or `refused` with the reason.
/// `unit` multiplies a figure without a unit of its own.
#[must_use]
pub fn typed(form: &Form, given: &str, unit: Decimal) -> Value {
    match form.parse(given, unit) {
        Ok(answer) => {
            let answer = answer.map_or(Value::Null, |answer| crate::answers::json::answer_json(form, &answer));
            json!({ "form": form.name(), "typed": given, "answer": answer })
        }
        Err(complaint) => json!({ "form": form.name(), "typed": given, "refused": both(complaint.message()) }),
    }
}

/// A question by its name, also of an edition that is answered beside another.
fn question_named(id: &str) -> Option<&'static Spec> {
    let further = policy::FURTHER.iter().flat_map(|edition| edition.index.questions).copied();
    crate::applicant::question(id).or_else(|| further.into_iter().find(|spec| spec.id == id))
}

/// The question that a table answers, by its name or by what it lists.
#[must_use]
pub fn table_named(name: &str) -> Option<&'static Spec> {
    let id = if name == "introduced" { "enterprises" } else { name };
    question_named(id).filter(|spec| matches!(spec.form, Form::Table(_)))
}

/// Somebody's table, read into the rows of a question; with a draft, the draft assessed with these rows in place of its
/// own. `unit` is what a bare figure of money counts where the table does not say it.
///
/// # Errors
/// When it cannot be opened, in both languages.
pub fn table(spec: &'static Spec, bytes: &[u8], unit: Decimal, draft: Option<Draft>) -> Result<Value, String> {
    let mut opened = crate::tables::open::open(bytes).map_err(refused)?;
    let (mut said, reading) =
        crate::tables::json::reading(spec, &mut opened, unit).ok_or_else(|| refused(Refused::Empty))?;
    if let Some(mut draft) = draft {
        let wrong = |complaint: Complaint| format!("{} / {}", complaint.say(Lang::Zh), complaint.say(Lang::En));
        match policy::FURTHER.iter().find(|edition| edition.index.questions.contains(&spec)) {
            None => draft.facts.set(spec, Some(Answer::Table(reading.table))).map_err(wrong)?,
            Some(Edition { index, .. }) => {
                let mut facts = draft.facts_under(index).map_err(|why| Unreadable::Answers(why).to_string())?;
                facts.set(spec, Some(Answer::Table(reading.table))).map_err(wrong)?;
                draft.set_under(index, &facts);
            }
        }
        let report = draft.rules().assess(&draft.facts, true);
        if let Some(rule) = draft.rules().row_rule(spec) {
            said["answers"] = (rule.answer)(&draft.facts).iter().map(|answer| row_answer(rule, answer)).collect();
        }
        said["assessment"] = assessment(&draft, &report);
    }
    Ok(said)
}

/// What a clause says of a row.
fn row_answer(rule: &RowRule, answer: &RowAnswer) -> Value {
    let Form::Table(columns) = rule.question.form else { return Value::Null };
    let id = |column: usize| columns.get(column).map(|column| column.id);
    json!({
        "standing": answer.standing.id(),
        "year": answer.year,
        "why": answer.why.map(both),
        "figure": answer.base.map(|base| base.to_string()),
        "tier": answer.rung.map(|rung| rung + 1),
        "rate": answer.rate(rule.tiers).map(|rate| rate.to_decimal().normalize().to_string()),
        "certain": answer.gives.certain.to_string(),
        "possible": answer.gives.possible.to_string(),
        "ceiling": answer.gives.ceiling.to_string(),
        "short": answer.next.map(|next| next.short.to_string()),
        "closes": answer.closes,
        "missing": answer.missing.iter().map(|column| id(*column)).collect::<Value>(),
        "faults": answer.faults.iter().map(|fault| json!({ "column": id(fault.column), "says": both(fault.says) })).collect::<Value>(),
    })
}

/// Why a table is not read, in both languages.
fn refused(why: Refused) -> String {
    format!("{} / {}", why.says(Lang::Zh), why.says(Lang::En))
}

/// What a table with one applicant a row is called.
pub const APPLICANTS: &str = "applicants";

/// Somebody's table with one applicant a row: how it was read, each applicant assessed, and what they come to together.
/// `shared` holds the answers that the table does not tell.
///
/// # Errors
/// When it cannot be opened or has no head that is known, in both languages.
pub fn applicants(bytes: &[u8], unit: Decimal, shared: &Draft) -> Result<Value, String> {
    let opened = crate::tables::open::open(bytes).map_err(refused)?;
    let (mut said, reading, mapping) =
        crate::tables::json::reading_under(APPLICANTS, applicants::columns(), &opened, unit)
            .ok_or_else(|| refused(Refused::Empty))?;
    let drafts = applicants::drafts(&reading, &mapping, shared).map_err(refused)?;
    // Nobody's table has a column for each question.
    if let Value::Object(said) = &mut said {
        said.remove("missing");
    }
    let applicants = drafts.into_iter().map(|(line, draft)| Applicant::new(draft, line.to_string())).collect();
    let portfolio = Portfolio { applicants, ..Portfolio::default() };
    said["applicants"] = portfolio.applicants.iter().map(applicant).collect();
    said["totals"] = portfolio_totals(&portfolio);
    Ok(said)
}

/// An applicant of a table, in short.
fn applicant(applicant: &Applicant) -> Value {
    json!({
        "line": applicant.from.parse::<usize>().ok(),
        "name": applicant.name(),
        "digest": applicant.draft.digest(),
        "totals": totals(&applicant.report),
        "missing": applicant.missing().iter().map(|question| question.id).collect::<Vec<_>>(),
    })
}

/// What a portfolio comes to: as the totals of one applicant, with a part for each clause.
fn portfolio_totals(portfolio: &Portfolio) -> Value {
    let totals = portfolio.totals();
    let clause = |total: &ClauseTotal| {
        let mut value = bands(total.by_year.total());
        value["id"] = total.clause.id.into();
        value["article"] = json!(total.clause.article);
        value["met"] = total.met.into();
        value["open"] = total.open.into();
        value["by_year"] = by_year(&total.by_year);
        value
    };
    let mut value = bands(totals.by_year.total());
    for (name, when) in [("now", When::Now), ("past", When::Past), ("later", When::Later)] {
        value[name] = bands(totals.split.of(when));
    }
    value["applicants"] = portfolio.applicants.len().into();
    value["complete"] = totals.complete.into();
    value["by_year"] = by_year(&totals.by_year);
    value["clauses"] = totals.clauses.iter().map(clause).collect();
    value
}

/// The contents page of an edition.
#[must_use]
pub fn contents(edition: &Edition) -> Value {
    edition
        .contents
        .iter()
        .map(|entry| {
            json!({
                "article": entry.article,
                "section": both(entry.section.title),
                "role": entry.role.id(),
                "title": both(entry.title),
                "says": both(entry.says),
                "clauses": edition
                    .clauses
                    .iter()
                    .filter(|clause| clause.article == entry.article)
                    .map(|clause| clause.id)
                    .collect::<Vec<_>>(),
            })
        })
        .collect()
}
