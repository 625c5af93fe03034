//! Offices bought, leased or lent.

use crate::answers::answer::Table;
use crate::applicant::identity::{ARRIVED, KIND, Kind};
use crate::applicant::premises::{
    BOUGHT_OFFICE, FIRST_PURCHASE, IN_PREPARATION, LEASES, LENT_AREA, OFFICE_IN_MIYUN, PURCHASED_AREA, leases,
};
use crate::article::Article;
use crate::money::{Area, Money, yuan};
use crate::order::Order;
use crate::policy::miyun_2019_25::article_04_kinds as kinds;
use crate::policy::miyun_2019_25::flags::{en, is, zh};
use crate::rule::Place;
use crate::rule::flag::{Check, Look};
use crate::text::text;

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "office_elsewhere",
        title: text("办公地不在密云，却填了租金", "The office is outside Miyun, yet rent is listed"),
        asks: text(
            "这类机构只补密云区内的办公用房，租的房在哪里？",
            "For this kind only offices in Miyun count: where is it?",
        ),
        questions: &[&OFFICE_IN_MIYUN.spec, &LEASES.spec, &KIND.spec],
        articles: &Article::all([9, 12]),
        find: office_elsewhere,
    },
    Check {
        id: "second_purchase",
        title: text("填了购房，但不是首次", "A purchase that is not the first"),
        asks: text("首次购置是哪一处、哪一年，补过没有？", "Which was the first, when, and was it paid for?"),
        questions: &[&FIRST_PURCHASE.spec, &BOUGHT_OFFICE.spec],
        articles: &Article::all([10]),
        find: second_purchase,
    },
    Check {
        id: "area_without_purchase",
        title: text("没有购房，却填了面积", "A purchased area without a purchase"),
        asks: text("是租来的面积填错了地方，还是漏答了购房？", "Is it a leased area, or was the purchase forgotten?"),
        questions: &[&PURCHASED_AREA.spec, &BOUGHT_OFFICE.spec],
        articles: &Article::all([10]),
        find: area_without_purchase,
    },
    Check {
        id: "bought_and_rented",
        title: text("既买房又租房", "Offices both bought and leased"),
        asks: text(
            "是不是同一处？购和租算同类，区级部门可能只认一项。",
            "Are they the same rooms? Purchase and rent may count as one type.",
        ),
        questions: &[&BOUGHT_OFFICE.spec, &LEASES.spec],
        articles: &Article::all([10, 11, 12, 36]),
        find: bought_and_rented,
    },
    Check {
        id: "rented_and_lent",
        title: text("既付租金又借周转用房", "Rent is paid and an office is lent"),
        asks: text(
            "借用期间还租了哪里？同一处不能又借又补租。",
            "What was leased meanwhile? The same rooms cannot be both.",
        ),
        questions: &[&LENT_AREA.spec, &LEASES.spec],
        articles: &Article::all([11, 12, 13, 36]),
        find: rented_and_lent,
    },
    Check {
        id: "lent_without_preparation",
        title: text("不在筹建期，却申请周转用房", "An office is asked for, yet not in preparation"),
        asks: text(
            "周转用房只借给筹建中的机构，是否已经开业？",
            "It is lent during preparation only: have you opened?",
        ),
        questions: &[&LENT_AREA.spec, &IN_PREPARATION.spec],
        articles: &Article::all([13]),
        find: lent_without_preparation,
    },
    Check {
        id: "lease_before_arrival",
        title: text("租金早于到密", "Rent from before arrival"),
        asks: text(
            "到密以前的租金不在支持之内，年度是否填错？",
            "Rent from before is not supported: is the year wrong?",
        ),
        questions: &[&LEASES.spec, &ARRIVED.spec],
        articles: &Article::all([11, 12]),
        find: lease_before_arrival,
    },
    Check {
        id: "lease_months",
        title: text("一年的租期超过12个月", "More than twelve months in a year"),
        asks: text("填的是不是整个合同的月数？", "Is this the length of the whole contract?"),
        questions: &[&LEASES.spec],
        articles: &Article::all([11]),
        find: lease_months,
    },
    Check {
        id: "lease_twice",
        title: text("两行租赁完全一样", "Two leases are the same"),
        asks: text("是两处同样的房，还是同一处录了两次？", "Two alike, or one entered twice?"),
        questions: &[&LEASES.spec],
        articles: &Article::all([11, 12]),
        find: lease_twice,
    },
    Check {
        id: "rent_implausible",
        title: text("每平方米租金不像真的", "The rent per m² is implausible"),
        asks: text(
            "是不是把万元当成元，或面积、月数填错？",
            "Is it a slip of unit, or a wrong area or number of months?",
        ),
        questions: &[&LEASES.spec],
        articles: &Article::all([11, 12]),
        find: rent_implausible,
    },
    Check {
        id: "average_missing",
        title: text("区外办公，缺密云平均租金", "An office outside Miyun without Miyun's average rent"),
        asks: text("同期平均租金是多少？须由区金融办给出。", "What was the average? It has to come from the office."),
        questions: &[&LEASES.spec, &OFFICE_IN_MIYUN.spec],
        articles: &Article::all([11]),
        find: average_missing,
    },
    Check {
        id: "average_implausible",
        title: text("平均租金不像每平方米每月的数", "The average rent is not one per m² and month"),
        asks: text("填的是不是每天、每年，或整套的数？", "Is it per day, per year, or for the whole office?"),
        questions: &[&LEASES.spec],
        articles: &Article::all([11]),
        find: average_implausible,
    },
];

