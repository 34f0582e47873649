//! One account: how it is reached, its roles and duties, and where it is signed in.

use super::{place_words, role_words};
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::{Cell, Link, Page, SummaryRow, Table, link, row, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{AccountId, SignInId, SiteId};
use domain::role::Duty;
use store::account::role::{self, Held};
use store::account::{self};
use store::sign_in::Device;
use store::site::Site;
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "account/show.html")]
struct Shown {
    page: Page,
    heading: String,
    second_missing: bool,
    details: Vec<SummaryRow>,
    roles: Table,
    no_roles: bool,
    propose: Option<Link>,
    duties: Vec<String>,
    sign_ins: Vec<SignedIn>,
    may_end: bool,
    acts: Option<Link>,
    new_link: Option<Link>,
}

/// One place somebody is signed in.
struct SignedIn {
    id: String,
    name: String,
    seen: String,
}

/// What the page is drawn from.
struct Standing {
    account: account::Shown,
    duties: Vec<(SiteId, Duty)>,
    devices: Vec<Device>,
    sites: Vec<Site>,
}

fn load(tx: &store::Tx, id: AccountId) -> store::Result<Standing> {
    Ok(Standing {
        account: account::show(tx, id)?,
        duties: role::duties(tx, id)?,
        devices: store::sign_in::devices(tx, id)?,
        sites: store::site::list(tx)?,
    })
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<AccountId>) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenAccount, Object::Account(id))
        .await?;
    let standing = app.store().read(permit, move |tx| load(tx, id)).await?;
    let asked = [Action::ProposeRole, Action::ChangeContact, Action::EndSignIn];
    let may = app.store().allowed(&visit.actor(), Object::Account(id), &asked).await?;
    let asked = [Action::InviteAccount, Action::ReadJournalHeaders];
    let may_all = app.store().allowed(&visit.actor(), Object::System, &asked).await?;
    let shown_account = &standing.account;
    let second = shown_account.has_code || shown_account.passkeys > 0;
    let here = visit.href(&paths::person_account(id));
    let to = |action: Action, path: &str, text: &str| may.contains(&action).then(|| link(visit.href(path), text));
    let change = to(Action::ChangeContact, &contact_path(id), w.site_change());
    let acts = format!("{}?person={id}", paths::JOURNAL);
    let shown = Shown {
        heading: w.account_title(&shown_account.name),
        second_missing: !second,
        details: details(w, shown_account, second, change),
        roles: roles(&visit, &standing),
        no_roles: shown_account.roles.is_empty(),
        propose: to(Action::ProposeRole, &paths::propose_role(id), w.account_propose_title()),
        duties: standing
            .duties
            .iter()
            .map(|(site, duty)| duty_words(w, &standing.sites, *site, *duty))
            .collect(),
        sign_ins: standing.devices.iter().map(|device| signed_in(w, device)).collect(),
        may_end: may.contains(&Action::EndSignIn),
        acts: may_all
            .contains(&Action::ReadJournalHeaders)
            .then(|| link(visit.href(&acts), w.account_acts())),
        new_link: (super::link::is_safe(shown_account) && may_all.contains(&Action::InviteAccount))
            .then(|| link(format!("{here}/link"), w.account_invite_again())),
        page: Page::new(&app, &visit, &w.account_title(&shown_account.name))
            .back_to(visit.href(paths::PEOPLE), w.account_list_title()),
    };
    Ok(show(&shown, &shown.page))
}

/// Where the address of an account is changed.
pub(super) fn contact_path(id: AccountId) -> String {
    format!("{}/contact", paths::person_account(id))
}

fn details(w: Words, account: &account::Shown, second: bool, change: Option<Link>) -> Vec<SummaryRow> {
    let language = Lang::from_tag(&account.language).map_or("", |lang| Words::new(lang).site_language_name());
    let proof = if second {
        w.account_second_done()
    } else {
        w.account_second_missing()
    };
    vec![
        row(w.account_column_name(), account.name.clone()),
        SummaryRow {
            change,
            ..row(w.account_invite_email(), account.email.clone())
        },
        row(w.account_language(), language),
        row(w.account_second(), proof),
    ]
}

fn roles(visit: &Visit, standing: &Standing) -> Table {
    let w = visit.w();
    let rows = standing.account.roles.iter().map(|held| {
        let place = place_words(w, &standing.sites, held.site);
        vec![
            Cell::link(visit.href(&paths::grant(held.id)), role_words(w, held.role)),
            Cell::text(place),
            Cell::tag(stage_words(w, held), stage_look(&held.stage)),
            Cell::text(since(w, held)),
        ]
    });
    let heads = [
        w.account_propose_role(),
        w.account_propose_site(),
        w.account_column_state(),
        w.account_propose_from(),
    ];
    Table {
        caption: w.account_roles().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: rows.collect(),
    }
}

/// From when a role holds, or when it ended.
fn since(w: Words, held: &Held) -> String {
    match (held.stage.as_str(), held.ends_on) {
        ("held", Some(end)) => w.account_role_until(&w.day_short(end)),
        ("held", None) => w.account_role_since(&w.day_short(held.starts_on)),
        (_, Some(end)) => w.account_role_ended(&w.day_short(end)),
        _ => String::new(),
    }
}

/// How a role stands, in words.
pub(super) fn stage_words(w: Words, held: &Held) -> &'static str {
    w.named("account-grant-stage", &held.stage).unwrap_or_default()
}

/// How a role's state looks as a tag.
pub(super) fn stage_look(stage: &str) -> &'static str {
    match stage {
        "proposed" => "warm",
        "held" => "strong",
        _ => "quiet",
    }
}

fn duty_words(w: Words, sites: &[Site], site: SiteId, duty: Duty) -> String {
    let said = match duty {
        Duty::FundApprover { pence_max } => w.role_duty_fund_approver_limit(&w.pounds(i64::from(pence_max))),
        other => w.named("role-duty", other.key()).unwrap_or_default().to_owned(),
    };
    w.account_role_at(&said, &place_words(w, sites, Some(site)))
}

fn signed_in(w: Words, device: &Device) -> SignedIn {
    let seen = store::clock::london_time(store::clock::instant(device.seen_at));
    let name = if device.name.is_empty() {
        w.site_not_known().to_owned()
    } else {
        device.name.clone()
    };
    SignedIn {
        id: device.id.to_string(),
        name,
        seen: w.day_time(seen),
    }
}

/// Ends one of the account's sign-ins.
pub async fn end_sign_in(State(app): State<App>, visit: Visit, At(id): At<AccountId>, form: Form) -> Answer {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EndSignIn, Object::Account(id))
        .await?;
    let sign_in: SignInId = form.get("sign_in").parse().map_err(|_| PageError::Refused)?;
    app.store()
        .write(permit, move |tx| store::sign_in::end(tx, id, sign_in, "revoked"))
        .await?;
    Ok(see(&paths::saying(
        &visit.href(&paths::person_account(id)),
        "account-sign-in-ended",
    )))
}
