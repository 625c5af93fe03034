//! The words of the rules, and of this program where it says more than they do.

use crate::article::Article;
use crate::rule::Term;
use crate::text::text;

/// The words, those of the rules first.
pub const GLOSSARY: &[Term] = &[
    Term {
        id: "contribution",
        term: text("区域综合贡献", "Contribution"),
        says: text(
            "企业对本区经济、产业、就业的综合贡献，按财政年度计。细则没有公式，不能从纳税额推算，以区级部门出具的确认数为准。",
            "What an enterprise contributes to the district's economy, industries and jobs in a fiscal year. There is no formula and it cannot be derived from tax paid: the figure that the district confirms counts.",
        ),
        articles: &Article::all([3, 12, 14, 16, 17, 19, 20, 21, 22, 27, 28]),
    },
    Term {
        id: "fiscal-year",
        term: text("财政年度", "Fiscal year"),
        says: text(
            "与公历年相同，1月1日到12月31日。完整财政年度是从头到尾都在密云的一年；年中迁入的那一年不算。",
            "The calendar year. A complete fiscal year is one spent in Miyun from the first day to the last; the year of arrival is not, unless it began on 1 January.",
        ),
        articles: &Article::all([19, 20, 27]),
    },
    Term {
        id: "opinion",
        term: text("《意见》", "The 2018 Opinion"),
        says: text(
            "密政发〔2018〕34号文，本细则的上位文件，继续有效；两者不一致时看细则。发布日期不在细则里，要另外查明：之前的到密和增资不计入第十八、十九条。",
            "District document 密政发〔2018〕34号, which these rules carry out and which stays in force; where they differ the rules prevail. Its date is not in the rules and has to be looked up: arrivals and increases before it do not count for Articles 18 and 19.",
        ),
        articles: &Article::all([1, 18, 19, 37]),
    },
    Term {
        id: "finance-office",
        term: text("区金融办", "District financial office"),
        says: text(
            "密云区金融服务办公室：日常监管、受理初审、组织复审，并负责解释细则。",
            "The office that supervises day to day, takes applications, leads the reviews and interprets the rules.",
        ),
        articles: &Article::all([2, 32, 38]),
    },
    Term {
        id: "mayor-meeting",
        term: text("区长办公会", "District mayor's meeting"),
        says: text(
            "区政府由区长主持的会议。第七条的资格和第二十二条的额外支持由它审定；资金兑付另由区政府常务会审议。",
            "A meeting of the district government chaired by its mayor. It decides who qualifies under Article 7 and the extra support of Article 22; payment itself goes to the government's executive meeting.",
        ),
        articles: &Article::all([7, 22, 32]),
    },
    Term {
        id: "by-decision",
        term: text("一事一议", "By decision"),
        says: text(
            "金额由政府逐案决定，事先算不出。本程序只列上限（第二十一条另有下限），单独成一档，从不加进合计。",
            "The government decides case by case and nothing can be computed beforehand. Only the ceiling is shown (Article 21 has a floor too), as a band of its own that is never added to a total.",
        ),
        articles: &Article::all([7, 8, 11, 14, 21, 22, 27]),
    },
    Term {
        id: "financial-institution",
        term: text("金融机构", "Financial institution"),
        says: text(
            "细则里专指六类：法人机构、一级和二级分支机构、职能总部、基金管理机构、基金公司，且须新设或新迁入密云。",
            "In these rules six kinds only: legal entities, first- and second-level branches, functional headquarters, fund managers and fund companies, and only if new to Miyun.",
        ),
        articles: &Article::all([4, 14, 20, 21]),
    },
    Term {
        id: "legal-entity",
        term: text("法人金融机构", "Legal entity"),
        says: text(
            "本身是法人的银行、证券、保险、信托、财务公司、理财子公司等，须在密云登记并持有国家金融管理部门的批复。",
            "A bank, securities, insurance, trust, finance or wealth-management company that is itself a legal person, registered in Miyun and approved by a national financial regulator.",
        ),
        articles: &Article::all([6, 11, 13]),
    },
    Term {
        id: "first-branch",
        term: text("一级分支机构", "First-level branch"),
        says: text(
            "总部直属的市级分行、分公司，或区域总部。没有法人资格，只有营运资金，没有实收资本。",
            "A city-level branch directly under a head office, or a regional headquarters. It is no legal person and has working funds, not paid-in capital.",
        ),
        articles: &Article::all([7, 12, 16]),
    },
    Term {
        id: "second-branch",
        term: text("二级分支机构", "Second-level branch"),
        says: text(
            "一级分支机构以下的支行、支公司、营业部。细则没有定义，不在开办和增资补助之列。",
            "A sub-branch or outlet below a first-level branch. The rules do not define it; opening and increase subsidies are not for it.",
        ),
        articles: &Article::all([4, 12, 19]),
    },
    Term {
        id: "functional-hq",
        term: text("职能总部", "Functional headquarters"),
        says: text(
            "法人机构中独立核算的部门，如综合管理、核心业务、资金清算中心。申请的，须在密云登记。",
            "A part of a legal entity with books of its own, such as general management, a core business or a clearing centre. To apply it has to be registered in Miyun.",
        ),
        articles: &Article::all([7, 12, 16]),
    },
    Term {
        id: "fund-manager",
        term: text("基金管理机构", "Fund manager"),
        says: text(
            "经批准设立，或在证券监管机构登记、备案，并在密云注册的管理人；与其管理的基金是不同的申请人。",
            "A manager that is approved, or registered with the securities regulator, and has its seat in Miyun. It and the funds it manages are different applicants.",
        ),
        articles: &Article::all([8, 23, 29]),
    },
    Term {
        id: "quasi-financial",
        term: text("准金融机构", "Quasi-financial body"),
        says: text(
            "小额贷款、融资担保、融资租赁、商业保理等由地方监管的机构。细则没有定义；多数条款还要求经主管部门审批或登记备案。",
            "Micro-credit, guarantee, leasing, factoring and the like, supervised locally. The rules do not define it; most articles also ask that a financial authority approved or registered it.",
        ),
        articles: &Article::all([9, 12, 15, 17, 19]),
    },
    Term {
        id: "support-institution",
        term: text("金融配套服务机构", "Financial service provider"),
        says: text(
            "为金融业服务的会计、法律、评级、数据等机构。细则没有定义；是否也要审批或备案，文字有两种读法，本程序按须审批或备案处理。",
            "Accountants, lawyers, rating and data firms that serve finance. Not defined; whether they too must be approved or registered can be read both ways, and is asked here.",
        ),
        articles: &Article::all([9, 12, 15, 17, 19]),
    },
    Term {
        id: "paid-in",
        term: text("实收资本", "Paid-in capital"),
        says: text(
            "股东实际缴入公司的资本，以验资报告或审计报告为准。开办和增资补助以此计算。",
            "What shareholders have actually paid into the company, as an audit or capital verification shows. Opening and increase subsidies go by this figure.",
        ),
        articles: &Article::all([6, 8, 16, 17, 18, 22]),
    },
    Term {
        id: "registered-capital",
        term: text("注册资本", "Registered capital"),
        says: text(
            "营业执照上认缴的数，可以尚未缴足，不用来定档。享受支持以后，自最后一笔起五年内不得减少。",
            "The subscribed capital on the licence, perhaps not yet paid in; no tier goes by it. After support it must not be reduced for five years from the last payment.",
        ),
        articles: &Article::all([35]),
    },
    Term {
        id: "cumulative-increase",
        term: text("累计增资", "Cumulative increase"),
        says: text(
            "《意见》发布之日起各次实收资本增加之和。减过资的，怎样累计细则没有写，本程序列为待补充。",
            "The sum of all increases of paid-in capital since the day of the 2018 Opinion. How a reduction would count is not said; with one, the result stays open.",
        ),
        articles: &Article::all([16, 17, 18]),
    },
    Term {
        id: "new-arrival",
        term: text("新设或新迁入", "New or newly moved"),
        says: text(
            "细则没有写以哪一天为界，本程序直接询问；只有三条以到密日期为准：第十四条自施行日起，第十九条自《意见》发布日起，第二十条自到密当年起三年。",
            "The rules name no general date, so it is asked. Three articles go by the day of arrival: Article 14 from the day the rules took effect, Article 19 from the day of the Opinion, Article 20 for three years from the year of arrival.",
        ),
        articles: &Article::all([4, 5, 9, 14, 19, 20]),
    },
    Term {
        id: "high-end",
        term: text("高精尖", "High-end industries"),
        says: text(
            "北京市鼓励的高端、精密、尖端产业，目录由市级部门公布。按审慎读法，第二十三条只计投向这些产业的资金。",
            "Advanced industries that Beijing promotes, on a list of the city. On the prudent reading only money invested in these counts under Article 23.",
        ),
        articles: &Article::all([3, 23, 30]),
    },
    Term {
        id: "custody",
        term: text("托管", "Custody"),
        says: text(
            "基金财产由独立的托管人（多为银行）保管。第八条看的是托管人在不在密云，按管理规模或投资规模二者之一计占比。",
            "Fund assets held by an independent custodian, mostly a bank. Article 8 looks at custodians in Miyun, as a share either of assets managed or of investments.",
        ),
        articles: &Article::all([8]),
    },
    Term {
        id: "executives",
        term: text("高级管理人员", "Executives"),
        says: text(
            "董事长、行长、总经理、总裁、财务总监等现任高级管理人员。第十四条按人补贴，以机构名义申请；第二十一条另要求年薪70万元起。",
            "Chair, president, general manager, chief financial officer and the like, in office. Article 14 pays by person in the institution's name; Article 21 also asks for a salary of 700,000 yuan or more.",
        ),
        articles: &Article::all([14, 21, 29, 30]),
    },
    Term {
        id: "intermediary",
        term: text("中介机构", "Intermediary"),
        says: text(
            "引荐企业来密云的法人组织；个人不算。金融机构也可以同时作为中介申请。",
            "A legal person that introduces enterprises to Miyun; an individual is not one. A financial institution may apply as an intermediary as well.",
        ),
        articles: &Article::all([27]),
    },
    Term {
        id: "association",
        term: text("社团组织", "Association"),
        says: text(
            "在民政部门登记的协会、商会、联盟，第二十八条要求注册会员50家起。",
            "An association, chamber or alliance registered with the civil-affairs authority; Article 28 asks for 50 registered members or more.",
        ),
        articles: &Article::all([28]),
    },
    Term {
        id: "bounds",
        term: text("以上、以内、（含）", "“Or more”, “within”, “（含）”"),
        says: text(
            "写明（含）的，界线上的数归这一档。只写“以上”的，按法规用语包括本数，正好相等时另作提示。“A（含）至B以内”是够A、不到B。",
            "（含） puts the number itself into the tier. A bare 以上 includes it by drafting custom, and an exact hit is flagged. “A（含） to within B” means A or more and less than B.",
        ),
        articles: &Article::all([6, 16, 19, 23, 27, 28]),
    },
    Term {
        id: "tier",
        term: text("分档", "Tiers"),
        says: text(
            "达到哪一档，全额按该档的比例或定额计算，不是分段累进。相差一分，金额也可能相差很多。",
            "The tier reached applies to the whole figure, not to the slice above the bound. One fen less may mean a good deal less money.",
        ),
        articles: &Article::all([6, 12, 16, 19, 23, 27, 28]),
    },
    Term {
        id: "prepayment",
        term: text("预拨", "Pre-payment"),
        says: text(
            "批准后可以先按该项的最低比例拨付一部分。是“可以”，不是必须，安排资金时不宜计入。",
            "After approval a part may come early, at the lowest rate of the measure. It may; do not plan on it.",
        ),
        articles: &Article::all([33]),
    },
    Term {
        id: "settlement",
        term: text("清算、结算", "Settlement"),
        says: text(
            "年度结束、贡献确认以后，按实际数字补足或抵扣，资金通常晚一年到齐。",
            "When the year is over and its contribution confirmed, the rest is paid by the real figures. Money is usually complete a year later.",
        ),
        articles: &Article::all([33]),
    },
    Term {
        id: "same-type",
        term: text("同类型支持", "Support of the same type"),
        says: text(
            "同类支持只能享受一次，但细则没有列出哪些算同类。本程序把购房与租房、第十九与第二十条等视为同类，可测算只计较高的一项。",
            "Support of one type is given once, but the rules do not list the types. Buying and leasing, Articles 19 and 20 and some others are taken as one; the calculable total holds the better.",
        ),
        articles: &Article::all([36]),
    },
    Term {
        id: "seventy-percent",
        term: text("七成线", "The 70% line"),
        says: text(
            "各项支持合计原则上不超过当年贡献的七成，写在重点机构一条里。对重点机构是上限，对其他机构本程序只提醒，不扣减。",
            "All support of a year is, as a rule, within 70% of its contribution. It stands in the article on key institutions: a limit for them, a reminder and no cut for everyone else.",
        ),
        articles: &Article::all([22]),
    },
    Term {
        id: "certain",
        term: text("可测算", "Calculable"),
        says: text(
            "按审慎读法、用已填的数字能一步步算出来的金额。它仍是估算，要经区政府批准。",
            "The amount that the prudent reading gives, step by step, from the answers. It is still an estimate until the district government approves it.",
        ),
        articles: &Article::all([32]),
    },
    Term {
        id: "possible",
        term: text("待确认", "Possible"),
        says: text(
            "换一种较宽的读法才会多出来的金额，不在可测算之内。每一笔都连着一处存疑和一个可以直接发出的问题。",
            "What a wider reading would add, never a part of the calculable amount. Each such sum hangs on an open question, with a letter ready to send.",
        ),
        articles: &[],
    },
    Term {
        id: "open-question",
        term: text("存疑", "Open question"),
        says: text(
            "细则可以有两种读法的地方。每处有编号、两种读法和可以直接发给区金融办的问题。",
            "A place where the rules can be read in two ways. Each has a number, both readings and a question ready to send to the district office.",
        ),
        articles: &[],
    },
    Term {
        id: "clause",
        term: text("条款", "Clause and article"),
        says: text(
            "细则共三十八条。其中给予支持的各条逐条测算，称为条款；引用时写第几条。",
            "The rules have 38 articles. What an article gives is a clause, which is assessed by itself; an article is cited by its number.",
        ),
        articles: &[],
    },
    Term {
        id: "summary",
        term: text("测算摘要", "Summary"),
        says: text(
            "测算结果的一页纸，给窗口或负责人看，不是申报材料。",
            "The result on one page, for the counter or the management. It is not filed.",
        ),
        articles: &[],
    },
    Term {
        id: "met",
        term: text("符合已核对的条件", "Meets the conditions checked"),
        says: text(
            "按填写的内容，细则写明的条件都满足。不表示一定获得支持：是否支持、支持多少由区政府决定。",
            "By the answers given, every condition that the rules state holds. It is no promise: whether and how much is for the district government to say.",
        ),
        articles: &Article::all([32]),
    },
    Term {
        id: "not-applicable",
        term: text("不适用、不符合、待补充", "Not applicable, not met, to be completed"),
        says: text(
            "不适用：本条不适用于这类机构。不符合：本条适用，但有条件未达到，全部列出。待补充：还缺答案，暂不作结论。",
            "Not applicable: the clause is for other kinds of institution. Not met: it is for yours, and the conditions that are not met are all named. To be completed: an answer is missing, so nothing is concluded.",
        ),
        articles: &[],
    },
];
