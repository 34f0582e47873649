//! A supervising social worker's week: each carer they supervise with each family, what is due, and what waits for a signature.

use crate::crisis::{CrisisLine, ToSign as CallToSign};
use crate::due::{Known, SESSIONS_FOR_DUE};
use crate::error::Result;
use crate::household::{Line, Supports};
use crate::kernel::Tx;
use crate::session::ToSign;
use domain::contact::monday_of;
use domain::id::{AccountId, FamilyId};

/// A carer's household in this week.
#[derive(Clone, Debug)]
pub struct CarerWeek {
    /// The household with the families in its places.
    pub line: Line,
    /// Each family this reader may know of.
    pub families: Vec<FamilyWeek>,
}

/// A family in this week.
#[derive(Clone, Debug)]
pub struct FamilyWeek {
    /// The family.
    pub family: FamilyId,
    /// How staff call it.
    pub name: String,
    /// Its contact and what is due.
    pub known: Known,
    /// The visits this reader should sign, the oldest first.
    pub to_sign: Vec<ToSign>,
    /// The calls for help this reader should sign, the oldest first.
    pub calls_to_sign: Vec<CallToSign>,
    /// The calls for help since Monday and those not ended, the newest first, without their words.
    pub calls: Vec<CrisisLine>,
}

/// The week of the households somebody supervises, in the areas they may list.
///
/// A number of statements for each family that is drawn, at most four a household, and none for any other.
///
/// # Errors
/// The store's own.
pub fn week(tx: &Tx, supervisor: AccountId) -> Result<Vec<CarerWeek>> {
    let today = tx.today();
    let monday = crate::clock::london_instant(monday_of(today).to_datetime(jiff::civil::Time::midnight()));
    let to_sign = crate::session::to_sign(tx, supervisor, today)?;
    let calls = crate::crisis::waiting(tx, supervisor)?;
    let lines = crate::household::list(tx)?.into_iter();
    let mine = lines.filter(|line| line.household.supervisor == Some(supervisor));
    let one = |family: &Supports, name: String| {
        let id = family.family;
        Ok(FamilyWeek {
            family: id,
            name,
            known: crate::due::known(tx, id, SESSIONS_FOR_DUE)?,
            to_sign: to_sign.iter().filter(|one| one.family == id).copied().collect(),
            calls_to_sign: calls.iter().filter(|one| one.family == id).copied().collect(),
            calls: crate::crisis::since(tx, id, monday.as_microsecond())?,
        })
    };
    mine.map(|line| {
        let known = line
            .families
            .iter()
            .filter_map(|family| Some((family, family.name.clone()?)));
        let families = known.map(|(family, name)| one(family, name)).collect::<Result<_>>()?;
        Ok(CarerWeek { line, families })
    })
    .collect()
}
