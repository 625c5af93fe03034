use crate::answers::answer::Answer;
use crate::applicant::contribution::GROWTH_START;
use crate::article::Article;
use crate::date::Date;
use crate::drafts::draft::Draft;
use crate::drafts::filing::Reply;
use crate::money::Money;
use crate::packet::preflight::{At, Topic};
use crate::packet::{Block, Packet, Preflight, Standing, Table, Unpriced, Value, html, json, needed, schedule_lines};
use crate::rule::step::Band;
use crate::rule::{Doubt, GaveWay, Provision, Report};
use crate::text::{Lang, text};

const BANK: &str = r#"{"format":1,"edition":"miyun-2019-25","title":"","facts":{
    "kind":"legal_entity","intermediary":false,"association":false,"name":"某行","credit_code":"91110118MA0EXMP17F",
    "new_arrival":true,"newly_established":true,"arrived":"2022-03-18","opinion_date":"2018-12-01",
    "application_year":2026,"lawful":true,"admitted":true,"supervised":true,"registered":true,"clean_record":true,
    "national_approval":true,"paid_in":"1200000000.00","growth_start":2025,
    "contributions":[
        {"year":2025,"contribution":"2872000.00","source":"confirmed"},
        {"year":2026,"contribution":"2960000.00","source":"forecast"},
        {"year":2027,"contribution":"4200000.00","source":"forecast"},
        {"year":2028,"contribution":"5600000.00","source":"forecast"},
        {"year":2029,"contribution":"6500000.00","source":"forecast"}]}}"#;

static RULE: Provision = Provision::new(36, "只享一次", "once only");
static DOUBT: Doubt = Doubt {
    number: "0.0",
    issue: text("甲", "a"),
    prudent: text("乙", "b"),
    favourable: text("丙", "c"),
    ask: text("丁", "d"),
};

fn bank() -> (Draft, Report) {
    let draft = Draft::open(BANK).unwrap();
    let report = draft.rules().assess(&draft.facts, true);
    (draft, report)
}

fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

fn part<'a>(packet: &'a Packet, id: &str) -> &'a [Block] {
    &packet.parts.iter().chain(&packet.beside).find(|part| part.id == id).unwrap().blocks
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

fn amounts(table: &Table) -> Money {
    table
        .rows
        .iter()
        .filter_map(|row| match row.last() {
            Some(Value::Money(amount)) => Some(*amount),
            _ => None,
        })
        .sum()
}

/// Lets a clause give way to another: wholly, or by an amount in one year.
fn give_way(report: &mut Report, clause: &str, to: &str, year: u16, amount: Money) {
    let of = |report: &Report, id: &str| report.of(id).unwrap().clause;
    let (clause, to) = (of(report, clause), of(report, to));
    let place = report.assessments.iter().position(|other| other.clause.id == clause.id).unwrap();
    for by_year in [&mut report.by_year, &mut report.counted[place]] {
        by_year.of_mut(year).certain = by_year.of(year).certain.less(amount);
        by_year.of_mut(year).possible += amount;
    }
    report.gave_way.push(GaveWay { clause, to, provision: &RULE, doubt: Some(&DOUBT), amount });
}

/// What the schedule lists, and what the letter of inquiry asks about: earlier years are in no filed paper.
fn listed(packet: &Packet) -> Money {
    let parts = packet.parts.iter().chain(&packet.beside);
    let lists = parts.filter(|part| matches!(part.id, "schedule" | "inquiry"));
    // What waits for the district stands beside the sum.
    let later = crate::policy::CURRENT.papers.say(super::words::CONFIRMED_LATER, Lang::Zh);
    let waits = |table: &&Table| table.caption.as_deref() == Some(later.as_str());
    lists.flat_map(|part| tables(&part.blocks)).filter(|table| !waits(table)).map(amounts).sum()
}

