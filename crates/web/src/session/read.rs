//! What stands on the form of a visit, read into the domain's own values: every mistake at once, in the order of the page.

use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::typed::{day, time, words_if_any};
use domain::id::PersonId;
use domain::session::{MINUTES_MAX, NewSession, Passage, Place, Prompt, Then, When, WhyNot, paragraphs};
use domain::support::{Record, SupportKind, kind};
use domain::text::Text;
use words::Words;

/// The kind of support a form is about; the first of the list where it says none.
pub(super) fn kind_of(form: &Form) -> &'static SupportKind {
    let named = kind(form.get("kind")).filter(|kind| kind.record == Record::Session);
    named.unwrap_or(&domain::support::KINDS[0])
}

/// What is planned or was done, without what was written.
pub(super) fn setting(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<NewSession> {
    let on = day(form, w, mistakes, "on");
    if on.is_none() && mistakes.of("on").is_none() {
        mistakes.add("on", w.session_problem_day());
    }
    let at = time(form.get("at")).unwrap_or_else(|()| {
        mistakes.add("at", w.session_problem_time());
        None
    });
    if let (Some(on), Some(at)) = (on, at)
        && !store::clock::london_shows(on.to_datetime(at))
    {
        mistakes.add("at", w.session_problem_clock(&w.time(at)));
    }
    let minutes = minutes(form, w, mistakes);
    let place = Place::from_key(form.get("place"));
    if place.is_none() {
        mistakes.add("place", w.session_problem_place());
    }
    let named: Vec<Result<PersonId, _>> = form.all("present").map(str::parse).collect();
    if named.iter().any(Result::is_err) {
        mistakes.add("present", w.session_problem_stranger());
    }
    let when = When { on: on?, at, minutes };
    Some(NewSession {
        kind: kind_of(form),
        place: place?,
        when,
        present: named.into_iter().flatten().collect(),
    })
}

fn minutes(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<u16> {
    let typed = form.get("minutes").trim();
    if typed.is_empty() {
        return None;
    }
    let minutes = typed.parse().ok();
    if minutes.is_none() {
        mistakes.add("minutes", w.session_problem_minutes(u64::from(MINUTES_MAX)));
    }
    minutes
}

/// What became of it.
pub(super) fn then(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<Then> {
    if form.get("outcome") == "done" {
        return passages(form, w, mistakes).map(Then::Done);
    }
    let words = words_if_any(form, w, mistakes, ("happened", w.session_prompt_happened()));
    let why = WhyNot::chosen().find(|why| why.key() == form.get("why"));
    match (form.get("outcome"), why) {
        ("missed" | "cancelled", None) => {
            mistakes.add("why", w.session_problem_why());
            None
        }
        ("missed", Some(why)) => Some(Then::Missed(why, words)),
        ("cancelled", Some(why)) => Some(Then::Cancelled(why, words)),
        _ => {
            mistakes.add("outcome", w.session_problem_outcome());
            None
        }
    }
}

/// What was written, in the order it is asked.
pub(super) fn passages(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<Vec<Passage>> {
    let kind = kind_of(form);
    let asked = (0..kind.asks.len()).filter_map(Prompt::asked);
    let mut all = Vec::new();
    for prompt in Prompt::EVERY.into_iter().chain(asked) {
        let label = super::show::prompt_words(w, kind, prompt);
        let answer: Option<Text> = words_if_any(form, w, mistakes, (prompt.key(), label));
        all.extend(answer.iter().flat_map(|answer| paragraphs(prompt, answer)));
    }
    if !all.iter().any(|passage| passage.prompt == Prompt::Happened) {
        if mistakes.of("happened").is_none() {
            mistakes.add("happened", w.session_problem_happened());
        }
        return None;
    }
    Some(all)
}
