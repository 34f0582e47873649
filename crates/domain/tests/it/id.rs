//! Ids of records.

use domain::id::{FamilyId, IdProblem, PersonId};
use proptest::prelude::*;
use uuid::Uuid;

#[test]
fn an_id_is_read_only_in_the_form_it_is_shown() {
    let uuid = Uuid::from_bytes([0xab; 16]);
    let id = FamilyId::from_uuid(uuid);
    assert_eq!(id.to_string(), "abababab-abab-abab-abab-abababababab");
    assert_eq!(format!("{id:?}"), id.to_string());
    for wrong in [
        "",
        "abababababababababababababababab",
        "{abababab-abab-abab-abab-abababababab}",
        "urn:uuid:abababab-abab-abab-abab-abababababab",
        "abababab-abab-abab-abab-abababababax",
    ] {
        assert_eq!(wrong.parse::<FamilyId>(), Err(IdProblem::NotAnId), "{wrong}");
    }
}

proptest! {
    #[test]
    fn an_id_survives_every_form_it_is_kept_in(bytes in any::<[u8; 16]>()) {
        let id = PersonId::from_bytes(bytes);
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        prop_assert_eq!(PersonId::from_uuid(id.uuid()), id);
        prop_assert_eq!(id.bytes(), bytes);
    }
}
