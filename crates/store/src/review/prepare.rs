//! What is read for a review: the record since the last one, in a number of statements that does not grow with it.

use super::contribution::{ContributionShown, contributions};
use super::show::{ReviewShown, read_shown, show};
use crate::agreement::standing;
use crate::clock::london_instant;
use crate::crisis::CrisisLine;
use crate::due::{Known, SESSIONS_FOR_WEEKS};
use crate::error::{Error, Result};
use crate::goal::GoalShown;
use crate::kernel::{Row, Tx, statements};
use crate::session::SaidShown;
use crate::step::StepShown;
use domain::agreement::AgreementState;
use domain::family::Family;
use domain::id::{AccountId, FamilyId, ReviewId};
use domain::plan::Extension;
use domain::review::{Period, READING_ROLES};
use domain::role::Role;
use jiff::ToSpan;
use jiff::civil::{Date, time};
use uuid::Uuid;

statements! {
    LAST = "select r.id, r.family_id, r.site_id, r.author_id, r.kind, r.held_on, r.stage, r.there, r.decided, r.row_version,
            r.language, r.said, r.theirs, r.next_words, r.put_right
        from review r where r.family_id = $1 and (r.at, r.id) < ($2, $3) and r.kind = 'review' and r.stage = 'held'
        order by r.at desc, r.id desc limit 1";
    // The family's social worker is who is named as such, else who referred it.
    TEAM = "with t as (select a.account_id, a.role from assignment a
                where a.family_id = $1 and a.starts_on <= $2 and (a.ends_on is null or a.ends_on > $2)
            union select r.referred_by, h.role from referral r
                join role_held h on h.account_id = r.referred_by and h.stage = 'held' and h.role = 'family_worker'
                    and h.site_id = r.site_id and h.starts_on <= $2 and (h.ends_on is null or h.ends_on > $2)
                where r.family_id = $1 and not exists (select 1 from assignment o where o.family_id = $1
                    and o.role = 'family_worker' and o.starts_on <= $2 and (o.ends_on is null or o.ends_on > $2)))
        select t.account_id, t.role, c.language, c.name, u.site_id, u.subject_key from t
            join account c on c.id = t.account_id join subject u on u.id = c.id
        where t.account_id not in (select x.from_account_id from protected_from x where x.family_id = $1)
        order by t.role, t.account_id limit 40";
}

/// Somebody who works with a family.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// Their account.
    pub account: AccountId,
    /// In which role.
    pub role: Role,
    /// The language they read.
    pub language: String,
    /// Their name.
    pub name: String,
}

impl Colleague {
    /// Somebody in a role: a row of their account, their role, language, name, and their own key in two columns.
    pub(crate) fn read(tx: &Tx, row: &Row, role: Role) -> Result<Self> {
        let account = row.id(0)?;
        let key = tx.open_subject(account, row.id(4)?, row.bytes(5)?)?;
        Ok(Self {
            account: AccountId::from_uuid(account),
            role,
            language: row.text(2)?.to_owned(),
            name: crate::key::open_with(&key, "account", "name", account, row.bytes(3)?)?,
        })
    }
}

/// What the record says for a review.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The family.
    pub family: Family,
    /// How staff call it.
    pub name: String,
    /// The review it is for.
    pub review: ReviewShown,
    /// The time it looks back on.
    pub period: Period,
    /// The last review held before it.
    pub last: Option<ReviewShown>,
    /// The family's goals.
    pub goals: Vec<GoalShown>,
    /// Contact and what is due.
    pub known: Known,
    /// The steps of the time.
    pub steps: Vec<StepShown>,
    /// What was said at visits of the time; nothing where it was not asked for.
    pub said: Option<Vec<SaidShown>>,
    /// The calls for help of the time; nothing where they were not asked for.
    pub calls: Option<Vec<CrisisLine>>,
    /// What was asked for past the planned end, each with its day.
    pub extensions: Vec<(Extension, Date)>,
    /// What people bring to it.
    pub brought: Vec<ContributionShown>,
    /// Who works with the family.
    pub team: Vec<Colleague>,
    /// Where the area stands with its agreement.
    pub agreement: AgreementState,
}

/// Reads what the record says for a review of a family: what was said at visits and calls for help where they are asked for.
///
/// # Errors
/// [`Error::NotFound`] when the family has no such review, or never had support.
pub fn prepare(tx: &Tx, family: FamilyId, id: ReviewId, (with_said, with_calls): (bool, bool)) -> Result<Prepared> {
    let review = show(tx, family, id)?;
    let (begun, _) = super::bounds(tx, family)?;
    let last = last(tx, family, &review)?;
    let last_on = last.as_ref().map(|last| last.review.on);
    let period = Period::of(begun.ok_or(Error::NotFound)?, last_on, review.review.on, tx.today());
    // A visit on the day of the last review came before it, as far as the record knows.
    let first = if period.since_review {
        period.from.saturating_add(1.day())
    } else {
        period.from
    };
    let at = |day: Date| london_instant(day.to_datetime(time(0, 0, 0, 0))).as_microsecond();
    let times = (at(first), at(period.to.saturating_add(1.day())));
    let (record, name) = crate::family::load(tx, family)?;
    Ok(Prepared {
        goals: crate::goal::of_family(tx, family)?,
        known: crate::due::known(tx, family, SESSIONS_FOR_WEEKS)?,
        steps: crate::step::between(tx, family, (period.from, period.to))?,
        said: with_said.then(|| crate::session::said(tx, family, times)).transpose()?,
        calls: with_calls
            .then(|| crate::crisis::between(tx, family, times))
            .transpose()?,
        extensions: crate::plan::asked(tx, family)?,
        brought: contributions(tx, &review.review)?,
        team: team(tx, family)?,
        agreement: standing(tx, record.site)?.state,
        family: record,
        name,
        review,
        period,
        last,
    })
}

/// The last review held before another.
fn last(tx: &Tx, family: FamilyId, review: &ReviewShown) -> Result<Option<ReviewShown>> {
    let noon = london_instant(review.review.on.to_datetime(time(12, 0, 0, 0))).as_microsecond();
    let id: Uuid = review.review.id.uuid();
    let values = [family.into(), noon.into(), id.into()];
    tx.row(&LAST, &values, |row| read_shown(tx, row))
}

/// The last review of a family that was held.
///
/// # Errors
/// The store's own.
pub fn last_held(tx: &Tx, family: FamilyId) -> Result<Option<ReviewShown>> {
    let values = [family.into(), i64::MAX.into(), Uuid::max().into()];
    tx.row(&LAST, &values, |row| read_shown(tx, row))
}

/// Who works with a family today and sits at the table of a review, less whom its people are protected from.
///
/// # Errors
/// The store's own.
pub fn team(tx: &Tx, family: FamilyId) -> Result<Vec<Colleague>> {
    let today = tx.today().to_string();
    let all = tx.rows(&TEAM, &[family.into(), (&today).into()], |row| {
        let Some(role) = Role::from_key(row.text(1)?).filter(|role| READING_ROLES.contains(role)) else {
            return Ok(None);
        };
        Colleague::read(tx, row, role).map(Some)
    })?;
    Ok(all.into_iter().flatten().collect())
}
