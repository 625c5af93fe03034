//! An application laid out as blocks, from a draft and what the rules say of it. Page, print and office files draw the
//! same blocks. What is filed is Chinese; in English the same blocks make a copy to read.

mod answers;
mod board;
mod choices;
mod claim;
mod contents;
pub mod file_name;
mod forecast;
mod form;
pub mod html;
mod inquiry;
pub mod introduced;
pub mod json;
mod open;
pub mod package;
mod papers;
pub mod preflight;
pub(crate) mod qr;
mod schedule;
pub mod seal;
mod sheet;
mod statements;
pub mod verify;
mod volume;
mod words;
mod working;

pub use answers::{answer_figure, answer_words};
pub use board::Board;
pub use claim::{Claim, Standing, Unpriced};
pub use file_name::file_name;
pub use papers::{Needed, needed, undertaken};
pub use preflight::Preflight;
pub use schedule::{ScheduleLine, Scheduled, parts, schedule_lines};
pub use seal::Seal;
pub use sheet::is_to_tick;
pub use statements::{Filed, filed as statements, words as statement};
pub use volume::Volume;

use crate::applicant::identity::{CREDIT_CODE, NAME};
use crate::date::{Date, Year};
use crate::drafts::draft::Draft;
use crate::money::Money;
use crate::rule::{Clause, Counted, Provision, Report};
use crate::text::{Lang, numeral_zh};

/// The most rows of a table, and the most steps of a clause, that are printed. The draft's file holds them all.
const MOST_ROWS: usize = 500;

/// The most columns of a table on an upright sheet.
const MOST_UPRIGHT: usize = 8;

/// An application.
#[derive(Clone, Debug)]
pub struct Packet {
    /// Its language.
    pub lang: Lang,
    /// The applicant, as it runs along the head of every sheet.
    pub name: String,
    /// What every sheet bears: edition, version and the digest of the draft.
    pub seal: Seal,
    /// What is asked for in the year of application; `None` while that year is not told.
    pub requested: Option<Money>,
    /// The clauses that could be claimed, with how each stands.
    pub claims: Vec<Claim>,
    /// Every clause claimed, year by year, as the schedule says it.
    pub schedule: Vec<Scheduled>,
    /// The statements.
    pub statements: Vec<Filed>,
    /// What the applicant undertakes.
    pub undertakings: Vec<&'static Provision>,
    /// The documents on the checklist.
    pub documents: Vec<Needed>,
    /// What was looked at before filing.
    pub preflight: Preflight,
    /// The first sheet.
    pub cover: Cover,
    /// The parts after it, all of them filed.
    pub parts: Vec<Part>,
    /// What is not filed with it, each a file of its own: points to confirm, a letter of inquiry, a sheet for the officer
    /// who checks.
    pub beside: Vec<Part>,
}

/// The cover sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cover {
    /// Top left: the code, with its name.
    pub code: String,
    /// Top right.
    pub state: String,
    /// The title, in lines.
    pub title: Vec<String>,
    /// Under it: the year of application.
    pub sub: String,
    /// Names and values; a value may have lines.
    pub lines: Vec<(String, String)>,
    /// What its reader should know first.
    pub caution: Vec<String>,
    /// What a camera reads: [`Seal::qr`].
    pub qr: String,
}

/// A part: it begins a new sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Its name in files.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

impl Part {
    /// Whether it stands behind the papers, with a number of its own in its title.
    pub(crate) fn annex(&self) -> bool {
        matches!(self.id, "answers" | "working")
    }

    /// Whether its sheets are turned: one of its tables has too many columns for an upright one.
    pub(crate) fn is_turned(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Table(table) if table.columns.len() > MOST_UPRIGHT))
    }
}

/// A piece of a part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// 一、
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A note in smaller type.
    Note(String),
    /// Items that bear their own numbers.
    List(Vec<String>),
    /// The contents.
    Contents(Vec<Entered>),
    /// Names and values.
    Pairs(Pairs),
    /// A table.
    Table(Table),
    /// Where one signs and seals.
    Sign {
        /// The word in the ring of the seal.
        seal: String,
        /// The lines under it.
        lines: Vec<String>,
    },
}

/// A line of the contents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entered {
    /// The title, with its number.
    pub title: String,
    /// The part that it names, whose page stands at the right.
    pub part: Option<&'static str>,
    /// What stands at the right where it names none.
    pub note: String,
}

/// Names and values in ruled rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pairs {
    /// What it is, read out.
    pub label: String,
    /// One or two pairs a row.
    pub rows: Vec<Vec<(String, Value)>>,
    /// Whether it shares the frame of the table before it.
    pub joined: bool,
}

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// Words, lines allowed.
    Words(String),
    /// An amount in yuan; [`Value::text`] groups it.
    Money(Money),
    /// The page on which a part of the papers begins.
    PageOf(&'static str),
    /// Room for an opinion, a seal and a date.
    Opinion(String),
}

