//! 第四条、第九条 · who can apply

use crate::applicant::identity::{ASSOCIATION as IS_ASSOCIATION, INTERMEDIARY as IS_INTERMEDIARY, KIND, Kind};
use crate::rule::{Applicants, Kinds};

/// An institution is of one kind; it can be an intermediary or an association as well, or only that.
pub static APPLICANTS: Applicants =
    Applicants { kind: &KIND.spec, none: Some(Kind::None as u8), roles: &[&IS_INTERMEDIARY, &IS_ASSOCIATION] };

/// The six kinds of 金融机构, Article 4.
pub const FINANCIAL: Kinds =
    of(&[Kind::LegalEntity, Kind::Branch1, Kind::Branch2, Kind::FunctionalHq, Kind::FundManager, Kind::FundCompany]);
/// The six, and quasi-financial bodies and service providers, Article 9.
pub const EIGHT: Kinds = FINANCIAL.with_kind(Kind::Quasi as u8).with_kind(Kind::Support as u8);
/// Intermediaries, Article 27.
pub const INTERMEDIARY: Kinds = Kinds::NONE.with_role(0);
/// Associations, Article 28.
pub const ASSOCIATION: Kinds = Kinds::NONE.with_role(1);
/// Everyone.
pub const EVERYONE: Kinds = EIGHT.with_kind(Kind::Fund as u8).with_role(0).with_role(1);

/// An institution of this kind, or one that is none, with these roles.
#[must_use]
pub const fn applicant(kind: Kind, intermediary: bool, association: bool) -> Kinds {
    let own = Kinds::NONE.with_kind(kind as u8);
    let own = if intermediary { own.with_role(0) } else { own };
    if association { own.with_role(1) } else { own }
}

/// These institutions and no role.
#[must_use]
pub const fn of(kinds: &[Kind]) -> Kinds {
    let (mut all, mut place) = (Kinds::NONE, 0);
    while place < kinds.len() {
        all = all.with_kind(kinds[place] as u8);
        place += 1;
    }
    all
}
