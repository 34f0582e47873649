//! What the command line refuses.

use crate::drill::controls::fault::{Fault, susd};

pub const FAULTS: &[Fault] = &[
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
        find: "Err(TryLockError::WouldBlock) => bail!(\"another susd is running on {}; stop it first\", folder.display()),",
        replace: "Err(TryLockError::WouldBlock) => Ok(Held(file)),",
        caught_by: susd("folder::tests::a_folder_is_held_by_one_at_a_time"),
    },
];
