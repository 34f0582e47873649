//! Memory: who gives it out, and that what is in it stays out of files. Core dumps are switched off before a key is
//! read.
//!
//! A dump would hold keys and opened records. This is one lock on one door: whoever may read the
//! memory of other people's processes reads ours.

use anyhow::Result;
use mimalloc::MiMalloc;

/// Many threads take and give back small pieces for every page; the system's own way of it was an eighth of the work.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Switches core dumps off for this process.
///
/// # Errors
/// The system does not let it: nothing is started then.
#[cfg(unix)]
pub fn keep_private() -> Result<()> {
    use anyhow::Context;
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, none).context("core dumps cannot be switched off")?;
    // A limit does not hold where dumps are given to another program; this does.
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)
        .context("core dumps cannot be switched off")?;
    Ok(())
}

/// Nothing is known to be needed here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn keep_private() -> Result<()> {
    Ok(())
}
