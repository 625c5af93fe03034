//! An edition is one folder. This one is made up, of two articles: who moves house for a new road has a grant for each
//! person, or interest on a loan, which it cannot have beside the grant. It has questions, kinds of applicants, a limit
//! and a doubt of its own, and the library takes it as it is: interview, assessment, search and catalogue.

use miyun::answers::answer::Answer;
use miyun::answers::facts::Facts;
use miyun::answers::form::{Choice, Form};
use miyun::answers::question::{Count, FiscalYear, Question, Spec};
use miyun::answers::subject::Subject;
use miyun::article::Article;
use miyun::assess_json;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::interview::Interview;
use miyun::money::{Money, per_mille, wan, yuan};
use miyun::packet::{Packet, html, json};
use miyun::policy;
use miyun::rule::clause::{Brief, original};
use miyun::rule::edition::Limited;
use miyun::rule::plan::Plan;
use miyun::rule::repayable::Repayable;
use miyun::rule::{
    Applicants, Assessment, Bound, ByYear, Case, Clause, ContentsEntry, Doubt, Edition, Everyday, Figure, Gate,
    GaveWay, Index, Kinds, Outcome, Papers, Place, Provision, Report, Role, Section, Start, StartGroup, Starts, Stop,
    index,
};
use miyun::search::{Target, search};
use miyun::text::{Lang, Text, text};
use rust_decimal::Decimal;

const NOTHING: Text = text("", "");

const fn spec(id: &'static str, slot: u8, label: Text, form: Form) -> Spec {
    Spec { id, slot, subject: Subject::Identity, ask: label, label, hint: NOTHING, proof: NOTHING, form }
}

static KIND: Spec = spec(
    "mover",
    0,
    text("谁搬", "Who moves"),
    Form::Choice(&[
        Choice { id: "household", label: text("家庭", "A household"), gloss: NOTHING },
        Choice { id: "shop", label: text("店铺", "A shop"), gloss: NOTHING },
    ]),
);
const HOUSEHOLD: u8 = 0;
const SHOP: u8 = 1;
static PEOPLE: Question<Count> = Question::new(spec(
    "people",
    1,
    text("搬迁人数", "People who move"),
    Form::Count { unit: text("人", "people"), least: 0 },
));
static LOAN: Question<Money> = Question::new(spec("loan", 2, text("贷款", "Loan"), Form::Money { signed: false }));
static YEAR: Question<FiscalYear> = Question::new(spec("moved", 3, text("搬迁年度", "Year of the move"), Form::Year));

static APPLICANTS: Applicants = Applicants { kind: &KIND, none: None, roles: &[] };
static STARTS: Starts = Starts {
    groups: &[StartGroup {
        title: text("搬迁", "Moving"),
        starts: &[
            Start {
                id: "household",
                label: text("家庭", "A household"),
                gloss: NOTHING,
                at_hand: text("户口簿。", "household register."),
                applicant: Kinds::NONE.with_kind(HOUSEHOLD),
            },
            Start {
                id: "shop",
                label: text("店铺", "A shop"),
                gloss: NOTHING,
                at_hand: text("营业执照。", "business licence."),
                applicant: Kinds::NONE.with_kind(SHOP),
            },
        ],
    }],
    beside: None,
};
static GATE: Gate = Gate { applicants: &APPLICANTS, conditions: &[], softening: None, bare_bound: Some(&BARE) };
static BARE: Doubt = Doubt {
    number: "1.1",
    issue: text("两人以上是否含两人", "whether two or more includes two"),
    prudent: text("含两人", "it does"),
    favourable: text("没有更宽的读法", "none wider"),
    ask: text("请问两人是否计入？", "Do two people count?"),
};

