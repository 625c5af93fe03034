//! LibreOffice, which opens and recalculates what the portal writes.

use crate::failure::Failure;
use crate::{debian, program};

/// Its parts that the tests use, and the faces they pin, by the names of their packages on Debian.
const PACKAGES: &[&str] = &["libreoffice-calc", "libreoffice-writer", "fonts-noto-cjk", "fonts-liberation"];

/// Finds it, and installs it where that is ours to do.
pub fn ensure() -> Result<(), Failure> {
    let has = |family: &str| program::answer("fc-list", &[family, "family"]).is_some_and(|list| !list.is_empty());
    let found =
        || program::on_path("soffice").is_some() && ["Noto Sans CJK SC", "Liberation Serif"].into_iter().all(has);
    if found() {
        return Ok(());
    }
    let why = "no soffice was found on the PATH, which opens the office files, or no Noto CJK and Liberation fonts";
    let fix = format!(
        "install LibreOffice, put soffice on the PATH, and install these fonts (Debian: apt-get install {})",
        PACKAGES.join(" ")
    );
    debian::install(PACKAGES, why, &fix)?;
    if found() { Ok(()) } else { Err(Failure::new(why, fix)) }
}
