//! Every file and text that came back from somebody in some form: what becomes of it is what should.

mod holds;

use holds::cases::{self, TYPED, Then};
use miyun::answers::unit::Unit;
use miyun::assess_json;
use miyun::official_text::OfficialText;
use miyun::policy::CURRENT;
use miyun::text::Lang;

#[test]
fn files_open_as_what_they_were_or_say_why_not() {
    let draft = cases::draft();
    for (name, bytes, then) in cases::files() {
        let opened = miyun::opened::open(&bytes);
        match (opened, then) {
            (Ok(opened), Then::Same) => {
                assert_eq!(opened.draft, draft, "{name}");
                assert!(opened.notes(Lang::Zh).is_empty(), "{name}: {:?}", opened.notes(Lang::Zh));
            }
            (Ok(opened), Then::Noted(words)) => {
                let notes = opened.notes(Lang::Zh).join("；");
                assert!(opened.draft == draft && notes.contains(words), "{name}: {notes}");
            }
            (Err(why), Then::Refused(words)) => {
                assert!(why.says(Lang::Zh).contains(words), "{name}: {}", why.says(Lang::Zh));
            }
            (opened, then) => panic!("{name}: {then:?}, but {opened:?}"),
        }
    }
}

#[test]
fn official_texts_are_read_or_called_what_they_are() {
    for (name, bytes, then) in cases::texts() {
        match (OfficialText::open(CURRENT, &bytes), then) {
            (Ok(text), Then::Same) => assert_eq!((text.len(), text.lost()), (38, 0), "{name}"),
            (Ok(text), Then::Noted(_)) => assert!(text.len() == 38 && text.lost() > 0, "{name}"),
            (Err(why), Then::Refused(words)) => {
                assert!(why.says(Lang::Zh).contains(words), "{name}: {}", why.says(Lang::Zh));
            }
            (text, then) => panic!("{name}: {then:?}, but {text:?}"),
        }
    }
}

#[test]
fn what_is_typed_is_taken_exactly_or_refused() {
    for (form, unit, texts) in TYPED {
        let unit = Unit::ALL.into_iter().find(|other| other.id() == *unit).unwrap();
        let form_of = assess_json::form_named(form).unwrap();
        for (typed, expected) in *texts {
            let said = assess_json::typed(&form_of, typed, unit.factor());
            let answer =
                said.get("answer").map(|answer| answer.as_str().map_or_else(|| answer.to_string(), str::to_owned));
            assert_eq!(answer.unwrap_or_default(), *expected, "{form}: {typed:?}");
        }
    }
}
