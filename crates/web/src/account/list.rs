//! Everybody with an account, and the roles that wait for a second person.

use super::{place_words, role_words};
use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Link, Page, Table, Task, link, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::AccountId;
use std::collections::HashMap;
use store::account::role::{self, Held};
use store::account::{self, Line};
use store::site::{self, Site};
use words::Words;

#[derive(Template)]
#[template(path = "account/list.html")]
struct Shown {
    page: Page,
    invite: Option<Link>,
    proposals: Vec<Task>,
    table: Table,
    none: bool,
}

/// What the page is drawn from.
struct People {
    lines: Vec<Line>,
    waiting: Vec<Held>,
    sites: Vec<Site>,
    names: HashMap<AccountId, String>,
}

fn load(tx: &store::Tx) -> store::Result<People> {
    let lines = account::list(tx)?;
    let waiting = role::waiting(tx)?;
    let mut names = HashMap::new();
    for id in waiting.iter().flat_map(|held| [held.account, held.proposed_by]) {
        if let Some(name) = account::name_of(tx, id)? {
            names.insert(id, name);
        }
    }
    Ok(People {
        lines,
        waiting,
        sites: site::list(tx)?,
        names,
    })
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListAccounts, Object::Lists)
        .await?;
    let people = app.store().read(permit, load).await?;
    let may_invite = !app
        .store()
        .allowed(&visit.actor(), Object::System, &[Action::InviteAccount])
        .await?
        .is_empty();
    let shown = Shown {
        invite: may_invite.then(|| link(visit.href(paths::INVITE), w.account_invite_title())),
        proposals: people
            .waiting
            .iter()
            .map(|held| proposal(&visit, &people, held))
            .collect(),
        none: people.lines.is_empty(),
        table: table(&visit, &people),
        page: Page::new(&app, &visit, w.account_list_title()),
    };
    Ok(show(&shown, &shown.page))
}

fn proposal(visit: &Visit, people: &People, held: &Held) -> Task {
    let w = visit.w();
    let name = |id: AccountId| people.names.get(&id).map_or(w.site_not_known(), String::as_str);
    let place = place_words(w, &people.sites, held.site);
    Task {
        text: w.account_proposal_line(name(held.account), role_words(w, held.role), &place),
        href: Some(visit.href(&paths::grant(held.id))),
        hint: w.account_proposal_by(name(held.proposed_by), &w.day_short(held.starts_on)),
        state: w.account_grant_stage_proposed().to_owned(),
        look: "warm",
    }
}

fn table(visit: &Visit, people: &People) -> Table {
    let w = visit.w();
    let rows = people.lines.iter().map(|line| {
        let second = if line.second_factor {
            Cell::tag(w.account_second_done(), "quiet")
        } else {
            Cell::tag(w.account_second_missing(), "warm")
        };
        let person = Cell::link(visit.href(&paths::person_account(line.id)), line.name.clone());
        vec![person, Cell::text(roles(w, &people.sites, &line.roles)), second]
    });
    Table {
        caption: w.account_list_caption().to_owned(),
        heads: [w.account_column_name(), w.account_column_roles(), w.account_second()]
            .map(ToOwned::to_owned)
            .into(),
        rows: rows.collect(),
    }
}

/// The roles that count, in one line.
fn roles(w: Words, sites: &[Site], held: &[Held]) -> String {
    let said: Vec<String> = held
        .iter()
        .filter(|held| held.stage == "held")
        .map(|held| w.account_role_at(role_words(w, held.role), &place_words(w, sites, held.site)))
        .collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    if said.is_empty() {
        w.account_roles_none().to_owned()
    } else {
        w.list(&said)
    }
}
