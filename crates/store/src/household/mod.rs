//! Carers' households: who lives there, what they are approved for, how many families they take and when they are away.

mod read;
mod record;

use crate::error::{Error, Result};
use crate::kernel::{Tx, Value, statements};
use domain::family::Postcode;
use domain::household::{About, Household, NewHousehold, Terms};
use domain::id::{AccountId, HouseholdId, MemberId, SiteId};
use domain::reference::Kind;
use domain::text::Text;
use uuid::Uuid;

pub(crate) use read::{ALL as READ, of_site};
pub use read::{carers_of, families, list, load, of_account, show};
pub(crate) use record::ALL as RECORD;
pub use record::record;

statements! {
    MAKE = "insert into household (id, site_id, reference, supervisor_id, approved_from, approved_to, children_max, age_from,
            age_to, terms, places, weekends, languages, skills, ready, ready_from, postcode, home, preferences, stage,
            made_at, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 'open', $20, 1)";
    STORE = "update household set supervisor_id = $1, approved_from = $2, approved_to = $3, children_max = $4, age_from = $5,
            age_to = $6, terms = $7, places = $8, weekends = $9, languages = $10, skills = $11, ready = $12,
            ready_from = $13, postcode = $14, home = $15, preferences = $16, row_version = row_version + 1
        where id = $17 and row_version = $18";
    MAKE_MEMBER = "insert into household_member (id, household_id, site_id, place_no, part, name, account_id)
        values ($1, $2, $3, $4, $5, $6, $7)";
    STORE_MEMBER = "update household_member set place_no = $1, part = $2, name = $3, account_id = $4
        where id = $5 and household_id = $6";
    DROP_MEMBER = "delete from household_member where id = $1 and household_id = $2";
    MAKE_PLACE = "insert into place (household_id, place_no, site_id) values ($1, $2, $3)
        on conflict (household_id, place_no) do nothing";
    DROP_PLACES = "delete from place where household_id = $1 and place_no > $2";
    STANDS_AT = "select id, place_no from matching where household_id = $1 and stage = 'active' order by place_no";
    MOVE_MATCH = "update matching set place_no = $1 where id = $2";
}

/// Stores a new household, its people and its places, with a key and a book of its own.
///
/// # Errors
/// The store's own.
pub fn make(tx: &Tx, new: &NewHousehold) -> Result<HouseholdId> {
    let id = HouseholdId::from_uuid(crate::id::fresh(tx.now()));
    let reference = crate::id::reference(Kind::Household).to_string();
    tx.make_subject(id.uuid(), new.site.uuid(), "household")?;
    let said = Said::of(tx, id, new)?;
    let mut values: Vec<Value> = vec![id.into(), new.site.into(), (&reference).into()];
    values.extend(said.values(new));
    values.push(tx.now_micros().into());
    tx.run(&MAKE, &values)?;
    people(tx, id, new, &[])?;
    places(tx, id, new)?;
    record::written(tx, id, &reference, new, "household_made")?;
    Ok(id)
}

/// What is said of a household, sealed and in the form it is stored in.
struct Said {
    days: [Option<String>; 3],
    terms: Option<Vec<u8>>,
    postcode: Option<Vec<u8>>,
    home: Option<Vec<u8>>,
    preferences: Option<Vec<u8>>,
    languages: String,
    skills: String,
}

impl Said {
    fn of(tx: &Tx, id: HouseholdId, new: &NewHousehold) -> Result<Self> {
        let seal = |column: &str, words: Option<&str>| {
            let row = id.uuid();
            tx.seal_opt(row, "household", column, row, words)
        };
        let words = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().to_owned());
        let ready_from = match new.ready {
            domain::household::Ready::From(day) => Some(day.to_string()),
            _ => None,
        };
        let tags: Vec<&str> = new.languages.iter().map(domain::family::LanguageTag::as_str).collect();
        let skills: Vec<&str> = new.skills.iter().map(|need| need.key).collect();
        Ok(Self {
            days: [
                Some(new.approval.from.to_string()),
                new.approval.to.map(|day| day.to_string()),
                ready_from,
            ],
            terms: seal("terms", words(&new.approval.terms.words).as_deref())?,
            postcode: seal("postcode", new.about.postcode.as_ref().map(Postcode::as_str))?,
            home: seal("home", words(&new.about.home).as_deref())?,
            preferences: seal("preferences", words(&new.about.preferences).as_deref())?,
            languages: tags.join(" "),
            skills: skills.join(" "),
        })
    }

    /// The values of the columns from `supervisor_id` to `preferences`, in the order of the statements.
    fn values<'a>(&'a self, new: &NewHousehold) -> Vec<Value<'a>> {
        let Terms { children_max, ages, .. } = &new.approval.terms;
        let number = |number: Option<u8>| number.map(i64::from);
        let [from, to, ready_from] = &self.days;
        vec![
            new.supervisor.into(),
            from.as_ref().into(),
            to.as_ref().into(),
            number(*children_max).into(),
            number(ages.map(|(youngest, _)| youngest)).into(),
            number(ages.map(|(_, oldest)| oldest)).into(),
            self.terms.as_ref().into(),
            i64::from(new.places).into(),
            i64::from(new.weekends).into(),
            (&self.languages).into(),
            (&self.skills).into(),
            new.ready.key().into(),
            ready_from.as_ref().into(),
            self.postcode.as_ref().into(),
            self.home.as_ref().into(),
            self.preferences.as_ref().into(),
        ]
    }
}

