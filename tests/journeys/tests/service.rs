//! What the district is asked to coordinate: reached from the result, written down, kept, and handed over.

use journeys::{Key, Role, walk, walk_in_both};
use miyun::date::Date;
use miyun::drafts::examples::ALL;
use miyun::office::docx;
use miyun::packet::package::Package;
use miyun::text::Lang;

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

/// The search leads there, a promised day stands among the days of the plan, and the paper is known by its code.
#[test]
fn the_rest_of_the_page_knows_the_package() {
    let example = ALL.iter().find(|example| example.id == "trust_introducer").unwrap();
    let draft = example.draft().unwrap();
    let package = Package::lay_out(&draft, &draft.claimed(true), Lang::Zh, Date::first_of(2026)).unwrap();
    let paper = docx::docx(&package.volume()).unwrap();
    walk("the package elsewhere", |page| {
        page.open("#/");
        page.example(example.name.zh);
        page.open("#/rules");
        page.field("在规则里查找").fill("总管家");
        page.wait_for("区发展改革委，统筹全区的服务包");
        page.press(&[Key::Enter]);
        page.heading("要区级部门协调的事");

        page.open("#/planner");
        let calendar = page.region("日历");
        for words in ["承诺办结：员工子女入学", "密政发〔2019〕29号第六部分第3项"] {
            calendar.wait_for(words);
        }

        page.open("#/verify");
        page.hand_over("服务包.docx", &paper);
        page.wait_for("核验码一致（密政发〔2019〕29号）");
    });
}
