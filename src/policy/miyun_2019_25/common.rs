//! What several articles ask, and have filed, alike.

use crate::applicant::capital::{STANDING, Standing};
use crate::applicant::contribution::{CONTRIBUTIONS, YEARLY_CONTRIBUTION};
use crate::applicant::identity::{APPLICATION_YEAR, KIND, Kind};
use crate::date::Year;
use crate::money::Money;
use crate::rule::clause::{copy_of, original};
use crate::rule::{Bound, Case, Document, Provision};

/// New to Miyun, as the article of that number asks it.
pub(super) const fn arrival(article: u8) -> Provision {
    Provision::new(article, "新设或新迁入密云", "newly set up in or moved to Miyun")
}

/// Approved or registered, as the article of that number asks it of quasi-financial bodies and service providers.
pub(super) const fn standing(article: u8) -> Provision {
    Provision::new(article, "经金融主管部门审批或登记备案", "approved by, or registered with, a financial authority")
}

/// The condition that [`standing`] says, for those whom it binds.
pub(super) fn ask_standing(case: &mut Case<'_>, provision: &'static Provision) {
    if matches!(case.peek(&KIND), Some(Kind::Quasi | Kind::Support)) {
        let recognised = case.peek(&STANDING).map(|standing| standing != Standing::Neither);
        case.holds(&STANDING.spec, provision, recognised);
    }
}

/// The year of application, and the condition on its contribution; gives both.
pub(super) fn contribution_of_application(
    case: &mut Case<'_>,
    provision: &'static Provision,
    bound: Bound,
) -> (Option<Year>, Option<Money>) {
    let year = case.ask(&APPLICATION_YEAR);
    let contribution = match year {
        Some(year) => case.money_in((&YEARLY_CONTRIBUTION, year), provision, bound),
        // Whichever year it will be, the figures are needed.
        None => case.ask(&CONTRIBUTIONS).and(None),
    };
    (year, contribution)
}

/// The contribution of each year, as the district confirms it.
pub(super) const CONTRIBUTION_LETTERS: Document =
    copy_of("区域综合贡献确认函（按年）", "Letters confirming the contribution, by year");
/// What the applicant says in its own words.
pub(super) const STATEMENT: Document = original("情况说明", "Statement").in_part("statements");
/// Tax paid, by year.
pub(super) const TAX_CERTIFICATES: Document = copy_of("完税证明（按年）", "Tax certificates, by year");
/// That a purchase is the first one.
pub(super) const FIRST_PURCHASE: Document = copy_of("首次购置查询证明", "Proof that it is the first purchase");
/// The lease.
pub(super) const LEASE: Document =
    copy_of("租赁合同（备案）、房东产权证明", "Registered lease and the landlord's title certificate");
/// The rent that was paid.
pub(super) const RENT_PAID: Document =
    copy_of("租金发票、银行付款回单（付款人为本机构）", "Rent invoices and bank slips, paid by the applicant");
/// The rent of each period.
pub(super) const RENT_BY_PERIOD: Document = original("租金期间分摊表", "Schedule of rent by period");
/// That the office is not let on.
pub(super) const NO_SUBLETTING: Document = original("不转租承诺", "Undertaking not to sublet").in_part("undertaking");
/// The decision on an increase.
pub(super) const RESOLUTION: Document =
    copy_of("增资决议和章程修正案", "Resolution to increase capital and amended articles");
/// The increase that was paid in.
pub(super) const INCREASE_PAID: Document = copy_of(
    "验资报告或入账单，增资前后的审计报告",
    "Capital verification or bank slips; audit reports before and after",
);
