//! A family that may be here already is found when it is referred, looked at beside the other record, and settled by a
//! person, who can take it back.

use crate::referral::refer;
use crate::support::draft::{send, sent_to};
use crate::support::{Browser, House, Seen};
use domain::role::Role;

/// The same family sent twice by two social workers, and the pair as a programme manager sees it.
struct Twice {
    house: House,
    first: Browser,
    second: Browser,
    manager: Browser,
    /// The addresses of the two referrals and of the pair.
    referrals: [String; 2],
    pair: String,
}

/// The same family with other spelling.
const AGAIN: &[(&str, &str)] = &[("child-1_forename", "Sian"), ("child-1_surname", "ONeill")];

async fn twice() -> Twice {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let (one, other) = (
        house.staff("Anwen Prys", Role::FamilyWorker, site).await,
        house.staff("Gwen Rees", Role::FamilyWorker, site).await,
    );
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let mut first = house.signed_in(&one).await;
    let mut second = house.signed_in(&other).await;
    let mut manager = house.signed_in(&manager).await;
    let earlier = refer(&mut first).await;
    let later = sent_to(&send(&mut second, AGAIN).await);
    let list = manager.get("/likeness").await;
    let (_, rest) = list.body.split_once("href=\"/likeness/").expect("a pair is listed");
    Twice {
        pair: format!("/likeness/{}", &rest[..36]),
        referrals: [earlier, later],
        house,
        first,
        second,
        manager,
    }
}

/// The address of a family from a page that links to it by its reference.
fn family_in(page: &Seen, nth: usize) -> String {
    let mut links = page.body.split("href=\"").skip(1).filter_map(|rest| {
        let href = rest.split('"').next()?;
        let path = href.strip_prefix("/cy").unwrap_or(href);
        path.starts_with("/families/").then(|| path.to_owned())
    });
    links.nth(nth).expect("a link to a family")
}

#[tokio::test]
async fn whoever_sent_it_is_told_kindly_and_nothing_of_the_other_family() {
    let mut t = twice().await;
    let sent = t.first.get(&format!("{}/sent", t.referrals[0])).await;
    assert!(sent.says("The programme team will look whether the family is known"));
    for (browser, at) in [(&mut t.first, 0), (&mut t.second, 1)] {
        let page = browser.get(&t.referrals[at]).await;
        assert!(page.says("This family may be here already"));
        assert!(page.says("The programme team will look whether this family is known"));
        assert!(!page.body.contains("/likeness/"), "no way to the other record");
        assert_eq!(browser.get(&t.pair).await.status, 404);
        assert_eq!(browser.get("/likeness").await.status, 404);
        let welsh = browser.get(&format!("/cy{}/sent", t.referrals[at])).await;
        assert!(welsh.says("Bydd tîm y rhaglen yn edrych a yw’r teulu’n hysbys"));
        let other = browser.get(&t.referrals[1 - at]).await;
        assert_eq!(other.status, 404);
    }
    let mut nobody_alike = t.house.signed_in(&t.house.with_password("Nobody").await).await;
    assert_eq!(nobody_alike.get("/likeness").await.status, 404);
}

