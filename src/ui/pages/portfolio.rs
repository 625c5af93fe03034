//! Many applicants on one page: what each comes to and lacks, who comes first, and what they come to together.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::web_sys::File;
use miyun::article::article;
use miyun::drafts::portfolio::{Applicant, ClauseTotal, Portfolio, Rank, Totals};
use miyun::rule::{Amount, When};
use miyun::text::{Lang, Text};

use crate::ui::clauses::figures::Scale;
use crate::ui::components::button::{button, button_row};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::field::select;
use crate::ui::components::file_drop::files_drop;
use crate::ui::components::icon::Glyph;
use crate::ui::components::jump::focus_soon;
use crate::ui::components::layout::{page_head, section};
use crate::ui::components::plain::{Column, plain};
use crate::ui::drafts::gathering::Gathering;
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::words::{self as ui, Speaks, portfolio as words};

/// The files that can be opened, as a file chooser names them.
const ACCEPTED: &str = ".json,.jsonl,.zip,.xlsx,.xls,.ods,.csv,.tsv,.txt";
/// How many applicants are drawn at first, and with each press.
const SHOWN: usize = 100;
/// How many missing answers are named.
const NAMED: usize = 3;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    session: Session,
    lang: Lang,
    gathering: Gathering,
    rank: RwSignal<Rank>,
    shown: RwSignal<usize>,
}

impl Speaks for Page {
    fn lang(&self) -> Lang {
        self.lang
    }
}

/// The page.
pub fn portfolio_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let page = Page {
        session,
        lang,
        gathering: Gathering::new(session),
        rank: RwSignal::new(Rank::ALL[0]),
        shown: RwSignal::new(SHOWN),
    };
    let body = move || session.portfolio.with(|portfolio| page.body(portfolio));
    view! {
        {page_head(Vec::new(), vec![page.text(words::PORTFOLIO)], Some(page.text(words::LEAD).into_any()))}
        {page.intake()}
        {body}
    }
    .into_any()
}

impl Page {
    /// Where files come in, and how far they are.
    fn intake(self) -> AnyView {
        let gathering = self.gathering;
        let open = Callback::new(move |files: Vec<File>| gathering.open(files));
        let drop = files_drop(self.text(words::DROP), self.text(words::CHOOSE), ACCEPTED, open);
        let stop = move || {
            gathering.doing.with(Option::is_some).then(|| {
                let stop = Callback::new(move |()| gathering.stop());
                button("button button--small", None, self.text(words::STOP), stop)
            })
        };
        let says = move || gathering.doing.get().unwrap_or_else(|| gathering.said.get());
        let body = view! {
            {drop}
            <p class="small soft mt-2">{self.text(words::HEADS)}</p>
            <div class="button-row mt-3"><span role="status">{says}</span>{stop}</div>
        };
        section("open".to_owned(), self.text(words::OPEN), ().into_any(), body.into_any())
    }

    fn body(self, portfolio: &Portfolio) -> AnyView {
        let notes = (!portfolio.notes.is_empty()).then(|| {
            let notes: Vec<_> = portfolio.notes.iter().map(|note| view! { <li>{note.clone()}</li> }).collect();
            let list = view! { <ul class="small">{notes}</ul> }.into_any();
            disclosure(false, format!("{}（{}）", self.text(words::NOTES), portfolio.notes.len()), list)
        });
        if portfolio.applicants.is_empty() {
            return notes.into_any();
        }
        let totals = portfolio.totals();
        view! {
            {notes}
            {self.totals(portfolio, &totals)}
            {self.applicants()}
            {self.by_clause(&totals)}
            {self.by_year(&totals)}
        }
        .into_any()
    }

    /// Certain, possible, by decision; nothing is a dash.
    fn bands(self, scale: Scale, amount: Amount) -> Vec<String> {
        let or_dash = |is_zero: bool, text: String| if is_zero { "—".to_owned() } else { text };
        vec![
            or_dash(amount.certain.is_zero(), scale.figure(amount.certain)),
            or_dash(amount.possible.is_zero(), scale.plus(amount.possible)),
            or_dash(amount.ceiling.is_zero(), scale.figure(amount.ceiling)),
        ]
    }

