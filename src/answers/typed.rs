//! What people type: figures and dates as offices write them, made exact or refused with a reason.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::date::{Date, Year};
use crate::text::{Lang, Text, text};

/// The fiscal years that can be told.
pub const YEARS: RangeInclusive<Year> = 1990..=2199;

/// What is said of a table that tells a year in more rows than there are years.
pub const MORE_THAN_YEARS: Text = text("一年一行，行数比年度还多", "one row a year: there are more rows than years");

/// Why a typed figure was refused, and what to type instead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Complaint {
    /// Not a figure at all.
    NotANumber,
    /// Not a day of the calendar.
    NotADate,
    /// Not one of [`YEARS`].
    NotAYear,
    /// Must be a whole number.
    NotWhole,
    /// Money has two decimals at most, shares have eight, other figures six.
    TooFine,
    /// Larger than this program counts.
    TooLarge,
    /// Below zero where that has no meaning.
    Negative,
    /// Below the least that means something here, which is 1 wherever it is not 0.
    TooSmall,
    /// More than 100%.
    AboveAll,
    /// Too long for its field.
    TooLong,
    /// Not among the choices.
    NotAChoice,
    /// The key of this row stands in another row too.
    Repeated,
}

impl Complaint {
    /// The message beside the field.
    #[must_use]
    pub const fn message(self) -> Text {
        match self {
            Self::NotANumber => text(
                "请只填数字，例如500、1,200.50、500万或1.2亿；说不准就留空。",
                "Type a figure only, such as 500, 1,200.50, 500万 or 1.2亿; leave it empty if unsure.",
            ),
            Self::NotADate => text(
                "请填日期，例如2021-03-01、2021年3月1日或2021/3/1。",
                "Type a date such as 2021-03-01, 2021年3月1日 or 2021/3/1.",
            ),
            Self::NotAYear => text("请填四位年份，例如2024。", "Type a four-digit year such as 2024."),
            Self::NotWhole => text("请填整数，例如50。", "Type a whole number such as 50."),
            Self::TooFine => text(
                "小数位太多：金额最多到分，比例最多八位小数，其他数六位。",
                "Too many decimals: money goes to the fen, shares to eight decimals, other figures to six.",
            ),
            Self::TooLarge => text(
                "数字太大，请核对单位：金额最多1000万亿元，其他数见提示。",
                "The figure is too large, check the unit: money goes up to 10^15 yuan.",
            ),
            Self::Negative => text("这里不能是负数。", "This cannot be negative."),
            Self::TooSmall => text("这里至少是1。", "This is at least 1."),
            Self::AboveAll => text("比例不能超过100%：可填50%或0.5。", "A share cannot exceed 100%: type 50% or 0.5."),
            Self::TooLong => text("文字太长，请缩短。", "The text is too long, please shorten it."),
            Self::NotAChoice => text("请从所列选项中选一项。", "Pick one of the choices."),
            Self::Repeated => {
                text("这一年度已在另一行填过，请合为一行。", "This year already has a row; keep one row a year.")
            }
        }
    }

    /// The message in one language.
    #[must_use]
    pub const fn say(self, lang: Lang) -> &'static str {
        self.message().get(lang)
    }
}

/// Full-width forms become ASCII; spaces, separators and invisible marks go.
fn squeeze(typed: &str) -> String {
    typed
        .chars()
        .filter_map(|char| match char {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(char as u32 - 0xfee0),
            '。' => Some('.'),
            '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
            '−' | '—' | '–' => Some('-'),
            char if char.is_whitespace() => None,
            char => Some(char),
        })
        .filter(|char| *char != '\'' && *char != '_')
        .collect()
}

/// A plain or grouped decimal number. Commas must stand where thousands end, or nowhere.
fn decimal(digits: &str) -> Result<Decimal, Complaint> {
    let whole = digits.split('.').next().unwrap_or(digits).trim_start_matches(['-', '+']);
    let mut groups = whole.split(',');
    let lead = groups.next().unwrap_or("");
    if whole.contains(',')
        && (lead.is_empty() || lead.len() > 4 || groups.any(|group| group.len() != 3 && group.len() != 4))
    {
        return Err(Complaint::NotANumber);
    }
    let plain: String = digits.chars().filter(|char| *char != ',').collect();
    let number = plain.trim_start_matches(['-', '+']);
    if number.is_empty()
        || !number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        || number.bytes().filter(|byte| *byte == b'.').count() > 1
        || !number.bytes().any(|byte| byte.is_ascii_digit())
        || plain.len() - number.len() > 1
    {
        return Err(Complaint::NotANumber);
    }
    let significant = number.trim_start_matches('0');
    if significant.split('.').next().is_some_and(|whole| whole.len() > 21) {
        return Err(Complaint::TooLarge);
    }
    if number.split('.').nth(1).is_some_and(|part| part.trim_end_matches('0').len() > 12) {
        return Err(Complaint::TooFine);
    }
    Decimal::from_str_exact(plain.trim_start_matches('+').trim_end_matches('.')).map_err(|_| Complaint::TooFine)
}

