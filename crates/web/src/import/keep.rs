//! Keeping a file as it arrives, sealed and a piece at a time; and reading its columns once it is there.

use super::file::{self, FILE_BYTES_MAX, FileProblem};
use super::{act, with_file};
use crate::App;
use crate::error::{Answer, PageError};
use axum::body::{Body, Bytes};
use axum::extract::multipart::Field as Part;
use domain::access::Actor;
use domain::id::{ImportId, SiteId};
use domain::import::Mapping;
use http_body_util::BodyExt;
use std::future::Future;
use store::import::PIECE_BYTES;

/// A file on its way.
pub(crate) trait Arriving: Send {
    /// More of it; nothing after its end.
    fn more(&mut self) -> impl Future<Output = Answer<Option<Bytes>>> + Send;
}

impl Arriving for Part<'_> {
    async fn more(&mut self) -> Answer<Option<Bytes>> {
        self.chunk().await.map_err(|_| PageError::NotAForm)
    }
}

impl Arriving for Body {
    async fn more(&mut self) -> Answer<Option<Bytes>> {
        while let Some(frame) = self.frame().await {
            let frame = frame.map_err(|_| PageError::NotAForm)?;
            // What is no data is a trailer, which says nothing of the file.
            if let Ok(bytes) = frame.into_data() {
                return Ok(Some(bytes));
            }
        }
        Ok(None)
    }
}

/// Keeps a file and reads its columns as the area's last file was read, or as the headings say. What cannot be read as a
/// table is thrown away.
///
/// # Errors
/// Inside the answer: why it cannot be read.
pub(crate) async fn keep(
    app: &App,
    actor: &Actor,
    site: SiteId,
    mut file: impl Arriving,
) -> Answer<Result<ImportId, FileProblem>> {
    let begun = act(app, actor, move |tx| match tx.scope().reach(site) {
        Some(_) => store::import::begin(tx, site),
        None => Err(store::Error::NotFound),
    });
    let id = begun.await?;
    let read = match arrived(app, actor, id, &mut file).await? {
        Ok(()) => columns(app, actor, id).await?,
        Err(problem) => Err(problem),
    };
    match read {
        Ok(()) => Ok(Ok(id)),
        Err(problem) => {
            act(app, actor, move |tx| store::import::discard(tx, id)).await?;
            Ok(Err(problem))
        }
    }
}

/// Keeps the file piece by piece.
async fn arrived(app: &App, actor: &Actor, id: ImportId, file: &mut impl Arriving) -> Answer<Result<(), FileProblem>> {
    let (mut held, mut seq, mut all) = (Vec::with_capacity(PIECE_BYTES), 0, 0_u64);
    loop {
        let more = file.more().await?;
        let is_end = more.is_none();
        let more = more.unwrap_or_default();
        all += more.len() as u64;
        if FILE_BYTES_MAX < all {
            return Ok(Err(FileProblem::TooLarge { max: FILE_BYTES_MAX }));
        }
        held.extend_from_slice(&more);
        while PIECE_BYTES <= held.len() || (is_end && !held.is_empty()) {
            let rest = held.split_off(held.len().min(PIECE_BYTES));
            let piece = std::mem::replace(&mut held, rest);
            act(app, actor, move |tx| {
                let import = store::import::find(tx, id)?;
                store::import::add_piece(tx, &import, seq, &piece)
            })
            .await?;
            seq += 1;
        }
        if is_end {
            return Ok(Ok(()));
        }
    }
}

/// Reads the columns as the area's last file was read, or as the headings say.
async fn columns(app: &App, actor: &Actor, id: ImportId) -> Answer<Result<(), FileProblem>> {
    let guessed = with_file(app, actor, id, |pieces, import| {
        let headings = file::headings(pieces)?;
        let memory = store::import::recall(pieces.tx, import.site).map_err(std::io::Error::other)?;
        if file::first_rows(pieces, 1)?.is_empty() {
            return Err(FileProblem::Empty);
        }
        Ok(Mapping::recall(&headings, &memory))
    });
    let mapping = match guessed.await? {
        Ok(mapping) => mapping,
        Err(problem) => return Ok(Err(problem)),
    };
    act(app, actor, move |tx| {
        store::import::set_columns(tx, id, &mapping.keys())
    })
    .await?;
    Ok(Ok(()))
}
