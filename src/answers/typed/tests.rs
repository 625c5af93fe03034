use proptest::prelude::*;

use super::*;
use crate::date::Date;

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
        ("2千万", "20000000"),
        ("-12.5万", "-125000"),
        (" 1 200 000 ", "1200000"),
        ("0", "0"),
        ("\u{202d}7\u{202c}", "7"),
    ] {
        assert_eq!(figure(typed, Decimal::ONE, Quantity::Money), Ok(yuan.parse().unwrap()), "{typed}");
    }
    // A head that says 万元 gives a bare figure its unit; a figure with its own unit keeps it.
    let wan = Decimal::from(10_000);
    assert_eq!(figure("500元人民币", wan, Quantity::Money), Ok(Decimal::from(500)));
    assert_eq!(figure("500人民币", wan, Quantity::Money), Ok(Decimal::from(5_000_000)));
    assert_eq!(figure("500", wan, Quantity::Money), Ok(Decimal::from(5_000_000)));
    assert_eq!(figure("500元", wan, Quantity::Money), Ok(Decimal::from(500)));
    assert_eq!(figure("5亿", wan, Quantity::Money), Ok(Decimal::from(500_000_000)));
}

#[test]
fn junk_is_refused_with_a_reason() {
    for typed in ["", "约500", "abc", "1.2.3", "--5", "=1+1", "1e9", "NaN", "五百万", "😀", ".", "万"] {
        assert_eq!(figure(typed, Decimal::ONE, Quantity::Money), Err(Complaint::NotANumber), "{typed}");
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
            assert_eq!(figure(typed, Decimal::from(unit), Quantity::Money), Err(Complaint::NotANumber), "{typed}");
        }
    }
    assert_eq!(figure("9999999999999999999999999", Decimal::ONE, Quantity::Money), Err(Complaint::TooLarge));
    assert_eq!(figure("0.12345678901234", Decimal::ONE, Quantity::Money), Err(Complaint::TooFine));
}

#[test]
fn a_unit_belongs_to_its_quantity() {
    use Quantity::{Area, Count, Money};
    const MONTHS: Text = text("个月", "months");
    const BODIES: Text = text("家", "members");
    const RANKS: Text = text("位", "");
    const PEOPLE: Text = text("人", "people");
    for (typed, quantity, expected) in [
        ("1,200㎡", Money, Err(Complaint::OtherUnit)),
        ("12个月", Money, Err(Complaint::OtherUnit)),
        ("3家", Money, Err(Complaint::OtherUnit)),
        ("5月", Money, Err(Complaint::OtherUnit)),
        ("3000万港元", Money, Err(Complaint::OtherUnit)),
        ("500万日元", Money, Err(Complaint::OtherUnit)),
        ("3月元", Money, Err(Complaint::NotANumber)),
        ("$2222.43", Money, Err(Complaint::NotANumber)),
        ("5000元/月", Money, Err(Complaint::OtherUnit)),
        ("500元元", Money, Err(Complaint::NotANumber)),
        ("500元", Area, Err(Complaint::OtherUnit)),
        ("500万元", Area, Err(Complaint::OtherUnit)),
        ("￥500", Area, Err(Complaint::OtherUnit)),
        ("12个月", Area, Err(Complaint::OtherUnit)),
        ("2亩", Area, Err(Complaint::OtherUnit)),
        ("1200平方", Area, Ok("1200")),
        ("1200平", Area, Ok("1200")),
        ("1200平", Money, Err(Complaint::OtherUnit)),
        ("1200 M2", Area, Ok("1200")),
        ("1,200.5㎡", Area, Ok("1200.5")),
        ("1.2万平方米", Area, Ok("12000")),
        ("12个月", Count(MONTHS), Ok("12")),
        ("12月", Count(MONTHS), Ok("12")),
        ("3家", Count(BODIES), Ok("3")),
        ("3位", Count(RANKS), Ok("3")),
        ("2万", Count(BODIES), Ok("20000")),
        ("3人", Count(PEOPLE), Ok("3")),
        ("3 people", Count(PEOPLE), Ok("3")),
        ("3家", Count(PEOPLE), Err(Complaint::OtherUnit)),
        ("3家", Count(MONTHS), Err(Complaint::OtherUnit)),
        ("3年", Count(MONTHS), Err(Complaint::OtherUnit)),
        ("1年6个月", Count(MONTHS), Err(Complaint::NotANumber)),
    ] {
        let expected = expected.map(|digits: &str| digits.parse().unwrap());
        assert_eq!(figure(typed, Decimal::ONE, quantity), expected, "{typed} as {quantity:?}");
    }
}

