//! What people type: figures and dates as offices write them, made exact or refused with a reason.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::date::Year;
use crate::text::{Lang, Text, half_width, is_unseen, text};

mod day;

pub use day::date;

/// The fiscal years that can be told.
pub const YEARS: RangeInclusive<Year> = 1990..=2199;

/// What is said of a table that tells a year in more rows than there are years.
pub const MORE_THAN_YEARS: Text = text(
    "一年一行，行数比年度还多，请删去重复的",
    "one row a year: there are more rows than years, take out those that repeat",
);

/// Why a typed figure was refused, and what to type instead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Complaint {
    /// Not a figure at all.
    NotANumber,
    /// Not a day of the calendar.
    NotADate,
    /// Not one of [`YEARS`].
    NotAYear,
    /// Two figures where one is asked for.
    TwoFigures,
    /// Digits in groups that are neither of three nor of four throughout.
    OddGroups,
    /// A figure with the unit of another quantity, or in another currency.
    OtherUnit,
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
    /// A figure of a calendar year in a row that does not say from which day its years count.
    NoDay,
    /// A cell of a table that cannot be read at all: damaged, or a formula without a value.
    Unread,
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
            Self::TwoFigures => text("这里有两个数，请只填一个。", "There are two figures here; give one."),
            Self::OddGroups => text(
                "数字分节不清：请每三位一节，例如1,234,500，或者不分节。",
                "The digits are grouped unclearly: write groups of three, such as 1,234,500, or none.",
            ),
            Self::OtherUnit => text(
                "单位不是这一项的：请核对是不是填错了栏；金额只收人民币。",
                "The unit belongs to something else: check the column; money is in renminbi.",
            ),
            Self::NotWhole => text("请填整数，例如50。", "Type a whole number such as 50."),
            Self::TooFine => text(
                "小数位太多，请四舍五入：金额最多到分，比例最多八位小数，其他数六位。",
                "Too many decimals, round the figure: money goes to the fen, shares to eight decimals, other figures to six.",
            ),
            Self::TooLarge => text(
                "数字太大，请核对单位：金额最多1000万亿元，其他数见提示。",
                "The figure is too large, check the unit: money goes up to 10^15 yuan.",
            ),
            Self::Negative => text("这里不能是负数，请填0或正数。", "This cannot be negative: type 0 or more."),
            Self::TooSmall => text("这里至少是1，请填1或更大的数。", "This is at least 1: type 1 or more."),
            Self::AboveAll => text(
                "比例不能超过100%，请填例如50%或0.5的数。",
                "A share cannot exceed 100%: type one such as 50% or 0.5.",
            ),
            Self::TooLong => text("文字太长，请缩短。", "The text is too long, please shorten it."),
            Self::NotAChoice => text("请从所列选项中选一项。", "Pick one of the choices."),
            Self::NoDay => text(
                "这一行没有首次纳税日，不知道这一年是第几年，请先填首次纳税日。",
                "The row has no first tax day, so the year cannot be placed: type the day first.",
            ),
            Self::Unread => text("这一格读不出来，请手工填写。", "This cell cannot be read: type it in."),
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

/// What a figure counts. The words that may stand after it belong to this quantity alone: `1,200㎡` is no money.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantity {
    /// Yuan.
    Money,
    /// Square metres.
    Area,
    /// A whole number of what this unit counts; of anything, where it is empty.
    Count(Text),
}

const MONEY_WORDS: &[&str] =
    &["人民币元", "元人民币", "元(人民币)", "(人民币)", "人民币", "yuan", "rmb", "cny", "元", "圆", "圓"];
const AREA_WORDS: &[&str] = &["平方米", "平米", "平方", "平", "㎡", "m²", "m2", "m^2", "sqm"];
const MONTHS: &[&str] = &["个月", "月", "months", "month"];
const BODIES: &[&str] = &["家", "户", "个", "members", "member"];
const RANKS: &[&str] = &["位", "名"];
const COUNTED: &[&str] =
    &["个月", "月", "months", "month", "家", "户", "个", "members", "member", "位", "名", "人", "份", "copies"];

