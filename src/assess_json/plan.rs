//! A plan as JSON: all choices together and each among years, thresholds and the nearest chances; and its schema.

use serde_json::{Value, json};

use crate::answers::facts::Facts;
use crate::assess_json::{bands, comparison, joint, list, object, place, plain, repayable, said, turn};
use crate::drafts::calendar::{Dated, calendar};
use crate::drafts::draft::Draft;
use crate::planner::{self, Chance, Change, Cliff, Column, Corner, Election, Forecast, Sensitivity, Way};
use crate::policy;
use crate::rule::{Certainty, Edition, Happening};

/// The plan of a draft, money as decimal strings in yuan with two places. Years to come that have no figure take what the
/// forecast says; nothing of that is part of the draft.
#[must_use]
pub fn plan(draft: &Draft, forecast: &Forecast) -> Value {
    let (edition, facts) = (draft.rules(), &draft.facts);
    let report = edition.assess(facts, true);
    let elections = planner::elections(edition, facts, forecast);
    let figures = planner::sensitivities(edition, facts, &report);
    let together = planner::joint(edition, facts, forecast, &elections, &figures);
    let combination = planner::combination(edition, facts, &|clause| draft.filing.admits(clause));
    json!({
        "edition": edition.index.id,
        "digest": draft.digest(),
        "assumed": said(|lang| forecast.says(lang)),
        "joint": together.map(|of| joint::joint(&of, facts)),
        "combination": joint::combination(&combination),
        "elections": elections.iter().map(election).collect::<Value>(),
        "thresholds": planner::cliffs(edition, facts, &report).iter().map(cliff).collect::<Value>(),
        "chances": planner::chances(edition, facts, &report).iter().map(chance).collect::<Value>(),
        "figures": figures.iter().map(|of| figure(of, facts)).collect::<Value>(),
        "calendar": calendar(draft, &report).iter().map(event).collect::<Value>(),
        "repayable": repayable::of(&(edition.repayable)(facts, &report)),
        "scenarios": comparison::of(draft, forecast),
    })
}

fn election(of: &Election) -> Value {
    let most = of.best().map(|best| best.total).unwrap_or_default();
    let way = |way: &Way| {
        let (least, greatest) = way.range;
        json!({
            "year": way.year,
            "pays": way.pays.iter().map(|(year, paid)| json!({ "year": year, "amount": paid.map(|paid| paid.to_string()) }))
                .collect::<Value>(),
            "total": way.total.to_string(),
            "least": least.to_string(),
            "most": greatest.to_string(),
            "less": most.less(way.total).to_string(),
            "open": way.open(),
        })
    };
    json!({
        "clause": of.clause.id,
        "article": of.clause.article,
        "question": of.question.id,
        "says": said(|lang| Some(of.headline(lang))),
        "chosen": of.chosen,
        "settled": of.settled,
        "best": of.best().map(|best| best.year),
        "rivals": of.rivals,
        "too_wide": of.too_wide,
        "unsettling": of.unsettling.map(turn),
        "columns": of.columns.iter().map(column).collect::<Value>(),
        "ways": of.ways.iter().map(way).collect::<Value>(),
        "turns": of.turns.as_ref().map(|turns| turns.iter().copied().map(turn).collect::<Value>()),
    })
}

fn column(column: &Column) -> Value {
    let assumed = column.assumed.map(|assumed| {
        let [low, base, high] = [assumed.low, assumed.base, assumed.high].map(|figure| figure.to_string());
        json!({ "low": low, "base": base, "high": high })
    });
    json!({ "year": column.year, "told": column.told, "assumed": assumed })
}

fn cliff(cliff: &Cliff) -> Value {
    json!({
        "clause": cliff.clause.id,
        "article": cliff.clause.article,
        "from": cliff.from.to_string(),
        "before": cliff.before.to_string(),
        "after": cliff.after.to_string(),
        "figure": cliff.stand.map(|stand| stand.figure.to_string()),
    })
}

