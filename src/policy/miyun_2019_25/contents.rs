//! Every article, in order, with its role and what it says in our own words.

use crate::article::Article;
use crate::policy::miyun_2019_25::sections;
use crate::rule::{ContentsEntry, Role};
use crate::text::text;

/// The 38 articles.
pub const CONTENTS: &[ContentsEntry] = &[
    ContentsEntry {
        article: Article::new(1),
        section: &sections::GENERAL,
        role: Role::Direction,
        title: text("目的和依据", "Purpose and basis"),
        says: text(
            "为落实2018年的《意见》，明确申报流程、支持方向、条件和方式。",
            "Spells out procedure, directions, conditions and means for the 2018 Opinion.",
        ),
    },
    ContentsEntry {
        article: Article::new(2),
        section: &sections::GENERAL,
        role: Role::Gate,
        title: text("申报条件", "Common conditions"),
        says: text(
            "五项都要满足：合法且合乎功能定位、项目准入、日常监管、三项登记、五年无不良记录。",
            "Five conditions together: lawful operation in line with the district's functions, project admission, supervision, three registrations, a clean record for five years.",
        ),
    },
    ContentsEntry {
        article: Article::new(3),
        section: &sections::GENERAL,
        role: Role::Definition,
        title: text("区域综合贡献", "Contribution"),
        says: text(
            "企业对本区经济、产业、就业等的综合贡献；没有公式，以区级部门确认的数为准。",
            "An enterprise's overall contribution to the district; there is no formula, and the district's figure counts.",
        ),
    },
    ContentsEntry {
        article: Article::new(4),
        section: &sections::GENERAL,
        role: Role::Definition,
        title: text("金融机构", "Financial institutions"),
        says: text("新设或新迁入密云的六类机构。", "Six kinds of institution, new to Miyun."),
    },
    ContentsEntry {
        article: Article::new(5),
        section: &sections::OPENING,
        role: Role::Direction,
        title: text("开办补助的对象", "Who can have opening subsidies"),
        says: text(
            "法人机构，以及四方面突出的一级分支机构、职能总部和基金管理机构。",
            "Legal entities, and first-level branches, functional headquarters and fund managers that stand out in four ways.",
        ),
    },
    ContentsEntry {
        article: Article::new(6),
        section: &sections::OPENING,
        role: Role::Clause,
        title: text("法人机构开办补助", "Opening subsidy for legal entities"),
        says: text(
            "有国家级批复，按实收资本分四档给500万至5000万元，一次。",
            "With a national approval: four fixed sums by paid-in capital, 5 to 50 million yuan, once.",
        ),
    },
    ContentsEntry {
        article: Article::new(7),
        section: &sections::OPENING,
        role: Role::Clause,
        title: text("分支机构和职能总部开办补助", "Opening subsidy for branches and functional headquarters"),
        says: text(
            "四方面突出并经区长办公会审定，一事一议，不超过500万元。",
            "Four qualities and the mayor's meeting: by decision, up to 5 million yuan.",
        ),
    },
    ContentsEntry {
        article: Article::new(8),
        section: &sections::OPENING,
        role: Role::Clause,
        title: text("基金管理机构开办补助", "Opening subsidy for fund managers"),
        says: text(
            "实收、管理规模、区内托管三项达到，一事一议，不超过300万元。",
            "Paid-in capital, assets managed and custody in Miyun: by decision, up to 3 million yuan.",
        ),
    },
    ContentsEntry {
        article: Article::new(9),
        section: &sections::PREMISES,
        role: Role::Direction,
        title: text("购租房补贴的对象", "Who can have premises support"),
        says: text(
            "新到密云的八类机构，在密云购置或租赁办公及配套用房。",
            "The eight kinds of institution new to Miyun that buy or lease premises here.",
        ),
    },
    ContentsEntry {
        article: Article::new(10),
        section: &sections::PREMISES,
        role: Role::Clause,
        title: text("购房补贴", "Purchase of offices"),
        says: text("首次购置自用，每平方米1500元，一次。", "First purchase for own use: 1,500 yuan per m², once."),
    },
    ContentsEntry {
        article: Article::new(11),
        section: &sections::PREMISES,
        role: Role::Clause,
        title: text("法人机构租房补贴", "Office rent of legal entities"),
        says: text(
            "实付租金的一半，三年；办公在区外的另有算法。",
            "Half of the rent paid, three years; offices elsewhere are worked out differently.",
        ),
    },
    ContentsEntry {
        article: Article::new(12),
        section: &sections::PREMISES,
        role: Role::Clause,
        title: text("其他机构租房补贴", "Office rent of other institutions"),
        says: text(
            "实地办公且年贡献200万元起，50%、30%、20%，最多1000平方米。",
            "Office here and 2 million yuan a year: 50%, 30%, 20%, up to 1,000 m².",
        ),
    },
    ContentsEntry {
        article: Article::new(13),
        section: &sections::PREMISES,
        role: Role::Clause,
        title: text("筹建期周转用房", "Transitional offices"),
        says: text(
            "重大战略意义的新设法人机构，筹建期免费用房，500平方米、两年以内。",
            "Free offices in preparation for strategic new legal entities, within 500 m² and two years.",
        ),
    },
    ContentsEntry {
        article: Article::new(14),
        section: &sections::PREMISES,
        role: Role::Clause,
        title: text("高管购房补贴", "Executives' homes"),
        says: text(
            "贡献全区前20名，高管首次购房按总价30%，每人至多100万元，至多五人。",
            "Top 20 by contribution: 30% of the price of an executive's first home, up to 1 million yuan each, five people.",
        ),
    },
    ContentsEntry {
        article: Article::new(15),
        section: &sections::INCREASE,
        role: Role::Direction,
        title: text("增资补助的对象", "Who can have increase subsidies"),
        says: text(
            "开办补助范围内的金融机构，经审批或备案的准金融和各类配套服务机构。",
            "Institutions within the scope of opening subsidies, quasi-financial bodies approved or registered, and service providers.",
        ),
    },
    ContentsEntry {
        article: Article::new(16),
        section: &sections::INCREASE,
        role: Role::Clause,
        title: text("增资补助", "Capital increase"),
        says: text(
            "年贡献500万元起：增资5亿至10亿元给3%，10亿元起定额1000万元，一次。",
            "From 5 million yuan a year: 3% of 500 million up to 1 billion, a flat 10 million from 1 billion, once.",
        ),
    },
    ContentsEntry {
        article: Article::new(17),
        section: &sections::INCREASE,
        role: Role::Clause,
        title: text("准金融和配套机构增资补助", "Capital increase of quasi-financial bodies and service providers"),
        says: text(
            "经北京市主管部门审批，年贡献100万元起，增资5亿元起，给500万元。",
            "Approved by the Beijing authority, 1 million yuan a year, increase of 500 million or more: 5 million yuan.",
        ),
    },
    ContentsEntry {
        article: Article::new(18),
        section: &sections::INCREASE,
        role: Role::Clause,
        title: text("增资累计与再次申请", "Cumulative increases"),
        says: text(
            "《意见》以来的增资可以累计；满10亿元可再申请一次，只补差额。",
            "Increases since the 2018 Opinion add up; at 1 billion one more application for the difference.",
        ),
    },
    ContentsEntry {
        article: Article::new(19),
        section: &sections::GROWTH,
        role: Role::Clause,
        title: text("发展壮大资金", "Growth funding"),
        says: text(
            "年贡献50万元起，按50%、55%、60%三档，自选年度起连续五年。",
            "From 500,000 yuan a year: 50%, 55% or 60%, five years from a year of choice.",
        ),
    },
    ContentsEntry {
        article: Article::new(20),
        section: &sections::GROWTH,
        role: Role::Clause,
        title: text("金融创新资金", "Innovation funding"),
        says: text(
            "三年内不到50万元但翻番，给当年贡献的40%，最多两年。",
            "Within three years, below 500,000 yuan but doubled: 40%, two years at most.",
        ),
    },
    ContentsEntry {
        article: Article::new(21),
        section: &sections::GROWTH,
        role: Role::Clause,
        title: text("高管奖励", "Executive reward"),
        says: text(
            "经区政府认定，贡献的2%至5%奖给年薪70万元起的高管，至多十人、200万元。",
            "If recognised: 2% to 5% of the contribution to executives paid 700,000 yuan or more, ten people, 2 million yuan.",
        ),
    },
    ContentsEntry {
        article: Article::new(22),
        section: &sections::GROWTH,
        role: Role::Clause,
        title: text("重点机构", "Key institutions"),
        says: text(
            "实收10亿元、年贡献2000万元起，一事一议；各项合计一般不超过当年贡献的七成。",
            "1 billion paid in and 20 million a year: by decision; all support as a rule within 70% of the year's contribution.",
        ),
    },
    ContentsEntry {
        article: Article::new(23),
        section: &sections::ECONOMY,
        role: Role::Clause,
        title: text("投资实体经济", "Investment in the real economy"),
        says: text(
            "新设备案的管理人和基金，在京高精尖投资20亿元起，三档200万至1500万元，一次。",
            "Newly filed managers and funds: three sums from 2 to 15 million yuan for 2 billion or more invested, once.",
        ),
    },
    ContentsEntry {
        article: Article::new(24),
        section: &sections::ECONOMY,
        role: Role::Clause,
        title: text("创业投资税收政策", "Venture-capital tax policy"),
        says: text(
            "按国家有关税收文件执行，本区不另行安排资金。",
            "National tax rules apply; the district adds no money.",
        ),
    },
    ContentsEntry {
        article: Article::new(25),
        section: &sections::ECONOMY,
        role: Role::Clause,
        title: text("年度专项奖", "Yearly awards"),
        says: text("办法每年另定，无从测算。", "Rules are made each year; nothing can be estimated."),
    },
    ContentsEntry {
        article: Article::new(26),
        section: &sections::ECONOMY,
        role: Role::Clause,
        title: text("市级创新项目奖励", "Municipal projects"),
        says: text("入选的市级金融创新项目，每个500万元。", "5 million yuan for each selected municipal project."),
    },
    ContentsEntry {
        article: Article::new(27),
        section: &sections::REFERRAL,
        role: Role::Clause,
        title: text("引进企业奖励", "Introducing enterprises"),
        says: text(
            "中介引进企业，三年内任选一个完整年度，按贡献5%至9%；超过2000万元另议。",
            "Intermediaries: 5% to 9% of an enterprise's contribution in one full year within three; above 20 million by decision.",
        ),
    },
    ContentsEntry {
        article: Article::new(28),
        section: &sections::REFERRAL,
        role: Role::Clause,
        title: text("社团组织奖励", "Associations"),
        says: text(
            "会员50家起的社团引进企业，按入区当年贡献和纳税会员占比给3万、6万或10万元。",
            "Associations with 50 members: 30,000, 60,000 or 100,000 yuan by the entrants' contribution and the share of taxpaying members.",
        ),
    },
    ContentsEntry {
        article: Article::new(29),
        section: &sections::SERVICES,
        role: Role::Clause,
        title: text("基金人才落户", "Residence for fund talent"),
        says: text(
            "任职满三年的基金高管和投资人才可按市里办法申请落户。",
            "Fund executives with three years in post may apply for residence under city rules.",
        ),
    },
    ContentsEntry {
        article: Article::new(30),
        section: &sections::SERVICES,
        role: Role::Clause,
        title: text("机构人才落户", "Residence for institutions' talent"),
        says: text(
            "服务高精尖成效突出的机构，高管和骨干可申请落户。",
            "Executives and key staff of outstanding institutions may apply for residence.",
        ),
    },
    ContentsEntry {
        article: Article::new(31),
        section: &sections::SERVICES,
        role: Role::Clause,
        title: text("人才住房", "Talent housing"),
        says: text(
            "公租房、共有产权房等，按需要安排一部分。",
            "A part of public-rental and shared-ownership housing, by need.",
        ),
    },
    ContentsEntry {
        article: Article::new(32),
        section: &sections::APPROVAL,
        role: Role::Procedure,
        title: text("申报和审批", "Application and approval"),
        says: text(
            "每年11月底公告；先线上初审，再交纸质材料联合复审，报区政府审定。",
            "Call by the end of November; online review, joint review on paper, decision by the district government.",
        ),
    },
    ContentsEntry {
        article: Article::new(33),
        section: &sections::APPROVAL,
        role: Role::Prepayment,
        title: text("预拨和结算", "Pre-payment and settlement"),
        says: text(
            "审定后兑现；可按最低比例先拨，清算后按上年度贡献结算。预拨不是权利。",
            "Paid after approval; may come early at the lowest rate and is settled on the closed year. Pre-payment is no right.",
        ),
    },
    ContentsEntry {
        article: Article::new(34),
        section: &sections::APPROVAL,
        role: Role::Supervision,
        title: text("资金监管", "Supervision of funds"),
        says: text(
            "按制度记账、接受检查审计；资金用在本区经营，不作非经营支出。",
            "Proper books, inspections and audit; money is used for business in the district.",
        ),
    },
    ContentsEntry {
        article: Article::new(35),
        section: &sections::FINAL,
        role: Role::Duties,
        title: text("申报要求和义务", "Duties"),
        says: text(
            "材料真实；享受最后一笔后五年内不迁出、不减资、不改变纳税义务；购房三年不出售，租房享受期内不转租；违反须全部退回。",
            "True statements; for five years after the last payment no move, no capital reduction, no change of tax duties; offices not sold for three years, leases not sublet; a breach means repayment in full.",
        ),
    },
    ContentsEntry {
        article: Article::new(36),
        section: &sections::FINAL,
        role: Role::Limits,
        title: text("期限和不重复", "Limits"),
        says: text("最长五年；同类型支持不重复享受。", "Five years at most; the same type of support once."),
    },
    ContentsEntry {
        article: Article::new(37),
        section: &sections::FINAL,
        role: Role::Force,
        title: text("施行", "Force"),
        says: text(
            "自2019年10月15日起施行，未写截止日；与《意见》不一致时以细则为准，上级政策调整的从其规定。",
            "In force from 15 October 2019 without an end date; prevails over the Opinion and follows changes from above.",
        ),
    },
    ContentsEntry {
        article: Article::new(38),
        section: &sections::FINAL,
        role: Role::Force,
        title: text("解释", "Interpretation"),
        says: text("具体问题由区金融办解释。", "The district financial office interprets the rules."),
    },
];
