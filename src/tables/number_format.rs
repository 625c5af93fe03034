//! What the number format of a spreadsheet's cell says of its figure: `#,##0"万元"` shows 500 as 500万元.

use crate::tables::units;

/// The unit that a figure has where it is shown in this format; `%` stands for a hundredth, which the figure counts whole.
/// `None` where the format only says how many digits are shown, or shows less than there is: `0!.0,"万"` shows 50000 as 5.0万.
#[must_use]
pub fn unit(code: &str) -> Option<String> {
    let (mut beside, mut digits, mut shows_less) = (String::new(), false, false);
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            // What follows is for figures below zero.
            ';' => break,
            '"' => beside.extend(signs.by_ref().take_while(|sign| *sign != '"')),
            '\\' | '!' => match signs.next() {
                Some('.') if digits => return None,
                escaped => beside.extend(escaped),
            },
            // A gap as wide as a sign, or filled with it.
            '_' | '*' => drop(signs.next()),
            '[' => {
                let inner: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                match inner.strip_prefix('$') {
                    // ¥ is the yen, too.
                    Some(currency) if currency.ends_with("-411") => beside.push_str("日元"),
                    Some(currency) => beside.push_str(currency.split('-').next().unwrap_or_default()),
                    // Some figures are shown so, others otherwise.
                    None if inner.starts_with(['<', '>', '=']) => return None,
                    None => {}
                }
            }
            '0' | '#' | '?' => (digits, shows_less) = (true, false),
            // After the last digit: a thousandth of the figure is shown.
            ',' => shows_less = digits,
            '%' => return Some("%".to_owned()),
            sign if !sign.is_ascii() || sign == '$' => beside.push(sign),
            _ => {}
        }
    }
    let beside = beside.trim().to_lowercase();
    (!shows_less && units::is_unit(&beside)).then_some(beside)
}

#[cfg(test)]
mod tests {
    use super::unit;

    #[test]
    fn a_format_says_the_unit_that_is_read_beside_the_figure() {
        for (code, says) in [
            ("General", None),
            ("#,##0.00_);[Red](#,##0.00)", None),
            ("#,##0\"万元\"", Some("万元")),
            ("#,##0.00万元", Some("万元")),
            ("0\\万\\元;-0\\万\\元", Some("万元")),
            ("\"￥\"#,##0\"万元\"", Some("￥万元")),
            ("0\"个月\"", Some("个月")),
            ("0.00%", Some("%")),
            // Renminbi is what is taken anyway.
            ("\"￥\"#,##0.00", None),
            ("[$¥-804]#,##0.00", None),
            ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", None),
            ("[$$-409]#,##0.00", Some("$")),
            ("[$¥-411]#,##0", Some("日元")),
            ("[$HK$-C04]#,##0", Some("hk$")),
            // These show less than there is.
            ("0!.0,\"万\"", None),
            ("0\\.0,\"万元\"", None),
            ("0.00,,\"百万\"", None),
            ("[>=10000]0!.0,\"万\";0", None),
            // Words that are no unit change nothing.
            ("0\"（预计）\"", None),
        ] {
            assert_eq!(unit(code).as_deref(), says, "{code}");
        }
    }
}
