//! Amounts, and their figures and words.

use super::*;

#[test]
fn products_round_half_up_once() {
    assert_eq!(Money::from_fen(99_999_999).times(percent(50)), Money::from_fen(50_000_000));
    assert_eq!(Money::from_fen(1).times(percent(50)), Money::from_fen(1));
    assert_eq!(Money::from_fen(1).times(percent(49)), Money::ZERO);
    assert_eq!(
        wan(100).times(percent(50)).times(square_metres(1000).over(square_metres(1500))).to_string(),
        "333333.33"
    );
    assert_eq!(Money::LIMIT.times(percent(60)), Money::from_fen(60_000_000_000_000_000));
}

#[test]
fn ceilings_round_down() {
    assert_eq!(Money::from_fen(99).ratio_down(30, 100), Money::from_fen(29));
    assert_eq!(Money::from_fen(99).ratio(30, 100), Money::from_fen(30));
    assert_eq!(Money::from_fen(99).ratio_down(30, 0), Money::ZERO);
}

/// Both paths of a product, on either side of every bound between them.
#[test]
fn short_products_agree_with_long_ones() {
    let beside = |bound: i128| [bound - 1, bound, bound + 1];
    for fen in beside(1 << 42).into_iter().chain(beside(-(1 << 42))).chain(beside(7)) {
        for numerator in beside(1 << 18).into_iter().chain(beside(0)) {
            for denominator in beside(1 << 40).into_iter().chain(beside(2)) {
                let (half_up, down) = (2 * fen * numerator + denominator, fen * numerator);
                let sum = Money::from_fen(fen);
                assert_eq!(sum.ratio(numerator, denominator).fen(), half_up.div_euclid(2 * denominator));
                assert_eq!(sum.ratio_down(numerator, denominator).fen(), down.div_euclid(denominator));
            }
        }
    }
}

#[test]
fn amounts_are_grouped() {
    assert_eq!(wan(2).grouped(), "20,000.00");
    assert_eq!(Money::from_fen(-123_456_789).grouped(), "-1,234,567.89");
    assert_eq!(yuan(162_800).in_wan().as_deref(), Some("16.28"));
    assert_eq!(yuan(150).in_wan(), None);
}

#[test]
fn running_text_names_round_amounts() {
    for (amount, zh, en) in [
        (yi(12), "12亿元", "1,200,000,000 yuan"),
        (wan(2000), "2,000万元", "20,000,000 yuan"),
        (yuan(1500), "1,500元", "1,500 yuan"),
        (Money::from_fen(150), "1.50元", "1.50 yuan"),
        (Money::ZERO, "0元", "0 yuan"),
    ] {
        assert_eq!((amount.named(Lang::Zh).as_str(), amount.named(Lang::En).as_str()), (zh, en));
    }
}

