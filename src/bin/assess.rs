//! `assess`: what the portal would say of drafts, packets and workbooks, for whoever receives them.

use std::ffi::OsString;
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

use miyun::drafts::{draft, opened};
use miyun::packet::Packet;
use miyun::text::Lang;
use miyun::{assess_json, packet, policy};
use serde_json::{Value, json};

const USAGE: &str = "\
Assesses what the Miyun financial-incentive portal has saved.

  assess FILE…         one JSON line a file: a draft, a packet, an archive or a workbook
  assess -             reads drafts or packets from standard input, one a line (JSON Lines)
  assess --questions   the catalogue of questions, as JSON
  assess --contents    the contents page of the edition, as JSON
  assess --schema      the JSON Schema of drafts
  assess --packet-schema   the JSON Schema of application packets

\"totals\" and \"clauses\" are of all that is met, what was left out by hand included. \"claimed\" names the clauses that
the papers ask for, and \"requested\" the yuan that they ask for in the year of application, null while that year is not
told: both follow what was ticked and unticked, as the digest does. \"differences\" are what a file says otherwise than
its own answers give, and files of an archive that are not as its list says, in both languages.

What cannot be read gets a line with \"error\" and the rest goes on; the exit status is then 1, and 2 when the
command itself cannot be understood.";

fn main() -> ExitCode {
    // Names of files need not be UTF-8.
    let given: Vec<OsString> = std::env::args_os().skip(1).collect();
    let arguments: Vec<_> = given.iter().map(|argument| argument.to_string_lossy()).collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let printed = match arguments.iter().map(AsRef::as_ref).collect::<Vec<&str>>().as_slice() {
        ["--help" | "-h"] => writeln!(out, "{USAGE}").map(|()| true),
        ["--questions"] => print(&mut out, &assess_json::questions()),
        ["--contents"] => print(&mut out, &assess_json::contents(policy::CURRENT)),
        ["--schema"] => print(&mut out, &draft::schema()),
        ["--packet-schema"] => print(&mut out, &packet::json::schema()),
        ["-"] => lines(&mut out),
        [] => return misused("nothing to assess"),
        [option, ..] if option.starts_with('-') => return misused(&format!("unknown option {option}")),
        _ => each_file(&mut out, &given),
    };
    match printed.and_then(|clean| out.flush().map(|()| clean)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("assess: {error}");
            ExitCode::FAILURE
        }
    }
}

fn misused(why: &str) -> ExitCode {
    eprintln!("assess: {why}\n\n{USAGE}");
    ExitCode::from(2)
}

fn print(out: &mut impl Write, json: &Value) -> io::Result<bool> {
    writeln!(out, "{json:#}").map(|()| true)
}

/// Assesses each file; gives whether all could be read.
fn each_file(out: &mut impl Write, files: &[OsString]) -> io::Result<bool> {
    let mut clean = true;
    for file in files {
        let mut bytes = Vec::new();
        let read = std::fs::File::open(file).and_then(|mut opened| opened.read_to_end(&mut bytes));
        let result = match read {
            Ok(_) => assess(&bytes),
            Err(error) => Err(error.to_string()),
        };
        clean &= answer(out, result, json!({ "file": file.to_string_lossy() }))?;
    }
    Ok(clean)
}

/// Assesses each line of standard input; gives whether all could be read. Empty lines are passed over.
fn lines(out: &mut impl Write) -> io::Result<bool> {
    let mut clean = true;
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    let mut number = 0_u64;
    while input.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        if !line.trim_ascii().is_empty() {
            clean &= answer(out, assess(&line), json!({ "line": number }))?;
        }
        line.clear();
    }
    Ok(clean)
}

fn assess(bytes: &[u8]) -> Result<Value, String> {
    let opened = opened::open(bytes).map_err(|unopened| unopened.to_string())?;
    let draft = &opened.draft;
    let report = draft.rules().assess(&draft.facts, true);
    let mut answer = assess_json::assessment(draft, &report);
    // The day of printing is no part of what is asked for.
    let packet = Packet::lay_out(draft, &draft.claimed(true), Lang::Zh, policy::CURRENT.index.in_force);
    answer["claimed"] = packet.claimed().map(|claim| claim.clause.id).collect();
    answer["requested"] = packet.requested.map(|amount| amount.to_string()).into();
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| opened.notes(lang));
    answer["differences"] = zh.into_iter().zip(en).map(|(zh, en)| json!({ "zh": zh, "en": en })).collect();
    Ok(answer)
}

/// Writes the answer, or an error line that says where.
fn answer(out: &mut impl Write, result: Result<Value, String>, mut place: Value) -> io::Result<bool> {
    match result {
        Ok(answer) => writeln!(out, "{answer}").map(|()| true),
        Err(why) => {
            place["error"] = why.into();
            writeln!(out, "{place}").map(|()| false)
        }
    }
}
