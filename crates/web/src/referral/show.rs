//! One referral: what was asked, who is in the family, what was decided.

use super::thread::{self, Said};
use super::waiting::{priority_words, waits_for_words};
use super::{look, outcome, reason_words, stage_words, tell};
use crate::App;
use crate::error::Answer;
use crate::family::people::{Cards, PersonCard};
use crate::page::{Link, Page, SummaryRow, link, row, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::id::{LikenessId, ReferralId};
use domain::referral::{Capacity, Stage};
use store::Tx;
use store::family::{KnownAddress, Safety};
use store::referral::{Message, Outcome, Shown as Stored, Standing, Telling};
use words::Words;

#[derive(Template)]
#[template(path = "referral/show.html")]
struct Shown {
    page: Page,
    family: String,
    reference: String,
    state: String,
    look: &'static str,
    facts: Vec<SummaryRow>,
    needs: Vec<String>,
    going_well: Option<String>,
    worries: Option<String>,
    services: Option<String>,
    hard_before: Option<String>,
    people: Vec<PersonCard>,
    thread: Vec<Said>,
    told: Vec<Said>,
    never_told: bool,
    outcomes: Vec<Said>,
    acts: Vec<Link>,
    known: Option<MaybeKnown>,
    others: Vec<Link>,
}

/// That the family may be here already. Whoever may look at the other record is shown the way; nobody else is told of whom.
struct MaybeKnown {
    look: Option<Link>,
}

/// What the page is made of, as it is stored.
struct Loaded {
    stored: Stored,
    family: Family,
    name: String,
    addresses: Vec<KnownAddress>,
    safety: Safety,
    by: Option<String>,
    standing: Standing,
    thread: Vec<Message>,
    told: Vec<Telling>,
    outcomes: Vec<Outcome>,
    maybe_known: Option<LikenessId>,
}

fn load(tx: &Tx, id: ReferralId) -> Result<Loaded, store::Error> {
    let stored = store::referral::show(tx, id)?;
    let (family, name) = store::family::load(tx, stored.referral.family)?;
    Ok(Loaded {
        addresses: store::family::addresses(tx, family.id)?,
        safety: store::family::safety(tx, family.id)?,
        by: store::journal::history::account_name(tx, stored.referral.referred_by)?,
        standing: store::referral::standing(tx, &stored.referral)?,
        thread: store::referral::thread(tx, &stored.referral)?,
        told: store::referral::tellings(tx, &stored.referral)?,
        outcomes: store::referral::outcomes(tx, id)?,
        maybe_known: store::likeness::may_be_known(tx, stored.referral.family)?,
        stored,
        family,
        name,
    })
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenReferral, Object::Referral(id))
        .await?;
    let Loaded {
        stored,
        family,
        name,
        addresses,
        safety,
        by,
        standing,
        thread,
        told,
        outcomes,
        maybe_known,
    } = app.store().read(permit, move |tx| load(tx, id)).await?;
    let today = store::clock::london_day(app.store().now());
    let mut acts = acts(&app, &visit, &stored).await?;
    acts.extend(again(&app, &visit, &stored).await?);
    let others = others(&visit, &stored);
    let opens = [Action::OpenFamily];
    if !app
        .store()
        .allowed(&visit.actor(), Object::Family(family.id), &opens)
        .await?
        .is_empty()
    {
        acts.push(link(
            visit.href(&paths::family(family.id)),
            w.referral_board_column_family(),
        ));
    }
    let known = match maybe_known {
        Some(likeness) => Some(maybe_known_words(&app, &visit, likeness).await?),
        None => None,
    };
    let stage = stored.referral.stage.key();
    let reference = stored.referral.reference.to_string();
    let shown = Shown {
        state: stage_words(w, stage),
        look: look(stage),
        facts: facts(w, &stored, by, &standing),
        never_told: told.is_empty(),
        thread: thread::shown(&visit, thread),
        told: tell::shown(&visit, told),
        outcomes: outcome::shown(&visit, &family, outcomes),
        needs: stored.needs.iter().map(|key| need_words(w, key)).collect(),
        going_well: stored.going_well.clone(),
        worries: stored.worries.clone(),
        services: stored.services.clone(),
        hard_before: stored.hard_before.clone(),
        people: Cards {
            visit: &visit,
            family: &family,
            addresses: &addresses,
            safety: &safety,
            packs: app.store().packs(),
            today,
        }
        .all(),
        acts,
        known,
        others,
        family: name,
        page: Page::new(&app, &visit, &w.referral_heading(&reference))
            .back_to(visit.href(paths::REFERRALS), w.site_nav_referrals()),
        reference,
    };
    Ok(show(&shown, &shown.page))
}

async fn maybe_known_words(app: &App, visit: &Visit, likeness: LikenessId) -> Answer<MaybeKnown> {
    let settle = [Action::SettleLikeness];
    let allowed = app
        .store()
        .allowed(&visit.actor(), Object::Likeness(likeness), &settle)
        .await?;
    let way = || {
        link(
            visit.href(&paths::likeness(likeness)),
            visit.w().likeness_referral_look(),
        )
    };
    Ok(MaybeKnown {
        look: (!allowed.is_empty()).then(way),
    })
}

/// The referral this one follows, and the one that followed it.
fn others(visit: &Visit, stored: &Stored) -> Vec<Link> {
    let w = visit.w();
    let both = [
        (stored.follows, w.referral_follows_earlier()),
        (stored.followed_by, w.referral_followed_by()),
    ];
    let way = |(id, text): (Option<ReferralId>, &str)| id.map(|id| link(visit.href(&paths::referral(id)), text));
    both.into_iter().filter_map(way).collect()
}

