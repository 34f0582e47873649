//! One role: a second person confirms or refuses it, and it is ended.

use super::show::{stage_look, stage_words};
use super::{place_words, role_words};
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::{Page, SummaryRow, row, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::grant::GrantRefusal;
use domain::id::{AccountId, GrantId};
use jiff::civil::Date;
use store::account::role::{self, Held};
use store::journal::history;
use store::site::Site;

#[derive(Template)]
#[template(path = "account/grant.html")]
struct Shown {
    page: Page,
    heading: String,
    state: &'static str,
    look: &'static str,
    facts: Vec<SummaryRow>,
    version: i64,
    may_decide: bool,
    why_not: Option<&'static str>,
    may_end: bool,
}

/// What the page is drawn from.
struct Standing {
    held: Held,
    asked: Option<(Date, String)>,
    person: Option<String>,
    proposer: Option<String>,
    decider: Option<String>,
    sites: Vec<Site>,
}

fn load(tx: &store::Tx, id: GrantId) -> store::Result<Standing> {
    let held = role::load(tx, id)?;
    let name = |id: AccountId| store::account::name_of(tx, id);
    Ok(Standing {
        asked: history::role_asked(tx, held.account, id)?,
        person: name(held.account)?,
        proposer: name(held.proposed_by)?,
        decider: held.decided_by.map(name).transpose()?.flatten(),
        sites: store::site::list(tx)?,
        held,
    })
}

/// The page, for those who could confirm the role or end it.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<GrantId>) -> Answer {
    let w = visit.w();
    let me = visit.account()?.account;
    let asked = [Action::ConfirmRole, Action::EndRole];
    let may = app.store().allowed(&visit.actor(), Object::Grant(id), &asked).await?;
    if may.is_empty() {
        drop(
            app.store()
                .permit(&visit.actor(), Action::ConfirmRole, Object::Grant(id))
                .await?,
        );
        return Err(PageError::Refused);
    }
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListAccounts, Object::Lists)
        .await?;
    let standing = app.store().read(permit, move |tx| load(tx, id)).await?;
    let held = &standing.held;
    let waits = held.stage == "proposed";
    let why_not = match () {
        () if !waits => None,
        () if held.account == me => Some(w.account_confirm_self()),
        () if held.proposed_by == me => Some(w.account_confirm_own()),
        () => None,
    };
    let person = standing.person.clone().unwrap_or_else(|| w.site_not_known().to_owned());
    let heading = w.account_grant_title(role_words(w, held.role));
    let shown = Shown {
        state: stage_words(w, held),
        look: stage_look(&held.stage),
        facts: facts(&visit, &standing, &person),
        version: held.version,
        may_decide: waits && may.contains(&Action::ConfirmRole),
        why_not,
        may_end: held.stage == "held" && may.contains(&Action::EndRole),
        page: Page::new(&app, &visit, &heading).back_to(
            visit.href(&paths::person_account(held.account)),
            &w.account_title(&person),
        ),
        heading,
    };
    Ok(show(&shown, &shown.page))
}

fn facts(visit: &Visit, standing: &Standing, person: &str) -> Vec<SummaryRow> {
    let w = visit.w();
    let held = &standing.held;
    let mut rows = vec![
        row(w.account_grant_person(), person),
        row(w.account_propose_role(), role_words(w, held.role)),
        row(w.account_propose_site(), place_words(w, &standing.sites, held.site)),
    ];
    if let Some(name) = &standing.proposer {
        rows.push(row(w.account_grant_proposed_by(), name.clone()));
    }
    if let Some(name) = &standing.decider {
        rows.push(row(w.account_grant_decided_by(), name.clone()));
    }
    let from = match (&standing.asked, held.stage.as_str()) {
        (Some((from, _)), "proposed") => *from,
        _ => held.starts_on,
    };
    rows.push(row(w.account_propose_from(), w.day_short(from)));
    if let Some(end) = held.ends_on {
        rows.push(row(stage_words(w, held), w.day_short(end)));
    }
    if let Some((_, words)) = &standing.asked {
        rows.push(row(w.account_propose_reason(), words.clone()));
    }
    rows
}

/// What is done to a role.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Confirm,
    Refuse,
    End,
}

/// Confirms, refuses or ends it.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<GrantId>, form: Form) -> Answer {
    let (verb, action, said) = match form.get("act") {
        "confirm" => (Verb::Confirm, Action::ConfirmRole, "account-confirmed"),
        "refuse" => (Verb::Refuse, Action::ConfirmRole, "account-refused"),
        "end" => (Verb::End, Action::EndRole, "account-role-ended-done"),
        _ => return Err(PageError::NotAForm),
    };
    let permit = app.store().permit(&visit.actor(), action, Object::Grant(id)).await?;
    let me = visit.account()?.account;
    let version: i64 = form.get("version").parse().unwrap_or_default();
    let changed = app
        .store()
        .write(permit, move |tx| change(tx, id, verb, me, version))
        .await;
    let account = changed?;
    Ok(see(&paths::saying(&visit.href(&paths::person_account(account)), said)))
}

fn change(tx: &store::Tx, id: GrantId, verb: Verb, me: AccountId, version: i64) -> Result<AccountId, PageError> {
    let held = role::load(tx, id)?;
    let waits = held.stage == "proposed";
    if held.version != version || waits == (verb == Verb::End) {
        return Err(PageError::Stale);
    }
    let today = tx.today();
    let grant = held.grant()?;
    let after = match verb {
        Verb::Confirm => {
            let from = history::role_asked(tx, held.account, id)?.map_or(today, |(from, _)| from);
            grant.confirm(me, from.max(today))
        }
        Verb::Refuse | Verb::End => grant.end(me, today),
    };
    let after = after.map_err(|refusal| match refusal {
        GrantRefusal::SecondPersonNeeded => PageError::Refused,
        GrantRefusal::AlreadyHeld { .. } | GrantRefusal::AlreadyEnded { .. } => PageError::Conflict,
    })?;
    role::record(tx, &held, &after)?;
    Ok(held.account)
}
