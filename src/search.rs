//! Search over the articles, the clauses, the doubts, the words and the questions of an edition.
//!
//! Chinese is found anywhere, English and figures from the start of a word. Every word looked for has to be found; where
//! that finds nothing, the query is read as a question in everyday words, which the edition puts into its own terms.
//! Both languages are searched; what is found is shown in the language of the page.

use std::ops::Range;

use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::applicant::CATALOGUE;
use crate::rule::{Clause, Doubt, Edition, Entry, Everyday, Term};
use crate::text::{Lang, Text, article_zh, numeral};

/// What was found, and so where it leads.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    /// An article that gives nothing itself.
    Article(&'static Entry),
    /// A clause.
    Clause(&'static Clause),
    /// A word.
    Term(&'static Term),
    /// A doubt.
    Doubt(&'static Doubt),
    /// A question.
    Question(&'static Spec),
}

impl Target {
    /// Its kind and its name in links, unique among all.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Article(entry) => format!("article/{}", entry.article),
            Self::Clause(clause) => format!("clause/{}", clause.id),
            Self::Term(term) => format!("term/{}", term.id),
            Self::Doubt(doubt) => format!("doubt/{}", doubt.number),
            Self::Question(spec) => format!("question/{}", spec.id),
        }
    }

    /// What it is called.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Article(entry) => entry.title,
            Self::Clause(clause) => clause.title,
            Self::Term(term) => term.term,
            Self::Doubt(doubt) => doubt.issue,
            Self::Question(spec) => spec.label,
        }
    }

    /// The article it belongs to, if it is one.
    #[must_use]
    pub const fn article(self) -> Option<u8> {
        match self {
            Self::Article(entry) => Some(entry.article),
            Self::Clause(clause) => Some(clause.article),
            _ => None,
        }
    }
}

/// A text, and the part of it that was looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// Where the first word stands in it, in bytes.
    pub hit: Option<Range<usize>>,
}

/// A place where what is looked for stands.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Where it leads.
    pub target: Target,
    /// What it is called, in the language of the page.
    pub title: Marked,
    /// The sentence that says it, cut to a line.
    pub excerpt: Marked,
}

/// What a search found, best first.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The best.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub count: usize,
}

/// Looks for `query`; gives at most `most` hits.
#[must_use]
pub fn search(edition: &Edition, query: &str, lang: Lang, most: usize) -> Found {
    let places = places(edition);
    let literal = Query::new(query, edition);
    let queries = match Query::question(query, edition.everyday) {
        None => vec![literal],
        // Words in a row that the rules do not use are a question; else what was typed goes first.
        Some(question) if question.translates(query) && query.trim().contains(' ') => vec![question, literal],
        Some(question) => vec![literal, question],
    };
    let mut found = queries.into_iter().map(|query| (query.ranked(&places, lang), query));
    let Some((ranked, asked)) = found.find(|(ranked, _)| !ranked.is_empty()) else { return Found::default() };
    let count = ranked.len();
    let hits = ranked.into_iter().take(most).map(|(_, target, place)| Hit {
        target,
        title: asked.mark(target.title().get(lang)),
        excerpt: asked.cut(place.unwrap_or_else(|| gist(target)).get(lang), lang),
    });
    Found { hits: hits.collect(), count }
}

/// Everything that can be found, in the order in which equals are shown, with the texts it is found by.
fn places(edition: &Edition) -> Vec<(Target, Vec<Text>)> {
    let mut places = Vec::new();
    for entry in edition.contents {
        let mut fields = vec![entry.says];
        let mut clauses = edition.clauses_of(entry.article).peekable();
        if clauses.peek().is_none() {
            places.push((Target::Article(entry), fields));
            continue;
        }
        for clause in clauses {
            let brief = clause.brief;
            fields.extend([entry.title, brief.whom, brief.looks_at, brief.gives, brief.lasts]);
            fields.extend(clause.provisions.iter().map(|provision| provision.says));
            fields.extend(clause.evidence.iter().map(|document| document.name));
            places.push((Target::Clause(clause), std::mem::take(&mut fields)));
        }
    }
    places.extend(edition.glossary.iter().map(|term| (Target::Term(term), vec![term.says])));
    places.extend(
        edition
            .register()
            .into_iter()
            .map(|doubt| (Target::Doubt(doubt), vec![doubt.prudent, doubt.favourable, doubt.ask])),
    );
    places.extend(CATALOGUE.iter().map(|spec| {
        let mut fields = vec![spec.ask, spec.hint, spec.proof];
        match spec.form {
            Form::Choice(choices) => fields.extend(choices.iter().flat_map(|choice| [choice.label, choice.gloss])),
            Form::Table(columns) => fields.extend(columns.iter().map(|column| column.head)),
            _ => {}
        }
        (Target::Question(spec), fields)
    }));
    places
}

