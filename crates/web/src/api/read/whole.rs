//! What stands against a referral as a whole, each at the field it is about.

use super::Reader;
use domain::family::SAFETY_LINES_MAX;
use domain::referral::{Doubt, Refer, ReferProblem};

impl Reader<'_> {
    pub(super) fn whole(&mut self, refer: &Refer, births_are_right: bool) {
        for problem in refer.problems() {
            self.against(refer, problem);
        }
        for twice in refer.duplicates() {
            let place = self.place(twice.second);
            let detail = self.setting.w.referral_problem_same_person(&place.called);
            self.errors.add(place.field("forename"), "same_person", detail);
        }
        for doubt in refer.doubts().into_iter().filter(|_| !births_are_right) {
            self.doubt(&doubt);
        }
    }

    fn against(&mut self, refer: &Refer, problem: ReferProblem) {
        let w = self.setting.w;
        let most = |max: usize| u64::try_from(max).unwrap_or_default();
        match problem {
            ReferProblem::NoChild => self.errors.add("people", "no_child", w.referral_problem_no_child()),
            ReferProblem::TooManyPeople { max, .. } => {
                let detail = w.referral_problem_people_max(most(max));
                self.errors.add("people", "too_many_people", detail);
            }
            ReferProblem::TooManyHomes { max, .. } => {
                let detail = w.referral_problem_homes_max(most(max));
                self.errors.add("homes", "too_many_homes", detail);
            }
            ReferProblem::TooManyLines { max, .. } => {
                let lists = [("orders", refer.orders.len()), ("kept_away", refer.kept_away.len())];
                for (field, _) in lists.into_iter().filter(|(_, lines)| SAFETY_LINES_MAX < *lines) {
                    let detail = w.referral_problem_lines_max(most(max));
                    self.errors.add(field, "too_many_lines", detail);
                }
            }
            ReferProblem::ReasonOfAdult { person } => self.child_only(person, "reason"),
            ReferProblem::StatusOfAdult { person } => self.child_only(person, "legal_status"),
            ReferProblem::ResponsibilityForAdult { person } => self.child_only(person, "responsible"),
            ReferProblem::UnbornAdult { person } => {
                let place = self.place(person);
                let detail = w.problem_field_unborn_adult(&place.called);
                self.errors.add(place.field("birth"), "unborn_adult", detail);
            }
            ReferProblem::EmptyHome { home } => {
                let detail = w.referral_problem_home_empty(&self.which_home(home));
                self.errors.add(format!("homes[{home}].people"), "missing", detail);
            }
            ReferProblem::HomeNowhere { home } => {
                let field = format!("homes[{home}].address");
                let detail = w.referral_problem_home_nowhere(&self.which_home(home));
                self.errors.add(field, "missing", detail);
            }
            ReferProblem::OrderAboutNobody { order } => {
                let field = format!("orders[{order}].people");
                self.errors.add(field, "missing", w.referral_problem_order_about());
            }
            ReferProblem::OrderEndsEarly { order } => {
                let field = format!("orders[{order}].ends_on");
                self.errors.add(field, "ends_early", w.referral_problem_order_ends());
            }
            ReferProblem::KeptFromNobody { line } => {
                let field = format!("kept_away[{line}].people");
                self.errors.add(field, "missing", w.referral_problem_kept_about());
            }
            ReferProblem::KeptFromNothing { line } => {
                let field = format!("kept_away[{line}].must_not");
                self.errors.add(field, "missing", w.referral_problem_kept_ways());
            }
            // Said where the place stands; and of more people than fit, the number is what is wrong.
            ReferProblem::NoSuchPerson { .. } => {}
        }
    }

    fn child_only(&mut self, person: usize, name: &str) {
        let place = self.place(person);
        let field = place.field(name);
        // Several may be said to be responsible for one adult.
        if !self.errors.has(&field) {
            let detail = self.setting.w.problem_field_child_only(&place.called);
            self.errors.add(field, "child_only", detail);
        }
    }

    /// A slip more often than not, which whoever refers may say is right.
    fn doubt(&mut self, doubt: &Doubt) {
        let (child, adult) = (self.place(doubt.child), self.called(doubt.adult));
        let w = self.setting.w;
        let detail = match u64::try_from(doubt.years) {
            Ok(years) => w.referral_doubt_years(&child.called, &adult, years),
            Err(_) => w.referral_doubt_older(&child.called, &adult),
        };
        self.errors.add(child.field("birth"), "birth_doubt", detail);
    }
}
