//! The outbox: what people are sent without asking for it. A row holds no text and names nobody; the sentence is made
//! when it leaves.
//!
//! A notice is posted in the unit of work of what caused it, so that neither is there without the other. A process that
//! sends takes rows in hand for a while ([`claim`]), and marks each when it is sent or could not be ([`sent`],
//! [`failed`]). One that stops between the two loses nothing: the row is taken in hand again when its time is over.

mod claim;
mod list;

pub(crate) use claim::{ALL as CLAIM, time_of};
pub use claim::{CLAIMED_FOR, Claimed, Gone, claim, failed, let_go, sent};
pub(crate) use list::ALL as LIST;
pub use list::{After, LINES_MAX, Line, Stuck, again, list, stuck};

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use crate::key::HOUSE;
use domain::id::{AccountId, FamilyId, MessageId, OfferId, PersonId, ReferralDraftId, ReferralId, SiteId};
use domain::reference::Reference;
use domain::referral::{Event, Referral, Stage, decided_by};
use domain::send::{Channel, Link, LinkSecret, Notice};
use jiff::civil::Date;
use uuid::Uuid;

/// For how many days a message is kept, whatever became of it.
///
/// Assumption: 90, so that "I never got it" can be answered for a quarter; were it longer, more would be known of who was
/// told when than anybody needs.
pub const KEPT_DAYS: i64 = 90;

const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

statements! {
    POST = "insert into outbox
        (id, site_id, account_id, kind, channel, language, object_id, reference, day, made_at, not_before)
        select $1, $2, a.id, $3, 'email', a.language, $4, $5, $6, $7, $7 from account a where a.id = $8";
    POST_OUTSIDE = "insert into outbox
        (id, site_id, sealed_for, address, kind, channel, language, object_id, reference, secret, day, made_at, not_before)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)";
    DECIDERS = "select distinct r.account_id from role_held r
        where r.site_id = $1 and r.role = 'programme_manager' and r.stage = 'held' and r.starts_on <= $2
            and (r.ends_on is null or r.ends_on > $2)
        order by r.account_id";
    FORGET = "delete from outbox where made_at < $1";
}

/// Who a notice is for.
#[derive(Clone, Copy, Debug)]
pub enum Reader<'a> {
    /// Somebody with an account: by e-mail, in the language of the account. Nobody is told where the account is gone.
    Account(AccountId),
    /// Somebody who refers a family and has no account: by e-mail. The address is sealed for the site.
    Outside {
        /// Where they are reached.
        email: &'a str,
        /// `en` or `cy`.
        language: &'a str,
    },
    /// An adult of a family: by text. The number is sealed with their own key, and goes with it.
    Person {
        /// Who.
        person: PersonId,
        /// The digits, as [`domain::send::mobile`] gives them.
        number: &'a str,
        /// `en` or `cy`.
        language: &'a str,
    },
}

/// Puts a notice in the outbox, in this unit of work. `site` is the one whose quiet hours hold.
pub fn post(tx: &Tx, site: Option<SiteId>, notice: Notice, reader: Reader) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let place = site.map_or(HOUSE, SiteId::uuid);
    let reference = notice.reference().map(|reference| reference.to_string());
    let day = notice.day().map(|day| day.to_string());
    let (object, secret) = match notice.link() {
        Some(Link::Referral(referral)) => (Some(referral.uuid()), None),
        Some(Link::Draft(draft)) => (Some(draft.uuid()), None),
        Some(Link::Offer(offer)) => (Some(offer.uuid()), None),
        Some(Link::Family(family)) => (Some(family.uuid()), None),
        Some(Link::OneTime(secret)) => (None, Some(secret)),
        Some(Link::Home) | None => (None, None),
    };
    let kind = notice.kind().key;
    let (sealed_for, address, channel, language) = match reader {
        Reader::Account(account) => {
            let values = [
                id.into(),
                place.into(),
                kind.into(),
                object.into(),
                reference.as_ref().into(),
                day.as_ref().into(),
                tx.now_micros().into(),
                account.into(),
            ];
            return tx.run(&POST, &values).map(|_| ());
        }
        Reader::Outside { email, language } => (place, email, Channel::Email, language),
        Reader::Person {
            person,
            number,
            language,
        } => (person.uuid(), number, Channel::Sms, language),
    };
    let address = tx.seal(sealed_for, "outbox", "address", id, address)?;
    let secret = secret
        .map(|secret| tx.seal(sealed_for, "outbox", "secret", id, &hex(secret)))
        .transpose()?;
    let values = [
        id.into(),
        place.into(),
        sealed_for.into(),
        (&address).into(),
        kind.into(),
        channel.key().into(),
        language.into(),
        object.into(),
        reference.as_ref().into(),
        secret.as_ref().into(),
        day.as_ref().into(),
        tx.now_micros().into(),
    ];
    tx.run(&POST_OUTSIDE, &values).map(|_| ())
}

/// Posts a trial of the settings to whoever this unit of work is for.
pub fn post_trial(tx: &Tx) -> Result<()> {
    post(tx, None, Notice::Trial, Reader::Account(tx.account()))?;
    list::note(tx, "message_again", None)
}

/// Tells those who must know that a referral was made: `by`, who made it or answers for it, that it has arrived, and the programme managers
/// of its site that it waits for them. A manager who made it knows the second.
pub(crate) fn referral_made(
    tx: &Tx,
    by: AccountId,
    referral: ReferralId,
    reference: Reference,
    site: SiteId,
    received_on: Date,
) -> Result<()> {
    // A referral that is written down late is decided late as well; nobody is promised a day that is over.
    let heard_by = decided_by(received_on).max(tx.today());
    let received = Notice::ReferralReceived {
        referral,
        reference,
        heard_by,
    };
    post(tx, Some(site), received, Reader::Account(by))?;
    let waits = Notice::ReferralToDecide { referral, reference };
    let today = tx.today().to_string();
    let deciders = tx.rows(&DECIDERS, &[site.into(), (&today).into()], |row| row.id(0))?;
    for decider in deciders.into_iter().map(AccountId::from_uuid).filter(|one| *one != by) {
        post(tx, Some(site), waits, Reader::Account(decider))?;
    }
    Ok(())
}

