//! Contribution by fiscal year, rank and the chosen start.

use crate::answers::yearly::Source;
use crate::applicant::contribution::{CONTRIBUTIONS, GROWTH_START, RANK, YEARLY_CONTRIBUTION, contributions};
use crate::applicant::identity::{APPLICATION_YEAR, ARRIVED, OPINION_DATE};
use crate::article::Article;
use crate::date::Year;
use crate::money::Money;
use crate::policy::miyun_2019_25::flags::{en, zh};
use crate::rule::flag::{Check, Look};
use crate::text::text;

use crate::policy::miyun_2019_25::article_14_executive_homes::LAST_RANK;
use crate::policy::miyun_2019_25::article_19_starts::TIERS;

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "contribution_negative",
        title: text("贡献是负数", "A negative contribution"),
        asks: text("是退税冲减，还是多打了负号？", "Is it a refund, or a stray minus sign?"),
        questions: &[&CONTRIBUTIONS.spec],
        articles: &Article::all([3]),
        find: negative,
    },
    Check {
        id: "contribution_leaps",
        title: text("贡献一年之间增到十倍以上", "A contribution more than tenfold within a year"),
        asks: text(
            "数字或单位是否填错，例如把元填成万元？",
            "Is the figure or its unit wrong, yuan typed as 万元 perhaps?",
        ),
        questions: &[&CONTRIBUTIONS.spec],
        articles: &Article::all([3]),
        find: leaps,
    },
    Check {
        id: "contribution_without_year",
        title: text("有贡献没有年度", "A contribution without its year"),
        asks: text("是哪一年的？如果是合计行，请删去。", "Which year is it of? If it is a sum, take the row out."),
        questions: &[&CONTRIBUTIONS.spec],
        articles: &Article::all([3]),
        find: without_year,
    },
    Check {
        id: "open_year_confirmed",
        title: text("年度未结束，却标为区级确认", "Confirmed, though the year is not closed"),
        asks: text("确认函要到次年才有，是否应为本机构预计？", "The letter comes the year after: is it a forecast?"),
        questions: &[&CONTRIBUTIONS.spec, &APPLICATION_YEAR.spec],
        articles: &Article::all([3, 33]),
        find: open_year_confirmed,
    },
    Check {
        id: "closed_year_forecast",
        title: text("年度早已结束，仍是预计数", "Still a forecast, though the year is long closed"),
        asks: text("区级部门是否已确认？确认函在哪里？", "Has the district confirmed it? Where is the letter?"),
        questions: &[&CONTRIBUTIONS.spec, &APPLICATION_YEAR.spec],
        articles: &Article::all([3, 19]),
        find: closed_year_forecast,
    },
    Check {
        id: "contribution_before_arrival",
        title: text("到密以前就有贡献", "A contribution before arrival"),
        asks: text("这是在别处缴的，还是到密日期填晚了？", "Was it paid elsewhere, or is the arrival date too late?"),
        questions: &[&CONTRIBUTIONS.spec, &ARRIVED.spec],
        articles: &Article::all([3, 19, 20]),
        find: before_arrival,
    },
    Check {
        id: "ranked_without_contribution",
        title: text("排名在前，贡献却很小", "A high rank with a small contribution"),
        asks: text(
            "排名是哪一年、哪个范围的？有没有区级部门的确认？",
            "Which year and which list is the rank from? Is it confirmed?",
        ),
        questions: &[&RANK.spec, &CONTRIBUTIONS.spec, &APPLICATION_YEAR.spec],
        articles: &Article::all([14]),
        find: ranked_without_contribution,
    },
    Check {
        id: "start_not_complete",
        title: text("选定的起始年度不是完整年度", "The chosen start is not a complete year"),
        asks: text(
            "登记当年通常不完整，是否应从次年起算？",
            "The year of registration is rarely complete: should it be the next?",
        ),
        questions: &[&GROWTH_START.spec, &ARRIVED.spec],
        articles: &Article::all([19]),
        find: start_not_complete,
    },
    Check {
        id: "start_without_figure",
        title: text("选定的起始年度没有贡献数", "The chosen start has no contribution"),
        asks: text("那一年的数是多少？没有数就无从起算。", "What was the figure? Without one nothing starts."),
        questions: &[&GROWTH_START.spec, &CONTRIBUTIONS.spec],
        articles: &Article::all([19]),
        find: start_without_figure,
    },
    Check {
        id: "start_below_ladder",
        title: text("选定的起始年度贡献未达最低一档", "The chosen start is below the lowest tier"),
        asks: text("年度或数字是否填错？选定后不能更改。", "Is the year or the figure wrong? The choice is final."),
        questions: &[&GROWTH_START.spec, &CONTRIBUTIONS.spec],
        articles: &Article::all([19, 20]),
        find: start_below_ladder,
    },
    Check {
        id: "growth_before_opinion",
        title: text("到密早于《意见》，却选了起始年度", "A start is chosen, yet arrival was before the 2018 Opinion"),
        asks: text(
            "发展壮大资金只给《意见》以后到密的机构，日期是否填错？",
            "Growth funding is for those that came since: is a date wrong?",
        ),
        questions: &[&ARRIVED.spec, &OPINION_DATE.spec, &GROWTH_START.spec],
        articles: &Article::all([19]),
        find: growth_before_opinion,
    },
];

/// Year, figure if there is one, and source of every row that has a year.
fn years(look: &Look<'_>) -> Vec<(Year, Option<Money>, Option<Source>)> {
    look.rows(&CONTRIBUTIONS)
        .filter_map(|(table, row)| {
            let year = table.get(&contributions::YEAR, row)?;
            Some((year, table.money(&contributions::AMOUNT, row), table.get(&contributions::SOURCE, row)))
        })
        .collect()
}

