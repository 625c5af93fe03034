//! 引进企业清单: the enterprises that an application claims a reward for, one a line, with the sums of each tier. A list
//! too long for paper is a file of its own, which the paper names by its count and digest.

use sha2::{Digest, Sha256};

use crate::answers::answer::Table as Rows;
use crate::applicant::identity::is_identity_card;
use crate::applicant::referral::{ENTERPRISES, enterprises};
use crate::csv::row;
use crate::date::{Date, Year};
use crate::drafts::draft::Draft;
use crate::money::{Money, Rate};
use crate::order::Order;
use crate::packet::claim::claimed;
use crate::packet::{Block, Column, MOST_ROWS, Part, Set, Sources, Table, Total, Value, words};
use crate::rule::figure::Figure;
use crate::rule::tiers::Gives;
use crate::rule::{Band, Clause, Counted, Place, Report, Step, Tiers, When, Work};
use crate::text::{Lang, Text, numeral_zh, text};

/// What stands where there is nothing to tell.
const NONE: &str = "—";

/// The name of the part, as documents name it.
const ID: &str = "introduced";

/// What the file of the list is called.
pub const NAME: Text = words::INTRODUCED;

/// An enterprise that a reward is claimed for.
#[derive(Clone, Debug)]
pub struct Introduced {
    /// Its name.
    pub name: String,
    /// Its credit code, if it is told and no person's number.
    pub code: Option<String>,
    /// The day it settled in Miyun.
    pub arrived: Option<Date>,
    /// Its first day of paying tax.
    pub first_tax: Option<Date>,
    /// The day of the agreement to introduce it.
    pub agreed: Option<Date>,
    /// Whether it is related to the applicant.
    pub related: Option<bool>,
    /// The fiscal year that was chosen.
    pub year: Year,
    /// Its contribution of that year; `None` where the reward follows no rate.
    pub base: Option<Money>,
    /// The tier that it reaches, from 0; `None` where it lies on a bound or beyond the tiers.
    pub tier: Option<(&'static Tiers, usize)>,
    /// The rate.
    pub rate: Option<Rate>,
    /// The reward; the most that can be decided, where it is decided case by case.
    pub reward: Money,
    /// Where the reward stands.
    pub band: Band,
}

/// Where a reward of a band stands.
const fn state(band: Band) -> Text {
    match band {
        Band::Certain => text("申请", "claimed"),
        Band::Possible => text("待确认", "to confirm"),
        Band::Ceiling | Band::Floor => text("一事一议", "by decision"),
    }
}

/// Whether a clause is filed with the list.
pub(super) fn is_listed(clause: &Clause) -> bool {
    clause.evidence.iter().any(|document| document.part == Some(ID))
}

/// The enterprises of a clause that names them one by one, as far as they are applied for in a year.
fn introduced(rows: &Rows, clause: &Counted<'_>, applied: Option<Year>) -> Vec<Introduced> {
    let steps = clause.assessment.steps.iter();
    let landed = steps.filter_map(|step| match (step.place, step.band, step.year) {
        (Place::Row(row), Some(band), Some(year)) if band != Band::Floor => Some((row, band, year, step)),
        _ => None,
    });
    landed
        .filter(|(.., year, _)| applied.is_none() || When::of(clause.assessment.clause, *year, applied) == When::Now)
        .filter_map(|(row, band, year, step)| {
            let (base, rate) = base_and_rate(step);
            let tier = match step.work {
                Work::Tier { tiers, index, .. } => Some((tiers, index)),
                _ => None,
            };
            Some(Introduced {
                name: rows.get(&enterprises::NAME, row).unwrap_or_default().to_owned(),
                code: rows.get(&enterprises::CODE, row).filter(|code| !is_identity_card(code)).map(ToOwned::to_owned),
                arrived: rows.get(&enterprises::ARRIVED, row),
                first_tax: rows.get(&enterprises::FIRST_TAX, row),
                agreed: rows.get(&enterprises::AGREED, row),
                related: rows.get(&enterprises::RELATED, row),
                year,
                base,
                tier,
                rate,
                reward: step.result()?,
                band,
            })
        })
        .collect()
}

fn base_and_rate(step: &Step) -> (Option<Money>, Option<Rate>) {
    match &step.work {
        Work::Tier { tiers, index, figure, .. } => match tiers.tiers.get(*index).map(|tier| tier.gives) {
            Some(Gives::Rate(rate)) => (Some(*figure), Some(rate)),
            _ => (Some(*figure), None),
        },
        Work::Product { factors, .. } => match factors.as_ref() {
            [Figure::Money(base), Figure::Rate(rate)] => (Some(*base), Some(*rate)),
            _ => (None, None),
        },
        _ => (None, None),
    }
}

/// The enterprises that an application is about; none where no clause names any. `report` is [`Draft::claimed`] with
/// its working.
#[must_use]
pub fn list(draft: &Draft, report: &Report) -> Vec<Introduced> {
    let facts = &draft.facts;
    let Some(rows) = facts.get(&ENTERPRISES) else { return Vec::new() };
    let year = facts.get(&crate::applicant::identity::APPLICATION_YEAR);
    let named = |clause: &&Counted<'_>| is_listed(clause.assessment.clause) && clause.applied_in(year);
    claimed(draft, report).iter().filter(named).flat_map(|clause| introduced(rows, clause, year)).collect()
}

/// The list as a file, for programs that read tables: UTF-8 with its mark.
#[must_use]
pub fn file(list: &[Introduced], lang: Lang) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut file = String::from("\u{feff}");
    file += &row(&HEADS.map(|head| head.get(lang).to_owned()));
    for (place, one) in list.iter().enumerate() {
        file += &row(&[
            (place + 1).to_string(),
            one.name.clone(),
            one.code.clone().unwrap_or_default(),
            day(one.arrived),
            day(one.first_tax),
            one.year.to_string(),
            one.base.map(|base| base.to_string()).unwrap_or_default(),
            one.tier.map(|(_, tier)| numbered(tier, lang)).unwrap_or_default(),
            one.rate.map(|rate| rate.to_string()).unwrap_or_default(),
            one.reward.to_string(),
            state(one.band).get(lang).to_owned(),
            day(one.agreed),
            one.related.map_or("", |related| relation(related).get(lang)).to_owned(),
        ]);
    }
    file
}

