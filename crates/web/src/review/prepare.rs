//! What the record says for a review, on one page: for whoever sits at the table.

use super::record::{For, Parts, parts};
use crate::App;
use crate::error::Answer;
use crate::page::{Link, Page, Task, link, show};
use crate::paths;
use crate::visit::{Under, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{FamilyId, ReviewId};
use domain::plan::Viewer;
use domain::review::{Shows, Stage};
use store::Rights;
use store::review::Prepared;

#[derive(Template)]
#[template(path = "review/prepare.html")]
struct View {
    page: Page,
    heading: String,
    name: String,
    parts: Parts,
    calls: Vec<Link>,
    brings: Vec<Task>,
    papers: Vec<Link>,
    review: Link,
}

/// What somebody who may do these things sees of a family, and its record for a review.
pub(super) async fn loaded(
    app: &App,
    visit: &Visit,
    (id, review): (FamilyId, ReviewId),
) -> Answer<(Prepared, Shows, Rights)> {
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::PrepareReview, object)
        .await?;
    let may = |action: Action| !rights.allowed(object, &[action]).is_empty();
    let shows = Shows::of_staff(may(Action::OpenSession), may(Action::OpenCrisis));
    let asked = (shows.said, shows.urgent);
    let read = app
        .store()
        .read(permit, move |tx| store::review::prepare(tx, id, review, asked));
    Ok((read.await?, shows, rights))
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, Under(id, review): Under<FamilyId, ReviewId>) -> Answer {
    let w = visit.w();
    let (prepared, shows, rights) = loaded(&app, &visit, (id, review)).await?;
    let today = store::clock::london_day(app.store().now());
    let of = For {
        lang: visit.lang,
        shows,
        today,
    };
    let parts = parts(of, &prepared);
    let one = &prepared.review.review;
    let title = w.review_title(super::kind_words(w, one.kind), &w.day_short(one.on));
    let heading = w.review_prepare_title(&title);
    let calls = parts.urgent.iter().flatten();
    let view = View {
        name: w.family_title(&prepared.name),
        calls: calls
            .map(|(id, text)| link(visit.href(&paths::crisis(*id)), text))
            .collect(),
        brings: brings(&visit, &prepared, &rights, today),
        papers: super::paper::links(&visit, &prepared, today),
        review: link(visit.href(&paths::review(id, review)), &title),
        page: Page::new(&app, &visit, &heading).back_to(visit.href(&paths::review(id, review)), &title),
        parts,
        heading,
    };
    Ok(show(&view, &view.page))
}

/// Who can bring something, and whether they have.
fn brings(visit: &Visit, prepared: &Prepared, rights: &Rights, today: jiff::civil::Date) -> Vec<Task> {
    let w = visit.w();
    let (family, review) = (&prepared.family, &prepared.review.review);
    let may = |action: Action| !rights.allowed(Object::Family(family.id), &[action]).is_empty();
    let has_given = |by: Viewer| prepared.brought.iter().any(|one| one.by == by);
    let here = visit.href(&paths::review_act(family.id, review.id, "bring"));
    let task = |by: Viewer, text: &str, href: String| {
        let (state, look) = if has_given(by) {
            (w.plan_sign_said(), "strong")
        } else {
            (w.plan_sign_not_yet(), "quiet")
        };
        crate::home::task(href, text, state, look)
    };
    let is_open = |by: Viewer| match review.stage {
        Stage::Planned => true,
        Stage::Held => has_given(by),
        Stage::CalledOff => false,
    };
    let mut tasks = Vec::new();
    if let Some(who) = visit.who.as_ref().filter(|_| may(Action::ContributeToReview)) {
        let by = Viewer::Account(who.account);
        if is_open(by) {
            tasks.push(task(by, w.plan_sign_me(), here.clone()));
        }
    }
    if may(Action::HoldReview) {
        let people = family
            .people
            .iter()
            .filter(|person| person.speaks_for_themselves(today));
        for person in people.filter(|person| is_open(Viewer::Person(person.id))) {
            let name = crate::family::people::name(w, person);
            tasks.push(task(
                Viewer::Person(person.id),
                &name,
                format!("{here}?who={}", person.id),
            ));
        }
    }
    tasks
}
