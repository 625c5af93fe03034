//! Where one signs and seals.

use super::sheet::broken;
use leptos::prelude::*;

/// The ring for the seal with its word, and the lines under it.
pub fn sign(ring: String, lines: String) -> AnyView {
    view! {
        <div class="sign">
            <div class="sign__seal"><span class="sign__ring" aria-hidden="true">{ring}</span>{broken(&lines)}</div>
        </div>
    }
    .into_any()
}
