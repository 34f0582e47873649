//! Reading the form that refers a family: every problem at once, nothing typed lost.

use crate::form::Form;
use crate::mistakes::Mistakes;
use domain::consent::{Consent, Consents, LawfulBasis, SharingBasis};
use domain::day::{Age, Birth, BirthProblem, DayProblem, age_on, parse_birth, parse_day_parts};
use domain::family::{LanguageTag, Languages, NewPerson, Part, Reason, SafeContact};
use domain::id::SiteId;
use domain::name::{NAME_CHARS_MAX, Name, NameProblem, PersonName};
use domain::need::NEEDS;
use domain::pack::{Key, NationPack};
use domain::referral::{PEOPLE_MAX, Refer, ReferProblem};
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use jiff::civil::Date;
use words::Words;

/// The age from which somebody named as a child, or an adult, is asked about: 18 years.
///
/// Source: Children Act 1989 s.105, Children (NI) Order 1995 art. 2, Social Services and Well-being (Wales) Act 2014 s.3.
const ADULT_YEARS: u16 = 18;

/// The people of the form as the keys of their boxes: `child-1`, `adult-2`. One hidden field names them all.
pub fn people(form: &Form) -> Vec<String> {
    let sent = form.get("who").split_whitespace().filter(|key| part(key).is_some());
    let sent: Vec<String> = sent.map(ToOwned::to_owned).collect();
    if sent.is_empty() {
        vec!["child-1".into(), "adult-1".into()]
    } else {
        sent
    }
}

/// Whether a key is a child's or an adult's.
pub fn part(key: &str) -> Option<Part> {
    let (part, number) = key.split_once('-')?;
    number.parse::<u16>().ok()?;
    Part::from_key(part)
}

/// A key for one more child or adult.
pub fn another(form: &Form, part: Part) -> String {
    let numbers = people(form).into_iter().filter_map(|key| {
        let (known, number) = key.split_once('-')?;
        (known == part.key()).then(|| number.parse::<u16>().ok())?
    });
    format!("{}-{}", part.key(), numbers.max().unwrap_or_default().saturating_add(1))
}

/// A referral read from the form.
pub struct Read {
    /// The referral.
    pub refer: Refer,
    /// The day it was received.
    pub received_on: Date,
    /// Where people live: their place among the people, the words, whether the address is protected.
    pub homes: Vec<(usize, Text, bool)>,
}

/// Where and when the form is read.
pub struct Setting<'a> {
    /// The sentences.
    pub w: Words,
    /// Today.
    pub today: Date,
    /// The programme areas the reader may refer to.
    pub sites: &'a [SiteId],
    /// The nation pack of the chosen area.
    pub pack: Option<&'a NationPack>,
}

/// Reads the whole form.
///
/// # Errors
/// Every mistake, in the order of the page.
pub fn read(form: &Form, setting: &Setting) -> Result<Read, Mistakes> {
    let mut reader = Reader {
        form,
        setting,
        mistakes: Mistakes::default(),
    };
    let site = reader.site();
    let received_on = reader.received();
    let keys = people(form);
    let mut homes = Vec::new();
    let mut new_people = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        let person = Box_ {
            key,
            called: called(form, setting.w, &keys, key),
        };
        new_people.push(reader.person(&person));
        let hidden = form.get(&person.name("hidden")) == "yes";
        let address = reader.text(&person.name("address"), |max| {
            setting.w.referral_problem_address_long(&person.called, max)
        });
        homes.extend(address.map(|address| (at, address, hidden)));
    }
    let refer = Refer {
        site: site.unwrap_or(SiteId::from_bytes([0; 16])),
        people: new_people,
        needs: NEEDS
            .iter()
            .filter(|need| form.all("needs").any(|key| key == need.key))
            .collect(),
        going_well: reader.long("going_well", setting.w.referral_refer_going_well()),
        worries: reader.long("worries", setting.w.referral_refer_worries()),
    };
    reader.whole(&refer, &keys);
    if reader.mistakes.any() {
        return Err(reader.mistakes);
    }
    Ok(Read {
        refer,
        received_on,
        homes,
    })
}

/// What a person is called in a message: what was typed, or their place on the form.
pub fn called(form: &Form, w: Words, keys: &[String], key: &str) -> String {
    let typed = |field: &str| form.get(&format!("{key}_{field}")).trim().to_owned();
    let first = Some(typed("known_as"))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| typed("forename"));
    let name = [first, typed("surname")]
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if !name.is_empty() && name.chars().count() <= 60 {
        return name;
    }
    let same = |other: &&String| part(other) == part(key);
    let place = keys
        .iter()
        .filter(same)
        .position(|other| other == key)
        .map_or(1, |at| at as u64 + 1);
    match part(key) {
        Some(Part::Adult) => w.referral_refer_adult(place),
        _ => w.referral_refer_child(place),
    }
}

