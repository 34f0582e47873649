//! Whoever may not see a record learns nothing of whether it is there: the same page, the same headers, the same
//! statements and the same work.

use crate::referral::{refer, worker};
use crate::support::{Browser, House, Seen, minutes};
use axum::http::StatusCode;
use domain::id::SiteId;
use domain::role::Role;
use rustix::time::{ClockId, clock_gettime};
use std::process::Command;
use std::time::Duration;
use testkit::postgres::{Postgres, StatementLog};

/// How many requests of each kind are compared.
///
/// Source: details.md 12.
const REQUESTS: usize = 2000;
/// How far the medians of their processor time may be apart.
///
/// Source: details.md 12.
const APART_PERCENT: u128 = 5;
/// How often it is measured at most: a machine with other work disturbs one measurement, a difference of ours all.
const TRIES: usize = 3;

/// A record of another site and one that is nowhere, and somebody who may see neither.
struct Refused {
    stranger: Browser,
    /// The address of the record that is somebody else's, and of one like it that is not there.
    pairs: Vec<[String; 2]>,
}

/// Puts the last twelve digits of an id that nobody has at the end of an address.
fn absent(address: &str) -> String {
    format!("{}0123456789ab", &address[..address.len() - 12])
}

async fn refused(house: &House) -> Refused {
    let mut browser = worker(house).await;
    let referral = refer(&mut browser).await;
    let list = browser.get("/families").await;
    let (_, rest) = list.body.split_once("/families/").expect("the worker's own family");
    let family = format!("/families/{}", &rest[..36]);
    // The same family once more, and later, so that two of them may be one.
    house.pass(minutes(11));
    refer(&mut browser).await;
    let manager = house
        .staff("Nia Pritchard", Role::ProgrammeManager, own_site(house).await)
        .await;
    let list = house.signed_in(&manager).await.get("/likeness").await;
    let (_, rest) = list.body.split_once("/likeness/").expect("the pair");
    let likeness = format!("/likeness/{}", &rest[..36]);
    let elsewhere = house.site("Elsewhere").await;
    let stranger = house.staff("A Stranger", Role::ProgrammeManager, elsewhere).await;
    let of_referral = [
        "",
        "/decide",
        "/entry",
        "/withdraw",
        "/ask",
        "/answer",
        "/priority",
        "/tell",
        "/outcome",
        "/sent",
    ]
    .map(|part| (&referral, part));
    let of_family = ["", "/history", "/looked", "/own"].map(|part| (&family, part));
    let of_likeness = ["", "/join", "/move"].map(|part| (&likeness, part));
    let pair = |(address, part): (&String, &str)| [format!("{address}{part}"), format!("{}{part}", absent(address))];
    Refused {
        stranger: house.signed_in(&stranger).await,
        pairs: of_referral
            .into_iter()
            .chain(of_family)
            .chain(of_likeness)
            .map(pair)
            .collect(),
    }
}

/// The area of the worker's own family.
async fn own_site(house: &House) -> SiteId {
    let sites = house.console(store::site::list).await;
    sites[0].id
}

/// The page without what is its own by right: the id that was asked for, and its nonce.
fn without_its_own(seen: &Seen) -> String {
    let id = seen.path.split('/').nth(2).unwrap_or_default();
    let policy = seen.header("content-security-policy");
    let nonce = policy.split("nonce-").nth(1).and_then(|rest| rest.split('\'').next());
    seen.body.replace(id, "ID").replace(nonce.unwrap_or_default(), "NONCE")
}

fn headers(seen: &Seen) -> Vec<(String, String)> {
    let own = |name: &str, value: &str| match name {
        "content-security-policy" => value.len().to_string(),
        _ => value.to_owned(),
    };
    seen.headers
        .iter()
        .map(|(name, value)| {
            (
                name.to_string(),
                own(name.as_str(), &String::from_utf8_lossy(value.as_bytes())),
            )
        })
        .collect()
}

