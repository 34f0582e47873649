//! How it is safe to reach somebody.

use crate::text::Text;

/// How it is safe to reach somebody. Getting this wrong can cost a life.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeContact {
    /// A number that is safe to ring.
    pub number: Option<Text>,
    /// When it is safe, in their words.
    pub times: Option<Text>,
    /// Do not leave a message.
    pub no_message: bool,
    /// Their address must not be shown.
    pub address_hidden: bool,
    /// Anything else to know before getting in touch.
    pub note: Option<Text>,
}
