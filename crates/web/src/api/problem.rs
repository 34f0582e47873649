//! Problems as RFC 9457 has them.

use crate::error::PageError;
use axum::response::Response;

/// The problem for an error.
pub(crate) fn from_page(_: &PageError, answer: Response) -> Response {
    answer
}
