//! The rows: each in interleaved rounds against its floor, medians of processor time.

use super::data::{self, Data, FAMILIES, SITES, VISITS_EACH};
use super::load::{self, Round, get};
use super::server::Server;
use crate::workspace;
use anyhow::{Context, Result};
use seal::RootKey;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How many rounds each side runs of each row.
const ROUNDS: usize = 7;
/// How many requests one round sends.
const REQUESTS: usize = 2000;

/// A measured row.
pub struct Row {
    /// What was measured.
    pub name: &'static str,
    /// How many requests, or rows of a file.
    pub count: usize,
    /// Processor time: for a request, or for the whole file.
    pub cpu_ms: f64,
    /// Against the floor, or against the bar where there is no floor.
    pub ratio: f64,
    /// The most the ratio may be.
    pub bar: f64,
    /// Half of them took no longer, by the clock.
    pub p50_ms: f64,
    /// Ninety-nine of a hundred took no longer.
    pub p99_ms: f64,
    /// The most private memory.
    pub peak_mb: f64,
}

/// Makes the data, measures every row and prints them. Gives whether every bar was met.
pub fn run(as_json: bool) -> Result<bool> {
    let folder = testkit::TempDir::new();
    let data = folder.path().join("data");
    std::fs::create_dir_all(&data)?;
    let key_file = folder.path().join("root.key");
    let key = RootKey::generate();
    std::fs::write(&key_file, key.to_text().as_str())?;
    private(&key_file)?;
    eprintln!("making {FAMILIES} families with {} visits …", FAMILIES * VISITS_EACH);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let made = runtime.block_on(data::make(&data, &key))?;
    drop(runtime);
    let susd = workspace::target_folder()?.join("release").join("susd");
    floor_tables(&susd, &data, &key_file, &made)?;
    let bench = Bench {
        susd,
        data,
        key_file,
        made,
        keep: folder.path().to_owned(),
        today: {
            let today = store::clock::london_day(store::Clock::System.now());
            (today.year(), today.month(), today.day())
        },
    };
    let mut rows = vec![bench.list()?, bench.family()?, bench.write()?];
    let server = bench.server()?;
    let start = server.start;
    drop(server);
    let light = rows.iter().all(|row| row.peak_mb <= 60.0);
    rows.extend(super::import::rows(
        &bench.susd,
        &bench.data,
        &bench.key_file,
        data::FIRST_SITE,
    )?);
    rows.extend(super::report::rows()?);
    report(&rows, start, as_json);
    let met = light && rows.iter().all(|row| row.ratio <= row.bar);
    Ok(met && start <= Duration::from_millis(300))
}

struct Bench {
    susd: PathBuf,
    data: PathBuf,
    key_file: PathBuf,
    made: Data,
    keep: PathBuf,
    /// The day the data ends: year, month, day.
    today: (i16, i8, i8),
}

impl Bench {
    fn server(&self) -> Result<Server> {
        Server::susd(&self.susd, &self.data, &self.key_file)
    }

