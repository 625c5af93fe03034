//! `assess`: what the portal would say of drafts, packets and workbooks, for those who receive them.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use miyun::answers::question::Spec;
use miyun::answers::unit::Unit;
use miyun::drafts::draft::{self, Unreadable};
use miyun::office::{docx, xlsx};
use miyun::official_text::OfficialText;
use miyun::opened::documents::{Document, Documents};
use miyun::opened::{Opened, Unopened};
use miyun::packet::Packet;
use miyun::packet::package::Package;
use miyun::planner::Forecast;
use miyun::text::Lang;
use miyun::{assess_json, opened, packet, policy};
use serde_json::{Value, json};

const USAGE: &str = "\
Assesses what the Miyun financial-incentive portal has saved.

  assess FILE…         one JSON line a draft: files that the portal saved (draft, packet, archive, workbook, copy of the
                       page), or lines or a list of drafts
  assess FOLDER        the same of every file in a folder and in the folders within, by name; hidden files are left out
  assess -             the same from standard input: one draft a line (JSON Lines), one over many lines, or a list
  assess --plan [--forecast HOW] FILE…|FOLDER|-
                       choices that are made once, thresholds and the nearest chances of drafts, their scenarios side
                       by side, and what would have to be repaid by day, as JSON in the same way. Years to come that
                       have no figure stay open, or take what HOW says: last (the last figure told), a change a year
                       in per cent (3, or low, base and high: -5,0,5), or figures by year
                       (2031=300万/420万/500万;2032=420万); nothing of it is written into a draft
  assess --official FILE   the articles of the official text that a file holds, or why it is not the text, as JSON
  assess --questions [EDITION]   the catalogue of questions, as JSON; of miyun-2019-29, which is answered beside it
  assess --contents [EDITION]    the contents page of the edition, or of that one, as JSON
  assess --table QUESTION [FILE] [--draft DRAFT] [--unit UNIT]
                       somebody's table (xlsx, xls, ods, csv, tsv, or tab-separated text on standard input) as rows of
                       a question (introduced, contributions, leases …): one JSON line with the mapping of its columns,
                       the unit of each, the rows as drafts hold them, every refused or unsure cell with its place and
                       the reason, and what was left out; with a draft, the draft assessed with these rows, and
                       under \"answers\" what each row comes to, lacks and has wrong
  assess --table applicants [FILE] [--draft DRAFT] [--unit UNIT]
                       somebody's table with one applicant a row, its heads being questions (机构类别, 申请年度 …) and
                       years (2024年区域综合贡献): the same line, with each applicant's totals and what it lacks, and
                       \"totals\" over all, by time, year and clause; answers that the table does not tell are those
                       of the draft
  assess --template QUESTION FILE [en]
                       writes a blank table of a question as a workbook: heads with units, lists to choose from, and what
                       each column takes in both languages; in Chinese, or in English
  assess --sheet FILE OUT.docx [en]
                       writes, as a Word file or as a workbook (OUT.xlsx), the check sheet of a packet or draft that
                       was received: what is claimed clause by clause, what is required, where it is proven and on
                       which page, with room to tick and to remark
  assess --package FILE OUT.docx [en]
                       writes the service package of a draft (密政发〔2019〕29号): general measures with what was found, the
                       needs that the district is asked to coordinate, and how far each is
  assess --typed FORM TEXT…   what a text means as an answer, or why it is refused: one JSON line a text. FORM is money,
                       money+ (also below zero), area, count, share, date, year, yes_no, text, code, a question
                       (credit_code) or a column (leases.rent); --unit yuan, wan or yi says what a bare figure of
                       money counts
  assess --schema      the JSON Schema of drafts
  assess --packet-schema   the JSON Schema of application packets
  assess --plan-schema     the JSON Schema of plans

