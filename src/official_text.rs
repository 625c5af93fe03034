//! The official text of an edition, opened from a file of the reader, and split into its articles.
//!
//! The text is not in the project. It is read where it was opened and shown beside our reading; nothing keeps it.

use crate::article::{Article, article, article_zh};
use crate::file_kind::FileKind;
use crate::order::Order;
use crate::rule::Edition;
use crate::text::{Lang, numeral};
use crate::text_encoding::{self, compatible, unescape};

/// The largest file that is looked at, in bytes. The text has some 16 KB; a saved web page may have many times that.
pub const LARGEST: usize = 4 << 20;
/// The most places where a text may begin that are tried.
const MOST_RUNS: usize = 20;

/// An official text, article by article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfficialText {
    /// The paragraphs of each article in order, without the headings 第…条.
    articles: Vec<(Article, Vec<String>)>,
}

/// Why a file is not taken for the official text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotTheText {
    /// There is nothing in it.
    Empty,
    /// It is far larger than the text; its size in bytes.
    TooLarge(usize),
    /// It is of a kind that has to be saved as plain text first.
    Format(FileKind),
    /// The number of the document, this one, does not stand in it.
    OtherDocument(&'static str),
    /// The headings of these articles, out of so many, are not there.
    Missing(Vec<Article>, usize),
    /// All headings are there, but this one does not follow the one before it.
    Disorder(Article),
}

impl NotTheText {
    /// What is wrong with the file, and what to do.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Empty => ("文件里没有文字。请打开存有文件全文的文件。".to_owned(), "There is no text in the file. Open one that holds the whole text.".to_owned()),
            Self::TooLarge(size) => (
                format!("文件有{} MB，远大于这份文件的全文。请另存为纯文本（.txt）再打开。", size >> 20),
                format!("The file has {} MB, far more than the text. Save it as plain text (.txt) and open that.", size >> 20),
            ),
            Self::Format(kind) => {
                let (zh, en) = match kind {
                    kind if kind.is_archive() => ("请先解压，再打开里面的文字文件。", "Unpack it and open the text file in it."),
                    FileKind::Pdf | FileKind::Ofd => (
                        "请在阅读器里全选、复制到记事本，存为纯文本（.txt）再打开。",
                        "Select all of it in its reader, paste it into Notepad, save it as plain text (.txt) and open that.",
                    ),
                    FileKind::WebArchive | FileKind::Email => (
                        "请在浏览器里另存为“网页，仅HTML”或纯文本（.txt）再打开。",
                        "Save it in the browser as “web page, HTML only” or as plain text (.txt) and open that.",
                    ),
                    FileKind::Picture => ("图片里的文字读不出来，请打开纯文本（.txt）。", "No text can be read from a picture: open plain text (.txt)."),
                    _ => (
                        "请用Word或WPS打开，另存为纯文本（.txt）再打开。",
                        "Open it in Word or WPS, save it as plain text (.txt) and open that.",
                    ),
                };
                (format!("{}，不能直接读。{zh}", kind.says(Lang::Zh)), format!("{}, which cannot be read as it is. {en}", kind.says(Lang::En)))
            }
            Self::OtherDocument(number) => (
                format!("文件里没有文号{number}，不是这份文件的全文，或不是简体中文。请打开有这个文号的简体中文全文。"),
                format!("The number {number} does not stand in the file: it is another document, or not in simplified Chinese. Open the whole text with that number."),
            ),
            Self::Missing(articles, count) if articles.len() * 2 > *count => (
                "文件里大部分条文的标题都没有，可能只是通知正文或转发函。请打开存有细则全文的文件。".to_owned(),
                "Most articles are not there: this may be the cover letter alone. Open a file that holds the whole text.".to_owned(),
            ),
            Self::Missing(articles, _) => (
                format!("文件不全，缺少{}。请打开存有全文的文件。", named(articles)),
                format!(
                    "The file lacks articles {}. Open one that holds the whole text.",
                    articles.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
                ),
            ),
            Self::Disorder(number) => (
                format!("各条标题都在，但{}没有接在前一条后面。请核对文件的顺序。", article(*number, Lang::Zh)),
                format!("All headings are there, but {} does not follow the one before it: check the order.", article(*number, Lang::En)),
            ),
        };
        if lang == Lang::Zh { zh } else { en }
    }
}

