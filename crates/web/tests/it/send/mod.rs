//! What leaves, byte by byte, and that each message leaves once.

mod page;
mod sink;
mod tell;
mod trouble;

use crate::support::{House, Somebody, hours};
use domain::access::{Action, Actor, Object};
use domain::family::{Home, NewPerson, Part};
use domain::id::{PersonId, ReferralId, SiteId};
use domain::name::Name;
use domain::referral::{Event, Refer};
use domain::role::Role;
use domain::send::Notice;
use domain::text::Text;
use jiff::civil::date;
use sink::{GatewaySink, MailSink, read};
use std::collections::BTreeSet;
use store::outbox::{self, Line, Reader};
use store::referral::Made;
use store::sign_in::Way;
use web::send::{Round, Sending, round};

/// Words of a family that must never leave.
const SECRET: [&str; 6] = ["Quoxley", "Zofia", "Siân", "12 Quox Row", "07700 900123", "quoxworry"];

fn text(words: &str) -> Text {
    Text::parse(words).expect("a test’s own words and people are right")
}

fn person(part: Part, forename: &str) -> NewPerson {
    let mut person = NewPerson::unknown(part);
    person.name.forename = Some(Name::parse(forename).expect("a test’s own words and people are right"));
    person.name.surname = Some(Name::parse("Quoxley").expect("a test’s own words and people are right"));
    person
}

/// A family of a child and an adult, whatever its adult is like.
fn family(site: SiteId, change: impl FnOnce(&mut NewPerson)) -> Refer {
    let mut adult = person(Part::Adult, "Zofia");
    change(&mut adult);
    Refer {
        people: vec![person(Part::Child, "Siân"), adult],
        homes: vec![Home {
            address: Some(text("12 Quox Row\nQuoxham")),
            postcode: None,
            hidden: false,
            people: vec![0, 1],
        }],
        worries: Some(text("quoxworry")),
        ..Refer::to(site)
    }
}

/// Somebody signed in, for the store.
async fn actor(house: &House, who: &Somebody) -> Actor {
    let entered = store::sign_in::start(&house.store, who.id, Way::Passkey, "a test").await;
    Actor::Account {
        id: who.id,
        sign_in: entered.expect("a test’s own words and people are right").id,
    }
}

/// Refers a family.
async fn refer(house: &House, who: &Somebody, refer: Refer) -> Made {
    let actor = actor(house, who).await;
    let on = store::clock::london_day(house.store.now());
    let object = Object::Site(refer.site);
    let made = house.store.act(&actor, Action::Refer, object, move |tx| {
        store::referral::make(tx, refer.clone(), on)
    });
    made.await.expect("a test’s own words and people are right")
}

/// Stores what was decided of a referral.
async fn decide(
    house: &House,
    who: &Somebody,
    id: ReferralId,
    event: impl Fn(jiff::civil::Date) -> Event + Send + Sync + 'static,
) {
    let actor = actor(house, who).await;
    let done = house
        .store
        .act(&actor, Action::AddReferralEntry, Object::Referral(id), move |tx| {
            let referral = store::referral::load(tx, id)?;
            tx.record(&referral, &event(tx.today()), "en")
        });
    done.await.expect("a test’s own words and people are right");
}

/// Every message, as the administrator of the whole house sees it.
async fn lines(house: &House, administrator: &Somebody) -> Vec<Line> {
    let actor = actor(house, administrator).await;
    let permit = house
        .store
        .permit(&actor, Action::ListMessages, Object::Lists)
        .await
        .expect("a test’s own words and people are right");
    house
        .store
        .read(permit, |tx| outbox::list(tx, None))
        .await
        .expect("a test’s own words and people are right")
}

async fn administrator(house: &House) -> Somebody {
    let somebody = house.somebody("Rhys Bowen").await;
    house.give(&somebody, Role::Administrator, None).await;
    somebody
}

