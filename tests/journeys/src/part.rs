//! The page or something on it: find, read, click, type.

use crate::PATIENCE;
use crate::browser::Browser;
use crate::driver::{element, reference};
use crate::role::Role;
use serde_json::{Value, json};
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_millis(40);

/// The visible candidates within a root, those that mention the name first asked.
const CANDIDATES: &str = "
    const [root, selector, name] = arguments;
    const squeeze = text => (text ?? '').replace(/\\s+/g, ' ').trim();
    const byId = id => document.getElementById(id)?.textContent;
    const said = thing => squeeze([
        thing.textContent, thing.value, thing.title, thing.alt, thing.placeholder,
        thing.getAttribute('aria-label'),
        ...(thing.getAttribute('aria-labelledby') ?? '').split(/\\s+/).map(byId),
        ...Array.from(thing.labels ?? []).map(label => label.textContent),
        ...Array.from(thing.querySelectorAll('[aria-label],[alt],[title]'))
            .flatMap(inner => [inner.getAttribute('aria-label'), inner.alt, inner.title]),
    ].join(' '));
    return Array.from((root ?? document).querySelectorAll(selector)).filter(thing =>
        (thing.checkVisibility ? thing.checkVisibility() : thing.getClientRects().length > 0)
        && !thing.closest('[aria-hidden=true],[inert]')
        && said(thing).includes(name));";

/// The page or something on it.
#[derive(Debug, Clone)]
pub struct Part {
    browser: Rc<Browser>,
    /// The element, or nothing for the whole page.
    id: Option<String>,
    /// What it was asked for as, to say when something fails.
    called: String,
}

impl Part {
    pub(crate) fn whole(browser: Rc<Browser>) -> Self {
        Self { browser, id: None, called: "the page".to_owned() }
    }

    pub(crate) fn browser(&self) -> &Browser {
        &self.browser
    }

    /// A thing by what it is and what a screen reader calls it. A name that says it exactly goes
    /// before one that only contains the words; if two fit as well, the journey must say more.
    #[track_caller]
    pub fn find(&self, role: Role, name: &str) -> Part {
        let called = format!("{role:?} “{name}” in {}", self.called);
        match self.eventually(|| self.seek(role, name)) {
            Ok(id) => Part { browser: Rc::clone(&self.browser), id: Some(id), called },
            Err(why) => panic!("no {called}: {why}\nthe text there is:\n{}", self.text()),
        }
    }

    /// Whether there is such a thing now, without waiting for it.
    pub fn has(&self, role: Role, name: &str) -> bool {
        self.seek(role, name).is_ok()
    }

    /// A button, by its words.
    #[track_caller]
    pub fn button(&self, name: &str) -> Part {
        self.find(Role::Button, name)
    }

    /// A link, by its words.
    #[track_caller]
    pub fn link(&self, name: &str) -> Part {
        self.find(Role::Link, name)
    }

    /// A heading, by its words.
    #[track_caller]
    pub fn heading(&self, name: &str) -> Part {
        self.find(Role::Heading, name)
    }

    /// Something to type or choose in, by its label.
    #[track_caller]
    pub fn field(&self, label: &str) -> Part {
        self.find(Role::Field, label)
    }

    /// A box to tick, by its label.
    #[track_caller]
    pub fn checkbox(&self, label: &str) -> Part {
        self.find(Role::Checkbox, label)
    }

    /// One choice of a group, by the group's legend and the choice's label.
    #[track_caller]
    pub fn radio(&self, group: &str, label: &str) -> Part {
        self.find(Role::Group, group).find(Role::Radio, label)
    }

    /// A named part of the page.
    #[track_caller]
    pub fn region(&self, name: &str) -> Part {
        self.find(Role::Region, name)
    }

    /// All text a person sees there, line by line.
    #[track_caller]
    pub fn text(&self) -> String {
        let text = self.script("return (arguments[0] || document.body).innerText;", &[]);
        text.as_str().unwrap_or_default().trim().to_owned()
    }

    /// The first number in the text, without its separators: `5,000 万元` is `5000`.
    #[track_caller]
    pub fn amount(&self) -> String {
        let text = self.text();
        first_number(&text).unwrap_or_else(|| panic!("no number in {}: {text}", self.called))
    }

    /// Waits until the text holds these words.
    #[track_caller]
    pub fn wait_for(&self, words: &str) {
        let seen = self.eventually(|| self.text().contains(words).then_some(()).ok_or(String::new()));
        if seen.is_err() {
            panic!("“{words}” never appeared in {}; the text there is:\n{}", self.called, self.text());
        }
    }

    /// What has been typed or chosen.
    #[track_caller]
    pub fn value(&self) -> String {
        let value = self.script("return arguments[0].value;", &[]);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// An attribute, as markup has it.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        let value = self.script("return arguments[0].getAttribute(arguments[1]);", &[json!(name)]);
        value.as_str().map(str::to_owned)
    }

    /// Whether a box or choice is ticked.
    #[track_caller]
    pub fn is_checked(&self) -> bool {
        let is = "return arguments[0].checked ?? arguments[0].getAttribute('aria-checked') === 'true';";
        self.script(is, &[]) == json!(true)
    }