impl Value {
    /// The value as words. An amount has two decimals and no unit.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Words(words) | Self::Opinion(words) => words.clone(),
            Self::Money(money) => money.grouped(),
            // It is known only where pages are counted.
            Self::PageOf(_) => String::new(),
        }
    }
}

impl<T: Into<String>> From<T> for Value {
    fn from(words: T) -> Self {
        Self::Words(words.into())
    }
}

/// How a column is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Set {
    /// It names the row.
    Head,
    /// Words.
    Text,
    /// Short words in the middle.
    Middle,
    /// Figures.
    Number,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its head, with the unit where one figure has it.
    pub head: String,
    /// Its width in per cent; 0 shares what is left.
    pub width: u8,
    /// How it is set.
    pub set: Set,
}

/// A table with heads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// What it is, read out.
    pub label: String,
    /// A line over it.
    pub caption: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, one value a column.
    pub rows: Vec<Vec<Value>>,
    /// Its sums, under the last column.
    pub totals: Vec<Total>,
    /// Whether it shares the frame of the table before it.
    pub joined: bool,
}

impl Table {
    /// How many columns the name of a sum spans. `None` where the first one is too narrow for it, and the name stands in
    /// one cell with the amount in capital figures.
    pub(crate) fn sum_name(&self) -> Option<usize> {
        /// A column of numbers, in per cent.
        const NARROW: u8 = 10;
        match self.columns.as_slice() {
            [_, _, _, _, _, ..] => Some(2),
            [first, ..] if (1..=NARROW).contains(&first.width) => None,
            _ => Some(1),
        }
    }
}

/// A sum under a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Total {
    /// Its name.
    pub name: String,
    /// The amount in capital figures; empty in English.
    pub words: String,
    /// The amount.
    pub amount: Money,
}

/// What the parts are made from, each worked out once.
struct Sources<'a> {
    draft: &'a Draft,
    report: &'a Report,
    lang: Lang,
    year: Option<Year>,
    claims: Vec<Counted<'a>>,
    filed: Vec<Filed>,
    undertaken: Vec<&'static Provision>,
    needed: Vec<Needed>,
    name: Option<&'a str>,
    seal: Seal,
}

impl Packet {
    /// Lays out the application. `report` is [`Draft::claimed`] with its working. `today` is the day of printing.
    #[must_use]
    pub fn lay_out(draft: &Draft, report: &Report, lang: Lang, today: Date) -> Self {
        let facts = &draft.facts;
        let claimed = claim::claimed(draft, report);
        let filed = statements::filed_with(draft, &claimed).into_iter();
        let case = Sources {
            seal: Seal::of(draft),
            draft,
            report,
            lang,
            year: draft.year(),
            needed: papers::needed_for(draft, &claimed),
            undertaken: papers::undertaken_for(draft, &claimed),
            filed: filed.map(|of| Filed { words: statement(draft, report, of, lang), statement: of }).collect(),
            claims: claimed,
            name: facts.get(&NAME),
        };
        let claims = claim::claims(draft, report);
        let preflight = Preflight::run(&case, &claims);
        Self {
            lang,
            name: case.name.map_or_else(|| words::NO_NAME.get(lang).to_owned(), str::to_owned),
            requested: case.requested(),
            cover: case.cover(today, &preflight),
            parts: case.parts(),
            schedule: case.scheduled(),
            beside: [case.open_points(), case.inquiry(), case.sheet()].into_iter().flatten().collect(),
            statements: case.filed,
            undertakings: case.undertaken,
            documents: case.needed,
            seal: case.seal,
            claims,
            preflight,
        }
    }

    /// The claims that the papers ask for.
    pub fn claimed(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(|claim| claim.standing == Standing::Claimed)
    }
}

