//! From an empty start: a sub-branch answers, makes mistakes, reloads, and sees what it gets.

use journeys::{Page, Role, walk, walk_in_both};
use serde_json::json;

/// Waits until the focus is on the question that the link of a missing answer names.
const AT_QUESTION: &str = "
    return new Promise((done, never) => {
        const look = () => document.activeElement.id === 'q-arrived-ask' && done();
        setInterval(look, 50);
        setTimeout(() => never('the focus is on ' + document.activeElement.outerHTML), 5000);
    });";

#[test]
fn a_subject_opened_by_its_address_before_anything_is_told_leads_to_the_start() {
    walk_in_both("a subject by its address", |page, say| {
        page.open("#/subject/contribution");
        page.heading(say("还没有填报内容", "Nothing is filled in yet"));
        page.link(say("去开始页", "Go to the start")).click();
        page.find(Role::Radio, say("二级分支机构", "Second-level branch")).click();
        page.button(say("开始填写", "Begin")).click();
        page.open("#/subject/contribution");
        page.wait_for(say("区域综合贡献", "contribution"));
    });
}

#[test]
fn a_branch_answers_from_an_empty_start() {
    walk_in_both("a branch answers", |page, say| {
        page.open("#/");
        page.find(Role::Radio, say("二级分支机构", "Second-level branch")).click();
        page.button(say("开始填写", "Begin")).click();

        // In the first minute, a range out of three figures; they are kept.
        page.field(say("去年的区域综合贡献", "Last year's contribution to the district")).fill("420");
        page.region(say("大致范围", "Roughly")).wait_for(say("第十九条", "Art. 19"));
        page.link(say("继续逐项填写", "Go on and fill in")).click();

        // What is missing leads to its question.
        page.link(say("到密日期", "Arrival in Miyun")).click();
        page.wait_for(say("哪一天在密云登记", "On which day did you register in Miyun"));
        page.script(AT_QUESTION, &[]);
        page.open("#/tasks");

        page.link(say("申报的共同门槛", "General conditions")).click();
        for question in [
            say("功能定位", "in line with the district's functions"),
            say("准入标准", "admission standard"),
            say("日常监管", "day-to-day supervision"),
            say("统计登记", "statistics registration"),
            say("近五年", "last five years"),
        ] {
            page.radio(question, say("是", "Yes")).click();
        }

        page.open("#/subject/premises");
        page.radio(say("购置了自用", "Have you bought office"), say("是", "Yes")).click();
        page.radio(say("首次在密云购置", "first purchase in Miyun"), say("是", "Yes")).click();
        page.open("#/subject/identity");
        page.radio(say("新设或新迁入密云的吗", "newly set up in, or newly moved"), say("是", "Yes")).click();

        // Typing goes on in the field while the totals change beside it.
        page.open("#/subject/premises");
        let area = page.field(say("自用部分的建筑面积", "gross floor area for your own use"));
        area.fill("１，２００");
        assert!(
            page.focused().contains(say("自用部分的建筑面积", "gross floor area for your own use")),
            "the focus stays in the field: {}",
            page.focused()
        );
        page.region(say("实时测算", "Live estimate")).wait_for(say("180.00", "1,800,000"));

        // Junk is told beside the field and stays in it; the last good figure stays in the sums.
        area.type_over("约500平");
        page.wait_for(say("请只填数字", "Type a figure only"));
        page.wait_for(say("仍按原来的数计算", "the figure that was there before counts"));
        assert_eq!(area.value(), "约500平");
        assert!(
            page.region(say("实时测算", "Live estimate")).text().contains(say("180.00", "1,800,000")),
            "{}",
            page.region(say("实时测算", "Live estimate")).text()
        );
        area.fill("640.5");
        page.region(say("实时测算", "Live estimate")).wait_for(say("960,750.00", "960,750"));
        assert!(!page.text().contains(say("请只填数字", "Type a figure only")));

        // The draft survives a reload.
        page.wait_for(say("已存于本机", "Saved on this machine"));
        page.reload();
        page.open("#/subject/premises");
        assert_eq!(page.field(say("自用部分的建筑面积", "gross floor area for your own use")).value(), "640.5");

        page.open("#/clause/office_purchase");
        page.wait_for(say("960,750.00", "960,750"));
    });
}

