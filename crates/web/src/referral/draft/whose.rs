//! Whose form it is: a draft of somebody signed in, or what somebody outside fills in behind a link.

use super::step::Step;
use crate::App;
use crate::error::PageError;
use crate::paths;
use crate::visit::Visit;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::access::{Action, Actor, Object};
use domain::id::{ReferralDraftId, TaskLinkId};
use store::Tx;

/// Whose form it is.
#[derive(Clone, Debug)]
pub enum Whose {
    /// A draft of the account signed in.
    Own(ReferralDraftId),
    /// What is filled in behind a link, and the secret as it stands in the address.
    Link(TaskLinkId, String),
}

impl Whose {
    /// Whether somebody outside fills it in.
    pub const fn is_outside(&self) -> bool {
        matches!(self, Self::Link(..))
    }

    /// The list of its pages.
    pub fn path(&self) -> String {
        match self {
            Self::Own(id) => paths::referral_draft(*id),
            Self::Link(_, secret) => paths::one_time(secret),
        }
    }

    /// One of its pages.
    pub fn step(&self, step: &Step) -> String {
        format!("{}/{step}", self.path())
    }

    /// Every answer of it on one page.
    pub fn check(&self) -> String {
        format!("{}/check", self.path())
    }

    /// The writer's own draft.
    pub const fn draft(&self) -> Option<ReferralDraftId> {
        match self {
            Self::Own(id) => Some(*id),
            Self::Link(..) => None,
        }
    }

    /// Who fills it in, what they do, and to what: for a permit.
    pub fn asks(&self, visit: &Visit) -> (Actor, Action, Object) {
        match self {
            Self::Own(_) => (visit.actor(), Action::Refer, Object::Lists),
            Self::Link(id, _) => (Actor::TaskLink(*id), Action::ReferByLink, Object::TaskLink(*id)),
        }
    }

    /// What was typed so far, as a form sends it.
    pub fn typed(&self, tx: &Tx) -> Result<String, store::Error> {
        match self {
            Self::Own(id) => Ok(store::referral::draft::find(tx, *id)?.body),
            Self::Link(id, _) => store::task_link::open(tx, *id),
        }
    }

    /// Keeps what is typed now.
    pub fn keep(&self, tx: &Tx, body: &str) -> Result<(), store::Error> {
        match self {
            Self::Own(id) => store::referral::draft::keep(tx, *id, body),
            Self::Link(id, _) => store::task_link::keep(tx, *id, body),
        }
    }
}

/// The secret of a link as it stands in an address.
pub fn secret(text: &str) -> Option<[u8; 32]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}

impl FromRequestParts<App> for Whose {
    type Rejection = PageError;

    /// A link that no longer works, or was used, leads to the page that says so.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let path = Path::<Vec<(String, String)>>::from_request_parts(parts, app).await;
        let Path(named) = path.map_err(|_| PageError::NotFound)?;
        let value = |wanted: &str| named.iter().find(|(name, _)| name == wanted).map(|(_, value)| value);
        if let Some(id) = value("id") {
            return id.parse().map(Self::Own).map_err(|_| PageError::Refused);
        }
        let text = value("secret").ok_or(PageError::NotFound)?;
        let found = match secret(text) {
            Some(secret) => store::task_link::find(app.store(), &secret).await?,
            None => None,
        };
        match found {
            Some(found) if found.sent.is_none() => Ok(Self::Link(found.id, text.clone())),
            _ => Err(over(parts, text)),
        }
    }
}

/// Where a link leads that opens no form any more.
fn over(parts: &Parts, text: &str) -> PageError {
    let encoded: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
    let path = paths::one_time(&encoded);
    let visit = parts.extensions.get::<Visit>();
    PageError::Elsewhere(visit.map_or(path.clone(), |visit| visit.href(&path)))
}
