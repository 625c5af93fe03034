//! 第三十六条 · limits over the sum: the same type of support once, five years at most. And the 70% line of Article 22.

use crate::answers::facts::Facts;
use crate::article::Article;
use crate::date::Year;
use crate::order::Order;
use crate::policy::miyun_2019_25::article_36_sum::{Sum, certain};
use crate::policy::miyun_2019_25::received::{self, own_support, under};
use crate::policy::miyun_2019_25::{
    article_36_clock as clock, article_36_introductions as introductions, article_36_notes as notes,
};
use crate::rule::edition::Limited;
use crate::rule::{Assessment, ByYear};

/// Applies Article 36 to the sum of the clauses.
pub(super) fn apply(assessments: &mut [Assessment], facts: &Facts) -> Limited {
    let counted = assessments.iter().map(|assessment| assessment.estimate.by_year.clone()).collect();
    let mut sum = Sum { counted, gave_way: Vec::new() };
    sum.purchase_or_rent(assessments, facts);
    clock::growth_or_innovation(&mut sum, assessments, facts);
    introductions::referral_or_association(&mut sum, assessments, facts);
    // Articles 27 and 28 are no support of the institution itself: they reward it for another's.
    let mut own = ByYear::default();
    for (assessment, counted) in assessments.iter().zip(&sum.counted) {
        if ![27, 28].iter().any(|other| assessment.clause.article == *other) {
            own.add(counted);
        }
    }
    add_received(&mut own, assessments, facts);
    let lines = notes::lines(&own, facts);
    let notes = notes::notes(&sum.counted, assessments, &lines, facts);
    let received = received::sum(facts);
    Limited { counted: sum.counted, gave_way: sum.gave_way, lines, notes, own, received }
}

/// Adds what was received before to the support of its year.
fn add_received(own: &mut ByYear, assessments: &[Assessment], facts: &Facts) {
    let mut before: Vec<Year> = received::years(facts).collect();
    before.order();
    before.dedup();
    for year in before {
        let worked_out = |article: Article| {
            let of_article = assessments.iter().filter(|assessment| assessment.clause.article == article);
            let settled = of_article.flat_map(|assessment| &assessment.estimate.settled);
            settled.filter(|settled| settled.year == year).map(|settled| settled.gives.certain).sum()
        };
        own.of_mut(year).certain += own_support(facts, year, &worked_out);
    }
}

impl Sum {
    /// 10 against 11 or 12: what was received stands; else by certain sums, where a tie keeps 10.
    fn purchase_or_rent(&mut self, assessments: &mut [Assessment], facts: &Facts) {
        let Some((purchase, bought)) = certain(assessments, 10) else { return };
        let Some((rent, leased)) = certain(assessments, 11).or_else(|| certain(assessments, 12)) else { return };
        let received = |articles: &[u8]| articles.iter().any(|article| !under(facts, *article).is_empty());
        let rent_stands = match (received(&[10]), received(&[11, 12])) {
            (true, true) => return,
            (true, false) => false,
            (false, true) => true,
            (false, false) => leased > bought,
        };
        let (from, to) = if rent_stands { (purchase, rent) } else { (rent, purchase) };
        self.give_way(assessments, (from, to));
    }
}
