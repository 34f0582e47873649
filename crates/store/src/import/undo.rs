//! Taking an import back while nothing was built on it: its families go with their keys, and a tombstone stays for each.

use crate::error::Result;
use crate::journal::{BookKind, Entry};
use crate::kernel::{Statement, Tx, statements};
use domain::id::{BookId, FamilyId, ImportId};
use uuid::Uuid;

statements! {
    BUILT_ON = "select f.reference from import_family m join family f on f.id = m.family_id
            join referral r on r.id = m.referral_id
        where m.import_id = $1 and (r.row_version > 1 or f.row_version > 1
            or exists (select 1 from referral o where o.family_id = m.family_id and o.id <> m.referral_id)
            or exists (select 1 from referral_entry e where e.family_id = m.family_id)
            or exists (select 1 from family_told t where t.family_id = m.family_id)
            or exists (select 1 from membership b where b.family_id = m.family_id)
            or exists (select 1 from protected_from p where p.family_id = m.family_id)
            or exists (select 1 from consent_change c join person p on p.id = c.person_id where p.family_id = m.family_id)
            or exists (select 1 from care_episode e join person p on p.id = e.child_id where p.family_id = m.family_id)
            or exists (select 1 from break_glass g where g.family_id = m.family_id)
            or exists (select 1 from likeness k where k.one_family_id = m.family_id and k.stage <> 'open')
            or exists (select 1 from likeness k where k.other_family_id = m.family_id and k.stage <> 'open')
            or exists (select 1 from person_move w where w.from_family_id = m.family_id)
            or exists (select 1 from person_move w where w.into_family_id = m.family_id)
            or exists (select 1 from assignment a where a.family_id = m.family_id and a.role <> 'family_worker'))
        order by f.reference limit $2";
    SOME = "select family_id, referral_id, site_id from import_family where import_id = $1 order by family_id limit $2";
    PEOPLE = "select id from person where family_id = $1";
    UNDONE = "update import set stage = 'undone', moved_at = $1 where id = $2 and stage = 'stored'";
    DROP_LINK = "delete from import_family where import_id = $1 and family_id = $2";
    DROP_NEEDS = "delete from referral_need where referral_id = $1";
    DROP_KEY = "delete from subject where id = $1";
    MAKE_TOMBSTONE = "insert into tombstone (subject_id, site_id, erased_at) values ($1, $2, $3)
        on conflict (subject_id) do nothing";
    DROP_TOKENS = "delete from name_token where person_id in (select p.id from person p where p.family_id = $1)";
    DROP_LIKENESS = "delete from likeness where one_family_id = $1 or other_family_id = $1";
    DROP_WAITING = "delete from waiting_event where family_id = $1";
    DROP_MESSAGES = "delete from referral_message where family_id = $1";
    DROP_OUTCOMES = "delete from referral_outcome where family_id = $1";
    DROP_RESPONSIBILITIES = "delete from responsibility where family_id = $1";
    DROP_ORDERS = "delete from court_order where family_id = $1";
    DROP_KEPT_AWAY = "delete from kept_away where family_id = $1";
    DROP_IDENTIFIERS = "delete from identifier where family_id = $1";
    DROP_ADDRESSES = "delete from address where family_id = $1";
    DROP_ASSIGNMENTS = "delete from assignment where family_id = $1";
    DROP_REFERRALS = "delete from referral where family_id = $1";
    DROP_PEOPLE = "delete from person where family_id = $1";
    DROP_FAMILY = "delete from family where id = $1";
}

/// What is deleted of a family on which nothing was built, in an order the foreign keys allow.
const OF_FAMILY: [&Statement; 14] = [
    &DROP_TOKENS,
    &DROP_LIKENESS,
    &DROP_WAITING,
    &DROP_MESSAGES,
    &DROP_OUTCOMES,
    &DROP_RESPONSIBILITIES,
    &DROP_ORDERS,
    &DROP_KEPT_AWAY,
    &DROP_IDENTIFIERS,
    &DROP_ADDRESSES,
    &DROP_ASSIGNMENTS,
    &DROP_REFERRALS,
    &DROP_PEOPLE,
    &DROP_FAMILY,
];

/// The references of families of an import on which something was built, at most so many: they keep it from being
/// taken back.
pub fn built_on(tx: &Tx, id: ImportId, most: i64) -> Result<Vec<String>> {
    tx.rows(&BUILT_ON, &[id.into(), most.into()], |row| Ok(row.text(0)?.to_owned()))
}

/// Takes back some families of an import, and says how many; none when all are gone, and then it is undone.
///
/// What stands in the way is to be asked with [`built_on`] in the same unit of work.
pub fn undo_some(tx: &Tx, id: ImportId, most: i64) -> Result<u64> {
    let some = tx.rows(&SOME, &[id.into(), most.into()], |row| {
        Ok((FamilyId::from_uuid(row.id(0)?), row.id(1)?, row.id(2)?))
    })?;
    for (family, referral, site) in &some {
        tx.run(&DROP_LINK, &[id.into(), (*family).into()])?;
        tx.run(&DROP_NEEDS, &[(*referral).into()])?;
        take_back(tx, *family, *site)?;
    }
    if some.is_empty() {
        tx.run(&UNDONE, &[tx.now_micros().into(), id.into()])?;
    }
    Ok(u64::try_from(some.len()).unwrap_or_default())
}

fn take_back(tx: &Tx, family: FamilyId, site: Uuid) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action: "referral_taken_back",
        object_kind: "family",
        object_id: Some(family.uuid()),
        parts: Vec::new(),
    })?;
    let mut subjects = tx.rows(&PEOPLE, &[family.into()], |row| row.id(0))?;
    subjects.push(family.uuid());
    for statement in OF_FAMILY {
        tx.run(statement, &[family.into()])?;
    }
    for subject in subjects {
        tx.run(&DROP_KEY, &[subject.into()])?;
        tx.run(&MAKE_TOMBSTONE, &[subject.into(), site.into(), tx.now_micros().into()])?;
        tx.subjects.borrow_mut().remove(&subject);
    }
    Ok(())
}
