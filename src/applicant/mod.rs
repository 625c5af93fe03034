//! What can be asked, by subject. The catalogue below is the one list of all questions.

pub mod capital;
pub mod contribution;
pub mod decision;
pub mod filing;
pub mod funds;
pub mod identity;
pub mod particulars;
pub mod people;
pub mod premises;
pub mod received;
pub mod referral;

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::{Choice, Column, Form};
use crate::answers::question::{MOST, Spec};
use crate::answers::subject::Subject;
use crate::answers::unit::Unit;
use crate::money::{Money, wan, yi};
use crate::text::{Text, text};

macro_rules! catalogue {
    ($($slot:ident = $question:path,)*) => {
        /// Where a question's answer stands in [`crate::answers::facts::Facts`].
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs, reason = "each is the question of its name")]
        pub enum Slot { $($slot),* }

        /// Every question, in the order of the interview.
        pub static CATALOGUE: &[&Spec] = &[$(&$question.spec),*];
    };
}

catalogue! {
    Kind = identity::KIND,
    Intermediary = identity::INTERMEDIARY,
    Association = identity::ASSOCIATION,
    Name = identity::NAME,
    CreditCode = identity::CREDIT_CODE,
    Founded = identity::FOUNDED,
    NewArrival = identity::NEW_ARRIVAL,
    NewlyEstablished = identity::NEWLY_ESTABLISHED,
    Arrived = identity::ARRIVED,
    OpinionDate = identity::OPINION_DATE,
    ApplicationYear = identity::APPLICATION_YEAR,
    Lawful = identity::LAWFUL,
    Admitted = identity::ADMITTED,
    Supervised = identity::SUPERVISED,
    Registered = identity::REGISTERED,
    CleanRecord = identity::CLEAN_RECORD,
    NationalApproval = capital::NATIONAL_APPROVAL,
    Standing = capital::STANDING,
    ApprovalNumber = capital::APPROVAL_NUMBER,
    RegisteredCapital = capital::REGISTERED_CAPITAL,
    PaidIn = capital::PAID_IN,
    Increases = capital::INCREASES,
    CapitalReduced = capital::CAPITAL_REDUCED,
    Applications = capital::APPLICATIONS,
    Contributions = contribution::CONTRIBUTIONS,
    Rank = contribution::RANK,
    GrowthStart = contribution::GROWTH_START,
    OfficeInMiyun = premises::OFFICE_IN_MIYUN,
    BoughtOffice = premises::BOUGHT_OFFICE,
    FirstPurchase = premises::FIRST_PURCHASE,
    PurchasedArea = premises::PURCHASED_AREA,
    Leases = premises::LEASES,
    InPreparation = premises::IN_PREPARATION,
    Strategic = premises::STRATEGIC,
    LentArea = premises::LENT_AREA,
    LentMonths = premises::LENT_MONTHS,
    Homes = people::HOMES,
    Executives = people::EXECUTIVES,
    ManagedAssets = funds::MANAGED_ASSETS,
    CustodyOfAssets = funds::CUSTODY_OF_ASSETS,
    CustodyOfInvestments = funds::CUSTODY_OF_INVESTMENTS,
    FiledInMiyun = funds::FILED_IN_MIYUN,
    ListedAndExited = funds::LISTED_AND_EXITED,
    HighEndInvestment = funds::HIGH_END_INVESTMENT,
    BeijingInvestment = funds::BEIJING_INVESTMENT,
    CounterpartClaimed = funds::COUNTERPART_CLAIMED,
    Projects = funds::PROJECTS,
    LegalPerson = referral::LEGAL_PERSON,
    Enterprises = referral::ENTERPRISES,
    AssociationFits = referral::ASSOCIATION_FITS,
    Members = referral::MEMBERS,
    TaxpayingMembers = referral::TAXPAYING_MEMBERS,
    EntryContribution = referral::ENTRY_CONTRIBUTION,
    Outstanding = decision::OUTSTANDING,
    Demonstration = decision::DEMONSTRATION,
    Influence = decision::INFLUENCE,
    InvestmentPull = decision::INVESTMENT_PULL,
    OpeningRuling = decision::OPENING_RULING,
    RewardRuling = decision::REWARD_RULING,
    KeyRuling = decision::KEY_RULING,
    RegisteredAddress = filing::REGISTERED_ADDRESS,
    OfficeAddress = filing::OFFICE_ADDRESS,
    LegalRepresentative = filing::LEGAL_REPRESENTATIVE,
    Contact = filing::CONTACT,
    Phone = filing::PHONE,
    Email = filing::EMAIL,
    AccountName = filing::ACCOUNT_NAME,
    AccountNumber = filing::ACCOUNT_NUMBER,
    Bank = filing::BANK,
    Positioning = particulars::POSITIONING,
    Events = particulars::EVENTS,
    HeadOffice = particulars::HEAD_OFFICE,
    SeparateBooks = particulars::SEPARATE_BOOKS,
    WorkingCapital = particulars::WORKING_CAPITAL,
    Letters = particulars::LETTERS,
    OtherSupport = particulars::OTHER_SUPPORT,
    PurchasePrice = particulars::PURCHASE_PRICE,
    PurchaseTitle = particulars::PURCHASE_TITLE,
    LeaseContracts = particulars::LEASE_CONTRACTS,
    Posts = particulars::POSTS,
    HomePapers = particulars::HOME_PAPERS,
    Custodians = particulars::CUSTODIANS,
    Investees = particulars::INVESTEES,
    ProjectPapers = particulars::PROJECT_PAPERS,
    Talents = particulars::TALENTS,
    Uses = particulars::USES,
    Received = received::RECEIVED,
}

