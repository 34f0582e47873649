//! `susd serve`: the service, until it is told to stop.

use crate::Outcome;
use crate::args::Serve;
use crate::{deployment, folder, sending};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::time::Duration;
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// For how long people's requests may still be answered after the service was told to stop.
///
/// Assumption: longer than any page takes, shorter than what a machine that shuts down allows.
const STOP_SECONDS_MAX: u64 = 15;

/// Opens the deployment, listens, and serves.
pub async fn run(asked: Serve) -> Result<Outcome> {
    if !asked.origin.starts_with("https://") {
        bail!(
            "--origin is the address people type and begins with https://, not {}",
            asked.origin
        );
    }
    if let Some(folder) = &asked.checkpoint_dir {
        if !folder.is_dir() {
            bail!("the folder for checkpoints, {}, is not there", folder.display());
        }
        if folder::holds(&asked.place.data, folder) {
            tracing::warn!("checkpoints in the data folder prove nothing; name a folder on another machine");
        }
    }
    let sending = sending::open(&asked.sending)?;
    let store = deployment::open_to_serve(&asked.place).await?;
    let _held = folder::hold(&asked.place.data)?;
    let ears = Ears::open()?;
    let listener = TcpListener::bind((asked.listen, asked.port)).await;
    let listener = listener.with_context(|| format!("nothing can listen on {}:{}", asked.listen, asked.port))?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    sending::warn(&sending);
    let settings = web::Settings {
        origin: asked.origin,
        demo: false,
        proxy: asked.proxy,
        sending,
    };
    until_told(store, settings, listener, asked.checkpoint_dir, ears).await?;
    Ok(Outcome::Done)
}

/// Serves until the process is told to stop, with the hourly work and the sender beside it.
pub async fn until_told(
    store: Store,
    settings: web::Settings,
    listener: TcpListener,
    checkpoints: Option<PathBuf>,
    ears: Ears,
) -> Result<()> {
    let app = web::App::new(store.clone(), settings).map_err(anyhow::Error::msg)?;
    let (stop, stopped) = watch::channel(false);
    let mut beside = JoinSet::new();
    beside.spawn(every_hour(store, checkpoints, stopped.clone()));
    beside.spawn(web::send::until(app.clone(), stop_said(stopped.clone())));
    let mut serving = std::pin::pin!(web::serve(app, listener, stop_said(stopped)));
    let ended = tokio::select! {
        ended = &mut serving => ended,
        told = ears.told() => {
            told?;
            tracing::info!("stopping");
            stop.send_replace(true);
            // Whoever still holds a connection open after this holds nothing that is not stored.
            tokio::time::timeout(Duration::from_secs(STOP_SECONDS_MAX), &mut serving).await.unwrap_or(Ok(()))
        }
    };
    stop.send_replace(true);
    let finished = tokio::time::timeout(Duration::from_secs(STOP_SECONDS_MAX), beside.join_all()).await;
    if finished.is_err() {
        tracing::warn!("the hourly work or a message was broken off; both are taken up again");
    }
    ended.context("the service ended")
}

/// Waits until the service is told to stop.
async fn stop_said(mut stopped: watch::Receiver<bool>) {
    // Where nobody is left who could say it, the service has ended anyway.
    let _ = stopped.wait_for(|stop| *stop).await;
}

/// Tidies up and makes a checkpoint at the start and every hour, until the service stops.
async fn every_hour(store: Store, checkpoints: Option<PathBuf>, stopped: watch::Receiver<bool>) {
    let mut clock = tokio::time::interval(store::maintain::EVERY);
    clock.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = clock.tick() => {}
            () = stop_said(stopped.clone()) => return,
        }
        match store::maintain::hourly(&store, checkpoints.as_deref()).await {
            Ok((tidied, _)) => tracing::info!(drafts = tidied.drafts, tries = tidied.tries, "the hourly work is done"),
            Err(cause) => tracing::error!(%cause, "the hourly work was not done; it is tried again in an hour"),
        }
    }
}

/// Hears Ctrl-C and the machine's word to stop, from the moment it is made: before anybody is told that we listen.
pub struct Ears {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

impl Ears {
    /// Begins to hear.
    #[cfg(unix)]
    pub fn open() -> Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let hear = |kind| signal(kind).context("signals cannot be heard");
        Ok(Self {
            interrupt: hear(SignalKind::interrupt())?,
            terminate: hear(SignalKind::terminate())?,
        })
    }

    /// Begins to hear.
    #[cfg(not(unix))]
    pub fn open() -> Result<Self> {
        Ok(Self {})
    }

    /// Waits until we are told to stop.
    #[cfg(unix)]
    async fn told(mut self) -> Result<()> {
        tokio::select! {
            _ = self.interrupt.recv() => Ok(()),
            _ = self.terminate.recv() => Ok(()),
        }
    }

    /// Waits until we are told to stop.
    #[cfg(not(unix))]
    async fn told(self) -> Result<()> {
        tokio::signal::ctrl_c().await.context("signals cannot be heard")
    }
}
