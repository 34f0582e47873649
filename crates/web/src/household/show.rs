//! One household: who lives there, what they are approved for, its places, and when it is away.

use super::called;
use super::list::{places, standing};
use crate::App;
use crate::error::Answer;
use crate::family::people::language;
use crate::page::{Link, Page, Place, SummaryRow, link, row, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::household::{About, Approval, Away, Household, Part, Stage};
use domain::id::{AccountId, HouseholdId};
use domain::text::Text;
use jiff::civil::Date;
use store::household::Line;
use words::Words;

#[derive(Template)]
#[template(path = "household/show.html")]
struct Shown {
    page: Page,
    name: String,
    reference: String,
    state: String,
    look: &'static str,
    places: Vec<Place>,
    acts: Vec<Link>,
    rows: Vec<SummaryRow>,
    away: Vec<String>,
    away_acts: Vec<Link>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>) -> Answer {
    let w = visit.w();
    let object = Object::Household(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenHousehold, object)
        .await?;
    let read = app.store().read(permit, move |tx| {
        let shown = store::household::show(tx, id)?;
        let families = store::household::families(tx, id)?;
        let supervisor = shown.household.supervisor.map(|who| store::account::name_of(tx, who));
        Ok::<_, store::Error>((shown, families, supervisor.transpose()?.flatten()))
    });
    let (shown, families, supervisor) = read.await?;
    let household = shown.household;
    let today = store::clock::london_day(app.store().now());
    let may = |action| !rights.allowed(object, &[action]).is_empty();
    let name = called(w, &household);
    let (state, look) = match household.stage {
        Stage::Open => standing(w, &household, today),
        Stage::Closed { on } => (w.household_closed(&w.day_short(on)), "quiet"),
    };
    let line = Line {
        postcode: None,
        families,
        household,
    };
    let household = &line.household;
    let mut acts = vec![link(visit.href(&paths::carer_handover(id)), w.handover_carer_act())];
    if may(Action::ChangeHousehold) {
        acts.push(link(visit.href(&paths::carer_change(id)), w.household_change_title()));
        acts.push(link(visit.href(&paths::carer_close(id)), w.household_close_send()));
    }
    let mut away_acts = Vec::new();
    if may(Action::SetAvailability) {
        let is_own = visit.account().is_ok_and(|who| household.is_carer(who.account));
        away_acts.push(link(visit.href(&paths::carer_away(id)), away_title(w, is_own)));
        away_acts.push(link(visit.href(&paths::carer_ready(id)), w.household_ready_title()));
    }
    let shown = Shown {
        reference: household.reference.to_string(),
        state,
        look,
        places: places(&visit, &line, today),
        acts,
        rows: [rows(w, household, supervisor), about(w, &shown.about)].concat(),
        away: household.away.iter().map(|away| away_words(w, away)).collect(),
        away_acts,
        page: Page::new(&app, &visit, &name).back_to(visit.href(paths::CARERS), w.household_list_title()),
        name,
    };
    Ok(show(&shown, &shown.page))
}

/// What the page to say when somebody is away is called, for the carers themselves and for others.
pub(super) fn away_title(w: Words, is_own: bool) -> &'static str {
    if is_own {
        w.household_away_title()
    } else {
        w.household_away_title_other()
    }
}

/// A time away in words.
pub(super) fn away_words(w: Words, away: &Away) -> String {
    let span = span(w, away.from, away.to);
    let why = w.named("household-away-why", away.why.key()).unwrap_or_default();
    format!("{span} · {why}")
}

fn span(w: Words, from: Date, to: Date) -> String {
    if from == to {
        w.day_short(from)
    } else {
        w.household_away_span(&w.day_short(from), &w.day_short(to))
    }
}

/// The languages a household speaks, in words.
pub(crate) fn languages(w: Words, household: &Household) -> String {
    let names: Vec<String> = household.languages.iter().map(|tag| language(w, tag)).collect();
    names.join(" · ")
}

fn rows(w: Words, household: &Household, supervisor: Option<String>) -> Vec<SummaryRow> {
    let of = |part: Part| {
        let members = household.members.iter().filter(move |member| member.part == part);
        let names: Vec<&str> = members.map(|member| member.name.as_str()).collect();
        names.join("\n")
    };
    let or = |text: String, none: &str| if text.is_empty() { none.to_owned() } else { text };
    let skills = household.skills.iter();
    let skills: Vec<&str> = skills
        .map(|need| w.named("need", need.key).unwrap_or(need.key))
        .collect();
    vec![
        row(w.household_carers(), of(Part::Carer)),
        row(w.household_adults(), or(of(Part::Adult), w.household_adults_none())),
        row(
            w.household_supervisor(),
            supervisor.unwrap_or_else(|| w.household_supervisor_none().to_owned()),
        ),
        row(w.household_approval(), approval(w, &household.approval)),
        row(
            w.household_terms(),
            or(terms(w, &household.approval), w.household_terms_none()),
        ),
        row(w.household_weekends(), household.weekends.to_string()),
        row(w.household_languages(), or(languages(w, household), w.household_none())),
        row(w.household_skills(), or(skills.join("\n"), w.household_none())),
    ]
}

fn approval(w: Words, approval: &Approval) -> String {
    let from = w.day_short(approval.from);
    match approval.to {
        Some(to) => w.household_approval_span(&from, &w.day_short(to)),
        None => w.household_approval_open(&from),
    }
}

fn terms(w: Words, approval: &Approval) -> String {
    let terms = &approval.terms;
    let children = terms.children_max.map(|n| w.household_terms_children(u64::from(n)));
    let ages = terms
        .ages
        .map(|(from, to)| w.household_terms_ages(u64::from(from), u64::from(to)));
    let words = terms.words.as_ref().map(ToString::to_string);
    let all: Vec<String> = [children, ages, words].into_iter().flatten().collect();
    all.join("\n")
}

fn about(w: Words, about: &About) -> Vec<SummaryRow> {
    let words = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    [
        (w.household_postcode(), about.postcode.as_ref().map(ToString::to_string)),
        (w.household_home(), words(&about.home)),
        (w.household_preferences(), words(&about.preferences)),
    ]
    .into_iter()
    .filter_map(|(label, text)| text.map(|text| row(label, text)))
    .collect()
}

/// Whether this reader is a carer of the household.
pub(super) fn is_own(visit: &Visit, household: &Household) -> bool {
    let me: Option<AccountId> = visit.account().ok().map(|who| who.account);
    me.is_some_and(|me| household.is_carer(me))
}
