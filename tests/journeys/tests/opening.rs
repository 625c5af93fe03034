//! A file over an open draft: what it would change is shown first, and taken over, in part, or kept as a draft of its own.

use journeys::{Page, walk};
use miyun::answers::answer::Answer;
use miyun::applicant::identity::NAME;
use miyun::applicant::question;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::money::Money;

fn hand_over(page: &Page, draft: &Draft) {
    page.open("#/drafts");
    page.heading("全部草稿");
    page.hand_over("改过.json", draft.to_json().to_string().as_bytes());
}

#[test]
fn a_file_over_an_open_draft_shows_what_it_would_change() {
    let bank = ALL.iter().find(|example| example.id == "bank").unwrap().draft().unwrap();
    let mut changed = bank.clone();
    changed.facts.set(&NAME.spec, Some(Answer::Words("另一家银行".into()))).unwrap();
    let paid_in = Answer::Money(Money::from_fen(130_000_000_000));
    changed.facts.set(question("paid_in").unwrap(), Some(paid_in)).unwrap();
    walk("differences first", |page| {
        page.open("#/");
        page.link("密云示例银行").click();
        page.wait_for("已存于本机");

        hand_over(page, &changed);
        page.heading("打开文件：先看差别");
        page.wait_for("有2项不同");
        page.wait_for("1,200,000,000.00元");
        page.wait_for("1,300,000,000.00元");
        page.axe();
        // Nothing is taken over without a tick.
        page.button("只采用勾选的").click();
        page.wait_for("有2项不同");
        page.checkbox("实收资本").click();
        page.button("只采用勾选的").click();
        page.heading("密云示例银行");

        // One is left; cancelled, it stays.
        hand_over(page, &changed);
        page.wait_for("有1项不同");
        page.button("取消").click();
        page.heading("密云示例银行");

        // Taken over, the file is the draft; and nothing is asked about what is the same.
        hand_over(page, &changed);
        page.button("全部采用").click();
        page.heading("另一家银行");
        hand_over(page, &changed);
        page.heading("另一家银行");

        // As a copy, both are there.
        hand_over(page, &bank);
        page.button("另开一份草稿").click();
        page.heading("密云示例银行");
        page.open("#/drafts");
        page.wait_for("（示例）");
    });
}
