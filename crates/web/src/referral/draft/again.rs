//! Referring a family again: a draft with what is on record, without what must be asked afresh.

use super::super::opened;
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::{Page, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::day::Birth;
use domain::family::{Family, Holder, Home, LanguageTag, Part, Person, Postcode};
use domain::id::{PersonId, ReferralId};
use domain::name::Name;
use domain::pack::Key;
use domain::text::Text;
use jiff::civil::Date;
use store::Tx;
use store::family::Safety;
use store::referral::Shown as Stored;

#[derive(Template)]
#[template(path = "referral/draft/again.html")]
struct Shown {
    page: Page,
    reference: String,
    is_full: bool,
}

/// What the form is filled in from.
struct Record {
    earlier: Stored,
    family: Family,
    homes: Vec<Home<PersonId>>,
    safety: Safety,
}

fn load(tx: &Tx, earlier: ReferralId) -> Result<Record, store::Error> {
    let earlier = store::referral::show(tx, earlier)?;
    let family = store::referral::family_of_earlier(tx, earlier.referral.id, earlier.referral.site)?;
    Ok(Record {
        homes: store::family::open_homes(tx, family.id)?,
        safety: store::family::safety(tx, family.id)?,
        family,
        earlier,
    })
}

/// Says what is filled in and what is asked afresh.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    shown(&app, &visit, id, false).await
}

async fn shown(app: &App, visit: &Visit, id: ReferralId, is_full: bool) -> Answer {
    let w = visit.w();
    let referral = opened(app, visit, id, Action::OpenReferral).await?;
    let (actor, refer) = (visit.actor(), [Action::Refer]);
    let may = app.store().allowed(&actor, Object::Site(referral.site), &refer).await?;
    if may.is_empty() || !referral.stage.may_be_followed() {
        return Err(PageError::Refused);
    }
    let shown = Shown {
        reference: referral.reference.to_string(),
        is_full,
        page: Page::new(app, visit, w.referral_again_title())
            .back_to(
                visit.href(&paths::referral(id)),
                &w.referral_heading(&referral.reference.to_string()),
            )
            .with_mistakes(is_full),
    };
    Ok(show(&shown, &shown.page))
}

/// Begins a draft of it.
pub async fn begin(State(app): State<App>, visit: Visit, At(id): At<ReferralId>, _form: Form) -> Answer {
    let actor = visit.actor();
    let permit = app
        .store()
        .permit(&actor, Action::OpenReferral, Object::Referral(id))
        .await?;
    let record = app.store().read(permit, move |tx| load(tx, id)).await?;
    let site = record.earlier.referral.site;
    let today = store::clock::london_day(app.store().now());
    let body = filled(&record, today).to_body();
    let begun = app.store().act(&actor, Action::Refer, Object::Site(site), move |tx| {
        store::referral::draft::begin(tx, &body)
    });
    match begun.await {
        Ok(draft) => Ok(see(&visit.href(&paths::referral_draft(draft)))),
        Err(store::Error::Constraint(_)) => shown(&app, &visit, id, true).await,
        Err(error) => Err(error.into()),
    }
}

/// The boxes of a form, one after the other; an empty one is left out.
struct Boxes(Form);

impl Boxes {
    fn put(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0 = std::mem::take(&mut self.0).with(name, value);
        }
    }

    fn text(&mut self, name: &str, text: Option<&Text>) {
        self.put(name, text.map(Text::as_str).unwrap_or_default());
    }

    fn day(&mut self, name: &str, day: Option<Date>) {
        let Some(day) = day else { return };
        self.put(&format!("{name}_day"), &day.day().to_string());
        self.put(&format!("{name}_month"), &day.month().to_string());
        self.put(&format!("{name}_year"), &day.year().to_string());
    }
}

/// The form of a family on record. What can have changed since is not filled in: what is going well and what worries, the
/// areas of need, and what each adult agrees to. A hidden home is not shown and stays as it is.
fn filled(record: &Record, today: Date) -> Form {
    let mut boxes = Boxes(Form::default());
    let mut counts = (0, 0);
    let keys: Vec<(PersonId, String)> = record
        .family
        .people
        .iter()
        .map(|person| (person.id, key(person, &mut counts)))
        .collect();
    let all: Vec<&str> = keys.iter().map(|(_, key)| key.as_str()).collect();
    boxes.put("site", &record.earlier.referral.site.to_string());
    boxes.put("follows", &record.earlier.referral.id.to_string());
    boxes.put("who", &all.join(" "));
    for (person, (_, key)) in record.family.people.iter().zip(&keys) {
        fill_person(&mut boxes, person, key, today);
    }
    let called = |id: &PersonId| keys.iter().find(|(known, _)| known == id).map(|(_, key)| key.as_str());
    fill_homes(&mut boxes, &record.homes, called);
    fill_safety(&mut boxes, &record.safety, called);
    boxes.put("services", record.earlier.services.as_deref().unwrap_or_default());
    boxes.put("hard_before", record.earlier.hard_before.as_deref().unwrap_or_default());
    boxes.0
}

fn key(person: &Person, (children, adults): &mut (u16, u16)) -> String {
    let count = match person.part {
        Part::Child => children,
        Part::Adult => adults,
    };
    *count += 1;
    format!("{}-{count}", person.part.key())
}

