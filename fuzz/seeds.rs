//! `seeds FOLDER`: where each target begins, a folder each.

use std::path::Path;
use std::{env, fs, io};

#[path = "../tests/holds/mod.rs"]
mod holds;

use holds::seeds;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).ok_or_else(|| io::Error::other("name the folder"))?;
    let targets = [
        ("draft", seeds::draft()),
        ("file", seeds::file()),
        ("typed", seeds::typed()),
        ("assessment", seeds::assessment()),
    ];
    for (target, seeds) in targets {
        let folder = Path::new(&folder).join(target);
        fs::create_dir_all(&folder)?;
        for (place, (_, bytes)) in seeds.iter().enumerate() {
            fs::write(folder.join(format!("seed-{place}")), bytes)?;
        }
    }
    Ok(())
}
