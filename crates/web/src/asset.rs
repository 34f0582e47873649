//! The stylesheet, the small scripts and the icon, embedded and named by their contents, so that a
//! browser keeps them for ever and a new version is a new name.

use crate::error::{Answer, PageError};
use crate::route::{Route, route};
use axum::extract::Path;
use axum::http::{Method, header};
use axum::response::{IntoResponse, Response};
use domain::access::{Action, ObjectKind};
use std::sync::OnceLock;

struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

/// The stylesheet, one file to a browser: the layers' order stands in the first part.
const STYLE: &str = concat!(
    include_str!("../assets/css/base.css"),
    include_str!("../assets/css/frame.css"),
    include_str!("../assets/css/form.css"),
    include_str!("../assets/css/record.css"),
    include_str!("../assets/css/page.css"),
);

const ASSETS: &[Asset] = &[
    Asset {
        name: "site.css",
        kind: "text/css; charset=utf-8",
        bytes: STYLE.as_bytes(),
    },
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

/// The address of an asset, with a hash of its contents in it.
pub fn href(name: &str) -> &'static str {
    static HREFS: OnceLock<Vec<(&'static str, String)>> = OnceLock::new();
    let hrefs = HREFS.get_or_init(|| {
        let hash = |bytes: &[u8]| {
            let [first, second, third, ..] = seal::secret_hash(bytes);
            let start = u32::from_be_bytes([0, first, second, third]);
            format!("{start:06x}")
        };
        ASSETS
            .iter()
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
    let asset = ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .ok_or(PageError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok::<Response, _>((headers, asset.bytes).into_response())
}
