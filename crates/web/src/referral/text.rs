//! Telling an adult of a family by text: only somebody whose number is safe and who may be left a message, and never
//! before the exact words were shown.

use super::letter::reads;
use crate::App;
use crate::family::people;
use crate::form::Form;
use crate::page::{Choice, Field, choice, field};
use crate::visit::Visit;
use domain::family::{Family, Person};
use domain::id::{PersonId, SiteId};
use domain::send::{Channel, Notice, mobile, sms};
use jiff::civil::Date;
use store::outbox::{self, Reader};
use store::{Error, Tx};
use words::Lang;

/// An adult who can be sent a text.
pub struct Reachable<'f> {
    person: &'f Person,
    number: String,
}

/// The adults who can be sent a text: those who gave a mobile number that is safe, and may be left a message.
pub fn reachable(family: &Family) -> Vec<Reachable<'_>> {
    let number = |person: &Person| {
        let contact = person.safe_contact.as_ref().filter(|contact| !contact.no_message)?;
        mobile(contact.number.as_ref()?.as_str())
    };
    let adults = family.adults();
    adults
        .filter_map(|person| number(person).map(|number| Reachable { person, number }))
        .collect()
}

/// The language somebody is reminded in, where there are messages in it; the one they read otherwise.
fn reminded_in(person: &Person) -> Lang {
    let reminders = person.languages.reminders.as_ref();
    reminders
        .and_then(|tag| Lang::from_tag(tag.as_str()))
        .unwrap_or_else(|| reads(person))
}

/// What is offered before anything is sent.
pub struct Offer {
    /// Whom a text can be sent.
    pub whom: Field,
    /// Each of them.
    pub choices: Vec<Choice>,
    /// Exactly what each is sent.
    pub texts: Vec<Text>,
    /// The day the texts name, as the form sends it back, so that no other text goes than the one shown.
    pub next: String,
}

/// A text as it goes.
pub struct Text {
    /// Whose language it is in.
    pub heading: String,
    /// The words.
    pub words: String,
    /// The tag of their language.
    pub lang: &'static str,
    /// In how many segments.
    pub length: String,
    /// The letters that make it longer, if any do.
    pub letters: Option<String>,
}

/// What can be sent, for the page. Nothing where nobody can be sent a text, or none can leave.
pub fn offer(
    app: &App,
    visit: &Visit,
    family: &Family,
    form: &Form,
    next: Option<Date>,
    error: Option<String>,
) -> Option<Offer> {
    let w = visit.w();
    let reachable = reachable(family);
    if reachable.is_empty() || !app.sending().has(Channel::Sms) {
        return None;
    }
    let ticked = |id: &str| form.all("text_to").any(|sent| sent == id);
    let text = |one: &Reachable| {
        let lang = reminded_in(one.person);
        let words = crate::send::text(Notice::FamilyTold { next_on: next }, lang, app.origin());
        let length = sms::segments(&words);
        let letters: Vec<String> = length.outside.iter().map(char::to_string).collect();
        Text {
            heading: w.send_offer_language(&people::name(w, one.person)),
            lang: lang.tag(),
            length: w.send_offer_length(length.segments as u64),
            letters: (!letters.is_empty()).then(|| w.send_offer_letters(&letters.join(" "))),
            words,
        }
    };
    let choices = reachable.iter().map(|one| {
        let id = one.person.id.to_string();
        choice(&id, &people::name(w, one.person), ticked(&id))
    });
    Some(Offer {
        whom: field("text_to", "", error),
        choices: choices.collect(),
        texts: reachable.iter().map(text).collect(),
        next: iso(next),
    })
}

/// A day as a form sends it back; empty for none.
pub fn iso(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// What was chosen about the texts that were offered.
pub enum Chosen {
    /// Nothing was offered yet, or it named another day.
    Nothing,
    /// No text is wanted.
    None,
    /// These are sent one.
    People(Vec<PersonId>),
}

/// What a form says about the texts that were offered for this day.
pub fn chosen(form: &Form, next: Option<Date>) -> Chosen {
    match form.get("offer") {
        "keep" => Chosen::None,
        "send" if form.get("offered_next") == iso(next) => {
            Chosen::People(form.all("text_to").filter_map(|id| id.parse().ok()).collect())
        }
        _ => Chosen::Nothing,
    }
}

/// Posts a text to each of these, in the unit of work that keeps what was said.
///
/// # Errors
/// [`Error::Stale`] when one of them can no longer be sent a text: it is looked up again at the moment it is posted.
pub fn post(
    tx: &Tx,
    site: SiteId,
    family: &Family,
    people: &[PersonId],
    next: Option<Date>,
    now: i64,
) -> Result<(), Error> {
    let reachable = reachable(family);
    for id in people {
        let one = reachable.iter().find(|one| one.person.id == *id);
        let one = one.ok_or(Error::Stale { now })?;
        let reader = Reader::Person {
            person: *id,
            number: &one.number,
            language: reminded_in(one.person).tag(),
        };
        outbox::post(tx, Some(site), Notice::FamilyTold { next_on: next }, reader)?;
    }
    Ok(())
}
