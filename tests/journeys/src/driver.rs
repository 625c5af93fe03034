//! What a journey asks of a browser, by whatever protocol.

use serde_json::{Value, json};
use std::fmt::Debug;

/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Drives the one window of a browser. Every error is in words.
pub trait Driver: Debug {
    /// Opens an address and waits until it is loaded.
    fn go(&self, address: &str) -> Result<(), String>;

    /// Runs a function body in the page and waits for the promise that it may return. Elements go in and out as
    /// [`reference`]s.
    fn script(&self, body: &str, arguments: &[Value]) -> Result<Value, String>;

    /// Clicks an element where a person would, in its middle.
    fn click(&self, element: &str) -> Result<(), String>;

    /// Types into an element, or hands it the path of a file if it takes files.
    fn type_into(&self, element: &str, text: &str) -> Result<(), String>;

    /// What a screen reader calls an element.
    fn label(&self, element: &str) -> Result<String, String>;

    /// Moves keys, wherever the focus is.
    fn strike(&self, strokes: &[Stroke]) -> Result<(), String>;

    /// Prints on A4 without a margin of the browser's own: a PDF in base64.
    fn print(&self) -> Result<Value, String>;

    /// A picture of what the window shows: a PNG in base64.
    fn picture(&self) -> Result<Value, String>;

    /// The errors on the console since the last call, where the driver tells them.
    fn errors(&self) -> Vec<String>;

    /// The addresses that the page has asked for since the last call, where the driver tells them.
    fn requests(&self) -> Vec<String>;

    /// Sends a command of the Chrome DevTools protocol.
    fn devtools(&self, command: &str, parameters: &Value) -> Result<Value, String>;

    /// Sends a command of WebDriver that not every driver has.
    fn special(&self, path: &str, body: Option<&Value>) -> Result<Value, String>;

    /// Ends the browser.
    fn close(&self);
}

/// A key goes down or up. Keys without a sign of their own are code points from U+E000, as WebDriver writes them.
#[derive(Debug, Clone, Copy)]
pub struct Stroke {
    pub down: bool,
    pub key: char,
}

/// An element as an argument or a result of a script.
pub fn reference(element: &str) -> Value {
    json!({ ELEMENT: element })
}

/// The name of an element in a result.
pub fn element(value: &Value) -> Option<String> {
    Some(value[ELEMENT].as_str()?.to_owned())
}
