//! The wording of the papers. `{office}` is the office that takes them ([`crate::rule::Papers`]).

use crate::text::{Text, text};

pub(super) const DRAFT: Text = text("草稿", "Draft");
pub(super) const NO_NAME: Text = text("（机构名称待补充）", "(name to be completed)");
pub(super) const NO_YEAR: Text = text("（申请年度待补充）", "(year to be completed)");
pub(super) const OPEN: Text = text("待补充", "to be completed");
pub(super) const NOTHING_CLAIMED: Text = text("尚无可申报的条款", "no clause to claim yet");
pub(super) const UNPRICED_ONLY: Text = text("不填金额，以区政府认定为准", "no amount is filed; the district decides");
pub(super) const APPLICANT: Text = text("申报单位", "Applicant");
pub(super) const CREDIT_CODE: Text = text("信用代码", "Credit code");
pub(super) const KIND: Text = text("机构类别", "Kind");
pub(super) const CLAIMED: Text = text("申报条款", "Clauses claimed");
pub(super) const REQUESTED: Text = text("申请金额", "Amount requested");
pub(super) const CONTACT: Text = text("联系人", "Contact");
pub(super) const DATE: Text = text("填报日期", "Date of filing");
pub(super) const DATE_BLANK: Text = text("　　　　年　　月　　日", "\u{a0}");
pub(super) const CAUTION: Text = text(
    "细则在申报当日是否仍执行，请先向{office}确认。全部金额为估算，以批准为准。",
    "Ask {office} whether the rules are still in force on the day of filing. All amounts are estimates until approved. The filed papers are the Chinese ones; this copy is for reading only.",
);

pub(super) const CONTENTS: Text = text("目　录", "Contents");
pub(super) const SEPARATE: Text = text("另附", "separate");
pub(super) const NOTES: Text = text("编制说明", "How this was made");
pub(super) const EXPLANATIONS: &[[Text; 2]] = &[
    [
        text("申请金额", "Amount requested"),
        text(
            "只含按实施细则可以直接测算的部分，同类型支持不重复计算；须由{office}确认或由区政府决定的单列状态，不计入合计。",
            "Only what can be worked out from the rules, support of one type once. What the district confirms or decides is listed with its state, outside the sum.",
        ),
    ],
    [
        text("尚未定数的年度", "Years still open"),
        text(
            "标明“预计”的区域综合贡献为本单位自己的估计，结算以区级部门确认的数为准。",
            "A forecast is our own figure; what the district confirms settles it.",
        ),
    ],
    [
        text("核验码", "The code"),
        text(
            "由全部答案、申报哪几条和情况说明算出：都相同则码相同，改动任何一处，码即不同。",
            "Answers, clauses claimed and statements give it: any change gives another.",
        ),
    ],
];

pub(super) const FORM: Text = text("申　报　表", "Application form");
pub(super) const SCHEDULE: Text = text("测算明细附表", "Schedule of amounts");
pub(super) const UNDERTAKING: Text = text("承　诺　书", "Undertaking");
pub(super) const DOCUMENTS: Text = text("材　料　清　单", "Checklist of documents");
pub(super) const STATEMENT: Text = text("情　况　说　明", "Statements");
pub(super) const STATEMENT_ABOUT: Text = text("情况说明", "Statement");
pub(super) const ANSWERED: Text = text("向{office}核实的情况", "What {office} has confirmed");
pub(super) const RECEIVED: Text = text("已享受政策明细", "Support received");
pub(super) const NOTHING_RECEIVED: Text = text(
    "本单位以前没有享受过本区同类支持。",
    "The applicant has not received support of this type from the district.",
);
pub(super) const RECEIVED_OPEN: Text =
    text("待补充：是否享受过本区支持。", "To be completed: support received before.");
