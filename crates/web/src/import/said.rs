//! What is said of a file: what is wrong with it, in which row, and what to do.

use super::file::FileProblem;
use domain::import::{Fault, Field, MappingProblem};
use domain::referral::ReferProblem;
use std::borrow::Cow;
use words::Words;

/// What a column holds, in words.
pub fn field_words(w: Words, field: Field) -> &'static str {
    w.named("import-field", field.key()).unwrap_or(field.key())
}

/// What is wrong in a row, and what to do about it.
pub fn fault_words(w: Words, fault: &Fault) -> Cow<'static, str> {
    let n = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let sentence = match *fault {
        Fault::ShortRow { cells, columns } => w.import_fault_short_row(n(cells), n(columns)),
        Fault::LongRow { cells, columns } => w.import_fault_long_row(n(cells), n(columns)),
        Fault::NoFamily { like: Some(row) } => w.import_fault_no_family_like(row.into()),
        Fault::TooLong { max, .. } => w.import_fault_too_long(n(max)),
        Fault::Family(ReferProblem::TooManyPeople { max, .. }) => w.import_fault_too_many_people(n(max)),
        Fault::Family(ReferProblem::TooManyHomes { max, .. }) => w.import_fault_too_many_homes(n(max)),
        Fault::SameRow { row } => w.import_fault_same_row(row.into()),
        Fault::SamePerson { row } => w.import_fault_same_person(row.into()),
        Fault::SameId { row } => w.import_fault_same_id(row.into()),
        Fault::SameFamily { row } => w.import_fault_same_family(row.into()),
        Fault::Differs { row } => w.import_fault_differs(row.into()),
        Fault::ParentYears { row, .. } => w.import_fault_parent_years(row.into()),
        _ => return Cow::Borrowed(w.named("import-fault", fault.key()).unwrap_or_default()),
    };
    Cow::Owned(sentence)
}

/// Why a file cannot be read.
pub fn file_words(w: Words, problem: &FileProblem) -> String {
    match problem {
        FileProblem::Empty => w.import_file_empty().to_owned(),
        FileProblem::NotATable => w.import_file_not_a_table().to_owned(),
        FileProblem::TooManyColumns { max, .. } => w.import_file_columns(u64::try_from(*max).unwrap_or(u64::MAX)),
        FileProblem::TooManyRows { max } => w.import_file_rows((*max).into()),
        FileProblem::RowWithoutEnd { row } => w.import_file_row_without_end((*row).into()),
        FileProblem::TooLarge { max } => w.import_file_large(max / (1024 * 1024)),
        FileProblem::SheetUnreadable => w.import_file_sheet().to_owned(),
        FileProblem::Mapping(problem) => mapping_words(w, *problem),
        FileProblem::Unreachable(_) => w.import_file_gone().to_owned(),
    }
}

/// Why columns cannot be read as they are said to be.
pub fn mapping_words(w: Words, problem: MappingProblem) -> String {
    match problem {
        MappingProblem::Twice { field, .. } => w.import_problem_twice(field_words(w, field)),
        MappingProblem::Missing { fields } => {
            let any: Vec<&str> = fields.iter().map(|field| field_words(w, *field)).collect();
            w.import_problem_missing(&any.join(" / "))
        }
        MappingProblem::NoSuchField { .. } | MappingProblem::OtherWidth { .. } => {
            w.import_file_not_a_table().to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::import::{Fault, Field};
    use words::{Lang, Words};

    /// Those whose words have a number in them; the compiler sees that there are words.
    const WITH_NUMBERS: [&str; 11] = [
        "short_row",
        "long_row",
        "too_long",
        "too_many_people",
        "too_many_homes",
        "same_row",
        "same_person",
        "same_id",
        "same_family",
        "differs",
        "parent_years",
    ];

    #[test]
    fn every_fault_and_every_field_has_words_in_each_language() {
        for lang in [Lang::En, Lang::Cy] {
            let w = Words::new(lang);
            for key in Fault::KEYS.iter().filter(|key| !WITH_NUMBERS.contains(key)) {
                assert!(w.named("import-fault", key).is_some(), "{key}");
            }
            for field in Field::ALL {
                assert!(w.named("import-field", field.key()).is_some(), "{}", field.key());
            }
        }
    }
}