/// The dearest offices of Beijing cost about half of this, in yuan per m² and month; beyond it the unit is wrong.
const DEAREST: u64 = 1000;
/// No office is let for less, in yuan per m² and month; below it the unit is wrong.
const CHEAPEST: u64 = 1;

fn rents(look: &Look<'_>) -> usize {
    look.rows(&LEASES)
        .filter(|(table, row)| table.money(&leases::RENT, *row).is_some_and(|rent| rent > Money::ZERO))
        .count()
}

fn office_elsewhere(look: &mut Look<'_>) -> Option<()> {
    let kind = look.get(&KIND)?;
    let count = rents(look);
    if is(look, &OFFICE_IN_MIYUN, false)
        && kind != Kind::LegalEntity
        && kinds::EIGHT.contain_kind(kind as u8)
        && count > 0
    {
        look.raise(
            format!("办公地答“不在密云”，租金填了{count}行。"),
            format!("The office is not in Miyun; rows with rent: {count}."),
        );
    }
    Some(())
}

fn second_purchase(look: &mut Look<'_>) -> Option<()> {
    if look.get(&BOUGHT_OFFICE)? && !look.get(&FIRST_PURCHASE)? {
        look.raise("购房答“是”，首次购置答“否”。".to_owned(), "Bought: yes. First purchase: no.".to_owned());
    }
    Some(())
}

fn area_without_purchase(look: &mut Look<'_>) -> Option<()> {
    let area = look.get(&PURCHASED_AREA)?;
    if !look.get(&BOUGHT_OFFICE)? && area > Area::ZERO {
        look.raise(format!("购房答“否”，自用面积填了{area}平方米。"), format!("Bought: no. Own-use area: {area} m²."));
    }
    Some(())
}

fn bought_and_rented(look: &mut Look<'_>) -> Option<()> {
    let count = rents(look);
    if look.get(&BOUGHT_OFFICE)? && count > 0 {
        let area = look.get(&PURCHASED_AREA).map(|area| area.to_string());
        let (bought_zh, bought_en) = area.map_or_else(
            || ("购房答“是”".to_owned(), "Offices were bought".to_owned()),
            |area| (format!("购入{area}平方米"), format!("{area} m² were bought")),
        );
        look.raise(format!("{bought_zh}，租金填了{count}行。"), format!("{bought_en}; rows with rent: {count}."));
    }
    Some(())
}

fn rented_and_lent(look: &mut Look<'_>) -> Option<()> {
    let (area, count) = (look.get(&LENT_AREA)?, rents(look));
    if area > Area::ZERO && count > 0 {
        look.raise(
            format!("申请周转用房{area}平方米，租金填了{count}行。"),
            format!("{area} m² are asked for; rows with rent: {count}."),
        );
    }
    Some(())
}

