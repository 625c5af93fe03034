//! 密政发〔2019〕29号, answered beside the first edition: a table for each heading that says something of answers, the
//! papers in the order of its template, and the first edition unchanged by all of it.

use icalendar::parser::{read_calendar, unfold};
use miyun::answers::answer::{Answer, Table};
use miyun::answers::facts::Facts;
use miyun::answers::form::Form;
use miyun::answers::question::{Chosen, Spec};
use miyun::applicant::question;
use miyun::assess_json;
use miyun::date::Date;
use miyun::drafts::draft::{Draft, Further};
use miyun::drafts::examples::ALL;
use miyun::drafts::next_year::next_year;
use miyun::office::beside::beside;
use miyun::office::{docx, ics, xlsx, zip};
use miyun::opened::{self, Paper, Unopened};
use miyun::packet::file_name::file_name;
use miyun::packet::package::Package;
use miyun::packet::verify::{CodeVerdict, check_code};
use miyun::packet::{self, Block, Packet, Part, html};
use miyun::policy::miyun_2019_29::heading_2_stewards::in_charge;
use miyun::policy::miyun_2019_29::heading_3_scopes::{WHOM_TO_ASK, speaks_for};
use miyun::policy::miyun_2019_29::heading_6_ladder::ladder;
use miyun::policy::miyun_2019_29::matters::matters;
use miyun::policy::miyun_2019_29::package::{GENERAL, PARTS};
use miyun::policy::miyun_2019_29::questions::{Field, LEADER, LISTING, NEEDS, QUESTIONS, State};
use miyun::policy::miyun_2019_29::{EDITION, INDEX};
use miyun::rule::{Happening, Outcome, Role};
use miyun::search::{Target, search};
use miyun::text::{Lang, Text};
use rust_decimal::Decimal;
use serde_json::{Value, json};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn example(id: &str) -> Draft {
    ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
}

fn day(iso: &str) -> Date {
    Date::from_iso(iso).unwrap()
}

fn own(id: &str) -> &'static Spec {
    question(id).or_else(|| QUESTIONS.iter().copied().find(|spec| spec.id == id)).unwrap()
}

/// Facts of answers as one types them; a table as rows of cells.
fn told(facts: &mut Facts, answers: &[(&str, &str)]) {
    for (id, typed) in answers {
        let spec = own(id);
        let answer = match spec.form {
            Form::Choice(choices) => {
                let place = choices.iter().position(|choice| choice.id == *typed).unwrap();
                Some(Answer::Choice(u8::try_from(place).unwrap()))
            }
            form => form.parse(typed, Decimal::ONE).unwrap(),
        };
        facts.set(spec, answer).unwrap();
    }
}

/// A table of needs: field, matter, state.
fn needs(rows: &[(Field, &str, State)]) -> Answer {
    let Form::Table(columns) = NEEDS.spec.form else { panic!("it is a table") };
    let mut table = Table::new(columns);
    for (row, (field, matter, state)) in rows.iter().enumerate() {
        table.insert(row);
        table.set(columns, row, 0, Some(Answer::Words((*matter).into()))).unwrap();
        table.set(columns, row, 1, Some(Answer::Choice(*field as u8))).unwrap();
        table.set(columns, row, 8, Some(Answer::Choice(*state as u8))).unwrap();
    }
    Answer::Table(table)
}

/// What speaks for a scope, in Chinese.
fn reasons(facts: &Facts, scope: &str) -> Vec<&'static str> {
    let report = EDITION.assess(facts, true);
    speaks_for(report.of(scope).unwrap()).map(|step| step.provision.says.zh).collect()
}

fn package(draft: &Draft, lang: Lang) -> Package {
    Package::lay_out(draft, &draft.claimed(true), lang, day("2026-11-25")).unwrap()
}

fn headings(part: &Part) -> Vec<&str> {
    let blocks = part.blocks.iter();
    blocks
        .filter_map(|block| match block {
            Block::Heading(words) => Some(words.as_str()),
            _ => None,
        })
        .collect()
}

