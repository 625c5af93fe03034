//! A draft: the answers of one applicant, with what is needed to open them again.

mod further;
mod schema;

pub use further::Further;
pub use schema::schema;

use std::iter;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::json::Refusals;
use crate::answers::question::Spec;
use crate::applicant::identity;
use crate::article::Article;
use crate::date::{Date, Year};
use crate::drafts::filing::Filing;
use crate::drafts::interview::Interview;
use crate::drafts::scenario::{self, Scenario};
use crate::json::{self, NotJson};
use crate::policy;
use crate::rule::{Asked, Edition, Flag, Index, Kinds, Report};
use crate::text::{Lang, Text, printable};

/// The version of the file format. A draft of an older version still opens; a newer one is refused with a reason.
pub const FORMAT: u64 = 2;

/// The most characters of a member's name that are shown.
const LONGEST_NAME: usize = 40;

/// The name of a member as it is shown.
fn shown(name: &str) -> String {
    name.chars().take(LONGEST_NAME).collect()
}

/// The answers of one applicant under one edition.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// What the applicant calls the draft; empty until named.
    pub title: String,
    /// The edition's name.
    pub edition: &'static str,
    /// The day of the calculation: when an answer was last changed.
    pub calculated: Option<Date>,
    /// The answers.
    pub facts: Facts,
    /// What the applicant decides about the papers. Files of format 1 have none.
    pub filing: Filing,
    /// What would be if some answers were others. Older files have none.
    pub scenarios: Vec<Scenario>,
    /// Answers under editions beside its own; most drafts have none.
    pub further: Further,
}

/// Why a file is not opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// Not JSON, and where it is not.
    NotJson(NotJson),
    /// JSON, but not a draft of this program.
    NotADraft,
    /// Written by a newer version of the program.
    Newer(u64),
    /// Of an edition that this program does not have.
    OtherEdition(String),
    /// This member is not as drafts have it, or drafts have none of that name.
    Member(String),
    /// Some answers are refused.
    Answers(Refusals),
    /// Some decisions about the papers are refused; their paths.
    Filing(Vec<String>),
    /// Some scenarios are refused: a sentence each in Chinese and English.
    Scenarios(Vec<[String; 2]>),
}

impl Unreadable {
    /// What is wrong with the file, and what to do.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let both = |zh: String, en: String| match lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        match self {
            Self::NotJson(why) => both(
                format!("读不成JSON。{}", why.says(lang)),
                format!("It cannot be read as JSON. {}", why.says(lang)),
            ),
            Self::NotADraft => both(
                "不是本程序的草稿。请打开本程序写出的JSON、ZIP或Excel文件。".into(),
                "It is not a draft of this program. Open a JSON, ZIP or Excel file that this program wrote.".into(),
            ),
            Self::Newer(format) => both(
                format!("由更新的版本写成（格式{format}），请用新版打开。"),
                format!("It was written by a newer version (format {format}): open it with that one."),
            ),
            Self::OtherEdition(edition) => both(
                format!("属于另一份规则（{edition}），本程序没有。请用写出它的程序打开，或在这里重新填写。"),
                format!(
                    "It is of another edition ({edition}) that this program does not have. Open it with the program that wrote it, or fill in a draft here."
                ),
            ),
            Self::Member(name) => {
                let (zh, en) = match name.as_str() {
                    "format" => ("请写成不加引号的整数，例如2", "write a whole number without quotes, such as 2"),
                    "title" | "code" => ("请写成加引号的文字", "write words in quotes"),
                    "calculated" => {
                        ("请写成加引号的日期，例如\"2021-03-01\"", "write a day in quotes, such as \"2021-03-01\"")
                    }
                    _ => ("草稿没有这一项，请删去", "drafts have no such part, take it out"),
                };
                both(format!("其中的“{name}”读不懂：{zh}。"), format!("Its “{name}” cannot be read: {en}."))
            }
            Self::Answers(refused) => {
                let mut listed: Vec<String> = refused.iter().map(|refusal| refusal.says(lang)).collect();
                if refused.more > 0 {
                    listed.push(both(format!("另有{}处", refused.more), format!("and {} more", refused.more)));
                }
                both(
                    format!("有的答案读不懂，请改正后再打开：{}。", listed.join("；")),
                    format!("Some answers cannot be read, correct them and open it again: {}.", listed.join("; ")),
                )
            }
            Self::Filing(paths) => both(
                format!("申报取舍读不懂，请改正或删去后再打开：{}。", paths.join("；")),
                format!(
                    "Choices about the papers cannot be read, correct them or take them out and open it again: {}.",
                    paths.join("; ")
                ),
            ),
            Self::Scenarios(refused) => {
                let said = |of: usize| refused.iter().map(|says| says[of].as_str()).collect::<Vec<_>>();
                both(
                    format!("比较方案读不懂，请改正或删去后再打开：{}。", said(0).join("；")),
                    format!(
                        "Scenarios cannot be read, correct them or take them out and open it again: {}.",
                        said(1).join("; ")
                    ),
                )
            }
        }
    }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} / {}", self.says(Lang::Zh), self.says(Lang::En))
    }
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            title: String::new(),
            edition: policy::CURRENT_INDEX.id,
            calculated: None,
            facts: Facts::default(),
            filing: Filing::default(),
            scenarios: Vec::new(),
            further: Further::default(),
        }
    }
}

