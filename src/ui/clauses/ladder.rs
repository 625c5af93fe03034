//! Where the applicant stands on the ladders of a clause, as a picture with its table behind it.

use leptos::prelude::*;
use miyun::answers::facts::Facts;
use miyun::answers::yearly::Source;
use miyun::money::{Money, percent, wan};
use miyun::order::Order;
use miyun::rule::{Assessment, Gives, Ladder, Next, Outcome, Place, Stand, Tier, Tiers};
use miyun::text::{Lang, Text};

use crate::ui::clauses::figures::{self, Scale, fen};
use crate::ui::components::callout::callout;
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::layout::section;
use crate::ui::components::plain::{Column, plain};
use crate::ui::components::step_chart::{Point, Rung, StepChart, step_chart};
use crate::ui::components::tiers::tiers;
use crate::ui::drafts::session::Session;
use crate::ui::words::{FORECAST, Speaks, rules as words};

/// More steps than these bear only the number they begin with.
const ROOMY: usize = 5;

/// The picture of a clause that has ladders; nothing while no figure is known. `None` for a clause without ladders.
pub fn ladder(session: Session, clause_id: &str) -> Option<AnyView> {
    let clause = session.edition().clause(clause_id)?;
    if clause.tiers.is_empty() {
        return None;
    }
    let view = move || {
        let (lang, report) = (session.lang.get(), session.working.get());
        let assessment = report.of(clause.id)?;
        session.draft.with(|draft| {
            let facts = &draft.facts;
            let ladders = Ladder::of(assessment, facts, draft.rules().yearly);
            let drawn = ladders.iter().filter_map(|ladder| View { ladder, assessment, facts, lang }.draw());
            let views: Vec<_> = drawn.collect();
            (!views.is_empty()).then_some(views)
        })
    };
    Some(view.into_any())
}

/// The tiers of a ladder as a table: the caption, the heads of its two columns.
pub fn ladder_table(caption: Text, heads: [Text; 2], ladder: &Tiers, lang: Lang) -> AnyView {
    let row = |(index, tier): (usize, &Tier)| {
        let gives = match tier.gives {
            Gives::Fixed(sum) => sum.named(lang),
            Gives::Rate(rate) => rate.to_string(),
        };
        [ladder.span(index, lang), gives]
    };
    let rows = ladder.tiers.iter().enumerate().map(row).collect();
    tiers(caption.get(lang).to_owned(), heads.map(|head| head.get(lang).to_owned()), rows)
}

/// What a ladder is drawn from.
struct View<'a> {
    ladder: &'a Ladder,
    assessment: &'a Assessment,
    facts: &'a Facts,
    lang: Lang,
}

