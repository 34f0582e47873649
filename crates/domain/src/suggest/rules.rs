//! The rules themselves, one function each.

use super::{Facts, Fired, Towards};
use crate::contact::Week;
use crate::goal::Marked;
use crate::session::Stage;
use jiff::ToSpan;
use jiff::civil::Date;

/// Several urgent sessions within some days, the last of them within as many days of today.
pub(super) fn urgent(facts: &Facts<'_>) -> Option<Fired> {
    let days = i64::from(facts.numbers.urgent_days);
    let from = facts.today.saturating_sub((days - 1).days());
    let recent = facts.urgent.iter().filter(|day| from <= **day && **day <= facts.today);
    let recent: Vec<Date> = recent.copied().collect();
    if recent.len() < usize::from(facts.numbers.urgent) {
        return None;
    }
    let counted = number(recent.len());
    let last = recent.iter().max()?;
    Some(Fired {
        towards: Towards::More,
        counted,
        happened: 0,
        expected: 0,
        since: *recent.iter().min()?,
        // A further one is another fact; that an older one grows too old is none.
        about: (*last, 0),
    })
}

/// For some counted weeks running, well below what the level means, beyond what is excused or a review stood in for.
pub(super) fn below(facts: &Facts<'_>) -> Option<Fired> {
    let run = run_of(facts, |week| 0 < week.missed)?;
    let (met, expected) = (sum(&run, |week| week.met), sum(&run, |week| week.met + week.missed));
    let is_well_below = met * 100 <= expected * facts.numbers.below_percent;
    is_well_below.then(|| over_weeks(Towards::Look, &run, (met, expected)))
}

/// For some counted weeks running, well above what the level means.
pub(super) fn above(facts: &Facts<'_>) -> Option<Fired> {
    let run = run_of(facts, |week| 0 < week.extra)?;
    let (done, due) = (sum(&run, |week| week.met + week.extra), sum(&run, |week| week.due));
    let is_well_above = due * facts.numbers.above_percent <= done * 100;
    is_well_above.then(|| over_weeks(Towards::More, &run, (done, due)))
}

/// The latest counted weeks running of which something holds, where they are enough. Weeks without anything due neither
/// belong to it nor end it, and the one that is not over is not looked at.
fn run_of<'a>(facts: &Facts<'a>, holds: impl Fn(&Week) -> bool) -> Option<Vec<&'a Week>> {
    let is_over = |week: &&&Week| week.monday.saturating_add(6.days()) < facts.today;
    let level = facts.record.steps.level_on(facts.today);
    let counted = facts.weeks.iter().collect::<Vec<_>>();
    let counted = counted.iter().rev().filter(is_over);
    let counted = counted
        .take_while(|week| week.level == level)
        .filter(|week| 0 < week.due);
    let run: Vec<&Week> = counted.take_while(|week| holds(week)).copied().collect();
    (usize::from(facts.numbers.weeks) <= run.len()).then_some(run)
}

fn over_weeks(towards: Towards, run: &[&Week], (happened, expected): (u16, u16)) -> Fired {
    let since = run.iter().map(|week| week.monday).min().unwrap_or(Date::MIN);
    Fired {
        towards,
        counted: number(run.len()),
        happened,
        expected,
        since,
        // It stays the same run while it grows.
        about: (since, 0),
    }
}

/// Some sessions running that were to be and did not take place, whoever's reason it was.
pub(super) fn missed(facts: &Facts<'_>) -> Option<Fired> {
    let mut past: Vec<_> = facts
        .record
        .sessions
        .iter()
        .filter(|one| one.on <= facts.today)
        .collect();
    past.sort_by_key(|session| (session.on, session.stage == Stage::Done));
    let latest = past.iter().rev().filter(|session| session.stage != Stage::Planned);
    let run: Vec<Date> = latest
        .take_while(|session| session.stage != Stage::Done)
        .map(|session| session.on)
        .collect();
    if run.len() < usize::from(facts.numbers.missed) {
        return None;
    }
    let since = *run.iter().min()?;
    Some(Fired {
        towards: Towards::Look,
        counted: number(run.len()),
        happened: 0,
        expected: 0,
        since,
        // One more is another fact.
        about: (since, number(run.len())),
    })
}

/// For how many days a mark says how things are now.
///
/// Assumption: 42, six weeks: goals are marked at reviews and now and then between them.
const MARK_DAYS: i32 = 42;

/// Goals whose latest mark is well below the one before, looked at lately.
pub(super) fn goals(facts: &Facts<'_>) -> Option<Fired> {
    let fell = |marks: &&Vec<Marked>| {
        let now = marks.last()?;
        let before = marks.iter().rev().find(|mark| mark.on < now.on)?;
        let age = (facts.today - now.on).get_days();
        let by = before.mark.number().saturating_sub(now.mark.number());
        ((0..=MARK_DAYS).contains(&age) && facts.numbers.fallen <= by).then_some(now.on)
    };
    let days: Vec<Date> = facts.goals.iter().filter_map(|marks| fell(&marks)).collect();
    let (first, last) = (*days.iter().min()?, *days.iter().max()?);
    Some(Fired {
        towards: Towards::Look,
        counted: number(days.len()),
        happened: 0,
        expected: 0,
        since: first,
        // One more that falls is another fact; that an older mark grows too old is none.
        about: (last, number(days.iter().filter(|day| **day == last).count())),
    })
}

/// The level was only for a while, and that while is over.
pub(super) fn level_ended(facts: &Facts<'_>) -> Option<Fired> {
    let end = facts.record.steps.on(facts.today)?.expected_end?;
    let days = (facts.today - end).get_days();
    (0 <= days).then(|| Fired {
        towards: Towards::Less,
        counted: u16::try_from(days).unwrap_or(u16::MAX),
        happened: 0,
        expected: 0,
        since: end,
        about: (end, 0),
    })
}

fn sum(run: &[&Week], of: impl Fn(&Week) -> u16) -> u16 {
    run.iter().map(|week| of(week)).sum()
}

fn number(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
