//! 第二十七条 · reward for introducing enterprises

use crate::answers::answer::Table;
use crate::applicant::referral::{ENTERPRISES, LEGAL_PERSON, enterprises};
use crate::article::Article;
use crate::date::Year;
use crate::money::Money;
use crate::policy::miyun_2019_25::article_27_enterprises::{Introduced, Introductions, sure};
use crate::policy::miyun_2019_25::article_27_verdict::{
    CEILING, LOWEST, LOWEST_RATE, REWARD, Sure, TIERS, TOP, Verdict, window, year_of,
};
use crate::policy::miyun_2019_25::received::{ByName, PAID, PAID_UNNAMED, less_unnamed};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Bound, Case, Clause, Doubt, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "referral_reward",
    article: Article::new(27),
    title: text("引进企业奖励", "Reward for introducing enterprises"),
    brief: Brief {
        whom: text(
            "引进企业来密云的中介机构（法人组织）",
            "Intermediaries with legal personality that introduce enterprises",
        ),
        looks_at: text(
            "每家引进企业首次纳税起三年内、任选一个完整年度的贡献",
            "Each enterprise's contribution in one complete year within three years of its first tax day",
        ),
        gives: text(
            "100万元以上至2000万元，按五档乘5%至9%；超过2000万元另议，不超过200万元",
            "5% to 9% in five tiers above 1 and up to 20 million yuan; above that by decision, up to 2 million",
        ),
        lasts: text("每家企业一次", "Once for each enterprise"),
    },
    kinds: kinds::INTERMEDIARY,
    gate: &gate::SOFTENED,
    any_year: true,
    provisions: &[
        &PERSONALITY,
        &SOME_ENTERPRISE,
        &FIT,
        &REWARD,
        &YEAR,
        &WITHIN,
        &NO_FIGURE,
        &EXACT,
        &BEYOND,
        &NOT_REACHED,
        &INCOMPLETE,
        &AGGREGATE,
        &PAID,
        &PAID_UNNAMED,
    ],
    tiers: &[&TIERS],
    doubts: &[&LOWEST_BOUND, &EACH_OR_ALL],
    evidence: &[
        copy_of(
            "引荐协议或委托函（签于企业登记之前）",
            "Introduction agreement or mandate, dated before the enterprise registered",
        ),
        original("引进企业清单", "List of introduced enterprises").in_part("introduced"),
        original("引进企业确认函", "Confirmations by the introduced enterprises"),
        // Older drafts name the two in one.
        original("引进企业清单和引进企业确认函", "List of introduced enterprises and their confirmations")
            .only(|_| false),
        copy_of("引进企业的贡献确认函和完税证明", "Contribution letters and tax certificates of the enterprises"),
        original("选定年度确认", "Choice of the year").in_part("choices"),
    ],
    read,
};

static PERSONALITY: Provision = Provision::new(27, "中介机构是法人组织", "the intermediary is a legal person");
static SOME_ENTERPRISE: Provision = Provision::new(
    27,
    "至少一家引进企业有一个年度达到",
    "at least one introduced enterprise has a year that qualifies",
);
static FIT: Provision = Provision::new(27, "企业符合密云区产业定位", "the enterprise fits the district's industries");
static YEAR: Provision = Provision::new(
    27,
    "三年窗口内有固定比例的年度，每家取奖励最高的一年",
    "compare the years of the window that have a rate: the one that gives most counts for the enterprise",
);
static WITHIN: Provision = Provision::new(
    27,
    "窗口内这一年在2000万元以内；超过的没有固定比例，有确定数的年度可选时不选它",
    "this year of the window is within 20 million yuan; above that there is no rate, and a year with a sure amount is chosen first",
);
static NO_FIGURE: Provision = Provision::new(
    27,
    "窗口内有的年度还没有数，只在有数的年度里选，合计只是下限",
    "some years of the window have no figure yet: the choice is among the others, and the total is a lower bound",
);
static EXACT: Provision =
    Provision::new(27, "正好100万元：若含本数，按5%", "exactly 1 million yuan: 5% if the number itself counts");
