//! The wording of the workbook.

use crate::text::{Text, text};

pub(super) const OVERVIEW: Text = text("概览", "Overview");
pub(super) const INPUTS: Text = text("填报内容", "Inputs");
pub(super) const PLAN: Text = text("逐年计划", "By year");
pub(super) const NO_NAME: Text = text("（机构名称待补充）", "(name to be completed)");
pub(super) const OPEN: Text = text("待补充", "to be completed");
pub(super) const NOT_KNOWN: Text = text("暂不清楚", "not known yet");
pub(super) const YES: Text = text("是", "yes");
pub(super) const NO: Text = text("否", "no");
pub(super) const APPLICANT: Text = text("申报单位", "Applicant");
pub(super) const YEAR: Text = text("申请年度", "Year of application");
pub(super) const RULES: Text = text("依据", "Rules");
pub(super) const CODE: Text = text("核验码", "Code");
pub(super) const DATES: Text = text("日期", "Dates");
pub(super) const CHECK: Text = text("检查结果", "Check");
pub(super) const CHECKS: Text = text("检查", "Checks");
pub(super) const CHECKS_NOTE: Text = text(
    "改了填报内容，公式仍与门户一致的，写“与门户算法一致”；结论会变的变红，金额不能再用，请把文件放回门户测算。",
    "As long as formulas come to what the portal would, this sheet says so. Red: a conclusion changes and the amounts no longer hold; open the file in the portal.",
);
pub(super) const SAME: Text = text("与门户算法一致", "as the portal works it out");
pub(super) const FAILS: Text = text(
    "有条件不再符合，按0计；请放回门户核对",
    "a condition no longer holds and nothing is counted; check it in the portal",
);
pub(super) const CHANGED: Text = text("结构已变，请放回门户重新测算", "structure changed: open in the portal again");
pub(super) const STILL_MANY: Text = text(
    "数据太多，本条金额是门户算出的数，不随填报内容变化",
    "too much data: these amounts are the portal's and do not follow the inputs",
);
pub(super) const STILL_LONG: Text = text(
    "数字超过15位，表格软件存不准；本条金额是门户算出的数，按文字给出，不随填报内容变化",
    "figures of more than 15 digits, which spreadsheets cannot keep: these amounts are the portal's, as text, and do not follow the inputs",
);
pub(super) const BANDS: Text = text("三档金额，互不相加", "Three bands, never added to one another");
pub(super) const CERTAIN: Text = text("可测算", "Calculable");
pub(super) const POSSIBLE: Text = text("待确认", "Possible");
pub(super) const FLOOR: Text = text("一事一议·下限", "By decision, least");
pub(super) const CEILING: Text = text("一事一议·上限", "By decision, most");
pub(super) const BAND_NOTES: [Text; 3] = [
    text("按审慎读法可以算出，已扣除同类重复", "under the prudent reading, less what overlaps"),
    text("更有利的读法会多给的部分，须先问清", "what a more favourable reading would add: ask first"),
    text("由区政府决定，这里只是上限", "for the government to decide; this is the ceiling"),
];
pub(super) const TIMES: Text = text("何时可以申请", "When it can be applied for");
pub(super) const CLAUSES: Text = text("各条", "Clauses");
pub(super) const ARTICLE: Text = text("条款", "Article");
pub(super) const NAME: Text = text("名称", "Title");
pub(super) const OUTCOME: Text = text("门户结论", "Outcome");
pub(super) const HOW: Text = text("怎么用", "How to use this file");
pub(super) const HOW_LINES: &[Text] = &[
    text(
        "浅黄色格子可以改。改了以后，各条、逐年计划和本页的金额立即重算，结果与门户相同。",
        "Change what is pale yellow: every clause, the plan and this page follow, with the amounts that the portal would give.",
    ),
    text(
        "若“检查结果”变红，说明改动使结论变了（例如换了起始年度、增加了行），金额不能再用：把文件存好，放回门户打开，会按规则重新测算。各条的检查都在最后一页。",
        "Where the check turns red, a conclusion changes (another start, more rows): the amounts no longer hold. Save the file and open it in the portal. All checks are on the last sheet.",
    ),
    text(
        "门户可以直接打开本文件：读出全部填报内容，包括改过的、增加的行和清空的格子。",
        "The portal opens this file as it is and reads all inputs: changed ones, rows added and cells cleared.",
    ),
    text(
        "选哪一年起算、取哪几位、哪一条因不重复享受而不计，是门户在测算时选定的；改动不大时不变，越过界线会提示。",
        "Which year starts, which people count and which clause gives way is what the portal chose; it stays while the bounds are kept.",
    ),
    text(
        "工作表的保护没有密码，只为防止误改公式。全部金额为估算，以批准为准。",
        "Sheets are protected without a password, against slips only. All amounts are estimates until approved.",
    ),
];
pub(super) const LABEL: Text = text("项目", "Item");
pub(super) const VALUE: Text = text("填报", "Value");
pub(super) const UNIT: Text = text("单位", "Unit");
pub(super) const QUESTION: Text = text("问题", "Question");
pub(super) const INPUT_NOTE: Text = text(
    "浅黄色格子可以改；清空表示没有填，说不准的填“暂不清楚”。",
    "Pale yellow cells can be changed. Empty means not told; say “not known yet” if unsure.",
);
pub(super) const TABLE_STATE: Text = text("本表", "This table");
pub(super) const AS_LISTED: Text = text("按下列各行", "as listed");
pub(super) const NONE: Text = text("没有", "none");
pub(super) const NOT_TOLD: Text = text("未填", "not told");
pub(super) const TABLE_NOTE: Text = text(
    "可在下方空行增加；删去一行，请连同序号一起清空。增删行以后请放回门户测算。",
    "Add rows below. To take a row out, clear its number too. Then open the file in the portal.",
);
pub(super) const NUMBER: Text = text("序号", "No.");
pub(super) const STEP: Text = text("步骤", "Step");
pub(super) const BASIS: Text = text("依据", "Basis");
pub(super) const FIGURES: [Text; 3] =
    [text("基数", "Base"), text("比例或标准", "Rate or standard"), text("限额或其他", "Limit or other")];
