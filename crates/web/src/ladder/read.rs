//! The form of a ladder, read into the domain's own: every mistake at once, in the order of the levels.

use super::LEVELS_ON_FORM;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::typed::day;
use domain::level::{Ladder, LadderProblem, Level, Rung};
use jiff::ToSpan;
use jiff::civil::Date;
use words::Words;

/// How many days ahead a ladder may be set.
///
/// Assumption: 366, a year; what a level means is planned for a year of support.
const AHEAD_DAYS_MAX: i32 = 366;

/// A ladder as its form.
pub(super) fn as_form(ladder: &Ladder, today: Date) -> Form {
    let form = Form::default()
        .with("first", &ladder.first().number().to_string())
        .with("from_day", &today.day().to_string())
        .with("from_month", &today.month().to_string())
        .with("from_year", &today.year().to_string());
    ladder.rungs().iter().fold(form, |form, rung| {
        let n = rung.level.number();
        let ends = rung.ends_after_days.map(|days| days.to_string()).unwrap_or_default();
        form.with(&format!("used_{n}"), "yes")
            .with(&format!("sessions_{n}"), &rung.sessions.to_string())
            .with(&format!("weeks_{n}"), &rung.weeks.to_string())
            .with(&format!("stays_{n}"), &rung.stays_a_month.to_string())
            .with(&format!("review_{n}"), &rung.review_days.to_string())
            .with(&format!("ends_{n}"), &ends)
    })
}

/// The ladder and its first day.
///
/// # Errors
/// Everything that is wrong with it.
pub(super) fn ladder(form: &Form, w: Words, today: Date) -> Result<(Date, Ladder), Mistakes> {
    let mut mistakes = Mistakes::default();
    let used = (0..LEVELS_ON_FORM).filter(|n| form.get(&format!("used_{n}")) == "yes");
    let rungs: Vec<Option<Rung>> = used.map(|n| rung(form, w, &mut mistakes, n)).collect();
    let first = form.get("first").parse().ok().and_then(Level::new);
    if first.is_none() {
        mistakes.add("first", w.ladder_problem_first());
    }
    let from = from(form, w, &mut mistakes, today);
    let whole: Option<Vec<Rung>> = rungs.iter().copied().collect();
    let known: Vec<Rung> = rungs.into_iter().flatten().collect();
    let problems = first.map_or_else(Vec::new, |first| Ladder::problems(&known, first));
    for problem in problems {
        // What could not be read is named already.
        let (name, text) = problem_words(w, problem);
        if mistakes.of(&name).is_none() && (whole.is_some() || !is_of_whole(problem)) {
            mistakes.add(&name, text);
        }
    }
    match (from, whole, first) {
        (Some(from), Some(rungs), Some(first)) if !mistakes.any() => {
            let ladder = Ladder::new(rungs, first).map_err(|problem| {
                let (name, text) = problem_words(w, problem);
                Mistakes::one(&name, text)
            })?;
            Ok((from, ladder))
        }
        _ => Err(mistakes),
    }
}

/// Whether a problem is of the levels together: without one that could not be read it says nothing.
const fn is_of_whole(problem: LadderProblem) -> bool {
    matches!(
        problem,
        LadderProblem::TooFew { .. } | LadderProblem::NotInOrder { .. } | LadderProblem::NoFirst { .. }
    )
}

fn from(form: &Form, w: Words, mistakes: &mut Mistakes, today: Date) -> Option<Date> {
    let from = day(form, w, mistakes, "from");
    let latest = today.saturating_add(AHEAD_DAYS_MAX.days());
    match from {
        Some(from) if latest < from => mistakes.add("from", w.ladder_problem_far(&w.day_short(latest))),
        Some(from) if today <= from => {}
        _ if mistakes.of("from").is_some() => {}
        _ => mistakes.add("from", w.ladder_problem_from()),
    }
    from
}

fn rung(form: &Form, w: Words, mistakes: &mut Mistakes, number: u8) -> Option<Rung> {
    let mut one = |of: &str, empty: Option<u16>| {
        let name = format!("{of}_{number}");
        let typed = form.get(&name).trim();
        let read = if typed.is_empty() { empty } else { typed.parse().ok() };
        if read.is_none() && !(of == "ends" && typed.is_empty()) {
            mistakes.add(&name, w.ladder_problem_number(u64::from(number)));
        }
        read
    };
    let (sessions, weeks) = (one("sessions", None), one("weeks", None));
    let (stays, review) = (one("stays", Some(0)), one("review", None));
    let ends = one("ends", None);
    // What is more than a byte is too many for any rule, and is named as such.
    let small = |number: Option<u16>| number.map(|number| u8::try_from(number).unwrap_or(u8::MAX));
    let is_read = ends.is_some() || form.get(&format!("ends_{number}")).trim().is_empty();
    Some(Rung {
        level: Level::new(number)?,
        sessions: small(sessions)?,
        weeks: small(weeks)?,
        stays_a_month: small(stays)?,
        review_days: review?,
        ends_after_days: ends,
    })
    .filter(|_| is_read)
}

/// Where on the form a mistake stands, and what it says.
fn problem_words(w: Words, problem: LadderProblem) -> (String, String) {
    let at = |of: &str, level: u8| format!("{of}_{level}");
    let n = |level: u8| u64::from(level);
    match problem {
        LadderProblem::TooFew { .. } => (at("used", 0), w.ladder_problem_too_few().to_owned()),
        LadderProblem::NotInOrder { level } => (at("used", level), w.ladder_problem_order(n(level))),
        LadderProblem::Weeks { level, max } => (at("weeks", level), w.ladder_problem_weeks(n(level), u64::from(max))),
        LadderProblem::TooManySessions { level, max } => (
            at("sessions", level),
            w.ladder_problem_sessions(n(level), u64::from(max)),
        ),
        LadderProblem::Review { level, max } => {
            (at("review", level), w.ladder_problem_review(n(level), u64::from(max)))
        }
        LadderProblem::Ends { level, max } => (at("ends", level), w.ladder_problem_ends(n(level), u64::from(max))),
        LadderProblem::NoFirst { .. } => ("first".to_owned(), w.ladder_problem_first().to_owned()),
    }
}
