//! `assess` as those who receive drafts use it.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use miyun::applicant::identity::APPLICATION_YEAR;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::money::Money;
use miyun::packet::Packet;
use miyun::text::Lang;
use serde_json::{Value, json};

fn assess<A: AsRef<OsStr>>(arguments: &[A], input: &[u8]) -> (String, String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_assess"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A command that reads no input closes it, which is no failure of the test.
    let _ = writer.join().unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap(), output.status.code())
}

fn line(json: &str) -> String {
    serde_json::from_str::<Value>(json).unwrap().to_string()
}

#[test]
fn every_example_is_answered_and_money_has_two_places() {
    let input: String = ALL.iter().map(|example| line(example.json) + "\n").collect();
    let (out, _, status) = assess(&["-"], input.as_bytes());
    assert_eq!(status, Some(0));
    let answers: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), ALL.len());
    for (example, answer) in ALL.iter().zip(&answers) {
        assert_eq!(answer["edition"], "miyun-2019-25");
        assert_eq!(answer["digest"], example.draft().unwrap().digest());
        assert_eq!(answer["clauses"].as_array().unwrap().len(), miyun::policy::CURRENT.clauses.len());
        for money in ["certain", "possible", "ceiling"] {
            let total = answer["totals"][money].as_str().unwrap();
            assert_eq!(total.split_once('.').unwrap().1.len(), 2, "{total}");
            let parts = ["now", "past", "later"].map(|when| yuan(&answer["totals"][when][money]));
            assert_eq!(parts.into_iter().sum::<Money>().to_string(), total, "{}: {money}", example.id);
        }
        assert_eq!(answer["totals"]["now"]["certain"], answer["requested"], "{}: one sum to apply for", example.id);
    }
}

fn yuan(amount: &Value) -> Money {
    Money::from_decimal(amount.as_str().unwrap().parse().unwrap()).unwrap()
}

/// The case that the look was drawn with, worked out by hand there: 2000 + 247.5 + 1572.8 = 3820.3.
#[test]
fn the_bank_comes_to_the_figures_worked_out_by_hand() {
    let bank = ALL.iter().find(|example| example.id == "bank").unwrap();
    let (out, ..) = assess(&["-"], line(bank.json).as_bytes());
    let answer: Value = serde_json::from_str(&out).unwrap();
    let totals = &answer["totals"];
    assert_eq!(
        [&totals["certain"], &totals["possible"], &totals["floor"], &totals["ceiling"]],
        ["38203000.00", "1904000.00", "59200.00", "1988000.00"]
    );
    assert_eq!(totals["by_year"]["2026"]["certain"], "22303000.00");
    assert_eq!(answer["gave_way"].as_array().unwrap().len(), 2);
    assert_eq!(answer["requested"], "22303000.00", "of 2026");
    let sums = ["now", "past", "later"].map(|when| &totals[when]["certain"]);
    assert_eq!(sums, ["22303000.00", "0.00", "15900000.00"]);
    assert!(answer["claimed"].as_array().unwrap().contains(&"growth_funding".into()));
}

/// Article 6 was received in 2024: it is neither in the totals nor in what the papers ask for, and the packet says why.
#[test]
fn what_was_received_is_not_asked_for_again() {
    let bank = ALL.iter().find(|example| example.id == "bank").unwrap();
    for row in [
        json!({"article": "6", "year": 2023, "amount": "20000000", "last_paid": "2024-05-20"}),
        // As drafts told it before there was a choice.
        json!({"matter": "第六条", "year": 2023, "amount": "20000000", "last_paid": "2024-05-20"}),
    ] {
        let mut draft: Value = serde_json::from_str(bank.json).unwrap();
        draft["facts"]["received"] = json!([row]);
        let (out, ..) = assess(&["-"], draft.to_string().as_bytes());
        let answer: Value = serde_json::from_str(&out).unwrap();
        let totals = &answer["totals"];
        assert_eq!((&totals["certain"], &totals["received"]), (&"18203000.00".into(), &"20000000.00".into()));
        assert_eq!((&totals["now"]["certain"], &answer["requested"]), (&"2303000.00".into(), &"2303000.00".into()));
        let clause = answer["clauses"].as_array().unwrap().iter().find(|clause| clause["article"] == 6).unwrap();
        assert_eq!((&clause["outcome"], &clause["certain"]), (&"met".into(), &"0.00".into()));
        assert!(!answer["claimed"].as_array().unwrap().contains(&"opening_legal_entity".into()));
        let packet = packet(&Draft::open(&draft.to_string()).unwrap());
        let claims = packet["claims"].as_array().unwrap();
        let claim = claims.iter().find(|claim| claim["clause"] == "opening_legal_entity").unwrap();
        assert_eq!(claim["standing"]["id"], "paid");
    }
}

