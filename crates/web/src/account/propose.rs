//! Proposing a role, which a second person confirms.

use super::{administers, permit_or_keep, place_words, role_words};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::day::{DayProblem, parse_day_parts};
use domain::id::{AccountId, SiteId};
use domain::role::{Role, Side};
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use jiff::civil::Date;
use store::account::{self, role};
use store::journal::history;
use store::once::Once;
use store::site::Site;
use words::Words;

/// What is sent for the whole house in place of a site.
const WHOLE_HOUSE: &str = "all";

#[derive(Template)]
#[template(path = "account/propose.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    name: String,
    role: Field,
    roles: Vec<Choice>,
    site: Field,
    sites: Vec<Choice>,
    from: DateField,
    reason: Field,
}

/// What the page is drawn from.
struct Standing {
    account: account::Shown,
    /// Where the reader may propose a role; `None` among them stands for the whole house.
    places: Vec<Option<SiteId>>,
    sites: Vec<Site>,
}

async fn load(app: &App, visit: &Visit, id: AccountId) -> Answer<Standing> {
    let me = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenAccount, Object::Account(id))
        .await?;
    let standing = app.store().read(permit, move |tx| {
        let own = administers(&role::of_account(tx, me)?, tx.today());
        let sites = store::site::list(tx)?;
        let places = if own.contains(&None) {
            std::iter::once(None)
                .chain(sites.iter().map(|site| Some(site.id)))
                .collect()
        } else {
            own
        };
        Ok::<_, store::Error>(Standing {
            account: account::show(tx, id)?,
            places,
            sites,
        })
    });
    Ok(standing.await?)
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<AccountId>) -> Answer {
    drop(
        app.store()
            .permit(&visit.actor(), Action::ProposeRole, Object::Account(id))
            .await?,
    );
    let standing = load(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &standing, &form, &Mistakes::default()))
}

/// A proposal read from the form.
struct Proposal {
    role: Role,
    site: Option<SiteId>,
    from: Date,
    reason: Text,
}

fn read(form: &Form, w: Words, standing: &Standing, today: Date) -> Result<Proposal, Mistakes> {
    let mut mistakes = Mistakes::default();
    let role = Role::from_key(form.get("role"));
    if role.is_none() {
        mistakes.add("role", w.account_problem_role());
    }
    let site = place(form, standing, role);
    if site.is_err() {
        mistakes.add("site", w.account_problem_site());
    }
    if let (Some(role), Ok(site)) = (role, &site)
        && let Some(said) = taken(w, standing, role, *site)
    {
        mistakes.add("role", said);
    }
    let from = match parse_day_parts(form.get("from_day"), form.get("from_month"), form.get("from_year")) {
        Err(DayProblem::Empty) => Some(today),
        Err(_) => {
            mistakes.add("from", w.site_problem_day_unreal());
            None
        }
        Ok(day) if day < today => {
            mistakes.add("from", w.site_problem_day_past());
            None
        }
        Ok(day) => Some(day),
    };
    let reason = Text::parse(form.get("reason")).map_err(|problem| match problem {
        TextProblem::Empty => mistakes.add("reason", w.account_problem_reason()),
        TextProblem::TooLong { .. } => {
            mistakes.add(
                "reason",
                w.site_problem_long(u64::try_from(TEXT_CHARS_MAX).unwrap_or_default()),
            );
        }
    });
    match (role, site, from, reason, mistakes.any()) {
        (Some(role), Ok(site), Some(from), Ok(reason), false) => Ok(Proposal {
            role,
            site,
            from,
            reason,
        }),
        _ => Err(mistakes),
    }
}

/// The reader may not propose this role there.
struct Nowhere;

/// Where the role should hold, if the reader may propose it there. Only people who keep the system, or who read figures
/// and never a family, hold a role for every area at once.
fn place(form: &Form, standing: &Standing, role: Option<Role>) -> Result<Option<SiteId>, Nowhere> {
    let site = match form.get("site") {
        WHOLE_HOUSE => None,
        id => Some(id.parse::<SiteId>().map_err(|_| Nowhere)?),
    };
    let everywhere = role.is_none_or(|role| matches!(role.side(), Side::System | Side::Outside));
    if standing.places.contains(&site) && (site.is_some() || everywhere) {
        Ok(site)
    } else {
        Err(Nowhere)
    }
}

