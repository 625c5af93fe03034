//! How cells look.

use crate::answers::form::Form;
use crate::office::xlsx::book::{Align, Look, Number};

// The colours of the page (`style/tokens.css`).
pub(in crate::office::xlsx) const INK: u32 = 0x1B_4F_8F;
pub(in crate::office::xlsx) const SHADE: u32 = 0xEE_F1_F4;
const HEAD_SHADE: u32 = 0xD5_DA_E0;
const PALE: u32 = 0xFB_F4_E4;
pub(in crate::office::xlsx) const GREY: u32 = 0x4B_56_63;

pub(in crate::office::xlsx) const PLAIN: Look = Look {
    number: Number::General,
    align: Align::Own,
    bold: false,
    size: 0,
    ink: 0,
    fill: 0,
    ruled: false,
    wrap: false,
    open: false,
};
pub(in crate::office::xlsx) const TITLE: Look = Look { bold: true, size: 16, ink: INK, ..PLAIN };
pub(in crate::office::xlsx) const HEADING: Look = Look { bold: true, size: 12, ink: INK, ..PLAIN };
pub(in crate::office::xlsx) const NOTE: Look = Look { ink: GREY, wrap: true, align: Align::Left, ..PLAIN };
pub(in crate::office::xlsx) const HEAD: Look =
    Look { bold: true, ink: 0x17_1D_26, fill: HEAD_SHADE, ruled: true, wrap: true, align: Align::Middle, ..PLAIN };
pub(in crate::office::xlsx) const CELL: Look = Look { ruled: true, wrap: true, align: Align::Left, ..PLAIN };
pub(in crate::office::xlsx) const NAMED: Look = Look { fill: SHADE, ..CELL };
pub(in crate::office::xlsx) const MIDDLE: Look = Look { align: Align::Middle, ..CELL };
pub(in crate::office::xlsx) const INPUT: Look = Look { fill: PALE, ink: INK, open: true, ..CELL };
pub(in crate::office::xlsx) const MONEY: Look =
    Look { number: Number::Money, align: Align::Right, wrap: false, ..CELL };

pub(in crate::office::xlsx) const fn strong(look: Look) -> Look {
    Look { bold: true, fill: SHADE, ..look }
}

pub(in crate::office::xlsx) const fn shown(look: Look, number: Number) -> Look {
    let align = match number {
        Number::General | Number::Text => look.align,
        Number::Year | Number::Day => Align::Middle,
        _ => Align::Right,
    };
    Look { number, align, ..look }
}

/// How the answers of a form are written.
pub(in crate::office::xlsx) const fn number(form: &Form) -> Number {
    match form {
        Form::Money { .. } => Number::Money,
        Form::Area => Number::Area,
        Form::Count { .. } => Number::Count,
        Form::Share => Number::Share,
        Form::Date => Number::Day,
        Form::Year => Number::Year,
        Form::Words(_) | Form::Code => Number::Text,
        Form::YesNo | Form::Choice(_) | Form::Table(_) => Number::General,
    }
}
