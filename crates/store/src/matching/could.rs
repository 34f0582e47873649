//! Who could support a family: every household of its area, with what it does already and how it stands to the family.

use crate::error::{Error, Result};
use crate::household::{Line, of_site};
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, Value, statements};
use domain::id::{BookId, FamilyId, HouseholdId};
use domain::level::Ladder;
use domain::matching::Supported;
use jiff::civil::Date;
use std::collections::HashMap;

statements! {
    DOES = "select (select count(*) from matching m where m.household_id = h.id and m.stage = 'active' and m.family_id <> $1
                and m.starts_on <= $2),
            (select count(*) from cover c where c.household_id = h.id and c.family_id <> $1 and c.ends_on >= $3
                and c.starts_on <= $2),
            (select count(*) from household_member n join protected_from p on p.from_account_id = n.account_id
                where n.household_id = h.id and p.family_id = $1),
            (select count(*) from household_member n join membership x on x.account_id = n.account_id
                where n.household_id = h.id and x.family_id = $1)
        from household h where h.id = $4";
    DRIVES = "select household_id, minutes from drive where family_id = $1";
    SAID_NO = "select household_id, max(stage_on) from offer where family_id = $1 and stage = 'declined' group by household_id";
    HAS_MET = "select distinct n.household_id from assignment a join household_member n on n.account_id = a.account_id
        where a.family_id = $1 and a.role = 'carer' and a.starts_on <= $2";
    SET_DRIVE = "insert into drive (family_id, household_id, site_id, minutes, typed_by, typed_at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (family_id, household_id) do update set minutes = excluded.minutes, typed_by = excluded.typed_by,
            typed_at = excluded.typed_at";
}

/// A household of the family's area, and how it stands to the family.
#[derive(Clone, Debug)]
pub struct Could {
    /// The household with the families it supports.
    pub line: Line,
    /// What it does already, and whether it must not know of somebody in the family.
    pub does: Supported,
    /// How many of its families have more support than support begins with.
    pub stepped_up: u8,
    /// The drive to the family in minutes, where somebody typed it.
    pub drive_minutes: Option<u16>,
    /// Whether its carers have worked with the family before.
    pub has_met: bool,
    /// The last day its carers said no to the family.
    pub said_no: Option<Date>,
}

/// Every open household of a family's area, and how it stands to the family from a day on; in the order of their ids.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn could(tx: &Tx, family: FamilyId, from: Date, ladder: &Ladder) -> Result<Vec<Could>> {
    let drives: HashMap<HouseholdId, u16> = tx
        .rows(&DRIVES, &[family.into()], |row| {
            let minutes = u16::try_from(row.int(1)?).map_err(|_| row.broken(1))?;
            Ok((HouseholdId::from_uuid(row.id(0)?), minutes))
        })?
        .into_iter()
        .collect();
    let said_no: HashMap<HouseholdId, Option<Date>> = tx
        .rows(&SAID_NO, &[family.into()], |row| {
            Ok((HouseholdId::from_uuid(row.id(0)?), row.day_opt(1)?))
        })?
        .into_iter()
        .collect();
    let today = tx.today().to_string();
    let have_met: Vec<HouseholdId> = tx.rows(&HAS_MET, &[family.into(), (&today).into()], |row| {
        Ok(HouseholdId::from_uuid(row.id(0)?))
    })?;
    let lines = of_site(tx, crate::family::site_of(tx, family)?)?;
    let could = lines.into_iter().map(|line| {
        let id = line.household.id;
        let levels = line.families.iter().filter_map(|family| family.level);
        let stepped_up = levels.filter(|level| ladder.first() < *level).count();
        Ok(Could {
            does: does(tx, id, family, (from, None))?,
            stepped_up: u8::try_from(stepped_up).unwrap_or(u8::MAX),
            drive_minutes: drives.get(&id).copied(),
            has_met: have_met.contains(&id),
            said_no: said_no.get(&id).copied().flatten(),
            line,
        })
    });
    could.collect()
}

/// What a household does already from one day to another, or from a day on, beside one family: the families it supports
/// and those it stands in for; and whether it must not know of somebody in the family.
///
/// # Errors
/// [`Error::NotFound`] when there is no such household.
pub fn does(tx: &Tx, household: HouseholdId, family: FamilyId, (from, to): (Date, Option<Date>)) -> Result<Supported> {
    let (from, to) = (from.to_string(), to.unwrap_or(Date::MAX).to_string());
    let values: [Value; 4] = [family.into(), (&to).into(), (&from).into(), household.into()];
    let found = tx.row(&DOES, &values, |row| {
        let families = row.int(0)? + row.int(1)?;
        Ok(Supported {
            families: u8::try_from(families).unwrap_or(u8::MAX),
            must_not_know: 0 < row.int(2)? || 0 < row.int(3)?,
        })
    })?;
    found.ok_or(Error::NotFound)
}

/// Keeps how long the drive from a household to a family takes, in minutes.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn set_drive(tx: &Tx, family: FamilyId, household: HouseholdId, minutes: u16) -> Result<()> {
    let site = crate::family::site_of(tx, family)?;
    let values = [
        family.into(),
        household.into(),
        site.into(),
        i64::from(minutes).into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&SET_DRIVE, &values)?;
    let household = household.to_string();
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action: "drive_typed",
        object_kind: "family",
        object_id: Some(family.uuid()),
        parts: vec![Part {
            subject: family.uuid(),
            body: Fact::DriveTyped { household, minutes }.write(),
        }],
    })?;
    Ok(())
}
