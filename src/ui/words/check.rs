//! The words of the page that checks answers, and of the handout.

pub use crate::ui::words::{CERTAIN, DECISION, IN_CAPITALS, POSSIBLE, PRINT, PRINT_PAGE, SUM};
use miyun::article::{Article, article};
use miyun::text::{Lang, Text, text};

// ── check your answers ───────────────────────────────────────────────────

pub const TITLE: Text = text("核对答案", "Check your answers");
pub const LEAD: Text = text(
    "整理材料之前，从头看一遍。提示不影响继续，只列审核时可能问到的问题。",
    "Read through them before preparing the packet. Flags stop nothing: they say what a reviewer would ask.",
);
pub const STEP: Text = text("核对", "Check");
pub const NO_FLAGS: Text = text("没有发现互相矛盾的答案", "No answers contradict each other");
pub const NO_FLAGS_SAYS: Text = text(
    "这不等于材料齐全：审核人员还会逐项对照证明文件。",
    "That does not make the papers complete: a reviewer still compares each answer with its proof.",
);
pub const ASKS: Text = text("审核人员会问：", "A reviewer would ask: ");
pub const OR_CHANGE: Text = text("也可改：", "Or change: ");
pub const CHANGE: Text = text("更改", "Change");
pub const FILL: Text = text("填写", "Answer");
pub const ALL_CLAUSES: Text = text("各条都用", "every clause");
pub const FORM_ONLY: Text = text("申请表", "the form");
pub const NOT_READ: Text = text("没有条款用到", "no clause reads it");
pub const NOT_TOLD: Text = text("未填，影响测算", "Not answered; a clause needs it");
pub const MAY_BE_EMPTY: Text = text("没填，不影响结论", "Empty; no conclusion depends on it");
pub const FORM_BLANK: Text = text("没填，申请表上空着", "Empty; the form stays blank there");
pub const NOTHING_ASKED: Text = text("还没有要核对的答案", "There is nothing to check yet");
pub const NOTHING_ASKED_SAYS: Text = text(
    "先说明属于哪一类机构，要问的问题才会列出来。",
    "Say what kind of institution you are first; only then is it clear what to ask.",
);
pub const OVERVIEW: Text = text("答案概况", "Overview");
pub const ANSWERED: Text = text("已答", "Answered");
pub const NOT_CLEAR: Text = text("其中“暂不清楚”", "Of them “not known yet”");
pub const MISSING: Text = text("影响结论而未答", "Missing for a conclusion");
pub const FLAGS: Text = text("审核提示", "Points a reviewer may raise");
pub const TO_CORRECT: Text = text("须更正", "To correct");
pub const ASIDE_NOTE: Text = text(
    "改动任何一项，结果和材料都会重算；前后两版用核验码区分。",
    "Change any answer and everything is worked out again; the code tells versions apart.",
);
pub const CODE: Text = text("核验码", "Code");
pub const TO_PACKET: Text = text("答案无误，整理申报材料", "All is right: prepare the packet");
pub const TO_HANDOUT: Text = text("一页测算摘要", "One-page summary");

// ── the handout ──────────────────────────────────────────────────────────

pub const HANDOUT: Text = text("测算摘要", "Summary of the assessment");
pub const HANDOUT_LEAD: Text = text(
    "一页纸，给窗口或负责人看：测算结果、依据与义务、待定事项。不是申报材料。",
    "One page for the counter or the management: estimated support, conditions and duties, open points. It is not filed.",
);
pub const BACK: Text = text("回到核对", "Back to the answers");
pub const NAME: Text = text("机构", "Institution");
pub const KIND: Text = text("类别", "Kind");
pub const APPLYING_FOR: Text = text("申请年度", "Year applied for");
pub const UNNAMED: Text = text("（未填名称）", "(no name given)");
pub const RULES_SINCE: Text = text("规则施行", "Rules in force");
pub const CALCULATED: Text = text("测算日", "Calculated");
pub const TODAY: Text = text("今天", "Today");
pub const CERTAIN_SAYS: Text = text("按审慎读法", "the prudent reading");
pub const POSSIBLE_SAYS: Text = text("另一种读法成立才有", "only if a wider reading holds");
pub const DECISION_SAYS: Text = text("由区政府决定，只有上限", "the government decides; a ceiling only");
pub const WHAT: Text = text("一、测算结果", "1. Estimated support");
pub const BASIS: Text = text("条款", "Article");
pub const MATTER: Text = text("事项", "Matter");
pub const YEARS: Text = text("年度", "Years");
pub const NOTHING: Text = text(
    "按现有答案，没有一条算得出金额。还差什么见第三栏。",
    "On these answers no clause comes to an amount. See part 3 for what is missing.",
);
pub const LISTED: Text = text("只列示、不计价：", "Listed, not priced: ");
pub const CONDITIONS: Text = text("二、依据与义务", "2. Conditions and duties");
pub const GIVES_WAY: Text = text("只能择一：", "One of the two: ");
pub const COMMON: Text = text("一直要满足共同门槛：", "The common conditions hold throughout: ");
pub const FOR_LIFE: Text = text("存续期内一直", "for life");
pub const OPEN: Text = text("三、待定事项", "3. What is still open");
pub const NO_OPEN: Text =
    text("没有缺的答案，没有存疑，没有审核提示。", "No missing answer, no open question, no flag.");
pub const LACKING: Text = text("缺答案：", "Missing answers: ");
pub const DOUBT: Text = text("存疑", "Open question ");
pub const FLAGGED: Text = text("审核提示：", "Flags: ");
pub const SEE_CHECK: Text = text("见核对页", "see the check page");
pub const FORCE: Text = text(
    "细则今天是否仍在执行，本程序不知道：2024年8月1日起公平竞争审查另有限制，申报前请向区金融办确认。",
    "Whether the rules are still in force today is not known to this program: since 1 August 2024 the review of fair competition restricts such support. Ask the district financial office before filing.",
);
/// All of it is an estimate until it is approved under this article.
pub fn estimate(approval: Article, lang: Lang) -> String {
    let approval = article(approval, lang);
    match lang {
        Lang::Zh => format!("以上都是估算，批准之前不构成承诺（{approval}）。"),
        Lang::En => format!("All of this is an estimate and binds nobody until approved ({approval})."),
    }
}