fn lent_without_preparation(look: &mut Look<'_>) -> Option<()> {
    let area = look.get(&LENT_AREA)?;
    if !look.get(&IN_PREPARATION)? && area > Area::ZERO {
        look.raise(
            format!("筹建期答“否”，周转用房填了{area}平方米。"),
            format!("In preparation: no. Office asked for: {area} m²."),
        );
    }
    Some(())
}

fn lease_before_arrival(look: &mut Look<'_>) -> Option<()> {
    let arrived = look.get(&ARRIVED)?;
    for (table, row) in look.rows(&LEASES) {
        let Some(year) = table.get(&leases::YEAR, row).filter(|year| *year < arrived.year()) else { continue };
        look.raise_row(
            row,
            format!("{year}年的租金，{}才到密。", arrived.zh()),
            format!("Rent of {year}, arrived on {}.", arrived.en()),
        );
    }
    Some(())
}

fn lease_months(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&LEASES) {
        let Some(months) = table.get(&leases::MONTHS, row).filter(|months| *months > 12) else { continue };
        look.raise_row(row, format!("填了{months}个月。"), format!("{months} months."));
    }
    Some(())
}

fn lease_twice(look: &mut Look<'_>) -> Option<()> {
    let table = look.get(&LEASES)?;
    let line = |table: &Table, row: usize| {
        Some((table.get(&leases::YEAR, row)?, table.money(&leases::RENT, row)?, table.get(&leases::AREA, row)?))
    };
    let mut seen: Vec<_> = (0..table.len()).filter_map(|row| line(table, row).map(|line| (line, row))).collect();
    seen.order();
    let mut twice: Vec<_> =
        seen.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| (pair[0].1, pair[1])).collect();
    twice.order_by_key(|(_, (_, row))| *row);
    for (first, ((year, rent, area), row)) in twice {
        look.raise_row(
            row,
            format!("与第{}行同是{year}年、{area}平方米、{}。", first + 1, zh(rent)),
            format!("{year}, {area} m² and {} as in row {}.", en(rent), first + 1),
        );
    }
    Some(())
}

fn rent_implausible(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&LEASES) {
        let (Some(rent), Some(area)) = (table.money(&leases::RENT, row), table.get(&leases::AREA, row)) else {
            continue;
        };
        let months = u64::from(table.get(&leases::MONTHS, row).unwrap_or(12).clamp(1, 12));
        if rent <= Money::ZERO || area <= Area::ZERO {
            continue;
        }
        let (most, least) = (yuan(DEAREST * months).times(area), yuan(CHEAPEST * months).times(area));
        if rent > most {
            look.raise_row(
                row,
                format!("{}租{area}平方米{months}个月，每平方米每月超过{DEAREST}元。", zh(rent)),
                format!("{} for {area} m² over {months} months: more than {DEAREST} yuan per m² and month.", en(rent)),
            );
        } else if rent < least {
            look.raise_row(
                row,
                format!("{}租{area}平方米{months}个月，每平方米每月不到{CHEAPEST}元。", zh(rent)),
                format!("{} for {area} m² over {months} months: less than {CHEAPEST} yuan per m² and month.", en(rent)),
            );
        }
    }
    Some(())
}

fn average_missing(look: &mut Look<'_>) -> Option<()> {
    if !(is(look, &OFFICE_IN_MIYUN, false) && look.get(&KIND)? == Kind::LegalEntity) {
        return None;
    }
    for (table, row) in look.rows(&LEASES) {
        let rent = table.money(&leases::RENT, row).filter(|rent| *rent > Money::ZERO);
        let Some(rent) = rent.filter(|_| table.money(&leases::AVERAGE, row).is_none()) else { continue };
        look.raise_row(
            row,
            format!("租金{}，平均租金没有填，这一行算不出。", zh(rent)),
            format!("Rent {}, without the average: the row cannot be worked out.", en(rent)),
        );
    }
    Some(())
}

fn average_implausible(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&LEASES) {
        let Some(average) = table.money(&leases::AVERAGE, row) else { continue };
        if average > yuan(DEAREST) || average < yuan(CHEAPEST) {
            look.raise_at(
                None,
                Place::Row(row),
                format!("填了{}；一般在{CHEAPEST}元到{DEAREST}元之间。", zh(average)),
                format!("{} is given; it is usually between {CHEAPEST} and {DEAREST} yuan.", en(average)),
            );
        }
    }
    Some(())
}
