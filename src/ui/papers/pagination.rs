//! Sheets of A4 made from the packet's HTML: what is too long for a sheet goes on to the next, with the heads of its
//! table; pages are counted and the contents told where each part begins. What stands on the screen is what is printed.

#![allow(clippy::float_arithmetic, reason = "the browser measures in floating-point pixels; no money is among them")]

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Node, Text};
use miyun::packet::{Volume, html};
use miyun::text::Lang;

/// Puts the sheets into `host`; says how many there are.
pub fn lay(host: &Element, volume: &Volume<'_>) -> usize {
    let (Ok(press), Some(body)) = (document().create_element("div"), document().body()) else { return 0 };
    press.set_class_name("sheets sheets--press");
    let _ = press.set_attribute("aria-hidden", "true");
    press.set_inner_html(&html::sheets(volume));
    let _ = body.append_child(&press);
    for sheet in all(&press, ".sheet:not(.sheet--cover)") {
        lay_part(&sheet);
    }
    let sheets = all(&press, ".sheet");
    number(&sheets, volume.lang);
    host.set_text_content(None);
    for sheet in &sheets {
        let _ = host.append_child(sheet);
    }
    press.remove();
    sheets.len()
}

/// Writes the folio of each sheet, and the page on which each part begins into the contents.
fn number(sheets: &[Element], lang: Lang) {
    let count = sheets.len();
    for (index, sheet) in sheets.iter().enumerate() {
        let page = index + 1;
        // Only the sheet that a part begins on bears its name alone: a screen reader tells them apart.
        if index > 0
            && let Some(label) = sheet.get_attribute("aria-label")
            && sheet.get_attribute("data-part") == sheets[index - 1].get_attribute("data-part")
        {
            let _ = sheet.set_attribute(
                "aria-label",
                &match lang {
                    Lang::Zh => format!("{label}（续，第{page}页）"),
                    Lang::En => format!("{label} (continued, page {page})"),
                },
            );
        }
        if let (Ok(Some(folio)), Ok(Some(folio_page))) =
            (sheet.query_selector(".sheet__folio"), sheet.query_selector(".sheet__page"))
        {
            folio_page.set_text_content(Some(&match lang {
                Lang::Zh => format!("— 第{page}页　共{count}页 —"),
                Lang::En => format!("— {page} of {count} —"),
            }));
            let _ = folio.class_list().toggle_with_force("sheet__folio--even", page % 2 == 0);
        }
        for place in all(sheet, "[data-page-of]") {
            let part = place.get_attribute("data-page-of");
            let found = sheets.iter().position(|sheet| sheet.get_attribute("data-part") == part);
            place.set_text_content(found.map(|index| (index + 1).to_string()).as_deref());
        }
    }
}

/// Breaks a part into sheets. Where the last one holds little, the part is set tighter if that spares it.
fn lay_part(sheet: &Element) {
    let whole = sheet.clone_node_with_deep(true).ok().and_then(|whole| whole.dyn_into::<Element>().ok());
    let sheets = break_up(sheet.clone());
    let (Some(last), Some(tight)) = (sheets.last(), whole) else { return };
    let ends = pieces(last).last().map_or(0.0, bottom) - text_top(last);
    if sheets.len() == 1 || ends > text_height(last) / 2.0 {
        return;
    }
    let _ = tight.class_list().add_1("sheet--tight");
    let _ = last.after_with_node_1(&tight);
    let tighter = break_up(tight);
    let spared = if tighter.len() < sheets.len() { sheets } else { tighter };
    spared.iter().for_each(Element::remove);
}

/// Moves what is too low on a sheet to new sheets after it; gives all of them.
fn break_up(first: Element) -> Vec<Element> {
    let mut sheets = vec![first];
    while let Some(next) = sheets.last().and_then(turn) {
        sheets.push(next);
    }
    sheets
}

