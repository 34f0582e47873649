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
use domain::id::ImportId;
use store::import::Stage;

/// How many families are taken back in one unit of work.
const BATCH: i64 = 50;

/// How many families are named when something was built on them.
const NAMED: i64 = 10;

/// Throws a file away.
pub async fn discard(State(app): State<App>, visit: Visit, At(id): At<ImportId>, _form: Form) -> Answer {
    let import = found(&app, &visit, id).await?;
    if !matches!(import.stage, Stage::Loading | Stage::Ready) {
        return Ok(see(&visit.href(&paths::import(id))));
    }
    act(&app, &visit, move |tx| store::import::discard(tx, id)).await?;
    Ok(see(&paths::saying(&visit.href(paths::IMPORT), "import-discarded")))
}

/// Takes an import back.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ImportId>, _form: Form) -> Answer {
    let import = found(&app, &visit, id).await?;
    let here = visit.href(&paths::import(id));
    if import.stage != Stage::Stored {
        return Ok(see(&here));
    }
    loop {
        let some = act(&app, &visit, move |tx| {
            let built_on = store::import::built_on(tx, id, NAMED)?;
            if built_on.is_empty() {
                return Ok(Ok(store::import::undo_some(tx, id, BATCH)?));
            }
            Ok(Err(built_on))
        });
        match some.await? {
            Ok(0) => return Ok(see(&paths::saying(&here, "import-undone"))),
            Ok(_) => {}
            Err(built_on) => {
                let w = visit.w();
                let named: Vec<&str> = built_on.iter().map(String::as_str).collect();
                let said = w.import_undo_built_on(&w.list(&named));
                let import = found(&app, &visit, id).await?;
                return look::result(&app, &visit, &import, &Mistakes::one("undo", said)).await;
            }
        }
    }
}