const _: () = assert!(CATALOGUE.len() <= MOST, "one bit a question");

/// Money that cannot be negative.
const MONEY: Form = Form::Money { signed: false };

const fn choice(id: &'static str, label: Text, gloss: Text) -> Choice {
    Choice { id, label, gloss }
}

const fn column(id: &'static str, head: Text, form: Form) -> Column {
    Column { id, head, form, key: false, price: false, formerly: None, also: &[], year_of: None }
}

const fn key_column(id: &'static str, head: Text, form: Form) -> Column {
    Column { key: true, ..column(id, head, form) }
}

const fn price_column(id: &'static str, head: Text) -> Column {
    Column { price: true, ..column(id, head, Form::Money { signed: false }) }
}

/// What other tables call a fiscal year.
const YEAR_HEADS: &[&str] =
    &["年度", "年份", "年", "会计年度", "财年", "所属年度", "纳税年度", "自然年度", "year", "fy"];

/// What other tables call 区域综合贡献.
const CONTRIBUTION_HEADS: &[&str] = &[
    "区域综合贡献",
    "贡献",
    "贡献额",
    "贡献金额",
    "贡献值",
    "综合贡献",
    "综合贡献额",
    "区域贡献",
    "区域贡献额",
    "区域综合贡献额",
    "区域综合贡献金额",
    "区域综合贡献值",
    "区级综合贡献",
    "区级贡献",
    "地方贡献",
    "本区贡献",
    "对区综合贡献",
    "对区贡献",
    "年度贡献",
    "年度综合贡献",
    "年度区域综合贡献",
    "当年贡献",
    "当年区域综合贡献",
    "contribution",
    "regionalcontribution",
    "comprehensivecontribution",
];

/// A question by its name in drafts.
#[must_use]
pub fn question(id: &str) -> Option<&'static Spec> {
    CATALOGUE.iter().copied().find(|spec| spec.id == id)
}

const NO_TEXT: Text = text("", "");

/// What only the form needs, beside [`Subject::Filing`]: no clause reads it.
const FORM_ONLY: &[Slot] =
    &[Slot::Name, Slot::CreditCode, Slot::Founded, Slot::ApprovalNumber, Slot::RegisteredCapital];

/// Whether an applicant needs something.
type Needs = fn(&Facts) -> bool;

/// The columns that only some applicants need: the question, the column, who needs it. No rule reads them for others.
const ONLY_FOR: &[(Slot, usize, Needs)] = &[
    (Slot::Leases, premises::leases::MONTHS.index, premises::needs_average),
    (Slot::Leases, premises::leases::AVERAGE.index, premises::needs_average),
    (Slot::Enterprises, referral::enterprises::COUNTED.index, referral::may_claim_members),
    (Slot::Enterprises, referral::enterprises::AGREED.index, referral::is_never_asked),
    (Slot::Enterprises, referral::enterprises::RELATED.index, referral::is_never_asked),
];

impl Spec {
    /// The columns of its table that an applicant needs, by their places; and those that hold something all the same.
    #[must_use]
    pub fn needed_columns(&self, facts: &Facts) -> Vec<usize> {
        let Form::Table(columns) = self.form else { return Vec::new() };
        let holds = |place: usize| match facts.answer(self) {
            Some(Answer::Table(table)) => (0..table.len()).any(|row| table.cell(row, place).is_some()),
            _ => false,
        };
        let unneeded = |place: usize| {
            let only = ONLY_FOR.iter().find(|(slot, column, _)| *slot as u8 == self.slot && *column == place);
            only.is_some_and(|(_, _, needs)| !needs(facts))
        };
        (0..columns.len()).filter(|place| !unneeded(*place) || holds(*place)).collect()
    }

    /// Whether only the papers need the answer: it changes no amount.
    #[must_use]
    pub fn only_for_the_form(&self) -> bool {
        matches!(self.subject, Subject::Filing) && self.slot != Slot::Received as u8
            || FORM_ONLY.iter().any(|slot| *slot as u8 == self.slot)
    }

