//! What each likes us to know about them: asked kindly, and nobody needs to answer.

use super::scene::{Frame, Scene};
use super::step::Step;
use crate::page::{Choice, Field, Page, choice, show};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "referral/draft/about.html")]
struct Shown {
    page: Page,
    frame: Frame,
    people: Vec<Boxes>,
}

/// The boxes of one person.
struct Boxes {
    called: String,
    communication: Field,
    disability: Field,
    ethnicity: Field,
    ethnicity_choices: Vec<Choice>,
    ethnicity_words: Field,
}

/// The page.
pub fn draw(scene: &Scene) -> Response {
    let (page, frame) = scene.frame(&Step::About, scene.w().referral_step_about());
    let boxes = |key: String| {
        let name = |field: &str| format!("{key}_{field}");
        Boxes {
            called: scene.called(&key),
            communication: scene.field(&name("communication")),
            disability: scene.field(&name("disability")),
            ethnicity: scene.field(&name("ethnicity")),
            ethnicity_choices: groups(scene, &name("ethnicity")),
            ethnicity_words: scene.field(&name("ethnicity_words")),
        }
    };
    let shown = Shown {
        people: scene.people().into_iter().map(boxes).collect(),
        page,
        frame,
    };
    show(&shown, &shown.page)
}

fn groups(scene: &Scene, name: &str) -> Vec<Choice> {
    let groups = scene
        .pack()
        .map(|pack| pack.ethnic_groups.as_slice())
        .unwrap_or_default();
    let is_welsh = scene.visit.lang.tag() == "cy";
    let named = groups.iter().map(|group| {
        let welsh = group.cy.as_deref().filter(|_| is_welsh);
        (group.concept.as_str(), welsh.unwrap_or(&group.en))
    });
    let not_said = scene.w().referral_refer_ethnicity_not_said();
    let mut all = vec![choice("", not_said, scene.form.get(name).is_empty())];
    all.extend(scene.picked(name, named));
    all
}
