//! Saying what the columns of a file hold, remembered for the next file of the area.

use super::{act, found, look, said, with_file};
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
use domain::import::Mapping;
use store::import::{Import, Stage};

/// Keeps the columns and reads the file again.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ImportId>, form: Form) -> Answer {
    let import = found(&app, &visit.actor(), id).await?;
    let here = visit.href(&paths::import(id));
    if import.stage != Stage::Ready {
        return Ok(see(&here));
    }
    let width = import.columns.len();
    let keys: Vec<String> = (0..width)
        .map(|at| form.get(&format!("column_{at}")).to_owned())
        .collect();
    let mapping = match Mapping::from_keys(&keys) {
        Ok(mapping) => mapping,
        Err(problem) => {
            let said = said::mapping_words(visit.w(), problem);
            return look::with_columns(&app, &visit, &import, &keys, &Mistakes::one("column_0", said)).await;
        }
    };
    set(&app, &visit.actor(), &import, mapping).await?;
    Ok(see(&paths::saying(&here, "import-columns-saved")))
}

/// Keeps how the columns are read, and remembers it for the next file of the area.
pub(crate) async fn set(app: &App, actor: &Actor, import: &Import, mapping: Mapping) -> Answer<()> {
    let (id, site) = (import.id, import.site);
    let headings = with_file(app, actor, id, |pieces, _| super::file::headings(pieces)).await?;
    act(app, actor, move |tx| {
        store::import::set_columns(tx, id, &mapping.keys())?;
        if let Ok(headings) = &headings {
            store::import::remember(tx, site, &mapping.memory(headings))?;
        }
        Ok(())
    })
    .await
}