#[test]
fn a_bank_says_what_it_has_none_of_and_is_asked_no_further() {
    walk_in_both("what there is none of", |page, say| {
        // Without an answer nothing is worked out: the pages of the result lead to the start.
        page.open("#/result");
        page.wait_for(say("还没有填报内容", "Nothing is filled in yet"));
        page.link(say("去开始页", "Go to the start")).click();
        page.find(Role::Radio, say("法人金融机构", "Financial institution (legal person)")).click();
        page.button(say("开始填写", "Begin")).click();

        page.open("#/subject/premises");
        page.wait_for(say("首次在密云购置", "first purchase in Miyun"));
        page.radio(say("购置了自用", "Have you bought office"), say("否", "No")).click();
        page.radio(say("处于筹建期", "Are you in preparation"), say("否", "No")).click();
        for folded in [
            say("首次在密云购置", "first purchase in Miyun"),
            say("自用部分的建筑面积", "gross floor area for your own use"),
            say("重大战略意义", "major strategic importance"),
            say("周转办公用房", "transitional office space"),
        ] {
            assert!(!page.text().contains(folded), "{folded} is still asked");
        }
        page.radio(say("实际办公地址", "actual office inside Miyun"), say("是", "Yes")).click();
        page.find(Role::Group, say("各年度实际支付的租金", "Rent actually paid, by year"))
            .button(say("没有", "None"))
            .click();
        page.open("#/tasks");
        page.wait_for(say("用房", "Premises"));
        let task = "return [...document.querySelectorAll('main li')]
            .find(task => task.textContent.includes(arguments[1])).innerText;";
        let premises = page.script(task, &[json!(say("用房", "Premises"))]);
        assert!(premises.as_str().is_some_and(|task| task.contains(say("已完成", "Done"))), "{premises}");

        // It is a word of its own, in one line and without a bar.
        page.open("#/result");
        page.wait_for(say("没有此事项", "No such item"));
        page.wait_for(say("购置自用：没有", "Bought for own use: none"));
        let text = page.text();
        assert!(!text.contains("0 ≥ 1") && !text.contains("0 > 0"), "{text}");
    });
}

#[test]
fn the_form_begins_with_what_brings_most_and_the_kind_stands_as_a_line() {
    walk_in_both("what brings most", |page, say| {
        page.open("#/");
        page.find(Role::Radio, say("法人金融机构", "Financial institution (legal person)")).click();
        page.wait_for(say("手边备好", "Have at hand"));
        page.button(say("开始填写", "Begin")).click();

        // Three figures give a first range; the rent alone makes the premises the first of the figures to fill in.
        page.field(say("今年全年的办公房租", "This year's office rent")).fill("300");
        page.region(say("大致范围", "Roughly")).wait_for(say("第十一条", "Art. 11"));
        page.link(say("继续逐项填写", "Go on and fill in")).click();
        page.wait_for(say("二、基本数字", "2. Facts and figures"));
        let first = "const tasks = [...document.querySelectorAll('main li')].map(task => task.innerText);
            return tasks.find(task => /^(资本|区域综合贡献|用房|Capital|Contribution|Premises)/.test(task));";
        let begins_with = |subject: &str| {
            let task = page.script(first, &[]);
            assert!(task.as_str().is_some_and(|task| task.starts_with(subject)), "{task} is not {subject}");
        };
        begins_with(say("用房", "Premises"));
        page.link(say("先看大概", "A first range")).click();
        page.field(say("实收资本", "Paid-in capital")).fill("120000");
        page.region(say("大致范围", "Roughly")).wait_for(say("第六条", "Art. 6"));
        page.link(say("继续逐项填写", "Go on and fill in")).click();
        page.wait_for(say("二、基本数字", "2. Facts and figures"));
        begins_with(say("资本", "Capital"));

        // The kind was chosen: it is a line, and what opens it changes it.
        page.open("#/subject/identity");
        page.wait_for(say("机构全称", "Full name of the institution"));
        let kind =
            page.find(Role::Disclosure, say("法人金融机构 · 更改", "Financial institution (legal person) · Change"));
        assert!(!page.has(Role::Radio, say("一级分支机构", "First-level branch")));
        kind.click();
        page.find(Role::Radio, say("一级分支机构", "First-level branch")).click();
        page.find(Role::Disclosure, say("一级分支机构 · 更改", "First-level branch · Change"));
        page.axe();
    });
}

