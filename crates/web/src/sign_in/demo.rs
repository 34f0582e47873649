//! One press signs in; this exists in the demonstration only.

use super::arrival::{arrive, next};
use super::paths as own;
use super::typed::Typed;
use crate::App;
use crate::account::role_words;
use crate::error::{Answer, PageError};
use crate::paths;
use crate::route::{Route, route};
use crate::visit::Visit;
use axum::extract::State;
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::id::AccountId;
use store::sign_in::Way;
use store::sign_in::people::Person;
use words::Lang;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    vec![
        route(Method::POST, paths::DEMO_SIGN_IN, Action::SignIn, On::Public, press),
        route(Method::POST, own::DEMO_AGAIN, Action::SignIn, On::Public, again),
    ]
}

/// One person of the list.
pub(super) struct OnePerson {
    pub account: String,
    pub initials: String,
    pub name: String,
    pub role: String,
}

/// The people of the demonstration.
pub(super) async fn people(app: &App, visit: &Visit) -> Answer<Vec<OnePerson>> {
    let people = store::sign_in::people::people(app.store()).await?;
    Ok(people.into_iter().map(|person| one(visit, person)).collect())
}

fn one(visit: &Visit, person: Person) -> OnePerson {
    let role = person.role.map_or("", |role| role_words(visit.w(), role));
    let site = if visit.lang == Lang::Cy {
        person.site_cy
    } else {
        person.site_en
    };
    let said: Vec<&str> = [role, site.as_str()]
        .into_iter()
        .filter(|said| !said.is_empty())
        .collect();
    let first = |word: &str| word.chars().next();
    OnePerson {
        account: person.account.to_string(),
        initials: person.name.split_whitespace().filter_map(first).take(2).collect(),
        role: said.join(" · "),
        name: person.name,
    }
}

/// Signs in as the person pressed.
async fn press(State(app): State<App>, visit: Visit, Typed(form): Typed) -> Answer {
    let pressed = [form.get("account"), form.get("person")]
        .into_iter()
        .find(|value| !value.is_empty());
    let account: AccountId = pressed.and_then(|value| value.parse().ok()).ok_or(PageError::Refused)?;
    let entered = store::sign_in::start(app.store(), account, Way::Demo, &visit.device).await?;
    arrive(&app, &visit, &entered, next(&visit)).await
}

/// Proves again who is there: in the demonstration a press is enough.
async fn again(State(app): State<App>, visit: Visit, Typed(_): Typed) -> Answer {
    let who = visit.account()?;
    let entered = store::sign_in::prove_again(app.store(), who.account, who.id).await?;
    arrive(&app, &visit, &entered, next(&visit)).await
}
