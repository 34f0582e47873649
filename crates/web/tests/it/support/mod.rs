//! The service in process: the real store on a file of its own, a clock that the test sets, and browsers that keep
//! their cookies and send forms as they find them.
//!
//! ```text
//! let house = House::serve().await;                          or House::demo()
//! let site = house.site("Powys").await;                      an area under an agreement in force
//! let nia = house.staff("Nia Evans", Role::FamilyWorker, site).await;
//! let mut browser = house.signed_in(&nia).await;             or house.browser(), nobody signed in
//! let page = browser.get("/referrals/new").await;
//! let answer = browser.submit(page.form("main-form").with("reason", "…")).await;
//! ```

mod browser;
pub mod draft;
mod html;
mod people;
mod seen;

pub use browser::Browser;
pub use html::Form;
pub use people::{PASSWORD, Somebody};
pub use seen::Seen;

use domain::access::{Action, Actor, Object};
use jiff::{SignedDuration, Timestamp};
use seal::RootKey;
use store::setup::Kind;
use store::{Clock, Location, Store, Tx};
use testkit::TempDir;
use web::send::Sending;
use web::{App, Settings};

/// A deployment of a test.
pub struct House {
    /// Its store.
    pub store: Store,
    /// What it was told.
    pub settings: Settings,
    app: App,
    folder: TempDir,
}

impl House {
    /// As `susd serve` runs: over an encrypted connection, without the demonstration's press.
    pub async fn serve() -> Self {
        Self::open(Kind::Serve, "https://susd.example", Sending::default()).await
    }

    /// As `susd serve` runs, with these ways of sending.
    pub async fn sending(sending: Sending) -> Self {
        Self::open(Kind::Serve, "https://susd.example", sending).await
    }

    /// As `susd demo` runs.
    pub async fn demo() -> Self {
        Self::open(Kind::Demo, "http://localhost:8080", Sending::kept_here()).await
    }

    /// As `susd serve` runs on a server.
    pub async fn on_server(url: &str) -> Self {
        Self::at(
            Location::Server(url.to_owned()),
            TempDir::new(),
            Kind::Serve,
            "https://susd.example",
            Sending::default(),
        )
        .await
    }

    async fn open(kind: Kind, origin: &str, sending: Sending) -> Self {
        let folder = TempDir::new();
        Self::at(Location::File(folder.join("susd.db")), folder, kind, origin, sending).await
    }

    async fn at(location: Location, folder: TempDir, kind: Kind, origin: &str, sending: Sending) -> Self {
        let noon: Timestamp = "2026-11-21T12:00:05Z".parse().expect("an instant");
        let store = store::setup::open(&location, RootKey::generate(), Clock::standing_at(noon), kind)
            .await
            .expect("a new deployment opens");
        let settings = Settings {
            origin: origin.to_owned(),
            demo: kind == Kind::Demo,
            proxy: None,
            sending,
        };
        let app = App::new(store.clone(), settings.clone()).expect("passkeys can be tied to it");
        Self {
            store,
            settings,
            app,
            folder,
        }
    }

    /// A browser that was never here.
    pub fn browser(&self) -> Browser {
        Browser::new(web::service(&self.app), &self.settings.origin)
    }

    /// The application, for its sender.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Lets time pass.
    pub fn pass(&self, by: SignedDuration) {
        self.store.clock().forward(by);
    }

    /// Makes every new entry of the journal be refused, or no longer.
    pub fn journal_refuses(&self, refuses: bool) {
        let sql = if refuses {
            "create trigger no_more before insert on journal begin select raise(abort, 'no more'); end"
        } else {
            "drop trigger no_more"
        };
        let file = rusqlite::Connection::open(self.folder.join("susd.db")).expect("the file is there");
        file.execute_batch(sql).expect("a trigger is made or dropped");
    }

    /// Does something in the name of the command line, which sees every site and no content.
    pub async fn console<T: Send + 'static>(
        &self,
        unit: impl Fn(&Tx) -> store::Result<T> + Send + Sync + 'static,
    ) -> T {
        let asked = self
            .store
            .permit(&Actor::Job("console"), Action::InviteAccount, Object::System)
            .await;
        let permit = asked.expect("the command line may");
        self.store.write(permit, unit).await.expect("it is stored")
    }
}

/// So many minutes.
pub fn minutes(n: i64) -> SignedDuration {
    SignedDuration::from_mins(n)
}

/// So many hours.
pub fn hours(n: i64) -> SignedDuration {
    SignedDuration::from_hours(n)
}
