//! The binary, `susd`: everything that is done at the command line of the machine.
//!
//! A command ends with status 0, with 1 when it found something that is not as it should be, and
//! with 2 when it could not be done. What went wrong is one sentence on standard error.

mod args;
mod backup;
mod check;
mod demo;
mod deployment;
mod folder;
mod import;
mod key;
mod memory;
mod migrate;
mod routes;
mod sending;
mod serve;
mod user;
mod verify;

use args::{Args, Command};
use clap::Parser;
use std::io::Write;
use std::process::ExitCode;

/// How a command that could be done ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it was asked.
    Done,
    /// It did, and found something that is not as it should be.
    Finding,
}

fn main() -> ExitCode {
    let args = Args::parse();
    log(&args);
    let ended = memory::keep_private().and_then(|()| {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(run(args.command))
    });
    match ended {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Finding) => ExitCode::from(1),
        Err(cause) => {
            // One sentence: the outermost cause first, what it rests on after a colon.
            let _ = writeln!(std::io::stderr(), "susd: {cause:#}");
            ExitCode::from(2)
        }
    }
}

/// Logs go to standard error, so that standard output holds answers only. They carry ids, never names.
fn log(args: &Args) {
    let filter = tracing_subscriber::EnvFilter::try_new(&args.log).unwrap_or_else(|_| "warn".into());
    let logger = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if args.log_json {
        logger.json().init();
    } else {
        logger.init();
    }
}

async fn run(command: Command) -> anyhow::Result<Outcome> {
    match command {
        Command::Demo(asked) => demo::run(asked).await,
        Command::Serve(asked) => serve::run(asked).await,
        Command::Migrate(place) => migrate::run(&place).await,
        Command::User(asked) => user::run(asked).await,
        Command::Import(asked) => import::run(asked).await,
        Command::Key { command } => key::run(command).await,
        Command::Backup(asked) => backup::back_up(asked).await,
        Command::Restore(asked) => backup::restore(asked).await,
        Command::Verify(asked) => verify::verify(asked).await,
        Command::Checkpoint(asked) => verify::checkpoint(asked).await,
        Command::Routes(asked) => routes::run(&asked),
        Command::Check(place) => check::run(&place).await,
    }
}
