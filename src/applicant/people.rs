//! Executives: their homes (Article 14) and their reward (Article 21).

use crate::answers::answer::Table;
use crate::answers::form::{Column, Form};
use crate::answers::question::{Question, Spec};
use crate::answers::subject::Subject;
use crate::applicant::{MONEY, Slot, column};
use crate::text::text;

/// Columns of [`HOMES`].
pub mod homes {
    use crate::answers::question::{Cell, Words};
    use crate::money::Money;

    /// Name.
    pub static NAME: Cell<Words> = Cell::new(0);
    /// Whether the person holds a listed post now: chair, president or general manager, chief financial officer…
    pub static IN_POST: Cell<bool> = Cell::new(1);
    /// Whether it is the person's first home bought in Miyun.
    pub static FIRST: Cell<bool> = Cell::new(2);
    /// Contract price, yuan.
    pub static PRICE: Cell<Money> = Cell::new(3);
}

/// Columns of [`EXECUTIVES`].
pub mod executives {
    use crate::answers::question::{Cell, Words};
    use crate::money::Money;

    /// Name.
    pub static NAME: Cell<Words> = Cell::new(0);
    /// Whether the person holds a listed post now.
    pub static IN_POST: Cell<bool> = Cell::new(1);
    /// Salary of the year, yuan.
    pub static SALARY: Cell<Money> = Cell::new(2);
}

/// Who it is, in both tables.
const PERSON: Column = column("name", text("姓名", "Name"), Form::Words(60)).also(&[
    "高管姓名",
    "高管",
    "人员",
    "人员姓名",
    "员工姓名",
    "高级管理人员",
    "person",
]);

/// Whether the person holds a listed post, in both tables.
const IN_POST: Column = column("in_post", text("现任所列职务", "Holds a listed post"), Form::YesNo).also(&[
    "是否现任所列职务",
    "是否现任",
    "现任",
    "是否任所列职务",
    "inpost",
]);

const HOME_COLUMNS: &[Column] = &[
    PERSON,
    IN_POST,
    column("first", text("在密云首次购商品房", "First home bought in Miyun"), Form::YesNo).also(&[
        "是否首次购房",
        "首次购房",
        "是否首套",
        "首套",
        "是否在密云首次购商品房",
        "firsthome",
    ]),
    column("price", text("购房合同总价", "Contract price"), MONEY).also(&[
        "合同总价",
        "购房总价",
        "房屋总价",
        "合同价",
        "购房合同价",
        "购房合同金额",
        "合同金额",
        "购房金额",
        "price",
        "contractprice",
    ]),
];

const EXECUTIVE_COLUMNS: &[Column] = &[
    PERSON,
    IN_POST,
    column("salary", text("年薪", "Salary of the year"), MONEY).also(&[
        "年薪酬",
        "年度薪酬",
        "年收入",
        "税前年薪",
        "年薪总额",
        "薪酬",
        "当年年薪",
        "salary",
        "annualsalary",
    ]),
];

/// Executives' homes, Article 14.
pub static HOMES: Question<Table> = Question::new(Spec {
    id: "homes",
    slot: Slot::Homes as u8,
    subject: Subject::People,
    ask: text("哪些高管在密云购买了商品房？", "Which executives have bought a home in Miyun?"),
    label: text("高管购房", "Executives' homes"),
    hint: text(
        "职务限董事长、行长或总经理、总裁、财务总监等现任高管；没有就填“没有”。",
        "Posts: chair, president or general manager, chief executive, chief financial officer and the like, now in office; say “none” if there is none.",
    ),
    proof: text("购房合同、任职文件、首次购置查询证明", "Purchase contract, appointment, proof of first purchase"),
    form: Form::Table(HOME_COLUMNS),
});

/// Executives and salaries, Article 21.
pub static EXECUTIVES: Question<Table> = Question::new(Spec {
    id: "executives",
    slot: Slot::Executives as u8,
    subject: Subject::People,
    ask: text("高级管理人员和年薪", "Executives and their salaries"),
    label: text("高管年薪", "Executives' salaries"),
    hint: text("年薪以个税记录为准；没有就填“没有”。", "Salaries as in the tax records; say “none” if there is none."),
    proof: text("任职文件、个税纳税记录", "Appointments and income-tax records"),
    form: Form::Table(EXECUTIVE_COLUMNS),
});