#[tokio::test]
async fn two_records_are_joined_and_parted_in_both_languages() {
    for lang in ["", "/cy"] {
        let mut t = twice().await;
        let referral = t.manager.get(&t.referrals[1]).await;
        assert!(referral.body.contains(&t.pair), "the way to both records");
        let page = t.manager.get(&format!("{lang}{}", t.pair)).await;
        for said in ["Siân O'Neill", "Sian ONeill", "Zofia Wałęsa"] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        assert!(page.says(if lang.is_empty() { "Same name" } else { "Yr un enw" }));
        let families = [family_in(&page, 0), family_in(&page, 1)];
        for family in &families {
            let looked = t.manager.get(&format!("{family}/looked")).await;
            assert!(looked.says("Nia Pritchard"), "the opening of each is in its book");
        }
        let nothing = t.manager.submit(page.form("join-form")).await;
        assert_eq!(nothing.status, 422, "nobody chose whose record goes on");
        let kept = families[0].trim_start_matches("/families/");
        let joined = t.manager.submit(page.form("join-form").with("kept", kept)).await;
        assert_eq!(joined.status, 303, "{}", joined.text());
        let after = t.manager.get(joined.location()).await;
        let (is, is_not) = if lang.is_empty() {
            ("The records are joined", "Keep them apart")
        } else {
            ("Mae’r cofnodion wedi’u huno", "Eu cadw ar wahân")
        };
        assert!(after.says(is) && !after.says(is_not), "{}", after.text());
        let [stays, went] = &families;
        assert!(
            t.manager.get(went).await.body.contains(stays.as_str()),
            "the one shows the other"
        );
        assert!(
            t.manager.get(stays).await.body.contains(went.as_str()),
            "and the other the one"
        );
        let list = t.manager.get("/families").await;
        assert!(list.body.contains(stays.as_str()) && !list.body.contains(went.as_str()));
        // A page that was open before says what happened, and stores nothing.
        let late = t.manager.submit(page.form("apart-form")).await;
        assert_eq!(late.status, 422);
        let undone = t.manager.submit(after.form("undo-form")).await;
        assert_eq!(undone.status, 303, "{}", undone.text());
        let list = t.manager.get("/families").await;
        assert!(families.iter().all(|family| list.body.contains(family.as_str())));
        let again = t.manager.get(&t.pair).await;
        assert_eq!(t.manager.submit(again.form("apart-form")).await.status, 303);
        assert!(t.manager.get("/likeness?state=kept_apart").await.body.contains(&t.pair));
        assert!(
            !t.manager.get(&t.referrals[1]).await.body.contains(&t.pair),
            "it is settled"
        );
    }
}

#[tokio::test]
async fn who_may_open_only_one_of_two_joined_records_is_not_told_which_the_other_is() {
    let mut t = twice().await;
    let page = t.manager.get(&t.pair).await;
    let families = [family_in(&page, 0), family_in(&page, 1)];
    let kept = families[0].trim_start_matches("/families/");
    t.manager.submit(page.form("join-form").with("kept", kept)).await;
    for browser in [&mut t.first, &mut t.second] {
        for (own, other) in [(&families[0], &families[1]), (&families[1], &families[0])] {
            let seen = browser.get(own).await;
            if seen.status == 200 {
                assert!(seen.says("This record was joined with another."));
                assert!(!seen.body.contains(other.as_str()));
            }
        }
    }
}

#[tokio::test]
async fn somebody_is_moved_and_moved_back_and_a_last_child_is_not_offered() {
    let mut t = twice().await;
    let page = t.manager.get(&t.pair).await;
    let form = page.form("move-form");
    let offered = page.body.matches("name=\"person\"").count();
    assert_eq!(offered, 2, "an adult of each family, and neither only child");
    let (_, rest) = page.body.split_once("name=\"person\" value=\"").expect("somebody");
    let person = rest[..36].to_owned();
    let nobody = t.manager.submit(form.clone().with("person", "")).await;
    assert_eq!(nobody.problems(), ["Choose who should go to the other family"]);
    let moved = t.manager.submit(form.with("person", &person)).await;
    assert_eq!(moved.status, 303, "{}", moved.text());
    let after = t.manager.get(moved.location()).await;
    assert!(after.says("The person was moved."), "{}", after.text());
    let families = [family_in(&after, 0), family_in(&after, 1)];
    for family in &families {
        let history = t.manager.get(&format!("{family}/history")).await;
        assert!(history.says("Moved somebody to another family"));
    }
    let back = t.manager.submit(after.form("back-form-1")).await;
    assert_eq!(back.status, 303, "{}", back.text());
    let at_last = t.manager.get(&t.pair).await;
    assert!(!at_last.body.contains("back-form-1"));
}
