//! What the command line refuses.

use crate::drill::controls::fault::{Fault, it, susd};

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "a key that others can read is refused",
        file: "crates/cli/src/key.rs",
        find: "if mode & 0o077 != 0 {",
        replace: "if false {",
        caught_by: it("cli", "key::a_key_that_others_can_read_is_refused"),
    },
    Fault {
        control: "a key is made for its owner only",
        file: "crates/cli/src/key.rs",
        find: "mode(&mut options, 0o600);",
        replace: "mode(&mut options, 0o644);",
        caught_by: it(
            "cli",
            "key::a_new_key_can_be_read_by_its_owner_only_and_is_never_written_over",
        ),
    },
    Fault {
        control: "the key does not lie in the data folder",
        file: "crates/cli/src/key.rs",
        find: "!beside && folder::holds(&place.data, file)",
        replace: "false",
        caught_by: it(
            "cli",
            "key::a_key_inside_the_data_folder_is_refused_unless_that_is_said",
        ),
    },
    Fault {
        control: "the key does not lie in the data folder, through whatever link",
        file: "crates/cli/src/folder.rs",
        find: "whole(file).starts_with(whole(folder))",
        replace: "file.starts_with(folder)",
        caught_by: susd("folder::tests::a_file_reached_through_a_link_lies_where_it_really_is"),
    },
    Fault {
        control: "one service at a time on a data folder",
        file: "crates/cli/src/folder.rs",
        find: "match file.try_lock() {",
        replace: "match Ok::<(), TryLockError>(()) {",
        caught_by: susd("folder::tests::a_folder_is_held_by_one_at_a_time"),
    },
];
