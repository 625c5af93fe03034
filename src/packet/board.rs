//! 决策参考: one page for those who decide: what is recommended, what else there is, what it rests on, what may go wrong and
//! what is open. Not filed.

use std::cmp::Ordering;

use crate::answers::yearly::Source;
use crate::article::article;
use crate::date::{Date, Year};
use crate::drafts::draft::Draft;
use crate::drafts::scenario::compare;
use crate::money::Money;
use crate::order::Order;
use crate::packet::{Block, Pairs, Part, Seal, Volume, words};
use crate::planner::{self, Cliff, Election, Forecast, Way};
use crate::rule::repayable::Turn;
use crate::rule::{Edition, Place, Raised, Report};
use crate::text::{Lang, Text, listed, sentence, text};

const TITLE: Text = text("决策参考", "For the board");
const NOTE: Text = text(
    "供内部决策，不申报。金额为估算，以批准为准；细则在申报当日是否仍执行，先向{office}确认。",
    "For a decision within the institution; not filed. Estimates until approval: ask {office} first whether the rules are still in force.",
);
const RECOMMENDATION: Text = text("建议", "Recommendation");
const ALTERNATIVES: Text = text("备选", "Alternatives");
const ASSUMPTIONS: Text = text("假设", "Assumptions");
const RISKS: Text = text("风险", "Risks");
const DOUBTS: Text = text("存疑", "Open questions");
const AS_TOLD: Text = text("各条的条件按草稿里的答案判断", "The conditions are judged by the answers in the draft");
const NO_ALTERNATIVES: Text = text("没有需要比较的选择。", "There is no choice to compare.");
const NO_RISKS: Text = text("没有发现。", "None was found.");
const NO_DOUBTS: Text = text("没有影响本案的存疑。", "None bears on this case.");

/// The most items of a list: the page is one, and English words are longer.
const fn most(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 5,
        Lang::En => 3,
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct Board {
    lang: Lang,
    name: String,
    seal: Seal,
    is_open: bool,
    part: Part,
}

impl Board {
    /// Lays the page out. Years to come that have no figure take what the forecast says; `today` is the day of printing.
    #[must_use]
    pub fn lay_out(draft: &Draft, forecast: &Forecast, lang: Lang, today: Date) -> Self {
        let report = draft.claimed(true);
        let edition = draft.rules();
        let elections = planner::elections(edition, &draft.facts, forecast);
        let case = Case { draft, edition, report: &report, forecast, elections: &elections, lang };
        // One frame, a row each: the page is one.
        let rows = [
            (RECOMMENDATION, case.recommendation()),
            (ALTERNATIVES, case.alternatives()),
            (ASSUMPTIONS, case.assumptions()),
            (RISKS, case.risks(today)),
            (DOUBTS, case.doubts()),
        ];
        let row = |(name, lines): (Text, Vec<String>)| vec![(case.text(name), lines.join("\n").into())];
        let rows = Pairs { label: case.text(TITLE), rows: rows.into_iter().map(row).collect(), joined: false };
        let blocks = vec![Block::Pairs(rows), Block::Note(case.text(NOTE))];
        Self {
            lang,
            name: draft.name().map_or_else(|| words::NO_NAME.get(lang).to_owned(), str::to_owned),
            seal: Seal::of(draft),
            is_open: report.open().next().is_some(),
            part: Part { id: "board", title: case.text(TITLE), blocks },
        }
    }

    /// As sheets that are bound together.
    #[must_use]
    pub fn volume(&self) -> Volume<'_> {
        Volume {
            lang: self.lang,
            title: self.part.title.clone(),
            name: &self.name,
            seal: &self.seal,
            draft: self.is_open,
            cover: None,
            parts: std::slice::from_ref(&self.part),
        }
    }
}

/// What the page is made from.
struct Case<'a> {
    draft: &'a Draft,
    edition: &'static Edition,
    report: &'a Report,
    forecast: &'a Forecast,
    elections: &'a [Election],
    lang: Lang,
}

