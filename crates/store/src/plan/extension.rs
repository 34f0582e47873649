//! Support that goes on longer than planned, as rows.

use super::Ends;
use super::record::{note, part};
use crate::error::{Error, Result};
use crate::journal::event::PlanFact;
use crate::journal::history::account_name;
use crate::kernel::{Row, Tx, Value, statements};
use domain::id::{AccountId, ExtensionId, FamilyId, SiteId};
use domain::plan::{Agreed, Extension, ExtensionEvent, ExtensionStage, NewExtension, Side};
use jiff::civil::Date;

statements! {
    OF_FAMILY = "select id, family_id, first_end, to_end, stage, asked_by, programme_by, programme_on, authority_by,
            authority_on, row_version, refused_side, answered_at, asked_on
        from extension where family_id = $1 order by id";
    BY_ID = "select id, family_id, first_end, to_end, stage, asked_by, programme_by, programme_on, authority_by,
            authority_on, row_version, refused_side
        from extension where id = $1 and family_id = $2",
        postgres "select id, family_id, first_end, to_end, stage, asked_by, programme_by, programme_on, authority_by,
            authority_on, row_version, refused_side
        from extension where id = $1 and family_id = $2 for update";
    WORDS = "select reason, refused_words, asked_on from extension where id = $1";
    MAKE = "insert into extension (id, family_id, site_id, first_end, to_end, stage, reason, asked_by, asked_on, programme_by,
            programme_on, authority_by, authority_on, answered_at, refused_side, refused_words, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null, null, null, null, null, null, 1)";
    SET = "update extension set stage = $1, programme_by = $2, programme_on = $3, authority_by = $4, authority_on = $5,
            answered_at = $6, refused_side = $7, refused_words = $8, row_version = row_version + 1
        where id = $9 and row_version = $10";
}

/// An extension with its words.
#[derive(Clone, Debug)]
pub struct ExtensionShown {
    /// The extension.
    pub extension: Extension,
    /// The day it was asked for.
    pub asked_on: Date,
    /// Who asked, while the account is there.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
    /// Why it was not agreed.
    pub refused_words: Option<String>,
}

/// The extensions of a family with when each was answered, the earliest first.
pub(super) fn lines(tx: &Tx, family: FamilyId) -> Result<Vec<(Extension, Option<i64>)>> {
    tx.rows(&OF_FAMILY, &[family.into()], |row| Ok((read(row)?, row.int_opt(12)?)))
}

/// The extensions of a family, each with the day it was asked for, the earliest first.
///
/// # Errors
/// The store's own.
pub fn asked(tx: &Tx, family: FamilyId) -> Result<Vec<(Extension, Date)>> {
    tx.rows(&OF_FAMILY, &[family.into()], |row| Ok((read(row)?, row.day(13)?)))
}

/// The extensions of a family with their words, the newest first.
pub fn extensions(tx: &Tx, family: FamilyId) -> Result<Vec<ExtensionShown>> {
    let mut shown = Vec::new();
    for (extension, _) in lines(tx, family)?.into_iter().rev() {
        let by = account_name(tx, extension.asked_by)?;
        let id = extension.id.uuid();
        let words = tx.row(&WORDS, &[extension.id.into()], |row| {
            let reason = tx.open(family.uuid(), "extension", "reason", id, row.bytes(0)?)?;
            let refused = tx.open_opt(family.uuid(), "extension", "refused_words", id, row.bytes_opt(1)?)?;
            Ok((reason, refused, row.day(2)?))
        })?;
        let (reason, refused_words, asked_on) = words.ok_or(Error::NotFound)?;
        shown.push(ExtensionShown {
            extension,
            asked_on,
            by,
            reason,
            refused_words,
        });
    }
    Ok(shown)
}

/// Loads an extension of a family to decide on it; on the server its row is held until the unit of work ends.
///
/// # Errors
/// [`Error::NotFound`] when the family has no such one.
pub fn extension(tx: &Tx, family: FamilyId, id: ExtensionId) -> Result<Extension> {
    tx.row(&BY_ID, &[id.into(), family.into()], read)?
        .ok_or(Error::NotFound)
}

