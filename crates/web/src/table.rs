//! Files to be saved; what stands in them is made by `reports`.

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// A file of comma-separated values to be saved.
pub fn answer(name: &str, file: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, file).into_response()
}
