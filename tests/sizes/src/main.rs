//! What the page weighs on the way to its readers, and whether that is within its budgets.
//!
//! `sizes DIST`: every file of the folder as it is, as gzip and as brotli, the strongest of each, as a server would hold
//! them ready; then the budgets, by what a reader waits for. Fails when one is broken. A budget changes only with a reason
//! in its commit.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::GzEncoder;

/// The parts that belong to the office program: the papers and what writes and reads files and tables of other programs.
/// What other pages share with them belongs to the page. Parts are named after who needs them: `check-papers.0123456789abcdef.wasm`.
const OFFICE: &[&str] = &["office", "papers", "tables", "lists"];
/// The parts that lead from the first page to a first result: the examples that it offers, the questions, the result.
const RESULT: &[&str] = &["examples", "work"];

/// One KB.
const KB: usize = 1024;

/// The files that the first page waits for. Icons and service worker come after it.
const FIRST: &[&str] = &["index.html", "portal_bg.wasm"];

/// What comes before the first page can be used, as brotli. 11 KB of it read what a draft may hold beside its answers:
/// scenarios, and those under a second document. 3 more write and compare a long table in parts.
const FIRST_PAGE: Budget = Budget::new("to the first page, brotli", 220 * KB).at_most(253 * KB);
/// What comes before a first result, as brotli. 15 KB over what was once enough are the menu of a row, columns and subjects
/// by need, the order by worth, and units that are asked about; 40 more are seventeen questions that papers ask, with their
/// checks, and what each row of a table comes to; 15 more are what the plans look up in the rules, and scenarios; 10 more
/// answer an edit in a long table by its row alone, and draw what of the table is in sight.
const FIRST_RESULT: Budget = Budget::new("to a first result, brotli", 450 * KB).at_most(595 * KB);
/// The page without the office program, as brotli. The same 55 KB, 25 for what a file would change and the preview of
/// somebody's table, and 50 for the pages of many applicants, of ranges, of every figure and of the calendar; 125 more for the plan of all choices, scenarios, what would have to be
/// repaid, the page for the board (70), and the service package, which comes only to those who open it (55); 25 for finding it, its days in the calendar and its
/// papers in the archive, and for lists that are read in slices.
const PAGE: Budget = Budget::new("page without the office program, brotli", 640 * KB).at_most(1015 * KB);
/// The office program, as brotli. 250 KB of it open other programs' workbooks: half are tables of encodings. 20 write the
/// workbook of rows, the calendar and the sheet for those who check the papers.
const OFFICE_PROGRAM: Budget = Budget::new("office program, brotli", 450 * KB).at_most(515 * KB);
/// The page as one file, as it is. It opens workbooks too, which is a fifth of it; a quarter of the program's bytes are
/// what base64 takes. 5 KB are for units that a workbook shows, or a line tells, beside its figures, and for a second table
/// in a sheet: what was read wrongly without a word.
const SINGLE_FILE: Budget = Budget::new("portal.html, as it is", 1_600_000).at_most(2_015_000);

/// The page as one file.
const SINGLE: &str = "portal.html";
/// What lies beside the page and is no part of it.
const BESIDE: &[&str] = &[SINGLE, "SHA256SUMS", "sbom.cdx.json", "_headers"];

/// A file, weighed.
struct Weighed {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weighed {
    fn of(file: &Path) -> io::Result<Self> {
        let bytes = fs::read(file)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        let gzip = gzip.finish()?.len();
        let strongest =
            brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
        let mut packed = Vec::new();
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut packed, &strongest)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, raw: bytes.len(), gzip, brotli: packed.len() })
    }
}

/// The cuts that need a part of the program; nothing for what is no part. A part's name carries the program it fits.
fn cuts(name: &str) -> Option<Vec<&str>> {
    let (cuts, edition) = name.strip_suffix(".wasm")?.split_once('.')?;
    (edition.len() == 16).then(|| cuts.split('-').collect())
}