pub(super) const CONTACT_PART: Text = text("授权与联系方式", "Authority and contact");
pub(super) const ACCOUNT_NOTE: Text = text(
    "款项只拨入与申报单位同名的账户。账户有变动的，拨付前书面告知{office}。",
    "Payment goes only to an account in the applicant's own name. Changes are reported to {office} in writing before payment.",
);
pub(super) const ANSWERS: Text = text("附件一　填报内容", "Annex 1: Answers");
pub(super) const WORKING: Text = text("附件二　逐条算法", "Annex 2: Working");
pub(super) const SHEET: Text = text("核验表", "Check sheet");
pub(super) const SHEET_NOTE: Text = text(
    "本表供受理核验使用，由申报内容生成，不代替审核意见。页码由申报单位填报，未填的由核验人补上。",
    "For whoever checks the papers; made from what they say, it is no finding. Pages are those the applicant gave.",
);
pub(super) const CHECKED: Text = text("核对事项", "To be checked");
pub(super) const CLAIMED_AS: Text = text("申报", "Claimed");
pub(super) const REQUIRED: Text = text("要求", "Required");
pub(super) const PROVEN_BY: Text = text("证明、页码", "Proof, page");
pub(super) const CHECK: Text = text("核实", "Check");
pub(super) const REMARK: Text = text("备注", "Remark");
pub(super) const TO_TICK: Text = text("□符\n□不符", "□ yes\n□ no");
pub(super) const IN_THIS_SET: Text = text("本册内", "in this set");
pub(super) const CHECKED_BY: Text =
    text("核验人（签字）：　　　　　　　年　　月　　日", "Checked by (signature), date:");
pub(super) const BY_DECISION: Text = text("一事一议", "by decision");
pub(super) const ATTACHED_ALONE: Text = text("已附", "attached");
pub(super) const NOT_ATTACHED: Text = text("未附", "not attached");
pub(super) const INQUIRY: Text = text("询　问　函", "Letter of inquiry");
pub(super) const INTRODUCED: Text = text("引进企业清单", "Introduced enterprises");
pub(super) const CHOICES: Text = text("选定年度确认", "Choice of years");
pub(super) const OPEN_POINTS: Text = text("待确认单", "Points to confirm");
pub(super) const INTERNAL: Text =
    text("本单供内部核对和书面询问使用，不随申报材料提交。", "For internal use and for written questions; not filed.");

pub(super) const DECIDED: Text =
    text("由区政府决定的事项（不填金额）", "Decided by the government (no amount is filed)");
pub(super) const CONFIRMED_LATER: Text = text(
    "须经{office}确认的事项（单位：元，不计入申请金额）",
    "To be confirmed by {office} (yuan, not in the amount requested)",
);
pub(super) const PENDING: Text = text(
    "读法待区级部门确认的事项（不填金额）",
    "Resting on a reading that the district has to confirm (no amount is filed)",
);
pub(super) const IN_KIND: Text = text("实物支持（不计价）", "Support in kind (not priced)");
pub(super) const NOT_IN_THIS: Text =
    text("，属其他年度，不在本次申请内", ", in other years, not part of this application");
pub(super) const ARTICLE: Text = text("条款", "Article");
pub(super) const MATTER: Text = text("事项", "Matter");
pub(super) const COMPUTED: Text = text("可测算", "worked out");
pub(super) const FORECAST: Text = text("可测算，按预计数", "worked out on a forecast");
pub(super) const UNSETTLED: Text = text("未清算年度", "Year not closed");
pub(super) const TO_CONFIRM: Text = text("待{office}确认，不计入合计", "to be confirmed; not in the sum");
pub(super) const AMOUNT: Text = text("金额（元）", "Amount (yuan)");
pub(super) const YEAR: Text = text("年度", "Year");
pub(super) const BASE: Text = text("基数", "Base");
pub(super) const STANDARD: Text = text("比例或标准", "Rate or standard");
pub(super) const CEILING_HEAD: Text = text("上限", "Ceiling");
pub(super) const WORKED_OUT: Text = text("测算金额", "Amount");
pub(super) const SUBTOTAL: Text = text("小计", "Subtotal");
pub(super) const TOTAL: Text = text("合计", "Total");
pub(super) const PENDING_TOTAL: Text = text("待确认合计", "To be confirmed");
pub(super) const STATE_HEAD: Text = text("状态", "State");
pub(super) const NOTHING: Text = text("没有可列的条款。", "There is nothing to list.");