/// 三（1）: row by row, what is answered and what it says for which scope.
#[test]
fn heading_3_what_speaks_for_a_scope() {
    let (linked, promising, stage, pool) = ("scope_linked", "scope_promising", "scope_stage", "scope_listing_pool");
    for (why, answers, scope, speaks) in [
        ("nothing is told", &[][..], linked, &[][..]),
        ("a leader is in touch", &[("leader", "某副区长")], linked, &["已有对口联系的区领导"]),
        ("it is new here", &[("new_arrival", "是")], promising, &["新设或新迁入密云"]),
        ("it is no newcomer", &[("new_arrival", "否")], promising, &[]),
        ("one of the six kinds", &[("kind", "branch2")], promising, &["属于25号细则重点支持的金融机构"]),
        ("quasi-financial bodies are none of the six", &[("kind", "quasi")], promising, &[]),
        (
            "capital of exactly a billion",
            &[("paid_in", "1000000000")],
            promising,
            &["实收资本达到25号细则第二十二条的起点"],
        ),
        ("a fen less", &[("paid_in", "999999999.99")], promising, &[]),
        (
            "it stands out and leads",
            &[("outstanding", "是"), ("demonstration", "是")],
            promising,
            &["贡献突出", "对同行业有示范引导作用"],
        ),
        ("it is being prepared", &[("in_preparation", "是")], stage, &["正在筹建"]),
        ("it is newly established", &[("newly_established", "是")], stage, &["新设立，处在起步阶段"]),
        ("no plan to list", &[("listing", "no_plan")], pool, &[]),
        ("listing is being prepared", &[("listing", "preparing")], pool, &["已进入上市准备或之后的阶段"]),
        ("listed", &[("listing", "listed")], pool, &["已进入上市准备或之后的阶段"]),
    ] {
        let mut facts = Facts::default();
        told(&mut facts, &[("kind", "quasi"), ("intermediary", "否"), ("association", "否")]);
        told(&mut facts, answers);
        assert_eq!(reasons(&facts, scope), speaks, "{why}");
    }
}

#[test]
fn heading_3_contribution_and_open_needs_speak_for_a_scope() {
    let mut facts = example("trust_introducer").facts;
    let speaks = reasons(&facts, "scope_promising");
    for says in ["申请年度的贡献达到25号细则第十九条的起点", "申请年度的贡献比上一年多"]
    {
        assert!(speaks.contains(&says), "{speaks:?}");
    }
    for (state, speaks) in [(State::Open, true), (State::Promised, true), (State::Done, false)] {
        facts.set(&NEEDS.spec, Some(needs(&[(Field::Other, "某事", state)]))).unwrap();
        assert_eq!(reasons(&facts, "scope_stage").contains(&"有还没办结的诉求"), speaks, "{state:?}");
    }
}

/// The district decides, whatever is answered; nothing that an applicant could tell is missing, and nothing is given.
#[test]
fn heading_3_no_scope_is_ever_met() {
    for example in ALL {
        let draft = example.draft().unwrap();
        let mut facts = draft.facts_under(&INDEX).unwrap();
        told(&mut facts, &[("leader", "某区长"), ("listing", "listed")]);
        let report = EDITION.assess(&facts, true);
        assert_eq!(report.assessments.len(), 4);
        for own in &report.assessments {
            assert_eq!((own.outcome, own.missing.len()), (Outcome::Unknown, 0), "{} {}", example.id, own.clause.id);
        }
        assert!(report.total().certain.is_zero() && report.total().ceiling.is_zero());
    }
    assert_eq!(WHOM_TO_ASK.len(), 4);
}

/// 二: each kind of need has a department, and 六: who is next.
#[test]
fn headings_2_and_6_who_is_in_charge_and_who_is_next() {
    for field in Field::ALL {
        let Text { zh, en } = in_charge(*field);
        assert!(!zh.is_empty() && !en.is_empty() && !field.id().is_empty(), "{field:?}");
    }
    let who = |linked| ladder(linked).iter().map(|rung| rung.who.zh).collect::<Vec<_>>();
    assert_eq!(who(true), ["服务管家", "行业管家", "总管家", "分管区领导"]);
    assert_eq!(who(false), ["服务管家", "行业管家", "分管区领导"]);
}

