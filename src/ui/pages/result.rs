//! What the rules say of the draft: totals, years, every clause with its reason, and what the limits did.

use std::sync::Arc;

use leptos::prelude::*;
use miyun::answers::question::Spec;
use miyun::article::article;
use miyun::date::{Date, Year};
use miyun::drafts::draft::Draft;
use miyun::money::Money;
use miyun::rule::{Amount, Assessment, Counted, Groups, Outcome, Report, When};
use miyun::text::{Lang, Text};

use crate::ui::clauses::doubt_card::raised_card;
use crate::ui::clauses::figures::{self, Scale, fen};
use crate::ui::clauses::reasons;
use crate::ui::components::bands::{Band, BandTotal, band_words, bands};
use crate::ui::components::button::{link_button, print_button};
use crate::ui::components::chart::Series;
use crate::ui::components::clause_row::{
    ClauseRow, clause_answer, clause_group, clause_row, row_amount, row_amounts, row_band,
};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::empty::empty;
use crate::ui::components::icon::Glyph;
use crate::ui::components::jump::jump;
use crate::ui::components::layout::{columns, page_head, section};
use crate::ui::components::lines::{Line, lines};
use crate::ui::components::money::{Figure, Size, money};
use crate::ui::components::na_list::na_list;
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::components::panel::{bare_panel, panel};
use crate::ui::components::plain::{Column, plain};
use crate::ui::components::status::Mark;
use crate::ui::components::timeline::{Span, Timeline, timeline};
use crate::ui::components::toc::toc;
use crate::ui::components::year_chart::{Fill, Stretch, YearChart, YearRow, year_chart};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::interview::ask::{ask, errors};
use crate::ui::pages::tasks::mark_of;
use crate::ui::words::{self, Speaks};

