//! The screenful of a long list: what of it is drawn, by how far it is scrolled.

use leptos::wasm_bindgen::JsCast;
use leptos::{html, prelude::*, web_sys::HtmlElement};
use miyun::window::{Window, scroll_to};

/// The height of a row and of the list, in pixels, until they are drawn.
const HEIGHT: usize = 44;
const SEEN: usize = 480;

/// What is on the screen of a list in a frame that scrolls.
#[derive(Clone, Copy)]
pub struct Screenful {
    /// The frame.
    pub frame: NodeRef<html::Div>,
    /// What is drawn.
    pub window: Memo<Window>,
    /// What finds the rows in the frame: the first tells their height.
    row: &'static str,
    scrolled: RwSignal<usize>,
    seen: RwSignal<usize>,
    height: RwSignal<usize>,
}

impl Screenful {
    /// Of a list of so many rows. One of up to `short` rows is drawn as a whole.
    pub fn of(rows: Signal<usize>, short: usize, row: &'static str) -> Self {
        let (scrolled, seen, height) = (RwSignal::new(0), RwSignal::new(SEEN), RwSignal::new(HEIGHT));
        let window = Memo::new(move |_| match rows.get() {
            all if all <= short => Window::whole(all),
            all => Window::at(all, scrolled.get(), seen.get(), height.get()),
        });
        let screen = Self { frame: NodeRef::new(), window, row, scrolled, seen, height };
        // What was never drawn has no height yet.
        Effect::new(move |_| {
            rows.track();
            if screen.frame.get().is_some() {
                request_animation_frame(move || screen.measure());
            }
        });
        let resized = window_event_listener(leptos::ev::resize, move |_| screen.measure());
        on_cleanup(move || resized.remove());
        screen
    }

    /// Looks how far the list is scrolled, and how much of it is seen.
    pub fn measure(self) {
        let Some(frame) = self.frame.try_get_untracked().flatten() else { return };
        let row = frame.query_selector(self.row).ok().flatten().and_then(|row| row.dyn_into::<HtmlElement>().ok());
        let update = |signal: RwSignal<usize>, to: usize| {
            if to > 0 && to != signal.get_untracked() {
                signal.set(to);
            }
        };
        update(self.height, row.map_or(0, |row| pixels(row.offset_height())));
        update(self.seen, pixels(frame.client_height()));
        self.scrolled.set(pixels(frame.scroll_top()));
    }

    /// Scrolls to a row that is not drawn, unless the list has gone by then.
    pub fn show(self, row: usize) {
        let (Some(window), Some(Some(frame))) = (self.window.try_get_untracked(), self.frame.try_get_untracked())
        else {
            return;
        };
        if !window.rows().contains(&row) {
            let to = scroll_to(row, window.all, self.seen.get_untracked(), self.height.get_untracked());
            frame.set_scroll_top(i32::try_from(to).unwrap_or(i32::MAX));
            self.measure();
        }
    }

    /// Scrolls to the top.
    pub fn begin(self) {
        if let Some(frame) = self.frame.get_untracked() {
            frame.set_scroll_top(0);
        }
    }
}

fn pixels(pixels: i32) -> usize {
    usize::try_from(pixels).unwrap_or(0)
}
