//! Who the token acts as, and where it works.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::Caller;
use super::problem::{Errors, Problem};
use super::tell::Told;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Actor, Object, Scopes, TokenScope};
use domain::id::{AccountId, SiteId};
use serde::Serialize;
use store::Tx;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who a token acts as.
#[derive(Serialize, ToSchema)]
pub struct Me {
    /// `person` or `site`.
    #[schema(example = "person")]
    acts_as: &'static str,
    /// The account, for a person's token.
    account: Option<Uuid>,
    /// What the person is called.
    name: Option<String>,
    /// The language they chose.
    #[schema(example = "cy")]
    language: Option<String>,
    /// The roles they hold today.
    roles: Vec<Held>,
    /// The programme area, for a site's token.
    site: Option<Uuid>,
    /// The purposes a site's token was made for: `refer`, `read_referrals`, `read_metrics`.
    scopes: Vec<&'static str>,
}

/// A role held today.
#[derive(Serialize, ToSchema)]
pub struct Held {
    /// The key of the role.
    #[schema(example = "family_worker")]
    role: &'static str,
    /// Where; nothing for the whole installation.
    site: Option<Uuid>,
}

/// A programme area.
#[derive(Serialize, ToSchema)]
pub struct Site {
    /// The programme area.
    id: Uuid,
    /// Its name in English.
    name_en: String,
    /// Its name in Welsh.
    name_cy: String,
    /// The nation pack it works under.
    nation: String,
    /// The authority or Trust.
    authority: Uuid,
    /// How many families its carers can support at once.
    places: u32,
}

/// Says who the token acts as.
#[utoipa::path(get, path = address::ME, tag = "token", operation_id = "get_me",
    responses((status = 200, description = "Who the token acts as", body = Me)))]
pub async fn me(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(told_me(&app, &caller, &asked).await)
}

async fn told_me(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    nothing_asked(caller, asked)?;
    let me = match &caller.actor {
        Actor::SiteToken { site, scopes, .. } => Me {
            acts_as: "site",
            account: None,
            name: None,
            language: None,
            roles: Vec::new(),
            site: Some(site.uuid()),
            scopes: scopes.iter().map(TokenScope::key).collect(),
        },
        _ => person(app, caller).await?,
    };
    Ok(Told::ok(&me))
}

async fn person(app: &App, caller: &Caller) -> Result<Me, Problem> {
    let permit = caller.permit_list(app, Action::SeeOwnAccount, Object::Own).await?;
    let id = AccountId::from_uuid(caller.id());
    let read = app.store().read(permit, move |tx| {
        let account = store::account::show(tx, id)?;
        Ok::<_, Problem>(Me {
            acts_as: "person",
            account: Some(id.uuid()),
            name: Some(account.name),
            language: Some(account.language),
            roles: held(tx, id)?,
            site: None,
            scopes: Vec::new(),
        })
    });
    read.await
}

/// The roles an account holds today.
fn held(tx: &Tx, id: AccountId) -> Result<Vec<Held>, store::Error> {
    let today = tx.today();
    let roles = store::account::role::of_account(tx, id)?.into_iter();
    let now = roles.filter(|held| {
        held.stage == "held" && held.starts_on <= today && held.ends_on.is_none_or(|ended| today < ended)
    });
    Ok(now
        .map(|held| Held {
            role: held.role.key(),
            site: held.site.map(SiteId::uuid),
        })
        .collect())
}

fn nothing_asked(caller: &Caller, asked: &Asked) -> Result<(), Problem> {
    let mut errors = Errors::default();
    asked.only(&[], &mut errors, caller.w());
    errors.or(())
}

/// Lists the programme areas the token works in, with the ids a referral is sent to.
#[utoipa::path(get, path = address::SITES, tag = "token", operation_id = "list_sites",
    responses((status = 200, description = "The programme areas", body = Listed<Site>)))]
pub async fn sites(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(told_sites(&app, &caller, &asked).await)
}

async fn told_sites(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    nothing_asked(caller, asked)?;
    let sites = match &caller.actor {
        Actor::SiteToken { site, scopes, .. } => vec![own_site(app, caller, *site, *scopes).await?],
        _ => sites_of_person(app, caller).await?,
    };
    Ok(Told::ok(&Listed::whole(sites.into_iter().map(Site::from).collect())))
}

/// The one area of a site's token, for a purpose that has to do with it.
async fn own_site(app: &App, caller: &Caller, site: SiteId, scopes: Scopes) -> Result<store::site::Site, Problem> {
    let action = if scopes.contains(TokenScope::ReadReferrals) {
        Action::ListReferrals
    } else {
        Action::Refer
    };
    let permit = caller.permit_list(app, action, Object::Site(site)).await?;
    Ok(app.store().read(permit, move |tx| store::site::by_id(tx, site)).await?)
}

/// The areas a person has a role in; all of them for a role in the whole installation.
async fn sites_of_person(app: &App, caller: &Caller) -> Result<Vec<store::site::Site>, Problem> {
    let permit = caller.permit_list(app, Action::SeeOwnAccount, Object::Own).await?;
    let id = AccountId::from_uuid(caller.id());
    let read = app.store().read(permit, move |tx| {
        let held = held(tx, id)?;
        let everywhere = held.iter().any(|held| held.site.is_none());
        let mut sites = store::site::list(tx)?;
        sites.retain(|site| everywhere || held.iter().any(|held| held.site == Some(site.id.uuid())));
        Ok::<_, Problem>(sites)
    });
    read.await
}

impl From<store::site::Site> for Site {
    fn from(site: store::site::Site) -> Self {
        Self {
            id: site.id.uuid(),
            name_en: site.name_en,
            name_cy: site.name_cy,
            nation: site.nation,
            authority: site.authority.uuid(),
            places: site.places,
        }
    }
}
