//! Who is in the family: a line for each, and one more or fewer.

use super::scene::{Frame, Scene};
use super::step::Step;
use crate::page::{Page, show};
use crate::referral::read;
use askama::Template;
use axum::response::Response;
use domain::family::Part;

#[derive(Template)]
#[template(path = "referral/draft/people.html")]
struct Shown {
    page: Page,
    frame: Frame,
    who: String,
    children: Vec<Line>,
    adults: Vec<Line>,
}

/// One person of the list.
struct Line {
    key: String,
    called: String,
    href: String,
    remove: Option<String>,
}

/// The page.
pub fn draw(scene: &Scene) -> Response {
    let w = scene.w();
    let (page, frame) = scene.frame(&Step::People, w.referral_step_people());
    let keys = scene.people();
    let of = |wanted: Part| -> Vec<Line> {
        let of_part = keys.iter().filter(|key| read::part(key) == Some(wanted));
        of_part.map(|key| line(scene, key, keys.len())).collect()
    };
    let shown = Shown {
        who: keys.join(" "),
        children: of(Part::Child),
        adults: of(Part::Adult),
        page,
        frame,
    };
    show(&shown, &shown.page)
}

fn line(scene: &Scene, key: &str, people: usize) -> Line {
    let called = scene.called(key);
    let step = Step::Person(key.to_owned());
    let remove = (1 < people).then(|| scene.w().referral_refer_remove_person(&called));
    Line {
        key: key.to_owned(),
        href: scene.visit.href(&scene.whose.step(&step)),
        called,
        remove,
    }
}
