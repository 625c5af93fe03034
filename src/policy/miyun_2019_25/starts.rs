//! What one can begin a draft as, Articles 4, 9, 23, 27 and 28.

use crate::applicant::identity::Kind;
use crate::policy::miyun_2019_25::article_04_kinds::applicant;
use crate::rule::start::{Start, StartGroup, Starts};
use crate::text::{Text, text};

/// The choices of the first page.
pub static STARTS: Starts = Starts {
    groups: &[
        StartGroup {
            title: text("金融机构", "Financial institutions"),
            starts: &[
                of(Kind::LegalEntity, LEGAL_ENTITY),
                of(Kind::Branch1, BRANCH),
                of(Kind::Branch2, BRANCH),
                of(Kind::FunctionalHq, BRANCH),
                of(Kind::FundManager, FUND),
                of(Kind::FundCompany, FUND),
            ],
        },
        StartGroup {
            title: text("准金融与配套服务", "Quasi-financial and services"),
            starts: &[of(Kind::Quasi, BRANCH), of(Kind::Support, BRANCH)],
        },
        StartGroup { title: text("基金", "Funds"), starts: &[of(Kind::Fund, FUND)] },
        StartGroup {
            title: text("引荐与行业组织", "Introduction and associations"),
            starts: &[INTERMEDIARY, ASSOCIATION],
        },
    ],
    beside: Some(Start {
        label: text("同时介绍企业来密云落户", "We also introduce enterprises to Miyun"),
        gloss: text("会多问几个问题，多核对一条", "A few more questions, one more clause"),
        ..INTERMEDIARY
    }),
};

/// As an institution of this kind.
const fn of(kind: Kind, at_hand: Text) -> Start {
    let choice = kind.choice();
    Start { id: choice.id, label: choice.label, gloss: choice.gloss, at_hand, applicant: applicant(kind, false, false) }
}

const INTERMEDIARY: Start = Start {
    id: "intermediary",
    label: text("中介机构", "Intermediary"),
    gloss: text("法人组织，介绍企业到密云落户", "A legal person that introduces enterprises to Miyun"),
    at_hand: text(
        "营业执照，引进企业的清单（名称、首次纳税日、各年贡献），引荐协议和贡献确认函。",
        "business licence, the list of introduced enterprises (name, first tax day, contribution by year), agreements and letters on contributions.",
    ),
    applicant: applicant(Kind::None, true, false),
};

const ASSOCIATION: Start = Start {
    id: "association",
    label: text("社团组织", "Association"),
    gloss: text("协会、商会、联盟，注册会员50家起", "Association, chamber or alliance with 50 members or more"),
    at_hand: text(
        "社团登记证书、会员名册、区内纳税会员名单、引进企业入区当年的贡献确认函。",
        "certificate of registration, register of members, list of members paying tax here, letters on what introduced enterprises contributed in the year they came.",
    ),
    applicant: applicant(Kind::None, false, true),
};

const LEGAL_ENTITY: Text = text(
    "营业执照、监管批复、验资报告、各年度区域综合贡献确认函、租赁合同和租金付款凭证。",
    "business licence, regulator's approval, capital verification, letters on the contribution of each year, lease and rent slips.",
);
const BRANCH: Text = text(
    "营业执照、批准或登记文件、各年度区域综合贡献确认函、租赁合同和租金付款凭证或购房合同。",
    "business licence, approval or registration, letters on the contribution of each year, lease and rent slips or purchase contract.",
);
const FUND: Text = text(
    "营业执照、基金业协会登记备案、验资报告、托管协议、投资北京企业的清单、各年度区域综合贡献确认函。",
    "business licence, registration with the fund association, capital verification, custody agreement, list of investments in Beijing, letters on the contribution of each year.",
);

#[cfg(test)]
mod tests {
    use super::STARTS;
    use crate::answers::question::Chosen;
    use crate::applicant::identity::Kind;
    use crate::policy::miyun_2019_25::article_04_kinds::{EIGHT, FINANCIAL, applicant};

    #[test]
    fn every_kind_and_role_can_be_begun_as_once() {
        let all: Vec<_> = STARTS.groups.iter().flat_map(|group| group.starts).collect();
        let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::None);
        let mut wanted: Vec<_> = kinds.map(|kind| applicant(*kind, false, false)).collect();
        wanted.extend([applicant(Kind::None, true, false), applicant(Kind::None, false, true)]);
        assert_eq!(all.iter().map(|start| start.applicant).collect::<Vec<_>>(), wanted);
        for start in all {
            assert_eq!(STARTS.named(start.id), Some(start), "{}", start.id);
        }
        assert_eq!(STARTS.named("none"), None);
    }

    /// The first groups are those of Articles 4 and 9.
    #[test]
    fn the_groups_are_those_of_the_articles() {
        let [financial, quasi, ..] = STARTS.groups else { panic!("there are several groups") };
        for start in financial.starts {
            assert!(FINANCIAL.contain_kind(start.applicant.kind().unwrap()), "{}", start.id);
        }
        for start in quasi.starts {
            let kind = start.applicant.kind().unwrap();
            assert!(EIGHT.contain_kind(kind) && !FINANCIAL.contain_kind(kind), "{}", start.id);
        }
        let contained = (0..32).filter(|kind| EIGHT.contain_kind(*kind)).count();
        assert_eq!(financial.starts.len() + quasi.starts.len(), contained);
    }
}
