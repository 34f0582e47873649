//! The service: limits outside, then who it is, then the routes.

use crate::error::PageError;
use crate::visit::{arrive, take_language};
use crate::{App, api, paths, route, routes};
use axum::extract::Request;
use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::{Router, ServiceExt};
use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tower::util::{MapRequest, MapRequestLayer};
use tower::{Layer, ServiceBuilder};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// How long one request may take: as long as a permit holds.
const TIME_MAX: Duration = Duration::from_secs(30);

/// How long a file may be on its way, which is kept a piece at a time, each under a permit of its own.
///
/// Assumption: 15 minutes, 200 MB over a line of 2 Mbit/s; longer, and a connection left open holds its place.
const FILE_TIME_MAX: Duration = Duration::from_mins(15);

/// The whole service, ready to be called.
pub type Service = MapRequest<Router, fn(Request) -> Request>;

/// The service over an application.
pub fn service(app: &App) -> Service {
    let around = ServiceBuilder::new()
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), arrive))
        // Inside the layer that makes pages, so that these two answer with a page or a problem as well.
        .layer(from_fn(in_time))
        .layer(CatchPanicLayer::new());
    let router = route::router(routes(app.is_demo()))
        .fallback(|| async { PageError::NotFound })
        .method_not_allowed_fallback(|| async { PageError::Method })
        .layer(around)
        .with_state(app.clone());
    MapRequestLayer::new(take_language as fn(Request) -> Request).layer(router)
}

/// Answers that it could not be done when it takes longer than it may.
async fn in_time(request: Request, next: Next) -> Response {
    let is_file = request.method() == Method::POST && is_for_files(request.uri().path());
    let most = if is_file { FILE_TIME_MAX } else { TIME_MAX };
    match tokio::time::timeout(most, next.run(request)).await {
        Ok(answer) => answer,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Whether a file of referrals is sent to this address.
fn is_for_files(path: &str) -> bool {
    path == paths::IMPORT || path == api::IMPORTS
}

/// Serves until `until` is done.
///
/// # Errors
/// The listener failed.
pub async fn serve(
    app: App,
    listener: TcpListener,
    until: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let make: IntoMakeServiceWithConnectInfo<Service, SocketAddr> =
        ServiceExt::<Request>::into_make_service_with_connect_info(service(&app));
    let counting = tokio::spawn(crate::health::keep_figures_small());
    let served = axum::serve(listener, make).with_graceful_shutdown(until).await;
    counting.abort();
    served
}
