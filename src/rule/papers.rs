//! What the papers of an application say of the support that they ask for.

use crate::text::Text;

/// The words of an edition that stand in its papers.
#[derive(Debug)]
pub struct Papers {
    /// The title of the application, in lines.
    pub title: Text,
    /// What is asked for, as in “the application for …”.
    pub support: Text,
    /// The office that takes it, as a letter to it begins.
    pub office: Text,
    /// The name of its calendar.
    pub calendar: Text,
    /// The title of the workbook.
    pub workbook: Text,
}