/// The page of the result. Its parts are drawn anew after each answer; the questions that can be answered here stay as
/// they are, so that one can go on typing.
pub fn result_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    // The one clause whose questions are open, by its place in the report.
    let answering = RwSignal::new(None::<usize>);
    let part = move |view: fn(&Result<'_>) -> AnyView| draw(session, None, view);
    let others = move |view: fn(&Result<'_>) -> AnyView| draw(session, Some(answering), view);
    let clauses = view! {
        {others(|page| page.verdicts_before())}
        {open_clauses(session, answering)}
        {others(|page| page.verdicts_after())}
    };
    let note = part(|page| page.verdicts_note());
    let content = view! {
        {part(|page| page.years())}
        {section("clauses".into(), words::CLAUSES.get(lang).to_owned(), note, clauses.into_any())}
        {part(|page| page.limits())}
        {part(|page| page.plan().into_any())}
        {doubts(session)}
    };
    view! {
        {part(|page| page.head())}
        <div class="mt-7">
            {columns(content.into_any(), words::RESULT_ASIDE.get(lang).to_owned(), false, part(|page| page.aside()))}
        </div>
    }
    .into_any()
}

/// A part of the page, drawn anew after each answer.
fn draw(
    session: Session,
    answering: Option<RwSignal<Option<usize>>>,
    view: impl Fn(&Result<'_>) -> AnyView + Send + 'static,
) -> AnyView {
    (move || {
        let report = session.report.get();
        let answering = answering.and_then(|answering| answering.get());
        session.draft.with(|draft| view(&Result::of(session, draft, &report, answering)))
    })
    .into_any()
}

/// The clauses that lack an answer, each with its questions to unfold. The one being answered stays in its place, also
/// when nothing is missing any more.
fn open_clauses(session: Session, answering: RwSignal<Option<usize>>) -> AnyView {
    let lang = session.lang.get_untracked();
    let places = Memo::new(move |_| {
        session.report.with(|report| {
            let lacks =
                |assessment: &Assessment| assessment.outcome == Outcome::Unknown && !assessment.missing.is_empty();
            let places = report.assessments.iter().enumerate();
            places
                .filter(|(place, assessment)| lacks(assessment) || answering.get() == Some(*place))
                .map(|(place, _)| place)
                .collect::<Vec<_>>()
        })
    });
    let head = move || {
        let count = places.with(Vec::len);
        (count > 0).then(|| {
            let count = counted_clauses(count, lang);
            let (title, note) = (words::GROUP_OPEN.get(lang).to_owned(), words::GROUP_OPEN_NOTE.get(lang).to_owned());
            clause_group("open", Mark::Open, title, count, note, Vec::new())
        })
    };
    view! {
        {head}
        <For
            each=move || places.get()
            key=|place| *place
            children=move |place| open_clause(session, answering, place, lang)
        />
    }
    .into_any()
}

/// One clause that lacks an answer.
fn open_clause(session: Session, answering: RwSignal<Option<usize>>, place: usize, lang: Lang) -> AnyView {
    let row = draw(session, None, move |page| {
        let counted = page.report.counted();
        let Some(clause) = counted.get(place) else { return ().into_any() };
        let why = match clause.assessment.outcome {
            Outcome::Unknown => reasons::lacks(clause.assessment, page.lang),
            _ => reasons::verdict(clause, page.report, page.lang),
        };
        page.row(clause, why.into_any(), page.amounts(clause, page.clauses_scale()))
    });
    let open = Signal::derive(move || answering.get() == Some(place));
    let toggle = Callback::new(move |unfolded: bool| {
        if unfolded {
            answering.set(Some(place));
        } else if answering.get_untracked() == Some(place) {
            answering.set(None);
            // Answered in full, it moves to another group; the focus goes to the head of the list.
            let still = session.report.with_untracked(|report| {
                report.assessments.get(place).is_some_and(|assessment| assessment.outcome == Outcome::Unknown)
            });
            if !still {
                set_timeout(|| jump("clauses-title"), std::time::Duration::ZERO);
            }
        }
    });
    let body = move || open.get().then(|| questions(session, place, lang));
    clause_answer(row, words::ANSWER_NOW.get(lang).to_owned(), open, toggle, body.into_any())
}

/// The questions that a clause lacks. Once shown, a question keeps its place.
fn questions(session: Session, place: usize, lang: Lang) -> AnyView {
    let shown: StoredValue<Vec<&'static Spec>> = StoredValue::new(Vec::new());
    let list = Memo::new(move |_| {
        session.report.with(|report| {
            let missing = report.assessments.get(place).map(|assessment| assessment.missing.as_slice());
            shown.update_value(|shown| {
                for lack in missing.unwrap_or_default() {
                    if !shown.iter().any(|spec| spec.slot == lack.question.slot) {
                        shown.push(lack.question);
                    }
                }
            });
        });
        shown.with_value(|shown| shown.iter().map(|spec| spec.slot as usize).collect::<Vec<_>>())
    });
    let of = move |slot: usize| session.draft.with_untracked(Draft::questions).get(slot).map(|spec| ask(session, spec));
    let now = move || {
        session.report.with(|report| {
            let counted = report.counted();
            let clause = counted.get(place)?;
            let says = reasons::verdict(clause, report, lang);
            let (_, word) = mark_of(report, clause.assessment, lang);
            Some(format!("{}{word}{}{says}{}", words::NOW.get(lang), words::COMMA.get(lang), words::STOP.get(lang)))
        })
    };
    view! {
        {errors(session, move |spec| list.with(|list| list.contains(&(spec.slot as usize))))}
        <form on:submit=|event| event.prevent_default()>
            <For each=move || list.get() key=|slot| *slot children=move |slot| of(slot) />
        </form>
        <p class="clause-answer__now" role="status">{now}</p>
    }
    .into_any()
}

/// Every doubt: both readings with both amounts, and the question to send.
fn doubts(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let raised = Memo::new(move |_| {
        session.report.with(|report| {
            let raised = report.raised().into_iter().enumerate();
            raised.map(|(place, raised)| (place, raised.doubt.number, raised.prudent, raised.adds)).collect::<Vec<_>>()
        })
    });
    let card = move |place: usize| {
        session.report.with_untracked(|report| {
            let raised = report.raised();
            let raised = raised.get(place)?;
            let issue = reasons::sentence(raised.doubt.issue.get(lang), lang);
            let adds = match (raised.adds.is_zero(), lang) {
                (true, _) => words::NO_CHANGE.get(lang).to_owned(),
                (false, _) => format!("+{}", figures::amount(raised.adds, lang)),
            };
            let summary = match lang {
                Lang::Zh => format!("{}　{issue}（{adds}）", raised.doubt.number),
                Lang::En => format!("{} {issue} ({adds})", raised.doubt.number),
            };
            Some(disclosure(false, summary, raised_card(raised, lang)))
        })
    };
    (move || {
        raised.with(|raised| !raised.is_empty()).then(|| {
            let list = view! { <For each=move || raised.get() key=|raised| *raised children=move |(place, ..)| card(place) /> };
            section(
                "doubts".into(),
                words::DOUBTS.get(lang).to_owned(),
                words::DOUBTS_NOTE.get(lang).into_any(),
                list.into_any(),
            )
        })
    })
    .into_any()
}

fn counted_clauses(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count}条"),
        (Lang::En, 1) => "1 clause".to_owned(),
        (Lang::En, _) => format!("{count} clauses"),
    }
}

