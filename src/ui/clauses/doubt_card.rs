//! A doubt with both readings, what it moves in the open draft, and the question to send.

use leptos::prelude::*;
use miyun::article::article;
use miyun::money::Money;
use miyun::rule::{Doubt, Raised};
use miyun::text::{Lang, Text, sentence};

use crate::ui::clauses::figures::Scale;
use crate::ui::clauses::reasons;
use crate::ui::components::bands::Band;
use crate::ui::components::doubt::{Doubt as Card, Reading, doubt};
use crate::ui::components::money::{Figure, Size, money};
use crate::ui::copy::copy_button;
use crate::ui::frame::route::doubt_id;
use crate::ui::words;

/// The card. `raised` is what the doubt does to the open draft, if it touches it.
pub fn doubt_card(of: &Doubt, lead: AnyView, raised: Option<&Raised>, lang: Lang) -> AnyView {
    let question = of.ask;
    let text = |words: Text| sentence(words.get(lang), lang);
    let amounts = raised.map(|raised| amounts(raised, lang));
    let (prudent, wider) = amounts.map_or((None, None), |[prudent, wider]| (Some(prudent), Some(wider)));
    let ask = text(of.ask);
    doubt(Card {
        id: doubt_id(of.number),
        no: of.number.to_owned(),
        title: phrases(&text(of.issue), lang),
        lead,
        readings: vec![
            Reading { band: Band::Certain, name: text(words::PRUDENT), text: text(of.prudent), amount: prudent },
            Reading { band: Band::Possible, name: text(words::FAVOURABLE), text: text(of.favourable), amount: wider },
        ],
        ask: text(words::ASK_OFFICE),
        quote: ask,
        action: copy_button(words::COPY_QUESTION, move || question.get(lang).to_owned(), lang),
    })
}

/// What counts under each reading.
fn amounts(raised: &Raised, lang: Lang) -> [AnyView; 2] {
    if raised.adds.is_zero() {
        return [(), ()].map(|()| view! { <span class="soft">{words::NO_CHANGE.get(lang)}</span> }.into_any());
    }
    let wider = raised.prudent + raised.adds;
    let scale = Scale::of([raised.prudent, wider], lang);
    let amount =
        |sum: Money| money(Size::Amount, Figure::fixed(scale.figure(sum), Some(sum.to_string()), scale.unit()));
    let more = scale.figure(raised.adds);
    let more = match lang {
        Lang::Zh => format!("多{more}"),
        Lang::En => format!("{more} more"),
    };
    let prudent = if raised.prudent.is_zero() {
        view! { <span class="soft">{words::NO_MONEY.get(lang)}</span> }.into_any()
    } else {
        amount(raised.prudent)
    };
    [prudent, view! { {amount(wider)}" "<span class="soft small nowrap">{more}</span> }.into_any()]
}

/// A Chinese heading broken after its commas; an English one breaks by itself.
pub fn phrases(heading: &str, lang: Lang) -> Vec<String> {
    match lang {
        Lang::Zh => heading.split_inclusive(['，', '；', '、']).map(str::to_owned).collect(),
        Lang::En => vec![heading.to_owned()],
    }
}

/// A doubt that touches the case: both readings with both amounts, and the question to send.
pub fn raised_card(raised: &Raised, lang: Lang) -> AnyView {
    let articles: Vec<String> = raised.clauses.iter().map(|clause| article(clause.article, lang)).collect();
    let articles = reasons::listed(&articles, lang);
    let lead = match lang {
        Lang::Zh => format!("涉及{articles}"),
        Lang::En => format!("Touches {articles}"),
    };
    doubt_card(raised.doubt, lead.into_any(), Some(raised), lang)
}
