//! How a programme area works: what it set last holds, for its own families, on both engines.

use crate::support::on_both;
use domain::access::{Action, Object};
use domain::practice::{ASKS, Practice, Prompts};
use domain::role::Role;
use store::{Error, Tx, practice};

/// Everything as far from what is shipped as it may be.
fn own(at_most: bool) -> Practice {
    let mut own = Practice {
        prompts: Prompts::SolutionFocused,
        ..Practice::shipped()
    };
    for ask in ASKS {
        let number = if at_most { ask.most } else { ask.least };
        ask.set(&mut own, number).expect("within its bounds");
    }
    own
}

#[test]
fn what_was_set_last_holds_for_the_families_of_the_area_and_of_no_other() {
    on_both(async |d| {
        let (here, there) = (
            d.site_without_agreement("Here").await,
            d.site_without_agreement("There").await,
        );
        d.agreement(here, "2026-01-01", "2030-01-01").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, here).await;
        let (_, home) = d.carer(&manager, here, "Lowri Haf").await;
        let (family, _) = d.said_yes(&manager, here, "Evans", home).await;
        let before = d.house(move |tx| practice::of_family(tx, family)).await;
        assert_eq!(before, Practice::shipped());
        for at_most in [false, true] {
            let permit = d.may(&manager.actor, Action::SetLadder, Object::Site(here)).await;
            let set = move |tx: &Tx| practice::set(tx, here, &own(at_most));
            d.store.write(permit, set).await.unwrap();
        }
        let read = d
            .house(move |tx: &Tx| {
                Ok::<_, Error>((
                    practice::of_site(tx, here)?,
                    practice::of_site(tx, there)?,
                    practice::history(tx, here)?,
                    practice::of_family(tx, family)?,
                ))
            })
            .await;
        assert_eq!(read.0, own(true));
        assert_eq!(read.1, Practice::shipped());
        assert_eq!(read.3, own(true));
        let history: Vec<Practice> = read.2.iter().map(|set| set.practice).collect();
        assert_eq!(history, [own(true), own(false)]);
        assert_eq!(read.2[0].by.as_deref(), Some("Megan"));
    });
}
