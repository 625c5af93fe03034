//! What is looked at before the papers go out. Warnings let them go and stand on the cover; what contradicts itself
//! does not go out.

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::applicant::filing::ACCOUNT_NAME;
use crate::applicant::identity::{CREDIT_CODE, NAME};
use crate::article::article;
use crate::drafts::draft::Draft;
use crate::money::Money;
use crate::packet::claim::{Claim, Standing};
use crate::packet::papers::is_ready;
use crate::packet::statements::Filed;
use crate::packet::{Sources, choices, form, schedule_lines, statements};
use crate::rule::{Band, Counted, Flag, Outcome, Report};
use crate::text::{Lang, Text, text};

/// Everything that was looked at.
#[derive(Clone, PartialEq, Debug)]
pub struct Preflight {
    /// One item a topic, in the order of [`Topic::ALL`].
    pub items: Vec<Item>,
}

/// A topic, and what was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// What was looked at.
    pub topic: Topic,
    /// How many things were looked at; nothing could be looked at where it is 0.
    pub looked_at: usize,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// What is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Topic {
    /// Length, signs and check character of the credit code, GB 32100-2015.
    CreditCode,
    /// The same name everywhere.
    Names,
    /// Dates in order.
    Dates,
    /// Every amount follows from its working.
    Amounts,
    /// Claims that exclude each other.
    Exclusive,
    /// Fields of the form without an answer.
    Blanks,
    /// Documents that are not at hand.
    Documents,
    /// The undertakings.
    Undertakings,
    /// Other answers that do not go together, and clauses that still lack one.
    Others,
}

impl Topic {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::CreditCode,
        Self::Names,
        Self::Dates,
        Self::Amounts,
        Self::Exclusive,
        Self::Blanks,
        Self::Documents,
        Self::Undertakings,
        Self::Others,
    ];

    /// Whether the papers stay a draft while something of it is open. The others are questions that a reviewer may ask.
    #[must_use]
    pub const fn keeps_a_draft(self) -> bool {
        !matches!(self, Self::Dates | Self::Others)
    }

    /// Its name.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::CreditCode => text("信用代码校验位", "Check character of the credit code"),
            Self::Names => text("名称各处一致", "The same name everywhere"),
            Self::Dates => text("日期先后", "Dates in order"),
            Self::Amounts => text("金额与步骤一致", "Amounts tie to their working"),
            Self::Exclusive => text("互斥条款", "Claims that exclude each other"),
            Self::Blanks => text("表格空项", "Empty fields"),
            Self::Documents => text("材料齐备", "Documents at hand"),
            Self::Undertakings => text("承诺确认", "Undertakings confirmed"),
            Self::Others => text("其他留意", "Other points"),
        }
    }
}

const CONTRADICTORY: Text =
    text("申报条款自相矛盾，本册不得提交。", "The claims contradict each other: these papers may not be filed.");

/// Something to mend.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// Where it is mended.
    pub at: At,
    /// Whether the papers may not go out with it.
    pub blocks: bool,
    says: [String; 2],
}

impl Finding {
    /// What was found.
    #[must_use]
    pub fn says(&self, lang: Lang) -> &str {
        &self.says[usize::from(lang == Lang::En)]
    }

    fn new(at: At, says: [String; 2]) -> Self {
        Self { at, blocks: false, says }
    }
}

/// Where a finding is mended.
#[derive(Clone, Copy, Debug)]
pub enum At {
    /// At a question.
    Question(&'static Spec),
    /// Among the clauses to claim.
    Claims,
    /// At the statement of a clause.
    Statement(&'static str),
    /// In the list of documents.
    Documents,
    /// At the undertakings.
    Undertakings,
}

impl PartialEq for At {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Question(one), Self::Question(two)) => one.slot == two.slot,
            (Self::Statement(one), Self::Statement(two)) => one == two,
            (Self::Claims, Self::Claims)
            | (Self::Documents, Self::Documents)
            | (Self::Undertakings, Self::Undertakings) => true,
            _ => false,
        }
    }
}

impl Preflight {
    /// Looks at everything. The report that the papers are made from has its working.
    pub(super) fn run(papers: &Sources<'_>, claims: &[Claim]) -> Self {
        let (draft, report) = (papers.draft, papers.report);
        let flags = draft.flags(report);
        let items = Topic::ALL.into_iter().map(|topic| {
            let (looked_at, findings) = match topic {
                Topic::CreditCode => (filled(draft, &[&CREDIT_CODE.spec]), of_flags(&flags, topic)),
                Topic::Names => names(papers, of_flags(&flags, topic)),
                Topic::Dates => (dates_told(draft), of_flags(&flags, topic)),
                Topic::Amounts => amounts(&papers.claims, &papers.draft.facts),
                Topic::Exclusive => exclusive(claims),
                Topic::Blanks => blanks(papers),
                Topic::Documents => documents(papers),
                Topic::Undertakings => undertakings(papers),
                Topic::Others => others(draft, report, of_flags(&flags, topic)),
            };
            Item { topic, looked_at, findings }
        });
        Self { items: items.collect() }
    }

