//! Check your answers: every answer by subject, and what a reviewer would ask about it.

use leptos::prelude::*;
use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::{Column, Form};
use miyun::answers::question::Spec;
use miyun::answers::subject::Subject;
use miyun::article::{Article, article};
use miyun::drafts::draft::Draft;
use miyun::drafts::interview::{Count, Interview};
use miyun::packet::{answer_figure, answer_words};
use miyun::rule::{Assessment, Flag, Outcome, Report};
use miyun::text::{Lang, Text};

use crate::ui::components::button::{button_row, link_button, print_button};
use crate::ui::components::empty::empty;
use crate::ui::components::icon::Glyph;
use crate::ui::components::jump::jump_link;
use crate::ui::components::layout::{columns, page_head, section};
use crate::ui::components::lines::{Line, lines};
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::components::panel::panel;
use crate::ui::components::summary::{self, remarked, small_table, summary, unanswered};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::words::{Speaks, check as words};

/// The page.
pub fn check_page(session: Session) -> AnyView {
    let page = move || {
        let (report, lang) = (session.report.get(), session.lang.get());
        session.draft.with(|draft| {
            let flags = draft.flags(&report);
            Check { session, draft, report: &report, interview: draft.interview(&report), flags: &flags, lang }.view()
        })
    };
    page.into_any()
}

/// What the page is drawn from.
struct Check<'a> {
    session: Session,
    draft: &'a Draft,
    report: &'a Report,
    interview: Interview,
    flags: &'a [Flag],
    lang: Lang,
}

/// The most rows of a table that are shown; the packet prints them all.
const MOST_ROWS: usize = 20;

