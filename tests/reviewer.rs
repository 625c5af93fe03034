//! What a reviewer looks for in an application, item by item, held against four sets: a bank, a fund manager, an
//! intermediary with eighteen enterprises and an association, each with the particulars of its claims told, every document
//! ticked with its pages, and every bracket written.

use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::packet::{Block, Packet, Part, Value, needed, preflight::Topic, statements};
use miyun::text::Lang;
use serde_json::{Value as Json, json};

/// The four sets, in the order of the columns of the table.
const SETS: [&str; 4] = ["bank", "fund_manager", "introducer", "association"];

/// What each tells beyond its example.
fn particulars(id: &str) -> Json {
    let common = json!({
        "positioning": "现代金融服务业", "events": [],
        "other_support": [{"given_by": "市级产业资金", "matter": "人才培训", "amount": "30000"}],
    });
    let own = match id {
        "bank" => json!({
            "growth_start": 2026,
            "lease_contracts": [{
                "premises": "密云区示例大街1号", "landlord": "示例置业有限公司", "related": false,
                "from": "2026-04-01", "until": "2029-03-31", "sublet": false,
            }],
            "posts": [
                {"name": "李示例", "post": "行长", "since": "2022-03-18", "recorded": true},
                {"name": "赵示例", "post": "财务总监", "since": "2022-06-01", "recorded": true},
            ],
            "home_papers": [{"name": "李示例", "signed": "2023-05-06", "contract": "示例网签第1号", "title": "京（2023）密不动产权第示例1号"}],
            "uses": [{"purpose": "升级核心系统", "amount": "22000000"}],
        }),
        "fund_manager" => json!({
            "growth_start": 2022,
            "custodians": [{"name": "示例银行密云支行", "in_miyun": true, "amount": "4000000000"}],
            "investees": [
                {"name": "示例芯片有限公司", "paid": "1900000000", "paid_on": "2021-03-01", "listed": "2024-05-06", "exited": "2025-06-07"},
                {"name": "示例医药有限公司", "paid": "1000000000", "paid_on": "2022-03-01"},
            ],
            "uses": [{"purpose": "投研系统", "amount": "6000000"}],
        }),
        "introducer" => json!({}),
        _ => json!({"taxpaying_members": 36, "founded": "2016-05-06"}),
    };
    merged(common, own)
}

fn merged(mut base: Json, change: Json) -> Json {
    let (Some(object), Json::Object(change)) = (base.as_object_mut(), change) else { panic!("objects") };
    object.extend(change);
    base
}

/// An example with its particulars, ready to be filed.
fn set(id: &str) -> Draft {
    let example = ALL.iter().find(|example| example.id == id).unwrap();
    let mut json: Json = serde_json::from_str(example.json).unwrap();
    json["facts"] = merged(json["facts"].take(), particulars(id));
    // Every confirmed year has its letter.
    if let Some(years) = json["facts"]["contributions"].as_array() {
        let confirmed = years.iter().filter(|row| row["source"] == "confirmed").map(|row| &row["year"]);
        let letters = confirmed.map(|year| json!({"year": year, "number": format!("密金函〔{year}〕示例1号")}));
        json["facts"]["letters"] = letters.collect();
    }
    if let Some(rows) = json["facts"]["enterprises"].as_array_mut() {
        for row in rows {
            row["agreed"] = json!("2020-01-02");
            row["related"] = json!(false);
        }
    }
    if id == "association" {
        json["filing"] = json!({ "claims": { "association_reward": true } });
    }
    let mut draft = Draft::open(&json.to_string()).unwrap();
    draft.filing.undertaken = true;
    let name = draft.name().unwrap().to_owned();
    let report = draft.claimed(true);
    for statement in statements(&draft, &report) {
        draft
            .filing
            .statements
            .insert(statement.clause, format!("{name}的情况如下：贡献突出，示范引导，潜在影响力，投资带动。"));
    }
    for (place, needed) in needed(&draft, &report).iter().filter(|needed| needed.document.part.is_none()).enumerate() {
        let paper = draft.filing.papers.entry(needed.document.name.zh).or_default();
        (paper.ready, paper.pages) = (true, format!("{}", 31 + place));
    }
    draft
}