static BEYOND: Provision = Provision::new(
    27,
    "超过2000万元：由区政府决定，每家上限200万元",
    "above 20 million yuan: by decision, up to 2 million an enterprise",
);
static NOT_REACHED: Provision =
    Provision::new(27, "可选年度均未超过最低一档的下限", "none of the years to choose from is above the lowest bound");
static INCOMPLETE: Provision = Provision::new(
    27,
    "有的企业资料不全，暂不计，合计只是下限",
    "some rows are incomplete and count nothing yet: the total is a lower bound",
);
static AGGREGATE: Provision = Provision::new(
    27,
    "若把各家同一年度的贡献相加再定档，结果会不同；只供对照，不计入任何一档",
    "if the contributions of one year were added up before the tier is found, the result would differ; shown for comparison only",
);

static LOWEST_BOUND: Doubt = Doubt {
    number: "27.1",
    issue: text("贡献正好100万元，算不算进最低一档", "whether exactly 1 million yuan is in the lowest tier"),
    prudent: text("不算：其余各档的下限都归下一档", "it is not: every other lower bound belongs to the tier below"),
    favourable: text("算：按5%给5万元", "it is: 5%, that is 50,000 yuan"),
    ask: text(
        "我单位引进的企业选定年度贡献正好100万元，请问是否适用第二十七条5%一档？",
        "An enterprise we introduced contributed exactly 1 million yuan in the chosen year. Does the 5% tier of Article 27 apply?",
    ),
};
static EACH_OR_ALL: Doubt = Doubt {
    number: "27.2",
    issue: text("逐家企业定档，还是各家相加后定档", "whether each enterprise finds its tier, or all together"),
    prudent: text("逐家定档：每家有自己的首次纳税日和年度", "each: it has its own first tax day and year"),
    favourable: text(
        "相加后定档；两种读法谁多不一定，只作对照",
        "all together; neither is always more, so it is shown for comparison",
    ),
    ask: text(
        "我单位引进多家企业，请问第二十七条按每家企业的贡献分别定档，还是合计后定档？",
        "We introduced several enterprises. Does Article 27 find the tier for each, or for their sum?",
    ),
};

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&LEGAL_PERSON, &PERSONALITY);
    let Some(table) = case.ask_rows(&ENTERPRISES) else { return case.settle(()) };

    let received = ByName::read(case, 27);
    let Introductions { enterprises: introduced, sums } = Introductions::of(table, &received);
    let rows = introduced.iter().enumerate().map(|(row, introduced)| (Place::Row(row), introduced.verdict.is_good()));
    if case.any_of(&ENTERPRISES.spec, rows) == Some(false) {
        // Only the line is left to be missed: another reading of it (27.1, 27.2) could pass.
        if case.clear() {
            give(case, table, &introduced);
            compare_with_sum(case, &sums, &introduced);
        }
        miss(case, &introduced);
    }
    case.settle(())?;

    give(case, table, &introduced);
    compare_with_sum(case, &sums, &introduced);
    Ok(())
}

/// The condition that no enterprise meets, with the best figure there is.
fn miss(case: &mut Case<'_>, introduced: &[Introduced<'_>]) {
    let question = Some(&ENTERPRISES.spec);
    let unfit = |introduced: &Introduced<'_>| introduced.verdict == Verdict::Unfit;
    if !introduced.is_empty() && introduced.iter().all(unfit) {
        case.holds(&ENTERPRISES.spec, &FIT, Some(false));
        return;
    }
    let best = introduced.iter().fold(Money::ZERO, |best, introduced| match introduced.verdict {
        Verdict::Nothing(contribution) => best.max(contribution),
        Verdict::Exact(_) => LOWEST,
        _ => best,
    });
    case.condition(&SOME_ENTERPRISE, Place::Whole, question, Some(Figure::Money(best)), TIERS.floor());
}

