//! Matches and cover as they are decided: the rows, the people who work with the family because of them, and the entries.

use super::{load, offer};
use crate::account::standing as people;
use crate::error::{Error, Result};
use crate::household;
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, Value, statements};
use crate::outbox;
use domain::household::Household;
use domain::id::{BookId, CoverId, FamilyId, MatchId, OfferId, ReferralId};
use domain::matching::{Cover, Event, Match, Offer, OfferStage};
use domain::role::Role;
use domain::send::Notice;
use domain::text::Text;
use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    FREE_PLACE = "select min(p.place_no) from place p where p.household_id = $1 and not exists
        (select 1 from matching m where m.household_id = p.household_id and m.place_no = p.place_no and m.stage = 'active')";
    MAKE = "insert into matching (id, family_id, household_id, referral_id, offer_id, site_id, starts_on, decided_on,
            decided_by, reason, stage, place_no, made_at, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'active', $11, $12, 1)";
    END = "update matching set stage = 'ended', place_no = null, ends_on = $1, end_why = $2, end_words = $3, ended_by = $4,
            row_version = row_version + 1
        where id = $5 and row_version = $6";
    MAKE_STEP = "insert into step (id, family_id, site_id, to_level, stepped_on, cause, reason, recorded_by, recorded_at)
        values ($1, $2, $3, $4, $5, 'opening', $6, $7, $8)";
    OTHERS = "select id from offer where family_id = $1 and id <> $2 and stage in ('open', 'accepted') order by id";
    MAKE_COVER = "insert into cover (id, matching_id, family_id, household_id, site_id, starts_on, ends_on, decided_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    END_COVER = "update cover set ends_on = $1 where id = $2";
    DROP_COVER = "delete from cover where id = $1";
    COVERS_LEFT = "select id, starts_on from cover where matching_id = $1 and ends_on >= $2 order by id";
}

/// Stores a decided match: the household's place, whoever works with the family because of it, the level support begins
/// with, the end of the wait, and the entry in the family's book. Other offers of the family are taken back.
///
/// # Errors
/// The household has no free place, or the family has a match: the constraints of the schema.
pub fn matched(tx: &Tx, offer: &Offer, referral: ReferralId, household: &Household, event: &Event) -> Result<MatchId> {
    let Event::Matched {
        by,
        on,
        from,
        level,
        reason,
        ..
    } = event
    else {
        return Err(Error::NotFound);
    };
    let id = MatchId::from_uuid(crate::id::fresh(tx.now()));
    let family = offer.family;
    let full = || Error::Constraint("one_active_match_a_place".to_owned());
    let place = tx.row(&FREE_PLACE, &[offer.household.into()], |row| row.int_opt(0))?;
    let place = place.flatten().ok_or_else(full)?;
    let (starts, decided) = (from.to_string(), on.to_string());
    let words = tx.seal(family.uuid(), "matching", "reason", id.uuid(), reason.as_str())?;
    let values: [Value; 12] = [
        id.into(),
        family.into(),
        offer.household.into(),
        referral.into(),
        offer.id.into(),
        offer.site.into(),
        (&starts).into(),
        (&decided).into(),
        (*by).into(),
        (&words).into(),
        place.into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    offer::store(tx, offer, event, None)?;
    take_back_others(tx, offer)?;
    if let Some(level) = level {
        let referral = crate::referral::load(tx, referral)?;
        crate::referral::found_carer(tx, &referral, *from)?;
        open_step(tx, offer, level.number(), *from, reason)?;
    }
    let who = works_with(household);
    for (account, role) in who {
        people::assign_for(tx, family, account, role, (*from, None), id.uuid())?;
    }
    let fact = Fact::FamilyMatched {
        from: starts,
        household: offer.household.to_string(),
        level: level.map(domain::level::Level::number),
        words: reason.as_str().to_owned(),
    };
    note(tx, family, id.uuid(), "matched", fact)?;
    let referred_by = crate::referral::load(tx, referral)?.referred_by;
    let told = household
        .carers()
        .filter_map(|carer| carer.account)
        .chain([referred_by]);
    outbox::tell_all(tx, offer.site, Notice::MatchMade { family }, told)?;
    crate::due::keep(tx, family)?;
    Ok(id)
}

/// Who works with a family because of a household: its carers and its supervising social worker.
fn works_with(household: &Household) -> Vec<(domain::id::AccountId, Role)> {
    let carers = household.carers().filter_map(|carer| carer.account);
    let carers = carers.map(|account| (account, Role::Carer));
    let supervisor = household.supervisor.map(|account| (account, Role::Supervisor));
    carers.chain(supervisor).collect()
}

/// The step that opens the family's support: there is no level before it.
fn open_step(tx: &Tx, offer: &Offer, level: u8, from: Date, reason: &Text) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let words = tx.seal(offer.family.uuid(), "step", "reason", id, reason.as_str())?;
    let day = from.to_string();
    let values: [Value; 8] = [
        id.into(),
        offer.family.into(),
        offer.site.into(),
        i64::from(level).into(),
        (&day).into(),
        (&words).into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE_STEP, &values)?;
    Ok(())
}