/// Stores that somebody asks for more, as the rules allowed.
///
/// # Errors
/// The store's own.
pub fn ask(tx: &Tx, (family, site): (FamilyId, SiteId), ends: Ends, new: &NewExtension) -> Result<ExtensionId> {
    let id = ExtensionId::from_uuid(crate::id::fresh(tx.now()));
    let reason = tx.seal(family.uuid(), "extension", "reason", id.uuid(), new.reason.as_str())?;
    let (first, to, today) = (ends.first.to_string(), new.to.to_string(), tx.today().to_string());
    let values: [Value; 9] = [
        id.into(),
        family.into(),
        site.into(),
        (&first).into(),
        (&to).into(),
        ExtensionStage::Asked.key().into(),
        (&reason).into(),
        tx.account().into(),
        (&today).into(),
    ];
    tx.run(&MAKE, &values)?;
    let fact = PlanFact::ExtensionAsked {
        to,
        words: new.reason.as_str().to_owned(),
    };
    note(
        tx,
        family,
        ("extension_asked", id.uuid()),
        vec![part(family.uuid(), fact)],
    )?;
    Ok(id)
}

/// Stores what one side says.
///
/// # Errors
/// [`Error::Stale`] when it was changed since `extension` was read.
pub fn record_extension(tx: &Tx, extension: &Extension, event: &ExtensionEvent) -> Result<()> {
    let (side, by, stage, words) = match event {
        ExtensionEvent::Agreed { side, agreed, last } => {
            let stage = if *last {
                ExtensionStage::Agreed
            } else {
                ExtensionStage::Asked
            };
            (*side, *agreed, stage, None)
        }
        ExtensionEvent::NotAgreed { side, by, reason } => {
            let stage = ExtensionStage::NotAgreed { side: *side };
            (*side, *by, stage, Some(reason.as_str()))
        }
    };
    let given = |of: Side, before: Option<Agreed>| if of == side { Some(by) } else { before };
    let programme = given(Side::Programme, extension.programme);
    let authority = given(Side::Authority, extension.authority);
    let (family, id) = (extension.family, extension.id.uuid());
    let refused = tx.seal_opt(family.uuid(), "extension", "refused_words", id, words)?;
    let day = |agreed: Option<Agreed>| agreed.map(|agreed| agreed.on.to_string());
    let (programme_on, authority_on) = (day(programme), day(authority));
    let is_answered = stage != ExtensionStage::Asked;
    let values: [Value; 10] = [
        stage.key().into(),
        programme.map(|agreed| agreed.by).into(),
        programme_on.as_ref().into(),
        authority.map(|agreed| agreed.by).into(),
        authority_on.as_ref().into(),
        is_answered.then(|| tx.now_micros()).into(),
        words.map(|_| side.key()).into(),
        refused.as_ref().into(),
        extension.id.into(),
        extension.version.into(),
    ];
    if tx.run(&SET, &values)? == 0 {
        let now = self::extension(tx, family, extension.id)?.version;
        return Err(Error::Stale { now });
    }
    let fact = PlanFact::ExtensionAnswered {
        to: extension.to.to_string(),
        side: side.key().to_owned(),
        stage: stage.key().to_owned(),
        words: words.map(ToOwned::to_owned),
    };
    note(tx, family, ("extension_answered", id), vec![part(family.uuid(), fact)])
}

pub(crate) fn read(row: &Row) -> Result<Extension> {
    let agreed = |by: usize| {
        let by_whom = row.id_opt(by)?.map(AccountId::from_uuid);
        Ok::<_, Error>(by_whom.zip(row.day_opt(by + 1)?).map(|(by, on)| Agreed { by, on }))
    };
    let refused = row.text_opt(11)?.and_then(Side::from_key);
    let stage = match (row.text(4)?, refused) {
        ("asked", None) => ExtensionStage::Asked,
        ("agreed", None) => ExtensionStage::Agreed,
        ("not_agreed", Some(side)) => ExtensionStage::NotAgreed { side },
        _ => return Err(row.broken(4)),
    };
    Ok(Extension {
        id: ExtensionId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        first_end: row.day(2)?,
        to: row.day(3)?,
        stage,
        asked_by: AccountId::from_uuid(row.id(5)?),
        programme: agreed(6)?,
        authority: agreed(8)?,
        version: row.int(10)?,
    })
}
