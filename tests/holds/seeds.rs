//! Where a search for what does not hold begins: with the examples.

use std::path::Path;
use std::{fs, io};

use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;

/// Puts seeds where libFuzzer looks for what it begins with.
pub fn plant(folder: &str, seeds: &[(String, Vec<u8>)]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    seeds
        .iter()
        .enumerate()
        .try_for_each(|(place, (_, bytes))| fs::write(Path::new(folder).join(format!("seed-{place}")), bytes))
}

/// The examples as drafts.
fn examples() -> impl Iterator<Item = (&'static str, Draft)> {
    ALL.iter().filter_map(|example| Some((example.id, example.draft().ok()?)))
}

/// The files of the examples, their filing told in one of them.
pub fn draft() -> Vec<(String, Vec<u8>)> {
    let filed = r#"{"format":2,"edition":"miyun-2019-25","title":"=1+1","calculated":"2026-02-28","facts":{"kind":null,
        "name":"<b>&","paid_in":"1.00","leases":[{}]},"filing":{"claims":{"office_purchase":false},
        "statements":{"key_institution":"……"},"papers":{"承诺书":{"copies":2,"pages":"3-4","ready":true}},"undertaken":true}}"#;
    let examples = ALL.iter().map(|example| (example.id.to_owned(), example.json.as_bytes().to_vec()));
    examples.chain([("filed".to_owned(), filed.as_bytes().to_vec())]).collect()
}

/// What the portal writes of the examples: the file, the packet, and of some the workbook and the archive.
pub fn file() -> Vec<(String, Vec<u8>)> {
    use miyun::date::Date;
    use miyun::office::{xlsx, zip};
    use miyun::packet::{Packet, json};
    use miyun::text::Lang;

    let mut files = draft();
    for (place, (id, draft)) in examples().enumerate() {
        let report = draft.claimed(true);
        let lang = if place % 2 == 0 { Lang::Zh } else { Lang::En };
        let packet = Packet::lay_out(&draft, &report, lang, Date::first_of(2026));
        let json = json::to_json(&packet, &draft, &report).to_string();
        if place % 4 == 0 {
            files.extend(
                xlsx::workbook(&draft, &report, lang, Date::first_of(2026))
                    .ok()
                    .map(|book| (format!("{id}.xlsx"), book)),
            );
            let inside = [("packet.json".to_owned(), json.clone().into_bytes())];
            files.extend(zip::archive(&inside, &packet.seal).ok().map(|zip| (format!("{id}.zip"), zip)));
        }
        let utf16 = json.encode_utf16().flat_map(u16::to_le_bytes).collect();
        files.push(if place == 1 {
            (format!("{id}.utf16"), utf16)
        } else {
            (format!("{id}.packet"), json.into_bytes())
        });
    }
    files.extend(passed_on());
    files
}

/// A draft as it comes back from colleagues, editors and mail: in other encodings, in a list, over many
/// lines.
fn passed_on() -> Vec<(String, Vec<u8>)> {
    let Some((_, draft)) = examples().next() else { return Vec::new() };
    let (line, pretty) = (draft.to_json().to_string(), format!("{:#}", draft.to_json()));
    vec![
        ("bom".to_owned(), format!("\u{feff}{pretty}\r\n\u{1a}").into_bytes()),
        ("list".to_owned(), format!("[{line}]").into_bytes()),
        ("cr".to_owned(), pretty.replace('\n', "\r").into_bytes()),
        ("nul".to_owned(), format!("{line}\0\0").into_bytes()),
        ("wide".to_owned(), format!("\u{feff}{line}").encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ]
}

/// Figures, shares, dates and words as offices write them, in fields of every form.
pub fn typed() -> Vec<(String, Vec<u8>)> {
    const TYPED: &[&str] = &[
        "1.2亿",
        "500 万元",
        "３，０００，０００．５０",
        "￥1,200.00元整",
        "1亿2000万",
        "2千万",
        "-12.5万",
        "0",
        "人民币3百万圆",
        "5000万元人民币",
        "12亿3456万7890元",
        "1亿2千",
        "300、500",
        "12个月",
        "3位",
        "1200.5㎡",
        "18家",
        "50%",
        "0.333333",
        "2021-3-1",
        "2021年3月1日",
        "20210301",
        "２０２４年度",
        "2024财政年度",
        "FY2024",
        "是",
        "no",
        "legal_entity",
        "confirmed",
        "密云某某有限公司",
    ];
    let fields = u8::try_from(super::fields().len()).unwrap_or(u8::MAX);
    let fields = |typed: &'static str| {
        (0..fields).map(move |field| (format!("{field}-{typed}"), [&[field, 0], typed.as_bytes()].concat()))
    };
    TYPED.iter().flat_map(|typed| fields(typed)).collect()
}

/// The answers of the examples, as the bytes that give them.
pub fn assessment() -> Vec<(String, Vec<u8>)> {
    examples().map(|(id, draft)| (id.to_owned(), super::answers::bytes(&draft))).collect()
}

/// Lists as other programs write them: pasted, and as files of text in several encodings.
pub fn table() -> Vec<(String, Vec<u8>)> {
    let list = "引进企业清单（单位：万元）,,,\r\n序号,企业名称,首次纳税日期,2023年贡献\r\n1,\"甲\"\"公司\",2023/7/1,\"1,200.5\"\r\n合计,,,1200.5\r\n";
    let block = "财政年度\t区域综合贡献/万元\r\n2022\t500\r\n2023\t -   \r\n";
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        ("list".to_owned(), list.as_bytes().to_vec()),
        ("list.utf16".to_owned(), wide(list)),
        ("block".to_owned(), block.as_bytes().to_vec()),
        ("leases".to_owned(), "2024\t1,000㎡\t600,000元\t12个月\t60".as_bytes().to_vec()),
    ]
}
