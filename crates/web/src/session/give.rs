//! Giving a paragraph to one person, by one tap, and saying that one names somebody outside the family.

use super::Wrong;
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::see;
use crate::paths;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{PersonId, SessionId};
use domain::session::{Event, Passage, Refusal, Session};
use store::Tx;

/// Stores whose a paragraph is.
pub async fn give(State(app): State<App>, visit: Visit, At(id): At<SessionId>, form: Form) -> Answer {
    let passage = number(&form)?;
    let person: Option<PersonId> = match form.get("person") {
        "" => None,
        typed => Some(typed.parse().map_err(|_| PageError::NotFound)?),
    };
    let verb = move |tx: &Tx, session: &Session, passages: &[Passage]| {
        let (_, people) = store::session::bounds(tx, session.family)?;
        Ok(session.give(passages, passage, person, &people)?)
    };
    change(&app, &visit, id, "session-given-saved", verb).await
}

/// Stores whether a paragraph names somebody outside the family.
pub async fn mark(State(app): State<App>, visit: Visit, At(id): At<SessionId>, form: Form) -> Answer {
    let passage = number(&form)?;
    let outsider = form.get("outsider") == "yes";
    let verb = move |_: &Tx, session: &Session, passages: &[Passage]| Ok(session.mark(passages, passage, outsider)?);
    change(&app, &visit, id, "session-marked-saved", verb).await
}

fn number(form: &Form) -> Result<usize, PageError> {
    form.get("passage").parse().map_err(|_| PageError::NotFound)
}

async fn change(
    app: &App,
    visit: &Visit,
    id: SessionId,
    said: &str,
    verb: impl Fn(&Tx, &Session, &[Passage]) -> Result<Event, Wrong> + Send + Sync + 'static,
) -> Answer {
    let (actor, object) = (visit.actor(), Object::Session(id));
    let language = visit.lang.tag();
    let stored = app.store().act(&actor, Action::ChangeSession, object, move |tx| {
        let session = store::session::load(tx, id)?;
        let passages = store::session::passages(tx, id)?;
        let event = verb(tx, &session, &passages)?;
        store::session::record(tx, &session, language, &passages, &event)?;
        Ok::<_, Wrong>(())
    });
    match stored.await {
        Ok(()) => Ok(see(&paths::saying(&visit.href(&paths::session(id)), said))),
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
