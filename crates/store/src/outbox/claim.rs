//! Taking messages in hand, and saying what became of each.

use super::{At, message, read_notice, unhex};
use crate::clock::{instant, london_instant, london_time};
use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use crate::store::Store;
use domain::id::MessageId;
use domain::send::{Channel, Failure, May, Next, Notice, Quiet, Urgency, next_try};
use jiff::civil::Time;
use std::time::Duration;
use uuid::Uuid;

/// For how long a process has a message in hand. If it says nothing by then, it has stopped, and another takes it up.
///
/// Assumption: 10 minutes, longer than all messages of one round take when each runs into its time limit; were it
/// shorter, a slow process and the next would both send it, were it longer, a message would wait longer after a crash.
pub const CLAIMED_FOR: Duration = Duration::from_mins(10);

statements! {
    DUE = "select o.id from outbox o where o.stage = 'queued' and o.not_before <= $1
        and (o.claimed_until is null or o.claimed_until <= $1) limit 1";
    PICK = "select o.id, o.account_id, o.sealed_for, o.address, o.secret, o.kind, o.channel, o.language, o.object_id,
            o.reference, o.day, a.email, s.quiet_from, s.quiet_to
        from outbox o left join account a on a.id = o.account_id left join site s on s.id = o.site_id
        where o.stage = 'queued' and o.not_before <= $1 and (o.claimed_until is null or o.claimed_until <= $1)
        order by o.not_before, o.id limit $2",
        postgres "select o.id, o.account_id, o.sealed_for, o.address, o.secret, o.kind, o.channel, o.language, o.object_id,
            o.reference, o.day, a.email, s.quiet_from, s.quiet_to
        from outbox o left join account a on a.id = o.account_id left join site s on s.id = o.site_id
        where o.stage = 'queued' and o.not_before <= $1 and (o.claimed_until is null or o.claimed_until <= $1)
        order by o.not_before, o.id limit $2 for update of o skip locked";
    TAKE = "update outbox set claimed_until = $1, tries = tries + 1, first_at = coalesce(first_at, $2) where id = $3";
    HOLD = "update outbox set not_before = $1, claimed_until = null where id = $2";
    LET_GO = "update outbox set claimed_until = null, tries = tries - 1,
            first_at = case when tries = 1 then null else first_at end
        where id = $1 and claimed_until = $2 and stage = 'queued'";
    SENT = "update outbox set stage = 'sent', sent_at = $1, segments = $2, kept_here = $3, claimed_until = null,
            failure = null, address = null, secret = null
        where id = $4 and stage <> 'sent'";
    TRIED = "select tries, first_at from outbox where id = $1 and claimed_until = $2 and stage = 'queued'";
    TRY_LATER = "update outbox set claimed_until = null, not_before = $1, failure = $2 where id = $3";
    GIVE_UP = "update outbox set claimed_until = null, stage = 'given_up', failure = $1 where id = $2";
}

/// Why nobody can be reached: what was sealed cannot be opened any more, or the account is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone;

/// A message in hand.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Which.
    pub id: MessageId,
    /// How it goes.
    pub channel: Channel,
    /// `en` or `cy`.
    pub language: String,
    /// Where to: the address for mail, or the digits of a number. And what is said.
    pub to: Result<(String, Notice), Gone>,
    /// Until when it is in hand, microseconds UTC.
    until: i64,
}

/// Takes at most so many messages in hand that are due, the longest due first. What a quiet hour holds is put off to its
/// end. Of two processes that ask at once, each gets other messages.
pub async fn claim(store: &Store, most: u32) -> Result<Vec<Claimed>> {
    let due = store.job("outbox", |tx| tx.row(&DUE, &[tx.now_micros().into()], |row| row.id(0)));
    if due.await?.is_none() {
        return Ok(Vec::new());
    }
    store.job_write("outbox", move |tx| take(tx, most)).await
}

/// A message that is due, with the hours in which its readers are left alone.
struct Due {
    claimed: Claimed,
    urgency: Urgency,
    quiet: Quiet,
}

fn take(tx: &Tx, most: u32) -> Result<Vec<Claimed>> {
    let now = tx.now_micros();
    let until = now + i64::try_from(CLAIMED_FOR.as_micros()).unwrap_or(i64::MAX);
    let due = tx.rows(&PICK, &[now.into(), i64::from(most).into()], |row| read(tx, row, until))?;
    let mut taken = Vec::new();
    for Due {
        claimed,
        urgency,
        quiet,
    } in due
    {
        match quiet.may_send(london_time(tx.now()), claimed.channel, urgency) {
            May::Now => {
                tx.run(&TAKE, &[until.into(), now.into(), claimed.id.into()])?;
                taken.push(claimed);
            }
            May::After(time) => {
                let not_before = london_instant(time).as_microsecond();
                tx.run(&HOLD, &[not_before.into(), claimed.id.into()])?;
            }
        }
    }
    Ok(taken)
}

