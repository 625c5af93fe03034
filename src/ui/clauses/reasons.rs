//! Why a clause turned out as it did, in a line. The figures are those of its steps.

use leptos::prelude::*;
use miyun::answers::facts::Facts;
use miyun::article::article;
use miyun::packet::parts;
use miyun::rule::{Assessment, Band, Bound, Counted, Figure, Missing, Outcome, Place, Report, Step, Work};
use miyun::text::Lang;
pub use miyun::text::listed;

use crate::ui::clauses::figures;
use crate::ui::components::gap::gap;
use crate::ui::words::interview::{COLON, COMMA};

/// A line of its own. In English articles do not part from their numbers.
pub fn sentence(text: &str, lang: Lang) -> String {
    let text = miyun::text::sentence(text, lang);
    match lang {
        Lang::Zh => text,
        Lang::En => text.replace("Art. ", "Art.\u{a0}"),
    }
}

/// What is missing, the first few by their names.
pub fn missing(missing: &[Missing], facts: &Facts, lang: Lang) -> String {
    const MOST: usize = 6;
    let mut names: Vec<String> = missing.iter().take(MOST).map(|missing| missing.words(facts, lang)).collect();
    if missing.len() > MOST {
        let more = missing.len() - MOST;
        names.push(match lang {
            Lang::Zh => format!("另{more}个"),
            Lang::En => format!("{more} more"),
        });
    }
    listed(&names, lang)
}

/// `还缺2个答案：…`.
fn lacks(assessment: &Assessment, facts: &Facts, lang: Lang) -> String {
    let (count, names) = (assessment.missing.len(), missing(&assessment.missing, facts, lang));
    match (lang, count) {
        (Lang::Zh, _) => format!("还缺{count}个答案：{names}"),
        (Lang::En, 1) => format!("One answer is missing: {names}"),
        (Lang::En, _) => format!("{count} answers are missing: {names}"),
    }
}

/// How a met clause comes to its amount.
pub fn met(clause: &Counted<'_>, report: &Report, facts: &Facts, lang: Lang) -> String {
    let mut reason = how(clause.assessment, facts, lang);
    let to: Vec<String> = report
        .gave_way
        .iter()
        .filter(|gave| gave.clause.id == clause.assessment.clause.id)
        .map(|gave| article(gave.to.article, lang))
        .collect();
    if !to.is_empty() {
        let to = listed(&to, lang);
        reason += &match lang {
            Lang::Zh => format!("；与{to}不重复享受"),
            Lang::En => format!("; gives way to {to}"),
        };
    }
    sentence(&reason, lang)
}

/// The steps that landed in the first band that has any.
fn landed(assessment: &Assessment) -> Vec<&Step> {
    for band in [Band::Certain, Band::Possible, Band::Ceiling] {
        let steps: Vec<&Step> = assessment.steps.iter().filter(|step| step.band == Some(band)).collect();
        if !steps.is_empty() {
            return steps;
        }
    }
    Vec::new()
}

/// How a clause comes to its amount, apart from what gives way.
pub fn how(assessment: &Assessment, facts: &Facts, lang: Lang) -> String {
    let steps = landed(assessment);
    let Some(first) = steps.first() else { return assessment.clause.brief.gives.get(lang).to_owned() };
    let says = first.provision.says.get(lang);
    let comma = COMMA.get(lang);
    let detail = if let [step] = steps.as_slice() {
        let (base, standard) = short(step, lang);
        let figures = match step.place {
            Place::Whole => vec![base, standard],
            _ => vec![step.called(facts, lang), base, standard],
        };
        figures.into_iter().filter(|part| !part.is_empty() && part != says).collect::<Vec<_>>().join(comma)
    } else if steps.iter().all(|step| matches!(step.place, Place::Year(_))) {
        runs(&steps, lang).join(comma)
    } else {
        match lang {
            Lang::Zh => format!("共{}项", steps.len()),
            Lang::En => format!("{} items", steps.len()),
        }
    };
    if detail.is_empty() { says.to_owned() } else { format!("{says}{}{detail}", COLON.get(lang)) }
}

/// The base and the standard of a step as running text says them; long sums are left to the working.
fn short(step: &Step, lang: Lang) -> (String, String) {
    match &step.work {
        Work::Tier { figure, .. } => (figures::brief(*figure, lang), parts(step, lang).1),
        Work::Product { factors, .. } => {
            let factors: Vec<String> = factors.iter().map(|factor| figures::figure(*factor, lang)).collect();
            (factors.join(" × "), String::new())
        }
        Work::Least { of, .. } => {
            let (left, right) = (figures::brief(of[0], lang), figures::brief(of[1], lang));
            let lesser = match lang {
                Lang::Zh => format!("{left}与{right}取较小"),
                Lang::En => format!("the lesser of {left} and {right}"),
            };
            (lesser, String::new())
        }
        Work::Fixed { result } => (figures::brief(*result, lang), String::new()),
        Work::Difference { .. } | Work::Sum { .. } | Work::Products { .. } => (String::new(), String::new()),
        Work::Condition { .. } | Work::Choice { .. } | Work::Remark => (String::new(), String::new()),
    }
}

/// Years of equal rate: `2026年55%`, `2027至2030年60%`.
fn runs(steps: &[&Step], lang: Lang) -> Vec<String> {
    let mut runs: Vec<(u16, u16, String)> = Vec::new();
    for step in steps {
        let Place::Year(year) = step.place else { continue };
        let standard = match step.work {
            Work::Tier { .. } | Work::Product { .. } => parts(step, lang).1,
            _ => String::new(),
        };
        match runs.last_mut() {
            Some((_, last, same)) if *same == standard && year == *last + 1 => *last = year,
            _ => runs.push((year, year, standard)),
        }
    }
    runs.into_iter()
        .map(|(first, last, standard)| match (first == last, lang) {
            (true, Lang::Zh) => format!("{first}年{standard}"),
            (false, Lang::Zh) => format!("{first}至{last}年{standard}"),
            (true, Lang::En) => format!("{first} {standard}"),
            (false, Lang::En) => format!("{first}–{last} {standard}"),
        })
        .collect()
}

