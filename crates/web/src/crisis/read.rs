//! What stands on the forms of a crisis, read into the domain's own values: every mistake at once, in the order of the page.

use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::typed::{day, time, words, words_if_any};
use domain::crisis::{Caller, Entry, NewCrisis, Outcome, Responded, Response, Told};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use words::Words;

/// A moment in two boxes, which must be there: a day, and a time the clock on the wall showed that day.
pub(crate) fn moment(form: &Form, w: Words, mistakes: &mut Mistakes, (on, at): (&str, &str)) -> Option<Timestamp> {
    let day = day(form, w, mistakes, on);
    if day.is_none() && mistakes.of(on).is_none() {
        mistakes.add(on, w.session_problem_day());
    }
    let time = clock(form, w, mistakes, at, true);
    shown(w, mistakes, at, day?, time?)
}

/// A time in one box.
fn clock(form: &Form, w: Words, mistakes: &mut Mistakes, name: &str, needed: bool) -> Option<Time> {
    let typed = time(form.get(name));
    if typed.is_err() || (needed && typed == Ok(None)) {
        mistakes.add(name, w.session_problem_time());
    }
    typed.ok().flatten()
}

/// The instant a clock there showed this; with a mistake where it never did.
fn shown(w: Words, mistakes: &mut Mistakes, name: &str, on: Date, at: Time) -> Option<Timestamp> {
    let wall = on.to_datetime(at);
    if !store::clock::london_shows(wall) {
        mistakes.add(name, w.session_problem_clock(&w.time(at)));
        return None;
    }
    Some(store::clock::london_instant(wall))
}

/// A new crisis.
pub(super) fn crisis(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<NewCrisis> {
    let label = ("asked", w.crisis_asked());
    let asked = words(form, w, mistakes, label, w.crisis_problem_asked());
    let received_at = moment(form, w, mistakes, ("on", "at"));
    let entries = entries(form, w, mistakes, received_at);
    Some(NewCrisis {
        received_at: received_at?,
        caller: Caller::from_key(form.get("caller")),
        asked: asked?,
        entries,
    })
}

/// What else is said, with the first words or afterwards: what was done, who was told, how it ended, a note.
///
/// A response has a time only where it is written down with the asking: one that seems to be before it was after midnight.
pub(super) fn entries(form: &Form, w: Words, mistakes: &mut Mistakes, asked_at: Option<Timestamp>) -> Vec<Entry> {
    let mut entries = Vec::new();
    entries.extend(response(form, w, mistakes, asked_at));
    let told: Vec<Told> = form.all("told").filter_map(Told::from_key).collect();
    let told_words = words_if_any(form, w, mistakes, ("told_words", w.crisis_told_words()));
    if !told.is_empty() || told_words.is_some() {
        entries.push(Entry::Told(told, told_words));
    }
    let outcome_words = words_if_any(form, w, mistakes, ("outcome_words", w.crisis_outcome_words()));
    match (Outcome::from_key(form.get("outcome")), outcome_words) {
        (Some(outcome), words) => entries.push(Entry::Ended(outcome, words)),
        (None, Some(_)) => mistakes.add("outcome", w.crisis_problem_outcome()),
        (None, None) => {}
    }
    let note = words_if_any(form, w, mistakes, ("note", w.crisis_note()));
    entries.extend(note.map(Entry::Note));
    entries
}

fn response(form: &Form, w: Words, mistakes: &mut Mistakes, asked_at: Option<Timestamp>) -> Option<Entry> {
    let kind = Response::from_key(form.get("response"));
    let said = words_if_any(form, w, mistakes, ("response_words", w.crisis_response_words()));
    let is_begun = kind.is_some() || said.is_some() || !form.get("response_at").trim().is_empty();
    if !is_begun {
        return None;
    }
    if kind.is_none() {
        mistakes.add("response", w.crisis_problem_response());
    }
    let at = if form.has("response_on_day") {
        moment(form, w, mistakes, ("response_on", "response_at"))
    } else {
        let time = clock(form, w, mistakes, "response_at", true);
        time.zip(asked_at).and_then(|(time, asked_at)| {
            let asked = store::clock::london_time(asked_at);
            let day = if time < asked.time() {
                asked.date().saturating_add(1.day())
            } else {
                asked.date()
            };
            shown(w, mistakes, "response_at", day, time)
        })
    };
    Some(Entry::Responded(Responded {
        kind: kind?,
        at: at?,
        words: said,
    }))
}
