//! Carers' households: the list with their places, one of them, and what is written of it.

mod available;
mod boxes;
mod close;
mod files;
mod fill;
mod list;
mod read;
mod show;

use crate::paths;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::household::{Household, Refusal};
use words::Words;

pub(crate) use available::{away_by_call, ready_by_call, take_back_by_call};
pub(crate) use close::by_call as close_by_call;
pub(crate) use fill::{change_by_call, make_by_call};
pub(crate) use list::{dose_words, level_words, lines, places};
pub(crate) use show::languages;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    let (record, change, available) = (
        Action::RecordHousehold,
        Action::ChangeHousehold,
        Action::SetAvailability,
    );
    vec![
        route(get(), paths::CARERS, Action::ListHouseholds, On::Lists, list::page),
        route(get(), "/carers.csv", Action::ExportFamilies, On::Lists, files::csv),
        route(get(), "/carers.xlsx", Action::ExportFamilies, On::Lists, files::excel),
        route(get(), paths::CARER_NEW, record, On::Site, fill::new),
        route(post(), paths::CARER_NEW, record, On::Site, fill::make),
        route(get(), "/carers/{id}", Action::OpenHousehold, On::Household, show::page),
        route(get(), "/carers/{id}/change", change, On::Household, fill::page),
        route(post(), "/carers/{id}/change", change, On::Household, fill::change),
        route(get(), "/carers/{id}/close", change, On::Household, close::page),
        route(post(), "/carers/{id}/close", change, On::Household, close::send),
        route(get(), "/carers/{id}/away", available, On::Household, available::away),
        route(
            post(),
            "/carers/{id}/away",
            available,
            On::Household,
            available::set_away,
        ),
        route(get(), "/carers/{id}/back", available, On::Household, available::away),
        route(
            post(),
            "/carers/{id}/back",
            available,
            On::Household,
            available::take_back,
        ),
        route(get(), "/carers/{id}/ready", available, On::Household, available::ready),
        route(
            post(),
            "/carers/{id}/ready",
            available,
            On::Household,
            available::set_ready,
        ),
    ]
}

/// Why something cannot be done with a household, in words.
pub(crate) fn refusal_words(w: Words, refusal: Refusal) -> String {
    let n = u64::from;
    match refusal {
        Refusal::Closed { .. } => w.household_problem_closed().to_owned(),
        Refusal::TooFewPlaces { families, .. } => w.household_problem_too_few_places(n(families)),
        Refusal::HasFamilies { families } => w.household_problem_has_families(n(families)),
        Refusal::CarerLeftOut { .. } => w.household_problem_carer_left_out().to_owned(),
        Refusal::EndsBeforeItBegins { .. } => w.household_problem_away_order().to_owned(),
        Refusal::Over { .. } => w.household_problem_away_over().to_owned(),
        Refusal::TooLong { .. } => w.household_problem_away_long().to_owned(),
        Refusal::AwayAlready { from, to } => w.household_problem_away_already(&w.day_short(from), &w.day_short(to)),
        Refusal::NotAway => w.household_problem_not_away().to_owned(),
        Refusal::InFuture { .. } => w.household_problem_future().to_owned(),
    }
}

/// What a household is called: its carers' names, joined as the language joins names.
pub(crate) fn called(w: Words, household: &Household) -> String {
    let names: Vec<&str> = household.carers().map(|carer| carer.name.as_str()).collect();
    w.list(&names)
}
