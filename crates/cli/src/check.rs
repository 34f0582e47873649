//! `susd check`: what is not as it should be in how the service is set up and whether its messages leave. Each finding is one line.

use crate::Outcome;
use crate::args::Place;
use crate::deployment::{self, permit};
use anyhow::Result;
use domain::access::{Action, Object};
use domain::agreement::AgreementState;
use domain::pack::{Key, pack_on};
use domain::role::Role;
use jiff::civil::Date;
use store::Store;
use store::account;

/// How many people must be able to give and confirm roles: neither can do it alone.
const ADMINISTRATORS_MIN: usize = 2;

/// Looks, and prints what it finds.
pub async fn run(place: &Place) -> Result<Outcome> {
    let store = deployment::open(place).await?;
    let mut findings = administrators(&store).await?;
    findings.extend(sites(&store).await?);
    findings.extend(messages(&store).await?);
    for finding in &findings {
        println!("{finding}");
    }
    if findings.is_empty() {
        println!("everything is as it should be");
        return Ok(Outcome::Done);
    }
    Ok(Outcome::Finding)
}

/// Whether two people can give and confirm roles, each with a second factor.
async fn administrators(store: &Store) -> Result<Vec<String>> {
    let may = permit(store, Action::ListAccounts, Object::System).await?;
    let lines = store.read(may, account::list).await?;
    let is_one = |line: &&account::Line| {
        line.roles
            .iter()
            .any(|held| held.role == Role::Administrator && held.site.is_none() && held.stage == "held")
    };
    let administrators: Vec<_> = lines.iter().filter(is_one).collect();
    let mut findings = Vec::new();
    if administrators.len() < ADMINISTRATORS_MIN {
        findings.push(format!(
            "administrators: {} of the {ADMINISTRATORS_MIN} that giving a role needs; see `susd user role`",
            administrators.len()
        ));
    }
    let without = administrators.iter().filter(|line| !line.second_factor);
    findings.extend(without.map(|line| format!("account {}: an administrator without a second factor", line.id)));
    Ok(findings)
}

/// Whether every programme area has a nation pack, places and an agreement that is not about to end.
async fn sites(store: &Store) -> Result<Vec<String>> {
    let today = store::clock::london_day(store.now());
    let may = permit(store, Action::ListAccounts, Object::System).await?;
    let sites = store.read(may, store::site::list).await?;
    let mut findings = Vec::new();
    for site in sites {
        let nation = Key::parse(&site.nation).ok();
        if nation
            .and_then(|nation| pack_on(store.packs(), &nation, today))
            .is_none()
        {
            findings.push(format!("site {}: there is no nation pack {}", site.id, site.nation));
        }
        if site.places == 0 {
            findings.push(format!("site {}: its carers have no places for families", site.id));
        }
        findings.extend(agreement(store, &site, today).await?);
    }
    Ok(findings)
}

/// Whether what people are sent reaches them.
async fn messages(store: &Store) -> Result<Vec<String>> {
    let may = permit(store, Action::ListMessages, Object::Lists).await?;
    let stuck = store.read(may, store::outbox::stuck).await?;
    let mut findings = Vec::new();
    if 0 < stuck.given_up {
        findings.push(format!(
            "messages: {} were given up; see the page of messages",
            stuck.given_up
        ));
    }
    if 0 < stuck.overdue {
        findings.push(format!(
            "messages: {} wait for more than an hour; is the service running, and with --smtp?",
            stuck.overdue
        ));
    }
    Ok(findings)
}

/// Where the site stands with its agreement.
async fn agreement(store: &Store, site: &store::site::Site, today: Date) -> Result<Vec<String>> {
    let id = site.id;
    let may = permit(store, Action::ListAgreements, Object::Site(id)).await?;
    let standing = store.read(may, move |tx| store::agreement::standing(tx, id)).await?;
    let mut findings = Vec::new();
    if standing.state != AgreementState::InForce {
        findings.push(format!(
            "site {id}: no information sharing agreement is in force on {today}"
        ));
    }
    if let Some(warning) = standing.warning {
        findings.push(format!(
            "site {id}: its agreement ends in {} days and no other follows",
            warning.days_left
        ));
    }
    Ok(findings)
}
