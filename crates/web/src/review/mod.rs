//! Reviews and support meetings: planned for a day, written down, read, put right, called off.

mod bring;
mod fill;
mod off;
mod paper;
mod prepare;
mod read;
mod record;
mod right;
mod show;
mod write;

pub(crate) use bring::{by_call as bring_by_call, own_by_call as own_bring_by_call};
pub(crate) use off::by_call as off_by_call;
pub(crate) use right::by_call as right_by_call;
pub(crate) use show::{decided_words, kind_words};
pub(crate) use write::by_call;

use crate::App;
use crate::call::Unmade;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::route::{Route, route};
use crate::visit::Visit;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use domain::access::{Action, Object, ObjectKind as On};
use domain::id::FamilyId;
use domain::review::Refusal;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (open, hold) = (Action::OpenFamily, Action::HoldReview);
    let (get, post) = (|| Method::GET, || Method::POST);
    let mut all = vec![
        route(get(), "/families/{id}/reviews/plan", hold, On::Family, write::plan_page),
        route(post(), "/families/{id}/reviews/plan", hold, On::Family, write::plan),
        route(get(), "/families/{id}/reviews/write", hold, On::Family, write::page),
        route(post(), "/families/{id}/reviews/write", hold, On::Family, write::send),
        route(
            post(),
            "/families/{id}/reviews/write/keep",
            hold,
            On::Family,
            write::keep,
        ),
        route(get(), "/families/{id}/reviews/{review}", open, On::Family, show::page),
        route(
            get(),
            "/families/{id}/reviews/{review}/held",
            hold,
            On::Family,
            write::held_page,
        ),
        route(
            post(),
            "/families/{id}/reviews/{review}/held",
            hold,
            On::Family,
            write::held,
        ),
        route(
            post(),
            "/families/{id}/reviews/{review}/held/keep",
            hold,
            On::Family,
            write::keep_one,
        ),
        route(
            get(),
            "/families/{id}/reviews/{review}/plan",
            hold,
            On::Family,
            write::move_page,
        ),
        route(
            post(),
            "/families/{id}/reviews/{review}/plan",
            hold,
            On::Family,
            write::moved,
        ),
        route(
            get(),
            "/families/{id}/reviews/{review}/off",
            open,
            On::Family,
            show::page,
        ),
        route(
            post(),
            "/families/{id}/reviews/{review}/off",
            hold,
            On::Family,
            off::send,
        ),
        route(
            get(),
            "/families/{id}/reviews/{review}/right",
            hold,
            On::Family,
            right::page,
        ),
        route(
            post(),
            "/families/{id}/reviews/{review}/right",
            hold,
            On::Family,
            right::send,
        ),
        route(
            post(),
            "/families/{id}/reviews/{review}/right/keep",
            hold,
            On::Family,
            write::keep_one,
        ),
    ];
    all.extend(before_it());
    all
}

/// What is done before a review is held: looking back, bringing something, and its papers.
fn before_it() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    vec![
        route(
            get(),
            "/families/{id}/reviews/{review}/prepare",
            Action::PrepareReview,
            On::Family,
            prepare::page,
        ),
        route(
            get(),
            "/families/{id}/reviews/{review}/review.pdf",
            Action::PrepareReview,
            On::Family,
            paper::file,
        ),
        route(
            get(),
            "/families/{id}/reviews/{review}/bring",
            Action::ContributeToReview,
            On::Family,
            bring::page,
        ),
        route(
            post(),
            "/families/{id}/reviews/{review}/bring",
            Action::ContributeToReview,
            On::Family,
            bring::send,
        ),
        route(
            post(),
            "/families/{id}/reviews/{review}/bring/keep",
            Action::ContributeToReview,
            On::Family,
            bring::keep,
        ),
    ]
}

/// Why a verb on a review was not stored.
#[derive(Debug)]
enum Wrong {
    /// The rules refuse it as things stand.
    Refused(Refusal),
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

impl Wrong {
    /// What somebody who called is told.
    fn told(self, w: Words) -> Unmade {
        match self {
            Self::Refused(refusal) => refusal_words(w, refusal).into(),
            Self::Store(error) => error.into(),
        }
    }
}

/// Where on the form a mistake stands, and what it says.
fn refusal_words(w: Words, refusal: Refusal) -> (&'static str, String) {
    let own = ToOwned::to_owned;
    match refusal {
        Refusal::NotSupported => ("on", own(w.review_problem_not_supported())),
        Refusal::TooEarly { earliest } => ("on", w.review_problem_too_early(&w.day_short(earliest))),
        Refusal::ToCome { on } => ("on", w.review_problem_to_come(&w.day_short(on))),
        Refusal::Over { on } => ("on", w.review_problem_over(&w.day_short(on))),
        Refusal::TooLate { latest } => ("on", w.review_problem_too_late(&w.day_short(latest))),
        Refusal::NotOfTheFamily => ("present", own(w.review_problem_stranger())),
        Refusal::NobodyThere => ("there", own(w.review_problem_nobody())),
        Refusal::NothingDecided => ("decided", own(w.review_problem_nothing())),
        Refusal::DecisionsDisagree => ("decided", own(w.review_problem_disagree())),
        Refusal::IsAlready { .. } => ("on", own(w.review_problem_is_already())),
        Refusal::NotYours => ("said", own(w.review_problem_not_yours())),
        Refusal::ChangedMeanwhile => ("said", own(w.review_problem_stale())),
    }
}

/// Keeps what is typed so far, while it is typed, under the address of its form.
async fn keep(app: &App, visit: &Visit, family: FamilyId, form: &Form) -> Answer {
    let path = visit.path.strip_suffix("/keep").ok_or(PageError::NotFound)?.to_owned();
    let account = visit.account()?.account;
    let (object, hold) = (Object::Family(family), [Action::HoldReview]);
    if app.store().allowed(&visit.actor(), object, &hold).await?.is_empty() {
        return Err(PageError::NotFound);
    }
    store::draft::keep_for(app.store(), account, &path, &form.to_body()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
