//! What the page looks like printed.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// A printed page.
#[derive(Debug)]
pub struct Pdf {
    bytes: Vec<u8>,
    text: String,
}

impl Pdf {
    /// Reads a PDF, its text as Poppler's pdftotext extracts it, the way a reader copies it.
    /// (Libraries for this either lose Chinese set in Type 3 fonts or return radicals for words.)
    #[track_caller]
    pub fn read(bytes: Vec<u8>) -> Self {
        match text_in(&bytes) {
            Ok(text) => Self { bytes, text },
            Err(why) => panic!("pdftotext cannot read the print: {why}"),
        }
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// All text in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many sheets it has.
    pub fn pages(&self) -> usize {
        self.text.matches('\u{C}').count()
    }

    /// Whether the words are in it, however its lines are broken.
    pub fn contains(&self, words: &str) -> bool {
        unbroken(&self.text).contains(&unbroken(words))
    }

    /// Keeps it as a file.
    pub fn save(&self, file: &Path) -> std::io::Result<()> {
        fs::write(file, &self.bytes)
    }
}

fn unbroken(text: &str) -> String {
    text.split_whitespace().collect()
}

fn text_in(bytes: &[u8]) -> Result<String, String> {
    let words = |error: std::io::Error| error.to_string();
    let mut child = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(words)?;
    let mut input = child.stdin.take().ok_or("no way in")?;
    let output = std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(bytes));
        child.wait_with_output()
    });
    let output = output.map_err(words)?;
    if output.status.success() {
        String::from_utf8(output.stdout).map_err(|error| error.to_string())
    } else {
        Err(output.status.to_string())
    }
}
