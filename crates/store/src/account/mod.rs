//! Accounts: who may sign in, what they are called and how they are reached.
//!
//! Name and address for mail are sealed with the account's own key, under the
//! house's. An account is found again by a token of its address.

pub mod invitation;
pub mod role;
pub mod standing;
pub mod way_in;

use crate::error::{Error, Result};
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, statements};
use crate::key::HOUSE;
use domain::access::Object;
use domain::id::{AccountId, BookId, PersonId, SiteId};
use role::Held;
use seal::TokenKind;
use std::collections::HashMap;
use uuid::Uuid;

statements! {
    MAKE = "insert into account
        (id, name, email, email_token, language, person_id, password, code_secret, code_confirmed, code_last_step,
         row_version, made_at)
        values ($1, $2, $3, $4, $5, $6, null, null, 0, 0, 1, $7)";
    BY_EMAIL = "select id from account where email_token = $1";
    SHOW = "select a.name, a.email, a.language, a.person_id, a.password, a.code_confirmed, a.row_version, a.made_at,
            (select count(*) from passkey p where p.account_id = a.id),
            (select count(*) from recovery_code c where c.account_id = a.id and c.used_at is null)
        from account a where a.id = $1";
    SET_NAME = "update account set name = $1, row_version = row_version + 1 where id = $2";
    SET_EMAIL = "update account set email = $1, email_token = $2, row_version = row_version + 1 where id = $3";
    SET_LANGUAGE = "update account set language = $1, row_version = row_version + 1 where id = $2";
    ALL_ACCOUNTS = "select a.id, a.name, a.language, a.person_id, a.code_confirmed,
            (select count(*) from passkey p where p.account_id = a.id), u.subject_key
        from account a join subject u on u.id = a.id order by a.id limit $1";
    OF_SITE = "select a.id, a.name, a.language, a.person_id, a.code_confirmed,
            (select count(*) from passkey p where p.account_id = a.id), u.subject_key
        from account a join subject u on u.id = a.id
        where a.id in (select r.account_id from role_held r where r.site_id = $1 and r.stage in ('proposed', 'held'))
        order by a.id limit $2";
}

/// The most accounts one list shows.
///
/// Source: details.md 3, name order only on sets bounded by construction, 5,000 at most.
pub const ACCOUNTS_MAX: i64 = 5_000;

/// An account on its way in.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// What the person is called.
    pub name: String,
    /// Their address for mail.
    pub email: String,
    /// The language they chose: `en` or `cy`.
    pub language: String,
    /// Their own record, for a family member.
    pub person: Option<PersonId>,
}

/// Stores a new account and the first entry of its book.
///
/// # Errors
/// [`Error::Constraint`] `account_email_once` when the address belongs to another account.
pub fn make(tx: &Tx, new: &NewAccount) -> Result<AccountId> {
    let id = crate::id::fresh(tx.now());
    tx.make_subject(id, HOUSE, "account")?;
    let name = tx.seal(id, "account", "name", id, &new.name)?;
    let email = tx.seal(id, "account", "email", id, new.email.trim())?;
    let token = crate::sign_in::email_token(tx, &new.email)?;
    tx.run(
        &MAKE,
        &[
            id.into(),
            (&name).into(),
            (&email).into(),
            (&token).into(),
            (&new.language).into(),
            new.person.into(),
            tx.now_micros().into(),
        ],
    )?;
    let account = AccountId::from_uuid(id);
    changed(tx, account, "account_made", "made")?;
    Ok(account)
}

/// The account with this address for mail, whatever its case.
pub fn by_email(tx: &Tx, email: &str) -> Result<Option<AccountId>> {
    let token = tx
        .site_keys(HOUSE)?
        .search
        .token(TokenKind::Identifier, &email.trim().to_lowercase());
    tx.row(&BY_EMAIL, &[(&token).into()], |row| {
        Ok(AccountId::from_uuid(row.id(0)?))
    })
}

/// What an account is called, while it is there.
pub fn name_of(tx: &Tx, id: AccountId) -> Result<Option<String>> {
    crate::journal::history::account_name(tx, id)
}

/// An account as its own page shows it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The account.
    pub id: AccountId,
    /// What the person is called.
    pub name: String,
    /// Their address for mail.
    pub email: String,
    /// The language they chose: `en` or `cy`.
    pub language: String,
    /// Their own record, for a family member.
    pub person: Option<PersonId>,
    /// Whether a password was set.
    pub has_password: bool,
    /// Whether one-time codes are switched on.
    pub has_code: bool,
    /// How many passkeys it has.
    pub passkeys: i64,
    /// How many recovery codes are left.
    pub recovery_codes: i64,
    /// The row's version, for finding stale pages.
    pub version: i64,
    /// When it was made, microseconds UTC.
    pub made_at: i64,
    /// Its roles, proposed, held and past, newest first.
    pub roles: Vec<Held>,
}

