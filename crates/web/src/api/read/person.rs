//! Reading one person: who they are, how to reach them, what is said of them.

use super::{Place, Reader};
use crate::api::taken::{NewEthnicity, NewPerson, NewSafeContact, NewTongues};
use crate::api::value::birth_problem;
use domain::day::Birth;
use domain::family::{
    Ethnicity, LanguageTag, Languages, NewPerson as Person, Part, Reason, SafeContact, Unlikely, unlikely,
};
use domain::name::{NAME_CHARS_MAX, Name, PersonName};
use domain::pack::Key;

impl Reader<'_> {
    pub(super) fn person(&mut self, place: &Place, sent: &NewPerson) -> Person {
        let parts = Part::ALL.map(Part::key);
        let part = self.key(place.field("part"), &sent.part, &parts, Part::from_key);
        let name = PersonName {
            forename: self.name(place, "forename", sent.forename.as_deref()),
            surname: self.name(place, "surname", sent.surname.as_deref()),
            known_as: self.name(place, "known_as", sent.known_as.as_deref()),
        };
        let birth = self.birth(place, part, sent.birth.as_deref());
        if part.is_some() && !matches!(birth, Birth::Expected { .. }) {
            self.some_name(place, sent);
        }
        Person {
            name,
            birth,
            relationship: self.text(&place.field("relationship"), sent.relationship.as_deref()),
            languages: self.languages(place, sent.languages.as_ref()),
            reason: self.reason(place, part, sent.reason.as_deref()),
            legal_status: sent
                .legal_status
                .as_deref()
                .and_then(|key| self.legal_status(place, key)),
            consents: self.consents(
                place,
                &sent.consent.clone().unwrap_or_default(),
                part == Some(Part::Adult),
            ),
            safe_contact: sent.safe_contact.as_ref().map(|sent| self.safe_contact(place, sent)),
            ethnicity: sent.ethnicity.as_ref().and_then(|sent| self.ethnicity(place, sent)),
            disability: self.text(&place.field("disability"), sent.disability.as_deref()),
            communication: self.text(&place.field("communication"), sent.communication.as_deref()),
            authority_id: self.text(&place.field("authority_id"), sent.authority_id.as_deref()),
            id: self.id(&place.field("person"), sent.person.as_deref()),
            ..Person::unknown(part.unwrap_or(Part::Child))
        }
    }

    fn name(&mut self, place: &Place, field: &str, sent: Option<&str>) -> Option<Name> {
        Name::parse_optional(sent.unwrap_or_default()).unwrap_or_else(|_| {
            let most = u64::try_from(NAME_CHARS_MAX).unwrap_or_default();
            let detail = self.setting.w.referral_problem_name_long(&place.called, most);
            self.errors.add(place.field(field), "too_long", detail);
            None
        })
    }

    /// That there is a name of somebody who is born.
    fn some_name(&mut self, place: &Place, sent: &NewPerson) {
        let names = [&sent.forename, &sent.surname, &sent.known_as];
        if names
            .into_iter()
            .flatten()
            .all(|name| name.chars().all(|c| c.is_whitespace() || c.is_control()))
        {
            let detail = self.setting.w.referral_problem_name_empty(&place.called);
            self.errors.add(place.field("forename"), "missing", detail);
        }
    }

    fn birth(&mut self, place: &Place, part: Option<Part>, sent: Option<&str>) -> Birth {
        let w = self.setting.w;
        let parsed = Birth::parse(sent.unwrap_or_default(), self.setting.today);
        let wrong = match (&parsed, part) {
            (Err(problem), _) => Some(birth_problem(w, &place.called, problem)),
            (Ok(birth), Some(part)) => unlikely(part, *birth, self.setting.today).map(|unlikely| match unlikely {
                Unlikely::GrownChild => ("birth_child", w.referral_problem_birth_child(&place.called)),
                Unlikely::YoungAdult => ("birth_adult", w.referral_problem_birth_adult(&place.called)),
            }),
            (Ok(_), None) => None,
        };
        if let Some((code, detail)) = wrong {
            self.errors.add(place.field("birth"), code, detail);
        }
        parsed.unwrap_or(Birth::NotKnown)
    }

    fn reason(&mut self, place: &Place, part: Option<Part>, sent: Option<&str>) -> Option<Reason> {
        if sent.is_none() && part == Some(Part::Child) {
            let detail = self.setting.w.referral_problem_reason(&place.called);
            self.errors.add(place.field("reason"), "missing", detail);
        }
        let reasons = Reason::ALL.map(Reason::key);
        sent.and_then(|key| self.key(place.field("reason"), key, &reasons, Reason::from_key))
    }

    fn languages(&mut self, place: &Place, sent: Option<&NewTongues>) -> Languages {
        let Some(sent) = sent else {
            return Languages::default();
        };
        let mut tag = |name: &str, sent: &Option<String>| {
            let parsed = LanguageTag::parse(sent.as_deref()?).ok();
            if parsed.is_none() {
                let detail = self.setting.w.referral_problem_language(&place.called);
                self.errors
                    .add(place.field(&format!("languages.{name}")), "language", detail);
            }
            parsed
        };
        let (speak, read) = (tag("speak", &sent.speak), tag("read", &sent.read));
        Languages {
            speak,
            reminders: tag("reminders", &sent.reminders).or_else(|| read.clone()),
            read,
        }
    }

    fn legal_status(&mut self, place: &Place, sent: &str) -> Option<Key> {
        let keys = self.setting.keys;
        let known = |key: &Key| keys.is_none_or(|keys| keys.has_status(key));
        let found = Key::parse(sent).ok().filter(known);
        if found.is_none() {
            let detail = self.setting.w.problem_field_legal_status(&place.called);
            self.errors.add(place.field("legal_status"), "unknown_key", detail);
        }
        found
    }

    fn ethnicity(&mut self, place: &Place, sent: &NewEthnicity) -> Option<Ethnicity> {
        let keys = self.setting.keys;
        let known = |key: &Key| keys.is_none_or(|keys| keys.has_group(key));
        let group = sent.group.as_deref().and_then(|key| Key::parse(key).ok()).filter(known);
        if group.is_none() && sent.group.is_some() {
            let detail = self.setting.w.referral_problem_ethnicity(&place.called);
            self.errors.add(place.field("ethnicity.group"), "unknown_key", detail);
        }
        let words = self.text(&place.field("ethnicity.words"), sent.words.as_deref());
        (group.is_some() || words.is_some()).then_some(Ethnicity { group, words })
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
}
