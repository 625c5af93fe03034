//! Executives' homes and salaries.

use crate::applicant::people::{EXECUTIVES, HOMES, executives, homes};
use crate::article::Article;
use crate::money::{Money, wan, yi};
use crate::order::Order;
use crate::policy::miyun_2019_25::flags::{en, names, raise_repeated, zh};
use crate::rule::flag::{Check, Look};
use crate::text::text;

use crate::policy::miyun_2019_25::article_14_executive_homes::PEOPLE as HOMES_PAID;
use crate::policy::miyun_2019_25::article_21_executive_reward::{PAY, PEOPLE as REWARDED};

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "homes_too_many",
        title: text("购房高管超过可补人数", "More homes than can be paid for"),
        asks: text("报哪几位？只补其中补贴最多的几位。", "Whom do you put forward? Only the best few are paid."),
        questions: &[&HOMES.spec],
        articles: &Article::all([14]),
        find: homes_too_many,
    },
    Check {
        id: "home_twice",
        title: text("同一人购房列了两次", "The same person's home is listed twice"),
        asks: text(
            "是两个同名的人，还是同一人？每人只补首次。",
            "Two people of one name, or one? Only a first home counts.",
        ),
        questions: &[&HOMES.spec],
        articles: &Article::all([14]),
        find: home_twice,
    },
    Check {
        id: "home_price",
        title: text("购房价不像一套房的价", "The price is not that of a home"),
        asks: text("是不是把万元当成元，或多打了零？", "Is it a slip of unit, or a zero too many?"),
        questions: &[&HOMES.spec],
        articles: &Article::all([14]),
        find: home_price,
    },
    Check {
        id: "executives_too_many",
        title: text("奖励高管超过可奖人数", "More executives than can be rewarded"),
        asks: text("报哪几位？名单须定下来。", "Whom do you put forward? The list has to be settled."),
        questions: &[&EXECUTIVES.spec],
        articles: &Article::all([21]),
        find: executives_too_many,
    },
    Check {
        id: "executive_twice",
        title: text("同一位高管列了两次", "The same executive is listed twice"),
        asks: text("是两个同名的人，还是重复录入？", "Two people of one name, or a double entry?"),
        questions: &[&EXECUTIVES.spec],
        articles: &Article::all([21]),
        find: executive_twice,
    },
    Check {
        id: "salary_below",
        title: text("列入的高管年薪未达标准", "A listed executive is paid too little"),
        asks: text(
            "年薪与个税记录一致吗？未达标准的不列入。",
            "Does it agree with the tax record? Those below are left out.",
        ),
        questions: &[&EXECUTIVES.spec],
        articles: &Article::all([21]),
        find: salary_below,
    },
    Check {
        id: "post_differs",
        title: text("同一人两处的任职不一致", "One person's post differs between the two tables"),
        asks: text("现在到底任不任所列职务？", "Does this person hold a listed post now, or not?"),
        questions: &[&EXECUTIVES.spec, &HOMES.spec],
        articles: &Article::all([14, 21]),
        find: post_differs,
    },
];

/// No home costs less.
const CHEAPEST_HOME: Money = wan(1);
/// No home in Miyun costs more.
const DEAREST_HOME: Money = yi(1);
/// A salary below this is one typed in 万元.
pub(super) const LEAST_SALARY: Money = wan(1);

fn homes_too_many(look: &mut Look<'_>) -> Option<()> {
    let count = look.get(&HOMES)?.len();
    if count > HOMES_PAID {
        look.raise(
            format!("列了{count}人，一家机构最多补{HOMES_PAID}人。"),
            format!("{count} are listed; at most {HOMES_PAID} of one institution are paid."),
        );
    }
    Some(())
}

fn home_twice(look: &mut Look<'_>) -> Option<()> {
    let names = names(look, &HOMES, &homes::NAME);
    raise_repeated(look, names);
    Some(())
}

fn home_price(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&HOMES) {
        let Some(price) = table.money(&homes::PRICE, row) else { continue };
        if (price > Money::ZERO && price < CHEAPEST_HOME) || price > DEAREST_HOME {
            look.raise_row(
                row,
                format!("合同总价填了{}。", zh(price)),
                format!("The contract price given is {}.", en(price)),
            );
        }
    }
    Some(())
}

fn executives_too_many(look: &mut Look<'_>) -> Option<()> {
    let count = look.get(&EXECUTIVES)?.len();
    if count > REWARDED {
        look.raise(
            format!("列了{count}人，一家机构最多奖{REWARDED}人。"),
            format!("{count} are listed; at most {REWARDED} of one institution are rewarded."),
        );
    }
    Some(())
}

fn executive_twice(look: &mut Look<'_>) -> Option<()> {
    let names = names(look, &EXECUTIVES, &executives::NAME);
    raise_repeated(look, names);
    Some(())
}

/// Below [`LEAST_SALARY`] it is a slip of unit, which another check tells.
fn salary_below(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&EXECUTIVES) {
        let Some(salary) = table.money(&executives::SALARY, row) else { continue };
        if salary >= LEAST_SALARY && salary < PAY {
            look.raise_row(
                row,
                format!("年薪{}，不到{}。", zh(salary), zh(PAY)),
                format!("Paid {}, below {}.", en(salary), en(PAY)),
            );
        }
    }
    Some(())
}

fn post_differs(look: &mut Look<'_>) -> Option<()> {
    let housed = look.get(&HOMES)?;
    let mut posts: Vec<(&str, bool)> = (0..housed.len())
        .filter_map(|row| Some((housed.get(&homes::NAME, row)?.trim(), housed.get(&homes::IN_POST, row)?)))
        .collect();
    posts.order();
    for (table, row) in look.rows(&EXECUTIVES) {
        let (Some(name), Some(post)) = (table.get(&executives::NAME, row), table.get(&executives::IN_POST, row)) else {
            continue;
        };
        let name = name.trim();
        if posts.binary_search(&(name, !post)).is_ok() && posts.binary_search(&(name, post)).is_err() {
            let (here, there) = if post { ("是", "否") } else { ("否", "是") };
            let (here_en, there_en) = if post { ("yes", "no") } else { ("no", "yes") };
            look.raise_row(
                row,
                format!("“{name}”的现任职务，这里答“{here}”，购房表里答“{there}”。"),
                format!("“{name}” in post: {here_en} here, {there_en} in the table of homes."),
            );
        }
    }
    Some(())
}