#[tokio::test]
async fn the_page_and_its_headers_are_the_same_for_a_record_of_others_and_one_that_is_not_there() {
    let house = House::serve().await;
    let mut refused = refused(&house).await;
    for [foreign, absent] in &refused.pairs {
        let foreign = refused.stranger.get(foreign).await;
        let absent = refused.stranger.get(absent).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        assert_eq!(absent.status, StatusCode::NOT_FOUND);
        assert_eq!(headers(&foreign), headers(&absent));
        assert_eq!(without_its_own(&foreign), without_its_own(&absent), "{}", foreign.path);
    }
}

/// The name of the test below, and the word that tells it that it runs in a process of its own.
const THE_WORK: &str = "refusal::the_work_is_the_same_for_a_record_of_others_and_one_that_is_not_there";
const ALONE: &str = "SUSD_TEST_ALONE";

/// The processor time of a process is that of all its tests, so that this one runs again in a process of its own:
/// beside others, whatever waits a little longer is also charged for what they do meanwhile.
#[tokio::test]
async fn the_work_is_the_same_for_a_record_of_others_and_one_that_is_not_there() {
    if std::env::var_os(ALONE).is_none() {
        let itself = std::env::current_exe().expect("this program");
        let ran = Command::new(itself)
            .args([THE_WORK, "--exact", "--nocapture"])
            .env(ALONE, "1")
            .output()
            .expect("it starts");
        let said = String::from_utf8_lossy(&ran.stdout);
        assert!(
            ran.status.success() && said.contains("1 passed"),
            "{said}{}",
            String::from_utf8_lossy(&ran.stderr)
        );
        return;
    }
    let house = House::serve().await;
    let mut refused = refused(&house).await;
    for pair in [refused.pairs[0].clone(), refused.pairs[4].clone()] {
        let mut seen: Vec<[Duration; 2]> = Vec::new();
        while seen.len() < TRIES && seen.last().is_none_or(|[foreign, absent]| !is_close(*foreign, *absent)) {
            seen.push(medians(&mut refused.stranger, &pair).await);
        }
        println!("{}: {seen:?}", pair[0]);
        assert!(
            seen.last().is_some_and(|[foreign, absent]| is_close(*foreign, *absent)),
            "{}: for a record of others and for none {seen:?}",
            pair[0]
        );
    }
}

/// The processor time of a request for the one and for the other, in the middle of interleaved requests.
async fn medians(stranger: &mut Browser, pair: &[String; 2]) -> [Duration; 2] {
    let mut spent = [Vec::with_capacity(REQUESTS), Vec::with_capacity(REQUESTS)];
    for round in 0..REQUESTS {
        // Each is asked for first as often as the other.
        for side in [round % 2, 1 - round % 2] {
            let before = processor_time();
            let seen = stranger.get(&pair[side]).await;
            spent[side].push(processor_time().saturating_sub(before));
            assert_eq!(seen.status, StatusCode::NOT_FOUND);
        }
    }
    spent.map(median)
}

fn is_close(one: Duration, other: Duration) -> bool {
    one.abs_diff(other).as_nanos() <= one.min(other).as_nanos() * APART_PERCENT / 100
}

/// The processor time of this process: its requests, and the writer they wait for.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let nanos = u32::try_from(time.tv_nsec).expect("less than a second");
    Duration::new(time.tv_sec.cast_unsigned(), nanos)
}

fn median(mut spent: Vec<Duration>) -> Duration {
    spent.sort_unstable();
    spent[spent.len() / 2]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_statements_are_the_same_for_a_record_of_others_and_one_that_is_not_there() {
    let server = Postgres::start().expect("a server of this test's own, for its log");
    let database = server.database();
    let statements = StatementLog::of(&database).expect("its log can be read");
    let house = House::on_server(database.url()).await;
    let mut refused = refused(&house).await;
    for pair in &refused.pairs {
        let mut ran = Vec::new();
        // The first round is left out: a connection says more when it is new.
        for round in 0..2 {
            for address in pair {
                let mark = statements.mark().expect("the log");
                let seen = refused.stranger.get(address).await;
                assert_eq!(seen.status, StatusCode::NOT_FOUND);
                if round > 0 {
                    ran.push(statements.since(mark).expect("the log"));
                }
            }
        }
        assert!(ran[0].len() > 5, "the statements are seen: {:?}", ran[0]);
        assert_eq!(ran[0], ran[1], "{}", pair[0]);
    }
}
