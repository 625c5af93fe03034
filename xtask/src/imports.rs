//! The names by which the program imports what its script gives it. wasm-bindgen makes them long, with sixteen random
//! signs each that no packing makes smaller, and they stand in both files.

/// The module that the program imports from.
const MODULE: &str = "./portal_bg.js";
/// What it is called from here on.
const SHORT: &str = "b";
/// The number of the section of imports.
const IMPORTS: u8 = 2;

/// The program and its script with short names; nothing, when they are not of the form that is known.
pub fn shortened(program: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let module = format!("\"{MODULE}\"");
    if script.matches(&module).count() != 1 {
        return None;
    }
    let mut script = script.replace(&module, &format!("\"{SHORT}\""));
    let mut names = 0;
    let mut renamed = |name: &str| {
        let key = format!(" {name}: function");
        if script.matches(&key).count() != 1 {
            return None;
        }
        // No name of wasm-bindgen's begins so.
        let short = format!("i{names}");
        names += 1;
        script = script.replace(&key, &format!(" {short}: function"));
        Some(short)
    };

    let mut read = Read { bytes: program, at: 8 };
    let mut written = program.get(..8)?.to_vec();
    while read.at < program.len() {
        let section = read.byte()?;
        let length = read.number()?;
        let content = read.take(length)?;
        let content = if section == IMPORTS { imports(content, &mut renamed)? } else { content.to_vec() };
        written.push(section);
        put(&mut written, content.len());
        written.extend(content);
    }
    (names > 0).then_some((written, script))
}

/// The section of imports with the names of one module renamed.
fn imports(section: &[u8], renamed: &mut dyn FnMut(&str) -> Option<String>) -> Option<Vec<u8>> {
    let mut read = Read { bytes: section, at: 0 };
    let mut written = Vec::with_capacity(section.len());
    let count = read.number()?;
    put(&mut written, count);
    for _ in 0..count {
        let (module, name) = (read.name()?, read.name()?);
        let of = read.kind()?;
        let (module, name) = if module == MODULE { (SHORT, renamed(name)?) } else { (module, name.to_owned()) };
        for name in [module, &name] {
            put(&mut written, name.len());
            written.extend(name.as_bytes());
        }
        written.extend(of);
    }
    (read.at == section.len()).then_some(written)
}

/// Writes a number as wasm does: seven bits a byte, the lowest first.
fn put(written: &mut Vec<u8>, mut number: usize) {
    while number > 0x7F {
        written.push(u8::try_from(number & 0x7F).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    written.push(u8::try_from(number).unwrap_or_default());
}

/// Reads a wasm file from its beginning to its end.
struct Read<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Read<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for place in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F) << place;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn name(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    /// What is imported, as its bytes: a function, a table, a memory or a global.
    fn kind(&mut self) -> Option<&'a [u8]> {
        let from = self.at;
        match self.byte()? {
            0 => {
                self.number()?;
            }
            kind @ (1 | 2) => {
                if kind == 1 {
                    self.byte()?;
                }
                let has_end = self.byte()? & 1 == 1;
                self.number()?;
                if has_end {
                    self.number()?;
                }
            }
            3 => {
                self.take(2)?;
            }
            _ => return None,
        }
        self.bytes.get(from..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program that imports a memory from elsewhere and a function from its script, and has a section after that.
    fn program(module: &str, name: &str) -> Vec<u8> {
        let mut imports = vec![2];
        for (module, name, kind) in [("__wasm_split", "memory", &[2, 1, 1, 200, 1][..]), (module, name, &[0, 5])] {
            for name in [module, name] {
                put(&mut imports, name.len());
                imports.extend(name.as_bytes());
            }
            imports.extend(kind);
        }
        let mut program = b"\0asm\x01\0\0\0".to_vec();
        program.push(IMPORTS);
        put(&mut program, imports.len());
        program.extend(imports);
        program.extend([3, 2, 1, 0]);
        program
    }

    const SCRIPT: &str =
        "return {\n        \"./portal_bg.js\": import0,\n        __wbg_new_37eb45aaf5eeb820: function() {";

    #[test]
    fn both_files_have_the_short_name() {
        let (short, script) = shortened(&program(MODULE, "__wbg_new_37eb45aaf5eeb820"), SCRIPT).unwrap();
        assert_eq!(short, program("b", "i0"));
        assert_eq!(script, "return {\n        \"b\": import0,\n        i0: function() {");
    }

    #[test]
    fn files_of_another_form_are_refused() {
        assert_eq!(shortened(&program(MODULE, "__wbg_other"), SCRIPT), None);
        assert_eq!(shortened(&program("./else.js", "__wbg_new_37eb45aaf5eeb820"), SCRIPT), None);
        assert_eq!(shortened(&program(MODULE, "__wbg_new_37eb45aaf5eeb820")[..60], SCRIPT), None);
        assert_eq!(shortened(b"", SCRIPT), None);
    }

    #[test]
    fn a_number_is_written_as_it_is_read() {
        for number in [0, 1, 127, 128, 300, 16_384, 2_000_000] {
            let mut written = Vec::new();
            put(&mut written, number);
            assert_eq!(Read { bytes: &written, at: 0 }.number(), Some(number));
        }
    }
}
