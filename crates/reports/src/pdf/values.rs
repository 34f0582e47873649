//! A paper as the values its template reads.

use jiff::civil::Date;
use typst::foundations::{Array, Dict, IntoValue, Value, array, dict};
use words::Words;

use super::font::FAMILIES;
use super::text::Showing;
use crate::document::{Address, Block, Depth, Document, Fact, Lines, Period, Stair};
use crate::table::{Column, Table};

/// Stand for the numbers of the page and of the pages until they are known; no words of ours hold them.
const PAGE: &str = "\u{e000}";
const PAGES: &str = "\u{e001}";

/// The least and the most of a line that one column of a table asks for. Unit: characters.
///
/// Assumption: a column of long texts is wrapped rather than pressing the others together.
const COLUMN_CHARS: std::ops::RangeInclusive<usize> = 4..=36;

/// How far apart dates under a stair are, as a part of its width.
///
/// Assumption: a fifth, a little more than "28 September 2026" takes.
const DATE_WIDTH: f64 = 0.21;

/// The values of a paper.
pub fn of(document: &Document) -> Dict {
    let w = Words::new(document.lang);
    let mut showing = Showing::default();
    let foot = showing.line(&w.report_made_for(&document.reader, &w.day_short(document.made_on)));
    let or_foot = |text: String| if text.is_empty() { foot.clone() } else { text };
    // A paper without a title is no PDF/UA; what stands at the foot is never empty.
    let title = or_foot(showing.line(&document.title));
    let (address, blocks) = match document.blocks.split_first() {
        Some((Block::Address(first), rest)) => (address(first, &mut showing), rest),
        _ => (Value::None, document.blocks.as_slice()),
    };
    let mut had_part = false;
    let mut values = Array::new();
    for block in blocks {
        if let Some(value) = block_value(block, &mut had_part, w, &mut showing) {
            values.push(value);
        }
    }
    let unshown: Vec<String> = showing.unshown().collect();
    let unshown = if unshown.is_empty() {
        Value::None
    } else {
        let (title, intro) = (w.report_unshown(), w.report_unshown_intro());
        dict! { "title" => title, "intro" => intro, "list" => unshown.join(", ") }.into_value()
    };
    let made = [
        document.made_on.year(),
        document.made_on.month().into(),
        document.made_on.day().into(),
    ];
    dict! {
        "lang" => document.lang.tag(),
        "title" => title,
        "made" => made.map(i64::from).into_iter().map(IntoValue::into_value).collect::<Array>(),
        "foot" => foot,
        "page" => array![w.report_page(PAGE, PAGES), PAGE, PAGES],
        "fonts" => FAMILIES.into_iter().map(IntoValue::into_value).collect::<Array>(),
        "address" => address,
        "blocks" => values,
        "unshown" => unshown,
    }
}

/// A part of the paper; `None` when it says nothing.
fn block_value(block: &Block, had_part: &mut bool, w: Words, showing: &mut Showing) -> Option<Value> {
    let value = match block {
        Block::Address(later) => dict! { "kind" => "address", "address" => address(later, showing) },
        Block::Heading(depth, text) => {
            let text = showing.line(text);
            if text.is_empty() {
                return None;
            }
            // Depths are not skipped: a section without a part before it is read out as one.
            let level = if *depth == Depth::Section && *had_part {
                2_i64
            } else {
                1
            };
            *had_part = true;
            dict! { "kind" => "heading", "level" => level, "text" => text }
        }
        Block::Paragraph(text) => dict! { "kind" => "paragraph", "text" => lines(text, showing)? },
        Block::Quotation(quotation) => dict! {
            "kind" => "quotation",
            "text" => lines(&quotation.said, showing)?,
            "by" => showing.line(&quotation.by),
        },
        Block::List(items) => {
            let items: Array = items.iter().filter_map(|item| lines(item, showing)).collect();
            if items.is_empty() {
                return None;
            }
            dict! { "kind" => "list", "items" => items }
        }
        Block::Summary(facts) => {
            let facts: Array = facts.iter().map(|fact| fact_value(fact, showing)).collect();
            if facts.is_empty() {
                return None;
            }
            dict! { "kind" => "summary", "facts" => facts }
        }
        Block::Table(table) if table.head().columns.is_empty() => return None,
        Block::Table(table) => table_value(table, showing),
        Block::Stair(stair) => stair_value(stair, w, showing)?,
        Block::PageBreak => dict! { "kind" => "break" },
    };
    Some(value.into_value())
}

/// Words with their paragraphs and language; `None` when there are none.
fn lines(text: &Lines, showing: &mut Showing) -> Option<Value> {
    let paragraphs = showing.paragraphs(&text.words);
    if paragraphs.is_empty() {
        return None;
    }
    let paragraphs: Array = paragraphs.into_iter().map(strings).collect();
    let (lang, region) = text.lang.as_deref().map_or((Value::None, Value::None), language);
    Some(dict! { "paragraphs" => paragraphs, "lang" => lang, "region" => region }.into_value())
}

