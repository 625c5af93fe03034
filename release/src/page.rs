//! `index.html` and the head of `portal.html`, laid out of `public/index.html`: one script, one style sheet for the first
//! page and one for the others, which hosted is a file of its own, and a security policy that names them by digest.
//!
//! `public/index.html` is written for Trunk, whose words (`data-trunk`) are read here as Trunk reads them: `inline` puts a
//! file into the page, `copy-file` beside it. A page on disk may not import anything, so the script stands in the page,
//! and the page in one file differs from the hosted one by the program inside and by some lines of its head.

use crate::program::{MAIN, Program, bare};
use crate::{Files, Result, digest, read, style, text};
use std::path::Path;

/// How a mark of Trunk's begins.
const MARK: &str = "<link data-trunk ";
/// What stands in the page's source where the program's script comes.
const START: &str = "<script type=\"module\" src=\"start.js\"></script>";
/// How the page's own script begins. Browsers that know the word paint nothing before it has begun: an empty page would
/// be worked out for nothing.
const SCRIPT: &str = "<script type=\"module\" blocking=\"render\">";
/// The sheets that wait stand between these.
const LATE: (&str, &str) = ("<template id=\"late\">", "</template>");
/// Where the open draft stands while the page is open, so that a saved page carries it. `src/drafts/page_copy.rs` knows it too.
pub const DRAFT: &str = "<script id=\"draft\" type=\"application/json\"></script>";
/// What only the hosted page has. A copy of it on disk asks for nothing, and forgets the manifest, by which public/start.js
/// knows it. Addresses are relative, as all are.
const HOSTED: &str =
    "<link rel=\"apple-touch-icon\" href=\"icon-192.png\"><link rel=\"manifest\" href=\"manifest.webmanifest\">";
/// Nothing comes from anywhere; what follows are the exceptions.
const NOTHING: &str = "default-src 'none'; base-uri 'none'; form-action 'none'";
/// Beyond the digests: what the hosted page may fetch from its own folder.
const OWN: &str = "connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'";
/// The same for the page in one file.
const ALONE: &str = "connect-src 'none'; img-src data:";
/// Browsers before Chromium 97, Firefox 102 and Safari 16 run WebAssembly only where eval is allowed too. So the page
/// allows it, and where a browser knows better adds the same policy without it: of two policies both hold. Those that know
/// `findLast` and this property are new enough. A saved copy, which may be opened elsewhere, does not keep the second one.
const STRICT: &str = "if ([].findLast && window.CSS && CSS.supports('text-align-last', 'auto')) {\n\
    var strict = document.querySelector('meta[http-equiv=Content-Security-Policy]').cloneNode();\n\
    strict.content = strict.content.replace(\"'unsafe-eval'\", \"'wasm-unsafe-eval'\");\n\
    document.head.appendChild(strict);\n\
    document.head.removeChild(strict);\n}\n";

/// What the page is laid out of, read once for both pages.
#[derive(Debug)]
pub struct Page {
    html: String,
    notice: String,
    script: String,
    style: String,
    late: String,
    /// The file of `late` beside the hosted page, named by what it holds.
    late_file: String,
    /// The address of the program: it changes with the program, so that a browser that keeps files too long does not take
    /// the program of another version.
    program: String,
    /// What is copied beside the page.
    pub files: Files,
}

/// Where the page is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On a server, beside its files.
    Hosted,
    /// From disk, with everything inside.
    Alone,
}

