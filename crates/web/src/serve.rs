//! The service: limits outside, then who it is, then the routes.

use crate::error::PageError;
use crate::visit::{arrive, take_language};
use crate::{App, route, routes};
use axum::extract::Request;
use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::{Router, ServiceExt};
use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tower::util::{MapRequest, MapRequestLayer};
use tower::{Layer, ServiceBuilder};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// How long one request may take: as long as a permit holds.
const SECONDS_MAX: u64 = 30;

/// The whole service, ready to be called.
pub type Service = MapRequest<Router, fn(Request) -> Request>;

/// The service over an application.
pub fn service(app: &App) -> Service {
    let around = ServiceBuilder::new()
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), arrive))
        // Inside the layer that makes pages, so that these two answer with a page or a problem as well.
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(SECONDS_MAX),
        ))
        .layer(CatchPanicLayer::new());
    let router = route::router(routes(app.is_demo()))
        .fallback(|| async { PageError::NotFound })
        .method_not_allowed_fallback(|| async { PageError::Method })
        .layer(around)
        .with_state(app.clone());
    MapRequestLayer::new(take_language as fn(Request) -> Request).layer(router)
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