fn chance(chance: &Chance) -> Value {
    json!({
        "clause": chance.clause.id,
        "article": chance.clause.article,
        "changes": chance.changes.iter().map(change).collect::<Value>(),
        "gain": bands(chance.gain),
        "in_all": bands(chance.in_all),
        "firm": chance.firm.to_string(),
        "in_kind": chance.in_kind,
    })
}

fn change(change: &Change) -> Value {
    let (year, row) = place(&change.cell);
    json!({ "question": change.cell.question.id, "year": year, "row": row, "from": plain(change.from), "to": plain(change.to) })
}

fn figure(of: &Sensitivity, facts: &Facts) -> Value {
    let (year, row) = place(&of.cell);
    let corner = |corner: &Corner| json!({ "figure": plain(corner.at), "brings": bands(corner.brings) });
    json!({
        "question": of.cell.question.id,
        "year": year,
        "row": row,
        "name": said(|lang| Some(of.cell.words(facts, lang))),
        "figure": plain(of.stands),
        "brings": bands(of.brings),
        "next": of.next.map(|next| json!({ "figure": plain(next.to), "gain": bands(next.gain) })),
        "slope": of.slope.map(|(gain, over)| json!({ "gain": bands(gain), "over": plain(over) })),
        "falls": of.falls.iter().map(|fall| json!({
            "before": corner(&fall.before),
            "after": corner(&fall.after),
            "regained": fall.regained.map(plain),
        })).collect::<Value>(),
        "curve": of.curve.iter().map(corner).collect::<Value>(),
    })
}

fn event(Dated { edition, event }: &Dated) -> Value {
    json!({
        "edition": edition.index.id,
        "id": event.id,
        "kind": event.kind.id(),
        "from": event.from.to_string(),
        "until": event.until.to_string(),
        "title": said(|lang| Some(event.title(lang).to_owned())),
        "article": event.provision.article,
        "sure": event.sure == Certainty::Sure,
    })
}

