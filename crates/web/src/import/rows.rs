//! The rows of a file that stay out, as a file of their own: put right, it can be brought again.

use super::file::FileProblem;
use super::{file, read, said, with_file};
use crate::App;
use crate::error::{Answer, PageError};
use crate::table::answer;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::Actor;
use domain::id::ImportId;
use reports::CsvFile;
use std::borrow::Cow;
use std::collections::BTreeMap;
use words::Words;

/// The file: the headings as they were, and behind each row what to do.
pub async fn file(State(app): State<App>, visit: Visit, At(id): At<ImportId>) -> Answer {
    let written = rows_out(&app, &visit.actor(), visit.w(), id).await?;
    Ok(answer("rows.csv", written.map_err(|_| PageError::NotFound)?))
}

/// The file itself.
///
/// # Errors
/// Inside the answer: the file cannot be read, or is not kept any more.
pub(crate) async fn rows_out(app: &App, actor: &Actor, w: Words, id: ImportId) -> Answer<Result<Vec<u8>, FileProblem>> {
    let today = store::clock::london_day(app.store().now());
    let written = with_file(app, actor, id, move |pieces, import| {
        let reading = read(pieces, import, today)?;
        let mut out: BTreeMap<u32, Vec<Cow<str>>> =
            reading.rows_out().into_iter().map(|row| (row, Vec::new())).collect();
        for problem in reading.problems.iter().filter(|problem| problem.blocks()) {
            if let Some(said) = out.get_mut(&problem.row) {
                said.push(said::fault_words(w, &problem.fault));
            }
        }
        let mut out_file = CsvFile::begin();
        let mut width = 0;
        file::each_row(pieces, |row| {
            let mut cells: Vec<String> = row.cells.iter().map(|cell| (*cell).to_owned()).collect();
            if row.is_heading {
                width = cells.len();
                cells.push(w.import_column_what().to_owned());
                out_file.row(&cells);
            } else if let Some(said) = out.get(&row.number) {
                cells.resize(width.max(cells.len()), String::new());
                cells.push(said.join(" "));
                out_file.row(&cells);
            }
            Ok(true)
        })?;
        Ok(out_file.end())
    });
    written.await
}
