//! How the names of two people agree.

use super::spelling::{Fit, Spelling};
use super::{Known, Sign};

/// How far two names agree, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Names {
    /// Forename and surname are the same, whatever the accents, hyphens and order of a double surname.
    Same,
    /// They are the same by sound, by what people call them, with names more or less, or in changed places.
    Near,
    /// The forename agrees and the surname does not or is not known; or there is an initial only, or forenames in another
    /// order, as twins may have.
    Forename,
    /// The surname agrees, and of one no forename is known.
    Surname,
    /// Nothing can be compared.
    NotKnown,
    /// They contradict each other.
    Differ,
}

type Found = (Names, Vec<Sign>);

/// How the names agree, and by which signs. The order of the two does not matter.
pub(super) fn compare(one: &Known, other: &Known) -> Found {
    let found = [changed_places(one, other), as_a_whole(one, other)];
    let direct = box_by_box(one, other);
    let better = found.into_iter().flatten().filter(|(names, _)| *names < direct.0);
    better.min_by_key(|(names, _)| *names).unwrap_or(direct)
}

/// What two boxes of a form say of each other.
enum Boxes {
    NotKnown,
    Differ,
    Initial,
    Fit { fit: Fit, known_as: bool },
}

fn box_by_box(one: &Known, other: &Known) -> Found {
    use Boxes::{Differ, Fit as Fits, Initial, NotKnown};
    match (forenames(one, other), surnames(one, other)) {
        (Fits { fit, known_as }, Fits { fit: surname, .. }) => {
            let names = if fit.order {
                Names::Forename
            } else if [fit, surname].iter().any(|fit| fit.sound || fit.part) || known_as {
                Names::Near
            } else {
                Names::Same
            };
            (names, signs(&[fit, surname], known_as))
        }
        (Fits { fit, known_as }, Differ | Initial | NotKnown) => {
            (Names::Forename, signs(&[Fit { part: true, ..fit }], known_as))
        }
        (Initial, Fits { fit, .. }) => (Names::Forename, signs(&[Fit { part: true, ..fit }], false)),
        (NotKnown, Fits { fit, .. }) => (Names::Surname, signs(&[Fit { part: true, ..fit }], false)),
        (NotKnown | Initial, NotKnown) => (Names::NotKnown, Vec::new()),
        _ => (Names::Differ, Vec::new()),
    }
}

/// The forenames, and what people call each in place of one.
fn forenames(one: &Known, other: &Known) -> Boxes {
    let mut best: Option<(Fit, bool)> = None;
    let mut compared = false;
    let mut initial = false;
    for (mine, i_am_called) in given(one) {
        for (theirs, they_are_called) in given(other) {
            // Two children of one pet name are two children.
            if i_am_called && they_are_called && one.forename.is_some() && other.forename.is_some() {
                continue;
            }
            compared = true;
            if mine.initial().is_some() || theirs.initial().is_some() {
                initial |= mine.first_letter() == theirs.first_letter();
            } else if let Some(fit) = mine.fit(theirs) {
                let found = (fit, i_am_called || they_are_called);
                best = Some(best.map_or(found, |best| best.min(found)));
            }
        }
    }
    match best {
        Some((fit, known_as)) => Boxes::Fit { fit, known_as },
        None if initial => Boxes::Initial,
        None if compared => Boxes::Differ,
        None => Boxes::NotKnown,
    }
}

/// The forename, then what people call them; whether it is the latter and differs from the former.
fn given(known: &Known) -> impl Iterator<Item = (&Spelling, bool)> {
    let forename = known.forename.iter().map(|name| (name, false));
    let called = known.called.iter().map(|name| (name, true));
    forename.chain(called)
}

fn surnames(one: &Known, other: &Known) -> Boxes {
    match (&one.surname, &other.surname) {
        (Some(mine), Some(theirs)) => match mine.fit(theirs) {
            Some(fit) => Boxes::Fit { fit, known_as: false },
            None => Boxes::Differ,
        },
        _ => Boxes::NotKnown,
    }
}

/// Forename and surname typed into each other's box.
fn changed_places(one: &Known, other: &Known) -> Option<Found> {
    let first = one.forename.as_ref()?.fit(other.surname.as_ref()?)?;
    let second = one.surname.as_ref()?.fit(other.forename.as_ref()?)?;
    let order = Fit {
        order: true,
        ..Fit::default()
    };
    Some((Names::Near, signs(&[first, second, order], false)))
}

/// The whole name typed into one box, or its words shared out otherwise between the two.
fn as_a_whole(one: &Known, other: &Known) -> Option<Found> {
    let (mine, theirs) = (whole(one)?, whole(other)?);
    if mine.count() < 2 && theirs.count() < 2 {
        return None;
    }
    let fit = mine.fit(&theirs).filter(|fit| !fit.part)?;
    // With both boxes filled on both sides, another order may be a twin's.
    let in_one_box = |known: &Known| known.forename.is_none() || known.surname.is_none();
    if fit.order && !in_one_box(one) && !in_one_box(other) {
        return None;
    }
    let names = if fit == Fit::default() {
        Names::Same
    } else {
        Names::Near
    };
    Some((names, signs(&[fit], false)))
}

fn whole(known: &Known) -> Option<Spelling> {
    match (&known.forename, &known.surname) {
        (Some(forename), Some(surname)) => forename.and(surname),
        (one, other) => one.as_ref().or(other.as_ref()).cloned(),
    }
}

/// The signs of a name that agrees in these ways, and perhaps by what people call somebody.
fn signs(fits: &[Fit], known_as: bool) -> Vec<Sign> {
    let any = |is: fn(&Fit) -> bool| fits.iter().any(is);
    let said = [
        (any(|fit| fit.order), Sign::NameInOtherOrder),
        (any(|fit| fit.sound), Sign::SoundsAlike),
        (known_as, Sign::KnownAs),
        (any(|fit| fit.part), Sign::PartOfName),
    ];
    let mut signs: Vec<Sign> = said.into_iter().filter_map(|(so, sign)| so.then_some(sign)).collect();
    if signs.is_empty() {
        signs.push(Sign::SameName);
    }
    signs
}
