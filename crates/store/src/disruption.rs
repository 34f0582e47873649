//! What kept everybody of a programme area at home for some days.

use crate::error::{Error, Result};
use crate::journal::event::{Fact, SupportFact};
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, Value, statements};
use domain::disruption::{Cause, Disruption, NewDisruption};
use domain::id::{AccountId, BookId, DisruptionId, SiteId};

statements! {
    OF_SITE = "select id, site_id, from_on, to_on, cause, taken_back_at, set_by from disruption
        where site_id = $1 order by from_on desc, id desc limit $2";
    ONE = "select id, site_id, from_on, to_on, cause, taken_back_at, set_by from disruption where id = $1 and site_id = $2";
    NOW = "select id, site_id, from_on, to_on, cause, taken_back_at from disruption
        where site_id = $1 and from_on <= $2 and to_on >= $2 and taken_back_at is null order by from_on, id";
    // Two that are written down at the same time meet here.
    HOLD = "update site set wind_down_days = wind_down_days where id = $1";
    MAKE = "insert into disruption (id, site_id, from_on, to_on, cause, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)";
    TAKE_BACK = "update disruption set taken_back_by = $1, taken_back_at = $2 where id = $3 and taken_back_at is null";
}

/// How many a page shows: the latest.
const SHOWN_MAX: i64 = 100;

/// A disruption with who wrote it down.
#[derive(Clone, Debug)]
pub struct DisruptionShown {
    /// The disruption.
    pub disruption: Disruption,
    /// Who wrote it down, while the account is there.
    pub by: Option<String>,
}

/// The disruptions of an area, the latest first.
///
/// # Errors
/// The store's own.
pub fn of_site(tx: &Tx, site: SiteId) -> Result<Vec<DisruptionShown>> {
    tx.rows(&OF_SITE, &[site.into(), SHOWN_MAX.into()], |row| {
        Ok(DisruptionShown {
            disruption: read(row)?,
            by: account_name(tx, AccountId::from_uuid(row.id(6)?))?,
        })
    })
}

/// What keeps everybody at home today, in each area of which this reader may list families.
///
/// # Errors
/// The store's own.
pub fn now(tx: &Tx) -> Result<Vec<Disruption>> {
    let today = tx.today().to_string();
    let mut all = Vec::new();
    for (site, _) in &tx.scope().sites {
        all.extend(tx.rows(&NOW, &[(*site).into(), (&today).into()], read)?);
    }
    Ok(all)
}

/// One of an area.
///
/// # Errors
/// [`Error::NotFound`] when the area has no such one.
pub fn load(tx: &Tx, site: SiteId, id: DisruptionId) -> Result<Disruption> {
    tx.row(&ONE, &[id.into(), site.into()], read)?.ok_or(Error::NotFound)
}

fn read(row: &Row) -> Result<Disruption> {
    Ok(Disruption {
        id: DisruptionId::from_uuid(row.id(0)?),
        site: SiteId::from_uuid(row.id(1)?),
        from: row.day(2)?,
        to: row.day(3)?,
        cause: Cause::from_key(row.text(4)?).ok_or_else(|| row.broken(4))?,
        is_taken_back: row.int_opt(5)?.is_some(),
    })
}

/// Holds the disruptions of an area until the unit of work ends, so that two are decided one after the other.
///
/// # Errors
/// The store's own.
pub fn hold(tx: &Tx, site: SiteId) -> Result<()> {
    tx.run(&HOLD, &[site.into()])?;
    Ok(())
}

/// Stores what the rules allowed, and works out anew what is due about the families of the area.
///
/// # Errors
/// The store's own.
pub fn set(tx: &Tx, site: SiteId, new: NewDisruption) -> Result<DisruptionId> {
    let id = DisruptionId::from_uuid(crate::id::fresh(tx.now()));
    let (from, to) = (new.from.to_string(), new.to.to_string());
    let values: [Value; 7] = [
        id.into(),
        site.into(),
        (&from).into(),
        (&to).into(),
        new.cause.key().into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    let cause = new.cause.key().to_owned();
    note(
        tx,
        site,
        id,
        "disruption_set",
        SupportFact::DisruptionSet { from, to, cause },
    )?;
    crate::due::keep_site(tx, site)?;
    Ok(id)
}

/// Stores that one is taken back, and works out anew what is due about the families of the area.
///
/// # Errors
/// [`Error::NotFound`] when it was taken back meanwhile.
pub fn take_back(tx: &Tx, one: &Disruption) -> Result<()> {
    let values: [Value; 3] = [tx.account().into(), tx.now_micros().into(), one.id.into()];
    if tx.run(&TAKE_BACK, &values)? == 0 {
        return Err(Error::NotFound);
    }
    let (from, to) = (one.from.to_string(), one.to.to_string());
    let fact = SupportFact::DisruptionTakenBack { from, to };
    note(tx, one.site, one.id, "disruption_taken_back", fact)?;
    crate::due::keep_site(tx, one.site)
}

fn note(tx: &Tx, site: SiteId, id: DisruptionId, action: &'static str, fact: SupportFact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(site.uuid()),
        kind: BookKind::Site,
        action,
        object_kind: "disruption",
        object_id: Some(id.uuid()),
        parts: vec![Part {
            subject: site.uuid(),
            body: Fact::Support(fact).write(),
        }],
    })?;
    Ok(())
}
