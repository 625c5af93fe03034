//! The program comes in parts: each when a reader first needs it, and one that does not come says so.

use journeys::{Ability, Page, Settings};

/// The parts asked for so far of the file `name`.
fn asked_for(page: &Page, name: &str) -> usize {
    page.requests_after_load().iter().filter(|request| request.contains(&format!("/{name}."))).count()
}

#[test]
fn a_program_that_takes_a_moment_says_so() {
    journeys::walk("the program takes a moment", |page| {
        page.open("#/");
        page.heading("贵机构属于哪一类");
        assert!(!page.text().contains("正在载入"));
        // What there is before the program has drawn anything.
        let before = "const page = document.getElementById('page');
            window.drawn = [...page.childNodes];
            page.replaceChildren();";
        page.script(before, &[]);
        page.wait_for("正在载入… Loading…");
        page.script("document.getElementById('page').replaceChildren(...window.drawn);", &[]);
        page.heading("贵机构属于哪一类");
        assert!(!page.text().contains("正在载入"));
    });
}

#[test]
fn the_first_page_needs_no_style_that_waits() {
    journeys::walk("the style that waits", |page| {
        if !page.can(Ability::Picture) {
            return;
        }
        page.open("#/");
        page.link("密云示例信托");
        let dressed = page.picture();
        page.script("document.getElementById('late-style').media = 'not all';", &[]);
        assert!(page.picture() == dressed, "the first page is painted otherwise before the rest of the style is there");
    });
}

#[test]
fn a_part_comes_when_it_is_first_needed_and_only_then() {
    journeys::walk("a part comes when it is first needed", |page| {
        if !page.can(Ability::Server) {
            return;
        }
        page.open("#/");
        // The foot moves down until the examples are there.
        page.link("密云示例信托");
        assert_eq!(asked_for(page, "rules"), 0);
        page.link("术语").click();
        page.heading("术语");
        assert_eq!(asked_for(page, "rules"), 1);
        // Whoever goes there arrives at its title, as on pages that are there.
        assert_eq!(page.focused(), "术语");
        page.link("存疑登记").click();
        page.heading("存疑登记");
        assert_eq!(asked_for(page, "rules"), 1);
    });
}

#[test]
fn a_part_that_does_not_come_says_so_and_is_tried_again() {
    // The console tells of the network that is not there.
    Page::start(Settings::default()).tried(|page| {
        if !page.can(Ability::Server) {
            return;
        }
        page.open("#/");
        page.go_offline();
        page.link("术语").click();
        page.wait_for("这一页没能载入");
        page.button("再试一次").click();
        page.wait_for("这一页没能载入");
        page.go_online();
        page.button("再试一次").click();
        page.heading("术语");
        // The focus follows when the page stands.
        page.wait_until_focused("术语");
    });
}