impl Speaks for View<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl View<'_> {
    fn amount(&self, money: Money) -> String {
        figures::amount(money, self.lang)
    }

    /// In running text: round amounts as the rules name them, others to the fen.
    fn said(&self, money: Money) -> String {
        if money.fen() % wan(1).fen() == 0 { money.named(self.lang) } else { self.amount(money) }
    }

    fn draw(&self) -> Option<AnyView> {
        let stand = self.ladder.nearest()?;
        let next = stand.next.filter(|_| !stand.confirmed());
        let change = next.map(|next| callout(self.change(stand, next).into_any()));
        // A fifth of the way or less is worth a heading; a tier that pays less is none to reach for.
        let near = next.filter(|next| next.short.times(percent(500)) <= next.from && next.gives > stand.gives);
        let title = match near {
            Some(next) => {
                let (title, short) = (self.text(words::LADDER_NEAR), self.said(next.short));
                self.say(format!("{title}还差{short}"), format!("{title}: {short}"))
            }
            None => self.text(words::LADDER),
        };
        let body = view! {
            <div class="step-chart__whole">{change}<div class="mt-5">{self.chart(stand, next)}</div></div>
            <div class="step-chart__table">{disclosure(true, self.text(words::LADDER_TABLE), self.table())}</div>
        };
        Some(section("ladder".into(), title, self.text(words::LADDER_NOTE).into_any(), body.into_any()))
    }

    /// The year of a figure, or its row by its name.
    fn called(&self, place: Place) -> String {
        match self.ladder.table {
            Some(table) => place.named(table, self.facts, self.lang),
            None => place.words(self.lang),
        }
    }

    /// The same; `本案` for the whole.
    fn of(&self, place: Place) -> String {
        match place {
            Place::Whole => self.text(words::LADDER_CASE),
            place => self.called(place),
        }
    }

    /// What a little more would change.
    fn change(&self, stand: &Stand, next: Next) -> String {
        let more = self.said(next.short);
        let (up, by) = if next.gives >= stand.gives {
            (true, self.said(next.gives.less(stand.gives)))
        } else {
            (false, self.said(stand.gives.less(next.gives)))
        };
        let open = match self.assessment.outcome {
            Outcome::Met => false,
            Outcome::NotMet => stand.rung.is_some() || self.assessment.unmet().count() > 1,
            Outcome::Unknown | Outcome::NotApplicable => true,
        };
        let place = self.called(stand.place);
        let (if_zh, if_en) =
            if open { ("其他条件都满足时，", ", once all other conditions hold") } else { ("", "") };
        let (zh, en) = if up { ("多", "rises") } else { ("反而少", "falls") };
        self.say(
            format!("{if_zh}{place}再增{more}，支持{zh}{by}。"),
            if place.is_empty() {
                format!("With {more} more, support {en} by {by}{if_en}.")
            } else {
                format!("With {more} more in {place}, support {en} by {by}{if_en}.")
            },
        )
    }

    fn tiers(&self) -> &'static Tiers {
        self.ladder.tiers
    }

    fn chart(&self, stand: &Stand, next: Option<Next>) -> AnyView {
        let tiers = self.tiers();
        // Steps rise with what they give where they begin, so that a tier that pays less lies lower.
        let mut worth: Vec<Money> = tiers.tiers.iter().map(|tier| tier.on(tier.from)).collect();
        let by_step = worth.clone();
        worth.order();
        worth.dedup();
        let level = |index: usize| {
            let place = by_step.get(index).and_then(|sum| worth.binary_search(sum).ok()).unwrap_or(index);
            u32::try_from(place + 1).unwrap_or(1)
        };
        let mut rungs = vec![Rung {
            level: 0,
            gives: "0".into(),
            wide: tiers.tiers.first().map(|tier| self.below(tier.from, tier.inclusive)).unwrap_or_default(),
            narrow: "0".into(),
            closed: None,
        }];
        rungs.extend(tiers.tiers.iter().enumerate().map(|(index, tier)| {
            let from = figures::short(tier.from, self.lang);
            let wide = match tiers.tiers.get(index + 1) {
                Some(next) if tiers.tiers.len() < ROOMY => format!("{from} – {}", figures::short(next.from, self.lang)),
                _ => match (tier.inclusive, self.lang) {
                    (true, Lang::Zh) => format!("{from}起"),
                    (true, Lang::En) => format!("from {from}"),
                    (false, Lang::Zh) => format!("超过{from}"),
                    (false, Lang::En) => format!("above {from}"),
                },
            };
            Rung {
                level: level(index),
                gives: self.gives(tier.gives),
                wide,
                narrow: from,
                closed: Some(tier.inclusive),
            }
        }));
        let figure = self.scale().figure(stand.figure);
        let place = self.called(stand.place);
        let forecast = if stand.source == Some(Source::Forecast) { FORECAST.get(self.lang) } else { "" };
        let name = match (place.is_empty(), self.lang) {
            (true, _) => figure,
            (false, Lang::Zh) => format!("{place}{forecast}{figure}"),
            (false, Lang::En) if forecast.is_empty() => format!("{place}: {figure}"),
            (false, Lang::En) => format!("{place}, {forecast}: {figure}"),
        };
        let lacks = next.map(|next| {
            let short = self.scale().figure(next.short);
            self.say(format!("再增{short}"), format!("{short} more"))
        });
        let others = self.ladder.stands.iter().filter(|other| *other != stand).map(|other| self.point(other)).collect();
        step_chart(StepChart {
            label: self.label(stand, next),
            rungs,
            you: self.point(stand),
            name,
            lacks,
            others,
            caption: self.caption(stand, next),
        })
    }

    fn scale(&self) -> Scale {
        let figures =
            self.ladder.stands.iter().flat_map(|stand| [Some(stand.figure), stand.next.map(|next| next.short)]);
        Scale::of(figures.flatten(), self.lang)
    }

    fn below(&self, from: Money, inclusive: bool) -> String {
        let from = figures::short(from, self.lang);
        match (inclusive, self.lang) {
            (true, Lang::Zh) => format!("不足{from}"),
            (true, Lang::En) => format!("below {from}"),
            (false, Lang::Zh) => format!("不过{from}"),
            (false, Lang::En) => format!("up to {from}"),
        }
    }

    fn gives(&self, gives: Gives) -> String {
        match gives {
            Gives::Fixed(sum) => figures::short(sum, self.lang),
            Gives::Rate(rate) => rate.to_string(),
        }
    }

    /// Where a figure stands: its step, and how far along it. The top step has no end, so the figure never gets there.
    fn point(&self, stand: &Stand) -> Point {
        let tiers = self.tiers().tiers;
        let from = stand.rung.and_then(|rung| tiers.get(rung)).map_or(0, |tier| fen(tier.from));
        let next = tiers.get(stand.rung.map_or(0, |rung| rung + 1)).map(|tier| tier.from);
        let upper = next.or(self.tiers().top).map(fen);
        let part = fen(stand.figure).saturating_sub(from);
        let whole = upper.map_or(part + from, |upper| upper.saturating_sub(from)).max(1);
        let along = u32::try_from(part.saturating_mul(1000) / whole).unwrap_or(1000);
        Point { rung: stand.rung.map_or(0, |rung| rung + 1), along: along.clamp(25, 975) }
    }

    /// The picture in a sentence.
    fn label(&self, stand: &Stand, next: Option<Next>) -> String {
        let of = self.of(stand.place);
        let figure = self.amount(stand.figure);
        let tier = self.tier_of(stand);
        let short = next.map(|next| self.amount(next.short));
        self.say(
            format!(
                "阶梯图。{of}：{figure}，{tier}{}。",
                short.as_ref().map_or(String::new(), |short| format!("，到下一档还差{short}"))
            ),
            format!(
                "A ladder of tiers. {of}: {figure}, {tier}{}.",
                short.map_or(String::new(), |short| format!(", {short} short of the next"))
            ),
        )
    }

    fn tier_of(&self, stand: &Stand) -> String {
        stand.rung.map_or_else(|| self.text(words::LADDER_BELOW), |rung| self.tiers().span(rung, self.lang))
    }

    /// How the figure is worked out, and how it would be.
    fn caption(&self, stand: &Stand, next: Option<Next>) -> String {
        let scale = Scale::of([stand.figure, stand.gives], self.lang);
        let rate = |rung: Option<usize>| match rung.and_then(|rung| self.tiers().tiers.get(rung)).map(|tier| tier.gives)
        {
            Some(Gives::Rate(rate)) => Some(rate),
            _ => None,
        };
        let unit = scale.unit();
        let (figure, gives) = (scale.figure(stand.figure), scale.figure(stand.gives));
        let now = match (stand.rung, rate(stand.rung)) {
            (None, _) => format!("{figure} {unit}: {}", self.text(words::LADDER_BELOW)),
            (_, Some(rate)) => format!("{figure} × {rate} = {gives} {unit}"),
            (_, None) => format!("{figure} → {gives} {unit}"),
        };
        let now = if self.lang == Lang::Zh {
            now.replace(' ', "").replace(':', "，").replace('×', " × ").replace('=', " = ").replace('→', " → ")
        } else {
            now
        };
        let then = next.map(|next| {
            let (from, gives) = (self.said(next.from), self.said(next.gives));
            match rate(Some(next.rung)) {
                Some(rate) => self.say(
                    format!("；到{from}，全额按{rate}计算，为{gives}"),
                    format!("; at {from} the whole figure takes {rate}, which gives {gives}"),
                ),
                None => self.say(format!("；到{from}，给{gives}"), format!("; at {from} it is {gives}")),
            }
        });
        let ticks = if self.ladder.stands.len() > 1 { words::LADDER_TICKS.get(self.lang) } else { "" };
        format!("{now}{}{}{ticks}", then.unwrap_or_default(), if self.lang == Lang::Zh { "。" } else { "." })
    }

    fn table(&self) -> AnyView {
        let stands = &self.ladder.stands;
        let amounts = stands.iter().flat_map(|stand| {
            let next = stand.next.map_or([Money::ZERO; 2], |next| [next.short, next.gives]);
            [stand.figure, stand.gives, next[0], next[1]]
        });
        let scale = Scale::of(amounts, self.lang);
        let head = |words| self.headed(words, scale.unit());
        let rows = stands
            .iter()
            .map(|stand| {
                let next =
                    |pick: fn(Next) -> Money| stand.next.map_or("—".to_owned(), |next| scale.figure(pick(next)));
                vec![
                    self.of(stand.place),
                    scale.figure(stand.figure),
                    self.tier_of(stand),
                    scale.figure(stand.gives),
                    next(|next| next.short),
                    next(|next| next.gives),
                ]
            })
            .collect();
        let columns = vec![
            (Column::Figure, head(words::LADDER_FIGURE)),
            (Column::Named, self.text(words::LADDER_TIER)),
            (Column::Figure, head(words::LADDER_GIVES)),
            (Column::Figure, head(words::LADDER_SHORT)),
            (Column::Figure, head(words::LADDER_THEN)),
        ];
        let more = self.ladder.more;
        let more = (more > 0).then(|| {
            let more = self.say(format!("另有{more}个数字没有列出。"), format!("{more} more figures are not listed."));
            view! { <p class="soft">{more}</p> }
        });
        view! { {plain(self.text(words::LADDER_WHICH), columns, rows, None)}{more} }.into_any()
    }
}