static ENOUGH: Provision = Provision::new(1, "搬迁两人以上", "two people or more move");
static GRANT_SAYS: Provision = Provision::new(1, "每人两万七千元", "27,000 yuan a person");
static GRANT: Clause = Clause {
    id: "grant",
    article: Article::new(1),
    title: text("搬迁补助", "Grant for moving"),
    brief: Brief { whom: NOTHING, looks_at: NOTHING, gives: NOTHING, lasts: NOTHING },
    kinds: Kinds::NONE.with_kind(HOUSEHOLD),
    gate: &GATE,
    any_year: false,
    provisions: &[&ENOUGH, &GRANT_SAYS],
    tiers: &[],
    doubts: &[&BARE],
    evidence: &[original("户口簿", "Household register")],
    read: |case| {
        let people = case.ask(&PEOPLE);
        let bound = Bound::FromBare(Figure::Count(2));
        case.condition(&ENOUGH, Place::Whole, Some(&PEOPLE.spec), people.map(Figure::Count), bound);
        let year = case.ask(&YEAR);
        let (people, year) = case.settle((people, year))?;
        let grant = case.product(&GRANT_SAYS, Place::Whole, &[Figure::Money(yuan(27_000)), Figure::Count(people)]);
        case.give(year, grant);
        Ok(())
    },
};

const INSERTED: Article = Article::new(1).inserted(1);
static INTEREST_SAYS: Provision = Provision::of(INSERTED, "贷款的千分之五", "5‰ of the loan");
static NOT_BOTH: Provision = Provision::of(INSERTED, "有补助的，不再贴息", "no interest beside the grant");
static INTEREST: Clause = Clause {
    id: "interest",
    article: INSERTED,
    title: text("贷款贴息", "Interest on a loan"),
    brief: Brief { whom: NOTHING, looks_at: NOTHING, gives: NOTHING, lasts: NOTHING },
    kinds: Kinds::NONE.with_kind(HOUSEHOLD).with_kind(SHOP),
    gate: &GATE,
    any_year: false,
    provisions: &[&INTEREST_SAYS],
    tiers: &[],
    doubts: &[],
    evidence: &[original("贷款合同", "Loan contract")],
    read: interest,
};

fn interest(case: &mut Case<'_>) -> Result<(), Stop> {
    let facts = (case.ask(&LOAN), case.ask(&YEAR));
    let (loan, year) = case.settle(facts)?;
    let interest = case.rate(&INTEREST_SAYS, Place::Whole, loan, per_mille(5));
    case.give(year, interest);
    Ok(())
}

/// Who has the grant has no interest, beyond doubt.
fn limits(assessments: &mut [Assessment], _: &Facts) -> Limited {
    let mut counted: Vec<ByYear> = assessments.iter().map(|own| own.estimate.by_year.clone()).collect();
    let met =
        |clause: &Clause| assessments.iter().position(|own| own.clause.id == clause.id && own.outcome == Outcome::Met);
    let mut gave_way = Vec::new();
    if let (Some(_), Some(interest)) = (met(&GRANT), met(&INTEREST)) {
        let amount = std::mem::take(&mut counted[interest]).total().certain;
        gave_way.push(GaveWay { clause: &INTEREST, to: &GRANT, provision: &NOT_BOTH, doubt: None, amount });
    }
    Limited { counted, gave_way, ..Limited::default() }
}

static PAPERS: Papers = Papers {
    title: text("虚构的搬迁资金\n申请书", "Made-up support for moving\nApplication"),
    support: text("虚构的搬迁资金", "the made-up support for moving"),
    office: text("搬迁办", "the office for moving"),
    addressee: text("虚构的搬迁办公室：", "To the made-up office for moving:"),
    calendar: NOTHING,
    workbook: NOTHING,
};
static CHAPTER: Section = Section { chapter: None, title: text("搬迁", "Moving") };
const CLAUSES: &[&Clause] = &[&GRANT, &INTEREST];
static INDEX: Index = Index {
    id: "made-up-1",
    number: "虚构1号",
    in_force: Date::new(2020, 1, 1).unwrap(),
    approval: Article::new(1),
    applicants: &APPLICANTS,
    starts: &STARTS,
    year: &YEAR,
    questions: &[&KIND, &PEOPLE.spec, &LOAN.spec, &YEAR.spec],
    clauses: &index::headings::<{ CLAUSES.len() }>(CLAUSES),
    documents: &index::documents::<{ index::count_documents(&[], CLAUSES) }>(&[], CLAUSES),
};
static EDITION: Edition = Edition {
    index: &INDEX,
    title: text("虚构的搬迁办法", "Made-up rules for moving"),
    sections: &[&CHAPTER],
    contents: &[
        ContentsEntry {
            article: Article::new(1),
            section: &CHAPTER,
            role: Role::Clause,
            title: text("搬迁补助", "Grant for moving"),
            says: text("按人补助", "a grant for each person"),
        },
        ContentsEntry {
            article: INSERTED,
            section: &CHAPTER,
            role: Role::Clause,
            title: text("贷款贴息", "Interest on a loan"),
            says: text("按贷款贴息", "a part of the loan"),
        },
    ],
    clauses: CLAUSES,
    doubts: &[],
    glossary: &[],
    everyday: &Everyday { words: &[], ignored: &[], examples: NOTHING },
    papers: &PAPERS,
    documents: &[],
    without_evidence: &[],
    undertakings: &[],
    particulars: &[],
    procedure: &[],
    settlement: &NOT_BOTH,
    limits,
    last: &[],
    statements: &[],
    plan: |_, _| Plan::default(),
    repayable: |_, _| Repayable::default(),
    calendar: |_, _| Vec::new(),
    yearly: None,
    electives: &[],
    alternatives: &[],
    row_rules: &[],
};

