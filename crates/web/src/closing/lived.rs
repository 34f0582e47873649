//! Where a child lives: the boxes of a form that asks it, what stands in them, and how it is said.

use crate::family::people::name;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, choice, date_field, field};
use crate::referral::lives_words;
use crate::typed::day;
use domain::care_episode::EpisodeKind;
use domain::family::{Family, Person};
use domain::id::PersonId;
use domain::referral::Lives;
use jiff::civil::Date;
use words::Words;

/// The boxes of one child.
pub(crate) struct Boxes {
    pub called: String,
    pub legend: String,
    pub lives: Field,
    pub choices: Vec<Choice>,
    pub care: Field,
    pub care_label: String,
    pub kinds: Vec<Choice>,
    pub since: DateField,
    pub since_label: &'static str,
}

/// What the boxes of one child ask, in the words of their form.
pub(crate) struct Asks {
    pub lives: String,
    pub care: String,
    pub none: &'static str,
    pub since: &'static str,
}

/// What was said of one child.
pub(crate) struct Said {
    pub lives: Lives,
    pub care: Option<(EpisodeKind, Date)>,
}

/// A person of the family by name.
pub(super) fn called(w: Words, family: &Family, id: PersonId) -> String {
    let person = family.people.iter().find(|person| person.id == id);
    person.map_or_else(|| w.likeness_person_elsewhere().to_owned(), |person| name(w, person))
}

/// A kind of care, in words.
pub(crate) fn care_words(w: Words, kind: EpisodeKind) -> &'static str {
    w.named("care-episode-kind", kind.key()).unwrap_or_default()
}

/// Where a child lives and, in care, which kind and since when, in one line.
pub(crate) fn lived_line(w: Words, lives: Lives, care: Option<(EpisodeKind, Date)>) -> String {
    let said = lives_words(w, lives);
    match care {
        Some((kind, since)) => {
            let care = w.follow_up_care_line(care_words(w, kind), &w.day_short(since));
            format!("{said} · {care}")
        }
        None => said.to_owned(),
    }
}

/// Draws the boxes of one child.
pub(crate) fn boxes(w: Words, child: &Person, asks: Asks, (form, mistakes): (&Form, &Mistakes)) -> Boxes {
    let id = child.id;
    let (lives, care, since) = (format!("lives_{id}"), format!("care_{id}"), format!("since_{id}"));
    let answer = |one: Lives| choice(one.key(), lives_words(w, one), form.get(&lives) == one.key());
    let kind = |one: &EpisodeKind| choice(one.key(), care_words(w, *one), form.get(&care) == one.key());
    let none = choice("", asks.none, form.get(&care).is_empty());
    Boxes {
        called: name(w, child),
        legend: asks.lives,
        choices: Lives::ALL.into_iter().map(answer).collect(),
        lives: field(&lives, form.get(&lives), mistakes.of(&lives)),
        kinds: std::iter::once(none).chain(EpisodeKind::ALL.iter().map(kind)).collect(),
        care: field(&care, form.get(&care), mistakes.of(&care)),
        care_label: asks.care,
        since: date_field(&since, |part| form.get(part).to_owned(), mistakes.of(&since)),
        since_label: asks.since,
    }
}

/// What stands in the boxes of one child. `missing` says where nothing is said, `half` where only half of a care is.
pub(crate) fn said(
    (form, w): (&Form, Words),
    mistakes: &mut Mistakes,
    child: PersonId,
    (missing, half): (String, String),
) -> Option<Said> {
    let (lives, care, since) = (
        format!("lives_{child}"),
        format!("care_{child}"),
        format!("since_{child}"),
    );
    let answer = Lives::from_key(form.get(&lives));
    if answer.is_none() {
        mistakes.add(&lives, &missing);
    }
    let from = day(form, w, mistakes, &since);
    let care = match (EpisodeKind::from_key(form.get(&care)), from) {
        (Some(kind), Some(from)) => Some((kind, from)),
        (None, None) if form.get(&care).is_empty() => None,
        _ => {
            if mistakes.of(&since).is_none() {
                mistakes.add(&care, &half);
            }
            None
        }
    };
    answer.map(|lives| Said { lives, care })
}