pub(super) const BANKING: Text = text("收款账户", "Account");
pub(super) const OPINION: Text = text("申报单位意见", "Opinion of the applicant");
pub(super) const OPINION_ROOM: Text = text("（盖章）　　　　年　　月　　日", "(seal and date)");
pub(super) const CLAIMS: Text = text("申报条款", "Clauses claimed");

pub(super) const SEAL: Text = text("单位公章", "Seal");
pub(super) const SIGNATURE: Text = text("法定代表人（签字）　　　　　　", "Legal representative (signature)");

pub(super) const NUMBER: Text = text("编号", "No.");
pub(super) const DOCUMENT: Text = text("材料名称", "Document");
pub(super) const COPIES: Text = text("份数", "Sets");
pub(super) const PAGES: Text = text("页码", "Pages");
pub(super) const SHAPE: Text = text("形式", "Form");
pub(super) const SERVES: Text = text("对应条款", "For");
pub(super) const READY: Text = text("是否附上", "Attached");
pub(super) const ATTACHED: Text = text("√已附 □未附", "√ attached\n□ not attached");
pub(super) const NOT_TICKED: Text = text("□已附 □未附", "□ attached\n□ not attached");
pub(super) const ORIGINAL: Text = text("原件", "original");
pub(super) const COPY: Text = text("复印件", "copy");
pub(super) const ALL_CLAUSES: Text = text("全部", "all");
pub(super) const DOCUMENTS_NOTE: Text = text(
    "复印件逐页加盖公章，注明与原件一致；全册加盖骑缝章。材料目录以当年申报公告为准。",
    "Copies are sealed on every page and marked as true; the bound set is sealed across its joints. The year's call has the last word on this list.",
);

pub(super) const ROW: Text = text("行", "Row");
pub(super) const NOT_KNOWN: Text = text("暂不清楚", "not known yet");
pub(super) const NONE: Text = text("无", "none");
pub(super) const YES: Text = text("是", "yes");
pub(super) const NO: Text = text("否", "no");

pub(super) const COMMON_CONDITIONS: Text = text("共同申报条件", "Conditions of every application");
pub(super) const THIS_APPLICATION: Text = text("本次申请", "This application");
pub(super) const OPEN_RESULT: Text = text("待{office}确认", "to be confirmed");
pub(super) const STEP: Text = text("步骤与算式", "Step and formula");
pub(super) const BASIS: Text = text("依据", "Basis");
pub(super) const RESULT: Text = text("结果（元）", "Result (yuan)");

pub(super) const DOUBTS: Text = text("存疑", "Open questions");
pub(super) const PRUDENT: Text = text("审慎读法", "Prudent reading");
pub(super) const FAVOURABLE: Text = text("较宽读法", "Wider reading");
pub(super) const EFFECT: Text = text("影响金额", "Effect");
pub(super) const NO_EFFECT: Text = text("本案金额不变", "no amount changes here");
pub(super) const ASK: Text = text("拟询问", "Question to ask");
pub(super) const REPLY: Text = text("{office}答复", "What {office} said");
pub(super) const TOUCHES: Text = text("涉及条款", "Articles");
pub(super) const DECISIONS: Text = text("一事一议事项", "By decision");
pub(super) const FLOOR: Text = text("下限（元）", "Floor (yuan)");
pub(super) const CEILING: Text = text("上限（元）", "Ceiling (yuan)");
pub(super) const YIELDED: Text = text("不重复享受的条款", "What gave way");
pub(super) const GIVES_WAY: Text = text("不计的条款", "Gives way");
pub(super) const STANDS: Text = text("已计的条款", "To");
pub(super) const WHY: Text = text("理由", "Why");
pub(super) const LEFT_OUT: Text = text("少计（元）", "Left out (yuan)");
pub(super) const LACKING: Text = text("尚缺的答案", "Answers still missing");
pub(super) const LACKED: Text = text("缺什么", "What is missing");
