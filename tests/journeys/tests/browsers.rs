//! What browsers of the field do to the page: old or bare ones, killed ones, such that keep nothing, translate it, compose
//! characters, or stand inside another program. A browser that does something by itself is asked to; the rest is set up
//! in a page before its own scripts run.

use journeys::{Ability, Engine, Key, Page, Role, Settings, walk};
use miyun::drafts::draft::Draft;
use serde_json::json;
use std::path::PathBuf;
use std::time::Duration;
use std::{fs, process, thread};
use xtask::project;

/// A page in Chromium, which lets a script run before those of a page: the rest of what is done here needs no engine.
fn prepared(script: &str) -> Option<Page> {
    let page = Page::start(Settings::default());
    if !page.can(Ability::Prepare) {
        return None;
    }
    page.prepare(script);
    Some(page)
}

/// Opens an example, which begins a draft of its own.
fn example(page: &Page, name: &str) {
    page.open("#/");
    page.example(name);
    page.heading(name);
}

/// The one notice that is shown where nothing runs.
fn stops_with(page: &Page, title: &str) {
    page.heading(title);
    let shown = "return [...document.querySelectorAll('[data-why]')].filter(why => why.checkVisibility()).length;";
    assert_eq!(page.script(shown, &[]), 1, "one reason alone:\n{}", page.text());
    assert!(!page.text().contains("正在载入"), "{}", page.text());
    assert!(page.focused().contains(title), "the focus is on {}", page.focused());
}

/// The page's files in a folder of their own, those that are wanted.
fn copy_of_the_site(name: &str, wanted: impl Fn(&str) -> bool) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("journey-{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir(project::dist()).unwrap().flatten().filter(|file| file.path().is_file()) {
        if wanted(&file.file_name().to_string_lossy()) {
            fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
    }
    folder
}

/// Whether leaving the page would be asked about, and whether Chromium before 119 would ask, too.
fn asks_before_leaving(page: &Page) -> (bool, bool) {
    let leave = "
        const event = document.createEvent('BeforeUnloadEvent');
        event.initEvent('beforeunload', false, true);
        dispatchEvent(event);
        return [event.defaultPrevented, event.returnValue === '1'];";
    let asked = page.script(leave, &[]);
    (asked[0] == true, asked[1] == true)
}

#[test]
fn a_browser_that_is_too_old_is_told_which_to_use() {
    let Some(page) = prepared("delete Element.prototype.replaceChildren;") else { return };
    page.walked("too old", |page| {
        page.open("#/");
        stops_with(page, "浏览器太旧，打不开本页");
        page.wait_for("极速模式");
        page.wait_for("Chrome or Edge 88, Firefox 102, Safari 15");
        page.axe();
    });
}

#[test]
fn a_browser_that_cannot_read_the_script_is_told_too() {
    let folder = copy_of_the_site("unread", |_| true);
    let index = fs::read_to_string(folder.join("index.html")).unwrap();
    // Its digest is another now: the browser does not run it, as one that cannot read it does not.
    let broken = index.replace("window.portalBegun = true;", "window.portalBegun = true; ?.");
    assert_ne!(index, broken);
    fs::write(folder.join("index.html"), broken).unwrap();
    Page::serving(folder.clone(), Settings::default()).tried(|page| {
        page.open("#/");
        stops_with(page, "浏览器太旧，打不开本页");
    });
    let _ = fs::remove_dir_all(folder);
}

#[test]
fn a_server_that_does_not_hand_out_the_program_is_named() {
    let folder = copy_of_the_site("unserved", |name| !name.ends_with(".wasm"));
    // The browser logs the 404.
    Page::serving(folder.clone(), Settings::default()).tried(|page| {
        page.open("#/");
        stops_with(page, "服务器没有发出程序文件");
        page.wait_for("404");
        let (name, bytes) = page.downloaded_by(|| page.link("下载离线版").click());
        assert_eq!(name, "portal.html");
        assert!(bytes == fs::read(project::dist().join("portal.html")).unwrap(), "another file");
    });
    let _ = fs::remove_dir_all(folder);

    if !project::is_cut(&project::dist()) {
        return;
    }
    let folder = copy_of_the_site("partly", |name| !name.ends_with(".wasm") || name == "portal_bg.wasm");
    Page::serving(folder.clone(), Settings::default()).tried(|page| {
        page.open("#/");
        page.open("#/tasks");
        page.wait_for("服务器上没有这部分程序");
        page.button("重新载入");
    });
    let _ = fs::remove_dir_all(folder);
}

