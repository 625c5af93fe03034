//! The files that are handed out, made of what Trunk has built. `cargo xtask build` calls it twice; it is a program of
//! its own, so that xtask needs no libraries and is there in seconds.
//!
//! | noun | is |
//! |---|---|
//! | [`page`] | `index.html`: its scripts and style sheets, and a security policy that names each by digest |
//! | [`single`] | `portal.html`: the same page with the program inside |
//! | [`worker`] | `sw.js`: the service worker with the list of files it keeps |
//! | [`contents`] | `sbom.cdx.json`: the libraries that are in the program |
//! | [`digest`] | SHA-256, as policies and lists write it |

mod contents;
mod digest;
mod page;
mod single;
mod worker;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// What went wrong, in words.
type Result<T> = std::result::Result<T, String>;

/// The files of a folder, by name.
type Files = BTreeMap<String, Vec<u8>>;

const INDEX: &str = "index.html";
const SCRIPT: &str = "portal.js";
const PROGRAM: &str = "portal_bg.wasm";
const SUMS: &str = "SHA256SUMS";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["page", folder] => lay_out(Path::new(folder)),
        ["files", folder] => hand_out(Path::new(folder)),
        _ => Err("release page FOLDER | release files FOLDER: `cargo xtask build` calls it".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Makes the page of what Trunk and wasm-bindgen have put into the folder.
fn lay_out(folder: &Path) -> Result<()> {
    let start = text(&public()?.join("start.js"))?;
    let script = folder.join(SCRIPT);
    // A browser that keeps files too long must not take the program of another version.
    let program = format!("{PROGRAM}?v={}", &digest::hex(&read(&folder.join(PROGRAM))?)[..16]);
    let page = page::lay_out(&text(&folder.join(INDEX))?, &text(&script)?, &program, &start)?;
    write(&folder.join(INDEX), page.as_bytes())?;
    // It stands in the page now.
    fs::remove_file(&script).map_err(|why| format!("{}: {why}", script.display()))
}

/// Makes everything else: what the finished program is needed for.
fn hand_out(folder: &Path) -> Result<()> {
    let mut files = all(folder)?;
    let made = [single::FILE, worker::FILE, contents::FILE, SUMS];
    files.retain(|name, _| !made.contains(&name.as_str()));
    let index = files.get(INDEX).ok_or(format!("there is no {INDEX} in {}", folder.display()))?;
    let single = single::pack(&String::from_utf8_lossy(index), &files)?;
    eprintln!("    {}: {} KB", single::FILE, single.len().div_ceil(1024));
    files.insert(single::FILE.to_owned(), single.into_bytes());
    let worker = worker::write(&text(&public()?.join(worker::FILE))?, &files)?;
    files.insert(worker::FILE.to_owned(), worker.into_bytes());
    files.insert(contents::FILE.to_owned(), contents::list()?.into_bytes());
    let sums: String = files.iter().map(|(name, bytes)| format!("{}  {name}\n", digest::hex(bytes))).collect();
    files.insert(SUMS.to_owned(), sums.into_bytes());
    made.iter().try_for_each(|name| write(&folder.join(name), &files[*name]))
}

/// What the page is laid out of, beside Trunk's own.
fn public() -> Result<PathBuf> {
    let here = env::current_dir().map_err(|why| why.to_string())?;
    let root = here.ancestors().find(|folder| folder.join("Trunk.toml").is_file());
    root.map(|root| root.join("public")).ok_or("this is no work tree of the project".to_owned())
}

/// The files in a folder, not those in folders within.
fn all(folder: &Path) -> Result<Files> {
    let entries = fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let files = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file());
    files.map(|path| Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), read(&path)?))).collect()
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|why| format!("{}: {why}", file.display()))
}

fn text(file: &Path) -> Result<String> {
    String::from_utf8(read(file)?).map_err(|why| format!("{}: {why}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).map_err(|why| format!("{}: {why}", file.display()))
}
