//! How years to come that have no figure are filled, for the comparison alone: nothing of it goes into the draft.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::*;
use miyun::answers::unit::Unit;
use miyun::date::Year;
use miyun::planner::forecast::{figure, ranged, rate};
use miyun::planner::{self, Forecast};
use miyun::text::{Lang, Text};

use crate::ui::components::field::{Input, Typed, described, field_error, input, select};
use crate::ui::components::layout::section;
use crate::ui::drafts::session::Session;
use crate::ui::words::planner as words;

const OPEN: &str = "open";
const LAST: &str = "last";
const GROWTH: &str = "growth";
const OWN: &str = "own";
/// The ways to fill, in the order of the list.
const WAYS: [(&str, Text); 4] =
    [(OPEN, words::FILL_OPEN), (LAST, words::FILL_LAST), (GROWTH, words::FILL_GROWTH), (OWN, words::FILL_OWN)];

/// What was entered: low, base and high as they were typed. The page may be left and come back to.
#[derive(Clone)]
struct Entered {
    /// The draft that it was entered for: another one begins anew.
    epoch: u32,
    way: String,
    rates: [String; 3],
    own: BTreeMap<Year, [String; 3]>,
}

impl Entered {
    fn new(epoch: u32) -> Self {
        Self { epoch, way: OPEN.to_owned(), rates: ["-10", "0", "10"].map(str::to_owned), own: BTreeMap::new() }
    }

    /// What is typed in a box.
    fn text(&self, spot: Spot) -> String {
        match spot {
            (None, place) => self.rates[place].clone(),
            (Some(year), place) => self.own.get(&year).map(|texts| texts[place].clone()).unwrap_or_default(),
        }
    }

    /// What is wrong with it.
    fn wrong(&self, spot: Spot) -> Option<Text> {
        let text = self.text(spot);
        match spot.0 {
            None => rate(&text).err(),
            Some(_) => figure(&text, Unit::Wan.factor()).err(),
        }
    }

    /// The forecast; `None` while something typed cannot be read.
    fn forecast(&self) -> Option<Forecast> {
        Some(match self.way.as_str() {
            LAST => Forecast::Last,
            GROWTH => {
                let rates: Vec<_> = self.rates.iter().map(|text| rate(text).ok()).collect::<Option<_>>()?;
                Forecast::growth(rates.try_into().ok()?)
            }
            OWN => {
                let mut years = BTreeMap::new();
                for (year, texts) in &self.own {
                    let figures: Vec<_> =
                        texts.iter().map(|text| figure(text, Unit::Wan.factor()).ok()).collect::<Option<_>>()?;
                    if let Some(figures) = ranged(figures.try_into().ok()?) {
                        years.insert(*year, figures);
                    }
                }
                Forecast::Own(years)
            }
            _ => Forecast::Open,
        })
    }
}

/// A box: of a year, or of the rates; and whether it is the low, the base or the high one.
type Spot = (Option<Year>, usize);

thread_local! {
    /// What was entered when the page was left.
    static KEPT: RefCell<Option<Entered>> = const { RefCell::new(None) };
}

/// The filling of years without a figure.
#[derive(Clone, Copy)]
pub(super) struct Filling {
    session: Session,
    entered: RwSignal<Entered>,
    /// What it comes to: the last good one while something typed cannot be read.
    pub forecast: RwSignal<Forecast>,
}

impl Filling {
    /// What was entered for this draft before, or nothing.
    pub fn of(session: Session) -> Self {
        let epoch = session.typing.epoch.get_untracked();
        let kept = KEPT.with_borrow(Clone::clone).filter(|kept| kept.epoch == epoch);
        let entered = kept.unwrap_or_else(|| Entered::new(epoch));
        let forecast = RwSignal::new(entered.forecast().unwrap_or_default());
        Self { session, entered: RwSignal::new(entered), forecast }
    }

    fn change(self, change: impl FnOnce(&mut Entered)) {
        self.entered.update(change);
        self.entered.with_untracked(|entered| {
            if let Some(forecast) = entered.forecast() {
                self.forecast.set(forecast);
            }
            KEPT.set(Some(entered.clone()));
        });
    }