/// Stores what was changed of a household.
fn store(tx: &Tx, household: &Household, new: &NewHousehold) -> Result<()> {
    let said = Said::of(tx, household.id, new)?;
    let mut values = said.values(new);
    values.push(household.id.into());
    values.push(household.version.into());
    changed(tx, household, tx.run(&STORE, &values)?)?;
    people(
        tx,
        household.id,
        new,
        &household.members.iter().map(|one| one.id).collect::<Vec<_>>(),
    )?;
    places(tx, household.id, new)
}

/// Stores who lives there: those who are known keep their row, and whoever is not named any more goes.
fn people(tx: &Tx, id: HouseholdId, new: &NewHousehold, known: &[MemberId]) -> Result<()> {
    let stay = |member: &MemberId| new.members.iter().any(|one| one.id == Some(*member));
    for member in known.iter().filter(|member| !stay(member)) {
        tx.run(&DROP_MEMBER, &[(*member).into(), id.into()])?;
    }
    for (member, place) in new.members.iter().zip(1_i64..) {
        let row = member.id.map_or_else(|| crate::id::fresh(tx.now()), MemberId::uuid);
        let name = tx.seal(id.uuid(), "household_member", "name", row, member.name.as_str())?;
        let part = member.part.key();
        if member.id.is_some_and(|member| known.contains(&member)) {
            let values = [
                place.into(),
                part.into(),
                (&name).into(),
                member.account.into(),
                row.into(),
                id.into(),
            ];
            tx.run(&STORE_MEMBER, &values)?;
        } else {
            let row = if member.id.is_some() {
                crate::id::fresh(tx.now())
            } else {
                row
            };
            let name = tx.seal(id.uuid(), "household_member", "name", row, member.name.as_str())?;
            let values = [
                row.into(),
                id.into(),
                new.site.into(),
                place.into(),
                part.into(),
                (&name).into(),
                member.account.into(),
            ];
            tx.run(&MAKE_MEMBER, &values)?;
        }
    }
    Ok(())
}

/// Makes the places a household has, and takes away those it has no more: a match that stands in one of these moves up.
fn places(tx: &Tx, id: HouseholdId, new: &NewHousehold) -> Result<()> {
    let most = i64::from(new.places);
    for place in 1..=most {
        tx.run(&MAKE_PLACE, &[id.into(), place.into(), new.site.into()])?;
    }
    let stands: Vec<(Uuid, i64)> = tx.rows(&STANDS_AT, &[id.into()], |row| Ok((row.id(0)?, row.int(1)?)))?;
    let mut free = (1..=most).filter(|place| stands.iter().all(|(_, taken)| taken != place));
    for (matched, _) in stands.iter().filter(|(_, place)| most < *place) {
        let Some(place) = free.next() else { break };
        tx.run(&MOVE_MATCH, &[place.into(), (*matched).into()])?;
    }
    tx.run(&DROP_PLACES, &[id.into(), most.into()])?;
    Ok(())
}

fn changed(tx: &Tx, household: &Household, rows: u64) -> Result<()> {
    if rows == 0 {
        let now = load(tx, household.id)?.version;
        return Err(Error::Stale { now });
    }
    Ok(())
}

/// A household with what is said of its home, as its own page shows it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The household.
    pub household: Household,
    /// What the home is like, and what the carers would rather do.
    pub about: About,
}

/// One household of a list, with what it does.
#[derive(Clone, Debug)]
pub struct Line {
    /// The household.
    pub household: Household,
    /// Its postcode.
    pub postcode: Option<Postcode>,
    /// The families in its places, in the order of the places.
    pub families: Vec<Supports>,
}

/// A family in one of a household's places.
#[derive(Clone, Debug)]
pub struct Supports {
    /// The match.
    pub matched: domain::id::MatchId,
    /// The family.
    pub family: domain::id::FamilyId,
    /// In which place it stands, from 1.
    pub place: u8,
    /// The first day.
    pub from: jiff::civil::Date,
    /// How staff call the family; nothing where it is not for this reader.
    pub name: Option<String>,
    /// How much support it has, where that is known.
    pub level: Option<domain::level::Level>,
}

/// The site of a household, for whoever asks for it by its id alone.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn site_of(tx: &Tx, id: HouseholdId) -> Result<SiteId> {
    load(tx, id).map(|household| household.site)
}

/// Whether an account is a carer of a household that is not closed, and of another than this one.
pub fn is_elsewhere(tx: &Tx, account: AccountId, than: Option<HouseholdId>) -> Result<bool> {
    let of = of_account(tx, account)?;
    Ok(of.iter().any(|household| Some(*household) != than))
}
