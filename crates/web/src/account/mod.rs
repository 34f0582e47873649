//! People with an account, as those who keep accounts see them: invite, read, give and end roles.

mod contact;
mod grant;
mod invite;
mod link;
mod list;
mod propose;
mod show;

use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::route::{Route, route};
use crate::visit::Visit;
use axum::http::Method;
use domain::access::{Action, Denied, Object, ObjectKind as On, Permit};
use domain::id::SiteId;
use domain::role::Role;
use jiff::civil::Date;
use store::site::Site;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![
        route(Method::GET, "/people", Action::ListAccounts, On::Lists, list::page),
        route(
            Method::GET,
            "/people/new",
            Action::InviteAccount,
            On::System,
            invite::page,
        ),
        route(
            Method::POST,
            "/people/new",
            Action::InviteAccount,
            On::System,
            invite::send,
        ),
        route(
            Method::GET,
            "/people/{id}",
            Action::OpenAccount,
            On::Account,
            show::page,
        ),
        route(
            Method::POST,
            "/people/{id}",
            Action::EndSignIn,
            On::Account,
            show::end_sign_in,
        ),
        route(
            Method::GET,
            "/people/{id}/link",
            Action::InviteAccount,
            On::System,
            link::page,
        ),
        route(
            Method::POST,
            "/people/{id}/link",
            Action::InviteAccount,
            On::System,
            link::send,
        ),
        route(
            Method::GET,
            "/people/{id}/contact",
            Action::ChangeContact,
            On::Account,
            contact::page,
        ),
        route(
            Method::POST,
            "/people/{id}/contact",
            Action::ChangeContact,
            On::Account,
            contact::send,
        ),
        route(
            Method::GET,
            "/people/{id}/roles/new",
            Action::ProposeRole,
            On::Account,
            propose::page,
        ),
        route(
            Method::POST,
            "/people/{id}/roles/new",
            Action::ProposeRole,
            On::Account,
            propose::send,
        ),
        route(Method::GET, "/roles/{id}", Action::ConfirmRole, On::Grant, grant::page),
        route(Method::POST, "/roles/{id}", Action::ConfirmRole, On::Grant, grant::send),
    ]
}

/// The permit for a form that asks for fresh proof. Where that is missing, what was typed is kept, and is there again
/// after the person has proved who they are.
pub(crate) async fn permit_or_keep(
    app: &App,
    visit: &Visit,
    action: Action,
    object: Object,
    form: &Form,
) -> Answer<Permit> {
    match app.store().permit(&visit.actor(), action, object).await {
        Err(store::Error::Denied(denied @ (Denied::StepUp | Denied::SecondFactor))) => {
            let account = visit.account()?.account;
            store::draft::keep_for(app.store(), account, &visit.path, &form.to_body()).await?;
            Err(PageError::from(store::Error::Denied(denied)))
        }
        answer => Ok(answer?),
    }
}

/// A role in words.
pub(crate) fn role_words(w: Words, role: Role) -> &'static str {
    w.named("role", role.key()).unwrap_or(role.key())
}

/// Where a role holds, in words.
pub(crate) fn place_words(w: Words, sites: &[Site], site: Option<SiteId>) -> String {
    match site {
        None => w.account_whole_house().to_owned(),
        Some(id) => {
            let found = sites.iter().find(|site| site.id == id);
            found
                .map_or(w.site_not_known(), |site| site.name(w.lang().tag()))
                .to_owned()
        }
    }
}

/// The sites at which this account is an administrator today; `None` among them stands for the whole house.
fn administers(roles: &[store::account::role::Held], today: Date) -> Vec<Option<SiteId>> {
    let holds = |held: &&store::account::role::Held| {
        held.role == Role::Administrator
            && held.stage == "held"
            && held.starts_on <= today
            && held.ends_on.is_none_or(|end| today < end)
    };
    roles.iter().filter(holds).map(|held| held.site).collect()
}

/// Reads an e-mail address as far as a form can: something, an at sign, and a domain with a dot.
pub(crate) fn email(typed: &str) -> Option<String> {
    let email = typed.trim();
    let (local, domain) = email.split_once('@')?;
    let dotted = domain
        .split_once('.')
        .is_some_and(|(first, rest)| !first.is_empty() && !rest.is_empty());
    let plain = !email
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';'));
    let whole = !local.is_empty() && dotted && !domain.contains('@') && !domain.ends_with('.');
    (plain && whole && email.len() <= EMAIL_BYTES_MAX).then(|| email.to_owned())
}

/// The longest address for mail, in bytes.
///
/// Source: RFC 5321 4.5.3.1.3, a path of 256 with its brackets.
const EMAIL_BYTES_MAX: usize = 254;

#[cfg(test)]
mod tests {
    use super::email;

    #[test]
    fn an_address_for_mail_has_somebody_and_a_domain_with_a_dot() {
        for good in ["a@b.cy", " mair.o'neill+x@cyngor.example.org ", "łukasz@example.org"] {
            assert_eq!(email(good).as_deref(), Some(good.trim()), "{good}");
        }
        let long = format!("{}@example.org", "a".repeat(250));
        for bad in [
            "",
            "mair",
            "mair@",
            "@example.org",
            "a@b",
            "a b@c.d",
            "a@b@c.d",
            "a@.d",
            "a@b.",
            "a@b.c,d",
            &long,
        ] {
            assert_eq!(email(bad), None, "{bad}");
        }
    }
}
