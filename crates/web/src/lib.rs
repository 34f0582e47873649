//! The only HTTP and HTML: pages, API, sign-in. One folder for each word.

mod account;
mod agreement;
pub mod api;
mod asset;
mod board;
mod break_glass;
mod call;
mod care_episode;
mod closing;
mod concern;
mod cookie;
mod crisis;
mod disruption;
mod due;
mod error;
mod family;
mod follow_up;
mod form;
mod goal;
mod guard;
mod handover;
mod health;
mod home;
mod household;
pub mod import;
mod journal;
mod ladder;
mod likeness;
mod matching;
mod mistakes;
mod own_text;
mod page;
mod paths;
mod plan;
mod practice;
mod public;
mod referral;
mod review;
mod ring;
mod route;
mod search;
pub mod send;
mod serve;
mod session;
mod sign_in;
mod step;
mod table;
pub mod task_link;
mod typed;
mod visit;
mod word_review;
mod wrong;

pub use error::{Answer, PageError};
pub use route::Listed;
pub use serve::{serve, service};

use cookie::Jar;
use std::net::IpAddr;
use std::sync::Arc;
use store::Store;

/// What a running deployment is told on its command line.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address people type: `https://…`, or `http://localhost:PORT` in the demonstration.
    pub origin: String,
    /// Whether this is the demonstration, where one press signs in.
    pub demo: bool,
    /// The machine in front that encrypts the connections and says in `X-Forwarded-For` where each comes from.
    pub proxy: Option<IpAddr>,
    /// By what messages leave.
    pub sending: send::Sending,
}

/// Everything a handler is given.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    store: Store,
    settings: Settings,
    passkeys: sign_in::passkey::Passkeys,
}

impl App {
    /// An application over an open store.
    ///
    /// # Errors
    /// The origin is not an address passkeys can be tied to.
    pub fn new(store: Store, settings: Settings) -> Result<Self, String> {
        health::start_counting();
        let passkeys = sign_in::passkey::Passkeys::new(&settings.origin)?;
        Ok(Self(Arc::new(Inner {
            store,
            settings,
            passkeys,
        })))
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Whether this is the demonstration.
    pub fn is_demo(&self) -> bool {
        self.0.settings.demo
    }

    /// The address people type, without a stroke at its end.
    pub fn origin(&self) -> &str {
        self.0.settings.origin.trim_end_matches('/')
    }

    /// By what messages leave.
    pub fn sending(&self) -> &send::Sending {
        &self.0.settings.sending
    }

    pub(crate) fn is_secure(&self) -> bool {
        self.0.settings.origin.starts_with("https://")
    }

    pub(crate) fn proxy(&self) -> Option<IpAddr> {
        self.0.settings.proxy
    }

    pub(crate) fn jar(&self) -> Jar {
        Jar {
            secure: self.is_secure(),
        }
    }

    pub(crate) fn passkeys(&self) -> &sign_in::passkey::Passkeys {
        &self.0.passkeys
    }
}

/// Every route; the demonstration has one more.
fn routes(demo: bool) -> Vec<route::Route> {
    let mut all = Vec::new();
    all.extend(asset::routes());
    all.extend(health::routes());
    all.extend(public::routes());
    all.extend(home::routes());
    all.extend(sign_in::routes());
    all.extend(referral::routes());
    all.extend(import::routes());
    all.extend(family::routes());
    all.extend(search::routes());
    all.extend(board::routes());
    all.extend(handover::routes());
    all.extend(send::routes());
    all.extend(task_link::routes());
    all.extend(account::routes());
    all.extend(agreement::routes());
    all.extend(break_glass::routes());
    all.extend(word_review::routes());
    all.extend(journal::routes());
    all.extend(household::routes());
    all.extend(matching::routes());
    all.extend(plan::routes());
    all.extend(goal::routes());
    all.extend(session::routes());
    all.extend(crisis::routes());
    all.extend(concern::routes());
    all.extend(own_text::routes());
    all.extend(disruption::routes());
    all.extend(ring::routes());
    all.extend(step::routes());
    all.extend(review::routes());
    all.extend(closing::routes());
    all.extend(follow_up::routes());
    all.extend(care_episode::routes());
    all.extend(due::routes());
    all.extend(ladder::routes());
    all.extend(practice::routes());
    all.extend(likeness::routes());
    all.extend(api::routes());
    if demo {
        all.extend(sign_in::demo::routes());
    }
    all
}

/// Every route with its action and object, for `susd routes`.
pub fn routes_listed(demo: bool) -> Vec<Listed> {
    route::listed(&routes(demo))
}
