//! What shows only when all clauses are added up.

use crate::applicant::contribution::{CONTRIBUTIONS, GROWTH_START};
use crate::applicant::identity::APPLICATION_YEAR;
use crate::article::Article;
use crate::policy::miyun_2019_25::flags::{en, zh};
use crate::rule::flag::{Check, Look};
use crate::text::text;

use crate::policy::miyun_2019_25::article_19_starts::YEARS;
use crate::policy::miyun_2019_25::article_36_notes::FIVE_YEARS;

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "two_clocks",
        title: text("发展壮大和创新发展两项都有金额", "Both growth and innovation funding have amounts"),
        asks: text(
            "哪几年用哪一项？两项可能合用一个五年。",
            "Which years use which? They may share one five-year term.",
        ),
        questions: &[&GROWTH_START.spec, &CONTRIBUTIONS.spec],
        articles: &Article::all([19, 20, 36]),
        find: two_clocks,
    },
    Check {
        id: "over_seventy",
        title: text("当年支持超过贡献的七成", "Support above 70% of the contribution"),
        asks: text(
            "对重点机构是上限；其他机构也可能被问到。",
            "A limit for key institutions; others may be asked too.",
        ),
        questions: &[&CONTRIBUTIONS.spec],
        articles: &Article::all([22]),
        find: over_seventy,
    },
    Check {
        id: "beyond_five",
        title: text("享受的年度超过五年", "Support beyond the fifth year"),
        asks: text(
            "五年从首次享受起总算，还是每项各算？",
            "Does one term run from the first support, or one for each measure?",
        ),
        questions: &[&APPLICATION_YEAR.spec],
        articles: &Article::all([36]),
        find: beyond_five,
    },
];

fn two_clocks(look: &mut Look<'_>) -> Option<()> {
    let certain = |article: u8| {
        let assessment = look.report.assessments.iter().find(|assessment| assessment.clause.article == article)?;
        Some(assessment.estimate.by_year.total().certain).filter(|money| !money.is_zero())
    };
    let (growth, innovation) = (certain(19)?, certain(20)?);
    look.raise(
        format!("第十九条单算{}，第二十条单算{}。", zh(growth), zh(innovation)),
        format!("Alone, Article 19 gives {} and Article 20 {}.", en(growth), en(innovation)),
    );
    Some(())
}

fn over_seventy(look: &mut Look<'_>) -> Option<()> {
    let over: Vec<_> = look.report.lines.iter().copied().filter(|line| !line.over().is_zero()).collect();
    for line in over {
        look.raise_year(
            line.year,
            format!(
                "{}年可测算支持{}，贡献{}，七成是{}。",
                line.year,
                zh(line.support),
                zh(line.contribution),
                zh(line.line)
            ),
            format!(
                "In {} calculable support is {}, the contribution {}, 70% of it {}.",
                line.year,
                en(line.support),
                en(line.contribution),
                en(line.line)
            ),
        );
    }
    Some(())
}

fn beyond_five(look: &mut Look<'_>) -> Option<()> {
    let years = &look.report.notes.iter().find(|note| std::ptr::eq(note.provision, &FIVE_YEARS))?.years;
    let listed = |comma: &str| years.iter().map(ToString::to_string).collect::<Vec<_>>().join(comma);
    let (zh, en) = (listed("、"), listed(", "));
    look.raise(
        format!("{zh}年距首次享受已过{YEARS}年。"),
        format!("{en}: more than {YEARS} years after the first support."),
    );
    Some(())
}
