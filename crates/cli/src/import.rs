//! `susd import`: referrals from a file, on the machine itself.
//!
//! It reads as the pages do and says the same of every row. Families come in as they would there: one that was
//! brought before is left alone, and one with something wrong stays out.

use crate::Outcome;
use crate::args::{Import, ImportCommand};
use crate::{deployment, user};
use anyhow::{Context, Result, bail};
use domain::access::{Action, Actor, Object};
use domain::agreement::AgreementState;
use domain::id::SiteId;
use domain::import::{Mapping, ReadFamily, Reading};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::Store;
use store::import::Taken;
use web::import::file::{self, Source};
use web::import::said;
use words::{Lang, Words};

/// Whoever imports at the command line: it brings families in and reads none.
const IMPORT: Actor = Actor::Job("import");

/// How many families are taken in at a time.
///
/// Assumption: 200; pages that are open meanwhile wait for a quarter of a second to write something, and one commit for
/// many costs little more than one for the pages' 20.
const BATCH: usize = 200;

/// `susd import …`.
pub async fn run(asked: Import) -> Result<Outcome> {
    let ImportCommand::Referrals {
        file,
        site,
        dry_run,
        language,
    } = asked.command;
    let w = Words::new(Lang::from_tag(&language).unwrap_or(Lang::En));
    let store = deployment::open(&asked.place).await?;
    let site = user::site_named(&store, Some(site))
        .await?
        .context("an import is for one area")?;
    let source = OnDisk(file);
    let (headings, reading) = read(&store, &source, site).await?;
    tell(w, &headings, &reading)?;
    if !dry_run {
        let (taken_in, known) = take_in(&store, site, &reading).await?;
        println!("{}: {taken_in}", w.import_taken_in());
        println!("{}: {known}", w.import_known());
    }
    let stays_out = !reading.rows_out().is_empty();
    Ok(if stays_out { Outcome::Finding } else { Outcome::Done })
}

/// A file on this machine.
struct OnDisk(PathBuf);

impl Source for OnDisk {
    type Reader<'a> = File;

    fn open(&self) -> io::Result<File> {
        File::open(&self.0)
    }
}

async fn read(store: &Store, source: &OnDisk, site: SiteId) -> Result<(Vec<String>, Reading)> {
    let in_words = |problem: file::FileProblem| {
        anyhow::anyhow!("{}", said::file_words(Words::new(Lang::En), &problem)).context(shown(&source.0))
    };
    File::open(&source.0).with_context(|| format!("{} cannot be opened", shown(&source.0)))?;
    let headings = file::headings(source).map_err(in_words)?;
    let (memory, state) = store
        .act(&IMPORT, Action::ImportReferrals, Object::Site(site), move |tx| {
            let memory = store::import::recall(tx, site)?;
            Ok::<_, store::Error>((memory, store::agreement::standing(tx, site)?.state))
        })
        .await?;
    if state != AgreementState::InForce {
        bail!("no information sharing agreement is in force in this area, so no family can be referred");
    }
    let today = store::clock::london_day(store.now());
    let mapping = Mapping::recall(&headings, &memory);
    let reading = file::reading(source, site, mapping, today).map_err(in_words)?;
    Ok((headings, reading))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Says what there is in the file, and of every row what is wrong and what to do.
fn tell(w: Words, headings: &[String], reading: &Reading) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for problem in &reading.problems {
        let column = problem.column.and_then(|at| headings.get(at)).map(String::as_str);
        let keeps = if problem.blocks() {
            w.import_keeps_out()
        } else {
            w.import_let_in()
        };
        writeln!(
            out,
            "{} {}\t{}\t“{}”\t{} ({keeps})",
            w.import_column_row(),
            problem.row,
            column.unwrap_or_default(),
            shown_safely(problem.value.as_str()),
            said::fault_words(w, &problem.fault)
        )?;
    }
    let mut line = |name: &str, n: usize| writeln!(out, "{name}: {n}");
    line(w.import_rows(), usize::try_from(reading.rows)?)?;
    line(w.import_families(), reading.families.len())?;
    line(w.import_families_in(), reading.families_in().count())?;
    line(w.import_families_out(), reading.families_out().count())?;
    line(w.import_rows_out(), reading.rows_out().len())?;
    Ok(())
}

/// What a cell says, so that nothing in it can steer the terminal it is shown on.
fn shown_safely(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\'' | b'\\');
    if text.bytes().all(plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.escape_debug().to_string())
}

/// Takes every family in that can come in. Answers how many did, and how many were here already.
async fn take_in(store: &Store, site: SiteId, reading: &Reading) -> Result<(usize, usize)> {
    let families: Vec<&ReadFamily> = reading.families_in().collect();
    store.expect_much();
    let (mut taken_in, mut known) = (0, 0);
    for batch in families.chunks(BATCH) {
        let batch: Arc<Vec<ReadFamily>> = Arc::new(batch.iter().map(|family| (*family).clone()).collect());
        let taken = store
            .act(&IMPORT, Action::ImportReferrals, Object::Site(site), move |tx| {
                let taken = batch
                    .iter()
                    .map(|family| store::import::take_in_from_console(tx, site, family));
                taken.collect::<Result<Vec<_>, store::Error>>()
            })
            .await?;
        let new = taken.iter().filter(|one| matches!(one, Taken::In(_))).count();
        taken_in += new;
        known += taken.len() - new;
    }
    Ok((taken_in, known))
}