/// What a need has to say to be one that 25号 answers, and for whom.
#[test]
fn needs_that_the_first_edition_answers_lead_to_its_clauses() {
    for (why, applicant, field, matter, clauses) in [
        (
            "rent of a legal entity",
            "trust_introducer",
            Field::Premises,
            "办公室租金补贴",
            &["office_rent_legal_entity"][..],
        ),
        ("rent of a branch", "insurance_branch", Field::Premises, "房租太贵", &["office_rent"]),
        ("in English", "insurance_branch", Field::Premises, "Rent support", &["office_rent"]),
        ("a current account is no rent", "insurance_branch", Field::Premises, "Move the current line", &[]),
        ("homes for staff", "bank", Field::Talent, "协调公租房", &["talent_housing"]),
        ("residence", "fund_manager", Field::Talent, "投资经理落户", &["talent_residence_funds", "talent_residence"]),
        ("growth", "bank", Field::Finance, "发展壮大支持", &["growth_funding", "innovation_funding"]),
        ("the school is no home", "bank", Field::Public, "宿舍附近的小学", &[]),
        ("planning is not answered", "bank", Field::Planning, "调整用途，降低租金", &[]),
        ("a school", "bank", Field::Public, "子女入学", &[]),
        ("not for associations", "association", Field::Premises, "办公室租金", &[]),
    ] {
        let draft = example(applicant);
        let mut facts = draft.facts.clone();
        facts.set(&NEEDS.spec, Some(needs(&[(field, matter, State::Open)]))).unwrap();
        let matters = matters(&facts, &draft.claimed(false));
        let found: Vec<&str> = matters[0].answered_by.iter().map(|clause| clause.id).collect();
        assert_eq!(found, clauses, "{why}");
    }
}

#[test]
fn annex_2_gives_the_order_of_the_package() {
    for (lang, title) in [(Lang::Zh, "服务重点企业综合服务包"), (Lang::En, "Service package of a key enterprise")]
    {
        let package = package(&example("trust_introducer"), lang);
        let volume = package.volume();
        assert_eq!(volume.title, title);
        let titles: Vec<&str> = volume.parts.iter().map(|part| part.title.as_str()).collect();
        assert_eq!(titles, PARTS.map(|part| part.get(lang)));
        assert_eq!(headings(&volume.parts[0]), GENERAL.map(|general| general.title.get(lang)));
        let cover = volume.cover.unwrap();
        let bodies = if lang == Lang::Zh {
            "总管家 服务管家 行业管家"
        } else {
            "Chief steward Service steward Industry steward"
        };
        let names: Vec<&str> = cover.lines.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names[2..5].join(" "), bodies);
        assert!(cover.lines[1].1.contains("示例区长"));
    }
}

#[test]
fn the_package_holds_what_was_found_and_what_is_asked() {
    let draft = example("trust_introducer");
    let package = package(&draft, Lang::Zh);
    let (sheets, list) = (html::sheets(&package.volume()), html::sheets(&package.list()));
    // Part one: every clause that is claimed, with its amount.
    let report = draft.claimed(true);
    for counted in report.counted().iter().filter(|counted| counted.claimed()) {
        let of = counted.assessment.clause;
        assert!(sheets.contains(&of.article.words(Lang::Zh)), "{}", of.id);
        let certain = counted.total();
        assert!(certain.is_zero() || sheets.contains(&certain.said(Lang::Zh)), "{}: {certain}", of.id);
    }
    // Part two and the list: what is open and no policy answers. What is answered leads to its clause.
    assert_eq!(
        headings(&package.volume().parts[1]),
        ["（一）员工子女入学", "（二）办公楼双路供电", "已有政策可以申请的事"]
    );
    for matter in ["员工子女入学", "办公楼双路供电"] {
        assert!(list.contains(matter), "{matter}");
    }
    for matter in ["办公室租金补贴", "业务骨干公租房", "变更登记"] {
        assert!(!list.contains(matter) && sheets.contains(matter), "{matter}");
    }
    assert!(sheets.contains("第十一条法人金融机构租房补贴") || sheets.contains("第十一条"));
    // Part three: how far each is.
    assert!(sheets.contains("已办结") && sheets.contains("2026年12月15日") && sheets.contains("等承诺的结果"));
}

