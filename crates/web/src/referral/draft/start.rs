//! Where the family lives, and since when it is referred.

use super::scene::{Frame, Scene};
use super::step::Step;
use crate::page::{Choice, DateField, Field, Page, show};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "referral/draft/start.html")]
struct Shown {
    page: Page,
    frame: Frame,
    site: Field,
    sites: Vec<Choice>,
    only: Option<(String, String)>,
    received: DateField,
}

/// The page.
pub fn draw(scene: &Scene) -> Response {
    let lang = scene.visit.lang.tag();
    let (page, frame) = scene.frame(&Step::Start, scene.w().referral_step_start());
    let named: Vec<(String, &str)> = scene.sites.iter().map(|s| (s.id.to_string(), s.name(lang))).collect();
    let only = match named.as_slice() {
        [(id, name)] => Some((id.clone(), (*name).to_owned())),
        _ => None,
    };
    let shown = Shown {
        site: scene.field("site"),
        sites: scene.picked("site", named.iter().map(|(id, name)| (id.as_str(), *name))),
        only,
        received: scene.date("received"),
        page,
        frame,
    };
    show(&shown, &shown.page)
}
