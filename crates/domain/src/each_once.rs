//! Forms that say something of each of a set: each is named once, and nobody else is.

/// What is wrong with what was named.
pub enum Unsaid<T> {
    /// Nothing is said of this one.
    Missing(T),
    /// Something is said twice, or of one that is not of the set.
    Stranger,
}

/// Checks that everyone of a set is named once, and nobody else.
///
/// # Errors
/// The first of the set that is not named; else that one is named twice or is not of the set.
pub fn each_once<T: Copy + PartialEq>(known: &[T], named: impl IntoIterator<Item = T>) -> Result<(), Unsaid<T>> {
    let named: Vec<T> = named.into_iter().collect();
    if let Some(missing) = known.iter().find(|one| !named.contains(one)) {
        return Err(Unsaid::Missing(*missing));
    }
    // Everyone is there: whatever is more is somebody twice, or somebody else.
    if named.len() == known.len() {
        Ok(())
    } else {
        Err(Unsaid::Stranger)
    }
}
