//! New ids and references: the one place where randomness meets the domain.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::reference::{Kind, Reference};
use jiff::Timestamp;
use uuid::{ClockSequence, Uuid};

/// The id made later is the greater one, also within a millisecond: what happened twice on one day is told apart by it. It
/// counts on from a random number, below the sign of the 42 bits that it has; 32 random bits follow it.
static MADE: LazyLock<AtomicU64> = LazyLock::new(|| AtomicU64::new(u64::from_be_bytes(seal::random()) >> 23));

struct InOrder;

impl ClockSequence for InOrder {
    type Output = u64;

    fn generate_sequence(&self, _seconds: u64, _nanos: u32) -> u64 {
        MADE.fetch_add(1, Ordering::Relaxed) & (u64::MAX >> (64 - self.usable_bits()))
    }

    fn usable_bits(&self) -> usize {
        42
    }
}

/// A new id, `UUIDv7`, for a row made at `at`.
pub fn fresh(at: Timestamp) -> Uuid {
    let seconds = at.as_second().cast_unsigned();
    let nanos = at.subsec_nanosecond().unsigned_abs();
    Uuid::new_v7(uuid::Timestamp::from_unix(InOrder, seconds, nanos))
}

/// A new reference that people can say aloud.
pub fn reference(kind: Kind) -> Reference {
    Reference::new(kind, u64::from_be_bytes(seal::random()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_instant_stand_in_the_order_they_were_made() {
        let at = Timestamp::UNIX_EPOCH;
        let made: Vec<Uuid> = (0..1000).map(|_| fresh(at)).collect();
        assert!(made.is_sorted_by(|one, next| one < next), "{made:?}");
        assert!(made.iter().all(|id| id.get_version_num() == 7));
    }
}
