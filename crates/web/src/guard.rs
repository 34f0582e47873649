//! Before a form is read: does it come from a page of ours? And what the service counts of itself.

use crate::App;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderMap, Method, header};
use axum::response::Response;
use std::time::Instant;

/// Whether a request may go on: what another site made a browser send may not. Calls with a token carry no cookie and
/// are not forms.
pub(crate) fn lets_in(app: &App, path: &str, request: &Request) -> bool {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let api = path.starts_with("/api/");
    safe || api || is_ours(request.headers(), app.origin())
}

/// Whether a browser says that the request comes from our own pages.
///
/// `Sec-Fetch-Site` is believed where it is sent; older browsers send `Origin` with every form. One that sends neither
/// is refused: no browser people use does that.
fn is_ours(headers: &HeaderMap, origin: &str) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let same_origin = said(header::ORIGIN.as_str()).map(|sent| sent == origin);
    match said("sec-fetch-site") {
        Some("same-origin") => same_origin.unwrap_or(true),
        Some(_) => false,
        None => same_origin.unwrap_or(false),
    }
}

/// One answer, to be counted by route and status with how long it took: no path with an id, no name, no address.
pub(crate) struct Counted {
    route: String,
    began: Instant,
}

impl Counted {
    /// Begins with a request.
    pub fn begin(request: &Request) -> Self {
        let route = request.extensions().get::<MatchedPath>();
        Self {
            route: route.map_or("none".to_owned(), |path| path.as_str().to_owned()),
            began: Instant::now(),
        }
    }

    /// Ends with its answer.
    pub fn end(self, answer: &Response) {
        let status = answer.status().as_u16().to_string();
        let seconds = self.began.elapsed().as_secs_f64();
        metrics::counter!("susd_answers_total", "route" => self.route.clone(), "status" => status).increment(1);
        metrics::histogram!("susd_answer_seconds", "route" => self.route).record(seconds);
    }
}

#[cfg(test)]
mod tests {
    use super::is_ours;
    use axum::http::{HeaderMap, HeaderValue};

    fn from(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        is_ours(&headers, "https://susd.example")
    }

    #[test]
    fn only_a_form_from_our_own_pages_is_taken() {
        assert!(from(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://susd.example")
        ]));
        assert!(from(&[("sec-fetch-site", "same-origin")]));
        assert!(from(&[("origin", "https://susd.example")]));
        for foreign in [
            &[][..],
            &[("origin", "null")],
            &[("origin", "https://susd.example.evil.example")],
            &[("origin", "http://susd.example")],
            &[("sec-fetch-site", "cross-site"), ("origin", "https://susd.example")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[("sec-fetch-site", "same-origin"), ("origin", "https://other.example")],
        ] {
            assert!(!from(foreign), "{foreign:?}");
        }
    }
}
