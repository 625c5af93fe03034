//! The first page: what kind of institution, an example, a file, or on with the last draft.

use leptos::prelude::*;
use miyun::answers::question::Chosen;
use miyun::applicant::identity::Kind;
use miyun::drafts::draft::Draft;
use miyun::policy::CURRENT_INDEX;
use miyun::policy::miyun_2019_25::article_04_kinds as kinds;
use miyun::rule::Heading;
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
use crate::ui::drafts::opening::{name_of, open_panel};
use crate::ui::drafts::session::clock::moment;
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
        {kind_form(session, lang)}
        <div class="mt-6">{in_force(lang)}</div>
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
fn in_force(lang: Lang) -> AnyView {
    let copy = copy_button(words::FORCE_COPY, move || words::FORCE_ASK.get(lang).to_owned(), lang);
    notice(Notice {
        tone: Tone::Caution,
        glyph: Glyph::Warn,
        title: words::FORCE_TITLE.get(lang).to_owned(),
        body: view! { <p>{words::FORCE_SAYS.get(lang)}</p> }.into_any(),
        actions: Some(copy),
        row: true,
    })
}

/// What one begins as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Institution(Kind),
    Intermediary,
    Association,
}

impl Start {
    const INTERMEDIARY: &str = "intermediary";
    const ASSOCIATION: &str = "association";

    fn id(self) -> &'static str {
        match self {
            Self::Institution(kind) => kind.choice().id,
            Self::Intermediary => Self::INTERMEDIARY,
            Self::Association => Self::ASSOCIATION,
        }
    }

    fn of(id: &str) -> Option<Self> {
        match id {
            Self::INTERMEDIARY => Some(Self::Intermediary),
            Self::ASSOCIATION => Some(Self::Association),
            id => Kind::ALL.iter().copied().find(|kind| kind.choice().id == id).map(Self::Institution),
        }
    }

    fn may_have(self, clause: &Heading) -> bool {
        match self {
            Self::Institution(kind) => clause.kinds.contain_kind(kind as u8),
            Self::Intermediary => clause.kinds.contain_role(0),
            Self::Association => clause.kinds.contain_role(1),
        }
    }

    /// The papers that the figures stand in.
    const fn at_hand(self) -> Text {
        match self {
            Self::Institution(Kind::LegalEntity) => words::AT_HAND_LEGAL_ENTITY,
            Self::Institution(Kind::FundManager | Kind::FundCompany | Kind::Fund) => words::AT_HAND_FUND,
            Self::Institution(_) => words::AT_HAND_BRANCH,
            Self::Intermediary => words::AT_HAND_INTERMEDIARY,
            Self::Association => words::AT_HAND_ASSOCIATION,
        }
    }

    fn choice(self, lang: Lang) -> KindChoice {
        let (name, gloss) = match self {
            Self::Institution(kind) => (kind.choice().label, kind.choice().gloss),
            Self::Intermediary => (words::INTERMEDIARY, words::INTERMEDIARY_GLOSS),
            Self::Association => (words::ASSOCIATION, words::ASSOCIATION_GLOSS),
        };
        let count = CURRENT_INDEX.clauses.iter().filter(|clause| self.may_have(clause)).count();
        KindChoice {
            value: self.id().to_owned(),
            name: name.get(lang).to_owned(),
            gloss: gloss.get(lang).to_owned(),
            count: format!("{}{count}{}", words::MAY_APPLY.get(lang), words::MAY_APPLY_END.get(lang)),
        }
    }
}

fn kind_form(session: Session, lang: Lang) -> AnyView {
    let picked = RwSignal::new(None::<Start>);
    let also = RwSignal::new(false);
    let reminded = RwSignal::new(false);
    let institutions = |wanted: fn(Kind) -> bool| {
        Kind::ALL.iter().copied().filter(|kind| wanted(*kind)).map(Start::Institution).collect::<Vec<_>>()
    };
    let chosen = Signal::derive(move || picked.get().map(|start| start.id().to_owned()));
    let pick = Callback::new(move |id: String| {
        picked.set(Start::of(&id));
        reminded.set(false);
    });
    let group = |name: Text, starts: Vec<Start>| {
        let choices = starts.into_iter().map(|start| start.choice(lang)).collect();
        kind_group(name.get(lang).to_owned(), choices, chosen, pick)
    };
    let quasi = |kind: Kind| kinds::EIGHT.contain_kind(kind as u8) && !kinds::FINANCIAL.contain_kind(kind as u8);
    let fund = |kind: Kind| !kinds::EIGHT.contain_kind(kind as u8) && kind != Kind::None;
    let is_intermediary = Signal::derive(move || also.get() || picked.get() == Some(Start::Intermediary));
    let begin = Callback::new(move |()| {
        let Some(start) = picked.get_untracked() else { return reminded.set(true) };
        let kind = if let Start::Institution(kind) = start { kind } else { Kind::None };
        session.replace(Draft::begin(
            kind,
            is_intermediary.get_untracked(),
            start == Start::Association,
            session.today.year(),
        ));
        Route::First.go();
    });
    let has_draft = session.draft.with_untracked(|draft| draft.facts.answered() > 0);
    let note = if has_draft { words::BEGIN_KEEPS } else { words::BEGIN_NOTE };
    let at_hand = move || {
        let papers =
            |start: Start| view! { <p class="mb-4"><b>{words::AT_HAND.get(lang)}</b>{start.at_hand().get(lang)}</p> };
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
            {kind_list(vec![
                vec![group(words::GROUP_FINANCIAL, institutions(|kind| kinds::FINANCIAL.contain_kind(kind as u8)))],
                vec![
                    group(words::GROUP_QUASI, institutions(quasi)),
                    group(words::GROUP_FUND, institutions(fund)),
                    group(words::GROUP_ROLES, vec![Start::Intermediary, Start::Association]),
                    checkbox(
                        "also".to_owned(),
                        words::ALSO.get(lang).to_owned(),
                        Some(words::ALSO_GLOSS.get(lang).into_any()),
                        is_intermediary,
                        Callback::new(move |yes| also.set(yes)),
                    ),
                ],
            ])}
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
