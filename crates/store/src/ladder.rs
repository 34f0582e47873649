//! What a site's support levels mean, from a day on; a site that has set none has the levels shipped.

use crate::error::{Error, Result};
use crate::journal::event::{Fact, SupportFact};
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, Value, statements};
use domain::id::{AccountId, BookId, FamilyId, SiteId};
use domain::level::{Ladder, Ladders, Level, Rung};
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    OF_SITE = "select l.id, l.from_on, l.first_level, l.set_by, l.set_at, r.level_no, r.sessions, r.weeks, r.stays_a_month,
            r.review_days, r.ends_after_days
        from ladder l join rung r on r.ladder_id = l.id
        where l.site_id = $1 order by l.from_on, l.set_at, l.id, r.level_no";
    MAKE = "insert into ladder (id, site_id, from_on, first_level, set_by, set_at) values ($1, $2, $3, $4, $5, $6)";
    MAKE_RUNG = "insert into rung (ladder_id, level_no, site_id, sessions, weeks, stays_a_month, review_days, ends_after_days)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// A ladder as it was set.
#[derive(Clone, Debug)]
pub struct Set {
    /// The first day it holds.
    pub from: Date,
    /// The ladder.
    pub ladder: Ladder,
    /// Who set it, while the account is there.
    pub by: Option<String>,
    /// When, microseconds UTC.
    pub at: i64,
}

/// One row of a ladder and what is known of the whole.
struct Line {
    id: Uuid,
    from: Date,
    first: Level,
    by: AccountId,
    at: i64,
    rung: Rung,
}

/// The ladders of a site over time.
///
/// # Errors
/// [`Error::Broken`] when what is stored makes no ladder.
pub fn of_site(tx: &Tx, site: SiteId) -> Result<Ladders> {
    let set = whole(tx.rows(&OF_SITE, &[site.into()], read)?)?;
    Ok(Ladders::new(
        set.into_iter().map(|(line, ladder)| (line.from, ladder)).collect(),
    ))
}

/// The ladders of a family's site over time.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Ladders> {
    of_site(tx, crate::family::site_of(tx, family)?)
}

/// What a site has set, the latest first.
///
/// # Errors
/// The store's own.
pub fn history(tx: &Tx, site: SiteId) -> Result<Vec<Set>> {
    let set = whole(tx.rows(&OF_SITE, &[site.into()], read)?)?;
    let set = set.into_iter().rev().map(|(line, ladder)| {
        Ok(Set {
            from: line.from,
            ladder,
            by: account_name(tx, line.by)?,
            at: line.at,
        })
    });
    set.collect()
}

/// The rows of each ladder as one.
fn whole(lines: Vec<Line>) -> Result<Vec<(Line, Ladder)>> {
    let mut all = Vec::new();
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        let mut rungs = vec![line.rung];
        while let Some(next) = lines.next_if(|next| next.id == line.id) {
            rungs.push(next.rung);
        }
        let ladder = Ladder::new(rungs, line.first).map_err(|_| Error::Broken {
            column: "first_level".to_owned(),
            row: line.id.to_string(),
        })?;
        all.push((line, ladder));
    }
    Ok(all)
}

fn read(row: &Row) -> Result<Line> {
    let number = |column: usize| u8::try_from(row.int(column)?).map_err(|_| row.broken(column));
    let level = |column: usize| Level::new(number(column)?).ok_or_else(|| row.broken(column));
    let days = |column: usize, days: i64| u16::try_from(days).map_err(|_| row.broken(column));
    Ok(Line {
        id: row.id(0)?,
        from: row.text(1)?.parse().map_err(|_| row.broken(1))?,
        first: level(2)?,
        by: AccountId::from_uuid(row.id(3)?),
        at: row.int(4)?,
        rung: Rung {
            level: level(5)?,
            sessions: number(6)?,
            weeks: number(7)?,
            stays_a_month: number(8)?,
            review_days: days(9, row.int(9)?)?,
            ends_after_days: row.int_opt(10)?.map(|n| days(10, n)).transpose()?,
        },
    })
}

/// Stores a ladder that holds from a day on, and works out anew what is due about every family of the site of which
/// something is: each that is supported, because its review is.
///
/// # Errors
/// The store's own.
pub fn set(tx: &Tx, site: SiteId, from: Date, ladder: &Ladder) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let day = from.to_string();
    let values: [Value; 6] = [
        id.into(),
        site.into(),
        (&day).into(),
        i64::from(ladder.first().number()).into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    for rung in ladder.rungs() {
        let values: [Value; 8] = [
            id.into(),
            i64::from(rung.level.number()).into(),
            site.into(),
            i64::from(rung.sessions).into(),
            i64::from(rung.weeks).into(),
            i64::from(rung.stays_a_month).into(),
            i64::from(rung.review_days).into(),
            rung.ends_after_days.map(i64::from).into(),
        ];
        tx.run(&MAKE_RUNG, &values)?;
    }
    let line = |rung: &Rung| {
        let ends = rung.ends_after_days.map_or(String::new(), |days| days.to_string());
        let Rung {
            level,
            sessions,
            weeks,
            stays_a_month,
            review_days,
            ..
        } = rung;
        format!(
            "{}:{sessions}/{weeks}:{stays_a_month}:{review_days}:{ends}",
            level.number()
        )
    };
    let fact = SupportFact::LadderSet {
        from: day,
        first: ladder.first().number(),
        rungs: ladder.rungs().iter().map(line).collect(),
    };
    tx.append(&Entry {
        book: BookId::from_uuid(site.uuid()),
        kind: BookKind::Site,
        action: "ladder_set",
        object_kind: "site",
        object_id: Some(site.uuid()),
        parts: vec![Part {
            subject: site.uuid(),
            body: Fact::Support(fact).write(),
        }],
    })?;
    crate::due::keep_site(tx, site)
}