/// A tier by its number, from 0.
fn numbered(tier: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{}档", numeral_zh(u8::try_from(tier + 1).unwrap_or(u8::MAX))),
        Lang::En => format!("Tier {}", tier + 1),
    }
}

/// The columns of the file; on paper the last two stand in one with the state.
const HEADS: [Text; 13] = [
    text("序号", "No."),
    text("企业名称", "Enterprise"),
    text("统一社会信用代码", "Credit code"),
    text("落户日", "Arrived"),
    text("首次纳税日", "First tax"),
    text("选定年度", "Year"),
    text("区域综合贡献（元）", "Contribution (yuan)"),
    TIER,
    RATE,
    text("奖励（元）", "Reward (yuan)"),
    words::STATE_HEAD,
    text("引荐协议签订日", "Agreement signed"),
    text("关联", "Related"),
];

const fn relation(related: bool) -> Text {
    if related { text("有关联", "related") } else { text("无关联", "not related") }
}

const TIER: Text = text("档次", "Tier");
const RATE: Text = text("比例", "Rate");

impl Sources<'_> {
    /// `None` where no enterprise is claimed for.
    pub(super) fn introduced(&self) -> Option<Part> {
        let list = list(self.draft, self.report);
        if list.is_empty() {
            return None;
        }
        let mut blocks = Vec::new();
        if list.len() > MOST_ROWS {
            let digest: String =
                Sha256::digest(file(&list, Lang::Zh)).iter().map(|byte| format!("{byte:02x}")).collect();
            let count = list.len();
            blocks.push(Block::Paragraph(self.say(
                format!("引进企业共{count}家，名册以电子文件“引进企业清单.csv”随本册报送，与本册核验码相同。文件的SHA-256：{digest}"),
                format!("{count} enterprises are listed in the file 引进企业清单.csv, filed with these papers. Its SHA-256: {digest}"),
            )));
        } else {
            blocks.push(self.one_by_one(&list));
        }
        blocks.push(self.tiers(&list));
        blocks.push(self.sign(false));
        Some(Part { id: ID, title: self.text(words::INTRODUCED), blocks })
    }

    fn one_by_one(&self, list: &[Introduced]) -> Block {
        let open = words::OPEN.get(self.lang);
        let day = |day: Option<Date>| day.map_or_else(|| open.to_owned(), |day| day.to_string());
        let rows = list.iter().enumerate().map(|(place, one)| {
            let reward = match one.band {
                Band::Ceiling | Band::Floor => {
                    let amount = one.reward.grouped();
                    Value::from(self.say(format!("不超过\n{amount}"), format!("up to\n{amount}")))
                }
                Band::Certain | Band::Possible => Value::Money(one.reward),
            };
            vec![
                Value::from((place + 1).to_string()),
                Value::from(one.name.clone()),
                Value::from(one.code.as_deref().unwrap_or(open)),
                Value::from(day(one.arrived)),
                Value::from(day(one.first_tax)),
                Value::from(one.year.to_string()),
                one.base.map_or_else(|| Value::from(NONE), Value::Money),
                Value::from(one.tier.map_or_else(|| NONE.to_owned(), |(_, tier)| numbered(tier, self.lang))),
                Value::from(one.rate.map_or_else(|| NONE.to_owned(), |rate| rate.to_string())),
                reward,
                Value::from(match one.related {
                    Some(related) => format!("{}\n{}", self.text(state(one.band)), self.text(relation(related))),
                    None => self.text(state(one.band)),
                }),
            ]
        });
        let widths = [4, 14, 17, 10, 10, 5, 11, 6, 5, 10, 8];
        let sets = [
            Set::Middle,
            Set::Text,
            Set::Middle,
            Set::Middle,
            Set::Middle,
            Set::Middle,
            Set::Number,
            Set::Middle,
            Set::Middle,
            Set::Number,
            Set::Middle,
        ];
        let columns = HEADS.iter().zip(widths).zip(sets);
        Block::Table(Table {
            label: self.text(words::INTRODUCED),
            caption: None,
            columns: columns.map(|((head, width), set)| Column { head: self.text(*head), width, set }).collect(),
            rows: rows.collect(),
            totals: Vec::new(),
            joined: false,
        })
    }

    /// The sums of each state and tier.
    fn tiers(&self, list: &[Introduced]) -> Block {
        struct Group {
            band: Band,
            tier: Option<(&'static Tiers, usize)>,
            rate: Option<Rate>,
            count: usize,
            base: Money,
            reward: Money,
        }
        let mut groups: Vec<Group> = Vec::new();
        let number = |tier: Option<(_, usize)>| tier.map(|(_, tier)| tier);
        for Introduced { band, tier, rate, base, reward, .. } in list {
            let base = base.unwrap_or_default();
            let is_same =
                |group: &&mut Group| (group.band, number(group.tier), group.rate) == (*band, number(*tier), *rate);
            match groups.iter_mut().find(is_same) {
                Some(group) => {
                    group.count += 1;
                    group.base += base;
                    group.reward += *reward;
                }
                None => {
                    groups.push(Group { band: *band, tier: *tier, rate: *rate, count: 1, base, reward: *reward });
                }
            }
        }
        groups.order_by_key(|group| (group.band as u8, group.rate));
        let sum = |band: Band| list.iter().filter(|one| one.band == band).map(|one| one.reward).sum::<Money>();
        let colon = self.say("：".into(), ": ".into());
        let rows = groups.into_iter().map(|Group { band, tier, rate, count, base, reward }| {
            let tier = tier.map(|(tiers, tier)| [numbered(tier, self.lang), tiers.span(tier, self.lang)].join(&colon));
            vec![
                Value::from(tier.as_deref().unwrap_or(NONE)),
                Value::from(rate.map_or_else(|| NONE.to_owned(), |rate| rate.to_string())),
                Value::from(self.text(state(band))),
                Value::from(count.to_string()),
                if rate.is_some() { Value::Money(base) } else { Value::from(NONE) },
                if band == Band::Ceiling { Value::from(self.at_most(reward)) } else { Value::Money(reward) },
            ]
        });
        let caption = self.say("分档合计（单位：元）".into(), "Sums by tier (yuan)".into());
        let heads = [
            (TIER, 32, Set::Text),
            (RATE, 8, Set::Middle),
            (words::STATE_HEAD, 14, Set::Middle),
            (text("家数", "Enterprises"), 10, Set::Middle),
            (text("区域综合贡献", "Contribution"), 18, Set::Number),
            (text("奖励", "Reward"), 18, Set::Number),
        ];
        let mut block = self.table_of(&caption, &heads, rows.collect());
        if let Block::Table(table) = &mut block {
            table.caption = Some(caption);
            let names = [(Band::Certain, words::TOTAL), (Band::Possible, words::PENDING_TOTAL)];
            for (band, name) in names {
                let amount = sum(band);
                if !amount.is_zero() {
                    table.totals.push(Total { name: self.text(name), words: self.capital(amount), amount });
                }
            }
        }
        block
    }

    /// The most that can be decided.
    pub(super) fn at_most(&self, amount: Money) -> String {
        let amount = amount.grouped();
        self.say(format!("不超过{amount}"), format!("up to {amount}"))
    }
}
