//! What every page has around it.

mod escape;
mod shape;

pub use escape::Escape;
pub use shape::*;

use crate::App;
use crate::visit::{Visit, in_language};
use crate::{asset, paths};
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::role::Role;
use words::{Lang, Words};

/// The frame of a page: head, header, navigation, footer.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of the page that its template asks for by name"
)]
pub struct Page {
    /// The sentences, in the language of the page.
    pub w: Words,
    /// The tag of the language.
    pub lang: &'static str,
    /// The direction of the script.
    pub dir: &'static str,
    /// The whole title, as the browser shows it.
    pub title: String,
    /// The service navigation.
    pub nav: Vec<NavItem>,
    /// This page in the other language.
    pub other_lang_href: String,
    /// The other language's own name.
    pub other_lang_name: &'static str,
    /// The other language's tag.
    pub other_lang_tag: &'static str,
    /// The name of the person signed in.
    pub signed_in_as: Option<String>,
    /// The token its forms carry.
    pub csrf: String,
    /// The nonce of its scripts.
    pub nonce: String,
    /// The stylesheet.
    pub css_href: &'static str,
    /// The script.
    pub js_href: &'static str,
    /// The icon.
    pub icon_href: &'static str,
    /// The front page, or the person's own.
    pub home_href: String,
    /// The person's account.
    pub account_href: String,
    /// Where signing out posts to.
    pub sign_out_href: String,
    /// Where leaving quickly goes.
    pub exit_href: &'static str,
    /// Whether it is a page for families, with the way out.
    pub quick_exit: bool,
    /// What was just done.
    pub notice: Option<String>,
    /// Whether its Welsh has not been checked by a person yet.
    pub draft_welsh: bool,
    /// Until when an urgent opening holds, if one does.
    pub break_glass_until: Option<String>,
    /// Whether the language toggle belongs to the page's form.
    pub toggle_in_form: bool,
    /// The way back.
    pub back: Option<Link>,
    /// Whether this is the demonstration.
    pub demo: bool,
    /// The footer's links.
    pub footer: Vec<Link>,
    status: StatusCode,
}

/// Sentences that may be shown once after something was done: the key in the address and the message.
const SAID: &[&str] = &[
    "referral-decided-accepted",
    "referral-decided-not-accepted",
    "referral-entry-saved",
    "referral-withdrawn",
    "referral-refer-draft-deleted",
    "task-link-taken-back",
    "import-discarded",
    "import-columns-saved",
    "import-undone",
    "referral-asked",
    "referral-answered",
    "referral-priority-saved",
    "referral-told",
    "send-offer-sent",
    "send-again-done",
    "send-trial-done",
    "send-hours-saved",
    "referral-outcome-saved",
    "household-made",
    "household-changed",
    "household-closed-done",
    "household-away-set",
    "household-away-taken",
    "household-ready-saved",
    "matching-rank-drive-saved",
    "matching-offer-made",
    "matching-offer-answered-yes",
    "matching-offer-answered-no",
    "matching-offer-taken-back",
    "matching-decided-done",
    "matching-ended",
    "matching-cover-set",
    "matching-cover-ended",
    "closing-saved",
    "follow-up-saved",
    "care-episode-saved",
    "session-saved",
    "session-planned-saved",
    "session-right-saved",
    "session-given-saved",
    "session-marked-saved",
    "session-signed-saved",
    "session-problem-passage",
    "step-saved",
    "plan-saved",
    "plan-viewed",
    "plan-extend-sent",
    "plan-extend-answered",
    "goal-marked",
    "goal-marked-up",
    "goal-marked-same",
    "goal-marked-down",
    "goal-step-saved",
    "goal-step-set",
    "goal-ended",
    "review-saved",
    "review-planned-saved",
    "review-called-off-saved",
    "review-right-saved",
    "review-bring-saved",
    "consent-changed",
    "suggest-aside-saved",
    "ladder-saved",
    "practice-saved",
    "disruption-saved",
    "disruption-taken-back-saved",
    "crisis-saved",
    "crisis-added",
    "crisis-signed",
    "concern-added",
    "concern-decided",
    "ring-set-saved",
    "likeness-joined",
    "likeness-kept-apart",
    "likeness-undone",
    "likeness-moved",
    "likeness-moved-back",
    "account-proposed",
    "account-confirmed",
    "account-refused",
    "account-role-ended-done",
    "account-sign-in-ended",
    "account-contact-saved",
    "account-token-ended",
    "account-closed",
    "agreement-recorded",
    "break-glass-reviewed",
    "sign-in-list-ended",
    "sign-in-second-added",
    "sign-in-codes-kept",
    "sign-in-account-passkey-added",
    "sign-in-account-passkey-removed",
    "sign-in-account-password-changed",
    "sign-in-account-email-saved",
    "sign-in-account-language-saved",
    "site-saved",
    "site-sent",
    "site-restored",
    "sign-in-account-last-proof",
];

impl Page {
    /// The frame of a page with this heading, in the visit's language.
    pub fn new(app: &App, visit: &Visit, heading: &str) -> Self {
        let w = visit.w();
        let other = visit.lang.other();
        let href = |path: &str| visit.href(path);
        let query = if visit.query.is_empty() {
            String::new()
        } else {
            format!("?{}", visit.query)
        };
        let said = visit.query_value("said").filter(|key| SAID.contains(&key.as_str()));
        Self {
            w,
            lang: visit.lang.tag(),
            dir: "ltr",
            title: w.site_title(heading, w.site_name()),
            nav: nav(visit),
            other_lang_href: in_language(other, &visit.path) + &query,
            other_lang_name: Words::new(other).site_language_name(),
            other_lang_tag: other.tag(),
            signed_in_as: visit.who.as_ref().map(|who| who.name.clone()),
            csrf: visit.csrf.clone(),
            nonce: visit.nonce.clone(),
            css_href: asset::href("site.css"),
            js_href: asset::href("site.js"),
            icon_href: asset::href("icon.svg"),
            home_href: href(paths::HOME),
            account_href: href(paths::ACCOUNT),
            sign_out_href: href(paths::SIGN_OUT),
            exit_href: paths::EXIT,
            quick_exit: visit.who.as_ref().is_none_or(|who| who.is_family),
            notice: said.and_then(|key| w.by_key(&key)).map(ToOwned::to_owned),
            draft_welsh: visit.lang == Lang::Cy,
            break_glass_until: None,
            toggle_in_form: false,
            back: None,
            demo: app.is_demo(),
            footer: footer(visit),
            status: StatusCode::OK,
        }
    }

