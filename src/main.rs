//! The page.

mod ui;

fn main() {
    ui::frame::app::start();
}
