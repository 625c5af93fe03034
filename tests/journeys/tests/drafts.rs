//! Several drafts side by side: named, copied, deleted and brought back, kept over a reload; and undo by keyboard.

use journeys::{Key, Page, Role, walk};

/// Opens an example, which begins a draft of its own.
fn example(page: &Page, name: &str) {
    page.open("#/");
    page.link(name).click();
    page.wait_for("已存于本机");
}

#[test]
fn two_drafts_stand_side_by_side() {
    walk("two drafts", |page| {
        example(page, "潮白融资担保有限公司");
        example(page, "雾灵山股权投资基金");
        page.open("#/drafts");
        page.wait_for("潮白融资担保有限公司（示例）");
        page.wait_for("雾灵山股权投资基金（有限合伙）（示例）");

        // Delete one, bring it back.
        let lines = |page: &Page| page.text().matches("（示例）").count();
        let before = lines(page);
        page.button("删除 潮白融资担保有限公司").click();
        page.wait_for("已删除");
        page.button("恢复").click();
        page.wait_for("草稿已恢复");
        assert!(lines(page) >= before, "{}", page.text());

        // Duplicate one; everything is there after a reload.
        page.button("复制一份 雾灵山股权投资基金").click();
        page.wait_for("（副本）");
        page.reload();
        page.wait_for("（副本）");
        page.wait_for("潮白融资担保有限公司（示例）");
    });
}

#[test]
fn an_answer_is_undone_and_redone_by_keyboard() {
    walk("undo", |page| {
        example(page, "密云示例银行");
        page.open("#/subject/gate");
        let yes = || page.radio("功能定位", "是");
        let no = || page.radio("功能定位", "否");
        no().click();
        assert!(no().is_checked());
        page.heading("申报的共同门槛").click();
        page.chord(Key::Control, Key::Char('z'));
        page.wait_for("已撤销");
        assert!(yes().is_checked(), "undone");
        page.chord(Key::Control, Key::Char('y'));
        page.wait_for("已重做");
        assert!(no().is_checked(), "redone");
        assert!(page.has(Role::Button, "撤销"));
    });
}
