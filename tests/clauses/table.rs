//! Clause tables: one row a legal reason, run against one clause.

use std::collections::BTreeMap;

use miyun::answers::facts::Facts;
use miyun::applicant::CATALOGUE;
use miyun::money::Money;
use miyun::policy::CURRENT;
use miyun::rule::{Assessment, Bound, Clause, Figure, Outcome, Work};
use miyun::text::Lang;
use serde_json::{Map, Value};

use crate::holds::recomputes;

/// The rows of one clause.
pub struct Table {
    /// The clause's name.
    pub clause: &'static str,
    /// The answers that every row starts from.
    pub base: Value,
    /// The rows, in the order of the article.
    pub rows: Vec<Row>,
}

/// One row: why, what is different from the base, and what follows.
pub struct Row {
    reason: &'static str,
    change: Value,
    expect: Expect,
}

/// A row named by its legal reason. `change` replaces answers of the base; null takes one back.
pub fn row(reason: &'static str, change: Value, expect: Expect) -> Row {
    Row { reason, change, expect }
}

/// What follows. Whatever is not named must be absent: no money, no doubt, no missing fact.
#[derive(Default)]
pub struct Expect {
    outcome: Option<Outcome>,
    unmet: Vec<&'static str>,
    missing: Vec<&'static str>,
    certain: BTreeMap<u16, Money>,
    possible: BTreeMap<u16, Money>,
    floor: BTreeMap<u16, Money>,
    ceiling: BTreeMap<u16, Money>,
    doubts: Vec<&'static str>,
    in_kind: bool,
    notes: Vec<&'static str>,
}

/// 符合.
pub fn met() -> Expect {
    Expect { outcome: Some(Outcome::Met), ..Expect::default() }
}

/// 不适用.
pub fn not_applicable() -> Expect {
    Expect { outcome: Some(Outcome::NotApplicable), ..Expect::default() }
}

