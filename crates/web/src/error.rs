//! What can go wrong on the way to a page, and the one page that says so.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access::Denied;
use std::sync::Arc;

/// Why a page was not shown.
#[derive(Debug)]
pub enum PageError {
    /// Not yours, or not there: one answer for both.
    Refused,
    /// No such page.
    NotFound,
    /// The address is there, but does not take this method.
    Method,
    /// Sign in first, then come back here.
    SignIn,
    /// Prove again who you are, then come back here.
    StepUp,
    /// Set up a second way of proving who you are first.
    SecondFactor,
    /// The form did not come from our own page.
    NotOurForm,
    /// Too much was sent.
    TooLarge,
    /// Something that is not a form, or not JSON, was sent.
    NotAForm,
    /// The same key came with other words.
    OnceReused,
    /// Somebody else changed it first; the page that knows shows both texts.
    Stale,
    /// It was decided already, or cannot be done in the state it is in.
    Conflict,
    /// Too many tries; come back after so many minutes.
    TooMany {
        /// Minutes to wait.
        minutes: u64,
    },
    /// Go there instead.
    Elsewhere(String),
    /// The database cannot be written or reached just now.
    Unavailable,
    /// A fault of ours, with the code it can be found by.
    Fault {
        /// What the person can quote.
        code: String,
    },
}

/// An answer, or why not.
pub type Answer<T = Response> = Result<T, PageError>;

impl PageError {
    /// A fault of ours, noted in the log under a code the person can quote.
    pub(crate) fn fault(cause: &(impl std::fmt::Display + ?Sized)) -> Self {
        let code = short_code();
        tracing::error!(%code, %cause, "a page could not be shown");
        Self::Fault { code }
    }

    /// The status the answer has.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Refused | Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignIn | Self::StepUp | Self::SecondFactor | Self::Elsewhere(_) => StatusCode::SEE_OTHER,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotOurForm => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::OnceReused | Self::Stale | Self::Conflict => StatusCode::CONFLICT,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<store::Error> for PageError {
    fn from(error: store::Error) -> Self {
        use store::Error as E;
        match error {
            E::NotFound | E::Denied(Denied::Refused | Denied::ReasonNeeded) => Self::Refused,
            E::Denied(Denied::SignIn) => Self::SignIn,
            E::Denied(Denied::StepUp) => Self::StepUp,
            E::Denied(Denied::SecondFactor) => Self::SecondFactor,
            E::Stale { .. } => Self::Stale,
            E::AlreadyDone { location, .. } => Self::Elsewhere(location),
            E::OnceReused => Self::OnceReused,
            E::Constraint(_) => Self::Conflict,
            E::Unavailable(cause) => {
                tracing::warn!(%cause, "the database was not available");
                Self::Unavailable
            }
            fault => Self::fault(&fault),
        }
    }
}

/// A code short enough to read out on the telephone.
fn short_code() -> String {
    let random: [u8; 4] = seal::random();
    random
        .iter()
        .fold(String::new(), |code, byte| format!("{code}{byte:02X}"))
}

/// What the outer layer finds in an answer that is still to be made into a page.
#[derive(Clone)]
pub(crate) struct Wrong(pub Arc<PageError>);

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        if matches!(self, Self::Unavailable) {
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        answer.extensions_mut().insert(Wrong(Arc::new(self)));
        answer
    }
}
