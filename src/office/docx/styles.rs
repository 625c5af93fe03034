//! The styles: what makes the file look as it does, and what whoever edits it changes.
//!
//! Built-in ones bear the English names that Word, WPS and LibreOffice know and show in their own language; the others
//! are named in Chinese with an English alias.

use std::fmt::{self, Write};

use crate::office::docx::measure::{
    CAPTION, CELL_PADDING, CONTENTS_NOTE, CONTENTS_NOTE_SIZE, COVER_RULE, COVER_SUB, COVER_TITLE, COVER_TOP,
    COVER_TOP_ROOM, COVER_TOP_SIZE, GAP, HEADER_SIZE, NOTE, PITCH, SIGNED, Spacing, TABLE_LINE, TEXT_WIDTH, TITLE, TOC,
    cover_line, cover_note, mm,
};
use crate::text::Lang;

/// A style.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Key {
    Normal,
    BodyText,
    List,
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
    ContentsHeading,
    ContentsNote,
    Note,
    Caption,
    Signature,
    SealWord,
    Header,
    Footer,
    FooterEven,
    TableText,
    TableHead,
    TableMiddle,
    TableNumber,
    TableWords,
    TableOpinion,
    TableGap,
    CoverTop,
    CoverRule,
    CoverName,
    CoverValue,
    CoverNote,
    CoverCode,
    /// The style of tables with rules.
    Ruled,
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
            Self::List => "List",
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
            Self::ContentsHeading => "ContentsHeading",
            Self::ContentsNote => "ContentsNote",
            Self::Note => "PaperNote",
            Self::Caption => "Caption",
            Self::Signature => "Signature",
            Self::SealWord => "SealWord",
            Self::Header => "Header",
            Self::Footer => "Footer",
            Self::FooterEven => "FooterEven",
            Self::TableText => "TableText",
            Self::TableHead => "TableHead",
            Self::TableMiddle => "TableMiddle",
            Self::TableNumber => "TableNumber",
            Self::TableWords => "TableWords",
            Self::TableOpinion => "TableOpinion",
            Self::TableGap => "TableGap",
            Self::CoverTop => "CoverTop",
            Self::CoverRule => "CoverRule",
            Self::CoverName => "CoverName",
            Self::CoverValue => "CoverValue",
            Self::CoverNote => "CoverNote",
            Self::CoverCode => "CoverCode",
            Self::Ruled => "Ruled",
            Self::Lines => "CoverLines",
            Self::Hyperlink => "Hyperlink",
            Self::MadeBy => "MadeBy",
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

