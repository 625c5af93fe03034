//! 情况说明 · what Articles 5, 7, 8, 21 and 22 are weighed by, as a text to begin with: figures of the case filled in,
//! the rest in brackets.

use crate::answers::facts::Facts;
use crate::answers::yearly::Source;
use crate::applicant::capital::PAID_IN;
use crate::applicant::contribution::{CONTRIBUTIONS, contributions};
use crate::applicant::funds::{CUSTODY_OF_ASSETS, CUSTODY_OF_INVESTMENTS, MANAGED_ASSETS};
use crate::applicant::identity::{APPLICATION_YEAR, ARRIVED, KIND, NAME};
use crate::applicant::people::EXECUTIVES;
use crate::article::Article;
use crate::money::Money;
use crate::policy::miyun_2019_25::article_21_executive_reward as article_21;
use crate::rule::{Report, Statement};
use crate::text::{Lang, text};

/// The statements, in the order of the articles.
pub(super) static STATEMENTS: &[Statement] = &[
    Statement {
        clause: "opening_branch",
        articles: &Article::all([5, 7]),
        title: text("开办补助情况说明", "Statement on the opening subsidy"),
        template: opening,
    },
    Statement {
        clause: "opening_fund_manager",
        articles: &Article::all([5, 8]),
        title: text("开办补助情况说明", "Statement on the opening subsidy"),
        template: opening_of_a_fund_manager,
    },
    Statement {
        clause: "executive_reward",
        articles: &Article::all([21]),
        title: text("高管奖励情况说明", "Statement on the executive reward"),
        template: reward,
    },
    Statement {
        clause: "key_institution",
        articles: &Article::all([22]),
        title: text("重点机构情况说明", "Statement as a key institution"),
        template: key_institution,
    },
];

