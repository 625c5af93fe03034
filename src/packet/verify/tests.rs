//! What differs between two drafts, and what a code says of one.

use proptest::prelude::{ProptestConfig, any, proptest};

use super::{Changed, CodeVerdict, Location, MOST, Of, check_code, compare};
use crate::answers::answer::{Answer, Table};
use crate::answers::form::Form;
use crate::applicant::{CATALOGUE, question};
use crate::drafts::draft::{Draft, Further};
use crate::drafts::examples::ALL;
use crate::money::yuan;
use crate::packet::Seal;
use crate::packet::seal::VERSION;
use crate::policy;
use crate::rule::Band;
use crate::text::Lang;

fn example(id: &str) -> Draft {
    ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
}

fn filled(changed: &Changed, lang: Lang) -> (String, String, String) {
    (changed.place(lang), changed.side(0, lang), changed.side(1, lang))
}

/// Another answer of the same form.
fn other(form: &Form, answer: &Answer) -> Option<Answer> {
    Some(match answer {
        Answer::YesNo(yes) => Answer::YesNo(!yes),
        Answer::Money(money) if money.is_zero() => Answer::Money(yuan(1)),
        Answer::Money(_) => Answer::Money(yuan(0)),
        Answer::Count(count) => Answer::Count(if *count == 7 { 8 } else { 7 }),
        Answer::Year(year) => Answer::Year(if *year == 2190 { 2191 } else { 2190 }),
        Answer::Words(words) => Answer::Words(if &**words == "改" { "换" } else { "改" }.into()),
        Answer::Choice(choice) => match form {
            Form::Choice(choices) if choices.len() > 1 => Answer::Choice(u8::from(*choice == 0)),
            _ => return None,
        },
        _ => return None,
    })
}

#[test]
fn the_same_draft_is_identical_whatever_the_code_does_not_cover() {
    for example in ALL {
        let draft = example.draft().unwrap();
        let mut copy = Draft::from_json(&draft.to_json()).unwrap();
        copy.title = "另一个名字".to_owned();
        copy.filing.undertaken = !copy.filing.undertaken;
        let comparison = compare(&draft, &copy);
        assert!(comparison.identical(), "{}", example.id);
        assert!(comparison.answers.is_empty() && comparison.filing.is_empty() && comparison.amounts.is_empty());
        assert!(comparison.says(Lang::Zh).contains(&draft.code()));
    }
}

#[test]
fn what_differs_is_named_in_words() {
    let left = example("bank");
    let mut right = left.clone();
    let set = |draft: &mut Draft, id: &str, answer: Option<Answer>| {
        draft.facts.set(question(id).unwrap(), answer).unwrap();
    };
    set(&mut right, "paid_in", Some(Answer::Money(yuan(999_999_999))));
    set(&mut right, "phone", None);
    set(&mut right, "lawful", Some(Answer::NotKnown));
    let spec = question("contributions").unwrap();
    let Form::Table(columns) = spec.form else { panic!() };
    let row = right.facts.table_mut(spec).unwrap().len() - 1;
    right.facts.table_mut(spec).unwrap().set(columns, row, 1, Some(Answer::Money(yuan(1)))).unwrap();
    let comparison = compare(&left, &right);
    assert!(!comparison.identical());
    let zh: Vec<_> = comparison.answers.iter().map(|changed| filled(changed, Lang::Zh)).collect();
    let line = |place: &str| zh.iter().find(|line| line.0 == place).unwrap_or_else(|| panic!("{place}: {zh:?}"));
    assert_eq!(line("实收资本").2, "999,999,999.00元");
    assert_eq!(line("电话").2, "（未填）");
    assert_ne!(line("电话").1, "（未填）");
    assert!(zh.iter().any(|line| line.1 == "是" && line.2 == "暂不清楚"), "{zh:?}");
    assert!(zh.iter().any(|line| line.0.contains(&format!("第{}行", row + 1)) && line.2 == "1.00元"), "{zh:?}");
    assert_eq!(zh.len(), 4);
    let en: Vec<_> = comparison.answers.iter().map(|changed| filled(changed, Lang::En)).collect();
    assert!(en.iter().any(|line| line.2 == "999,999,999.00 yuan"), "{en:?}");
    assert!(en.iter().any(|line| line.2 == "not known yet"), "{en:?}");
}

