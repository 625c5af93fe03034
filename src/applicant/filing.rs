//! What the form asks besides the rules. Nothing here changes an amount.

use crate::answers::form::Form;
use crate::answers::question::{Question, Spec, Words};
use crate::answers::subject::Subject;
use crate::applicant::Slot;
use crate::text::text;

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
