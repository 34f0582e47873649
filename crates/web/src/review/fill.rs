//! The form of a review as it is drawn: the same one to plan it, to move it, and to write it down.

use super::show::kind_words;
use crate::App;
use crate::family::people::name;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::response::Response;
use domain::family::{Family, Person};
use domain::review::{Attendee, Decision, Review, ReviewKind, Said};
use jiff::civil::Date;
use words::Words;

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// Planning one.
    Plan,
    /// Changing the day of one.
    Move,
    /// Writing down one that was not planned here.
    Write,
    /// Writing down a planned one.
    Held,
}

impl For {
    /// Whether it asks what was said and decided.
    pub const fn was_held(self) -> bool {
        matches!(self, Self::Write | Self::Held)
    }
}

/// One box for words.
struct Box {
    field: Field,
    label: &'static str,
    hint: &'static str,
    rows: u8,
    needed: bool,
}

#[derive(Template)]
#[template(path = "review/write.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: &'static str,
    intro: &'static str,
    name: String,
    was_held: bool,
    moves: bool,
    kind: Field,
    kinds: Vec<Choice>,
    on: DateField,
    present: Field,
    people: Vec<Choice>,
    there: Field,
    attendees: Vec<Choice>,
    boxes: Vec<Box>,
    decided: Field,
    decisions: Vec<Choice>,
    keep: String,
    send: &'static str,
}

/// Whom a form is about.
pub(super) struct About {
    pub family: Family,
    pub name: String,
    pub review: Option<Review>,
}

/// The form with nothing typed yet: a review, today, with everybody of the family.
pub(super) fn fresh(about: &About, today: Date) -> Form {
    let kind = about.review.as_ref().map_or(ReviewKind::Review, |review| review.kind);
    let on = about.review.as_ref().map_or(today, |review| review.on);
    let everyone = about.family.people.iter().map(|person| person.id.to_string());
    let form = everyone.fold(Form::default(), |form, id| form.with("present", &id));
    form.with("kind", kind.key())
        .with("on_day", &on.day().to_string())
        .with("on_month", &on.month().to_string())
        .with("on_year", &on.year().to_string())
}

/// What was said, as a form.
pub(super) fn said(said: &Said) -> Form {
    let some = |words: Option<&domain::text::Text>| words.map_or(String::new(), |words| words.as_str().to_owned());
    Form::default()
        .with("said", said.said.as_str())
        .with("theirs", &some(said.theirs.as_ref()))
        .with("next", &some(said.next.as_ref()))
}

fn boxes(w: Words, form: &Form, mistakes: &Mistakes) -> Vec<Box> {
    let one = |name: &'static str, label: &'static str, hint: &'static str, rows: u8| Box {
        field: field(name, form.get(name), mistakes.of(name)),
        label,
        hint,
        rows,
        needed: name == "said",
    };
    vec![
        one("said", w.review_said(), w.review_said_hint(), 6),
        one("theirs", w.review_theirs(), "", 3),
        one("next", w.review_next(), "", 3),
    ]
}

/// Draws the form.
pub(super) fn draw(
    (app, visit): (&App, &Visit),
    purpose: For,
    about: &About,
    form: &Form,
    mistakes: &Mistakes,
) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let chosen = |name: &str, key: &str| form.all(name).any(|one| one == key);
    let person = |person: &Person| {
        let id = person.id.to_string();
        choice(&id, &name(w, person), chosen("present", &id))
    };
    let kind = |kind: &ReviewKind| choice(kind.key(), kind_words(w, *kind), chosen("kind", kind.key()));
    let attendee = |one: &Attendee| {
        let words = w.named("review-there", one.key()).unwrap_or_default();
        choice(one.key(), words, chosen("there", one.key()))
    };
    let decision = |one: &Decision| {
        let words = w.named("review-decision", one.key()).unwrap_or_default();
        choice(one.key(), words, chosen("decided", one.key()))
    };
    let (heading, intro, send) = match purpose {
        For::Plan => (w.review_plan_title(), w.review_plan_intro(), w.review_save_plan()),
        For::Move => (w.review_move_title(), w.review_plan_intro(), w.review_save_plan()),
        For::Write => (w.review_write_title(), w.review_write_intro(), w.review_save()),
        For::Held => (w.review_held_title(), w.review_write_intro(), w.review_save()),
    };
    let family = about.family.id;
    let back = match &about.review {
        Some(review) => paths::review(family, review.id),
        None => paths::family(family),
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        heading,
        intro,
        name: w.family_title(&about.name),
        was_held: purpose.was_held(),
        moves: purpose == For::Move,
        kind: typed("kind"),
        kinds: ReviewKind::ALL.iter().map(kind).collect(),
        on: date_field("on", |part| form.get(part).to_owned(), mistakes.of("on")),
        present: typed("present"),
        people: about.family.people.iter().map(person).collect(),
        there: typed("there"),
        attendees: Attendee::ALL.iter().map(attendee).collect(),
        boxes: boxes(w, form, mistakes),
        decided: typed("decided"),
        decisions: Decision::ALL.iter().map(decision).collect(),
        keep: format!("{}/keep", visit.href(&visit.path)),
        send,
        page: Page::new(app, visit, heading)
            .of_form()
            .back_to(visit.href(&back), &w.family_title(&about.name))
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
