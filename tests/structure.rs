//! The structure that ARCHITECTURE.md draws, held against the imports: arrows point down, nothing goes in a circle, and
//! the page names no question.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use miyun::policy::CURRENT_INDEX;

/// The parts of the library and the page, the lowest first. A part may use what stands before it.
const LAYERS: &[&[&str]] = &[
    &["text", "date", "text_encoding", "order", "pause", "window"],
    &["json", "csv", "file_kind"],
    &["money", "article"],
    &["answers"],
    &["applicant", "tables"],
    &["rule"],
    &["policy"],
    &["search", "planner"],
    &["drafts"],
    &["assess_json"],
    &["packet"],
    &["office"],
    &["opened", "official_text"],
    &["ui"],
];

/// Every module of `src/` but its tests, with its text.
fn modules() -> BTreeMap<Vec<String>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    let mut modules = BTreeMap::new();
    for file in files {
        let mut path: Vec<String> = file
            .strip_prefix(&root)
            .expect("it lies in src")
            .with_extension("")
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        if matches!(path[0].as_str(), "lib" | "main" | "bin") || path.last().is_some_and(|name| name == "tests") {
            continue;
        }
        path.retain(|part| part != "mod");
        let text = fs::read_to_string(&file).expect("it is text").replace("\r\n", "\n");
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
        modules.insert(path, lines.collect::<Vec<_>>().join(" "));
    }
    modules
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("it can be listed") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Every path that a module names from the root of a crate of ours, groups written out.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for root in ["crate::", "miyun::"] {
        for (at, _) in code.match_indices(root) {
            if code[..at].chars().next_back().is_some_and(|sign| sign.is_alphanumeric() || sign == '_' || sign == ':') {
                continue;
            }
            read(&code[at + root.len()..], &mut Vec::new(), &mut paths);
        }
    }
    paths
}

/// Reads a path, or a group of paths, that begins here; returns what follows.
fn read<'a>(mut rest: &'a str, before: &mut Vec<String>, paths: &mut Vec<Vec<String>>) -> &'a str {
    let depth = before.len();
    loop {
        rest = rest.trim_start();
        if let Some(group) = rest.strip_prefix('{') {
            rest = group;
            loop {
                rest = read(rest, before, paths).trim_start();
                match rest.strip_prefix(',') {
                    Some(more) => rest = more,
                    None => break,
                }
            }
            rest = rest.strip_prefix('}').unwrap_or(rest);
            break;
        }
        let end = rest.find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(rest.len());
        if end > 0 {
            before.push(rest[..end].to_owned());
        }
        rest = &rest[end..];
        match rest.strip_prefix("::") {
            Some(more) => rest = more,
            None => {
                paths.push(before.clone());
                // `name as other`
                if let Some(alias) = rest.strip_prefix(" as ") {
                    rest = alias.trim_start_matches(|sign: char| sign.is_alphanumeric() || sign == '_');
                }
                break;
            }
        }
    }
    before.truncate(depth);
    rest
}

/// Which modules a module uses.
fn arrows() -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let modules = modules();
    let used = |code: &str| -> BTreeSet<Vec<String>> {
        let module = |path: Vec<String>| {
            (1..=path.len()).rev().map(|end| path[..end].to_vec()).find(|path| modules.contains_key(path))
        };
        paths(code).into_iter().filter_map(module).collect()
    };
    modules.iter().map(|(path, code)| (path.clone(), used(code))).collect()
}

#[test]
fn every_part_uses_only_what_lies_below_it() {
    let level = |part: &str| LAYERS.iter().position(|layer| layer.contains(&part));
    let mut up = Vec::new();
    for (from, used) in arrows() {
        let own = level(&from[0]).unwrap_or_else(|| panic!("{} has no layer", from[0]));
        for to in used {
            let other = level(&to[0]).unwrap_or_else(|| panic!("{} has no layer", to[0]));
            if from[0] != to[0] && other >= own {
                up.push(format!("{} uses {}", from.join("::"), to.join("::")));
            }
        }
    }
    assert!(up.is_empty(), "arrows that point up:\n{}", up.join("\n"));
}

/// A folder's own file and the files in it are one thing in parts: they may know each other.
#[test]
fn no_modules_use_each_other_in_a_circle() {
    let arrows = arrows();
    let is_inside = |one: &[String], other: &[String]| one.starts_with(other) || other.starts_with(one);
    let next = |from: &Vec<String>| -> Vec<Vec<String>> {
        arrows.get(from).into_iter().flatten().filter(|to| !is_inside(from, to)).cloned().collect()
    };
    let mut circles = Vec::new();
    for start in arrows.keys() {
        let (mut seen, mut open) = (BTreeSet::new(), next(start));
        while let Some(module) = open.pop() {
            if seen.insert(module.clone()) {
                open.extend(next(&module));
            }
        }
        if seen.contains(start) {
            circles.push(start.join("::"));
        }
    }
    assert!(circles.is_empty(), "each of these comes back to itself: {}", circles.join(", "));
}

/// Imports begin at the root, so that the tests here see every one.
#[test]
fn no_path_begins_at_the_parent() {
    for (path, code) in modules() {
        assert!(!code.contains("super::"), "{} names its parent", path.join("::"));
    }
}

