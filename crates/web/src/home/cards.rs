//! A carer's first screen: their four places, each family with its level, the last visit, the next, and writing one down.

use crate::App;
use crate::error::Answer;
use crate::household::{lines, places};
use crate::page::{Place, link};
use crate::paths;
use crate::visit::Visit;
use domain::access::{Action, Object};
use domain::due::DueKind;
use domain::id::AccountId;
use domain::role::Role;
use jiff::civil::Date;
use store::session::Contact;
use words::Words;

/// The places of the households this person is a carer of; none for anybody else.
pub(super) async fn cards(app: &App, visit: &Visit, roles: &[Role], me: AccountId) -> Answer<Vec<Place>> {
    if !roles.contains(&Role::Carer) {
        return Ok(Vec::new());
    }
    let w = visit.w();
    let (all, _) = lines(app, visit).await?;
    let today = store::clock::london_day(app.store().now());
    let may_write = !app
        .store()
        .allowed(&visit.actor(), Object::Lists, &[Action::ListFamilies])
        .await?
        .is_empty();
    let mut cards = Vec::new();
    for line in all.iter().filter(|line| line.household.is_carer(me)) {
        let mut of_home = places(visit, line, today);
        let permit = app.store().permit(&visit.actor(), Action::SeeHome, Object::Own).await?;
        let families: Vec<_> = line
            .families
            .iter()
            .map(|family| (family.family, family.place))
            .collect();
        let read = app.store().read(permit, move |tx| {
            let contacts = families.iter().map(|(family, place)| {
                let contact = store::session::contact(tx, *family)?;
                Ok::<_, store::Error>((*family, usize::from(*place), contact))
            });
            contacts.collect::<Result<Vec<_>, _>>()
        });
        for (family, place, contact) in read.await? {
            let known = line
                .families
                .iter()
                .any(|one| one.family == family && one.name.is_some());
            let Some(card) = of_home.get_mut(place.saturating_sub(1)) else {
                continue;
            };
            let asked = [Action::WriteCrisis, Action::AddSession, Action::RaiseConcern];
            let allowed = app
                .store()
                .allowed(&visit.actor(), Object::Family(family), &asked)
                .await?;
            let act = |action: &Action| match action {
                Action::WriteCrisis => link(visit.href(&paths::crisis_new(family)), w.crisis_write_title()),
                Action::AddSession => link(visit.href(&paths::session_new(family)), w.session_write_title()),
                _ => link(visit.href(&paths::concern_new(family)), w.concern_new_title()),
            };
            // Urgent first; the way to raise a concern is there whatever has lapsed.
            card.acts
                .extend(allowed.iter().filter(|action| **action == Action::WriteCrisis).map(act));
            if known && may_write {
                fill(visit, card, contact, today);
            }
            card.acts
                .extend(allowed.iter().filter(|action| **action != Action::WriteCrisis).map(act));
        }
        cards.extend(of_home);
    }
    Ok(cards)
}

fn fill(visit: &Visit, card: &mut Place, contact: Contact, today: Date) {
    let w: Words = visit.w();
    let last = contact.last.map_or_else(
        || w.session_home_none().to_owned(),
        |on| w.session_home_last(&w.day_short(on)),
    );
    card.text = if card.text.is_empty() {
        last
    } else {
        format!("{} · {last}", card.text)
    };
    // What is planned stands below; what is due besides is said in one line.
    if let Some(due) = contact.due.filter(|(kind, _)| *kind != DueKind::Visit) {
        card.text = format!("{} · {}", card.text, crate::due::line(w, due, today));
    }
    if let Some((id, when)) = contact.next {
        let when = when.at.map_or_else(
            || w.day_short(when.on),
            |at| w.session_when_at(&w.day_short(when.on), &w.time(at)),
        );
        let next = w.session_home_next(&when);
        card.acts.push(link(visit.href(&paths::session(id)), &next));
    }
}
