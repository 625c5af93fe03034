//! Particulars of the papers: contracts, posts, custodians and investees that do not go with what is claimed.

use crate::answers::answer::Table;
use crate::answers::question::{Cell, Question, Words};
use crate::answers::yearly::Source;
use crate::applicant::contribution::{CONTRIBUTIONS, YEARLY_CONTRIBUTION};
use crate::applicant::funds::HIGH_END_INVESTMENT;
use crate::applicant::identity::{APPLICATION_YEAR, CLEAN_RECORD};
use crate::applicant::particulars::{
    CUSTODIANS, EVENTS, HOME_PAPERS, INVESTEES, LEASE_CONTRACTS, LETTERS, OTHER_SUPPORT, POSTS, SEPARATE_BOOKS, USES,
    custodians, events, home_papers, investees, lease_contracts, letters, other_support, posts, uses,
};
use crate::applicant::people::{EXECUTIVES, HOMES, executives, homes};
use crate::applicant::premises::{LEASES, leases};
use crate::applicant::referral::{ENTERPRISES, enterprises};
use crate::article::Article;
use crate::date::Date;
use crate::money::Money;
use crate::policy::miyun_2019_25::flags::{en, is, zh};
use crate::rule::flag::{Check, Look};
use crate::text::text;

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "event_yet_clean",
        title: text("五年无不良记录，却列了重大事项", "A clean record, yet an event is listed"),
        asks: text(
            "是否属于重大涉税违法或重大金融风险？有没有办结的证明？",
            "Is it a serious tax offence or financial risk? Is there proof that it is closed?",
        ),
        questions: &[&EVENTS.spec, &CLEAN_RECORD.spec],
        articles: &Article::all([2]),
        find: event_yet_clean,
    },
    Check {
        id: "no_separate_books",
        title: text("不独立核算", "No books of its own"),
        asks: text(
            "没有单独的账，贡献和资金用途怎么分得清？",
            "Without books of its own, how are contribution and use told apart?",
        ),
        questions: &[&SEPARATE_BOOKS.spec],
        articles: &Article::all([7]),
        find: no_separate_books,
    },
    Check {
        id: "confirmed_without_letter",
        title: text("标为区级确认，却没有确认函文号", "Confirmed, yet without the letter's number"),
        asks: text("这一年的确认函是哪一份？", "Which letter confirms that year?"),
        questions: &[&LETTERS.spec, &CONTRIBUTIONS.spec],
        articles: &Article::all([3]),
        find: confirmed_without_letter,
    },
    Check {
        id: "support_beside_over_seventy",
        title: text("连同其他支持，超过贡献的七成", "With other support above 70% of the contribution"),
        asks: text(
            "其他支持是否同类？七成按哪些支持合计？",
            "Is the other support of the same type? Which support counts towards the 70%?",
        ),
        questions: &[&OTHER_SUPPORT.spec, &CONTRIBUTIONS.spec],
        articles: &Article::all([22, 36]),
        find: support_beside_over_seventy,
    },
    Check {
        id: "landlord_related",
        title: text("出租方与本机构有关联", "The landlord is related"),
        asks: text("租金是否高于同地段市价？有没有依据？", "Is the rent above the market? What shows it?"),
        questions: &[&LEASE_CONTRACTS.spec],
        articles: &Article::all([11, 12]),
        find: landlord_related,
    },
    Check {
        id: "office_sublet",
        title: text("租来的房有转租", "Leased rooms are sublet"),
        asks: text(
            "补贴期内不得转租：转租的部分是否已经扣除？",
            "No subletting while supported: has that part been taken out?",
        ),
        questions: &[&LEASE_CONTRACTS.spec],
        articles: &Article::all([11, 12, 35]),
        find: office_sublet,
    },
    Check {
        id: "rent_outside_lease",
        title: text("有租金的年度不在任何合同期内", "Rent of a year that no lease covers"),
        asks: text("是合同漏列，还是年度填错？", "Is a contract missing, or the year wrong?"),
        questions: &[&LEASE_CONTRACTS.spec, &LEASES.spec],
        articles: &Article::all([11, 12]),
        find: rent_outside_lease,
    },
    Check {
        id: "executive_without_post",
        title: text("申报的高管没有写明职务", "An executive is claimed for without a post"),
        asks: text("任什么职务，哪一天任命的？", "Which post, and appointed when?"),
        questions: &[&POSTS.spec, &HOMES.spec, &EXECUTIVES.spec],
        articles: &Article::all([14, 21]),
        find: executive_without_post,
    },
    Check {
        id: "post_not_recorded",
        title: text("社保、个税与申报不一致", "Insurance or tax records disagree"),
        asks: text("劳动关系和年薪以哪一份记录为准？", "Which record shows the employment and the salary?"),
        questions: &[&POSTS.spec],
        articles: &Article::all([14, 21]),
        find: post_not_recorded,
    },
    Check {
        id: "home_before_post",
        title: text("购房早于任职", "The home was bought before the appointment"),
        asks: text("买房时是不是本机构的高管？", "Was the person an executive when buying?"),
        questions: &[&HOME_PAPERS.spec, &POSTS.spec],
        articles: &Article::all([14]),
        find: home_before_post,
    },
    Check {
        id: "custodian_elsewhere",
        title: text("托管机构不在密云", "A custodian outside Miyun"),
        asks: text("托管占比里有没有算进这一家？", "Is it counted in the share in custody?"),
        questions: &[&CUSTODIANS.spec],
        articles: &Article::all([8]),
        find: custodian_elsewhere,
    },
    Check {
        id: "exit_before_payment",
        title: text("退出早于付款", "The exit is before the payment"),
        asks: text("哪一个日期填错了？", "Which date is wrong?"),
        questions: &[&INVESTEES.spec],
        articles: &Article::all([23]),
        find: exit_before_payment,
    },
    Check {
        id: "investees_do_not_add_up",
        title: text("被投企业合计与高精尖投资不一致", "The investees do not add up to the high-end investment"),
        asks: text("漏了哪一家，还是有的不是高精尖？", "Is one missing, or is one not high-end?"),
        questions: &[&INVESTEES.spec, &HIGH_END_INVESTMENT.spec],
        articles: &Article::all([23]),
        find: investees_do_not_add_up,
    },
    Check {
        id: "introducer_related",
        title: text("与引进企业有关联", "Related to an introduced enterprise"),
        asks: text("是什么关系？自己的企业不算引进。", "How? One's own enterprise is not introduced."),
        questions: &[&ENTERPRISES.spec],
        articles: &Article::all([27]),
        find: introducer_related,
    },
    Check {
        id: "agreed_after_arrival",
        title: text("引荐协议晚于落户", "The agreement is later than the arrival"),
        asks: text("企业落户以后才签协议，怎么证明是引荐来的？", "Signed after it came: what shows the introduction?"),
        questions: &[&ENTERPRISES.spec],
        articles: &Article::all([27]),
        find: agreed_after_arrival,
    },
    Check {
        id: "uses_exceed",
        title: text("用途计划多于申请金额", "The plan of use is more than is requested"),
        asks: text("多出的部分从哪里来？", "Where does the rest come from?"),
        questions: &[&USES.spec, &APPLICATION_YEAR.spec],
        articles: &Article::all([34]),
        find: uses_exceed,
    },
];