fn fill_person(boxes: &mut Boxes, person: &Person, key: &str, today: Date) {
    let name = |field: &str| format!("{key}_{field}");
    boxes.put(&name("person"), &person.id.to_string());
    let part = |name: &Option<Name>| name.as_ref().map(|name| name.as_str().to_owned()).unwrap_or_default();
    boxes.put(&name("forename"), &part(&person.name.forename));
    boxes.put(&name("surname"), &part(&person.name.surname));
    boxes.put(&name("known_as"), &part(&person.name.known_as));
    fill_birth(boxes, &name("birth"), &name("expected"), person.birth, today);
    boxes.text(&name("relationship"), person.relationship.as_ref());
    let tag = |tag: &Option<LanguageTag>| tag.as_ref().map(|tag| tag.as_str().to_owned()).unwrap_or_default();
    boxes.put(&name("speaks"), &tag(&person.languages.speak));
    boxes.put(&name("reads"), &tag(&person.languages.read));
    boxes.put(&name("reminders"), &tag(&person.languages.reminders));
    boxes.put(
        &name("reason"),
        person.reason.map(domain::family::Reason::key).unwrap_or_default(),
    );
    boxes.put(
        &name("legal"),
        person.legal_status.as_ref().map(Key::as_str).unwrap_or_default(),
    );
    boxes.text(&name("authority_id"), person.authority_id.as_ref());
    if let Some(ethnicity) = &person.ethnicity {
        boxes.put(
            &name("ethnicity"),
            ethnicity.group.as_ref().map(Key::as_str).unwrap_or_default(),
        );
        boxes.text(&name("ethnicity_words"), ethnicity.words.as_ref());
    }
    boxes.text(&name("disability"), person.disability.as_ref());
    boxes.text(&name("communication"), person.communication.as_ref());
    if let (Some(contact), Part::Adult) = (&person.safe_contact, person.part) {
        boxes.text(&name("number"), contact.number.as_ref());
        boxes.text(&name("times"), contact.times.as_ref());
        boxes.text(&name("note"), contact.note.as_ref());
        boxes.put(&name("no_message"), if contact.no_message { "yes" } else { "" });
    }
}

/// A birth that was expected and should have come is asked again.
fn fill_birth(boxes: &mut Boxes, name: &str, expected: &str, birth: Birth, today: Date) {
    let (year, month) = (birth.year(), birth.month());
    if let Birth::On(day) = birth {
        return boxes.day(name, Some(day));
    }
    if let Birth::Expected { year, month } = birth {
        if (year, month) < (today.year(), today.month()) {
            return;
        }
        boxes.put(expected, "yes");
    }
    boxes.put(
        &format!("{name}_month"),
        &month.map(|month| month.to_string()).unwrap_or_default(),
    );
    boxes.put(
        &format!("{name}_year"),
        &year.map(|year| year.to_string()).unwrap_or_default(),
    );
}

fn fill_homes<'a>(boxes: &mut Boxes, homes: &[Home<PersonId>], called: impl Fn(&PersonId) -> Option<&'a str>) {
    let keys: Vec<String> = (1..=homes.len()).map(|place| format!("home-{place}")).collect();
    boxes.put("homes", &keys.join(" "));
    for (home, key) in homes.iter().zip(&keys) {
        boxes.text(&format!("{key}_address"), home.address.as_ref());
        boxes.put(
            &format!("{key}_postcode"),
            home.postcode.as_ref().map(Postcode::as_str).unwrap_or_default(),
        );
        for person in home.people.iter().filter_map(&called) {
            boxes.put(&format!("{key}_lives"), person);
        }
    }
}

fn fill_safety<'a>(boxes: &mut Boxes, safety: &Safety, called: impl Fn(&PersonId) -> Option<&'a str>) {
    for said in &safety.responsibilities {
        let Some(child) = called(&said.child) else { continue };
        match &said.holder {
            Holder::Person(adult) => {
                boxes.put(&format!("{child}_responsible"), called(adult).unwrap_or_default());
            }
            Holder::Authority => boxes.put(&format!("{child}_responsible"), "authority"),
            Holder::Other(words) => boxes.text(&format!("{child}_responsible_other"), Some(words)),
        }
    }
    let keys = |kind: &str, count: usize| (1..=count).map(|place| format!("{kind}-{place}")).collect::<Vec<_>>();
    let orders = keys("order", safety.orders.len());
    boxes.put("orders", &orders.join(" "));
    for (order, key) in safety.orders.iter().zip(&orders) {
        boxes.text(&format!("{key}_says"), Some(&order.says));
        boxes.day(&format!("{key}_made"), order.made_on);
        boxes.day(&format!("{key}_ends"), order.ends_on);
        for person in order.people.iter().filter_map(&called) {
            boxes.put(&format!("{key}_about"), person);
        }
    }
    let lines = keys("kept", safety.kept_away.len());
    boxes.put("kept", &lines.join(" "));
    for (line, key) in safety.kept_away.iter().zip(&lines) {
        boxes.text(&format!("{key}_who"), Some(&line.who));
        let ways = [
            ("collect", line.ways.collect),
            ("call", line.ways.call),
            ("know", line.ways.know),
        ];
        for (way, _) in ways.into_iter().filter(|(_, holds)| *holds) {
            boxes.put(&format!("{key}_ways"), way);
        }
        for person in line.people.iter().filter_map(&called) {
            boxes.put(&format!("{key}_about"), person);
        }
    }
}
