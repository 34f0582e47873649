//! One week of a family, and several.

use super::days::{monday_of, of_week, sunday_of};
use super::{COUNTED_DAYS_MIN, Record};
use crate::level::{Level, Rung};
use crate::session::{Stage, WhyNot};
use jiff::ToSpan;
use jiff::civil::Date;

/// What a week was meant to hold and what it held. Unit of the counts: sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// The level it is counted at; none where it is not counted.
    pub level: Option<Level>,
    /// How many sessions fell due.
    pub due: u16,
    /// How many took place in the week, due or not.
    pub done: u16,
    /// How many of those due took place, in this week or an earlier one of the same dose.
    pub met: u16,
    /// How many took place beyond those due, in this week or an earlier one of the same dose.
    pub extra: u16,
    /// For how many a review or a support meeting stood in.
    pub waived: u16,
    /// How many did not take place for a reason nobody is counted against.
    pub excused: u16,
    /// How many did not take place, for another reason or for none that was written down.
    pub missed: u16,
    /// How many are still to come, while the week is not over.
    pub open: u16,
    /// Why sessions of the week did not take place, as far as it was written down.
    pub why: Vec<WhyNot>,
}

/// Contact over some weeks. Unit: sessions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// What was to be expected: due, less what a review stood in for, what was excused and what is still to come.
    pub expected: u16,
    /// How much of it took place.
    pub met: u16,
    /// How many sessions took place in all.
    pub done: u16,
}

/// What was to be expected over some weeks, and what came of it.
pub fn figure(weeks: &[Week]) -> Figure {
    weeks.iter().fold(Figure::default(), |sum, week| Figure {
        expected: sum.expected + week.met + week.missed,
        met: sum.met + week.met,
        done: sum.done + week.done,
    })
}

/// What a carer has in hand of the weeks of one dose.
#[derive(Clone, Copy, Default)]
struct Bank {
    done: u16,
    held: u16,
    excuses: u16,
}

impl Bank {
    /// Takes what is needed as far as there is some.
    fn take(from: &mut u16, needed: u16) -> u16 {
        let taken = needed.min(*from);
        *from -= taken;
        taken
    }
}

/// So many weeks up to that of a day, the earliest first.
pub fn weeks(record: &Record, today: Date, many: u8) -> Vec<Week> {
    let last = monday_of(today);
    let back = |weeks: u8| last.saturating_sub(i64::from(weeks).weeks());
    (0..many).rev().map(|weeks| week(record, back(weeks), today)).collect()
}

/// The week that begins on a Monday, as it stands at the end of `today`.
pub fn week(record: &Record, monday: Date, today: Date) -> Week {
    let Some(rung) = counted_at(record, monday) else {
        return uncounted(record, monday);
    };
    let place = place_in_dose(record, monday, rung);
    let first = monday.saturating_sub(i64::from(place).weeks());
    let mut bank = Bank::default();
    let earlier = (0..place).map(|n| (n, first.saturating_add(i64::from(n).weeks())));
    for (n, earlier) in earlier {
        one(record, earlier, (rung, n), &mut bank, today);
    }
    one(record, monday, (rung, place), &mut bank, today)
}

/// A week's share of a dose, with what is left over from the weeks before it.
fn one(record: &Record, monday: Date, (rung, place): (Rung, u8), bank: &mut Bank, today: Date) -> Week {
    let mut week = uncounted(record, monday);
    let is_last = place + 1 == rung.weeks;
    week.level = Some(rung.level);
    week.due = if is_last { u16::from(rung.sessions) } else { 0 };
    let within = |day: &Date| *day >= monday && *day <= sunday_of(monday);
    let excuses = week.why.iter().filter(|why| why.is_excused());
    bank.done += week.done;
    bank.held += count(record.held.iter().filter(|day| within(day)));
    bank.excuses += count(excuses);
    let mut left = week.due;
    week.met = Bank::take(&mut bank.done, left);
    left -= week.met;
    week.extra = if is_last { bank.done } else { 0 };
    week.waived = Bank::take(&mut bank.held, left);
    left -= week.waived;
    let let_off = of_week(monday).filter(|day| record.is_let_off(*day)).count();
    week.excused = if COUNTED_DAYS_MIN <= let_off {
        left
    } else {
        Bank::take(&mut bank.excuses, left)
    };
    left -= week.excused;
    if sunday_of(monday) < today {
        week.missed = left;
    } else {
        week.open = left;
    }
    week
}

/// A week with what took place in it and nothing due.
fn uncounted(record: &Record, monday: Date) -> Week {
    let sunday = sunday_of(monday);
    let mut within: Vec<_> = record
        .sessions
        .iter()
        .filter(|session| monday <= session.on && session.on <= sunday)
        .collect();
    within.sort_by_key(|session| (session.on, session.stage.why()));
    Week {
        monday,
        level: None,
        due: 0,
        done: count(within.iter().filter(|session| session.stage == Stage::Done)),
        met: 0,
        extra: 0,
        waived: 0,
        excused: 0,
        missed: 0,
        open: 0,
        why: within.iter().filter_map(|session| session.stage.why()).collect(),
    }
}

/// What the level of a week means; none where no level holds for four days with a carer, or the ladder has it no more.
fn counted_at(record: &Record, monday: Date) -> Option<Rung> {
    let with_carer = |day: &Date| record.with_carer.iter().any(|days| days.covers(*day));
    let levels = of_week(monday).filter(with_carer);
    let levels: Vec<Level> = levels.filter_map(|day| record.steps.level_on(day)).collect();
    let holds = |level: &&Level| COUNTED_DAYS_MIN <= levels.iter().filter(|other| other == level).count();
    let level = levels.iter().find(holds)?;
    record.ladders.on(monday).rung(*level).copied()
}

/// The place of a week in the weeks its dose is for, from 0: they are counted from the first week at that dose.
fn place_in_dose(record: &Record, monday: Date, rung: Rung) -> u8 {
    if rung.weeks < 2 {
        return 0;
    }
    let same = |week: &Date| {
        counted_at(record, *week)
            .is_some_and(|other| (other.level, other.sessions, other.weeks) == (rung.level, rung.sessions, rung.weeks))
    };
    let before = (1..).map(|weeks: i64| monday.saturating_sub(weeks.weeks()));
    let before = before.take_while(same).count();
    u8::try_from(before % usize::from(rung.weeks)).unwrap_or(0)
}

fn count<T>(these: impl Iterator<Item = T>) -> u16 {
    u16::try_from(these.count()).unwrap_or(u16::MAX)
}
