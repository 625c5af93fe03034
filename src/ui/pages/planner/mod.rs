//! Choices that are made once, figures at which support falls, and the nearest chances: the same rules on other figures.

mod board;
mod calendar;
mod chances;
mod filling;
mod joint;
mod radar;
mod repayable;
mod scenarios;

use std::time::Duration;

use leptos::prelude::*;
use miyun::answers::answer::Answer;
use miyun::answers::form::Form;
use miyun::answers::question::Spec;
use miyun::answers::yearly::Source;
use miyun::article::article;
use miyun::date::Year;
use miyun::drafts::calendar::calendar;
use miyun::drafts::draft::Draft;
use miyun::money::Money;
use miyun::planner::{self, Cliff, Column as YearColumn, Forecast, Turn};
use miyun::rule::{Outcome, Place, Report, Stand};
use miyun::text::Lang;

use crate::ui::clauses::figures::{self, Scale, fen};
use crate::ui::clauses::lower_bound::lower_bound;
use crate::ui::components::button::{button, link_button, print_button};
use crate::ui::components::callout::callout;
use crate::ui::components::commit::commit;
use crate::ui::components::curve::{Curve, CurvePoint, Stretch, curve};
use crate::ui::components::election::{Cell, Election, Way, election};
use crate::ui::components::empty::empty;
use crate::ui::components::facts::facts;
use crate::ui::components::jump::jump;
use crate::ui::components::layout::{page_head, section};
use crate::ui::components::plain::{Column, plain};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::pages::planner::filling::Filling;
use crate::ui::words::interview::{LISTED, phrases};
use crate::ui::words::{Speaks, planner as words};

/// The page, drawn anew after each change of the draft.
pub fn planner_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let filling = Filling::of(session);
    // A change of scenarios leaves all of this as it is.
    let answers = Memo::new(move |_| {
        session.draft.with(|draft| (draft.edition, draft.facts.clone(), draft.filing.clone(), draft.further.clone()))
    });
    let body = move || {
        session.rules.track();
        // Read and not only tracked: what was never read depends on nothing yet.
        answers.with(|_| ());
        let (report, forecast) = (session.working.get_untracked(), filling.forecast.get());
        session
            .draft
            .with_untracked(|draft| Planner { session, draft, report: &report, forecast: &forecast, lang }.draw())
    };
    let lead = words::LEAD.get(lang).into_any();
    // While the page for the board is shown, it alone is printed.
    let shown = RwSignal::new(false);
    view! {
        <div class:no-print=shown>
            {page_head(Vec::new(), phrases(words::TITLE, lang), Some(lead))}
            {filling.draw()}
            {body}
            {scenarios::scenarios(session, filling.forecast)}
        </div>
        {board::board(session, filling.forecast, shown)}
    }
    .into_any()
}

/// What the page is drawn from.
struct Planner<'a> {
    session: Session,
    draft: &'a Draft,
    report: &'a Report,
    /// What is taken for years without a figure.
    forecast: &'a Forecast,
    lang: Lang,
}

