//! Programme areas, and the two organisations that share the work in each.
//!
//! A site has a key of its own, wrapped by the root key, and a book of the
//! journal. Whoever runs the programme in one area holds nothing that opens
//! another's.

use crate::error::{Error, Result};
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, statements};
use crate::key::HOUSE;
use domain::id::{AuthorityId, BookId, OrganisationId, SiteId};
use domain::pack::Key;
use domain::send::Quiet;
use jiff::civil::Time;
use seal::SiteKey;
use uuid::Uuid;

statements! {
    MAKE_ORGANISATION = "insert into organisation (id, kind, name_en, name_cy, nation) values ($1, $2, $3, $4, $5)";
    ORGANISATION = "select id, kind, name_en, name_cy, nation from organisation where id = $1";
    ORGANISATIONS = "select id, kind, name_en, name_cy, nation from organisation order by kind, name_en, id";
    MAKE = "insert into site
        (id, name_en, name_cy, nation, authority_id, charity_id, wind_down_days, places, site_key, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    BY_ID = "select id, name_en, name_cy, nation, authority_id, charity_id, wind_down_days, places from site
        where id = $1";
    LIST = "select id, name_en, name_cy, nation, authority_id, charity_id, wind_down_days, places from site
        order by name_en, id";
    PLACES = "update site set places = $1 where id = $2";
    SENDING = "select quiet_from, quiet_to, ring from site where id = $1";
    SET_SENDING = "update site set quiet_from = $1, quiet_to = $2, ring = $3 where id = $4";
}

/// The most sites a list shows: one for each authority there could ever be.
///
/// Source: design.md 4, about 200 authorities to plan for.
pub const SITES_MAX: usize = 1000;

/// Whether an organisation runs the programme or answers for the families.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The charity that runs the programme.
    Charity,
    /// The local authority or Trust.
    Authority,
}

impl Kind {
    /// The word stored for it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Charity => "charity",
            Self::Authority => "authority",
        }
    }

    /// The kind with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Charity, Self::Authority]
            .into_iter()
            .find(|kind| kind.key() == key)
    }
}

/// An organisation that takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id; an authority's is also its [`AuthorityId`].
    pub id: OrganisationId,
    /// What it is.
    pub kind: Kind,
    /// Its name in English.
    pub name_en: String,
    /// Its name in Welsh; the English one where it has none.
    pub name_cy: String,
    /// The nation whose law it works under, for an authority.
    pub nation: Option<String>,
}

/// A programme area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its id.
    pub id: SiteId,
    /// Its name in English.
    pub name_en: String,
    /// Its name in Welsh.
    pub name_cy: String,
    /// The key of the nation pack it works under.
    pub nation: String,
    /// The authority or Trust.
    pub authority: AuthorityId,
    /// The charity.
    pub charity: OrganisationId,
    /// For how many days access winds down after an agreement ends.
    pub wind_down_days: u16,
    /// How many families the site's carers can support at once.
    pub places: u32,
}

impl Site {
    /// The name in a language: `cy`, or English for every other.
    pub fn name(&self, language: &str) -> &str {
        if language == "cy" { &self.name_cy } else { &self.name_en }
    }
}

impl Organisation {
    /// The name in a language: `cy`, or English for every other.
    pub fn name(&self, language: &str) -> &str {
        if language == "cy" { &self.name_cy } else { &self.name_en }
    }
}

/// A programme area on its way in.
#[derive(Clone, Debug)]
pub struct NewSite {
    /// Its name in English.
    pub name_en: String,
    /// Its name in Welsh.
    pub name_cy: String,
    /// The nation pack it works under.
    pub nation: Key,
    /// The authority or Trust, made before.
    pub authority: AuthorityId,
    /// The charity, made before.
    pub charity: OrganisationId,
    /// For how many days access winds down after an agreement ends.
    pub wind_down_days: u16,
    /// How many families the site's carers can support at once.
    pub places: u32,
}

/// Stores an organisation that takes part.
pub fn make_organisation(
    tx: &Tx,
    kind: Kind,
    name_en: &str,
    name_cy: &str,
    nation: Option<&Key>,
) -> Result<OrganisationId> {
    let id = OrganisationId::from_uuid(crate::id::fresh(tx.now()));
    let nation = nation.map(Key::as_str);
    tx.run(
        &MAKE_ORGANISATION,
        &[
            id.into(),
            kind.key().into(),
            name_en.into(),
            name_cy.into(),
            nation.into(),
        ],
    )?;
    Ok(id)
}

/// One organisation.
///
/// # Errors
/// [`Error::NotFound`] when there is none with this id.
pub fn organisation(tx: &Tx, id: OrganisationId) -> Result<Organisation> {
    tx.row(&ORGANISATION, &[id.into()], read_organisation)?
        .ok_or(Error::NotFound)
}

/// Every organisation, authorities first, by their English names.
pub fn organisations(tx: &Tx) -> Result<Vec<Organisation>> {
    tx.rows(&ORGANISATIONS, &[], read_organisation)
}

fn read_organisation(row: &Row) -> Result<Organisation> {
    Ok(Organisation {
        id: OrganisationId::from_uuid(row.id(0)?),
        kind: Kind::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?,
        name_en: row.text(2)?.to_owned(),
        name_cy: row.text(3)?.to_owned(),
        nation: row.text_opt(4)?.map(ToOwned::to_owned),
    })
}

