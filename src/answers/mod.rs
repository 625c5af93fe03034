//! Questions and their answers: what a form takes, what typed text means, and the answers so far. It knows no question
//! by name.

pub mod answer;
pub mod credit_code;
pub mod facts;
pub mod form;
pub mod json;
pub mod parse;
pub mod question;
pub mod reread;
pub mod row_name;
pub mod subject;
pub mod typed;
pub mod unit;
pub mod yearly;
