//! What people are asked for on their first page: a view of a plan, something to bring to a review, an answer to a question
//! for more time. Whoever may not do it any more is not to be shown it, nor the family's name.

use crate::error::Result;
use crate::kernel::{Row, Tx, Value, statements};
use domain::access::Reach;
use domain::family::Person;
use domain::id::{AccountId, FamilyId, ReviewId};
use domain::plan::{Extension, Side};
use jiff::civil::Date;

statements! {
    PLANS = "select p.family_id, f.site_id, u.subject_key, f.name, p.id, a.role, (select count(*) from plan_view v where v.plan_id = p.id
                and v.person_id is null and v.account_id = $1)
        from assignment a join family f on f.id = a.family_id and f.stage = 'open' join plan p on p.family_id = a.family_id
            join subject u on u.site_id = f.site_id and u.id = f.id
        where a.account_id = $1 and a.role in ('carer', 'family_worker')
            and a.starts_on <= $2 and (a.ends_on is null or a.ends_on > $2)
            and p.version_no = (select max(o.version_no) from plan o where o.family_id = p.family_id)
            and exists (select 1 from referral r where r.family_id = f.id and r.stage = 'matched')
            and p.family_id not in (select x.family_id from protected_from x where x.from_account_id = $1)
        order by p.made_at, p.id limit 60";
    VIEWED = "select distinct v.person_id from plan_view v where v.plan_id = $1 and v.person_id is not null";
    REVIEWS = "select distinct r.family_id, f.site_id, u.subject_key, f.name, r.id, r.held_on
        from assignment a join review r on r.family_id = a.family_id and r.stage = 'planned'
            join family f on f.id = r.family_id join subject u on u.site_id = f.site_id and u.id = f.id
        where a.account_id = $1 and a.role in ('carer', 'family_worker', 'supervisor')
            and a.starts_on <= $2 and (a.ends_on is null or a.ends_on > $2)
            and r.kind = 'review' and r.held_on >= $2
            and not exists (select 1 from contribution c where c.review_id = r.id and c.giver_id = $1)
            and r.family_id not in (select x.family_id from protected_from x where x.from_account_id = $1)
        order by r.held_on, r.id limit 20";
    EXTENSIONS = "select x.id, x.family_id, x.first_end, x.to_end, x.stage, x.asked_by, x.programme_by, x.programme_on,
            x.authority_by, x.authority_on, x.row_version, x.refused_side, x.family_id, f.site_id, u.subject_key, f.name
        from extension x join family f on f.id = x.family_id and f.stage = 'open'
            and exists (select 1 from referral r where r.family_id = f.id and r.stage = 'matched')
            join subject u on u.site_id = f.site_id and u.id = f.id
        where x.site_id = $1 and x.stage = 'asked'
            and x.family_id not in (select p.family_id from protected_from p where p.from_account_id = $2)
        order by x.asked_on, x.id limit 40";
}

/// A plan that waits for views.
#[derive(Clone, Debug)]
pub struct PlanAsked {
    /// The family.
    pub family: FamilyId,
    /// How staff call it.
    pub name: String,
    /// Whether this person has not said what they think of the version that stands.
    pub is_mine: bool,
    /// Who of the family has not, of those who have a say of their own: asked of the carer alone.
    pub quiet: Vec<Person>,
}

/// The plans of families with support that somebody supports or answers for that wait for their view, or, where they are the carer, for that of
/// the family: those made first come first.
///
/// # Errors
/// The store's own.
pub fn plans(tx: &Tx, me: AccountId) -> Result<Vec<PlanAsked>> {
    let today = tx.today();
    let day = today.to_string();
    let found = tx.rows(&PLANS, &[me.into(), (&day).into()], |row| {
        let is_carer = row.text(5)? == "carer";
        let family = (FamilyId::from_uuid(row.id(0)?), name(tx, row, 0)?);
        Ok((family, row.id(4)?, is_carer, row.int(6)? == 0))
    })?;
    let mut plans: Vec<PlanAsked> = Vec::new();
    for ((family, name), plan, is_carer, is_mine) in found {
        let quiet = if is_carer {
            let viewed = tx.rows(&VIEWED, &[plan.into()], |row| row.id(0))?;
            let people = crate::family::people(tx, family)?.into_iter();
            let has_a_say = people.filter(|person| person.speaks_for_themselves(today));
            has_a_say.filter(|person| !viewed.contains(&person.id.uuid())).collect()
        } else {
            Vec::new()
        };
        // Whoever works with a family in two roles is asked once.
        match plans.iter_mut().find(|known| known.family == family) {
            Some(known) if known.quiet.is_empty() => known.quiet = quiet,
            None if is_mine || !quiet.is_empty() => plans.push(PlanAsked {
                family,
                name,
                is_mine,
                quiet,
            }),
            Some(_) | None => {}
        }
    }
    Ok(plans)
}

/// A review somebody can bring something to.
#[derive(Clone, Debug)]
pub struct ReviewAsked {
    /// The family.
    pub family: FamilyId,
    /// How staff call it.
    pub name: String,
    /// The review.
    pub review: ReviewId,
    /// The day it is planned for.
    pub on: Date,
}

/// The reviews to come of families somebody works with, to which they have not brought anything, the next first.
///
/// # Errors
/// The store's own.
pub fn reviews(tx: &Tx, me: AccountId) -> Result<Vec<ReviewAsked>> {
    let today = tx.today().to_string();
    tx.rows(&REVIEWS, &[me.into(), (&today).into()], |row| {
        Ok(ReviewAsked {
            family: FamilyId::from_uuid(row.id(0)?),
            name: name(tx, row, 0)?,
            review: ReviewId::from_uuid(row.id(4)?),
            on: row.day(5)?,
        })
    })
}

/// The questions for more time that wait for these sides, in the areas this reader may list, those asked first first.
///
/// # Errors
/// The store's own.
pub fn extensions(tx: &Tx, sides: &[Side]) -> Result<Vec<(Extension, String)>> {
    let me = tx.account();
    let mut waiting = Vec::new();
    for (site, _) in tx.scope().sites.iter().filter(|(_, reach)| *reach == Reach::All) {
        let values: [Value; 2] = [(*site).into(), me.into()];
        let one = |row: &Row| Ok((crate::plan::read_extension(row)?, name(tx, row, 12)?));
        waiting.extend(tx.rows(&EXTENSIONS, &values, one)?);
    }
    waiting.retain(|(one, _)| sides.iter().any(|side| one.asks(*side)));
    Ok(waiting)
}

/// How staff call a family, from its id, its area, its key and its name in a row.
fn name(tx: &Tx, row: &Row, at: usize) -> Result<String> {
    let id = row.id(at)?;
    let key = tx.open_subject(id, row.id(at + 1)?, row.bytes(at + 2)?)?;
    crate::key::open_with(&key, "family", "name", id, row.bytes(at + 3)?)
}
