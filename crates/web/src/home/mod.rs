//! The front page for anybody, and for somebody signed in the page that says what needs them.

mod asked;
mod cards;

use crate::App;
use crate::error::Answer;
use crate::page::{Link, Page, Place, Task, link, show};
use crate::paths;
use crate::route::{Route, route};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::http::Method;
use domain::access::{Action, Object, ObjectKind as On};
use domain::due::DueKind;
use domain::matching::{Offer, OfferStage};
use domain::role::Role;
use jiff::civil::Date;
use store::sign_in::SignedIn;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![route(Method::GET, "/", Action::SeePublicPage, On::Public, page)]
}

#[derive(Template)]
#[template(path = "home/front.html")]
struct Front {
    page: Page,
    sign_in: String,
}

#[derive(Template)]
#[template(path = "home/own.html")]
struct Own {
    page: Page,
    hello: String,
    places: Vec<Place>,
    tasks: Vec<Task>,
    due: Vec<Task>,
    all_due: String,
    /// The week of whoever supervises, the board of whoever answers for an area.
    ways: Vec<Link>,
    said: Option<&'static str>,
}

/// The front page, or the person's own.
async fn page(State(app): State<App>, visit: Visit) -> Answer {
    if let Some(who) = &visit.who {
        return own(&app, &visit, who).await;
    }
    let w = visit.w();
    let page = Page::new(&app, &visit, w.public_front_title());
    let sign_in = visit.href(paths::SIGN_IN);
    let front = Front { page, sign_in };
    Ok(show(&front, &front.page))
}

async fn own(app: &App, visit: &Visit, who: &SignedIn) -> Answer {
    let w = visit.w();
    let account = who.account;
    let permit = app.store().permit(&visit.actor(), Action::SeeHome, Object::Own).await?;
    let families = app
        .store()
        .read(permit, move |tx| store::account::standing::families_of(tx, account))
        .await?;
    if let ([(family, _)], true) = (families.as_slice(), who.is_family) {
        return crate::family::own::page(State(app.clone()), visit.clone(), At(*family)).await;
    }
    let roles: Vec<Role> = who.roles.iter().filter_map(|key| Role::from_key(key)).collect();
    let outside = [Role::Evaluator, Role::Funder, Role::Commissioner];
    let said = match roles.as_slice() {
        [] => Some(w.sign_in_account_roles_none()),
        some if some.iter().all(|role| outside.contains(role)) => Some(w.site_home_outside_body()),
        some if some
            .iter()
            .all(|role| matches!(role, Role::Administrator | Role::Auditor)) =>
        {
            Some(w.site_home_no_family_content())
        }
        _ => None,
    };
    let tasks = tasks(app, visit).await?;
    let ways = ways(app, visit, &roles).await?;
    let places = cards::cards(app, visit, &roles, account).await?;
    let page = Page::new(app, visit, &w.site_home_title(&who.name));
    let own = Own {
        hello: w.site_home_title(&who.name),
        places,
        tasks,
        due: crate::due::of_home(app, visit, &roles).await?,
        all_due: visit.href(paths::DUE),
        ways,
        said,
        page,
    };
    Ok(show(&own, &own.page))
}

/// The pages that lead through somebody's week: each to whom it is for.
async fn ways(app: &App, visit: &Visit, roles: &[Role]) -> Answer<Vec<Link>> {
    let w = visit.w();
    let is = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    let lists = [Action::ListFamilies, Action::ListReferrals, Action::ListHouseholds];
    let allowed = app.store().allowed(&visit.actor(), Object::Lists, &lists).await?;
    let mut ways = Vec::new();
    if is(&[Role::Supervisor]) && allowed.contains(&Action::ListFamilies) {
        ways.push(link(visit.href(paths::WEEK), w.board_week_title()));
    }
    let areas = [
        Role::ProgrammeManager,
        Role::ProgrammeOfficer,
        Role::TeamManager,
        Role::SafeguardingLead,
    ];
    if is(&areas) && allowed.len() == lists.len() {
        ways.push(link(visit.href(paths::BOARD), w.board_title()));
    }
    Ok(ways)
}

/// How many visits to sign stand on the first page: the oldest.
const TO_SIGN_MAX: usize = 10;

