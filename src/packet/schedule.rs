//! 测算明细附表: base, rate and amount of every clause and year.

use crate::answers::facts::Facts;
use crate::article::article;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::packet::introduced::is_listed;
use crate::packet::{Block, Column, Part, Set, Sources, Table, Total, Unpriced, Value, words};
use crate::rule::figure::Figure;
use crate::rule::tiers::Gives;
use crate::rule::{Amount, Band, Clause, Counted, Step, Work};
use crate::text::{Lang, Text, text};

/// A line of the schedule: what was added to a clause's certain amount in a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScheduleLine {
    /// The year.
    pub year: Year,
    /// The base, in words and with its unit.
    pub base: String,
    /// The rate or standard.
    pub standard: String,
    /// The most that the rules give, where they cap it.
    pub ceiling: Option<Money>,
    /// The amount; below zero where a limit over the sum takes something back.
    pub amount: Money,
}

/// A clause with more lines a year than this shows one line for all of equal rate.
const MOST_LINES: usize = 12;

const FIXED: Text = text("定额", "fixed sum");
const LESSER: Text = text("取较小", "the lesser");
const DIFFERENCE: Text = text("差额", "difference");
const SUM: Text = text("相加", "sum");
const ARRANGED: Text = text("按同类支持的安排计入", "counted under the arrangement for support of one type");
const LIMITED: Text = text("与其他条款不重复享受的部分", "less what gave way");

/// The lines of a clause, by year. They add up to what the clause counts in each year.
#[must_use]
pub fn schedule_lines(clause: &Counted<'_>, facts: &Facts, lang: Lang) -> Vec<ScheduleLine> {
    clause
        .years()
        .into_iter()
        .flat_map(|(year, counted)| lines_in(clause, Band::Certain, year, counted, facts, lang))
        .collect()
}

/// The lines of a year in a band, which add up to what the clause counts there.
fn lines_in(
    clause: &Counted<'_>,
    band: Band,
    year: Year,
    counted: Money,
    facts: &Facts,
    lang: Lang,
) -> Vec<ScheduleLine> {
    let landed: Vec<&Step> =
        clause.assessment.steps.iter().filter(|step| step.band == Some(band) && step.year == Some(year)).collect();
    let mut lines: Vec<ScheduleLine> = if landed.len() > MOST_LINES {
        by_standard(&landed, year, lang)
    } else {
        landed.iter().filter_map(|step| entry(step, &clause.assessment.steps, year, facts, lang)).collect()
    };
    let sum: i128 = lines.iter().map(|entry| entry.amount.fen()).sum();
    let rest = counted.fen() - sum;
    if rest != 0 {
        let base = if rest < 0 { LIMITED } else { ARRANGED }.get(lang).to_owned();
        let (standard, amount) = (String::new(), Money::from_fen(rest));
        lines.push(ScheduleLine { year, base, standard, ceiling: None, amount });
    }
    lines
}

/// Many lines of a year, one for each rate or standard.
fn by_standard(landed: &[&Step], year: Year, lang: Lang) -> Vec<ScheduleLine> {
    let mut groups: Vec<(String, usize, Money, Money)> = Vec::new();
    for step in landed {
        let Some(amount) = step.result() else { continue };
        let standard = parts(step, lang).1;
        let base = match &step.work {
            Work::Tier { figure, .. } => *figure,
            Work::Product { factors, .. } => match factors.first() {
                Some(Figure::Money(money)) => *money,
                _ => Money::ZERO,
            },
            _ => Money::ZERO,
        };
        match groups.iter_mut().find(|(other, ..)| *other == standard) {
            Some((_, count, bases, sum)) => {
                *count += 1;
                *bases += base;
                *sum += amount;
            }
            None => groups.push((standard, 1, base, amount)),
        }
    }
    groups
        .into_iter()
        .map(|(standard, count, bases, amount)| {
            let base = match lang {
                Lang::Zh => format!("{count}项，共{}元", bases.grouped()),
                Lang::En if count == 1 => format!("1 item of {} yuan", bases.grouped()),
                Lang::En => format!("{count} items, {} yuan in all", bases.grouped()),
            };
            ScheduleLine { year, base, standard, ceiling: None, amount }
        })
        .collect()
}