/// The language and the region of a BCP 47 tag: `pl`, `en-GB`.
fn language(tag: &str) -> (Value, Value) {
    let mut parts = tag.split('-');
    let is_word = |part: &&str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let lang = parts.next().filter(|part| matches!(part.len(), 2..=3)).filter(is_word);
    let region = parts.find(|part| part.len() == 2).filter(is_word);
    let value = |part: Option<&str>| part.map_or(Value::None, typst::foundations::IntoValue::into_value);
    (value(lang), value(region.filter(|_| lang.is_some())))
}

fn strings(lines: impl IntoIterator<Item = String>) -> Value {
    lines
        .into_iter()
        .map(IntoValue::into_value)
        .collect::<Array>()
        .into_value()
}

fn address(address: &Address, showing: &mut Showing) -> Value {
    let mut shown = |lines: &[String]| strings(lines.iter().map(|line| showing.line(line)).collect::<Vec<_>>());
    dict! { "to" => shown(&address.to), "from" => shown(&address.from) }.into_value()
}

fn fact_value(fact: &Fact, showing: &mut Showing) -> Value {
    let name = showing.line(&fact.name);
    let value = lines(&fact.value, showing).unwrap_or(Value::None);
    dict! { "name" => name, "value" => value }.into_value()
}

fn table_value(table: &Table, showing: &mut Showing) -> Dict {
    let head = table.head();
    let w = Words::new(head.lang);
    let rows: Vec<Vec<String>> = table
        .rows()
        .iter()
        .map(|row| row.iter().map(|cell| showing.line(&cell.words(w))).collect())
        .collect();
    let heads: Vec<String> = head.columns.iter().map(|column| showing.line(&column.head)).collect();
    let share = |at: usize| column_chars(&heads[at], rows.iter().map(|row| row[at].as_str()));
    let is_figure = |column: &Column| column.kind.is_figure().into_value();
    dict! {
        "kind" => "table",
        "title" => showing.line(&head.title),
        "shares" => (0..heads.len()).map(|at| share(at).into_value()).collect::<Array>(),
        "figures" => head.columns.iter().map(is_figure).collect::<Array>(),
        "heads" => strings(heads.clone()),
        "cells" => strings(rows.into_iter().flatten()),
    }
}

/// How much of a line a column asks for: its longest value, and the longest word of its heading.
fn column_chars<'a>(head: &str, cells: impl Iterator<Item = &'a str>) -> f64 {
    let count = |text: &str| text.chars().count();
    let word = head.split(' ').map(count).max().unwrap_or(0);
    let longest = cells.map(count).max().unwrap_or(0).max(word + 1);
    let chars = longest.clamp(*COLUMN_CHARS.start(), *COLUMN_CHARS.end());
    f64::from(u32::try_from(chars).expect("it is at most 36"))
}

fn stair_value(stair: &Stair, w: Words, showing: &mut Showing) -> Option<Dict> {
    let (first, top) = (stair.periods.first()?.from, stair.levels.len().checked_sub(1)?);
    let whole = days(first, stair.until).max(1.0);
    let levels: Vec<String> = stair.levels.iter().map(|level| showing.line(level)).collect();
    let (mut bars, mut cells) = (Array::new(), Array::new());
    // The first date stands at the left end, the last at the right; one between needs room on both sides.
    let mut free_from = 0.0;
    for (at, period) in stair.periods.iter().enumerate() {
        let next = stair.periods.get(at + 1).map(|next: &Period| next.from);
        let (left, right) = (
            (days(first, period.from) / whole).clamp(0.0, 1.0),
            (days(first, next.unwrap_or(stair.until)) / whole).clamp(0.0, 1.0),
        );
        let level = period.level.min(top);
        let has_date = free_from <= left && left <= 1.0 - 2.0 * DATE_WIDTH;
        if has_date {
            free_from = left + DATE_WIDTH;
        }
        let date = if has_date {
            w.day_short(period.from)
        } else {
            String::new()
        };
        bars.push(
            dict! {
                "left" => left,
                "width" => (right - left).max(0.0),
                "level" => i64::try_from(level).ok()?,
                "date" => date,
            }
            .into_value(),
        );
        let last = next.map_or(stair.until, |next| next.yesterday().unwrap_or(next));
        for words in [w.day_short(period.from), w.day_short(last), levels[level].clone()] {
            cells.push(words.into_value());
        }
    }
    let title = showing.line(&stair.title);
    let said = showing.line(&stair.said);
    let heads = [w.report_stair_from(), w.report_stair_until(), w.report_stair_level()];
    Some(dict! {
        "kind" => "stair",
        // A drawing nobody describes would not be PDF/UA.
        "said" => if said.is_empty() { w.report_stair_level().to_owned() } else { said },
        "title" => title,
        "levels" => strings(levels),
        "bars" => bars,
        "until" => w.day_short(stair.until),
        "heads" => strings(heads.map(ToOwned::to_owned)),
        "cells" => cells,
    })
}

fn days(from: Date, until: Date) -> f64 {
    until.since(from).map_or(0.0, |span| f64::from(span.get_days()))
}
