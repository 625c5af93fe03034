//! The first page: what kind of institution, an example, a file, or on with the last draft.

use leptos::prelude::*;
use miyun::drafts::draft::Draft;
use miyun::policy::CURRENT_INDEX;
use miyun::rule::{Index, Start, Starts};
use miyun::text::{Lang, Text};

use crate::ui::components::bands::{Band, BandLine, band_lines};
use crate::ui::components::button::link_button;
use crate::ui::components::choice::checkbox;
use crate::ui::components::draft::draft as draft_lines;
use crate::ui::components::hero::hero;
use crate::ui::components::icon::{Glyph, icon};
use crate::ui::components::kind::{KindChoice, kind_bar, kind_group, kind_list};
use crate::ui::components::layout::{columns, section};
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::components::panel::{bare_panel, panel};
use crate::ui::copy::copy_button;
use crate::ui::drafts::clock::moment;
use crate::ui::drafts::opening::{name_of, open_panel};
use crate::ui::drafts::session::{Saved, Session};
use crate::ui::frame::first_paint::after_first_paint;
use crate::ui::frame::offline::{get_link, is_hosted, keeps_itself};
use crate::ui::frame::parts::{self, lazy_page};
use crate::ui::frame::route::Route;
use crate::ui::words::{drafts as draft_words, interview as words, offline as offline_words};

/// The page.
pub fn start_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let say = |text: Text| text.get(lang).to_owned();
    let mut facts = vec![(Glyph::Time, say(words::HERO_TIME)), (Glyph::Here, say(words::HERO_HERE))];
    if keeps_itself() || !is_hosted() {
        facts.push((Glyph::Off, say(words::HERO_OFF)));
    }
    let content = view! {
        {move || open_draft(session, lang)}
        {hero(
            words::phrases(words::HERO_PHRASES, lang),
            say(words::HERO_LEAD),
            facts,
        )}
        {kind_form(session, CURRENT_INDEX, lang)}
        <div class="mt-6">{in_force(CURRENT_INDEX, lang)}</div>
        {section(
            "examples".to_owned(),
            say(words::EXAMPLES),
            say(words::EXAMPLES_NOTE).into_any(),
            after_first_paint(session, move || lazy_page(session, parts::EXAMPLES, lang)),
        )}
    };
    let aside = after_first_paint(session, move || aside(session, lang));
    columns(content.into_any(), say(words::ASIDE_START), false, aside)
}

/// What stands beside: files, the page without a network, the three bands.
fn aside(session: Session, lang: Lang) -> AnyView {
    let say = |text: Text| text.get(lang).to_owned();
    view! {
        {open_panel(session, lang)}
        {bare_panel("offline", say(offline_words::OFFLINE), offline_panel(lang))}
        {bare_panel("bands", say(words::BANDS_TITLE), band_lines(
            [
                (Band::Certain, words::CERTAIN, words::CERTAIN_SAYS),
                (Band::Possible, words::POSSIBLE, words::POSSIBLE_SAYS),
                (Band::Decision, words::DECISION, words::DECISION_SAYS),
            ]
            .into_iter()
            .map(|(band, name, note)| BandLine { band, name: say(name), amount: None, note: note.get(lang).into() })
            .collect(),
        ))}
    }
    .into_any()
}

/// The page without a network.
fn offline_panel(lang: Lang) -> AnyView {
    let says = if is_hosted() { offline_words::GET_SAYS } else { offline_words::ALONE_SAYS };
    view! {
        <p class="small">{says.get(lang)}</p>
        <div class="button-row mt-3">
            {is_hosted().then(|| get_link(lang))}
            {link_button("button button--quiet", Route::Offline.href(), offline_words::SAVE.get(lang).to_owned(), None)}
        </div>
    }
    .into_any()
}

/// Whether the rules are still in force is not known to this program.
fn in_force(edition: &'static Index, lang: Lang) -> AnyView {
    let copy = copy_button(words::FORCE_COPY, move || words::force_ask(edition.number, lang), lang);
    notice(Notice {
        tone: Tone::Caution,
        glyph: Glyph::Warn,
        title: words::FORCE_TITLE.get(lang).to_owned(),
        body: view! { <p>{words::force_says(edition.in_force, lang)}</p> }.into_any(),
        actions: Some(copy),
        row: true,
    })
}

fn choice(start: &Start, edition: &Index, lang: Lang) -> KindChoice {
    let count = edition.clauses.iter().filter(|clause| clause.kinds.meet(start.applicant)).count();
    KindChoice {
        value: start.id.to_owned(),
        name: start.label.get(lang).to_owned(),
        gloss: start.gloss.get(lang).to_owned(),
        count: format!("{}{count}{}", words::MAY_APPLY.get(lang), words::MAY_APPLY_END.get(lang)),
    }
}

