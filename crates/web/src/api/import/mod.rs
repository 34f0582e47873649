//! Referrals from a file, brought by another program in a person's name: looked at, its columns put right, taken in, taken
//! back. Each step is the one the pages take.

pub mod bring;
pub mod step;

use super::code::Code;
use super::problem::{Errors, Problem};
use crate::App;
use crate::error::PageError;
use crate::import::file::{self, FileProblem};
use crate::import::{self as steps, said};
use domain::access::Actor;
use domain::import::{Mapping, Reading};
use serde::Serialize;
use store::import::{Import as Stored, Stage};
use utoipa::ToSchema;
use uuid::Uuid;
use words::Words;

/// An import, without its file.
#[derive(Serialize, ToSchema)]
pub struct ImportLine {
    /// The import.
    pub id: Uuid,
    /// The programme area its families are of.
    pub site: Uuid,
    /// When it was brought.
    #[schema(example = "2026-03-14T09:30:00Z")]
    pub made_at: String,
    /// `loading`, `ready` to be looked at, `storing`, `stored` or `undone`.
    #[schema(example = "ready")]
    pub stage: &'static str,
    /// How many families there were to take in, once that was begun.
    pub families: u32,
    /// How many were taken in.
    pub taken_in: u32,
    /// How many were here already, brought by an earlier file.
    pub known: u32,
    /// Whether taking in has stopped on the way and can be set going again.
    pub stopped: bool,
}

/// An import with what its file holds, while the file is kept.
#[derive(Serialize, ToSchema)]
pub struct Import {
    /// How far it has come.
    #[serde(flatten)]
    pub line: ImportLine,
    /// What its file holds, read as the columns are said to be; before it is taken in.
    pub holds: Option<Holds>,
    /// Why the file cannot be read so.
    pub unreadable: Option<Unreadable>,
    /// The columns of the file, in order; before it is taken in.
    pub columns: Vec<Column>,
}

/// What a file holds.
#[derive(Serialize, ToSchema)]
pub struct Holds {
    /// How many rows it has under the headings.
    pub rows: u32,
    /// How many families they make.
    pub families: usize,
    /// How many of those can come in.
    pub families_in: usize,
    /// How many rows stay out.
    pub rows_out: usize,
    /// How many things there are to look at, in `faults`.
    pub faults: usize,
}

/// Why a file cannot be read.
#[derive(Serialize, ToSchema)]
pub struct Unreadable {
    /// What is wrong, for programs.
    #[schema(example = "columns_missing")]
    pub code: &'static str,
    /// What is wrong, in the reader's language.
    pub detail: String,
}

/// One column of a file.
#[derive(Serialize, ToSchema)]
pub struct Column {
    /// Its heading, as it stands.
    #[schema(example = "Family ID")]
    pub heading: String,
    /// The key of what it is read as; nothing for one that is not read.
    #[schema(example = "family")]
    pub field: Option<String>,
}

fn line(app: &App, import: &Stored) -> ImportLine {
    ImportLine {
        id: import.id.uuid(),
        site: import.site.uuid(),
        made_at: store::clock::instant(import.made_at).to_string(),
        stage: import.stage.key(),
        families: import.families,
        taken_in: import.taken_in,
        known: import.known,
        stopped: steps::is_stuck(app, import),
    }
}

