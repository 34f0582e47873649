//! Sending: e-mail and text messages that say there is something to read, and what an administrator sees of them.
//!
//! What is sent stands in the store's outbox. [`until`] takes it from there, makes the sentence, sends it and says what
//! became of it. Nothing leaves unencrypted, but to this machine itself.

mod gateway;
mod hours;
mod http;
mod list;
mod mail;
mod render;
mod rounds;

pub use gateway::{BODY, Gateway};
pub use mail::Smtp;
pub(crate) use render::text;
pub use render::{Mail, mail};
pub use rounds::{Round, round, until};

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::send::{Channel, Failure};
use std::net::IpAddr;
use std::time::Duration;
use url::{Host, Url};

/// For how long a server may take for one message.
///
/// Assumption: 20 seconds; a mail server that looks up the sender takes some. Were it shorter, messages that went would be
/// sent twice, were it longer, one dead server would hold up the other channel.
pub const SECONDS_MAX: u64 = 20;

const TIMEOUT: Duration = Duration::from_secs(SECONDS_MAX);

/// By what messages leave.
#[derive(Clone, Debug, Default)]
pub struct Sending {
    /// The mail server, where there is one.
    pub mail: Option<Smtp>,
    /// The gateway for text messages, where there is one.
    pub sms: Option<Gateway>,
    /// Whether nothing leaves: each message is made, counted and kept as one that would have been sent.
    pub kept_here: bool,
}

impl Sending {
    /// As the demonstration is: nothing leaves the machine.
    pub fn kept_here() -> Self {
        Self {
            kept_here: true,
            ..Self::default()
        }
    }

    /// Whether messages of this channel leave, or would.
    pub fn has(&self, channel: Channel) -> bool {
        match channel {
            Channel::Email => self.kept_here || self.mail.is_some(),
            Channel::Sms => self.kept_here || self.sms.is_some(),
            Channel::Letter | Channel::Call => false,
        }
    }
}

/// Why something was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Whether another try may help.
    pub failure: Failure,
    /// What it was, as the outbox keeps it; its words are `send-failure-…`.
    pub code: &'static str,
}

impl Trouble {
    /// Every code there is.
    pub const CODES: [&'static str; 8] = [
        "no_answer",
        "not_now",
        "not_let_in",
        "not_safe",
        "refused",
        "no_address",
        "gone",
        "no_way",
    ];

    /// Nobody answered, or not in time.
    pub const NO_ANSWER: Self = Self::passing("no_answer");
    /// The answer was to come again later.
    pub const NOT_NOW: Self = Self::passing("not_now");
    /// Our own name or password is wrong. A person mends that, so the messages wait.
    pub const NOT_LET_IN: Self = Self::passing("not_let_in");
    /// The server could not show who it is.
    pub const NOT_SAFE: Self = Self::passing("not_safe");
    /// The server will never take this message.
    pub const REFUSED: Self = Self::lasting("refused");
    /// Nothing can go to such an address.
    pub const NO_ADDRESS: Self = Self::lasting("no_address");
    /// Nobody is there to be reached.
    pub const GONE: Self = Self::lasting("gone");
    /// No server was named for this channel. A person mends that, so the messages wait.
    pub const NO_WAY: Self = Self::passing("no_way");

    const fn passing(code: &'static str) -> Self {
        Self {
            failure: Failure::Passing,
            code,
        }
    }

    const fn lasting(code: &'static str) -> Self {
        Self {
            failure: Failure::Lasting,
            code,
        }
    }
}

/// Whether an address is this machine itself, so that nothing has to be encrypted on the way.
fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        // Only of the schemes browsers know are numbers read as numbers.
        Some(Host::Domain(name)) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
        Some(Host::Ipv4(ip)) => IpAddr::from(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::from(ip).is_loopback(),
        None => false,
    }
}

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    vec![
        route(get(), "/messages", Action::ListMessages, On::Lists, list::page),
        route(post(), "/messages", Action::SendAgain, On::System, list::again),
        route(get(), "/messages/hours/{id}", Action::SetSending, On::Site, hours::page),
        route(
            post(),
            "/messages/hours/{id}",
            Action::SetSending,
            On::Site,
            hours::send,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::{Trouble, is_this_machine};
    use url::Url;
    use words::{Lang, Words};

    #[test]
    fn only_this_machine_is_this_machine() {
        let here = |url: &str| is_this_machine(&Url::parse(url).unwrap());
        for url in ["http://localhost:1", "smtp://127.0.0.1:25", "http://[::1]:8/x"] {
            assert!(here(url), "{url}");
        }
        for url in [
            "http://localhost.example.org",
            "http://192.0.2.1",
            "http://[2001:db8::1]",
            "smtp://127.0.0.1.example.org",
        ] {
            assert!(!here(url), "{url}");
        }
    }

    #[test]
    fn every_trouble_has_words_in_every_language() {
        for code in Trouble::CODES {
            for lang in Lang::ALL {
                assert!(
                    Words::new(*lang).named("send-failure", code).is_some(),
                    "{code} {}",
                    lang.tag()
                );
            }
        }
    }
}
