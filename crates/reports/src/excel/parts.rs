//! The small parts of a workbook around its sheets.

use std::fmt::Write as _;

use words::Words;

use super::text::push;

/// How a cell looks; the number is its place among the formats of [`styles`].
#[derive(Clone, Copy)]
#[repr(u8)]
pub enum Style {
    /// A heading.
    Head = 1,
    /// Text.
    Text = 2,
    /// Text that begins like a formula: stays text when somebody edits it.
    Guarded = 3,
    /// A whole number.
    Whole = 4,
    /// A day.
    Day = 5,
    /// A sum of money.
    Pounds = 6,
}

/// Opens every part.
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespace of sheets and workbooks.
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The namespace of relations between parts, in parts.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The beginning of the content types.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// What the package holds.
pub const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"xl/workbook.xml\"/>\
    <Relationship Id=\"rId2\" \
    Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
    Target=\"docProps/core.xml\"/></Relationships>";

/// How cells look: the formats of [`Style`], in its order.
pub fn styles(w: Words) -> String {
    let mut day = String::new();
    push(&mut day, w.report_day_format());
    let wrapped = "<alignment vertical=\"top\" wrapText=\"1\"/>";
    let top = "<alignment vertical=\"top\"/>";
    let cell = |number: u16, font: u8, more: &str, inner: &str| {
        format!(
            "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{}\" borderId=\"0\" xfId=\"0\" \
             applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\"{more}>{inner}</xf>",
            if font == 1 { 2 } else { 0 }
        )
    };
    // 49 is text and 3 is whole numbers with their thousands apart, in every program.
    let cells = [
        cell(0, 0, "", top),
        cell(49, 1, " applyFill=\"1\"", wrapped),
        cell(49, 0, "", wrapped),
        cell(49, 0, " quotePrefix=\"1\"", wrapped),
        cell(3, 0, "", top),
        cell(164, 0, "", top),
        cell(165, 0, "", top),
    ];
    format!(
        "{XML}<styleSheet xmlns=\"{MAIN}\">\
         <numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"{day}\"/>\
         <numFmt numFmtId=\"165\" formatCode=\"&quot;£&quot;#,##0.00;&quot;−£&quot;#,##0.00\"/></numFmts>\
         <fonts count=\"2\"><font><sz val=\"11\"/><color rgb=\"FF24211D\"/><name val=\"Calibri\"/></font>\
         <font><b/><sz val=\"11\"/><color rgb=\"FF14534F\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFBF7F0\"/></patternFill></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\">{}</cellXfs></styleSheet>",
        cells.len(),
        cells.concat()
    )
}

/// The workbook: its sheets, the cells their filters cover, and the headings that stand on each printed page.
pub fn workbook(sheets: &[(String, Option<String>)]) -> String {
    let mut xml = format!("{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>");
    for (at, (name, _)) in sheets.iter().enumerate() {
        let number = at + 1;
        xml.push_str("<sheet name=\"");
        push(&mut xml, name);
        let _ = write!(xml, "\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
    }
    xml.push_str("</sheets><definedNames>");
    for (kind, more) in [("_FilterDatabase", " hidden=\"1\""), ("Print_Titles", "")] {
        for (at, (name, filter)) in sheets.iter().enumerate() {
            let cells = match (kind, filter) {
                ("Print_Titles", _) => "$1:$1".to_owned(),
                (_, Some(cells)) => fixed(cells),
                (_, None) => continue,
            };
            let _ = write!(xml, "<definedName name=\"_xlnm.{kind}\" localSheetId=\"{at}\"{more}>'");
            push(&mut xml, &name.replace('\'', "''"));
            let _ = write!(xml, "'!{cells}</definedName>");
        }
    }
    xml.push_str("</definedNames></workbook>");
    xml
}

/// Cells that do not move: `A1:G101` is `$A$1:$G$101`.
fn fixed(cells: &str) -> String {
    let mut out = String::new();
    let mut before = ':';
    for c in cells.chars() {
        let opens = before == ':' || (c.is_ascii_digit() && before.is_ascii_uppercase());
        if opens {
            out.push('$');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Which part is which sheet.
pub fn workbook_relations(sheets: usize) -> String {
    let mut xml =
        format!("{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for number in 1..=sheets {
        let _ = write!(
            xml,
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    let number = sheets + 1;
    let _ = write!(
        xml,
        "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    xml
}

/// What the workbook is called and in which language it is.
pub fn about(title: &str, language: &str) -> String {
    let mut xml = format!(
        "{XML}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
    );
    push(&mut xml, title);
    let _ = write!(
        xml,
        "</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    );
    xml
}

/// What each part is.
pub fn content_types(sheets: usize) -> String {
    let mut xml = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    for number in 1..=sheets {
        let _ = write!(
            xml,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{TYPE}.worksheet+xml\"/>"
        );
    }
    xml.push_str("</Types>");
    xml
}