    fn heads(self) -> Vec<(Column, String)> {
        let heads: [(Column, Text); 3] =
            [(Column::Amount, ui::CERTAIN), (Column::Figure, ui::POSSIBLE), (Column::Figure, ui::DECISION_CEILING)];
        heads.map(|(column, head)| (column, self.text(head))).into()
    }

    /// The unit of all figures of a table.
    fn scale(self, amounts: impl IntoIterator<Item = Amount>) -> Scale {
        let all = amounts.into_iter().flat_map(|amount| [amount.certain, amount.possible, amount.ceiling]);
        Scale::of(all, self.lang)
    }

    fn unit(self, scale: Scale) -> String {
        let unit = scale.unit();
        self.say(format!("单位：{unit}"), format!("In {unit}"))
    }

    fn totals(self, portfolio: &Portfolio, totals: &Totals) -> AnyView {
        let scale = self.scale(When::ALL.map(|when| totals.split.of(when)).into_iter().chain([totals.by_year.total()]));
        let row = |name: String, amount: Amount| {
            let mut row = vec![name];
            row.extend(self.bands(scale, amount));
            row
        };
        let rows = When::ALL.map(|when| row(self.text(words::time(when)), totals.split.of(when))).into();
        let foot = row(self.text(ui::SUM), totals.by_year.total());
        let table = plain(self.text(words::TIME), self.heads(), rows, Some(foot));
        let gathering = self.gathering;
        let clear = Callback::new(move |()| {
            self.session.portfolio.set(Portfolio::default());
            self.session.said.set(self.text(words::CLEARED));
            focus_soon("page-title".to_owned());
        });
        let buttons = vec![
            button("button", Some(Glyph::Save), self.text(words::PACK), Callback::new(move |()| gathering.pack())),
            button("button button--quiet", None, self.text(words::CLEAR), clear),
        ];
        let note = format!(
            "{} · {}",
            words::rests_on(portfolio.applicants.len(), totals.complete, self.lang),
            self.unit(scale)
        );
        let body = view! { {table}{button_row("mt-4", buttons)} }.into_any();
        section("totals".to_owned(), self.text(words::TOTALS), note.into_any(), body)
    }

    fn by_clause(self, totals: &Totals) -> AnyView {
        let scale = self.scale(totals.clauses.iter().map(|total| total.by_year.total()));
        let row = |total: &ClauseTotal| {
            let name = format!("{} {}", article(total.clause.article, self.lang), total.clause.title.get(self.lang));
            let mut row = vec![name, total.met.to_string(), total.open.to_string()];
            row.extend(self.bands(scale, total.by_year.total()));
            row
        };
        let mut heads = vec![(Column::Figure, self.text(words::MET)), (Column::Figure, self.text(words::TO_COMPLETE))];
        heads.extend(self.heads());
        let table = plain(self.text(words::CLAUSE), heads, totals.clauses.iter().map(row).collect(), None);
        section("clauses".to_owned(), self.text(words::BY_CLAUSE), self.unit(scale).into_any(), table)
    }

    fn by_year(self, totals: &Totals) -> AnyView {
        let scale = self.scale(totals.by_year.iter().map(|(_, amount)| amount));
        let rows = totals.by_year.iter().map(|(year, amount)| {
            let mut row = vec![year.to_string()];
            row.extend(self.bands(scale, amount));
            row
        });
        let table = plain(self.text(words::YEAR), self.heads(), rows.collect(), None);
        section("years".to_owned(), self.text(words::BY_YEAR), self.unit(scale).into_any(), table)
    }

