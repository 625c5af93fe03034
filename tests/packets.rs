//! The packet of every example as plain text, held against what a reviewer has read: `tests/golden/packets`.
//!
//! `cargo xtask bless` writes them anew; what changed is then read as a reviewer would.

use std::fmt::Write as _;
use std::path::PathBuf;

use miyun::date::Date;
use miyun::drafts::examples::ALL;
use miyun::packet::{Block, Cover, Packet, Part, Table, Total, Value, seal};
use miyun::text::Lang;

/// Those that are also read in English.
const IN_ENGLISH: &[&str] = &["bank", "introducer"];

fn golden(id: &str, lang: Lang) -> PathBuf {
    let lang = if lang == Lang::Zh { "zh" } else { "en" };
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/packets").join(format!("{id}.{lang}.txt"))
}

/// A value or a paragraph on one line.
fn line(words: &str) -> String {
    words.replace('\n', " ⏎ ")
}

fn table(out: &mut String, table: &Table) {
    let Table { caption, columns, rows, totals, .. } = table;
    if let Some(caption) = caption {
        let _ = writeln!(out, "[{caption}]");
    }
    let heads: Vec<&str> = columns.iter().map(|column| column.head.as_str()).collect();
    let _ = writeln!(out, "| {} |", heads.join(" | "));
    for row in rows {
        let words = |value: &Value| match value {
            Value::PageOf(part) => format!("p.{part}"),
            _ => line(&value.text()),
        };
        let cells: Vec<String> = row.iter().map(words).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    for Total { name, words, amount } in totals {
        let _ = writeln!(out, "| {name} | {words} | {} |", amount.grouped());
    }
}

fn block(out: &mut String, block: &Block) {
    let lines: Vec<String> = match block {
        Block::Heading(words) => vec![format!("\n## {words}")],
        Block::Paragraph(words) => vec![line(words)],
        Block::Note(words) => vec![format!("※ {}", line(words))],
        Block::List(items) => items.iter().map(|item| line(item)).collect(),
        Block::Contents(entries) => entries
            .iter()
            .map(|entry| format!("{} …… {}{}", entry.title, entry.part.unwrap_or_default(), entry.note))
            .collect(),
        Block::Pairs(pairs) => {
            let pair = |(name, value): &(String, Value)| format!("{name}：{}", line(&value.text()));
            let rows = pairs.rows.iter().map(|row| row.iter().map(pair).collect::<Vec<_>>().join(" | "));
            rows.map(|row| format!("| {row} |")).collect()
        }
        Block::Table(of) => return table(out, of),
        Block::Sign { seal, lines } => vec![format!("（{seal}）{}", lines.join(" / "))],
    };
    for line in lines {
        let _ = writeln!(out, "{line}");
    }
}

fn as_text(packet: &Packet) -> String {
    let mut out = String::new();
    let Cover { code, state, title, sub, lines, caution, qr } = &packet.cover;
    let _ = writeln!(out, "{code} | {state}\n{}\n{sub}", title.join(" "));
    for (name, value) in lines {
        let _ = writeln!(out, "{name}：{}", line(value));
    }
    for words in caution {
        let _ = writeln!(out, "（{words}）");
    }
    let _ = writeln!(out, "QR {qr}");
    for (Part { title, blocks, .. }, apart) in
        packet.parts.iter().map(|part| (part, "")).chain(packet.beside.iter().map(|part| (part, "（另成一册）")))
    {
        let _ = writeln!(out, "\n# {title}{apart}");
        blocks.iter().for_each(|of| block(&mut out, of));
    }
    // A new version of the program alone changes no packet.
    out.replace(&format!("/{}", seal::VERSION), "/VERSION")
}

#[test]
fn packets_say_what_a_reviewer_has_read() {
    let mut differ = Vec::new();
    for example in ALL {
        let draft = example.draft().unwrap();
        let report = draft.claimed(true);
        for lang in [Lang::Zh, Lang::En] {
            if lang == Lang::En && !IN_ENGLISH.contains(&example.id) {
                continue;
            }
            let packet = Packet::lay_out(&draft, &report, lang, Date::new(2026, 11, 25).unwrap());
            let (text, golden) = (as_text(&packet), golden(example.id, lang));
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&golden, &text).unwrap();
            }
            let read = std::fs::read_to_string(&golden).unwrap_or_default();
            if text != read {
                let number = text.lines().zip(read.lines()).take_while(|(is, was)| is == was).count();
                let of = |text: &str| text.lines().nth(number).unwrap_or("(end)").to_owned();
                differ.push(format!("{}:{}\n  was {}\n  is  {}", golden.display(), number + 1, of(&read), of(&text)));
            }
        }
    }
    assert!(differ.is_empty(), "`cargo xtask bless` writes them anew; read what changes.\n{}", differ.join("\n"));
}

#[test]
fn every_golden_packet_is_of_an_example() {
    let folder = golden("bank", Lang::Zh);
    let mut files: Vec<String> = std::fs::read_dir(folder.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut listed: Vec<String> = ALL.iter().map(|example| format!("{}.zh.txt", example.id)).collect();
    listed.extend(IN_ENGLISH.iter().map(|id| format!("{id}.en.txt")));
    files.sort();
    listed.sort();
    assert_eq!(files, listed);
}
