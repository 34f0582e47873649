//! Every control that a drill takes out, in reading order: the rules, the seal, the store, the command line, the pages.
//!
//! To add one, write the few words of code that are the control, what stands there without it, and the test that must
//! fail. A fault should cost building one or two crates, so name a test of the crate the control is in.

mod access;
mod api;
mod command;
mod pages;
mod seal;
mod sign_in;
mod store;

use super::fault::Fault;

/// All of them, by the crate whose tests catch them.
pub const ALL: &[&[Fault]] = &[
    access::FAULTS,
    seal::FAULTS,
    store::FAULTS,
    command::FAULTS,
    pages::FAULTS,
    sign_in::FAULTS,
    api::FAULTS,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drill::controls::fault::Test;
    use crate::workspace::{Source, sources};
    use std::collections::BTreeSet;

    #[test]
    fn every_control_stands_where_the_register_says_and_its_test_is_there() {
        let sources = sources().unwrap();
        let wrong: Vec<String> = ALL
            .iter()
            .copied()
            .flatten()
            .filter_map(|fault| wrong_with(fault, &sources))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    fn wrong_with(fault: &Fault, sources: &[Source]) -> Option<String> {
        let Fault {
            control,
            file,
            caught_by: Test { package, name, .. },
            ..
        } = fault;
        let Some(source) = sources.iter().find(|source| source.path == *file) else {
            return Some(format!("{control}: there is no {file}"));
        };
        match fault.applied(&source.text) {
            Err(moved) => return Some(moved.to_string()),
            Ok(without) if without == source.text => return Some(format!("{control}: nothing is taken out")),
            Ok(_) => {}
        }
        let last = name.rsplit("::").next().unwrap_or(name);
        let (written, place) = (format!("fn {last}("), format!("crates/{package}/"));
        let there = sources
            .iter()
            .any(|source| source.path.starts_with(&place) && source.text.contains(&written));
        (!there).then(|| format!("{control}: {package} has no test {name}"))
    }

    #[test]
    fn every_control_has_a_name_of_its_own() {
        let faults = ALL.iter().copied().flatten();
        let names: BTreeSet<&str> = faults.clone().map(|fault| fault.control).collect();
        assert_eq!(names.len(), faults.count());
    }
}
