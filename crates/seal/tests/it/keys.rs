//! Keys wrap one another, and what one wrapped no other opens.

use seal::{Broken, Place, RootKey, SiteKey, SubjectKey};

const ONE: [u8; 16] = [1; 16];
const OTHER: [u8; 16] = [2; 16];
const PLACE: Place<'static> = Place {
    table: "person",
    column: "family_name",
    row: [9; 16],
};

#[test]
fn a_name_opens_through_the_whole_chain_of_keys_after_a_restart() {
    let root = RootKey::generate();
    let (wrapped_site, wrapped_subject, sealed) = {
        let site = SiteKey::generate();
        let subject = SubjectKey::generate();
        (
            root.wrap_site(ONE, &site),
            site.wrap_subject(OTHER, &subject),
            subject.seal(&PLACE, "Llŷr".as_bytes()),
        )
    };
    let root = RootKey::from_text(root.to_text().as_str()).unwrap();
    let site = root.unwrap_site(ONE, &wrapped_site).unwrap();
    let subject = site.unwrap_subject(OTHER, &wrapped_subject).unwrap();
    assert_eq!(subject.open(&PLACE, &sealed).unwrap(), "Llŷr".as_bytes());
}

#[test]
fn a_site_key_does_not_open_for_another_site_or_under_another_root() {
    let root = RootKey::generate();
    let wrapped = root.wrap_site(ONE, &SiteKey::generate());
    assert!(root.unwrap_site(ONE, &wrapped).is_ok());
    assert_eq!(root.unwrap_site(OTHER, &wrapped).unwrap_err(), Broken::Forged);
    assert_eq!(
        RootKey::generate().unwrap_site(ONE, &wrapped).unwrap_err(),
        Broken::Forged
    );
}

#[test]
fn a_subject_key_does_not_open_for_another_subject_or_under_another_site() {
    let site = SiteKey::generate();
    let wrapped = site.wrap_subject(ONE, &SubjectKey::generate());
    assert!(site.unwrap_subject(ONE, &wrapped).is_ok());
    assert_eq!(site.unwrap_subject(OTHER, &wrapped).unwrap_err(), Broken::Forged);
    assert_eq!(
        SiteKey::generate().unwrap_subject(ONE, &wrapped).unwrap_err(),
        Broken::Forged
    );
}

#[test]
fn no_changed_bit_of_a_wrapped_key_is_taken() {
    let site = SiteKey::generate();
    let wrapped = site.wrap_subject(ONE, &SubjectKey::generate());
    for bit in 0..wrapped.len() * 8 {
        let mut changed = wrapped.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(site.unwrap_subject(ONE, &changed).is_err(), "bit {bit}");
    }
}

#[test]
fn a_sealed_value_cannot_pass_for_a_wrapped_key() {
    let site = SiteKey::generate();
    let subject = SubjectKey::generate();
    let thirty_two = subject.seal(&PLACE, &[7; 32]);
    assert!(site.unwrap_subject(ONE, &thirty_two).is_err());
}

#[test]
fn two_new_keys_never_open_each_others_values() {
    let sealed = SubjectKey::generate().seal(&PLACE, b"Nia");
    assert_eq!(SubjectKey::generate().open(&PLACE, &sealed), Err(Broken::Forged));
}

#[test]
fn a_copy_of_a_subject_key_opens_what_the_first_sealed() {
    let subject = SubjectKey::generate();
    let copy = subject.clone();
    let sealed = subject.seal(&PLACE, b"Nia");
    drop(subject);
    assert_eq!(copy.open(&PLACE, &sealed).unwrap(), b"Nia");
}

#[test]
fn a_root_key_is_named_by_its_own_id() {
    let root = RootKey::generate();
    let same = RootKey::from_text(root.to_text().as_str()).unwrap();
    assert_eq!(root.id(), same.id());
    assert_ne!(root.id(), RootKey::generate().id());
    assert_eq!(root.id(), root.signing_key().verifying_key().id());
}

#[test]
fn no_key_shows_itself_in_a_log_line() {
    let root = RootKey::from_bytes([0xab; 32]);
    let site = SiteKey::generate();
    assert_eq!(format!("{root:?}"), "RootKey { secret: …, wrapping: … }");
    assert_eq!(format!("{site:?}"), "SiteKey { secret: …, wrapping: … }");
    assert_eq!(format!("{:?}", SubjectKey::generate()), "SubjectKey { secret: … }");
    assert_eq!(format!("{:?}", root.to_text()), "…");
}
