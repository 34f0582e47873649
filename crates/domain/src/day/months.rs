//! The names of months, in English and Welsh, as far as reading what people type.
//!
//! These are read, never shown: the names people read are in the words.

/// English and Welsh names, January first.
const NAMES: [[&str; 2]; 12] = [
    ["january", "ionawr"],
    ["february", "chwefror"],
    ["march", "mawrth"],
    ["april", "ebrill"],
    ["may", "mai"],
    ["june", "mehefin"],
    ["july", "gorffennaf"],
    ["august", "awst"],
    ["september", "medi"],
    ["october", "hydref"],
    ["november", "tachwedd"],
    ["december", "rhagfyr"],
];

/// The month with this name, or with a name that begins with these three letters or more.
pub(super) fn named(typed: &str) -> Option<i8> {
    let typed = typed.to_lowercase();
    if typed.chars().count() < 3 {
        return None;
    }
    (1..)
        .zip(NAMES)
        .find(|(_, names)| names.iter().any(|name| name.starts_with(&typed)))
        .map(|(month, _)| month)
}
