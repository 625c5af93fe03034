//! The official text of an edition, opened from a file by whoever has it, and split into its articles.
//!
//! The text is not in the project. It is read where it was opened and shown beside our reading; nothing keeps it.

use crate::rule::Edition;
use crate::text::{article_zh, numeral};

/// The largest file that is looked at, in bytes. The text has some 16 KB; a saved web page may have many times that.
pub const LARGEST: usize = 4 << 20;

/// An official text, article by article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfficialText {
    /// The paragraphs of each article, Article 1 first, without the headings 第…条.
    articles: Vec<Vec<String>>,
}

/// Why a file is not taken for the official text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotTheText {
    /// There is nothing in it.
    Empty,
    /// It is far larger than the text; its size in bytes.
    TooLarge(usize),
    /// It is of a kind that has to be saved as plain text first: `PDF`, `Word`.
    Format(&'static str),
    /// The number of the document does not stand in it.
    OtherDocument,
    /// The headings of these articles are not there.
    Missing(Vec<u8>),
    /// All headings are there, but this one does not follow the one before it.
    Disorder(u8),
}

/// The encoding of a file, as the browser calls it. Chinese offices still write GB 18030 (GBK).
#[must_use]
pub fn encoding(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xFE, 0xFF, ..] => "utf-16be",
        [0xFF, 0xFE, ..] => "utf-16le",
        _ if std::str::from_utf8(bytes).is_ok() => "utf-8",
        _ => "gb18030",
    }
}

/// The kind of a file that holds no plain text, by its first bytes.
#[must_use]
pub fn packed(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => Some("PDF"),
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("Word"),
        [b'{', b'\\', b'r', b't', b'f', ..] => Some("RTF"),
        _ => None,
    }
}

impl OfficialText {
    /// Reads the text of a file; a saved web page will do.
    ///
    /// # Errors
    /// When it is not the text of this edition, and what is missing.
    pub fn read(edition: &Edition, text: &str) -> Result<Self, NotTheText> {
        if text.len() > LARGEST {
            return Err(NotTheText::TooLarge(text.len()));
        }
        if let Some(format) = packed(text.as_bytes()) {
            return Err(NotTheText::Format(format));
        }
        let text = if is_markup(text) { without_markup(text) } else { text.to_owned() };
        if text.chars().all(is_blank) {
            return Err(NotTheText::Empty);
        }
        if !bare(&text).contains(&bare(edition.index.number)) {
            return Err(NotTheText::OtherDocument);
        }
        let lines: Vec<&str> = text.lines().map(trimmed).filter(|line| !line.is_empty()).collect();
        let count = edition.contents.len();
        // A line may begin with a mention of an article. Headings are set off by a space in most copies: where that
        // finds them all, lines that run on are no headings.
        let articles = split(&lines, count, true).or_else(|_| split(&lines, count, false))?;
        Ok(Self { articles })
    }

    /// The paragraphs of an article.
    #[must_use]
    pub fn article(&self, article: u8) -> &[String] {
        let place = usize::from(article).checked_sub(1);
        place.and_then(|place| self.articles.get(place)).map_or(&[], Vec::as_slice)
    }
}

/// The lines between the headings, in order. `apart`: only what is set off by a space counts as a heading.
fn split(lines: &[&str], count: usize, apart: bool) -> Result<Vec<Vec<String>>, NotTheText> {
    let mut articles: Vec<Vec<String>> = Vec::new();
    let mut seen = vec![false; count];
    for line in lines {
        let heading = heading(line).filter(|heading| !apart || heading.apart);
        if let Some(heading) = &heading {
            if let Some(seen) = usize::from(heading.article).checked_sub(1).and_then(|place| seen.get_mut(place)) {
                *seen = true;
            }
            if usize::from(heading.article) == articles.len() + 1 && articles.len() < count {
                articles.push(paragraph(heading.rest).into_iter().collect());
                continue;
            }
        }
        if let Some(article) = articles.last_mut()
            && !opens_part(line)
        {
            article.extend(paragraph(line));
        }
    }
    if articles.len() == count {
        return Ok(articles);
    }
    let number = |place: usize| u8::try_from(place + 1).unwrap_or(u8::MAX);
    let missing: Vec<u8> = (0..count).filter(|place| !seen[*place]).map(number).collect();
    Err(if missing.is_empty() { NotTheText::Disorder(number(articles.len())) } else { NotTheText::Missing(missing) })
}

/// A line that may be the heading of an article.
struct Heading<'a> {
    article: u8,
    /// Whether a space, or nothing, follows.
    apart: bool,
    /// What stands after it on its line.
    rest: &'a str,
}

