//! From an empty start: a sub-branch answers, makes mistakes, reloads, and sees what it gets.

use journeys::{Role, walk};

/// Waits until the focus is on the question that the link of a missing answer names.
const AT_QUESTION: &str = "
    return new Promise((done, never) => {
        const look = () => document.activeElement.id === 'q-arrived-ask' && done();
        setInterval(look, 50);
        setTimeout(() => never('the focus is on ' + document.activeElement.outerHTML), 5000);
    });";

#[test]
fn a_branch_answers_from_an_empty_start() {
    walk("a branch answers", |page| {
        page.open("#/");
        page.find(Role::Radio, "二级分支机构").click();
        page.button("开始填写").click();

        // What is missing leads to its question.
        page.link("到密日期").click();
        page.wait_for("哪一天在密云登记");
        page.script(AT_QUESTION, &[]);
        page.open("#/tasks");

        page.link("申报的共同门槛").click();
        for question in ["功能定位", "准入标准", "日常监管", "统计登记", "近五年"] {
            page.radio(question, "是").click();
        }

        page.open("#/subject/premises");
        page.radio("购置了自用", "是").click();
        page.radio("首次在密云购置", "是").click();
        page.open("#/subject/identity");
        page.radio("新设或新迁入密云的吗", "是").click();

        // Typing goes on in the field while the totals change beside it.
        page.open("#/subject/premises");
        let area = page.field("自用部分的建筑面积");
        area.fill("１，２００");
        assert!(page.focused().contains("自用部分的建筑面积"), "the focus stays in the field: {}", page.focused());
        page.region("实时测算").wait_for("180.00");

        // Junk is told beside the field; what was stored before stays out, the text stays in.
        area.fill("约500平");
        page.wait_for("请只填数字");
        assert_eq!(area.value(), "约500平");
        area.fill("640.5");
        page.region("实时测算").wait_for("960,750.00");
        assert!(!page.text().contains("请只填数字"));

        // The draft survives a reload.
        page.wait_for("已存于本机");
        page.reload();
        page.open("#/subject/premises");
        assert_eq!(page.field("自用部分的建筑面积").value(), "640.5");

        page.open("#/clause/office_purchase");
        page.wait_for("960,750.00");
    });
}