/// While the largest clause lacks a fact, the sum says that it is a lower bound, and for which clause.
#[test]
fn a_sum_with_something_missing_names_the_clause() {
    let bank = ALL.iter().find(|example| example.id == "bank").unwrap();
    let mut draft = bank.draft().unwrap();
    draft.facts.set(&miyun::applicant::identity::ARRIVED.spec, None).unwrap();
    let (out, ..) = assess(&["-"], draft.to_json().to_string().as_bytes());
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        answer["totals"]["open"],
        json!(["executive_homes", "growth_funding", "innovation_funding", "municipal_projects"])
    );
    let report = draft.rules().assess(&draft.facts, false);
    assert_eq!(report.at_least(Lang::En).unwrap(), "at least; 4 clauses are still open (Art. 14, Art. 19, Art. 20 …)");
    assert_eq!(report.at_least(Lang::Zh).unwrap(), "至少：还有4条待补充（第十四条、第十九条、第二十条等）");
    // Of three all are named, and nothing says that there are more.
    let mut three = report.clone();
    three.assessments.retain(|assessment| assessment.clause.id != "municipal_projects");
    assert_eq!(three.at_least(Lang::En).unwrap(), "at least; 3 clauses are still open (Art. 14, Art. 19, Art. 20)");
    // The example itself leaves one question open.
    let of = |draft: Draft| draft.rules().assess(&draft.facts, false).at_least(Lang::En);
    assert_eq!(of(bank.draft().unwrap()).unwrap(), "at least; one clause is still open (Art. 26)");
    let guarantee = ALL.iter().find(|example| example.id == "guarantee").unwrap();
    assert_eq!(of(guarantee.draft().unwrap()), None);
}

#[test]
fn what_is_left_out_by_hand_is_assessed_and_not_asked_for() {
    let bank = ALL.iter().find(|example| example.id == "bank").unwrap();
    let mut draft = bank.draft().unwrap();
    draft.filing.claims.insert("growth_funding", false);
    let (out, ..) = assess(&["-"], draft.to_json().to_string().as_bytes());
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&answer["digest"], &answer["totals"]["certain"]), (&draft.digest().into(), &"38203000.00".into()));
    assert!(!answer["claimed"].as_array().unwrap().contains(&"growth_funding".into()));
    assert_ne!(answer["requested"], "22303000.00");
}

