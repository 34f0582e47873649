//! Ranking the carers for one family.

use std::cmp::Reverse;

use domain::day::Age;
use domain::family::LanguageTag;
use domain::household::Household;
use domain::matching::{Stop, Supported, stops};
use domain::need::Need;
use jiff::civil::Date;

use crate::reason::{Reason, What};
use crate::weights::{MINUTES_FAR, MINUTES_NEAR, Weights};

/// What of a family matters to who could support it. It holds no name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The children's ages on the day support is to begin, as far as known.
    pub ages: Vec<Age>,
    /// The languages its people want to speak, each once.
    pub speak: Vec<LanguageTag>,
    /// Its areas of need.
    pub needs: Vec<&'static Need>,
    /// The first half of the postcode of a home that may be known, as it is printed.
    pub district: Option<String>,
}

/// A household, and how it stands to the family.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The household.
    pub household: Household,
    /// What it does already, and what stands between the two.
    pub does: Supported,
    /// How many of its families have more support than usual.
    pub stepped_up: u8,
    /// The drive to the family in minutes, where somebody typed it.
    pub drive_minutes: Option<u16>,
    /// The first half of its postcode.
    pub district: Option<String>,
    /// Whether the children have met its carers.
    pub has_met: bool,
    /// The last day its carers said no to this family.
    pub said_no: Option<Date>,
}

/// A household in the order, with everything that speaks for it and against.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// The household, and how it stands to the family.
    pub candidate: Candidate,
    /// What stops it; where anything does, it is not offered.
    pub stops: Vec<Stop>,
    /// What speaks for it and against, the weightiest first.
    pub reasons: Vec<Reason>,
    /// All points together.
    pub points: i32,
}

impl Ranked {
    /// What speaks for it.
    pub fn reasons_for(&self) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(|reason| 0 < reason.points)
    }

    /// What speaks against it, or is only said.
    pub fn reasons_against(&self) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(|reason| reason.points <= 0)
    }
}

/// Puts the carers in order for a family from a day on: those nothing stops first, then the most points, then the fewest
/// families, then the id, so that the order never changes between two looks.
pub fn rank(wanted: &Wanted, candidates: Vec<Candidate>, from: Date, weights: &Weights) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = candidates
        .into_iter()
        .map(|candidate| {
            let mut reasons = reasons(wanted, &candidate, weights);
            reasons.sort_by_key(|reason| Reverse(reason.points.abs()));
            Ranked {
                stops: stops(&candidate.household, candidate.does, &wanted.ages, from),
                points: reasons.iter().map(|reason| reason.points).sum(),
                reasons,
                candidate,
            }
        })
        .collect();
    ranked.sort_by_key(|one| {
        let candidate = &one.candidate;
        let is_stopped = !one.stops.is_empty();
        (
            is_stopped,
            Reverse(one.points),
            candidate.does.families,
            candidate.household.id,
        )
    });
    ranked
}

fn reasons(wanted: &Wanted, candidate: &Candidate, weights: &Weights) -> Vec<Reason> {
    let household = &candidate.household;
    let mut found = Vec::new();
    for language in &wanted.speak {
        let (what, points) = if household.speaks(language) {
            (What::Speaks(language.clone()), weights.language)
        } else {
            (What::SpeaksNot(language.clone()), -weights.language)
        };
        found.push(Reason { what, points });
    }
    found.push(distance(wanted, candidate, weights));
    let known = wanted.needs.iter().filter(|need| household.skills.contains(need));
    found.extend(known.map(|need| Reason {
        what: What::Knows(need),
        points: weights.need,
    }));
    if candidate.has_met {
        found.push(Reason {
            what: What::HasMet,
            points: weights.met,
        });
    }
    let free = household.places.saturating_sub(candidate.does.families);
    if 0 < free {
        found.push(Reason {
            what: What::PlacesFree { free },
            points: weights.place * i32::from(free),
        });
    }
    let families = candidate.stepped_up;
    if 0 < families {
        found.push(Reason {
            what: What::SteppedUp { families },
            points: -weights.stepped_up * i32::from(families),
        });
    }
    found.extend(candidate.said_no.map(|on| Reason {
        what: What::SaidNo { on },
        points: -weights.said_no,
    }));
    found
}

/// How far it is: the drive somebody typed, or else the first half of the postcode, or nothing.
fn distance(wanted: &Wanted, candidate: &Candidate, weights: &Weights) -> Reason {
    let Some(minutes) = candidate.drive_minutes else {
        let is_same = wanted.district.is_some() && wanted.district == candidate.district;
        let (what, points) = if is_same {
            (What::SameDistrict, weights.district)
        } else {
            (What::DriveNotKnown, 0)
        };
        return Reason { what, points };
    };
    let points = if minutes <= MINUTES_NEAR {
        weights.near
    } else {
        let past = i32::from(minutes.saturating_sub(MINUTES_FAR));
        -(past * weights.far_minute).min(weights.far_max)
    };
    Reason {
        what: What::Drive { minutes },
        points,
    }
}
