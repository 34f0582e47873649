//! The worked example for integrators: every call on the page is made, in its order, and answered as the page says.
//!
//! An id or a reference on the page stands for whatever comes in its place the first time, and for that from then on. A
//! text that ends in … begins so. Fields the page leaves out may be there; a list is whole.

use super::house::{Came, Programme};
use domain::access::TokenScope;
use jiff::SignedDuration;
use jiff::civil::Date;
use serde_json::Value;
use std::collections::BTreeMap;

const PAGE: &str = include_str!("../../../../../docs/api.md");

/// A block of the page that is set as code, or a day on which the story goes on.
enum Piece {
    Block(String),
    Day(Date),
}

fn pieces() -> Vec<Piece> {
    let mut found = Vec::new();
    let mut block: Option<String> = None;
    for line in PAGE.lines() {
        let day = line
            .strip_prefix("<!-- day ")
            .and_then(|rest| rest.strip_suffix(" -->"));
        match (&mut block, line.starts_with("```")) {
            (Some(text), true) => {
                found.push(Piece::Block(std::mem::take(text)));
                block = None;
            }
            (None, true) => block = Some(String::new()),
            (Some(text), false) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, false) => found.extend(day.map(|day| Piece::Day(day.parse().expect("a day")))),
        }
    }
    found
}

/// What stands on the page for what really came.
#[derive(Default)]
struct Bound(BTreeMap<String, String>);

impl Bound {
    fn real(&self, text: &str) -> String {
        let all = self.0.iter();
        all.fold(text.to_owned(), |text, (page, real)| text.replace(page, real))
    }

    /// Holds that what came is what the page says.
    fn compare(&mut self, at: &str, page: &Value, came: &Value) {
        match (page, came) {
            (Value::Object(page), Value::Object(came)) => {
                for (name, value) in page {
                    let inner = came.get(name).unwrap_or_else(|| panic!("{at}: no {name} in {came:?}"));
                    self.compare(&format!("{at}.{name}"), value, inner);
                }
            }
            (Value::Array(page), Value::Array(came)) => {
                assert_eq!(page.len(), came.len(), "{at}: {came:?}");
                for (place, (page, came)) in page.iter().zip(came).enumerate() {
                    self.compare(&format!("{at}[{place}]"), page, came);
                }
            }
            (Value::String(page), Value::String(came)) => self.compare_text(at, page, came),
            _ => assert_eq!(page, came, "{at}"),
        }
    }

    fn compare_text(&mut self, at: &str, page: &str, came: &str) {
        let stands_for = uuid::Uuid::parse_str(page).is_ok() || page.starts_with("R-");
        if let Some(begins) = page.strip_suffix('…') {
            assert!(came.starts_with(begins), "{at}: {came}");
        } else if stands_for {
            let real = self.0.entry(page.to_owned()).or_insert_with(|| came.to_owned());
            assert_eq!(real, came, "{at}");
        } else if page.parse::<jiff::Timestamp>().is_ok() {
            assert!(came.parse::<jiff::Timestamp>().is_ok(), "{at}: {came}");
        } else {
            assert_eq!(page, came, "{at}");
        }
    }

    fn compare_answer(&mut self, call: &str, block: &str, came: &Came) {
        let (head, body) = match block.split_once("\n\n") {
            Some((head, body)) => (head, body),
            None if block.starts_with("HTTP/") => (block, ""),
            None => ("", block),
        };
        let mut head = head.lines();
        let status = head
            .next()
            .map_or("200", |line| line.split(' ').nth(1).expect("a status"));
        assert_eq!(came.status.as_str(), status, "{call}: {}", came.text);
        if came.header("content-type").starts_with("text/") {
            assert_eq!(
                came.text.trim_start_matches('\u{feff}').replace("\r\n", "\n").trim(),
                body.trim(),
                "{call}"
            );
        } else if !body.trim().is_empty() {
            let page: Value = serde_json::from_str(body).unwrap_or_else(|e| panic!("{call}: {e}: {body}"));
            self.compare(call, &page, &came.json());
        }
        for line in head {
            let (name, value) = line.split_once(": ").expect("a header");
            assert_eq!(came.header(&name.to_lowercase()), self.real(value), "{call}: {name}");
        }
    }
}

/// Who the tokens on the page are.
struct Tokens {
    site: String,
    worker: String,
    manager: String,
}

impl Tokens {
    /// New ones, made today.
    async fn of(house: &Programme) -> Self {
        Self {
            site: house.site_token(&[TokenScope::Refer, TokenScope::ReadReferrals]).await,
            worker: house.token_of(&house.worker).await,
            manager: house.token_of(&house.manager).await,
        }
    }

    fn real(&self, value: &str) -> String {
        let all = [
            ("susd_p_worker…", &self.worker),
            ("susd_p_manager…", &self.manager),
            ("susd_s_…", &self.site),
        ];
        all.into_iter()
            .fold(value.to_owned(), |text, (page, real)| text.replace(page, real))
    }
}

async fn made(house: &Programme, tokens: &Tokens, block: &str) -> Came {
    let (head, body) = block.split_once("\n\n").unwrap_or((block, ""));
    let mut head = head.lines();
    let (method, path) = head.next().and_then(|line| line.split_once(' ')).expect("a call");
    let mut call = house.call("", method, path);
    for line in head {
        let (name, value) = line.split_once(": ").expect("a header");
        call = call.header(&name.to_lowercase(), &tokens.real(value));
    }
    call.bare(body.as_bytes()).send().await
}

#[tokio::test]
async fn every_call_of_the_worked_example_is_answered_as_it_says() {
    let house = Programme::new().await;
    let mut tokens = Tokens::of(&house).await;
    let mut today: Date = "2026-11-21".parse().expect("a day");
    house.agree_again().await;
    let mut bound = Bound::default();
    let mut last: Option<(String, Came)> = None;
    let (mut calls, mut answers) = (0, 0);
    for piece in pieces() {
        match piece {
            Piece::Day(day) => {
                let days = day.since(today).expect("days go on").get_days();
                house.forward(SignedDuration::from_hours(24 * i64::from(days)));
                today = day;
                // A token does not hold for ever.
                tokens = Tokens::of(&house).await;
            }
            Piece::Block(block) if block.starts_with("GET /") || block.starts_with("POST /") => {
                let line = block.lines().next().unwrap_or_default().to_owned();
                let came = made(&house, &tokens, &bound.real(&block)).await;
                assert!(
                    !came.status.is_server_error() && came.status != 404,
                    "{line}: {}",
                    came.text
                );
                calls += 1;
                last = Some((line, came));
            }
            Piece::Block(block) => {
                let (line, came) = last.take().unwrap_or_else(|| panic!("an answer to no call: {block}"));
                bound.compare_answer(&line, &block, &came);
                answers += 1;
            }
        }
    }
    assert!(10 < calls && calls == answers, "{calls} calls, {answers} answers");
}
