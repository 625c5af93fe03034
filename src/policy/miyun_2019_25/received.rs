//! What was received before, as it bears on each article: once for good, year by year, or by person, enterprise and
//! project. Amounts change, outcomes do not.

use std::collections::BTreeMap;

use crate::answers::answer::Table;
use crate::answers::facts::Facts;
use crate::answers::question::{Cell, Words};
use crate::applicant::received::{RECEIVED, Under, received};
use crate::article::Article;
use crate::date::Year;
use crate::money::Money;
use crate::rule::{Case, Place, Provision, Receipt};

/// What was received is not given again.
pub(super) static PAID: Provision =
    Provision::new(36, "以前已领，不再计入可申请的金额", "received before: it is not applied for again");
/// What was received without a name comes off the sum.
pub(super) static PAID_UNNAMED: Provision = Provision::new(
    36,
    "减去以前已领、没有写明给哪一项的金额，不足零按零",
    "less what was received without saying for which; not below zero",
);

/// The rows that name an article, in their order.
pub(super) fn under(facts: &Facts, article: impl Into<Article>) -> Vec<Receipt<'_>> {
    let article = article.into();
    let Some(table) = facts.get(&RECEIVED) else { return Vec::new() };
    (0..table.len())
        .filter(|row| table.get(&received::UNDER, *row) == Some(Under::Article(article)))
        .map(|row| Receipt {
            row,
            year: table.get(&received::YEAR, row),
            amount: table.money(&received::AMOUNT, row),
            name: table.get(&received::FOR, row).unwrap_or("").trim(),
        })
        .collect()
}

/// The same for a clause at work, which so has read the answer.
fn read<'a>(case: &Case<'a>, article: impl Into<Article>) -> Vec<Receipt<'a>> {
    case.reads(&RECEIVED.spec);
    under(case.facts(), article)
}

/// Given once for good: whatever was received, nothing more is given.
pub(super) fn once(case: &mut Case<'_>, article: impl Into<Article>) {
    let receipts = read(case, article);
    case.settle_all(&receipts, &PAID);
}

/// Given year by year: the years that were received are paid, the others are not touched.
pub(super) fn yearly(case: &mut Case<'_>, article: impl Into<Article>) {
    for (year, receipts) in by_year(&read(case, article)) {
        case.settle_year(year, &receipts, &PAID);
    }
}

/// The receipts of each year, earliest first; those without a year are left out.
pub(super) fn by_year<'a>(receipts: &[Receipt<'a>]) -> BTreeMap<Year, Vec<Receipt<'a>>> {
    let mut years: BTreeMap<Year, Vec<Receipt<'a>>> = BTreeMap::new();
    for receipt in receipts {
        if let Some(year) = receipt.year {
            years.entry(year).or_default().push(*receipt);
        }
    }
    years
}

/// What was received under an article, in money.
pub(super) struct Sums(Vec<(Option<Year>, Money)>);

/// The same for a clause at work, which so has read the answer.
pub(super) fn received_before(case: &Case<'_>, article: impl Into<Article>) -> Sums {
    Sums(read(case, article).iter().filter_map(|receipt| Some((receipt.year, receipt.amount?))).collect())
}

impl Sums {
    /// In all.
    pub(super) fn total(&self) -> Money {
        self.0.iter().map(|(_, amount)| *amount).sum()
    }

    /// For a year.
    pub(super) fn of_year(&self, year: Year) -> Money {
        self.0.iter().filter(|(of, _)| *of == Some(year)).map(|(_, amount)| *amount).sum()
    }
}

/// What was received under an article that gives to persons, enterprises or projects.
pub(super) struct ByName<'a> {
    named: BTreeMap<String, Vec<Receipt<'a>>>,
    unnamed: Vec<Receipt<'a>>,
}

impl<'a> ByName<'a> {
    /// For a clause at work.
    pub(super) fn read(case: &Case<'a>, article: impl Into<Article>) -> Self {
        case.reads(&RECEIVED.spec);
        Self::of(case.facts(), article)
    }

