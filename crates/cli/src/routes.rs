//! `susd routes`: every address, with what is done there and to what.

use crate::Outcome;
use crate::args::Routes;
use anyhow::{Context, Result};

/// Prints every route, as a table or as JSON.
pub fn run(asked: &Routes) -> Result<Outcome> {
    let listed = web::routes_listed(asked.demo);
    if asked.json {
        println!(
            "{}",
            serde_json::to_string_pretty(&listed).context("the list cannot be written")?
        );
        return Ok(Outcome::Done);
    }
    for route in &listed {
        println!(
            "{:6} {:48} {:24} {}",
            route.method, route.path, route.action, route.object
        );
    }
    Ok(Outcome::Done)
}
