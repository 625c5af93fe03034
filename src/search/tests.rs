use super::{Found, Hit, find, folded, search};
use crate::article::Article;
use crate::policy::{CURRENT, FURTHER};
use crate::rule::Edition;
use crate::text::Lang;

/// As the page looks: in the edition of new drafts and those beside it.
fn editions() -> Vec<&'static Edition> {
    std::iter::once(CURRENT).chain(FURTHER.iter().copied()).collect()
}

fn look(query: &str, lang: Lang) -> Found {
    search(&editions(), query, lang, 10)
}

#[test]
fn what_is_looked_for_comes_first() {
    for (query, lang, first) in [
        // article numbers in every form
        ("19", Lang::Zh, "clause/growth_funding"),
        ("第十九条", Lang::Zh, "clause/growth_funding"),
        ("第 19 条", Lang::Zh, "clause/growth_funding"),
        ("１９", Lang::Zh, "clause/growth_funding"),
        ("Art. 19", Lang::En, "clause/growth_funding"),
        ("article 19", Lang::En, "clause/growth_funding"),
        ("第三十六条", Lang::Zh, "article/36"),
        ("2", Lang::En, "article/2"),
        ("十九条", Lang::Zh, "clause/growth_funding"),
        ("第十九", Lang::Zh, "clause/growth_funding"),
        // doubts by their numbers
        ("16.1", Lang::Zh, "doubt/16.1"),
        ("g1", Lang::En, "doubt/G1"),
        // titles before texts
        ("发展壮大", Lang::Zh, "clause/growth_funding"),
        ("growth", Lang::En, "clause/growth_funding"),
        ("GROWTH fund", Lang::En, "clause/growth_funding"),
        ("实收资本", Lang::Zh, "term/paid-in"),
        ("paid-in", Lang::En, "term/paid-in"),
        ("一事一议", Lang::En, "term/by-decision"),
        ("信用代码", Lang::Zh, "question/credit_code"),
        // the other language
        ("增资补助", Lang::En, "clause/capital_increase"),
        ("mayor", Lang::Zh, "term/mayor-meeting"),
    ] {
        let found = look(query, lang);
        assert_eq!(found.hits.first().map(|hit| hit.target.id()).as_deref(), Some(first), "{query}");
    }
}

#[test]
fn questions_in_everyday_words_find_what_the_rules_say_of_it() {
    for (query, lang, first) in [
        ("买房补多少", Lang::Zh, "clause/office_purchase"),
        ("迁出密云要退钱吗", Lang::Zh, "article/35"),
        ("公司搬走了，钱要还吗？", Lang::Zh, "article/35"),
        ("房租能补几年", Lang::Zh, "clause/office_rent"),
        ("怎么申请", Lang::Zh, "article/32"),
        ("什么时候到账", Lang::Zh, "term/prepayment"),
        ("招商奖金", Lang::Zh, "clause/referral_reward"),
        ("两项能叠加吗", Lang::Zh, "term/same-type"),
        ("how much for buying an office", Lang::En, "clause/office_purchase"),
        ("do we have to pay back if we move out", Lang::En, "article/35"),
        ("how to apply", Lang::En, "article/32"),
    ] {
        let found = look(query, lang);
        let ids: Vec<_> = found.hits.iter().map(|hit| hit.target.id()).collect();
        assert_eq!(ids.first().map(String::as_str), Some(first), "{query}: {ids:?}");
    }
}

#[test]
fn results_are_in_the_language_of_the_page() {
    for query in ["rent", "contribution", "custodian"] {
        for hit in look(query, Lang::Zh).hits {
            let chinese = |text: &str| text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char));
            assert!(chinese(&hit.title.text) && chinese(&hit.excerpt.text), "{query}: {hit:?}");
        }
    }
}

#[test]
fn an_article_is_found_where_it_is_mentioned_too() {
    for query in ["第19条", "19", "第十九条", "article 19"] {
        let found = look(query, Lang::Zh);
        assert!(found.hits.iter().any(|hit| hit.target.id() == "doubt/36.2"), "{query}");
    }
}

