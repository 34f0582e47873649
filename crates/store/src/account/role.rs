//! Roles as rows: proposed by one person, confirmed by another, ended one day.
//! Every step is in the site's book, and in the account's own.

use super::write_in_own_book;
use crate::error::{Error, Result};
use crate::journal::event::Fact;
use crate::journal::{BookKind, DEPLOYMENT_BOOK, Entry, Part};
use crate::kernel::{Row, Tx, statements};
use crate::key::HOUSE;
use domain::grant::{GrantRefusal, GrantStage, RoleGrant};
use domain::id::{AccountId, BookId, GrantId, SiteId};
use domain::role::{Duty, Role};
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    PROPOSE = "insert into role_held
        (id, account_id, site_id, role, stage, starts_on, ends_on, proposed_by, decided_by, made_at, row_version)
        values ($1, $2, $3, $4, 'proposed', $5, null, $6, null, $7, 1)";
    BY_ID = "select id, account_id, site_id, role, stage, starts_on, ends_on, proposed_by, decided_by, row_version
        from role_held where id = $1",
        postgres "select id, account_id, site_id, role, stage, starts_on, ends_on, proposed_by, decided_by, row_version
        from role_held where id = $1 for update";
    OF_ACCOUNT = "select id, account_id, site_id, role, stage, starts_on, ends_on, proposed_by, decided_by, row_version
        from role_held where account_id = $1 order by made_at desc, id desc limit 200";
    CURRENT = "select id, account_id, site_id, role, stage, starts_on, ends_on, proposed_by, decided_by, row_version
        from role_held where stage in ('proposed', 'held') order by site_id, role, id limit 50000";
    WAITING = "select id, account_id, site_id, role, stage, starts_on, ends_on, proposed_by, decided_by, row_version
        from role_held where stage = 'proposed' order by made_at, id limit 500";
    CHANGE = "update role_held set stage = $1, starts_on = $2, ends_on = $3, decided_by = $4,
            row_version = row_version + 1
        where id = $5 and row_version = $6";
    ADMINISTRATORS = "select count(*) from role_held where role = 'administrator' and site_id = $1 and stage = 'held'
        and starts_on <= $2 and (ends_on is null or ends_on > $2)";
    DEPLOYMENT = "select deployment_id from deployment where one = 1";
    GIVE_DUTY = "insert into duty_held (id, account_id, site_id, duty, pence_max, starts_on, ends_on, granted_by)
        values ($1, $2, $3, $4, $5, $6, null, $7)";
    END_DUTY = "update duty_held set ends_on = $1
        where account_id = $2 and site_id = $3 and duty = $4 and (ends_on is null or ends_on > $1)";
    DUTIES = "select site_id, duty, pence_max from duty_held
        where account_id = $1 and starts_on <= $2 and (ends_on is null or ends_on > $2) order by site_id, duty";
    HOLDERS = "select a.id, a.name, u.subject_key from role_held h join account a on a.id = h.account_id
            join subject u on u.id = a.id
        where h.site_id = $1 and h.role = $2 and h.stage = 'held' and h.starts_on <= $3
            and (h.ends_on is null or h.ends_on > $3)
        order by a.id";
}

/// A role as it is kept, with the version its row has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The grant.
    pub id: GrantId,
    /// Whose role.
    pub account: AccountId,
    /// The role.
    pub role: Role,
    /// Where; `None` for the whole house.
    pub site: Option<SiteId>,
    /// `proposed`, `held`, `declined` or `ended`.
    pub stage: String,
    /// The day it was proposed; once confirmed, the first day it holds.
    pub starts_on: Date,
    /// The day it ended; it does not hold on that day.
    pub ends_on: Option<Date>,
    /// Who proposed it; the nil id for the command line.
    pub proposed_by: AccountId,
    /// Who confirmed it.
    pub decided_by: Option<AccountId>,
    /// The row's version.
    pub version: i64,
}

