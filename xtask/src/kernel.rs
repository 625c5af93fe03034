//! Older Chromiums, as offices still have them in browsers of other names: from npm, for Linux on x86-64 alone.

use crate::failure::Failure;
use crate::{cache, program, step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kernel {
    /// The release it is of, or is just before.
    pub major: u16,
    id: &'static str,
    /// The npm package that holds it.
    package: &'static str,
    version: &'static str,
}

impl Kernel {
    /// All that are to be had, oldest first. Windows 7 ends at 109.
    pub const ALL: [Self; 5] = [
        Self::of(79, "chromium-79", "chrome-aws-lambda", "1.20.4"),
        Self::of(83, "chromium-83", "chrome-aws-lambda", "3.1.1"),
        Self::of(88, "chromium-88", "chrome-aws-lambda", "5.5.0"),
        Self::of(92, "chromium-92", "chrome-aws-lambda", "10.1.0"),
        Self::of(109, "chromium-109", "@sparticuz/chromium", "109.0.6"),
    ];

    const fn of(major: u16, id: &'static str, package: &'static str, version: &'static str) -> Self {
        Self { major, id, package, version }
    }

    /// As it is written on the command line and in the environment.
    pub fn id(self) -> &'static str {
        self.id
    }

    /// The kernel of that release.
    pub fn release(major: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|kernel| kernel.major == major)
    }

    /// Whether there is one for this system.
    pub fn is_for_here() -> bool {
        cfg!(all(target_os = "linux", target_arch = "x86_64"))
    }

    /// The browser, if it has been brought.
    pub fn find(self) -> Option<PathBuf> {
        Some(self.folder().ok()?.join("chromium")).filter(|file| file.is_file())
    }

    /// The folder of the libraries that it brings, for a system that does not have them.
    pub fn libraries(self) -> Result<PathBuf, String> {
        self.folder().map(|folder| folder.join("lib")).map_err(|failure| failure.to_string())
    }

    /// What it is to be started with: there is no graphics card, and its other processes are its own children.
    pub fn flags(self) -> &'static [&'static str] {
        if self.major < 100 {
            &["--headless", "--no-zygote", "--use-gl=swiftshader", "--in-process-gpu"]
        } else {
            &["--headless", "--no-zygote", "--disable-gpu"]
        }
    }

    fn folder(self) -> Result<PathBuf, Failure> {
        cache::folder(self.id, self.version)
    }

    /// Brings it when it is not there yet.
    pub fn ensure(self) -> Result<(), Failure> {
        if self.find().is_some() {
            return Ok(());
        }
        let home = self.folder()?;
        let Self { id, package, version, .. } = self;
        let fix = format!(
            "install npm with node (Debian: apt-get install npm) and let it reach its registry for {package}@{version}"
        );
        if !Self::is_for_here() {
            return Err(Failure::new(format!("{id} is for Linux on x86-64 alone"), "walk the old kernels there"));
        }
        let Some((npm, node)) = program::on_path("npm").zip(program::on_path("node")) else {
            return Err(Failure::new(format!("no npm with node to get {id} with"), fix));
        };
        step::during(&format!("getting {id} (kept for next time)"), || {
            let part = home.with_extension("part");
            cache::emptied(&part)?;
            let mut pack = Command::new(npm);
            pack.args(["pack", "--silent", &format!("{package}@{version}")]).current_dir(&part);
            program::run(&mut pack, &fix)?;
            let packed = only_archive(&part).ok_or_else(|| Failure::new(format!("npm packed no {package}"), &fix))?;
            let mut unpack = Command::new("tar");
            unpack.arg("-xzf").arg(packed).args(["--strip-components=2", "package/bin"]).current_dir(&part);
            program::run(&mut unpack, &fix)?;
            let mut open = Command::new(node);
            open.args(["-e", UNPACK, "chromium", "aws.tar", "swiftshader.tar"]).current_dir(&part);
            program::run(&mut open, &fix)?;
            for archive in ["aws.tar", "swiftshader.tar"] {
                program::run(Command::new("tar").arg("-xf").arg(archive).current_dir(&part), &fix)?;
                let _ = fs::remove_file(part.join(archive));
            }
            let _ = fs::remove_dir_all(&home);
            fs::rename(&part, &home)
                .map_err(|error| Failure::new(format!("{}: {error}", home.display()), "make room there"))
        })
    }
}

/// Unpacks the named files, packed by brotli, in place; what is packed goes.
const UNPACK: &str = "
const fs = require('fs'), zlib = require('zlib'), { pipeline } = require('stream');
for (const name of process.argv.slice(1))
    pipeline(fs.createReadStream(name + '.br'), zlib.createBrotliDecompress(),
        fs.createWriteStream(name, { mode: 0o755 }),
        why => { if (why) throw why; fs.unlinkSync(name + '.br'); });
for (const name of fs.readdirSync('.')) if (name.endsWith('.tgz')) fs.unlinkSync(name);";

fn only_archive(folder: &Path) -> Option<PathBuf> {
    let mut files = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    files.find(|file| file.extension().is_some_and(|ending| ending == "tgz"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kernel_is_found_by_its_release() {
        assert_eq!(Kernel::release(88).map(Kernel::id), Some("chromium-88"));
        assert_eq!(Kernel::release(90), None);
    }
}
