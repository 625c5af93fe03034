//! The estimate as it stands, beside the questions: three bands, the sections of the rules, what the last answer did.

use std::time::Duration;

use leptos::prelude::*;
use miyun::money::Money;
use miyun::rule::{Amount, Outcome, Report, Section};
use miyun::text::{Lang, Text, text};

use super::components::bands::{Band, BandLine, band_lines};
use super::components::estimate::{estimate, estimate_change, estimate_peek};
use super::components::lines::{Line, lines};
use super::components::money::{Figure, Size, money};
use super::figures::Scale;
use super::progress::counts;
use super::session::Session;
use super::words::interview as words;

/// What one section of the rules gives, after the limits over the sum.
#[derive(Clone, Copy, PartialEq)]
struct SectionSum {
    name: Text,
    amount: Amount,
    /// Whether a clause of it still lacks a fact and nothing of it is worked out.
    open: bool,
}

/// What the panel shows. Two that are equal look the same, so nothing is drawn again.
#[derive(Clone, PartialEq)]
struct Shown {
    lang: Lang,
    total: Amount,
    met: usize,
    /// Whether nothing is worked out yet because facts are missing.
    open: bool,
    doubts: usize,
    sections: Vec<SectionSum>,
}

impl Shown {
    fn of(report: &Report, lang: Lang) -> Self {
        let edition = miyun::policy::CURRENT;
        let mut sections = Vec::new();
        let mut doubts: Vec<&str> = Vec::new();
        let mut met = 0;
        for section in Section::ALL {
            let mut sum = SectionSum { name: section.title(), amount: Amount::default(), open: false };
            let mut here = false;
            for assessment in &report.assessments {
                let of_section = edition.entry(assessment.clause.article).is_some_and(|entry| entry.section == section);
                if !of_section || assessment.outcome == Outcome::NotApplicable || assessment.estimate.in_kind {
                    continue;
                }
                here = true;
                let counted = counts(report, assessment.clause.id);
                sum.amount += counted;
                sum.open |= assessment.outcome == Outcome::Unknown && !assessment.missing.is_empty();
                met += usize::from(!counted.certain.is_zero());
                for doubt in assessment.estimate.doubts.iter().filter(|_| !counted.possible.is_zero()) {
                    if !doubts.contains(&doubt.number) {
                        doubts.push(doubt.number);
                    }
                }
            }
            if here {
                sections.push(sum);
            }
        }
        let total = report.total();
        let open = total.certain.is_zero() && sections.iter().any(|section| section.open);
        Self { lang, total, met, open, doubts: doubts.len(), sections }
    }

    fn scale(&self) -> Scale {
        let Amount { certain, possible, floor, ceiling, .. } = self.total;
        let sections = self.sections.iter().flat_map(|section| [section.amount.certain, section.amount.possible]);
        Scale::of([certain, possible, floor, ceiling].into_iter().chain(sections), self.lang)
    }

    fn figure(&self) -> Figure {
        if self.open {
            return Figure { text: words::OPEN.get(self.lang).to_owned(), value: None, unit: None };
        }
        Figure {
            text: self.scale().figure(self.total.certain),
            value: Some(self.total.certain.to_string()),
            unit: Some(self.scale().unit().to_owned()),
        }
    }
}

/// `+190.40`, or the word for none.
fn plus(scale: Scale, amount: Money, lang: Lang) -> String {
    if amount.is_zero() { words::NONE_HERE.get(lang).to_owned() } else { format!("+{}", scale.figure(amount)) }
}

fn decided(scale: Scale, amount: Amount, lang: Lang) -> String {
    if amount.ceiling.is_zero() {
        words::NONE_HERE.get(lang).to_owned()
    } else {
        scale.range(amount.floor, amount.ceiling)
    }
}

/// The panel.
pub fn live(session: Session) -> AnyView {
    let shown = Memo::new(move |_| session.report.with(|report| Shown::of(report, session.lang.get())));
    let lang = session.lang.get_untracked();
    let count = Signal::derive(move || match (shown.with(|shown| shown.met), lang) {
        (0, _) => String::new(),
        (met, Lang::Zh) => format!("{met}条"),
        (1, Lang::En) => "1 article".to_owned(),
        (met, Lang::En) => format!("{met} articles"),
    });
    let peek = move || {
        shown.with(|shown| {
            let (scale, total) = (shown.scale(), shown.total);
            let mut others = Vec::new();
            if !total.possible.is_zero() {
                others.push((Band::Possible, words::POSSIBLE.get(lang).to_owned(), plus(scale, total.possible, lang)));
            }
            if !total.ceiling.is_zero() {
                others.push((Band::Decision, words::CEILING.get(lang).to_owned(), scale.figure(total.ceiling)));
            }
            estimate_peek(shown.figure(), others)
        })
    };
    let body = move || {
        shown.with(|shown| {
            let (scale, total) = (shown.scale(), shown.total);
            let doubts = match (total.possible.is_zero(), lang) {
                (true, _) => words::POSSIBLE_SAYS.get(lang).to_owned(),
                (false, Lang::Zh) => {
                    format!("{}{}{}，{}", words::DOUBTS.zh, shown.doubts, words::PLACES.zh, words::POSSIBLE_NOTE.zh)
                }
                (false, Lang::En) => format!("{}{}; {}", words::DOUBTS.en, shown.doubts, words::POSSIBLE_NOTE.en),
            };
            let bands = band_lines(vec![
                BandLine {
                    band: Band::Possible,
                    name: words::POSSIBLE.get(lang).to_owned(),
                    amount: Some(plus(scale, total.possible, lang)),
                    note: doubts,
                },
                BandLine {
                    band: Band::Decision,
                    name: words::DECISION.get(lang).to_owned(),
                    amount: Some(decided(scale, total, lang)),
                    note: words::DECISION_NOTE.get(lang).to_owned(),
                },
            ]);
            let rows = shown.sections.iter().map(|section| {
                let open = section.open && section.amount.certain.is_zero();
                Line {
                    name: section.name.get(lang).to_owned(),
                    figure: if open { words::OPEN.get(lang).to_owned() } else { scale.figure(section.amount.certain) },
                    plus: (!section.amount.possible.is_zero()).then(|| plus(scale, section.amount.possible, lang)),
                    total: false,
                }
            });
            let sum = Line {
                name: words::CERTAIN_TOTAL.get(lang).to_owned(),
                figure: if shown.open { words::OPEN.get(lang).to_owned() } else { scale.figure(total.certain) },
                plus: None,
                total: true,
            };
            let rows: Vec<Line> = rows.chain([sum]).collect();
            let rows = (rows.len() > 1).then(|| lines(rows));
            view! { <p>{money(Size::Total, shown.figure())}</p>{bands}{rows} }
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
    estimate(wide.into(), words::CERTAIN.get(lang).to_owned(), count, peek.into_any(), content)
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
