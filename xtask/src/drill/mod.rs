//! Drills: something goes badly wrong on purpose, again and again, and the figures say what was lost.
//!
//! One file per drill, one line in [`ALL`]. A drill ends with its figures in one line, such as `… 0 lost, 0 doubled`.

mod chance;
mod controls;
mod crash;
mod http;
mod mutants;

use anyhow::{Result, bail};

/// How much of a drill to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// One round in a hundred and at least one: enough to see that the drill still works.
    Hundredth,
    /// All of it.
    Whole,
}

/// One drill.
pub struct Drill {
    /// The word that asks for it.
    pub name: &'static str,
    /// What goes wrong, in one line.
    pub about: &'static str,
    /// Does it. Gives whether everything held; prints its figures.
    pub run: fn(Share, &[&str]) -> Result<bool>,
}

/// Every drill, in the order a whole run does them.
pub const ALL: &[Drill] = &[
    Drill {
        name: "crash",
        about: "the server is killed while people write, on each engine",
        run: crash::run,
    },
    Drill {
        name: "controls",
        about: "each control is taken out, and a test must notice",
        run: controls::run,
    },
    Drill {
        name: "mutants",
        about: "access, seal and journal are changed in small ways, and a test must notice",
        run: mutants::run,
    },
];

/// Does the drill of that name, whole. `words` are what follows the name on the command line.
///
/// # Errors
///
/// No drill has that name, or it could not be done.
pub fn run(name: &str, words: &[&str]) -> Result<bool> {
    match ALL.iter().find(|drill| drill.name == name) {
        Some(drill) => (drill.run)(Share::Whole, words),
        None => bail!("there is no drill “{name}”; {}", known(ALL)),
    }
}

/// What to say to somebody who asked for another one.
fn known(drills: &[Drill]) -> String {
    let lines = drills
        .iter()
        .map(|drill| format!("\n  {:12} {}", drill.name, drill.about));
    format!("these are known:{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_drill_is_refused_by_name() {
        let refusal = run("earthquake", &[]).unwrap_err().to_string();
        assert!(refusal.contains("there is no drill “earthquake”"), "{refusal}");
    }

    #[test]
    fn somebody_who_asks_for_another_drill_is_told_which_there_are() {
        let flood = Drill {
            name: "flood",
            about: "water in the cellar",
            run: |_, _| Ok(true),
        };
        assert!(known(&[flood]).contains("flood        water in the cellar"));
    }
}
