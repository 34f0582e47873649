//! Where people live. A child may live in two homes, and a home may have to stay hidden.

use super::scene::{Frame, Scene};
use super::step::Step;
use crate::page::{Choice, Field, Page, show};
use crate::referral::read;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "referral/draft/homes.html")]
struct Shown {
    page: Page,
    frame: Frame,
    keys: String,
    homes: Vec<Home>,
}

/// The boxes of one home.
struct Home {
    legend: String,
    remove: String,
    address: Field,
    postcode: Field,
    hidden: Field,
    lives: Field,
    lives_choices: Vec<Choice>,
}

/// The page.
pub fn draw(scene: &Scene) -> Response {
    let (page, frame) = scene.frame(&Step::Homes, scene.w().referral_step_homes());
    let keys = read::homes(&scene.form);
    let shown = Shown {
        homes: keys.iter().map(|key| home(scene, &keys, key)).collect(),
        keys: keys.join(" "),
        page,
        frame,
    };
    show(&shown, &shown.page)
}

fn home(scene: &Scene, keys: &[String], key: &str) -> Home {
    let name = |field: &str| format!("{key}_{field}");
    Home {
        legend: scene.w().referral_refer_home(read::place(keys, key)),
        remove: if 1 < keys.len() { key.to_owned() } else { String::new() },
        address: scene.field(&name("address")),
        postcode: scene.field(&name("postcode")),
        hidden: scene.field(&name("hidden")),
        lives: scene.field(&name("lives")),
        lives_choices: scene.people_picked(&name("lives"), |_| true),
    }
}
