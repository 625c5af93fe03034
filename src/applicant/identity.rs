//! Who applies, since when, and what Article 2 asks of everyone.

use crate::answers::form::{Choice, Form};
use crate::answers::question::{Chosen, FiscalYear, Question, Spec, Words};
use crate::answers::subject::Subject;
use crate::applicant::{Slot, choice};
use crate::date::Date;
use crate::text::text;

/// The kind of institution, Articles 4, 6–8 and 9. 准金融机构, 金融配套服务机构, 基金公司 and 二级分支机构 are not defined by
/// the text: the applicant says what it is and proves it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// 法人金融机构
    LegalEntity,
    /// 一级分支机构
    Branch1,
    /// 二级分支机构
    Branch2,
    /// 职能总部
    FunctionalHq,
    /// 基金管理机构
    FundManager,
    /// 基金公司
    FundCompany,
    /// 准金融机构
    Quasi,
    /// 金融配套服务机构
    Support,
    /// 创投、股权基金
    Fund,
    /// None of these: only an intermediary or an association.
    None,
}

impl Chosen for Kind {
    const ALL: &'static [Self] = &[
        Self::LegalEntity,
        Self::Branch1,
        Self::Branch2,
        Self::FunctionalHq,
        Self::FundManager,
        Self::FundCompany,
        Self::Quasi,
        Self::Support,
        Self::Fund,
        Self::None,
    ];
}

impl Kind {
    /// Its name and gloss, as the question offers them.
    #[must_use]
    pub const fn choice(self) -> &'static Choice {
        &KINDS[self as usize]
    }
}

const KINDS: &[Choice] = &[
    choice(
        "legal_entity",
        text("法人金融机构", "Financial institution (legal person)"),
        text(
            "银行、证券、保险、信托、财务公司等，持国家级批复",
            "Banks, securities, insurance, trust, finance companies, with a national approval",
        ),
    ),
    choice(
        "branch1",
        text("一级分支机构", "First-level branch"),
        text("总部直属的市级分行、分公司，区域总部", "City-level branch of a head office, or a regional headquarters"),
    ),
    choice(
        "branch2",
        text("二级分支机构", "Second-level branch"),
        text("分行以下的支行、营业部、支公司", "Sub-branch or outlet below a city-level branch"),
    ),
    choice(
        "functional_hq",
        text("职能总部", "Functional headquarters"),
        text("独立核算的管理、业务或清算中心", "Management, business or clearing centre with books of its own"),
    ),
    choice(
        "fund_manager",
        text("基金管理机构", "Fund manager"),
        text("经批准，或在证券监管机构登记备案的管理人", "Approved, or registered with the securities regulator"),
    ),
    choice(
        "fund_company",
        text("基金公司", "Fund company"),
        text("以公司形式设立的基金", "A fund in the form of a company"),
    ),
    choice(
        "quasi",
        text("准金融机构", "Quasi-financial body"),
        text(
            "小额贷款、融资担保、融资租赁、商业保理等",
            "Micro-credit, guarantee, financial leasing, factoring and the like",
        ),
    ),
    choice(
        "support",
        text("金融配套服务机构", "Financial service provider"),
        text(
            "为金融业服务的会计、法律、数据、评级等机构",
            "Accounting, legal, data, rating and other services to finance",
        ),
    ),
    choice(
        "fund",
        text("创投、股权基金", "Venture or equity fund"),
        text(
            "在密云新设并备案，投向北京高精尖产业",
            "Newly set up and filed in Miyun, investing in Beijing's high-end sectors",
        ),
    ),
    choice(
        "none",
        text("都不是", "None of these"),
        text("只作为中介机构或社团组织申请", "Applying only as an intermediary or an association"),
    ),
];

