//! A form as it was typed: kept until it is stored, whatever happens on the way.

use crate::App;
use crate::error::{Answer, PageError};
use crate::visit::Visit;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use domain::access::{Action, Object};
use http_body_util::BodyExt;
use http_body_util::Limited;

/// The largest form, in bytes.
///
/// Source: details.md 10 (assumed).
pub const FORM_BYTES_MAX: usize = 1024 * 1024;

/// What was typed, in the order of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pairs: Vec<(String, String)>,
}

impl Form {
    /// Reads the body of a form.
    pub fn parse(body: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(body).map(|(name, value)| (name.into_owned(), value.into_owned()));
        Self { pairs: pairs.collect() }
    }

    /// The words of one field, or nothing typed.
    pub fn get(&self, name: &str) -> &str {
        self.pairs
            .iter()
            .find(|(known, _)| known == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value sent under one name, such as ticked boxes.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.pairs
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether a field was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.pairs.iter().any(|(known, _)| known == name)
    }

    /// The form with one more field.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.pairs.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The form without a field.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.pairs.retain(|(known, _)| known != name);
        self
    }

    /// The form with those boxes of one page as they were typed there: what the page did not send is empty now.
    #[must_use]
    pub fn with_part(mut self, typed: &Self, of_page: impl Fn(&str) -> bool) -> Self {
        self.pairs.retain(|(name, _)| !of_page(name));
        let part = typed.pairs.iter().filter(|(name, _)| of_page(name));
        self.pairs.extend(part.cloned());
        self
    }

    /// The name of every box, once for each value.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pairs.iter().map(|(name, _)| name.as_str())
    }

    /// The body again, without the token and without secrets, for keeping.
    pub fn to_body(&self) -> String {
        let kept = self
            .pairs
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "csrf" | "password" | "code"));
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(kept)
            .finish()
    }

    /// The key it is stored under once: what came with it, or a new one.
    pub fn once_key(&self, app: &App) -> String {
        match self.get("once") {
            "" => store::id::fresh(app.store().now()).to_string(),
            sent => sent.to_owned(),
        }
    }

    /// A hash of what was typed, so that the same form sent twice is known.
    pub fn body_bytes(&self) -> Vec<u8> {
        self.clone().without("once").to_body().into_bytes()
    }
}

impl FromRequest<App> for Form {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        let (parts, body) = request.into_parts();
        let visit = parts.extensions.get::<Visit>().cloned().ok_or(PageError::NotOurForm)?;
        let kind = parts
            .headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(PageError::NotAForm);
        }
        let body = Limited::new(body, FORM_BYTES_MAX)
            .collect()
            .await
            .map_err(|_| PageError::TooLarge)?
            .to_bytes();
        let form = Self::parse(&body);
        if let (None, Some(account)) = (&visit.who, visit.ended) {
            // The sign-in ended while somebody typed: the words wait for the same person to come back.
            keep(app, &visit, account, &form).await?;
            return Err(PageError::SignIn);
        }
        // A script that keeps what is typed sends the token beside it.
        let beside = parts.headers.get("x-csrf").and_then(|value| value.to_str().ok());
        visit.is_ours(beside.unwrap_or_else(|| form.get("csrf")))?;
        if let (Some(lang), Some(who)) = (words::Lang::from_tag(form.get("switch_language")), &visit.who) {
            keep(app, &visit, who.account, &form).await?;
            return Err(PageError::Elsewhere(crate::visit::in_language(lang, &visit.path)));
        }
        Ok(form)
    }
}

/// Keeps what was typed for the account, under the address of the form.
async fn keep(app: &App, visit: &Visit, account: domain::id::AccountId, form: &Form) -> Result<(), PageError> {
    store::draft::keep_for(
        app.store(),
        account,
        &visit.path,
        &form.clone().without("switch_language").to_body(),
    )
    .await?;
    Ok(())
}

/// What was kept of this form for the person signed in, if anything.
pub async fn kept(app: &App, visit: &Visit) -> Result<Option<Form>, PageError> {
    let Some(who) = &visit.who else { return Ok(None) };
    let body = store::draft::find_for(app.store(), who.account, &visit.path).await?;
    Ok(body.map(|body| Form::parse(body.as_bytes())))
}

/// Keeps what is typed so far, while it is typed, under the address of its form.
pub async fn keep_typed(app: &App, visit: &Visit, (action, object): (Action, Object), form: &Form) -> Answer {
    let path = visit.path.strip_suffix("/keep").ok_or(PageError::NotFound)?.to_owned();
    let account = visit.account()?.account;
    let allowed = app.store().allowed(&visit.actor(), object, &[action]).await?;
    if allowed.is_empty() {
        return Err(PageError::NotFound);
    }
    store::draft::keep_for(app.store(), account, &path, &form.to_body()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