impl OfficialText {
    /// Reads a file: plain text in any encoding of the trade, or a saved web page.
    ///
    /// # Errors
    /// When it is not the text of this edition, and what is missing.
    pub fn open(edition: &Edition, bytes: &[u8]) -> Result<Self, NotTheText> {
        if bytes.len() > LARGEST {
            return Err(NotTheText::TooLarge(bytes.len()));
        }
        match FileKind::of(bytes) {
            None | Some(FileKind::Html | FileKind::OfficeXml | FileKind::Xml) => {
                Self::read(edition, &text_encoding::decode(bytes).text)
            }
            Some(kind) => Err(NotTheText::Format(kind)),
        }
    }

    /// Reads the text of a file; a saved web page will do.
    ///
    /// # Errors
    /// When it is not the text of this edition, and what is missing.
    pub fn read(edition: &Edition, text: &str) -> Result<Self, NotTheText> {
        let text = if is_markup(text) { without_markup(text) } else { text.to_owned() };
        let text = compatible(&text);
        if text.chars().all(is_blank) {
            return Err(NotTheText::Empty);
        }
        if !bare(&text).contains(&bare(edition.index.number)) {
            return Err(NotTheText::OtherDocument(edition.index.number));
        }
        let lines: Vec<&str> =
            text.split(ends_line).map(trimmed).filter(|line| !line.is_empty() && !is_page_number(line)).collect();
        let wanted: Vec<Article> = edition.contents.iter().map(|entry| entry.article).collect();
        // A line may begin with a mention of an article. Headings are set off by a space in most copies: where that
        // finds them all, lines that run on are no headings.
        let articles = split(&lines, &wanted, true).or_else(|_| split(&lines, &wanted, false))?;
        Ok(Self { articles })
    }

    /// How many signs of the file could not be read; each stands as a mark in an article.
    #[must_use]
    pub fn lost(&self) -> usize {
        self.articles
            .iter()
            .flat_map(|(_, lines)| lines)
            .map(|line| line.matches(char::REPLACEMENT_CHARACTER).count())
            .sum()
    }

    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether there are none, which no text that was read has.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The paragraphs of an article.
    #[must_use]
    pub fn article(&self, article: Article) -> &[String] {
        self.articles.iter().find(|(other, _)| *other == article).map_or(&[], |(_, paragraphs)| paragraphs)
    }
}

/// An article and its lines.
type Lines = (Article, Vec<String>);

/// The lines between the headings, in order. `apart`: only what is set off by a space counts as a heading.
///
/// A list of the articles may stand before the text, or after it: of several runs of headings the one is taken whose
/// articles have the most in them.
fn split(lines: &[&str], wanted: &[Article], apart: bool) -> Result<Vec<Lines>, NotTheText> {
    let headings: Vec<Option<Heading<'_>>> =
        lines.iter().map(|line| heading(line).filter(|heading| !apart || heading.apart)).collect();
    let firsts = (0..lines.len())
        .filter(|line| headings[*line].as_ref().is_some_and(|heading| Some(&heading.article) == wanted.first()));
    let mut best: Option<(usize, Vec<Lines>)> = None;
    let mut longest = 0;
    for first in firsts.take(MOST_RUNS) {
        let articles = split_from(&lines[first..], &headings[first..], wanted);
        longest = longest.max(articles.len());
        if articles.len() == wanted.len() {
            let mut lengths: Vec<usize> =
                articles.iter().map(|(_, lines)| lines.iter().map(|line| line.chars().count()).sum()).collect();
            lengths.order();
            let usual = lengths[wanted.len() / 2];
            if best.as_ref().is_none_or(|(most, _)| usual > *most) {
                best = Some((usual, articles));
            }
        }
    }
    if let Some((_, articles)) = best {
        return Ok(articles);
    }
    let seen = |article: &Article| headings.iter().flatten().any(|heading| heading.article == *article);
    let missing: Vec<Article> = wanted.iter().copied().filter(|article| !seen(article)).collect();
    Err(match wanted.get(longest) {
        Some(next) if missing.is_empty() => NotTheText::Disorder(*next),
        _ => NotTheText::Missing(missing, wanted.len()),
    })
}

