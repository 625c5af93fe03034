//! Tables with one applicant a row, as clerks keep them: each row becomes the draft that its applicant would have filled
//! in, and nothing is read that the heads do not say.

use miyun::answers::answer::Answer;
use miyun::answers::form::Form;
use miyun::answers::json::answer_json;
use miyun::answers::yearly::Source;
use miyun::applicant::contribution::YEARLY_CONTRIBUTION;
use miyun::applicant::question;
use miyun::drafts::applicants::{columns, gather};
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::drafts::portfolio::{Applicant, Portfolio};
use miyun::money::{Money, wan, yuan};
use miyun::text::Lang;

fn drafts(table: &str) -> Vec<Draft> {
    gather("t.csv", table.as_bytes(), Lang::Zh).drafts.into_iter().map(|(_, draft)| draft).collect()
}

fn told(draft: &Draft, id: &str) -> String {
    let spec = question(id).unwrap();
    match draft.facts.answer(spec) {
        None => String::new(),
        Some(answer) => match answer_json(&spec.form, answer) {
            serde_json::Value::String(words) => words,
            other => other.to_string(),
        },
    }
}

fn contribution(draft: &Draft, year: u16) -> Option<Money> {
    YEARLY_CONTRIBUTION.of(&draft.facts, year)
}

#[test]
fn heads_decide_and_units_belong_to_their_heads() {
    let table = "\
密云区金融机构汇总表（内部）\t\t\t\t\t\t
序号\t申请年度\t2025年区域综合贡献（万元）\t机构类别\t单位名称\t2026年贡献（预计）\t实收资本
1\t2026\t1,250.5\t法人金融机构\t密云甲银行\t13000000\t10亿元
2\t2026\t—\t基金管理机构\t密云乙基金\t\t5000万元
合计\t\t1,250.5\t\t\t\t
";
    let drafts = drafts(table);
    assert_eq!(drafts.len(), 2, "title and sum are no applicants");
    let [bank, fund] = drafts.as_slice() else { panic!() };
    assert_eq!(["name", "kind", "application_year"].map(|id| told(bank, id)), ["密云甲银行", "legal_entity", "2026"]);
    assert_eq!(contribution(bank, 2025), Some(Money::from_fen(1_250_500_000)));
    assert_eq!(contribution(bank, 2026), Some(yuan(13_000_000)));
    let source = |year| YEARLY_CONTRIBUTION.source(&bank.facts, year);
    assert_eq!((source(2025), source(2026)), (None, Some(Source::Forecast)), "a head says what is expected");
    assert_eq!(["name", "kind"].map(|id| told(fund, id)), ["密云乙基金", "fund_manager"]);
    assert_eq!((contribution(fund, 2025), contribution(fund, 2026)), (None, None), "a dash is no figure");
    assert_eq!(told(bank, "paid_in"), "1000000000.00");
}

/// Whatever a cell says that is no answer stays out of the draft and is told with the name of its row.
#[test]
fn what_is_no_answer_is_told_by_name() {
    let table = "\
机构名称,机构类别,申请年度,备注,2024年贡献
甲公司,银行,2026,老客户,500万元
,基金公司,明年,,12个月
";
    let gathered = gather("名单.csv", table.as_bytes(), Lang::Zh);
    let drafts: Vec<&Draft> = gathered.drafts.iter().map(|(_, draft)| draft).collect();
    assert_eq!(told(drafts[0], "kind"), "");
    assert_eq!(contribution(drafts[0], 2024), Some(wan(500)));
    assert_eq!((told(drafts[1], "application_year"), contribution(drafts[1], 2024)), (String::new(), None));
    let notes = gathered.notes.join("\n");
    for part in ["甲公司 机构类别“银行”", "第3行 申请年度“明年”", "第3行 2024年区域综合贡献“12个月”", "“备注”"]
    {
        assert!(notes.contains(part), "{part} in\n{notes}");
    }
    assert!(gathered.notes.iter().all(|note| note.starts_with("名单.csv：")), "{notes}");
    let froms: Vec<&str> = gathered.drafts.iter().map(|(from, _)| from.as_str()).collect();
    assert_eq!(froms, ["名单.csv:2", "名单.csv:3"]);
}

/// Nobody has all questions in our order: without a head that is known nothing is read.
#[test]
fn without_heads_nothing_is_read() {
    for table in ["甲公司,91110118MA0AGNT09X,是\n乙公司,,否\n", "甲,乙,丙\n1,2,3\n", "\n", ""] {
        let gathered = gather("t.csv", table.as_bytes(), Lang::En);
        assert!(gathered.drafts.is_empty() && gathered.notes.len() == 1, "{table}: {:?}", gathered.notes);
    }
}

#[test]
fn the_same_name_twice_is_told() {
    let gathered = gather("t.csv", "机构名称,申请年度\n甲,2026\n甲,2026\n".as_bytes(), Lang::Zh);
    assert_eq!(gathered.notes.len(), 1, "{:?}", gathered.notes);
    let applicants = gathered.drafts.into_iter().map(|(from, draft)| Applicant::new(draft, from)).collect();
    let portfolio = Portfolio { applicants, ..Portfolio::default() };
    assert_eq!(portfolio.repeated().into_iter().collect::<Vec<_>>(), [1]);
}

/// What is written in single answers is read back as the same answers, for every kind of applicant, in either language.
#[test]
fn the_examples_come_back_out_of_a_table() {
    for lang in [Lang::Zh, Lang::En] {
        let singles: Vec<_> = columns().iter().filter(|column| question(column.id).is_some()).collect();
        let heads: Vec<&str> = singles.iter().map(|column| column.head.get(lang)).collect();
        let mut table = heads.join("\t") + "\n";
        let examples: Vec<Draft> = ALL.iter().map(|example| example.draft().unwrap()).collect();
        for draft in &examples {
            let cells: Vec<String> = singles
                .iter()
                .map(|column| match (draft.facts.answer(question(column.id).unwrap()), column.form) {
                    (Some(Answer::YesNo(yes)), _) => if *yes { "是" } else { "否" }.to_owned(),
                    (Some(Answer::Choice(place)), Form::Choice(choices)) => {
                        choices[usize::from(*place)].label.get(lang).to_owned()
                    }
                    (Some(Answer::NotKnown) | None, _) => String::new(),
                    (Some(_), _) => told(draft, column.id),
                })
                .collect();
            table += &(cells.join("\t") + "\n");
        }
        let read = drafts(&table);
        assert_eq!(read.len(), examples.len());
        for (read, example) in read.iter().zip(&examples) {
            for column in &singles {
                let spec = question(column.id).unwrap();
                let wanted = example.facts.answer(spec).filter(|answer| **answer != Answer::NotKnown);
                assert_eq!(read.facts.answer(spec), wanted, "{} {lang:?}", column.id);
            }
        }
    }
}
