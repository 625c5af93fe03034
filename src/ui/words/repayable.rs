//! The words of the part of the planner that says what would have to be repaid.

pub use crate::ui::words::planner::{BASIS, CERTAINTY, WHAT};
use miyun::text::{Text, text};

pub const REPAYABLE: Text = text("违反义务须退还多少，逐日", "What would have to be repaid, by day");
pub const REPAYABLE_NOTE: Text = text("只算已领的和预计到账的", "only what was received and what is planned counts");
pub const FROM: Text = text("自此日起", "From this day on");
pub const RECEIVED: Text = text("其中已领", "Of it received");
pub const AMOUNT: Text = text("须退还", "To be repaid");
pub const DUTY: Text = text("义务", "Duty");
pub const BINDS: Text = text("起", "Binds from");
pub const FREE: Text = text("自此日起不再约束", "Binds no more from");
pub const FOR_LIFE: Text = text("机构存续期内一直约束", "binds for life");
pub const ON_DAY: Text = text("如果在这一天违反", "If one were broken on this day");
pub const KEY: Text = text(
    "任何一项义务还在约束时，违反即须退还已得的全部。每到账一笔，五年重新起算；到账日未填或只是预计的，起算按年内第一天、期满按年末，都往严里算。",
    "While any duty binds, breaking it means repaying all that was received. Each payment restarts the five years. Where a day is not told or only planned, the first of the year counts for the sum and its end for the term: the strict way.",
);
