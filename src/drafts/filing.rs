//! What the applicant decides about the papers: which clauses to claim, its own words, and which documents are at hand.
//! Nothing of it changes what a clause says.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::date::Date;
use crate::json::{self, whole};
use crate::order::Order;
use crate::rule::{Clause, Counted, Index};
use crate::text::{Text, text};

/// The most characters of a statement.
pub const LONGEST_STATEMENT: usize = 20_000;
/// The most characters of the page numbers of a document.
pub const LONGEST_PAGES: usize = 20;
/// The most copies of a document.
pub const MOST_COPIES: u8 = 99;

/// The most characters of a note about where to file.
pub const LONGEST_NOTE: usize = 120;
/// The most characters of what the office said to a doubt.
pub const LONGEST_REPLY: usize = 2_000;
/// The most characters of a doubt's number.
const LONGEST_NUMBER: usize = 8;

/// Something to note about where and when to file this year: the rules do not say it, the announcement does.
#[derive(Clone, Copy, Debug)]
pub struct OfficeNote {
    /// Its name in files.
    pub id: &'static str,
    /// What it is.
    pub label: Text,
    /// Whether it is still so in the year after.
    pub lasts: bool,
}

/// What can be noted.
pub const OFFICE: [OfficeNote; 4] = [
    OfficeNote { id: "window", label: text("今年申报时间", "This year's window"), lasts: false },
    OfficeNote { id: "address", label: text("材料送到", "Papers go to"), lasts: true },
    OfficeNote { id: "telephone", label: text("受理部门电话", "Telephone of the office"), lasts: true },
    OfficeNote { id: "person", label: text("受理部门经办人", "Person in charge there"), lasts: true },
];

/// The applicant's decisions about the papers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filing {
    /// Clauses claimed or left out by hand, by their ids. A clause that is not named is claimed when it gives
    /// money that is certain or decided case by case.
    pub claims: BTreeMap<&'static str, bool>,
    /// Statements in the applicant's own words, by the ids of their clauses. One that is not named is the template.
    pub statements: BTreeMap<&'static str, String>,
    /// Documents, by their Chinese names.
    pub papers: BTreeMap<&'static str, Paper>,
    /// Whether the undertakings have been read and confirmed.
    pub undertaken: bool,
    /// What was noted about where and when to file, by the ids of [`OFFICE`].
    pub office: BTreeMap<&'static str, String>,
    /// What the office said to open questions, by their numbers.
    pub replies: BTreeMap<String, Reply>,
}

/// What was said to a doubt that one asked about.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reply {
    /// Whom one asked.
    pub whom: String,
    /// On which day it was said.
    pub day: Option<Date>,
    /// What was said.
    pub says: String,
}

/// How far a document of the checklist is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paper {
    /// How many are filed.
    pub copies: u8,
    /// Where it stands in the bound set, as the applicant numbers it: `12-15`.
    pub pages: String,
    /// Whether it is at hand.
    pub ready: bool,
}

impl Default for Paper {
    fn default() -> Self {
        Self { copies: 1, pages: String::new(), ready: false }
    }
}

impl Filing {
    /// Whether a clause may be claimed: it is not left out by hand.
    #[must_use]
    pub fn admits(&self, clause: &Clause) -> bool {
        self.claims.get(clause.id) != Some(&false)
    }

    /// Whether a clause is claimed by hand.
    #[must_use]
    pub fn asks_for(&self, clause: &Clause) -> bool {
        self.claims.get(clause.id) == Some(&true)
    }

    /// Whether the papers ask for what a clause counts.
    #[must_use]
    pub fn is_claimed(&self, counted: &Counted<'_>) -> bool {
        counted.claimed() || (counted.offered() && self.asks_for(counted.assessment.clause))
    }

    /// The document of that Chinese name.
    #[must_use]
    pub fn paper(&self, name: &str) -> Paper {
        self.papers.get(name).cloned().unwrap_or_default()
    }

    /// What is noted about where and when to file, in the order of [`OFFICE`].
    pub fn notes(&self) -> impl Iterator<Item = (Text, &str)> {
        OFFICE.iter().filter_map(|note| Some((note.label, self.office.get(note.id)?.as_str())))
    }

    /// What still holds in the year after.
    #[must_use]
    pub fn next_year(&self) -> Self {
        let lasting = OFFICE.iter().filter(|note| note.lasts);
        let office = lasting.filter_map(|note| Some((note.id, self.office.get(note.id)?.clone()))).collect();
        Self { office, replies: self.replies.clone(), ..Self::default() }
    }

    /// As part of a draft's file; empty maps and nos are left out.
    #[must_use]
    pub fn to_json(&self) -> Map<String, Value> {
        let mut object = self.sealed();
        if !self.papers.is_empty() {
            let mut papers = self.papers.iter().map(|(name, paper)| {
                let Paper { copies, pages, ready } = paper;
                ((*name).to_owned(), json!({ "copies": copies, "pages": pages, "ready": ready }))
            });
            object.insert("papers".into(), json::object(&mut papers).into());
        }
        if self.undertaken {
            object.insert("undertaken".into(), true.into());
        }
        if !self.office.is_empty() {
            let mut office = self.office.iter().map(|(id, note)| ((*id).to_owned(), note.as_str().into()));
            object.insert("office".into(), json::object(&mut office).into());
        }
        object
    }

