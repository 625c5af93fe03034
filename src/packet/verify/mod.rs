//! 核验: whether two drafts, or a draft and a code, are the same; else exactly what differs.

mod code;
#[cfg(test)]
mod tests;

pub use code::{CodeVerdict, check_code};

use std::collections::BTreeSet;

use crate::answers::answer::{Answer, Table};
use crate::answers::form::{Column, Form};
use crate::answers::question::Spec;
use crate::drafts::draft::Draft;
use crate::money::Money;
use crate::packet::{Seal, answer_figure, answer_words, statement, words};
use crate::policy;
use crate::rule::{Amount, Band, Clause, Report};
use crate::text::{Lang, Text, text};

/// The most differences between answers that are listed; the rest are counted.
pub const MOST: usize = 200;
/// The most characters of a statement's line that are shown.
const LONGEST_LINE: usize = 80;

const BLANK: Text = text("（未填）", "(not told)");
const NO_ROW: Text = text("（无此行）", "(no such row)");
const A_ROW: Text = text("（有此行）", "(this row)");
const AUTOMATIC: Text = text("按测算", "as worked out");
const CLAIMED: Text = text("申报", "claimed");
const LEFT_OUT: Text = text("不申报", "left out");
const TEMPLATE: Text = text("（范本）", "(the template)");
const UNTOLD_YEAR: Text = text("（申请年度待补充）", "(year of application not told)");

/// Two drafts side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The seals of both.
    pub seals: [Seal; 2],
    /// The answers that differ, in the order of the catalogue, row by row.
    pub answers: Vec<Changed>,
    /// How many more answers differ than are listed.
    pub more: usize,
    /// The answers under editions beside that differ. The code does not cover them: papers may be the same without.
    pub beside: Vec<Changed>,
    /// How many more of those differ than are listed.
    pub more_beside: usize,
    /// The claims and statements that differ.
    pub filing: Vec<Chosen>,
    /// The amounts that differ: those of clauses in the order of the edition, then the sums.
    pub amounts: Vec<Amounts>,
}

/// An answer that differs.
#[derive(Clone, Debug)]
pub struct Changed {
    /// The question.
    pub question: &'static Spec,
    /// Where in it.
    pub location: Location,
    /// Both answers; `None` where it is not told, and where the row is not there.
    pub answers: [Option<Answer>; 2],
}

/// Where in an answer. Rows count from 0; after a row was put in, the same row has another number on either side.
#[derive(Clone, Copy, Debug)]
pub enum Location {
    /// The answer as a whole.
    Whole,
    /// A cell.
    Cell {
        /// Its row in either draft.
        rows: [usize; 2],
        /// Its column.
        column: &'static Column,
    },
    /// A row that only one has.
    Row {
        /// Its number in the one that has it.
        rows: [Option<usize>; 2],
    },
}

/// A decision about the papers that differs.
#[derive(Clone, PartialEq, Debug)]
pub struct Chosen {
    /// What it is about: `申报　第十条` or `情况说明　第二十二条`.
    pub what: [String; 2],
    /// Both, in words; of a statement the first line that differs.
    pub sides: [[String; 2]; 2],
}

/// Amounts that differ.
#[derive(Clone, Copy, Debug)]
pub struct Amounts {
    /// Whose.
    pub of: Of,
    /// Which.
    pub band: Band,
    /// Both; `None` where the year of application is not told.
    pub sides: [Option<Money>; 2],
}

/// Whose amount.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// What a clause counts over all years.
    Clause(&'static Clause),
    /// The sum of all clauses.
    Total,
    /// What is asked for in the year of application.
    Requested,
}

/// Compares two drafts. Everything that the code covers is looked at, and the answers under editions beside; title, day of
/// calculation and how far the documents are do not count.
#[must_use]
pub fn compare(left: &Draft, right: &Draft) -> Comparison {
    let seals = [Seal::of(left), Seal::of(right)];
    let mut found = Found { answers: Vec::new(), more: 0 };
    let same = seals[0].digest == seals[1].digest;
    if !same {
        for spec in left.questions().iter().copied() {
            found.answer(spec, left.facts.answer(spec), right.facts.answer(spec));
        }
    }
    let (filing, amounts) = if same {
        (Vec::new(), Vec::new())
    } else {
        let reports = [left.claimed(false), right.claimed(false)];
        (chosen([left, right], &reports), amounts([left, right], &reports))
    };
    let (beside, more_beside) = beside(left, right);
    Comparison { seals, answers: found.answers, more: found.more, beside, more_beside, filing, amounts }
}

