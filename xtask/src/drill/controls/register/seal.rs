//! The arithmetic: sealed values, the journal's hashes, checkpoints, tokens of names.

use crate::drill::controls::fault::{Fault, it};

const SEALED: &str = "crates/seal/src/sealed.rs";
const CHECKER: &str = "crates/seal/src/journal/checker.rs";
const HASHES: &str = "crates/seal/src/journal/mod.rs";
const CHECKPOINT: &str = "crates/seal/src/checkpoint.rs";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "a sealed value knows its table",
        file: SEALED,
        find: "        push_text(&mut data, self.table);\n",
        replace: "",
        caught_by: it(
            "seal",
            "sealed::a_value_moved_to_another_column_table_or_row_does_not_open",
        ),
    },
    Fault {
        control: "a sealed value knows its column",
        file: SEALED,
        find: "        push_text(&mut data, self.column);\n",
        replace: "",
        caught_by: it(
            "seal",
            "sealed::a_value_moved_to_another_column_table_or_row_does_not_open",
        ),
    },
    Fault {
        control: "a sealed value knows its row",
        file: SEALED,
        find: "        data.extend_from_slice(&self.row);\n",
        replace: "",
        caught_by: it(
            "seal",
            "sealed::a_value_moved_to_another_column_table_or_row_does_not_open",
        ),
    },
    Fault {
        control: "an entry's hash covers the one before it",
        file: HASHES,
        find: "sha256(&[&canonical(header), parts.as_flattened(), prev])",
        replace: "sha256(&[&canonical(header), parts.as_flattened()])",
        caught_by: it("seal", "known_answers::an_entry_has_the_written_hash"),
    },
    Fault {
        control: "an entry's hash covers its parts",
        file: HASHES,
        find: "sha256(&[&canonical(header), parts.as_flattened(), prev])",
        replace: "sha256(&[&canonical(header), prev])",
        caught_by: it("seal", "journal::every_changed_bit_of_a_book_is_found_at_its_own_entry"),
    },
    Fault {
        control: "a part's hash covers whom it is about",
        file: HASHES,
        find: "sha256(&[b\"susd part\", &subject, ciphertext])",
        replace: "sha256(&[b\"susd part\", ciphertext])",
        caught_by: it("seal", "journal::every_changed_bit_of_a_book_is_found_at_its_own_entry"),
    },
    Fault {
        control: "an entry hangs on the one before it",
        file: CHECKER,
        find: "if entry.prev != before.hash {",
        replace: "if false {",
        caught_by: it("seal", "journal::an_entry_of_another_book_does_not_fit"),
    },
    Fault {
        control: "entries are numbered without gaps",
        file: CHECKER,
        find: "if entry.header.seq != expected {",
        replace: "if false {",
        caught_by: it("seal", "journal::an_entry_taken_out_doubled_or_moved_is_found"),
    },
    Fault {
        control: "a book ends at its head",
        file: CHECKER,
        find: "if self.seq < head_seq {",
        replace: "if false {",
        caught_by: it("seal", "journal::a_book_cut_or_continued_against_its_head_is_found"),
    },
    Fault {
        control: "sealed parts are checked against their hashes",
        file: CHECKER,
        find: "if !parts_hold {",
        replace: "if false {",
        caught_by: it("seal", "journal::a_part_taken_away_added_or_exchanged_is_found"),
    },
    Fault {
        control: "a checkpoint's signature is checked",
        file: CHECKPOINT,
        find: "    UnparsedPublicKey::new(&ED25519, key.0)
        .verify(&checkpoint.signed(), &checkpoint.sig)
        .map_err(|_| BadCheckpoint::Forged)",
        replace: "    Ok(())",
        caught_by: it("seal", "checkpoint::every_changed_bit_of_a_checkpoint_is_found"),
    },
    Fault {
        control: "a checkpoint's signature covers the root",
        file: CHECKPOINT,
        find: "        bytes.extend_from_slice(&self.root);\n",
        replace: "",
        caught_by: it("seal", "checkpoint::every_changed_bit_of_a_checkpoint_is_found"),
    },
    Fault {
        control: "a checkpoint by another key is named",
        file: CHECKPOINT,
        find: "if checkpoint.key_id != key.id() {",
        replace: "if false {",
        caught_by: it("seal", "checkpoint::another_key_or_version_is_named"),
    },
    Fault {
        control: "a leaf of the tree cannot pass for a branch",
        file: "crates/seal/src/merkle.rs",
        find: "sha256(&[&[1], left, right])",
        replace: "sha256(&[left, right])",
        caught_by: it("seal", "merkle::the_published_roots_come_out"),
    },
    Fault {
        control: "two sites have no token of a name in common",
        file: "crates/seal/src/search.rs",
        find: "        context.update(&self.site);\n",
        replace: "",
        caught_by: it("seal", "search::two_sites_have_no_token_in_common_even_with_one_key"),
    },
    Fault {
        control: "a key never shows itself in a log line",
        file: "crates/seal/src/secret.rs",
        find: "f.write_str(\"…\")",
        replace: "write!(f, \"{:?}\", self.0)",
        caught_by: it("seal", "keys::no_key_shows_itself_in_a_log_line"),
    },
];
