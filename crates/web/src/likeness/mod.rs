//! Families that may be one: the list for those who run the programme, and one pair side by side.

mod list;
mod settle;
mod show;

pub(crate) use settle::Saying;
pub(crate) use show::{Loaded, load};

use crate::paths;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::likeness::settle::Refusal;
use domain::likeness::{Sign, Strength};
use store::likeness::Asked;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (settle, on) = (Action::SettleLikeness, On::Likeness);
    let (get, post) = (|| Method::GET, || Method::POST);
    vec![
        route(get(), paths::LIKENESS, Action::ListLikeness, On::Lists, list::page),
        route(get(), "/likeness/{id}", settle, on, show::page),
        // A form that came back with a mistake stands at its own address, and is looked at there in the other language.
        route(get(), "/likeness/{id}/join", settle, on, show::page),
        route(post(), "/likeness/{id}/join", settle, on, settle::join),
        route(get(), "/likeness/{id}/apart", settle, on, show::page),
        route(post(), "/likeness/{id}/apart", settle, on, settle::apart),
        route(get(), "/likeness/{id}/undo", settle, on, show::page),
        route(post(), "/likeness/{id}/undo", settle, on, settle::undo),
        route(get(), "/likeness/{id}/move", settle, on, show::page),
        route(post(), "/likeness/{id}/move", settle, on, settle::move_person),
        route(get(), "/likeness/{id}/back", settle, on, show::page),
        route(post(), "/likeness/{id}/back", settle, on, settle::move_back),
    ]
}

/// Why a verb on two families was not stored.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// The rules refuse it as things stand; the references of the two families are in `Asked`.
    Refused(Refusal, Box<Asked>),
    /// The store did not take it.
    Store(store::Error),
}

impl From<store::Error> for Wrong {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

/// Why something cannot be said of two families, in words.
pub(crate) fn refusal_words(w: Words, refusal: Refusal, asked: &Asked) -> String {
    match refusal {
        Refusal::AlreadySettled { .. } => w.likeness_problem_settled().to_owned(),
        Refusal::NotSettled => w.likeness_problem_not_settled().to_owned(),
        Refusal::NotOfThese => w.likeness_problem_kept().to_owned(),
        Refusal::Joined { family } => w.likeness_problem_joined(asked.reference(family)),
        Refusal::ReferralOpen { family } => w.likeness_problem_referral_open(asked.reference(family)),
        Refusal::Supported { family } => w.likeness_problem_supported(asked.reference(family)),
        Refusal::LastChild => w.likeness_problem_last_child().to_owned(),
        Refusal::ReferredAgain { family } => w.likeness_problem_referred_again(asked.reference(family)),
    }
}

/// How strongly two families are alike, in words, and how that looks.
fn strength_words(w: Words, strength: Strength) -> (&'static str, &'static str) {
    match strength {
        Strength::Likely => (w.likeness_strength_likely(), "warm"),
        Strength::Possible => (w.likeness_strength_possible(), "quiet"),
    }
}

/// What speaks for it, in words.
fn sign_words(w: Words, signs: &[Sign]) -> Vec<String> {
    let words = signs.iter().filter_map(|sign| w.named("likeness-sign", sign.key()));
    words.map(ToOwned::to_owned).collect()
}

/// Where the question stands, in words.
fn state_words(w: Words, stage: &str) -> String {
    w.named("likeness-state", stage).unwrap_or(stage).to_owned()
}

/// An instant in words.
fn when(w: Words, micros: i64) -> String {
    w.day_time(store::clock::london_time(store::clock::instant(micros)))
}

#[cfg(test)]
mod tests {
    use super::{sign_words, state_words};
    use domain::likeness::Sign;
    use domain::likeness::settle::Stage;
    use words::{Lang, Words};

    #[test]
    fn every_sign_and_every_state_has_words_in_every_language() {
        for lang in Lang::ALL {
            let w = Words::new(*lang);
            assert_eq!(sign_words(w, &Sign::ALL).len(), Sign::ALL.len());
            for stage in Stage::KEYS {
                assert_ne!(state_words(w, stage), stage);
            }
        }
    }
}