/// What the papers ask for is what their packet says, whatever was ticked and unticked.
#[test]
fn what_is_claimed_and_requested_is_as_in_the_packet() {
    let mut drafts: Vec<Draft> = ALL.iter().map(|example| example.draft().unwrap()).collect();
    for draft in drafts.clone() {
        for (place, clause) in draft.rules().clauses.iter().enumerate() {
            let mut other = draft.clone();
            other.filing.claims.insert(clause.id, place % 2 == 0);
            drafts.push(other);
        }
    }
    let mut untold = drafts[0].clone();
    untold.facts.set(&APPLICATION_YEAR.spec, None).unwrap();
    drafts.push(untold);
    let input: String = drafts.iter().map(|draft| draft.to_json().to_string() + "\n").collect();
    let (out, _, status) = assess(&["-"], input.as_bytes());
    assert_eq!((status, out.lines().count()), (Some(0), drafts.len()));
    let (mut ticked, mut unticked) = (0, 0);
    for (draft, answer) in drafts.iter().zip(out.lines()) {
        let answer: Value = serde_json::from_str(answer).unwrap();
        let packet = packet(draft);
        let claims = packet["claims"].as_array().unwrap();
        let claimed: Vec<&Value> =
            claims.iter().filter(|claim| claim["standing"]["id"] == "claimed").map(|claim| &claim["clause"]).collect();
        assert_eq!(answer["claimed"].as_array().unwrap().iter().collect::<Vec<_>>(), claimed);
        assert_eq!(answer["requested"], *packet.pointer("/requested/amount").unwrap_or(&Value::Null));
        assert_eq!(answer["requested"].is_null(), draft.facts.get(&APPLICATION_YEAR).is_none());
        for (clause, by_hand) in &draft.filing.claims {
            let met = claims.iter().find(|claim| claim["clause"] == *clause);
            ticked += usize::from(*by_hand && met.is_some_and(|claim| claim["standing"]["id"] == "claimed"));
            unticked += usize::from(!*by_hand && met.is_some_and(|claim| claim["standing"]["id"] == "left_out"));
        }
    }
    assert!(ticked > 10 && unticked > 10, "{ticked} {unticked}");
}

fn packet(draft: &Draft) -> Value {
    let report = draft.claimed(true);
    let laid_out = Packet::lay_out(draft, &report, Lang::En, Date::first_of(2026));
    miyun::packet::json::to_json(&laid_out, draft, &report)
}

#[test]
fn a_packet_is_read_as_its_draft() {
    let draft = ALL.iter().find(|example| example.id == "bank").unwrap().draft().unwrap();
    let [of_packet, of_draft] =
        [packet(&draft), draft.to_json()].map(|file| assess(&["-"], file.to_string().as_bytes()).0);
    assert_eq!(of_packet, of_draft);
    // What a packet says otherwise is told, and changes nothing.
    let mut edited = packet(&draft);
    edited["requested"]["amount"] = "99000000.00".into();
    let (out, _, status) = assess(&["-"], edited.to_string().as_bytes());
    let mut answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((status, answer["differences"].as_array().map(Vec::len)), (Some(0), Some(1)));
    for (lang, says) in [("zh", "申请金额"), ("en", "Amount requested")] {
        assert!(answer["differences"][0][lang].as_str().unwrap().starts_with(says), "{out}");
    }
    answer["differences"] = Value::Array(Vec::new());
    assert_eq!(answer, serde_json::from_str::<Value>(&of_draft).unwrap());
}

/// A folder for the files of one test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn workbooks_and_archives_are_read_as_their_drafts() {
    use miyun::office::{xlsx, zip};
    use miyun::packet::Seal;

    let draft = ALL.iter().find(|example| example.id == "association").unwrap().draft().unwrap();
    let workbook = xlsx::workbook(&draft, &draft.claimed(true), Lang::Zh, Date::first_of(2026)).unwrap();
    let files = [("申报数据.json".to_owned(), packet(&draft).to_string().into_bytes())];
    let archive = zip::archive(&files, &Seal::of(&draft)).unwrap();
    let text: Vec<u8> = draft.to_json().to_string().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = folder("office");
    let files = [("a.xlsx", workbook), ("b.zip", archive), ("c.json", text)].map(|(name, bytes)| {
        let file = folder.join(name);
        std::fs::write(&file, bytes).unwrap();
        file
    });
    let (out, _, status) = assess(&files, b"");
    let (of_draft, ..) = assess(&["-"], draft.to_json().to_string().as_bytes());
    assert_eq!((status, out), (Some(0), of_draft.repeat(3)));
}

