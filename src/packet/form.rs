//! 申报表: what the office wants to see on one sheet.

use crate::answers::question::Spec;
use crate::answers::yearly::Source;
use crate::applicant::contribution::{CONTRIBUTIONS, contributions};
use crate::applicant::{capital, contribution, filing, identity, received};
use crate::article::article;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::packet::{Block, Case, Column, Pairs, Part, Set, Table, Total, Unpriced, Value, words};

/// Names and values, one or two a row. Unless `always`, what is not told is left out: it may not be asked of this
/// applicant at all.
struct Row {
    fields: &'static [&'static Spec],
    always: bool,
}

const fn always(fields: &'static [&'static Spec]) -> Row {
    Row { fields, always: true }
}

const fn if_told(fields: &'static [&'static Spec]) -> Row {
    Row { fields, always: false }
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
    if_told(&[&identity::INTERMEDIARY.spec, &identity::ASSOCIATION.spec]),
    always(&[&filing::REGISTERED_ADDRESS.spec]),
    always(&[&filing::OFFICE_ADDRESS.spec]),
    if_told(&[&identity::LAWFUL.spec, &identity::ADMITTED.spec]),
    if_told(&[&identity::SUPERVISED.spec, &identity::REGISTERED.spec]),
    if_told(&[&identity::CLEAN_RECORD.spec, &contribution::RANK.spec]),
    if_told(&[&capital::NATIONAL_APPROVAL.spec, &capital::STANDING.spec]),
    if_told(&[&capital::APPROVAL_NUMBER.spec]),
    if_told(&[&capital::REGISTERED_CAPITAL.spec, &capital::PAID_IN.spec]),
    if_told(&[&contribution::GROWTH_START.spec]),
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

impl Case<'_> {
    pub(super) fn form(&self) -> Part {
        let mut who = self.fields(WHO);
        if let Some(years) = self.contributions() {
            who.push(vec![(self.text(CONTRIBUTIONS.spec.label), Value::from(years))]);
        }
        who.extend(self.fields(REACHED));
        let mut account = self.fields(ACCOUNT);
        account.push(vec![(self.text(words::OPINION), Value::Opinion(self.text(words::OPINION_ROOM)))]);
        let blocks = vec![
            Block::Pairs(Pairs { label: self.text(words::FORM), rows: who, joined: false }),
            Block::Table(self.claimed()),
            Block::Pairs(Pairs { label: self.text(words::BANKING), rows: account, joined: true }),
        ];
        Part { id: "form", title: self.text(words::FORM), filed: true, blocks }
    }

    fn fields(&self, rows: &[Row]) -> Vec<Vec<(String, Value)>> {
        rows.iter()
            .map(|row| {
                let shown = row.fields.iter().filter(|spec| row.always || self.draft.facts.answer(spec).is_some());
                shown.map(|spec| (self.text(spec.label), Value::from(self.told(spec)))).collect::<Vec<_>>()
            })
            .filter(|row| !row.is_empty())
            .collect()
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
            let unpriced =
                Unpriced::of(clause, year.map_or_else(|| clause.by_year.total(), |year| clause.due_in(year)));
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
            if !asked.is_zero() || unpriced.is_none() {
                rows.push(vec![head(), Value::from(matter.clone()), Value::Money(asked)]);
            }
            if let Some(unpriced) = unpriced {
                rows.push(vec![head(), Value::from(self.text(of.title)), Value::from(self.text(unpriced.word()))]);
            }
        }
        if rows.is_empty() {
            rows.push(vec![Value::from(""), Value::from(self.text(words::NOTHING_CLAIMED)), Value::from("")]);
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
                Column { head: self.text(words::CLAIMS), width: 24, set: Set::Head },
                Column { head: self.text(words::MATTER), width: 48, set: Set::Text },
                Column { head: self.text(words::AMOUNT), width: 28, set: Set::Number },
            ],
            rows,
            totals,
            joined: true,
        }
    }
}
