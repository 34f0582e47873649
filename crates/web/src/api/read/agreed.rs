//! Reading what people agreed to. What goes only with another answer is refused rather than lost.

use super::{Place, Reader};
use crate::api::taken::{NewAgreed, NewChoice, NewSharing};
use domain::consent::{Consent, Consents, LawfulBasis, SharingBasis};

impl Reader<'_> {
    /// What a person agreed to. Whoever takes part for themselves says two things: whether, and how facts are shared.
    pub(super) fn consents(&mut self, place: &Place, sent: &NewAgreed, is_asked: bool) -> Consents {
        if is_asked {
            self.asked_of_adults(place, sent);
        }
        let taking_part = sent.taking_part.as_ref().map_or(Consent::NotAsked, |sent| {
            self.consent(
                place,
                "taking_part",
                &sent.answer,
                sent.on.as_deref(),
                sent.why.as_deref(),
            )
        });
        let mut other = |name: &str, sent: &Option<NewChoice>| {
            let sent = sent.as_ref();
            sent.map_or(Consent::NotAsked, |sent| {
                self.consent(place, name, &sent.answer, sent.on.as_deref(), None)
            })
        };
        let (stays_over, story) = (other("stays_over", &sent.stays_over), other("story", &sent.story));
        let sharing = sent
            .sharing
            .as_ref()
            .map_or(SharingBasis::NotDiscussed, |sent| self.sharing(place, sent));
        Consents {
            taking_part,
            sharing,
            stays_over,
            story,
        }
    }

    fn asked_of_adults(&mut self, place: &Place, sent: &NewAgreed) {
        let w = self.setting.w;
        let mut missing = |field: &str, detail: String| {
            self.errors
                .add(place.field(&format!("consent.{field}")), "missing", detail);
        };
        match &sent.taking_part {
            None => missing("taking_part", w.referral_problem_taking_part(&place.called)),
            Some(said) if said.answer == "not_given" && said.why.as_deref().unwrap_or_default().trim().is_empty() => {
                missing("taking_part.why", w.referral_problem_taking_part_why(&place.called));
            }
            Some(_) => {}
        }
        if sent.sharing.is_none() {
            missing("sharing", w.referral_problem_sharing(&place.called));
        }
    }

    /// One answer. What goes only with another answer is refused rather than lost.
    fn consent(&mut self, place: &Place, name: &str, answer: &str, on: Option<&str>, why: Option<&str>) -> Consent {
        let field = |part: &str| place.field(&format!("consent.{name}.{part}"));
        let given_on = self.day_until_today(&field("on"), on);
        let words = self.text(&field("why"), why);
        if given_on.is_some() && answer != "given" {
            self.errors.add(
                field("on"),
                "only_with",
                self.setting.w.problem_field_only_with("given"),
            );
        }
        if words.is_some() && answer != "not_given" {
            self.errors.add(
                field("why"),
                "only_with",
                self.setting.w.problem_field_only_with("not_given"),
            );
        }
        let given = Consent::Given {
            on: given_on.unwrap_or(self.received_on),
        };
        let all = [given, Consent::NotGiven { why: words }, Consent::NotAsked];
        let keys = [all[0].key(), all[1].key(), all[2].key()];
        let find = |key: &str| all.iter().find(|one| one.key() == key).cloned();
        self.key(field("answer"), answer, &keys, find).unwrap_or_default()
    }

    fn sharing(&mut self, place: &Place, sent: &NewSharing) -> SharingBasis {
        let field = |part: &str| place.field(&format!("consent.sharing.{part}"));
        let laws = LawfulBasis::ALL.map(LawfulBasis::key);
        let told = sent.basis == "told";
        let law = match (&sent.law, told) {
            (Some(law), true) => self.key(field("law"), law, &laws, LawfulBasis::from_key),
            (None, true) => self.key(field("law"), "", &laws, LawfulBasis::from_key),
            (Some(_), false) => {
                self.errors.add(
                    field("law"),
                    "only_with",
                    self.setting.w.problem_field_only_with("told"),
                );
                None
            }
            (None, false) => None,
        };
        let find = |key: &str| match key {
            "not_discussed" => Some(SharingBasis::NotDiscussed),
            "agreed" => Some(SharingBasis::Agreed),
            "not_agreed" => Some(SharingBasis::NotAgreed),
            "told" => Some(law.map_or(SharingBasis::NotDiscussed, SharingBasis::Told)),
            _ => None,
        };
        self.key(
            field("basis"),
            &sent.basis,
            &["not_discussed", "agreed", "not_agreed", "told"],
            find,
        )
        .unwrap_or_default()
    }
}
