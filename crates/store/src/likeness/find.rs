//! Finding the families a new one may be, by the tokens of its people.

use super::known::of_family;
use crate::error::Result;
use crate::family::{NewFamily, Tag, Trace, is_shared, tag, traces};
use crate::kernel::{Tx, Value, statements};
use domain::day::Birth;
use domain::family::{Home, Person};
use domain::id::{FamilyId, LikenessId, SiteId};
use domain::likeness::{FamilyLikeness, Known, Sign, Strength, families};
use seal::{SearchKey, TokenKind, names};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// How many people a new family is compared with at most, those of the rarest tokens first.
///
/// Assumption: 200, far more than share a name, a birth or a postcode with four people; of a hostel with more, those who
/// agree in nothing but its postcode may not be found.
const PEOPLE_MAX: usize = 200;

/// How many people with one birth or one postcode are looked through, the newest first.
///
/// Assumption: 2,000. An office given as everybody's postcode, or the first of January as everybody's birth, is shared by
/// thousands, and each new family would cost as much as there are families. Those it leaves out are still found by the
/// sound of their names or their number.
const SHARED_MAX: i64 = 2000;

/// How many records one after the other may have been joined.
///
/// Assumption: 8; nobody joins a family that often, and a longer chain is only followed so far.
const JOINED_MAX: usize = 8;

statements! {
    WITH_NUMBER = "select n.person_id, p.family_id from name_token n join person p on p.id = n.person_id
        where n.token = $1 and n.site_id = $2 and p.family_id <> $3 order by n.person_id desc limit $4";
    WITH_SOUNDS = "select n.person_id, p.family_id from name_token n join person p on p.id = n.person_id
        where n.token = $1 and n.site_id = $2 and p.family_id <> $3
            and (p.birth_year is null or p.birth_year between $4 and $5)
        order by n.person_id desc limit $6";
    SHARING = "select n.person_id, n.beside from name_token n
        where n.token = $1 and n.site_id = $2 order by n.person_id desc limit $3";
    FAMILY = "select p.family_id from person p where p.id = $1 and p.family_id <> $2";
    KEPT = "select merged_into from family where id = $1 and merged_into is not null";
    FOUND = "insert into likeness
        (id, site_id, one_family_id, other_family_id, strength, signs, found_at, stage, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, 'open', 1)
        on conflict (one_family_id, other_family_id) do nothing";
    AGAIN = "update likeness set strength = $1, signs = $2 where id = $3 and stage = 'open'";
}

/// Looks for families of the same site that a new one may be, and keeps each pair for a person to look at.
///
/// Nothing else happens: the new family is stored as it was sent, whatever is found.
pub(crate) fn find(tx: &Tx, family: &NewFamily) -> Result<()> {
    let mine: Vec<Known> = family
        .people
        .iter()
        .zip(0..)
        .map(|(person, at)| Known::of(person, family.homes_of(at), seal::names::fold))
        .collect();
    let mut found: BTreeMap<FamilyId, FamilyLikeness> = BTreeMap::new();
    for candidate in candidates(tx, family)? {
        let theirs: Vec<Known> = of_family(tx, candidate)?.into_iter().map(|(_, known)| known).collect();
        let Some(likeness) = families(&mine, &theirs) else {
            continue;
        };
        // A record that was joined to another stands for the one that is kept.
        let kept = kept(tx, candidate)?;
        let weaker = found
            .get(&kept)
            .is_some_and(|before| likeness.strength <= before.strength);
        if !weaker {
            found.insert(kept, likeness);
        }
    }
    for (other, likeness) in found {
        keep(tx, family.site, [family.id, other], &likeness)?;
    }
    Ok(())
}

/// One token to look for, with what else of the same person must be found beside it.
struct Looked {
    token: [u8; 16],
    kind: TokenKind,
    /// The years of a birth, for a name.
    years: [i64; 2],
    /// For a birth or a postcode, which many share: the words of the name, and the other of the two.
    beside: Vec<Tag>,
}

impl Looked {
    /// Whether any of what must stand beside it does.
    fn meets(&self, beside: &[u8]) -> bool {
        let (tags, _) = beside.as_chunks();
        tags.iter().any(|tag| self.beside.contains(tag))
    }
}

/// What is looked for of one person, the rarest first. A birth alone, or a postcode alone, says nothing:
/// [`domain::likeness::compare`] asks for a part of the name beside it, or for both.
fn looked_for(keys: &SearchKey, person: &Person, homes: &[&Home<usize>]) -> Vec<Looked> {
    let years = years_near(person.birth);
    let all = traces(keys, person, homes.iter().copied());
    let names = [&person.name.forename, &person.name.surname, &person.name.known_as];
    let words = names
        .into_iter()
        .flatten()
        .flat_map(|name| names::query_words(name.as_str()).concat());
    let words: Vec<Tag> = words
        .map(|word| tag(keys.token(TokenKind::NamePrefix, &word)))
        .collect();
    let beside = |kind: TokenKind| -> Vec<Tag> {
        let others = all.iter().filter(|(_, other)| is_shared(*other) && *other != kind);
        let others = others.map(|(token, _)| tag(*token));
        others.chain(words.iter().copied()).collect()
    };
    let looked = |(token, kind): &Trace| Looked {
        token: *token,
        kind: *kind,
        years,
        beside: if is_shared(*kind) { beside(*kind) } else { Vec::new() },
    };
    all.iter().map(looked).collect()
}

