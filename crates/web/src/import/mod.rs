//! Referrals from a file: brought, looked at, taken in, taken back.
//!
//! ```text
//! /import ─bring▶ /import/{id}: look ─take▶ progress ─▶ result ─undo▶
//! ```

mod bring;
mod columns;
pub mod file;
mod keep;
mod look;
mod pieces;
mod rows;
pub mod said;
mod take;
mod undo;

pub(crate) use columns::set as set_columns;
pub(crate) use keep::keep;
pub(crate) use pieces::Pieces;
pub(crate) use rows::rows_out;
pub(crate) use take::{is_stuck, start};
pub(crate) use undo::{built_on_words, can_go, throw_away, undo};

use crate::App;
use crate::error::{Answer, PageError};
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, Actor, Object, ObjectKind as On};
use domain::id::ImportId;
use domain::import::{Mapping, Problem, Reading};
use file::FileProblem;
use jiff::civil::Date;
use store::Tx;
use store::import::Import;
use tokio::sync::Semaphore;

/// Files are read one at a time: each takes the memory of all its rows.
static READING: Semaphore = Semaphore::const_new(1);

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (act, on) = (Action::ImportReferrals, On::Lists);
    let (get, post) = (|| Method::GET, || Method::POST);
    vec![
        route(get(), "/import", act, on, bring::page),
        route(post(), "/import", act, on, bring::send),
        route(get(), "/import/{id}", act, on, look::page),
        route(get(), "/import/{id}/rows.csv", act, on, rows::file),
        // Where a form came back from with something to put right, the other language finds the same page.
        route(get(), "/import/{id}/columns", act, on, look::page),
        route(get(), "/import/{id}/undo", act, on, look::page),
        route(post(), "/import/{id}/columns", act, on, columns::send),
        route(post(), "/import/{id}/take", act, on, take::send),
        route(post(), "/import/{id}/discard", act, on, undo::discard),
        route(post(), "/import/{id}/undo", act, on, undo::send),
    ]
}

/// A unit of work of whoever brings a file.
async fn act<T: Send + 'static>(
    app: &App,
    actor: &Actor,
    unit: impl Fn(&Tx) -> Result<T, store::Error> + Send + Sync + 'static,
) -> Answer<T> {
    let done = app.store().act(actor, Action::ImportReferrals, Object::Lists, unit);
    Ok(done.await?)
}

/// One of the reader's own imports.
pub(crate) async fn found(app: &App, actor: &Actor, id: ImportId) -> Answer<Import> {
    let permit = app
        .store()
        .permit(actor, Action::ImportReferrals, Object::Lists)
        .await?;
    Ok(app.store().read(permit, move |tx| store::import::find(tx, id)).await?)
}

/// Something worked out from the file of an import; another file is read first where one is on the way.
pub(crate) async fn with_file<T: Send + 'static>(
    app: &App,
    actor: &Actor,
    id: ImportId,
    work: impl Fn(&Pieces, &Import) -> Result<T, FileProblem> + Send + Sync + 'static,
) -> Answer<Result<T, FileProblem>> {
    let permit = app
        .store()
        .permit(actor, Action::ImportReferrals, Object::Lists)
        .await?;
    let _turn = READING.acquire().await.map_err(|closed| PageError::fault(&closed))?;
    let read = app.store().read_long(permit, move |tx| {
        let import = store::import::find(tx, id)?;
        Ok::<_, store::Error>(work(&Pieces { tx, id }, &import))
    });
    Ok(read.await?)
}

/// Reads a whole file as its columns are said to be.
pub(crate) fn read(pieces: &Pieces, import: &Import, today: Date) -> Result<Reading, FileProblem> {
    let columns = Mapping::from_keys(&import.columns)?;
    file::reading(pieces, import.site, columns, today)
}

/// What keeps families out comes first, then what is only pointed out, each in the order of the file.
pub(crate) fn in_order(reading: &Reading) -> impl Iterator<Item = &Problem> {
    let of = |blocks| {
        reading
            .problems
            .iter()
            .filter(move |problem| problem.blocks() == blocks)
    };
    of(true).chain(of(false))
}
