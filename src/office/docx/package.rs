//! The parts of the file, and the archive that holds them.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::office::docx::xml::{Element, element};
use crate::text::Lang;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// The parts that the document names: their relationship, file, and kind in content types.
const PARTS: &[(&str, &str, &str)] = &[
    ("styles", "styles.xml", "styles"),
    ("settings", "settings.xml", "settings"),
    ("numbering", "numbering.xml", "numbering"),
    ("fontTable", "fontTable.xml", "fontTable"),
];
/// The relationship of the picture on the cover, after those of the parts.
pub(super) const PICTURE: &str = "rId5";
const PICTURE_FILE: &str = "media/image1.png";

/// What runs along the sheets that lie one way: the head, the foot of pages at the right hand and of those at the left.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) head: Element,
    pub(super) foot: Element,
    pub(super) foot_even: Element,
}

/// The relationships of head, foot and even foot of a kind of sheets, counted from 0.
pub(super) fn running_ids(kind: usize) -> [String; 3] {
    [6, 7, 8].map(|first| format!("rId{}", first + 3 * kind))
}

/// Their files, with their kind in relationships and content types.
fn running_files(kind: usize) -> [(&'static str, String); 3] {
    let foot = |number: usize| ("footer", format!("footer{}.xml", 2 * kind + number));
    [("header", format!("header{}.xml", kind + 1)), foot(1), foot(2)]
}

/// The root of a part, with the names that its elements come from.
pub(super) fn root(name: &'static str) -> Element {
    element(name)
        .with("xmlns:w", MAIN)
        .with("xmlns:r", RELATIONSHIPS)
        .with("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")
        .with("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
        .with("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture")
        .with("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006")
        .with("xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape")
}

/// What a file is made of.
pub(super) struct Package {
    pub(super) lang: Lang,
    /// The title and the author among the file's properties.
    pub(super) title: String,
    pub(super) author: String,
    pub(super) styles: String,
    pub(super) document: Element,
    /// The picture on the cover, a PNG.
    pub(super) picture: Option<Vec<u8>>,
    /// What runs along each kind of sheets, upright ones first.
    pub(super) running: Vec<Running>,
}

impl Package {
    /// The file. The same package gives the same bytes.
    ///
    /// # Errors
    /// Where the archive cannot hold its parts, which are far below its limits.
    pub(super) fn zip(&self) -> io::Result<Vec<u8>> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let parts = [
            ("[Content_Types].xml", content_types(self.running.len()).into_bytes()),
            ("_rels/.rels", package_rels().into_bytes()),
            ("docProps/core.xml", self.core().document()?),
            ("word/document.xml", self.document.document()?),
            ("word/_rels/document.xml.rels", self.document_rels().into_bytes()),
            ("word/styles.xml", self.styles.clone().into_bytes()),
            ("word/settings.xml", settings().into_bytes()),
            ("word/numbering.xml", numbering(self.lang).into_bytes()),
            ("word/fontTable.xml", font_table().into_bytes()),
        ];
        let mut parts: Vec<(String, Vec<u8>)> =
            parts.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
        for (kind, Running { head, foot, foot_even }) in self.running.iter().enumerate() {
            for ((_, file), part) in running_files(kind).into_iter().zip([head, foot, foot_even]) {
                parts.push((format!("word/{file}"), part.document()?));
            }
        }
        parts.extend(self.picture.iter().map(|picture| (format!("word/{PICTURE_FILE}"), picture.clone())));
        for (name, bytes) in parts {
            zip.start_file(name, options)?;
            zip.write_all(&bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    /// The file's properties, without dates: the library has no clock.
    fn core(&self) -> Element {
        element("cp:coreProperties")
            .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
            .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
            .child(element("dc:title").text(&self.title))
            .child(element("dc:creator").text(&self.author))
            .child(element("dc:language").text(self.lang.tag()))
    }

    fn document_rels(&self) -> String {
        let of = |id: String, kind: &str, file: &str| (id, format!("{RELATIONSHIPS}/{kind}"), file.to_owned());
        let fixed = PARTS.iter().zip(1..).map(|((kind, file, _), number)| of(format!("rId{number}"), kind, file));
        let picture = self.picture.iter().map(|_| of(PICTURE.to_owned(), "image", PICTURE_FILE));
        let running = (0..self.running.len())
            .flat_map(|kind| running_ids(kind).into_iter().zip(running_files(kind)))
            .map(|(id, (kind, file))| of(id, kind, &file));
        rels(fixed.chain(picture).chain(running))
    }
}

fn content_types(kinds: usize) -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let of = |file: &str, kind: &str| format!(r#"<Override PartName="/word/{file}" ContentType="{word}.{kind}+xml"/>"#);
    let mut parts: String = PARTS.iter().map(|(_, file, kind)| of(file, kind)).collect();
    parts.extend((0..kinds).flat_map(running_files).map(|(kind, file)| of(&file, kind)));
    format!(
        concat!(
            "{}",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>"#,
            r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
            r#"<Override PartName="/word/document.xml" ContentType="{}.document.main+xml"/>"#,
            "{}</Types>",
        ),
        DECLARATION, word, parts,
    )
}

/// Relationships: id, kind and target.
fn rels(relationships: impl Iterator<Item = (String, String, String)>) -> String {
    let relationships: String = relationships
        .map(|(id, kind, target)| format!(r#"<Relationship Id="{id}" Type="{kind}" Target="{target}"/>"#))
        .collect();
    format!(
        r#"{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationships}</Relationships>"#
    )
}

fn package_rels() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let of = |id: &str, kind: String, target: &str| (id.to_owned(), kind, target.to_owned());
    rels(
        [
            of("rId1", format!("{RELATIONSHIPS}/officeDocument"), "word/document.xml"),
            of("rId2", core.to_owned(), "docProps/core.xml"),
        ]
        .into_iter(),
    )
}

/// Fields are worked out when the file is opened; pages differ on the left and on the right.
fn settings() -> String {
    let compat: String = [
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    ]
    .map(|(name, value)| {
        format!(
            r#"<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>"#
        )
    })
    .concat();
    format!(
        concat!(
            r#"{}<w:settings xmlns:w="{}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>"#,
            r#"<w:characterSpacingControl w:val="compressPunctuation"/><w:updateFields w:val="true"/>"#,
            r#"<w:compat><w:useFELayout/>{}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>"#,
            r#"<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"#,
        ),
        DECLARATION, MAIN, compat,
    )
}

/// The numbers in the contents: 一、二、 or 1. 2.
fn numbering(lang: Lang) -> String {
    let (format, text, suffix) = match lang {
        Lang::Zh => ("chineseCountingThousand", "%1、", "nothing"),
        Lang::En => ("decimal", "%1.", "space"),
    };
    format!(
        concat!(
            r#"{}<w:numbering xmlns:w="{}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>"#,
            r#"<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:pStyle w:val="TOC1"/><w:suff w:val="{}"/>"#,
            r#"<w:lvlText w:val="{}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>"#,
            r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#,
        ),
        DECLARATION, MAIN, format, suffix, text,
    )
}

/// The faces, and what stands in for one that a machine does not have.
fn font_table() -> String {
    let fonts: String = [
        ("方正小标宋简体", "宋体", "86", "roman"),
        ("仿宋", "仿宋_GB2312", "86", "modern"),
        ("黑体", "SimHei", "86", "modern"),
        ("楷体", "楷体_GB2312", "86", "modern"),
        ("宋体", "SimSun", "86", "auto"),
        ("Times New Roman", "Liberation Serif", "00", "roman"),
        ("Arial", "Liberation Sans", "00", "swiss"),
    ]
    .map(|(name, other, charset, family)| {
        format!(
            r#"<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="{charset}"/><w:family w:val="{family}"/></w:font>"#
        )
    })
    .concat();
    format!(r#"{DECLARATION}<w:fonts xmlns:w="{MAIN}">{fonts}</w:fonts>"#)
}
