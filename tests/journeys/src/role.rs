//! What a thing is to its user.

/// A kind of thing a person looks for by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Something to press.
    Button,
    /// Something that leads elsewhere.
    Link,
    /// A heading of any level.
    Heading,
    /// Something to type or choose in, called by its label.
    Field,
    /// A box to tick.
    Checkbox,
    /// One of several to choose.
    Radio,
    /// Fields that belong together, called by their legend.
    Group,
    /// A named part of the page: section, navigation, dialog, article.
    Region,
    /// A tab.
    Tab,
    /// A table, called by its caption.
    Table,
    /// Something to unfold.
    Disclosure,
    /// One of the actions of a menu that is open.
    MenuItem,
}

impl Role {
    /// Where such things are; their names are then asked of the browser.
    pub(crate) fn selector(self) -> &'static str {
        match self {
            Self::Button => "button:not([role]),[role=button],input[type=button],input[type=submit],input[type=reset]",
            Self::Link => "a[href]:not([role]),[role=link]",
            Self::Heading => "h1,h2,h3,h4,h5,h6,[role=heading]",
            Self::Field => {
                "input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=button])\
                 :not([type=submit]):not([type=reset]),textarea,select,[role=textbox],[role=combobox],[contenteditable=true]"
            }
            Self::Checkbox => "input[type=checkbox],[role=checkbox],[role=switch]",
            Self::Radio => "input[type=radio],[role=radio]",
            Self::Group => "fieldset,[role=group],[role=radiogroup]",
            Self::Region => {
                "section,article,nav,main,aside,header,footer,form,dialog,\
                 [role=region],[role=dialog],[role=alertdialog],[role=alert],[role=status],[role=tabpanel]"
            }
            Self::Tab => "[role=tab]",
            Self::Table => "table,[role=table],[role=grid]",
            Self::Disclosure => "summary",
            Self::MenuItem => "[role=menuitem]",
        }
    }
}
