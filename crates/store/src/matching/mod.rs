//! Families and carers: what was offered to whom, who supports whom, who stands in, and who could.

mod could;
mod decide;
mod offer;

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::id::{AccountId, CoverId, FamilyId, HouseholdId, MatchId, OfferId, ReferralId, SiteId};
use domain::matching::{Cover, EndWhy, Match, MatchStage, Standing};

pub(crate) use could::ALL as COULD;
pub use could::{Could, could, does, set_drive};
pub(crate) use decide::ALL as DECIDE;
pub use decide::{cover, end, end_cover, matched};
pub(crate) use offer::ALL as OFFER;
pub use offer::{
    OfferLine, OfferShown, answered, load_offer, make_offer, offers_of_family, offers_of_household, pending, show_offer,
};

statements! {
    STANDING = "select f.stage,
            (select r.stage from referral r where r.family_id = f.id and r.stage in ('waiting', 'matched')),
            (select r.waiting_since from referral r where r.family_id = f.id and r.stage = 'waiting'),
            a.id, a.household_id, a.starts_on,
            (select max(m.ends_on) from matching m where m.family_id = f.id and m.stage = 'ended'),
            (select r.id from referral r where r.family_id = f.id and r.stage in ('waiting', 'matched')),
            (select r.stage_on from referral r where r.family_id = f.id and r.stage = 'matched'),
            (select max(c.closed_on) from closing c where c.family_id = f.id)
        from family f left join matching a on a.family_id = f.id and a.stage = 'active' where f.id = $1";
    BY_ID = "select m.id, m.family_id, m.household_id, m.referral_id, m.offer_id, m.site_id, m.starts_on, m.decided_by,
            m.row_version, m.stage, m.ends_on, m.ended_by, m.end_why
        from matching m where m.id = $1",
        postgres "select m.id, m.family_id, m.household_id, m.referral_id, m.offer_id, m.site_id, m.starts_on, m.decided_by,
            m.row_version, m.stage, m.ends_on, m.ended_by, m.end_why
        from matching m where m.id = $1 for update";
    OF_FAMILY = "select m.id, m.family_id, m.household_id, m.referral_id, m.offer_id, m.site_id, m.starts_on, m.decided_by,
            m.row_version, m.stage, m.ends_on, m.ended_by, m.end_why, m.reason, m.end_words
        from matching m where m.family_id = $1 order by m.starts_on desc, m.id desc";
    COVERS = "select id, matching_id, family_id, household_id, starts_on, ends_on from cover
        where matching_id = $1 order by starts_on, id";
}

/// How a family stands to being supported, and the referral it is about.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn standing(tx: &Tx, family: FamilyId) -> Result<(Standing, Option<ReferralId>)> {
    let found = tx.row(&STANDING, &[family.into()], |row| {
        let referral = row.id_opt(7)?.map(ReferralId::from_uuid);
        let matched = match (row.id_opt(3)?, row.id_opt(4)?, row.day_opt(5)?) {
            (Some(id), Some(household), Some(from)) => Some(Standing::Matched {
                id: MatchId::from_uuid(id),
                household: HouseholdId::from_uuid(household),
                from,
            }),
            _ => None,
        };
        let standing = if row.text(0)? != "open" {
            Standing::Closed
        } else if let Some(matched) = matched {
            matched
        } else if let Some(since) = row.day_opt(2)? {
            Standing::Waiting { since }
        } else if row.text_opt(1)? == Some("matched") {
            // One that has no match was said to be matched before matches were kept.
            let since = row.day_opt(6)?.or(row.day_opt(8)?);
            since.map_or(Standing::NotAccepted, |since| Standing::Between { since })
        } else {
            let ended = row.day_opt(9)?;
            ended.map_or(Standing::NotAccepted, |since| Standing::Ended { since })
        };
        Ok((standing, referral))
    })?;
    found.ok_or(Error::NotFound)
}

/// Loads a match to decide on it; on the server its row is held until the unit of work ends.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn load(tx: &Tx, id: MatchId) -> Result<Match> {
    tx.row(&BY_ID, &[id.into()], read)?.ok_or(Error::NotFound)
}

/// A match with the words on it, as a page shows it.
#[derive(Clone, Debug)]
pub struct MatchShown {
    /// The match.
    pub matched: Match,
    /// Why this household, in words.
    pub reason: String,
    /// Why it ended, in words.
    pub end_words: Option<String>,
}

/// Every match a family has or had, the latest first.
///
/// # Errors
/// The store's own.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Vec<MatchShown>> {
    tx.rows(&OF_FAMILY, &[family.into()], |row| {
        let matched = read(row)?;
        let (id, key) = (matched.id.uuid(), family.uuid());
        Ok(MatchShown {
            reason: tx.open(key, "matching", "reason", id, row.bytes(13)?)?,
            end_words: tx.open_opt(key, "matching", "end_words", id, row.bytes_opt(14)?)?,
            matched,
        })
    })
}

/// Who stands in for a match's household, or did, in the order of the days.
///
/// # Errors
/// The store's own.
pub fn covers(tx: &Tx, matched: MatchId) -> Result<Vec<Cover>> {
    tx.rows(&COVERS, &[matched.into()], |row| {
        Ok(Cover {
            id: CoverId::from_uuid(row.id(0)?),
            matched: MatchId::from_uuid(row.id(1)?),
            family: FamilyId::from_uuid(row.id(2)?),
            household: HouseholdId::from_uuid(row.id(3)?),
            from: row.day(4)?,
            to: row.day(5)?,
        })
    })
}

fn read(row: &Row) -> Result<Match> {
    let stage = match row.text(9)? {
        "active" => MatchStage::Active,
        "ended" => MatchStage::Ended {
            on: row.day(10)?,
            by: AccountId::from_uuid(row.id(11)?),
            why: row
                .text_opt(12)?
                .and_then(EndWhy::from_key)
                .ok_or_else(|| row.broken(12))?,
        },
        _ => return Err(row.broken(9)),
    };
    Ok(Match {
        id: MatchId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        household: HouseholdId::from_uuid(row.id(2)?),
        referral: ReferralId::from_uuid(row.id(3)?),
        offer: OfferId::from_uuid(row.id(4)?),
        site: SiteId::from_uuid(row.id(5)?),
        from: row.day(6)?,
        decided_by: AccountId::from_uuid(row.id(7)?),
        version: row.int(8)?,
        stage,
    })
}
