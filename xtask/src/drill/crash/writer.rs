//! Several people who write at once, until the server is taken away under them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;

use super::susd::Susd;
use crate::drill::http::{Answer, Connection, Request};

/// How many write at once.
///
/// Assumption: more than one commit holds on two cores, fewer than the server keeps waiting.
pub const WRITERS: usize = 6;

/// For how long an entry whose answer was lost is sent again, when the server says it is busy.
const BUSY_MAX: Duration = Duration::from_secs(20);

/// A referral, and somebody who may write on it.
#[derive(Debug, Clone)]
pub struct Target {
    /// The id of the referral.
    pub referral: String,
    /// Who, by their address for mail.
    pub email: String,
}

/// One entry that was sent, whether or not an answer came.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Which of the targets it was written on.
    pub target: usize,
    /// The key it was sent with, every time.
    pub key: String,
    /// Its words, which no other entry has.
    pub words: String,
    /// Where the server said it is. Once it has said so, the entry may never be lost.
    pub location: Option<String>,
    /// Whether the server said that it was busy.
    pub busy: bool,
}

/// Lets the writers write for `pause`, kills the server, and gives what they had sent.
///
/// # Errors
///
/// The server refused an entry or fell silent before it was killed, or had ended by itself.
pub fn until_killed(susd: Susd, targets: &[Target], round: &str, pause: Duration) -> Result<Vec<Sent>> {
    let killed = AtomicBool::new(false);
    let (port, tokens) = (susd.port, tokens(&susd, targets)?);
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (killed, tokens) = (&killed, &tokens);
                scope.spawn(move || write(port, tokens, writer, round, killed))
            })
            .collect();
        thread::sleep(pause);
        killed.store(true, Ordering::SeqCst);
        let ended = susd.kill();
        let mut sent = Vec::new();
        for writer in writers {
            sent.extend(
                writer
                    .join()
                    .map_err(|_| anyhow::anyhow!("a writer of the drill panicked"))??,
            );
        }
        ended?;
        Ok(sent)
    })
}

/// The token for each target, in their order.
fn tokens(susd: &Susd, targets: &[Target]) -> Result<Vec<(String, String)>> {
    let both = |target: &Target| Ok((target.referral.clone(), susd.token(&target.email)?.to_owned()));
    targets.iter().map(both).collect()
}

/// One writer: entry after entry, on one target after another.
fn write(
    port: u16,
    targets: &[(String, String)],
    writer: usize,
    round: &str,
    killed: &AtomicBool,
) -> Result<Vec<Sent>> {
    let mut all = Vec::new();
    let mut connection = None;
    for number in 0.. {
        let target = (writer + number) % targets.len();
        let name = format!("{round}, writer {writer}, entry {number}");
        let mut sent = Sent {
            target,
            key: name.replace([' ', ','], "-"),
            words: name,
            location: None,
            busy: false,
        };
        let (referral, token) = &targets[target];
        let answer = post(&mut connection, port, token, referral, &sent);
        let gone = killed.load(Ordering::SeqCst);
        match answer {
            Ok(answer) if answer.status == 201 => sent.location = Some(location(&answer)?),
            // Busy is an honest answer: it was not stored, or will be found under its key.
            Ok(answer) if answer.status == 503 => {
                sent.busy = true;
                thread::sleep(Duration::from_millis(20));
            }
            Ok(answer) => bail!("an entry was answered with {}: {}", answer.status, answer.body),
            Err(_) if gone => {
                all.push(sent);
                break;
            }
            Err(trouble) => return Err(trouble).context("the connection was lost before the server was killed"),
        }
        all.push(sent);
    }
    Ok(all)
}

/// Sends again what nobody acknowledged, under the same keys, and once more the last of what somebody did.
///
/// Gives how many were sent again because no answer had come.
///
/// # Errors
///
/// The server refuses one.
pub fn send_again(susd: &Susd, targets: &[Target], sent: &mut [Sent]) -> Result<usize> {
    let tokens = tokens(susd, targets)?;
    let mut connection = None;
    let mut again = 0;
    let last = sent.iter().rposition(|sent| sent.location.is_some());
    for (at, sent) in sent.iter_mut().enumerate() {
        if sent.location.is_some() && Some(at) != last {
            continue;
        }
        let (referral, token) = &tokens[sent.target];
        let answer = until_free(|| post(&mut connection, susd.port, token, referral, sent))?;
        ensure!(
            answer.status == 201,
            "an entry sent again was answered with {}: {}",
            answer.status,
            answer.body
        );
        // Another place for the same key: the entry stands there twice now, and is counted so when all is read.
        again += usize::from(sent.location.is_none());
        sent.location = Some(location(&answer)?);
    }
    Ok(again)
}

fn until_free(mut ask: impl FnMut() -> std::io::Result<Answer>) -> Result<Answer> {
    let began = Instant::now();
    loop {
        let answer = ask().context("the server that was started again does not answer")?;
        if answer.status != 503 || BUSY_MAX < began.elapsed() {
            return Ok(answer);
        }
        thread::sleep(Duration::from_millis(50));
    }
}

fn location(answer: &Answer) -> Result<String> {
    Ok(answer
        .header("location")
        .context("an entry was stored and the answer does not say where")?
        .to_owned())
}

/// Sends one entry, over the connection that is kept or a new one.
fn post(kept: &mut Option<Connection>, port: u16, token: &str, referral: &str, sent: &Sent) -> std::io::Result<Answer> {
    let mut connection = match kept.take() {
        Some(connection) => connection,
        None => Connection::open(port)?,
    };
    let path = format!("/api/v1/referrals/{referral}/entries");
    let bearer = format!("Bearer {token}");
    let body = json!({ "text": sent.words, "language": "en" }).to_string();
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
        ("idempotency-key", sent.key.as_str()),
    ];
    let answer = connection.send(&Request {
        method: "POST",
        path: &path,
        headers: &headers,
        body: &body,
    })?;
    *kept = Some(connection);
    Ok(answer)
}
