//! The words of this text.

use crate::article::Article;
use crate::rule::Term;
use crate::text::{Text, text};

const fn heading(number: u8) -> Article {
    Article::heading(number)
}

const fn term(id: &'static str, term: Text, says: Text, articles: &'static [Article]) -> Term {
    Term { id, term, says, articles }
}

/// The words, in the order of the text.
pub const GLOSSARY: &[Term] = &[
    term(
        "service-package",
        text("服务包", "Service package"),
        text(
            "区政府给一家重点企业的一份清单：能用的政策，加上专门为它的难处定的措施、责任部门和时限。",
            "What the district puts together for a key enterprise: the policies it can use, and measures for what hinders it, with who does what by when.",
        ),
        &[heading(1), heading(5)],
    ),
    term(
        "chief-steward",
        text("总管家", "Chief steward"),
        text("区发展改革委，统筹全区的服务包。", "The development and reform commission, which runs all packages."),
        &[heading(2)],
    ),
    term(
        "service-steward",
        text("服务管家", "Service steward"),
        text(
            "区投促中心，管日常：收诉求、转部门、回访。",
            "The investment promotion centre, for daily work: takes needs, passes them on, calls back.",
        ),
        &[heading(2)],
    ),
    term(
        "industry-steward",
        text("行业管家", "Industry steward"),
        text(
            "行业主管部门；金融机构一般是区金融办。",
            "The department in charge of the industry; for financial institutions as a rule the financial office.",
        ),
        &[heading(2)],
    ),
    term(
        "service-officer",
        text("服务员", "Department in charge"),
        text(
            "每件事具体负责的一家部门或镇街，由行业管家指定。",
            "The department or town that is in charge of a matter, named by the industry steward.",
        ),
        &[heading(2)],
    ),
    term(
        "general-measures",
        text("普惠式政策", "General measures"),
        text("谁符合谁都能申请的政策，例如25号细则。", "Policies open to all who meet them, such as No. 25."),
        &[heading(5)],
    ),
    term(
        "special-measures",
        text("专项服务措施", "Special measures"),
        text(
            "只为一家企业的一件事定的办法，写明时限。",
            "What is done for one matter of one enterprise, with its time.",
        ),
        &[heading(5)],
    ),
    term(
        "whistle",
        text("管家吹哨、部门报到", "Stewards call, departments come"),
        text(
            "一件事牵涉几家时，由管家把它们召集到一起当面办。",
            "Where a matter concerns several departments the steward calls them together.",
        ),
        &[heading(2), heading(6)],
    ),
    term(
        "hotline-12345",
        text("12345热线", "Hotline 12345"),
        text(
            "企业可以打的政务热线；一个部门的事直接派单，几个部门的由区投促中心协调。",
            "The government's hotline, for enterprises too; matters of several departments are coordinated by the promotion centre.",
        ),
        &[heading(6)],
    ),
    term(
        "municipal-platform",
        text("市级平台", "Municipal platform"),
        text(
            "北京市服务企业的平台，名单上的企业在上面提诉求。",
            "Beijing's platform for enterprises, where those on the list write their needs.",
        ),
        &[heading(4)],
    ),
    term(
        "listing-pool",
        text("上市后备库", "Pool of listing candidates"),
        text("准备上市、经区级部门收录的企业名单。", "The district's list of enterprises that prepare to list."),
        &[heading(3)],
    ),
];
