//! Words of the pages on which the rules are read.

use miyun::text::{Lang, Text, text};

pub const RULES: Text = text("规则目录", "The rules");
pub const RULES_TITLE: [&[&str]; 2] = [&["规则目录，", "逐条转述"], &["The rules, article by article"]];
pub const RULES_LEAD: Text = text(
    "每一条都用我们自己的话说，不是原文。手上有原文的，可以在本页打开，逐条对照。",
    "Every article in our own words, not the official ones. If you have the official text, open it here and read both side by side.",
);
pub const IN_FORCE: Text = text("自施行", "in force from ");
pub const ARTICLES: Text = text("条", " articles");
pub const ARTICLE_RANGE: Text = text("至", " to ");
pub const WHERE: Text = text("位置", "Where you are");

pub const DETAILS: Text = text("条件、算法和提示", "Conditions, working and remarks");
pub const COUNTED: Text = text("项", " items");
pub const TIER_FROM: Text = text("看的数字", "The figure");
pub const TIER_GIVES: Text = text("给多少", "Gives");
pub const OPEN_CLAUSE: Text = text("填写并测算这一条", "Answer and work out");
pub const SEE_DOUBT: Text = text("存疑", "Open question ");

pub const ASIDE: Text = text("目录和原文", "Contents and official text");
pub const CONTENTS: Text = text("本页目录", "On this page");
pub const MORE: Text = text("另见", "See also");
pub const DOUBTS_NOTE: Text = text("文字可以两种读法的地方", "where the text can be read two ways");
pub const GLOSSARY_NOTE: Text = text("细则和本程序的用词", "words of the rules and of this program");
pub const PLACES: Text = text("处", "");
pub const WORDS: Text = text("个", "");

pub const OFFICIAL: Text = text("对照原文", "The official text");
pub const OFFICIAL_SEE: Text = text("对照原文", "see the official text");
pub const OFFICIAL_DROP: Text = text(
    "把原文文件拖到这里，或选择一个：纯文本或存下的网页。只在这个页面里读，不上传，不保存。",
    "Drop the file here or choose it: plain text or a saved web page. It is read on this page only, neither sent nor kept.",
);
pub const OFFICIAL_CHOOSE: Text = text("选择原文文件", "Choose the file");
pub const OFFICIAL_OPEN: Text = text("正在对照原文", "Beside the official text");
pub const OFFICIAL_OPEN_NOTE: Text = text(
    "已按条拆开。内容只在内存里，关闭或刷新页面就没有了。",
    "Split into its articles. It is in memory only and gone once the page is closed or loaded again.",
);
pub const OFFICIAL_CLOSE: Text = text("收起原文", "Close the text");
pub const OFFICIAL_SIDE: Text = text("原文", "Official text (Chinese)");
pub const OUR_SIDE: Text = text("我们的转述", "Our reading");
pub const OFFICIAL_REFUSED: Text = text("原文没有打开", "The text was not opened");
pub const OFFICIAL_UNREAD: Text = text("浏览器读不出这个文件。", "The browser could not read the file.");
pub const OFFICIAL_KEPT: Text = text("页面没有变化。", "Nothing on the page has changed.");

pub const SEARCH: Text = text("在规则里查找", "Search the rules");
/// What can be looked for, such as these.
pub fn search_hint(examples: Text, lang: Lang) -> String {
    let examples = examples.get(lang);
    match lang {
        Lang::Zh => format!("条号、词语、问题都可以，例如{examples}；中英文都查"),
        Lang::En => format!("An article, a word or a question: {examples}. Both languages are searched"),
    }
}
pub const SEARCH_NOTHING: Text =
    text("没有找到。换一个词，或查条号。", "Nothing found. Try another word, or an article number.");
pub const KIND_TERM: Text = text("术语", "Word");
pub const KIND_DOUBT: Text = text("存疑", "Open question");
pub const KIND_QUESTION: Text = text("问题", "Question");

pub const DOUBTS: Text = text("存疑登记", "Register of open questions");
pub const DOUBTS_TITLE: [&[&str]; 2] = [&["存疑登记"], &["Register of open questions"]];
pub const DOUBTS_LEAD: Text = text(
    "细则有些地方可以两种读法。可测算一律按审慎读法；较宽读法多出来的只列为待确认，并附上可以直接发给区金融办的问题。",
    "In places the rules can be read two ways. The calculable amount always follows the prudent reading; what the wider one adds is only possible, with a question ready to send to the district office.",
);
pub const TOUCHING: Text = text("触及当前草稿", "Touching the open draft");
pub const TOUCHING_NOTE: Text = text("按金额从大到小", "largest amounts first");
pub const NOT_TOUCHING: Text = text("其余各处", "All others");
pub const NOT_TOUCHING_NOTE: Text = text("按条文顺序", "in the order of the articles");
pub const ALL_DOUBTS: Text = text("全部存疑", "All open questions");
pub const BETWEEN: Text = text("贯穿全文", "Runs through the text");

pub const GLOSSARY: Text = text("术语", "Glossary");
pub const GLOSSARY_TITLE: [&[&str]; 2] = [&["术语"], &["Glossary"]];
pub const GLOSSARY_LEAD: Text = text(
    "细则里有的词没有下定义，有的和平常用法不同。这里说的是本程序怎样理解它们。",
    "Some words of the rules are not defined, others mean something of their own. This is how this program takes them, each with its Chinese name.",
);
pub const SEEN_IN: Text = text("见", "See ");

pub const LADDER: Text = text("在阶梯上的位置", "Where you stand");
pub const LADDER_NEAR: Text = text("离下一档", "To the next tier");
pub const LADDER_NOTE: Text = text("达到哪一档，全额按该档比例计算", "the tier reached applies to the whole figure");
pub const LADDER_TABLE: Text = text("图中的数字", "The figures of the picture");
pub const LADDER_WHICH: Text = text("哪一个", "Which");
pub const LADDER_CASE: Text = text("本案", "This case");
pub const LADDER_FIGURE: Text = text("数字", "Figure");
pub const LADDER_TIER: Text = text("所在档", "Tier");
pub const LADDER_GIVES: Text = text("给", "Gives");
pub const LADDER_SHORT: Text = text("到下一档还差", "To the next");
pub const LADDER_THEN: Text = text("到了给", "Then gives");
pub const LADDER_TICKS: Text =
    text("短竖线是其他年度或行，列在下表。", " The short strokes are the other years or rows, listed below.");
pub const LADDER_BELOW: Text = text("未到最低一档", "below the lowest");
