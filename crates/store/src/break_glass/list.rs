//! The list of urgent openings, for those who review them.

use crate::error::Result;
use crate::journal::history::account_name;
use crate::kernel::{Row, Tx, statements};
use crate::key::HOUSE;
use domain::id::{AccountId, BreakGlassId};
use uuid::Uuid;

statements! {
    ANYWHERE = "select g.id, g.account_id, g.family_id, f.reference, g.reason_code, g.asked_at, g.ends_at,
            g.reviewed_by, g.reviewed_at, g.finding
        from break_glass g join family f on f.id = g.family_id
        where ($1 = '' or g.stage = $1) and g.ends_at > $2 and (g.asked_at, g.id) < ($3, $4)
        order by g.asked_at desc, g.id desc limit $5";
    IN_SITE = "select g.id, g.account_id, g.family_id, f.reference, g.reason_code, g.asked_at, g.ends_at,
            g.reviewed_by, g.reviewed_at, g.finding
        from break_glass g join family f on f.id = g.family_id
        where g.site_id = $1 and ($2 = '' or g.stage = $2) and g.ends_at > $3 and (g.asked_at, g.id) < ($4, $5)
        order by g.asked_at desc, g.id desc limit $6";
}

/// Which urgent openings are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of them.
    All,
    /// Those that still open a record.
    Open,
    /// Those nobody has reviewed yet.
    ToReview,
    /// Those somebody has reviewed.
    Reviewed,
}

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The opening.
    pub id: BreakGlassId,
    /// Who asked.
    pub account: AccountId,
    /// Their name, while their account is there.
    pub name: Option<String>,
    /// The family's reference; never its name.
    pub reference: String,
    /// Why, as a code.
    pub code: String,
    /// When it was asked for, microseconds UTC.
    pub asked_at: i64,
    /// When it runs out, microseconds UTC.
    pub ends_at: i64,
    /// Who reviewed it, and when, microseconds UTC.
    pub reviewed: Option<(Option<String>, i64)>,
}

/// Where a page of the list ended: when it was asked for, and which.
pub type After = (i64, BreakGlassId);

/// The urgent openings this permit covers, the latest first.
pub fn list(tx: &Tx, wanted: Wanted, after: Option<After>, most: i64) -> Result<Vec<Line>> {
    let stage = match wanted {
        Wanted::All | Wanted::Open => "",
        Wanted::ToReview => "open",
        Wanted::Reviewed => "reviewed",
    };
    let ends_after = if wanted == Wanted::Open {
        tx.now_micros()
    } else {
        i64::MIN
    };
    let (at, id) = after.map_or((i64::MAX, Uuid::max()), |(at, id)| (at, id.uuid()));
    let sites: Vec<Uuid> = tx.scope().sites.iter().map(|(site, _)| site.uuid()).collect();
    let mut lines = Vec::new();
    if sites.contains(&HOUSE) {
        let values = [stage.into(), ends_after.into(), at.into(), id.into(), most.into()];
        lines.extend(tx.rows(&ANYWHERE, &values, read_line)?);
    } else {
        for site in sites {
            let values = [
                site.into(),
                stage.into(),
                ends_after.into(),
                at.into(),
                id.into(),
                most.into(),
            ];
            lines.extend(tx.rows(&IN_SITE, &values, read_line)?);
        }
    }
    lines.sort_by_key(|(line, _)| std::cmp::Reverse((line.asked_at, line.id)));
    lines.truncate(usize::try_from(most).unwrap_or_default());
    let named = |(mut line, reviewer): (Line, Option<AccountId>)| {
        line.name = account_name(tx, line.account)?;
        if let (Some(reviewer), Some((name, _))) = (reviewer, line.reviewed.as_mut()) {
            *name = account_name(tx, reviewer)?;
        }
        Ok(line)
    };
    lines.into_iter().map(named).collect()
}

fn read_line(row: &Row) -> Result<(Line, Option<AccountId>)> {
    let line = Line {
        id: BreakGlassId::from_uuid(row.id(0)?),
        account: AccountId::from_uuid(row.id(1)?),
        name: None,
        reference: row.text(3)?.to_owned(),
        code: row.text(4)?.to_owned(),
        asked_at: row.int(5)?,
        ends_at: row.int(6)?,
        reviewed: row.int_opt(8)?.map(|at| (None, at)),
    };
    Ok((line, row.id_opt(7)?.map(AccountId::from_uuid)))
}
