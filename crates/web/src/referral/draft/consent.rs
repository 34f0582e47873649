//! What each adult agreed to: taking part, and on what footing information is shared.

use super::scene::{Frame, Scene};
use super::step::Step;
use crate::page::{Choice, Field, Page, choice, hinted, show};
use crate::referral::read;
use askama::Template;
use axum::response::Response;
use domain::consent::LawfulBasis;
use domain::family::Part;

#[derive(Template)]
#[template(path = "referral/draft/consent.html")]
struct Shown {
    page: Page,
    frame: Frame,
    adults: Vec<Adult>,
}

/// The boxes of one adult.
struct Adult {
    called: String,
    taking_part: Field,
    taking_part_choices: Vec<Choice>,
    why: Field,
    sharing: Field,
    sharing_choices: Vec<Choice>,
}

/// The page.
pub fn draw(scene: &Scene) -> Response {
    let w = scene.w();
    let (page, frame) = scene.frame(&Step::Consent, w.consent_title());
    let adults = scene
        .people()
        .into_iter()
        .filter(|key| read::part(key) == Some(Part::Adult));
    let taking_part = [
        ("given", w.consent_taking_part_given()),
        ("not_given", w.consent_taking_part_not_given()),
        ("not_asked", w.consent_taking_part_not_asked()),
    ];
    let boxes = |key: String| {
        let name = |field: &str| format!("{key}_{field}");
        Adult {
            called: scene.called(&key),
            taking_part: scene.field(&name("taking_part")),
            taking_part_choices: scene.picked(&name("taking_part"), taking_part),
            why: scene.field(&name("why")),
            sharing: scene.field(&name("sharing")),
            sharing_choices: sharing(scene, &name("sharing")),
        }
    };
    let shown = Shown {
        adults: adults.map(boxes).collect(),
        page,
        frame,
    };
    show(&shown, &shown.page)
}

fn sharing(scene: &Scene, name: &str) -> Vec<Choice> {
    let (w, typed) = (scene.w(), scene.form.get(name));
    let mut all = vec![choice("agreed", w.consent_sharing_agreed(), typed == "agreed")];
    all.extend(LawfulBasis::ALL.into_iter().map(|law| {
        let key = format!("told_{}", law.key());
        let said = w.by_key(&format!("consent-sharing-basis-{}", law.key().replace('_', "-")));
        hinted(&key, said.unwrap_or(law.key()), w.consent_sharing_told(), typed == key)
    }));
    let not_yet = w.consent_sharing_not_discussed();
    all.push(choice("not_discussed", not_yet, typed == "not_discussed"));
    all
}
