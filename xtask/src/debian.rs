//! Packages of Debian and its children, installed where that is ours to do.

use crate::failure::Failure;
use crate::{program, step};
use std::path::Path;
use std::process::Command;

/// Installs packages. `why` says what is missing, `fix` what a person can do instead.
pub fn install(packages: &[&str], why: &str, fix: &str) -> Result<(), Failure> {
    let Some(apt) = apt() else {
        return Err(Failure::new(why, fix));
    };
    step::during(&format!("installing {} ({why})", packages.join(" ")), || {
        program::run(apt_get(&apt).args(["update", "-q"]), fix)?;
        program::run(apt_get(&apt).args(["install", "-q", "-y", "--no-install-recommends"]).args(packages), fix)
    })
}

/// How to install packages here: as root, or where sudo asks nothing.
fn apt() -> Option<Vec<&'static str>> {
    if !Path::new("/etc/debian_version").exists() || program::on_path("apt-get").is_none() {
        return None;
    }
    if is_root() {
        return Some(vec!["apt-get"]);
    }
    program::answer("sudo", &["-n", "true"]).map(|_| vec!["sudo", "-n", "apt-get"])
}

fn apt_get(words: &[&str]) -> Command {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether we are root, as whom Chromium starts only without its sandbox.
pub fn is_root() -> bool {
    cfg!(unix) && program::answer("id", &["-u"]).as_deref() == Some("0")
}
