//! Where a search for what does not hold begins: with the examples, and with what came back from somebody.

use std::path::Path;
use std::{fs, io};

use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;

use super::cases;

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
    files.extend(cases::files().into_iter().map(|(name, bytes, _)| (name.to_owned(), bytes)));
    files
}

/// What people type, in the first field of every form.
pub fn typed() -> Vec<(String, Vec<u8>)> {
    let mut forms = Vec::new();
    for (place, form) in super::fields().iter().enumerate() {
        if let (false, Ok(place)) = (forms.iter().any(|(_, name)| *name == form.name()), u8::try_from(place)) {
            forms.push((place, form.name()));
        }
    }
    let texts = cases::TYPED.iter().flat_map(|(_, _, texts)| texts.iter().map(|(typed, _)| *typed));
    let all = texts.flat_map(|typed| forms.iter().map(move |(field, _)| (*field, typed)));
    all.map(|(field, typed)| (format!("{field}-{typed}"), [&[field, 0], typed.as_bytes()].concat())).collect()
}

/// Files said to be the official text.
pub fn official() -> Vec<(String, Vec<u8>)> {
    cases::texts().into_iter().map(|(name, bytes, _)| (name.to_owned(), bytes)).collect()
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
