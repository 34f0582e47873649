//! What is there after a restart, read through the API, against what was sent.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::susd::Susd;
use super::writer::{Sent, Target};
use crate::drill::http::{Connection, Request};

/// How many referrals are written on.
///
/// Assumption: few enough that writers meet at one book, more than one so that they also pass each other.
const TARGETS: usize = 4;

/// How many of them are found, and how often: their words, and the times each stands there.
pub type Found = HashMap<String, usize>;

/// What did not hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Acknowledged, and not there.
    pub lost: usize,
    /// There more than once.
    pub doubled: usize,
}

/// Compares what was sent with what is there. Everything acknowledged is there once; nothing is there twice.
pub fn compare(sent: &[Sent], found: &Found) -> Tally {
    let times = |sent: &Sent| found.get(&sent.words).copied().unwrap_or_default();
    Tally {
        lost: sent
            .iter()
            .filter(|sent| sent.location.is_some() && times(sent) == 0)
            .count(),
        doubled: sent.iter().filter(|sent| 1 < times(sent)).count(),
    }
}

/// Referrals that still take entries, each with somebody who may write on it.
///
/// # Errors
///
/// The invented programme has none, or does not list them.
pub fn targets(susd: &Susd) -> Result<Vec<Target>> {
    let mut targets: Vec<Target> = Vec::new();
    let mut connection = Connection::open(susd.port)?;
    let writes = |role: &str| matches!(role, "programme_manager" | "programme_officer" | "family_worker");
    for person in susd.people.iter().filter(|person| writes(&person.role)) {
        for stage in ["submitted", "waiting"] {
            let path = format!("/api/v1/referrals?limit=100&stage={stage}");
            let page = get(&mut connection, &person.token, &path)?;
            for line in page["items"].as_array().context("the list of referrals has no items")? {
                let referral = line["id"].as_str().context("a referral has no id")?.to_owned();
                // Another area for each, as far as there are others: the first two people of a kind share one.
                let taken = targets.iter().any(|target| target.referral == referral);
                let enough = 1 < targets.iter().filter(|target| target.email == person.email).count();
                if !taken && !enough && targets.len() < TARGETS {
                    targets.push(Target {
                        referral,
                        email: person.email.clone(),
                    });
                }
            }
        }
    }
    ensure!(
        1 < targets.len(),
        "the demonstration has fewer than two referrals to write on"
    );
    Ok(targets)
}

/// The words of every entry on the targets, back to the first page with none that begins with `since`.
///
/// # Errors
///
/// The server does not list them.
pub fn found(susd: &Susd, targets: &[Target], since: &str) -> Result<Found> {
    let mut found = Found::new();
    let mut connection = Connection::open(susd.port)?;
    for target in targets {
        let token = susd.token(&target.email)?;
        let mut path = format!("/api/v1/referrals/{}/entries?limit=100", target.referral);
        let first = path.clone();
        loop {
            let page = get(&mut connection, token, &path)?;
            let items = page["items"].as_array().context("the list of entries has no items")?;
            let words: Vec<&str> = items.iter().filter_map(|item| item["text"].as_str()).collect();
            for words in words.iter().filter(|words| words.starts_with(since)) {
                *found.entry((*words).to_owned()).or_default() += 1;
            }
            let older = words.iter().all(|words| !words.starts_with(since));
            match page["next"].as_str() {
                Some(next) if !older => path = format!("{first}&after={next}"),
                _ => break,
            }
        }
    }
    Ok(found)
}

fn get(connection: &mut Connection, token: &str, path: &str) -> Result<Value> {
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str())];
    let answer = connection.send(&Request {
        method: "GET",
        path,
        headers: &headers,
        body: "",
    })?;
    ensure!(
        answer.status == 200,
        "{path} was answered with {}: {}",
        answer.status,
        answer.body
    );
    serde_json::from_str(&answer.body).with_context(|| format!("{path} gave something else than JSON"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(words: &str, acknowledged: bool) -> Sent {
        Sent {
            target: 0,
            key: words.into(),
            words: words.into(),
            location: acknowledged.then(|| "/x".into()),
            busy: false,
        }
    }

    #[test]
    fn an_acknowledged_entry_that_is_gone_is_lost_and_one_never_acknowledged_is_not() {
        let all = [sent("a", true), sent("b", true), sent("c", false)];
        let found = Found::from([("a".into(), 1)]);
        assert_eq!(compare(&all, &found), Tally { lost: 1, doubled: 0 });
    }

    #[test]
    fn an_entry_there_twice_is_doubled_whether_acknowledged_or_not() {
        let all = [sent("a", true), sent("b", false)];
        let found = Found::from([("a".into(), 2), ("b".into(), 3)]);
        assert_eq!(compare(&all, &found), Tally { lost: 0, doubled: 2 });
    }
}
