//! The application as sheets of paper.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use miyun::packet::{Block, Packet, Pairs, Part, Set, Table, Value};
use miyun::text::{Lang, article};

use super::super::components::button::button;
use super::super::components::conditions::{Check, Condition, conditions};
use super::super::components::cover::{Cover, cover};
use super::super::components::desk::desk;
use super::super::components::form::{After, Cell, Form, FormCell, FormRow, Setting, form, form_note};
use super::super::components::icon::Glyph;
use super::super::components::jump::jump_link;
use super::super::components::layout::page_head;
use super::super::components::lines::{Line, lines};
use super::super::components::panel::panel;
use super::super::components::sheet::{Running, sheet, sheet_list, sheet_text};
use super::super::components::sign::sign;
use super::super::components::toc_paper::toc_paper;
use super::super::figures;
use super::super::session::Session;
use super::super::words;

/// Tables of so few rows are kept on one sheet.
const FEW: usize = 8;

/// The page of the packet.
pub fn packet_page(session: Session) -> AnyView {
    let packet = Memo::new(move |_| {
        let lang = session.lang.get();
        Shown(session.draft.with(|draft| Packet::lay_out(draft, &draft.claimed(true), lang, session.today)))
    });
    // Running heads are margin boxes; only the root can hand them their words.
    Effect::new(move |_| packet.with(|Shown(packet)| name_root(&packet.name, &running_code(packet))));
    on_cleanup(|| name_root("", ""));
    let head = move || {
        let lang = session.lang.get();
        let lead = words::PACKET_LEAD.get(lang).into_any();
        page_head(Vec::new(), vec![words::PACKET.get(lang).to_owned()], Some(lead))
    };
    let tools = move || packet.with(|Shown(packet)| tools(packet));
    let sheets = move || packet.with(|Shown(packet)| sheets(packet));
    let label = words::PACKET_TOOLS.get(session.lang.get_untracked()).to_owned();
    view! {
        <div class="page page--tight no-print page--head">{head}</div>
        {desk(label, tools.into_any(), sheets.into_any())}
    }
    .into_any()
}

/// A packet is drawn anew whenever anything in it changed.
struct Shown(Packet);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        let (own, other) = (&self.0, &other.0);
        own.lang == other.lang
            && own.seal == other.seal
            && own.preflight == other.preflight
            && own.cover == other.cover
            && own.parts == other.parts
    }
}

fn running_code(packet: &Packet) -> String {
    packet.cover.code.clone()
}

/// Hands the running head its words: two custom properties on the root, as quoted strings.
fn name_root(name: &str, code: &str) {
    let Some(root) = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    for (property, words) in [("--packet-name", name), ("--packet-code", code)] {
        let quoted = format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "));
        let _ = root.style().set_property(property, &quoted);
    }
}

// ── beside the sheets ────────────────────────────────────────────────────

fn tools(packet: &Packet) -> AnyView {
    let lang = packet.lang;
    let text = |words: miyun::text::Text| words.get(lang).to_owned();
    let print = Callback::new(|()| {
        let _ = window().print();
    });
    let export = button("button button--primary button--block", Some(Glyph::Print), text(words::PRINT), print);
    let claimed = if packet.claims.is_empty() {
        view! { <p class="soft small">{text(words::CLAIMED_NONE)}</p> }.into_any()
    } else {
        let mut rows: Vec<Line> = packet
            .claimed()
            .map(|claim| {
                let later = (!claim.other_years.is_zero()).then(|| {
                    let amount = figures::amount(claim.other_years, lang);
                    match lang {
                        Lang::Zh => format!("其他年度{amount}"),
                        Lang::En => format!("other years {amount}"),
                    }
                });
                let decided = claim.decided.then(|| text(words::DECISION));
                let plus: Vec<String> = later.into_iter().chain(decided).collect();
                Line {
                    name: format!("{} {}", article(claim.clause.article, lang), claim.clause.title.get(lang)),
                    figure: if claim.requested.is_zero() {
                        "—".to_owned()
                    } else {
                        figures::amount(claim.requested, lang)
                    },
                    plus: (!plus.is_empty()).then(|| plus.join(if lang == Lang::Zh { "，" } else { ", " })),
                    total: false,
                }
            })
            .collect();
        if let Some(requested) = packet.requested {
            let figure = figures::amount(requested, lang);
            rows.push(Line { name: text(words::SUM), figure, plus: None, total: true });
        }
        lines(rows)
    };
    let checks: Vec<Condition> = packet
        .preflight
        .findings()
        .map(|finding| Condition {
            check: Check::Warn,
            word: String::new(),
            text: finding.says(lang).to_owned().into_any(),
            figure: text(words::MAY_EXPORT),
        })
        .collect();
    let parts: Vec<AnyView> = packet
        .parts
        .iter()
        .map(|part| {
            let title = part.title.replace('　', if lang == Lang::Zh { "" } else { " " });
            let note = (!part.filed).then(|| text(words::INTERNAL));
            let content = view! { {title}<span class="toc__note">{note}</span> }.into_any();
            jump_link("", sheet_id(part), content)
        })
        .collect();
    view! {
        {panel("export-title", text(words::EXPORT), export)}
        {panel("claimed-title", text(words::CLAIMED), claimed)}
        {panel("checks-title", text(words::BEFORE_EXPORT), conditions(checks))}
        <nav class="toc" aria-label=text(words::PACKET_PARTS)>{parts}</nav>
    }
    .into_any()
}

