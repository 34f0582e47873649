//! One's own account on one page: how one is reached, how one signs in, where one is signed in.

use super::super::paths as own;
use crate::App;
use crate::account::{place_words, role_words};
use crate::error::Answer;
use crate::page::{Page, SummaryRow, link, row, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::SignInId;
use store::account::Shown as Account;
use store::clock::{instant, london_day, london_time};
use store::passkey::Kept;
use store::sign_in::Device;
use store::site::Site;
use store::token::Line;
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "sign_in/own/account.html")]
struct Shown {
    page: Page,
    facts: Vec<SummaryRow>,
    passkeys: Vec<OnePasskey>,
    passkey_add: String,
    has_code: bool,
    app: String,
    app_remove: String,
    codes_left: Option<String>,
    codes_new: String,
    sign_ins: Vec<OneSignIn>,
    end_others: Option<String>,
    tokens: Vec<OneToken>,
    token_make: String,
    acts: String,
}

struct OnePasskey {
    name: String,
    made: String,
    used: Option<String>,
    remove: Option<String>,
}

struct OneSignIn {
    name: String,
    way: &'static str,
    began: String,
    seen: String,
    ends: String,
    /// Where ending it posts to; nothing for the one this page is seen through.
    end: Option<String>,
}

struct OneToken {
    name: String,
    used: Option<String>,
    end: String,
}

/// What the page is drawn from.
struct Standing {
    account: Account,
    sites: Vec<Site>,
    passkeys: Vec<Kept>,
    devices: Vec<Device>,
    tokens: Vec<Line>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let who = visit.account()?;
    let account = who.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SeeOwnAccount, Object::Own)
        .await?;
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>(Standing {
            account: store::account::show(tx, account)?,
            sites: store::site::list(tx)?,
            passkeys: store::passkey::of_account(tx, account)?,
            devices: store::sign_in::devices(tx, account)?,
            tokens: store::token::of_account(tx, account)?,
        })
    });
    let standing = read.await?;
    let then = Then {
        w: visit.w(),
        now: app.store().now().as_microsecond(),
    };
    let page = Page::new(&app, &visit, visit.w().sign_in_account_title());
    let shown = shown(&visit, page, &standing, &then, who.id);
    Ok(show(&shown, &shown.page))
}

/// Instants in words, seen from now.
struct Then {
    w: Words,
    now: i64,
}

impl Then {
    fn ago(&self, micros: i64) -> String {
        let days = (london_day(instant(self.now)) - london_day(instant(micros))).get_days();
        self.w.ago_days(u64::try_from(days).unwrap_or_default())
    }

    fn at(&self, micros: i64) -> String {
        self.w.day_time_short(london_time(instant(micros)))
    }

    fn on(&self, micros: i64) -> String {
        self.w.day_short(london_day(instant(micros)))
    }
}

fn shown(visit: &Visit, page: Page, standing: &Standing, then: &Then, this: SignInId) -> Shown {
    let w = visit.w();
    let account = &standing.account;
    let number = |n: i64| u64::try_from(n).unwrap_or_default();
    let sign_ins: Vec<OneSignIn> = standing
        .devices
        .iter()
        .map(|device| sign_in(visit, device, then, device.id == this))
        .collect();
    Shown {
        facts: facts(visit, standing),
        passkeys: standing
            .passkeys
            .iter()
            .map(|kept| passkey(visit, standing, kept, then))
            .collect(),
        passkey_add: visit.href(own::PASSKEYS),
        has_code: account.has_code,
        app: visit.href(own::APP),
        app_remove: visit.href(own::APP_REMOVE),
        codes_left: account
            .has_code
            .then(|| w.sign_in_recovery_left(number(account.recovery_codes))),
        codes_new: visit.href(own::CODES_NEW),
        end_others: (sign_ins.len() > 1).then(|| visit.href(own::END_OTHERS)),
        sign_ins,
        tokens: standing.tokens.iter().map(|line| token(visit, line, then)).collect(),
        token_make: visit.href(own::TOKENS),
        acts: visit.href(paths::ACTS),
        page,
    }
}

fn facts(visit: &Visit, standing: &Standing) -> Vec<SummaryRow> {
    let w = visit.w();
    let account = &standing.account;
    let change = |href: &str, fact: SummaryRow| SummaryRow {
        change: Some(link(visit.href(href), w.site_change())),
        ..fact
    };
    let language = Lang::from_tag(&account.language).map_or("", |lang| Words::new(lang).site_language_name());
    let held = account.roles.iter().filter(|held| held.stage == "held");
    let roles: Vec<String> = held
        .map(|held| {
            let place = place_words(w, &standing.sites, held.site);
            w.sign_in_account_role_line(role_words(w, held.role), &place, &w.day_short(held.starts_on))
        })
        .collect();
    let roles = if roles.is_empty() {
        w.sign_in_account_roles_none().to_owned()
    } else {
        roles.join("\n")
    };
    let password = if account.has_password {
        w.sign_in_account_password_set()
    } else {
        w.sign_in_account_password_none()
    };
    vec![
        row(w.sign_in_account_name(), account.name.clone()),
        change(own::EMAIL, row(w.sign_in_account_email(), account.email.clone())),
        change(own::LANGUAGE, row(w.sign_in_account_language_read(), language)),
        change(own::PASSWORD, row(w.sign_in_account_password(), password)),
        row(w.sign_in_account_roles(), roles),
    ]
}

fn passkey(visit: &Visit, standing: &Standing, kept: &Kept, then: &Then) -> OnePasskey {
    let w = visit.w();
    let may_go = standing.passkeys.len() > 1 || standing.account.has_password;
    OnePasskey {
        name: kept.device_name.clone(),
        made: w.sign_in_account_passkey_made(&then.on(kept.made_at)),
        used: kept.used_at.map(|at| w.sign_in_account_passkey_used(&then.ago(at))),
        remove: may_go.then(|| visit.href(&own::passkey_remove(kept.id))),
    }
}

fn sign_in(visit: &Visit, device: &Device, then: &Then, is_this: bool) -> OneSignIn {
    let w = visit.w();
    OneSignIn {
        name: if device.name.is_empty() {
            w.site_not_known().to_owned()
        } else {
            device.name.clone()
        },
        way: w
            .by_key(&format!("sign-in-list-with-{}", device.way))
            .unwrap_or_default(),
        began: w.sign_in_list_began(&then.at(device.made_at)),
        seen: w.sign_in_list_seen(&then.ago(device.seen_at)),
        ends: w.sign_in_list_ends(&then.at(device.ends_at)),
        end: (!is_this).then(|| visit.href(&own::sign_in_end(device.id))),
    }
}

fn token(visit: &Visit, line: &Line, then: &Then) -> OneToken {
    let used = line
        .used_on
        .as_deref()
        .and_then(|day| day.parse::<jiff::civil::Date>().ok());
    let ago = |day: jiff::civil::Date| {
        let days = (london_day(instant(then.now)) - day).get_days();
        then.w.ago_days(u64::try_from(days).unwrap_or_default())
    };
    OneToken {
        name: line.name.clone(),
        used: used.map(|day| then.w.account_token_last_used(&ago(day))),
        end: visit.href(&own::token_end(line.id)),
    }
}
