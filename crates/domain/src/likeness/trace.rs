//! By what somebody is looked for among the people of a site, where neither birth nor number nor postcode agrees.

use std::collections::BTreeSet;

use super::spelling::{Fold, sounds};
use crate::name::{Name, PersonName};

/// How many sounds of one person's name are paired.
///
/// Assumption: 12, as of two double names and a pet name; of a longer name the rest pair with nothing.
const SOUNDS_MAX: usize = 12;

/// Every two sounds of somebody's name, each as one text.
///
/// Two together, because one alone finds a whole site of Joneses. Two people whose forenames and surnames both agree in
/// any way that [`compare`](super::compare) knows have a pair in common, whichever box and order they were typed in;
/// somebody of whom one word is known has none, and is found by a birth, a number or a postcode or not at all.
pub fn traces(name: &PersonName, fold: Fold) -> BTreeSet<String> {
    let heard = |name: &Option<Name>| {
        name.as_ref()
            .map_or_else(BTreeSet::new, |name| sounds(name.as_str(), fold))
    };
    let (forename, surname) = (heard(&name.forename), heard(&name.surname));
    // Owen Owen has two names of one sound.
    let twice = forename.intersection(&surname).map(|sound| format!("{sound} {sound}"));
    let mut traces: BTreeSet<String> = twice.collect();
    let called = heard(&name.known_as);
    let all: BTreeSet<&String> = forename.iter().chain(&surname).chain(&called).collect();
    let all: Vec<&String> = all.into_iter().take(SOUNDS_MAX).collect();
    for (one, at) in all.iter().zip(1..) {
        traces.extend(all[at..].iter().map(|other| format!("{one} {other}")));
    }
    traces
}