/// A draft of an example with everything ticked and every bracket written.
fn finished(id: &str) -> Draft {
    let mut draft = example(id);
    draft.filing.undertaken = true;
    let report = draft.claimed(true);
    for needed in needed(&draft, &report).iter().filter(|needed| needed.document.part.is_none()) {
        draft.filing.papers.entry(needed.document.name.zh).or_default().ready = true;
    }
    let name = draft.facts.get(&crate::applicant::identity::NAME).unwrap().to_owned();
    for statement in draft.rules().statements {
        draft.filing.statements.insert(statement.clause, format!("{name}的情况如下。"));
    }
    // The year that the papers would name is chosen.
    let growth = report.of("growth_funding").map(|assessment| assessment.estimate.by_year.clone()).unwrap_or_default();
    if let Some((start, _)) = growth.iter().find(|(_, amount)| !amount.certain.is_zero()) {
        draft.facts.set(&GROWTH_START.spec, Some(Answer::Year(start))).unwrap();
    }
    draft
}

/// An example; the association with its day of founding.
fn example(id: &str) -> Draft {
    let mut draft = crate::drafts::examples::ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap();
    if id == "association" {
        let founded = &crate::applicant::identity::FOUNDED.spec;
        draft.facts.set(founded, founded.form.parse("2020-05-06", rust_decimal::Decimal::ONE).unwrap()).unwrap();
    }
    draft
}

#[test]
fn papers_are_a_draft_until_nothing_is_open() {
    for id in ["bank", "fund_manager", "introducer", "association"] {
        let mut draft = finished(id);
        let packet = lay_out(&draft);
        let open: Vec<&str> = packet.preflight.findings().map(|finding| finding.says(Lang::Zh)).collect();
        assert!(!packet.filed().draft, "{id}: {open:?}");
        assert_eq!((packet.cover.state.as_str(), packet.cover.caution.len()), ("", 1), "{id}");
        draft.filing.undertaken = false;
        let packet = lay_out(&draft);
        assert!(packet.filed().draft && packet.filed().running().starts_with("草稿"), "{id}");
        assert!(packet.apart().all(|volume| !volume.draft && volume.cover.is_none()), "{id}");
    }
    // Brackets alone keep it a draft.
    let mut bank = finished("bank");
    bank.filing.statements.remove("executive_reward");
    assert!(lay_out(&bank).filed().draft);
    // So does a year that is final once filed and that nobody has chosen: the papers say what it rests on.
    let mut bank = finished("bank");
    assert!(!html::sheets(&lay_out(&bank).filed()).contains("尚未选定"));
    bank.facts.set(&GROWTH_START.spec, None).unwrap();
    let packet = lay_out(&bank);
    let sheets = html::sheets(&packet.filed());
    assert!(packet.filed().draft && sheets.contains("【尚未选定：只看已填的数"), "{sheets}");
}

