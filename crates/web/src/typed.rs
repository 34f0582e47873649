//! What stands in the boxes of a form, read into the domain's own values: with a mistake where it cannot be.

use crate::form::Form;
use crate::mistakes::Mistakes;
use domain::day::{DayProblem, parse_day_parts};
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use jiff::civil::{Date, Time};
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

/// A time of the day in one box, as people write it: `16:30`, `16.30`, `1630`, `4:30pm`. `Err` where it is none.
pub fn time(typed: &str) -> Result<Option<Time>, ()> {
    let even = typed.trim().to_ascii_lowercase().replace(' ', "");
    if even.is_empty() {
        return Ok(None);
    }
    let half = [("am", Some(0)), ("yb", Some(0)), ("pm", Some(12)), ("yh", Some(12))];
    let half = half
        .into_iter()
        .find_map(|(end, add)| Some((even.strip_suffix(end)?, add)));
    let (digits, add) = half.unwrap_or((even.as_str(), None));
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some(parts) => parts,
        None if digits.is_ascii() && 2 < digits.len() => digits.split_at(digits.len() - 2),
        None => (digits, "0"),
    };
    let plain = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(hours) || !plain(minutes) {
        return Err(());
    }
    let (hours, minutes): (i8, i8) = (hours.parse().map_err(|_| ())?, minutes.parse().map_err(|_| ())?);
    let hours = match add {
        None => hours,
        Some(_) if !(1..=12).contains(&hours) => return Err(()),
        Some(add) => hours % 12 + add,
    };
    Time::new(hours, minutes, 0, 0).map(Some).map_err(|_| ())
}

#[cfg(test)]
mod tests {
    use super::time;
    use jiff::civil::time as at;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (typed, hour, minute) in [
            ("16:30", 16, 30),
            ("16.30", 16, 30),
            ("1630", 16, 30),
            ("930", 9, 30),
            ("4:30 pm", 16, 30),
            ("4.30yh", 16, 30),
            ("12am", 0, 0),
            ("12 pm", 12, 0),
            ("9", 9, 0),
            ("00:05", 0, 5),
        ] {
            assert_eq!(time(typed), Ok(Some(at(hour, minute, 0, 0))), "{typed}");
        }
        assert_eq!(time("  "), Ok(None));
        for typed in [
            "25:00",
            "16:60",
            "half four",
            "13pm",
            "0pm",
            "-1:30",
            "1:2:3",
            "ŵ30",
            "99999",
            "+9",
        ] {
            assert_eq!(time(typed), Err(()), "{typed}");
        }
    }
}
