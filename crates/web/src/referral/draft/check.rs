//! Every answer on one page before it is sent, each with the way back to change it.

use super::scene::Scene;
use super::step::Step;
use super::tasks::title_of;
use crate::family::people as said;
use crate::mistakes::Mistakes;
use crate::page::{Field, Link, Page, Problem, SummaryRow, link, row, show};
use crate::referral::read::Read;
use crate::referral::reason_words;
use crate::referral::show::need_words;
use askama::Template;
use axum::response::Response;
use domain::family::{Holder, Home, LanguageTag, NewPerson, Part};
use domain::referral::{Doubt, Refer};
use domain::text::Text;
use words::Words;

#[derive(Template)]
#[template(path = "referral/draft/check.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    missing: Vec<Problem>,
    once: String,
    cards: Vec<Card>,
    doubts: Vec<String>,
    sure: Field,
    /// The same people, referred a few minutes ago.
    before: Option<Link>,
    twice: Field,
}

/// The answers of one page of the form.
struct Card {
    title: String,
    rows: Vec<SummaryRow>,
    change: Option<Link>,
}

/// How the page comes to be shown.
#[derive(Clone, Debug)]
pub enum After {
    /// Somebody looks at it.
    Looking,
    /// It was sent and something is missing.
    Sending,
    /// It was sent, and that the births are right is to be ticked first.
    Unsure,
    /// It was sent, and the same people were a few minutes ago, there.
    Twice(Link),
    /// It was sent, and a referral of the family is on its way already, after the one there.
    UnderWay(String),
}

/// What stands against sending, but for what is missing or mistaken in the form.
fn against(w: Words, after: &After) -> Option<Problem> {
    let problem = |href: &str, text: &str| Problem {
        href: href.to_owned(),
        text: text.to_owned(),
    };
    match after {
        After::Looking | After::Sending => None,
        After::Unsure => Some(problem("#sure", w.referral_problem_sure())),
        After::Twice(_) => Some(problem("#twice", w.referral_problem_twice())),
        After::UnderWay(href) => Some(problem(href, w.referral_problem_under_way())),
    }
}

/// A box to tick, with what was said when it was not.
fn tick(scene: &Scene, name: &str, wrong: Option<&str>) -> Field {
    crate::page::field(name, scene.form.get(name), wrong.map(ToOwned::to_owned))
}

/// The page. Mistakes lead to the pages they are on.
pub fn draw(scene: &Scene, after: After) -> Response {
    let w = scene.w();
    let read = scene.read();
    let empty = Mistakes::default();
    let wrong = read.as_ref().err().unwrap_or(&empty);
    let mut problems = wrong.summary_at(|name| step_href(scene, name));
    problems.extend(against(w, &after));
    let doubts = read.as_ref().map(|read| read.refer.doubts()).unwrap_or_default();
    let is_looking = matches!(after, After::Looking);
    // Nobody is told of a mistake before they sent one: what is missing is a list like any other.
    let (problems, missing) = if is_looking {
        (Vec::new(), problems)
    } else {
        (problems, Vec::new())
    };
    let unsure = matches!(after, After::Unsure).then(|| w.referral_problem_sure());
    let is_twice = matches!(after, After::Twice(_));
    let shown = Shown {
        problems,
        missing,
        once: scene.form.once_key(scene.app),
        cards: cards(scene, read.as_ref().ok()),
        doubts: doubts.iter().map(|doubt| doubt_words(scene, doubt)).collect(),
        sure: tick(scene, "sure", unsure),
        twice: tick(scene, "twice", is_twice.then(|| w.referral_problem_twice())),
        before: match after {
            After::Twice(link) => Some(link),
            _ => None,
        },
        page: Page::new(scene.app, scene.visit, w.referral_refer_check())
            .of_form()
            .back_to(scene.visit.href(&scene.whose.path()), scene.title())
            .with_mistakes(!is_looking),
    };
    show(&shown, &shown.page)
}

/// The page and the box of a mistake.
fn step_href(scene: &Scene, name: &str) -> String {
    let step = Step::of_box(name).unwrap_or(Step::Start);
    let page = scene.visit.href(&scene.whose.step(&step));
    format!("{page}#{}", name.replace('_', "-"))
}

