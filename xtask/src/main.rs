//! The commands of those who work on the software: `cargo xtask check`, `test`, `bench` and `drill`.
//!
//! What the build server runs is `cargo xtask test`, the same as on a laptop.

mod bench;
mod check;
mod drill;
mod run;
mod test;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask check             format, lints and house rules
cargo xtask test              check, every test on both databases, and the pages in a browser
cargo xtask test --full       the same with every drill whole, and the bench
cargo xtask test --only PART  one part: check, rust, drills or browser
cargo xtask bench [--json]    how much work each page costs, against the plainest server
cargo xtask drill NAME        what happens when something goes badly wrong";

/// The exit status for a command nobody knows, as for `susd` itself.
const MISUSE: u8 = 2;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["check"] => check::run(),
        ["test", rest @ ..] => match test::parts(rest) {
            Some(parts) => test::run(&parts),
            None => return misuse(),
        },
        ["bench", rest @ ..] => bench::run(rest),
        #[cfg(feature = "bench")]
        ["bench-floor", database, port] => bench::floor::serve(database, port).map(|()| true),
        ["drill", name, rest @ ..] => drill::run(name, rest),
        _ => return misuse(),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("{trouble:#}");
            ExitCode::FAILURE
        }
    }
}

fn misuse() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(MISUSE)
}
