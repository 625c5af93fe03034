//! The QR code of a text as runs of dark modules, whatever draws them.

use std::ops::Range;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::text::{Text, text};

/// What it is, read out.
pub(crate) const LABEL: Text = text("核验二维码", "Verification code for a camera");

/// The white edge in modules. The paper around it is white too.
const QUIET: usize = 2;

/// A QR code with a white edge.
pub(crate) struct Qr(QrCode);

/// Dark modules beside each other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Run {
    /// Their row, from the top.
    pub(crate) y: usize,
    /// Their columns, from the left.
    pub(crate) x: Range<usize>,
}

impl Qr {
    /// The code of a text; `None` where the text is too long for one.
    pub(crate) fn of(words: &str) -> Option<Self> {
        QrCode::encode_text(words, QrCodeEcc::Medium).ok().map(Self)
    }

    /// How many modules a side has, with the edge.
    pub(crate) fn side(&self) -> usize {
        self.modules() + 2 * QUIET
    }

    /// The runs, row by row.
    pub(crate) fn runs(&self) -> impl Iterator<Item = Run> {
        (0..self.modules()).flat_map(move |y| {
            let mut x = 0;
            std::iter::from_fn(move || {
                let begin = (x..self.modules()).find(|x| self.dark(*x, y))?;
                x = (begin..self.modules()).find(|x| !self.dark(*x, y)).unwrap_or(self.modules());
                Some(Run { y: y + QUIET, x: begin + QUIET..x + QUIET })
            })
        })
    }

    fn modules(&self) -> usize {
        usize::try_from(self.0.size()).unwrap_or(0)
    }

    fn dark(&self, x: usize, y: usize) -> bool {
        matches!((i32::try_from(x), i32::try_from(y)), (Ok(x), Ok(y)) if self.0.get_module(x, y))
    }
}
