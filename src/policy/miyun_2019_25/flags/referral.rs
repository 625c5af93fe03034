//! Introduced enterprises and associations.

use crate::answers::answer::Table;
use crate::answers::credit_code;
use crate::applicant::identity::{APPLICATION_YEAR, ASSOCIATION, INTERMEDIARY, NAME, is_identity_card};
use crate::applicant::referral::{ENTERPRISES, MEMBERS, TAXPAYING_MEMBERS, enterprises};
use crate::article::Article;
use crate::date::Year;
use crate::money::grouped_count;
use crate::policy::miyun_2019_25::flags::{is_same, names, raise_repeated};
use crate::rule::flag::{Check, Look};
use crate::text::text;

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "enterprise_twice",
        title: text("同一家企业列了两次", "The same enterprise is listed twice"),
        asks: text("是不是重复录入？一家只奖一次。", "Is it a double entry? Each counts once."),
        questions: &[&ENTERPRISES.spec],
        articles: &Article::all([27]),
        find: enterprise_twice,
    },
    Check {
        id: "introduced_itself",
        title: text("引进的企业就是申请人自己", "The introduced enterprise is the applicant"),
        asks: text(
            "与引进企业是什么关系？自己引进自己不算。",
            "How are you related? Introducing oneself does not count.",
        ),
        questions: &[&ENTERPRISES.spec, &NAME.spec],
        articles: &Article::all([27]),
        find: introduced_itself,
    },
    Check {
        id: "first_tax_late",
        title: text("首次纳税在申请年度之后", "The first tax day is after the year of application"),
        asks: text("还没有纳税，怎么算贡献？日期是否填错？", "No tax yet: is the date wrong?"),
        questions: &[&ENTERPRISES.spec, &APPLICATION_YEAR.spec],
        articles: &Article::all([27]),
        find: first_tax_late,
    },
    Check {
        id: "first_tax_early",
        title: text("首次纳税早得不像新引进", "The first tax day is too early for a newcomer"),
        asks: text("这家企业是新引进的吗？日期是否填错？", "Was it newly introduced? Is the date wrong?"),
        questions: &[&ENTERPRISES.spec],
        articles: &Article::all([27]),
        find: first_tax_early,
    },
    Check {
        id: "enterprise_code",
        title: text("引进企业的信用代码不对", "An enterprise's credit code is wrong"),
        asks: text(
            "请对照该企业的营业执照重抄；2016年以前发的少数代码不合校验规则，与执照一致就不用改。",
            "Copy it again from its licence; a few codes issued before 2016 break the rule, and one that is as on the licence may stay.",
        ),
        questions: &[&ENTERPRISES.spec],
        articles: &Article::all([27]),
        find: enterprise_code,
    },
    Check {
        id: "enterprise_code_twice",
        title: text("两家引进企业的信用代码相同", "Two enterprises have the same credit code"),
        asks: text("是不是同一家？一家只奖一次。", "Are they one? Each counts once."),
        questions: &[&ENTERPRISES.spec],
        articles: &Article::all([27]),
        find: enterprise_code_twice,
    },
    Check {
        id: "taxed_before_arrival",
        title: text("首次纳税早于落户", "Tax was paid before the enterprise arrived"),
        asks: text(
            "哪一个日期填错了？落户前已在密云纳税的，是不是新引进？",
            "Which date is wrong? If both are right: was it newly introduced?",
        ),
        questions: &[&ENTERPRISES.spec],
        articles: &Article::all([27]),
        find: taxed_before_arrival,
    },
    Check {
        id: "counted_twice",
        title: text("有企业同时算进社团奖励", "Enterprises are also counted for an association"),
        asks: text("同一家企业由谁申报？两处只认一处。", "Who claims for it? Only one of the two stands."),
        questions: &[&ENTERPRISES.spec, &INTERMEDIARY.spec, &ASSOCIATION.spec],
        articles: &Article::all([27, 28, 36]),
        find: counted_twice,
    },
    Check {
        id: "members_fewer",
        title: text("区内纳税会员多于会员总数", "More members pay tax here than there are"),
        asks: text("分会的会员是否也算了进去？", "Are members of branches counted in?"),
        questions: &[&TAXPAYING_MEMBERS.spec, &MEMBERS.spec],
        articles: &Article::all([28]),
        find: members_fewer,
    },
];

/// Nothing introduced before this year falls under rules of 2019 that look at three years.
const EARLIEST: Year = 2015;

