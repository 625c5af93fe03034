//! 服务包: what an enterprise and the district talk about, in the order of the district's own template: cover, general
//! measures filled with what was found, special measures for its needs, and how far each is. A list of the needs on one
//! page, and the same for other programs.

mod csv;

pub use csv::is_list;

use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::json::Refusals;
use crate::applicant::identity;
use crate::date::Date;
use crate::drafts::calendar::Dated;
use crate::drafts::draft::Draft;
use crate::packet::file_name::file_name;
use crate::packet::seal::VERSION;
use crate::packet::{Block, Column, Cover, Pairs, Part, Seal, Set, Table, Value, Volume, words};
pub use crate::policy::miyun_2019_29::EDITION as RULES;
use crate::policy::miyun_2019_29::heading_2_stewards::{INDUSTRY as INDUSTRY_STEWARD, STEWARDS, Steward};
pub use crate::policy::miyun_2019_29::heading_3_scopes::{WHOM_TO_ASK, speaks_for};
pub use crate::policy::miyun_2019_29::heading_6_ladder::Rung;
pub use crate::policy::miyun_2019_29::matters::Matter;
use crate::policy::miyun_2019_29::matters::{ladder_of, matters};
use crate::policy::miyun_2019_29::needs::Need;
use crate::policy::miyun_2019_29::package::{
    BY_DISTRICT, CAUTION, DUE, ENTERPRISE, GENERAL, ISSUED, LIST_NOTE, MEASURE, Measures, PARTS, PERSON,
};
pub use crate::policy::miyun_2019_29::package::{LIST, WHO_NEXT};
use crate::policy::miyun_2019_29::questions::{INDUSTRY, LEADER, NEEDS, State};
use crate::policy::miyun_2019_29::{EDITION, INDEX};
use crate::rule::{Amount, Counted, Happening, Outcome, Report};
use crate::text::{Lang, Text, sentence, text};

/// What its file is called.
pub const NAME: Text = text("服务包", "service package");
/// What the file of its days is called.
pub const CALENDAR: Text = text("服务包日历", "service package calendar");

const MEASURES: Text = text("可以申请的支持", "Support that can be applied for");
const WHEN: Text = text("何时做什么", "What to do when");
const AMOUNT: Text = text("金额（测算）", "Amount (estimate)");
const LEVEL: Text = text("找谁", "Whom");
const ROLE: Text = text("管家", "Steward");
const BODY: Text = text("单位", "Body");
const DOES: Text = text("做什么", "What it does");
const LINKED: Text = text("联系区领导", "Linked leader");
const WHO: Text = text("负责人和电话", "Who, telephone");
const DEPARTMENT: Text = text("通常的责任部门", "Usually in charge");
const ANSWERED: Text = text("已有政策可以申请的事", "What a policy answers already");
const APPLY: Text = text("按这一条申请", "Apply under");
const NO_NEEDS: Text = text("没有要协调的事。", "There is nothing to coordinate.");
const NO_MEASURES: Text = text("按现在的答案没有可列的条款。", "By the answers there is nothing to list.");
const NEXT: Text = text("下一步", "Next");
const NUMBER: Text = text("序号", "No.");
const NOT_PRICED: Text = text("不计金额", "not priced");

/// The package of an enterprise.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its language.
    pub lang: Lang,
    /// The enterprise, as it runs along the head of every sheet.
    pub name: String,
    /// What every sheet bears: this edition and the digest of what the package is made of.
    pub seal: Seal,
    /// What this edition says of the answers, with the working: the scopes.
    pub scopes: Report,
    /// The needs, each with what is known of it.
    pub matters: Vec<Matter>,
    /// Who settles them, level by level.
    pub ladder: &'static [Rung],
    /// What falls on which day.
    pub days: Vec<Dated>,
    cover: Cover,
    parts: Vec<Part>,
    list: Vec<Part>,
}

impl Package {
    /// Lays out the package. `report` is [`Draft::claimed`] with its working. `today` is the day of printing.
    ///
    /// # Errors
    /// With the answers under this edition that cannot be read.
    pub fn lay_out(draft: &Draft, report: &Report, lang: Lang, today: Date) -> Result<Self, Refusals> {
        let facts = draft.facts_under(&INDEX)?;
        let scopes = EDITION.assess(&facts, true);
        let name = facts.get(&identity::NAME).filter(|name| !name.is_empty());
        let (digest, code) = draft.seal_under(&INDEX);
        let seal = Seal { edition: INDEX.id, version: VERSION, digest, code };
        let matters = matters(&facts, report);
        let paper = Paper { draft, facts: &facts, report, matters: &matters, lang, today };
        Ok(Self {
            lang,
            name: name.map_or_else(|| words::NO_NAME.get(lang).to_owned(), str::to_owned),
            cover: paper.cover(name, &seal),
            parts: vec![paper.general(), paper.special(), paper.states()],
            list: vec![paper.list()],
            ladder: ladder_of(&facts),
            days: Dated::all(&EDITION, (EDITION.calendar)(&facts, &scopes)),
            seal,
            scopes,
            matters,
        })
    }