/// One thing that is looked for: any of these words, folded.
type Wanted = Vec<Vec<char>>;

/// What is looked for.
struct Query {
    /// Readings of the query: what was typed, and the names of the article that it names. All that one reading wants
    /// has to be found.
    readings: Vec<Vec<Wanted>>,
    /// The article, if the query is the number of one.
    article: Option<u8>,
    /// The number of a doubt: `16.1`, `g1`.
    number: String,
    /// Whether it is read as a question in everyday words.
    everyday: bool,
}

/// The article that the query names: `19`, `第十九条`, `第 19 条`, `Art. 19`, `article 19`.
fn article_named(query: &str, edition: &Edition) -> Option<u8> {
    let mut words: String = fold(query).map(|(char, _)| char).filter(|char| *char != ' ').collect();
    // 十九 alone is a number only with 第 or 条; plain digits are one in any case.
    let mut marked = false;
    for prefix in ["article", "art.", "art", "第"] {
        if let Some(rest) = words.strip_prefix(prefix) {
            (words, marked) = (rest.to_owned(), true);
            break;
        }
    }
    let named = words.strip_suffix('条').unwrap_or(&words);
    marked |= named.len() < words.len() || named.bytes().all(|byte| byte.is_ascii_digit());
    numeral(named).filter(|article| marked && edition.entry(*article).is_some())
}

impl Query {
    fn new(query: &str, edition: &Edition) -> Self {
        let words = query
            .split(|char: char| char.is_whitespace() || "、，,；;。".contains(char))
            .map(folded)
            .filter(|word| !word.is_empty())
            .take(8)
            .map(|word| vec![word])
            .collect();
        let number = fold(query).map(|(char, _)| char).filter(|char| *char != ' ').collect();
        let article = article_named(query, edition);
        let mut readings: Vec<Vec<Wanted>> = vec![words];
        if let Some(article) = article {
            let names = [article_zh(article), format!("article {article}")];
            readings.extend(names.map(|name| vec![vec![folded(&name)]]));
        }
        readings.retain(|wanted| !wanted.is_empty());
        Self { readings, article, number, everyday: false }
    }

    /// The query as a question in everyday words: each reading wants fewer of them, as long as one is left.
    fn question(query: &str, everyday: &Everyday) -> Option<Self> {
        let wanted = everyday.terms(&folded(query))?;
        let fewer = (0..wanted.len()).filter(|_| wanted.len() > 1).map(|left_out| {
            let kept = wanted.iter().enumerate().filter(|(place, _)| *place != left_out);
            kept.map(|(_, wanted)| wanted.clone()).collect()
        });
        let fewer: Vec<Vec<Wanted>> = fewer.collect();
        let readings = std::iter::once(wanted.clone()).chain(fewer).collect();
        Some(Self { readings, article: None, number: String::new(), everyday: true })
    }

    /// Whether it wants a term that is not in what was typed.
    fn translates(&self, typed: &str) -> bool {
        let wanted = self.readings.first().into_iter().flatten();
        wanted.into_iter().any(|words| words.iter().all(|word| find(typed, word).is_none()))
    }

    /// What is found, best first, each with its rank and the field that says it. Readings that want more come first:
    /// one that wants less is tried where they find nothing.
    fn ranked(&self, places: &[(Target, Vec<Text>)], lang: Lang) -> Vec<(u32, Target, Option<Text>)> {
        let most = self.readings.iter().map(Vec::len).max().unwrap_or(0);
        for length in (1..=most).rev() {
            let readings: Vec<_> = self.readings.iter().filter(|wanted| wanted.len() == length).collect();
            let ranks = places.iter().filter_map(|(target, fields)| {
                let (rank, place) = self.rank(&readings, *target, fields, lang)?;
                Some((rank, *target, place))
            });
            let mut ranked: Vec<_> = ranks.collect();
            if !ranked.is_empty() {
                // A stable sort: equals keep the order of the places.
                ranked.sort_by_key(|(rank, ..)| *rank);
                return ranked;
            }
        }
        Vec::new()
    }

