//! The form of a visit as it is drawn: the same one to write a visit down, to plan one, and to say what became of one.

use super::read::kind_of;
use super::show::{prompt_words, when_words};
use crate::App;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Link, Page, Problem, choice, date_field, field, link, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::response::Response;
use domain::family::{Family, Person};
use domain::practice::Prompts;
use domain::session::{Place, Prompt, Session, WhyNot};
use domain::support::SupportKind;
use words::Words;

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// Writing down a visit that was not planned here.
    Write,
    /// Planning one.
    Plan,
    /// Saying what became of a planned one.
    Then,
    /// Changing the plan of one.
    Move,
}

impl For {
    /// Whether it asks what happened.
    pub const fn asks_what_happened(self) -> bool {
        matches!(self, Self::Write | Self::Then)
    }
}

/// One box for words.
struct Box {
    field: Field,
    label: &'static str,
    hint: &'static str,
    rows: u8,
    needed: bool,
    is_short: bool,
}

#[derive(Template)]
#[template(path = "session/write.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: &'static str,
    name: String,
    happened: bool,
    is_plan: bool,
    kind: String,
    kind_words: &'static str,
    change_kind: Option<Link>,
    kinds: Vec<Choice>,
    kind_box: Field,
    on: DateField,
    at: Field,
    minutes: Field,
    place: Field,
    places: Vec<Choice>,
    present: Field,
    people: Vec<Choice>,
    outcome: Field,
    outcomes: Vec<Choice>,
    why: Field,
    whys: Vec<Choice>,
    boxes: Vec<Box>,
    keep: String,
    send: &'static str,
}

/// Whom a form is about.
pub(super) struct About {
    pub family: Family,
    pub name: String,
    pub session: Option<Session>,
    /// Which questions the area asks.
    pub prompts: Prompts,
}

/// The form with nothing typed yet: everyone ticked, today, at home.
pub(super) fn fresh(about: &About, today: jiff::civil::Date) -> Form {
    let everyone = about.family.people.iter().map(|person| person.id.to_string());
    let form = everyone.fold(Form::default(), |form, id| form.with("present", &id));
    on_day(form, today).with("place", "home").with("outcome", "done")
}

/// The form as a planned session fills it.
pub(super) fn planned(session: &Session) -> Form {
    let expected = session.present.iter().map(ToString::to_string);
    let form = expected.fold(Form::default(), |form, id| form.with("present", &id));
    let mut form = on_day(form, session.when.on)
        .with("place", session.place.key())
        .with("kind", session.kind.key)
        .with("outcome", "done");
    if let Some(at) = session.when.at {
        form = form.with("at", &at.strftime("%H:%M").to_string());
    }
    if let Some(minutes) = session.when.minutes {
        form = form.with("minutes", &minutes.to_string());
    }
    form
}

fn on_day(form: Form, day: jiff::civil::Date) -> Form {
    form.with("on_day", &day.day().to_string())
        .with("on_month", &day.month().to_string())
        .with("on_year", &day.year().to_string())
}

fn heading(w: Words, purpose: For) -> &'static str {
    match purpose {
        For::Write => w.session_write_title(),
        For::Plan => w.session_plan_title(),
        For::Then => w.session_then_title(),
        For::Move => w.session_move_title(),
    }
}

