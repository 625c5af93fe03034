//! What is measured: natively by `cargo bench`, in Chromium by `cargo xtask bench-browser`.

use std::cell::RefCell;
use std::hint::black_box;

use miyun::answers::answer::{Answer, Table};
use miyun::answers::facts::Facts;
use miyun::answers::form::Form;
use miyun::answers::question::Spec;
use miyun::applicant::capital::APPLICATIONS;
use miyun::applicant::contribution::{CONTRIBUTIONS, GROWTH_START, YEARLY_CONTRIBUTION};
use miyun::applicant::identity::{APPLICATION_YEAR, SUPERVISED};
use miyun::applicant::referral::{ENTERPRISES, enterprises};
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::portfolio::{Applicant, Portfolio, Rank};
use miyun::drafts::{applicants, examples};
use miyun::money::{Money, wan};
use miyun::planner::{self, Forecast};
use miyun::policy::miyun_2019_25::EDITION;
use miyun::rule::{RowAnswers, RowCounts};
use miyun::text::Lang;

/// How many enterprises Article 27 reads.
const SIZES: [u32; 4] = [100, 1_000, 10_000, 100_000];

/// Something to measure. It comes to an amount, so that no compiler can leave it out.
pub struct Workload {
    /// Its name: what is read, then how.
    pub name: String,
    run: Box<dyn Fn() -> Money>,
}

impl Workload {
    fn new(name: String, run: impl Fn() -> Money + 'static) -> Self {
        Self { name, run: Box::new(run) }
    }

    /// Does the work once.
    pub fn run(&self) -> Money {
        (self.run)()
    }
}

/// All of it: every clause and the limits over the sum, for an applicant of each kind and more; then Article 27 alone
/// over ever more enterprises. Each with its working and without; the enterprises also by hand.
///
/// # Panics
/// When the clause and the code by hand come to different amounts.
#[must_use]
pub fn all() -> Vec<Workload> {
    let mut workloads = Vec::new();
    for example in examples::ALL {
        for (how, working) in [("working", true), ("amounts", false)] {
            let facts = example.draft().expect("every example opens").facts;
            workloads.push(Workload::new(format!("assess/{}/{how}", example.id), move || {
                EDITION.assess(black_box(&facts), working).total().certain
            }));
        }
    }
    let clause = EDITION.clause("referral_reward").expect("the edition has Article 27");
    for size in SIZES {
        let enterprises: Vec<Enterprise> = (0..u64::from(size)).map(Enterprise::number).collect();
        for (how, working) in [("working", true), ("amounts", false)] {
            let facts = introducer(&enterprises);
            workloads.push(Workload::new(format!("article_27/{size}/{how}"), move || {
                clause.assess(black_box(&facts), working).estimate.by_year.total().certain
            }));
        }
        let columns = Columns::new(&enterprises);
        workloads.push(Workload::new(format!("article_27/{size}/by_hand"), move || black_box(&columns).reward()));
        let ways: Vec<Money> = workloads.iter().rev().take(3).map(Workload::run).collect();
        assert_eq!(ways, [ways[0]; 3], "the clause and the code by hand disagree on {size} enterprises");
    }
    workloads.extend(portfolios());
    let introduced: Vec<Enterprise> = (0..u64::from(SIZES[3])).map(Enterprise::number).collect();
    let facts = introducer(&introduced);
    let planned = facts.clone();
    workloads.push(Workload::new(format!("plan/rows/{}", SIZES[3]), move || plan(black_box(&planned))));
    workloads.extend(plans());
    workloads.push(edit(&facts));
    workloads.push(incomplete(facts.clone()));
    workloads.push(Workload::new(format!("rows/{}", SIZES[3]), move || {
        let rule = EDITION.row_rule(&ENTERPRISES.spec).expect("Article 27 answers row by row");
        RowCounts::of(&(rule.answer)(black_box(&facts)), rule.tiers).gives.certain
    }));
    workloads
}

/// A cell of a long table edited, and what each row and all of them come to then.
fn edit(facts: &Facts) -> Workload {
    let rule = EDITION.row_rule(&ENTERPRISES.spec).expect("Article 27 answers row by row");
    let Form::Table(columns) = ENTERPRISES.spec.form else { panic!("enterprises are a table") };
    let edited = RefCell::new((facts.clone(), RowAnswers::of(rule, facts), 0_u32));
    Workload::new(format!("edit/{}", SIZES[3]), move || {
        let (facts, answers, turn) = &mut *edited.borrow_mut();
        *turn += 1;
        let table = facts.table_mut(&ENTERPRISES.spec).expect("the enterprises are told");
        let row = *turn as usize * 7919 % table.len();
        let cell = enterprises::YEARS[1].index;
        table.set(columns, row, cell, Some(Answer::Money(wan(*turn % 2_000)))).expect("the column takes money");
        answers.follow(black_box(facts));
        let rows = RowCounts::of(answers.answers(), rule.tiers).gives.certain;
        rows.max(EDITION.assess(facts, false).total().certain)
    })
}

