//! A number of the law stands once: the figures that the words of a clause name are those that its rule works with.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use miyun::article::Article;
use miyun::policy::CURRENT;

/// What the edition's files say of each article, by `article_19`: their text without comments.
type Articles = BTreeMap<String, String>;

fn articles() -> Articles {
    let folder = edition_folder();
    let paths = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let named = paths.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path));
    let mut files: Vec<_> = named.filter(|(name, _)| name.starts_with("article_")).collect();
    files.sort();
    let mut articles = Articles::new();
    for (name, path) in files {
        let article = articles.entry(name["article_".len()..].split('_').next().unwrap().to_owned()).or_default();
        article.push_str(&without_comments(&fs::read_to_string(path).unwrap()));
        article.push('\n');
    }
    assert!(articles.len() > 25);
    articles
}

fn edition_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/policy/miyun_2019_25")
}

fn without_comments(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The text between quotes, and what is left without it.
fn parted(text: &str) -> (Vec<&str>, String) {
    let (mut quoted, mut rest) = (Vec::new(), String::new());
    for (place, part) in text.split('"').enumerate() {
        if place % 2 == 1 {
            quoted.push(part);
            rest.push(' ');
        } else {
            rest.push_str(part);
        }
    }
    (quoted, rest)
}

/// A figure of the law.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Figure {
    /// Yuan.
    Money(u64),
    /// Hundredths of a whole.
    Percent(u64),
    /// Square metres.
    Area(u64),
    /// People.
    People(u64),
}

/// Makes a figure of a number.
type Maker = fn(u64) -> Figure;

/// How a number becomes a figure: by the words right after it, or after the number that it is listed with, as in
/// `15 to 30 million`.
fn unit(rest: &str) -> Option<Maker> {
    let rest = rest.trim_start();
    let units: [(&str, Maker); 11] = [
        ("亿", |number| Figure::Money(number * 100_000_000)),
        ("万", |number| Figure::Money(number * 10_000)),
        ("billion", |number| Figure::Money(number * 1_000_000_000)),
        ("million", |number| Figure::Money(number * 1_000_000)),
        ("元", Figure::Money),
        ("yuan", Figure::Money),
        ("%", Figure::Percent),
        ("平方米", Figure::Area),
        ("m²", Figure::Area),
        ("人", Figure::People),
        ("people", Figure::People),
    ];
    if let Some((_, figure)) = units.iter().find(|(word, _)| rest.starts_with(word)) {
        return Some(*figure);
    }
    let links = ["to ", "and up to ", "or ", "and ", ", ", "至", "到", "、"];
    let next = links.iter().find_map(|link| rest.strip_prefix(link)).filter(|next| next.starts_with(is_digit))?;
    unit(number(next).1)
}

fn is_digit(char: char) -> bool {
    char.is_ascii_digit()
}

/// The number at the start, `1,500` as well, and what follows.
fn number(words: &str) -> (u64, &str) {
    let mut end = 0;
    while words[end..].starts_with(is_digit)
        || (words[end..].starts_with(',') && words[end + 1..].starts_with(is_digit))
    {
        end += 1;
    }
    (words[..end].replace(',', "").parse().unwrap_or(u64::MAX), &words[end..])
}

/// The figures that words name.
fn figures(words: &str) -> BTreeSet<Figure> {
    let mut found = BTreeSet::new();
    let mut rest = words;
    while let Some(place) = rest.find(is_digit) {
        let (number, after) = number(&rest[place..]);
        found.extend(unit(after).map(|figure| figure(number)));
        rest = after;
    }
    found
}

/// How code writes figures: `wan(500)`, `percent(3)`, `const PEOPLE: u32 = 10`.
const MAKERS: [(&str, Maker); 6] = [
    ("wan(", |number| Figure::Money(number * 10_000)),
    ("yi(", |number| Figure::Money(number * 100_000_000)),
    ("yuan(", Figure::Money),
    ("percent(", Figure::Percent),
    ("square_metres(", Figure::Area),
    (" = ", Figure::People),
];

/// The figures that code works with.
fn constants(code: &str) -> BTreeSet<Figure> {
    let mut found = BTreeSet::new();
    for (maker, figure) in MAKERS {
        for argument in code.split(maker).skip(1).filter(|argument| argument.starts_with(is_digit)) {
            found.insert(figure(number(&argument.replace('_', "")).0));
        }
    }
    found
}

/// Figures that an article names and another one has among its constants.
const BORROWED: &[(&str, Figure, &str)] =
    &[("18", Figure::Percent(3), "16"), ("18", Figure::Money(500_000_000), "16"), ("36", Figure::Percent(70), "22")];

/// Figures that an article names and that a rate of it gives on an amount of it.
const WORKED_OUT: &[(&str, Figure, [Figure; 2])] = &[
    ("16", Figure::Money(15_000_000), [Figure::Money(500_000_000), Figure::Percent(3)]),
    ("16", Figure::Money(30_000_000), [Figure::Money(1_000_000_000), Figure::Percent(3)]),
    ("27", Figure::Money(50_000), [Figure::Money(1_000_000), Figure::Percent(5)]),
];

