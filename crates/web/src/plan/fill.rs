//! The form of a plan as it is drawn: one page, with as many goals as there are.

use super::body::often_words;
use super::read::goal_keys;
use super::show::{Loaded, write_words};
use crate::App;
use crate::family::people::{first_name, name};
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, Table, choice, date_field, field, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::response::Response;
use domain::family::{Part, Person};

use domain::need::NEEDS;
use domain::plan::HowOften;
use domain::support::KINDS;
use jiff::civil::Date;
use store::plan::PlanShown;
use words::Words;

/// The boxes of one goal.
struct GoalBoxes {
    key: String,
    legend: String,
    id: String,
    owner: Field,
    owners: Vec<Choice>,
    words: Field,
    need: Field,
    needs: Vec<Choice>,
    /// The first mark, for a goal that is new.
    mark: Option<Field>,
}

/// How often one kind of support is given.
struct KindBox {
    label: &'static str,
    often: Field,
    choices: Vec<Choice>,
}

/// What one child wants.
struct WishBox {
    label: String,
    words: Field,
}

#[derive(Template)]
#[template(path = "plan/write.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    heading: &'static str,
    name: String,
    once: String,
    from_version: String,
    keys: String,
    met: DateField,
    end: DateField,
    end_hint: String,
    goals: Vec<GoalBoxes>,
    kinds: Vec<KindBox>,
    needs: Field,
    needs_choices: Vec<Choice>,
    wishes: Vec<WishBox>,
    hard_time: Field,
    more: Field,
    change: Option<Field>,
    overtaken: Option<Table>,
    keep: String,
}

/// The form with nothing typed yet: the version that stands, or a plan for as long as the area plans, with one goal.
pub(super) fn fresh(loaded: &Loaded, today: Date) -> Form {
    if let Some(shown) = &loaded.shown {
        return as_it_stands(shown, loaded);
    }
    let from = loaded.fits.supported.unwrap_or(today);
    let form = Form::default().with("from_version", "0").with("goals", "1");
    on_day(on_day(form, "met", today), "end", loaded.fits.term.usual_end(from))
}

fn as_it_stands(shown: &PlanShown, loaded: &Loaded) -> Form {
    let plan = &shown.plan;
    let end = loaded.fits.ends.map_or(plan.planned_end, |ends| ends.now);
    let mut form = Form::default().with("from_version", &plan.version.to_string());
    form = on_day(on_day(form, "met", plan.met_on), "end", end);
    let open = |goal| loaded.fits.goals.iter().any(|(open, _)| *open == goal);
    let still: Vec<_> = shown.goals.iter().filter(|(id, ..)| open(*id)).collect();
    let keys: Vec<String> = (1..=still.len()).map(|key| key.to_string()).collect();
    form = form.with("goals", &keys.join(" "));
    for (key, (id, owner, words)) in keys.iter().zip(still) {
        let stands = loaded.goals.iter().find(|one| one.goal.id == *id);
        let need = stands.and_then(|one| one.goal.need).map_or("", |need| need.key);
        form = form
            .with(&format!("goal_{key}_id"), &id.to_string())
            .with(&format!("goal_{key}_owner"), &owner.to_string())
            .with(&format!("goal_{key}_words"), words)
            .with(&format!("goal_{key}_need"), need);
    }
    for (kind, often) in &plan.support {
        form = form.with(&format!("often_{}", kind.key), often.key());
    }
    for need in &plan.needs {
        form = form.with("needs", need.key);
    }
    for (person, words) in &shown.wishes {
        form = form.with(&format!("wish_{person}"), words);
    }
    form.with("hard_time", shown.hard_time.as_deref().unwrap_or_default())
        .with("more", shown.more.as_deref().unwrap_or_default())
}

fn on_day(form: Form, name: &str, day: Date) -> Form {
    form.with(&format!("{name}_day"), &day.day().to_string())
        .with(&format!("{name}_month"), &day.month().to_string())
        .with(&format!("{name}_year"), &day.year().to_string())
}