/// Moves what is too low on a sheet to a new one after it.
fn turn(sheet: &Element) -> Option<Element> {
    let limit = text_top(sheet) + text_height(sheet) + 0.5;
    let pieces = pieces(sheet);
    let place = pieces.iter().position(|piece| bottom(piece) > limit)?;
    let next = next_sheet(sheet)?;
    let folio = pieces_end(&next)?;
    let piece = &pieces[place];
    let carry = |piece: &Node| {
        let _ = next.insert_before(piece, Some(&folio));
    };
    let mut from = place;
    match cut(piece, limit, place == 0) {
        Cut::After(rest) => {
            carry(&rest);
            from += 1;
        }
        // It is higher than a sheet and cannot be cut: it stays alone.
        Cut::Nowhere if place == 0 => from += 1,
        Cut::Nowhere => {
            from = with_its_head(&pieces, place);
            if piece.class_list().contains("sign") {
                match last_words(&pieces, from) {
                    Last::Piece => from = with_its_head(&pieces, from - 1),
                    Last::Part(rest) => carry(&rest),
                    Last::Nothing => {}
                }
            }
        }
    }
    if from == pieces.len() && next.query_selector_all(":scope > *").map_or(0, |list| list.length()) <= 2 {
        next.remove();
        return None;
    }
    pieces[from..].iter().for_each(|piece| carry(piece));
    Some(next)
}

/// Where the text of a sheet begins.
fn text_top(sheet: &Element) -> f64 {
    sheet.get_bounding_client_rect().top() + measure(sheet, "padding-top")
}

/// How high the text of a sheet may be.
fn text_height(sheet: &Element) -> f64 {
    sheet.get_bounding_client_rect().height() - measure(sheet, "padding-top") - measure(sheet, "padding-bottom")
}

/// A measure of its style, in CSS pixels.
fn measure(of: &Element, name: &str) -> f64 {
    let style = window().get_computed_style(of).ok().flatten();
    let said = style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
    said.trim_end_matches("px").parse().unwrap_or(0.0)
}

/// What stands on a sheet between its running head and its folio.
fn pieces(sheet: &Element) -> Vec<Element> {
    all(sheet, ":scope > :not(.sheet__running):not(.sheet__folio)")
}

fn pieces_end(sheet: &Element) -> Option<Node> {
    sheet.query_selector(":scope > .sheet__folio").ok().flatten().map(Into::into)
}

/// An empty sheet of the same part, after a sheet.
fn next_sheet(sheet: &Element) -> Option<Element> {
    let next: Element = sheet.clone_node().ok()?.dyn_into().ok()?;
    // A link leads to where the part begins.
    next.remove_attribute("id").ok()?;
    for kept in [".sheet__running", ".sheet__folio"] {
        let kept = sheet.query_selector(&format!(":scope > {kept}")).ok()??;
        next.append_child(&kept.clone_node_with_deep(true).ok()?).ok()?;
    }
    sheet.after_with_node_1(&next).ok()?;
    Some(next)
}

/// The piece goes over with the headings right before it, unless the sheet begins with them.
fn with_its_head(pieces: &[Element], place: usize) -> usize {
    let headings = pieces[..place].iter().rev().take_while(|piece| matches!(piece.tag_name().as_str(), "H3" | "H4"));
    let from = place - headings.count();
    if from == 0 || (from == 1 && pieces[0].tag_name() == "H2") { place } else { from }
}

/// Where a piece is cut.
enum Cut {
    /// This is what goes over.
    After(Node),
    /// It is not.
    Nowhere,
}

/// Cuts a piece so that what is above `limit` stays. A table that is no higher than a third of a sheet goes over whole:
/// less than that stays empty.
fn cut(piece: &Element, limit: f64, alone: bool) -> Cut {
    let tag = piece.tag_name();
    let found = match tag.as_str() {
        "OL" => cut_list(piece, limit),
        "P" => cut_text(piece, limit),
        "TABLE" | "DIV" => {
            let sheet = piece.closest(".sheet").ok().flatten();
            let height = sheet.as_ref().map_or(0.0, text_height);
            let whole = piece.get_bounding_client_rect().height() <= height / 3.0 && !alone;
            if whole { None } else { cut_table(piece, limit, height, alone) }
        }
        _ => None,
    };
    found.map_or(Cut::Nowhere, Cut::After)
}

/// So many rows of a table are not left alone on a sheet, nor rows that fill less of it than one part in so many.
const ROWS: usize = 3;
const LEAST: f64 = 4.0;

/// Cuts a list between items: the rest is a copy of it with the items that go over.
fn cut_list(list: &Element, limit: f64) -> Option<Node> {
    const ITEMS: &str = ":scope > li";
    let items = all(list, ITEMS);
    let place = items.iter().position(|item| bottom(item) > limit)?;
    cut_before(list, ITEMS, &items, place)
}

