//! The papers as HTML: what the page shows and prints. Words of the applicant are never markup: all of them go through
//! [`escape`].

use crate::packet::qr::{LABEL, Qr};
use crate::packet::words::DRAFT;
use crate::packet::{Block, Cover, Entered, Pairs, Part, Set, Table, Total, Value, Volume};
use crate::text::{Text, text};

const COVER: Text = text("封面", "Cover");

/// All sheets, each part as one long sheet: where a page ends is known only where it is measured. The page of a part
/// goes into the elements with its name in `data-page-of`.
#[must_use]
pub fn sheets(volume: &Volume<'_>) -> String {
    let mut html = String::with_capacity(64 * 1024);
    if let Some(cover) = volume.cover {
        self::cover(&mut html, cover, volume);
    }
    for part in volume.parts {
        sheet(&mut html, volume, part);
    }
    html
}

/// The QR code of a text as an SVG of black squares with a quiet zone; empty where the text is too long for one.
#[must_use]
pub fn qr(words: &str, label: &str) -> String {
    use std::fmt::Write as _;

    let Some(code) = Qr::of(words) else { return String::new() };
    let mut path = String::new();
    for run in code.runs() {
        let length = run.x.len();
        let _ = write!(path, "M{} {}h{length}v1h-{length}z", run.x.start, run.y);
    }
    let side = code.side();
    format!(
        "<svg class=\"cover__qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path fill=\"#000\" d=\"{path}\"/></svg>",
        escape(label)
    )
}

/// Words as HTML text or the value of a quoted attribute.
#[must_use]
pub fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // Marks of direction are kept apart below.
            sign if is_held(sign) => escaped.push(sign),
            _ => {}
        }
    }
    escaped
}

/// Whether page, print and files hold a sign: the same in all of them. Control characters print as boxes where they are
/// not forbidden. Everything else, such as emoji, rare characters and marks of direction, stays.
pub(crate) fn is_held(sign: char) -> bool {
    match sign {
        '\n' | '\t' => true,
        // These are not for XML.
        '\u{fffe}' | '\u{ffff}' => false,
        sign => !sign.is_control(),
    }
}