    /// One row an applicant, in the order chosen.
    fn applicants(self) -> AnyView {
        let rank = self.rank;
        let options =
            Rank::ALL.iter().enumerate().map(|(place, rank)| (place.to_string(), self.text(words::rank(*rank))));
        let chosen = Signal::derive(move || {
            Rank::ALL.iter().position(|other| *other == rank.get()).unwrap_or_default().to_string()
        });
        let choose = Callback::new(move |place: String| {
            if let Some(chosen) = place.parse().ok().and_then(|place: usize| Rank::ALL.get(place)) {
                rank.set(*chosen);
            }
        });
        let order = select("rank".to_owned(), self.text(words::RANKED), true, options.collect(), chosen, choose);
        let table = move || self.session.portfolio.with(|portfolio| self.table(portfolio));
        let body = view! { <div class="button-row mb-4">{order}</div>{table} }.into_any();
        section("applicants".to_owned(), self.text(words::APPLICANTS), ().into_any(), body)
    }

    fn table(self, portfolio: &Portfolio) -> AnyView {
        let repeated = portfolio.repeated();
        let all = portfolio.ranked(self.rank.get());
        let shown = self.shown.get().min(all.len());
        let scale = self.scale(all.iter().take(shown).flat_map(|place| {
            let split = portfolio.applicants[*place].report.split();
            [split.now, split.past, split.later]
        }));
        let rows: Vec<_> = all
            .iter()
            .take(shown)
            .map(|place| self.row(*place, &portfolio.applicants[*place], repeated.contains(place), scale))
            .collect();
        let head = |words: Text| self.text(words);
        let figures = When::ALL.map(|when| view! { <th scope="col" class="num">{head(words::time(when))}</th> });
        let more = (shown < all.len()).then(|| {
            let more = Callback::new(move |()| self.shown.update(|shown| *shown += SHOWN));
            let label = format!("{}（{shown} / {}）", self.text(words::MORE), all.len());
            button("button button--small mt-3", None, label, more)
        });
        view! {
            <p class="small soft">{self.unit(scale)}</p>
            <table class="plain plain--stack">
                <thead><tr>
                    <th scope="col">{head(words::APPLICANT)}</th>
                    {figures}
                    <th scope="col" class="num">{head(ui::POSSIBLE)}</th>
                    <th scope="col" class="num">{head(ui::DECISION_CEILING)}</th>
                    <th scope="col">{head(words::MISSING)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {more}
        }
        .into_any()
    }

    fn row(self, place: usize, applicant: &Applicant, repeated: bool, scale: Scale) -> AnyView {
        let (split, total) = (applicant.report.split(), applicant.report.total());
        let lacking = applicant.missing();
        let named: Vec<&str> = lacking.iter().take(NAMED).map(|spec| spec.label.get(self.lang)).collect();
        let missing = words::missing(&named, lacking.len(), self.lang);
        let figures = When::ALL.map(|when| {
            let [certain, ..] = <[String; 3]>::try_from(self.bands(scale, split.of(when))).unwrap_or_default();
            let label = self.text(words::time(when));
            view! { <td class=if when == When::Now { "num" } else { "fig" } data-label=(when != When::Now).then_some(label)>{certain}</td> }
        });
        let [_, possible, ceiling] =
            <[String; 3]>::try_from(self.bands(self.scale([total]), total)).unwrap_or_default();
        let session = self.session;
        let open = move |event: MouseEvent| {
            event.prevent_default();
            session.open_applicant(place);
            Route::Tasks.go();
        };
        let twice = repeated.then(|| view! { " " <span class="soft small">{self.text(words::REPEATED)}</span> });
        view! {
            <tr>
                <th scope="row"><a href=Route::Tasks.href() on:click=open>{applicant.name()}</a>{twice}</th>
                {figures}
                <td class="fig" data-label=self.text(ui::POSSIBLE)>{possible}</td>
                <td class="fig" data-label=self.text(ui::DECISION_CEILING)>{ceiling}</td>
                <td data-label=self.text(words::MISSING)>{missing}</td>
            </tr>
        }
        .into_any()
    }
}
