//! Reviews as they are stored: sealed under the family's key, put right without losing what stood there, and set aside.

use crate::due::held;
use crate::support::people::{Somebody, day, text};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::id::{FamilyId, ReviewId, SiteId};
use domain::review::{Bounds, Event, Review, ReviewKind, Said, Stage, hold, plan};
use domain::role::Role;
use store::{Error, Tx, review};

struct Supported {
    site: SiteId,
    manager: Somebody,
    family: FamilyId,
}

async fn supported(d: &Deployment) -> Supported {
    let site = d.site("Here").await;
    let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
    let (_, home) = d.carer(&manager, site, "Lowri Haf").await;
    let (family, offer) = d.said_yes(&manager, site, "Evans", home).await;
    d.decide(&manager, offer, day("2026-03-10")).await.unwrap();
    Supported { site, manager, family }
}

async fn make(d: &Deployment, of: &Supported, is_held: bool) -> ReviewId {
    let permit = d
        .may(&of.manager.actor, Action::HoldReview, Object::Family(of.family))
        .await;
    let (family, site) = (of.family, of.site);
    let unit = move |tx: &Tx| {
        let (begun, people) = review::bounds(tx, family)?;
        let bounds = Bounds { begun, people: &people };
        let event = if is_held {
            let mut new = held(ReviewKind::Review, tx.today());
            new.present = people.clone();
            hold(new, tx.today(), bounds)
        } else {
            plan(ReviewKind::SupportMeeting, tx.today(), tx.today(), bounds)
        };
        review::make(tx, (family, site), "cy", &event.expect("the rules allow it"))
    };
    d.store.write(permit, unit).await.unwrap()
}

async fn change(
    d: &Deployment,
    of: &Supported,
    id: ReviewId,
    verb: impl Fn(&Review) -> Event + Send + Sync + 'static,
) -> Result<(), Error> {
    let permit = d
        .may(&of.manager.actor, Action::HoldReview, Object::Family(of.family))
        .await;
    let family = of.family;
    let unit = move |tx: &Tx| {
        let review = review::load(tx, family, id)?;
        review::record(tx, &review, "en", &verb(&review))
    };
    d.store.write(permit, unit).await
}

#[test]
fn a_review_is_read_as_it_was_written_and_what_is_put_right_keeps_what_stood_there() {
    on_both(async |d| {
        let of = supported(d).await;
        let id = make(d, &of, true).await;
        let family = of.family;
        let shown = d.house(move |tx| review::show(tx, family, id)).await;
        assert_eq!((shown.review.stage, shown.review.on), (Stage::Held, day("2026-03-10")));
        assert_eq!(shown.language, "cy");
        assert_eq!(shown.by.as_deref(), Some("Megan"));
        assert_eq!(shown.review.present.len(), 1);
        assert_eq!(
            shown.said.as_ref().map(|said| said.said.as_str()),
            Some("Mornings go well")
        );
        let by = of.manager.id;
        let right = move |review: &Review| {
            let said = Said {
                said: text("Mornings go very well"),
                theirs: Some(text("We laugh again")),
                next: None,
            };
            review
                .put_right(by, said, text("A word was missing"))
                .expect("the author's own")
        };
        change(d, &of, id, right).await.unwrap();
        let shown = d.house(move |tx| review::show(tx, family, id)).await;
        assert_eq!(
            shown.said.and_then(|said| said.theirs).unwrap().as_str(),
            "We laugh again"
        );
        assert_eq!(shown.before.len(), 1);
        assert_eq!(shown.before[0].why, "A word was missing");
        assert_eq!(shown.before[0].said.said.as_str(), "Mornings go well");
        let line = d.house(move |tx| review::page(tx, family, None, 10)).await;
        assert!(line[0].is_put_right);
    });
}

#[test]
fn a_planned_meeting_is_called_off_once_and_is_of_its_own_family_alone() {
    on_both(async |d| {
        let of = supported(d).await;
        let id = make(d, &of, false).await;
        let family = of.family;
        assert_eq!(d.house(move |tx| review::planned(tx, family)).await.len(), 1);
        let off = |review: &Review| review.call_off().expect("it is planned");
        change(d, &of, id, off).await.unwrap();
        assert!(d.house(move |tx| review::planned(tx, family)).await.is_empty());
        let other = d.family(&of.manager, of.site, "Owen").await.family;
        let permit = d
            .may(&of.manager.actor, Action::OpenFamily, Object::Family(other))
            .await;
        let elsewhere = d.store.read(permit, move |tx| review::show(tx, other, id)).await;
        assert!(matches!(elsewhere, Err(Error::NotFound)));
    });
}

#[test]
fn a_suggestion_is_set_aside_once_for_the_same_facts() {
    on_both(async |d| {
        let of = supported(d).await;
        let (family, site) = (of.family, of.site);
        let aside = |facts: &'static str| {
            let of = &of;
            async move {
                let permit = d
                    .may(&of.manager.actor, Action::StepSupport, Object::Family(family))
                    .await;
                let unit =
                    move |tx: &Tx| store::suggest::set_aside(tx, (family, site), ("below", facts), &text("A new baby"));
                d.store.write(permit, unit).await
            }
        };
        aside("2026-03-02/0").await.unwrap();
        let again = aside("2026-03-02/0").await;
        assert!(matches!(again, Err(Error::Constraint(name)) if name == "set_aside_once"));
        aside("2026-03-09/0").await.unwrap();
        let all = d.house(move |tx| store::suggest::of_family(tx, family)).await;
        assert_eq!((all.len(), all[0].reason.as_str()), (2, "A new baby"));
    });
}
