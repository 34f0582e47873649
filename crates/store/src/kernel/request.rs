//! What one request holds of the embedded engine while it is answered: the reader whose snapshot its page is read
//! from, its place in the next commit, and the entries of what it opened, which must be stored before it is answered.

use super::reader::{Reader, Readers};
use super::unit::await_told;
use crate::error::{Error, Result};
use domain::id::SignInId;
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::oneshot;
use uuid::Uuid;

tokio::task_local! {
    static REQUEST: Request;
}

/// What a request holds.
struct Request {
    /// Whether all it reads is of one moment.
    one_snapshot: bool,
    reader: RefCell<Option<Reader>>,
    /// Until it has stored what it stores.
    place: RefCell<Option<Place>>,
    /// The entries of what it has opened that are on their way to the disk.
    noting: RefCell<Vec<Noting>>,
    /// What it has opened whose entry is stored.
    opened: RefCell<Vec<Opening>>,
    /// An entry did not get there: whatever the page makes of that, its answer must not leave.
    is_unnoted: Cell<bool>,
}

/// Who opened what, and how.
pub(crate) type Opening = (SignInId, &'static str, Uuid);

/// The entry of an opening on its way to the disk.
pub(crate) struct Noting {
    /// What was opened; nothing for a list.
    pub opening: Option<Opening>,
    /// Told once the entry is durable, or why it is not.
    pub told: oneshot::Receiver<Result<()>>,
}

/// How many requests are being answered that may still bring something to store.
#[derive(Clone, Default)]
pub(crate) struct Crowd(Arc<AtomicUsize>);

/// One of the crowd, until it is dropped.
struct Place(Readers);

impl Crowd {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.load(Ordering::Acquire)
    }
}

impl Place {
    fn among(readers: &Readers) -> Self {
        readers.crowd().0.fetch_add(1, Ordering::AcqRel);
        Self(readers.clone())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.0.crowd().0.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.0.rest();
        }
    }
}

/// Answers a request as one of a crowd. With `one_snapshot`, what it reads until it stores something is of one moment;
/// it then holds a reader, so it must not wait for the person's own words.
///
/// Gives its answer with what it opened, or why that could not be noted; the answer must not leave then.
pub(crate) async fn answer<F: Future>(
    readers: Option<&Readers>,
    one_snapshot: bool,
    request: F,
) -> (F::Output, Result<Vec<Opening>>) {
    let held = Request {
        one_snapshot,
        reader: RefCell::new(None),
        place: RefCell::new(readers.map(Place::among)),
        noting: RefCell::default(),
        opened: RefCell::default(),
        is_unnoted: Cell::new(false),
    };
    let answered = async {
        let answer = request.await;
        let noted = noted().await;
        (answer, noted.map(|()| REQUEST.with(|request| request.opened.take())))
    };
    REQUEST.scope(held, answered).await
}

/// Leaves the entry of an opening to the end of this request. Outside a request there is nobody to leave it to.
pub(crate) fn note_later(noting: Noting) -> std::result::Result<(), Noting> {
    let mut own = Some(noting);
    let _ = REQUEST.try_with(|request| request.noting.borrow_mut().extend(own.take()));
    own.map_or(Ok(()), Err)
}

/// Waits until what this request has opened so far is noted. Once it could not be, it never is, whatever else is.
pub(super) async fn noted() -> Result<()> {
    let noting = REQUEST.try_with(|request| request.noting.take()).unwrap_or_default();
    if !noting.is_empty() {
        // Nobody else waits for this reader while the entries are on their way to the disk.
        end_snapshot();
        // A request that is given up while it waits does not know, so it must not say that they got there.
        let before = REQUEST.with(|request| request.is_unnoted.replace(true));
        for one in noting {
            await_told(one.told).await?;
            REQUEST.with(|request| request.opened.borrow_mut().extend(one.opening));
        }
        REQUEST.with(|request| request.is_unnoted.set(before));
        has_stored();
    }
    if REQUEST.try_with(|request| request.is_unnoted.get()) == Ok(true) {
        return Err(Error::Unavailable("what was opened could not be noted".into()));
    }
    Ok(())
}

/// The reader this request has kept, if it has.
pub(super) fn kept_reader() -> Option<Reader> {
    REQUEST
        .try_with(|request| request.reader.borrow_mut().take())
        .ok()
        .flatten()
}

/// Keeps a reader for the next read of this request; where it keeps none, the reader goes back to the pool.
pub(super) fn keep_reader(reader: Reader) {
    let mut own = Some(reader);
    // Outside a request there is nobody to keep it for.
    let _ = REQUEST.try_with(|request| {
        if request.one_snapshot {
            request.reader.replace(own.take());
        }
    });
}

/// Ends the snapshot of this request, if it has one: what is read next is of a later moment.
pub(crate) fn end_snapshot() {
    drop(kept_reader());
}

/// Says that this request has stored what it had to: no commit waits for it any more.
pub(crate) fn has_stored() {
    drop(REQUEST.try_with(|request| request.place.borrow_mut().take()));
}
