//! The pages of the form, in their order, and which box stands on which.

use crate::form::Form;
use crate::referral::read;
use domain::family::Part;
use std::fmt;

/// One page of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Which area, and since when.
    Start,
    /// Who is in the family.
    People,
    /// One of them, by their key.
    Person(String),
    /// Where they live.
    Homes,
    /// What is going well.
    GoingWell,
    /// The areas of need and what worries people.
    Needs,
    /// Other services, and what made help hard to get.
    Services,
    /// Who decides, courts, who must not come near.
    Safety,
    /// Safe ways to make contact.
    Contact,
    /// What each adult agreed to.
    Consent,
    /// What each likes us to know: ethnic group, disability, what helps them to be understood.
    About,
}

impl Step {
    /// The pages of the task list, in their order. Those of single people are reached from theirs.
    pub const ALL: [Self; 10] = [
        Self::Start,
        Self::People,
        Self::Homes,
        Self::GoingWell,
        Self::Needs,
        Self::Services,
        Self::Safety,
        Self::Contact,
        Self::Consent,
        Self::About,
    ];

    /// The word in the address, before a person's key.
    const fn word(&self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::People | Self::Person(_) => "people",
            Self::Homes => "homes",
            Self::GoingWell => "going-well",
            Self::Needs => "needs",
            Self::Services => "services",
            Self::Safety => "safety",
            Self::Contact => "contact",
            Self::Consent => "consent",
            Self::About => "about",
        }
    }

    /// The page with this word in its address.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }

    /// The page of one person.
    pub fn of_person(key: &str) -> Option<Self> {
        read::part(key).map(|_| Self::Person(key.to_owned()))
    }

    /// The page a box stands on, by its name.
    pub fn of_box(name: &str) -> Option<Self> {
        let (key, field) = name.split_once('_').unwrap_or((name, ""));
        let kind = key.split('-').next().unwrap_or_default();
        match (kind, field) {
            ("site" | "received" | "worker", _) => Some(Self::Start),
            ("who", "") | ("add", "child" | "adult") => Some(Self::People),
            ("homes", "") | ("home", _) | ("add", "home") => Some(Self::Homes),
            ("going", "well") => Some(Self::GoingWell),
            ("needs" | "worries", "") => Some(Self::Needs),
            ("services", "") | ("hard", "before") => Some(Self::Services),
            ("orders" | "kept", "") | ("order" | "kept", _) | ("add", "order" | "kept") => Some(Self::Safety),
            _ => Self::of_persons_box(key, field),
        }
    }

    fn of_persons_box(key: &str, field: &str) -> Option<Self> {
        let part = read::part(key)?;
        // Who somebody on record is stands in no box: nobody types it.
        if field == "person" {
            return None;
        }
        match (field, part) {
            ("number" | "times" | "no_message" | "note", _) => Some(Self::Contact),
            ("taking_part" | "why" | "sharing", _) => Some(Self::Consent),
            ("responsible" | "responsible_other", Part::Child) => Some(Self::Safety),
            ("ethnicity" | "ethnicity_words" | "disability" | "communication", _) => Some(Self::About),
            _ => Some(Self::Person(key.to_owned())),
        }
    }

    /// Whether this page shows the box with this name.
    pub fn shows(&self, name: &str) -> bool {
        Self::of_box(name).as_ref() == Some(self)
    }

    /// The page after this one; none after the last.
    pub fn next(&self, form: &Form) -> Option<Self> {
        let after = |step: &Self| {
            let at = Self::ALL.iter().position(|known| known == step)?;
            Self::ALL.get(at + 1).cloned()
        };
        let people = read::people(form);
        match self {
            Self::People => people.first().map(|key| Self::Person(key.clone())),
            Self::Person(key) => {
                let at = people.iter().position(|known| known == key);
                let next = at.and_then(|at| people.get(at + 1));
                next.map_or_else(|| after(&Self::People), |key| Some(Self::Person(key.clone())))
            }
            step => after(step),
        }
    }
}

/// The end of the page's address.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(key) => write!(f, "{}/{key}", self.word()),
            step => f.write_str(step.word()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Step;
    use crate::form::Form;

    #[test]
    fn each_box_stands_on_one_page() {
        for (name, page) in [
            ("site", "start"),
            ("worker", "start"),
            ("received_day", "start"),
            ("who", "people"),
            ("child-1_forename", "people/child-1"),
            ("adult-2_birth_year", "people/adult-2"),
            ("home-1_lives", "homes"),
            ("homes", "homes"),
            ("going_well", "going-well"),
            ("needs", "needs"),
            ("hard_before", "services"),
            ("child-1_responsible", "safety"),
            ("order-3_ends_day", "safety"),
            ("kept-1_ways", "safety"),
            ("kept", "safety"),
            ("adult-1_no_message", "contact"),
            ("adult-1_taking_part", "consent"),
            ("child-1_ethnicity_words", "about"),
        ] {
            let step = Step::of_box(name).unwrap_or_else(|| panic!("{name} stands nowhere"));
            assert_eq!(step.to_string(), page, "{name}");
            assert!(step.shows(name));
        }
        for name in ["csrf", "once", "then", "follows", "child-1_person", "add", "remove"] {
            assert_eq!(Step::of_box(name), None, "{name}");
        }
    }

    #[test]
    fn the_pages_follow_each_other_with_one_for_each_person() {
        let form = Form::parse(b"who=child-1+adult-1+child-2");
        let mut step = Some(Step::Start);
        let mut way = Vec::new();
        while let Some(now) = step {
            step = now.next(&form);
            way.push(now.to_string());
        }
        assert_eq!(
            way.join(" "),
            "start people people/child-1 people/adult-1 people/child-2 homes going-well needs services safety contact \
             consent about"
        );
        for step in Step::ALL {
            assert_eq!(Step::from_word(&step.to_string()), Some(step));
        }
        assert_eq!(Step::from_word("check"), None);
        assert_eq!(Step::of_person("dog-1"), None);
    }
}
