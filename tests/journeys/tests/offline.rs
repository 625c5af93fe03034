//! The page in one file, saved by the browser, with a draft inside, kept for use without a network; what it asks the
//! network for; and what it says when it stops.

use journeys::{Ability, Page, Role, Settings, walk};
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::{ALL, Example};
use miyun::drafts::page_copy::EmbeddedDraft;
use std::fs;
use std::time::Duration;
use xtask::project;

const PASSPHRASE: &str = "四只 青蛙 过河 去了";

fn example(id: &str) -> &'static Example {
    ALL.iter().find(|example| example.id == id).unwrap()
}

fn single() -> Vec<u8> {
    fs::read(project::dist().join("portal.html")).unwrap()
}

/// Opens an example from the first page, wherever that is.
fn begin(page: &Page, example: &Example) {
    page.script("location.hash = '#/';", &[]);
    page.example(example.name.zh);
    page.heading(example.name.zh);
    page.wait_for("已存于本机");
}

/// The draft that the document carries.
fn carried(page: &Page) -> Option<Draft> {
    match EmbeddedDraft::read(page.script("return document.getElementById('draft').textContent;", &[]).as_str()?) {
        Ok(Some(EmbeddedDraft::Open(kept))) => Some(kept.draft),
        _ => None,
    }
}

/// What the browser writes when it saves the page as it stands.
fn saved_by_the_browser(page: &Page) -> Vec<u8> {
    let whole = page.script("return '<!DOCTYPE html>\\n' + document.documentElement.outerHTML;", &[]);
    whole.as_str().unwrap().as_bytes().to_vec()
}

/// Waits until everything is kept for use without a network.
fn kept(page: &Page) {
    page.until("kept", "return document.getElementById('program') !== null;");
}

/// The page as the browser of somebody else shows it, from disk.
fn elsewhere(name: &str, file: &[u8], journey: impl FnOnce(&Page)) {
    Page::start(Settings::default()).walked(name, |page| {
        page.open_address(&page.on_disk("另存 的 page.html", file));
        journey(page);
        assert_eq!(page.requests_after_load(), Vec::<String>::new(), "a page on disk asks nobody");
        assert_eq!(page.script("return performance.getEntriesByType('resource').length;", &[]), 0);
    });
}

/// The one interface there is shows the example.
fn shows_once(page: &Page, example: &Example) {
    page.wait_for(example.name.zh);
    assert_eq!(page.script("return document.querySelectorAll('header.top, main#main').length;", &[]), 2);
    assert_eq!(page.script("return document.querySelectorAll('#draft').length;", &[]), 1);
    assert_eq!(carried(page).unwrap(), example.draft().unwrap());
}

/// From an example to the packed papers.
fn to_the_zip(page: &Page, example: &Example) {
    begin(page, example);
    page.region("步骤").link("结果").click();
    page.region("合计").wait_for("可测算");
    page.region("步骤").link("材料").click();
    page.heading("申报材料");
    let (name, bytes) = page.downloaded_by(|| page.button("ZIP").click());
    assert!(name.ends_with(".zip") && bytes.starts_with(b"PK"), "{name}");
    for route in ["#/rules", "#/check", "#/verify", "#/glossary", "#/drafts", "#/offline"] {
        page.script("location.hash = arguments[1];", &[route.into()]);
        page.until(
            route,
            "return document.querySelector('main h1') !== null && !document.querySelector('[data-coming]');",
        );
    }
}

#[test]
fn one_file_goes_from_example_to_zip_without_a_network() {
    elsewhere("single file", &single(), |page| to_the_zip(page, example("bank")));
}

#[test]
fn the_hosted_page_asks_for_its_own_program_and_nothing_else() {
    walk("hosted", |page| {
        page.open("#/");
        to_the_zip(page, example("bank"));
        kept(page);
        assert_eq!(page.outside_requests(), Vec::<String>::new());
        if !page.can(Ability::OwnRequests) {
            return;
        }
        let asked = page.requests_after_load();
        let strange: Vec<_> = asked.iter().filter(|request| !request.ends_with(".wasm")).collect();
        assert!(strange.is_empty(), "{strange:?}");
    });
}

#[test]
fn the_offline_version_is_exactly_that_file() {
    walk("offline version", |page| {
        if !page.can(Ability::Server) {
            return;
        }
        page.open("#/");
        let (name, bytes) = page.downloaded_by(|| page.link("下载离线版").click());
        assert_eq!(name, "portal.html");
        assert!(bytes == single(), "another file");
        // The menu has it on every page.
        page.open("#/verify");
        page.heading("核验");
        page.button("菜单").click();
        let (_, bytes) = page.downloaded_by(|| page.find(Role::MenuItem, "下载离线版").click());
        assert!(bytes == single(), "another file");
    });
}