    /// Both sides of a row in turn, on a fresh copy of the data, so that no row meets what another left.
    fn row(
        &self,
        name: &'static str,
        bar: f64,
        ours: impl Fn(usize) -> Vec<Vec<u8>>,
        floor: impl Fn(usize) -> Vec<Vec<u8>>,
    ) -> Result<Row> {
        let copy = self.keep.join(format!("copy {name}"));
        std::fs::create_dir_all(&copy)?;
        for file in ["susd.db", "floor.db"] {
            std::fs::copy(self.data.join(file), copy.join(file))?;
        }
        let susd = Server::susd(&self.susd, &copy, &self.key_file)?;
        let plain = Server::floor(&copy.join("floor.db"))?;
        let size = |server: &Server, request: &[u8]| load::once(server.port, request).map(|answer| answer.len());
        eprintln!(
            "{name}: {} bytes against {} bytes",
            size(&susd, &ours(0)[0])?,
            size(&plain, &floor(0)[0])?
        );
        load::round(susd.port, susd.pid(), ours(0))?;
        load::round(plain.port, plain.pid(), floor(0))?;
        let (mut own, mut least) = (Vec::new(), Vec::new());
        for round in 1..=ROUNDS {
            least.push(load::round(plain.port, plain.pid(), floor(round))?);
            own.push(load::round(susd.port, susd.pid(), ours(round))?);
        }
        let (cpu, floor_cpu) = (median_cpu(&own), median_cpu(&least));
        let mut waits: Vec<Duration> = own.iter().flat_map(|round| round.waits.iter().copied()).collect();
        waits.sort_unstable();
        let wait = |share: usize| milliseconds(waits[(waits.len() - 1) * share / 100]);
        eprintln!(
            "{name}: {:.4} ms against {:.4} ms",
            milliseconds(cpu),
            milliseconds(floor_cpu)
        );
        Ok(Row {
            name,
            count: waits.len(),
            cpu_ms: milliseconds(cpu),
            ratio: cpu.as_secs_f64() / floor_cpu.as_secs_f64(),
            bar,
            p50_ms: wait(50),
            p99_ms: wait(99),
            peak_mb: load::private_megabytes(susd.pid())?,
        })
    }

    fn list(&self) -> Result<Row> {
        let cookie = |round: usize| data::cookie(&self.made.secrets[0][round]);
        // With its one journal entry. Source: performance.md 1.
        self.row(
            "list",
            3.5,
            |round| vec![get("/families", &cookie(round)); REQUESTS],
            |_| vec![get("/families", "floor"); REQUESTS],
        )
    }

    fn family(&self) -> Result<Row> {
        let pick = |round: usize, at: usize| {
            let made = &self.made.families[at % FAMILIES];
            get(
                &format!("/families/{}", made.family),
                &data::cookie(&self.made.secrets[made.site][round]),
            )
        };
        let plain = |at: usize| {
            get(
                &format!("/families/{}", self.made.families[at % FAMILIES].family),
                "floor",
            )
        };
        self.row(
            "family page",
            3.0,
            |round| (0..REQUESTS).map(|at| pick(round, at)).collect(),
            |_| (0..REQUESTS).map(plain).collect(),
        )
    }

    fn write(&self) -> Result<Row> {
        let supported = self.made.families.iter().filter_map(|made| Some((made, made.carer?)));
        let supported: Vec<_> = supported.collect();
        let ours = |round: usize, at: usize| {
            let (made, carer) = supported[at % supported.len()];
            let secret = &self.made.carers[carer][round];
            let words = data::note(at).replace(' ', "+").replace(',', "%2C").replace(':', "%3A");
            let (year, month, day) = self.today;
            let body = format!(
                "csrf={}&once={round}-{at}&kind=home_routines&outcome=done&place=home&on_day={day}&on_month={month}\
                 &on_year={year}&minutes=60&happened={words}",
                data::form_token(secret)
            );
            form(
                &format!("/families/{}/sessions/write", made.family),
                &data::cookie(secret),
                &body,
            )
        };
        let plain = |at: usize| {
            let (made, _) = supported[at % supported.len()];
            form(&format!("/entries/{}", made.family), "floor", &data::note(at))
        };
        self.row(
            "write session",
            3.5,
            |round| (0..REQUESTS).map(|at| ours(round, at)).collect(),
            |_| (0..REQUESTS).map(plain).collect(),
        )
    }
}

