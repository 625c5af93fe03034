//! Who applies, and the dates.

use crate::answers::credit_code::{check_character, values};
use crate::applicant::contribution::{CONTRIBUTIONS, contributions};
use crate::applicant::identity::{
    APPLICATION_YEAR, ARRIVED, ASSOCIATION, CREDIT_CODE, FOUNDED, INTERMEDIARY, KIND, Kind, NEW_ARRIVAL,
    NEWLY_ESTABLISHED, OPINION_DATE, is_identity_card,
};
use crate::applicant::people::HOMES;
use crate::applicant::premises::IN_PREPARATION;
use crate::article::Article;
use crate::money::Money;
use crate::policy::miyun_2019_25::IN_FORCE;
use crate::policy::miyun_2019_25::flags::{self, is};
use crate::rule::flag::{Check, Look};
use crate::text::text;

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "no_role",
        title: text("三种身份一个也没选", "No kind and no role was chosen"),
        asks: text("究竟以什么身份申请？", "As what do you apply?"),
        questions: &[&KIND.spec, &INTERMEDIARY.spec, &ASSOCIATION.spec],
        articles: &Article::all([4, 27, 28]),
        find: no_role,
    },
    Check {
        id: "credit_code_shape",
        title: text("信用代码的位数或字符不对", "The credit code has the wrong length or characters"),
        asks: text(
            "请对照营业执照重抄，字母里没有I、O、S、V、Z。",
            "Copy it again from the licence; I, O, S, V and Z never occur.",
        ),
        questions: &[&CREDIT_CODE.spec],
        articles: &Article::all([2]),
        find: credit_code_shape,
    },
    Check {
        id: "credit_code_identity_card",
        title: text("信用代码处像是身份证号码", "An identity card's number in place of the credit code"),
        asks: text(
            "请换成营业执照上的统一社会信用代码；个人号码不要填在这里，也不会印在申报书上。",
            "Put the code on the business licence there: a person's number does not belong there and is not printed.",
        ),
        questions: &[&CREDIT_CODE.spec],
        articles: &Article::all([2]),
        find: credit_code_identity_card,
    },
    Check {
        id: "credit_code_same",
        title: text("信用代码是同一个字符", "The credit code is one character repeated"),
        asks: text("是不是先占了位？请照营业执照填写。", "Is it only a place-holder? Copy it from the licence."),
        questions: &[&CREDIT_CODE.spec],
        articles: &Article::all([2]),
        find: credit_code_same,
    },
    Check {
        id: "credit_code_digit",
        title: text("信用代码校验不过", "The credit code fails its check character"),
        asks: text("是不是抄错了一位，或调换了两位？", "Is a character wrong, or are two swapped?"),
        questions: &[&CREDIT_CODE.spec],
        articles: &Article::all([2]),
        find: credit_code_digit,
    },
    Check {
        id: "arrived_before_founded",
        title: text("到密日期早于成立日期", "Arrival before establishment"),
        asks: text("哪一个日期填错了？", "Which of the two dates is wrong?"),
        questions: &[&ARRIVED.spec, &FOUNDED.spec],
        articles: &Article::all([4, 19, 20]),
        find: arrived_before_founded,
    },
    Check {
        id: "established_then_arrived",
        title: text("说是新设立，到密却晚于成立", "Newly established, yet arrived after establishment"),
        asks: text("是在密云新设，还是在别处设立后迁入？", "Was it set up here, or set up elsewhere and moved in?"),
        questions: &[&NEWLY_ESTABLISHED.spec, &FOUNDED.spec, &ARRIVED.spec],
        articles: &Article::all([13, 23]),
        find: established_then_arrived,
    },
    Check {
        id: "moved_on_founding_day",
        title: text("说是迁入，成立当天却已在密云", "Moved in, yet here from the day of establishment"),
        asks: text("成立时登记在哪个区？", "Where was it registered when it was set up?"),
        questions: &[&NEWLY_ESTABLISHED.spec, &FOUNDED.spec, &ARRIVED.spec],
        articles: &Article::all([4, 13, 23]),
        find: moved_on_founding_day,
    },
    Check {
        id: "established_yet_not_new",
        title: text("新设立与“不是新设或新迁入”矛盾", "Newly established, yet neither new nor newly moved"),
        asks: text("两个回答不能同时成立，以哪一个为准？", "Both cannot be true: which one holds?"),
        questions: &[&NEWLY_ESTABLISHED.spec, &NEW_ARRIVAL.spec],
        articles: &Article::all([4, 13, 23]),
        find: established_yet_not_new,
    },
    Check {
        id: "applied_before_arrival",
        title: text("申请年度早于到密", "The year of application is before arrival"),
        asks: text("还没到密云的年度，怎么申请？", "How can a year before arrival be applied for?"),
        questions: &[&APPLICATION_YEAR.spec, &ARRIVED.spec],
        articles: &Article::all([2, 32]),
        find: applied_before_arrival,
    },
    Check {
        id: "opinion_year",
        title: text("《意见》发布日不在2018年", "The 2018 Opinion is dated in another year"),
        asks: text(
            "该文件编号是2018年的，日期从哪里抄来？",
            "The document is numbered 2018: where does the date come from?",
        ),
        questions: &[&OPINION_DATE.spec],
        articles: &Article::all([18, 19]),
        find: opinion_year,
    },
    Check {
        id: "homes_before_rules",
        title: text(
            "到密早于细则施行，却列了高管购房",
            "Executives' homes are listed, yet arrival was before the rules",
        ),
        asks: text(
            "高管购房补贴只给施行以后到密的机构，仍要申请吗？",
            "Homes are paid only to institutions that came since the rules applied: do you still claim?",
        ),
        questions: &[&ARRIVED.spec, &HOMES.spec],
        articles: &Article::all([14]),
        find: homes_before_rules,
    },
    Check {
        id: "paying_in_preparation",
        title: text("还在筹建，却已有贡献", "In preparation, yet there is a contribution"),
        asks: text("开业了没有？开业后就不再是筹建期。", "Have you opened? After opening the preparation is over."),
        questions: &[&IN_PREPARATION.spec, &CONTRIBUTIONS.spec],
        articles: &Article::all([13]),
        find: paying_in_preparation,
    },
];

