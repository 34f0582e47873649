//! Where the people of the form live.

use super::{Reader, keys};
use crate::form::Form;
use domain::family::{Home, POSTCODE_CHARS_MAX, Postcode, PostcodeProblem};

/// The homes of the form; one is asked for.
pub fn homes(form: &Form) -> Vec<String> {
    let sent = keys(form, "homes", &["home"]);
    if sent.is_empty() { vec!["home-1".into()] } else { sent }
}

impl Reader<'_> {
    /// The homes something was said of, in the order of the form.
    pub(super) fn homes(&mut self) -> Vec<Home<usize>> {
        let homes = self.filled_homes();
        homes.iter().map(|key| self.home(key)).collect()
    }

    /// The keys of the homes something was said of: a box left empty is no home.
    fn filled_homes(&self) -> Vec<String> {
        let said = |key: &String| {
            let is_filled = |field: &str| !self.form.get(&format!("{key}_{field}")).trim().is_empty();
            ["address", "postcode", "hidden"].into_iter().any(is_filled)
        };
        homes(self.form).into_iter().filter(said).collect()
    }

    fn home(&mut self, key: &str) -> Home<usize> {
        let w = self.setting.w;
        let name = |field: &str| format!("{key}_{field}");
        let which = w.referral_refer_home(super::place(&homes(self.form), key));
        let address = self.text(&name("address"), |max| w.referral_problem_address_long(&which, max));
        let postcode = match Postcode::parse(self.form.get(&name("postcode"))) {
            Ok(postcode) => Some(postcode),
            Err(PostcodeProblem::Empty) => None,
            Err(PostcodeProblem::TooLong { .. }) => {
                let max = u64::try_from(POSTCODE_CHARS_MAX).unwrap_or_default();
                self.mistakes
                    .add(name("postcode"), w.referral_problem_postcode_long(&which, max));
                // Something was typed, so the home is not also said to be nowhere.
                Postcode::parse("…").ok()
            }
        };
        Home {
            address,
            postcode,
            hidden: self.form.get(&name("hidden")) == "yes",
            people: self.ticked(&name("lives")),
        }
    }

    /// Whether somebody lives in a home that must stay hidden.
    pub(super) fn lives_hidden(&self, person: &str) -> bool {
        let hides = |key: &String| {
            let lives = format!("{key}_lives");
            self.form.get(&format!("{key}_hidden")) == "yes" && self.form.all(&lives).any(|sent| sent == person)
        };
        homes(self.form).iter().any(hides)
    }

    fn home_key(&self, home: usize) -> Option<(String, String)> {
        let key = self.filled_homes().into_iter().nth(home)?;
        let which = self
            .setting
            .w
            .referral_refer_home(super::place(&homes(self.form), &key));
        Some((key, which))
    }

    pub(super) fn home_of_nobody(&mut self, home: usize) {
        if let Some((key, which)) = self.home_key(home) {
            let said = self.setting.w.referral_problem_home_empty(&which);
            self.mistakes.add(format!("{key}_lives"), said);
        }
    }

    pub(super) fn home_nowhere(&mut self, home: usize) {
        if let Some((key, which)) = self.home_key(home) {
            let said = self.setting.w.referral_problem_home_nowhere(&which);
            self.mistakes.add(format!("{key}_address"), said);
        }
    }
}
