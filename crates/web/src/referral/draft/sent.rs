//! What happens next with a referral just sent, and when.

use crate::App;
use crate::error::Answer;
use crate::page::{Page, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::Action;
use domain::id::ReferralId;
use domain::referral::decided_by;

#[derive(Template)]
#[template(path = "referral/draft/sent.html")]
struct Shown {
    page: Page,
    reference: String,
    decided_by: String,
    href: String,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    let w = visit.w();
    let referral = crate::referral::opened(&app, &visit, id, Action::OpenReferral).await?;
    let shown = Shown {
        reference: referral.reference.to_string(),
        decided_by: w.day(decided_by(referral.received_on)),
        href: visit.href(&paths::referral(id)),
        page: Page::new(&app, &visit, w.referral_refer_sent_title())
            .back_to(visit.href(paths::REFERRALS), w.site_nav_referrals()),
    };
    Ok(show(&shown, &shown.page))
}
