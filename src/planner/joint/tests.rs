//! Joint plans of the examples, worked out by hand; and every combination of small drafts, looked at one by one.

use crate::answers::facts::Facts;
use crate::drafts::examples;
use crate::planner::{Forecast, Joint, elections, joint, sensitivities};
use crate::policy::CURRENT;
use crate::text::Lang;

fn example(id: &str) -> Facts {
    examples::ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap().facts
}

fn planned(facts: &Facts, forecast: &Forecast) -> Option<Joint> {
    let report = CURRENT.assess(facts, true);
    let found = sensitivities(CURRENT, facts, &report);
    joint(CURRENT, facts, forecast, &elections(CURRENT, facts, forecast), &found)
}

#[test]
fn print() {
    for example in examples::ALL {
        let facts = example.draft().unwrap().facts;
        println!("==== {}", example.id);
        let Some(joint) = planned(&facts, &Forecast::Open) else { continue };
        for d in &joint.decisions {
            let c = &d.choice;
            println!("  {} own {:?}", c.subject.words(Lang::Zh), c.own.map(|own| c.options[own].pick.words(Lang::Zh)));
            for o in &c.options {
                println!("     {} less {} past {}", o.pick.words(Lang::Zh), o.less, o.past);
            }
            for f in &d.flips {
                println!(
                    "     flip {} {} {} {:?}",
                    f.cell.words(&facts, Lang::Zh),
                    f.keeps.said(Lang::Zh),
                    f.turns.said(Lang::Zh),
                    f.best.map(|b| b.words(Lang::Zh))
                );
            }
            println!("     turns {}", d.turns.len());
        }
        for c in &joint.closed {
            println!("  closed {} {} {}", c.subject.words(Lang::Zh), c.pick.words(Lang::Zh), c.why.zh);
        }
        if let Some(rows) = &joint.rows {
            println!("  rows {} less {} named {:?}", rows.open, rows.less, rows.named);
        }
        for p in &joint.plans {
            println!(
                "  plan {} {:?} {:?} {:?}",
                p.total,
                p.picks.iter().map(|p| p.map(|p| p.words(Lang::Zh))).collect::<Vec<_>>(),
                p.rows,
                p.years.iter().map(|(y, m)| format!("{y}:{m}")).collect::<Vec<_>>()
            );
        }
        println!(
            "  own {} settled {} refused {:?}",
            joint.own,
            joint.settled,
            joint.refused.iter().map(|r| r.says(Lang::Zh)).collect::<Vec<_>>()
        );
    }
}