/// Tells whoever must know what happened to a referral. `before` is how it stood. Nobody is told what they did themselves.
pub(crate) fn happened(tx: &Tx, before: &Referral, event: &Event) -> Result<()> {
    let (referral, reference) = (before.id, before.reference);
    let (reader, notice) = match event {
        Event::InformationAsked { .. } => {
            let answer_by = None;
            let asked = Notice::InformationAsked {
                referral,
                reference,
                answer_by,
            };
            (before.referred_by, asked)
        }
        Event::InformationGiven { .. } => {
            let Stage::InformationAsked { by, .. } = before.stage else {
                return Ok(());
            };
            (by, Notice::InformationGiven { referral, reference })
        }
        Event::Accepted { .. } | Event::NotAccepted { .. } => {
            (before.referred_by, Notice::DecisionMade { referral, reference })
        }
        _ => return Ok(()),
    };
    if reader == tx.account() {
        return Ok(());
    }
    post(tx, Some(before.site), notice, Reader::Account(reader))
}

/// Tells each of these people once, but for whoever this unit of work is for: nobody is told what they did themselves.
pub(crate) fn tell_all(
    tx: &Tx,
    site: SiteId,
    notice: Notice,
    people: impl IntoIterator<Item = AccountId>,
) -> Result<()> {
    let mut people: Vec<AccountId> = people.into_iter().filter(|one| *one != tx.account()).collect();
    people.sort_unstable();
    people.dedup();
    for one in people {
        post(tx, Some(site), notice, Reader::Account(one))?;
    }
    Ok(())
}

/// Deletes what is older than [`KEPT_DAYS`].
pub(crate) fn forget_old(tx: &Tx) -> Result<u64> {
    tx.run(&FORGET, &[(tx.now_micros() - KEPT_DAYS * DAY_MICROS).into()])
}

/// The columns a notice is read from, in a row.
struct At {
    kind: usize,
    object: usize,
    reference: usize,
    day: usize,
}

/// The notice a row stands for.
fn read_notice(row: &Row, at: &At, secret: Option<LinkSecret>) -> Result<Notice> {
    let object = || -> Result<Uuid> { row.id_opt(at.object)?.ok_or_else(|| row.broken(at.object)) };
    let referral = || object().map(ReferralId::from_uuid);
    let reference = || -> Result<Reference> {
        let text = row.text_opt(at.reference)?.unwrap_or_default();
        text.parse().map_err(|_| row.broken(at.reference))
    };
    let day_if_any = || -> Result<Option<Date>> {
        let text = row.text_opt(at.day)?;
        text.map(|day| day.parse().map_err(|_| row.broken(at.day))).transpose()
    };
    let day = || -> Result<Date> { day_if_any()?.ok_or_else(|| row.broken(at.day)) };
    Ok(match row.text(at.kind)? {
        "one_time_link" => Notice::OneTimeLink {
            secret: secret.ok_or_else(|| row.broken(at.kind))?,
            until: day()?,
        },
        "draft_ends" => Notice::DraftEnds {
            draft: object().map(ReferralDraftId::from_uuid)?,
            on: day()?,
        },
        "referral_received" => Notice::ReferralReceived {
            referral: referral()?,
            reference: reference()?,
            heard_by: day()?,
        },
        "referral_received_outside" => Notice::ReferralReceivedOutside {
            reference: reference()?,
            heard_by: day()?,
        },
        "referral_to_decide" => Notice::ReferralToDecide {
            referral: referral()?,
            reference: reference()?,
        },
        "information_asked" => Notice::InformationAsked {
            referral: referral()?,
            reference: reference()?,
            answer_by: day_if_any()?,
        },
        "information_given" => Notice::InformationGiven {
            referral: referral()?,
            reference: reference()?,
        },
        "decision_made" => Notice::DecisionMade {
            referral: referral()?,
            reference: reference()?,
        },
        "family_told" => Notice::FamilyTold { next_on: day_if_any()? },
        "outcome_asked" => Notice::OutcomeAsked {
            referral: referral()?,
            reference: reference()?,
        },
        "offer_made" => Notice::OfferMade {
            offer: object().map(OfferId::from_uuid)?,
        },
        "offer_answered" => Notice::OfferAnswered {
            offer: object().map(OfferId::from_uuid)?,
        },
        "match_made" => Notice::MatchMade {
            family: object().map(FamilyId::from_uuid)?,
        },
        "support_ended" => Notice::SupportEnded {
            family: object().map(FamilyId::from_uuid)?,
        },
        "ring_carer" => Notice::RingCarer,
        "urgent_to_read" => Notice::UrgentToRead,
        "trial" => Notice::Trial,
        _ => return Err(row.broken(at.kind)),
    })
}

/// The secret of a link as it is sealed: 64 hexadecimal digits.
fn hex(LinkSecret(bytes): LinkSecret) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to memory does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Result<LinkSecret> {
    let broken = || Error::Broken {
        column: "outbox.secret".into(),
        row: String::new(),
    };
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return Err(broken());
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).map_err(|_| broken())?;
    }
    Ok(LinkSecret(bytes))
}

/// The id of a row.
fn message(row: &Row, at: usize) -> Result<MessageId> {
    row.id(at).map(MessageId::from_uuid)
}