/// A figure with the unit words that people write after it: `1.2亿`, `500万元`, `￥3,000,000`, `1200㎡`.
///
/// `unit` multiplies a figure that names no unit of its own: a cell whose head says 万元 reads `500` as 500万.
///
/// # Errors
/// When it is no figure, or one that cannot be held exactly.
pub fn figure(typed: &str, unit: Decimal) -> Result<Decimal, Complaint> {
    let squeezed = squeeze(typed);
    let mut rest = squeezed.as_str();
    while let Some(shorter) = PREFIXES.iter().find_map(|prefix| rest.strip_prefix(prefix)) {
        rest = shorter;
    }
    let mut named = false;
    while let Some((suffix, shorter)) = SUFFIXES.iter().find_map(|suffix| Some((*suffix, rest.strip_suffix(suffix)?))) {
        named |= matches!(suffix, "元" | "圆" | "yuan");
        rest = shorter;
    }
    // A sum of parts, each smaller than the unit before it: 1亿2000万. What stands after a unit must say its own: 1亿2 and
    // 1亿2千 are 1.2亿 to some and little more than 1亿 to others.
    let mut sum = None::<(Decimal, Decimal)>;
    while sum.is_none() || !rest.is_empty() {
        let end = rest.find(|sign: char| !matches!(sign, '0'..='9' | '.' | ',' | '+' | '-')).unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        let (scale, after) = match SCALES.iter().find_map(|(word, scale)| Some((*scale, after.strip_prefix(word)?))) {
            Some((scale, after)) => (Decimal::from(scale), after),
            None if after.is_empty() && named => (Decimal::ONE, after),
            None if after.is_empty() && sum.is_none() => (unit, after),
            None => return Err(Complaint::NotANumber),
        };
        let part = decimal(digits)?.checked_mul(scale).ok_or(Complaint::TooLarge)?;
        let total = match sum {
            None => Some(part),
            Some((_, above))
                if part >= above || part.is_sign_negative() || !(named || scale >= Decimal::from(10_000)) =>
            {
                return Err(Complaint::NotANumber);
            }
            Some((high, _)) if high.is_sign_negative() => high.checked_sub(part),
            Some((high, _)) => high.checked_add(part),
        };
        sum = Some((total.ok_or(Complaint::TooLarge)?, scale));
        rest = after;
    }
    sum.map(|(total, _)| total.normalize()).ok_or(Complaint::NotANumber)
}

/// What may stand before a figure.
const PREFIXES: &[&str] = &["人民币", "RMB", "rmb", "CNY", "cny", "¥", "￥"];
/// What may stand after it, one after the other: `5000万元人民币`, `12个月`.
const SUFFIXES: &[&str] = &[
    "整",
    "元",
    "圆",
    "yuan",
    "(人民币)",
    "人民币",
    "平方米",
    "平米",
    "㎡",
    "m²",
    "m2",
    "家",
    "人",
    "名",
    "个月",
    "个",
    "月",
    "位",
    "份",
    "members",
    "months",
    "copies",
];
/// What a part of a figure may be counted in, longer words first.
const SCALES: &[(&str, u64)] = &[
    ("万亿", 1_000_000_000_000),
    ("亿", 100_000_000),
    ("億", 100_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("万", 10_000),
    ("萬", 10_000),
    ("千", 1_000),
];

/// A share: `50%`, `50％`, `0.5`, `百分之五十` is not taken.
///
/// # Errors
/// When it is no figure, negative or above 100%.
pub fn share(typed: &str) -> Result<Decimal, Complaint> {
    let squeezed = squeeze(typed);
    let fraction = match squeezed.strip_suffix('%') {
        Some(digits) => decimal(digits)?.checked_div(Decimal::ONE_HUNDRED).ok_or(Complaint::NotANumber)?,
        None => decimal(&squeezed)?,
    };
    if fraction.is_sign_negative() && !fraction.is_zero() {
        return Err(Complaint::Negative);
    }
    if fraction > Decimal::ONE {
        return Err(Complaint::AboveAll);
    }
    if fraction.normalize().scale() > 8 {
        return Err(Complaint::TooFine);
    }
    Ok(fraction.normalize())
}

/// A day: `2021-3-1`, `2021年3月1日`, `2021/03/01`, `2021.3.1`, `20210301`.
///
/// # Errors
/// When it is no day of the calendar.
pub fn date(typed: &str) -> Result<Date, Complaint> {
    let squeezed = squeeze(typed);
    let body = squeezed.strip_suffix(['日', '号']).unwrap_or(&squeezed);
    let parts: Vec<&str> = if body.len() == 8 && body.bytes().all(|byte| byte.is_ascii_digit()) {
        vec![&body[..4], &body[4..6], &body[6..]]
    } else {
        body.split(['-', '/', '.', '年', '月']).collect()
    };
    let [year, month, day] = parts[..] else { return Err(Complaint::NotADate) };
    // A number's own way of reading takes a sign.
    if year.len() != 4 || !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(Complaint::NotADate);
    }
    match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok_or(Complaint::NotADate),
        _ => Err(Complaint::NotADate),
    }
}

