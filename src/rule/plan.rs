//! Payments and duties over the years: the same report looked at along time. No rule is added here.

use crate::date::Year;
use crate::money::Money;
use crate::rule::provision::Provision;

/// A payment that certain support would bring, or that was received.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Payment {
    /// The fiscal year that it supports.
    pub support_year: Year,
    /// The year in which it is expected, or came.
    pub expected: Year,
    /// The whole amount.
    pub amount: Money,
    /// Of it, what may come in the year itself at the lowest rate. Never a right.
    pub prepaid: Money,
    /// Whether it was received before this application.
    pub received: bool,
}

/// What must be kept to, and until when.
#[derive(Clone, Copy, Debug)]
pub struct Duty {
    /// The duty.
    pub provision: &'static Provision,
    /// The first year it binds.
    pub from: Year,
    /// The last year it binds; `None` for the institution's whole life.
    pub until: Option<Year>,
}

/// What would have to be repaid if a duty were broken in a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exposure {
    /// The year.
    pub year: Year,
    /// Everything received up to the end of that year.
    pub amount: Money,
}

/// Payments, duties and exposure of a report.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Payments, earliest first.
    pub payments: Vec<Payment>,
    /// Duties, in the order of the articles.
    pub duties: Vec<Duty>,
    /// Exposure from the first payment to the end of the last dated duty.
    pub exposure: Vec<Exposure>,
}
