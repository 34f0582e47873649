//! A family when its last row has come in: what only the whole can tell, and the referral it makes.

use jiff::civil::Date;

use super::ReadFamily;
use super::draft::Draft;
use super::fault::Fault;
use super::field::Field;
use super::problem::{Problem, Value};
use super::record::Columns;
use crate::consent::Consent;
use crate::id::SiteId;
use crate::need::NEEDS;
use crate::referral::{Doubt, PEOPLE_MAX, Refer, ReferProblem};
use crate::text::{Text, TextProblem};

/// What is found wrong with a family as a whole.
struct Whole<'a> {
    columns: &'a Columns,
    problems: &'a mut Vec<Problem>,
    /// The first row of the family.
    first: u32,
    blocked: bool,
}

impl Whole<'_> {
    fn find(&mut self, row: u32, field: Field, value: Value, fault: Fault) {
        self.blocked |= fault.blocks();
        self.problems.push(self.columns.problem(row, field, value, fault));
    }

    /// Puts words together; too many are a problem of the column they come from.
    fn keep(&mut self, field: Field, words: &str) -> Option<Text> {
        match Text::parse(words) {
            Ok(text) => Some(text),
            Err(TextProblem::Empty) => None,
            Err(TextProblem::TooLong { chars, max }) => {
                self.find(self.first, field, Value::default(), Fault::TooLong { chars, max });
                None
            }
        }
    }
}

/// Makes a family of its rows.
pub(super) fn finish(
    mut draft: Draft,
    site: SiteId,
    today: Date,
    columns: &Columns,
    problems: &mut Vec<Problem>,
) -> ReadFamily {
    let mut whole = Whole {
        columns,
        problems,
        first: draft.rows.first().copied().unwrap_or_default(),
        blocked: draft.blocked,
    };
    let earliest = draft.days.iter().map(|(day, _)| *day).min();
    if earliest.is_none() && !draft.day_unread && !draft.members.is_empty() {
        whole.find(
            whole.first,
            Field::ReferralDay,
            Value::default(),
            Fault::ReferralDayMissing,
        );
    }
    let received_on = earliest.unwrap_or(today);
    for (person, _) in draft
        .members
        .iter_mut()
        .zip(&draft.origins)
        .filter(|(_, origin)| origin.agreed_undated)
    {
        person.consents.taking_part = Consent::Given { on: received_on };
    }
    let going_well = notes(&draft);
    let refer = Refer {
        going_well: whole.keep(Field::GoingWell, &going_well),
        worries: whole.keep(Field::Needs, &draft.kept.join("\n")),
        needs: NEEDS
            .iter()
            .zip(draft.needs)
            .filter(|(_, said)| *said)
            .map(|(need, _)| need)
            .collect(),
        homes: std::mem::take(&mut draft.homes),
        people: std::mem::take(&mut draft.members),
        ..Refer::to(site)
    };
    check(&refer, &draft, &mut whole);
    let blocked = whole.blocked;
    ReadFamily {
        key: draft.key,
        rows: draft.rows,
        received_on,
        refer,
        worker: draft.workers.into_iter().next().map(|(worker, _)| worker),
        worker_email: draft.emails.into_iter().next().map(|(email, _)| email),
        blocked,
    }
}

/// What is going well: one note as it stands; of several each under the names of those it was written for.
fn notes(draft: &Draft) -> String {
    if let [(note, _)] = draft.notes.as_slice() {
        return note.as_str().to_owned();
    }
    let under_names = draft.notes.iter().map(|(note, people)| {
        let names = people.iter().map(|place| draft.members[*place].name.spoken());
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        format!("{}\n{note}", names.join(", "))
    });
    under_names.collect::<Vec<String>>().join("\n\n")
}

/// What the whole family tells.
fn check(refer: &Refer, draft: &Draft, whole: &mut Whole<'_>) {
    let row = |person: usize| draft.origins.get(person).map_or(whole.first, |origin| origin.row);
    let said = |person: usize| draft.origins[person].elder.clone().unwrap_or_default();
    let mut nearest: Vec<Doubt> = Vec::new();
    for doubt in refer
        .doubts()
        .into_iter()
        .filter(|doubt| draft.origins[doubt.adult].elder.is_some())
    {
        match nearest.iter_mut().find(|known| known.adult == doubt.adult) {
            Some(known) if doubt.years < known.years => *known = doubt,
            Some(_) => {}
            None => nearest.push(doubt),
        }
    }
    let mut found: Vec<(u32, Field, Value, Fault)> = Vec::new();
    for Doubt { child, adult, years } in nearest {
        let fault = Fault::ParentYears { row: row(child), years };
        found.push((row(adult), Field::Birth, said(adult), fault));
    }
    if PEOPLE_MAX < draft.people {
        let (people, max) = (draft.people, PEOPLE_MAX);
        let fault = Fault::Family(ReferProblem::TooManyPeople { people, max });
        found.push((whole.first, Field::Family, Value::of(draft.key.as_str()), fault));
    }
    for problem in refer.problems() {
        let at = match problem {
            // Whoever was not read may be the child.
            ReferProblem::NoChild if draft.has_unread || PEOPLE_MAX < draft.people => continue,
            ReferProblem::NoChild => (whole.first, Field::Relationship, Value::default()),
            ReferProblem::UnbornAdult { person } => (row(person), Field::Birth, said(person)),
            ReferProblem::TooManyHomes { .. } => (whole.first, Field::Address, Value::default()),
            _ => (whole.first, Field::Family, Value::of(draft.key.as_str())),
        };
        found.push((at.0, at.1, at.2, Fault::Family(problem)));
    }
    for (row, field, value, fault) in found {
        whole.find(row, field, value, fault);
    }
}