fn answered(answers: &[(&Spec, Answer)]) -> Facts {
    let mut facts = Facts::default();
    for (question, answer) in answers {
        facts.set(question, Some(answer.clone())).unwrap();
    }
    facts
}

fn household(people: u32) -> Facts {
    answered(&[
        (&KIND, Answer::Choice(HOUSEHOLD)),
        (&PEOPLE.spec, Answer::Count(people)),
        (&LOAN.spec, Answer::Money(wan(10))),
        (&YEAR.spec, Answer::Year(2021)),
    ])
}

fn outcomes(report: &Report) -> Vec<(&str, Outcome)> {
    report.assessments.iter().map(|own| (own.clause.id, own.outcome)).collect()
}

#[test]
fn it_is_assessed_with_its_own_kinds_limit_and_doubt() {
    let shop = answered(&[
        (&KIND, Answer::Choice(SHOP)),
        (&LOAN.spec, Answer::Money(wan(10))),
        (&YEAR.spec, Answer::Year(2021)),
    ]);
    let report = EDITION.assess(&shop, true);
    assert_eq!(outcomes(&report), [("grant", Outcome::NotApplicable), ("interest", Outcome::Met)]);
    assert_eq!(report.total().certain, yuan(500));

    let report = EDITION.assess(&household(1), true);
    assert_eq!(outcomes(&report), [("grant", Outcome::NotMet), ("interest", Outcome::Met)]);

    let report = EDITION.assess(&household(3), true);
    assert_eq!(report.total().certain, yuan(81_000));
    assert!(report.raised().is_empty());

    // An exact hit raises the doubt.
    let report = EDITION.assess(&household(2), true);
    assert_eq!(report.raised().iter().map(|raised| raised.doubt.number).collect::<Vec<_>>(), ["1.1"]);
}

#[test]
fn a_draft_is_begun_as_one_of_its_applicants() {
    for (id, kind) in [("household", HOUSEHOLD), ("shop", SHOP)] {
        let draft = Draft::begin(&INDEX, STARTS.named(id).unwrap().applicant, 2021);
        assert_eq!((draft.edition, draft.facts.choice(&KIND)), ("made-up-1", Some(kind)));
        assert_eq!(draft.facts.get(&YEAR), Some(2021));
    }
}

#[test]
fn what_is_excluded_beyond_doubt_is_not_even_possible() {
    let report = EDITION.assess(&household(3), true);
    assert_eq!(report.total().possible, Money::ZERO);
    let [gave] = report.gave_way.as_slice() else { panic!("one clause gives way") };
    assert_eq!((gave.clause.id, gave.amount), ("interest", yuan(500)));
    assert_eq!(gave.why(Lang::Zh), "有补助的，不再贴息（第一条之一）");
    assert_eq!(gave.why(Lang::En), "no interest beside the grant (Art. 1-1)");
}

