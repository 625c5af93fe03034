//! 未清算年度: what is asked for on a figure that the district has not confirmed yet, how it would be paid, and the last
//! year that is closed.

use crate::answers::yearly::Source;
use crate::date::Year;
use crate::money::Money;
use crate::packet::Sources;
use crate::rule::{Clause, Counted};
use crate::text::Lang;

impl Sources<'_> {
    /// Whether what a clause asks for follows a forecast of the year of application.
    pub(super) fn is_on_a_forecast(&self, clause: &Counted<'_>) -> bool {
        let (Some(year), Some(yearly)) = (self.year, self.draft.rules().yearly) else { return false };
        let due = clause.in_year(year);
        yearly.source(&self.draft.facts, year) == Some(Source::Forecast)
            && !due.is_zero()
            && clause.assessment.asked.reads(&yearly.question.spec)
    }

    /// What is said of them on the form; `None` where every figure is confirmed.
    pub(super) fn unsettled(&self) -> Option<String> {
        let year = self.year?;
        let claims: Vec<&Counted<'_>> = self.applied().filter(|clause| self.is_on_a_forecast(clause)).collect();
        let clauses: Vec<&Clause> = claims.iter().map(|clause| clause.assessment.clause).collect();
        let sum = |of: &dyn Fn(&Counted<'_>) -> Money| claims.iter().map(|clause| of(clause)).sum::<Money>();
        let asked = sum(&|clause| clause.in_year(year));
        if clauses.is_empty() {
            return None;
        }
        let prepaid = sum(&|clause| clause.by_year.of(year).prepaid);
        let (articles, asked) = (self.joined(&clauses), asked.grouped());
        let mut says = self.say(
            format!("{articles}按{year}年度预计的区域综合贡献测算，共{asked}元。"),
            format!("{articles}: {asked} yuan on the forecast for {year}. "),
        );
        says += &self.draft.rules().settlement.sentence(self.lang);
        if !prepaid.is_zero() {
            let prepaid = prepaid.grouped();
            says +=
                &self.say(format!("按最低比例为{prepaid}元。"), format!(" At the lowest rate that is {prepaid} yuan."));
        }
        says += &self.last_closed(year, &claims).unwrap_or_default();
        Some(says)
    }

    /// The last year whose figure the district has confirmed, with what the same claims come to in it.
    fn last_closed(&self, year: Year, claims: &[&Counted<'_>]) -> Option<String> {
        let (yearly, facts) = (self.draft.rules().yearly?, &self.draft.facts);
        let confirmed = |closed: &Year| *closed < year && yearly.source(facts, *closed) == Some(Source::Confirmed);
        let closed = yearly.years(facts).filter(confirmed).max()?;
        let figure = yearly.of(facts, closed)?.grouped();
        let amount: Money = claims.iter().map(|clause| clause.in_year(closed)).sum();
        Some(match (amount.is_zero(), self.lang) {
            (true, Lang::Zh) => {
                format!("最近一个已确认的年度是{closed}年度，贡献{figure}元；须以该年度为准的，本单位据此调整。")
            }
            (true, Lang::En) => {
                format!(
                    " The last confirmed year is {closed}, {figure} yuan; the claim is changed if that year is to count."
                )
            }
            (false, Lang::Zh) => format!(
                "最近一个已确认的年度是{closed}年度，贡献{figure}元；须以该年度为准的，上述条款为{}元。",
                amount.grouped()
            ),
            (false, Lang::En) => format!(
                " The last confirmed year is {closed}, {figure} yuan; in that year these clauses come to {} yuan.",
                amount.grouped()
            ),
        })
    }
}
