//! The words of the frame, the start and the interview.

pub use crate::ui::words::{CERTAIN, DECISION, POSSIBLE, STOP};
use miyun::article::{Article, article};
use miyun::date::Date;
use miyun::text::{Lang, Text, text};

/// A heading in the phrases of a language.
pub fn phrases(of: [&[&str]; 2], lang: Lang) -> Vec<String> {
    of[usize::from(lang == Lang::En)].iter().map(|phrase| (*phrase).to_owned()).collect()
}

// ── every page ───────────────────────────────────────────────────────────

pub const SITE: Text = text("密云金融政策自助测算", "Miyun finance support, self-assessed");
/// In phrases: a Chinese heading breaks between them, an English one between its words.
pub const SITE_PHRASES: [&[&str]; 2] = [&["密云金融政策", "自助测算"], &["Miyun finance support, self-assessed"]];
pub const SITE_SUB: Text = text("本机运行，不上传", "runs on this machine, sends nothing");
pub const UNDER: Text = text("依据", "Under ");
pub const SKIP: Text = text("跳到正文", "Skip to the content");
pub const STEPS: Text = text("步骤", "Steps");
pub const STEP_START: Text = text("开始", "Start");
pub const STEP_FILL: Text = text("填写", "Fill in");
pub const STEP_RESULT: Text = text("结果", "Result");
pub const STEP_PLANNER: Text = text("规划", "Plan");
pub const STEP_PACKET: Text = text("材料", "Packet");
pub const DATE_RULES: Text = text("规则施行", "Rules in force");
pub const DATE_CALCULATED: Text = text("测算日", "Calculated");
pub const DATE_TODAY: Text = text("今天", "Today");
pub const OTHER_LANGUAGE: Text = text("English", "中文");
pub const COMING: Text = text("正在载入…", "Loading…");
pub const NOT_COME: Text = text("这一页没能载入", "This page did not load");
pub const NOT_COME_SAYS: Text =
    text("可能是网络断了。答案都还在，没有受影响。", "The network may be down. Your answers are all there, untouched.");
pub const NOT_SERVED_SAYS: Text = text(
    "服务器上没有这部分程序（.wasm文件）：可能刚换了新版本，重新载入本页即可；重新载入也没有用，就是服务器不发.wasm文件，请管理员查看deploy文件夹里的设置，或改用离线版。答案都还在。",
    "The server does not have this part of the program (a .wasm file). It may have a new version: reload the page. If that does not help, the server hands out no .wasm files: the administrator finds settings in the folder deploy, or use the offline version. Your answers are all there.",
);
pub const NO_TEXT_PASTED: Text = text(
    "没有粘贴进来：剪贴板里没有文字。请回到表格软件里选中单元格，重新复制。",
    "Nothing was pasted: there is no text in the clipboard. Select the cells in your spreadsheet and copy them again.",
);
pub const RELOAD: Text = text("重新载入", "Reload");
pub const IN_CHAT_SAYS: Text = text(
    "请点右上角的“…”，选“在浏览器打开”。已经填了的，先复制草稿文字，在那边的首页上粘贴，就能接着填。",
    "Press “…” at the top right and choose to open the page in the browser. If you have filled in something, copy the draft first and paste it there on the first page, to go on.",
);
pub const COPY_ADDRESS: Text = text("复制网址", "Copy the address");
pub const COPY_DRAFT: Text = text("复制草稿文字", "Copy the draft as text");
pub const PASTED: Text = text("粘贴的草稿.json", "pasted-draft.json");
pub const TRY_AGAIN: Text = text("再试一次", "Try again");
pub const MENU: Text = text("菜单", "Menu");
pub const THEME_SYSTEM: Text = text("外观：跟随系统", "Theme: as the system");
pub const THEME_LIGHT: Text = text("外观：浅色", "Theme: light");
pub const THEME_DARK: Text = text("外观：深色", "Theme: dark");
pub const SAVE_FILE: Text = text("存为草稿文件", "Save the draft as a file");
pub const OPEN_FILE: Text = text("打开草稿文件", "Open a draft file");
/// What the page is and is not; amounts are estimates until they are approved under this article.
pub fn foot(approval: Article, lang: Lang) -> String {
    let approval = article(approval, lang);
    match lang {
        Lang::Zh => format!(
            "全部测算在您的电脑或手机上完成，您填的内容不会发往任何地方；页面只向本站取自己的程序文件，没有其他请求。金额为估算，以区政府批准为准（{approval}）。这里只作自行测算和备料，不是区金融办的受理系统。"
        ),
        Lang::En => format!(
            "Everything is worked out on your own machine and nothing you fill in is sent anywhere; the page fetches its own program files from this site and makes no other request. Amounts are estimates until the district approves them ({approval}). This is for your own preparation and is not the district office's filing system."
        ),
    }
}
pub const VERSION: Text = text("版本", " Version ");
pub const UNNAMED: Text = text("未命名的草稿", "Unnamed draft");
pub const NO_DRAFT: Text = text("还没有草稿", "No draft yet");
pub const SAVED_AT: Text = text("已存于本机", "Saved on this machine ");
pub const SAVING: Text = text("正在保存…", "Saving…");
pub const NOT_SAVED: Text = text("未保存：浏览器不允许", "Not saved: the browser refuses");
pub const NO_ROOM: Text = text("未保存：本机空间已满", "Not saved: no room left");
pub const UNDECIDED: Text = text("未保存：等您选一份", "Not saved: choose a version first");
/// Between two sentences.
pub const GAP: Text = text("", " ");
pub const COLON: Text = text("：", ": ");
pub const COMMA: Text = text("，", ", ");
pub const LISTED: Text = text("、", ", ");

