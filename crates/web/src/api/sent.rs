//! What was sent with a call: its JSON, the key that makes it happen once, the version it is about.

use super::caller::{Caller, language};
use super::code::Code;
use super::problem::{Errors, Problem};
use crate::App;
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use http_body_util::{BodyExt, Limited};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::error::Error as _;
use store::once::Once;
use words::Words;

/// The largest body of a call, in bytes.
///
/// Source: details.md 10 (assumed).
pub const BODY_BYTES_MAX: usize = 2 * 1024 * 1024;

/// The longest once-key, in characters.
///
/// Assumption: 128, four times the length of a UUID.
pub const KEY_CHARS_MAX: usize = 128;

/// The most of an unknown field's name that is said back.
const NAME_CHARS_MAX: usize = 200;

/// A call with a body, not read yet: who may do it is asked first.
pub struct Sent {
    bytes: Bytes,
    /// The method and address, so that a key stands for one call and not for two with the same body.
    line: String,
    headers: HeaderMap,
}

/// The versions a call names; none named holds whatever the record's is.
pub struct Versions(Option<Vec<i64>>);

impl Versions {
    /// Whether the call is about the record at this version.
    pub fn hold(&self, version: i64) -> bool {
        self.0.as_ref().is_none_or(|named| named.contains(&version))
    }
}

impl FromRequest<App> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, _: &App) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let lang = language(&parts);
        let line = format!("{} {}\n", parts.method, parts.uri.path());
        let collected = Limited::new(body, BODY_BYTES_MAX).collect().await;
        let Ok(collected) = collected else {
            return Err(Problem::from(Code::TooLarge).said(lang));
        };
        let bytes = collected.to_bytes();
        if !(bytes.is_empty() || is_json(&parts.headers)) {
            return Err(Problem::from(Code::UnsupportedMedia).said(lang));
        }
        Ok(Self {
            bytes,
            line,
            headers: parts.headers,
        })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    kind.split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .eq_ignore_ascii_case("application/json")
}

impl Sent {
    /// The body as the shape it should have; no body stands for no fields.
    ///
    /// # Errors
    /// It is no JSON, or a field has another name or kind than the shape.
    pub fn read<T: DeserializeOwned>(&self, w: Words) -> Result<T, Problem> {
        let bytes: &[u8] = if self.bytes.is_empty() { b"{}" } else { &self.bytes };
        let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
        match Json::<T>::from_bytes(bytes) {
            // A shape could also be read from a list of its values in order; nobody means that.
            Ok(_) if begins != Some(&b'{') => Err(Errors::one("", "wrong_type", w.problem_field_type()).into()),
            Ok(Json(read)) => Ok(read),
            Err(JsonRejection::JsonDataError(error)) => {
                let said = error.source().map(ToString::to_string).unwrap_or_default();
                Err(wrong_shape(&said, w).into())
            }
            Err(_) => Err(Code::BadJson.into()),
        }
    }

    /// The key that makes this call happen once, however often it is sent.
    ///
    /// # Errors
    /// The key is empty, too long, or not plain characters.
    pub fn once(&self, caller: &Caller) -> Result<Option<Once>, Problem> {
        let Some(sent) = self.headers.get("idempotency-key") else {
            return Ok(None);
        };
        let plain = |key: &&str| !key.is_empty() && key.len() <= KEY_CHARS_MAX;
        let Some(key) = sent.to_str().ok().filter(plain) else {
            let most = u64::try_from(KEY_CHARS_MAX).unwrap_or_default();
            return Err(Errors::one("Idempotency-Key", "key", caller.w().problem_field_key(most)).into());
        };
        let mut told = self.line.clone().into_bytes();
        told.extend_from_slice(&self.bytes);
        // A form of the same person may use the same key for something else.
        Ok(Some(Once::new(caller.id(), &format!("api {key}"), &told)))
    }

    /// The versions this call may be about, as its header names them.
    ///
    /// # Errors
    /// The header names no version: neither "any" nor a weak one is a version somebody has read. Or there is no header,
    /// and there must be one.
    pub fn versions(&self, must_name: bool) -> Result<Versions, Problem> {
        let Some(sent) = self.headers.get(header::IF_MATCH) else {
            return if must_name {
                Err(Code::PreconditionRequired.into())
            } else {
                Ok(Versions(None))
            };
        };
        let tags = sent.to_str().unwrap_or_default().split(',');
        let version = |tag: &str| tag.trim().strip_prefix('"')?.strip_suffix('"')?.parse::<i64>().ok();
        let versions: Vec<i64> = tags.filter_map(version).collect();
        if versions.is_empty() {
            Err(Code::PreconditionRequired.into())
        } else {
            Ok(Versions(Some(versions)))
        }
    }

    /// The body as it was sent, to be shown beside what the record is now.
    pub fn mine(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }
}

/// Which field does not fit, from what the reader of the JSON says: `people[0]: unknown field …`.
fn wrong_shape(said: &str, w: Words) -> Errors {
    let marks = ["unknown field `", "missing field `", "duplicate field `"];
    let named = marks.iter().find_map(|mark| {
        let at = said.find(mark)?;
        let name = said[at + mark.len()..].split('`').next().unwrap_or_default();
        Some((*mark, said[..at].trim_end_matches(": "), name))
    });
    let cut = |field: String| field.chars().take(NAME_CHARS_MAX).collect::<String>();
    let Some((mark, path, name)) = named else {
        let path = said.split_once(": ").map_or("", |(path, _)| path);
        let path = if path.starts_with("invalid") { "" } else { path };
        return Errors::one(cut(path.to_owned()), "wrong_type", w.problem_field_type());
    };
    let field = match path {
        "" | "." => name.to_owned(),
        path if path == name || path.ends_with(&format!(".{name}")) => path.to_owned(),
        path => format!("{path}.{name}"),
    };
    let (code, detail) = match mark {
        "unknown field `" => ("unknown_field", w.problem_field_unknown()),
        "missing field `" => ("missing", w.problem_field_missing()),
        _ => ("duplicate_field", w.problem_field_duplicate()),
    };
    Errors::one(cut(field), code, detail)
}
