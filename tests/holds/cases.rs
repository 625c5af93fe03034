//! What comes back from colleagues, mail and other programs, and what becomes of it. `tests/cases.rs` asks it of each; a
//! search begins with them.

use std::io::{Cursor, Read, Write};

use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::drafts::list::Kept;
use miyun::drafts::page_copy::EmbeddedDraft;
use miyun::office::{xlsx, zip as archives};
use miyun::packet::{Packet, Seal, json};
use miyun::text::Lang;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What becomes of a file.
#[derive(Clone, Copy, Debug)]
pub enum Then {
    /// It opens as what it was made from, and there is nothing to say.
    Same,
    /// It opens as that, and something with these words is said.
    Noted(&'static str),
    /// It is refused with these words.
    Refused(&'static str),
}

/// A file by what happened to it.
pub type Case = (&'static str, Vec<u8>, Then);

/// The draft that all files are made from.
pub fn draft() -> Draft {
    ALL[0].draft().unwrap_or_default()
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

/// Files said to be ours.
pub fn files() -> Vec<Case> {
    [drafts(), packed(), workbooks()].concat()
}

fn drafts() -> Vec<Case> {
    use Then::{Noted, Refused, Same};

    let text = format!("{:#}", draft().to_json());
    let marked = format!("\u{feff}{text}");
    let with = |from: &str, to: &str| text.replacen(from, to, 1).into_bytes();
    let paid_in = |written: &str| with("\"1200000000.00\"", written);
    let named = format!("\"name\": \"{}\"", draft().name().unwrap_or_default());
    let half = text.len() / 2;
    let kept = EmbeddedDraft::Open(Kept { draft: draft(), at: String::new() });
    let page = "<!DOCTYPE html><html><script id=\"draft\" type=\"application/json\"></script></html>";
    vec![
        ("UTF-8 with a mark", marked.clone().into_bytes(), Same),
        ("UTF-16, as PowerShell writes it", utf16(&marked.replace('\n', "\r\n"), u16::to_le_bytes), Same),
        ("UTF-16 with its bytes exchanged", utf16(&marked, u16::to_be_bytes), Same),
        ("UTF-16 without a mark", utf16(&text, u16::to_le_bytes), Same),
        ("GB 18030", gb18030(&text), Same),
        ("CR LF", text.replace('\n', "\r\n").into_bytes(), Same),
        ("CR alone", text.replace('\n', "\r").into_bytes(), Same),
        ("Ctrl-Z at the end", format!("{text}\r\n\u{1a}").into_bytes(), Same),
        ("zero bytes at the end", format!("{text}\0\0").into_bytes(), Same),
        ("the only one of a list", format!("[{text}]").into_bytes(), Same),
        ("a figure without quotes", paid_in("1200000000"), Same),
        (
            "a year with a zero behind its point",
            with("\"application_year\": 2026", "\"application_year\": 2026.0"),
            Same,
        ),
        ("a copy of the page", kept.put_into(page).unwrap_or_default().into_bytes(), Same),
        ("a zero within the name", with(&named, &named.replace(": \"", ": \"\\u0000")), Noted("机构名称")),
        ("an unseen sign in the code", with("\"credit_code\": \"", "\"credit_code\": \"\\u200b"), Noted("信用代码")),
        ("nothing in it", Vec::new(), Refused("文件是空的")),
        ("groups of digits", paid_in("\"1,200,000,000.00\""), Refused("请只用数字写")),
        ("full-width digits", paid_in("\"１２０００００００\""), Refused("请只用数字写")),
        ("a unit", paid_in("\"12亿\""), Refused("请只用数字写")),
        ("decimals without quotes", paid_in("1200000000.50"), Refused("加引号")),
        ("an answer twice", with("\"paid_in\":", "\"paid_in\": \"1.00\", \"paid_in\":"), Refused("“paid_in”写了两次")),
        ("a row's answer twice", with("\"rent\":", "\"rent\": \"1.00\", \"rent\":"), Refused("“rent”写了两次")),
        ("a comma too many", with("\n  },", ",\n  },"), Refused("多了一个逗号")),
        ("half of a sign", with("\"title\": \"", "\"title\": \"\\ud83c"), Refused("半个字符")),
        (
            "a day with strokes",
            with("\"calculated\": \"", "\"calculated\": \"2026/3/1\", \"x\": \""),
            Refused("calculated"),
        ),
        ("a short day", with("\"founded\": \"", "\"founded\": \"2022-3-18"), Refused("加引号的日期")),
        ("a number of format in quotes", with("\"format\": 2", "\"format\": \"2\""), Refused("不加引号的整数")),
        ("cut off", text.as_bytes()[..text.floor_char_boundary(half)].to_vec(), Refused("断了")),
        ("two in a list", format!("[{text},{text}]").into_bytes(), Refused("2份")),
        (
            "a table of a web page called .xls",
            b"<html><body><table><tr><td>1</td></tr></table>".to_vec(),
            Refused("这是网页"),
        ),
    ]
}

/// The packet of a draft.
fn packet(draft: &Draft) -> Vec<u8> {
    let report = draft.claimed(true);
    json::to_json(&Packet::lay_out(draft, &report, Lang::Zh, Date::first_of(2026)), draft, &report)
        .to_string()
        .into_bytes()
}

/// Packs files as any program does: without a list of contents.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let _ = writer.start_file(*name, SimpleFileOptions::default());
        let _ = writer.write_all(bytes);
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn replaced(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    for at in 0..bytes.len().saturating_sub(from.len()) {
        if bytes[at..].starts_with(from) {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
    }
    bytes
}

fn packed() -> Vec<Case> {
    use Then::{Noted, Refused, Same};

    let draft = draft();
    let json = packet(&draft);
    let other = ALL.get(1).and_then(|example| example.draft().ok()).map(|draft| packet(&draft)).unwrap_or_default();
    let text = draft.to_json().to_string();
    let marked = [b"\xEF\xBB\xBF", &json[..]].concat();
    let docx: (&str, &[u8]) = ("申报书.docx", b"x");
    let ours = archives::archive(&[("申报数据.json".to_owned(), json.clone())], &Seal::of(&draft)).unwrap_or_default();
    // Names of as many bytes in GBK, which the archive does not say.
    let chinese = |bytes| {
        replaced(
            replaced(bytes, b"12345678.json", b"\xC9\xEA\xB1\xA8\xCA\xFD\xBE\xDD.json"),
            b"folder",
            b"\xB2\xC4\xC1\xCF\xBC\xD0",
        )
    };
    // The mark of a password in a file's head and in its entry.
    let mut locked = zip(&[("a.json", &json)]);
    locked[6] |= 1;
    if let Some(entry) = locked.windows(4).position(|mark| mark == b"PK\x01\x02") {
        locked[entry + 8] |= 1;
    }
    vec![
        ("a packet", json.clone(), Same),
        ("a packet in UTF-16", utf16(&String::from_utf8_lossy(&json), u16::to_le_bytes), Same),
        ("our archive", ours.clone(), Same),
        ("our archive in another", zip(&[("材料.zip", &ours)]), Same),
        ("a draft packed by hand", zip(&[("草稿.json", text.as_bytes()), ("说明.txt", b"x")]), Same),
        ("a draft in GB 18030 packed by hand", zip(&[("draft.JSON", &gb18030(&text))]), Same),
        (
            "GBK names without the flag",
            chinese(zip(&[("1234567.docx", b"x"), ("12345678.json", &json)])),
            Noted("没有清单"),
        ),
        ("GBK names in a folder", chinese(zip(&[("folder/12345678.json", &json)])), Noted("没有清单")),
        ("names with the strokes of Windows", zip(&[("材料\\申报数据.json", &json)]), Noted("没有清单")),
        (
            "what a Mac puts beside it",
            zip(&[("a/b.json", &json), ("__MACOSX/a/._b.json", b"\0\x05\x16\x07"), ("a/.DS_Store", b"x")]),
            Noted("没有清单"),
        ),
        ("the packet alone, with a mark", zip(&[("申报数据.json", &marked)]), Noted("没有清单")),
        ("the same packet twice", zip(&[("a.json", &json), ("a (1).json", &json)]), Noted("没有清单")),
        ("two packets", zip(&[("a.json", &json), ("b.json", &other)]), Refused("2份内容不同")),
        ("nothing of ours", zip(&[docx]), Refused("只有：申报书.docx")),
        ("a packet cut off", zip(&[("a.json", &json[..json.len() / 2])]), Refused("断了")),
        ("a name that leads elsewhere", zip(&[("../a.json", &json)]), Refused("指向别处")),
        ("a password", locked, Refused("加了密码")),
        ("RAR", b"Rar!\x1a\x07\x01\0".to_vec(), Refused("这是RAR压缩包")),
        ("7z", b"7z\xbc\xaf\x27\x1c\0\x04".to_vec(), Refused("这是7z压缩包")),
        ("OFD", zip(&[("OFD.xml", b"<x/>"), ("Doc_0/Document.xml", b"<x/>")]), Refused("这是OFD")),
        ("Word", zip(&[("word/document.xml", b"<x/>")]), Refused("这是Word")),
        (
            "a locked workbook",
            [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &utf16("EncryptedPackage", u16::to_le_bytes)[..]].concat(),
            Refused("打开密码"),
        ),
    ]
}

fn workbooks() -> Vec<Case> {
    use Then::{Refused, Same};

    let draft = draft();
    let book = xlsx::workbook(&draft, &draft.claimed(true), Lang::Zh, Date::first_of(2026)).unwrap_or_default();
    let cells = |name: &str| name.starts_with("xl/worksheets/sheet");
    // The hidden sheet is not seen, so not moved.
    let down = |xml: String| if xml.contains("edition") { xml } else { moved(&xml, 25) };
    let prefixed = |xml: String| {
        let xml = xml.replace("</", "</x:").replace("<?", "\u{1}").replace("</x:", "\u{2}").replace('<', "<x:");
        xml.replace('\u{1}', "<?").replace('\u{2}', "</x:").replace(" xmlns=", " xmlns:x=")
    };
    vec![
        ("a workbook", book.clone(), Same),
        ("a workbook packed by hand", zip(&[("测算.xlsx", &book)]), Same),
        ("names with a prefix", changed(&book, cells, prefixed), Same),
        ("every sheet moved 25 rows down", changed(&book, cells, down), Same),
        (
            "a formula without its value",
            changed(&book, cells, |xml| xml.replace("<v>1200000000.00</v>", "<f>1000*1200000</f>")),
            Refused("公式"),
        ),
        (
            "a unit of another quantity",
            changed(&book, cells, |xml| {
                xml.replace("\"><v>1200000000.00</v>", "\" t=\"inlineStr\"><is><t>1,200㎡</t></is>")
            }),
            Refused("单位不是这一项的"),
        ),
        ("a workbook cut off", book[..book.len() / 2].to_vec(), Refused("不完整或已损坏")),
        (
            "somebody else's workbook",
            changed(&book, |name| name.starts_with("xl/worksheets/"), |_| "<worksheet/>".to_owned()),
            Refused("不是本程序写出的工作簿"),
        ),
    ]
}

/// A workbook with some of its parts changed.
fn changed(book: &[u8], which: impl Fn(&str) -> bool, change: impl Fn(String) -> String) -> Vec<u8> {
    let Ok(mut parts) = ZipArchive::new(Cursor::new(book)) else { return Vec::new() };
    let mut files = Vec::new();
    for place in 0..parts.len() {
        let Ok(mut part) = parts.by_index(place) else { continue };
        let Ok(name) = part.name().map(|name| name.into_owned()) else { continue };
        let mut bytes = Vec::new();
        let _ = part.read_to_end(&mut bytes);
        if which(&name) {
            bytes = change(String::from_utf8_lossy(&bytes).into_owned()).into_bytes();
        }
        files.push((name, bytes));
    }
    zip(&files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

/// A sheet with its rows so much further down.
fn moved(xml: &str, down: u32) -> String {
    let mut out = String::new();
    let mut parts = xml.split(" r=\"");
    out += parts.next().unwrap_or_default();
    for part in parts {
        let (name, rest) = part.split_once('"').unwrap_or((part, ""));
        let digits = name.find(|sign: char| sign.is_ascii_digit()).unwrap_or(name.len());
        let row =
            name[digits..].parse::<u32>().map_or_else(|_| name[digits..].to_owned(), |row| (row + down).to_string());
        out += &format!(" r=\"{}{row}\"{rest}", &name[..digits]);
    }
    out
}

/// A text in the form of the official one, in sentences of our own.
fn official() -> String {
    let numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let article = |number: usize| {
        let tens = if number < 20 { "" } else { numerals[number / 10] };
        let ten = if number < 10 { "" } else { "十" };
        format!("第{tens}{ten}{}条", numerals[number % 10])
    };
    let articles: String = (1..=38)
        .map(|number| format!("{}\u{3000}种第{number}棵树，水要浇足。\n（一）先挖坑；\n", article(number)))
        .collect();
    format!("关于种树的通知\n密政发〔2019〕25号\n{articles}")
}

/// Files said to be the official text, and what becomes of each: of [`Then::Same`] all articles are there.
pub fn texts() -> Vec<Case> {
    use Then::{Noted, Refused, Same};

    let text = official();
    let marked = format!("\u{feff}{text}");
    let page = |charset: &str, body: String| {
        format!("<!DOCTYPE html><html><head><meta charset={charset}></head><body>{body}</body></html>")
    };
    let paragraphs = |paragraph: &dyn Fn(&str) -> String| -> String { text.lines().map(paragraph).collect() };
    let numbers = |line: &str| {
        line.chars()
            .map(|sign| if sign.is_ascii() { sign.to_string() } else { format!("&#{};", u32::from(sign)) })
            .collect::<String>()
    };
    let list: String = text
        .lines()
        .filter(|line| line.starts_with('第'))
        .map(|line| format!("{}\n", &line[..line.find('\u{3000}').unwrap_or(0)]))
        .collect();
    let bad = |mut bytes: Vec<u8>| {
        let at = bytes.len() / 2;
        let at = (at..bytes.len()).find(|at| bytes[*at] >= 0x80).unwrap_or(0);
        bytes[at] = 0xFF;
        bytes
    };
    vec![
        ("UTF-8 with a mark", marked.clone().into_bytes(), Same),
        ("UTF-16 with a mark", utf16(&marked, u16::to_le_bytes), Same),
        ("UTF-16 with its bytes exchanged", utf16(&marked, u16::to_be_bytes), Same),
        ("UTF-16 without a mark", utf16(&text, u16::to_le_bytes), Same),
        ("GB 18030", gb18030(&text), Same),
        ("GB 18030 with a sign of four bytes", gb18030(&text.replacen("挖", "𠀀", 1)), Same),
        ("one bad byte of UTF-8", bad(text.clone().into_bytes()), Noted("")),
        ("one bad byte of GB 18030", bad(gb18030(&text)), Noted("")),
        ("CR alone", text.replace('\n', "\r").into_bytes(), Same),
        ("U+2028", text.replace('\n', "\u{2028}").into_bytes(), Same),
        ("line ends of Word", text.replace('\n', "\u{b}").into_bytes(), Same),
        ("radicals out of a PDF", text.replace('一', "⼀").replace('十', "⼗").replace('二', "⼆").into_bytes(), Same),
        ("page numbers of a PDF", text.replace("第十条", "— 3 —\n第十条").into_bytes(), Same),
        ("broken into short lines", text.replace("，", "，\n").into_bytes(), Same),
        (
            "set in by hard spaces",
            text.lines().map(|line| format!("\u{a0}\u{a0}{line}\n")).collect::<String>().into_bytes(),
            Same,
        ),
        ("a list of the articles before it", format!("目录\n{list}{text}").into_bytes(), Same),
        ("marks of bold", text.replace("第十九条", "**第十九条**").into_bytes(), Same),
        ("a wide space within a number", text.replace("第十九条", "第十\u{3000}九条").into_bytes(), Same),
        ("a page in GB 2312", gb18030(&page("gb2312", paragraphs(&|line| format!("<p>{line}</p>\r\n")))), Same),
        (
            "a page with named spaces",
            page("utf-8", paragraphs(&|line| format!("<p>{}</p>", line.replace('\u{3000}', "&emsp;")))).into_bytes(),
            Same,
        ),
        (
            "a page in ASCII with numbers",
            page("us-ascii", paragraphs(&|line| format!("<p>{}</p>", numbers(line)))).into_bytes(),
            Same,
        ),
        (
            "a page with a span for each sign",
            page(
                "utf-8",
                paragraphs(&|line| {
                    format!(
                        "<P>{}</P>",
                        line.chars().map(|sign| format!("<SPAN lang=ZH>{sign}</SPAN>")).collect::<String>()
                    )
                }),
            )
            .into_bytes(),
            Same,
        ),
        ("a page with line ends only", page("utf-8", paragraphs(&|line| format!("{line}<br>"))).into_bytes(), Same),
        ("traditional signs", text.replace('条', "條").replace('号', "號").into_bytes(), Refused("简体中文")),
        ("another document", text.replace("〔2019〕25号", "〔2018〕25号").into_bytes(), Refused("没有文号")),
        ("an article is missing", text.replace("第十九条", "").into_bytes(), Refused("缺少第十九条")),
        ("OFD", zip(&[("OFD.xml", b"<x/>")]), Refused("这是OFD")),
        (
            "a web archive",
            format!("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n{text}").into_bytes(),
            Refused("单个文件网页"),
        ),
        ("a ZIP archive", zip(&[("a.txt", text.as_bytes())]), Refused("请先解压")),
        (
            "WPS",
            [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &utf16("WordDocument", u16::to_le_bytes)[..]].concat(),
            Refused("WPS"),
        ),
        ("PDF", b"%PDF-1.7".to_vec(), Refused("记事本")),
    ]
}

/// A form and a unit, and texts with their answers.
pub type Typed = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// What people type: a form and the unit of bare figures as `assess --typed` names them, and each text with the answer as
/// drafts hold it; none where it is refused.
pub const TYPED: &[Typed] = &[
    (
        "money",
        "yuan",
        &[
            ("1\u{202f}234\u{a0}567", "1234567.00"),
            ("1200,50", ""),
            ("1200,500", ""),
            ("1,234,5678", ""),
            ("1,2345,678", ""),
            ("12,3456,7890", "1234567890.00"),
            ("500 600", ""),
            ("500\n600", ""),
            ("12 34 5", ""),
            ("1’200’000", "1200000.00"),
            ("十亿3000万", ""),
            ("100万两千", ""),
            ("三万五", ""),
            ("1万5千亿元", ""),
            ("五百万元", ""),
            ("壹佰贰拾万元整", ""),
            ("500w", ""),
            ("500W元", ""),
            ("两三百万", ""),
            ("300-500万", ""),
            ("3百万", "3000000.00"),
            ("5佰万", ""),
            ("1亿2,000万", "120000000.00"),
            ("1亿200万", "102000000.00"),
            ("1.2.亿", ""),
            ("1。2亿", "120000000.00"),
            ("１．２億圆整", "120000000.00"),
            ("0.1亿2000万", "30000000.00"),
            ("$2222.43", ""),
            ("3000万港元", ""),
            ("500万日元", ""),
            ("人民币：500万元", "5000000.00"),
            ("￥ 1,200.00 元", "1200.00"),
            ("3000万人民币元", "30000000.00"),
            ("1.2E+08", ""),
            ("########", ""),
            ("#VALUE!", ""),
            ("=SUM(B1:B4)", ""),
            ("900,719,925,474,099.93", "900719925474099.93"),
            ("9007199254740993", ""),
            ("0.1", "0.10"),
            ("1.005", ""),
            ("1.10元1角", ""),
            ("5万元5角", ""),
            ("NaN", ""),
            ("0x10", ""),
            ("'000123", "123.00"),
            ("٣٠٠", ""),
            ("1,200㎡", ""),
            ("5月", ""),
            ("3家", ""),
            ("3月元", ""),
        ],
    ),
    (
        "money+",
        "yuan",
        &[
            ("-¥1,200.00", "-1200.00"),
            ("¥-1,200.00", "-1200.00"),
            ("￥-1,200", "-1200.00"),
            ("−80", "-80.00"),
            ("－80", "-80.00"),
            (" -   ", "0.00"),
            ("—", ""),
            ("负80万", ""),
        ],
    ),
    (
        "area",
        "yuan",
        &[
            ("500元", ""),
            ("12个月", ""),
            ("1200平方", "1200"),
            ("1200 M2", "1200"),
            ("1,200.5㎡", "1200.5"),
            ("2亩", ""),
            ("1200方", ""),
        ],
    ),
    ("count", "yuan", &[("3年", ""), ("1年6个月", ""), ("12个月", "12"), ("2万", "20000")]),
    ("money", "wan", &[("5,000,000元", "5000000.00"), ("500.123456", "5001234.56"), ("5000000.00", "50000000000.00")]),
    (
        "share",
        "yuan",
        &[
            ("90%", "0.9"),
            ("90", ""),
            ("0.9", "0.9"),
            ("33.3333333%", ""),
            ("百分之五十", ""),
            ("5成", ""),
            ("100.00%", "1"),
            (".5", "0.5"),
            ("50‰", ""),
        ],
    ),
    (
        "date",
        "yuan",
        &[
            ("2021 年 03 月 01 日", "2021-03-01"),
            ("2021/3/1 0:00", "2021-03-01"),
            ("2021/3/1 00:00:00", "2021-03-01"),
            ("2021-03-01T00:00:00", "2021-03-01"),
            ("2021/3/1 星期一", ""),
            ("2021年3月1日星期一", ""),
            ("二〇二一年三月一日", ""),
            ("二零二一年三月一日", ""),
            ("2021年3月", ""),
            ("2021.3.1", "2021-03-01"),
            ("2021。3。1", "2021-03-01"),
            ("20210301", "2021-03-01"),
            ("44256", ""),
            ("2024-02-30", ""),
            ("2021年2月29日", ""),
            ("33/33/9999", ""),
            ("1899-12-31", ""),
            ("9999-12-31", ""),
            ("长期", ""),
            ("2021、3、1", ""),
            ("2021—03—01", "2021-03-01"),
            ("\u{feff}2021-03-01", "2021-03-01"),
            ("2021 03 01", ""),
            ("202131", ""),
            ("2021-03-01.", ""),
            ("2021/03/01T", ""),
        ],
    ),
    (
        "year",
        "yuan",
        &[
            ("2024年度", "2024"),
            ("２０２４", "2024"),
            ("2024.0", ""),
            ("2,024", ""),
            ("24", ""),
            ("2024-2025", ""),
            ("fy2024", "2024"),
            ("2024 年", "2024"),
            ("2024会计年度", "2024"),
            ("2024/12/31", ""),
        ],
    ),
    (
        "yesno",
        "yuan",
        &[
            ("TRUE", "true"),
            ("是", "true"),
            ("✓", "true"),
            ("对", "true"),
            ("1", ""),
            ("0", ""),
            ("否", "false"),
            ("×", "false"),
            ("X", ""),
            ("无", "false"),
            ("是（见附件）", ""),
            ("FALSE", "false"),
            ("ＹＥＳ", "true"),
        ],
    ),
    (
        "code",
        "yuan",
        &[
            ("91110118MA0AGNT09X\u{202c}", "91110118MA0AGNT09X"),
            ("９１１１０１１８ＭＡ０ＡＧＮＴ０９Ｘ", "91110118MA0AGNT09X"),
        ],
    ),
];
