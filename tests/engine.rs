//! The engine, `src/rule/`, holds for any policy: it names no article, no question, no kind of applicant and no edition,
//! and says nothing that a policy says.

use std::fs;
use std::path::Path;

use miyun::policy::CURRENT;

/// The files of the engine without their tests.
fn engine() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rule");
    let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = files
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(path).unwrap();
            (name, text.split("#[cfg(test)]").next().unwrap_or_default().to_owned())
        })
        .collect();
    assert!(files.len() > 15, "the engine was looked for in {}", folder.display());
    files
}

/// `Article 22`, `Art. 4` and `第二十二条`.
fn names_an_article(line: &str) -> bool {
    let numbered = |words: &str, mark: &str| {
        words.split(mark).skip(1).any(|rest| rest.starts_with(|char: char| char.is_ascii_digit()))
    };
    let in_chinese = line.split('第').skip(1).any(|rest| {
        let number: String = rest.chars().take_while(|char| "一二三四五六七八九十0123456789".contains(*char)).collect();
        !number.is_empty() && rest[number.len()..].starts_with('条')
    });
    in_chinese
        || numbered(line, "Article ")
        || numbered(line, "Articles ")
        || numbered(line, "Art. ")
        || numbered(line, "Arts. ")
}

/// What a policy says: provisions, doubts, headings and titles of clauses, Chinese and English.
fn said() -> Vec<&'static str> {
    let provisions = CURRENT.contents.iter().flat_map(|entry| CURRENT.provisions_of(entry.article));
    let doubts =
        CURRENT.register().into_iter().flat_map(|doubt| [doubt.issue, doubt.prudent, doubt.favourable, doubt.ask]);
    let contents = CURRENT.contents.iter().map(|entry| entry.says);
    let briefs = CURRENT.clauses.iter().flat_map(|clause| {
        let brief = clause.brief;
        [clause.title, brief.whom, brief.looks_at, brief.gives, brief.lasts]
    });
    let questions = CURRENT.index.questions.iter().flat_map(|spec| [spec.ask, spec.label]);
    let texts = provisions.map(|provision| provision.says).chain(doubts).chain(contents).chain(briefs).chain(questions);
    let sections = CURRENT.sections.iter().map(|section| section.title);
    // A word or two, such as “common conditions”, are nobody's.
    let long = |words: &&str| words.chars().count() > if words.is_ascii() { 24 } else { 8 };
    texts.chain(sections).flat_map(|text| [text.zh, text.en]).filter(long).collect()
}

#[test]
fn the_engine_names_no_article() {
    for (file, text) in engine() {
        for (number, line) in text.lines().enumerate() {
            assert!(!names_an_article(line), "{file}:{} names an article: {line}", number + 1);
        }
    }
    for line in ["as Article 22 says", "Articles 4 and 9", "(Art. 4)", "见第二十二条。", "第2条"] {
        assert!(names_an_article(line), "{line}");
    }
    assert!(!names_an_article("an article, 第{}行 and Article by article"));
}

/// Nor do those who show what it works out: an article's number comes from the edition. Comments may show what one looks
/// like.
#[test]
fn who_shows_it_names_no_article() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut read = 0;
    for folder in ["planner", "packet", "office", "opened", "ui"] {
        each_source(&src.join(folder), &mut |file, text| {
            read += 1;
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
                assert!(!names_an_article(line), "{} names an article: {line}", file.display());
                // What the support and the office are called, the edition says; the page names the site.
                assert!(folder == "ui" || !line.contains("密云"), "{} names a district: {line}", file.display());
            }
        });
    }
    assert!(read > 150, "{read} files were read");
}

fn each_source(folder: &Path, each: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_source(&path, each);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            each(&path, &fs::read_to_string(&path).unwrap().replace("\r\n", "\n"));
        }
    }
}

#[test]
fn the_engine_knows_no_question_and_no_edition() {
    for (file, text) in engine() {
        for (number, line) in text.lines().enumerate() {
            for foreign in ["applicant::", "policy::", "密云", "Miyun", "CATALOGUE", "CURRENT"] {
                assert!(!line.contains(foreign), "{file}:{} knows `{foreign}`: {line}", number + 1);
            }
            for spec in CURRENT.index.questions {
                assert!(!line.contains(&format!("\"{}\"", spec.id)), "{file}:{} names `{}`", number + 1, spec.id);
            }
        }
    }
}

#[test]
fn the_engine_says_nothing_that_a_policy_says() {
    for (file, text) in engine() {
        for words in said() {
            assert!(!text.contains(words), "{file} says “{words}”");
        }
    }
}
