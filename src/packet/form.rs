//! 申报表: what the office wants to see on one sheet.

use crate::answers::answer::Answer;
use crate::answers::question::Spec;
use crate::answers::yearly::Source;
use crate::applicant::contribution::{CONTRIBUTIONS, contributions};
use crate::applicant::{capital, contribution, filing, identity, particulars, received};
use crate::article::article;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::packet::{Block, Column, Pairs, Part, Set, Sources, Table, Total, Unpriced, Value, words};

/// Names and values, one or two a row.
struct Row {
    fields: &'static [&'static Spec],
    shown: Shown,
}

/// Whether a field stands on the form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Also where it is not told yet.
    Always,
    /// Only where it is told: it may not be asked of this applicant at all.
    IfTold,
    /// Only where it is a yes: a no says nothing of this applicant.
    IfYes,
}

const fn always(fields: &'static [&'static Spec]) -> Row {
    Row { fields, shown: Shown::Always }
}

const fn if_told(fields: &'static [&'static Spec]) -> Row {
    Row { fields, shown: Shown::IfTold }
}

const fn if_yes(fields: &'static [&'static Spec]) -> Row {
    Row { fields, shown: Shown::IfYes }
}

/// The fields that every application fills in.
pub(super) static FIELDS: &[&Spec] = &[
    &identity::NAME.spec,
    &identity::CREDIT_CODE.spec,
    &identity::KIND.spec,
    &identity::FOUNDED.spec,
    &identity::APPLICATION_YEAR.spec,
    &filing::REGISTERED_ADDRESS.spec,
    &filing::OFFICE_ADDRESS.spec,
    &filing::LEGAL_REPRESENTATIVE.spec,
    &filing::CONTACT.spec,
    &filing::PHONE.spec,
    &filing::ACCOUNT_NAME.spec,
    &filing::BANK.spec,
    &filing::ACCOUNT_NUMBER.spec,
    &received::RECEIVED.spec,
];

static WHO: &[Row] = &[
    always(&[&identity::NAME.spec]),
    always(&[&identity::CREDIT_CODE.spec, &identity::KIND.spec]),
    always(&[&identity::FOUNDED.spec, &identity::ARRIVED.spec]),
    if_told(&[&identity::NEW_ARRIVAL.spec, &identity::NEWLY_ESTABLISHED.spec]),
    if_yes(&[&identity::INTERMEDIARY.spec, &identity::ASSOCIATION.spec]),
    always(&[&filing::REGISTERED_ADDRESS.spec]),
    always(&[&filing::OFFICE_ADDRESS.spec]),
    if_told(&[&identity::LAWFUL.spec, &identity::ADMITTED.spec]),
    if_yes(&[&identity::SUPERVISED.spec, &identity::REGISTERED.spec]),
    if_told(&[&identity::CLEAN_RECORD.spec, &contribution::RANK.spec]),
    if_told(&[&capital::NATIONAL_APPROVAL.spec, &capital::STANDING.spec]),
    if_told(&[&capital::APPROVAL_NUMBER.spec]),
    if_told(&[&capital::REGISTERED_CAPITAL.spec, &capital::PAID_IN.spec]),
    if_told(&[&particulars::WORKING_CAPITAL.spec, &particulars::SEPARATE_BOOKS.spec]),
    if_told(&[&particulars::HEAD_OFFICE.spec]),
    if_told(&[&particulars::POSITIONING.spec, &particulars::EVENTS.spec]),
    if_told(&[&particulars::PURCHASE_PRICE.spec, &particulars::PURCHASE_TITLE.spec]),
    if_told(&[&particulars::OTHER_SUPPORT.spec, &contribution::GROWTH_START.spec]),
];

static REACHED: &[Row] = &[
    always(&[&filing::LEGAL_REPRESENTATIVE.spec, &filing::CONTACT.spec]),
    always(&[&filing::PHONE.spec]),
    if_told(&[&filing::EMAIL.spec]),
];

static ACCOUNT: &[Row] =
    &[always(&[&filing::ACCOUNT_NAME.spec]), always(&[&filing::BANK.spec, &filing::ACCOUNT_NUMBER.spec])];

/// The questions of the form, in its order; those of the account apart.
pub(super) fn asked() -> (impl Iterator<Item = &'static Spec>, impl Iterator<Item = &'static Spec>) {
    let of = |rows: &'static [Row]| rows.iter().flat_map(|row| row.fields.iter().copied());
    (of(WHO).chain(of(REACHED)), of(ACCOUNT))
}

