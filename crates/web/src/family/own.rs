//! What a parent or young person sees of their own: their details, where the request stands, who reads it.

use super::people;
use crate::App;
use crate::error::{Answer, PageError};
use crate::page::{Link, Page, SummaryRow, link, row, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::day::Birth;
use domain::family::{Part, Person};
use domain::id::FamilyId;
use domain::referral::Stage;
use words::Words;

#[derive(Template)]
#[template(path = "family/own.html")]
struct Shown {
    page: Page,
    hello: String,
    asked: &'static str,
    state: Option<&'static str>,
    facts: Vec<SummaryRow>,
    not_safe: &'static str,
    wrong: &'static str,
    only_you: &'static str,
    reads: &'static str,
    looked: Option<Link>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let account = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SeeOwnPart, Object::Family(id))
        .await?;
    let loaded = app.store().read(permit, move |tx| {
        let me = store::account::standing::families_of(tx, account)?
            .into_iter()
            .find(|(family, _)| *family == id);
        let Some((_, me)) = me else {
            return Err(store::Error::NotFound);
        };
        let (family, _) = store::family::load(tx, id)?;
        let person = family.people.into_iter().find(|person| person.id == me);
        Ok((
            person.ok_or(store::Error::NotFound)?,
            store::referral::stages_of_family(tx, family.site, id)?,
        ))
    });
    let (me, referrals) = loaded.await.map_err(PageError::from)?;
    let young = me.part == Part::Child;
    let asked = [Action::SeeWhoLooked];
    let may = app.store().allowed(&visit.actor(), Object::Family(id), &asked).await?;
    let called = me.name.known_as.as_ref().or(me.name.forename.as_ref());
    let called = called.map_or_else(|| people::name(w, &me), ToString::to_string);
    let shown = Shown {
        hello: w.family_own_hello(&called),
        asked: if young {
            w.referral_family_asked_young()
        } else {
            w.referral_family_asked()
        },
        state: referrals.first().and_then(|one| state(w, &one.stage, young)),
        facts: facts(w, &me),
        not_safe: if young {
            w.family_own_not_safe_body_young()
        } else {
            w.family_own_not_safe_body()
        },
        wrong: if young {
            w.family_own_wrong_young()
        } else {
            w.family_own_wrong()
        },
        only_you: if young {
            w.family_own_only_you_young()
        } else {
            w.family_own_only_you()
        },
        reads: if young {
            w.family_own_reads_young()
        } else {
            w.family_own_reads()
        },
        looked: (!may.is_empty()).then(|| link(visit.href(&paths::family_looked(id)), w.family_looked_title())),
        page: Page::new(&app, &visit, w.family_own_title()),
    };
    Ok(show(&shown, &shown.page))
}

/// Where the request for help stands, in kind words; Welsh speaks to a child as one does to a child.
fn state(w: Words, stage: &Stage, young: bool) -> Option<&'static str> {
    match stage {
        Stage::Submitted { .. } | Stage::InformationAsked { .. } if young => {
            Some(w.referral_family_state_submitted_young())
        }
        Stage::Submitted { .. } | Stage::InformationAsked { .. } => Some(w.referral_family_state_submitted()),
        Stage::Waiting { .. } if young => Some(w.referral_family_state_waiting_young()),
        Stage::Waiting { .. } => Some(w.referral_family_state_waiting()),
        Stage::NotAccepted { .. } if young => Some(w.referral_family_state_not_accepted_young()),
        Stage::NotAccepted { .. } => Some(w.referral_family_state_not_accepted()),
        Stage::Withdrawn { .. } => Some(w.referral_family_state_withdrawn()),
        Stage::Closed { .. } if young => Some(w.referral_family_state_closed_young()),
        Stage::Closed { .. } => Some(w.referral_family_state_closed()),
        Stage::Matched { .. } | Stage::Merged { .. } => None,
    }
}

fn facts(w: Words, me: &Person) -> Vec<SummaryRow> {
    let mut rows = vec![row(w.site_field_name(), people::name(w, me))];
    if let Birth::On(day) = me.birth {
        rows.push(row(w.referral_refer_birth(), w.day_short(day)));
    }
    if let Some(contact) = &me.safe_contact {
        rows.extend(
            contact
                .number
                .as_ref()
                .map(|text| row(w.family_safe_number(), text.as_str())),
        );
        rows.extend(
            contact
                .times
                .as_ref()
                .map(|text| row(w.family_safe_times(), text.as_str())),
        );
    }
    rows
}
