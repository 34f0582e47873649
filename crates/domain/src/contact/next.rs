//! By when a family should be seen next.

use super::Record;
use super::days::{monday_of, sunday_of};
use super::week::week;
use crate::level::Ladders;
use crate::session::Stage;
use crate::step::Steps;
use jiff::ToSpan;
use jiff::civil::Date;

/// How many weeks ahead are looked at: a household may be away for a year, and a dose is for four weeks.
const WEEKS_AHEAD_MAX: i64 = 60;

/// The last day of the first week in which contact is still due, from the week of the last contact on.
///
/// It follows from what happened and not from today, so that a date kept beside the family stays true as days pass. What was
/// missed before the last contact is over: nobody can go back to it. None where no household supports the family any more.
pub fn next_contact(record: &Record) -> Option<Date> {
    let now = record.with_carer.iter().max_by_key(|days| days.from)?;
    if now.to.is_some() {
        return None;
    }
    let begins = now.from;
    let tried = record.sessions.iter();
    let tried = tried.filter(|session| matches!(session.stage, Stage::Done | Stage::Missed { .. }));
    let last = tried.map(|session| session.on).chain(record.held.iter().copied()).max();
    let first = monday_of(last.map_or(begins, |last| last.max(begins)));
    let mondays = (0..WEEKS_AHEAD_MAX).map(|weeks| first.saturating_add(weeks.weeks()));
    // Of a week that is not over, what is left is open.
    let is_due = |monday: &Date| 0 < week(record, *monday, first).open;
    mondays.into_iter().find(is_due).map(sunday_of)
}

/// How many weeks of sessions [`next_contact`] asks for at most, back from the week of the last contact and with it: those of
/// the longest dose of any level the family was ever at, whichever ladder holds.
pub fn weeks_for_next(steps: &Steps, ladders: &Ladders) -> u8 {
    let levels = || steps.all().iter().map(|step| step.to);
    let rungs = ladders
        .all()
        .flat_map(|ladder| levels().filter_map(|level| ladder.rung(level)));
    rungs.map(|rung| rung.weeks).max().unwrap_or(1)
}
