//! The reader: rows in, one by one and in any order; families and named problems out.

use jiff::civil::Date;

use super::Reading;
use super::fault::Fault;
use super::field::Field;
use super::finish::finish;
use super::groups::{Groups, Wanted};
use super::mapping::{Mapping, MappingProblem};
use super::problem::Problem;
use super::record::{Columns, Finds, Record};
use super::words::Words;
use crate::id::SiteId;
use crate::text::TextProblem;

/// The most rows in one file.
///
/// Assumption: 250,000, twice the children in care in the United Kingdom; what is read of them stays
/// in memory until the last has come in. If that is too few, a file is cut in two.
pub const ROWS_MAX: u32 = 250_000;

/// The file has more rows than are read at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("more than {ROWS_MAX} rows")]
pub struct TooManyRows;

/// Reads the rows of one file.
pub struct Reader {
    site: SiteId,
    today: Date,
    mapping: Mapping,
    columns: Columns,
    words: Words,
    groups: Groups,
    problems: Vec<Problem>,
    rows: u32,
    blank_rows: u32,
    rows_without_family: Vec<u32>,
    /// Rows that name no family: the place of the problem, and the person to look for in the families.
    lost: Vec<(usize, Wanted)>,
}

impl Reader {
    /// A reader of a file with these headings, for one programme area.
    ///
    /// # Errors
    /// The mapping is for a file of another width, or leaves out something without which no family can be read.
    pub fn new<H: AsRef<str>>(
        site: SiteId,
        headings: &[H],
        mapping: Mapping,
        today: Date,
    ) -> Result<Self, MappingProblem> {
        if mapping.columns().len() != headings.len() {
            return Err(MappingProblem::OtherWidth {
                headings: headings.len(),
                columns: mapping.columns().len(),
            });
        }
        if let Some(fields) = mapping.missing().first() {
            return Err(MappingProblem::Missing { fields });
        }
        Ok(Self {
            site,
            today,
            columns: Columns::new(headings, &mapping),
            mapping,
            words: Words::new(),
            groups: Groups::default(),
            problems: Vec::new(),
            rows: 0,
            blank_rows: 0,
            rows_without_family: Vec::new(),
            lost: Vec::new(),
        })
    }

    /// Takes one record. Its number is the one a spreadsheet shows: the headings are row 1, the
    /// first record is row 2, and a new line in a cell does not count.
    ///
    /// # Errors
    /// It is one more than [`ROWS_MAX`]; it was not taken.
    pub fn push<S: AsRef<str>>(&mut self, row: u32, cells: &[S]) -> Result<(), TooManyRows> {
        if self.rows == ROWS_MAX {
            return Err(TooManyRows);
        }
        self.rows += 1;
        if cells.iter().all(|cell| cell.as_ref().trim().is_empty()) {
            self.blank_rows += 1;
            return Ok(());
        }
        let record = Record::new(row, &self.columns, cells);
        let width = self.columns.width;
        let beyond = cells.iter().skip(width).any(|cell| !cell.as_ref().trim().is_empty());
        let (cells, columns) = (cells.len(), width);
        let misshapen = if cells < columns {
            Some(Fault::ShortRow { cells, columns })
        } else {
            beyond.then_some(Fault::LongRow { cells, columns })
        };
        self.take(&record, misshapen);
        Ok(())
    }

    fn take(&mut self, record: &Record<'_>, misshapen: Option<Fault>) {
        let mut finds = Finds {
            record,
            columns: &self.columns,
            problems: &mut self.problems,
            blocked: false,
        };
        if let Some(fault) = misshapen {
            finds.find_in_row(fault);
        }
        let (family, like) = match self.groups.of(record.cell(Field::Family)) {
            Ok(found) => found,
            Err(problem) => {
                self.rows_without_family.push(record.row);
                if let TextProblem::TooLong { chars, max } = problem {
                    finds.find(Field::Family, Fault::TooLong { chars, max });
                } else if misshapen.is_none() {
                    finds.find(Field::Family, Fault::NoFamily { like: None });
                    let person = Wanted::from_record(record, self.today);
                    self.lost
                        .extend(person.map(|person| (finds.problems.len() - 1, person)));
                }
                return;
            }
        };
        let draft = &mut self.groups.drafts[family];
        draft.rows.push(record.row);
        if let Some(row) = like {
            draft.said.other_family = true;
            finds.find(Field::Family, Fault::SameFamily { row });
        }
        if misshapen.is_some() {
            draft.has_unread = true;
        } else {
            draft.take(&mut self.words, &mut finds, self.today);
            self.groups.compare(family, &mut finds);
        }
        self.groups.drafts[family].blocked |= finds.blocked;
    }

    /// What was read, when the last row has come in.
    pub fn finish(mut self) -> Reading {
        for (place, person) in &self.lost {
            let like = self.groups.row_of(person);
            self.problems[*place].fault = Fault::NoFamily { like };
        }
        let (site, today, columns) = (self.site, self.today, &self.columns);
        let mut problems = self.problems;
        let drafts = self.groups.drafts.into_iter();
        let families = drafts
            .map(|draft| finish(draft, site, today, columns, &mut problems))
            .collect();
        problems.sort_by_key(|problem| (problem.row, problem.column));
        Reading {
            families,
            problems,
            rows: self.rows,
            blank_rows: self.blank_rows,
            rows_without_family: self.rows_without_family,
            unmapped: self.mapping.unmapped(),
        }
    }
}
