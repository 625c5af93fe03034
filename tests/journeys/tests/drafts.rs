//! Several drafts side by side: named, copied, deleted and brought back, kept over a reload; and undo by keyboard.

use journeys::{Key, PATIENCE, Page, Role, walk};
use serde_json::{Value, json};
use std::time::Instant;

/// Opens an example, which begins a draft of its own.
fn example(page: &Page, name: &str) {
    page.open("#/");
    page.example(name);
    page.wait_for("已存于本机");
}

#[test]
fn two_drafts_stand_side_by_side() {
    walk("two drafts", |page| {
        example(page, "潮白融资担保有限公司");
        example(page, "雾灵山股权投资基金");
        page.open("#/drafts");
        page.wait_for("潮白融资担保有限公司（示例）");
        page.wait_for("雾灵山股权投资基金（有限合伙）（示例）");

        // Delete one, bring it back.
        let lines = |page: &Page| page.text().matches("（示例）").count();
        let before = lines(page);
        page.button("删除 潮白融资担保有限公司").click();
        page.wait_for("已删除");
        page.button("恢复").click();
        page.wait_for("草稿已恢复");
        assert!(lines(page) >= before, "{}", page.text());

        // Duplicate one; everything is there after a reload.
        page.button("复制一份 雾灵山股权投资基金").click();
        page.wait_for("（副本）");
        page.reload();
        page.wait_for("（副本）");
        page.wait_for("潮白融资担保有限公司（示例）");
    });
}

#[test]
fn an_answer_is_undone_and_redone_by_keyboard() {
    walk("undo", |page| {
        example(page, "密云示例银行");
        page.open("#/subject/gate");
        let yes = || page.radio("功能定位", "是");
        let no = || page.radio("功能定位", "否");
        no().click();
        assert!(no().is_checked());
        page.heading("申报的共同门槛").click();
        page.chord(Key::Control, Key::Char('z'));
        page.wait_for("已撤销");
        assert!(yes().is_checked(), "undone");
        page.chord(Key::Control, Key::Char('y'));
        page.wait_for("已重做");
        assert!(no().is_checked(), "redone");
        assert!(page.has(Role::Button, "撤销"));
    });
}

/// Changes what is stored of the open draft, as another window does: with a storage of its own, so that this one is told.
fn in_another_window(page: &Page, action: &str) {
    let action = format!(
        "const frame = document.body.appendChild(document.createElement('iframe'));
        const store = frame.contentWindow.localStorage;
        const key = Object.keys(store).find(key => key.includes('.entry.'));
        {action}
        setTimeout(() => frame.remove(), 500);"
    );
    page.script(&action, &[]);
}

/// Gives the stored draft another title.
const TITLE: &str = "
    const entry = JSON.parse(store.getItem(key));
    entry.draft.title = '隔壁改的';
    store.setItem(key, JSON.stringify(entry));";

/// An answer that the page has taken and not kept yet: the other window is first.
const UNKEPT: &str = "document.querySelector('input[type=radio]:not(:checked)').click();";

#[test]
fn a_window_that_has_changed_nothing_follows() {
    walk("two windows, one follows", |page| {
        example(page, "潮白融资担保有限公司");
        in_another_window(page, TITLE);
        page.wait_for("隔壁改的");
        page.wait_for("另一个窗口改了这份草稿，这里已换成新的");
        assert!(!page.text().contains("另一个窗口改了存下的草稿"), "nothing is asked");
        page.wait_for("已存于本机");
        // Nor is the other's draft overwritten afterwards.
        page.open("#/subject/gate");
        page.radio("功能定位", "否").click();
        page.wait_for("已存于本机");
        page.reload();
        page.wait_for("隔壁改的");
    });
}