fn say(lang: Lang, zh: String, en: String) -> String {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Who applies, and since when it is here.
fn who(facts: &Facts, lang: Lang) -> String {
    let blank = if lang == Lang::Zh { "【机构名称】" } else { "[name]" };
    let name = facts.get(&NAME).unwrap_or(blank);
    let kind = facts.get(&KIND).map_or("", |kind| kind.choice().label.get(lang));
    let since = facts
        .get(&ARRIVED)
        .map_or_else(|| say(lang, "【到密日期】".into(), "[date]".into()), |day| say(lang, day.zh(), day.en()));
    say(
        lang,
        format!("{name}属{kind}，{since}起在密云。主营业务：【用一两句话写明】。"),
        format!("{name} ({kind}) has been in Miyun since {since}. Its business: [one or two sentences]."),
    )
}

/// Every year's contribution with where it comes from.
fn contributed(facts: &Facts, lang: Lang) -> String {
    let years: Vec<String> = facts.get(&CONTRIBUTIONS).map_or_else(Vec::new, |table| {
        (0..table.len())
            .filter_map(|row| {
                let (year, amount) = (table.get(&contributions::YEAR, row)?, table.money(&contributions::AMOUNT, row)?);
                let forecast = table.get(&contributions::SOURCE, row) == Some(Source::Forecast);
                let amount = amount.grouped();
                Some(match (forecast, lang) {
                    (true, Lang::Zh) => format!("{year}年度{amount}元（预计）"),
                    (false, Lang::Zh) => format!("{year}年度{amount}元"),
                    (true, Lang::En) => format!("{year}: {amount} yuan (forecast)"),
                    (false, Lang::En) => format!("{year}: {amount} yuan"),
                })
            })
            .collect()
    });
    if years.is_empty() {
        return say(lang, "【各年度贡献数】".into(), "[contribution by year]".into());
    }
    years.join(if lang == Lang::Zh { "、" } else { "; " })
}

/// The qualities that Articles 5, 7 and 22 weigh; the first and the last only for opening.
fn qualities(facts: &Facts, lang: Lang, opening: bool) -> Vec<String> {
    let mut lines = vec![say(
        lang,
        format!("（一）区域综合贡献：{}。与同类机构相比：【名次或占比，及出处】。", contributed(facts, lang)),
        format!("(1) Contribution: {}. Against its peers: [rank or share, with the source].", contributed(facts, lang)),
    )];
    lines.push(say(
        lang,
        "（二）示范引导：【同业地位、首创业务、获奖或被推广的做法，注明年份和证明材料编号】。".into(),
        "(2) Example set: [standing in the sector, firsts, practices adopted by others; years and numbers of the documents]."
            .into(),
    ));
    lines.push(say(
        lang,
        "（三）对本区产业的影响：【已带来和将带来的上下游机构、客户、业务量，逐项列数】。".into(),
        "(3) Influence on the district: [institutions, clients and business brought and to come, with figures].".into(),
    ));
    if opening {
        lines.push(say(
            lang,
            "（四）固定资产投资：【项目名称、投资额、进度，另附清单】。".into(),
            "(4) Fixed-asset investment: [projects, amounts, progress; list attached].".into(),
        ));
    }
    lines
}

fn opening(facts: &Facts, _: &Report, lang: Lang) -> String {
    let mut lines = vec![who(facts, lang)];
    lines.extend(qualities(facts, lang, true));
    lines.push(say(
        lang,
        "以上情况请区政府审定是否给予开办补助及具体数额。".into(),
        "The district government is asked to decide on the opening subsidy and its amount.".into(),
    ));
    lines.join("\n")
}

fn opening_of_a_fund_manager(facts: &Facts, report: &Report, lang: Lang) -> String {
    let money = |amount: Option<Money>| {
        amount.map_or_else(
            || say(lang, "【金额】元".into(), "[amount] yuan".into()),
            |amount| say(lang, format!("{}元", amount.grouped()), format!("{} yuan", amount.grouped())),
        )
    };
    // Each share with the base it is one of: either may be the one that reaches the line.
    let shares = [
        facts
            .get(&CUSTODY_OF_ASSETS)
            .map(|share| say(lang, format!("管理资产的{share}"), format!("{share} of the assets"))),
        facts
            .get(&CUSTODY_OF_INVESTMENTS)
            .map(|share| say(lang, format!("投资的{share}"), format!("{share} of the investments"))),
    ];
    let shares: Vec<String> = shares.into_iter().flatten().collect();
    let shares = match shares.is_empty() {
        true => say(lang, "管理资产（或投资）的【比例】".into(), "[share] of the assets (or investments)".into()),
        false => shares.join(if lang == Lang::Zh { "、" } else { " and " }),
    };
    let (paid_in, managed) = (money(facts.get(&PAID_IN)), money(facts.get(&MANAGED_ASSETS)));
    let scale = say(
        lang,
        format!("管理人累计实收资本{paid_in}，管理规模{managed}；由密云的机构托管的，占{shares}。"),
        format!("Paid-in capital of the manager {paid_in}; assets managed {managed}; in custody in Miyun: {shares}."),
    );
    let opening = opening(facts, report, lang);
    let (first, rest) = opening.split_once('\n').unwrap_or((&opening, ""));
    format!("{first}\n{scale}\n{rest}")
}

fn reward(facts: &Facts, report: &Report, lang: Lang) -> String {
    let eligible = facts.get(&EXECUTIVES).map(|table| article_21::qualified(table).len().min(article_21::PEOPLE));
    let people = eligible.map_or_else(|| say(lang, "【人数】".into(), "[number]".into()), |people| people.to_string());
    let pool = report.of("executive_reward").map(|assessment| assessment.estimate.by_year.total());
    let pool = pool.filter(|pool| !pool.ceiling.is_zero()).map_or_else(
        || say(lang, "奖励总额以区政府认定为准。".into(), "The pool follows the district's decision.".into()),
        |pool| {
            let (floor, ceiling) = (pool.floor.grouped(), pool.ceiling.grouped());
            say(
                lang,
                format!("按贡献测算的总额区间为{floor}元至{ceiling}元，具体以区政府认定为准。"),
                format!("By the contribution the pool is {floor} to {ceiling} yuan; the district decides."),
            )
        },
    );
    let year = facts
        .get(&APPLICATION_YEAR)
        .map_or_else(|| say(lang, "【年度】".into(), "[year]".into()), |year| year.to_string());
    [
        who(facts, lang),
        say(
            lang,
            format!("区域综合贡献：{}。", contributed(facts, lang)),
            format!("Contribution: {}.", contributed(facts, lang)),
        ),
        say(
            lang,
            format!("{year}年度年薪不低于70万元、拟列入名单的高管{people}人，职务和年薪见所附名单，年薪以个税记录为准。"),
            format!("Executives with at least 700,000 yuan in {year} who are to be listed: {people}; posts and salaries as in the list attached, by the income-tax records."),
        ),
        pool,
        say(
            lang,
            "分配办法：【按职务、贡献或考核结果分配的比例】；资金到账后专款专付，代扣代缴个人所得税。".into(),
            "Distribution: [shares by post, contribution or appraisal]; passed on as such, with income tax withheld.".into(),
        ),
    ]
    .join("\n")
}

fn key_institution(facts: &Facts, report: &Report, lang: Lang) -> String {
    let mut lines = vec![who(facts, lang)];
    if let Some(paid_in) = facts.get(&PAID_IN) {
        let paid_in = paid_in.grouped();
        lines.push(say(lang, format!("实收资本{paid_in}元。"), format!("Paid-in capital {paid_in} yuan.")));
    }
    lines.extend(qualities(facts, lang, false));
    if let Some(line) = facts.get(&APPLICATION_YEAR).and_then(|year| report.lines.iter().find(|line| line.year == year))
    {
        let (support, top) = (line.support.grouped(), line.line.grouped());
        lines.push(say(
            lang,
            format!("当年其他支持合计{support}元，贡献的七成为{top}元。"),
            format!("Other support of the year {support} yuan; 70% of the contribution is {top} yuan."),
        ));
    }
    lines.push(say(
        lang,
        "请区长办公会审议是否另行支持。".into(),
        "The mayor's meeting is asked to decide on further support.".into(),
    ));
    lines.join("\n")
}
