//! When a family was told where things stand, how, and when they next hear.

use crate::error::Result;
use crate::journal::history::account_name;
use crate::kernel::{Tx, statements};
use domain::id::AccountId;
use domain::referral::{How, Referral, Told};
use domain::text::Text;
use jiff::civil::Date;

statements! {
    MAKE = "insert into family_told
        (id, referral_id, family_id, site_id, told_on, how, stage, words, next_on, told_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    OF_REFERRAL = "select t.id, t.told_on, t.how, t.words, t.next_on, t.told_by from family_told t
        where t.referral_id = $1 order by t.told_on desc, t.id desc";
}

/// One telling, with who told.
#[derive(Clone, Debug)]
pub struct Telling {
    /// What was said, how and when.
    pub told: Told,
    /// Who told them, while the account is there.
    pub by: Option<String>,
}

pub(super) fn keep(tx: &Tx, referral: &Referral, told: &Told) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let words = told.words.as_ref().map(Text::as_str);
    let sealed = tx.seal_opt(referral.family.uuid(), "family_told", "words", id, words)?;
    let (on, next) = (told.on.to_string(), told.next_on.map(|day| day.to_string()));
    let values = [
        id.into(),
        referral.id.into(),
        referral.family.into(),
        referral.site.into(),
        (&on).into(),
        told.how.key().into(),
        referral.stage.key().into(),
        sealed.as_ref().into(),
        next.as_ref().into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    Ok(())
}

/// Every time the family was told, the latest first.
pub fn tellings(tx: &Tx, referral: &Referral) -> Result<Vec<Telling>> {
    tx.rows(&OF_REFERRAL, &[referral.id.into()], |row| {
        let family = referral.family.uuid();
        let words = tx.open_opt(family, "family_told", "words", row.id(0)?, row.bytes_opt(3)?)?;
        let words = words.map(|words| Text::parse(&words).map_err(|_| row.broken(3)));
        let next: Option<Result<Date>> = row.text_opt(4)?.map(|text| text.parse().map_err(|_| row.broken(4)));
        Ok(Telling {
            told: Told {
                on: row.day(1)?,
                how: How::from_key(row.text(2)?).ok_or_else(|| row.broken(2))?,
                words: words.transpose()?,
                next_on: next.transpose()?,
            },
            by: account_name(tx, AccountId::from_uuid(row.id(5)?))?,
        })
    })
}
