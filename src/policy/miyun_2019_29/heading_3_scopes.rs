//! 三 · the four scopes of key enterprises. No figure decides: the standards of selection are the district's own, so a
//! scope is never met here. It is listed with what the answers say for it.

use crate::answers::question::Question;
use crate::answers::yearly::Yearly;
use crate::applicant::capital::PAID_IN;
use crate::applicant::contribution::YEARLY_CONTRIBUTION;
use crate::applicant::decision::{DEMONSTRATION, INFLUENCE, INVESTMENT_PULL, OUTSTANDING};
use crate::applicant::identity::{APPLICATION_YEAR, KIND, Kind, NEW_ARRIVAL, NEWLY_ESTABLISHED};
use crate::applicant::premises::IN_PREPARATION;
use crate::article::Article;
use crate::money::{wan, yi};
use crate::policy::miyun_2019_25::article_04_kinds::{APPLICANTS, EVERYONE, FINANCIAL};
use crate::policy::miyun_2019_29::needs::open_count;
use crate::policy::miyun_2019_29::questions::{LEADER, LISTING, NEEDS, Stage};
use crate::rule::clause::Brief;
use crate::rule::{Assessment, Bound, Case, Clause, Figure, Gate, Place, Provision, Step, Stop, Work};
use crate::text::{Text, text};

const SCOPES: Article = Article::heading(3).inserted(1);

/// Nothing is asked of everyone.
static GATE: Gate = Gate { applicants: &APPLICANTS, conditions: &[], softening: None, bare_bound: None };

/// Who decides, and when.
pub static DECIDED: Provision = Provision::of(
    Article::heading(3).inserted(3),
    "每年初按遴选标准确定，年中可以调整，报区政府批准；标准没有写数字",
    "decided at the beginning of each year by standards without figures, changed in between, approved by the district government",
);

static HAS_LEADER: Provision = says("已有对口联系的区领导", "a district leader is in touch");
static ARRIVED: Provision = says("新设或新迁入密云", "new, or newly moved, to Miyun");
static IS_FINANCIAL: Provision =
    says("属于25号细则重点支持的金融机构", "a financial institution as the rules of No. 25 support it");
static GROWS: Provision = says("申请年度的贡献比上一年多", "the contribution grew over the year before");
static CONTRIBUTES: Provision =
    says("申请年度的贡献达到25号细则第十九条的起点", "the contribution reaches the start of Article 19 of No. 25");
static CAPITAL: Provision =
    says("实收资本达到25号细则第二十二条的起点", "paid-in capital reaches that of Article 22 of No. 25");
static STANDS_OUT: Provision = says("贡献突出", "an outstanding contribution");
static LEADS: Provision = says("对同行业有示范引导作用", "an example for the sector");
static INFLUENCES: Provision = says("对本区产业有潜在影响力", "potential influence on the district's industries");
static PULLS: Provision = says("带动本区固定资产投资", "drives fixed-asset investment in the district");
static PREPARES: Provision = says("正在筹建", "in preparation");
static IS_NEW: Provision = says("新设立，处在起步阶段", "newly established, at its start");
static HAS_NEEDS: Provision = says("有还没办结的诉求", "there are needs that are not done");
static ON_THE_WAY: Provision = says("已进入上市准备或之后的阶段", "a listing is being prepared or further on");

const fn says(zh: &'static str, en: &'static str) -> Provision {
    Provision::of(SCOPES, zh, en)
}

const fn scope(
    id: &'static str,
    words: [Text; 2],
    provisions: &'static [&'static Provision],
    read: fn(&mut Case<'_>) -> Result<(), Stop>,
) -> Clause {
    let [title, whom] = words;
    Clause {
        id,
        article: SCOPES,
        title,
        brief: Brief {
            whom,
            looks_at: text("区级部门的遴选标准，没有公开", "The district's standards, which are not public"),
            gives: text("纳入服务包，不给钱", "A place in the service packages; no money"),
            lasts: text("按年确定，可以调整和退出", "Decided by the year; enterprises may be added and leave"),
        },
        kinds: EVERYONE,
        gate: &GATE,
        any_year: false,
        provisions,
        tiers: &[],
        doubts: &[],
        evidence: &[],
        read,
    }
}

/// 区领导联系
pub static LINKED: Clause = scope(
    "scope_linked",
    [
        text("区领导联系的重点企业", "Linked by a district leader"),
        text("名单由区投促中心提出", "The investment promotion centre proposes them"),
    ],
    &[&HAS_LEADER, &DECIDED],
    |case| {
        if case.peek(&LEADER).is_some_and(|leader| !leader.is_empty()) {
            case.observe(&HAS_LEADER, Place::Whole, Some(&LEADER.spec), Figure::YesNo(true), YES);
        }
        decided(case)
    },
);