impl Quantity {
    /// The words that may stand behind a figure of this quantity, longer ones before those they end with.
    #[must_use]
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::Money => MONEY_WORDS,
            Self::Area => AREA_WORDS,
            Self::Count(unit) => match unit.zh {
                "个月" => MONTHS,
                "家" => BODIES,
                "位" => RANKS,
                "" => COUNTED,
                _ => &[],
            },
        }
    }

    /// The word behind a figure that is one of this quantity: those known, and the question's own unit.
    fn word_behind(self, figure: &str) -> Option<&'static str> {
        let own = match self {
            Self::Count(unit) => [unit.zh, unit.en],
            Self::Money | Self::Area => ["", ""],
        };
        let mut words = self.words().iter().copied().chain(own);
        words.find(|word| !word.is_empty() && figure.ends_with(word))
    }
}

/// Full-width forms become ASCII, dashes a minus sign; invisible marks go, and spaces that do not part two figures.
/// Those that do stay as a space, or as `\n` where a line ends.
fn squeeze(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    let mut gap = None;
    for sign in typed.chars() {
        let sign = match half_width(sign) {
            '。' => '.',
            '−' | '—' | '–' => '-',
            '\u{2019}' => '\'',
            sign => sign,
        };
        if is_invisible(sign) {
            continue;
        }
        if sign.is_whitespace() {
            let line = matches!(sign, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
            gap = Some(if line || gap == Some('\n') { '\n' } else { ' ' });
            continue;
        }
        let of_a_figure = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '\'');
        if let Some(gap) = gap.take()
            && out.chars().next_back().is_some_and(of_a_figure)
            && of_a_figure(sign)
        {
            out.push(gap);
        }
        out.push(sign);
    }
    out
}

/// Marks that nobody sees and that part nothing: byte order, direction of writing, zero width, hyphens of programs.
#[must_use]
pub fn is_invisible(sign: char) -> bool {
    is_unseen(sign) && !sign.is_whitespace() && !sign.is_control()
}

/// The digits before the point: bare, or in groups of three or of four throughout, parted by the same sign. A single
/// space parts two figures rather than groups, and `0,500` is half of one to some.
fn ungrouped(whole: &str) -> Result<String, Complaint> {
    let Some(separator) = whole.chars().find(|sign| !sign.is_ascii_digit()) else { return Ok(whole.to_owned()) };
    let groups: Vec<&str> = whole.split(separator).collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    match separator {
        ',' | '\'' | ' ' if !groups.iter().all(digits) => Err(Complaint::NotANumber),
        '\n' => Err(Complaint::TwoFigures),
        ' ' if groups.len() == 2 => Err(Complaint::TwoFigures),
        ',' | '\'' | ' ' => {
            let (lead, rest) = groups.split_first().ok_or(Complaint::NotANumber)?;
            let of = |length: usize| lead.len() <= length && rest.iter().all(|group| group.len() == length);
            if !lead.starts_with('0') && (of(3) || of(4)) { Ok(groups.concat()) } else { Err(Complaint::OddGroups) }
        }
        _ => Err(Complaint::NotANumber),
    }
}

/// A plain or grouped decimal number without a sign.
fn decimal(number: &str) -> Result<Decimal, Complaint> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let whole = ungrouped(whole)?;
    if whole.is_empty() && part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(if part.contains(['\n', ' ']) { Complaint::TwoFigures } else { Complaint::NotANumber });
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() > 21 {
        return Err(Complaint::TooLarge);
    }
    let part = part.trim_end_matches('0');
    if part.len() > 12 {
        return Err(Complaint::TooFine);
    }
    Decimal::from_str_exact(&format!("0{whole}.{part}0")).map_err(|_| Complaint::TooFine)
}

/// Takes off what stands before a figure: signs and, of money, currency, in either order. Gives whether it is negative.
fn signed(mut rest: &str, money: bool) -> Result<(bool, &str), Complaint> {
    let in_brackets = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let (mut sign, mut currency) = (None, 0);
    if let Some(inner) = in_brackets.filter(|inner| !inner.contains(['(', ')'])) {
        (sign, rest) = (Some(true), inner);
    }
    loop {
        if let Some(after) = rest.strip_prefix(['-', '+']) {
            if sign.is_some() {
                return Err(Complaint::NotANumber);
            }
            (sign, rest) = (Some(rest.starts_with('-')), after);
        } else if let Some(after) = CURRENCIES.iter().find_map(|word| rest.strip_prefix(word)) {
            currency += 1;
            if !money {
                return Err(Complaint::OtherUnit);
            }
            if currency > 2 {
                return Err(Complaint::NotANumber);
            }
            rest = after.strip_prefix(':').unwrap_or(after);
        } else {
            return Ok((sign == Some(true), rest));
        }
    }
}

