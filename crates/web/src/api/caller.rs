//! Who calls, and in which language they want to be answered.

use super::code::Code;
use super::problem::Problem;
use crate::App;
use crate::error::PageError;
use crate::visit::Visit;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use domain::access::{Action, Actor, Object, Permit};
use std::str::FromStr;
use uuid::Uuid;
use words::{Lang, Words};

/// The system that calls, known by its token.
pub struct Caller {
    /// Who asks, for permits.
    pub actor: Actor,
    /// The language it wants sentences in.
    pub lang: Lang,
}

impl Caller {
    /// The sentences, in the caller's language.
    pub fn w(&self) -> Words {
        Words::new(self.lang)
    }

    /// The id its once-keys are kept under: the account or the token.
    pub fn id(&self) -> Uuid {
        match &self.actor {
            Actor::Account { id, .. } => id.uuid(),
            Actor::SiteToken { id, .. } => id.uuid(),
            Actor::Job(_) | Actor::Public | Actor::TaskLink(_) => Uuid::nil(),
        }
    }

    /// What a list is asked of: every area of a person, the one area of a site's token.
    pub fn lists(&self) -> Object {
        match &self.actor {
            Actor::SiteToken { site, .. } => Object::Site(*site),
            _ => Object::Lists,
        }
    }

    /// A permit for a record. A refusal is the same for "not yours" and "not there".
    pub async fn permit(&self, app: &App, action: Action, object: Object) -> Result<Permit, Problem> {
        Ok(app.store().permit(&self.actor, action, object).await?)
    }

    /// A permit for a list or an area, which gives nobody away: a refusal says that the token may not.
    pub async fn permit_list(&self, app: &App, action: Action, object: Object) -> Result<Permit, Problem> {
        self.permit(app, action, object).await.map_err(Problem::not_secret)
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let lang = language(parts);
        let address = parts
            .extensions
            .get::<Visit>()
            .map_or("unknown", |visit| visit.address.as_str());
        match find(app, &parts.headers, address).await {
            Ok(actor) => Ok(Self { actor, lang }),
            Err(problem) => Err(problem.said(lang)),
        }
    }
}

/// The actor behind the token of a call.
async fn find(app: &App, headers: &HeaderMap, address: &str) -> Result<Actor, Problem> {
    actor_at(app, headers, address).await.map_err(|error| match error {
        Wrong::Token => Code::Unauthenticated.into(),
        Wrong::TooMany => Problem::of_page(&PageError::TooMany { minutes: WAIT_MINUTES }),
        Wrong::Store(error) => error.into(),
    })
}

/// As [`find`], for a page that answers programs: the figures of the service.
pub async fn actor(app: &App, headers: &HeaderMap) -> Result<Actor, PageError> {
    actor_at(app, headers, "figures").await.map_err(|error| match error {
        Wrong::Token => PageError::SignIn,
        Wrong::TooMany => PageError::TooMany { minutes: WAIT_MINUTES },
        Wrong::Store(error) => error.into(),
    })
}

const WAIT_MINUTES: u64 = store::token::WRONG_WINDOW_SECONDS.unsigned_abs() / 60;

enum Wrong {
    Token,
    TooMany,
    Store(store::Error),
}

/// Looks the token up, whatever was sent: none at all costs the same as one we do not know.
async fn actor_at(app: &App, headers: &HeaderMap, address: &str) -> Result<Actor, Wrong> {
    let sent = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let secret = match sent.split_once(' ') {
        Some((scheme, secret)) if scheme.eq_ignore_ascii_case("bearer") => secret.trim(),
        _ => "",
    };
    if let Some(token) = store::token::find(app.store(), secret).await.map_err(Wrong::Store)? {
        return Ok(token.actor);
    }
    let may = store::token::may_be_wrong(app.store(), address).await;
    Err(if may.map_err(Wrong::Store)? {
        Wrong::Token
    } else {
        Wrong::TooMany
    })
}

/// The language a call wants: what it says it accepts, else the language of its address.
pub fn language(parts: &Parts) -> Lang {
    let asked = parts
        .headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    let addressed = parts.extensions.get::<Visit>().map_or(Lang::En, |visit| visit.lang);
    asked.and_then(preferred).unwrap_or(addressed)
}

/// The best of the languages we have, as RFC 9110 weighs them; of two alike the first.
fn preferred(accepted: &str) -> Option<Lang> {
    let mut best: Option<(f32, Lang)> = None;
    for range in accepted.split(',') {
        let (tag, rest) = range.split_once(';').unwrap_or((range, ""));
        let primary = tag.trim().split('-').next().unwrap_or_default();
        let weight = match rest.trim().strip_prefix("q=") {
            Some(q) => q.trim().parse().unwrap_or(0.0),
            None => 1.0_f32,
        };
        let Some(lang) = Lang::from_tag(primary) else { continue };
        if weight > 0.0 && best.is_none_or(|(found, _)| found < weight) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

/// The id in an address. One that is no id gets the same answer as one that is nobody's.
pub struct Id<T>(pub T);

impl<T: FromStr + Send> FromRequestParts<App> for Id<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let path = Path::<String>::from_request_parts(parts, app).await;
        let id = path.ok().and_then(|Path(text)| text.parse().ok());
        id.map(Self)
            .ok_or_else(|| Problem::from(Code::NotFound).said(language(parts)))
    }
}

#[cfg(test)]
mod tests {
    use super::preferred;
    use words::Lang;

    #[test]
    fn the_language_most_wanted_of_those_we_have_is_taken() {
        assert_eq!(preferred("cy"), Some(Lang::Cy));
        assert_eq!(preferred("cy-GB, en;q=0.8"), Some(Lang::Cy));
        assert_eq!(preferred("en;q=0.5, cy;q=0.9"), Some(Lang::Cy));
        assert_eq!(preferred("pl, en;q=0.3"), Some(Lang::En));
        assert_eq!(preferred("pl"), None);
        assert_eq!(preferred("cy;q=0, en;q=rubbish"), None);
    }
}
