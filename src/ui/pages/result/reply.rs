//! What the office said to a doubt: whom one asked, when, and what was said.

use leptos::ev::Event;
use leptos::prelude::*;
use miyun::date::Date;
use miyun::drafts::filing::{LONGEST_NOTE, LONGEST_REPLY, Reply};
use miyun::text::Lang;

use crate::ui::components::field::{Input, Typed, input, is_composing};
use crate::ui::drafts::session::Session;
use crate::ui::words;

/// The boxes to note it in.
pub fn reply(session: Session, doubt: &'static str, lang: Lang) -> AnyView {
    let noted =
        Memo::new(move |_| session.draft.with(|draft| draft.filing.replies.get(doubt).cloned().unwrap_or_default()));
    let change = move |change: &dyn Fn(&mut Reply)| {
        let mut reply = noted.get_untracked();
        change(&mut reply);
        session.file_typed(doubt, move |draft| {
            draft.filing.replies.remove(doubt);
            if reply != Reply::default() {
                draft.filing.replies.insert(doubt.to_owned(), reply);
            }
        });
    };
    // On paper an empty box says nothing.
    let nothing = move || noted.with(|reply| *reply == Reply::default());
    let [whom, day, says] = ["whom", "day", "says"].map(|field| format!("reply-{doubt}-{field}"));
    let whom_box = input(Input {
        id: whom.clone(),
        typed: Typed::Text,
        label: None,
        labelled_by: None,
        described_by: Signal::stored(None),
        unit: None,
        value: Signal::derive(move || noted.with(|reply| reply.whom.clone())),
        invalid: Signal::stored(false),
        on_input: Callback::new(move |typed: String| {
            change(&|reply| reply.whom = typed.chars().take(LONGEST_NOTE).collect());
        }),
        on_leave: Callback::new(|()| {}),
    });
    let day_now = move || noted.with(|reply| reply.day.map(|day| day.to_string()).unwrap_or_default());
    let says_now = move || noted.with(|reply| reply.says.clone());
    let say = move |event: Event| {
        let typed = event_target_value(&event);
        change(&|reply| reply.says.clone_from(&typed));
    };
    view! {
        <div class="reply" class:no-print=nothing role="group" aria-label=words::REPLY.get(lang)>
            <div class="field"><label class="field__label" for=whom>{words::REPLY_WHOM.get(lang)}</label>{whom_box}</div>
            <div class="field">
                <label class="field__label" for=day.clone()>{words::REPLY_DAY.get(lang)}</label>
                <span class="input"><input class="input__box" type="date" id=day
                    prop:value=day_now
                    on:change=move |event| {
                        let day = Date::from_iso(&event_target_value(&event));
                        change(&|reply| reply.day = day);
                    } /></span>
            </div>
            <div class="field reply__says">
                <label class="field__label" for=says.clone()>{words::REPLY.get(lang)}</label>
                <textarea class="statement__box" id=says rows="3" maxlength=LONGEST_REPLY.to_string()
                    prop:value=says_now
                    on:input=move |event| if !is_composing() { say(event) }
                    on:compositionend=move |event| say(event.into())></textarea>
            </div>
            <p class="small soft no-print">{words::REPLY_NOTE.get(lang)}</p>
        </div>
    }
    .into_any()
}
