//! 询问函: whether support for years before this application can still be applied for. A letter by itself, ready to sign;
//! none of it is asked for in the papers.

use crate::money::Money;
use crate::packet::schedule::Line;
use crate::packet::{Block, Part, Sources, Total, words};
use crate::rule::When;

impl Sources<'_> {
    /// `None` where no year before this application has anything to ask for.
    pub(super) fn inquiry(&self) -> Option<Part> {
        let year = self.year?;
        let lines: Vec<Line<'_>> = self
            .claimed_lines()
            .filter(|(clause, entry)| When::of(clause.assessment.clause, entry.year, self.year) == When::Past)
            .collect();
        if lines.is_empty() {
            return None;
        }
        let sum = Money::from_fen(lines.iter().map(|(_, entry)| entry.amount.fen()).sum());
        let name = self.name.map_or_else(|| self.text(words::NO_NAME), str::to_owned);
        let rules = self.draft.rules();
        let (number, title) = (rules.index.number, rules.title.get(self.lang));
        let total = Total { name: self.text(words::TOTAL), words: self.capital(sum), amount: sum };
        let say = |zh: &str, en: &str| Block::Paragraph(self.say(zh.to_owned(), en.to_owned()));
        let mut blocks = vec![
            Block::Paragraph(self.text(rules.papers.addressee)),
            Block::Paragraph(self.say(
                format!(
                    "{name}拟申报{year}年度支持资金。按《{title}》（{number}）测算，下列以前年度的支持本单位没有领取过，也未列入本次申请："
                ),
                format!(
                    "{name} is about to apply for support for {year}. Under the {title} ({number}) the support below is for \
                     earlier years; it was not received, and is not part of this application:"
                ),
            )),
        ];
        let caption = self.say("以前年度（单位：元）".into(), "Earlier years (yuan)".into());
        blocks.push(self.lines(caption, &lines.iter().collect::<Vec<_>>(), vec![total]));
        blocks.extend([
            say("现请示以下三点，请书面答复：", "Please answer in writing:"),
            Block::List(vec![
                self.say(
                    "一、以上年度的支持能否补报；如能，随本次申报还是另行申报。".into(),
                    "1. Can support for these years still be applied for; if so, with this application or apart from it?"
                        .into(),
                ),
                self.say(
                    "二、补报时以哪一年度区级确认的区域综合贡献为准，须补交哪些材料。".into(),
                    "2. Which confirmed contribution counts, and which documents are needed?".into(),
                ),
                self.say(
                    "三、如不能补报，未领取的年度是否仍计入连续五年的支持期。".into(),
                    "3. If not, do the years not received still count towards the five consecutive years?".into(),
                ),
            ]),
            self.sign(false),
        ]);
        Some(Part { id: "inquiry", title: self.text(words::INQUIRY), blocks })
    }
}
