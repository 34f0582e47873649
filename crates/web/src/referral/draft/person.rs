//! One person: what they are called, when they were born, which languages they like, why they are referred.

use super::scene::{Frame, Scene};
use super::step::Step;
use crate::page::{Choice, DateField, Field, Page, choice, hinted, show};
use crate::referral::read;
use askama::Template;
use axum::response::Response;
use domain::family::{Part, Reason};

/// The languages offered by name; any other can be written in the note about contact.
const LANGUAGES: &[&str] = &[
    "cy", "en", "bfi", "isg", "ga", "pl", "ro", "pt", "uk", "ar", "so", "ur", "tr", "bn",
];

#[derive(Template)]
#[template(path = "referral/draft/person.html")]
struct Shown {
    page: Page,
    frame: Frame,
    heading: String,
    is_child: bool,
    forename: Field,
    surname: Field,
    known_as: Field,
    birth: DateField,
    expected: Field,
    relationship: Field,
    speaks: Field,
    speaks_choices: Vec<Choice>,
    reads: Field,
    reads_choices: Vec<Choice>,
    reminders: Field,
    reminders_choices: Vec<Choice>,
    reason: Field,
    reason_choices: Vec<Choice>,
    legal: Field,
    legal_choices: Vec<Choice>,
    authority_id: Field,
}

/// The page.
pub fn draw(scene: &Scene, key: &str) -> Response {
    let w = scene.w();
    let (keys, is_child) = (scene.people(), read::part(key) == Some(Part::Child));
    let heading = if is_child {
        w.referral_refer_child(read::place(&keys, key))
    } else {
        w.referral_refer_adult(read::place(&keys, key))
    };
    let (page, frame) = scene.frame(&Step::Person(key.to_owned()), &heading);
    let name = |field: &str| format!("{key}_{field}");
    let one = |field: &str| scene.field(&name(field));
    let shown = Shown {
        heading,
        is_child,
        forename: one("forename"),
        surname: one("surname"),
        known_as: one("known_as"),
        birth: scene.date(&name("birth")),
        expected: one("expected"),
        relationship: one("relationship"),
        speaks: one("speaks"),
        speaks_choices: languages(scene, &name("speaks")),
        reads: one("reads"),
        reads_choices: languages(scene, &name("reads")),
        reminders: one("reminders"),
        reminders_choices: languages(scene, &name("reminders")),
        reason: one("reason"),
        reason_choices: reasons(scene, &name("reason")),
        legal: one("legal"),
        legal_choices: legal(scene, &name("legal")),
        authority_id: one("authority_id"),
        page,
        frame,
    };
    show(&shown, &shown.page)
}

fn languages(scene: &Scene, name: &str) -> Vec<Choice> {
    let w = scene.w();
    let said = |tag: &'static str| w.by_key(&format!("family-language-{tag}")).unwrap_or(tag);
    let known = LANGUAGES.iter().map(|tag| (*tag, said(tag)));
    let mut all = vec![choice("", w.site_not_known(), scene.form.get(name).is_empty())];
    all.extend(scene.picked(name, known));
    all
}

fn legal(scene: &Scene, name: &str) -> Vec<Choice> {
    let statuses = scene
        .pack()
        .map(|pack| pack.legal_statuses.as_slice())
        .unwrap_or_default();
    let is_welsh = scene.visit.lang.tag() == "cy";
    let named = statuses.iter().map(|status| {
        let welsh = status.cy.as_deref().filter(|_| is_welsh);
        (status.key.as_str(), welsh.unwrap_or(&status.en))
    });
    let mut all = vec![choice("", scene.w().site_not_known(), scene.form.get(name).is_empty())];
    all.extend(scene.picked(name, named));
    all
}

fn reasons(scene: &Scene, name: &str) -> Vec<Choice> {
    let w = scene.w();
    let all = Reason::ALL.into_iter().map(|reason| {
        let (label, hint) = match reason {
            Reason::RiskOfCare => (w.referral_reason_risk_of_care(), w.referral_reason_risk_of_care_hint()),
            Reason::Reunification => (
                w.referral_reason_reunification(),
                w.referral_reason_reunification_hint(),
            ),
        };
        hinted(reason.key(), label, hint, scene.form.get(name) == reason.key())
    });
    all.collect()
}
