//! Questions and their answers: what a form takes, what typed text means, and the answers so far. It knows no question
//! by name.

pub mod facts;
pub mod question;
pub mod typed;
pub mod unit;