Under \"further\" stands what is told under an edition beside the draft's own (\"miyun-2019-29\"): its scopes, each with what
speaks for it, and its needs. \"totals\" and \"clauses\" are of all that is met, what was left out by hand included. \"claimed\" names the clauses that
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
        ["--questions"] => print(&mut out, &assess_json::questions(policy::CURRENT)),
        ["--contents"] => print(&mut out, &assess_json::contents(policy::CURRENT)),
        ["--questions" | "--contents", id] => match policy::FURTHER.iter().find(|edition| edition.index.id == *id) {
            Some(edition) if arguments[0] == "--questions" => print(&mut out, &assess_json::questions(edition)),
            Some(edition) => print(&mut out, &assess_json::contents(edition)),
            None => return misused(&format!("no edition {id} is answered beside another")),
        },
        ["--schema"] => print(&mut out, &draft::schema()),
        ["--packet-schema"] => print(&mut out, &packet::json::schema()),
        ["--plan-schema"] => print(&mut out, &assess_json::plan_schema(policy::CURRENT)),
        ["--plan", rest @ ..] if !rest.is_empty() => match forecast(rest) {
            Ok((forecast, files)) => {
                let plan = |opened: &Opened| assess_json::plan(&opened.draft, &forecast);
                documents(&mut out, &given[given.len() - files..], &plan)
            }
            Err(why) => return misused(&why),
        },
        ["--table", what, rest @ ..] => match Table::of(what, rest) {
            Some(asked) => table(&mut out, &asked),
            None => return misused("--table takes a question, and then a file, --draft and --unit"),
        },
        ["--template", question, _, rest @ ..] => match template(question, rest) {
            Some(book) => save(&given[2], book),
            None => return misused("--template takes a question with a table, a file to write, and en for English"),
        },
        ["--sheet", _, out] => save(&given[2], sheet(&given[1], out, Lang::Zh)),
        ["--sheet", _, out, "en"] => save(&given[2], sheet(&given[1], out, Lang::En)),
        ["--sheet", ..] => {
            return misused(
                "--sheet takes a file that was received, a Word file (.docx) or a workbook (.xlsx) to write, and en for English",
            );
        }
        ["--package", _, _] => save(&given[2], package(&given[1], Lang::Zh)),
        ["--package", _, _, "en"] => save(&given[2], package(&given[1], Lang::En)),
        ["--package", ..] => return misused("--package takes a draft, a Word file to write, and en for English"),
        ["--typed", "--unit", unit, form, texts @ ..] if !texts.is_empty() => typed(&mut out, form, texts, unit),
        ["--typed", form, texts @ ..] if !texts.is_empty() => typed(&mut out, form, texts, Unit::Yuan.id()),
        ["--typed", ..] => return misused("--typed takes a form and texts"),
        ["--official", _] => official(&mut out, &given[1]),
        [] => return misused("nothing to assess"),
        [option, ..] if is_option(option) => return misused(&format!("unknown option {option}")),
        _ => documents(&mut out, &given, &assess),
    };
    match printed.and_then(|clean| out.flush().map(|()| clean)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader of the output has seen enough.
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

/// What `--table` is asked.
struct Table {
    /// The question; `None` for a table with one applicant a row.
    question: Option<&'static Spec>,
    file: Option<String>,
    draft: Option<String>,
    unit: Unit,
}

impl Table {
    fn of(what: &str, mut rest: &[&str]) -> Option<Self> {
        let question = assess_json::table_named(what);
        if question.is_none() && what != assess_json::APPLICANTS {
            return None;
        }
        let mut asked = Self { question, file: None, draft: None, unit: Unit::Yuan };
        while let [first, more @ ..] = rest {
            rest = match (*first, more) {
                ("--draft", [file, more @ ..]) => {
                    asked.draft = Some((*file).to_owned());
                    more
                }
                ("--unit", [unit, more @ ..]) => {
                    asked.unit = Unit::ALL.into_iter().find(|other| other.id() == *unit)?;
                    more
                }
                ("-", more) => more,
                (file, more) if !file.starts_with('-') && asked.file.is_none() => {
                    asked.file = Some(file.to_owned());
                    more
                }
                _ => return None,
            };
        }
        Some(asked)
    }

    fn read(&self) -> Result<Value, String> {
        let file = |path: &String| std::fs::read(path).map_err(|error| format!("{path}: {error}"));
        let bytes = match &self.file {
            Some(path) => file(path)?,
            None => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map_err(|error| error.to_string())?;
                bytes
            }
        };
        let draft = match &self.draft {
            Some(path) => Some(opened::open(&file(path)?).map_err(|unopened| unopened.to_string())?.draft),
            None => None,
        };
        match self.question {
            Some(question) => assess_json::table(question, &bytes, self.unit.factor(), draft),
            None => assess_json::applicants(&bytes, self.unit.factor(), &draft.unwrap_or_default()),
        }
    }
}

