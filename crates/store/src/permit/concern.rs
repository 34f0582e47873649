//! How an account stands to a concern: whether it is kept from it, raised it, or answers for the family.

use crate::error::Result;
use crate::kernel::{Tx, statements};
use domain::access::{Facts, Relation};
use domain::id::{AccountId, ConcernId};
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    CONCERN = "select c.author_id,
            case when c.id in (select k.concern_id from concern_kept_from k where k.account_id = $1) then 'kept' else '' end,
            (select count(*) from assignment a where a.family_id = c.family_id and a.account_id = $1 and a.role <> 'carer'
                and a.starts_on <= $2 and (a.ends_on is null or a.ends_on > $2)),
            (select count(*) from referral r where r.family_id = c.family_id and r.referred_by = $1)
        from concern c where c.id = $3";
}

/// How the account stands to a concern, once it is known how it stands to the family.
///
/// Whoever it concerns is protected from, which beats everything. A carer works with the family and yet stands to a concern as
/// anybody of the area, but for one of their own: a carer sees what they raised themselves.
pub(super) fn concern_facts(
    tx: &Tx,
    account: Option<AccountId>,
    id: ConcernId,
    today: Date,
    facts: &mut Facts,
) -> Result<()> {
    let me = account.map_or(Uuid::nil(), AccountId::uuid);
    let day = today.to_string();
    tx.each(&CONCERN, &[me.into(), (&day).into(), id.into()], |row| {
        facts.own_account = row.id(0)? == me;
        facts.protected |= row.text(1)? == "kept";
        let answers_for_it = 0 < row.int(2)? || 0 < row.int(3)?;
        if facts.relation.is_assigned() && facts.own_account {
            facts.relation = Relation::Own;
        } else if facts.relation.is_assigned() && !answers_for_it {
            facts.relation = Relation::SameSite;
        }
        Ok(())
    })
}
