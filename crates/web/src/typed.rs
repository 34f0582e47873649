//! What stands in the boxes of a form, read into the domain's own values: with a mistake where it cannot be.

use crate::form::Form;
use crate::mistakes::Mistakes;
use domain::day::{DayProblem, parse_day_parts};
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use jiff::civil::Date;
use words::Words;

/// Words that must be there.
pub fn words(form: &Form, w: Words, mistakes: &mut Mistakes, (name, label): (&str, &str), empty: &str) -> Option<Text> {
    match Text::parse(form.get(name)) {
        Ok(text) => Some(text),
        Err(TextProblem::Empty) => {
            mistakes.add(name, empty);
            None
        }
        Err(TextProblem::TooLong { .. }) => {
            too_long(w, mistakes, name, label);
            None
        }
    }
}

/// Words that may be left out.
pub fn words_if_any(form: &Form, w: Words, mistakes: &mut Mistakes, (name, label): (&str, &str)) -> Option<Text> {
    Text::parse_optional(form.get(name)).unwrap_or_else(|_| {
        too_long(w, mistakes, name, label);
        None
    })
}

fn too_long(w: Words, mistakes: &mut Mistakes, name: &str, label: &str) {
    let max = u64::try_from(TEXT_CHARS_MAX).unwrap_or_default();
    mistakes.add(name, w.referral_problem_text_long(label, max));
}

/// A day in three boxes; nothing when they are empty or, with a mistake, when they are no day.
pub fn day(form: &Form, w: Words, mistakes: &mut Mistakes, name: &str) -> Option<Date> {
    let typed = |part: &str| form.get(&format!("{name}_{part}"));
    match parse_day_parts(typed("day"), typed("month"), typed("year")) {
        Ok(day) => Some(day),
        Err(DayProblem::Empty) => None,
        Err(_) => {
            mistakes.add(name, w.site_problem_day_unreal());
            None
        }
    }
}

/// A whole number in one box, within two others; nothing where the box is empty or, with a mistake, where it is none.
pub fn number(form: &Form, mistakes: &mut Mistakes, name: &str, (least, most): (u8, u8), wrong: &str) -> Option<u8> {
    let typed = form.get(name).trim();
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse().ok().filter(|number| (least..=most).contains(number));
    if number.is_none() {
        mistakes.add(name, wrong);
    }
    number
}
