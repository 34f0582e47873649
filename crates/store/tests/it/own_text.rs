//! What somebody wrote of a family they lately stopped working with is listed for thirty days, for them alone.

use crate::session::{Supported, add, said, supported};
use crate::support::house::REFUSED;
use crate::support::{Deployment, on_both};
use domain::access::{Action, Actor, OWN_TEXT_DAYS, Object};
use domain::id::SessionId;
use domain::role::Role;
use domain::session::{Prompt, Then};
use jiff::SignedDuration;
use store::own_text::OfFamily;

async fn listed(d: &Deployment, by: &Actor) -> Vec<OfFamily> {
    let permit = d.may(by, Action::OpenOwnText, Object::Lists).await;
    d.store.read(permit, store::own_text::list).await.unwrap()
}

async fn reads(d: &Deployment, by: &Actor, id: SessionId) -> bool {
    let permit = d.store.permit(by, Action::OpenOwnText, Object::Session(id)).await;
    let Ok(permit) = permit else { return false };
    let shown = d
        .store
        .read(permit, move |tx| store::session::show(tx, id))
        .await
        .unwrap();
    assert_eq!(shown.passages[0].words.as_str(), "We cooked.");
    true
}

#[test]
fn own_texts_are_listed_from_the_end_for_thirty_days_and_for_nobody_else() {
    on_both(async |d| {
        let of: Supported = supported(d).await;
        let id = add(
            d,
            &of.carer,
            &of,
            Some(Then::Done(said(Prompt::Happened, "We cooked."))),
        )
        .await;
        assert!(
            listed(d, &of.carer.actor).await.is_empty(),
            "it goes on, and is read where the family is"
        );
        assert!(
            reads(d, &of.carer.actor, id).await,
            "what is theirs is theirs meanwhile too"
        );
        let (family, account) = (of.family, of.carer.id);
        d.house(move |tx| store::account::standing::end_assignment(tx, family, account, Role::Carer, tx.today()))
            .await;
        let one = listed(d, &of.carer.actor).await.remove(0);
        assert_eq!((one.family, one.visits[0].0, one.calls.len()), (of.family, id, 0));
        assert!(reads(d, &of.carer.actor, id).await);
        let (other, _) = d.carer(&of.manager, of.site, "Bethan Wyn").await;
        assert!(listed(d, &other.actor).await.is_empty());
        assert!(!reads(d, &other.actor, id).await);
        assert_eq!(
            d.refusal(&of.manager.actor, Action::OpenOwnText, Object::Session(id))
                .await,
            REFUSED
        );

        d.store
            .clock()
            .forward(SignedDuration::from_hours(24 * i64::from(OWN_TEXT_DAYS)));
        let carer = d.sign_in(of.carer.id).await;
        assert_eq!(listed(d, &carer).await.len(), 1, "the thirtieth day");
        assert!(reads(d, &carer, id).await);
        d.store.clock().forward(SignedDuration::from_hours(24));
        let carer = d.sign_in(of.carer.id).await;
        assert!(listed(d, &carer).await.is_empty());
        assert!(!reads(d, &carer, id).await);
    });
}