impl Speaks for Planner<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl Planner<'_> {
    fn draw(&self) -> AnyView {
        let (edition, given) = (self.draft.rules(), &self.draft.facts);
        let elections = planner::elections(edition, given, self.forecast);
        let cliffs = planner::cliffs(self.draft.rules(), given, self.report);
        let chances = planner::chances(edition, given, self.report);
        let found = planner::sensitivities(edition, given, self.report);
        let together = planner::joint(edition, given, self.forecast, &elections, &found);
        let days = calendar(self.draft, self.report);
        let nothing =
            elections.is_empty() && cliffs.is_empty() && chances.is_empty() && found.is_empty() && together.is_none();
        if nothing && days.is_empty() {
            let fill = link_button("button", Route::Tasks.href(), self.text(words::STEP_FILL), None);
            return empty(self.text(words::EMPTY), self.text(words::EMPTY_SAYS), vec![fill]);
        }
        let elections: Vec<_> = elections.iter().map(|of| self.election(of)).collect();
        let cliffs: Vec<_> = cliffs.iter().map(|of| self.cliff(of)).collect();
        view! {
            {lower_bound(self.report, self.lang)}
            {together.as_ref().map(|of| self.joint(of))}
            {self.combined()}
            {elections}
            {cliffs}
            {(!chances.is_empty()).then(|| self.chances(&chances))}
            {(!found.is_empty()).then(|| self.radar(&found))}
            {self.calendar(&days)}
            {self.repayable()}
            <div class="button-row mt-6">
                {link_button("button button--primary", Route::Check.href(), self.text(words::TO_CHECK), None)}
                {print_button("button", self.text(words::PRINT_PAGE))}
            </div>
        }
        .into_any()
    }

    fn amount(&self, money: Money) -> String {
        figures::brief(money, self.lang)
    }

    /// In a chart.
    fn short(&self, money: Money) -> String {
        figures::short(money, self.lang)
    }

    fn year(&self, year: Year) -> String {
        Place::Year(year).words(self.lang)
    }

    fn election(&self, of: &planner::Election) -> AnyView {
        let amounts = of.ways.iter().flat_map(|way| {
            let paid = way.pays.iter().filter_map(|(_, paid)| *paid);
            paid.chain([way.total, way.range.0, way.range.1])
        });
        let ranked = of.ranked();
        let most = ranked.first().map_or(Money::ZERO, |way| way.total);
        let scale = Scale::of(amounts.chain(of.ways.iter().map(|way| most.less(way.total))), self.lang);
        let picked = of.chosen.filter(|chosen| of.ways.iter().any(|way| way.year == *chosen));
        // No year is put forward while another is a lower bound.
        let picked = picked.or(ranked.first().filter(|_| of.settled).map(|way| way.year));
        let picked = RwSignal::new(picked.map(|year| year.to_string()).unwrap_or_default());
        // A year alone is noted here; rows of years are filled in where they are asked for.
        let noted = matches!(of.question.form, Form::Year);
        let id = format!("election-{}", of.clause.id);
        let table = election(Election {
            caption: self.text(words::WAYS_CAPTION),
            first: self.text(of.question.label),
            columns: of.columns.iter().map(|column| (column.year.to_string(), self.source(*column))).collect(),
            sum: self.text(words::SUM),
            less: self.text(words::LESS),
            ways: of.ways.iter().map(|way| self.way(way, of, &ranked, scale)).collect(),
            picked: noted.then(|| (format!("{id}-year"), picked)),
        });
        let turns = of.turns.as_ref().map(|turns| {
            view! {
                <div class="stack">
                    <h3>{self.text(words::TURNS)}</h3>
                    {self.turns(turns)}
                </div>
            }
        });
        let actions = if noted {
            note_buttons(self.session, of.question, of.chosen, picked, format!("{id}-commit-title"), self.lang)
        } else {
            vec![link_button("button", Route::question(of.question), self.text(words::TO_QUESTION), None)]
        };
        let says = self.text(words::FINAL_SAYS).into_any();
        let assumed = of.columns.iter().any(|column| column.assumed.is_some());
        let assumed = self.forecast.says(self.lang).filter(|_| assumed);
        let assumed = assumed.map(|says| view! { <p class="small soft mt-3">{says}</p> });
        let body = view! {
            {callout(of.headline(self.lang).into_any())}
            {assumed}
            <div class="mt-4">{table}</div>
            <div class="layout mt-6">{turns}{commit(format!("{id}-commit"), self.text(words::FINAL), says, actions)}</div>
        };
        let (no, title) = (article(of.clause.article, self.lang), of.clause.title.get(self.lang));
        let title = self.say(format!("{no}：{title}，选哪一年"), format!("{no}: {title}, which year"));
        let count = of.ways.len();
        let unit = scale.unit();
        let note = self
            .say(format!("单位：{unit} · {count}种选法全部列出"), format!("in {unit} · all {count} ways are listed"));
        section(id, title, note.into_any(), body.into_any())
    }

    /// Where the figure of a year comes from.
    fn source(&self, column: YearColumn) -> String {
        match (column.told, column.source, column.assumed) {
            (false, _, Some(_)) => self.text(words::ASSUMED),
            (false, _, None) => self.text(words::NOT_TOLD),
            (true, Some(Source::Confirmed), _) => self.text(words::CONFIRMED),
            (true, Some(Source::Forecast), _) => self.text(words::FORECAST),
            (true, None, _) => String::new(),
        }
    }

    fn way(&self, way: &planner::Way, of: &planner::Election, ranked: &[&planner::Way], scale: Scale) -> Way {
        let most = ranked.first().map_or(way.total, |best| best.total);
        let place = ranked.iter().position(|other| other.year == way.year);
        let rank = match place {
            _ if !of.settled => String::new(),
            _ if way.total == most => self.text(words::MOST),
            Some(1) => self.text(words::SECOND),
            Some(place) if place + 1 == ranked.len() => self.text(words::LEAST),
            _ => String::new(),
        };
        let cell = |column: &YearColumn| match way.pays.iter().find(|(year, _)| *year == column.year) {
            None => Cell::Outside,
            Some((_, Some(paid))) => Cell::Pays(scale.figure(*paid)),
            Some((_, None)) => Cell::Open(self.text(words::NOT_TOLD)),
        };
        let less = most.less(way.total);
        Way {
            value: way.year.to_string(),
            name: self.year(way.year),
            rank,
            best: of.settled && less.is_zero(),
            cells: of.columns.iter().map(cell).collect(),
            sum: scale.figure(way.total),
            sum_note: self.sum_note(way, scale),
            less: if less.is_zero() || !of.settled { String::new() } else { scale.figure(less) },
        }
    }

    /// What must be known of a sum: that it is a lower bound, or the range that it lies in.
    fn sum_note(&self, way: &planner::Way, scale: Scale) -> Option<String> {
        let (least, most) = way.range;
        if way.open() {
            Some(self.text(words::LOWER_BOUND))
        } else if least < most {
            Some(scale.range(least, most))
        } else {
            None
        }
    }

    fn turns(&self, turns: &[Turn]) -> AnyView {
        if turns.is_empty() {
            return view! { <p class="soft">{self.text(words::NO_TURNS)}</p> }.into_any();
        }
        let row = |turn: &Turn| {
            let (bound, turns) = turn.bound();
            let (year, bound) = (turn.year, figures::brief(bound, self.lang));
            let (zh, en) = match (turn.up(), turns) {
                (true, true) => ("达到", "reaches"),
                (true, false) => ("超过", "is above"),
                (false, true) => ("降到", "falls to"),
                (false, false) => ("不足", "is below"),
            };
            let then = match turn.best {
                Some(best) => self.say(format!("改选{best}年更多"), format!("{best} brings more")),
                None => self.text(words::NONE_LEFT),
            };
            vec![self.say(format!("{year}年贡献{zh}{bound}"), format!("the contribution of {year} {en} {bound}")), then]
        };
        plain(self.text(words::IF), vec![(Column::Text, self.text(words::THEN))], turns.iter().map(row).collect(), None)
    }

    fn cliff(&self, cliff: &Cliff) -> AnyView {
        let no = article(cliff.clause.article, self.lang);
        let from = self.amount(cliff.from);
        let title = self.say(format!("{no}：到{from}，反而少得"), format!("{no}: from {from} on, less is paid"));
        let stand = cliff.stand.filter(|stand| !stand.figure.is_zero());
        let rows = vec![
            (self.text(words::RISING), cliff.tiers.span(cliff.rung, self.lang).into_any()),
            (self.text(words::BREAK), self.falls(cliff).into_any()),
            (self.text(words::NOW), self.state(cliff, stand).into_any()),
            (self.text(words::DOUBTS), self.doubts(cliff)),
        ];
        let body = view! {
            <div class="layout">
                {self.curve(cliff, stand)}
                <div class="stack">{callout(self.fact(cliff).into_any())}{facts(true, rows)}</div>
            </div>
        };
        let id = format!("cliff-{}", cliff.clause.id);
        section(id, title, self.text(words::CLIFF_NOTE).into_any(), body.into_any())
    }

    fn falls(&self, cliff: &Cliff) -> String {
        let (from, before, after) = (self.amount(cliff.from), self.amount(cliff.before), self.amount(cliff.after));
        self.say(format!("{from}：由接近{before}落到{after}"), format!("{from}: from nearly {before} down to {after}"))
    }

    /// The applicant's figure, and how the clause stands.
    fn state(&self, cliff: &Cliff, stand: Option<Stand>) -> String {
        let outcome = self.report.of(cliff.clause.id).map_or(Outcome::Unknown, |assessment| assessment.outcome);
        let outcome = outcome.word().get(self.lang);
        match stand {
            Some(stand) => {
                let (figure, gives) = (self.amount(stand.figure), self.amount(stand.gives));
                self.say(
                    format!("{figure}，照档算{gives}；本条{outcome}"),
                    format!("{figure}, by its tier {gives}; this clause: {outcome}"),
                )
            }
            None => self.say(format!("还没有数字；本条{outcome}"), format!("no figure yet; this clause: {outcome}")),
        }
    }

    /// What the ladder says, as a fact: nobody is told to pay in less.
    fn fact(&self, cliff: &Cliff) -> String {
        let (from, before, after) = (self.amount(cliff.from), self.amount(cliff.before), self.amount(cliff.after));
        self.say(
            format!("按条文字面，{from}以下最高接近{before}，到{from}起为{after}。读法还要问清，不能据此调整投入。"),
            format!(
                "As the article is written it gives up to nearly {before} below {from}, and {after} from there on. \
                 How it is meant has to be asked; it is no reason to change what is paid in."
            ),
        )
    }

    fn doubts(&self, cliff: &Cliff) -> AnyView {
        let link = |(place, doubt): (usize, &&'static miyun::rule::Doubt)| {
            let href = Route::Doubts(Some(doubt.number.to_owned())).href();
            let before = if place == 0 { "" } else { LISTED.get(self.lang) };
            view! { {before}<a href=href>{doubt.number}</a> }.into_any()
        };
        cliff.clause.doubts.iter().enumerate().map(link).collect::<Vec<_>>().into_any()
    }

    fn curve(&self, cliff: &Cliff, stand: Option<Stand>) -> AnyView {
        let tiers = cliff.tiers;
        let end = Money::from_fen(cliff.from.fen().saturating_mul(7) / 5);
        let point = |figure: Money, gives: Money| CurvePoint { x: fen(figure), y: fen(gives) };
        let first = tiers.starts(0).unwrap_or(Money::ZERO);
        let mut stretches = vec![Stretch {
            from: (point(Money::ZERO, Money::ZERO), true),
            to: (point(first, Money::ZERO), false),
            says: Default::default(),
        }];
        for rung in 0..tiers.tiers.len() {
            let Some(from) = tiers.starts(rung).filter(|from| *from < end) else { break };
            let to = tiers.starts(rung + 1).unwrap_or(end);
            let last = to.less(Money::from_fen(1));
            let says = |figure: Money, gives: Money| format!("{} · {}", self.short(figure), self.short(gives));
            stretches.push(Stretch {
                from: (point(from, tiers.on(from)), true),
                to: (point(to, tiers.on(last)), false),
                says: [says(from, tiers.on(from)), self.near(tiers.on(last))],
            });
        }
        let highest = stretches.iter().flat_map(|line| [line.from.0.y, line.to.0.y]).max().unwrap_or(1);
        let mut marks: Vec<Money> = vec![Money::ZERO];
        marks.extend((0..tiers.tiers.len()).filter_map(|rung| tiers.starts(rung)));
        let along = marks.into_iter().chain([end]).map(|mark| (fen(mark), self.short(mark))).collect();
        let up = [Money::ZERO, cliff.after].into_iter().map(|mark| (fen(mark), self.short(mark))).collect();
        let you = stand.filter(|stand| stand.figure < end).map(|stand| {
            let figure = self.amount(stand.figure);
            (point(stand.figure, stand.gives), self.say(format!("贵机构{figure}"), format!("you: {figure}")))
        });
        curve(Curve {
            title: [
                self.text(cliff.clause.title),
                self.say("横轴：看的数字；纵轴：给多少".to_owned(), "across: the figure; up: what it gives".to_owned()),
            ],
            label: self
                .say(format!("折线图。{}。", self.falls(cliff)), format!("A line chart. {}.", self.falls(cliff))),
            whole: CurvePoint { x: fen(end), y: highest.saturating_mul(17) / 15 },
            stretches,
            caution: (fen(cliff.from), self.text(words::CAUTION)),
            marks: [along, up],
            you,
        })
    }

    fn near(&self, gives: Money) -> String {
        let gives = self.short(gives);
        self.say(format!("近{gives}"), format!("nearly {gives}"))
    }
}

