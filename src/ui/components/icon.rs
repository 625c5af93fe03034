//! Glyphs of the one inline sprite (`style/sprite.svg`, put into the page by `index.html`).

use leptos::prelude::*;

/// A symbol of the sprite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// Filled disc with a tick.
    Met,
    /// Ring with three dots.
    Open,
    /// Square with a cross.
    Unmet,
    /// Bar.
    Na,
    /// Broken ring.
    Decision,
    /// Box: in kind.
    InKind,
    /// Bent arrow: gave way.
    Gave,
    /// Half disc: under way.
    Doing,
    /// Ring: not begun.
    Todo,
    /// Flag: a reader would ask.
    Flag,
    /// Triangle: caution.
    Warn,
    /// An i in a ring.
    Info,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Three bars.
    Menu,
    /// Half-dark disc: theme.
    Theme,
    /// Sheet of paper.
    File,
    /// Arrow into a tray.
    Save,
    /// Printer.
    Print,
    /// Two sheets.
    Copy,
    /// Plus.
    Plus,
    /// Chevron down.
    Down,
    /// Chevron up.
    Up,
    /// Cross: out.
    Out,
    /// Three dots: more.
    More,
    /// Arrow to the right.
    Right,
    /// Clock.
    Time,
    /// This computer.
    Here,
    /// No network.
    Off,
}

impl Glyph {
    /// Where the symbol stands in the sprite.
    pub const fn href(self) -> &'static str {
        match self {
            Self::Met => "#i-met",
            Self::Open => "#i-open",
            Self::Unmet => "#i-unmet",
            Self::Na => "#i-na",
            Self::Decision => "#i-decision",
            Self::InKind => "#i-inkind",
            Self::Gave => "#i-gave",
            Self::Doing => "#i-doing",
            Self::Todo => "#i-todo",
            Self::Flag => "#i-flag",
            Self::Warn => "#i-warn",
            Self::Info => "#i-info",
            Self::Undo => "#i-undo",
            Self::Redo => "#i-redo",
            Self::Menu => "#i-menu",
            Self::Theme => "#i-theme",
            Self::File => "#i-file",
            Self::Save => "#i-save",
            Self::Print => "#i-print",
            Self::Copy => "#i-copy",
            Self::Plus => "#i-plus",
            Self::Down => "#i-down",
            Self::Up => "#i-up",
            Self::Out => "#i-out",
            Self::More => "#i-more",
            Self::Right => "#i-right",
            Self::Time => "#i-time",
            Self::Here => "#i-here",
            Self::Off => "#i-off",
        }
    }
}

/// An icon. It says nothing by itself: a word stands beside it, or the button has a label.
pub fn icon(glyph: Glyph) -> AnyView {
    icon_as("icon", glyph)
}

/// An icon with classes of its own, such as `icon verdict__icon`.
pub fn icon_as(class: &'static str, glyph: Glyph) -> AnyView {
    view! {
        <svg class=class viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <use_ href=glyph.href() />
        </svg>
    }
    .into_any()
}
