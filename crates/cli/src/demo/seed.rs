//! Makes the demonstration: people first, then eighteen months, each thing on its own day.
//!
//! Everything goes through the verbs that people use, with permits, so that journal, seals and
//! tokens are the real ones. The clock is set back and moved forward, so that dates agree.

use super::cast::{AREAS, Area, CHARITY, HOUSE, HOUSE_MAIL, Staff, email};
use super::timeline;
use crate::deployment::permit;
use anyhow::{Context, Result};
use domain::access::{Action, Object};
use domain::agreement::{Category, Signature, WIND_DOWN_DAYS};
use domain::id::{AccountId, AuthorityId, OrganisationId, SiteId};
use domain::pack::Key;
use domain::role::Role;
use domain::text::Text;
use jiff::civil::{Date, time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use seal::RootKey;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::account::role::{self, GiveError};
use store::account::{self, NewAccount, way_in};
use store::agreement::{CATEGORIES, NewAgreement, PURPOSES};
use store::setup::Kind;
use store::site::{self, NewSite};
use store::{Clock, Location, Store, Tx};

/// How many days before today the first of it was written down.
const DAYS_BACK: i32 = 720;

/// A person of the demonstration, as its list shows them.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Their account.
    pub account: AccountId,
    /// What they do.
    pub role: Role,
    /// What they are called.
    pub name: String,
    /// Their address for mail.
    pub email: String,
    /// The programme area; none for the whole house.
    pub site: Option<&'static str>,
}

/// The demonstration while it is being made.
pub struct World {
    /// The store, with a clock that is moved.
    pub store: Store,
    clock: Arc<AtomicI64>,
    /// Today, where the families live.
    pub today: Date,
    /// The instant it is made; nothing is later.
    pub now: Timestamp,
    /// The two administrators.
    pub administrators: [AccountId; 2],
    /// Each area with its people, in the order of its list.
    pub places: Vec<Place>,
    /// Everybody made so far.
    pub people: Vec<Listed>,
}

/// An area that was made.
pub struct Place {
    /// What is written about it.
    pub area: &'static Area,
    /// Its site.
    pub site: SiteId,
    /// Its people, in the order of its list.
    pub staff: Vec<AccountId>,
}

impl World {
    /// Moves the clock.
    pub fn at(&self, instant: Timestamp) {
        self.clock.store(instant.as_microsecond(), Ordering::SeqCst);
    }

    /// The instant of a time of day so many days from today, never after now.
    pub fn instant(&self, days: i32, hour: i8, minute: i8) -> Result<Timestamp> {
        let day = self.today.checked_add(Span::new().days(days))?;
        let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
        let at = day.to_datetime(time(hour, minute, 0, 0)).to_zoned(zone)?.timestamp();
        Ok(at.min(self.now))
    }
}

/// Makes everything in an empty database, and answers everybody who can sign in.
pub async fn seed(location: &Location, root: RootKey) -> Result<Vec<Listed>> {
    let now = Clock::System.now();
    let clock = Arc::new(AtomicI64::new(now.as_microsecond()));
    let store = store::setup::open(location, root, Clock::Set(Arc::clone(&clock)), Kind::Demo).await?;
    let mut world = World {
        store,
        clock,
        today: store::clock::london_day(now),
        now,
        administrators: [AccountId::from_bytes([0; 16]); 2],
        places: Vec::new(),
        people: Vec::new(),
    };
    world.at(world.instant(-DAYS_BACK, 9, 0)?);
    make_house(&mut world).await?;
    for area in AREAS {
        make_area(&mut world, area).await?;
    }
    timeline::live(&mut world).await?;
    Ok(world.people)
}

/// The charity's people who work for the whole house; the first two are its administrators.
async fn make_house(world: &mut World) -> Result<()> {
    let may = permit(&world.store, Action::InviteAccount, Object::System).await?;
    let made = world.store.write(may, |tx: &Tx| -> Result<Vec<AccountId>, GiveError> {
        let accounts = HOUSE
            .iter()
            .map(|staff| make_account(tx, staff, HOUSE_MAIL))
            .collect::<Result<Vec<_>, _>>()?;
        let (first, rest) = accounts.split_at(2);
        for account in first {
            role::give_first_administrator(tx, *account)?;
        }
        for (account, staff) in rest.iter().zip(&HOUSE[2..]) {
            role::give(tx, *account, staff.role, None, first[0], first[1])?;
        }
        Ok(accounts)
    });
    let accounts = made.await?;
    world.administrators = [accounts[0], accounts[1]];
    let listed = accounts.iter().zip(HOUSE).map(|(account, staff)| Listed {
        account: *account,
        role: staff.role,
        name: staff.name.to_owned(),
        email: email(staff.name, HOUSE_MAIL),
        site: None,
    });
    world.people.extend(listed);
    Ok(())
}

