//! Names of files that every system takes: who applies, what it is, and the code.

/// The longest name, in UTF-16 units, with its extension: it leaves room for the folder that it is put in.
pub const LONGEST: usize = 120;

/// What stands for an applicant without a name, or with none that a file can bear.
const NAMELESS: &str = "未具名";

/// The names that Windows keeps for devices, alone or before a dot.
const DEVICES: &[&str] = &["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
/// Those that a digit follows.
const PORTS: &[&str] = &["COM", "LPT"];

/// The name of a file: `密云示例银行-申报书-7K4Q-9XTD.docx`. `what` and `extension` are the program's own words, `code` is
/// [`Draft::code`](crate::drafts::draft::Draft::code), of which the first half is enough to tell files apart.
///
/// The applicant's name is shortened where it is too long; signs that a system refuses or that turn the direction of
/// writing are left out or become `_`.
#[must_use]
pub fn file_name(applicant: Option<&str>, what: &str, code: &str, extension: &str) -> String {
    named(applicant, &format!("-{what}-{}.{extension}", half(code)))
}

/// The name of a folder with the files of one applicant: `密云示例银行-7K4Q-9XTD`.
#[must_use]
pub fn folder_name(applicant: Option<&str>, code: &str) -> String {
    named(applicant, &format!("-{}", half(code)))
}

fn half(code: &str) -> String {
    code.splitn(3, '-').take(2).collect::<Vec<_>>().join("-")
}

/// The applicant's name as files bear it, before a tail.
fn named(applicant: Option<&str>, tail: &str) -> String {
    let room = LONGEST.saturating_sub(units(tail));
    let mut name = plain(applicant.unwrap_or_default());
    shorten(&mut name, room);
    if name.is_empty() {
        name.push_str(NAMELESS);
    }
    // A device is one whatever follows the first dot.
    if name.split('.').next().is_some_and(is_device) {
        name.insert(0, '_');
        shorten(&mut name, room);
    }
    name + tail
}

fn units(words: &str) -> usize {
    words.encode_utf16().count()
}

/// Without what no file bears, and without dots and blanks at its ends.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for sign in name.chars() {
        match sign {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => plain.push('_'),
            // One blank for a run of them, also for line ends.
            _ if sign.is_whitespace() => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            _ if sign.is_control() || is_unseen(sign) => {}
            _ => plain.push(sign),
        }
    }
    trimmed(&plain).to_owned()
}

/// A leading dot hides a file and a leading dash is an option to a command; Windows drops dots and blanks at the end.
fn trimmed(name: &str) -> &str {
    name.trim_matches([' ', '.']).trim_start_matches(['-', ' ', '.'])
}

/// Marks that are not seen: of direction, byte order and width, and places without a character. What joins emoji and
/// chooses their look stays.
const fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{00AD}'
            | '\u{061C}'
            | '\u{180E}'
            | '\u{200B}'
            | '\u{200C}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FFFE}'
            | '\u{FFFF}'
    )
}

/// Cut to so many UTF-16 units, never within a character or before a sign that belongs to the one before it.
fn shorten(name: &mut String, most: usize) {
    if units(name) <= most {
        return;
    }
    let mut length = 0;
    let mut end = 0;
    for (at, sign) in name.char_indices() {
        // What joins, or stands on, the character before it goes with it.
        if !joins(sign) && !name[..at].ends_with('\u{200D}') {
            end = at;
        }
        length += sign.len_utf16();
        if length > most {
            break;
        }
    }
    name.truncate(end);
    *name = trimmed(name).to_owned();
}

const fn joins(sign: char) -> bool {
    matches!(sign, '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{0300}'..='\u{036F}'
        | '\u{1F3FB}'..='\u{1F3FF}')
}

