//! Questions: what an applicant can be asked, and how a typed answer becomes an exact one.

use std::marker::PhantomData;

use rust_decimal::Decimal;

use crate::answers::facts::{Answer, Table};
use crate::answers::typed::{self, Complaint};
use crate::applicant::Slot;
use crate::date::{Date, Year};
use crate::money::{Area, Money, Rate};
use crate::text::{Text, text};

/// What kind of answer a question or a column takes.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Yes, no, or not known yet.
    YesNo,
    /// Yuan to the fen; negative figures only where `signed`.
    Money {
        /// Whether a figure below zero means something here.
        signed: bool,
    },
    /// Square metres of floor.
    Area,
    /// A whole number.
    Count {
        /// The unit that stands after the figure.
        unit: Text,
        /// The least that means something: a rank starts at 1, a number of months at 0.
        least: u32,
    },
    /// A part of a whole, 0 to 100%.
    Share,
    /// A day.
    Date,
    /// A fiscal year.
    Year,
    /// One of several.
    Choice(&'static [Choice]),
    /// Words; the number is the most characters it takes.
    Words(usize),
    /// Rows under these columns.
    Table(&'static [Column]),
}

/// One of the answers of a [`Form::Choice`].
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Its name in drafts.
    pub id: &'static str,
    /// Its name on the page.
    pub label: Text,
    /// One line that helps to tell it from the others.
    pub gloss: Text,
}

/// A column of a table of facts.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in drafts.
    pub id: &'static str,
    /// Its head on the page, without the unit.
    pub head: Text,
    /// What its cells take.
    pub form: Form,
    /// No two rows may hold the same value (one row a fiscal year).
    pub key: bool,
    /// Money for one of something (a square metre, a month): always said in yuan, and never added up.
    pub price: bool,
}

/// The parts of the interview, in its order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Who applies.
    Identity,
    /// Article 2.
    Gate,
    /// Approvals, paid-in capital and its increases.
    Capital,
    /// Contribution by fiscal year and the rank it gives.
    Contribution,
    /// Offices bought, leased or borrowed.
    Premises,
    /// Executives.
    People,
    /// Fund managers, funds and projects.
    Funds,
    /// Introduced enterprises and associations.
    Referral,
    /// What the government has decided so far.
    Decision,
    /// What the form needs besides the rules.
    Filing,
}

impl Subject {
    /// All, in the order of the interview.
    pub const ALL: [Self; 10] = [
        Self::Identity,
        Self::Gate,
        Self::Capital,
        Self::Contribution,
        Self::Premises,
        Self::People,
        Self::Funds,
        Self::Referral,
        Self::Decision,
        Self::Filing,
    ];

    /// The part of that name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.id() == id)
    }

    /// Its short name, its title and what it holds.
    #[must_use]
    pub const fn words(self) -> [Text; 3] {
        match self {
            Self::Identity => [
                text("身份", "Who"),
                text("名称、代码与日期", "Name, code and dates"),
                text("属于哪一类，何时到密云，申请哪一年", "What you are, since when in Miyun, for which year"),
            ],
            Self::Gate => [
                text("第二条", "Art. 2"),
                text("申报的共同门槛", "What is asked of everyone"),
                text("五项都要满足", "All five must hold"),
            ],
            Self::Capital => [
                text("资本", "Capital"),
                text("批复、实收资本与增资", "Approval, paid-in capital and increases"),
                text("看批文和验资报告", "See the approvals and capital verifications"),
            ],
            Self::Contribution => [
                text("贡献", "Contribution"),
                text("各年度区域综合贡献", "Contribution by year"),
                text("以区里确认的数为准", "As the district confirms it"),
            ],
            Self::Premises => [
                text("用房", "Premises"),
                text("购置、租赁与周转用房", "Offices bought, leased or borrowed"),
                text("看购房、租赁合同和租金发票", "See the contracts and rent invoices"),
            ],
            Self::People => [
                text("高管", "People"),
                text("高管购房与年薪", "Executives' homes and salaries"),
                text("一人一行", "One row a person"),
            ],
            Self::Funds => [
                text("基金与项目", "Funds"),
                text("管理规模、投资与创新项目", "Assets managed, investments and projects"),
                text("看备案证明、托管协议和入选文件", "See filings, custody agreements and selections"),
            ],
            Self::Referral => [
                text("引荐", "Referral"),
                text("引进企业与社团会员", "Introduced enterprises and members"),
                text("一家企业一行", "One row an enterprise"),
            ],
            Self::Decision => [
                text("审定", "Decisions"),
                text("由区政府衡量和审定的事项", "What the district weighs and decides"),
                text("已有结果的照填，没有的选尚未审定", "Give results where there are any"),
            ],
            Self::Filing => [
                text("填表", "Form"),
                text("地址、联系人与收款账户", "Addresses, contact and account"),
                text("只用于填表，不影响金额", "For the form only; no amount depends on it"),
            ],
        }
    }

    /// Its name in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Gate => "gate",
            Self::Capital => "capital",
            Self::Contribution => "contribution",
            Self::Premises => "premises",
            Self::People => "people",
            Self::Funds => "funds",
            Self::Referral => "referral",
            Self::Decision => "decision",
            Self::Filing => "filing",
        }
    }
}

