//! One word for one thing, in both languages: what the page, the papers and the files say is read out of the sources and
//! held against the words that were given up.

use std::fs;
use std::path::Path;

use miyun::policy::CURRENT;

/// What is not said any more, and what is said in its place.
const GIVEN_UP: &[(&str, &str)] = &[
    ("旗标", "提示"),
    ("告知单", "测算摘要"),
    ("区里", "区级部门、区政府、本区"),
    ("末笔", "最后一笔"),
    ("让位", "与…不重复享受"),
    ("未了", "未完成"),
    ("整个贡献", "贡献全额"),
    ("整个数", "全额"),
    ("多反而少", "超过后反而减少"),
    ("停表", "五年连续计算"),
    ("在等它", "影响第…条"),
    ("凭什么", "依据"),
    ("空格不论", "不区分空格"),
    ("安全区", "递增区间"),
    ("最近的机会", "离得最近的档次和条件"),
    ("够线", "达到标准"),
    ("过线", "超过下限"),
    ("够数", "达到规定数量"),
    ("够就行", "满足一项即可"),
    ("照走", "期限继续计算"),
    ("用掉", "视为已用"),
    ("当心", "注意"),
    ("另给钱", "另行安排资金"),
    ("一档，不给", "不予支持、不予奖励"),
];

/// The same in English, as whole words.
const GIVEN_UP_WORDS: &[(&str, &str)] = &[
    ("certain", "calculable"),
    ("doubt", "open question"),
    ("doubts", "open questions"),
    ("handout", "summary"),
    ("hand-out", "summary"),
    ("there may be", "estimated support"),
    ("for good", "lifetime limit"),
    ("nearest chance", "closest threshold"),
    ("may wait", "can be done later"),
    ("one fails", "is not met"),
    ("reckoned", "worked out"),
    ("may be had", "can be received"),
    ("had twice", "received once only"),
    ("lawful and fitting", "lawful and in line with"),
    ("beware", "note"),
    ("working capital", "working funds"),
];

/// The strings in a source, without comments and tests, that are said to somebody: names of fields and styles are not.
fn said(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut said = Vec::new();
    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let mut parts = line.split('"');
        parts.next();
        while let Some(words) = parts.next() {
            parts.next();
            let is_name =
                words.is_ascii() && !words.contains(' ') && !words.starts_with(|sign: char| sign.is_uppercase());
            if !is_name {
                said.push(words.to_owned());
            }
        }
    }
    said
}

/// Whether a string says these words as such: not as a part of another word, of a place-holder or of a style.
fn says(said: &str, words: &str) -> bool {
    let said = said.to_ascii_lowercase();
    let apart = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric() && !"{}-_.".contains(sign));
    said.match_indices(words).any(|(at, _)| {
        let after = said[at + words.len()..].chars().next();
        apart(said[..at].chars().next_back())
            && after.is_none_or(|sign| !sign.is_alphanumeric() && !"}_-".contains(sign))
    })
}

fn sources(folder: &Path, each: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // Tables are read in the words of others.
        if path.is_dir() && !path.ends_with("src/tables") {
            sources(&path, each);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            each(&path, &fs::read_to_string(&path).unwrap().replace("\r\n", "\n"));
        }
    }
}

#[test]
fn words_that_were_given_up_are_said_nowhere() {
    let mut found = Vec::new();
    let mut read = 0;
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |path, source| {
        for said in said(source) {
            read += 1;
            let given_up = GIVEN_UP.iter().filter(|(words, _)| said.contains(words));
            for (words, better) in given_up.chain(GIVEN_UP_WORDS.iter().filter(|(words, _)| says(&said, words))) {
                found.push(format!("{}: “{said}” says {words}; say {better}", path.display()));
            }
        }
    });
    assert!(read > 5_000, "{read} strings were read");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The test would notice: words in a sentence are found, names and place-holders are not.
#[test]
fn words_are_told_from_names() {
    let said = said(
        "text(\"由区里定\", \"a certain sum\"); name(\"certain\"); class(\"band band--certain\");\n// \"A doubt\"",
    );
    assert_eq!(said, ["由区里定", "a certain sum", "band band--certain"]);
    for (said, words, is_said) in [
        ("a certain sum", "certain", true),
        ("Certain (yuan)", "certain", true),
        ("band band--certain", "certain", false),
        ("{certain} in all", "certain", false),
        ("uncertain", "certain", false),
        ("two doubts", "doubt", false),
    ] {
        assert_eq!(says(said, words), is_said, "{said}");
    }
}

/// The words that stand for one thing throughout are explained in the glossary by the same words.
#[test]
fn the_glossary_has_them() {
    for (zh, en) in [
        ("可测算", "Calculable"),
        ("待确认", "Possible"),
        ("存疑", "Open question"),
        ("条款", "Clause and article"),
        ("测算摘要", "Summary"),
    ] {
        assert!(CURRENT.glossary.iter().any(|term| (term.term.zh, term.term.en) == (zh, en)), "{zh}, {en}");
    }
}
