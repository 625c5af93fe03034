//! What the rules say of one clause: the conclusion for the aside, and the working with its doubts.

use leptos::prelude::*;
use miyun::article::article;
use miyun::drafts::draft::Draft;
use miyun::money::Money;
use miyun::rule::{Counted, Outcome, Raised, Report, Role, Step, Work};
use miyun::text::Lang;

use crate::ui::clauses::doubt_card::raised_card;
use crate::ui::clauses::figures::{self, Scale};
use crate::ui::clauses::reasons;
use crate::ui::components::bands::{Band, BandTotal, bands};
use crate::ui::components::conditions::{Check, Condition, conditions};
use crate::ui::components::layout::section;
use crate::ui::components::money::{Figure, Size, money};
use crate::ui::components::panel::bare_panel;
use crate::ui::components::plain::{Column, plain};
use crate::ui::components::status::Mark;
use crate::ui::components::verdict::verdict;
use crate::ui::components::working::{WorkingHead, WorkingStep, working as working_table, working_prose};
use crate::ui::drafts::session::Session;
use crate::ui::words::{self, Speaks};

/// How many steps are shown at first, and how many more each time.
const STEPS_AT_ONCE: usize = 50;
/// The most conditions that the aside lists beyond those that decide.
const FEW: usize = 8;
/// The most conditions that the aside lists at all.
const MOST_CONDITIONS: usize = 30;

/// The conclusion: verdict and reason, conditions with their figures, three bands.
pub fn verdict_panel(session: Session, clause_id: &str) -> AnyView {
    let id = clause_id.to_owned();
    (move || {
        let (lang, report) = (session.lang.get(), session.working.get());
        let counted = report.counted();
        let clause = counted.iter().find(|clause| clause.assessment.clause.id == id)?;
        session.draft.with(|draft| Some(View { clause, report: &report, draft, lang }.panel()))
    })
    .into_any()
}

/// How the clause was worked out: in prose, step by step, by year, and what is in doubt.
pub fn working(session: Session, clause_id: &str) -> AnyView {
    let id = clause_id.to_owned();
    let shown = RwSignal::new(STEPS_AT_ONCE);
    (move || {
        let (lang, report) = (session.lang.get(), session.working.get());
        let counted = report.counted();
        let clause = counted.iter().find(|clause| clause.assessment.clause.id == id)?;
        session.draft.with(|draft| {
            let view = View { clause, report: &report, draft, lang };
            Some(view! { {view.working(shown)}{view.doubts()} }.into_any())
        })
    })
    .into_any()
}

/// What a clause is drawn from.
struct View<'a> {
    clause: &'a Counted<'a>,
    report: &'a Report,
    draft: &'a Draft,
    lang: Lang,
}

