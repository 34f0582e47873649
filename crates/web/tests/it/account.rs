//! People with an account: inviting, giving and ending roles, and who may see any of it.

use crate::support::{Browser, Form, House, Seen, Somebody, hours, minutes};
use axum::http::StatusCode;
use domain::id::{AccountId, GrantId, SiteId};
use domain::role::Role;
use store::account::way_in;
use store::sign_in::Way;
use uuid::Uuid;

/// A house with two administrators, an area, and somebody new.
struct Office {
    house: House,
    site: SiteId,
    ann: Somebody,
    bob: Somebody,
    new: Somebody,
}

/// Somebody for the whole house who has added a second proof.
pub async fn administrator(house: &House, name: &str) -> Somebody {
    let who = house.somebody(name).await;
    house.give(&who, Role::Administrator, None).await;
    let id = who.id;
    house
        .console(move |tx| {
            way_in::set_code_secret(tx, id, "JBSWY3DPEHPK3PXP")?;
            way_in::confirm_code(tx, id, 1)
        })
        .await;
    who
}

impl Office {
    async fn open() -> Self {
        let house = House::serve().await;
        let site = house.site("Powys").await;
        let ann = administrator(&house, "Ann Administrator").await;
        let bob = administrator(&house, "Bob Administrator").await;
        let new = house.somebody("Nia Newcomer").await;
        Self {
            house,
            site,
            ann,
            bob,
            new,
        }
    }

