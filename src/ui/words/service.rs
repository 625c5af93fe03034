//! Wording of the page of the service package.

use miyun::text::{Lang, Text, text};

pub const SERVICE: Text = text("服务包诉求", "Service package");
pub const TITLE: Text = text("要区级部门协调的事", "What the district is asked to coordinate");
pub const LEAD: Text = text(
    "重点企业的服务包只管协调，不给钱，是否纳入由区政府决定。这里把诉求写成一份清单，并预填服务包。",
    "The service packages of key enterprises coordinate; they give no money, and the district decides who is taken in. Here your needs become a list, and the package is filled in.",
);
pub const SCOPES: Text = text("属于哪一类", "Which scope");
pub const SCOPES_NOTE: Text =
    text("由区级部门决定，这里只列出有利的情况", "The district decides; this lists what speaks for it");
pub const SCOPE: Text = text("范围", "Scope");
pub const SPEAKS_FOR: Text = text("您的答案里有利的情况", "What your answers say for it");
pub const PROPOSED_BY: Text = text("由谁提出", "Who proposes");
pub const NOTHING_SPEAKS: Text = text("暂无", "nothing yet");
pub const WHOM_TO_ASK: Text = text("找谁问、什么时候问", "Whom to ask, and when");
pub const ABOUT: Text = text("企业的情况", "About the enterprise");
pub const NEEDS: Text = text("诉求", "Needs");
pub const NEEDS_NOTE: Text = text("一件事一张卡片", "One card for each matter");
pub const ADD: Text = text("加一件事", "Add a matter");
pub const REMOVE: Text = text("删去这件事", "Take it out");
pub const NO_NEEDS: Text = text("还没有写诉求", "No need is written down yet");
pub const NO_NEEDS_SAYS: Text = text(
    "入学、水电、审批、规划这些要几个部门一起办的事，写在这里。",
    "Write down what several departments have to settle together: schools, utilities, permits, planning.",
);
pub const NOT_TOLD: Text = text("未选", "not chosen");
pub const IN_CHARGE: Text = text("通常由谁负责：", "Usually in charge: ");
pub const LADDER: Text = text("逐级协调：", "Level by level: ");
pub const NEXT: Text = text("下一步：", "Next: ");
pub const ANSWERED: Text = text("已有政策可以申请，不必再提：", "A policy answers it already: ");
pub const HOW: Text = text("怎么交上去", "How to hand it over");
pub const WORDS: Text = text("词语", "Words");
pub const PAPERS: Text = text("服务包和清单", "Package and list");
pub const SETS: Text = text("看哪一份", "Which paper is shown");
pub const PACKAGE: Text = text("服务包", "Package");
pub const LIST: Text = text("诉求清单", "List of needs");
pub const CALENDAR: Text = text("日历", "Calendar");
pub const CSV: Text = text("表格（CSV）", "Table (CSV)");
pub const UNREAD: Text = text("这一部分读不出来", "This part cannot be read");
pub const LINK: Text = text("要区级部门协调的事：服务包诉求", "For the district to coordinate: the service package");

/// Where a card stands among all.
pub fn card(number: usize, name: &str, state: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{number}．{name}（{state}）"),
        Lang::En => format!("{number}. {name} ({})", state.to_lowercase()),
    }
}
