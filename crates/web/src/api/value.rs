//! Reading single values, with the rules the domain has for them.

use super::problem::Errors;
use domain::day::{BirthProblem, DayProblem, parse_day};
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use jiff::civil::Date;
use words::{Lang, Words};

/// A text that may be left out.
pub fn text(errors: &mut Errors, w: Words, field: &str, sent: Option<&str>) -> Option<Text> {
    match Text::parse_optional(sent.unwrap_or_default()) {
        Ok(found) => found,
        Err(TextProblem::Empty | TextProblem::TooLong { .. }) => {
            let most = u64::try_from(TEXT_CHARS_MAX).unwrap_or_default();
            errors.add(field, "too_long", w.problem_field_long(most));
            None
        }
    }
}

/// A text that must be there.
pub fn words(errors: &mut Errors, w: Words, field: &str, sent: &str, empty: &str) -> Option<Text> {
    match Text::parse(sent) {
        Err(TextProblem::Empty) => {
            errors.add(field, "empty", empty);
            None
        }
        _ => text(errors, w, field, Some(sent)),
    }
}

/// The language something is written in, where it is said.
pub fn language(errors: &mut Errors, w: Words, sent: Option<&str>) -> Option<Lang> {
    let found = sent.map(Lang::from_tag);
    if found == Some(None) {
        let tags: Vec<&str> = Lang::ALL.iter().map(|lang| lang.tag()).collect();
        errors.add("language", "unknown_key", w.problem_field_one_of(&tags.join(", ")));
    }
    found.flatten()
}

/// A day that may be left out, past or to come.
pub fn day(errors: &mut Errors, field: &str, sent: Option<&str>, unreal: &str) -> Option<Date> {
    match parse_day(sent.unwrap_or_default()) {
        Ok(day) => Some(day),
        Err(DayProblem::Empty) => None,
        Err(_) => {
            errors.add(field, "day_unreal", unreal);
            None
        }
    }
}

/// A day that may be left out and is not to come.
pub fn day_until_today(errors: &mut Errors, w: Words, field: &str, sent: Option<&str>, today: Date) -> Option<Date> {
    let day = day(errors, field, sent, w.problem_field_day())?;
    if today < day {
        errors.add(field, "day_future", w.problem_field_future());
        return None;
    }
    Some(day)
}

/// The code and the sentence for a birth that cannot be.
pub fn birth_problem(w: Words, called: &str, problem: &BirthProblem) -> (&'static str, String) {
    match problem {
        BirthProblem::Day(DayProblem::TwoDigitYear { .. }) => {
            ("birth_short_year", w.referral_problem_birth_short_year(called))
        }
        BirthProblem::Day(_) => ("birth_unreal", w.referral_problem_birth_unreal(called)),
        BirthProblem::YearMissing | BirthProblem::MonthMissing => ("birth_part", w.referral_problem_birth_part(called)),
        BirthProblem::InFuture { .. } => ("birth_future", w.referral_problem_birth_future(called)),
        BirthProblem::TooFarAhead { .. } => ("birth_far", w.referral_problem_birth_far(called)),
        BirthProblem::ExpectedInPast { .. } => ("birth_expected_past", w.referral_problem_birth_expected_past(called)),
        BirthProblem::TooLongAgo { .. } => ("birth_early", w.referral_problem_birth_early(called)),
    }
}
