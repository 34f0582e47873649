//! Problems as RFC 9457 has them: a code for programs, a sentence for people, and what can be done about it.

use super::address;
use super::code::Code;
use crate::error::PageError;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use words::{Lang, Words};

/// The most fields one answer says are wrong; more are the same mistake made again.
///
/// Assumption: 100, enough for a family of thirty with three mistakes each.
const ERRORS_MAX: usize = 100;

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// Where it is: `people[0].birth`, a name of the query, or a header.
    #[schema(example = "people[0].birth")]
    pub field: String,
    /// What is wrong, for programs.
    #[schema(example = "birth_unreal")]
    pub code: &'static str,
    /// What is wrong, in the reader's language.
    #[schema(example = "Child 1: enter a real date of birth, like 27 3 2015")]
    pub detail: String,
}

/// Everything wrong with what was sent, in its order.
#[derive(Clone, Debug, Default)]
pub struct Errors(Vec<FieldError>);

impl Errors {
    /// Notes what is wrong with a field.
    pub fn add(&mut self, field: impl Into<String>, code: &'static str, detail: impl Into<String>) {
        if self.0.len() < ERRORS_MAX {
            self.0.push(FieldError {
                field: field.into(),
                code,
                detail: detail.into(),
            });
        }
    }

    /// Whether something was noted of a field.
    pub fn has(&self, field: &str) -> bool {
        self.0.iter().any(|error| error.field == field)
    }

    /// The value, if nothing was wrong with it.
    pub fn or<T>(self, value: T) -> Result<T, Problem> {
        if self.0.is_empty() { Ok(value) } else { Err(self.into()) }
    }

    /// One thing wrong with one field.
    pub fn one(field: impl Into<String>, code: &'static str, detail: impl Into<String>) -> Self {
        let mut errors = Self::default();
        errors.add(field, code, detail);
        errors
    }
}

/// Why a call did not work, before it is said in a language.
#[derive(Debug)]
pub struct Problem(Box<Inner>);

#[derive(Debug)]
struct Inner {
    code: Code,
    errors: Vec<FieldError>,
    fault: Option<String>,
    both: Option<(Value, Value, i64)>,
    retry_seconds: Option<u64>,
}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self(Box::new(Inner {
            code,
            errors: Vec::new(),
            fault: None,
            both: None,
            retry_seconds: None,
        }))
    }
}

impl From<Errors> for Problem {
    fn from(errors: Errors) -> Self {
        let mut problem = Self::from(Code::Validation);
        problem.0.errors = errors.0;
        problem
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        Self::of_page(&PageError::from(error))
    }
}

impl From<PageError> for Problem {
    fn from(error: PageError) -> Self {
        Self::of_page(&error)
    }
}

impl Problem {
    /// The problem a page would have shown as a page.
    pub fn of_page(error: &PageError) -> Self {
        let code = match error {
            PageError::Refused | PageError::NotFound | PageError::Elsewhere(_) => Code::NotFound,
            PageError::Method => Code::Method,
            PageError::SignIn => Code::Unauthenticated,
            PageError::StepUp | PageError::SecondFactor => Code::StepUp,
            PageError::NotOurForm => Code::Forbidden,
            PageError::TooLarge => Code::TooLarge,
            PageError::NotAForm => Code::UnsupportedMedia,
            PageError::OnceReused => Code::IdempotencyReused,
            PageError::Stale => Code::Stale,
            PageError::Conflict => Code::Refused,
            PageError::TooMany { .. } => Code::TooMany,
            PageError::Unavailable => Code::Unavailable,
            PageError::Fault { .. } => Code::Unexpected,
        };
        let mut problem = Self::from(code);
        match error {
            PageError::Fault { code } => problem.0.fault = Some(code.clone()),
            PageError::TooMany { minutes } => problem.0.retry_seconds = Some(minutes * 60),
            PageError::Unavailable => problem.0.retry_seconds = Some(5),
            _ => {}
        }
        problem
    }

    /// With what was sent and what the record is now, at its version: both are shown, so that nothing is lost.
    #[must_use]
    pub fn with_both(mut self, mine: Value, now: Value, version: i64) -> Self {
        self.0.both = Some((mine, now, version));
        self
    }

    /// With why the rules do not allow it.
    #[must_use]
    pub fn because(mut self, why: Errors) -> Self {
        self.0.errors = why.0;
        self
    }

    /// With this code in place of [`Code::NotFound`]: for lists and areas, where a refusal gives nobody away.
    #[must_use]
    pub fn not_secret(mut self) -> Self {
        if self.0.code == Code::NotFound {
            self.0.code = Code::Forbidden;
        }
        self
    }

    /// The answer, in a language.
    pub fn said(self, lang: Lang) -> Response {
        let w = Words::new(lang);
        let Inner {
            code,
            errors,
            fault,
            both,
            retry_seconds,
        } = *self.0;
        let (mine, now, version) = both.map_or((None, None, None), |(mine, now, v)| (Some(mine), Some(now), Some(v)));
        let body = Body {
            kind: address::problem(code.key()),
            title: code.words(w, "").to_owned(),
            status: code.status().as_u16(),
            code: code.key(),
            detail: fault.map_or_else(
                || code.words(w, "means").to_owned(),
                |fault| w.problem_internal_code(&fault),
            ),
            errors,
            mine,
            now,
        };
        let text = serde_json::to_string(&body).expect("a problem has only texts, numbers and JSON, which serialise");
        let mut answer = (code.status(), text).into_response();
        let headers = answer.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
        headers.insert(header::VARY, HeaderValue::from_static("authorization, accept-language"));
        if code == Code::Unauthenticated {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = retry_seconds {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if let Some(version) = version {
            headers.insert(header::ETAG, super::tell::etag(version));
        }
        answer
    }
}

/// A problem as it is sent.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct Body {
    /// Where people read what it means.
    #[serde(rename = "type")]
    #[schema(example = "/problems/stale")]
    kind: String,
    /// What it is, in the reader's language.
    #[schema(example = "It was changed since you read it")]
    title: String,
    /// The status of the answer.
    #[schema(example = 412)]
    status: u16,
    /// What it is, for programs.
    #[schema(example = "stale")]
    code: &'static str,
    /// What it means, in the reader's language.
    detail: String,
    /// Every field that is wrong, for `validation`; why not, with no field, where the rules do not allow it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    /// What was sent, for `stale` and `decided`, and for `refused` where it is about how a referral stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    mine: Option<Value>,
    /// What the record is now, in the same answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<super::given::State>)]
    now: Option<Value>,
}

/// The problem for an error that no handler of the API made: an address that is not there, a fault.
///
/// The headers of the bare answer go with it, such as when to try again.
pub(crate) fn from_page(error: &PageError, bare: Response) -> Response {
    let mut answer = Problem::of_page(error).said(Lang::En);
    for (name, value) in bare.into_parts().0.headers {
        if let Some(name) = name.filter(|name| *name != header::CONTENT_LENGTH) {
            answer.headers_mut().entry(name).or_insert(value);
        }
    }
    answer
}
