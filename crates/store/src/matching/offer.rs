//! Offers: made, answered, taken back, and read by whoever they are for.

use crate::error::{Error, Result};
use crate::household;
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, Value, statements};
use crate::outbox;
use domain::id::{AccountId, BookId, FamilyId, HouseholdId, OfferId, SiteId};
use domain::matching::{DeclineWhy, Event, NewOffer, Offer, OfferStage};
use domain::send::Notice;
use domain::text::Text;

statements! {
    MAKE = "insert into offer (id, family_id, household_id, site_id, made_on, made_by, rough_place, visiting, reason, stage,
            stage_on, stage_by, made_at, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $5, $6, $10, 1)";
    STORE = "update offer set stage = $1, stage_on = $2, stage_by = $3, why = $4, why_words = $5,
            row_version = row_version + 1
        where id = $6 and row_version = $7";
    BY_ID = "select o.id, o.family_id, o.household_id, o.site_id, o.made_on, o.made_by, o.row_version, o.stage, o.stage_on,
            o.stage_by, o.why, o.rough_place, o.visiting, o.reason, o.why_words
        from offer o where o.id = $1",
        postgres "select o.id, o.family_id, o.household_id, o.site_id, o.made_on, o.made_by, o.row_version, o.stage, o.stage_on,
            o.stage_by, o.why, o.rough_place, o.visiting, o.reason, o.why_words
        from offer o join family f on f.id = o.family_id where o.id = $1 for no key update of f";
    SHOW = "select o.id, o.family_id, o.household_id, o.site_id, o.made_on, o.made_by, o.row_version, o.stage, o.stage_on,
            o.stage_by, o.why, o.rough_place, o.visiting, o.reason, o.why_words
        from offer o where o.id = $1";
    OF_FAMILY = "select o.id, o.family_id, o.household_id, o.site_id, o.made_on, o.made_by, o.row_version, o.stage, o.stage_on,
            o.stage_by, o.why, o.rough_place, o.visiting, o.reason, o.why_words
        from offer o where o.family_id = $1 order by o.made_at desc, o.id desc";
    OF_HOUSEHOLD = "select o.id, o.family_id, o.household_id, o.site_id, o.made_on, o.made_by, o.row_version, o.stage,
            o.stage_on, o.stage_by, o.why, o.rough_place
        from offer o where o.household_id = $1 and o.stage in ('open', 'accepted') order by o.made_at, o.id";
    PENDING = "select o.id, o.family_id, o.household_id, o.site_id, o.made_on, o.made_by, o.row_version, o.stage, o.stage_on,
            o.stage_by, o.why, o.rough_place
        from offer o where o.site_id = $1 and o.stage in ('open', 'accepted')
            and o.family_id not in (select x.family_id from protected_from x where x.from_account_id = $2)
        order by o.stage desc, o.made_at, o.id";
}

/// An offer without the words on it, but for the rough place.
#[derive(Clone, Debug)]
pub struct OfferLine {
    /// The offer.
    pub offer: Offer,
    /// Roughly where the family lives.
    pub place: String,
}

/// An offer with the words on it, as a page shows it.
#[derive(Clone, Debug)]
pub struct OfferShown {
    /// The offer.
    pub offer: Offer,
    /// Roughly where the family lives.
    pub place: String,
    /// What to know before a visit.
    pub visiting: Option<String>,
    /// Why this carer.
    pub reason: String,
    /// Why the carer said no, in words.
    pub why_words: Option<String>,
}

/// Stores an offer that was decided.
///
/// # Errors
/// The household has one that waits: the constraint `one_pending_offer_a_household`.
pub fn make_offer(tx: &Tx, family: FamilyId, site: SiteId, new: &NewOffer, event: &Event) -> Result<OfferId> {
    let Event::Offered {
        by,
        on,
        household,
        reason,
    } = event
    else {
        return Err(Error::NotFound);
    };
    let id = OfferId::from_uuid(crate::id::fresh(tx.now()));
    let seal = |column: &str, words: &Text| tx.seal(family.uuid(), "offer", column, id.uuid(), words.as_str());
    let on = on.to_string();
    let place = seal("rough_place", &new.place)?;
    let visiting = new.visiting.as_ref().map(|words| seal("visiting", words)).transpose()?;
    let why = seal("reason", reason)?;
    let values: [Value; 10] = [
        id.into(),
        family.into(),
        (*household).into(),
        site.into(),
        (&on).into(),
        (*by).into(),
        (&place).into(),
        visiting.as_ref().into(),
        (&why).into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    let fact = Fact::FamilyOffered {
        on,
        household: household.to_string(),
        place: new.place.as_str().to_owned(),
        visiting: new.visiting.as_ref().map(|words| words.as_str().to_owned()),
        words: reason.as_str().to_owned(),
    };
    note(tx, family, id, "offered", fact)?;
    let carers = household::show(tx, *household)?.household;
    let asked = carers.carers().filter_map(|carer| carer.account);
    outbox::tell_all(tx, site, Notice::OfferMade { offer: id }, asked)?;
    Ok(id)
}

/// Stores how an offer was answered, or that it was taken back.
///
/// # Errors
/// [`Error::Stale`] when it was changed since `offer` was read.
pub fn answered(tx: &Tx, offer: &Offer, event: &Event) -> Result<()> {
    let words = match event {
        Event::OfferDeclined { words, .. } => words.as_ref(),
        _ => None,
    };
    store(tx, offer, event, words)?;
    let action = match event {
        Event::OfferAccepted { .. } => "offer_accepted",
        Event::OfferDeclined { .. } => "offer_declined",
        _ => "offer_withdrawn",
    };
    let (on, why) = match event {
        Event::OfferDeclined { on, why, .. } => (*on, Some(why.key().to_owned())),
        Event::OfferAccepted { on, .. } | Event::OfferWithdrawn { on, .. } => (*on, None),
        _ => (tx.today(), None),
    };
    let fact = Fact::OfferAnswered {
        on: on.to_string(),
        household: offer.household.to_string(),
        why,
        words: words.map(|words| words.as_str().to_owned()),
    };
    note(tx, offer.family, offer.id, action, fact)?;
    if matches!(event, Event::OfferAccepted { .. } | Event::OfferDeclined { .. }) {
        let notice = Notice::OfferAnswered { offer: offer.id };
        outbox::tell_all(tx, offer.site, notice, [offer.made_by])?;
    }
    Ok(())
}

/// Stores where an offer stands after an event.
pub(super) fn store(tx: &Tx, offer: &Offer, event: &Event, words: Option<&Text>) -> Result<()> {
    let after = offer.clone().after(event);
    let (on, by, why) = match after.stage {
        OfferStage::Open => (after.made_on, after.made_by, None),
        OfferStage::Accepted { on, by } | OfferStage::Withdrawn { on, by } => (on, by, None),
        OfferStage::Declined { on, by, why } => (on, by, Some(why.key())),
        OfferStage::Matched { on } => (on, tx.account(), None),
    };
    let on = on.to_string();
    let sealed = tx.seal_opt(
        offer.family.uuid(),
        "offer",
        "why_words",
        offer.id.uuid(),
        words.map(Text::as_str),
    )?;
    let values = [
        after.stage.key().into(),
        (&on).into(),
        by.into(),
        why.into(),
        sealed.as_ref().into(),
        offer.id.into(),
        offer.version.into(),
    ];
    if tx.run(&STORE, &values)? == 0 {
        let now = load_offer(tx, offer.id)?.version;
        return Err(Error::Stale { now });
    }
    Ok(())
}

/// Loads an offer to decide on it; on the server its family's row is held until the unit of work ends, so that the
/// offers of one family are decided one after another and none waits for another that waits for it.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn load_offer(tx: &Tx, id: OfferId) -> Result<Offer> {
    tx.row(&BY_ID, &[id.into()], read)?.ok_or(Error::NotFound)
}

