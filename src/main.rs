//! The page.

// Until the pages are built no one calls the components.
#![allow(dead_code)]

mod ui;

fn main() {
    leptos::mount::mount_to_body(|| ());
}