#[test]
fn what_another_window_does_is_told_and_nothing_is_overwritten() {
    walk("two windows", |page| {
        // The titles of what is stored.
        let kept = |page: &Page| {
            let titles = "return Object.keys(localStorage).filter(key => key.includes('.entry.'))
                .map(key => JSON.parse(localStorage.getItem(key)).draft.title);";
            page.script(titles, &[])
        };
        let later = || std::thread::sleep(std::time::Duration::from_millis(900));
        example(page, "潮白融资担保有限公司");
        let own = kept(page);
        page.open("#/subject/gate");
        page.radio("功能定位", "是");
        in_another_window(page, &[UNKEPT, TITLE].concat());
        page.wait_for("另一个窗口改了存下的草稿");
        assert_eq!(kept(page), json!(["隔壁改的"]));
        page.button("保留这一份").click();
        page.wait_for("已存于本机");
        assert_eq!(kept(page), own);

        in_another_window(page, "store.removeItem(key);");
        page.wait_for("另一个窗口删了这份草稿");
        assert!(!page.text().contains("已存于本机"), "it is stored no more");
        page.open("#/subject/gate");
        page.radio("功能定位", "否").click();
        later();
        assert_eq!(kept(page), json!([]), "a change here does not bring it back");
        page.button("保留这一份").click();
        page.wait_for("已存于本机");
        assert_eq!(kept(page), own);

        in_another_window(page, "store.removeItem(key);");
        page.wait_for("另一个窗口删了这份草稿");
        page.button("这里也删除").click();
        later();
        assert_eq!(kept(page), json!([]));

        // Opening another draft instead of choosing keeps that one, and a copy of what was only here.
        example(page, "潮白融资担保有限公司");
        in_another_window(page, "store.removeItem(key);");
        page.wait_for("另一个窗口删了这份草稿");
        example(page, "雾灵山股权投资基金");
        assert!(!page.text().contains("另一个窗口删了这份草稿"));
        later();
        assert_eq!(kept(page).as_array().map(Vec::len), Some(2));
        page.open("#/drafts");
        page.wait_for("潮白融资担保有限公司（示例）（副本）");
    });
}

#[test]
fn a_file_that_cannot_be_read_decides_nothing_between_two_windows() {
    walk("two windows and a broken file", |page| {
        example(page, "潮白融资担保有限公司");
        page.open("#/subject/gate");
        page.radio("功能定位", "是");
        in_another_window(page, &[UNKEPT, TITLE].concat());
        page.wait_for("另一个窗口改了存下的草稿");
        page.open("#/drafts");
        page.hand_over("broken.json", b"{\"format\": ");
        page.wait_for("broken.json");
        assert!(page.text().contains("另一个窗口改了存下的草稿"), "both are told");
        page.open("#/subject/gate");
        page.radio("功能定位", "否").click();
        page.wait_for("等您选一份");
        std::thread::sleep(std::time::Duration::from_millis(900));
        page.open("#/drafts");
        page.wait_for("隔壁改的");
    });
}

#[test]
fn what_two_windows_changed_is_kept_twice_when_nobody_chooses() {
    walk("two windows, both changed", |page| {
        example(page, "潮白融资担保有限公司");
        page.open("#/subject/gate");
        page.radio("功能定位", "是");
        in_another_window(page, &[UNKEPT, TITLE].concat());
        page.wait_for("另一个窗口改了存下的草稿");
        page.radio("功能定位", "否").click();
        page.wait_for("等您选一份");
        page.open("#/drafts");
        page.button("新开一份").click();
        page.open("#/drafts");
        page.wait_for("潮白融资担保有限公司（示例）（副本）");
        page.wait_for("隔壁改的");
    });
}