#[test]
fn a_restricted_frame_is_told_to_open_the_page_by_itself() {
    let folder = copy_of_the_site("framed", |_| true);
    fs::write(
        folder.join("frame.html"),
        "<!doctype html><p>the page of somebody else</p><iframe sandbox=\"allow-scripts\" src=\"index.html\"></iframe>",
    )
    .unwrap();
    let page = Page::serving(folder.clone(), Settings::default());
    let address = format!("{}frame.html", page.site());
    // Browsers log what the frame may not do.
    page.tried(|page| {
        page.open_address(&address);
        page.enter_frame(0);
        // Roles cannot be asked for inside such a frame.
        page.wait_for("本页被放在受限的框架里");
        page.wait_for("index.html");
    });
    let _ = fs::remove_dir_all(folder);
}

#[test]
fn a_single_file_that_came_incomplete_says_so() {
    let single = fs::read_to_string(project::dist().join("portal.html")).unwrap();
    let (before, packed) = single.split_once("\"packed\":\"").unwrap();
    // Base64 is read in fours.
    let damaged = format!("{before}\"packed\":\"{}{}", &packed[..40_000], &packed[44_000..]);
    // It is said on the console too.
    Page::start(Settings::default()).tried(|page| {
        page.open_address(&page.on_disk("incomplete.html", damaged.as_bytes()));
        stops_with(page, "程序没能启动");
    });
}

#[test]
fn a_killed_browser_loses_at_most_a_second_of_typing() {
    let page = Page::start(Settings::default());
    if !page.can(Ability::Kill) {
        return;
    }
    example(&page, "密云示例银行");
    page.open("#/subject/identity");
    page.field("机构全称").fill("断电之前的银行");
    // What is asked for: a second. localStorage is written to disk up to a minute later.
    thread::sleep(Duration::from_secs(1));
    page.killed_and_started_again().walked("killed", |page| {
        page.open("#/subject/identity");
        let is_there =
            "return [...document.querySelectorAll('input')].some(input => input.value === '断电之前的银行');";
        page.until("recovered", is_there);
        page.reload();
        page.until("kept", is_there);
    });
}

#[test]
fn what_nothing_keeps_is_asked_about_and_lost_by_nothing_else() {
    let off =
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
        Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";
    let Some(page) = prepared(off) else { return };
    page.walked("storage off", |page| {
        page.open("#/");
        assert_eq!(asks_before_leaving(page), (false, false), "there is nothing to lose");
        example(page, "密云示例银行");
        page.wait_for("未保存：浏览器不允许");
        assert_eq!(asks_before_leaving(page), (true, true));
        // Another one is opened: the first is still there.
        example(page, "潮白融资担保有限公司");
        page.open("#/drafts");
        page.wait_for("密云示例银行股份有限公司（示例）");
        page.wait_for("潮白融资担保有限公司（示例）");
        page.axe();
    });
}

#[test]
fn a_full_store_is_called_full_and_leads_to_the_drafts() {
    walk("full", |page| {
        example(page, "密云示例银行");
        page.wait_for("已存于本机");
        assert_eq!(asks_before_leaving(page), (false, false), "it is kept");
        let fill = "
            for (let size = 1 << 20, number = 0; size > 0; ) {
                try { localStorage.setItem(`fill${number}`, 'x'.repeat(size)); number += 1; } catch { size >>= 1; }
            }";
        page.script(fill, &[]);
        example(page, "潮白融资担保有限公司");
        page.wait_for("未保存：本机空间已满");
        page.wait_for("浏览器留给本页的空间已满");
        assert!(!page.text().contains("浏览器不允许"), "{}", page.text());
        assert_eq!(asks_before_leaving(page), (true, true));
        page.axe();
        page.link("草稿列表（2份）").click();
        page.heading("全部草稿");
        // As soon as there is room again, and something is deleted, it is kept.
        page.script("localStorage.removeItem('fill0');", &[]);
        page.button("删除 密云示例银行").click();
        page.wait_for("已存于本机");
        assert_eq!(asks_before_leaving(page), (false, false));
        page.reload();
        page.wait_for("潮白融资担保有限公司（示例）");
    });
}

