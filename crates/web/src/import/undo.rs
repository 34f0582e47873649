//! Throwing a file away before anything was taken in, and taking back what was, while nothing was built on it.

use super::{act, found, look};
use crate::App;
use crate::error::Answer;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::see;
use crate::paths;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::Actor;
use domain::id::ImportId;
use store::import::{Import, Stage};
use words::Words;

/// How many families are taken back in one unit of work.
const BATCH: i64 = 50;

/// How many families are named when something was built on them.
const NAMED: i64 = 10;

/// Throws a file away.
pub async fn discard(State(app): State<App>, visit: Visit, At(id): At<ImportId>, _form: Form) -> Answer {
    let actor = visit.actor();
    let import = found(&app, &actor, id).await?;
    if !can_go(&import) {
        return Ok(see(&visit.href(&paths::import(id))));
    }
    throw_away(&app, &actor, id).await?;
    Ok(see(&paths::saying(&visit.href(paths::IMPORT), "import-discarded")))
}

/// Whether nothing of it was taken in, so that it can be thrown away.
pub(crate) const fn can_go(import: &Import) -> bool {
    matches!(import.stage, Stage::Loading | Stage::Ready)
}

/// Throws away a file of which nothing was taken in.
pub(crate) async fn throw_away(app: &App, actor: &Actor, id: ImportId) -> Answer<()> {
    act(app, actor, move |tx| store::import::discard(tx, id)).await
}

/// Takes an import back.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ImportId>, _form: Form) -> Answer {
    let actor = visit.actor();
    let import = found(&app, &actor, id).await?;
    let here = visit.href(&paths::import(id));
    if import.stage != Stage::Stored {
        return Ok(see(&here));
    }
    match undo(&app, &actor, id).await? {
        Ok(()) => Ok(see(&paths::saying(&here, "import-undone"))),
        Err(built_on) => {
            let import = found(&app, &actor, id).await?;
            let mistakes = Mistakes::one("undo", built_on_words(visit.w(), &built_on));
            look::result(&app, &visit, &import, &mistakes).await
        }
    }
}

/// Takes back what came in with an import, while nothing was built on it.
///
/// # Errors
/// Inside the answer: some of the families on which something was built, by their references.
pub(crate) async fn undo(app: &App, actor: &Actor, id: ImportId) -> Answer<Result<(), Vec<String>>> {
    loop {
        let some = act(app, actor, move |tx| {
            let built_on = store::import::built_on(tx, id, NAMED)?;
            if built_on.is_empty() {
                return Ok(Ok(store::import::undo_some(tx, id, BATCH)?));
            }
            Ok(Err(built_on))
        });
        match some.await? {
            Ok(0) => return Ok(Ok(())),
            Ok(_) => {}
            Err(built_on) => return Ok(Err(built_on)),
        }
    }
}

/// That something was built on these families, in words.
pub(crate) fn built_on_words(w: Words, built_on: &[String]) -> String {
    let named: Vec<&str> = built_on.iter().map(String::as_str).collect();
    w.import_undo_built_on(&w.list(&named))
}
