//! `index.html`: one script, one style sheet for the first page and one for the others, a security policy that names
//! them by digest.
//!
//! Trunk's page imports its script; a page on disk may not import anything. So the script stands in the page, and the
//! page in one file differs from the hosted one by the program inside and by two lines of its head.

use crate::{Result, digest};

/// What only the hosted page has begins so, and ends with the script that begins to fetch the program: long before the
/// page's own script is read. A copy on disk asks for nothing, and forgets the manifest. Addresses are relative, as all
/// are.
const HOSTED: &str = "<link rel=\"apple-touch-icon\" href=\"icon-192.png\"><link rel=\"manifest\" \
    href=\"manifest.webmanifest\"><script>if (location.protocol.startsWith('http')) window.fetched = fetch('";
const FETCHED: &str = "');\nelse document.querySelector('link[rel=manifest]').remove();</script>";
/// How the page's own script begins. Browsers that know the word paint nothing before it has begun: an empty page would
/// be worked out for nothing.
const SCRIPT: &str = "<script type=\"module\" blocking=\"render\">";
/// The sheets that wait: `public/index.html` has them between these.
const LATE: (&str, &str) = ("<template id=", "</template>");
/// Where the open draft stands while the page is open, so that a saved page carries it. `src/drafts/page_copy.rs` knows it too.
pub const DRAFT: &str = "<script id=\"draft\" type=\"application/json\"></script>";
/// Nothing comes from anywhere; what follows are the exceptions.
const NOTHING: &str = "default-src 'none'; base-uri 'none'; form-action 'none'";
/// Beyond the digests: what the hosted page may fetch from its own folder.
pub const OWN: &str = "connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'";
/// The same for the page in one file.
pub const ALONE: &str = "connect-src 'none'; img-src data:";

/// Lays the page out: `html` as Trunk writes it, the script of the program, the address of the program itself, and the
/// script that starts it.
pub fn lay_out(html: &str, script: &str, program: &str, start: &str) -> Result<String> {
    let script = bare(&format!("{script}\n{start}"));
    let hosted = format!("{HOSTED}{program}{FETCHED}");
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return Err("a text in the script goes over several lines: it would lose its margins".to_owned());
    }
    if script.contains("</script") || script.contains("<!--") || script.contains('\r') {
        return Err("the script cannot stand in a page: it holds the end of one".to_owned());
    }
    let (html, _) = cut(html, "<script", "</script>").ok_or("Trunk writes no script into the page any more")?;
    let html = without_preloads(html);
    let (html, late) = cut(&html, LATE.0, LATE.1).ok_or("Trunk leaves no template in the page any more")?;
    let (_, late) = sheets(late);
    let (html, style) = sheets(html);
    let (_, early) = cut(&hosted, "<script", "</script>").unwrap_or_default();
    let policy = format!(
        "{NOTHING}; script-src {} {} 'wasm-unsafe-eval'; style-src {} {}; {OWN}",
        digest::source(&script),
        digest::source(&early),
        digest::source(&style),
        digest::source(&late)
    );
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{hosted}<style>{style}</style>\
         <template id=\"late\"><style id=\"late-style\">{late}</style></template>{SCRIPT}{script}</script>"
    );
    let html = before(&html, "<title>", &head)?;
    before(&html, "</body>", DRAFT)
}

/// The text without its style sheets, and all of them as one.
fn sheets(mut html: String) -> (String, String) {
    let mut style = String::new();
    while let Some((rest, sheet)) = cut(&html, "<style>", "</style>") {
        html = rest;
        style.push_str(&sheet);
        style.push('\n');
    }
    (html, style)
}

/// The page without what only the hosted one has; nothing when it is not laid out yet.
pub fn unhosted(html: &str) -> Option<String> {
    let from = html.find(HOSTED)?;
    let until = from + html[from..].find(FETCHED)? + FETCHED.len();
    Some(format!("{}{}", &html[..from], &html[until..]))
}

/// The text without the first element that begins so, and what stood in it.
fn cut(html: &str, begins: &str, ends: &str) -> Option<(String, String)> {
    let from = html.find(begins)?;
    let inner = from + html[from..].find('>')? + 1;
    let until = inner + html[inner..].find(ends)?;
    Some((format!("{}{}", &html[..from], &html[until + ends.len()..]), html[inner..until].to_owned()))
}

/// Trunk asks for the script and the program in advance, by addresses that they do not have any more.
fn without_preloads(mut html: String) -> String {
    while let Some((from, until)) = html.match_indices("<link").find_map(|(from, _)| {
        let until = from + html[from..].find('>')? + 1;
        html[from..until].contains("preload").then_some((from, until))
    }) {
        html.replace_range(from..until, "");
    }
    html
}

/// The text with a piece put before a mark that stands in it once.
pub fn before(html: &str, mark: &str, piece: &str) -> Result<String> {
    let mut places = html.match_indices(mark);
    match (places.next(), places.next()) {
        (Some((at, _)), None) => Ok(format!("{}{piece}{}", &html[..at], &html[at..])),
        _ => Err(format!("the page should have one {mark}")),
    }
}

/// Comments and margins are for those who read the source. Comments have lines of their own; no text in the scripts
/// goes over more than one.
fn bare(script: &str) -> String {
    let mut documented = false;
    let lines = script.lines().map(str::trim).filter(|line| {
        let comment = documented || line.starts_with("//") || line.starts_with("/*");
        documented = comment && (documented || line.starts_with("/*")) && !line.ends_with("*/");
        !comment && !line.is_empty()
    });
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    const TRUNK: &str = "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>密云</title><script type=module>\
                         import init from './portal.js';</script><style>a{}</style><style>b{}</style><template id=late>\
                         <style>c{}</style><style>d{}</style></template><link rel=icon href=data:,>\
                         <body><div id=page></div><link rel=modulepreload href=./portal.js></body></html>";

    pub fn laid_out() -> String {
        lay_out(TRUNK, "let wasm;", "a.wasm?v=1", "// Says why.\nstart();\n").unwrap()
    }

    #[test]
    fn script_and_style_are_named_by_their_digests() {
        let html = laid_out();
        let (_, script) = cut(&html, "<script type=\"module\"", "</script>").unwrap();
        let (_, style) = cut(&html, "<style>", "</style>").unwrap();
        assert_eq!(script, "let wasm;\nstart();\n");
        assert!(html.contains("fetch('a.wasm?v=1')") && !unhosted(&html).unwrap().contains("fetch("), "{html}");
        assert_eq!(style, "a{}\nb{}\n");
        let (_, late) = cut(&html, "<style id=", "</style>").unwrap();
        assert_eq!(late, "c{}\nd{}\n");
        for part in [script, style, late] {
            assert!(html.contains(&digest::source(&part)), "{html}");
        }
        assert_eq!(html.matches("<script").count(), 3, "{html}");
        assert!(!html.contains("preload") && html.contains("<link rel=icon"), "{html}");
        assert!(!html.contains("unsafe-inline") && !html.contains("'unsafe-eval'"), "{html}");
    }

    #[test]
    fn a_script_loses_its_comments_and_margins() {
        let script = "/**\n * Does it.\n */\nfunction a() {\n\n    // So.\n    return 1; // here\n}\n/* b */\nb();";
        assert_eq!(bare(script), "function a() {\nreturn 1; // here\n}\nb();\n");
    }

    #[test]
    fn a_script_that_would_end_too_early_is_refused() {
        assert!(lay_out(TRUNK, "let a = '</script>';", "", "").is_err());
    }
}