// ── storage and files ────────────────────────────────────────────────────

pub const STORAGE_OFF: Text = text("浏览器不允许本页保存草稿", "The browser does not let this page keep the draft");
pub const STORAGE_OFF_SAYS: Text = text(
    "答案只在这个页面开着时有。关闭之前请存成文件，下次再打开它。",
    "The answers last only while this page is open. Save them as a file before closing, and open it next time.",
);
pub const STORAGE_FULL: Text =
    text("浏览器留给本页的空间已满，草稿没有存上", "The browser has no room left; the draft is not kept");
pub const STORAGE_FULL_SAYS: Text = text(
    "到草稿列表删掉不用的草稿，空出地方就会自动存上；也可以先把这一份存成文件。关闭之前请做其中一样。",
    "Delete drafts you no longer need in the list of drafts: this one is kept as soon as there is room. Or save it as a file. Do either before closing.",
);
pub const STORED_UNREADABLE: Text = text("上次存下的草稿读不出来", "The stored draft cannot be read");
pub const STORED_UNREADABLE_SAYS: Text = text(
    "原样留在浏览器里（另存一处，没有删）。可以把它下载下来，或从头开始。原因：",
    "It is kept in the browser as it is, set aside and not deleted. Download it, or start afresh. Why: ",
);
pub const DOWNLOAD_IT: Text = text("下载原来的内容", "Download it as it is");
pub const DISMISS: Text = text("知道了", "Understood");
pub const ELSEWHERE: Text = text("另一个窗口改了存下的草稿", "Another window has changed the stored draft");
pub const ELSEWHERE_SAYS: Text = text(
    "两个窗口的答案不一样。选定之前，这个窗口的改动暂不保存。",
    "The answers of the two windows differ. Until you choose, the changes made here are not saved.",
);
pub const ELSEWHERE_TAKE: Text = text("换成那一份", "Take the other one");
pub const ELSEWHERE_STAY: Text = text("保留这一份", "Keep this one");
pub const GONE: Text = text("另一个窗口删了这份草稿", "Another window has deleted this draft");
pub const GONE_SAYS: Text = text(
    "答案还在这个窗口里。选定之前，不会再存到这台机器上。",
    "Its answers are still in this window. Until you choose, they are not stored on this machine again.",
);
pub const GONE_LEAVE: Text = text("这里也删除", "Delete it here too");
pub const NOTHING_TO_ASK: Text = text("这一部分与贵机构无关，没有要填的。", "Nothing here concerns your institution.");
pub const FILE_UNREADABLE: Text = text("这个文件打不开", "This file cannot be opened");
pub const FILE_DIFFERS: Text = text(
    "文件已打开，但它写的与自己的答案对不上，这里按答案重算",
    "The file is open, but says otherwise than its own answers give; everything is worked out from the answers",
);
pub const FILE_UNTOUCHED: Text = text("当前的草稿没有动。", "The current draft is untouched.");
pub const FILE_NAME: Text = text("密云金融政策草稿", "miyun-draft");