impl Held {
    /// The grant as the rules know it.
    ///
    /// # Errors
    /// [`Error::Broken`] when the row contradicts itself.
    pub fn grant(&self) -> Result<RoleGrant> {
        let broken = || Error::Broken {
            column: "stage".into(),
            row: self.id.to_string(),
        };
        let stage = match self.stage.as_str() {
            "proposed" => GrantStage::Proposed { on: self.starts_on },
            "held" => GrantStage::Held {
                since: self.starts_on,
                by: self.decided_by.ok_or_else(broken)?,
            },
            "declined" | "ended" => GrantStage::Ended {
                on: self.ends_on.ok_or_else(broken)?,
                by: self.decided_by.unwrap_or(self.proposed_by),
            },
            _ => return Err(broken()),
        };
        let Self {
            id,
            account,
            role,
            site,
            proposed_by,
            ..
        } = *self;
        Ok(RoleGrant {
            id,
            account,
            role,
            site,
            proposed_by,
            stage,
        })
    }
}

/// Proposes a role for an account, in the name of whoever this unit of work is for.
///
/// # Errors
/// [`Error::Constraint`] `role_held_once` when it is proposed or held already.
pub fn propose(tx: &Tx, account: AccountId, role: Role, site: Option<SiteId>) -> Result<GrantId> {
    propose_as(tx, account, role, site, tx.account())
}

fn propose_as(tx: &Tx, account: AccountId, role: Role, site: Option<SiteId>, by: AccountId) -> Result<GrantId> {
    let id = GrantId::from_uuid(crate::id::fresh(tx.now()));
    let grant = RoleGrant::propose(id, account, role, site, by, tx.today());
    let (day, place) = (tx.today().to_string(), site.map_or(HOUSE, SiteId::uuid));
    let values = [
        id.into(),
        account.into(),
        place.into(),
        role.key().into(),
        (&day).into(),
        by.into(),
        tx.now_micros().into(),
    ];
    tx.run(&PROPOSE, &values)?;
    note(tx, &grant, "proposed")?;
    Ok(id)
}

/// One grant, to decide on it; on the server its row is held until the unit of work ends.
///
/// # Errors
/// [`Error::NotFound`] when there is none with this id.
pub fn load(tx: &Tx, id: GrantId) -> Result<Held> {
    tx.row(&BY_ID, &[id.into()], read)?.ok_or(Error::NotFound)
}

/// Stores what a verb of [`RoleGrant`] decided: confirmed, declined or ended.
///
/// A role that is taken away ends the account's sign-ins, so that no page is left open on what it gave.
///
/// # Errors
/// [`Error::Stale`] when the row was changed since `before` was read.
pub fn record(tx: &Tx, before: &Held, after: &RoleGrant) -> Result<()> {
    let was_held = before.stage == "held";
    // Who ended it is in the journal; the row keeps who confirmed it.
    let (stage, starts_on, ends_on, decided_by) = match after.stage {
        GrantStage::Proposed { on } => ("proposed", on, None, None),
        GrantStage::Held { since, by } => ("held", since, None, Some(by)),
        GrantStage::Ended { on, .. } if was_held => ("ended", before.starts_on, Some(on), before.decided_by),
        GrantStage::Ended { on, .. } => ("declined", before.starts_on, Some(on), None),
    };
    let (starts_on, ends_on) = (starts_on.to_string(), ends_on.map(|day| day.to_string()));
    let changed = tx.run(
        &CHANGE,
        &[
            stage.into(),
            (&starts_on).into(),
            ends_on.as_ref().into(),
            decided_by.into(),
            after.id.into(),
            before.version.into(),
        ],
    )?;
    if changed == 0 {
        return Err(Error::Stale {
            now: load(tx, after.id)?.version,
        });
    }
    if stage == "ended" {
        crate::sign_in::end_others(tx, after.account, None)?;
    }
    note(tx, after, stage)
}

