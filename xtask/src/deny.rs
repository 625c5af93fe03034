//! Whether the dependencies are what `deny.toml` allows.

use crate::failure::Failure;
use crate::program;
use crate::tool::Tool;

/// Where the list of known faults is kept.
const ADVISORIES: &str = "https://github.com/rustsec/advisory-db";

/// Checks licences, duplicates and sources; known faults where their list can be reached.
pub fn check() -> Result<(), Failure> {
    let bin = Tool::cargo_deny().ensure()?;
    let deny = |what: &[&str]| {
        let mut deny = program::cargo();
        deny.args(["deny", "--workspace", "--locked", "check", "--hide-inclusion-graph"]).args(what);
        deny.env("PATH", program::path_with(std::slice::from_ref(&bin)));
        program::run(&mut deny, "replace the dependency named above, or allow it in deny.toml with the reason")
    };
    deny(&["bans", "licenses", "sources"])?;
    if is_reached() {
        deny(&["advisories"])
    } else {
        eprintln!("    known faults NOT checked: {ADVISORIES} cannot be reached from here");
        Ok(())
    }
}

fn is_reached() -> bool {
    let patience = ["--connect-timeout", "5", "--max-time", "20"];
    let ask = ["--fail", "--silent", "--head", "--location", "--proto", "=https", "--output"];
    let nowhere = if cfg!(windows) { "NUL" } else { "/dev/null" };
    program::answer("curl", &[&patience[..], &ask[..], &[nowhere, ADVISORIES]].concat()).is_some()
}
