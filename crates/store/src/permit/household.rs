//! How an account stands to a carer's household and to what is offered to one.

use crate::error::Result;
use crate::kernel::{Tx, statements};
use domain::access::{Facts, RecordState, Relation};
use domain::id::{AccountId, HouseholdId, OfferId, SiteId};
use uuid::Uuid;

statements! {
    HOUSEHOLD = "select h.site_id, h.stage, h.supervisor_id,
            (select count(*) from household_member m where m.household_id = h.id and m.account_id = $1)
        from household h where h.id = $2";
    OFFERED_TO = "select h.supervisor_id,
            (select count(*) from household_member m where m.household_id = h.id and m.account_id = $1)
        from offer o join household h on h.id = o.household_id where o.id = $2 and o.stage in ('open', 'accepted')";
}

/// How the account stands to a carer's household: a carer of it, its supervising social worker, or neither.
pub(super) fn household_facts(tx: &Tx, account: Option<AccountId>, id: HouseholdId, facts: &mut Facts) -> Result<()> {
    let me = account.map_or(Uuid::nil(), AccountId::uuid);
    tx.each(&HOUSEHOLD, &[me.into(), id.into()], |row| {
        facts.site = Some(SiteId::from_uuid(row.id(0)?));
        facts.state = if row.text(1)? == "open" {
            RecordState::Open
        } else {
            RecordState::Closed
        };
        facts.relation = of_household(row.id_opt(2)? == Some(me), 0 < row.int(3)?);
        Ok(())
    })
}

/// How the account stands to an offer that waits: it is for its household, or for one it supervises. Whoever works with
/// the family in another way has no part in it, and nobody has once it is settled.
pub(super) fn offer_relation(tx: &Tx, account: Option<AccountId>, id: OfferId, facts: &mut Facts) -> Result<()> {
    let me = account.map_or(Uuid::nil(), AccountId::uuid);
    let mut relation = Relation::None;
    tx.each(&OFFERED_TO, &[me.into(), id.into()], |row| {
        relation = of_household(row.id_opt(0)? == Some(me), 0 < row.int(1)?);
        Ok(())
    })?;
    if facts.relation != Relation::FamilyMember {
        facts.relation = relation;
    }
    Ok(())
}

const fn of_household(supervises: bool, is_carer: bool) -> Relation {
    match (is_carer, supervises) {
        (true, _) => Relation::Own,
        (false, true) => Relation::Assigned,
        (false, false) => Relation::None,
    }
}
