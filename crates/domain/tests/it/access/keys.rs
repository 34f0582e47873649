//! The names of actions, objects, reasons and relations, and their order.

use domain::access::{Action, Object, ReasonCode, Relation};

use super::every::{OBJECTS, SITE};

#[test]
fn every_action_has_a_key_of_its_own_and_stands_in_the_list() {
    for (n, action) in Action::ALL.into_iter().enumerate() {
        assert_eq!(action as usize, n, "{action:?}");
        assert_eq!(Action::from_key(action.key()), Some(action));
        assert!(!action.kinds().is_empty());
    }
    assert_eq!(Action::ReadMetrics as usize + 1, Action::ALL.len());
    assert_eq!(Action::from_key("open_everything"), None);
}

#[test]
fn every_object_has_a_key_and_only_records_have_an_id() {
    let keys: std::collections::BTreeSet<&str> = OBJECTS.into_iter().map(|object| object.kind().key()).collect();
    assert_eq!(keys.len(), OBJECTS.len());
    for object in OBJECTS {
        let is_record = !matches!(object, Object::Public | Object::Own | Object::Lists | Object::System);
        assert_eq!(object.id().is_some(), is_record, "{object:?}");
    }
    assert_eq!(Object::Site(SITE).id(), Some(SITE.uuid()));
}

#[test]
fn reasons_keep_their_keys() {
    for reason in ReasonCode::ALL {
        assert_eq!(ReasonCode::from_key(reason.key()), Some(reason));
    }
    assert_eq!(ReasonCode::from_key("curiosity"), None);
}

#[test]
fn the_strongest_of_two_relations_counts_and_family_beats_all() {
    let ordered = [
        Relation::None,
        Relation::SameSite,
        Relation::Formerly { days: 40 },
        Relation::Assigned,
        Relation::Own,
        Relation::FamilyMember,
    ];
    for (n, one) in ordered.into_iter().enumerate() {
        for (m, other) in ordered.into_iter().enumerate() {
            assert_eq!(one.strongest(other), ordered[n.max(m)], "{one:?} {other:?}");
        }
    }
    let later = Relation::Formerly { days: 9 };
    assert_eq!(
        ordered[2].strongest(later),
        later,
        "of two equal ones the one asked about last"
    );
}