impl Page {
    /// Reads the page's source in the folder `public`, and gives it its program.
    pub fn read(public: &Path, program: &Program) -> Result<Self> {
        let source = without_comments(&text(&public.join("index.html"))?);
        let (source, waiting) = cut(&source, LATE.0, LATE.1).ok_or("public/index.html has no template `late`")?;
        let mut page = Self {
            html: String::new(),
            notice: String::new(),
            script: bare(&format!("{}\n{}", program.script, text(&public.join("start.js"))?))?,
            style: String::new(),
            late: String::new(),
            late_file: String::new(),
            program: format!("{MAIN}?v={}", &digest::hex(&program.files[MAIN])[..16]),
            files: Files::new(),
        };
        let mut late = String::new();
        page.fill(public, &waiting, |page, inline| match inline {
            Inline::Style(sheet) => {
                page.late.push_str(&sheet);
                Ok(String::new())
            }
            _ => Err("the template `late` is for style".to_owned()),
        })
        .map(|rest| late = rest)?;
        if !late.trim().is_empty() {
            return Err(format!("the template `late` is for style: {late}"));
        }
        page.late_file = format!("late.{}.css", &digest::hex(page.late.as_bytes())[..16]);
        page.files.insert(page.late_file.clone(), page.late.clone().into_bytes());
        page.html = page.fill(public, &source, |page, inline| match inline {
            Inline::Style(sheet) => {
                page.style.push_str(&sheet);
                Ok(String::new())
            }
            Inline::Script(script) => {
                page.notice.push_str(&bare(&script)?);
                Ok(String::new())
            }
            Inline::Markup(markup) => Ok(markup),
        })?;
        let places = page.html.matches(START).count();
        if places != 1 {
            return Err(format!("public/index.html should have one {START}"));
        }
        page.html = page.html.replace(START, "");
        Ok(page)
    }

    /// Follows the marks: what is to be inlined goes through `put`, which gives what stands in its place.
    fn fill(
        &mut self,
        public: &Path,
        source: &str,
        put: impl Fn(&mut Self, Inline) -> Result<String>,
    ) -> Result<String> {
        let mut html = String::new();
        for line in source.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let Some(mark) = line.strip_prefix(MARK) else {
                html.push_str(line);
                html.push('\n');
                continue;
            };
            match (word(mark, "rel"), word(mark, "href")) {
                (Some("inline"), Some(name)) => {
                    let put = put(self, Inline::read(&public.join(name), name)?)?;
                    html.push_str(&put);
                }
                (Some("copy-file"), Some(name)) => {
                    // It stands in the page.
                    if name != "start.js" {
                        self.files.insert(name.to_owned(), read(&public.join(name))?);
                    }
                }
                (Some("rust"), _) => {}
                _ => return Err(format!("public/index.html: what does this mean? {line}")),
            }
        }
        Ok(html)
    }

    /// The page, with `inside` where the program stands in the page in one file.
    pub fn lay_out(&self, place: Place, inside: &str) -> Result<String> {
        let fetching = format!(
            "if (location.protocol.indexOf('http') === 0) window.fetched = fetch('{}');\n\
             else document.querySelector('link[rel=manifest]').remove();\n",
            self.program
        );
        let scripts = match place {
            Place::Hosted => vec![STRICT, &self.notice, &fetching],
            Place::Alone => vec![STRICT, &self.notice],
        };
        let early: Vec<&str> = scripts.into_iter().filter(|script| !script.is_empty()).collect();
        let sources = |texts: &[&str]| texts.iter().map(|text| digest::source(text)).collect::<Vec<_>>().join(" ");
        let policy = format!(
            "{NOTHING}; script-src {} {} 'unsafe-eval'; style-src {}; {}",
            sources(&early),
            digest::source(&self.script),
            sources(&[&self.style, &self.late]),
            if place == Place::Hosted { OWN } else { ALONE }
        );
        let early: String = early.iter().map(|script| format!("<script>{script}</script>")).collect();
        // Hosted, public/start.js puts it in.
        let late = match place {
            Place::Hosted => format!("<template id=\"late\" data-file=\"{}\">", self.late_file),
            Place::Alone => format!("{}<style id=\"late-style\">{}</style>", LATE.0, self.late),
        };
        let head = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{}{early}<style>{}</style>\
             {late}{}{SCRIPT}{}</script>",
            if place == Place::Hosted { HOSTED } else { "" },
            self.style,
            LATE.1,
            self.script
        );
        let html = before(&self.html, "<title>", &head)?;
        before(&html, "</body>", &format!("{inside}{DRAFT}"))
    }
}

