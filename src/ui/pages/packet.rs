//! The application as sheets of paper, with what is decided about them: claims, statements, documents, undertakings.

use leptos::prelude::*;
use leptos::{html, web_sys::Element};
use miyun::article::article;
use miyun::drafts::draft::Draft;
use miyun::packet::preflight::{At, Finding, Item};
use miyun::packet::{Claim, Packet, Part, Preflight, Standing, Unpriced, Volume};
use miyun::text::{Lang, Text};

use crate::ui::clauses::figures;
use crate::ui::clauses::lower_bound::lower_bound;
use crate::ui::components::choice::checkbox;
use crate::ui::components::conditions::{Check, Condition, conditions};
use crate::ui::components::desk::desk;
use crate::ui::components::jump::jump_link;
use crate::ui::components::layout::page_head;
use crate::ui::components::panel::panel;
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::papers::export::exports;
use crate::ui::papers::filing_form;
use crate::ui::papers::pagination;
use crate::ui::words::packet as words;

/// The page of the packet.
pub fn packet_page(session: Session) -> AnyView {
    let packet = Memo::new(move |_| {
        let lang = session.lang.get();
        Shown(session.draft.with(|draft| Packet::lay_out(draft, &draft.claimed(true), lang, session.today)))
    });
    let lang = session.lang.get_untracked();
    let host: NodeRef<html::Div> = NodeRef::new();
    let apart: RwSignal<Option<&'static str>> = RwSignal::new(None);
    Effect::new(move |_| {
        if let Some(host) = host.get() {
            let host: &Element = &host;
            packet.with(|Shown(packet)| {
                let apart = packet.apart().find(|volume| apart.get() == id_of(volume));
                pagination::lay(host, &apart.unwrap_or_else(|| packet.filed()))
            });
        }
    });
    let text = |words: Text| words.get(lang).to_owned();
    let blocked = Memo::new(move |_| packet.with(|Shown(packet)| packet.preflight.blocks()));
    let tools = view! {
        {panel("export-title", text(words::EXPORT), exports(session, blocked.into(), apart.into()))}
        {panel("checks-title", text(words::BEFORE_EXPORT), (move || packet.with(|Shown(packet)| checks(packet))).into_any())}
        <div id=filing_form::CLAIMS>{panel("claimed-title", text(words::CLAIMED), claims(session, packet))}</div>
        {move || packet.with(|Shown(packet)| parts(packet, apart))}
    };
    let sheets = view! { <div class="sheets" node_ref=host></div> };
    view! {
        <div class="page page--tight no-print page--head">
            {page_head(Vec::new(), vec![text(words::PACKET)], Some(text(words::LEAD).into_any()))}
            {filing_form::prepare(session)}
        </div>
        {desk(text(words::TOOLS), tools.into_any(), sheets.into_any())}
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
            && own.beside == other.beside
    }
}

/// Every topic that was looked at; what was found leads to where it is mended.
fn checks(packet: &Packet) -> AnyView {
    let lang = packet.lang;
    let Preflight { items } = &packet.preflight;
    let rows: Vec<Condition> = items.iter().flat_map(|item| check(item, lang)).collect();
    let says = if packet.preflight.blocks() { words::BLOCKED } else { words::OPEN_POINTS };
    view! { {conditions(rows)}<p class="small soft mt-3">{says.get(lang)}</p> }.into_any()
}

fn check(item: &Item, lang: Lang) -> Vec<Condition> {
    if item.findings.is_empty() {
        let (check, figure) = match item.looked_at {
            0 => (Check::Open, words::NOT_LOOKED_AT.get(lang).to_owned()),
            _ => (Check::Met, words::FINE.get(lang).to_owned()),
        };
        let text = item.topic.word().get(lang).into_any();
        return vec![Condition { check, word: String::new(), text, figure }];
    }
    item.findings
        .iter()
        .map(|finding| {
            let (check, figure) =
                if finding.blocks { (Check::Unmet, words::MUST) } else { (Check::Warn, words::MAY_WAIT) };
            Condition { check, word: String::new(), text: lead(finding, lang), figure: figure.get(lang).to_owned() }
        })
        .collect()
}

/// The finding as a link to where it is mended.
fn lead(finding: &Finding, lang: Lang) -> AnyView {
    let says = finding.says(lang).to_owned();
    let place = match finding.at {
        At::Question(spec) => return view! { <a href=Route::question(spec)>{says}</a> }.into_any(),
        At::Claims => filing_form::CLAIMS.to_owned(),
        At::Statement(clause) => filing_form::statement_id(clause),
        At::Documents => filing_form::DOCUMENTS.to_owned(),
        At::Undertakings => filing_form::UNDERTAKINGS.to_owned(),
    };
    jump_link("", place, says.into_any())
}

