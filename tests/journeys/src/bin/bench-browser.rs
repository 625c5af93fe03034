//! The workloads of `benches/` in a real browser, and the budgets they keep: `cargo xtask bench-browser`.

use journeys::{Page, Settings};
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

/// Whole picoseconds.
type Time = u64;

/// How many times as long as another workload one may take, row by row. Ratios within one run: a slow machine is none the
/// worse.
struct Budget {
    what: &'static str,
    /// What is measured, and how many rows it reads. Of several workloads that end so, the slowest.
    this: (&'static str, u64),
    /// What it is measured by, and how many rows that reads.
    by: (&'static str, u64),
    /// What it should be.
    aim: u64,
    /// What it fails at: the aim where that has been reached.
    most: u64,
}

const BUDGETS: &[Budget] = &[
    Budget {
        what: "100 000 enterprises are linear, amounts",
        this: ("article_27/100000/amounts", 100_000),
        by: ("article_27/1000/amounts", 1_000),
        aim: 3,
        most: 3,
    },
    Budget {
        what: "100 000 enterprises are linear, working",
        this: ("article_27/100000/working", 100_000),
        by: ("article_27/1000/working", 1_000),
        aim: 3,
        most: 3,
    },
    Budget {
        what: "an enterprise, in enterprises by hand",
        this: ("article_27/100000/amounts", 100_000),
        by: ("article_27/100000/by_hand", 100_000),
        aim: 10,
        most: 50,
    },
    Budget {
        what: "the slowest assessment, in 1 000 enterprises by hand",
        this: ("/amounts", 1),
        by: ("article_27/1000/by_hand", 1),
        aim: 2,
        most: 8,
    },
    Budget {
        what: "the same with its working",
        this: ("/working", 1),
        by: ("article_27/1000/by_hand", 1),
        aim: 3,
        most: 10,
    },
    Budget {
        what: "all joint plans of the examples, in enterprises by hand",
        this: ("plan/examples", 1),
        by: ("article_27/100000/by_hand", 1),
        aim: 16,
        most: 32,
    },
    Budget {
        what: "ten years, capital plans and twenty enterprises",
        this: ("plan/ten_years", 1),
        by: ("article_27/100000/by_hand", 1),
        aim: 50,
        most: 100,
    },
    Budget {
        what: "a cell of 100 000 enterprises edited, in their assessment",
        this: ("edit/100000", 1),
        by: ("article_27/100000/amounts", 1),
        aim: 2,
        most: 4,
    },
    Budget {
        what: "what 100 000 incomplete enterprises lack, in their assessment",
        this: ("incomplete/100000", 1),
        by: ("article_27/100000/amounts", 1),
        aim: 2,
        most: 4,
    },
    Budget {
        what: "the years of 100 000 enterprises, in their assessment",
        this: ("plan/rows/100000", 1),
        by: ("article_27/100000/amounts", 1),
        aim: 15,
        most: 40,
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let Some(folder) = words.first() else {
        eprintln!("run `cargo xtask bench-browser`, which builds what is measured here");
        return ExitCode::FAILURE;
    };
    let times = measured(Path::new(folder), words.iter().any(|word| word == "--short"));
    let mut broken = 0;
    println!("\n{:<64}{:>10}{:>6}{:>9}", "ratio", "measured", "aim", "at most");
    for budget in BUDGETS {
        let Budget { what, aim, most, .. } = budget;
        let (measured, verdict) = match budget.hundredths(&times) {
            None => ("?".to_owned(), "BROKEN: not measured"),
            Some(ratio) => {
                let verdict = match ratio {
                    _ if ratio > most * 100 => "BROKEN",
                    _ if ratio > aim * 100 => "aim NOT reached",
                    _ => "ok",
                };
                (format!("{}.{:02}", ratio / 100, ratio % 100), verdict)
            }
        };
        broken += u32::from(verdict.starts_with("BROKEN"));
        println!("{what:<64}{measured:>10}{aim:>6}{most:>9}  {verdict}");
    }
    if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs every workload, or those that a budget names, and says what it takes. Gives the fastest batch of each: ratios of
/// it hold on a busy machine too. All take turns, as a browser compiles well what has run for a while.
fn measured(folder: &Path, short: bool) -> Vec<(String, Time)> {
    let page = Page::serving(folder.to_path_buf(), Settings::default());
    page.open("");
    let names = page.script("return window.names()", &[]);
    let names = names.as_array().into_iter().flatten().map(|name| name.as_str().unwrap_or_default());
    let mut workloads: Vec<(usize, &str, Vec<Time>)> = names
        .enumerate()
        .filter(|(_, name)| !short || BUDGETS.iter().any(|budget| budget.reads(name)))
        .map(|(index, name)| (index, name, Vec::new()))
        .collect();
    for _ in 0..if short { 5 } else { 20 } {
        for (index, _, batches) in &mut workloads {
            let taken = page.script("return window.measure(arguments[1], arguments[2])", &[json!(index), json!(5)]);
            batches.extend(taken.as_array().into_iter().flatten().filter_map(Value::as_u64));
        }
    }
    println!("{:<40}{:>14}{:>14}{:>14}", "workload", "native", "browser", "fastest");
    let mut times = Vec::new();
    for (_, name, mut batches) in workloads {
        batches.sort_unstable();
        let (median, fastest) = (batches[batches.len() / 2], batches[0]);
        let native = native(name).map_or_else(|| "-".to_owned(), words);
        println!("{name:<40}{native:>14}{:>14}{:>14}", words(median), words(fastest));
        times.push((name.to_owned(), fastest));
    }
    times
}

impl Budget {
    /// Whether a workload is one that it compares.
    fn reads(&self, name: &str) -> bool {
        self.measures(name) || name == self.by.0
    }

    /// Whether a workload is what it measures: by its whole name, or any assessment by its end.
    fn measures(&self, name: &str) -> bool {
        name == self.this.0
            || (self.this.0.starts_with('/') && name.starts_with("assess/") && name.ends_with(self.this.0))
    }

    /// The ratio in hundredths; nothing when it was not measured.
    fn hundredths(&self, times: &[(String, Time)]) -> Option<u64> {
        let this = times.iter().filter(|(name, _)| self.measures(name)).map(|(_, time)| *time).max()? * self.by.1;
        let by = times.iter().find(|(name, _)| *name == self.by.0)?.1 * self.this.1;
        (this > 0).then_some(this * 100)?.checked_div(by)
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
