//! Offices bought, leased or lent.

use crate::answers::answer::Table;
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::answers::question::{Count, Question, Spec};
use crate::answers::subject::Subject;
use crate::applicant::identity::{KIND, Kind};
use crate::applicant::{MONEY, Slot, YEAR_HEADS, column, price_column};
use crate::money::Area;
use crate::text::text;

/// Columns of [`LEASES`].
pub mod leases {
    use crate::answers::question::{Cell, Count, FiscalYear};
    use crate::money::{Area, Money};

    /// Fiscal year in which the rent was paid.
    pub static YEAR: Cell<FiscalYear> = Cell::new(0);
    /// Rent actually paid in the year, yuan.
    pub static RENT: Cell<Money> = Cell::new(1);
    /// Floor area leased, m².
    pub static AREA: Cell<Area> = Cell::new(2);
    /// Months of the lease in the year; for offices outside Miyun.
    pub static MONTHS: Cell<Count> = Cell::new(3);
    /// Miyun's average rent of the period, yuan per m² and month; for offices outside Miyun.
    pub static AVERAGE: Cell<Money> = Cell::new(4);
}

const LEASE_COLUMNS: &[Column] = &[
    column("year", text("财政年度", "Fiscal year"), Form::Year).also(YEAR_HEADS),
    column("rent", text("当年实付租金", "Rent paid in the year"), MONEY).also(&[
        "租金",
        "实付租金",
        "实付租金额",
        "当年租金",
        "年租金",
        "已付租金",
        "租金支出",
        "租金金额",
        "实际支付租金",
        "当年实际支付租金",
        "全年租金",
        "rent",
        "rentpaid",
        "annualrent",
    ]),
    column("area", text("租赁面积", "Area leased"), Form::Area).also(&[
        "面积",
        "承租面积",
        "租用面积",
        "办公面积",
        "房屋面积",
        "建筑面积",
        "租赁建筑面积",
        "办公用房面积",
        "area",
        "leasedarea",
    ]),
    column("months", text("当年租期", "Months in the year"), Form::Count { unit: text("个月", "months"), least: 0 })
        .also(&["租期", "月数", "租赁月数", "租期月数", "当年租赁月数", "当年月数", "租用月数", "months"]),
    price_column("average", text("密云同期平均租金（每平方米每月）", "Miyun's average rent per m² and month")).also(&[
        "平均租金",
        "同期平均租金",
        "区域平均租金",
        "密云平均租金",
        "市场平均租金",
        "平均租金单价",
        "密云同期平均租金单价",
        "averagerent",
    ]),
];

/// Whether Miyun's average rent counts, and for how many months: for a legal entity with its office outside, Article 11.
pub(super) fn needs_average(facts: &Facts) -> bool {
    facts.get(&KIND) == Some(Kind::LegalEntity) && facts.get(&OFFICE_IN_MIYUN) == Some(false)
}

/// Office in Miyun, Articles 11 and 12.
pub static OFFICE_IN_MIYUN: Question<bool> = Question::new(Spec {
    id: "office_in_miyun",
    slot: Slot::OfficeInMiyun as u8,
    subject: Subject::Premises,
    ask: text("实际办公地址在密云区内吗？", "Is your actual office inside Miyun?"),
    label: text("在密云办公", "Office in Miyun"),
    hint: text("看实际办公的地方，不是注册地址。", "Where you actually operate, not the registered address."),
    proof: text("实地办公证明", "Proof of the actual office"),
    form: Form::YesNo,
});

/// A purchase for own use in Miyun, Article 10.
pub static BOUGHT_OFFICE: Question<bool> = Question::new(Spec {
    id: "bought_office",
    slot: Slot::BoughtOffice as u8,
    subject: Subject::Premises,
    ask: text(
        "在密云购置了自用的办公或配套经营用房吗？",
        "Have you bought office or business premises in Miyun for your own use?",
    ),
    label: text("购置自用", "Bought for own use"),
    hint: text(
        "已签购房合同并自用；部分自用的，只按自用部分算。",
        "The contract is signed and the premises are used by yourselves; only the part that you use counts.",
    ),
    proof: text("购房合同、不动产权证", "Purchase contract and title certificate"),
    form: Form::YesNo,
});