impl Speaks for Check<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl Check<'_> {
    fn view(&self) -> AnyView {
        let head = page_head(
            self.draft.who(self.lang).into_iter().map(IntoAny::into_any).collect(),
            vec![self.text(words::TITLE)],
            Some(self.text(words::LEAD).into_any()),
        );
        let sections: Vec<_> = Subject::ALL.into_iter().filter_map(|subject| self.subject(subject)).collect();
        if sections.is_empty() {
            let start = link_button("button button--primary", Route::Start.href(), self.text(words::FILL), None);
            let nothing = empty(self.text(words::NOTHING_ASKED), self.text(words::NOTHING_ASKED_SAYS), vec![start]);
            return view! { {head}{nothing} }.into_any();
        }
        let buttons = vec![
            link_button(
                "button button--primary",
                Route::Packet.href(),
                self.text(words::TO_PACKET),
                Some(Glyph::Right),
            ),
            link_button("button", Route::Handout.href(), self.text(words::TO_HANDOUT), None),
            print_button("button", self.text(words::PRINT_PAGE)),
        ];
        let content = view! { {self.told()}<div class="mt-6">{sections}</div>{button_row("mt-6", buttons)} }.into_any();
        view! { {head}{columns(content, self.text(words::OVERVIEW), false, self.aside())} }.into_any()
    }

    /// All flags, each leading to its answer.
    fn told(&self) -> AnyView {
        let count = self.flags.len();
        if count == 0 {
            return notice(Notice {
                tone: Tone::Plain,
                glyph: Glyph::Info,
                title: self.text(words::NO_FLAGS),
                body: view! { <p class="small">{self.text(words::NO_FLAGS_SAYS)}</p> }.into_any(),
                actions: None,
                row: false,
            });
        }
        let title = match (count, self.lang) {
            (_, Lang::Zh) => format!("{count}处值得留意"),
            (1, Lang::En) => "One thing deserves a look".to_owned(),
            (_, Lang::En) => format!("{count} things deserve a look"),
        };
        let links: Vec<_> = self
            .flags
            .iter()
            .enumerate()
            .map(|(index, flag)| {
                let to = jump_link("", id_of(index), flag.title(self.lang).into_any());
                view! { <li>{to}</li> }.into_any()
            })
            .collect();
        notice(Notice {
            tone: Tone::Caution,
            glyph: Glyph::Flag,
            title,
            body: view! { <ul class="notice__list">{links}</ul> }.into_any(),
            actions: None,
            row: false,
        })
    }

    /// The answers of a subject that matter or were given all the same.
    fn subject(&self, subject: Subject) -> Option<AnyView> {
        let answers: Vec<summary::Answer> = self
            .draft
            .questions()
            .iter()
            .copied()
            .filter(|spec| spec.subject == subject)
            .filter(|spec| {
                self.interview.matters(spec) && self.draft.facts.answered() > 0
                    || self.draft.facts.answer(spec).is_some()
            })
            .map(|spec| self.answer(spec))
            .collect();
        let count = answers.len();
        let note = match (count, self.lang) {
            (0, _) => return None,
            (_, Lang::Zh) => format!("{count}项"),
            (1, Lang::En) => "1 answer".to_owned(),
            (_, Lang::En) => format!("{count} answers"),
        };
        let title = self.interview.words(subject)[1].get(self.lang).to_owned();
        Some(section(format!("c-{}", subject.id()), title, note.into_any(), summary(answers)))
    }

    fn answer(&self, spec: &'static Spec) -> summary::Answer {
        let told = self.draft.facts.answer(spec);
        let wide = matches!(told, Some(Answer::Table(table)) if !table.is_empty());
        let flags = self
            .flags
            .iter()
            .enumerate()
            .filter(|(_, flag)| flag.question.slot == spec.slot)
            .map(|(index, flag)| self.flag(index, flag))
            .collect();
        summary::Answer {
            term: spec.label.get(self.lang).to_owned(),
            value: self.value(spec, told),
            wide,
            used: self.used(spec),
            href: Route::question(spec),
            change: self.text(if told.is_some() { words::CHANGE } else { words::FILL }),
            flags,
        }
    }

    fn flag(&self, index: usize, flag: &Flag) -> summary::Flag {
        let space = if self.lang == Lang::Zh { "" } else { " " };
        let beside: Vec<(String, String)> =
            flag.beside.iter().map(|spec| (Route::question(spec), spec.label.get(self.lang).to_owned())).collect();
        summary::Flag {
            id: id_of(index),
            lead: self.text(words::ASKS),
            text: format!("{}{space}{}", flag.says(self.lang), flag.check.asks.get(self.lang)),
            beside: (!beside.is_empty()).then(|| (self.text(words::OR_CHANGE), beside)),
        }
    }

    fn value(&self, spec: &Spec, told: Option<&Answer>) -> AnyView {
        match told {
            None if self.waited_for(spec) => unanswered(self.text(words::NOT_TOLD)),
            None if spec.only_for_the_form() => unanswered(self.text(words::FORM_BLANK)),
            None => unanswered(self.text(words::MAY_BE_EMPTY)),
            Some(answer @ Answer::NotKnown) => unanswered(answer_words(&spec.form, answer, self.lang)),
            Some(Answer::Table(table)) if !table.is_empty() => self.table(spec, table),
            Some(answer @ Answer::Money(money)) if self.lang == Lang::Zh => {
                let (full, short) = (answer_words(&spec.form, answer, self.lang), money.named(self.lang));
                if short.ends_with("亿元") || short.ends_with("万元") {
                    remarked(full, short)
                } else {
                    view! { <span class="nowrap">{full}</span> }.into_any()
                }
            }
            Some(answer) => answer_words(&spec.form, answer, self.lang).into_any(),
        }
    }

    /// Whether a clause cannot come to a conclusion without the answer.
    fn waited_for(&self, spec: &Spec) -> bool {
        self.report.lacks().any(|lack| lack.question.slot == spec.slot)
    }

    /// The rows of a table under their heads; columns that no row fills are left out.
    fn table(&self, spec: &Spec, table: &Table) -> AnyView {
        let Form::Table(columns) = spec.form else { return ().into_any() };
        let shown = table.len().min(MOST_ROWS);
        let filled: Vec<(usize, &Column)> = columns
            .iter()
            .enumerate()
            .filter(|(index, _)| (0..shown).any(|row| table.cell(row, *index).is_some()))
            .collect();
        let heads = filled.iter().map(|(_, column)| (column.form.is_figure(), self.head(column))).collect();
        let rows = (0..shown)
            .map(|row| {
                filled
                    .iter()
                    .map(|(index, column)| {
                        table
                            .cell(row, *index)
                            .map_or_else(|| "—".to_owned(), |answer| answer_figure(&column.form, &answer, self.lang))
                    })
                    .collect()
            })
            .collect();
        let more = table.len() - shown;
        let note = (more > 0).then(|| self.say(format!("另有{more}行"), format!("and {more} more rows")));
        small_table(spec.label.get(self.lang).to_owned(), heads, rows, note)
    }

    fn head(&self, column: &Column) -> String {
        let head = column.head.get(self.lang);
        let unit = match column.form {
            Form::Money { .. } | Form::Area | Form::Count { .. } => column.form.unit().get(self.lang),
            _ => "",
        };
        match (unit.is_empty(), self.lang) {
            (true, _) => head.to_owned(),
            (false, Lang::Zh) => format!("{head}（{unit}）"),
            (false, Lang::En) => format!("{head} ({unit})"),
        }
    }

    /// The articles whose clauses read the answer, of those that are for this applicant.
    fn used(&self, spec: &Spec) -> String {
        let applying: Vec<_> =
            self.report.assessments.iter().filter(|assessment| assessment.outcome != Outcome::NotApplicable).collect();
        let reading = |assessment: &&Assessment| assessment.asked.reads(spec).then_some(assessment.clause.article);
        let mut articles: Vec<Article> = applying.iter().filter_map(reading).collect();
        if articles.is_empty() {
            // It is what keeps a clause from applying.
            articles = self.report.assessments.iter().filter_map(|assessment| reading(&assessment)).collect();
        }
        articles.dedup();
        // Nearly every clause reads the common conditions and the year.
        let nearly_all = articles.len() > 4 && articles.len() + 2 >= applying.len();
        match (articles.len(), self.lang) {
            (0, _) if spec.only_for_the_form() => self.text(words::FORM_ONLY),
            (0, _) => self.text(words::NOT_READ),
            _ if nearly_all => self.text(words::ALL_CLAUSES),
            (count @ 7.., Lang::Zh) => format!("{count}条"),
            (count @ 7.., Lang::En) => format!("{count} clauses"),
            (_, Lang::Zh) => {
                format!("第{}条", articles.iter().map(|article| article.numeral_zh()).collect::<Vec<_>>().join("、"))
            }
            (1, Lang::En) => article(articles[0], self.lang),
            (_, Lang::En) => {
                format!("Arts. {}", articles.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn aside(&self) -> AnyView {
        let Count { answered, all: counted, .. } = self.session.count();
        let facts = &self.draft.facts;
        let unclear =
            self.draft.questions().iter().filter(|spec| matches!(facts.answer(spec), Some(Answer::NotKnown))).count();
        let invalid_inputs = self.draft.questions().iter().filter(|spec| self.session.typing.has_invalid(spec)).count();
        let line = |name: Text, figure: String| Line {
            name: self.text(name),
            figure: figure.into(),
            plus: None,
            total: false,
        };
        let rows = vec![
            line(words::ANSWERED, format!("{answered} / {counted}")),
            line(words::NOT_CLEAR, unclear.to_string()),
            line(words::MISSING, self.report.missing().len().to_string()),
            line(words::FLAGS, self.flags.len().to_string()),
            line(words::TO_CORRECT, invalid_inputs.to_string()),
            line(words::CODE, self.draft.code()),
        ];
        let note = view! { <p class="small soft mt-3">{self.text(words::ASIDE_NOTE)}</p> };
        panel("overview", self.text(words::OVERVIEW), view! { {lines(rows)}{note} }.into_any())
    }
}

/// The id of a flag, in the order of all flags.
fn id_of(index: usize) -> String {
    format!("flag-{}", index + 1)
}
