//! A code as it was typed or read by a camera, held against a draft.

use crate::drafts::draft::Draft;
use crate::packet::seal::{Typed, VERSION};
use crate::policy;
use crate::rule::Index;
use crate::text::Lang;

/// What a typed code says of a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodeVerdict {
    /// There is no code in it.
    NotACode,
    /// It is the draft's. The makers are named where another made the code.
    Same {
        /// The number of the document, where the papers are under one beside the draft's own.
        of: Option<&'static str>,
        /// The program or rules that made it, where they stand beside the code and are others.
        made_by: Option<(String, String)>,
    },
    /// It is of another draft.
    Other {
        /// The code that was typed.
        typed: String,
        /// The draft's own.
        own: String,
        /// As in [`CodeVerdict::Same`].
        of: Option<&'static str>,
        /// As in [`CodeVerdict::Same`].
        made_by: Option<(String, String)>,
    },
}

/// Checks a code as it was typed or read by a camera against a draft.
#[must_use]
pub fn check_code(typed: &str, draft: &Draft) -> CodeVerdict {
    let Some(Typed { code: typed, made_by }) = Typed::read(typed) else { return CodeVerdict::NotACode };
    // Papers under an edition beside the draft's own have a code of their own, and say so unless the code stands alone.
    let is_of = |index: &&'static Index| match &made_by {
        Some((edition, _)) => edition == index.id,
        None => draft.further.of(index).is_some() && draft.seal_under(index).1 == typed,
    };
    let beside = policy::FURTHER.iter().map(|edition| edition.index).find(is_of);
    let (edition, own) = match beside {
        Some(index) => (index.id, draft.seal_under(index).1),
        None => (draft.edition, draft.code()),
    };
    let made_by = made_by.filter(|(of, version)| of != edition || version != VERSION);
    let of = beside.map(|index| index.number);
    if typed == own { CodeVerdict::Same { of, made_by } } else { CodeVerdict::Other { typed, own, of, made_by } }
}

impl CodeVerdict {
    /// The verdict in words.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let maker = |made_by: &Option<(String, String)>| match (made_by, lang) {
            (None, _) => String::new(),
            (Some((edition, version)), Lang::Zh) => {
                format!("纸上的码由{edition}/{version}生成，本程序是{VERSION}。")
            }
            (Some((edition, version)), Lang::En) => {
                format!(" The code on paper was made by {edition}/{version}; this program is {VERSION}.")
            }
        };
        let under = |of: &Option<&str>| match (of, lang) {
            (None, _) => String::new(),
            (Some(number), Lang::Zh) => format!("（{number}）"),
            (Some(number), Lang::En) => format!(" ({number})"),
        };
        match (self, lang) {
            (Self::NotACode, Lang::Zh) => "这不是核验码：应为16位字母和数字。".to_owned(),
            (Self::NotACode, Lang::En) => "This is no code: a code has 16 letters and digits.".to_owned(),
            (Self::Same { of, made_by }, Lang::Zh) => format!("核验码一致{}。{}", under(of), maker(made_by)),
            (Self::Same { of, made_by }, Lang::En) => format!("The code is the same{}.{}", under(of), maker(made_by)),
            (Self::Other { typed, own, of, made_by }, Lang::Zh) => {
                format!("核验码不一致{}：输入的是{typed}，这份草稿是{own}。{}", under(of), maker(made_by))
            }
            (Self::Other { typed, own, of, made_by }, Lang::En) => {
                format!("Another code{}: {typed} was typed, this draft has {own}.{}", under(of), maker(made_by))
            }
        }
    }
}
