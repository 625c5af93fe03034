//! The result on one page of paper, for the counter or the boss. It is not filed.

use leptos::prelude::*;
use miyun::article::article;
use miyun::date::{Date, Year};
use miyun::drafts::draft::Draft;
use miyun::money::Money;
use miyun::order::Order;
use miyun::rule::{ByYear, Counted, Outcome, Provision, Report, Role, When};
use miyun::text::Lang;

use crate::ui::clauses::figures::{self, Scale};
use crate::ui::clauses::reasons;
use crate::ui::components::bands::Band;
use crate::ui::components::button::{button_row, link_button, print_button};
use crate::ui::components::handout::{Handout, HandoutBand, HandoutItem, HandoutRow, handout};
use crate::ui::components::layout::page_head;
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::words::{RECEIVED_BEFORE, Speaks, check as words, interview::COLON};

/// The page.
pub fn handout_page(session: Session) -> AnyView {
    let page = move || {
        let (report, lang) = (session.working.get(), session.lang.get());
        session.draft.with(|draft| Summary { draft, report: &report, lang, today: session.today }.view())
    };
    page.into_any()
}

/// What the page is drawn from.
struct Summary<'a> {
    draft: &'a Draft,
    report: &'a Report,
    lang: Lang,
    today: Date,
}

/// What has room on one page; the rest is counted.
const MOST_ROWS: usize = 10;
const MOST_CONDITIONS: usize = 6;
const MOST_DOUBTS: usize = 3;
const MOST_FLAGS: usize = 4;

