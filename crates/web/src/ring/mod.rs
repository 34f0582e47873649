//! Numbers to ring: shown by the clock wherever somebody may need them, and set by whoever keeps the list of an area.

mod numbers;

use crate::route::{Route, route};
use crate::visit::Visit;
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::ring::{Number, by_the_clock};
use jiff::civil::DateTime;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let set = Action::SetNumbers;
    vec![
        route(Method::GET, "/sites/{id}/numbers", set, On::Site, numbers::page),
        route(Method::POST, "/sites/{id}/numbers", set, On::Site, numbers::send),
    ]
}

/// One number as it is shown.
pub(crate) struct Line {
    pub name: String,
    pub number: String,
    pub tel: String,
    pub hours: String,
}

/// The numbers of an area, those that are answered now first.
#[derive(Default)]
pub(crate) struct Ring {
    pub now: Vec<Line>,
    pub others: Vec<Line>,
}

impl Ring {
    /// The numbers as a reader sees them at this moment.
    pub fn new(visit: &Visit, numbers: Vec<Number>, now: DateTime) -> Self {
        let line = |number: Number| Line {
            name: number.name(visit.lang.tag()).to_owned(),
            tel: number.dialled(),
            hours: hours(visit.w(), &number),
            number: number.number,
        };
        let (now, others) = by_the_clock(numbers, now);
        Self {
            now: now.into_iter().map(line).collect(),
            others: others.into_iter().map(line).collect(),
        }
    }

    /// Whether the area has set none.
    pub fn is_empty(&self) -> bool {
        self.now.is_empty() && self.others.is_empty()
    }
}

/// When a number is answered, in words.
fn hours(w: Words, number: &Number) -> String {
    let days = w.named("ring-days", number.days.key()).unwrap_or_default();
    if number.from == number.to {
        w.ring_hours_all(days)
    } else {
        w.ring_hours(days, &w.time(number.from), &w.time(number.to))
    }
}
