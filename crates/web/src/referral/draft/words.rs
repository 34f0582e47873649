//! The pages that are mostly words: what is going well first, then needs and worries, then what helped and what hindered.

use super::scene::{Frame, Scene};
use super::step::Step;
use crate::page::{Choice, Field, Page, show};
use askama::Template;
use axum::response::Response;
use domain::need::NEEDS;

#[derive(Template)]
#[template(path = "referral/draft/going_well.html")]
struct WellPage {
    page: Page,
    frame: Frame,
    going_well: Field,
}

/// What is going well.
pub fn draw_going_well(scene: &Scene) -> Response {
    let (page, frame) = scene.frame(&Step::GoingWell, scene.w().referral_refer_going_well());
    let shown = WellPage {
        going_well: scene.field("going_well"),
        page,
        frame,
    };
    show(&shown, &shown.page)
}

#[derive(Template)]
#[template(path = "referral/draft/needs.html")]
struct NeedsPage {
    page: Page,
    frame: Frame,
    needs: Field,
    choices: Vec<Choice>,
    worries: Field,
}

/// The areas of need, and what worries people.
pub fn draw_needs(scene: &Scene) -> Response {
    let w = scene.w();
    let (page, frame) = scene.frame(&Step::Needs, w.referral_step_needs());
    let said = |key: &str, what: &str| w.by_key(&format!("need-{}{what}", key.replace('_', "-")));
    let offered = NEEDS.iter().filter(|need| need.retired.is_none());
    let choices = offered.map(|need| Choice {
        value: need.key.to_owned(),
        label: said(need.key, "").unwrap_or(need.key).to_owned(),
        hint: said(need.key, "-hint").map(ToOwned::to_owned),
        checked: scene.form.all("needs").any(|key| key == need.key),
    });
    let shown = NeedsPage {
        needs: scene.field("needs"),
        choices: choices.collect(),
        worries: scene.field("worries"),
        page,
        frame,
    };
    show(&shown, &shown.page)
}

#[derive(Template)]
#[template(path = "referral/draft/services.html")]
struct ServicesPage {
    page: Page,
    frame: Frame,
    services: Field,
    hard_before: Field,
}

/// Other services, and what has made help hard to get.
pub fn draw_services(scene: &Scene) -> Response {
    let (page, frame) = scene.frame(&Step::Services, scene.w().referral_step_services());
    let shown = ServicesPage {
        services: scene.field("services"),
        hard_before: scene.field("hard_before"),
        page,
        frame,
    };
    show(&shown, &shown.page)
}
