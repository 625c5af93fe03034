//! The packet for the district's platform, as JSON: what the papers say, and the whole draft, from which everything can
//! be worked out again.

use crate::answers::question::Spec;
use crate::applicant::received;
use crate::article::Article;
use crate::assess_json::{both, list, object, totals};
use crate::drafts::draft::{self, Draft};
use crate::json;
use crate::money::Money;
use crate::packet::preflight::At;
use crate::packet::{Claim, Filed, Needed, Packet, Scheduled, Standing, Unpriced, answer_words, form, words};
use crate::policy;
use crate::rule::{Outcome, Report, When};
use crate::text::{Lang, Text, text};
use serde_json::{Value, json};

/// The name of the format, which tells a packet from a draft and from other JSON.
pub const NAME: &str = "miyun-packet";
/// Its number. A packet of a larger one is refused with a reason.
pub const NUMBER: u64 = 1;

/// How a line of the schedule stands that has an amount; the others stand as [`Unpriced`].
const COMPUTED: (&str, Text) = ("computed", text("可测算", "certain"));

/// The packet as JSON: money as decimal strings in yuan with two places, days as `2026-11-23`. `report` is
/// [`Draft::claimed`] with its working, of which `packet` was laid out. Nothing in it depends on the day of printing: the
/// same draft gives the same bytes.
#[must_use]
pub fn to_json(packet: &Packet, draft: &Draft, report: &Report) -> Value {
    let lang = packet.lang;
    let rules = draft.rules();
    let facts = draft.facts_json();
    let (asked, account) = form::asked();
    let fields = |specs: &mut dyn Iterator<Item = &'static Spec>| -> Value {
        Value::Object(json::object(&mut specs.map(|spec| (spec.id.to_owned(), field(draft, &facts, spec, lang)))))
    };
    json!({
        "format": { "name": NAME, "number": NUMBER },
        "lang": lang.tag(),
        "program": { "name": "miyun", "version": packet.seal.version },
        "edition": { "id": rules.index.id, "number": rules.index.number, "in_force": rules.index.in_force.to_string() },
        "seal": { "code": packet.seal.code, "digest": packet.seal.digest },
        "calculated": draft.calculated.map(|day| day.to_string()),
        "year": draft.year(),
        "form": fields(&mut { asked }),
        "requested": packet.requested.map(|amount| json!({ "amount": amount.to_string(), "capital": amount.capital() })),
        "totals": totals(report),
        "claims": packet.claims.iter().map(claim).collect::<Value>(),
        "schedule": packet.schedule.iter().map(scheduled).collect::<Value>(),
        "statements": packet.statements.iter().map(|filed| statement(filed, draft)).collect::<Value>(),
        "undertakings": packet.undertakings.iter().map(|provision| json!({
            "article": provision.article,
            "text": both(provision.says),
            "confirmed": draft.filing.undertaken,
        })).collect::<Value>(),
        "documents": (1..).zip(&packet.documents).map(|(number, needed)| document(number, needed, draft)).collect::<Value>(),
        "received": facts.get(received::RECEIVED.spec.id).cloned().unwrap_or(Value::Null),
        "account": fields(&mut { account }),
        "preflight": preflight(packet),
        "internal": internal(report),
        "draft": draft.filed_json(),
    })
}

/// A field of the form: what it is called, the answer as drafts hold it, and as the papers say it.
fn field(draft: &Draft, facts: &Value, spec: &Spec, lang: Lang) -> Value {
    let said = draft.facts.answer(spec).map(|answer| answer_words(&spec.form, answer, lang));
    json!({ "label": both(spec.label), "value": facts.get(spec.id), "words": said })
}

fn claim(claim: &Claim) -> Value {
    let claimed = claim.standing == Standing::Claimed;
    let asked = |amount: Money| if claimed { amount } else { Money::ZERO }.to_string();
    let (standing, to) = match claim.standing {
        Standing::Claimed => ("claimed", None),
        Standing::LeftOut => ("left_out", None),
        Standing::Paid => ("paid", None),
        Standing::GivesWay(to) => ("gives_way", Some(to.id)),
        Standing::Contradicts(to) => ("contradicts", Some(to.id)),
    };
    let foregone = if claimed { Money::ZERO } else { claim.requested + claim.other_years };
    json!({
        "clause": claim.clause.id,
        "article": claim.clause.article,
        "title": both(claim.clause.title),
        "requested": asked(claim.requested),
        "other_years": asked(claim.other_years),
        "foregone": foregone.to_string(),
        "unpriced": claim.unpriced.map(Unpriced::id),
        "standing": { "id": standing, "to": to },
    })
}

