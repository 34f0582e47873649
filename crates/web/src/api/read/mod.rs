//! Reading a referral that was sent: every value with the rules the domain has for it, every mistake at once.

use super::problem::{Errors, Problem};
use super::taken::{NewPerson, NewReferral, NewSafeContact, NewTongues};
use super::value::{birth_problem, day_until_today, text};
use domain::consent::Consents;
use domain::day::Birth;
use domain::family::{Home, LanguageTag, Languages, NewPerson as Person, Part, Reason, SafeContact};
use domain::id::SiteId;
use domain::name::{NAME_CHARS_MAX, Name, PersonName};
use domain::need::{NEEDS, Need, need};
use domain::pack::{Key, LegalStatus};
use domain::referral::{PEOPLE_MAX, Refer, ReferProblem};
use domain::text::Text;
use jiff::civil::Date;
use words::Words;

/// Where and when a referral is read.
pub struct Setting<'a> {
    /// The sentences.
    pub w: Words,
    /// Today.
    pub today: Date,
    /// The legal statuses of the site's nation; `None` while the site is not known.
    pub statuses: Option<&'a [LegalStatus]>,
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
        received_on: setting.today,
    };
    let site = new.site.parse::<SiteId>();
    if site.is_err() {
        reader.errors.add("site", "site", setting.w.problem_field_id());
    }
    reader.received_on = reader
        .day_until_today("received_on", new.received_on.as_deref())
        .unwrap_or(setting.today);
    let mut people = Vec::new();
    let mut homes = Vec::new();
    // Of more people than fit, the first show what is wrong; the number itself is said with the whole.
    for (at, sent) in new.people.iter().enumerate().take(PEOPLE_MAX) {
        let place = Place {
            path: format!("people[{at}]"),
            called: called(&new.people, at, setting.w),
        };
        people.push(reader.person(&place, sent));
        homes.extend(reader.home(at, &place, sent));
    }
    let missing = new.people.len().saturating_sub(PEOPLE_MAX);
    people.extend(std::iter::repeat_n(Person::unknown(Part::Adult), missing.min(1)));
    let refer = Refer {
        people,
        homes,
        needs: reader.needs(&new.needs),
        going_well: reader.text("going_well", new.going_well.as_deref()),
        worries: reader.text("worries", new.worries.as_deref()),
        ..Refer::to(site.unwrap_or(SiteId::from_bytes([0; 16])))
    };
    reader.whole(new, &refer);
    let received_on = reader.received_on;
    reader.errors.or(Read { refer, received_on })
}

/// What a person is called in a sentence: their place among those of their part.
fn called(people: &[NewPerson], at: usize, w: Words) -> String {
    let part = &people[at].part;
    let number = people[..=at].iter().filter(|person| person.part == *part).count();
    let number = u64::try_from(number).unwrap_or_default();
    if part == Part::Adult.key() {
        w.referral_refer_adult(number)
    } else {
        w.referral_refer_child(number)
    }
}

/// One person in what was sent: where they stand, and what they are called in a sentence.
pub(super) struct Place {
    path: String,
    called: String,
}

impl Place {
    /// The name of one of its fields.
    pub(super) fn field(&self, name: &str) -> String {
        format!("{}.{name}", self.path)
    }
}

/// Reads one value after the other and notes what is wrong.
pub(super) struct Reader<'a> {
    pub(super) errors: Errors,
    pub(super) setting: &'a Setting<'a>,
    pub(super) received_on: Date,
}