/// A figure with the unit words that people write after it: `1.2亿`, `500万元`, `￥3,000,000`, and `1200㎡` of an area.
/// Below zero it may be written as accounts do: `-¥1,200.00`, `(1,200.00)`.
///
/// `unit` multiplies a figure that names no unit of its own: a cell whose head says 万元 reads `500` as 500万.
///
/// # Errors
/// When it is no figure, one of another quantity, or one that cannot be held exactly.
pub fn figure(typed: &str, unit: Decimal, quantity: Quantity) -> Result<Decimal, Complaint> {
    match bare(typed) {
        Some(figure) => figure.checked_mul(unit).map(|figure| figure.normalize()).ok_or(Complaint::TooLarge),
        None => written(typed, unit, quantity),
    }
}

/// A figure of few digits and nothing else, as programs write them: of a long table nearly all.
fn bare(typed: &str) -> Option<Decimal> {
    const MOST: usize = 18;
    let (whole, part) = typed.split_once('.').unwrap_or((typed, ""));
    if whole.len() + part.len() > MOST || part.len() > 12 {
        return None;
    }
    let digits = whole.bytes().chain(part.bytes());
    let digits = digits.map(|byte| byte.is_ascii_digit().then(|| i64::from(byte - b'0')));
    let number = digits.reduce(|number, digit| Some(number? * 10 + digit?))??;
    Some(Decimal::new(number, u32::try_from(part.len()).ok()?))
}

/// A figure however it is written.
fn written(typed: &str, unit: Decimal, quantity: Quantity) -> Result<Decimal, Complaint> {
    let squeezed = squeeze(typed).to_ascii_lowercase();
    // A spreadsheet puts a quote before what it shall take as text.
    let rest = squeezed.strip_prefix('\'').unwrap_or(&squeezed);
    let (negative, mut rest) = signed(rest, quantity == Quantity::Money)?;
    // An accounting format writes zero as a dash, with the room that a digit would take behind it.
    if negative && rest.is_empty() && quantity == Quantity::Money && typed.ends_with(char::is_whitespace) {
        return Ok(Decimal::ZERO);
    }
    if quantity == Quantity::Money {
        rest = rest.strip_suffix('整').unwrap_or(rest);
    }
    let word = quantity.word_behind(rest);
    let named =
        word.is_some_and(|word| matches!(word, "人民币元" | "元人民币" | "元(人民币)" | "yuan" | "元" | "圆" | "圓"));
    let whole = rest;
    rest = word.and_then(|word| rest.strip_suffix(word)).unwrap_or(rest);
    // A sum of parts, each smaller than the unit before it: 1亿2000万. What stands after a unit must say its own: 1亿2 and
    // 1亿2千 are 1.2亿 to some and little more than 1亿 to others.
    let mut sum = None::<(Decimal, Decimal)>;
    while sum.is_none() || !rest.is_empty() {
        let end =
            rest.find(|sign: char| !matches!(sign, '0'..='9' | '.' | ',' | '\'' | ' ' | '\n')).unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        let (scale, after) = match SCALES.iter().find_map(|(word, scale)| Some((*scale, after.strip_prefix(word)?))) {
            Some((scale, after)) => (Decimal::from(scale), after),
            None if after.is_empty() && named => (Decimal::ONE, after),
            None if after.is_empty() && sum.is_none() => (unit, after),
            None => return Err(foreign(whole)),
        };
        let part = decimal(digits)?.checked_mul(scale).ok_or(Complaint::TooLarge)?;
        let total = match sum {
            None => Some(part),
            Some((_, above)) if part >= above || !(named || scale >= Decimal::from(10_000)) => {
                return Err(Complaint::NotANumber);
            }
            Some((high, _)) => high.checked_add(part),
        };
        sum = Some((total.ok_or(Complaint::TooLarge)?, scale));
        rest = after;
    }
    let total = sum.map(|(total, _)| total.normalize()).ok_or(Complaint::NotANumber)?;
    Ok(if negative && !total.is_zero() { -total } else { total })
}

/// What is wrong with a figure that something else follows: a unit of another quantity, or no figure at all.
fn foreign(typed: &str) -> Complaint {
    let end =
        typed.find(|sign: char| !matches!(sign, '0'..='9' | '.' | ',' | '\'' | ' ' | '\n')).unwrap_or(typed.len());
    let (digits, after) = typed.split_at(end);
    let unit = SCALES.iter().find_map(|(word, _)| after.strip_prefix(word)).unwrap_or(after);
    match decimal(digits) {
        Ok(_) if [MONEY_WORDS, AREA_WORDS, COUNTED, OTHER_WORDS].iter().any(|words| words.contains(&unit)) => {
            Complaint::OtherUnit
        }
        Err(complaint @ (Complaint::TwoFigures | Complaint::OddGroups)) => complaint,
        _ => Complaint::NotANumber,
    }
}

