//! The list of messages and the quiet hours, for those who keep the service.

use super::sink::MailSink;
use super::{Round, SECRET, administrator, by_mail, family, lines, post_trials, refer, send_all};
use crate::support::{House, hours};
use domain::role::Role;

#[tokio::test]
async fn the_list_says_what_went_and_never_to_whom_or_about_what() {
    let mail = MailSink::open().await;
    let house = House::sending(by_mail(&mail)).await;
    let site = house.site("Bro Gwaun").await;
    let worker = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let administrator = administrator(&house).await;
    let mut browser = house.signed_in(&administrator).await;
    assert!(browser.get("/messages").await.says("Nothing has been sent yet"));
    let made = refer(&house, &worker, family(site, |_| ())).await;
    mail.says("550 5.1.1 nobody");
    assert_eq!(send_all(&house).await, Round { sent: 1, failed: 1 });
    for (path, wanted) in [
        (
            "/messages",
            [
                "A referral has arrived",
                "A referral is to be decided",
                "Given up",
                "The server refuses this message",
                "One message was given up",
                "No text message leaves this service",
            ],
        ),
        (
            "/cy/messages",
            [
                "Mae atgyfeiriad wedi cyrraedd",
                "Mae atgyfeiriad i’w benderfynu",
                "Rhoddwyd y gorau iddi",
                "Mae’r gweinydd yn gwrthod y neges hon",
                "Rhoddwyd y gorau i un neges",
                "Does dim neges destun yn gadael",
            ],
        ),
    ] {
        let page = browser.get(path).await;
        for words in wanted {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        let id = made.id.to_string();
        let hidden = [
            made.reference.as_str(),
            &id,
            "anwen.prys",
            "nia.pritchard",
            "Anwen",
            "Nia",
        ];
        for words in SECRET.into_iter().chain(hidden) {
            assert!(!page.body.contains(words), "{words} on {path}");
        }
    }
    for somebody in [&worker, &manager] {
        let mut other = house.signed_in(somebody).await;
        assert_eq!(other.get("/messages").await.status, 404);
    }
}

#[tokio::test]
async fn what_was_given_up_is_tried_again_by_one_press_of_the_whole_house() {
    let mail = MailSink::open().await;
    let house = House::sending(by_mail(&mail)).await;
    let site = house.site("Bro Gwaun").await;
    let administrator = administrator(&house).await;
    let local = house.staff("Ffion Rees", Role::Administrator, site).await;
    let mut browser = house.signed_in(&administrator).await;
    post_trials(&house, &administrator, 1).await;
    mail.says("550 5.1.1 nobody");
    send_all(&house).await;
    let page = browser.get("/messages").await;
    let id = lines(&house, &administrator).await[0].id.to_string();
    let form = page.form("again-form").with("message", &id);
    let mut stranger = house.signed_in(&local).await;
    let list = stranger.get("/messages").await;
    assert!(!list.body.contains("again-form") && !list.body.contains("trial-form"));
    let own = stranger.get(&format!("/messages/hours/{site}")).await.form("main-form");
    let forged = form.clone().with("csrf", own.value("csrf"));
    assert_eq!(stranger.submit(forged).await.status, 404, "not at one site");
    let done = browser.submit(form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(browser.get(done.location()).await.says("It will be tried again now."));
    assert_eq!(send_all(&house).await, Round { sent: 1, failed: 0 });
    assert_eq!(mail.taken().len(), 1);
    assert!(browser.get("/messages").await.says("Sent "));
}

#[tokio::test]
async fn a_trial_goes_to_whoever_asks_and_to_nobody_else() {
    let mail = MailSink::open().await;
    let house = House::sending(by_mail(&mail)).await;
    let administrator = administrator(&house).await;
    let mut browser = house.signed_in(&administrator).await;
    let page = browser.get("/cy/messages").await;
    let done = browser.submit(page.form("trial-form")).await;
    assert_eq!(done.status, 303);
    let again = browser.submit(page.form("trial-form")).await;
    assert_eq!(again.location(), done.location(), "twice is once");
    assert_eq!(send_all(&house).await, Round { sent: 1, failed: 0 });
    let taken = mail.taken();
    assert!(taken[0].contains("RCPT TO:<rhys.bowen@example.org>") && taken[0].contains("A trial message"));
}

#[tokio::test]
async fn quiet_hours_are_set_for_one_area_and_hold_there() {
    let mail = MailSink::open().await;
    let house = House::sending(by_mail(&mail)).await;
    let site = house.site("Bro Gwaun").await;
    let worker = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let administrator = administrator(&house).await;
    let mut browser = house.signed_in(&administrator).await;
    let path = format!("/messages/hours/{site}");
    let page = browser.get(&path).await;
    let form = page.form("main-form");
    assert_eq!(
        (form.value("from"), form.value("to"), form.value("ring")),
        ("21:00", "08:00", "")
    );
    let wrong = form
        .clone()
        .with("from", "9pm")
        .with("to", "25:00")
        .with("ring", "ask Nia");
    let wrong = browser.submit(wrong).await;
    assert_eq!(wrong.status, 422);
    let time = "Enter a time such as 21:00";
    let ring = "Enter a telephone number of at most 30 digits and spaces";
    assert_eq!(wrong.problems(), [time, time, ring]);
    assert_eq!(wrong.form("main-form").value("from"), "9pm", "what was typed is kept");
    let right = form
        .with("from", "11:30")
        .with("to", "14.00")
        .with("ring", "01437 000000");
    assert_eq!(browser.submit(right).await.status, 303);
    let now = browser.get(&path).await.form("main-form");
    assert_eq!(
        (now.value("from"), now.value("to"), now.value("ring")),
        ("11:30", "14:00", "01437 000000")
    );
    refer(&house, &worker, family(site, |_| ())).await;
    assert_eq!(send_all(&house).await, Round::default(), "noon is quiet there now");
    assert!(browser.get("/messages").await.says("Waits until"));
    house.pass(hours(2));
    assert_eq!(send_all(&house).await, Round { sent: 1, failed: 0 });
    let mut stranger = house.signed_in(&worker).await;
    assert_eq!(stranger.get(&path).await.status, 404);
}