impl Sources<'_> {
    pub(super) fn form(&self) -> Part {
        let mut who = self.fields(WHO);
        if let Some(years) = self.contributions() {
            who.push(vec![(self.text(CONTRIBUTIONS.spec.label), Value::from(years))]);
        }
        who.extend(self.fields(REACHED));
        let unsettled = self.unsettled().map(|says| vec![(self.text(words::UNSETTLED), Value::from(says))]);
        let mut account: Vec<_> = unsettled.into_iter().chain(self.fields(ACCOUNT)).collect();
        account.push(vec![(self.text(words::OPINION), Value::Opinion(self.text(words::OPINION_ROOM)))]);
        let blocks = vec![
            Block::Pairs(Pairs { label: self.text(words::FORM), rows: who, joined: false }),
            Block::Table(self.claimed()),
            Block::Pairs(Pairs { label: self.text(words::BANKING), rows: account, joined: true }),
        ];
        Part { id: "form", title: self.text(words::FORM), blocks }
    }

    fn fields(&self, rows: &[Row]) -> Vec<Vec<(String, Value)>> {
        rows.iter()
            .map(|row| {
                let shown = row.fields.iter().filter(|spec| self.is_shown(spec, row.shown));
                shown.map(|spec| (self.text(spec.label), Value::from(self.filled(spec)))).collect::<Vec<_>>()
            })
            .filter(|row| !row.is_empty())
            .collect()
    }

    fn is_shown(&self, spec: &Spec, shown: Shown) -> bool {
        let answer = self.draft.facts.answer(spec);
        match shown {
            // One that is no institution is not asked when it came.
            Shown::Always => answer.is_some() || spec.slot != identity::ARRIVED.spec.slot || !self.has_only_roles(),
            Shown::IfTold => answer.is_some(),
            Shown::IfYes => matches!(answer, Some(Answer::YesNo(true))),
        }
    }

    /// Whether the applicant is only an intermediary or an association.
    fn has_only_roles(&self) -> bool {
        self.draft.facts.get(&identity::KIND) == Some(identity::Kind::None)
    }

    /// The contributions of the year of application and the year before, with where each comes from; the annex has all.
    fn contributions(&self) -> Option<String> {
        let table = self.draft.facts.get(&CONTRIBUTIONS)?;
        let mut years: Vec<(Year, Money, bool)> = (0..table.len())
            .filter_map(|row| {
                let year = table.get(&contributions::YEAR, row)?;
                let forecast = table.get(&contributions::SOURCE, row) == Some(Source::Forecast);
                Some((year, table.money(&contributions::AMOUNT, row)?, forecast))
            })
            .filter(|(year, ..)| self.year.is_none_or(|applied| *year == applied || year + 1 == applied))
            .collect();
        if years.is_empty() {
            return None;
        }
        years.order();
        let from = years.len().saturating_sub(2);
        let lines: Vec<String> = years[from..]
            .iter()
            .map(|(year, amount, forecast)| {
                let amount = amount.grouped();
                match forecast {
                    true => {
                        self.say(format!("{year}年度{amount}元（预计）"), format!("{year}: {amount} yuan (forecast)"))
                    }
                    false => self.say(format!("{year}年度{amount}元"), format!("{year}: {amount} yuan")),
                }
            })
            .collect();
        Some(lines.join("\n"))
    }

    /// The clauses claimed, and what each asks for in the year of application.
    fn claimed(&self) -> Table {
        let year = self.year;
        let mut rows = Vec::new();
        for clause in self.applied() {
            let of = clause.assessment.clause;
            let asked = year.map_or(Money::ZERO, |year| clause.due_in(year).certain);
            let mut matter = self.text(of.title);
            let certain = clause.years();
            let years = certain.len();
            if years > 1
                && !of.any_year
                && let (Some((first, _)), Some(place)) =
                    (certain.first(), year.and_then(|year| certain.iter().position(|(other, _)| *other == year)))
            {
                matter += &self.say(
                    format!("（{first}年起，{years}年之{}）", place + 1),
                    format!(" (from {first}, year {} of {years})", place + 1),
                );
            }
            let head = || Value::from(article(of.article, self.lang));
            let due = year.map_or_else(|| clause.by_year.total(), |year| clause.due_in(year));
            let mut row = |matter: String, state: crate::text::Text, amount: Value| {
                rows.push(vec![head(), Value::from(matter), Value::from(self.text(state)), amount]);
            };
            if !asked.is_zero() {
                let state = if self.is_on_a_forecast(clause) { words::FORECAST } else { words::COMPUTED };
                row(matter, state, Value::Money(asked));
            }
            if let Some(pending) = self.pending(clause) {
                row(self.text(of.title), words::TO_CONFIRM, Value::Money(pending));
            }
            if !due.ceiling.is_zero() {
                row(self.text(of.title), Unpriced::Decided.word(), Value::from(self.at_most(due.ceiling)));
            }
            if clause.assessment.estimate.in_kind {
                row(self.text(of.title), Unpriced::InKind.word(), Value::from("—"));
            }
        }
        if rows.is_empty() {
            let none = Value::from(self.text(words::NOTHING_CLAIMED));
            rows.push(vec![Value::from(""), none, Value::from(""), Value::from("")]);
        }
        let totals = self
            .requested()
            .filter(|amount| !amount.is_zero())
            .map(|amount| Total { name: self.text(words::TOTAL), words: self.capital(amount), amount })
            .into_iter()
            .collect();
        Table {
            label: self.text(words::CLAIMS),
            caption: None,
            columns: vec![
                Column { head: self.text(words::CLAIMS), width: 18, set: Set::Head },
                Column { head: self.text(words::MATTER), width: 34, set: Set::Text },
                Column { head: self.text(words::STATE_HEAD), width: 20, set: Set::Middle },
                Column { head: self.text(words::AMOUNT), width: 28, set: Set::Number },
            ],
            rows,
            totals,
            joined: true,
        }
    }
}
