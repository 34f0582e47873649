//! Files that only make sense on one machine: paths of somebody's home or checkout, addresses of package registries.

use super::Finding;
use crate::workspace::{Source, root};

/// Folders of people, on the systems we know. Put together here, so that this file names none.
const HOMES: &[&str] = &[concat!("/", "root/"), concat!("/", "home/"), concat!("/", "Users/")];

/// Every line that names a folder of one machine, and every lock file that names a registry's host.
pub fn named(sources: &[Source]) -> Vec<Finding> {
    let folders = folders(&root().display().to_string());
    sources.iter().flat_map(|source| named_in(source, &folders)).collect()
}

/// The folders that a file may not name: people's homes, this checkout, and the folders it is in.
fn folders(checkout: &str) -> Vec<String> {
    let inner = checkout
        .match_indices('/')
        .skip(1)
        .map(|(end, _)| &checkout[..end])
        .chain([checkout]);
    // Too common to say anything about one machine.
    let shared = "/tmp /usr /var /opt /srv /mnt /etc /home /app /data /src /build";
    let shared: Vec<&str> = shared.split(' ').collect();
    let own = inner
        .filter(|folder| !folder.is_empty() && !shared.contains(folder))
        .map(|folder| format!("{folder}/"));
    HOMES.iter().map(|home| (*home).to_owned()).chain(own).collect()
}

fn named_in(source: &Source, folders: &[String]) -> Vec<Finding> {
    let lock = source.path.ends_with("package-lock.json");
    source
        .text
        .lines()
        .enumerate()
        .filter_map(|(index, line)| {
            if lock && line.contains("\"resolved\"") {
                return Some(Finding::at(
                    source,
                    index,
                    "names a registry's host: install with the settings of .npmrc",
                ));
            }
            let folder = folders.iter().find(|folder| stands_alone(line, folder))?;
            Some(Finding::at(source, index, format!("names {folder} of one machine")))
        })
        .collect()
}

/// Whether `line` holds `folder` as the beginning of a path, not in the middle of one.
fn stands_alone(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        before.is_none_or(|before| !before.is_alphanumeric() && !"/.-_}$~".contains(before))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::file;

    #[test]
    fn a_path_of_this_checkout_or_of_a_home_is_found() {
        let checkout = format!("see {}/Cargo.toml", root().display());
        let home = concat!("let key = \"/", "home/sian/key\";");
        for text in [checkout.as_str(), home] {
            let found = named(&[file("docs/how.md", &format!("# How\n\n{text}\n"))]);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].place, "docs/how.md:3");
        }
    }

    #[test]
    fn an_address_or_a_longer_path_is_not_a_folder_of_a_machine() {
        let folders = folders("/depot/checkout");
        let fine = concat!(
            "https://example.org/",
            "home/page and /srv/depot/checkout/x and ./depot/x"
        );
        assert_eq!(named_in(&file("docs/how.md", fine), &folders), []);
        assert_eq!(
            named_in(&file("docs/how.md", "in `/depot/checkout/x`"), &folders).len(),
            1
        );
        assert_eq!(named_in(&file("docs/how.md", "in /depot/other"), &folders).len(), 1);
    }

    #[test]
    fn a_lock_file_that_names_a_registry_is_found() {
        let text = "{\n  \"resolved\": \"https://registry.example.org/a.tgz\"\n}";
        assert_eq!(named(&[file("browser/package-lock.json", text)]).len(), 1);
    }
}