/// Puts the text of the page into `<font>`, as translators do: each time something is drawn, in two elements one within
/// the other, in place of the text or around it.
const TRANSLATOR: &str = "
    const skipped = ['SCRIPT', 'STYLE', 'FONT', 'TEXTAREA'];
    function translate(root) {
        const texts = [];
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
            if (text.data.trim() === '' || !text.parentNode || skipped.includes(text.parentNode.nodeName)) continue;
            // A drawing takes no such element.
            if (text.parentNode.namespaceURI !== document.body.namespaceURI) continue;
            const font = document.createElement('font');
            const inner = font.appendChild(document.createElement('font'));
            if (AROUND) {
                text.replaceWith(font);
                inner.append(text);
            } else {
                inner.textContent = text.data;
                text.parentNode.insertBefore(font, text);
                text.remove();
            }
        }
    }
    addEventListener('DOMContentLoaded', () => {
        const page = document.getElementById('page');
        new MutationObserver(() => translate(page)).observe(page, { childList: true, characterData: true, subtree: true });
    });";

/// What the page shows on a walk on which answers change.
fn shown(page: &Page) -> Vec<String> {
    let mut texts = Vec::new();
    let mut note = || {
        // What an answer did is said a moment after it, and translated after that.
        thread::sleep(Duration::from_millis(1_000));
        // But for the moment of saving, which is another each time.
        let text = "return document.body.innerText.replace(/\\d\\d:\\d\\d/g, '').replace(/\\s+/g, ' ');";
        texts.push(page.script(text, &[]).as_str().unwrap_or_default().to_owned());
    };
    example(page, "密云示例银行");
    page.wait_for("已存于本机");
    page.open("#/subject/contribution");
    let group = page.find(Role::Group, "各财政年度的区域综合贡献是多少");
    note();
    group.field("区域综合贡献，2022年，万元").fill("99900");
    note();
    page.open("#/result");
    page.region("合计");
    note();
    page.open("#/subject/gate");
    page.radio("功能定位", "否").click();
    note();
    page.open("#/result");
    page.region("合计");
    note();
    page.open("#/drafts");
    page.button("新开一份").click();
    note();
    texts
}

#[test]
fn a_translated_page_shows_what_the_page_itself_shows() {
    let Some(page) = prepared("") else { return };
    let mut own = Vec::new();
    page.walked("as it is", |page| {
        page.open("#/");
        assert_eq!(page.script("return document.documentElement.translate;", &[]), false);
        own = shown(page);
    });
    for around in ["true", "false"] {
        let Some(page) = prepared(&TRANSLATOR.replace("AROUND", around)) else { return };
        page.walked("translated", |page| {
            let translated = shown(page);
            assert!(page.script("return document.querySelectorAll('font').length;", &[]).as_u64() > Some(50));
            for (own, translated) in own.iter().zip(&translated) {
                assert_eq!(own, translated, "around the text: {around}");
            }
        });
    }
}

#[test]
fn composing_is_not_interrupted_and_its_enter_is_no_enter() {
    let Some(page) = prepared("") else { return };
    page.walked("composing", |page| {
        example(page, "密云示例银行");
        page.open("#/subject/contribution");
        let group = page.find(Role::Group, "各财政年度的区域综合贡献是多少");
        let figure = || group.field("区域综合贡献，2022年，万元");
        figure().click();
        page.script("document.activeElement.select();", &[]);
        let composing = json!({ "text": "3yi", "selectionStart": 3, "selectionEnd": 3 });
        page.devtools("Input.imeSetComposition", &composing);
        // Longer than a half-typed figure may stand before it is called wrong.
        thread::sleep(Duration::from_millis(1_500));
        assert_eq!(figure().value(), "3yi");
        assert!(!page.text().contains("请只填数字"), "{}", page.text());
        // Enter takes the candidate, and goes nowhere.
        let enter = "const cell = document.activeElement;
            cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }));
            return document.activeElement === cell;";
        assert_eq!(page.script(enter, &[]), true);
        page.devtools("Input.insertText", &json!({ "text": "3亿" }));
        assert_eq!(figure().value(), "3亿");
        // A figure is written out when it is left.
        page.press(&[Key::Tab]);
        assert_eq!(figure().value(), "30,000.00");
        figure().click();

        // Some input methods put the value into the box when the composing has ended, without another event.
        let end = "const cell = document.activeElement;
            cell.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
            cell.value = '4yi';
            cell.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
            cell.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
            cell.value = '4亿';";
        page.script(end, &[]);
        page.press(&[Key::Tab]);
        assert_eq!(figure().value(), "40,000.00");
    });
}

