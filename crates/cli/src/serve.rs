//! `susd serve`: the service, until it is told to stop.

use crate::Outcome;
use crate::args::Serve;
use crate::{deployment, folder};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::time::Duration;
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// For how long people's requests may still be answered after the service was told to stop.
///
/// Assumption: longer than any page takes, shorter than what a machine that shuts down allows.
const STOP_SECONDS_MAX: u64 = 15;

/// Opens the deployment, listens, and serves.
pub async fn run(asked: Serve) -> Result<Outcome> {
    if !asked.origin.starts_with("https://") {
        bail!("--origin is the address people type and begins with https://, not {}", asked.origin);
    }
    if let Some(folder) = &asked.checkpoint_dir {
        if !folder.is_dir() {
            bail!("the folder for checkpoints, {}, is not there", folder.display());
        }
        if folder::holds(&asked.place.data, folder) {
            bail!("checkpoints in the data folder prove nothing; name a folder on another machine");
        }
    }
    let store = deployment::open_to_serve(&asked.place).await?;
    let _held = folder::hold(&asked.place.data)?;
    let listener = TcpListener::bind((asked.listen, asked.port)).await;
    let listener = listener.with_context(|| format!("nothing can listen on {}:{}", asked.listen, asked.port))?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    let settings = web::Settings { origin: asked.origin, demo: false };
    until_told(store, settings, listener, asked.checkpoint_dir).await?;
    Ok(Outcome::Done)
}

/// Serves until the process is told to stop, with the hourly work beside it.
pub async fn until_told(
    store: Store,
    settings: web::Settings,
    listener: TcpListener,
    checkpoints: Option<PathBuf>,
) -> Result<()> {
    let app = web::App::new(store.clone(), settings).map_err(anyhow::Error::msg)?;
    let hourly = tokio::spawn(every_hour(store, checkpoints));
    let (stop, stopped) = watch::channel(false);
    let until = |mut stopped: watch::Receiver<bool>| async move {
        // The sender lives until this function ends, so the wait ends with the word only.
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    let mut serving = std::pin::pin!(web::serve(app, listener, until(stopped)));
    let ended = tokio::select! {
        ended = &mut serving => ended,
        told = told_to_stop() => {
            told?;
            tracing::info!("stopping");
            let _ = stop.send(true);
            match tokio::time::timeout(Duration::from_secs(STOP_SECONDS_MAX), &mut serving).await {
                Ok(ended) => ended,
                // Whoever still holds a connection open holds nothing that is not stored.
                Err(_) => Ok(()),
            }
        }
    };
    hourly.abort();
    ended.context("the service ended")
}

/// Tidies up and makes a checkpoint at the start and every hour.
async fn every_hour(store: Store, checkpoints: Option<PathBuf>) {
    let mut clock = tokio::time::interval(store::maintain::EVERY);
    clock.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        clock.tick().await;
        match store::maintain::hourly(&store, checkpoints.as_deref()).await {
            Ok((tidied, _)) => tracing::info!(drafts = tidied.drafts, tries = tidied.tries, "the hourly work is done"),
            Err(cause) => tracing::error!(%cause, "the hourly work was not done; it is tried again in an hour"),
        }
    }
}

/// Waits for Ctrl-C, or for the machine's word to stop.
async fn told_to_stop() -> Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut term = signal(SignalKind::terminate()).context("signals cannot be heard")?;
        tokio::select! {
            heard = tokio::signal::ctrl_c() => heard.context("signals cannot be heard"),
            _ = term.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await.context("signals cannot be heard")
}