/// Begins a programme area: its key, its own subject and the first entry of its book.
///
/// # Errors
/// [`Error::Constraint`] when an organisation is not there.
pub fn make(tx: &Tx, new: &NewSite) -> Result<SiteId> {
    let id = SiteId::from_uuid(crate::id::fresh(tx.now()));
    let wrapped = tx.keys.root().wrap_site(id.bytes(), &SiteKey::generate());
    tx.run(
        &MAKE,
        &[
            id.into(),
            (&new.name_en).into(),
            (&new.name_cy).into(),
            new.nation.as_str().into(),
            new.authority.into(),
            new.charity.into(),
            i64::from(new.wind_down_days).into(),
            i64::from(new.places).into(),
            (&wrapped).into(),
            tx.now_micros().into(),
        ],
    )?;
    tx.make_subject(id.uuid(), id.uuid(), "site")?;
    note(
        tx,
        id,
        "site_made",
        Fact::SiteMade {
            name: new.name_en.clone(),
            nation: new.nation.to_string(),
        },
    )?;
    Ok(id)
}

/// Sets how many families the site's carers can support at once.
pub fn set_places(tx: &Tx, id: SiteId, places: u32) -> Result<()> {
    if tx.run(&PLACES, &[i64::from(places).into(), id.into()])? == 0 {
        return Err(Error::NotFound);
    }
    note(tx, id, "site_places_set", Fact::SitePlacesSet { places })
}

/// When people of a programme area are left alone, and whom they ring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The hours in which nothing that can wait is sent.
    pub quiet: Quiet,
    /// The number families ring, as it is printed on what they are sent.
    pub ring: Option<String>,
}

/// When people of a programme area are left alone, and whom they ring.
///
/// # Errors
/// [`Error::NotFound`] when there is no such site.
pub fn sending(tx: &Tx, id: SiteId) -> Result<Sending> {
    let found = tx.row(&SENDING, &[id.into()], |row| {
        let time = |at: usize| crate::outbox::time_of(row.int(at)?).ok_or_else(|| row.broken(at));
        Ok(Sending {
            quiet: Quiet {
                from: time(0)?,
                to: time(1)?,
            },
            ring: row.text_opt(2)?.map(ToOwned::to_owned),
        })
    })?;
    found.ok_or(Error::NotFound)
}

/// Sets when people of a programme area are left alone, to the minute, and whom they ring.
///
/// # Errors
/// [`Error::NotFound`] when there is no such site.
pub fn set_sending(tx: &Tx, id: SiteId, sending: &Sending) -> Result<()> {
    let minutes = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
    let Quiet { from, to } = sending.quiet;
    let values = [
        minutes(from).into(),
        minutes(to).into(),
        sending.ring.as_ref().into(),
        id.into(),
    ];
    if tx.run(&SET_SENDING, &values)? == 0 {
        return Err(Error::NotFound);
    }
    let clock = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
    let fact = Fact::SiteSendingSet {
        quiet_from: clock(from),
        quiet_to: clock(to),
        ring: sending.ring.clone(),
    };
    note(tx, id, "site_sending_set", fact)
}

/// An entry in the site's own book, sealed for the site.
fn note(tx: &Tx, id: SiteId, action: &'static str, fact: Fact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(id.uuid()),
        kind: BookKind::Site,
        action,
        object_kind: "site",
        object_id: Some(id.uuid()),
        parts: vec![Part {
            subject: id.uuid(),
            body: fact.write(),
        }],
    })?;
    Ok(())
}

/// One programme area.
///
/// # Errors
/// [`Error::NotFound`] when there is none with this id.
pub fn by_id(tx: &Tx, id: SiteId) -> Result<Site> {
    tx.row(&BY_ID, &[id.into()], read)?.ok_or(Error::NotFound)
}

/// Every programme area, by its English name.
pub fn list(tx: &Tx) -> Result<Vec<Site>> {
    let mut sites = tx.rows(&LIST, &[], read)?;
    sites.truncate(SITES_MAX);
    Ok(sites)
}

/// The programme areas this reader's permit covers, by their English names; a role for the whole house covers all.
pub fn in_scope(tx: &Tx) -> Result<Vec<Site>> {
    let covered: Vec<Uuid> = tx.scope().sites.iter().map(|(site, _)| site.uuid()).collect();
    let mut sites = list(tx)?;
    if !covered.contains(&HOUSE) {
        sites.retain(|site| covered.contains(&site.id.uuid()));
    }
    Ok(sites)
}

fn read(row: &Row) -> Result<Site> {
    Ok(Site {
        id: SiteId::from_uuid(row.id(0)?),
        name_en: row.text(1)?.to_owned(),
        name_cy: row.text(2)?.to_owned(),
        nation: row.text(3)?.to_owned(),
        authority: AuthorityId::from_uuid(row.id(4)?),
        charity: OrganisationId::from_uuid(row.id(5)?),
        wind_down_days: u16::try_from(row.int(6)?).map_err(|_| row.broken(6))?,
        places: u32::try_from(row.int(7)?).map_err(|_| row.broken(7))?,
    })
}
