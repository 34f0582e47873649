//! A browser: it keeps its cookies and says where its forms come from.

use super::html::Form;
use super::seen::Seen;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::http::{Method, header};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http_body_util::BodyExt;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use tower::util::BoxCloneService;
use tower::{Service, ServiceExt};

/// What every caller of the service is, inside: the service and the address it is called from.
#[derive(Clone)]
pub struct Caller {
    service: BoxCloneService<Request, Response, Infallible>,
    /// The address requests come from.
    pub address: SocketAddr,
}

impl Caller {
    /// Sends one request as it is.
    pub async fn send(&self, mut request: Request) -> Seen {
        request.extensions_mut().insert(ConnectInfo(self.address));
        let path = request.uri().to_string();
        let answer = self
            .service
            .clone()
            .oneshot(request)
            .await
            .unwrap_or_else(|never| match never {});
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.expect("a body of ours ends").to_bytes();
        let bytes = body.to_vec();
        let body = String::from_utf8_lossy(&body).into_owned();
        Seen {
            bytes,
            path,
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }
}

/// A browser.
#[derive(Clone)]
pub struct Browser {
    /// What it calls with.
    pub caller: Caller,
    /// The address people type.
    pub origin: String,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    /// A browser that was never at this service.
    pub fn new<S>(service: S, origin: &str) -> Self
    where
        S: Service<Request, Response = Response, Error = Infallible> + Clone + Send + 'static,
        S::Future: Send + 'static,
    {
        let address = SocketAddr::from((Ipv4Addr::new(192, 0, 2, 1), 40_000));
        let caller = Caller {
            service: BoxCloneService::new(service),
            address,
        };
        Self {
            caller,
            origin: origin.to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    /// The same browser, at another address.
    #[must_use]
    pub fn at(mut self, last: u8) -> Self {
        self.caller.address = SocketAddr::from((Ipv4Addr::new(192, 0, 2, last), 40_000));
        self
    }

    /// The name and value of the one cookie, if there is one.
    pub fn cookie(&self) -> Option<(&str, &str)> {
        self.cookies
            .iter()
            .next()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Puts a cookie there, as an attacker or an earlier visit might.
    pub fn keep_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Puts the cookie of a sign-in there.
    pub fn keep_secret(&mut self, secret: &[u8; 32]) {
        let name = if self.origin.starts_with("https") {
            "__Host-susd"
        } else {
            "susd"
        };
        self.keep_cookie(name, &URL_SAFE_NO_PAD.encode(secret));
    }

    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Seen {
        self.send(
            Request::get(path)
                .body(Body::empty())
                .expect("a path of a test is a path"),
        )
        .await
    }

    /// Opens a page and goes on wherever it sends the browser.
    pub async fn visit(&mut self, path: &str) -> Seen {
        let mut seen = self.get(path).await;
        for _ in 0..5 {
            if seen.location().is_empty() {
                break;
            }
            let to = seen.location().to_owned();
            seen = self.get(&to).await;
        }
        seen
    }

    /// Sends a form as the browser would: from a page of the service itself.
    pub async fn submit(&mut self, form: Form) -> Seen {
        let origin = self.origin.clone();
        self.submit_from(form, &[("origin", &origin), ("sec-fetch-site", "same-origin")])
            .await
    }

    /// Sends a form with the headers that say where it comes from.
    pub async fn submit_from(&mut self, form: Form, from: &[(&str, &str)]) -> Seen {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&form.fields)
            .finish();
        let mut request = Request::post(&form.action).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in from {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body)).expect("a form of ours has an address"))
            .await
    }

    /// Sends a form with a file in it, as a browser does: the boxes first, in the order of the page.
    pub async fn submit_file(&mut self, form: Form, name: &str, file_name: &str, bytes: &[u8]) -> Seen {
        let mut body = Vec::new();
        for (name, value) in &form.fields {
            let part = format!("--between\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--between\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
             content-type: text/csv\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--between--\r\n");
        let request = Request::post(&form.action)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=between")
            .header(header::ORIGIN, &self.origin)
            .body(Body::from(body));
        self.send(request.expect("a form of ours has an address")).await
    }

    /// Sends JSON as a script of ours does.
    pub async fn ask(&mut self, path: &str, token: &str, body: &serde_json::Value) -> Seen {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ORIGIN, &self.origin)
            .header("x-csrf", token)
            .body(Body::from(body.to_string()));
        self.send(request.expect("a path of a test is a path")).await
    }

    /// Sends a request with the cookies, and keeps those of the answer.
    pub async fn send(&mut self, mut request: Request) -> Seen {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            let line = cookies.join("; ").parse().expect("our cookies are plain ASCII");
            request.headers_mut().insert(header::COOKIE, line);
        }
        if request.method() == Method::POST {
            let agent = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"
                .parse()
                .expect("plain ASCII");
            request.headers_mut().insert(header::USER_AGENT, agent);
        }
        let seen = self.caller.send(request).await;
        for line in seen.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("our cookies are plain ASCII");
            let (name, value) = line
                .split(';')
                .next()
                .and_then(|pair| pair.split_once('='))
                .expect("a name and a value");
            if value.is_empty() || line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.keep_cookie(name, value);
            }
        }
        seen
    }
}
