//! One control taken out: a small change to one file, and the test that must notice.

use anyhow::{Result, bail};

/// A change that takes a control out.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    /// The control, as a person would name it.
    pub control: &'static str,
    /// The file, from the root of the workspace.
    pub file: &'static str,
    /// What stands there now, once.
    pub find: &'static str,
    /// What stands there without the control.
    pub replace: &'static str,
    /// The test that must fail then.
    pub caught_by: Test,
}

/// A test, as cargo is told to run it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Test {
    /// The crate.
    pub package: &'static str,
    /// The program of the crate that has it.
    pub program: Program,
    /// Its whole name with its modules.
    pub name: &'static str,
}

/// Which of a crate's test programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Those in `tests/it`.
    It,
    /// Those beside the code of a library.
    Lib,
    /// Those beside the code of `susd`.
    Susd,
}

impl Program {
    /// The words that choose it on cargo's command line.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::It => &["--test", "it"],
            Self::Lib => &["--lib"],
            Self::Susd => &["--bin", "susd"],
        }
    }
}

/// A test of `tests/it`.
pub const fn it(package: &'static str, name: &'static str) -> Test {
    Test {
        package,
        program: Program::It,
        name,
    }
}

/// A test beside the code of a library.
pub const fn lib(package: &'static str, name: &'static str) -> Test {
    Test {
        package,
        program: Program::Lib,
        name,
    }
}

/// A test beside the code of `susd`.
pub const fn susd(name: &'static str) -> Test {
    Test {
        package: "cli",
        program: Program::Susd,
        name,
    }
}

impl Fault {
    /// The text of the file without the control.
    ///
    /// # Errors
    ///
    /// What should stand there once stands there never or more often: the control has moved, and the register has not.
    pub fn applied(&self, text: &str) -> Result<String> {
        match text.matches(self.find).count() {
            1 => Ok(text.replacen(self.find, self.replace, 1)),
            times => bail!(
                "the control “{}” has moved: “{}” stands {times} times in {}",
                self.control,
                self.find.lines().next().unwrap_or_default(),
                self.file
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_that_moved_is_said_to_have_moved() {
        let fault = Fault {
            control: "the lock on the door",
            file: "door.rs",
            find: "locked()",
            replace: "true",
            caught_by: it("house", "door::a_thief_stays_outside"),
        };
        assert_eq!(fault.applied("if locked() {}").unwrap(), "if true {}");
        for text in ["if open() {}", "locked() && locked()"] {
            let refusal = fault.applied(text).unwrap_err().to_string();
            assert!(refusal.contains("“the lock on the door” has moved"), "{refusal}");
        }
    }
}