fn no_role(look: &mut Look<'_>) -> Option<()> {
    if look.get(&KIND)? == Kind::None && !look.get(&INTERMEDIARY)? && !look.get(&ASSOCIATION)? {
        look.raise(
            "机构类别“都不是”，也不是中介机构或社团组织。".to_owned(),
            "None of the kinds, no intermediary and no association.".to_owned(),
        );
    }
    Some(())
}

/// A code that is checked as one: neither a person's number nor a place-holder.
fn credit_code<'a>(look: &Look<'a>) -> Option<&'a str> {
    let code = look.get(&CREDIT_CODE)?.trim();
    (!is_identity_card(code) && !is_repeated(code)).then_some(code)
}

fn is_repeated(code: &str) -> bool {
    code.chars().count() > 1 && code.chars().all(|sign| code.starts_with(sign))
}

fn credit_code_identity_card(look: &mut Look<'_>) -> Option<()> {
    if is_identity_card(look.get(&CREDIT_CODE)?) {
        look.raise(
            "18位里有一个出生日期，前面的位数不是登记机关的代码。".to_owned(),
            "Its 18 digits hold a date of birth, and do not begin with a registrar and its region.".to_owned(),
        );
    }
    Some(())
}

fn credit_code_same(look: &mut Look<'_>) -> Option<()> {
    let code = look.get(&CREDIT_CODE)?.trim();
    if is_repeated(code) {
        look.raise(format!("填的是“{code}”。"), format!("It is “{code}”."));
    }
    Some(())
}

fn credit_code_shape(look: &mut Look<'_>) -> Option<()> {
    let code = credit_code(look)?;
    if values(code).is_none() {
        let count = code.chars().count();
        let digits = code.chars().all(|sign| sign.is_ascii_digit());
        let (zh, en) = match count {
            15 if digits => (
                "15位数字像是原来的营业执照注册号，现已换发。",
                " 15 digits look like the registration number used before the credit codes.",
            ),
            9 | 10 => ("像是原来的组织机构代码。", " It looks like a former organisation code."),
            _ => ("", ""),
        };
        look.raise(
            format!("“{code}”有{count}位；应为18位数字和大写字母。{zh}"),
            format!("“{code}” has {count} characters; it should be 18 digits and capital letters.{en}"),
        );
    }
    Some(())
}

