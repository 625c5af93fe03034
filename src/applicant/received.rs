//! Support received before. What was received is not applied for again: it leaves the amounts, never an outcome.

use crate::answers::answer::Table;
use crate::answers::form::{Choice, Column, Form, Formerly, Older};
use crate::answers::question::{Chosen, Question, Spec};
use crate::answers::subject::Subject;
use crate::applicant::{MONEY, Slot, YEAR_HEADS, choice, column};
use crate::article::Article;
use crate::text::text;

/// Under what something was received.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Under {
    /// An article of these rules.
    Article(Article),
    /// Another document: the applicant says which in the last column.
    Other,
}

impl Chosen for Under {
    const ALL: &'static [Self] = &[
        Self::Article(Article::new(6)),
        Self::Article(Article::new(7)),
        Self::Article(Article::new(8)),
        Self::Article(Article::new(10)),
        Self::Article(Article::new(11)),
        Self::Article(Article::new(12)),
        Self::Article(Article::new(14)),
        Self::Article(Article::new(16)),
        Self::Article(Article::new(17)),
        Self::Article(Article::new(18)),
        Self::Article(Article::new(19)),
        Self::Article(Article::new(20)),
        Self::Article(Article::new(21)),
        Self::Article(Article::new(22)),
        Self::Article(Article::new(23)),
        Self::Article(Article::new(25)),
        Self::Article(Article::new(26)),
        Self::Article(Article::new(27)),
        Self::Article(Article::new(28)),
        Self::Other,
    ];
}

const UNDER: &[Choice] = &[
    choice("6", text("第六条", "Article 6"), text("法人机构开办补助", "Opening subsidy for legal entities")),
    choice("7", text("第七条", "Article 7"), text("分支机构和职能总部开办补助", "Opening subsidy for branches")),
    choice("8", text("第八条", "Article 8"), text("基金管理机构开办补助", "Opening subsidy for fund managers")),
    choice("10", text("第十条", "Article 10"), text("购房补贴", "Office purchase")),
    choice("11", text("第十一条", "Article 11"), text("法人机构租房补贴", "Office rent of legal entities")),
    choice("12", text("第十二条", "Article 12"), text("租房补贴", "Office rent")),
    choice("14", text("第十四条", "Article 14"), text("高管购房补贴", "Executives' homes")),
    choice("16", text("第十六条", "Article 16"), text("增资补助", "Capital increase")),
    choice(
        "17",
        text("第十七条", "Article 17"),
        text("准金融和配套机构增资补助", "Capital increase of quasi-financial bodies"),
    ),
    choice("18", text("第十八条", "Article 18"), text("累计增资补差", "Difference on cumulative increases")),
    choice("19", text("第十九条", "Article 19"), text("发展壮大资金", "Growth funding")),
    choice("20", text("第二十条", "Article 20"), text("金融创新资金", "Innovation funding")),
    choice("21", text("第二十一条", "Article 21"), text("高管奖励", "Reward for executives")),
    choice("22", text("第二十二条", "Article 22"), text("重点机构一事一议", "Key institutions, by decision")),
    choice("23", text("第二十三条", "Article 23"), text("投资高精尖产业补助", "Investment in high-end sectors")),
    choice("25", text("第二十五条", "Article 25"), text("年度金融奖项", "Yearly awards")),
    choice("26", text("第二十六条", "Article 26"), text("市级金融创新项目奖励", "Municipal projects")),
    choice("27", text("第二十七条", "Article 27"), text("引进企业奖励", "Introduced enterprises")),
    choice("28", text("第二十八条", "Article 28"), text("社团引进奖励", "Reward for associations")),
    choice("other", text("其他文件", "Another document"), text("不是本细则的支持", "Not under these rules")),
];

/// Columns of [`RECEIVED`].
#[allow(clippy::module_inception, reason = "the columns of a question are named as the question is")]
pub mod received {
    use crate::answers::question::{Cell, FiscalYear, Words};
    use crate::applicant::received::Under;
    use crate::date::Date;
    use crate::money::Money;

    /// Under what.
    pub static UNDER: Cell<Under> = Cell::new(0);
    /// The fiscal year it was for.
    pub static YEAR: Cell<FiscalYear> = Cell::new(1);
    /// What was received, yuan.
    pub static AMOUNT: Cell<Money> = Cell::new(2);
    /// The day of the last payment, from which the duties of Article 35 run.
    pub static LAST_PAID: Cell<Date> = Cell::new(3);
    /// For which person, enterprise or project; the matter, where no article is chosen.
    pub static FOR: Cell<Words> = Cell::new(4);
}

const RECEIVED_COLUMNS: &[Column] = &[
    Column { formerly: Some(&MATTER), ..column("article", text("条款", "Article"), Form::Choice(UNDER)) },
    column("year", text("年度", "Year"), Form::Year).also(YEAR_HEADS),
    column("amount", text("已得金额", "Amount received"), MONEY).also(&[
        "金额",
        "资金额",
        "支持金额",
        "补助金额",
        "奖励金额",
        "到账金额",
        "已享受金额",
        "amount",
    ]),
    column("last_paid", text("最后到账日", "Last payment"), Form::Date).also(&[
        "到账日",
        "到账日期",
        "拨付日期",
        "拨付时间",
        "最后到账日期",
        "最后拨付日期",
        "lastpaid",
    ]),
    column("for", text("人员、企业、项目或事项", "Person, enterprise, project or matter"), Form::Words(120)),
];

