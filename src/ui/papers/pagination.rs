//! Sheets of A4 made from the packet's HTML: what is too long for a sheet goes on to the next, with the heads of its
//! table; pages are counted and the contents told where each part begins. What stands on the screen is what is printed.

#![allow(clippy::float_arithmetic, reason = "the browser measures in floating-point pixels; no money is among them")]

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Node, Text};
use miyun::packet::{Volume, html};
use miyun::text::Lang;

/// From the top edge of a sheet to its text, and how high its text may be, in CSS pixels (37 mm and 225 mm).
const TOP: f64 = 37.0 * 96.0 / 25.4;
const HIGH: f64 = 225.0 * 96.0 / 25.4;

/// Puts the sheets into `host`; says how many there are.
pub fn lay(host: &Element, volume: &Volume<'_>) -> usize {
    let (Ok(press), Some(body)) = (document().create_element("div"), document().body()) else { return 0 };
    press.set_class_name("sheets sheets--press");
    let _ = press.set_attribute("aria-hidden", "true");
    press.set_inner_html(&html::sheets(volume));
    let _ = body.append_child(&press);
    for sheet in all(&press, ".sheet:not(.sheet--cover)") {
        break_up(sheet);
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

/// Moves what is too low on a sheet to new sheets after it.
fn break_up(first: Element) {
    let mut sheet = first;
    loop {
        let limit = sheet.get_bounding_client_rect().top() + TOP + HIGH + 0.5;
        let pieces = pieces(&sheet);
        let Some(place) = pieces.iter().position(|piece| bottom(piece) > limit) else { return };
        let Some(next) = next_sheet(&sheet) else { return };
        let Some(folio) = pieces_end(&next) else { return };
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
                if piece.class_list().contains("sign")
                    && from > 0
                    && let Cut::After(rest) = last_item(&pieces[from - 1])
                {
                    carry(&rest);
                }
            }
        }
        if from == pieces.len() && next.query_selector_all(":scope > *").map_or(0, |list| list.length()) <= 2 {
            next.remove();
            return;
        }
        pieces[from..].iter().for_each(|piece| carry(piece));
        sheet = next;
    }
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

/// Cuts a piece so that what is above `limit` stays. A table that is kept whole is cut only where it has a sheet to
/// itself.
fn cut(piece: &Element, limit: f64, alone: bool) -> Cut {
    let tag = piece.tag_name();
    let found = match tag.as_str() {
        "OL" => cut_list(piece, ":scope > li", limit),
        "P" => cut_text(piece, limit),
        "TABLE" | "DIV" => {
            let is_whole = |table: &Element| table.class_list().contains("form--whole");
            let whole = is_whole(piece) || all(piece, ":scope > *").iter().any(is_whole);
            let high = piece.get_bounding_client_rect().height();
            if whole && high <= HIGH && !alone { None } else { cut_list(piece, ":scope tbody > tr", limit) }
        }
        _ => None,
    };
    found.map_or(Cut::Nowhere, Cut::After)
}

/// Cuts a list or table between items: the rest is a copy of the frame, heads included, with the items that go over.
fn cut_list(frame: &Element, items: &str, limit: f64) -> Option<Node> {
    let all_items = all(frame, items);
    let mut place = all_items.iter().position(|item| bottom(item) > limit)?;
    // A sum stays with the last row that it sums up.
    while place > 0 && all_items[place].class_list().contains("total") {
        place -= 1;
    }
    cut_before(frame, items, &all_items, place)
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

/// The last item of a list, for a seal that would stand alone.
fn last_item(piece: &Element) -> Cut {
    if piece.tag_name() != "OL" {
        return Cut::Nowhere;
    }
    let items = all(piece, ":scope > li");
    let place = items.len().saturating_sub(1);
    cut_before(piece, ":scope > li", &items, place).map_or(Cut::Nowhere, Cut::After)
}

/// Cuts a paragraph of plain words between two lines.
fn cut_text(paragraph: &Element, limit: f64) -> Option<Node> {
    let words: Text = paragraph.first_child()?.dyn_into().ok()?;
    if words.next_sibling().is_some() {
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