fn credit_code_digit(look: &mut Look<'_>) -> Option<()> {
    let code = credit_code(look)?;
    let (wanted, found) = (check_character(&values(code)?), code.chars().last()?);
    if found.to_ascii_uppercase() != wanted {
        look.raise(
            format!("前17位算出的末位是{wanted}，填的是{found}。2016年以前发的少数代码不合这个规则，与执照一致就不用改。"),
            format!(
                "The first 17 characters call for {wanted} at the end; it is {found}. A few codes issued before 2016 break the rule: one that is as on the licence may stay."
            ),
        );
    }
    Some(())
}

fn arrived_before_founded(look: &mut Look<'_>) -> Option<()> {
    let (arrived, founded) = (look.get(&ARRIVED)?, look.get(&FOUNDED)?);
    if arrived < founded {
        look.raise(
            format!("{}到密，{}成立。", arrived.zh(), founded.zh()),
            format!("Arrived on {}, established on {}.", arrived.en(), founded.en()),
        );
    }
    Some(())
}

fn established_then_arrived(look: &mut Look<'_>) -> Option<()> {
    let (arrived, founded) = (look.get(&ARRIVED)?, look.get(&FOUNDED)?);
    if look.get(&NEWLY_ESTABLISHED)? && founded < arrived {
        look.raise(
            format!("{}成立，{}才到密。", founded.zh(), arrived.zh()),
            format!("Established on {}, arrived on {}.", founded.en(), arrived.en()),
        );
    }
    Some(())
}

fn moved_on_founding_day(look: &mut Look<'_>) -> Option<()> {
    let (arrived, founded) = (look.get(&ARRIVED)?, look.get(&FOUNDED)?);
    if !look.get(&NEWLY_ESTABLISHED)? && look.get(&NEW_ARRIVAL)? && founded == arrived {
        look.raise(
            format!("成立和到密都在{}。", founded.zh()),
            format!("Established and arrived on {}.", founded.en()),
        );
    }
    Some(())
}

fn established_yet_not_new(look: &mut Look<'_>) -> Option<()> {
    if is(look, &NEWLY_ESTABLISHED, true) && is(look, &NEW_ARRIVAL, false) {
        look.raise(
            "一处答新设立，一处答不是新设或新迁入。".to_owned(),
            "One answer says newly established, the other neither new nor moved.".to_owned(),
        );
    }
    Some(())
}

fn applied_before_arrival(look: &mut Look<'_>) -> Option<()> {
    let (year, arrived) = (look.get(&APPLICATION_YEAR)?, look.get(&ARRIVED)?);
    if year < arrived.year() {
        look.raise(
            format!("申请{year}年度，{}才到密。", arrived.zh()),
            format!("Applying for {year}, arrived on {}.", arrived.en()),
        );
    }
    Some(())
}

fn opinion_year(look: &mut Look<'_>) -> Option<()> {
    let date = look.get(&OPINION_DATE)?;
    if date.year() != 2018 {
        look.raise(format!("填的是{}。", date.zh()), format!("The date given is {}.", date.en()));
    }
    Some(())
}

fn homes_before_rules(look: &mut Look<'_>) -> Option<()> {
    let (arrived, homes) = (look.get(&ARRIVED)?, look.get(&HOMES)?);
    if arrived < IN_FORCE && !homes.is_empty() {
        look.raise(
            format!("{}到密，细则{}施行；列了{}人。", arrived.zh(), IN_FORCE.zh(), homes.len()),
            format!("Arrived on {}, the rules apply since {}; {} listed.", arrived.en(), IN_FORCE.en(), homes.len()),
        );
    }
    Some(())
}

fn paying_in_preparation(look: &mut Look<'_>) -> Option<()> {
    if !look.get(&IN_PREPARATION)? {
        return None;
    }
    let application = look.get(&APPLICATION_YEAR)?;
    let (year, money) = look.rows(&CONTRIBUTIONS).find_map(|(table, row)| {
        let (year, money) = (table.get(&contributions::YEAR, row)?, table.money(&contributions::AMOUNT, row)?);
        (year < application && money > Money::ZERO).then_some((year, money))
    })?;
    look.raise(
        format!("目前在筹建，{year}年已有贡献{}。", flags::zh(money)),
        format!("In preparation now, with a contribution of {} in {year}.", flags::en(money)),
    );
    Some(())
}
