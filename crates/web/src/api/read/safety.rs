//! Reading who decides for a child, what a court has ordered, and who must not come near.

use super::{Place, Reader};
use crate::api::taken::{NewKeptAway, NewOrder, NewPerson};
use domain::family::{Holder, KeptAway, Order, Responsibility, Ways};
use domain::text::Text;

/// What somebody may be forbidden, as it is sent.
const WAYS: [&str; 3] = ["collect", "call", "know"];

impl Reader<'_> {
    pub(super) fn responsible(&mut self, child: usize, place: &Place, sent: &NewPerson) -> Vec<Responsibility<usize>> {
        let Some(sent) = &sent.responsible else {
            return Vec::new();
        };
        let people = self.people(&place.field("responsible.people"), &sent.people);
        let other = self.text(&place.field("responsible.other"), sent.other.as_deref());
        let authority = sent.authority.then_some(Holder::Authority);
        let holders = people.into_iter().map(Holder::Person).chain(authority);
        holders
            .chain(other.map(Holder::Other))
            .map(|holder| Responsibility { child, holder })
            .collect()
    }

    pub(super) fn orders(&mut self, sent: &[NewOrder]) -> Vec<Order<usize>> {
        let missing = self.setting.w.referral_problem_order_says();
        let unreal = self.setting.w.referral_problem_order_day();
        let mut found = Vec::new();
        for (at, sent) in sent.iter().enumerate() {
            let field = |name: &str| format!("orders[{at}].{name}");
            let says = self.words(&field("says"), &sent.says, missing);
            found.push(Order {
                says: says.unwrap_or_else(unread),
                made_on: self.day(&field("made_on"), sent.made_on.as_deref(), unreal),
                ends_on: self.day(&field("ends_on"), sent.ends_on.as_deref(), unreal),
                people: self.people(&field("people"), &sent.people),
            });
        }
        found
    }

    pub(super) fn kept_away(&mut self, sent: &[NewKeptAway]) -> Vec<KeptAway<usize>> {
        let missing = self.setting.w.referral_problem_kept_who();
        let mut found = Vec::new();
        for (at, sent) in sent.iter().enumerate() {
            let field = |name: &str| format!("kept_away[{at}].{name}");
            let who = self.words(&field("who"), &sent.who, missing);
            found.push(KeptAway {
                who: who.unwrap_or_else(unread),
                people: self.people(&field("people"), &sent.people),
                ways: self.ways(&field("must_not"), &sent.must_not),
            });
        }
        found
    }

    fn ways(&mut self, field: &str, sent: &[String]) -> Ways {
        let mut ways = Ways::default();
        for (at, way) in sent.iter().enumerate() {
            match self.key(format!("{field}[{at}]"), way, &WAYS, |key| {
                WAYS.into_iter().find(|way| *way == key)
            }) {
                Some("collect") => ways.collect = true,
                Some("call") => ways.call = true,
                // What is no way is said to be none, and not also that nothing is said.
                Some(_) | None => ways.know = true,
            }
        }
        ways
    }
}

/// Stands where words could not be read, so that every line keeps its place; a referral with it is not taken.
fn unread() -> Text {
    Text::parse("…").expect("one character is a text")
}