#[test]
fn each_example_files_what_is_asked_of_it_and_nothing_else() {
    // Example, documents on its list, documents not on it, undertakings by a piece of their words, and not among them.
    type Row = (
        &'static str,
        &'static [&'static str],
        &'static [&'static str],
        &'static [&'static str],
        &'static [&'static str],
    );
    let rows: [Row; 4] = [
        (
            "bank",
            &["金融许可证、批复或备案公示", "新设登记通知书", "起始年度书面确认", "区域综合贡献确认函（按年）"],
            &["办公地在密云以外：实际办公地证明、密云同期平均租金依据", "引进企业清单", "迁移登记通知书和税务迁移资料"],
            &["注册地址", "非经营性支出", "不转租", "个人购房补贴", "奖励资金"],
            &["营业地址", "存续期", "不对外出售"],
        ),
        (
            "insurance_branch",
            &["金融许可证、批复或备案公示", "起始年度书面确认"],
            &["引进企业清单"],
            &["营业地址", "营运资金", "非经营性支出"],
            &["本单位注册地址", "不转租", "不对外出售", "个人购房补贴"],
        ),
        (
            "introducer",
            &["营业执照副本", "引进企业清单", "选定年度确认", "准入标准审核意见"],
            &[
                "金融许可证、批复或备案公示",
                "新设登记通知书",
                "区域综合贡献确认函（按年）",
                "准入标准审核意见、纳入日常监管证明",
            ],
            &["注册地址", "审计监督"],
            &["非经营性支出", "营业地址", "不转租", "不对外出售"],
        ),
        (
            "association",
            // Its share of members falls into the gap (28.1): nothing can be claimed.
            &["税务登记信息、统计登记证明"],
            &["营业执照副本", "金融许可证、批复或备案公示", "章程、企业信用信息公示报告"],
            &["审计监督"],
            &["非经营性支出", "不转租"],
        ),
    ];
    for (id, filed, not_filed, undertaken, not_undertaken) in rows {
        let draft = example(id);
        let report = draft.claimed(true);
        let names: Vec<&str> = needed(&draft, &report).iter().map(|needed| needed.document.name.zh).collect();
        filed.iter().for_each(|name| assert!(names.contains(name), "{id}: {name}"));
        not_filed.iter().for_each(|name| assert!(!names.contains(name), "{id}: {name}"));
        let says: String = super::undertaken(&draft, &report).iter().map(|provision| provision.says.zh).collect();
        undertaken.iter().for_each(|words| assert!(says.contains(words), "{id}: {words}"));
        not_undertaken.iter().for_each(|words| assert!(!says.contains(words), "{id}: {words}"));
        let packet = lay_out(&draft);
        for needed in needed(&draft, &report) {
            let part = needed.document.part;
            assert!(part.is_none_or(|id| packet.parts.iter().any(|part| part.id == id)), "{id}: {part:?} is not made");
        }
        let text = format!("{:?}", packet.parts);
        for internal in ["审慎", "min(", "比较各个", "处未了", "以前年度"] {
            assert!(!text.contains(internal), "{id}: {internal} is filed");
        }
    }
}

#[test]
fn the_list_of_enterprises_adds_up_and_a_long_one_is_a_file() {
    let draft = example("introducer");
    let report = draft.claimed(true);
    let list = super::introduced::list(&draft, &report);
    let due = report.counted().iter().map(|clause| clause.due_in(2026)).fold(Default::default(), |sum, due| sum + due);
    let due: crate::rule::Amount = due;
    let sum = |band: Band| list.iter().filter(|one| one.band == band).map(|one| one.reward).sum::<Money>();
    assert_eq!((sum(Band::Certain), sum(Band::Possible), sum(Band::Ceiling)), (due.certain, due.possible, due.ceiling));

    let enterprise = serde_json::json!({"name": "=甲", "fits": true, "first_tax": "2023-01-01", "year_1": "2000000", "year_2": "0", "year_3": "0"});
    let long = self::draft(serde_json::json!({
        "kind": "none", "intermediary": true, "association": false, "legal_person": true,
        "enterprises": vec![enterprise; 501],
    }));
    let list = super::introduced::list(&long, &long.claimed(true));
    let file = super::introduced::file(&list, Lang::Zh);
    assert_eq!(file.lines().count(), 502);
    assert!(file.contains("'=甲"), "no formula");
    let digest: String = {
        use sha2::Digest as _;
        sha2::Sha256::digest(&file).iter().map(|byte| format!("{byte:02x}")).collect()
    };
    let packet = lay_out(&long);
    let said = format!("{:?}", part(&packet, "introduced"));
    assert!(said.contains("501家") && said.contains(&digest));
    assert_eq!(tables(part(&packet, "introduced")).len(), 1, "only the sums by tier");
}

#[test]
fn sums_tie_to_the_report() {
    let (draft, report) = bank();
    for lang in [Lang::Zh, Lang::En] {
        let packet = Packet::lay_out(&draft, &report, lang, today());
        assert_eq!(packet.requested, Some(report.by_year.of(2026).certain));
        let requested = packet.requested.unwrap();
        let form = tables(part(&packet, "form"));
        assert_eq!((amounts(form[0]), form[0].totals[0].amount), (requested, requested));
        // What is not priced has no sum.
        let mut schedule = tables(part(&packet, "schedule"));
        schedule.retain(|table| !table.totals.is_empty());
        assert_eq!(schedule[0].totals[0].amount, requested);
        for table in &schedule {
            assert_eq!(amounts(table), table.totals[0].amount);
        }
        assert_eq!(listed(&packet), report.total().certain);
        let claimed: Money = packet.claimed().map(|claim| claim.requested + claim.other_years).sum();
        assert_eq!(claimed, report.total().certain);
    }
}

