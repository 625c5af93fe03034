//! The parts of the file, as XML.

use std::fmt::Write as _;

use crate::office::xlsx::book::{Align, Book, Content, MAIN, Number, Seen, Sheet, Takes, column_name, escape};

impl Book {
    pub(super) fn types(&self) -> String {
        let mut xml = format!(
            r#"<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="{SHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{SHEET}.styles+xml"/>"#
        );
        for index in 1..=self.sheets.len() {
            let _ = write!(
                xml,
                r#"<Override PartName="/xl/worksheets/sheet{index}.xml" ContentType="{SHEET}.worksheet+xml"/>"#
            );
        }
        xml + "</Types>"
    }

    pub(super) fn relations(&self) -> String {
        let mut xml = format!(r#"<Relationships xmlns="{PACKAGE}/relationships">"#);
        for index in 1..=self.sheets.len() {
            let _ = write!(
                xml,
                r#"<Relationship Id="rId{index}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{index}.xml"/>"#
            );
        }
        let last = self.sheets.len() + 1;
        let _ = write!(xml, r#"<Relationship Id="rId{last}" Type="{OFFICE}/styles" Target="styles.xml"/>"#);
        xml + "</Relationships>"
    }

    /// The day is that of the draft's calculation: the same draft, the same bytes.
    pub(super) fn properties(&self) -> String {
        let day = self.made.map_or_else(|| "2019-10-15".to_owned(), |day| day.to_string());
        let title = escape(&self.title);
        format!(
            r#"<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>"#
        )
    }

    pub(super) fn workbook(&self) -> String {
        let mut xml = format!(
            r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000" tabRatio="850"/></bookViews><sheets>"#
        );
        for (index, sheet) in self.sheets.iter().enumerate() {
            let state = if sheet.seen == Seen::Never { r#" state="veryHidden""# } else { "" };
            let _ = write!(
                xml,
                r#"<sheet name="{}" sheetId="{id}"{state} r:id="rId{id}"/>"#,
                escape(&sheet.name),
                id = index + 1
            );
        }
        xml += "</sheets><definedNames>";
        for (index, sheet) in self.sheets.iter().enumerate().filter(|(_, sheet)| sheet.seen == Seen::Shown) {
            let name = sheet.name.replace('\'', "''");
            let last = format!(
                "${}${}",
                column_name(sheet.last_column),
                sheet.printed_to.unwrap_or_else(|| sheet.last_row()) + 1
            );
            let _ = write!(
                xml,
                r#"<definedName name="_xlnm.Print_Area" localSheetId="{index}">'{}'!$A$1:{last}</definedName>"#,
                escape(&name)
            );
            if let Some((from, to)) = sheet.repeated {
                let _ = write!(
                    xml,
                    r#"<definedName name="_xlnm.Print_Titles" localSheetId="{index}">'{}'!${}:${}</definedName>"#,
                    escape(&name),
                    from + 1,
                    to + 1
                );
            }
        }
        for (name, refers) in &self.names {
            let _ = write!(xml, r#"<definedName name="{name}">{}</definedName>"#, escape(refers));
        }
        xml + r#"</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>"#
    }

    pub(super) fn styles(&self) -> String {
        let mut xml = format!(r#"<styleSheet xmlns="{MAIN}"><numFmts count="{}">"#, Number::ALL.len() - 1);
        for (number, code) in &Number::ALL[1..] {
            let _ = write!(xml, r#"<numFmt numFmtId="{}" formatCode="{code}"/>"#, number.id());
        }
        let _ = write!(xml, r#"</numFmts><fonts count="{}">"#, self.looks.len());
        for look in &self.looks {
            let size = if look.size == 0 { 10 } else { look.size };
            let bold = if look.bold { "<b/>" } else { "" };
            let _ = write!(
                xml,
                r#"<font>{bold}<sz val="{size}"/><color rgb="FF{:06X}"/><name val="{}"/><family val="2"/></font>"#,
                look.ink, self.font
            );
        }
        let _ = write!(
            xml,
            r#"</fonts><fills count="{}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>"#,
            self.looks.len() + 2
        );
        for look in &self.looks {
            if look.fill == 0 {
                xml += r#"<fill><patternFill patternType="none"/></fill>"#;
            } else {
                let _ = write!(
                    xml,
                    r#"<fill><patternFill patternType="solid"><fgColor rgb="FF{:06X}"/><bgColor indexed="64"/></patternFill></fill>"#,
                    look.fill
                );
            }
        }
        let side = |name: &str| format!(r#"<{name} style="thin"><color rgb="FFB8BDC4"/></{name}>"#);
        let _ = write!(
            xml,
            r#"</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{}{}{}{}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{}">"#,
            side("left"),
            side("right"),
            side("top"),
            side("bottom"),
            self.looks.len()
        );
        for (index, look) in self.looks.iter().enumerate() {
            let horizontal = match look.align {
                Align::Own => "",
                Align::Middle => r#" horizontal="center""#,
                Align::Left if look.ruled => r#" horizontal="left" indent="1""#,
                Align::Left => r#" horizontal="left""#,
                Align::Right => r#" horizontal="right" indent="1""#,
            };
            let wrap = if look.wrap { r#" wrapText="1""# } else { "" };
            let locked = if look.open { 0 } else { 1 };
            let _ = write!(
                xml,
                r#"<xf numFmtId="{}" fontId="{index}" fillId="{}" borderId="{}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="center"{horizontal}{wrap}/><protection locked="{locked}"/></xf>"#,
                look.number.id(),
                if look.fill == 0 { 0 } else { index + 2 },
                u8::from(look.ruled)
            );
        }
        xml + r#"</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>"#
    }

    pub(super) fn worksheet(&self, sheet: &Sheet, first: bool) -> String {
        let mut xml = format!(r#"<worksheet xmlns="{MAIN}"><sheetPr>"#);
        if sheet.tab != 0 {
            let _ = write!(xml, r#"<tabColor rgb="FF{:06X}"/>"#, sheet.tab);
        }
        let selected = if first { r#" tabSelected="1""# } else { "" };
        let _ = write!(
            xml,
            r#"<pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0"{selected} workbookViewId="0">"#
        );
        let (rows, columns) = sheet.frozen;
        if (rows, columns) != (0, 0) {
            let pane = match (rows, columns) {
                (_, 0) => "bottomLeft",
                (0, _) => "topRight",
                _ => "bottomRight",
            };
            xml += "<pane";
            if columns > 0 {
                let _ = write!(xml, r#" xSplit="{columns}""#);
            }
            if rows > 0 {
                let _ = write!(xml, r#" ySplit="{rows}""#);
            }
            let corner = format!("{}{}", column_name(columns), rows + 1);
            let _ = write!(
                xml,
                r#" topLeftCell="{corner}" activePane="{pane}" state="frozen"/><selection pane="{pane}" activeCell="{corner}" sqref="{corner}"/>"#
            );
        }
        xml += r#"</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18" customHeight="1"/>"#;
        if !sheet.columns.is_empty() {
            xml += "<cols>";
            for (index, (width, hidden)) in sheet.columns.iter().enumerate() {
                let hidden = if *hidden { r#" hidden="1""# } else { "" };
                let _ =
                    write!(xml, r#"<col min="{n}" max="{n}" width="{width}" customWidth="1"{hidden}/>"#, n = index + 1);
            }
            xml += "</cols>";
        }
        xml += "<sheetData>";
        let mut open = None;
        for ((row, column), (content, style)) in &sheet.cells {
            if open != Some(*row) {
                if open.is_some() {
                    xml += "</row>";
                }
                open = Some(*row);
                let _ = write!(xml, r#"<row r="{}""#, row + 1);
                if let Some(height) = sheet.heights.get(row) {
                    let _ = write!(xml, r#" ht="{height}" customHeight="1""#);
                }
                if sheet.hidden_rows.contains(row) {
                    xml += r#" hidden="1""#;
                }
                xml += ">";
            }
            cell(&mut xml, (*row, *column), content, *style);
        }
        if open.is_some() {
            xml += "</row>";
        }
        xml += "</sheetData>";
        if sheet.guarded {
            // Without a password: one click takes it off.
            xml += r#"<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>"#;
        }
        if !sheet.merges.is_empty() {
            let _ = write!(xml, r#"<mergeCells count="{}">"#, sheet.merges.len());
            for merge in &sheet.merges {
                let _ = write!(xml, r#"<mergeCell ref="{merge}"/>"#);
            }
            xml += "</mergeCells>";
        }
        for (index, (area, when)) in sheet.alarms.iter().enumerate() {
            let _ = write!(
                xml,
                r#"<conditionalFormatting sqref="{area}"><cfRule type="expression" dxfId="0" priority="{}"><formula>{}</formula></cfRule></conditionalFormatting>"#,
                index + 1,
                escape(when)
            );
        }
        if !sheet.choices.is_empty() {
            let _ = write!(xml, r#"<dataValidations count="{}">"#, sheet.choices.len());
            for choice in &sheet.choices {
                let named = |name: &str, words: &str| match words {
                    "" => String::new(),
                    words => format!(r#" {name}="{}""#, escape(words).replace('\n', "&#10;")),
                };
                let (kind, formula) = match &choice.takes {
                    Takes::Anything => ("", ""),
                    Takes::OneOf(list) => (r#" type="list""#, list.as_str()),
                    Takes::Where(holds) => (r#" type="custom""#, holds.as_str()),
                };
                let formula = match formula {
                    "" => String::new(),
                    formula => format!("<formula1>{}</formula1>", escape(formula)),
                };
                let _ = write!(
                    xml,
                    r#"<dataValidation{kind} allowBlank="1" showInputMessage="1" showErrorMessage="1"{}{}{} sqref="{}">{formula}</dataValidation>"#,
                    named("errorTitle", &choice.title),
                    named("error", &choice.message),
                    named("prompt", &choice.hint),
                    choice.area,
                );
            }
            xml += "</dataValidations>";
        }
        let orientation = if sheet.landscape { "landscape" } else { "portrait" };
        let head = escape(&ends(&self.head[0], &self.head[1].replace('&', "&&")));
        let foot = escape(&ends(&self.foot[0], &self.foot[1]));
        let _ = write!(
            xml,
            r#"<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.8" bottom="0.75" header="0.4" footer="0.4"/><pageSetup paperSize="9" orientation="{orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>{head}</oddHeader><oddFooter>{foot}</oddFooter></headerFooter></worksheet>"#
        );
        xml
    }
}

pub(super) const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

pub(super) fn cell(xml: &mut String, (row, column): (u32, u16), content: &Content, style: usize) {
    let _ = write!(xml, r#"<c r="{}{}" s="{style}""#, column_name(column), row + 1);
    match content {
        Content::Blank => *xml += "/>",
        Content::Text(words) => {
            let _ =
                write!(xml, r#" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#, escape(&as_text(words)));
        }
        Content::Number(digits) => {
            let _ = write!(xml, "><v>{digits}</v></c>");
        }
        Content::Truth(truth) => {
            let _ = write!(xml, r#" t="b"><v>{}</v></c>"#, u8::from(*truth));
        }
        Content::Formula(formula, result) if **result == Content::Blank => {
            let _ = write!(xml, "><f>{}</f></c>", escape(formula));
        }
        Content::Formula(formula, result) => {
            let (kind, value) = match &**result {
                Content::Text(words) => (r#" t="str""#, escape(&as_text(words))),
                Content::Number(digits) => ("", digits.clone()),
                Content::Truth(truth) => (r#" t="b""#, u8::from(*truth).to_string()),
                Content::Blank | Content::Formula(..) => (r#" t="str""#, String::new()),
            };
            let _ = write!(xml, "{kind}><f>{}</f><v>{value}</v></c>", escape(formula));
        }
    }
}

/// Words on the left and codes on the right as a head or foot prints them, in small letters. The words are cut where
/// both would come to more than a spreadsheet takes.
fn ends(left: &str, right: &str) -> String {
    /// The most UTF-16 units of a head or foot.
    const MOST: usize = 255;
    // The space ends the size of the letters; else the digits that a name begins with would belong to it.
    let write = |left: &str| format!("&L&9 {}&R&9 {right}", left.replace('&', "&&"));
    let (mut ends, mut kept) = (write(left), left.to_owned());
    while ends.encode_utf16().count() > MOST && kept.pop().is_some() {
        ends = write(&format!("{kept}…"));
    }
    ends
}

/// Words as a cell holds them: what looks like the format's own escape is escaped, and 32 767 characters are the most.
fn as_text(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for (place, sign) in words.char_indices().take(32_000) {
        let rest = &words.as_bytes()[place..];
        let escaped = rest.len() >= 7
            && rest.starts_with(b"_x")
            && rest[2..6].iter().all(u8::is_ascii_hexdigit)
            && rest[6] == b'_';
        text.push_str(if escaped { "_x005F_" } else { "" });
        if !escaped {
            text.push(sign);
        }
    }
    text
}
