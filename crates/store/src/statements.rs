//! Every statement of the store in one list, so that a test can prepare each
//! on both engines before anybody meets it at run time.

use crate::kernel::Statement;

/// The statements of each file, by its path under `src`; a test finds a file that is missing here.
pub const FILES: &[(&str, &[&Statement])] = &[
    ("account/invitation.rs", crate::account::invitation::ALL),
    ("account/mod.rs", crate::account::ALL),
    ("account/role.rs", crate::account::role::ALL),
    ("account/standing.rs", crate::account::standing::ALL),
    ("account/way_in.rs", crate::account::way_in::ALL),
    ("agreement.rs", crate::agreement::ALL),
    ("backup/tombstone.rs", crate::backup::tombstone::ALL),
    ("break_glass/list.rs", crate::break_glass::LIST),
    ("break_glass/mod.rs", crate::break_glass::ALL),
    ("draft.rs", crate::draft::ALL),
    ("erase.rs", crate::erase::ALL),
    ("family/address.rs", crate::family::ADDRESS),
    ("family/list.rs", crate::family::LIST),
    ("family/mod.rs", crate::family::ALL),
    ("family/person.rs", crate::family::PERSON),
    ("family/safety.rs", crate::family::SAFETY),
    ("family/search.rs", crate::family::SEARCH),
    ("import/mod.rs", crate::import::ALL),
    ("import/take.rs", crate::import::TAKE),
    ("import/undo.rs", crate::import::UNDO),
    ("journal/checkpoint.rs", crate::journal::checkpoint::ALL),
    ("journal/history/headers.rs", crate::journal::history::HEADERS),
    ("journal/history/mod.rs", crate::journal::history::ALL),
    ("journal/mod.rs", crate::journal::ALL),
    ("journal/verify.rs", crate::journal::verify::ALL),
    ("key.rs", crate::key::ALL),
    ("maintain.rs", crate::maintain::ALL),
    ("once.rs", crate::once::ALL),
    ("passkey.rs", crate::passkey::ALL),
    ("permit/asker.rs", crate::permit::ASKER),
    ("permit/mod.rs", crate::permit::ALL),
    ("referral/board.rs", crate::referral::BOARD),
    ("referral/draft.rs", crate::referral::draft::ALL),
    ("referral/entry.rs", crate::referral::ENTRY),
    ("referral/message.rs", crate::referral::MESSAGE),
    ("referral/mod.rs", crate::referral::ALL),
    ("referral/outcome.rs", crate::referral::OUTCOME),
    ("referral/record.rs", crate::referral::RECORD),
    ("referral/told.rs", crate::referral::TOLD),
    ("referral/waiting.rs", crate::referral::WAITING),
    ("review.rs", crate::review::ALL),
    ("setup.rs", crate::setup::ALL),
    ("sign_in/attempt.rs", crate::sign_in::attempt::ALL),
    ("sign_in/ceremony.rs", crate::sign_in::ceremony::ALL),
    ("sign_in/enter.rs", crate::sign_in::enter::ALL),
    ("sign_in/mod.rs", crate::sign_in::ALL),
    ("sign_in/people.rs", crate::sign_in::people::ALL),
    ("site.rs", crate::site::ALL),
    ("token.rs", crate::token::ALL),
    ("waiting.rs", crate::waiting::ALL),
];

/// Every statement there is.
pub fn all() -> impl Iterator<Item = &'static Statement> {
    FILES.iter().flat_map(|(_, statements)| statements.iter().copied())
}
