//! Everything that leaves the browser passes here, is written down, and goes no further than this machine.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// What a conversation in TLS begins with.
const TLS: u8 = 22;
const LONGEST_HEAD: u64 = 64 * 1024;

/// A proxy on this machine that the browser asks for everything.
#[derive(Debug)]
pub struct Watch {
    port: u16,
    seen: Arc<Mutex<Vec<String>>>,
    cut: Arc<AtomicBool>,
}

impl Watch {
    pub fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let cut = Arc::new(AtomicBool::new(false));
        let (theirs, gone) = (Arc::clone(&seen), Arc::clone(&cut));
        thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                let (seen, cut) = (Arc::clone(&theirs), Arc::clone(&gone));
                thread::spawn(move || pass(&visitor, &seen, &cut));
            }
        });
        Ok(Self { port, seen, cut })
    }

    /// As a browser's settings have it.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The addresses asked for since the last call.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Lets what is asked for pass, or nothing.
    pub fn connect(&self, online: bool) {
        self.cut.store(!online, Ordering::Relaxed);
    }
}

/// Writes down what is asked for, and hands on what this machine answers itself.
fn pass(visitor: &TcpStream, seen: &Mutex<Vec<String>>, cut: &AtomicBool) -> io::Result<()> {
    let mut reader = BufReader::new(visitor.take(LONGEST_HEAD));
    // WebKit speaks to a proxy for https in TLS, so that all that is seen is that it wanted to.
    if reader.fill_buf()?.first() == Some(&TLS) {
        seen.lock().unwrap_or_else(PoisonError::into_inner).push("https://somebody".to_owned());
        return Ok(());
    }
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut words = first.split_whitespace();
    let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if address.is_empty() {
        return Ok(());
    }
    let named = if method == "CONNECT" { format!("https://{address}") } else { address.to_owned() };
    seen.lock().unwrap_or_else(PoisonError::into_inner).push(named);
    let plain = address.strip_prefix("http://").filter(|_| !cut.load(Ordering::Relaxed));
    let Some((host, path)) = plain.and_then(|plain| plain.split_once('/')) else {
        return Ok(());
    };
    let Some(port) = host.strip_prefix("127.0.0.1:").and_then(|port| port.parse::<u16>().ok()) else {
        return Ok(());
    };
    let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    let mut head = format!("{method} /{path} HTTP/1.1\r\nConnection: close\r\n");
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if !line.to_ascii_lowercase().contains("connection:") {
            head.push_str(&line);
        }
    }
    head.push_str("\r\n");
    server.write_all(head.as_bytes())?;
    let mut back = visitor;
    io::copy(&mut server, &mut back)?;
    Ok(())
}
