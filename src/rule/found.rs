//! What a clause has found.

use crate::answers::question::Spec;
use crate::rule::asked::Asked;
use crate::rule::estimate::Estimate;
use crate::rule::missing::Missing;
use crate::rule::step::Step;

/// What a clause has found.
pub(super) struct Found {
    /// The steps of the working, if they were asked for.
    pub steps: Vec<Step>,
    /// Facts that are missing.
    pub missing: Vec<Missing>,
    /// What it gives.
    pub estimate: Estimate,
    /// The questions that it has read.
    pub asked: Asked,
    /// The question whose answer says that there is nothing of the kind.
    pub absent: Option<&'static Spec>,
}
