//! A folder served on this machine.
//!
//! Fixed files, GET and HEAD, this machine only: enough to try the page and to walk the journeys.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

const LONGEST_REQUEST: u64 = 16 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// A folder that is being served, until the program ends.
#[derive(Debug)]
pub struct Site {
    port: u16,
    server: thread::JoinHandle<()>,
}

impl Site {
    /// Serves `folder` on `port`, or on any free port for 0.
    pub fn start(folder: PathBuf, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = listener.local_addr()?.port();
        let server = thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                let folder = folder.clone();
                thread::spawn(move || answer(visitor, &folder));
            }
        });
        Ok(Self { port, server })
    }

    /// Where the page is.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves until the program is stopped.
    pub fn wait(self) {
        let _ = self.server.join();
    }
}

fn answer(visitor: TcpStream, folder: &Path) -> io::Result<()> {
    visitor.set_read_timeout(Some(PATIENCE))?;
    visitor.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new((&visitor).take(LONGEST_REQUEST));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut header = String::from("-");
    while !header.trim().is_empty() {
        header.clear();
        reader.read_line(&mut header)?;
    }
    let mut words = first.split_whitespace();
    let (method, path) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let (status, kind, body) = match (method, file(folder, path)) {
        ("GET" | "HEAD", Some(file)) => match fs::read(&file) {
            Ok(body) => ("200 OK", kind(&file), body),
            Err(_) => ("404 Not Found", TEXT, b"not found\n".to_vec()),
        },
        ("GET" | "HEAD", None) => ("404 Not Found", TEXT, b"not found\n".to_vec()),
        _ => ("405 Method Not Allowed", TEXT, b"only GET and HEAD\n".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut writer = &visitor;
    writer.write_all(head.as_bytes())?;
    if method == "GET" || !status.starts_with("200") {
        writer.write_all(&body)?;
    }
    writer.flush()
}

/// The file a path names, never one outside the folder.
fn file(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = decoded(path.split(['?', '#']).next()?)?;
    let mut file = folder.to_path_buf();
    for part in path.strip_prefix('/')?.split('/') {
        if part == ".." || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    Some(file)
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

const TEXT: &str = "text/plain; charset=utf-8";

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("pdf") => "application/pdf",
        Some("txt" | "md") => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    fn ask(request: &str) -> String {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("site-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("深")).unwrap();
        fs::write(folder.join("index.html"), "<p>front").unwrap();
        fs::write(folder.join("深/a.wasm"), "wasm").unwrap();
        let site = Site::start(folder.clone(), 0).unwrap();
        let mut visitor = TcpStream::connect((Ipv4Addr::LOCALHOST, site.port)).unwrap();
        write!(visitor, "{request} HTTP/1.1\r\nHost: here\r\n\r\n").unwrap();
        let mut answer = String::new();
        visitor.read_to_string(&mut answer).unwrap();
        fs::remove_dir_all(folder).unwrap();
        answer
    }

    #[test]
    fn a_folder_answers_with_its_front_page() {
        let answer = ask("GET /?x=1");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("Content-Type: text/html; charset=utf-8\r\n"));
        assert!(answer.ends_with("<p>front"));
    }

    #[test]
    fn wasm_is_named_so_that_browsers_compile_it_as_it_comes() {
        let answer = ask("GET /%E6%B7%B1/a.wasm");
        assert!(answer.contains("Content-Type: application/wasm\r\n"), "{answer}");
    }

    #[test]
    fn head_sends_no_body() {
        assert!(ask("HEAD /").ends_with("\r\n\r\n"));
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/a\\..\\b", "/missing", "/%zz", "x"] {
            let answer = ask(&format!("GET {path}"));
            assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        }
    }

    #[test]
    fn nothing_is_written() {
        assert!(ask("POST /").starts_with("HTTP/1.1 405"));
    }
}
