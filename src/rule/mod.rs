//! The few words that clauses are written with.

pub mod asked;
pub mod case;
pub mod clause;
pub mod counted;
pub mod doubt;
pub mod edition;
pub mod estimate;
pub mod flag;
pub mod gate;
pub mod index;
pub mod ladder;
pub mod plan;
pub mod provision;
pub mod report;
pub mod statement;
pub mod step;
pub mod tiers;
pub mod when;

pub use asked::Asked;
pub use case::{Case, Missing, Place, Stop};
pub use clause::{Assessment, Clause, Document, Outcome};
pub use counted::{Counted, Raised};
pub use doubt::Doubt;
pub use edition::{Edition, Elective, Entry, Everyday, Role, Section, Term};
pub use estimate::{Amount, ByYear, Estimate};
pub use flag::{Check, Flag};
pub use gate::{Applicants, Condition, Gate, Kinds, Softening};
pub use index::{Heading, Index};
pub use ladder::{Ladder, Next, Stand};
pub use provision::Provision;
pub use report::{GaveWay, Report};
pub use statement::Statement;
pub use step::{Band, Bound, Figure, Rounding, Step, Work};
pub use tiers::{Gives, Tier, Tiers};
pub use when::{Split, When};
