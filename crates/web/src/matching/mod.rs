//! Who could support a family, offers and their answers, matches, and who stands in.

mod answer;
mod carer;
mod cover;
mod decide;
mod end;
mod look;
mod offer;
mod rank;

pub(crate) use answer::{by_call as answer_by_call, stage_words, take_back_by_call};
pub(crate) use cover::{by_call as cover_by_call, end_by_call as cover_end_by_call};
pub(crate) use decide::by_call as decide_by_call;
pub(crate) use end::by_call as end_by_call;
pub(crate) use offer::by_call as offer_by_call;

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::matching::{Refusal, Stop};
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    let (offer, decide, cover) = (Action::OfferFamily, Action::DecideOffer, Action::SetCover);
    vec![
        route(
            get(),
            "/families/{id}/carers",
            Action::SeeWhoCould,
            On::Family,
            rank::page,
        ),
        route(
            get(),
            "/families/{id}/carer",
            Action::SeeWhoCould,
            On::Family,
            carer::page,
        ),
        route(
            get(),
            "/families/{id}/drive",
            Action::SeeWhoCould,
            On::Family,
            rank::page,
        ),
        route(post(), "/families/{id}/drive", offer, On::Family, rank::drive),
        route(get(), "/families/{id}/offer", offer, On::Family, offer::page),
        route(post(), "/families/{id}/offer", offer, On::Family, offer::send),
        route(get(), "/offers/{id}", Action::OpenOffer, On::Offer, answer::page),
        route(get(), "/offers/{id}/answer", Action::OpenOffer, On::Offer, answer::page),
        route(
            post(),
            "/offers/{id}/answer",
            Action::AnswerOffer,
            On::Offer,
            answer::send,
        ),
        route(
            get(),
            "/offers/{id}/take_back",
            Action::OpenOffer,
            On::Offer,
            answer::page,
        ),
        route(post(), "/offers/{id}/take_back", decide, On::Offer, answer::take_back),
        route(get(), "/offers/{id}/match", decide, On::Offer, decide::page),
        route(post(), "/offers/{id}/match", decide, On::Offer, decide::send),
        route(get(), "/matches/{id}/end", Action::EndMatch, On::Match, end::page),
        route(post(), "/matches/{id}/end", Action::EndMatch, On::Match, end::send),
        route(get(), "/matches/{id}/cover", cover, On::Match, cover::page),
        route(post(), "/matches/{id}/cover", cover, On::Match, cover::send),
        route(get(), "/matches/{id}/cover/end", cover, On::Match, cover::page),
        route(post(), "/matches/{id}/cover/end", cover, On::Match, cover::end),
    ]
}

/// Why a verb was not stored.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// The rules refuse it as things stand.
    Refused(Refusal),
    /// The words of an offer name these people of the family.
    Names(Vec<String>),
    /// The store did not take it.
    Store(store::Error),
}

impl From<store::Error> for Wrong {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Why something cannot be done between a family and a household, in words.
pub(crate) fn refusal_words(w: Words, refusal: Refusal) -> String {
    let own = ToOwned::to_owned;
    match refusal {
        Refusal::Stopped(stop) => w.matching_offer_problem_stopped(&stop_words(w, stop)),
        Refusal::NotNow { .. } => own(w.matching_problem_not_now()),
        Refusal::SameHousehold => own(w.matching_offer_problem_same()),
        Refusal::OfferedAlready => own(w.matching_offer_problem_already()),
        Refusal::OfferIs { .. } => own(w.matching_offer_problem_settled()),
        Refusal::Ended { on } => w.matching_problem_ended(&w.day_short(on)),
        Refusal::TooEarly { earliest } => w.matching_problem_too_early(&w.day_short(earliest)),
        Refusal::TooLate { latest } => w.matching_problem_too_late(&w.day_short(latest)),
        Refusal::EndsBeforeItBegins { .. } => own(w.matching_problem_order()),
        Refusal::CoveredAlready { from, to } => w.matching_problem_covered(&w.day_short(from), &w.day_short(to)),
        Refusal::NoSuchLevel { .. } => own(w.matching_problem_level()),
    }
}

/// What stops a household, in words.
pub(crate) fn stop_words(w: Words, stop: Stop) -> String {
    let n = u64::from;
    match stop {
        Stop::Full { now, max } => w.matching_stop_full(n(now), n(max)),
        Stop::ApprovalEnded { on } => w.matching_stop_approval_ended(&w.day_short(on)),
        Stop::ApprovalNotBegun { on } => w.matching_stop_approval_not_begun(&w.day_short(on)),
        Stop::Ages { youngest, oldest } => w.matching_stop_ages(n(youngest), n(oldest)),
        Stop::Away { until } => w.matching_stop_away(&w.day_short(until)),
        Stop::ReadyFrom { on } => w.matching_stop_ready_from(&w.day_short(on)),
        Stop::NotReady => w.matching_stop_not_ready().to_owned(),
        Stop::MustNotKnow => w.matching_stop_must_not_know().to_owned(),
        Stop::Closed { on } => w.matching_stop_closed(&w.day_short(on)),
    }
}
