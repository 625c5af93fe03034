//! What a file of another program is, by its bytes, whatever its name says.

use std::io::Cursor;

use zip::ZipArchive;

use crate::text::{Lang, Text, text};

/// A kind of file that this program does not write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileKind {
    /// A packed archive that is no ZIP.
    Rar,
    /// Another.
    SevenZip,
    /// Another.
    Gzip,
    /// Another.
    Xz,
    /// Another.
    Bzip2,
    /// Another, not packed.
    Tar,
    /// A ZIP archive, or what is packed as one and is none of the kinds below.
    Zip,
    /// PDF.
    Pdf,
    /// The format of fixed pages that Chinese offices send papers in.
    Ofd,
    /// Word of today.
    Docx,
    /// Word before 2007, or WPS.
    Doc,
    /// Excel of today.
    Xlsx,
    /// Excel of today in its binary form.
    Xlsb,
    /// Excel before 2007, or WPS.
    Xls,
    /// PowerPoint, of either age.
    Slides,
    /// A Word or Excel file that is locked with a password.
    LockedOffice,
    /// What is in the container of old office files and none of them.
    OldOffice,
    /// `OpenDocument`, which `LibreOffice` writes.
    OpenDocument,
    /// Rich text.
    Rtf,
    /// A page saved with its pictures in one file.
    WebArchive,
    /// A saved letter.
    Email,
    /// A web page; some programs write tables so and call them .xls.
    Html,
    /// Excel or Word of 2003 as XML.
    OfficeXml,
    /// Other XML.
    Xml,
    /// A picture.
    Picture,
}

/// How far into a text its kind shows.
const HEAD: usize = 4096;

impl FileKind {
    /// The kind of these bytes; `None` for plain text and what is not known.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let starts: [(&[u8], Self); 17] = [
            (b"Rar!\x1a\x07", Self::Rar),
            (b"7z\xbc\xaf\x27\x1c", Self::SevenZip),
            (b"\x1f\x8b\x08", Self::Gzip),
            (b"\xfd7zXZ\0", Self::Xz),
            (b"BZh", Self::Bzip2),
            (b"%PDF", Self::Pdf),
            (b"{\\rtf", Self::Rtf),
            (b"\x89PNG", Self::Picture),
            (b"\xff\xd8\xff", Self::Picture),
            (b"GIF8", Self::Picture),
            (b"BM", Self::Picture),
            (b"II*\0", Self::Picture),
            (b"MM\0*", Self::Picture),
            // Of an archive in several parts, and of an empty one.
            (b"PK\x07\x08", Self::Zip),
            (b"PK\x05\x06", Self::Zip),
            (b"PK\x03\x04", Self::Zip),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Self::OldOffice),
        ];
        let kind = starts.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind);
        match kind {
            Some(Self::Zip) => Some(zipped(bytes)),
            Some(Self::OldOffice) => Some(old(bytes)),
            // Two letters are not much: a picture's header says that nothing is reserved.
            Some(Self::Picture) if bytes.starts_with(b"BM") && bytes.get(6..10) != Some(&[0; 4]) => None,
            Some(kind) => Some(kind),
            None if bytes.get(257..262) == Some(b"ustar") => Some(Self::Tar),
            None => written(bytes),
        }
    }

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Rar => text("RAR压缩包", "RAR archive"),
            Self::SevenZip => text("7z压缩包", "7z archive"),
            Self::Gzip => text("gzip压缩包", "gzip archive"),
            Self::Xz => text("xz压缩包", "xz archive"),
            Self::Bzip2 => text("bzip2压缩包", "bzip2 archive"),
            Self::Tar => text("tar打包文件", "tar archive"),
            Self::Zip => text("ZIP压缩包", "ZIP archive"),
            Self::Pdf => text("PDF文件", "PDF file"),
            Self::Ofd => text("OFD版式文件", "OFD file"),
            Self::Docx => text("Word文件（.docx）", "Word file (.docx)"),
            Self::Doc => {
                text("旧版Word或WPS文字文件（.doc、.wps）", "file of an old Word or of WPS Writer (.doc, .wps)")
            }
            Self::Xlsx => text("Excel工作簿（.xlsx）", "Excel workbook (.xlsx)"),
            Self::Xlsb => text("二进制Excel工作簿（.xlsb）", "binary Excel workbook (.xlsb)"),
            Self::Xls => {
                text("旧版Excel或WPS表格文件（.xls、.et）", "file of an old Excel or of WPS Spreadsheets (.xls, .et)")
            }
            Self::Slides => text("演示文稿", "presentation"),
            Self::LockedOffice => text("加了打开密码的Office文件", "office file locked with a password"),
            Self::OldOffice => text("旧版Office或WPS文件", "file of an old Office or of WPS"),
            Self::OpenDocument => text("OpenDocument文件（.odt、.ods）", "OpenDocument file (.odt, .ods)"),
            Self::Rtf => text("RTF文件", "RTF file"),
            Self::WebArchive => text("单个文件网页（.mht、.mhtml）", "web archive (.mht, .mhtml)"),
            Self::Email => text("邮件（.eml）", "e-mail (.eml)"),
            Self::Html => text("网页（HTML）", "web page (HTML)"),
            Self::OfficeXml => text("Office 2003的XML文件", "XML file of Office 2003"),
            Self::Xml => text("XML文件", "XML file"),
            Self::Picture => text("图片", "picture"),
        }
    }

    /// Whether other files are packed in it.
    #[must_use]
    pub const fn is_archive(self) -> bool {
        matches!(self, Self::Rar | Self::SevenZip | Self::Gzip | Self::Xz | Self::Bzip2 | Self::Tar | Self::Zip)
    }

    /// “This is a …”
    #[must_use]
    pub fn says(self, lang: Lang) -> String {
        let name = self.name().get(lang);
        match lang {
            Lang::Zh => format!("这是{name}"),
            Lang::En => {
                let vowel = name.starts_with(['E', 'O', 'e', 'o', 'x', 'X'])
                    || name.starts_with("RTF")
                    || name.starts_with("RAR");
                format!("This is {} {name}", if vowel { "an" } else { "a" })
            }
        }
    }
}

