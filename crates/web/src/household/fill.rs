//! The form of a household: a new one, or one that is changed.

use super::boxes::{as_it_is, draw};
use super::read::read;
use super::refusal_words;
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::see;
use crate::paths;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::household::{About, FAMILIES_PER_HOUSEHOLD_MAX, Household, NewHousehold, Ready, WEEKENDS_USUAL};
use domain::id::{AccountId, HouseholdId, SiteId};
use domain::role::Role;
use store::Tx;
use store::once::Once;
use store::site::Site;

/// Who may be named, and where: what the form offers to choose from.
pub(super) struct Around {
    pub sites: Vec<Site>,
    pub carers: People,
    pub supervisors: People,
    pub known: Option<Household>,
}

/// Whether the reader may write a household down somewhere.
pub(super) async fn may_record(app: &App, visit: &Visit) -> Answer<bool> {
    let asked = [Action::RecordHousehold];
    let allowed = app.store().allowed(&visit.actor(), Object::Lists, &asked).await?;
    Ok(!allowed.is_empty())
}

/// The form of a new household.
pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    let around = around_new(&app, &visit).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_else(|| {
        Form::default()
            .with("places", &FAMILIES_PER_HOUSEHOLD_MAX.to_string())
            .with("weekends", &WEEKENDS_USUAL.to_string())
            .with("ready", Ready::Now.key())
    });
    Ok(draw(&app, &visit, &around, &form, &Mistakes::default()))
}

async fn around_new(app: &App, visit: &Visit) -> Answer<Around> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::RecordHousehold, Object::Lists)
        .await?;
    let read = app.store().read(permit, |tx| {
        let sites = store::site::in_scope(tx)?;
        let ids: Vec<SiteId> = sites.iter().map(|site| site.id).collect();
        let (carers, supervisors) = people(tx, &ids)?;
        Ok::<_, store::Error>(Around {
            sites,
            carers,
            supervisors,
            known: None,
        })
    });
    Ok(read.await?)
}

/// Accounts, each with what its person is called.
pub(super) type People = Vec<(AccountId, String)>;

/// The carers and the supervising social workers of some areas, by name.
fn people(tx: &Tx, sites: &[SiteId]) -> store::Result<(People, People)> {
    let of = |role| {
        let mut all: People = Vec::new();
        for site in sites {
            all.extend(store::account::role::holders(tx, *site, role)?);
        }
        all.sort_by(|(_, one), (_, other)| words::compare_names(one, other));
        all.dedup_by_key(|(id, _)| *id);
        Ok::<_, store::Error>(all)
    };
    Ok((of(Role::Carer)?, of(Role::Supervisor)?))
}

/// Stores a new household.
pub async fn make(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let around = around_new(&app, &visit).await?;
    let site = form.get("site").parse().ok();
    let site: Option<SiteId> = site.filter(|site| around.sites.iter().any(|known| known.id == *site));
    let Some(site) = site else {
        let mistakes = read(&form, visit.w(), None, None).err().unwrap_or_default();
        return Ok(draw(&app, &visit, &around, &form, &mistakes));
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let call = Call {
        w: visit.w(),
        by: account,
        language: visit.lang.tag(),
    };
    let (path, lang, object) = (visit.path.clone(), visit.lang, Object::Site(site));
    let (actor, typed) = (visit.actor(), form.clone());
    let stored = app.store().act(&actor, Action::RecordHousehold, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let id = make_by_call(tx, &call, site, &typed)?;
        let to = crate::visit::in_language(lang, &paths::carer(id));
        let href = paths::saying(&to, "household-made");
        tx.done(Some(&once), 303, &href)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Unmade>(href)
    });
    match stored.await {
        Ok(href) => Ok(see(&href)),
        Err(unmade) => Ok(draw(&app, &visit, &around, &form, &unmade.mistakes()?)),
    }
}

/// Reads a new household, lets the rules decide, and stores it.
pub(crate) fn make_by_call(tx: &Tx, call: &Call, site: SiteId, form: &Form) -> Result<HouseholdId, Unmade> {
    let new = read(form, call.w, Some(site), None)?;
    here_only(tx, call, &new, None)?;
    Ok(store::household::make(tx, &new)?)
}

/// Nobody is a carer of two households.
fn here_only(tx: &Tx, call: &Call, new: &NewHousehold, than: Option<HouseholdId>) -> Result<(), Unmade> {
    for account in new.members.iter().filter_map(|member| member.account) {
        if store::household::is_elsewhere(tx, account, than)? {
            let words = call.w.household_problem_account_elsewhere().to_owned();
            return Err(("carer1_account", words).into());
        }
    }
    Ok(())
}

/// The form of a household that is changed, filled with what is written.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>) -> Answer {
    let (around, about) = around_known(&app, &visit, id).await?;
    let kept = form::kept(&app, &visit).await?;
    let form = kept.unwrap_or_else(|| {
        around
            .known
            .as_ref()
            .map(|known| as_it_is(known, &about))
            .unwrap_or_default()
    });
    Ok(draw(&app, &visit, &around, &form, &Mistakes::default()))
}

async fn around_known(app: &App, visit: &Visit, id: HouseholdId) -> Answer<(Around, About)> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ChangeHousehold, Object::Household(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        let shown = store::household::show(tx, id)?;
        let (carers, supervisors) = people(tx, &[shown.household.site])?;
        let around = Around {
            sites: Vec::new(),
            carers,
            supervisors,
            known: Some(shown.household),
        };
        Ok::<_, store::Error>((around, shown.about))
    });
    Ok(read.await?)
}

/// Stores what was changed.
pub async fn change(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>, form: Form) -> Answer {
    let asked = (Action::ChangeHousehold, Object::Household(id));
    let href = paths::saying(&visit.href(&paths::carer(id)), "household-changed");
    let act = move |tx: &Tx, call: &Call, form: &Form| change_by_call(tx, call, id, form);
    let mistakes = match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    let (around, _) = around_known(&app, &visit, id).await?;
    Ok(draw(&app, &visit, &around, &form, &mistakes))
}

/// Reads what was changed, lets the rules decide, and stores it.
pub(crate) fn change_by_call(tx: &Tx, call: &Call, id: HouseholdId, form: &Form) -> Result<(), Unmade> {
    let known = store::household::load(tx, id)?;
    let new = read(form, call.w, None, Some(&known))?;
    here_only(tx, call, &new, Some(id))?;
    let families = store::household::families(tx, id)?.len();
    let families = u8::try_from(families).unwrap_or(u8::MAX);
    let event = call.said(known.change(call.by, tx.today(), &new, families), |w, refusal| {
        ("places", refusal_words(w, refusal))
    })?;
    Ok(store::household::record(tx, &known, &event, Some(&new))?)
}
