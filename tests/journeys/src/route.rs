//! The addresses within the page that have their picture taken.

/// Every route, with the name its pictures go by. A new page is a line here.
pub const ROUTES: &[(&str, &str)] = &[
    ("#/", "home"),
    ("#/check", "check"),
    ("#/handout", "handout"),
    ("#/rules", "rules"),
    ("#/doubts", "doubts"),
    ("#/glossary", "glossary"),
];

/// How wide the windows are: a phone, a tablet, a desk.
pub const WIDTHS: &[u32] = &[360, 768, 1280];

/// The languages, as the browser asks for them, with the name their pictures go by.
pub const LANGUAGES: &[(&str, &str)] = &[("zh-CN,zh", "zh"), ("en-GB,en", "en")];
