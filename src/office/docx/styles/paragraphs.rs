//! The styles of paragraphs.

use crate::office::docx::measure::{
    CAPTION, CONTENTS_NOTE, CONTENTS_NOTE_SIZE, COVER_RULE, COVER_SUB, COVER_TITLE, COVER_TOP, COVER_TOP_ROOM,
    COVER_TOP_SIZE, GAP, HEADER_SIZE, NOTE, PART_END, PITCH, SIGNED, Setting, Spacing, TABLE_LINE, TEXT_WIDTH, TITLE,
    TOC, TURNED, cover_line, cover_note, mm,
};
use crate::office::docx::styles::{
    ANNEX_TITLE, CENTER, Face, JUSTIFIED, KEEP, Key, LEFT, RIGHT, Style, TIGHT, lines, loose, outline, signs, spaced,
};
use crate::text::Lang;

/// Every paragraph style, where so much room is left on the cover.
pub(super) fn paragraphs(lang: Lang, rest: u32) -> Vec<Style> {
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
    // The stop of the style that it is based on gives way to another.
    let moved = |from: u32, to: u32| {
        format!(r#"<w:tabs><w:tab w:val="clear" w:pos="{from}"/><w:tab w:val="right" w:pos="{to}"/></w:tabs>"#)
    };
    let even = r#"<w:ind w:left="280" w:right="0" w:leftChars="100" w:rightChars="0"/>"#;
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
    let tight = lines(0, 0, Setting::Tight.pitch());
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
            K::BodyTextTight,
            own("正文紧排", "Tight Body Text"),
            K::BodyText,
            K::BodyTextTight,
            tight.clone(),
            String::new(),
        ),
        style(K::ListTight, own("列项紧排", "Tight List"), K::List, K::ListTight, tight.clone(), String::new()),
        style(
            K::SignatureTight,
            own("落款紧排", "Tight Signature"),
            K::Signature,
            K::SignatureTight,
            tight,
            String::new(),
        ),
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
            K::SignatureTurned,
            own("横页落款", "Turned Signature"),
            K::Signature,
            K::SignatureTurned,
            format!(r#"<w:ind w:left="{}"/>"#, TURNED.width() - SIGNED),
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
            K::HeaderTurned,
            own("横页页眉", "Turned Header"),
            K::Header,
            K::HeaderTurned,
            moved(TEXT_WIDTH, TURNED.width()),
            String::new(),
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
            K::FooterTurned,
            own("横页页脚", "Turned Footer"),
            K::Footer,
            K::FooterTurned,
            moved(TEXT_WIDTH - 280, TURNED.width() - 280),
            String::new(),
        ),
        style(
            K::FooterEven,
            own("偶数页页脚", "Even Footer"),
            K::Footer,
            K::FooterEven,
            format!("{}{even}", moved(TEXT_WIDTH - 280, TEXT_WIDTH)),
            String::new(),
        ),
        style(
            K::FooterEvenTurned,
            own("横页偶数页页脚", "Turned Even Footer"),
            K::FooterTurned,
            K::FooterEvenTurned,
            format!("{}{even}", moved(TURNED.width() - 280, TURNED.width())),
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
        style(K::PartEnd, own("部分末行", "Part End"), K::Normal, K::BodyText, spaced(PART_END), sized(Face::Body, 12)),
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
