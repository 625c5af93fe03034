//! Tables that office people like: a block pasted from a spreadsheet, units, rows that move, sums, errors in their
//! place; and the missing answer given on the result page.

use journeys::{Key, Page, Part, Role, walk, walk_in_both};
use serde_json::json;

/// Pastes a text where the focus is, as a spreadsheet hands it over.
fn paste(page: &Page, text: &str) {
    let body = "const data = new DataTransfer();
        data.setData('text/plain', arguments[1]);
        // Firefox takes no clipboardData here, but a text and its type.
        const given = { clipboardData: data, dataType: 'text/plain', data: arguments[1], bubbles: true, cancelable: true };
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', given));";
    page.script(body, &[json!(text)]);
}

/// Presses a key together with Alt or Control, where the focus is.
fn press_with(page: &Page, modifier: &str, key: &str) {
    let body = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { key: arguments[2], [arguments[1]]: true, bubbles: true, cancelable: true }));";
    page.script(body, &[json!(modifier), json!(key)]);
}

/// Undoes the action that the page has just told.
fn undo(page: &Page) {
    page.wait_for("表格已改");
    page.script("document.querySelector('[role=status] button').click();", &[]);
}

/// Does something with a row, by its menu.
fn action(group: &Part, row: &str, what: &str) {
    group.button(&format!("{row}：移动或删除")).click();
    group.find(Role::MenuItem, what).click();
}

/// Begins a draft of this kind and opens the page of a subject.
fn begin(page: &Page, kind: &str, subject: &str) {
    page.open("#/");
    page.find(Role::Radio, kind).click();
    page.button("开始填写").click();
    page.open(&format!("#/subject/{subject}"));
}

#[test]
fn a_block_is_pasted_and_its_unit_switched() {
    walk("tables", |page| {
        page.open("#/");
        page.find(Role::Radio, "二级分支机构").click();
        page.button("开始填写").click();
        page.open("#/subject/contribution");
        let group = page.find(Role::Group, "各财政年度的区域综合贡献是多少");

        // Not knowing is an answer, and adding a row takes it back.
        group.checkbox("暂不清楚").click();
        group.wait_for("已填：暂不清楚");
        group.button("加一行").click();
        group.choose("金额单位", "元");

        // A block with heads of its own unit, a bad figure among good ones.
        group.field("财政年度，第1行").click();
        paste(
            page,
            "财政年度\t区域综合贡献（万元）\t来源\n2022\t146\t区级确认\n2023\t约500\t区级确认\n2024\t287.2\t本机构预计\n",
        );
        assert_eq!(group.field("区域综合贡献，2022年，元").value(), "1,460,000");
        group.wait_for("请只填数字");
        assert_eq!(group.field("区域综合贡献，2023年，元").value(), "约500");
        group.wait_for("已填的合计");
        group.wait_for("4,332,000");

        // The summary leads to the cell.
        page.region("需要更正").link("约500").click();
        assert!(page.focused().contains("区域综合贡献，2023年"), "the focus is on {}", page.focused());

        // In 万元 the same yuan; a bare figure is read in 万元, one with its unit as it says.
        group.choose("金额单位", "万元");
        assert_eq!(group.field("区域综合贡献，2022年，万元").value(), "146.00");
        group.wait_for("433.20");
        group.field("区域综合贡献，2023年，万元").fill("26.000001");
        group.wait_for("459.200001");
        group.field("区域综合贡献，2023年，万元").fill("260000元");
        group.choose("金额单位", "亿元");
        assert_eq!(group.field("区域综合贡献，2023年，亿元").value(), "0.0026");
        group.wait_for("0.04592");
        group.choose("金额单位", "元");
        assert_eq!(group.field("区域综合贡献，2023年，元").value(), "260,000");
        group.wait_for("4,592,000");
        assert!(!group.text().contains("已填的合计"));

        // Rows move, and the focus with them.
        group.field("财政年度，第1行").click();
        press_with(page, "altKey", "ArrowDown");
        group.wait_for("已移到第2行");
        assert_eq!(group.field("财政年度，第2行").value(), "2022");
        std::thread::sleep(std::time::Duration::from_millis(100));
        assert_eq!(page.focused(), "财政年度，第2行");
        action(&group, "2022年", "上移");
        group.wait_for("已移到第1行");
        assert_eq!(group.field("财政年度，第1行").value(), "2022");

        // One step back undoes one move; a field keeps Ctrl+Z for itself.
        press_with(page, "ctrlKey", "z");
        let group = page.find(Role::Group, "各财政年度的区域综合贡献是多少");
        assert_eq!(group.field("财政年度，第1行").value(), "2023");
        action(&group, "2023年", "删除");
        group.wait_for("4,332,000");

        // The draft has yuan, whatever the table showed.
        page.wait_for("已存于本机");
        page.reload();
        page.open("#/subject/contribution");
        let group = page.find(Role::Group, "各财政年度的区域综合贡献是多少");
        assert_eq!(group.field("区域综合贡献，2022年，元").value(), "1,460,000");
    });
}

