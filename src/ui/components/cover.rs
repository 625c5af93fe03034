//! The cover sheet.

use super::sheet::broken;
use leptos::prelude::*;

/// What stands on the cover.
pub struct Cover {
    /// How the sheet is called.
    pub label: String,
    /// Top left: the verification code.
    pub code: String,
    /// Top right: draft or final.
    pub state: String,
    /// The title, in lines.
    pub title: String,
    /// Under it: the year.
    pub sub: String,
    /// Names and values; a value may have lines.
    pub lines: Vec<(String, String)>,
    /// What whoever reads it should know, in lines.
    pub caution: String,
    /// The code for a camera.
    pub code_image: Option<AnyView>,
}

/// Draws the cover.
pub fn cover(cover: Cover) -> AnyView {
    let Cover { label, code, state, title, sub, lines, caution, code_image } = cover;
    let lines: Vec<_> =
        lines.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{broken(&value)}</dd> }.into_any()).collect();
    view! {
        <section class="sheet sheet--cover" aria-label=label>
            <div class="cover">
                <div class="cover__top"><span>{code}</span><span>{state}</span></div>
                <h2 class="cover__title">{broken(&title)}</h2>
                <p class="cover__sub">{sub}</p>
                <hr class="cover__rule" />
                <dl class="cover__lines">{lines}</dl>
                <div class="cover__foot">
                    <div><p class="cover__caution">{broken(&caution)}</p></div>
                    {code_image}
                </div>
            </div>
        </section>
    }
    .into_any()
}