/// 第十九条 at the start of a line, also with spaces between the characters.
fn heading(line: &str) -> Option<Heading<'_>> {
    let (words, rest) = ordinal(line, '条')?;
    let article = numeral(&words)?;
    Some(Heading { article, apart: rest.chars().next().is_none_or(is_blank), rest: trimmed(rest) })
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

/// Whether the text is a saved web page.
fn is_markup(text: &str) -> bool {
    let start = trimmed_start(text);
    start.starts_with('<') && text.contains("</")
}

fn trimmed_start(text: &str) -> &str {
    text.trim_start_matches(is_blank)
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
        let Some((tag, after)) = tagged.split_once('>') else { break };
        let name = tag.trim_start_matches('/').split(|char: char| !char.is_ascii_alphanumeric()).next().unwrap_or("");
        let name = name.to_ascii_lowercase();
        rest = after;
        match name.as_str() {
            "script" | "style" | "title" if !tag.starts_with('/') => rest = from_end(after, &name),
            "p" | "br" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            | "section" | "article" => text.push('\n'),
            _ => {}
        }
    }
    push_text(&mut text, rest);
    text
}

/// The text from the tag on that ends an element of this name, in letters of either case.
fn from_end<'a>(text: &'a str, name: &str) -> &'a str {
    let ends = |tag: &str| tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    text.match_indices("</").find(|(place, _)| ends(&text[place + 2..])).map_or("", |(place, _)| &text[place..])
}