    /// Everything found, in the order of the topics.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.items.iter().flat_map(|item| &item.findings)
    }

    /// Whether the papers may not go out.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.findings().any(|finding| finding.blocks)
    }

    /// Whether the papers are still a draft, and say so on every sheet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.blocks() || self.items.iter().any(|item| item.topic.keeps_a_draft() && !item.findings.is_empty())
    }

    /// What the cover says of it, which is only that the papers may not be filed.
    #[must_use]
    pub fn on_the_cover(&self, lang: Lang) -> Option<String> {
        self.blocks().then(|| CONTRADICTORY.get(lang).to_owned())
    }
}

fn filled(draft: &Draft, specs: &[&Spec]) -> usize {
    specs.iter().filter(|spec| !blank(draft, spec)).count()
}

fn blank(draft: &Draft, spec: &Spec) -> bool {
    matches!(draft.facts.answer(spec), None | Some(Answer::NotKnown))
}

fn dates_told(draft: &Draft) -> usize {
    let dates = draft.questions().iter().filter(|spec| matches!(spec.form, Form::Date));
    dates.filter(|spec| !blank(draft, spec)).count()
}

/// Which topic a red flag belongs to.
fn topic_of(flag: &Flag) -> Topic {
    let asks = |spec: &Spec| flag.check.questions.iter().any(|other| other.slot == spec.slot);
    if asks(&CREDIT_CODE.spec) {
        Topic::CreditCode
    } else if asks(&ACCOUNT_NAME.spec) {
        Topic::Names
    } else if flag.check.questions.iter().any(|spec| matches!(spec.form, Form::Date)) {
        Topic::Dates
    } else {
        Topic::Others
    }
}

fn of_flags(flags: &[Flag], topic: Topic) -> Vec<Finding> {
    let of_topic = flags.iter().filter(|flag| topic_of(flag) == topic);
    of_topic
        .map(|flag| Finding::new(At::Question(flag.question), [Lang::Zh, Lang::En].map(|lang| flag.title(lang))))
        .collect()
}

/// Beside the account: a statement that is filed in the applicant's own words and does not name it.
fn names(papers: &Sources<'_>, mut findings: Vec<Finding>) -> (usize, Vec<Finding>) {
    let draft = papers.draft;
    let Some(name) = draft.facts.get(&NAME) else { return (0, findings) };
    let own = papers
        .filed
        .iter()
        .filter_map(|filed| Some((filed.statement, draft.filing.statements.get(filed.statement.clause)?)));
    let mut looked_at = 1 + filled(draft, &[&ACCOUNT_NAME.spec]);
    for (statement, words) in own {
        looked_at += 1;
        if !words.contains(name.trim()) {
            let article = |lang| crate::article::article(statement.articles.last().copied().unwrap_or_default(), lang);
            findings.push(Finding::new(
                At::Statement(statement.clause),
                [
                    format!("{}的情况说明里没有本机构的名称", article(Lang::Zh)),
                    format!("The statement on {} does not name the institution", article(Lang::En)),
                ],
            ));
        }
    }
    (looked_at, findings)
}