    /// The package.
    #[must_use]
    pub fn volume(&self) -> Volume<'_> {
        Volume {
            lang: self.lang,
            title: self.cover.title.join(if self.lang == Lang::Zh { "" } else { " " }),
            name: &self.name,
            seal: &self.seal,
            draft: false,
            cover: Some(&self.cover),
            parts: &self.parts,
        }
    }

    /// The list of needs by itself.
    #[must_use]
    pub fn list(&self) -> Volume<'_> {
        Volume { title: LIST.get(self.lang).to_owned(), cover: None, parts: &self.list, ..self.volume() }
    }

    /// The name of a file that holds this of it.
    #[must_use]
    pub fn file_name(&self, what: Text, ending: &str) -> String {
        file_name(Some(&self.name), what.get(self.lang), &self.seal.code, ending)
    }

    /// The needs as comma-separated values, each with all that is told of it, who is in charge and what answers it.
    #[must_use]
    pub fn csv(&self) -> String {
        csv::write(&self.matters, self.lang)
    }
}

/// What the sheets are made of.
struct Paper<'a> {
    draft: &'a Draft,
    facts: &'a Facts,
    report: &'a Report,
    matters: &'a [Matter],
    lang: Lang,
    today: Date,
}

impl Paper<'_> {
    fn text(&self, words: Text) -> String {
        words.get(self.lang).to_owned()
    }

    fn day(&self, day: Option<Date>) -> String {
        match (day, self.lang) {
            (None, _) => String::new(),
            (Some(day), Lang::Zh) => day.zh(),
            (Some(day), Lang::En) => day.en(),
        }
    }

    /// The body of a steward; that of the industry may be told.
    fn body(&self, steward: &Steward) -> String {
        let told = self.facts.get(&INDUSTRY).filter(|told| !told.is_empty() && *steward == INDUSTRY_STEWARD);
        told.map_or_else(|| self.text(steward.body), str::to_owned)
    }

    fn cover(&self, name: Option<&str>, seal: &Seal) -> Cover {
        let mut lines = vec![
            (self.text(ENTERPRISE), name.map_or_else(|| self.text(words::OPEN), str::to_owned)),
            (self.text(LINKED), self.facts.get(&LEADER).filter(|told| !told.is_empty()).unwrap_or("　").to_owned()),
        ];
        lines.extend(
            STEWARDS
                .iter()
                .map(|steward| (self.text(steward.role), format!("{}\n{}", self.body(steward), PERSON.get(self.lang)))),
        );
        lines.push((self.text(words::DATE), self.text(words::DATE_BLANK)));
        Cover {
            code: format!("{}　{}", seal.line(self.lang), seal.made_by()),
            state: String::new(),
            title: EDITION.papers.title.get(self.lang).lines().map(str::to_owned).collect(),
            sub: INDEX.number.to_owned(),
            lines,
            caution: vec![self.text(CAUTION)],
            qr: seal.qr(),
        }
    }

    fn table(&self, label: Text, columns: &[(Text, u8, Set)], rows: Vec<Vec<String>>) -> Block {
        let columns =
            columns.iter().map(|(head, width, set)| Column { head: self.text(*head), width: *width, set: *set });
        Block::Table(Table {
            label: self.text(label),
            caption: None,
            columns: columns.collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(Value::from).collect()).collect(),
            totals: Vec::new(),
            joined: false,
        })
    }

    /// Part one: under each heading of the template what the draft's own edition gives, and room for the district.
    fn general(&self) -> Part {
        let mut blocks = Vec::new();
        for measures in &GENERAL {
            blocks.push(Block::Heading(self.text(measures.title)));
            blocks.push(Block::Paragraph(self.text(measures.says)));
            blocks.push(if measures.articles.is_empty() { self.stewards() } else { self.measures(measures) });
        }
        Part { id: "general", title: self.text(PARTS[0]), blocks }
    }

    fn stewards(&self) -> Block {
        let rows = STEWARDS.iter().map(|steward| {
            vec![
                self.text(steward.role),
                self.body(steward),
                sentence(steward.does.get(self.lang), self.lang),
                self.text(BY_DISTRICT),
            ]
        });
        let columns = [(ROLE, 15, Set::Head), (BODY, 28, Set::Text), (DOES, 0, Set::Text), (WHO, 24, Set::Text)];
        self.table(PARTS[0], &columns, rows.collect())
    }

    fn measures(&self, measures: &Measures) -> Block {
        let counted = self.report.counted();
        let rows = counted.iter().filter(|clause| measures.articles.contains(&clause.assessment.clause.article));
        let mut rows: Vec<Vec<String>> = rows.filter_map(|clause| self.measure(clause)).collect();
        if rows.is_empty() {
            rows.push(vec!["—".to_owned(), self.text(NO_MEASURES), String::new(), String::new()]);
        }
        rows.push(vec!["　".to_owned(), self.text(BY_DISTRICT), String::new(), String::new()]);
        let columns = [
            (words::ARTICLE, 15, Set::Head),
            (words::MATTER, 28, Set::Text),
            (AMOUNT, 0, Set::Text),
            (WHEN, 28, Set::Text),
        ];
        self.table(MEASURES, &columns, rows)
    }

    /// A clause that is met: what it comes to band by band, and when to apply.
    fn measure(&self, counted: &Counted<'_>) -> Option<Vec<String>> {
        let own = counted.assessment;
        let amount = self.amount(counted.by_year.total(), own.estimate.in_kind)?;
        if own.outcome != Outcome::Met {
            return None;
        }
        let of = own.clause;
        Some(vec![of.article.words(self.lang), self.text(of.title), amount, self.when(counted)])
    }

    fn amount(&self, total: Amount, in_kind: bool) -> Option<String> {
        let (lang, mut says) = (self.lang, Vec::new());
        let mut add = |zh: String, en: String| says.push(if lang == Lang::Zh { zh } else { en });
        if !total.certain.is_zero() {
            let amount = total.certain.said(lang);
            add(format!("可测算{amount}"), format!("{amount} worked out"));
        }
        if !total.possible.is_zero() {
            let amount = total.possible.said(lang);
            add(format!("待确认{amount}"), format!("{amount} to be confirmed"));
        }
        if !total.ceiling.is_zero() {
            let amount = total.ceiling.said(lang);
            add(format!("一事一议，至多{amount}"), format!("by decision, up to {amount}"));
        }
        if says.is_empty() && in_kind {
            says.push(self.text(NOT_PRICED));
        }
        (!says.is_empty()).then(|| says.join(if lang == Lang::Zh { "；" } else { "; " }))
    }

    /// When a clause is applied for: in the application of the year, or in a later one.
    fn when(&self, counted: &Counted<'_>) -> String {
        let Some(year) = self.draft.year() else { return self.text(words::NO_YEAR) };
        let years: Vec<_> = counted.by_year.iter().map(|(of, _)| of).collect();
        let now = years.iter().any(|of| counted.due(*of, year)) || counted.assessment.estimate.in_kind;
        let calendar = (self.draft.rules().calendar)(&self.draft.facts, self.report);
        let filing = calendar.into_iter().find(|event| event.kind == Happening::Filing && event.from.year() == year);
        match (now, filing, self.lang) {
            (true, Some(filing), Lang::Zh) => {
                let days = filing.days(Lang::Zh);
                format!("{year}年度申报，通常在{}", days.strip_prefix(&format!("{year}年")).unwrap_or(&days))
            }
            (true, Some(filing), Lang::En) => format!("apply in {year}, as a rule {}", filing.days(Lang::En)),
            (true, None, Lang::Zh) => format!("{year}年度申报"),
            (true, None, Lang::En) => format!("apply in {year}"),
            (false, _, Lang::Zh) => "在以后年度申报".to_owned(),
            (false, _, Lang::En) => "apply in a later year".to_owned(),
        }
    }

    /// The needs that no policy answers.
    fn asked(&self) -> impl Iterator<Item = &Matter> {
        self.matters.iter().filter(|matter| matter.answered_by.is_empty() && matter.need.state != State::Done)
    }

    /// Part two: each need as the template has it, then what a policy answers already.
    fn special(&self) -> Part {
        let mut blocks = Vec::new();
        for (place, Matter { need, in_charge, .. }) in self.asked().enumerate() {
            let number = u8::try_from(place + 1).unwrap_or(u8::MAX);
            let name = need.name(self.lang);
            blocks.push(Block::Heading(match self.lang {
                Lang::Zh => format!("（{}）{name}", crate::text::numeral_zh(number)),
                Lang::En => format!("({number}) {name}"),
            }));
            let due = if need.promised.is_some() { need.promised } else { need.by };
            let row = |name: Text, value: String| vec![(self.text(name), Value::from(value))];
            let columns = |place| column_head(place).map_or_else(String::new, |head| head.get(self.lang).to_owned());
            blocks.push(Block::Pairs(Pairs {
                label: name,
                rows: vec![
                    vec![(columns(2), Value::from(self.since(need)))],
                    vec![(columns(4), Value::from(need.asked.clone()))],
                    row(MEASURE, self.text(BY_DISTRICT)),
                    row(DUE, self.day(due)),
                    row(DEPARTMENT, self.text(*in_charge)),
                ],
                joined: false,
            }));
        }
        if blocks.is_empty() {
            blocks.push(Block::Paragraph(self.text(NO_NEEDS)));
        }
        let answered: Vec<Vec<String>> = self
            .matters
            .iter()
            .filter(|matter| !matter.answered_by.is_empty())
            .map(|matter| vec![matter.need.name(self.lang), matter.answers(self.lang)])
            .collect();
        if !answered.is_empty() {
            blocks.push(Block::Heading(self.text(ANSWERED)));
            blocks.push(self.table(ANSWERED, &[(words::MATTER, 39, Set::Head), (APPLY, 0, Set::Text)], answered));
        }
        blocks.push(Block::Paragraph(self.text(ISSUED)));
        Part { id: "special", title: self.text(PARTS[1]), blocks }
    }

    fn since(&self, need: &Need) -> String {
        match (need.since, self.lang) {
            (None, _) => need.hinders.clone(),
            (Some(day), Lang::Zh) => format!("{}（{}起）", need.hinders, day.zh()),
            (Some(day), Lang::En) => format!("{} (since {})", need.hinders, day.en()),
        }
    }

    /// Part three: for visits and follow-up.
    fn states(&self) -> Part {
        let rows: Vec<Vec<String>> = self
            .matters
            .iter()
            .map(|matter| {
                let need = &matter.need;
                vec![
                    need.name(self.lang),
                    self.text(need.state.word()),
                    self.day(need.promised),
                    need.answer.clone(),
                    sentence(&matter.next(self.today, self.lang), self.lang),
                ]
            })
            .collect();
        let block = if rows.is_empty() {
            Block::Paragraph(self.text(NO_NEEDS))
        } else {
            let head = |place: usize| column_head(place).unwrap_or(NEXT);
            let columns = [
                (words::MATTER, 24, Set::Head),
                (words::STATE_HEAD, 12, Set::Middle),
                (head(9), 18, Set::Middle),
                (head(10), 0, Set::Text),
                (NEXT, 18, Set::Text),
            ];
            self.table(PARTS[2], &columns, rows)
        };
        let rungs = ladder_of(self.facts).iter();
        let rungs = rungs.map(|rung| vec![self.text(rung.who), sentence(rung.does.get(self.lang), self.lang)]);
        let ladder = self.table(WHO_NEXT, &[(LEVEL, 24, Set::Head), (DOES, 0, Set::Text)], rungs.collect());
        let blocks = vec![block, Block::Heading(self.text(WHO_NEXT)), ladder];
        Part { id: "states", title: self.text(PARTS[2]), blocks }
    }

    /// The needs on one page, for the platform and the hotline.
    fn list(&self) -> Part {
        let mut blocks = vec![Block::Note(self.text(LIST_NOTE))];
        let rows: Vec<Vec<String>> = self
            .asked()
            .zip(1_usize..)
            .map(|(Matter { need, .. }, number)| {
                let about = [self.text(need.field.word()), need.name(self.lang)].join("\n");
                let by: Vec<String> =
                    [self.day(need.by), need.contact.clone()].into_iter().filter(|words| !words.is_empty()).collect();
                vec![
                    number.to_string(),
                    about,
                    self.since(need),
                    need.asked.clone(),
                    by.join("\n"),
                    need.papers.clone(),
                ]
            })
            .collect();
        if rows.is_empty() {
            blocks.push(Block::Paragraph(self.text(NO_NEEDS)));
        } else {
            let head = |place: usize| column_head(place).unwrap_or(NEXT);
            let columns = [
                (NUMBER, 8, Set::Middle),
                (words::MATTER, 18, Set::Head),
                (head(2), 24, Set::Text),
                (head(4), 0, Set::Text),
                (head(5), 15, Set::Middle),
                (head(7), 12, Set::Text),
            ];
            blocks.push(self.table(LIST, &columns, rows));
        }
        let code = self.draft.facts.get(&identity::CREDIT_CODE).unwrap_or_default();
        blocks.push(Block::Paragraph(match self.lang {
            Lang::Zh => format!("企业：{}　{code}", self.draft.name().unwrap_or_default()),
            Lang::En => format!("Enterprise: {} {code}", self.draft.name().unwrap_or_default()),
        }));
        Part { id: "needs", title: self.text(LIST), blocks }
    }
}

/// The head of a column of the needs.
fn column_head(place: usize) -> Option<Text> {
    match NEEDS.spec.form {
        Form::Table(columns) => columns.get(place).map(|column| column.head),
        _ => None,
    }
}
