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
use domain::id::ImportId;
use domain::import::Mapping;
use store::import::Stage;

/// Keeps the columns and reads the file again.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ImportId>, form: Form) -> Answer {
    let import = found(&app, &visit, id).await?;
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
    let headings = with_file(&app, &visit, id, |pieces, _| super::file::headings(pieces)).await?;
    act(&app, &visit, move |tx| {
        store::import::set_columns(tx, id, &mapping.keys())?;
        if let Ok(headings) = &headings {
            store::import::remember(tx, import.site, &mapping.memory(headings))?;
        }
        Ok(())
    })
    .await?;
    Ok(see(&paths::saying(&here, "import-columns-saved")))
}
