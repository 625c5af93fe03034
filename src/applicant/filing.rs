//! What the form asks besides the rules. Nothing here changes an amount.

use crate::answers::answer::Table;
use crate::answers::form::{Column, Form};
use crate::answers::question::{Question, Spec, Words};
use crate::answers::subject::Subject;
use crate::applicant::{MONEY, Slot, column};
use crate::text::text;

/// Columns of [`RECEIVED`].
pub mod received {
    use crate::answers::question::{Cell, FiscalYear, Words};
    use crate::date::Date;
    use crate::money::Money;

    /// What it was for.
    pub static MATTER: Cell<Words> = Cell::new(0);
    /// The fiscal year it was for.
    pub static YEAR: Cell<FiscalYear> = Cell::new(1);
    /// What was received, yuan.
    pub static AMOUNT: Cell<Money> = Cell::new(2);
    /// The day of the last payment, from which the duties of Article 35 run.
    pub static LAST_PAID: Cell<Date> = Cell::new(3);
}

const RECEIVED_COLUMNS: &[Column] = &[
    column("matter", text("条款或事项", "Article or matter"), Form::Words(60)),
    column("year", text("年度", "Year"), Form::Year),
    column("amount", text("已得金额", "Amount received"), MONEY),
    column("last_paid", text("最后到账日", "Last payment"), Form::Date),
];

/// For the form.
pub static REGISTERED_ADDRESS: Question<Words> = Question::new(Spec {
    id: "registered_address",
    slot: Slot::RegisteredAddress as u8,
    subject: Subject::Filing,
    ask: text("注册地址", "Registered address"),
    label: text("注册地址", "Registered address"),
    hint: text("照营业执照。", "As on the licence."),
    proof: text("", ""),
    form: Form::Words(200),
});

/// For the form.
pub static OFFICE_ADDRESS: Question<Words> = Question::new(Spec {
    id: "office_address",
    slot: Slot::OfficeAddress as u8,
    subject: Subject::Filing,
    ask: text("实际办公地址", "Office address"),
    label: text("办公地址", "Office address"),
    hint: text("与注册地址相同也请写上。", "Also when it is the registered one."),
    proof: text("", ""),
    form: Form::Words(200),
});

/// For the form.
pub static LEGAL_REPRESENTATIVE: Question<Words> = Question::new(Spec {
    id: "legal_representative",
    slot: Slot::LegalRepresentative as u8,
    subject: Subject::Filing,
    ask: text("法定代表人或负责人", "Legal representative or head"),
    label: text("法定代表人", "Legal representative"),
    hint: text("照营业执照。", "As on the licence."),
    proof: text("法定代表人身份证件", "Identity document of the legal representative"),
    form: Form::Words(60),
});

/// For the form.
pub static CONTACT: Question<Words> = Question::new(Spec {
    id: "contact",
    slot: Slot::Contact as u8,
    subject: Subject::Filing,
    ask: text("联系人", "Contact"),
    label: text("联系人", "Contact"),
    hint: text("办理这次申报的人。", "Who handles this application."),
    proof: text("授权委托书、经办人身份证件", "Letter of authority and identity document"),
    form: Form::Words(60),
});

/// For the form.
pub static PHONE: Question<Words> = Question::new(Spec {
    id: "phone",
    slot: Slot::Phone as u8,
    subject: Subject::Filing,
    ask: text("联系电话", "Telephone"),
    label: text("电话", "Telephone"),
    hint: text("白天能接通的号码。", "One that is answered by day."),
    proof: text("", ""),
    form: Form::Words(40),
});

/// For the form.
pub static EMAIL: Question<Words> = Question::new(Spec {
    id: "email",
    slot: Slot::Email as u8,
    subject: Subject::Filing,
    ask: text("电子邮箱", "E-mail"),
    label: text("邮箱", "E-mail"),
    hint: text("可以不填。", "Optional."),
    proof: text("", ""),
    form: Form::Words(80),
});

/// For the form.
pub static ACCOUNT_NAME: Question<Words> = Question::new(Spec {
    id: "account_name",
    slot: Slot::AccountName as u8,
    subject: Subject::Filing,
    ask: text("收款户名", "Account name"),
    label: text("户名", "Account name"),
    hint: text("须与机构名称一致。", "Must be the institution's name."),
    proof: text("基本存款账户信息", "Account information"),
    form: Form::Words(120),
});

/// For the form.
pub static ACCOUNT_NUMBER: Question<Words> = Question::new(Spec {
    id: "account_number",
    slot: Slot::AccountNumber as u8,
    subject: Subject::Filing,
    ask: text("收款账号", "Account number"),
    label: text("账号", "Account number"),
    hint: text("只写在申报表上，不离开本机。", "Goes on the form only; it never leaves this machine."),
    proof: text("基本存款账户信息", "Account information"),
    form: Form::Words(40),
});

/// For the form.
pub static BANK: Question<Words> = Question::new(Spec {
    id: "bank",
    slot: Slot::Bank as u8,
    subject: Subject::Filing,
    ask: text("开户银行", "Bank"),
    label: text("开户行", "Bank"),
    hint: text("写到支行。", "Down to the branch."),
    proof: text("基本存款账户信息", "Account information"),
    form: Form::Words(120),
});

/// Support received before, Articles 35 and 36.
pub static RECEIVED: Question<Table> = Question::new(Spec {
    id: "received",
    slot: Slot::Received as u8,
    subject: Subject::Filing,
    ask: text("以前从区里得过哪些支持？", "What support has the district given you before?"),
    label: text("已享受政策", "Support received"),
    hint: text(
        "本细则和区里其他文件的都列；没有得过的选“没有”。",
        "Under these rules and other documents of the district; choose “none” if there was none.",
    ),
    proof: text("已享受及同类政策情况声明", "Statement of support received"),
    form: Form::Table(RECEIVED_COLUMNS),
});