#[test]
fn not_knowing_is_an_answer_and_a_slip_counts_nothing() {
    walk("not knowing", |page| {
        page.open("#/");
        page.find(Role::Radio, "二级分支机构").click();
        page.button("开始填写").click();
        page.link("继续逐项填写").click();
        page.link("申报的共同门槛").click();
        for question in ["功能定位", "准入标准", "日常监管", "统计登记", "近五年"] {
            page.radio(question, "是").click();
        }
        page.open("#/subject/premises");
        page.radio("购置了自用", "是").click();
        page.radio("首次在密云购置", "是").click();
        page.open("#/subject/identity");
        page.radio("新设或新迁入密云的吗", "是").click();
        page.open("#/subject/premises");
        let area = page.find(Role::Group, "自用部分的建筑面积");
        area.field("自用部分的建筑面积").fill("1200");
        let estimate = page.region("实时测算");
        estimate.wait_for("180.00");
        area.checkbox("暂不清楚").click();
        assert_eq!(area.field("自用部分的建筑面积").value(), "");
        estimate.wait_for("待补充");
        assert!(area.checkbox("暂不清楚").is_checked());
        area.field("自用部分的建筑面积").fill("1200");
        estimate.wait_for("180.00");
        assert!(!area.checkbox("暂不清楚").is_checked());

        // What cannot be read leaves the last good figure in the sums, and says so; an empty box is no answer.
        area.field("自用部分的建筑面积").type_over("约1200");
        area.wait_for("请只填数字");
        area.wait_for("仍按原来的数计算");
        assert!(estimate.text().contains("180.00"), "{}", estimate.text());
        area.field("自用部分的建筑面积").fill("");
        page.until("no sum without the answer", "return !document.body.innerText.includes('180.00');");

        // The missing answer is given on the result page, and the row says what came of it.
        page.open("#/result");
        let clauses = page.region("逐条结论");
        clauses.wait_for("还缺1个答案：自用建筑面积");
        let open = page.script(
            "const row = [...document.querySelectorAll('.clause-answer')].find(row => row.textContent.includes('购房补贴') || row.textContent.includes('第十条'));
             row.querySelector('summary').click(); return row.textContent;",
            &[],
        );
        assert!(open.as_str().unwrap_or_default().contains("第十条"), "{open}");
        let area = page.find(Role::Group, "自用部分的建筑面积");
        area.field("自用部分的建筑面积").fill("1200");
        page.wait_for("本条现在：符合");
        assert!(page.focused().contains("自用部分的建筑面积"), "the focus is on {}", page.focused());
        page.region("合计").wait_for("180.00");
    });
}

#[test]
fn rows_that_are_not_drawn_are_reached_from_afar() {
    walk("long tables", |page| {
        page.open("#/");
        page.find(Role::Radio, "中介机构").click();
        page.button("开始填写").click();
        page.open("#/subject/referral");
        let group = page.find(Role::Group, "引进了哪些企业");
        group.button("加一行").click();
        group.field("企业名称，第1行").click();
        let rows: Vec<String> = (1..=120).map(|row| format!("甲{row}\t是\t{}", wrong_in(row))).collect();
        paste(page, &rows.join("\n"));
        group.wait_for("共120行");

        // Only a screenful is drawn, and says where it stands in the whole: heads, rows and sums.
        let sheet = group.find(Role::Table, "引进企业");
        let drawn = "return arguments[0].querySelectorAll('tbody input').length < 60 * 11;";
        assert_eq!(sheet.script(drawn, &[]), json!(true));
        assert_eq!(sheet.attribute("aria-rowcount").as_deref(), Some("122"));

        // The summary leads to a cell far below it, the arrows on beyond what is drawn.
        page.region("需要更正").link("甲58").click();
        page.wait_until_focused("首次纳税日，甲58");
        for row in 59..=80 {
            page.press(&[Key::Down]);
            page.wait_until_focused(&format!("首次纳税日，甲{row}"));
        }
        let place = "return document.activeElement.closest('tr').getAttribute('aria-rowindex');";
        assert_eq!(page.script(place, &[]), json!("81"));

        // Scrolled out of sight it keeps the focus, and goes on from where it is.
        sheet.script("arguments[0].parentElement.scrollTop = 0;", &[]);
        group.field("企业名称，第1行");
        page.wait_until_focused("首次纳税日，甲80");
        page.press(&[Key::Up]);
        page.wait_until_focused("首次纳税日，甲79");
        page.axe();
    });
}

