//! From an empty start: a sub-branch answers, makes mistakes, reloads, and sees what it gets.

use journeys::{Page, Role, walk};

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

        // In the first minute, a range out of three figures; they are kept.
        page.field("去年的区域综合贡献").fill("420");
        page.region("大致范围").wait_for("第十九条");
        page.link("继续逐项填写").click();

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

        // Junk is told beside the field and stays in it; the last good figure stays in the sums.
        area.type_over("约500平");
        page.wait_for("请只填数字");
        page.wait_for("仍按原来的数计算");
        assert_eq!(area.value(), "约500平");
        assert!(page.region("实时测算").text().contains("180.00"), "{}", page.region("实时测算").text());
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

#[test]
fn a_bank_says_what_it_has_none_of_and_is_asked_no_further() {
    walk("what there is none of", |page| {
        // Without an answer nothing is worked out: the pages of the result lead to the start.
        page.open("#/result");
        page.wait_for("还没有填报内容");
        page.link("去开始页").click();
        page.find(Role::Radio, "法人金融机构").click();
        page.button("开始填写").click();

        page.open("#/subject/premises");
        page.wait_for("首次在密云购置");
        page.radio("购置了自用", "否").click();
        page.radio("处于筹建期", "否").click();
        for folded in ["首次在密云购置", "自用部分的建筑面积", "重大战略意义", "周转办公用房"]
        {
            assert!(!page.text().contains(folded), "{folded} is still asked");
        }
        page.radio("实际办公地址", "是").click();
        page.find(Role::Group, "各年度实际支付的租金").button("没有").click();
        page.open("#/tasks");
        page.wait_for("用房");
        let premises = page.script(
            "return [...document.querySelectorAll('main li')].find(task => task.textContent.includes('用房')).innerText;",
            &[],
        );
        assert!(premises.as_str().is_some_and(|task| task.contains("已完成")), "{premises}");

        // It is a word of its own, in one line and without a bar.
        page.open("#/result");
        page.wait_for("没有此事项");
        page.wait_for("购置自用：没有");
        let text = page.text();
        assert!(!text.contains("0 ≥ 1") && !text.contains("0 > 0"), "{text}");
    });
}

#[test]
fn the_form_begins_with_what_brings_most_and_the_kind_stands_as_a_line() {
    walk("what brings most", |page| {
        page.open("#/");
        page.find(Role::Radio, "法人金融机构").click();
        page.wait_for("手边备好");
        page.button("开始填写").click();

        // Three figures give a first range; the rent alone makes the premises the first of the figures to fill in.
        page.field("今年全年的办公房租").fill("300");
        page.region("大致范围").wait_for("第十一条");
        page.link("继续逐项填写").click();
        page.wait_for("二、基本数字");
        let first = "const tasks = [...document.querySelectorAll('main li')].map(task => task.innerText);
            return tasks.find(task => /资本|贡献|用房/.test(task.split('\\n')[0]));";
        let begins_with = |subject: &str| {
            let task = page.script(first, &[]);
            assert!(task.as_str().is_some_and(|task| task.starts_with(subject)), "{task} is not {subject}");
        };
        begins_with("用房");
        page.link("先看大概").click();
        page.field("实收资本").fill("120000");
        page.region("大致范围").wait_for("第六条");
        page.link("继续逐项填写").click();
        page.wait_for("二、基本数字");
        begins_with("资本");

        // The kind was chosen: it is a line, and what opens it changes it.
        page.open("#/subject/identity");
        page.wait_for("机构全称");
        let kind = page.find(Role::Disclosure, "法人金融机构 · 更改");
        assert!(!page.has(Role::Radio, "一级分支机构"));
        kind.click();
        page.find(Role::Radio, "一级分支机构").click();
        page.find(Role::Disclosure, "一级分支机构 · 更改");
        page.axe();
    });
}

#[test]
fn columns_appear_when_they_are_needed_and_what_is_not_known_is_no_answer() {
    walk("columns by need", |page| {
        page.open("#/");
        page.find(Role::Radio, "法人金融机构").click();
        page.button("开始填写").click();
        page.open("#/subject/premises");
        page.radio("实际办公地址", "是").click();
        let leases = page.find(Role::Group, "各年度实际支付的租金");
        leases.button("加一行").click();
        leases.field("财政年度，第1行").fill("2026");
        leases.field("租赁面积，2026年").fill("900");
        assert!(!leases.text().contains("平均租金（每平方米每月）"), "{}", leases.text());
        page.radio("实际办公地址", "否").click();
        page.find(Role::Group, "各年度实际支付的租金").field("密云同期平均租金（每平方米每月），2026年").fill("60");
        page.find(Role::Group, "各年度实际支付的租金").field("当年租期，2026年");

        // What is filled in stays in sight.
        page.radio("实际办公地址", "是").click();
        let leases = page.find(Role::Group, "各年度实际支付的租金");
        assert_eq!(leases.field("密云同期平均租金（每平方米每月），2026年").value(), "60");
        leases.wait_for("租赁面积");
        assert!(!leases.has(Role::Field, "当年租期，2026年"));

        page.radio("筹建期", "暂不清楚").click();
        page.open("#/tasks");
        page.wait_for("暂不清楚1");
    });
}

#[test]
fn on_a_phone_the_way_on_is_in_sight_once_a_kind_is_chosen() {
    walk("the start on a phone", |page| {
        page.open("#/");
        page.resize(360, 740);
        let in_sight =
            "const box = arguments[0].getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight;";
        for (kind, papers, begin) in
            [("法人金融机构", "手边备好", "开始填写"), ("Association", "Have at hand", "Begin")]
        {
            page.find(Role::Radio, kind).click();
            page.wait_for(papers);
            assert_eq!(page.button(begin).script(in_sight, &[]), true, "{begin}");
            page.axe();
            if begin == "开始填写" {
                page.button("English").click();
                page.heading("What kind of institution you are");
            }
        }
    });
}

#[test]
fn going_back_returns_to_the_place_one_left() {
    walk("back to the place", |page| {
        page.open("#/");
        page.example("密云示例银行");
        page.wait_for("逐条核对");
        page.open("#/result");
        page.wait_for("存疑");
        let far = |page: &Page| page.script("return Math.round(window.scrollY);", &[]).as_i64().unwrap_or(-1);
        page.script("window.scrollTo(0, 1500); return true;", &[]);
        page.until("the page", "return Math.round(window.scrollY) === 1500;");
        page.script("[...document.querySelectorAll('main a[href^=\"#/clause/\"]')].at(-1).focus({ preventScroll: true }); window.scrollTo(0, 1500);", &[]);
        page.until("the page", "return Math.round(window.scrollY) === 1500;");
        let link = page.focused();
        page.script("document.activeElement.click();", &[]);
        page.until("the page", "return location.hash.startsWith('#/clause/') && window.scrollY === 0;");
        page.script("history.back();", &[]);
        page.until("the page", "return location.hash === '#/result' && Math.round(window.scrollY) === 1500;");
        assert_eq!(far(page), 1500);
        assert_eq!(page.focused(), link, "the focus is on the link that was taken");
        // A link begins at the head.
        page.script("document.activeElement.click();", &[]);
        page.until("the page", "return location.hash.startsWith('#/clause/') && window.scrollY === 0;");
    });
}
