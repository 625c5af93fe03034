//! What must hold for any bytes and any answers. Tests ask it of some, the fuzz targets in `fuzz/` of millions.
//!
//! Whatever does not hold panics, which is how both notice.

#![allow(dead_code, reason = "each test that includes it asks a part of it")]

pub mod answers;
pub mod cases;
pub mod seeds;

use std::collections::BTreeSet;

use miyun::answers::answer::Answer;
use miyun::answers::facts::Facts;
use miyun::answers::form::Form;
use miyun::answers::typed::{self, Quantity};
use miyun::applicant::CATALOGUE;
use miyun::applicant::identity::APPLICATION_YEAR;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::money::Money;
use miyun::official_text::OfficialText;
use miyun::opened::documents::Documents;
use miyun::packet::package::Package;
use miyun::packet::{Packet, html, json};
use miyun::planner::{self, Forecast, forecast};
use miyun::rule::{Amount, Assessment, Band, Figure, Outcome, Report, Step, When};
use miyun::text::Lang;
use rust_decimal::Decimal;

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// The most bytes of a draft that is written as office files: there are many to write.
const SMALL: usize = 8 << 10;

// ── bytes ────────────────────────────────────────────────────────────────

/// A file said to be a draft is refused with a reason, or is a draft that survives saving.
pub fn draft(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match Draft::open(text) {
        Err(why) => assert!(!why.to_string().is_empty()),
        Ok(draft) => {
            saved(&draft);
            report(&draft);
        }
    }
}

/// A file of any kind is refused with a reason in both languages, or opened as a draft that survives saving. As the
/// input of a command it comes to the same draft, and whatever the input there is an end.
pub fn file(bytes: &[u8]) {
    let documents = Documents::of(bytes).into_iter().flatten().map_while(Result::ok);
    let all: Vec<_> = documents.map(|document| document.open().map(|opened| opened.draft)).collect();
    assert!(all.len() <= bytes.len());
    match miyun::opened::open(bytes) {
        Err(why) => LANGS.iter().for_each(|lang| assert!(!why.says(*lang).is_empty(), "{why:?}")),
        Ok(opened) => {
            LANGS.iter().for_each(|lang| assert!(opened.notes(*lang).iter().all(|note| !note.is_empty())));
            assert_eq!(all, [Ok(opened.draft.clone())]);
            saved(&opened.draft);
        }
    }
}

/// A file said to be the official text is refused with a reason, or has every article, and no reference to a sign is
/// left in what was a page.
pub fn official(bytes: &[u8]) {
    let edition = miyun::policy::CURRENT;
    match OfficialText::open(edition, bytes) {
        Err(why) => LANGS.iter().for_each(|lang| assert!(!why.says(*lang).is_empty())),
        Ok(text) => {
            assert_eq!(text.len(), edition.contents.len());
            let paragraphs = || edition.contents.iter().flat_map(|entry| text.article(entry.article));
            assert!(paragraphs().all(|paragraph| !paragraph.trim().is_empty() && !paragraph.contains('\n')));
        }
    }
}