/// Draws the form. `overtaken` is what somebody else changed meanwhile.
pub(super) fn draw(
    (app, visit): (&App, &Visit),
    loaded: &Loaded,
    form: &Form,
    mistakes: &Mistakes,
    overtaken: Option<Table>,
) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let date = |name: &str| date_field(name, |part| form.get(part).to_owned(), mistakes.of(name));
    let keys = goal_keys(form);
    let goals = (1..).zip(&keys);
    let from_version = form.get("from_version").to_owned();
    let is_next = loaded.shown.is_some();
    let heading = write_words(w, is_next);
    let children = loaded.family.people.iter().filter(|person| person.part == Part::Child);
    let need = |key: &str| w.named("need", key).unwrap_or_default();
    let family = loaded.family.id;
    let shown = Shown {
        problems: mistakes.summary(),
        heading,
        name: w.family_title(&loaded.name),
        once: form.once_key(app),
        from_version,
        keys: keys.join(" "),
        met: date("met"),
        end: date("end"),
        end_hint: w.plan_write_end_hint(&w.day(loaded.fits.latest_end)),
        goals: goals
            .map(|(number, key)| goal_boxes(w, loaded, form, mistakes, (number, key)))
            .collect(),
        kinds: kinds(w, form, mistakes),
        needs: typed("needs"),
        needs_choices: NEEDS
            .iter()
            .map(|one| choice(one.key, need(one.key), form.all("needs").any(|key| key == one.key)))
            .collect(),
        wishes: children
            .map(|person| {
                let box_name = format!("wish_{}", person.id);
                WishBox {
                    label: w.plan_write_wish(&first_name(w, person)),
                    words: typed(&box_name),
                }
            })
            .collect(),
        hard_time: typed("hard_time"),
        more: typed("more"),
        change: is_next.then(|| typed("change")),
        overtaken,
        keep: visit.href(&format!("{}/keep", paths::plan_write(family))),
        page: Page::new(app, visit, heading)
            .of_form()
            .back_to(visit.href(&paths::plan(family)), w.plan_title())
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

fn goal_boxes(w: Words, loaded: &Loaded, form: &Form, mistakes: &Mistakes, (number, key): (u64, &String)) -> GoalBoxes {
    let box_name = |part: &str| format!("goal_{key}_{part}");
    let typed = |part: &str| {
        let name = box_name(part);
        field(&name, form.get(&name), mistakes.of(&name))
    };
    let chosen = |part: &str, value: &str| form.get(&box_name(part)) == value;
    let id = form.get(&box_name("id")).to_owned();
    let person = |person: &Person| {
        let value = person.id.to_string();
        choice(&value, &name(w, person), chosen("owner", &value))
    };
    let is_theirs = |person: &&Person| id.is_empty() || chosen("owner", &person.id.to_string());
    let none = id
        .is_empty()
        .then(|| choice("", w.plan_write_goal_choose(), chosen("owner", "")));
    let no_need = choice("", w.plan_write_goal_no_need(), chosen("need", ""));
    let need = |need: &domain::need::Need| {
        let words = w.named("need", need.key).unwrap_or_default();
        choice(need.key, words, chosen("need", need.key))
    };
    GoalBoxes {
        legend: w.plan_write_goal(number),
        owner: typed("owner"),
        owners: none
            .into_iter()
            .chain(loaded.family.people.iter().filter(is_theirs).map(person))
            .collect(),
        words: typed("words"),
        need: typed("need"),
        needs: std::iter::once(no_need).chain(NEEDS.iter().map(need)).collect(),
        mark: id.is_empty().then(|| typed("mark")),
        key: key.clone(),
        id,
    }
}

fn kinds(w: Words, form: &Form, mistakes: &Mistakes) -> Vec<KindBox> {
    let one = |kind: &'static domain::support::SupportKind| {
        let box_name = format!("often_{}", kind.key);
        let typed = form.get(&box_name);
        let none = choice("", w.plan_write_not_part(), typed.is_empty());
        let often = |often: &HowOften| choice(often.key(), often_words(w, *often), typed == often.key());
        KindBox {
            label: crate::session::kind_words(w, kind),
            choices: std::iter::once(none).chain(HowOften::ALL.iter().map(often)).collect(),
            often: field(&box_name, typed, mistakes.of(&box_name)),
        }
    };
    KINDS.iter().map(one).collect()
}