/// A list of which nearly every row still lacks an answer: assessed, and what is missing.
fn incomplete(mut facts: Facts) -> Workload {
    let Form::Table(columns) = ENTERPRISES.spec.form else { panic!("enterprises are a table") };
    let table = facts.table_mut(&ENTERPRISES.spec).expect("the enterprises are told");
    for row in 0..table.len() {
        table.set(columns, row, enterprises::FITS.index, None).expect("a cell can be empty");
    }
    Workload::new(format!("incomplete/{}", SIZES[3]), move || {
        let missing = EDITION.assess(black_box(&facts), false).missing();
        assert!(missing.len() > SIZES[3] as usize / 2, "rows that cannot reach the line lack nothing");
        Money::from_fen(missing.len() as i128)
    })
}

/// All choices of a draft together; what the best plan brings, or the draft where there is nothing to choose.
fn plan(facts: &Facts) -> Money {
    let joint = planner::joint(&EDITION, facts, &Forecast::Open, &[], &[]);
    let best = joint.as_ref().and_then(planner::Joint::best).map(|best| best.total);
    best.unwrap_or_else(|| EDITION.assess(facts, false).total().certain)
}

/// The joint plan of every example, and of one with ten fiscal years, capital plans and twenty enterprises.
fn plans() -> [Workload; 2] {
    let all: Vec<Facts> =
        examples::ALL.iter().map(|example| example.draft().expect("every example opens").facts).collect();
    let large = ten_years();
    [
        Workload::new("plan/examples".to_owned(), move || black_box(&all).iter().map(plan).sum()),
        Workload::new("plan/ten_years".to_owned(), move || plan(black_box(&large))),
    ]
}

/// A legal person with ten fiscal years, increases in two, and twenty enterprises that it introduced: every
/// year can be the start of Article 19, and most can be that of an application under Article 16.
fn ten_years() -> Facts {
    const FIRST: u16 = 2021;
    let example = examples::ALL.iter().find(|example| example.id == "trust_introducer").expect("it is an example");
    let mut facts = example.draft().expect("every example opens").facts;
    let introduced: Vec<Enterprise> = (0..20).map(Enterprise::number).collect();
    let table = introducer(&introduced);
    let enterprises = table.answer(&ENTERPRISES.spec).cloned();
    let empty = |spec: &Spec| {
        let Form::Table(columns) = spec.form else { panic!("it is a table") };
        Some(Answer::Table(Table::new(columns)))
    };
    for (spec, answer) in [
        (&ENTERPRISES.spec, enterprises),
        (&GROWTH_START.spec, None),
        (&APPLICATION_YEAR.spec, Some(Answer::Year(FIRST))),
        (&APPLICATIONS.spec, empty(&APPLICATIONS.spec)),
        (&CONTRIBUTIONS.spec, empty(&CONTRIBUTIONS.spec)),
    ] {
        facts.set(spec, answer).expect("the question takes this answer");
    }
    for (year, contribution) in (FIRST..FIRST + 10).zip((6_u32..).map(|hundreds| wan(100 * hundreds))) {
        YEARLY_CONTRIBUTION.set(&mut facts, year, contribution).expect("the table takes a year");
    }
    facts
}

/// A thousand applicants: assessed, ranked and summed; and first read out of a table with one applicant a row.
fn portfolios() -> [Workload; 2] {
    const APPLICANTS: usize = 1_000;
    let sum = |drafts: &mut dyn Iterator<Item = Draft>| {
        let applicants = drafts.map(|draft| Applicant::new(draft, String::new())).collect();
        let portfolio = Portfolio { applicants, ..Portfolio::default() };
        assert_eq!(portfolio.ranked(Rank::ALL[0]).len(), APPLICANTS);
        portfolio.totals().by_year.total().certain
    };
    let drafts: Vec<Draft> =
        examples::ALL.iter().map(|example| example.draft().expect("every example opens")).collect();
    let mut table = "机构名称,机构类别,申请年度,新设或新迁入,实收资本（万元）,2024年区域综合贡献（万元）,2025年区域综合贡献（万元）\n".to_owned();
    for number in 0..APPLICANTS {
        table += &format!("机构{number},法人金融机构,2026,是,{},{},{}\n", 1_000 * number, number, 2 * number);
    }
    [
        Workload::new(format!("portfolio/{APPLICANTS}"), move || {
            sum(&mut black_box(&drafts).iter().cycle().take(APPLICANTS).cloned())
        }),
        Workload::new(format!("portfolio/{APPLICANTS}/table"), move || {
            let gathered = applicants::gather("list.csv", black_box(table.as_bytes()), Lang::Zh);
            sum(&mut gathered.drafts.into_iter().map(|(_, draft)| draft))
        }),
    ]
}