/// What may stand before a figure of money.
const CURRENCIES: &[&str] = &["人民币", "rmb", "cny", "cn¥", "¥", "￥"];
/// Units of nothing that is asked here.
const OTHER_WORDS: &[&str] = &[
    "亩", "公顷", "年", "天", "日", "季度", "%", "港元", "港币", "美元", "日元", "欧元", "英镑", "usd", "hkd", "元/月",
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

/// A share: `50%`, `50％`, `0.5`; `百分之五十` is not taken. `unit` multiplies a figure without a sign: 0.01 under a head
/// that says %.
///
/// # Errors
/// When it is no figure, negative or above 100%.
pub fn share(typed: &str, unit: Decimal) -> Result<Decimal, Complaint> {
    let squeezed = squeeze(typed);
    let squeezed = squeezed.strip_prefix('\'').unwrap_or(&squeezed);
    let (negative, digits) = signed(squeezed, false)?;
    let number = match digits.strip_suffix('%') {
        Some(digits) => decimal(digits)?.checked_div(Decimal::ONE_HUNDRED).ok_or(Complaint::NotANumber)?,
        None => decimal(digits)?.checked_mul(unit).ok_or(Complaint::TooLarge)?,
    };
    if negative && !number.is_zero() {
        return Err(Complaint::Negative);
    }
    if number > Decimal::ONE {
        return Err(Complaint::AboveAll);
    }
    if number.normalize().scale() > 8 {
        return Err(Complaint::TooFine);
    }
    Ok(number.normalize())
}

/// A fiscal year: `2024`, `２０２４年度`, `2024财政年度`, `2024会计年度`, `FY2024`.
///
/// # Errors
/// When it is not one of [`YEARS`].
pub fn year(typed: &str) -> Result<Year, Complaint> {
    let squeezed = squeeze(typed).to_ascii_lowercase();
    let squeezed = squeezed.strip_prefix('\'').unwrap_or(&squeezed);
    let digits = squeezed.strip_prefix("fy").unwrap_or(squeezed);
    let words = ["财政年度", "会计年度", "年度", "年", "fiscalyear"];
    let digits = words.iter().find_map(|words| digits.strip_suffix(words)).unwrap_or(digits);
    match digits.parse() {
        Ok(year) if digits.len() == 4 && YEARS.contains(&year) => Ok(year),
        _ => Err(Complaint::NotAYear),
    }
}

/// Yes or no: `是`, `有`, `√`, `TRUE`, and `否`, `无`, `×`, `FALSE`.
///
/// # Errors
/// When it is neither. `X` is a tick to some and a cross to others.
pub fn yes_no(typed: &str) -> Result<bool, Complaint> {
    match squeeze(typed).to_ascii_lowercase().as_str() {
        "是" | "是的" | "有" | "对" | "符合" | "√" | "✓" | "✔" | "☑" | "yes" | "y" | "true" => Ok(true),
        "否" | "不是" | "无" | "没有" | "不符合" | "×" | "✗" | "✘" | "no" | "n" | "false" => Ok(false),
        _ => Err(Complaint::NotAChoice),
    }
}

/// Words on one line: line ends and runs of spaces become one space, invisible marks go. What is a code of full-width
/// letters and digits all through becomes ASCII.
#[must_use]
pub fn words(typed: &str) -> Cow<'_, str> {
    let wide = |sign: char| matches!(sign, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    // Most words are clean, and of one piece.
    if !typed.contains(|sign: char| is_unseen(sign) || sign.is_whitespace() || wide(sign)) {
        return typed.into();
    }
    let seen: String = typed.chars().filter(|sign| !is_invisible(*sign)).collect();
    let line = seen.split(|sign: char| sign.is_whitespace() || sign.is_control()).filter(|word| !word.is_empty());
    let line = line.collect::<Vec<_>>().join(" ");
    if line.chars().all(|sign| wide(sign) || sign.is_ascii_alphanumeric())
        && line.chars().any(|sign| matches!(sign, '０'..='９'))
    {
        return squeeze(&line).into();
    }
    line.into()
}

#[cfg(test)]
mod tests;
