//! The sender: takes what is due, sends it, says what became of it.

use super::{Trouble, mail, text};
use crate::App;
use domain::send::Channel;
use domain::send::sms::segments;
use std::future::Future;
use std::pin::pin;
use std::time::Duration;
use store::outbox::{self, Claimed};
use words::Lang;

/// How long the sender rests between rounds in which nothing was due.
///
/// Assumption: 5 seconds; somebody who asked for a link waits that much longer, and a round asks one small question.
const REST: Duration = Duration::from_secs(5);

/// How many messages one round has in hand.
///
/// Assumption: 10, so that all of them are over before the claim is, also when each takes [`super::SECONDS_MAX`].
pub const MESSAGES_MAX: u32 = 10;

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Messages that left, or would have.
    pub sent: usize,
    /// Messages that did not.
    pub failed: usize,
}

/// Sends until `stop` is done: then the message under way is finished and the others are put back.
pub async fn until(app: App, stop: impl Future<Output = ()>) {
    let mut stop = pin!(stop);
    say_what_is_missing(&app);
    loop {
        let more = match outbox::claim(app.store(), MESSAGES_MAX).await {
            Ok(claimed) => {
                let more = !claimed.is_empty();
                let mut waiting = claimed.into_iter();
                while let Some(one) = waiting.next() {
                    see_to(&app, &one).await;
                    if is_over(stop.as_mut()).await {
                        let rest: Vec<Claimed> = waiting.collect();
                        if let Err(cause) = outbox::let_go(app.store(), &rest).await {
                            tracing::warn!(%cause, "messages in hand are taken up again later");
                        }
                        return;
                    }
                }
                more
            }
            Err(cause) => {
                tracing::warn!(%cause, "the outbox cannot be read; it is tried again");
                false
            }
        };
        let rest = if more { Duration::ZERO } else { REST };
        tokio::select! {
            () = stop.as_mut() => return,
            () = tokio::time::sleep(rest) => {}
        }
    }
}

/// Says once which messages will wait because nobody named a server for them.
fn say_what_is_missing(app: &App) {
    let sending = app.sending();
    if sending.kept_here {
        return;
    }
    if sending.mail.is_none() {
        tracing::warn!("no mail server is named: messages by mail wait until one is");
    }
    if sending.sms.is_none() {
        tracing::info!("no gateway for texts is named: texts wait until one is");
    }
}

/// Whether something has happened by now, without waiting for it.
async fn is_over(what: impl Future<Output = ()>) -> bool {
    tokio::select! {
        biased;
        () = what => true,
        () = std::future::ready(()) => false,
    }
}

/// One round: everything that is due, at most [`MESSAGES_MAX`].
///
/// # Errors
/// The store cannot be reached.
pub async fn round(app: &App) -> store::Result<Round> {
    let mut done = Round::default();
    for one in outbox::claim(app.store(), MESSAGES_MAX).await? {
        if see_to(app, &one).await {
            done.sent += 1;
        } else {
            done.failed += 1;
        }
    }
    Ok(done)
}

/// Sends one message and says what became of it; whether it left. What cannot be said is found out when its time in hand
/// is over.
async fn see_to(app: &App, one: &Claimed) -> bool {
    let went = send(app, one).await;
    let said = match went {
        Ok(segments) => outbox::sent(app.store(), one.id, segments, app.sending().kept_here).await,
        Err(trouble) => {
            // That nobody named a server is said once, not at every try of every message.
            if trouble.code == Trouble::NO_WAY.code {
                tracing::debug!(message = %one.id, channel = one.channel.key(), "a message waits for a way to send it");
            } else {
                tracing::warn!(message = %one.id, channel = one.channel.key(), code = trouble.code, "a message was not sent");
            }
            outbox::failed(app.store(), one, trouble.failure, trouble.code)
                .await
                .map(|_| ())
        }
    };
    if let Err(cause) = said {
        tracing::error!(message = %one.id, %cause, "what became of a message could not be stored");
    }
    went.is_ok()
}

/// Makes the sentence and sends it; of a text, in how many segments.
async fn send(app: &App, one: &Claimed) -> Result<Option<usize>, Trouble> {
    let Ok((to, notice)) = &one.to else {
        return Err(Trouble::GONE);
    };
    let lang = Lang::from_tag(&one.language).unwrap_or(Lang::En);
    let sending = app.sending();
    match one.channel {
        Channel::Email => {
            let mail = mail(*notice, lang, app.origin());
            if sending.kept_here {
                return Ok(None);
            }
            let server = sending.mail.as_ref().ok_or(Trouble::NO_WAY)?;
            server.send(&one.id.to_string(), to, &mail, app.store().now()).await?;
            Ok(None)
        }
        Channel::Sms => {
            let text = text(*notice, lang, app.origin());
            let segments = segments(&text).segments;
            if !sending.kept_here {
                let gateway = sending.sms.as_ref().ok_or(Trouble::NO_WAY)?;
                gateway.send(to, &text).await?;
            }
            Ok(Some(segments))
        }
        // Nothing that a person does by hand is put in the outbox.
        Channel::Letter | Channel::Call => Err(Trouble::GONE),
    }
}