fn sheet_id(part: &Part) -> String {
    format!("sheet-{}", part.id)
}

// ── sheets ───────────────────────────────────────────────────────────────

fn sheets(packet: &Packet) -> AnyView {
    let lang = packet.lang;
    let first = &packet.cover;
    let front = cover(Cover {
        label: words::COVER.get(lang).to_owned(),
        code: first.code.clone(),
        state: first.state.clone(),
        title: first.title.join("\n"),
        sub: first.sub.clone(),
        lines: first.lines.clone(),
        caution: first.caution.join("\n"),
        code_image: None,
    });
    let parts: Vec<AnyView> = packet
        .parts
        .iter()
        .map(|part| {
            let body: Vec<AnyView> = part.blocks.iter().map(block).collect();
            let running = Running { name: packet.name.clone(), code: first.code.clone() };
            let body = view! { <h2>{part.title.clone()}</h2>{body} }.into_any();
            sheet(sheet_id(part), part.title.replace('　', ""), running, body)
        })
        .collect();
    view! { {front}{parts} }.into_any()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Heading(text) => view! { <h3>{text.clone()}</h3> }.into_any(),
        Block::Subheading(text) => view! { <h4>{text.clone()}</h4> }.into_any(),
        Block::Paragraph(text) => sheet_text(text.clone()),
        Block::Note(text) => form_note(text.clone()),
        Block::List(items) => sheet_list(items.clone()),
        Block::Contents(entries) => {
            toc_paper(entries.iter().map(|entry| (entry.title.clone(), entry.note.clone())).collect())
        }
        Block::Pairs(pairs) => form(pairs_form(pairs)),
        Block::Table(table) => form(table_form(table)),
        Block::Sign { seal, lines } => sign(seal.clone(), lines.join("\n")),
    }
}

/// Names and values in four columns; a single pair spans them.
fn pairs_form(pairs: &Pairs) -> Form {
    let rows = pairs
        .rows
        .iter()
        .map(|row| {
            let span = if row.len() > 1 { 1 } else { 3 };
            let cells = row.iter().flat_map(|(name, value)| {
                let cell = match value {
                    Value::Words(_) => Cell::Text,
                    Value::Money(_) => Cell::Number,
                    Value::Opinion(_) => Cell::Opinion,
                };
                [
                    FormCell { cell: Cell::Head, span: 1, text: name.clone() },
                    FormCell { cell, span, text: value.text() },
                ]
            });
            FormRow { cells: cells.collect(), total: false }
        })
        .collect();
    Form {
        setting: Setting::Form,
        after: if pairs.joined { After::Joined } else { After::Apart },
        label: pairs.label.clone(),
        caption: None,
        whole: pairs.rows.len() <= FEW,
        widths: vec![22, 30, 18, 30],
        heads: Vec::new(),
        rows,
    }
}

fn table_form(table: &Table) -> Form {
    let columns = &table.columns;
    let mut rows: Vec<FormRow> = table
        .rows
        .iter()
        .map(|row| {
            let cells = columns.iter().zip(row).map(|(column, value)| {
                let cell = match (column.set, value) {
                    (Set::Head, _) => Cell::Head,
                    (_, Value::Money(_)) | (Set::Number, _) => Cell::Number,
                    (Set::Text, _) => Cell::Text,
                    (Set::Middle, _) => Cell::Middle,
                };
                FormCell { cell, span: 1, text: value.text() }
            });
            FormRow { cells: cells.collect(), total: false }
        })
        .collect();
    // Name, capital figures, amount: over as many columns as there are.
    let wide = u8::try_from(columns.len()).unwrap_or(3);
    let named = if wide > 4 { 2 } else { 1 };
    rows.extend(table.totals.iter().map(|total| {
        let cell = |cell, span, text: &str| FormCell { cell, span, text: text.to_owned() };
        FormRow {
            cells: vec![
                cell(Cell::Head, named, &total.name),
                cell(Cell::Words, wide.saturating_sub(named + 1), &total.words),
                cell(Cell::Number, 1, &total.amount.grouped()),
            ],
            total: true,
        }
    }));
    Form {
        setting: if table.joined { Setting::Amounts } else { Setting::Small },
        after: if table.joined { After::Joined } else { After::Apart },
        label: table.label.clone(),
        caption: table.caption.clone(),
        whole: table.rows.len() <= FEW,
        widths: columns.iter().map(|column| column.width).collect(),
        heads: columns.iter().map(|column| column.head.clone()).collect(),
        rows,
    }
}