/// The JSON Schema of plans.
#[must_use]
pub fn schema(edition: &Edition) -> Value {
    let of = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let or_null = |name: &str| json!({ "anyOf": [of(name), { "type": "null" }] });
    let yes_no = || json!({ "type": "boolean" });
    let years = || list(of("year"));
    let clause = || -> Vec<(&str, Value)> { vec![("clause", of("clause")), ("article", of("article"))] };
    let with = |own: Vec<(&'static str, Value)>| object(&[clause(), own].concat());
    let assumed = object(&[("low", of("money")), ("base", of("money")), ("high", of("money"))]);
    let pays = object(&[("year", of("year")), ("amount", or_null("money"))]);
    let way = object(&[
        ("year", of("year")),
        ("pays", list(pays)),
        ("total", of("money")),
        ("least", of("money")),
        ("most", of("money")),
        ("less", of("money")),
        ("open", yes_no()),
    ]);
    let turn = object(&[
        ("year", of("year")),
        ("stands", of("money")),
        ("keeps", of("money")),
        ("turns", of("money")),
        ("best", or_null("year")),
    ]);
    let column = object(&[
        ("year", of("year")),
        ("told", yes_no()),
        ("assumed", json!({ "anyOf": [assumed, { "type": "null" }] })),
    ]);
    let election = with(vec![
        ("question", of("question")),
        ("says", of("text")),
        ("chosen", or_null("year")),
        ("settled", yes_no()),
        ("best", or_null("year")),
        ("rivals", years()),
        ("too_wide", yes_no()),
        ("unsettling", or_null("turn")),
        ("columns", list(column)),
        ("ways", list(way)),
        ("turns", json!({ "anyOf": [list(of("turn")), { "type": "null" }] })),
    ]);
    let threshold = with(vec![
        ("from", of("money")),
        ("before", of("money")),
        ("after", of("money")),
        ("figure", or_null("money")),
    ]);
    let change = object(&[
        ("question", of("question")),
        ("year", or_null("year")),
        ("row", json!({ "type": ["integer", "null"], "minimum": 1 })),
        ("from", json!({ "type": "string" })),
        ("to", json!({ "type": "string" })),
    ]);
    let chance = with(vec![
        ("changes", list(change)),
        ("gain", of("bands")),
        ("in_all", of("bands")),
        ("firm", of("money")),
        ("in_kind", yes_no()),
    ]);
    let plain = || json!({ "type": "string" });
    let corner = || object(&[("figure", plain()), ("brings", of("bands"))]);
    let nullable = |schema: Value| json!({ "anyOf": [schema, { "type": "null" }] });
    let figure = object(&[
        ("question", of("question")),
        ("year", or_null("year")),
        ("row", json!({ "type": ["integer", "null"], "minimum": 1 })),
        ("name", of("text")),
        ("figure", plain()),
        ("brings", of("bands")),
        ("next", nullable(object(&[("figure", plain()), ("gain", of("bands"))]))),
        ("slope", nullable(object(&[("gain", of("bands")), ("over", plain())]))),
        ("falls", list(object(&[("before", corner()), ("after", corner()), ("regained", nullable(plain()))]))),
        ("curve", list(corner())),
    ]);
    let day = || json!({ "type": "string", "format": "date" });
    let beside = policy::FURTHER.iter().copied();
    let editions: Vec<&str> = [edition].into_iter().chain(beside.clone()).map(|edition| edition.index.id).collect();
    // Headings of a text without articles, with the number of the item.
    let headings = beside.flat_map(|edition| edition.contents).map(|entry| entry.article).collect::<Vec<_>>();
    let event = object(&[
        ("edition", json!({ "enum": editions })),
        ("id", json!({ "type": "string" })),
        ("kind", json!({ "enum": Happening::ALL.map(Happening::id) })),
        ("from", day()),
        ("until", day()),
        ("title", of("text")),
        ("article", json!({ "anyOf": [of("article"), { "enum": headings }] })),
        ("sure", yes_no()),
    ]);
    let bands = ["certain", "possible", "floor", "ceiling"].map(|band| (band, of("money")));
    let mut root = object(&[
        ("edition", json!({ "const": edition.index.id })),
        ("digest", json!({ "type": "string" })),
        ("assumed", or_null("text")),
        ("joint", joint::joint_schema()),
        ("combination", joint::combination_schema()),
        ("elections", list(election)),
        ("thresholds", list(threshold)),
        ("chances", list(chance)),
        ("figures", list(figure)),
        ("calendar", list(event)),
        ("repayable", repayable::schema()),
        ("scenarios", comparison::schema()),
    ]);
    if let Some(root) = root.as_object_mut() {
        root.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        root.insert("title".into(), "Plan of the Miyun financial-incentive portal".into());
        root.insert(
            "description".into(),
            "金额为元，两位小数的字符串。least 和 most 是假设范围内的最低和最高。 \
             Money is in yuan, as strings with two decimals. least and most are the bounds within what is assumed."
                .into(),
        );
        root.insert(
            "$defs".into(),
            json!({
                "money": { "type": "string", "pattern": r"^-?(0|[1-9][0-9]*)\.[0-9]{2}$" },
                "year": { "type": "integer", "minimum": 1900, "maximum": 2199 },
                "text": object(&[("zh", json!({ "type": "string" })), ("en", json!({ "type": "string" }))]),
                "clause": { "enum": edition.clauses.iter().map(|clause| clause.id).collect::<Vec<_>>() },
                "article": { "enum": edition.contents.iter().map(|entry| entry.article).collect::<Vec<_>>() },
                "question": { "enum": edition.index.questions.iter().map(|question| question.id).collect::<Vec<_>>() },
                "bands": object(&bands),
                "turn": turn,
            }),
        );
    }
    root
}
