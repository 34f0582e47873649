//! How it is safe to reach each adult.

use super::scene::{Frame, Scene};
use super::step::Step;
use crate::page::{Field, Page, show};
use crate::referral::read;
use askama::Template;
use axum::response::Response;
use domain::family::Part;

#[derive(Template)]
#[template(path = "referral/draft/contact.html")]
struct Shown {
    page: Page,
    frame: Frame,
    adults: Vec<Adult>,
}

/// The boxes of one adult.
struct Adult {
    called: String,
    number: Field,
    times: Field,
    no_message: Field,
    note: Field,
}

/// The page.
pub fn draw(scene: &Scene) -> Response {
    let (page, frame) = scene.frame(&Step::Contact, scene.w().family_safe_title());
    let adults = scene
        .people()
        .into_iter()
        .filter(|key| read::part(key) == Some(Part::Adult));
    let boxes = |key: String| {
        let one = |field: &str| scene.field(&format!("{key}_{field}"));
        Adult {
            called: scene.called(&key),
            number: one("number"),
            times: one("times"),
            no_message: one("no_message"),
            note: one("note"),
        }
    };
    let shown = Shown {
        adults: adults.map(boxes).collect(),
        page,
        frame,
    };
    show(&shown, &shown.page)
}