/// The buttons that note the year picked, and clear what was noted.
fn note_buttons(
    session: Session,
    question: &'static Spec,
    chosen: Option<Year>,
    picked: RwSignal<String>,
    then: String,
    lang: Lang,
) -> Vec<AnyView> {
    // What was pressed is drawn anew; the focus goes to the box.
    let tell = Callback::new(move |(answer, said): (Option<Answer>, String)| {
        let then = then.clone();
        session.action(question);
        let _ = session.tell(question, answer);
        session.said.set(said);
        set_timeout(move || jump(&then), Duration::ZERO);
    });
    let note = move |_| {
        let Ok(year) = picked.get_untracked().parse() else { return };
        let said = match lang {
            Lang::Zh => format!("已在草稿中记下{year}年"),
            Lang::En => format!("{year} is noted in the draft"),
        };
        tell.run((Some(Answer::Year(year)), said));
    };
    let label = move || match lang {
        _ if picked.with(String::is_empty) => words::PICK_FIRST.get(lang).to_owned(),
        Lang::Zh => format!("在草稿中记下{}年", picked.get()),
        Lang::En => format!("Note {} in the draft", picked.get()),
    };
    let mut buttons = vec![view! { <button class="button" type="button" on:click=note>{label}</button> }.into_any()];
    if chosen.is_some() {
        let clear = Callback::new(move |()| tell.run((None, words::CLEARED.get(lang).to_owned())));
        buttons.push(button("button button--quiet", None, words::CLEAR.get(lang).to_owned(), clear));
    }
    buttons
}