/// What the page is drawn from.
struct Result<'a> {
    draft: &'a Draft,
    report: &'a Arc<Report>,
    lang: Lang,
    today: Date,
    /// The clause being answered, by its place: it stands among the open ones, whatever became of it.
    answering: Option<usize>,
}

impl Speaks for Result<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl<'a> Result<'a> {
    fn of(session: Session, draft: &'a Draft, report: &'a Arc<Report>, answering: Option<usize>) -> Self {
        Self { draft, report, lang: session.lang.get_untracked(), today: session.today, answering }
    }

    fn clauses(&self, count: usize) -> String {
        counted_clauses(count, self.lang)
    }

    fn scale(&self, amounts: impl IntoIterator<Item = Money>) -> Scale {
        Scale::of(amounts, self.lang)
    }

    fn head(&self) -> AnyView {
        let kicker = self.draft.who(self.lang).into_iter().map(IntoAny::into_any).collect();
        let force = notice(Notice {
            tone: Tone::Caution,
            glyph: Glyph::Warn,
            title: self.text(words::FORCE),
            body: view! { <p class="small">{self.text(words::FORCE_SAYS)}</p> }.into_any(),
            actions: None,
            row: false,
        });
        view! {
            {page_head(kicker, vec![self.text(words::RESULT)], None)}
            // The head of the site, which has the dates on the screen, is not printed.
            <p class="only-print small soft">{self.dates_in_a_line()}</p>
            {self.totals(&self.report.groups(None))}
            <div class="mt-6">{force}</div>
        }
        .into_any()
    }

    fn day(&self, date: Date) -> String {
        match self.lang {
            Lang::Zh => date.to_string(),
            Lang::En => date.en(),
        }
    }

    /// The three dates, each with its name.
    fn dates(&self) -> [(String, String); 3] {
        let calculated = self.draft.calculated.map_or_else(|| self.text(words::TO_BE_TOLD), |date| self.day(date));
        [
            (self.text(words::DATE_OF_RULES), self.day(self.draft.rules().index.in_force)),
            (self.text(words::DATE_OF_CALCULATION), calculated),
            (self.text(words::DATE_OF_TODAY), self.day(self.today)),
        ]
    }

    fn dates_in_a_line(&self) -> String {
        let dates = self.dates().map(|(name, date)| format!("{name} {date}"));
        dates.join(" · ")
    }

    // ── totals ───────────────────────────────────────────────────────────

    fn totals(&self, groups: &Groups<'_>) -> AnyView {
        let total = self.report.total();
        let lang = self.lang;
        let figure = |size: Size, text: String, value: Option<Money>, scale: Scale| {
            money(size, Figure::fixed(text, value.map(|money| money.to_string()), scale.unit()))
        };
        let words_for = |text| view! { <span class="soft">{self.text(text)}</span> }.into_any();
        let known = groups.met.len() + groups.unmet.len() + groups.listed.len() + groups.not_applicable.len() > 0;
        let nothing = if known { words::NONE_HERE } else { words::TO_BE_TOLD };
        let certain = groups.met.iter().filter(|clause| !clause.total().is_zero()).count();
        let decided = self.report.counted.iter().filter(|counted| !counted.total().ceiling.is_zero()).count();
        let doubts = self.report.raised().iter().filter(|raised| !raised.adds.is_zero()).count();
        let capital = match lang {
            Lang::Zh if !total.certain.is_zero() => Some(band_words(total.certain.capital())),
            _ => None,
        };
        let scale = self.scale([total.certain]);
        let first = BandTotal {
            band: Band::Certain,
            name: self.text(words::CERTAIN),
            count: if certain > 0 { self.clauses(certain) } else { String::new() },
            amount: if total.certain.is_zero() {
                words_for(nothing)
            } else {
                figure(Size::Total, scale.figure(total.certain), Some(total.certain), scale)
            },
            note: Some(view! { {self.text(words::CERTAIN_SAYS)}{capital} }.into_any()),
        };
        let scale = self.scale([total.possible]);
        let second = BandTotal {
            band: Band::Possible,
            name: self.text(words::POSSIBLE),
            count: match (doubts, lang) {
                (0, _) => String::new(),
                (_, Lang::Zh) => format!("{doubts}处存疑"),
                (1, Lang::En) => "1 doubt".to_owned(),
                (_, Lang::En) => format!("{doubts} doubts"),
            },
            amount: if total.possible.is_zero() {
                words_for(nothing)
            } else {
                figure(Size::Amount, scale.plus(total.possible), Some(total.possible), scale)
            },
            note: Some(self.text(words::POSSIBLE_SAYS).into_any()),
        };
        let scale = self.scale([total.floor, total.ceiling]);
        let third = BandTotal {
            band: Band::Decision,
            name: self.text(words::DECISION),
            count: if decided > 0 { self.clauses(decided) } else { String::new() },
            amount: if total.ceiling.is_zero() {
                words_for(nothing)
            } else {
                figure(Size::Amount, scale.range(total.floor, total.ceiling), None, scale)
            },
            note: Some(self.text(words::DECISION_SAYS).into_any()),
        };
        view! {
            <section aria-labelledby="totals-title">
                <h2 class="visually-hidden" id="totals-title">{self.text(words::RESULT_TOTALS)}</h2>
                {bands(false, vec![first, second, third])}
                {self.when()}
                {self.at_least()}
            </section>
        }
        .into_any()
    }