// ── start ────────────────────────────────────────────────────────────────

pub const FORCE_TITLE: Text =
    text("申报前先问一句：这份细则现在还执行吗？", "Before filing, ask: are these rules still in force?");
/// Under an edition that applies from this day.
pub fn force_says(since: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "细则自{}起施行，未写明截止日。2024年8月1日起，公平竞争审查条例对以资金奖补招引企业另有限制。本程序无从得知当日效力，请以区金融办的书面答复为准。",
            since.zh()
        ),
        Lang::En => format!(
            "The rules apply from {} and name no end. Since 1 August 2024 the regulation on fair-competition review restricts attracting enterprises with subsidies. This program cannot know whether they are in force today: go by the district office's written answer.",
            since.en()
        ),
    }
}
pub const FORCE_COPY: Text = text("复制询问文本", "Copy the question");
/// A letter that asks about the edition of this number.
pub fn force_ask(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "您好。我单位拟按{number}文申请密云区金融业支持资金。请问该细则目前是否仍然执行？2024年8月1日《公平竞争审查条例》施行后，有无调整或停止受理的条款？请书面答复，谢谢。"
        ),
        Lang::En => format!(
            "We intend to apply for support under document {number} of Miyun District. Are these rules still applied? Since the regulation on fair-competition review of 1 August 2024, have any articles been changed or suspended? Please answer in writing."
        ),
    }
}
pub const HERO_PHRASES: [&[&str]; 2] = [
    &["密云区金融业支持政策：", "能领多少，", "怎么申报"],
    &["Miyun's support for finance: ", "how much you can have, ", "and how to apply"],
];
pub const HERO_LEAD: Text = text(
    "给银行、保险、基金、准金融机构、中介和协会的财务人员用。只问与贵机构有关的问题，每一条政策给出结论、三档金额和一步步的算法，最后整理成可以打印的申报材料。",
    "For the finance staff of banks, insurers, funds, quasi-financial bodies, intermediaries and associations. Only what concerns your institution is asked. Every article gets a verdict, an amount in three bands and the working; in the end all becomes a packet to print.",
);
pub const HERO_TIME: Text = text("约40分钟，随时可停", "About 40 minutes, stop at any time");
pub const HERO_HERE: Text = text("数据只留在本机", "Data stay on this machine");
pub const HERO_OFF: Text = text("断网也能用", "Works without a network");
pub const KIND_TITLE: Text = text("贵机构属于哪一类", "What kind of institution you are");
pub const KIND_NOTE: Text = text(
    "拿不准？看营业执照的类型和监管批复的名称",
    "Unsure? See the type on the licence and the name on the approval",
);
pub const MAY_APPLY: Text = text("可能适用", "up to ");
pub const MAY_APPLY_END: Text = text("条", " clauses");
pub const BEGIN: Text = text("开始填写", "Begin");
pub const BEGIN_NOTE: Text = text("以后可以改，已填的答案不会丢", "Can be changed later; no answer is lost");
pub const BEGIN_KEEPS: Text = text(
    "会另开一份空白草稿；现在这一份留在草稿列表里",
    "A blank draft is opened; the present one stays in the list of drafts",
);
pub const AT_HAND: Text = text("手边备好：", "Have at hand: ");
pub const ALL_EXAMPLES: Text = text("全部示例", "All examples");
pub const PICK_KIND: Text = text("请先选一类，再开始填写", "Choose a kind first");
pub const EXAMPLES: Text = text("或从示例开始", "Or start from an example");
pub const EXAMPLES_NOTE: Text =
    text("名称和数字都是虚构的，可以随意改", "Names and figures are invented; change them freely");
