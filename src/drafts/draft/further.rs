//! Answers under editions beside the draft's own, in the same file. A draft keeps them as the file holds them, so that
//! what this program kept opens without any edition but its own; a file is checked with the questions of theirs.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::answers::facts::Facts;
use crate::answers::json::Refusals;
use crate::drafts::draft::schema::facts_schema;
use crate::drafts::draft::{Draft, Unreadable, shown};
use crate::json;
use crate::policy;
use crate::rule::{Edition, Index};

/// Its name in a draft.
pub(super) const NAME: &str = "further";
/// Where a row of a table says how far its matter is, and what it says when there is nothing left to do.
const STATE: (&str, &str) = ("state", "done");

/// Answers under editions beside the draft's own, by the names of these editions: JSON with sorted keys, as text. The page
/// that carries it along needs no code for what is in it. Empty where nothing is told.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Further(String);

impl Further {
    /// Whether nothing is told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The answers under an edition as the file holds them.
    #[must_use]
    pub fn of(&self, index: &Index) -> Option<Map<String, Value>> {
        match self.editions().remove(index.id) {
            Some(Value::Object(answers)) => Some(answers),
            _ => None,
        }
    }

    /// All of them.
    fn editions(&self) -> Map<String, Value> {
        match self.to_json() {
            Value::Object(editions) => editions,
            _ => Map::new(),
        }
    }

    /// As part of a draft's file.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json::parse(&self.0).unwrap_or_default()
    }

    /// Reads what [`Further::to_json`] writes; `None` where it is something else. What stands in it is not looked at.
    #[must_use]
    pub fn from_json(json: &Value) -> Option<Self> {
        let editions = json.as_object()?;
        Some(if editions.is_empty() { Self::default() } else { Self(json.to_string()) })
    }

    /// Changes them.
    fn change(&mut self, change: impl FnOnce(&mut Map<String, Value>)) {
        let mut editions = self.editions();
        change(&mut editions);
        *self = Self::from_json(&Value::Object(editions)).unwrap_or_default();
    }

    /// What goes on in the year after: rows of tables that say that they are done are left behind.
    #[must_use]
    pub fn next_year(&self) -> Self {
        let (state, done) = STATE;
        let mut next = self.clone();
        next.change(|editions| {
            let answers = editions.values_mut().filter_map(Value::as_object_mut).flat_map(Map::values_mut);
            for rows in answers.filter_map(Value::as_array_mut) {
                rows.retain(|row| row.get(state).and_then(Value::as_str) != Some(done));
            }
        });
        next
    }

    /// The JSON Schema of what [`Further::to_json`] writes, for the answers under these editions.
    #[must_use]
    pub fn schema(editions: &[&Edition]) -> Value {
        let known = editions.iter().map(|edition| (edition.index.id.to_owned(), facts_schema(edition.index.questions)));
        serde_json::json!({
            "type": "object",
            "description": "另一份文件所需的答案，按文件名分开；没有的不写。 \
                Answers under documents beside the edition, by their names; left out where there are none.",
            "additionalProperties": false,
            "properties": known.collect::<Map<_, _>>(),
        })
    }
}

/// Where the answers under an edition stand in a draft.
fn path(edition: &str) -> String {
    format!("{NAME}.{}", shown(edition))
}

impl Draft {
    /// The draft, if all that it holds under editions beside its own is theirs, as they write it.
    ///
    /// # Errors
    /// With the edition that there is not, or the answers that are refused.
    pub fn checked(mut self) -> Result<Self, Unreadable> {
        for (name, answers) in self.further.editions() {
            let mut known = policy::FURTHER.iter().map(|edition| edition.index);
            let index = known.find(|index| index.id == name && answers.is_object());
            let index = index.ok_or_else(|| Unreadable::Member(path(&name)))?;
            let facts = self.facts_under(index).map_err(Unreadable::Answers)?;
            self.set_under(index, &facts);
        }
        Ok(self)
    }

    /// The answers under an edition beside its own, and the draft's own answers, which that edition may read.
    ///
    /// # Errors
    /// With the answers under that edition that are refused.
    pub fn facts_under(&self, index: &Index) -> Result<Facts, Refusals> {
        self.further.of(index).map_or_else(|| Ok(self.facts.clone()), |answers| self.with_answers(index, &answers))
    }

    /// The same where something is told under that edition, and can be read.
    #[must_use]
    pub fn told_under(&self, index: &Index) -> Option<Facts> {
        self.with_answers(index, &self.further.of(index)?).ok()
    }

    fn with_answers(&self, index: &Index, answers: &Map<String, Value>) -> Result<Facts, Refusals> {
        let own = Facts::from_json(answers, index.questions).map_err(|refused| refused.within(&path(index.id)))?;
        let mut facts = self.facts.clone();
        for spec in index.questions {
            // The question has taken its answer before.
            let _ = facts.set(spec, own.answer(spec).cloned());
        }
        Ok(facts)
    }

    /// Digest and code of the answers under an edition beside its own, with those of the draft, which it may read.
    #[must_use]
    pub fn seal_under(&self, index: &Index) -> (String, String) {
        let further = self.further.of(index).unwrap_or_default();
        let canonical = serde_json::json!({ "edition": index.id, "facts": self.facts_json(), "further": further });
        Self::written(Sha256::digest(canonical.to_string()).into())
    }

    /// Writes the answers under an edition beside its own; the others of these facts are left alone.
    pub fn set_under(&mut self, index: &Index, facts: &Facts) {
        self.further.change(|editions| match facts.to_json(index.questions) {
            Value::Object(answers) if !answers.is_empty() => drop(editions.insert(index.id.to_owned(), answers.into())),
            _ => drop(editions.remove(index.id)),
        });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

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
        for (further, named) in [
            (json!([]), "further"),
            (json!({ "miyun-2019-29": [] }), "further.miyun-2019-29"),
            (json!({ "miyun-2019-29": {}, "Miyun": {} }), "further.Miyun"),
            (json!({ "": {} }), "further."),
        ] {
            let mut file = Draft::default().to_json();
            file["further"] = further;
            assert_eq!(Draft::from_json(&file), Err(Unreadable::Member(named.into())), "{file}");
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