#[test]
fn what_is_pasted_without_a_text_is_said() {
    walk("no text", |page| {
        if page.engine() != Engine::Chromium && !page.can(Ability::Prepare) {
            return;
        }
        example(page, "密云示例银行");
        page.open("#/subject/contribution");
        let group = page.find(Role::Group, "各财政年度的区域综合贡献是多少");
        group.field("区域综合贡献，2022年，万元").click();
        let before = group.field("区域综合贡献，2022年，万元").value();
        let paste = "const data = new DataTransfer();
            data.setData('text/html', '<table><tr><td>5</td></tr></table>');
            const given = { clipboardData: data, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', given));";
        page.script(paste, &[]);
        group.wait_for("剪贴板里没有文字");
        assert_eq!(group.field("区域综合贡献，2022年，万元").value(), before);
        page.axe();
    });
}

#[test]
fn a_chat_program_is_told_and_no_file_is_called_saved() {
    let Some(page) = prepared("") else { return };
    let mut copied = String::new();
    page.walked("WeChat", |page| {
        page.call_itself("Mozilla/5.0 (Linux; Android 12; V2055A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
            Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160 MMWEBSDK/20230805 MicroMessenger/8.0.42.2460 Language/zh_CN");
        page.open("#/");
        page.wait_for("在微信里打开，不能保存文件，也不能打印");
        page.button("复制网址");
        assert!(!page.has(Role::Button, "复制草稿文字"), "there is none yet");
        page.axe();
        example(page, "密云示例银行");
        page.wait_for("已存于本机");
        page.open("#/packet");
        page.heading("申报材料");
        page.button("ZIP").click();
        page.wait_for("没有保存");
        assert!(!page.text().contains("已保存："), "{}", page.text());
        page.script("window.copied = ''; document.execCommand = () => false;
            navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };", &[]);
        page.button("复制草稿文字").click();
        page.wait_for("已复制");
        copied = page.script("return window.copied;", &[]).as_str().unwrap_or_default().to_owned();
    });
    let draft = Draft::open(&copied).unwrap();
    walk("pasted", |page| {
        page.open("#/");
        let paste = "const data = new DataTransfer();
            data.setData('text/plain', arguments[1]);
            const given = { clipboardData: data, dataType: 'text/plain', data: arguments[1], bubbles: true, cancelable: true };
            document.body.dispatchEvent(new ClipboardEvent('paste', given));";
        page.script(paste, &[copied.as_str().into()]);
        page.heading("密云示例银行");
        page.wait_for("已存于本机");
        let carried = page.script("return JSON.parse(document.getElementById('draft').textContent).draft;", &[]);
        assert_eq!(Draft::open(&carried.to_string()).unwrap(), draft);
    });
}

#[test]
fn a_page_that_is_not_served_securely_promises_no_offline_copy() {
    let Some(page) = prepared("delete Navigator.prototype.serviceWorker;") else { return };
    page.walked("plain http", |page| {
        page.open("#/");
        page.wait_for("数据只留在本机");
        let hosted = page.build() == journeys::Build::Hosted;
        assert_eq!(page.text().contains("断网也能用"), !hosted);
        page.open("#/offline");
        page.heading("离线使用");
        assert!(!page.text().contains("装到这台设备"), "{}", page.text());
    });
}

#[test]
fn a_copy_without_scripts_says_that_it_is_dead() {
    let mut copy = String::new();
    let Some(page) = prepared("") else { return };
    page.walked("saved as MHTML", |page| {
        example(page, "密云示例银行");
        assert!(!page.text().contains("这里不能填写"), "it is alive");
        let saved = page.devtools("Page.captureSnapshot", &json!({ "format": "mhtml" }));
        copy = saved["data"].as_str().unwrap_or_default().to_owned();
    });
    Page::start(Settings::default()).tried(|page| {
        page.open_address(&page.on_disk("copy.mhtml", copy.as_bytes()));
        page.wait_for("这里不能填写");
        page.wait_for("Nothing can be filled in here");
        page.wait_for("密云示例银行");
    });
}