/// An account with one-time codes switched on. Nobody knows its secret: in a demonstration one press signs in.
fn make_account(tx: &Tx, staff: &Staff, mail: &str) -> Result<AccountId, store::Error> {
    let new = NewAccount {
        name: staff.name.to_owned(),
        email: email(staff.name, mail),
        language: staff.language.to_owned(),
        person: None,
    };
    let account = account::make(tx, &new)?;
    way_in::set_code_secret(tx, account, &base32(&seal::random::<20>()))?;
    way_in::confirm_code(tx, account, 0)?;
    Ok(account)
}

/// The text form of a one-time code's secret, RFC 4648 without padding.
fn base32(secret: &[u8; 20]) -> String {
    const DIGITS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bit = |at: usize| usize::from(secret[at / 8] >> (7 - at % 8) & 1);
    let digit = |group: usize| (0..5).fold(0, |value, at| value << 1 | bit(group * 5 + at));
    (0..32).map(|group| char::from(DIGITS[digit(group)])).collect()
}

/// One area: its authority, its site, its people with their roles, and its first agreement.
async fn make_area(world: &mut World, area: &'static Area) -> Result<()> {
    let [proposed_by, confirmed_by] = world.administrators;
    let nation = Key::parse(area.nation).context("a nation's key")?;
    let may = permit(&world.store, Action::MakeSite, Object::System).await?;
    let made = world
        .store
        .write(may, move |tx: &Tx| -> Result<(SiteId, Vec<AccountId>), GiveError> {
            let site = make_site(tx, area, &nation)?;
            let mut accounts = Vec::with_capacity(area.staff.len());
            for staff in area.staff {
                let account = make_account(tx, staff, area.mail)?;
                role::give(tx, account, staff.role, Some(site), proposed_by, confirmed_by)?;
                if let Some(duty) = staff.duty {
                    role::give_duty(tx, account, site, duty)?;
                }
                accounts.push(account);
            }
            Ok((site, accounts))
        });
    let (site, staff) = made.await?;
    let listed = staff.iter().zip(area.staff).map(|(account, staff)| Listed {
        account: *account,
        role: staff.role,
        name: staff.name.to_owned(),
        email: email(staff.name, area.mail),
        site: Some(area.name[0]),
    });
    world.people.extend(listed);
    world.places.push(Place { area, site, staff });
    Ok(())
}

fn make_site(tx: &Tx, area: &Area, nation: &Key) -> Result<SiteId, store::Error> {
    let organisations = site::organisations(tx)?;
    let charity = match organisations.iter().find(|one| one.kind == site::Kind::Charity) {
        Some(charity) => charity.id,
        None => site::make_organisation(tx, site::Kind::Charity, CHARITY[0], CHARITY[1], None)?,
    };
    let [en, cy] = area.authority;
    let authority: OrganisationId = site::make_organisation(tx, site::Kind::Authority, en, cy, Some(nation))?;
    site::make(
        tx,
        &NewSite {
            name_en: area.name[0].to_owned(),
            name_cy: area.name[1].to_owned(),
            nation: nation.clone(),
            authority: AuthorityId::from_uuid(authority.uuid()),
            charity,
            wind_down_days: WIND_DOWN_DAYS,
            places: area.places,
        },
    )
}

/// Records an agreement, signed by both a few days before.
pub async fn record_agreement(world: &World, place: &Place, from: Date, to: Date) -> Result<()> {
    let signed = from.checked_sub(Span::new().days(6))?;
    let signature = |by: &str| {
        Ok::<_, anyhow::Error>(Signature {
            by: Text::parse(by)?,
            on: signed,
        })
    };
    let staff = |wanted: Role| {
        place
            .area
            .staff
            .iter()
            .map(|staff| staff.role)
            .filter(move |role| *role == wanted)
    };
    let everybody = || {
        [
            Role::FamilyWorker,
            Role::TeamManager,
            Role::SafeguardingLead,
            Role::ProgrammeManager,
            Role::ProgrammeOfficer,
        ]
        .into_iter()
        .flat_map(staff)
    };
    let category = |facts: &&str| {
        Ok::<_, anyhow::Error>(Category {
            facts: Text::parse(facts)?,
            seen_by: everybody().collect(),
        })
    };
    let new = NewAgreement {
        site: place.site,
        from,
        to,
        review_on: to.checked_sub(Span::new().months(3))?,
        purposes: PURPOSES.iter().map(|one| Text::parse(one)).collect::<Result<_, _>>()?,
        categories: CATEGORIES.iter().map(category).collect::<Result<_>>()?,
        signatures: vec![signature("Director of Social Services")?, signature("Chief Executive")?],
    };
    let may = permit(&world.store, Action::RecordAgreement, Object::Site(place.site)).await?;
    world
        .store
        .write(may, move |tx| store::agreement::record(tx, &new))
        .await?;
    Ok(())
}
