//! What must not compile: the store cannot be used without a permit, and nobody but `domain::access` makes one.

#[test]
fn nothing_is_read_or_written_without_a_permit_and_nobody_else_makes_one() {
    trybuild::TestCases::new().compile_fail("tests/compile_fail/*.rs");
}
