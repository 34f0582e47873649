//! A load of plain HTTP/1.1 over kept connections, and what it cost the other side.

use anyhow::{Context, Result, bail};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How many connections ask at once.
///
/// Source: performance.md, ratios are taken at 16 connections.
pub const CONNECTIONS: usize = 16;

/// What one round of requests cost.
pub struct Round {
    /// Processor time of the server for each request.
    pub cpu_each: Duration,
    /// How long each request took.
    pub waits: Vec<Duration>,
}

/// Sends every request once, over sixteen connections, and measures the server's processor time.
pub fn round(port: u16, pid: u32, requests: Vec<Vec<u8>>) -> Result<Round> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let count = u32::try_from(requests.len())?;
    let before = processor_time(pid)?;
    let waits = runtime.block_on(all(port, requests))?;
    let cpu = processor_time(pid)?.saturating_sub(before);
    Ok(Round {
        cpu_each: cpu / count,
        waits,
    })
}

async fn all(port: u16, requests: Vec<Vec<u8>>) -> Result<Vec<Duration>> {
    let mut shares: Vec<Vec<Vec<u8>>> = vec![Vec::new(); CONNECTIONS];
    for (at, request) in requests.into_iter().enumerate() {
        shares[at % CONNECTIONS].push(request);
    }
    let local = tokio::task::LocalSet::new();
    local
        .run_until(async move {
            let tasks: Vec<_> = shares
                .into_iter()
                .map(|share| tokio::task::spawn_local(connection(port, share)))
                .collect();
            let mut waits = Vec::new();
            for task in tasks {
                waits.extend(task.await??);
            }
            Ok(waits)
        })
        .await
}

async fn connection(port: u16, requests: Vec<Vec<u8>>) -> Result<Vec<Duration>> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.set_nodelay(true)?;
    let mut waits = Vec::with_capacity(requests.len());
    let mut answer = Vec::with_capacity(64 * 1024);
    for request in requests {
        let began = Instant::now();
        stream.write_all(&request).await?;
        read_answer(&mut stream, &mut answer).await?;
        waits.push(began.elapsed());
        expect_good(&answer, &request)?;
    }
    Ok(waits)
}

fn expect_good(answer: &[u8], request: &[u8]) -> Result<()> {
    let status = answer.get(9..12).unwrap_or_default();
    if matches!(status, b"200" | b"201" | b"303") {
        return Ok(());
    }
    let line =
        |bytes: &[u8]| String::from_utf8_lossy(bytes.split(|b| *b == b'\r').next().unwrap_or_default()).into_owned();
    bail!("{} was answered with {}", line(request), line(answer))
}

/// One request outside the measurement; gives the whole answer.
pub fn once(port: u16, request: &[u8]) -> Result<Vec<u8>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.write_all(request).await?;
        let mut answer = Vec::new();
        read_answer(&mut stream, &mut answer).await?;
        Ok(answer)
    })
}

/// Reads one answer whose length its head says.
async fn read_answer(stream: &mut TcpStream, answer: &mut Vec<u8>) -> Result<()> {
    answer.clear();
    loop {
        if let Some(head) = answer.windows(4).position(|end| end == b"\r\n\r\n") {
            let length = content_length(&answer[..head]);
            while answer.len() < head + 4 + length {
                if stream.read_buf(answer).await? == 0 {
                    bail!("the server hung up in the middle of an answer");
                }
            }
            return Ok(());
        }
        if stream.read_buf(answer).await? == 0 {
            bail!("the server hung up");
        }
    }
}

fn content_length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_lowercase();
    let line = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    line.and_then(|text| text.trim().parse().ok()).unwrap_or_default()
}

/// The processor time a process has used, its own and the system's for it.
pub fn processor_time(pid: u32) -> Result<Duration> {
    // Nanoseconds run by each thread, finer than the ticks of /proc/PID/stat.
    let mut total = 0_u64;
    for thread in std::fs::read_dir(format!("/proc/{pid}/task")).context("reading the server's threads")? {
        let path = thread?.path().join("schedstat");
        let text = std::fs::read_to_string(path).unwrap_or_default();
        total += text
            .split_whitespace()
            .next()
            .and_then(|n| n.parse::<u64>().ok())
            .unwrap_or_default();
    }
    Ok(Duration::from_nanos(total))
}

/// Private memory of a process, in megabytes: what it made itself. The database file is mapped and shared with the
/// page cache, so it does not count.
pub fn private_megabytes(pid: u32) -> Result<f64> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup"))?;
    let kilobytes: u64 = text
        .lines()
        .filter(|line| line.starts_with("Anonymous:"))
        .filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok())
        .sum();
    Ok(f64::from(u32::try_from(kilobytes)?) / 1024.0)
}

/// A GET with a cookie.
pub fn get(path: &str, cookie: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\ncookie: {cookie}\r\n\r\n").into_bytes()
}
