//! A file as an authority exports it, as long as one likes: the faults of the real file again and again, with people of
//! their own each time.
//!
//! Were the same few families repeated, every one would be like a thousand others, and the bench would measure that.

use crate::workspace;
use anyhow::{Context, Result};
use std::collections::HashMap;
use std::fmt::Write as _;

/// The columns of the file that are made anew, from 0.
const PERSON: usize = 0;
const FORENAME: usize = 1;
const SURNAME: usize = 2;
const KNOWN_AS: usize = 3;
const BIRTH: usize = 4;
const FAMILY: usize = 7;
const ADDRESS: usize = 8;
const POSTCODE: usize = 9;

/// In which rounds a family of the round before stands once more, under another number and without its accents.
///
/// Assumption: every twentieth; a duplicate in twenty is more than an authority has.
const TWICE_EVERY: u64 = 20;

/// So many rows, with the headings before them.
pub fn file(rows: usize) -> Result<String> {
    let real = std::fs::read_to_string(workspace::root().join("data/referrals_as_exported.csv"))?;
    let mut records = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(real.trim_start_matches('\u{feff}').as_bytes())
        .into_records();
    let headings = records.next().context("the file has headings")??;
    let records: Vec<csv::StringRecord> = records.collect::<Result<_, _>>()?;
    let mut text = String::new();
    put(&mut text, headings.iter())?;
    let mut written = 0;
    for round in 0_u64.. {
        let again = round > 0 && round % TWICE_EVERY == 0;
        let mut people = People::new(Chance::of_round(round - u64::from(again)));
        for record in &records {
            if written == rows {
                return Ok(text);
            }
            let cells = people.anew(record, round)?;
            put(&mut text, cells.iter().map(String::as_str))?;
            written += 1;
        }
    }
    unreachable!("rounds do not end before the rows do")
}

fn put<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) -> Result<()> {
    let quoted: Vec<String> = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
    Ok(writeln!(text, "{}", quoted.join(","))?)
}

/// Numbers that look drawn and are the same in every run: `xorshift64`.
struct Chance(u64);

impl Chance {
    /// Far from those of every other round: were they neighbours, one round would draw what the other drew a little later.
    fn of_round(round: u64) -> Self {
        Self((round + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() >> 16).unwrap_or_default() % n.max(1)
    }

    /// A word that could be a name.
    fn word(&mut self) -> String {
        const FIRST: [&str; 16] = [
            "B", "C", "D", "F", "G", "H", "L", "M", "N", "P", "R", "S", "T", "Gw", "Ll", "Br",
        ];
        const MIDDLE: [&str; 10] = ["a", "e", "i", "o", "u", "y", "ei", "ow", "ia", "ae"];
        const LAST: [&str; 12] = ["n", "r", "l", "s", "t", "dd", "nt", "ris", "wen", "fyn", "gan", "lis"];
        let (first, middle, last) = (
            self.below(FIRST.len()),
            self.below(MIDDLE.len()),
            self.below(LAST.len()),
        );
        format!("{}{}{}", FIRST[first], MIDDLE[middle], LAST[last])
    }

    /// A day in that year, written in one of the ways people write days.
    fn day(&mut self, year: &str) -> String {
        const MONTHS: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ];
        let (month, day) = (self.below(12), 1 + self.below(28));
        match self.below(4) {
            0 => format!("{year}-{:02}-{day:02}", month + 1),
            1 => format!("{day:02}/{:02}/{year}", month + 1),
            2 => format!("{day}.{}.{year}", month + 1),
            _ => format!("{day} {} {year}", MONTHS[month]),
        }
    }
}

/// The people of one round: what one family has in common stays in common.
struct People {
    chance: Chance,
    shared: HashMap<(String, String), String>,
}

impl People {
    fn new(chance: Chance) -> Self {
        Self {
            chance,
            shared: HashMap::new(),
        }
    }

    fn anew(&mut self, record: &csv::StringRecord, round: u64) -> Result<Vec<String>> {
        let mut cells: Vec<String> = record.iter().map(ToOwned::to_owned).collect();
        let family = cells.get(FAMILY).cloned().unwrap_or_default();
        for (at, cell) in cells.iter_mut().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let chance = &mut self.chance;
            let mut shared = |made: String| {
                let key = (family.clone(), cell.clone());
                self.shared.entry(key).or_insert(made).clone()
            };
            match at {
                PERSON | FAMILY => write!(cell, "-{round}")?,
                FORENAME => *cell = chance.word(),
                KNOWN_AS => {
                    let letters = cell.trim_matches(|c: char| !c.is_alphabetic()).to_owned();
                    *cell = cell.replace(&letters, &chance.word());
                }
                SURNAME => *cell = shared(chance.word() + &chance.word().to_lowercase()),
                ADDRESS => *cell = shared(format!("{} Heol {}", 1 + chance.below(99), chance.word())),
                POSTCODE => *cell = shared(postcode(cell, chance)),
                BIRTH => *cell = birth(cell, chance),
                _ => {}
            }
        }
        Ok(cells)
    }
}

/// Another postcode of the same letters, written as this one is: in capitals or not, with its blanks or without.
fn postcode(cell: &str, chance: &mut Chance) -> String {
    let letters: String = cell.trim().chars().take_while(char::is_ascii_alphabetic).collect();
    if !matches!(letters.to_uppercase().as_str(), "SA" | "LD" | "SY" | "CF" | "BT") {
        return cell.to_owned();
    }
    let (district, sector) = (1 + chance.below(79), 1 + chance.below(9));
    let unit = char::from(b"ABDEFGHJ"[chance.below(8)]);
    let between = if cell.trim().contains(' ') { " " } else { "" };
    let after = &cell[cell.trim_end().len()..];
    let made = format!("{letters}{district}{between}{sector}{unit}{unit}{after}");
    if letters.chars().all(|c| c.is_ascii_lowercase()) {
        made.to_lowercase()
    } else {
        made
    }
}

/// Another birth of the same year, where the cell has a whole one that can be; faults stay as they are.
fn birth(cell: &str, chance: &mut Chance) -> String {
    let figures = cell.chars().filter(char::is_ascii_digit).count();
    let year = cell.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 4);
    match year {
        Some(year) if (6..=8).contains(&figures) && !cell.starts_with("31/02") && ("1930".."2026").contains(&year) => {
            chance.day(year)
        }
        _ => short(cell, chance).unwrap_or_else(|| cell.to_owned()),
    }
}

/// The same of a birth whose year has two figures, as `17.06.24`.
fn short(cell: &str, chance: &mut Chance) -> Option<String> {
    let mark = cell.chars().find(|c| !c.is_ascii_digit())?;
    let [day, month, year] = cell.split(mark).collect::<Vec<_>>()[..] else {
        return None;
    };
    let of_two = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let can_be = [day, month, year].into_iter().all(of_two) && day <= "28" && month <= "12" && year != "26";
    can_be.then(|| {
        let (day, month) = (1 + chance.below(28), 1 + chance.below(12));
        format!("{day:02}{mark}{month:02}{mark}{year}")
    })
}