/// What was written of a grant that needed two people: the grant, or why not.
#[derive(Debug, thiserror::Error)]
pub enum GiveError {
    /// The rules refuse it.
    #[error(transparent)]
    Refused(#[from] GrantRefusal),
    /// There are two administrators already: a role is proposed by one and confirmed by another.
    #[error("there are two administrators already: propose it, and one of them confirms it")]
    NotTheFirst,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Gives a role that one person proposed and another confirmed, both already known, in one unit of work.
///
/// # Errors
/// [`GiveError::Refused`] when the two are one, or one of them is who gets it.
pub fn give(
    tx: &Tx,
    account: AccountId,
    role: Role,
    site: Option<SiteId>,
    proposed_by: AccountId,
    confirmed_by: AccountId,
) -> Result<GrantId, GiveError> {
    let id = propose_as(tx, account, role, site, proposed_by)?;
    let held = load(tx, id)?;
    let after = held.grant()?.confirm(confirmed_by, tx.today())?;
    record(tx, &held, &after)?;
    Ok(id)
}

/// Gives one of the first two administrators their role, where nobody is there yet to confirm it.
///
/// The row says that the command line proposed it and the deployment itself, whose key was given, confirmed it.
///
/// # Errors
/// [`GiveError::NotTheFirst`] once two people are administrators.
pub fn give_first_administrator(tx: &Tx, account: AccountId) -> Result<GrantId, GiveError> {
    let today = tx.today().to_string();
    let now = tx
        .row(&ADMINISTRATORS, &[HOUSE.into(), (&today).into()], |row| row.int(0))?
        .unwrap_or_default();
    if now >= 2 {
        return Err(GiveError::NotTheFirst);
    }
    let deployment = tx.row(&DEPLOYMENT, &[], |row| row.id(0))?.ok_or(Error::NotFound)?;
    give(
        tx,
        account,
        Role::Administrator,
        None,
        AccountId::from_uuid(HOUSE),
        AccountId::from_uuid(deployment),
    )
}

/// The roles of an account, whatever became of them, newest first.
pub fn of_account(tx: &Tx, account: AccountId) -> Result<Vec<Held>> {
    tx.rows(&OF_ACCOUNT, &[account.into()], read)
}

/// Every role proposed or held now, by site and role.
pub(crate) fn current(tx: &Tx) -> Result<Vec<Held>> {
    tx.rows(&CURRENT, &[], read)
}

/// The roles that wait for a second person, longest wait first, at the sites this permit covers.
pub fn waiting(tx: &Tx) -> Result<Vec<Held>> {
    let covered: Vec<Uuid> = tx.scope().sites.iter().map(|(site, _)| site.uuid()).collect();
    let whole_house = covered.contains(&HOUSE) || tx.by.object == Some(domain::access::Object::System);
    let mut found = tx.rows(&WAITING, &[], read)?;
    found.retain(|held| whole_house || covered.contains(&held.site.map_or(HOUSE, SiteId::uuid)));
    Ok(found)
}

fn read(row: &Row) -> Result<Held> {
    let day = |text: &str, at: usize| text.parse::<Date>().map_err(|_| row.broken(at));
    let site = row.id(2)?;
    Ok(Held {
        id: GrantId::from_uuid(row.id(0)?),
        account: AccountId::from_uuid(row.id(1)?),
        role: Role::from_key(row.text(3)?).ok_or_else(|| row.broken(3))?,
        site: (site != HOUSE).then(|| SiteId::from_uuid(site)),
        stage: row.text(4)?.to_owned(),
        starts_on: day(row.text(5)?, 5)?,
        ends_on: row.text_opt(6)?.map(|text| day(text, 6)).transpose()?,
        proposed_by: AccountId::from_uuid(row.id(7)?),
        decided_by: row.id_opt(8)?.map(AccountId::from_uuid),
        version: row.int(9)?,
    })
}

/// Says in the site's book, and in the account's own, what became of a role.
fn note(tx: &Tx, grant: &RoleGrant, stage: &'static str) -> Result<()> {
    let site = grant.site.map_or(HOUSE, SiteId::uuid);
    let fact = Fact::RoleChanged {
        role: grant.role.key().into(),
        site: site.to_string(),
        stage: stage.into(),
    };
    let action = match stage {
        "proposed" => "role_proposed",
        "held" => "role_confirmed",
        "declined" => "role_declined",
        _ => "role_ended",
    };
    note_at_site(tx, grant.site, action, grant.account, &fact)?;
    write_in_own_book(tx, grant.account, action, grant.id.uuid(), &fact)
}

fn note_at_site(tx: &Tx, site: Option<SiteId>, action: &'static str, account: AccountId, fact: &Fact) -> Result<()> {
    let (book, kind) = match site {
        Some(site) => (BookId::from_uuid(site.uuid()), BookKind::Site),
        None => (DEPLOYMENT_BOOK, BookKind::Deployment),
    };
    tx.append(&Entry {
        book,
        kind,
        action,
        object_kind: "account",
        object_id: Some(account.uuid()),
        parts: vec![Part {
            subject: account.uuid(),
            body: fact.clone().write(),
        }],
    })?;
    Ok(())
}

/// Gives an account a duty at a site, from today.
pub fn give_duty(tx: &Tx, account: AccountId, site: SiteId, duty: Duty) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let today = tx.today().to_string();
    let pence_max = match duty {
        Duty::FundApprover { pence_max } => Some(i64::from(pence_max)),
        _ => None,
    };
    tx.run(
        &GIVE_DUTY,
        &[
            id.into(),
            account.into(),
            site.into(),
            duty.key().into(),
            pence_max.into(),
            (&today).into(),
            tx.account().into(),
        ],
    )?;
    note_duty(tx, account, site, duty.key(), "held")
}

/// Ends a duty of an account at a site today; ending one it does not have does nothing.
pub fn end_duty(tx: &Tx, account: AccountId, site: SiteId, duty: Duty) -> Result<()> {
    let today = tx.today().to_string();
    if tx.run(
        &END_DUTY,
        &[(&today).into(), account.into(), site.into(), duty.key().into()],
    )? == 0
    {
        return Ok(());
    }
    note_duty(tx, account, site, duty.key(), "ended")
}

fn note_duty(tx: &Tx, account: AccountId, site: SiteId, duty: &str, stage: &str) -> Result<()> {
    let fact = Fact::DutyChanged {
        duty: duty.into(),
        site: site.to_string(),
        stage: stage.into(),
    };
    note_at_site(tx, Some(site), "duty_changed", account, &fact)?;
    write_in_own_book(tx, account, "duty_changed", account.uuid(), &fact)
}

/// The duties of an account today, each with its site.
pub fn duties(tx: &Tx, account: AccountId) -> Result<Vec<(SiteId, Duty)>> {
    let today = tx.today().to_string();
    tx.rows(&DUTIES, &[account.into(), (&today).into()], |row| {
        let pence_max = u32::try_from(row.int_opt(2)?.unwrap_or_default()).map_err(|_| row.broken(2))?;
        let duty = match row.text(1)? {
            "designated_officer" => Duty::DesignatedOfficer,
            "panel" => Duty::Panel,
            "fund_approver" => Duty::FundApprover { pence_max },
            "group_leader" => Duty::GroupLeader,
            "translator" => Duty::Translator,
            _ => return Err(row.broken(1)),
        };
        Ok((SiteId::from_uuid(row.id(0)?), duty))
    })
}

/// Everybody who holds a role in an area today, each with what they are called; in the order of their accounts.
///
/// # Errors
/// The store's own.
pub fn holders(tx: &Tx, site: SiteId, role: Role) -> Result<Vec<(AccountId, String)>> {
    let today = tx.today().to_string();
    tx.rows(&HOLDERS, &[site.into(), role.key().into(), (&today).into()], |row| {
        let id = row.id(0)?;
        let key = tx.open_subject(id, crate::key::HOUSE, row.bytes(2)?)?;
        let name = crate::key::open_with(&key, "account", "name", id, row.bytes(1)?)?;
        Ok((AccountId::from_uuid(id), name))
    })
}