    /// The section, where there is a year to fill.
    pub fn draw(self) -> AnyView {
        let lang = self.session.lang.get_untracked();
        let years =
            Memo::new(move |_| self.session.draft.with(|draft| planner::years_to_fill(draft.rules(), &draft.facts)));
        let way = Memo::new(move |_| self.entered.with(|entered| entered.way.clone()));
        let options = WAYS.map(|(id, words)| (id.to_owned(), words.get(lang).to_owned())).to_vec();
        let label = words::FILL_HOW.get(lang).to_owned();
        let chosen = Callback::new(move |way| self.change(|entered| entered.way = way));
        let boxes = move || match way.get().as_str() {
            GROWTH => self.boxes(vec![None], lang),
            OWN => self.boxes(years.get().into_iter().map(Some).collect(), lang),
            _ => ().into_any(),
        };
        let any = Memo::new(move |_| years.with(|years| !years.is_empty()));
        (move || {
            any.get().then(|| {
                let choice = select("filling-way".to_owned(), label.clone(), false, options.clone(), way.into(), chosen);
                let body = view! {
                    <div class="field"><span class="field__label" aria-hidden="true">{label.clone()}</span>{choice}</div>
                    {boxes}
                };
                let (title, note) = (words::FILLING.get(lang).to_owned(), words::FILLING_NOTE.get(lang));
                section("filling".to_owned(), title, note.into_any(), body.into_any())
            })
        })
        .into_any()
    }

    /// A line of three boxes a year, or one for all of them.
    fn boxes(self, lines: Vec<Option<Year>>, lang: Lang) -> AnyView {
        let heads: Vec<_> =
            words::RANGE.iter().map(|head| view! { <th scope="col">{head.get(lang)}</th> }.into_any()).collect();
        let rows: Vec<_> = lines
            .into_iter()
            .map(|year| {
                let name = match (year, lang) {
                    (Some(year), Lang::Zh) => format!("{year}年"),
                    (Some(year), Lang::En) => year.to_string(),
                    (None, _) => words::FILL_GROWTH.get(lang).to_owned(),
                };
                let cells: Vec<_> = (0..3).map(|place| self.cell((year, place), &name, lang)).collect();
                view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
            })
            .collect();
        view! {
            <div class="scroll mt-4">
                <table class="plain plain--stack">
                    <thead><tr><th scope="col">{words::YEAR.get(lang)}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    }

    fn cell(self, spot: Spot, name: &str, lang: Lang) -> AnyView {
        let head = words::RANGE[spot.1].get(lang);
        let label = match lang {
            Lang::Zh => format!("{name}，{head}"),
            Lang::En => format!("{name}, {head}"),
        };
        let unit = match spot.0 {
            Some(_) => Unit::Wan.words().get(lang),
            None => words::PER_YEAR.get(lang),
        };
        let id = format!("filling-{}-{}", spot.0.unwrap_or_default(), spot.1);
        // What is half typed is not called wrong before it is left.
        let left = RwSignal::new(true);
        let error = Signal::derive(move || {
            let wrong = self.entered.with(|entered| entered.wrong(spot)).filter(|_| left.get());
            wrong.map(|wrong| wrong.get(lang).to_owned())
        });
        let invalid = Signal::derive(move || error.with(Option::is_some));
        let on_input = Callback::new(move |text| {
            left.set(false);
            self.change(|entered| match spot {
                (None, place) => entered.rates[place] = text,
                (Some(year), place) => entered.own.entry(year).or_default()[place] = text,
            });
        });
        let control = input(Input {
            id: id.clone(),
            typed: Typed::Number,
            label: Some(label),
            labelled_by: None,
            described_by: described(&id, false, invalid),
            unit: Some(unit.to_owned()),
            value: Signal::derive(move || self.entered.with(|entered| entered.text(spot))),
            invalid,
            on_input,
            on_leave: Callback::new(move |()| left.set(true)),
        });
        view! { <td data-label=head>{control}{field_error(id, error)}</td> }.into_any()
    }
}