/// Why the account cannot be given this role once more.
fn taken(w: Words, standing: &Standing, role: Role, site: Option<SiteId>) -> Option<&'static str> {
    let mut same = standing
        .account
        .roles
        .iter()
        .filter(|held| held.role == role && held.site == site);
    same.find_map(|held| match held.stage.as_str() {
        "held" => Some(w.account_problem_has_role()),
        "proposed" => Some(w.account_problem_proposed()),
        _ => None,
    })
}

/// Stores the proposal.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<AccountId>, form: Form) -> Answer {
    let permit = permit_or_keep(&app, &visit, Action::ProposeRole, Object::Account(id), &form).await?;
    let me = visit.account()?.account;
    let href = paths::saying(&visit.href(&paths::person_account(id)), "account-proposed");
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let standing = load(&app, &visit, id).await?;
    let today = store::clock::london_day(app.store().now());
    let proposal = match read(&form, visit.w(), &standing, today) {
        Ok(proposal) => proposal,
        Err(mistakes) => {
            // The same form sent again finds its own proposal, and is told where that led.
            let permit_again = app
                .store()
                .permit(&visit.actor(), Action::OpenAccount, Object::Account(id))
                .await?;
            app.store()
                .read(permit_again, move |tx| tx.not_done_before(Some(&once)))
                .await?;
            return Ok(draw(&app, &visit, &standing, &form, &mistakes));
        }
    };
    let (path, to) = (visit.path.clone(), href.clone());
    let stored = app
        .store()
        .write(permit, move |tx| {
            tx.not_done_before(Some(&once))?;
            let grant = role::propose(tx, id, proposal.role, proposal.site)?;
            history::note_role_asked(tx, id, grant, proposal.from, &proposal.reason)?;
            tx.done(Some(&once), 303, &to)?;
            store::draft::forget(tx, me, &path)
        })
        .await;
    match stored {
        Ok(()) => Ok(see(&href)),
        Err(store::Error::Constraint(name)) if name == "role_held_once" => {
            let mut mistakes = Mistakes::default();
            mistakes.add("role", visit.w().account_problem_proposed());
            Ok(draw(&app, &visit, &standing, &form, &mistakes))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(app: &App, visit: &Visit, standing: &Standing, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let account = &standing.account;
    let nothing = Choice {
        value: String::new(),
        label: w.site_problem_choose().to_owned(),
        hint: None,
        checked: false,
    };
    let choice = |name: &str, value: String, label: String| Choice {
        checked: form.get(name) == value,
        value,
        label,
        hint: None,
    };
    let role = |role: Role| choice("role", role.key().to_owned(), role_words(w, role).to_owned());
    let place = |site: &Option<SiteId>| {
        let value = site.map_or_else(|| WHOLE_HOUSE.to_owned(), |id| id.to_string());
        choice("site", value, place_words(w, &standing.sites, *site))
    };
    let part = |part: &str| form.get(&format!("from_{part}")).to_owned();
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        name: account.name.clone(),
        role: field("role", form.get("role"), mistakes.of("role")),
        roles: std::iter::once(nothing.clone())
            .chain(Role::ALL.into_iter().map(role))
            .collect(),
        site: field("site", form.get("site"), mistakes.of("site")),
        sites: std::iter::once(nothing)
            .chain(standing.places.iter().map(place))
            .collect(),
        from: DateField {
            name: "from".into(),
            id: "from".into(),
            day: part("day"),
            month: part("month"),
            year: part("year"),
            error: mistakes.of("from"),
        },
        reason: field("reason", form.get("reason"), mistakes.of("reason")),
        page: Page::new(app, visit, w.account_propose_title())
            .of_form()
            .back_to(
                visit.href(&paths::person_account(account.id)),
                &w.account_title(&account.name),
            )
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
