//! Who decides for a child, what a court has ordered, and who must not come near.

use super::{Reader, keys, part};
use crate::form::Form;
use domain::day::{DayProblem, parse_day_parts};
use domain::family::{Holder, KeptAway, Order, Part, Responsibility, Ways};
use jiff::civil::Date;

/// The court orders of the form.
pub fn orders(form: &Form) -> Vec<String> {
    keys(form, "orders", &["order"])
}

/// The people kept away.
pub fn kept_away(form: &Form) -> Vec<String> {
    keys(form, "kept", &["kept"])
}

impl Reader<'_> {
    pub(super) fn responsibilities(&mut self) -> Vec<Responsibility<usize>> {
        let w = self.setting.w;
        let mut found = Vec::new();
        for (child, key) in self.keys.iter().enumerate() {
            if part(key) != Some(Part::Child) {
                continue;
            }
            let name = format!("{key}_responsible");
            let mut add = |holder| found.push(Responsibility { child, holder });
            for adult in self.ticked(&name) {
                add(Holder::Person(adult));
            }
            if self.form.all(&name).any(|sent| sent == "authority") {
                add(Holder::Authority);
            }
            let label = w.referral_refer_responsible_other();
            if let Some(words) = self.long(&format!("{key}_responsible_other"), label) {
                add(Holder::Other(words));
            }
        }
        found
    }

    pub(super) fn orders(&mut self) -> Vec<Order<usize>> {
        let w = self.setting.w;
        let mut found = Vec::new();
        for key in orders(self.form) {
            let name = |field: &str| format!("{key}_{field}");
            let made_on = self.day(&name("made"));
            let ends_on = self.day(&name("ends"));
            let people = self.ticked(&name("about"));
            match self.long(&name("says"), w.referral_refer_order_says()) {
                Some(says) => found.push(Order {
                    people,
                    says,
                    made_on,
                    ends_on,
                }),
                None => self.missing(&name("says"), w.referral_problem_order_says()),
            }
        }
        found
    }

    pub(super) fn kept_away(&mut self) -> Vec<KeptAway<usize>> {
        let w = self.setting.w;
        let mut found = Vec::new();
        for key in kept_away(self.form) {
            let name = |field: &str| format!("{key}_{field}");
            let way = |way: &str| self.form.all(&name("ways")).any(|sent| sent == way);
            let ways = Ways {
                collect: way("collect"),
                call: way("call"),
                know: way("know"),
            };
            let people = self.ticked(&name("about"));
            match self.long(&name("who"), w.referral_refer_kept_who()) {
                Some(who) => found.push(KeptAway { who, people, ways }),
                None => self.missing(&name("who"), w.referral_problem_kept_who()),
            }
        }
        found
    }

    /// Says that a box is empty, unless something else was said of it.
    fn missing(&mut self, name: &str, said: &str) {
        if self.mistakes.of(name).is_none() {
            self.mistakes.add(name, said);
        }
    }

    /// A day that may be left out, past or to come.
    fn day(&mut self, name: &str) -> Option<Date> {
        let typed = |part: &str| self.form.get(&format!("{name}_{part}"));
        match parse_day_parts(typed("day"), typed("month"), typed("year")) {
            Ok(day) => Some(day),
            Err(DayProblem::Empty) => None,
            Err(_) => {
                self.mistakes.add(name, self.setting.w.referral_problem_order_day());
                None
            }
        }
    }

    /// The lines that were read, by their keys: one without words was not.
    fn read_lines(&self, keys: Vec<String>, words: &str) -> Vec<String> {
        let read = |key: &String| !self.form.get(&format!("{key}_{words}")).trim().is_empty();
        keys.into_iter().filter(read).collect()
    }

    fn order_box(&self, order: usize, field: &str) -> String {
        let lines = self.read_lines(orders(self.form), "says");
        lines
            .get(order)
            .map_or_else(String::new, |key| format!("{key}_{field}"))
    }

    fn kept_box(&self, line: usize, field: &str) -> String {
        let lines = self.read_lines(kept_away(self.form), "who");
        lines.get(line).map_or_else(String::new, |key| format!("{key}_{field}"))
    }

    pub(super) fn order_about_nobody(&mut self, order: usize) {
        let name = self.order_box(order, "about");
        self.mistakes.add(name, self.setting.w.referral_problem_order_about());
    }

    pub(super) fn order_ends_early(&mut self, order: usize) {
        let name = self.order_box(order, "ends");
        self.mistakes.add(name, self.setting.w.referral_problem_order_ends());
    }

    pub(super) fn kept_from_nobody(&mut self, line: usize) {
        let name = self.kept_box(line, "about");
        self.mistakes.add(name, self.setting.w.referral_problem_kept_about());
    }

    pub(super) fn kept_from_nothing(&mut self, line: usize) {
        let name = self.kept_box(line, "ways");
        self.mistakes.add(name, self.setting.w.referral_problem_kept_ways());
    }
}