#[test]
fn every_certain_step_knows_its_year() {
    let (_, report) = bank();
    for assessment in &report.assessments {
        for (year, amount) in assessment.estimate.by_year.iter() {
            let landed = assessment.steps.iter().filter(|step| step.band == Some(Band::Certain));
            let sum: Money = landed.filter(|step| step.year == Some(year)).filter_map(|step| step.result()).sum();
            assert_eq!(sum, amount.certain, "{} {year}", assessment.clause.id);
        }
    }
}

#[test]
fn papers_of_every_example_tie() {
    for example in crate::drafts::examples::ALL {
        let draft = example.draft().unwrap();
        let report = draft.rules().assess(&draft.facts, true);
        let mut by_year = crate::rule::ByYear::default();
        report.counted.iter().for_each(|counted| by_year.add(counted));
        assert_eq!(by_year, report.by_year, "{}", example.id);
        let packet = Packet::lay_out(&draft, &report, Lang::Zh, today());
        let certain = report.total().certain;
        assert_eq!(listed(&packet), certain, "{}", example.id);
        let year = draft.facts.get(&crate::applicant::identity::APPLICATION_YEAR);
        let due = |year| report.counted().iter().map(|clause| clause.due_in(year).certain).sum::<Money>();
        assert_eq!(packet.requested, year.map(due), "{}", example.id);
        let claimed: Money = packet.claimed().map(|claim| claim.requested + claim.other_years).sum();
        assert_eq!(claimed, certain, "{}", example.id);
    }
}

#[test]
fn what_gave_way_is_not_claimed() {
    let (draft, mut report) = bank();
    let opening = report.of("opening_legal_entity").unwrap().estimate.by_year.total().certain;
    give_way(&mut report, "opening_legal_entity", "growth_funding", 2026, opening);
    let packet = Packet::lay_out(&draft, &report, Lang::Zh, today());
    assert_eq!(packet.claimed().map(|claim| claim.clause.id).collect::<Vec<_>>(), ["growth_funding"]);
    assert_eq!(packet.requested, Some(report.by_year.of(2026).certain));
    let documents = tables(part(&packet, "documents"))[0];
    assert!(documents.rows.iter().all(|row| row[4].text() != "第六条"), "its evidence is not asked for");
    assert!(part(&packet, "open").iter().any(|block| matches!(block, Block::Pairs(pairs) if pairs.label == "0.0")));
}

#[test]
fn what_gives_way_in_part_is_taken_from_its_year() {
    let (draft, mut report) = bank();
    let amount = Money::from_fen(12_345);
    give_way(&mut report, "growth_funding", "opening_legal_entity", 2027, amount);
    let counted = report.counted();
    let growth = counted.iter().find(|clause| clause.assessment.clause.id == "growth_funding").unwrap();
    let own = growth.assessment.estimate.by_year.of(2027).certain;
    assert_eq!(growth.in_year(2027), own.less(amount));
    assert_eq!(counted.iter().map(crate::packet::Counted::total).sum::<Money>(), report.total().certain);
    let lines = schedule_lines(growth, &draft.facts, Lang::Zh);
    assert_eq!(Money::from_fen(lines.iter().map(|line| line.amount.fen()).sum()), growth.total());
    let packet = Packet::lay_out(&draft, &report, Lang::Zh, today());
    assert_eq!(listed(&packet), report.total().certain);
    let doubt = report.raised().into_iter().find(|raised| raised.doubt.number == "0.0").unwrap();
    assert_eq!(doubt.adds, amount);
}

