//! A family that is referred again: the record is the one there was.

use crate::error::{Error, Result};
use crate::family;
use crate::kernel::{Tx, statements};
use domain::family::{Family, NewPerson};
use domain::id::{FamilyId, PersonId, ReferralId, SiteId};

statements! {
    KEPT_RECORD = "select f.merged_into from family f where f.id = $1";
}

/// The family an earlier referral was about, as it is on record now: where two records were joined, the one that is kept.
///
/// # Errors
/// [`Error::NotFound`] when there is no such referral in this area; [`Error::Constraint`] with `referral_not_over` when
/// it did not come to nothing.
pub fn family(tx: &Tx, earlier: ReferralId, site: SiteId) -> Result<Family> {
    let referral = super::load(tx, earlier)?;
    if referral.site != site {
        return Err(Error::NotFound);
    }
    if !referral.stage.may_be_followed() {
        return Err(Error::Constraint("referral_not_over".into()));
    }
    let mut id = referral.family;
    while let Some(kept) = tx.row(&KEPT_RECORD, &[id.into()], |row| row.id_opt(0))?.flatten() {
        id = FamilyId::from_uuid(kept);
    }
    Ok(family::load(tx, id)?.0)
}

/// Whether everybody a form says is here already is of that family, in the same part and named once; nobody is where no
/// earlier referral was named.
pub(super) fn are_known(before: Option<&Family>, people: &[NewPerson]) -> bool {
    let mut named: Vec<PersonId> = people.iter().filter_map(|person| person.id).collect();
    let all = named.len();
    named.sort_unstable();
    named.dedup();
    let of_family = |person: &NewPerson| {
        let is = |known: &domain::family::Person| Some(known.id) == person.id && known.part == person.part;
        person.id.is_none() || before.is_some_and(|family| family.people.iter().any(is))
    };
    named.len() == all && people.iter().all(of_family)
}
