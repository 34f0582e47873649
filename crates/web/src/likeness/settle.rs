//! What is said of two families that may be one: each form stores one thing, and the page says what can be undone.

use super::show::{draw, load};
use super::{Wrong, refusal_words};
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::see;
use crate::paths;
use crate::visit::{At, Visit};
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{FamilyId, LikenessId, PersonId, PersonMoveId};
use domain::likeness::settle::Refusal;
use store::Tx;
use store::likeness::Asked;
use store::once::Once;

/// The top of the page: where what is wrong with no box is shown.
const QUESTION: &str = "question";

/// What somebody says of two families.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Saying {
    /// They are one, and this record is kept.
    Join(FamilyId),
    /// They are two.
    Apart,
    /// What was said is taken back.
    Undo,
    /// This person goes to the other family.
    Move(PersonId),
    /// This move is taken back.
    Back(PersonMoveId),
}

impl Saying {
    /// Lets the rules decide and stores it.
    pub(crate) fn store(self, tx: &Tx, asked: &Asked) -> Result<(), Wrong> {
        let refused = |refusal: Refusal| Wrong::Refused(refusal, Box::new(asked.clone()));
        let question = &asked.question;
        match self {
            Self::Join(kept) => {
                let joining = question.join(kept).map_err(refused)?;
                store::likeness::join(tx, asked, &joining)?;
            }
            Self::Apart => {
                question.keep_apart().map_err(refused)?;
                store::likeness::keep_apart(tx, asked)?;
            }
            Self::Undo => {
                question.undo(asked.merged()).map_err(refused)?;
                store::likeness::undo(tx, asked)?;
            }
            Self::Move(person) => {
                let (from, part) = store::likeness::stands_in(tx, asked, person)?;
                let into = question.move_person(from, part).map_err(refused)?;
                store::likeness::move_person(tx, asked, person, from, into)?;
            }
            Self::Back(id) => {
                let all = store::likeness::moves(tx, asked.id)?;
                let found = all.iter().find(|one| one.id == id);
                let one = found.ok_or_else(|| refused(Refusal::NotSettled))?;
                question.move_person(one.into, one.part).map_err(refused)?;
                store::likeness::move_back(tx, asked, one)?;
            }
        }
        Ok(())
    }

    /// What is said once it was stored: the key of the sentence.
    const fn said(self) -> &'static str {
        match self {
            Self::Join(_) => "likeness-joined",
            Self::Apart => "likeness-kept-apart",
            Self::Undo => "likeness-undone",
            Self::Move(_) => "likeness-moved",
            Self::Back(_) => "likeness-moved-back",
        }
    }

    /// The box its form has, where a mistake is shown.
    const fn named(self) -> &'static str {
        match self {
            Self::Join(_) => "kept",
            Self::Move(_) => "person",
            Self::Apart | Self::Undo | Self::Back(_) => QUESTION,
        }
    }
}

/// Joins the two records.
pub async fn join(State(app): State<App>, visit: Visit, At(id): At<LikenessId>, form: Form) -> Answer {
    match form.get("kept").parse() {
        Ok(kept) => carry_out(&app, &visit, id, &form, Saying::Join(kept)).await,
        Err(_) => again(&app, &visit, id, &form, ("kept", visit.w().likeness_problem_kept())).await,
    }
}

/// Keeps the two apart.
pub async fn apart(State(app): State<App>, visit: Visit, At(id): At<LikenessId>, form: Form) -> Answer {
    carry_out(&app, &visit, id, &form, Saying::Apart).await
}

/// Takes back what was said.
pub async fn undo(State(app): State<App>, visit: Visit, At(id): At<LikenessId>, form: Form) -> Answer {
    carry_out(&app, &visit, id, &form, Saying::Undo).await
}

/// Moves somebody to the other family.
pub async fn move_person(State(app): State<App>, visit: Visit, At(id): At<LikenessId>, form: Form) -> Answer {
    match form.get("person").parse() {
        Ok(person) => carry_out(&app, &visit, id, &form, Saying::Move(person)).await,
        Err(_) => again(&app, &visit, id, &form, ("person", visit.w().likeness_problem_who())).await,
    }
}

/// Moves somebody back.
pub async fn move_back(State(app): State<App>, visit: Visit, At(id): At<LikenessId>, form: Form) -> Answer {
    match form.get("move").parse() {
        Ok(moved) => carry_out(&app, &visit, id, &form, Saying::Back(moved)).await,
        Err(_) => Err(PageError::NotFound),
    }
}

/// The page with what is wrong.
async fn again(app: &App, visit: &Visit, id: LikenessId, form: &Form, (name, text): (&str, &str)) -> Answer<Response> {
    let loaded = load(app, &visit.actor(), id).await?;
    let mistakes = Mistakes::one(name, text);
    Ok(draw(app, visit, &loaded, form, &mistakes))
}

async fn carry_out(app: &App, visit: &Visit, id: LikenessId, form: &Form, saying: Saying) -> Answer {
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let version: i64 = form.get("version").parse().unwrap_or_default();
    let href = paths::saying(&visit.href(&paths::likeness(id)), saying.said());
    let to = href.clone();
    let (actor, object) = (visit.actor(), Object::Likeness(id));
    let stored = app.store().act(&actor, Action::SettleLikeness, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let asked = store::likeness::load(tx, id)?;
        if asked.version != version {
            return Err(Wrong::Store(store::Error::Stale { now: asked.version }));
        }
        saying.store(tx, &asked)?;
        tx.done(Some(&once), 303, &to)?;
        Ok(())
    });
    let w = visit.w();
    match stored.await {
        Ok(()) => Ok(see(&href)),
        Err(Wrong::Refused(refusal, asked)) => {
            let text = refusal_words(w, refusal, &asked);
            let is_settled = matches!(refusal, Refusal::AlreadySettled { .. } | Refusal::NotSettled);
            let at = if is_settled { QUESTION } else { saying.named() };
            again(app, visit, id, form, (at, &text)).await
        }
        Err(Wrong::Store(store::Error::Stale { .. })) => {
            again(app, visit, id, form, (QUESTION, w.likeness_stale())).await
        }
        Err(Wrong::Store(error)) => Err(error.into()),
    }
}