#[test]
fn documents_come_once_with_the_clauses_they_serve() {
    let (draft, report) = bank();
    let packet = Packet::lay_out(&draft, &report, Lang::Zh, today());
    let documents = tables(part(&packet, "documents"))[0];
    let mut names: Vec<String> = documents.rows.iter().map(|row| row[1].text()).collect();
    let rows = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), rows);
    let serves = |name: &str| documents.rows.iter().find(|row| row[1].text() == name).unwrap()[4].text();
    assert_eq!(serves("起始年度书面确认"), "第十九条");
    assert_eq!(serves("区域综合贡献确认函（按年）"), "全部", "common to all and evidence of Article 19");
}

#[test]
fn an_empty_draft_still_makes_papers() {
    let draft = Draft::default();
    let report = draft.rules().assess(&draft.facts, true);
    for lang in [Lang::Zh, Lang::En] {
        let packet = Packet::lay_out(&draft, &report, lang, today());
        assert_eq!(packet.requested, None);
        assert!(packet.claims.is_empty());
        assert!(!packet.preflight.blocks());
        assert!(packet.cover.lines.iter().any(|(_, value)| value == crate::packet::words::OPEN.get(lang)));
        assert!(!format!("{:?}", packet.cover).contains("0.00"), "unknown is never zero");
    }
}

#[test]
fn what_is_open_is_not_filed() {
    let (draft, report) = bank();
    let packet = Packet::lay_out(&draft, &report, Lang::Zh, today());
    let Block::Contents(entries) = &part(&packet, "contents")[0] else { panic!("contents first") };
    assert!(entries.iter().all(|entry| !entry.title.contains("待确认单")));
    assert!(packet.parts.iter().all(|part| part.id != "open"));
}

/// A bank with an office bought and one leased: Articles 10 and 11 are one type.
fn bought_and_leased() -> Draft {
    let mut file: serde_json::Value = serde_json::from_str(BANK).unwrap();
    let facts = file["facts"].as_object_mut().unwrap();
    for (id, answer) in [
        ("office_in_miyun", serde_json::json!(true)),
        ("bought_office", serde_json::json!(true)),
        ("first_purchase", serde_json::json!(true)),
        ("purchased_area", serde_json::json!("1000")),
        ("leases", serde_json::json!([{ "year": 2026, "rent": "1000000.00", "area": "500", "months": 12 }])),
    ] {
        facts.insert(id.to_owned(), answer);
    }
    Draft::from_json(&file).unwrap_or_else(|why| panic!("{why}"))
}

fn lay_out(draft: &Draft) -> Packet {
    Packet::lay_out(draft, &draft.claimed(true), Lang::Zh, today())
}

fn standing(packet: &Packet, id: &str) -> Standing {
    packet.claims.iter().find(|claim| claim.clause.id == id).unwrap().standing
}

#[test]
fn one_of_a_pair_is_claimed_and_the_other_can_be_chosen_instead() {
    let mut draft = bought_and_leased();
    let packet = lay_out(&draft);
    let rules = draft.rules();
    let (purchase, rent) =
        (rules.clause("office_purchase").unwrap(), rules.clause("office_rent_legal_entity").unwrap());
    assert_eq!(standing(&packet, purchase.id), Standing::Claimed);
    assert_eq!(standing(&packet, rent.id), Standing::GivesWay(purchase));

    draft.filing.claims.insert(rent.id, true);
    let both = lay_out(&draft);
    assert_eq!(standing(&both, rent.id), Standing::Contradicts(purchase));
    assert!(both.preflight.blocks());
    assert!(both.cover.caution.iter().any(|line| line.contains("不得提交")));

    draft.filing.claims.insert(purchase.id, false);
    let other = lay_out(&draft);
    assert_eq!(standing(&other, purchase.id), Standing::LeftOut);
    assert_eq!(standing(&other, rent.id), Standing::Claimed);
    assert!(!other.preflight.blocks());
    let asked = |packet: &Packet| packet.requested.unwrap();
    assert_eq!(asked(&packet).less(asked(&other)), Money::from_fen(150_000_000 - 50_000_000));
    assert_ne!(other.seal.code, packet.seal.code);
    let evidence = |packet: &Packet| tables(part(packet, "documents"))[0].rows.len();
    assert_eq!(evidence(&other), needed(&draft, &draft.claimed(false)).len());
}