#[test]
fn a_folder_is_read_file_by_file() {
    let folder = folder("drafts");
    let inner = folder.join("乙");
    std::fs::create_dir_all(&inner).unwrap();
    let example = |place: usize| ALL[place].json;
    std::fs::write(folder.join("b.json"), example(0)).unwrap();
    std::fs::write(folder.join("a.json"), "{").unwrap();
    std::fs::write(inner.join("c.json"), example(1)).unwrap();
    std::fs::write(folder.join(".hidden.json"), "{").unwrap();
    std::fs::write(folder.join("~$b.xlsx"), "x").unwrap();
    let (out, _, code) = assess(&[folder.as_os_str()], b"");
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines.len(), code), (3, Some(1)), "{out}");
    assert!(lines[0]["file"].as_str().unwrap().ends_with("a.json") && lines[0]["error"].is_string());
    assert!(lines[2]["file"].as_str().unwrap().ends_with("c.json"));
    for (line, place) in [(&lines[1], 0), (&lines[2], 1)] {
        let mut alone: Value = serde_json::from_str(&assess(&["-"], example(place).as_bytes()).0).unwrap();
        alone["file"] = line["file"].clone();
        assert_eq!(line, &alone);
    }
}

#[test]
fn a_blank_table_is_written_and_read_back_by_its_heads() {
    let file = folder("template").join("清单.xlsx");
    for arguments in [vec!["--template", "introduced"], vec!["--template", "introduced", "en"]] {
        let mut given: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
        given.insert(2, file.as_os_str());
        assert_eq!(assess(&given, b""), (String::new(), String::new(), Some(0)));
        let read = assess(&["--table".as_ref(), "introduced".as_ref(), file.as_os_str()], b"");
        let said: Value = serde_json::from_str(&read.0).unwrap();
        assert_eq!((&said["left_out"], &said["missing"], &said["rows"]), (&json!([]), &json!([]), &json!([])));
    }
    assert_eq!(assess(&["--template", "name", "x.xlsx"], b"").2, Some(2));
}

#[test]
fn the_check_sheet_of_papers_that_were_received_is_a_word_file() {
    let folder = folder("sheet");
    let example = |id: &str| ALL.iter().find(|example| example.id == id).unwrap();
    let draft = example("bank").draft().unwrap();
    let report = draft.claimed(true);
    let packet = Packet::lay_out(&draft, &report, Lang::Zh, Date::new(2026, 11, 25).unwrap());
    let received = folder.join("packet.json");
    std::fs::write(&received, miyun::packet::json::to_json(&packet, &draft, &report).to_string()).unwrap();
    let sheet = folder.join("sheet.docx");
    for (lang, says) in [(None, "核对事项"), (Some("en"), "To be checked")] {
        let mut given: Vec<&OsStr> = vec!["--sheet".as_ref(), received.as_os_str(), sheet.as_os_str()];
        given.extend(lang.map(OsStr::new));
        assert_eq!(assess(&given, b""), (String::new(), String::new(), Some(0)));
        let bytes = std::fs::read(&sheet).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut document = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut document).unwrap();
        assert!(document.contains(says) && document.contains("1,628,000.00"), "{says}");
    }
    // As a workbook the boxes are lists to choose from.
    let book = folder.join("sheet.xlsx");
    assert_eq!(assess(&["--sheet".as_ref(), received.as_os_str(), book.as_os_str()], b"").2, Some(0));
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&book).unwrap()).unwrap();
    let mut worksheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut worksheet).unwrap();
    assert!(worksheet.contains("核对事项") && worksheet.contains("1,628,000.00") && worksheet.contains("符,不符"));
    assert!(!worksheet.contains('□'), "a box that nobody can tick");
    // Where nothing is claimed there is nothing to check.
    let nothing = folder.join("nothing.json");
    std::fs::write(&nothing, example("nothing").json).unwrap();
    let (out, error, status) = assess(&["--sheet".as_ref(), nothing.as_os_str(), sheet.as_os_str()], b"");
    assert!(out.is_empty() && error.contains("nothing to check") && status == Some(1), "{error}");
    assert_eq!(assess(&["--sheet", "x.json"], b"").2, Some(2));
}