fn negative(look: &mut Look<'_>) -> Option<()> {
    for (year, money, _) in years(look) {
        let Some(money) = money.filter(|money| *money < Money::ZERO) else { continue };
        look.raise_year(
            year,
            format!("{year}年填了{}，测算按0计。", zh(money)),
            format!("{year} has {}; it counts as nothing.", en(money)),
        );
    }
    Some(())
}

/// The year of arrival is rarely complete, and says nothing of the next.
fn leaps(look: &mut Look<'_>) -> Option<()> {
    const TENFOLD: i128 = 10;
    let first = look.get(&ARRIVED).map_or(Year::MIN, |arrived| arrived.first_full_year());
    for (year, money, _) in years(look) {
        let Some(before) = year.checked_sub(1).filter(|before| *before >= first) else { continue };
        let (Some(money), Some(earlier)) = (money, YEARLY_CONTRIBUTION.of(look.facts(), before)) else { continue };
        if earlier > Money::ZERO && money > earlier.ratio(TENFOLD, 1) {
            look.raise_year(
                year,
                format!("{before}年{}，{year}年{}。", zh(earlier), zh(money)),
                format!("{} in {before}, {} in {year}.", en(earlier), en(money)),
            );
        }
    }
    Some(())
}

fn without_year(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&CONTRIBUTIONS) {
        let Some(money) = table.money(&contributions::AMOUNT, row) else { continue };
        if table.get(&contributions::YEAR, row).is_none() {
            look.raise_row(
                row,
                format!("{}没有写年度，测算没有计入。", zh(money)),
                format!("{} has no year and is not counted.", en(money)),
            );
        }
    }
    Some(())
}

fn open_year_confirmed(look: &mut Look<'_>) -> Option<()> {
    let application = look.get(&APPLICATION_YEAR)?;
    for (year, money, source) in years(look) {
        if year >= application && source == Some(Source::Confirmed) && money.is_some() {
            look.raise_year(
                year,
                format!("申请{application}年度，{year}年的数标为“区级确认”。"),
                format!("The application is for {application}, and the figure of {year} is marked as confirmed."),
            );
        }
    }
    Some(())
}

/// The year before the application may still be in settlement; earlier ones are not.
fn closed_year_forecast(look: &mut Look<'_>) -> Option<()> {
    let application = look.get(&APPLICATION_YEAR)?;
    for (year, money, source) in years(look) {
        if year + 1 < application && source == Some(Source::Forecast) && money.is_some() {
            look.raise_year(
                year,
                format!("申请{application}年度，{year}年的数还标为“本机构预计”。"),
                format!("The application is for {application}, and the figure of {year} is still a forecast."),
            );
        }
    }
    Some(())
}

fn before_arrival(look: &mut Look<'_>) -> Option<()> {
    let arrived = look.get(&ARRIVED)?;
    for (year, money, _) in years(look) {
        let Some(money) = money.filter(|money| *money > Money::ZERO && year < arrived.year()) else { continue };
        look.raise_year(
            year,
            format!("{year}年贡献{}，{}才到密。", zh(money), arrived.zh()),
            format!("{} in {year}, arrived on {}.", en(money), arrived.en()),
        );
    }
    Some(())
}

fn ranked_without_contribution(look: &mut Look<'_>) -> Option<()> {
    let (rank, year) = (look.get(&RANK)?, look.get(&APPLICATION_YEAR)?);
    let money = YEARLY_CONTRIBUTION.of(look.facts(), year)?;
    if rank <= LAST_RANK && TIERS.reached_by(money).is_none() {
        look.raise(
            format!("全区第{rank}位，{year}年贡献{}。", zh(money)),
            format!("Rank {rank} in the district, with {} in {year}.", en(money)),
        );
    }
    Some(())
}

fn start_not_complete(look: &mut Look<'_>) -> Option<()> {
    let (start, arrived) = (look.get(&GROWTH_START)?, look.get(&ARRIVED)?);
    if start < arrived.first_full_year() {
        look.raise(
            format!("从{start}年起算，{}到密，第一个完整年度是{}年。", arrived.zh(), arrived.first_full_year()),
            format!(
                "It starts in {start}; arrived on {}, the first complete year is {}.",
                arrived.en(),
                arrived.first_full_year()
            ),
        );
    }
    Some(())
}

fn start_without_figure(look: &mut Look<'_>) -> Option<()> {
    let start = look.get(&GROWTH_START)?;
    if YEARLY_CONTRIBUTION.of(look.facts(), start).is_none() {
        look.raise(
            format!("从{start}年起算，贡献表里没有{start}年的数。"),
            format!("It starts in {start}, and the table has no figure for {start}."),
        );
    }
    Some(())
}

fn start_below_ladder(look: &mut Look<'_>) -> Option<()> {
    let start = look.get(&GROWTH_START)?;
    let money = YEARLY_CONTRIBUTION.of(look.facts(), start)?;
    if TIERS.reached_by(money).is_none() {
        look.raise(
            format!("从{start}年起算，当年贡献{}，够不上最低一档。", zh(money)),
            format!("It starts in {start} with {}, below the lowest tier.", en(money)),
        );
    }
    Some(())
}

fn growth_before_opinion(look: &mut Look<'_>) -> Option<()> {
    let (arrived, opinion, start) = (look.get(&ARRIVED)?, look.get(&OPINION_DATE)?, look.get(&GROWTH_START)?);
    if arrived < opinion {
        look.raise(
            format!("{}到密，《意见》{}发布，起始年度选了{start}年。", arrived.zh(), opinion.zh()),
            format!("Arrived on {}, the Opinion is of {}, the start is {start}.", arrived.en(), opinion.en()),
        );
    }
    Some(())
}
