//! Asking somebody outside: who they are and where the link goes; and the one page it is shown on.

use crate::App;
use crate::account::email;
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Link, Page, Problem, choice, field, link, show};
use crate::paths;
use crate::visit::{Visit, in_language};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::access::{Action, Object};
use domain::id::{ReferralDraftId, SiteId};
use domain::name::{NAME_CHARS_MAX, Name, NameProblem};
use jiff::civil::Date;
use store::once::Once;
use store::site::Site;
use store::task_link::{self, Asked};
use store::{Error, Tx};
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "task_link/ask.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    draft: String,
    is_open: bool,
    only: Option<(String, String)>,
    site: Field,
    sites: Vec<Choice>,
    name: Field,
    email: Field,
    language: Field,
    languages: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "task_link/made.html")]
struct Made {
    page: Page,
    body: String,
    link: String,
    list: Link,
}

/// What was asked, as the form has it.
#[derive(Clone)]
struct Wanted {
    site: SiteId,
    name: String,
    email: String,
    language: Lang,
    /// A draft of the reader's own whose answers are filled in.
    draft: Option<ReferralDraftId>,
}

/// The form. `?draft=` names a draft whose answers are filled in for whoever is asked.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let form = form::kept(&app, &visit).await?.unwrap_or_else(|| {
        let draft = visit.query_value("draft").unwrap_or_default();
        Form::default().with("draft", &draft)
    });
    let sites = sites(&app, &visit).await?;
    Ok(draw(&app, &visit, &form, &sites, &Mistakes::default()))
}

async fn sites(app: &App, visit: &Visit) -> Answer<Vec<Site>> {
    let permit = app.store().permit(&visit.actor(), Action::Refer, Object::Lists).await?;
    Ok(app.store().read(permit, store::site::in_scope).await?)
}

fn read(form: &Form, sites: &[Site], w: Words) -> Result<Wanted, Mistakes> {
    let mut mistakes = Mistakes::default();
    let site = form.get("site").parse::<SiteId>().ok();
    let site = site.filter(|site| sites.iter().any(|known| known.id == *site));
    if site.is_none() {
        mistakes.add("site", w.referral_problem_site());
    }
    let name = Name::parse(form.get("name")).map_err(|problem| match problem {
        NameProblem::Empty => mistakes.add("name", w.task_link_problem_name()),
        NameProblem::TooLong { .. } => {
            let max = u64::try_from(NAME_CHARS_MAX).unwrap_or_default();
            mistakes.add("name", w.site_problem_long(max));
        }
    });
    let email = email(form.get("email"));
    if email.is_none() {
        mistakes.add("email", w.account_invite_problem_email());
    }
    let language = Lang::from_tag(form.get("language"));
    if language.is_none() {
        mistakes.add("language", w.site_problem_choose());
    }
    match (site, name, email, language) {
        (Some(site), Ok(name), Some(email), Some(language)) => Ok(Wanted {
            site,
            name: name.as_str().to_owned(),
            email,
            language,
            draft: form.get("draft").parse().ok(),
        }),
        _ => Err(mistakes),
    }
}

/// Makes the link, has it sent, and shows it, this once.
pub async fn send(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let me = visit.account()?.account;
    let sites = sites(&app, &visit).await?;
    let wanted = match read(&form, &sites, visit.w()) {
        Ok(wanted) => wanted,
        Err(mistakes) => return Ok(draw(&app, &visit, &form, &sites, &mistakes)),
    };
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let (path, list) = (visit.path.clone(), visit.href(paths::TASK_LINKS));
    let asked = wanted.clone();
    let unit = move |tx: &Tx| {
        tx.not_done_before(Some(&once))?;
        let body = filled(tx, &asked)?;
        let (secret, until) = task_link::make(
            tx,
            &Asked {
                site: asked.site,
                name: &asked.name,
                email: &asked.email,
                language: asked.language.tag(),
                body: &body,
            },
        )?;
        // The link is shown once; the same form sent again leads to the list, where it can be taken back.
        tx.done(Some(&once), 303, &list)?;
        store::draft::forget(tx, me, &path)?;
        Ok::<_, Error>((secret, until))
    };
    let actor = visit.actor();
    let made = app.store().act(&actor, Action::Refer, Object::Site(wanted.site), unit);
    match made.await {
        Ok((secret, until)) => Ok(self::made(&app, &visit, &wanted, &secret, until)),
        Err(Error::Constraint(which)) if which == "task_links_max" => {
            let mistakes = Mistakes::one("name", visit.w().task_link_problem_max());
            Ok(draw(&app, &visit, &form, &sites, &mistakes))
        }
        Err(error) => Err(PageError::from(error)),
    }
}

/// What stands in the form when it is opened: who fills it in, and what the reader's own draft has.
fn filled(tx: &Tx, asked: &Wanted) -> Result<String, Error> {
    let draft = asked.draft.map(|id| store::referral::draft::find(tx, id));
    let draft = draft.transpose()?.map(|draft| Form::parse(draft.body.as_bytes()));
    let typed = draft.unwrap_or_default();
    // What the record says of a family never leaves with a link.
    if typed.has("follows") {
        return Err(Error::NotFound);
    }
    Ok(with_asked(typed, asked.site, &asked.name, &asked.email).to_body())
}

/// What stands in a form that nobody has typed in yet: the area, and who is asked.
pub fn prefilled(site: SiteId, name: &str, email: &str) -> String {
    with_asked(Form::default(), site, name, email).to_body()
}

fn with_asked(form: Form, site: SiteId, name: &str, email: &str) -> Form {
    let worker = format!("{name}\n{email}");
    let form = form.without("site").without("worker");
    form.with("site", &site.to_string()).with("worker", &worker)
}

fn made(app: &App, visit: &Visit, wanted: &Wanted, secret: &[u8; 32], until: Date) -> Response {
    let w = visit.w();
    let path = paths::one_time(&URL_SAFE_NO_PAD.encode(secret));
    let shown = Made {
        body: w.task_link_made_body(&wanted.name, &wanted.email, &w.day(until)),
        link: format!("{}{}", app.origin(), in_language(wanted.language, &path)),
        list: link(visit.href(paths::TASK_LINKS), w.task_link_list_title()),
        page: Page::new(app, visit, w.task_link_made_title())
            .back_to(visit.href(paths::TASK_LINKS), w.task_link_list_title()),
    };
    show(&shown, &shown.page)
}

fn draw(app: &App, visit: &Visit, form: &Form, sites: &[Site], mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let language = |lang: Lang| {
        let label = Words::new(lang).site_language_name();
        choice(lang.tag(), label, form.get("language") == lang.tag())
    };
    let named = |site: &Site| (site.id.to_string(), site.name(visit.lang.tag()).to_owned());
    let pick = |site: &Site| {
        let (id, name) = named(site);
        choice(&id, &name, form.get("site") == id)
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        draft: form.get("draft").to_owned(),
        is_open: !sites.is_empty(),
        only: match sites {
            [only] => Some(named(only)),
            _ => None,
        },
        site: typed("site"),
        sites: sites.iter().map(pick).collect(),
        name: typed("name"),
        email: typed("email"),
        language: typed("language"),
        languages: Lang::ALL.iter().copied().map(language).collect(),
        page: Page::new(app, visit, w.task_link_ask_title())
            .of_form()
            .back_to(visit.href(paths::TASK_LINKS), w.task_link_list_title())
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
