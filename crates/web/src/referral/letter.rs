//! A letter for one adult: what they wait for, when they next hear, whom to ring. Nothing of anybody else, no place in a
//! queue, and their address only where it may be shown.

use crate::App;
use crate::error::{Answer, PageError};
use crate::family::people;
use crate::page::{Link, Page, SummaryRow, link, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::family::{Family, Person};
use domain::id::{PersonId, ReferralId};
use domain::referral::{Referral, Stage, decided_by};
use jiff::civil::Date;
use store::Tx;
use store::family::KnownAddress;
use store::referral::{Standing, Telling};
use store::site::{Sending, Site};
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "referral/letter.html")]
struct Shown {
    page: Page,
    reference: String,
    choices: Vec<Link>,
    hidden: bool,
    safe: Vec<SummaryRow>,
    letter: Option<Letter>,
}

/// One letter, in the language its reader reads.
struct Letter {
    lang: &'static str,
    name: String,
    address: Vec<String>,
    day: String,
    dear: String,
    paragraphs: Vec<String>,
    yours: &'static str,
    from: Vec<String>,
}

/// What a letter is made of.
struct Loaded {
    referral: Referral,
    family: Family,
    addresses: Vec<KnownAddress>,
    standing: Standing,
    told: Vec<Telling>,
    site: Site,
    sending: Sending,
}

fn load(tx: &Tx, id: ReferralId) -> Result<Loaded, store::Error> {
    let referral = store::referral::show(tx, id)?.referral;
    let (family, _) = store::family::load(tx, referral.family)?;
    Ok(Loaded {
        addresses: store::family::addresses(tx, family.id)?,
        standing: store::referral::standing(tx, &referral)?,
        told: store::referral::tellings(tx, &referral)?,
        site: store::site::by_id(tx, referral.site)?,
        sending: store::site::sending(tx, referral.site)?,
        family,
        referral,
    })
}

/// The adults to choose from, or the letter for the one chosen.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    let w = visit.w();
    let (actor, object) = (visit.actor(), Object::Referral(id));
    let permit = app.store().permit(&actor, Action::AddReferralEntry, object).await?;
    let loaded = app.store().read(permit, move |tx| load(tx, id)).await?;
    let asked = visit.query_value("person");
    let chosen = asked.map(|text| chosen(&loaded.family, &text)).transpose()?;
    let today = store::clock::london_day(app.store().now());
    let href = |person: &Person| visit.href(&format!("{}?person={}", paths::referral_letter(id), person.id));
    let choice = |person: &Person| link(href(person), &w.send_letter_choose(&people::name(w, person)));
    let name = visit.account()?.name.clone();
    let shown = Shown {
        reference: loaded.referral.reference.to_string(),
        choices: loaded.family.adults().map(choice).collect(),
        hidden: chosen.is_some_and(|person| address(&loaded, person).is_none()),
        safe: chosen
            .and_then(|person| person.safe_contact.as_ref())
            .map(|contact| people::safe(w, contact))
            .unwrap_or_default(),
        letter: chosen.map(|person| letter(&loaded, person, &name, today)),
        page: Page::new(&app, &visit, w.send_letter_title())
            .back_to(visit.href(&paths::referral_tell(id)), w.referral_tell_title()),
    };
    Ok(show(&shown, &shown.page))
}

/// The adult a letter is asked for; children are written to by nobody.
fn chosen<'f>(family: &'f Family, text: &str) -> Answer<&'f Person> {
    let id: PersonId = text.parse().map_err(|_| PageError::Refused)?;
    family.adults().find(|person| person.id == id).ok_or(PageError::Refused)
}

/// The language somebody reads, where there are letters in it; the language reminders are wanted in otherwise.
pub(super) fn reads(person: &Person) -> Lang {
    let languages = &person.languages;
    let known = [&languages.read, &languages.reminders];
    let mut known = known
        .into_iter()
        .flatten()
        .filter_map(|tag| Lang::from_tag(tag.as_str()));
    known.next().unwrap_or(Lang::En)
}

/// Where somebody lives, unless it must not be shown or is not known.
fn address(loaded: &Loaded, person: &Person) -> Option<Vec<String>> {
    let hidden = person
        .safe_contact
        .as_ref()
        .is_some_and(|contact| contact.address_hidden);
    let mut own = loaded.addresses.iter().filter(|home| home.person == person.id);
    let shown = own.clone().all(|home| !home.is_protected());
    let words = own.find_map(|home| home.words.clone()).filter(|_| shown && !hidden)?;
    Some(words.lines().map(ToOwned::to_owned).collect())
}

fn letter(loaded: &Loaded, person: &Person, from: &str, today: Date) -> Letter {
    let w = Words::new(reads(person));
    let tag = w.lang().tag();
    let mut paragraphs = where_it_stands(w, loaded, today);
    let number = loaded.sending.ring.as_deref();
    paragraphs.push(number.map_or_else(|| w.send_letter_ask_for(from), |number| w.send_letter_ring(number)));
    paragraphs.push(w.send_letter_danger().to_owned());
    Letter {
        lang: tag,
        name: people::name(w, person),
        address: address(loaded, person).unwrap_or_default(),
        day: w.day(today),
        dear: w.send_letter_dear(&people::name(w, person)),
        paragraphs,
        yours: w.send_letter_yours(),
        from: vec![from.to_owned(), loaded.site.name(tag).to_owned()],
    }
}

/// What they wait for and when they next hear: never how many wait before them, nor why somebody comes sooner.
fn where_it_stands(w: Words, loaded: &Loaded, today: Date) -> Vec<String> {
    let mut said = Vec::new();
    let mut heard_by = loaded.told.first().and_then(|telling| telling.told.next_on);
    match &loaded.referral.stage {
        Stage::Submitted { .. } | Stage::InformationAsked { .. } => {
            said.push(w.send_letter_submitted().to_owned());
            let by = decided_by(loaded.referral.received_on);
            if heard_by.is_none() && today <= by {
                said.push(w.send_letter_submitted_by(&w.day(by)));
            }
        }
        Stage::Waiting { .. } => {
            said.push(w.send_letter_waiting().to_owned());
            let named = loaded.standing.waits_for.iter();
            let things: Vec<&str> = named
                .filter_map(|thing| w.named("send-letter-waits-for", thing.key))
                .collect();
            said.extend((!things.is_empty()).then(|| w.send_letter_waits_for(&w.list(&things))));
        }
        Stage::Matched { .. } => said.push(w.send_letter_matched().to_owned()),
        Stage::NotAccepted { .. } => said.push(w.send_letter_not_accepted().to_owned()),
        Stage::Withdrawn { .. } => {
            said.push(w.send_letter_withdrawn().to_owned());
            heard_by = None;
        }
        Stage::Closed { on } => {
            said.push(w.closing_letter_went_to(&w.day_short(*on)));
            heard_by = None;
        }
        // What is to be said stands on the referral it was joined with.
        Stage::Merged { .. } => heard_by = None,
    }
    let next = heard_by.filter(|day| today <= *day);
    said.extend(next.map(|day| w.send_letter_next(&w.day(day))));
    said
}
