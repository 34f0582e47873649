//! How accounts stand to a family: who works with it, who belongs to it, and
//! whom somebody in it is protected from. Each is dated and in the family's book.

use crate::error::{Error, Result};
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, statements};
use domain::id::{AccountId, BookId, FamilyId, PersonId, SiteId};
use domain::role::Role;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    ASSIGN = "insert into assignment (id, family_id, account_id, site_id, role, starts_on, ends_on)
        values ($1, $2, $3, $4, $5, $6, null)";
    ASSIGN_FOR = "insert into assignment (id, family_id, account_id, site_id, role, starts_on, ends_on, source_id)
        values ($1, $2, $3, (select site_id from family where id = $2), $4, $5, $6, $7)";
    OF_SOURCE = "select account_id, role from assignment
        where source_id = $1 and (ends_on is null or ends_on > $2) order by account_id, role";
    END_SOURCED = "update assignment set ends_on = $1
        where source_id = $2 and account_id = $3 and role = $4 and (ends_on is null or ends_on > $1)";
    END_ASSIGNMENT = "update assignment set ends_on = $1
        where family_id = $2 and account_id = $3 and role = $4 and (ends_on is null or ends_on > $1)";
    ASSIGNED = "select account_id, role, starts_on, ends_on from assignment
        where family_id = $1 order by starts_on, id";
    ADD_MEMBER = "insert into membership (family_id, account_id, person_id, starts_on, ends_on)
        values ($1, $2, $3, $4, null)
        on conflict (family_id, account_id) do update set person_id = excluded.person_id,
            starts_on = excluded.starts_on, ends_on = null";
    END_MEMBER = "update membership set ends_on = $1
        where family_id = $2 and account_id = $3 and (ends_on is null or ends_on > $1)";
    FAMILIES_OF = "select family_id, person_id from membership
        where account_id = $1 and starts_on <= $2 and (ends_on is null or ends_on > $2) order by starts_on, family_id";
    PROTECT = "insert into protected_from (person_id, family_id, from_account_id, set_by, set_on)
        values ($1, $2, $3, $4, $5) on conflict (person_id, from_account_id, family_id) do nothing";
    WORKER = "select h.account_id from role_held h join account a on a.id = h.account_id
        where a.email_token = $1 and h.site_id = $2 and h.role = 'family_worker' and h.stage = 'held'
            and h.starts_on <= $3 and (h.ends_on is null or h.ends_on > $3)";
    UNPROTECT = "delete from protected_from where person_id = $1 and from_account_id = $2";
}

/// Somebody who works with a family, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// The account.
    pub account: AccountId,
    /// The role they do it in.
    pub role: Role,
    /// The first day.
    pub from: Date,
    /// The first day they no longer do.
    pub until: Option<Date>,
}

/// The account of the social worker with this address for mail, if they have one and work in this area today.
pub fn worker_of(tx: &Tx, site: SiteId, email: Option<&str>) -> Result<Option<AccountId>> {
    let Some(email) = email else { return Ok(None) };
    let token = crate::sign_in::email_token(tx, email)?;
    let today = tx.today().to_string();
    let values = [(&token).into(), site.into(), (&today).into()];
    tx.row(&WORKER, &values, |row| Ok(AccountId::from_uuid(row.id(0)?)))
}

/// Asks somebody to work with a family from a day.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn assign(tx: &Tx, family: FamilyId, account: AccountId, role: Role, from: Date) -> Result<()> {
    let site = crate::family::site_of(tx, family)?;
    let id = crate::id::fresh(tx.now());
    let day = from.to_string();
    tx.run(
        &ASSIGN,
        &[
            id.into(),
            family.into(),
            account.into(),
            site.into(),
            role.key().into(),
            (&day).into(),
        ],
    )?;
    let fact = Fact::AssignmentChanged {
        account: account.to_string(),
        role: role.key().into(),
        from: day,
        until: None,
    };
    note(tx, family, "assigned", account.uuid(), family.uuid(), fact)
}

/// Lets somebody work with a family because of a match or a cover, from a day and, where it is said, until another on which
/// they no longer do.
pub(crate) fn assign_for(
    tx: &Tx,
    family: FamilyId,
    account: AccountId,
    role: Role,
    (from, until): (Date, Option<Date>),
    source: Uuid,
) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let (from, until) = (from.to_string(), until.map(|day| day.to_string()));
    let values = [
        id.into(),
        family.into(),
        account.into(),
        role.key().into(),
        (&from).into(),
        until.as_ref().into(),
        source.into(),
    ];
    tx.run(&ASSIGN_FOR, &values)?;
    let fact = Fact::AssignmentChanged {
        account: account.to_string(),
        role: role.key().into(),
        from,
        until,
    };
    note(tx, family, "assigned", account.uuid(), family.uuid(), fact)
}

/// Ends what one account does with a family because of a match or a cover: from `until` on they no longer do it.
pub(crate) fn end_sourced(
    tx: &Tx,
    family: FamilyId,
    account: AccountId,
    role: Role,
    source: Uuid,
    until: Date,
) -> Result<()> {
    let day = until.to_string();
    let values = [(&day).into(), source.into(), account.into(), role.key().into()];
    if tx.run(&END_SOURCED, &values)? == 0 {
        return Ok(());
    }
    let fact = Fact::AssignmentChanged {
        account: account.to_string(),
        role: role.key().into(),
        from: String::new(),
        until: Some(day),
    };
    note(tx, family, "assignment_ended", account.uuid(), family.uuid(), fact)
}

