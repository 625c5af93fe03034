//! Search over the articles, the clauses, the doubts, the words and the questions of editions.
//!
//! Chinese is found anywhere, English and figures from the start of a word. Every word looked for has to be found; where
//! that finds nothing, the query is read as a question in everyday words, which the edition puts into its own terms.
//! Both languages are searched; what is found is shown in the language of the page.

mod everyday;

use std::ops::Range;

use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::article::{Article, article_zh};
use crate::order::Order;
use crate::rule::{Clause, ContentsEntry, Doubt, Edition, Everyday, Index, Term};
use crate::text::{Lang, Text};

/// What was found, and so where it leads.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    /// An article that gives nothing itself.
    Article(&'static ContentsEntry),
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
    /// Its kind and its name in links, unique among all of an edition.
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
    pub const fn article(self) -> Option<Article> {
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
    /// The edition that it stands in.
    pub edition: &'static Index,
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

/// What each reading of a query leaves out of it makes a find worse by more than any place does.
const LEFT_OUT: u32 = 1_000;

/// Looks for `query` in editions, each with its own everyday words; gives at most `most` hits. Among equals those of
/// the first edition come first.
#[must_use]
pub fn search(editions: &[&'static Edition], query: &str, lang: Lang, most: usize) -> Found {
    let literal: Vec<_> = editions.iter().map(|edition| Some(Query::new(query, edition))).collect();
    let questions: Vec<_> = editions.iter().map(|edition| Query::question(query, edition.everyday)).collect();
    // Words in a row that the rules do not use are a question; else what was typed goes first.
    let translates = questions.first().and_then(Option::as_ref).is_some_and(|question| question.translates(query));
    let ways = if translates && query.trim().contains(' ') { [questions, literal] } else { [literal, questions] };
    let places: Vec<_> = editions.iter().map(|edition| places(edition)).collect();
    for way in ways {
        let mut ranked = Vec::new();
        for ((edition, places), asked) in editions.iter().zip(&places).zip(&way) {
            let asked =
                asked.iter().flat_map(|asked| asked.ranked(places, lang).into_iter().map(move |of| (asked, of)));
            ranked.extend(asked.map(|(asked, (rank, target, place))| (rank, edition.index, asked, target, place)));
        }
        if ranked.is_empty() {
            continue;
        }
        // A stable sort: equals keep the order of the places.
        ranked.order_by_key(|(rank, ..)| *rank);
        let count = ranked.len();
        let hits = ranked.into_iter().take(most).map(|(_, edition, asked, target, place)| Hit {
            target,
            edition,
            title: asked.mark(target.title().get(lang)),
            excerpt: asked.cut(place.unwrap_or_else(|| gist(target)).get(lang), lang),
        });
        return Found { hits: hits.collect(), count };
    }
    Found::default()
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
    places.extend(edition.index.questions.iter().map(|spec| {
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
    article: Option<Article>,
    /// The number of a doubt: `16.1`, `g1`.
    number: String,
    /// Whether it is read as a question in everyday words.
    everyday: bool,
}

/// The article that the query names: `19`, `第十九条`, `第 19 条`, `Art. 19`, `article 19`.
fn article_named(query: &str, edition: &Edition) -> Option<Article> {
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
    marked |= words.contains('条') || named.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    Article::read(named).filter(|article| marked && edition.entry(*article).is_some())
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

    /// What is found, each with its rank and the field that says it. Readings that want more come first: one that wants
    /// less is tried where they find nothing.
    fn ranked(&self, places: &[(Target, Vec<Text>)], lang: Lang) -> Vec<(u32, Target, Option<Text>)> {
        let most = self.readings.iter().map(Vec::len).max().unwrap_or(0);
        for length in (1..=most).rev() {
            let readings: Vec<_> = self.readings.iter().filter(|wanted| wanted.len() == length).collect();
            let left_out = LEFT_OUT.saturating_mul(u32::try_from(most - length).unwrap_or(u32::MAX));
            let ranks = places.iter().filter_map(|(target, fields)| {
                let (rank, place) = self.rank(&readings, *target, fields, lang)?;
                Some((rank.saturating_add(left_out), *target, place))
            });
            let ranked: Vec<_> = ranks.collect();
            if !ranked.is_empty() {
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
fn starts_with_article(number: &str, article: Article) -> bool {
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
mod tests;