/// The articles as far as they follow one another.
fn split_from(lines: &[&str], headings: &[Option<Heading<'_>>], wanted: &[Article]) -> Vec<Lines> {
    let mut articles: Vec<Lines> = Vec::new();
    for (line, heading) in lines.iter().zip(headings) {
        match heading {
            Some(heading) if wanted.get(articles.len()) == Some(&heading.article) => {
                articles.push((heading.article, paragraph(heading.rest).into_iter().collect()));
            }
            _ => {
                if let Some((_, paragraphs)) = articles.last_mut()
                    && !opens_part(line)
                {
                    paragraphs.extend(paragraph(line));
                }
            }
        }
    }
    articles
}

/// A line that may be the heading of an article.
struct Heading<'a> {
    article: Article,
    /// Whether a space, a bracket or nothing follows.
    apart: bool,
    /// What stands after it on its line.
    rest: &'a str,
}

/// 第十九条 at the start of a line, also with spaces between the characters.
fn heading(line: &str) -> Option<Heading<'_>> {
    let (words, rest) = ordinal(line, '条')?;
    let (article, rest) = match put_in(rest) {
        Some((place, rest)) => (Article::new(numeral(&words)?).inserted(place), rest),
        None => (Article::new(numeral(&words)?), rest),
    };
    Some(Heading { article, apart: rest.chars().next().is_none_or(sets_off), rest: trimmed(rest) })
}

/// 之一 after 第二十六条: an article that was put in later, and what follows. It is set off, or is all there is.
fn put_in(rest: &str) -> Option<(u8, &str)> {
    let rest = rest.strip_prefix('之')?;
    let end = rest.find(sets_off).unwrap_or(rest.len());
    Some((numeral(&rest[..end])?, &rest[end..]))
}

/// 第二章 and 第一节: headings between articles that belong to none.
fn opens_part(line: &str) -> bool {
    ['章', '节'].into_iter().any(|unit| {
        ordinal(line, unit).is_some_and(|(words, rest)| numeral(&words).is_some() && rest.chars().count() <= 20)
    })
}

/// The numeral between 第 and the unit at the start of a line, and what follows.
fn ordinal(line: &str, unit: char) -> Option<(String, &str)> {
    let (words, rest) = line.strip_prefix('第')?.split_once(unit)?;
    (words.chars().count() <= 8).then(|| (words.chars().filter(|char| !is_blank(*char)).map(narrow).collect(), rest))
}

/// A line as a paragraph, without the bullet that copies of web pages put before it.
fn paragraph(line: &str) -> Option<String> {
    let line = trimmed(line.strip_prefix("- ").unwrap_or(line));
    (!line.is_empty()).then(|| line.to_owned())
}