    /// Clicks it; a box or choice drawn by its label is clicked there.
    #[track_caller]
    pub fn click(&self) {
        let Some(id) = &self.id else { panic!("the whole page cannot be clicked") };
        let click = |id: &str| self.browser.driver.click(id);
        let outcome = self.eventually(|| {
            click(id).or_else(|why| {
                // WebKit does not scroll within a column that scrolls by itself.
                let bring =
                    "arguments[0].scrollIntoView({ block: 'nearest' }); return arguments[0].labels?.[0] ?? null;";
                let label = self.script(bring, &[]);
                element(&label).map_or(Err(why), |label| click(&label))
            })
        });
        if let Err(why) = outcome {
            panic!("{} cannot be clicked: {why}", self.called);
        }
    }

    /// Types into the field of this label, in place of what was there.
    #[track_caller]
    pub fn type_into(&self, label: &str, words: &str) {
        self.field(label).fill(words);
    }

    /// Chooses an option of the list of this label.
    #[track_caller]
    pub fn choose(&self, label: &str, option: &str) {
        let list = self.field(label);
        let pick = "
            const [list, words] = arguments;
            return Array.from(list.options).find(option => option.label.trim() === words)
                ?? Array.from(list.options).find(option => option.label.includes(words)) ?? null;";
        let Some(id) = element(&list.script(pick, &[json!(option)])) else {
            panic!("no option “{option}” in {}: {}", list.called, list.text());
        };
        Part { id: Some(id), called: option.to_owned(), ..list }.click();
    }

    /// Types into this field, in place of what was there. A field for a date takes `2026-03-31`,
    /// a field for a file takes its path.
    #[track_caller]
    pub fn fill(&self, words: &str) {
        let kind = self.attribute("type").unwrap_or_default();
        if matches!(kind.as_str(), "date" | "month" | "time" | "color" | "range") {
            // The keys these take differ from country to country; the outcome does not.
            let set = "
                const [field, value] = arguments;
                field.focus();
                Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
                field.dispatchEvent(new Event('input', { bubbles: true }));
                field.dispatchEvent(new Event('change', { bubbles: true }));
                field.blur();";
            self.script(set, &[json!(words)]);
            return;
        }
        if kind != "file" {
            self.script("arguments[0].focus(); arguments[0].select?.();", &[]);
            if !self.value().is_empty() {
                self.keys("\u{E017}"); // Delete
            }
        }
        self.keys(words);
    }

    /// Types over what stands in this field, without emptying it first.
    #[track_caller]
    pub fn type_over(&self, words: &str) {
        self.script("arguments[0].focus(); arguments[0].select();", &[]);
        self.keys(words);
    }

    #[track_caller]
    fn keys(&self, keys: &str) {
        let Some(id) = &self.id else { panic!("the whole page takes no text; use press") };
        if let Err(why) = self.browser.driver.type_into(id, keys) {
            panic!("{} takes no text: {why}", self.called);
        }
    }

    /// Runs a function body in the page, with this part (or null) before the arguments.
    #[track_caller]
    pub fn script(&self, body: &str, arguments: &[Value]) -> Value {
        let own = self.id.as_deref().map_or(Value::Null, reference);
        let all: Vec<Value> = std::iter::once(own).chain(arguments.iter().cloned()).collect();
        match self.browser.driver.script(body, &all) {
            Ok(value) => value,
            Err(why) => panic!("{} cannot be asked: {why}", self.called),
        }
    }

    /// The one thing that fits best, or why there is none.
    fn seek(&self, role: Role, name: &str) -> Result<String, String> {
        let own = self.id.as_deref().map_or(Value::Null, reference);
        let found = self.browser.driver.script(CANDIDATES, &[own, json!(role.selector()), json!(name)])?;
        let mut exact = Vec::new();
        let mut partial = Vec::new();
        for id in found.as_array().into_iter().flatten().filter_map(element) {
            let label = self.browser.driver.label(&id)?;
            let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
            if label == name {
                exact.push((id, label));
            } else if label.contains(name) {
                partial.push((id, label));
            }
        }
        let best = if exact.is_empty() { partial } else { exact };
        match best.as_slice() {
            [] => Err("nothing of that name is visible".to_owned()),
            [(id, _)] => Ok(id.clone()),
            several => {
                let labels: Vec<&str> = several.iter().map(|(_, label)| label.as_str()).collect();
                Err(format!("{} fit: {}", labels.len(), labels.join(" · ")))
            }
        }
    }

    fn eventually<T>(&self, attempt: impl Fn() -> Result<T, String>) -> Result<T, String> {
        let begun = Instant::now();
        loop {
            match attempt() {
                Err(_) if begun.elapsed() < PATIENCE => thread::sleep(PAUSE),
                outcome => return outcome,
            }
        }
    }
}

fn first_number(text: &str) -> Option<String> {
    let begin = text.find(|c: char| c.is_ascii_digit())?;
    let number: String = text[begin..]
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{202F}' | '\u{A0}'))
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    Some(number.trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::first_number;

    #[test]
    fn an_amount_is_its_digits() {
        assert_eq!(first_number("约 5,000 万元").as_deref(), Some("5000"));
        assert_eq!(first_number("¥12,345.67.").as_deref(), Some("12345.67"));
        assert_eq!(first_number("无"), None);
    }
}
