//! Answers under editions beside the draft's own, in the same file. A draft keeps them as the file holds them, so that
//! what opens it needs no edition but its own; what reads them checks them with the questions of theirs.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::answers::facts::Facts;
use crate::answers::json::Refusals;
use crate::drafts::draft::Draft;
use crate::drafts::draft::schema::facts_schema;
use crate::rule::{Edition, Index};

/// The most editions beside its own.
const MOST: usize = 8;
/// The most characters of an edition's name.
const LONGEST_NAME: usize = 40;
/// Where a row of a table says how far its matter is, and what it says when there is nothing left to do.
const STATE: (&str, &str) = ("state", "done");

/// Answers under editions beside the draft's own, by the names of these editions.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Further(Map<String, Value>);

impl Further {
    /// Whether nothing is told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The answers under an edition as the file holds them.
    #[must_use]
    pub fn of(&self, index: &Index) -> Option<&Map<String, Value>> {
        self.0.get(index.id)?.as_object()
    }

    /// As part of a draft's file.
    #[must_use]
    pub fn to_json(&self) -> Value {
        self.0.clone().into()
    }

    /// Reads what [`Further::to_json`] writes; `None` where it is something else. The answers are not looked at.
    #[must_use]
    pub fn from_json(json: &Value) -> Option<Self> {
        let is_name = |name: &str| {
            let signs = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
            !name.is_empty() && name.len() <= LONGEST_NAME && name.bytes().all(signs)
        };
        let editions = json.as_object().filter(|editions| editions.len() <= MOST)?;
        let fits = editions.iter().all(|(name, answers)| is_name(name) && answers.is_object());
        fits.then(|| Self(editions.clone()))
    }

    /// What goes on in the year after: rows of tables that say that they are done are left behind.
    #[must_use]
    pub fn next_year(&self) -> Self {
        let (state, done) = STATE;
        let mut next = self.clone();
        for rows in next
            .0
            .values_mut()
            .filter_map(Value::as_object_mut)
            .flat_map(Map::values_mut)
            .filter_map(Value::as_array_mut)
        {
            rows.retain(|row| row.get(state).and_then(Value::as_str) != Some(done));
        }
        next
    }

    /// The JSON Schema of what [`Further::to_json`] writes, for the answers under these editions.
    #[must_use]
    pub fn schema(editions: &[&Edition]) -> Value {
        let known = editions.iter().map(|edition| (edition.index.id.to_owned(), facts_schema(edition.index.questions)));
        json!({
            "type": "object",
            "description": "另一份文件所需的答案，按文件名分开；没有的不写。 \
                Answers under documents beside the edition, by their names; left out where there are none.",
            "additionalProperties": { "type": "object" },
            "maxProperties": MOST,
            "propertyNames": { "pattern": format!("^[a-z0-9-]{{1,{LONGEST_NAME}}}$") },
            "properties": known.collect::<Map<_, _>>(),
        })
    }
}

impl Draft {
    /// The answers under an edition beside its own, and the draft's own answers, which that edition may read.
    ///
    /// # Errors
    /// With the answers under that edition that are refused.
    pub fn facts_under(&self, index: &Index) -> Result<Facts, Refusals> {
        let mut facts = self.facts.clone();
        if let Some(answers) = self.further.of(index) {
            let own = Facts::from_json(answers, index.questions)?;
            for spec in index.questions {
                // The question has taken its answer before.
                let _ = facts.set(spec, own.answer(spec).cloned());
            }
        }
        Ok(facts)
    }

    /// Digest and code of the answers under an edition beside its own, with those of the draft, which it may read.
    #[must_use]
    pub fn seal_under(&self, index: &Index) -> (String, String) {
        let further = self.further.of(index).cloned().unwrap_or_default();
        let canonical = json!({ "edition": index.id, "facts": self.facts_json(), "further": further });
        Self::written(Sha256::digest(canonical.to_string()).into())
    }

    /// Writes the answers under an edition beside its own; the others of these facts are left alone.
    pub fn set_under(&mut self, index: &Index, facts: &Facts) {
        match facts.to_json(index.questions) {
            Value::Object(answers) if !answers.is_empty() => {
                self.further.0.insert(index.id.to_owned(), answers.into());
            }
            _ => {
                self.further.0.remove(index.id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Further;
    use crate::drafts::draft::{Draft, Unreadable};
    use crate::drafts::examples::ALL;
    use crate::policy::FURTHER;

    #[test]
    fn a_draft_without_it_says_nothing_of_it() {
        for example in ALL.iter().filter(|example| !example.json.contains("\"further\"")) {
            let draft = example.draft().unwrap();
            assert!(draft.further.is_empty(), "{}", example.id);
            assert!(draft.to_json().get("further").is_none(), "{}", example.id);
        }
    }

    #[test]
    fn it_changes_neither_the_answers_nor_the_code_of_the_draft() {
        for example in ALL {
            let plain = Draft { further: Further::default(), ..example.draft().unwrap() };
            let mut file = plain.to_json();
            file["further"] = json!({ "miyun-2019-29": { "leader": "某区长" } });
            let draft = Draft::from_json(&file).unwrap();
            assert_eq!((draft.seal(), &draft.facts), (plain.seal(), &plain.facts), "{}", example.id);
            assert_ne!(draft.seal_under(FURTHER[0].index), plain.seal_under(FURTHER[0].index));
            assert_eq!(draft.to_json(), file);
        }
    }

    #[test]
    fn what_is_no_such_part_is_refused() {
        let wrong = [json!([]), json!({ "miyun-2019-29": [] }), json!({ "Miyun": {} }), json!({ "": {} })];
        let crowd: Value =
            (0..9).map(|number| (format!("e-{number}"), json!({}))).collect::<serde_json::Map<_, _>>().into();
        for further in wrong.into_iter().chain([crowd]) {
            let mut file = Draft::default().to_json();
            file["further"] = further;
            assert_eq!(Draft::from_json(&file), Err(Unreadable::Member("further".into())), "{file}");
        }
    }

    #[test]
    fn what_is_open_goes_on_in_the_year_after() {
        let further = Further::from_json(&json!({ "miyun-2019-29": {
            "leader": "某区长",
            "needs": [{ "state": "done" }, { "state": "open" }, { "state": "promised" }, {}],
        } }));
        let next = further.unwrap().next_year().to_json();
        assert_eq!(next["miyun-2019-29"]["leader"], "某区长");
        assert_eq!(next["miyun-2019-29"]["needs"], json!([{ "state": "open" }, { "state": "promised" }, {}]));
    }
}
