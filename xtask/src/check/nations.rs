//! A nation's rules are data in its pack. Code that asks which nation it is in is a rule in the wrong place.

use super::Finding;
use crate::workspace::Source;

/// The keys of the packs.
const NATIONS: &[&str] = &["england", "wales", "scotland", "northern_ireland", "northern-ireland"];

/// Where a nation may be named: the packs, the invented programme of the demo, and tests.
const PLACES: &[&str] = &["/pack", "/demo", "/tests/", "/locales/"];

/// Every line of code that holds a nation's key as text or as a variant.
pub fn named(sources: &[Source]) -> Vec<Finding> {
    sources
        .iter()
        .filter(|source| is_code(source))
        .flat_map(named_in)
        .collect()
}

fn is_code(source: &Source) -> bool {
    let path = &source.path;
    let code = path.starts_with("crates/") && path.contains("/src/") && source.is(&["rs"]);
    code && !PLACES.iter().any(|place| path.contains(place))
}

fn named_in(source: &Source) -> Vec<Finding> {
    // Tests inside a file stand at its end.
    let lines = source
        .text
        .lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .enumerate();
    lines
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .filter_map(|(index, line)| {
            let nation = NATIONS.iter().find(|nation| names(line, nation))?;
            Some(Finding::at(
                source,
                index,
                format!("names {nation}: put the rule into the packs and read its field"),
            ))
        })
        .collect()
}

fn names(line: &str, nation: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    let variant = nation.replace(['_', '-'], "");
    lower.contains(&format!("\"{nation}\"")) || lower.contains(&format!("nation::{variant}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::file;

    const BAD: &str = "fn days(nation: &str) -> u32 {\n    if nation == \"wales\" { 120 } else { 75 }\n}\n";

    #[test]
    fn a_rule_that_asks_which_nation_it_is_in_is_found() {
        let found = named(&[file("crates/domain/src/stay.rs", BAD)]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "crates/domain/src/stay.rs:2");
        assert_eq!(
            named(&[file(
                "crates/web/src/stay/add.rs",
                "match n { Nation::NorthernIreland => 1 }"
            )])
            .len(),
            1
        );
    }

    #[test]
    fn packs_tests_the_demo_and_comments_may_name_a_nation() {
        let elsewhere = [
            "crates/domain/src/pack/load.rs",
            "crates/cli/src/demo/sites.rs",
            "crates/domain/tests/it/a.rs",
        ];
        for path in elsewhere.iter().chain(&["packs/wales/2020-09-29.toml"]) {
            assert_eq!(named(&[file(path, BAD)]), [], "{path}");
        }
        let quiet =
            "// In \"wales\" the limit is another.\nfn f() {}\n#[cfg(test)]\nmod tests { const N: &str = \"wales\"; }";
        assert_eq!(named(&[file("crates/domain/src/stay.rs", quiet)]), []);
    }
}
