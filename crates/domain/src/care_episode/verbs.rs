//! Writing down a time in care. A verb decides and changes nothing: it answers with what is stored, or with the reason why not.

use super::{Episode, EpisodeKind, Source};
use crate::id::PersonId;
use jiff::civil::Date;

/// A time in care as a form gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewEpisode {
    /// The child.
    pub child: PersonId,
    /// Which kind.
    pub kind: EpisodeKind,
    /// The first day.
    pub from: Date,
    /// The last day, where it is over.
    pub to: Option<Date>,
    /// Who says so.
    pub source: Source,
}

/// Why a time in care is not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// They are no child of this family.
    #[error("no child of this family")]
    NotAChild,
    /// It is to come.
    #[error("{on} is to come")]
    ToCome {
        /// The day.
        on: Date,
    },
    /// It ends before it begins.
    #[error("it ends before {from}")]
    EndsBeforeItBegins {
        /// The first day.
        from: Date,
    },
    /// The child was not born.
    #[error("before the child was born")]
    BeforeBirth,
    /// A time of this kind that is there already has days of it.
    #[error("written down already, from {from}")]
    Already {
        /// The first day of the one that is there.
        from: Date,
    },
}

/// What is known of the family, and today.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    /// Its children, and the first day each can have lived, where it is known.
    pub children: &'a [(PersonId, Option<Date>)],
    /// What is written down already, but what this one takes the place of.
    pub known: &'a [Episode],
    /// Today.
    pub today: Date,
}

/// Decides whether a time in care is written down. Different kinds may meet: police protection is followed by an order on the
/// same day.
///
/// # Errors
/// Somebody of another family, days that cannot be, or days that are there already under the same kind.
pub fn record(new: NewEpisode, bounds: Bounds<'_>) -> Result<Episode, Refusal> {
    let child = bounds.children.iter().find(|(child, _)| *child == new.child);
    let (_, born) = child.ok_or(Refusal::NotAChild)?;
    let late = [Some(new.from), new.to]
        .into_iter()
        .flatten()
        .find(|day| bounds.today < *day);
    if let Some(on) = late {
        return Err(Refusal::ToCome { on });
    }
    if new.to.is_some_and(|to| to < new.from) {
        return Err(Refusal::EndsBeforeItBegins { from: new.from });
    }
    if born.is_some_and(|born| new.from < born) {
        return Err(Refusal::BeforeBirth);
    }
    let of_kind = |one: &&Episode| one.child == new.child && one.kind == new.kind;
    let met = bounds
        .known
        .iter()
        .filter(of_kind)
        .find(|one| one.meets(new.from, new.to));
    if let Some(met) = met {
        return Err(Refusal::Already { from: met.from });
    }
    Ok(Episode {
        child: new.child,
        kind: new.kind,
        from: new.from,
        to: new.to,
        source: new.source,
    })
}
