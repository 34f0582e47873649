//! A small programme for the tests of the API: two areas, the people who work in one of them, and their tokens.

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use domain::access::{Action, Actor, Object, Scopes, TokenScope};
use domain::id::{AccountId, AuthorityId, FamilyId, SiteId};
use domain::pack::Key;
use domain::role::Role;
use domain::text::Text;
use http_body_util::BodyExt;
use jiff::{SignedDuration, Timestamp};
use seal::RootKey;
use serde_json::{Value, json};
use store::account::NewAccount;
use store::agreement::NewAgreement;
use store::setup::Kind;
use store::sign_in::Way;
use store::site::{Kind as Organisation, NewSite};
use store::{Clock, Location, Store};
use testkit::TempDir;
use tower::ServiceExt;
use uuid::Uuid;
use web::{App, Settings};

/// The instant every test begins at: a Tuesday morning.
const BEGINNING: &str = "2026-03-10T10:00:00Z";

/// Somebody with an account and a token of their own.
pub struct Somebody {
    pub account: AccountId,
    pub token: String,
}

/// A programme in which a test calls the API.
pub struct House {
    pub store: Store,
    pub app: App,
    pub site: SiteId,
    pub other_site: SiteId,
    pub worker: Somebody,
    pub manager: Somebody,
    pub stranger: Somebody,
    _folder: TempDir,
}

/// What came back.
#[derive(Debug)]
pub struct Came {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Came {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {:?} {}", self.status, self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Holds that it is a problem with this status and code.
    #[track_caller]
    pub fn is(&self, status: u16, code: &str) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem = self.json();
        assert_eq!(problem["code"], code, "{problem}");
        assert_eq!(problem["type"], format!("/problems/{code}"));
        assert_eq!(problem["status"], status);
        problem
    }

    /// Holds that it worked, and gives what came.
    #[track_caller]
    pub fn ok(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        assert_eq!(self.header("content-type"), "application/json");
        self.json()
    }

    /// The fields a validation problem names, each with its code.
    #[track_caller]
    pub fn fields(&self) -> Vec<(String, String)> {
        let problem = self.is(422, "validation");
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        problem["errors"].as_array().unwrap().iter().map(|e| (text(&e["field"]), text(&e["code"]))).collect()
    }
}

/// A call on its way.
pub struct Call<'a> {
    house: &'a House,
    request: axum::http::request::Builder,
    body: Vec<u8>,
}

impl Call<'_> {
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    pub fn at_version(self, version: i64) -> Self {
        self.header("if-match", &format!("\"{version}\""))
    }

    pub fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    pub fn json(self, body: &Value) -> Self {
        let body = body.to_string();
        self.raw(body.as_bytes())
    }

    pub fn raw(mut self, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self.header("content-type", "application/json")
    }

    pub fn bare(mut self, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self
    }

    pub async fn send(self) -> Came {
        let request: Request<Body> = self.request.body(self.body.into()).unwrap();
        let answer = web::service(&self.house.app).oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Came { status: parts.status, headers: parts.headers, text }
    }
}

impl House {
    pub async fn new() -> Self {
        let folder = TempDir::new();
        let clock = Clock::standing_at(BEGINNING.parse::<Timestamp>().unwrap());
        let location = Location::File(folder.join("susd.db"));
        let store = store::setup::open(&location, RootKey::generate(), clock, Kind::Serve).await.unwrap();
        let settings = Settings { origin: "https://susd.example".into(), demo: false };
        let app = App::new(store.clone(), settings).unwrap();
        let (site, other_site) = (make_site(&store, "Aber").await, make_site(&store, "Bryn").await);
        let worker = somebody(&store, "Nia Worker", &[(Role::FamilyWorker, site)]).await;
        let manager = somebody(&store, "Mair Manager", &[(Role::ProgrammeManager, site)]).await;
        let stranger = somebody(&store, "Una Stranger", &[(Role::ProgrammeManager, other_site)]).await;
        Self { store, app, site, other_site, worker, manager, stranger, _folder: folder }
    }