#[test]
fn digits_are_grouped_by_three_or_by_four_throughout() {
    for (typed, expected) in [
        ("1,234,567", Ok("1234567")),
        ("1 234 567", Ok("1234567")),
        ("1’200’000", Ok("1200000")),
        ("12,3456,7890", Ok("1234567890")),
        ("900,719,925,474,099.93", Ok("900719925474099.93")),
        ("'000123", Ok("123")),
        ("1,2345,678", Err(Complaint::OddGroups)),
        ("1,234,5678", Err(Complaint::OddGroups)),
        ("1200,500", Err(Complaint::OddGroups)),
        ("1200,50", Err(Complaint::OddGroups)),
        ("0,500", Err(Complaint::OddGroups)),
        ("1,2", Err(Complaint::OddGroups)),
        ("12,34,5", Err(Complaint::OddGroups)),
        ("12 34 5", Err(Complaint::OddGroups)),
        ("12'34", Err(Complaint::OddGroups)),
        ("1,234'567", Err(Complaint::NotANumber)),
        ("1,234.567,89", Err(Complaint::NotANumber)),
        ("500 600", Err(Complaint::TwoFigures)),
        ("500\n600", Err(Complaint::TwoFigures)),
        ("1 234\n567", Err(Complaint::NotANumber)),
        ("1.5 2.5", Err(Complaint::TwoFigures)),
        ("300, 500", Err(Complaint::NotANumber)),
        ("1.2.3", Err(Complaint::NotANumber)),
    ] {
        let expected = expected.map(|digits: &str| digits.parse().unwrap());
        assert_eq!(figure(typed, Decimal::ONE, Quantity::Money), expected, "{typed:?}");
    }
}

#[test]
fn accounts_write_below_zero_in_their_own_ways() {
    for (typed, expected) in [
        ("-¥1,200.00", "-1200"),
        ("¥-1,200.00", "-1200"),
        ("￥-1,200", "-1200"),
        ("(1,200.00)", "-1200"),
        ("（¥1,200.00）", "-1200"),
        ("CN¥1,200.00", "1200"),
        ("CNY 1,200.00", "1200"),
        ("RMB￥1,200.00", "1200"),
        ("人民币：500万元", "5000000"),
        ("−80", "-80"),
        ("－80", "-80"),
        (" -   ", "0"),
        ("¥ -  ", "0"),
    ] {
        assert_eq!(figure(typed, Decimal::ONE, Quantity::Money), Ok(expected.parse().unwrap()), "{typed:?}");
    }
    // A dash alone, as it is typed, may stand for none.
    for typed in ["-", "—", "-(5)", "(-5)", "()", "(5", "--5", "-¥-5"] {
        assert!(figure(typed, Decimal::ONE, Quantity::Money).is_err(), "{typed:?}");
    }
}

#[test]
fn ticks_and_words_for_yes_and_no() {
    for (typed, yes) in [
        ("TRUE", true),
        ("是", true),
        ("✓", true),
        ("ＹＥＳ", true),
        ("False", false),
        ("×", false),
        ("无", false),
        ("符合", true),
        ("不符合", false),
    ] {
        assert_eq!(yes_no(typed), Ok(yes), "{typed}");
    }
    for typed in ["X", "是（见附件）", "1", "是 否", "-"] {
        assert_eq!(yes_no(typed), Err(Complaint::NotAChoice), "{typed}");
    }
}

#[test]
fn words_stand_on_one_line_and_codes_in_ascii() {
    for (typed, expected) in [
        (" 甲公司\n（原乙公司） ", "甲公司 （原乙公司）"),
        ("甲公司 \u{b}分部", "甲公司 分部"),
        ("91110118MA0AGNT09X\u{202c}", "91110118MA0AGNT09X"),
        ("９１１１０１１８ＭＡ０ＡＧＮＴ０９Ｘ", "91110118MA0AGNT09X"),
        ("ＡＢＣ公司", "ＡＢＣ公司"),
    ] {
        assert_eq!(words(typed), expected);
    }
}