/// The amounts of every enterprise.
fn give(case: &mut Case<'_>, table: &Table, introduced: &[Introduced<'_>]) {
    for (row, introduced) in introduced.iter().enumerate() {
        let place = Place::Row(row);
        if !introduced.received.is_empty()
            && let Some(gives) = introduced.gives()
        {
            case.settle_item(place, gives, introduced.received, &PAID);
            continue;
        }
        match introduced.verdict {
            Verdict::Sure(Sure { year, contribution, reward: gives, plain }) => {
                if case.shows() || !plain {
                    show_years(case, table, row, Some(year));
                }
                let (reward, _) = case.climb(&TIERS, place, contribution);
                let reward = less_unnamed(case, place, reward, introduced.off);
                case.give_prepaid(year, reward, introduced.less_unnamed(sure(contribution, gives)).prepaid);
            }
            Verdict::Beyond(year) => {
                show_years(case, table, row, None);
                let ceiling = case.fixed(&BEYOND, place, CEILING);
                case.up_to(year, ceiling);
            }
            Verdict::Exact(year) => {
                let reward = case.rate(&EXACT, place, LOWEST, LOWEST_RATE);
                case.may_give(year, reward, &[&LOWEST_BOUND]);
            }
            Verdict::Unfit => {
                case.observe(&FIT, place, Some(&ENTERPRISES.spec), Figure::YesNo(false), Bound::YES);
            }
            Verdict::Nothing(best) => {
                case.observe(&NOT_REACHED, place, Some(&ENTERPRISES.spec), Figure::Money(best), TIERS.floor());
            }
            Verdict::Open => case.caution(&INCOMPLETE, place),
        }
    }
}

/// The other years that an enterprise could choose: in no band.
fn show_years(case: &mut Case<'_>, table: &Table, row: usize, chosen: Option<Year>) {
    let Some(first_tax) = table.get(&enterprises::FIRST_TAX, row) else { return };
    let place = Place::Row(row);
    let rated = || {
        window(first_tax).filter_map(move |place| {
            let contribution = table.money(&enterprises::YEARS[place], row).filter(|money| *money <= TOP)?;
            Some((year_of(first_tax, place), contribution))
        })
    };
    if case.shows()
        && let Some(chosen) = rated().position(|(year, _)| Some(year) == chosen)
        && rated().count() > 1
    {
        let of = || rated().map(|(year, contribution)| (Figure::Year(year), TIERS.on(contribution))).collect();
        case.choose(&YEAR, place, of, chosen);
    }
    for column in window(first_tax).map(|place| &enterprises::YEARS[place]) {
        match table.money(column, row) {
            Some(contribution) if contribution > TOP => {
                let within = Bound::AtMost(Figure::Money(TOP));
                case.observe(&WITHIN, place, Some(&ENTERPRISES.spec), Figure::Money(contribution), within);
            }
            Some(_) => {}
            None => case.caution(&NO_FIGURE, place),
        }
    }
}

/// 27.2: one tier on the sum of a calendar year, over the enterprises whose window holds it.
fn compare_with_sum(case: &mut Case<'_>, sums: &[(Year, Money)], introduced: &[Introduced<'_>]) {
    if introduced.len() < 2 {
        return;
    }
    // Among its years, too, one with a sure amount comes before an open ceiling; ties to the earliest.
    let award = |sum: Money| if sum > TOP { (Money::ZERO, CEILING) } else { (TIERS.on(sum), Money::ZERO) };
    let awards = sums.iter().map(|(_, sum)| award(*sum)).enumerate();
    let Some((best, most)) = awards.max_by_key(|(index, award)| (*award, std::cmp::Reverse(*index))) else { return };
    // What the rules give for each, whether or not it was received before.
    let each = introduced.iter().fold((Money::ZERO, Money::ZERO), |(certain, ceiling), one| match one.verdict {
        Verdict::Sure(Sure { reward, .. }) => (certain + reward, ceiling),
        Verdict::Beyond(_) => (certain, ceiling + CEILING),
        Verdict::Exact(_) | Verdict::Nothing(_) | Verdict::Open | Verdict::Unfit => (certain, ceiling),
    });
    if most != each {
        let of = || sums.iter().map(|(year, sum)| (Figure::Year(*year), award(*sum).0.max(award(*sum).1))).collect();
        case.choose(&AGGREGATE, Place::Whole, of, best);
        case.note(&AGGREGATE);
        case.doubt(&EACH_OR_ALL);
    }
}