/// What is typed into any field is refused, or taken exactly: as the figure it is, and as itself when written out and
/// typed again. The first byte chooses the field, the second the unit of bare figures.
pub fn typed(bytes: &[u8]) {
    let [field, unit, typed @ ..] = bytes else { return };
    let Ok(typed) = std::str::from_utf8(typed) else { return };
    let fields = fields();
    let form = &fields[usize::from(*field) % fields.len()];
    let unit = [Decimal::ONE, Decimal::from(10_000), Decimal::from(100_000_000)][usize::from(*unit) % 3];
    let answer = match form.parse(typed, unit) {
        Err(complaint) => return LANGS.iter().for_each(|lang| assert!(!complaint.say(*lang).is_empty())),
        Ok(None) => return assert!(typed::words(typed).is_empty(), "{typed:?} was taken for nothing"),
        Ok(Some(answer)) => answer,
    };
    assert_eq!(form.check(&answer), Ok(()), "{typed:?}");
    let (again, figure) = match &answer {
        Answer::Money(money) => (money.to_string(), Some((money.to_decimal(), Quantity::Money))),
        Answer::Area(area) => (area.to_decimal().to_string(), Some((area.to_decimal(), Quantity::Area))),
        Answer::Count(count) => {
            let Form::Count { unit, .. } = form else { unreachable!() };
            (count.to_string(), Some((Decimal::from(*count), Quantity::Count(*unit))))
        }
        Answer::Share(share) => (share.to_decimal().to_string(), None),
        Answer::Date(date) => (date.to_string(), None),
        Answer::Year(year) => (year.to_string(), None),
        Answer::Words(words) => (words.to_string(), None),
        Answer::YesNo(_) | Answer::Choice(_) | Answer::NotKnown | Answer::Table(_) => return,
    };
    if let Some((taken, quantity)) = figure {
        assert_eq!(typed::figure(typed, unit, quantity), Ok(taken), "{typed:?}");
    }
    if let Answer::Date(_) | Answer::Year(_) = answer {
        assert!(!typed.contains(['+', '＋']), "{typed:?} was taken for {again}");
    }
    assert_eq!(form.parse(&again, Decimal::ONE), Ok(Some(answer)), "{typed:?} written out as {again:?}");
}

/// Whatever is said to be a table is read or refused, for every question that takes one: its rows are answers that the
/// question takes, and every line has become a row or says why not.
pub fn table(bytes: &[u8]) {
    let Ok(opened) = miyun::tables::open::open(bytes) else { return };
    for spec in CATALOGUE {
        let mut opened = opened.clone();
        let Some((said, reading)) = miyun::tables::json::reading(spec, &mut opened, Decimal::ONE) else { continue };
        assert_eq!(reading.table.len(), reading.lines.len());
        let sheets = opened.sheets.iter().map(|sheet| sheet.lines.len());
        assert!(sheets.into_iter().any(|lines| lines == reading.table.len() + reading.skipped.len()), "{said}");
        let mut facts = Facts::default();
        assert_eq!(facts.set(spec, Some(Answer::Table(reading.table))), Ok(()), "{said}");
    }
}

/// Any answers are assessed, and the papers that are made of them agree with the assessment.
pub fn assessment(bytes: &[u8]) {
    let draft = answers::draft(bytes);
    saved(&draft);
    let report = report(&draft);
    LANGS.iter().for_each(|lang| drop(papers(&draft, &report, *lang)));
    planned(&draft.facts);
    coordinated(&draft, &report);
}

/// Whatever the district is asked to coordinate stands in the package; its days come earliest first, each with a name of
/// its own.
fn coordinated(draft: &Draft, report: &Report) {
    let package = Package::lay_out(draft, report, Lang::Zh, TODAY).unwrap_or_else(|why| panic!("{why:?}"));
    let sheets = html::sheets(&package.volume()) + &html::sheets(&package.list());
    assert!(!sheets.contains("<script"));
    let rows: Vec<usize> = package.matters.iter().map(|matter| matter.need.row).collect();
    assert_eq!(rows, (1..=rows.len()).collect::<Vec<_>>());
    let days: Vec<Date> = package.days.iter().map(|day| day.event.from).collect();
    assert!(days.is_sorted(), "{days:?}");
    let names: BTreeSet<&str> = package.days.iter().map(|day| day.event.id.as_str()).collect();
    assert_eq!(names.len(), days.len());
}

/// Any answers that are not too many can be written as office files, which open as the same answers.
pub fn office(bytes: &[u8]) {
    let draft = answers::draft(bytes);
    let length = draft.to_json().to_string().len();
    if length <= SMALL {
        office_files_of(&draft, length);
    }
}

/// The office files of a draft, in whichever language: both cost twice the time.
pub fn office_files_of(draft: &Draft, whichever: usize) {
    let report = draft.claimed(true);
    office_files(draft, &report, &Packet::lay_out(draft, &report, LANGS[whichever % 2], TODAY));
}