fn is_device(stem: &str) -> bool {
    let stem = stem.trim_end().to_ascii_uppercase();
    let port = |port: &&str| -> bool {
        let number = stem.strip_prefix(*port).map(|rest| rest.chars().collect::<Vec<_>>());
        // Windows also takes the raised digits for the plain ones.
        matches!(number.as_deref(), Some(['0'..='9' | '¹' | '²' | '³']))
    };
    DEVICES.contains(&stem.as_str()) || PORTS.iter().any(port)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{LONGEST, file_name, is_device, is_unseen, units};

    const CODE: &str = "7K4Q-9XTD-2M8P-RC5W";

    fn named(applicant: &str) -> String {
        let name = file_name(Some(applicant), "申报书", CODE, "docx");
        name.strip_suffix("-申报书-7K4Q-9XTD.docx").unwrap_or_else(|| panic!("{name}")).to_owned()
    }

    #[test]
    fn names_are_sane_on_windows() {
        for (applicant, name) in [
            ("密云示例银行", "密云示例银行"),
            ("", "未具名"),
            ("   ", "未具名"),
            ("...", "未具名"),
            ("\u{202E}\u{200F}\u{0}", "未具名"),
            ("甲/乙\\丙:丁*戊?己\"庚<辛>壬|癸", "甲_乙_丙_丁_戊_己_庚_辛_壬_癸"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("C:\\某行", "C__某行"),
            ("某行. . ", "某行"),
            (" 某\t\r\n行 ", "某 行"),
            (".某行", "某行"),
            ("-rf 某行", "rf 某行"),
            ("某\u{202E}行\u{202C}", "某行"),
            ("\u{FEFF}某\u{200B}行", "某行"),
            ("某\u{1}\u{7F}\u{85}行", "某 行"),
            ("𠮷野家🏦金融", "𠮷野家🏦金融"),
            ("家👨\u{200D}👩\u{200D}👧\u{FE0F}", "家👨\u{200D}👩\u{200D}👧\u{FE0F}"),
            ("（某行）（有限合伙）", "（某行）（有限合伙）"),
            // Followed by a dash they are no devices, before a dot they are.
            ("CON", "_CON"),
            ("con.某行", "_con.某行"),
            ("Nul .x", "_Nul .x"),
            ("COM1.", "_COM1"),
            ("lpt².x", "_lpt².x"),
            ("COM10.x", "COM10.x"),
            ("CONSOLE", "CONSOLE"),
        ] {
            assert_eq!(named(applicant), name, "{applicant:?}");
        }
        assert_eq!(file_name(None, "申报书", CODE, "json"), "未具名-申报书-7K4Q-9XTD.json");
    }

    #[test]
    fn long_names_are_cut_between_characters() {
        let sixty = "密".repeat(60);
        assert_eq!(named(&sixty), sixty);
        let room = LONGEST - units("-申报书-7K4Q-9XTD.docx");
        assert_eq!(named(&"云".repeat(300)), "云".repeat(room));
        // Two units each: an odd room is not filled.
        assert_eq!(named(&format!("云{}", "𠮷".repeat(300))), format!("云{}", "𠮷".repeat((room - 1) / 2)));
        assert_eq!(named(&"𠮷".repeat(300)), "𠮷".repeat(room / 2));
        let family = "👨\u{200D}👩\u{200D}👧";
        assert_eq!(named(&family.repeat(100)), family.repeat(room / units(family)));
        let flags = format!("{}❤\u{FE0F}", "云".repeat(room - 1));
        assert_eq!(named(&flags), "云".repeat(room - 1));
        // A blank where it is cut does not stay.
        assert_eq!(named(&format!("{} 行", "云".repeat(room - 1))), "云".repeat(room - 1));
    }

    proptest! {
        #[test]
        fn whatever_the_name_the_file_has_one(applicant in any::<String>(), extension in "docx|xlsx|json|zip") {
            let name = file_name(Some(&applicant), "申报书", CODE, &extension);
            assert!(units(&name) <= LONGEST);
            let extension = format!(".{extension}");
            assert!(name.ends_with(&extension));
            assert!(!name.chars().any(|sign| sign.is_control() || is_unseen(sign) || "<>:\"/\\|?*".contains(sign)));
            assert!(!name.starts_with(['.', ' ', '-']));
            assert!(!is_device(name.split('.').next().unwrap()));
        }
    }
}