/// Ends what everybody does with a family because of a match or a cover.
pub(crate) fn end_source(tx: &Tx, family: FamilyId, source: Uuid, until: Date) -> Result<()> {
    let day = until.to_string();
    let all: Vec<(AccountId, Role)> = tx.rows(&OF_SOURCE, &[source.into(), (&day).into()], |row| {
        let role = Role::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?;
        Ok((AccountId::from_uuid(row.id(0)?), role))
    })?;
    for (account, role) in all {
        end_sourced(tx, family, account, role, source, until)?;
    }
    Ok(())
}

/// Ends somebody's work with a family: from `until` on they no longer do it.
///
/// # Errors
/// [`Error::NotFound`] when they do not work with it.
pub fn end_assignment(tx: &Tx, family: FamilyId, account: AccountId, role: Role, until: Date) -> Result<()> {
    let day = until.to_string();
    if tx.run(
        &END_ASSIGNMENT,
        &[(&day).into(), family.into(), account.into(), role.key().into()],
    )? == 0
    {
        return Err(Error::NotFound);
    }
    let fact = Fact::AssignmentChanged {
        account: account.to_string(),
        role: role.key().into(),
        from: String::new(),
        until: Some(day),
    };
    note(tx, family, "assignment_ended", account.uuid(), family.uuid(), fact)
}

/// Everybody who works with a family or did, in the order they began.
pub fn assigned(tx: &Tx, family: FamilyId) -> Result<Vec<Assigned>> {
    tx.rows(&ASSIGNED, &[family.into()], |row| {
        Ok(Assigned {
            account: AccountId::from_uuid(row.id(0)?),
            role: Role::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?,
            from: row.text(2)?.parse().map_err(|_| row.broken(2))?,
            until: row
                .text_opt(3)?
                .map(|day| day.parse().map_err(|_| row.broken(3)))
                .transpose()?,
        })
    })
}

/// Lets a person of a family see their own part through an account, from a day.
pub fn add_member(tx: &Tx, family: FamilyId, person: PersonId, account: AccountId, from: Date) -> Result<()> {
    let day = from.to_string();
    tx.run(
        &ADD_MEMBER,
        &[family.into(), account.into(), person.into(), (&day).into()],
    )?;
    let fact = Fact::MembershipChanged {
        account: account.to_string(),
        from: day,
        until: None,
    };
    note(tx, family, "member_added", account.uuid(), person.uuid(), fact)
}

/// Ends a family member's own view from a day on.
///
/// # Errors
/// [`Error::NotFound`] when they have none.
pub fn end_member(tx: &Tx, family: FamilyId, account: AccountId, until: Date) -> Result<()> {
    let day = until.to_string();
    if tx.run(&END_MEMBER, &[(&day).into(), family.into(), account.into()])? == 0 {
        return Err(Error::NotFound);
    }
    let fact = Fact::MembershipChanged {
        account: account.to_string(),
        from: String::new(),
        until: Some(day),
    };
    note(tx, family, "member_ended", account.uuid(), family.uuid(), fact)
}

/// The families an account is a member of today, with the person it stands for.
pub fn families_of(tx: &Tx, account: AccountId) -> Result<Vec<(FamilyId, PersonId)>> {
    let today = tx.today().to_string();
    tx.rows(&FAMILIES_OF, &[account.into(), (&today).into()], |row| {
        Ok((FamilyId::from_uuid(row.id(0)?), PersonId::from_uuid(row.id(1)?)))
    })
}

/// Protects a person of a family from somebody: whatever else that account may do, this family is not there for it.
pub fn protect(tx: &Tx, family: FamilyId, person: PersonId, from: AccountId) -> Result<()> {
    let today = tx.today().to_string();
    tx.run(
        &PROTECT,
        &[
            person.into(),
            family.into(),
            from.into(),
            tx.account().into(),
            (&today).into(),
        ],
    )?;
    let fact = Fact::ProtectionChanged {
        from: from.to_string(),
        holds: true,
    };
    note(tx, family, "protected", person.uuid(), person.uuid(), fact)
}

/// Takes a protection back.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn unprotect(tx: &Tx, family: FamilyId, person: PersonId, from: AccountId) -> Result<()> {
    if tx.run(&UNPROTECT, &[person.into(), from.into()])? == 0 {
        return Err(Error::NotFound);
    }
    let fact = Fact::ProtectionChanged {
        from: from.to_string(),
        holds: false,
    };
    note(tx, family, "protection_ended", person.uuid(), person.uuid(), fact)
}

/// An entry in the family's book, sealed for whom it is about.
fn note(tx: &Tx, family: FamilyId, action: &'static str, about: Uuid, subject: Uuid, fact: Fact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "family",
        object_id: Some(about),
        parts: vec![Part {
            subject,
            body: fact.write(),
        }],
    })?;
    Ok(())
}