/// Support received before, Articles 35 and 36.
pub static RECEIVED: Question<Table> = Question::new(Spec {
    id: "received",
    slot: Slot::Received as u8,
    subject: Subject::Filing,
    ask: text("以前享受过本区哪些支持？", "What support has the district given you before?"),
    label: text("已享受政策", "Support received"),
    hint: text(
        "已享受的不再计入可申请的金额。按条款一笔一行；给个人、企业或项目的写上名称；不是本细则的选“其他文件”。没有享受过的选“没有”。",
        "What was received is not applied for again. One row for each payment, by article; name the person, enterprise or project it was for; choose “another document” for what is not under these rules, and “none” if there was none.",
    ),
    proof: text("已享受及同类政策情况声明", "Statement of support received"),
    form: Form::Table(RECEIVED_COLUMNS),
});

/// Drafts had the article in words, with or without more beside it.
static MATTER: Formerly = Formerly { id: "matter", fills: &[0, 4], read: from_matter };

/// The article that the words begin with becomes the choice; what they say beside it stays as words.
fn from_matter(words: &str) -> Vec<(usize, Older)> {
    let words = words.trim();
    let (under, rest) = match named(words) {
        Some((place, rest)) => (u8::try_from(place).ok().map(Older::Choice), rest),
        None => (None, words),
    };
    let rest = (!rest.is_empty()).then(|| Older::Words(rest.into()));
    [(received::UNDER.index, under), (received::FOR.index, rest)]
        .into_iter()
        .filter_map(|(column, answer)| Some((column, answer?)))
        .collect()
}

/// The article that words begin with, as the place of its choice, and what follows: `第六条 开办补助`, `第6条`,
/// `Article 6`, `6`.
fn named(words: &str) -> Option<(usize, &str)> {
    UNDER.iter().enumerate().find_map(|(place, choice)| {
        let id = choice.id;
        let names = [choice.label.zh.to_owned(), choice.label.en.to_owned(), format!("第{id}条"), id.to_owned()];
        let rest = names.iter().find_map(|name| words.strip_prefix(name.as_str()))?;
        // `第六条之一` is another article, and so is what goes on with a digit.
        let ends = !rest.starts_with(|next: char| next == '之' || next.is_alphanumeric() && next.is_ascii());
        // A bare number says so by itself alone.
        let bare = !words.starts_with('第') && !words.starts_with(|first: char| first.is_alphabetic());
        (ends && (!bare || rest.is_empty()))
            .then(|| (place, rest.trim_start_matches(|sign: char| !sign.is_alphanumeric() && !"（(“《".contains(sign))))
    })
}

#[cfg(test)]
mod tests {
    use super::{Under, from_matter, received};
    use crate::answers::form::{Form, Older};
    use crate::answers::question::Chosen;
    use crate::article::Article;

    #[test]
    fn the_article_of_older_words_becomes_the_choice() {
        let read = |words: &str| {
            let cells = from_matter(words);
            let under = cells.iter().find_map(|(column, answer)| match answer {
                Older::Choice(place) if *column == received::UNDER.index => {
                    Under::ALL.get(usize::from(*place)).copied()
                }
                _ => None,
            });
            let rest = cells.iter().find_map(|(_, answer)| match answer {
                Older::Words(words) => Some(words.clone()),
                _ => None,
            });
            (under, rest.unwrap_or_default())
        };
        for (words, under, rest) in [
            ("第六条", Some(Under::Article(Article::new(6))), ""),
            (" 6 ", Some(Under::Article(Article::new(6))), ""),
            ("第6条", Some(Under::Article(Article::new(6))), ""),
            ("Article 16", Some(Under::Article(Article::new(16))), ""),
            ("第十六条 增资", Some(Under::Article(Article::new(16))), "增资"),
            ("第十条", Some(Under::Article(Article::new(10))), ""),
            ("第二十七条：引进企业5（示例）", Some(Under::Article(Article::new(27))), "引进企业5（示例）"),
            ("第二十八条（示例协会）", Some(Under::Article(Article::new(28))), "（示例协会）"),
            ("高管奖励", None, "高管奖励"),
            // Not an article that pays, another article, or no article at all: kept as words.
            ("第三条", None, "第三条"),
            ("第六条之一", None, "第六条之一"),
            ("60万元", None, "60万元"),
            ("6月拨付", None, "6月拨付"),
            ("", None, ""),
            ("开办补助", None, "开办补助"),
        ] {
            assert_eq!(read(words), (under, rest.to_owned()), "{words:?}");
        }
    }

    #[test]
    fn choices_and_articles_are_in_one_order() {
        let Form::Choice(choices) = super::RECEIVED_COLUMNS[received::UNDER.index].form else { unreachable!() };
        assert_eq!(choices.len(), Under::ALL.len());
        for (choice, under) in choices.iter().zip(Under::ALL) {
            assert_eq!(
                choice.id,
                match under {
                    Under::Article(article) => article.to_string(),
                    Under::Other => "other".into(),
                }
            );
        }
    }
}
