//! Referring a family: what the form must give before it becomes a referral.

use jiff::civil::Date;

use crate::day::Birth;
use crate::family::{Home, KeptAway, NewPerson, Order, OverallReason, Part, Reason, Responsibility, derived};
use crate::id::{ReferralId, SiteId};
use crate::need::Need;
use crate::text::Text;

/// The most people in one referral.
///
/// Assumption: 30, three times the largest family in the referral file; more is a slip or an abuse.
pub const PEOPLE_MAX: usize = 30;

/// How much older than their child a parent is taken to be, in years; less is asked about.
///
/// Assumption: 12; somebody named with a child who is nearer in age is a brother, a sister or a slip.
pub const PARENT_YEARS_MIN: i16 = 12;

/// A new referral, after every field was read. People are named by their place in [`Refer::people`], from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refer {
    /// The programme area.
    pub site: SiteId,
    /// The children and adults of the family.
    pub people: Vec<NewPerson>,
    /// Where they live.
    pub homes: Vec<Home<usize>>,
    /// Who has parental responsibility, as far as it was said.
    pub responsibilities: Vec<Responsibility<usize>>,
    /// The orders of courts.
    pub orders: Vec<Order<usize>>,
    /// Who must not collect, call or know.
    pub kept_away: Vec<KeptAway<usize>>,
    /// The areas of need, in the order of [`crate::need::NEEDS`].
    pub needs: Vec<&'static Need>,
    /// What is going well.
    pub going_well: Option<Text>,
    /// What worries people.
    pub worries: Option<Text>,
    /// The other services that help.
    pub services: Option<Text>,
    /// What has made help hard to get before.
    pub hard_before: Option<Text>,
    /// The social worker who asks, by name and address, where they have no account here.
    pub worker: Option<Text>,
    /// The earlier referral of the same family that this one follows, if there was one.
    pub follows: Option<ReferralId>,
    /// Where it follows another: whether whoever refers was shown what is on record, so that what they left out is to go.
    /// Otherwise what is not said stays as it is: nobody forgets by silence whom to keep away or whom not to ring.
    pub shows_record: bool,
}

/// Two people in one form who look like one. A person looks; nothing is merged silently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The place of the first in the form, from 0.
    pub first: usize,
    /// The place of the second.
    pub second: usize,
}

/// Something likely to be a slip, which whoever refers may say is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The place of the child in the form, from 0.
    pub child: usize,
    /// The place of the adult.
    pub adult: usize,
    /// How many whole years older than the child the adult is; fewer than none when the child is the older.
    pub years: i16,
}

impl Refer {
    /// A referral to one programme area of which nothing else is known yet.
    pub const fn to(site: SiteId) -> Self {
        Self {
            site,
            people: Vec::new(),
            homes: Vec::new(),
            responsibilities: Vec::new(),
            orders: Vec::new(),
            kept_away: Vec::new(),
            needs: Vec::new(),
            going_well: None,
            worries: None,
            services: None,
            hard_before: None,
            worker: None,
            follows: None,
            shows_record: false,
        }
    }

    /// Every child who is older than an adult, or nearly as old as one, as far as both births are known.
    pub fn doubts(&self) -> Vec<Doubt> {
        let of = |part| {
            self.people
                .iter()
                .enumerate()
                .filter(move |(_, person)| person.part == part)
        };
        let mut found = Vec::new();
        for (child, young) in of(Part::Child) {
            for (adult, old) in of(Part::Adult) {
                let between = years_between(old.birth, young.birth).filter(|years| *years < PARENT_YEARS_MIN);
                found.extend(between.map(|years| Doubt { child, adult, years }));
            }
        }
        found
    }

    /// Everybody who looks the same as somebody before them: same first and last name, whatever the
    /// capitals, and births that could be one. People of whom no name is known are left out.
    pub fn duplicates(&self) -> Vec<Duplicate> {
        let mut found = Vec::new();
        for (second, person) in self.people.iter().enumerate() {
            let first = self.people[..second]
                .iter()
                .position(|earlier| look_the_same(earlier, person));
            found.extend(first.map(|first| Duplicate { first, second }));
        }
        found
    }

    /// The reason of the whole, derived from its children.
    pub fn reason(&self) -> OverallReason {
        let reasons: Vec<Option<Reason>> = self.people.iter().map(|person| person.reason).collect();
        derived(&reasons)
    }
}

/// The whole years from one birth to a later one, fewer than none if it is the earlier; the most it could be where a
/// birth is known only in part.
fn years_between(older: Birth, younger: Birth) -> Option<i16> {
    let (from, to) = (first_day(older)?, last_day(younger)?);
    let has_come = (from.month(), from.day()) <= (to.month(), to.day());
    Some(to.year() - from.year() - i16::from(!has_come))
}

fn first_day(birth: Birth) -> Option<Date> {
    match birth {
        Birth::On(day) => Some(day),
        Birth::Month { .. } | Birth::Year(_) | Birth::Expected { .. } => {
            Date::new(birth.year()?, birth.month().unwrap_or(1), 1).ok()
        }
        Birth::NotKnown => None,
    }
}

fn last_day(birth: Birth) -> Option<Date> {
    match birth {
        Birth::On(day) => Some(day),
        Birth::Month { .. } | Birth::Year(_) | Birth::Expected { .. } => {
            let first = Date::new(birth.year()?, birth.month().unwrap_or(12), 1).ok()?;
            Some(first.last_of_month())
        }
        Birth::NotKnown => None,
    }
}

fn look_the_same(one: &NewPerson, other: &NewPerson) -> bool {
    let name = |person: &NewPerson| {
        let full = [&person.name.forename, &person.name.surname]
            .map(|part| part.as_ref().map(|part| part.as_str().to_lowercase()));
        if full == [None, None] { None } else { Some(full) }
    };
    let births_agree = one.birth == other.birth || one.birth == Birth::NotKnown || other.birth == Birth::NotKnown;
    name(one).is_some() && name(one) == name(other) && births_agree
}