/// An introduced enterprise: when it first paid tax, and what it contributed in that year and the two after it.
struct Enterprise {
    first_tax: Date,
    fen: [i64; 3],
}

impl Enterprise {
    /// First tax days fall on every month of six years, one in thirteen on a 1 January; contributions lie below, in and
    /// above all tiers, up to 22 million yuan.
    fn number(number: u64) -> Self {
        let spread = |salt: u64, below: u64| (number + 1) * salt / 7 % below;
        let (month, day) =
            if number.is_multiple_of(13) { (1, 1) } else { (1 + small(number % 12), 1 + small(spread(31, 28))) };
        Self {
            first_tax: Date::new(2019 + u16::from(small(spread(17, 6))), month, day).expect("months have 28 days"),
            fen: [3_000_000_017, 5_000_000_011, 7_000_000_003]
                .map(|salt| i64::try_from(spread(salt, 2_200_000_000)).expect("far below the limit")),
        }
    }
}

fn small(number: u64) -> u8 {
    u8::try_from(number).expect("a part of a date")
}

/// An intermediary that introduced these.
fn introducer(introduced: &[Enterprise]) -> Facts {
    let example = examples::ALL.iter().find(|example| example.id == "introducer").expect("it is an example");
    let mut facts = example.draft().expect("every example opens").facts;
    let Form::Table(columns) = ENTERPRISES.spec.form else { panic!("enterprises are a table") };
    let mut table = Table::new(columns);
    for (row, enterprise) in introduced.iter().enumerate() {
        table.insert(row);
        let mut cells = vec![
            (enterprises::NAME.index, Answer::Words(format!("引进企业{}", row + 1).into())),
            (enterprises::FITS.index, Answer::YesNo(true)),
            (enterprises::FIRST_TAX.index, Answer::Date(enterprise.first_tax)),
            (enterprises::COUNTED.index, Answer::YesNo(false)),
        ];
        for (cell, fen) in enterprises::YEARS.iter().zip(enterprise.fen) {
            cells.push((cell.index, Answer::Money(Money::from_fen(i128::from(fen)))));
        }
        for (column, answer) in cells {
            table.set(columns, row, column, Some(answer)).expect("the column takes this answer");
        }
    }
    for (spec, answer) in [(&SUPERVISED.spec, Answer::YesNo(true)), (&ENTERPRISES.spec, Answer::Table(table))] {
        facts.set(spec, Some(answer)).expect("the question takes this answer");
    }
    facts
}

/// Article 27 as one would write it for nothing but the amounts: integers in columns. Ratios to it say what typed facts,
/// conditions and working cost, on whatever machine.
struct Columns {
    from_first_year: Vec<bool>,
    fen: [Vec<i64>; 3],
}

impl Columns {
    fn new(enterprises: &[Enterprise]) -> Self {
        let first = |enterprise: &Enterprise| enterprise.first_tax == Date::first_of(enterprise.first_tax.year());
        Self {
            from_first_year: enterprises.iter().map(first).collect(),
            fen: [0, 1, 2].map(|year| enterprises.iter().map(|enterprise| enterprise.fen[year]).collect()),
        }
    }

    fn reward(&self) -> Money {
        const WAN: i64 = 1_000_000;
        let mut sum = 0;
        for (row, from_first) in self.from_first_year.iter().enumerate() {
            let mut best = 0;
            for column in &self.fen[usize::from(!from_first)..] {
                if column[row] <= 2000 * WAN {
                    best = best.max(column[row]);
                }
            }
            let rate = match best {
                _ if best > 1500 * WAN => 9,
                _ if best > 1000 * WAN => 8,
                _ if best > 500 * WAN => 7,
                _ if best > 300 * WAN => 6,
                _ if best > 100 * WAN => 5,
                _ => 0,
            };
            sum += (best * rate + 50) / 100;
        }
        Money::from_fen(i128::from(sum))
    }
}