/// The blank table of a question.
fn template(question: &str, rest: &[&str]) -> Option<Result<Vec<u8>, String>> {
    let lang = match rest {
        [] => Lang::Zh,
        ["en"] => Lang::En,
        _ => return None,
    };
    xlsx::template(assess_json::table_named(question)?, lang)
}

/// The check sheet of a file that was received, as a Word file, or as a workbook where the file to write is called so.
fn sheet(file: &OsString, out: &str, lang: Lang) -> Result<Vec<u8>, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.to_string_lossy()))?;
    let draft = opened::open(&bytes).map_err(|unopened| unopened.to_string())?.draft;
    // The day of printing is no part of what is checked.
    let packet = Packet::lay_out(&draft, &draft.claimed(true), lang, draft.rules().index.in_force);
    let volume = packet.sheet().ok_or("no clause is claimed: there is nothing to check")?;
    match Path::new(out).extension() {
        Some(extension) if extension.eq_ignore_ascii_case("xlsx") => xlsx::check_sheet(&volume),
        _ => docx::docx(&volume).map_err(|error| error.to_string()),
    }
}

/// The service package of a draft, as a Word file.
fn package(file: &OsString, lang: Lang) -> Result<Vec<u8>, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.to_string_lossy()))?;
    let draft = opened::open(&bytes).map_err(|unopened| unopened.to_string())?.draft;
    // The day decides only what is late.
    let package = Package::lay_out(&draft, &draft.claimed(true), lang, draft.rules().index.in_force);
    let package = package.map_err(|refused| Unreadable::Answers(refused).to_string())?;
    docx::docx(&package.volume()).map_err(|error| error.to_string())
}

/// Writes a document to a file.
fn save(file: &OsString, document: Result<Vec<u8>, String>) -> io::Result<bool> {
    std::fs::write(file, document.map_err(io::Error::other)?).map(|()| true)
}

/// Reads a table; gives whether it could be opened.
fn table(out: &mut impl Write, asked: &Table) -> io::Result<bool> {
    let what = asked.question.map_or(assess_json::APPLICANTS, |question| question.id);
    let place = json!({ "question": what, "file": asked.file });
    answer(out, asked.read(), place)
}

/// Says what each text means to a form; gives whether all are answers.
fn typed(out: &mut impl Write, form: &str, texts: &[&str], unit: &str) -> io::Result<bool> {
    let (Some(form), Some(unit)) =
        (assess_json::form_named(form), Unit::ALL.into_iter().find(|other| other.id() == unit))
    else {
        writeln!(out, "{}", json!({ "error": format!("no such form or unit: {form} {unit}") }))?;
        return Ok(false);
    };
    let mut clean = true;
    for text in texts {
        let said = assess_json::typed(&form, text, unit.factor());
        clean &= said.get("refused").is_none();
        writeln!(out, "{said}")?;
    }
    Ok(clean)
}

/// Splits a file of the official text into its articles; gives whether it is the text.
fn official(out: &mut impl Write, file: &OsString) -> io::Result<bool> {
    let edition = policy::CURRENT;
    let mut answer = json!({ "file": file.to_string_lossy(), "edition": edition.index.id });
    let read = std::fs::read(file).map_err(|error| json!(error.to_string()));
    let read = read.and_then(|bytes| {
        OfficialText::open(edition, &bytes).map_err(|why| json!({ "zh": why.says(Lang::Zh), "en": why.says(Lang::En) }))
    });
    let is_text = read.is_ok();
    match read {
        Ok(text) => {
            answer["lost"] = text.lost().into();
            answer["articles"] = edition
                .contents
                .iter()
                .map(|entry| json!({ "article": entry.article, "paragraphs": text.article(entry.article) }))
                .collect();
        }
        Err(why) => answer["error"] = why,
    }
    print(out, &answer).map(|_| is_text)
}

/// Whether an argument is an option; `-` alone is standard input.
fn is_option(argument: &str) -> bool {
    argument.starts_with('-') && argument != "-"
}

/// What `--forecast` says, and how many names of files follow.
fn forecast(rest: &[&str]) -> Result<(Forecast, usize), String> {
    let (forecast, files) = match rest {
        ["--forecast", how, files @ ..] => {
            (Forecast::read(how).map_err(|why| format!("--forecast {how}: {} / {}", why.zh, why.en))?, files)
        }
        files => (Forecast::Open, files),
    };
    match files {
        [] => Err("--plan takes files, a folder or -".to_owned()),
        [option, ..] if is_option(option) => Err(format!("unknown option {option}")),
        files => Ok((forecast, files.len())),
    }
}

