//! A bare counter: what any page made with Leptos takes to start.

use leptos::prelude::*;

fn main() {
    leptos::mount::mount_to_body(|| {
        let count = RwSignal::new(0);
        view! { <button on:click=move |_| count.update(|count| *count += 1)>"Clicked " {count}</button> }
    });
}