/// Works every step out again, adds the steps of each year up, and adds the lines of the schedule up.
fn amounts(claims: &[Counted<'_>], facts: &Facts) -> (usize, Vec<Finding>) {
    let mut findings = Vec::new();
    for clause in claims {
        let assessment = clause.assessment;
        let steps = assessment.steps.iter().all(|step| step.recompute() == step.result());
        let years = assessment.estimate.by_year.iter().all(|(year, amount)| {
            let landed = assessment.steps.iter().filter(|step| step.year == Some(year));
            let sum: Money =
                landed.filter(|step| step.band == Some(Band::Certain)).filter_map(crate::rule::Step::result).sum();
            sum == amount.certain
        });
        let lines: i128 = schedule_lines(clause, facts, Lang::Zh).iter().map(|line| line.amount.fen()).sum();
        if !(steps && years && lines == clause.total().fen()) {
            let of = assessment.clause;
            findings.push(Finding {
                blocks: true,
                ..Finding::new(
                    At::Claims,
                    [
                        format!("{}的金额与步骤对不上", article(of.article, Lang::Zh)),
                        format!("{} does not tie to its working", article(of.article, Lang::En)),
                    ],
                )
            });
        }
    }
    (claims.len(), findings)
}

fn exclusive(claims: &[Claim]) -> (usize, Vec<Finding>) {
    let findings = claims.iter().filter_map(|claim| {
        let Standing::Contradicts(other) = claim.standing else { return None };
        let (one, two) = (claim.clause.article, other.article);
        Some(Finding {
            blocks: true,
            ..Finding::new(
                At::Claims,
                [
                    format!("{}与{}同类，只能申报一条", article(one, Lang::Zh), article(two, Lang::Zh)),
                    format!(
                        "{} and {} are of one type: claim one of them",
                        article(one, Lang::En),
                        article(two, Lang::En)
                    ),
                ],
            )
        })
    });
    (claims.iter().filter(|claim| claim.standing == Standing::Claimed).count(), findings.collect())
}

/// Fields without an answer, statements whose brackets still wait for words, and years that are still to be chosen.
fn blanks(papers: &Sources<'_>) -> (usize, Vec<Finding>) {
    let draft = papers.draft;
    let missing = form::FIELDS.iter().filter(|spec| blank(draft, spec));
    let mut findings: Vec<Finding> = missing
        .map(|spec| {
            Finding::new(At::Question(spec), [format!("缺：{}", spec.label.zh), format!("Missing: {}", spec.label.en)])
        })
        .collect();
    for Filed { statement, .. } in &papers.filed {
        if statements::words(draft, papers.report, statement, Lang::Zh).contains('【') {
            let article = statement.articles.last().copied().unwrap_or_default();
            findings.push(Finding::new(
                At::Statement(statement.clause),
                [
                    format!("{}的情况说明里还有方括号没有写", crate::article::article(article, Lang::Zh)),
                    format!(
                        "The statement on {} still has brackets to fill in",
                        crate::article::article(article, Lang::En)
                    ),
                ],
            ));
        }
    }
    for clause in papers.applied() {
        let Some((question, _)) = choices::unchosen(draft, clause) else { continue };
        let of = clause.assessment.clause.article;
        findings.push(Finding::new(
            At::Question(question),
            [
                format!("{}：{}还没有填，提交后不能更改", article(of, Lang::Zh), question.label.zh),
                format!("{}: {} is not told; it is final once filed", article(of, Lang::En), question.label.en),
            ],
        ));
    }
    (form::FIELDS.len() + papers.filed.len(), findings)
}

fn documents(papers: &Sources<'_>) -> (usize, Vec<Finding>) {
    let needed = &papers.needed;
    let missing = needed.iter().filter(|needed| !is_ready(papers.draft, &needed.document)).count();
    let findings = (missing > 0).then(|| {
        Finding::new(
            At::Documents,
            [
                format!("材料缺{missing}份（共{}份）", needed.len()),
                format!("{missing} of {} documents are not at hand", needed.len()),
            ],
        )
    });
    (needed.len(), findings.into_iter().collect())
}

fn undertakings(papers: &Sources<'_>) -> (usize, Vec<Finding>) {
    let open = (!papers.draft.filing.undertaken).then(|| {
        Finding::new(
            At::Undertakings,
            ["承诺尚未逐条确认".to_owned(), "The undertakings are not confirmed yet".to_owned()],
        )
    });
    (papers.undertaken.len(), open.into_iter().collect())
}

/// The other flags, money of earlier years that this application does not ask for, and clauses that cannot be judged yet.
fn others(draft: &Draft, report: &Report, mut findings: Vec<Finding>) -> (usize, Vec<Finding>) {
    if let Some(year) = draft.year() {
        let past: Money =
            report.by_year.iter().filter(|(other, _)| *other < year).map(|(_, amount)| amount.certain).sum();
        if !past.is_zero() {
            let past = past.grouped();
            findings.push(Finding::new(
                At::Question(&draft.index().year.spec),
                [
                    format!("以前年度算得{past}元，不在本次申请内：没有领过的，问清能否补报"),
                    format!("{past} yuan fall in earlier years, outside this application: if not received, ask whether they can still be filed"),
                ],
            ));
        }
    }
    for assessment in &report.assessments {
        if assessment.outcome == Outcome::Unknown
            && let Some(first) = assessment.missing.first()
        {
            let of = assessment.clause;
            let place = |lang| first.words(&draft.facts, lang);
            findings.push(Finding::new(
                At::Question(first.question),
                [
                    format!("{}还缺答案：{}等", article(of.article, Lang::Zh), place(Lang::Zh)),
                    format!("{} still lacks answers: {} …", article(of.article, Lang::En), place(Lang::En)),
                ],
            ));
        }
    }
    (report.assessments.len(), findings)
}
