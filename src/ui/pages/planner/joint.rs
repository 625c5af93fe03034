//! All choices together: the best plan, what the others lose, what is closed, and which clauses to file.

use crate::ui::clauses::figures::{self, Scale};
use crate::ui::clauses::reasons::listed;
use crate::ui::components::callout::callout;
use crate::ui::components::facts::facts;
use crate::ui::components::layout::section;
use crate::ui::components::plain::{Column, captioned, plain};
use crate::ui::pages::planner::Planner;
use crate::ui::words::packet::given_up;
use crate::ui::words::{Speaks, planner as words};
use leptos::prelude::*;
use miyun::article::article;
use miyun::money::Money;
use miyun::order::Order;
use miyun::planner::{self, Decision, Flip, Joint, Plan, Rank, RowYears, Rows, Share};
use miyun::rule::{Clause, Figure};

impl Planner<'_> {
    pub(super) fn joint(&self, of: &Joint) -> AnyView {
        let best = of.best().map(|best| {
            let rows = of.decisions.iter().zip(&best.picks).map(|(decision, pick)| {
                let pick = pick.map_or_else(|| self.text(words::NOT_USED), |pick| pick.words(self.lang));
                (decision.choice.subject.words(self.lang), pick.into_any())
            });
            let rows = rows.chain(of.rows.as_ref().map(|rows| self.row_years_in_short(rows))).collect::<Vec<_>>();
            view! { {callout(self.headline(of, best).into_any())} <div class="mt-4">{facts(false, rows)}</div> }
        });
        let refused: Vec<_> = of.refused.iter().map(|refused| callout(refused.says(self.lang).into_any())).collect();
        let decisions: Vec<_> = of.decisions.iter().map(|decision| self.options(decision)).collect();
        let body = view! {
            {best}
            {refused}
            {(of.plans.len() > 1).then(|| self.plans(of))}
            {decisions}
            {self.flips(of)}
            {of.rows.as_ref().map(|rows| self.row_years(rows))}
            {(!of.closed.is_empty()).then(|| self.closed(of))}
        };
        section("joint".into(), self.text(words::JOINT), self.text(words::JOINT_NOTE).into_any(), body.into_any())
    }

    /// What it comes to beside the draft. It is the best only where that is sure.
    fn headline(&self, of: &Joint, best: &Plan) -> String {
        let (total, gain) = (self.amount(best.total), self.amount(of.gain()));
        let first = if of.settled {
            self.say(
                format!("这样选，可测算合计最多：{total}"),
                format!("Chosen so, the calculable total is largest: {total}"),
            )
        } else {
            self.say(
                format!("按现有的数，这样选合计最多：{total}；有的数还没有或只是假设，不能确定"),
                format!("By the figures at hand this brings most: {total}; some are missing or assumed, so it is not settled"),
            )
        };
        let own = match of.gain().is_zero() {
            true => self.say("草稿现在就是这个合计".into(), "the draft comes to the same now".into()),
            false => self.say(format!("比草稿现在多{gain}"), format!("that is {gain} more than the draft now")),
        };
        self.say(format!("{first}。{own}。"), format!("{first}; {own}."))
    }

    fn plans(&self, of: &Joint) -> AnyView {
        let most = of.best().map_or(Money::ZERO, |best| best.total);
        let amounts = of.plans.iter().flat_map(|plan| {
            plan.years.iter().map(|(_, paid)| *paid).chain([plan.total]).chain(plan.range.map(|(low, _)| low))
        });
        let scale = Scale::of(amounts, self.lang);
        let rank = |plan: &Plan| {
            self.text(match plan.rank {
                Rank::Best => words::PLAN_BEST,
                Rank::Second => words::PLAN_SECOND,
                Rank::Worst => words::PLAN_WORST,
            })
        };
        let ranged = of.plans.iter().any(|plan| plan.range.is_some());
        let rows = of.plans.iter().map(|plan| {
            let less = most.less(plan.total);
            let less = if less.is_zero() { "—".to_owned() } else { scale.figure(less) };
            let mut cells = vec![rank(plan), self.picks(of, plan), scale.figure(plan.total), less];
            if ranged {
                cells.push(plan.range.map(|(low, high)| scale.range(low, high)).unwrap_or_default());
            }
            cells
        });
        let mut columns = vec![
            (Column::Text, self.text(words::PICKED)),
            (Column::Amount, self.headed(words::SUM, scale.unit())),
            (Column::Figure, self.text(words::LESS)),
        ];
        columns.extend(ranged.then(|| (Column::Figure, self.text(words::ENDS))));
        let plans = captioned(self.text(words::PLANS), self.text(words::PLAN), columns, rows.collect());

        let mut years: Vec<_> = of.plans.iter().flat_map(|plan| plan.years.iter().map(|(year, _)| *year)).collect();
        years.order();
        years.dedup();
        let rows = years.iter().map(|year| {
            let paid =
                |plan: &Plan| plan.years.iter().find(|(other, _)| other == year).map_or(Money::ZERO, |(_, paid)| *paid);
            let cells = of.plans.iter().map(|plan| scale.figure(paid(plan)));
            std::iter::once(self.year(*year)).chain(cells).collect()
        });
        let columns = of.plans.iter().map(|plan| (Column::Figure, rank(plan))).collect();
        let caption = self.headed(words::PLAN_YEARS, scale.unit());
        let by_year = captioned(caption, self.text(words::YEAR), columns, rows.collect());
        view! { {plans}{by_year} }.into_any()
    }

    /// What is chosen, in one line; of the plans behind the best only what differs.
    fn picks(&self, of: &Joint, plan: &Plan) -> String {
        let best = of.best().map_or(&[][..], |best| &best.picks);
        let mut says: Vec<String> = Vec::new();
        for ((decision, pick), best) in of.decisions.iter().zip(&plan.picks).zip(best) {
            let same = match (pick, best) {
                (Some(pick), Some(best)) => pick.is(*best),
                (None, _) => true,
                _ => false,
            };
            if let (Some(pick), true) = (pick, plan.rank == Rank::Best || !same) {
                let (subject, pick) = (decision.choice.subject.words(self.lang), pick.words(self.lang));
                says.push(self.say(format!("{subject}：{pick}"), format!("{subject}: {pick}")));
            }
        }
        match (&plan.rows, &of.rows) {
            (Rows::Second(row), Some(rows)) => {
                let name = rows.name(row.row, &self.draft.facts, self.lang);
                let year = row.years.get(1).map(|(year, _)| self.year(*year)).unwrap_or_default();
                says.push(self.say(format!("{name}：{year}"), format!("{name}: {year}")));
            }
            (Rows::Least, _) => {
                says.push(self.say("各家取最少的一年".into(), "each enterprise in its worst year".into()));
            }
            _ => {}
        }
        listed(&says, self.lang)
    }

    /// The options of a choice, with what each costs.
    fn options(&self, decision: &Decision) -> AnyView {
        let choice = &decision.choice;
        let scale = Scale::of(choice.options.iter().map(|option| option.less), self.lang);
        let rows = choice.options.iter().enumerate().map(|(place, option)| {
            let mut says = Vec::new();
            if choice.own == Some(place) {
                says.push(self.text(words::OWN));
            }
            if option.past {
                says.push(self.text(words::PAST));
            }
            let less = if option.less.is_zero() { self.text(words::MOST) } else { scale.figure(option.less) };
            vec![option.pick.words(self.lang), less, listed(&says, self.lang)]
        });
        let columns =
            vec![(Column::Amount, self.headed(words::LESS, scale.unit())), (Column::Text, self.text(words::REMARK))];
        captioned(choice.subject.words(self.lang), self.text(words::OPTION), columns, rows.collect())
    }

    /// What would turn the choices among sides; those among years say it themselves.
    fn flips(&self, of: &Joint) -> Option<AnyView> {
        let rows: Vec<_> =
            of.decisions.iter().flat_map(|decision| &decision.flips).map(|flip| self.flip(flip)).collect();
        let columns = vec![(Column::Text, self.text(words::THEN))];
        (!rows.is_empty()).then(|| captioned(self.text(words::FLIPS), self.text(words::IF), columns, rows))
    }

    fn flip(&self, flip: &Flip) -> Vec<String> {
        let name = flip.cell.words(&self.draft.facts, self.lang);
        let to = figures::figure(flip.turns, self.lang);
        let then = match flip.best {
            Some(best) => {
                let best = best.words(self.lang);
                self.say(format!("改为{best}更多"), format!("{best} brings more"))
            }
            None => self.text(words::NONE_LEFT),
        };
        let up = match (flip.stands, flip.turns) {
            (Figure::Count(from), Figure::Count(to)) => to > from,
            (from, to) => {
                let (to, from) = to.factor().over(from.factor());
                to > from
            }
        };
        let reached = if up {
            self.say(format!("{name}达到{to}"), format!("{name} reaches {to}"))
        } else {
            self.say(format!("{name}降到{to}"), format!("{name} falls to {to}"))
        };
        vec![reached, then]
    }

    /// The rows that choose their years each for itself, in one line.
    fn row_years_in_short(&self, rows: &RowYears) -> (String, AnyView) {
        let clause = rows.rule.clause;
        let (no, title) = (article(clause.article, self.lang), clause.title.get(self.lang));
        let (open, less) = (rows.open, self.amount(rows.less));
        let name = self.say(format!("{no}{title}的年度"), format!("{no}, {title}: the years"));
        let says = self.say(
            format!("各家取最多的一年；{open}家有不止一年可选，都取最少的一年共少{less}"),
            format!("each in its best year; {open} have more than one, and all in their worst lose {less}"),
        );
        (name, says.into_any())
    }

    fn row_years(&self, rows: &RowYears) -> AnyView {
        let lines = rows.named.iter().map(|row| {
            let said: Vec<String> =
                row.years.iter().map(|(year, paid)| format!("{} {}", self.year(*year), self.amount(*paid))).collect();
            let (best, others) = said.split_first().map(|(best, others)| (best.clone(), others)).unwrap_or_default();
            vec![rows.name(row.row, &self.draft.facts, self.lang), best, listed(others, self.lang)]
        });
        let columns =
            vec![(Column::Named, self.text(words::BEST_YEAR)), (Column::Named, self.text(words::OTHER_YEARS))];
        captioned(self.text(words::ROW_YEARS), self.text(words::ENTERPRISE), columns, lines.collect())
    }

    /// What is closed for one reason stands in one line.
    fn closed(&self, of: &Joint) -> AnyView {
        let mut lines: Vec<(String, Vec<String>, String)> = Vec::new();
        for closed in &of.closed {
            let (subject, why) = (closed.subject.words(self.lang), self.text(closed.why));
            let pick = closed.pick.words(self.lang);
            match lines.last_mut().filter(|(other, _, reason)| *other == subject && *reason == why) {
                Some((_, picks, _)) => picks.push(pick),
                None => lines.push((subject, vec![pick], why)),
            }
        }
        let rows = lines.into_iter().map(|(subject, picks, why)| vec![subject, listed(&picks, self.lang), why]);
        let columns = vec![(Column::Text, self.text(words::OPTION)), (Column::Text, self.text(words::WHY))];
        captioned(self.text(words::CLOSED), self.text(words::PICKED), columns, rows.collect())
    }

    /// Which clauses to file; where some are left out by hand, what is given up stays in view.
    pub(super) fn combined(&self) -> Option<AnyView> {
        let admits = |clause: &Clause| self.draft.filing.admits(clause);
        let of = planner::combination(self.draft.rules(), &self.draft.facts, &admits);
        if of.shares.is_empty() {
            return None;
        }
        let scale = Scale::of(of.shares.iter().map(|share| share.less), self.lang);
        let rows = of.shares.iter().map(|share| {
            let name = format!("{} {}", article(share.clause.article, self.lang), share.clause.title.get(self.lang));
            vec![name, scale.figure(share.less), self.share(share)]
        });
        let columns =
            vec![(Column::Amount, self.headed(words::WITHOUT, scale.unit())), (Column::Text, self.text(words::REMARK))];
        let table = plain(self.text(words::CLAUSE), columns, rows.collect(), None);
        let left = of.shares.iter().any(|share| share.left_out).then(|| {
            let says = given_up(of.given_up(), self.lang);
            view! { <p class="mt-3">{says}</p> }
        });
        let body = view! { {table}{left} };
        let note = self.text(words::COMBINED_NOTE).into_any();
        Some(section("combination".into(), self.text(words::COMBINED), note, body.into_any()))
    }

    fn share(&self, share: &Share) -> String {
        let mut says = Vec::new();
        if let Some(to) = share.gives_way {
            let to = article(to.article, self.lang);
            says.push(
                self.say(format!("与{to}不重复享受，可以不报"), format!("{to} stands in its place: it can be left")),
            );
        }
        if !share.counts.ceiling.is_zero() {
            let most = self.amount(share.counts.ceiling);
            says.push(self.say(format!("一事一议，至多{most}"), format!("by decision, at most {most}")));
        }
        if !share.room.is_zero() {
            let room = self.amount(share.room);
            says.push(self.say(
                format!("不报则一事一议的上限多{room}，是否给由区政府定"),
                format!("without it {room} more could be decided case by case, which may be nothing"),
            ));
        }
        if share.left_out {
            says.push(self.text(words::LEFT_OUT));
        }
        listed(&says, self.lang)
    }
}