/// The families with somebody who shares enough with one of the new one.
fn candidates(tx: &Tx, family: &NewFamily) -> Result<BTreeSet<FamilyId>> {
    let keys = tx.site_keys(family.site.uuid())?;
    let people = family.people.iter().zip(0..);
    let mut all: Vec<Looked> = people
        .flat_map(|(person, at)| {
            let homes: Vec<&Home<usize>> = family.homes_of(at).collect();
            looked_for(&keys.search, person, &homes)
        })
        .collect();
    let rarest_first = [
        TokenKind::Identifier,
        TokenKind::Sound,
        TokenKind::BirthDate,
        TokenKind::Postcode,
    ];
    all.sort_by_key(|looked| rarest_first.iter().position(|kind| *kind == looked.kind));
    let mut people: BTreeSet<Uuid> = BTreeSet::new();
    let mut found = BTreeSet::new();
    for looked in &all {
        let room = PEOPLE_MAX.saturating_sub(people.len());
        for (person, theirs) in who_shares(tx, family, looked, room)? {
            people.insert(person);
            found.insert(theirs);
        }
        if PEOPLE_MAX <= people.len() {
            break;
        }
    }
    Ok(found)
}

/// At most so many people of other families who share what is looked for, each with their family.
fn who_shares(tx: &Tx, family: &NewFamily, looked: &Looked, room: usize) -> Result<Vec<(Uuid, FamilyId)>> {
    if is_shared(looked.kind) {
        return with_more_beside(tx, family, looked, room);
    }
    let mut values: Vec<Value> = vec![(&looked.token).into(), family.site.into(), family.id.into()];
    let statement = if looked.kind == TokenKind::Sound {
        values.extend(looked.years.map(Value::from));
        &WITH_SOUNDS
    } else {
        &WITH_NUMBER
    };
    values.push(i64::try_from(room).unwrap_or_default().into());
    tx.rows(statement, &values, |row| {
        Ok((row.id(0)?, FamilyId::from_uuid(row.id(1)?)))
    })
}

/// The same of a birth or a postcode, which many share: whoever agrees in something else too.
fn with_more_beside(tx: &Tx, family: &NewFamily, looked: &Looked, room: usize) -> Result<Vec<(Uuid, FamilyId)>> {
    let values = [(&looked.token).into(), family.site.into(), SHARED_MAX.into()];
    let sharing: Vec<Option<Uuid>> = tx.rows(&SHARING, &values, |row| {
        Ok(looked.meets(row.bytes(1)?).then_some(row.id(0)?))
    })?;
    let mut found = Vec::new();
    for person in sharing.into_iter().flatten() {
        let theirs = tx.row(&FAMILY, &[person.into(), family.id.into()], |row| row.id(0))?;
        found.extend(theirs.map(|theirs| (person, FamilyId::from_uuid(theirs))));
        if found.len() == room {
            break;
        }
    }
    Ok(found)
}

/// The years in which somebody of one name may have been born and be the same person: those next to theirs, or any.
///
/// A name is shared by many. Births further apart are one person's only with a home in common, which finds them by its
/// postcode; where that is not known they are not found.
fn years_near(birth: Birth) -> [i64; 2] {
    let near = birth.year().map(|year| [i64::from(year) - 1, i64::from(year) + 1]);
    near.unwrap_or([i64::MIN, i64::MAX])
}

/// The record that is kept of a family: itself, where it was not joined to another.
pub(crate) fn kept(tx: &Tx, family: FamilyId) -> Result<FamilyId> {
    let mut kept = family;
    for _ in 0..JOINED_MAX {
        match tx.row(&KEPT, &[kept.into()], |row| row.id(0))? {
            Some(into) => kept = FamilyId::from_uuid(into),
            None => break,
        }
    }
    Ok(kept)
}

fn keep(tx: &Tx, site: SiteId, mut pair: [FamilyId; 2], likeness: &FamilyLikeness) -> Result<()> {
    pair.sort_unstable();
    let id = LikenessId::from_uuid(crate::id::fresh(tx.now()));
    let signs = signs(likeness);
    let values = [
        id.into(),
        site.into(),
        pair[0].into(),
        pair[1].into(),
        likeness.strength.key().into(),
        (&signs).into(),
        tx.now_micros().into(),
    ];
    tx.run(&FOUND, &values)?;
    Ok(())
}

/// What speaks for it, of all pairs together: keys with a space between.
fn signs(likeness: &FamilyLikeness) -> String {
    let of_pairs = likeness.pairs.iter().flat_map(|pair| &pair.likeness.signs);
    let all: BTreeSet<&Sign> = of_pairs.collect();
    let keys: Vec<&str> = all.into_iter().map(|sign| sign.key()).collect();
    keys.join(" ")
}

/// Compares two families once more, after somebody was moved: what was found is kept as it is now. Where nothing is
/// alike any more, what was found before stays until a person has settled it.
pub(super) fn again(tx: &Tx, id: LikenessId, [one, other]: [FamilyId; 2]) -> Result<()> {
    let known = |family| -> Result<Vec<Known>> {
        let people = of_family(tx, family)?.into_iter();
        Ok(people.map(|(_, known)| known).collect())
    };
    let Some(likeness) = families(&known(one)?, &known(other)?) else {
        return Ok(());
    };
    let strength: Strength = likeness.strength;
    tx.run(&AGAIN, &[strength.key().into(), (&signs(&likeness)).into(), id.into()])?;
    Ok(())
}