/// Referring the family again, once the referral came to nothing and none has followed.
async fn again(app: &App, visit: &Visit, stored: &Stored) -> Answer<Option<Link>> {
    let referral = &stored.referral;
    if !referral.stage.may_be_followed() || stored.followed_by.is_some() {
        return Ok(None);
    }
    let (actor, refer) = (visit.actor(), [Action::Refer]);
    let may = app.store().allowed(&actor, Object::Site(referral.site), &refer).await?;
    let way = || {
        link(
            visit.href(&paths::referral_again(referral.id)),
            visit.w().referral_again_title(),
        )
    };
    Ok((!may.is_empty()).then(way))
}

/// What the reader may do with the referral in the state it is in.
async fn acts(app: &App, visit: &Visit, stored: &Stored) -> Answer<Vec<Link>> {
    let w = visit.w();
    let id = stored.referral.id;
    let open = stored.referral.stage.awaits_decision();
    let stage = &stored.referral.stage;
    let asked = matches!(stage, Stage::InformationAsked { .. });
    let refused = matches!(stage, Stage::NotAccepted { .. });
    let merged = matches!(stage, Stage::Merged { .. });
    let waits = is_waiting(stored);
    let (decide, write) = (Action::DecideReferral, Action::AddReferralEntry);
    let all = [
        (write, asked, paths::referral_answer(id), w.referral_answer_title()),
        (decide, open, paths::referral_decide(id), w.referral_decide_title()),
        (decide, open, paths::referral_ask(id), w.referral_ask_title()),
        (decide, waits, paths::referral_priority(id), w.referral_priority_title()),
        (write, !merged, paths::referral_tell(id), w.referral_tell_title()),
        (write, refused, paths::referral_outcome(id), w.referral_outcome_title()),
        (write, !merged, paths::referral_entry(id), w.referral_entry_title()),
        (
            Action::WithdrawReferral,
            open || waits,
            paths::referral_withdraw(id),
            w.referral_withdraw_title(),
        ),
    ];
    let fitting = all.into_iter().filter(|(_, fits, ..)| *fits).collect::<Vec<_>>();
    let asked: Vec<Action> = fitting.iter().map(|(action, ..)| *action).collect();
    let allowed = app
        .store()
        .allowed(&visit.actor(), Object::Referral(id), &asked)
        .await?;
    let may = fitting.into_iter().filter(|(action, ..)| allowed.contains(action));
    let mut acts: Vec<Link> = may.map(|(_, _, href, text)| link(visit.href(&href), text)).collect();
    if waits {
        let family = stored.referral.family;
        let asked = [Action::SeeWhoCould];
        let allowed = app
            .store()
            .allowed(&visit.actor(), Object::Family(family), &asked)
            .await?;
        let way = || link(visit.href(&paths::who_could(family)), w.matching_carer_find());
        acts.splice(0..0, (!allowed.is_empty()).then(way));
    }
    Ok(acts)
}

fn is_waiting(stored: &Stored) -> bool {
    stored.referral.waiting_since().is_some()
}

/// An area of need in words.
pub(crate) fn need_words(w: Words, key: &str) -> String {
    w.by_key(&format!("need-{}", key.replace('_', "-")))
        .unwrap_or(key)
        .to_owned()
}

fn facts(w: Words, stored: &Stored, by: Option<String>, standing: &Standing) -> Vec<SummaryRow> {
    let referral = &stored.referral;
    let mut rows = vec![
        row(w.referral_received(), w.day(referral.received_on)),
        row(w.referral_by(), by.unwrap_or_else(|| w.site_not_known().to_owned())),
        row(w.referral_board_column_reason(), reason_words(w, &stored.reason)),
    ];
    let worker = stored.worker.as_ref();
    rows.extend(worker.map(|words| row(w.import_worker_named(), words.clone())));
    match &referral.stage {
        Stage::Waiting { since, .. } => {
            rows.push(row(w.referral_waiting_since(), w.day(*since)));
            rows.push(row(w.referral_priority(), priority_words(w, standing.priority)));
            let things = waits_for_words(w, &standing.waits_for);
            rows.extend((!things.is_empty()).then(|| row(w.referral_waits_for(), things)));
            let why = standing.reason.as_ref();
            rows.extend(why.map(|words| row(w.referral_priority_reason(), words.clone())));
        }
        Stage::NotAccepted { on, why, capacity, .. } => {
            let said = w.by_key(&format!("referral-why-{}", why.key().replace('_', "-")));
            rows.push(row(w.referral_decision_on(), w.day(*on)));
            rows.push(row(w.referral_decide_why(), said.unwrap_or_default()));
            rows.extend(
                stored
                    .why_words
                    .as_ref()
                    .map(|words| row(w.referral_decide_reason(), words.clone())),
            );
            rows.push(row(w.referral_capacity(), places(w, capacity)));
        }
        Stage::Withdrawn { on, .. } => {
            rows.push(row(w.referral_state_withdrawn(), w.day(*on)));
            rows.extend(
                stored
                    .why_words
                    .as_ref()
                    .map(|words| row(w.referral_withdraw_reason(), words.clone())),
            );
        }
        Stage::Closed { on } => rows.push(row(w.referral_state_closed(), w.day(*on))),
        Stage::Submitted { .. } | Stage::InformationAsked { .. } | Stage::Matched { .. } | Stage::Merged { .. } => {}
    }
    rows
}

fn places(w: Words, capacity: &Capacity) -> String {
    [
        w.referral_capacity_carers(u64::from(capacity.carers)),
        w.referral_capacity_places(u64::from(capacity.places)),
        w.referral_capacity_free(u64::from(capacity.places_free)),
        w.referral_capacity_waiting(u64::from(capacity.waiting)),
    ]
    .join("\n")
}
