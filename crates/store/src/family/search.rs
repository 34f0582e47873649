//! People found by the beginnings of their names, and a family by its reference.

use super::person::unpack_name;
use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use domain::access::Reach;
use domain::family::Part;
use domain::id::{FamilyId, PersonId, SiteId};
use domain::name::PersonName;
use seal::{SubjectKey, TokenKind};

statements! {
    FIND_TOKEN = "select n.person_id, p.family_id, p.name, p.part, p.birth_year, f.reference, u.subject_key, n.site_id,
            f.merged_into, case when f.merged_into is null then null else (select l.one_person_id from person_link l
                join family_merge m on m.id = l.merge_id and m.undone_at is null
                where l.other_person_id = n.person_id limit 1) end
        from name_token n join person p on p.id = n.person_id join family f on f.id = p.family_id
            join subject u on u.site_id = n.site_id and u.id = n.person_id
        where n.token = $1 and n.site_id = $2
            and p.family_id not in (select x.family_id from protected_from x where x.from_account_id = $3)
        order by n.person_id limit $4";
    IS_OWN = "select count(*) from referral r where r.family_id = $1 and r.referred_by = $2";
    IS_ASSIGNED = "select count(*) from assignment a where a.family_id = $1 and a.account_id = $2
        and a.starts_on <= $3 and (a.ends_on is null or a.ends_on > $3)";
    REFERENCE = "select reference from family where id = $1";
    FAMILY_BY_REFERENCE = "select id, site_id from family where reference = $1";
}

/// A person found by name, date of birth or reference.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The person.
    pub person: PersonId,
    /// Their family.
    pub family: FamilyId,
    /// The family's reference.
    pub reference: String,
    /// The person's name.
    pub name: PersonName,
    /// Child or adult.
    pub part: Part,
    /// The year they were born, if known.
    pub birth_year: Option<i64>,
    /// Where their record was joined to another: that family, and who in it is the same person, where one is.
    kept: Option<(FamilyId, Option<PersonId>)>,
}

/// The most people one search answers with.
///
/// Assumption: more than a page of people is not an answer but a request to say more.
pub const HITS_MAX: usize = 50;

/// People this reader may see whose names have words that begin as typed.
pub fn search(tx: &Tx, query: &str) -> Result<Vec<Hit>> {
    let readings = seal::names::query_words(query);
    let mut hits = Vec::new();
    for (site, reach) in tx.scope().sites.clone() {
        let mut here = find_in_site(tx, site, &readings)?;
        if reach == Reach::Own {
            let mut own = Vec::with_capacity(here.len());
            for hit in here {
                if is_own(tx, hit.family)? {
                    own.push(hit);
                }
            }
            here = own;
        }
        hits.extend(under_what_is_kept(tx, here, reach)?);
    }
    hits.truncate(HITS_MAX);
    Ok(hits)
}

/// Everybody once: whoever is in a record that was joined to another is found under the one that is kept, by those who see
/// that one.
fn under_what_is_kept(tx: &Tx, hits: Vec<Hit>, reach: Reach) -> Result<Vec<Hit>> {
    let (kept, joined): (Vec<Hit>, Vec<Hit>) = hits.into_iter().partition(|hit| hit.kept.is_none());
    let mut all = kept;
    for mut hit in joined {
        let Some((family, same)) = hit.kept.take() else {
            continue;
        };
        let family = crate::likeness::kept(tx, family)?;
        if reach == Reach::Own && !is_own(tx, family)? {
            all.push(hit);
            continue;
        }
        hit.family = family;
        hit.person = same.unwrap_or(hit.person);
        let reference = tx.row(&REFERENCE, &[hit.family.into()], |row| Ok(row.text(0)?.to_owned()))?;
        hit.reference = reference.unwrap_or(hit.reference);
        if all.iter().all(|known| known.person != hit.person) {
            all.push(hit);
        }
    }
    Ok(all)
}

/// Everybody in one site whose names answer every word of one reading of what was typed.
fn find_in_site(tx: &Tx, site: SiteId, readings: &[Vec<String>]) -> Result<Vec<Hit>> {
    let mut hits: Vec<Hit> = Vec::new();
    for reading in readings {
        let mut found: Option<Vec<Hit>> = None;
        for word in reading {
            let these = with_word(tx, site, word)?;
            found = Some(match found {
                None => these,
                Some(before) => before
                    .into_iter()
                    .filter(|h| these.iter().any(|t| t.person == h.person))
                    .collect(),
            });
        }
        hits.extend(found.unwrap_or_default());
    }
    hits.sort_by_key(|hit| hit.person);
    hits.dedup_by_key(|hit| hit.person);
    Ok(hits)
}

/// Everybody in one site with a name that begins with this word.
fn with_word(tx: &Tx, site: SiteId, word: &str) -> Result<Vec<Hit>> {
    let token = tx.site_keys(site.uuid())?.search.token(TokenKind::NamePrefix, word);
    // A little more than is shown, so that a second word still finds its person among them.
    let values = [(&token).into(), site.into(), tx.account().into(), 500.into()];
    tx.rows(&FIND_TOKEN, &values, |row| read_hit(row, &words_key(tx, row, site)?))
}

fn words_key(tx: &Tx, row: &Row, site: SiteId) -> Result<SubjectKey> {
    tx.open_subject(row.id(0)?, site.uuid(), row.bytes(6)?)
}

fn read_hit(row: &Row, key: &SubjectKey) -> Result<Hit> {
    let person = row.id(0)?;
    let (kept, same) = (row.id_opt(8)?, row.id_opt(9)?.map(PersonId::from_uuid));
    let name = crate::key::open_with(key, "person", "name", person, row.bytes(2)?)?;
    Ok(Hit {
        person: PersonId::from_uuid(person),
        family: FamilyId::from_uuid(row.id(1)?),
        reference: row.text(5)?.to_owned(),
        name: unpack_name(row, &name)?,
        part: Part::from_key(row.text(3)?).ok_or_else(|| row.broken(3))?,
        birth_year: row.int_opt(4)?,
        kept: kept.map(|family| (FamilyId::from_uuid(family), same)),
    })
}

/// Whether the reader is assigned to this family or referred it.
pub(crate) fn is_own(tx: &Tx, family: FamilyId) -> Result<bool> {
    let me = tx.account();
    let day = tx.today().to_string();
    let own = tx
        .row(&IS_OWN, &[family.into(), me.into()], |row| row.int(0))?
        .unwrap_or_default();
    let assigned = tx
        .row(&IS_ASSIGNED, &[family.into(), me.into(), (&day).into()], |row| {
            row.int(0)
        })?
        .unwrap_or_default();
    Ok(own + assigned > 0)
}

/// The family a typed reference names, if this reader may list it.
pub fn by_reference(tx: &Tx, reference: &str) -> Result<Option<FamilyId>> {
    let found = tx.row(&FAMILY_BY_REFERENCE, &[reference.into()], |row| {
        Ok((row.id(0)?, row.id(1)?))
    })?;
    let Some((family, site)) = found else { return Ok(None) };
    let family = FamilyId::from_uuid(family);
    let reach = tx
        .scope()
        .sites
        .iter()
        .find(|(at, _)| at.uuid() == site)
        .map(|(_, reach)| *reach);
    Ok(match reach {
        Some(Reach::All) => Some(family),
        Some(Reach::Own) if is_own(tx, family)? => Some(family),
        _ => None,
    })
}
