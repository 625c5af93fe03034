//! The Chrome DevTools protocol: JSON over a WebSocket. Every Chromium speaks it, also those that no driver is to be had
//! for any more.

use crate::PATIENCE;
use crate::driver::{Driver, Stroke, element, reference};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Message, WebSocket};

const PAUSE: Duration = Duration::from_millis(20);

/// Runs the body of a script, which is written in the place of BODY: the page's own policy would not let it be made of
/// text. Elements are given as places in a list, which stays in the browser as long as the page.
const RUN: &str = "async function (key, given) {
    const things = this.things;
    const into = value => {
        if (value === null || typeof value !== 'object') return value;
        if (Array.isArray(value)) return value.map(into);
        if (key in value) {
            const thing = things[Number(value[key].split('.')[1])];
            if (!thing || !thing.isConnected) throw new Error('stale element');
            return thing;
        }
        return Object.fromEntries(Object.entries(value).map(([name, value]) => [name, into(value)]));
    };
    const out = value => {
        if (value === undefined || value === null) return null;
        if (typeof value !== 'object') return typeof value === 'function' ? null : value;
        if (value instanceof Node) {
            let place = things.indexOf(value);
            if (place < 0) place = things.push(value) - 1;
            return { [key]: `${this.page}.${place}` };
        }
        if (Array.isArray(value) || value instanceof NodeList || value instanceof HTMLCollection)
            return Array.from(value).map(out);
        if (typeof value.toJSON === 'function') return value.toJSON();
        return Object.fromEntries(Object.entries(value).map(([name, value]) => [name, out(value)]));
    };
    return out(await (function () { BODY
    }).apply(null, into(given)));
}";

/// Where the middle of an element is once it is in view, or what lies over it. An option is chosen at once: its list is
/// drawn by the system.
const AIM: &str = "
    const [thing] = arguments;
    if (thing instanceof HTMLOptionElement) {
        const list = thing.closest('select');
        list.focus();
        if (thing.selected && !list.multiple) return 'done';
        thing.selected = true;
        list.dispatchEvent(new Event('input', { bubbles: true }));
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return 'done';
    }
    let box = Array.from(thing.getClientRects()).find(box => box.width > 0 && box.height > 0);
    if (!box) return 'element not interactable';
    thing.scrollIntoViewIfNeeded();
    box = Array.from(thing.getClientRects()).find(box => box.width > 0 && box.height > 0);
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const over = document.elementFromPoint(x, y);
    if (!over) return 'element out of view';
    if (thing.contains(over) || over.contains(thing)) return [x, y];
    return `element click intercepted by ${over.outerHTML.slice(0, 80)}`;";

/// The first page of a Chromium that listens on a port.
#[derive(Debug)]
pub struct DevTools {
    wire: RefCell<WebSocket<TcpStream>>,
    session: String,
    last: Cell<u64>,
    /// How many documents there have been: an element is named by its own and its place in the list.
    page: Cell<u64>,
    /// The list of elements that scripts have returned, by the browser's name for it.
    things: RefCell<Option<String>>,
    errors: RefCell<Vec<String>>,
    requests: RefCell<Vec<String>>,
    /// The keys that are held down and change others, as the protocol adds them up.
    held: Cell<u8>,
}

