//! 目录: the parts with their pages, and the documents behind them: those of every application, then those of each clause.

use crate::article::{Article, article};
use crate::packet::{Block, Entered, Needed, Part, Sources, needed, words};
use crate::text::{Lang, listed, numeral_zh};

/// Documents with their numbers on the checklist, under the clause that they serve first; none where they serve all.
type Group = (Option<Article>, Vec<(usize, Needed)>);

/// The most lines of the contents: with its notes they are one page.
const MOST_LINES: usize = 15;

impl Sources<'_> {
    pub(super) fn contents(&self, parts: &[Part]) -> Part {
        let mut number = 0;
        let mut entries: Vec<Entered> = Vec::new();
        for part in parts {
            let title = if part.annex() {
                part.title.clone()
            } else {
                number += 1;
                self.numbered(number - 1, &part.title.replace('　', ""))
            };
            entries.push(Entered { title, part: Some(part.id), note: String::new() });
        }
        entries.extend(self.exhibits(parts));
        let mut blocks = vec![Block::Contents(entries), Block::Heading(self.text(words::NOTES))];
        for (index, [title, body]) in words::EXPLANATIONS.iter().enumerate() {
            let number = u8::try_from(index + 1).unwrap_or(u8::MAX);
            let (title, body) = (self.text(*title), self.text(*body));
            blocks.push(Block::Paragraph(
                self.say(format!("（{}）{title}：{body}", numeral_zh(number)), format!("({number}) {title}: {body}")),
            ));
        }
        Part { id: "contents", title: self.text(words::CONTENTS), blocks }
    }

    /// An annex of the documents of every application, and one of those of each clause, with their numbers on the
    /// checklist. A document of several clauses stands under the first of them.
    fn exhibits(&self, parts: &[Part]) -> Vec<Entered> {
        let mut groups: Vec<Group> = Vec::new();
        let outside = needed(self.draft, self.report).into_iter().zip(1..);
        for (needed, number) in outside.filter(|(needed, _)| needed.document.part.is_none()) {
            let of = needed.serves.as_ref().and_then(|articles| articles.first().copied());
            match groups.iter_mut().find(|(other, _)| *other == of) {
                Some((_, documents)) => documents.push((number, needed)),
                None => groups.push((of, vec![(number, needed)])),
            }
        }
        // Where there are many clauses, they share an annex.
        if parts.len() + groups.len() > MOST_LINES {
            let rest = groups.split_off(1).into_iter().flat_map(|(_, documents)| documents).collect();
            groups.push((None, rest));
        }
        let first = parts.iter().filter(|part| part.annex()).count() + 1;
        groups.into_iter().zip(first..).map(|(group, number)| self.exhibit(group, number, number > first)).collect()
    }

    fn exhibit(&self, (of, documents): Group, number: usize, special: bool) -> Entered {
        let numbers: Vec<usize> = documents.iter().map(|(number, _)| *number).collect();
        let numbers = runs(&numbers, self.lang);
        let (zh, en) = match of {
            None if special => ("各条专项材料".to_owned(), "documents of the clauses".to_owned()),
            None => ("共性材料".to_owned(), "common documents".to_owned()),
            Some(of) => {
                (format!("{}专项材料", article(of, Lang::Zh)), format!("documents under {}", article(of, Lang::En)))
            }
        };
        let annex = numeral_zh(u8::try_from(number).unwrap_or(u8::MAX));
        let title = self
            .say(format!("附件{annex}　{zh}（清单第{numbers}项）"), format!("Annex {number}: {en} (nos. {numbers})"));
        // The page on which the first of them begins, as the applicant has numbered them.
        let page = documents.first().map(|(_, first)| self.draft.filing.paper(first.document.name.zh).pages);
        let page: String = page.iter().flat_map(|pages| pages.chars()).take_while(char::is_ascii_digit).collect();
        let note = if page.is_empty() { self.text(words::SEPARATE) } else { page };
        Entered { title, part: None, note }
    }
}

/// Numbers in order, neighbours as one: `3-13、16`.
fn runs(numbers: &[usize], lang: Lang) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let runs = runs.into_iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    });
    listed(&runs.collect::<Vec<_>>(), lang)
}

#[cfg(test)]
mod tests {
    use super::runs;
    use crate::text::Lang;

    #[test]
    fn neighbours_are_one_run() {
        for (numbers, says) in [(&[][..], ""), (&[3], "3"), (&[3, 4], "3-4"), (&[3, 4, 5, 7, 9, 10], "3-5、7、9-10")]
        {
            assert_eq!(runs(numbers, Lang::Zh), says);
        }
        assert_eq!(runs(&[3, 4, 7], Lang::En), "3-4, 7");
    }
}