/// A form posted from one of our own pages.
fn form(path: &str, cookie: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\norigin: https://localhost\r\nsec-fetch-site: same-origin\r\n\
         cookie: {cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// The floor's plain tables, and frames cut from real pages so that both sides send the same bytes.
fn floor_tables(susd: &Path, data: &Path, key: &Path, made: &Data) -> Result<()> {
    let server = Server::susd(susd, data, key)?;
    let page = |path: &str, site: usize| -> Result<String> {
        let answer = load::once(server.port, &get(path, &data::cookie(&made.secrets[site][0])))?;
        let text = String::from_utf8_lossy(&answer).into_owned();
        Ok(text
            .split_once("\r\n\r\n")
            .context("an answer has a head")?
            .1
            .to_owned())
    };
    let first = &made.families[0];
    let list = cut(&page("/families", 0)?, "<tbody>", "</tbody>")?;
    let family = cut(
        &page(&format!("/families/{}", first.family), first.site)?,
        "<ol class=\"time\">",
        "</ol>",
    )?;
    drop(server);
    let conn = rusqlite::Connection::open(data.join("floor.db"))?;
    conn.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full;
         create table floor_frame (name text, part text, html text);
         create table floor_sign_in (cookie text primary key);
         create table floor_family (id text primary key, site integer, name text, reference text, state text);
         create index floor_family_site on floor_family (site, id);
         create table floor_entry (id text, family text, at text, who text, words text);
         create index floor_entry_family on floor_entry (family);
         insert into floor_sign_in values ('floor');
         begin;",
    )?;
    for (name, (before, after)) in [("list", list), ("family", family)] {
        conn.execute("insert into floor_frame values (?1, 'before', ?2)", (name, before))?;
        conn.execute("insert into floor_frame values (?1, 'after', ?2)", (name, after))?;
    }
    for (at, one) in made.families.iter().enumerate() {
        let site = if one.site == 0 {
            1
        } else {
            i64::try_from(SITES + one.site)?
        };
        let id = one.family.to_string();
        conn.execute(
            "insert into floor_family values (?1, ?2, ?3, 'F-7K3M2QX-9', 'Waiting for a decision')",
            (&id, site, format!("Surname{at}")),
        )?;
    }
    // Visit by visit over all families, as on our side.
    for entry in 0..VISITS_EACH {
        for (at, one) in made.families.iter().enumerate() {
            let words = data::note(at * VISITS_EACH + entry);
            conn.execute(
                "insert into floor_entry values (?1, ?1, 'Monday 2 February 2026, 3:30pm, 60 minutes', 'Manager 0', ?2)",
                (one.family.to_string(), words),
            )?;
        }
    }
    conn.execute_batch("commit; pragma wal_checkpoint(truncate);")?;
    Ok(())
}

fn cut(page: &str, from: &str, to: &str) -> Result<(String, String)> {
    let start = page.find(from).with_context(|| format!("a page has {from}"))? + from.len();
    let end = page.rfind(to).with_context(|| format!("a page has {to}"))?;
    Ok((page[..start].to_owned(), page[end..].to_owned()))
}

fn median_cpu(rounds: &[Round]) -> Duration {
    let mut each: Vec<Duration> = rounds.iter().map(|round| round.cpu_each).collect();
    each.sort_unstable();
    each[each.len() / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn report(rows: &[Row], start: Duration, as_json: bool) {
    let start = milliseconds(start);
    if as_json {
        let mut all: Vec<_> = rows
            .iter()
            .map(|row| {
                json!({"row": row.name, "n": row.count, "cpu_ms": row.cpu_ms, "ratio": row.ratio,
                    "p50_ms": row.p50_ms, "p99_ms": row.p99_ms, "peak_mb": row.peak_mb})
            })
            .collect();
        all.push(
            json!({"row": "start", "n": 1, "cpu_ms": null, "ratio": null, "p50_ms": start, "p99_ms": start,
            "peak_mb": null}),
        );
        println!("{}", serde_json::Value::Array(all));
        return;
    }
    println!(
        "{:<14} {:>7} {:>9} {:>7} {:>6} {:>8} {:>8} {:>8}",
        "row", "n", "CPU ms", "ratio", "bar", "p50", "p99", "MB"
    );
    for row in rows {
        println!(
            "{:<14} {:>7} {:>9.4} {:>7.2} {:>6.1} {:>8.2} {:>8.2} {:>8.1}",
            row.name, row.count, row.cpu_ms, row.ratio, row.bar, row.p50_ms, row.p99_ms, row.peak_mb
        );
    }
    println!("start to first answer, data present: {start:.0} ms (bar 300)");
}

#[cfg(unix)]
fn private(file: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))?)
}