impl Speaks for View<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl View<'_> {
    fn own(&self) -> miyun::rule::Amount {
        self.clause.assessment.estimate.by_year.total()
    }

    // ── conclusion ───────────────────────────────────────────────────────

    fn panel(&self) -> AnyView {
        let assessment = self.clause.assessment;
        let listed = assessment.outcome == Outcome::Unknown && assessment.missing.is_empty();
        let (mark, word) = match assessment.outcome {
            Outcome::Met if assessment.estimate.in_kind => (Mark::InKind, words::GROUP_MET),
            Outcome::Met => (Mark::Met, words::GROUP_MET),
            Outcome::Unknown if listed => (Mark::InKind, words::GROUP_LISTED),
            Outcome::Unknown => (Mark::Open, words::GROUP_OPEN),
            Outcome::NotMet if assessment.absent.is_some() => (Mark::Na, words::GROUP_ABSENT),
            Outcome::NotMet => (Mark::Unmet, words::GROUP_UNMET),
            Outcome::NotApplicable => (Mark::Na, words::GROUP_NA),
        };
        let why = reasons::verdict(self.clause, self.report, &self.draft.facts, self.lang);
        let checks = self.conditions();
        let checks = (!checks.is_empty()).then(|| view! { <div class="mt-4 mb-4">{conditions(checks)}</div> });
        view! {
            <section class="panel">
                {verdict(mark, self.text(word), why)}
                {checks}
                {self.bands()}
            </section>
        }
        .into_any()
    }

    /// The conditions that decide, the common ones folded into one line when all of them hold.
    fn conditions(&self) -> Vec<Condition> {
        let steps: Vec<&Step> =
            self.clause.assessment.steps.iter().filter(|step| matches!(step.work, Work::Condition { .. })).collect();
        let few = steps.len() <= FEW + 5;
        let gate = |step: &Step| {
            self.draft.rules().entry(step.provision.article).is_some_and(|entry| entry.role == Role::Gate)
        };
        let common: Vec<&Step> = steps.iter().copied().filter(|step| gate(step)).collect();
        let holds = |step: &Step| match step.work {
            Work::Condition { holds, .. } => holds,
            _ => None,
        };
        let fold = common.len() > 1 && common.iter().all(|step| holds(step) == Some(true));
        let mut list = Vec::new();
        if fold {
            let (basis, count) = (article(common[0].provision.article, self.lang), common.len());
            list.push(Condition {
                check: Check::Met,
                word: self.text(words::GROUP_MET),
                text: self.text(words::COMMON_CONDITIONS).into_any(),
                figure: self.say(format!("{basis}，{count} / {count}"), format!("{basis}, {count} of {count}")),
            });
        }
        let rest = steps.into_iter().filter(|step| (step.decides || few) && !(fold && gate(step)));
        list.extend(rest.take(MOST_CONDITIONS).filter_map(|step| self.condition(step)));
        list
    }

    fn condition(&self, step: &Step) -> Option<Condition> {
        let Work::Condition { question, figure, bound, holds } = step.work else { return None };
        let (check, word) = match holds {
            Some(true) => (Check::Met, words::GROUP_MET),
            Some(false) if !step.decides => (Check::Warn, words::GROUP_UNMET),
            Some(false) => (Check::Unmet, words::GROUP_UNMET),
            None => (Check::Open, words::TO_BE_TOLD),
        };
        let place = step.called(&self.draft.facts, self.lang);
        let says = self.text(step.provision.says);
        let text = match (place.is_empty(), self.lang) {
            (true, _) => says,
            (false, Lang::Zh) => format!("{place}，{says}"),
            (false, Lang::En) => format!("{place}: {says}"),
        };
        let figure = match (holds, figures::check(question, figure, bound, self.lang)) {
            (None, figure) if figure.is_empty() => self.text(words::TO_BE_TOLD),
            (_, figure) => figure,
        };
        let text = reasons::sentence(&text, self.lang).into_any();
        Some(Condition { check, word: self.text(word), text, figure })
    }

    fn bands(&self) -> AnyView {
        let (Outcome::Met | Outcome::NotMet) = self.clause.assessment.outcome else { return ().into_any() };
        if self.clause.assessment.estimate.in_kind {
            return ().into_any();
        }
        let total = self.clause.by_year.total();
        let none = || view! { <span class="soft">{self.text(words::NOT_IN_CLAUSE)}</span> }.into_any();
        let amount = |text: String, value: Option<Money>, scale: Scale| {
            money(Size::Amount, Figure::fixed(text, value.map(|money| money.to_string()), scale.unit()))
        };
        let years = self.clause.years();
        let span = match (years.first(), years.last()) {
            (Some((first, _)), Some((last, _))) if first != last => format!("{first} – {last}"),
            (Some((only, _)), _) => only.to_string(),
            _ => String::new(),
        };
        let scale = Scale::of([total.certain], self.lang);
        let certain = if total.certain.is_zero() {
            none()
        } else {
            amount(scale.figure(total.certain), Some(total.certain), scale)
        };
        let numbers: Vec<String> = self
            .raised()
            .iter()
            .filter(|raised| !raised.adds.is_zero())
            .map(|raised| raised.doubt.number.to_owned())
            .collect();
        let numbers = if numbers.is_empty() {
            String::new()
        } else {
            let numbers = reasons::listed(&numbers, self.lang);
            self.say(format!("存疑{numbers}"), format!("open question {numbers}"))
        };
        let scale = Scale::of([total.possible], self.lang);
        let (possible, numbers) = if total.possible.is_zero() {
            (none(), String::new())
        } else {
            (amount(scale.plus(total.possible), Some(total.possible), scale), numbers)
        };
        let scale = Scale::of([total.floor, total.ceiling], self.lang);
        let decision =
            if total.ceiling.is_zero() { none() } else { amount(scale.range(total.floor, total.ceiling), None, scale) };
        let band = |band, name, count, amount| BandTotal { band, name: self.text(name), count, amount, note: None };
        bands(
            true,
            vec![
                band(Band::Certain, words::CERTAIN, span, certain),
                band(Band::Possible, words::POSSIBLE, numbers, possible),
                band(Band::Decision, words::DECISION, String::new(), decision),
            ],
        )
    }

    // ── working ──────────────────────────────────────────────────────────

    fn working(&self, shown: RwSignal<usize>) -> AnyView {
        let assessment = self.clause.assessment;
        let all = assessment.steps.len();
        let count = shown.get().min(all);
        let steps = assessment.steps.iter().take(count).map(|step| self.step(step)).collect();
        let own = self.own();
        let basis = article(assessment.clause.article, self.lang);
        let total = (!own.certain.is_zero()).then(|| {
            (self.say(format!("{basis}可测算合计"), format!("{basis}, calculable in all")), own.certain.grouped())
        });
        let head = WorkingHead {
            caption: self.text(words::WORKING_CAPTION),
            no: self.text(words::WORKING_NO),
            step: self.text(words::WORKING_STEP),
            basis: self.text(words::WORKING_BASIS),
            result: self.text(words::WORKING_RESULT),
        };
        let table = (all > 0).then(|| working_table(head, steps, total));
        let more = (count < all).then(|| {
            let label = self.say(
                format!("再看{}步（共{all}步，已列{count}步）", STEPS_AT_ONCE.min(all - count)),
                format!("Show {} more ({count} of {all} steps shown)", STEPS_AT_ONCE.min(all - count)),
            );
            view! {
                <button class="button button--small mt-3" type="button" on:click=move |_| shown.update(|shown| *shown += STEPS_AT_ONCE)>
                    {label}
                </button>
            }
        });
        let capital = (self.lang == Lang::Zh && !own.certain.is_zero()).then(|| {
            view! { <p class="small soft mt-2">{words::IN_CAPITALS.zh}{own.certain.capital()}</p> }
        });
        let limited = (self.clause.by_year.total().certain != own.certain).then(|| {
            let counts = figures::amount(self.clause.total(), self.lang);
            let to: Vec<String> = self
                .report
                .gave_way
                .iter()
                .filter(|gave| gave.clause.id == assessment.clause.id)
                .map(|gave| article(gave.to.article, self.lang))
                .collect();
            let to = reasons::listed(&to, self.lang);
            let text = match (to.is_empty(), self.lang) {
                (true, Lang::Zh) => format!("与其他条款合算后，本条计入{counts}。"),
                (true, Lang::En) => format!("Together with other clauses, this one counts {counts}."),
                (false, Lang::Zh) => format!("与{to}不重复享受，合计里本条计入{counts}。"),
                (false, Lang::En) => format!("It gives way to {to}; of this clause {counts} count in the total."),
            };
            view! { <p class="small mt-2">{text}</p> }
        });
        let notes: Vec<AnyView> = assessment
            .estimate
            .notes
            .iter()
            .map(|note| {
                let (says, basis) = (self.text(note.says), article(note.article, self.lang));
                let text = self.say(format!("注：{says}（{basis}）。"), format!("Note: {says} ({basis})."));
                view! { <p class="small soft mt-2">{text}</p> }.into_any()
            })
            .collect();
        let body = view! {
            {working_prose(self.prose())}
            {table}
            {more}
            {capital}
            {limited}
            {notes}
            {self.years()}
        }
        .into_any();
        section("working".into(), self.text(words::WORKING), self.text(words::WORKING_NOTE).into_any(), body)
    }

    fn step(&self, step: &Step) -> WorkingStep {
        let line = step.line(&self.draft.facts, self.lang);
        WorkingStep {
            text: reasons::sentence(&line.text, self.lang),
            formula: (!line.formula.is_empty()).then_some(line.formula),
            basis: article(step.provision.article, self.lang),
            result: line.result,
        }
    }

    /// What was done, before the table says it step by step.
    fn prose(&self) -> String {
        let assessment = self.clause.assessment;
        let checked =
            assessment.steps.iter().filter(|step| step.decides && matches!(step.work, Work::Condition { .. })).count();
        let own = self.own();
        let reason = match assessment.outcome {
            Outcome::NotMet => reasons::unmet_in_a_line(assessment, &self.draft.facts, self.lang),
            _ => reasons::verdict(self.clause, self.report, &self.draft.facts, self.lang),
        };
        let basis = article(assessment.clause.article, self.lang);
        match assessment.outcome {
            Outcome::NotApplicable => self.say(
                format!("{reason}。贵机构不在其中，所以没有往下算。"),
                format!("{reason}. You are not among them, so nothing further was worked out."),
            ),
            Outcome::Unknown if assessment.missing.is_empty() => self.say(format!("{reason}。"), format!("{reason}.")),
            Outcome::Unknown => self.say(
                format!("{reason}。补上以后才能往下算；没有的答案不当作零。"),
                format!(
                    "{reason}. The rest is worked out once they are there; what is not known never counts as zero."
                ),
            ),
            Outcome::NotMet if assessment.absent.is_some() => self.say(
                format!("{reason}，所以没有金额；不算不符合，以后有了再填。"),
                format!("{reason}, so there is no amount. It does not count against you; fill it in when there is."),
            ),
            Outcome::NotMet if own.possible.is_zero() => self.say(
                format!("核对了{checked}项条件，{reason}，所以没有金额。"),
                format!("Of {checked} conditions checked, {reason}; so there is no amount."),
            ),
            Outcome::NotMet => {
                let possible = figures::amount(own.possible, self.lang);
                self.say(
                    format!("核对了{checked}项条件，{reason}。换一种读法才有{possible}，列在待确认。"),
                    format!("Of {checked} conditions checked, {reason}. Only a wider reading gives {possible}, shown as possible."),
                )
            }
            Outcome::Met => {
                let sums = match (own.certain.is_zero(), own.ceiling.is_zero()) {
                    (false, _) => {
                        let certain = figures::amount(own.certain, self.lang);
                        self.say(format!("，合计{certain}"), format!(", {certain} in all"))
                    }
                    (true, false) => {
                        let ceiling = figures::amount(own.ceiling, self.lang);
                        self.say(format!("，由区政府在{ceiling}以内决定"), format!(", by decision up to {ceiling}"))
                    }
                    (true, true) => String::new(),
                };
                self.say(
                    format!(
                        "先核对{checked}项条件，全部符合；再按{basis}：{}{sums}。",
                        reasons::how(assessment, &self.draft.facts, self.lang)
                    ),
                    format!(
                        "{checked} conditions were checked and are met. Then, under {basis}: {}{sums}.",
                        reasons::how(assessment, &self.draft.facts, self.lang)
                    ),
                )
            }
        }
    }

    /// The amounts by year, where they come in several years.
    fn years(&self) -> Option<AnyView> {
        let by_year = &self.clause.assessment.estimate.by_year;
        if by_year.iter().count() < 2 {
            return None;
        }
        let scale = Scale::of(
            by_year.iter().flat_map(|(_, amount)| [amount.certain, amount.possible, amount.floor, amount.ceiling]),
            self.lang,
        );
        let total = by_year.total();
        let mut columns = Vec::new();
        let mut picks: Vec<fn(miyun::rule::Amount, Scale) -> String> = Vec::new();
        let head = |words| self.headed(words, scale.unit());
        if !total.certain.is_zero() {
            columns.push((Column::Figure, head(words::CERTAIN)));
            picks.push(|amount, scale| or_dash(amount.certain, scale.figure(amount.certain)));
        }
        if !total.possible.is_zero() {
            columns.push((Column::Figure, head(words::POSSIBLE)));
            picks.push(|amount, scale| or_dash(amount.possible, scale.plus(amount.possible)));
        }
        if !total.ceiling.is_zero() {
            columns.push((Column::Figure, head(words::DECISION_CEILING)));
            picks.push(|amount, scale| or_dash(amount.ceiling, scale.figure(amount.ceiling)));
        }
        let row = |name: String, amount| {
            let mut row = vec![name];
            row.extend(picks.iter().map(|pick| pick(amount, scale)));
            row
        };
        let rows = by_year.iter().map(|(year, amount)| row(year.to_string(), amount)).collect();
        let foot = Some(row(self.text(words::SUM), total));
        let table = plain(self.text(words::FISCAL_YEAR), columns, rows, foot);
        Some(view! { <div class="mt-6">{bare_panel("by-year-title", self.text(words::YEARS), table)}</div> }.into_any())
    }

    // ── doubts ───────────────────────────────────────────────────────────

    fn raised(&self) -> Vec<Raised> {
        let id = self.clause.assessment.clause.id;
        let mut raised = self.report.raised();
        raised.retain(|raised| raised.clauses.iter().any(|clause| clause.id == id));
        raised
    }

    fn doubts(&self) -> Option<AnyView> {
        let raised = self.raised();
        if raised.is_empty() {
            return None;
        }
        let adds: Money = raised.iter().map(|raised| raised.adds).max().unwrap_or_default();
        let count = raised.len();
        let title = match (adds.is_zero(), self.lang, count) {
            (true, Lang::Zh, 1) => "一处存疑".to_owned(),
            (true, Lang::Zh, _) => format!("{count}处存疑"),
            (true, Lang::En, 1) => "One open question".to_owned(),
            (true, Lang::En, _) => format!("{count} open questions"),
            (false, Lang::Zh, 1) => format!("一处存疑，影响{}", figures::amount(adds, self.lang)),
            (false, Lang::Zh, _) => format!("{count}处存疑，最多影响{}", figures::amount(adds, self.lang)),
            (false, Lang::En, 1) => format!("One open question about {}", figures::amount(adds, self.lang)),
            (false, Lang::En, _) => {
                format!("{count} open questions, about {} at most", figures::amount(adds, self.lang))
            }
        };
        let cards: Vec<AnyView> = raised.iter().map(|raised| raised_card(raised, self.lang)).collect();
        let body = view! { <div class="stack stack--wide">{cards}</div> }.into_any();
        Some(section("doubts".into(), title, self.text(words::DOUBTS_NOTE).into_any(), body))
    }
}

fn or_dash(amount: Money, text: String) -> String {
    if amount.is_zero() { "—".to_owned() } else { text }
}
