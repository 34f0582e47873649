//! What leaves on paper or as a file: a report of twelve pages, and a list of 100,000 rows for a spreadsheet. Both are
//! made in this process, with the fonts loaded.

use super::rows::Row;
use anyhow::{Context, Result, ensure};
use jiff::civil::{Date, date};
use reports::{Block, Cell, Column, Document, Head, Kind, Period, Stair, Table};
use std::time::{Duration, Instant};
use words::Lang;

/// The most processor time for the report, in milliseconds. Source: performance.md 5.
const PDF_MS_MAX: f64 = 150.0;

/// The most processor time for the list, in milliseconds. Source: performance.md 5.
const EXCEL_MS_MAX: f64 = 1000.0;

/// How many pages the report has, and how many rows the list. Source: performance.md 5.
const PAGES: usize = 12;
const ROWS: usize = 100_000;

/// How many reports and lists are made: the kernel counts time in hundredths of a second.
const REPORTS: usize = 40;
const LISTS: usize = 5;

/// Ticks of the kernel's clock in a second, as `/proc` counts them on every machine we build for.
const TICKS_A_SECOND: f64 = 100.0;

/// The day everything was made.
const TODAY: Date = date(2026, 11, 21);

/// Both rows; the ratio of each is to its bar.
pub fn rows() -> Result<[Row; 2]> {
    let report = report(0)?;
    let file = reports::pdf(&report);
    let pages = pages_of(&file);
    ensure!(pages == PAGES, "the report has {pages} pages");
    let mut at = 0;
    let pdf = measured("report pdf", REPORTS, PDF_MS_MAX, || {
        at += 1;
        // No two have the same words: nothing is remembered from one to the next.
        Ok(reports::pdf(&self::report(at)?).len())
    })?;
    let excel = measured("excel export", LISTS, EXCEL_MS_MAX, || {
        Ok(reports::excel_of(&list_head(), (0..ROWS).map(list_row)).len())
    })?;
    Ok([pdf, excel])
}

fn measured(name: &'static str, times: usize, bar: f64, mut make: impl FnMut() -> Result<usize>) -> Result<Row> {
    let (before, mut waits, mut size) = (ticks()?, Vec::new(), 0);
    for _ in 0..times {
        let began = Instant::now();
        size = make()?;
        waits.push(began.elapsed());
    }
    let cpu_ms = (ticks()? - before) / TICKS_A_SECOND * 1000.0 / f64::from(u32::try_from(times)?);
    waits.sort_unstable();
    let wait = |share: usize| milliseconds(waits[(waits.len() - 1) * share / 100]);
    eprintln!("{name}: {size} bytes");
    Ok(Row {
        name,
        count: times,
        cpu_ms,
        ratio: cpu_ms / bar,
        bar: 1.0,
        p50_ms: wait(50),
        p99_ms: wait(99),
        peak_mb: super::load::private_megabytes(std::process::id())?,
    })
}

/// A report with six stairs, each with its table, and lists of families between them.
fn report(seed: usize) -> Result<Document> {
    let mut blocks = Vec::new();
    for part in 0..6 {
        if 0 < part {
            blocks.push(Block::PageBreak);
        }
        blocks.push(Block::part(format!("Part {part} of report {seed}")));
        let words = format!("What families of area {part} did in this time, in words of report {seed}. ");
        blocks.push(Block::paragraph(words.repeat(6)));
        blocks.push(Block::Stair(stair(part)));
        blocks.push(Block::quotation("We sleep again, and mornings are quiet.", "A parent"));
        let mut table = Table::new(list_head());
        for row in 0..24 {
            table.push(list_row(seed * 1000 + part * 100 + row))?;
        }
        blocks.push(Block::Table(table));
    }
    Ok(Document {
        lang: Lang::En,
        title: format!("A year of support, report {seed}"),
        reader: "The fund’s board".to_owned(),
        made_on: TODAY,
        blocks,
    })
}

fn stair(part: usize) -> Stair {
    let levels = ["Apart", "Light", "Steady", "Close", "Daily"];
    let months = (1..=10_i8).zip([4, 4, 3, 3, 2, 3, 2, 1, 1, 0]);
    Stair {
        title: "Support level".to_owned(),
        said: "The level of support in each month; the table has the same.".to_owned(),
        levels: levels.map(ToOwned::to_owned).into(),
        periods: months
            .map(|(month, level)| Period {
                from: date(2026, month, 1),
                level: (level + part) % 5,
            })
            .collect(),
        until: TODAY,
    }
}

fn list_head() -> Head {
    let column = |head: &str, kind| Column::new(head, kind, "A column of the bench.");
    Head {
        lang: Lang::En,
        title: "Families".to_owned(),
        columns: vec![
            column("Reference", Kind::Text),
            column("Family", Kind::Text),
            column("Area", Kind::Text),
            column("Since", Kind::Day),
            column("Visits", Kind::Whole),
            column("Time", Kind::Minutes),
            column("Claimed", Kind::Pounds),
            column("Waits for", Kind::Text),
        ],
    }
}

fn list_row(at: usize) -> Vec<Cell> {
    let number = u32::try_from(at % 1_000_000).unwrap_or_default();
    vec![
        format!("F-{at:07}").into(),
        format!("Surname{at}").into(),
        "Bro Cerwen".into(),
        Cell::Day(date(2025, 1, 1).saturating_add(jiff::Span::new().days(i64::from(number % 500)))),
        Cell::Whole(i64::from(number % 90)),
        Cell::Minutes(number % 3000),
        Cell::Pounds(i64::from(number % 9000)),
        "A carer near the school".into(),
    ]
}

/// How many pages a file has: each is one object that says so.
fn pages_of(file: &[u8]) -> usize {
    let text = String::from_utf8_lossy(file);
    text.matches("/Type/Page\n").count() + text.matches("/Type/Page/").count()
}

/// Processor time of this process, in ticks.
fn ticks() -> Result<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let (_, rest) = stat.rsplit_once(')').context("the name of a process ends")?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |at: usize| -> Result<f64> { Ok(fields.get(at).context("a field of /proc")?.parse()?) };
    // Fields 14 and 15 of proc(5), counted from the state, which is the third.
    Ok(ticks(11)? + ticks(12)?)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
