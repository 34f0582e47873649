//! One request: who it is, in which language, and what its page needs.

use crate::App;
use crate::cookie::form_token;
use crate::error::PageError;
use crate::guard::{Counted, lets_in};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use domain::access::Actor;
use domain::id::AccountId;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;
use store::sign_in::{Found, SignedIn};
use words::{Lang, Words};

/// One request, as every page sees it.
#[derive(Clone)]
pub struct Visit(Arc<Arrived>);

/// What is known of a request.
#[derive(Clone)]
pub struct Arrived {
    /// The language in its address.
    pub lang: Lang,
    /// Its path, without the language.
    pub path: String,
    /// Its query, as sent.
    pub query: String,
    /// Who is signed in.
    pub who: Option<SignedIn>,
    /// Whose sign-in has ended since, if that is what the cookie was.
    pub ended: Option<AccountId>,
    /// The token its forms carry.
    pub csrf: String,
    /// The secret to give the browser when it had none.
    pub new_secret: Option<[u8; 32]>,
    /// The nonce of this page's scripts.
    pub nonce: String,
    /// Where it came from, for throttling only.
    pub address: String,
    /// What the browser says it is, for the person's own list of sign-ins.
    pub device: String,
}

impl std::ops::Deref for Visit {
    type Target = Arrived;
    fn deref(&self) -> &Arrived {
        &self.0
    }
}

impl Visit {
    /// The sentences, in this request's language.
    pub fn w(&self) -> Words {
        Words::new(self.lang)
    }

    /// The same request as somebody reads it in another language: for papers, which are made in their reader's.
    #[must_use]
    pub fn read_in(&self, lang: Lang) -> Self {
        Self(Arc::new(Arrived {
            lang,
            ..Arrived::clone(self)
        }))
    }

    /// Who asks, for permits.
    pub fn actor(&self) -> Actor {
        self.who.as_ref().map_or(Actor::Public, |who| Actor::Account {
            id: who.account,
            sign_in: who.id,
        })
    }

    /// The account signed in.
    ///
    /// # Errors
    /// Nobody is: they are asked to sign in.
    pub fn account(&self) -> Result<&SignedIn, PageError> {
        self.who.as_ref().ok_or(PageError::SignIn)
    }

    /// Takes what came with a token only when it is the one its own cookie gives.
    ///
    /// # Errors
    /// It came from elsewhere, or there is no cookie it could have come from.
    pub fn is_ours(&self, token: &str) -> Result<(), PageError> {
        let ours = !self.csrf.is_empty() && seal::equal(token.as_bytes(), self.csrf.as_bytes());
        if ours { Ok(()) } else { Err(PageError::NotOurForm) }
    }

    /// An address of ours in this request's language.
    pub fn href(&self, path: &str) -> String {
        in_language(self.lang, path)
    }

    /// One value of the query, decoded.
    pub fn query_value(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.query.as_bytes())
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.into_owned())
    }
}

/// A path of ours in a language: English as it is, others under their tag.
pub fn in_language(lang: Lang, path: &str) -> String {
    if lang == Lang::En {
        return path.to_owned();
    }
    format!("/{}{path}", lang.tag())
}

/// The language an address is in; it was taken off before the address was looked up.
#[derive(Clone, Copy)]
struct Tongue(Lang);

/// Takes the language off the front of an address, so that every page has one route.
pub fn take_language(mut request: Request) -> Request {
    let uri = request.uri().clone();
    let (lang, rest) = split_language(uri.path());
    request.extensions_mut().insert(Tongue(lang));
    if lang != Lang::En {
        let query = uri.query().map(|q| format!("?{q}")).unwrap_or_default();
        if let Ok(plain) = Uri::try_from(format!("{rest}{query}")) {
            *request.uri_mut() = plain;
        }
    }
    request
}

fn split_language(path: &str) -> (Lang, &str) {
    for lang in Lang::ALL.iter().copied().filter(|lang| *lang != Lang::En) {
        let Some(rest) = path.strip_prefix('/').and_then(|p| p.strip_prefix(lang.tag())) else {
            continue;
        };
        if rest.is_empty() {
            return (lang, "/");
        }
        if rest.starts_with('/') {
            return (lang, rest);
        }
    }
    (Lang::En, path)
}

/// Around every page: finds out who it is, once, before it runs, and makes its answer ready to leave.
pub async fn arrive(State(app): State<App>, request: Request, next: Next) -> Response {
    let counted = Counted::begin(&request);
    let store = app.store().clone();
    // A form is read as fast as its sender sends it; nobody's page waits for that.
    let one_snapshot = request.method() == Method::GET;
    let ((visit, answer), noted) = store.answer(one_snapshot, visit(&app, request, next)).await;
    // What was opened and could not be noted was not opened.
    let answer = noted.map_or_else(|error| PageError::from(error).into_response(), |()| answer);
    let answer = crate::wrong::finish(&app, &visit, answer);
    counted.end(&answer);
    answer
}

async fn visit(app: &App, mut request: Request, next: Next) -> (Visit, Response) {
    let nobody = nobody(app, &request);
    let secret = app.jar().read(request.headers());
    let arrived = match look(app, nobody, secret).await {
        Ok(arrived) => arrived,
        Err((nobody, error)) => return (Visit(Arc::new(nobody)), PageError::from(error).into_response()),
    };
    let visit = Visit(Arc::new(arrived));
    if !lets_in(app, &visit.path, &request) {
        return (visit, PageError::NotOurForm.into_response());
    }
    request.extensions_mut().insert(visit.clone());
    let answer = next.run(request).await;
    (visit, answer)
}