/// `法人金融机构、中介机构`.
fn listed(words: &[Text], lang: Lang) -> String {
    let words: Vec<&str> = words.iter().map(|words| words.get(lang)).collect();
    words.join(if lang == Lang::Zh { "、" } else { ", " })
}

impl Draft {
    /// A new draft under an edition, of an applicant of this kind and these roles, for a year of application.
    #[must_use]
    pub fn begin(edition: &'static Index, applicant: Kinds, year: Year) -> Self {
        let mut draft = Self { edition: edition.id, ..Self::default() };
        let who = edition.applicants;
        let kind = (who.kind, applicant.kind().map(Answer::Choice));
        let roles = (0..).zip(who.roles);
        let roles = roles.map(|(place, role)| (&role.spec, Some(Answer::YesNo(applicant.contain_role(place)))));
        for (question, answer) in iter::once(kind).chain(roles).chain([(&edition.year.spec, Some(Answer::Year(year)))])
        {
            // A year that a clock gives may be out of range: then it is asked.
            let _ = draft.facts.set(question, answer);
        }
        draft
    }

    /// What a reviewer would ask about its answers, in the order of the interview.
    #[must_use]
    pub fn flags(&self, report: &Report) -> Vec<Flag> {
        (0..).map_while(|number| self.flags_of_check(report, number)).flatten().collect()
    }

    /// The same check by check, for who has to do other things meanwhile; nothing beyond the last.
    #[must_use]
    pub fn flags_of_check(&self, report: &Report, number: usize) -> Option<Vec<Flag>> {
        let check = policy::checks(self.rules()).iter().copied().flatten().nth(number)?;
        Some(check.run(&self.facts, report))
    }

