//! The words of the page that plans.

pub use crate::ui::words::interview::STEP_FILL;
pub use crate::ui::words::{DECISION, NOT_DOWNLOADED, POSSIBLE, PRINT_PAGE};
use miyun::text::{Text, text};

pub const TITLE: [&[&str]; 2] = [&["不可更改的选择", "与临界点"], &["Choices made once, and thresholds"]];
pub const LEAD: Text = text(
    "与结果页用同一套规则，只换数字重算。没有数的年度不推算时按0计，总额标“下限”。",
    "The same rules as on the result page, run on other figures. A year left without a figure counts nothing; its total is then a lower bound.",
);
pub const EMPTY: Text = text("还没有可以比较的", "There is nothing to compare yet");
pub const EMPTY_SAYS: Text = text(
    "填上各年度的区域综合贡献和资本，这里会比较各个起始年度，指出临界点，列出离得最近的档次和条件。",
    "Once the contributions by year and the capital are told, starting years are compared here, with the closest thresholds.",
);

// ── years without a figure ───────────────────────────────────────────────

pub const FILLING: Text = text("还没有数的以后年度", "Later years without a figure");
pub const FILLING_NOTE: Text = text("只用于比较，不写进草稿", "for this comparison only, never written into the draft");
pub const FILL_HOW: Text = text("怎么推算", "How to fill them");
pub const FILL_OPEN: Text = text("不推算，按0计", "Leave them open: they count nothing");
pub const FILL_LAST: Text = text("沿用最近一年的数", "Take the last figure told");
pub const FILL_GROWTH: Text = text("按每年增减的百分数", "Change by so many per cent a year");
pub const FILL_OWN: Text = text("逐年填低、中、高", "Enter low, base and high for each year");
pub const YEAR: Text = text("年度", "Year");
pub const RANGE: [Text; 3] = [text("低", "Low"), text("中", "Base"), text("高", "High")];
pub const PER_YEAR: Text = text("%/年", "% a year");

// ── choices ──────────────────────────────────────────────────────────────

pub const CONFIRMED: Text = text("确认", "confirmed");
pub const FORECAST: Text = text("预计", "forecast");
pub const NOT_TOLD: Text = text("未填", "none");
pub const ASSUMED: Text = text("假设", "assumed");
pub const SUM: Text = text("合计", "In all");
pub const LESS: Text = text("比最多的少", "Less than the most");
pub const MOST: Text = text("最多", "most");
pub const SECOND: Text = text("其次", "second");
pub const LEAST: Text = text("最少", "least");
pub const PICK_FIRST: Text = text("先在表中选一个年度", "Choose a year in the table first");
pub const LOWER_BOUND: Text = text("下限", "lower bound");
pub const WAYS_CAPTION: Text = text(
    "各个年度的选法：逐年金额、合计，和比最多的少多少",
    "Each year that can be chosen: amounts by year, the sum, and how much less than the most",
);
pub const TURNS: Text = text("什么会改变这个选择", "What would turn the choice");
pub const IF: Text = text("如果", "If");
pub const THEN: Text = text("那么", "Then");
pub const NO_TURNS: Text = text(
    "在可预见的数字之内，没有哪一年的贡献会改变它。",
    "Within foreseeable figures no year's contribution would turn it.",
);
pub const NONE_LEFT: Text = text("没有年度可选", "no year can be chosen");
pub const FINAL: Text = text("提交后不可更改", "Final once filed");
pub const FINAL_SAYS: Text = text(
    "这里只是记在草稿里，随时能改，也能撤销；向区级部门提交申请以后就定了。",
    "Here it is noted in the draft only and can be changed or undone; once filed with the district it stands.",
);
pub const CLEAR: Text = text("先不定，让程序比较", "Leave it open");
pub const CLEARED: Text = text("已清除，程序会比较各年", "Cleared: the years are compared");
pub const TO_QUESTION: Text = text("去改这个答案", "Change this answer");

// ── thresholds ───────────────────────────────────────────────────────────

pub const CLIFF_NOTE: Text = text("照字面计算", "as written");
pub const CAUTION: Text = text("超过后反而减少", "more brings less");
pub const RISING: Text = text("递增区间", "Rises");
pub const BREAK: Text = text("临界点", "Falls");
pub const NOW: Text = text("现在", "Now");
pub const DOUBTS: Text = text("存疑", "Open questions");

// ── chances ──────────────────────────────────────────────────────────────

