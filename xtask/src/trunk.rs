//! Trunk, which builds the page for those who work on it: `trunk serve`, `trunk build`. Nothing else here needs it; the
//! tests build the page with it once, and walk it.

use crate::browser::Engine;
use crate::failure::Failure;
use crate::tally::Tally;
use crate::tool::Tool;
use crate::{axe, journeys, program, project, step, toolchain};
use std::path::PathBuf;
use std::process::Command;

/// The oldest that reads `Trunk.toml`.
const OLDEST: (u32, u32) = (0, 21);
/// The journey that is walked on its page: from an example to its papers.
const JOURNEY: [&str; 4] = ["--test", "examples", "--", "every_example_is_printed_in_english"];

/// Builds the page with Trunk, as one who works on it does, and walks it.
pub fn check(tally: &mut Tally) -> Result<(), Failure> {
    toolchain::ensure_wasm()?;
    let trunk = ensure()?;
    let bindgen = Tool::wasm_bindgen()?.ensure()?;
    step::during("trunk build", || {
        let mut build = Command::new(trunk);
        // Trunk reads this variable as a yes or no and stops at `1`.
        build.args(["build", "--skip-version-check"]).current_dir(project::root()).env_remove("NO_COLOR");
        build.env("PATH", program::path_with(&[bindgen]));
        program::run(&mut build, "mend what the compiler or Trunk names above")
    })?;
    let mut tests = program::cargo();
    tests.args(["test", "--package", "journeys", "--locked"]).args(JOURNEY);
    tests.env(project::DIST, project::root().join("target/trunk"));
    tests.env(axe::VARIABLE, axe::ensure()?).envs(Engine::Chromium.ensure()?);
    tests.env(journeys::ENGINE, Engine::Chromium.id()).env(journeys::SET, journeys::CORE_SET);
    tally.run(&mut tests)
}

/// Any Trunk on the PATH that is new enough, else one of ours.
fn ensure() -> Result<PathBuf, Failure> {
    let is_new = |trunk: &PathBuf| {
        let answer = program::answer(trunk, &["--version"]).unwrap_or_default();
        version_in(&answer).is_some_and(|version| version >= OLDEST)
    };
    if let Some(found) = program::on_path("trunk").filter(is_new) {
        return Ok(found);
    }
    let folder = Tool::trunk().ensure()?;
    program::in_folder(&folder, "trunk")
        .ok_or_else(|| Failure::new(format!("there is no trunk in {}", folder.display()), "remove the folder"))
}

/// `trunk 0.21.14`
fn version_in(answer: &str) -> Option<(u32, u32)> {
    let mut numbers = answer.split_whitespace().nth(1)?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, version_in};

    #[test]
    fn the_version_is_the_number_it_says() {
        assert_eq!(version_in("trunk 0.21.14"), Some((0, 21)));
        assert!(version_in("trunk 0.22.0-alpha.1") > Some(OLDEST));
        assert!(version_in("trunk 0.20.3") < Some(OLDEST));
        assert_eq!(version_in(""), None);
    }
}
