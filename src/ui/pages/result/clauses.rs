//! Every clause with its outcome and its reason.

use crate::ui::clauses::figures::Scale;
use crate::ui::clauses::reasons;
use crate::ui::components::bands::Band;
use crate::ui::components::clause_row::{ClauseRow, clause_group, clause_row, row_amount, row_amounts, row_band};
use crate::ui::components::na_list::na_list;
use crate::ui::components::status::Mark;
use crate::ui::pages::result::Result;
use crate::ui::words::{self, Speaks};
use leptos::prelude::*;
use miyun::article::article;
use miyun::rule::{Counted, Groups};
use miyun::text::{Lang, Text};

impl Result<'_> {
    pub(super) fn clauses_scale(&self) -> Scale {
        self.scale(
            self.report
                .counted
                .iter()
                .map(|counted| counted.total())
                .flat_map(|total| [total.certain, total.possible, total.floor, total.ceiling]),
        )
    }

    pub(super) fn verdicts_note(&self) -> AnyView {
        let (count, unit) = (self.report.assessments.len(), self.clauses_scale().unit());
        self.say(
            format!("共{count}条支持条款 · 单位：{unit}"),
            format!("{count} clauses that give something · in {unit}"),
        )
        .into_any()
    }

    pub(super) fn group(
        &self,
        id: &'static str,
        mark: Mark,
        title: Text,
        note: String,
        rows: Vec<AnyView>,
    ) -> Option<AnyView> {
        self.group_of(id, mark, title, rows.len(), note, rows)
    }

    pub(super) fn group_of(
        &self,
        id: &'static str,
        mark: Mark,
        title: Text,
        count: usize,
        note: String,
        rows: Vec<AnyView>,
    ) -> Option<AnyView> {
        (count > 0).then(|| clause_group(id, mark, self.text(title), self.clauses(count), note, rows))
    }

    pub(super) fn verdicts_before(&self) -> AnyView {
        let (groups, scale) = (self.report.groups(self.answering), self.clauses_scale());
        let rows = groups.met.iter().map(|clause| self.met(clause, scale)).collect();
        self.group("met", Mark::Met, words::GROUP_MET, self.met_note(&groups), rows).into_any()
    }

    pub(super) fn verdicts_after(&self) -> AnyView {
        let (groups, scale) = (self.report.groups(self.answering), self.clauses_scale());
        let unmet = groups.unmet.iter().map(|clause| self.unmet(clause, scale)).collect();
        let listed = groups.listed.iter().map(|clause| self.listed(clause)).collect();
        let absent = groups.absent.iter().map(|clause| {
            let of = clause.assessment.clause;
            let title = view! { <a href=href(of.id)>{self.text(of.title)}</a> };
            let why = reasons::nothing(clause.assessment, self.lang);
            (article(of.article, self.lang), view! { {title}<span class="na-list__why">{why}</span> }.into_any())
        });
        let absent = vec![na_list(absent.collect())];
        let na = groups.not_applicable.iter().map(|clause| {
            let of = clause.assessment.clause;
            let title = view! { <a href=href(of.id)>{self.text(of.title)}</a> };
            let whom = reasons::verdict(clause, self.report, &self.draft.facts, self.lang);
            let why = view! { {title}<span class="na-list__why">{whom}</span> }.into_any();
            (article(of.article, self.lang), why)
        });
        let na = vec![na_list(na.collect())];
        view! {
            {self.group("unmet", Mark::Unmet, words::GROUP_UNMET, self.text(words::GROUP_UNMET_NOTE), unmet)}
            {self.group_of("absent", Mark::Na, words::GROUP_ABSENT, groups.absent.len(), self.text(words::GROUP_ABSENT_NOTE), absent)}
            {self.group("listed", Mark::InKind, words::GROUP_LISTED, self.text(words::GROUP_LISTED_NOTE), listed)}
            {self.group_of("na", Mark::Na, words::GROUP_NA, groups.not_applicable.len(), self.text(words::GROUP_NA_NOTE), na)}
        }
        .into_any()
    }

    pub(super) fn met_note(&self, groups: &Groups<'_>) -> String {
        let gave = groups.met.iter().filter(|clause| !clause.gave_way.is_zero()).count();
        let decided = groups.met.iter().filter(|clause| !clause.by_year.total().ceiling.is_zero()).count();
        let mut parts = Vec::new();
        if gave > 0 {
            parts.push(self.say(format!("{gave}条不重复享受"), format!("{gave} of them give way")));
        }
        if decided > 0 {
            parts.push(self.say(format!("{decided}条由区政府定额"), format!("{decided} set by the government")));
        }
        match (parts.is_empty(), self.lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("其中{}", parts.join("、")),
            (false, Lang::En) => parts.join(", "),
        }
    }

    pub(super) fn row(&self, clause: &Counted<'_>, why: AnyView, amount: Option<AnyView>) -> AnyView {
        let of = clause.assessment.clause;
        clause_row(ClauseRow {
            no: article(of.article, self.lang),
            href: href(of.id),
            title: self.text(of.title),
            why,
            amount,
        })
    }

    pub(super) fn met(&self, clause: &Counted<'_>, scale: Scale) -> AnyView {
        let notes: Vec<String> = clause.assessment.estimate.notes.iter().map(|note| self.text(note.says)).collect();
        let notes = (!notes.is_empty()).then(|| {
            let stop = if self.lang == Lang::Zh { "；" } else { "; " };
            view! { <br />{reasons::sentence(&notes.join(stop), self.lang)} }
        });
        let reason = reasons::met(clause, self.report, &self.draft.facts, self.lang);
        self.row(clause, view! { {reason}{notes} }.into_any(), self.amounts(clause, scale))
    }

    /// What counts of a clause, band by band.
    pub(super) fn amounts(&self, clause: &Counted<'_>, scale: Scale) -> Option<AnyView> {
        let total = clause.by_year.total();
        let mut amounts = Vec::new();
        if !total.certain.is_zero() {
            amounts.push(row_amount(scale.figure(total.certain)));
        }
        if !total.possible.is_zero() {
            amounts.push(row_band(Band::Possible, self.text(words::POSSIBLE), scale.plus(total.possible)));
        }
        if !total.ceiling.is_zero() {
            let range = scale.range(total.floor, total.ceiling);
            amounts.push(row_band(Band::Decision, self.text(words::DECISION), range));
        }
        row_amounts(amounts)
    }

    pub(super) fn unmet(&self, clause: &Counted<'_>, scale: Scale) -> AnyView {
        self.row(clause, reasons::unmet(clause.assessment, &self.draft.facts, self.lang), self.amounts(clause, scale))
    }

    pub(super) fn listed(&self, clause: &Counted<'_>) -> AnyView {
        self.row(clause, self.text(clause.assessment.clause.brief.gives).into_any(), None)
    }
}

pub(super) fn href(clause: &str) -> String {
    format!("#/clause/{clause}")
}