fn event_yet_clean(look: &mut Look<'_>) -> Option<()> {
    if !look.get(&CLEAN_RECORD)? {
        return None;
    }
    for (table, row) in look.rows(&EVENTS) {
        let matter = table.get(&events::MATTER, row).unwrap_or("—");
        let day = table.get(&events::DATE, row);
        let (day_zh, day_en) = (day.map(Date::zh).unwrap_or_default(), day.map(Date::en).unwrap_or_default());
        let open = table.get(&events::CLOSED, row) != Some(true);
        let (state_zh, state_en) = if open { ("，尚未办结", ", not closed") } else { ("", "") };
        look.raise_row(row, format!("{day_zh}“{matter}”{state_zh}。"), format!("“{matter}” {day_en}{state_en}."));
    }
    Some(())
}

fn no_separate_books(look: &mut Look<'_>) -> Option<()> {
    if is(look, &SEPARATE_BOOKS, false) {
        look.raise("独立核算答“否”。".to_owned(), "Own books: no.".to_owned());
    }
    Some(())
}

/// Only once some letter is told: before that nothing is asked here.
fn confirmed_without_letter(look: &mut Look<'_>) -> Option<()> {
    let filled = look.get(&LETTERS).filter(|table| !table.is_empty())?;
    let numbered = |year| {
        (0..filled.len()).any(|row| {
            filled.get(&letters::YEAR, row) == Some(year)
                && filled.get(&letters::NUMBER, row).is_some_and(|number| !number.trim().is_empty())
        })
    };
    for year in YEARLY_CONTRIBUTION.years(look.facts()) {
        if YEARLY_CONTRIBUTION.source(look.facts(), year) == Some(Source::Confirmed) && !numbered(year) {
            look.raise_year(
                year,
                format!("{year}年度标为区级确认，没有文号。"),
                format!("{year} is said to be confirmed, without a number."),
            );
        }
    }
    Some(())
}

