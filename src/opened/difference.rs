//! What a file says otherwise than its own answers give.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::answers::form::Form;
use crate::answers::json::form_at;
use crate::applicant::question;
use crate::article::article;
use crate::drafts::draft::Draft;
use crate::order::Order;
use crate::rule::Clause;
use crate::text::{Lang, Text, text};

/// The most differences that are named; the rest are counted.
pub const MOST: usize = 100;
/// The most characters of a differing value that are shown.
const LONGEST: usize = 120;

/// Something that the file says and its draft does not give.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Where in the file: `requested.amount`.
    pub path: String,
    /// What it is called.
    pub(super) what: [String; 2],
    /// What the file says; `None` where it says nothing.
    pub written: Option<String>,
    /// What its draft gives; `None` where it gives nothing.
    pub given: Option<String>,
}

impl Difference {
    /// What it is called: `申请金额`.
    #[must_use]
    pub fn what(&self, lang: Lang) -> &str {
        &self.what[usize::from(lang == Lang::En)]
    }

    /// Both sides in a sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let side = |side: &Option<String>| match (side, lang) {
            (Some(value), Lang::Zh) => format!("“{value}”"),
            (Some(value), Lang::En) => format!("“{value}”"),
            (None, Lang::Zh) => "没有这一项".to_owned(),
            (None, Lang::En) => "nothing".to_owned(),
        };
        let (what, written, given) = (self.what(lang), side(&self.written), side(&self.given));
        match lang {
            Lang::Zh => format!("{what}：文件里写的是{written}，按其中的答案应为{given}"),
            Lang::En => format!("{what}: the file says {written}, its answers give {given}"),
        }
    }

    /// What was written and what it is taken for, in a sentence.
    pub(super) fn taken(&self, lang: Lang) -> String {
        let [written, given] =
            [&self.written, &self.given].map(|side| side.as_deref().unwrap_or_default().escape_debug());
        let what = self.what(lang);
        match lang {
            Lang::Zh => format!("{what}：文件里写的是“{written}”，去掉看不见的字符后取“{given}”"),
            Lang::En => format!("{what}: the file says “{written}”, without unseen characters it is “{given}”"),
        }
    }
}

/// The parts of a packet, as its reader calls them.
const PARTS: [(&str, Text); 16] = [
    ("seal.code", text("核验码", "Code")),
    ("seal.digest", text("摘要（SHA-256）", "Digest (SHA-256)")),
    ("requested", text("申请金额", "Amount requested")),
    ("totals", text("合计", "Totals")),
    ("claims", text("申报条款", "Clauses claimed")),
    ("schedule", text("测算明细", "Schedule of amounts")),
    ("account", text("收款账户", "Account")),
    ("form", text("申报表", "Application form")),
    ("statements", text("情况说明", "Statements")),
    ("undertakings", text("承诺书", "Undertaking")),
    ("documents", text("材料清单", "Checklist of documents")),
    ("received", text("已享受政策", "Support received")),
    ("preflight", text("提交前检查", "Checks before filing")),
    ("internal", text("待确认单", "Points to confirm")),
    ("edition", text("规则", "Edition")),
    ("year", text("申请年度", "Year of application")),
];

/// What a draft is called.
pub(super) const TITLE: Text = text("草稿名称", "Name of the draft");

/// What the packet says otherwise than its draft gives: code and amounts first, as they matter most.
pub(super) fn differ(written: &Value, given: &Value, clauses: &[&Clause]) -> (Vec<Difference>, usize) {
    let [written, given] = [written, given].map(|packet| {
        let mut leaves = BTreeMap::new();
        for (name, part) in packet.as_object().into_iter().flatten() {
            // What everything else is worked out from.
            if name != "draft" {
                flatten(name.clone(), part, &mut leaves);
            }
        }
        leaves
    });
    let mut paths: Vec<&String> =
        written.keys().chain(given.keys().filter(|path| !written.contains_key(*path))).collect();
    paths.retain(|path| written.get(*path) != given.get(*path));
    let rank = |path: &str| PARTS.iter().position(|(part, _)| within(path, part).is_some()).unwrap_or(PARTS.len());
    paths.order_by_key(|path| rank(path));
    let more = paths.len().saturating_sub(MOST);
    let differences = paths.into_iter().take(MOST).map(|path| Difference {
        path: path.clone(),
        what: [Lang::Zh, Lang::En].map(|lang| called(path, clauses, lang)),
        written: written.get(path).map(shown),
        given: given.get(path).map(shown),
    });
    (differences.collect(), more)
}

/// A value with its quotes off, and not longer than a line.
fn shown(value: &&Value) -> String {
    let words = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut shown: String = words.chars().take(LONGEST).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    shown
}