#[test]
fn every_example_has_a_package_that_office_programs_open() {
    for example in ALL {
        let draft = example.draft().unwrap();
        for lang in LANGS {
            let package = package(&draft, lang);
            for volume in [package.volume(), package.list()] {
                assert!(docx::docx(&volume).unwrap().starts_with(b"PK"), "{}", example.id);
                assert!(!html::sheets(&volume).contains("style="), "{}", example.id);
            }
        }
        let lines = package(&draft, Lang::Zh).csv().trim_end().lines().count();
        assert_eq!(lines, 1 + package(&draft, Lang::Zh).matters.len(), "{}", example.id);
    }
}

#[test]
fn words_are_never_markup_nor_formulas() {
    let mut draft = example("fund_manager");
    let mut facts = draft.facts_under(&INDEX).unwrap();
    told(&mut facts, &[("leader", "<img src=x>")]);
    facts.set(&NEEDS.spec, Some(needs(&[(Field::Other, "=<img src=x>", State::Open)]))).unwrap();
    draft.set_under(&INDEX, &facts);
    let package = package(&draft, Lang::Zh);
    assert!(!(html::sheets(&package.volume()) + &html::sheets(&package.list())).contains("<img"));
    assert!(package.csv().contains("\"'=<img src=x>\""));
}

/// What was promised stands in a calendar that other programs read. An event keeps its name when its row moves and its
/// day changes.
#[test]
fn what_is_promised_stands_in_the_calendar() {
    let draft = example("trust_introducer");
    let mut facts = draft.facts_under(&INDEX).unwrap();
    let promises = |facts: &Facts| {
        let events = (EDITION.calendar)(facts, &EDITION.assess(facts, false));
        events.into_iter().filter(|event| event.kind == Happening::Promise).collect::<Vec<_>>()
    };
    // What is done is left out.
    let before = promises(&facts);
    assert_eq!(before.iter().map(|event| event.from.to_string()).collect::<Vec<_>>(), ["2026-12-15"]);
    let Form::Table(columns) = NEEDS.spec.form else { panic!("it is a table") };
    let table = facts.table_mut(&NEEDS.spec).unwrap();
    table.set(columns, 0, 9, Some(Answer::Date(day("2027-01-10")))).unwrap();
    table.swap(0, 1);
    let after = promises(&facts);
    assert_eq!((&after[0].id, after[0].from), (&before[0].id, day("2027-01-10")));

    for lang in LANGS {
        let days = package(&draft, lang).days;
        let file = ics::write(&EDITION, &draft, &days, lang, day("2026-11-25"));
        let unfolded = unfold(&file);
        let calendar = read_calendar(&unfolded).unwrap();
        let named = |name: &str| {
            calendar
                .components
                .iter()
                .filter(|event| event.find_prop("UID").is_some_and(|uid| uid.val.as_str().contains(name)))
                .count()
        };
        assert_eq!((named("promise-"), named("@miyun-2019-29")), (1, 2));
    }
}

#[test]
fn the_year_after_keeps_what_is_open() {
    let next = next_year(&example("trust_introducer")).unwrap().draft;
    let package = package(&next, Lang::Zh);
    let states: Vec<State> = package.matters.iter().map(|matter| matter.need.state).collect();
    assert_eq!(states, [State::Promised, State::Open, State::Open, State::Open]);
    assert!(package.matters[0].need.is_late(day("2027-06-01")));
}

