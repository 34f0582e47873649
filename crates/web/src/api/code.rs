//! The codes of what can go wrong: each with its status, its words and a page that says what it means.

use axum::http::StatusCode;
use words::Words;

/// What a problem is, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The body is not JSON that can be read.
    BadJson,
    /// There is no valid token.
    Unauthenticated,
    /// The token may not do that.
    Forbidden,
    /// Only a person who has just proved who they are may.
    StepUp,
    /// Nothing there, or not open to this token.
    NotFound,
    /// The address does not take this method.
    Method,
    /// It was decided before.
    Decided,
    /// The rules do not allow it as the record is now.
    Refused,
    /// The same people were referred some minutes ago.
    AlreadySent,
    /// The key came with something else before.
    IdempotencyReused,
    /// It was changed since it was read.
    Stale,
    /// The body is over its limit.
    TooLarge,
    /// The body is no JSON.
    UnsupportedMedia,
    /// Some values cannot be kept.
    Validation,
    /// A version must be named.
    PreconditionRequired,
    /// Too many wrong tokens.
    TooMany,
    /// Busy.
    Unavailable,
    /// A fault of ours.
    Unexpected,
}

impl Code {
    /// Every code, in the order of their status.
    pub const ALL: [Self; 18] = [
        Self::BadJson,
        Self::Unauthenticated,
        Self::Forbidden,
        Self::StepUp,
        Self::NotFound,
        Self::Method,
        Self::Decided,
        Self::Refused,
        Self::AlreadySent,
        Self::IdempotencyReused,
        Self::Stale,
        Self::TooLarge,
        Self::UnsupportedMedia,
        Self::Validation,
        Self::PreconditionRequired,
        Self::TooMany,
        Self::Unexpected,
        Self::Unavailable,
    ];

    /// The code's name in the address and the answer. Never reused.
    pub const fn key(self) -> &'static str {
        match self {
            Self::BadJson => "bad_json",
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "forbidden",
            Self::StepUp => "step_up",
            Self::NotFound => "not_found",
            Self::Method => "method",
            Self::Decided => "decided",
            Self::Refused => "refused",
            Self::AlreadySent => "already_sent",
            Self::IdempotencyReused => "idempotency_reused",
            Self::Stale => "stale",
            Self::TooLarge => "too_large",
            Self::UnsupportedMedia => "unsupported_media",
            Self::Validation => "validation",
            Self::PreconditionRequired => "precondition_required",
            Self::TooMany => "too_many",
            Self::Unavailable => "unavailable",
            Self::Unexpected => "unexpected",
        }
    }

    /// The code with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.key() == key)
    }

    /// The status it is answered with.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::BadJson => StatusCode::BAD_REQUEST,
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::StepUp => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Decided | Self::Refused | Self::AlreadySent | Self::IdempotencyReused => StatusCode::CONFLICT,
            Self::Stale => StatusCode::PRECONDITION_FAILED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Validation => StatusCode::UNPROCESSABLE_ENTITY,
            Self::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unexpected => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its sentence of this kind: the title for `""`, else `means` or `do`.
    pub fn words(self, w: Words, kind: &str) -> &'static str {
        let entry = if kind.is_empty() {
            self.key().to_owned()
        } else {
            format!("{}_{kind}", self.key())
        };
        w.named("problem", &entry)
            .expect("every code has its words: a test goes through all of them")
    }
}