/// What is known of an import, with its file where that is still to be looked at.
async fn known(app: &App, actor: &Actor, w: Words, import: Stored) -> Result<Import, Problem> {
    let line = line(app, &import);
    if !matches!(import.stage, Stage::Ready) {
        return Ok(Import {
            line,
            holds: None,
            unreadable: None,
            columns: Vec::new(),
        });
    }
    let today = store::clock::london_day(app.store().now());
    let read = steps::with_file(app, actor, import.id, move |pieces, import| {
        Ok((file::headings(pieces)?, steps::read(pieces, import, today)))
    });
    let (headings, reading) = read.await?.map_err(|problem| not_read(w, &problem))?;
    let unreadable = reading.as_ref().err().map(|problem| Unreadable {
        code: file_code(problem),
        detail: said::file_words(w, problem),
    });
    let keys = import
        .columns
        .into_iter()
        .map(|key| Some(key).filter(|key| !key.is_empty()));
    let columns = headings.into_iter().zip(keys.chain(std::iter::repeat(None)));
    Ok(Import {
        line,
        holds: reading.as_ref().ok().map(holds),
        unreadable,
        columns: columns.map(|(heading, field)| Column { heading, field }).collect(),
    })
}

fn holds(reading: &Reading) -> Holds {
    Holds {
        rows: reading.rows,
        families: reading.families.len(),
        families_in: reading.families_in().count(),
        rows_out: reading.rows_out().len(),
        faults: reading.problems.len(),
    }
}

/// Why nothing more can be said of a file: it was deleted meanwhile, or it cannot be read as its columns are said to be.
fn not_read(w: Words, problem: &FileProblem) -> Problem {
    match problem {
        FileProblem::Unreachable(_) => PageError::fault(problem).into(),
        FileProblem::Empty => Code::NotFound.into(),
        _ => {
            let why = Errors::one("", file_code(problem), said::file_words(w, problem));
            Problem::from(Code::Refused).because(why)
        }
    }
}

/// Why a file was not taken, at no field: it is the body.
fn not_taken(w: Words, problem: &FileProblem) -> Problem {
    match problem {
        FileProblem::Unreachable(_) => PageError::fault(problem).into(),
        FileProblem::TooLarge { .. } => {
            let why = Errors::one("", "file_too_large", said::file_words(w, problem));
            Problem::from(Code::TooLarge).because(why)
        }
        _ => Errors::one("", file_code(problem), said::file_words(w, problem)).into(),
    }
}

/// What is wrong with a file, for programs.
const fn file_code(problem: &FileProblem) -> &'static str {
    use domain::import::MappingProblem;
    match problem {
        FileProblem::Empty => "file_empty",
        FileProblem::NotATable => "file_not_a_table",
        FileProblem::TooManyColumns { .. } => "file_too_many_columns",
        FileProblem::TooManyRows { .. } => "file_too_many_rows",
        FileProblem::RowWithoutEnd { .. } => "file_row_without_end",
        FileProblem::TooLarge { .. } => "file_too_large",
        FileProblem::SheetUnreadable => "file_sheet_unreadable",
        FileProblem::Mapping(MappingProblem::Twice { .. }) => "columns_twice",
        FileProblem::Mapping(MappingProblem::Missing { .. }) => "columns_missing",
        FileProblem::Mapping(MappingProblem::NoSuchField { .. }) => "columns_unknown",
        FileProblem::Mapping(MappingProblem::OtherWidth { .. }) => "columns_width",
        FileProblem::Unreachable(_) => "file_gone",
    }
}

/// The columns as they are said to be.
fn mapping(w: Words, keys: &[String], width: usize) -> Result<Mapping, Problem> {
    if keys.len() != width {
        let detail = w.problem_field_columns(u64::try_from(width).unwrap_or_default());
        return Err(Errors::one("columns", "columns_width", detail).into());
    }
    let mut errors = Errors::default();
    let known = domain::import::Field::ALL.map(domain::import::Field::key);
    for (at, key) in keys.iter().enumerate() {
        if !key.is_empty() && !known.contains(&key.as_str()) {
            let detail = w.problem_field_one_of(&known.join(", "));
            errors.add(format!("columns[{at}]"), "unknown_key", detail);
        }
    }
    errors.or(())?;
    Mapping::from_keys(keys).map_err(|problem| {
        let detail = said::mapping_words(w, problem);
        Errors::one("columns", file_code(&FileProblem::Mapping(problem)), detail).into()
    })
}
