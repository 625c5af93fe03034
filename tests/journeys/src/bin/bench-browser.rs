//! The workloads of `benches/` in a real browser, and the budgets they keep: `cargo xtask bench-browser`.

use journeys::{Page, Settings};
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

/// Whole picoseconds.
type Time = u64;

/// How many times as long as another workload one may take, row by row. Ratios within one run: a slow machine is none the
/// worse. Generous, so that a busy one is not either: each is two to three times what a quiet machine measures.
struct Budget {
    what: &'static str,
    /// What is measured, and how many rows it reads.
    this: (&'static str, u64),
    /// What it is measured by, and how many rows that reads.
    by: (&'static str, u64),
    most: u64,
}

const BUDGETS: &[Budget] = &[
    Budget {
        what: "100 000 enterprises are linear, amounts",
        this: ("article_27/100000/amounts", 100_000),
        by: ("article_27/1000/amounts", 1_000),
        most: 3,
    },
    Budget {
        what: "100 000 enterprises are linear, working",
        this: ("article_27/100000/working", 100_000),
        by: ("article_27/1000/working", 1_000),
        most: 3,
    },
    Budget {
        what: "an enterprise, in enterprises by hand",
        this: ("article_27/100000/amounts", 100_000),
        by: ("article_27/100000/by_hand", 100_000),
        most: 50,
    },
    Budget {
        what: "an assessment, in 1 000 enterprises by hand",
        this: ("assess/trust_introducer/amounts", 1),
        by: ("article_27/1000/by_hand", 1),
        most: 5,
    },
    Budget {
        what: "the same with its working",
        this: ("assess/trust_introducer/working", 1),
        by: ("article_27/1000/by_hand", 1),
        most: 8,
    },
];

fn main() -> ExitCode {
    let Some(folder) = env::args().nth(1) else {
        eprintln!("run `cargo xtask bench-browser`, which builds what is measured here");
        return ExitCode::FAILURE;
    };
    let times = measured(Path::new(&folder));
    let mut broken = 0;
    println!("\n{:<52}{:>12}  budget", "ratio", "measured");
    for budget in BUDGETS {
        let (ratio, kept) = budget.ratio(&times);
        broken += u32::from(!kept);
        let verdict = if kept { "ok" } else { "BROKEN" };
        println!("{:<52}{ratio:>12}  at most {:<4}{verdict}", budget.what, budget.most);
    }
    if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs every workload and says what it takes. Gives the fastest batch of each: ratios of it hold on a busy machine too.
fn measured(folder: &Path) -> Vec<(String, Time)> {
    let page = Page::serving(folder.to_path_buf(), Settings::default());
    page.open("");
    let names = page.script("return window.names()", &[]);
    let names = names.as_array().cloned().unwrap_or_default();
    println!("{:<36}{:>14}{:>14}{:>14}", "workload", "native", "browser", "fastest");
    let mut times = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let name = name.as_str().unwrap_or_default().to_owned();
        let taken = page.script("const [, index] = arguments; return window.measure(index)", &[json!(index)]);
        let [median, fastest] = [0, 1].map(|place| taken[place].as_u64().unwrap_or_default());
        let native = native(&name).map_or_else(|| "-".to_owned(), words);
        println!("{name:<36}{native:>14}{:>14}{:>14}", words(median), words(fastest));
        times.push((name, fastest));
    }
    times
}

impl Budget {
    /// The ratio in words, and whether it is kept. What was not measured breaks its budget.
    fn ratio(&self, times: &[(String, Time)]) -> (String, bool) {
        let time = |name: &str| times.iter().find(|(other, _)| other == name).map_or(0, |(_, time)| *time);
        let this = time(self.this.0) * self.by.1;
        let by = time(self.by.0) * self.this.1;
        if this == 0 || by == 0 {
            return ("?".to_owned(), false);
        }
        let hundredths = this * 100 / by;
        (format!("{}.{:02}", hundredths / 100, hundredths % 100), this <= by * self.most)
    }
}

/// What `cargo bench` last found, if it was run here.
fn native(name: &str) -> Option<Time> {
    let folder = xtask::project::root().join("target/criterion").join(name.replace('/', "_"));
    let estimates: Value = serde_json::from_str(&fs::read_to_string(folder.join("new/estimates.json")).ok()?).ok()?;
    let nanoseconds = estimates["median"]["point_estimate"].to_string();
    let (whole, part) = nanoseconds.split_once('.').unwrap_or((&nanoseconds, ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    Some(whole.parse::<Time>().ok()? * 1_000 + part.parse::<Time>().ok()?)
}

/// `965 ns`, `1.28 µs`, `16.90 ms`.
fn words(time: Time) -> String {
    let (unit, name) = match time {
        0..1_000_000 => (1_000, "ns"),
        1_000_000..1_000_000_000 => (1_000_000, "µs"),
        _ => (1_000_000_000, "ms"),
    };
    let hundredths = time * 100 / unit;
    format!("{}.{:02} {name}", hundredths / 100, hundredths % 100)
}