impl DevTools {
    /// Takes the browser's first page. It listens at `address`, a port of this machine and a path; its downloads go to
    /// the folder `downloads`; who sits before it reads these languages.
    pub fn open(address: &str, downloads: &str, languages: &str) -> Result<Self, String> {
        let words = |error: std::io::Error| error.to_string();
        let address = format!("127.0.0.1:{}", address.trim());
        let host = address.split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(host).map_err(words)?;
        stream.set_read_timeout(Some(2 * PATIENCE)).map_err(words)?;
        stream.set_nodelay(true).map_err(words)?;
        let limits = WebSocketConfig::default().max_message_size(None).max_frame_size(None);
        let (wire, _) = tungstenite::client::client_with_config(format!("ws://{address}"), stream, Some(limits))
            .map_err(|error| format!("{address}: {error}"))?;
        let mut driver = Self {
            wire: RefCell::new(wire),
            session: String::new(),
            last: Cell::new(0),
            page: Cell::new(0),
            things: RefCell::new(None),
            errors: RefCell::default(),
            requests: RefCell::default(),
            held: Cell::new(0),
        };
        let targets = driver.call("Target.getTargets", &json!({}))?;
        let pages = targets["targetInfos"].as_array().into_iter().flatten();
        let page = pages.into_iter().find(|target| target["type"] == "page").cloned();
        let page = match page {
            Some(page) => page,
            None => driver.call("Target.createTarget", &json!({ "url": "about:blank" }))?,
        };
        let attach = json!({ "targetId": page["targetId"], "flatten": true });
        let attached = driver.call("Target.attachToTarget", &attach)?;
        attached["sessionId"].as_str().ok_or("the browser named no session")?.clone_into(&mut driver.session);
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"] {
            driver.call(&format!("{domain}.enable"), &json!({}))?;
        }
        let version = driver.call("Browser.getVersion", &json!({}))?;
        let reader = json!({ "userAgent": version["userAgent"], "acceptLanguage": languages });
        driver.call("Network.setUserAgentOverride", &reader)?;
        // The newer command is not known to old kernels, the older one not to the newest.
        let folder = json!({ "behavior": "allow", "downloadPath": downloads });
        driver
            .call("Page.setDownloadBehavior", &folder)
            .or_else(|_| driver.call("Browser.setDownloadBehavior", &folder))?;
        Ok(driver)
    }

    /// Sends a command and waits for its answer; what happens meanwhile is noted.
    fn call(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        let id = self.send(command, parameters)?;
        loop {
            let mut message = self.receive().map_err(|why| format!("{command}: {why}"))?;
            if message["id"] == id {
                let error = &message["error"];
                return if error.is_null() {
                    Ok(message["result"].take())
                } else {
                    Err(format!("{command}: {}", error["message"].as_str().unwrap_or_default()))
                };
            }
            self.note(&message);
        }
    }

    fn send(&self, command: &str, parameters: &Value) -> Result<u64, String> {
        let id = self.last.get() + 1;
        self.last.set(id);
        let mut message = json!({ "id": id, "method": command, "params": parameters });
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        let sent = self.wire.borrow_mut().send(Message::text(message.to_string()));
        sent.map_err(|error| format!("{command}: {error}"))?;
        Ok(id)
    }

    fn receive(&self) -> Result<Value, String> {
        loop {
            let message = self.wire.borrow_mut().read().map_err(|error| error.to_string())?;
            if let Message::Text(text) = message {
                return serde_json::from_str(&text).map_err(|error| error.to_string());
            }
        }
    }

    fn note(&self, event: &Value) {
        let about = &event["params"];
        let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match event["method"].as_str().unwrap_or_default() {
            "Runtime.executionContextsCleared" => {
                self.page.set(self.page.get() + 1);
                *self.things.borrow_mut() = None;
            }
            "Runtime.exceptionThrown" => {
                let details = &about["exceptionDetails"];
                let thrown = said(&details["exception"]["description"]);
                self.errors.borrow_mut().push(format!("{} {thrown}", said(&details["text"])));
            }
            "Runtime.consoleAPICalled" if about["type"] == "error" => {
                let words = about["args"].as_array().into_iter().flatten();
                let words: Vec<String> = words
                    .map(|word| word["value"].as_str().map_or_else(|| said(&word["description"]), str::to_owned))
                    .collect();
                self.errors.borrow_mut().push(words.join(" "));
            }
            "Log.entryAdded" if about["entry"]["level"] == "error" => {
                let entry = &about["entry"];
                self.errors.borrow_mut().push(format!("{} {}", said(&entry["url"]), said(&entry["text"])));
            }
            "Network.requestWillBeSent" => self.requests.borrow_mut().push(said(&about["request"]["url"])),
            // As drivers do: what leaves by an address is not asked whether it may.
            "Page.javascriptDialogOpening" if about["type"] == "beforeunload" => {
                let _ = self.send("Page.handleJavaScriptDialog", &json!({ "accept": true }));
            }
            _ => {}
        }
    }

    /// The list of elements, made anew for each document.
    fn things(&self) -> Result<String, String> {
        loop {
            if let Some(things) = &*self.things.borrow() {
                return Ok(things.clone());
            }
            let page = self.page.get();
            let list = format!("({{ things: [], page: {page} }})");
            let made = self.call("Runtime.evaluate", &json!({ "expression": list }))?;
            let id = made["result"]["objectId"].as_str().ok_or("the page runs no scripts")?.to_owned();
            // Meanwhile another document may have come, which knows nothing of it.
            if page == self.page.get() {
                *self.things.borrow_mut() = Some(id);
            }
        }
    }

    /// An element as the browser itself names it.
    fn object(&self, element: &str) -> Result<String, String> {
        let place = self.place(element)?;
        let take = json!({
            "objectId": self.things()?,
            "functionDeclaration": "function (place) { return this.things[place]; }",
            "arguments": [{ "value": place }],
        });
        let found = self.call("Runtime.callFunctionOn", &take)?;
        found["result"]["objectId"].as_str().map(str::to_owned).ok_or_else(|| "stale element".to_owned())
    }

    fn place(&self, element: &str) -> Result<usize, String> {
        let (page, place) = element.split_once('.').ok_or("no element")?;
        if page != self.page.get().to_string() {
            return Err("stale element".to_owned());
        }
        place.parse().map_err(|_| "no element".to_owned())
    }

    fn mouse(&self, kind: &str, at: &Value, button: &str) -> Result<(), String> {
        let event = json!({ "type": kind, "x": at[0], "y": at[1], "button": button, "clickCount": 1 });
        self.call("Input.dispatchMouseEvent", &event).map(|_| ())
    }

    fn stroke(&self, Stroke { down, key }: Stroke) -> Result<(), String> {
        let Some(Key { name, code, number, text, holds }) = Key::of(key) else {
            // No keyboard has it: it comes from an input method.
            return if down { self.insert(key) } else { Ok(()) };
        };
        self.held.set(if down { self.held.get() | holds } else { self.held.get() & !holds });
        let text = if down && self.held.get() & (CONTROL | ALT) == 0 { text } else { String::new() };
        let kind = match (down, text.is_empty()) {
            (true, false) => "keyDown",
            (true, true) => "rawKeyDown",
            (false, _) => "keyUp",
        };
        let event = json!({
            "type": kind, "key": name, "code": code, "text": text, "unmodifiedText": text,
            "windowsVirtualKeyCode": number, "nativeVirtualKeyCode": number, "modifiers": self.held.get(),
        });
        self.call("Input.dispatchKeyEvent", &event).map(|_| ())
    }

    fn insert(&self, sign: char) -> Result<(), String> {
        self.call("Input.insertText", &json!({ "text": sign.to_string() })).map(|_| ())
    }
}

