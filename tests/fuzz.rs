//! The short run of what `cargo xtask fuzz` runs for long: what must hold, asked of damaged seeds and of any bytes.

mod holds;

use holds::{answers, seeds};
use miyun::answers::answer::Answer;
use miyun::answers::form::Form;
use miyun::answers::typed::Complaint;
use miyun::applicant::contribution::RANK;
use miyun::applicant::identity::NAME;
use miyun::money::Money;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;

/// What happens to a seed.
#[derive(Clone, Debug)]
enum Damage {
    /// A byte becomes another.
    Change(Index, u8),
    /// A byte comes in between.
    Insert(Index, u8),
    /// So many bytes go.
    Remove(Index, u8),
    /// Bytes of one place stand in another too.
    Repeat(Index, Index, u8),
}

impl Damage {
    fn any() -> impl Strategy<Value = Self> {
        let at = any::<Index>;
        prop_oneof![
            4 => (at(), any::<u8>()).prop_map(|(at, byte)| Self::Change(at, byte)),
            1 => (at(), any::<u8>()).prop_map(|(at, byte)| Self::Insert(at, byte)),
            2 => (at(), any::<u8>()).prop_map(|(at, length)| Self::Remove(at, length)),
            2 => (at(), at(), any::<u8>()).prop_map(|(from, to, length)| Self::Repeat(from, to, length)),
        ]
    }

    fn apply(&self, bytes: &mut Vec<u8>) {
        let room = bytes.len() + 1;
        let run = |at: &Index, length: u8| {
            let at = at.index(room);
            at..(at + usize::from(length)).min(room - 1)
        };
        match self {
            Self::Change(at, byte) if !bytes.is_empty() => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Self::Change(..) => {}
            Self::Insert(at, byte) => bytes.insert(at.index(room), *byte),
            Self::Remove(at, length) => drop(bytes.drain(run(at, *length))),
            Self::Repeat(from, to, length) => {
                let copy = bytes[run(from, *length)].to_vec();
                let to = to.index(room);
                bytes.splice(to..to, copy);
            }
        }
    }
}

/// A seed after a few damages; one in eight begins with nothing.
fn damaged(seeds: Vec<(String, Vec<u8>)>) -> impl Strategy<Value = Vec<u8>> {
    let seed = prop_oneof![
        7 => any::<Index>().prop_map(move |which| which.get(&seeds).1.clone()),
        1 => vec(any::<u8>(), 0..600),
    ];
    (seed, vec(Damage::any(), 0..6)).prop_map(|(mut bytes, damages)| {
        damages.iter().for_each(|damage| damage.apply(&mut bytes));
        bytes
    })
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn seeds_hold() {
    seeds::draft().iter().for_each(|(_, bytes)| holds::draft(bytes));
    seeds::official().iter().for_each(|(_, bytes)| holds::official(bytes));
    seeds::typed().iter().for_each(|(_, bytes)| holds::typed(bytes));
    seeds::table().iter().for_each(|(_, bytes)| holds::table(bytes));
    seeds::assessment().iter().for_each(|(_, bytes)| holds::assessment(bytes));
}

/// The bytes of the examples are the examples: a search begins where something is paid.
#[test]
fn seeds_are_the_examples() {
    for (example, (id, bytes)) in miyun::drafts::examples::ALL.iter().zip(seeds::assessment()) {
        let draft = example.draft().unwrap();
        let found = answers::draft(&bytes);
        assert_eq!(found.facts_json(), draft.facts_json(), "{id}");
        assert_eq!((found.title, found.filing, found.further), (draft.title, draft.filing, draft.further), "{id}");
    }
}

/// What was found and mended stays mended.
#[test]
fn what_was_found() {
    let rank = &RANK.spec.form;
    let typed = |typed: &str| rank.parse(typed, Decimal::ONE);
    // Decimals after a sum of 亿 were read as digits before the point: 50.
    let money = Form::Money { signed: false };
    assert_eq!(money.parse("0亿5.0元", Decimal::ONE), Ok(Some(Answer::Money(Money::from_fen(500)))));
    // There is no rank 0, as the schema of drafts says.
    assert_eq!(typed("0"), Err(Complaint::TooSmall));
    assert_eq!(typed("1"), Ok(Some(Answer::Count(1))));
    // A hyphen that no one sees was taken for words without a letter.
    assert_eq!(NAME.spec.form.parse("\u{ad}", Decimal::ONE), Ok(None));
    // A sign is no part of a day.
    for typed in ["2021-+3-1", "2021/3/1 +0:00:00", "2021-03-01T00:+0"] {
        assert_eq!(miyun::answers::typed::date(typed), Err(Complaint::NotADate), "{typed}");
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_draft_file(bytes in damaged(seeds::draft())) {
        holds::draft(&bytes);
    }
}

proptest! {
    #![proptest_config(cases(5_000))]

    #[test]
    fn anything_typed(bytes in damaged(seeds::typed())) {
        holds::typed(&bytes);
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_table(bytes in damaged(seeds::table())) {
        holds::table(&bytes);
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_official_text(bytes in damaged(seeds::official())) {
        holds::official(&bytes);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn any_answers(bytes in damaged(seeds::assessment())) {
        holds::assessment(&bytes);
    }
}

mod office {
    use super::{cases, damaged, holds, seeds};
    use proptest::prelude::*;

    #[test]
    fn seeds_of_files_hold() {
        for (_, bytes) in seeds::file() {
            holds::file(&bytes);
        }
    }

    #[test]
    fn examples_as_office_files() {
        for (place, example) in miyun::drafts::examples::ALL.iter().enumerate() {
            let draft = example.draft().unwrap();
            holds::office_files_of(&draft, place);
        }
    }

    proptest! {
        #![proptest_config(cases(200))]

        #[test]
        fn any_file(bytes in damaged(seeds::file())) {
            holds::file(&bytes);
        }
    }

    proptest! {
        #![proptest_config(cases(8))]

        #[test]
        fn any_answers_as_office_files(bytes in damaged(seeds::assessment())) {
            holds::office(&bytes);
        }
    }
}
