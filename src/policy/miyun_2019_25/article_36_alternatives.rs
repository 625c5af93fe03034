//! 第三十六条 · support of one type, as what there is to choose from. `article_36_limits` settles each by the larger sum.

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::applicant::funds::COUNTERPART_CLAIMED;
use crate::policy::miyun_2019_25::received::under;
use crate::policy::miyun_2019_25::{
    article_10_office_purchase as purchase, article_11_office_rent_legal_entity as rent_legal_entity,
    article_12_office_rent as rent, article_19_growth as growth, article_20_innovation as innovation,
    article_23_real_economy_investment as investment, article_27_referral as referral,
    article_28_association_reward as association, article_36_introductions as introductions,
};
use crate::rule::{Alternative, Side};
use crate::text::{Text, text};

/// What excludes one another.
pub(super) const ALTERNATIVES: &[Alternative] = &[PREMISES, GROWTH, FUNDS, INTRODUCERS];

const PREMISES: Alternative = Alternative {
    id: "premises",
    title: text("购房补贴或租房补贴", "Subsidy for buying or for renting"),
    sides: &[
        Side {
            id: "purchase",
            name: text("第十条购房", "purchase, Article 10"),
            takes: &[&[&purchase::CLAUSE]],
            leaves: &[&rent_legal_entity::CLAUSE, &rent::CLAUSE],
            vary: None,
            barred: |facts| received(facts, &[11, 12], RENT_RECEIVED),
        },
        Side {
            id: "rent",
            name: text("第十一条或第十二条租房", "rent, Article 11 or 12"),
            takes: &[&[&rent_legal_entity::CLAUSE, &rent::CLAUSE]],
            leaves: &[&purchase::CLAUSE],
            vary: None,
            barred: |facts| received(facts, &[10], PURCHASE_RECEIVED),
        },
    ],
};
const RENT_RECEIVED: Text =
    text("租房补贴已领过，同类型只享受一次", "the rent subsidy was received: one of the type only");
const PURCHASE_RECEIVED: Text =
    text("购房补贴已领过，同类型只享受一次", "the purchase subsidy was received: one of the type only");

const GROWTH: Alternative = Alternative {
    id: "growth",
    title: text("第十九条之前是否先用第二十条", "Article 19 with or without Article 20 before it"),
    sides: &[
        Side {
            id: "growth_alone",
            name: text("只用第十九条", "Article 19 alone"),
            takes: &[&[&growth::CLAUSE]],
            leaves: &[&innovation::CLAUSE],
            vary: None,
            barred: |facts| received(facts, &[20], INNOVATION_RECEIVED),
        },
        Side {
            id: "innovation_first",
            name: text("先用第二十条，再用第十九条", "Article 20 first, then Article 19"),
            takes: &[&[&innovation::CLAUSE], &[&growth::CLAUSE]],
            leaves: &[],
            vary: None,
            barred: |_| None,
        },
        Side {
            id: "innovation_alone",
            name: text("只用第二十条", "Article 20 alone"),
            takes: &[&[&innovation::CLAUSE]],
            leaves: &[&growth::CLAUSE],
            vary: None,
            barred: |facts| received(facts, &[19], GROWTH_RECEIVED),
        },
    ],
};
const INNOVATION_RECEIVED: Text =
    text("第二十条已领过，五年已经起算", "Article 20 was received, and the five years have begun");
const GROWTH_RECEIVED: Text =
    text("第十九条已领过，五年连续计算", "Article 19 was received, and its five years run on");

const FUNDS: Alternative = Alternative {
    id: "funds",
    title: text("由本单位申请，还是由管理人或基金的另一方申请", "Claimed by the applicant or by its manager or fund"),
    sides: &[
        Side {
            id: "applicant",
            name: text("由本单位申请", "claimed by the applicant"),
            takes: &[&[&investment::CLAUSE]],
            leaves: &[],
            vary: Some(|facts| counterpart_claims(facts, false)),
            barred: |facts| (facts.get(&COUNTERPART_CLAIMED) == Some(true)).then_some(COUNTERPART_HAS),
        },
        Side {
            id: "counterpart",
            name: text("由另一方申请", "claimed by the other side"),
            takes: &[],
            leaves: &[],
            vary: Some(|facts| counterpart_claims(facts, true)),
            barred: |facts| received(facts, &[23], FUNDS_RECEIVED),
        },
    ],
};
const COUNTERPART_HAS: Text = text("另一方已就同一笔投资申请", "the other side has claimed for the same investment");
const FUNDS_RECEIVED: Text =
    text("本单位已领过，合起来只有一次", "the applicant has received it: once for both together");

/// Who claims under Article 23.
fn counterpart_claims(facts: &mut Facts, claims: bool) {
    // The question takes yes and no.
    let _ = facts.set(&COUNTERPART_CLAIMED.spec, Some(Answer::YesNo(claims)));
}

const INTRODUCERS: Alternative = Alternative {
    id: "introducers",
    title: text("同一企业按第二十七条还是按第二十八条", "Article 27 or Article 28 for the same enterprises"),
    sides: &[
        Side {
            id: "referral",
            name: text("第二十七条，全部引进企业", "Article 27, all enterprises"),
            takes: &[&[&referral::CLAUSE]],
            leaves: &[&association::CLAUSE],
            vary: None,
            barred: |facts| received(facts, &[28], ASSOCIATION_RECEIVED),
        },
        Side {
            id: "association",
            name: text("第二十八条，所计的企业不再按第二十七条", "Article 28; what it counts leaves Article 27"),
            takes: &[&[&association::CLAUSE]],
            leaves: &[],
            vary: Some(introductions::leave_counted),
            barred: |facts| introductions::counted_received(facts).then_some(REFERRAL_RECEIVED),
        },
    ],
};
const ASSOCIATION_RECEIVED: Text = text(
    "第二十八条已领过，所计的企业不再按第二十七条",
    "Article 28 was received, and what it counts leaves Article 27",
);
const REFERRAL_RECEIVED: Text =
    text("其中有企业已按第二十七条领过", "Article 27 was received for one of the enterprises that it would count");

/// The reason, where something was received under one of these articles.
fn received(facts: &Facts, articles: &[u8], why: Text) -> Option<Text> {
    articles.iter().any(|article| !under(facts, *article).is_empty()).then_some(why)
}