impl Speaks for Summary<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl Summary<'_> {
    fn view(&self) -> AnyView {
        let head =
            page_head(Vec::new(), vec![self.text(words::TO_HANDOUT)], Some(self.text(words::HANDOUT_LEAD).into_any()));
        let buttons = vec![
            print_button("button button--primary", self.text(words::PRINT)),
            link_button("button", Route::Check.href(), self.text(words::BACK), None),
        ];
        view! {
            <div class="no-print">{head}{button_row("mb-4", buttons)}</div>
            {handout(self.page())}
        }
        .into_any()
    }

    fn page(&self) -> Handout {
        let edition = self.draft.rules();
        let name = self.draft.name();
        let year = self.draft.year().map_or_else(|| "—".to_owned(), |year| year.to_string());
        let (rows, unit, nothing) = self.rows();
        Handout {
            title: self.text(words::HANDOUT),
            under: format!("{} {}", edition.index.number, edition.title.get(self.lang)),
            dates: vec![
                (self.text(words::RULES_SINCE), edition.index.in_force.to_string()),
                (
                    self.text(words::CALCULATED),
                    self.draft.calculated.map_or_else(|| "—".to_owned(), |day| day.to_string()),
                ),
                (self.text(words::TODAY), self.today.to_string()),
                (self.text(words::CODE), self.draft.code()),
            ],
            who: vec![
                (self.text(words::NAME), name.map_or_else(|| self.text(words::UNNAMED), str::to_owned)),
                (self.text(words::KIND), self.kind()),
                (self.text(words::APPLYING_FOR), year),
            ],
            caution: self.text(words::FORCE),
            bands: self.bands(),
            what: self.text(words::WHAT),
            heads: [
                self.text(words::BASIS),
                self.text(words::MATTER),
                self.text(words::YEARS),
                self.headed(words::CERTAIN, unit),
                self.headed(words::POSSIBLE, unit),
                self.headed(words::DECISION, unit),
            ],
            rows,
            nothing,
            under_table: self.under_table(),
            lists: vec![(self.text(words::CONDITIONS), self.conditions()), (self.text(words::OPEN), self.open())],
            foot: words::estimate(edition.index.approval, self.lang),
        }
    }

    /// The kind, and the roles beside it.
    fn kind(&self) -> String {
        let all: Vec<String> = self.draft.applicant().into_iter().map(|words| self.text(words)).collect();
        if all.is_empty() { "—".to_owned() } else { reasons::listed(&all, self.lang) }
    }

    // ── what there may be ────────────────────────────────────────────────

    fn bands(&self) -> Vec<HandoutBand> {
        let total = self.report.total();
        let none = || "—".to_owned();
        let capital = if self.lang == Lang::Zh && !total.certain.is_zero() {
            format!("{}{}", words::IN_CAPITALS.zh, total.certain.capital())
        } else {
            String::new()
        };
        let scale = Scale::of([total.certain, total.possible, total.floor, total.ceiling], self.lang);
        let ceiling = self.say(
            format!("{}{}", scale.range(total.floor, total.ceiling), scale.unit()),
            format!("{} {}", scale.range(total.floor, total.ceiling), scale.unit()),
        );
        let band = |band, name, note, amount, words| HandoutBand {
            band,
            name: self.text(name),
            note: self.text(note),
            amount,
            words,
        };
        let plus = format!("+{}", scale.said(total.possible, self.lang));
        vec![
            band(
                Band::Certain,
                words::CERTAIN,
                words::CERTAIN_SAYS,
                if total.certain.is_zero() { none() } else { scale.said(total.certain, self.lang) },
                capital,
            ),
            band(
                Band::Possible,
                words::POSSIBLE,
                words::POSSIBLE_SAYS,
                if total.possible.is_zero() { none() } else { plus },
                String::new(),
            ),
            band(
                Band::Decision,
                words::DECISION,
                words::DECISION_SAYS,
                if total.ceiling.is_zero() { none() } else { ceiling },
                String::new(),
            ),
        ]
    }

    /// The clauses with money in any band, what counts most first; the unit; the words for none.
    fn rows(&self) -> (Vec<HandoutRow>, &'static str, String) {
        let mut paying: Vec<Counted<'_>> =
            self.report.counted().into_iter().filter(|clause| !years(clause.by_year).is_empty()).collect();
        paying.order_by_key(|clause| {
            let total = clause.by_year.total();
            std::cmp::Reverse((total.certain, total.possible, total.ceiling))
        });
        let total = self.report.total();
        let scale = Scale::of(
            paying
                .iter()
                .map(|clause| clause.by_year.total())
                .chain([total])
                .flat_map(|amount| [amount.certain, amount.possible, amount.floor, amount.ceiling]),
            self.lang,
        );
        let or_empty = |money: Money, figure: String| if money.is_zero() { String::new() } else { figure };
        let row = |first: String, matter: String, years: String, amount: miyun::rule::Amount, total: bool| HandoutRow {
            cells: [
                first,
                matter,
                years,
                or_empty(amount.certain, scale.figure(amount.certain)),
                or_empty(amount.possible, scale.plus(amount.possible)),
                or_empty(amount.ceiling, scale.range(amount.floor, amount.ceiling)),
            ],
            total,
        };
        let mut rows: Vec<HandoutRow> = paying
            .iter()
            .take(MOST_ROWS)
            .map(|clause| {
                let of = clause.assessment.clause;
                let (article, matter) = (article(of.article, self.lang), self.text(of.title));
                row(article, matter, self.run(&years(clause.by_year)), clause.by_year.total(), false)
            })
            .collect();
        if paying.len() > MOST_ROWS {
            let mut rest = miyun::rule::Amount::default();
            for clause in &paying[MOST_ROWS..] {
                rest += clause.by_year.total();
            }
            let more = paying.len() - MOST_ROWS;
            let more = self.say(format!("另{more}条"), format!("{more} more"));
            rows.push(row(String::new(), more, String::new(), rest, false));
        }
        if rows.len() > 1 {
            rows.push(row(self.text(words::SUM), String::new(), String::new(), total, true));
        }
        (rows, scale.unit(), self.text(words::NOTHING))
    }

    /// `2026–2030年`, `2024、2026年`.
    fn run(&self, years: &[Year]) -> String {
        let mut runs: Vec<(Year, Year)> = Vec::new();
        for year in years {
            match runs.last_mut() {
                Some((_, last)) if *year == *last + 1 => *last = *year,
                _ => runs.push((*year, *year)),
            }
        }
        let runs: Vec<String> = runs
            .into_iter()
            .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}–{last}") })
            .collect();
        let runs = reasons::listed(&runs, self.lang);
        self.say(format!("{runs}年"), runs.clone())
    }

    /// When the certain sum can be applied for, that it is a lower bound while something is open, and what has no price.
    fn under_table(&self) -> String {
        let (split, colon) = (self.report.split(), COLON.get(self.lang));
        let comma = if self.lang == Lang::Zh { "；" } else { "; " };
        let mut says: Vec<String> = When::ALL
            .into_iter()
            .map(|when| (when, split.of(when).certain))
            .filter(|(when, certain)| *when == When::Now || !certain.is_zero())
            .map(|(when, certain)| {
                format!("{}{colon}{}", when.word().get(self.lang), figures::amount(certain, self.lang))
            })
            .collect();
        if !self.report.received.is_zero() {
            says.push(format!(
                "{}{colon}{}",
                RECEIVED_BEFORE.get(self.lang),
                figures::amount(self.report.received, self.lang)
            ));
        }
        says.extend(self.report.at_least(self.lang));
        let listed = self.listed();
        says.extend((!listed.is_empty()).then_some(listed));
        says.join(comma)
    }

    /// Clauses met without a price.
    fn listed(&self) -> String {
        let listed: Vec<String> = self
            .report
            .assessments
            .iter()
            .filter(|assessment| assessment.outcome == Outcome::Met && assessment.estimate.in_kind)
            .map(|assessment| {
                let clause = assessment.clause;
                self.say(
                    format!("{}{}", article(clause.article, self.lang), clause.title.zh),
                    format!("{} {}", article(clause.article, self.lang), clause.title.en),
                )
            })
            .collect();
        if listed.is_empty() {
            return String::new();
        }
        format!("{}{}", words::LISTED.get(self.lang), reasons::listed(&listed, self.lang))
    }

    // ── on which conditions ──────────────────────────────────────────────

    fn conditions(&self) -> Vec<HandoutItem> {
        let mut items = Vec::new();
        let (edition, colon) = (self.draft.rules(), COLON.get(self.lang));
        if let Some(gate) = edition.contents.iter().find(|entry| entry.role == Role::Gate) {
            items.push(HandoutItem {
                lead: self.text(words::COMMON),
                text: format!("{}{colon}{}", article(gate.article, self.lang), gate.says.get(self.lang)),
            });
        }
        let told = |provision: &Provision| HandoutItem {
            lead: format!("{}{colon}", article(provision.article, self.lang)),
            text: self.text(provision.says),
        };
        // What cannot be undone and what else stands beside the amounts.
        let mut notes: Vec<&'static Provision> = Vec::new();
        for clause in self.report.counted() {
            if years(clause.by_year).is_empty() {
                continue;
            }
            for note in &clause.assessment.estimate.notes {
                if !notes.iter().any(|other| std::ptr::eq(*other, *note)) {
                    notes.push(note);
                }
            }
        }
        let more = notes.len().saturating_sub(MOST_CONDITIONS);
        items.extend(notes.into_iter().take(MOST_CONDITIONS).map(told));
        if more > 0 {
            let text = self.say(format!("另{more}条说明，见结果页。"), format!("And {more} more, see the result."));
            items.push(HandoutItem { lead: String::new(), text });
        }
        let gave: Vec<String> = self
            .report
            .gave_way
            .iter()
            .map(|gave| {
                let (from, to) = (article(gave.clause.article, self.lang), article(gave.to.article, self.lang));
                self.say(format!("{from}与{to}不重复享受"), format!("{from} gives way to {to}"))
            })
            .collect();
        if !gave.is_empty() {
            items.push(HandoutItem { lead: self.text(words::GIVES_WAY), text: reasons::listed(&gave, self.lang) });
        }
        // How to file, and what is noted of this year, in one item: the page has no more room.
        if let Some(step) = edition.procedure.first() {
            let notes = self.draft.filing.notes().map(|(label, note)| format!("{}{colon}{note}", label.get(self.lang)));
            let says: Vec<String> = std::iter::once(self.text(step.says)).chain(notes).collect();
            let comma = if self.lang == Lang::Zh { "；" } else { "; " };
            items.push(HandoutItem {
                lead: format!("{}{colon}", article(step.article, self.lang)),
                text: says.join(comma),
            });
        }
        for duty in (edition.plan)(&self.draft.facts, self.report).duties {
            let until = match (duty.until, self.lang) {
                (Some(until), Lang::Zh) => format!("{}–{until}年", duty.from),
                (Some(until), Lang::En) => format!("{}–{until}", duty.from),
                (None, _) => self.text(words::FOR_LIFE),
            };
            let mut item = told(duty.provision);
            item.text += &self.say(format!("（{until}）"), format!(" ({until})"));
            items.push(item);
        }
        items
    }

    // ── what is still open ───────────────────────────────────────────────

    fn open(&self) -> Vec<HandoutItem> {
        let mut items = Vec::new();
        let missing = self.report.missing();
        if !missing.is_empty() {
            let (count, names) = (missing.len(), reasons::missing(&missing, &self.draft.facts, self.lang));
            items.push(HandoutItem {
                lead: self.text(words::LACKING),
                text: self.say(format!("{count}个，{names}"), format!("{count}; {names}")),
            });
        }
        // Those that hold most come first.
        let mut raised = self.report.raised();
        raised.order_by_key(|raised| std::cmp::Reverse(raised.adds));
        for raised in raised.iter().take(MOST_DOUBTS) {
            let adds = if raised.adds.is_zero() {
                String::new()
            } else {
                let adds = figures::amount(raised.adds, self.lang);
                self.say(format!("（+{adds}）"), format!(" (+{adds})"))
            };
            items.push(HandoutItem {
                lead: format!("{}{}{}", words::DOUBT.get(self.lang), raised.doubt.number, COLON.get(self.lang)),
                text: format!("{}{adds}", raised.doubt.issue.get(self.lang)),
            });
        }
        if raised.len() > MOST_DOUBTS {
            let more = raised.len() - MOST_DOUBTS;
            let text = self
                .say(format!("另{more}处存疑，见结果页。"), format!("Further open questions: {more}, see the result."));
            items.push(HandoutItem { lead: String::new(), text });
        }
        let flags = self.draft.flags(self.report);
        if !flags.is_empty() {
            let titles: Vec<String> = flags.iter().take(MOST_FLAGS).map(|flag| flag.title(self.lang)).collect();
            let titles = titles.join(if self.lang == Lang::Zh { "、" } else { "; " });
            let (count, see) = (flags.len(), words::SEE_CHECK);
            items.push(HandoutItem {
                lead: self.text(words::FLAGGED),
                text: self.say(
                    format!("{count}处，{titles}{}；{}", if count > MOST_FLAGS { "等" } else { "" }, see.zh),
                    format!("{count}. {titles}{}; {}.", if count > MOST_FLAGS { "; and others" } else { "" }, see.en),
                ),
            });
        }
        if items.is_empty() {
            items.push(HandoutItem { lead: String::new(), text: self.text(words::NO_OPEN) });
        }
        items
    }
}

/// The years that have an amount in any band.
fn years(by_year: &ByYear) -> Vec<Year> {
    by_year
        .iter()
        .filter(|(_, amount)| !(amount.certain.is_zero() && amount.possible.is_zero() && amount.ceiling.is_zero()))
        .map(|(year, _)| year)
        .collect()
}
