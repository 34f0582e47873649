//! Finding the families a new one may be, by the tokens of its people.

use super::known::of_family;
use crate::error::Result;
use crate::family::{NewFamily, Trace, traces};
use crate::kernel::{Statement, Tx, Value, statements};
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

/// How many records one after the other may have been joined.
///
/// Assumption: 8; nobody joins a family that often, and a longer chain is only followed so far.
const JOINED_MAX: usize = 8;

statements! {
    WITH_TOKEN = "select n.person_id, n.family_id from name_token n
        where n.token = $1 and n.site_id = $2 and n.family_id <> $3 order by n.person_id desc limit $4";
    WITH_SOUNDS = "select n.person_id, n.family_id from name_token n join person p on p.id = n.person_id
        where n.token = $1 and n.site_id = $2 and n.family_id <> $3
            and (p.birth_year is null or p.birth_year between $4 and $5)
        order by n.person_id desc limit $6";
    WITH_BOTH = "select n.person_id, n.family_id from name_token n
        where n.token = $1 and n.site_id = $2 and n.family_id <> $3
            and exists (select 1 from name_token m where m.person_id = n.person_id
                and m.token in ($4, $5, $6, $7, $8, $9, $10, $11))
        order by n.person_id desc limit $12";
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
    trace: Trace,
    /// The years of a birth, for a name.
    years: [i64; 2],
    /// For a birth or a postcode, which many share: the words of the name, and the other of the two.
    beside: Vec<[u8; 16]>,
}

/// How many tokens are looked for beside a birth or a postcode.
///
/// Assumption: 8, room for a birth, two postcodes and five words of names; further words of a long name are left out.
const BESIDE_MAX: usize = 8;

/// What is looked for of one person. A birth alone, or a postcode alone, says nothing: [`domain::likeness::compare`] asks
/// for a part of the name beside it, or for both.
fn looked_for(keys: &SearchKey, person: &Person, homes: &[&Home<usize>]) -> Vec<Looked> {
    let years = years_near(person.birth);
    let all = traces(keys, person, homes.iter().copied());
    let of = |kind: &str| -> Vec<[u8; 16]> {
        let fitting = all.iter().filter(|(_, known)| *known == kind);
        fitting.map(|(token, _)| *token).collect()
    };
    let names = [&person.name.forename, &person.name.surname, &person.name.known_as];
    let words = names
        .into_iter()
        .flatten()
        .flat_map(|name| names::query_words(name.as_str()).concat());
    let words: Vec<[u8; 16]> = words.map(|word| keys.token(TokenKind::NamePrefix, &word)).collect();
    let beside = |kind: &str| -> Vec<[u8; 16]> {
        let mut beside: Vec<[u8; 16]> = match kind {
            "birth" => [of("postcode"), words.clone()].concat(),
            "postcode" => [of("birth"), words.clone()].concat(),
            _ => Vec::new(),
        };
        beside.truncate(BESIDE_MAX);
        beside
    };
    let looked = |trace: &Trace| Looked {
        trace: *trace,
        years,
        beside: beside(trace.1),
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
    all.sort_by_key(|looked| {
        ["identifier", "sound", "birth", "postcode"]
            .iter()
            .position(|known| *known == looked.trace.1)
    });
    let mut people: BTreeSet<Uuid> = BTreeSet::new();
    let mut found = BTreeSet::new();
    for looked in &all {
        let left = i64::try_from(PEOPLE_MAX.saturating_sub(people.len())).unwrap_or_default();
        let Some((statement, values)) = question(family, looked, left) else {
            continue;
        };
        tx.each(statement, &values, |row| {
            people.insert(row.id(0)?);
            found.insert(FamilyId::from_uuid(row.id(1)?));
            Ok(())
        })?;
        if PEOPLE_MAX <= people.len() {
            break;
        }
    }
    Ok(found)
}

/// How a token is looked for; not at all where what must stand beside it is not known.
fn question<'a>(family: &NewFamily, looked: &'a Looked, most: i64) -> Option<(&'static Statement, Vec<Value<'a>>)> {
    let (token, kind) = &looked.trace;
    let mut values: Vec<Value<'a>> = vec![token.into(), family.site.into(), family.id.into()];
    let statement = match *kind {
        "sound" => {
            values.extend(looked.years.map(Value::from));
            &WITH_SOUNDS
        }
        "birth" | "postcode" => {
            // A place that is left over asks for the last once more.
            let last = looked.beside.last()?;
            let padded = looked.beside.iter().chain(std::iter::repeat(last));
            values.extend(padded.take(BESIDE_MAX).map(Value::from));
            &WITH_BOTH
        }
        _ => &WITH_TOKEN,
    };
    values.push(most.into());
    Some((statement, values))
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
