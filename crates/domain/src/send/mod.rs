//! Sending: what may be sent, how, when, how long it is, and what happens when it fails.
//!
//! Nothing here sends. Messages say that there is something to read, never anything of a family: see [`Notice`].

mod kind;
mod notice;
mod number;
mod quiet;
mod retry;
pub mod sms;

use crate::referral::How;

pub use kind::{KINDS, Kind, Reader, Urgency, kind};
pub use notice::{Link, LinkSecret, Notice};
pub use number::mobile;
pub use quiet::{May, Quiet};
pub use retry::{Failure, GIVEN_UP_AFTER, JITTER_PART, Next, WAITS, next_try};

/// How something reaches somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// By e-mail.
    Email,
    /// By text message.
    Sms,
    /// By letter, which a person prints and posts.
    Letter,
    /// By telephone, which a person does.
    Call,
}

impl Channel {
    /// Every channel, in the order people read them.
    pub const ALL: [Self; 4] = [Self::Email, Self::Sms, Self::Letter, Self::Call];

    /// The channel's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Letter => "letter",
            Self::Call => "call",
        }
    }

    /// The channel with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.key() == key)
    }

    /// Whether the programme sends it by itself. The others are a task for a person.
    pub const fn goes_by_itself(self) -> bool {
        matches!(self, Self::Email | Self::Sms)
    }

    /// Whether it makes a phone ring or buzz, so that quiet hours hold for it.
    ///
    /// Assumption: an e-mail does, as most are read on a phone; a letter does not.
    pub const fn is_heard(self) -> bool {
        !matches!(self, Self::Letter)
    }

    /// How a family was told when it was told by this channel.
    pub const fn how(self) -> How {
        match self {
            Self::Email | Self::Sms => How::Message,
            Self::Letter => How::Letter,
            Self::Call => How::Call,
        }
    }
}