#[test]
fn a_draft_that_cannot_be_read_is_set_aside_saved_and_given_up() {
    walk("an unreadable draft", |page| {
        example(page, "潮白融资担保有限公司");
        let spoil = "for (const key of Object.keys(localStorage))
            if (key.includes('.entry.')) localStorage.setItem(key, '{\"draft\": 7');";
        page.script(spoil, &[]);
        page.reload();
        page.wait_for("上次存下的草稿读不出来");
        page.button("知道了").click();

        // Another draft is begun beside it. It is there as it was, and goes only when it has been saved.
        example(page, "雾灵山股权投资基金");
        page.open("#/drafts");
        let aside = || page.region("读不出来的草稿");
        assert!(!aside().has(Role::Button, "删除"));
        let (_, bytes) = page.downloaded_by(|| aside().button("下载原来的内容").click());
        assert_eq!(String::from_utf8_lossy(&bytes), "{\"draft\": 7");
        aside().button("删除").click();
        page.wait_until_focused("全部草稿");
        page.reload();
        page.wait_for("雾灵山股权投资基金");
        assert!(!page.text().contains("读不出来的草稿"), "{}", page.text());
    });
}

/// Asks the database something: `texts` is where it keeps them.
fn in_the_database(page: &Page, action: &str) -> Value {
    page.script(
        &format!(
            "return new Promise((done, failed) => {{
                const opening = indexedDB.open('miyun');
                opening.onerror = () => failed(opening.error);
                opening.onsuccess = () => {{
                    const texts = opening.result.transaction('texts', 'readwrite').objectStore('texts');
                    const asked = texts.{action};
                    asked.onsuccess = () => {{ opening.result.close(); done(asked.result ?? null); }};
                }};
            }});"
        ),
        &[],
    )
}

#[test]
fn a_large_table_stands_in_the_database_and_comes_back() {
    const ROWS: usize = 4_000;
    // A long draft is written into the page while other things are done.
    let carries_all = |page: &Page| {
        let carries = format!(
            "const text = document.getElementById('draft').textContent;
             return text !== '' && JSON.parse(text).draft.facts.enterprises.length === {ROWS};"
        );
        page.until("the draft that the page carries", &carries);
    };
    let entries = |page: &Page| {
        page.script(
            "return Object.keys(localStorage).filter(key => key.includes('.entry.')).map(key => localStorage.getItem(key));",
            &[],
        )
    };
    let row = json!({ "name": "云蒙科技有限公司", "fits": true, "first_tax": "2023-05-01", "year_1": "600000.00" });
    let draft = json!({
        "format": 1, "edition": "miyun-2019-25", "title": "",
        "facts": { "name": "引进很多（示例）", "kind": "none", "intermediary": true, "enterprises": vec![row; ROWS] },
    });
    walk("large draft", |page| {
        page.open("#/drafts");
        page.heading("全部草稿");
        page.hand_over("large.json", draft.to_string().as_bytes());
        page.wait_for("已存于本机");
        let noted = entries(page);
        assert!(noted[0].as_str().is_some_and(|note| note.len() < 200 && note.contains("large")), "{noted}");
        page.reload();
        page.wait_for("引进很多（示例）");
        carries_all(page);

        // Changed, it stands there once, and its copy beside it.
        page.open("#/subject/referral");
        page.radio("法人组织", "是").click();
        // What stood there before goes a moment after the new one is noted.
        let one_text_a_draft = |drafts: usize| {
            let begun = Instant::now();
            while entries(page) == noted || in_the_database(page, "count()") != drafts {
                assert!(begun.elapsed() < PATIENCE, "one text a draft: {}", in_the_database(page, "getAllKeys()"));
            }
        };
        one_text_a_draft(1);
        page.open("#/drafts");
        page.button("复制一份 引进很多（示例）").click();
        page.wait_for("（副本）");
        one_text_a_draft(2);

        // Deleted and brought back.
        page.button("删除 引进很多（示例）（副本）").click();
        page.wait_for("已删除");
        page.button("恢复").click();
        page.wait_for("草稿已恢复");
        page.reload();
        page.wait_for("（副本）");
        carries_all(page);

        // Without the database nothing is given up, and what cannot be read is said.
        in_the_database(page, "clear()");
        page.reload();
        page.wait_for("浏览器的数据库里没有这份草稿的内容");
        assert_eq!(entries(page).as_array().map(Vec::len), Some(2));
    });
}
