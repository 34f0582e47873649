//! By when a family's next review is to be held.

use crate::level::{Ladders, REVIEW_DAYS_MAX};
use crate::step::Steps;
use jiff::ToSpan;
use jiff::civil::Date;

/// The last day for the next review: so many days, as the level of that day has them, from the last one held, or from the
/// first day of support; a step since then may bring it forward, never put it off. None before support began.
///
/// Source: details.md 6: on a step the next review is the earlier of the old date and the step and the new interval.
pub fn next_review(steps: &Steps, ladders: &Ladders, last_held: Option<Date>) -> Option<Date> {
    let begun = steps.all().first()?.on;
    let from = last_held.map_or(begun, |held| held.max(begun));
    // A level the ladder has no more is reviewed as seldom as any.
    let days = |on: Date| {
        let level = steps.level_on(on);
        let rung = level.and_then(|level| ladders.on(on).rung(level));
        i64::from(rung.map_or(REVIEW_DAYS_MAX, |rung| rung.review_days))
    };
    let by = |on: Date| on.saturating_add(days(on).days());
    let since = steps.all().iter().filter(|step| from < step.on);
    since.map(|step| by(step.on)).chain([by(from)]).min()
}
