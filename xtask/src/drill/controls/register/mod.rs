//! Every control that a drill takes out, in reading order: the rules, the seal, the store, the command line, the pages.
//!
//! To add one, write the few words of code that are the control, what stands there without it, and the test that must
//! fail. A fault should cost building one or two crates, so name a test of the crate the control is in.

mod access;
mod command;
mod pages;
mod seal;
mod store;

use super::fault::Fault;

/// All of them, by the crate whose tests catch them.
pub const ALL: &[&[Fault]] = &[
    access::FAULTS,
    seal::FAULTS,
    store::FAULTS,
    command::FAULTS,
    pages::FAULTS,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::sources;
    use std::collections::BTreeSet;

    #[test]
    fn every_control_stands_where_the_register_says_and_its_test_is_there() {
        let sources = sources().unwrap();
        for fault in ALL.iter().copied().flatten() {
            let source = sources.iter().find(|source| source.path == fault.file);
            let source = source.unwrap_or_else(|| panic!("{}: there is no {}", fault.control, fault.file));
            let without = fault.applied(&source.text).unwrap();
            assert_ne!(without, source.text, "{}: nothing is taken out", fault.control);
            let (package, name) = (fault.caught_by.package, fault.caught_by.name);
            let last = name.rsplit("::").next().unwrap_or(name);
            let written = format!("fn {last}(");
            let place = format!("crates/{package}/");
            let there = sources
                .iter()
                .any(|source| source.path.starts_with(&place) && source.text.contains(&written));
            assert!(there, "{}: {package} has no test {name}", fault.control);
        }
    }

    #[test]
    fn every_control_has_a_name_of_its_own() {
        let faults = ALL.iter().copied().flatten();
        let names: BTreeSet<&str> = faults.clone().map(|fault| fault.control).collect();
        assert_eq!(names.len(), faults.count());
    }
}