pub const ASIDE_START: Text = text("继续与打开", "Continue or open");
pub const CONTINUE_TITLE: Text = text("继续上次的草稿", "Continue your draft");
pub const CONTINUE: Text = text("继续填写", "Continue");
pub const SEE_RESULT: Text = text("看结果", "See the result");
pub const OPEN_TITLE: Text = text("打开文件", "Open a file");
pub const DROP: Text = text(
    "把草稿、申报数据、测算表或申报材料包拖到这里。文件只在本机读取。",
    "Drop a draft, packet, workbook or archive of this portal here. It is read on this machine only.",
);
pub const CHOOSE_FILE: Text = text("选择文件", "Choose a file");
pub const BANDS_TITLE: Text = text("金额分三档，从不混在一起", "Three bands, never blended");
pub const CERTAIN_SAYS: Text = text("按最审慎的读法算得出的数", "What the most prudent reading gives");
pub const POSSIBLE_SAYS: Text =
    text("条文另有一种读法会多出的数，附上要问的话", "What another reading would add, with the question to ask");
pub const DECISION_SAYS: Text = text("由区政府决定，只给上限", "Decided by the district; only a ceiling is given");
pub const ANSWERED: Text = text("已答", "Answered ");
pub const STILL: Text = text("还差", "Missing ");
pub const ITEMS: Text = text("项", "");

// ── the first minute ─────────────────────────────────────────────────────

pub const FIRST: Text = text("先看大概", "A first range");
pub const FIRST_LEAD: Text = text(
    "填几个最要紧的数，马上看到大致能拿多少；没有的留空。填过的数会带到后面，不用再填。",
    "Fill in the few figures that matter most and see at once roughly what support to expect; leave out what there is none of. What you fill in is kept for later.",
);
pub const FIRST_RANGE: Text = text("大致范围", "Roughly");
pub const FIRST_NOTHING: Text = text("填一个数，这里就有结果。", "Fill in one figure, and a range appears here.");
pub const FIRST_NOW: Text = text("本年", "This year");
pub const FIRST_ALL: Text = text("以后几年不变，前后合计", "In all, if later years are the same");
pub const FIRST_IF: Text = text(
    "假定共同门槛都符合、刚到密云、在密云办公，没有填的条件都满足。这不是测算结果：逐项填完才算得准。",
    "Assuming that the general conditions hold, that you have just come and work in Miyun, and that whatever is not filled in turns out well. This is no estimate: that needs the answers.",
);
pub const FIRST_GO_ON: Text = text("继续逐项填写", "Go on and fill in");

// ── tasks ────────────────────────────────────────────────────────────────