#[test]
fn capital_figures_follow_the_accounting_rules() {
    for (fen, words) in [
        (0, "零元整"),
        (1, "壹分"),
        (10, "壹角整"),
        (105, "壹元零伍分"),
        (120_000_000, "壹佰贰拾万元整"),
        (160_732, "壹仟陆佰零柒元叁角贰分"),
        (10_000_000_000, "壹亿元整"),
        (10_000_000_100, "壹亿零壹元整"),
        (2_230_300_000, "贰仟贰佰叁拾万叁仟元整"),
        (1_000_500_000, "壹仟万伍仟元整"),
        (10_000_500_000, "壹亿零伍仟元整"),
        (100_000_000_000_000_000, "壹仟万亿元整"),
        (120_000_000_000_000_000, "壹仟贰佰万亿元整"),
        (1_230_000_000_000_000, "壹拾贰万叁仟亿元整"),
        // The examples of 正确填写票据和结算凭证的基本规定, item 4; where it leaves 零 free, we leave it out.
        (140_950, "壹仟肆佰零玖元伍角整"),
        (600_714, "陆仟零柒元壹角肆分"),
        (168_032, "壹仟陆佰捌拾元叁角贰分"),
        (10_700_053, "壹拾万柒仟元伍角叁分"),
        (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
        (32_504, "叁佰贰拾伍元零肆分"),
        // Fen and jiao.
        (9, "玖分"),
        (11, "壹角壹分"),
        (100, "壹元整"),
        (110, "壹元壹角整"),
        (1_000, "壹拾元整"),
        (1_001, "壹拾元零壹分"),
        (-100, "负壹元整"),
        (-1, "负壹分"),
        // Gaps within and between the groups of four.
        (1_000_000, "壹万元整"),
        (1_000_100, "壹万零壹元整"),
        (1_010_010, "壹万零壹佰元壹角整"),
        (100_100_100, "壹佰万壹仟零壹元整"),
        (1_000_000_010, "壹仟万元壹角整"),
        (1_010_101_005, "壹仟零壹拾万壹仟零壹拾元零伍分"),
        (2_000_000_200, "贰仟万零贰元整"),
        (10_000_000_001, "壹亿元零壹分"),
        (10_001_000_000, "壹亿零壹万元整"),
        (10_001_000_100, "壹亿零壹万零壹元整"),
        (100_000_000_000, "壹拾亿元整"),
        (1_000_000_010_000, "壹佰亿零壹佰元整"),
        (999_999_999_999_999, "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        // 万亿.
        (100_000_000_000_000, "壹万亿元整"),
        (100_000_000_000_100, "壹万亿零壹元整"),
        (100_000_001_000_000, "壹万亿零壹万元整"),
        (100_010_000_000_000, "壹万零壹亿元整"),
        (10_000_000_000_000_001, "壹佰万亿元零壹分"),
        (100_000_010_000_000_000, "壹仟万零壹亿元整"),
        (99_999_999_999_999_999, "玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ] {
        assert_eq!(Money::from_fen(fen).capital(), words, "{fen} fen");
    }
}

/// Reads capital figures by their own grammar: a figure times its place, 万 and 亿 times what stands before them.
fn read_capital(words: &str) -> Option<i128> {
    let (mut sum, mut group, mut figure, mut fen) = (0, 0, 0, 0);
    for sign in words.chars() {
        match sign {
            '零' | '整' => {}
            '拾' | '佰' | '仟' => {
                group += figure * [10, 100, 1000]["拾佰仟".chars().position(|place| place == sign)?];
                figure = 0;
            }
            '万' => {
                // 万亿 and 万…亿: what stands before is part of the 亿.
                sum += (group + figure) * 10_000;
                (group, figure) = (0, 0);
            }
            '亿' => {
                sum = (sum + group + figure) * 100_000_000;
                (group, figure) = (0, 0);
            }
            '元' => {
                sum += group + figure;
                (group, figure) = (0, 0);
            }
            '角' => {
                fen += figure * 10;
                figure = 0;
            }
            '分' => {
                fen += figure;
                figure = 0;
            }
            digit => figure = i128::try_from("零壹贰叁肆伍陆柒捌玖".chars().position(|other| other == digit)?).ok()?,
        }
    }
    Some(sum * 100 + fen)
}

proptest::proptest! {
    /// Up to 10^15 yuan and to the fen, many zeros among them.
    #[test]
    fn capital_figures_say_the_amount_and_keep_the_rules(
        digits in proptest::collection::vec(proptest::prop_oneof![3 => proptest::strategy::Just(0_i128), 2 => 0..10_i128], 1..=17)
    ) {
        let fen = digits.iter().fold(0, |fen, digit| fen * 10 + digit);
        let words = Money::from_fen(fen).capital();
        assert_eq!(read_capital(&words), Some(fen), "{words}");
        assert!(!words.contains("零零"), "{words}");
        assert!(!["零万", "零亿", "零整", "零角", "零分", "零拾", "零佰", "零仟"].iter().any(|odd| words.contains(odd)), "{words}");
        assert!(fen < 100 || !words.contains("零元"), "{words}");
        // 整 after 元 and 角, never after 分.
        assert_eq!(words.ends_with('整'), fen % 10 == 0, "{words}");
        assert!(words.ends_with('整') || words.ends_with('分'), "{words}");
        // 零 after 元 where there is no jiao but fen.
        assert_eq!(words.contains("元零"), fen >= 100 && fen / 10 % 10 == 0 && fen % 10 != 0, "{words}");
    }
}
