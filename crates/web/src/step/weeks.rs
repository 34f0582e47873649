//! What a family's level means and what took place, week by week: as bars, as a table, and in one sentence.

use crate::household::level_words;
use crate::page::{Bar, Cell, Table};
use domain::contact::{Record, Week, figure, weeks};
use jiff::ToSpan;
use jiff::civil::Date;
use words::Words;

/// How many weeks are shown: as many as lie between two reviews (details.md 6).
pub(super) const WEEKS: u8 = 13;

/// How wide the bars are drawn together, and how high the highest, in the units of the drawing.
const DRAWN: (i32, i32) = (600, 90);

/// The weeks shown, the earliest first: none from before support began.
pub(super) fn of(record: &Record, today: Date) -> Vec<Week> {
    let begun = record.steps.all().first().map(|step| step.on);
    let is_since = |week: &Week| begun.is_some_and(|begun| begun <= week.monday.saturating_add(6.days()));
    weeks(record, today, WEEKS).into_iter().filter(is_since).collect()
}

/// What was to be expected in all, and what of it took place.
pub(super) fn sum(w: Words, weeks: &[Week]) -> String {
    let figure = figure(weeks);
    w.contact_sum(u64::from(figure.expected), u64::from(figure.met))
}

/// The first day drawn and the last.
pub(super) fn ends(w: Words, weeks: &[Week]) -> (String, String) {
    let day = |week: Option<&Week>| week.map(|week| w.day_short(week.monday)).unwrap_or_default();
    (day(weeks.first()), day(weeks.last()))
}

/// A bar for each week in which a visit took place, as high as there were visits.
pub(super) fn bars(weeks: &[Week]) -> Vec<Bar> {
    let (wide, high) = DRAWN;
    let most = weeks.iter().map(|week| week.done.max(week.due)).max().unwrap_or(0);
    let each = wide / i32::try_from(weeks.len().max(1)).unwrap_or(1);
    let bar = |(number, week): (usize, &Week)| {
        let height = high * i32::from(week.done) / i32::from(most.max(1));
        (0 < week.done).then(|| Bar {
            x: each * i32::try_from(number).unwrap_or(0),
            y: high - height,
            width: each - 4,
            height,
            level: week.level.map_or(0, |level| level.number().min(4)),
        })
    };
    weeks.iter().enumerate().filter_map(bar).collect()
}

/// The weeks as a table, the newest first.
pub(super) fn table(w: Words, weeks: &[Week]) -> Table {
    let heads = [
        w.contact_column_week(),
        w.contact_column_level(),
        w.contact_column_due(),
        w.contact_column_done(),
        w.contact_column_else(),
    ];
    let row = |week: &Week| {
        let level = week.level.map(|level| level_words(w, level));
        vec![
            Cell::whole(w.day_short(week.monday)),
            Cell::text(level.unwrap_or_else(|| w.contact_not_counted().to_owned())),
            Cell::number(i64::from(week.due)),
            Cell::number(i64::from(week.done)),
            Cell::text(besides(w, week)),
        ]
    };
    Table {
        caption: w.contact_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: weeks.iter().rev().map(row).collect(),
    }
}

/// What stood in, what was excused, what did not take place and why, and what is still to come.
pub(crate) fn besides(w: Words, week: &Week) -> String {
    let some = |count: u16, said: fn(&Words, u64) -> String| (0 < count).then(|| said(&w, u64::from(count)));
    let why = week.why.iter().filter_map(|why| w.named("session-why", why.key()));
    let parts = [
        some(week.waived, |w, n| w.contact_waived(n)),
        some(week.excused, |w, n| w.contact_excused(n)),
        some(week.missed, |w, n| w.contact_missed(n)),
        some(week.open, |w, n| w.contact_open(n)),
    ];
    let parts = parts.into_iter().flatten();
    parts.chain(why.map(ToOwned::to_owned)).collect::<Vec<_>>().join(" · ")
}