#[test]
fn shares_dates_and_years() {
    assert_eq!(share("50%", Decimal::ONE), Ok("0.5".parse().unwrap()));
    assert_eq!(share("５０％", Decimal::ONE), share("0.5", Decimal::ONE));
    assert_eq!(share("50", Decimal::ONE), Err(Complaint::AboveAll));
    assert_eq!(share("100%", Decimal::ONE), Ok(Decimal::ONE));
    assert_eq!(share("100.000001%", Decimal::ONE), Err(Complaint::AboveAll));
    assert_eq!(share("0.00000001", Decimal::ONE), Ok("0.00000001".parse().unwrap()));
    assert_eq!(share("0.000000001", Decimal::ONE), Err(Complaint::TooFine));
    assert_eq!(share("-1%", Decimal::ONE), Err(Complaint::Negative));
    // Under a head that says %.
    let percent: Decimal = "0.01".parse().unwrap();
    assert_eq!(
        (share("33.5", percent), share("33.5%", percent)),
        (Ok("0.335".parse().unwrap()), Ok("0.335".parse().unwrap()))
    );
    for typed in
        ["2021/3/1 0:00", "2021-03-01T00:00:00", "2021-03-01 09:30:15.500", "\u{feff}2021—03—01", "2021 年 03 月 01 日"]
    {
        assert_eq!(date(typed), Ok(Date::new(2021, 3, 1).unwrap()), "{typed}");
    }
    for typed in [
        "2021/03/01T",
        "2021/3/1 25:00",
        "2021年3月",
        "44256",
        "202131",
        "2021-03-01.",
        "长期",
        "1899-12-31",
        "2021-3-1 2022-3-1",
    ] {
        assert_eq!(date(typed), Err(Complaint::NotADate), "{typed}");
    }
    for typed in ["2021-3-1", "2021年3月1日", "2021/03/01", "2021.3.1", "20210301", "２０２１－３－１"] {
        assert_eq!(date(typed), Ok(Date::new(2021, 3, 1).unwrap()), "{typed}");
    }
    for typed in ["1 Mar 2021", "1-MAR-2021", "March 1, 2021", "2021-Mar-1", "1/March/2021 0:00"] {
        assert_eq!(date(typed), Ok(Date::new(2021, 3, 1).unwrap()), "{typed}");
    }
    for typed in ["Mar 2021", "1-Mar-21", "31 Jun 2021", "1 Ma 2021", "Mar Mar 2021", "1 Mar 2021 2", "Mar 2021 1"] {
        assert_eq!(date(typed), Err(Complaint::NotADate), "{typed}");
    }
    for typed in ["2021-2-29", "21-3-1", "3/1/2021", "2021-3", "2021-+3-1", "2021-3-1 0", "昨天", ""] {
        assert_eq!(date(typed), Err(Complaint::NotADate), "{typed}");
    }
    assert_eq!(year("２０２４年度"), Ok(2024));
    for typed in ["2024年", "2024财政年度", "2024 fiscal year", "FY2024"] {
        assert_eq!(year(typed), Ok(2024), "{typed}");
    }
    for typed in ["2024-2025", "2024/12/31", "24", "1989", "2200", "+202", "2024年年", "FYFY2024", "年度"] {
        assert_eq!(year(typed), Err(Complaint::NotAYear), "{typed}");
    }
}

proptest! {
    /// What programs write is read by a shorter way, to the same.
    #[test]
    fn the_short_ways_are_the_long_ones(
        number in "[0-9]{0,12}(\\.[0-9]{0,13})?",
        day in "[0-9]{4}[-0][0-9]{2}[-1][0-9]{2}",
        said in "[ -~密云Ａ１　\\n\u{200b}]{0,8}",
        tens in 0_u32..9,
    ) {
        for unit in [Decimal::ONE, Decimal::from(10_u64.pow(tens)), Decimal::new(1, tens)] {
            for quantity in [Quantity::Money, Quantity::Area] {
                prop_assert_eq!(figure(&number, unit, quantity), super::written(&number, unit, quantity));
            }
        }
        prop_assert_eq!(date(&day), super::day::written_day(&day));
        let next_line = format!("\n{said}");
        prop_assert_eq!(words(&said), words(&next_line));
    }
}