    /// The frame of a page whose form has mistakes: its title says so, and so does its status.
    #[must_use]
    pub fn with_mistakes(mut self, any: bool) -> Self {
        if any {
            self.title = self.w.site_title_error(&self.title);
            self.status = StatusCode::UNPROCESSABLE_ENTITY;
        }
        self
    }

    /// The frame of a page whose whole is one form: the language toggle keeps what was typed.
    #[must_use]
    pub fn of_form(mut self) -> Self {
        self.toggle_in_form = true;
        self
    }

    /// The frame with a way back.
    #[must_use]
    pub fn back_to(mut self, href: String, text: &str) -> Self {
        self.back = Some(link(href, text));
        self
    }

    /// The frame with another status than 200.
    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }
}

/// How much room a page is given before it is written: most pages fit, and none is copied again and again as it grows.
const PAGE_BYTES: usize = 48 * 1024;

/// A page ready to send. Its template's `page` gives the status.
pub fn show(template: &impl Template, page: &Page) -> Response {
    let mut html = String::with_capacity(PAGE_BYTES);
    template
        .render_into(&mut html)
        .expect("a template writes to memory, which does not fail");
    let mut answer = (page.status, Html(html)).into_response();
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'nonce-{}'; img-src 'self' data:; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        page.nonce
    );
    let policy = HeaderValue::try_from(policy).expect("a nonce is plain ASCII");
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    answer
}

/// The answer to a form that was stored: go and look.
pub fn see(href: &str) -> Response {
    match HeaderValue::try_from(href) {
        Ok(value) => (StatusCode::SEE_OTHER, [(header::LOCATION, value)]).into_response(),
        Err(_) => StatusCode::SEE_OTHER.into_response(),
    }
}

/// A link.
pub fn link(href: String, text: &str) -> Link {
    Link {
        href,
        text: text.to_owned(),
    }
}

fn footer(visit: &Visit) -> Vec<Link> {
    let w = visit.w();
    let mut links = vec![
        link(visit.href(paths::HELP), w.site_footer_help()),
        link(visit.href(paths::ACCESSIBILITY), w.site_footer_accessibility()),
        link(visit.href(paths::PRIVACY), w.site_footer_privacy()),
        link(visit.href(paths::NOT_DONE), w.site_footer_not()),
    ];
    if visit
        .who
        .as_ref()
        .is_some_and(|who| !who.is_family && !who.roles.is_empty())
    {
        links.push(link(visit.href(paths::WORDS), w.site_nav_words()));
    }
    links
}

fn nav(visit: &Visit) -> Vec<NavItem> {
    let Some(who) = &visit.who else { return Vec::new() };
    let w = visit.w();
    let mut items: Vec<(&'static str, &'static str)> = vec![(paths::HOME, w.site_nav_home())];
    let roles: Vec<Role> = who.roles.iter().filter_map(|key| Role::from_key(key)).collect();
    let any = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    if any(&[
        Role::FamilyWorker,
        Role::ProgrammeManager,
        Role::ProgrammeOfficer,
        Role::TeamManager,
        Role::SafeguardingLead,
    ]) {
        items.push((paths::REFERRALS, w.site_nav_referrals()));
        items.push((paths::WAITING, w.site_nav_waiting()));
    }
    let carers = any(&[
        Role::ProgrammeManager,
        Role::ProgrammeOfficer,
        Role::TeamManager,
        Role::SafeguardingLead,
        Role::Supervisor,
        Role::Carer,
    ]);
    if any(&[
        Role::FamilyWorker,
        Role::ProgrammeManager,
        Role::ProgrammeOfficer,
        Role::TeamManager,
        Role::SafeguardingLead,
        Role::Supervisor,
        Role::Carer,
    ]) {
        items.push((paths::FAMILIES, w.site_nav_families()));
        items.push((paths::CONCERNS, w.concern_list_title()));
        items.extend(carers.then(|| (paths::CARERS, w.household_list_title())));
        items.push((paths::SEARCH, w.site_nav_search()));
    }
    if any(&[Role::Administrator, Role::Auditor]) {
        items.push((paths::PEOPLE, w.site_nav_people()));
        items.push((paths::AGREEMENTS, w.site_nav_agreements()));
    }
    if any(&[Role::Administrator]) {
        items.push((paths::MESSAGES, w.send_list_title()));
    }
    if any(&[Role::Auditor, Role::SafeguardingLead]) {
        items.push((paths::BREAK_GLASS, w.site_nav_break_glass()));
    }
    if any(&[Role::Auditor]) {
        items.push((paths::JOURNAL, w.site_nav_journal()));
    }
    let current = |path: &str| {
        if path == "/" {
            visit.path == "/"
        } else {
            visit.path.starts_with(path)
        }
    };
    items
        .into_iter()
        .map(|(path, text)| NavItem {
            href: visit.href(path),
            text: text.to_owned(),
            current: current(path),
            count: None,
        })
        .collect()
}