/// A question, apart from the type of its answer.
#[derive(Debug)]
pub struct Spec {
    /// Its name in drafts and links.
    pub id: &'static str,
    /// Where its answer stands in [`crate::answers::facts::Facts`].
    pub slot: Slot,
    /// The part of the interview it belongs to.
    pub subject: Subject,
    /// The question as it is put.
    pub ask: Text,
    /// A short name for tables, lists of what is missing and forms.
    pub label: Text,
    /// Where to find the answer.
    pub hint: Text,
    /// The document that proves it; empty where none is filed.
    pub proof: Text,
    /// What it takes.
    pub form: Form,
}

/// A question whose answer is a `T`.
#[derive(Debug)]
pub struct Question<T> {
    /// All that does not depend on the type of the answer.
    pub spec: Spec,
    answer: PhantomData<fn() -> T>,
}

impl<T> Question<T> {
    /// Pairs a description with the type of its answer. The catalogue test checks that form and type agree.
    #[must_use]
    pub const fn new(spec: Spec) -> Self {
        Self { spec, answer: PhantomData }
    }
}

/// A column whose cells are `T`s: its place in the table.
#[derive(Debug)]
pub struct Cell<T> {
    /// Place among the table's columns, from 0.
    pub index: usize,
    answer: PhantomData<fn() -> T>,
}

impl<T> Cell<T> {
    /// The column at `index`.
    #[must_use]
    pub const fn new(index: usize) -> Self {
        Self { index, answer: PhantomData }
    }
}

/// A type of answer.
pub trait Read {
    /// What reading gives; a reference for tables and words.
    type Out<'a>;
    /// The answer as this type; `None` when it is not known or of another form.
    fn read(answer: &Answer) -> Option<Self::Out<'_>>;
    /// The cell of a table as this type; `None` when it is empty or of another form.
    fn read_cell(table: &Table, row: usize, column: usize) -> Option<Self::Out<'_>> {
        Self::read(table.answer_at(row, column)?)
    }
}

macro_rules! read {
    ($($type:ty as $out:ty: $variant:ident, $cell:ident;)*) => { $(
        impl Read for $type {
            type Out<'a> = $out;
            fn read(answer: &Answer) -> Option<$out> {
                match answer { Answer::$variant(value) => Some(*value), _ => None }
            }
            fn read_cell(table: &Table, row: usize, column: usize) -> Option<$out> {
                table.$cell(row, column)
            }
        }
    )* };
}

/// A whole number, as the type of an answer.
#[derive(Debug)]
pub struct Count;

/// A fiscal year, as the type of an answer.
#[derive(Debug)]
pub struct FiscalYear;

read! {
    bool as bool: YesNo, yes_no_at;
    Money as Money: Money, money_at;
    Count as u32: Count, count_at;
    Date as Date: Date, date_at;
    FiscalYear as Year: Year, year_at;
}