/// What one begins as. A new draft is under the current edition.
fn kind_form(session: Session, edition: &'static Index, lang: Lang) -> AnyView {
    let Starts { groups, beside } = edition.starts;
    let picked = RwSignal::new(None::<&'static Start>);
    let also = RwSignal::new(false);
    let reminded = RwSignal::new(false);
    let chosen = Signal::derive(move || picked.get().map(|start| start.id.to_owned()));
    let pick = Callback::new(move |id: String| {
        picked.set(edition.starts.named(&id));
        reminded.set(false);
    });
    let mut groups = groups.iter().map(|group| {
        let choices = group.starts.iter().map(|start| choice(start, edition, lang)).collect();
        kind_group(group.title.get(lang).to_owned(), choices, chosen, pick)
    });
    let first = groups.next().into_iter().collect();
    let mut others: Vec<_> = groups.collect();
    let applicant = move |start: &Start| match beside {
        Some(beside) if also.get_untracked() => start.applicant.with_roles_of(beside.applicant),
        _ => start.applicant,
    };
    if let Some(beside) = beside {
        let is_beside = move || also.get() || picked.get().is_some_and(|start| start.id == beside.id);
        others.push(checkbox(
            "also".to_owned(),
            beside.label.get(lang).to_owned(),
            Some(beside.gloss.get(lang).into_any()),
            Signal::derive(is_beside),
            Callback::new(move |yes| also.set(yes)),
        ));
    }
    let begin = Callback::new(move |()| {
        let Some(start) = picked.get_untracked() else { return reminded.set(true) };
        session.replace(Draft::begin(edition, applicant(start), session.today.year()));
        Route::First.go();
    });
    let has_draft = session.draft.with_untracked(|draft| draft.facts.answered() > 0);
    let note = if has_draft { words::BEGIN_KEEPS } else { words::BEGIN_NOTE };
    let at_hand = move || {
        let papers =
            |start: &Start| view! { <p class="mb-4"><b>{words::AT_HAND.get(lang)}</b>{start.at_hand.get(lang)}</p> };
        picked.get().map(papers)
    };
    let way_on = view! {
        <button class="button button--primary" type="button" on:click=move |_| begin.run(())>
            {words::BEGIN.get(lang)}
            {icon(Glyph::Right)}
        </button>
        <span class="soft small" role="status">
            {move || if reminded.get() { words::PICK_KIND.get(lang) } else { note.get(lang) }}
        </span>
    };
    let body = view! {
        <form on:submit=|event| event.prevent_default()>
            {kind_list(vec![first, others])}
            {kind_bar(at_hand.into_any(), way_on.into_any())}
        </form>
    };
    section(
        "kinds".to_owned(),
        words::KIND_TITLE.get(lang).to_owned(),
        words::KIND_NOTE.get(lang).into_any(),
        body.into_any(),
    )
}

/// The draft that is open, if it says anything.
fn open_draft(session: Session, lang: Lang) -> Option<AnyView> {
    let drafts = session.lines.with(Vec::len);
    if session.draft.with(|draft| draft.facts.answered() == 0) {
        let all = link_button("button", Route::Drafts.href(), draft_words::all(drafts, lang), None);
        return (drafts > 0).then(|| panel("continue", words::CONTINUE_TITLE.get(lang).to_owned(), all));
    }
    let name = name_of(&session.draft.get(), lang);
    let mut meta = Vec::new();
    if let Saved::At(at) = session.saved.get() {
        meta.push(format!("{}{}", words::SAVED_AT.get(lang), moment(&at, session.today)));
    }
    if let Some(count) = session.known_count() {
        let unsure = words::unsure(count.unsure, lang);
        meta.push(format!("{}{} / {}{unsure}", words::ANSWERED.get(lang), count.answered, count.all));
        let missing = session.report.with(|report| report.missing().len());
        if missing > 0 {
            meta.push(format!("{}{missing}{}", words::STILL.get(lang), words::ITEMS.get(lang)));
        }
    }
    let body = view! {
        {draft_lines(name, meta.join(" · "))}
        <div class="button-row mt-3">
            {link_button("button", Route::Tasks.href(), words::CONTINUE.get(lang).to_owned(), None)}
            {link_button(
                "button button--quiet",
                Route::Result.href(),
                words::SEE_RESULT.get(lang).to_owned(),
                None,
            )}
            {link_button("button button--quiet", Route::Drafts.href(), draft_words::all(drafts, lang), None)}
        </div>
    };
    Some(panel("continue", words::CONTINUE_TITLE.get(lang).to_owned(), body.into_any()))
}