    /// What of the totals can be applied for now, what lies in earlier years, and what is expected of later ones.
    fn when(&self) -> Option<AnyView> {
        let total = self.report.total();
        if (total.certain + total.possible + self.report.received).is_zero() {
            return None;
        }
        let split = self.report.split();
        let filed = self.draft.claimed(false).split().now.certain;
        let scale =
            self.scale(When::ALL.map(|when| split.of(when).certain).into_iter().chain([filed, self.report.received]));
        let in_unit = |money: Money| {
            self.say(
                format!("{}{}", scale.figure(money), scale.unit()),
                format!("{} {}", scale.figure(money), scale.unit()),
            )
        };
        let of = |when: When| {
            let Amount { certain, possible, .. } = split.of(when);
            let shown = when == When::Now || !(certain + possible).is_zero();
            let plus = (!possible.is_zero()).then(|| format!("+{}", figures::amount(possible, self.lang)).into());
            shown.then(|| Line { name: self.text(when.word()), figure: in_unit(certain).into(), plus, total: false })
        };
        let plain =
            |text, money: Money| Line { name: self.text(text), figure: in_unit(money).into(), ..Line::default() };
        let mut rows: Vec<Line> = When::ALL.into_iter().filter_map(of).collect();
        if filed != split.now.certain {
            rows.push(plain(words::FILED_NOW, filed));
        }
        if !self.report.received.is_zero() {
            rows.push(plain(words::RECEIVED_BEFORE, self.report.received));
        }
        Some(view! { <div class="mt-4">{lines(rows)}</div> }.into_any())
    }

    /// That the totals are a lower bound, with a link to each clause that is open.
    fn at_least(&self) -> Option<AnyView> {
        let says = self.report.at_least(self.lang)?;
        let links: Vec<_> = self
            .report
            .open()
            .map(|clause| {
                let href = Route::Clause(clause.id).href();
                let name = format!("{} {}", article(clause.article, self.lang), clause.title.get(self.lang));
                view! { " "<a href=href>{name}</a> }.into_any()
            })
            .collect();
        Some(view! { <p class="small mt-2">{reasons::sentence(&says, self.lang)}{links}</p> }.into_any())
    }

    // ── years ────────────────────────────────────────────────────────────

