//! When something that could not be sent is tried again, and when nobody tries any more.

use std::time::Duration;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

/// How long to wait after the first failure, the second and so on; after the last of these, always as long as that.
///
/// Assumption: these. A gateway that is restarted is back within minutes, one that is broken within a day; were they
/// shorter, a gateway in trouble would be asked more, were they longer, people would hear late.
pub const WAITS: [Duration; 6] = [
    Duration::from_secs(MINUTE),
    Duration::from_secs(5 * MINUTE),
    Duration::from_secs(30 * MINUTE),
    Duration::from_secs(2 * HOUR),
    Duration::from_secs(6 * HOUR),
    Duration::from_secs(24 * HOUR),
];

/// How long after the first try nobody tries any more and a person is told.
///
/// Assumption: 3 days, over a weekend; later the message would be of no use and the failure unknown for too long.
pub const GIVEN_UP_AFTER: Duration = Duration::from_secs(72 * HOUR);

/// The part of each wait that chance may add: one in this many.
///
/// Assumption: a tenth, enough that a hundred messages held up together do not come back in one second.
pub const JITTER_PART: u32 = 10;

/// Why something was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Failure {
    /// It may work later: nobody answered, or the answer said so.
    Passing,
    /// It never will: there is no such address or number.
    Lasting,
}

/// What follows a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Another try after this long.
    After(Duration),
    /// None; a person is told.
    GiveUp,
}

/// What follows when something failed for the `failures`th time, the first try having been `since_first` ago.
///
/// `jitter` is chance, made by the caller: 0 adds nothing, 65,535 adds the whole [`JITTER_PART`] of the wait.
pub fn next_try(failures: u32, since_first: Duration, failure: Failure, jitter: u16) -> Next {
    if failure == Failure::Lasting {
        return Next::GiveUp;
    }
    let at = usize::try_from(failures.saturating_sub(1)).unwrap_or(usize::MAX);
    let wait = WAITS[at.min(WAITS.len() - 1)];
    let wait = wait + wait / JITTER_PART * u32::from(jitter) / u32::from(u16::MAX);
    if GIVEN_UP_AFTER < since_first.saturating_add(wait) {
        Next::GiveUp
    } else {
        Next::After(wait)
    }
}