#[test]
fn what_the_browser_saves_of_the_single_file_starts_cleanly() {
    let mut saved = Vec::new();
    elsewhere("saved, before", &single(), |page| {
        begin(page, example("bank"));
        page.script("location.hash = '#/result';", &[]);
        page.region("合计").wait_for("可测算");
        saved = saved_by_the_browser(page);
    });
    elsewhere("saved, after", &saved, |page| {
        shows_once(page, example("bank"));
        to_the_zip(page, example("guarantee"));
    });
}

#[test]
fn what_the_browser_saves_of_the_hosted_page_starts_cleanly() {
    let mut saved = Vec::new();
    walk("hosted, saved", |page| {
        page.open("#/");
        begin(page, example("bank"));
        kept(page);
        saved = saved_by_the_browser(page);
    });
    elsewhere("hosted, saved, after", &saved, |page| {
        shows_once(page, example("bank"));
        to_the_zip(page, example("guarantee"));
    });
}

#[test]
fn a_copy_without_the_program_says_so_and_offers_the_draft() {
    let mut saved = None;
    walk("hosted, saved at once", |page| {
        if !page.can(Ability::Server) {
            return;
        }
        page.open("#/");
        begin(page, example("bank"));
        saved = Some(saved_by_the_browser(page));
    });
    let Some(saved) = saved else { return };
    elsewhere("hosted, saved at once, after", &saved, |page| {
        page.heading("这份存下来的网页里没有程序");
        let (_, bytes) = page.downloaded_by(|| page.link("下载草稿备份").click());
        let draft = Draft::open(std::str::from_utf8(&bytes).unwrap()).unwrap();
        assert_eq!(draft, example("bank").draft().unwrap());
    });
    let index = fs::read(project::dist().join("index.html")).unwrap();
    elsewhere("hosted, HTML only", &index, |page| {
        page.heading("这份存下来的网页里没有程序");
        assert!(!page.has(Role::Link, "下载草稿备份"));
    });
}

/// The page with the open draft inside, as the page makes it.
fn with_the_data(page: &Page, passphrase: Option<&str>) -> Vec<u8> {
    page.script("location.hash = '#/offline';", &[]);
    page.heading("离线使用");
    if let Some(passphrase) = passphrase {
        page.checkbox("用口令锁住草稿").click();
        page.button("保存文件").click();
        page.wait_for("请输入口令");
        page.field("口令").fill(passphrase);
        page.field("再输一遍口令").fill("别的");
        page.button("保存文件").click();
        page.wait_for("两遍口令不一样");
        page.field("再输一遍口令").fill(passphrase);
    }
    page.axe();
    let (name, bytes) = page.downloaded_by(|| page.button("保存文件").click());
    assert!(name.starts_with("密云示例银行") && name.ends_with(".html"), "{name}");
    page.wait_for("已保存：");
    bytes
}

#[test]
fn a_page_with_the_data_opens_elsewhere_and_overwrites_nothing() {
    let mut files = Vec::new();
    walk("with the data, hosted", |page| {
        page.open("#/");
        begin(page, example("bank"));
        files.push(with_the_data(page, None));
    });
    elsewhere("with the data, single", &single(), |page| {
        begin(page, example("bank"));
        files.push(with_the_data(page, None));
    });
    for file in files {
        elsewhere("with the data, after", &file, |page| {
            // Nothing was here: it is open at once.
            shows_once(page, example("bank"));
        });
        Page::start(Settings::default()).walked("with the data, beside another", |page| {
            page.open_address(&page.on_disk("a.html", &single()));
            begin(page, example("guarantee"));
            page.open_address(&page.on_disk("b.html", &file));
            page.wait_for("这个文件里带着一份草稿");
            page.wait_for(example("guarantee").name.zh);
            page.axe();
            page.button("作为新草稿打开").click();
            shows_once(page, example("bank"));
            page.script("location.hash = '#/drafts';", &[]);
            page.wait_for(example("guarantee").name.zh);
        });
    }
}

#[test]
fn a_locked_page_opens_with_its_passphrase_alone() {
    let mut file = Vec::new();
    elsewhere("locked", &single(), |page| {
        begin(page, example("bank"));
        file = with_the_data(page, Some(PASSPHRASE));
    });
    let text = String::from_utf8(file.clone()).unwrap();
    let draft = text.split_once("<script id=\"draft\" type=\"application/json\">").unwrap().1;
    assert!(!draft.contains("facts") && !draft.contains("密云示例银行"), "the draft can be read");
    assert!(!text.contains(PASSPHRASE));
    elsewhere("locked, after", &file, |page| {
        page.wait_for("这个文件里带着一份加锁的草稿");
        page.link("用口令打开").click();
        page.field("口令").fill("不是这一句");
        page.button("用口令打开").click();
        page.wait_for("口令不对");
        page.axe();
        page.field("口令").fill(PASSPHRASE);
        page.button("用口令打开").click();
        page.heading(example("bank").name.zh);
        shows_once(page, example("bank"));
        to_the_zip(page, example("guarantee"));
    });
    // One sign of the ciphertext is another.
    let at = text.find("\"sealed\":\"").unwrap() + 14;
    let sign = if &text[at..=at] == "0" { "1" } else { "0" };
    let damaged = [&text[..at], sign, &text[at + 1..]].concat();
    elsewhere("locked, damaged", damaged.as_bytes(), |page| {
        page.wait_for("已损坏");
        page.wait_for("这个文件没有被改动");
    });
}

