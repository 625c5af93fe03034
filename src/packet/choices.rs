//! 选定年度确认: years that are chosen once, confirmed in writing.

use crate::answers::question::Spec;
use crate::article::article;
use crate::drafts::draft::Draft;
use crate::packet::{Block, Part, Sources, words};
use crate::rule::{Counted, Place, Provision, Work};

/// The name of the part, as documents name it.
const ID: &str = "choices";

impl Sources<'_> {
    /// `None` where no clause applied for asks for a year.
    pub(super) fn choices(&self) -> Option<Part> {
        let said: Vec<String> =
            self.applied().filter(|clause| is_confirmed(clause)).filter_map(|clause| self.choice(clause)).collect();
        let items: Vec<String> = said.iter().enumerate().map(|(index, says)| self.numbered(index, says)).collect();
        (!items.is_empty()).then(|| {
            let opening = self.say("本单位确认下列年度，由本单位自行选定：".into(), "The applicant has chosen:".into());
            let blocks = vec![Block::Paragraph(opening), Block::List(items), self.sign(true)];
            Part { id: ID, title: self.text(words::CHOICES), blocks }
        })
    }

    /// The year from which a run of years counts, or the list that names a year for each row.
    fn choice(&self, clause: &Counted<'_>) -> Option<String> {
        let of = clause.assessment.clause;
        let (article, title) = (article(of.article, self.lang), of.title.get(self.lang));
        if clause.assessment.steps.iter().any(|step| step.band.is_some() && matches!(step.place, Place::Row(_))) {
            let list = words::INTRODUCED.get(self.lang);
            return Some(self.say(
                format!("{title}（{article}）：每家引进企业各选一个完整财政年度，见《{list}》“选定年度”一栏。"),
                format!("{title} ({article}): one complete fiscal year for each enterprise, as in the {list}."),
            ));
        }
        let gross = clause.assessment.estimate.gross();
        let (first, _) = gross.iter().find(|(_, amount)| !amount.certain.is_zero())?;
        let chosen = self.say(
            format!("{title}（{article}）：自{first}年度起五年连续计算，不中断，选定后不更改。"),
            format!(
                "{title} ({article}): five consecutive years from {first}, not changed or interrupted once chosen."
            ),
        );
        // Nobody confirms for good what a program compared.
        let open = unchosen(self.draft, clause).map_or_else(String::new, |(_, compared)| {
            let says = compared.says.get(self.lang);
            self.say(format!("【尚未选定：{says}】"), format!(" [not chosen yet: {says}]"))
        });
        Some(chosen + &open)
    }
}

/// Whether a clause has its year confirmed.
fn is_confirmed(clause: &Counted<'_>) -> bool {
    clause.assessment.clause.evidence.iter().any(|document| document.part == Some(ID))
}

/// The question that holds the year from which a clause runs, and how years were compared, where the applicant has named
/// none.
pub(super) fn unchosen(draft: &Draft, clause: &Counted<'_>) -> Option<(&'static Spec, &'static Provision)> {
    let of = clause.assessment.clause;
    let elective = draft.rules().electives.iter().find(|elective| elective.clause.id == of.id)?;
    if !is_confirmed(clause) || draft.facts.answer(elective.question).is_some() {
        return None;
    }
    let several = |work: &Work| matches!(work, Work::Choice { of, .. } if of.len() > 1);
    let compared = clause.assessment.steps.iter().find(|step| several(&step.work))?;
    Some((elective.question, compared.provision))
}