/// 不符合, with every unmet condition as `question: figure ≥ bound`; a yes-or-no condition is the question alone, and a
/// condition without a question is its formula alone.
pub fn not_met(unmet: &[&'static str]) -> Expect {
    Expect { outcome: Some(Outcome::NotMet), unmet: unmet.to_vec(), ..Expect::default() }
}

/// 待补充, with every missing question; a place follows in brackets: `contributions (2027)`, `leases (row 2)`.
pub fn unknown(missing: &[&'static str]) -> Expect {
    Expect { outcome: Some(Outcome::Unknown), missing: missing.to_vec(), ..Expect::default() }
}

impl Expect {
    /// 可测算 in a year, in fen.
    pub fn certain(mut self, year: u16, fen: i128) -> Self {
        self.certain.insert(year, Money::from_fen(fen));
        self
    }

    /// 待确认 in a year, in fen.
    pub fn possible(mut self, year: u16, fen: i128) -> Self {
        self.possible.insert(year, Money::from_fen(fen));
        self
    }

    /// 一事一议 in a year: floor and ceiling in fen.
    pub fn decision(mut self, year: u16, floor: i128, ceiling: i128) -> Self {
        self.floor.insert(year, Money::from_fen(floor));
        self.ceiling.insert(year, Money::from_fen(ceiling));
        self
    }

    /// A doubt that touches the case.
    pub fn doubt(mut self, number: &'static str) -> Self {
        self.doubts.push(number);
        self
    }

    /// Support in kind.
    pub fn in_kind(mut self) -> Self {
        self.in_kind = true;
        self
    }

    /// A note beside the amount that has these English words. Other notes may stand there too.
    pub fn noted(mut self, words: &'static str) -> Self {
        self.notes.push(words);
        self
    }
}

/// 元 → 分, so that expectations read as the arithmetic in yuan: `yuan(2_960_000) * 55 / 100`.
pub const fn yuan(count: i128) -> i128 {
    count * 100
}

/// 万元 → 分.
pub const fn wan(count: i128) -> i128 {
    count * 1_000_000
}

/// 亿元 → 分.
pub const fn yi(count: i128) -> i128 {
    count * 10_000_000_000
}

/// The five conditions of Article 2 answered with yes, and an application in 2026.
pub fn gate() -> Value {
    serde_json::json!({
        "intermediary": false, "association": false, "application_year": 2026,
        "lawful": true, "admitted": true, "supervised": true, "registered": true, "clean_record": true,
    })
}

/// `base` with the answers of `change` over it.
pub fn merged(base: &Value, change: &Value) -> Value {
    let mut object = base.as_object().cloned().unwrap_or_default();
    for (id, value) in change.as_object().into_iter().flatten() {
        object.insert(id.clone(), value.clone());
    }
    Value::Object(object)
}

/// Reads answers, which tests write by hand and must be right.
pub fn facts(answers: &Value) -> Facts {
    let object: &Map<String, Value> = answers.as_object().expect("answers are an object");
    Facts::from_json(object, CATALOGUE)
        .unwrap_or_else(|refused| panic!("{}", refused.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

impl Table {
    /// The clause that the rows are about.
    pub fn clause(&self) -> &'static Clause {
        CURRENT.clause(self.clause).unwrap_or_else(|| panic!("no clause {}", self.clause))
    }

    /// Assesses every row.
    pub fn assessments(&self) -> impl Iterator<Item = (&Row, Assessment)> {
        self.rows.iter().map(|row| (row, self.clause().assess(&facts(&merged(&self.base, &row.change)), true)))
    }

    /// Runs every row and reports all that differ.
    pub fn hold(&self) {
        let differing: Vec<String> = self
            .assessments()
            .filter_map(|(row, assessment)| row.differs(&assessment).map(|how| format!("{}\n    {how}", row.reason)))
            .collect();
        assert!(
            differing.is_empty(),
            "\n{} · {} of {} rows differ\n  {}\n",
            self.clause,
            differing.len(),
            self.rows.len(),
            differing.join("\n  ")
        );
    }
}

impl Row {
    fn differs(&self, assessment: &Assessment) -> Option<String> {
        let found = Found::of(assessment);
        let wanted = Found::expected(&self.expect);
        let mut difference = Vec::new();
        if found.shown != wanted.shown {
            difference.push(format!("wanted {}\n    found  {}", wanted.shown, found.shown));
        }
        for words in &self.expect.notes {
            if !assessment.estimate.notes.iter().any(|note| note.says.en.contains(words)) {
                difference.push(format!("no note says “{words}”"));
            }
        }
        difference.extend(recomputes(assessment).err());
        (!difference.is_empty()).then(|| difference.join("\n    "))
    }
}

/// An outcome in one comparable line.
struct Found {
    shown: String,
}

impl Found {
    fn of(assessment: &Assessment) -> Self {
        let unmet = assessment
            .unmet()
            .map(|step| {
                let Work::Condition { question, figure, bound, .. } = step.work else {
                    unreachable!("unmet steps are conditions")
                };
                let (found, wanted) = (figure.map(|figure| figure.words(Lang::En)), bound.figure().words(Lang::En));
                let formula = match (found, bound) {
                    (_, Bound::Is(Figure::YesNo(_))) => String::new(),
                    (found, bound) => format!("{} {} {wanted}", found.as_deref().unwrap_or("?"), bound.sign()),
                };
                match (question, formula.is_empty()) {
                    (Some(question), true) => question.id.to_owned(),
                    (Some(question), false) => format!("{}: {formula}", question.id),
                    (None, _) => formula,
                }
            })
            .collect::<Vec<_>>();
        let missing = assessment
            .missing
            .iter()
            .map(|missing| match missing.place.words(Lang::En) {
                place if place.is_empty() => missing.question.id.to_owned(),
                place => format!("{} ({place})", missing.question.id),
            })
            .collect::<Vec<_>>();
        let years = |band: fn(&miyun::rule::Amount) -> Money| {
            assessment
                .estimate
                .by_year
                .iter()
                .map(|(year, amount)| (year, band(&amount)))
                .filter(|(_, money)| !money.is_zero())
                .collect::<BTreeMap<_, _>>()
        };
        Self {
            shown: show(
                assessment.outcome,
                &unmet,
                &missing,
                [
                    years(|amount| amount.certain),
                    years(|amount| amount.possible),
                    years(|amount| amount.floor),
                    years(|amount| amount.ceiling),
                ],
                &assessment.estimate.doubts.iter().map(|doubt| doubt.number).collect::<Vec<_>>(),
                assessment.estimate.in_kind,
            ),
        }
    }

    fn expected(expect: &Expect) -> Self {
        let without_zero = |years: &BTreeMap<u16, Money>| {
            years.iter().filter(|(_, money)| !money.is_zero()).map(|(year, money)| (*year, *money)).collect()
        };
        Self {
            shown: show(
                expect.outcome.expect("an expectation starts with its outcome"),
                &expect.unmet,
                &expect.missing,
                [
                    without_zero(&expect.certain),
                    without_zero(&expect.possible),
                    without_zero(&expect.floor),
                    without_zero(&expect.ceiling),
                ],
                &expect.doubts,
                expect.in_kind,
            ),
        }
    }
}

fn show(
    outcome: Outcome,
    unmet: &[impl AsRef<str>],
    missing: &[impl AsRef<str>],
    bands: [BTreeMap<u16, Money>; 4],
    doubts: &[&str],
    in_kind: bool,
) -> String {
    let list = |name: &str, items: Vec<String>| {
        if items.is_empty() { String::new() } else { format!(" · {name}: {}", items.join(", ")) }
    };
    let words = |items: &[&str]| {
        let mut items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        items.sort();
        items
    };
    let unmet: Vec<&str> = unmet.iter().map(AsRef::as_ref).collect();
    let missing: Vec<&str> = missing.iter().map(AsRef::as_ref).collect();
    let mut shown = outcome.id().to_owned() + &list("unmet", words(&unmet)) + &list("missing", words(&missing));
    for (name, years) in ["certain", "possible", "floor", "ceiling"].into_iter().zip(bands) {
        shown += &list(name, years.iter().map(|(year, money)| format!("{year} {}", money.grouped())).collect());
    }
    shown += &list("doubts", words(doubts));
    if in_kind {
        shown += " · in kind";
    }
    shown
}
