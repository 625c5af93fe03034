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
    ("header", "header1.xml", "header"),
    ("footer", "footer1.xml", "footer"),
    ("footer", "footer2.xml", "footer"),
];
/// The relationships of the running parts.
pub(super) const HEADER: &str = "rId5";
/// The foot of pages at the right hand.
pub(super) const FOOTER: &str = "rId6";
/// The foot of pages at the left hand.
pub(super) const FOOTER_EVEN: &str = "rId7";
/// The picture on the cover, which comes after the parts.
pub(super) const PICTURE: &str = "rId8";
const PICTURE_FILE: &str = "media/image1.png";

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
    pub(super) header: Element,
    pub(super) footer: Element,
    pub(super) footer_even: Element,
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
            ("[Content_Types].xml", content_types().into_bytes()),
            ("_rels/.rels", package_rels().into_bytes()),
            ("docProps/core.xml", self.core().document()?),
            ("word/document.xml", self.document.document()?),
            ("word/_rels/document.xml.rels", document_rels(self.picture.is_some()).into_bytes()),
            ("word/styles.xml", self.styles.clone().into_bytes()),
            ("word/settings.xml", settings().into_bytes()),
            ("word/numbering.xml", numbering(self.lang).into_bytes()),
            ("word/fontTable.xml", font_table().into_bytes()),
            ("word/header1.xml", self.header.document()?),
            ("word/footer1.xml", self.footer.document()?),
            ("word/footer2.xml", self.footer_even.document()?),
        ];
        let picture = self.picture.iter().map(|picture| (format!("word/{PICTURE_FILE}"), picture.clone()));
        for (name, bytes) in parts.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).chain(picture) {
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
}

fn content_types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let parts: String = PARTS
        .iter()
        .map(|(_, file, kind)| format!(r#"<Override PartName="/word/{file}" ContentType="{word}.{kind}+xml"/>"#))
        .collect();
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

fn rels<'a>(relationships: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let relationships: String = relationships
        .enumerate()
        .map(|(index, (kind, target))| {
            format!(r#"<Relationship Id="rId{}" Type="{kind}" Target="{target}"/>"#, index + 1)
        })
        .collect();
    format!(
        r#"{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationships}</Relationships>"#
    )
}

fn package_rels() -> String {
    let document = format!("{RELATIONSHIPS}/officeDocument");
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    rels([(document.as_str(), "word/document.xml"), (core, "docProps/core.xml")].into_iter())
}

fn document_rels(picture: bool) -> String {
    let picture = picture.then_some(("image", PICTURE_FILE));
    let parts: Vec<(String, &str)> = PARTS
        .iter()
        .map(|(kind, file, _)| (*kind, *file))
        .chain(picture)
        .map(|(kind, file)| (format!("{RELATIONSHIPS}/{kind}"), file))
        .collect();
    rels(parts.iter().map(|(kind, file)| (kind.as_str(), *file)))
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
