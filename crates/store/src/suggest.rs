//! Suggestions somebody set aside: which rule, on what it fired, and why not. The rules themselves are the domain's.

use crate::error::Result;
use crate::journal::event::{Fact, SupportFact};
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, Value, statements};
use domain::id::{AccountId, BookId, FamilyId, SiteId};
use domain::text::Text;

statements! {
    OF_FAMILY = "select id, rule, facts, reason, set_by, set_at from set_aside where family_id = $1 order by set_at desc, id desc";
    MAKE = "insert into set_aside (id, family_id, site_id, rule, facts, reason, set_by, set_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// A suggestion somebody set aside.
#[derive(Clone, Debug)]
pub struct SetAside {
    /// The key of the rule.
    pub rule: String,
    /// What it fired on.
    pub facts: String,
    /// Why it was set aside.
    pub reason: String,
    /// Who set it aside, while the account is there.
    pub by: Option<String>,
    /// When, microseconds UTC.
    pub at: i64,
}

/// What was set aside about a family, the latest first.
///
/// # Errors
/// The store's own.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Vec<SetAside>> {
    tx.rows(&OF_FAMILY, &[family.into()], |row| {
        Ok(SetAside {
            rule: row.text(1)?.to_owned(),
            facts: row.text(2)?.to_owned(),
            reason: tx.open(family.uuid(), "set_aside", "reason", row.id(0)?, row.bytes(3)?)?,
            by: account_name(tx, AccountId::from_uuid(row.id(4)?))?,
            at: row.int(5)?,
        })
    })
}

/// Stores that a suggestion was set aside.
///
/// # Errors
/// It was set aside before: the constraint `set_aside_once`.
pub fn set_aside(
    tx: &Tx,
    (family, site): (FamilyId, SiteId),
    (rule, facts): (&str, &str),
    reason: &Text,
) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let words = tx.seal(family.uuid(), "set_aside", "reason", id, reason.as_str())?;
    let values: [Value; 8] = [
        id.into(),
        family.into(),
        site.into(),
        rule.into(),
        facts.into(),
        (&words).into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    let fact = SupportFact::SuggestionSetAside {
        rule: rule.to_owned(),
        about: facts.to_owned(),
        words: reason.as_str().to_owned(),
    };
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action: "suggestion_set_aside",
        object_kind: "family",
        object_id: Some(family.uuid()),
        parts: vec![Part {
            subject: family.uuid(),
            body: Fact::Support(fact).write(),
        }],
    })?;
    Ok(())
}
