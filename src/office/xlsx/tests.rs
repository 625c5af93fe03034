use super::trace::{Keep, Model, State};
use super::{read, workbook};
use crate::date::Date;
use crate::draft::Draft;
use crate::examples::ALL;
use crate::rule::Report;
use crate::text::Lang;

fn today() -> Date {
    Date::new(2026, 3, 1).unwrap()
}

fn assess(draft: &Draft) -> Report {
    (draft.rules().assess)(&draft.facts, true)
}

fn drafts() -> Vec<(&'static str, Draft)> {
    ALL.iter().map(|example| (example.id, example.draft().unwrap())).collect()
}

#[test]
#[ignore = "looks"]
fn look() {
    for (id, draft) in drafts() {
        let report = assess(&draft);
        let start = std::time::Instant::now();
        let model = Model::trace(&draft, &report);
        println!("== {id} {:?} spots {}", start.elapsed(), model.spots.len());
        for (clause, traced) in model.clauses.iter().enumerate() {
            let assessment = &report.assessments[clause];
            if assessment.steps.is_empty() {
                continue;
            }
            println!("  {} {:?} {:?}", assessment.clause.id, assessment.outcome, traced.still);
            for (step, row) in assessment.steps.iter().zip(&traced.rows) {
                println!("    {:?} {:.60} {:?} {row:?}", step.place, step.line(Lang::En).text, step.line(Lang::En).formula);
            }
            for (spot, keep) in &traced.bounds {
                println!("      bound {} {keep:?}", model.spots[*spot].name(Lang::En));
            }
        }
        for entry in &model.plan {
            println!("  plan {} {} {:?}", report.assessments[entry.clause].clause.id, entry.year, entry.stands);
        }
        for (spot, keep) in &model.plan_bounds {
            println!("  plan bound {} {keep:?}", model.spots[*spot].name(Lang::En));
        }
        std::fs::create_dir_all("/tmp/x/books").unwrap();
        for lang in [Lang::Zh, Lang::En] {
            let bytes = workbook(&draft, &report, lang, today()).unwrap();
            std::fs::write(format!("/tmp/x/books/{id}-{}.xlsx", lang.tag()), &bytes).unwrap();
            let back = read(&bytes);
            if back.as_ref() != Ok(&draft) {
                println!("!! {id} {lang:?} does not come back: {}", back.map_or_else(|why| why.to_string(), |back| format!("{}\n{}", back.to_json(), draft.to_json())));
            }
        }
    }
    let _ = (Keep::Exactly, State::Same);
}