/// 拟重点培育 · 重点引进
pub static PROMISING: Clause = scope(
    "scope_promising",
    [
        text("有潜力、重点引进的企业", "Promising, or introduced"),
        text(
            "培育对象由行业主管部门提出，引进企业由区投促中心提出",
            "The industry's department proposes the promising ones, the investment promotion centre those introduced",
        ),
    ],
    &[&ARRIVED, &IS_FINANCIAL, &GROWS, &CONTRIBUTES, &CAPITAL, &STANDS_OUT, &LEADS, &INFLUENCES, &PULLS, &DECIDED],
    |case| {
        yes(case, &NEW_ARRIVAL, &ARRIVED);
        if case.peek(&KIND).is_some_and(|kind: Kind| FINANCIAL.contain_kind(kind as u8)) {
            case.observe(&IS_FINANCIAL, Place::Whole, Some(&KIND.spec), Figure::YesNo(true), YES);
        }
        contribution(case, &YEARLY_CONTRIBUTION);
        if let Some(paid_in) = case.peek(&PAID_IN) {
            let bound = Bound::AtLeast(Figure::Money(yi(10)));
            case.observe(&CAPITAL, Place::Whole, Some(&PAID_IN.spec), Figure::Money(paid_in), bound);
        }
        yes(case, &OUTSTANDING, &STANDS_OUT);
        yes(case, &DEMONSTRATION, &LEADS);
        yes(case, &INFLUENCE, &INFLUENCES);
        yes(case, &INVESTMENT_PULL, &PULLS);
        decided(case)
    },
);

/// 阶段性服务支持
pub static STAGE: Clause = scope(
    "scope_stage",
    [
        text("某一阶段需要帮助的企业", "In need of help for a stage"),
        text("由行业主管部门提出", "The industry's department proposes them"),
    ],
    &[&PREPARES, &IS_NEW, &HAS_NEEDS, &DECIDED],
    |case| {
        yes(case, &IN_PREPARATION, &PREPARES);
        yes(case, &NEWLY_ESTABLISHED, &IS_NEW);
        if case.peek(&NEEDS).is_some() {
            let open = Figure::Count(open_count(case.facts()));
            case.observe(&HAS_NEEDS, Place::Whole, Some(&NEEDS.spec), open, Bound::AtLeast(Figure::Count(1)));
        }
        decided(case)
    },
);

/// 上市后备
pub static LISTING_POOL: Clause = scope(
    "scope_listing_pool",
    [
        text("上市后备库的企业", "In the pool of listing candidates"),
        text("先入库；入库找区金融办", "Those in the pool, which the financial office keeps"),
    ],
    &[&ON_THE_WAY, &DECIDED],
    |case| {
        if case.peek(&LISTING).is_some_and(|stage| stage != Stage::NoPlan) {
            case.observe(&ON_THE_WAY, Place::Whole, Some(&LISTING.spec), Figure::YesNo(true), YES);
        }
        decided(case)
    },
);

const YES: Bound = Bound::Is(Figure::YesNo(true));

fn yes(case: &mut Case<'_>, question: &'static Question<bool>, provision: &'static Provision) {
    if let Some(answer) = case.peek(question) {
        case.observe(provision, Place::Whole, Some(&question.spec), Figure::YesNo(answer), YES);
    }
}

/// The contribution of the year of application: its size, and whether it grew.
fn contribution(case: &mut Case<'_>, yearly: &'static Yearly) {
    let Some(year) = case.peek(&APPLICATION_YEAR) else { return };
    case.reads(&yearly.question.spec);
    let Some(now) = yearly.of(case.facts(), year) else { return };
    let question = Some(&yearly.question.spec);
    case.observe(&CONTRIBUTES, Place::Year(year), question, Figure::Money(now), Bound::AtLeast(Figure::Money(wan(50))));
    if let Some(before) = yearly.of(case.facts(), year - 1) {
        case.observe(&GROWS, Place::Year(year), question, Figure::Money(now), Bound::Above(Figure::Money(before)));
    }
}

/// No answer of the enterprise decides it.
fn decided(case: &mut Case<'_>) -> Result<(), Stop> {
    let decided = case.condition(&DECIDED, Place::Whole, None, None, YES);
    case.settle(decided).map(|_| ())
}

/// What the answers say for a scope: steps that hold and do not decide. Needs the working.
pub fn speaks_for(scope: &Assessment) -> impl Iterator<Item = &Step> {
    scope.steps.iter().filter(|step| !step.decides && matches!(step.work, Work::Condition { holds: Some(true), .. }))
}

/// Whom to ask, and when, in our own words.
pub static WHOM_TO_ASK: &[Provision] = &[
    Provision::of(
        Article::heading(3).inserted(3),
        "先问区投促中心：名单由它组织，每年初定一次，年中还可以增补",
        "ask the investment promotion centre first: it leads the selection, once at the beginning of the year and in between",
    ),
    Provision::of(
        Article::heading(3).inserted(2),
        "再问行业主管部门（金融机构是区金融办）：有潜力的和阶段性需要帮助的由它提",
        "then the industry's department (for financial institutions the financial office), which proposes the promising ones and those in need",
    ),
    Provision::of(
        Article::heading(2).inserted(1),
        "服务包由区发展改革委统稿，进度可以问它",
        "the development and reform commission puts the package together and knows how far it is",
    ),
    Provision::of(
        Article::heading(2).inserted(5),
        "也可以请区工商联推荐",
        "the federation of industry and commerce may recommend you",
    ),
];
