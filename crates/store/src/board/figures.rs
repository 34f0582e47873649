//! The figures of an area: how many families with support stand how. No name is opened for a number.

use super::cases::{SUPPORTED_MAX, Show, Standing, level};
use crate::error::Result;
use crate::kernel::{Tx, Value, statements};
use domain::access::Reach;
use domain::level::Level;
use std::collections::BTreeMap;

statements! {
    STANDINGS = "select (select s.to_level from step s where s.family_id = r.family_id and s.stepped_on <= $1
                order by s.stepped_on desc, s.id desc limit 1),
            (select p.planned_end from plan p where p.family_id = r.family_id order by p.version_no desc limit 1),
            (select count(*) from extension x where x.family_id = r.family_id and x.stage = 'asked'),
            (select count(*) from matching m where m.family_id = r.family_id and m.stage = 'active')
        from referral r join family f on f.id = r.family_id
        where r.site_id = $2 and r.stage = 'matched' and f.stage = 'open'
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $3)
        order by r.family_id limit $4";
}

/// How many families with support stand how. Unit: families; one with support is at a level or between two carers, and may
/// besides have asked for longer or end soon.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// With a carer, by level.
    pub at_level: BTreeMap<Level, u64>,
    /// Between two carers.
    pub between: u64,
    /// More time was asked for them.
    pub longer: u64,
    /// Their support ends soon.
    pub ending: u64,
}

/// The figures of the areas this reader sees as a whole; nothing where there is none.
///
/// # Errors
/// The store's own.
pub fn figures(tx: &Tx) -> Result<Option<Figures>> {
    let (me, today) = (tx.account(), tx.today());
    let day = today.to_string();
    let mut figures = None;
    for (site, _) in tx.scope().sites.iter().filter(|(_, reach)| *reach == Reach::All) {
        let most = i64::try_from(SUPPORTED_MAX).unwrap_or(i64::MAX);
        let values: [Value; 4] = [(&day).into(), (*site).into(), me.into(), most.into()];
        let all: &mut Figures = figures.get_or_insert_default();
        tx.each(&STANDINGS, &values, |row| {
            let standing = Standing {
                goes_on: true,
                level: level(row, 0)?,
                planned_end: row.day_opt(1)?,
                asks_longer: 0 < row.int(2)?,
                is_between: row.int(3)? == 0,
            };
            let is = |show: Show| u64::from(show.wants(&standing, today));
            if let Some(level) = standing.level.filter(|_| !standing.is_between) {
                *all.at_level.entry(level).or_default() += 1;
            }
            all.between += is(Show::Between);
            all.longer += is(Show::Longer);
            all.ending += is(Show::Ending);
            Ok(())
        })?;
    }
    Ok(figures)
}
