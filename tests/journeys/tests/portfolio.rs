//! Many applicants on one page: drafts in a list and a table with one applicant a row, totals, order, a draft of each,
//! and all packets in one file; and what each introduced enterprise comes to.

use journeys::{Role, walk};
use miyun::drafts::examples::ALL;
use miyun::opened::each::each;

#[test]
fn many_applicants_are_opened_ranked_and_packed() {
    walk("portfolio", |page| {
        page.open("#/drafts");
        page.link("多家测算").click();
        page.heading("多家测算");
        // Two drafts in one file.
        let [bank, introducer] = ["bank", "introducer"].map(|id| ALL.iter().find(|example| example.id == id).unwrap());
        page.hand_over("两家.json", format!("[{},{}]", bank.json, introducer.json).as_bytes());
        page.wait_for("打开了2家");
        page.region("合计").wait_for("共2家");
        let applicants = page.region("各家");
        applicants.wait_for("密云示例银行");
        page.axe();

        // A table with one applicant a row: what is no answer is told by name, and nothing is lost.
        let table = "机构名称,机构类别,申请年度,备注\n甲小贷,准金融机构,2026,老客户\n乙小贷,小贷,2026,\n";
        page.hand_over("名单.csv", table.as_bytes());
        page.region("合计").wait_for("共4家");
        page.find(Role::Disclosure, "没有读或需核对的内容").click();
        page.wait_for("乙小贷 机构类别“小贷”");
        page.wait_for("“备注”");

        // In another order.
        let applicants = page.region("各家");
        applicants.choose("排序", "打开的顺序");
        let applicants = page.region("各家");
        let text = applicants.text();
        assert!(text.find("密云示例银行") < text.find("甲小贷"), "{text}");

        // One packet each, which opens again.
        let (name, bytes) = page.downloaded_by(|| page.button("全部申报材料（ZIP）").click());
        assert!(name.starts_with("各家申报材料"), "{name}");
        assert_eq!(each(&name, &bytes).iter().filter(|(_, opened)| opened.is_ok()).count(), 4);

        // Each opens as a draft of its own, and a second time as the same one.
        let kept = || {
            page.region("各家").link("甲小贷").click();
            page.heading("甲小贷");
            page.wait_for("已存于本机");
            page.open("#/drafts");
            page.wait_for("新开一份");
            let kept = page.text().matches("甲小贷").count();
            page.open("#/portfolio");
            kept
        };
        assert_eq!(kept(), kept());
        page.region("合计").wait_for("共4家");
        page.button("清空本页").click();
        page.wait_for("本页已清空");
        assert!(!page.has(Role::Region, "各家"));
    });
}

#[test]
fn a_file_that_is_no_table_of_applicants_says_so() {
    walk("portfolio refuses", |page| {
        page.open("#/portfolio");
        page.hand_over("a.csv", b"1,2\n3,4\n");
        page.wait_for("打开了0家");
        page.find(Role::Disclosure, "没有读或需核对的内容").click();
        page.wait_for("没有认出表头");
    });
}

#[test]
fn every_introduced_enterprise_says_what_it_comes_to() {
    walk("row answers", |page| {
        page.open("#/");
        page.example("燕落企业服务有限公司");
        page.wait_for("已存于本机");
        page.open("#/subject/referral");
        page.find(Role::Disclosure, "逐行测算").click();
        let list = page.region("逐行测算");
        list.wait_for("有奖励");
        page.axe();

        // Filtered, found, and led to its row.
        page.field("只看").wait_for("全部");
        page.choose("只看", "有奖励");
        page.wait_for("行，共");
        let name = "引进企业12（示例）";
        page.field("查找名称或代码").fill(name);
        page.wait_for("显示1行");
        page.region("逐行测算").button(name).click();
        page.wait_until_focused("企业名称");

        // As files.
        let (file, bytes) = page.downloaded_by(|| page.button("逐行测算，带公式（xlsx）").click());
        assert!(file.starts_with("引进企业-") && bytes.starts_with(b"PK"), "{file}");
        let (file, bytes) = page.downloaded_by(|| page.button("空白模板（xlsx）").click());
        assert!(file.contains("模板") && bytes.starts_with(b"PK"), "{file}");
    });
}