/// What is asked for without a figure has no amount.
fn scheduled(line: &Scheduled) -> Value {
    let (id, word) = match line.amount {
        Ok(_) => COMPUTED,
        Err(what) => (what.id(), what.word()),
    };
    json!({
        "clause": line.clause.id,
        "article": line.clause.article,
        "year": line.year,
        "base": line.base,
        "standard": line.standard,
        "ceiling": line.ceiling.map(|ceiling| ceiling.to_string()),
        "amount": line.amount.ok().map(|amount| amount.to_string()),
        "status": { "id": id, "word": both(word) },
    })
}

/// A statement, and whether it is in the applicant's own words.
fn statement(Filed { statement, words }: &Filed, draft: &Draft) -> Value {
    json!({
        "clause": statement.clause,
        "articles": statement.articles,
        "title": both(statement.title),
        "own": draft.filing.statements.contains_key(statement.clause),
        "text": words,
    })
}

fn document(number: usize, Needed { document, serves }: &Needed, draft: &Draft) -> Value {
    let paper = draft.filing.paper(document.name.zh);
    json!({
        "number": number,
        "name": both(document.name),
        "copies": paper.copies,
        "original": document.original,
        "serves": serves.as_ref().map_or_else(|| json!("all"), |articles| json!(articles)),
        "pages": paper.pages,
        "ready": paper.ready,
    })
}

fn preflight(packet: &Packet) -> Value {
    let at = |at: At| match at {
        At::Question(spec) => json!({ "kind": "question", "id": spec.id }),
        At::Statement(clause) => json!({ "kind": "statement", "id": clause }),
        At::Claims => json!({ "kind": "claims" }),
        At::Documents => json!({ "kind": "documents" }),
        At::Undertakings => json!({ "kind": "undertakings" }),
    };
    let items = packet.preflight.items.iter().map(|item| {
        json!({
            "topic": both(item.topic.word()),
            "looked_at": item.looked_at,
            "findings": item.findings.iter().map(|finding| json!({
                "says": { "zh": finding.says(Lang::Zh), "en": finding.says(Lang::En) },
                "blocks": finding.blocks,
                "at": at(finding.at),
            })).collect::<Value>(),
        })
    });
    items.collect()
}

/// 待确认单: for the applicant and for written questions, no part of what is filed.
fn internal(report: &Report) -> Value {
    let doubts = report.raised().into_iter().map(|raised| {
        let articles: Vec<Article> = raised.clauses.iter().map(|clause| clause.article).collect();
        let doubt = raised.doubt;
        json!({
            "number": doubt.number,
            "articles": articles,
            "issue": both(doubt.issue),
            "prudent": both(doubt.prudent),
            "favourable": both(doubt.favourable),
            "ask": both(doubt.ask),
            "adds": raised.adds.to_string(),
        })
    });
    let decisions = report.assessments.iter().filter_map(|assessment| {
        let total = assessment.estimate.by_year.total();
        (assessment.outcome == Outcome::Met && !total.ceiling.is_zero()).then(|| {
            json!({
                "clause": assessment.clause.id,
                "article": assessment.clause.article,
                "floor": total.floor.to_string(),
                "ceiling": total.ceiling.to_string(),
            })
        })
    });
    let lacking = report.assessments.iter().filter(|assessment| assessment.outcome == Outcome::Unknown);
    let missing = lacking.map(|assessment| {
        let mut questions: Vec<&str> = Vec::new();
        for missing in &assessment.missing {
            if !questions.contains(&missing.question.id) {
                questions.push(missing.question.id);
            }
        }
        json!({ "clause": assessment.clause.id, "article": assessment.clause.article, "questions": questions })
    });
    json!({
        "note": both(words::INTERNAL),
        "doubts": doubts.collect::<Value>(),
        "decisions": decisions.collect::<Value>(),
        "missing": missing.collect::<Value>(),
    })
}

