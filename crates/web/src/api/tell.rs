//! Answering a call: JSON with its version, or the problem.

use super::caller::Caller;
use super::problem::Problem;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// What a handler has to say.
pub struct Told {
    status: StatusCode,
    body: String,
    etag: Option<HeaderValue>,
    location: Option<String>,
}

impl Told {
    /// A record or a list.
    pub fn ok(body: &impl Serialize) -> Self {
        let body = serde_json::to_string(body).expect("our shapes have only texts, numbers and lists, which serialise");
        Self {
            status: StatusCode::OK,
            body,
            etag: None,
            location: None,
        }
    }

    /// A record just made, and where it is.
    pub fn created(body: &impl Serialize, location: String) -> Self {
        Self {
            status: StatusCode::CREATED,
            location: Some(location),
            ..Self::ok(body)
        }
    }

    /// With the version of the record's row.
    #[must_use]
    pub fn at_version(self, version: i64) -> Self {
        Self {
            etag: Some(etag(version)),
            ..self
        }
    }

    /// With a version made from the answer itself, which says nothing about what was left out of it.
    #[must_use]
    pub fn at_its_words(self) -> Self {
        let hash = seal::secret_hash(self.body.as_bytes());
        let short = hash[..16]
            .iter()
            .fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        let etag = HeaderValue::try_from(format!("\"{short}\"")).expect("hexadecimal digits are plain ASCII");
        Self {
            etag: Some(etag),
            ..self
        }
    }
}

/// The version of a row as a header.
pub fn etag(version: i64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\"")).expect("a number in quotes is plain ASCII")
}

impl Caller {
    /// The answer, or the problem in the caller's language.
    pub fn tell(&self, told: Result<Told, Problem>) -> Response {
        let told = match told {
            Ok(told) => told,
            Err(problem) => return problem.said(self.lang),
        };
        let mut answer = (told.status, told.body).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(header::VARY, HeaderValue::from_static("authorization, accept-language"));
        if let Some(etag) = told.etag {
            headers.insert(header::ETAG, etag);
        }
        if let Some(location) = told.location.and_then(|to| HeaderValue::try_from(to).ok()) {
            headers.insert(header::LOCATION, location);
        }
        answer
    }
}
