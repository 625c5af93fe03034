//! A picture of every route in every width, theme and language, and its print:
//! `cargo xtask screenshots`.

use journeys::route::{EXAMPLE, LANGUAGES, PRINTED, ROUTES, WIDTHS};
use journeys::{Page, Settings};
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "target/screenshots".to_owned());
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)?;
    let mut count = 0;
    for ((languages, language), example) in LANGUAGES.iter().zip(EXAMPLE) {
        let page = Page::start(Settings { languages: (*languages).to_owned(), ..Settings::default() });
        page.open("#/");
        // The page speaks Chinese until it is told otherwise.
        if *language == "en" {
            page.button("English").click();
        }
        page.example(example);
        // A page is drawn for the window it is opened in.
        for width in WIDTHS {
            page.resize(*width, 900);
            for (route, name) in ROUTES {
                page.open(route);
                for (look, dark, medium) in
                    [("light", false, "screen"), ("dark", true, "screen"), ("print", false, "print")]
                {
                    page.appear(dark, medium);
                    let file = format!("{name}-{width}-{look}-{language}.png");
                    fs::write(folder.join(file), page.picture())?;
                    count += 1;
                }
                page.appear(false, "");
                if PRINTED.contains(name) && Some(width) == WIDTHS.last() {
                    page.print_pdf().save(&folder.join(format!("{name}-{language}.pdf")))?;
                    count += 1;
                }
            }
        }
    }
    println!("{count} files in {}", folder.display());
    Ok(())
}