#[test]
fn an_action_is_undone_whole() {
    walk("undone tables", |page| {
        begin(page, "二级分支机构", "contribution");
        let group = page.find(Role::Group, "各财政年度的区域综合贡献是多少");
        group.button("加一行").click();
        page.wait_until_focused("财政年度，第1行");
        group.field("财政年度，第1行").fill("2022");
        group.choose("金额单位", "元");
        group.field("区域综合贡献，2022年，元").fill("1200000");
        group.wait_for("1,200,000");

        // What was pasted goes from the boxes as from the answers. A wrong choice is seen and said.
        group.field("区域综合贡献，2022年，元").click();
        paste(page, "约500\t不详");
        group.wait_for("请只填数字");
        assert_eq!(group.field("区域综合贡献，2022年，元").value(), "约500");
        let source = group.field("来源，2022年");
        assert_eq!(source.attribute("aria-invalid").as_deref(), Some("true"));
        assert_eq!(source.script("return arguments[0].selectedOptions[0].text;", &[]), json!("不详"));
        undo(page);
        page.wait_until_focused("各财政年度的区域综合贡献是多少");
        group.wait_for("1,200,000");
        assert_eq!(group.field("区域综合贡献，2022年，元").value(), "1,200,000");
        assert_eq!(source.attribute("aria-invalid"), None);
        assert_eq!(source.value(), "");
        assert!(!group.text().contains("这一格没有存"), "{}", group.text());

        // A word alone is taken by a cell to choose in, as blocks are.
        source.script("arguments[0].focus();", &[]);
        paste(page, "区级确认");
        page.wait_for("表格已改");
        assert_eq!(source.script("return arguments[0].selectedOptions[0].text;", &[]), json!("区级确认"));
        undo(page);
        assert_eq!(source.value(), "");

        // A row that comes back leaves what is wrong in another where it was.
        group.button("加一行").click();
        page.wait_until_focused("财政年度，第2行");
        group.field("区域综合贡献，2023年，元").fill("约600");
        group.wait_for("请只填数字");
        action(&group, "2022年", "删除");
        group.wait_for("共1行");
        undo(page);
        group.wait_for("共2行");
        assert_eq!(group.field("区域综合贡献，2022年，元").value(), "1,200,000");
        assert_eq!(group.field("区域综合贡献，2023年，元").value(), "约600");
        group.wait_for("这一格没有存");

        // The unit of a table is remembered.
        group.choose("金额单位", "万元");
        group.wait_for("120.00");
        page.wait_for("已存于本机");
        page.reload();
        page.open("#/subject/contribution");
        let group = page.find(Role::Group, "各财政年度的区域综合贡献是多少");
        assert_eq!(group.field("区域综合贡献，2022年，万元").value(), "120.00");
    });
}

#[test]
fn the_last_row_of_a_long_table_comes_and_goes() {
    walk("the end of a long table", |page| {
        begin(page, "中介机构", "referral");
        let group = page.find(Role::Group, "引进了哪些企业");
        group.button("加一行").click();
        page.wait_until_focused("企业名称，第1行");
        let rows: Vec<String> = (1..=50).map(|row| format!("甲{row}\t是\t2023-05-01")).collect();
        paste(page, &rows.join("\n"));
        group.wait_for("共50行");
        group.button("加一行").click();
        page.wait_until_focused("企业名称，第51行");
        group.wait_for("共51行");
        action(&group, "第51行", "删除");
        group.wait_for("共50行");
        page.wait_until_focused("企业名称，第50行");
        undo(page);
        group.wait_for("共51行");
        group.button("加一行").click();
        page.wait_until_focused("企业名称，第52行");
    });
}