impl Reader<'_> {
    fn person(&mut self, place: &Place, sent: &NewPerson) -> Person {
        let part = self.key(
            place.field("part"),
            &sent.part,
            &Part::ALL.map(Part::key),
            Part::from_key,
        );
        let reasons = Reason::ALL.map(Reason::key);
        Person {
            id: None,
            name: PersonName {
                forename: self.name(place, "forename", sent.forename.as_deref()),
                surname: self.name(place, "surname", sent.surname.as_deref()),
                known_as: self.name(place, "known_as", sent.known_as.as_deref()),
            },
            birth: self.birth(place, sent.birth.as_deref()),
            part: part.unwrap_or(Part::Child),
            relationship: self.text(&place.field("relationship"), sent.relationship.as_deref()),
            languages: sent
                .languages
                .as_ref()
                .map_or_else(Languages::default, |sent| self.languages(place, sent)),
            reason: sent
                .reason
                .as_deref()
                .and_then(|key| self.key(place.field("reason"), key, &reasons, Reason::from_key)),
            consents: sent
                .consent
                .as_ref()
                .map_or_else(Consents::default, |sent| self.consents(place, sent)),
            legal_status: sent
                .legal_status
                .as_deref()
                .and_then(|key| self.legal_status(place, key)),
            safe_contact: sent.safe_contact.as_ref().map(|sent| self.safe_contact(place, sent)),
            ethnicity: None,
            disability: None,
            communication: None,
            authority_id: None,
        }
    }

    /// One key of a closed list.
    pub(super) fn key<T>(
        &mut self,
        field: String,
        sent: &str,
        keys: &[&str],
        find: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let found = find(sent);
        if found.is_none() {
            self.errors.add(
                field,
                "unknown_key",
                self.setting.w.problem_field_one_of(&keys.join(", ")),
            );
        }
        found
    }

    fn name(&mut self, place: &Place, field: &str, sent: Option<&str>) -> Option<Name> {
        Name::parse_optional(sent.unwrap_or_default()).unwrap_or_else(|_| {
            let most = u64::try_from(NAME_CHARS_MAX).unwrap_or_default();
            let detail = self.setting.w.referral_problem_name_long(&place.called, most);
            self.errors.add(place.field(field), "too_long", detail);
            None
        })
    }

    fn birth(&mut self, place: &Place, sent: Option<&str>) -> Birth {
        Birth::parse(sent.unwrap_or_default(), self.setting.today).unwrap_or_else(|problem| {
            let (code, detail) = birth_problem(self.setting.w, &place.called, &problem);
            self.errors.add(place.field("birth"), code, detail);
            Birth::NotKnown
        })
    }

    fn languages(&mut self, place: &Place, sent: &NewTongues) -> Languages {
        let mut tag = |name: &str, sent: &Option<String>| {
            let parsed = LanguageTag::parse(sent.as_deref()?).ok();
            if parsed.is_none() {
                let detail = self.setting.w.referral_problem_language(&place.called);
                self.errors
                    .add(place.field(&format!("languages.{name}")), "language", detail);
            }
            parsed
        };
        Languages {
            speak: tag("speak", &sent.speak),
            read: tag("read", &sent.read),
            reminders: tag("reminders", &sent.reminders),
        }
    }

    fn legal_status(&mut self, place: &Place, sent: &str) -> Option<Key> {
        let known = |key: &Key| {
            self.setting
                .statuses
                .is_none_or(|all| all.iter().any(|status| status.key == *key))
        };
        let found = Key::parse(sent).ok().filter(known);
        if found.is_none() {
            let detail = self.setting.w.problem_field_legal_status(&place.called);
            self.errors.add(place.field("legal_status"), "unknown_key", detail);
        }
        found
    }

    fn safe_contact(&mut self, place: &Place, sent: &NewSafeContact) -> SafeContact {
        let field = |name: &str| place.field(&format!("safe_contact.{name}"));
        SafeContact {
            number: self.text(&field("number"), sent.number.as_deref()),
            times: self.text(&field("times"), sent.times.as_deref()),
            no_message: sent.no_message,
            address_hidden: sent.address_hidden,
            note: self.text(&field("note"), sent.note.as_deref()),
        }
    }

    /// Where a person lives; protected when either of the two places where that can be said says so.
    fn home(&mut self, at: usize, place: &Place, sent: &NewPerson) -> Option<Home<usize>> {
        let address = sent.address.as_ref()?;
        let hidden = sent.safe_contact.as_ref().is_some_and(|contact| contact.address_hidden);
        let text = self.text(&place.field("address.text"), Some(&address.text))?;
        Some(Home {
            address: Some(text),
            postcode: None,
            hidden: address.protected || hidden,
            people: vec![at],
        })
    }

    fn needs(&mut self, sent: &[String]) -> Vec<&'static Need> {
        let keys: Vec<&str> = NEEDS.iter().map(|need| need.key).collect();
        let mut found: Vec<&'static Need> = Vec::new();
        for (at, key) in sent.iter().enumerate() {
            found.extend(self.key(format!("needs[{at}]"), key, &keys, need));
        }
        NEEDS.iter().filter(|need| found.contains(need)).collect()
    }

    /// A text that may be left out.
    pub(super) fn text(&mut self, field: &str, sent: Option<&str>) -> Option<Text> {
        text(&mut self.errors, self.setting.w, field, sent)
    }

    /// A day that may be left out and is not to come.
    pub(super) fn day_until_today(&mut self, field: &str, sent: Option<&str>) -> Option<Date> {
        day_until_today(&mut self.errors, self.setting.w, field, sent, self.setting.today)
    }

    /// What stands against the referral as a whole.
    fn whole(&mut self, new: &NewReferral, refer: &Refer) {
        let w = self.setting.w;
        for problem in refer.problems() {
            let place =
                |person: usize, name: &str| (format!("people[{person}].{name}"), called(&new.people, person, w));
            match problem {
                ReferProblem::NoChild => self.errors.add("people", "no_child", w.referral_problem_no_child()),
                ReferProblem::TooManyPeople { max, .. } => {
                    let most = u64::try_from(max).unwrap_or_default();
                    self.errors
                        .add("people", "too_many_people", w.referral_problem_people_max(most));
                }
                ReferProblem::ReasonOfAdult { person } => {
                    let (field, called) = place(person, "reason");
                    self.errors
                        .add(field, "child_only", w.problem_field_child_only(&called));
                }
                ReferProblem::StatusOfAdult { person } => {
                    let (field, called) = place(person, "legal_status");
                    self.errors
                        .add(field, "child_only", w.problem_field_child_only(&called));
                }
                ReferProblem::UnbornAdult { person } => {
                    let (field, called) = place(person, "birth");
                    self.errors
                        .add(field, "unborn_adult", w.problem_field_unborn_adult(&called));
                }
                // A call has no fields yet that could lead to these.
                ReferProblem::TooManyHomes { .. }
                | ReferProblem::TooManyLines { .. }
                | ReferProblem::NoSuchPerson { .. }
                | ReferProblem::EmptyHome { .. }
                | ReferProblem::HomeNowhere { .. }
                | ReferProblem::ResponsibilityForAdult { .. }
                | ReferProblem::OrderAboutNobody { .. }
                | ReferProblem::OrderEndsEarly { .. }
                | ReferProblem::KeptFromNobody { .. }
                | ReferProblem::KeptFromNothing { .. } => {}
            }
        }
    }
}
