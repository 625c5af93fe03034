//! What unpacks the program in `portal.html` (LZMA): a program of its own, small enough to stand there unpacked.
//! `release/src/single.rs` packs, `public/start.js` calls what is exported here.

// Names of what is exported count as unsafe, as two could be the same.
#![allow(unsafe_code)]

use lzma_rust2::{Action, LzmaStream};
use std::ptr;

/// Bytes that were packed as one, unpacked from their beginning as far as they are wanted.
pub struct Unpacker {
    stream: LzmaStream,
    packed: Vec<u8>,
    /// How many packed bytes have been read.
    read: usize,
    bytes: Vec<u8>,
    /// How many of `bytes` have been written.
    written: usize,
}

impl Unpacker {
    /// Nothing unpacked yet, of what is `size` bytes in the end.
    #[must_use]
    pub fn new(packed: Vec<u8>, size: usize) -> Self {
        Self { stream: LzmaStream::new_mem_limit(u32::MAX, None), packed, read: 0, bytes: vec![0; size], written: 0 }
    }

    /// The bytes before `end`. None where the packed ones are damaged, or there are not so many.
    pub fn up_to(&mut self, end: usize) -> Option<&[u8]> {
        if self.written < end {
            let packed = self.packed.get(self.read..)?;
            let done = self.stream.process(packed, self.bytes.get_mut(self.written..end)?, Action::Finish).ok()?;
            self.read += done.bytes_consumed;
            self.written += done.bytes_produced;
        }
        self.bytes.get(..end.min(self.written)).filter(|bytes| bytes.len() == end)
    }
}

/// An unpacker for so many packed bytes, which the page has still to write.
#[unsafe(no_mangle)]
pub extern "C" fn unpacker(packed: usize, size: usize) -> Box<Unpacker> {
    Box::new(Unpacker::new(vec![0; packed], size))
}

/// Where the page writes the packed bytes.
#[unsafe(no_mangle)]
pub extern "C" fn packed(unpacker: &mut Unpacker) -> *mut u8 {
    unpacker.packed.as_mut_ptr()
}

/// Where the unpacked bytes begin, those before `end` written. Nowhere (0) where the packed ones are damaged.
#[unsafe(no_mangle)]
pub extern "C" fn unpack(unpacker: &mut Unpacker, end: usize) -> *const u8 {
    unpacker.up_to(end).map_or(ptr::null(), <[u8]>::as_ptr)
}
