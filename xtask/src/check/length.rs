//! Files that have grown long enough to ask what second thing has moved in. A warning, not a failure.

use super::Finding;
use crate::workspace::Source;

/// Lines in a file of code before the question is asked.
const LINES_MAX: usize = 400;

/// The files of code over the length, longest first.
pub fn long(sources: &[Source]) -> Vec<Finding> {
    let code = sources
        .iter()
        .filter(|source| source.is(&["rs", "mjs", "js", "html", "css"]));
    let mut long: Vec<_> = code
        .map(|source| (source.text.lines().count(), source))
        .filter(|(lines, _)| *lines > LINES_MAX)
        .collect();
    long.sort_by_key(|(lines, _)| std::cmp::Reverse(*lines));
    long.into_iter()
        .map(|(lines, source)| Finding::new(&source.path, format!("{lines} lines: which second thing has moved in?")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::file;

    #[test]
    fn a_long_file_is_named_and_a_long_list_of_data_is_not() {
        let text = "fn f() {}\n".repeat(LINES_MAX + 1);
        let found = long(&[file("crates/a/src/b.rs", &text), file("data/areas.csv", &text)]);
        assert_eq!(
            found,
            [Finding::new(
                "crates/a/src/b.rs",
                "401 lines: which second thing has moved in?"
            )]
        );
        assert_eq!(long(&[file("crates/a/src/b.rs", &"\n".repeat(LINES_MAX))]), []);
    }
}
