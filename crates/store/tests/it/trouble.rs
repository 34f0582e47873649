//! When something is wrong with the database or the key: what is said, and that nothing is lost or touched.

use crate::support::people::Somebody;
use crate::support::{Deployment, Engine, Place, clock, on, on_both, runtime};
use domain::access::{Action, Object};
use domain::role::Role;
use seal::RootKey;
use std::path::Path;
use std::process::Command;
use store::setup::{Kind, open, ready};
use store::{Error, Location};
use testkit::{TempDir, free_port};

#[test]
fn another_key_does_not_open_the_database() {
    on_both(async |d| {
        let before = d.raw.rows("select key_name, house_key from deployment", &[]).await;
        let key = RootKey::generate();
        let name = |key: &RootKey| {
            key.id()
                .iter()
                .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
        };
        let told = format!(
            "the key given ({}) is not the key this database was made with ({})",
            name(&key),
            name(&d.root())
        );
        let other = open(&d.place.location, key, clock(), Kind::Demo).await.err();
        assert!(matches!(&other, Some(Error::Key(why)) if *why == told), "{other:?}");
        assert_eq!(
            d.raw.rows("select key_name, house_key from deployment", &[]).await,
            before
        );
        assert!(d.open_again().await.is_ok(), "its own key still does");
    });
}

#[test]
fn a_key_that_only_has_the_right_name_does_not_open_the_database() {
    on_both(async |d| {
        // The key of another deployment, whose name was put in the place of ours.
        let other = RootKey::generate();
        let name = other.id();
        d.raw
            .run("update deployment set key_name = $1", &[(&name).into()])
            .await;
        let refused = open(&d.place.location, other, clock(), Kind::Demo).await.err();
        assert!(matches!(refused, Some(Error::Key(_))), "{refused:?}");
    });
}

#[test]
fn a_demonstration_is_not_opened_for_real_families_nor_the_other_way() {
    on_both(async |d| {
        let refused = open(&d.place.location, d.root(), clock(), Kind::Serve).await.err();
        assert!(
            matches!(&refused, Some(Error::Key(told)) if told.contains("`susd demo`")),
            "{refused:?}"
        );
    });
}

#[test]
fn a_database_that_was_opened_before_is_the_same_afterwards() {
    on_both(async |d| {
        let who = d.somebody("Nia").await;
        let id = d.raw.one("select deployment_id from deployment", &[]).await;
        let again = d.open_again().await.unwrap();
        assert_eq!(d.raw.one("select deployment_id from deployment", &[]).await, id);
        let permit = again.permit(&who.actor, Action::SeeHome, Object::Own).await.unwrap();
        let account = who.id;
        let name = again
            .read(permit, move |tx| store::account::name_of(tx, account))
            .await
            .unwrap();
        assert_eq!(name.as_deref(), Some("Nia"), "what was sealed before opens");
    });
}

#[test]
fn a_database_that_cannot_be_reached_is_told_as_unavailable() {
    let folder = TempDir::new();
    let nowhere = [
        Location::File(folder.join("no/such/folder/susd.db")),
        Location::Server(format!("postgres://nobody@127.0.0.1:{}/nothing", free_port())),
    ];
    runtime().block_on(async {
        for location in nowhere {
            let refused = open(&location, RootKey::generate(), clock(), Kind::Demo).await.err();
            let refused = refused.expect("there is nothing to open");
            assert!(
                matches!(refused, Error::Unavailable(_)) && refused.is_passing(),
                "{location:?}: {refused:?}"
            );
        }
    });
}

#[test]
fn a_location_is_a_file_or_a_server_and_nothing_else() {
    let data = Path::new("/data");
    let parsed = |text| Location::parse(text, data);
    assert!(matches!(parsed(None), Ok(Location::File(path)) if path == data.join("susd.db")));
    assert!(matches!(parsed(Some("/other/x.db")), Ok(Location::File(path)) if path == Path::new("/other/x.db")));
    for url in ["postgres://h/d", "postgresql://h/d"] {
        assert!(matches!(parsed(Some(url)), Ok(Location::Server(found)) if found == url));
    }
    assert!(matches!(parsed(Some("mysql://h/d")), Err(Error::Unavailable(_))));
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_as_it_was() {
    let folder = TempDir::new();
    let file = folder.join("susd.db");
    let letter = "Dear all, this is a letter and not a database. ".repeat(40);
    std::fs::write(&file, &letter).unwrap();
    let refused = runtime()
        .block_on(open(
            &Location::File(file.clone()),
            RootKey::generate(),
            clock(),
            Kind::Demo,
        ))
        .err();
    assert!(
        matches!(&refused, Some(Error::Unavailable(told)) if told.contains("susd.db")),
        "{refused:?}"
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), letter);
}

#[test]
fn a_database_that_can_only_be_read_is_told_when_it_is_opened() {
    runtime().block_on(async {
        let place = Place::new(Engine::Sqlite);
        store::setup::migrate(&place.location).await.unwrap();
        let Location::File(file) = &place.location else {
            panic!("a file")
        };
        // A write version above 2 says that the file may only be read; this binds the one who may do anything, too.
        // Source: the `SQLite` file format, section 1.3.3.
        let mut bytes = std::fs::read(file).unwrap();
        bytes[18] = 3;
        std::fs::write(file, &bytes).unwrap();
        let refused = open(&place.location, RootKey::generate(), clock(), Kind::Demo)
            .await
            .err();
        assert!(
            matches!(&refused, Some(Error::Unavailable(told)) if told.contains("readonly")),
            "{refused:?}"
        );
    });
}