/// Every form that a person types into: those of the questions, then those of the columns of their tables.
fn fields() -> Vec<Form> {
    let columns = |form: &Form| match form {
        Form::Table(columns) => *columns,
        _ => &[],
    };
    let questions = CATALOGUE.iter().map(|spec| spec.form);
    questions.chain(CATALOGUE.iter().flat_map(|spec| columns(&spec.form)).map(|column| column.form)).collect()
}

// ── drafts ───────────────────────────────────────────────────────────────

/// A draft comes back from its file, with the same code.
pub fn saved(draft: &Draft) {
    let again = Draft::open(&draft.to_json().to_string());
    assert_eq!(again.as_ref(), Ok(draft));
    assert_eq!(again.map(|again| again.seal()), Ok(draft.seal()));
}

/// The report of the draft as it is claimed; all that holds for reports holds for it and for the one of all clauses.
pub fn report(draft: &Draft) -> Report {
    let whole = draft.rules().assess(&draft.facts, true);
    let claimed = draft.claimed(true);
    for report in [&whole, &claimed] {
        works_out(report);
        bands(report);
        sums(report);
        outcomes(report);
    }
    the_working_changes_nothing(&draft.facts);
    let left_out = draft.rules().clauses.iter().filter(|clause| !draft.filing.admits(clause));
    assert_eq!(claimed.assessments.len() + left_out.count(), whole.assessments.len());
    for assessment in &claimed.assessments {
        let clause = assessment.clause;
        assert!(draft.filing.admits(clause), "{} is left out", clause.id);
        // Article 22 looks at what the others give.
        if clause.article != 22 {
            let of_whole = whole.of(clause.id).map(|other| &other.estimate.by_year);
            assert_eq!(of_whole, Some(&assessment.estimate.by_year), "{}", clause.id);
        }
    }
    for assessment in &claimed.assessments {
        assert!(
            assessment
                .steps
                .iter()
                .all(|step| LANGS.iter().all(|lang| !step.line(&draft.facts, *lang).text.is_empty()))
        );
    }
    claimed
}

// ── reports ──────────────────────────────────────────────────────────────

/// The working of every clause works out.
pub fn works_out(report: &Report) {
    for assessment in &report.assessments {
        assert_eq!(recomputes(assessment), Ok(()), "{}", assessment.clause.id);
    }
}

/// Every arithmetic step works out again from its own figures, and the steps of a band add up to the estimate.
pub fn recomputes(assessment: &Assessment) -> Result<(), String> {
    for step in &assessment.steps {
        if step.recompute() != step.result() {
            return Err(format!("“{}” does not work out: {:?}", step.figures(Lang::En).0, step.recompute()));
        }
    }
    let total = assessment.estimate.by_year.total();
    for (band, stated) in [
        (Band::Certain, total.certain),
        (Band::Possible, total.possible),
        (Band::Ceiling, total.ceiling),
        (Band::Floor, total.floor),
    ] {
        let worked: Money =
            assessment.steps.iter().filter(|step| step.band == Some(band)).filter_map(Step::result).sum();
        if worked != stated && matches!(assessment.outcome, Outcome::Met | Outcome::NotMet) {
            return Err(format!("the steps of {band:?} come to {worked}, the estimate says {stated}"));
        }
    }
    Ok(())
}

/// No band is negative, no floor above its ceiling, nothing prepaid that is not certain.
pub fn bands(report: &Report) {
    let clauses = report.assessments.iter().flat_map(|assessment| assessment.estimate.by_year.iter());
    for (year, amount) in clauses.chain(report.by_year.iter()) {
        assert!(amount.certain >= Money::ZERO && amount.possible >= Money::ZERO, "{year}: {amount:?}");
        assert!(Money::ZERO <= amount.floor && amount.floor <= amount.ceiling, "{year}: {amount:?}");
        assert!(amount.prepaid <= amount.certain, "{year}: {amount:?}");
    }
}

