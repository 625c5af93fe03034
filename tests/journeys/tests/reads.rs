//! What is read rather than typed: reasons, doubts, the rules, and the official text beside them.

use journeys::{Key, Role, walk};
use miyun::article::article_zh;
use miyun::drafts::examples::ALL;
use miyun::rule::Outcome;
use miyun::text::Lang;

#[test]
fn who_gets_nothing_reads_exactly_why() {
    walk("nothing, and why", |page| {
        let example = ALL.iter().find(|example| example.id == "nothing").unwrap();
        page.open("#/");
        page.example(example.name.zh);
        page.open("#/result");
        page.region("合计").wait_for("本案没有");
        let draft = example.draft().unwrap();
        let report = draft.rules().assess(&draft.facts, true);
        assert!(report.total().certain.is_zero() && report.total().possible.is_zero());
        let text = page.text();
        for assessment in report.assessments.iter().filter(|assessment| assessment.outcome == Outcome::NotMet) {
            // Of what there is none of, that is all there is to say.
            if let Some(question) = assessment.absent {
                let says = format!("{}：没有", question.label.zh);
                assert!(text.contains(&says), "{}: the page does not say “{says}”", assessment.clause.id);
                continue;
            }
            for step in assessment.unmet() {
                let says = step.provision.says.get(Lang::Zh);
                assert!(text.contains(says), "{}: the page does not say “{says}”", assessment.clause.id);
            }
        }
        // A figure that failed stands beside the figure needed.
        assert!(text.contains("9,000万元"), "the paid-in capital that is too small");
        assert!(text.contains("10亿元"), "the paid-in capital that is needed");
    });
}

#[test]
fn a_doubt_shows_both_readings_and_the_question_to_send() {
    walk("a doubt", |page| {
        page.open("#/");
        page.example("密云示例银行股份有限公司");
        page.open("#/clause/growth_funding");
        let doubts = page.region("影响10.40万元");
        for words in ["36.2", "1,572.80", "1,583.20", "审慎", "第二十条最多两年"] {
            doubts.wait_for(words);
        }
        page.open("#/doubts");
        page.heading("触及当前草稿");
        page.wait_for("36.3");
        page.wait_for("+10.40");
    });
}

#[test]
fn where_to_file_and_what_the_office_said_are_noted_and_printed() {
    walk("filing", |page| {
        page.open("#/");
        page.example("燕落企业服务有限公司");
        page.open("#/result");
        let steps = page.region("怎么报、报到哪里");
        steps.wait_for("每年11月底");
        steps.wait_for("（第三十二条）");
        steps.field("受理部门电话").fill("010-0000 0001");
        steps.field("今年申报时间").fill("11月25日至12月10日");
        let doubts = page.region("存疑");
        doubts.find(Role::Disclosure, "2.4").click();
        let reply = doubts.find(Role::Group, "区金融办的答复");
        reply.field("问的是谁").fill("张科");
        reply.field("区金融办的答复").fill("社团、中介按能适用的办");
        page.axe();
        page.reload();
        assert_eq!(page.region("怎么报、报到哪里").field("受理部门电话").value(), "010-0000 0001");
        page.open("#/handout");
        page.wait_for("今年申报时间：11月25日至12月10日");
        page.open("#/packet");
        page.wait_for("受理部门电话：010-0000 0001");
        // It is about what is applied for: the statement says so too.
        page.wait_for("向区金融办核实的情况");
        page.button("待确认单").click();
        page.wait_for("张科：社团、中介按能适用的办");
    });
}

#[test]
fn the_rules_are_searched_and_set_beside_the_official_text() {
    walk("the rules", |page| {
        page.open("#/rules");
        page.heading("规则目录");
        let search = page.field("在规则里查找");
        search.fill("托管");
        page.wait_for("第八条");
        page.press(&[Key::Escape]);

        // An invented text in the form of the official one; and one that is something else.
        let invented: String =
            (1..=38).map(|number| format!("{} 此处为虚构的第{number}段文字。\n\n", article_zh(number))).collect();
        page.hand_over("其他.txt", "第一条 这是另一份文件。".as_bytes());
        page.wait_for("原文没有打开");
        page.hand_over("原文.txt", format!("密政发〔2019〕25号\n\n{invented}").as_bytes());
        page.wait_for("此处为虚构的第19段文字。");
        page.button("收起原文").click();
    });
}