    /// The same of the facts alone.
    pub(super) fn of(facts: &'a Facts, article: impl Into<Article>) -> Self {
        let mut of = Self { named: BTreeMap::new(), unnamed: Vec::new() };
        for receipt in under(facts, article) {
            match receipt.name {
                "" => of.unnamed.push(receipt),
                name => of.named.entry(plain(name)).or_default().push(receipt),
            }
        }
        of
    }

    /// What was received for the one of that name; empty where nothing was.
    fn of_name(&self, name: Option<&str>) -> &[Receipt<'a>] {
        name.and_then(|name| self.named.get(&plain(name))).map_or(&[], Vec::as_slice)
    }

    /// What was received for the one that a row names.
    pub(super) fn of_row(&self, table: &Table, name: &Cell<Words>, row: usize) -> &[Receipt<'a>] {
        if self.named.is_empty() { &[] } else { self.of_name(table.get(name, row)) }
    }

    /// Those of the rows for which nothing was received.
    pub(super) fn unpaid(&self, table: &Table, name: &Cell<Words>, mut rows: Vec<usize>) -> Vec<usize> {
        rows.retain(|row| self.of_row(table, name, *row).is_empty());
        rows
    }

    /// How many heads it was received for: each name once, and each row without one.
    pub(super) fn heads(&self) -> usize {
        self.named.len() + self.unnamed.len()
    }

    /// What was received without a name, as far as it is told.
    pub(super) fn unnamed(&self) -> Money {
        self.unnamed.iter().filter_map(|receipt| receipt.amount).sum()
    }
}

/// An amount less what of the sums received without a name comes off it.
pub(super) fn less_unnamed(case: &mut Case<'_>, place: Place, amount: Money, unnamed: Money) -> Money {
    if !unnamed.is_zero() {
        case.note(&PAID_UNNAMED);
    }
    case.less_received(&PAID_UNNAMED, place, amount, unnamed)
}

/// A name with brackets and spaces as a reader takes them: the same one, however it was typed.
pub(super) fn plain(name: &str) -> String {
    seen(name).collect()
}

/// Whether two names are the same to a reader.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    seen(one).eq(seen(other))
}

fn seen(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|char| !char.is_whitespace()).map(|char| match char {
        '（' => '(',
        '）' => ')',
        char => char,
    })
}

/// What was received under these rules, as far as it is told.
pub(super) fn sum(facts: &Facts) -> Money {
    rows(facts).filter_map(|(article, receipt)| article.and(receipt.amount)).sum()
}

/// Every row but those of other documents: its article, if one is chosen, and what it tells. A row without its year is of
/// the year of its last payment.
fn rows(facts: &Facts) -> impl Iterator<Item = (Option<Article>, Receipt<'_>)> {
    let table = facts.get(&RECEIVED);
    let rows = table.map_or(0, crate::answers::answer::Table::len);
    (0..rows).filter_map(move |row| {
        let table = table?;
        let article = match table.get(&received::UNDER, row) {
            Some(Under::Other) => return None,
            Some(Under::Article(article)) => Some(article),
            None => None,
        };
        let paid = table.get(&received::LAST_PAID, row).map(|day| day.year());
        let year = table.get(&received::YEAR, row).or(paid);
        let name = table.get(&received::FOR, row).unwrap_or("");
        Some((article, Receipt { row, year, amount: table.money(&received::AMOUNT, row), name }))
    })
}

/// What was received for a year under the articles that support the institution itself (not Articles 27 and 28).
pub(super) fn own_support(facts: &Facts, year: Year, worked_out: &dyn Fn(Article) -> Money) -> Money {
    let of_year = rows(facts).filter(|(_, receipt)| receipt.year == Some(year));
    of_year
        .filter_map(|(article, receipt)| {
            let article = article.filter(|article| ![22, 27, 28].iter().any(|other| article == other))?;
            Some(receipt.amount.unwrap_or_else(|| worked_out(article)))
        })
        .sum()
}

/// The years that were supported before, as far as they are told.
pub(super) fn years(facts: &Facts) -> impl Iterator<Item = Year> {
    rows(facts).filter_map(|(_, receipt)| receipt.year)
}
