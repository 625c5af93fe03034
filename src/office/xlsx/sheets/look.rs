//! How cells look.

use crate::office::xlsx::book::{Align, Look, Number};

pub(super) const INK: u32 = 0x1F_3A_5F;
pub(super) const SHADE: u32 = 0xE8_EE_F5;
const PALE: u32 = 0xFF_F8_DC;
pub(super) const GREY: u32 = 0x5F_66_70;

pub(super) const PLAIN: Look = Look {
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
pub(super) const TITLE: Look = Look { bold: true, size: 16, ink: INK, ..PLAIN };
pub(super) const HEADING: Look = Look { bold: true, size: 12, ink: INK, ..PLAIN };
pub(super) const NOTE: Look = Look { ink: GREY, wrap: true, align: Align::Left, ..PLAIN };
pub(super) const HEAD: Look =
    Look { bold: true, ink: 0xFF_FF_FF, fill: INK, ruled: true, wrap: true, align: Align::Middle, ..PLAIN };
pub(super) const CELL: Look = Look { ruled: true, wrap: true, align: Align::Left, ..PLAIN };
pub(super) const NAMED: Look = Look { fill: SHADE, ..CELL };
pub(super) const MIDDLE: Look = Look { align: Align::Middle, ..CELL };
pub(super) const INPUT: Look = Look { fill: PALE, ink: 0x0B_3D_91, open: true, ..CELL };
pub(super) const MONEY: Look = Look { number: Number::Money, align: Align::Right, wrap: false, ..CELL };

pub(super) const fn strong(look: Look) -> Look {
    Look { bold: true, fill: SHADE, ..look }
}

pub(super) const fn shown(look: Look, number: Number) -> Look {
    let align = match number {
        Number::General | Number::Text => look.align,
        Number::Year | Number::Day => Align::Middle,
        _ => Align::Right,
    };
    Look { number, align, ..look }
}