/// What is answered of each document.
type Answering<'a> = &'a dyn Fn(&Opened) -> Value;

/// Answers files and folders, or standard input; gives whether all could be read.
fn documents(out: &mut impl Write, given: &[OsString], answering: Answering<'_>) -> io::Result<bool> {
    if given == ["-"] { standard_input(out, answering) } else { each_file(out, given, answering) }
}

/// Answers each file; gives whether all could be read.
fn each_file(out: &mut impl Write, files: &[OsString], answering: Answering<'_>) -> io::Result<bool> {
    let mut clean = true;
    for (file, in_folder) in &within(files, false)? {
        let place = json!({ "file": file.to_string_lossy() });
        // One who names a folder does not know which line is of which file.
        let assess = |opened: &Opened| {
            let mut answer = answering(opened);
            if *in_folder {
                answer["file"] = place["file"].clone();
            }
            answer
        };
        let mut bytes = Vec::new();
        let read = std::fs::File::open(file).and_then(|mut opened| opened.read_to_end(&mut bytes));
        if let Err(error) = read {
            clean &= answer(out, Err(error.to_string()), place)?;
            continue;
        }
        let whole = opened::open(&bytes);
        // Several documents are each answered by themselves.
        let several = matches!(whole, Err(Unopened::List(_) | Unopened::Draft(Unreadable::NotJson(_))));
        let documents: Vec<Document> =
            if several { Documents::of(bytes.as_slice())?.collect::<io::Result<_>>()? } else { Vec::new() };
        if documents.len() < 2 {
            clean &= answer(out, whole.map(|opened| assess(&opened)).map_err(|why| why.to_string()), place)?;
            continue;
        }
        for document in documents {
            let mut place = place.clone();
            place["line"] = document.line.into();
            clean &= answer(out, document.open().map_err(|why| why.to_string()).map(|opened| assess(&opened)), place)?;
        }
    }
    Ok(clean)
}

/// The files given, with those in the folders given in their places, by name, and whether
/// they were found in one. What is hidden, and what programs keep
/// while a file is open (`~$`), is left out.
fn within(given: &[OsString], in_folder: bool) -> io::Result<Vec<(OsString, bool)>> {
    let mut files = Vec::new();
    for path in given {
        if !std::path::Path::new(path).is_dir() {
            files.push((path.clone(), in_folder));
            continue;
        }
        let mut inside = Vec::new();
        for entry in std::fs::read_dir(path)? {
            let entry = entry?;
            let name = entry.file_name();
            let hidden = ["~$", "."].iter().any(|start| name.to_string_lossy().starts_with(start));
            // A link may lead back to where it stands.
            if !hidden && !entry.file_type()?.is_symlink() {
                inside.push(entry.path().into_os_string());
            }
        }
        inside.sort();
        files.extend(within(&inside, true)?);
    }
    Ok(files)
}

/// Answers each document of standard input; gives whether all could be read.
fn standard_input(out: &mut impl Write, answering: Answering<'_>) -> io::Result<bool> {
    let mut clean = true;
    for document in Documents::of(io::stdin().lock())? {
        let document = document?;
        let place = json!({ "line": document.line });
        clean &= answer(out, document.open().map_err(|why| why.to_string()).map(|opened| answering(&opened)), place)?;
    }
    Ok(clean)
}

fn assess(opened: &Opened) -> Value {
    let draft = &opened.draft;
    let report = draft.rules().assess(&draft.facts, true);
    let mut answer = assess_json::assessment(draft, &report);
    // The day of printing is no part of what is asked for.
    let packet = Packet::lay_out(draft, &draft.claimed(true), Lang::Zh, draft.rules().index.in_force);
    answer["claimed"] = packet.claimed().map(|claim| claim.clause.id).collect();
    answer["requested"] = packet.requested.map(|amount| amount.to_string()).into();
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| opened.notes(lang));
    if let Some(further) = assess_json::further(draft, &report) {
        answer["further"] = further;
    }
    answer["differences"] = zh.into_iter().zip(en).map(|(zh, en)| json!({ "zh": zh, "en": en })).collect();
    answer
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
