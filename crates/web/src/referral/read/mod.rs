//! Reading the form that refers a family: every problem at once, nothing typed lost.
//!
//! The form is one, whichever of its pages a box stands on. A part that repeats has keys, `child-1`, `home-2`, in one
//! hidden box; each of its boxes is named by its key and what it asks, `child-1_forename`.

mod home;
mod person;
mod safety;

pub use home::homes;
pub use safety::{kept_away, orders};

use crate::form::Form;
use crate::mistakes::Mistakes;
use domain::day::{DayProblem, parse_day_parts};
use domain::family::Part;
use domain::id::SiteId;
use domain::need::NEEDS;
use domain::pack::NationPack;
use domain::referral::{PEOPLE_MAX, Refer, ReferProblem};
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use jiff::civil::Date;
use words::Words;

/// A referral read from the form.
pub struct Read {
    /// The referral.
    pub refer: Refer,
    /// The day it was received.
    pub received_on: Date,
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
    /// Whether somebody outside filled it in.
    pub is_outside: bool,
}

/// The keys of a part that repeats, as its hidden box has them: `homes` holds `home-1 home-2`.
pub fn keys(form: &Form, list: &str, kinds: &[&str]) -> Vec<String> {
    let sent = form.get(list).split_whitespace();
    let of_kind = |key: &&str| {
        let parts = key.split_once('-');
        parts.is_some_and(|(kind, number)| kinds.contains(&kind) && number.parse::<u16>().is_ok())
    };
    sent.filter(of_kind).map(ToOwned::to_owned).collect()
}

/// A key for one more of a kind.
pub fn another(keys: &[String], kind: &str) -> String {
    let numbers = keys.iter().filter_map(|key| {
        let (known, number) = key.split_once('-')?;
        (known == kind).then(|| number.parse::<u16>().ok())?
    });
    format!("{kind}-{}", numbers.max().unwrap_or_default().saturating_add(1))
}

/// The place of a key among those of its kind, from 1, as people count.
pub fn place(keys: &[String], key: &str) -> u64 {
    let kind = |key: &str| key.split('-').next().unwrap_or_default().to_owned();
    let same = keys.iter().filter(|other| kind(other) == kind(key));
    same.zip(1..)
        .find(|(other, _)| *other == key)
        .map_or(1, |(_, place)| place)
}

/// The people of the form. At least one child and one adult are asked for.
pub fn people(form: &Form) -> Vec<String> {
    let kinds = Part::ALL.map(Part::key);
    let sent = keys(form, "who", &kinds);
    if sent.is_empty() {
        return vec!["child-1".into(), "adult-1".into()];
    }
    sent
}

/// Whether a key is a child's or an adult's.
pub fn part(key: &str) -> Option<Part> {
    let (part, number) = key.split_once('-')?;
    number.parse::<u16>().ok()?;
    Part::from_key(part)
}

/// Reads the whole form.
///
/// # Errors
/// Every mistake, in the order of the pages.
pub fn read(form: &Form, setting: &Setting) -> Result<Read, Mistakes> {
    let keys = people(form);
    let mut reader = Reader {
        form,
        setting,
        keys: &keys,
        mistakes: Mistakes::default(),
    };
    let site = reader.site();
    let received_on = reader.received();
    let mut refer = Refer::to(site.unwrap_or(SiteId::from_bytes([0; 16])));
    refer.people = keys.iter().map(|key| reader.person(key)).collect();
    refer.homes = reader.homes();
    refer.going_well = reader.long("going_well", setting.w.referral_refer_going_well());
    refer.needs = NEEDS
        .iter()
        .filter(|need| form.all("needs").any(|key| key == need.key))
        .collect();
    refer.worries = reader.long("worries", setting.w.referral_refer_worries());
    refer.services = reader.long("services", setting.w.referral_refer_services());
    refer.hard_before = reader.long("hard_before", setting.w.referral_refer_hard_before());
    refer.responsibilities = reader.responsibilities();
    refer.orders = reader.orders();
    refer.kept_away = reader.kept_away();
    if setting.is_outside {
        refer.worker = reader.worker();
    } else {
        refer.follows = form.get("follows").parse().ok();
        // The form was filled in from the record: what stands there no more was taken out.
        refer.shows_record = refer.follows.is_some();
        for (person, key) in refer.people.iter_mut().zip(&keys) {
            person.id = form.get(&format!("{key}_person")).parse().ok();
        }
    }
    reader.whole(&refer);
    if reader.mistakes.any() {
        return Err(reader.mistakes);
    }
    Ok(Read { refer, received_on })
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
    match part(key) {
        Some(Part::Adult) => w.referral_refer_adult(place(keys, key)),
        _ => w.referral_refer_child(place(keys, key)),
    }
}