impl Sources<'_> {
    fn text(&self, words: crate::text::Text) -> String {
        self.draft.rules().papers.say(words, self.lang)
    }

    /// A Chinese wording or an English one.
    fn say(&self, zh: String, en: String) -> String {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Words after their number, from 0: `一、`, `1. `.
    fn numbered(&self, index: usize, words: &str) -> String {
        let number = u8::try_from(index + 1).unwrap_or(u8::MAX);
        self.say(format!("{}、{words}", numeral_zh(number)), format!("{number}. {words}"))
    }

    fn capital(&self, amount: Money) -> String {
        match self.lang {
            Lang::Zh => amount.capital(),
            Lang::En => String::new(),
        }
    }

    fn requested(&self) -> Option<Money> {
        let year = self.year?;
        Some(self.claims.iter().map(|clause| clause.due_in(year).certain).sum())
    }

    /// The claims that this application is about ([`Counted::applied_in`] its year). The others wait for theirs.
    fn applied(&self) -> impl Iterator<Item = &Counted<'_>> {
        self.claims.iter().filter(|clause| clause.applied_in(self.year))
    }

    /// What stands in the place of an amount: what waits for the district's word, if anything does.
    fn unpriced_only(&self) -> String {
        let pending: Money = self.applied().filter_map(|clause| self.pending(clause)).sum();
        if pending.is_zero() {
            return self.text(words::UNPRICED_ONLY);
        }
        let (pending, office) = (pending.grouped(), self.draft.rules().papers.office.get(self.lang));
        self.say(format!("{pending}元，须经{office}确认"), format!("RMB {pending}, to be confirmed by {office}"))
    }

    /// Whether what a clause gives for a year is in this application.
    fn is_due(&self, clause: &Counted<'_>, year: Year) -> bool {
        self.year.is_none_or(|applied| clause.due(year, applied))
    }

    /// What of a claim that has nothing certain in this application rests on the district's word.
    fn pending(&self, clause: &Counted<'_>) -> Option<Money> {
        let due = self.year.map_or_else(|| clause.by_year.total(), |year| clause.due_in(year));
        (due.certain.is_zero() && clause.gave_way.is_zero() && !due.possible.is_zero()).then_some(due.possible)
    }

    /// The articles claimed.
    fn articles(&self) -> String {
        let clauses: Vec<&Clause> = self.applied().map(|clause| clause.assessment.clause).collect();
        if clauses.is_empty() { self.text(words::NOTHING_CLAIMED) } else { self.joined(&clauses) }
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts = vec![self.form()];
        parts.extend(self.statements());
        parts.push(self.schedule());
        parts.extend(self.introduced());
        parts.extend(self.choices());
        parts.extend([self.undertaking(), self.documents(), self.received(), self.contact()]);
        parts.push(self.answers());
        parts.extend(self.workings());
        let contents = self.contents(&parts);
        parts.insert(0, contents);
        parts
    }

    fn cover(&self, today: Date, preflight: &Preflight) -> Cover {
        let facts = &self.draft.facts;
        let lang = self.lang;
        let open = || self.text(words::OPEN);
        let filled = |words: Option<&str>| words.map_or_else(open, str::to_owned);
        let day = |date: Date| match lang {
            Lang::Zh => date.zh(),
            Lang::En => date.en(),
        };
        let amount = self.requested().map_or_else(open, |amount| match lang {
            _ if self.applied().next().is_none() => self.text(words::NOTHING_CLAIMED),
            _ if amount.is_zero() => self.unpriced_only(),
            Lang::Zh => format!("人民币{}元\n（大写）{}", amount.grouped(), amount.capital()),
            Lang::En => format!("RMB {}", amount.grouped()),
        });
        let kind = self.draft.kind(lang).unwrap_or_else(open);
        let contact = [facts.get(&crate::applicant::filing::CONTACT), facts.get(&crate::applicant::filing::PHONE)];
        let contact = if contact.iter().all(Option::is_none) {
            open()
        } else {
            contact.into_iter().flatten().collect::<Vec<_>>().join("　")
        };
        let rules = self.draft.rules();
        let dates = match lang {
            Lang::Zh => format!(
                "规则施行{}　测算日{}　打印日{today}",
                rules.index.in_force,
                self.draft.calculated.map_or_else(open, |day| day.to_string()),
            ),
            Lang::En => format!(
                "Rules in force since {} · Calculated {} · Printed {}",
                day(rules.index.in_force),
                self.draft.calculated.map_or_else(open, day),
                day(today),
            ),
        };
        let mut caution = vec![dates];
        if preflight.is_open() {
            caution.push(self.text(words::CAUTION));
        }
        caution.extend(preflight.on_the_cover(lang));
        Cover {
            code: format!("{}　{}", self.seal.line(lang), self.seal.made_by()),
            qr: self.seal.qr(),
            state: if preflight.is_open() { self.text(words::DRAFT) } else { String::new() },
            title: rules.papers.title.get(lang).lines().map(str::to_owned).collect(),
            sub: match (self.year, lang) {
                (Some(year), Lang::Zh) => format!("（{year}年度）"),
                (Some(year), Lang::En) => format!("{year}"),
                (None, _) => self.text(words::NO_YEAR),
            },
            lines: vec![
                (self.text(words::APPLICANT), filled(self.name)),
                (self.text(words::CREDIT_CODE), self.filled(&CREDIT_CODE.spec)),
                (self.text(words::KIND), kind),
                (self.text(words::CLAIMED), self.articles()),
                (self.text(words::REQUESTED), amount),
                (self.text(words::CONTACT), contact),
                (self.text(words::DATE), self.text(words::DATE_BLANK)),
            ],
            caution,
        }
    }
}

#[cfg(test)]
mod tests;