/// The totals are what the clauses count, and what gave way is all that lies between that and what they give. It stays
/// possible; a doubt of the clause itself is not added to that.
pub fn sums(report: &Report) {
    let mut counted = miyun::rule::ByYear::default();
    report.counted.iter().for_each(|by_year| counted.add(by_year));
    let sorted = |years: &miyun::rule::ByYear| {
        years.iter().filter(|(_, amount)| *amount != Amount::default()).collect::<Vec<_>>()
    };
    assert_eq!(sorted(&counted), sorted(&report.by_year));
    let split = report.split();
    assert_eq!(split.now + split.past + split.later, report.total(), "now, past and later are the total");
    for clause in report.counted() {
        let (own, counts) = (clause.assessment.estimate.by_year.total(), clause.by_year.total());
        let id = clause.assessment.clause.id;
        if !report.gave_way.iter().any(|gave| gave.clause.id == id) {
            assert_eq!(counts, own, "{id}");
            continue;
        }
        assert_eq!(counts.certain + clause.gave_way, own.certain, "{id}");
        assert!(clause.gave_way <= counts.possible && counts.possible <= own.possible + clause.gave_way, "{id}");
        assert_eq!(counts.floor, own.floor, "{id}");
        assert!(counts.ceiling <= own.ceiling, "{id}");
    }
}

/// Only what is met is certain; a no has a reason, and what is unknown names what is missing.
pub fn outcomes(report: &Report) {
    for assessment in &report.assessments {
        let (total, id) = (assessment.estimate.by_year.total(), assessment.clause.id);
        match assessment.outcome {
            Outcome::Met => assert!(assessment.missing.is_empty(), "{id}"),
            Outcome::NotMet => {
                assert!(total.certain.is_zero() && total.ceiling.is_zero(), "{id}");
                assert!(assessment.unmet().count() > 0, "{id} says no without a reason");
            }
            Outcome::Unknown => {
                assert_eq!(total, Amount::default(), "{id}");
                // Article 25 waits for the district, not for the applicant.
                assert!(!assessment.missing.is_empty() || assessment.clause.article == 25, "{id}");
            }
            Outcome::NotApplicable => assert_eq!(total, Amount::default(), "{id}"),
        }
    }
}

/// Without its working an assessment comes to the same.
pub fn the_working_changes_nothing(facts: &Facts) {
    let edition = miyun::policy::CURRENT;
    let (with, without) = (edition.assess(facts, true), edition.assess(facts, false));
    assert_eq!(with.by_year, without.by_year);
    for (with, without) in with.assessments.iter().zip(&without.assessments) {
        assert_eq!(with.outcome, without.outcome);
        assert_eq!(with.estimate.by_year, without.estimate.by_year);
    }
}

// ── plans ────────────────────────────────────────────────────────────────

/// Ways add up and the best is one of them; turns are a fen wide; chances bring something; cliffs fall.
pub fn planned(facts: &Facts) {
    let edition = miyun::policy::CURRENT;
    let report = edition.assess(facts, true);
    let growth = Forecast::growth(["-10", "0", "10"].map(|rate| forecast::rate(rate).unwrap()));
    let elections = [Forecast::Open, growth].map(|forecast| planner::elections(edition, facts, &forecast));
    for election in elections.into_iter().flatten() {
        let best = election.best().map(|way| (way.year, way.total));
        assert!(election.ways.len() > 1 && election.ways.is_sorted_by_key(|way| way.year));
        for way in &election.ways {
            assert_eq!(way.pays.iter().filter_map(|(_, paid)| *paid).sum::<Money>(), way.total, "{}", way.year);
            assert!(way.pays.iter().all(|(year, _)| election.columns.iter().any(|column| column.year == *year)));
            assert!(best.is_some_and(|(year, most)| way.total < most || way.total == most && year <= way.year));
            assert!((way.range.0..=way.range.1).contains(&way.total), "{}: {:?}", way.year, way.range);
        }
        // A year is put forward only where no other can be the best.
        let is_open = |way: &planner::Way| way.open() && best.is_some_and(|(year, _)| year != way.year);
        let unsettled = election.too_wide || !election.rivals.is_empty() || election.ways.iter().any(is_open);
        assert_eq!(election.settled, !unsettled);
        assert!(election.unsettling.is_none() || unsettled);
        for turn in election.turns.iter().flatten().chain(&election.unsettling) {
            assert_eq!((turn.keeps.fen() - turn.turns.fen()).abs(), 1, "{turn:?}");
            assert_ne!(turn.best, best.map(|(year, _)| year), "{turn:?}");
        }
    }
    if let Some(joint) = planner::joint(edition, facts, &Forecast::Open, &[], &[]) {
        assert_eq!(joint.own, report.total().certain);
        // Whatever is chosen now, the best plan brings no less.
        assert!(joint.best().is_none_or(|best| best.total >= joint.own), "{:?}", joint.plans);
        assert!(joint.best().is_some() || !joint.refused.is_empty());
    }
    for cliff in planner::cliffs(edition, facts, &report) {
        assert!(cliff.after < cliff.before && cliff.last < cliff.from, "{cliff:?}");
    }
    for chance in planner::chances(edition, facts, &report) {
        let gain = chance.gain;
        let brings = [gain.certain, gain.possible, gain.ceiling].into_iter().any(|gain| !gain.is_zero());
        assert!(!chance.changes.is_empty() && (brings || chance.in_kind), "{}", chance.clause.id);
        for change in &chance.changes {
            if let (Figure::Money(from), Figure::Money(to)) = (change.from, change.to) {
                assert!(to >= from, "{}: nobody is told to pay, hold or invest less: {change:?}", chance.clause.id);
            }
        }
    }
}

