//! Whether the service is well, and its figures.

use crate::App;
use crate::error::{Answer, PageError};
use crate::route::{Route, route};
use axum::extract::State;
use axum::http::{HeaderMap, Method, header};
use axum::response::{IntoResponse, Response};
use domain::access::{Action, Object, ObjectKind};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use std::time::Duration;

/// How often the times of single answers are summed.
///
/// Assumption: a few thousand of them at most come together in the meantime.
const SUMMED_EVERY: Duration = Duration::from_secs(10);

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    vec![
        route(
            Method::GET,
            "/health/live",
            Action::ReadHealth,
            ObjectKind::Public,
            live,
        ),
        route(
            Method::GET,
            "/health/ready",
            Action::ReadHealth,
            ObjectKind::Public,
            ready,
        ),
        route(
            Method::GET,
            "/metrics",
            Action::ReadMetrics,
            ObjectKind::System,
            figures,
        ),
    ]
}

/// The process answers.
async fn live() -> &'static str {
    "live\n"
}

/// The database answers and takes what is written.
async fn ready(State(app): State<App>) -> Answer<&'static str> {
    store::setup::ready(app.store())
        .await
        .map_err(|_| PageError::Unavailable)?;
    Ok("ready\n")
}

/// Starts counting; the second call gives the same counters.
fn recorder() -> &'static PrometheusHandle {
    static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();
    RECORDER.get_or_init(|| {
        let built = PrometheusBuilder::new().build_recorder();
        let handle = built.handle();
        // Another recorder set before ours keeps counting; our page then stays empty and says so by being empty.
        let _ = metrics::set_global_recorder(built);
        handle
    })
}

/// Starts counting before the first request.
pub(crate) fn start_counting() {
    recorder();
}

/// Adds up what was counted, again and again: where nobody reads the figures, each answer's time would be kept for ever.
pub(crate) async fn keep_figures_small() {
    loop {
        tokio::time::sleep(SUMMED_EVERY).await;
        recorder().run_upkeep();
    }
}

/// The figures of the running service, for a token made for them.
async fn figures(State(app): State<App>, headers: HeaderMap) -> Answer {
    let actor = crate::api::actor(&app, &headers).await?;
    let permit = app.store().permit(&actor, Action::ReadMetrics, Object::System).await?;
    let text = app
        .store()
        .read(permit, |_| Ok::<_, store::Error>(recorder().render()))
        .await?;
    Ok::<Response, PageError>(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}
