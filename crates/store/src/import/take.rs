//! Taking one family of a file in, once: the authority's own number of it says whether it is here already.

use crate::account::standing;
use crate::error::Result;
use crate::kernel::{Tx, statements};
use crate::referral::{self, Made};
use domain::id::{FamilyId, ImportId, ReferralId, SiteId};
use domain::import::ReadFamily;
use domain::text::Text;
use seal::TokenKind;
use uuid::Uuid;

statements! {
    KNOWN = "select m.family_id, m.referral_id, m.import_id from import_family m where m.site_id = $1 and m.token = $2";
    MAKE = "insert into import_family (site_id, token, import_id, family_id, referral_id) values ($1, $2, $3, $4, $5)";
}

/// What became of a family of a file.
#[derive(Clone, Debug)]
pub enum Taken {
    /// It came in.
    In(Made),
    /// It came in with this import before, which was broken off and goes on now.
    Before,
    /// It was here already, brought by an earlier file; nothing was changed.
    Known {
        /// Its family.
        family: FamilyId,
        /// Its referral.
        referral: ReferralId,
    },
}

/// Takes in one family of an import. One that was brought before is left as it is.
pub fn take_in(tx: &Tx, import: ImportId, site: SiteId, family: &ReadFamily) -> Result<Taken> {
    take(tx, import.uuid(), site, family)
}

/// Takes in one family from the command line, which keeps no file.
pub fn take_in_from_console(tx: &Tx, site: SiteId, family: &ReadFamily) -> Result<Taken> {
    take(tx, Uuid::nil(), site, family)
}

fn take(tx: &Tx, import: Uuid, site: SiteId, family: &ReadFamily) -> Result<Taken> {
    let keys = tx.site_keys(site.uuid())?;
    let number = format!("family {}", family.key.as_str());
    let token = keys.search.token(TokenKind::Identifier, &number);
    let known = tx.row(&KNOWN, &[site.into(), (&token).into()], |row| {
        if !import.is_nil() && row.id(2)? == import {
            return Ok(Taken::Before);
        }
        Ok(Taken::Known {
            family: FamilyId::from_uuid(row.id(0)?),
            referral: ReferralId::from_uuid(row.id(1)?),
        })
    })?;
    if let Some(known) = known {
        return Ok(known);
    }
    let mut refer = family.refer.clone();
    refer.site = site;
    let email = family.worker_email.as_ref().map(Text::as_str);
    let worker = standing::worker_of(tx, site, email)?;
    if worker.is_none() {
        refer.worker = named(family);
    }
    let made = referral::make_quietly(tx, worker, refer, family.received_on)?;
    let values = [
        site.into(),
        (&token).into(),
        import.into(),
        made.family.into(),
        made.id.into(),
    ];
    tx.run(&MAKE, &values)?;
    Ok(Taken::In(made))
}

/// The social worker in words, as the file names them.
fn named(family: &ReadFamily) -> Option<Text> {
    let name = family.worker.as_ref().map(domain::name::Name::as_str);
    let email = family.worker_email.as_ref().map(Text::as_str);
    let words: Vec<&str> = name.into_iter().chain(email).collect();
    Text::parse(&words.join(", ")).ok()
}