/// The answers under editions beside that differ, and how many more do than are listed. What cannot be read counts as
/// not told.
#[must_use]
pub fn beside(left: &Draft, right: &Draft) -> (Vec<Changed>, usize) {
    let mut found = Found { answers: Vec::new(), more: 0 };
    if left.further != right.further {
        for index in policy::FURTHER.iter().map(|edition| edition.index) {
            let [one, other] = [left, right].map(|draft| draft.facts_under(index).unwrap_or_default());
            for spec in index.questions.iter().copied() {
                found.answer(spec, one.answer(spec), other.answer(spec));
            }
        }
    }
    (found.answers, found.more)
}

/// Where two answers of a question differ, row by row, and how many more places there are than are listed.
#[must_use]
pub fn changed(spec: &'static Spec, left: Option<&Answer>, right: Option<&Answer>) -> (Vec<Changed>, usize) {
    let mut found = Found { answers: Vec::new(), more: 0 };
    found.answer(spec, left, right);
    (found.answers, found.more)
}

impl Comparison {
    /// Whether both are the same papers: one digest.
    #[must_use]
    pub fn identical(&self) -> bool {
        self.seals[0].digest == self.seals[1].digest
    }

    /// The verdict in a sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let (answers, filing, amounts) = (self.answers.len() + self.more, self.filing.len(), self.amounts.len());
        let beside = match (self.beside.len() + self.more_beside, lang) {
            (0, _) => String::new(),
            (count, Lang::Zh) => format!("服务包诉求有{count}处不同，申报的核验码不管这一部分。"),
            (count, Lang::En) => format!(" The service package differs: {count}, which this code does not cover."),
        };
        let says = match lang {
            _ if self.seals[0].edition != self.seals[1].edition => {
                let [left, right] = [self.seals[0].edition, self.seals[1].edition];
                match lang {
                    Lang::Zh => format!("两份不是同一份规则：{left}与{right}。"),
                    Lang::En => format!("They are under different rules: {left} and {right}."),
                }
            }
            Lang::Zh if self.identical() => format!("完全一致，核验码{}。", self.seals[0].code),
            Lang::En if self.identical() => format!("Identical, code {}.", self.seals[0].code),
            Lang::Zh => format!("不一致：答案{answers}处，申报取舍{filing}处，金额{amounts}处。"),
            Lang::En => format!("They differ: answers {answers}, choices {filing}, amounts {amounts}."),
        };
        says + &beside
    }
}

impl Changed {
    /// Which answer: `第3行　租金`; where rows have moved, both numbers.
    #[must_use]
    pub fn place(&self, lang: Lang) -> String {
        let label = self.question.label.get(lang);
        let row = |row: usize| match lang {
            Lang::Zh => format!("第{}行", row + 1),
            Lang::En => format!("row {}", row + 1),
        };
        let rows = |left: usize, right: usize| match (left == right, lang) {
            (true, _) => row(left),
            (false, Lang::Zh) => format!("左第{}行、右第{}行", left + 1, right + 1),
            (false, Lang::En) => format!("left row {}, right row {}", left + 1, right + 1),
        };
        match self.location {
            Location::Whole => label.to_owned(),
            Location::Cell { rows: [left, right], column } => {
                format!("{label}　{}　{}", rows(left, right), column.head.get(lang))
            }
            Location::Row { rows: [left, right] } => {
                format!("{label}　{}", left.or(right).map_or_else(String::new, row))
            }
        }
    }

    /// One side in words: 0 the left, 1 the right.
    #[must_use]
    pub fn side(&self, side: usize, lang: Lang) -> String {
        let answer = self.answers.get(side).and_then(Option::as_ref);
        match (self.location, answer) {
            (Location::Row { rows }, _) => {
                if rows.get(side).is_some_and(Option::is_some) { A_ROW } else { NO_ROW }.get(lang).to_owned()
            }
            (_, None) => BLANK.get(lang).to_owned(),
            (Location::Whole, Some(answer)) => answer_words(&self.question.form, answer, lang),
            // The head of the column says no unit here.
            (Location::Cell { column, .. }, Some(answer @ Answer::Choice(_))) => {
                answer_figure(&column.form, answer, lang)
            }
            (Location::Cell { column, .. }, Some(answer)) => answer_words(&column.form, answer, lang),
        }
    }
}

