//! Reading single values, with the rules the domain has for them.

use super::problem::Errors;
use domain::day::{BirthProblem, DayProblem, parse_day};
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use jiff::civil::Date;
use words::Words;

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

/// A day that may be left out and is not to come.
pub fn day_until_today(errors: &mut Errors, w: Words, field: &str, sent: Option<&str>, today: Date) -> Option<Date> {
    match parse_day(sent.unwrap_or_default()) {
        Err(DayProblem::Empty) => None,
        Err(_) => {
            errors.add(field, "day_unreal", w.problem_field_day());
            None
        }
        Ok(day) if today < day => {
            errors.add(field, "day_future", w.problem_field_future());
            None
        }
        Ok(day) => Some(day),
    }
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
