//! Giving a paragraph to one person, by one tap, and saying that one names somebody outside the family.

use super::Wrong;
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::see;
use crate::paths;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{PersonId, SessionId};
use domain::session::Refusal;
use store::Tx;

/// What is said of one paragraph.
#[derive(Clone, Copy)]
enum Said {
    /// Whose it is: one person's, or everybody's.
    Of(Option<PersonId>),
    /// Whether it names somebody outside the family.
    Outsider(bool),
}

/// Stores whose a paragraph is.
pub async fn give(State(app): State<App>, visit: Visit, At(id): At<SessionId>, form: Form) -> Answer {
    let said = (number(&form)?, whose(&form)?);
    change(&app, &visit, id, "session-given-saved", said).await
}

/// Stores whether a paragraph names somebody outside the family.
pub async fn mark(State(app): State<App>, visit: Visit, At(id): At<SessionId>, form: Form) -> Answer {
    let said = (number(&form)?, outsider(&form));
    change(&app, &visit, id, "session-marked-saved", said).await
}

fn whose(form: &Form) -> store::Result<Said> {
    let person = match form.get("person") {
        "" => None,
        typed => Some(typed.parse().map_err(|_| store::Error::NotFound)?),
    };
    Ok(Said::Of(person))
}

fn outsider(form: &Form) -> Said {
    Said::Outsider(form.get("outsider") == "yes")
}

fn number(form: &Form) -> store::Result<usize> {
    form.get("passage").parse().map_err(|_| store::Error::NotFound)
}

fn say(tx: &Tx, language: &str, id: SessionId, (passage, said): (usize, Said)) -> Result<(), Wrong> {
    let session = store::session::load(tx, id)?;
    let passages = store::session::passages(tx, id)?;
    let event = match said {
        Said::Of(person) => {
            let (_, people) = store::session::bounds(tx, session.family)?;
            session.give(&passages, passage, person, &people)?
        }
        Said::Outsider(names) => session.mark(&passages, passage, names)?,
    };
    Ok(store::session::record(tx, &session, language, &passages, &event)?)
}

/// Whose a paragraph is, by a call.
pub(crate) fn give_by_call(tx: &Tx, call: &Call, id: SessionId, form: &Form) -> Result<(), Unmade> {
    let said = (number(form)?, whose(form)?);
    say(tx, call.language, id, said).map_err(|wrong| wrong.told(call.w))
}

/// Whether a paragraph names somebody outside the family, by a call.
pub(crate) fn mark_by_call(tx: &Tx, call: &Call, id: SessionId, form: &Form) -> Result<(), Unmade> {
    let said = (number(form)?, outsider(form));
    say(tx, call.language, id, said).map_err(|wrong| wrong.told(call.w))
}

async fn change(app: &App, visit: &Visit, id: SessionId, saved: &str, said: (usize, Said)) -> Answer {
    let (actor, object) = (visit.actor(), Object::Session(id));
    let language = visit.lang.tag();
    let stored = app.store().act(&actor, Action::ChangeSession, object, move |tx| {
        say(tx, language, id, said)
    });
    match stored.await {
        Ok(()) => Ok(see(&paths::saying(&visit.href(&paths::session(id)), saved))),
        // What cannot be pressed on the page was not sent by it.
        Err(Wrong::Refused(Refusal::NotOfTheFamily | Refusal::NoSuchPassage { .. } | Refusal::IsAlready { .. })) => {
            Ok(see(&paths::saying(
                &visit.href(&paths::session(id)),
                "session-problem-passage",
            )))
        }
        Err(Wrong::Refused(_)) => Err(PageError::NotFound),
        Err(Wrong::Store(error)) => Err(error.into()),
    }
}