#[test]
fn amounts_differ_clause_by_clause_and_in_sum() {
    let left = example("bank");
    let mut right = left.clone();
    let below = Answer::Money(yuan(999_999_999));
    right.facts.set(question("paid_in").unwrap(), Some(below)).unwrap();
    let comparison = compare(&left, &right);
    let [before, after] = [&left, &right].map(|draft| draft.claimed(false));
    let opening = comparison
        .amounts
        .iter()
        .find(|amount| matches!(amount.of, Of::Clause(clause) if clause.id == "opening_legal_entity"))
        .unwrap();
    assert_eq!((opening.what(Lang::Zh).as_str(), opening.band), ("第六条　可测算", Band::Certain));
    assert_eq!(
        (opening.side(0, Lang::Zh), opening.side(1, Lang::Zh)),
        ("20,000,000.00元".into(), "10,000,000.00元".into())
    );
    let total = comparison.amounts.iter().find(|amount| matches!(amount.of, Of::Total)).unwrap();
    assert_eq!(total.sides, [Some(before.total().certain), Some(after.total().certain)]);
    let requested = comparison.amounts.iter().find(|amount| matches!(amount.of, Of::Requested)).unwrap();
    assert_eq!(requested.what(Lang::Zh), "申请金额");
    assert_eq!(requested.sides[0].unwrap().less(requested.sides[1].unwrap()), yuan(10_000_000));
    right.facts.set(question("application_year").unwrap(), None).unwrap();
    let untold = compare(&left, &right);
    let requested = untold.amounts.iter().find(|amount| matches!(amount.of, Of::Requested)).unwrap();
    assert_eq!(requested.side(1, Lang::En), "(year of application not told)");
}

#[test]
fn choices_about_the_papers_are_compared() {
    let left = example("bank");
    let mut right = left.clone();
    right.filing.claims.insert("growth_funding", false);
    right.filing.statements.insert("key_institution", "第一行\n我行改过的第二行".to_owned());
    let mut again = right.clone();
    again.filing.statements.insert("key_institution", "第一行\n又改过的第二行".to_owned());
    let comparison = compare(&left, &right);
    let claims = &comparison.filing[0];
    assert!(claims.what[0].starts_with("申报条款　第"), "{:?}", claims.what);
    assert_eq!(claims.sides, [["按测算", "as worked out"], ["不申报", "left out"]].map(|side| side.map(str::to_owned)));
    assert_eq!(comparison.filing.len(), 2);
    assert!(comparison.filing[1].what[0].starts_with("情况说明　"));
    let comparison = compare(&right, &again);
    assert_eq!(
        comparison.filing[0].sides.each_ref().map(|side| side[0].as_str()),
        ["我行改过的第二行", "又改过的第二行"]
    );
    assert!(comparison.answers.is_empty());
}

fn enterprises(rows: usize) -> Draft {
    let mut draft = example("introducer");
    let spec = question("enterprises").unwrap();
    let Form::Table(columns) = spec.form else { panic!() };
    let mut table = Table::new(columns);
    for row in 0..rows {
        table.insert(row);
        table.set(columns, row, 0, Some(Answer::Words(format!("第{row}家").as_str().into()))).unwrap();
    }
    draft.facts.set(spec, Some(Answer::Table(table))).unwrap();
    draft
}

#[test]
fn a_row_put_in_is_one_difference_and_many_are_counted() {
    let left = enterprises(300);
    let spec = question("enterprises").unwrap();
    let mut right = left.clone();
    right.facts.table_mut(spec).unwrap().insert(100);
    let comparison = compare(&left, &right);
    assert_eq!(comparison.answers.len(), 1);
    let row = &comparison.answers[0];
    assert!(matches!(row.location, Location::Row { rows: [None, Some(100)] }));
    assert_eq!(filled(row, Lang::Zh).1, "（无此行）");
    assert!(row.place(Lang::Zh).ends_with("第101行"), "{}", row.place(Lang::Zh));
    let backwards = compare(&right, &left);
    assert_eq!(filled(&backwards.answers[0], Lang::En).2, "(no such row)");

    let comparison = compare(&enterprises(0), &left);
    assert_eq!((comparison.answers.len(), comparison.more), (MOST, 100));
}

#[test]
fn long_tables_are_compared_in_time_that_grows_with_them() {
    let left = enterprises(100_000);
    let mut right = left.clone();
    let spec = question("enterprises").unwrap();
    right.facts.table_mut(spec).unwrap().remove(3);
    right.facts.table_mut(spec).unwrap().swap(50_000, 60_000);
    let comparison = compare(&left, &right);
    assert_eq!(comparison.answers.len() + comparison.more, 60_000 - 3 + 1 + 1);
}

#[test]
fn a_code_is_checked_against_a_draft() {
    let draft = example("bank");
    let seal = Seal::of(&draft);
    assert_eq!(check_code(&seal.code, &draft), CodeVerdict::Same { of: None, made_by: None });
    assert_eq!(check_code(&seal.qr(), &draft), CodeVerdict::Same { of: None, made_by: None });
    assert_eq!(check_code("密云", &draft), CodeVerdict::NotACode);
    let other = example("guarantee");
    let CodeVerdict::Other { typed, own, .. } = check_code(&seal.line(Lang::Zh), &other) else { panic!() };
    assert_eq!((typed, own), (seal.code.clone(), other.code()));
    let newer = format!("核验码　{}　miyun-2031-7/9.9.9", seal.code);
    let verdict = check_code(&newer, &draft);
    assert!(matches!(&verdict, CodeVerdict::Same { made_by: Some((edition, _)), .. } if edition == "miyun-2031-7"));
    for (lang, word) in [(Lang::Zh, "由miyun-2031-7/9.9.9生成"), (Lang::En, "made by miyun-2031-7/9.9.9")] {
        assert!(verdict.says(lang).contains(word), "{}", verdict.says(lang));
    }
}