/// The clauses that could be claimed, each a box to tick. The boxes stay where they are while they are ticked, and the
/// focus with them.
fn claims(session: Session, packet: Memo<Shown>) -> AnyView {
    let ids = Memo::new(move |_| {
        packet.with(|Shown(packet)| packet.claims.iter().map(|claim| claim.clause.id).collect::<Vec<_>>())
    });
    let lang = session.lang.get_untracked();
    let bound =
        Memo::new(move |_| session.report.with(|report| report.open().map(|clause| clause.id).collect::<Vec<_>>()));
    let bound = move || {
        bound.with(|_| ());
        session.report.with_untracked(|report| lower_bound(report, lang))
    };
    let boxes = move || {
        let boxes: Vec<AnyView> = ids.get().into_iter().map(|id| claim_box(session, packet, id, lang)).collect();
        if boxes.is_empty() {
            return view! { <p class="soft small">{words::CLAIMED_NONE.get(lang)}</p> }.into_any();
        }
        boxes.into_any()
    };
    let offers = Memo::new(move |_| {
        let by_hand = |claim: &Claim| matches!(claim.unpriced, Some(Unpriced::Pending | Unpriced::InKind));
        packet.with(|Shown(packet)| packet.claims.iter().any(by_hand))
    });
    let note = move || offers.get().then(|| view! { <p class="soft small mt-3">{words::OFFERED.get(lang)}</p> });
    // What is given up by those that are not ticked.
    let less = Memo::new(move |_| {
        let filed = session.draft.with(|draft| draft.claimed(false).total().certain);
        session.report.with(|report| report.total().certain.less(filed))
    });
    let less = move || {
        let less = less.get();
        (!less.is_zero()).then(|| view! { <p class="small mt-3">{words::given_up(less, lang)}</p> })
    };
    view! { {boxes}{less}{bound}{note} }.into_any()
}

fn claim_box(session: Session, packet: Memo<Shown>, id: &'static str, lang: Lang) -> AnyView {
    let of = move |packet: &Packet| packet.claims.iter().find(|claim| claim.clause.id == id).cloned();
    let claim = move || packet.with(|Shown(packet)| of(packet));
    let Some(clause) = packet.with_untracked(|Shown(packet)| of(packet)).map(|claim| claim.clause) else {
        return ().into_any();
    };
    // What was received is no choice any more.
    if packet.with_untracked(|Shown(packet)| of(packet)).is_some_and(|claim| claim.standing == Standing::Paid) {
        let name = format!("{} {}", article(clause.article, lang), clause.title.get(lang));
        return view! { <p class="mt-2">{name}<span class="soft small">" "{words::PAID.get(lang)}</span></p> }
            .into_any();
    }
    let ticked = Signal::derive(move || {
        claim().is_some_and(|claim| matches!(claim.standing, Standing::Claimed | Standing::Contradicts(_)))
    });
    let toggle = Callback::new(move |ticked| {
        session.file(|Draft { filing, .. }| {
            filing.claims.insert(id, ticked);
        });
    });
    let name = format!("{} {}", article(clause.article, lang), clause.title.get(lang));
    let gloss = (move || claim().map(|claim| gloss(&claim, lang))).into_any();
    checkbox(format!("claim-{id}"), name, Some(gloss), ticked, toggle)
}

/// What a clause asks for, and what stands in its way.
fn gloss(claim: &Claim, lang: Lang) -> String {
    let amount = |money| figures::amount(money, lang);
    let mut says = Vec::new();
    if !claim.requested.is_zero() {
        says.push(amount(claim.requested));
    }
    if !claim.other_years.is_zero() {
        let later = amount(claim.other_years);
        says.push(match lang {
            Lang::Zh => format!("其他年度{later}"),
            Lang::En => format!("other years {later}"),
        });
    }
    says.extend(claim.unpriced.map(|what| what.word().get(lang).to_owned()));
    if let Standing::GivesWay(other) | Standing::Contradicts(other) = claim.standing {
        let other = article(other.article, lang);
        says.push(match lang {
            Lang::Zh => format!("与{other}互斥，选它须先去掉{other}"),
            Lang::En => format!("excludes {other}: untick that to claim this"),
        });
    }
    says.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// The name of papers that are one part.
fn id_of(volume: &Volume<'_>) -> Option<&'static str> {
    volume.parts.first().map(|part| part.id)
}

/// The parts that are filed, and the papers beside them: one of these sets is shown, printed and saved at a time.
fn parts(packet: &Packet, apart: RwSignal<Option<&'static str>>) -> AnyView {
    let lang = packet.lang;
    let parts: Vec<AnyView> = packet
        .parts
        .iter()
        .map(|part: &Part| {
            let title = part.title.replace('　', if lang == Lang::Zh { "" } else { " " });
            jump_link("", format!("sheet-{}", part.id), title.into_any())
        })
        .collect();
    let sets: Vec<AnyView> = std::iter::once((None, words::FILED.get(lang).to_owned()))
        .chain(packet.apart().map(|volume| (id_of(&volume), volume.title.clone())))
        .map(|(id, title)| {
            let pressed = move || if apart.get() == id { "true" } else { "false" };
            let show = move |_| apart.set(id);
            view! {
                <button type="button" class="button button--small" aria-pressed=pressed on:click=show>{title}</button>
            }
            .into_any()
        })
        .collect();
    view! {
        {(sets.len() > 1).then(|| view! {
            <div class="button-row stack--tight mb-3" role="group" aria-label=words::SETS.get(lang)>{sets}</div>
        })}
        <nav class="toc" aria-label=words::PARTS.get(lang) hidden=move || apart.get().is_some()>{parts}</nav>
    }
    .into_any()
}