#[test]
fn every_finding_is_named_and_led_to() {
    let findings = |draft: &Draft, topic: Topic| -> Vec<At> {
        let Preflight { items } = lay_out(draft).preflight;
        items.into_iter().find(|item| item.topic == topic).unwrap().findings.into_iter().map(|found| found.at).collect()
    };
    let question = |id: &str| At::Question(crate::applicant::question(id).unwrap());
    let mut draft = bought_and_leased();
    assert!(findings(&draft, Topic::CreditCode).is_empty());
    let set = |draft: &mut Draft, id: &str, words: &str| {
        let spec = crate::applicant::question(id).unwrap();
        draft.facts.set(spec, spec.form.parse(words, rust_decimal::Decimal::ONE).unwrap()).unwrap();
    };
    set(&mut draft, "credit_code", "91110118MA0EXMP17G");
    assert_eq!(findings(&draft, Topic::CreditCode), [question("credit_code")]);
    set(&mut draft, "account_name", "别家银行");
    assert_eq!(findings(&draft, Topic::Names), [question("account_name")]);
    set(&mut draft, "founded", "2023-01-01");
    assert_eq!(findings(&draft, Topic::Dates), [question("arrived")]);
    assert!(findings(&draft, Topic::Blanks).contains(&question("phone")));
    set(&mut draft, "phone", "010-1");
    assert!(!findings(&draft, Topic::Blanks).contains(&question("phone")));
    assert_eq!(findings(&draft, Topic::Undertakings), [At::Undertakings]);
    draft.filing.undertaken = true;
    assert!(findings(&draft, Topic::Undertakings).is_empty());
    assert_eq!(findings(&draft, Topic::Documents), [At::Documents]);
    for needed in needed(&draft, &draft.claimed(false)) {
        draft.filing.papers.entry(needed.document.name.zh).or_default().ready = true;
    }
    assert!(findings(&draft, Topic::Documents).is_empty());
    draft.filing.statements.insert("key_institution", "没有写名称".to_owned());
    let unnamed = At::Statement("key_institution");
    assert!(!findings(&draft, Topic::Names).contains(&unnamed), "it is not filed");
    let mut file = draft.to_json();
    file["facts"]["contributions"] = serde_json::json!([{"year": 2026, "contribution": "300000000.00"}]);
    for (id, answer) in [("demonstration", true.into()), ("influence", true.into()), ("key_ruling", "pending".into())] {
        file["facts"][id] = answer;
    }
    let key = Draft::from_json(&file).unwrap_or_else(|why| panic!("{why}"));
    assert!(findings(&key, Topic::Names).contains(&unnamed));
}

#[test]
fn a_statement_has_the_figures_until_the_applicant_writes_its_own() {
    let mut seen = 0;
    for example in crate::drafts::examples::ALL {
        let mut draft = example.draft().unwrap();
        for statement in draft.rules().statements {
            let claimed = lay_out(&draft).claimed().any(|claim| claim.clause.id == statement.clause);
            let text =
                |draft: &Draft| format!("{:?}", lay_out(draft).parts.iter().find(|part| part.id == "statements"));
            if !claimed {
                continue;
            }
            seen += 1;
            let name = draft.facts.get(&crate::applicant::identity::NAME).unwrap().to_owned();
            assert!(text(&draft).contains(&name), "{}: {}", example.id, statement.clause);
            draft.filing.statements.insert(statement.clause, "自己的话".to_owned());
            assert!(text(&draft).contains("自己的话"));
        }
    }
    assert!(seen >= 3, "{seen} statements in the examples");
}