#[test]
fn columns_appear_when_they_are_needed_and_what_is_not_known_is_no_answer() {
    walk_in_both("columns by need", |page, say| {
        page.open("#/");
        page.find(Role::Radio, say("法人金融机构", "Financial institution (legal person)")).click();
        page.button(say("开始填写", "Begin")).click();
        page.open("#/subject/premises");
        page.radio(say("实际办公地址", "actual office inside Miyun"), say("是", "Yes")).click();
        let leases = page.find(Role::Group, say("各年度实际支付的租金", "Rent actually paid, by year"));
        leases.button(say("加一行", "Add a row")).click();
        leases.field(say("财政年度，第1行", "Fiscal year, row 1")).fill("2026");
        leases.field(say("租赁面积，2026年", "Area leased, 2026")).fill("900");
        assert!(
            !leases.text().contains(say("平均租金（每平方米每月）", "average rent per m² and month")),
            "{}",
            leases.text()
        );
        page.radio(say("实际办公地址", "actual office inside Miyun"), say("否", "No")).click();
        page.find(Role::Group, say("各年度实际支付的租金", "Rent actually paid, by year"))
            .field(say("密云同期平均租金（每平方米每月），2026年", "Miyun's average rent per m² and month, 2026"))
            .fill("60");
        page.find(Role::Group, say("各年度实际支付的租金", "Rent actually paid, by year"))
            .field(say("当年租期，2026年", "Months in the year, 2026"));

        // What is filled in stays in sight.
        page.radio(say("实际办公地址", "actual office inside Miyun"), say("是", "Yes")).click();
        let leases = page.find(Role::Group, say("各年度实际支付的租金", "Rent actually paid, by year"));
        assert_eq!(
            leases
                .field(say("密云同期平均租金（每平方米每月），2026年", "Miyun's average rent per m² and month, 2026"))
                .value(),
            "60"
        );
        leases.wait_for(say("租赁面积", "Area leased"));
        assert!(!leases.has(Role::Field, say("当年租期，2026年", "Months in the year, 2026")));

        page.radio(say("筹建期", "in preparation, before opening"), say("暂不清楚", "Not known yet")).click();
        page.open("#/tasks");
        page.wait_for(say("暂不清楚1", "not known yet 1"));
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

#[test]
fn how_and_where_to_file_is_said_and_what_is_noted_of_it_is_printed() {
    walk_in_both("how and where to file", |page, say| {
        page.example(say("密云示例银行", "Miyun Example Bank"));
        page.open("#/result");
        let how = page.region(say("怎么报、报到哪里", "How and where to file"));
        how.wait_for(say("11月", "November"));
        let telephone = say("受理部门电话", "Telephone of the office");
        how.field(telephone).fill("010-0000 1234");
        page.open("#/handout");
        page.wait_for("010-0000 1234");
        page.open("#/packet");
        page.wait_for(telephone);
        page.wait_for("010-0000 1234");
        page.reload();
        page.open("#/result");
        assert_eq!(page.field(telephone).value(), "010-0000 1234");
    });
}
