//! What stands on the form of a review, read into the domain's own values: every mistake at once, in the order of the page.

use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::typed::{day, words, words_if_any};
use domain::id::{PersonId, ReviewId};
use domain::review::{Attendee, Decision, NewReview, ReviewKind, Said};
use jiff::civil::Date;
use words::Words;

/// The review a call names.
pub(super) fn which(form: &Form) -> store::Result<ReviewId> {
    form.get("review").parse().map_err(|_| store::Error::NotFound)
}

/// Which of the two, and the day.
pub(super) fn setting(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<(ReviewKind, Date)> {
    let kind = ReviewKind::from_key(form.get("kind"));
    if kind.is_none() {
        mistakes.add("kind", w.review_problem_kind());
    }
    let on = day(form, w, mistakes, "on");
    if on.is_none() && mistakes.of("on").is_none() {
        mistakes.add("on", w.review_problem_day());
    }
    kind.zip(on)
}

/// A review that was held.
pub(super) fn held(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<NewReview> {
    let setting = setting(form, w, mistakes);
    let named: Vec<Result<PersonId, _>> = form.all("present").map(str::parse).collect();
    if named.iter().any(Result::is_err) {
        mistakes.add("present", w.review_problem_stranger());
    }
    let there: Vec<Attendee> = form.all("there").filter_map(Attendee::from_key).collect();
    let present: Vec<PersonId> = named.into_iter().flatten().collect();
    if there.is_empty() && present.is_empty() && mistakes.of("present").is_none() {
        mistakes.add("there", w.review_problem_nobody());
    }
    let said = said(form, w, mistakes);
    let decided: Vec<Decision> = form.all("decided").filter_map(Decision::from_key).collect();
    if decided.is_empty() && form.get("kind") == ReviewKind::Review.key() {
        mistakes.add("decided", w.review_problem_nothing());
    }
    let (kind, on) = setting?;
    Some(NewReview {
        kind,
        on,
        there,
        present,
        decided,
        said: said?,
    })
}

/// What was said.
pub(super) fn said(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<Said> {
    let said = words(form, w, mistakes, ("said", w.review_said()), w.review_problem_said());
    let theirs = words_if_any(form, w, mistakes, ("theirs", w.review_theirs()));
    let next = words_if_any(form, w, mistakes, ("next", w.review_next()));
    said.map(|said| Said { said, theirs, next })
}