fn support_beside_over_seventy(look: &mut Look<'_>) -> Option<()> {
    let year = look.get(&APPLICATION_YEAR)?;
    let beside: Money =
        look.rows(&OTHER_SUPPORT).filter_map(|(table, row)| table.money(&other_support::AMOUNT, row)).sum();
    let line = look.report.lines.iter().copied().find(|line| line.year == year)?;
    // Without it another check tells.
    if !beside.is_zero() && line.over().is_zero() && line.support + beside > line.line {
        look.raise(
            format!("本次{}，其他{}，贡献的七成是{}。", zh(line.support), zh(beside), zh(line.line)),
            format!(
                "Here {}, elsewhere {}; 70% of the contribution is {}.",
                en(line.support),
                en(beside),
                en(line.line)
            ),
        );
    }
    Some(())
}

/// Flags the leases of which something is said.
fn leased(look: &mut Look<'_>, said: &Cell<bool>) {
    for (table, row) in look.rows(&LEASE_CONTRACTS) {
        if table.get(said, row) == Some(true) {
            let landlord = table.get(&lease_contracts::LANDLORD, row).unwrap_or("—");
            let premises = table.get(&lease_contracts::PREMISES, row).unwrap_or("—");
            look.raise_row(
                row,
                format!("“{premises}”，出租方“{landlord}”。"),
                format!("“{premises}”, landlord “{landlord}”."),
            );
        }
    }
}

fn landlord_related(look: &mut Look<'_>) -> Option<()> {
    leased(look, &lease_contracts::RELATED);
    Some(())
}

fn office_sublet(look: &mut Look<'_>) -> Option<()> {
    leased(look, &lease_contracts::SUBLET);
    Some(())
}

fn rent_outside_lease(look: &mut Look<'_>) -> Option<()> {
    let table = look.get(&LEASE_CONTRACTS)?;
    // A contract without its days may be the one.
    let terms: Option<Vec<_>> = (0..table.len())
        .map(|row| Some((table.get(&lease_contracts::FROM, row)?, table.get(&lease_contracts::UNTIL, row)?)))
        .collect();
    let terms = terms.filter(|terms| !terms.is_empty())?;
    let mut years: Vec<_> = look
        .rows(&LEASES)
        .filter(|(table, row)| table.money(&leases::RENT, *row).is_some_and(|rent| rent > Money::ZERO))
        .filter_map(|(table, row)| table.get(&leases::YEAR, row))
        .collect();
    years.dedup();
    for year in years {
        if !terms.iter().any(|(from, until)| (from.year()..=until.year()).contains(&year)) {
            look.raise_year(
                year,
                format!("{year}年有租金，没有一份合同的租期包含这一年。"),
                format!("There is rent of {year}, and no lease runs in it."),
            );
        }
    }
    Some(())
}

/// The row of somebody's post.
fn post_of(table: &Table, name: &str) -> Option<usize> {
    (0..table.len()).find(|row| table.get(&posts::NAME, *row).is_some_and(|other| other.trim() == name.trim()))
}

fn executive_without_post(look: &mut Look<'_>) -> Option<()> {
    let filled = look.get(&POSTS).filter(|table| !table.is_empty())?;
    let claimed = |article: u8| {
        look.report
            .assessments
            .iter()
            .any(|own| own.clause.article == article && own.estimate.by_year.total() != crate::rule::Amount::default())
    };
    let (housed, rewarded) = (claimed(14), claimed(21));
    let of = |question: &Question<Table>, cell: &'static Cell<Words>| {
        let rows = look.rows(question);
        rows.filter_map(move |(table, row)| table.get(cell, row)).map(str::to_owned).collect::<Vec<String>>()
    };
    let mut people = if housed { of(&HOMES, &homes::NAME) } else { Vec::new() };
    people.extend(if rewarded { of(&EXECUTIVES, &executives::NAME) } else { Vec::new() });
    let mut missing: Vec<&str> = Vec::new();
    for name in people.iter().map(|name| name.trim()) {
        if !missing.contains(&name)
            && post_of(filled, name)
                .is_none_or(|row| filled.get(&posts::POST, row).is_none_or(|post| post.trim().is_empty()))
        {
            missing.push(name);
        }
    }
    if !missing.is_empty() {
        look.raise(format!("{}。", missing.join("、")), format!("{}.", missing.join(", ")));
    }
    Some(())
}

