//! Writing a version of a plan. What two people write at once is shown to the second beside what they typed.

use super::compare::table;
use super::fill::{draw, fresh};
use super::read::{goal_keys, plan};
use super::show::Loaded;
use super::{Wrong, refusal_words};
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Table, see};
use crate::paths;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use domain::plan::{NewPlan, Refusal};
use store::Tx;
use store::once::Once;

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let today = store::clock::london_day(app.store().now());
    let kept = form::kept(&app, &visit).await?;
    let form = kept.unwrap_or_else(|| fresh(&loaded, today));
    Ok(draw((&app, &visit), &loaded, &form, &Mistakes::default(), None))
}

/// Keeps what is typed, while it is typed.
pub async fn keep(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    form::keep_typed(&app, &visit, (Action::ChangePlan, Object::Family(id)), &form).await
}

async fn loaded(app: &App, visit: &Visit, id: FamilyId) -> Answer<Loaded> {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::ChangePlan, object).await?;
    Ok(app.store().read(permit, move |tx| Loaded::read(tx, id, None)).await?)
}

/// Stores the version, or draws the form with one goal more or less.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let w = visit.w();
    let loaded = loaded(&app, &visit, id).await?;
    if let Some(form) = with_goals(&form) {
        let account = visit.account()?.account;
        store::draft::keep_for(app.store(), account, &visit.path, &form.to_body()).await?;
        return Ok(draw((&app, &visit), &loaded, &form, &Mistakes::default(), None));
    }
    let (new, keys) = match plan(&form, w, &loaded.family) {
        Ok(read) => read,
        Err(mistakes) => return Ok(draw((&app, &visit), &loaded, &form, &mistakes, None)),
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, language) = (visit.path.clone(), visit.lang.tag());
    let href = paths::saying(&visit.href(&paths::plan(id)), "plan-saved");
    let to = href.clone();
    let actor = visit.actor();
    let stored = app
        .store()
        .act(&actor, Action::ChangePlan, Object::Family(id), move |tx| {
            tx.not_done_before(Some(&once))?;
            write(tx, id, language, new.clone())?;
            tx.done(Some(&once), 303, &to)?;
            store::draft::forget(tx, account, &path)?;
            Ok::<_, Wrong>(())
        });
    let refusals = match stored.await {
        Ok(()) => return Ok(see(&href)),
        Err(Wrong::Plan(refusals)) => refusals,
        Err(Wrong::Store(error)) => return Err(error.into()),
    };
    let mistakes = refusal_words(w, &refusals, &keys);
    let from: u32 = form.get("from_version").parse().unwrap_or_default();
    let [Refusal::Overtaken { now }] = refusals[..] else {
        return Ok(draw((&app, &visit), &loaded, &form, &mistakes, None));
    };
    // They have seen what changed with this answer: the next try is from there.
    let form = form.without("from_version").with("from_version", &now.to_string());
    let changed = changed(&app, &visit, id, from).await?;
    Ok(draw((&app, &visit), &loaded, &form, &mistakes, changed))
}

/// What somebody else changed since a version.
async fn changed(app: &App, visit: &Visit, id: FamilyId, from: u32) -> Answer<Option<Table>> {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::ChangePlan, object).await?;
    let read = app.store().read(permit, move |tx| {
        let (family, _) = store::family::load(tx, id)?;
        let before = store::plan::show(tx, id, Some(from.max(1)))?;
        Ok::<_, store::Error>((family, before, store::plan::show(tx, id, None)?))
    });
    let (family, before, after) = read.await?;
    let pair = before.zip(after);
    Ok(pair.map(|(before, after)| table(visit.w(), &family, &before, &after)))
}

/// The form with one goal more or less, where that was pressed.
fn with_goals(form: &Form) -> Option<Form> {
    let keys = goal_keys(form);
    if form.get("add") == "goal" {
        let highest = keys.iter().filter_map(|key| key.parse::<u16>().ok()).max();
        let next = highest.unwrap_or_default().saturating_add(1).to_string();
        return Some(
            form.clone()
                .without("add")
                .without("goals")
                .with("goals", &listed(keys.iter().chain([&next]))),
        );
    }
    let gone = form.get("remove");
    if gone.is_empty() {
        return None;
    }
    let prefix = format!("goal_{gone}_");
    let names: Vec<String> = form
        .names()
        .filter(|name| name.starts_with(&prefix))
        .map(ToOwned::to_owned)
        .collect();
    let bare = form.clone().without("goals").without("remove");
    let bare = names.iter().fold(bare, |form, name| form.without(name));
    let kept = keys.iter().filter(|key| *key != gone);
    Some(bare.with("goals", &listed(kept)))
}

fn listed<'k>(keys: impl Iterator<Item = &'k String>) -> String {
    keys.map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Lets the rules decide and stores the version.
fn write(tx: &Tx, family: FamilyId, language: &str, new: NewPlan) -> Result<(), Wrong> {
    store::plan::hold(tx, family)?;
    let (known, _) = store::family::load(tx, family)?;
    let fits = store::plan::fits(tx, family)?;
    let event = new.write(fits.last.as_ref(), fits.bounds(tx.today()))?;
    store::plan::record(tx, (family, known.site), language, &event)?;
    Ok(())
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    let (family, _) = store::family::load(tx, id)?;
    let (new, keys) = plan(form, call.w, &family)?;
    write(tx, id, call.language, new).map_err(|wrong| match wrong {
        Wrong::Plan(refusals) => refusal_words(call.w, &refusals, &keys).into(),
        Wrong::Store(error) => error.into(),
    })
}
