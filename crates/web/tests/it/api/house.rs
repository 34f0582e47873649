//! A small programme for the tests of the API: two areas, the people who work in them, and their tokens.

use crate::support::{House, Somebody as Known};
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use domain::access::{Action, Actor, Object, Scopes, TokenScope};
use domain::id::{AccountId, FamilyId, SiteId};
use domain::role::Role;
use http_body_util::BodyExt;
use jiff::SignedDuration;
use serde_json::{Value, json};
use store::Store;
use store::sign_in::Way;
use tower::ServiceExt;
use web::App;

/// Somebody with an account and a token of their own.
pub struct Somebody {
    pub account: AccountId,
    pub token: String,
}

/// A programme in which a test calls the API. It is noon on 21 November 2026.
pub struct Programme {
    pub store: Store,
    pub site: SiteId,
    pub other_site: SiteId,
    pub worker: Somebody,
    pub manager: Somebody,
    pub stranger: Somebody,
    app: App,
    house: House,
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
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("the programme of a test works"))
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
        let text = |value: &Value| value.as_str().expect("the programme of a test works").to_owned();
        problem["errors"]
            .as_array()
            .expect("the programme of a test works")
            .iter()
            .map(|e| (text(&e["field"]), text(&e["code"])))
            .collect()
    }
}

/// A call on its way.
pub struct Call<'a> {
    house: &'a Programme,
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
        let request: Request<Body> = self
            .request
            .body(self.body.into())
            .expect("the programme of a test works");
        let answer = web::service(&self.house.app)
            .oneshot(request)
            .await
            .expect("the programme of a test works");
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.expect("the programme of a test works").to_bytes();
        let text = String::from_utf8(bytes.to_vec()).expect("the programme of a test works");
        Came {
            status: parts.status,
            headers: parts.headers,
            text,
        }
    }
}

impl Programme {
    pub async fn new() -> Self {
        let house = House::serve().await;
        let store = house.store.clone();
        let app = App::new(store.clone(), house.settings.clone()).expect("the programme of a test works");
        let (site, other_site) = (house.site("Aber").await, house.site("Bryn").await);
        let worker = staff(&house, "Nia Worker", Role::FamilyWorker, site).await;
        let manager = staff(&house, "Mair Manager", Role::ProgrammeManager, site).await;
        let stranger = staff(&house, "Una Stranger", Role::ProgrammeManager, other_site).await;
        Self {
            store,
            site,
            other_site,
            worker,
            manager,
            stranger,
            app,
            house,
        }
    }

    pub fn call(&self, token: &str, method: &str, path: &str) -> Call<'_> {
        let request = Request::builder().method(method).uri(path);
        let call = Call {
            house: self,
            request,
            body: Vec::new(),
        };
        if token.is_empty() {
            call
        } else {
            call.header("authorization", &format!("Bearer {token}"))
        }
    }

    pub async fn get(&self, token: &str, path: &str) -> Came {
        self.call(token, "GET", path).send().await
    }

    pub async fn post(&self, token: &str, path: &str, body: &Value) -> Came {
        self.call(token, "POST", path).json(body).send().await
    }

    pub fn forward(&self, by: SignedDuration) {
        self.store.clock().forward(by);
    }

    pub fn forward_days(&self, days: i64) {
        self.forward(SignedDuration::from_hours(24 * days));
    }

    /// A referral of one child, as it is sent.
    pub fn referral(&self, forename: &str) -> Value {
        json!({
            "site": self.site.to_string(),
            "people": [{"part": "child", "forename": forename, "surname": "Prys", "birth": "2017-05",
                        "reason": "risk_of_care"}],
            "needs": ["routines"],
        })
    }

    /// Refers a family of one child as the family's worker, and gives what came.
    pub async fn refer(&self, forename: &str) -> Value {
        self.post(&self.worker.token, "/api/v1/referrals", &self.referral(forename))
            .await
            .ok(201)
    }

    /// How many referrals the manager of the area sees.
    pub async fn count_referrals(&self) -> usize {
        let listed = self
            .get(&self.manager.token, "/api/v1/referrals?limit=100")
            .await
            .ok(200);
        listed["items"].as_array().expect("the programme of a test works").len()
    }

    /// Does something in the name of the command line.
    pub async fn console<T: Send + 'static>(
        &self,
        unit: impl Fn(&store::Tx) -> store::Result<T> + Send + Sync + 'static,
    ) -> T {
        self.house.console(unit).await
    }

    /// Both parties agree for the year after as well.
    pub async fn agree_again(&self) {
        self.house.agree_again(self.site).await;
    }

    /// A token of the area, made by its programme manager, for these purposes.
    pub async fn site_token(&self, scopes: &[TokenScope]) -> String {
        let scopes: Scopes = scopes.iter().copied().collect();
        let actor = sign_in(&self.store, self.manager.account).await;
        let site = self.site;
        let permit = self
            .store
            .permit(&actor, Action::MakeToken, Object::Site(site))
            .await
            .expect("the programme of a test works");
        let made = self
            .store
            .write(permit, move |tx| {
                store::token::make_for_site(tx, site, scopes, "a system")
            })
            .await;
        made.expect("the programme of a test works").secret
    }

    /// Another token of somebody's, made today.
    pub async fn token_of(&self, somebody: &Somebody) -> String {
        own_token(&self.house, somebody.account).await
    }

    /// Somebody else with a token, and a role at the first area.
    pub async fn staff(&self, name: &str, role: Role) -> Somebody {
        staff(&self.house, name, role, self.site).await
    }

    /// A parent of the family with a token, who is a member of it from today.
    pub async fn parent_of(&self, family: FamilyId) -> Somebody {
        let parent = self.staff("Rhian Parent", Role::Parent).await;
        let account = parent.account;
        let member = move |tx: &store::Tx| {
            let person = store::family::people(tx, family)?[0].id;
            store::account::standing::add_member(tx, family, person, account, tx.today())
        };
        self.house.console(member).await;
        parent
    }
}

async fn sign_in(store: &Store, id: AccountId) -> Actor {
    let entered = store::sign_in::start(store, id, Way::Passkey, "a browser")
        .await
        .expect("the programme of a test works");
    Actor::Account {
        id,
        sign_in: entered.id,
    }
}

/// Somebody with a role at a site, and a token they made for themselves.
async fn staff(house: &House, name: &str, role: Role, site: SiteId) -> Somebody {
    let Known { id: account, .. } = house.staff(name, role, site).await;
    Somebody {
        account,
        token: own_token(house, account).await,
    }
}

/// A token somebody makes for themselves.
async fn own_token(house: &House, account: AccountId) -> String {
    let actor = sign_in(&house.store, account).await;
    let permit = house
        .store
        .permit(&actor, Action::MakeOwnToken, Object::Own)
        .await
        .expect("the programme of a test works");
    let made = house
        .store
        .write(permit, move |tx| store::token::make_for_person(tx, account, "the test"))
        .await;
    made.expect("the programme of a test works").secret
}
