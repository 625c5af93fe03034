//! 第二十六条 · award for selected municipal projects

use crate::answers::answer::Table;
use crate::applicant::funds::{PROJECTS, projects};
use crate::applicant::identity::{APPLICATION_YEAR, NEW_ARRIVAL};
use crate::article::Article;
use crate::money::{Money, wan};
use crate::policy::miyun_2019_25::received::{ByName, PAID, PAID_UNNAMED, less_unnamed};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Amount, Bound, Case, Clause, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "municipal_projects",
    article: Article::new(26),
    title: text("市级金融创新项目奖励", "Award for municipal innovation projects"),
    brief: Brief {
        whom: text(
            "新设或新迁入密云的六类金融机构",
            "The six kinds of financial institution, newly set up in or moved to Miyun",
        ),
        looks_at: text("入选的市级金融创新项目，申报中的不算", "Municipal projects selected, not only applied for"),
        gives: text("每个项目500万元，个数不限", "5 million yuan a project, with no limit on their number"),
        lasts: text("每个项目一次", "Once for each project"),
    },
    kinds: kinds::FINANCIAL,
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&ARRIVAL, &SELECTED, &AWARD, &NOT_SELECTED, &JOINT, &INCOMPLETE, &PAID, &PAID_UNNAMED],
    tiers: &[],
    doubts: &[],
    evidence: &[
        copy_of("市级入选通知或公示", "Notice or publication of the selection"),
        copy_of("项目申报书", "Project application"),
        original("研发费用明细和研发人员名单", "Schedule of research costs and list of the research team"),
        copy_of("联合申报的分工说明", "Division of work of a joint project").only(|facts| {
            facts
                .get(&PROJECTS)
                .is_some_and(|table| (0..table.len()).any(|row| table.get(&projects::JOINT, row) == Some(true)))
        }),
    ],
    read,
};

static ARRIVAL: Provision = common::arrival(26);
static SELECTED: Provision =
    Provision::new(26, "至少一个市级项目已入选", "at least one municipal project has been selected");
static AWARD: Provision = Provision::new(26, "每个入选项目的定额乘个数", "a fixed sum times the projects selected");
static NOT_SELECTED: Provision = Provision::new(26, "项目已入选", "the project has been selected");
static JOINT: Provision = Provision::new(
    26,
    "联合项目怎么分没有写，不计入任何一档，请向区金融办核实份额",
    "the share of a joint project is not said: it stands in no band; ask the district office",
);
static INCOMPLETE: Provision = Provision::new(
    26,
    "有的项目资料不全，暂不计，合计只是下限",
    "some projects are incomplete and count nothing yet: the total is a lower bound",
);

/// For each selected project.
const PER_PROJECT: Money = wan(500);

/// What a project comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Project {
    /// Selected, and the institution's own.
    Own,
    /// Selected, and shared with others: an unknown share.
    Joint,
    /// Not selected.
    NotSelected,
    /// A fact is missing.
    Open,
}

impl Project {
    /// Whether it counts, if that is known.
    const fn counts(self) -> Option<bool> {
        match self {
            Self::Own => Some(true),
            Self::NotSelected => Some(false),
            Self::Joint | Self::Open => None,
        }
    }
}

fn judge(table: &Table, row: usize) -> Project {
    match (table.get(&projects::SELECTED, row), table.get(&projects::JOINT, row)) {
        (Some(false), _) => Project::NotSelected,
        (Some(true), Some(false)) => Project::Own,
        (Some(true), Some(true)) => Project::Joint,
        (None, _) | (Some(true), None) => Project::Open,
    }
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    let year = case.ask(&APPLICATION_YEAR);
    let Some(table) = case.ask_rows(&PROJECTS) else { return case.settle(()) };

    let judged: Vec<Project> = (0..table.len()).map(|row| judge(table, row)).collect();
    for (row, project) in judged.iter().enumerate() {
        show(case, Place::Row(row), *project);
    }
    let counts: Vec<Option<bool>> = judged.iter().map(|project| project.counts()).collect();
    case.some_row(&PROJECTS.spec, &SELECTED, &counts);
    let year = case.settle(year)?;

    let received = ByName::read(case, 26);
    let mut left = 0;
    for row in (0..judged.len()).filter(|row| judged[*row] == Project::Own) {
        let paid = received.of_row(table, &projects::NAME, row);
        if paid.is_empty() {
            left += 1;
        } else {
            case.settle_item(Place::Row(row), (year, Amount::certain(PER_PROJECT)), paid, &PAID);
        }
    }
    if left > 0 {
        let award = case.product(&AWARD, Place::Whole, &[Figure::Money(PER_PROJECT), Figure::Count(left)]);
        let award = less_unnamed(case, Place::Whole, award, received.unnamed());
        case.give(year, award);
    }
    Ok(())
}

/// Why a project does not count.
fn show(case: &mut Case<'_>, place: Place, project: Project) {
    match project {
        Project::Own => {}
        Project::NotSelected => {
            case.observe(&NOT_SELECTED, place, Some(&PROJECTS.spec), Figure::YesNo(false), Bound::YES);
        }
        Project::Joint => case.caution(&JOINT, place),
        Project::Open => case.caution(&INCOMPLETE, place),
    }
}