    pub fn call(&self, token: &str, method: &str, path: &str) -> Call<'_> {
        let request = Request::builder().method(method).uri(path);
        let call = Call { house: self, request, body: Vec::new() };
        if token.is_empty() { call } else { call.header("authorization", &format!("Bearer {token}")) }
    }

    pub async fn get(&self, token: &str, path: &str) -> Came {
        self.call(token, "GET", path).send().await
    }

    pub async fn post(&self, token: &str, path: &str, body: &Value) -> Came {
        self.call(token, "POST", path).json(body).send().await
    }

    pub fn forward_days(&self, days: i64) {
        self.store.clock().forward(SignedDuration::from_hours(24 * days));
    }

    /// A referral of one child, as it is sent.
    pub fn referral(&self, forename: &str) -> Value {
        json!({
            "site": self.site.to_string(),
            "people": [{"part": "child", "forename": forename, "surname": "Prys", "birth": "2017-05",
                        "reason": "risk_of_care"}],
        })
    }

    /// Refers a family of one child as the family's worker, and gives what came.
    pub async fn refer(&self, forename: &str) -> Value {
        self.post(&self.worker.token, "/api/v1/referrals", &self.referral(forename)).await.ok(201)
    }

    /// How many referrals the manager of the area sees.
    pub async fn count_referrals(&self) -> usize {
        let listed = self.get(&self.manager.token, "/api/v1/referrals?limit=100").await.ok(200);
        listed["items"].as_array().unwrap().len()
    }

    /// A token of the area, made by its programme manager, for these purposes.
    pub async fn site_token(&self, scopes: &[TokenScope]) -> String {
        let scopes: Scopes = scopes.iter().copied().collect();
        let actor = sign_in(&self.store, self.manager.account).await;
        let site = self.site;
        let permit = self.store.permit(&actor, Action::MakeToken, Object::Site(site)).await.unwrap();
        let made = self.store.write(permit, move |tx| store::token::make_for_site(tx, site, scopes, "a system")).await;
        made.unwrap().secret
    }

    /// Somebody else with a token: a role at the first area.
    pub async fn staff(&self, name: &str, role: Role) -> Somebody {
        somebody(&self.store, name, &[(role, self.site)]).await
    }

    /// A parent of the family with a token, who is a member of it from today.
    pub async fn parent_of(&self, family: FamilyId) -> Somebody {
        let parent = somebody(&self.store, "Rhian Parent", &[(Role::Parent, self.site)]).await;
        let permit = console(&self.store).await;
        let account = parent.account;
        let member = move |tx: &store::Tx| {
            let person = store::family::people(tx, family)?[0].id;
            store::account::standing::add_member(tx, family, person, account, tx.today())
        };
        self.store.write(permit, member).await.unwrap();
        parent
    }
}

/// The permit of the command line, which may see to accounts in the whole house.
async fn console(store: &Store) -> domain::access::Permit {
    store.permit(&Actor::Job("console"), Action::InviteAccount, Object::System).await.unwrap()
}

async fn make_site(store: &Store, name: &str) -> SiteId {
    let permit = store.permit(&Actor::Job("console"), Action::MakeSite, Object::System).await.unwrap();
    let name = name.to_owned();
    let unit = move |tx: &store::Tx| {
        let nation = Key::parse("wales").unwrap();
        let made = |kind| store::site::make_organisation(tx, kind, &name, &name, Some(&nation));
        let authority = AuthorityId::from_uuid(made(Organisation::Authority)?.uuid());
        let charity = made(Organisation::Charity)?;
        let new = NewSite {
            name_en: name.clone(),
            name_cy: name.clone(),
            nation: nation.clone(),
            authority,
            charity,
            wind_down_days: 30,
            places: 4,
        };
        store::site::make(tx, &new)
    };
    let site = store.write(permit, unit).await.unwrap();
    let permit = store.permit(&Actor::Job("console"), Action::RecordAgreement, Object::Site(site)).await.unwrap();
    let agreed = move |tx: &store::Tx| {
        let day = |text: &str| text.parse().unwrap();
        let new = NewAgreement {
            site,
            from: day("2026-01-01"),
            to: day("2027-12-31"),
            review_on: day("2026-12-01"),
            purposes: vec![Text::parse("support").unwrap()],
            categories: Vec::new(),
            signatures: Vec::new(),
        };
        store::agreement::record(tx, &new)
    };
    store.write(permit, agreed).await.unwrap();
    site
}

async fn sign_in(store: &Store, id: AccountId) -> Actor {
    let entered = store::sign_in::start(store, id, Way::Passkey, "a browser").await.unwrap();
    Actor::Account { id, sign_in: entered.id }
}

async fn somebody(store: &Store, name: &str, roles: &[(Role, SiteId)]) -> Somebody {
    let new = NewAccount {
        name: name.to_owned(),
        email: format!("{}@example.org", store::id::fresh(store.now())),
        language: "cy".into(),
        person: None,
    };
    let account = store.write(console(store).await, move |tx| store::account::make(tx, &new)).await.unwrap();
    for (role, site) in roles.iter().copied() {
        let two = [Uuid::from_u128(1), Uuid::from_u128(2)].map(AccountId::from_uuid);
        let given = store.write(console(store).await, move |tx| {
            store::account::role::give(tx, account, role, Some(site), two[0], two[1])
        });
        given.await.unwrap();
    }
    let actor = sign_in(store, account).await;
    let permit = store.permit(&actor, Action::MakeOwnToken, Object::Own).await.unwrap();
    let made = store.write(permit, move |tx| store::token::make_for_person(tx, account, "the test")).await.unwrap();
    Somebody { account, token: made.secret }
}