pub const TASKS_TITLE: Text = text("填写", "Fill in");
pub const CHANGE: Text = text("更改", "Change");
pub const NOTHING_MISSING: Text = text("测算需要的答案都齐了。", "Nothing the estimate needs is missing.");
pub const MISSING_LEAD: Text = text("还差这些才能算完：", "Still needed: ");
pub const MISSING_MORE: Text = text("等", " and others, in all ");
pub const APPLICANT: Text = text("一、申请主体", "1. The applicant");
pub const FIGURES: Text = text("二、基本数字", "2. Facts and figures");
pub const ARTICLES: Text = text("三、逐条核对", "3. Clause by clause");
pub const APPLYING: Text = text("适用", "");
pub const APPLYING_END: Text = text("条", " clauses apply");
pub const UNIT: Text = text("单位：", "in ");
pub const DONE: Text = text("已完成", "Done");
pub const DOING: Text = text("进行中", "Under way");
pub const TODO: Text = text("未开始", "Not begun");
pub const MET: Text = text("符合", "Met");
pub const OPEN: Text = text("待补充", "Open");
pub const NOTHING_YET: Text = text("还没有填报内容", "Nothing is filled in yet");
pub const NOTHING_YET_SAYS: Text = text(
    "先选机构类别，填几个数，这里就有结果。也可以打开一个示例或以前的草稿。",
    "Choose what kind of institution you are and fill in a few figures; then there is a result. You can also open an example or an earlier draft.",
);
pub const TO_START: Text = text("去开始页", "Go to the start");
/// Said of a clause that is about something there is none of.
pub const ABSENT: Text = text("没有此事项", "No such item");
pub const UNMET: Text = text("不符合", "Not met");
pub const GAVE: Text = text("不重复享受", "Gave way");
pub const LISTED_ONLY: Text = text("列示", "Listed");
pub const NOT_PRICED: Text = text("列出，不计价", "Listed, not priced");
pub const UNSURE: Text = text("，暂不清楚", ", not known yet ");
pub const LACKING: Text = text("还缺：", "Missing: ");
pub const BLANK: Text = text("还没答：", "Not answered: ");
pub const NOT_FOR: Text = text("给的是：", "It is for: ");
pub const NA_LIST: Text = text("不适用的", "The ");
pub const NA_LIST_END: Text = text("条，以及为什么", " that do not apply, and why");
pub const OUTSIDE: Text =
    text("只有不给这类机构的条款才问这些，不用填", "Only clauses meant for others ask about this; nothing to fill in");
pub const GO_ON: Text = text("继续：", "Next: ");
pub const QUESTIONS: Text = text("题", " questions");
pub const CHOOSE_KIND_FIRST: Text = text(
    "先说明贵机构属于哪一类，才知道要问什么。",
    "Say what kind of institution you are: only then is it clear what to ask.",
);

// ── the live estimate ────────────────────────────────────────────────────

pub const ESTIMATE: Text = text("实时测算", "Live estimate");
pub const POSSIBLE_NOTE: Text = text("须区金融办答复", "needs the district office's answer");
pub const DOUBTS: Text = text("存疑", "Open questions: ");
pub const PLACES: Text = text("处", "");
pub const DECISION_NOTE: Text = text("由区政府决定，不计入合计", "decided by the district, not in the total");
pub const CERTAIN_TOTAL: Text = text("可测算合计", "Calculable in all");
pub const CEILING: Text = text("一事一议上限", "ceiling by decision");
pub const JUST_NOW: Text = text("刚才的改动", "What changed");
pub const NONE_HERE: Text = text("没有", "none");

// ── questions ────────────────────────────────────────────────────────────

pub const YES: Text = text("是", "Yes");
pub const NO: Text = text("否", "No");
pub const NOT_KNOWN: Text = text("暂不清楚", "Not known yet");
pub const THAT_IS: Text = text("即", "That is ");
pub const WHY: Text = text("为什么问、谁会用到", "Why it is asked, and by whom");
pub const USED_BY: Text = text("用到它的条款：", "Read by: ");
pub const USED_BY_FORM: Text =
    text("只用于申请表，不影响金额。", "For the application form only; no amount depends on it.");
pub const USED_OPTIONAL: Text =
    text("没有就留空，不妨碍测算。", "Leave it empty if there is none; the estimate goes on.");
pub const PROOF: Text = text("材料上对应：", "Proved by: ");
pub const TO_CORRECT: Text = text("处填写需要更正", " to correct");
pub const HAVE_ERRORS: Text = text("有", "");
pub const KEPT_AS_WAS: Text =
    text("改好之前，仍按原来的数计算。", "Until it is corrected, the figure that was there before counts.");