#[test]
fn after_one_visit_everything_works_without_a_network() {
    walk("kept", |page| {
        if !page.can(Ability::Server) {
            return;
        }
        page.open("#/");
        begin(page, example("bank"));
        kept(page);
        page.go_offline();
        page.reload();
        page.wait_for(example("bank").name.zh);
        to_the_zip(page, example("guarantee"));
        let got = page.script("return fetch('portal.html').then(got => got.text()).then(text => text.length);", &[]);
        assert_eq!(got, String::from_utf8(single()).unwrap().encode_utf16().count());
    });
}

#[test]
fn a_new_version_is_announced_and_waits() {
    let folder = std::env::temp_dir().join(format!("journey-site-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir(project::dist()).unwrap().flatten().filter(|file| file.path().is_file()) {
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    Page::serving(folder.clone(), Settings::default()).walked("new version", |page| {
        page.open("#/");
        begin(page, example("bank"));
        kept(page);
        page.reload();
        page.until("in charge", "return navigator.serviceWorker.controller !== null;");
        kept(page);
        // The icon changes, and with it the worker.
        let digest = "const bytes = new TextEncoder().encode(arguments[1]);
            return crypto.subtle.digest('SHA-256', bytes).then(hash =>
                Array.from(new Uint8Array(hash), byte => byte.toString(16).padStart(2, '0')).join(''));";
        let icon = fs::read_to_string(folder.join("icon.svg")).unwrap();
        let old = page.script(digest, &[icon.as_str().into()]);
        let newer = icon + "<!-- newer -->";
        let new = page.script(digest, &[newer.as_str().into()]);
        let worker = fs::read_to_string(folder.join("sw.js")).unwrap();
        assert!(worker.contains(old.as_str().unwrap()), "the worker names the icon by its digest");
        fs::write(folder.join("sw.js"), worker.replace(old.as_str().unwrap(), new.as_str().unwrap())).unwrap();
        page.script("window.stays = true; navigator.serviceWorker.ready.then(here => here.update());", &[]);
        // The file is still the old one: nothing is taken over.
        std::thread::sleep(Duration::from_secs(3));
        assert!(!page.text().contains("有新版本"));
        fs::write(folder.join("icon.svg"), newer).unwrap();
        page.script("navigator.serviceWorker.ready.then(here => here.update());", &[]);
        page.wait_for("有新版本，刷新后启用");
        assert_eq!(page.script("return window.stays === true;", &[]), true, "nothing is forced");
        page.axe();
        page.button("刷新启用").click();
        page.until("renewed", "return window.stays !== true && document.querySelector('header.top') !== null;");
        page.wait_for(example("bank").name.zh);
        page.until("old caches go", "return caches.keys().then(keys => keys.length === 1);");
        let icon = page.script("return caches.match('icon.svg').then(icon => icon.text());", &[]);
        assert!(icon.as_str().unwrap().contains("newer"));
    });
    let _ = fs::remove_dir_all(folder);
}

#[test]
fn a_program_that_stops_offers_the_draft() {
    for hosted in [true, false] {
        // The program logs its panic: the console may have an error.
        Page::start(Settings::default()).tried(|page| {
            if hosted {
                page.open("#/");
            } else {
                page.open_address(&page.on_disk("a.html", &single()));
            }
            begin(page, example("bank"));
            // The browser refuses what no program can do without.
            page.script("Document.prototype.createElementNS = Document.prototype.createElement = () => { throw new Error('no'); };
                Node.prototype.cloneNode = Document.prototype.importNode = () => { throw new Error('no'); };", &[]);
            page.script("location.hash = '#/result';", &[]);
            page.heading("程序出错，已停下");
            assert!(page.focused().contains("程序出错"), "the focus is on {}", page.focused());
            assert!(!page.has(Role::Region, "步骤"), "what is dead is not shown");
            let (_, bytes) = page.downloaded_by(|| page.link("下载草稿备份").click());
            assert_eq!(Draft::open(std::str::from_utf8(&bytes).unwrap()).unwrap(), example("bank").draft().unwrap());
            page.link("重新载入").click();
            page.region("步骤");
            page.wait_for(example("bank").name.zh);
        });
    }
}