/// The service package of a draft, and what its line says of the needs.
#[test]
fn a_service_package_is_written() {
    let folder = folder("package");
    let example = ALL.iter().find(|example| example.id == "trust_introducer").unwrap();
    let (draft, package) = (folder.join("draft.json"), folder.join("package.docx"));
    std::fs::write(&draft, example.json).unwrap();
    for (lang, says) in [(None, "专项服务措施"), (Some("en"), "Special measures")] {
        let mut given: Vec<&OsStr> = vec!["--package".as_ref(), draft.as_os_str(), package.as_os_str()];
        given.extend(lang.map(OsStr::new));
        assert_eq!(assess(&given, b""), (String::new(), String::new(), Some(0)));
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(std::fs::read(&package).unwrap())).unwrap();
        let mut document = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut document).unwrap();
        assert!(document.contains(says) && document.contains("员工子女入学"), "{says}");
    }
    assert_eq!(assess(&["--package", "x.json"], b"").2, Some(2));
    let (out, _, status) = assess(&[&draft], b"");
    let line: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((status, &line["further"]["miyun-2019-29"]["open"]), (Some(0), &json!(3)));
    for (option, holds) in [("--questions", "\"id\": \"leader\""), ("--contents", "\"article\": \"3-1\"")] {
        let (out, _, status) = assess(&[option, "miyun-2019-29"], b"");
        assert!(status == Some(0) && out.contains(holds), "{out}");
        assert_eq!(assess(&[option, "no-such"], b"").2, Some(2));
    }
    // A list of needs is read by its heads.
    let table = "事项,诉求类别,问题,状态\n停车位,其他,不够,待办\n".as_bytes();
    let given = ["--table", "needs", "--draft", draft.to_str().unwrap()];
    let read: Value = serde_json::from_str(&assess(&given, table).0).unwrap();
    assert_eq!(read["rows"], json!([{ "matter": "停车位", "field": "other", "hinders": "不够", "state": "open" }]));
}

/// Names of files are bytes on most systems; older offices write them in GB 18030.
#[cfg(target_os = "linux")]
#[test]
fn a_file_may_have_any_name() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = folder("names");
    let file = folder.join(OsStr::from_bytes(b"\xC3\xDC\xD4\xC6.json"));
    std::fs::write(&file, ALL[0].json).unwrap();
    let missing = folder.join(OsStr::from_bytes(b"\xFF"));
    let (out, error, status) = assess(&[&file, &missing], b"");
    assert_eq!((status, error.as_str()), (Some(1), ""));
    let answers: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers[0]["digest"], ALL[0].draft().unwrap().digest());
    assert!(answers[1]["file"].as_str().unwrap().contains("names") && answers[1]["error"].is_string(), "{out}");
    // A name that begins like an option is one.
    let (_, _, status) = assess(&[OsStr::from_bytes(b"-\xFF")], b"");
    assert_eq!(status, Some(2));
}

#[test]
fn the_help_says_what_the_answers_are() {
    let (help, ..) = assess(&["--help"], b"");
    for word in ["\"claimed\"", "\"requested\"", "\"differences\"", "\"error\"", "workbook"] {
        assert!(help.contains(word), "{word}");
    }
}

#[test]
fn a_broken_line_is_named_and_the_rest_goes_on() {
    let bank = line(ALL[0].json);
    let newer = r#"{"format": 99, "edition": "miyun-2019-25", "facts": {}}"#;
    let other = r#"{"format": 1, "edition": "elsewhere", "facts": {}}"#;
    let wrong = r#"{"format": 1, "edition": "miyun-2019-25", "facts": {"paid_in": "1e9", "no_such": true, "leases": [{"rent": "10000000000000000"}]}}"#;
    let mut input = format!("{bank}\nnot json\n\n{newer}\n{other}\n{wrong}\n").into_bytes();
    input.extend_from_slice(b"\xff\xfe\n");
    input.extend_from_slice(bank.as_bytes());
    let (out, _, status) = assess(&["-"], &input);
    assert_eq!(status, Some(1));
    let answers: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let broken: Vec<u64> = answers.iter().filter_map(|answer| answer["line"].as_u64()).collect();
    assert_eq!(broken, [2, 4, 5, 6, 7]);
    assert_eq!(answers.len(), 7);
    let why = answers[4]["error"].as_str().unwrap();
    for part in ["paid_in", "no_such", "leases[1].rent"] {
        assert!(why.contains(part), "{why}");
    }
}