/// The JSON Schema of packets. Published as `public/packet.schema.json`.
#[must_use]
pub fn schema() -> Value {
    let rules = policy::CURRENT;
    let ids: Vec<&str> = rules.clauses.iter().map(|clause| clause.id).collect();
    let mut draft = draft::schema();
    if let Some(draft) = draft.as_object_mut() {
        draft.remove("$schema");
    }
    // They are not filed.
    if let Some(members) = draft["properties"].as_object_mut() {
        members.remove("scenarios");
    }
    let (asked, account) = form::asked();
    let money = json!({ "type": "string", "pattern": r"^[0-9]+\.[0-9]{2}$" });
    let maybe = |schema: &str| json!({ "anyOf": [{ "$ref": schema }, { "type": "null" }] });
    let year = json!({ "type": ["integer", "null"], "minimum": 1990, "maximum": 2210 });
    let mut received = draft["properties"]["facts"]["properties"][received::RECEIVED.spec.id].clone();
    if let Some(received) = received.as_object_mut() {
        received.insert(
            "description".into(),
            "已享受的支持；null表示没有填。 Support received before; null: not told.".into(),
        );
    }
    let (clause, article, both) =
        (json!({ "$ref": "#/$defs/clause" }), json!({ "$ref": "#/$defs/article" }), json!({ "$ref": "#/$defs/text" }));
    let mut at = object(&[
        ("kind", json!({ "enum": ["question", "statement", "claims", "documents", "undertakings"] })),
        ("id", json!({ "type": "string" })),
    ]);
    at["required"] = json!(["kind"]);
    let finding = object(&[("says", both.clone()), ("blocks", json!({ "type": "boolean" })), ("at", at)]);
    let words = json!({ "type": "string" });
    let unpriced: Vec<Option<&str>> = Unpriced::ALL.map(|what| Some(what.id())).into_iter().chain([None]).collect();
    let states: Vec<&str> = [COMPUTED.0].into_iter().chain(unpriced.iter().copied().flatten()).collect();
    let mut root = object(&[
        ("format", object(&[("name", json!({ "const": NAME })), ("number", json!({ "const": NUMBER }))])),
        ("lang", json!({ "enum": [Lang::Zh.tag(), Lang::En.tag()] })),
        ("program", object(&[("name", json!({ "const": "miyun" })), ("version", words.clone())])),
        (
            "edition",
            object(&[
                ("id", json!({ "const": rules.index.id })),
                ("number", words.clone()),
                ("in_force", json!({ "type": "string", "format": "date" })),
            ]),
        ),
        (
            "seal",
            object(&[
                ("code", json!({ "type": "string", "pattern": "^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$" })),
                ("digest", json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })),
            ]),
        ),
        ("calculated", json!({ "type": ["string", "null"], "format": "date" })),
        ("year", year.clone()),
        ("form", fields(asked, &draft)),
        ("requested", maybe("#/$defs/requested")),
        ("totals", totals_schema(&clause)),
        (
            "claims",
            list(object(&[
                ("clause", clause.clone()),
                ("article", article.clone()),
                ("title", both.clone()),
                ("requested", json!({ "$ref": "#/$defs/money" })),
                ("other_years", json!({ "$ref": "#/$defs/money" })),
                ("foregone", json!({ "$ref": "#/$defs/money" })),
                ("unpriced", json!({ "enum": unpriced })),
                (
                    "standing",
                    object(&[
                        ("id", json!({ "enum": ["claimed", "left_out", "paid", "gives_way", "contradicts"] })),
                        ("to", maybe("#/$defs/clause")),
                    ]),
                ),
            ])),
        ),
        (
            "schedule",
            list(object(&[
                ("clause", clause.clone()),
                ("article", article.clone()),
                ("year", year),
                ("base", words.clone()),
                ("standard", words.clone()),
                ("ceiling", json!({ "type": ["string", "null"], "pattern": r"^[0-9]+\.[0-9]{2}$" })),
                ("amount", json!({ "type": ["string", "null"], "pattern": r"^-?[0-9]+\.[0-9]{2}$" })),
                ("status", object(&[("id", json!({ "enum": states })), ("word", both.clone())])),
            ])),
        ),
        (
            "statements",
            list(object(&[
                ("clause", clause.clone()),
                ("articles", list(article.clone())),
                ("title", both.clone()),
                ("own", json!({ "type": "boolean" })),
                ("text", words.clone()),
            ])),
        ),
        (
            "undertakings",
            list(object(&[
                ("article", article.clone()),
                ("text", both.clone()),
                ("confirmed", json!({ "type": "boolean" })),
            ])),
        ),
        (
            "documents",
            list(object(&[
                ("number", json!({ "type": "integer", "minimum": 1 })),
                ("name", both.clone()),
                ("copies", json!({ "type": "integer", "minimum": 1, "maximum": crate::drafts::filing::MOST_COPIES })),
                ("original", json!({ "type": "boolean" })),
                ("serves", json!({ "anyOf": [{ "const": "all" }, list(article.clone())] })),
                ("pages", json!({ "type": "string", "maxLength": crate::drafts::filing::LONGEST_PAGES })),
                ("ready", json!({ "type": "boolean" })),
            ])),
        ),
        ("received", received),
        ("account", fields(account, &draft)),
        (
            "preflight",
            list(object(&[
                ("topic", both.clone()),
                ("looked_at", json!({ "type": "integer", "minimum": 0 })),
                ("findings", list(finding)),
            ])),
        ),
        (
            "internal",
            object(&[
                ("note", both.clone()),
                (
                    "doubts",
                    list(object(&[
                        ("number", words),
                        ("articles", list(article.clone())),
                        ("issue", both.clone()),
                        ("prudent", both.clone()),
                        ("favourable", both.clone()),
                        ("ask", both),
                        ("adds", json!({ "$ref": "#/$defs/money" })),
                    ])),
                ),
                (
                    "decisions",
                    list(object(&[
                        ("clause", clause.clone()),
                        ("article", article.clone()),
                        ("floor", json!({ "$ref": "#/$defs/money" })),
                        ("ceiling", json!({ "$ref": "#/$defs/money" })),
                    ])),
                ),
                (
                    "missing",
                    list(object(&[
                        ("clause", clause),
                        ("article", article),
                        ("questions", list(json!({ "type": "string" }))),
                    ])),
                ),
            ]),
        ),
        ("draft", draft),
    ]);
    if let Some(root) = root.as_object_mut() {
        root.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        root.insert("title".into(), "Application packet of the Miyun financial-incentive portal".into());
        root.insert(
            "description".into(),
            "金额为元，两位小数的字符串。internal 不属于申报内容。draft 是草稿全文，其余都由它算出。 \
             Money is in yuan, as strings with two decimals. internal is not filed. draft is the whole draft; all else \
             is worked out from it."
                .into(),
        );
        root.insert(
            "$defs".into(),
            json!({
                "money": money,
                "requested": object(&[
                    ("amount", json!({ "$ref": "#/$defs/money" })),
                    ("capital", json!({ "type": "string", "description": "大写 In the figures of accounting." })),
                ]),
                "text": object(&[("zh", json!({ "type": "string" })), ("en", json!({ "type": "string" }))]),
                "clause": { "enum": ids },
                "article": { "enum": rules.contents.iter().map(|entry| entry.article).collect::<Vec<_>>() },
            }),
        );
    }
    root
}

/// The schema of the totals of what is applied for.
fn totals_schema(clause: &Value) -> Value {
    let money = || json!({ "$ref": "#/$defs/money" });
    let bands: Vec<(&str, Value)> = ["certain", "possible", "floor", "ceiling"].map(|band| (band, money())).into();
    let mut all = bands.clone();
    all.extend(When::ALL.map(|when| (when.id(), object(&bands))));
    let years = json!({ "type": "object", "patternProperties": { "^[0-9]{4}$": object(&bands) }, "additionalProperties": false });
    all.extend([("by_year", years), ("received", money()), ("open", list(clause.clone()))]);
    object(&all)
}

/// The fields of the form: each there, its value of the type that drafts hold, null where it is not told.
fn fields(specs: impl Iterator<Item = &'static Spec>, draft: &Value) -> Value {
    let fields: Vec<(&str, Value)> = specs
        .map(|spec| {
            let value = json!({ "anyOf": [draft["properties"]["facts"]["properties"][spec.id], { "type": "null" }] });
            let field = object(&[
                ("label", json!({ "$ref": "#/$defs/text" })),
                ("value", value),
                ("words", json!({ "type": ["string", "null"] })),
            ]);
            (spec.id, field)
        })
        .collect();
    object(&fields)
}
