//! The journeys' own eyes and hands, tried on a form that is made for it.

use journeys::{Ability, Key, Page, Role, Settings, walk};

/// The folder with the form.
fn fixtures() -> std::path::PathBuf {
    concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures").into()
}

/// The form, as a file: the harness need not trust the page it is for.
fn form() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/form.html").replace('\\', "/");
    format!("file:///{}", path.trim_start_matches('/'))
}

#[test]
fn things_are_found_by_what_they_are_called() {
    walk("things are found", |page| {
        page.open_address(&form());
        assert_eq!(page.heading("申报表").text(), "申报表");
        let part = page.region("第一部分");

        part.type_into("实缴资本", "50000");
        assert_eq!(part.field("实缴资本").value(), "50000");
        part.type_into("开业日期", "2026-03-31");
        assert_eq!(part.field("开业日期").value(), "2026-03-31");
        part.choose("类型", "证券");
        assert_eq!(part.field("类型").value(), "证券");

        part.radio("是否持牌", "否").click();
        assert!(part.radio("是否持牌", "否").is_checked());
        assert!(!part.radio("是否持牌", "是").is_checked());
        part.checkbox("我已阅读").click();
        assert!(part.checkbox("我已阅读").is_checked());

        assert_eq!(page.region("结果").amount(), "5000.50");
        page.button("提交申报").click();
        page.region("结果").wait_for("已提交");
        assert!(!page.has(Role::Button, "不存在"));
    });
}

#[test]
fn keys_go_where_the_focus_is() {
    walk("keys go where the focus is", |page| {
        page.open_address(&form());
        page.press(&[Key::Tab, Key::End, Key::Char('5')]);
        assert_eq!(page.focused(), "实缴资本");
        assert_eq!(page.field("实缴资本").value().trim_start_matches('7'), "5");
    });
}

#[test]
fn prints_and_downloads_are_read() {
    walk("prints and downloads are read", |page| {
        page.open_address(&form());
        if page.can(Ability::Print) {
            let print = page.print_pdf();
            assert_eq!(print.pages(), 1);
        }
        if page.can(Ability::ReadPrint) {
            let print = page.print_pdf();
            assert!(print.contains("金融业支持政策自助申报，见第六条"), "{}", print.text());
        }
        let (name, content) = page.downloaded_by(|| page.link("下载草稿").click());
        assert_eq!((name.as_str(), content.as_slice()), ("草稿.txt", &b"abc"[..]));
    });
}

#[test]
fn a_window_and_a_language_are_as_set() {
    let settings = Settings { languages: "en-GB,en".to_owned(), ..Settings::default() };
    Page::start(settings).walked("a window and a language", |page| {
        page.open_address(&form());
        page.resize(700, 800);
        assert_eq!(page.script("return innerWidth;", &[]), 700);
        if page.can(Ability::Emulate) {
            page.resize(360, 800);
            page.appear(true, "screen");
            let seen = "return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches].join();";
            assert_eq!(page.script(seen, &[]), "360,true");
        }
        if page.can(Ability::Languages) {
            assert_eq!(page.script("return navigator.language;", &[]), "en-GB");
        }
        if page.can(Ability::Picture) {
            assert!(page.picture().starts_with(b"\x89PNG"));
        }
    });
}

#[test]
fn an_error_on_the_console_is_seen() {
    Page::serving(fixtures(), Settings::default()).tried(|page: &Page| {
        page.open("form.html");
        page.script("setTimeout(() => { throw new Error('oh no') }); console.error('dear me');", &[]);
        std::thread::sleep(std::time::Duration::from_millis(1000));
        let errors = page.console_errors();
        for words in ["oh no", "dear me"] {
            assert!(errors.iter().any(|error| error.contains(words)), "{errors:?}");
        }
    });
}

#[test]
fn a_request_to_others_is_seen() {
    const ASK: &str = "
        for (const address of ['http://127.0.0.1:49150/1', 'http://else.test/2', 'https://else.test:8443/3'])
            fetch(address).catch(() => {});
        fetch('./form.html');";
    Page::serving(fixtures(), Settings::default()).tried(|page: &Page| {
        page.open("form.html");
        page.script(ASK, &[]);
        std::thread::sleep(std::time::Duration::from_millis(1000));
        let others = page.outside_requests();
        let asked = ["http://127.0.0.1:49150/1", "http://else.test/2", "https://"];
        for address in asked {
            assert!(others.iter().any(|other| other.starts_with(address)), "{address} is not among {others:?}");
        }
        assert!(others.iter().all(|other| asked.iter().any(|address| other.starts_with(address))), "{others:?}");
        assert!(page.requests_after_load().contains(&format!("{}form.html", page.site())));
    });
}

#[test]
fn nothing_passes_without_a_network() {
    Page::serving(fixtures(), Settings::default()).tried(|page: &Page| {
        page.open("form.html");
        let fetched = "return fetch('./form.html').then(() => 'came', () => 'did not come');";
        assert_eq!(page.script(fetched, &[]), "came");
        page.go_offline();
        assert_eq!(page.script(fetched, &[]), "did not come");
    });
}

#[test]
fn a_request_to_others_is_stopped_by_the_page_itself() {
    Page::start(Settings::default()).tried(|page: &Page| {
        page.open("#/");
        const ASK: &str = "
            return new Promise(done => {
                addEventListener('securitypolicyviolation', event => done(event.blockedURI));
                fetch('http://127.0.0.1:9/secret').catch(() => {});
                setTimeout(() => done('nobody stopped it'), 3000);
            });";
        assert_eq!(page.script(ASK, &[]), "http://127.0.0.1:9/secret");
        assert_eq!(page.outside_requests(), Vec::<String>::new());
    });
}

#[test]
#[should_panic(expected = "2 fit")]
fn what_two_things_are_called_is_not_enough() {
    Page::start(Settings::default()).tried(|page: &Page| {
        page.open_address(&form());
        page.button("申报");
    });
}