    /// The form by which a role is proposed for the newcomer, filled in.
    async fn proposal(&self, browser: &mut Browser, role: Role, site: &str) -> Form {
        let page = browser.get(&format!("/people/{}/roles/new", self.new.id)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        page.form("main-form")
            .with("role", role.key())
            .with("site", site)
            .with("reason", "Joins the team in December.")
    }

    /// Has one person propose a role for the newcomer; answers the grant.
    async fn proposed(&self, by: &Somebody, role: Role) -> GrantId {
        let mut browser = self.house.signed_in(by).await;
        let form = self.proposal(&mut browser, role, &self.site.to_string()).await;
        let sent = browser.submit(form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{:?}", sent.problems());
        self.newest().await.0
    }

    /// The newcomer's newest role and how it stands.
    async fn newest(&self) -> (GrantId, String) {
        let id = self.new.id;
        let roles = self
            .house
            .console(move |tx| store::account::role::of_account(tx, id))
            .await;
        let newest = roles.first().expect("a role was proposed");
        (newest.id, newest.stage.clone())
    }
}

/// Sends one of the verbs of a role, from whatever page the browser is on.
async fn act(browser: &mut Browser, grant: GrantId, verb: &str) -> Seen {
    let page = browser.get(&format!("/roles/{grant}")).await;
    let csrf = browser.get("/").await.form_to("/sign-out").value("csrf").to_owned();
    let version = ["decide-form", "end-form"]
        .iter()
        .find_map(|id| page.body.contains(id).then(|| page.form(id)));
    let version = version.map_or_else(|| "1".to_owned(), |form| form.value("version").to_owned());
    let form = Form {
        action: format!("/roles/{grant}"),
        ..Form::default()
    };
    browser
        .submit(form.with("csrf", &csrf).with("act", verb).with("version", &version))
        .await
}

#[tokio::test]
async fn a_role_counts_only_once_a_second_person_has_confirmed_it() {
    let office = Office::open().await;
    let grant = office.proposed(&office.ann, Role::ProgrammeManager).await;
    let mut nia = office.house.signed_in(&office.new).await;
    assert_eq!(nia.get("/referrals").await.status, StatusCode::NOT_FOUND);

    // Not by the one who proposed it, not by the one it is for.
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/roles/{grant}")).await;
    assert!(page.says("You proposed this yourself"), "{}", page.text());
    assert!(!page.body.contains("decide-form"));
    assert_eq!(act(&mut ann, grant, "confirm").await.status, StatusCode::NOT_FOUND);
    assert_eq!(act(&mut nia, grant, "confirm").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.newest().await.1, "proposed");

    let mut bob = office.house.signed_in(&office.bob).await;
    let page = bob.get(&format!("/roles/{grant}")).await;
    assert!(
        page.says("Joins the team in December."),
        "the second person reads why: {}",
        page.text()
    );
    let form = page.form("decide-form").with("act", "confirm");
    let confirmed = bob.submit(form).await;
    assert_eq!(
        confirmed.location(),
        format!("/people/{}?said=account-confirmed", office.new.id)
    );
    assert_eq!(office.newest().await.1, "held");
    assert_eq!(nia.get("/referrals").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_administrator_cannot_confirm_a_role_of_their_own_that_another_proposed() {
    let office = Office::open().await;
    let bob = office.bob.clone();
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/people/{}/roles/new", bob.id)).await;
    let form = page
        .form("main-form")
        .with("role", "auditor")
        .with("site", "all")
        .with("reason", "Looks after data.");
    assert_eq!(ann.submit(form).await.status, StatusCode::SEE_OTHER);
    let id = bob.id;
    let roles = office
        .house
        .console(move |tx| store::account::role::of_account(tx, id))
        .await;
    let grant = roles
        .iter()
        .find(|held| held.role == Role::Auditor)
        .expect("it was proposed")
        .id;
    let mut browser = office.house.signed_in(&bob).await;
    let page = browser.get(&format!("/roles/{grant}")).await;
    assert!(page.says("You cannot confirm a role of your own."), "{}", page.text());
    assert_eq!(act(&mut browser, grant, "confirm").await.status, StatusCode::NOT_FOUND);
    assert_eq!(act(&mut browser, grant, "refuse").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_refused_role_never_counts_and_can_be_proposed_again() {
    let office = Office::open().await;
    let grant = office.proposed(&office.ann, Role::FamilyWorker).await;
    let mut bob = office.house.signed_in(&office.bob).await;
    assert_eq!(act(&mut bob, grant, "refuse").await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.newest().await.1, "declined");
    assert_eq!(act(&mut bob, grant, "confirm").await.status, StatusCode::CONFLICT);
    office.house.pass(minutes(1));
    let again = office.proposed(&office.ann, Role::FamilyWorker).await;
    assert_ne!(again, grant);
}

#[tokio::test]
async fn a_role_that_should_count_later_counts_from_that_day() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let form = office
        .proposal(&mut ann, Role::ProgrammeManager, &office.site.to_string())
        .await;
    let form = form
        .with("from_day", "24")
        .with("from_month", "November")
        .with("from_year", "2026");
    assert_eq!(ann.submit(form).await.status, StatusCode::SEE_OTHER);
    let mut bob = office.house.signed_in(&office.bob).await;
    assert_eq!(
        act(&mut bob, office.newest().await.0, "confirm").await.status,
        StatusCode::SEE_OTHER
    );
    for (passed, status) in [
        (0, StatusCode::NOT_FOUND),
        (48, StatusCode::NOT_FOUND),
        (24, StatusCode::OK),
    ] {
        office.house.pass(hours(passed));
        let mut nia = office.house.signed_in(&office.new).await;
        assert_eq!(nia.get("/referrals").await.status, status);
    }
}

#[tokio::test]
async fn giving_and_ending_a_role_ask_to_prove_again_and_keep_what_was_typed() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let form = office
        .proposal(&mut ann, Role::FamilyWorker, &office.site.to_string())
        .await;
    office.house.pass(minutes(11));
    let sent = ann.submit(form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(
        sent.location().starts_with("/sign-in/again?next="),
        "{}",
        sent.location()
    );
    let asked = ann.get(&format!("/people/{}/roles/new", office.new.id)).await;
    assert!(
        asked.location().starts_with("/sign-in/again?next="),
        "{}",
        asked.location()
    );

    // Proved again: the words are there.
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/people/{}/roles/new", office.new.id)).await;
    let form = page.form("main-form");
    assert_eq!(form.value("reason"), "Joins the team in December.");
    assert_eq!(form.value("role"), "family_worker");
    assert_eq!(ann.submit(form).await.status, StatusCode::SEE_OTHER);

    let grant = office.newest().await.0;
    let mut bob = office.house.signed_in(&office.bob).await;
    office.house.pass(minutes(11));
    let sent = act(&mut bob, grant, "confirm").await;
    assert_eq!(sent.location(), format!("/sign-in/again?next=%2Froles%2F{grant}"));
    assert_eq!(office.newest().await.1, "proposed");
    let mut bob = office.house.signed_in(&office.bob).await;
    assert_eq!(act(&mut bob, grant, "confirm").await.status, StatusCode::SEE_OTHER);
    office.house.pass(minutes(11));
    assert!(
        act(&mut bob, grant, "end")
            .await
            .location()
            .starts_with("/sign-in/again")
    );
    assert_eq!(office.newest().await.1, "held");
}

#[tokio::test]
async fn a_proposal_is_told_everything_that_is_wrong_at_once_and_loses_nothing() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/people/{}/roles/new", office.new.id)).await;
    let form = page
        .form("main-form")
        .with("from_day", "31")
        .with("from_month", "2")
        .with("from_year", "2027");
    let sent = ann.submit(form).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let problems = [
        "Choose a role",
        "Choose a programme area",
        "Enter a real date",
        "Write why they need the role",
    ];
    assert_eq!(sent.problems(), problems);
    assert!(sent.title().starts_with("Error: "), "{}", sent.title());
    assert_eq!(sent.form("main-form").value("from_day"), "31");

    // A programme manager works in an area; nobody is one everywhere.
    let form = office.proposal(&mut ann, Role::ProgrammeManager, "all").await;
    assert_eq!(ann.submit(form).await.problems(), ["Choose a programme area"]);
    let form = office
        .proposal(&mut ann, Role::FamilyWorker, &office.site.to_string())
        .await;
    assert_eq!(ann.submit(form.clone()).await.status, StatusCode::SEE_OTHER);
    // The same form once more leads to where it led; another one is told.
    assert_eq!(
        ann.submit(form).await.location(),
        format!("/people/{}?said=account-proposed", office.new.id)
    );
    let form = office
        .proposal(&mut ann, Role::FamilyWorker, &office.site.to_string())
        .await;
    assert_eq!(ann.submit(form).await.problems(), ["This role is proposed already"]);
}

#[tokio::test]
async fn the_administrator_of_one_area_proposes_no_role_in_another_or_everywhere() {
    let office = Office::open().await;
    let other = office.house.site("Gwynedd").await;
    let local = office.house.staff("Lee Local", Role::Administrator, office.site).await;
    office.house.give(&office.new, Role::Carer, Some(office.site)).await;
    let mut browser = office.house.signed_in(&local).await;
    for site in [other.to_string(), "all".to_owned()] {
        let form = office.proposal(&mut browser, Role::Auditor, &site).await;
        assert_eq!(
            browser.submit(form).await.problems(),
            ["Choose a programme area"],
            "{site}"
        );
    }
    let form = office
        .proposal(&mut browser, Role::Auditor, &office.site.to_string())
        .await;
    assert_eq!(browser.submit(form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn ending_a_role_closes_its_pages_the_same_minute() {
    let office = Office::open().await;
    let grant = office.proposed(&office.ann, Role::ProgrammeManager).await;
    let mut bob = office.house.signed_in(&office.bob).await;
    act(&mut bob, grant, "confirm").await;
    let mut nia = office.house.signed_in(&office.new).await;
    assert_eq!(nia.get("/referrals").await.status, StatusCode::OK);
    assert_eq!(act(&mut bob, grant, "end").await.status, StatusCode::SEE_OTHER);
    assert!(
        nia.get("/referrals").await.location().starts_with("/sign-in"),
        "the sign-in ended with the role"
    );
    let mut nia = office.house.signed_in(&office.new).await;
    assert_eq!(nia.get("/referrals").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_invitation_shows_its_link_once_and_makes_one_account() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get("/people/new").await;
    let empty = ann.submit(page.form("main-form")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        empty.problems(),
        ["Enter the person’s name", "Enter an email address", "Choose one"]
    );

    let form = empty
        .form("main-form")
        .with("name", "Siân O’Neill")
        .with("email", "sian@example.org");
    let form = form.with("language", "cy");
    let made = ann.submit(form.clone()).await;
    assert_eq!(made.status, StatusCode::OK, "{:?}", made.problems());
    assert!(made.says("Give this link to Siân O’Neill yourself"), "{}", made.text());
    let text = made.text();
    let link = text
        .split_whitespace()
        .find(|word| word.starts_with("https://susd.example/"))
        .expect("a link is shown");
    let path = link.strip_prefix("https://susd.example").expect("it is ours");
    assert_eq!(office.house.browser().visit(path).await.status, StatusCode::OK);

    assert_eq!(ann.submit(form.clone()).await.location(), "/people");
    let again = ann.submit(form.with("once", "another")).await;
    assert_eq!(again.problems(), ["An account has this email address already"]);
    let people = ann.get("/people").await;
    assert_eq!(people.text().matches("Siân O’Neill").count(), 1);
    assert!(!people.body.contains("token="), "the list shows no link");
}

#[tokio::test]
async fn a_new_link_is_made_only_where_it_opens_nothing_to_whoever_makes_it() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/people/{}/link", office.new.id)).await;
    let made = ann.submit(page.form("main-form")).await;
    assert!(made.says("It works once"), "{}", made.text());
    office.house.give_password(&office.new).await;
    let page = ann.get(&format!("/people/{}/link", office.new.id)).await;
    assert_eq!(
        page.status,
        StatusCode::CONFLICT,
        "a password alone would be handed over with the link"
    );
}

#[tokio::test]
async fn changing_an_address_for_mail_asks_to_prove_again_and_refuses_one_that_is_taken() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let path = format!("/people/{}/contact", office.new.id);
    let form = ann.get(&path).await.form("main-form");
    assert_eq!(form.value("email"), office.new.email);
    for (typed, problem) in [
        (office.bob.email.as_str(), "An account has this email address already"),
        ("nia at example", "Enter an email address"),
        (office.new.email.as_str(), "This is the address they have now"),
    ] {
        let sent = ann.submit(form.clone().with("email", typed)).await;
        assert_eq!(
            (sent.status, sent.problems()),
            (StatusCode::UNPROCESSABLE_ENTITY, vec![problem.to_owned()])
        );
        assert_eq!(sent.form("main-form").value("email"), typed);
    }
    office.house.pass(minutes(11));
    let form = form.with("email", "nia.new@example.org");
    assert!(ann.submit(form).await.location().starts_with("/sign-in/again"));
    let mut ann = office.house.signed_in(&office.ann).await;
    let form = ann.get(&path).await.form("main-form");
    assert_eq!(form.value("email"), "nia.new@example.org", "what was typed was kept");
    let sent = ann.submit(form).await;
    assert_eq!(
        sent.location(),
        format!("/people/{}?said=account-contact-saved", office.new.id)
    );
    assert!(ann.get(sent.location()).await.says("nia.new@example.org"));
}

#[tokio::test]
async fn an_administrator_ends_somebody_elses_sign_in() {
    let office = Office::open().await;
    let mut nia = office.house.signed_in(&office.new).await;
    assert_eq!(nia.get("/account/acts").await.status, StatusCode::OK);
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/people/{}", office.new.id)).await;
    let (_, after) = page.body.split_once("id=\"end-").expect("the sign-in can be ended");
    let form = page.form(&format!("end-{}", after.split('"').next().unwrap_or_default()));
    let ended = ann.submit(form).await;
    assert_eq!(
        ended.location(),
        format!("/people/{}?said=account-sign-in-ended", office.new.id)
    );
    assert!(nia.get("/account/acts").await.location().starts_with("/sign-in"));
    assert!(ann.get(ended.location()).await.says("Not signed in anywhere"));
}

#[tokio::test]
async fn the_list_marks_who_has_no_second_proof_and_auditors_read_it_without_acting() {
    let office = Office::open().await;
    let auditor = office.house.somebody("Olu Auditor").await;
    office.house.give(&auditor, Role::Auditor, None).await;
    let mut browser = office.house.signed_in(&auditor).await;
    let people = browser.get("/people").await;
    assert_eq!(people.status, StatusCode::OK);
    assert!(
        people.says("Nia Newcomer") && people.says("No second proof yet"),
        "{}",
        people.text()
    );
    assert!(!people.body.contains("/people/new"), "an auditor invites nobody");
    let page = browser.get(&format!("/people/{}", office.new.id)).await;
    assert_eq!(page.status, StatusCode::OK);
    for path in ["roles/new", "contact"] {
        assert!(!page.body.contains(path), "{path}");
        let refused = browser.get(&format!("/people/{}/{path}", office.new.id)).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(browser.get("/people/new").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn somebody_without_the_permit_cannot_tell_an_account_or_a_role_that_exists_from_one_that_does_not() {
    let office = Office::open().await;
    let grant = office.proposed(&office.ann, Role::Carer).await;
    let worker = office.house.staff("Wyn Worker", Role::FamilyWorker, office.site).await;
    let mut browser = office.house.signed_in(&worker).await;
    let nobody = AccountId::from_uuid(Uuid::from_bytes(seal::random()));
    let nothing = GrantId::from_uuid(Uuid::from_bytes(seal::random()));
    for (real, made_up) in [
        (format!("/people/{}", office.ann.id), format!("/people/{nobody}")),
        (
            format!("/people/{}/contact", office.ann.id),
            format!("/people/{nobody}/contact"),
        ),
        (
            format!("/people/{}/roles/new", office.ann.id),
            format!("/people/{nobody}/roles/new"),
        ),
        (format!("/roles/{grant}"), format!("/roles/{nothing}")),
        ("/people".to_owned(), "/people-that-are-no-page".to_owned()),
    ] {
        let (one, other) = (browser.get(&real).await, browser.get(&made_up).await);
        assert_eq!(one.status, StatusCode::NOT_FOUND, "{real}");
        assert_eq!(
            (one.status, one.text(), one.title()),
            (other.status, other.text(), other.title()),
            "{real}"
        );
    }
    let mut stranger = office.house.browser();
    assert!(
        stranger
            .get(&format!("/people/{}", office.ann.id))
            .await
            .location()
            .starts_with("/sign-in?next=")
    );
}

#[tokio::test]
async fn staff_with_one_factor_are_sent_to_add_a_second_before_any_of_it() {
    let office = Office::open().await;
    let cat = office.house.somebody("Cat Administrator").await;
    office.house.give(&cat, Role::Administrator, None).await;
    let mut browser = office.house.signed_in_by(&cat, Way::Password).await;
    assert!(browser.get("/people").await.location().starts_with("/account/second"));
}