    /// The edition it is under.
    #[must_use]
    pub fn rules(&self) -> &'static Edition {
        policy::edition(self.edition).unwrap_or(policy::CURRENT)
    }

    /// The same by name, without its rules.
    #[must_use]
    pub fn index(&self) -> &'static Index {
        policy::index(self.edition).unwrap_or(policy::CURRENT_INDEX)
    }

    /// The draft as a file. The same answers always give the same bytes.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut object = self.beside_facts();
        object.insert("facts".into(), self.facts_json());
        Value::Object(object)
    }

    /// The same as text, in parts: a long table comes some rows at a time.
    pub fn json_parts(&self) -> impl Iterator<Item = String> {
        let mut head = Value::Object(self.beside_facts()).to_string();
        // The answers come last, in place of the closing brace.
        head.pop();
        head += ",\"facts\":";
        iter::once(head).chain(self.facts.json_parts(self.questions())).chain(iter::once("}".to_owned()))
    }

    /// What a file of the draft has beside its answers.
    fn beside_facts(&self) -> Map<String, Value> {
        let mut object = Map::new();
        object.insert("format".into(), FORMAT.into());
        object.insert("edition".into(), self.edition.into());
        object.insert("title".into(), self.title.clone().into());
        if let Some(day) = self.calculated {
            object.insert("calculated".into(), day.to_string().into());
        }
        let filing = self.filing.to_json();
        if !filing.is_empty() {
            object.insert("filing".into(), filing.into());
        }
        if !self.scenarios.is_empty() {
            object.insert("scenarios".into(), scenario::to_json(&self.scenarios));
        }
        if !self.further.is_empty() {
            object.insert(further::NAME.into(), self.further.to_json());
        }
        object
    }

    /// The draft as it goes with an application: without its scenarios, which are nobody else's business.
    #[must_use]
    pub fn filed_json(&self) -> Value {
        let mut filed = self.to_json();
        if let Some(filed) = filed.as_object_mut() {
            filed.remove("scenarios");
        }
        filed
    }

    /// The answers as drafts write them.
    #[must_use]
    pub fn facts_json(&self) -> Value {
        self.facts.to_json(self.questions())
    }

    /// What the rules say of the draft as it is claimed: clauses that the applicant leaves out are not in the report.
    #[must_use]
    pub fn claimed(&self, working: bool) -> Report {
        self.rules().assess_among(&self.facts, working, &|clause| self.filing.admits(clause))
    }

    /// Every question of its interview, in order.
    #[must_use]
    pub fn questions(&self) -> &'static [&'static Spec] {
        self.index().questions
    }

    /// The questions that matter to its applicant.
    #[must_use]
    pub fn interview(&self, report: &Report) -> Interview {
        Interview::new(self.questions(), self.asked(report))
    }

    /// What the clauses ask, and the particulars that go with what is claimed of this application.
    #[must_use]
    pub fn asked(&self, report: &Report) -> Asked {
        let rules = self.rules();
        let year = self.facts.get(rules.index.year);
        let claimed = report.counted().into_iter();
        let claimed = claimed.filter(|counted| counted.applied_in(year) && self.filing.is_claimed(counted));
        let articles: Vec<Article> = claimed.map(|counted| counted.assessment.clause.article).collect();
        report.asked().and(rules.particulars(&self.facts, &articles))
    }

    /// What the applicant is: its kind and its roles. Nothing before the kind is told.
    #[must_use]
    pub fn applicant(&self) -> Vec<Text> {
        self.index().applicants.words(&self.facts)
    }

    /// What forms call its kind: that of an institution; one that is none is known by its roles.
    #[must_use]
    pub fn kind(&self, lang: Lang) -> Option<String> {
        let mut words = self.applicant();
        if !self.index().applicants.has_no_kind(&self.facts) {
            words.truncate(1);
        }
        (!words.is_empty()).then(|| listed(&words, lang))
    }

    /// The name of the applicant.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.facts.get(&identity::NAME).filter(|name| !name.is_empty())
    }

    /// The year it applies for.
    #[must_use]
    pub fn year(&self) -> Option<Year> {
        self.facts.get(self.index().year)
    }

    /// Who applies, as far as it is told: name, kind, and when it came to the district.
    #[must_use]
    pub fn who(&self, lang: Lang) -> Vec<String> {
        let facts = &self.facts;
        let mut who: Vec<String> = facts.get(&identity::NAME).map(str::to_owned).into_iter().collect();
        if !self.applicant().is_empty() {
            who.push(listed(&self.applicant(), lang));
        }
        if let Some(day) = facts.get(&identity::ARRIVED) {
            let month = day.en();
            let month = month.split_once(' ').map_or(month.as_str(), |(_, month)| month);
            who.push(match (facts.get(&identity::NEWLY_ESTABLISHED), lang) {
                (Some(true), Lang::Zh) => format!("{}年{}月新设", day.year(), day.month()),
                (Some(false), Lang::Zh) => format!("{}年{}月迁入", day.year(), day.month()),
                (None, Lang::Zh) => format!("{}年{}月到密云", day.year(), day.month()),
                (Some(true), Lang::En) => format!("set up {month}"),
                (Some(false), Lang::En) => format!("moved in {month}"),
                (None, Lang::En) => format!("in Miyun since {month}"),
            });
        }
        who
    }

    /// SHA-256 of the draft in its canonical form, in hexadecimal: compact JSON with sorted keys of the edition, the
    /// answers ([`Facts::to_json`]) and, where there are any, the clauses claimed or left out and the statements
    /// ([`Filing::sealed`]). The same papers, the same digest. Title, day of calculation, how far the documents are, and the
    /// scenarios, which are not filed, stand outside.
    #[must_use]
    pub fn digest(&self) -> String {
        self.seal().0
    }

    /// The digest in short, to be read aloud and compared by eye: its first 80 bits in Crockford's base 32 (no I, L, O
    /// and U), in groups of four: `7K4Q-9XTD-2M8P-RC5W`.
    #[must_use]
    pub fn code(&self) -> String {
        self.seal().1
    }

    /// Digest and code, hashed once: long tables take a while.
    #[must_use]
    pub fn seal(&self) -> (String, String) {
        Self::written(self.hash())
    }

    /// A hash as digest and code.
    fn written(hash: [u8; 32]) -> (String, String) {
        const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let digest = hash.iter().fold(String::with_capacity(64), |hex, byte| hex + &format!("{byte:02x}"));
        let bits = hash.iter().take(10).fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut code = String::with_capacity(19);
        for place in (0..16).rev() {
            let sign = usize::try_from(bits >> (5 * place) & 31).unwrap_or(0);
            code.push(char::from(SIGNS[sign]));
            if place % 4 == 0 && place > 0 {
                code.push('-');
            }
        }
        (digest, code)
    }

    fn hash(&self) -> [u8; 32] {
        let mut canonical = self.filing.sealed();
        canonical.insert("edition".into(), self.edition.into());
        canonical.insert("facts".into(), self.facts_json());
        Sha256::digest(Value::Object(canonical).to_string()).into()
    }

    /// What is saved to a file and leaves this program: with its [`Draft::code`], which says later whether somebody changed
    /// it. Who saves it has worked the code out for the name of the file.
    #[must_use]
    pub fn to_file(&self, code: &str) -> String {
        with_code(self.to_json(), code)
    }

    /// The same as it goes with an application ([`Draft::filed_json`]).
    #[must_use]
    pub fn to_filed_file(&self, code: &str) -> String {
        with_code(self.filed_json(), code)
    }

    /// Opens what [`Draft::to_json`] and [`Draft::to_file`] write. The code is left to [`crate::opened`].
    ///
    /// # Errors
    /// With what is wrong with the file; nothing is guessed.
    pub fn open(file: &str) -> Result<Self, Unreadable> {
        Self::from_json(&json::parse(file).map_err(Unreadable::NotJson)?)
    }

    /// Opens a file that is already JSON.
    ///
    /// # Errors
    /// As [`Draft::open`].
    pub fn from_json(file: &Value) -> Result<Self, Unreadable> {
        Self::from_kept(file)?.checked()
    }

    /// Opens what this program kept itself. Answers under editions beside its own are as they stand there: what reads
    /// them finds what is wrong, and the page starts without their questions.
    ///
    /// # Errors
    /// As [`Draft::open`].
    pub fn from_kept(file: &Value) -> Result<Self, Unreadable> {
        let object = file.as_object().ok_or(Unreadable::NotADraft)?;
        let number = object.get("format").ok_or(Unreadable::NotADraft)?;
        let format = number.as_number().and_then(json::whole).and_then(|digits| digits.parse().ok());
        if let Some(newer) = format.filter(|format| *format > FORMAT) {
            return Err(Unreadable::Newer(newer));
        }
        let edition = object.get("edition").and_then(Value::as_str).ok_or(Unreadable::NotADraft)?;
        let index = policy::index(edition).ok_or_else(|| Unreadable::OtherEdition(edition.to_owned()))?;
        let facts = object.get("facts").and_then(Value::as_object).ok_or(Unreadable::NotADraft)?;
        if format.is_none_or(|format| format == 0) {
            return Err(Unreadable::Member("format".to_owned()));
        }
        let mut draft = Self { edition: index.id, ..Self::default() };
        for (name, value) in object {
            let wrong = || Unreadable::Member(shown(name));
            match name.as_str() {
                "format" | "edition" => {}
                "code" => drop(value.as_str().ok_or_else(wrong)?),
                "title" => draft.title = printable(value.as_str().ok_or_else(wrong)?).into_owned(),
                "calculated" => {
                    draft.calculated = Some(value.as_str().and_then(Date::from_iso).ok_or_else(wrong)?);
                }
                "facts" => draft.facts = Facts::from_json(facts, index.questions).map_err(Unreadable::Answers)?,
                "filing" => draft.filing = Filing::from_json(value, index).map_err(Unreadable::Filing)?,
                "scenarios" => draft.scenarios = scenario::from_json(value, index).map_err(Unreadable::Scenarios)?,
                further::NAME => draft.further = Further::from_json(value).ok_or_else(wrong)?,
                _ => return Err(wrong()),
            }
        }
        Ok(draft)
    }
}

fn with_code(mut file: Value, code: &str) -> String {
    file["code"] = code.into();
    format!("{file:#}")
}

#[cfg(test)]
mod tests;
