//! A site's ladders over time: each holds from a day on, and the one shipped before the first.

use super::Ladder;
use jiff::civil::Date;

/// Which ladder holds on which day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladders {
    shipped: Ladder,
    set: Vec<(Date, Ladder)>,
}

impl Ladders {
    /// What a site has set, in the order it was set: of two that hold from one day the later counts.
    pub fn new(mut set: Vec<(Date, Ladder)>) -> Self {
        // Stable, so that what was set later stays later.
        set.sort_by_key(|(from, _)| *from);
        Self {
            shipped: Ladder::shipped(),
            set,
        }
    }

    /// Those of a site that has set none.
    pub fn shipped() -> Self {
        Self::new(Vec::new())
    }

    /// The ladder that holds on a day.
    pub fn on(&self, day: Date) -> &Ladder {
        let set = self.set.iter().rev().find(|(from, _)| *from <= day);
        set.map_or(&self.shipped, |(_, ladder)| ladder)
    }

    /// Each of them, the one shipped first.
    pub fn all(&self) -> impl Iterator<Item = &Ladder> {
        std::iter::once(&self.shipped).chain(self.set.iter().map(|(_, ladder)| ladder))
    }

    /// Since when the ladder of a day holds; none where it is the one shipped.
    pub fn since(&self, day: Date) -> Option<Date> {
        let set = self.set.iter().rev().find(|(from, _)| *from <= day);
        set.map(|(from, _)| *from)
    }
}