/// Every condition that failed, with the figure and the figure needed.
pub fn unmet(assessment: &Assessment, facts: &Facts, lang: Lang) -> AnyView {
    assessment.unmet().map(|step| shortfall(step, facts, lang)).collect::<Vec<_>>().into_any()
}

/// How many conditions failed, and which, where there is one.
pub fn unmet_in_a_line(assessment: &Assessment, facts: &Facts, lang: Lang) -> String {
    if let Some(none) = nothing(assessment, lang) {
        return none;
    }
    let failed: Vec<&Step> = assessment.unmet().collect();
    match (failed.as_slice(), lang) {
        ([step], Lang::Zh) => format!("有1项不符合：{}", fails(step, facts, lang)),
        ([step], Lang::En) => format!("one condition is not met: {}", fails(step, facts, lang)),
        (steps, Lang::Zh) => format!("有{}项不符合", steps.len()),
        (steps, Lang::En) => format!("{} conditions are not met", steps.len()),
    }
}

/// `至少一位…：须至少有1位，现在没有`.
fn fails(step: &Step, facts: &Facts, lang: Lang) -> String {
    let Work::Condition { question, figure, bound, .. } = step.work else { return String::new() };
    let (place, says) = (step.called(facts, lang), step.provision.says.get(lang));
    let name = match (place.is_empty(), lang) {
        (true, _) => says.to_owned(),
        (false, Lang::Zh) => format!("{place}，{says}"),
        (false, Lang::En) => format!("{place}: {says}"),
    };
    let Some(found) = figure else { return name };
    let why = bound.shortfall(found, question, |figure| figure.said(lang), lang);
    match (found, lang) {
        (Figure::YesNo(_), Lang::Zh) => format!("{name}（{why}）"),
        (Figure::YesNo(_), Lang::En) => format!("{name} ({why})"),
        _ => format!("{name}{}{why}", COLON.get(lang)),
    }
}

/// That there is nothing of the kind, and which answer says so: `购置自用：没有`. `None` for every other outcome.
pub fn nothing(assessment: &Assessment, lang: Lang) -> Option<String> {
    let question = assessment.absent?;
    Some(match lang {
        Lang::Zh => format!("{}：没有", question.label.zh),
        Lang::En => format!("{}: none", question.label.en),
    })
}

/// The first condition that failed, and how many more did.
pub fn first_unmet(assessment: &Assessment, facts: &Facts, lang: Lang) -> String {
    if let Some(none) = nothing(assessment, lang) {
        return none;
    }
    let mut failed = assessment.unmet();
    let first = failed.next().map_or_else(String::new, |step| fails(step, facts, lang));
    match (failed.count(), lang) {
        (0, _) => first,
        (more, Lang::Zh) => format!("{first}；另有{more}项不符合"),
        (more, Lang::En) => format!("{first}; {more} more not met"),
    }
}

fn shortfall(step: &Step, facts: &Facts, lang: Lang) -> AnyView {
    let Work::Condition { figure, bound, .. } = step.work else { return ().into_any() };
    let text = sentence(&fails(step, facts, lang), lang);
    let (found, need) = match figure {
        Some(found @ (Figure::Money(_) | Figure::Area(_) | Figure::Count(_) | Figure::Rate(_) | Figure::Part(_))) => {
            (found, bound.figure())
        }
        _ => return view! { <p>{text}</p> }.into_any(),
    };
    // One of something is there or is not: there is no way to go that a bar could show.
    let one = matches!(need, Figure::Count(0 | 1));
    if one || !matches!(bound, Bound::AtLeast(_) | Bound::FromBare(_) | Bound::Above(_)) {
        return view! { <p>{text}</p> }.into_any();
    }
    let (have, whole) = found.factor().over(need.factor());
    let length = |part: i128| u128::try_from(part).unwrap_or(0);
    gap(text, lacking(found, need, lang), length(have), length(whole))
}

fn lacking(found: Figure, need: Figure, lang: Lang) -> String {
    let words = |short: String| match lang {
        Lang::Zh => format!("差{short}"),
        Lang::En => format!("short by {short}"),
    };
    match (found, need) {
        (found, need) if found == need => match lang {
            Lang::Zh => "正在界线上".to_owned(),
            Lang::En => "exactly on the bound".to_owned(),
        },
        (Figure::Money(found), Figure::Money(need)) => words(figures::brief(need.less(found), lang)),
        (Figure::Count(found), Figure::Count(need)) => {
            words(figures::figure(Figure::Count(need.saturating_sub(found)), lang))
        }
        _ => String::new(),
    }
}

/// The conclusion in a line, for the aside of the clause.
pub fn verdict(clause: &Counted<'_>, report: &Report, facts: &Facts, lang: Lang) -> String {
    let assessment = clause.assessment;
    match assessment.outcome {
        Outcome::NotApplicable => match lang {
            Lang::Zh => format!("只给：{}", assessment.clause.brief.whom.zh),
            Lang::En => format!("Only for: {}", assessment.clause.brief.whom.en),
        },
        Outcome::Unknown if assessment.missing.is_empty() => assessment.clause.brief.gives.get(lang).to_owned(),
        Outcome::Unknown => lacks(assessment, facts, lang),
        Outcome::NotMet => sentence(&unmet_in_a_line(assessment, facts, lang), lang),
        Outcome::Met => met(clause, report, facts, lang),
    }
}
