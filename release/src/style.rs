//! Style sheets: as they are written for a page that is served here, lowered for old browsers in the one that is handed out.

use crate::Result;

/// The oldest browsers that the page is made for, as `README.md` names them.
#[cfg(feature = "handout")]
fn oldest() -> lightningcss::targets::Targets {
    let version = |major: u32| Some(major << 16);
    lightningcss::targets::Browsers {
        chrome: version(88),
        edge: version(88),
        firefox: version(102),
        safari: version(15),
        ios_saf: version(15),
        ..Default::default()
    }
    .into()
}

/// The sheet as old browsers read it, and short.
#[cfg(feature = "handout")]
pub fn lowered(name: &str, sheet: &str) -> Result<String> {
    use lightningcss::printer::PrinterOptions;
    use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};

    let wrong = |why: String| format!("{name}: {why}");
    let options = ParserOptions { filename: name.to_owned(), ..Default::default() };
    let mut parsed = StyleSheet::parse(sheet, options).map_err(|why| wrong(why.to_string()))?;
    let targets = oldest();
    parsed.minify(MinifyOptions { targets, ..Default::default() }).map_err(|why| wrong(why.to_string()))?;
    let printed = parsed.to_css(PrinterOptions { minify: true, targets, ..Default::default() });
    Ok(printed.map_err(|why| wrong(why.to_string()))?.code)
}

/// The sheet as it is.
#[cfg(not(feature = "handout"))]
pub fn lowered(_name: &str, sheet: &str) -> Result<String> {
    Ok(sheet.to_owned())
}

#[cfg(all(test, feature = "handout"))]
mod tests {
    use super::lowered;

    #[test]
    fn old_browsers_read_what_comes_out() {
        let sheet = ".a { inset: 0; .b & { color: red } }\n@media (width >= 640px) { .a { margin-inline: auto } }";
        let lowered = lowered("a.css", sheet).unwrap();
        assert!(lowered.contains("(min-width:640px)") && lowered.contains(".b .a{color:red}"), "{lowered}");
    }

    #[test]
    fn what_is_no_style_is_refused() {
        assert!(lowered("a.css", ".a { color: red").is_ok(), "the end of a file ends what is open");
        assert!(lowered("a.css", "} .a").is_err());
    }
}