impl Case<'_> {
    fn text(&self, words: Text) -> String {
        self.edition.papers.say(words, self.lang)
    }

    fn say(&self, zh: String, en: String) -> String {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The first few, and how many more there are; or that there is nothing.
    fn few(&self, mut items: Vec<String>, nothing: Text) -> Vec<String> {
        let more = items.len().saturating_sub(most(self.lang));
        items.truncate(most(self.lang));
        if items.is_empty() {
            items.push(self.text(nothing));
        } else if more > 0 {
            items.push(self.say(format!("另有{more}项"), format!("and {more} more")));
        }
        items
    }

    fn recommendation(&self) -> Vec<String> {
        let (total, now) =
            (self.report.total().certain.said(self.lang), self.report.split().now.certain.said(self.lang));
        let mut says = vec![match self.draft.year() {
            Some(year) => self.say(
                format!("申报{year}年度：可申请{now}；各年度可测算合计{total}"),
                format!("Apply for {year}: {now} can be applied for; over all years {total} can be worked out"),
            ),
            None => self.say(format!("各年度可测算合计{total}"), format!("Over all years {total} can be worked out")),
        }];
        says.extend(self.report.at_least(self.lang).map(|says| sentence(&says, self.lang)));
        let choice = |election: &Election| {
            let (no, headline) = (article(election.clause.article, self.lang), election.headline(self.lang));
            let title = election.clause.title.get(self.lang);
            self.say(format!("{no}（{title}）：{headline}"), format!("{no} ({title}): {headline}"))
        };
        says.extend(self.elections.iter().map(choice));
        says
    }

    /// The other years that can be chosen, and the scenarios, each with what it comes to and how far that is from the best
    /// year, or from the draft.
    fn alternatives(&self) -> Vec<String> {
        let mut says = Vec::new();
        for election in self.elections {
            let ranked = election.ranked();
            let Some(best) = ranked.first() else { continue };
            let no = article(election.clause.article, self.lang);
            let mut way = |way: &Way, word: Text| {
                let (year, total) = (Place::Year(way.year).words(self.lang), way.total.said(self.lang));
                let less = best.total.less(way.total).said(self.lang);
                let (word, open) = (word.get(self.lang), if way.open() { LOWER_BOUND.get(self.lang) } else { "" });
                says.push(self.say(
                    format!("{no}选{year}（{word}{open}）：{total}，比最多的少{less}"),
                    format!("{no}, {year} ({word}{open}): {total}, {less} less than the most"),
                ));
            };
            if let Some(second) = ranked.get(1) {
                way(second, SECOND);
            }
            if let Some(least) = ranked.get(2..).and_then(<[&Way]>::last) {
                way(least, LEAST);
            }
        }
        let compared = compare(self.edition, &self.draft.facts, self.forecast, &self.draft.scenarios);
        let totals = compared.comparison.totals();
        let draft = totals.amounts.first().map_or(Money::ZERO, |amount| amount.certain);
        for (scenario, amount) in self.draft.scenarios.iter().zip(totals.amounts.iter().skip(1)) {
            let (name, total) = (&scenario.name, amount.certain.said(self.lang));
            let (more, less) = (amount.certain.less(draft), draft.less(amount.certain));
            let against = match (amount.certain.cmp(&draft), self.lang) {
                (Ordering::Equal, Lang::Zh) => "与草稿相同".to_owned(),
                (Ordering::Equal, Lang::En) => "the same as the draft".to_owned(),
                (Ordering::Greater, Lang::Zh) => format!("比草稿多{}", more.said(self.lang)),
                (Ordering::Greater, Lang::En) => format!("{} more than the draft", more.said(self.lang)),
                (Ordering::Less, Lang::Zh) => format!("比草稿少{}", less.said(self.lang)),
                (Ordering::Less, Lang::En) => format!("{} less than the draft", less.said(self.lang)),
            };
            says.push(self.say(
                format!("方案“{name}”：可测算合计{total}，{against}"),
                format!("Scenario “{name}”: {total} in all, {against}"),
            ));
        }
        if says.is_empty() {
            says.push(self.text(NO_ALTERNATIVES));
        }
        says
    }

    fn assumptions(&self) -> Vec<String> {
        let facts = &self.draft.facts;
        let mut says = vec![self.text(AS_TOLD)];
        if let Some(yearly) = self.edition.yearly {
            let label = yearly.question.spec.label.get(self.lang);
            let mut forecast: Vec<Year> =
                yearly.years(facts).filter(|year| yearly.source(facts, *year) == Some(Source::Forecast)).collect();
            forecast.order();
            if !forecast.is_empty() {
                let years = self.years(&forecast);
                says.push(self.say(
                    format!("{years}年度的{label}是预计数，以区级部门确认的为准"),
                    format!("{label}, forecast: {years}; what the district confirms settles it"),
                ));
            }
        }
        let is_assumed = self.elections.iter().flat_map(|of| &of.columns).any(|column| column.assumed.is_some());
        says.extend(self.forecast.says(self.lang).filter(|_| is_assumed));
        for scenario in &self.draft.scenarios {
            let (name, count) = (&scenario.name, scenario.differences().len());
            let assumed =
                scenario.forecast.says(self.lang).map(|says| self.say(format!("；{says}"), format!("; {says}")));
            let assumed = assumed.unwrap_or_default();
            says.push(self.say(
                format!("方案“{name}”有{count}处与草稿不同{assumed}"),
                format!("Scenario “{name}” differs from the draft in {count} places{assumed}"),
            ));
        }
        says
    }

    fn years(&self, years: &[Year]) -> String {
        let years: Vec<String> = years.iter().map(Year::to_string).collect();
        listed(&years, self.lang)
    }

    /// What would have to be repaid, where more brings less, what rests on a decision, and what a reviewer would ask.
    fn risks(&self, today: Date) -> Vec<String> {
        let mut says: Vec<String> = self.at_stake(today).into_iter().collect();
        let ceiling = self.report.total().ceiling;
        if !ceiling.is_zero() {
            let ceiling = ceiling.said(self.lang);
            says.push(self.say(
                format!("一事一议上限{ceiling}由区政府决定，不在合计内"),
                format!("By decision of the district government, up to {ceiling}: it is in no sum"),
            ));
        }
        says.extend(
            planner::cliffs(self.edition, &self.draft.facts, self.report).iter().map(|cliff| self.cliff(cliff)),
        );
        says.extend(self.draft.flags(self.report).iter().map(|flag| flag.title(self.lang)));
        self.few(says, NO_RISKS)
    }

    /// The most that would have to be repaid from today on, and when it is free.
    fn at_stake(&self, today: Date) -> Option<String> {
        let repayable = (self.edition.repayable)(&self.draft.facts, self.report);
        let turns = repayable.turns();
        let ahead = turns.iter().filter(|turn| turn.day >= today);
        let most = ahead.map(|turn| turn.amount).chain([repayable.on(today)]).max().filter(|most| !most.is_zero())?;
        let (most, received) = (most.said(self.lang), repayable.received_on(today).said(self.lang));
        let day = |day: Date| self.say(day.zh(), day.en());
        let free = turns.iter().rev().find(|turn: &&Turn<'_>| turn.amount.is_zero()).map(|turn| day(turn.day));
        Some(match (free, self.lang) {
            (Some(free), Lang::Zh) => {
                format!("违反迁出、减资等义务须退还已得的全部：最多{most}，其中现已领{received}；{free}起不再约束")
            }
            (Some(free), Lang::En) => format!(
                "Breaking a duty (address, capital, tax) means repaying all that was received: up to {most}, {received} so far; none binds from {free} on"
            ),
            (None, Lang::Zh) => {
                format!("违反迁出、减资等义务须退还已得的全部：最多{most}，其中现已领{received}；机构存续期内一直约束")
            }
            (None, Lang::En) => format!(
                "Breaking a duty (address, capital, tax) means repaying all that was received: up to {most}, {received} so far; they bind for life"
            ),
        })
    }

    fn cliff(&self, cliff: &Cliff) -> String {
        let no = article(cliff.clause.article, self.lang);
        let [from, before, after] = [cliff.from, cliff.before, cliff.after].map(|amount| amount.said(self.lang));
        self.say(
            format!("{no}：到{from}，由接近{before}降为{after}"),
            format!("{no}: at {from} support falls from nearly {before} to {after}"),
        )
    }

    /// The open questions, those that move most first.
    fn doubts(&self) -> Vec<String> {
        let mut raised = self.report.raised();
        raised.order_by_key(|raised| std::cmp::Reverse(raised.adds));
        let says = |raised: &Raised| {
            let (number, issue) = (raised.doubt.number, sentence(raised.doubt.issue.get(self.lang), self.lang));
            let adds = raised.adds.said(self.lang);
            match raised.adds.is_zero() {
                true => format!("{number}　{issue}"),
                false => self.say(
                    format!("{number}　{issue}（更有利的读法再加{adds}）"),
                    format!("{number}　{issue} (a more favourable reading adds {adds})"),
                ),
            }
        };
        self.few(raised.iter().map(says).collect(), NO_DOUBTS)
    }
}

const SECOND: Text = text("其次", "second");
const LEAST: Text = text("最少", "least");
const LOWER_BOUND: Text = text("，下限", ", a lower bound");
