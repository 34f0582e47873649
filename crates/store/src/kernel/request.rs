//! What one request holds of the embedded engine while it is answered: the reader whose snapshot its page is read
//! from, and its place in the next commit.

use super::reader::{Reader, Readers};
use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

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
pub(crate) async fn answer<F: Future>(readers: Option<&Readers>, one_snapshot: bool, request: F) -> F::Output {
    let held = Request {
        one_snapshot,
        reader: RefCell::new(None),
        place: RefCell::new(readers.map(Place::among)),
    };
    REQUEST.scope(held, request).await
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