    /// Whether it is asked only with a claim that it belongs to, and nothing waits for it.
    #[must_use]
    pub fn is_particular(&self) -> bool {
        (Slot::Positioning as u8..=Slot::Uses as u8).contains(&self.slot)
    }

    /// Whether it says what the applicant is, which is chosen before all else.
    #[must_use]
    pub fn says_what_one_is(&self) -> bool {
        [Slot::Kind, Slot::Intermediary, Slot::Association].iter().any(|slot| *slot as u8 == self.slot)
    }

    /// Between which sums a table of yearly contributions or capital has some figure: one that is all below or all above
    /// was typed in another unit. `None` for other tables.
    #[must_use]
    pub fn plausible(&self) -> Option<[Money; 2]> {
        const TABLES: [(Slot, [Money; 2]); 3] = [
            (Slot::Contributions, [wan(10), yi(10)]),
            (Slot::Enterprises, [wan(10), yi(10)]),
            (Slot::Increases, [wan(10), yi(1000)]),
        ];
        TABLES.iter().find(|(slot, _)| *slot as u8 == self.slot).map(|(_, plausible)| *plausible)
    }

    /// The unit that its table begins in: nobody writes contributions and capital in yuan.
    #[must_use]
    pub fn first_unit(&self) -> Unit {
        if self.plausible().is_some() { Unit::Wan } else { Unit::Yuan }
    }

    /// Whether a document is filed to prove the answer.
    #[must_use]
    pub fn has_proof(&self) -> bool {
        self.proof != NO_TEXT
    }
}

/// The short name of a subject, its title and what it holds, for an applicant who is asked only a part of it.
#[must_use]
pub fn words_of(subject: Subject, asks: impl Fn(&Spec) -> bool) -> [Text; 3] {
    let [short, title, holds] = subject.words();
    match subject {
        Subject::Identity if !asks(&identity::ARRIVED.spec) => {
            [short, title, text("属于哪一类，申请哪一年", "What you are, and for which year")]
        }
        Subject::Funds if !asks(&funds::MANAGED_ASSETS.spec) && asks(&funds::PROJECTS.spec) => [
            text("项目", "Projects"),
            text("市级创新项目", "Municipal innovation projects"),
            text("看入选文件", "See the notices of selection"),
        ],
        Subject::Referral if !asks(&referral::MEMBERS.spec) => [
            short,
            text("引进企业", "Introduced enterprises"),
            text(
                "一家企业一行，照引荐协议和企业的确认",
                "One row for each enterprise, as in the agreements and confirmations",
            ),
        ],
        Subject::Referral if !asks(&referral::ENTERPRISES.spec) => [
            text("会员", "Members"),
            text("社团会员与引进企业的贡献", "Members, and what enterprises brought in contribute"),
            text("会员数照社团名册", "Members as in the register"),
        ],
        _ => [short, title, holds],
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::CATALOGUE;
    use crate::answers::form::Form;

    #[test]
    fn every_question_has_its_own_place() {
        assert!(CATALOGUE.iter().enumerate().all(|(place, spec)| usize::from(spec.slot) == place));
    }

    #[test]
    fn a_figure_is_taken_with_the_unit_that_stands_beside_its_box() {
        let mut units = Vec::new();
        for form in forms() {
            let figure = if let Form::Year = form { "2024" } else { "12" };
            for unit in [form.unit().zh, form.unit().en].into_iter().filter(|unit| !unit.is_empty()) {
                let bare = form.parse(if unit == "%" { "0.12" } else { figure }, Decimal::ONE);
                assert!(matches!(bare, Ok(Some(_))), "{form:?}");
                for typed in [format!("{figure}{unit}"), format!("{figure} {unit}")] {
                    assert_eq!(form.parse(&typed, Decimal::ONE), bare, "{typed}");
                }
                units.push(unit);
            }
        }
        for unit in ["元", "平方米", "个月", "位", "家", "%", "财政年度", "months", "yuan", "m²"] {
            assert!(units.contains(&unit), "{unit}");
        }
    }

    /// The forms of all questions and columns.
    fn forms() -> Vec<Form> {
        let catalogue = CATALOGUE.iter().map(|spec| spec.form);
        catalogue
            .flat_map(|form| {
                let columns = if let Form::Table(columns) = form { columns } else { &[] };
                std::iter::once(form).chain(columns.iter().map(|column| column.form))
            })
            .collect()
    }

    #[test]
    fn what_is_said_of_a_figure_too_small_is_true_of_every_form() {
        for form in forms() {
            assert!(!matches!(form, Form::Count { least: 2.., .. }), "the message says at least 1: {form:?}");
        }
    }
}