#[test]
fn connections_the_server_ends_are_made_anew_without_a_restart() {
    on(Engine::Postgres, async |d| {
        let who = d.somebody("Nia").await;
        let end = "select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()";
        let ended = d.raw.one(end, &[]).await.int();
        assert!(ended > 0);
        // One try for each connection that was ended, and one more.
        let mut answers = Vec::new();
        for _ in 0..=ended {
            answers.push(ready(&d.store).await);
        }
        assert!(
            answers.iter().all(|a| matches!(a, Ok(()) | Err(Error::Unavailable(_)))),
            "{answers:?}"
        );
        assert!(ready(&d.store).await.is_ok(), "it has healed: {answers:?}");
        assert!(d.refusal(&who.actor, Action::SeeHome, Object::Own).await.is_none());
    });
}

#[test]
fn a_server_that_may_only_be_read_serves_reading_and_tells_writing_that_it_is_unavailable() {
    on(Engine::Postgres, async |d| {
        let who = d.somebody("Nia").await;
        // What a server does that has lost its role as the one written to: every change is refused as read-only.
        d.raw
            .script(
                "create function refuse() returns trigger language plpgsql as $$
                    begin raise exception 'cannot execute in a read-only transaction' using errcode = '25006'; end $$;
                create trigger refuse before insert or update on draft for each statement execute function refuse()",
            )
            .await;
        let (id, permit) = (who.id, d.may(&who.actor, Action::SeeHome, Object::Own).await);
        let refused = d
            .store
            .write(permit, move |tx| store::draft::keep(tx, id, "form", "words"))
            .await;
        assert!(matches!(&refused, Err(Error::Unavailable(_))), "{refused:?}");
        let permit = d.may(&who.actor, Action::SeeHome, Object::Own).await;
        assert_eq!(
            d.store
                .read(permit, move |tx| store::draft::find(tx, id, "form"))
                .await
                .unwrap(),
            None
        );
    });
}

/// Set for the process that fills its disk, and only there.
const FULL_DISK: &str = "SUSD_TEST_FULL_DISK";

/// A limit on the size of files binds everybody, whatever they may do otherwise; it is set for a process of its own.
#[test]
fn a_full_disk_is_told_as_unavailable_and_heals_without_a_restart() {
    if std::env::var_os(FULL_DISK).is_some() {
        on(Engine::Sqlite, fill_the_disk);
        return;
    }
    // The signal that comes with the limit would end the process; the shell hands on that it is ignored.
    let itself = std::env::current_exe().unwrap();
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"])
        .arg(itself)
        .args([
            "--exact",
            "trouble::a_full_disk_is_told_as_unavailable_and_heals_without_a_restart",
            "--nocapture",
        ])
        .env(FULL_DISK, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("the disk was full and healed"),
        "{said}"
    );
}

fn limit_files_to(bytes: &str) {
    let limits = format!("--fsize={bytes}:unlimited");
    let done = Command::new("prlimit")
        .args(["--pid", &std::process::id().to_string(), &limits])
        .status();
    assert!(done.unwrap().success(), "prlimit sets the limit");
}

async fn fill_the_disk(d: &Deployment) {
    let site = d.site("Here").await;
    let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
    let made = d.family(&manager, site, "Ada Evans").await;
    let keep = async |n: i32| keep_long(d, &manager, n).await;
    keep(0).await.unwrap();
    let log = std::fs::metadata(d.place.folder.join("susd.db-wal")).unwrap().len();
    limit_files_to(&(log + 60_000).to_string());
    let mut acknowledged = 1;
    let full = loop {
        match keep(acknowledged).await {
            Ok(()) => acknowledged += 1,
            Err(told) => break told,
        }
        assert!(acknowledged < 100, "the disk fills");
    };
    assert!(matches!(full, Error::Unavailable(_)) && full.is_passing(), "{full:?}");
    assert!(matches!(ready(&d.store).await, Err(Error::Unavailable(_)) | Ok(())));
    // No record is opened that the journal cannot tell of; what is not journalled can still be read.
    let permit = d
        .may(&manager.actor, Action::OpenFamily, Object::Family(made.family))
        .await;
    let opened = d
        .store
        .read(permit, move |tx| store::family::load(tx, made.family))
        .await;
    assert!(
        matches!(&opened, Err(Error::Unavailable(_))),
        "not without its entry: {:?}",
        opened.map(|_| ())
    );
    let (id, permit) = (manager.id, d.may(&manager.actor, Action::SeeHome, Object::Own).await);
    assert!(
        d.store
            .read(permit, move |tx| store::draft::find(tx, id, "0"))
            .await
            .unwrap()
            .is_some()
    );
    limit_files_to("unlimited");
    keep(1000).await.unwrap();
    let permit = d
        .may(&manager.actor, Action::OpenFamily, Object::Family(made.family))
        .await;
    d.store
        .read(permit, move |tx| store::family::load(tx, made.family))
        .await
        .unwrap();
    let kept = d.raw.count("draft").await;
    assert_eq!(
        kept,
        i64::from(acknowledged) + 1,
        "everything acknowledged is there, and nothing else"
    );
    let verified = store::journal::verify::verify(&d.store).await.unwrap();
    assert_eq!(verified.findings, []);
    println!("the disk was full and healed");
}

async fn keep_long(d: &Deployment, who: &Somebody, n: i32) -> Result<(), Error> {
    let permit = d.may(&who.actor, Action::SeeHome, Object::Own).await;
    let id = who.id;
    d.store
        .write(permit, move |tx| {
            store::draft::keep(tx, id, &n.to_string(), &"long ".repeat(2000))
        })
        .await
}
