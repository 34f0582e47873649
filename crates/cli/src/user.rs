//! `susd user`: people who may sign in, from the machine itself.
//!
//! The command line gives the first two administrators their role. After that it only proposes, and
//! one of them confirms: a role needs two people (docs/decisions/0010-the-command-line.md).

use crate::Outcome;
use crate::args::{User, UserCommand};
use crate::deployment::{self, permit};
use anyhow::{Context, Result, bail};
use domain::access::{Action, Object};
use domain::id::{AccountId, SiteId};
use domain::role::Role;
use store::account::role::{self, GiveError, Held};
use store::account::{self, NewAccount, invitation};
use store::{Store, Tx};

/// `susd user …`.
pub async fn run(asked: User) -> Result<Outcome> {
    let store = deployment::open(&asked.place).await?;
    match asked.command {
        UserCommand::Add { name, email, language } => {
            add(
                &store,
                NewAccount {
                    name,
                    email,
                    language,
                    person: None,
                },
            )
            .await?;
        }
        UserCommand::List => list(&store).await?,
        UserCommand::Role { email, role, site, end } => {
            let Some(role) = Role::from_key(&role) else {
                let known: Vec<&str> = Role::ALL.into_iter().map(Role::key).collect();
                bail!("there is no role {role}; there are {}", known.join(", "));
            };
            let account = find(&store, &email).await?;
            let site = site_named(&store, site).await?;
            if end {
                end_role(&store, account, role, site).await?;
            } else {
                give(&store, account, role, site).await?;
            }
        }
        UserCommand::PasswordLink { email, origin } => {
            let account = find(&store, &email).await?;
            link(&store, account, &origin).await?;
        }
        UserCommand::ForgetWaysIn { email } => {
            let account = find(&store, &email).await?;
            let may = permit(&store, Action::EndSignIn, Object::Account(account)).await?;
            store.write(may, move |tx| account::way_in::forget(tx, account)).await?;
            println!("forgotten, and signed out everywhere; print a link with password-link");
        }
        UserCommand::SignOut { email } => {
            let account = find(&store, &email).await?;
            let may = permit(&store, Action::EndSignIn, Object::Account(account)).await?;
            store
                .write(may, move |tx| store::sign_in::end_others(tx, account, None))
                .await?;
            println!("signed out everywhere");
        }
    }
    Ok(Outcome::Done)
}

async fn add(store: &Store, new: NewAccount) -> Result<()> {
    if !new.email.contains('@') || new.name.trim().is_empty() {
        bail!("an account needs a name and an address for mail");
    }
    let may = permit(store, Action::InviteAccount, Object::System).await?;
    match store.write(may, move |tx| account::make(tx, &new)).await {
        Ok(id) => println!("{id}"),
        Err(store::Error::Constraint(name)) if name == "account_email_once" => {
            bail!("an account has this address for mail already");
        }
        Err(cause) => return Err(cause.into()),
    }
    Ok(())
}

async fn list(store: &Store) -> Result<()> {
    let may = permit(store, Action::ListAccounts, Object::System).await?;
    let (lines, sites) = store
        .read(may, |tx| {
            Ok::<_, store::Error>((account::list(tx)?, store::site::list(tx)?))
        })
        .await?;
    let place = |held: &Held| {
        let site = held.site.and_then(|id| sites.iter().find(|site| site.id == id));
        let place = site.map_or("everywhere", |site| site.name_en.as_str());
        let waits = if held.stage == "proposed" { ", proposed" } else { "" };
        format!("{} ({place}{waits})", held.role.key())
    };
    for line in &lines {
        let roles: Vec<String> = line.roles.iter().map(place).collect();
        println!("{}  {}  {}", line.id, line.name, roles.join(", "));
    }
    Ok(())
}

/// The account with this address for mail.
async fn find(store: &Store, email: &str) -> Result<AccountId> {
    let may = permit(store, Action::ListAccounts, Object::System).await?;
    let wanted = email.to_owned();
    let found = store.read(may, move |tx| account::by_email(tx, &wanted)).await?;
    found.with_context(|| format!("nobody has the address {email}"))
}

/// The programme area of this name, in either language, or of this id.
pub async fn site_named(store: &Store, named: Option<String>) -> Result<Option<SiteId>> {
    let Some(named) = named else { return Ok(None) };
    let may = permit(store, Action::ListAccounts, Object::System).await?;
    let sites = store.read(may, store::site::list).await?;
    let is = |name: &str| name.to_lowercase() == named.trim().to_lowercase();
    let found = sites
        .iter()
        .find(|site| is(&site.name_en) || is(&site.name_cy) || is(&site.id.to_string()));
    Ok(Some(
        found.with_context(|| format!("there is no programme area {named}"))?.id,
    ))
}

async fn give(store: &Store, account: AccountId, role: Role, site: Option<SiteId>) -> Result<()> {
    let may = permit(store, Action::ProposeRole, Object::Account(account)).await?;
    let given = store
        .write(may, move |tx: &Tx| {
            if role == Role::Administrator && site.is_none() {
                match role::give_first_administrator(tx, account) {
                    Err(GiveError::NotTheFirst) => {}
                    other => return other.map(|_| true),
                }
            }
            role::propose(tx, account, role, site)?;
            Ok(false)
        })
        .await;
    match given {
        Ok(true) => println!("given: one of the first two administrators"),
        Ok(false) => println!("proposed: an administrator or the auditor confirms it on the page of people"),
        Err(GiveError::Store(store::Error::Constraint(name))) if name == "role_held_once" => {
            bail!("they have this role already, or it waits to be confirmed");
        }
        Err(cause) => return Err(cause.into()),
    }
    Ok(())
}

async fn end_role(store: &Store, account: AccountId, role: Role, site: Option<SiteId>) -> Result<()> {
    let may = permit(store, Action::OpenAccount, Object::Account(account)).await?;
    let roles = store.read(may, move |tx| role::of_account(tx, account)).await?;
    let now = |held: &&Held| matches!(held.stage.as_str(), "proposed" | "held");
    let held = roles
        .iter()
        .filter(now)
        .find(|held| held.role == role && held.site == site);
    let id = held.context("they do not have this role")?.id;
    let may = permit(store, Action::EndRole, Object::Grant(id)).await?;
    let ended = store
        .write(may, move |tx: &Tx| -> Result<(), GiveError> {
            let held = role::load(tx, id)?;
            let nobody = AccountId::from_bytes([0; 16]);
            let after = held.grant()?.end(nobody, tx.today())?;
            Ok(role::record(tx, &held, &after)?)
        })
        .await;
    ended?;
    println!("ended, and signed out everywhere");
    Ok(())
}

async fn link(store: &Store, account: AccountId, origin: &str) -> Result<()> {
    let may = permit(store, Action::InviteAccount, Object::System).await?;
    let (secret, ends_at) = store.write(may, move |tx| invitation::make(tx, account)).await?;
    println!(
        "{}/sign-in/first?token={}",
        origin.trim_end_matches('/'),
        crate::key::hex(&secret)
    );
    println!(
        "it works once, until {}",
        store::clock::london_time(store::clock::instant(ends_at)).strftime("%A %-d %B %Y, %H:%M")
    );
    Ok(())
}
