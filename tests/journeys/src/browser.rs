//! A browser started for one journey, with nothing remembered from another.

use crate::driver::Driver;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process, thread};

/// What the person at the browser has set.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The languages they read, best first, as `Accept-Language` has them.
    pub languages: String,
    /// How wide and high their window is.
    pub window: (u32, u32),
}

impl Default for Settings {
    fn default() -> Self {
        Self { languages: "zh-CN,zh".to_owned(), window: (1280, 900) }
    }
}

/// The browser, its driver, and the folder with all they leave behind.
#[derive(Debug)]
pub struct Browser {
    process: Child,
    home: PathBuf,
    pub driver: Driver,
}

impl Browser {
    pub fn start(settings: &Settings) -> Result<Self, String> {
        let found = xtask::browser::find().ok_or("no browser was found: run `cargo xtask journeys`")?;
        let home = fresh_folder().map_err(|error| error.to_string())?;
        let mut process = Command::new(&found.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{}: {error}", found.driver.display()))?;
        let opened =
            port(&mut process).and_then(|port| Driver::open(port, &capabilities(&found.program, &home, settings)));
        match opened {
            Ok(driver) => Ok(Self { process, home, driver }),
            Err(error) => {
                let _ = process.kill();
                let _ = process.wait();
                Err(format!("the browser did not start: {error}"))
            }
        }
    }

    pub fn downloads(&self) -> PathBuf {
        self.home.join("downloads")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.driver.close();
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.home);
    }
}

/// A folder no other journey uses.
fn fresh_folder() -> std::io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let home = env::temp_dir().join(format!("journey-{}-{number}", process::id()));
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(home.join("downloads"))?;
    Ok(home)
}

/// The port the driver says it listens on. What it says later is read and dropped.
fn port(driver: &mut Child) -> Result<u16, String> {
    let mut lines = BufReader::new(driver.stdout.take().ok_or("the driver is silent")?).lines();
    let port = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok())
        .ok_or("the driver named no port")?;
    thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    Ok(port)
}

fn capabilities(program: &Path, home: &Path, settings: &Settings) -> Value {
    let (width, height) = settings.window;
    let mut flags = vec![
        "--headless=new".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--force-color-profile=srgb".to_owned(),
        format!("--user-data-dir={}", home.join("profile").display()),
        format!("--window-size={width},{height}"),
    ];
    if xtask::debian::is_root() {
        flags.push("--no-sandbox".to_owned());
    }
    let options = json!({
        "binary": program,
        "args": flags,
        "prefs": {
            "intl.accept_languages": settings.languages,
            "download.default_directory": home.join("downloads"),
            "download.prompt_for_download": false,
        },
    });
    let file = program.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let (name, vendor) = if file.contains("edge") { ("MicrosoftEdge", "ms") } else { ("chrome", "goog") };
    let options_key = if vendor == "ms" { "ms:edgeOptions" } else { "goog:chromeOptions" };
    let logging_key = format!("{vendor}:loggingPrefs");
    json!({
        "browserName": name,
        options_key: options,
        logging_key: { "browser": "ALL", "performance": "ALL" },
        "timeouts": { "script": 30_000, "pageLoad": 60_000, "implicit": 0 },
        "unhandledPromptBehavior": "ignore",
    })
}
