//! How long the page takes to start and to answer a key, beside a bare page: `cargo xtask bench-page`. Ratios within one
//! run, of pages served side by side: a slow machine is none the worse.

use journeys::{Key, Page, Settings};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{env, thread};

/// How often each page is started, and how many keys are pressed. With fewer keys chance decides on the 95th percentile.
const LONG: Often = Often { starts: 15, keys: 360 };
/// The same in the short form, which asks whether something went wrong.
const SHORT: Often = Often { starts: 7, keys: 120 };
/// How many times as long as a bare counter the page may take from navigation to use, in the median.
const START: u64 = 3;
/// The aim: it is said when it is not reached.
const START_AIM: u64 = 2;
/// How many times as long as a bare text field a field of the page may take from key to repainted totals, at the 95th
/// percentile. Generous: the browser rounds to 8 ms.
const KEY: u64 = 3;
/// What the browser reports at least, ms: it leaves out what is faster.
const LEAST: u64 = 16;

#[derive(Clone, Copy)]
struct Often {
    starts: usize,
    keys: usize,
}

fn main() -> ExitCode {
    let (words, folders): (Vec<String>, Vec<String>) = env::args().skip(1).partition(|word| word.starts_with("--"));
    let often = if words.contains(&"--short".to_owned()) { SHORT } else { LONG };
    let folders: Vec<PathBuf> = folders.into_iter().map(PathBuf::from).collect();
    let [portal, counter] = &folders[..] else {
        eprintln!("run `cargo xtask bench-page`, which builds what is measured here");
        return ExitCode::FAILURE;
    };
    let start = started(portal, counter, often.starts);
    let key = typed(portal, counter, often.keys);
    if start && key { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// From navigation to the first thing that can be used.
fn started(portal: &Path, counter: &Path, starts: usize) -> bool {
    let pages = [(portal, "main input[type=radio]"), (counter, "button")].map(|(folder, usable)| {
        let page = Page::serving(folder.to_path_buf(), Settings::default());
        let mark = format!(
            "const watch = new MutationObserver(() => {{
                if (!document.querySelector('{usable}')) return;
                watch.disconnect();
                requestAnimationFrame(() => setTimeout(() => {{ window.usable = performance.now(); }}));
            }});
            watch.observe(document, {{ childList: true, subtree: true }});"
        );
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": mark }));
        page.devtools("Network.enable", &json!({}));
        page.devtools("Network.setCacheDisabled", &json!({ "cacheDisabled": true }));
        page.devtools("Network.setBypassServiceWorker", &json!({ "bypass": true }));
        page
    });
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..starts {
        for (page, times) in pages.iter().zip(&mut times) {
            page.open("");
            times.push(eventually(page, "return window.usable ?? null;"));
            page.devtools("Page.navigate", &json!({ "url": "about:blank" }));
        }
    }
    let [portal, counter] = times.map(|times| at(times, 50));
    if portal > counter * START_AIM {
        println!("the start should take at most {START_AIM} times as long as a bare page's: NOT reached");
    }
    told("navigation to usable page, median", portal, counter, START)
}

/// From a key to the totals painted anew, as the browser itself measures it.
fn typed(portal: &Path, counter: &Path, count: usize) -> bool {
    let page = Page::serving(portal.to_path_buf(), Settings::default());
    page.open("#/");
    page.example("密云示例信托");
    page.wait_for("已存于本机");
    page.open("#/subject/premises");
    page.region("实时测算");
    // Each figure of a rent changes the totals: else nothing would be painted that is worth measuring.
    let watch = "
        window.changes = 0;
        const live = document.querySelector('.estimate__body');
        let before = live.textContent;
        new MutationObserver(() => {
            if (live.textContent !== before) changes += 1;
            before = live.textContent;
        }).observe(live, { characterData: true, childList: true, subtree: true });";
    page.script(watch, &[]);
    let portal = keys(&page, "main td input[inputmode=decimal]", count);
    let changes = page.script("return changes;", &[]).as_u64().unwrap_or_default();
    assert!(changes > count as u64 / 2, "only {changes} of {count} keys changed the totals");
    let page = Page::serving(counter.to_path_buf(), Settings::default());
    page.open("");
    page.script("document.body.append(document.createElement('input'));", &[]);
    let counter = keys(&page, "input", count);
    if portal > LEAST * 1000 {
        println!("a key should take at most {LEAST} ms: NOT reached");
    }
    told("key to repainted totals, 95th percentile", portal, counter, KEY)
}

/// The 95th percentile of what keys take in a field, in microseconds.
fn keys(page: &Page, field: &str, count: usize) -> u64 {
    let watch = "
        window.keys = new Map();
        new PerformanceObserver(list => {
            for (const event of list.getEntries()) {
                if (!event.interactionId || !event.name.startsWith('key')) continue;
                keys.set(event.interactionId, Math.max(keys.get(event.interactionId) ?? 0, event.duration));
            }
        }).observe({ type: 'event', durationThreshold: arguments[2] });
        const box = document.querySelector(arguments[1]);
        box.focus();
        box.select();";
    page.script(watch, &[field.into(), LEAST.into()]);
    for place in 0..count {
        // Nine figures, then away with them.
        let key = if place % 18 < 9 { Key::Char('1') } else { Key::Backspace };
        page.press(&[key]);
        thread::sleep(Duration::from_millis(30));
    }
    thread::sleep(Duration::from_millis(500));
    let seen = page.script("return [...keys.values()];", &[]);
    let mut times: Vec<u64> = seen.as_array().into_iter().flatten().filter_map(Value::as_f64).map(micros).collect();
    times.resize(count.max(times.len()), LEAST * 1000);
    let slow = times.iter().filter(|time| **time > LEAST * 1000).count();
    println!("{field}: {slow} of {count} keys took more than {LEAST} ms");
    at(times, 95)
}

/// Waits until the page has measured, and takes its milliseconds as microseconds.
fn eventually(page: &Page, question: &str) -> u64 {
    let begun = Instant::now();
    loop {
        if let Some(time) = page.script(question, &[]).as_f64() {
            return micros(time);
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "the page is not usable");
        thread::sleep(Duration::from_millis(20));
    }
}

#[allow(clippy::float_arithmetic, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn micros(milliseconds: f64) -> u64 {
    (milliseconds * 1000.0) as u64
}

/// The percentile of some times.
fn at(mut times: Vec<u64>, percent: usize) -> u64 {
    times.sort_unstable();
    times.get((times.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default()
}

/// Says how the page does, and whether it keeps its ratio.
fn told(what: &str, portal: u64, bare: u64, most: u64) -> bool {
    let kept = portal <= bare * most;
    let ms = |time: u64| format!("{}.{} ms", time / 1000, time % 1000 / 100);
    let ratio = portal * 100 / bare.max(1);
    let verdict = if kept { "ok" } else { "BROKEN" };
    println!(
        "{what}: {} beside {} of a bare page, ratio {}.{:02}, at most {most}: {verdict}",
        ms(portal),
        ms(bare),
        ratio / 100,
        ratio % 100
    );
    kept
}
