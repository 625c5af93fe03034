//! The packet: claims, statements and documents are decided, papers are printed, saved, read back and verified.

use std::io::{Cursor, Read};

use journeys::{Ability, Page, Role, some_of, walk};
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::{ALL, Example};
use miyun::office::{xlsx, zip::Archive};
use miyun::opened::{self, Kind};
use miyun::packet::{Packet, Standing};
use miyun::text::Lang;
use serde_json::json;

fn example(id: &str) -> &'static Example {
    ALL.iter().find(|example| example.id == id).unwrap()
}

/// Opens an example and goes to its packet.
fn packet_of(page: &Page, example: &Example) {
    page.open("#/");
    page.example(example.name.zh);
    packet_of_open(page);
}

/// Goes to the packet of the draft that is open.
fn packet_of_open(page: &Page) {
    page.region("步骤").link("材料").click();
    page.heading("申报材料");
    page.region("封面");
}

/// Opens a draft from a file and goes to its packet.
fn packet_of_file(page: &Page, draft: &Draft) {
    page.open("#/");
    page.button("选择文件");
    page.hand_over("draft.json", draft.to_json().to_string().as_bytes());
    page.heading(&miyun::drafts::list::name(draft));
    page.region("步骤").link("材料").click();
    page.heading("申报材料");
}

/// The papers as the library lays them out. The day of printing is on the cover alone.
fn laid_out(draft: &Draft) -> Packet {
    let today = miyun::date::Date::new(2026, 1, 1).unwrap();
    Packet::lay_out(draft, &draft.claimed(true), Lang::Zh, today)
}

/// All text of a Word file.
fn docx_text(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut document = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut document).unwrap();
    document.split('<').filter_map(|piece| Some(piece.split_once('>')?.1)).collect()
}

#[test]
fn every_example_is_saved_with_the_same_amounts_everywhere() {
    walk("packed papers", |page| {
        for example in some_of(ALL) {
            packet_of(page, example);
            let (name, bytes) = page.downloaded_by(|| page.button("ZIP").click());
            assert!(name.ends_with(".zip"), "{name}");
            let draft = example.draft().unwrap();
            let packet = laid_out(&draft);
            let opened = opened::open(&bytes).unwrap_or_else(|why| panic!("{}: {}", example.id, why.says(Lang::En)));
            assert_eq!(opened.kind, Kind::Archive);
            assert_eq!(opened.notes(Lang::En), Vec::<String>::new(), "{}", example.id);
            assert_eq!(opened.draft.to_json(), draft.to_json(), "{}", example.id);
            let files = Archive::open(&bytes).unwrap().read().unwrap().files;
            let file = |ending: &str| &files.iter().find(|(name, _)| name.ends_with(ending)).unwrap().1;
            let word = docx_text(file(".docx"));
            let book = xlsx::read(file(".xlsx")).unwrap_or_else(|why| panic!("{}: {why:?}", example.id));
            assert_eq!(book.draft.facts, draft.facts, "{}", example.id);
            if let Some(asked) = packet.requested.filter(|asked| !asked.is_zero()) {
                assert!(word.contains(&asked.grouped()), "{}: Word lacks {}", example.id, asked.grouped());
                assert!(word.contains(&asked.capital()), "{}: Word lacks {}", example.id, asked.capital());
            }
            assert!(word.contains(&packet.seal.code), "{}", example.id);
        }
    });
}

#[test]
fn each_kind_of_file_is_saved_under_the_name_of_the_applicant() {
    walk("files one by one", |page| {
        packet_of(page, example("bank"));
        let mut book = Vec::new();
        for (button, ending, begins) in
            [("Word", ".docx", &b"PK"[..]), ("Excel", ".xlsx", b"PK"), ("JSON", ".json", b"{")]
        {
            let (name, bytes) = page.downloaded_by(|| page.button(button).click());
            assert!(name.starts_with("密云示例银行") && name.ends_with(ending), "{name}");
            assert!(bytes.starts_with(begins), "{name}");
            page.region("导出").wait_for("已保存");
            if ending == ".xlsx" {
                book = bytes;
            }
        }
        // The workbook opens in the portal again; one that someone has damaged leaves everything as it was.
        page.open("#/");
        page.button("选择文件");
        page.hand_over("测算表.xlsx", &book);
        page.heading("密云示例银行股份有限公司（示例）");
        page.open("#/");
        page.button("选择文件");
        page.hand_over("测算表.xlsx", &book[..book.len() / 2]);
        page.wait_for("打不开");
    });
}

