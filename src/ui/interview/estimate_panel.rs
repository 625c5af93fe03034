//! The estimate as it stands, beside the questions: three bands, the sections of the rules, what the last answer did.

use std::time::Duration;

use leptos::prelude::*;
use miyun::rule::{Amount, Edition, Report, SectionSum, Split, Sums, When};
use miyun::text::{Lang, Text, text};

use crate::ui::clauses::figures::Scale;
use crate::ui::clauses::lower_bound::lower_bound;
use crate::ui::components::bands::{Band, BandLine, band_lines};
use crate::ui::components::estimate::{estimate, estimate_change, estimate_peek};
use crate::ui::components::lines::{Line, lines};
use crate::ui::components::money::{Figure, Size, money};
use crate::ui::drafts::session::Session;
use crate::ui::words::interview as words;

/// Whether nothing of a section is worked out yet because facts are missing.
fn is_open(sum: &SectionSum) -> bool {
    sum.open && sum.amount.certain.is_zero()
}

/// What the panel shows.
#[derive(PartialEq)]
struct Shown {
    lang: Lang,
    scale: Scale,
    total: Amount,
    /// Whether nothing is worked out yet because facts are missing.
    open: bool,
    sums: Sums,
    split: Split,
}

/// What the panel is made of. As long as this stays, only its words and figures change: after a key nothing is drawn
/// anew.
#[derive(PartialEq)]
struct Outline {
    open: bool,
    possible: bool,
    ceiling: bool,
    /// Which of now, past and later have something; none where nothing is certain or possible.
    when: Vec<When>,
    /// Name, whether it is open, whether more is possible.
    sections: Vec<(Text, bool, bool)>,
}

impl Shown {
    fn of(report: &Report, edition: &Edition, lang: Lang) -> Self {
        let (total, sums) = (report.total(), report.sums(edition));
        let open = total.certain.is_zero() && sums.sections.iter().any(|section| section.open);
        let of_sections = sums.sections.iter().flat_map(|sum| [sum.amount.certain, sum.amount.possible]);
        let of_total = [total.certain, total.possible, total.floor, total.ceiling];
        let scale = Scale::of(of_total.into_iter().chain(of_sections), lang);
        let split = report.split();
        Self { lang, scale, total, open, sums, split }
    }

    fn outline(&self) -> Outline {
        let section =
            |section: &SectionSum| (section.section.title, is_open(section), !section.amount.possible.is_zero());
        Outline {
            open: self.open,
            possible: !self.total.possible.is_zero(),
            ceiling: !self.total.ceiling.is_zero(),
            when: self.when(),
            sections: self.sums.sections.iter().map(section).collect(),
        }
    }

    fn when(&self) -> Vec<When> {
        let sum = |when| self.split.of(when).certain + self.split.of(when).possible;
        if When::ALL.into_iter().all(|when| sum(when).is_zero()) {
            return Vec::new();
        }
        When::ALL.into_iter().filter(|when| *when == When::Now || !sum(*when).is_zero()).collect()
    }

    fn count(&self) -> String {
        match (self.sums.met, self.lang) {
            (0, _) => String::new(),
            (met, Lang::Zh) => format!("{met}条"),
            (1, Lang::En) => "1 clause".to_owned(),
            (met, Lang::En) => format!("{met} clauses"),
        }
    }

    fn certain(&self) -> String {
        self.scale.figure(self.total.certain)
    }

    /// `+190.40`, or the word for none.
    fn possible(&self) -> String {
        if self.total.possible.is_zero() { self.none() } else { self.scale.plus(self.total.possible) }
    }

    fn doubts(&self) -> String {
        match (self.total.possible.is_zero(), self.lang) {
            (true, lang) => words::POSSIBLE_SAYS.get(lang).to_owned(),
            (false, Lang::Zh) => {
                format!("{}{}{}，{}", words::DOUBTS.zh, self.sums.doubts, words::PLACES.zh, words::POSSIBLE_NOTE.zh)
            }
            (false, Lang::En) => format!("{}{}; {}", words::DOUBTS.en, self.sums.doubts, words::POSSIBLE_NOTE.en),
        }
    }

    fn decided(&self) -> String {
        if self.total.ceiling.is_zero() { self.none() } else { self.scale.range(self.total.floor, self.total.ceiling) }
    }

    fn none(&self) -> String {
        words::NONE_HERE.get(self.lang).to_owned()
    }

    fn section(&self, place: usize) -> Amount {
        self.sums.sections.get(place).map(|section| section.amount).unwrap_or_default()
    }
}