#[test]
fn its_interview_asks_what_matters_to_its_applicants() {
    let asked = |facts: &Facts| {
        let interview = Interview::new(INDEX.questions, EDITION.assess(facts, false).asked());
        interview.questions().map(|spec| spec.id).collect::<Vec<_>>()
    };
    assert_eq!(asked(&household(2)), ["mover", "people", "loan", "moved"]);
    let shop = answered(&[(&KIND, Answer::Choice(SHOP))]);
    assert_eq!(asked(&shop), ["mover", "loan", "moved"]);
    let missing = EDITION.assess(&shop, false).missing().iter().map(|missing| missing.question.id).collect::<Vec<_>>();
    assert_eq!(missing, ["loan", "moved"]);
}

/// A draft under it, of a household of three. The library knows the edition from the first one on.
fn draft() -> Draft {
    static BROUGHT: &[&Edition] = &[&EDITION];
    policy::add(BROUGHT);
    Draft { edition: INDEX.id, facts: household(3), ..Draft::default() }
}

#[test]
fn its_draft_is_written_and_opened_again() {
    let file = draft().to_json();
    assert_eq!(file["edition"], "made-up-1");
    assert_eq!(file["facts"]["people"], 3);
    assert_eq!(Draft::from_json(&file), Ok(draft()));
    assert_eq!(draft().applicant().iter().map(|words| words.zh).collect::<Vec<_>>(), ["家庭"]);
}

#[test]
fn its_papers_ask_for_what_it_gives() {
    let (draft, today) = (draft(), Date::new(2021, 5, 1).unwrap());
    let report = draft.claimed(true);
    let packet = Packet::lay_out(&draft, &report, Lang::Zh, today);
    assert_eq!(packet.cover.title, ["虚构的搬迁资金", "申请书"]);
    assert_eq!((packet.requested, packet.cover.sub.as_str()), (Some(yuan(81_000)), "（2021年度）"));
    let claimed: Vec<_> = packet.claimed().map(|claim| (claim.clause.id, claim.requested)).collect();
    assert_eq!(claimed, [("grant", yuan(81_000))]);
    let schedule: Vec<_> = packet.schedule.iter().map(|line| (line.clause.id, line.year, line.amount)).collect();
    assert_eq!(schedule, [("grant", Some(2021), Ok(yuan(81_000)))]);
    assert_eq!(packet.documents.iter().map(|needed| needed.document.name.zh).collect::<Vec<_>>(), ["户口簿"]);

    let sheets = html::sheets(&packet.filed());
    assert!(sheets.contains("本单位就2021年度虚构的搬迁资金的申报"), "{sheets}");
    assert!(!sheets.contains("密云"), "{sheets}");
    let file = json::to_json(&packet, &draft, &report);
    assert_eq!(file["edition"]["number"], "虚构1号");
    assert_eq!(file["schedule"][0]["amount"], "81000.00");
    assert_eq!(file["totals"]["now"]["certain"], "81000.00");
}

#[test]
fn it_is_assessed_for_other_programs() {
    let draft = draft();
    let assessed = assess_json::assessment(&draft, &draft.rules().assess(&draft.facts, true));
    assert_eq!(assessed["edition"], "made-up-1");
    assert_eq!(assessed["clauses"][0]["outcome"], "met");
    assert_eq!(assessed["gave_way"][0]["article"], "1-1");
    assert_eq!(assessed["totals"]["certain"], "81000.00");
}

#[test]
fn its_figures_are_typed_with_the_unit_of_the_question() {
    let typed = |words: &str| PEOPLE.spec.form.parse(words, Decimal::ONE);
    for words in ["4", "4人", "4 people"] {
        assert_eq!(typed(words), Ok(Some(Answer::Count(4))), "{words}");
    }
    assert!(typed("4家").is_err());
}

#[test]
fn it_is_found_and_listed() {
    let first = |query: &str| search(&[&EDITION], query, Lang::Zh, 5).hits.into_iter().next().map(|hit| hit.target);
    assert!(matches!(first("第一条之一"), Some(Target::Clause(clause)) if clause.id == "interest"));
    assert!(matches!(first("搬迁人数"), Some(Target::Question(spec)) if spec.id == "people"));
    let questions = assess_json::questions(&EDITION);
    let ids: Vec<_> = questions.as_array().unwrap().iter().map(|question| question["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["mover", "people", "loan", "moved"]);
    let contents = assess_json::contents(&EDITION);
    assert_eq!(contents[1]["article"], "1-1");
    assert_eq!(contents[1]["clauses"][0], "interest");
}
