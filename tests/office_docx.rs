//! The Word file: its parts hold together, its order is the standard's, and what it says is what the packet says.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use miyun::answers::answer::Answer;
use miyun::applicant::identity::NAME;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples;
use miyun::office::docx::docx;
use miyun::office::xlsx;
use miyun::packet::{Block, Packet, Part, Table, Value, html};
use miyun::text::Lang;
use roxmltree::{Document, Node};
use rust_decimal::Decimal;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PICTURE: &str = "word/media/image1.png";

// ── what is read ─────────────────────────────────────────────────────────

fn lay_out(draft: &Draft, lang: Lang) -> Packet {
    let report = draft.claimed(true);
    Packet::lay_out(draft, &report, lang, Date::new(2026, 11, 23).unwrap())
}

/// A packet, its file and the parts of it that are text.
struct Filed {
    name: String,
    packet: Packet,
    file: Vec<u8>,
    parts: BTreeMap<String, String>,
}

impl Filed {
    fn of(name: &str, draft: &Draft) -> [Self; 2] {
        [Lang::Zh, Lang::En].map(|lang| {
            let packet = lay_out(draft, lang);
            let file = docx(&packet.filed()).unwrap();
            let parts = unzip(&file);
            Self { name: format!("{name}.{}", lang.tag()), packet, file, parts }
        })
    }
}

/// Every example in both languages, and one with as long a name as there is, written once.
fn files() -> &'static [Filed] {
    static FILES: LazyLock<Vec<Filed>> = LazyLock::new(|| {
        let mut long = examples::ALL[0].draft().unwrap();
        let name = NAME.spec.form.parse(&"密云".repeat(30), Decimal::ONE).unwrap();
        long.facts.set(&NAME.spec, name).unwrap();
        let examples = examples::ALL.iter().map(|example| (example.id, example.draft().unwrap()));
        examples.chain([("long", long)]).flat_map(|(id, draft)| Filed::of(id, &draft)).collect()
    });
    &FILES
}

fn bank() -> Packet {
    files()[0].packet.clone()
}

fn unzip(file: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let texts = (0..zip.len()).filter_map(|index| {
        let mut part = zip.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        (name != PICTURE).then(|| part.read_to_string(&mut text).unwrap())?;
        Some((name, text))
    });
    texts.collect()
}

fn picture(file: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut bytes = Vec::new();
    zip.by_name(PICTURE).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// What a camera reads of a grey picture with so many dots a line.
fn scanned(grey: &[u8], width: usize) -> Vec<String> {
    let picture = |x: usize, y: usize| grey[y * width + x];
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, grey.len() / width, picture);
    prepared.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
}

fn w<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((W, name))
}

fn named<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |node| node.has_tag_name((W, name)))
}

fn has(node: Node<'_, '_>, name: &'static str) -> bool {
    named(node, name).next().is_some()
}

/// What a reader sees of a node: text, line ends and tabs.
fn said(node: Node<'_, '_>) -> String {
    let mut said = String::new();
    for node in node.descendants().filter(|node| node.tag_name().namespace() == Some(W)) {
        match node.tag_name().name() {
            "t" => said.push_str(node.text().unwrap_or_default()),
            "br" => said.push('\n'),
            "tab" if node.parent().is_some_and(|run| run.has_tag_name((W, "r"))) => said.push('\t'),
            _ => {}
        }
    }
    said
}

fn style<'a>(paragraph: Node<'a, '_>) -> &'a str {
    named(paragraph, "pStyle").next().and_then(|style| w(style, "val")).unwrap_or("Normal")
}

fn tables(packet: &Packet) -> impl Iterator<Item = &Table> {
    packet.parts.iter().flat_map(tables_of)
}

