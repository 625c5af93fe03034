//! 六 · who settles a matter, and who is next when it stays open.

use crate::article::Article;
use crate::policy::miyun_2019_29::heading_2_stewards::{CHIEF, INDUSTRY, SERVICE};
use crate::rule::Provision;
use crate::text::{Text, text};

/// A step of the ladder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rung {
    /// Who.
    pub who: Text,
    /// What happens there.
    pub does: Text,
}

const LEADER: Rung = Rung {
    who: text("分管区领导", "District leader in charge"),
    does: text("前面都没办成的，由分管区领导协调", "takes what nobody before could settle"),
};
const FIRST: Rung = Rung {
    who: SERVICE.role,
    does: text(
        "受理并召集责任部门，能办的当场办",
        "takes the matter, calls the departments together; what can be done is done at once",
    ),
};
const SECOND: Rung = Rung {
    who: INDUSTRY.role,
    does: text(
        "办不了的，会同责任部门拿出措施，限时答复",
        "works out a measure with the department in charge and answers by a set time",
    ),
};
const THIRD: Rung = Rung {
    who: CHIEF.role,
    does: text("涉及几家的，由总管家牵头协调", "leads where several bodies are concerned"),
};

static LINKED: [Rung; 4] = [FIRST, SECOND, THIRD, LEADER];
static OTHERS: [Rung; 3] = [FIRST, SECOND, LEADER];

/// The ladder of an enterprise: one that a district leader is in touch with has four steps, any other three.
#[must_use]
pub fn ladder(linked: bool) -> &'static [Rung] {
    if linked { &LINKED } else { &OTHERS }
}

/// What is promised is followed up.
pub static PROMISE: Provision = Provision::of(
    Article::heading(6).inserted(3),
    "不能当场办的限时答复，到日没有结果就找上一级管家",
    "what cannot be done at once is answered by a set time; if nothing came of it, turn to the next steward",
);
