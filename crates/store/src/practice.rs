//! How a programme area works: what it set last; an area that has set nothing works as shipped.

use crate::error::Result;
use crate::journal::event::{Fact, SupportFact};
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, Value, statements};
use domain::id::{AccountId, BookId, FamilyId, SiteId};
use domain::practice::{ASKS, Practice, Prompts};

statements! {
    OF_SITE = "select prompts, plan_months, urgent, urgent_days, weeks, below_percent, above_percent, missed, fallen, set_by, set_at
        from practice where site_id = $1 order by set_at desc, id desc limit $2";
    OF_FAMILY = "select p.prompts, p.plan_months, p.urgent, p.urgent_days, p.weeks, p.below_percent, p.above_percent, p.missed,
            p.fallen
        from family f join practice p on p.site_id = f.site_id where f.id = $1 order by p.set_at desc, p.id desc limit 1";
    MAKE = "insert into practice (id, site_id, prompts, plan_months, urgent, urgent_days, weeks, below_percent, above_percent,
            missed, fallen, set_by, set_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
}

/// How many of what was set a page shows.
const HISTORY_MAX: i64 = 50;

/// What an area set, and when.
#[derive(Clone, Debug)]
pub struct Set {
    /// What it set.
    pub practice: Practice,
    /// Who set it, while the account is there.
    pub by: Option<String>,
    /// When, microseconds UTC.
    pub at: i64,
}

/// How a site works.
///
/// # Errors
/// The store's own.
pub fn of_site(tx: &Tx, site: SiteId) -> Result<Practice> {
    let set = tx.row(&OF_SITE, &[site.into(), 1i64.into()], read)?;
    Ok(set.unwrap_or_else(Practice::shipped))
}

/// How a family's site works.
///
/// # Errors
/// The store's own.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Practice> {
    let set = tx.row(&OF_FAMILY, &[family.into()], read)?;
    Ok(set.unwrap_or_else(Practice::shipped))
}

/// What a site has set, the latest first.
///
/// # Errors
/// The store's own.
pub fn history(tx: &Tx, site: SiteId) -> Result<Vec<Set>> {
    tx.rows(&OF_SITE, &[site.into(), HISTORY_MAX.into()], |row| {
        Ok(Set {
            practice: read(row)?,
            by: account_name(tx, AccountId::from_uuid(row.id(9)?))?,
            at: row.int(10)?,
        })
    })
}

fn read(row: &Row) -> Result<Practice> {
    let mut practice = Practice {
        prompts: Prompts::from_key(row.text(0)?).ok_or_else(|| row.broken(0))?,
        ..Practice::shipped()
    };
    for (at, ask) in ASKS.iter().enumerate() {
        let number = u16::try_from(row.int(at + 1)?).map_err(|_| row.broken(at + 1))?;
        ask.set(&mut practice, number).map_err(|_| row.broken(at + 1))?;
    }
    Ok(practice)
}

/// Stores how a site works from now on.
///
/// # Errors
/// The store's own.
pub fn set(tx: &Tx, site: SiteId, practice: &Practice) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let mut values: Vec<Value> = vec![id.into(), site.into(), practice.prompts.key().into()];
    values.extend(ASKS.iter().map(|ask| Value::from(i64::from(ask.of(practice)))));
    values.push(tx.account().into());
    values.push(tx.now_micros().into());
    tx.run(&MAKE, &values)?;
    let line = |ask: &domain::practice::Ask| format!("{}:{}", ask.key, ask.of(practice));
    let fact = SupportFact::PracticeSet {
        prompts: practice.prompts.key().to_owned(),
        numbers: ASKS.iter().map(line).collect(),
    };
    tx.append(&Entry {
        book: BookId::from_uuid(site.uuid()),
        kind: BookKind::Site,
        action: "practice_set",
        object_kind: "site",
        object_id: Some(site.uuid()),
        parts: vec![Part {
            subject: site.uuid(),
            body: Fact::Support(fact).write(),
        }],
    })?;
    Ok(())
}