/// Which kind of institution, Article 4.
pub static KIND: Question<Kind> = Question::new(Spec {
    id: "kind",
    slot: Slot::Kind as u8,
    subject: Subject::Identity,
    ask: text("贵机构属于哪一类？", "What kind of institution are you?"),
    label: text("机构类别", "Kind of institution"),
    hint: text(
        "看营业执照的类型和监管批复的名称。",
        "See the type on the business licence and the name on the regulator's approval.",
    ),
    proof: text("营业执照副本", "Copy of the business licence"),
    form: Form::Choice(KINDS),
});

/// Whether it introduces enterprises as an intermediary, Article 27.
pub static INTERMEDIARY: Question<bool> = Question::new(Spec {
    id: "intermediary",
    slot: Slot::Intermediary as u8,
    subject: Subject::Identity,
    ask: text("是否作为中介机构介绍企业来密云落户？", "Do you introduce enterprises to Miyun as an intermediary?"),
    label: text("中介机构", "Intermediary"),
    hint: text(
        "须是法人组织。介绍过企业就选“是”，会核对第二十七条。",
        "Must be a legal person. If you have introduced enterprises choose yes; Article 27 is then checked.",
    ),
    proof: text("", ""),
    form: Form::YesNo,
});

/// Whether it is an association, Article 28.
pub static ASSOCIATION: Question<bool> = Question::new(Spec {
    id: "association",
    slot: Slot::Association as u8,
    subject: Subject::Identity,
    ask: text("是否为协会、商会、联盟等社团组织？", "Are you an association, chamber of commerce or alliance?"),
    label: text("社团组织", "Association"),
    hint: text("看社会团体法人登记证书。", "See the certificate of registration as a social organisation."),
    proof: text("社会团体法人登记证书", "Certificate of registration as a social organisation"),
    form: Form::YesNo,
});

/// The name that is filed.
pub static NAME: Question<Words> = Question::new(Spec {
    id: "name",
    slot: Slot::Name as u8,
    subject: Subject::Identity,
    ask: text("机构全称", "Full name of the institution"),
    label: text("机构名称", "Name"),
    hint: text("与营业执照、银行账户完全一致。", "Exactly as on the business licence and the bank account."),
    proof: text("营业执照副本", "Copy of the business licence"),
    form: Form::Words(120),
});

/// The code that is filed.
pub static CREDIT_CODE: Question<Words> = Question::new(Spec {
    id: "credit_code",
    slot: Slot::CreditCode as u8,
    subject: Subject::Identity,
    ask: text("统一社会信用代码", "Unified social credit code"),
    label: text("信用代码", "Credit code"),
    hint: text(
        "营业执照上的18位代码；空格、大小写、全角半角都不影响。",
        "The 18 characters on the business licence; spaces and small letters do not matter.",
    ),
    proof: text("营业执照副本", "Copy of the business licence"),
    form: Form::Code,
});

/// Whether what stands for the code is the number of a person's identity card: 18 digits, perhaps X at the end, with a
/// date of birth where codes have the registrar's region and the first signs of the organisation. Such a number is
/// asked about and printed nowhere.
#[must_use]
pub fn is_identity_card(code: &str) -> bool {
    let code = code.trim().as_bytes();
    let (Some(digits), Some(last)) = (code.get(..17), code.get(17)) else { return false };
    if code.len() != 18 || !digits.iter().all(u8::is_ascii_digit) || !matches!(last, b'0'..=b'9' | b'x' | b'X') {
        return false;
    }
    let number = |from: usize, to: usize| {
        digits[from..to].iter().fold(0_u32, |number, digit| number * 10 + u32::from(digit - b'0'))
    };
    let born = (1900..2100).contains(&number(6, 10))
        && (1..=12).contains(&number(10, 12))
        && (1..=31).contains(&number(12, 14));
    // Codes begin with two signs of the registrar, then a region: provinces are 11 to 82, the state as a whole is 10.
    let like_a_code = matches!(digits[0], b'1' | b'5' | b'9') && (10..=82).contains(&number(2, 4));
    // Where both can be meant, the check characters of both tell: GB 11643 weighs by powers of 2 modulo 11, GB 32100 by
    // powers of 3 modulo 31.
    let checked = |base: u32, modulus: u32| {
        let weighed = digits
            .iter()
            .fold((0, 1), |(sum, weight), digit| (sum + u32::from(digit - b'0') * weight, weight * base % modulus));
        weighed.0 % modulus
    };
    let last = if last.is_ascii_digit() { u32::from(last - b'0') } else { 10 };
    // From the left, 2 to the 17th weighs first: 7 modulo 11, and its inverse steps down.
    let person = (checked(6, 11) * 7 + last) % 11 == 1;
    let code = (checked(3, 31) + last) % 31 == 0;
    born && (!like_a_code || (person && !code))
}