fn doubt_words(scene: &Scene, doubt: &Doubt) -> String {
    let w = scene.w();
    let keys = scene.people();
    let called = |at: usize| keys.get(at).map(|key| scene.called(key)).unwrap_or_default();
    let (child, adult) = (called(doubt.child), called(doubt.adult));
    match u64::try_from(doubt.years) {
        Ok(years) => w.referral_doubt_years(&child, &adult, years),
        Err(_) => w.referral_doubt_older(&child, &adult),
    }
}

fn cards(scene: &Scene, read: Option<&Read>) -> Vec<Card> {
    let w = scene.w();
    let change = |step: &Step| {
        let href = scene.visit.href(&scene.whose.step(step));
        Some(link(href, w.site_change()))
    };
    let Some(read) = read else { return Vec::new() };
    let refer = &read.refer;
    let mut cards = vec![Card {
        title: title_of(scene, &Step::Start).to_owned(),
        rows: start_rows(scene, read),
        change: change(&Step::Start),
    }];
    for (key, person) in scene.people().iter().zip(&refer.people) {
        cards.push(Card {
            title: scene.called(key),
            rows: person_rows(scene, person),
            change: change(&Step::Person(key.clone())),
        });
    }
    let mut add = |step: Step, rows: Vec<SummaryRow>| {
        cards.push(Card {
            title: title_of(scene, &step).to_owned(),
            rows: if rows.is_empty() {
                vec![row(w.referral_check_nothing(), "")]
            } else {
                rows
            },
            change: change(&step),
        });
    };
    add(Step::Homes, home_rows(scene, refer));
    let words = |key: &str, text: &Option<Text>| text.as_ref().map(|text| row(key, text.as_str()));
    let going_well = words(w.referral_refer_going_well(), &refer.going_well);
    add(Step::GoingWell, going_well.into_iter().collect());
    let needs: Vec<String> = refer.needs.iter().map(|need| need_words(w, need.key)).collect();
    let mut rows = vec![row(w.referral_refer_needs(), needs.join("\n"))];
    rows.extend(words(w.referral_refer_worries(), &refer.worries));
    add(Step::Needs, rows);
    let mut rows: Vec<SummaryRow> = words(w.referral_refer_services(), &refer.services)
        .into_iter()
        .collect();
    rows.extend(words(w.referral_refer_hard_before(), &refer.hard_before));
    add(Step::Services, rows);
    add(Step::Safety, safety_rows(scene, refer));
    add(Step::Contact, contact_rows(scene, refer));
    add(Step::Consent, consent_rows(scene, refer));
    add(Step::About, about_rows(scene, refer));
    cards
}

/// Where it goes, and since when, or by whom.
fn start_rows(scene: &Scene, read: &Read) -> Vec<SummaryRow> {
    let w = scene.w();
    let site = scene.site().map(|site| site.name(scene.visit.lang.tag()));
    let second = match &read.refer.worker {
        Some(worker) => row(w.task_link_worker(), worker.as_str()),
        None => row(w.referral_refer_received(), w.day(read.received_on)),
    };
    vec![row(w.referral_refer_site(), site.unwrap_or_default()), second]
}

/// Each person who fits, with what they are called.
fn named<'a>(scene: &Scene, refer: &'a Refer, wanted: impl Fn(&NewPerson) -> bool) -> Vec<(String, &'a NewPerson)> {
    let keys = scene.people();
    let each = keys.iter().zip(&refer.people).filter(|(_, person)| wanted(person));
    each.map(|(key, person)| (scene.called(key), person)).collect()
}

/// What several people are called, joined as the language joins names.
fn names(scene: &Scene, places: &[usize]) -> String {
    let keys = scene.people();
    let called: Vec<String> = places
        .iter()
        .filter_map(|at| keys.get(*at))
        .map(|key| scene.called(key))
        .collect();
    let called: Vec<&str> = called.iter().map(String::as_str).collect();
    scene.w().list(&called)
}

fn person_rows(scene: &Scene, person: &NewPerson) -> Vec<SummaryRow> {
    let w = scene.w();
    let lang = scene.visit.lang.tag();
    let mut rows = Vec::new();
    let mut add = |key: &str, value: Option<String>| rows.extend(value.map(|value| row(key, value)));
    let birth = said::birth_words(w, person.birth);
    add(
        w.referral_refer_birth(),
        birth.or_else(|| Some(w.site_not_known().to_owned())),
    );
    let relationship = match person.part {
        Part::Child => w.referral_refer_relationship_child(),
        Part::Adult => w.referral_refer_relationship(),
    };
    add(relationship, person.relationship.as_ref().map(ToString::to_string));
    add(
        w.referral_reason(),
        person.reason.map(|reason| reason_words(w, reason.key())),
    );
    let status = person.legal_status.as_ref();
    let status = status.and_then(|key| said::status_words(scene.app.store().packs(), key, lang));
    add(w.referral_refer_legal_status(), status);
    let tongue = |tag: &Option<LanguageTag>| tag.as_ref().map(|tag| said::language(w, tag));
    add(w.referral_refer_speaks(), tongue(&person.languages.speak));
    add(w.referral_refer_reads(), tongue(&person.languages.read));
    add(w.referral_refer_reminders(), tongue(&person.languages.reminders));
    add(
        w.referral_refer_authority_id(),
        person.authority_id.as_ref().map(ToString::to_string),
    );
    rows
}

