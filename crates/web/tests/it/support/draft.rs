//! Filling in the pages of a referral, one after the other, as somebody would who follows them.

use super::{Browser, Seen};

/// What a social worker fills in for a small family.
pub const FAMILY: &[(&str, &str)] = &[
    ("child-1_forename", "Siân"),
    ("child-1_surname", "O'Neill"),
    ("child-1_reason", "risk_of_care"),
    ("adult-1_forename", "Zofia"),
    ("adult-1_surname", "Wałęsa"),
    ("adult-1_taking_part", "given"),
    ("adult-1_sharing", "agreed"),
    ("needs", "routines"),
];

/// A referral on its way.
pub struct Draft {
    /// Its address: the list of its pages.
    pub href: String,
}

impl Draft {
    /// Begins one.
    pub async fn begin(browser: &mut Browser) -> Self {
        let page = browser.get("/referrals/new").await;
        let begun = browser.submit(page.form("main-form")).await;
        assert_eq!(begun.status, 303, "{}", begun.text());
        Self {
            href: begun.location().to_owned(),
        }
    }

    /// One page of it, with these boxes filled in where it has them, sent.
    pub async fn fill_page(&self, browser: &mut Browser, href: &str, boxes: &[(&str, &str)]) -> Seen {
        let page = browser.get(href).await;
        assert_eq!(page.status, 200, "{href}: {}", page.text());
        let has = |name: &str| page.body.contains(&format!("name=\"{name}\""));
        let mut form = page.form("main-form");
        for (name, value) in boxes.iter().filter(|(name, _)| has(name)) {
            form = form.with(name, value);
        }
        browser.submit(form).await
    }

    /// Every page from the first, until one comes back with mistakes or the last leads to the list.
    pub async fn fill(&self, browser: &mut Browser, boxes: &[(&str, &str)]) -> Seen {
        let mut href = format!("{}/start", self.href);
        loop {
            let sent = self.fill_page(browser, &href, boxes).await;
            if sent.status != 303 || sent.location() == self.href {
                return sent;
            }
            sent.location().clone_into(&mut href);
        }
    }

    /// Looks at every answer and sends the whole.
    pub async fn send(&self, browser: &mut Browser) -> Seen {
        let check = browser.get(&format!("{}/check", self.href)).await;
        browser.submit(check.form("main-form")).await
    }
}

/// Fills in the small family with these boxes changed, and sends it if no page says no.
pub async fn send(browser: &mut Browser, changed: &[(&str, &str)]) -> Seen {
    let draft = Draft::begin(browser).await;
    let boxes: Vec<(&str, &str)> = FAMILY.iter().chain(changed).copied().collect();
    let filled = draft.fill(browser, &boxes).await;
    if filled.status != 303 {
        return filled;
    }
    draft.send(browser).await
}

/// The address of a referral from where sending it led.
pub fn sent_to(sent: &Seen) -> String {
    assert_eq!(sent.status, 303, "{}", sent.text());
    let sent = sent.location();
    sent.strip_suffix("/sent").unwrap_or(sent).to_owned()
}