#[test]
fn a_numeral_is_the_number_of_an_article_only_with_a_mark() {
    let article = |query: &str| super::article_named(query, crate::policy::CURRENT);
    for query in ["19", "第十九条", "第十九", "十九条", "Art. 19"] {
        assert_eq!(article(query), Some(Article::new(19)), "{query}");
    }
    for query in ["十九", "三", "十", "39", "条"] {
        assert_eq!(article(query), None, "{query}");
    }
    // What has the word comes first, not the article of that number.
    for (query, not_first) in [("三", 3), ("十", 10), ("二十", 20)] {
        let found = look(query, Lang::Zh);
        let first = found.hits.first().map(|hit| (hit.target.article(), hit.target.title().zh.contains(query)));
        assert!(
            found.count > 1 && first.is_some_and(|(article, _)| article != Some(Article::new(not_first))),
            "{query}: {first:?}"
        );
    }
}

#[test]
fn every_word_has_to_be_found() {
    let both = look("托管 基金", Lang::Zh);
    assert!(both.count > 0 && both.count < look("基金", Lang::Zh).count);
    for query in ["", "  ", "，、", "龘", "托管 龘", "zzz", "99", "第九十九条"] {
        assert_eq!(look(query, Lang::Zh).count, 0, "{query:?}");
    }
}

#[test]
fn english_is_found_from_the_start_of_a_word() {
    let text = "Half of the rent paid; current 2019";
    for (word, hit) in
        [("rent", Some(12..16)), ("ren", Some(12..15)), ("urrent", None), ("20", Some(31..33)), ("19", None)]
    {
        assert_eq!(find(text, &folded(word)), hit, "{word:?}");
    }
}

#[test]
fn widths_cases_and_quotation_marks_are_alike() {
    for (text, query) in [
        ("写明（含）的", "(含)"),
        ("“以上”没有写", "\"以上\""),
        ("ＧＢ一八〇三〇", "gb"),
        ("密政发〔2018〕34号", "密政发[2018]34"),
    ] {
        assert!(find(text, &folded(query)).is_some(), "{text} {query}");
    }
}

#[test]
fn hits_are_marked_and_excerpts_are_short() {
    for (query, lang) in
        [("托管", Lang::Zh), ("custodian", Lang::En), ("连续", Lang::Zh), ("贡献", Lang::Zh), ("rent", Lang::En)]
    {
        let found = look(query, lang);
        assert!(found.count > 0, "{query}");
        assert!(found.hits.len() <= 10 && found.hits.len() <= found.count);
        for hit in &found.hits {
            let most = if lang == Lang::Zh { 46 } else { 150 };
            assert!(hit.excerpt.text.chars().count() <= most, "{query}: {}", hit.excerpt.text);
            let marked = [&hit.title, &hit.excerpt]
                .into_iter()
                .filter_map(|marked| marked.hit.clone().map(|hit| marked.text[hit].to_lowercase()));
            let marked: Vec<_> = marked.collect();
            let other = hit.target.title();
            assert!(
                marked.iter().any(|marked| marked == query) || other.zh.contains(query),
                "{query}: {} {marked:?}",
                hit.target.id()
            );
        }
    }
}

#[test]
fn everything_is_found_by_its_own_title() {
    for lang in [Lang::Zh, Lang::En] {
        for edition in editions() {
            for (target, _) in super::places(edition) {
                let found = search(&editions(), target.title().get(lang), lang, 500);
                let is_it = |hit: &Hit| hit.target.id() == target.id() && std::ptr::eq(hit.edition, edition.index);
                assert!(found.hits.iter().any(is_it), "{} of {}", target.id(), edition.index.id);
            }
        }
    }
}

/// Headings, questions and words of an edition beside the draft's own are found among its own, each as what it is.
#[test]
fn what_stands_in_an_edition_beside_is_found_as_such() {
    for (query, lang, first) in [
        ("总管家", Lang::Zh, "article/2-1"),
        ("service steward", Lang::En, "article/2-2"),
        ("12345", Lang::Zh, "article/6-4"),
        ("管家吹哨", Lang::Zh, "term/whistle"),
        ("四级协调", Lang::Zh, "article/6-1"),
        ("上市阶段", Lang::Zh, "question/listing"),
        ("上市后备库的企业", Lang::Zh, "clause/scope_listing_pool"),
        // in everyday words
        ("孩子上学", Lang::Zh, "article/2-2"),
    ] {
        let found: Vec<(String, &str)> =
            look(query, lang).hits.iter().map(|hit| (hit.target.id(), hit.edition.id)).collect();
        assert_eq!(found.first(), Some(&(first.to_owned(), FURTHER[0].index.id)), "{query}: {found:?}");
    }
    // What both say stands first in the draft's own edition, and an article's number is one of that.
    for query in ["租金", "rent", "3", "第三条"] {
        assert_eq!(look(query, Lang::Zh).hits[0].edition.id, CURRENT.index.id, "{query}");
    }
}
