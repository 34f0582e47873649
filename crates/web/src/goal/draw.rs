//! How goals are drawn: a goal with its mark as ten small places, and one line for the family's page.

use crate::family::people::{first_name, name};
use crate::page::{Link, Quote, link};
use crate::paths;
use crate::visit::Visit;
use domain::family::Family;
use domain::goal::{Doer, Goal, Movement};
use domain::id::PersonId;
use store::goal::GoalShown;
use words::{Lang, Words};

/// A mark as ten places, and in words.
pub(crate) struct Track {
    /// Which of the ten are reached.
    pub places: [bool; 10],
    /// The mark in words.
    pub now: String,
    /// Where it began, and how it moved since.
    pub since: Option<String>,
}

/// A goal's marks.
pub(crate) fn track(w: Words, goal: &Goal) -> Option<Track> {
    let now = goal.now()?;
    let reached = usize::from(now.mark.number());
    let mut places = [false; 10];
    places.iter_mut().take(reached).for_each(|place| *place = true);
    let first = goal.marks.first().filter(|_| 1 < goal.marks.len());
    let since = first.zip(goal.movement()).map(|(first, movement)| {
        let began = w.goal_since(u64::from(first.mark.number()), &w.day_short(first.on));
        format!("{} · {began}", movement_words(w, movement))
    });
    Some(Track {
        places,
        now: w.goal_now(u64::from(now.mark.number())),
        since,
    })
}

fn movement_words(w: Words, movement: Movement) -> &'static str {
    w.named("goal-movement", movement.key()).unwrap_or_default()
}

/// One goal on the family's page.
pub(crate) struct GoalLine {
    /// Whose it is and what they want, leading to it.
    pub link: Link,
    /// Its language, where it is not the page's.
    pub lang: Option<&'static str>,
    /// Its marks.
    pub track: Option<Track>,
}

/// One goal on the family's page.
pub(crate) fn line(visit: &Visit, family: &Family, one: &GoalShown) -> GoalLine {
    let w = visit.w();
    let text = w.goal_on_family(&called(w, family, one.goal.owner), &one.words);
    GoalLine {
        link: link(visit.href(&paths::goal(family.id, one.goal.id)), &text),
        lang: foreign(visit, &one.language),
        track: track(w, &one.goal),
    }
}

/// Somebody of the family, as they are called there.
pub(super) fn called(w: Words, family: &Family, id: PersonId) -> String {
    let person = family.people.iter().find(|person| person.id == id);
    person.map_or_else(
        || w.likeness_person_elsewhere().to_owned(),
        |person| first_name(w, person),
    )
}

/// The tag of a language that is not the page's.
pub(super) fn foreign(visit: &Visit, tag: &str) -> Option<&'static str> {
    Lang::from_tag(tag).filter(|lang| *lang != visit.lang).map(Lang::tag)
}

/// A goal in its owner's words.
pub(super) fn quote(visit: &Visit, family: &Family, one: &GoalShown) -> Quote {
    let w = visit.w();
    let owner = family.people.iter().find(|person| person.id == one.goal.owner);
    let who = owner.map_or_else(|| w.likeness_person_elsewhere().to_owned(), |person| name(w, person));
    Quote {
        text: one.words.clone(),
        lang: foreign(visit, &one.language),
        who,
    }
}

/// Who does a next step.
pub(super) fn doer_words(w: Words, family: &Family, doer: Doer) -> String {
    match doer {
        Doer::Person(person) => called(w, family, person),
        Doer::Helper(helper) => w.named("goal-helper", helper.key()).unwrap_or_default().to_owned(),
    }
}
