//! A browser started for one journey, with nothing remembered from another.

use crate::PATIENCE;
use crate::devtools::DevTools;
use crate::driver::Driver;
use crate::watch::Watch;
use crate::webdriver::WebDriver;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};
use xtask::browser::Engine;

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
    pub engine: Engine,
    processes: Processes,
    home: PathBuf,
    pub watch: Watch,
    /// What the driver, and with it the browser, has written line by line.
    said: Lines,
    pub driver: Box<dyn Driver>,
}

/// The driver, and what it needs to run; ended with it.
#[derive(Debug, Default)]
struct Processes(Vec<Child>);

impl Drop for Processes {
    fn drop(&mut self) {
        for process in self.0.iter_mut().rev() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

type Lines = Arc<Mutex<Vec<String>>>;

impl Browser {
    pub fn start(engine: Engine, settings: &Settings) -> Result<Self, String> {
        Self::start_in(engine, settings, fresh_folder().map_err(|error| error.to_string())?)
    }

    /// Ends the browser as a power cut does, and starts it again with what was on disk by then.
    pub fn killed_and_started_again(&self, settings: &Settings) -> Result<Self, String> {
        let words = |error: std::io::Error| error.to_string();
        let profile = self.home.join("profile");
        let own = format!("--user-data-dir={}", profile.display());
        for process in fs::read_dir("/proc").map_err(words)?.flatten().map(|entry| entry.path()) {
            let line = fs::read(process.join("cmdline")).unwrap_or_default();
            if line.split(|byte| *byte == 0).any(|word| word == own.as_bytes()) {
                let number = process.file_name().unwrap_or_default();
                Command::new("kill").arg("-KILL").arg(number).status().map_err(words)?;
            }
        }
        let home = fresh_folder().map_err(words)?;
        let copied = Command::new("cp").arg("-a").arg(&profile).arg(home.join("profile")).status().map_err(words)?;
        if !copied.success() {
            return Err(format!("{} cannot be copied", profile.display()));
        }
        Self::start_in(self.engine, settings, home)
    }

    fn start_in(engine: Engine, settings: &Settings, home: PathBuf) -> Result<Self, String> {
        let found = engine.find().ok_or_else(|| format!("{engine} was not found: run `cargo xtask journeys`"))?;
        let words = |error: std::io::Error| error.to_string();
        let watch = Watch::start().map_err(words)?;
        let said = Lines::default();
        let mut processes = Processes::default();
        if let Engine::Old(kernel) = engine {
            let mut program = Command::new(&found.program);
            program.args(usual_flags(&home, settings, &watch)).args(kernel.flags()).arg("--remote-debugging-port=0");
            program.env("LD_LIBRARY_PATH", kernel.libraries()?);
            let address = line_with(processes.start(&mut program)?, "DevTools listening on ws://127.0.0.1:", &said)?;
            let driver = DevTools::open(&address, &home.join("downloads").display().to_string(), &settings.languages)
                .map_err(|error| format!("{engine} did not start: {error}"))?;
            return Ok(Self { engine, processes, home, watch, said, driver: Box::new(driver) });
        }
        let mut driver = Command::new(&found.driver);
        let (width, height) = settings.window;
        let port = match engine {
            Engine::Chromium => {
                driver.arg("--port=0");
                // It takes a free port of IPv4 and then the same one of IPv6, and ends where another has that one.
                let mut listen = || port_after(processes.start(&mut driver)?, "started successfully on port ", &said);
                listen().or_else(|_| listen()).or_else(|_| listen())?
            }
            Engine::Firefox => {
                driver.args(["--port=0", "--websocket-port=0", "--profile-root"]).arg(&home);
                // Without this Firefox overrides geckodriver, which tells it to fetch no settings from its makers.
                driver.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
                driver.env("MOZ_HEADLESS_WIDTH", width.to_string()).env("MOZ_HEADLESS_HEIGHT", height.to_string());
                port_after(processes.start(&mut driver)?, "Listening on 127.0.0.1:", &said)?
            }
            Engine::WebKit | Engine::Old(_) => {
                let mut screen = Command::new(&found.program);
                screen.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"]);
                screen.arg(format!("{}x{}x24", width + 100, height + 200));
                let display = port_after(processes.start(&mut screen)?, "", &Lines::default())?;
                let port = free_port().map_err(words)?;
                driver.arg(format!("--port={port}")).env("DISPLAY", format!(":{display}")).env("GDK_BACKEND", "x11");
                // Painting by a graphics card that is only emulated ends WebKit's process at times.
                driver.env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
                at_home(&mut driver, &home).map_err(words)?;
                keep_all(processes.start(&mut driver)?, &said);
                answers(port)?;
                port
            }
        };
        let capabilities = match engine {
            Engine::Chromium => chromium(&found.program, &home, settings, &watch),
            Engine::Firefox => firefox(&found.program, &home, settings, &watch),
            Engine::WebKit | Engine::Old(_) => webkit(&watch),
        };
        let driver =
            WebDriver::open(port, &capabilities).map_err(|error| format!("{engine} did not start: {error}"))?;
        let browser = Self { engine, processes, home, watch, said, driver: Box::new(driver) };
        if engine == Engine::WebKit {
            browser.fit(width, height)?;
        }
        Ok(browser)
    }

    pub fn downloads(&self) -> PathBuf {
        self.home.join("downloads")
    }

    /// Makes the window so large that the page has this room.
    pub fn fit(&self, width: u32, height: u32) -> Result<(), String> {
        let size = "return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight];";
        let begun = Instant::now();
        loop {
            let seen = self.driver.script(size, &[])?;
            let [inner_width, inner_height, frame, bars] = [0, 1, 2, 3].map(|place| seen[place].as_i64().unwrap_or(0));
            if (inner_width, inner_height) == (i64::from(width), i64::from(height)) {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                return Err(format!("{} gives the page {inner_width} x {inner_height} px instead", self.engine));
            }
            let wish = json!({ "width": i64::from(width) + frame, "height": i64::from(height) + bars });
            self.driver.special("window/rect", Some(&wish))?;
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// The errors that the page has made Firefox write, since the last call.
    pub fn errors_said(&self) -> Vec<String> {
        let lines = std::mem::take(&mut *self.said.lock().unwrap_or_else(PoisonError::into_inner));
        lines.into_iter().filter(|line| is_error(line)).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.driver.close();
        drop(std::mem::take(&mut self.processes));
        let _ = fs::remove_dir_all(&self.home);
    }
}

impl Processes {
    fn start(&mut self, command: &mut Command) -> Result<&mut Child, String> {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{}: {error}", command.get_program().to_string_lossy()))?;
        self.0.push(child);
        self.0.last_mut().ok_or_else(|| "no process".to_owned())
    }
}

/// What Firefox writes of the page's own errors. Its own parts have addresses of other kinds, and begin with their name
/// on a line of its own.
fn is_error(line: &str) -> bool {
    let of_page = |rest: &str| ["http:", "https:", "file:", "blob:", ","].iter().any(|way| rest.starts_with(way));
    (line.starts_with("console.error:") && !line.ends_with(": "))
        || line.strip_prefix("JavaScript error: ").is_some_and(of_page)
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

/// The number that a program says after `words`, as drivers tell their port. What it says later is kept as lines.
fn port_after(program: &mut Child, words: &str, said: &Lines) -> Result<u16, String> {
    let mut lines = BufReader::new(program.stdout.take().ok_or("the driver is silent")?).lines();
    let after = |line: String| {
        let rest = line.split_once(words)?.1;
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    };
    let port = lines.by_ref().map_while(Result::ok).find_map(after).ok_or("the driver named no port")?;
    keep(lines, Arc::clone(said));
    keep_all(program, said);
    Ok(port)
}

/// What stands behind `words` on a line that a program writes among its errors. What it writes later is kept.
fn line_with(program: &mut Child, words: &str, said: &Lines) -> Result<String, String> {
    let mut lines = BufReader::new(program.stderr.take().ok_or("the browser is silent")?).lines();
    let mut before = Vec::new();
    for line in lines.by_ref().map_while(Result::ok) {
        if let Some((_, rest)) = line.split_once(words) {
            let rest = rest.to_owned();
            keep(lines, Arc::clone(said));
            keep_all(program, said);
            return Ok(rest);
        }
        before.push(line);
    }
    Err(format!("the browser does not listen; it wrote:\n{}", before.join("\n")))
}

/// Keeps what a program writes; one that nobody listens to stops in the end.
fn keep_all(program: &mut Child, said: &Lines) {
    if let Some(output) = program.stdout.take() {
        keep(BufReader::new(output).lines(), Arc::clone(said));
    }
    if let Some(errors) = program.stderr.take() {
        keep(BufReader::new(errors).lines(), Arc::clone(said));
    }
}

fn keep(lines: std::io::Lines<BufReader<impl Read + Send + 'static>>, said: Lines) {
    thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            said.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        }
    });
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn answers(port: u16) -> Result<(), String> {
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if begun.elapsed() > PATIENCE {
            return Err("the driver does not listen".to_owned());
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// Lets programs of a Linux desktop keep everything in that folder.
fn at_home(program: &mut Command, home: &Path) -> std::io::Result<()> {
    for (variable, folder) in [
        ("HOME", "."),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_RUNTIME_DIR", "run"),
    ] {
        fs::create_dir_all(home.join(folder))?;
        program.env(variable, home.join(folder));
    }
    let downloads = home.join("downloads");
    fs::write(home.join("config/user-dirs.dirs"), format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display()))
}

/// What every Chromium is told, however old.
fn usual_flags(home: &Path, settings: &Settings, watch: &Watch) -> Vec<String> {
    let (width, height) = settings.window;
    let mut flags = vec![
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--force-color-profile=srgb".to_owned(),
        format!("--user-data-dir={}", home.join("profile").display()),
        format!("--window-size={width},{height}"),
        format!("--proxy-server={}", watch.address()),
        "--proxy-bypass-list=<-loopback>".to_owned(),
    ];
    if xtask::debian::is_root() {
        flags.push("--no-sandbox".to_owned());
    }
    flags
}

fn chromium(program: &Path, home: &Path, settings: &Settings, watch: &Watch) -> Value {
    let mut flags = usual_flags(home, settings, watch);
    flags.extend(["--headless=new", "--disable-gpu"].map(str::to_owned));
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
    with_usual(json!({
        "browserName": name,
        options_key: options, logging_key: { "browser": "ALL", "performance": "ALL" },
    }))
}

fn firefox(program: &Path, home: &Path, settings: &Settings, watch: &Watch) -> Value {
    let prefs = json!({
        "intl.accept_languages": settings.languages,
        // Downloads go to the folder, whatever they are, and nothing opens them.
        "browser.download.folderList": 2,
        "browser.download.dir": home.join("downloads"),
        "browser.download.useDownloadDir": true,
        "browser.download.alwaysOpenPanel": false,
        "browser.download.always_ask_before_handling_new_types": false,
        "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream",
        "pdfjs.disabled": true,
        // The page's errors are written to its standard output, those of Firefox's own parts are not.
        "devtools.console.stdout.content": true,
        "devtools.console.stdout.chrome": false,
        "browser.dom.window.dump.enabled": true,
        // The proxy sees this machine's own addresses too, and nothing that Firefox asks for itself.
        "network.proxy.allow_hijacking_localhost": true,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "network.prefetch-next": false,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "browser.safebrowsing.downloads.remote.enabled": false,
        "browser.region.network.url": "",
        "browser.search.update": false,
        "app.normandy.enabled": false,
        "app.shield.optoutstudies.enabled": false,
        "nimbus.rollouts.enabled": false,
        "browser.newtabpage.enabled": false,
        "browser.discovery.enabled": false,
        "extensions.getAddons.cache.enabled": false,
        "extensions.systemAddon.update.enabled": false,
        "signon.management.page.breach-alerts.enabled": false,
        "dom.push.connection.enabled": false,
        "toolkit.telemetry.server": "",
    });
    with_usual(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "binary": program, "args": ["-headless"], "prefs": prefs },
        "proxy": proxy(watch),
    }))
}

fn webkit(watch: &Watch) -> Value {
    with_usual(json!({ "proxy": proxy(watch) }))
}

fn proxy(watch: &Watch) -> Value {
    json!({ "proxyType": "manual", "httpProxy": watch.address(), "sslProxy": watch.address() })
}

/// What holds for every engine.
fn with_usual(mut capabilities: Value) -> Value {
    capabilities["timeouts"] = json!({ "script": 30_000, "pageLoad": 60_000, "implicit": 0 });
    capabilities["unhandledPromptBehavior"] = json!("ignore");
    capabilities
}