#[test]
fn a_spreadsheet_is_read_whole() {
    walk("pasted tables", |page| {
        begin(page, "中介机构", "referral");
        let group = page.find(Role::Group, "引进了哪些企业");

        // A table without rows takes a block. A name that begins as a head does is no head.
        group.find(Role::Group, "还没有填").click();
        page.wait_until_focused("还没有填");
        paste(
            page,
            "Enterprise Alpha\tTRUE\t2023/5/1 0:00\r\n\
             \"乙公司\n（北京）\"\tNO\t2023-06-01\r\n\
             \"丙 \"\"A\"\" 公司\"\t是\t2023-06-01\r\n",
        );
        group.wait_for("共3行");
        page.wait_until_focused("企业名称，第1行");
        assert_eq!(group.field("企业名称，第1行").value(), "Enterprise Alpha");
        assert_eq!(group.field("符合产业定位，Enterprise Alpha").value(), "yes");
        assert_eq!(group.field("首次纳税日，Enterprise Alpha").value(), "2023-05-01");
        assert_eq!(group.field("企业名称，第2行").value(), "乙公司 （北京）");
        assert_eq!(group.field("符合产业定位，乙公司 （北京）").value(), "no");
        assert_eq!(group.field("企业名称，第3行").value(), "丙 \"A\" 公司");
        assert!(!page.text().contains("按表头填入"), "{}", page.text());

        // Heads say which column is which. Where one is not known, nothing is filled in before the reader has decided.
        let list = "企业名称\t符合产业定位\t首次纳税日\t首年贡献（单位：万元）\t区财政贡献（万元）\t社团（第二十八条）也计入\t备注\n\
             丁公司\t是\t2023-07-01\t12\t34.5\t否\t老客户\n";
        undo(page);
        group.find(Role::Group, "还没有填").click();
        page.wait_until_focused("还没有填");
        paste(page, list);
        let preview = page.region("填入之前，请核对哪一列填到哪里");
        preview.wait_for("老客户");
        preview.wait_for("没有填入的列：区财政贡献（万元）、备注");
        group.find(Role::Group, "还没有填");
        page.axe();
        preview.choose("填到：区财政贡献（万元）", "次年贡献");
        preview.wait_for("没有填入的列：备注");
        assert_eq!(preview.field("单位：区财政贡献（万元）").value(), "wan");
        preview.choose("填到：备注", "统一社会信用代码");
        preview.choose("填到：备注", "不填");
        preview.wait_for("每一列都有了去处");
        preview.button("填入").click();
        page.wait_for("按表头填入1行");
        group.wait_for("共1行");
        assert_eq!(group.field("企业名称，第1行").value(), "丁公司");
        assert_eq!(group.field("首次纳税当年贡献，丁公司，万元").value(), "12.00");
        assert_eq!(group.field("次年贡献，丁公司，万元").value(), "34.50");

        // What was decided about these heads is done again without asking, out of a file as well.
        undo(page);
        group.find(Role::Group, "还没有填");
        let gb = encoding_rs::GB18030.encode(&list.replace('\t', ",")).0.into_owned();
        page.hand_over("清单.csv", &gb);
        page.wait_for("按表头填入1行");
        assert_eq!(group.field("次年贡献，丁公司，万元").value(), "34.50");

        // A file beside rows that are there: in their place or after them.
        page.hand_over("清单.csv", &gb);
        page.region("填入之前，请核对哪一列填到哪里").button("加在现有各行之后").click();
        group.wait_for("共2行");
        page.hand_over("坏.xlsx", b"PK\x03\x04");
        group.wait_for("文件已损坏或不完整");
        group.wait_for("共2行");
    });
}

/// The first tax day of a row: one of them is wrong.
fn wrong_in(row: usize) -> &'static str {
    if row == 58 { "某日" } else { "2023-05-01" }
}

#[test]
fn a_slip_of_the_unit_is_asked_about_and_mended_in_one_step() {
    walk("a slip of the unit", |page| {
        begin(page, "二级分支机构", "contribution");
        let group = page.find(Role::Group, "各财政年度的区域综合贡献是多少");
        group.button("加一行").click();
        group.field("财政年度，第1行").fill("2023");
        // Nobody writes contributions in yuan: the table begins in 万元.
        group.field("区域综合贡献，2023年，万元").fill("1800");
        group.wait_for("1,800.00");
        assert!(!group.text().contains("填的吗"), "{}", group.text());

        // Yuan beside it is far from it, and is read anew alone.
        group.button("加一行").click();
        group.field("财政年度，第2行").fill("2024");
        group.field("区域综合贡献，2024年，万元").fill("20000000");
        group.wait_for("有1个数超过10亿元，与其他各数相差悬殊。是按元填的吗？");
        group.button("改按元读").click();
        group.wait_for("3,800.00");
        assert_eq!(group.field("区域综合贡献，2024年，万元").value(), "2,000.00");
        assert!(!group.text().contains("填的吗"), "{}", group.text());
        undo(page);
        group.wait_for("是按元填的吗");
        group.button("改按元读").click();
        group.wait_for("3,800.00");

        // The switch changes only how figures are shown, and says so.
        group.wait_for("只改显示，不改数额");
        group.choose("金额单位", "元");
        assert_eq!(group.field("区域综合贡献，2023年，元").value(), "18,000,000");
        group.field("区域综合贡献，2023年，元").fill("1800");
        group.field("区域综合贡献，2024年，元").fill("2000");
        group.wait_for("这些数都不到10万元。是按万元填的吗？");
        group.button("改按万元读").click();
        group.wait_for("38,000,000");
        page.axe();
    });
}

