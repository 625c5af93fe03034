//! What the form needs, and what the government has decided.

use crate::answers::question::Question;
use crate::applicant::capital::CAPITAL_REDUCED;
use crate::applicant::decision::{
    DEMONSTRATION, INFLUENCE, INVESTMENT_PULL, KEY_RULING, OPENING_RULING, OUTSTANDING, Ruling,
};
use crate::applicant::filing::{ACCOUNT_NAME, OFFICE_ADDRESS, REGISTERED_ADDRESS};
use crate::applicant::identity::{APPLICATION_YEAR, NAME, REGISTERED};
use crate::applicant::premises::OFFICE_IN_MIYUN;
use crate::applicant::received::{RECEIVED, received};
use crate::article::Article;
use crate::policy::miyun_2019_25::article_35_duties::STAY_YEARS;
use crate::policy::miyun_2019_25::flags::{is, is_same};
use crate::rule::flag::{Check, Look};
use crate::text::text;

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "opening_granted_yet_lacking",
        title: text("开办补助已通过，却有一项答“否”", "The opening subsidy is granted, yet a quality is denied"),
        asks: text("四项以会议纪要为准，回答是否要改？", "The minutes decide on all four: should an answer change?"),
        questions: &[
            &OPENING_RULING.spec,
            &OUTSTANDING.spec,
            &DEMONSTRATION.spec,
            &INFLUENCE.spec,
            &INVESTMENT_PULL.spec,
        ],
        articles: &Article::all([7]),
        find: opening_granted_yet_lacking,
    },
    Check {
        id: "key_granted_yet_lacking",
        title: text("重点机构已通过，却有一项答“否”", "Granted as a key institution, yet a quality is denied"),
        asks: text("以会议纪要为准，回答是否要改？", "The minutes decide: should an answer change?"),
        questions: &[&KEY_RULING.spec, &DEMONSTRATION.spec, &INFLUENCE.spec],
        articles: &Article::all([22]),
        find: key_granted_yet_lacking,
    },
    Check {
        id: "registered_address_elsewhere",
        title: text("登记在密云，注册地址里却没有密云", "Registered in Miyun, yet the address does not say so"),
        asks: text("注册地址抄全了吗？迁移登记办完没有？", "Is the address complete? Is the relocation registered?"),
        questions: &[&REGISTERED_ADDRESS.spec, &REGISTERED.spec],
        articles: &Article::all([2, 35]),
        find: registered_address_elsewhere,
    },
    Check {
        id: "office_address_differs",
        title: text("办公地址与“是否在密云办公”不一致", "The office address contradicts the answer about Miyun"),
        asks: text("实际在哪里办公？", "Where is the office?"),
        questions: &[&OFFICE_ADDRESS.spec, &OFFICE_IN_MIYUN.spec],
        articles: &Article::all([9, 11, 12]),
        find: office_address_differs,
    },
    Check {
        id: "account_name_differs",
        title: text("收款户名与机构名称不同", "The account is in another name"),
        asks: text(
            "资金只拨给申请人自己的账户，户名是否填错？",
            "Money goes to the applicant's own account only: is the name wrong?",
        ),
        questions: &[&ACCOUNT_NAME.spec, &NAME.spec],
        articles: &Article::all([32, 34]),
        find: account_name_differs,
    },
    Check {
        id: "bound_by_what_was_received",
        title: text("享受支持后五年内又减资或迁出", "Support was received, then capital reduced or moved away"),
        asks: text(
            "最后一笔到账后五年内不得减资、不得迁出：是否已经退回？",
            "Neither is allowed within five years of the last payment: was the support repaid?",
        ),
        questions: &[&RECEIVED.spec, &CAPITAL_REDUCED.spec, &REGISTERED.spec],
        articles: &Article::all([35]),
        find: bound_by_what_was_received,
    },
];

/// The short names of the questions answered with no.
fn denied(look: &Look<'_>, questions: &[&'static Question<bool>]) -> Option<(String, String)> {
    let denied: Vec<_> = questions.iter().filter(|question| look.get(question) == Some(false)).collect();
    let names = |pick: fn(&Question<bool>) -> &'static str, comma| {
        denied.iter().map(|question| pick(question)).collect::<Vec<_>>().join(comma)
    };
    (!denied.is_empty())
        .then(|| (names(|question| question.spec.label.zh, "、"), names(|question| question.spec.label.en, ", ")))
}

fn granted_yet_lacking(
    look: &mut Look<'_>,
    ruling: &Question<Ruling>,
    qualities: &[&'static Question<bool>],
) -> Option<()> {
    if look.get(ruling)? == Ruling::Granted {
        let (zh, en) = denied(look, qualities)?;
        look.raise(format!("答“否”的是：{zh}。"), format!("Answered with no: {en}."));
    }
    Some(())
}

fn opening_granted_yet_lacking(look: &mut Look<'_>) -> Option<()> {
    granted_yet_lacking(look, &OPENING_RULING, &[&OUTSTANDING, &DEMONSTRATION, &INFLUENCE, &INVESTMENT_PULL])
}

fn key_granted_yet_lacking(look: &mut Look<'_>) -> Option<()> {
    granted_yet_lacking(look, &KEY_RULING, &[&DEMONSTRATION, &INFLUENCE])
}

fn in_miyun(address: &str) -> bool {
    address.contains("密云") || address.to_ascii_lowercase().contains("miyun")
}

fn registered_address_elsewhere(look: &mut Look<'_>) -> Option<()> {
    let address = look.get(&REGISTERED_ADDRESS)?;
    if look.get(&REGISTERED)? && !in_miyun(address) && !address.trim().is_empty() {
        look.raise(
            format!("三项登记答“都在密云”，注册地址是“{address}”。"),
            format!("Registered in Miyun: yes. The address is “{address}”."),
        );
    }
    Some(())
}

fn office_address_differs(look: &mut Look<'_>) -> Option<()> {
    let (address, here) = (look.get(&OFFICE_ADDRESS)?, look.get(&OFFICE_IN_MIYUN)?);
    if in_miyun(address) != here && !address.trim().is_empty() {
        let (zh, en) = if here { ("是", "yes") } else { ("否", "no") };
        look.raise(
            format!("在密云办公答“{zh}”，办公地址是“{address}”。"),
            format!("Office in Miyun: {en}. The address is “{address}”."),
        );
    }
    Some(())
}

fn account_name_differs(look: &mut Look<'_>) -> Option<()> {
    let (account, name) = (look.get(&ACCOUNT_NAME)?, look.get(&NAME)?);
    if !is_same(account, name) {
        look.raise(
            format!("户名“{account}”，机构名称“{name}”。"),
            format!("Account “{account}”, institution “{name}”."),
        );
    }
    Some(())
}

fn bound_by_what_was_received(look: &mut Look<'_>) -> Option<()> {
    let applied = look.get(&APPLICATION_YEAR)?;
    let reduced = is(look, &CAPITAL_REDUCED, true);
    if !reduced && !is(look, &REGISTERED, false) {
        return None;
    }
    let (zh, en) = if reduced {
        ("《意见》发布以来减过资", "capital has been reduced since the 2018 Opinion")
    } else {
        ("三项登记不都在密云", "not all registrations are in Miyun")
    };
    for (table, row) in look.rows(&RECEIVED) {
        let paid = table.get(&received::LAST_PAID, row);
        if let Some(paid) = paid.filter(|paid| paid.year() + STAY_YEARS >= applied) {
            look.raise_row(row, format!("{}到账，{zh}。", paid.zh()), format!("paid on {}; {en}.", paid.en()));
        }
    }
    Some(())
}
