//! The grey desk the packet lies on.

use leptos::prelude::*;

/// Sheets on the desk, tools beside them. The label names the tools.
pub fn desk(label: String, side: AnyView, sheets: AnyView) -> AnyView {
    view! {
        <div class="desk">
            <div class="desk__inner">
                <aside class="desk__side stack no-print" aria-label=label>{side}</aside>
                <div class="sheets">{sheets}</div>
            </div>
        </div>
    }
    .into_any()
}
