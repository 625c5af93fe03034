//! 承诺书 · what Articles 34 to 36 ask of a recipient, said by the recipient. Each says no more than its article does,
//! and stands only in the papers of those whom it binds.

use crate::answers::facts::Facts;
use crate::applicant::identity::{KIND, Kind};
use crate::article::Article;
use crate::policy::miyun_2019_25::article_04_kinds::FINANCIAL;
use crate::policy::miyun_2019_25::received::under;
use crate::rule::{Provision, Undertaking};

/// In the order in which they are signed: truth, use, audit, staying, offices, misuse, once.
pub(super) static ALL: &[Undertaking] = &[
    Undertaking {
        provision: Provision::new(
            35,
            "填报的资料真实、合法，本单位对此负责",
            "what it files is true and lawful, and it answers for that",
        ),
        binds: |_, _| true,
    },
    Undertaking {
        provision: Provision::new(
            34,
            "收到资金后按现行财务制度入账，接受有关部门的监督检查",
            "money received is booked under the financial rules in force, and the departments concerned may inspect",
        ),
        binds: |_, _| true,
    },
    Undertaking {
        provision: Provision::new(
            34,
            "获得的支持资金用在本机构于密云区内扩大经营、革新技术、研发新产品等方面，不作非经营性支出",
            "the money is used in the district to extend the business, renew technology, develop products and the like, \
             and for no non-operating expense",
        ),
        binds: |facts, _| facts.get(&KIND).is_some_and(|kind| FINANCIAL.contain_kind(kind as u8)),
    },
    Undertaking {
        provision: Provision::new(
            14,
            "以本机构名义申请的个人购房补贴如数付给本人",
            "the home subsidies claimed in its name are paid to the persons in full",
        ),
        binds: |_, claimed| claims(claimed, &[14]),
    },
    Undertaking {
        provision: Provision::new(
            21,
            "高级管理人员的奖励资金如数付给本人",
            "the rewards for executives are paid to the persons in full",
        ),
        binds: |_, claimed| claims(claimed, &[21]),
    },
    Undertaking {
        provision: Provision::new(
            34,
            "资金怎样使用，接受区审计局的审计监督",
            "the district audit bureau audits how the money is used",
        ),
        binds: |_, _| true,
    },
    Undertaking {
        provision: Provision::new(
            35,
            "自享受最后一笔支持、补助资金起五年内，本单位注册地址不迁出密云区，注册资本不减少，在密云的纳税义务不改变；\
             违反的，退还已获得的全部补贴资金",
            "for five years from the last support or subsidy received, its registered address stays in Miyun, its \
             registered capital is not reduced and its tax duties in Miyun do not change; in breach, all subsidies \
             received are returned",
        ),
        binds: |facts, _| {
            !matches!(facts.get(&KIND), Some(Kind::Branch1 | Kind::Branch2 | Kind::FunctionalHq | Kind::FundCompany))
        },
    },
    Undertaking {
        provision: Provision::new(
            35,
            "自享受最后一笔支持、补助资金起五年内，本单位营业地址不迁出密云区，营运资金不减少，在密云的纳税义务不改变；\
             违反的，退还已获得的全部补贴资金",
            "for five years from the last support or subsidy received, its business address stays in Miyun, its working \
             funds are not reduced and its tax duties in Miyun do not change; in breach, all subsidies received are \
             returned",
        ),
        binds: |facts, _| matches!(facts.get(&KIND), Some(Kind::Branch1 | Kind::Branch2 | Kind::FunctionalHq)),
    },
    Undertaking {
        provision: Provision::new(
            35,
            "本基金公司在存续期内，注册地址不迁出密云区，注册资本不减少，在密云的纳税义务不改变；违反的，退还已获得的全部补贴资金",
            "for as long as this fund company exists, its registered address stays in Miyun, its registered capital is \
             not reduced and its tax duties in Miyun do not change; in breach, all subsidies received are returned",
        ),
        binds: |facts, _| facts.get(&KIND) == Some(Kind::FundCompany),
    },
    Undertaking {
        provision: Provision::new(
            35,
            "购买的经营办公用房，自享受最后一笔补贴资金起三年内不对外出售；违反的，退还已获得的全部补贴资金",
            "the offices bought are not sold for three years from the last subsidy received; in breach, all subsidies \
             received are returned",
        ),
        binds: |facts, claimed| claims(claimed, &[10]) || had(facts, &[10]),
    },
    Undertaking {
        provision: Provision::new(
            35,
            "租赁的经营办公用房，享受补贴资金期内不转租、不改变用途；违反的，退还已获得的全部补贴资金",
            "the offices leased are neither sublet nor changed in use while they are subsidised; in breach, all subsidies \
             received are returned",
        ),
        binds: |facts, claimed| claims(claimed, &[11, 12]) || had(facts, &[11, 12]),
    },
    Undertaking {
        provision: Provision::new(
            35,
            "不虚报、冒领、截留、挪用、挤占资金；违反财经法律法规的，接受按规定作出的处理，构成犯罪的，承担刑事责任",
            "no money is falsely claimed, taken, held back, diverted or put to other use; breaches of financial law are dealt \
             with as it provides, and crimes are prosecuted",
        ),
        binds: |_, _| true,
    },
    Undertaking {
        provision: Provision::new(
            36,
            "本区同类型的支持政策不重复享受，享受期不超过5年",
            "support of the same type is received in the district once only, and for five years at most",
        ),
        binds: |_, _| true,
    },
];

pub(super) fn claims(claimed: &[Article], articles: &[u8]) -> bool {
    articles.iter().any(|article| claimed.iter().any(|claimed| claimed == article))
}

/// Whether support under these articles was received before.
fn had(facts: &Facts, articles: &[u8]) -> bool {
    articles.iter().any(|article| !under(facts, *article).is_empty())
}
