//! The styles: what makes the file look as it does, and what an editor changes.
//!
//! Built-in ones bear the English names that Word, WPS and LibreOffice know and show in their own language; the others
//! are named in Chinese with an English alias.

mod paragraphs;

use std::fmt::{self, Write};

use crate::office::docx::measure::{Setting, Spacing};
use crate::office::docx::styles::paragraphs::paragraphs;
use crate::text::Lang;

/// A style.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Key {
    Normal,
    BodyText,
    BodyTextTight,
    List,
    ListTight,
    Title,
    Subtitle,
    Heading1,
    Heading2,
    Heading3,
    TocHeading,
    AnnexTitle,
    InternalTitle,
    Toc1,
    Toc2,
    ContentsNote,
    Note,
    Caption,
    Signature,
    SignatureTight,
    SignatureTurned,
    SealWord,
    Header,
    HeaderTurned,
    Footer,
    FooterTurned,
    FooterEven,
    FooterEvenTurned,
    TableText,
    TableHead,
    TableMiddle,
    TableNumber,
    TableWords,
    TableOpinion,
    TableGap,
    PartEnd,
    CoverTop,
    CoverRule,
    CoverName,
    CoverValue,
    CoverNote,
    CoverCode,
    /// The style of tables with rules.
    Ruled,
    RuledTight,
    /// The style of the lines on the cover.
    Lines,
    /// The style of links.
    Hyperlink,
    /// The style of rules and program at the foot.
    MadeBy,
}

impl Key {
    /// The key in the file.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Normal => "Normal",
            Self::BodyText => "BodyText",
            Self::BodyTextTight => "BodyTextTight",
            Self::List => "List",
            Self::ListTight => "ListTight",
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Heading1 => "Heading1",
            Self::Heading2 => "Heading2",
            Self::Heading3 => "Heading3",
            Self::TocHeading => "TOCHeading",
            Self::AnnexTitle => "AnnexTitle",
            Self::InternalTitle => "InternalTitle",
            Self::Toc1 => "TOC1",
            Self::Toc2 => "TOC2",
            Self::ContentsNote => "ContentsNote",
            Self::Note => "PaperNote",
            Self::Caption => "Caption",
            Self::Signature => "Signature",
            Self::SignatureTight => "SignatureTight",
            Self::SignatureTurned => "SignatureTurned",
            Self::SealWord => "SealWord",
            Self::Header => "Header",
            Self::HeaderTurned => "HeaderTurned",
            Self::Footer => "Footer",
            Self::FooterTurned => "FooterTurned",
            Self::FooterEven => "FooterEven",
            Self::FooterEvenTurned => "FooterEvenTurned",
            Self::TableText => "TableText",
            Self::TableHead => "TableHead",
            Self::TableMiddle => "TableMiddle",
            Self::TableNumber => "TableNumber",
            Self::TableWords => "TableWords",
            Self::TableOpinion => "TableOpinion",
            Self::TableGap => "TableGap",
            Self::PartEnd => "PartEnd",
            Self::CoverTop => "CoverTop",
            Self::CoverRule => "CoverRule",
            Self::CoverName => "CoverName",
            Self::CoverValue => "CoverValue",
            Self::CoverNote => "CoverNote",
            Self::CoverCode => "CoverCode",
            Self::Ruled => "Ruled",
            Self::RuledTight => "RuledTight",
            Self::Lines => "CoverLines",
            Self::Hyperlink => "Hyperlink",
            Self::MadeBy => "MadeBy",
        }
    }
}