    /// What of it the verification code covers: what decides the amounts and words that are filed.
    #[must_use]
    pub fn sealed(&self) -> Map<String, Value> {
        let mut object = Map::new();
        if !self.claims.is_empty() {
            let mut claims = self.claims.iter().map(|(id, claimed)| ((*id).to_owned(), (*claimed).into()));
            object.insert("claims".into(), json::object(&mut claims).into());
        }
        if !self.statements.is_empty() {
            let mut statements = self.statements.iter().map(|(id, words)| ((*id).to_owned(), words.as_str().into()));
            object.insert("statements".into(), json::object(&mut statements).into());
        }
        if !self.replies.is_empty() {
            let mut replies = self.replies.iter().map(|(doubt, Reply { whom, day, says })| {
                (doubt.clone(), json!({ "whom": whom, "day": day.map(|day| day.to_string()), "says": says }))
            });
            object.insert("replies".into(), json::object(&mut replies).into());
        }
        object
    }

    /// Reads what [`Filing::to_json`] writes, under an edition.
    ///
    /// # Errors
    /// With the paths of what does not fit the edition or is of another type.
    pub fn from_json(json: &Value, index: &Index) -> Result<Self, Vec<String>> {
        let mut filing = Self::default();
        let mut refused = Vec::new();
        let Some(object) = json.as_object() else { return Err(vec!["filing".into()]) };
        for (key, value) in object {
            let fits = match (key.as_str(), value) {
                ("claims", Value::Object(claims)) => {
                    each(claims, key, &mut refused, |id, claimed| {
                        filing.claims.insert(index.clause(id)?.id, claimed.as_bool()?);
                        Some(())
                    });
                    true
                }
                ("statements", Value::Object(statements)) => {
                    each(statements, key, &mut refused, |id, words| {
                        let words = words.as_str().filter(|words| words.chars().count() <= LONGEST_STATEMENT)?;
                        filing.statements.insert(index.clause(id)?.id, words.to_owned());
                        Some(())
                    });
                    true
                }
                ("papers", Value::Object(papers)) => {
                    each(papers, key, &mut refused, |name, paper| {
                        filing.papers.insert(index.document(name)?, Paper::from_json(paper)?);
                        Some(())
                    });
                    true
                }
                ("office", Value::Object(office)) => {
                    each(office, key, &mut refused, |id, note| {
                        let known = OFFICE.iter().find(|known| known.id == id)?;
                        let note = note.as_str().filter(|note| note.chars().count() <= LONGEST_NOTE)?;
                        filing.office.insert(known.id, note.to_owned());
                        Some(())
                    });
                    true
                }
                ("replies", Value::Object(replies)) => {
                    each(replies, key, &mut refused, |doubt, reply| {
                        let doubt = (doubt.chars().count() <= LONGEST_NUMBER).then(|| doubt.to_owned())?;
                        filing.replies.insert(doubt, Reply::from_json(reply)?);
                        Some(())
                    });
                    true
                }
                ("undertaken", Value::Bool(undertaken)) => {
                    filing.undertaken = *undertaken;
                    true
                }
                _ => false,
            };
            if !fits {
                refused.push(format!("filing.{key}"));
            }
        }
        if refused.is_empty() { Ok(filing) } else { Err(refused) }
    }

    /// The JSON Schema of what [`Filing::to_json`] writes.
    #[must_use]
    pub fn schema(index: &Index) -> Value {
        let ids: Vec<&str> = index.clauses.iter().map(|clause| clause.id).collect();
        let mut documents = index.documents.to_vec();
        documents.order();
        documents.dedup();
        json!({
            "type": "object",
            "description": "申报上的取舍：申报哪几条、情况说明、材料齐备情况。不影响各条结论。 \
                Choices about the papers: clauses claimed, statements, documents at hand. No clause depends on them.",
            "additionalProperties": false,
            "properties": {
                "claims": {
                    "type": "object",
                    "propertyNames": { "enum": ids },
                    "additionalProperties": { "type": "boolean" },
                },
                "statements": {
                    "type": "object",
                    "propertyNames": { "enum": ids },
                    "additionalProperties": { "type": "string", "maxLength": LONGEST_STATEMENT },
                },
                "papers": { "type": "object", "propertyNames": { "enum": documents }, "additionalProperties": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["copies", "pages", "ready"],
                    "properties": {
                        "copies": { "type": "integer", "minimum": 1, "maximum": MOST_COPIES },
                        "pages": { "type": "string", "maxLength": LONGEST_PAGES },
                        "ready": { "type": "boolean" },
                    },
                }},
                "undertaken": { "type": "boolean" },
                "office": {
                    "type": "object",
                    "propertyNames": { "enum": OFFICE.map(|note| note.id) },
                    "additionalProperties": { "type": "string", "maxLength": LONGEST_NOTE },
                },
                "replies": {
                    "type": "object",
                    "description": "受理部门对各处存疑的答复。 What the office said to open questions, by their numbers.",
                    "propertyNames": { "maxLength": LONGEST_NUMBER },
                    "additionalProperties": {
                        "type": "object",
                        "additionalProperties": false,
                        "required": ["whom", "day", "says"],
                        "properties": {
                            "whom": { "type": "string", "maxLength": LONGEST_NOTE },
                            "day": { "type": ["string", "null"], "format": "date" },
                            "says": { "type": "string", "maxLength": LONGEST_REPLY },
                        },
                    },
                },
            },
        })
    }
}

