//! What a person said of two families that may be one, as rows; and taking it back.
//!
//! Both records stay where they are. The one that is not kept is closed, points to the other, and is found under it.

use super::{Asked, Merge, beside, changed, note};
use crate::error::{Error, Result};
use crate::journal::event::Fact;
use crate::kernel::{Tx, statements};
use domain::id::{FamilyId, ReferralId};
use domain::likeness::settle::{Joining, Stage};
use domain::referral::Refusal;
use uuid::Uuid;

statements! {
    WAS = "select stage from family where id = $1 and merged_into is null";
    POINT = "update family set merged_into = $1, stage = 'closed', row_version = row_version + 1
        where id = $2 and merged_into is null";
    UNPOINT = "update family set merged_into = null, row_version = row_version + 1,
            stage = (select m.was_stage from family_merge m where m.id = $1)
        where id = $2";
    MAKE_MERGE = "insert into family_merge
        (id, likeness_id, site_id, from_family_id, into_family_id, was_stage, referral_id, merged_by, merged_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    UNDO_MERGE = "update family_merge set undone_by = $1, undone_at = $2 where id = $3 and undone_at is null";
    MAKE_LINK = "insert into person_link (merge_id, one_person_id, other_person_id, site_id) values ($1, $2, $3, $4)";
    DROP_LINKS = "delete from person_link where merge_id = $1";
    SPREAD = "insert into protected_from (person_id, family_id, from_account_id, set_by, set_on, because_id)
        select person_id, $1, from_account_id, set_by, set_on, $2 from protected_from where family_id = $3
        on conflict (person_id, from_account_id, family_id) do nothing",
        postgres "insert into protected_from (person_id, family_id, from_account_id, set_by, set_on, because_id)
        select person_id, $1::uuid, from_account_id, set_by, set_on, $2::uuid from protected_from where family_id = $3
        on conflict (person_id, from_account_id, family_id) do nothing";
    UNSPREAD = "delete from protected_from where because_id = $1";
}

/// Stores that two families are one: the record that is not kept points to the other, its open referral is merged, who in
/// them is the same is kept, whoever is protected in one is protected in both, and each book says where the other is.
///
/// # Errors
/// [`Error::Stale`] when something else was said since `asked` was read.
pub fn join(tx: &Tx, asked: &Asked, joining: &Joining) -> Result<()> {
    changed(tx, asked, "joined")?;
    let Joining { from, into, merges } = *joining;
    if let Some((merged, kept)) = merges {
        merge_referral(tx, merged, kept)?;
    }
    let was = tx.row(&WAS, &[from.into()], |row| Ok(row.text(0)?.to_owned()))?;
    let was = was.ok_or(Error::NotFound)?;
    let merge = crate::id::fresh(tx.now());
    let values = [
        merge.into(),
        asked.id.into(),
        asked.site.into(),
        from.into(),
        into.into(),
        (&was).into(),
        merges.map(|(merged, _)| merged).into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE_MERGE, &values)?;
    link_people(tx, asked, merge, into)?;
    tx.run(&POINT, &[into.into(), from.into()])?;
    for (to, of) in [(into, from), (from, into)] {
        tx.run(&SPREAD, &[to.into(), merge.into(), of.into()])?;
    }
    for (family, other) in [(into, from), (from, into)] {
        let fact = Fact::FamiliesJoined {
            on: tx.today().to_string(),
            with: asked.reference(other).to_owned(),
            kept: family == into,
        };
        note(tx, family, "families_joined", other, family.uuid(), fact)?;
    }
    Ok(())
}

fn merge_referral(tx: &Tx, merged: ReferralId, kept: ReferralId) -> Result<()> {
    let referral = crate::referral::load(tx, merged)?;
    let event = referral.merge(tx.account(), tx.today(), kept).map_err(refused)?;
    tx.record(&referral, &event, "en")
}

/// The rules were asked before, in the same unit of work.
fn refused(refusal: Refusal) -> Error {
    Error::Constraint(refusal.to_string())
}

/// Keeps who is one person in both records.
fn link_people(tx: &Tx, asked: &Asked, merge: Uuid, into: FamilyId) -> Result<()> {
    let beside = beside(tx, asked)?;
    let kept_first = asked.families()[0] == into;
    for pair in &beside.pairs {
        let one = beside.people[0].get(pair.one).map(|person| person.id);
        let other = beside.people[1].get(pair.other).map(|person| person.id);
        let (kept, gone) = if kept_first { (one, other) } else { (other, one) };
        let values = [merge.into(), kept.into(), gone.into(), asked.site.into()];
        tx.run(&MAKE_LINK, &values)?;
    }
    Ok(())
}

/// Stores that two families are two.
///
/// # Errors
/// [`Error::Stale`] when something else was said since `asked` was read.
pub fn keep_apart(tx: &Tx, asked: &Asked) -> Result<()> {
    changed(tx, asked, "kept_apart")?;
    on_both(tx, asked, "families_kept_apart", || Fact::FamilyKeptApart {
        on: tx.today().to_string(),
    })
}

/// Takes back what was said: the question is open again, and everything is as it was before.
///
/// # Errors
/// [`Error::Stale`] when something else was said since `asked` was read.
pub fn undo(tx: &Tx, asked: &Asked) -> Result<()> {
    changed(tx, asked, "open")?;
    match (asked.question.stage, asked.merge) {
        (Stage::Joined { .. }, Some(merge)) => part(tx, asked, merge),
        _ => on_both(tx, asked, "likeness_reopened", || Fact::LikenessReopened {
            on: tx.today().to_string(),
        }),
    }
}

/// Takes a joining apart.
fn part(tx: &Tx, asked: &Asked, merge: Merge) -> Result<()> {
    let from = asked.other(merge.into);
    tx.run(&DROP_LINKS, &[merge.id.into()])?;
    tx.run(&UNSPREAD, &[merge.id.into()])?;
    tx.run(&UNPOINT, &[merge.id.into(), from.into()])?;
    let values = [tx.account().into(), tx.now_micros().into(), merge.id.into()];
    tx.run(&UNDO_MERGE, &values)?;
    if let Some(merged) = merge.referral {
        let referral = crate::referral::load(tx, merged)?;
        let was = crate::referral::was(tx, merged)?;
        let event = referral.unmerge(tx.account(), tx.today(), was).map_err(refused)?;
        tx.record(&referral, &event, "en")?;
    }
    for (family, other) in [(merge.into, from), (from, merge.into)] {
        let fact = Fact::FamiliesParted {
            on: tx.today().to_string(),
            from: asked.reference(other).to_owned(),
        };
        note(tx, family, "families_parted", other, family.uuid(), fact)?;
    }
    Ok(())
}

/// The same entry in both books. It does not say which the other is: that they look alike is for those who settle it.
fn on_both(tx: &Tx, asked: &Asked, action: &'static str, fact: impl Fn() -> Fact) -> Result<()> {
    for family in asked.families() {
        note(tx, family, action, family, family.uuid(), fact())?;
    }
    Ok(())
}