/// When it was set up.
pub static FOUNDED: Question<Date> = Question::new(Spec {
    id: "founded",
    slot: Slot::Founded as u8,
    subject: Subject::Identity,
    ask: text("成立日期", "Date of establishment"),
    label: text("成立日期", "Established"),
    hint: text(
        "营业执照上的成立日期；社团看登记证书。",
        "The date on the business licence; for an association, on its certificate of registration.",
    ),
    proof: text("营业执照副本", "Copy of the business licence"),
    form: Form::Date,
});

/// New or newly moved to Miyun, Article 4 (decision 6: asked, never derived).
pub static NEW_ARRIVAL: Question<bool> = Question::new(Spec {
    id: "new_arrival",
    slot: Slot::NewArrival as u8,
    subject: Subject::Identity,
    ask: text("贵机构是新设或新迁入密云的吗？", "Are you newly set up in, or newly moved to, Miyun?"),
    label: text("新设或新迁入", "New or newly moved"),
    hint: text(
        "除第十四、十八、十九条外，细则没有写从哪天起算新；拿不准就选“暂不清楚”并问区金融办。",
        "Except in Articles 14, 18 and 19 the rules do not say since when; if unsure choose “not known yet” and ask the district office.",
    ),
    proof: text("新设登记通知书或迁移登记通知书", "Notice of new registration or of relocation"),
    form: Form::YesNo,
});

/// Newly established, Articles 13 and 23.
pub static NEWLY_ESTABLISHED: Question<bool> = Question::new(Spec {
    id: "newly_established",
    slot: Slot::NewlyEstablished as u8,
    subject: Subject::Identity,
    ask: text("是新设立（而不是迁入）的吗？", "Are you newly established, rather than moved in?"),
    label: text("新设立", "Newly established"),
    hint: text(
        "第十三条和第二十三条只支持新设，迁入不算。",
        "Articles 13 and 23 are for new establishments only, not for those that moved.",
    ),
    proof: text("新设登记通知书", "Notice of new registration"),
    form: Form::YesNo,
});

/// Arrival in Miyun, Articles 14, 19 and 20.
pub static ARRIVED: Question<Date> = Question::new(Spec {
    id: "arrived",
    slot: Slot::Arrived as u8,
    subject: Subject::Identity,
    ask: text("哪一天在密云登记（新设或迁入）？", "On which day did you register in Miyun (set up or moved)?"),
    label: text("到密日期", "Arrival in Miyun"),
    hint: text(
        "新设看成立日期，迁入看迁移登记通知书。",
        "For a new institution the date of establishment; for a move, the notice of relocation.",
    ),
    proof: text("新设登记通知书或迁移登记通知书", "Notice of new registration or of relocation"),
    form: Form::Date,
});

/// Publication of the 2018 Opinion, Articles 18 and 19 (not in the text).
pub static OPINION_DATE: Question<Date> = Question::new(Spec {
    id: "opinion_date",
    slot: Slot::OpinionDate as u8,
    subject: Subject::Identity,
    ask: text(
        "《意见》（密政发〔2018〕34号）是哪一天发布的？",
        "On which day was the 2018 Opinion (密政发〔2018〕34号) published?",
    ),
    label: text("《意见》发布日", "Publication of the 2018 Opinion"),
    hint: text(
        "该文件首页的落款日期；细则没有写，须向区金融办核实。",
        "The date on that document; the rules do not give it, so confirm it with the district office.",
    ),
    proof: text("", ""),
    form: Form::Date,
});