/// A fiscal year: `2024`, `２０２４年度`, `2024财政年度`, `FY2024`.
///
/// # Errors
/// When it is not one of [`YEARS`].
pub fn year(typed: &str) -> Result<Year, Complaint> {
    let squeezed = squeeze(typed);
    let digits = squeezed.strip_prefix("FY").unwrap_or(&squeezed);
    let words = ["财政年度", "年度", "年", "fiscalyear"];
    let digits = words.iter().find_map(|words| digits.strip_suffix(words)).unwrap_or(digits);
    match digits.parse() {
        Ok(year) if digits.len() == 4 && YEARS.contains(&year) => Ok(year),
        _ => Err(Complaint::NotAYear),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_as_offices_write_it() {
        for (typed, yuan) in [
            ("1.2亿", "120000000"),
            ("500万", "5000000"),
            ("500 万元", "5000000"),
            ("3,000,000", "3000000"),
            ("３，０００，０００．５０", "3000000.5"),
            ("１．２億元", "120000000"),
            ("￥1,200.00元整", "1200"),
            ("1亿2000万", "120000000"),
            ("12亿3456万7890元", "1234567890"),
            ("1亿2000元", "100002000"),
            ("1亿2千万", "120000000"),
            ("3万5000元", "35000"),
            ("1万亿5亿", "1000500000000"),
            ("-1亿2000万", "-120000000"),
            ("5000万元人民币", "50000000"),
            ("5,000万元（人民币）", "50000000"),
            ("人民币1000元整", "1000"),
            ("1000元人民币", "1000"),
            ("12个月", "12"),
            ("3位", "3"),
            ("2千万", "20000000"),
            ("-12.5万", "-125000"),
            (" 1 200 000 ", "1200000"),
            ("0", "0"),
            ("\u{202d}7\u{202c}", "7"),
        ] {
            assert_eq!(figure(typed, Decimal::ONE), Ok(yuan.parse().unwrap()), "{typed}");
        }
        // A head that says 万元 gives a bare figure its unit; a figure with its own unit keeps it.
        let wan = Decimal::from(10_000);
        assert_eq!(figure("500元人民币", wan), Ok(Decimal::from(500)));
        assert_eq!(figure("500人民币", wan), Ok(Decimal::from(5_000_000)));
        assert_eq!(figure("500", wan), Ok(Decimal::from(5_000_000)));
        assert_eq!(figure("500元", wan), Ok(Decimal::from(500)));
        assert_eq!(figure("5亿", wan), Ok(Decimal::from(500_000_000)));
    }

    #[test]
    fn junk_is_refused_with_a_reason() {
        for typed in
            ["", "约500", "abc", "1.2.3", "--5", "1,2", "12,34,5", "=1+1", "1e9", "NaN", "五百万", "😀", ".", "万"]
        {
            assert_eq!(figure(typed, Decimal::ONE), Err(Complaint::NotANumber), "{typed}");
        }
        // What two readers would read as two figures is none.
        for typed in [
            "1亿2",
            "1亿2千",
            "1亿2000",
            "3万5",
            "300、500",
            "1万2亿",
            "1亿-2万",
            "1千2百万",
            "亿2万",
            "1万2",
            "1亿2万3",
            "1亿2000.5",
            "300、",
            "1、200.50",
        ] {
            // Nor does the head of a table say what it is.
            for unit in [1, 10_000, 100_000_000] {
                assert_eq!(figure(typed, Decimal::from(unit)), Err(Complaint::NotANumber), "{typed}");
            }
        }
        assert_eq!(figure("9999999999999999999999999", Decimal::ONE), Err(Complaint::TooLarge));
        assert_eq!(figure("0.12345678901234", Decimal::ONE), Err(Complaint::TooFine));
    }

    #[test]
    fn shares_dates_and_years() {
        assert_eq!(share("50%"), Ok("0.5".parse().unwrap()));
        assert_eq!(share("５０％"), share("0.5"));
        assert_eq!(share("50"), Err(Complaint::AboveAll));
        assert_eq!(share("100.01%"), Err(Complaint::AboveAll));
        assert_eq!(share("-1%"), Err(Complaint::Negative));
        for typed in ["2021-3-1", "2021年3月1日", "2021/03/01", "2021.3.1", "20210301", "２０２１－３－１"] {
            assert_eq!(date(typed), Ok(Date::new(2021, 3, 1).unwrap()), "{typed}");
        }
        for typed in ["2021-2-29", "21-3-1", "3/1/2021", "2021-3", "2021-+3-1", "昨天", ""] {
            assert_eq!(date(typed), Err(Complaint::NotADate), "{typed}");
        }
        assert_eq!(year("２０２４年度"), Ok(2024));
        for typed in ["2024年", "2024财政年度", "2024 fiscal year", "FY2024"] {
            assert_eq!(year(typed), Ok(2024), "{typed}");
        }
        for typed in ["24", "1989", "2200", "+202", "2024年年", "FYFY2024", "年度"] {
            assert_eq!(year(typed), Err(Complaint::NotAYear), "{typed}");
        }
    }
}