/// Sends until nothing is due.
async fn send_all(house: &House) -> Round {
    let mut all = Round::default();
    loop {
        let one = round(house.app())
            .await
            .expect("a test’s own words and people are right");
        if one == Round::default() {
            return all;
        }
        all.sent += one.sent;
        all.failed += one.failed;
    }
}

fn by_mail(mail: &MailSink) -> Sending {
    Sending {
        mail: Some(mail.smtp()),
        ..Sending::default()
    }
}

fn by_text(gateway: &GatewaySink) -> Sending {
    Sending {
        sms: Some(gateway.gateway()),
        ..Sending::default()
    }
}

/// Posts so many trials to somebody.
async fn post_trials(house: &House, to: &Somebody, n: usize) {
    let id = to.id;
    house
        .console(move |tx| (0..n).try_for_each(|_| outbox::post(tx, None, Notice::Trial, Reader::Account(id))))
        .await;
}

/// Posts a text to somebody of no family: the site's own key seals it.
async fn post_text(house: &House, site: SiteId, next_on: Option<jiff::civil::Date>, language: &'static str) {
    house
        .console(move |tx| {
            let reader = Reader::Person {
                person: PersonId::from_uuid(site.uuid()),
                number: "+447700900123",
                language,
            };
            outbox::post(tx, Some(site), Notice::FamilyTold { next_on }, reader)
        })
        .await;
}