/// Every value that is no object and no list, by its path. Claims go by their clauses, so that one left out does not
/// shift the others.
fn flatten<'a>(path: String, value: &'a Value, leaves: &mut BTreeMap<String, &'a Value>) {
    match value {
        Value::Object(object) if !object.is_empty() => {
            for (name, value) in object {
                flatten(format!("{path}.{name}"), value, leaves);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                let name = match (path.as_str(), item.get("clause").and_then(Value::as_str)) {
                    ("claims", Some(clause)) => clause.to_owned(),
                    _ => (index + 1).to_string(),
                };
                flatten(format!("{path}[{name}]"), item, leaves);
            }
        }
        _ => {
            leaves.insert(path, value);
        }
    }
}

/// The rest of a path within a part: `format.number` is not within `form`.
fn within<'a>(path: &'a str, part: &str) -> Option<&'a str> {
    path.strip_prefix(part).filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// What a path is called.
fn called(path: &str, clauses: &[&Clause], lang: Lang) -> String {
    let Some((rest, words)) = PARTS.iter().find_map(|(part, words)| Some((within(path, part)?, words))) else {
        return path.to_owned();
    };
    let words = words.get(lang);
    if let Some((clause, field)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        && let Some(clause) = clauses.iter().find(|other| other.id == clause)
    {
        return format!("{words}　{}　{}", article(clause.article, lang), field.trim_start_matches('.'));
    }
    match rest {
        "" | ".amount" => words.to_owned(),
        _ => format!("{words}　{}", rest.trim_start_matches('.')),
    }
}

/// Whether the answer at a path such as `leases[2].rent` is words.
fn is_words(path: &str) -> bool {
    let spec = question(path.split(['[', '.']).next().unwrap_or_default());
    spec.and_then(|spec| form_at(spec, path)).is_some_and(|form| matches!(form, Form::Words(_) | Form::Code))
}

/// What such a path is called.
fn place_of(path: &str, lang: Lang) -> String {
    let id = path.split(['[', '.']).next().unwrap_or_default();
    match question(id).map(|spec| spec.label.get(lang)) {
        Some(label) if id == path => label.to_owned(),
        Some(label) if lang == Lang::Zh => format!("{label}（{path}）"),
        Some(label) => format!("{label} ({path})"),
        None => path.to_owned(),
    }
}

/// The code of a draft's file where its answers give another: somebody changed it after it was saved. A file without one
/// was written by hand, or before there were codes.
pub(super) fn in_code(file: &Value, draft: &Draft) -> Option<Difference> {
    let written = file.get("code")?.as_str()?;
    let given = draft.code();
    let what = ["核验码（草稿存出后被改过，请逐项核对）", "Code (changed after it was saved: check the answers)"];
    (written != given).then(|| difference("code".to_owned(), what.map(str::to_owned), written, &given))
}

/// The words that are taken otherwise than the draft's file writes them: its title and its answers.
pub(super) fn tidied(file: &Value, draft: &Draft) -> Vec<Difference> {
    let mut differences = Vec::new();
    if let Some(Value::String(written)) = file.get("title")
        && *written != draft.title
    {
        let what = [TITLE.zh, TITLE.en].map(str::to_owned);
        differences.push(difference("title".to_owned(), what, written, &draft.title));
    }
    if let Some(Value::Object(facts)) = file.get("facts") {
        let taken = draft.facts_json();
        for (id, written) in facts {
            compare(id, written, &taken[id], &mut differences);
        }
    }
    differences
}

/// Compares words in the same places of two answers; nothing else is written down, for a table may be long.
fn compare(path: &str, written: &Value, taken: &Value, differences: &mut Vec<Difference>) {
    match (written, taken) {
        (Value::Array(rows), Value::Array(taken)) => {
            for (row, (cells, taken)) in rows.iter().zip(taken).enumerate() {
                for (id, written) in cells.as_object().into_iter().flatten() {
                    if *written != taken[id] {
                        compare(&format!("{path}[{}].{id}", row + 1), written, &taken[id], differences);
                    }
                }
            }
        }
        // Figures may have other digits and be the same.
        (Value::String(written), Value::String(taken))
            if written != taken && differences.len() < MOST && is_words(path) =>
        {
            let what = [Lang::Zh, Lang::En].map(|lang| place_of(path, lang));
            differences.push(difference(path.to_owned(), what, written, taken));
        }
        _ => {}
    }
}

fn difference(path: String, what: [String; 2], written: &str, taken: &str) -> Difference {
    Difference { path, what, written: Some(shown(&&Value::from(written))), given: Some(taken.to_owned()) }
}