/// An account with its roles.
///
/// # Errors
/// [`Error::NotFound`] when there is none with this id.
pub fn show(tx: &Tx, id: AccountId) -> Result<Shown> {
    let row_id = id.uuid();
    let found = tx.row(&SHOW, &[id.into()], |row| {
        Ok(Shown {
            id,
            name: tx.open(row_id, "account", "name", row_id, row.bytes(0)?)?,
            email: tx.open(row_id, "account", "email", row_id, row.bytes(1)?)?,
            language: row.text(2)?.to_owned(),
            person: row.id_opt(3)?.map(PersonId::from_uuid),
            has_password: row.text_opt(4)?.is_some(),
            has_code: row.int(5)? == 1,
            version: row.int(6)?,
            made_at: row.int(7)?,
            passkeys: row.int(8)?,
            recovery_codes: row.int(9)?,
            roles: Vec::new(),
        })
    })?;
    let mut shown = found.ok_or(Error::NotFound)?;
    shown.roles = role::of_account(tx, id)?;
    Ok(shown)
}

/// Changes what an account is called.
pub fn set_name(tx: &Tx, id: AccountId, name: &str) -> Result<()> {
    let sealed = tx.seal(id.uuid(), "account", "name", id.uuid(), name)?;
    one(tx.run(&SET_NAME, &[(&sealed).into(), id.into()])?)?;
    changed(tx, id, "account_changed", "name")
}

/// Changes the address an account is reached and found by.
///
/// # Errors
/// [`Error::Constraint`] `account_email_once` when the address belongs to another account.
pub fn set_email(tx: &Tx, id: AccountId, email: &str) -> Result<()> {
    let sealed = tx.seal(id.uuid(), "account", "email", id.uuid(), email.trim())?;
    let token = crate::sign_in::email_token(tx, email)?;
    one(tx.run(&SET_EMAIL, &[(&sealed).into(), (&token).into(), id.into()])?)?;
    changed(tx, id, "account_changed", "email")
}

/// Changes the language a person lands in: `en` or `cy`.
pub fn set_language(tx: &Tx, id: AccountId, language: &str) -> Result<()> {
    one(tx.run(&SET_LANGUAGE, &[language.into(), id.into()])?)?;
    changed(tx, id, "account_changed", "language")
}

/// One line of the page of people.
#[derive(Clone, Debug)]
pub struct Line {
    /// The account.
    pub id: AccountId,
    /// What the person is called.
    pub name: String,
    /// The language they chose.
    pub language: String,
    /// Whether it is a family member's account.
    pub is_family: bool,
    /// Whether a second factor or a passkey was added.
    pub second_factor: bool,
    /// The roles proposed for it or held.
    pub roles: Vec<Held>,
}

/// The accounts this permit covers, in the order of their names: everybody's for the whole house, those with a role
/// at the site otherwise. At most [`ACCOUNTS_MAX`].
pub fn list(tx: &Tx) -> Result<Vec<Line>> {
    let scope = || {
        tx.scope()
            .sites
            .iter()
            .map(|(site, _)| site.uuid())
            .collect::<Vec<Uuid>>()
    };
    let sites = match tx.by.object {
        Some(Object::System) => vec![HOUSE],
        Some(Object::Site(site)) => vec![site.uuid()],
        _ => scope(),
    };
    let mut lines: HashMap<AccountId, Line> = HashMap::new();
    if sites.contains(&HOUSE) {
        lines.extend(tx.rows(&ALL_ACCOUNTS, &[ACCOUNTS_MAX.into()], |row| read_line(tx, row))?);
    } else {
        for site in &sites {
            lines.extend(tx.rows(&OF_SITE, &[(*site).into(), ACCOUNTS_MAX.into()], |row| {
                read_line(tx, row)
            })?);
        }
    }
    for held in role::current(tx)? {
        let Some(line) = lines.get_mut(&held.account) else {
            continue;
        };
        let here = sites.contains(&HOUSE) || sites.contains(&held.site.map_or(HOUSE, SiteId::uuid));
        if here {
            line.roles.push(held);
        }
    }
    let mut lines: Vec<Line> = lines.into_values().collect();
    lines.sort_by_cached_key(|line| (seal::names::fold(&line.name), line.id));
    lines.truncate(usize::try_from(ACCOUNTS_MAX).unwrap_or_default());
    Ok(lines)
}

fn read_line(tx: &Tx, row: &Row) -> Result<(AccountId, Line)> {
    let id = row.id(0)?;
    let key = tx.open_subject(id, HOUSE, row.bytes(6)?)?;
    let account = AccountId::from_uuid(id);
    let line = Line {
        id: account,
        name: crate::key::open_with(&key, "account", "name", id, row.bytes(1)?)?,
        language: row.text(2)?.to_owned(),
        is_family: row.id_opt(3)?.is_some(),
        second_factor: row.int(4)? == 1 || row.int(5)? > 0,
        roles: Vec::new(),
    };
    Ok((account, line))
}

/// Refuses where a statement met no row.
fn one(rows: u64) -> Result<()> {
    if rows == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// An entry in the account's own book that says what was changed, never to what.
fn changed(tx: &Tx, id: AccountId, action: &'static str, what: &str) -> Result<()> {
    let fact = Fact::AccountChanged { what: what.to_owned() };
    write_in_own_book(tx, id, action, id.uuid(), &fact)
}

/// An entry in the account's own book, sealed for the account.
fn write_in_own_book(tx: &Tx, id: AccountId, action: &'static str, about: Uuid, fact: &Fact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(id.uuid()),
        kind: BookKind::Actor,
        action,
        object_kind: "account",
        object_id: Some(about),
        parts: vec![Part {
            subject: id.uuid(),
            body: fact.clone().write(),
        }],
    })?;
    Ok(())
}
