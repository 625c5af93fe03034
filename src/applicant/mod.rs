//! What can be asked, by subject. The catalogue below is the one list of all questions.

pub mod capital;
pub mod contribution;
pub mod decision;
pub mod filing;
pub mod funds;
pub mod identity;
pub mod people;
pub mod premises;
pub mod referral;

use crate::answers::question::{Choice, Column, Form, Spec, Subject};
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
    Received = filing::RECEIVED,
}

/// Money that cannot be negative.
const MONEY: Form = Form::Money { signed: false };

const fn choice(id: &'static str, label: Text, gloss: Text) -> Choice {
    Choice { id, label, gloss }
}

const fn column(id: &'static str, head: Text, form: Form) -> Column {
    Column { id, head, form, key: false, price: false }
}

const fn key_column(id: &'static str, head: Text, form: Form) -> Column {
    Column { id, head, form, key: true, price: false }
}

const fn price_column(id: &'static str, head: Text) -> Column {
    Column { id, head, form: Form::Money { signed: false }, key: false, price: true }
}

/// A question by its name in drafts.
#[must_use]
pub fn question(id: &str) -> Option<&'static Spec> {
    CATALOGUE.iter().copied().find(|spec| spec.id == id)
}

const NO_TEXT: Text = text("", "");

/// What only the form needs, beside [`Subject::Filing`]: no clause reads it.
const FORM_ONLY: &[Slot] =
    &[Slot::Name, Slot::CreditCode, Slot::Founded, Slot::ApprovalNumber, Slot::RegisteredCapital];

impl Spec {
    /// Whether only the application form needs the answer: it changes no amount.
    #[must_use]
    pub fn only_for_the_form(&self) -> bool {
        matches!(self.subject, Subject::Filing) || FORM_ONLY.contains(&self.slot)
    }

    /// Whether a document is filed to prove the answer.
    #[must_use]
    pub fn has_proof(&self) -> bool {
        self.proof != NO_TEXT
    }
}
