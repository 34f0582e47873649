//! One person from one row: who they are, in what part, and what each of their cells says.

use jiff::civil::Date;

use super::fault::Fault;
use super::field::Field;
use super::fold::fold;
use super::language::SIGNED;
use super::problem::Value;
use super::record::Finds;
use super::relationship::Relationship;
use super::safe::safe_contact;
use super::vocabulary::Answer;
use super::when::birth;
use super::words::{Words, is_nothing};
use crate::consent::Consent;
use crate::day::{Age, Birth, age_on};
use crate::family::{Languages, NewPerson, Part};
use crate::name::PersonName;
use crate::text::Text;

/// From which age somebody whose relationship says nothing of it is taken for an adult.
///
/// Source: Family Law Reform Act 1969, section 1; Age of Majority Act (Northern Ireland) 1969, section 1.
const ADULT_YEARS: u16 = 18;

/// What people write for "no interpreter" besides no, folded.
const NO_INTERPRETER: [&str; 7] = [
    "none",
    "nil",
    "notneeded",
    "notrequired",
    "dim",
    "dimangen",
    "nidoesangen",
];

/// What is needed of a row besides its person, to compare it with others.
pub(super) struct Origin {
    /// The row they stand in.
    pub row: u32,
    /// The record they came from; see [`super::record::Record::print`].
    pub print: u64,
    /// What stands in the column of the birth, of a parent or a grandparent.
    pub elder: Option<Value>,
    /// Whether a birth was given that cannot be read, so that it can be compared with none.
    pub birth_unread: bool,
    /// Whether they agreed and the row does not say when it was referred.
    pub agreed_undated: bool,
}

/// Reads the person of a row; nobody if it cannot be said whether it is a child or an adult. What
/// depends on the others of the family, the reason and the home, is read with the family. Words
/// that have no place of their own are added to `kept`.
pub(super) fn read(
    words: &mut Words,
    finds: &mut Finds<'_>,
    today: Date,
    referred: Option<Date>,
    kept: &mut Vec<String>,
) -> Option<(NewPerson, Origin)> {
    let name = name(finds);
    let born = birth(finds, today);
    let unborn = matches!(born, Some(Birth::Expected { .. }));
    if finds.cell(Field::Forename).is_empty() && finds.columns.place(Field::Forename).is_some() && !unborn {
        finds.find(Field::Forename, Fault::ForenameMissing);
    }
    let relation = words.relationship(finds.cell(Field::Relationship));
    let part = part(finds, relation, born, today);
    compare_sex(words, finds, relation);
    let mut helps = String::new();
    let languages = languages(words, finds, &mut helps);
    interpreter(words, finds, &mut helps);
    let mut person = NewPerson {
        name,
        birth: born.unwrap_or(Birth::NotKnown),
        relationship: relationship(finds, relation),
        languages,
        communication: finds.keep(Field::Interpreter, &helps),
        safe_contact: safe_contact(words, finds),
        authority_id: finds.text(Field::PersonId),
        ..NewPerson::unknown(part.unwrap_or(Part::Child))
    };
    person.consents.taking_part = taking_part(words, finds, referred.unwrap_or(today), kept);
    let agreed = matches!(person.consents.taking_part, Consent::Given { .. });
    let elder = relation.is_some_and(|relation| relation.elder);
    let origin = Origin {
        row: finds.record.row,
        print: finds.record.print,
        elder: elder.then(|| Value::of(finds.cell(Field::Birth))),
        birth_unread: born.is_none(),
        agreed_undated: agreed && referred.is_none(),
    };
    part.map(|_| (person, origin))
}

fn name(finds: &mut Finds<'_>) -> PersonName {
    PersonName {
        forename: finds.name(Field::Forename),
        surname: finds.name(Field::Surname),
        known_as: finds.name(Field::KnownAs),
    }
}

/// Child or adult: as the word says, or else by age. A word we do not know makes an adult of
/// somebody who is 18 or over, and of anybody else nothing, for a mother may be 16.
fn part(finds: &mut Finds<'_>, relation: Option<Relationship>, born: Option<Birth>, today: Date) -> Option<Part> {
    let years = born.and_then(|born| least_years(born, today));
    let grown = years.filter(|years| ADULT_YEARS <= *years);
    let by_age = if grown.is_some() { Part::Adult } else { Part::Child };
    match (relation, grown) {
        (Some(Relationship { part: Some(part), .. }), grown) => {
            if let Some(years) = grown.filter(|_| part == Part::Child) {
                finds.find(Field::Birth, Fault::GrownChild { years });
            }
            Some(part)
        }
        (Some(_), _) => Some(by_age),
        (None, grown) => {
            let adult = grown.is_some();
            let fault = if is_nothing(finds.cell(Field::Relationship)) {
                Fault::RelationshipMissing { adult }
            } else {
                Fault::RelationshipNotKnown { adult }
            };
            finds.find(Field::Relationship, fault);
            adult.then_some(Part::Adult)
        }
    }
}