/// A file that goes into the page.
enum Inline {
    Style(String),
    Script(String),
    Markup(String),
}

impl Inline {
    fn read(file: &Path, name: &str) -> Result<Self> {
        let content = text(file)?;
        match file.extension().and_then(|ending| ending.to_str()) {
            Some("css") => Ok(Self::Style(style::lowered(name, &content)? + "\n")),
            Some("js") => Ok(Self::Script(content)),
            Some("svg" | "html") => Ok(Self::Markup(without_comments(&content))),
            _ => Err(format!("{name} cannot stand in the page")),
        }
    }
}

/// The value of an attribute.
fn word<'a>(mark: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = mark.split_once(&format!("{name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// Comments are for those who read the source.
fn without_comments(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// The text without what stands from one mark to another, and what stood between.
fn cut(html: &str, begins: &str, ends: &str) -> Option<(String, String)> {
    let (before, rest) = html.split_once(begins)?;
    let (inner, after) = rest.split_once(ends)?;
    Some((format!("{before}{after}"), inner.to_owned()))
}

/// The text with a piece put before a mark that stands in it once.
fn before(html: &str, mark: &str, piece: &str) -> Result<String> {
    let mut places = html.match_indices(mark);
    match (places.next(), places.next()) {
        (Some((at, _)), None) => Ok(format!("{}{piece}{}", &html[..at], &html[at..])),
        _ => Err(format!("the page should have one {mark}")),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A page of the form of ours.
    pub fn page() -> Page {
        let of = |text: &str| text.to_owned();
        Page {
            html: of("<!doctype html>\n<meta charset=\"utf-8\">\n<title>密云</title>\n<body>\n</body>\n"),
            notice: of("say();\n"),
            script: of("start();\n"),
            style: of("a{}\n"),
            late: of("b{}\n"),
            late_file: of("late.1.css"),
            program: of("a.wasm?v=1"),
            files: Files::new(),
        }
    }

    #[test]
    fn every_script_and_sheet_is_named_by_its_digest() {
        for place in [Place::Hosted, Place::Alone] {
            let html = page().lay_out(place, "").unwrap();
            let (mut scripts, mut rest) = (0, html.as_str());
            for (begins, ends) in [("<script", "</script>"), ("<style", "</style>")] {
                while let Some((_, after)) = rest.split_once(begins) {
                    let (kind, after) = after.split_once('>').unwrap();
                    let (content, after) = after.split_once(ends).unwrap();
                    assert!(kind.contains("json") || html.contains(&digest::source(content)), "{content}");
                    scripts += 1;
                    rest = after;
                }
                rest = &html;
            }
            assert_eq!(scripts, 6, "{html}");
            assert!(!html.contains("unsafe-inline"), "{html}");
        }
    }

    #[test]
    fn only_the_hosted_page_asks_for_anything() {
        let hosted = page().lay_out(Place::Hosted, "").unwrap();
        let alone = page().lay_out(Place::Alone, "").unwrap();
        assert!(hosted.contains("fetch('a.wasm?v=1')") && hosted.contains("rel=\"manifest\""), "{hosted}");
        assert!(hosted.contains("data-file=\"late.1.css\"") && !hosted.contains("b{}"), "{hosted}");
        assert!(
            !alone.contains("fetch(") && !alone.contains("rel=\"manifest\"") && !alone.contains("'self'"),
            "{alone}"
        );
    }

    #[test]
    fn the_page_of_the_project_can_be_laid_out() {
        let program = Program { script: "program();".to_owned(), files: Files::from([(MAIN.to_owned(), Vec::new())]) };
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
        let page = Page::read(&public, &program).unwrap();
        let html = page.lay_out(Place::Hosted, "").unwrap();
        assert!(!html.contains("data-trunk") && !html.contains("<!--") && !html.contains("src=\"start.js\""), "{html}");
        assert!(page.script.starts_with("program();\n") && page.files.contains_key("icon.svg"));
        assert!(!page.files.contains_key("start.js") && !page.late.is_empty());
    }
}
