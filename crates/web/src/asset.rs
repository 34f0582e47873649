//! The stylesheet, the small scripts and the icon, embedded and named by their contents, so that a
//! browser keeps them for ever and a new version is a new name.

use crate::error::{Answer, PageError};
use crate::route::{Route, route};
use axum::extract::Path;
use axum::http::{Method, header};
use axum::response::{IntoResponse, Response};
use domain::access::{Action, ObjectKind};
use std::sync::{LazyLock, OnceLock};

#[derive(Clone, Copy)]
struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

/// The stylesheet, one file to a browser: the layers' order stands in the first part.
///
/// What people read it by, indents and lines that are notes, stays here: a phone on a bus pays for each byte.
static STYLE: LazyLock<String> = LazyLock::new(|| {
    let lines = WRITTEN.lines().map(str::trim);
    let lines = lines.filter(|line| !(line.is_empty() || line.starts_with("/*") && line.ends_with("*/")));
    lines.collect::<Vec<_>>().join("\n")
});

/// It as it is written, part by part.
const WRITTEN: &str = concat!(
    include_str!("../assets/css/base.css"),
    include_str!("../assets/css/frame.css"),
    include_str!("../assets/css/form.css"),
    include_str!("../assets/css/record.css"),
    include_str!("../assets/css/page.css"),
);

const FILES: &[Asset] = &[
    Asset {
        name: "site.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/site.js"),
    },
    Asset {
        name: "passkey.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/passkey.js"),
    },
    Asset {
        name: "icon.svg",
        kind: "image/svg+xml",
        bytes: include_bytes!("../assets/icon.svg"),
    },
];

/// Every asset there is.
fn assets() -> impl Iterator<Item = Asset> {
    let style = Asset {
        name: "site.css",
        kind: "text/css; charset=utf-8",
        bytes: STYLE.as_bytes(),
    };
    std::iter::once(style).chain(FILES.iter().copied())
}

/// The address of an asset, with a hash of its contents in it.
pub fn href(name: &str) -> &'static str {
    static HREFS: OnceLock<Vec<(&'static str, String)>> = OnceLock::new();
    let hrefs = HREFS.get_or_init(|| {
        let hash = |bytes: &[u8]| {
            let [first, second, third, ..] = seal::secret_hash(bytes);
            let start = u32::from_be_bytes([0, first, second, third]);
            format!("{start:06x}")
        };
        assets()
            .map(|a| (a.name, format!("/assets/{}/{}", hash(a.bytes), a.name)))
            .collect()
    });
    hrefs
        .iter()
        .find(|(known, _)| *known == name)
        .map_or("", |(_, href)| href)
}

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    vec![route(
        Method::GET,
        "/assets/{hash}/{name}",
        Action::SeePublicPage,
        ObjectKind::Public,
        show,
    )]
}

async fn show(Path((_, name)): Path<(String, String)>) -> Answer {
    let asset = assets().find(|asset| asset.name == name).ok_or(PageError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok::<Response, _>((headers, asset.bytes).into_response())
}

#[cfg(test)]
mod tests {
    use super::STYLE;

    /// Source: experience.md 1.15.
    const BYTES_MAX: usize = 30_000;

    #[test]
    fn the_stylesheet_is_light_and_says_all_it_said() {
        assert!(STYLE.len() <= BYTES_MAX, "{} bytes", STYLE.len());
        let braces = |open: char| STYLE.matches(open).count();
        assert_eq!(braces('{'), braces('}'));
        assert!(STYLE.starts_with("/*") || STYLE.starts_with('@'), "{}", &STYLE[..40]);
    }
}