/// Row by row: how far it is, who looks after it, and what comes next on the day.
#[test]
fn heading_6_what_comes_next() {
    for (why, leader, field, matter, state, promised, next) in [
        ("nothing was answered", false, Field::Public, "入学", State::Open, "", "交服务管家"),
        ("a policy answers it", false, Field::Premises, "房租", State::Open, "", "按已有政策申请"),
        ("the day is to come", false, Field::Public, "入学", State::Promised, "2026-11-25", "等承诺的结果"),
        (
            "the day was yesterday",
            false,
            Field::Public,
            "入学",
            State::Promised,
            "2026-11-24",
            "已过承诺日，请行业管家协调",
        ),
        (
            "the same with a leader",
            true,
            Field::Public,
            "入学",
            State::Promised,
            "2026-11-24",
            "已过承诺日，请行业管家协调",
        ),
        ("done is done, whatever the day", false, Field::Public, "入学", State::Done, "2026-11-24", "已办结"),
    ] {
        let draft = example("insurance_branch");
        let mut facts = draft.facts.clone();
        facts.set(&NEEDS.spec, Some(needs(&[(field, matter, state)]))).unwrap();
        let Form::Table(columns) = NEEDS.spec.form else { panic!("it is a table") };
        if !promised.is_empty() {
            let table = facts.table_mut(&NEEDS.spec).unwrap();
            table.set(columns, 0, 9, Some(Answer::Date(day(promised)))).unwrap();
        }
        if leader {
            told(&mut facts, &[("leader", "某副区长")]);
        }
        let matter = &matters(&facts, &draft.claimed(false))[0];
        assert_eq!(matter.next(day("2026-11-25"), Lang::Zh), next, "{why}");
        assert_eq!(matter.ladder.len(), if leader { 4 } else { 3 }, "{why}");
    }
}

/// Matters of the same name are several events.
#[test]
fn matters_of_the_same_name_keep_their_own_days() {
    let mut facts = Facts::default();
    let same = (Field::Public, "入学", State::Promised);
    facts.set(&NEEDS.spec, Some(needs(&[same, same, same]))).unwrap();
    let Form::Table(columns) = NEEDS.spec.form else { panic!("it is a table") };
    for (row, iso) in ["2026-12-01", "2026-12-02", "2026-12-03"].iter().enumerate() {
        facts.table_mut(&NEEDS.spec).unwrap().set(columns, row, 9, Some(Answer::Date(day(iso)))).unwrap();
    }
    let mut ids: Vec<String> =
        (EDITION.calendar)(&facts, &EDITION.assess(&facts, false)).into_iter().map(|event| event.id).collect();
    ids.dedup();
    assert!(ids.len() == 3 && ids[2].ends_with("-3"), "{ids:?}");
}

/// A calendar that was taken over before knows a day again, wherever its row went.
#[test]
fn a_promised_day_keeps_its_event_when_rows_move() {
    let Form::Table(columns) = NEEDS.spec.form else { panic!("it is a table") };
    let names = ["入学", "用地", "审批", "供电"];
    let mut facts = Facts::default();
    let rows = names.map(|name| (Field::Other, name, State::Promised));
    facts.set(&NEEDS.spec, Some(needs(&rows))).unwrap();
    let table = facts.table_mut(&NEEDS.spec).unwrap();
    for row in 0..names.len() {
        table.set(columns, row, 9, Some(Answer::Date(day(&format!("2026-12-0{}", row + 1))))).unwrap();
    }
    let ids = |facts: &Facts| -> Vec<String> {
        (EDITION.calendar)(facts, &EDITION.assess(facts, false)).into_iter().map(|event| event.id).collect()
    };
    let before = ids(&facts);
    facts.table_mut(&NEEDS.spec).unwrap().swap(0, 3);
    facts.table_mut(&NEEDS.spec).unwrap().swap(1, 2);
    assert_eq!(ids(&facts), before);
    assert!(before.iter().all(|id| id.matches('-').count() == 1), "{before:?}");
}

#[test]
fn a_need_without_words_is_called_by_its_number() {
    let mut facts = Facts::default();
    facts.set(&NEEDS.spec, Some(needs(&[(Field::Other, "", State::Open)]))).unwrap();
    let need = &miyun::policy::miyun_2019_29::needs::needs(&facts)[0];
    assert_eq!([Lang::Zh, Lang::En].map(|lang| need.name(lang)), ["第1件", "Matter 1"]);
}

