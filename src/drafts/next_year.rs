//! A draft for the year after: what stays, what was applied for, and what has to be confirmed.

use crate::answers::answer::{Answer, Table};
use crate::answers::form::Form;
use crate::answers::typed::YEARS;
use crate::answers::yearly::Source;
use crate::applicant::contribution::{CONTRIBUTIONS, RANK, contributions};
use crate::applicant::identity::APPLICATION_YEAR;
use crate::applicant::received::{RECEIVED, received};
use crate::article::article;
use crate::date::Year;
use crate::drafts::draft::Draft;
use crate::money::Money;
use crate::text::Lang;

/// A draft for the year after another.
#[derive(Clone, PartialEq, Debug)]
pub struct NextYear {
    /// The draft: its answers are those of the year before, but for the year of application and what was received. What
    /// was decided about the papers of that year is left behind, but for where they are handed in and what the office said to doubts.
    /// Scenarios are left behind too: their differences are from answers that the year has since told, and would take the
    /// place of figures that are confirmed by now.
    pub draft: Draft,
    /// What has to be confirmed before it is filed, a sentence each in Chinese and English.
    pub confirm: Vec<[String; 2]>,
}

/// The draft for the year after. `None` where the year of application is not told, or no other follows.
#[must_use]
pub fn next_year(draft: &Draft) -> Option<NextYear> {
    let year = draft.facts.get(&APPLICATION_YEAR)?;
    let next = year.checked_add(1).filter(|next| YEARS.contains(next))?;
    let mut confirm = Vec::new();
    let mut new = Draft {
        filing: draft.filing.next_year(),
        scenarios: Vec::new(),
        further: draft.further.next_year(),
        ..draft.clone()
    };
    // A year within the limits is one that the question takes.
    let _ = new.facts.set(&APPLICATION_YEAR.spec, Some(Answer::Year(next)));
    new.title = draft.title.replace(&year.to_string(), &next.to_string());
    receive(draft, year, &mut new, &mut confirm);
    forecasts(&new, next, &mut confirm);
    if new.facts.get(&RANK).is_some() {
        confirm.push([
            format!("全区排名还是{year}年度的，请改成{next}年度的"),
            format!("the rank in the district is that of {year}: put that of {next}"),
        ]);
    }
    Some(NextYear { draft: new, confirm })
}

/// Lists what the papers of the year asked for as received, without the day of payment: the applicant has to say what
/// was paid, and when.
fn receive(draft: &Draft, year: Year, new: &mut Draft, confirm: &mut Vec<[String; 2]>) {
    let Form::Table(columns) = RECEIVED.spec.form else { return };
    let Form::Choice(under) = columns[received::UNDER.index].form else { return };
    let report = draft.claimed(false);
    let mut rows = match draft.facts.get(&RECEIVED) {
        Some(table) => table.clone(),
        None => Table::new(columns),
    };
    for counted in report.counted().into_iter().filter(|counted| counted.claimed()) {
        let (clause, amount) = (counted.assessment.clause, counted.due_in(year).certain);
        let choice = under.iter().position(|choice| choice.id == clause.article.to_string());
        let Some(choice) = choice.and_then(|choice| u8::try_from(choice).ok()).filter(|_| amount > Money::ZERO) else {
            continue;
        };
        let row = rows.len();
        rows.insert(row);
        for (column, answer) in [
            (received::UNDER.index, Answer::Choice(choice)),
            (received::YEAR.index, Answer::Year(year)),
            (received::AMOUNT.index, Answer::Money(amount)),
        ] {
            // A clause gives no more than a question takes.
            let _ = rows.set(columns, row, column, Some(answer));
        }
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| article(clause.article, lang));
        confirm.push([
            format!("{year}年度{zh}申请的{}元已列为已享受：请核对实得金额，补上到账日；没有得到的请删去该行", amount.grouped()),
            format!(
                "{} yuan applied for under {en} in {year} are listed as received: check what was paid and when, or take the row out",
                amount.grouped()
            ),
        ]);
    }
    if !rows.is_empty() {
        let _ = new.facts.set(&RECEIVED.spec, Some(Answer::Table(rows)));
    }
}

