//! 第二条 · what is asked of everyone, and what runs through the whole text

use crate::answers::question::Question;
use crate::applicant::identity::{ADMITTED, CLEAN_RECORD, KIND, Kind, LAWFUL, REGISTERED, SUPERVISED};
use crate::policy::miyun_2019_25::article_04_kinds::APPLICANTS;
use crate::rule::{Case, Condition, Doubt, Gate, Provision, Softening};
use crate::text::text;

/// All five conditions. An applicant that is only an intermediary or an association is softened under every clause (decision 7).
pub static WHOLE: Gate = Gate {
    applicants: &APPLICANTS,
    conditions: &CONDITIONS,
    softening: Some(&ONLY_BY_ROLE),
    bare_bound: Some(&BARE_BOUND),
};
/// The clauses for associations and intermediaries: a “no” on supervision or registration moves the certain amount to the
/// possible one (2.4).
pub static SOFTENED: Gate =
    Gate { applicants: &APPLICANTS, conditions: &CONDITIONS, softening: Some(&FOR_ALL), bare_bound: Some(&BARE_BOUND) };
/// None: Article 13 is for institutions that cannot be registered yet.
pub static OPEN: Gate =
    Gate { applicants: &APPLICANTS, conditions: &[], softening: None, bare_bound: Some(&BARE_BOUND) };

/// The five conditions, in their order.
pub static CONDITIONS: [Condition; 5] = [
    Condition { question: &LAWFUL, provision: &LAWFUL_OPERATION },
    Condition { question: &ADMITTED, provision: &ADMISSION },
    Condition { question: &SUPERVISED, provision: &SUPERVISION },
    Condition { question: &REGISTERED, provision: &REGISTRATION },
    Condition { question: &CLEAN_RECORD, provision: &CLEAN },
];

static LAWFUL_OPERATION: Provision =
    Provision::new(2, "依法合规，符合密云区功能定位", "lawful, and in line with the district's functions");
static ADMISSION: Provision =
    Provision::new(2, "项目符合密云区准入标准", "the project meets the district's admission standard");
static SUPERVISION: Provision =
    Provision::new(2, "已由区金融办日常监管", "under the district financial office's day-to-day supervision");
static REGISTRATION: Provision =
    Provision::new(2, "工商、税务、统计登记都在密云", "business, tax and statistics registration in Miyun");
static CLEAN: Provision = Provision::new(
    2,
    "五年内没有重大涉税违法等不良记录和重大金融风险事件",
    "no serious tax offence, bad record or major financial risk event in five years",
);

static FOR_ALL: Softening = Softening { applies: |_| true, conditions: &SOFT, doubt: &SOFT_GATE };
static ONLY_BY_ROLE: Softening = Softening { applies: only_by_role, conditions: &SOFT, doubt: &SOFT_GATE };
static SOFT: [&Question<bool>; 2] = [&SUPERVISED, &REGISTERED];

fn only_by_role(case: &Case<'_>) -> bool {
    case.peek(&KIND) == Some(Kind::None)
}

/// G1: a bare 以上 hit exactly.
pub static BARE_BOUND: Doubt = Doubt {
    number: "G1",
    issue: text(
        "“以上”没有写“（含）”，而数字正好等于界线",
        "a bare 以上 without （含）, and the figure is exactly on the bound",
    ),
    prudent: text("按法规用语习惯，“以上”包括本数", "by drafting custom 以上 includes the number itself"),
    favourable: text(
        "没有更宽的读法；但区级部门若解为不含，则不符合",
        "there is none wider; should the district exclude the number, the condition is not met",
    ),
    ask: text(
        "我单位有一项数字正好等于细则所写“以上”的界线，请问“以上”是否包括本数？",
        "One of our figures is exactly the number that the rules call 以上. Does 以上 include the number itself?",
    ),
};

/// 2.4: whether supervision and registration bind associations and intermediaries.
pub static SOFT_GATE: Doubt = Doubt {
    number: "2.4",
    issue: text(
        "第二条的日常监管和三项登记，是否约束社团组织和中介机构",
        "whether supervision and the three registrations of Article 2 bind associations and intermediaries",
    ),
    prudent: text("五项都要满足", "all five conditions bind"),
    favourable: text(
        "社团在民政部门登记、中介通常不受金融监管，只在能适用的范围内适用",
        "associations register with civil affairs and intermediaries are not supervised: they apply as far as they can",
    ),
    ask: text(
        "我单位是社团组织（或中介机构），不在区金融办监管名单内（或不办工商登记）。请问申请第二十七、二十八条的支持，第二条第三、四项如何适用？",
        "We are an association (or intermediary), not under the office's supervision (or without business registration). How do items 3 and 4 of Article 2 apply to Articles 27 and 28?",
    ),
};
