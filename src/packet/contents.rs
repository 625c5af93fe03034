//! 目录: the parts with their pages, and the documents behind them: those of every application, then those of each clause.

use crate::article::{Article, article};
use crate::packet::{Block, Entered, Needed, Part, Sources, needed, words};
use crate::text::numeral_zh;

/// Documents with their numbers on the checklist, under the clause that they serve first; none where they serve all.
type Group = (Option<Article>, Vec<(usize, Needed)>);

/// The most lines for documents: one for those of every application, the others for clauses.
const MOST_GROUPS: usize = 4;

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
        entries.extend(self.exhibits());
        let mut blocks = vec![Block::Contents(entries), Block::Heading(self.text(words::NOTES))];
        for (index, [title, body]) in words::EXPLANATIONS.iter().enumerate() {
            let number = u8::try_from(index + 1).unwrap_or(u8::MAX);
            let (title, body) = (title.get(self.lang), body.get(self.lang));
            blocks.push(Block::Paragraph(
                self.say(format!("（{}）{title}：{body}", numeral_zh(number)), format!("({number}) {title}: {body}")),
            ));
        }
        Part { id: "contents", title: self.text(words::CONTENTS), blocks }
    }

    /// A line for the documents of every application, and one for those of each clause, with their numbers on the
    /// checklist. A document of several clauses stands under the first of them.
    fn exhibits(&self) -> Vec<Entered> {
        let mut groups: Vec<Group> = Vec::new();
        let outside = needed(self.draft, self.report).into_iter().zip(1..);
        for (needed, number) in outside.filter(|(needed, _)| needed.document.part.is_none()) {
            let of = needed.serves.as_ref().and_then(|articles| articles.first().copied());
            match groups.iter_mut().find(|(other, _)| *other == of) {
                Some((_, documents)) => documents.push((number, needed)),
                None => groups.push((of, vec![(number, needed)])),
            }
        }
        // The contents are one page: where there are many clauses, they share a line.
        if groups.len() > MOST_GROUPS {
            let rest = groups.split_off(1).into_iter().flat_map(|(_, documents)| documents).collect();
            groups.push((None, rest));
        }
        groups.into_iter().zip(0..).map(|((of, documents), place)| self.exhibit(of, place > 0, &documents)).collect()
    }

    fn exhibit(&self, of: Option<Article>, special: bool, documents: &[(usize, Needed)]) -> Entered {
        let numbers: Vec<usize> = documents.iter().map(|(number, _)| *number).collect();
        let numbers = runs(&numbers);
        let title = match of {
            None if special => self.say(
                format!("各条专项材料（清单第{numbers}项）"),
                format!("Documents of the clauses (nos. {numbers})"),
            ),
            None => self.say(format!("共性材料（清单第{numbers}项）"), format!("Common documents (nos. {numbers})")),
            Some(of) => {
                let of = article(of, self.lang);
                self.say(format!("{of}专项材料（清单第{numbers}项）"), format!("Documents under {of} (nos. {numbers})"))
            }
        };
        // The page on which the first of them begins, as the applicant has numbered them.
        let page = documents.first().map(|(_, first)| self.draft.filing.paper(first.document.name.zh).pages);
        let page: String = page.iter().flat_map(|pages| pages.chars()).take_while(char::is_ascii_digit).collect();
        let note = if page.is_empty() { self.text(words::SEPARATE) } else { page };
        Entered { title, part: None, note }
    }
}

/// Numbers in order, neighbours as one: `3-13、16`.
fn runs(numbers: &[usize]) -> String {
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
    runs.collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn neighbours_are_one_run() {
        for (numbers, says) in [(&[][..], ""), (&[3], "3"), (&[3, 4], "3-4"), (&[3, 4, 5, 7, 9, 10], "3-5、7、9-10")]
        {
            assert_eq!(runs(numbers), says);
        }
    }
}