/// Whatever file holds the draft holds its needs.
#[test]
fn every_file_keeps_the_needs() {
    let draft = example("fund_manager");
    let (report, today) = (draft.claimed(true), day("2026-11-25"));
    let packet = Packet::lay_out(&draft, &report, Lang::Zh, today);
    for (kind, bytes) in [
        ("draft", draft.to_file(&draft.code()).into_bytes()),
        ("packet", packet::json::to_json(&packet, &draft, &report).to_string().into_bytes()),
        ("workbook", xlsx::workbook(&draft, &report, Lang::Zh, today).unwrap()),
    ] {
        let opened = opened::open(&bytes).unwrap_or_else(|why| panic!("{kind}: {why}"));
        assert_eq!(opened.draft, draft, "{kind}");
        assert!(opened.notes(Lang::En).is_empty(), "{kind}: {:?}", opened.notes(Lang::En));
    }
}

/// The names of what goes with an application, with the files themselves packed as the page packs them.
fn packed(draft: &Draft, lang: Lang) -> (Vec<String>, Vec<u8>) {
    let (report, today) = (draft.claimed(true), day("2026-11-25"));
    let packet = Packet::lay_out(draft, &report, lang, today);
    let data = packet::json::to_json(&packet, draft, &report).to_string().into_bytes();
    let mut files = vec![("packet.json".to_owned(), data)];
    files.extend(beside(draft, &packet, &report, lang, today).unwrap());
    let names = files.iter().map(|(name, _)| name.clone()).collect();
    (names, zip::archive(&files, &packet.seal).unwrap())
}

/// The archive of an application holds the package and its list where there are needs, listed with their digests like
/// every file, and opens as the same draft. Without needs it is what it was.
#[test]
fn the_archive_of_an_application_holds_the_package_where_there_are_needs() {
    for (id, lang, expected) in [
        ("trust_introducer", Lang::Zh, ["服务包", "诉求清单", "诉求清单", "服务包日历"]),
        ("fund_manager", Lang::En, ["service package", "List of needs", "List of needs", "service package calendar"]),
    ] {
        let draft = example(id);
        let code = package(&draft, lang).seal.code;
        let (names, bytes) = packed(&draft, lang);
        let own: Vec<String> = ["docx", "docx", "csv", "ics"]
            .iter()
            .zip(expected)
            .map(|(ending, what)| file_name(draft.name(), what, &code, ending))
            .collect();
        let at = names.iter().position(|name| *name == own[0]).unwrap();
        assert_eq!(names[at..at + 4], own, "{names:?}");
        let opened = opened::open(&bytes).unwrap();
        assert_eq!((&opened.draft, opened.kind), (&draft, opened::Kind::Archive));
        assert!(opened.notes(Lang::En).is_empty(), "{:?}", opened.notes(Lang::En));
        let contents = zip::Archive::open(&bytes).unwrap().read().unwrap();
        assert!(contents.has_list && contents.faults.is_empty());
        assert_eq!(contents.files.len(), names.len());

        // Without needs, whatever else is told: the same files as of a draft that tells nothing.
        let mut facts = draft.facts_under(&INDEX).unwrap();
        facts.set(&NEEDS.spec, None).unwrap();
        let mut without = draft.clone();
        without.set_under(&INDEX, &facts);
        let plain = Draft { further: Further::default(), ..draft };
        let left: Vec<String> = names.into_iter().filter(|name| !own.contains(name)).collect();
        assert_eq!((packed(&without, lang).0, packed(&plain, lang).0), (left.clone(), left));
    }
}