#[test]
fn one_of_two_clauses_of_a_type_is_claimed_and_both_at_once_do_not_go_out() {
    let mut file = example("bank").draft().unwrap().to_json();
    let facts = file["facts"].as_object_mut().unwrap();
    facts.insert("bought_office".into(), json!(true));
    facts.insert("first_purchase".into(), json!(true));
    facts.insert("purchased_area".into(), json!("3000"));
    let draft = Draft::from_json(&file).unwrap();
    let packet = laid_out(&draft);
    let gives_way = packet.claims.iter().find(|claim| matches!(claim.standing, Standing::GivesWay(_))).unwrap();
    let Standing::GivesWay(stands) = gives_way.standing else { unreachable!() };
    let name =
        |clause: &miyun::rule::Clause| format!("{} {}", miyun::article::article_zh(clause.article), clause.title.zh);
    walk("claims", |page| {
        packet_of_file(page, &draft);
        let claims = page.region("申报哪几条");
        let (loser, winner) = (name(gives_way.clause), name(stands));
        assert!(claims.checkbox(&winner).is_checked() && !claims.checkbox(&loser).is_checked());
        // Both: said on the page and on the cover, and nothing goes out.
        claims.checkbox(&loser).click();
        page.region("导出前检查").wait_for("只能申报一条");
        page.region("封面").wait_for("不得提交");
        page.button("Word").click();
        page.region("导出").wait_for("互相排斥");
        // The other one instead.
        claims.checkbox(&winner).click();
        page.region("封面").wait_for(&miyun::article::article_zh(gives_way.clause.article));
        assert!(!page.region("封面").text().contains("不得提交"));
        let left_out = miyun::article::article_zh(stands.article);
        assert!(!page.region("封面").text().contains(&left_out), "{}", page.region("封面").text());
        // Back, by the keyboard.
        page.chord(journeys::Key::Control, journeys::Key::Char('z'));
        page.region("封面").wait_for("不得提交");
    });
}

#[test]
fn statements_documents_and_undertakings_are_kept() {
    walk("preparing", |page| {
        packet_of(page, example("bank"));
        page.find(Role::Disclosure, "情况说明").click();
        let statement = page.field("第二十一条");
        assert!(statement.value().contains("59,200.00"), "{}", statement.value());
        let own = "密云示例银行股份有限公司（示例）自己写的说明，<b>不是标记</b>。";
        statement.fill(own);
        page.find(Role::Disclosure, "材料清单").click();
        page.checkbox("营业执照副本").click();
        page.field("页码：营业执照副本").fill("12-15");
        page.field("份数：营业执照副本").fill("0");
        page.find(Role::Disclosure, "承诺").click();
        page.wait_for("份数填1至99的整数");
        page.field("份数：营业执照副本").fill("２");
        page.checkbox("以上各条").click();
        page.region("情况说明").wait_for(own);
        page.region("材料清单").wait_for("12-15");
        let row = |page: &Page| page.text().lines().any(|line| line.contains("12-15") && line.contains("√"));
        assert!(row(page), "{}", page.text());
        assert!(!page.region("导出前检查").text().contains("承诺尚未"), "{}", page.text());
        page.wait_for("已存于本机");
        page.reload();
        page.region("情况说明").wait_for(own);
        page.region("材料清单").wait_for("12-15");
        // What is being written is kept, too.
        page.find(Role::Disclosure, "情况说明").click();
        let go_on = "const box = document.querySelector('textarea');
            box.focus();
            box.value += '还在写';
            box.dispatchEvent(new Event('input', { bubbles: true }));";
        page.script(go_on, &[]);
        page.reload();
        page.region("情况说明").wait_for("还在写");
        // A longer list of things to mend leads to where they are mended.
        assert!(!page.has(Role::Checkbox, "3. 营业执照副本"), "folded away");
        page.region("导出前检查").link("材料缺").click();
        page.checkbox("3. 营业执照副本");
    });
}

#[test]
fn particulars_come_with_a_claim_and_reach_the_papers() {
    walk("particulars", |page| {
        page.open("#/");
        page.example(example("fund_manager").name.zh);
        page.open("#/subject/filing");
        page.field("属于本区哪一项产业定位？").fill("基金小镇");
        page.axe();
        packet_of_open(page);
        page.wait_for("基金小镇");
        page.button("核验表").click();
        for words in ["核对事项", "证明、页码", "投资高精尖产业补助", "□不符"] {
            page.wait_for(words);
        }
        page.axe();
    });
}

#[test]
fn the_printed_result_bears_name_and_code_on_every_page() {
    walk("printed result", |page| {
        let example = example("bank");
        page.open("#/");
        page.example(example.name.zh);
        page.open("#/result");
        page.region("合计");
        if !(page.can(Ability::Print) && page.can(Ability::ReadPrint)) {
            return;
        }
        let draft = example.draft().unwrap();
        let print = page.print_pdf();
        for (index, text) in print.text().split('\u{C}').enumerate().take(print.pages()) {
            let text: String = text.split_whitespace().collect();
            assert!(text.contains(&draft.code()), "page {}: no code", index + 1);
            assert!(text.contains(draft.name().unwrap()), "page {}: no name", index + 1);
        }
    });
}

