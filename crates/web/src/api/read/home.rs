//! Reading where people live. A home that must stay hidden stays so for everybody in it.

use super::Reader;
use crate::api::taken::NewHome;
use domain::family::{Home, POSTCODE_CHARS_MAX, Part, Postcode, PostcodeProblem};
use domain::referral::Refer;

impl Reader<'_> {
    pub(super) fn homes(&mut self, sent: &[NewHome]) -> Vec<Home<usize>> {
        sent.iter().enumerate().map(|(at, sent)| self.home(at, sent)).collect()
    }

    fn home(&mut self, at: usize, sent: &NewHome) -> Home<usize> {
        let field = |name: &str| format!("homes[{at}].{name}");
        Home {
            address: self.text(&field("address"), sent.address.as_deref()),
            postcode: self.postcode(at, &field("postcode"), sent.postcode.as_deref()),
            hidden: sent.hidden,
            people: self.people(&field("people"), &sent.people),
        }
    }

    fn postcode(&mut self, home: usize, field: &str, sent: Option<&str>) -> Option<Postcode> {
        match Postcode::parse(sent.unwrap_or_default()) {
            Ok(postcode) => Some(postcode),
            Err(PostcodeProblem::Empty) => None,
            Err(PostcodeProblem::TooLong { .. }) => {
                let most = u64::try_from(POSTCODE_CHARS_MAX).unwrap_or_default();
                let which = self.which_home(home);
                let detail = self.setting.w.referral_problem_postcode_long(&which, most);
                self.errors.add(field, "too_long", detail);
                None
            }
        }
    }

    /// What a home is called in a sentence.
    pub(super) fn which_home(&self, at: usize) -> String {
        let number = u64::try_from(at + 1).unwrap_or_default();
        self.setting.w.referral_refer_home(number)
    }
}

/// Hides a home that somebody in it may not be found by, and the address of every adult of a home that is hidden.
pub(super) fn hide(refer: &mut Refer) {
    let Refer { people, homes, .. } = refer;
    for home in homes {
        let asked = home.people.iter().filter_map(|at| people.get(*at));
        home.hidden |= asked
            .filter_map(|person| person.safe_contact.as_ref())
            .any(|contact| contact.address_hidden);
        if !home.hidden {
            continue;
        }
        for at in &home.people {
            let person = people.get_mut(*at).filter(|person| person.part == Part::Adult);
            if let Some(person) = person {
                person.safe_contact.get_or_insert_default().address_hidden = true;
            }
        }
    }
}
