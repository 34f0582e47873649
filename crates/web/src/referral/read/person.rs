//! One person of the form: who they are, how to reach them, what they agreed to, what they like us to know.

use super::{Reader, part};
use domain::consent::{Consent, Consents, LawfulBasis, SharingBasis};
use domain::day::{Birth, BirthProblem, DayProblem, parse_birth};
use domain::family::{Ethnicity, LanguageTag, Languages, NewPerson, Part, Reason, SafeContact, Unlikely, unlikely};
use domain::name::{NAME_CHARS_MAX, Name, NameProblem, PersonName};
use domain::pack::Key;

/// One person's boxes.
struct Boxes<'a> {
    key: &'a str,
    called: String,
}

impl Boxes<'_> {
    fn name(&self, field: &str) -> String {
        format!("{}_{field}", self.key)
    }
}

impl Reader<'_> {
    pub(super) fn person(&mut self, key: &str) -> NewPerson {
        let boxes = Boxes {
            key,
            called: self.called(key),
        };
        let w = self.setting.w;
        let part = part(key).unwrap_or(Part::Child);
        let birth = self.birth(&boxes, part);
        let name = self.name(&boxes, matches!(birth, Birth::Expected { .. }));
        let relationship = {
            let long = |max| w.referral_problem_relationship_long(&boxes.called, max);
            self.text(&boxes.name("relationship"), long)
        };
        let mut new = NewPerson {
            name,
            birth,
            relationship,
            authority_id: self.long(&boxes.name("authority_id"), w.referral_refer_authority_id()),
            ethnicity: self.ethnicity(&boxes),
            disability: self.long(&boxes.name("disability"), w.referral_refer_disability()),
            communication: self.long(&boxes.name("communication"), w.referral_refer_communication()),
            ..NewPerson::unknown(part)
        };
        let read = self.language(&boxes, "reads");
        new.languages = Languages {
            speak: self.language(&boxes, "speaks"),
            reminders: self.language(&boxes, "reminders").or_else(|| read.clone()),
            read,
        };
        if part == Part::Child {
            new.reason = Reason::from_key(self.form.get(&boxes.name("reason")));
            if new.reason.is_none() {
                let said = w.referral_problem_reason(&boxes.called);
                self.mistakes.add(boxes.name("reason"), said);
            }
            new.legal_status = self.legal_status(&boxes);
        } else {
            new.consents = self.consents(&boxes);
            new.safe_contact = self.safe_contact(&boxes);
        }
        new
    }

    fn name(&mut self, boxes: &Boxes, unborn: bool) -> PersonName {
        let w = self.setting.w;
        let mut one = |field: &str| {
            let name = boxes.name(field);
            match Name::parse_optional(self.form.get(&name)) {
                Ok(found) => found,
                Err(NameProblem::Empty | NameProblem::TooLong { .. }) => {
                    let max = u64::try_from(NAME_CHARS_MAX).unwrap_or_default();
                    self.mistakes
                        .add(name, w.referral_problem_name_long(&boxes.called, max));
                    // Something was typed, so the name is not also said to be missing.
                    Name::parse("…").ok()
                }
            }
        };
        let found = PersonName {
            forename: one("forename"),
            surname: one("surname"),
            known_as: one("known_as"),
        };
        if found.is_unknown() && !unborn {
            let said = w.referral_problem_name_empty(&boxes.called);
            self.mistakes.add(boxes.name("forename"), said);
        }
        found
    }

    fn birth(&mut self, boxes: &Boxes, part: Part) -> Birth {
        let (w, called) = (self.setting.w, boxes.called.as_str());
        let typed = |field: &str| self.form.get(&boxes.name(&format!("birth_{field}"))).trim();
        let expected = part == Part::Child && self.form.get(&boxes.name("expected")) == "yes";
        let day = if expected { "expected" } else { typed("day") };
        let parsed = parse_birth(day, typed("month"), typed("year"), self.setting.today);
        let said = match &parsed {
            Ok(birth) => self.unlikely(boxes, part, *birth),
            Err(BirthProblem::Day(DayProblem::TwoDigitYear { .. })) => {
                Some(w.referral_problem_birth_short_year(called))
            }
            Err(BirthProblem::Day(_)) => Some(w.referral_problem_birth_unreal(called)),
            Err(BirthProblem::YearMissing | BirthProblem::MonthMissing) => Some(w.referral_problem_birth_part(called)),
            Err(BirthProblem::InFuture { .. }) => Some(w.referral_problem_birth_future(called)),
            Err(BirthProblem::TooFarAhead { .. }) => Some(w.referral_problem_birth_far(called)),
            Err(BirthProblem::ExpectedInPast { .. }) => Some(w.referral_problem_birth_expected_past(called)),
            Err(BirthProblem::TooLongAgo { .. }) => Some(w.referral_problem_birth_early(called)),
        };
        if let Some(said) = said {
            self.mistakes.add(boxes.name("birth"), said);
        }
        parsed.unwrap_or(Birth::NotKnown)
    }

    /// A child who would be an adult, or an adult who would be a child: a slip more often than not.
    fn unlikely(&self, boxes: &Boxes, part: Part, birth: Birth) -> Option<String> {
        let w = self.setting.w;
        unlikely(part, birth, self.setting.today).map(|unlikely| match unlikely {
            Unlikely::GrownChild => w.referral_problem_birth_child(&boxes.called),
            Unlikely::YoungAdult => w.referral_problem_birth_adult(&boxes.called),
        })
    }

    fn language(&mut self, boxes: &Boxes, field: &str) -> Option<LanguageTag> {
        let name = boxes.name(field);
        let typed = self.form.get(&name);
        if typed.is_empty() {
            return None;
        }
        let parsed = LanguageTag::parse(typed).ok();
        if parsed.is_none() {
            let said = self.setting.w.referral_problem_language(&boxes.called);
            self.mistakes.add(name, said);
        }
        parsed
    }

    fn legal_status(&mut self, boxes: &Boxes) -> Option<Key> {
        let name = boxes.name("legal");
        let typed = self.form.get(&name);
        if typed.is_empty() {
            return None;
        }
        let key = Key::parse(typed).ok();
        let known = key.filter(|key| self.setting.pack.is_some_and(|pack| pack.legal_status(key).is_some()));
        if known.is_none() {
            let said = self.setting.w.referral_problem_legal_status(&boxes.called);
            self.mistakes.add(name, said);
        }
        known
    }

    fn ethnicity(&mut self, boxes: &Boxes) -> Option<Ethnicity> {
        let w = self.setting.w;
        let typed = self.form.get(&boxes.name("ethnicity"));
        let key = Key::parse(typed).ok();
        let group = key.filter(|key| self.setting.pack.is_some_and(|pack| pack.ethnic_group(key).is_some()));
        if group.is_none() && !typed.is_empty() {
            let said = w.referral_problem_ethnicity(&boxes.called);
            self.mistakes.add(boxes.name("ethnicity"), said);
        }
        let words = self.long(&boxes.name("ethnicity_words"), w.referral_refer_ethnicity_words());
        (group.is_some() || words.is_some()).then_some(Ethnicity { group, words })
    }

    fn consents(&mut self, boxes: &Boxes) -> Consents {
        let (w, called) = (self.setting.w, boxes.called.as_str());
        let why = self.long(&boxes.name("why"), w.consent_taking_part_why());
        let taking_part = match self.form.get(&boxes.name("taking_part")) {
            "given" => Consent::Given { on: self.setting.today },
            "not_given" if why.is_none() => {
                let said = w.referral_problem_taking_part_why(called);
                self.mistakes.add(boxes.name("why"), said);
                Consent::NotGiven { why }
            }
            "not_given" => Consent::NotGiven { why },
            "not_asked" => Consent::NotAsked,
            _ => {
                let said = w.referral_problem_taking_part(called);
                self.mistakes.add(boxes.name("taking_part"), said);
                Consent::NotAsked
            }
        };
        let sharing = match self.form.get(&boxes.name("sharing")) {
            "agreed" => SharingBasis::Agreed,
            "not_discussed" => SharingBasis::NotDiscussed,
            told => {
                let law = told.strip_prefix("told_").and_then(LawfulBasis::from_key);
                if law.is_none() {
                    let said = w.referral_problem_sharing(called);
                    self.mistakes.add(boxes.name("sharing"), said);
                }
                law.map_or(SharingBasis::NotDiscussed, SharingBasis::Told)
            }
        };
        Consents {
            taking_part,
            sharing,
            ..Consents::default()
        }
    }

    fn safe_contact(&mut self, boxes: &Boxes) -> Option<SafeContact> {
        let (w, called) = (self.setting.w, boxes.called.as_str());
        let long = |max| w.referral_problem_safe_long(called, max);
        let contact = SafeContact {
            number: self.text(&boxes.name("number"), long),
            times: self.text(&boxes.name("times"), long),
            no_message: self.form.get(&boxes.name("no_message")) == "yes",
            address_hidden: self.lives_hidden(boxes.key),
            note: self.text(&boxes.name("note"), long),
        };
        (contact != SafeContact::default()).then_some(contact)
    }
}
