//! The page in a browser of its own.

use crate::PATIENCE;
use crate::ability::Ability;
use crate::browser::{Browser, Settings};
use crate::driver::{Driver, Stroke};
use crate::part::Part;
use crate::pdf::Pdf;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::io::Write;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};
use std::{env, fs, thread};
use xtask::browser::Engine;
use xtask::journeys::{self, Build};
use xtask::project;
use xtask::site::Site;

/// Walks one journey with the usual settings. See the crate's own words.
#[track_caller]
pub fn walk(name: &str, journey: impl FnOnce(&Page)) {
    Page::start(Settings::default()).walked(name, journey);
}

/// Chooses between the wording of the page in Chinese and in English.
pub type Say = fn(&'static str, &'static str) -> &'static str;

/// Walks one journey in Chinese and, in a browser of its own, in English.
#[track_caller]
pub fn walk_in_both(name: &str, journey: impl Fn(&Page, Say)) {
    walk(name, |page| {
        page.open("#/");
        journey(page, |zh, _| zh);
    });
    walk(&format!("{name}, in English"), |page| {
        page.open("#/");
        page.button("English").click();
        page.button("中文");
        journey(page, |_, en| en);
    });
}

/// All of these where every journey is walked, a few of them in a core set that is walked in every engine.
pub fn some_of<T>(all: &[T]) -> impl Iterator<Item = &T> {
    let core = env::var(journeys::SET).is_ok_and(|set| set == journeys::CORE_SET);
    all.iter().step_by(if core { all.len().div_ceil(3).max(1) } else { 1 })
}

/// The engine that the environment names.
#[track_caller]
fn engine() -> Engine {
    let Ok(id) = env::var(journeys::ENGINE) else { return Engine::Chromium };
    Engine::named(&id).unwrap_or_else(|| panic!("{} names no engine: {id}", journeys::ENGINE))
}

/// The build of the page that the environment names.
#[track_caller]
fn build() -> Build {
    let Ok(id) = env::var(journeys::PAGE) else { return Build::Hosted };
    Build::named(&id).unwrap_or_else(|| panic!("{} names no build of the page: {id}", journeys::PAGE))
}

/// The page in a browser of its own; everything a [`Part`] can do, it can.
#[derive(Debug)]
pub struct Page {
    whole: Part,
    build: Build,
    site: String,
    errors: RefCell<Vec<String>>,
    requests: RefCell<Vec<String>>,
    /// Whether the page may log errors.
    tolerant: Cell<bool>,
    /// Why things are left out, each said once.
    said: RefCell<Vec<&'static str>>,
}

impl Deref for Page {
    type Target = Part;

    fn deref(&self) -> &Part {
        &self.whole
    }
}

impl Page {
    /// Starts a browser for the page, which shows nothing yet. The page is served from `dist/`, or a copy of
    /// `portal.html` elsewhere on disk, without a network.
    #[track_caller]
    pub fn start(settings: Settings) -> Self {
        Self::start_in(engine(), build(), settings)
    }