fn packet(draft: &Draft, lang: Lang) -> Packet {
    Packet::lay_out(draft, &draft.claimed(true), lang, Date::new(2026, 11, 25).unwrap())
}

/// All words of a part, in its order.
fn words(part: &Part) -> String {
    let mut out = vec![part.title.replace('　', "")];
    for block in &part.blocks {
        match block {
            Block::Heading(words) | Block::Paragraph(words) | Block::Note(words) => {
                out.push(words.clone());
            }
            Block::List(items) => out.extend(items.clone()),
            Block::Contents(entries) => {
                out.extend(
                    entries
                        .iter()
                        .map(|entry| format!("{}……{}{}", entry.title, entry.part.unwrap_or_default(), entry.note)),
                );
            }
            Block::Pairs(pairs) => {
                out.extend(pairs.rows.iter().flatten().map(|(name, value)| format!("{name}：{}", value.text())))
            }
            Block::Table(table) => {
                out.extend(table.caption.clone());
                let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
                out.push(heads.join("｜"));
                for row in &table.rows {
                    let cell = |value: &Value| match value {
                        Value::PageOf(part) => format!("p.{part}"),
                        value => value.text(),
                    };
                    out.push(row.iter().map(cell).collect::<Vec<_>>().join("｜"));
                }
                out.extend(
                    table.totals.iter().map(|total| format!("{}{}{}", total.name, total.words, total.amount.grouped())),
                );
            }
            Block::Sign { seal, lines } => out.push(format!("（{seal}）{}", lines.join("／"))),
        }
    }
    out.join("\n")
}