fn least_years(born: Birth, today: Date) -> Option<u16> {
    match age_on(born, today)? {
        Age::Unborn => None,
        Age::Years(years) => Some(years),
        Age::Between { least, .. } => Some(least),
    }
}

fn compare_sex(words: &mut Words, finds: &mut Finds<'_>, relation: Option<Relationship>) {
    let said = words.sex(finds.cell(Field::Sex));
    let of_word = relation.and_then(|relation| relation.sex);
    if said.zip(of_word).is_some_and(|(said, of_word)| said != of_word) {
        finds.find(Field::Sex, Fault::SexAgainstRelationship);
    }
}

/// The word as it stands, where it says more than the part.
fn relationship(finds: &mut Finds<'_>, relation: Option<Relationship>) -> Option<Text> {
    if is_nothing(finds.cell(Field::Relationship)) || relation.is_some_and(|relation| relation.plain) {
        return None;
    }
    finds.text(Field::Relationship)
}

/// The language they prefer, to speak, to read and to be reminded in; one that is signed, to speak.
/// Where the cell says more than a language's name, the whole of it is kept with what helps.
///
/// Assumption: a column that asks for one language means it for all three. If that is wrong, a
/// letter comes in a language somebody speaks and does not read, until they are asked.
fn languages(words: &mut Words, finds: &mut Finds<'_>, helps: &mut String) -> Languages {
    let said = finds.cell(Field::Language);
    if is_nothing(said) {
        return Languages::default();
    }
    let mut tag = words.language(said).cloned();
    if tag.is_none() {
        add_line(helps, &finds.columns.labelled(Field::Language, said));
        tag = words.language_among(said);
        if tag.is_none() {
            finds.find(Field::Language, Fault::LanguageNotKnown);
        }
    }
    let written = tag.clone().filter(|tag| !SIGNED.contains(&tag.as_str()));
    Languages {
        speak: tag,
        read: written.clone(),
        reminders: written,
    }
}

fn interpreter(words: &mut Words, finds: &Finds<'_>, helps: &mut String) {
    let said = finds.cell(Field::Interpreter);
    let answer = words.answer(said);
    let none = matches!(answer, Some(Answer::No | Answer::NotAsked)) || NO_INTERPRETER.contains(&fold(said).as_str());
    if !none {
        add_line(helps, &finds.columns.labelled(Field::Interpreter, said));
    }
}

fn add_line(lines: &mut String, line: &str) {
    if !lines.is_empty() {
        lines.push('\n');
    }
    lines.push_str(line);
}

/// Whether they agreed to take part; if so, by the day of the referral.
fn taking_part(words: &mut Words, finds: &mut Finds<'_>, on: Date, kept: &mut Vec<String>) -> Consent {
    let said = finds.cell(Field::Consent);
    match words.answer(said) {
        Some(Answer::Yes) => Consent::Given { on },
        Some(Answer::No) => {
            finds.find(Field::Consent, Fault::ConsentNotGiven);
            Consent::NotGiven { why: None }
        }
        Some(Answer::NotAsked) => Consent::NotAsked,
        None => {
            let why = no_and_why(words, said).and_then(|why| finds.keep(Field::Consent, why));
            if why.is_none() {
                finds.find(Field::Consent, Fault::ConsentNotKnown);
                kept.push(finds.columns.labelled(Field::Consent, said));
                return Consent::NotAsked;
            }
            Consent::NotGiven { why }
        }
    }
}

/// What stands after a no: `N - the father does not want it`.
fn no_and_why<'s>(words: &mut Words, said: &'s str) -> Option<&'s str> {
    let at = said.find([' ', '-', ',', ';', ':', '.', '\u{2013}'])?;
    let (answer, why) = said.split_at(at);
    let why = why.trim_start_matches(|c: char| c.is_whitespace() || "-,;:.\u{2013}".contains(c));
    let is_no = words.answer(answer) == Some(Answer::No);
    (is_no && !why.is_empty()).then_some(why)
}
