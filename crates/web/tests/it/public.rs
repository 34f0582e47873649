//! Pages anybody may read, in both languages.

use crate::support::House;
use axum::http::StatusCode;

const PAGES: [(&str, &str, &str); 4] = [
    ("/help", "Help", "Help"),
    ("/accessibility", "Accessibility statement", "Datganiad hygyrchedd"),
    ("/privacy", "Privacy notice", "Hysbysiad preifatrwydd"),
    (
        "/what-we-do-not-do",
        "What we do not do",
        "Yr hyn nad ydyn ni’n ei wneud",
    ),
];

#[tokio::test]
async fn anybody_reads_the_public_pages_in_both_languages_and_can_leave_them_quickly() {
    let house = House::serve().await;
    let mut browser = house.browser();
    for (path, english, welsh) in PAGES {
        for (address, lang, heading) in [(path.to_owned(), "en", english), (format!("/cy{path}"), "cy", welsh)] {
            let page = browser.get(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert_eq!(page.heading(), heading, "{address}");
            assert!(page.title().starts_with(heading), "{address}: {}", page.title());
            assert!(page.body.contains(&format!("<html lang=\"{lang}\"")), "{address}");
            assert!(page.body.contains("data-exit"), "{address} has a way out");
        }
    }
}

#[tokio::test]
async fn every_page_links_to_help_accessibility_privacy_and_what_is_not_done() {
    let house = House::serve().await;
    let mut browser = house.browser();
    for address in ["/", "/cy/", "/help", "/cy/privacy"] {
        let page = browser.get(address).await;
        let start = if address.starts_with("/cy") { "/cy" } else { "" };
        for (path, ..) in PAGES {
            assert!(
                page.body.contains(&format!("href=\"{start}{path}\"")),
                "{address} lacks {path}"
            );
        }
    }
}

#[tokio::test]
async fn the_help_page_says_first_whom_to_ring_in_danger() {
    let house = House::serve().await;
    let page = house.browser().get("/help").await;
    let (danger, rest) = (
        page.text().find("Ring 999").unwrap(),
        page.text().find("Trouble signing in").unwrap(),
    );
    assert!(danger < rest);
    assert!(page.says("0800 1111"));
}
