//! New ids and references: the one place where randomness meets the domain.

use domain::reference::{Kind, Reference};
use jiff::Timestamp;
use uuid::{NoContext, Uuid};

/// A new id, `UUIDv7`, for a row made at `at`.
pub fn fresh(at: Timestamp) -> Uuid {
    let seconds = at.as_second().cast_unsigned();
    let nanos = at.subsec_nanosecond().unsigned_abs();
    Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, seconds, nanos))
}

/// A new reference that people can say aloud.
pub fn reference(kind: Kind) -> Reference {
    Reference::new(kind, u64::from_be_bytes(seal::random()))
}
