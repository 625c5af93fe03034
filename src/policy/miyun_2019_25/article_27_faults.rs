//! 第二十七条, row by row: what is wrong with what is filled in for an introduced enterprise.

use std::collections::BTreeSet;

use crate::answers::answer::Table;
use crate::answers::credit_code;
use crate::answers::facts::Facts;
use crate::applicant::identity::{APPLICATION_YEAR, CREDIT_CODE, NAME};
use crate::applicant::referral::enterprises;
use crate::date::Year;
use crate::policy::miyun_2019_25::article_27_verdict::{LOWEST, window};
use crate::policy::miyun_2019_25::received::{is_same, plain};
use crate::rule::{Fault, RowAnswer};
use crate::text::{Text, text};

const WRONG_CODE: Text =
    text("信用代码校验不符，请对照营业执照重抄", "the credit code does not check out: copy it again from the licence");
const SAME_CODE: Text =
    text("与前面一家的信用代码相同，一家只奖一次", "the same credit code as one above: each counts once");
const SAME_NAME: Text = text("与前面一家同名，一家只奖一次", "the same name as one above: each counts once");
const ITSELF: Text = text("就是申请人自己，自己引进自己不算", "the applicant itself, which does not count");
const RELATED: Text = text(
    "与本单位有关联，审核会问是不是真实引进",
    "related to the applicant: it will be asked whether it was introduced",
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

/// What of a row stood in a row before.
#[derive(Clone, Copy, Default)]
pub(super) struct Repeats {
    name: bool,
    code: bool,
}

impl Repeats {
    /// As an answer tells it.
    pub(super) fn told(answer: &RowAnswer) -> Self {
        let told = |column, says| answer.faults.contains(&Fault { column, says });
        Self { name: told(enterprises::NAME.index, SAME_NAME), code: told(enterprises::CODE.index, SAME_CODE) }
    }
}

/// The names and codes of the rows so far.
#[derive(Default)]
pub(super) struct Repeated {
    names: BTreeSet<String>,
    codes: BTreeSet<String>,
}

impl Repeated {
    /// Of the next row.
    pub(super) fn next(&mut self, table: &Table, row: usize) -> Repeats {
        Repeats {
            name: name(table, row).is_some_and(|name| !self.names.insert(plain(name))),
            code: code(table, row).is_some_and(|code| !self.codes.insert(code.to_owned())),
        }
    }

    /// Of one row alone.
    pub(super) fn at(table: &Table, row: usize) -> Repeats {
        let (own_name, own_code) = (name(table, row), code(table, row));
        Repeats {
            name: own_name
                .is_some_and(|own| (0..row).any(|row| name(table, row).is_some_and(|name| is_same(name, own)))),
            code: own_code.is_some() && (0..row).any(|row| code(table, row) == own_code),
        }
    }
}

/// The name in a row, unless it is empty.
fn name(table: &Table, row: usize) -> Option<&str> {
    table.get(&enterprises::NAME, row).filter(|name| !is_same(name, ""))
}

fn code(table: &Table, row: usize) -> Option<&str> {
    table.get(&enterprises::CODE, row).filter(|code| !code.is_empty())
}

/// The search for faults.
pub(super) struct Faults {
    /// The year of application.
    pub applied: Option<Year>,
    own_name: Option<String>,
    own_code: Option<String>,
}

impl Faults {
    /// For the enterprises of these answers.
    pub(super) fn of(facts: &Facts) -> Self {
        Self {
            applied: facts.get(&APPLICATION_YEAR),
            own_name: facts.get(&NAME).map(plain),
            own_code: facts.get(&CREDIT_CODE).map(str::to_owned),
        }
    }

    /// What is wrong with a row, in the order of its columns.
    pub(super) fn in_row(&self, table: &Table, row: usize, repeats: Repeats) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut fault = |column: usize, says: Text| faults.push(Fault { column, says });
        if let Some(name) = name(table, row) {
            if self.own_name.as_ref().is_some_and(|own| is_same(own, name)) {
                fault(enterprises::NAME.index, ITSELF);
            }
            if repeats.name {
                fault(enterprises::NAME.index, SAME_NAME);
            }
        }
        let arrived = table.get(&enterprises::ARRIVED, row);
        if let Some(first) = table.get(&enterprises::FIRST_TAX, row) {
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
        if let Some(code) = code(table, row) {
            if self.own_code.as_deref() == Some(code) {
                fault(enterprises::CODE.index, ITSELF);
            }
            if !credit_code::is_valid(code) {
                fault(enterprises::CODE.index, WRONG_CODE);
            }
            if repeats.code {
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
