use std::fmt::Write as _;

use super::{LARGEST, NotTheText, OfficialText};
use crate::article::{Article, article_zh};
use crate::file_kind::FileKind;
use crate::policy::CURRENT;
use crate::text::Lang;

/// Where the second chapter of the invented text begins.
const SECOND_CHAPTER: u8 = 5;

/// A text of the same form with sentences of our own.
fn invented(number: &str, gap: &str, skip: &[u8]) -> String {
    let mut text = format!("某某办法的通知\n\n{number}\n\n2031年1月1日\n\n第一章 开头\n\n");
    for article in 1..=38 {
        if skip.contains(&article) {
            continue;
        }
        if article == SECOND_CHAPTER {
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
    assert_eq!(read.article(Article::new(1)), ["种第1棵树，见第二条。", "（一）先挖坑；", "（二）再浇水。"]);
    assert_eq!(read.article(Article::new(4)).len(), 3, "headings of chapters and sections belong to no article");
    assert_eq!(read.article(Article::new(38))[0], "种第38棵树，见第二条。");
    assert!(read.article(Article::new(39)).is_empty() && read.article(Article::new(0)).is_empty());
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
        assert!(
            read.article(Article::new(19))[0].ends_with("种第19棵树，见第二条。"),
            "{to:?}: {:?}",
            read.article(Article::new(19))
        );
    }
}

#[test]
fn a_line_that_begins_with_a_mention_is_no_heading() {
    // Broken by hand: the second line begins with the very number that comes next.
    let text = invented(NUMBER, " ", &[]).replace("种第6棵树，见第二条。", "种第6棵树，照\n第七条的办法浇水。");
    let read = OfficialText::read(CURRENT, &text).unwrap();
    assert_eq!(read.article(Article::new(6))[1], "第七条的办法浇水。");
    assert_eq!(read.article(Article::new(7))[0], "种第7棵树，见第二条。");
}

#[test]
fn a_saved_web_page_will_do() {
    let mut page = "<!DOCTYPE html><html><head><title>第一条 无关</title><style>p{}</style></head><body>".to_owned();
    for line in invented(NUMBER, "&nbsp;", &[]).lines().filter(|line| !line.is_empty()) {
        let _ = writeln!(page, "<p class=\"x\">\n<span>{line}</span></p>");
    }
    page.push_str("<script>var x = '第一条 ';</script></body></html>");
    let read = OfficialText::read(CURRENT, &page).unwrap();
    assert_eq!(read.article(Article::new(7))[0], "种第7棵树，见第二条。");
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

/// The text as an office's programs save it, and what its articles then are.
#[test]
fn copies_of_every_program_read_the_same() {
    let text = invented(NUMBER, "\u{3000}", &[]);
    let whole = OfficialText::read(CURRENT, &text).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let page = |charset: &str, paragraph: &dyn Fn(&str) -> String| {
        let body: String = lines.iter().map(|line| paragraph(line)).collect();
        format!(
            "<!DOCTYPE html>\r\n<html><head><meta charset={charset}><title>x</title></head><body>{body}</body></html>"
        )
    };
    let numbers = |line: &str, form: &dyn Fn(u32) -> String| -> String {
        line.chars().map(|sign| if sign.is_ascii() { sign.to_string() } else { form(sign.into()) }).collect()
    };
    let p = |line: &str| format!("<p>{line}</p>\r\n");
    let list: String = (1..=38).map(|article| format!("{} ……{article}\n", article_zh(article))).collect();
    let bare_list: String = (1..=38).map(|article| format!("{}\n", article_zh(article))).collect();
    let radicals =
        text.replace('一', "⼀").replace('二', "⼆").replace('八', "⼋").replace('十', "⼗").replace('水', "⽔");
    for (name, copy) in [
        ("CR", text.replace('\n', "\r")),
        ("U+2028", text.replace('\n', "\u{2028}")),
        ("Word's line ends", text.replace('\n', "\u{b}")),
        ("new pages", text.replace("第十条", "\u{c}第十条")),
        ("radicals", radicals),
        (
            "page numbers",
            text.replace("第十条", "— 1 —\n\n第十条").replace("第二十条", "- 12 -\n第13页 共20页\n第二十条"),
        ),
        ("a list before", format!("目录\n{list}{text}")),
        ("a bare list before", format!("{bare_list}{text}")),
        ("set in", lines.iter().map(|line| format!("\u{a0}\u{a0}\u{3000}{line}\n")).collect()),
        ("brackets", text.replace("第十九条\u{3000}", "第十九条\u{a0}")),
        ("entities", page("utf-8", &|line| p(&line.replace('\u{3000}', "&emsp;&ensp;")))),
        ("numbers", page("us-ascii", &|line| p(&numbers(line, &|sign| format!("&#{sign};"))))),
        ("hexadecimal", page("us-ascii", &|line| p(&numbers(line, &|sign| format!("&#x{sign:X};"))))),
        ("capital X", page("us-ascii", &|line| p(&numbers(line, &|sign| format!("&#X{sign:x};"))))),
        (
            "capitals",
            page("gb2312", &|line| {
                format!(
                    "<P CLASS=a><SPAN style='mso-spacerun:yes'>&nbsp;&nbsp;</SPAN><FONT face=仿宋>{line}</FONT></P>"
                )
            }),
        ),
        ("br", page("utf-8", &|line| format!("{line}<br/>"))),
        ("cells", page("utf-8", &|line| format!("<tr><td>{line}</td></tr>"))),
        (
            "spans",
            page("utf-8", &|line| {
                p(&line.chars().map(|sign| format!("<span\nlang=EN-US>{sign}</span>")).collect::<String>())
            }),
        ),
        ("quotes", page("utf-8", &|line| format!("<p title=\"a>b\" alt='<p>'>{line}</p>"))),
    ] {
        let read = OfficialText::open(CURRENT, copy.as_bytes());
        let read = read.unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(read, whole, "{name}");
    }
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gb = encoding_rs::GB18030.encode(&text).0.into_owned();
    for bytes in
        [utf16.clone(), [b"\xFF\xFE", &utf16[..]].concat(), gb.clone(), [b"\xEF\xBB\xBF", text.as_bytes()].concat()]
    {
        assert_eq!(OfficialText::open(CURRENT, &bytes).as_ref(), Ok(&whole));
    }
    // One bad byte costs one sign, which is counted.
    for mut bytes in [text.clone().into_bytes(), gb] {
        let at = bytes.len() / 2;
        let at = (at..).find(|at| bytes[*at] >= 0x80).unwrap();
        bytes[at] = 0xFF;
        let read = OfficialText::open(CURRENT, &bytes).unwrap();
        assert!(read.lost() > 0 && read.len() == whole.len());
    }
    assert_eq!(whole.lost(), 0);
}

#[test]
fn other_files_are_refused_with_the_reason() {
    let text = invented(NUMBER, " ", &[]);
    for (file, why) in [
        (String::new(), NotTheText::Empty),
        (" \u{3000}\n\u{feff}".to_owned(), NotTheText::Empty),
        ("x".repeat(LARGEST + 1), NotTheText::TooLarge(LARGEST + 1)),
        ("%PDF-1.7 …".to_owned(), NotTheText::Format(FileKind::Pdf)),
        ("PK\u{3}\u{4}…".to_owned(), NotTheText::Format(FileKind::Zip)),
        (
            format!("MIME-Version: 1.0\nContent-Type: multipart/related\n\n{text}"),
            NotTheText::Format(FileKind::WebArchive),
        ),
        ("一封与此无关的信".to_owned(), NotTheText::OtherDocument(NUMBER)),
        (text.replace('条', "條").replace('号', "號"), NotTheText::OtherDocument(NUMBER)),
        (invented("密政发〔2018〕34号", " ", &[]), NotTheText::OtherDocument(NUMBER)),
        (invented("密政发〔2019〕2号", " ", &[]), NotTheText::OtherDocument(NUMBER)),
        (format!("依据{NUMBER}，批复如下。"), NotTheText::Missing((1..=38).map(Article::new).collect(), 38)),
        (invented(NUMBER, " ", &[3, 38]), NotTheText::Missing(Article::all([3, 38]).to_vec(), 38)),
        (
            text.replace("第十条 ", "第甲条 ").replace("第三十条 ", "第三十条 ……\n第十条 "),
            NotTheText::Disorder(Article::new(11)),
        ),
    ] {
        let short: String = file.chars().take(30).collect();
        for (lang, stop) in [(Lang::Zh, '。'), (Lang::En, '.')] {
            assert!(why.says(lang).ends_with(stop), "{}", why.says(lang));
        }
        assert_eq!(OfficialText::open(CURRENT, file.as_bytes()), Err(why), "{short}");
    }
}

#[test]
fn an_article_that_was_put_in_has_a_heading_of_its_own() {
    let of = |line: &str| super::heading(line).map(|heading| (heading.article, heading.rest.to_owned()));
    let inserted = Article::new(26).inserted(1);
    assert_eq!(of("第二十六条之一 再种一棵"), Some((inserted, "再种一棵".to_owned())));
    assert_eq!(of("第二十六条之一【再种】"), Some((inserted, "【再种】".to_owned())));
    assert_eq!(of("第二十六条之一"), Some((inserted, String::new())));
    assert_eq!(of("第二十六条之一种"), Some((Article::new(26), "之一种".to_owned())));
}