#[test]
fn sheets_are_numbered_and_nothing_is_cut() {
    walk("sheets", |page| {
        for id in ["bank", "trust_introducer", "introducer"] {
            packet_of(page, example(id));
            let draft = example(id).draft().unwrap();
            let count = page.script("return document.querySelectorAll('.sheets .sheet').length;", &[]);
            if page.can(Ability::Print) {
                let print = page.print_pdf();
                assert_eq!(Some(print.pages() as u64), count.as_u64(), "{id}: one page a sheet");
                let readable = if page.can(Ability::ReadPrint) { print.pages() } else { 0 };
                let texts: Vec<&str> = print.text().split('\u{C}').collect();
                for (index, text) in texts.iter().enumerate().take(readable).skip(1) {
                    let text: String = text.split_whitespace().collect();
                    let folio = format!("—第{}页共{}页—", index + 1, print.pages());
                    assert!(text.contains(&folio), "{id}, page {}: no {folio}", index + 1);
                    assert!(text.contains(&draft.code()), "{id}, page {}: no code", index + 1);
                    assert!(text.contains("miyun-2019-25/"), "{id}, page {}: no edition", index + 1);
                }
            }
            // Each line of the contents names the page that its part begins on.
            let lines = page.script(
                "return [...document.querySelectorAll('[data-page-of]')].map(e => [e.dataset.pageOf, e.textContent,
                    [...document.querySelectorAll('.sheets .sheet')].findIndex(s => s.dataset.part === e.dataset.pageOf) + 1]);",
                &[],
            );
            let lines = lines.as_array().unwrap();
            assert!(lines.len() >= 7, "{id}: {lines:?}");
            for line in lines {
                assert_eq!(line[1].as_str(), Some(line[2].to_string().as_str()), "{id}: {line}");
            }
            assert_eq!(page.cut_from_sheets(), Vec::<String>::new(), "{id}: below the text of the sheet");
            let alone = page.script(
                "return [...document.querySelectorAll('.sheets .sheet__running + .sign')].map(sign => sign.textContent);",
                &[],
            );
            assert_eq!(alone, json!([]), "{id}: a signature without a sentence over it");
            let turned = page.script(
                "return [...document.querySelectorAll('.sheets .sheet')].filter(s => s.offsetWidth > s.offsetHeight)
                    .map(s => s.dataset.part);",
                &[],
            );
            let lists = turned.as_array().unwrap();
            assert_eq!(id != "bank", !lists.is_empty(), "{id}: {lists:?}");
            assert!(lists.iter().all(|part| part == "introduced"), "{id}: {lists:?}");
            let heads = page.script(
                "return [...document.querySelectorAll('.sheets table:not([aria-label])')].filter(t => !t.tHead).length;",
                &[],
            );
            assert_eq!(heads, json!(0), "{id}: a table goes on without its heads");
        }
    });
}

#[test]
fn papers_are_verified_by_code_and_by_file() {
    let draft = example("bank").draft().unwrap();
    let mut changed = draft.to_json();
    changed["facts"]["paid_in"] = json!("900000000.00");
    let changed = Draft::from_json(&changed).unwrap();
    let packet = laid_out(&changed);
    let packet = miyun::packet::json::to_json(&packet, &changed, &changed.claimed(true));
    let mut forged = packet.clone();
    forged["requested"]["amount"] = json!("99999999.00");
    let damaged = json!({ "format": { "name": "miyun-packet", "number": 99 } });
    walk("verifying", |page| {
        packet_of(page, example("bank"));
        page.link("核验").click();
        page.heading("核验");
        page.field("纸上的核验码").fill(&draft.code().to_lowercase().replace('-', " "));
        page.button("对照").click();
        page.wait_for("核验码一致");
        page.field("纸上的核验码").fill(&changed.code());
        page.button("对照").click();
        page.wait_for("核验码不一致");
        page.hand_over("honest.json", packet.to_string().as_bytes());
        page.wait_for("不同的答案");
        page.wait_for("900,000,000.00");
        page.wait_for("1,200,000,000.00");
        page.wait_for("不同的金额");
        assert!(!page.text().contains("对不上"));
        page.hand_over("forged.json", forged.to_string().as_bytes());
        page.wait_for("对不上");
        page.wait_for("99999999.00");
        page.hand_over("damaged.json", damaged.to_string().as_bytes());
        page.wait_for("这个文件打不开");
        page.wait_for("这里的草稿没有变");
        page.region("步骤").link("材料").click();
        page.region("封面").wait_for(&draft.code());
    });
}