    /// The same in an engine and on a build that the environment does not choose.
    #[track_caller]
    pub fn start_in(engine: Engine, build: Build, settings: Settings) -> Self {
        let file = project::dist().join(build.file());
        assert!(file.is_file(), "there is no {} yet: run `cargo xtask journeys`, which builds it", file.display());
        match build {
            Build::Hosted => Self::serving_in(engine, project::dist(), settings),
            Build::File => {
                let single = fs::read(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
                let mut page = Self::of(started(engine, &settings), build, String::new());
                page.site = page.on_disk(build.file(), &single);
                page.go_offline();
                page
            }
        }
    }

    /// Serves another folder with a page in it and starts a browser, which shows nothing yet.
    #[track_caller]
    pub fn serving(folder: PathBuf, settings: Settings) -> Self {
        Self::serving_in(engine(), folder, settings)
    }

    #[track_caller]
    fn serving_in(engine: Engine, folder: PathBuf, settings: Settings) -> Self {
        match Site::start(folder.clone(), 0) {
            Ok(site) => Self::of(started(engine, &settings), Build::Hosted, site.address()),
            Err(why) => panic!("{} cannot be served: {why}", folder.display()),
        }
    }

    fn of(browser: Browser, build: Build, site: String) -> Self {
        Self {
            whole: Part::whole(Rc::new(browser)),
            build,
            site,
            errors: RefCell::default(),
            requests: RefCell::default(),
            tolerant: Cell::new(false),
            said: RefCell::default(),
        }
    }

    /// The same page in the same browser, after that was ended as a power cut ends it.
    #[track_caller]
    pub fn killed_and_started_again(self) -> Self {
        let browser = self.browser().killed_and_started_again(&Settings::default());
        Self::of(browser.unwrap_or_else(|why| panic!("{why}")), self.build, self.site.clone())
    }

    /// Runs a script in every page that is opened from here on, before the page's own.
    #[track_caller]
    pub fn prepare(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
    }

    /// Lets the browser call itself another, as `navigator.userAgent` has it.
    #[track_caller]
    pub fn call_itself(&self, name: &str) {
        self.devtools("Emulation.setUserAgentOverride", &json!({ "userAgent": name }));
    }

    /// Goes into a frame of the page: what is found, read and clicked from here on is there.
    #[track_caller]
    pub fn enter_frame(&self, place: usize) {
        self.must(self.driver().special("frame", Some(&json!({ "id": place }))));
    }

    /// The engine that draws the page.
    pub fn engine(&self) -> Engine {
        self.browser().engine
    }

    /// Which build of the page it is.
    pub fn build(&self) -> Build {
        self.build
    }

    /// Whether this can be done here. What cannot is left out, and that is said aloud, even where tests are silent.
    #[must_use]
    pub fn can(&self, ability: Ability) -> bool {
        let Some(why) = ability.lacking(self.engine(), self.build) else { return true };
        if self.said.borrow().contains(&why) {
            return false;
        }
        self.said.borrow_mut().push(why);
        let test = thread::current().name().unwrap_or_default().to_owned();
        let _ = writeln!(std::io::stdout(), "{}{why} ({test})", journeys::LEFT_OUT);
        false
    }

    /// Walks a journey on this page, then asks that the page logged no error and stayed at home.
    pub fn walked(self, name: &str, journey: impl FnOnce(&Self)) {
        let walk = || {
            journey(&self);
            let errors = self.console_errors();
            assert!(self.tolerant.get() || errors.is_empty(), "the page logged errors:\n{}", errors.join("\n"));
            let strangers = self.outside_requests();
            assert!(strangers.is_empty(), "the page asked others:\n{}", strangers.join("\n"));
        };
        if let Err(panic) = catch_unwind(AssertUnwindSafe(walk)) {
            self.leave_evidence(name);
            resume_unwind(panic);
        }
    }

    /// Lets the page log errors: one that cannot run in this browser does.
    pub fn tolerate_errors(&self) {
        self.tolerant.set(true);
    }

    /// Tries something that may well go wrong on this page: nothing is asked of it at the end.
    pub fn tried(self, trial: impl FnOnce(&Self)) {
        trial(&self);
    }

    /// Opens a route, e.g. `#/`, and waits until the page shows something.
    #[track_caller]
    pub fn open(&self, route: &str) {
        self.open_address(&format!("{}{route}", self.site));
    }

    /// Opens any address, e.g. of the single file, and waits until the page shows something.
    #[track_caller]
    pub fn open_address(&self, address: &str) {
        self.drain();
        self.must(self.driver().go(address));
        self.listen();
        let begun = Instant::now();
        while self.text().is_empty() {
            if begun.elapsed() > PATIENCE {
                panic!("{address} shows nothing; the console says:\n{}", self.console_errors().join("\n"));
            }
            thread::sleep(Duration::from_millis(40));
        }
        // What was fetched to get here is not what the page does by itself afterwards.
        self.drain();
        let site = self.site.clone();
        self.requests.borrow_mut().retain(|request| !request.starts_with(&site));
    }

    /// Hands a file to the page, as its file dialogue would.
    #[track_caller]
    pub fn hand_over(&self, name: &str, bytes: &[u8]) {
        self.until("a box for files", "return document.querySelector('main input[type=file]') !== null;");
        self.script(
            "const bytes = Uint8Array.from(atob(arguments[2]), sign => sign.charCodeAt(0));
             const given = new DataTransfer();
             given.items.add(new File([bytes], arguments[1]));
             const input = document.querySelector('main input[type=file]');
             input.files = given.files;
             input.dispatchEvent(new Event('change', { bubbles: true }));",
            &[json!(name), json!(BASE64_STANDARD.encode(bytes))],
        );
    }

    /// The address of a file on disk that holds these bytes, as a double click opens it.
    #[track_caller]
    pub fn on_disk(&self, name: &str, bytes: &[u8]) -> String {
        let file = self.browser().downloads().with_file_name(name);
        if let Err(why) = fs::write(&file, bytes) {
            panic!("{}: {why}", file.display());
        }
        format!("file://{}", file.display())
    }

    /// Where the page is served.
    pub fn site(&self) -> &str {
        &self.site
    }

    /// Loads the page anew, as F5 does. The command of WebDriver passes the service worker by in Firefox.
    #[track_caller]
    pub fn reload(&self) {
        let address = self.script("return location.href;", &[]);
        self.script("window.old = true; location.reload();", &[]);
        let begun = Instant::now();
        // While the page changes, its engine may refuse to run anything.
        let renewed = "return window.old !== true && document.readyState === 'complete';";
        while self.driver().script(renewed, &[]) != Ok(json!(true)) && begun.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(40));
        }
        self.open_address(address.as_str().unwrap_or(&self.site));
    }

    /// The title of the page.
    #[track_caller]
    pub fn title(&self) -> String {
        self.script("return document.title;", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Presses keys one after another, wherever the focus is: `[Key::Tab, Key::Char('a')]`.
    #[track_caller]
    pub fn press(&self, keys: &[Key]) {
        let both = |key: &Key| [true, false].map(|down| Stroke { down, key: key.code() });
        let strokes: Vec<Stroke> = keys.iter().flat_map(both).collect();
        self.must(self.driver().strike(&strokes));
    }

    /// The thing that has the focus, as a screen reader calls it.
    #[track_caller]
    pub fn focused(&self) -> String {
        let active = self.must(self.driver().script("return document.activeElement ?? document.body;", &[]));
        let id = crate::driver::element(&active).unwrap_or_default();
        self.must(self.driver().label(&id))
    }

    /// Waits until the focus is on a thing that is called so, or so among more words.
    #[track_caller]
    pub fn wait_until_focused(&self, label: &str) {
        let begun = Instant::now();
        let mut focused = self.focused();
        while !focused.contains(label) {
            assert!(begun.elapsed() < PATIENCE, "the focus is on {focused} and not on {label}");
            thread::sleep(Duration::from_millis(100));
            focused = self.focused();
        }
    }

    /// Opens an example from the first page, which shows a few of them and the others on demand.
    #[track_caller]
    pub fn example(&self, name: &str) {
        self.until(
            "the examples",
            "const more = document.querySelector('#examples details');
             if (more) more.open = true;
             return more !== null;",
        );
        self.link(name).click();
    }

    /// Asks a script again and again until it says yes.
    #[track_caller]
    pub fn until(&self, what: &str, question: &str) {
        let begun = Instant::now();
        while self.script(question, &[]) != true {
            assert!(begun.elapsed() < PATIENCE, "{what}: never:\n{}", self.text());
            thread::sleep(Duration::from_millis(40));
        }
    }

    /// Makes the window this wide and high. No window of Firefox or WebKit is as narrow as a phone.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        if !self.is_chromium() {
            if let Err(why) = self.browser().fit(width, height) {
                panic!("the window cannot be {width} x {height}: {why}");
            }
            return;
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        // As on a phone, where a bar takes no width: a picture of the whole page has none either.
        self.devtools("Emulation.setScrollbarsHidden", &json!({ "hidden": true }));
    }

    /// Presses a key while another is held down: `page.chord(Key::Shift, Key::Tab)`.
    #[track_caller]
    pub fn chord(&self, held: Key, key: Key) {
        let stroke = |down, key: Key| Stroke { down, key: key.code() };
        let strokes = [stroke(true, held), stroke(true, key), stroke(false, key), stroke(false, held)];
        self.must(self.driver().strike(&strokes));
    }

    /// Types on the keyboard, wherever the focus is.
    #[track_caller]
    pub fn type_keys(&self, words: &str) {
        let keys: Vec<Key> = words.chars().map(Key::Char).collect();
        self.press(&keys);
    }

    /// Presses Tab until the thing that has the focus is called so, or begins so. What it meets on the way is told
    /// when it never comes.
    #[track_caller]
    pub fn tab_to(&self, name: &str) {
        self.walk_to(name, || self.press(&[Key::Tab]));
    }

    /// The same backwards, with Shift and Tab.
    #[track_caller]
    pub fn tab_back_to(&self, name: &str) {
        self.walk_to(name, || self.chord(Key::Shift, Key::Tab));
    }

    #[track_caller]
    fn walk_to(&self, name: &str, step: impl Fn()) {
        let mut met = Vec::new();
        while met.len() < 200 {
            step();
            let focused = self.focused();
            if focused.starts_with(name) {
                return;
            }
            met.push(focused);
        }
        panic!("the focus never came to “{name}”; it came to: {}", met.join(" · "));
    }

    /// Shows the page as to a person who has set these: `[("forced-colors", "active")]`.
    #[track_caller]
    pub fn prefer(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", &json!({ "media": "", "features": features }));
    }

    /// Holds the page as it is now against WCAG 2.2 A and AA with axe-core.
    #[track_caller]
    pub fn axe(&self) {
        let faults = self.axe_faults();
        assert!(faults.is_empty(), "axe-core finds {} faults:\n{}", faults.len(), faults.join("\n"));
    }

    /// What axe-core finds, a line a fault: the rule, where, and why.
    #[track_caller]
    pub fn axe_faults(&self) -> Vec<String> {
        if self.script("return typeof window.axe;", &[]) == "undefined" {
            let Some(file) = xtask::axe::named() else {
                panic!("{} names no axe.min.js: run `cargo xtask journeys`, which gets it", xtask::axe::VARIABLE)
            };
            let source = fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
            self.script(&source, &[]);
        }
        let run = "
            const found = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] },
                resultTypes: ['violations'],
            });
            return found.violations.flatMap(fault => fault.nodes.map(node =>
                `${fault.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`));";
        self.settle();
        let run = format!("return (async () => {{ {run} }})();");
        let found = self.script(&run, &[]);
        found.as_array().into_iter().flatten().filter_map(|fault| Some(fault.as_str()?.to_owned())).collect()
    }

    /// Shows the page as on a dark (or light) system, on `screen` or as `print`.
    #[track_caller]
    pub fn appear(&self, dark: bool, medium: &str) {
        let scheme = if dark { "dark" } else { "light" };
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        self.devtools("Emulation.setEmulatedMedia", &json!({ "media": medium, "features": [feature] }));
    }

    /// Takes the network away.
    pub fn go_offline(&self) {
        self.browser().watch.connect(false);
    }

    /// Gives it back.
    pub fn go_online(&self) {
        self.browser().watch.connect(true);
    }

    /// A picture (PNG) of the whole page, however long it is.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        self.settle();
        if !self.is_chromium() {
            return decoded(&self.must(self.driver().special("moz/screenshot/full", None)));
        }
        let whole = json!({ "format": "png", "captureBeyondViewport": true, "clip": self.extent() });
        let answer = self.devtools("Page.captureScreenshot", &whole);
        decoded(&answer["data"])
    }

    /// Ends what moves: a colour on its way to another is neither of them. Waiting for it would not do, as nothing moves
    /// on where no frame is drawn.
    #[track_caller]
    fn settle(&self) {
        let end = "
            for (const moving of document.getAnimations())
                if (moving.effect?.getComputedTiming().endTime < Infinity) moving.finish();";
        self.script(end, &[]);
    }

    fn extent(&self) -> Value {
        let metrics = self.devtools("Page.getLayoutMetrics", &json!({}));
        // Old kernels have the other name alone.
        let size = metrics.get("cssContentSize").unwrap_or(&metrics["contentSize"]);
        json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 })
    }

    /// Prints the page on A4, backgrounds as the style sheet has them.
    #[track_caller]
    pub fn print_pdf(&self) -> Pdf {
        // The page's own style has no margin: its sheets bring theirs.
        Pdf::read(decoded(&self.must(self.driver().print())))
    }

    /// What stands below the text of its sheet of the papers, and would be cut in print: the number of the sheet and how it
    /// begins.
    #[track_caller]
    pub fn cut_from_sheets(&self) -> Vec<String> {
        // In words that Chromium 88 knows.
        let low = "
            return [].concat(...Array.from(document.querySelectorAll('.sheets .sheet'), (sheet, index) => {
                const box = sheet.getBoundingClientRect(), scale = box.height / sheet.offsetHeight;
                const end = box.bottom - (parseFloat(getComputedStyle(sheet).paddingBottom) - 4) * scale;
                return Array.from(sheet.querySelectorAll('tr, p:not(.sheet__folio), li, .sign, dl'))
                    .filter(part => part.getBoundingClientRect().bottom > end)
                    .map(part => `${index + 1}: ${part.textContent.slice(0, 40)}`);
            }));";
        let low = self.script(low, &[]);
        low.as_array().unwrap().iter().map(|part| part.as_str().unwrap().to_owned()).collect()
    }

    /// What is downloaded by doing this: its file name and content.
    #[track_caller]
    pub fn downloaded_by(&self, doing: impl FnOnce()) -> (String, Vec<u8>) {
        let folder = self.browser().downloads();
        // Some browsers write over a file of the same name, others give the new one another.
        for file in files(&folder) {
            let _ = fs::remove_file(file);
        }
        doing();
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(new) = files(&folder).into_iter().find(|file| is_whole(file)) {
                let name = new.file_name().unwrap_or_default().to_string_lossy().into_owned();
                return (name, fs::read(&new).unwrap_or_default());
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("nothing was downloaded")
    }

    /// Every error the page has logged so far.
    pub fn console_errors(&self) -> Vec<String> {
        self.drain();
        self.errors.borrow().clone()
    }

    /// Everything the page has asked the network for since it was opened.
    pub fn requests_after_load(&self) -> Vec<String> {
        self.drain();
        self.requests.borrow().clone()
    }

    /// What of that went elsewhere than to where the page came from, now or at any time before.
    pub fn outside_requests(&self) -> Vec<String> {
        let mut requests = self.requests_after_load();
        requests.retain(|request| !request.starts_with(&self.site));
        requests
    }

    /// Sends a command of the Chrome DevTools protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.must(self.driver().devtools(command, parameters))
    }

    fn driver(&self) -> &dyn Driver {
        &*self.browser().driver
    }

    #[track_caller]
    fn must<T>(&self, answer: Result<T, String>) -> T {
        match answer {
            Ok(value) => value,
            Err(why) => panic!("the browser refused: {why}"),
        }
    }

    /// Takes over what the browser has logged; it forgets what it has told.
    fn drain(&self) {
        let told = match self.engine() {
            Engine::Chromium | Engine::Old(_) => self.driver().errors(),
            Engine::Firefox => self.browser().errors_said(),
            Engine::WebKit => {
                let told =
                    self.driver().script("return window.journeyErrors ? window.journeyErrors.splice(0) : [];", &[]);
                strings(&told.unwrap_or_default())
            }
        };
        self.errors.borrow_mut().extend(told);
        // Chromium asks others for much by itself; what the page asks for it tells apart.
        let asked = self.browser().watch.take();
        let asked = if self.is_chromium() { self.asked() } else { asked };
        self.requests.borrow_mut().extend(asked);
    }

    /// WebKit tells nobody of its console while it is driven, so the page itself is listened to: as soon as it has been
    /// loaded, not before.
    fn listen(&self) {
        const LISTEN: &str = "
            if (window.journeyErrors) return;
            const errors = window.journeyErrors = [];
            addEventListener('error', event => errors.push(String(event.error || event.message)), true);
            addEventListener('unhandledrejection', event => errors.push(String(event.reason)));
            addEventListener('securitypolicyviolation', event => errors.push(`refused: ${event.blockedURI}`));
            const said = console.error;
            console.error = (...words) => { errors.push(words.join(' ')); said.apply(console, words); };";
        if self.engine() == Engine::WebKit {
            let _ = self.driver().script(LISTEN, &[]);
        }
    }

    /// What the page in Chromium has asked the network for.
    fn asked(&self) -> Vec<String> {
        let leaves = |address: &String| ["http:", "https:", "ws:", "wss:"].iter().any(|way| address.starts_with(way));
        self.driver().requests().into_iter().filter(leaves).collect()
    }

    fn is_chromium(&self) -> bool {
        matches!(self.engine(), Engine::Chromium | Engine::Old(_))
    }

    fn leave_evidence(&self, name: &str) {
        let folder = project::root().join("target/journeys");
        let name = format!("{} {} {name}", self.engine().id(), self.build.id());
        let stem = folder.join(name.replace(|c: char| !c.is_alphanumeric(), "-"));
        let keep = |ending: &str, content: &[u8]| {
            let file = stem.with_extension(ending);
            match fs::create_dir_all(&folder).and_then(|()| fs::write(&file, content)) {
                Ok(()) => eprintln!("“{name}” left {}", file.display()),
                Err(why) => eprintln!("{} cannot be kept: {why}", file.display()),
            }
        };
        if Ability::Picture.lacking(self.engine(), self.build).is_none()
            && let Ok(picture) = self.driver().picture()
        {
            keep("png", &decoded(&picture));
        }
        if let Ok(source) = self.driver().script("return document.documentElement.outerHTML;", &[]) {
            keep("html", source.as_str().unwrap_or_default().as_bytes());
        }
        for error in self.console_errors() {
            eprintln!("the console says: {error}");
        }
    }
}