/// The visits this person should sign, the oldest first.
async fn to_sign(app: &App, visit: &Visit) -> Answer<Vec<Task>> {
    let w = visit.w();
    let Some(who) = visit
        .who
        .as_ref()
        .filter(|who| who.roles.iter().any(|role| role == Role::Supervisor.key()))
    else {
        return Ok(Vec::new());
    };
    let account = who.account;
    let permit = app.store().permit(&visit.actor(), Action::SeeHome, Object::Own).await?;
    let read = app
        .store()
        .read(permit, move |tx| store::session::to_sign(tx, account, tx.today()));
    let today = store::clock::london_day(app.store().now());
    let tasks = read.await?.into_iter().take(TO_SIGN_MAX).map(|one| Task {
        text: w.session_title(crate::session::kind_words(w, one.kind), &w.day_short(one.on)),
        href: Some(visit.href(&paths::session(one.id))),
        hint: sign_by(w, (DueKind::Signature, one.on), today),
        state: w.session_to_sign().to_owned(),
        look: "warm",
    });
    Ok(tasks.collect())
}

/// By when something that happened on a day should be signed, or since when.
fn sign_by(w: Words, (kind, on): (DueKind, Date), today: Date) -> String {
    crate::due::when_words(w, domain::due::sign_by(kind, on), today)
}

/// What must be read soon: concerns this person was told of and has not read, and calls for help they should sign.
async fn urgent(app: &App, visit: &Visit) -> Answer<Vec<Task>> {
    let w = visit.w();
    let Some(who) = visit.who.as_ref().filter(|who| !who.is_family) else {
        return Ok(Vec::new());
    };
    let today = store::clock::london_day(app.store().now());
    let when = |at: i64| w.day_time(store::clock::london_time(store::clock::instant(at)));
    let mut tasks = Vec::new();
    for one in store::concern::to_read(app.store(), who.account).await? {
        // Somebody may no longer work with the family since.
        let open = [Action::OpenConcern];
        let object = Object::Concern(one.id);
        if !app.store().allowed(&visit.actor(), object, &open).await?.is_empty() {
            let text = w.concern_title(&when(one.raised_at));
            tasks.push(task(
                visit.href(&paths::concern(one.id)),
                &text,
                w.concern_to_read(),
                "warm",
            ));
        }
    }
    for one in store::crisis::to_sign(app.store(), who.account).await? {
        let text = w.crisis_title(&when(one.at));
        let on = store::clock::london_day(store::clock::instant(one.at));
        let href = visit.href(&paths::crisis(one.id));
        tasks.push(Task {
            hint: sign_by(w, (DueKind::CallSignature, on), today),
            ..task(href, &text, w.session_to_sign(), "warm")
        });
    }
    Ok(tasks)
}

/// What waits for a decision about an area: referrals, offers that were taken, more time asked for, families that may be one.
pub(crate) async fn decisions(app: &App, visit: &Visit) -> Answer<Vec<Task>> {
    let w = visit.w();
    let asked = [Action::ListReferrals, Action::ListLikeness];
    let allowed = app.store().allowed(&visit.actor(), Object::Lists, &asked).await?;
    let mut tasks = Vec::new();
    if allowed.contains(&Action::ListReferrals) {
        let permit = app
            .store()
            .permit(&visit.actor(), Action::ListReferrals, Object::Lists)
            .await?;
        let (to_decide, _) = app.store().read(permit, store::referral::counts).await?;
        if 0 < to_decide {
            let said = w.referral_board_to_decide(to_decide);
            tasks.push(task(visit.href(paths::REFERRALS), w.referral_board_title(), &said, ""));
        }
    }
    tasks.extend(offers(app, visit).await?);
    tasks.extend(asked::extensions(app, visit).await?);
    if allowed.contains(&Action::ListLikeness) {
        let me = visit.account()?.account;
        let alike = store::waiting::of_account(app.store(), me).await?.alike;
        if 0 < alike {
            let said = w.likeness_count(alike);
            tasks.push(task(visit.href(paths::LIKENESS), w.likeness_title(), &said, ""));
        }
    }
    Ok(tasks)
}

