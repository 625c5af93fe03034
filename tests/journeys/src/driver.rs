//! WebDriver, the W3C protocol: a few JSON messages over HTTP.

use serde_json::{Value, json};
use std::time::Duration;
use ureq::Agent;

/// The key under which the protocol names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A session with a driver; every call returns the value answered, or the error in words.
#[derive(Debug)]
pub struct Driver {
    agent: Agent,
    session: String,
    /// Whose commands beyond the standard it knows.
    vendor: &'static str,
}

impl Driver {
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

    pub fn get(&self, path: &str) -> Result<Value, String> {
        let answer = self.agent.get(self.address(path)).call();
        value(answer)
    }

    pub fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        let answer = self.agent.post(self.address(path)).send_json(body);
        value(answer)
    }

    pub fn close(&self) {
        let _ = self.agent.delete(&self.session).call();
    }

    /// Runs a function body in the page. WebKit's driver loses an answer now and then, and says so.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        let asked = || self.post("execute/sync", &json!({ "script": body, "args": arguments }));
        match asked() {
            Err(why) if why.contains("Could not parse script result") => asked(),
            answer => answer,
        }
    }

    /// Sends a command of the Chrome DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        let body = json!({ "cmd": command, "params": parameters });
        self.post(&format!("{}/cdp/execute", self.vendor), &body)
    }

    fn address(&self, path: &str) -> String {
        if path.is_empty() {
            return self.session.clone();
        }
        format!("{}/{path}", self.session)
    }
}

/// An element as the protocol writes it in arguments of a script.
pub fn reference(element: &str) -> Value {
    json!({ ELEMENT: element })
}

/// The name of an element in an answer.
pub fn element(value: &Value) -> Option<String> {
    Some(value[ELEMENT].as_str()?.to_owned())
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