    /// How good a find is, the lower the better; `None` where something wanted is not found. With the field that says it.
    fn rank(
        &self,
        readings: &[&Vec<Wanted>],
        target: Target,
        fields: &[Text],
        lang: Lang,
    ) -> Option<(u32, Option<Text>)> {
        if self.article.is_some() && target.article() == self.article {
            return Some((0, None));
        }
        match target {
            Target::Doubt(doubt) if doubt.number.to_ascii_lowercase() == self.number => return Some((0, None)),
            Target::Doubt(doubt) if self.article.is_some_and(|article| starts_with_article(doubt.number, article)) => {
                return Some((1, None));
            }
            _ => {}
        }
        let (rank, place) = readings
            .iter()
            .filter_map(|wanted| rank_words(wanted, target, fields, lang))
            .min_by_key(|(rank, _)| *rank)?;
        // Who asks wants to know what the rules give, not what the form asks.
        let answers = !(self.everyday && matches!(target, Target::Question(_)));
        Some((if answers { rank } else { rank + 100 }, place))
    }

    /// A text with the first of the words that it holds.
    fn mark(&self, text: &str) -> Marked {
        let hit = self.readings.iter().flatten().flatten().find_map(|word| find(text, word));
        Marked { text: text.to_owned(), hit }
    }

    /// A line of a text, cut round the hit.
    fn cut(&self, text: &str, lang: Lang) -> Marked {
        let marked = self.mark(text);
        let (before, length) = match lang {
            Lang::Zh => (14, 44),
            Lang::En => (36, 110),
        };
        let starts: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        if starts.len() <= length {
            return marked;
        }
        let hit = marked.hit.clone().unwrap_or(0..0);
        let first = starts.iter().position(|start| *start >= hit.start).unwrap_or(0).saturating_sub(before);
        let first = first.min(starts.len() - length);
        let mut from = starts[first];
        let mut to = starts.get(first + length).copied().unwrap_or(text.len());
        if lang == Lang::En {
            // Words stay whole.
            if from > 0 {
                from = text[..from].rfind(' ').map_or(0, |space| space + 1);
            }
            if to < text.len() {
                to = text[..to].rfind(' ').filter(|space| *space >= hit.end).unwrap_or(to);
            }
        }
        // Nor does it begin with a stop or a comma.
        let rest = text[from..hit.start.max(from)].trim_start_matches(|char: char| "。，；：、！？ ".contains(char));
        if from > 0 {
            from = hit.start.max(from) - rest.len();
        }
        let lead = if from > 0 { "…" } else { "" };
        let tail = if to < text.len() { "…" } else { "" };
        let shift = |place: usize| place + lead.len() - from;
        Marked {
            text: format!("{lead}{}{tail}", &text[from..to]),
            hit: marked
                .hit
                .filter(|hit| hit.start >= from && hit.end <= to)
                .map(|hit| shift(hit.start)..shift(hit.end)),
        }
    }
}

impl Everyday {
    /// What a folded question wants, in the terms of the rules. What is neither an everyday word nor ignored is wanted
    /// as it is. `None` where it has no everyday word, or wants nothing.
    fn terms(&self, question: &[char]) -> Option<Vec<Wanted>> {
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut rest = Vec::new();
        let mut everyday = false;
        let mut place = 0;
        while place < question.len() {
            let here = &question[place..];
            let starts =
                place == 0 || !(question[place - 1].is_ascii_alphanumeric() && here[0].is_ascii_alphanumeric());
            let said = self.words.iter().flat_map(|(said, terms)| said.iter().map(move |word| (*word, *terms)));
            let ignored = self.ignored.iter().map(|word| (*word, &[][..]));
            let longest = said
                .chain(ignored)
                .filter(|(word, _)| starts && begins(here, word))
                .max_by_key(|(word, _)| word.chars().count());
            let known = longest.map(|(word, terms)| (word.chars().count(), terms));
            let separator = !here[0].is_alphanumeric();
            if (known.is_some() || separator) && !rest.is_empty() {
                wanted.push(vec![std::mem::take(&mut rest)]);
            }
            match known {
                Some((length, terms)) => {
                    everyday = true;
                    if !terms.is_empty() {
                        wanted.push(terms.iter().map(|term| folded(term)).collect());
                    }
                    place += length;
                }
                None => {
                    if !separator {
                        rest.push(here[0]);
                    }
                    place += 1;
                }
            }
        }
        if !rest.is_empty() {
            wanted.push(vec![rest]);
        }
        (everyday && !wanted.is_empty()).then_some(wanted)
    }
}

/// Whether a text begins with a word; a Latin word ends there too.
fn begins(text: &[char], word: &str) -> bool {
    let length = word.chars().count();
    let same = text.len() >= length && word.chars().eq(text[..length].iter().copied());
    let goes_on = text.get(length).is_some_and(char::is_ascii_alphanumeric);
    same && !(goes_on && word.ends_with(|char: char| char.is_ascii_alphanumeric()))
}