// ── papers ───────────────────────────────────────────────────────────────

/// A day to print on.
const TODAY: Date = Date::first_of(2026);

/// The packet asks for what the report counts; as HTML it holds no element but ours, and as JSON it opens again as the
/// draft, with nothing that the draft does not give.
pub fn papers(draft: &Draft, report: &Report, lang: Lang) -> Packet {
    let packet = Packet::lay_out(draft, report, lang, TODAY);
    let year = draft.facts.get(&APPLICATION_YEAR);
    let due = |year| report.counted().iter().map(|clause| clause.due_in(year).certain).sum::<Money>();
    assert_eq!(packet.requested, year.map(due));
    if year.is_some() {
        assert_eq!(packet.requested, Some(report.split().now.certain), "the papers ask for what is due now");
    }
    let claimed: Money = packet.claimed().map(|claim| claim.requested + claim.other_years).sum();
    assert_eq!(claimed, report.total().certain);

    only_our_elements(&html::sheets(&packet.filed()));
    let file = json::to_json(&packet, draft, report).to_string();
    let opened = miyun::opened::open_text(&file).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(&opened.draft, draft);
    assert!(opened.differences.is_empty() && opened.more == 0, "{:?}", opened.notes(Lang::En));
    packet
}

/// HTML in which every sign that begins something begins something of ours.
fn only_our_elements(html: &str) {
    const ELEMENTS: &[&str] = &[
        "section", "header", "footer", "h1", "h2", "h3", "h4", "p", "hr", "ol", "ul", "li", "div", "span", "table",
        "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "dl", "dt", "dd", "br", "strong",
        "bdi", "svg", "path",
    ];
    for tag in html.split('<').skip(1) {
        let Some((tag, words)) = tag.split_once('>') else { panic!("an element never ends: <{tag}") };
        assert!(!words.contains('>'), "a > in words: {words}");
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        assert!(ELEMENTS.contains(&name), "<{tag}>");
        assert_eq!(tag.matches('"').count() % 2, 0, "<{tag}>");
        // Attributes are ours: outside their values there is no event handler and no address.
        let outside: String = tag.split('"').step_by(2).collect();
        let handler = outside.split_whitespace().skip(1).any(|name| name.starts_with("on"));
        assert!(!handler && !outside.contains("src=") && !outside.contains("href="), "<{tag}>");
    }
    for entity in html.split('&').skip(1) {
        let named = ["amp;", "lt;", "gt;", "quot;", "#39;", "nbsp;"];
        assert!(named.iter().any(|name| entity.starts_with(name)), "&{}", entity.chars().take(10).collect::<String>());
    }
}

