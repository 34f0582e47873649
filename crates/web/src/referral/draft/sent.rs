//! What happens next with a referral just sent, and when.

use crate::App;
use crate::error::Answer;
use crate::page::{Page, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::ReferralId;
use domain::referral::decided_by;

#[derive(Template)]
#[template(path = "referral/draft/sent.html")]
struct Shown {
    page: Page,
    reference: String,
    decided_by: String,
    href: String,
    maybe_known: bool,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenReferral, Object::Referral(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        let referral = store::referral::show(tx, id)?.referral;
        let known = store::likeness::may_be_known(tx, referral.family)?;
        Ok::<_, store::Error>((referral, known))
    });
    let (referral, known) = read.await?;
    let shown = Shown {
        reference: referral.reference.to_string(),
        decided_by: w.day(decided_by(referral.received_on)),
        maybe_known: known.is_some(),
        href: visit.href(&paths::referral(id)),
        page: Page::new(&app, &visit, w.referral_refer_sent_title())
            .back_to(visit.href(paths::REFERRALS), w.site_nav_referrals()),
    };
    Ok(show(&shown, &shown.page))
}
