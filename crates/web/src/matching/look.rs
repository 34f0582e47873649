//! What of a family is looked at to find it a carer, and how it is said: ages, languages, needs, and no name.

use crate::family::people::language;
use domain::day::{Age, age_on};
use domain::family::{Family, LanguageTag, Postcode};
use domain::id::FamilyId;
use domain::matching::Standing;
use jiff::civil::Date;
use matching::{Candidate, Ranked, Wanted, Weights, rank};
use store::Tx;
use store::household::Line;
use words::Words;

/// A family and its carers in order.
pub(super) struct Looked {
    pub family: Family,
    /// How staff call it.
    pub name: String,
    pub standing: Standing,
    pub wanted: Wanted,
    /// Each household with the families in its places, in the order of the ranking.
    pub ranked: Vec<(Ranked, Line)>,
    /// The offers of it that somebody still has to do something about.
    pub pending: Vec<domain::matching::Offer>,
}

/// Looks at a family and ranks the carers of its area for it.
pub(super) fn look(tx: &Tx, id: FamilyId) -> store::Result<Looked> {
    let (family, name) = store::family::load(tx, id)?;
    let (standing, wanted) = wanted(tx, &family)?;
    let today = tx.today();
    let mut lines = Vec::new();
    let mut candidates = Vec::new();
    let ladders = store::ladder::of_site(tx, family.site)?;
    for one in store::matching::could(tx, id, today, ladders.on(today))? {
        candidates.push(Candidate {
            household: one.line.household.clone(),
            does: one.does,
            stepped_up: one.stepped_up,
            drive_minutes: one.drive_minutes,
            district: one
                .line
                .postcode
                .as_ref()
                .and_then(Postcode::district)
                .map(ToOwned::to_owned),
            has_met: one.has_met,
            said_no: one.said_no,
        });
        lines.push(one.line);
    }
    let ranked = rank(&wanted, candidates, today, &Weights::default());
    let with_line = |one: Ranked| {
        let id = one.candidate.household.id;
        let at = lines.iter().position(|line| line.household.id == id)?;
        Some((one, lines.swap_remove(at)))
    };
    let ranked = ranked.into_iter().filter_map(with_line).collect();
    let offers = store::matching::offers_of_family(tx, id)?;
    let pending = offers
        .into_iter()
        .map(|shown| shown.offer)
        .filter(|offer| offer.stage.is_pending());
    Ok(Looked {
        standing,
        wanted,
        ranked,
        pending: pending.collect(),
        family,
        name,
    })
}

/// How a family stands, and what of it matters to who could support it. A hidden home is near nobody.
pub(super) fn wanted(tx: &Tx, family: &Family) -> store::Result<(Standing, Wanted)> {
    let (standing, referral) = store::matching::standing(tx, family.id)?;
    let needs = referral.map(|id| store::referral::needs(tx, id)).transpose()?;
    let homes = store::family::open_homes(tx, family.id)?;
    let districts = homes.iter().filter_map(|home| home.postcode.as_ref()?.district());
    let mut speak: Vec<LanguageTag> = Vec::new();
    for language in family
        .people
        .iter()
        .filter_map(|person| person.languages.speak.as_ref())
    {
        if !speak.contains(language) {
            speak.push(language.clone());
        }
    }
    let wanted = Wanted {
        ages: ages(family, tx.today()),
        speak,
        needs: needs.unwrap_or_default(),
        district: districts.map(ToOwned::to_owned).next(),
    };
    Ok((standing, wanted))
}

/// The children's ages on a day, as far as known, the youngest first.
pub(super) fn ages(family: &Family, on: Date) -> Vec<Age> {
    let mut ages: Vec<Age> = family.children().filter_map(|child| age_on(child.birth, on)).collect();
    ages.sort_by_key(|age| match age {
        Age::Unborn => (0, 0),
        Age::Years(years) => (1, *years),
        Age::Between { least, .. } => (1, *least),
    });
    ages
}

/// Ages in words: “4, 7, 11”.
pub(super) fn ages_words(w: Words, ages: &[Age]) -> String {
    if ages.is_empty() {
        return w.matching_rank_children_none().to_owned();
    }
    let one = |age: &Age| match age {
        Age::Unborn => w.matching_rank_unborn().to_owned(),
        Age::Years(years) => years.to_string(),
        Age::Between { least, most } => format!("{least}–{most}"),
    };
    ages.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Languages in words.
pub(super) fn languages_words(w: Words, tags: &[LanguageTag]) -> String {
    let names: Vec<String> = tags.iter().map(|tag| language(w, tag)).collect();
    names.join(" · ")
}

/// Areas of need in words.
pub(super) fn needs_words(w: Words, needs: &[&'static domain::need::Need]) -> Vec<&'static str> {
    needs
        .iter()
        .map(|need| w.named("need", need.key).unwrap_or(need.key))
        .collect()
}
