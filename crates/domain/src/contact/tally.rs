//! Contact over some weeks, each sort by itself: what a review looks at.

use super::{Record, Week, monday_of, week};
use crate::session::WhyNot;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What was planned over some weeks and what came of it. Unit of the counts: sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many fell due.
    pub intended: u32,
    /// How many of those took place.
    pub met: u32,
    /// How many took place in all, due or not.
    pub done: u32,
    /// For how many a review or a support meeting stood in.
    pub waived: u32,
    /// How many did not take place for a reason nobody is counted against.
    pub excused: u32,
    /// How many did not take place otherwise.
    pub missed: u32,
    /// How many are still to come, this week.
    pub open: u32,
    /// Why sessions did not take place, as far as it was written down, each reason once with how often.
    pub why: Vec<(WhyNot, u32)>,
}

/// The weeks from that of one day to that of another, the earliest first; of more than `most` the latest.
pub fn weeks_of(record: &Record, (from, to): (Date, Date), today: Date, most: u8) -> Vec<Week> {
    let (first, last) = (monday_of(from), monday_of(to));
    let back = (0..most).map(|weeks| last.saturating_sub(i64::from(weeks).weeks()));
    let mut mondays: Vec<Date> = back.take_while(|monday| first <= *monday).collect();
    mondays.reverse();
    mondays.into_iter().map(|monday| week(record, monday, today)).collect()
}

/// What was planned over some weeks and what came of it.
pub fn tally(weeks: &[Week]) -> Tally {
    let mut all = Tally::default();
    let mut why: BTreeMap<WhyNot, u32> = BTreeMap::new();
    for week in weeks {
        all.intended += u32::from(week.due);
        all.met += u32::from(week.met);
        all.done += u32::from(week.done);
        all.waived += u32::from(week.waived);
        all.excused += u32::from(week.excused);
        all.missed += u32::from(week.missed);
        all.open += u32::from(week.open);
        for reason in &week.why {
            *why.entry(*reason).or_default() += 1;
        }
    }
    all.why = why.into_iter().collect();
    all
}
