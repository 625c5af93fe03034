//! 第二十七条, row by row: what each introduced enterprise comes to, on which year, and what is missing or wrong.

use std::collections::BTreeSet;

use crate::answers::answer::Table;
use crate::answers::credit_code;
use crate::answers::facts::Facts;
use crate::applicant::identity::{APPLICATION_YEAR, CREDIT_CODE, NAME};
use crate::applicant::referral::{ENTERPRISES, enterprises};
use crate::date::{Date, Year};
use crate::money::Money;
use crate::policy::miyun_2019_25::article_27_enterprises::{
    Introduced, Introductions, LOWEST, Sure, TIERS, Verdict, each_year, window, year_of,
};
use crate::policy::miyun_2019_25::article_27_referral::CLAUSE;
use crate::policy::miyun_2019_25::received::{ByName, plain};
use crate::rule::{Fault, Place, RowAnswer, RowRule, Standing};
use crate::text::{Text, text};

/// Its rows are the introduced enterprises.
pub(super) const RULE: RowRule = RowRule {
    clause: &CLAUSE,
    question: &ENTERPRISES.spec,
    tiers: &TIERS,
    asks: &[enterprises::FITS.index],
    answer,
    years: each_year,
};

const ONLY: Text = text("其余可选年度还没有数", "the other years to choose have no figure yet");
const MOST: Text = text("可选年度中奖励最高", "gives most of the years there are to choose");
const FIRST: Text = text("几年奖励相同，取最早的一年", "the earliest of the years that give the same");
const SURE_FIRST: Text = text(
    "另有年度超过2000万元要另议，先选有固定比例的一年",
    "another year is above 20 million and by decision: one with a rate is chosen first",
);
const BEYOND: Text =
    text("可选年度超过2000万元，没有固定比例", "the years to choose are above 20 million, where there is no rate");
const ON_THE_LINE: Text = text("正好100万元，是否算进最低一档待确认", "exactly 1 million: whether that counts is open");

const WRONG_CODE: Text =
    text("信用代码校验不符，请对照营业执照重抄", "the credit code does not check out: copy it again from the licence");
const SAME_CODE: Text =
    text("与前面一家的信用代码相同，一家只奖一次", "the same credit code as one above: each counts once");
const SAME_NAME: Text = text("与前面一家同名，一家只奖一次", "the same name as one above: each counts once");
const ITSELF: Text = text("就是申请人自己，自己引进自己不算", "the applicant itself, which does not count");
const RELATED: Text = text(
    "与引荐机构有关联，审核会问是不是真实引进",
    "related to the introducer: it will be asked whether it was introduced",
);
const BEFORE_AGREEMENT: Text = text(
    "落户早于引荐协议，协议应签在企业登记之前",
    "it arrived before the agreement, which has to come before registration",
);
const BEFORE_ARRIVAL: Text =
    text("首次纳税早于落户，请核对两个日期", "tax was paid before it arrived: check both days");
const NOT_YET: Text =
    text("首次纳税在申请年度之后，请核对日期", "the first tax day is after the year of application: check it");
const OUTSIDE: Text = text(
    "这一年首尾不完整，不在可选之内，没有计入",
    "no complete year of the three: it cannot be chosen and is not counted",
);
const COUNTED: Text = text(
    "社团（第二十八条）也计入，两处只认一处",
    "also counted for an association (Article 28): only one of the two stands",
);

/// What the rows share.
struct Shared {
    applied: Option<Year>,
    own_name: Option<String>,
    own_code: Option<String>,
    names: BTreeSet<String>,
    codes: BTreeSet<String>,
}

fn answer(facts: &Facts) -> Vec<RowAnswer> {
    let Some(table) = facts.get(&ENTERPRISES) else { return Vec::new() };
    let received = ByName::of(facts, 27);
    let mut shared = Shared {
        applied: facts.get(&APPLICATION_YEAR),
        own_name: facts.get(&NAME).map(plain),
        own_code: facts.get(&CREDIT_CODE).map(str::to_owned),
        names: BTreeSet::new(),
        codes: BTreeSet::new(),
    };
    let introduced = Introductions::of(table, &received).enterprises;
    introduced.iter().enumerate().map(|(row, introduced)| shared.answer(table, row, introduced)).collect()
}

