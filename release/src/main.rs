//! The page, made of the program that cargo has linked and of what lies in `public/` and `style/`. xtask calls it; it is a
//! program of its own, so that xtask needs no libraries and is there in seconds. `README.md` beside it tells how the page
//! is made.
//!
//! | noun | is |
//! |---|---|
//! | [`program`] | the program and its script, as wasm-bindgen writes them |
//! | [`split`] | the program cut into files |
//! | [`optimise`] | the program made smaller, and checked against old browsers |
//! | [`style`] | style sheets, lowered for old browsers |
//! | [`page`] | `index.html`: its scripts and style sheets, and a security policy that names each by digest |
//! | [`single`] | `portal.html`: the same page with the program inside |
//! | [`worker`] | `sw.js`: the service worker with the list of files it keeps |
//! | [`digest`] | SHA-256, as policies and lists write it |

mod digest;
#[cfg(feature = "handout")]
mod optimise;
mod page;
mod program;
mod single;
#[cfg(feature = "handout")]
mod split;
mod style;
mod worker;

use page::{Page, Place};
use program::Program;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// What went wrong, in words.
type Result<T> = std::result::Result<T, String>;

/// The files of a folder, by name.
type Files = BTreeMap<String, Vec<u8>>;

const INDEX: &str = "index.html";
const SUMS: &str = "SHA256SUMS";
const USAGE: &str = "release serve WASM FOLDER | release handout WASM FOLDER [WASM-OPT] | release program WASM FOLDER \
    [WASM-OPT]: `cargo xtask` calls it";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["serve", wasm, folder] => serve(Path::new(wasm), Path::new(folder)),
        #[cfg(feature = "handout")]
        ["handout", wasm, folder, ref rest @ ..] => handout(Path::new(wasm), Path::new(folder), rest.first().copied()),
        #[cfg(feature = "handout")]
        ["program", wasm, folder, ref rest @ ..] => bare(Path::new(wasm), Path::new(folder), rest.first().copied()),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Lays out the page for this machine: the program in one piece and as it is linked.
fn serve(wasm: &Path, folder: &Path) -> Result<()> {
    let program = program::whole(wasm, &scratch(wasm)?)?;
    lay_out(program, &unpacker(wasm)?, folder)
}

/// Lays out the page that is handed out: the program cut into files and made small.
#[cfg(feature = "handout")]
fn handout(wasm: &Path, folder: &Path, wasm_opt: Option<&str>) -> Result<()> {
    let scratch = scratch(wasm)?;
    let mut program = split::split(wasm, &scratch)?;
    let mut unpacker = unpacker(wasm)?;
    if let Some(wasm_opt) = wasm_opt {
        let mut files = program.files;
        files.insert(single::UNPACKER.to_owned(), unpacker);
        files = optimise::shrink(Path::new(wasm_opt), files, &scratch)?;
        // As the linker and the splitter leave it, it names its tables in a form that old browsers do not read.
        optimise::check(&files)?;
        unpacker = files.remove(single::UNPACKER).ok_or("what unpacks the program is gone")?;
        program.files = files;
    }
    lay_out(program, &unpacker, folder)
}

/// A program without a page, and its script as wasm-bindgen writes it: for the benches.
#[cfg(feature = "handout")]
fn bare(wasm: &Path, folder: &Path, wasm_opt: Option<&str>) -> Result<()> {
    let name = wasm.file_stem().and_then(|stem| stem.to_str()).ok_or("the program has no name")?;
    program::bind_as(name, wasm, folder, false)?;
    if let Some(wasm_opt) = wasm_opt {
        let file = format!("{name}_bg.wasm");
        let files = Files::from([(file.clone(), read(&folder.join(&file))?)]);
        let smaller = optimise::shrink(Path::new(wasm_opt), files, &scratch(wasm)?)?;
        write(&folder.join(&file), &smaller[&file])?;
    }
    Ok(())
}

/// Writes both pages and what lies beside them, and takes away what lay there before.
fn lay_out(program: Program, unpacker: &[u8], folder: &Path) -> Result<()> {
    let public = public()?;
    let page = Page::read(&public, &program)?;
    let single = single::pack(&page, &program.files, unpacker)?;
    eprintln!("    {}: {} KB", single::FILE, single.len().div_ceil(1024));
    let mut files = program.files;
    files.insert(INDEX.to_owned(), page.lay_out(Place::Hosted, "")?.into_bytes());
    files.insert(single::FILE.to_owned(), single.into_bytes());
    files.extend(page.files);
    let worker = worker::write(&text(&public.join(worker::FILE))?, &files)?;
    files.insert(worker::FILE.to_owned(), worker.into_bytes());
    let sums: String = files.iter().map(|(name, bytes)| format!("{}  {name}\n", digest::hex(bytes))).collect();
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    files.iter().try_for_each(|(name, bytes)| write(&folder.join(name), bytes))?;
    // Last: who sees it knows that everything is there.
    write(&folder.join(SUMS), sums.as_bytes())
}

/// What unpacks the program in one file: cargo has put it beside the program.
fn unpacker(wasm: &Path) -> Result<Vec<u8>> {
    read(&wasm.with_file_name(single::UNPACKER))
}

/// A folder for what is made on the way, empty, beside the program.
fn scratch(wasm: &Path) -> Result<PathBuf> {
    let scratch = wasm.with_extension("made");
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch).map_err(|why| format!("{}: {why}", scratch.display()))?;
    Ok(scratch)
}

/// What the page is laid out of.
fn public() -> Result<PathBuf> {
    let here = env::current_dir().map_err(|why| why.to_string())?;
    let root = here.ancestors().find(|folder| folder.join("Trunk.toml").is_file());
    root.map(|root| root.join("public")).ok_or("this is no work tree of the project".to_owned())
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