/// The papers of the package hold no draft: opened, one says what it is, and its code is that of the draft.
#[test]
fn its_papers_are_known_where_files_are_opened() {
    let draft = example("trust_introducer");
    for lang in LANGS {
        let package = package(&draft, lang);
        let days = ics::write(&EDITION, &draft, &package.days, lang, day("2026-11-25"));
        for (volume, title) in [(package.volume(), package.volume().title), (package.list(), package.list().title)] {
            let why = opened::open(&docx::docx(&volume).unwrap()).unwrap_err();
            let Unopened::Paper(Paper::Word { title: found, code }) = &why else { panic!("{why:?}") };
            assert_eq!(
                (found, check_code(code, &draft)),
                (&title, CodeVerdict::Same { of: Some(INDEX.number), made_by: None })
            );
            assert!(why.says(lang).contains(&title), "{}", why.says(lang));
        }
        assert_eq!(opened::open(package.csv().as_bytes()).unwrap_err(), Unopened::Paper(Paper::Needs));
        let plain = package.csv().replace(['"', '\u{feff}'], "");
        assert_eq!(
            opened::open(plain.as_bytes()).unwrap_err(),
            Unopened::Paper(Paper::Needs),
            "saved by another program"
        );
        assert_eq!(opened::open(days.as_bytes()).unwrap_err(), Unopened::Paper(Paper::Calendar));
        // So is the application itself.
        let packet = Packet::lay_out(&draft, &draft.claimed(true), lang, day("2026-11-25"));
        let why = opened::open(&docx::docx(&packet.filed()).unwrap()).unwrap_err();
        let Unopened::Paper(Paper::Word { code, .. }) = &why else { panic!("{why:?}") };
        assert_eq!(check_code(code, &draft), CodeVerdict::Same { of: None, made_by: None });
    }
}

/// The first edition's papers, code and answers say nothing of it.
#[test]
fn the_first_edition_is_unchanged() {
    for example in ALL {
        let plain = Draft { further: Further::default(), ..example.draft().unwrap() };
        let mut draft = plain.clone();
        let mut facts = draft.facts_under(&INDEX).unwrap();
        told(&mut facts, &[("leader", "某区长"), ("listing", "applied"), ("industry_steward", "某局")]);
        facts.set(&NEEDS.spec, Some(needs(&[(Field::Public, "子女入学", State::Open)]))).unwrap();
        draft.set_under(&INDEX, &facts);
        assert_ne!(draft, plain);
        assert_eq!(draft.facts_under(&INDEX).unwrap(), facts);
        let sheets = |draft: &Draft| {
            let packet = Packet::lay_out(draft, &draft.claimed(true), Lang::Zh, day("2026-11-25"));
            packet
                .apart()
                .map(|volume| html::sheets(&volume))
                .fold(html::sheets(&packet.filed()), |all, one| all + &one)
        };
        assert_eq!((draft.seal(), sheets(&draft)), (plain.seal(), sheets(&plain)), "{}", example.id);
        assert_eq!(Draft::open(&draft.to_json().to_string()), Ok(draft.clone()), "{}", example.id);
        draft.set_under(&INDEX, &Facts::default());
        assert_eq!(draft.to_json(), plain.to_json(), "{}", example.id);
    }
}

