//! Why a role was asked for, where the person who confirms it reads it.

use crate::support::people::{day, text};
use crate::support::{Deployment, on_both, random_id};
use domain::id::{AccountId, GrantId};
use jiff::civil::Date;
use store::journal::history::{note_role_asked, role_asked};

async fn said(d: &Deployment, account: AccountId, grant: GrantId) -> Option<(Date, String)> {
    d.house(move |tx| role_asked(tx, account, grant)).await
}

#[test]
fn why_a_role_was_asked_for_is_read_by_its_grant_as_it_was_last_said() {
    on_both(async |d| {
        let (ann, ben) = (d.somebody("Ann").await.id, d.somebody("Ben").await.id);
        let [first, second] = [random_id(), random_id()].map(GrantId::from_uuid);
        for (account, grant, on, words) in [
            (ann, first, "2026-04-01", "She runs the groups."),
            (ann, second, "2026-05-01", "He is away in May."),
            (ann, first, "2026-04-08", "She runs the groups from the eighth."),
        ] {
            let (from, words) = (day(on), text(words));
            d.house(move |tx| note_role_asked(tx, account, grant, from, &words))
                .await;
        }
        let expected = |on: &str, words: &str| Some((day(on), words.to_owned()));
        assert_eq!(
            said(d, ann, first).await,
            expected("2026-04-08", "She runs the groups from the eighth.")
        );
        assert_eq!(said(d, ann, second).await, expected("2026-05-01", "He is away in May."));
        assert_eq!(
            said(d, ben, first).await,
            None,
            "it is in the book of whoever gets the role"
        );
        assert_eq!(said(d, ann, GrantId::from_uuid(random_id())).await, None);
    });
}
