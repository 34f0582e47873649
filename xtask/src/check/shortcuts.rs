//! Ways round a rule: a lint switched off without a reason, a test that does not run, a route that asks nobody.

use super::Finding;
use crate::workspace::Source;

/// What may not stand in a line of Rust, and what to write instead. Put together here, so that this file holds none.
const SHORTCUTS: &[(&str, &str)] = &[
    (
        concat!("#[", "allow("),
        "say #[expect(…, reason = \"…\")], which ends when it is no longer needed",
    ),
    (
        concat!("#![", "allow("),
        "say #[expect(…, reason = \"…\")] where it is needed",
    ),
    (
        concat!("#[", "ignore"),
        "a test that does not run is no test: mend it or remove it",
    ),
    (
        concat!("Router::", "route("),
        "declare the route with an action and an object",
    ),
    (
        concat!("Router::", "nest_service("),
        "declare the route with an action and an object",
    ),
    (concat!("to", "do!("), "nothing unfinished is kept"),
    (concat!("un", "implemented!("), "nothing unfinished is kept"),
];

/// Every shortcut taken in Rust code.
pub fn taken(sources: &[Source]) -> Vec<Finding> {
    let code = sources.iter().filter(|source| source.is(&["rs"]));
    let lines = code.flat_map(|source| {
        source
            .text
            .lines()
            .enumerate()
            .map(move |(index, line)| (source, index, line))
    });
    lines
        .filter(|(_, _, line)| !line.trim_start().starts_with("//"))
        .flat_map(|(source, index, line)| {
            let here = SHORTCUTS.iter().filter(move |(shortcut, _)| line.contains(shortcut));
            here.map(move |(shortcut, instead)| Finding::at(source, index, format!("{shortcut}…: {instead}")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::file;

    #[test]
    fn each_shortcut_is_found_in_code_and_not_in_a_comment() {
        for (shortcut, _) in SHORTCUTS {
            let found = taken(&[file("crates/a/src/b.rs", &format!("fn f() {{}}\n    {shortcut}x)]\n"))]);
            assert_eq!(found.len(), 1, "{shortcut}");
            assert_eq!(found[0].place, "crates/a/src/b.rs:2");
            assert_eq!(
                taken(&[file("crates/a/src/b.rs", &format!("    // not {shortcut}x)]\n"))]),
                []
            );
        }
    }
}
