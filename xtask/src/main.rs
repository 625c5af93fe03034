//! Tasks of the project: `cargo xtask --help`.

use std::io::ErrorKind;
use std::process::ExitCode;
use xtask::bench::Length;
use xtask::failure::Failure;
use xtask::page::Size;
use xtask::site::Site;
use xtask::{bench, bless, check, contents, fuzz, journeys, mutants, page, project, sizes};

const HELP: &str = "\
Tasks of the project. Each gets what it needs on first use and says so.

  cargo xtask serve [--port N]          build the page and serve it on this machine (port 8080)
  cargo xtask release [--smallest]      the page as it is handed out, into dist/: cut into files and made small; the
                                        smallest needs words of Rust that are not stable
  cargo xtask contents                  dist/sbom.cdx.json, which lists the libraries that are in the page
  cargo xtask single-file               the page in one file, dist/portal.html, which opens by double click
  cargo xtask test [GROUP]              every check in two lanes, then what is measured: format, lints, documentation,
                                        tests, page, sizes, journeys, trunk, bench-page, bench-browser; or one group
  cargo xtask journeys [NAME]           walk the page in a real browser: all journeys, or those named like NAME
      [--engine chromium|firefox|webkit|all] [--page hosted|file|all] [--core]
                                        in other engines (chromium-79, 83, 88, 92 and 109 too), on the page in one
                                        file, the core set of them alone
  cargo xtask screenshots [--out DIR]   a picture of every page in every width, theme and language
                                        (target/screenshots)
  cargo xtask sizes                     what every file of the page weighs, gzip and brotli; fails over a budget
  cargo xtask bless                     write the schemas and the golden packets anew, to be read before they are
                                        committed
  cargo xtask mutants [FILE] [--sample N]
                                        change the rules in one place at a time, natively, and see whether some test
                                        fails: in every place, in files whose paths hold FILE, in N places spread over them.
                                        target/mutants.out/missed.txt lists what no test noticed; a change takes ten to
                                        thirty seconds on two cores, `--sample 150` an hour
  cargo xtask fuzz [TARGET] [--minutes N]
                                        the long search for bytes and answers that break something: of draft,
                                        file, typed, assessment and office one, or each in turn (10 minutes)
  cargo xtask bench-browser             what `cargo bench` measures, in a real browser; fails when 100 000 rows
                                        cost too much beside 1 000 or beside code written by hand
  cargo xtask bench-page                how long the page takes to start and to answer a key, beside a bare counter
                                        made with Leptos; fails over a ratio

Settings, from the environment:
  MIYUN_TOOLS               the folder tools are kept in (the user's cache folder)
  MIYUN_DIST                another folder with a page in it, to be walked or weighed in place of dist/
  MIYUN_TOOLS_FROM_SOURCE   set to anything: build tools, download none
  CHROME, CHROMEDRIVER      a browser and its driver that are not where they usually are
  FIREFOX, GECKODRIVER      the same for Firefox
  MIYUN_AXE                 axe.min.js of axe-core, where npm cannot get it
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if words == ["test"] {
        // It has said what failed; its last line counts the tests.
        return if check::all() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Result<(), Failure> {
    if words.iter().any(|word| matches!(*word, "--help" | "-h" | "help")) {
        print!("{HELP}");
        return Ok(());
    }
    match words {
        ["serve"] => serve(8080),
        ["serve", "--port", port] => serve(number(port)?),
        ["release"] => page::build(Size::Small),
        ["release", "--smallest"] => page::build(Size::Smallest),
        ["contents"] => contents::list(),
        ["single-file"] => {
            page::build_if_needed()?;
            println!("{}", project::dist().join("portal.html").display());
            Ok(())
        }
        ["sizes"] => sizes::weigh(),
        ["journeys", words @ ..] => journeys::walk(words),
        ["screenshots"] => check::photograph("target/screenshots"),
        ["screenshots", "--out", folder] => check::photograph(folder),
        ["fuzz"] => fuzz::search(None, 10),
        ["fuzz", "--minutes", minutes] => fuzz::search(None, many(minutes)?),
        ["fuzz", target] => fuzz::search(Some(target), 10),
        ["fuzz", target, "--minutes", minutes] => fuzz::search(Some(target), many(minutes)?),
        ["bless"] => bless::bless(),
        ["mutants"] => mutants::try_changes(None, None),
        ["mutants", "--sample", sample] => mutants::try_changes(None, Some(places(sample)?)),
        ["mutants", file] => mutants::try_changes(Some(file), None),
        ["mutants", file, "--sample", sample] => mutants::try_changes(Some(file), Some(places(sample)?)),
        ["test", group] => check::one(group),
        ["bench-browser"] => bench::in_browser(Length::Long),
        ["bench-page"] => bench::of_page(Length::Long),
        [] => Err(Failure::new("no task was named", "`cargo xtask --help` lists them")),
        other => {
            Err(Failure::new(format!("there is no task `{}`", other.join(" ")), "`cargo xtask --help` lists them"))
        }
    }
}

fn number(port: &str) -> Result<u16, Failure> {
    port.parse().map_err(|_| Failure::new(format!("`{port}` is no port"), "give a number from 1 to 65535"))
}

fn many(minutes: &str) -> Result<u64, Failure> {
    minutes.parse().map_err(|_| Failure::new(format!("`{minutes}` are no minutes"), "give a whole number of them"))
}

fn places(sample: &str) -> Result<usize, Failure> {
    sample.parse().map_err(|_| Failure::new(format!("`{sample}` is no sample"), "give a number of places to change"))
}

fn serve(port: u16) -> Result<(), Failure> {
    let folder = page::build_to_serve()?;
    let fix = "name another with --port";
    for candidate in port..=port.saturating_add(50) {
        match Site::start(folder.clone(), candidate) {
            Ok(site) => {
                if candidate != port {
                    eprintln!("    port {port} is taken, using {candidate}");
                }
                println!("\nThe page is at {}   (Ctrl+C ends it)", site.address());
                site.wait();
                return Ok(());
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(Failure::new(format!("port {candidate}: {error}"), fix)),
        }
    }
    Err(Failure::new(format!("port {port} and the 50 after it are taken"), fix))
}
