//! One family while its rows come in, and what its rows say of the whole.

use jiff::civil::Date;

use super::fault::Fault;
use super::field::Field;
use super::fold::fold;
use super::person::{Origin, read};
use super::record::Finds;
use super::words::Words;
use crate::day::Birth;
use crate::family::{Home, NewPerson, Reason};
use crate::name::Name;
use crate::need::NEEDS;
use crate::referral::PEOPLE_MAX;
use crate::text::Text;

/// A family as far as its rows have come in. Its lists are walked for each row, and none grows
/// past [`PEOPLE_MAX`]: rows after that are counted and not read.
pub(super) struct Draft {
    pub key: Text,
    /// Every row that names the family.
    pub rows: Vec<u32>,
    /// Whether anything keeps it out.
    pub blocked: bool,
    /// Whether a row of it could not be read as a person, who may have been a child.
    pub has_unread: bool,
    /// How many people the rows name, those that are not read included.
    pub people: usize,
    /// Those that are read.
    pub members: Vec<NewPerson>,
    /// Where each of them comes from.
    pub origins: Vec<Origin>,
    /// Where they live.
    pub homes: Vec<Home<usize>>,
    /// The address and postcode of each home as they were written.
    pub homes_said: Vec<[Box<str>; 2]>,
    /// The different days of referral and the first row with each.
    pub days: Vec<(Date, u32)>,
    /// Whether a day of referral stands there that cannot be read.
    pub day_unread: bool,
    /// The different social workers and the first row with each.
    pub workers: Vec<(Name, u32)>,
    /// The different e-mail addresses of them.
    pub emails: Vec<(Text, u32)>,
    /// Which areas of need, by their place in [`NEEDS`].
    pub needs: [bool; NEEDS.len()],
    /// The different notes, and the places of those they were written for.
    pub notes: Vec<(Text, Vec<usize>)>,
    /// Words that have no place of their own.
    pub kept: Vec<String>,
    /// The first reason a child has.
    pub reason: Option<Reason>,
    pub said: Said,
}

/// What is said once for a family, and has been.
#[derive(Clone, Copy, Default)]
pub(super) struct Said {
    pub mixed: bool,
    pub reason_of_adult: bool,
    pub other_family: bool,
}

/// For how many people more room is made at once.
///
/// Assumption: 4, a usual family; a person takes some four hundred bytes, and to move those before for each new one cost
/// more than reading it.
const AT_ONCE: usize = 4;

impl Draft {
    pub(super) const fn new(key: Text) -> Self {
        Self {
            key,
            rows: Vec::new(),
            blocked: false,
            has_unread: false,
            people: 0,
            members: Vec::new(),
            origins: Vec::new(),
            homes: Vec::new(),
            homes_said: Vec::new(),
            days: Vec::new(),
            day_unread: false,
            workers: Vec::new(),
            emails: Vec::new(),
            needs: [false; NEEDS.len()],
            notes: Vec::new(),
            kept: Vec::new(),
            reason: None,
            said: Said {
                mixed: false,
                reason_of_adult: false,
                other_family: false,
            },
        }
    }

    /// Takes one row that has the right number of cells.
    pub(super) fn take(&mut self, words: &mut Words, finds: &mut Finds<'_>, today: Date) {
        let same = self.origins.iter().find(|origin| origin.print == finds.record.print);
        if let Some(same) = same {
            finds.find_in_row(Fault::SameRow { row: same.row });
            return;
        }
        self.people += 1;
        if PEOPLE_MAX < self.people {
            return;
        }
        let referred = self.referral_day(finds, today);
        self.worker(finds);
        let mut kept = Vec::new();
        let member = read(words, finds, today, referred, &mut kept);
        self.needs(words, finds, &mut kept);
        if let Some((mut person, origin)) = member {
            person.reason = self.reason(words, finds, person.part, &mut kept);
            self.compare(finds, &person, &origin);
            let place = self.members.len();
            if self.members.len() == self.members.capacity() {
                self.members.reserve_exact(AT_ONCE);
            }
            self.members.push(person);
            add(&mut self.origins, origin);
            self.home(finds, place);
            self.note(finds, place);
        } else {
            self.has_unread = true;
        }
        for words in kept {
            if !self.kept.contains(&words) {
                self.kept.push(words);
            }
        }
    }

    /// Points out whoever seems to stand in an earlier row of the family.
    fn compare(&self, finds: &mut Finds<'_>, person: &NewPerson, origin: &Origin) {
        let earlier = || self.members.iter().zip(&self.origins);
        let same = earlier().find(|(known, from)| {
            let readable = !from.birth_unread && !origin.birth_unread;
            readable && births_agree(known, person) && names_agree(known, person)
        });
        if let Some((_, same)) = same {
            let field = if person.name.surname.is_some() {
                Field::Surname
            } else {
                Field::Forename
            };
            finds.find(field, Fault::SamePerson { row: same.row });
            return;
        }
        let id = person.authority_id.as_ref();
        let same = earlier().find(|(known, _)| id.is_some() && id == known.authority_id.as_ref());
        if let Some((_, same)) = same {
            finds.find(Field::PersonId, Fault::SameId { row: same.row });
        }
    }
}

/// Adds to a list that will be short, and takes no more memory than it needs: there is one of each list for every family
/// of a file. People, who are large, get room for several at once ([`AT_ONCE`]).
pub(super) fn add<T>(list: &mut Vec<T>, item: T) {
    list.reserve_exact(1);
    list.push(item);
}

/// Whether two births could be one. Children not born yet are not compared: twins would be.
fn births_agree(one: &NewPerson, other: &NewPerson) -> bool {
    let births = [one.birth, other.birth];
    let unborn = births.iter().any(|birth| matches!(birth, Birth::Expected { .. }));
    !unborn && (births[0] == births[1] || births.contains(&Birth::NotKnown))
}

/// Whether two names are the same but for case and accents; or the surnames are, where one has no
/// forename and both have the same birth.
fn names_agree(one: &NewPerson, other: &NewPerson) -> bool {
    let forename = |person: &NewPerson| folded(person.name.forename.as_ref());
    let surname = |person: &NewPerson| folded(person.name.surname.as_ref());
    if surname(one) != surname(other) {
        return false;
    }
    let (first, second) = (forename(one), forename(other));
    if first == second {
        return !(first.is_empty() && surname(one).is_empty());
    }
    let births_known = one.birth == other.birth && one.birth != Birth::NotKnown;
    (first.is_empty() || second.is_empty()) && births_known && !surname(one).is_empty()
}

/// A name as it is compared; empty where there is none.
pub(super) fn folded(name: Option<&Name>) -> String {
    name.map_or_else(String::new, |name| fold(name.as_str()))
}