/// The panel.
pub fn estimate_panel(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let shown = Memo::new(move |_| session.progress(|draft, report, _| Shown::of(report, draft.rules(), lang)));
    let outline = Memo::new(move |_| shown.with(Shown::outline));
    // Which clauses are open: the line about them is drawn anew only when that changes.
    let open =
        Memo::new(move |_| session.report.with(|report| report.open().map(|clause| clause.id).collect::<Vec<_>>()));
    let say = move |words: fn(&Shown) -> String| Signal::derive(move || shown.with(words));
    let of_section = move |place: usize, words: fn(&Shown, usize) -> String| {
        Signal::derive(move || shown.with(|shown| words(shown, place)))
    };
    let is_open = move || Signal::stored(words::OPEN.get(lang).to_owned());
    let total = move |outline: &Outline| {
        if outline.open {
            return Figure { text: is_open(), value: None, unit: None };
        }
        Figure {
            text: say(Shown::certain),
            value: Some(say(|shown| shown.total.certain.to_string())),
            unit: Some(say(|shown| shown.scale.unit().to_owned())),
        }
    };
    let peek = move || {
        outline.with(|outline| {
            let mut others = Vec::new();
            if outline.possible {
                others.push((Band::Possible, words::POSSIBLE.get(lang).to_owned(), say(Shown::possible)));
            }
            if outline.ceiling {
                let ceiling = say(|shown| shown.scale.figure(shown.total.ceiling));
                others.push((Band::Decision, words::CEILING.get(lang).to_owned(), ceiling));
            }
            estimate_peek(total(outline), others)
        })
    };
    let bound = move || {
        open.with(|_| ());
        session.report.with_untracked(|report| lower_bound(report, lang))
    };
    let body = move || {
        outline.with(|outline| {
            let bands = band_lines(vec![
                BandLine {
                    band: Band::Possible,
                    name: words::POSSIBLE.get(lang).to_owned(),
                    amount: Some(say(Shown::possible)),
                    note: say(Shown::doubts),
                },
                BandLine {
                    band: Band::Decision,
                    name: words::DECISION.get(lang).to_owned(),
                    amount: Some(say(Shown::decided)),
                    note: words::DECISION_NOTE.get(lang).into(),
                },
            ]);
            let rows = outline.sections.iter().enumerate().map(|(place, (name, open, more))| {
                let certain = |shown: &Shown, place| shown.scale.figure(shown.section(place).certain);
                let possible = |shown: &Shown, place| shown.scale.plus(shown.section(place).possible);
                Line {
                    name: name.get(lang).to_owned(),
                    figure: if *open { is_open() } else { of_section(place, certain) },
                    plus: more.then(|| of_section(place, possible)),
                    total: false,
                }
            });
            let sum = Line {
                name: words::CERTAIN_TOTAL.get(lang).to_owned(),
                figure: if outline.open { is_open() } else { say(Shown::certain) },
                plus: None,
                total: true,
            };
            let when = outline.when.iter().map(|when| {
                let when = *when;
                let certain = move |shown: &Shown| shown.scale.figure(shown.split.of(when).certain);
                Line {
                    name: when.word().get(lang).to_owned(),
                    figure: Signal::derive(move || shown.with(certain)),
                    plus: None,
                    total: false,
                }
            });
            let when: Vec<Line> = when.collect();
            let when = (!when.is_empty()).then(|| lines(when));
            let rows: Vec<Line> = rows.chain([sum]).collect();
            let rows = (rows.len() > 1).then(|| lines(rows));
            view! { <p>{money(Size::Total, total(outline))}</p>{bound}{when}{bands}{rows} }
        })
    };
    let change = estimate_change(words::JUST_NOW.get(lang).to_owned(), changed(session));
    let content = view! { <div class="stack">{body}</div>{change} }.into_any();
    let room = || window().match_media("(min-width: 64rem)").ok().flatten().is_some_and(|query| query.matches());
    let wide = RwSignal::new(room());
    let resized = window_event_listener(leptos::ev::resize, move |_| {
        let room = room();
        if wide.try_get_untracked().is_some_and(|wide| wide != room) {
            wide.set(room);
        }
    });
    on_cleanup(move || resized.remove());
    estimate(wide.into(), words::CERTAIN.get(lang).to_owned(), say(Shown::count), peek.into_any(), content)
}

/// What the answer being changed did to the totals: one sentence, a moment after the last keystroke.
fn changed(session: Session) -> Signal<String> {
    let said = RwSignal::new(String::new());
    let waiting: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    let stop = move || {
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    Effect::new(move |_| {
        session.report.track();
        stop();
        let say = move || {
            let sentence = sentence(session).unwrap_or_default();
            if said.try_with_untracked(|said| *said != sentence).unwrap_or(false) {
                said.set(sentence);
            }
        };
        waiting.set_value(set_timeout_with_handle(say, Duration::from_millis(600)).ok());
    });
    on_cleanup(stop);
    said.into()
}

fn sentence(session: Session) -> Option<String> {
    const CEILING: Text = text("一事一议上限", "ceiling by decision");
    let lang = session.lang.get_untracked();
    let touched = session.touched.get_untracked()?;
    let (before, now) = (touched.before, session.report.with_untracked(|report| report.total()));
    let bands = [
        (words::CERTAIN, before.certain, now.certain),
        (words::POSSIBLE, before.possible, now.possible),
        (CEILING, before.ceiling, now.ceiling),
    ];
    let scale = Scale::of(bands.iter().flat_map(|(_, from, to)| [to.less(*from), from.less(*to)]), lang);
    let changes: Vec<String> = bands
        .iter()
        .filter_map(|(name, from, to)| Some(format!("{} {}", name.get(lang), scale.change(*from, *to)?)))
        .collect();
    (!changes.is_empty()).then(|| {
        format!(
            "{}{}{}{}{}",
            touched.label.get(lang),
            words::COLON.get(lang),
            changes.join(words::COMMA.get(lang)),
            if lang == Lang::Zh { scale.unit().to_owned() } else { format!(" {}", scale.unit()) },
            words::STOP.get(lang),
        )
    })
}
