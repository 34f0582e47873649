//! The rows of a file put together into families, and families and people compared with each other.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use jiff::civil::Date;

use super::draft::{Draft, folded};
use super::fault::Fault;
use super::field::Field;
use super::fold::{fold, fold_number};
use super::record::{Finds, Record};
use crate::day::{Birth, Century, parse_day_near};
use crate::family::{NewPerson, Part};
use crate::text::{Text, TextProblem};

/// Somebody as they are looked for in other families: forename, surname, birth.
pub(super) struct Wanted {
    folded: [String; 2],
    born: Date,
}

/// Where somebody stands: a family, and a place in it.
#[derive(Clone, Copy)]
struct Seen {
    family: usize,
    member: usize,
}

/// The families so far.
///
/// The tables are only looked up in, never walked, so that their order shows nowhere.
#[derive(Default)]
pub(super) struct Groups {
    pub drafts: Vec<Draft>,
    by_key: HashMap<String, usize>,
    by_number: HashMap<String, usize>,
    /// Where somebody first stands, under the hash of name and birth; whoever is found is compared.
    people: HashMap<u64, Seen>,
    hasher: RandomState,
    /// The family of the row before, which is the family of most rows.
    last: usize,
}

impl Groups {
    /// The family a row names: its place, and a row of an earlier family whose number looks the
    /// same, if this row is the first of its family.
    pub(super) fn of(&mut self, said: &str) -> Result<(usize, Option<u32>), TextProblem> {
        if self
            .drafts
            .get(self.last)
            .is_some_and(|draft| draft.key.as_str() == said)
        {
            return Ok((self.last, None));
        }
        let key = Text::parse(said)?;
        if let Some(&known) = self.by_key.get(key.as_str()) {
            self.last = known;
            return Ok((known, None));
        }
        let place = self.drafts.len();
        let number = fold_number(said);
        let first = if number.is_empty() {
            place
        } else {
            *self.by_number.entry(number).or_insert(place)
        };
        let like = self.drafts.get(first).and_then(|draft| draft.rows.first().copied());
        self.by_key.insert(key.as_str().to_owned(), place);
        self.drafts.push(Draft::new(key));
        self.last = place;
        Ok((place, like))
    }

    /// Points out somebody who stands in another family too: a child makes the families look the
    /// same, which is said once; an adult may belong to two.
    pub(super) fn compare(&mut self, family: usize, finds: &mut Finds<'_>) {
        let draft = &self.drafts[family];
        let newest = draft.members.last().zip(draft.origins.last());
        let Some((person, _)) = newest.filter(|(_, origin)| origin.row == finds.record.row) else {
            return;
        };
        let Some(wanted) = Wanted::from_person(person) else {
            return;
        };
        let member = draft.members.len() - 1;
        let seen = *self
            .people
            .entry(wanted.hash(&self.hasher))
            .or_insert(Seen { family, member });
        if seen.family == family || !self.is(seen, &wanted) {
            return;
        }
        let row = self.row(seen);
        let draft = &mut self.drafts[family];
        if draft.members[member].part == Part::Adult {
            finds.find(Field::Surname, Fault::SamePerson { row });
        } else if !draft.said.other_family {
            draft.said.other_family = true;
            finds.find(Field::Family, Fault::SameFamily { row });
        }
    }

    /// The row of a family in which somebody stands.
    pub(super) fn row_of(&self, wanted: &Wanted) -> Option<u32> {
        let seen = *self.people.get(&wanted.hash(&self.hasher))?;
        self.is(seen, wanted).then(|| self.row(seen))
    }

    fn is(&self, seen: Seen, wanted: &Wanted) -> bool {
        let person = &self.drafts[seen.family].members[seen.member];
        Wanted::from_person(person).is_some_and(|known| known.folded == wanted.folded && known.born == wanted.born)
    }

    fn row(&self, seen: Seen) -> u32 {
        self.drafts[seen.family].origins[seen.member].row
    }
}

impl Wanted {
    fn from_person(person: &NewPerson) -> Option<Self> {
        let Birth::On(born) = person.birth else {
            return None;
        };
        let name = &person.name;
        Self::new([&name.forename, &name.surname].map(|name| folded(name.as_ref())), born)
    }

    /// The person of a row that names no family.
    pub(super) fn from_record(record: &Record<'_>, today: Date) -> Option<Self> {
        let born = parse_day_near(record.cell(Field::Birth), today, Century::LatestPast).ok()?;
        let names = [Field::Forename, Field::Surname].map(|field| fold(record.cell(field)));
        Self::new(names, born)
    }

    fn new(folded: [String; 2], born: Date) -> Option<Self> {
        let is_whole = folded.iter().all(|name| !name.is_empty());
        is_whole.then_some(Self { folded, born })
    }

    fn hash(&self, hasher: &RandomState) -> u64 {
        hasher.hash_one((&self.folded, self.born))
    }
}