/// What a file tells wrongly is refused with its place, as answers to the first edition are; of many the first are named.
#[test]
fn what_a_file_tells_wrongly_is_refused_with_its_place() {
    let needs = |row: Value| json!({ "needs": [{}, row] });
    for (why, told, place, zh) in [
        ("no such question", json!({ "scope": "linked" }), "scope", "没有这个问题，请删去"),
        ("no such column", needs(json!({ "cost": "1" })), "needs[2].cost", "没有这个问题，请删去"),
        ("no such state", needs(json!({ "state": "later" })), "needs[2].state", "\"open\", \"promised\", \"done\""),
        ("no such field", needs(json!({ "field": 3 })), "needs[2].field", "以下之一"),
        ("no such stage", json!({ "listing": "soon" }), "listing", "以下之一"),
        ("no day", needs(json!({ "promised": "2026-02-30" })), "needs[2].promised", "加引号的日期"),
        ("a day as a figure", needs(json!({ "by": 20_261_231 })), "needs[2].by", "加引号的日期"),
        ("words as a list", needs(json!({ "answer": [] })), "needs[2].answer", "加引号的文字"),
        ("words too long", needs(json!({ "matter": "字".repeat(61) })), "needs[2].matter", "太长"),
        ("a name too long", json!({ "leader": "字".repeat(61) }), "leader", "太长"),
        ("no rows", json!({ "needs": {} }), "needs", "方括号里的行"),
        ("a row that is none", json!({ "needs": [{}, 7] }), "needs[2]", "不是这一项的写法"),
    ] {
        let mut file = example("bank").to_json();
        file["further"] = json!({ INDEX.id: told });
        let says = Draft::from_json(&file).expect_err(why).says(Lang::Zh);
        let path = format!("further.{}.{place}", INDEX.id);
        assert!(says.contains(&path) && says.contains(zh), "{why}: {says}");
        // The same of a packet and of a copy of the page, and of a draft that is opened by the page.
        let why = opened::open_text(&file.to_string()).unwrap_err().says(Lang::En);
        assert!(why.contains(&path), "{why}");
        assert!(opened::open_draft(&file.to_string()).unwrap().is_none());
        // What this program kept opens, and says so where it is read.
        let kept = Draft::from_kept(&file).unwrap();
        assert!(kept.facts_under(&INDEX).unwrap_err().iter().any(|refusal| refusal.path == path));
    }
    let mut file = example("bank").to_json();
    file["further"] = needs(json!({}));
    assert!(Draft::from_json(&file).unwrap_err().says(Lang::Zh).contains("further.needs"), "no such document");
    file["further"] = json!({ INDEX.id: { "needs": vec![json!({ "by": "x" }); 1_000] } });
    let says = Draft::from_json(&file).unwrap_err().says(Lang::Zh);
    assert!(says.contains("另有980处") && says.len() < 4_000, "{says}");
}

#[test]
fn other_programs_read_scopes_and_needs() {
    let draft = example("trust_introducer");
    let said = assess_json::further(&draft, &draft.claimed(false)).unwrap();
    let said = &said["miyun-2019-29"];
    assert_eq!((&said["open"], &said["promised"], &said["done"]), (&3.into(), &1.into(), &1.into()));
    assert_eq!(said["scopes"][0]["id"], "scope_linked");
    assert_eq!(said["needs"][2]["answered_by"][0], "office_rent_legal_entity");
    assert_eq!(said["needs"][2]["field"], "premises");
    assert_eq!(said["needs"][0]["ladder"].as_array().unwrap().len(), 4);
    let plain = Draft { further: Further::default(), ..draft };
    assert_eq!(assess_json::further(&plain, &plain.claimed(false)), None);
}

#[test]
fn it_is_listed_and_found_in_both_languages() {
    assert_eq!(EDITION.contents.iter().filter(|entry| entry.role == Role::Clause).count(), 1);
    for entry in EDITION.contents {
        for words in [entry.title, entry.says] {
            assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}", entry.article);
        }
    }
    for term in EDITION.glossary {
        assert!(
            term.articles.iter().all(|article| EDITION
                .contents
                .iter()
                .any(|entry| entry.article.to_string().starts_with(&article.to_string()))),
            "{}",
            term.id
        );
    }
    let found = |query: &str, lang| {
        search(&[&EDITION], query, lang, 5).hits.into_iter().map(|hit| hit.target.id()).collect::<Vec<_>>()
    };
    for (query, lang, target) in [
        ("总管家", Lang::Zh, "term/chief-steward"),
        ("12345", Lang::Zh, "term/hotline-12345"),
        ("service steward", Lang::En, "term/service-steward"),
        ("上市阶段", Lang::Zh, "question/listing"),
        ("上市后备", Lang::Zh, "clause/scope_listing_pool"),
    ] {
        assert!(found(query, lang).contains(&target.to_owned()), "{query}: {:?}", found(query, lang));
    }
    assert!(matches!(search(&[&EDITION], "服务包诉求", Lang::Zh, 1).hits[0].target, Target::Question(_)));
    let questions = assess_json::questions(&EDITION);
    let ids: Vec<&str> = questions.as_array().unwrap().iter().map(|own| own["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [LEADER.spec.id, "industry_steward", LISTING.spec.id, NEEDS.spec.id]);
}
