//! The addresses within the page that have their picture taken.

/// The example that is opened before a route is, so that no page is empty.
pub const EXAMPLE: [&str; 2] = ["密云示例银行股份有限公司（示例）", "Miyun Example Bank"];

/// Every route, with the name its pictures go by. A new page is a line here.
pub const ROUTES: &[(&str, &str)] = &[
    ("#/", "start"),
    ("#/drafts", "drafts"),
    ("#/first", "first"),
    ("#/tasks", "tasks"),
    ("#/subject/identity", "subject-identity"),
    ("#/subject/gate", "subject-gate"),
    ("#/subject/capital", "subject-capital"),
    ("#/subject/contribution", "subject-contribution"),
    ("#/subject/premises", "subject-premises"),
    ("#/subject/people", "subject-people"),
    ("#/subject/funds", "subject-funds"),
    ("#/subject/referral", "subject-referral"),
    ("#/subject/decision", "subject-decision"),
    ("#/subject/filing", "subject-filing"),
    ("#/clause/opening_legal_entity", "clause-opening"),
    ("#/clause/office_purchase", "clause-purchase"),
    ("#/clause/office_rent_legal_entity", "clause-rent"),
    ("#/clause/growth_funding", "clause-growth"),
    ("#/clause/referral_reward", "clause-referral"),
    ("#/clause/talent_housing", "clause-in-kind"),
    ("#/result", "result"),
    ("#/planner", "planner"),
    ("#/check", "check"),
    ("#/packet", "packet"),
    ("#/handout", "handout"),
    ("#/service", "service"),
    ("#/verify", "verify"),
    ("#/offline", "offline"),
    ("#/rules", "rules"),
    ("#/rules/19", "rules-19"),
    ("#/doubts", "doubts"),
    ("#/glossary", "glossary"),
];

/// The routes that are printed, too.
pub const PRINTED: &[&str] = &["result", "planner", "packet", "handout", "service"];

/// How wide the windows are: a phone, a tablet, a desk.
pub const WIDTHS: &[u32] = &[360, 768, 1280];

/// The languages, as the browser asks for them, with the name their pictures go by.
pub const LANGUAGES: &[(&str, &str)] = &[("zh-CN,zh", "zh"), ("en-GB,en", "en")];
