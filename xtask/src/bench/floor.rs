//! The floor: the plainest server that could send the same bytes. One prepared statement a page, a sign-in cookie
//! looked up, a template; no permit, no sealing, no journal.

use anyhow::Result;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Html;
use axum::routing::{get, post};
use rusqlite::{Connection, OpenFlags};
use std::fmt::Write;
use std::sync::{Arc, Mutex, mpsc};
use tokio::sync::oneshot;

/// What is written between the parts of a page that come from the database.
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
                conn.prepare_cached("insert into floor_entry (family, at, who, words) values (?1, ?2, 'Nia', ?3)")?
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
    let of = Arc::clone(&floor);
    floor
        .read(&headers, move |conn| {
            let mut page = String::with_capacity(32 * 1024);
            page.push_str(&of.list.before);
            let mut rows = conn.prepare_cached(
                "select id, name, reference, state from floor_family where site = ?1 order by id desc limit 51",
            )?;
            let mut rows = rows.query([1])?;
            while let Some(row) = rows.next()? {
                let text = |at| row.get_ref(at)?.as_str().map_err(|_| rusqlite::Error::InvalidQuery);
                let _ = write!(
                    page,
                    "<tr><th scope=\"row\"><a href=\"/families/{}\">{}</a></th><td>{}</td><td>{}</td></tr>",
                    text(0)?,
                    text(1)?,
                    text(2)?,
                    text(3)?
                );
            }
            page.push_str(&of.list.after);
            Ok(Html(page))
        })
        .await
}

async fn one_family(State(floor): State<Arc<Floor>>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let of = Arc::clone(&floor);
    floor
        .read(&headers, move |conn| {
            let mut page = String::with_capacity(64 * 1024);
            page.push_str(&of.family.before);
            let mut rows = conn.prepare_cached(
                "select at, who, words from floor_entry where family = ?1 order by rowid desc limit 31",
            )?;
            let mut rows = rows.query([id])?;
            while let Some(row) = rows.next()? {
                let text = |at| row.get_ref(at)?.as_str().map_err(|_| rusqlite::Error::InvalidQuery);
                let _ = write!(
                    page,
                    "<li><h3>{}</h3><p>{}</p><p>{}</p></li>",
                    text(0)?,
                    text(1)?,
                    text(2)?
                );
            }
            page.push_str(&of.family.after);
            Ok(Html(page))
        })
        .await
}

async fn add_entry(State(floor): State<Arc<Floor>>, Path(id): Path<String>, body: Bytes) -> StatusCode {
    let (tell, told) = oneshot::channel();
    let words = String::from_utf8_lossy(&body).into_owned();
    let sent = floor.writer.send((id, words, tell)).is_ok();
    if sent && told.await.unwrap_or(false) {
        StatusCode::CREATED
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    }
}
