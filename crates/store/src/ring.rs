//! The numbers to ring of a programme area, in the order they are shown.

use crate::error::Result;
use crate::journal::event::{Fact, SafetyFact};
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, Value, statements};
use crate::outbox::time_of;
use domain::id::{BookId, SiteId};
use domain::ring::{Days, Number};
use jiff::civil::Time;

statements! {
    NUMBERS = "select name_en, name_cy, number, days, from_minute, to_minute from site_number
        where site_id = $1 order by place_no";
    FORGET = "delete from site_number where site_id = $1";
    KEEP = "insert into site_number (site_id, place_no, name_en, name_cy, number, days, from_minute, to_minute)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// The numbers of an area.
pub fn numbers(tx: &Tx, site: SiteId) -> Result<Vec<Number>> {
    tx.rows(&NUMBERS, &[site.into()], |row| {
        let time = |at: usize| time_of(row.int(at)?).ok_or_else(|| row.broken(at));
        Ok(Number {
            name_en: row.text(0)?.to_owned(),
            name_cy: row.text(1)?.to_owned(),
            number: row.text(2)?.to_owned(),
            days: Days::from_key(row.text(3)?).ok_or_else(|| row.broken(3))?,
            from: time(4)?,
            to: time(5)?,
        })
    })
}

/// Puts these numbers in place of those there were, with the entry in the area's book.
pub fn set(tx: &Tx, site: SiteId, numbers: &[Number]) -> Result<()> {
    tx.run(&FORGET, &[site.into()])?;
    let minute = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
    for (place, number) in (1_i64..).zip(numbers) {
        let values: [Value; 8] = [
            site.into(),
            place.into(),
            (&number.name_en).into(),
            (&number.name_cy).into(),
            (&number.number).into(),
            number.days.key().into(),
            minute(number.from).into(),
            minute(number.to).into(),
        ];
        tx.run(&KEEP, &values)?;
    }
    let numbers = numbers.iter().map(|number| number.number.clone()).collect();
    tx.append(&Entry {
        book: BookId::from_uuid(site.uuid()),
        kind: BookKind::Site,
        action: "site_numbers_set",
        object_kind: "site",
        object_id: Some(site.uuid()),
        parts: vec![Part {
            subject: site.uuid(),
            body: Fact::Safety(SafetyFact::SiteNumbersSet { numbers }).write(),
        }],
    })?;
    Ok(())
}