fn tables_of(part: &Part) -> impl Iterator<Item = &Table> {
    part.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// Whether a part has more columns than an upright sheet has room for.
fn is_turned(part: &Part) -> bool {
    tables_of(part).any(|table| table.columns.len() > 8)
}

// ── the file holds together ──────────────────────────────────────────────

#[test]
fn every_part_is_xml_has_a_kind_and_is_reached() {
    for Filed { name, parts, .. } in files() {
        for (part, text) in parts {
            Document::parse(text).unwrap_or_else(|why| panic!("{name} {part}: {why}"));
        }
        let types = Document::parse(&parts["[Content_Types].xml"]).unwrap();
        let overrides: BTreeSet<&str> =
            types.descendants().filter_map(|node| node.attribute("PartName")).map(|part| &part[1..]).collect();
        let mut reached = BTreeSet::from(["[Content_Types].xml".to_owned()]);
        for (base, rels) in [("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels")] {
            reached.insert(rels.to_owned());
            for node in Document::parse(&parts[rels]).unwrap().descendants() {
                reached.extend(node.attribute("Target").map(|target| format!("{base}{target}")));
            }
        }
        let held = parts.keys().cloned().chain([PICTURE.to_owned()]).collect();
        assert_eq!(reached, held, "{name}: parts and relationships");
        for part in parts.keys().filter(|part| part.ends_with(".xml") && !part.starts_with('[')) {
            assert!(overrides.contains(part.as_str()), "{name}: {part} has no kind");
        }
        let rels = Document::parse(&parts["word/_rels/document.xml.rels"]).unwrap();
        let known: BTreeSet<&str> = rels.descendants().filter_map(|node| node.attribute("Id")).collect();
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let used: Vec<&str> = document.descendants().filter_map(|node| node.attribute((R, "id"))).collect();
        let sections = named(document.root(), "sectPr").count();
        assert_eq!(used.len(), 4 * sections, "head and foot, left and right");
        let shown: Vec<&str> = document.descendants().filter_map(|node| node.attribute((R, "embed"))).collect();
        assert!(shown.len() == 1 && known.contains(shown[0]), "{name}: {shown:?}");
        assert!(types.descendants().any(|node| node.attribute("ContentType") == Some("image/png")));
        assert!(used.iter().all(|id| known.contains(id)), "{name}: {used:?}");
    }
}

#[test]
fn every_style_used_is_defined_and_anchors_lead_somewhere() {
    for Filed { name, packet, parts, .. } in files() {
        let styles = Document::parse(&parts["word/styles.xml"]).unwrap();
        let defined: BTreeSet<&str> = named(styles.root(), "style").filter_map(|style| w(style, "styleId")).collect();
        assert_eq!(defined.len(), named(styles.root(), "style").count(), "no style twice");
        let based = ["basedOn", "next"].into_iter().flat_map(|name| named(styles.root(), name));
        for style in based {
            assert!(defined.contains(w(style, "val").unwrap()), "{name}: {style:?}");
        }
        let said =
            |part: &&String| ["word/document", "word/header", "word/footer"].iter().any(|of| part.starts_with(of));
        for part in parts.keys().filter(said) {
            let part = Document::parse(&parts[part]).unwrap();
            let used = ["pStyle", "tblStyle", "rStyle"].into_iter().flat_map(|name| named(part.root(), name));
            for style in used {
                assert!(defined.contains(w(style, "val").unwrap()), "{name}: {:?}", w(style, "val"));
            }
            for paragraph in named(part.root(), "p") {
                assert!(has(paragraph, "pStyle"), "{name}: a paragraph without a style");
            }
            for manual in ["jc", "sz", "rFonts", "spacing", "ind"] {
                let inside = named(part.root(), "p").any(|paragraph| has(paragraph, manual) && !has(paragraph, "tbl"));
                assert!(!inside, "{name}: {manual} beside a style");
            }
        }
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let marks: Vec<&str> = named(document.root(), "bookmarkStart").filter_map(|mark| w(mark, "name")).collect();
        let ids: BTreeSet<&str> = named(document.root(), "bookmarkStart").filter_map(|mark| w(mark, "id")).collect();
        assert_eq!((marks.len(), ids.len()), (packet.parts.len(), packet.parts.len()));
        let links: Vec<&str> = named(document.root(), "hyperlink").filter_map(|link| w(link, "anchor")).collect();
        assert!(links.len() > 4 && links.iter().all(|link| marks.contains(link)), "{name}: {links:?}");
    }
}

/// Children in the order of ISO/IEC 29500-1; Word calls a file damaged that has another.
#[test]
fn children_stand_in_the_order_of_the_standard() {
    const ORDERS: &[(&str, &str)] = &[
        (
            "pPr",
            "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
             suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd \
             snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
             textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
        ),
        (
            "rPr",
            "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid \
             vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs \
             em lang eastAsianLayout specVanish oMath",
        ),
        (
            "style",
            "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked \
             personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
        ),
        (
            "tblPr",
            "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd \
             tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
        ),
        (
            "tcPr",
            "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
        ),
        ("tblBorders", "top left bottom right insideH insideV"),
        ("tcBorders", "top left bottom right insideH insideV tl2br tr2bl"),
        ("tcMar", "top left bottom right"),
        ("tblCellMar", "top left bottom right"),
        ("tbl", "tblPr tblGrid tr"),
        (
            "sectPr",
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType \
             cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
        ),
        (
            "settings",
            "writeProtection view zoom removePersonalInformation mirrorMargins defaultTabStop evenAndOddHeaders \
             characterSpacingControl updateFields compat rsids themeFontLang decimalSymbol listSeparator",
        ),
        ("lvl", "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
        ("font", "altName panose1 charset family notTrueType pitch sig"),
    ];
    let mut seen = BTreeSet::new();
    for Filed { name, parts, .. } in files() {
        for (part, text) in parts {
            let document = Document::parse(text).unwrap();
            for (parent, order) in ORDERS {
                for node in named(document.root(), parent) {
                    seen.insert(*parent);
                    let places: Vec<usize> = node
                        .children()
                        .map(|child| {
                            let child = child.tag_name().name();
                            let place = order.split_whitespace().position(|name| name == child);
                            place.unwrap_or_else(|| panic!("{name} {part}: {child} in {parent}"))
                        })
                        .collect();
                    assert!(places.is_sorted(), "{name} {part}: {node:?}");
                }
            }
        }
    }
    assert_eq!(seen.len(), ORDERS.len(), "every order is checked: {seen:?}");
}

#[test]
fn the_same_packet_gives_the_same_bytes() {
    let packet = bank();
    assert_eq!(docx(&packet.filed()).unwrap(), docx(&packet.clone().filed()).unwrap());
    let file = docx(&packet.filed()).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(&file[..])).unwrap();
    for index in 0..zip.len() {
        let stamp = zip.by_index(index).unwrap().last_modified().unwrap();
        assert_eq!(stamp, zip::DateTime::default(), "no clock");
    }
}

// ── it says what the packet says ─────────────────────────────────────────

/// The words of a packet in order: of the cover, then of each block.
fn words_of(packet: &Packet) -> Vec<String> {
    let mut words = vec![packet.cover.code.clone(), packet.cover.state.clone()];
    words.extend(packet.cover.title.iter().chain([&packet.cover.sub]).cloned());
    words.extend(packet.cover.lines.iter().flat_map(|(name, value)| [name.clone(), value.clone()]));
    words.extend(packet.cover.caution.iter().cloned());
    for part in &packet.parts {
        for block in &part.blocks {
            match block {
                Block::Heading(text) | Block::Paragraph(text) | Block::Note(text) => {
                    words.push(text.clone());
                }
                Block::List(items) => words.extend(items.iter().cloned()),
                Block::Contents(entries) => words.extend(entries.iter().map(|entry| entry.note.clone())),
                Block::Pairs(pairs) => {
                    let pairs = pairs.rows.iter().flatten();
                    words.extend(pairs.flat_map(|(name, value)| [name.clone(), value.text()]));
                }
                Block::Table(table) => {
                    words.extend(table.caption.clone());
                    words.extend(table.columns.iter().map(|column| column.head.clone()));
                    words.extend(table.rows.iter().flatten().map(Value::text));
                    let totals = table.totals.iter();
                    words.extend(
                        totals.flat_map(|total| [total.name.clone(), total.words.clone(), total.amount.grouped()]),
                    );
                }
                Block::Sign { seal, lines } => words.extend(std::iter::once(seal).chain(lines).cloned()),
            }
        }
    }
    words.retain(|words| !words.is_empty());
    words
}

#[test]
fn all_words_and_amounts_stand_in_order() {
    for Filed { name, packet, parts, .. } in files() {
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let said = said(document.root());
        let mut rest = said.as_str();
        for words in words_of(packet) {
            let place = rest.find(&words).unwrap_or_else(|| panic!("{name}: {words:?} is not said in its place"));
            rest = &rest[place + words.len()..];
        }
        if packet.lang == Lang::Zh && packet.requested.is_some_and(|amount| !amount.is_zero()) {
            let capital = packet.requested.unwrap().capital();
            assert!(said.matches(&capital).count() >= 3, "{name}: cover, form and schedule say {capital}");
        }
    }
}

#[test]
fn titles_are_headings_and_begin_pages() {
    for Filed { name, packet, parts, .. } in files() {
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let of = |wanted: &[&str]| -> Vec<String> {
            named(document.root(), "p").filter(|paragraph| wanted.contains(&style(*paragraph))).map(said).collect()
        };
        let titles: Vec<String> = packet.parts.iter().map(|part| part.title.replace('　', "")).collect();
        let found = of(&["Heading1", "TOCHeading", "AnnexTitle", "InternalTitle"]);
        assert_eq!(found.iter().map(|title| title.replace('　', "")).collect::<Vec<_>>(), titles, "{name}");
        let headings: Vec<String> = packet
            .parts
            .iter()
            .flat_map(|part| &part.blocks)
            .filter_map(|block| match block {
                Block::Heading(text) => Some(text.clone()),
                _ => None,
            })
            .collect();
        assert_eq!(of(&["Heading2"]), headings, "{name}");
        let styles = Document::parse(&parts["word/styles.xml"]).unwrap();
        let of = |id: &str| named(styles.root(), "style").find(|style| w(*style, "styleId") == Some(id)).unwrap();
        for (id, known, level) in
            [("Heading1", "heading 1", "0"), ("Heading2", "heading 2", "1"), ("Heading3", "heading 3", "2")]
        {
            let style = of(id);
            assert_eq!(named(style, "name").next().and_then(|name| w(name, "val")), Some(known));
            assert_eq!(named(style, "outlineLvl").next().and_then(|level| w(level, "val")), Some(level));
            assert!(has(style, "keepNext"));
        }
        assert!(has(of("Heading1"), "pageBreakBefore"));
        for id in ["TOCHeading", "AnnexTitle", "InternalTitle"] {
            assert_eq!(named(of(id), "basedOn").next().and_then(|based| w(based, "val")), Some("Heading1"));
        }
    }
}

#[test]
fn contents_are_a_field_with_its_entries() {
    for Filed { name, packet, parts, .. } in files() {
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let marks: Vec<&str> = named(document.root(), "fldChar").filter_map(|mark| w(mark, "fldCharType")).collect();
        assert_eq!(marks, ["begin", "separate", "end"], "{name}");
        assert!(named(document.root(), "fldChar").next().is_some_and(|mark| w(mark, "dirty") == Some("true")));
        let instruction = named(document.root(), "instrText").next().and_then(|text| text.text()).unwrap();
        assert!(instruction.contains(r#"TOC \o "1-1""#), "{instruction}");
        assert!(parts["word/settings.xml"].contains(r#"<w:updateFields w:val="true"/>"#));
        let filed: Vec<&str> =
            packet.parts.iter().filter(|part| part.id != "contents").map(|part| part.title.as_str()).collect();
        let entries: Vec<Node> = named(document.root(), "hyperlink").collect();
        assert_eq!(entries.len(), filed.len(), "{name}");
        for (entry, title) in entries.iter().zip(filed) {
            assert!(said(*entry).replace('　', "").starts_with(&title.replace('　', "")), "{name}: {title}");
            let annex = title.starts_with("附件") || title.starts_with("Annex");
            assert_eq!(style(entry.parent().unwrap()), if annex { "TOC2" } else { "TOC1" });
        }
    }
}

#[test]
fn the_cover_bears_nothing_and_other_pages_name_and_code() {
    for Filed { name, packet, parts, .. } in files() {
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let sections: Vec<Node> = named(document.root(), "sectPr").collect();
        assert!(has(sections[0], "titlePg") && sections[1..].iter().all(|section| !has(*section, "titlePg")));
        assert!(named(document.root(), "headerReference").all(|head| w(head, "type") != Some("first")));
        let sizes = sections.iter().map(|section| {
            let size = named(*section, "pgSz").next().unwrap();
            (w(size, "w").unwrap(), w(size, "h").unwrap(), w(size, "orient"))
        });
        // The list of enterprises alone is turned, among sheets that are not.
        let (upright, turned) = (("11906", "16838", None), ("16838", "11906", Some("landscape")));
        let is_turned = packet.parts.iter().any(is_turned);
        assert_eq!(is_turned, name.contains("introducer"), "{name}");
        let expected = if is_turned { vec![upright, turned, upright] } else { vec![upright] };
        assert_eq!(sizes.collect::<Vec<_>>(), expected, "{name}: A4");
        for head in (1..=expected.len().min(2)).map(|number| format!("word/header{number}.xml")) {
            let head = Document::parse(&parts[&head]).unwrap();
            assert_eq!(
                said(head.root()).replace("\n\t", "\t"),
                format!("{}\t{}", packet.filed().running(), packet.seal.line(packet.lang)),
                "{name}"
            );
        }
        let made_by = packet.seal.made_by();
        let feet = (1..).zip([false, true, false, true]).take(2 * expected.len().min(2));
        for (number, even) in feet {
            let foot = Document::parse(&parts[&format!("word/footer{number}.xml")]).unwrap();
            let ends = said(foot.root());
            let (left, right) = ends.split_once('\t').unwrap();
            let (outer, inner) = if even { (left, right) } else { (right, left) };
            assert_eq!(inner, made_by, "{name}: the binding is at the right of even pages");
            assert!(outer.starts_with("— "), "{name}: {outer}");
            let fields: Vec<&str> = named(foot.root(), "fldSimple").filter_map(|field| w(field, "instr")).collect();
            assert_eq!(fields, [" PAGE ", " NUMPAGES "]);
        }
    }
}

/// The picture on the cover, part by part as the standard of PNG has it.
#[test]
fn a_camera_reads_the_code_on_the_cover() {
    for Filed { name, packet, file, parts } in files() {
        let png = picture(file);
        let mut rest = png.strip_prefix(b"\x89PNG\r\n\x1a\n").unwrap();
        let mut chunks = BTreeMap::new();
        while let Some((length, after)) = rest.split_first_chunk::<4>() {
            let (chunk, after) = after.split_at(4 + u32::from_be_bytes(*length) as usize);
            let (sum, after) = after.split_first_chunk::<4>().unwrap();
            let mut reckoned = flate2::Crc::new();
            reckoned.update(chunk);
            assert_eq!(u32::from_be_bytes(*sum), reckoned.sum(), "{name}");
            chunks.insert(String::from_utf8(chunk[..4].to_vec()).unwrap(), &chunk[4..]);
            rest = after;
        }
        assert_eq!(chunks.keys().collect::<Vec<_>>(), ["IDAT", "IEND", "IHDR"]);
        let (width, kind) = chunks["IHDR"].split_first_chunk::<4>().unwrap();
        let (height, kind) = kind.split_first_chunk::<4>().unwrap();
        assert_eq!((width, kind), (height, &[1, 0, 0, 0, 0][..]), "one bit of grey a dot");
        let side = u32::from_be_bytes(*width) as usize;
        let mut dots = Vec::new();
        flate2::read::ZlibDecoder::new(chunks["IDAT"]).read_to_end(&mut dots).unwrap();
        let lines = dots.chunks_exact(side / 8 + 1);
        assert_eq!((lines.len(), lines.remainder().len()), (side, 0));
        let grey: Vec<u8> = lines
            .flat_map(|line| (0..side).map(|x| if line[1 + x / 8] >> (7 - x % 8) & 1 == 1 { 255 } else { 0 }))
            .collect();
        assert_eq!(scanned(&grey, side), [packet.cover.qr.as_str()], "{name}");

        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let inline = document.descendants().find(|node| node.tag_name().name() == "inline").unwrap();
        let of = |name| inline.descendants().find(|node| node.tag_name().name() == name).unwrap();
        assert_eq!([of("extent").attribute("cx"), of("extent").attribute("cy")], [Some("899795"); 2], "25 mm");
        let told = if packet.lang == Lang::Zh { "核验二维码" } else { "Verification code for a camera" };
        assert_eq!(of("docPr").attribute("descr"), Some(told));
        let ids: Vec<&str> = document
            .descendants()
            .filter(|node| node.tag_name().name() == "docPr")
            .filter_map(|node| node.attribute("id"))
            .collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: {ids:?}");
    }
}

#[test]
fn a_text_too_long_for_a_code_leaves_the_cover_without_one() {
    let mut packet = bank();
    packet.cover.qr = "x".repeat(5_000);
    let parts = unzip(&docx(&packet.filed()).unwrap());
    assert!(!parts["word/document.xml"].contains("wp:inline"));
    assert!(!parts["word/_rels/document.xml.rels"].contains("media"));
}

#[test]
fn a_table_does_not_stick_to_the_paragraph_over_it() {
    let mut after = 0;
    for Filed { name, packet, parts, .. } in files() {
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        for part in &packet.parts {
            for pair in part.blocks.windows(2) {
                let (Block::Paragraph(text), Block::Pairs(_) | Block::Table(_)) = (&pair[0], &pair[1]) else {
                    continue;
                };
                let paragraph = named(document.root(), "p").find(|paragraph| said(*paragraph) == *text).unwrap();
                let next = paragraph.next_sibling_element().unwrap();
                assert_eq!(style(next), "TableGap", "{name}: {text}");
                assert!(has(next, "keepNext") && !has(next, "tbl"));
                after += 1;
            }
        }
    }
    assert!(after > 10, "{after}");
}

// ── tables break well ────────────────────────────────────────────────────

#[test]
fn heads_come_again_and_rows_do_not_split() {
    for Filed { name, packet, parts, .. } in files() {
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        assert!(named(document.root(), "tr").all(|row| has(row, "cantSplit")), "{name}");
        let repeated: Vec<Node> = named(document.root(), "tr").filter(|row| has(*row, "tblHeader")).collect();
        let apart: Vec<&Table> = tables(packet).filter(|table| !table.joined).collect();
        assert_eq!(repeated.len(), apart.len(), "{name}: every table that begins with its head repeats it");
        for (row, table) in repeated.iter().zip(apart) {
            let heads: Vec<String> = named(*row, "tc").map(said).collect();
            assert_eq!(heads, table.columns.iter().map(|column| column.head.clone()).collect::<Vec<_>>());
            assert!(row.prev_sibling_element().is_some_and(|before| before.has_tag_name((W, "tblGrid"))));
        }
        for table in named(document.root(), "tbl") {
            let grid: Vec<u32> =
                named(table, "gridCol").map(|column| w(column, "w").unwrap().parse().unwrap()).collect();
            for row in named(table, "tr") {
                let mut spanned = 0;
                for cell in named(row, "tc") {
                    let span =
                        named(cell, "gridSpan").next().map_or(1, |span| w(span, "val").unwrap().parse().unwrap());
                    let width: u32 = w(named(cell, "tcW").next().unwrap(), "w").unwrap().parse().unwrap();
                    assert_eq!(
                        width,
                        grid[spanned..spanned + span].iter().sum::<u32>(),
                        "{name}: a cell as its columns"
                    );
                    spanned += span;
                }
                assert_eq!(spanned, grid.len(), "{name}: a row as wide as its table");
            }
        }
        for row in named(document.root(), "tr") {
            let cells: Vec<Node> = named(row, "tc").collect();
            let total = cells.first().is_some_and(|cell| {
                tables(packet).flat_map(|table| &table.totals).any(|total| total.name == said(*cell))
            });
            if total && cells.len() == 3 {
                assert!(named(row, "p").map(style).eq(["TableHead", "TableWords", "TableNumber"]), "{name}");
                let before = row.prev_sibling_element().unwrap();
                assert!(named(before, "p").all(|paragraph| has(paragraph, "keepNext")), "{name}: a sum left alone");
            }
        }
    }
}

/// What stays together at the end of a table fills a quarter of a page, and is never less than three rows; as many stay
/// before it, where there are enough.
#[test]
fn the_last_page_of_a_table_is_worth_its_sheet() {
    for (lines, all, rows) in [(1, 40, 7), (2, 40, 4), (4, 40, 3), (1, 9, 6), (2, 6, 3)] {
        let mut packet = bank();
        packet.parts[1].blocks.retain(|block| matches!(block, Block::Table(_)));
        packet.parts[1].blocks.truncate(1);
        let Some(Block::Table(table)) = packet.parts[1].blocks.first_mut() else { panic!("it has a table") };
        let row = vec![Value::from("密\n".repeat(lines).trim()); table.columns.len()];
        (table.rows, table.totals, table.joined) = (vec![row; all], Vec::new(), false);
        table.label = "long".to_owned();
        let parts = unzip(&docx(&packet.filed()).unwrap());
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let long = named(document.root(), "tbl")
            .find(|table| named(*table, "tblCaption").any(|label| w(label, "val") == Some("long")))
            .unwrap();
        let drawn: Vec<Node> = named(long, "tr").collect();
        let kept = drawn.iter().rev().skip(1).take_while(|row| has(**row, "keepNext")).count();
        assert_eq!(1 + kept, rows, "{all} rows of {lines} lines");
    }
}

#[test]
fn columns_are_as_wide_as_the_packet_says() {
    for Filed { packet, parts, .. } in files() {
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let heads = named(document.root(), "tr").filter(|row| has(*row, "tblHeader"));
        let of_parts = packet.parts.iter().flat_map(|part| {
            let width = if is_turned(part) { 14_570 } else { 8_845 };
            tables_of(part).map(move |table| (width, table))
        });
        for (row, (whole, table)) in heads.zip(of_parts.filter(|(_, table)| !table.joined)) {
            for (cell, column) in named(row, "tc").zip(&table.columns) {
                let width: u32 = w(named(cell, "tcW").next().unwrap(), "w").unwrap().parse().unwrap();
                let told = whole * u32::from(column.width) / 100;
                assert!(column.width == 0 || width.abs_diff(told) <= 120, "{} {width} {told}", table.label);
            }
        }
    }
}

#[test]
fn amounts_are_set_at_the_right() {
    let mut amounts = 0;
    for Filed { name, packet, parts, .. } in files() {
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let set: Vec<(String, &str)> = named(document.root(), "tc")
            .filter_map(|cell| named(cell, "p").next())
            .map(|paragraph| (said(paragraph), style(paragraph)))
            .collect();
        for value in tables(packet).flat_map(|table| table.rows.iter().flatten()) {
            if let Value::Money(amount) = value {
                amounts += 1;
                let told = (amount.grouped(), "TableNumber");
                assert!(set.contains(&told), "{name}: {told:?}");
            }
        }
    }
    assert!(amounts > 50, "{amounts}");
}

#[test]
fn a_signature_takes_the_words_before_it_along() {
    let mut signed = 0;
    for Filed { name, parts, .. } in files() {
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let is_signature = |node: &Node| node.has_tag_name((W, "p")) && style(*node).starts_with("Signature");
        for first in named(document.root(), "p").filter(is_signature) {
            let mut before = first.prev_sibling_element().unwrap();
            if is_signature(&before) {
                continue;
            }
            signed += 1;
            if style(before) == "TableGap" && !has(before, "tbl") {
                assert!(has(before, "keepNext"), "{name}");
                before = before.prev_sibling_element().unwrap();
            }
            let kept = match before.has_tag_name((W, "tbl")) {
                true => named(before, "tr").last().unwrap(),
                false => before,
            };
            assert!(
                named(kept, "p").chain([kept]).any(|paragraph| has(paragraph, "keepNext")),
                "{name}: {}",
                said(kept)
            );
        }
    }
    assert!(signed > 60, "{signed}");
}

/// Six undertakings and a signature run over by a line or two: they are set closer, and fill one page.
#[test]
fn what_would_leave_little_on_a_page_is_set_closer() {
    let of = |name: &str| files().iter().find(|filed| filed.name == name).unwrap();
    for (name, closer) in [("association.zh-CN", true), ("bank.zh-CN", false)] {
        let Filed { packet, parts, .. } = of(name);
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let undertakings = packet.parts.iter().position(|part| part.id == "undertaking").unwrap();
        let used: BTreeSet<&str> = named(document.root(), "p").map(style).collect();
        assert_eq!(used.contains("ListTight"), closer, "{name}");
        // The contents bear no page of their own part.
        let begins = pages_told(&document);
        let pages = begins[undertakings] - begins[undertakings - 1];
        assert_eq!(pages, if closer { 1 } else { 2 }, "{name}");
    }
}

// ── hostile text ─────────────────────────────────────────────────────────

#[test]
fn text_survives_as_it_was_written() {
    let sixty = "密".repeat(60);
    let hostile = [
        "<w:p>&amp;]]></w:t>\"'",
        "𠮷野家𡈽 👩‍👩‍👧‍👦 🏦",
        "\u{200f}\u{202e}abc\u{202c}\u{2067}שלום\u{2069}\u{200e}",
        "=HYPERLINK(\"http://x\")",
        "  two  spaces  ",
        &sixty,
    ];
    for text in hostile {
        let mut packet = bank();
        packet.name = text.to_owned();
        packet.cover.lines[0].1 = text.to_owned();
        packet.parts[1].blocks.push(Block::Paragraph(text.to_owned()));
        for block in &mut packet.parts[1].blocks {
            if let Block::Table(table) = block {
                table.label = text.to_owned();
                table.rows[0][1] = Value::from(text);
            }
        }
        let parts = unzip(&docx(&packet.filed()).unwrap());
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let paragraphs: Vec<String> = named(document.root(), "p").map(said).collect();
        assert_eq!(paragraphs.iter().filter(|said| *said == text).count(), 3, "{text}");
        assert!(named(document.root(), "tblCaption").any(|label| w(label, "val").unwrap().contains(text)));
        let head = Document::parse(&parts["word/header1.xml"]).unwrap();
        assert!(said(head.root()).starts_with(&format!("草稿　{text}")));
        let core = Document::parse(&parts["docProps/core.xml"]).unwrap();
        assert!(core.descendants().any(|node| node.text() == Some(text)), "{text}");
    }
}

#[test]
fn signs_that_files_do_not_hold_are_left_out() {
    let mut packet = bank();
    let signs: String =
        (0..0x20).chain(0x7f..0xa0).map(char::from).chain(['\u{fffe}', '\u{ffff}', '\u{fffd}']).collect();
    packet.name = format!("a{}b", signs.replace(['\n', '\r', '\t'], ""));
    packet.parts[1].blocks.push(Block::Paragraph(format!("a{signs}b")));
    let parts = unzip(&docx(&packet.filed()).unwrap());
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    assert!(named(document.root(), "p").map(said).any(|said| said == "a\t\n\u{fffd}b"));
    let head = Document::parse(&parts["word/header1.xml"]).unwrap();
    assert!(said(head.root()).starts_with("草稿　a\u{fffd}b"));
}

#[test]
fn a_name_is_the_same_in_word_in_excel_and_on_the_page() {
    let mut draft = examples::ALL[0].draft().unwrap();
    let signs = (0..0x20).chain(0x7f..0xa0).map(char::from).filter(|sign| !"\t\n".contains(*sign));
    let name = format!("密{}云", signs.chain(['\u{fffe}', '\u{ffff}']).collect::<String>());
    draft.facts.set(&NAME.spec, Some(Answer::Words(name.as_str().into()))).unwrap();
    let packet = lay_out(&draft, Lang::Zh);
    assert_eq!(packet.name, name);

    let head = unzip(&docx(&packet.filed()).unwrap()).remove("word/header1.xml").unwrap();
    assert!(said(Document::parse(&head).unwrap().root()).starts_with("草稿　密云"));
    let day = Date::new(2026, 11, 23).unwrap();
    let workbook = xlsx::workbook(&draft, &draft.claimed(true), Lang::Zh, day).unwrap();
    assert_eq!(xlsx::read(&workbook).unwrap().draft.facts.get(&NAME), Some("密云"));
    assert_eq!(html::escape(&name), "密云");
}

/// The pages that the contents show.
fn pages_told(document: &Document) -> Vec<usize> {
    let links = named(document.root(), "hyperlink").filter_map(|link| named(link, "fldSimple").next());
    links.map(|field| said(field).parse().unwrap()).collect()
}

// ── LibreOffice ──────────────────────────────────────────────────────────

/// Settings that let LibreOffice see two families alone, whatever else is installed: Noto CJK, and Liberation, whose
/// signs are as wide as those of Times New Roman and Arial.
fn pinned_fonts(folder: &Path) -> PathBuf {
    let faces = ["NotoSansCJK", "NotoSerifCJK", "LiberationSerif", "LiberationSans"];
    let list = Command::new("fc-list").args(["--format", "%{file}\\n"]).output().expect("fc-list");
    let list = String::from_utf8(list.stdout).unwrap();
    let fonts = folder.join("fonts");
    let _ = std::fs::remove_dir_all(&fonts);
    std::fs::create_dir_all(&fonts).unwrap();
    for face in faces {
        let of_face = list.lines().map(Path::new).filter(|file| {
            let name = file.file_stem().unwrap().to_string_lossy();
            name.strip_prefix(face).is_some_and(|style| ["-Regular", "-Bold"].contains(&style))
        });
        let mut copied = 0;
        for file in of_face {
            std::fs::copy(file, fonts.join(file.file_name().unwrap())).unwrap();
            copied += 1;
        }
        assert!(copied >= 1, "{face} is not installed (Debian: fonts-noto-cjk fonts-liberation)");
    }
    let family = |asked: &str, given: &str| {
        format!("<alias binding=\"same\"><family>{asked}</family><accept><family>{given}</family></accept></alias>")
    };
    let settings = [
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>".to_owned(),
        format!("<dir>{}</dir><cachedir>{}</cachedir>", fonts.display(), folder.join("cache").display()),
        family("Times New Roman", "Liberation Serif"),
        family("Arial", "Liberation Sans"),
        "</fontconfig>".to_owned(),
    ];
    let file = folder.join("fonts.conf");
    std::fs::write(&file, settings.concat()).unwrap();
    file
}

/// Needs `soffice`, `pdftotext` and `pdfinfo`; run with `-- --ignored`. The files stay in the target directory's `tmp`
/// for looking at.
#[test]
#[ignore = "needs LibreOffice"]
fn libreoffice_opens_it_page_by_page() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docx");
    std::fs::create_dir_all(&folder).unwrap();
    let mut convert = Command::new("soffice");
    convert.env("FONTCONFIG_FILE", pinned_fonts(&folder));
    convert.arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
    convert.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(&folder);
    for Filed { name, packet, .. } in files() {
        let file = folder.join(format!("{name}.docx"));
        std::fs::write(&file, docx(&packet.filed()).unwrap()).unwrap();
        convert.arg(file);
    }
    assert!(convert.output().expect("soffice").status.success());
    let mut exact = 0;
    for Filed { name, packet, parts, .. } in files() {
        let pdf = folder.join(format!("{name}.pdf"));
        let read = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().expect("pdftotext");
        let text = String::from_utf8(read.stdout).unwrap();
        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        assert!(pages.len() > packet.parts.len(), "{name}: a page a part, and the cover");
        assert!(squeezed(pages[1]).contains(&squeezed(&packet.parts[0].title)), "{name}: the cover is one page");
        assert!(!pages[0].contains('—') || !pages[0].contains(" / "), "{name}: no page number on the cover");
        let code = squeezed(&packet.seal.line(packet.lang));
        let made_by = packet.seal.made_by();
        for (number, page) in pages.iter().enumerate().skip(1) {
            let page = squeezed(page);
            assert!(page.starts_with(&squeezed(&packet.filed().running())), "{name} {number}: head\n{page}");
            assert!(page.contains(&code), "{name} {number}: code");
            let outer = format!("—{}/{}—", number + 1, pages.len());
            let foot = if number % 2 == 1 { outer + &made_by } else { made_by.clone() + &outer };
            assert!(page.ends_with(&foot), "{name} {number}: {foot}\n{page}");
        }
        let mut drawn = Command::new("pdftoppm");
        let drawn = drawn.args(["-gray", "-r", "150", "-l", "1"]).arg(&pdf).output().expect("pdftoppm").stdout;
        let mut head = drawn.splitn(4, |byte| *byte == b'\n');
        assert_eq!(head.next(), Some(&b"P5"[..]));
        let size = std::str::from_utf8(head.next().unwrap()).unwrap();
        let grey = head.nth(1).unwrap();
        let width = size.split(' ').next().unwrap().parse().unwrap();
        assert_eq!(scanned(grey, width), [packet.cover.qr.as_str()], "{name}: a camera reads the cover");
        let told = pages_told(&Document::parse(&parts["word/document.xml"]).unwrap());
        let mut found = Vec::new();
        let mut from = 1;
        for part in &packet.parts {
            let title = squeezed(&part.title);
            // Under a head of up to three lines.
            let begins = |page: &&str| {
                page.lines().map(squeezed).filter(|line| !line.is_empty()).take(4).any(|line| line == title)
            };
            let place = pages[from..].iter().position(begins);
            from += place.unwrap_or_else(|| panic!("{name}: {title} begins no page")) + 1;
            found.extend((part.id != "contents").then_some(from));
        }
        assert_eq!(found.first(), Some(&3), "{name}: the contents are one page");
        // First values of fields that Word works out anew: reckoned by the widths of Times New Roman.
        let off = told.iter().zip(&found).map(|(told, found)| told.abs_diff(*found)).max();
        assert_eq!(told.len(), found.len(), "{name}");
        assert!(off.is_some_and(|off| off <= 2), "{name}: the contents show {told:?}, it is {found:?}");
        exact += usize::from(off == Some(0));
        let whole = squeezed(&text);
        for table in tables(packet) {
            for total in &table.totals {
                assert!(whole.contains(&squeezed(&total.amount.grouped())), "{name}: {}", total.amount.grouped());
            }
        }
    }
    assert!(4 * exact > 3 * files().len(), "most contents show the right pages before they are worked out: {exact}");
}
