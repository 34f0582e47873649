//! Who decides for each child, what courts have ordered, and who must not collect, call or know.

use super::scene::{Frame, Scene};
use super::step::Step;
use crate::page::{Choice, DateField, Field, Page, choice, show};
use crate::referral::read;
use askama::Template;
use axum::response::Response;
use domain::family::Part;

#[derive(Template)]
#[template(path = "referral/draft/safety.html")]
struct Shown {
    page: Page,
    frame: Frame,
    children: Vec<Child>,
    order_keys: String,
    orders: Vec<Order>,
    kept_keys: String,
    kept: Vec<Kept>,
}

/// Who decides for one child.
struct Child {
    called: String,
    responsible: Field,
    choices: Vec<Choice>,
    other: Field,
}

/// The boxes of one court order.
struct Order {
    key: String,
    legend: String,
    says: Field,
    about: Field,
    about_choices: Vec<Choice>,
    made: DateField,
    ends: DateField,
}

/// The boxes of one person kept away.
struct Kept {
    key: String,
    legend: String,
    who: Field,
    about: Field,
    about_choices: Vec<Choice>,
    ways: Field,
    ways_choices: Vec<Choice>,
}

/// The page.
pub fn draw(scene: &Scene) -> Response {
    let (page, frame) = scene.frame(&Step::Safety, scene.w().referral_step_safety());
    let (orders, kept) = (read::orders(&scene.form), read::kept_away(&scene.form));
    let children = scene.people().into_iter();
    let shown = Shown {
        children: children
            .filter(|key| read::part(key) == Some(Part::Child))
            .map(|key| child(scene, &key))
            .collect(),
        orders: orders.iter().map(|key| order(scene, &orders, key)).collect(),
        kept: kept.iter().map(|key| kept_away(scene, &kept, key)).collect(),
        order_keys: orders.join(" "),
        kept_keys: kept.join(" "),
        page,
        frame,
    };
    show(&shown, &shown.page)
}

fn child(scene: &Scene, key: &str) -> Child {
    let name = format!("{key}_responsible");
    let mut choices = scene.people_picked(&name, |key| read::part(key) == Some(Part::Adult));
    let authority = scene.form.all(&name).any(|sent| sent == "authority");
    choices.push(choice(
        "authority",
        scene.w().referral_refer_responsible_authority(),
        authority,
    ));
    Child {
        called: scene.called(key),
        responsible: scene.field(&name),
        choices,
        other: scene.field(&format!("{key}_responsible_other")),
    }
}

fn order(scene: &Scene, keys: &[String], key: &str) -> Order {
    let name = |field: &str| format!("{key}_{field}");
    Order {
        key: key.to_owned(),
        legend: scene.w().referral_refer_order(read::place(keys, key)),
        says: scene.field(&name("says")),
        about: scene.field(&name("about")),
        about_choices: scene.people_picked(&name("about"), |_| true),
        made: scene.date(&name("made")),
        ends: scene.date(&name("ends")),
    }
}

fn kept_away(scene: &Scene, keys: &[String], key: &str) -> Kept {
    let w = scene.w();
    let name = |field: &str| format!("{key}_{field}");
    let ways = [
        ("collect", w.family_kept_collect()),
        ("call", w.family_kept_call()),
        ("know", w.family_kept_know()),
    ];
    Kept {
        key: key.to_owned(),
        legend: w.referral_refer_kept(read::place(keys, key)),
        who: scene.field(&name("who")),
        about: scene.field(&name("about")),
        about_choices: scene.people_picked(&name("about"), |_| true),
        ways: scene.field(&name("ways")),
        ways_choices: scene.picked(&name("ways"), ways),
    }
}