/// How good a find of all that is wanted is, with the field that says the first of it that the title does not.
fn rank_words(wanted: &[Wanted], target: Target, fields: &[Text], lang: Lang) -> Option<(u32, Option<Text>)> {
    let title = target.title();
    let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let mut rank = 0;
    let mut place = None;
    for words in wanted {
        let (cost, said) = words
            .iter()
            .filter_map(|word| rank_word(word, title, fields, [lang, other]))
            .min_by_key(|(cost, _)| *cost)?;
        rank += cost;
        place = place.or(said);
    }
    Some((rank, place))
}

/// The same for one word: in the title or in a field, in the language of the page first.
fn rank_word(word: &[char], title: Text, fields: &[Text], langs: [Lang; 2]) -> Option<(u32, Option<Text>)> {
    let hits = langs.map(|lang| find(title.get(lang), word));
    let whole = |place: usize| hits[place] == Some(0..title.get(langs[place]).len());
    if whole(0) || whole(1) {
        return Some((2, None));
    }
    match &hits {
        // The start of a title before its middle.
        [Some(hit), _] => return Some((if hit.start == 0 { 3 } else { 4 }, None)),
        [None, Some(_)] => return Some((5, None)),
        [None, None] => {}
    }
    let said = |lang: Lang| fields.iter().find(|text| find(text.get(lang), word).is_some()).copied();
    said(langs[0]).map(|text| (20, Some(text))).or_else(|| said(langs[1]).map(|text| (30, Some(text))))
}

/// What a target says in a line.
fn gist(target: Target) -> Text {
    match target {
        Target::Article(entry) => entry.says,
        Target::Clause(clause) => clause.brief.gives,
        Target::Term(term) => term.says,
        Target::Doubt(doubt) => doubt.prudent,
        Target::Question(spec) => spec.ask,
    }
}

/// Whether the number of a doubt is of an article: `19.2` of 19.
fn starts_with_article(number: &str, article: u8) -> bool {
    number.split_once('.').is_some_and(|(of, _)| of == article.to_string())
}

/// Where a folded word stands in a text, in bytes. One that begins with a Latin letter or a digit has to begin a word
/// of the text.
fn find(text: &str, word: &[char]) -> Option<Range<usize>> {
    let first = *word.first()?;
    let chars: Vec<(char, usize)> = fold(text).collect();
    let length = word.len();
    let start = (0..(chars.len() + 1).checked_sub(length)?).find(|start| {
        let here = chars[*start..*start + length].iter().map(|(char, _)| *char).eq(word.iter().copied());
        here && !(first.is_ascii_alphanumeric() && *start > 0 && chars[*start - 1].0.is_ascii_alphanumeric())
    })?;
    let end = chars.get(start + length).map_or(text.len(), |(_, place)| *place);
    Some(chars[start].1..end)
}

/// A text as it is compared.
fn folded(text: &str) -> Vec<char> {
    fold(text).map(|(char, _)| char).collect()
}

/// The characters of a text as they are compared, each with its place: full-width forms as plain ones, small letters,
/// quotation marks and brackets of any form alike.
fn fold(text: &str) -> impl Iterator<Item = (char, usize)> + '_ {
    text.char_indices().map(|(place, char)| {
        let char = match char {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(char as u32 - 0xFEE0).unwrap_or(char),
            '\u{3000}' | '\u{a0}' => ' ',
            '“' | '”' | '「' | '」' => '"',
            '‘' | '’' => '\'',
            '〔' | '【' | '﹝' => '[',
            '〕' | '】' | '﹞' => ']',
            _ => char,
        };
        (char.to_ascii_lowercase(), place)
    })
}

#[cfg(test)]
mod tests {
    use super::{Found, find, folded, search};
    use crate::policy::CURRENT;
    use crate::text::Lang;

    fn look(query: &str, lang: Lang) -> Found {
        search(CURRENT, query, lang, 10)
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
            assert_eq!(article(query), Some(19), "{query}");
        }
        for query in ["十九", "三", "十", "39", "条"] {
            assert_eq!(article(query), None, "{query}");
        }
        // What has the word comes first, not the article of that number.
        for (query, not_first) in [("三", 3), ("十", 10), ("二十", 20)] {
            let found = look(query, Lang::Zh);
            let first = found.hits.first().map(|hit| (hit.target.article(), hit.target.title().zh.contains(query)));
            assert!(
                found.count > 1 && first.is_some_and(|(article, _)| article != Some(not_first)),
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
            for (target, _) in super::places(CURRENT) {
                let found = search(CURRENT, target.title().get(lang), lang, 500);
                assert!(found.hits.iter().any(|hit| hit.target.id() == target.id()), "{}", target.id());
            }
        }
    }
}