/// Whether a file belongs to the office program: nothing else needs it.
fn is_office(name: &str) -> bool {
    cuts(name).is_some_and(|cuts| cuts.iter().all(|cut| OFFICE.contains(cut)))
}

/// Whether a file comes before the first result.
fn is_for_a_result(name: &str) -> bool {
    FIRST.contains(&name) || cuts(name).is_some_and(|cuts| cuts.iter().any(|cut| RESULT.contains(cut)))
}

/// A budget, and what is spent of it.
struct Budget {
    what: &'static str,
    /// What it should be.
    aim: usize,
    /// What fails.
    most: usize,
}

impl Budget {
    const fn new(what: &'static str, aim: usize) -> Self {
        Self { what, aim, most: aim }
    }

    /// Where the aim is not reached yet: what fails meanwhile.
    const fn at_most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    /// Says in a line what is spent, and whether that is within the budget.
    fn holds(&self, spent: usize) -> bool {
        let Self { what, aim, most } = *self;
        let verdict = match spent {
            _ if spent > most => "BROKEN",
            _ if spent > aim => "aim NOT reached",
            _ => "kept",
        };
        println!("{what:<42} {:>6} KB {:>6} KB {:>6} KB  {verdict}", spent.div_ceil(KB), aim / KB, most / KB);
        spent <= most
    }
}

fn weigh(dist: &Path) -> io::Result<bool> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(dist)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.is_file());
    files.sort();
    let files: Vec<Weighed> = files.iter().map(|file| Weighed::of(file)).collect::<io::Result<_>>()?;
    println!("{:<44} {:>10} {:>10} {:>10}", "bytes", "as it is", "gzip", "brotli");
    for Weighed { name, raw, gzip, brotli } in &files {
        println!("{name:<44} {raw:>10} {gzip:>10} {brotli:>10}");
    }
    println!();
    let (beside, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| BESIDE.contains(&file.name.as_str()));
    let sum = |counts: fn(&str) -> bool| files.iter().filter(|file| counts(&file.name)).map(|file| file.brotli).sum();
    println!("{:<42} {:>9} {:>9} {:>9}", "budget", "spent", "aim", "at most");
    let mut kept = FIRST_PAGE.holds(sum(|name| FIRST.contains(&name)));
    kept &= FIRST_RESULT.holds(sum(is_for_a_result));
    kept &= PAGE.holds(sum(|name| !is_office(name)));
    kept &= OFFICE_PROGRAM.holds(sum(is_office));
    if let Some(single) = beside.iter().find(|file| file.name == SINGLE) {
        kept &= SINGLE_FILE.holds(single.raw);
    }
    Ok(kept)
}

fn main() -> ExitCode {
    let words: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let Some(dist) = words.first() else {
        eprintln!("sizes DIST");
        return ExitCode::FAILURE;
    };
    match weigh(dist) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{}: {error}", dist.display());
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_program_is_what_only_papers_need() {
        assert!(is_office("papers.0123456789abcdef.wasm"));
        assert!(is_office("office-papers.0123456789abcdef.wasm"));
        assert!(!is_office("check-papers.0123456789abcdef.wasm"));
        assert!(!is_office("portal_bg.wasm"));
        assert!(!is_office("papers.html"));
    }

    #[test]
    fn parts_carry_the_program_they_fit() {
        assert_eq!(cuts("check-papers.0123456789abcdef.wasm"), Some(vec!["check", "papers"]));
        assert_eq!(cuts("portal_bg.wasm"), None);
        assert_eq!(cuts("portal.js"), None);
    }

    #[test]
    fn a_first_result_waits_for_what_leads_there() {
        for name in ["index.html", "portal_bg.wasm", "work.0123456789abcdef.wasm", "papers-work.0123456789abcdef.wasm"]
        {
            assert!(is_for_a_result(name), "{name}");
        }
        assert!(!is_for_a_result("rules.0123456789abcdef.wasm"));
    }
}
