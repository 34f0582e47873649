//! Files to be saved; what stands in them is made by `reports`.

use crate::error::{Answer, PageError};
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

/// A paper to be saved or printed; it is laid out away from the threads that answer.
///
/// # Errors
/// The layout was broken off.
pub async fn paper_answer(name: &str, paper: reports::Document) -> Answer {
    let laid_out = tokio::task::spawn_blocking(move || reports::pdf(&paper)).await;
    let file = laid_out.map_err(|broken| PageError::fault(&broken))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, file).into_response())
}
