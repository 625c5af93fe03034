//! What the district is asked to coordinate: reached from the result, written down, kept, and handed over.

use journeys::{Role, walk_in_both};

#[test]
fn a_need_is_written_down_kept_and_handed_over() {
    walk_in_both("a need", |page, say| {
        page.example(say("密云示例银行", "Miyun Example Bank"));
        page.open("#/result");
        page.link(say("要区级部门协调的事", "For the district to coordinate")).click();
        page.heading(say("要区级部门协调的事", "What the district is asked to coordinate"));
        page.region(say("诉求", "Needs")).wait_for(say("还没有写诉求", "No need is written down yet"));
        page.axe();

        page.button(say("加一件事", "Add a matter")).click();
        let needs = page.region(say("诉求", "Needs"));
        needs.field(say("事项", "Matter")).fill(say("员工子女入学", "School places"));
        needs.choose(say("领域", "Field"), say("入学和医疗", "School and health"));
        needs.wait_for(say("通常由谁负责", "Usually in charge"));
        page.wait_for(say("1．员工子女入学（待办）", "1. School places (open)"));

        // It stands in the papers beside it, and in the table for other programs.
        let (name, bytes) = page.downloaded_by(|| page.button(say("表格（CSV）", "Table (CSV)")).click());
        assert!(name.ends_with(".csv"), "{name}");
        assert!(String::from_utf8(bytes).unwrap().contains(say("员工子女入学", "School places")));
        let (name, bytes) = page.downloaded_by(|| page.button("Word").click());
        assert!(name.ends_with(".docx") && bytes.starts_with(b"PK"), "{name}");

        // Kept with the draft, whose application knows nothing of it.
        page.wait_for(say("已存于本机", "Saved on this machine"));
        page.reload();
        page.open("#/service");
        page.region(say("诉求", "Needs")).wait_for(say("员工子女入学", "School places"));
        page.open("#/packet");
        page.heading(say("申报材料", "The packet"));
        assert!(!page.text().contains(say("员工子女入学", "School places")));

        page.open("#/service");
        page.find(Role::Disclosure, say("员工子女入学", "School places")).click();
        page.button(say("删去这件事", "Take it out")).click();
        page.region(say("诉求", "Needs")).wait_for(say("还没有写诉求", "No need is written down yet"));
    });
}