/// Text between tags: line ends of the source mean nothing, and a few characters are written as names.
fn push_text(text: &mut String, run: &str) {
    let run = run.replace(['\n', '\r'], "");
    for (name, char) in
        [("&nbsp;", " "), ("&#12288;", "\u{3000}"), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&lt;", "<"), ("&gt;", ">")]
            .iter()
            .take(if run.contains('&') { 6 } else { 0 })
    {
        if run.contains(name) {
            return push_text(text, &run.replace(name, char));
        }
    }
    text.push_str(&run.replace("&amp;", "&"));
}

/// Articles in words: `第三条、第七条`.
#[must_use]
pub fn named(articles: &[u8]) -> String {
    articles.iter().map(|article| article_zh(*article)).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::{LARGEST, NotTheText, OfficialText, encoding, packed};
    use crate::policy::CURRENT;
    use crate::text::article_zh;

    /// A text of the same form with sentences of our own.
    fn invented(number: &str, gap: &str, skip: &[u8]) -> String {
        let mut text = format!("某某办法的通知\n\n{number}\n\n2031年1月1日\n\n第一章 开头\n\n");
        for article in 1..=38 {
            if skip.contains(&article) {
                continue;
            }
            if article == 5 {
                text.push_str("第二章\u{3000}怎样种树\n\n第一节 选苗\n\n");
            }
            let _ = write!(
                text,
                "{}{gap}种第{article}棵树，见第二条。\n\n- （一）先挖坑；\n- （二）再浇水。\n\n",
                article_zh(article)
            );
        }
        text
    }

    const NUMBER: &str = "密政发〔2019〕25号";

    #[test]
    fn the_text_is_split_at_its_headings() {
        let read = OfficialText::read(CURRENT, &invented(NUMBER, " ", &[])).unwrap();
        assert_eq!(read.article(1), ["种第1棵树，见第二条。", "（一）先挖坑；", "（二）再浇水。"]);
        assert_eq!(read.article(4).len(), 3, "headings of chapters and sections belong to no article");
        assert_eq!(read.article(38)[0], "种第38棵树，见第二条。");
        assert!(read.article(39).is_empty() && read.article(0).is_empty());
    }

    #[test]
    fn copies_differ_in_brackets_spaces_and_marks() {
        for number in [
            "密政发〔2019〕25号",
            "密政发[2019]25号",
            "密政发（2019）25 号",
            "密政发【２０１９】２５号",
            "密 政 发﹝2019﹞25 号",
        ] {
            assert!(OfficialText::read(CURRENT, &invented(number, "\u{3000}", &[])).is_ok(), "{number}");
        }
        let text = invented(NUMBER, " ", &[]);
        for (from, to) in [
            ("第十九条 ", "第十九条"),                         // no space
            ("第十九条 ", "\u{3000}\u{3000}第十九条\u{3000}"), // set in by two
            ("第十九条 ", "第 十 九 条  "),                    // spread
            ("第十九条 ", "**第十九条** "),                    // Markdown
            ("第十九条 ", "第19条 "),
            ("第十九条 ", "第１９条 "),
            ("第十九条 ", "第十九条\n"),
            ("\n\n", "\r\n\r\n"),
            ("某某", "\u{feff}某某"),
        ] {
            let read = OfficialText::read(CURRENT, &text.replace(from, to));
            let read = read.unwrap_or_else(|error| unreachable!("{to:?}: {error:?}"));
            assert!(read.article(19)[0].ends_with("种第19棵树，见第二条。"), "{to:?}: {:?}", read.article(19));
        }
    }

    #[test]
    fn a_line_that_begins_with_a_mention_is_no_heading() {
        // Broken by hand: the second line begins with the very number that comes next.
        let text = invented(NUMBER, " ", &[]).replace("种第6棵树，见第二条。", "种第6棵树，照\n第七条的办法浇水。");
        let read = OfficialText::read(CURRENT, &text).unwrap();
        assert_eq!(read.article(6)[1], "第七条的办法浇水。");
        assert_eq!(read.article(7)[0], "种第7棵树，见第二条。");
    }

    #[test]
    fn a_saved_web_page_will_do() {
        let mut page =
            "<!DOCTYPE html><html><head><title>第一条 无关</title><style>p{}</style></head><body>".to_owned();
        for line in invented(NUMBER, "&nbsp;", &[]).lines().filter(|line| !line.is_empty()) {
            let _ = writeln!(page, "<p class=\"x\">\n<span>{line}</span></p>");
        }
        page.push_str("<script>var x = '第一条 ';</script></body></html>");
        let read = OfficialText::read(CURRENT, &page).unwrap();
        assert_eq!(read.article(7)[0], "种第7棵树，见第二条。");
        // Older editors write tags in capitals, and in any mixture of cases.
        for (from, to) in [
            ("<style>p{}</style>", "<STYLE>p{}</STYLE>"),
            ("<style>p{}</style>", "<Style>p{} </p> </字 </sTYLE >"),
            ("<script>", "<SCRIPT>"),
            ("</script>", "</SCRIPT>"),
            // A comment may hold tags and headings, and is none of the text.
            ("<body>", "<BODY><!-- <p>第一条 旧稿</p> > -- <style> -->"),
            ("<p class=\"x\">", "<!--><!----><P CLASS=\"x\"><!--[if gte mso 9]><xml>第二条 </xml><![endif]-->"),
            ("</html>", "</html><!-- 第三十八条 没有结尾"),
        ] {
            assert!(page.contains(from), "{from}");
            assert_eq!(OfficialText::read(CURRENT, &page.replace(from, to)).as_ref(), Ok(&read), "{to}");
        }
    }

    #[test]
    fn other_files_are_refused_with_the_reason() {
        let text = invented(NUMBER, " ", &[]);
        for (file, why) in [
            (String::new(), NotTheText::Empty),
            (" \u{3000}\n\u{feff}".to_owned(), NotTheText::Empty),
            ("x".repeat(LARGEST + 1), NotTheText::TooLarge(LARGEST + 1)),
            ("%PDF-1.7 …".to_owned(), NotTheText::Format("PDF")),
            ("PK\u{3}\u{4}…".to_owned(), NotTheText::Format("Word")),
            ("一封与此无关的信".to_owned(), NotTheText::OtherDocument),
            (invented("密政发〔2018〕34号", " ", &[]), NotTheText::OtherDocument),
            (invented("密政发〔2019〕2号", " ", &[]), NotTheText::OtherDocument),
            (format!("依据{NUMBER}，批复如下。"), NotTheText::Missing((1..=38).collect())),
            (invented(NUMBER, " ", &[3, 38]), NotTheText::Missing(vec![3, 38])),
            (text.replace("第十条 ", "第甲条 ").replace("第三十条 ", "第三十条 ……\n第十条 "), NotTheText::Disorder(11)),
        ] {
            let short: String = file.chars().take(30).collect();
            assert_eq!(OfficialText::read(CURRENT, &file), Err(why), "{short}");
        }
    }

    #[test]
    fn encodings_are_told_by_their_bytes() {
        for (bytes, name) in [
            ("\u{feff}第一条".as_bytes(), "utf-8"),
            ("第一条".as_bytes(), "utf-8"),
            (&[0xFF, 0xFE, 0x2C, 0x7B], "utf-16le"),
            (&[0xFE, 0xFF, 0x7B, 0x2C], "utf-16be"),
            (&[0xB5, 0xDA, 0xD2, 0xBB, 0xCC, 0xF5], "gb18030"),
            (&[], "utf-8"),
        ] {
            assert_eq!(encoding(bytes), name);
        }
        assert_eq!(
            (packed(b"%PDF-"), packed(&[0xD0, 0xCF, 0x11, 0xE0]), packed(b"<html>")),
            (Some("PDF"), Some("Word"), None)
        );
    }
}
