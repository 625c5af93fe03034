//! Units as heads and titles name them: `（万元）`, `单位：人民币万元`, `/万元`, `（㎡）`.

use rust_decimal::Decimal;

use crate::answers::form::{Column, Form};

/// What a note in a head says of the unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Named {
    /// A bare figure counts so many of the column's own unit: 10 000 yuan.
    Factor(Decimal),
    /// The currency alone: not how many yuan a figure counts.
    Renminbi,
    /// A unit of something else: another currency, another quantity, money a month.
    Foreign,
}

/// Words for money in yuan, as heads are squeezed: without spaces, in small letters, in half-width brackets.
const MONEY: &[(&str, u64)] = &[
    ("元", 1),
    ("圆", 1),
    ("yuan", 1),
    ("百元", 100),
    ("千元", 1_000),
    ("thousand", 1_000),
    ("'000", 1_000),
    ("万", 10_000),
    ("万元", 10_000),
    ("万圆", 10_000),
    ("wan", 10_000),
    ("10,000", 10_000),
    ("10000", 10_000),
    ("10k", 10_000),
    ("10thousand", 10_000),
    ("tenthousand", 10_000),
    ("十万元", 100_000),
    ("百万", 1_000_000),
    ("百万元", 1_000_000),
    ("million", 1_000_000),
    ("mn", 1_000_000),
    ("千万元", 10_000_000),
    ("亿", 100_000_000),
    ("亿元", 100_000_000),
    ("100million", 100_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
];
/// Words for floor space in square metres.
const AREA: &[(&str, u64)] = &[
    ("平方米", 1),
    ("平米", 1),
    ("平方", 1),
    ("平", 1),
    ("㎡", 1),
    ("m²", 1),
    ("m2", 1),
    ("sqm", 1),
    ("万平方米", 10_000),
    ("万㎡", 10_000),
];
const MONTHS: &[(&str, u64)] = &[("个月", 1), ("月", 1), ("months", 1), ("month", 1)];
const BODIES: &[(&str, u64)] = &[("家", 1), ("户", 1), ("个", 1), ("人", 1), ("位", 1), ("名", 1)];
/// Words for what no column takes.
const FOREIGN: &[&str] = &[
    "美元",
    "万美元",
    "亿美元",
    "港元",
    "港币",
    "万港元",
    "日元",
    "万日元",
    "欧元",
    "万欧元",
    "英镑",
    "usd",
    "hkd",
    "eur",
    "jpy",
    "gbp",
    "us$",
    "hk$",
    "$",
    "€",
    "£",
    "亩",
    "公顷",
    "平方公里",
    "年",
    "天",
    "日",
    "季度",
    "%",
    "‰",
    "元/月",
    "万元/月",
    "元/年",
    "吨",
];

fn named(words: &[(&str, u64)], note: &str) -> Option<Named> {
    words.iter().find(|(word, _)| *word == note).map(|(_, factor)| Named::Factor(Decimal::from(*factor)))
}

/// What renminbi is called.
const RENMINBI: [&str; 5] = ["人民币", "rmb", "cny", "¥", "￥"];

/// Whether a note says the currency that is taken, and nothing else.
#[must_use]
pub fn is_renminbi(note: &str) -> bool {
    RENMINBI.contains(&note)
}

/// Takes `单位`, `人民币` and the like off a note.
fn bare(note: &str) -> &str {
    let mut note = note;
    for word in ["金额单位", "计量单位", "货币单位", "单位", "unit", "in"] {
        note = note.strip_prefix(word).unwrap_or(note);
    }
    note = note.trim_start_matches([':', '为']);
    for word in RENMINBI {
        match note.strip_prefix(word) {
            Some(rest) if !rest.is_empty() => note = rest.trim_start_matches([':', '/']),
            _ => {}
        }
        match note.strip_suffix(word) {
            Some(rest) if !rest.is_empty() => note = rest,
            _ => {}
        }
    }
    match note.strip_suffix("yuan").filter(|rest| !rest.is_empty()) {
        Some(rest) => rest,
        None => note,
    }
}

/// Currencies that are not taken.
const CURRENCIES: &[&str] = &[
    "美元", "港元", "港币", "日元", "欧元", "英镑", "澳元", "加元", "usd", "hkd", "eur", "jpy", "gbp", "us$", "hk$",
    "dollar",
];

/// The unit of money that a note names, if it names one.
#[must_use]
pub fn money(note: &str) -> Option<Named> {
    let foreign = CURRENCIES.iter().any(|currency| note.contains(currency)).then_some(Named::Foreign);
    named(MONEY, bare(note)).or(foreign)
}

/// Whether a note is a unit, whatever of.
#[must_use]
pub fn is_unit(note: &str) -> bool {
    is_named(bare(note)) || CURRENCIES.iter().any(|currency| note.contains(currency))
}

fn is_named(note: &str) -> bool {
    FOREIGN.contains(&note) || [MONEY, AREA, MONTHS, BODIES].iter().any(|words| named(words, note).is_some())
}

/// What a note says of the unit of a column; `None` where it says nothing of a unit.
#[must_use]
pub fn of(note: &str, column: &Column) -> Option<Named> {
    let whole = bare(note);
    if column.price
        && let Some((money, per)) = whole.split_once('/')
    {
        // By the square metre and month, as the column has it; not by the day.
        let odd = per.contains(['天', '日', '年', '亩']) || per.contains("day") || per.contains("year");
        return Some(if odd { Named::Foreign } else { named(MONEY, money).unwrap_or(Named::Foreign) });
    }
    let own: &[&[(&str, u64)]] = match column.form {
        Form::Money { .. } => &[MONEY],
        Form::Area => &[AREA],
        Form::Count { .. } => &[MONTHS, BODIES],
        Form::Share if whole == "%" => return Some(Named::Factor(Decimal::new(1, 2))),
        Form::Share if whole == "‰" => return Some(Named::Factor(Decimal::new(1, 3))),
        Form::Share => &[],
        _ => return None,
    };
    let parts = || note.split([',', '、', ';', '，', '；']).map(bare);
    let find = |words: &&[(&str, u64)]| named(words, whole).or_else(|| parts().find_map(|part| named(words, part)));
    if let Some(factor) = own.iter().find_map(find) {
        return Some(factor);
    }
    if matches!(column.form, Form::Money { .. }) && CURRENCIES.iter().any(|currency| note.contains(currency)) {
        return Some(Named::Foreign);
    }
    let by = whole.split_once('/').is_some_and(|(first, _)| is_named(first));
    (is_named(whole) || by || parts().any(is_named)).then_some(Named::Foreign)
}

/// The longest unit of a column's own that ends a name without a bracket: `贡献万元`.
#[must_use]
pub fn at_end<'a>(name: &'a str, column: &Column) -> Option<(&'a str, Named)> {
    let words: &[(&str, u64)] = match column.form {
        Form::Money { .. } => MONEY,
        Form::Area => AREA,
        Form::Count { .. } => MONTHS,
        _ => return None,
    };
    let ending = words.iter().filter(|(word, _)| name.len() > word.len() && name.ends_with(word));
    let (word, factor) = ending.max_by_key(|(word, _)| word.len())?;
    let name = name.strip_suffix(word)?.trim_end_matches(['/', ',', ':', '-', '_', '、', '，']);
    Some((name, Named::Factor(Decimal::from(*factor))))
}
