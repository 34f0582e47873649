//! Every control that a drill takes out, in reading order: the rules, the seal, the journal, the store, supporting a
//! family, families that may be one, referrals again and by a link, the command line, the pages, signing in, what is sent, the API.
//!
//! To add one, write the few words of code that are the control, what stands there without it, and the test that must
//! fail. A fault should cost building one or two crates, so name a test of the crate the control is in.

mod access;
mod api;
mod command;
mod concern;
mod ending;
mod forms;
mod journal;
mod likeness;
mod pages;
mod referral;
mod review;
mod seal;
mod send;
mod sign_in;
mod store;
mod support;

use super::fault::Fault;

/// All of them, by the crate whose tests catch them.
pub const ALL: &[&[Fault]] = &[
    access::FAULTS,
    seal::FAULTS,
    journal::FAULTS,
    store::FAULTS,
    support::FAULTS,
    likeness::FAULTS,
    referral::FAULTS,
    review::FAULTS,
    ending::FAULTS,
    concern::FAULTS,
    command::FAULTS,
    pages::FAULTS,
    forms::FAULTS,
    sign_in::FAULTS,
    send::FAULTS,
    api::FAULTS,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drill::controls::fault::{Program, Test};
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
            caught_by: Test { package, program, name },
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
        let (module, last) = name.rsplit_once("::").unwrap_or(("", name));
        let module = module.trim_end_matches("::tests").replace("::", "/");
        let folder = match program {
            Program::It => format!("crates/{package}/tests/it"),
            Program::Lib | Program::Susd => format!("crates/{package}/src"),
        };
        let places = [format!("{folder}/{module}.rs"), format!("{folder}/{module}/mod.rs")];
        let written = format!("fn {last}(");
        let there = sources
            .iter()
            .any(|source| places.contains(&source.path) && source.text.contains(&written));
        (!there).then(|| format!("{control}: {} has no test {last}", places[0]))
    }

    #[test]
    fn every_control_has_a_name_of_its_own() {
        let faults = ALL.iter().copied().flatten();
        let names: BTreeSet<&str> = faults.clone().map(|fault| fault.control).collect();
        assert_eq!(names.len(), faults.count());
    }
}