/// What waits for this person, as far as their roles let them see it.
async fn tasks(app: &App, visit: &Visit) -> Answer<Vec<Task>> {
    let w = visit.w();
    let asked = [Action::ListReferrals, Action::Refer, Action::ListLikeness];
    let allowed = app.store().allowed(&visit.actor(), Object::Lists, &asked).await?;
    let mut tasks = urgent(app, visit).await?;
    tasks.extend(crate::disruption::of_home(app, visit).await?);
    if allowed.contains(&Action::Refer) {
        tasks.push(task(visit.href(paths::REFER), w.referral_refer_title(), "", ""));
    }
    if allowed.contains(&Action::ListReferrals) {
        let permit = app
            .store()
            .permit(&visit.actor(), Action::ListReferrals, Object::Lists)
            .await?;
        let read = app.store().read(permit, |tx| {
            let due = store::referral::outcomes_due(tx, crate::referral::OUTCOMES_MAX)?;
            Ok::<_, store::Error>((store::referral::counts(tx)?, due))
        });
        let ((to_decide, waiting), due) = read.await?;
        if to_decide > 0 {
            let said = w.referral_board_to_decide(to_decide);
            tasks.push(task(
                visit.href(paths::REFERRALS),
                w.referral_board_title(),
                &said,
                "warm",
            ));
        }
        if crate::referral::may_answer(app, visit, &due).await? {
            let said = w.site_home_outcomes(u64::try_from(due.len()).unwrap_or_default());
            tasks.push(task(
                visit.href(paths::OUTCOMES),
                w.referral_outcomes_due(),
                &said,
                "warm",
            ));
        }
        if waiting > 0 {
            let said = w.site_home_waiting(waiting);
            tasks.push(task(visit.href(paths::WAITING), w.referral_waiting_title(), &said, ""));
        }
    }
    tasks.extend(offers(app, visit).await?);
    tasks.extend(asked::tasks(app, visit).await?);
    tasks.extend(to_sign(app, visit).await?);
    tasks.extend(crate::own_text::of_home(app, visit).await?);
    if let Some(who) = &visit.who {
        let waiting = store::waiting::of_account(app.store(), who.account).await?;
        let mut more = |count: u64, path: &str, text: &str, said: &str| {
            if count > 0 {
                tasks.push(task(visit.href(path), text, said, "warm"));
            }
        };
        let alike = if allowed.contains(&Action::ListLikeness) {
            waiting.alike
        } else {
            0
        };
        let said = w.likeness_count(alike);
        more(alike, paths::LIKENESS, w.likeness_title(), &said);
        let said = w.site_home_emergency_to_review(waiting.openings);
        more(waiting.openings, paths::BREAK_GLASS, w.break_glass_list_title(), &said);
        let said = w.site_home_roles_to_confirm(waiting.roles);
        more(waiting.roles, paths::PEOPLE, w.site_nav_people(), &said);
        let said = w.site_home_agreement_ending(waiting.agreements);
        more(waiting.agreements, paths::AGREEMENTS, w.site_nav_agreements(), &said);
    }
    Ok(tasks)
}

/// Offers that wait: for a carer's own answer, or for a decision after a yes.
async fn offers(app: &App, visit: &Visit) -> Answer<Vec<Task>> {
    let w = visit.w();
    let asked = [Action::ListHouseholds];
    if app
        .store()
        .allowed(&visit.actor(), Object::Lists, &asked)
        .await?
        .is_empty()
    {
        return Ok(Vec::new());
    }
    let me = visit.account()?.account;
    let (lines, offers) = crate::household::lines(app, visit).await?;
    let mine = |offer: &Offer| {
        let of = lines.iter().find(|line| line.household.id == offer.household);
        of.is_some_and(|line| line.household.is_carer(me))
    };
    let to_answer: Vec<&Offer> = offers
        .iter()
        .map(|line| &line.offer)
        .filter(|offer| offer.stage == OfferStage::Open && mine(offer))
        .collect();
    let said_yes = offers
        .iter()
        .filter(|line| matches!(line.offer.stage, OfferStage::Accepted { .. }) && !mine(&line.offer))
        .count();
    let mut tasks = Vec::new();
    for offer in &to_answer {
        let said = w.matching_offer_made_on(&w.day_short(offer.made_on));
        tasks.push(task(
            visit.href(&paths::offer(offer.id)),
            w.matching_offer_one(),
            &said,
            "warm",
        ));
    }
    if 0 < said_yes {
        let said = w.matching_offers_said_yes(u64::try_from(said_yes).unwrap_or_default());
        tasks.push(task(
            visit.href(paths::CARERS),
            w.matching_offers_title(),
            &said,
            "warm",
        ));
    }
    Ok(tasks)
}

/// One thing to do, with its state in words.
pub(crate) fn task(href: String, text: &str, state: &str, look: &'static str) -> Task {
    Task {
        text: text.to_owned(),
        href: Some(href),
        hint: String::new(),
        state: state.to_owned(),
        look,
    }
}
