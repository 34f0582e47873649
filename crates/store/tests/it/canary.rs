//! A word that stands nowhere else is put into every secret field, and is then looked for wherever the data lies.

use crate::support::people::{Somebody, adult, child, day, living_at, refer, refer_in, text};
use crate::support::raw::Cell;
use crate::support::{Deployment, Engine, on_both};
use domain::access::{Action, Object};
use domain::consent::Consent;
use domain::day::Birth;
use domain::family::SafeContact;
use domain::name::Name;
use domain::referral::Why;
use domain::role::Role;
use domain::text::Text;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use store::account::NewAccount;
use store::break_glass;
use store::referral::Made;
use store::register::Register;
use store::sign_in::Way;
use store::{Tx, draft};
use tracing::span;

/// One for each secret field. A date of birth is its own canary.
const CANARIES: [&str; 20] = [
    "Quoxforenam",
    "Quoxsurname",
    "Quoxknownas",
    "Quoxadultna",
    "quoxrelation",
    "quoxnumbers",
    "quoxtimesto",
    "quoxnoteabo",
    "quoxconsent",
    "quoxaddress",
    "quoxgoingwe",
    "quoxworries",
    "quoxentryte",
    "quoxwhyword",
    "quoxglassre",
    "quoxquestio",
    "quoxdraftbo",
    "Quoxaccount",
    "quoxmailbox",
    "quoxdevicen",
];
const BIRTH: &str = "1987-06-05";

/// Every way in which a word may lie in a file: as it is, in small letters and capitals, in sixteen-bit letters, in
/// hexadecimal digits, and in base64 wherever it begins.
fn disguises(word: &str) -> Vec<(&'static str, Vec<u8>)> {
    let mut found = Vec::new();
    for word in [word.to_owned(), word.to_lowercase(), word.to_uppercase()] {
        let hex = word.bytes().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").unwrap();
            text
        });
        found.push((
            "utf-16, low byte first",
            word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ));
        found.push((
            "utf-16, high byte first",
            word.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ));
        found.push(("capital hexadecimal", hex.to_uppercase().into_bytes()));
        found.push(("hexadecimal", hex.into_bytes()));
        for before in 0..3 {
            // The signs at either end also carry bits of what stands beside the word.
            let whole = base64(&[&vec![0; before], word.as_bytes()].concat());
            let from = (before * 8).div_ceil(6);
            let until = (before + word.len()) * 8 / 6;
            found.push(("base64", whole.as_bytes()[from..until].to_vec()));
        }
        found.push(("plain", word.into_bytes()));
    }
    found
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |n, byte| n << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            text.push(char::from(SIGNS[(number >> (18 - 6 * place) & 63) as usize]));
        }
    }
    text
}

/// The canaries that lie in these bytes, and how.
fn seen(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for word in CANARIES.into_iter().chain([BIRTH]) {
        for (how, disguise) in disguises(word) {
            if bytes.windows(disguise.len()).any(|window| window == disguise) {
                found.push(format!("{word} as {how}"));
            }
        }
    }
    found
}

#[test]
fn the_search_for_canaries_finds_each_of_them_however_it_lies() {
    for word in CANARIES.into_iter().chain([BIRTH]) {
        for (how, disguise) in disguises(word) {
            let lying = [b"before ".as_slice(), &disguise, b" after"].concat();
            assert!(!seen(&lying).is_empty(), "{word} as {how}");
        }
        for before in ["", "a", "ab", "abc"] {
            let coded = base64(format!("{before}{word} and after").as_bytes());
            assert!(!seen(coded.as_bytes()).is_empty(), "{word} in {coded}");
        }
    }
    assert_eq!(seen(b"nothing of the kind"), Vec::<String>::new());
}

/// Writes down everything that is logged, with all its fields.
struct Logged(Arc<Mutex<String>>);

impl tracing::Subscriber for Logged {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, attributes: &span::Attributes<'_>) -> span::Id {
        attributes.record(&mut Fields(&mut self.0.lock().unwrap()));
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, values: &span::Record<'_>) {
        values.record(&mut Fields(&mut self.0.lock().unwrap()));
    }
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn event(&self, event: &tracing::Event<'_>) {
        event.record(&mut Fields(&mut self.0.lock().unwrap()));
    }
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