#[tokio::test]
async fn what_leaves_says_that_there_is_something_to_read_and_nothing_of_the_family() {
    let mail = MailSink::open().await;
    let house = House::sending(by_mail(&mail)).await;
    let site = house.site("Bro Gwaun").await;
    let worker = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let id = manager.id;
    house
        .console(move |tx| store::account::set_language(tx, id, "cy"))
        .await;
    let made = refer(&house, &worker, family(site, |_| ())).await;
    let (by, answerer) = (manager.id, worker.id);
    let question = text("quoxworry?");
    decide(&house, &manager, made.id, move |on| Event::InformationAsked {
        by,
        on,
        question: question.clone(),
    })
    .await;
    let answer = text("quoxworry.");
    decide(&house, &worker, made.id, move |on| Event::InformationGiven {
        by: answerer,
        on,
        answer: answer.clone(),
    })
    .await;
    decide(&house, &manager, made.id, move |on| Event::Accepted { by, on }).await;
    assert_eq!(send_all(&house).await, Round { sent: 5, failed: 0 });

    let taken = mail.taken();
    assert_eq!(taken.len(), 5);
    for all in &taken {
        let (head, body) = read(all);
        for secret in SECRET
            .into_iter()
            .chain([made.reference.as_str(), "Bro Gwaun", "Anwen", "Nia"])
        {
            assert!(!all.contains(secret) && !body.contains(secret), "{secret} in {all}");
        }
        assert!(body.contains(&made.id.to_string()), "where to read it: {body}");
        assert!(
            !head.contains(&made.id.to_string()),
            "not in the head, which more machines keep"
        );
    }
    let first = taken
        .iter()
        .find(|all| all.contains("anwen.prys") && all.contains("arrived"))
        .unwrap();
    let (head, body) = read(first);
    let id = head.split("Message-ID: <").nth(1).unwrap().split('@').next().unwrap();
    let wanted = format!(
        "EHLO susd.example\r\nMAIL FROM:<no-reply@susd.example>\r\nRCPT TO:<anwen.prys@example.org>\r\nDATA\r\n\
         From: Messages <no-reply@susd.example>\r\nTo: anwen.prys@example.org\r\n\
         Subject: There is a message for you\r\nDate: Sat, 21 Nov 2026 12:00:05 +0000\r\n\
         Message-ID: <{id}@susd.example>\r\nAuto-Submitted: auto-generated\r\nContent-Language: en\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nMIME-Version: 1.0"
    );
    let sorted = |text: &str| text.split("\r\n").map(ToOwned::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(sorted(&head), sorted(&wanted), "{head}");
    let wanted = format!(
        "What you sent has arrived. You will hear from us by 27 November 2026.\n\n\
         Read it after signing in: https://susd.example/referrals/{}\n\n\
         This message says nothing more, so that nobody else learns anything from it.\n\n\
         Nobody reads answers to this address.\n",
        made.id
    );
    assert_eq!(body.trim_end(), wanted.trim_end());
    let welsh = taken.iter().filter(|all| all.contains("nia.pritchard"));
    for all in welsh {
        let (head, body) = read(all);
        assert!(head.contains("Subject: Mae neges i chi\r\n") && head.contains("Content-Language: cy"));
        assert!(
            body.contains(&format!("https://susd.example/cy/referrals/{}", made.id)),
            "{body}"
        );
    }
}

#[tokio::test]
async fn a_text_is_one_request_with_the_number_the_words_and_nothing_else() {
    let gateway = GatewaySink::open().await;
    let house = House::sending(by_text(&gateway)).await;
    let site = house.site("Bro Gwaun").await;
    let administrator = administrator(&house).await;
    post_text(&house, site, Some(date(2026, 12, 4)), "cy").await;
    assert_eq!(send_all(&house).await, Round { sent: 1, failed: 0 });
    let taken = gateway.taken();
    assert_eq!(taken.len(), 1);
    let (head, body) = taken[0].split_once("\r\n\r\n").unwrap();
    let mut head: Vec<String> = head.lines().map(str::to_lowercase).collect();
    head.sort();
    let mut wanted = vec![
        "post /v1/send?dry=0 http/1.1".to_owned(),
        format!("host: 127.0.0.1:{}", gateway.port()),
        "content-type: application/json".into(),
        "user-agent: susd".into(),
        "authorization: bearer quoxtoken".into(),
        format!("content-length: {}", body.len()),
    ];
    wanted.sort();
    assert_eq!(head, wanted);
    let text = "Dydyn ni ddim wedi anghofio amdanoch chi. Byddwch yn clywed gennym eto erbyn 4 Rhagfyr 2026.";
    let wanted = serde_json::json!({"to": "+447700900123", "text": text, "from": "Susd"});
    assert_eq!(serde_json::from_str::<serde_json::Value>(body).unwrap(), wanted);
    let line = &lines(&house, &administrator).await[0];
    assert_eq!(
        (line.stage.as_str(), line.segments, line.kept_here),
        ("sent", Some(1), false)
    );
}

#[tokio::test]
async fn in_quiet_hours_what_can_wait_waits_and_what_somebody_waits_for_goes() {
    let mail = MailSink::open().await;
    let house = House::sending(by_mail(&mail)).await;
    let site = house.site("Bro Gwaun").await;
    let worker = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    house.pass(hours(10));
    refer(&house, &worker, family(site, |_| ())).await;
    post_trials(&house, &worker, 1).await;
    assert_eq!(send_all(&house).await, Round { sent: 1, failed: 0 }, "the trial");
    house.pass(hours(9));
    assert_eq!(send_all(&house).await, Round::default(), "seven in the morning");
    house.pass(hours(1));
    assert_eq!(send_all(&house).await, Round { sent: 1, failed: 0 });
}

#[tokio::test]
async fn where_everything_is_kept_here_nothing_leaves_and_all_is_counted() {
    let (mail, gateway) = (MailSink::open().await, GatewaySink::open().await);
    let sending = Sending {
        mail: Some(mail.smtp()),
        sms: Some(gateway.gateway()),
        kept_here: true,
    };
    let house = House::sending(sending).await;
    let site = house.site("Bro Gwaun").await;
    let administrator = administrator(&house).await;
    post_trials(&house, &administrator, 3).await;
    post_text(&house, site, None, "en").await;
    assert_eq!(send_all(&house).await, Round { sent: 4, failed: 0 });
    assert_eq!((mail.taken().len(), gateway.taken().len()), (0, 0));
    let lines = lines(&house, &administrator).await;
    assert!(lines.iter().all(|line| line.stage == "sent" && line.kept_here));
    assert_eq!(lines.iter().filter_map(|line| line.segments).collect::<Vec<_>>(), [1]);
}
