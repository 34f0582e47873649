//! The boxes of the form of a household: what stands in them, and what can be chosen.

use super::fill::Around;
use super::read::CARERS;
use crate::App;
use crate::family::people::language;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, hinted, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::response::Response;
use domain::family::LanguageTag;
use domain::household::{About, FAMILIES_PER_HOUSEHOLD_MAX, Household, Part, Ready, WEEKENDS_MAX};
use domain::id::AccountId;
use domain::need::{NEEDS, Need};
use domain::text::Text;
use jiff::civil::Date;
use store::site::Site;
use words::Words;

/// The languages a carer may be ticked to speak.
const LANGUAGES: [&str; 10] = ["en", "cy", "ga", "pl", "ar", "uk", "ro", "pt", "bfi", "isg"];

#[derive(Template)]
#[template(path = "household/fill.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: String,
    site: Field,
    /// More than one area to choose from; a single one is sent along.
    sites: Vec<Choice>,
    only: String,
    carers: Vec<CarerBoxes>,
    adults: Field,
    supervisor: Field,
    supervisors: Vec<Choice>,
    approved_from: DateField,
    approved_to: DateField,
    children_max: Field,
    age_from: Field,
    age_to: Field,
    terms: Field,
    places: Field,
    places_choices: Vec<Choice>,
    weekends: Field,
    weekends_choices: Vec<Choice>,
    languages: Field,
    languages_choices: Vec<Choice>,
    skills: Field,
    skills_choices: Vec<Choice>,
    ready: Field,
    ready_choices: Vec<Choice>,
    ready_from: DateField,
    postcode: Field,
    home: Field,
    preferences: Field,
}

/// The boxes of one carer.
struct CarerBoxes {
    legend: &'static str,
    hint: &'static str,
    name: Field,
    account: Field,
    accounts: Vec<Choice>,
}

/// The form filled with what is written of a household.
pub(super) fn as_it_is(known: &Household, about: &About) -> Form {
    let day = |form: Form, name: &str, day: Option<Date>| match day {
        Some(day) => form
            .with(&format!("{name}_day"), &day.day().to_string())
            .with(&format!("{name}_month"), &day.month().to_string())
            .with(&format!("{name}_year"), &day.year().to_string()),
        None => form,
    };
    let text = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut form = Form::default();
    for (name, carer) in CARERS.into_iter().zip(known.carers()) {
        let account = carer.account.map(|account| account.to_string()).unwrap_or_default();
        form = form
            .with(&format!("{name}_name"), carer.name.as_str())
            .with(&format!("{name}_account"), &account);
    }
    let adults = known.members.iter().filter(|member| member.part == Part::Adult);
    let adults: Vec<&str> = adults.map(|adult| adult.name.as_str()).collect();
    let terms = &known.approval.terms;
    let words = |text: &Option<Text>| text.as_ref().map(ToString::to_string).unwrap_or_default();
    form = form
        .with("adults", &adults.join("\n"))
        .with(
            "supervisor",
            &known.supervisor.map(|who| who.to_string()).unwrap_or_default(),
        )
        .with("children_max", &text(terms.children_max))
        .with("age_from", &text(terms.ages.map(|(from, _)| from)))
        .with("age_to", &text(terms.ages.map(|(_, to)| to)))
        .with("terms", &words(&terms.words))
        .with("places", &known.places.to_string())
        .with("weekends", &known.weekends.to_string())
        .with("ready", known.ready.key())
        .with(
            "postcode",
            &about.postcode.as_ref().map(ToString::to_string).unwrap_or_default(),
        )
        .with("home", &words(&about.home))
        .with("preferences", &words(&about.preferences));
    form = day(form, "approved_from", Some(known.approval.from));
    form = day(form, "approved_to", known.approval.to);
    let ready = match known.ready {
        Ready::From(from) => Some(from),
        Ready::Now | Ready::NotNow => None,
    };
    form = day(form, "ready_from", ready);
    form = known
        .languages
        .iter()
        .fold(form, |form, tag| form.with("languages", tag.as_str()));
    known
        .skills
        .iter()
        .fold(form, |form, need| form.with("skills", need.key))
}

