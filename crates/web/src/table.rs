//! Tables as files for a spreadsheet: every cell is text, never a formula.

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// Stands at the beginning of a file, so that a spreadsheet reads its accents.
pub const MARK: &str = "\u{feff}";

/// A file to be saved.
pub fn answer(name: &str, file: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, file).into_response()
}

/// One row; a cell that a spreadsheet would take for a formula begins with an apostrophe, so that it stays text.
pub fn push_row(file: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            file.push(',');
        }
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        file.push('"');
        if formula {
            file.push('\'');
        }
        file.push_str(&cell.replace('"', "\"\""));
        file.push('"');
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::push_row;

    #[test]
    fn a_name_that_looks_like_a_formula_comes_out_as_text() {
        let mut file = String::new();
        push_row(&mut file, &["=1+1".into(), "@SUM(A1)".into(), "O'Neill \"Jac\"".into()]);
        assert_eq!(file, "\"'=1+1\",\"'@SUM(A1)\",\"O'Neill \"\"Jac\"\"\"\r\n");
    }
}