/// The names of the files within show what it is.
fn zipped(bytes: &[u8]) -> FileKind {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return FileKind::Zip };
    let named = [
        ("OFD.xml", FileKind::Ofd),
        ("word/document.xml", FileKind::Docx),
        ("xl/workbook.xml", FileKind::Xlsx),
        ("xl/workbook.bin", FileKind::Xlsb),
        ("ppt/presentation.xml", FileKind::Slides),
        ("META-INF/manifest.xml", FileKind::OpenDocument),
    ];
    let holds = |name: &str| archive.index_for_name(name).is_some();
    named.iter().find(|(name, _)| holds(name)).map_or(FileKind::Zip, |(_, kind)| *kind)
}

/// So do those of its streams, which are written in UTF-16.
fn old(bytes: &[u8]) -> FileKind {
    let named = [
        ("EncryptedPackage", FileKind::LockedOffice),
        ("WordDocument", FileKind::Doc),
        ("Workbook", FileKind::Xls),
        ("PowerPoint Document", FileKind::Slides),
    ];
    let holds = |name: &str| holds(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    named.iter().find(|(name, _)| holds(name)).map_or(FileKind::OldOffice, |(_, kind)| *kind)
}

/// Kinds that are text, by how they begin.
fn written(bytes: &[u8]) -> Option<FileKind> {
    // The signs of ASCII, also of two bytes each.
    let head: String = bytes
        .iter()
        .take(HEAD)
        .filter(|byte| byte.is_ascii() && **byte != 0)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let head = head.trim_start();
    let letter = ["mime-version:", "from:", "received:", "return-path:", "date:", "subject:", "message-id:", "x-"];
    if letter.iter().any(|field| head.starts_with(field)) && head.contains("content-type:") {
        return Some(if head.contains("multipart/related") { FileKind::WebArchive } else { FileKind::Email });
    }
    if !head.starts_with('<') {
        return None;
    }
    if head.contains("progid=\"word.document\"") || head.contains("progid=\"excel.sheet\"") {
        return Some(FileKind::OfficeXml);
    }
    let page = ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<p>", "<p "];
    if page.iter().any(|tag| head.contains(tag)) {
        return Some(FileKind::Html);
    }
    head.starts_with("<?xml").then_some(FileKind::Xml)
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::FileKind;
    use crate::text::Lang;

    fn old(stream: &str) -> Vec<u8> {
        let stream: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &[0; 512][..], &stream].concat()
    }

    /// An archive with a file of that name, and within another file the names of other kinds.
    fn zip(name: &str) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, words) in [(name, "<x/>"), ("stored.docx", "PK word/document.xml xl/workbook.xml")] {
            writer
                .start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
                .unwrap();
            writer.write_all(words.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn files_are_called_by_their_own_names() {
        let tar = [&[0; 257][..], b"ustar\x0000"].concat();
        for (bytes, kind, zh, en) in [
            (b"Rar!\x1a\x07\x01\0".to_vec(), FileKind::Rar, "这是RAR压缩包", "This is an RAR archive"),
            (b"7z\xbc\xaf\x27\x1c\0".to_vec(), FileKind::SevenZip, "这是7z压缩包", "This is a 7z archive"),
            (b"\x1f\x8b\x08\0".to_vec(), FileKind::Gzip, "这是gzip压缩包", "This is a gzip archive"),
            (tar, FileKind::Tar, "这是tar打包文件", "This is a tar archive"),
            (b"%PDF-1.7".to_vec(), FileKind::Pdf, "这是PDF文件", "This is a PDF file"),
            (zip("OFD.xml"), FileKind::Ofd, "这是OFD版式文件", "This is an OFD file"),
            (zip("word/document.xml"), FileKind::Docx, "这是Word文件（.docx）", "This is a Word file (.docx)"),
            (zip("a.docx"), FileKind::Zip, "这是ZIP压缩包", "This is a ZIP archive"),
            (old("WordDocument"), FileKind::Doc, "这是旧版Word或WPS", "This is a file of an old Word or of WPS"),
            (old("Workbook"), FileKind::Xls, "这是旧版Excel或WPS", "This is a file of an old Excel"),
            (old("EncryptedPackage"), FileKind::LockedOffice, "这是加了打开密码", "This is an office file locked"),
            (old("x"), FileKind::OldOffice, "这是旧版Office", "This is a file of an old Office"),
            (b"{\\rtf1".to_vec(), FileKind::Rtf, "这是RTF文件", "This is an RTF file"),
            (b"\xEF\xBB\xBF \r\n<!DOCTYPE HTML><p>".to_vec(), FileKind::Html, "这是网页", "This is a web page"),
            (
                b"<html xmlns:x='urn:schemas-microsoft-com:office:excel'><body><table>".to_vec(),
                FileKind::Html,
                "这是网页",
                "This is a web page",
            ),
            (
                b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n".to_vec(),
                FileKind::WebArchive,
                "这是单个文件网页",
                "This is a web archive",
            ),
            (
                b"MIME-Version: 1.0\nContent-Type: text/plain\n".to_vec(),
                FileKind::Email,
                "这是邮件",
                "This is an e-mail",
            ),
            (
                b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".to_vec(),
                FileKind::OfficeXml,
                "这是Office 2003",
                "This is an XML file",
            ),
            (b"<?xml version=\"1.0\"?><list/>".to_vec(), FileKind::Xml, "这是XML文件", "This is an XML file"),
            (b"\xff\xd8\xff\xe0".to_vec(), FileKind::Picture, "这是图片", "This is a picture"),
        ] {
            assert_eq!(FileKind::of(&bytes), Some(kind));
            assert!(kind.says(Lang::Zh).starts_with(zh), "{}", kind.says(Lang::Zh));
            assert!(kind.says(Lang::En).starts_with(en), "{}", kind.says(Lang::En));
        }
        for text in ["{\"a\":1}", "第一条", "BM是姓名", "<见第二条>", "From here on", ""] {
            assert_eq!(FileKind::of(text.as_bytes()), None, "{text}");
        }
    }
}