pub const CHANCES: Text = text("离得最近的档次和条件", "Closest thresholds");
pub const CHANCES_NOTE: Text =
    text("每条只列最小的改变，最近的在前", "the smallest change of each clause, nearest first");
pub const CLAUSE: Text = text("条款", "Clause");
pub const CHANGE: Text = text("最小的改变", "The smallest change");
pub const GAIN: Text = text("多得", "Gain");
pub const REMARK: Text = text("说明", "Remark");
pub const ALL_NEEDED: Text = text("几项缺一不可", "all of it is needed");
pub const IN_KIND: Text = text("实物或服务", "in kind");
pub const TO_CHECK: Text = text("核对答案", "Check the answers");

// ── figures that move support ────────────────────────────────────────────

pub const RADAR: Text = text("哪些数字能改变支持金额", "Figures that move the support");
pub const RADAR_NOTE: Text = text(
    "一次只动一个数字，其余照草稿；单位投入换得多的在前",
    "one figure at a time, all else as in the draft; those first that bring most for each yuan",
);
pub const FIGURE: Text = text("数字", "Figure");
pub const COURSE: Text = text("走势", "Curve");
pub const NEXT: Text = text("下一档", "Next step");
pub const NO_NEXT: Text = text("没有更高的档", "none above");
// ── calendar ─────────────────────────────────────────────────────────────

pub const CALENDAR: Text = text("日历", "Calendar");
pub const CALENDAR_NOTE: Text =
    text("“通常”的日期细则没有写，以公告和通知为准", "the rules name no “usual” day: go by the notices");
pub const CALENDAR_LABEL: Text = text(
    "年度线：各年的申报公告、支持和义务到期的年份；逐日见下表。",
    "A line of years: calls, and the years in which support and duties end; the days stand in the table below.",
);
pub const CALENDAR_KEY: Text = text(
    "虚线为今天；圆点为各年11月底的申报公告，横条到期为支持或义务结束。",
    "The dotted line is today; dots are the calls at the end of November, bars run until support or a duty ends.",
);
pub const CALLS: Text = text("申报公告", "Calls");
pub const DAYS: Text = text("日期", "Days");
pub const WHAT: Text = text("事项", "What");
pub const BASIS: Text = text("依据", "Basis");
pub const CERTAINTY: Text = text("确定程度", "How sure");
pub const SAVE_CALENDAR: Text = text("存为日历文件（.ics）", "Save as a calendar file (.ics)");
pub const CALENDAR_FILE: Text = text("日历", "calendar");

// ── all choices together ─────────────────────────────────────────────────

pub const JOINT: Text = text("整体方案", "Joint plan");
pub const JOINT_NOTE: Text = text(
    "全部选择一起比较，逐一算过，不是抽样",
    "all choices compared together: every way is worked out, none is sampled",
);
pub const PLANS: Text = text("最多、其次和最少的方案", "The best, the second and the worst plan");
pub const PLAN: Text = text("方案", "Plan");
pub const PLAN_BEST: Text = text("最多", "Best");
pub const PLAN_SECOND: Text = text("其次", "Second");
pub const PLAN_WORST: Text = text("最少", "Worst");
pub const PICKED: Text = text("选择", "Choices");
pub const ENDS: Text = text("假设取低、取高", "Assumed low, and high");
pub const PLAN_YEARS: Text = text("各方案逐年的可测算金额", "Calculable support of each plan by fiscal year");
pub const OPTION: Text = text("可选", "Option");
pub const OWN: Text = text("草稿如此", "as in the draft");
pub const PAST: Text = text("这一年已过，能否再选须问清", "this year has passed: ask whether it can still be chosen");
pub const FLIPS: Text = text("什么数字会改变这些选择", "Figures that would turn these choices");
pub const NOT_USED: Text = text("不用选", "not needed");
pub const ROW_YEARS: Text = text("换一年少得最多的几家", "Those that lose most by another year");
pub const ENTERPRISE: Text = text("名称", "Name");
pub const BEST_YEAR: Text = text("最多的一年", "Best year");
pub const OTHER_YEARS: Text = text("其他年度", "Other years");
pub const CLOSED: Text = text("不能再选的", "What cannot be chosen any more");
pub const WHY: Text = text("原因", "Why");
pub const COMBINED: Text = text("申报组合", "What to file together");
pub const COMBINED_NOTE: Text =
    text("每条不报，可测算合计会少多少", "what the calculable total loses without each clause");
pub const WITHOUT: Text = text("不报则少", "Lost without it");
pub const LEFT_OUT: Text = text("申报材料里没有勾选", "unticked in the papers");