impl Driver for DevTools {
    fn go(&self, address: &str) -> Result<(), String> {
        let (begun, before) = (Instant::now(), self.page.get());
        let went = self.call("Page.navigate", &json!({ "url": address }))?;
        if let Some(why) = went["errorText"].as_str() {
            return Err(format!("{address}: {why}"));
        }
        // Another part of the same page has no loader of its own, and nothing to wait for.
        let is_loaded = || {
            let ready = self.script("return document.readyState;", &[]) == Ok(json!("complete"));
            ready && self.page.get() != before
        };
        while !went["loaderId"].is_null() && !is_loaded() {
            if begun.elapsed() > PATIENCE {
                return Err(format!("{address} is not loaded"));
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    fn script(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        let key = reference("");
        let key = key.as_object().and_then(|key| key.keys().next().cloned()).unwrap_or_default();
        for id in arguments.iter().filter_map(element) {
            self.place(&id)?;
        }
        let run = json!({
            "objectId": self.things()?,
            "functionDeclaration": RUN.replace("BODY", body),
            "arguments": [{ "value": key }, { "value": arguments }],
            "returnByValue": true,
            "awaitPromise": true,
            "userGesture": true,
        });
        let mut answer = self.call("Runtime.callFunctionOn", &run)?;
        let thrown = &answer["exceptionDetails"];
        if !thrown.is_null() {
            let why = thrown["exception"]["description"].as_str().or(thrown["text"].as_str()).unwrap_or_default();
            return Err(why.lines().next().unwrap_or_default().to_owned());
        }
        Ok(answer["result"]["value"].take())
    }

    fn click(&self, element: &str) -> Result<(), String> {
        let at = self.script(AIM, &[reference(element)])?;
        match at.as_str() {
            Some("done") => return Ok(()),
            Some(why) => return Err(why.to_owned()),
            None => {}
        }
        self.mouse("mouseMoved", &at, "none")?;
        self.mouse("mousePressed", &at, "left")?;
        self.mouse("mouseReleased", &at, "left")
    }

    fn type_into(&self, element: &str, text: &str) -> Result<(), String> {
        let takes = "
            const [thing] = arguments;
            if (thing.type === 'file') return true;
            if (document.activeElement !== thing) thing.focus();
            return document.activeElement === thing ? false : null;";
        match self.script(takes, &[reference(element)])? {
            Value::Bool(true) => {
                let files = json!({ "files": text.lines().collect::<Vec<_>>(), "objectId": self.object(element)? });
                self.call("DOM.setFileInputFiles", &files).map(|_| ())
            }
            Value::Bool(false) => text
                .chars()
                .flat_map(|key| [Stroke { down: true, key }, Stroke { down: false, key }])
                .try_for_each(|stroke| self.stroke(stroke)),
            _ => Err("element not interactable".to_owned()),
        }
    }

    fn label(&self, element: &str) -> Result<String, String> {
        let what = json!({ "objectId": self.object(element)?, "fetchRelatives": false });
        let tree = self.call("Accessibility.getPartialAXTree", &what)?;
        let name = tree["nodes"][0]["name"]["value"].as_str().unwrap_or_default();
        if !name.is_empty() {
            return Ok(name.to_owned());
        }
        // Chromium 92 forgets labels that stand beside their field.
        let labels = "return Array.from(arguments[0].labels || []).map(label => label.textContent).join(' ');";
        let labels = self.script(labels, &[reference(element)])?;
        Ok(labels.as_str().unwrap_or_default().to_owned())
    }

    fn strike(&self, strokes: &[Stroke]) -> Result<(), String> {
        strokes.iter().try_for_each(|stroke| self.stroke(*stroke))
    }

    fn print(&self) -> Result<Value, String> {
        let a4 = json!({
            "paperWidth": 8.2677, "paperHeight": 11.6929, "printBackground": true,
            "marginTop": 0, "marginBottom": 0, "marginLeft": 0, "marginRight": 0,
        });
        Ok(self.call("Page.printToPDF", &a4)?["data"].take())
    }

    fn picture(&self) -> Result<Value, String> {
        Ok(self.call("Page.captureScreenshot", &json!({ "format": "png" }))?["data"].take())
    }

    fn errors(&self) -> Vec<String> {
        // What has happened is told before the next answer.
        let _ = self.call("Runtime.getIsolateId", &json!({}));
        self.errors.take()
    }

    fn requests(&self) -> Vec<String> {
        let _ = self.call("Runtime.getIsolateId", &json!({}));
        self.requests.take()
    }

    fn devtools(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        self.call(command, parameters)
    }

    fn special(&self, path: &str, _: Option<&Value>) -> Result<Value, String> {
        Err(format!("{path} is a command of WebDriver"))
    }

    fn close(&self) {
        let _ = self.call("Browser.close", &json!({}));
    }
}

const ALT: u8 = 1;
const CONTROL: u8 = 2;
const SHIFT: u8 = 8;

/// A key of a keyboard, as the protocol describes it.
struct Key {
    name: String,
    code: String,
    number: u32,
    text: String,
    holds: u8,
}

impl Key {
    /// Nothing for what no key of an American keyboard writes.
    fn of(key: char) -> Option<Self> {
        let special = |name: &str, number, text: &str, holds| {
            let code = if holds == 0 { name.to_owned() } else { format!("{name}Left") };
            Some(Self { name: name.to_owned(), code, number, text: text.to_owned(), holds })
        };
        match key {
            '\u{E003}' => special("Backspace", 8, "", 0),
            '\u{E004}' => special("Tab", 9, "", 0),
            '\u{E006}' | '\u{E007}' | '\n' => special("Enter", 13, "\r", 0),
            '\u{E008}' => special("Shift", 16, "", SHIFT),
            '\u{E009}' => special("Control", 17, "", CONTROL),
            '\u{E00A}' => special("Alt", 18, "", ALT),
            '\u{E00C}' => special("Escape", 27, "", 0),
            '\u{E00E}' => special("PageUp", 33, "", 0),
            '\u{E00F}' => special("PageDown", 34, "", 0),
            '\u{E010}' => special("End", 35, "", 0),
            '\u{E011}' => special("Home", 36, "", 0),
            '\u{E012}' => special("ArrowLeft", 37, "", 0),
            '\u{E013}' => special("ArrowUp", 38, "", 0),
            '\u{E014}' => special("ArrowRight", 39, "", 0),
            '\u{E015}' => special("ArrowDown", 40, "", 0),
            '\u{E017}' => special("Delete", 46, "", 0),
            ' '..='~' => {
                let upper = key.to_ascii_uppercase();
                let (code, number) = match upper {
                    'A'..='Z' => (format!("Key{upper}"), u32::from(upper)),
                    '0'..='9' => (format!("Digit{upper}"), u32::from(upper)),
                    ' ' => ("Space".to_owned(), 32),
                    _ => (String::new(), 0),
                };
                Some(Self { name: key.to_string(), code, number, text: key.to_string(), holds: 0 })
            }
            _ => None,
        }
    }
}
