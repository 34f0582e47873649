//! Carers' households of a test, and a family's way to one of them.

use super::Deployment;
use super::people::{Somebody, day, text};
use domain::access::{Action, Object};
use domain::household::{About, Approval, Member, NewHousehold, Part, Ready, Terms};
use domain::id::{FamilyId, HouseholdId, MatchId, OfferId, ReferralId, SiteId};
use domain::level::{Ladder, Level};
use domain::matching::{NewMatch, NewOffer, Refusal, stops};
use domain::name::Name;
use domain::role::Role;
use jiff::civil::Date;
use store::{Error, Tx, household, matching, referral};

/// Why something was not done: the rule's reason, or another one in words.
#[derive(Debug, PartialEq)]
pub enum Not {
    Allowed(Refusal),
    Otherwise(String),
}

impl From<Error> for Not {
    fn from(error: Error) -> Self {
        Self::Otherwise(error.to_string())
    }
}

impl From<Refusal> for Not {
    fn from(refusal: Refusal) -> Self {
        Self::Allowed(refusal)
    }
}

impl From<domain::household::Refusal> for Not {
    fn from(refusal: domain::household::Refusal) -> Self {
        Self::Otherwise(refusal.to_string())
    }
}

impl From<domain::referral::Refusal> for Not {
    fn from(refusal: domain::referral::Refusal) -> Self {
        Self::Otherwise(refusal.to_string())
    }
}

/// A household of one carer with an account, approved since January, with four places.
pub fn of_carer(site: SiteId, name: &str, carer: Option<&Somebody>) -> NewHousehold {
    NewHousehold {
        site,
        members: vec![Member {
            id: None,
            name: Name::parse(name).expect("a name of a test is a name"),
            part: Part::Carer,
            account: carer.map(|carer| carer.id),
        }],
        supervisor: None,
        approval: Approval {
            from: day("2026-01-01"),
            to: None,
            terms: Terms::default(),
        },
        places: 4,
        weekends: 3,
        languages: Vec::new(),
        skills: Vec::new(),
        ready: Ready::Now,
        about: About::default(),
    }
}

impl Deployment {
    /// Writes a household down.
    pub async fn household(&self, by: &Somebody, new: NewHousehold) -> HouseholdId {
        let permit = self
            .may(&by.actor, Action::RecordHousehold, Object::Site(new.site))
            .await;
        let made = self.store.write(permit, move |tx| household::make(tx, &new)).await;
        made.expect("a household is stored")
    }

    /// A carer of this name with an account and a household.
    pub async fn carer(&self, by: &Somebody, site: SiteId, name: &str) -> (Somebody, HouseholdId) {
        let carer = self.staff(name, Role::Carer, site).await;
        let id = self.household(by, of_carer(site, name, Some(&carer))).await;
        (carer, id)
    }

    /// Accepts a referral, so that its family waits.
    pub async fn accept(&self, by: &Somebody, id: ReferralId) {
        let permit = self.may(&by.actor, Action::DecideReferral, Object::Referral(id)).await;
        let who = by.id;
        let unit = move |tx: &Tx| {
            let referral = referral::load(tx, id)?;
            let event = referral.accept(who, tx.today())?;
            tx.record(&referral, &event, "en")?;
            Ok::<_, Not>(())
        };
        self.store.write(permit, unit).await.expect("a referral is accepted");
    }

    /// Offers a family to a household.
    pub async fn offer(&self, by: &Somebody, family: FamilyId, to: HouseholdId) -> Result<OfferId, Not> {
        let permit = self.may(&by.actor, Action::OfferFamily, Object::Family(family)).await;
        let who = by.id;
        let unit = move |tx: &Tx| {
            let carers = household::load(tx, to)?;
            let (standing, _) = matching::standing(tx, family)?;
            let pending = matching::offers_of_household(tx, to)?;
            let is_pending = pending.iter().any(|line| line.offer.family == family);
            let does = matching::does(tx, to, family, (tx.today(), None))?;
            let new = NewOffer {
                place: text("Near the river"),
                visiting: Some(text("A dog, friendly")),
                reason: text("She is near"),
            };
            let stops = stops(&carers, does, &[], tx.today());
            let event = domain::matching::offer((who, tx.today()), (standing, to), &stops, is_pending, &new)?;
            Ok::<_, Not>(matching::make_offer(tx, family, carers.site, &new, &event)?)
        };
        self.store.write(permit, unit).await
    }

    /// Says yes to an offer.
    pub async fn say_yes(&self, by: &Somebody, id: OfferId) {
        let permit = self.may(&by.actor, Action::AnswerOffer, Object::Offer(id)).await;
        let who = by.id;
        let unit = move |tx: &Tx| {
            let offer = matching::load_offer(tx, id)?;
            let event = offer.accept(who, tx.today(), tx.today())?;
            Ok::<_, Not>(matching::answered(tx, &offer, &event)?)
        };
        self.store.write(permit, unit).await.expect("an offer is answered");
    }

    /// Decides for the household that said yes.
    pub async fn decide(&self, by: &Somebody, id: OfferId, from: Date) -> Result<MatchId, Not> {
        let permit = self.may(&by.actor, Action::DecideOffer, Object::Offer(id)).await;
        let who = by.id;
        self.store.write(permit, move |tx| decide(tx, who, id, from)).await
    }

    /// A family that waits, and was offered to a household that said yes.
    pub async fn said_yes(&self, by: &Somebody, site: SiteId, name: &str, to: HouseholdId) -> (FamilyId, OfferId) {
        let made = self.family(by, site, name).await;
        self.accept(by, made.id).await;
        let offer = self.offer(by, made.family, to).await.expect("the family is offered");
        self.say_yes(by, offer).await;
        (made.family, offer)
    }
}

/// Decides a match as a page does: what stops it is asked in the same unit of work.
pub fn decide(tx: &Tx, by: domain::id::AccountId, id: OfferId, from: Date) -> Result<MatchId, Not> {
    let offer = matching::load_offer(tx, id)?;
    let carers = household::load(tx, offer.household)?;
    let (standing, referral) = matching::standing(tx, offer.family)?;
    let does = matching::does(tx, offer.household, offer.family, (from, None))?;
    let new = NewMatch {
        from,
        level: Level::new(2).expect("one figure"),
        reason: text("They get on"),
    };
    let stops = stops(&carers, does, &[], from);
    let event = offer.decide((by, tx.today()), standing, &stops, &Ladder::shipped(), new)?;
    let referral = referral.ok_or(Error::NotFound)?;
    Ok(matching::matched(tx, &offer, referral, &carers, &event)?)
}