/// Names the years up to that of application whose contribution is a forecast, or not told.
fn forecasts(new: &Draft, application: Year, confirm: &mut Vec<[String; 2]>) {
    let Some(table) = new.facts.get(&CONTRIBUTIONS) else { return };
    let mut told = false;
    for row in 0..table.len() {
        let Some(year) = table.get(&contributions::YEAR, row) else { continue };
        told |= year == application;
        if year < application && table.get(&contributions::SOURCE, row) == Some(Source::Forecast) {
            confirm.push([
                format!("{year}年度的区域综合贡献还是预计数，请换成区级部门确认的数"),
                format!("the contribution of {year} is a forecast: put the figure that the district confirms"),
            ]);
        }
    }
    if !told {
        confirm.push([
            format!("{application}年度的区域综合贡献还没有填"),
            format!("the contribution of {application} is not told yet"),
        ]);
    }
}

#[cfg(test)]
mod tests {
    use super::next_year;
    use crate::applicant::CATALOGUE;
    use crate::applicant::identity::APPLICATION_YEAR;
    use crate::applicant::received::{RECEIVED, received};
    use crate::drafts::draft::Draft;
    use crate::drafts::examples::ALL;
    use crate::drafts::filing::{Filing, Reply};
    use crate::money::Money;

    fn example(id: &str) -> Draft {
        ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
    }

    #[test]
    fn what_the_office_said_and_where_it_is_stays_and_the_window_goes() {
        let mut old = example("introducer");
        for (id, note) in [("window", "11月25日至12月10日"), ("address", "密云区某街1号")] {
            old.filing.office.insert(id, note.to_owned());
        }
        let reply = Reply { whom: "张科".to_owned(), day: None, says: "可以".to_owned() };
        old.filing.replies.insert("2.4".to_owned(), reply);
        old.filing.undertaken = true;
        let new = next_year(&old).unwrap().draft.filing;
        assert_eq!(new.office.into_iter().collect::<Vec<_>>(), [("address", "密云区某街1号".to_owned())]);
        assert_eq!(new.replies, old.filing.replies);
        assert!(!new.undertaken, "the papers of another year");
    }

    #[test]
    fn what_was_asked_for_is_listed_as_received_and_asked_for_no_more() {
        for example in ALL {
            let old = example.draft().unwrap();
            let year = old.facts.get(&APPLICATION_YEAR).unwrap();
            let report = old.claimed(false);
            let asked: Vec<_> = report
                .counted()
                .iter()
                .filter(|counted| counted.claimed())
                .map(|counted| (counted.assessment.clause.article, counted.due_in(year).certain))
                .filter(|(_, amount)| *amount > Money::ZERO)
                .collect();
            let new = next_year(&old).unwrap();
            assert_eq!(new.draft.facts.get(&APPLICATION_YEAR), Some(year + 1));
            assert_eq!(new.draft.filing, Filing::default());
            let before = old.facts.get(&RECEIVED).map_or(0, |table| table.len());
            let rows = new.draft.facts.get(&RECEIVED).map_or(0, |table| table.len());
            assert_eq!(rows - before, asked.len(), "{}", example.id);
            for (place, (_, amount)) in asked.iter().enumerate() {
                let table = new.draft.facts.get(&RECEIVED).unwrap();
                assert_eq!(table.money(&received::AMOUNT, before + place), Some(*amount));
                assert_eq!(table.get(&received::YEAR, before + place), Some(year));
                assert_eq!(table.get(&received::LAST_PAID, before + place), None);
            }
            // Nothing else changes.
            for spec in CATALOGUE {
                if ![APPLICATION_YEAR.spec.id, RECEIVED.spec.id].contains(&spec.id) {
                    assert_eq!(new.draft.facts.answer(spec), old.facts.answer(spec), "{}", spec.id);
                }
            }
        }
    }

    #[test]
    fn what_has_to_be_confirmed_is_said() {
        let new = next_year(&example("bank")).unwrap();
        let said: Vec<&str> = new.confirm.iter().map(|[zh, _]| zh.as_str()).collect();
        assert!(said.iter().any(|says| says.contains("已列为已享受")), "{said:?}");
        assert!(said.iter().any(|says| says.contains("预计数")), "{said:?}");
        assert!(new.confirm.iter().all(|[zh, en]| !zh.is_empty() && !en.is_empty()));
        assert_eq!(next_year(&Draft::default()), None);
    }
}