impl Key {
    /// The style in a part that is set so.
    pub(super) const fn set(self, setting: Setting) -> Self {
        match (setting, self) {
            (Setting::Tight, Self::BodyText) => Self::BodyTextTight,
            (Setting::Tight, Self::List) => Self::ListTight,
            (Setting::Tight, Self::Signature) => Self::SignatureTight,
            (Setting::Tight, Self::Ruled) => Self::RuledTight,
            (_, usual) => usual,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// The name of [`Key::AnnexTitle`], by which the contents find annexes.
pub(super) const ANNEX_TITLE: &str = "附件标题";

/// A paragraph style.
struct Style {
    key: Key,
    /// Its name, and where that is not one of Word's own, an English alias.
    name: [&'static str; 2],
    based: Key,
    next: Key,
    /// Properties of the paragraph and of its signs, in the order of the standard.
    paragraph: String,
    signs: String,
}

#[derive(Clone, Copy)]
enum Face {
    /// 仿宋: what is read.
    Body,
    /// 小标宋: titles.
    Title,
    /// 黑体: headings of the first level, heads of tables.
    Hei,
    /// 楷体: headings of the second level.
    Kai,
    /// 宋体: page numbers.
    Song,
}

impl Face {
    fn fonts(self, lang: Lang) -> String {
        let (latin, east) = match self {
            Self::Body => ("Times New Roman", "仿宋"),
            Self::Title => ("Times New Roman", "方正小标宋简体"),
            Self::Hei => ("Arial", "黑体"),
            Self::Kai => ("Times New Roman", "楷体"),
            Self::Song => ("Times New Roman", "宋体"),
        };
        // Quotes and dashes belong to both scripts: in Chinese they are full width, in English they are not.
        let hint = match lang {
            Lang::Zh => "eastAsia",
            Lang::En => "default",
        };
        format!(r#"<w:rFonts w:hint="{hint}" w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>"#)
    }
}

/// The signs of a face, so many half points high.
fn signs(face: Face, half_points: u32, lang: Lang) -> String {
    format!(r#"{}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#, face.fonts(lang))
}

/// Lines of exactly so many twentieths of a point, with room before and after.
fn lines(before: u32, after: u32, line: u32) -> String {
    format!(r#"<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>"#)
}

fn spaced(spacing: Spacing) -> String {
    lines(spacing.before, spacing.after, spacing.line)
}

/// Lines as high as they must be, in 240ths.
fn loose(before: u32, after: u32, line: u32) -> String {
    format!(r#"<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>"#)
}

/// No room between figures and Chinese: an amount is one word.
const TIGHT: &str = r#"<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>"#;
const LEFT: &str = r#"<w:jc w:val="left"/>"#;
const CENTER: &str = r#"<w:jc w:val="center"/>"#;
const RIGHT: &str = r#"<w:jc w:val="right"/>"#;
const JUSTIFIED: &str = r#"<w:jc w:val="both"/>"#;
const KEEP: &str = "<w:keepNext/><w:keepLines/>";

fn outline(level: u8) -> String {
    format!(r#"<w:outlineLvl w:val="{level}"/>"#)
}

/// The part that holds the styles, where so much room is left on the cover.
pub(super) fn styles(lang: Lang, rest: u32) -> String {
    let mut part = String::from(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#);
    part.push_str(r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#);
    // Figures and Latin words are English in Chinese papers too, or they would be broken anywhere.
    let _ = write!(
        part,
        r#"<w:docDefaults><w:rPrDefault><w:rPr>{}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"#,
        Face::Body.fonts(lang),
    );
    for style in paragraphs(lang, rest) {
        part.push_str(&style.xml());
    }
    let edge = |side: &str, width| format!(r#"<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="auto"/>"#);
    let borders: String = [("top", 10), ("left", 10), ("bottom", 10), ("right", 10), ("insideH", 4), ("insideV", 4)]
        .map(|(side, width)| edge(side, width))
        .concat();
    let _ = write!(
        part,
        concat!(
            r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"#,
            r#"<w:style w:type="character" w:styleId="{link}"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/></w:style>"#,
            r#"<w:style w:type="character" w:customStyle="1" w:styleId="{made}"><w:name w:val="规则与程序"/><w:aliases w:val="Made By"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>"#,
            r#"<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"#,
            r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
            r#"<w:style w:type="table" w:customStyle="1" w:styleId="{table}"><w:name w:val="公文表格"/><w:aliases w:val="Ruled Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar><w:top w:w="{height}" w:type="dxa"/><w:left w:w="{cell}" w:type="dxa"/><w:bottom w:w="{height}" w:type="dxa"/><w:right w:w="{cell}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
            r#"<w:style w:type="table" w:customStyle="1" w:styleId="{tight}"><w:name w:val="公文表格紧排"/><w:aliases w:val="Tight Ruled Table"/><w:basedOn w:val="{table}"/><w:tblPr><w:tblCellMar><w:top w:w="{closer}" w:type="dxa"/><w:left w:w="{cell}" w:type="dxa"/><w:bottom w:w="{closer}" w:type="dxa"/><w:right w:w="{cell}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
            r#"<w:style w:type="table" w:customStyle="1" w:styleId="{lines}"><w:name w:val="封面表格"/><w:aliases w:val="Cover Lines"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
            "</w:styles>",
        ),
        link = Key::Hyperlink,
        made = Key::MadeBy,
        table = Key::Ruled,
        lines = Key::Lines,
        borders = borders,
        tight = Key::RuledTight,
        cell = Setting::Usual.padding().1,
        height = Setting::Usual.padding().0,
        closer = Setting::Tight.padding().0,
    );
    part
}

impl Style {
    fn xml(&self) -> String {
        let Self { key, name: [name, alias], based, next, paragraph, signs } = self;
        let attribute = match (key, alias.is_empty()) {
            (Key::Normal, _) => r#" w:default="1""#,
            (_, true) => "",
            (_, false) => r#" w:customStyle="1""#,
        };
        let mut xml = format!(r#"<w:style w:type="paragraph"{attribute} w:styleId="{key}"><w:name w:val="{name}"/>"#);
        if !alias.is_empty() {
            let _ = write!(xml, r#"<w:aliases w:val="{alias}"/>"#);
        }
        if *key != Key::Normal {
            let _ = write!(xml, r#"<w:basedOn w:val="{based}"/>"#);
        }
        let _ = write!(xml, r#"<w:next w:val="{next}"/><w:qFormat/>"#);
        for (name, properties) in [("pPr", paragraph), ("rPr", signs)] {
            if !properties.is_empty() {
                let _ = write!(xml, "<w:{name}>{properties}</w:{name}>");
            }
        }
        xml + "</w:style>"
    }
}
