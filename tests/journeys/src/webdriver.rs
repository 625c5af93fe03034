//! WebDriver, the W3C protocol: a few JSON messages over HTTP.

use crate::driver::{Driver, Stroke};
use serde_json::{Value, json};
use std::time::Duration;
use ureq::Agent;

/// A session with a driver.
#[derive(Debug)]
pub struct WebDriver {
    agent: Agent,
    session: String,
    /// Whose commands beyond the standard it knows.
    vendor: &'static str,
}

impl WebDriver {
    /// Opens a session with the driver on `port`.
    pub fn open(port: u16, capabilities: &Value) -> Result<Self, String> {
        let agent = Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(120)))
            .http_status_as_error(false)
            .build()
            .new_agent();
        let mut driver = Self {
            agent,
            session: format!("http://127.0.0.1:{port}/session"),
            vendor: if capabilities["browserName"] == "MicrosoftEdge" { "ms" } else { "goog" },
        };
        let wish = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = driver.post("", &wish)?;
        let id = answer["sessionId"].as_str().ok_or("the driver named no session")?;
        driver.session = format!("{}/{id}", driver.session);
        Ok(driver)
    }

    fn get(&self, path: &str) -> Result<Value, String> {
        let answer = self.agent.get(self.address(path)).call();
        value(answer)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        let answer = self.agent.post(self.address(path)).send_json(body);
        value(answer)
    }

    fn address(&self, path: &str) -> String {
        if path.is_empty() {
            return self.session.clone();
        }
        format!("{}/{path}", self.session)
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.post("se/log", &json!({ "type": kind }));
        entries.ok().and_then(|entries| entries.as_array().cloned()).unwrap_or_default()
    }
}

impl Driver for WebDriver {
    fn go(&self, address: &str) -> Result<(), String> {
        self.post("url", &json!({ "url": address })).map(|_| ())
    }

    /// WebKit's driver loses an answer now and then, and says so.
    fn script(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        let asked = || self.post("execute/sync", &json!({ "script": body, "args": arguments }));
        match asked() {
            Err(why) if why.contains("Could not parse script result") => asked(),
            answer => answer,
        }
    }

    fn click(&self, element: &str) -> Result<(), String> {
        self.post(&format!("element/{element}/click"), &json!({})).map(|_| ())
    }

    fn type_into(&self, element: &str, text: &str) -> Result<(), String> {
        self.post(&format!("element/{element}/value"), &json!({ "text": text })).map(|_| ())
    }

    fn label(&self, element: &str) -> Result<String, String> {
        let label = self.get(&format!("element/{element}/computedlabel"))?;
        Ok(label.as_str().unwrap_or_default().to_owned())
    }

    fn strike(&self, strokes: &[Stroke]) -> Result<(), String> {
        let stroke = |stroke: &Stroke| {
            let kind = if stroke.down { "keyDown" } else { "keyUp" };
            json!({ "type": kind, "value": stroke.key })
        };
        let strokes: Vec<Value> = strokes.iter().map(stroke).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.post("actions", &json!({ "actions": [keyboard] })).map(|_| ())
    }

    fn print(&self) -> Result<Value, String> {
        let margin = json!({ "top": 0, "bottom": 0, "left": 0, "right": 0 });
        let page = json!({ "width": 21.0, "height": 29.7 });
        self.post("print", &json!({ "page": page, "margin": margin, "background": true, "shrinkToFit": false }))
    }

    fn picture(&self) -> Result<Value, String> {
        self.get("screenshot")
    }

    /// Chromium's driver alone keeps a log.
    fn errors(&self) -> Vec<String> {
        let severe = self.log("browser").into_iter().filter(|entry| entry["level"] == "SEVERE");
        severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    fn requests(&self) -> Vec<String> {
        let address = |entry: Value| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let event = &event["message"];
            let address = event["params"]["request"]["url"].as_str()?;
            (event["method"] == "Network.requestWillBeSent").then(|| address.to_owned())
        };
        self.log("performance").into_iter().filter_map(address).collect()
    }

    fn devtools(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        let body = json!({ "cmd": command, "params": parameters });
        self.post(&format!("{}/cdp/execute", self.vendor), &body)
    }

    fn special(&self, path: &str, body: Option<&Value>) -> Result<Value, String> {
        match body {
            Some(body) => self.post(path, body),
            None => self.get(path),
        }
    }

    fn close(&self) {
        let _ = self.agent.delete(&self.session).call();
    }
}

fn value(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, String> {
    let mut answer = answer.map_err(|error| error.to_string())?;
    let mut body: Value =
        answer.body_mut().with_config().limit(256 * 1024 * 1024).read_json().map_err(|error| error.to_string())?;
    let value = body["value"].take();
    match value["error"].as_str() {
        Some(error) if !answer.status().is_success() => {
            let message = value["message"].as_str().unwrap_or_default();
            let first = message.lines().next().unwrap_or_default();
            Err(format!("{error}: {first}"))
        }
        _ => Ok(value),
    }
}
