//! Support steps up and down: the form for a step, and the level over time.

mod level;
mod record;
mod suggest;
mod weeks;

pub(crate) use level::since;
pub(crate) use record::by_call;
pub(crate) use suggest::by_call as aside_by_call;
pub(crate) use weeks::besides;

use crate::call::Unmade;
use crate::page::Bar;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::step::{Refusal, Steps, Voice};
use jiff::civil::Date;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    vec![
        route(
            get(),
            "/families/{id}/level",
            Action::OpenFamily,
            On::Family,
            level::page,
        ),
        route(
            get(),
            "/families/{id}/step",
            Action::StepSupport,
            On::Family,
            record::page,
        ),
        route(
            post(),
            "/families/{id}/step",
            Action::StepSupport,
            On::Family,
            record::send,
        ),
        route(
            get(),
            "/families/{id}/suggestions/aside",
            Action::OpenFamily,
            On::Family,
            level::page,
        ),
        route(
            post(),
            "/families/{id}/suggestions/aside",
            Action::StepSupport,
            On::Family,
            suggest::aside,
        ),
    ]
}

/// Why a step was not stored.
#[derive(Debug)]
enum Wrong {
    /// The rules refuse it as things stand.
    Refused(Refusal),
    /// The store did not take it.
    Store(store::Error),
}

impl From<store::Error> for Wrong {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Wrong {
    /// What somebody who called is told.
    fn told(self, w: Words) -> Unmade {
        match self {
            Self::Refused(refusal) => refusal_words(w, refusal).into(),
            Self::Store(error) => error.into(),
        }
    }
}

/// Where a mistake stands on the form, and what it says.
fn refusal_words(w: Words, refusal: Refusal) -> (&'static str, String) {
    let own = ToOwned::to_owned;
    match refusal {
        Refusal::NotSupported => ("to", own(w.step_problem_not_supported())),
        Refusal::SameLevel { .. } => ("to", own(w.step_problem_same())),
        Refusal::NoSuchLevel { .. } => ("to", own(w.step_problem_level())),
        Refusal::TooEarly { earliest } => ("on", w.step_problem_too_early(&w.day_short(earliest))),
        Refusal::TooLate { latest } => ("on", w.step_problem_too_late(&w.day_short(latest))),
        Refusal::NobodyAgreed => ("agreed_by", own(w.step_problem_agreed())),
        Refusal::NotACause { .. } => ("cause", own(w.step_problem_cause())),
        Refusal::EndOutside { from, to, .. } => ("end", w.step_problem_end(&w.day_short(from), &w.day_short(to))),
    }
}

/// Who asked or agreed, in words.
pub(crate) fn voice_words(w: Words, voice: Voice) -> &'static str {
    w.named("step-voice", voice.key()).unwrap_or_default()
}

/// How wide the level over time is drawn, and how high its highest level, in the units of the drawing.
const DRAWN: (i32, i32) = (600, 90);

/// The level over time as bars, from the first step to today; what is planned for later is not drawn.
pub(crate) fn bars(steps: &Steps, today: Date) -> Vec<Bar> {
    let spans = steps.spans();
    let Some(first) = spans.first().map(|span| span.from).filter(|first| *first <= today) else {
        return Vec::new();
    };
    let days = |from: Date, to: Date| (to - from).get_days() + 1;
    let (all, (wide, high)) = (days(first, today), DRAWN);
    let drawn = spans.into_iter().filter(|span| span.from <= today);
    let bars = drawn.map(|span| {
        let to = span.to.unwrap_or(today).min(today);
        let left = (days(first, span.from) - 1) * wide / all;
        let right = days(first, to) * wide / all;
        let level = span.level.number().min(4);
        let height = high * (i32::from(level) + 1) / 5;
        Bar {
            x: left,
            y: high - height,
            width: (right - left).max(1),
            height,
            level,
        }
    });
    bars.collect()
}