/// Reads one box after the other and notes what is wrong.
struct Reader<'a> {
    form: &'a Form,
    setting: &'a Setting<'a>,
    keys: &'a [String],
    mistakes: Mistakes,
}

impl Reader<'_> {
    fn called(&self, key: &str) -> String {
        called(self.form, self.setting.w, self.keys, key)
    }

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

    /// The people ticked in one question, by their places.
    fn ticked(&self, name: &str) -> Vec<usize> {
        let ticked = |key: &&String| self.form.all(name).any(|sent| sent == key.as_str());
        let found = self.keys.iter().enumerate().filter(|(_, key)| ticked(key));
        found.map(|(at, _)| at).collect()
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

    /// Who fills the form in, where they have no account: they must be reachable.
    fn worker(&mut self) -> Option<Text> {
        let w = self.setting.w;
        let worker = self.long("worker", w.task_link_worker());
        if worker.is_none() && self.mistakes.of("worker").is_none() {
            self.mistakes.add("worker", w.task_link_problem_worker());
        }
        worker
    }

    fn long(&mut self, name: &str, label: &str) -> Option<Text> {
        let w = self.setting.w;
        self.text(name, |max| w.referral_problem_text_long(label, max))
    }

    /// What can only be said of the whole: a child, no more than fit, nobody twice, a need.
    fn whole(&mut self, refer: &Refer) {
        let w = self.setting.w;
        for problem in refer.problems() {
            match problem {
                ReferProblem::NoChild => self.mistakes.add("add_child", w.referral_problem_no_child()),
                ReferProblem::TooManyPeople { .. } => {
                    let max = u64::try_from(PEOPLE_MAX).unwrap_or_default();
                    self.mistakes.add("add_child", w.referral_problem_people_max(max));
                }
                ReferProblem::TooManyHomes { max, .. } => {
                    let max = u64::try_from(max).unwrap_or_default();
                    self.mistakes.add("add_home", w.referral_problem_homes_max(max));
                }
                ReferProblem::TooManyLines { max, .. } => {
                    let max = u64::try_from(max).unwrap_or_default();
                    self.mistakes.add("add_order", w.referral_problem_lines_max(max));
                }
                ReferProblem::EmptyHome { home } => self.home_of_nobody(home),
                ReferProblem::HomeNowhere { home } => self.home_nowhere(home),
                ReferProblem::OrderAboutNobody { order } => self.order_about_nobody(order),
                ReferProblem::OrderEndsEarly { order } => self.order_ends_early(order),
                ReferProblem::KeptFromNobody { line } => self.kept_from_nobody(line),
                ReferProblem::KeptFromNothing { line } => self.kept_from_nothing(line),
                // The form has no box in which these could be said.
                ReferProblem::ReasonOfAdult { .. }
                | ReferProblem::StatusOfAdult { .. }
                | ReferProblem::UnbornAdult { .. }
                | ReferProblem::NoSuchPerson { .. }
                | ReferProblem::ResponsibilityForAdult { .. } => {}
            }
        }
        for twice in refer.duplicates() {
            if let Some(key) = self.keys.get(twice.second) {
                let said = w.referral_problem_same_person(&self.called(key));
                self.mistakes.add(format!("{key}_forename"), said);
            }
        }
        if refer.needs.is_empty() {
            self.mistakes.add("needs", w.referral_problem_needs());
        }
    }
}