/// Words whose lines stand below each other. Marks of writing direction reach no further than the words.
fn lines(words: &str) -> String {
    let escaped = words.lines().map(escape).collect::<Vec<_>>().join("<br>");
    let turns = |sign| matches!(sign, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if words.contains(turns) { format!("<bdi>{escaped}</bdi>") } else { escaped }
}

/// What is written across every sheet of a draft.
fn mark(volume: &Volume<'_>) -> String {
    if volume.draft { format!(" data-mark=\"{}\"", DRAFT.get(volume.lang)) } else { String::new() }
}

fn cover(html: &mut String, cover: &Cover, volume: &Volume<'_>) {
    let (lang, mark) = (volume.lang, mark(volume));
    let rows: String =
        cover.lines.iter().map(|(name, value)| format!("<dt>{}</dt><dd>{}</dd>", lines(name), lines(value))).collect();
    html.push_str(&format!(
        "<section class=\"sheet sheet--cover\"{mark} aria-label=\"{}\"><div class=\"cover\">\
         <div class=\"cover__top\"><span>{}</span><span>{}</span></div>\
         <h2 class=\"cover__title\">{}</h2><p class=\"cover__sub\">{}</p><hr class=\"cover__rule\">\
         <dl class=\"cover__lines\">{rows}</dl>\
         <div class=\"cover__foot\"><div><p class=\"cover__caution\">{}</p></div>{}</div></div></section>",
        COVER.get(lang),
        lines(&cover.code),
        lines(&cover.state),
        lines(&cover.title.join("\n")),
        lines(&cover.sub),
        lines(&cover.caution.join("\n")),
        qr(&cover.qr, LABEL.get(lang)),
    ));
}

fn sheet(html: &mut String, volume: &Volume<'_>, part: &Part) {
    let mark = mark(volume);
    let turned = if part.is_turned() { " sheet--turned" } else { "" };
    html.push_str(&format!(
        "<section class=\"sheet{turned}\"{mark} id=\"sheet-{}\" data-part=\"{}\" aria-label=\"{}\">\
         <p class=\"sheet__running\"><span>{}</span><span>{}</span></p><h2>{}</h2>",
        part.id,
        part.id,
        escape(&part.title.replace('　', "")),
        lines(&volume.running()),
        escape(&volume.seal.line(volume.lang)),
        escape(&part.title),
    ));
    part.blocks.iter().for_each(|block| self::block(html, block));
    html.push_str(&format!(
        "<p class=\"sheet__folio\"><span>{}</span><span class=\"sheet__page\"></span></p></section>",
        escape(&volume.seal.made_by())
    ));
}

fn block(html: &mut String, block: &Block) {
    match block {
        Block::Heading(words) => html.push_str(&format!("<h3>{}</h3>", lines(words))),
        Block::Paragraph(words) => html.push_str(&format!("<p class=\"body\">{}</p>", lines(words))),
        Block::Note(words) => html.push_str(&format!("<p class=\"form__note\">{}</p>", lines(words))),
        Block::List(items) => {
            html.push_str("<ol class=\"body\">");
            items.iter().for_each(|item| html.push_str(&format!("<li>{}</li>", lines(item))));
            html.push_str("</ol>");
        }
        Block::Contents(entries) => contents(html, entries),
        Block::Pairs(block) => pairs(html, block),
        Block::Table(block) => table(html, block),
        Block::Sign { seal, lines: under } => html.push_str(&format!(
            "<div class=\"sign\"><div class=\"sign__seal\"><span class=\"sign__ring\" aria-hidden=\"true\">{}</span>{}</div></div>",
            escape(seal),
            lines(&under.join("\n")),
        )),
    }
}

fn contents(html: &mut String, entries: &[Entered]) {
    html.push_str("<ol class=\"body toc-paper\">");
    for Entered { title, part, note } in entries {
        let right = part.map_or_else(|| escape(note), |part| format!("<span data-page-of=\"{part}\"></span>"));
        html.push_str(&format!("<li>{}<span class=\"dots\"></span>{right}</li>", escape(title)));
    }
    html.push_str("</ol>");
}

/// Names and values in four columns; a single pair spans them.
fn pairs(html: &mut String, pairs: &Pairs) {
    let class = if pairs.joined { "form form--join" } else { "form form--gap" };
    html.push_str(&format!(
        "<table class=\"{class}\" aria-label=\"{}\"><colgroup><col class=\"w-22\"><col class=\"w-32\"><col class=\"w-18\"><col class=\"w-28\"></colgroup><tbody>",
        escape(&pairs.label)
    ));
    for row in &pairs.rows {
        html.push_str("<tr>");
        let span = if row.len() > 1 { "" } else { " colspan=\"3\"" };
        for (name, value) in row {
            let class = match value {
                Value::Words(_) | Value::PageOf(_) => "",
                Value::Money(_) => " class=\"num\"",
                Value::Opinion(_) => " class=\"form__opinion\"",
            };
            html.push_str(&format!(
                "<th scope=\"row\">{}</th><td{class}{span}>{}</td>",
                lines(name),
                lines(&value.text())
            ));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
}

fn table(html: &mut String, table: &Table) {
    let class = if table.joined { "form form--amount form--join" } else { "form form--small" };
    let label = escape(&table.label);
    // Wide tables are moved sideways on a phone: the frame that moves is named and takes the focus.
    if table.joined {
        html.push_str(&format!("<table class=\"{class}\" aria-label=\"{label}\">"));
    } else {
        html.push_str(&format!(
            "<div class=\"scroll form--gap\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table class=\"{class}\">"
        ));
    }
    if let Some(caption) = &table.caption {
        html.push_str(&format!("<caption class=\"form__caption\">{}</caption>", lines(caption)));
    }
    html.push_str("<colgroup>");
    for column in &table.columns {
        html.push_str(&if column.width > 0 { format!("<col class=\"w-{}\">", column.width) } else { "<col>".into() });
    }
    html.push_str("</colgroup><thead><tr>");
    table.columns.iter().for_each(|column| html.push_str(&format!("<th scope=\"col\">{}</th>", lines(&column.head))));
    html.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        html.push_str("<tr>");
        for (column, value) in table.columns.iter().zip(row) {
            let words = match value {
                Value::PageOf(part) => format!("<span data-page-of=\"{part}\"></span>"),
                _ => lines(&value.text()),
            };
            html.push_str(&match (column.set, value) {
                (Set::Head, _) => format!("<th scope=\"row\">{words}</th>"),
                (_, Value::Money(_)) | (Set::Number, _) => format!("<td class=\"num\">{words}</td>"),
                (Set::Text, _) => format!("<td>{words}</td>"),
                (Set::Middle, _) => format!("<td class=\"mid\">{words}</td>"),
            });
        }
        html.push_str("</tr>");
    }
    table.totals.iter().for_each(|total| self::total(html, total, table));
    html.push_str("</tbody></table>");
    if !table.joined {
        html.push_str("</div>");
    }
}

/// Name, capital figures, amount: over as many columns as there are.
fn total(html: &mut String, total: &Total, table: &Table) {
    let before = table.columns.len().saturating_sub(1);
    let (name, words, amount) = (escape(&total.name), escape(&total.words), total.amount.grouped());
    html.push_str("<tr class=\"total\">");
    html.push_str(&match table.sum_name() {
        Some(named) => format!(
            "<th scope=\"row\" colspan=\"{named}\">{name}</th><td class=\"form__words\" colspan=\"{}\">{words}</td>",
            before.saturating_sub(named)
        ),
        None => format!(
            "<th scope=\"row\" colspan=\"{before}\" class=\"form__sum\">{name}　<span class=\"form__words\">{words}</span></th>"
        ),
    });
    html.push_str(&format!("<td class=\"num\">{amount}</td></tr>"));
}

#[cfg(test)]
mod tests {
    use super::{escape, qr, sheets};
    use crate::answers::form::Form;
    use crate::date::Date;
    use crate::packet::Packet;
    use crate::text::Lang;

    #[test]
    fn words_are_never_markup() {
        assert_eq!(escape("<b>&\"'\u{0}\u{7}x"), "&lt;b&gt;&amp;&quot;&#39;x");
        let hostile = "<img src=x onerror=alert(1)>\"'&amp;";
        for example in crate::drafts::examples::ALL {
            let mut draft = example.draft().unwrap();
            for spec in crate::applicant::CATALOGUE {
                if let Form::Words(_) = spec.form {
                    // The credit code is too short for it.
                    if let Ok(answer) = spec.form.parse(hostile, rust_decimal::Decimal::ONE) {
                        draft.facts.set(spec, answer).unwrap();
                    }
                }
            }
            let clauses = draft.rules().statements.iter().map(|statement| statement.clause);
            draft.filing.statements = clauses.map(|id| (id, hostile.to_owned())).collect();
            let report = draft.claimed(true);
            let packet = Packet::lay_out(&draft, &report, Lang::Zh, Date::new(2026, 11, 23).unwrap());
            let html: String =
                std::iter::once(packet.filed()).chain(packet.apart()).map(|volume| sheets(&volume)).collect();
            assert!(!html.contains("<img"), "{}", example.id);
            assert!(!html.contains("style="), "{}: the security policy forbids inline styles", example.id);
            let open = html.matches('<').count();
            assert_eq!(open, html.matches('>').count(), "{}", example.id);
        }
    }

    #[test]
    fn every_width_has_its_class() {
        let style = include_str!("../../style/components/form.css");
        for example in crate::drafts::examples::ALL {
            let draft = example.draft().unwrap();
            let packet = Packet::lay_out(&draft, &draft.claimed(true), Lang::En, Date::new(2026, 11, 23).unwrap());
            let html: String =
                std::iter::once(packet.filed()).chain(packet.apart()).map(|volume| sheets(&volume)).collect();
            for width in html.split("<col class=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                assert!(style.contains(&format!(".{width} {{ width: ")), "{}: {width}", example.id);
            }
        }
    }

    /// Draws the path, four dots a module, and has it read as a camera would.
    #[test]
    fn a_camera_reads_the_code() {
        let words = "MIYUN-2019-25/0.1.0/7K4Q-9XTD-2M8P-RC5W";
        let svg = qr(words, "x");
        let side: usize = svg.split_once("viewBox=\"0 0 ").unwrap().1.split_once(' ').unwrap().0.parse().unwrap();
        let path = svg.rsplit_once("d=\"").unwrap().1.split_once('"').unwrap().0;
        let mut dark = vec![false; side * side];
        for run in path.split('z').filter(|run| !run.is_empty()) {
            let (place, rest) = run.trim_start_matches('M').split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
            (x..x + length).for_each(|x| dark[y * side + x] = true);
        }
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * 4, side * 4, |x, y| {
            if dark[y / 4 * side + x / 4] { 0 } else { 255 }
        });
        let (_, read) = image.detect_grids()[0].decode().unwrap();
        assert_eq!(read, words);
        assert_eq!(qr(&"x".repeat(5_000), "x"), "");
    }
}
