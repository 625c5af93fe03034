//! Fund managers, funds and projects.

use crate::answers::question::Question;
use crate::applicant::capital::PAID_IN;
use crate::applicant::funds::{
    BEIJING_INVESTMENT, COUNTERPART_CLAIMED, CUSTODY_OF_ASSETS, CUSTODY_OF_INVESTMENTS, FILED_IN_MIYUN,
    HIGH_END_INVESTMENT, LISTED_AND_EXITED, MANAGED_ASSETS, PROJECTS, projects,
};
use crate::applicant::identity::{KIND, Kind};
use crate::article::Article;
use crate::money::{Money, Rate, percent};
use crate::policy::miyun_2019_25::flags::{en, names, raise_repeated, zh};
use crate::rule::flag::{Check, Look};
use crate::text::text;

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "custody_without_assets",
        title: text("填了托管占比，没有管理规模", "A share in custody of no managed assets"),
        asks: text("占比是按什么算的？", "What is it a share of?"),
        questions: &[&CUSTODY_OF_ASSETS.spec, &CUSTODY_OF_INVESTMENTS.spec, &MANAGED_ASSETS.spec],
        articles: &Article::all([8]),
        find: custody_without_assets,
    },
    Check {
        id: "assets_below_paid_in",
        title: text("管理规模小于自己的实收资本", "Managed assets below one's own capital"),
        asks: text("管理规模或实收资本的单位是否填错？", "Is the unit of either figure wrong?"),
        questions: &[&MANAGED_ASSETS.spec, &PAID_IN.spec],
        articles: &Article::all([8]),
        find: assets_below_paid_in,
    },
    Check {
        id: "exit_not_filed",
        title: text("已有退出，却没有在密云备案", "An exit without filing in Miyun"),
        asks: text("退出的是备案以前的项目吗？", "Was the exit from before the filing?"),
        questions: &[&FILED_IN_MIYUN.spec, &LISTED_AND_EXITED.spec],
        articles: &Article::all([23]),
        find: exit_not_filed,
    },
    Check {
        id: "high_end_above_all",
        title: text("高精尖投资大于在京全部投资", "High-end investment above all investment in Beijing"),
        asks: text("前者是后者的一部分，哪一个填错了？", "The one is part of the other: which is wrong?"),
        questions: &[&HIGH_END_INVESTMENT.spec, &BEIJING_INVESTMENT.spec],
        articles: &Article::all([23]),
        find: high_end_above_all,
    },
    Check {
        id: "counterpart_claimed",
        title: text("对方已就同一笔投资申请", "The counterpart has claimed for the same investment"),
        asks: text("管理人和基金只享受一次，是否还要申请？", "Manager and fund receive it once: do you still claim?"),
        questions: &[&COUNTERPART_CLAIMED.spec],
        articles: &Article::all([23, 36]),
        find: counterpart_claimed,
    },
    Check {
        id: "project_twice",
        title: text("同一项目列了两次", "The same project is listed twice"),
        asks: text("是两批次的两个项目，还是重复录入？", "Two projects of one name, or a double entry?"),
        questions: &[&PROJECTS.spec],
        articles: &Article::all([26]),
        find: project_twice,
    },
];

fn custody_without_assets(look: &mut Look<'_>) -> Option<()> {
    let filled = |question: &Question<Rate>| look.get(question).filter(|share| *share > percent(0));
    let (share, question) = filled(&CUSTODY_OF_ASSETS)
        .map(|share| (share, &CUSTODY_OF_ASSETS.spec))
        .or_else(|| filled(&CUSTODY_OF_INVESTMENTS).map(|share| (share, &CUSTODY_OF_INVESTMENTS.spec)))?;
    if look.get(&MANAGED_ASSETS).is_none_or(Money::is_zero) {
        look.raise_at(
            Some(question),
            crate::rule::Place::Whole,
            format!("占比{share}，管理规模没有填或为0。"),
            format!("A share of {share}, and no managed assets."),
        );
    }
    Some(())
}

fn assets_below_paid_in(look: &mut Look<'_>) -> Option<()> {
    let (managed, paid) = (look.get(&MANAGED_ASSETS)?, look.get(&PAID_IN)?);
    if look.get(&KIND)? == Kind::FundManager && !managed.is_zero() && managed < paid {
        look.raise(
            format!("管理规模{}，实收资本{}。", zh(managed), zh(paid)),
            format!("{} managed, {} of paid-in capital.", en(managed), en(paid)),
        );
    }
    Some(())
}

fn exit_not_filed(look: &mut Look<'_>) -> Option<()> {
    if look.get(&LISTED_AND_EXITED)? && !look.get(&FILED_IN_MIYUN)? {
        look.raise(
            "上市并退出答“是”，在密云备案答“否”。".to_owned(),
            "Listed and exited: yes. Filed in Miyun: no.".to_owned(),
        );
    }
    Some(())
}

fn high_end_above_all(look: &mut Look<'_>) -> Option<()> {
    let (high, all) = (look.get(&HIGH_END_INVESTMENT)?, look.get(&BEIJING_INVESTMENT)?);
    if high > all {
        look.raise(
            format!("高精尖{}，在京全部{}。", zh(high), zh(all)),
            format!("High-end {}, all of Beijing {}.", en(high), en(all)),
        );
    }
    Some(())
}

fn counterpart_claimed(look: &mut Look<'_>) -> Option<()> {
    let invested = look.get(&HIGH_END_INVESTMENT)?;
    if look.get(&COUNTERPART_CLAIMED)? && !invested.is_zero() {
        look.raise(
            format!("对方申请过，这里又填了{}的投资。", zh(invested)),
            format!("The counterpart has claimed, and {} is stated here.", en(invested)),
        );
    }
    Some(())
}

fn project_twice(look: &mut Look<'_>) -> Option<()> {
    let names = names(look, &PROJECTS, &projects::NAME);
    raise_repeated(look, names);
    Some(())
}
