//! The same form sent twice: by the same person, about the same people, within minutes.

use crate::error::Result;
use crate::kernel::{Tx, statements};
use domain::id::{AccountId, ReferralId};
use domain::referral::Refer;
use seal::{TokenKind, names};

/// For how many minutes a second referral of the same people by the same person is asked about.
///
/// Source: the bad input a referral must stand: twenty copies within ten minutes.
pub const SAME_MINUTES: i64 = 10;

const MINUTE_MICROS: i64 = 60 * 1_000_000;

statements! {
    JUST_SENT = "select r.id from referral r where r.referred_by = $1 and r.digest = $2 and r.made_at > $3
        order by r.made_at, r.id limit 1";
    FORGET = "update referral set digest = null where digest is not null and made_at < $1";
}

/// What a form's people are known by for some minutes: a keyed token of their names and births, in no order.
pub(super) fn digest(tx: &Tx, refer: &Refer) -> Result<[u8; 16]> {
    let person = |person: &domain::family::NewPerson| {
        let name = names::fold(&person.name.spoken()).join(" ");
        format!("{} {name} {:?}", person.part.key(), person.birth)
    };
    let mut people: Vec<String> = refer.people.iter().map(person).collect();
    people.sort_unstable();
    let keys = tx.site_keys(refer.site.uuid())?;
    Ok(keys.search.token(TokenKind::Form, &people.join("\n")))
}

/// The referral of the same people that `by`, or whoever asks, made within [`SAME_MINUTES`], if there is one. To be asked in the unit
/// of work that would store another.
pub fn just_sent(tx: &Tx, by: Option<AccountId>, refer: &Refer) -> Result<Option<ReferralId>> {
    let digest = digest(tx, refer)?;
    let since = tx.now_micros() - SAME_MINUTES * MINUTE_MICROS;
    let values = [
        by.unwrap_or_else(|| tx.account()).into(),
        (&digest).into(),
        since.into(),
    ];
    tx.row(&JUST_SENT, &values, |row| row.id(0).map(ReferralId::from_uuid))
}

/// Forgets by what forms sent some time ago were known.
pub(crate) fn forget_old(tx: &Tx) -> Result<u64> {
    tx.run(&FORGET, &[(tx.now_micros() - SAME_MINUTES * MINUTE_MICROS).into()])
}