impl Amounts {
    /// Whose amount and which: `第十九条　可测算`.
    #[must_use]
    pub fn what(&self, lang: Lang) -> String {
        let of = match self.of {
            Of::Clause(clause) => crate::article::article(clause.article, lang),
            Of::Total => words::TOTAL.get(lang).to_owned(),
            Of::Requested => return words::REQUESTED.get(lang).to_owned(),
        };
        let band = match (self.band, lang) {
            (Band::Certain, Lang::Zh) => "可测算",
            (Band::Certain, Lang::En) => "certain",
            (Band::Possible, Lang::Zh) => "待确认",
            (Band::Possible, Lang::En) => "possible",
            (Band::Floor, Lang::Zh) => "一事一议下限",
            (Band::Floor, Lang::En) => "floor by decision",
            (Band::Ceiling, Lang::Zh) => "一事一议上限",
            (Band::Ceiling, Lang::En) => "ceiling by decision",
        };
        format!("{of}　{band}")
    }

    /// One side in words: 0 the left, 1 the right.
    #[must_use]
    pub fn side(&self, side: usize, lang: Lang) -> String {
        match (self.sides.get(side).copied().flatten(), lang) {
            (None, _) => UNTOLD_YEAR.get(lang).to_owned(),
            (Some(amount), Lang::Zh) => format!("{}元", amount.grouped()),
            (Some(amount), Lang::En) => format!("{} yuan", amount.grouped()),
        }
    }
}

struct Found {
    answers: Vec<Changed>,
    more: usize,
}

impl Found {
    fn add(&mut self, question: &'static Spec, location: Location, answers: impl FnOnce() -> [Option<Answer>; 2]) {
        if self.answers.len() < MOST {
            self.answers.push(Changed { question, location, answers: answers() });
        } else {
            self.more += 1;
        }
    }

    fn answer(&mut self, spec: &'static Spec, left: Option<&Answer>, right: Option<&Answer>) {
        if left == right {
            return;
        }
        match (left, right, spec.form) {
            (Some(Answer::Table(left)), Some(Answer::Table(right)), Form::Table(columns)) => {
                self.rows(spec, columns, left, right);
            }
            _ => self.add(spec, Location::Whole, || [left.cloned(), right.cloned()]),
        }
    }

    /// Rows that are the same at the start and at the end are set aside, so that one row put in or taken out is that row
    /// and nothing else. What is left between is compared row by row: time grows with the table, not with its square.
    fn rows(&mut self, spec: &'static Spec, columns: &'static [Column], left: &Table, right: &Table) {
        let same = |one: usize, two: usize| (0..columns.len()).all(|at| left.cell(one, at) == right.cell(two, at));
        let shorter = left.len().min(right.len());
        let start = (0..shorter).take_while(|row| same(*row, *row)).count();
        let end = (0..shorter - start).take_while(|back| same(left.len() - 1 - back, right.len() - 1 - back)).count();
        let (left_end, right_end) = (left.len() - end, right.len() - end);
        let pairs = left_end.min(right_end);
        for row in start..pairs {
            for (at, column) in columns.iter().enumerate() {
                let (one, two) = (left.cell(row, at), right.cell(row, at));
                if one != two {
                    self.add(spec, Location::Cell { rows: [row, row], column }, || [one, two]);
                }
            }
        }
        for row in pairs..left_end {
            self.add(spec, Location::Row { rows: [Some(row), None] }, || [None, None]);
        }
        for row in pairs..right_end {
            self.add(spec, Location::Row { rows: [None, Some(row)] }, || [None, None]);
        }
    }
}