/// Cuts a table between rows: the rest is a copy of the frame, heads included, with the rows that go over.
fn cut_table(frame: &Element, limit: f64, height: f64, alone: bool) -> Option<Node> {
    const ITEMS: &str = ":scope tbody > tr";
    let rows = all(frame, ITEMS);
    let mut place = rows.iter().position(|row| bottom(row) > limit)?;
    let least = bottom(rows.last()?) - height / LEAST;
    let last_rows = rows.iter().rev().take_while(|row| bottom(row) > least).count().max(ROWS);
    // As many stay, where there are enough for both sheets; of a table that a sheet begins with, one at least.
    if rows.len() > ROWS + 1 {
        let staying = if alone { 1 } else { ROWS.min(rows.len() - ROWS) };
        place = place.min(rows.len().saturating_sub(last_rows).max(staying));
    }
    // One row alone under the heads does not stay either.
    if place == 1 && !alone {
        return None;
    }
    // A sum stays with the last row that it sums up.
    while place > 0 && rows[place].class_list().contains("total") {
        place -= 1;
    }
    cut_before(frame, ITEMS, &rows, place)
}

fn cut_before(frame: &Element, items: &str, all_items: &[Element], place: usize) -> Option<Node> {
    if place == 0 {
        return None;
    }
    let rest: Element = frame.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    all(&rest, items).iter().take(place).for_each(Element::remove);
    all_items[place..].iter().for_each(Element::remove);
    let _ = rest.class_list().remove_1("form--join");
    Some(rest.into())
}

/// What goes over with a seal, which would stand alone.
enum Last {
    /// The piece before it.
    Piece,
    /// The end of that piece.
    Part(Node),
    /// There is none.
    Nothing,
}

/// The last words before the seal: two items of a list, the last rows of a table, else the piece before it.
fn last_words(pieces: &[Element], sign: usize) -> Last {
    let Some(before) = sign.checked_sub(1).and_then(|before| pieces.get(before)) else { return Last::Nothing };
    let (items, least) = match before.tag_name().as_str() {
        "OL" => (":scope > li", 2),
        "TABLE" | "DIV" => (":scope tbody > tr", ROWS),
        _ => ("", 0),
    };
    let all_items = if items.is_empty() { Vec::new() } else { all(before, items) };
    let place = all_items.len().saturating_sub(least);
    match cut_before(before, items, &all_items, place) {
        Some(rest) => Last::Part(rest),
        // It holds the sheet's title, or is all that stands on it.
        None if sign < 2 || before.tag_name() == "H2" => Last::Nothing,
        None => Last::Piece,
    }
}

/// Cuts a paragraph of plain words between two lines.
fn cut_text(paragraph: &Element, limit: f64) -> Option<Node> {
    let words: Text = paragraph.first_child()?.dyn_into().ok()?;
    if words.next_sibling().is_some() {
        return None;
    }
    // Two lines at least stay, and two go over.
    let line = measure(paragraph, "line-height");
    let area = paragraph.get_bounding_client_rect();
    let limit = limit.min(area.bottom() - 2.0 * line + 0.5);
    if limit < area.top() + 2.0 * line - 0.5 {
        return None;
    }
    let range = document().create_range().ok()?;
    range.set_start(&words, 0).ok()?;
    // Signs up to `fits` end above the limit; those up to `over` do not.
    let (mut fits, mut over) = (0, words.length());
    while over - fits > 1 {
        let middle = fits + (over - fits) / 2;
        range.set_end(&words, middle).ok()?;
        if range.get_bounding_client_rect().bottom() <= limit {
            fits = middle;
        } else {
            over = middle;
        }
    }
    // A sign outside the basic plane is not cut in two.
    let text: Vec<u16> = words.data().encode_utf16().collect();
    if (0xDC00..0xE000).contains(text.get(fits as usize)?) {
        fits -= 1;
    }
    if fits < 2 {
        return None;
    }
    let rest: Element = paragraph.clone_node().ok()?.dyn_into().ok()?;
    let over: Node = words.split_text(fits).ok()?.into();
    rest.append_child(&over).ok()?;
    let _ = rest.class_list().add_1("body--on");
    Some(rest.into())
}

fn bottom(piece: &Element) -> f64 {
    piece.get_bounding_client_rect().bottom()
}

fn all(under: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = under.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect()
}
