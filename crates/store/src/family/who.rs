//! Who may open a family's record today, and by what: those who work with it, who referred it, and those whose role sees the whole
//! area. It says who may, and nothing of who did.

use crate::agreement::standing;
use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use crate::key::HOUSE;
use domain::access::{Action, Reach, reach};
use domain::id::{AccountId, FamilyId, SiteId};
use domain::role::Role;
use jiff::civil::Date;

statements! {
    SITE = "select f.site_id, (select count(*) from protected_from x where x.family_id = f.id),
            (select count(*) from break_glass g where g.family_id = f.id and g.ends_at > $1)
        from family f where f.id = $2";
    // Somebody of the family is a stranger to its record whatever their role, and so is whom its people are protected from.
    WORK_WITH = "select a.account_id, a.role, c.name, u.site_id, u.subject_key, a.ends_on,
            (select count(*) from matching m where m.id = a.source_id), (select count(*) from cover o where o.id = a.source_id)
        from assignment a join account c on c.id = a.account_id join subject u on u.id = c.id
        where a.family_id = $1 and a.starts_on <= $2 and (a.ends_on is null or a.ends_on > $2)
            and exists (select 1 from role_held h where h.account_id = a.account_id and h.role = a.role and h.stage = 'held'
                and (h.site_id = a.site_id or h.site_id = $3) and h.starts_on <= $2 and (h.ends_on is null or h.ends_on > $2))
            and a.account_id not in (select x.from_account_id from protected_from x where x.family_id = $1)
            and a.account_id not in (select m.account_id from membership m where m.family_id = $1
                and m.starts_on <= $2 and (m.ends_on is null or m.ends_on > $2))
        order by a.starts_on, a.id";
    REFERRED = "select r.referred_by, h.role, c.name, u.site_id, u.subject_key
        from referral r join account c on c.id = r.referred_by join subject u on u.id = c.id
            join role_held h on h.account_id = r.referred_by and h.stage = 'held' and (h.site_id = r.site_id or h.site_id = $1)
                and h.starts_on <= $2 and (h.ends_on is null or h.ends_on > $2)
        where r.family_id = $3
            and not exists (select 1 from assignment a where a.family_id = $3 and a.account_id = r.referred_by)
            and r.referred_by not in (select x.from_account_id from protected_from x where x.family_id = $3)
            and r.referred_by not in (select m.account_id from membership m where m.family_id = $3
                and m.starts_on <= $2 and (m.ends_on is null or m.ends_on > $2))
        order by r.received_on desc, r.id desc";
    OF_AREA = "select h.account_id, h.role, c.name, u.site_id, u.subject_key
        from role_held h join account c on c.id = h.account_id join subject u on u.id = c.id
        where h.site_id in ($1, $2) and h.stage = 'held' and h.starts_on <= $3 and (h.ends_on is null or h.ends_on > $3)
            and h.account_id not in (select x.from_account_id from protected_from x where x.family_id = $4)
            and h.account_id not in (select m.account_id from membership m where m.family_id = $4
                and m.starts_on <= $3 and (m.ends_on is null or m.ends_on > $3))
        order by h.account_id, h.role";
}

/// By what somebody may open a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// A match of their household, or of the one they supervise.
    Match,
    /// Standing in for another household.
    Cover,
    /// They work with the family.
    Work,
    /// They referred the family.
    Referral,
    /// Their role sees the whole area.
    Area,
}

/// Somebody who may open a record.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Their account.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// By what.
    pub by: By,
    /// The day on which that ends, where it is known.
    pub until: Option<Date>,
}

/// Who may open a family's record.
#[derive(Clone, Debug)]
pub struct Readers {
    /// Those who may, those nearest to the family first.
    pub all: Vec<Reader>,
    /// Whether somebody is kept from it.
    pub is_kept_from: bool,
    /// How many have it open urgently now.
    pub urgent: u64,
}

/// Who may open a family's record today, as the rules of access say.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn readers(tx: &Tx, family: FamilyId) -> Result<Readers> {
    let found = tx.row(&SITE, &[tx.now_micros().into(), family.into()], |row| {
        Ok((SiteId::from_uuid(row.id(0)?), 0 < row.int(1)?, row.int(2)?))
    })?;
    let (site, is_kept_from, urgent) = found.ok_or(Error::NotFound)?;
    let agreement = standing(tx, site)?.state;
    let today = tx.today().to_string();
    let may = |role: Role| reach(role, Action::OpenFamily, agreement);
    let values = [family.into(), (&today).into(), HOUSE.into()];
    let near = tx.rows(&WORK_WITH, &values, |row| {
        let by = match (row.int(6)?, row.int(7)?) {
            (0, 0) => By::Work,
            (0, _) => By::Cover,
            _ => By::Match,
        };
        let mut reader = read(tx, row, by)?;
        reader.until = row.day_opt(5)?;
        Ok(reader)
    })?;
    let referred = [HOUSE.into(), (&today).into(), family.into()];
    let referred = tx.rows(&REFERRED, &referred, |row| read(tx, row, By::Referral))?;
    let area = [site.into(), HOUSE.into(), (&today).into(), family.into()];
    let area = tx.rows(&OF_AREA, &area, |row| read(tx, row, By::Area))?;
    let mut all: Vec<Reader> = Vec::new();
    let near = near.into_iter().chain(referred).filter(|one| may(one.role).is_some());
    let area = area.into_iter().filter(|one| may(one.role) == Some(Reach::All));
    for one in near.chain(area) {
        // Whoever may by two things stands there by the nearest.
        if all
            .iter()
            .all(|known| (known.account, known.role) != (one.account, one.role))
        {
            all.push(one);
        }
    }
    Ok(Readers {
        all,
        is_kept_from,
        urgent: urgent.cast_unsigned(),
    })
}

fn read(tx: &Tx, row: &Row, by: By) -> Result<Reader> {
    let account = row.id(0)?;
    let key = tx.open_subject(account, row.id(3)?, row.bytes(4)?)?;
    Ok(Reader {
        account: AccountId::from_uuid(account),
        name: crate::key::open_with(&key, "account", "name", account, row.bytes(2)?)?,
        role: Role::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?,
        by,
        until: None,
    })
}
