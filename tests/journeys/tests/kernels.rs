//! The page in the older Chromiums that offices still have, under whatever name: 88 and later carry an example to its
//! papers and look as today's does; what is older is told in plain words what to use instead.

use journeys::{Build, Engine, Kernel, Page, Settings};
use miyun::drafts::examples::{ALL, Example};
use serde_json::{Value, json};

/// How far off a box may be, in CSS pixels: faces are drawn a little wider or narrower.
const NEAR: i64 = 12;
/// What is looked at in every window.
const ROUTES: &[&str] = &["#/", "#/tasks", "#/subject/capital", "#/result", "#/packet"];

fn bank() -> &'static Example {
    ALL.iter().find(|example| example.id == "bank").unwrap()
}

/// Walks in an old kernel, on whichever system has one.
fn in_kernel(major: u16, build: Build, journey: impl FnOnce(&Page)) {
    let kernel = Kernel::release(major).unwrap();
    if !Kernel::is_for_here() {
        println!("{}old kernels: npm has them for Linux on x86-64 alone ({major})", xtask::journeys::LEFT_OUT);
        return;
    }
    Page::start_in(Engine::Old(kernel), build, Settings::default()).walked("old kernel", journey);
}

fn begin(page: &Page) {
    page.open("#/");
    page.link(bank().name.zh).click();
    page.heading(bank().name.zh);
    page.wait_for("已存于本机");
}

/// From the example through every step to the files, and once more after a reload.
fn carry(major: u16, build: Build) {
    in_kernel(major, build, |page| {
        // Old kernels tell of each fetch that a reload interrupts.
        page.tolerate_errors();
        begin(page);
        let steps = || page.region("步骤");
        steps().link("结果").click();
        page.region("合计").wait_for("可测算");
        page.link("规划").click();
        page.wait_for("只看已填的数，是2026年，合计1,572.80万元");
        steps().link("材料").click();
        page.heading("申报材料");
        page.region("封面");
        for (button, ending) in [("Word", ".docx"), ("Excel", ".xlsx"), ("ZIP", ".zip")] {
            let (name, bytes) = page.downloaded_by(|| page.button(button).click());
            assert!(name.starts_with("密云示例银行") && name.ends_with(ending), "{name}");
            let opened = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
            assert!(opened.len() >= 5, "{name} holds {} parts", opened.len());
        }
        // A figure is typed, and is still there when the page is loaded anew.
        page.open("#/subject/capital");
        page.type_into("实收资本", "60000");
        page.press(&[journeys::Key::Tab]);
        page.wait_for("已存于本机");
        page.reload();
        assert_eq!(page.field("实收资本").value().replace(',', ""), "60000");
        // What a reviewer would ask is counted in the steps, and moves those behind it.
        page.wait_for("处留意");
        steps().link("材料").click();
        page.heading("申报材料");
        let sheets = page.script("return document.querySelectorAll('.sheets .sheet').length;", &[]);
        assert_eq!(sheets.as_u64(), Some(page.print_pdf().pages() as u64), "what does not fit a sheet is lost");
        assert_eq!(page.cut_from_sheets(), Vec::<String>::new());
    });
}

/// What a window shows, part by part: what it is and its box.
const BOXES: &str = "
    const within = 'header.top, header.top > *, nav, main, main > *, main > * > section, main h1, aside, footer';
    return Array.from(document.querySelectorAll(within)).map(part => {
        const box = part.getBoundingClientRect();
        const name = part.tagName.toLowerCase() + Array.from(part.classList).map(name => '.' + name).join('');
        return [name, Math.round(box.left), Math.round(box.width), Math.round(box.top + scrollY), Math.round(box.height)];
    }).filter(part => part[2] > 0 && part[4] > 0);";

fn boxes(page: &Page, route: &str) -> Vec<(String, [i64; 4])> {
    page.script("location.hash = arguments[1];", &[json!(route)]);
    let stands =
        "return document.querySelector('main h1') !== null && document.querySelector('[data-coming]') === null;";
    page.until(route, stands);
    let seen = page.script(BOXES, &[]);
    let number = |value: &Value| value.as_i64().unwrap();
    let boxes = seen.as_array().unwrap().iter();
    boxes.map(|part| (part[0].as_str().unwrap().to_owned(), [1, 2, 3, 4].map(|at| number(&part[at])))).collect()
}

/// Holds the boxes of an old kernel against those of today's.
fn looks_as_today(major: u16) {
    in_kernel(major, Build::Hosted, |old| {
        let new = Page::start_in(Engine::Chromium, Build::Hosted, Settings::default());
        begin(old);
        begin(&new);
        let mut faults = Vec::new();
        for width in [1280, 360] {
            for route in ROUTES {
                let [there, today] = [old, &new].map(|page| {
                    page.resize(width, 900);
                    boxes(page, route)
                });
                let names =
                    |boxes: &[(String, [i64; 4])]| boxes.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
                if names(&there) != names(&today) {
                    faults.push(format!("{route} at {width}: {:?} for {:?}", names(&there), names(&today)));
                    continue;
                }
                for ((name, there), (_, today)) in there.iter().zip(&today) {
                    let across = (0..2).all(|side| there[side].abs_diff(today[side]) <= NEAR.unsigned_abs());
                    // Lines break elsewhere now and then, so heights and what is below add up.
                    let down =
                        (2..4).all(|side| there[side].abs_diff(today[side]) <= (100 + today[side] / 8).unsigned_abs());
                    if !across || !down {
                        faults.push(format!("{route} at {width}: {name} {there:?} for {today:?}"));
                    }
                }
                let wide = old.script("return document.documentElement.scrollWidth - innerWidth;", &[]);
                if wide.as_i64().is_some_and(|wide| wide > 0) {
                    faults.push(format!("{route} at {width}: {wide} px too wide"));
                }
            }
        }
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    });
}

/// A page that cannot run here says so, in both languages, and names what can.
fn is_told(major: u16) {
    for build in Build::ALL {
        in_kernel(major, build, |page| {
            page.tolerate_errors();
            page.open("");
            page.wait_for("88");
            let text = page.text();
            for words in ["浏览器", "Chrome", "Edge", "browser"] {
                assert!(text.contains(words), "{words} is missing: {text}");
            }
        });
    }
}

#[test]
fn chromium_88_goes_from_example_to_zip_hosted() {
    carry(88, Build::Hosted);
}

#[test]
fn chromium_88_goes_from_example_to_zip_from_disk() {
    carry(88, Build::File);
}

#[test]
fn chromium_92_goes_from_example_to_zip_hosted() {
    carry(92, Build::Hosted);
}

#[test]
fn chromium_92_goes_from_example_to_zip_from_disk() {
    carry(92, Build::File);
}

#[test]
fn chromium_109_goes_from_example_to_zip_hosted() {
    carry(109, Build::Hosted);
}

#[test]
fn chromium_109_goes_from_example_to_zip_from_disk() {
    carry(109, Build::File);
}

#[test]
fn chromium_88_looks_as_todays() {
    looks_as_today(88);
}

#[test]
fn chromium_92_looks_as_todays() {
    looks_as_today(92);
}

#[test]
fn chromium_109_looks_as_todays() {
    looks_as_today(109);
}

#[test]
fn chromium_83_is_told_what_to_use() {
    is_told(83);
}

#[test]
fn chromium_79_is_told_what_to_use() {
    is_told(79);
}