    fn years(&self) -> AnyView {
        let by_year = &self.report.by_year;
        let shown: Vec<Year> = {
            let with: Vec<Year> = by_year
                .iter()
                .filter(|(_, amount)| !(amount.certain + amount.possible + amount.ceiling).is_zero())
                .map(|(year, _)| year)
                .collect();
            match (with.first(), with.last()) {
                // Years between are shown too, unless they are very many.
                (Some(first), Some(last)) if last - first < 20 => (*first..=*last).collect(),
                _ => with,
            }
        };
        if shown.is_empty() {
            let body = empty(self.text(words::NO_AMOUNT), self.text(words::NO_AMOUNT_SAYS), Vec::new());
            return section("years".into(), self.text(words::YEARS), ().into_any(), body);
        }
        let scale =
            self.scale(by_year.iter().flat_map(|(_, amount)| [amount.certain, amount.possible, amount.ceiling]));
        let mut counted = self.report.counted();
        counted.retain(|clause| !clause.total().is_zero());
        counted.sort_by_key(|clause| std::cmp::Reverse(clause.total()));
        // Three clauses have a colour each; of more, all but the two largest share the third.
        let series = [Series::First, Series::Second, Series::Third];
        let own = if counted.len() > 3 { 2 } else { counted.len() };
        let mut legend: Vec<(Series, String)> = counted
            .iter()
            .take(own)
            .zip(series)
            .map(|(clause, series)| {
                let of = clause.assessment.clause;
                (series, format!("{} {}", article(of.article, self.lang), of.title.get(self.lang)))
            })
            .collect();
        if own < counted.len() {
            legend.push((Series::Third, self.text(words::OTHERS)));
        }
        let rows: Vec<YearRow> = shown
            .iter()
            .map(|year| {
                let amount = by_year.of(*year);
                let mut bar: Vec<Stretch> = counted
                    .iter()
                    .take(own)
                    .zip(series)
                    .map(|(clause, series)| Stretch {
                        fill: Fill::Series(series),
                        amount: fen(clause.in_year(*year)),
                        label: Some(article(clause.assessment.clause.article, self.lang)),
                    })
                    .collect();
                let rest: Money = counted.iter().skip(own).map(|clause| clause.in_year(*year)).sum();
                bar.push(Stretch { fill: Fill::Series(Series::Third), amount: fen(rest), label: None });
                bar.push(Stretch { fill: Fill::Possible, amount: fen(amount.possible), label: None });
                bar.push(Stretch { fill: Fill::Decision, amount: fen(amount.ceiling), label: None });
                YearRow {
                    year: year.to_string(),
                    tag: (*year >= self.today.year()).then(|| self.text(words::FORECAST)),
                    bar,
                    figures: year_figures(scale, amount.certain, amount.possible, amount.ceiling),
                }
            })
            .collect();
        let longest = rows.iter().map(|row| row.bar.iter().map(|stretch| stretch.amount).sum()).max().unwrap_or(0);
        let (full, ticks) = axis(longest, scale);
        let total = self.report.total();
        let chart = year_chart(YearChart {
            caption: self.text(words::YEARS_CAPTION),
            legend,
            year: self.text(words::FISCAL_YEAR),
            chart: self.text(words::CHART),
            bands: [self.text(words::CERTAIN), self.text(words::POSSIBLE), self.text(words::DECISION_CEILING)],
            full,
            ticks,
            rows,
            total: (self.text(words::SUM), year_figures(scale, total.certain, total.possible, total.ceiling)),
        });
        section("years".into(), self.text(words::YEARS), self.unit_note(scale, words::YEARS_NOTE).into_any(), chart)
    }

    /// `单位：万元 · 按应享年度`.
    fn unit_note(&self, scale: Scale, note: Text) -> String {
        let unit = scale.unit();
        self.say(format!("单位：{unit} · {}", note.zh), format!("In {unit}, {}", note.en))
    }

    // ── clauses ──────────────────────────────────────────────────────────

    fn clauses_scale(&self) -> Scale {
        self.scale(
            self.report
                .counted
                .iter()
                .map(|counted| counted.total())
                .flat_map(|total| [total.certain, total.possible, total.floor, total.ceiling]),
        )
    }

    fn verdicts_note(&self) -> AnyView {
        let (count, unit) = (self.report.assessments.len(), self.clauses_scale().unit());
        self.say(
            format!("共{count}条支持条款 · 单位：{unit}"),
            format!("{count} clauses that give something · in {unit}"),
        )
        .into_any()
    }

    fn group(&self, id: &'static str, mark: Mark, title: Text, note: String, rows: Vec<AnyView>) -> Option<AnyView> {
        self.group_of(id, mark, title, rows.len(), note, rows)
    }

