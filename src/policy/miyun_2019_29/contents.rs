//! Every heading and its items, in order, with the role and what it says in our own words.

use crate::article::Article;
use crate::policy::miyun_2019_29::sections;
use crate::rule::{ContentsEntry, Role, Section};
use crate::text::{Text, text};

const fn item(number: u8, place: u8) -> Article {
    Article::heading(number).inserted(place)
}

const fn entry(article: Article, section: &'static Section, role: Role, title: Text, says: Text) -> ContentsEntry {
    ContentsEntry { article, section, role, title, says }
}

/// The seven headings and their items.
pub const CONTENTS: &[ContentsEntry] = &[
    entry(
        Article::heading(1),
        &sections::PURPOSE,
        Role::Direction,
        text("服务包是什么", "What a service package is"),
        text(
            "既汇集普遍适用的政策，又针对企业的难处给办法；只管协调和服务，不给钱。",
            "It brings together the policies that apply anyway and finds answers to what hinders the enterprise. It coordinates and serves; it gives no money.",
        ),
    ),
    entry(
        item(2, 1),
        &sections::STEWARDS,
        Role::Definition,
        text("总管家", "Chief steward"),
        text(
            "区发展改革委总揽：定制度、解决大事、安排区领导走访、督查和评估。",
            "The development and reform commission runs the system, takes on large matters, arranges visits of district leaders, supervises and evaluates.",
        ),
    ),
    entry(
        item(2, 2),
        &sections::STEWARDS,
        Role::Definition,
        text("服务管家", "Service steward"),
        text(
            "区投促中心管日常：收诉求、派给部门、盯12345热线、定期回访。",
            "The investment promotion centre does the daily work: it takes needs, passes them on, looks after hotline 12345 and calls back.",
        ),
    ),
    entry(
        item(2, 3),
        &sections::STEWARDS,
        Role::Definition,
        text("行业管家", "Industry steward"),
        text(
            "行业主管部门对本行业企业负责，按诉求拿出措施并办到底。",
            "The department in charge of an industry answers for its enterprises: it finds measures for needs and sees them through.",
        ),
    ),
    entry(
        item(2, 4),
        &sections::STEWARDS,
        Role::Definition,
        text("服务员", "Department in charge"),
        text(
            "每件事由行业管家指定一家，通常是主管这件事的部门或所在镇街。",
            "For each matter the industry steward names one: as a rule the department for such matters, or the town or subdistrict.",
        ),
    ),
    entry(
        item(2, 5),
        &sections::STEWARDS,
        Role::Definition,
        text("区工商联", "Federation of industry and commerce"),
        text(
            "可以推荐企业，也可以提政策建议、组织解读和培训。",
            "It may recommend enterprises, proposes policies, and has them explained.",
        ),
    ),
    entry(
        item(3, 1),
        &sections::SCOPES,
        Role::Clause,
        text("四类企业", "Four scopes"),
        text(
            "区领导联系的、有潜力或引进的、某一阶段需要帮助的、上市后备库里的。",
            "Linked by a district leader; promising or introduced; in need of help for a stage; in the pool of listing candidates.",
        ),
    ),
    entry(
        item(3, 2),
        &sections::SCOPES,
        Role::Procedure,
        text("遴选标准", "Standards of selection"),
        text(
            "投促中心和行业主管部门分头定标准，发改委汇总报批；标准没有公开在文件里。",
            "The centre and the departments set the standards, the commission has them approved. They are not in the text.",
        ),
    ),
    entry(
        item(3, 3),
        &sections::SCOPES,
        Role::Procedure,
        text("名单怎么定", "How the list is made"),
        text(
            "每年初按标准确定，年中可以增减，报区政府批准；不再需要的退出。",
            "Fixed at the beginning of each year by these standards, changed in between, approved by the district government; enterprises also leave it.",
        ),
    ),
    entry(
        item(4, 1),
        &sections::CHANNELS,
        Role::Procedure,
        text("年初摸底", "Yearly collection"),
        text(
            "名单定下以后，服务管家逐家问一遍，合法合规、合乎产业政策的收下。",
            "Once the list stands the service steward asks each enterprise and takes what is lawful and in line with industrial policy.",
        ),
    ),
    entry(
        item(4, 2),
        &sections::CHANNELS,
        Role::Procedure,
        text("平台提交", "By the platform"),
        text(
            "企业自己在市级服务平台上提，由服务管家转给行业管家。",
            "Enterprises write on the municipal platform; the service steward passes it on to the industry steward.",
        ),
    ),
    entry(
        item(4, 3),
        &sections::CHANNELS,
        Role::Procedure,
        text("走访时提", "On visits"),
        text(
            "区领导走访或日常沟通时说的，也会转到管家手里。",
            "What is said on visits and in daily contact reaches the stewards, too.",
        ),
    ),
    entry(
        item(4, 4),
        &sections::CHANNELS,
        Role::Procedure,
        text("日常联系", "In daily contact"),
        text("两家管家平时主动联系，随时可以提。", "Both stewards keep in touch: needs can be told at any time."),
    ),
    entry(
        item(5, 1),
        &sections::PACKAGES,
        Role::Procedure,
        text("普惠措施", "General measures"),
        text(
            "按企业定位和共同需要，把现成政策分类汇到一起。",
            "Existing policies, put together by what the enterprise is and commonly needs.",
        ),
    ),
    entry(
        item(5, 2),
        &sections::PACKAGES,
        Role::Procedure,
        text("专项措施", "Special measures"),
        text(
            "行业管家列出清单，逐件定责任部门，一起拿出办法。",
            "The industry steward lists the matters, names who is in charge of each, and works out measures with them.",
        ),
    ),
    entry(
        item(5, 3),
        &sections::PACKAGES,
        Role::Procedure,
        text("汇成服务包", "Putting it together"),
        text(
            "服务管家交总管家统一成稿，报区政府批准。",
            "The service steward hands both to the chief steward, who has the package approved by the district government.",
        ),
    ),
    entry(
        item(5, 4),
        &sections::PACKAGES,
        Role::Procedure,
        text("随时更新", "Keeping it up to date"),
        text("有了新情况、新诉求就改。", "It changes with circumstances and needs."),
    ),
    entry(
        item(6, 1),
        &sections::LADDER,
        Role::Procedure,
        text("四级协调", "Four levels"),
        text(
            "服务管家、行业管家、总管家、区领导，一级解决不了就到上一级。",
            "Service steward, industry steward, chief steward, district leader: what one cannot settle goes to the next.",
        ),
    ),
    entry(
        item(6, 2),
        &sections::LADDER,
        Role::Procedure,
        text("区领导联系的企业", "Enterprises linked by a leader"),
        text(
            "走访由总管家安排，日常由服务管家落实，逐级上报到分管区领导。",
            "The chief steward arranges visits, the service steward the rest; matters go up level by level.",
        ),
    ),
    entry(
        item(6, 3),
        &sections::LADDER,
        Role::Procedure,
        text("其他重点企业", "Other key enterprises"),
        text(
            "由服务管家走访和召集；能办的当场办，不能当场办的限时答复并跟踪。",
            "The service steward visits and calls departments together: what can be done is done at once, the rest is answered by a set time and followed up.",
        ),
    ),
    entry(
        item(6, 4),
        &sections::LADDER,
        Role::Procedure,
        text("12345热线", "Hotline 12345"),
        text(
            "单一部门的事直接派单，跨部门的由投促中心先定派单方案，再督办。",
            "Matters of one department are passed on directly; for those of several the centre first says how, then follows up.",
        ),
    ),
    entry(
        item(6, 5),
        &sections::LADDER,
        Role::Procedure,
        text("部门和镇街", "Departments and towns"),
        text(
            "其余企业由部门和镇街直接服务，情况记在区级平台上。",
            "Departments and towns serve the other enterprises and keep the district platform up to date.",
        ),
    ),
    entry(
        item(7, 1),
        &sections::SUPERVISION,
        Role::Supervision,
        text("回访和评估", "Calls and evaluation"),
        text(
            "服务管家日常回访、按月评估、通报；总管家做总体调查。",
            "The service steward calls back, evaluates by the month and reports; the chief steward surveys the whole.",
        ),
    ),
    entry(
        item(7, 2),
        &sections::SUPERVISION,
        Role::Supervision,
        text("月报", "Monthly report"),
        text(
            "办理情况、问题和建议按月报区委、区政府。",
            "Results, problems and proposals are reported to the district each month.",
        ),
    ),
    entry(
        item(7, 3),
        &sections::SUPERVISION,
        Role::Supervision,
        text("季度督导", "Quarterly inspection"),
        text(
            "总管家每季度会同督查部门看各部门落实得怎样。",
            "Each quarter the chief steward inspects the departments with the inspection offices.",
        ),
    ),
    entry(
        item(7, 4),
        &sections::SUPERVISION,
        Role::Supervision,
        text("年度考评", "Yearly appraisal"),
        text("落实情况计入部门和镇街的年度考评。", "Results count in the yearly appraisal of departments and towns."),
    ),
];