/// The package bears a code of its own, and needs that differ are told though the papers are the same.
#[test]
fn what_is_told_beside_the_edition_is_compared_by_itself() {
    let draft = example("trust_introducer");
    let index = policy::FURTHER[0].index;
    let (code, mut other) = (draft.seal_under(index).1, draft.clone());
    for typed in [code.clone(), format!("核验码　{code}　{}/{VERSION}", index.id)] {
        let verdict = check_code(&typed, &draft);
        assert_eq!(verdict, CodeVerdict::Same { of: Some(index.number), made_by: None }, "{typed}");
        assert!(verdict.says(Lang::Zh).contains(index.number) && verdict.says(Lang::En).contains(index.number));
    }
    assert!(compare(&draft, &other).beside.is_empty());
    other.further = Further::default();
    let named = format!("{}/{VERSION}/{code}", index.id);
    let CodeVerdict::Other { own, of, .. } = check_code(&named, &other) else { panic!() };
    assert_eq!((own, of), (other.seal_under(index).1, Some(index.number)));
    // Alone it may be any code.
    assert!(matches!(check_code(&code, &other), CodeVerdict::Other { of: None, .. }));
    let comparison = compare(&draft, &other);
    assert!(comparison.identical() && comparison.answers.is_empty());
    let questions: Vec<&str> = comparison.beside.iter().map(|changed| changed.question.id).collect();
    assert_eq!(questions, ["leader", "listing", "needs"]);
    assert!(comparison.says(Lang::Zh).contains("服务包诉求有"), "{}", comparison.says(Lang::Zh));
    assert_eq!(comparison.beside[0].place(Lang::Zh), "对口联系区领导");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// One changed cell or answer of any example is found, and it alone.
    #[test]
    fn a_single_change_is_found(which in 0..ALL.len(), pick in any::<usize>()) {
        let left = ALL[which].draft().unwrap();
        let mut right = left.clone();
        // Every place that has an answer, and another one to put there.
        let mut places = Vec::new();
        for (at, spec) in CATALOGUE.iter().enumerate() {
            match (left.facts.answer(spec), spec.form) {
                (Some(Answer::Table(table)), Form::Table(columns)) => {
                    for row in 0..table.len() {
                        for (column, of) in columns.iter().enumerate() {
                            let Some(answer) = table.cell(row, column) else { continue };
                            places.extend(other(&of.form, &answer).map(|answer| (at, Some((row, column)), answer)));
                        }
                    }
                }
                (Some(answer), form) => places.extend(other(&form, answer).map(|answer| (at, None, answer))),
                (None, _) => {}
            }
        }
        let (at, cell, answer) = places.swap_remove(pick % places.len());
        let spec = CATALOGUE[at];
        match (cell, spec.form) {
            (Some((row, column)), Form::Table(columns)) => {
                right.facts.table_mut(spec).unwrap().set(columns, row, column, Some(answer.clone())).unwrap();
            }
            _ => right.facts.set(spec, Some(answer.clone())).unwrap(),
        }
        let comparison = compare(&left, &right);
        assert!(!comparison.identical());
        assert_eq!((comparison.answers.len(), comparison.more), (1, 0));
        let changed = &comparison.answers[0];
        assert_eq!(changed.question.id, spec.id);
        assert_eq!(changed.answers[1].as_ref(), Some(&answer));
        match (changed.location, cell) {
            (Location::Whole, None) => {}
            (Location::Cell { rows: [left, right], column: of }, Some((row, column))) => {
                let Form::Table(columns) = spec.form else { panic!() };
                assert_eq!((left, right, of.id), (row, row, columns[column].id));
            }
            _ => panic!("{changed:?}"),
        }
        assert_ne!(changed.side(0, Lang::Zh), changed.side(1, Lang::Zh));
    }
}

/// What stands beside the edition is counted by itself, beyond what is listed too: the code does not cover it.
#[test]
fn needs_that_differ_are_counted_apart_from_the_answers() {
    let with = |count: usize| {
        let rows: Vec<_> = (0..count).map(|row| serde_json::json!({ "matter": format!("事项{row}") })).collect();
        let mut file = example("bank").to_json();
        file["further"] = serde_json::json!({ "miyun-2019-29": { "needs": rows } });
        Draft::from_json(&file).unwrap()
    };
    let comparison = compare(&with(1), &with(MOST + 51));
    assert_eq!((comparison.beside.len(), comparison.more_beside), (MOST, 50));
    assert_eq!((comparison.answers.len(), comparison.more), (0, 0));
    assert!(comparison.identical());
    assert!(comparison.says(Lang::Zh).contains("服务包诉求有250处不同"), "{}", comparison.says(Lang::Zh));
}