/// What is looked for, the part of the set that it stands in, the words that show it, and which of the four sets have it.
type Row = (&'static str, &'static str, &'static str, [bool; 4]);

const ALL_FOUR: [bool; 4] = [true; 4];
const NONE: [bool; 4] = [false; 4];
const INSTITUTIONS: [bool; 4] = [true, true, false, false];
const BANK: [bool; 4] = [true, false, false, false];
const FUND: [bool; 4] = [false, true, false, false];
const INTRODUCER: [bool; 4] = [false, false, true, false];
const ASSOCIATION: [bool; 4] = [false, false, false, true];

const ITEMS: &[Row] = &[
    // ── fields of the form ──
    ("A1 name", "form", "机构名称：", ALL_FOUR),
    ("A2 credit code", "form", "信用代码：", ALL_FOUR),
    ("A3 day of founding", "form", "成立日期：20", ALL_FOUR),
    ("A4 kind", "form", "机构类别：", ALL_FOUR),
    ("A5 new or moved", "form", "新设或新迁入：是", INSTITUTIONS),
    ("A5 day of arrival", "form", "到密日期：20", INSTITUTIONS),
    ("A6 registered address", "form", "注册地址：北京市密云区", ALL_FOUR),
    ("A6 office", "form", "办公地址：北京市密云区", ALL_FOUR),
    ("A6 inside the district", "answers", "在密云办公：是", INSTITUTIONS),
    ("A7 legal representative", "form", "法定代表人：", ALL_FOUR),
    ("A7 contact", "form", "联系人：", ALL_FOUR),
    ("A7 telephone", "form", "电话：010", ALL_FOUR),
    ("A8 three registrations", "form", "三项登记：是", [true, true, true, false]),
    ("A8 supervision", "form", "日常监管：是", [true, true, false, true]),
    ("A9 admission", "form", "项目准入：是", ALL_FOUR),
    ("A9 industry", "form", "产业定位：现代金融服务业", ALL_FOUR),
    ("A10 clean record", "form", "五年无不良记录：是", ALL_FOUR),
    ("A10 events", "form", "近五年重大事项：无", ALL_FOUR),
    ("A11 approval", "form", "批复文号：国家金融管理部门", BANK),
    ("A12 head office, of branches only", "form", "总部或母公司：", NONE),
    ("B1 registered capital", "form", "注册资本：", INSTITUTIONS),
    ("B1 paid-in capital", "form", "实收资本：", INSTITUTIONS),
    ("B1 working funds, of branches only", "form", "营运资金：", NONE),
    ("B3 contribution by year", "form", "2025年度", INSTITUTIONS),
    ("B3 which year is a forecast", "form", "2026年度2,960,000.00元（预计）", BANK),
    ("B3 number of the letter", "answers", "密金函〔2025〕示例1号", INSTITUTIONS),
    ("B4 rank", "form", "全区排名：", INSTITUTIONS),
    ("B5 chosen start", "choices", "自202", INSTITUTIONS),
    ("B5 chosen years, one an enterprise", "choices", "每家引进企业各选一个完整财政年度", INTRODUCER),
    ("B6 this year's other support", "answers", "市级产业资金", ALL_FOUR),
    ("C1 purchase, which gives way", "form", "购房合同价：", NONE),
    ("C2 rent", "answers", "1,350,000.00", BANK),
    ("C2 landlord and relation", "answers", "示例大街1号｜示例置业有限公司｜否", BANK),
    ("C2 term and subletting", "answers", "｜2026年4月1日｜2029年3月31日｜否", BANK),
    ("C4 lent offices", "answers", "周转用房面积：", NONE),
    ("D1 posts", "answers", "行长｜2022年3月18日｜是", BANK),
    ("D2 homes", "answers", "示例网签第1号", BANK),
    ("D4 residence and housing", "answers", "落户与住房需求", NONE),
    ("E1 managed assets", "answers", "管理规模：8,000,000,000.00元", FUND),
    ("E1 custodians", "answers", "示例银行密云支行｜是｜4,000,000,000.00", FUND),
    ("E2 investees", "answers", "示例芯片有限公司｜1,900,000,000.00｜2021年3月1日｜2024年5月6日", FUND),
    ("E3 municipal projects", "answers", "项目文号", NONE),
    ("F1 list of enterprises", "introduced", "91110118MA0EX101T7", INTRODUCER),
    ("F1 arrival and first tax day", "introduced", "2021-04-29｜2021-07-01", INTRODUCER),
    ("F1 relation", "introduced", "无关联", INTRODUCER),
    ("F1 tier and rate", "introduced", "｜2,999,900.00｜第一档｜5%｜149,995.00｜", INTRODUCER),
    (
        "F1 sums by tier",
        "introduced",
        "第二档：超过300万元，到500万元（含）｜6%｜待确认｜2｜7,300,000.00｜438,000.00",
        INTRODUCER,
    ),
    ("F2 members", "answers", "注册会员：60家", ASSOCIATION),
    ("F2 members who pay tax here", "answers", "区内纳税会员：36家", ASSOCIATION),
    ("G1 clauses claimed", "form", "第十九条｜发展壮大资金", INSTITUTIONS),
    ("G1 clauses claimed", "form", "第二十七条｜", INTRODUCER),
    ("G1 clauses claimed", "form", "第二十八条｜", ASSOCIATION),
    ("G2 base and rate", "schedule", "2,960,000.00元｜55%｜", BANK),
    ("G2 base and rate", "schedule", "7,000,000.00元｜60%｜", FUND),
    ("G2 what waits is worked out", "schedule", "7项，共12,649,900.00元｜5%｜632,495.00", INTRODUCER),
    ("G2 what waits is worked out", "schedule", "待确认合计陆万元整60,000.00", ASSOCIATION),
    ("G2 by decision has no figure", "schedule", "｜一事一议", [true, true, true, false]),
    ("G2 state", "form", "｜可测算，按预计数｜", INSTITUTIONS),
    ("G2 state", "form", "待区金融办确认，不计入合计", [false, false, true, true]),
    ("G3 support received", "received", "没有享受过", ALL_FOUR),
    ("G4 account", "form", "账号：0000", ALL_FOUR),
    ("G5 plan of use", "answers", "用途计划", INSTITUTIONS),
    ("G6 truth", "undertaking", "真实、合法", ALL_FOUR),
    ("G6 five years", "undertaking", "五年内", ALL_FOUR),
    ("G6 audit", "undertaking", "审计监督", ALL_FOUR),
    ("G6 no subletting", "undertaking", "不转租", BANK),
    ("G6 signature", "undertaking", "法定代表人（签字）", ALL_FOUR),
    // ── a year that is not closed ──
    ("33 forecast, settlement, last closed year", "form", "最近一个已确认的年度是2025年度", INSTITUTIONS),
    // ── contents of the set ──
    ("2 contents", "contents", "申报表……form", ALL_FOUR),
    ("4 statements", "contents", "情况说明……statements", INSTITUTIONS),
    ("4 statement", "statements", "第二十一条", BANK),
    ("4 statement", "statements", "第八条", FUND),
    ("5 schedule", "contents", "测算明细附表……schedule", ALL_FOUR),
    ("6 undertaking", "contents", "承诺书……undertaking", ALL_FOUR),
    ("7 checklist", "documents", "编号｜材料名称｜份数｜形式｜对应条款｜页码｜是否附上", ALL_FOUR),
    ("7 nothing is left unticked", "documents", "□已附 □未附", NONE),
    ("8 common documents with their page", "contents", "）……31", ALL_FOUR),
    ("9 documents by clause", "contents", "第十九条专项材料", [false, false, false, false]),
    ("8 common documents", "contents", "　共性材料", ALL_FOUR),
    ("9 documents by clause", "contents", "附件四　第六条专项材料", BANK),
    ("9 documents by clause", "contents", "附件七　第二十一条专项材料", BANK),
    ("9 documents by clause", "contents", "第二十三条专项材料", FUND),
    ("9 documents by clause", "contents", "第二十七条专项材料", INTRODUCER),
    ("9 documents by clause", "contents", "第二十八条专项材料", ASSOCIATION),
    ("10 special audit", "documents", "专项审计报告", FUND),
    ("11 support received", "contents", "已享受政策明细……received", ALL_FOUR),
    ("12 authority", "contact", "兹授权", ALL_FOUR),
    ("G1–G15 licence", "documents", "营业执照副本", [true, true, true, false]),
    ("G4 licence of finance", "documents", "金融许可证", INSTITUTIONS),
    ("G8 tax certificates", "documents", "完税证明", ALL_FOUR),
    ("G9 clean record", "documents", "监管处罚查询", ALL_FOUR),
    ("G11 letters", "documents", "区域综合贡献确认函", INSTITUTIONS),
    ("G15 account", "documents", "基本存款账户信息", ALL_FOUR),
    ("27 agreements", "documents", "引荐协议", INTRODUCER),
    ("28 register of members", "documents", "会员名册", ASSOCIATION),
];

#[test]
fn each_set_holds_what_a_reviewer_asks_of_it_and_nothing_else() {
    let packets = SETS.map(|id| packet(&set(id), Lang::Zh));
    let mut wrong = Vec::new();
    for (item, part, says, expected) in ITEMS {
        for ((id, packet), expected) in SETS.iter().zip(&packets).zip(expected) {
            let found =
                packet.parts.iter().find(|other| other.id == *part).is_some_and(|part| words(part).contains(says));
            if found != *expected {
                let told = if *expected { "lacks" } else { "has" };
                wrong.push(format!("{id} {told} {item} ({part}: {says:?})"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_part_stands_in_the_contents_and_every_document_has_its_page() {
    for id in SETS {
        let packet = packet(&set(id), Lang::Zh);
        let Some(Block::Contents(entries)) =
            packet.parts[0].blocks.iter().find(|block| matches!(block, Block::Contents(_)))
        else {
            panic!("{id}: no contents")
        };
        let listed: Vec<&str> = entries.iter().filter_map(|entry| entry.part).collect();
        let parts: Vec<&str> = packet.parts.iter().skip(1).map(|part| part.id).collect();
        assert_eq!(listed, parts, "{id}");
        assert!(entries.iter().all(|entry| entry.part.is_some() || !entry.note.is_empty()), "{id}");
        let documents = packet.parts.iter().find(|part| part.id == "documents").unwrap();
        let Some(Block::Table(table)) = documents.blocks.iter().find(|block| matches!(block, Block::Table(_))) else {
            panic!("{id}: no checklist")
        };
        for row in &table.rows {
            let page = &row[5];
            assert!(
                matches!(page, Value::PageOf(part) if parts.contains(part)) || !page.text().is_empty(),
                "{id}: {row:?}"
            );
        }
    }
}

/// Nothing internal is filed, nothing is left to fill in, and no red flag of the particulars stands.
#[test]
fn a_finished_set_is_clean() {
    for id in SETS {
        let draft = set(id);
        let packet = packet(&draft, Lang::Zh);
        let open: Vec<&str> = packet.preflight.findings().map(|finding| finding.says(Lang::Zh)).collect();
        assert!(!packet.filed().draft, "{id}: {open:?}");
        for part in &packet.parts {
            let said = words(part);
            for internal in ["【", "草稿", "审慎", "存疑", "待确认单", "min("] {
                assert!(!said.contains(internal), "{id}, {}: {internal} is filed", part.id);
            }
            // The annex of answers alone says which of them are not told.
            assert!(part.id == "answers" || !said.contains("待补充"), "{id}, {}", part.id);
        }
        let apart: Vec<&str> = packet.beside.iter().map(|part| part.id).collect();
        assert!(apart.contains(&"sheet"), "{id}: {apart:?}");
        let flags = draft.flags(&draft.claimed(true));
        let particular = flags.iter().filter(|flag| flag.question.is_particular());
        assert_eq!(particular.map(|flag| flag.check.id).collect::<Vec<_>>(), [""; 0], "{id}");
    }
}

/// Particulars come with a claim and not before, hold nothing up, and change no amount.
#[test]
fn particulars_come_with_claims_and_hold_nothing_up() {
    for (id, asked, not_asked) in [
        (
            "bank",
            &["positioning", "lease_contracts", "posts", "home_papers", "letters", "uses"][..],
            &["custodians", "working_capital", "purchase_price", "project_papers"][..],
        ),
        ("fund_manager", &["custodians", "investees", "letters"], &["lease_contracts", "posts", "separate_books"]),
        ("insurance_branch", &["working_capital", "head_office"], &["investees", "talents"]),
        ("introducer", &["positioning", "other_support"], &["letters", "uses", "posts"]),
        ("association", &[], &["positioning", "events", "other_support"]),
        ("nothing", &[], &["positioning", "events", "other_support"]),
    ] {
        let draft = ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap();
        let report = draft.claimed(false);
        let interview = draft.interview(&report);
        let put: Vec<&str> = interview.questions().map(|spec| spec.id).collect();
        asked.iter().for_each(|question| assert!(put.contains(question), "{id} is not asked for {question}"));
        not_asked.iter().for_each(|question| assert!(!put.contains(question), "{id} is asked for {question}"));
        // What is told of it moves no amount, and what is not counts nowhere.
        let (with, without) = (set_of(id), draft);
        let totals = |draft: &Draft| draft.rules().assess(&draft.facts, false).total();
        let mut bare = with.clone();
        for spec in bare.questions().iter().filter(|spec| spec.is_particular()) {
            let _ = bare.facts.set(spec, None);
        }
        assert_eq!(totals(&with), totals(&bare), "{id}");
        let particular = interview.questions().filter(|spec| spec.is_particular());
        assert_eq!(interview.count(&without.facts, particular).all, 0, "{id}");
        let topics = &packet(&without, Lang::Zh).preflight.items;
        let blanks = topics.iter().find(|item| item.topic == Topic::Blanks).unwrap();
        assert!(
            blanks.findings.iter().all(
                |finding| !matches!(finding.at, miyun::packet::preflight::At::Question(spec) if spec.is_particular())
            ),
            "{id}"
        );
    }
}

fn set_of(id: &str) -> Draft {
    if SETS.contains(&id) { set(id) } else { ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap() }
}

/// What the office said supports the claim that it is about, and no other.
#[test]
fn an_answer_of_the_office_goes_into_the_statement() {
    let mut draft = set("introducer");
    let report = draft.claimed(true);
    let doubt = report.raised().into_iter().find(|raised| !raised.adds.is_zero()).unwrap().doubt;
    let says = |draft: &Draft| {
        let packet = packet(draft, Lang::Zh);
        packet.parts.iter().find(|part| part.id == "statements").map(words)
    };
    assert_eq!(says(&draft), None);
    let before = draft.code();
    let reply = miyun::drafts::filing::Reply {
        whom: "张科".to_owned(),
        day: Date::new(2026, 11, 20),
        says: "按所列读法办理".to_owned(),
    };
    draft.filing.replies.insert(doubt.number.to_owned(), reply);
    let said = says(&draft).unwrap();
    for words in [doubt.ask.zh, "张科，2026年11月20日：按所列读法办理", "（单位公章）"] {
        assert!(said.contains(words), "{said}");
    }
    assert_ne!(draft.code(), before, "the code covers what is filed");
    assert!(!packet(&draft, Lang::Zh).filed().draft, "an answer leaves nothing open");
    // A doubt that touches nothing applied for says nothing.
    let reply = draft.filing.replies.remove(doubt.number).unwrap();
    draft.filing.replies.insert("23.3".to_owned(), reply);
    assert_eq!(says(&draft), None);
}

/// The sheet for those who check: every claim with what is required, what is claimed, where it is proven and a tick.
#[test]
fn the_check_sheet_goes_through_every_claim() {
    for id in SETS {
        let packet = packet(&set(id), Lang::Zh);
        let volume = packet.sheet().unwrap();
        assert!(volume.cover.is_none() && !volume.draft);
        let sheet = &volume.parts[0];
        let said = words(sheet);
        for claim in packet.claimed().filter(|claim| !claim.requested.is_zero() || claim.unpriced.is_some()) {
            assert!(said.contains(claim.clause.title.zh), "{id}: {}", claim.clause.id);
            assert!(
                claim.requested.is_zero() || said.contains(&claim.requested.grouped()),
                "{id}: {}",
                claim.clause.id
            );
        }
        for block in &sheet.blocks {
            let Block::Table(table) = block else { continue };
            assert_eq!(table.columns.len(), 6);
            assert!(!table.rows.is_empty(), "{id}: {}", table.label);
            assert!(table.rows.iter().all(|row| row[4].text() == "□符\n□不符" && row[5].text().is_empty()), "{id}");
        }
        assert!(said.contains("第31页"), "{id}: the pages of the checklist");
    }
    let bank = words(&packet(&set("bank"), Lang::Zh).sheet().unwrap().parts[0]);
    for row in
        ["实收资本达到最低一档", "12亿元｜≥ 1亿元｜", "2026年度测算：2,960,000.00元｜1,628,000.00元｜55%｜测算明细附表"]
    {
        assert!(bank.contains(row), "{row}: {bank}");
    }
}