/// First purchase, Article 10.
pub static FIRST_PURCHASE: Question<bool> = Question::new(Spec {
    id: "first_purchase",
    slot: Slot::FirstPurchase as u8,
    subject: Subject::Premises,
    ask: text("是首次在密云购置吗？", "Is it the first purchase in Miyun?"),
    label: text("首次购置", "First purchase"),
    hint: text("同一天签约的算一次；以后再买的不算。", "Contracts of one day count as one; later ones do not count."),
    proof: text("首次购置查询证明", "Proof of first purchase"),
    form: Form::YesNo,
});

/// Own-use gross floor area bought, Article 10.
pub static PURCHASED_AREA: Question<Area> = Question::new(Spec {
    id: "purchased_area",
    slot: Slot::PurchasedArea as u8,
    subject: Subject::Premises,
    ask: text("自用部分的建筑面积是多少？", "What is the gross floor area for your own use?"),
    label: text("自用建筑面积", "Own-use gross floor area"),
    hint: text(
        "看不动产权证的建筑面积，不是套内面积；不含车位、仓储。",
        "The gross area on the title, not the net one; without parking or storage.",
    ),
    proof: text("不动产权证", "Title certificate"),
    form: Form::Area,
});

/// Rent paid by year, Articles 11 and 12.
pub static LEASES: Question<Table> = Question::new(Spec {
    id: "leases",
    slot: Slot::Leases as u8,
    subject: Subject::Premises,
    ask: text("各年度实际支付的租金", "Rent actually paid, by year"),
    label: text("租赁", "Leases"),
    hint: text(
        "每处每年一行，只填房租本身，不含物业、水电、押金和车位；没有租房就填“没有”。办公地在密云以外的，还要填租期和密云同期平均租金（向区金融办索取）。",
        "One row for each lease and year, rent only: no service charges, utilities, deposits or parking; say “none” if there was none. Offices outside Miyun also need the months and Miyun's average rent (from the district office).",
    ),
    proof: text("租赁合同、租金发票、付款回单", "Lease, rent invoices and payment slips"),
    form: Form::Table(LEASE_COLUMNS),
});

/// In preparation, Article 13.
pub static IN_PREPARATION: Question<bool> = Question::new(Spec {
    id: "in_preparation",
    slot: Slot::InPreparation as u8,
    subject: Subject::Premises,
    ask: text("目前是否处于筹建期？", "Are you in preparation, before opening?"),
    label: text("筹建期", "In preparation"),
    hint: text("取得筹建批复、尚未开业。", "Approved for preparation and not open yet."),
    proof: text("筹建批复", "Approval of preparation"),
    form: Form::YesNo,
});

/// Major strategic importance, Article 13.
pub static STRATEGIC: Question<bool> = Question::new(Spec {
    id: "strategic",
    slot: Slot::Strategic as u8,
    subject: Subject::Premises,
    ask: text(
        "是否被认定为具有重大战略意义？",
        "Has the district recognised you as being of major strategic importance?",
    ),
    label: text("重大战略意义", "Strategic importance"),
    hint: text("由区级部门认定。", "As recognised by the district."),
    proof: text("战略意义论证", "Statement of strategic importance"),
    form: Form::YesNo,
});

/// Transitional office space asked for, Article 13.
pub static LENT_AREA: Question<Area> = Question::new(Spec {
    id: "lent_area",
    slot: Slot::LentArea as u8,
    subject: Subject::Premises,
    ask: text("申请多大面积的周转办公用房？", "How much transitional office space do you ask for?"),
    label: text("周转用房面积", "Transitional office area"),
    hint: text("原则上不超过500平方米。", "As a rule not more than 500 m²."),
    proof: text("用房申请", "Application for office space"),
    form: Form::Area,
});

/// Months of transitional office, Article 13.
pub static LENT_MONTHS: Question<Count> = Question::new(Spec {
    id: "lent_months",
    slot: Slot::LentMonths as u8,
    subject: Subject::Premises,
    ask: text("打算使用几个月？", "For how many months?"),
    label: text("周转用房月数", "Months of transitional office"),
    hint: text("最长24个月。", "24 months at most."),
    proof: text("用房申请", "Application for office space"),
    form: Form::Count { unit: text("个月", "months"), least: 0 },
});