/// One person's boxes.
struct Box_<'a> {
    key: &'a str,
    called: String,
}

impl Box_<'_> {
    fn name(&self, field: &str) -> String {
        format!("{}_{field}", self.key)
    }
}

struct Reader<'a> {
    form: &'a Form,
    setting: &'a Setting<'a>,
    mistakes: Mistakes,
}

impl Reader<'_> {
    fn site(&mut self) -> Option<SiteId> {
        let chosen = self.form.get("site").parse::<SiteId>().ok();
        let found = chosen.filter(|site| self.setting.sites.contains(site));
        if found.is_none() {
            self.mistakes.add("site", self.setting.w.referral_problem_site());
        }
        found
    }

    fn received(&mut self) -> Date {
        let typed = |part: &str| self.form.get(&format!("received_{part}"));
        match parse_day_parts(typed("day"), typed("month"), typed("year")) {
            Err(DayProblem::Empty) => self.setting.today,
            Err(_) => {
                self.mistakes
                    .add("received", self.setting.w.referral_problem_received_unreal());
                self.setting.today
            }
            Ok(day) if self.setting.today < day => {
                self.mistakes
                    .add("received", self.setting.w.referral_problem_received_future());
                self.setting.today
            }
            Ok(day) => day,
        }
    }

    fn person(&mut self, person: &Box_) -> NewPerson {
        let part = part(person.key).unwrap_or(Part::Child);
        let birth = self.birth(person, part);
        let name = self.name(person, matches!(birth, Birth::Expected { .. }));
        let relationship = {
            let w = self.setting.w;
            let long = |max| w.referral_problem_relationship_long(&person.called, max);
            self.text(&person.name("relationship"), long)
        };
        let mut new = NewPerson {
            name,
            birth,
            relationship,
            ..NewPerson::unknown(part)
        };
        new.languages = Languages {
            speak: self.language(person, "speaks"),
            read: self.language(person, "reads"),
            reminders: self.language(person, "reads"),
        };
        if part == Part::Child {
            new.reason = Reason::from_key(self.form.get(&person.name("reason")));
            if new.reason.is_none() {
                self.mistakes.add(
                    person.name("reason"),
                    self.setting.w.referral_problem_reason(&person.called),
                );
            }
            new.legal_status = self.legal_status(person);
        } else {
            new.consents = self.consents(person);
            new.safe_contact = self.safe_contact(person);
        }
        new
    }

    fn name(&mut self, person: &Box_, unborn: bool) -> PersonName {
        let w = self.setting.w;
        let mut one = |field: &str| {
            let name = person.name(field);
            match Name::parse_optional(self.form.get(&name)) {
                Ok(found) => found,
                Err(NameProblem::Empty | NameProblem::TooLong { .. }) => {
                    let max = u64::try_from(NAME_CHARS_MAX).unwrap_or_default();
                    self.mistakes
                        .add(name, w.referral_problem_name_long(&person.called, max));
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
            self.mistakes
                .add(person.name("forename"), w.referral_problem_name_empty(&person.called));
        }
        found
    }

    fn birth(&mut self, person: &Box_, part: Part) -> Birth {
        let (w, called) = (self.setting.w, person.called.as_str());
        let typed = |field: &str| self.form.get(&person.name(&format!("birth_{field}"))).trim();
        let expected = part == Part::Child && self.form.get(&person.name("expected")) == "yes";
        let day = if expected { "expected" } else { typed("day") };
        let parsed = parse_birth(day, typed("month"), typed("year"), self.setting.today);
        let said = match &parsed {
            Ok(birth) => self.unlikely(person, part, *birth),
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
            self.mistakes.add(person.name("birth"), said);
        }
        parsed.unwrap_or(Birth::NotKnown)
    }

    /// A child who would be an adult, or an adult who would be a child: a slip more often than not.
    fn unlikely(&self, person: &Box_, part: Part, birth: Birth) -> Option<String> {
        let w = self.setting.w;
        let surely = match age_on(birth, self.setting.today) {
            Some(Age::Years(years)) => Some(years),
            Some(Age::Between { least, most }) if (least < ADULT_YEARS) == (most < ADULT_YEARS) => Some(least),
            _ => None,
        };
        match (part, surely) {
            (Part::Child, Some(years)) if ADULT_YEARS <= years => Some(w.referral_problem_birth_child(&person.called)),
            // A parent may be under 18 and is still a parent here; one under ten is a slip.
            (Part::Adult, Some(years)) if years < 10 => Some(w.referral_problem_birth_adult(&person.called)),
            _ => None,
        }
    }

    fn language(&mut self, person: &Box_, field: &str) -> Option<LanguageTag> {
        let name = person.name(field);
        let typed = self.form.get(&name);
        if typed.is_empty() {
            return None;
        }
        let parsed = LanguageTag::parse(typed).ok();
        if parsed.is_none() {
            self.mistakes
                .add(name, self.setting.w.referral_problem_language(&person.called));
        }
        parsed
    }

    fn legal_status(&mut self, person: &Box_) -> Option<Key> {
        let name = person.name("legal");
        let typed = self.form.get(&name);
        if typed.is_empty() {
            return None;
        }
        let key = Key::parse(typed).ok();
        let known = key.filter(|key| self.setting.pack.is_some_and(|pack| pack.legal_status(key).is_some()));
        if known.is_none() {
            self.mistakes
                .add(name, self.setting.w.referral_problem_legal_status(&person.called));
        }
        known
    }

    fn consents(&mut self, person: &Box_) -> Consents {
        let (w, called) = (self.setting.w, person.called.as_str());
        let why = self.text(&person.name("why"), |max| w.referral_problem_safe_long(called, max));
        let taking_part = match self.form.get(&person.name("taking_part")) {
            "given" => Consent::Given { on: self.setting.today },
            "not_given" if why.is_none() => {
                self.mistakes
                    .add(person.name("why"), w.referral_problem_taking_part_why(called));
                Consent::NotGiven { why }
            }
            "not_given" => Consent::NotGiven { why },
            "not_asked" => Consent::NotAsked,
            _ => {
                self.mistakes
                    .add(person.name("taking_part"), w.referral_problem_taking_part(called));
                Consent::NotAsked
            }
        };
        let sharing = match self.form.get(&person.name("sharing")) {
            "agreed" => SharingBasis::Agreed,
            "not_discussed" => SharingBasis::NotDiscussed,
            told => {
                let law = told.strip_prefix("told_").and_then(LawfulBasis::from_key);
                if law.is_none() {
                    self.mistakes
                        .add(person.name("sharing"), w.referral_problem_sharing(called));
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

    fn safe_contact(&mut self, person: &Box_) -> Option<SafeContact> {
        let (w, called) = (self.setting.w, person.called.as_str());
        let long = |max| w.referral_problem_safe_long(called, max);
        let contact = SafeContact {
            number: self.text(&person.name("number"), long),
            times: self.text(&person.name("times"), long),
            no_message: self.form.get(&person.name("no_message")) == "yes",
            address_hidden: self.form.get(&person.name("hidden")) == "yes",
            note: self.text(&person.name("note"), long),
        };
        (contact != SafeContact::default()).then_some(contact)
    }

    /// A box of words that may be left empty.
    fn text(&mut self, name: &str, long: impl Fn(u64) -> String) -> Option<Text> {
        match Text::parse_optional(self.form.get(name)) {
            Ok(found) => found,
            Err(TextProblem::Empty | TextProblem::TooLong { .. }) => {
                self.mistakes
                    .add(name, long(u64::try_from(TEXT_CHARS_MAX).unwrap_or_default()));
                None
            }
        }
    }

    fn long(&mut self, name: &str, label: &str) -> Option<Text> {
        let w = self.setting.w;
        self.text(name, |max| w.referral_problem_text_long(label, max))
    }

    /// What can only be said of the whole: a child, an adult, no more than fit, nobody twice, a need.
    fn whole(&mut self, refer: &Refer, keys: &[String]) {
        let w = self.setting.w;
        for problem in refer.problems() {
            match problem {
                ReferProblem::NoChild => self.mistakes.add("add_child", w.referral_problem_no_child()),
                ReferProblem::TooManyPeople { .. } => {
                    let max = u64::try_from(PEOPLE_MAX).unwrap_or_default();
                    self.mistakes.add("add_child", w.referral_problem_people_max(max));
                }
                // The form has no box in which an adult could be given these.
                ReferProblem::ReasonOfAdult { .. }
                | ReferProblem::StatusOfAdult { .. }
                | ReferProblem::UnbornAdult { .. } => {}
            }
        }
        for twice in refer.duplicates() {
            if let Some(key) = keys.get(twice.second) {
                let called = called(self.form, w, keys, key);
                self.mistakes
                    .add(format!("{key}_forename"), w.referral_problem_same_person(&called));
            }
        }
        if refer.needs.is_empty() {
            self.mistakes.add("needs", w.referral_problem_needs());
        }
    }
}