fn nobody(app: &App, request: &Request) -> Arrived {
    let lang = request.extensions().get::<Tongue>().map_or(Lang::En, |t| t.0);
    Arrived {
        lang,
        path: request.uri().path().to_owned(),
        query: request.uri().query().unwrap_or_default().to_owned(),
        who: None,
        ended: None,
        csrf: String::new(),
        new_secret: None,
        nonce: STANDARD_NO_PAD.encode(seal::random::<16>()),
        address: address(request, app.proxy()),
        device: device(request.headers()),
    }
}

async fn look(app: &App, nobody: Arrived, secret: Option<[u8; 32]>) -> Result<Arrived, (Arrived, store::Error)> {
    let mut arrived = nobody;
    let knows_nobody = ["/assets/", "/health/", "/api/"]
        .iter()
        .any(|start| arrived.path.starts_with(start));
    if knows_nobody {
        return Ok(arrived);
    }
    if let Some(secret) = &secret {
        match store::sign_in::find(app.store(), secret).await {
            Ok(Found::SignedIn(who)) => arrived.who = Some(who),
            Ok(Found::Ended(account)) => arrived.ended = Some(account),
            Ok(Found::Unknown) => {}
            Err(error) => return Err((arrived, error)),
        }
    }
    let secret = secret.unwrap_or_else(|| {
        let fresh = seal::random();
        arrived.new_secret = Some(fresh);
        fresh
    });
    arrived.csrf = form_token(&secret);
    Ok(arrived)
}

/// The address of the other side, as the connection has it. A header that anybody can write is not believed, except from
/// the one machine in front of us, and of what that says only the last word: the others came with the request.
fn address(request: &Request, proxy: Option<IpAddr>) -> String {
    let peer = request.extensions().get::<axum::extract::ConnectInfo<SocketAddr>>();
    let Some(peer) = peer.map(|info| info.0.ip().to_canonical()) else {
        return "unknown".into();
    };
    let said = || {
        let last = request.headers().get_all("x-forwarded-for").iter().next_back()?;
        let last = last.to_str().ok()?.rsplit(',').next()?.trim();
        last.parse::<IpAddr>().ok()
    };
    let from = proxy.filter(|proxy| *proxy == peer).and_then(|_| said());
    from.unwrap_or(peer).to_canonical().to_string()
}

/// What kind of browser it is, short enough to recognise in a list.
fn device(headers: &HeaderMap) -> String {
    let agent = headers
        .get("user-agent")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let first = |names: &[&'static str]| names.iter().find(|name| agent.contains(**name)).copied();
    let browser = first(&["Firefox", "Edg", "OPR", "Chrome", "Safari"]).unwrap_or_default();
    let system = first(&["Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux"]).unwrap_or_default();
    let browser = if browser == "Edg" { "Edge" } else { browser };
    match (browser, system) {
        ("", "") => String::new(),
        ("", one) | (one, "") => one.to_owned(),
        (browser, system) => format!("{browser}, {system}"),
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts
            .extensions
            .get::<Self>()
            .cloned()
            .expect("every route is inside the layer that makes the visit"))
    }
}

/// The id in an address. One that is no id gets the same answer as one that is nobody's.
pub struct At<T>(pub T);

impl<S: Send + Sync, T: FromStr + Send> FromRequestParts<S> for At<T> {
    type Rejection = PageError;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let path = axum::extract::Path::<String>::from_request_parts(parts, state).await;
        let axum::extract::Path(text) = path.map_err(|_| PageError::NotFound)?;
        text.parse().map(Self).map_err(|_| PageError::Refused)
    }
}

/// A record named in the path, and one of its own named after it.
#[derive(Clone, Copy, Debug)]
pub struct Under<A, B>(pub A, pub B);

impl<S: Send + Sync, A: FromStr + Send, B: FromStr + Send> FromRequestParts<S> for Under<A, B> {
    type Rejection = PageError;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let path = axum::extract::Path::<(String, String)>::from_request_parts(parts, state).await;
        let axum::extract::Path((one, other)) = path.map_err(|_| PageError::NotFound)?;
        let one = one.parse().map_err(|_| PageError::Refused)?;
        Ok(Self(one, other.parse().map_err(|_| PageError::Refused)?))
    }
}

#[cfg(test)]
mod tests {
    use super::address;
    use axum::body::Body;
    use axum::extract::{ConnectInfo, Request};
    use std::net::SocketAddr;

    /// Where a request comes from, with these lines of `X-Forwarded-For`.
    fn from(peer: &str, said: &[&str], proxy: Option<&str>) -> String {
        let mut request = Request::builder();
        for line in said {
            request = request.header("x-forwarded-for", *line);
        }
        let mut request = request.body(Body::empty()).unwrap();
        let peer: SocketAddr = peer.parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        address(&request, proxy.map(|proxy| proxy.parse().unwrap()))
    }

    #[test]
    fn only_the_machine_in_front_is_believed_and_only_its_own_word() {
        let proxy = Some("127.0.0.1");
        let said = ["198.51.100.7, 203.0.113.9"];
        assert_eq!(from("127.0.0.1:4000", &said, proxy), "203.0.113.9");
        assert_eq!(from("[::ffff:127.0.0.1]:4000", &said, proxy), "203.0.113.9");
        assert_eq!(
            from("127.0.0.1:4000", &["198.51.100.7", "2001:db8::9"], proxy),
            "2001:db8::9"
        );
        assert_eq!(from("192.0.2.5:4000", &said, proxy), "192.0.2.5");
        assert_eq!(from("127.0.0.1:4000", &said, None), "127.0.0.1");
        for nothing in [&[][..], &["unknown"], &["203.0.113.9, "]] {
            assert_eq!(from("127.0.0.1:4000", nothing, proxy), "127.0.0.1");
        }
    }
}