/// Word and archive can be written, and workbook and archive open as the draft that they were made from.
pub fn office_files(draft: &Draft, report: &Report, packet: &Packet) {
    use miyun::office::{docx, xlsx, zip};

    let word = docx::docx(&packet.filed()).unwrap_or_else(|why| panic!("{why}"));
    let workbook = xlsx::workbook(draft, report, packet.lang, TODAY).unwrap_or_else(|why| panic!("{why}"));
    // What a cell cannot hold apart does not come back as it was: control characters are dropped, blank words are an
    // empty cell. Nobody can type either.
    if words(&draft.to_json(), &|words| !words.contains(char::is_control))
        && words(&draft.facts_json(), &|words| !words.is_empty() && words.trim() == words)
    {
        opens_as(draft, &workbook);
    } else {
        assert!(xlsx::read(&workbook).is_ok());
    }
    sums_in_files(report, packet, &word, &workbook);
    let json = json::to_json(packet, draft, report).to_string();
    let files = [("申报书.docx", word), ("测算.xlsx", workbook), ("packet.json", json.into_bytes())];
    let files = files.map(|(name, bytes)| (name.to_owned(), bytes));
    opens_as(draft, &zip::archive(&files, &packet.seal).unwrap_or_else(|why| panic!("{why:?}")));
}

/// The sum that the papers ask for stands in the Word file, and in the workbook as what can be applied for now; what lies
/// in earlier and later years stands beside it, and the three are the total there too.
fn sums_in_files(report: &Report, packet: &Packet, word: &[u8], workbook: &[u8]) {
    if let Some(requested) = packet.requested.filter(|requested| !requested.is_zero()) {
        let words = text_of_word(word);
        assert!(words.contains(&requested.grouped()), "Word does not ask for {requested}");
    }
    let opened = miyun::tables::open::open(workbook).unwrap_or_else(|why| panic!("{why:?}"));
    let lines = &opened.sheets[0].lines;
    let at = |label: &str, column: usize| {
        let line = lines.iter().find(|line| line.cells.first().is_some_and(|cell| cell.shown() == label));
        let shown = line.and_then(|line| line.cells.get(column)).map(miyun::tables::cell::Cell::shown);
        let shown = shown.unwrap_or_default();
        let figure = shown.replace(',', "").parse().ok().and_then(Money::from_decimal);
        figure.unwrap_or_else(|| panic!("{label} is {shown:?} in the workbook"))
    };
    let (total, split) = (report.total(), report.split());
    for (column, band) in
        [|amount: Amount| amount.certain, |amount: Amount| amount.possible, |amount: Amount| amount.ceiling]
            .into_iter()
            .enumerate()
    {
        let shown = When::ALL.map(|when| (when, at(when.word().get(packet.lang), column + 3)));
        for (when, shown) in shown {
            assert_eq!(shown, band(split.of(when)), "{when:?}");
        }
        assert_eq!(shown.into_iter().map(|(_, shown)| shown).sum::<Money>(), band(total));
    }
    if let Some(requested) = packet.requested {
        assert_eq!(at(When::Now.word().get(packet.lang), 3), requested);
    }
}

/// What is written in a Word file, without its elements.
fn text_of_word(file: &[u8]) -> String {
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap_or_else(|why| panic!("{why}"));
    let mut part = parts.by_name("word/document.xml").unwrap_or_else(|why| panic!("{why}"));
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut part, &mut xml).unwrap_or_else(|why| panic!("{why}"));
    xml.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words).collect()
}

fn opens_as(draft: &Draft, file: &[u8]) {
    let opened = miyun::opened::open(file).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(&opened.draft, draft);
    assert!(opened.notes(Lang::En).is_empty(), "{:?}", opened.notes(Lang::En));
}

/// Whether all words in a JSON value are such.
fn words(json: &serde_json::Value, such: &dyn Fn(&str) -> bool) -> bool {
    match json {
        serde_json::Value::String(words) => such(words),
        serde_json::Value::Array(items) => items.iter().all(|item| self::words(item, such)),
        serde_json::Value::Object(entries) => entries.values().all(|entry| self::words(entry, such)),
        _ => true,
    }
}
