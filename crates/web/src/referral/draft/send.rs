//! Looking every answer over, and sending the referral once.

use super::check::{self, After};
use super::scene::Scene;
use super::whose::Whose;
use super::{opened, scene};
use crate::App;
use crate::error::Answer;
use crate::form::Form;
use crate::page::{link, see};
use crate::paths;
use crate::referral::read::Read;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{ReferralDraftId, ReferralId};
use store::Tx;
use store::once::Once;

/// Every answer on one page.
pub async fn page(State(app): State<App>, visit: Visit, whose: Whose) -> Answer {
    let (form, sites) = opened(&app, &visit, &whose).await?;
    Ok(check::draw(&scene(&app, &visit, &whose, form, &sites), After::Looking))
}

/// The form with what was answered on the page itself.
pub fn with_answers(form: Form, typed: &Form) -> Form {
    ["sure", "twice", "once"]
        .into_iter()
        .fold(form, |form, name| form.without(name).with(name, typed.get(name)))
}

/// The referral as it was read, where nothing in the form stands against sending it.
pub fn ready(scene: &Scene, typed: &Form) -> Result<Read, After> {
    let read = scene.read().map_err(|_| After::Sending)?;
    if read.refer.doubts().is_empty() || typed.get("sure") == "yes" {
        Ok(read)
    } else {
        Err(After::Unsure)
    }
}

/// What came of sending.
enum Sent {
    /// It is stored, and leads there.
    To(String),
    /// The same people were referred a few minutes ago.
    Before(ReferralId),
}

/// Sends the referral: stores it, or shows what still stands against it.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ReferralDraftId>, typed: Form) -> Answer {
    let account = visit.account()?.account;
    let once = Some(typed.get("once")).filter(|key| !key.is_empty());
    let once = once.map(|key| Once::new(account.uuid(), key, id.to_string().as_bytes()));
    if let Some(sent) = sent_before(&app, &visit, once.clone()).await? {
        return Ok(see(&sent));
    }
    let whose = Whose::Own(id);
    let (form, sites) = opened(&app, &visit, &whose).await?;
    let scene = scene(&app, &visit, &whose, with_answers(form, &typed), &sites);
    let read = match ready(&scene, &typed) {
        Ok(read) => read,
        Err(after) => return Ok(check::draw(&scene, after)),
    };
    let (actor, follows) = (visit.actor(), read.refer.follows);
    if let Some(earlier) = follows {
        // Whoever refers a family again can open what was written of it.
        let object = Object::Referral(earlier);
        drop(app.store().permit(&actor, Action::OpenReferral, object).await?);
    }
    let stored = app.store().act(
        &actor,
        Action::Refer,
        Object::Site(read.refer.site),
        storing(&visit, id, once, read, typed.get("twice") == "yes"),
    );
    match (stored.await, follows) {
        (Ok(Sent::To(href)), _) => Ok(see(&href)),
        (Ok(Sent::Before(earlier)), _) => {
            let href = visit.href(&paths::referral(earlier));
            let before = link(href, visit.w().referral_twice_look());
            Ok(check::draw(&scene, After::Twice(before)))
        }
        (Err(store::Error::Constraint(_)), Some(earlier)) => {
            let href = visit.href(&paths::referral(earlier));
            Ok(check::draw(&scene, After::UnderWay(href)))
        }
        (Err(error), _) => Err(error.into()),
    }
}

/// The unit of work that stores a referral and ends its draft, unless the same people were referred just now.
fn storing(
    visit: &Visit,
    id: ReferralDraftId,
    once: Option<Once>,
    read: Read,
    twice: bool,
) -> impl Fn(&Tx) -> Result<Sent, store::Error> + Send + Sync + 'static {
    let lang = visit.lang;
    move |tx| {
        tx.not_done_before(once.as_ref())?;
        if let Some(before) = store::referral::just_sent(tx, None, &read.refer)?.filter(|_| !twice) {
            return Ok(Sent::Before(before));
        }
        let made = store::referral::make(tx, read.refer.clone(), read.received_on)?;
        let href = crate::visit::in_language(lang, &paths::referral_sent(made.id));
        tx.done(once.as_ref(), 303, &href)?;
        store::referral::draft::delete(tx, id)?;
        Ok(Sent::To(href))
    }
}

/// Where the same press led before: its draft is gone by then.
async fn sent_before(app: &App, visit: &Visit, once: Option<Once>) -> Answer<Option<String>> {
    let Some(once) = once else { return Ok(None) };
    let permit = app.store().permit(&visit.actor(), Action::Refer, Object::Lists).await?;
    let before = app
        .store()
        .read(permit, move |tx| tx.not_done_before(Some(&once)))
        .await;
    match before {
        Ok(()) => Ok(None),
        Err(store::Error::AlreadyDone { location, .. }) => Ok(Some(location)),
        Err(error) => Err(error.into()),
    }
}
