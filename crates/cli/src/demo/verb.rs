//! What one line of a story does to its referral.

use super::person;
use super::story::Then;
use anyhow::{Context, Result};
use domain::family::Family;
use domain::id::{AccountId, ReferralId};
use domain::referral::{ChildAfter, Told, waits_for};
use domain::text::Text;
use jiff::Span;
use store::{Tx, family, referral};

/// Load, decide, record.
pub fn decide(tx: &Tx, by: AccountId, id: ReferralId, then: Then) -> Result<()> {
    let (found, on) = (referral::load(tx, id)?, tx.today());
    let (event, language) = match then {
        Then::Asked(question) => (found.ask_information(by, on, Text::parse(question)?)?, "en"),
        Then::Answered(tongue, words) => (found.give_information(by, on, Text::parse(words)?)?, tongue.tag()),
        Then::Accepted => (found.accept(by, on)?, "en"),
        Then::Placed(priority, keys, why) => {
            let things = keys
                .iter()
                .map(|key| waits_for(key).with_context(|| format!("there is no {key}")));
            let things = things.collect::<Result<_>>()?;
            let why = person::text(why)?;
            (found.set_priority(by, on, priority, things, why)?, "en")
        }
        Then::Told(how, words, days) => {
            let told = Told {
                on,
                how,
                words: person::text(words)?,
                next_on: Some(on.checked_add(Span::new().days(days))?),
            };
            (found.tell_family(by, on, told)?, "en")
        }
        Then::After(lives, words) => {
            let (family, _): (Family, _) = family::load(tx, found.family)?;
            let children = family.children().map(|child| ChildAfter {
                child: child.id,
                lives,
                entered_care_on: None,
            });
            let children = children.collect();
            (found.tell_outcome(by, on, children, person::text(words)?)?, "en")
        }
        Then::NotAccepted(why, words) => {
            let capacity = referral::capacity(tx, found.site)?;
            (found.not_accept(by, on, why, person::text(words)?, capacity)?, "en")
        }
        Then::Withdrawn(words) => (found.withdraw(by, on, person::text(words)?)?, "en"),
        Then::Wrote(_, tongue, words) => (found.add_entry(by, on, on, Text::parse(words)?)?, tongue.tag()),
    };
    tx.record(&found, &event, language)?;
    Ok(())
}