fn take_back_others(tx: &Tx, taken: &Offer) -> Result<()> {
    let others: Vec<Uuid> = tx.rows(&OTHERS, &[taken.family.into(), taken.id.into()], |row| row.id(0))?;
    for other in others {
        let other = offer::load_offer(tx, OfferId::from_uuid(other))?;
        debug_assert!(matches!(other.stage, OfferStage::Open | OfferStage::Accepted { .. }));
        let event = Event::OfferWithdrawn {
            by: tx.account(),
            on: tx.today(),
            household: other.household,
        };
        offer::answered(tx, &other, &event)?;
    }
    Ok(())
}

/// Stores the end of a match: its place is free, whoever worked with the family because of it stops, and so does cover.
///
/// # Errors
/// [`Error::Stale`] when it was changed since `matched` was read.
pub fn end(tx: &Tx, matched: &Match, event: &Event) -> Result<()> {
    let Event::MatchEnded { by, on, why, words, .. } = event else {
        return Err(Error::NotFound);
    };
    let (family, id) = (matched.family, matched.id);
    let day = on.to_string();
    let sealed = tx.seal_opt(
        family.uuid(),
        "matching",
        "end_words",
        id.uuid(),
        words.as_ref().map(Text::as_str),
    )?;
    let values: [Value; 6] = [
        (&day).into(),
        why.key().into(),
        sealed.as_ref().into(),
        (*by).into(),
        id.into(),
        matched.version.into(),
    ];
    if tx.run(&END, &values)? == 0 {
        let now = load(tx, id)?.version;
        return Err(Error::Stale { now });
    }
    people::end_source(tx, family, id.uuid(), *on)?;
    let covers: Vec<(Uuid, Date)> = tx.rows(&COVERS_LEFT, &[id.into(), (&day).into()], |row| {
        Ok((row.id(0)?, row.text(1)?.parse().map_err(|_| row.broken(1))?))
    })?;
    for (cover, begins) in covers {
        cut_cover(tx, family, cover, begins, *on)?;
    }
    let fact = Fact::MatchEnded {
        on: day,
        household: matched.household.to_string(),
        why: why.key().into(),
        words: words.as_ref().map(|words| words.as_str().to_owned()),
    };
    note(tx, family, id.uuid(), "match_ended", fact)?;
    crate::due::keep(tx, family)
}

/// Stores that another household stands in.
///
/// # Errors
/// The store's own.
pub fn cover(tx: &Tx, matched: &Match, event: &Event) -> Result<CoverId> {
    let Event::CoverSet {
        by,
        from,
        to,
        household,
    } = event
    else {
        return Err(Error::NotFound);
    };
    let id = CoverId::from_uuid(crate::id::fresh(tx.now()));
    let (starts, ends) = (from.to_string(), to.to_string());
    let values: [Value; 9] = [
        id.into(),
        matched.id.into(),
        matched.family.into(),
        (*household).into(),
        matched.site.into(),
        (&starts).into(),
        (&ends).into(),
        (*by).into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE_COVER, &values)?;
    let stands_in = household::load(tx, *household)?;
    let until = to.saturating_add(1.day());
    for (account, role) in works_with(&stands_in) {
        people::assign_for(tx, matched.family, account, role, (*from, Some(until)), id.uuid())?;
    }
    let fact = Fact::CoverChanged {
        household: household.to_string(),
        from: starts,
        to: ends,
        holds: true,
    };
    note(tx, matched.family, matched.id.uuid(), "cover_set", fact)?;
    crate::due::keep(tx, matched.family)?;
    Ok(id)
}

/// Stores that a household stands in no longer, or will not.
///
/// # Errors
/// The store's own.
pub fn end_cover(tx: &Tx, cover: &Cover, event: &Event) -> Result<()> {
    let Event::CoverEnded { on, .. } = event else {
        return Err(Error::NotFound);
    };
    cut_cover(tx, cover.family, cover.id.uuid(), cover.from, *on)?;
    let fact = Fact::CoverChanged {
        household: cover.household.to_string(),
        from: cover.from.to_string(),
        to: on.to_string(),
        holds: false,
    };
    note(tx, cover.family, cover.matched.uuid(), "cover_ended", fact)?;
    crate::due::keep(tx, cover.family)
}

/// Ends a cover on a day: one that has not begun by then never does.
fn cut_cover(tx: &Tx, family: FamilyId, cover: Uuid, begins: Date, on: Date) -> Result<()> {
    people::end_source(tx, family, cover, on.max(begins))?;
    if on <= begins {
        tx.run(&DROP_COVER, &[cover.into()])?;
    } else {
        let last = on.saturating_sub(1.day()).to_string();
        tx.run(&END_COVER, &[(&last).into(), cover.into()])?;
    }
    Ok(())
}

/// What happened to a match, in the family's book.
fn note(tx: &Tx, family: FamilyId, id: Uuid, action: &'static str, fact: Fact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "match",
        object_id: Some(id),
        parts: vec![Part {
            subject: family.uuid(),
            body: fact.write(),
        }],
    })?;
    Ok(())
}
