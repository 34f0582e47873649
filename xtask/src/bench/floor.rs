//! The floor: the plainest server that could send the same bytes. One prepared statement a page, a sign-in cookie
//! looked up, a template; no permit, no sealing, no journal.

use anyhow::Result;
use askama::Template;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Html;
use axum::routing::{get, post};
use rusqlite::{Connection, OpenFlags};
use std::sync::{Arc, Mutex, mpsc};
use tokio::sync::oneshot;

/// The list, with what comes from the database put into a page that is there.
#[derive(Template)]
#[template(
    source = "{{ before|safe }}{% for (id, name, reference, state) in rows %}\n<tr><th scope=\"row\">\
        <a href=\"/families/{{ id }}\">{{ name }}</a></th><td data-label=\"Reference\" class=\"whole\">{{ reference }}</td>\
        <td data-label=\"State\"><span class=\"tag warm\">{{ state }}</span></td></tr>\n\
        {% endfor %}{{ after|safe }}",
    ext = "html"
)]
struct List<'a> {
    before: &'a str,
    rows: Vec<(String, String, String, String)>,
    after: &'a str,
}

/// One family with its last entries, likewise.
#[derive(Template)]
#[template(
    source = "{{ before|safe }}{% for (id, at, who, words) in rows %}\n<li class=\"visit\">\n<h3>Home routines</h3>\n\
        <p class=\"when\">{{ at }} · {{ who }}</p>\n<p>{{ words }}</p>\n\n\n\n<p><a class=\"on-from\" href=\"/sessions/{{ id }}\">\
        Read it<span class=\"vh\">: Home routines</span></a></p>\n</li>\n{% endfor %}{{ after|safe }}",
    ext = "html"
)]
struct Family<'a> {
    before: &'a str,
    rows: Vec<(String, String, String, String)>,
    after: &'a str,
}

/// What stands before and after the rows.
struct Frame {
    before: String,
    after: String,
}

struct Floor {
    readers: Mutex<Vec<Connection>>,
    writer: mpsc::Sender<(String, String, oneshot::Sender<bool>)>,
    list: Frame,
    family: Frame,
}

/// Serves until it is ended.
#[expect(
    clippy::disallowed_methods,
    reason = "the floor has no permits: that is what it is measured for"
)]
pub fn serve(database: &str, port: &str) -> Result<()> {
    let open = |flags| -> Result<Connection> {
        let conn = Connection::open_with_flags(database, flags)?;
        conn.execute_batch("pragma busy_timeout = 10000; pragma synchronous = full; pragma mmap_size = 268435456;")?;
        Ok(conn)
    };
    let readers = (0..super::load::CONNECTIONS)
        .map(|_| open(OpenFlags::SQLITE_OPEN_READ_ONLY))
        .collect::<Result<Vec<_>>>()?;
    let writer = open(OpenFlags::default())?;
    let (sender, jobs) = mpsc::channel();
    std::thread::spawn(move || write_loop(&writer, &jobs));
    let frame = |name: &str| -> Result<Frame> {
        let [before, after] = ["before", "after"].map(|end| {
            readers[0].query_row(
                "select html from floor_frame where name = ?1 and part = ?2",
                [name, end],
                |r| r.get(0),
            )
        });
        Ok(Frame {
            before: before?,
            after: after?,
        })
    };
    let (list, family) = (frame("list")?, frame("family")?);
    let floor = Arc::new(Floor {
        readers: Mutex::new(readers),
        writer: sender,
        list,
        family,
    });
    let router = Router::new()
        .route("/families", get(families))
        .route("/families/{id}", get(one_family))
        .route("/entries/{id}", post(add_entry))
        .with_state(floor);
    let port: u16 = port.parse()?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        axum::serve(listener, router).await?;
        Ok(())
    })
}

/// Commits what has come in since the last commit, all at once.
fn write_loop(conn: &Connection, jobs: &mpsc::Receiver<(String, String, oneshot::Sender<bool>)>) {
    while let Ok(first) = jobs.recv() {
        let batch: Vec<_> = std::iter::once(first).chain(jobs.try_iter()).collect();
        let done = (|| -> rusqlite::Result<()> {
            conn.prepare_cached("begin immediate")?.execute([])?;
            for (family, words, _) in &batch {
                conn.prepare_cached(
                    "insert into floor_entry (id, family, at, who, words) values (?1, ?1, ?2, 'Nia', ?3)",
                )?
                .execute((family, "2026-11-21", words))?;
            }
            conn.prepare_cached("commit")?.execute([])?;
            Ok(())
        })();
        for (.., tell) in batch {
            let _ = tell.send(done.is_ok());
        }
    }
}

type Answer = Result<Html<String>, StatusCode>;

impl Floor {
    async fn read<T: Send + 'static>(
        self: &Arc<Self>,
        headers: &HeaderMap,
        f: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StatusCode> {
        let cookie = headers
            .get(header::COOKIE)
            .and_then(|c| c.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        let floor = Arc::clone(self);
        let work = move || {
            let conn = floor.readers.lock().map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?.pop();
            let conn = conn.ok_or(StatusCode::SERVICE_UNAVAILABLE)?;
            let known = conn
                .prepare_cached("select count(*) from floor_sign_in where cookie = ?1")
                .and_then(|mut s| s.query_row([cookie], |row| row.get::<_, i64>(0)));
            let answer = f(&conn);
            floor
                .readers
                .lock()
                .map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?
                .push(conn);
            if known == Ok(1) {
                answer.map_err(|_| StatusCode::NOT_FOUND)
            } else {
                Err(StatusCode::FORBIDDEN)
            }
        };
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?
    }
}

async fn families(State(floor): State<Arc<Floor>>, headers: HeaderMap) -> Answer {
    let sql = "select id, name, reference, state from floor_family where site = ?1 order by id desc limit 50";
    let rows = floor.read(&headers, move |conn| {
        let mut statement = conn.prepare_cached(sql)?;
        let rows = statement.query_map([1], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        rows.collect()
    });
    let Frame { before, after } = &floor.list;
    let rows = rows.await?;
    page(&List { before, rows, after })
}

async fn one_family(State(floor): State<Arc<Floor>>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let sql = "select id, at, who, words from floor_entry where family = ?1 order by rowid desc limit 30";
    let rows = floor.read(&headers, move |conn| {
        let mut statement = conn.prepare_cached(sql)?;
        let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        rows.collect()
    });
    let Frame { before, after } = &floor.family;
    let rows = rows.await?;
    page(&Family { before, rows, after })
}

fn page(template: &impl Template) -> Answer {
    template
        .render()
        .map(Html)
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

async fn add_entry(
    State(floor): State<Arc<Floor>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, StatusCode> {
    floor.read(&headers, |_| Ok(())).await?;
    let (tell, told) = oneshot::channel();
    let words = String::from_utf8_lossy(&body).into_owned();
    let sent = floor.writer.send((id, words, tell)).is_ok();
    if sent && told.await.unwrap_or(false) {
        Ok(StatusCode::CREATED)
    } else {
        Err(StatusCode::SERVICE_UNAVAILABLE)
    }
}
