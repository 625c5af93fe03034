//! The page.

mod ui;

fn main() {
    ui::app::start();
}
