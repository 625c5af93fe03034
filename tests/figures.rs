//! A number of the law stands once: the figures that the words of a clause name are those that its rule works with.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use miyun::policy::CURRENT;

/// The files of the edition that hold clauses: name, and text without comments.
fn clauses() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/policy/miyun_2019_25");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = paths.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path));
    let mut files: Vec<_> = named
        .filter(|(name, _)| name.starts_with("article_"))
        .map(|(name, path)| {
            let text = fs::read_to_string(path).unwrap();
            let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            (name, lines.collect::<Vec<_>>().join("\n"))
        })
        .collect();
    files.sort();
    assert!(files.len() > 25);
    files
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

/// The figures that code works with: `wan(500)`, `percent(3)`, `const PEOPLE: u32 = 10`; and what its rates give on its
/// amounts, which words may name as well.
fn constants(code: &str) -> BTreeSet<Figure> {
    let mut found = BTreeSet::new();
    let makers: [(&str, Maker); 6] = [
        ("wan(", |number| Figure::Money(number * 10_000)),
        ("yi(", |number| Figure::Money(number * 100_000_000)),
        ("yuan(", Figure::Money),
        ("percent(", Figure::Percent),
        ("square_metres(", Figure::Area),
        (" = ", Figure::People),
    ];
    for (maker, figure) in makers {
        for argument in code.split(maker).skip(1).filter(|argument| argument.starts_with(is_digit)) {
            found.insert(figure(number(&argument.replace('_', "")).0));
        }
    }
    let all: Vec<Figure> = found.iter().copied().collect();
    for money in all.iter().filter_map(|figure| if let Figure::Money(yuan) = figure { Some(yuan) } else { None }) {
        for rate in all.iter().filter_map(|figure| if let Figure::Percent(rate) = figure { Some(rate) } else { None }) {
            found.insert(Figure::Money(money * rate / 100));
        }
    }
    found
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

/// What a rule works with: the constants of its file, and of the articles that it names.
fn of(name: &str, files: &[(String, String)]) -> BTreeSet<Figure> {
    let code = |name: &str| files.iter().find(|(other, _)| other == name).map(|(_, text)| parted(text).1).unwrap();
    let own = code(name);
    let named = files.iter().filter(|(other, _)| own.contains(other.trim_end_matches(".rs")));
    let mut all = constants(&own);
    for (other, _) in named.filter(|(other, _)| other != name) {
        all.extend(constants(&code(other)));
    }
    all
}

#[test]
fn words_of_a_clause_name_the_figures_of_its_rule() {
    let files = clauses();
    let (mut read, mut wrong) = (0, Vec::new());
    for (name, text) in &files {
        let known = of(name, &files);
        for words in parted(text).0 {
            for figure in figures(words) {
                read += 1;
                if !known.contains(&figure) {
                    wrong.push(format!("{name}: {figure:?} is no constant of the rule: “{words}”"));
                }
            }
        }
    }
    assert!(read > 120, "only {read} figures were read");
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}

#[test]
fn words_of_the_contents_page_name_the_figures_of_the_rules() {
    let files = clauses();
    let mut wrong = Vec::new();
    for entry in CURRENT.contents {
        let number = format!("article_{:0>2}_", entry.article.to_string());
        let named = files.iter().filter(|(name, _)| name.starts_with(&number));
        let known: BTreeSet<Figure> = named.flat_map(|(name, _)| of(name, &files)).collect();
        for words in [entry.title, entry.says].into_iter().flat_map(|text| [text.zh, text.en]) {
            for figure in figures(words).difference(&known) {
                wrong.push(format!("Art. {}: {figure:?} is no constant of the rule: “{words}”", entry.article));
            }
        }
    }
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}