/// The ends of lines, of old programs and of Word too.
fn ends_line(sign: char) -> bool {
    matches!(sign, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// `— 12 —` or `第12页`: what the pages of a PDF leave between lines.
fn is_page_number(line: &str) -> bool {
    let dash = |sign: char| is_blank(sign) || matches!(sign, '-' | '—' | '–' | '－' | '·');
    let framed = line.starts_with(dash) && line.ends_with(dash);
    let number = line.trim_matches(dash);
    let number = match number.strip_prefix('第').and_then(|number| number.split_once('页')) {
        Some((number, _)) => number.trim(),
        None if framed => number,
        None => return false,
    };
    (1..=3).contains(&number.chars().count()) && number.chars().map(narrow).all(|sign| sign.is_ascii_digit())
}

/// What sets a heading off from its text: a space or a bracket.
fn sets_off(sign: char) -> bool {
    is_blank(sign) || matches!(sign, '【' | '［' | '[')
}

/// Spaces of any width, and marks that take none.
fn is_blank(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

/// A line without what frames it in copies: spaces, and the marks of Markdown.
fn trimmed(line: &str) -> &str {
    line.trim_matches(|char| is_blank(char) || matches!(char, '#' | '*' | '>'))
}

/// A full-width digit as a plain one.
fn narrow(char: char) -> char {
    match char {
        '０'..='９' => char::from_u32(char as u32 - 0xFEE0).unwrap_or(char),
        _ => char,
    }
}

/// Only letters and digits: a number is the same in brackets of any form.
fn bare(text: &str) -> String {
    text.chars().map(narrow).filter(|char| char.is_alphanumeric()).collect()
}

/// Whether the text is a saved web page, or a part of one.
fn is_markup(text: &str) -> bool {
    let start = text.trim_start_matches(is_blank);
    let small = text.to_ascii_lowercase();
    small.contains("</")
        && (start.starts_with('<') || ["<p>", "<p ", "<br", "<div"].iter().any(|tag| small.contains(tag)))
}

/// A web page as text: a line for each block, nothing of scripts, styles and comments.
fn without_markup(page: &str) -> String {
    let mut text = String::with_capacity(page.len() / 2);
    let mut rest = page;
    while let Some((before, tagged)) = rest.split_once('<') {
        push_text(&mut text, before);
        // `<!-->` is a comment, too.
        if let Some(comment) = tagged.strip_prefix('!').filter(|comment| comment.starts_with("--")) {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some((tag, after)) = tag_and_rest(tagged) else { break };
        // Word writes its own elements as `o:p`, and files of Office 2003 paragraphs as `w:p`.
        let name = tag.trim_start_matches('/');
        let name = name.strip_prefix("w:").unwrap_or(name);
        let name = name.split(|char: char| !char.is_ascii_alphanumeric()).next().unwrap_or("").to_ascii_lowercase();
        rest = after;
        match name.as_str() {
            "script" | "style" | "title" if !tag.starts_with('/') => rest = from_end(after, &name),
            "p" | "br" | "div" | "li" | "ul" | "ol" | "dl" | "dt" | "dd" | "tr" | "table" | "h1" | "h2" | "h3"
            | "h4" | "h5" | "h6" | "section" | "article" | "header" | "footer" | "main" | "center" | "blockquote"
            | "pre" | "hr" => {
                text.push('\n');
            }
            "td" | "th" => text.push(' '),
            _ => {}
        }
    }
    push_text(&mut text, rest);
    text
}

/// A tag up to its end, which may hold signs of an end within quotes, and what follows.
fn tag_and_rest(tagged: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    let end = tagged.char_indices().find(|(_, sign)| {
        match (quote, sign) {
            (None, '"' | '\'') => quote = Some(*sign),
            (Some(open), sign) if open == *sign => quote = None,
            _ => {}
        }
        quote.is_none() && *sign == '>'
    });
    // A quote that never ends belongs to no attribute.
    let end = end.map(|(place, _)| place).or_else(|| tagged.find('>'))?;
    Some((&tagged[..end], &tagged[end + 1..]))
}

/// The text from the tag on that ends an element of this name, in letters of either case.
fn from_end<'a>(text: &'a str, name: &str) -> &'a str {
    let ends = |tag: &str| tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    text.match_indices("</").find(|(place, _)| ends(&text[place + 2..])).map_or("", |(place, _)| &text[place..])
}

/// Text between tags: line ends of the source mean nothing.
fn push_text(text: &mut String, run: &str) {
    text.push_str(&unescape(&run.replace(['\n', '\r'], "")));
}

/// Articles in words: `第三条、第七条`.
#[must_use]
pub fn named(articles: &[Article]) -> String {
    articles.iter().map(|article| article_zh(*article)).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests;
