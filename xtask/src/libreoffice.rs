//! LibreOffice, which opens and recalculates what the portal writes.

use crate::failure::Failure;
use crate::{debian, program};

/// Its parts that the tests use, by the names of their packages on Debian.
const PACKAGES: &[&str] = &["libreoffice-calc", "libreoffice-writer"];

/// Finds it, and installs it where that is ours to do.
pub fn ensure() -> Result<(), Failure> {
    let found = || program::on_path("soffice").is_some();
    if found() {
        return Ok(());
    }
    let why = "no soffice was found on the PATH, which opens the office files";
    let fix =
        format!("install LibreOffice and put soffice on the PATH (Debian: apt-get install {})", PACKAGES.join(" "));
    debian::install(PACKAGES, why, &fix)?;
    if found() { Ok(()) } else { Err(Failure::new(why, fix)) }
}