impl Read for Area {
    type Out<'a> = Self;
    fn read(answer: &Answer) -> Option<Self> {
        match answer {
            Answer::Area(area) => Some(*area),
            _ => None,
        }
    }
}

impl Read for Rate {
    type Out<'a> = Self;
    fn read(answer: &Answer) -> Option<Self> {
        match answer {
            Answer::Share(share) => Some(*share),
            _ => None,
        }
    }
}

/// Words, as the type of an answer.
#[derive(Debug)]
pub struct Words;

impl Read for Words {
    type Out<'a> = &'a str;
    fn read(answer: &Answer) -> Option<&str> {
        match answer {
            Answer::Words(words) => Some(words),
            _ => None,
        }
    }
}

impl Read for Table {
    type Out<'a> = &'a Table;
    fn read(answer: &Answer) -> Option<&Table> {
        match answer {
            Answer::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// An enumeration that a [`Form::Choice`] lists, in the same order.
pub trait Chosen: Copy + Sized + 'static {
    /// Every value, in the order of the choices.
    const ALL: &'static [Self];
}

impl<T: Chosen> Read for T {
    type Out<'a> = T;
    fn read(answer: &Answer) -> Option<T> {
        match answer {
            Answer::Choice(index) => T::ALL.get(usize::from(*index)).copied(),
            _ => None,
        }
    }
    fn read_cell(table: &Table, row: usize, column: usize) -> Option<T> {
        T::ALL.get(usize::from(table.choice_at(row, column)?)).copied()
    }
}

impl Form {
    /// Makes a typed answer exact. An empty text means that the answer is taken back: `Ok(None)`.
    ///
    /// `unit` multiplies bare money figures: 10 000 under a head that says 万元.
    ///
    /// # Errors
    /// With what is wrong, when the text is no answer to this form. Tables are not typed.
    pub fn parse(&self, typed: &str, unit: Decimal) -> Result<Option<Answer>, Complaint> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let answer = match self {
            Self::YesNo => match typed.trim() {
                "是" | "有" | "√" | "yes" | "Yes" | "Y" | "y" | "true" => Answer::YesNo(true),
                "否" | "无" | "×" | "no" | "No" | "N" | "n" | "false" => Answer::YesNo(false),
                _ => return Err(Complaint::NotAChoice),
            },
            Self::Money { .. } => {
                Answer::Money(Money::from_decimal(typed::figure(typed, unit)?).ok_or(Complaint::TooFine)?)
            }
            Self::Area => Answer::Area(Area::from_decimal(typed::figure(typed, Decimal::ONE)?)),
            Self::Count { .. } => {
                let figure = typed::figure(typed, Decimal::ONE)?;
                if !figure.fract().is_zero() {
                    return Err(Complaint::NotWhole);
                }
                if figure.is_sign_negative() && !figure.is_zero() {
                    return Err(Complaint::Negative);
                }
                Answer::Count(u32::try_from(figure.mantissa()).map_err(|_| Complaint::TooLarge)?)
            }
            Self::Share => Answer::Share(Rate::from_decimal(typed::share(typed)?)),
            Self::Date => Answer::Date(typed::date(typed)?),
            Self::Year => Answer::Year(typed::year(typed)?),
            Self::Choice(choices) => {
                let typed = typed.trim();
                let index = choices
                    .iter()
                    .position(|choice| {
                        choice.id == typed || choice.label.zh == typed || choice.label.en.eq_ignore_ascii_case(typed)
                    })
                    .ok_or(Complaint::NotAChoice)?;
                Answer::Choice(u8::try_from(index).map_err(|_| Complaint::NotAChoice)?)
            }
            Self::Words(_) => Answer::Words(typed.trim().into()),
            Self::Table(_) => return Err(Complaint::NotANumber),
        };
        self.check(&answer)?;
        Ok(Some(answer))
    }

    /// Whether an exact answer is one that this form takes: its type, sign and size.
    ///
    /// # Errors
    /// With what is wrong.
    pub fn check(&self, answer: &Answer) -> Result<(), Complaint> {
        match (self, answer) {
            (_, Answer::NotKnown)
            | (Self::YesNo, Answer::YesNo(_))
            | (Self::Date, Answer::Date(_))
            | (Self::Table(_), Answer::Table(_)) => Ok(()),
            (Self::Money { signed }, Answer::Money(money)) => {
                if *money < Money::ZERO && !signed {
                    Err(Complaint::Negative)
                } else if money.fen().abs() > Money::LIMIT.fen() {
                    Err(Complaint::TooLarge)
                } else {
                    Ok(())
                }
            }
            (Self::Area, Answer::Area(area)) => {
                if *area < Area::ZERO {
                    Err(Complaint::Negative)
                } else if *area > crate::money::square_metres(100_000_000) {
                    Err(Complaint::TooLarge)
                } else if area.to_decimal().normalize().scale() > 6 {
                    Err(Complaint::TooFine)
                } else {
                    Ok(())
                }
            }
            (Self::Count { least, .. }, Answer::Count(count)) => {
                if count < least {
                    Err(Complaint::TooSmall)
                } else if *count > 10_000_000 {
                    Err(Complaint::TooLarge)
                } else {
                    Ok(())
                }
            }
            (Self::Share, Answer::Share(share)) => {
                if share.to_decimal() > Decimal::ONE {
                    Err(Complaint::AboveAll)
                } else if share.to_decimal() < Decimal::ZERO {
                    Err(Complaint::Negative)
                } else if share.to_decimal().normalize().scale() > 8 {
                    Err(Complaint::TooFine)
                } else {
                    Ok(())
                }
            }
            (Self::Year, Answer::Year(year)) => {
                if typed::YEARS.contains(year) {
                    Ok(())
                } else {
                    Err(Complaint::NotAYear)
                }
            }
            (Self::Choice(choices), Answer::Choice(index)) if usize::from(*index) < choices.len() => Ok(()),
            (Self::Choice(_), Answer::Choice(_)) => Err(Complaint::NotAChoice),
            (Self::Words(most), Answer::Words(words)) => {
                if words.chars().count() > *most {
                    Err(Complaint::TooLong)
                } else {
                    Ok(())
                }
            }
            _ => Err(Complaint::NotANumber),
        }
    }

    /// Its name in the catalogue that `assess --questions` prints.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::YesNo => "yes_no",
            Self::Money { .. } => "money",
            Self::Area => "area",
            Self::Count { .. } => "count",
            Self::Share => "share",
            Self::Date => "date",
            Self::Year => "year",
            Self::Choice(_) => "choice",
            Self::Words(_) => "text",
            Self::Table(_) => "table",
        }
    }

    /// The unit in which drafts store it; empty where it has none.
    #[must_use]
    pub const fn unit(&self) -> Text {
        match self {
            Self::Money { .. } => text("元", "yuan"),
            Self::Area => text("平方米", "m²"),
            Self::Count { unit, .. } => *unit,
            Self::Share => text("%", "%"),
            Self::Year => text("财政年度", "fiscal year"),
            _ => text("", ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Form;
    use crate::answers::facts::Answer;
    use crate::answers::typed::Complaint;
    use crate::money::{Area, Rate};

    /// Wherever they come from: what a draft takes, its workbook and its fields take too.
    #[test]
    fn decimals_are_as_many_as_drafts_have() {
        let share = |digits: &str| Form::Share.check(&Answer::Share(Rate::from_decimal(digits.parse().unwrap())));
        assert_eq!((share("0.12345678"), share("0.123456780000")), (Ok(()), Ok(())));
        assert_eq!((share("0.123456789"), share("0.500000000001")), (Err(Complaint::TooFine), Err(Complaint::TooFine)));
        let area = |digits: &str| Form::Area.check(&Answer::Area(Area::from_decimal(digits.parse().unwrap())));
        assert_eq!((area("0.123456"), area("0.1234567")), (Ok(()), Err(Complaint::TooFine)));
    }
}
