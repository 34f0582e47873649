//! Steps up and down, as rows. The level is read from them and stands nowhere else.

use crate::error::Result;
use crate::journal::event::{Fact, SupportFact};
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, Value, statements};
use domain::id::{AccountId, BookId, FamilyId, SiteId, StepId};
use domain::level::Level;
use domain::step::{Cause, Event, Step, Steps, Voice};
use jiff::civil::Date;

statements! {
    MAKE = "insert into step (id, family_id, site_id, from_level, to_level, stepped_on, cause, asked_by, agreed_by,
            expected_end, reason, recorded_by, recorded_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    OF_FAMILY = "select id, from_level, to_level, stepped_on, cause, expected_end, asked_by, agreed_by, reason, recorded_by
        from step where family_id = $1 order by stepped_on, id";
    SINCE = "select id, from_level, to_level, stepped_on, cause, expected_end, asked_by, agreed_by, reason
        from step where family_id = $1 and stepped_on >= $2 and stepped_on <= $3 order by stepped_on desc, id desc limit 60";
    // Two steps of one family at once meet here.
    HOLD = "select id from family where id = $1",
        postgres "select id from family where id = $1 for no key update";
}

/// A step with what is said about it.
#[derive(Clone, Debug)]
pub struct StepShown {
    /// The step.
    pub step: Step,
    /// Who asked; nobody where it is the opening.
    pub asked_by: Option<Voice>,
    /// Who agreed.
    pub agreed_by: Vec<Voice>,
    /// Why.
    pub reason: String,
    /// Who recorded it, while the account is there.
    pub by: Option<String>,
}

/// Every step of a family with what is said about it, the earliest first.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Vec<StepShown>> {
    tx.rows(&OF_FAMILY, &[family.into()], |row| {
        let by = account_name(tx, AccountId::from_uuid(row.id(9)?))?;
        Ok(StepShown {
            by,
            ..shown(tx, family, row)?
        })
    })
}

/// A family's steps between two days with what is said about them, the earliest first, at most the latest sixty; who recorded
/// them is not read.
///
/// # Errors
/// The store's own.
pub fn between(tx: &Tx, family: FamilyId, (from, to): (Date, Date)) -> Result<Vec<StepShown>> {
    let (from, to) = (from.to_string(), to.to_string());
    let values = [family.into(), (&from).into(), (&to).into()];
    let mut steps = tx.rows(&SINCE, &values, |row| shown(tx, family, row))?;
    steps.reverse();
    Ok(steps)
}

fn shown(tx: &Tx, family: FamilyId, row: &Row) -> Result<StepShown> {
    let step = read(row)?;
    let asked_by = row
        .text_opt(6)?
        .map(|key| Voice::from_key(key).ok_or_else(|| row.broken(6)));
    let agreed = row.text_opt(7)?.unwrap_or_default();
    let agreed = agreed
        .split_whitespace()
        .map(|key| Voice::from_key(key).ok_or_else(|| row.broken(7)));
    Ok(StepShown {
        asked_by: asked_by.transpose()?,
        agreed_by: agreed.collect::<Result<_>>()?,
        reason: tx.open(family.uuid(), "step", "reason", step.id.uuid(), row.bytes(8)?)?,
        by: None,
        step,
    })
}

/// A family's steps to decide on; on the server another step of the family waits until the unit of work ends.
pub fn steps(tx: &Tx, family: FamilyId) -> Result<Steps> {
    tx.row(&HOLD, &[family.into()], |row| row.id(0))?;
    Ok(Steps::new(family, tx.rows(&OF_FAMILY, &[family.into()], read)?))
}

fn read(row: &Row) -> Result<Step> {
    let level = |column: usize, number: i64| {
        let level = u8::try_from(number).ok().and_then(Level::new);
        level.ok_or_else(|| row.broken(column))
    };
    let end = row
        .text_opt(5)?
        .map(|day| day.parse::<Date>().map_err(|_| row.broken(5)));
    Ok(Step {
        id: StepId::from_uuid(row.id(0)?),
        from: row.int_opt(1)?.map(|number| level(1, number)).transpose()?,
        to: level(2, row.int(2)?)?,
        on: row.day(3)?,
        cause: Cause::from_key(row.text(4)?).ok_or_else(|| row.broken(4))?,
        expected_end: end.transpose()?,
    })
}

/// Stores a decided step, with the entry in the family's book.
///
/// # Errors
/// The store's own.
pub fn record(tx: &Tx, site: SiteId, event: &Event) -> Result<StepId> {
    let id = StepId::from_uuid(crate::id::fresh(tx.now()));
    let family = event.family;
    let words = tx.seal(family.uuid(), "step", "reason", id.uuid(), event.reason.as_str())?;
    let (on, end) = (event.on.to_string(), event.expected_end.map(|day| day.to_string()));
    let agreed: Vec<&str> = event.agreed_by.iter().map(|voice| voice.key()).collect();
    let agreed_keys = agreed.join(" ");
    let values: [Value; 13] = [
        id.into(),
        family.into(),
        site.into(),
        i64::from(event.from.number()).into(),
        i64::from(event.to.number()).into(),
        (&on).into(),
        event.cause.key().into(),
        event.asked_by.key().into(),
        (&agreed_keys).into(),
        end.as_ref().into(),
        (&words).into(),
        event.by.into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    crate::due::keep(tx, family)?;
    let fact = SupportFact::SupportStepped {
        on,
        from: event.from.number(),
        to: event.to.number(),
        cause: event.cause.key().to_owned(),
        asked_by: event.asked_by.key().to_owned(),
        agreed_by: agreed.into_iter().map(ToOwned::to_owned).collect(),
        expected_end: end,
        words: event.reason.as_str().to_owned(),
    };
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action: "stepped",
        object_kind: "family",
        object_id: Some(family.uuid()),
        parts: vec![Part {
            subject: family.uuid(),
            body: Fact::Support(fact).write(),
        }],
    })?;
    Ok(id)
}