struct Fields<'a>(&'a mut String);

impl tracing::field::Visit for Fields<'_> {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
        writeln!(self.0, "{field}={value:?}").unwrap();
    }
}

/// Everything logged by this process from now on; there is one place for it, so one test asks for it.
fn logged() -> Arc<Mutex<String>> {
    let log = Arc::new(Mutex::new(String::new()));
    tracing::subscriber::set_global_default(Logged(Arc::clone(&log))).expect("no other test captures the log");
    log
}

/// A referral full of canaries, decided, written on and opened urgently; a draft, an account and a sign-in.
async fn full_of_canaries(d: &Deployment) -> Somebody {
    let site = d.site("Here").await;
    let [
        first,
        last,
        known_as,
        grown,
        relation,
        number,
        times,
        note,
        consent,
        address,
        well,
        worries,
        entry,
        why,
        glass,
        question,
        body,
        account,
        mailbox,
        device,
    ] = CANARIES;
    let new = NewAccount {
        name: account.into(),
        email: format!("{mailbox}@example.org"),
        language: "cy".into(),
        person: None,
    };
    let id = d.house(move |tx| store::account::make(tx, &new)).await;
    let entered = store::sign_in::start(&d.store, id, Way::Passkey, device).await.unwrap();
    let manager = Somebody {
        id,
        actor: domain::access::Actor::Account {
            id,
            sign_in: entered.id,
        },
    };
    d.give(id, Role::ProgrammeManager, site.uuid()).await;
    let mut young = child(&format!("{first} {last}"));
    young.name.known_as = Some(Name::parse(known_as).unwrap());
    young.birth = Birth::On(day(BIRTH));
    young.relationship = Some(text(relation));
    young.consents.taking_part = Consent::NotGiven {
        why: Some(text(consent)),
    };
    young.safe_contact = Some(SafeContact {
        number: Some(text(number)),
        times: Some(text(times)),
        note: Some(text(note)),
        ..SafeContact::default()
    });
    let mut form = refer(site, vec![young, adult(grown)]);
    (form.going_well, form.worries) = (Some(text(well)), Some(text(worries)));
    let made = refer_in(&d.store, &manager, living_at(address, true, form)).await;
    let permit = d
        .may(&manager.actor, Action::DecideReferral, Object::Referral(made.id))
        .await;
    let verbs = move |tx: &Tx| {
        let today = tx.today();
        let step = |event| tx.record(&store::referral::load(tx, made.id)?, &event, "en");
        let referral = store::referral::load(tx, made.id)?;
        step(referral.ask_information(id, today, text(question)).unwrap())?;
        step(referral.add_entry(id, today, today, text(entry)).unwrap())?;
        step(
            referral
                .not_accept(
                    id,
                    today,
                    Why::Full,
                    Some(text(why)),
                    store::referral::capacity(tx, site)?,
                )
                .unwrap(),
        )?;
        draft::keep(tx, id, "refer", body)?;
        break_glass::ask(tx, made.family, break_glass::Code::Danger, &text(glass)).map(|_| ())
    };
    d.store.write(permit, verbs).await.unwrap();
    read_back(d, &manager, &made).await;
    manager
}

/// Every canary was stored, and is read by somebody who may.
async fn read_back(d: &Deployment, manager: &Somebody, made: &Made) {
    let [
        _,
        last,
        _,
        _,
        relation,
        _,
        _,
        _,
        _,
        _,
        _,
        worries,
        entry,
        why,
        _,
        _,
        body,
        ..,
    ] = CANARIES;
    let id = manager.id;
    let permit = d
        .may(&manager.actor, Action::OpenFamily, Object::Family(made.family))
        .await;
    let (family_id, referral) = (made.family, made.id);
    let load = move |tx: &Tx| {
        let (family, name) = store::family::load(tx, family_id)?;
        let shown = store::referral::show(tx, referral)?;
        assert_eq!(name, last);
        assert_eq!(family.people[0].birth, Birth::On(day(BIRTH)));
        assert_eq!(family.people[0].relationship.as_ref().map(Text::as_str), Some(relation));
        assert_eq!(shown.worries.as_deref(), Some(worries));
        assert_eq!(shown.why_words.as_deref(), Some(why));
        assert_eq!(store::referral::entries(tx, family_id, None, 9)?[0].words, entry);
        assert_eq!(draft::find(tx, id, "refer")?.as_deref(), Some(body));
        Ok::<_, store::Error>(())
    };
    d.store
        .read(permit, load)
        .await
        .expect("every canary was stored, and is read by who may");
}

