//! What is sent to pages that hold secrets: read and checked like every form, never kept as a draft.

use crate::App;
use crate::error::PageError;
use crate::form::{FORM_BYTES_MAX, Form};
use crate::visit::{Visit, in_language};
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use axum::http::request::Parts;
use http_body_util::{BodyExt, Limited};
use serde::de::DeserializeOwned;
use words::Lang;

/// The largest answer of a passkey, in bytes.
///
/// Assumption: an attestation with its certificates stays under a few kilobytes.
const JSON_BYTES_MAX: usize = 64 * 1024;

/// A form with a secret in it, or one that somebody not signed in sends.
pub(super) struct Typed(pub Form);

impl FromRequest<App> for Typed {
    type Rejection = PageError;

    async fn from_request(request: Request, _: &App) -> Result<Self, PageError> {
        let (parts, body) = request.into_parts();
        let visit = visit(&parts)?;
        is_kind(&parts, "application/x-www-form-urlencoded")?;
        let form = Form::parse(&read(body, FORM_BYTES_MAX).await?);
        visit.is_ours(form.get("csrf"))?;
        match Lang::from_tag(form.get("switch_language")) {
            Some(lang) => Err(PageError::Elsewhere(in_language(lang, &here(&visit)))),
            None => Ok(Self(form)),
        }
    }
}

/// What a script of ours sends as JSON, with the token in a header.
pub(super) struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Asked<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, _: &App) -> Result<Self, PageError> {
        let (parts, body) = request.into_parts();
        let visit = visit(&parts)?;
        is_kind(&parts, "application/json")?;
        let token = parts.headers.get("x-csrf").and_then(|value| value.to_str().ok());
        visit.is_ours(token.unwrap_or_default())?;
        let body = read(body, JSON_BYTES_MAX).await?;
        serde_json::from_slice(&body).map(Self).map_err(|_| PageError::NotAForm)
    }
}

/// The address asked for, with its query and without its language.
pub(super) fn here(visit: &Visit) -> String {
    if visit.query.is_empty() {
        visit.path.clone()
    } else {
        format!("{}?{}", visit.path, visit.query)
    }
}

fn visit(parts: &Parts) -> Result<Visit, PageError> {
    parts.extensions.get::<Visit>().cloned().ok_or(PageError::NotOurForm)
}

fn is_kind(parts: &Parts, wanted: &str) -> Result<(), PageError> {
    let kind = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with(wanted)) {
        Ok(())
    } else {
        Err(PageError::NotAForm)
    }
}

async fn read(body: Body, most: usize) -> Result<Vec<u8>, PageError> {
    let body = Limited::new(body, most)
        .collect()
        .await
        .map_err(|_| PageError::TooLarge)?;
    Ok(body.to_bytes().to_vec())
}