/// Loads an offer with the words on it.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn show_offer(tx: &Tx, id: OfferId) -> Result<OfferShown> {
    tx.row(&SHOW, &[id.into()], |row| read_shown(tx, row))?
        .ok_or(Error::NotFound)
}

/// Every offer of a family, the latest first.
///
/// # Errors
/// The store's own.
pub fn offers_of_family(tx: &Tx, family: FamilyId) -> Result<Vec<OfferShown>> {
    tx.rows(&OF_FAMILY, &[family.into()], |row| read_shown(tx, row))
}

/// What a household has been offered and somebody still has to do something about, the oldest first.
///
/// # Errors
/// The store's own.
pub fn offers_of_household(tx: &Tx, household: HouseholdId) -> Result<Vec<OfferLine>> {
    tx.rows(&OF_HOUSEHOLD, &[household.into()], |row| read_line(tx, row))
}

/// Every offer of the reader's areas that somebody still has to do something about: those that wait for an answer first,
/// then the oldest.
///
/// # Errors
/// The store's own.
pub fn pending(tx: &Tx) -> Result<Vec<OfferLine>> {
    let mut found = Vec::new();
    for (site, _) in &tx.scope().sites {
        let values = [(*site).into(), tx.account().into()];
        found.extend(tx.rows(&PENDING, &values, |row| read_line(tx, row))?);
    }
    Ok(found)
}

fn read_line(tx: &Tx, row: &Row) -> Result<OfferLine> {
    let offer = read(row)?;
    let place = tx.open(
        offer.family.uuid(),
        "offer",
        "rough_place",
        offer.id.uuid(),
        row.bytes(11)?,
    )?;
    Ok(OfferLine { offer, place })
}

fn read_shown(tx: &Tx, row: &Row) -> Result<OfferShown> {
    let OfferLine { offer, place } = read_line(tx, row)?;
    let words = |column: &str, at: usize| {
        tx.open_opt(
            offer.family.uuid(),
            "offer",
            column,
            offer.id.uuid(),
            row.bytes_opt(at)?,
        )
    };
    Ok(OfferShown {
        visiting: words("visiting", 12)?,
        reason: words("reason", 13)?.unwrap_or_default(),
        why_words: words("why_words", 14)?,
        place,
        offer,
    })
}

fn read(row: &Row) -> Result<Offer> {
    let on = row.day(8)?;
    let by = AccountId::from_uuid(row.id(9)?);
    let stage = match row.text(7)? {
        "open" => OfferStage::Open,
        "accepted" => OfferStage::Accepted { on, by },
        "withdrawn" => OfferStage::Withdrawn { on, by },
        "matched" => OfferStage::Matched { on },
        "declined" => OfferStage::Declined {
            on,
            by,
            why: row
                .text_opt(10)?
                .and_then(DeclineWhy::from_key)
                .ok_or_else(|| row.broken(10))?,
        },
        _ => return Err(row.broken(7)),
    };
    Ok(Offer {
        id: OfferId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        household: HouseholdId::from_uuid(row.id(2)?),
        site: SiteId::from_uuid(row.id(3)?),
        made_on: row.day_opt(4)?.ok_or_else(|| row.broken(4))?,
        made_by: AccountId::from_uuid(row.id(5)?),
        version: row.int(6)?,
        stage,
    })
}

/// What happened to an offer, in the family's book.
fn note(tx: &Tx, family: FamilyId, offer: OfferId, action: &'static str, fact: Fact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "offer",
        object_id: Some(offer.uuid()),
        parts: vec![Part {
            subject: family.uuid(),
            body: fact.write(),
        }],
    })?;
    Ok(())
}