fn read(tx: &Tx, row: &Row, until: i64) -> Result<Due> {
    let id = message(row, 0)?;
    let to = match reader(tx, row, id) {
        Ok(to) => to,
        // Erased since, so that its key is gone and with it the number; or of a kind only a newer program knows. It must
        // not stand in the way of all others.
        Err(Error::Sealed(_) | Error::Broken { .. }) => Err(Gone),
        Err(error) => return Err(error),
    };
    let kind = domain::send::kind(row.text(5)?);
    let minutes = |at: usize, usual: Time| -> Result<Time> {
        let Some(minutes) = row.int_opt(at)? else {
            return Ok(usual);
        };
        time_of(minutes).ok_or_else(|| row.broken(at))
    };
    Ok(Due {
        claimed: Claimed {
            id,
            channel: Channel::from_key(row.text(6)?).ok_or_else(|| row.broken(6))?,
            language: row.text(7)?.to_owned(),
            to,
            until,
        },
        urgency: kind.map_or(Urgency::CanWait, |kind| kind.urgency),
        quiet: Quiet {
            from: minutes(12, Quiet::DEFAULT.from)?,
            to: minutes(13, Quiet::DEFAULT.to)?,
        },
    })
}

/// Where it goes and what it says.
fn reader(tx: &Tx, row: &Row, id: MessageId) -> Result<Result<(String, Notice), Gone>> {
    let open = |subject: Option<Uuid>, column: &str, at: usize| -> Result<Option<String>> {
        let Some(subject) = subject else { return Ok(None) };
        tx.open_opt(subject, "outbox", column, id.uuid(), row.bytes_opt(at)?)
    };
    let sealed_for = row.id_opt(2)?;
    let secret = open(sealed_for, "secret", 4)?.map(|text| unhex(&text)).transpose()?;
    let address = match row.id_opt(1)? {
        Some(account) => tx.open_opt(account, "account", "email", account, row.bytes_opt(11)?)?,
        None => open(sealed_for, "address", 3)?,
    };
    let at = At {
        kind: 5,
        object: 8,
        reference: 9,
        day: 10,
    };
    let notice = read_notice(row, &at, secret)?;
    Ok(address.map(|address| (address, notice)).ok_or(Gone))
}

/// A time of the day from the minutes after midnight.
pub(crate) fn time_of(minutes: i64) -> Option<Time> {
    let minutes = i8::try_from(minutes / 60).ok().zip(i8::try_from(minutes % 60).ok());
    minutes.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok())
}

/// Says that a message was sent, in so many segments where it was a text; or, `kept_here`, that it would have been, had
/// this not been a trial of the whole. Its address is then no longer kept.
///
/// It counts whoever has it in hand by now: it has left.
pub async fn sent(store: &Store, id: MessageId, segments: Option<usize>, kept_here: bool) -> Result<()> {
    let segments = segments.and_then(|n| i64::try_from(n).ok());
    store
        .job_write("outbox", move |tx| {
            let values = [
                tx.now_micros().into(),
                segments.into(),
                i64::from(kept_here).into(),
                id.into(),
            ];
            tx.run(&SENT, &values).map(|_| ())
        })
        .await
}

/// Says that a message could not be sent, and why as a code: it is tried again later, or given up.
///
/// Answers which; `None` where somebody else has it in hand by now, or has sent it.
pub async fn failed(store: &Store, claimed: &Claimed, failure: Failure, code: &'static str) -> Result<Option<Next>> {
    let (id, until) = (claimed.id, claimed.until);
    let jitter = u16::from_le_bytes(seal::random());
    store
        .job_write("outbox", move |tx| {
            let found = tx.row(&TRIED, &[id.into(), until.into()], |row| {
                Ok((row.int(0)?, row.int_opt(1)?))
            })?;
            let Some((tries, first_at)) = found else {
                return Ok(None);
            };
            let since_first = tx.now().duration_since(instant(first_at.unwrap_or(tx.now_micros())));
            let since_first = Duration::try_from(since_first).unwrap_or_default();
            let next = next_try(u32::try_from(tries).unwrap_or(u32::MAX), since_first, failure, jitter);
            match next {
                Next::After(wait) => {
                    let wait = i64::try_from(wait.as_micros()).unwrap_or(i64::MAX);
                    let not_before = tx.now_micros().saturating_add(wait);
                    tx.run(&TRY_LATER, &[not_before.into(), code.into(), id.into()])?;
                }
                Next::GiveUp => {
                    tx.run(&GIVE_UP, &[code.into(), id.into()])?;
                }
            }
            Ok(Some(next))
        })
        .await
}

/// Puts messages back that were taken in hand and not tried, as when the service stops.
pub async fn let_go(store: &Store, claimed: &[Claimed]) -> Result<()> {
    let ids: Vec<(MessageId, i64)> = claimed.iter().map(|one| (one.id, one.until)).collect();
    store
        .job_write("outbox", move |tx| {
            for (id, until) in &ids {
                tx.run(&LET_GO, &[(*id).into(), (*until).into()])?;
            }
            Ok(())
        })
        .await
}