/// Draws the form.
pub(super) fn draw(
    (app, visit): (&App, &Visit),
    purpose: For,
    about: &About,
    form: &Form,
    mistakes: &Mistakes,
) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let kind = kind_of(form);
    let happened = purpose.asks_what_happened();
    let family = about.family.id;
    let named = |of: &str, key: &str| w.named(of, key).unwrap_or_default();
    let place = |place: &Place| {
        let chosen = form.get("place") == place.key();
        choice(place.key(), named("session-place", place.key()), chosen)
    };
    let outcome = |key: &str| choice(key, named("session-outcome", key), form.get("outcome") == key);
    let why = |why: &WhyNot| choice(why.key(), named("session-why", why.key()), form.get("why") == why.key());
    let none = choice("", w.session_why_none(), form.get("why").is_empty());
    let kinds = domain::support::recorded_as(domain::support::Record::Session);
    let kind_choice = |one: &SupportKind| {
        let chosen = one.key == kind.key;
        choice(one.key, named("support-kind", one.key), chosen)
    };
    let heading = heading(w, purpose);
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        name: title(w, about),
        happened,
        is_plan: !happened,
        kind: kind.key.to_owned(),
        kind_words: named("support-kind", kind.key),
        change_kind: (purpose == For::Write)
            .then(|| link(visit.href(&paths::session_new(family)), w.session_kind_change())),
        kinds: kinds.map(kind_choice).collect(),
        kind_box: typed("kind"),
        on: date_field("on", |part| form.get(part).to_owned(), mistakes.of("on")),
        at: typed("at"),
        minutes: typed("minutes"),
        place: typed("place"),
        places: Place::ALL.iter().map(place).collect(),
        present: typed("present"),
        people: about
            .family
            .people
            .iter()
            .map(|person| person_choice(w, person, form))
            .collect(),
        outcome: typed("outcome"),
        outcomes: ["done", "missed", "cancelled"].map(outcome).into(),
        why: typed("why"),
        whys: std::iter::once(none)
            .chain(WhyNot::chosen().map(|one| why(&one)))
            .collect(),
        boxes: if happened {
            boxes(w, (kind, about.prompts), form, mistakes)
        } else {
            Vec::new()
        },
        keep: format!("{}/keep", visit.href(&visit.path)),
        send: if happened {
            w.session_save()
        } else {
            w.session_save_plan()
        },
        page: Page::new(app, visit, heading)
            .of_form()
            .back_to(visit.href(&paths::family(family)), &w.family_title(&about.name))
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}

/// The family, and for a planned session when it was to be.
fn title(w: Words, about: &About) -> String {
    let family = w.family_title(&about.name);
    match &about.session {
        Some(session) => format!("{family} · {}", when_words(w, session.when)),
        None => family,
    }
}

pub(super) fn person_choice(w: Words, person: &Person, form: &Form) -> Choice {
    let id = person.id.to_string();
    let chosen = form.all("present").any(|one| one == id);
    choice(&id, &crate::family::people::name(w, person), chosen)
}

fn boxes(w: Words, (kind, prompts): (&'static SupportKind, Prompts), form: &Form, mistakes: &Mistakes) -> Vec<Box> {
    let asked = (0..kind.asks.len()).filter_map(Prompt::asked);
    let one = |prompt: Prompt| Box {
        field: field(prompt.key(), form.get(prompt.key()), mistakes.of(prompt.key())),
        label: prompt_words(w, kind, prompt),
        hint: hint(w, prompts, prompt),
        rows: match prompt {
            Prompt::Happened => 6,
            _ => 3,
        },
        needed: prompt == Prompt::Happened,
        is_short: matches!(prompt, Prompt::First | Prompt::Second),
    };
    Prompt::EVERY.into_iter().chain(asked).map(one).collect()
}

/// What is asked under a box, as the area asks it.
pub(super) fn hint(w: Words, prompts: Prompts, prompt: Prompt) -> &'static str {
    match (prompts, prompt) {
        (_, Prompt::View) => w.session_prompt_view_hint(),
        (Prompts::Plain, Prompt::WentWell) => w.session_prompt_went_well_hint(),
        (Prompts::Plain, Prompt::Happened) => w.session_prompt_happened_hint(),
        (Prompts::SolutionFocused, Prompt::WentWell) => w.session_solution_went_well_hint(),
        (Prompts::SolutionFocused, Prompt::Happened) => w.session_solution_happened_hint(),
        (Prompts::SolutionFocused, Prompt::Said) => w.session_solution_said_hint(),
        (Prompts::SolutionFocused, Prompt::Did) => w.session_solution_did_hint(),
        (Prompts::SolutionFocused, Prompt::Next) => w.session_solution_next_hint(),
        _ => "",
    }
}

/// What each box is called, and what is asked under it.
pub(crate) fn questions(w: Words, prompts: Prompts) -> Vec<(&'static str, &'static str)> {
    let one = |prompt: &Prompt| {
        let name = w.named("session-prompt", prompt.key()).unwrap_or_default();
        (name, hint(w, prompts, *prompt))
    };
    Prompt::EVERY.iter().map(one).collect()
}