impl Reply {
    fn from_json(json: &Value) -> Option<Self> {
        let json = json.as_object().filter(|members| members.len() == 3)?;
        let words = |name: &str, most: usize| {
            json.get(name)?.as_str().filter(|words| words.chars().count() <= most).map(str::to_owned)
        };
        let day = match json.get("day")? {
            Value::Null => None,
            day => Some(Date::from_iso(day.as_str()?)?),
        };
        Some(Self { whom: words("whom", LONGEST_NOTE)?, day, says: words("says", LONGEST_REPLY)? })
    }
}

impl Paper {
    fn from_json(json: &Value) -> Option<Self> {
        // These three and no other, as the schema has it.
        let json = json.as_object().filter(|members| members.len() == 3)?;
        Some(Self {
            copies: json
                .get("copies")?
                .as_number()
                .and_then(whole)
                .and_then(|copies| copies.parse().ok())
                .filter(|copies| (1..=MOST_COPIES).contains(copies))?,
            pages: json
                .get("pages")?
                .as_str()
                .filter(|pages| pages.chars().count() <= LONGEST_PAGES)
                .map(str::to_owned)?,
            ready: json.get("ready")?.as_bool()?,
        })
    }
}

/// Takes every entry in, and names those that are refused.
fn each(
    entries: &Map<String, Value>,
    under: &str,
    refused: &mut Vec<String>,
    mut take: impl FnMut(&str, &Value) -> Option<()>,
) {
    for (name, value) in entries {
        if take(name, value).is_none() {
            refused.push(format!("filing.{under}.{name}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Filing, Paper, Reply};
    use crate::date::Date;
    use crate::policy::CURRENT_INDEX;

    #[test]
    fn what_is_written_is_read_again() {
        let mut filing = Filing::default();
        assert!(filing.to_json().is_empty());
        filing.claims.insert("office_purchase", false);
        filing.statements.insert("key_institution", "我行……".to_owned());
        filing.papers.insert("承诺书", Paper { copies: 2, pages: "3-4".to_owned(), ready: true });
        filing.undertaken = true;
        filing.office.insert("telephone", "010-0000 0000".to_owned());
        let day = Date::new(2026, 11, 20);
        filing.replies.insert("27.1".to_owned(), Reply { whom: "张科".to_owned(), day, says: "可以".to_owned() });
        assert_eq!(Filing::from_json(&Value::Object(filing.to_json()), CURRENT_INDEX), Ok(filing));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        for (json, path) in [
            (json!([]), "filing"),
            (json!({ "claims": { "no_such_clause": true } }), "filing.claims.no_such_clause"),
            (json!({ "claims": { "office_purchase": 1 } }), "filing.claims.office_purchase"),
            (json!({ "statements": [] }), "filing.statements"),
            (json!({ "statements": { "office_purchase": "字".repeat(20_001) } }), "filing.statements.office_purchase"),
            (
                json!({ "papers": { "无此材料": { "copies": 1, "pages": "", "ready": true } } }),
                "filing.papers.无此材料",
            ),
            (json!({ "papers": { "承诺书": { "copies": 0, "pages": "", "ready": true } } }), "filing.papers.承诺书"),
            (json!({ "papers": { "承诺书": { "copies": 1, "ready": true } } }), "filing.papers.承诺书"),
            (
                json!({ "papers": { "承诺书": { "copies": 1, "pages": "", "ready": true, "seen": true } } }),
                "filing.papers.承诺书",
            ),
            (json!({ "replies": { "27.1": { "whom": "", "day": "2026-02-30", "says": "" } } }), "filing.replies.27.1"),
            (json!({ "replies": { "27.1": { "whom": "", "says": "" } } }), "filing.replies.27.1"),
            (json!({ "replies": { "27.1": "可以" } }), "filing.replies.27.1"),
            (json!({ "office": { "fax": "1" } }), "filing.office.fax"),
            (json!({ "office": { "window": "字".repeat(121) } }), "filing.office.window"),
            (json!({ "other": true }), "filing.other"),
        ] {
            assert_eq!(Filing::from_json(&json, CURRENT_INDEX), Err(vec![path.to_owned()]), "{json}");
        }
    }
}