fn post_not_recorded(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&POSTS) {
        if table.get(&posts::RECORDED, row) == Some(false) {
            let name = table.get(&posts::NAME, row).unwrap_or("—");
            look.raise_row(row, format!("“{name}”答“否”。"), format!("“{name}”: no."));
        }
    }
    Some(())
}

fn home_before_post(look: &mut Look<'_>) -> Option<()> {
    let filled = look.get(&POSTS)?;
    for (table, row) in look.rows(&HOME_PAPERS) {
        let (Some(name), Some(signed)) = (table.get(&home_papers::NAME, row), table.get(&home_papers::SIGNED, row))
        else {
            continue;
        };
        let since = post_of(filled, name).and_then(|row| filled.get(&posts::SINCE, row));
        let Some(since) = since.filter(|since| signed < *since) else { continue };
        look.raise_row(
            row,
            format!("“{name}”{}签约，{}任职。", signed.zh(), since.zh()),
            format!("“{name}” signed on {} and was appointed on {}.", signed.en(), since.en()),
        );
    }
    Some(())
}

fn custodian_elsewhere(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&CUSTODIANS) {
        if table.get(&custodians::IN_MIYUN, row) == Some(false) {
            let name = table.get(&custodians::NAME, row).unwrap_or("—");
            let kept = table.money(&custodians::AMOUNT, row);
            let (kept_zh, kept_en) = kept.map_or_else(Default::default, |kept| {
                (format!("，托管{}", zh(kept)), format!(", {} in custody", en(kept)))
            });
            look.raise_row(row, format!("“{name}”{kept_zh}。"), format!("“{name}”{kept_en}."));
        }
    }
    Some(())
}

fn exit_before_payment(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&INVESTEES) {
        let days = (table.get(&investees::PAID_ON, row), table.get(&investees::EXITED, row));
        let (Some(paid), Some(exited)) = days else { continue };
        if exited < paid {
            let name = table.get(&investees::NAME, row).unwrap_or("—");
            look.raise_row(
                row,
                format!("“{name}”{}付款，{}退出。", paid.zh(), exited.zh()),
                format!("“{name}” was paid on {} and left on {}.", paid.en(), exited.en()),
            );
        }
    }
    Some(())
}

/// Once every row has its sum.
fn investees_do_not_add_up(look: &mut Look<'_>) -> Option<()> {
    let filled = look.get(&INVESTEES).filter(|table| !table.is_empty())?;
    let all = look.get(&HIGH_END_INVESTMENT)?;
    let sum: Money = (0..filled.len()).map(|row| filled.money(&investees::PAID, row)).sum::<Option<Money>>()?;
    if sum != all {
        look.raise(
            format!("逐家合计{}，高精尖投资填了{}。", zh(sum), zh(all)),
            format!("The rows add up to {}; the high-end investment is {}.", en(sum), en(all)),
        );
    }
    Some(())
}

fn introducer_related(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&ENTERPRISES) {
        if table.get(&enterprises::RELATED, row) == Some(true) {
            let name = table.get(&enterprises::NAME, row).unwrap_or("—");
            look.raise_row(row, format!("“{name}”答“有关联”。"), format!("“{name}”: related."));
        }
    }
    Some(())
}

fn agreed_after_arrival(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&ENTERPRISES) {
        let days = (table.get(&enterprises::AGREED, row), table.get(&enterprises::ARRIVED, row));
        let (Some(agreed), Some(arrived)) = days else { continue };
        if agreed > arrived {
            let name = table.get(&enterprises::NAME, row).unwrap_or("—");
            look.raise_row(
                row,
                format!("“{name}”{}签协议，{}落户。", agreed.zh(), arrived.zh()),
                format!("“{name}” was agreed on {} and arrived on {}.", agreed.en(), arrived.en()),
            );
        }
    }
    Some(())
}

fn uses_exceed(look: &mut Look<'_>) -> Option<()> {
    let year = look.get(&APPLICATION_YEAR)?;
    let planned: Money = look.rows(&USES).filter_map(|(table, row)| table.money(&uses::AMOUNT, row)).sum();
    let counted = look.report.counted();
    // What the government decides has no figure yet.
    if counted.iter().any(|clause| !clause.due_in(year).ceiling.is_zero()) {
        return None;
    }
    let requested: Money = counted.iter().map(|clause| clause.due_in(year).certain).sum();
    if planned > requested {
        look.raise(
            format!("计划{}，申请{}。", zh(planned), zh(requested)),
            format!("Planned {}, requested {}.", en(planned), en(requested)),
        );
    }
    Some(())
}
