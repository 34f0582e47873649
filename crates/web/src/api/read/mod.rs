//! Reading a referral that was sent: every value with the rules the form has for it, every mistake at once.

mod agreed;
mod home;
mod person;
mod safety;
mod whole;

use super::problem::{Errors, Problem};
use super::taken::{NewPerson, NewReferral};
use super::value::{day, day_until_today, text, words};
use domain::family::{NewPerson as Person, Part};
use domain::id::SiteId;
use domain::need::{NEEDS, Need, need};
use domain::pack::{Key, NationPack};
use domain::referral::{PEOPLE_MAX, Refer};
use domain::text::Text;
use jiff::civil::Date;
use std::str::FromStr;
use words::Words;

/// Where and when a referral is read.
pub struct Setting<'a> {
    /// The sentences.
    pub w: Words,
    /// Today.
    pub today: Date,
    /// The keys of the site's nation; `None` while the site is not known.
    pub keys: Option<Keys<'a>>,
}

/// The keys that people of a nation are described by: those of its pack, and none where it has no pack.
#[derive(Clone, Copy)]
pub struct Keys<'a>(pub Option<&'a NationPack>);

impl Keys<'_> {
    fn has_status(self, key: &Key) -> bool {
        self.0.is_some_and(|pack| pack.legal_status(key).is_some())
    }

    fn has_group(self, key: &Key) -> bool {
        self.0.is_some_and(|pack| pack.ethnic_group(key).is_some())
    }
}

/// A referral ready to be stored.
pub struct Read {
    /// The referral.
    pub refer: Refer,
    /// The day it was received.
    pub received_on: Date,
}

/// Reads a referral.
///
/// # Errors
/// Everything wrong with it, in the order of its fields.
pub fn referral(new: &NewReferral, setting: &Setting) -> Result<Read, Problem> {
    let mut reader = Reader {
        errors: Errors::default(),
        setting,
        people: &new.people,
        received_on: setting.today,
    };
    let site = new.site.parse::<SiteId>();
    if site.is_err() {
        reader.errors.add("site", "site", setting.w.problem_field_id());
    }
    reader.received_on = reader
        .day_until_today("received_on", new.received_on.as_deref())
        .unwrap_or(setting.today);
    let mut refer = Refer::to(site.unwrap_or(SiteId::from_bytes([0; 16])));
    // Of more people than fit, the first show what is wrong; the number itself is said with the whole.
    for (at, sent) in new.people.iter().enumerate().take(PEOPLE_MAX) {
        let place = reader.place(at);
        refer.people.push(reader.person(&place, sent));
        refer.responsibilities.extend(reader.responsible(at, &place, sent));
    }
    let missing = new.people.len().saturating_sub(PEOPLE_MAX);
    let unread = std::iter::repeat_n(Person::unknown(Part::Adult), missing.min(1));
    refer.people.extend(unread);
    refer.homes = reader.homes(&new.homes);
    home::hide(&mut refer);
    refer.orders = reader.orders(&new.orders);
    refer.kept_away = reader.kept_away(&new.kept_away);
    refer.needs = reader.needs(&new.needs);
    refer.going_well = reader.text("going_well", new.going_well.as_deref());
    refer.worries = reader.text("worries", new.worries.as_deref());
    refer.services = reader.text("services", new.services.as_deref());
    refer.hard_before = reader.text("hard_before", new.hard_before.as_deref());
    refer.worker = reader.text("worker", new.worker.as_deref());
    refer.follows = reader.id("follows", new.follows.as_deref());
    reader.whole(&refer, new.births_are_right);
    let received_on = reader.received_on;
    reader.errors.or(Read { refer, received_on })
}

/// One person in what was sent: where they stand, and what they are called in a sentence.
struct Place {
    path: String,
    called: String,
}

impl Place {
    /// The name of one of its fields.
    fn field(&self, name: &str) -> String {
        format!("{}.{name}", self.path)
    }
}

/// Reads one value after the other and notes what is wrong.
struct Reader<'a> {
    errors: Errors,
    setting: &'a Setting<'a>,
    people: &'a [NewPerson],
    received_on: Date,
}

impl Reader<'_> {
    /// An id, where one was sent.
    fn id<T: FromStr>(&mut self, field: &str, sent: Option<&str>) -> Option<T> {
        let read = sent?.parse().ok();
        if read.is_none() {
            self.errors.add(field, "id", self.setting.w.problem_field_id());
        }
        read
    }

    fn place(&self, at: usize) -> Place {
        Place {
            path: format!("people[{at}]"),
            called: self.called(at),
        }
    }

    /// What a person is called in a sentence: their place among those of their part, and never their name, which has no
    /// business in another system's log.
    fn called(&self, at: usize) -> String {
        let part = self.people.get(at).map_or("", |person| &person.part);
        let before = self.people.iter().take(at + 1);
        let number = before.filter(|person| person.part == part).count();
        let number = u64::try_from(number).unwrap_or_default();
        if part == Part::Adult.key() {
            self.setting.w.referral_refer_adult(number)
        } else {
            self.setting.w.referral_refer_child(number)
        }
    }

    /// One key of a closed list.
    fn key<T>(&mut self, field: String, sent: &str, keys: &[&str], find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = find(sent);
        if found.is_none() {
            let detail = self.setting.w.problem_field_one_of(&keys.join(", "));
            self.errors.add(field, "unknown_key", detail);
        }
        found
    }

    fn needs(&mut self, sent: &[String]) -> Vec<&'static Need> {
        if sent.is_empty() {
            let detail = self.setting.w.referral_problem_needs();
            self.errors.add("needs", "missing", detail);
        }
        let keys: Vec<&str> = NEEDS.iter().map(|need| need.key).collect();
        let mut found: Vec<&'static Need> = Vec::new();
        for (at, key) in sent.iter().enumerate() {
            found.extend(self.key(format!("needs[{at}]"), key, &keys, need));
        }
        NEEDS.iter().filter(|need| found.contains(need)).collect()
    }

    /// A text that may be left out.
    fn text(&mut self, field: &str, sent: Option<&str>) -> Option<Text> {
        text(&mut self.errors, self.setting.w, field, sent)
    }

    /// A text that must be there.
    fn words(&mut self, field: &str, sent: &str, empty: &str) -> Option<Text> {
        words(&mut self.errors, self.setting.w, field, sent, empty)
    }

    /// A day that may be left out, past or to come.
    fn day(&mut self, field: &str, sent: Option<&str>, unreal: &str) -> Option<Date> {
        day(&mut self.errors, field, sent, unreal)
    }

    /// A day that may be left out and is not to come.
    fn day_until_today(&mut self, field: &str, sent: Option<&str>) -> Option<Date> {
        day_until_today(&mut self.errors, self.setting.w, field, sent, self.setting.today)
    }

    /// People named by their places: each once, and each of them there.
    fn people(&mut self, field: &str, sent: &[usize]) -> Vec<usize> {
        for (at, place) in sent.iter().enumerate() {
            if self.people.len() <= *place {
                let detail = self.setting.w.problem_field_no_person();
                self.errors.add(format!("{field}[{at}]"), "no_such_person", detail);
            }
        }
        let mut places = sent.to_vec();
        places.sort_unstable();
        places.dedup();
        places
    }
}
