//! The page's own words. What the rules say stands with the rules.

pub mod board;
pub mod check;
pub mod drafts;
pub mod import;
pub mod interview;
pub mod offline;
pub mod opening;
pub mod packet;
pub mod planner;
pub mod portfolio;
pub mod repayable;
pub mod row_answers;
pub mod rules;
pub mod scenarios;
pub mod service;
pub mod verify;

use miyun::text::{Lang, Text, text};

/// What draws in one language.
pub trait Speaks {
    /// The language.
    fn lang(&self) -> Lang;

    /// Wording in it.
    fn text(&self, words: Text) -> String {
        words.get(self.lang()).to_owned()
    }

    /// The one of two texts that is in it.
    fn say(&self, zh: String, en: String) -> String {
        match self.lang() {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The head of what is in a unit: `可测算（万元）`.
    fn headed(&self, words: Text, unit: &str) -> String {
        self.say(format!("{}（{unit}）", words.zh), format!("{} ({unit})", words.en))
    }
}

// ── result ───────────────────────────────────────────────────────────────

pub const RESULT: Text = text("测算结果", "Results");
pub const RESULT_TOTALS: Text = text("合计", "Total");
pub const CERTAIN: Text = text("可测算", "Calculable");
pub const POSSIBLE: Text = text("待确认", "Possible");
pub const DECISION: Text = text("一事一议", "By decision");
pub const DECISION_CEILING: Text = text("一事一议上限", "Ceiling by decision");
pub const FILED_NOW: Text =
    text("其中申报材料申请（未勾选的不计）", "Of it asked for in the papers (what is unticked is not)");
pub const RECEIVED_BEFORE: Text = text("以前已领（不在合计内）", "Received before (not in the totals)");
pub const CERTAIN_SAYS: Text =
    text("按审慎读法逐条算出，再除去同类重复", "The prudent reading, clause by clause, less what overlaps");
pub const POSSIBLE_SAYS: Text =
    text("另一种读法成立时才有，须区金融办书面答复", "Only if a wider reading is confirmed in writing");
pub const DECISION_SAYS: Text = text("由区政府决定，不计入合计", "Set by the district government; never in the total");
pub const TO_BE_TOLD: Text = text("待补充", "To be completed");
pub const NONE_HERE: Text = text("本案没有", "none here");
pub const FORCE: Text = text(
    "细则今天是否仍在执行，本程序不知道",
    "Whether these rules are still in force today is not known to this program",
);
pub const FORCE_SAYS: Text = text(
    "申报前请向区金融办确认。所有金额都是估算，批准之前不构成承诺。",
    "Ask the district financial office before you file. All amounts are estimates until approved.",
);
pub const RESULT_ASIDE: Text = text("目录与下一步", "Contents and next step");
pub const RESULT_CONTENTS: Text = text("本页目录", "On this page");

pub const YEARS: Text = text("分年度", "Year by year");
pub const YEARS_NOTE: Text =
    text("按应享年度，到账通常晚一年", "by year of entitlement; payment usually follows a year later");
pub const YEARS_CAPTION: Text = text("各财政年度的支持金额，按三档分列", "Support by fiscal year, in three bands");
pub const FISCAL_YEAR: Text = text("财政年度", "Fiscal year");
pub const CHART: Text = text("图", "Chart");
pub const FORECAST: Text = text("预计", "forecast");
pub const OTHERS: Text = text("其他", "Others");
pub const SUM: Text = text("合计", "Total");
pub const NO_AMOUNT: Text = text("还没有可以列出的金额", "There is no amount to show yet");
pub const NO_AMOUNT_SAYS: Text = text(
    "补上下面各条缺的答案，金额会逐年列在这里。",
    "Once the answers that the clauses below lack are there, amounts are listed here by year.",
);

pub const CLAUSES: Text = text("逐条结论", "Clause by clause");
pub const GROUP_MET: Text = text("符合已核对的条件", "Meets the conditions checked");
pub const GROUP_OPEN: Text = text("待补充", "Needs an answer");
pub const GROUP_OPEN_NOTE: Text = text("补上答案即可得出结论", "Add the answers to get a conclusion");
pub const GROUP_UNMET: Text = text("不符合", "Not met");
pub const GROUP_ABSENT: Text = text("没有此事项", "No such item");
pub const GROUP_ABSENT_NOTE: Text =
    text("填的是没有；以后有了再填", "you said that there is none; fill it in when there is");
pub const GROUP_UNMET_NOTE: Text =
    text("列出全部未满足的条件和差距", "Every condition that is not met, and by how much");
pub const GROUP_LISTED: Text = text("只列示，不计价", "Listed, not priced");
pub const GROUP_LISTED_NOTE: Text = text("实物、服务或另行规定", "In kind, or under rules yet to come");
pub const GROUP_NA: Text = text("不适用", "Not applicable");
pub const GROUP_NA_NOTE: Text =
    text("不是这类机构的条款，与“不符合”不同", "Meant for other kinds of applicant; not the same as not met");
pub const NOW: Text = text("本条现在：", "This clause now: ");
pub const COMMA: Text = text("，", ". ");
pub const STOP: Text = text("。", ".");
pub const ANSWER_NOW: Text = text("在这里补上", "Answer here");

pub const LIMITS: Text = text("不重复享受与上限", "What gave way, and limits");
pub const GIVES_WAY: Text = text("少计的一条", "Gives way");
pub const GIVES_WAY_TO: Text = text("与哪一条不重复", "To");
pub const WHY: Text = text("为什么", "Why");
pub const LEFT_OUT: Text = text("少计", "Left out");
pub const NOTHING_GAVE_WAY: Text = text("没有条款因不重复享受而少计。", "No clause gave way.");
pub const LINE_LEAD: Text = text(
    "逐年对照：当年可测算的支持与贡献的七成。",
    "Year by year: calculable support against 70% of the contribution.",
);
pub const YEAR: Text = text("年度", "Year");
pub const CONTRIBUTION: Text = text("贡献", "Contribution");
pub const LINE: Text = text("七成线", "70% line");
pub const SUPPORT: Text = text("当年可测算", "Calculable in the year");
pub const COMPARED: Text = text("对照", "Compared");
pub const WITHIN: Text = text("未超", "within");

pub const PLAN: Text = text("到账与义务", "Payments and duties");
pub const PLAN_HEAD: Text =
    text("按每年年底公告、次年结算推定", "assuming a call at the end of each year and settlement in the next");
pub const PLAN_NOTE: Text = text(
    "虚线是今天。排的是已得的和可测算的；一事一议只排义务。预拨不是权利，图中一律按清算后到账；违约须退回的是已收到的全部。",
    "The dotted line is today. Shown is what was received and what is calculable; of what the government decides, the duties only. Pre-payment is not a right: payment is shown after settlement. In breach, everything received is repaid.",
);
pub const TIMELINE: Text = text(
    "时间轴：各年到账的金额，以及每项义务从哪年到哪年。如有金额，数字见下表。",
    "Timeline: what is paid in each year, and from when to when each duty binds. Amounts, if any, are in the table below.",
);
pub const EXPECTED_IN: Text = text("到账年份", "Paid in");
pub const RECEIVED: Text = text("已得", "received");
pub const SUPPORTED_YEAR: Text = text("应享年度", "For the year");
pub const EXPECTED: Text = text("到账", "Amount");
pub const PREPAID: Text = text("其中可能预拨", "May be pre-paid");
pub const AT_RISK: Text = text("累计可能退回", "At risk, cumulative");

pub const PROCEDURE: Text = text("怎么报、报到哪里", "How and where to file");
pub const OFFICE: Text = text("今年的申报信息", "Filing this year");
pub const OFFICE_NOTE: Text = text(
    "开放时间、地址和电话细则里没有，以当年公告为准。记在这里，会印在测算摘要和材料清单上。",
    "Window, address and telephone are not in the rules but in the announcement of the year. What is noted here is printed on the summary and the checklist.",
);
pub const REPLY: Text = text("区金融办的答复", "What the office said");
pub const REPLY_WHOM: Text = text("问的是谁", "Whom you asked");
pub const REPLY_DAY: Text = text("哪天答复", "On which day");
pub const REPLY_NOTE: Text = text(
    "记下来会印在待确认单上；涉及本次申报的，也写进情况说明。明年的草稿也带着；金额不因此改变。",
    "It is printed among the points to confirm and, where it is about what is applied for, in the statement; next year's draft keeps it. It changes no amount.",
);
pub const DOUBTS: Text = text("存疑", "Open questions");
pub const DOUBTS_NOTE: Text = text("每一处都有可以直接发送的问题", "each with a question ready to send");
pub const NO_MONEY: Text = text("没有金额", "nothing");
pub const NO_CHANGE: Text = text("金额不变", "no change");
pub const NEXT: Text = text("下一步", "Next");
pub const TO_PACKET: Text = text("整理申报材料", "Prepare the packet");
pub const TO_PLANNER: Text = text("比较选择和差距", "Compare options");
pub const PRINT_PAGE: Text = text("打印本页", "Print this page");
pub const DATES: Text = text("三个日期", "Three dates");
pub const DATE_OF_RULES: Text = text("规则施行", "Rules in force since");
pub const DATE_OF_CALCULATION: Text = text("测算日", "Calculated");
pub const DATE_OF_TODAY: Text = text("今天", "Today");

// ── verdict and working ──────────────────────────────────────────────────

pub const COMMON_CONDITIONS: Text = text("共同门槛", "Common conditions");
pub const NOT_IN_CLAUSE: Text = text("本条没有", "none in this clause");
pub const WORKING: Text = text("怎么算的", "How it was worked out");
pub const WORKING_NOTE: Text = text("可用计算器逐步核对", "can be checked step by step with a calculator");
pub const WORKING_CAPTION: Text = text("计算步骤", "Steps");
pub const WORKING_NO: Text = text("序号", "No.");
pub const WORKING_STEP: Text = text("步骤与算式", "Step and formula");
pub const WORKING_BASIS: Text = text("依据", "Basis");
pub const WORKING_RESULT: Text = text("结果（元）", "Result (yuan)");
pub const IN_CAPITALS: Text = text("大写：", "");
pub const PRUDENT: Text = text("读法甲 · 审慎，计入可测算", "Reading A · prudent, counted as calculable");
pub const FAVOURABLE: Text = text("读法乙 · 较宽，差额计入待确认", "Reading B · wider, the difference is possible");
pub const ASK_OFFICE: Text = text("可以这样问区金融办", "A question for the district office");
pub const COPY_QUESTION: Text = text("复制问题", "Copy the question");
pub const NOT_DOWNLOADED: Text = text(
    "没有保存：这里的浏览器存不了文件。请用页面上方说的办法换一个浏览器打开。",
    "Not saved: this browser keeps no files. Open the page in another one, as said at its top.",
);
pub const COPIED: Text = text("已复制", "Copied");
pub const NOT_COPIED: Text = text("没有复制成，请选中文字自己复制", "Not copied: please select the text and copy it");

// ── files ────────────────────────────────────────────────────────────────

pub const EXPORT: Text = text("导出", "Export");
pub const PRINT: Text = text("打印或存为PDF", "Print or save as PDF");
