//! Where tools are kept, per user, across clones.

use crate::failure::Failure;
use std::path::PathBuf;
use std::{env, fs};

/// The folder of one tool at one version, e.g. `~/.cache/miyun-tools/trunk-0.21.14`.
/// `MIYUN_TOOLS` moves the whole cache elsewhere.
pub fn folder(tool: &str, version: &str) -> Result<PathBuf, Failure> {
    let home = home().ok_or_else(|| {
        Failure::new("no home folder to keep tools in", "set MIYUN_TOOLS to a folder that may be written")
    })?;
    Ok(home.join(format!("{tool}-{version}")))
}

/// An empty folder of that name, whatever was there before.
pub fn emptied(folder: &PathBuf) -> Result<(), Failure> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|error| {
        Failure::new(
            format!("{} cannot be made: {error}", folder.display()),
            "make room there, or set MIYUN_TOOLS to another folder",
        )
    })
}

fn home() -> Option<PathBuf> {
    home_on(env::consts::OS, |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from))
}

/// The folder of all tools on a system, by the variables of the environment.
fn home_on(system: &str, named: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    if let Some(chosen) = named("MIYUN_TOOLS") {
        return Some(chosen);
    }
    let caches = match system {
        "windows" => named("LOCALAPPDATA"),
        "macos" => named("HOME").map(|home| home.join("Library/Caches")),
        _ => named("XDG_CACHE_HOME").or_else(|| named("HOME").map(|home| home.join(".cache"))),
    };
    Some(caches?.join("miyun-tools"))
}

#[cfg(test)]
mod tests {
    use super::home_on;
    use std::path::PathBuf;

    #[test]
    fn tools_are_kept_where_each_system_keeps_what_can_be_had_again() {
        let known = [("HOME", "/home/li"), ("LOCALAPPDATA", r"C:\Users\li\AppData\Local")];
        let of = |system, more: &[(&str, &str)]| {
            let all = [&known[..], more].concat();
            let home = home_on(system, |name| all.iter().find(|pair| pair.0 == name).map(|pair| PathBuf::from(pair.1)));
            home.map(|home| home.to_string_lossy().replace('\\', "/"))
        };
        assert_eq!(of("linux", &[]).as_deref(), Some("/home/li/.cache/miyun-tools"));
        assert_eq!(of("linux", &[("XDG_CACHE_HOME", "/c")]).as_deref(), Some("/c/miyun-tools"));
        assert_eq!(of("macos", &[]).as_deref(), Some("/home/li/Library/Caches/miyun-tools"));
        assert_eq!(of("windows", &[]).as_deref(), Some("C:/Users/li/AppData/Local/miyun-tools"));
        assert_eq!(of("windows", &[("MIYUN_TOOLS", "D:/t")]).as_deref(), Some("D:/t"));
        assert_eq!(home_on("linux", |_| None), None);
    }
}
