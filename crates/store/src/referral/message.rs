//! What was asked before a referral is decided, and what was answered, as one thread.

use crate::error::Result;
use crate::journal::history::account_name;
use crate::kernel::{Tx, statements};
use domain::id::{AccountId, ReferralId};
use domain::referral::Referral;
use domain::text::Text;

statements! {
    MAKE = "insert into referral_message (referral_id, at, id, family_id, site_id, kind, written_by, language, words)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    THREAD = "select m.at, m.id, m.kind, m.written_by, m.language, m.words from referral_message m
        where m.referral_id = $1 order by m.at, m.id";
}

/// One question or answer.
#[derive(Clone, Debug)]
pub struct Message {
    /// When it was written, microseconds UTC.
    pub at: i64,
    /// Whether it answers.
    pub is_answer: bool,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
    /// The language it was written in.
    pub language: String,
    /// The words.
    pub words: String,
}

pub(super) fn say(tx: &Tx, referral: &Referral, kind: &'static str, text: &Text, language: &str) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let sealed = tx.seal(referral.family.uuid(), "referral_message", "words", id, text.as_str())?;
    let values = [
        referral.id.into(),
        tx.now_micros().into(),
        id.into(),
        referral.family.into(),
        referral.site.into(),
        kind.into(),
        tx.account().into(),
        language.into(),
        (&sealed).into(),
    ];
    tx.run(&MAKE, &values)?;
    Ok(())
}

/// Everything asked and answered on a referral, in order.
pub fn thread(tx: &Tx, referral: &Referral) -> Result<Vec<Message>> {
    let id: ReferralId = referral.id;
    tx.rows(&THREAD, &[id.into()], |row| {
        let family = referral.family.uuid();
        Ok(Message {
            at: row.int(0)?,
            is_answer: row.text(2)? == "answer",
            by: account_name(tx, AccountId::from_uuid(row.id(3)?))?,
            language: row.text(4)?.to_owned(),
            words: tx.open(family, "referral_message", "words", row.id(1)?, row.bytes(5)?)?,
        })
    })
}