fn entry(step: &Step, steps: &[Step], year: Year, facts: &Facts, lang: Lang) -> Option<ScheduleLine> {
    // An amount that is capped shows how it came about before the cap.
    let (worked, ceiling) = match &step.work {
        Work::Least { of: [amount, cap], .. } => {
            let before = steps.iter().take_while(|other| !std::ptr::eq(*other, step));
            let worked = before.filter(|other| other.place == step.place && other.result() == Some(*amount)).last();
            worked.map_or((step, None), |worked| (worked, Some(*cap)))
        }
        _ => (step, None),
    };
    let (base, standard) = parts(worked, lang);
    let place = step.called(facts, lang);
    let base = match step.place {
        crate::rule::Place::Row(_) => format!("{place}\n{base}"),
        _ => base,
    };
    Some(ScheduleLine { year, base, standard, ceiling, amount: step.result()? })
}

/// The base and the rate or standard of a step; both empty where it is no arithmetic.
#[must_use]
pub fn parts(step: &Step, lang: Lang) -> (String, String) {
    let with_unit = |figure: Figure| match figure {
        Figure::Part(_) => format!("({})", figure.words(lang)),
        _ => figure.with_unit(lang),
    };
    let money = |amount: Money| with_unit(Figure::Money(amount));
    match &step.work {
        Work::Tier { tiers, index, figure, .. } => {
            let standard = match tiers.tiers.get(*index).map(|tier| tier.gives) {
                Some(Gives::Rate(rate)) => rate.to_string(),
                _ => match lang {
                    Lang::Zh => format!("{}，定额", tiers.span(*index, lang)),
                    Lang::En => format!("{}: fixed sum", tiers.span(*index, lang)),
                },
            };
            (money(*figure), standard)
        }
        Work::Product { factors, .. } => product(factors, &with_unit),
        Work::Products { of, .. } if of.len() == 1 => product(&of[0], &with_unit),
        Work::Products { .. } => (step.figures(lang).0.replace(" + ", "\n+ "), SUM.get(lang).to_owned()),
        Work::Least { of: [left, right], .. } => {
            let and = if lang == Lang::Zh { "与" } else { " and " };
            (format!("{}{and}{}", money(*left), money(*right)), LESSER.get(lang).to_owned())
        }
        Work::Difference { of: [from, take], .. } => {
            (format!("{} − {}", money(*from), money(*take)), DIFFERENCE.get(lang).to_owned())
        }
        Work::Sum { of, .. } if of.len() > 4 => {
            let base = match lang {
                Lang::Zh => format!("{}项", of.len()),
                Lang::En => format!("{} items", of.len()),
            };
            (base, SUM.get(lang).to_owned())
        }
        Work::Sum { of, .. } => {
            (of.iter().map(|amount| money(*amount)).collect::<Vec<_>>().join(" + "), SUM.get(lang).to_owned())
        }
        Work::Fixed { .. } => (step.provision.says.get(lang).to_owned(), FIXED.get(lang).to_owned()),
        Work::Condition { .. } | Work::Choice { .. } | Work::Remark => (String::new(), String::new()),
    }
}

/// Rates and parts are the standard; where there are none, the first factor is the base.
fn product(factors: &[Figure], with_unit: &dyn Fn(Figure) -> String) -> (String, String) {
    let rate = |figure: &Figure| matches!(figure, Figure::Rate(_) | Figure::Part(_));
    let join =
        |figures: Vec<&Figure>| figures.into_iter().map(|figure| with_unit(*figure)).collect::<Vec<_>>().join(" × ");
    if factors.iter().any(rate) {
        let (standard, base) = factors.iter().partition(|figure| rate(figure));
        (join(base), join(standard))
    } else {
        (join(factors.iter().take(1).collect()), format!("× {}", join(factors.iter().skip(1).collect())))
    }
}

/// A line of the schedule, or what stands in its place where no figure is filed.
#[derive(Clone, Debug)]
pub struct Scheduled {
    /// The clause.
    pub clause: &'static Clause,
    /// The year; `None` for support in kind.
    pub year: Option<Year>,
    /// The base, in words and with its unit.
    pub base: String,
    /// The rate or standard.
    pub standard: String,
    /// The most that the rules give, where they cap it.
    pub ceiling: Option<Money>,
    /// The amount, or why there is none.
    pub amount: Result<Money, Unpriced>,
}

/// A line of the schedule, and the claim it is of.
pub(super) type Line<'a> = (&'a Counted<'a>, ScheduleLine);

