//! Passkeys.

/// What passkeys are tied to.
pub struct Passkeys;

impl Passkeys {
    /// Passkeys tied to the address people type.
    ///
    /// # Errors
    /// It is not an address passkeys can be tied to.
    pub fn new(_: &str) -> Result<Self, String> {
        Ok(Self)
    }
}
