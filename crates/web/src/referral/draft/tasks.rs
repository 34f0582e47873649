//! The pages of one referral on its way, with how each stands.

use super::scene::Scene;
use super::step::Step;
use crate::mistakes::Mistakes;
use crate::page::{Link, Page, Task, link, show};
use crate::paths;
use askama::Template;
use axum::response::Response;
use words::Words;

#[derive(Template)]
#[template(path = "referral/draft/tasks.html")]
struct Shown {
    page: Page,
    name: String,
    tasks: Vec<Task>,
    check_href: String,
    delete_href: Option<String>,
    /// Having somebody outside fill in the rest.
    ask: Option<Link>,
    /// To somebody outside: who asks them, and how it goes.
    outside: Option<String>,
    is_ready: bool,
}

/// The page.
pub fn draw(scene: &Scene) -> Response {
    let w = scene.w();
    let wrong = scene.read().err().unwrap_or_default();
    let shown = Shown {
        name: super::draft_name(w, &scene.form),
        tasks: Step::ALL.iter().map(|step| task(scene, step, &wrong)).collect(),
        check_href: scene.visit.href(&scene.whose.check()),
        delete_href: scene
            .whose
            .draft()
            .map(|id| scene.visit.href(&paths::referral_draft_delete(id))),
        outside: outside(scene),
        ask: ask(scene),
        is_ready: !wrong.any(),
        page: if scene.whose.is_outside() {
            Page::new(scene.app, scene.visit, w.task_link_title())
        } else {
            Page::new(scene.app, scene.visit, w.referral_tasks_title())
                .back_to(scene.visit.href(paths::REFERRALS), w.site_nav_referrals())
        },
    };
    show(&shown, &shown.page)
}

/// A family on record is not handed to somebody outside.
fn ask(scene: &Scene) -> Option<Link> {
    let draft = scene.whose.draft().filter(|_| scene.form.get("follows").is_empty())?;
    let href = scene.visit.href(&paths::task_link_with_draft(draft));
    Some(link(href, scene.w().task_link_ask_rest()))
}

fn outside(scene: &Scene) -> Option<String> {
    let site = scene.site().filter(|_| scene.whose.is_outside())?;
    Some(scene.w().task_link_intro(site.name(scene.visit.lang.tag())))
}

fn task(scene: &Scene, step: &Step, wrong: &Mistakes) -> Task {
    let w = scene.w();
    // What is wrong with one person is wrong with the people.
    let belongs = |name: &str| match Step::of_box(name) {
        Some(Step::Person(_)) => *step == Step::People,
        other => other.as_ref() == Some(step),
    };
    let is_begun = scene.form.names().any(|name| belongs(name) && is_typed(name));
    let is_wrong = wrong.of_boxes(belongs).any();
    let (state, look) = match (is_begun, is_wrong) {
        (true, false) => (w.referral_task_done(), ""),
        (true, true) => (w.referral_task_look(), "warm"),
        (false, true) => (w.referral_task_to_do(), "strong"),
        (false, false) => (w.referral_task_if_you_like(), "quiet"),
    };
    Task {
        text: title_of(scene, step).to_owned(),
        href: Some(scene.visit.href(&scene.whose.step(step))),
        hint: String::new(),
        state: state.to_owned(),
        look,
    }
}

/// Whether a box is one that people type in, and not one that the page brings along.
fn is_typed(name: &str) -> bool {
    !matches!(name, "who" | "homes" | "orders" | "kept") && !name.starts_with("received")
}

/// What a page of the form is called, for whoever fills it in.
pub fn title_of(scene: &Scene, step: &Step) -> &'static str {
    match step {
        Step::Start if scene.whose.is_outside() => scene.w().task_link_step_you(),
        step => title(scene.w(), step),
    }
}

/// What a page of the form is called.
fn title(w: Words, step: &Step) -> &'static str {
    match step {
        Step::Start => w.referral_step_start(),
        Step::People | Step::Person(_) => w.referral_step_people(),
        Step::Homes => w.referral_step_homes(),
        Step::GoingWell => w.referral_refer_going_well(),
        Step::Needs => w.referral_step_needs(),
        Step::Services => w.referral_step_services(),
        Step::Safety => w.referral_step_safety(),
        Step::Contact => w.family_safe_title(),
        Step::Consent => w.consent_title(),
        Step::About => w.referral_step_about(),
    }
}