fn enterprise_twice(look: &mut Look<'_>) -> Option<()> {
    let names = names(look, &ENTERPRISES, &enterprises::NAME);
    raise_repeated(look, names);
    Some(())
}

fn introduced_itself(look: &mut Look<'_>) -> Option<()> {
    let own = look.get(&NAME)?;
    for (row, name) in names(look, &ENTERPRISES, &enterprises::NAME) {
        if is_same(name, own) {
            look.raise_row(row, format!("“{name}”。"), format!("“{name}”."));
        }
    }
    Some(())
}

/// Flags every first tax day for which `wrong` holds.
fn first_tax(look: &mut Look<'_>, wrong: impl Fn(Year) -> bool, zh: &str, en: &str) {
    for (table, row) in look.rows(&ENTERPRISES) {
        let Some(date) = table.get(&enterprises::FIRST_TAX, row).filter(|date| wrong(date.year())) else { continue };
        let name = table.get(&enterprises::NAME, row).unwrap_or("—");
        look.raise_row(
            row,
            format!("“{name}”首次纳税日填了{}，{zh}。", date.zh()),
            format!("The first tax day of “{name}” is {}, {en}.", date.en()),
        );
    }
}

fn first_tax_late(look: &mut Look<'_>) -> Option<()> {
    let year = look.get(&APPLICATION_YEAR)?;
    first_tax(look, |first| first > year, &format!("申请的是{year}年度"), &format!("the application is for {year}"));
    Some(())
}

fn first_tax_early(look: &mut Look<'_>) -> Option<()> {
    first_tax(look, |first| first < EARLIEST, &format!("早于{EARLIEST}年"), &format!("before {EARLIEST}"));
    Some(())
}

/// What an enterprise is called in a flag.
fn called(table: &Table, row: usize) -> &str {
    table.get(&enterprises::NAME, row).unwrap_or("—")
}

fn enterprise_code(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&ENTERPRISES) {
        let Some(code) = table.get(&enterprises::CODE, row) else { continue };
        let name = called(table, row);
        // A person's number is printed nowhere.
        if is_identity_card(code) {
            look.raise_row(
                row,
                format!("“{name}”的代码处像是身份证号码，请换成营业执照上的代码。"),
                format!(
                    "The code of “{name}” looks like an identity card's number: put the code on the licence there."
                ),
            );
        } else if !credit_code::is_valid(code) {
            look.raise_row(row, format!("“{name}”：{code}。"), format!("“{name}”: {code}."));
        }
    }
    Some(())
}

fn enterprise_code_twice(look: &mut Look<'_>) -> Option<()> {
    let codes = names(look, &ENTERPRISES, &enterprises::CODE);
    raise_repeated(look, codes);
    Some(())
}

fn taxed_before_arrival(look: &mut Look<'_>) -> Option<()> {
    for (table, row) in look.rows(&ENTERPRISES) {
        let dates = (table.get(&enterprises::FIRST_TAX, row), table.get(&enterprises::ARRIVED, row));
        let (Some(taxed), Some(arrived)) = dates else { continue };
        if taxed < arrived {
            let name = called(table, row);
            look.raise_row(
                row,
                format!("“{name}”首次纳税日{}，落户日{}。", taxed.zh(), arrived.zh()),
                format!("“{name}” first paid tax on {} and arrived on {}.", taxed.en(), arrived.en()),
            );
        }
    }
    Some(())
}

fn counted_twice(look: &mut Look<'_>) -> Option<()> {
    if !look.get(&INTERMEDIARY)? {
        return None;
    }
    let count =
        look.rows(&ENTERPRISES).filter(|(table, row)| table.get(&enterprises::COUNTED, *row) == Some(true)).count();
    if count > 0 {
        look.raise(
            format!("{count}家引进企业标为社团也计入。"),
            format!("Enterprises marked as counted for an association too: {count}."),
        );
    }
    Some(())
}

fn members_fewer(look: &mut Look<'_>) -> Option<()> {
    let (paying, members) = (look.get(&TAXPAYING_MEMBERS)?, look.get(&MEMBERS)?);
    if paying > members {
        let (paying, members) = (grouped_count(paying), grouped_count(members));
        look.raise(
            format!("会员{members}家，区内纳税{paying}家。"),
            format!("{members} members, {paying} of them paying tax here."),
        );
    }
    Some(())
}