pub const NOT_KEPT: Text =
    text("这一格没有存，其他照常计算。", "This entry is not stored; the rest is worked out as usual.");
pub const ADD_ROW: Text = text("加一行", "Add a row");
pub const NO_ROWS: Text = text("没有", "None");
pub const REMOVE_ROW: Text = text("删除", "Remove");
pub const ROW: Text = text("行", "Row");
pub const GRID_NOTE: Text = text(
    "方向键换格，Alt+上下键移行；可从Excel或WPS整块粘贴，数字按表头的单位读",
    "Arrow keys move, Alt+Up or Down moves the row; blocks may be pasted from a spreadsheet and are read in the unit above",
);
pub const GRID_EMPTY: Text = text("还没有填", "Nothing filled in yet");
pub const GRID_EMPTY_SAYS: Text = text(
    "一行一条。可以加一行来填，也可以点一下这里，从Excel或WPS整块粘贴；确实没有，就选“没有”。",
    "One row each. Add a row and type, or click here and paste a block from a spreadsheet; if there is none, say so.",
);
pub const ROW_ACTIONS: Text = text("移动或删除", "Move or remove");
pub const MOVE_UP: Text = text("上移", "Move up");
pub const MOVE_DOWN: Text = text("下移", "Move down");
pub const MOVED_TO: Text = text("已移到", "Moved to ");
pub const MONEY_UNIT: Text = text("金额单位，只改显示，不改数额", "Unit of money; changes only how figures are shown");
pub const UNIT_OF_TABLE: Text = text("金额单位（只改显示，不改数额）", "Unit (changes only how figures are shown)");
pub const TOTAL: Text = text("合计", "Total");
pub const TOTAL_SO_FAR: Text = text("已填的合计", "Total so far");
pub const GRID_UNSURE: Text = text("已填：暂不清楚", "Stated: not known yet");
pub const GRID_UNSURE_SAYS: Text =
    text("查到以后加一行填上；在此之前不作数。", "Add rows once you know; until then nothing is counted.");
pub const GRID_NONE: Text = text("已填：没有", "Stated: none");
pub const GRID_NONE_SAYS: Text = text("如果其实有，加一行即可。", "If there is one after all, add a row.");
pub const CHANGED: Text = text("表格已改", "The table was changed");
pub const UNDO: Text = text("撤销", "Undo");
pub const REDO: Text = text("重做", "Redo");
pub const NEXT_SUBJECT: Text = text("下一项：", "Next: ");
pub const BACK_TO_TASKS: Text = text("回到任务列表", "Back to the list");
pub const WHERE: Text = text("所在位置", "Where you are");

// ── a clause ─────────────────────────────────────────────────────────────

pub const SAYS: Text = text("这一条说什么", "What this article says");
pub const SAYS_NOTE: Text = text("本程序的转述，不是原文", "In our own words, not the official text");
pub const WHOM: Text = text("给谁", "For whom");
pub const LOOKS_AT: Text = text("看什么", "What counts");
pub const GIVES: Text = text("给多少", "How much");
pub const LASTS: Text = text("给几年", "For how long");
pub const TIER_FROM: Text = text("达到", "From");
pub const TIER_GIVES: Text = text("给", "Gives");
pub const NEEDED: Text = text("需要的答案", "What it needs to know");
pub const NEEDED_NOTE: Text = text("题，已答", " questions, answered ");
pub const SHARED: Text = text("各条共用、已经答过的", "Answered already, shared with other clauses: ");
pub const VERDICT: Text = text("这一条的结论", "The outcome of this clause");
pub const CLAUSE_DONE: Text = text("完成这一条", "Done with this clause");
pub const VERIFY: Text = text("核验", "Verify");

/// What follows a count of answers where some are said to be not known yet: `，暂不清楚1`.
pub fn unsure(count: usize, lang: Lang) -> String {
    if count == 0 { String::new() } else { format!("{}{count}", UNSURE.get(lang)) }
}
