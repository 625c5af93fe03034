//! Annex 2: the package's words, and which clauses of 25号 stand under which of the headings of general measures.

use crate::article::Article;
use crate::rule::Papers;
use crate::text::{Text, text};

/// What the papers say.
pub static PAPERS: Papers = Papers {
    title: text("服务重点企业\n综合服务包", "Service package\nof a key enterprise"),
    support: text("密云区重点企业服务包", "the service packages of Miyun District"),
    office: text("区投促中心", "the district investment promotion centre"),
    addressee: text("密云区投资促进服务中心：", "To the Investment Promotion Centre of Miyun District:"),
    calendar: text("密云服务包日历", "Miyun service package calendar"),
    workbook: text("密云区服务包诉求", "Miyun service package: needs"),
};

/// The headings of the three parts; the third is ours.
pub const PARTS: [Text; 3] = [
    text("一、“普惠式”政策集成", "1. General measures"),
    text("二、专项服务措施", "2. Special measures"),
    text("三、办理情况", "3. How far each matter is"),
];

/// A heading of general measures.
#[derive(Clone, Copy, Debug)]
pub struct Measures {
    /// The heading.
    pub title: Text,
    /// What the district says or fills in there, in our own words.
    pub says: Text,
    /// The articles of 25号 whose clauses stand under it.
    pub articles: &'static [Article],
}

/// The four headings, in the order of the annex.
pub const GENERAL: [Measures; 4] = [
    Measures {
        title: text("（一）提供“管家式”政务服务", "(1) Service by stewards"),
        says: text(
            "三家管家的负责人和电话由区级部门填写。诉求交服务管家，定期回访，结果记在下面第三部分。",
            "The district fills in who speaks for the three stewards. Needs go to the service steward, who calls back; what came of them stands in part three.",
        ),
        articles: &[],
    },
    Measures {
        title: text("（二）优化土地要素供给", "(2) Land and premises"),
        says: text(
            "用地和规划由区级部门填写；用房按25号细则可以申请的如下。",
            "The district fills in land and planning; for premises these can be applied for under No. 25.",
        ),
        articles: &Article::all([10, 11, 12, 13]),
    },
    Measures {
        title: text("（三）加大财税支持力度", "(3) Finance and tax"),
        says: text(
            "按25号细则可以申请的如下；引导基金等其他支持由区级部门填写。",
            "These can be applied for under No. 25; the district fills in guidance funds and other support.",
        ),
        articles: &Article::all([6, 7, 8, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28]),
    },
    Measures {
        title: text("（四）完善公共服务配给", "(4) Public services"),
        says: text(
            "住房和人才按25号细则可以申请的如下；入学和医疗由区级部门填写。",
            "For housing and talent these can be applied for under No. 25; the district fills in school and health.",
        ),
        articles: &Article::all([14, 29, 30, 31]),
    },
];

/// How the enterprise is called on the cover.
pub const ENTERPRISE: Text = text("企业", "Enterprise");
/// What stands for a name and a telephone to be filled in by hand.
pub const PERSON: Text = text("负责人：　　　　　　电话：　　　　　　", "In charge:                  Telephone:");
/// What a cell says that the district fills in.
pub const BY_DISTRICT: Text = text("（由区级部门填写）", "(for the district to fill in)");
/// What a reader should know first.
pub const CAUTION: Text = text(
    "由企业按自己的答案预填，供区级部门编制服务包时使用；是否纳入、办什么、何时办，以区级部门确定为准。金额为测算数，不是承诺。",
    "Filled in by the enterprise from its own answers, for the district to work with. The district decides whether it is taken in and what is done when. Amounts are estimates and no promise.",
);
/// The words of a measure and its time.
pub const MEASURE: Text = text("服务措施", "Measure");
/// By when.
pub const DUE: Text = text("完成时限", "To be done by");
/// Where the district signs what it does for the enterprise.
pub const ISSUED: Text =
    text("北京市密云区　　　　　　　年　　月　　日", "Miyun District, Beijing:                    Date:");
/// What stands over the levels at which a matter is settled.
pub const WHO_NEXT: Text = text("办不下来，逐级找谁", "Who is next, level by level");
/// The list of needs.
pub const LIST: Text = text("诉求清单", "List of needs");
/// What to do with the list.
pub const LIST_NOTE: Text = text(
    "用于市级企业服务平台填报和拨打12345时照着说，也可以交给服务管家或来访的同志。已有政策可以申请的事不在内。",
    "For the municipal platform and to be read out to 12345; it may also be handed to the service steward or a visitor. What can be applied for under a policy is left out.",
);