#[test]
fn a_reward_for_a_year_of_ones_choice_is_applied_for_later() {
    let enterprise = |year: u16, contribution: &str| {
        let first_tax = format!("{}-01-01", year - 1);
        serde_json::json!({"name": "甲", "fits": true, "first_tax": first_tax, "year_1": "0", "year_2": contribution, "year_3": "0"})
    };
    let draft = draft(serde_json::json!({
        "kind": "none", "intermediary": true, "association": false, "legal_person": true,
        "enterprises": [enterprise(2024, "2000000"), enterprise(2026, "4000000"), enterprise(2027, "6000000")],
    }));
    let packet = lay_out(&draft);
    // Of 2024 and 2026, in the application of 2026: 10万 and 24万; the 42万 of 2027 wait.
    let wan = |count: i128| Money::from_fen(count * 1_000_000);
    assert_eq!(packet.requested, Some(wan(34)));
    let claim = &packet.claims[0];
    assert_eq!((claim.clause.article, claim.requested, claim.other_years), (Article::new(27), wan(34), wan(42)));
    let schedule = tables(part(&packet, "schedule"));
    assert_eq!(schedule.iter().map(|table| amounts(table)).collect::<Vec<_>>(), [wan(34), wan(42)]);
    let form = tables(part(&packet, "form"))[0];
    assert_eq!(form.rows[0][1].text(), claim.clause.title.zh, "no year of a run stands beside it");
}

/// A draft of these answers, beside those that let an institution in.
fn draft(answers: serde_json::Value) -> Draft {
    let mut file: serde_json::Value = serde_json::from_str(BANK).unwrap();
    let gate = ["lawful", "admitted", "supervised", "registered", "clean_record", "application_year", "new_arrival"];
    let facts = file["facts"].as_object_mut().unwrap();
    facts.retain(|id, _| gate.contains(&id.as_str()));
    facts.extend(answers.as_object().unwrap().clone());
    Draft::from_json(&file).unwrap_or_else(|why| panic!("{why}"))
}

fn statement_of(draft: &Draft, clause: &str) -> [String; 2] {
    let report = draft.claimed(true);
    let statement = draft.rules().statements.iter().find(|statement| statement.clause == clause).unwrap();
    [Lang::Zh, Lang::En].map(|lang| crate::packet::statement(draft, &report, statement, lang))
}

#[test]
fn a_statement_gives_each_share_with_its_base() {
    let manager = |shares: serde_json::Value| {
        let mut answers =
            serde_json::json!({"kind": "fund_manager", "paid_in": "500000000", "managed_assets": "6000000000"});
        answers.as_object_mut().unwrap().extend(shares.as_object().unwrap().clone());
        statement_of(&draft(answers), "opening_fund_manager")
    };
    let [zh, en] = manager(serde_json::json!({"custody_of_assets": "0.40", "custody_of_investments": "0.55"}));
    assert!(zh.contains("占管理资产的40%、投资的55%"), "{zh}");
    assert!(en.contains("40% of the assets and 55% of the investments"), "{en}");
    let [zh, _] = manager(serde_json::json!({"custody_of_investments": "0.55"}));
    assert!(zh.contains("占投资的55%") && !zh.contains("管理资产的"), "{zh}");
    let [zh, en] = manager(serde_json::json!({}));
    assert!(zh.contains("【比例】") && en.contains("[share]"), "{zh} {en}");
}

#[test]
fn a_statement_counts_the_executives_that_can_be_listed() {
    let listed = |people: &[(&str, bool)]| {
        let rows: serde_json::Value = people
            .iter()
            .map(|(salary, in_post)| serde_json::json!({"name": "甲", "in_post": in_post, "salary": salary}))
            .collect();
        let [zh, _] = statement_of(&draft(serde_json::json!({ "executives": rows })), "executive_reward");
        zh
    };
    let one = listed(&[("700000", true), ("900000", false), ("699999.99", true)]);
    assert!(one.contains("拟列入名单的高管1人"), "{one}");
    let twelve = listed(&[("800000", true); 12]);
    assert!(twelve.contains("拟列入名单的高管10人"), "ten at most: {twelve}");
}