#[test]
fn files_are_named_in_their_errors() {
    let bank = concat!(env!("CARGO_MANIFEST_DIR"), "/public/examples/bank.json");
    let (out, _, status) = assess(&[bank, "no-such-file.json"], b"");
    assert_eq!(status, Some(1));
    assert_eq!(out.lines().count(), 2);
    assert!(out.lines().nth(1).unwrap().contains("no-such-file.json"));
}

#[test]
fn the_catalogue_and_the_contents_are_complete() {
    let (questions, ..) = assess(&["--questions"], b"");
    let questions: Value = serde_json::from_str(&questions).unwrap();
    assert_eq!(questions.as_array().unwrap().len(), miyun::applicant::CATALOGUE.len());
    let (contents, ..) = assess(&["--contents"], b"");
    let contents: Value = serde_json::from_str(&contents).unwrap();
    let articles: Vec<u64> =
        contents.as_array().unwrap().iter().map(|entry| entry["article"].as_u64().unwrap()).collect();
    assert_eq!(articles, (1..=38).collect::<Vec<_>>());
    for entry in contents.as_array().unwrap() {
        assert_eq!(entry["role"] == "clause", !entry["clauses"].as_array().unwrap().is_empty(), "{entry}");
    }
    let clauses: usize =
        contents.as_array().unwrap().iter().map(|entry| entry["clauses"].as_array().unwrap().len()).sum();
    assert_eq!(clauses, 24, "Articles 6–8, 10–14, 16–31");
}

#[test]
fn both_schemas_are_printed() {
    for (option, title) in [("--schema", "Draft of"), ("--packet-schema", "Application packet of")] {
        let (out, ..) = assess(&[option], b"");
        let schema: Value = serde_json::from_str(&out).unwrap();
        assert!(schema["title"].as_str().unwrap().starts_with(title), "{option}");
    }
}

#[test]
fn what_cannot_be_understood_is_refused() {
    for arguments in [&[][..], &["--nonsense"][..]] {
        let (out, error, status) = assess::<&str>(arguments, b"");
        assert_eq!((out.as_str(), status), ("", Some(2)));
        assert!(error.contains("assess FILE"));
    }
}

/// The same documents, planned: one line a draft, its years filled as it is asked.
#[test]
fn plans_say_what_is_assumed_and_name_a_year_only_where_it_is_settled() {
    let bank = line(ALL.iter().find(|example| example.id == "bank").unwrap().json);
    let plan = |arguments: &[&str]| {
        let (out, errors, status) = assess(arguments, bank.as_bytes());
        assert_eq!((status, errors.as_str()), (Some(0), ""), "{arguments:?}");
        serde_json::from_str::<Value>(&out).unwrap()
    };
    let growth = |plan: &Value| {
        let elections = plan["elections"].as_array().unwrap();
        elections.iter().find(|election| election["clause"] == "growth_funding").unwrap().clone()
    };
    let open = plan(&["--plan", "-"]);
    assert_eq!((&open["assumed"], &growth(&open)["settled"]), (&Value::Null, &json!(false)));
    assert_eq!(growth(&open)["unsettling"]["turns"], "2960000.01");

    let last = plan(&["--plan", "--forecast", "last", "-"]);
    let election = growth(&last);
    assert_eq!((&election["settled"], &election["best"]), (&json!(true), &json!(2030)));
    assert!(last["assumed"]["zh"].as_str().unwrap().contains("不写进草稿"));
    assert_eq!(last["digest"], open["digest"], "nothing of it goes into the draft");

    let own = plan(&["--plan", "--forecast", "2031=200万/250万/297万;2032=0;2033=0;2034=0", "-"]);
    let election = growth(&own);
    assert_eq!((&election["settled"], &election["rivals"]), (&json!(false), &json!([2027])));
    assert_eq!(election["ways"][3]["least"], "15200000.00");
    assert!(own["calendar"].as_array().unwrap().iter().any(|event| event["id"] == "call-2026"));

    for (wrong, says) in [
        (&["--plan"][..], "nothing"),
        (&["--plan", "--forecast", "soon", "-"], "--forecast soon"),
        (&["--plan", "--forecast", "last"], "--plan takes files"),
        (&["--plan", "--open", "-"], "unknown option --open"),
    ] {
        let (_, errors, status) = assess(wrong, b"");
        assert!(status == Some(2) && (says == "nothing" || errors.contains(says)), "{wrong:?}: {errors}");
    }
    let (out, ..) = assess(&["--plan-schema"], b"");
    let schema: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(schema, miyun::assess_json::plan_schema(miyun::policy::CURRENT));
}

