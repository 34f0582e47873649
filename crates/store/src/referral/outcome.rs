//! What happened to families that were not taken, as their authority says, and of which it has not said yet.

use super::board::{self, Line};
use crate::error::Result;
use crate::journal::Part;
use crate::journal::event::Fact;
use crate::kernel::{Tx, statements};
use crate::outbox::{self, Reader};
use domain::access::Reach;
use domain::id::{AccountId, PersonId, ReferralId, SiteId};
use domain::referral::{ChildAfter, Lives, Referral, latest_due, outcome_due};
use domain::send::Notice;
use domain::text::Text;
use jiff::civil::Date;

statements! {
    MAKE = "insert into referral_outcome
        (referral_id, child_id, told_on, family_id, site_id, lives, entered_care_on, words, told_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (referral_id, child_id, told_on) do update set lives = excluded.lives,
            entered_care_on = excluded.entered_care_on, words = excluded.words, told_by = excluded.told_by,
            made_at = excluded.made_at";
    OF_REFERRAL = "select o.child_id, o.told_on, o.lives, o.entered_care_on, o.words from referral_outcome o
        where o.referral_id = $1 order by o.told_on desc, o.child_id";
    NOT_TAKEN = "select r.id, r.stage_on from referral r where r.site_id = $1 and r.stage = 'not_accepted'
            and r.stage_on <= $2 and not exists (select 1 from referral_outcome o where o.referral_id = r.id)
        order by r.stage_on, r.id limit $3";
    NOT_TAKEN_OWN = "select r.id, r.stage_on from referral r where r.site_id = $1 and r.stage = 'not_accepted'
            and r.stage_on <= $2 and not exists (select 1 from referral_outcome o where o.referral_id = r.id)
            and (r.referred_by = $3 or r.family_id in (select a.family_id from assignment a
                where a.account_id = $3 and a.starts_on <= $4 and (a.ends_on is null or a.ends_on > $4)))
        order by r.stage_on, r.id limit $5";
    TO_ASK = "select r.id, r.reference, r.referred_by, r.site_id from referral r
        where r.stage = 'not_accepted' and r.outcome_asked_at is null and r.stage_on <= $1
            and not exists (select 1 from referral_outcome o where o.referral_id = r.id)
        order by r.stage_on, r.id limit 200";
    ASKED = "update referral set outcome_asked_at = $1 where id = $2";
}

/// What was said of one child on one day.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The day it was said.
    pub told_on: Date,
    /// The child, where they live, since when they were in care.
    pub after: ChildAfter,
    /// More, in words.
    pub words: Option<String>,
}

/// Keeps what the authority said; a second word on the same day takes the place of the first.
pub(super) fn keep(
    tx: &Tx,
    referral: &Referral,
    on: Date,
    children: &[ChildAfter],
    words: Option<&Text>,
) -> Result<Vec<Part>> {
    let told_on = on.to_string();
    let mut parts = Vec::with_capacity(children.len());
    for after in children {
        let (child, id) = (after.child.uuid(), referral.id.uuid());
        let sealed = tx.seal_opt(child, "referral_outcome", "words", id, words.map(Text::as_str))?;
        let entered = after.entered_care_on.map(|day| day.to_string());
        let values = [
            id.into(),
            child.into(),
            (&told_on).into(),
            referral.family.into(),
            referral.site.into(),
            after.lives.key().into(),
            entered.as_ref().into(),
            sealed.as_ref().into(),
            tx.account().into(),
            tx.now_micros().into(),
        ];
        tx.run(&MAKE, &values)?;
        let fact = Fact::OutcomeTold {
            on: told_on.clone(),
            lives: after.lives.key().into(),
            entered_care_on: entered,
            words: words.map(|words| words.as_str().to_owned()),
        };
        parts.push(Part {
            subject: child,
            body: fact.write(),
        });
    }
    Ok(parts)
}

/// What was said of each child of a referral, the latest first.
pub fn outcomes(tx: &Tx, referral: ReferralId) -> Result<Vec<Outcome>> {
    tx.rows(&OF_REFERRAL, &[referral.into()], |row| {
        let child = row.id(0)?;
        let entered: Option<Result<Date>> = row.text_opt(3)?.map(|text| text.parse().map_err(|_| row.broken(3)));
        Ok(Outcome {
            told_on: row.day(1)?,
            after: ChildAfter {
                child: PersonId::from_uuid(child),
                lives: Lives::from_key(row.text(2)?).ok_or_else(|| row.broken(2))?,
                entered_care_on: entered.transpose()?,
            },
            words: tx.open_opt(child, "referral_outcome", "words", referral.uuid(), row.bytes_opt(4)?)?,
        })
    })
}

/// Asks whoever referred a family that was not taken what happened after, once it is time and once for each.
///
/// Answers how many were asked.
pub(crate) fn ask(tx: &Tx) -> Result<u64> {
    let latest = latest_due(tx.today()).to_string();
    let due = tx.rows(&TO_ASK, &[(&latest).into()], |row| {
        let reference = row.text(1)?.parse().map_err(|_| row.broken(1))?;
        let referral = ReferralId::from_uuid(row.id(0)?);
        let site = SiteId::from_uuid(row.id(3)?);
        Ok((referral, reference, AccountId::from_uuid(row.id(2)?), site))
    })?;
    for (referral, reference, by, site) in &due {
        let notice = Notice::OutcomeAsked {
            referral: *referral,
            reference: *reference,
        };
        outbox::post(tx, Some(*site), notice, Reader::Account(*by))?;
        tx.run(&ASKED, &[tx.now_micros().into(), (*referral).into()])?;
    }
    Ok(u64::try_from(due.len()).unwrap_or_default())
}

/// The families not taken of which this reader's authority is to say now what happened, the longest due first, with the
/// day from which it is asked.
pub fn outcomes_due(tx: &Tx, most: i64) -> Result<Vec<(Line, Date)>> {
    let today = tx.today();
    let (iso, me) = (today.to_string(), tx.account());
    let latest = latest_due(today).to_string();
    let mut due = Vec::new();
    for (site, reach) in tx.scope().sites.clone() {
        let mut values = vec![site.into(), (&latest).into()];
        let statement = match reach {
            Reach::All => &NOT_TAKEN,
            Reach::Own => {
                values.push(me.into());
                values.push((&iso).into());
                &NOT_TAKEN_OWN
            }
        };
        values.push(most.into());
        let found = tx.rows(statement, &values, |row| {
            Ok((ReferralId::from_uuid(row.id(0)?), row.day(1)?))
        })?;
        for (referral, decided) in found {
            due.extend(board::line(tx, referral)?.map(|line| (line, outcome_due(decided))));
        }
    }
    due.sort_by_key(|(line, on)| (*on, line.id));
    due.truncate(usize::try_from(most).unwrap_or_default());
    Ok(due)
}
