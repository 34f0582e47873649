//! A file of 100,000 messy rows: read with every error named, and taken in whole, each by the program itself.

use super::rows::Row;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How many rows the file has.
///
/// Source: performance.md 5.
const ROWS: usize = 100_000;

/// The most processor time for reading and checking, in milliseconds.
///
/// Source: performance.md 5.
const READ_MS_MAX: f64 = 500.0;

/// The most processor time for finding duplicates, sealing and storing, in milliseconds.
///
/// Source: performance.md 5.
const STORE_MS_MAX: f64 = 30_000.0;

/// How often the file is read; the median counts.
///
/// Assumption: 5. A machine that gives out memory for the first time may take as long for that as for the reading.
const READS: usize = 5;

/// Ticks of the kernel's clock in a second, as `/proc` counts them on every machine we build for.
const TICKS_A_SECOND: f64 = 100.0;

/// Both rows, on a copy of the bench's database; the ratio of each is to its bar.
pub fn rows(susd: &Path, data: &Path, key: &Path, site: &str) -> Result<[Row; 2]> {
    let file = data.join("rows.csv");
    std::fs::write(&file, super::messy::file(ROWS)?)?;
    let run = |more: &[&str]| {
        let mut command = Command::new(susd);
        command.args(["import", "referrals"]).arg(&file).args(["--site", site]);
        command.arg("--data").arg(data).arg("--key").arg(key).args(more);
        measured(command)
    };
    // What starting the program and opening the database costs is no part of reading a file.
    let mut nothing = Command::new(susd);
    nothing.arg("check").arg("--data").arg(data).arg("--key").arg(key);
    let (start, _, _) = measured(nothing)?;
    let mut reads: Vec<(f64, Duration, f64)> = (0..READS).map(|_| run(&["--dry-run"])).collect::<Result<_>>()?;
    reads.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (read, read_wall, read_mb) = reads[READS / 2];
    let (all, all_wall, all_mb) = run(&[])?;
    let row = |name, cpu: f64, bar: f64, wall: Duration, peak_mb| Row {
        name,
        count: ROWS,
        cpu_ms: cpu,
        ratio: cpu / bar,
        bar: 1.0,
        p50_ms: wall.as_secs_f64() * 1000.0,
        p99_ms: wall.as_secs_f64() * 1000.0,
        peak_mb,
    };
    Ok([
        row("import: read", read - start, READ_MS_MAX, read_wall, read_mb),
        row("import: store", all - read, STORE_MS_MAX, all_wall, all_mb),
    ])
}

/// Runs a command to its end: processor time in milliseconds, time by the clock, the most memory it held, in megabytes.
fn measured(mut command: Command) -> Result<(f64, Duration, f64)> {
    let before = ticks_of_children()?;
    let began = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::inherit()).spawn()?;
    let peak = peak_until_it_ends(&mut child)?;
    let status = child.wait()?;
    ensure!(matches!(status.code(), Some(0 | 1)), "{command:?} ended with {status}");
    let cpu = (ticks_of_children()? - before) / TICKS_A_SECOND * 1000.0;
    Ok((cpu, began.elapsed(), peak))
}

fn peak_until_it_ends(child: &mut Child) -> Result<f64> {
    let mut peak = 0.0_f64;
    while child.try_wait()?.is_none() {
        if let Ok(now) = super::load::private_megabytes(child.id()) {
            peak = peak.max(now);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(peak)
}

/// Processor time of children that have ended, in ticks.
fn ticks_of_children() -> Result<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let (_, rest) = stat.rsplit_once(')').context("the name of a process ends")?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |at: usize| -> Result<f64> { Ok(fields.get(at).context("a field of /proc")?.parse()?) };
    // Fields 16 and 17 of proc(5), counted from the state, which is the third.
    Ok(ticks(13)? + ticks(14)?)
}