/// The page with what was typed.
pub(super) fn draw(app: &App, visit: &Visit, around: &Around, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let date = |name: &str| date_field(name, |part| form.get(part).to_owned(), mistakes.of(name));
    let (heading, back, back_words) = match &around.known {
        Some(before) => (
            w.household_change_title(),
            visit.href(&paths::carer(before.id)),
            w.household_one(),
        ),
        None => (
            w.household_new_title(),
            visit.href(paths::CARERS),
            w.household_list_title(),
        ),
    };
    let (sites, only) = sites(visit, around, form);
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        heading: heading.to_owned(),
        site: typed("site"),
        sites,
        only,
        carers: carers(w, around, form, mistakes),
        adults: typed("adults"),
        supervisor: typed("supervisor"),
        supervisors: people(form, "supervisor", &around.supervisors, w.household_supervisor_none()),
        approved_from: date("approved_from"),
        approved_to: date("approved_to"),
        children_max: typed("children_max"),
        age_from: typed("age_from"),
        age_to: typed("age_to"),
        terms: typed("terms"),
        places: typed("places"),
        places_choices: numbers(form, "places", 1..=FAMILIES_PER_HOUSEHOLD_MAX),
        weekends: typed("weekends"),
        weekends_choices: numbers(form, "weekends", 0..=WEEKENDS_MAX),
        languages: typed("languages"),
        languages_choices: LANGUAGES.into_iter().map(|tag| spoken(w, form, tag)).collect(),
        skills: typed("skills"),
        skills_choices: NEEDS.iter().map(|need| skill(w, form, need)).collect(),
        ready: typed("ready"),
        ready_choices: ready_choices(w, form),
        ready_from: date("ready_from"),
        postcode: typed("postcode"),
        home: typed("home"),
        preferences: typed("preferences"),
        page: Page::new(app, visit, heading)
            .of_form()
            .back_to(back, back_words)
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

/// The areas to choose from, or the only one there is.
fn sites(visit: &Visit, around: &Around, form: &Form) -> (Vec<Choice>, String) {
    let site = |site: &Site| {
        let id = site.id.to_string();
        choice(&id, site.name(visit.lang.tag()), form.get("site") == id)
    };
    match around.sites.as_slice() {
        [only] => (Vec::new(), only.id.to_string()),
        some => (some.iter().map(site).collect(), String::new()),
    }
}

fn carers(w: Words, around: &Around, form: &Form, mistakes: &Mistakes) -> Vec<CarerBoxes> {
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let legends = [w.household_form_carer_one(), w.household_form_carer_two()];
    let hints = ["", w.household_form_carer_two_hint()];
    let boxes = CARERS.into_iter().zip(legends).zip(hints);
    boxes
        .map(|((name, legend), hint)| {
            let account = format!("{name}_account");
            CarerBoxes {
                legend,
                hint,
                name: typed(&format!("{name}_name")),
                accounts: people(form, &account, &around.carers, w.household_form_account_none()),
                account: typed(&account),
            }
        })
        .collect()
}

/// People with an account to choose from, and nobody.
fn people(form: &Form, name: &str, people: &[(AccountId, String)], none: &str) -> Vec<Choice> {
    let chosen = form.get(name);
    let none = choice("", none, chosen.is_empty());
    let some = people.iter().map(|(id, name)| {
        let id = id.to_string();
        choice(&id, name, chosen == id)
    });
    std::iter::once(none).chain(some).collect()
}

/// Whole numbers to choose from.
pub(super) fn numbers(form: &Form, name: &str, range: std::ops::RangeInclusive<u8>) -> Vec<Choice> {
    let chosen = form.get(name);
    let one = |number: u8| {
        let number = number.to_string();
        choice(&number, &number, chosen == number)
    };
    range.map(one).collect()
}

fn spoken(w: Words, form: &Form, tag: &str) -> Choice {
    let label = LanguageTag::parse(tag).map_or_else(|_| tag.to_owned(), |tag| language(w, &tag));
    choice(tag, &label, form.all("languages").any(|one| one == tag))
}

fn skill(w: Words, form: &Form, need: &Need) -> Choice {
    let label = w.named("need", need.key).unwrap_or(need.key);
    choice(need.key, label, form.all("skills").any(|one| one == need.key))
}

/// Whether a household takes a new family, as a choice of three.
pub(super) fn ready_choices(w: Words, form: &Form) -> Vec<Choice> {
    let chosen = form.get("ready");
    vec![
        hinted(
            "now",
            w.household_ready_now(),
            w.household_ready_now_hint(),
            chosen == "now",
        ),
        hinted(
            "from",
            w.household_ready_from_choice(),
            w.household_ready_from_hint(),
            chosen == "from",
        ),
        hinted(
            "not_now",
            w.household_ready_not_now(),
            w.household_ready_not_now_hint(),
            chosen == "not_now",
        ),
    ]
}