/// The claims and the statements that differ.
fn chosen(drafts: [&Draft; 2], reports: &[Report; 2]) -> Vec<Chosen> {
    let [left, right] = drafts;
    let mut chosen = Vec::new();
    let about = |title: Text, clause: &Clause| {
        [Lang::Zh, Lang::En]
            .map(|lang| format!("{}　{}", title.get(lang), crate::article::article(clause.article, lang)))
    };
    let both = |text: Text| [text.zh.to_owned(), text.en.to_owned()];
    let claims: BTreeSet<&str> = left.filing.claims.keys().chain(right.filing.claims.keys()).copied().collect();
    for id in claims {
        let sides = drafts.map(|draft| draft.filing.claims.get(id));
        if sides[0] != sides[1]
            && let Some(clause) = drafts.iter().find_map(|draft| draft.rules().clause(id))
        {
            let word = |claimed: Option<&bool>| match claimed {
                None => AUTOMATIC,
                Some(true) => CLAIMED,
                Some(false) => LEFT_OUT,
            };
            chosen.push(Chosen { what: about(words::CLAIMS, clause), sides: sides.map(|claimed| both(word(claimed))) });
        }
    }
    let own: BTreeSet<&str> = left.filing.statements.keys().chain(right.filing.statements.keys()).copied().collect();
    for id in own {
        let sides = drafts.map(|draft| draft.filing.statements.get(id));
        if sides[0] != sides[1]
            && let Some(clause) = drafts.iter().find_map(|draft| draft.rules().clause(id))
        {
            let text = |side: usize, lang: Lang| {
                let draft = drafts[side];
                let filed = draft.rules().statements.iter().find(|filed| filed.clause == id);
                let own = draft.filing.statements.get(id).cloned();
                own.unwrap_or_else(|| {
                    filed.map_or_else(String::new, |filed| statement(draft, &reports[side], filed, lang))
                })
            };
            let lines = [Lang::Zh, Lang::En].map(|lang| {
                let (one, two) = (text(0, lang), text(1, lang));
                let lines = first_apart(&one, &two);
                [0, 1].map(|side| {
                    // The same words, one of them written by hand, are still another choice.
                    if one == two && sides[side].is_none() {
                        TEMPLATE.get(lang).to_owned()
                    } else {
                        lines[side].clone()
                    }
                })
            });
            let [zh, en] = lines;
            let ([left_zh, right_zh], [left_en, right_en]) = (zh, en);
            chosen.push(Chosen {
                what: about(words::STATEMENT_ABOUT, clause),
                sides: [[left_zh, left_en], [right_zh, right_en]],
            });
        }
    }
    chosen
}

/// The first line of each that is not the same in both.
fn first_apart(left: &str, right: &str) -> [String; 2] {
    let (mut one, mut two) = (left.lines(), right.lines());
    let short = |line: Option<&str>| {
        let line = line.unwrap_or_default();
        let mut shown: String = line.chars().take(LONGEST_LINE).collect();
        if shown.len() < line.len() {
            shown.push('…');
        }
        shown
    };
    loop {
        match (one.next(), two.next()) {
            (None, None) => return [short(left.lines().next()), short(right.lines().next())],
            (left, right) if left == right => {}
            (left, right) => return [short(left), short(right)],
        }
    }
}

/// The amounts that differ.
fn amounts(drafts: [&Draft; 2], reports: &[Report; 2]) -> Vec<Amounts> {
    let mut amounts = Vec::new();
    let counted = [reports[0].counted(), reports[1].counted()];
    let mut add = |of: Of, sides: [Amount; 2]| {
        let bands = sides.map(|of| {
            [
                (Band::Certain, of.certain),
                (Band::Possible, of.possible),
                (Band::Floor, of.floor),
                (Band::Ceiling, of.ceiling),
            ]
        });
        for ((band, left), (_, right)) in bands[0].into_iter().zip(bands[1]) {
            if left != right {
                amounts.push(Amounts { of, band, sides: [Some(left), Some(right)] });
            }
        }
    };
    for clause in drafts[0].rules().clauses {
        let sides = [0, 1].map(|side: usize| {
            let own = counted[side].iter().find(|own| own.assessment.clause.id == clause.id);
            own.map_or_else(Amount::default, |own| own.by_year.total())
        });
        add(Of::Clause(clause), sides);
    }
    add(Of::Total, [reports[0].total(), reports[1].total()]);
    let requested = [0, 1].map(|side: usize| {
        let year = drafts[side].year()?;
        Some(
            counted[side]
                .iter()
                .filter(|clause| clause.claimed())
                .map(|clause| clause.due_in(year).certain)
                .sum::<Money>(),
        )
    });
    if requested[0] != requested[1] {
        amounts.push(Amounts { of: Of::Requested, band: Band::Certain, sides: requested });
    }
    amounts
}
