//! Whether two families may be one.

use super::{Known, Likeness, Strength, compare};

/// That two families may be one, and who in them may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyLikeness {
    /// How strongly.
    pub strength: Strength,
    /// The pairs of people, in the order of the first family. Nobody is in two.
    pub pairs: Vec<Pair>,
}

/// Two people who may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The place of the one in the first family, from 0.
    pub one: usize,
    /// The place of the other in the second family, from 0.
    pub other: usize,
    /// How they are alike.
    pub likeness: Likeness,
}

/// Whether two families may be one, by their people. Swapping the families swaps the places in each pair and no more.
///
/// The strongest pairs are taken first, and nobody twice. With at least two pairs, or a pair for everybody known of the
/// smaller family, they are likely one if a pair is likely, else possibly. A likely pair alone makes it possible: somebody
/// may belong to two families. A possible pair alone in larger families says nothing.
///
/// Assumption: two pairs are enough, because two families seldom share two names and births by chance.
pub fn families(one: &[Known], other: &[Known]) -> Option<FamilyLikeness> {
    let pairs = pair_up(one, other);
    let known = |family: &[Known]| family.iter().filter(|person| !person.is_nobody()).count();
    let strongest = pairs.iter().map(|pair| pair.likeness.strength).max()?;
    let enough = 2 <= pairs.len() || known(one).min(known(other)) <= pairs.len();
    let strength = match (strongest, enough) {
        (Strength::Likely, true) => Strength::Likely,
        (Strength::Likely, false) | (Strength::Possible, true) => Strength::Possible,
        (Strength::Possible, false) => return None,
    };
    Some(FamilyLikeness { strength, pairs })
}

/// Pairs of people who may be one, the strongest first, nobody in two.
fn pair_up(one: &[Known], other: &[Known]) -> Vec<Pair> {
    let mut found: Vec<Pair> = Vec::new();
    for (at, mine) in one.iter().enumerate() {
        for (other_at, theirs) in other.iter().enumerate() {
            let pair = |likeness| Pair {
                one: at,
                other: other_at,
                likeness,
            };
            found.extend(compare(mine, theirs).map(pair));
        }
    }
    // Pairs equally alike stay in the order of the families. Two that want the same person stand in the same order
    // whichever family comes first, so the choice does not depend on it.
    found.sort_by(|one, other| {
        let (one, other) = (&one.likeness, &other.likeness);
        let stronger = (other.strength, other.signs.len()).cmp(&(one.strength, one.signs.len()));
        stronger.then_with(|| one.signs.cmp(&other.signs))
    });
    let mut taken: Vec<Pair> = Vec::new();
    for pair in found {
        if taken
            .iter()
            .all(|earlier| earlier.one != pair.one && earlier.other != pair.other)
        {
            taken.push(pair);
        }
    }
    taken.sort_by_key(|pair| pair.one);
    taken
}
