//! A box to type in with its unit, a list to choose from, and what is wrong with them.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use crate::ui::components::icon::{Glyph, icon};
use leptos::ev::{self, CompositionEvent, Event, FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

/// What is typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Words.
    Text,
    /// Long words, such as a name or an address.
    Long,
    /// An amount or number: set right, number keys on a phone.
    Number,
    /// A date or another code of digits: number keys, set left.
    Digits,
}

/// The box alone, for use within a question or a field.
pub struct Input {
    /// Its id.
    pub id: String,
    /// What is typed in.
    pub typed: Typed,
    /// Its name where no label stands on the page.
    pub label: Option<String>,
    /// The id of the text that names it.
    pub labelled_by: Option<String>,
    /// The ids of the texts that explain it.
    pub described_by: Signal<Option<String>>,
    /// The unit after the box.
    pub unit: Option<String>,
    /// What stands in it.
    pub value: Signal<String>,
    /// Whether it is wrong.
    pub invalid: Signal<bool>,
    /// Called on every keystroke.
    pub on_input: Callback<String>,
    /// Called when it is left. Not when the page is: a box that is taken away loses its focus after its owner is gone.
    pub on_leave: Callback<()>,
}

/// The box and its unit.
pub fn input(input: Input) -> AnyView {
    let Input { id, typed, label, labelled_by, described_by, unit, value, invalid, on_input, on_leave } = input;
    let long = typed == Typed::Long;
    let number = typed == Typed::Number;
    let mode = match typed {
        Typed::Text | Typed::Long => None,
        Typed::Number => Some("decimal"),
        Typed::Digits => Some("numeric"),
    };
    view! {
        <span class="input" class:input--long=long class:input--error=invalid>
            <input
                class="input__box"
                class:input__box--money=number
                id=id
                type="text"
                autocomplete="off"
                inputmode=mode
                aria-label=label
                aria-labelledby=labelled_by
                aria-describedby=move || described_by.get()
                aria-invalid=move || invalid.get().then_some("true")
                prop:value=value
                on:input=move |event| typed_in(&event, value, on_input)
                on:compositionend=move |event| composed(&event, value, on_input)
                on:blur=move |event| box_left(&event, value, on_input, on_leave)
            />
            {unit.map(|unit| view! { <span class="input__unit">{unit}</span> })}
        </span>
    }
    .into_any()
}

thread_local! {
    /// While something is pressed: who waits for it to be let go.
    static WAITING: RefCell<Option<Vec<Callback<()>>>> = const { RefCell::new(None) };
    /// Whether an input method is composing.
    static COMPOSING: Cell<bool> = const { Cell::new(false) };
}

/// Tells what was typed, unless an input method is composing: what stands in the box then is not meant yet.
pub fn typed_in(event: &Event, value: Signal<String>, on_input: Callback<String>) {
    if !is_composing() {
        listen(&event_target_value(event), value, on_input);
    }
}

/// Tells what was composed, a moment later: some input methods put it into the box only after this event, and tell nothing
/// any more. Told at once, the box would be set to what stood in it before.
pub fn composed(event: &CompositionEvent, value: Signal<String>, on_input: Callback<String>) {
    COMPOSING.set(false);
    let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    set_timeout(
        move || {
            if !is_composing() {
                listen(&target.value(), value, on_input);
            }
        },
        Duration::ZERO,
    );
}

/// Tells what stands in a box, unless it is known.
fn listen(text: &str, value: Signal<String>, on_input: Callback<String>) {
    if value.try_with_untracked(|value| value != text) == Some(true) {
        on_input.run(text.to_owned());
    }
}

/// Whether an input method is composing somewhere on the page: nothing may move or speak up meanwhile.
pub fn is_composing() -> bool {
    COMPOSING.get()
}

/// Whether a key belongs to an input method. Safari tells the one that ends the composing after its end, and old
/// Chromium does not say that it is composing: both give the key code 229.
pub fn is_composed(event: &KeyboardEvent) -> bool {
    const OF_INPUT_METHOD: u32 = 229;
    event.is_composing() || event.key_code() == OF_INPUT_METHOD
}

/// Tells what stands in a box, where that has not been told, and that the box was left.
pub fn box_left(event: &FocusEvent, value: Signal<String>, on_input: Callback<String>, on_leave: Callback<()>) {
    listen(&event_target_value(event), value, on_input);
    left(on_leave);
}

/// Tells that a box was left: at once when it was by the keyboard, else when what is pressed now has been let go. What
/// is said of the box would otherwise move that from under the pointer, and the click would be lost.
pub fn left(on_leave: Callback<()>) {
    let waits = WAITING.with_borrow_mut(|waiting| waiting.as_mut().map(|waiting| waiting.push(on_leave)).is_some());
    if !waits {
        on_leave.try_run(());
    }
}

/// Notes when something is pressed and let go, from here on.
pub fn follow_the_pointer() {
    let let_go = || {
        let waiting = WAITING.with_borrow_mut(Option::take);
        // The click is told after this.
        set_timeout(
            move || {
                for on_leave in waiting.into_iter().flatten() {
                    on_leave.try_run(());
                }
            },
            Duration::ZERO,
        );
    };
    let _ = window_event_listener(ev::pointerdown, move |_| {
        // Let go outside the window.
        let_go();
        WAITING.set(Some(Vec::new()));
    });
    let _ = window_event_listener(ev::pointerup, move |_| let_go());
    let _ = window_event_listener(ev::pointercancel, move |_| let_go());
}

/// Notes when an input method begins to compose, and when it has ended, from here on.
pub fn follow_composing() {
    let _ = window_event_listener(ev::compositionstart, |_| COMPOSING.set(true));
    let _ = window_event_listener(ev::compositionend, |_| COMPOSING.set(false));
    // A box that is taken away while it is composed in tells no end.
    let _ = window_event_listener(ev::focusin, |_| COMPOSING.set(false));
}

/// A select in the same frame; each option is its value and its words.
pub fn select(
    id: String,
    label: String,
    small: bool,
    options: Vec<(String, String)>,
    value: Signal<String>,
    on_change: Callback<String>,
) -> AnyView {
    view! {
        <span class="input" class:input--small=small>
            <select
                class="input__box"
                id=id
                aria-label=label
                prop:value=value
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {choices(options, value)}
            </select>
        </span>
    }
    .into_any()
}

/// The options of a select, the chosen one marked.
pub(super) fn choices(options: Vec<(String, String)>, value: Signal<String>) -> Vec<AnyView> {
    options
        .into_iter()
        .map(|(key, words)| {
            let chosen = {
                let key = key.clone();
                move || value.with(|value| *value == key)
            };
            view! { <option value=key selected=chosen>{words}</option> }.into_any()
        })
        .collect()
}

/// The ids that explain the box `id`: its hint, and its error while there is one.
pub fn described(id: &str, hint: bool, invalid: Signal<bool>) -> Signal<Option<String>> {
    let hint = hint.then(|| format!("{id}-hint"));
    let error = format!("{id}-error");
    Signal::derive(move || match (&hint, invalid.get()) {
        (Some(hint), true) => Some(format!("{hint} {error}")),
        (None, true) => Some(error.clone()),
        (hint, false) => hint.clone(),
    })
}

/// The error of the box `id`, while there is one.
pub fn field_error(id: String, error: Signal<Option<String>>) -> AnyView {
    (move || {
        error.get().map(|error| {
            view! { <p class="field__error" id=format!("{id}-error")>{icon(Glyph::Warn)}<span>{error}</span></p> }
        })
    })
    .into_any()
}