#[test]
fn a_table_of_applicants_is_assessed_one_by_one_and_together() {
    let table = "机构名称,机构类别,申请年度,2024年贡献（万元）\n甲银行,法人金融机构,2026,800\n乙银行,银行,2026,900\n";
    let (out, _, status) = assess(&["--table", "applicants", "-"], table.as_bytes());
    assert_eq!(status, Some(0), "{out}");
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(said["question"], "applicants");
    assert_eq!(said["refused"][0]["place"], "B3");
    let applicants = said["applicants"].as_array().unwrap();
    assert_eq!(applicants.iter().map(|one| &one["name"]).collect::<Vec<_>>(), ["甲银行", "乙银行"]);
    assert_eq!(applicants[0]["line"], 2);
    assert!(applicants[1]["missing"].as_array().unwrap().contains(&"kind".into()));
    assert_eq!((&said["totals"]["applicants"], &said["totals"]["complete"]), (&json!(2), &json!(0)));
    // The answers that all share.
    let folder = folder("shared");
    let bank = ALL.iter().find(|example| example.id == "bank").unwrap();
    std::fs::write(folder.join("bank.json"), bank.json).unwrap();
    let draft = folder.join("bank.json");
    let (out, _, status) = assess(
        &["--table".as_ref(), "applicants".as_ref(), "--draft".as_ref(), draft.as_os_str()],
        "机构名称\n甲\n乙\n".as_bytes(),
    );
    assert_eq!(status, Some(0));
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(said["totals"]["now"]["certain"], "44606000.00", "twice 22 303 000");
    assert_eq!(said["applicants"][1]["totals"]["now"]["certain"], "22303000.00");
    let of_clauses: Money =
        said["totals"]["clauses"].as_array().unwrap().iter().map(|clause| yuan(&clause["certain"])).sum();
    assert_eq!(of_clauses, yuan(&said["totals"]["certain"]));
    let (.., status) = assess(&["--table", "applicants", "-"], b"1,2\n3,4\n");
    assert_eq!(status, Some(1), "nothing is read by its place");
}

#[test]
fn every_row_of_a_list_is_answered_under_a_draft() {
    let folder = folder("answered");
    let example = ALL.iter().find(|example| example.id == "introducer").unwrap();
    let draft = folder.join("introducer.json");
    std::fs::write(&draft, example.json).unwrap();
    let list = "企业名称\t符合产业定位\t首次纳税日\t2024年贡献（万元）\t2025年贡献（万元）\t2026年贡献（万元）\n\
                甲公司\t是\t2024-01-01\t400\t0\t0\n乙公司\t\t2024-01-01\t\t\t\n甲公司\t是\t2024-01-01\t99\t0\t0\n";
    let (out, _, status) =
        assess(&["--table".as_ref(), "introduced".as_ref(), "--draft".as_ref(), draft.as_os_str()], list.as_bytes());
    assert_eq!(status, Some(0), "{out}");
    let said: Value = serde_json::from_str(&out).unwrap();
    let of = |row: usize, key: &str| said["answers"][row][key].clone();
    assert_eq!((of(0, "standing"), of(0, "year"), of(0, "rate")), (json!("rewarded"), json!(2024), json!("0.06")));
    assert_eq!((of(0, "certain"), of(0, "closes")), (json!("240000.00"), json!(true)));
    assert_eq!((of(1, "standing"), of(1, "missing")), (json!("open"), json!(["fits", "year_1", "year_2", "year_3"])));
    assert_eq!((of(2, "standing"), of(2, "short")), (json!("below"), json!("10000.01")));
    assert_eq!(of(2, "faults")[0]["column"], "name");
}