impl Shared {
    fn answer(&mut self, table: &Table, row: usize, introduced: &Introduced<'_>) -> RowAnswer {
        let first_tax = table.get(&enterprises::FIRST_TAX, row);
        let told = |place: usize| table.money(&enterprises::YEARS[place], row);
        let mut answer = RowAnswer::new(match introduced.verdict {
            Verdict::Sure(_) => Standing::Rewarded,
            Verdict::Beyond(_) => Standing::Decided,
            Verdict::Exact(_) => Standing::Doubtful,
            Verdict::Nothing(_) => Standing::Below,
            Verdict::Open => Standing::Open,
            Verdict::Unfit => Standing::Refused,
        });
        let of_year = |year: Year| first_tax.and_then(|first| told(usize::from(year - first.year())));
        (answer.year, answer.base, answer.why) = match introduced.verdict {
            Verdict::Sure(Sure { year, contribution, .. }) => {
                (Some(year), Some(contribution), first_tax.map(|first| why(table, row, first, year)))
            }
            Verdict::Beyond(year) => (Some(year), of_year(year), Some(BEYOND)),
            Verdict::Exact(year) => (Some(year), Some(LOWEST), Some(ON_THE_LINE)),
            Verdict::Nothing(best) => (None, Some(best), None),
            Verdict::Open | Verdict::Unfit => (None, None, None),
        };
        if let (Some(base), true) = (answer.base, answer.standing != Standing::Decided) {
            let stand = TIERS.stand(Place::Row(row), base, None);
            (answer.rung, answer.next) = (stand.rung, stand.next);
        }
        match introduced.left() {
            Some((_, left)) => answer.gives = left,
            None if introduced.gives().is_some() => answer.standing = Standing::Received,
            None => {}
        }
        answer.missing = missing(table, row, first_tax, introduced.verdict);
        // The third year from the first tax day is the last that can be whole.
        answer.closes = self.applied.is_some() && first_tax.map(|first| year_of(first, 2)) == self.applied;
        answer.faults = self.faults(table, row, first_tax);
        answer
    }

    /// What is wrong with a row, in the order of its columns.
    fn faults(&mut self, table: &Table, row: usize, first_tax: Option<Date>) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut fault = |column: usize, says: Text| faults.push(Fault { column, says });
        if let Some(name) = table.get(&enterprises::NAME, row).map(plain).filter(|name| !name.is_empty()) {
            if self.own_name.as_ref() == Some(&name) {
                fault(enterprises::NAME.index, ITSELF);
            }
            if !self.names.insert(name) {
                fault(enterprises::NAME.index, SAME_NAME);
            }
        }
        let arrived = table.get(&enterprises::ARRIVED, row);
        if let Some(first) = first_tax {
            if self.applied.is_some_and(|applied| first.year() > applied) {
                fault(enterprises::FIRST_TAX.index, NOT_YET);
            }
            if arrived.is_some_and(|arrived| first < arrived) {
                fault(enterprises::FIRST_TAX.index, BEFORE_ARRIVAL);
            }
            let above = |place: usize| table.money(&enterprises::YEARS[place], row).filter(|money| *money > LOWEST);
            let inside = window(first).filter_map(above).max();
            for place in 0..window(first).start {
                if above(place) > inside {
                    fault(enterprises::YEARS[place].index, OUTSIDE);
                }
            }
        }
        if table.get(&enterprises::COUNTED, row) == Some(true) {
            fault(enterprises::COUNTED.index, COUNTED);
        }
        if let Some(code) = table.get(&enterprises::CODE, row).filter(|code| !code.is_empty()) {
            if self.own_code.as_deref() == Some(code) {
                fault(enterprises::CODE.index, ITSELF);
            }
            if !credit_code::is_valid(code) {
                fault(enterprises::CODE.index, WRONG_CODE);
            }
            if !self.codes.insert(code.to_owned()) {
                fault(enterprises::CODE.index, SAME_CODE);
            }
        }
        if let (Some(arrived), Some(agreed)) = (arrived, table.get(&enterprises::AGREED, row))
            && arrived < agreed
        {
            fault(enterprises::AGREED.index, BEFORE_AGREEMENT);
        }
        if table.get(&enterprises::RELATED, row) == Some(true) {
            fault(enterprises::RELATED.index, RELATED);
        }
        faults
    }
}

/// Why a year was chosen among those that an enterprise has.
fn why(table: &Table, row: usize, first_tax: Date, chosen: Year) -> Text {
    let years = || window(first_tax).filter_map(|place| Some((place, table.money(&enterprises::YEARS[place], row)?)));
    let reward = |money: Money| if TIERS.top.is_some_and(|top| money > top) { Money::ZERO } else { TIERS.on(money) };
    let of_chosen = years().find(|(place, _)| year_of(first_tax, *place) == chosen).map(|(_, money)| reward(money));
    if years().any(|(_, money)| TIERS.top.is_some_and(|top| money > top)) {
        SURE_FIRST
    } else if years().count() == 1 {
        ONLY
    } else if years().filter(|(_, money)| Some(reward(*money)) == of_chosen).count() > 1 {
        FIRST
    } else {
        MOST
    }
}

/// The columns that are empty and count. What is refused, or sure whatever they hold, waits for none.
fn missing(table: &Table, row: usize, first_tax: Option<Date>, verdict: Verdict) -> Vec<usize> {
    if matches!(verdict, Verdict::Unfit | Verdict::Nothing(_)) {
        return Vec::new();
    }
    let fits = table.get(&enterprises::FITS, row).is_none().then_some(enterprises::FITS.index);
    let first = first_tax.is_none().then_some(enterprises::FIRST_TAX.index);
    let years = first_tax.map_or(0..3, window).filter(|place| table.money(&enterprises::YEARS[*place], row).is_none());
    fits.into_iter().chain(first).chain(years.map(|place| enterprises::YEARS[place].index)).collect()
}