    fn group_of(
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

    fn verdicts_before(&self) -> AnyView {
        let (groups, scale) = (self.report.groups(self.answering), self.clauses_scale());
        let rows = groups.met.iter().map(|clause| self.met(clause, scale)).collect();
        self.group("met", Mark::Met, words::GROUP_MET, self.met_note(&groups), rows).into_any()
    }

    fn verdicts_after(&self) -> AnyView {
        let (groups, scale) = (self.report.groups(self.answering), self.clauses_scale());
        let unmet = groups.unmet.iter().map(|clause| self.unmet(clause, scale)).collect();
        let listed = groups.listed.iter().map(|clause| self.listed(clause)).collect();
        let na = groups.not_applicable.iter().map(|clause| {
            let of = clause.assessment.clause;
            let title = view! { <a href=href(of.id)>{self.text(of.title)}</a> };
            let whom = reasons::verdict(clause, self.report, self.lang);
            let why = view! { {title}<span class="na-list__why">{whom}</span> }.into_any();
            (article(of.article, self.lang), why)
        });
        let na = vec![na_list(na.collect())];
        view! {
            {self.group("unmet", Mark::Unmet, words::GROUP_UNMET, self.text(words::GROUP_UNMET_NOTE), unmet)}
            {self.group("listed", Mark::InKind, words::GROUP_LISTED, self.text(words::GROUP_LISTED_NOTE), listed)}
            {self.group_of("na", Mark::Na, words::GROUP_NA, groups.not_applicable.len(), self.text(words::GROUP_NA_NOTE), na)}
        }
        .into_any()
    }

    fn met_note(&self, groups: &Groups<'_>) -> String {
        let gave = groups.met.iter().filter(|clause| !clause.gave_way.is_zero()).count();
        let decided = groups.met.iter().filter(|clause| !clause.by_year.total().ceiling.is_zero()).count();
        let mut parts = Vec::new();
        if gave > 0 {
            parts.push(self.say(format!("{gave}条让位"), format!("{gave} of them give way")));
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

    fn row(&self, clause: &Counted<'_>, why: AnyView, amount: Option<AnyView>) -> AnyView {
        let of = clause.assessment.clause;
        clause_row(ClauseRow {
            no: article(of.article, self.lang),
            href: href(of.id),
            title: self.text(of.title),
            why,
            amount,
        })
    }

    fn met(&self, clause: &Counted<'_>, scale: Scale) -> AnyView {
        let notes: Vec<String> = clause.assessment.estimate.notes.iter().map(|note| self.text(note.says)).collect();
        let notes = (!notes.is_empty()).then(|| {
            let stop = if self.lang == Lang::Zh { "；" } else { "; " };
            view! { <br />{reasons::sentence(&notes.join(stop), self.lang)} }
        });
        let reason = reasons::met(clause, self.report, self.lang);
        self.row(clause, view! { {reason}{notes} }.into_any(), self.amounts(clause, scale))
    }

    /// What counts of a clause, band by band.
    fn amounts(&self, clause: &Counted<'_>, scale: Scale) -> Option<AnyView> {
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

    fn unmet(&self, clause: &Counted<'_>, scale: Scale) -> AnyView {
        self.row(clause, reasons::unmet(clause.assessment, self.lang), self.amounts(clause, scale))
    }

    fn listed(&self, clause: &Counted<'_>) -> AnyView {
        self.row(clause, self.text(clause.assessment.clause.brief.gives).into_any(), None)
    }

    // ── limits ───────────────────────────────────────────────────────────

    fn limits(&self) -> AnyView {
        let lang = self.lang;
        let report = self.report;
        let gave = if report.gave_way.is_empty() {
            view! { <p>{self.text(words::NOTHING_GAVE_WAY)}</p> }.into_any()
        } else {
            let scale = self.scale(report.gave_way.iter().map(|gave| gave.amount));
            let name = |of: &miyun::rule::Clause| format!("{} {}", article(of.article, lang), of.title.get(lang));
            let rows = report
                .gave_way
                .iter()
                .map(|gave| {
                    let (says, basis) = (gave.provision.says.get(lang), article(gave.provision.article, lang));
                    let number = gave.doubt.number;
                    let why = self
                        .say(format!("{says}（{basis}，存疑{number}）"), format!("{says} ({basis}, doubt {number})"));
                    vec![name(gave.clause), name(gave.to), reasons::sentence(&why, lang), scale.figure(gave.amount)]
                })
                .collect();
            let columns = vec![
                (Column::Named, self.text(words::GIVES_WAY_TO)),
                (Column::Text, self.text(words::WHY)),
                (Column::Amount, self.headed(words::LEFT_OUT, scale.unit())),
            ];
            plain(self.text(words::GIVES_WAY), columns, rows, None)
        };
        let line = (!report.lines.is_empty()).then(|| self.seventy());
        let notes: Vec<AnyView> = report
            .notes
            .iter()
            .map(|note| {
                let (says, basis) = (note.provision.says.get(lang), article(note.provision.article, lang));
                let years: Vec<String> = note.years.iter().map(ToString::to_string).collect();
                let years = reasons::listed(&years, lang);
                let text = match (years.is_empty(), lang) {
                    (true, Lang::Zh) => format!("{says}（{basis}）"),
                    (true, Lang::En) => format!("{says} ({basis})"),
                    (false, Lang::Zh) => format!("{years}年：{says}（{basis}）"),
                    (false, Lang::En) => format!("{years}: {says} ({basis})"),
                };
                view! { <p class="small soft mt-3">{text}</p> }.into_any()
            })
            .collect();
        let body = view! { {gave}{line}{notes} }.into_any();
        section("limits".into(), self.text(words::LIMITS), ().into_any(), body)
    }

    fn seventy(&self) -> AnyView {
        let lines = &self.report.lines;
        let scale = self.scale(lines.iter().flat_map(|line| [line.contribution, line.line, line.support]));
        let rows = lines
            .iter()
            .map(|line| {
                let over = line.over();
                let compared = if over.is_zero() {
                    self.text(words::WITHIN)
                } else {
                    let over = scale.figure(over);
                    self.say(format!("超{over}"), format!("over by {over}"))
                };
                vec![
                    line.year.to_string(),
                    scale.figure(line.contribution),
                    scale.figure(line.line),
                    scale.figure(line.support),
                    compared,
                ]
            })
            .collect();
        let columns = vec![
            (Column::Figure, self.text(words::CONTRIBUTION)),
            (Column::Figure, self.text(words::LINE)),
            (Column::Figure, self.text(words::SUPPORT)),
            (Column::Amount, self.text(words::COMPARED)),
        ];
        let unit = scale.unit();
        let lead = self.text(words::LINE_LEAD) + &self.say(format!("单位：{unit}。"), format!(" In {unit}."));
        view! {
            <p class="section__lead mt-5">{lead}</p>
            {plain(self.text(words::YEAR), columns, rows, None)}
        }
        .into_any()
    }

    // ── payments and duties ──────────────────────────────────────────────

    fn plan(&self) -> Option<AnyView> {
        let lang = self.lang;
        let plan = (self.draft.rules().plan)(&self.draft.facts, self.report);
        let (first, last) = (plan.exposure.first()?, plan.exposure.last()?);
        let scale = self.scale(
            plan.payments
                .iter()
                .flat_map(|payment| [payment.amount, payment.prepaid])
                .chain(plan.exposure.iter().map(|exposure| exposure.amount)),
        );
        let unit = scale.unit();
        let head = |words| self.headed(words, unit);
        let at_risk = |year: Year| {
            let exposure = plan.exposure.iter().find(|exposure| exposure.year == year);
            exposure.map_or_else(String::new, |exposure| scale.figure(exposure.amount))
        };
        let none = || "—".to_owned();
        let mut rows: Vec<Vec<String>> = plan
            .payments
            .iter()
            .map(|payment| {
                let prepaid = if payment.prepaid.is_zero() { none() } else { scale.figure(payment.prepaid) };
                let mut year = payment.support_year.to_string();
                if payment.received {
                    let received = self.text(words::RECEIVED);
                    year += &self.say(format!("（{received}）"), format!(" ({received})"));
                }
                vec![
                    payment.expected.to_string(),
                    year,
                    scale.figure(payment.amount),
                    prepaid,
                    at_risk(payment.expected),
                ]
            })
            .collect();
        // After the last payment everything stays at risk until the duties end, if they do.
        if let Some(paid) = plan.payments.last().map(|payment| payment.expected).filter(|paid| *paid < last.year) {
            let after = paid + 1;
            let span = if plan.duties.iter().any(|duty| duty.until.is_none()) {
                self.say(format!("{after}年起"), format!("from {after}"))
            } else {
                format!("{after}–{}", last.year)
            };
            rows.push(vec![span, none(), none(), none(), at_risk(last.year)]);
        }
        let columns = vec![
            (Column::Figure, self.text(words::SUPPORTED_YEAR)),
            (Column::Amount, head(words::EXPECTED)),
            (Column::Figure, head(words::PREPAID)),
            (Column::Figure, head(words::AT_RISK)),
        ];
        let table = (!rows.is_empty()).then(|| {
            view! { <div class="mt-4">{plain(self.text(words::EXPECTED_IN), columns, rows, None)}</div> }
        });
        let mut paid: Vec<(Year, Money)> = Vec::new();
        for payment in &plan.payments {
            match paid.last_mut() {
                Some((year, amount)) if *year == payment.expected => *amount += payment.amount,
                _ => paid.push((payment.expected, payment.amount)),
            }
        }
        let timeline = timeline(Timeline {
            label: self.text(words::TIMELINE),
            years: (first.year.min(self.today.year()), last.year.max(self.today.year())),
            today: (self.today.year(), self.today.month()),
            today_note: self.text(words::PLAN_NOTE),
            payments: self.say(format!("到账（{unit}）"), format!("Payments ({unit})")),
            paid: paid.into_iter().map(|(year, amount)| (year, scale.figure(amount))).collect(),
            bars: plan
                .duties
                .iter()
                .map(|duty| {
                    let basis = article(duty.provision.article, lang);
                    let says = duty.provision.says.get(lang);
                    let until = match (duty.until, lang) {
                        (Some(until), Lang::Zh) => format!("{}至{until}年", duty.from),
                        (Some(until), Lang::En) => format!("{} to {until}", duty.from),
                        (None, Lang::Zh) => format!("{}年起，机构存续期内", duty.from),
                        (None, Lang::En) => format!("from {}, for life", duty.from),
                    };
                    Span {
                        name: reasons::sentence(
                            &self.say(format!("{says}（{basis}）"), format!("{says} ({basis})")),
                            lang,
                        ),
                        from: duty.from,
                        until: duty.until,
                        note: until,
                    }
                })
                .collect(),
        });
        let body = view! { {timeline}{table} }.into_any();
        Some(section("time".into(), self.text(words::PLAN), self.text(words::PLAN_HEAD).into_any(), body))
    }

    // ── aside ────────────────────────────────────────────────────────────

    fn aside(&self) -> AnyView {
        let groups = self.report.groups(None);
        let lang = self.lang;
        let mut entries: Vec<(String, String, String)> = Vec::new();
        let mut entry = |id: &str, text, note: String| entries.push((id.to_owned(), self.text(text), note));
        let years: Vec<Year> = self.report.by_year.iter().map(|(year, _)| year).collect();
        let span = match (years.first(), years.last()) {
            (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
            (Some(only), _) => only.to_string(),
            _ => String::new(),
        };
        entry("years", words::YEARS, span);
        for (id, title, count) in [
            ("met", words::GROUP_MET, groups.met.len()),
            ("open", words::GROUP_OPEN, groups.open.len()),
            ("unmet", words::GROUP_UNMET, groups.unmet.len()),
            ("listed", words::GROUP_LISTED, groups.listed.len()),
            ("na", words::GROUP_NA, groups.not_applicable.len()),
        ] {
            if count > 0 {
                entry(id, title, count.to_string());
            }
        }
        let gave = self.report.gave_way.len();
        let places = match (gave, lang) {
            (0, _) => String::new(),
            (_, Lang::Zh) => format!("{gave}处"),
            (_, Lang::En) => gave.to_string(),
        };
        entry("limits", words::LIMITS, places);
        let plan = (self.draft.rules().plan)(&self.draft.facts, self.report);
        if let Some(last) = plan.exposure.last() {
            entry("time", words::PLAN, format!("→ {}", last.year));
        }
        let doubts = self.report.raised().len();
        if doubts > 0 {
            entry("doubts", words::DOUBTS, doubts.to_string());
        }
        let next = view! {
            <div class="stack stack--tight">
                {link_button("button button--primary button--block", "#/packet".to_owned(), self.text(words::TO_PACKET), None)}
                {link_button("button button--block", "#/planner".to_owned(), self.text(words::TO_PLANNER), None)}
                {print_button("button button--block", self.text(words::PRINT_PAGE))}
            </div>
        }
        .into_any();
        let dates = lines(
            self.dates()
                .into_iter()
                .map(|(name, figure)| Line { name, figure: figure.into(), ..Line::default() })
                .collect(),
        );
        view! {
            {toc(self.text(words::RESULT_CONTENTS), entries)}
            {panel("next-title", self.text(words::NEXT), next)}
            {bare_panel("dates-title", self.text(words::DATES), dates)}
        }
        .into_any()
    }
}

fn href(clause: &str) -> String {
    format!("#/clause/{clause}")
}

/// Figures of a year: certain, possible, ceiling. Nothing is a dash, not a nought.
fn year_figures(scale: Scale, certain: Money, possible: Money, ceiling: Money) -> [String; 3] {
    let or_dash = |amount: Money, text: String| if amount.is_zero() { String::new() } else { text };
    [
        or_dash(certain, scale.figure(certain)),
        or_dash(possible, scale.plus(possible)),
        or_dash(ceiling, scale.figure(ceiling)),
    ]
}

/// Where the axis ends, in fen, and three to six marks at round amounts.
fn axis(longest: u128, scale: Scale) -> (u128, Vec<(u128, String)>) {
    let mut step: u128 = if scale == Scale::Wan { 1_000_000 } else { 100 };
    // 1, 2, 5, 10, 20, 50 …
    for (times, by) in [(2, 1), (5, 2), (2, 1)].into_iter().cycle() {
        if longest <= step.saturating_mul(5) {
            break;
        }
        step = step.saturating_mul(times) / by;
    }
    let marks = longest.div_ceil(step).max(1);
    let ticks = (0..=marks)
        .map(|mark| {
            let amount = Money::from_fen(i128::try_from(mark * step).unwrap_or(i128::MAX));
            (mark * step, figures::trimmed(&scale.figure(amount)))
        })
        .collect();
    (marks * step, ticks)
}