#[test]
fn what_rests_on_a_doubt_alone_is_claimed_when_it_is_asked_for() {
    // A branch has no paid-in capital (16.4): nothing is certain, and the district has to say.
    let mut draft = draft(serde_json::json!({
        "kind": "branch1", "capital_reduced": false, "opinion_date": "2018-12-01",
        "increases": [{"date": "2026-01-05", "amount": "600000000"}], "applications": [{"year": 2026}],
        "contributions": [{"year": 2026, "contribution": "6000000"}],
    }));
    let id = "capital_increase";
    assert_eq!(standing(&lay_out(&draft), id), Standing::LeftOut, "offered, and not asked for");
    draft.filing.claims.insert(id, true);
    let packet = lay_out(&draft);
    let claim = packet.claims.iter().find(|claim| claim.clause.id == id).unwrap();
    assert_eq!(
        (claim.standing, claim.unpriced, claim.requested),
        (Standing::Claimed, Some(Unpriced::Pending), Money::ZERO)
    );
    let form = tables(part(&packet, "form"))[0];
    let row = form.rows.iter().find(|row| row[0].text() == "第十六条").unwrap();
    assert_eq!(row[2].text(), "待区金融办确认，不计入合计");
    assert!(needed(&draft, &draft.claimed(false)).iter().any(|needed| needed.serves == Some(vec![Article::new(16)])));
    let filed = json::to_json(&packet, &draft, &draft.claimed(true));
    let lines: Vec<_> = filed["schedule"].as_array().unwrap().iter().filter(|line| line["article"] == 16).collect();
    assert_eq!(
        (lines.len(), &lines[0]["status"]["id"], &lines[0]["amount"]),
        (1, &"pending".into(), &serde_json::Value::Null)
    );
    // Left out by hand it is gone.
    draft.filing.claims.insert(id, false);
    assert_eq!(standing(&lay_out(&draft), id), Standing::LeftOut);
}

#[test]
fn support_in_kind_is_claimed_when_it_is_asked_for() {
    let (mut draft, _) = bank();
    let asked = |draft: &Draft| {
        let needed = needed(draft, &draft.claimed(false));
        needed.iter().any(|needed| needed.serves.as_deref().is_some_and(|serves| serves.contains(&Article::new(31))))
    };
    let packet = lay_out(&draft);
    assert_eq!(standing(&packet, "talent_housing"), Standing::LeftOut, "offered, and not asked for");
    assert!(!asked(&draft) && !format!("{:?}", part(&packet, "schedule")).contains("第三十一条"));
    draft.filing.claims.insert("talent_housing", true);
    let packet = lay_out(&draft);
    assert_eq!(standing(&packet, "talent_housing"), Standing::Claimed);
    assert!(asked(&draft) && format!("{:?}", part(&packet, "schedule")).contains("第三十一条"));
    let row = tables(part(&packet, "form"))[0].rows.iter().find(|row| row[0].text() == "第三十一条").unwrap();
    assert_eq!(row[2].text(), "实物支持");
    assert!(!packet.preflight.blocks());
    draft.filing.claims.insert("talent_housing", false);
    assert_eq!(standing(&lay_out(&draft), "talent_housing"), Standing::LeftOut);
    // Tax relief is the tax bureau's: nothing is filed for it here.
    let relief = "venture_tax_pilot";
    assert!(draft.rules().clause(relief).is_some() && packet.claims.iter().all(|claim| claim.clause.id != relief));
}

#[test]
fn what_is_noted_of_the_office_is_printed() {
    let introducer = crate::drafts::examples::ALL.iter().find(|example| example.id == "introducer").unwrap();
    let mut draft = introducer.draft().unwrap();
    draft.filing.office.insert("telephone", "010-0000 0001".to_owned());
    let reply =
        Reply { whom: "张科".to_owned(), day: Date::new(2026, 11, 20), says: "按能适用的办".to_owned() };
    draft.filing.replies.insert("2.4".to_owned(), reply);
    let packet = Packet::lay_out(&draft, &draft.claimed(true), Lang::Zh, today());
    let said = |id: &str| format!("{:?}", part(&packet, id));
    assert!(said("documents").contains("受理部门电话：010-0000 0001"));
    assert!(said("open").contains("张科，2026年11月20日：按能适用的办"));
}