/// A rule reads like its article: how many lines its functions have, without those that are blank or a comment.
/// Provisions, tiers and doubts are not counted; what two articles share stands beside them under a name of its own.
#[test]
fn a_rule_is_as_short_as_its_article() {
    const LINES: usize = 60;
    /// Files that may be longer, and why.
    const LONGER: &[(&str, usize, &str)] = &[
        ("article_12", 85, "rent, contribution and area of each year may each be open, and decide differently"),
        ("article_18", 120, "increases add up over years and applications"),
        ("article_19_starts", 120, "the years of Article 19, which Article 36 arranges too"),
        ("article_27", 120, "a window of three years for each enterprise"),
        ("article_32_calendar", 150, "no rule: what falls on which day, for all articles"),
        ("article_35_repayable", 80, "no rule: what would have to be repaid, by day, for all articles"),
        ("article_36", 120, "limits between the other articles"),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/policy/miyun_2019_25");
    let (mut files, mut long) = (Vec::new(), Vec::new());
    collect(&folder, &mut files);
    for file in files {
        let name = file.file_stem().expect("it has a name").to_string_lossy().into_owned();
        let bound = LONGER.iter().find(|(start, ..)| name.starts_with(start)).map_or(LINES, |(_, bound, _)| *bound);
        let lines = lines_of_functions(&fs::read_to_string(&file).expect("it is text").replace("\r\n", "\n"));
        if name.starts_with("article_") && lines > bound {
            long.push(format!("{name}: {lines} lines, of {bound}"));
        }
    }
    assert!(long.is_empty(), "too long:\n{}", long.join("\n"));
}

/// The lines of a file's functions and methods, without blank ones, comments and tests.
fn lines_of_functions(text: &str) -> usize {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let (mut lines, mut is_inside) = (0, false);
    for line in code.lines() {
        let start = line.trim_start_matches("pub(super) ").trim_start_matches("pub ").trim_start_matches("const ");
        is_inside |= ["fn ", "impl ", "impl<"].iter().any(|word| start.starts_with(word));
        let is_code = !line.trim().is_empty() && !line.trim_start().starts_with("//");
        lines += usize::from(is_inside && is_code);
        is_inside &= !line.starts_with('}');
    }
    lines
}

#[test]
fn lines_of_functions_are_counted() {
    let text = "static A: B = B {\n    c: 1,\n};\n\n/// D.\npub(super) const fn d() {\n    // Why.\n\n    e();\n}\nimpl F {\n    fn g() {}\n}\n";
    assert_eq!(lines_of_functions(text), 6);
}

/// What the page draws, the library has worked out: it names no question, no kind of applicant, and nothing else of an
/// edition.
#[test]
fn the_page_names_no_question_and_nothing_of_an_edition() {
    let edition = CURRENT_INDEX;
    let groups = edition.starts.groups.iter();
    let starts = groups.flat_map(|group| group.starts).chain(edition.starts.beside.as_ref());
    let own: Vec<&str> = starts
        .flat_map(|start| [start.label, start.gloss, start.at_hand])
        .chain(edition.starts.groups.iter().map(|group| group.title))
        .chain(edition.clauses.iter().map(|clause| clause.title))
        .flat_map(|text| [text.zh, text.en])
        .chain([edition.number, edition.id])
        .collect();
    for (path, code) in modules().iter().filter(|(path, _)| path[0] == "ui") {
        let path = path.join("::");
        for word in ["applicant::", "miyun_2019_25", "miyun_2019_29"] {
            assert!(!code.contains(word), "{path} names {word}");
        }
        for words in own.iter().filter(|words| !words.is_empty()) {
            assert!(!code.contains(&format!("\"{words}\"")), "{path} says “{words}”, as the edition does");
        }
    }
}

/// Which edition is current matters where a draft begins; everything else reads the edition of its draft.
#[test]
fn the_current_edition_is_read_where_drafts_begin() {
    const READERS: &[(&str, &str)] = &[
        ("drafts::applicants", "begins a draft for each row of a table"),
        ("drafts::draft", "begins a draft"),
        ("drafts::draft::schema", "publishes what a draft may hold"),
        ("office::xlsx::read", "begins a draft from a workbook that has lost its own"),
        ("packet::json", "publishes what a packet may hold"),
        ("ui::pages::start", "begins a draft"),
    ];
    let readers: Vec<String> = modules()
        .iter()
        .filter(|(path, code)| path[0] != "policy" && code.contains("CURRENT"))
        .map(|(path, _)| path.join("::"))
        .collect();
    assert_eq!(readers, READERS.iter().map(|(reader, _)| *reader).collect::<Vec<_>>());
}

/// Which questions there are, the edition says: what works with a draft or an edition reads its own list.
#[test]
fn the_catalogue_is_read_by_the_edition() {
    let readers = ["search", "planner", "drafts", "assess_json", "packet", "opened", "official_text", "ui"];
    for (path, code) in modules().iter().filter(|(path, _)| readers.contains(&path[0].as_str())) {
        assert!(!code.contains("CATALOGUE"), "{} reads the catalogue of one edition", path.join("::"));
    }
}

/// One noun, one file: what is longer holds several. Tables of tests may be longer.
#[test]
fn no_file_is_longer_than_500_lines() {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let long: Vec<String> = files
        .iter()
        .filter(|file| file.file_stem().is_some_and(|name| name != "tests"))
        .map(|file| (file, fs::read_to_string(file).expect("it is text").lines().count()))
        .filter(|(_, lines)| *lines > 500)
        .map(|(file, lines)| format!("{}: {lines}", file.display()))
        .collect();
    assert!(long.is_empty(), "too long:\n{}", long.join("\n"));
}