/// Every paragraph style, where so much room is left on the cover.
fn paragraphs(lang: Lang, rest: u32) -> Vec<Style> {
    use Key as K;
    let style =
        |key, name, based, next, paragraph: String, signs: String| Style { key, name, based, next, paragraph, signs };
    let own = |zh, en| [zh, en];
    let known = |name| [name, ""];
    let sized = |face, half_points| signs(face, half_points, lang);
    let set = match lang {
        Lang::Zh => JUSTIFIED,
        Lang::En => LEFT,
    };
    let indent = match lang {
        Lang::Zh => r#"<w:ind w:firstLine="640" w:firstLineChars="200"/>"#,
        Lang::En => "",
    };
    let tab = |at, leader| format!(r#"<w:tabs><w:tab w:val="right"{leader} w:pos="{at}"/></w:tabs>"#);
    let dots = tab(TEXT_WIDTH, r#" w:leader="dot""#);
    let name_set = match lang {
        Lang::Zh => r#"<w:jc w:val="distribute"/>"#,
        Lang::En => LEFT,
    };
    let table = |set: &str| format!(r#"<w:widowControl/><w:snapToGrid w:val="0"/>{}{set}"#, lines(0, 0, TABLE_LINE));
    let break_before = format!(r#"{KEEP}<w:pageBreakBefore/>{}{CENTER}"#, spaced(TITLE),);
    let spread = match lang {
        Lang::Zh => r#"<w:spacing w:val="40"/><w:sz "#,
        Lang::En => "<w:sz ",
    };
    let (cover_line, cover_size) = cover_line(lang);
    let (cover_note, note_size) = cover_note(lang);
    let cover_top = Spacing { after: COVER_TOP.after + rest.min(COVER_TOP_ROOM), ..COVER_TOP };
    // Spread names keep clear of the values.
    let name_edge = match lang {
        Lang::Zh => mm(4),
        Lang::En => 0,
    };
    let seal_edge = TEXT_WIDTH - SIGNED;
    vec![
        style(
            K::Normal,
            known("Normal"),
            K::Normal,
            K::Normal,
            format!("{TIGHT}{}{set}", lines(0, 0, PITCH)),
            sized(Face::Body, 32),
        ),
        style(K::BodyText, known("Body Text"), K::Normal, K::BodyText, indent.to_owned(), String::new()),
        style(K::List, known("List"), K::BodyText, K::List, String::new(), String::new()),
        style(
            K::Title,
            known("Title"),
            K::Normal,
            K::Subtitle,
            format!("{KEEP}{}{CENTER}", spaced(COVER_TITLE)),
            sized(Face::Title, 60).replace("<w:sz ", spread),
        ),
        style(
            K::Subtitle,
            known("Subtitle"),
            K::Normal,
            K::BodyText,
            format!("{}{CENTER}", spaced(COVER_SUB)),
            sized(Face::Kai, 32),
        ),
        style(
            K::Heading1,
            known("heading 1"),
            K::Normal,
            K::BodyText,
            format!("{break_before}{}", outline(0)),
            sized(Face::Title, 44).replace("<w:sz ", spread),
        ),
        style(
            K::Heading2,
            known("heading 2"),
            K::Normal,
            K::BodyText,
            format!("{KEEP}{LEFT}{}", outline(1)),
            sized(Face::Hei, 32),
        ),
        style(
            K::Heading3,
            known("heading 3"),
            K::Normal,
            K::BodyText,
            format!("{KEEP}{LEFT}{}", outline(2)),
            sized(Face::Kai, 32),
        ),
        style(K::TocHeading, known("TOC Heading"), K::Heading1, K::BodyText, outline(9), String::new()),
        style(K::AnnexTitle, own(ANNEX_TITLE, "Annex Title"), K::Heading1, K::BodyText, String::new(), String::new()),
        style(
            K::InternalTitle,
            own("内部单标题", "Internal Title"),
            K::Heading1,
            K::BodyText,
            String::new(),
            String::new(),
        ),
        style(
            K::Toc1,
            known("toc 1"),
            K::Normal,
            K::Normal,
            format!(r#"<w:numPr><w:numId w:val="1"/></w:numPr>{dots}{}{LEFT}"#, spaced(TOC)),
            sized(Face::Body, 28),
        ),
        style(
            K::Toc2,
            known("toc 2"),
            K::Normal,
            K::Normal,
            format!("{dots}{}{LEFT}", spaced(TOC)),
            sized(Face::Body, 28),
        ),
        style(
            K::ContentsHeading,
            own("编制说明标题", "Contents Note Heading"),
            K::Normal,
            K::ContentsNote,
            format!("{KEEP}{}{LEFT}", spaced(CONTENTS_NOTE)),
            sized(Face::Kai, CONTENTS_NOTE_SIZE / 10),
        ),
        style(
            K::ContentsNote,
            own("编制说明", "Contents Note"),
            K::BodyText,
            K::ContentsNote,
            format!("{}{}", spaced(CONTENTS_NOTE), indent.replace("640", "560")),
            sized(Face::Body, CONTENTS_NOTE_SIZE / 10),
        ),
        style(K::Note, own("注释文字", "Paper Note"), K::Normal, K::BodyText, spaced(NOTE), sized(Face::Body, 24)),
        style(
            K::Caption,
            known("caption"),
            K::Normal,
            K::TableText,
            format!("{KEEP}{}{LEFT}", spaced(CAPTION)),
            sized(Face::Body, 24),
        ),
        style(
            K::Signature,
            known("Signature"),
            K::Normal,
            K::Signature,
            format!(r#"{KEEP}<w:ind w:left="{seal_edge}"/>{CENTER}"#),
            String::new(),
        ),
        style(
            K::SealWord,
            own("印章字样", "Seal Word"),
            K::Normal,
            K::SealWord,
            format!("{}{CENTER}", loose(0, 0, 240)),
            sized(Face::Body, 18),
        ),
        style(
            K::Header,
            known("header"),
            K::Normal,
            K::Header,
            format!("{}{}{LEFT}", tab(TEXT_WIDTH, ""), loose(0, 0, 240)),
            sized(Face::Body, HEADER_SIZE / 10),
        ),
        style(
            K::Footer,
            known("footer"),
            K::Normal,
            K::Footer,
            format!(
                r#"{}{}<w:ind w:right="280" w:rightChars="100"/>{LEFT}"#,
                tab(TEXT_WIDTH - 280, ""),
                loose(0, 0, 240)
            ),
            sized(Face::Song, 28),
        ),
        style(
            K::FooterEven,
            own("偶数页页脚", "Even Footer"),
            K::Footer,
            K::FooterEven,
            format!(
                r#"<w:tabs><w:tab w:val="clear" w:pos="{}"/><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs><w:ind w:left="280" w:right="0" w:leftChars="100" w:rightChars="0"/>"#,
                TEXT_WIDTH - 280
            ),
            String::new(),
        ),
        style(K::TableText, own("表格文字", "Table Text"), K::Normal, K::TableText, table(LEFT), sized(Face::Body, 21)),
        style(
            K::TableHead,
            own("表格栏目", "Table Head"),
            K::TableText,
            K::TableText,
            CENTER.to_owned(),
            sized(Face::Hei, 21),
        ),
        style(
            K::TableMiddle,
            own("表格居中", "Table Middle"),
            K::TableText,
            K::TableMiddle,
            CENTER.to_owned(),
            String::new(),
        ),
        style(
            K::TableNumber,
            own("表格数字", "Table Number"),
            K::TableText,
            K::TableNumber,
            RIGHT.to_owned(),
            String::new(),
        ),
        style(
            K::TableWords,
            own("表格大写金额", "Table Amount in Words"),
            K::TableText,
            K::TableWords,
            String::new(),
            sized(Face::Kai, 21),
        ),
        style(
            K::TableOpinion,
            own("表格意见", "Table Opinion"),
            K::TableText,
            K::TableOpinion,
            RIGHT.to_owned(),
            String::new(),
        ),
        style(K::TableGap, own("表格间隔", "Table Gap"), K::Normal, K::BodyText, spaced(GAP), sized(Face::Body, 12)),
        style(
            K::CoverTop,
            own("封面顶行", "Cover Top"),
            K::Normal,
            K::CoverTop,
            format!("{}{}{LEFT}", tab(TEXT_WIDTH, ""), spaced(cover_top)),
            sized(Face::Body, COVER_TOP_SIZE / 10),
        ),
        style(
            K::CoverRule,
            own("封面横线", "Cover Rule"),
            K::Normal,
            K::CoverRule,
            format!(
                r#"<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="1" w:color="auto"/></w:pBdr>{}"#,
                spaced(COVER_RULE)
            ),
            sized(Face::Body, 12),
        ),
        style(
            K::CoverName,
            own("封面栏目", "Cover Name"),
            K::Normal,
            K::CoverValue,
            format!(r#"{}<w:ind w:right="{}"/>{name_set}"#, spaced(cover_line), name_edge),
            sized(Face::Hei, cover_size / 10),
        ),
        style(
            K::CoverValue,
            own("封面内容", "Cover Value"),
            K::Normal,
            K::CoverValue,
            format!("{}{LEFT}", spaced(cover_line)),
            sized(Face::Body, cover_size / 10),
        ),
        style(
            K::CoverNote,
            own("封面提示", "Cover Note"),
            K::Normal,
            K::CoverNote,
            format!("{}{LEFT}", spaced(cover_note)),
            sized(Face::Body, note_size / 10),
        ),
        style(
            K::CoverCode,
            own("封面二维码", "Cover Code"),
            K::Normal,
            K::CoverCode,
            // A picture is cut off by lines of an exact height.
            format!("{}{RIGHT}", loose(0, 0, 240)),
            sized(Face::Body, 2),
        ),
    ]
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
            r#"<w:style w:type="table" w:customStyle="1" w:styleId="{lines}"><w:name w:val="封面表格"/><w:aliases w:val="Cover Lines"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
            "</w:styles>",
        ),
        link = Key::Hyperlink,
        made = Key::MadeBy,
        table = Key::Ruled,
        lines = Key::Lines,
        borders = borders,
        cell = CELL_PADDING.1,
        height = CELL_PADDING.0,
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
