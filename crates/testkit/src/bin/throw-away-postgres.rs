//! Starts a throw-away `PostgreSQL`, prints its address and keeps it until standard input ends.
//!
//! To use one server for several runs of the tests: `SUSD_TEST_POSTGRES=<the address> cargo test`.

use std::io::{self, Write};

use testkit::postgres::Cluster;

fn main() -> io::Result<()> {
    let cluster = Cluster::start()?;
    let mut out = io::stdout().lock();
    writeln!(out, "{}", cluster.url())?;
    writeln!(out, "in {}", cluster.folder().display())?;
    out.flush()?;
    io::copy(&mut io::stdin().lock(), &mut io::sink())?;
    Ok(())
}