#[test]
fn a_row_has_one_menu_that_the_keyboard_opens_and_leaves() {
    walk_in_both("the menu of a row", |page, say| {
        page.example(say("密云示例银行", "Miyun Example Bank"));
        page.open("#/subject/contribution");
        let group = page
            .find(Role::Group, say("各财政年度的区域综合贡献是多少", "What was the contribution in each fiscal year"));
        let years = group.find(Role::Table, say("区域综合贡献", "Contribution by year"));
        let rows = "return arguments[0].querySelectorAll('tbody tr').length;";
        let buttons = "return arguments[0].querySelectorAll('tbody button').length;";
        assert_eq!(years.script(rows, &[]), years.script(buttons, &[]), "one button a row");

        // Arrows go round, the first row has nowhere to go up to, and Escape gives the focus back.
        let first = group.button(say("2022年：移动或删除", "2022: Move or remove"));
        first.script("arguments[0].focus();", &[]);
        page.press(&[Key::Enter]);
        page.wait_until_focused(say("上移", "Move up"));
        let up = group.find(Role::MenuItem, say("上移", "Move up"));
        assert_eq!(up.attribute("aria-disabled").as_deref(), Some("true"));
        page.axe();
        page.press(&[Key::Down]);
        page.wait_until_focused(say("下移", "Move down"));
        page.press(&[Key::Up]);
        page.wait_until_focused(say("上移", "Move up"));
        page.press(&[Key::Up]);
        page.wait_until_focused(say("删除", "Remove"));
        page.press(&[Key::Escape]);
        page.wait_until_focused(say("2022年：移动或删除", "2022: Move or remove"));
        assert!(!group.has(Role::MenuItem, say("删除", "Remove")));

        // The focus stays with the row that moves; elsewhere the menu closes.
        group.button(say("2022年：移动或删除", "2022: Move or remove")).click();
        group.find(Role::MenuItem, say("下移", "Move down")).click();
        group.wait_for(say("已移到第2行", "Moved to row 2"));
        page.wait_until_focused(say("2022年：移动或删除", "2022: Move or remove"));
        page.press(&[Key::Enter]);
        page.wait_until_focused(say("上移", "Move up"));
        group.field(say("财政年度，第1行", "Fiscal year, row 1")).click();
        page.until("the menu is gone", "return !document.querySelector('[role=menu]');");
    });
}

#[test]
fn years_side_by_side_become_rows() {
    walk_in_both("years side by side", |page, say| {
        page.example(say("密云示例银行", "Miyun Example Bank"));
        page.open("#/subject/contribution");
        let group = page
            .find(Role::Group, say("各财政年度的区域综合贡献是多少", "What was the contribution in each fiscal year"));
        group.field(say("财政年度，第1行", "Fiscal year, row 1")).click();
        paste(page, "历年情况（单位：万元）\t\t\n项目\t2022年\t2023年\n区域综合贡献\t123\t456\n");
        page.wait_for(say("原表年度横排，已转成一年一行", "years stood side by side and were turned into rows"));
        let contribution = |year: &str| {
            let label = format!("{}{}", say("区域综合贡献，", "Contribution, "), year);
            group.field(&label).value()
        };
        assert_eq!(contribution(say("2022年，万元", "2022, 10,000 yuan")), "123.00");
        assert_eq!(contribution(say("2023年，万元", "2023, 10,000 yuan")), "456.00");
        page.axe();
    });
}

#[test]
fn two_tables_in_one_sheet_are_told_apart() {
    walk_in_both("two tables in one sheet", |page, say| {
        page.example(say("密云示例银行", "Miyun Example Bank"));
        page.open("#/subject/contribution");
        let group = page
            .find(Role::Group, say("各财政年度的区域综合贡献是多少", "What was the contribution in each fiscal year"));
        group.field(say("财政年度，第1行", "Fiscal year, row 1")).click();
        paste(page, "年度\t贡献（万元）\n2022\t123\n\n年度\t营业收入（元）\n2022\t9999999\n");
        page.wait_for(say("第4行起是另一张表", "another table begins at line 4"));
        let label = say("区域综合贡献，2022年，万元", "Contribution, 2022, 10,000 yuan");
        assert_eq!(group.field(label).value(), "123.00");
    });
}
