//! What servers hand out, and what the oldest browsers that are served read: the parts that nothing compiles.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// The style sheets, by name, without their comments.
fn sheets() -> BTreeMap<String, String> {
    let folders = ["style", "style/components"].map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let files = folders.into_iter().flatten().flatten().map(|entry| entry.path());
    let sheets = files.filter(|file| file.extension().is_some_and(|ending| ending == "css"));
    sheets
        .map(|file| {
            let mut style = text(&file);
            while let Some((from, until)) = style.find("/*").zip(style.find("*/")) {
                style.replace_range(from..until + 2, "");
            }
            (file.file_name().unwrap().to_string_lossy().into_owned(), style)
        })
        .collect()
}

/// The oldest that are served are Chromium 88, Firefox 102 and Safari 15. No tool puts these into words that they know.
#[test]
fn the_style_uses_nothing_that_the_oldest_browsers_lack() {
    for (name, style) in sheets() {
        for (words, since) in [
            (":has(", "Chromium 105, Firefox 121"),
            ("@container", "Chromium 105, Firefox 110, Safari 16"),
            ("@layer", "Chromium 99, Safari 15.4"),
            ("@scope", "Chromium 118"),
            ("light-dark(", "Chromium 123"),
            ("dvh", "Chromium 108, Safari 15.4"),
        ] {
            assert!(!style.contains(words), "{name} says {words}, which browsers know since {since}");
        }
        // Chromium 112, Firefox 117, Safari 16.5.
        let nested = style.lines().find(|line| line.trim_start().starts_with('&'));
        assert_eq!(nested, None, "{name} nests rules");
    }
}

/// Internet Explorer, which the compatibility mode of Chinese browsers is, reads nothing newer.
#[test]
fn the_first_script_is_written_in_the_oldest_syntax() {
    let script = text("public/notice.js");
    let code: String =
        script.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    for newer in ["=>", "`", "?.", "??", "...", "let ", "const ", "class ", "async ", "catch {", " of "] {
        assert!(!code.contains(newer), "{newer} is too new");
    }
}

/// Kernels before Chromium 80 stop reading at these, and then only public/notice.js speaks.
#[test]
fn the_script_that_starts_the_program_can_be_read_by_those_that_are_refused() {
    let script = text("public/start.js");
    for newer in ["?.", "??", "replaceChildren("] {
        assert!(!script.contains(newer), "{newer} is too new");
    }
}

/// The two servers that the project brings settings for.
#[test]
fn both_servers_name_the_program_and_say_the_same_of_the_page() {
    let nginx = text("deploy/nginx.conf");
    let config = text("deploy/web.config");
    let iis = roxmltree::Document::parse(&config).unwrap();
    let named = |tag: &str, key: &str, value: &str| -> BTreeMap<String, String> {
        let elements = iis.descendants().filter(|element| element.has_tag_name(tag));
        elements.filter_map(|one| Some((one.attribute(key)?.to_owned(), one.attribute(value)?.to_owned()))).collect()
    };
    let types = named("mimeMap", "fileExtension", "mimeType");
    assert_eq!(types.get(".wasm").map(String::as_str), Some("application/wasm"));
    for (ending, kind) in &types {
        let line = nginx.lines().find(|line| line.trim_end().ends_with(&format!(" {};", &ending[1..])));
        assert!(
            line.is_some_and(|line| line.trim_start().starts_with(kind.as_str())),
            "{ending} in nginx.conf: {line:?}"
        );
        // Naming a type twice is an error of the whole site.
        assert!(config.contains(&format!("<remove fileExtension=\"{ending}\" />")), "{ending} is not taken out first");
    }
    let headers = named("add", "name", "value");
    for line in nginx.lines().filter_map(|line| line.trim().strip_prefix("add_header ")) {
        let (name, rest) = line.split_once(' ').unwrap();
        if name != "Cache-Control" {
            let value = rest.trim_end_matches(';').trim_end_matches(" always").trim_matches('"');
            assert_eq!(headers.get(name).map(String::as_str), Some(value), "{name}");
        }
    }
}