/// A key to press.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "each is the key of its name")]
pub enum Key {
    Char(char),
    Tab,
    Enter,
    Escape,
    Space,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    Backspace,
    Shift,
    Control,
}

impl Key {
    /// As WebDriver writes it.
    fn code(self) -> char {
        match self {
            Self::Char(key) => key,
            Self::Tab => '\u{E004}',
            Self::Enter => '\u{E007}',
            Self::Escape => '\u{E00C}',
            Self::Space => ' ',
            Self::Up => '\u{E013}',
            Self::Down => '\u{E015}',
            Self::Left => '\u{E012}',
            Self::Right => '\u{E014}',
            Self::Home => '\u{E011}',
            Self::End => '\u{E010}',
            Self::Backspace => '\u{E003}',
            Self::Shift => '\u{E008}',
            Self::Control => '\u{E009}',
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

/// A download is written under another name until it is whole; Firefox keeps its place with an empty file. WebKit writes
/// under the name itself, and closes the file when it is whole.
fn is_whole(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let begun = [".crdownload", ".part", ".wkdownload", ".tmp"].iter().any(|ending| name.ends_with(ending));
    let filled = fs::metadata(file).is_ok_and(|file| file.len() > 0);
    !begun && !name.starts_with('.') && filled && !is_open(file)
}

/// Whether a program has the file open, where the system tells (Linux).
fn is_open(file: &Path) -> bool {
    let programs = fs::read_dir("/proc").into_iter().flatten().flatten();
    let opened = programs.filter_map(|program| fs::read_dir(program.path().join("fd")).ok()).flatten().flatten();
    opened.filter_map(|opened| fs::read_link(opened.path()).ok()).any(|opened| opened == file)
}

#[track_caller]
fn started(engine: Engine, settings: &Settings) -> Browser {
    Browser::start(engine, settings).unwrap_or_else(|why| panic!("{why}"))
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
}

fn decoded(base64: &Value) -> Vec<u8> {
    let text = base64.as_str().unwrap_or_default();
    BASE64_STANDARD.decode(text).unwrap_or_default()
}
