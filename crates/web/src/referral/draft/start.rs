//! Where the family lives, and since when it is referred; of somebody outside, who they are.

use super::scene::{Frame, Scene};
use super::step::Step;
use super::tasks::title_of;
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
    is_outside: bool,
    heading: &'static str,
    worker: Field,
}

/// The page.
pub fn draw(scene: &Scene) -> Response {
    let lang = scene.visit.lang.tag();
    let heading = title_of(scene, &Step::Start);
    let (page, frame) = scene.frame(&Step::Start, heading);
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
        is_outside: scene.whose.is_outside(),
        heading,
        worker: scene.field("worker"),
        page,
        frame,
    };
    show(&shown, &shown.page)
}