/// What a stranger to the programme could lay hands on: files, copies, or every row of every table.
async fn what_lies_about(d: &Deployment) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    if d.engine() == Engine::Sqlite {
        let copy: PathBuf = store::backup::write(&d.store, &d.place.folder.join("copy.db"))
            .await
            .unwrap();
        assert!(copy.exists());
        for file in std::fs::read_dir(d.place.folder.path()).unwrap() {
            let file = file.unwrap();
            found.push((
                file.file_name().to_string_lossy().into_owned(),
                std::fs::read(file.path()).unwrap(),
            ));
        }
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        for needed in ["susd.db", "susd.db-wal", "copy.db"] {
            assert!(names.contains(&needed), "{names:?}");
        }
    } else {
        for table in Register::read().unwrap().tables().keys() {
            let rows = d.raw.rows(&format!("select * from {table}"), &[]).await;
            let mut bytes = Vec::new();
            for cell in rows.into_iter().flatten() {
                match cell {
                    Cell::Text(text) => bytes.extend_from_slice(text.as_bytes()),
                    Cell::Bytes(more) => bytes.extend_from_slice(&more),
                    Cell::Int(_) | Cell::Null => {}
                }
                bytes.push(b'|');
            }
            found.push((table.clone(), bytes));
        }
        let folder = d
            .raw
            .one(
                "select setting::text from pg_settings where name = 'data_directory'",
                &[],
            )
            .await;
        if let Ok(log) = std::fs::read(PathBuf::from(folder.text()).join("../log")) {
            found.push(("the server's log".into(), log));
        }
    }
    found
}

#[test]
fn no_canary_lies_in_the_database_its_log_a_backup_or_what_is_logged() {
    let log = logged();
    on_both(async |d| {
        let manager = full_of_canaries(d).await;
        // A refused change and a panic put their causes into the log, and no words.
        let permit = d.may(&manager.actor, Action::SeeHome, Object::Own).await;
        let id = manager.id;
        let twice = move |tx: &Tx| {
            let new = NewAccount {
                name: CANARIES[17].into(),
                email: format!("{}@example.org", CANARIES[18]),
                language: "cy".into(),
                person: None,
            };
            assert_eq!(store::account::name_of(tx, id)?.as_deref(), Some(CANARIES[17]));
            store::account::make(tx, &new).map(|_| ())
        };
        let refused = d.store.write(permit, twice).await.unwrap_err();
        assert_eq!(seen(format!("{refused} {refused:?}").as_bytes()), Vec::<String>::new());
        let lying = what_lies_about(d).await;
        for (place, bytes) in lying {
            assert_eq!(seen(&bytes), Vec::<String>::new(), "in {place}");
        }
    });
    tracing::info!(test = "is heard");
    let log = log.lock().unwrap();
    assert!(log.contains("is heard"), "the log was captured");
    assert_eq!(seen(log.as_bytes()), Vec::<String>::new(), "in what is logged");
}

#[test]
fn every_column_the_register_calls_sealed_holds_only_sealed_bytes() {
    on_both(async |d| {
        full_of_canaries(d).await;
        let register = Register::read().unwrap();
        let mut filled = 0;
        for (table, name, _) in register.columns().filter(|(_, _, column)| column.sealed) {
            let rows = d
                .raw
                .rows(&format!("select {name} from {table} where {name} is not null"), &[])
                .await;
            for cell in rows.iter().flatten() {
                let bytes = cell.bytes();
                assert!(bytes.len() > 28, "{table}.{name}: a nonce, a tag and the words");
                assert!(
                    std::str::from_utf8(bytes).is_err(),
                    "{table}.{name} is words as they are"
                );
            }
            filled += i64::from(!rows.is_empty());
        }
        assert!(filled >= 17, "{filled} sealed columns had something in them");
    });
}
