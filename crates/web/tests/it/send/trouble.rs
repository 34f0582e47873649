//! What does not go as it should: servers that refuse, two who send at once, a crash, being told to stop.

use super::sink::{GatewaySink, MailSink};
use super::{administrator, by_mail, lines, post_text, post_trials, send_all};
use crate::support::{House, hours, minutes};
use domain::send::{LinkSecret, Notice};
use jiff::civil::date;
use std::collections::BTreeSet;
use store::outbox::{self, Reader};
use web::send::{Round, Sending, round, until};

#[tokio::test]
async fn what_fails_for_now_goes_later_and_what_is_refused_for_good_is_given_up() {
    let (mail, gateway) = (MailSink::open().await, GatewaySink::open().await);
    let sending = Sending {
        mail: Some(mail.smtp()),
        sms: Some(gateway.gateway()),
        kept_here: false,
    };
    let house = House::sending(sending).await;
    let site = house.site("Bro Gwaun").await;
    let administrator = administrator(&house).await;
    let how = async || {
        let line = lines(&house, &administrator).await.remove(0);
        (line.stage, line.failure.unwrap_or_default())
    };
    let is = |stage: &str, failure: &str| (stage.to_owned(), failure.to_owned());
    for (says, failure) in [
        ("451 4.3.0 later", "not_now"),
        ("hang up", "no_answer"),
        ("535 5.7.8 who?", "not_let_in"),
    ] {
        post_trials(&house, &administrator, 1).await;
        mail.says(says);
        assert_eq!(send_all(&house).await, Round { sent: 0, failed: 1 }, "{says}");
        assert_eq!(how().await, is("queued", failure), "{says}");
        assert_eq!(send_all(&house).await, Round::default(), "not at once");
        house.pass(minutes(2));
        assert_eq!(send_all(&house).await, Round { sent: 1, failed: 0 }, "{says}");
        assert_eq!(how().await, is("sent", ""));
    }
    assert_eq!(mail.taken().len(), 3);
    post_trials(&house, &administrator, 1).await;
    mail.says("550 5.1.1 nobody");
    send_all(&house).await;
    assert_eq!(how().await, is("given_up", "refused"));
    house.pass(hours(80));
    assert_eq!(send_all(&house).await, Round::default());

    house.pass(minutes(1));
    for (says, stage, failure) in [
        ("503 Busy", "queued", "not_now"),
        ("401 Who", "queued", "not_let_in"),
        ("422 No such number", "given_up", "refused"),
    ] {
        post_text(&house, site, None, "en").await;
        gateway.says(says);
        send_all(&house).await;
        assert_eq!(how().await, is(stage, failure), "{says}");
        house.pass(minutes(2));
        send_all(&house).await;
    }
    assert_eq!(gateway.taken().len(), 5, "the first two a second time");
}

#[tokio::test]
async fn what_cannot_leave_says_why_and_waits_for_a_person() {
    let house = House::serve().await;
    let administrator = administrator(&house).await;
    post_trials(&house, &administrator, 1).await;
    assert_eq!(send_all(&house).await, Round { sent: 0, failed: 1 });
    let line = lines(&house, &administrator).await.remove(0);
    assert_eq!(
        (line.stage.as_str(), line.failure.as_deref()),
        ("queued", Some("no_way"))
    );
}

#[tokio::test]
async fn an_address_that_is_none_is_given_up_and_breaks_nothing() {
    let mail = MailSink::open().await;
    let house = House::sending(by_mail(&mail)).await;
    let administrator = administrator(&house).await;
    house
        .console(|tx| {
            for email in ["no address", "a@b\r\nRCPT TO:<c@d>", "<a@b.cy>, c@d.cy"] {
                let outside = Reader::Outside { email, language: "en" };
                let secret = LinkSecret([1; 32]);
                let until = date(2026, 12, 1);
                outbox::post(tx, None, Notice::OneTimeLink { secret, until }, outside)?;
            }
            Ok(())
        })
        .await;
    assert_eq!(send_all(&house).await, Round { sent: 0, failed: 3 });
    for line in lines(&house, &administrator).await {
        assert_eq!(
            (line.stage.as_str(), line.failure.as_deref()),
            ("given_up", Some("no_address"))
        );
    }
    assert_eq!(mail.taken().len(), 0);
}

#[tokio::test]
async fn two_who_send_at_once_send_each_message_once() {
    let mail = MailSink::open().await;
    let house = House::sending(by_mail(&mail)).await;
    let administrator = administrator(&house).await;
    post_trials(&house, &administrator, 40).await;
    let other = web::App::new(house.store.clone(), house.settings.clone()).unwrap();
    let drain = |app: web::App| async move { while round(&app).await.unwrap() != Round::default() {} };
    tokio::join!(drain(house.app().clone()), drain(other));
    let ids: BTreeSet<String> = mail
        .taken()
        .iter()
        .map(|all| {
            all.split("Message-ID: <")
                .nth(1)
                .unwrap()
                .split('@')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!((mail.taken().len(), ids.len()), (40, 40));
}

/// A process that stops between sending and saying so leaves a message that is sent once more, under the same name, so that
/// mail programs show one; never one that is not sent.
#[tokio::test]
async fn a_crash_between_sending_and_saying_so_sends_twice_at_most_and_never_not_at_all() {
    let mail = MailSink::open().await;
    let house = House::sending(by_mail(&mail)).await;
    let administrator = administrator(&house).await;
    post_trials(&house, &administrator, 2).await;
    let claimed = outbox::claim(&house.store, 10).await.unwrap();
    assert_eq!(claimed.len(), 2);
    // One was sent and not marked, the other not even sent.
    let (to, notice) = claimed[0].to.clone().unwrap();
    let letter = web::send::mail(notice, words::Lang::En, &house.settings.origin);
    let id = claimed[0].id.to_string();
    mail.smtp().send(&id, &to, &letter, house.store.now()).await.unwrap();
    drop(claimed);
    assert_eq!(send_all(&house).await, Round::default(), "in hand of whoever stopped");
    house.pass(minutes(10));
    assert_eq!(send_all(&house).await, Round { sent: 2, failed: 0 });
    house.pass(hours(100));
    assert_eq!(send_all(&house).await, Round::default());
    let named = |id: &str| {
        mail.taken()
            .iter()
            .filter(|all| all.contains(&format!("<{id}@")))
            .count()
    };
    assert_eq!((mail.taken().len(), named(&id)), (3, 2));
}

#[tokio::test]
async fn a_sender_that_is_told_to_stop_finishes_one_and_puts_the_others_back() {
    let mail = MailSink::open().await;
    let house = House::sending(by_mail(&mail)).await;
    let administrator = administrator(&house).await;
    post_trials(&house, &administrator, 5).await;
    until(house.app().clone(), std::future::ready(())).await;
    assert_eq!(mail.taken().len(), 1);
    let waits: Vec<i64> = lines(&house, &administrator)
        .await
        .iter()
        .filter(|line| line.stage == "queued")
        .map(|line| line.tries)
        .collect();
    assert_eq!(waits, [0; 4]);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = tokio::spawn(until(house.app().clone(), async move {
        let _ = stopped.await;
    }));
    for _ in 0..500 {
        if mail.taken().len() == 5 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    stop.send(()).unwrap();
    running.await.unwrap();
    assert_eq!(mail.taken().len(), 5);
}