/// The year of application: one a draft.
pub static APPLICATION_YEAR: Question<FiscalYear> = Question::new(Spec {
    id: "application_year",
    slot: Slot::ApplicationYear as u8,
    subject: Subject::Identity,
    ask: text("申请哪一个年度？", "Which year do you apply for?"),
    label: text("申请年度", "Year of application"),
    hint: text(
        "按当年申报公告。一次性的补助记在这一年。",
        "As the year's call says. One-off support falls in this year.",
    ),
    proof: text("", ""),
    form: Form::Year,
});

/// Article 2(1).
pub static LAWFUL: Question<bool> = Question::new(Spec {
    id: "lawful",
    slot: Slot::Lawful as u8,
    subject: Subject::Gate,
    ask: text(
        "是否依法合规经营，并符合密云区功能定位？",
        "Do you operate lawfully and in line with the district's functions?",
    ),
    label: text("合规与定位", "Lawful operation"),
    hint: text("以区级部门的准入审核意见为准。", "As the district's admission opinion says."),
    proof: text("准入标准审核意见", "Admission opinion"),
    form: Form::YesNo,
});

/// Article 2(2).
pub static ADMITTED: Question<bool> = Question::new(Spec {
    id: "admitted",
    slot: Slot::Admitted as u8,
    subject: Subject::Gate,
    ask: text("申报项目是否符合密云区项目准入标准？", "Does the project meet the district's admission standard?"),
    label: text("项目准入", "Project admission"),
    hint: text(
        "细则没有列出标准，可先自评，再向区金融办核实。",
        "The rules do not list the standard: assess yourself, then confirm with the district office.",
    ),
    proof: text("准入标准审核意见", "Admission opinion"),
    form: Form::YesNo,
});

/// Article 2(3).
pub static SUPERVISED: Question<bool> = Question::new(Spec {
    id: "supervised",
    slot: Slot::Supervised as u8,
    subject: Subject::Gate,
    ask: text(
        "是否已纳入区金融办的日常监管？",
        "Are you under the district financial office's day-to-day supervision?",
    ),
    label: text("日常监管", "Supervision"),
    hint: text(
        "看区金融办出具的证明或名单。社团、中介一般不在名单里，选“否”即可，金额列入待确认。",
        "See the office's certificate or list. Associations and intermediaries are usually not on it: answer no, and the amount stands as possible.",
    ),
    proof: text("纳入日常监管证明", "Certificate of supervision"),
    form: Form::YesNo,
});

/// Article 2(4).
pub static REGISTERED: Question<bool> = Question::new(Spec {
    id: "registered",
    slot: Slot::Registered as u8,
    subject: Subject::Gate,
    ask: text(
        "工商、税务、统计登记是否都在密云办好了？",
        "Are business, tax and statistics registration all done in Miyun?",
    ),
    label: text("三项登记", "Three registrations"),
    hint: text(
        "三项缺一不可，统计登记最容易遗漏。",
        "All three are needed; the statistics one is most often forgotten.",
    ),
    proof: text("税务登记信息、统计登记证明", "Proof of tax and statistics registration"),
    form: Form::YesNo,
});

/// Article 2(5).
pub static CLEAN_RECORD: Question<bool> = Question::new(Spec {
    id: "clean_record",
    slot: Slot::CleanRecord as u8,
    subject: Subject::Gate,
    ask: text(
        "近五年没有重大涉税违法等不良记录，也没有重大金融风险事件，对吗？",
        "No serious tax offence, similar bad record or major financial risk event in the last five years: is that so?",
    ),
    label: text("五年无不良记录", "Clean record for five years"),
    hint: text(
        "没有就选“是”。成立不满五年的，从成立之日看起。",
        "Choose yes if there was none. If younger than five years, since establishment.",
    ),
    proof: text("无欠税及重大税收违法证明", "Certificate of no tax arrears or serious tax offences"),
    form: Form::YesNo,
});