impl Sources<'_> {
    /// Every clause claimed, year by year.
    pub(super) fn scheduled(&self) -> Vec<Scheduled> {
        let mut all = Vec::new();
        for clause in &self.claims {
            let of = clause.assessment.clause;
            all.extend(schedule_lines(clause, &self.draft.facts, self.lang).into_iter().map(|line| Scheduled {
                clause: of,
                year: Some(line.year),
                base: line.base,
                standard: line.standard,
                ceiling: line.ceiling,
                amount: Ok(line.amount),
            }));
            let years = clause.by_year.iter().map(|(year, amount)| (Some(year), amount));
            let years = years.chain(clause.assessment.estimate.in_kind.then(|| (None, Amount::default())));
            let unpriced = years.filter_map(|(year, amount)| Some((year, Unpriced::of(clause, amount)?)));
            all.extend(unpriced.map(|(year, what)| Scheduled {
                clause: of,
                year,
                base: String::new(),
                standard: self.text(of.brief.gives),
                ceiling: None,
                amount: Err(what),
            }));
        }
        all
    }

    /// Every line of every claim.
    pub(super) fn claimed_lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.claims.iter().flat_map(|clause| {
            schedule_lines(clause, &self.draft.facts, self.lang).into_iter().map(move |line| (clause, line))
        })
    }

    pub(super) fn schedule(&self) -> Part {
        let lines: Vec<Line<'_>> = self.claimed_lines().collect();
        let pick = |keep: &dyn Fn(&Counted<'_>, Year) -> bool| -> Vec<&Line<'_>> {
            lines.iter().filter(|(clause, entry)| keep(clause, entry.year)).collect()
        };
        let mut runs: Vec<(String, Vec<&Line<'_>>)> = Vec::new();
        if let Some(year) = self.year {
            runs.push((
                self.say(format!("本次申请（{year}年度，单位：元）"), format!("This application ({year}, yuan)")),
                pick(&|clause, other| clause.due(other, year)),
            ));
            let later = self.say(
                "以后年度（预计，不在本次申请内；单位：元）".into(),
                "Later years (forecast, not part of this application; yuan)".into(),
            );
            runs.push((later, pick(&|_, other| other > year)));
        } else {
            runs.push((self.say("各年度（单位：元）".into(), "All years (yuan)".into()), pick(&|_, _| true)));
        }
        runs.retain(|(_, lines)| !lines.is_empty());
        let several = runs.len() > 1;
        let mut blocks: Vec<Block> = runs
            .into_iter()
            .enumerate()
            .map(|(index, (caption, lines))| {
                let sum = Money::from_fen(lines.iter().map(|(_, entry)| entry.amount.fen()).sum());
                let name = if several { words::SUBTOTAL } else { words::TOTAL };
                let totals = vec![Total { name: self.text(name), words: self.capital(sum), amount: sum }];
                self.table(index, &caption, &lines, totals)
            })
            .collect();
        blocks.extend(self.confirmed_later());
        let unpriced = Unpriced::ALL.into_iter().flat_map(|what| [(what, true), (what, false)]);
        blocks.extend(unpriced.filter_map(|(what, applied)| self.unpriced(what, applied)));
        if blocks.is_empty() {
            blocks.push(Block::Paragraph(self.text(words::NOTHING)));
        }
        Part { id: "schedule", title: self.text(words::SCHEDULE), blocks }
    }

    fn table(&self, index: usize, caption: &str, lines: &[&Line<'_>], totals: Vec<Total>) -> Block {
        self.lines(self.numbered(index, caption), lines, totals)
    }

    /// Lines of the schedule as a table.
    pub(super) fn lines(&self, caption: String, lines: &[&Line<'_>], totals: Vec<Total>) -> Block {
        let capped = lines.iter().any(|(_, entry)| entry.ceiling.is_some());
        let rows = lines
            .iter()
            .map(|(clause, entry)| {
                let mut row = vec![
                    Value::from(article(clause.assessment.clause.article, self.lang)),
                    Value::from(entry.year.to_string()),
                    Value::from(entry.base.clone()),
                    Value::from(entry.standard.clone()),
                ];
                let ceiling = || entry.ceiling.map_or_else(|| Value::from("—"), Value::Money);
                row.extend(capped.then(ceiling));
                row.push(Value::Money(entry.amount));
                row
            })
            .collect();
        let column = |head: Text, width: u8, set: Set| Column { head: self.text(head), width, set };
        let widths = if capped { [14, 8, 23, 17, 20] } else { [15, 11, 28, 24, 22] };
        let mut columns = vec![
            column(words::ARTICLE, widths[0], Set::Head),
            column(words::YEAR, widths[1], Set::Middle),
            column(words::BASE, widths[2], Set::Text),
            column(words::STANDARD, widths[3], Set::Text),
            column(words::WORKED_OUT, widths[4], Set::Number),
        ];
        if capped {
            columns.insert(4, column(words::CEILING_HEAD, 18, Set::Number));
        }
        Block::Table(Table { label: caption.clone(), caption: Some(caption), columns, rows, totals, joined: false })
    }

    /// What of this application waits for the district's word, worked out like the rest and not in its sum.
    fn confirmed_later(&self) -> Option<Block> {
        let waiting: Vec<(&Counted<'_>, Money)> =
            self.applied().filter_map(|clause| Some((clause, self.pending(clause)?))).collect();
        let lines: Vec<Line<'_>> = waiting
            .iter()
            .flat_map(|(clause, _)| {
                if is_listed(clause.assessment.clause) {
                    // The list tells each with its year.
                    return self.by_tier(clause);
                }
                let due = clause
                    .by_year
                    .iter()
                    .filter(|(year, amount)| !amount.possible.is_zero() && self.is_due(clause, *year));
                let lines = due.flat_map(|(year, amount)| {
                    lines_in(clause, Band::Possible, year, amount.possible, &self.draft.facts, self.lang)
                });
                lines.map(|line| (*clause, line)).collect::<Vec<_>>()
            })
            .collect();
        let amount: Money = waiting.iter().map(|(_, amount)| *amount).sum();
        let name = self.text(words::PENDING_TOTAL);
        let totals = vec![Total { name, words: self.capital(amount), amount }];
        (!lines.is_empty())
            .then(|| self.lines(self.text(words::CONFIRMED_LATER), &lines.iter().collect::<Vec<_>>(), totals))
    }

    /// A line of this application for each rate of a clause whose list tells the rest.
    fn by_tier<'a>(&self, clause: &'a Counted<'a>) -> Vec<Line<'a>> {
        let due = |year: &Year| self.is_due(clause, *year);
        let steps = clause.assessment.steps.iter();
        let mut landed: Vec<&Step> =
            steps.filter(|step| step.band == Some(Band::Possible) && step.year.as_ref().is_some_and(due)).collect();
        landed.order_by_key(|step| match step.work {
            Work::Tier { index, .. } => index,
            _ => 0,
        });
        let year = self.year.or_else(|| landed.first().and_then(|step| step.year)).unwrap_or_default();
        by_standard(&landed, year, self.lang).into_iter().map(|line| (clause, line)).collect()
    }

    /// What no figure is filed for, in this application or in other years.
    fn unpriced(&self, what: Unpriced, applied: bool) -> Option<Block> {
        let rows: Vec<Vec<Value>> = self
            .claims
            .iter()
            .filter(|clause| {
                let has_lines = applied && what == Unpriced::Pending && self.pending(clause).is_some();
                Unpriced::of(clause, clause.by_year.total()) == Some(what)
                    && clause.applied_in(self.year) == applied
                    && !has_lines
            })
            .map(|clause| {
                let of = clause.assessment.clause;
                vec![
                    Value::from(article(of.article, self.lang)),
                    Value::from(self.text(of.title)),
                    Value::from(self.text(of.brief.gives)),
                    Value::from(self.text(what.word())),
                ]
            })
            .collect();
        let mut caption = self.text(match what {
            Unpriced::Decided => words::DECIDED,
            Unpriced::Pending => words::PENDING,
            Unpriced::InKind => words::IN_KIND,
        });
        if !applied {
            caption += words::NOT_IN_THIS.get(self.lang);
        }
        (!rows.is_empty()).then(|| {
            Block::Table(Table {
                label: caption.clone(),
                caption: Some(caption),
                columns: vec![
                    Column { head: self.text(words::ARTICLE), width: 15, set: Set::Head },
                    Column { head: self.text(words::MATTER), width: 24, set: Set::Text },
                    Column { head: self.text(words::STANDARD), width: 39, set: Set::Text },
                    Column { head: self.text(words::WORKED_OUT), width: 22, set: Set::Middle },
                ],
                rows,
                totals: Vec::new(),
                joined: false,
            })
        })
    }
}