/// What an article's rule works with, so that its words may name it.
fn known(article: &str, articles: &Articles) -> BTreeSet<Figure> {
    let own = |article: &str| articles.get(article).map_or_else(BTreeSet::new, |text| constants(&parted(text).1));
    let mut known = own(article);
    let borrowed = BORROWED.iter().filter(|(to, figure, from)| *to == article && own(from).contains(figure));
    let worked_out =
        WORKED_OUT.iter().filter(|(of, _, from)| *of == article && from.iter().all(|one| known.contains(one)));
    let more: Vec<Figure> =
        borrowed.map(|(_, figure, _)| *figure).chain(worked_out.map(|(_, figure, _)| *figure)).collect();
    known.extend(more);
    known
}

/// The figures that words name and no rule works with.
fn wrong(articles: &Articles) -> Vec<String> {
    let mut wrong = Vec::new();
    for (article, text) in articles {
        let known = known(article, articles);
        for words in parted(text).0 {
            let unknown = figures(words).into_iter().filter(|figure| !known.contains(figure));
            wrong.extend(
                unknown.map(|figure| format!("Art. {article}: {figure:?} is no constant of the rule: “{words}”")),
            );
        }
    }
    wrong
}

#[test]
fn figures_are_read_in_both_languages() {
    use Figure::{Area, Money, People, Percent};
    for (words, wanted) in [
        ("分四档，定额500万至5000万元", vec![Money(5_000_000), Money(50_000_000)]),
        ("Four fixed sums, 5 to 50 million yuan", vec![Money(5_000_000), Money(50_000_000)]),
        ("30,000, 60,000 or 100,000 yuan", vec![Money(30_000), Money(60_000), Money(100_000)]),
        ("5% to 9% above 1 and up to 20 million", vec![Money(1_000_000), Money(20_000_000), Percent(5), Percent(9)]),
        ("每平方米1500元，面积最多算1000平方米", vec![Money(1500), Area(1000)]),
        ("500 m² for 24 months under Articles 6 and 16 since the 2018 Opinion", vec![Area(500)]),
        ("每人不超过100万元，每家机构不超过5人", vec![Money(1_000_000), People(5)]),
    ] {
        assert_eq!(figures(words), wanted.into_iter().collect(), "{words}");
    }
}

#[test]
fn words_of_a_clause_name_the_figures_of_its_rule() {
    let articles = articles();
    let read: usize = articles.values().flat_map(|text| parted(text).0).map(|words| figures(words).len()).sum();
    assert!(read > 120, "only {read} figures were read");
    let wrong = wrong(&articles);
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}

/// The test above bites: each constant that words name is changed by one, alone, and the words are wrong then.
#[test]
fn a_constant_changed_alone_is_noticed() {
    let articles = articles();
    let mut tried = 0;
    for (article, text) in &articles {
        let mut named: BTreeSet<Figure> = parted(text).0.into_iter().flat_map(figures).collect();
        named.extend(BORROWED.iter().filter(|(.., from)| from == article).map(|(_, figure, _)| *figure));
        let parts: Vec<&str> = text.split('"').collect();
        for (place, code) in parts.iter().enumerate().step_by(2) {
            for (maker, figure) in MAKERS {
                for (at, _) in code.match_indices(maker) {
                    let (before, argument) = code.split_at(at + maker.len());
                    if !argument.starts_with(is_digit) {
                        continue;
                    }
                    let (value, after) = number(argument);
                    if !named.contains(&figure(value)) {
                        continue;
                    }
                    tried += 1;
                    let changed = format!("{before}{}{after}", value + 1);
                    let mut parts = parts.clone();
                    parts[place] = &changed;
                    let mut other = articles.clone();
                    other.insert(article.clone(), parts.join("\""));
                    assert!(!wrong(&other).is_empty(), "Art. {article}: nobody sees that {maker}{value} has changed");
                }
            }
        }
    }
    assert!(tried > 50, "only {tried} constants were changed");
}

/// Words beside the clauses: the contents page, the glossary and the statements.
#[test]
fn words_beside_the_clauses_name_the_figures_of_the_rules() {
    let articles = articles();
    let of = |numbers: &[Article]| -> BTreeSet<Figure> {
        numbers.iter().flat_map(|number| known(&format!("{:0>2}", number.to_string()), &articles)).collect()
    };
    let contents = CURRENT.contents.iter().map(|entry| (vec![entry.article], vec![entry.title, entry.says]));
    let glossary = CURRENT.glossary.iter().map(|term| (term.articles.to_vec(), vec![term.term, term.says]));
    let mut all: Vec<(Vec<Article>, String)> = contents
        .chain(glossary)
        .flat_map(|(of, texts)| {
            texts.into_iter().flat_map(|text| [text.zh, text.en]).map(move |words| (of.clone(), words.to_owned()))
        })
        .collect();
    let statements = without_comments(&fs::read_to_string(edition_folder().join("statements.rs")).unwrap());
    let asked: Vec<Article> = CURRENT.statements.iter().flat_map(|statement| statement.articles).copied().collect();
    all.extend(parted(&statements).0.into_iter().map(|words| (asked.clone(), words.to_owned())));

    let mut wrong = Vec::new();
    for (numbers, words) in &all {
        for figure in figures(words).difference(&of(numbers)) {
            wrong.push(format!("{numbers:?}: {figure:?} is no constant of the rules: “{words}”"));
        }
    }
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}