pub(super) const RESULT: Text = text("金额或结论", "Amount or finding");
pub(super) const BAND: Text = text("计入", "Counts as");
pub(super) const FISCAL_YEAR: Text = text("年度", "Year");
pub(super) const MET: Text = text("符合", "met");
pub(super) const NOT_MET: Text = text("不符合", "not met");
pub(super) const CHOSEN: Text = text("门户选定", "chosen");
pub(super) const NOT_CHOSEN: Text = text("未选", "not chosen");
pub(super) const AMOUNTS: Text = text("本条金额（扣除同类重复以前）", "Amounts of this clause, before what overlaps");
pub(super) const TOTAL: Text = text("合计", "Total");
pub(super) const TIERS: Text = text("档次", "Tiers");
pub(super) const FROM: Text = text("起点", "From");
pub(super) const BOUND: Text = text("起点归属", "Bound");
pub(super) const INCLUSIVE: Text = text("含本数", "included");
pub(super) const EXCLUSIVE: Text = text("不含本数", "excluded");
pub(super) const GIVES: Text = text("给多少", "Gives");
pub(super) const BOUNDS: Text = text("公式在什么范围内成立", "Where the formulas hold");
pub(super) const NOW: Text = text("现在", "Now");
pub(super) const THEN: Text = text("测算时", "When worked out");
pub(super) const AT_LEAST: Text = text("不低于", "Not below");
pub(super) const AT_MOST: Text = text("不高于", "Not above");
pub(super) const WITHIN: Text = text("在范围内", "kept");
pub(super) const BEYOND: Text = text("超出", "left");
pub(super) const TOLD: Text = text("填了几项", "Answers told");
pub(super) const REMARK: Text = text("说明", "Remark");
pub(super) const GONE: Text = text("与别条不重复享受，转为待确认", "overlaps with another clause and is only possible");
pub(super) const PARTLY: Text = text("部分与别条不重复享受", "overlaps in part with another clause");
pub(super) const ARRANGED: Text = text("同类重复的取舍，门户选定", "chosen by the portal among what overlaps");
pub(super) const BY_YEAR: Text = text("按年度合计", "Totals by year");
pub(super) const ESTIMATE: Text = text("自行测算，以批准为准", "Own estimate, subject to approval");
pub(super) const REFUSED: Text = text("填法不对", "Not taken");
pub(super) const OR_NOT_KNOWN: Text = text("；说不准的填“暂不清楚”", "; or “not known yet”");
pub(super) const TAKES_MONEY: Text = text("填金额，以元为单位，不能是负数", "An amount in yuan, not below zero");
pub(super) const TAKES_SIGNED: Text = text("填金额，以元为单位", "An amount in yuan");
pub(super) const TAKES_AREA: Text = text("填面积，以平方米为单位", "An area in square metres");
pub(super) const TAKES_COUNT: Text = text("填整数", "A whole number");
pub(super) const TAKES_SHARE: Text = text("填0%到100%之间的比例", "A share from 0% to 100%");
pub(super) const TAKES_YEAR: Text = text("填年份，如2025", "A year, such as 2025");
pub(super) const TAKES_DATE: Text = text("填日期，如2025-3-1", "A day, such as 2025-3-1");
pub(super) const PICK: Text = text("请从列表中选", "Pick from the list");