fn home_rows(scene: &Scene, refer: &Refer) -> Vec<SummaryRow> {
    let w = scene.w();
    let line = |home: &Home<usize>| {
        let address = home.address.as_ref().map(ToString::to_string);
        let postcode = home.postcode.as_ref().map(ToString::to_string);
        let hidden = home.hidden.then(|| w.family_safe_address_hidden().to_owned());
        let lines: Vec<String> = [address, postcode, hidden].into_iter().flatten().collect();
        row(&names(scene, &home.people), lines.join("\n"))
    };
    refer.homes.iter().map(line).collect()
}

fn safety_rows(scene: &Scene, refer: &Refer) -> Vec<SummaryRow> {
    let w = scene.w();
    let keys = scene.people();
    let called = |at: usize| keys.get(at).map(|key| scene.called(key)).unwrap_or_default();
    let mut rows = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        let holders: Vec<String> = refer
            .responsibilities
            .iter()
            .filter(|said| said.child == at)
            .map(|said| match &said.holder {
                Holder::Person(adult) => called(*adult),
                Holder::Authority => w.referral_refer_responsible_authority().to_owned(),
                Holder::Other(words) => words.to_string(),
            })
            .collect();
        if !holders.is_empty() {
            rows.push(row(
                &w.referral_refer_responsible(&scene.called(key)),
                holders.join("\n"),
            ));
        }
    }
    for (order, place) in refer.orders.iter().zip(1..) {
        let about = w.referral_check_about(&names(scene, &order.people));
        let lines = [said::order_words(w, order), about];
        rows.push(row(&w.referral_refer_order(place), lines.join("\n")));
    }
    for (kept, place) in refer.kept_away.iter().zip(1..) {
        let about = w.referral_check_about(&names(scene, &kept.people));
        let lines = [kept.who.to_string(), said::ways_words(w, kept.ways), about];
        rows.push(row(&w.referral_refer_kept(place), lines.join("\n")));
    }
    rows
}

fn contact_rows(scene: &Scene, refer: &Refer) -> Vec<SummaryRow> {
    let w = scene.w();
    let mut rows = Vec::new();
    for (called, person) in named(scene, refer, |person| person.safe_contact.is_some()) {
        let Some(contact) = &person.safe_contact else { continue };
        let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
        let no_message = contact.no_message.then(|| w.family_safe_no_message().to_owned());
        let lines = [
            text(&contact.number),
            text(&contact.times),
            no_message,
            text(&contact.note),
        ];
        let lines: Vec<String> = lines.into_iter().flatten().collect();
        if !lines.is_empty() {
            rows.push(row(&called, lines.join("\n")));
        }
    }
    rows
}

fn consent_rows(scene: &Scene, refer: &Refer) -> Vec<SummaryRow> {
    let w = scene.w();
    let adults = named(scene, refer, |person| person.part == Part::Adult);
    let line = |(called, person): &(String, &NewPerson)| {
        let consents = &person.consents;
        let lines = [
            said::agreed(w, &consents.taking_part),
            said::shared(w, consents.sharing),
        ];
        row(called, lines.join("\n"))
    };
    adults.iter().map(line).collect()
}

fn about_rows(scene: &Scene, refer: &Refer) -> Vec<SummaryRow> {
    let lang = scene.visit.lang.tag();
    let mut rows = Vec::new();
    for (called, person) in named(scene, refer, |_| true) {
        let group = said::ethnicity_words(scene.app.store().packs(), person.ethnicity.as_ref(), lang);
        let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
        let lines = [text(&person.communication), text(&person.disability), group];
        let lines: Vec<String> = lines.into_iter().flatten().collect();
        if !lines.is_empty() {
            rows.push(row(&called, lines.join("\n")));
        }
    }
    rows
}
